/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-presenter.h"

#include <glib/gi18n-lib.h>

#include "kith-binder.h"
#include "kith-round.h"
#include "kith-scene-picture.h"
#include "kith-style.h"

#define NOW_WIDTH 560
#define NOW_HEIGHT 315
#define NEXT_WIDTH 320
#define NEXT_HEIGHT 180
#define DENSE 2

struct _KithPresenter
{
  AdwWindow parent_instance;

  /* children */
  GtkLabel *place;
  GtkLabel *now_title;
  GtkLabel *next_title;
  GtkLabel *sentence;
  GtkLabel *note;
  GtkPicture *now;
  GtkPicture *next;
  GtkLabel *clock;
  GtkLabel *timer;
  GtkWidget *last_button;
  GtkWidget *next_button;
  GtkWidget *pause_button;

  /* weak: who opened this window closes it with the stage */
  KithStage *stage;

  /* state */
  guint draw; /* source: pictures are to follow */
  guint tick;
  gint64 began;   /* monotonic, microseconds: the timer's zero while it runs */
  gint64 elapsed; /* of the timer while it rests */
  gboolean runs;
};

G_DEFINE_FINAL_TYPE (KithPresenter, kith_presenter, ADW_TYPE_WINDOW)

/* --- Clock and timer --- */

static gint64
elapsed (KithPresenter *self)
{
  return self->runs ? g_get_monotonic_time () - self->began : self->elapsed;
}

static gboolean
on_second (gpointer data)
{
  KithPresenter *self = data;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  /* Translators: the time of day, as a person reads it */
  g_autofree char *clock = g_date_time_format (now, _ ("%H:%M"));
  gint64 seconds = elapsed (self) / G_USEC_PER_SEC;
  g_autofree char *timer = g_strdup_printf ("%d:%02d:%02d", (int) (seconds / 3600),
                                            (int) (seconds / 60 % 60), (int) (seconds % 60));

  gtk_label_set_text (self->clock, clock);
  gtk_label_set_text (self->timer, timer);
  return G_SOURCE_CONTINUE;
}

static void
show_pause (KithPresenter *self)
{
  const char *words = self->runs ? _ ("Pause the Timer") : _ ("Start the Timer");

  gtk_button_set_icon_name (GTK_BUTTON (self->pause_button), self->runs
                                                                 ? "media-playback-pause-symbolic"
                                                                 : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (self->pause_button, words);
  kith_widget_set_name (self->pause_button, words);
}

static void
on_pause (KithPresenter *self)
{
  gint64 so_far = elapsed (self);

  self->runs = !self->runs;
  self->elapsed = so_far;
  self->began = g_get_monotonic_time () - so_far;
  show_pause (self);
  on_second (self);
}

static void
on_reset (KithPresenter *self)
{
  self->elapsed = 0;
  self->began = g_get_monotonic_time ();
  on_second (self);
}

/* --- The scenes --- */

static void
show_picture (KithPresenter *self, GtkPicture *picture, guint place, int width, int height)
{
  const KithScene *scene = kith_stage_get_scene (self->stage, place);
  KithMap *whole = kith_document_get_map (kith_stage_get_document (self->stage));
  KithAudience audience;
  g_autoptr (KithMap) seen = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  cairo_surface_t *surface;
  gsize stride;

  if (scene == NULL)
    {
      gtk_picture_set_paintable (picture, NULL);
      return;
    }
  audience = kith_scene_audience (scene, kith_stage_get_least (self->stage));
  seen = kith_map_to_show (whole, audience);
  if (kith_map_scene (seen, scene->record.id) != NULL)
    scene = kith_map_scene (seen, scene->record.id);
  surface = kith_scene_picture (whole, seen, scene, audience, kith_stage_get_palette (self->stage),
                                width, height, DENSE);
  cairo_surface_flush (surface);
  stride = (gsize) cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface),
                       stride * (gsize) cairo_image_surface_get_height (surface));
  texture = gdk_memory_texture_new (width * DENSE, height * DENSE, GDK_MEMORY_DEFAULT, bytes,
                                    stride);
  gtk_picture_set_paintable (picture, GDK_PAINTABLE (texture));
  cairo_surface_destroy (surface);
}

/* The stage moves first. */
static gboolean
on_draw (gpointer data)
{
  KithPresenter *self = data;
  guint place = kith_stage_get_place (self->stage);

  self->draw = 0;
  show_picture (self, self->now, place, NOW_WIDTH, NOW_HEIGHT);
  show_picture (self, self->next, place + 1, NEXT_WIDTH, NEXT_HEIGHT);
  return G_SOURCE_REMOVE;
}

