/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-stage-private.h"

#include <glib/gi18n-lib.h>

#include "kith-binder.h"
#include "kith-status.h"
#include "kith-style.h"

#define FLIGHT 1100   /* milliseconds from scene to scene */
#define BACK 400      /* and back to the scene */
#define QUIET 2600    /* after which a saying goes */
#define LEAST_FONT 18 /* pixels, in a window of no height */
#define SENTENCE 30   /* the sentence is this part of the height; all else is told in its size */
#define LEGEND 760.0  /* height at which the legend is as large as in a window */

G_DEFINE_FINAL_TYPE (KithStage, kith_stage, ADW_TYPE_WINDOW)

/* --- The scenes --- */

static KithMap *
whole_of (KithStage *self)
{
  return kith_document_get_map (self->document);
}

/* Those that may be shown here, whatever is shown at the moment. */
static void
list_scenes (KithStage *self)
{
  g_autoptr (GPtrArray) all = kith_map_scenes_for (whole_of (self), self->least);

  g_array_set_size (self->scenes, 0);
  for (guint i = 0; i < all->len; i++)
    g_array_append_val (self->scenes, KITH_ID (all->pdata[i]));
}

guint
kith_stage_get_n (KithStage *self)
{
  return self->only != NULL ? 1 : self->scenes->len;
}

guint
kith_stage_get_place (KithStage *self)
{
  return self->place;
}

const KithScene *
kith_stage_get_scene (KithStage *self, guint place)
{
  if (self->only != NULL)
    return place == 0 ? self->only : NULL;
  if (place >= self->scenes->len)
    return NULL;
  return kith_map_scene (whole_of (self), g_array_index (self->scenes, KithId, place));
}

/* The one that is shown, as the audience may see it; NULL: there is none. */
const KithScene *
kith_stage_seen (KithStage *self)
{
  if (self->only != NULL)
    return self->only;
  if (self->place >= self->scenes->len)
    return NULL;
  return kith_map_scene (kith_viewer_get_seen_map (self->viewer),
                         g_array_index (self->scenes, KithId, self->place));
}

KithAudience
kith_stage_get_least (KithStage *self)
{
  return self->least;
}

KithDocument *
kith_stage_get_document (KithStage *self)
{
  return self->document;
}

KithPaletteName
kith_stage_get_palette (KithStage *self)
{
  return kith_viewer_get_view (self->viewer)->palette;
}

/* --- What it says --- */

static gboolean
on_quiet (gpointer data)
{
  KithStage *self = data;

  self->quiet = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->toast), FALSE);
  return G_SOURCE_REMOVE;
}

void
kith_stage_say (KithStage *self, const char *text)
{
  g_clear_handle_id (&self->quiet, g_source_remove);
  gtk_label_set_text (self->toast, text);
  gtk_widget_set_visible (GTK_WIDGET (self->toast), *text != '\0');
  kith_status_set_text (self->status, text);
  if (*text != '\0')
    self->quiet = g_timeout_add (QUIET, on_quiet, self);
}

static void
on_message (KithViewer *viewer, const char *text, gboolean is_error, KithStage *self)
{
  kith_stage_say (self, text);
}

static void
on_past_refused (KithStage *self)
{
  kith_stage_say (self, _ ("This scene shows an earlier date: only ratings can be added to it."));
}

static void
show_words (KithStage *self, const KithScene *scene)
{
  g_autofree char *told = NULL;

  gtk_label_set_text (self->title,
                      scene != NULL ? scene->title : _ ("There are no scenes any more"));
  gtk_label_set_text (self->sentence, scene != NULL ? scene->sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->title), *gtk_label_get_text (self->title) != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), scene != NULL && *scene->sentence != '\0');
  if (scene == NULL || self->only != NULL)
    return;
  /* Translators: for screen readers: which scene is shown, of how many, and its title */
  told = g_strdup_printf (_ ("Scene %u of %u: %s"), self->place + 1, self->scenes->len,
                          scene->title);
  kith_status_set_text (self->status, told);
}

/* Once a frame at the most: a flight through time changes the map at each. */
static void
show_legend (KithStage *self)
{
  self->legend_stale = FALSE;
  kith_stage_legend_show (self->legend, kith_viewer_get_map (self->viewer),
                          kith_viewer_get_view (self->viewer));
}

/* --- Going --- */

