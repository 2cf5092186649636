/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-workshop-private.h"

#include <glib/gi18n-lib.h>

#include "kith-opinion.h"
#include "kith-status.h"
#include "kith-style.h"

#define QUIET 2600    /* milliseconds after which a saying goes */
#define LEAST_FONT 16 /* pixels, in a window of no height */
#define SMALLEST 36   /* the smallest text is this part of the window's height */

G_DEFINE_FINAL_TYPE (KithWorkshop, kith_workshop, ADW_TYPE_WINDOW)

KithMap *
kith_workshop_get_map (KithWorkshop *self)
{
  return kith_viewer_get_map (self->viewer);
}

KithMap *
kith_workshop_get_whole (KithWorkshop *self)
{
  return kith_viewer_get_whole_map (self->viewer);
}

KithId
kith_workshop_get_link (KithWorkshop *self)
{
  return self->place < self->links->len ? g_array_index (self->links, KithId, self->place) : 0;
}

KithId
kith_workshop_get_round (KithWorkshop *self)
{
  KithId link = kith_workshop_get_link (self);
  const KithId *round = g_hash_table_lookup (self->rounds, &link);

  return round != NULL ? *round : 0;
}

/* As the map has it, so that undo leads back. */
KithWorkshopMode
kith_workshop_get_mode (KithWorkshop *self)
{
  const KithRound *round = kith_map_round (kith_workshop_get_whole (self),
                                           kith_workshop_get_round (self));

  if (round == NULL)
    return self->silent ? KITH_WORKSHOP_SILENT : KITH_WORKSHOP_TOGETHER;
  return round->state == KITH_ROUND_SEALED ? KITH_WORKSHOP_SILENT : KITH_WORKSHOP_REVEALED;
}

/* --- What it says --- */

static gboolean
on_quiet (gpointer data)
{
  KithWorkshop *self = data;

  self->quiet = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->toast), FALSE);
  return G_SOURCE_REMOVE;
}

void
kith_workshop_say (KithWorkshop *self, const char *text)
{
  g_clear_handle_id (&self->quiet, g_source_remove);
  gtk_label_set_text (self->toast, text);
  gtk_widget_set_visible (GTK_WIDGET (self->toast), *text != '\0');
  kith_status_set_text (self->status, text);
  if (*text != '\0')
    self->quiet = g_timeout_add (QUIET, on_quiet, self);
}

static void
on_message (KithViewer *viewer, const char *text, gboolean is_error, KithWorkshop *self)
{
  kith_workshop_say (self, text);
}

/* How many of its links have answers that were not revealed. */
static guint
n_sealed (KithWorkshop *self)
{
  GHashTableIter iter;
  gpointer round;
  guint n = 0;

  g_hash_table_iter_init (&iter, self->rounds);
  while (g_hash_table_iter_next (&iter, NULL, &round))
    {
      const KithRound *record = kith_map_round (kith_workshop_get_whole (self), *(KithId *) round);

      n += record != NULL && record->state == KITH_ROUND_SEALED;
    }
  return n;
}

static void
add_sentence (GString *words, const char *format, guint n)
{
  if (n == 0)
    return;
  g_string_append_c (words, ' ');
  g_string_append_printf (words, format, n);
}

static gboolean
is_rated (KithWorkshop *self, guint place)
{
  return kith_workshop_is_done (self->before, kith_workshop_get_map (self),
                                g_array_index (self->links, KithId, place));
}

static guint
n_skipped (KithWorkshop *self)
{
  guint n = 0;

  for (guint i = 0; i < self->links->len; i++)
    n += g_hash_table_contains (self->skipped, &g_array_index (self->links, KithId, i))
         && !is_rated (self, i);
  return n;
}

static char *
dup_summary (KithWorkshop *self)
{
  g_autofree char *done = kith_workshop_to_words (self->before, kith_workshop_get_map (self),
                                                  self->links);
  GString *words = g_string_new (done);
  guint skipped = n_skipped (self);
  guint sealed = n_sealed (self);

  add_sentence (words, ngettext ("%u link was skipped.", "%u links were skipped.", skipped),
                skipped);
  add_sentence (words,
                ngettext ("What was said silently of %u link is not revealed yet: Rounds of "
                          "Ratings opens it.",
                          "What was said silently of %u links is not revealed yet: Rounds of "
                          "Ratings opens it.",
                          sealed),
                sealed);
  return g_string_free (words, FALSE);
}

/* --- What it shows --- */

/* Whatever was begun of the link that was shown is of no other. */
static void
begin_anew (KithWorkshop *self)
{
  self->turn = KITH_END_A;
  for (int end = KITH_END_A; end <= KITH_END_B; end++)
    gtk_editable_set_text (self->ends[end].voice, "");
}