static void
show (KithPresenter *self)
{
  guint place = kith_stage_get_place (self->stage);
  guint n = kith_stage_get_n (self->stage);
  const KithScene *now = kith_stage_get_scene (self->stage, place);
  const KithScene *next = kith_stage_get_scene (self->stage, place + 1);
  /* Translators: the place of a scene and how many there are */
  g_autofree char *words = g_strdup_printf (_ ("Scene %u of %u"), place + 1, n);

  gtk_label_set_text (self->place, words);
  gtk_label_set_text (self->now_title, now != NULL ? now->title : "");
  gtk_label_set_text (self->sentence, now != NULL ? now->sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), now != NULL && *now->sentence != '\0');
  gtk_label_set_text (self->note, now != NULL && *now->note != '\0'
                                      ? now->note
                                      : _ ("No note for this scene."));
  gtk_label_set_text (self->next_title, next != NULL ? next->title : _ ("This is the last scene."));
  /* an empty frame would look like a picture that failed; the note has its room */
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->next)), next != NULL);
  gtk_widget_set_sensitive (self->last_button, place > 0);
  gtk_widget_set_sensitive (self->next_button, place + 1 < n);
  if (self->draw == 0)
    self->draw = g_idle_add_full (G_PRIORITY_LOW, on_draw, self, NULL);
}

static void
on_back (KithPresenter *self)
{
  if (self->stage != NULL)
    kith_stage_step (self->stage, -1);
}

static void
on_next (KithPresenter *self)
{
  if (self->stage != NULL)
    kith_stage_step (self->stage, 1);
}

static void
on_end (KithPresenter *self)
{
  if (self->stage != NULL)
    gtk_window_close (GTK_WINDOW (self->stage));
}

static void
on_workshop (KithPresenter *self)
{
  if (self->stage != NULL)
    g_signal_emit_by_name (self->stage, "workshop");
}

static gboolean
is_enter (guint keyval)
{
  return keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;
}

/* All keys of the stage work here as well, but those that the buttons need; Enter belongs to a number
 * that is being typed. What the stage asks for is typed there. */
static gboolean
on_key (GtkEventControllerKey *keys,
        guint keyval,
        guint code,
        GdkModifierType state,
        KithPresenter *self)
{
  static const guint own[] = { GDK_KEY_Tab, GDK_KEY_ISO_Left_Tab, GDK_KEY_space, GDK_KEY_Return,
                               GDK_KEY_KP_Enter };
  gboolean used;

  if (self->stage == NULL)
    return GDK_EVENT_PROPAGATE;
  if (is_enter (keyval) && kith_stage_awaits_enter (self->stage))
    return kith_stage_press (self->stage, keyval, state);
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    if (keyval == own[i])
      return GDK_EVENT_PROPAGATE;
  used = kith_stage_press (self->stage, keyval, state);
  if (used && self->stage != NULL && gdk_keyval_to_lower (keyval) == GDK_KEY_a)
    gtk_window_present (GTK_WINDOW (self->stage));
  return used;
}

/* --- The window --- */

static void
kith_presenter_dispose (GObject *object)
{
  KithPresenter *self = KITH_PRESENTER (object);

  g_clear_handle_id (&self->draw, g_source_remove);
  g_clear_handle_id (&self->tick, g_source_remove);
  if (self->stage != NULL)
    g_signal_handlers_disconnect_by_data (self->stage, self);
  g_clear_weak_pointer (&self->stage);
  G_OBJECT_CLASS (kith_presenter_parent_class)->dispose (object);
}

static void
kith_presenter_class_init (KithPresenterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kith_presenter_dispose;
}