/* The viewer turns to the scene's audience before anything of the scene is shown. */
static void
show_scene (KithStage *self, guint milliseconds)
{
  const KithScene *whole = kith_stage_get_scene (self, self->place);
  const KithScene *scene;

  if (whole != NULL)
    kith_viewer_set_audience (self->viewer, kith_scene_audience (whole, self->least));
  scene = kith_stage_seen (self);
  g_clear_pointer (&self->shown, kith_record_unref);
  self->shown = whole != NULL ? kith_record_ref ((gpointer) whole) : NULL;
  self->by_hand = FALSE;
  kith_stage_end_asking (self);
  kith_stage_end_story (self);
  show_words (self, scene);
  if (scene != NULL)
    kith_flight_go (self->flight, scene, milliseconds);
  g_signal_emit_by_name (self, "moved");
}

void
kith_stage_go (KithStage *self, guint place)
{
  if (place >= kith_stage_get_n (self))
    {
      g_autofree char *text = g_strdup_printf (ngettext ("There is %u scene.",
                                                         "There are %u scenes.",
                                                         kith_stage_get_n (self)),
                                               kith_stage_get_n (self));

      kith_stage_say (self, text);
      return;
    }
  gtk_widget_set_visible (self->black, FALSE);
  if (place == self->place)
    {
      kith_stage_back (self);
      return;
    }
  self->place = place;
  show_scene (self, FLIGHT);
}

void
kith_stage_step (KithStage *self, int by)
{
  guint n = kith_stage_get_n (self);

  gtk_widget_set_visible (self->black, FALSE);
  if (by < 0 && self->place == 0)
    kith_stage_say (self, _ ("This is the first scene."));
  else if (by > 0 && self->place + 1 >= n)
    kith_stage_say (self, _ ("This was the last scene. Escape ends."));
  else
    kith_stage_go (self, self->place + (guint) by);
}

void
kith_stage_back (KithStage *self)
{
  self->by_hand = FALSE;
  kith_stage_end_story (self);
  kith_flight_aim (self->flight, BACK);
}

void
kith_stage_by_hand (KithStage *self)
{
  kith_flight_stop (self->flight);
  self->by_hand = TRUE;
}

void
kith_stage_set_palette (KithStage *self, KithPaletteName palette)
{
  kith_viewer_set_palette (self->viewer, palette);
  g_signal_emit_by_name (self, "moved");
}

/* --- Following the map --- */

/* Of the scene that is shown, where it still is one. */
static void
find_place (KithStage *self)
{
  KithId shown = self->shown != NULL ? KITH_ID (self->shown) : 0;

  for (guint i = 0; i < self->scenes->len; i++)
    if (g_array_index (self->scenes, KithId, i) == shown)
      self->place = i;
  if (self->place >= self->scenes->len)
    self->place = self->scenes->len > 0 ? self->scenes->len - 1 : 0;
}

/* What is shown stays while its scene does; a scene that shows something else, or to others, is shown
 * anew at once: FALSE where it needs not be. */
static gboolean
follow_scenes (KithStage *self)
{
  const KithScene *now;

  list_scenes (self);
  find_place (self);
  now = kith_stage_get_scene (self, self->place);
  if (now == NULL ? self->shown == NULL
                  : self->shown != NULL && kith_record_equal (now, self->shown))
    return FALSE;
  show_scene (self, 0);
  return TRUE;
}

static void
on_changed (KithStage *self)
{
  self->legend_stale = TRUE;
}

/* Another window's step is not the room's to take back: it may bring back what was made private. */
static void
on_document_changed (KithStage *self)
{
  if (!kith_viewer_is_performing (self->viewer))
    self->floor = kith_document_get_cursor (self->document);
  if (self->only == NULL && follow_scenes (self))
    return;
  show_words (self, kith_stage_seen (self));
  g_signal_emit_by_name (self, "moved");
}

/* Before what is done here: the first step on this stage joins none from before or elsewhere. */
void
kith_stage_begin_step (KithStage *self)
{
  if (kith_document_get_cursor (self->document) <= self->floor)
    kith_document_seal (self->document);
}

gboolean
kith_stage_perform (KithStage *self, KithEdit *edit)
{
  kith_stage_begin_step (self);
  return kith_viewer_perform (self->viewer, edit, NULL);
}

/* Only what has been done on this stage. */
void
kith_stage_undo (KithStage *self)
{
  if (kith_document_get_cursor (self->document) <= self->floor)
    {
      kith_stage_say (self, _ ("Nothing has been changed in this room."));
      return;
    }
  kith_viewer_undo (self->viewer);
}