/* What has gone, or has been made private meanwhile, is not shown any more. */
static void
drop_gone (KithWorkshop *self)
{
  gboolean shown = FALSE;

  for (guint i = self->links->len; i > 0; i--)
    if (kith_map_link (kith_workshop_get_map (self), g_array_index (self->links, KithId, i - 1))
        == NULL)
      {
        g_array_remove_index (self->links, i - 1);
        shown |= self->place == i - 1;
        if (self->place > i - 1)
          self->place--;
      }
  if (self->links->len > 0)
    self->place = MIN (self->place, self->links->len - 1);
  if (!shown || self->links->len == 0)
    return;
  begin_anew (self);
  kith_workshop_say (self, _ ("That link may no longer be shown: this is another."));
}

static void
show_page (KithWorkshop *self, const char *name)
{
  GtkWidget *shown = gtk_stack_get_child_by_name (self->pages, name);
  GtkWidget *child;

  gtk_widget_set_visible (shown, TRUE);
  gtk_stack_set_visible_child (self->pages, shown);
  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_visible (child, child == shown); /* else a screen reader would find it */
}

gboolean
kith_workshop_is_done_page (KithWorkshop *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "done") == 0;
}

static void
show_done (KithWorkshop *self)
{
  g_autofree char *words = dup_summary (self);
  gboolean more = FALSE;

  for (guint i = 0; i < self->links->len; i++)
    more |= !is_rated (self, i);
  gtk_label_set_text (self->summary, self->links->len > 0
                                         ? words
                                         : _ ("None of these links may be shown any more."));
  gtk_widget_set_visible (self->rest, more);
}

static void
show_counts (KithWorkshop *self)
{
  g_autofree char *progress = g_strdup_printf (_ ("Link %u of %u"), self->place + 1,
                                               self->links->len);
  g_autofree char *words = NULL;
  KithHeard heard;

  kith_map_heard (kith_workshop_get_map (self), &heard);
  words = kith_heard_to_words (&heard);
  gtk_label_set_text (self->progress, progress);
  gtk_label_set_text (self->heard, words);
}

static void
show_buttons (KithWorkshop *self, KithWorkshopMode mode)
{
  static const char *const words[] = {
    [KITH_WORKSHOP_TOGETHER] = N_ ("Silently First"),
    [KITH_WORKSHOP_SILENT] = N_ ("Together"),
    [KITH_WORKSHOP_REVEALED] = N_ ("Silently Again"),
  };

  gtk_button_set_label (GTK_BUTTON (self->silently), _ (words[mode]));
  gtk_widget_set_visible (self->reveal, mode == KITH_WORKSHOP_SILENT);
  gtk_widget_set_sensitive (self->reveal, kith_workshop_get_round (self) != 0
                                              && kith_map_round (kith_workshop_get_whole (self),
                                                                 kith_workshop_get_round (self))
                                                     != NULL);
  gtk_widget_set_sensitive (self->back, self->place > 0);
  if (is_rated (self, self->place))
    gtk_widget_add_css_class (self->next, "suggested-action");
  else
    gtk_widget_remove_css_class (self->next, "suggested-action");
}

void
kith_workshop_refresh (KithWorkshop *self)
{
  KithWorkshopMode mode;

  if (self->viewer == NULL) /* it goes */
    return;
  drop_gone (self);
  if (self->links->len == 0)
    show_page (self, "done");
  if (kith_workshop_is_done_page (self))
    {
      show_done (self);
      return;
    }
  mode = kith_workshop_get_mode (self);
  show_counts (self);
  kith_workshop_picture_show (self->picture, kith_workshop_get_map (self),
                              kith_workshop_get_link (self), mode != KITH_WORKSHOP_SILENT,
                              kith_viewer_get_view (self->viewer)->palette);
  for (int end = KITH_END_A; end <= KITH_END_B; end++)
    kith_workshop_end_show (&self->ends[end]);
  show_buttons (self, mode);
}

/* --- Going --- */

static void
tell_place (KithWorkshop *self)
{
  KithMap *map = kith_workshop_get_map (self);
  const KithLink *link = kith_map_link (map, kith_workshop_get_link (self));
  g_autofree char *told = NULL;

  if (link == NULL)
    return;
  /* Translators: for screen readers: which link is shown, of how many, and both its ends */
  told = g_strdup_printf (_ ("Link %u of %u: %s and %s"), self->place + 1, self->links->len,
                          kith_map_stakeholder (map, link->a)->name,
                          kith_map_stakeholder (map, link->b)->name);
  kith_status_set_text (self->status, told);
}

void
kith_workshop_go (KithWorkshop *self, guint place)
{
  if (place >= self->links->len)
    return;
  gtk_window_set_focus (GTK_WINDOW (self), NULL); /* never on a step: a clicker's key would rate */
  self->place = place;
  begin_anew (self);
  show_page (self, "link");
  kith_workshop_refresh (self);
  tell_place (self);
  if (kith_workshop_get_mode (self) == KITH_WORKSHOP_SILENT)
    gtk_widget_grab_focus (GTK_WIDGET (self->ends[KITH_END_A].voice));
}

static void
finish (KithWorkshop *self)
{
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  show_page (self, "done");
  kith_workshop_refresh (self);
  kith_status_set_text (self->status, gtk_label_get_text (self->summary));
}