static GtkLabel *
make_label (GtkBox *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static GtkPicture *
make_picture (GtkBox *box, int width, int height)
{
  GtkWidget *frame = gtk_frame_new (NULL);
  GtkWidget *picture = g_object_new (GTK_TYPE_PICTURE, "accessible-role",
                                     GTK_ACCESSIBLE_ROLE_PRESENTATION, "can-shrink", TRUE, NULL);

  gtk_widget_set_size_request (picture, width / 2, height / 2);
  gtk_widget_set_overflow (frame, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_vexpand (picture, TRUE);
  gtk_frame_set_child (GTK_FRAME (frame), picture);
  gtk_box_append (box, frame);
  return GTK_PICTURE (picture);
}

static GtkWidget *
make_button (GtkBox *box, const char *icon, const char *words, GCallback on_clicked, gpointer data)
{
  GtkWidget *button = kith_icon_button (icon, words);

  g_signal_connect_swapped (button, "clicked", on_clicked, data);
  gtk_box_append (box, button);
  return button;
}

static GtkBox *
make_box (GtkOrientation orientation, int spacing)
{
  return GTK_BOX (gtk_box_new (orientation, spacing));
}

static void
make_now (KithPresenter *self, GtkBox *left)
{
  self->place = make_label (left, "", "dim-label");
  self->now_title = make_label (left, "", "title-2");
  self->now = make_picture (left, NOW_WIDTH, NOW_HEIGHT);
  self->sentence = make_label (left, "", NULL);
}

static void
make_next (KithPresenter *self, GtkBox *right)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkBox *inside = make_box (GTK_ORIENTATION_VERTICAL, 0);

  make_label (right, _ ("Next"), "dim-label");
  self->next_title = make_label (right, "", "heading");
  self->next = make_picture (right, NEXT_WIDTH, NEXT_HEIGHT);
  make_label (right, _ ("Note"), "dim-label");
  self->note = make_label (inside, "", "kith-presenter-note");
  gtk_label_set_selectable (self->note, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (inside));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (right, scroller);
}

static GtkWidget *
make_bar (KithPresenter *self)
{
  GtkBox *bar = make_box (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *end = gtk_button_new_with_mnemonic (_ ("_End"));

  self->clock = make_label (bar, "", "kith-presenter-time");
  self->timer = make_label (bar, "", "kith-presenter-time");
  gtk_label_set_width_chars (self->clock, 5);
  gtk_label_set_width_chars (self->timer, 7);
  self->pause_button = make_button (bar, "media-playback-pause-symbolic", _ ("Pause the Timer"),
                                    G_CALLBACK (on_pause), self);
  make_button (bar, "view-refresh-symbolic", _ ("Timer to Zero"), G_CALLBACK (on_reset), self);
  gtk_box_append (bar, g_object_new (GTK_TYPE_BOX, "hexpand", TRUE, NULL));
  make_button (bar, "kith-link-symbolic", _ ("Workshop: Rate One Link at a Time"),
               G_CALLBACK (on_workshop), self);
  self->last_button = make_button (bar, "go-previous-symbolic", _ ("Last Scene"),
                                   G_CALLBACK (on_back), self);
  self->next_button = make_button (bar, "go-next-symbolic", _ ("Next Scene"), G_CALLBACK (on_next),
                                   self);
  gtk_widget_add_css_class (self->next_button, "suggested-action");
  kith_widget_set_name (end, _ ("End"));
  g_signal_connect_swapped (end, "clicked", G_CALLBACK (on_end), self);
  gtk_box_append (bar, end);
  gtk_widget_add_css_class (GTK_WIDGET (bar), "kith-presenter-bar");
  return GTK_WIDGET (bar);
}

static GtkWidget *
make_halves (KithPresenter *self)
{
  GtkBox *halves = make_box (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkBox *left = make_box (GTK_ORIENTATION_VERTICAL, 6);
  GtkBox *right = make_box (GTK_ORIENTATION_VERTICAL, 6);

  make_now (self, left);
  make_next (self, right);
  gtk_widget_set_hexpand (GTK_WIDGET (left), TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (right), NEXT_WIDTH, -1);
  gtk_box_append (halves, GTK_WIDGET (left));
  gtk_box_append (halves, GTK_WIDGET (right));
  gtk_widget_set_vexpand (GTK_WIDGET (halves), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (halves), "kith-presenter");
  return GTK_WIDGET (halves);
}

static void
kith_presenter_init (KithPresenter *self)
{
  GtkBox *content = make_box (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header),
                                   adw_window_title_new (_ ("Presenter"),
                                                         _ ("For you, not for the room")));
  gtk_box_append (content, header);
  gtk_box_append (content, make_halves (self));
  gtk_box_append (content, make_bar (self));
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (content));
  gtk_window_set_title (GTK_WINDOW (self), _ ("Presenter"));
  gtk_window_set_default_size (GTK_WINDOW (self), 980, 620);
  kith_style_follow (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  self->runs = TRUE;
  self->began = g_get_monotonic_time ();
  self->tick = g_timeout_add_seconds (1, on_second, self);
  show_pause (self);
  on_second (self);
}

GtkWindow *
kith_presenter_new (KithStage *stage)
{
  KithPresenter *self = g_object_new (KITH_TYPE_PRESENTER, NULL);

  g_set_weak_pointer (&self->stage, stage);
  g_signal_connect_swapped (stage, "moved", G_CALLBACK (show), self);
  show (self);
  gtk_widget_grab_focus (self->next_button);
  return GTK_WINDOW (self);
}