/**
 * kith_stage_narrow:
 * @self: a stage
 * @least: nobody wider is to see it from now on; where it is narrower already nothing changes
 *
 * The scene that is shown stays, where they may see it.
 */
void
kith_stage_narrow (KithStage *self, KithAudience least)
{
  g_return_if_fail (KITH_IS_STAGE (self));

  if (least <= self->least)
    return;
  self->least = least;
  kith_viewer_set_audience (self->viewer, least);
  list_scenes (self);
  find_place (self);
  show_scene (self, 0);
}

/* --- Its size --- */

static gboolean
on_aim (gpointer data)
{
  KithStage *self = data;

  self->aim = 0;
  if (!self->by_hand)
    kith_flight_aim (self->flight, 0);
  return G_SOURCE_REMOVE;
}

/* Text is to be read from the back of a room, whatever the screen; the scene fits what is left. */
static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  KithStage *self = KITH_STAGE (widget);
  int canvas_width = gtk_widget_get_width (GTK_WIDGET (self->canvas));
  int canvas_height = gtk_widget_get_height (GTK_WIDGET (self->canvas));

  if (kith_room_font_follow (&self->font, widget, SENTENCE, LEAST_FONT))
    kith_stage_legend_set_scale (self->legend,
                                 MAX (gtk_widget_get_height (widget) / LEGEND, 1.0) * 1.15);
  if (self->legend_stale)
    show_legend (self);
  if (canvas_width > 0 && (canvas_width != self->width || canvas_height != self->height))
    {
      self->width = canvas_width;
      self->height = canvas_height;
      if (self->aim == 0)
        self->aim = g_idle_add (on_aim, self);
    }
  return G_SOURCE_CONTINUE;
}

/* --- The window --- */

static void
kith_stage_dispose (GObject *object)
{
  KithStage *self = KITH_STAGE (object);

  if (self->viewer != NULL)
    {
      kith_stage_end_story (self); /* which may have something to say yet */
      g_signal_handlers_disconnect_by_data (self->viewer, self);
      g_signal_handlers_disconnect_by_data (self->document, self);
    }
  g_clear_handle_id (&self->quiet, g_source_remove);
  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_handle_id (&self->aim, g_source_remove);
  g_clear_pointer (&self->flight, kith_flight_free);
  if (self->viewer != NULL)
    kith_canvas_set_viewer (self->canvas, NULL);
  g_clear_object (&self->viewer);
  g_clear_object (&self->document);
  kith_room_font_clear (&self->font);
  g_clear_pointer (&self->only, kith_record_unref);
  g_clear_pointer (&self->shown, kith_record_unref);
  g_clear_pointer (&self->scenes, g_array_unref);
  G_OBJECT_CLASS (kith_stage_parent_class)->dispose (object);
}

static gboolean
kith_stage_close_request (GtkWindow *window)
{
  kith_stage_settle (KITH_STAGE (window));
  return GTK_WINDOW_CLASS (kith_stage_parent_class)->close_request (window);
}

static void
kith_stage_class_init (KithStageClass *klass)
{
  GTK_WINDOW_CLASS (klass)->close_request = kith_stage_close_request;
  G_OBJECT_CLASS (klass)->dispose = kith_stage_dispose;
  g_signal_new ("moved", KITH_TYPE_STAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("workshop", KITH_TYPE_STAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                0);
  g_signal_new ("notes", KITH_TYPE_STAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkLabel *
make_label (int lines)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 6);
  return GTK_LABEL (label);
}

static GtkWidget *
make_map (KithStage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->title = make_label (2);
  self->sentence = make_label (3);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "kith-stage-title");
  self->ground = gtk_overlay_new ();
  self->canvas = KITH_CANVAS (kith_canvas_new ());
  self->legend = KITH_STAGE_LEGEND (kith_stage_legend_new ());
  kith_canvas_set_bare (self->canvas);
  gtk_overlay_set_child (GTK_OVERLAY (self->ground), GTK_WIDGET (self->canvas));
  gtk_widget_set_vexpand (self->ground, TRUE);
  gtk_widget_add_css_class (words, "kith-stage-words");
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->sentence));
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), self->ground);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->legend));
  gtk_widget_add_css_class (GTK_WIDGET (self->legend), "kith-stage-legend");
  return box;
}