void
kith_workshop_step (KithWorkshop *self, int by)
{
  if (kith_workshop_is_done_page (self))
    {
      if (by < 0)
        kith_workshop_go (self, self->place);
      return;
    }
  if (by < 0 && self->place == 0)
    kith_workshop_say (self, _ ("This is the first link."));
  else if (by > 0 && self->place + 1 >= self->links->len)
    finish (self);
  else
    kith_workshop_go (self, self->place + (guint) by);
}

void
kith_workshop_skip (KithWorkshop *self)
{
  KithId link = kith_workshop_get_link (self);

  g_hash_table_add (self->skipped, g_memdup2 (&link, sizeof link));
  kith_workshop_step (self, 1);
}

void
kith_workshop_end (KithWorkshop *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
on_close (KithWorkshop *self)
{
  g_autofree char *words = dup_summary (self);

  if (self->over)
    return FALSE;
  self->over = TRUE;
  g_signal_emit_by_name (self, "ended", words);
  return FALSE;
}

/* --- Following the map --- */

static void
on_changed (KithWorkshop *self)
{
  kith_workshop_refresh (self);
}

/* Another window's step is not the room's to take back: it may bring back what was made private. */
static void
on_document_changed (KithWorkshop *self)
{
  if (!kith_viewer_is_performing (self->viewer))
    self->floor = kith_document_get_cursor (self->document);
}

void
kith_workshop_set_palette (KithWorkshop *self, KithPaletteName palette)
{
  kith_viewer_set_palette (self->viewer, palette);
  kith_workshop_refresh (self);
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  KithWorkshop *self = KITH_WORKSHOP (widget);

  if (kith_room_font_follow (&self->font, widget, SMALLEST, LEAST_FONT))
    gtk_widget_queue_resize (GTK_WIDGET (self->picture));
  return G_SOURCE_CONTINUE;
}

/* --- The window --- */

static void
kith_workshop_dispose (GObject *object)
{
  KithWorkshop *self = KITH_WORKSHOP (object);

  if (self->viewer != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->viewer, self);
      g_signal_handlers_disconnect_by_data (self->document, self);
    }
  g_clear_handle_id (&self->quiet, g_source_remove);
  g_clear_object (&self->viewer);
  g_clear_object (&self->document);
  g_clear_pointer (&self->before, kith_map_unref);
  g_clear_pointer (&self->rounds, g_hash_table_unref);
  g_clear_pointer (&self->skipped, g_hash_table_unref);
  kith_room_font_clear (&self->font);
  G_OBJECT_CLASS (kith_workshop_parent_class)->dispose (object);
}

static void
kith_workshop_finalize (GObject *object)
{
  g_clear_pointer (&KITH_WORKSHOP (object)->links, g_array_unref);
  G_OBJECT_CLASS (kith_workshop_parent_class)->finalize (object);
}

static void
kith_workshop_class_init (KithWorkshopClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kith_workshop_dispose;
  G_OBJECT_CLASS (klass)->finalize = kith_workshop_finalize;
  g_signal_new ("ended", KITH_TYPE_WORKSHOP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                G_TYPE_STRING);
}

static void
kith_workshop_init (KithWorkshop *self)
{
  self->rounds = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->skipped = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Workshop"));
  gtk_window_set_default_size (GTK_WINDOW (self), 1280, 720);
  gtk_widget_add_css_class (GTK_WIDGET (self), "kith-stage");
  kith_style_follow (GTK_WIDGET (self));
  kith_workshop_make (self);
  kith_room_font_init (&self->font, GTK_WIDGET (self));
  kith_workshop_keys_init (self);
  g_signal_connect (self, "close-request", G_CALLBACK (on_close), NULL);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

static void
remember_round (KithWorkshop *self, KithId round)
{
  for (guint i = 0; round != 0 && i < self->links->len; i++)
    g_hash_table_insert (self->rounds,
                         g_memdup2 (&g_array_index (self->links, KithId, i), sizeof (KithId)),
                         g_memdup2 (&round, sizeof round));
}

/**
 * kith_workshop_new:
 * @document: whose map it is
 * @plan: what is gone through; its links are taken
 * @palette: colours
 *
 * Returns: (transfer none): the window, not shown yet; GTK owns it
 */
KithWorkshop *
kith_workshop_new (KithDocument *document, const KithWorkshopPlan *plan, KithPaletteName palette)
{
  KithWorkshop *self = g_object_new (KITH_TYPE_WORKSHOP, NULL);

  self->document = g_object_ref (document);
  kith_document_seal (document);
  self->floor = kith_document_get_cursor (document);
  self->viewer = kith_viewer_new (document);
  kith_viewer_set_audience (self->viewer, KITH_PARTNERS);
  kith_viewer_set_palette (self->viewer, palette);
  self->before = kith_map_snapshot (kith_viewer_get_map (self->viewer));
  self->links = plan->links;
  self->silent = plan->silent;
  remember_round (self, plan->silent ? 0 : plan->round);
  g_signal_connect_swapped (self->viewer, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect (self->viewer, "message", G_CALLBACK (on_message), self);
  g_signal_connect_swapped (document, "changed", G_CALLBACK (on_document_changed), self);
  kith_workshop_go (self, 0);
  return self;
}