static void
add_over (KithStage *self, GtkWidget *widget, GtkAlign across, GtkAlign down)
{
  gtk_widget_set_halign (widget, across);
  gtk_widget_set_valign (widget, down);
  gtk_overlay_add_overlay (self->overlay, widget);
}

static void
make_over (KithStage *self)
{
  self->glass = KITH_STAGE_GLASS (kith_stage_glass_new ());
  self->black = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->toast = GTK_LABEL (gtk_label_new (""));
  self->status = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "accessible-role",
                                          GTK_ACCESSIBLE_ROLE_STATUS, "opacity", 0.0, "can-target",
                                          FALSE, NULL));
  gtk_label_set_ellipsize (self->status, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->black, "kith-stage-black");
  gtk_widget_add_css_class (GTK_WIDGET (self->toast), "kith-stage-toast");
  gtk_label_set_wrap (self->toast, TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self->toast), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->toast), FALSE);
  gtk_widget_set_visible (self->black, FALSE);
  kith_widget_set_name (self->black, _ ("The screen is black"));
  add_over (self, GTK_WIDGET (self->glass), GTK_ALIGN_FILL, GTK_ALIGN_FILL);
  add_over (self, GTK_WIDGET (self->toast), GTK_ALIGN_CENTER, GTK_ALIGN_END);
  add_over (self, GTK_WIDGET (self->status), GTK_ALIGN_START, GTK_ALIGN_END);
  add_over (self, self->black, GTK_ALIGN_FILL, GTK_ALIGN_FILL);
}

static void
kith_stage_init (KithStage *self)
{
  self->scenes = g_array_new (FALSE, FALSE, sizeof (KithId));
  self->overlay = GTK_OVERLAY (gtk_overlay_new ());
  self->pages = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->pages, make_map (self), "map");
  gtk_overlay_set_child (self->overlay, GTK_WIDGET (self->pages));
  make_over (self);
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (self->overlay));
  gtk_widget_add_css_class (GTK_WIDGET (self), "kith-stage");
  kith_style_follow (GTK_WIDGET (self));
  gtk_window_set_title (GTK_WINDOW (self), _ ("Presentation"));
  gtk_window_set_default_size (GTK_WINDOW (self), 1280, 720);
  kith_room_font_init (&self->font, GTK_WIDGET (self));
  kith_stage_live_init (self);
  kith_stage_keys_init (self);
  kith_stage_pointer_init (self);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

static void
connect_viewer (KithStage *self)
{
  g_signal_connect_swapped (self->viewer, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->viewer, "view-changed", G_CALLBACK (on_changed), self);
  g_signal_connect (self->viewer, "message", G_CALLBACK (on_message), self);
  g_signal_connect_swapped (self->viewer, "past-refused", G_CALLBACK (on_past_refused), self);
  g_signal_connect_swapped (self->document, "changed", G_CALLBACK (on_document_changed), self);
}

/**
 * kith_stage_new:
 * @document: whose map it is
 * @least: for whom it is at the widest; the team becomes partners
 * @palette: colours
 * @only: (transfer full) (nullable): what is shown in place of scenes
 * @first: the scene with which it begins, or 0
 *
 * Returns: (transfer none): the window, not shown yet; GTK owns it
 */
KithStage *
kith_stage_new (KithDocument *document,
                KithAudience least,
                KithPaletteName palette,
                KithScene *only,
                KithId first)
{
  KithStage *self = g_object_new (KITH_TYPE_STAGE, NULL);

  self->document = g_object_ref (document);
  kith_document_seal (document);
  self->floor = kith_document_get_cursor (document);
  self->least = MAX (least, KITH_PARTNERS);
  self->only = only;
  self->viewer = kith_viewer_new (document);
  kith_viewer_set_audience (self->viewer, self->least);
  kith_viewer_set_palette (self->viewer, palette);
  kith_viewer_set_legend (self->viewer, KITH_CORNER_HIDDEN);
  connect_viewer (self);
  list_scenes (self);
  for (guint i = 0; only == NULL && i < self->scenes->len; i++)
    if (g_array_index (self->scenes, KithId, i) == first)
      self->place = i;
  kith_canvas_set_viewer (self->canvas, self->viewer);
  self->flight = kith_flight_new (self->viewer, self->canvas);
  kith_flight_set_room (self->flight);
  show_scene (self, 0);
  return self;
}
