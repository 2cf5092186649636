/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-viewer-private.h"

#include "kith-audience-frames.h"
#include "kith-now.h"
#include "kith-opinion.h"
#include "kith-sizes.h"
#include "kith-text.h"
#include "kith-verbs-picture.h"
#include "kith-verbs.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (KithViewer, kith_viewer, G_TYPE_OBJECT)

enum
{
  CHANGED,
  VIEW_CHANGED,
  SELECTION_CHANGED,
  MESSAGE,
  ANNOUNCEMENT,
  PAST_REFUSED,
  HIDDEN,
  SETTLE,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static gboolean
is_shown (KithViewer *self, KithId id)
{
  KithKind kind;

  return kith_map_kind_of (self->shown, id, &kind)
         && (kind == KITH_STAKEHOLDER || kind == KITH_LINK || kind == KITH_SPACE
             || kind == KITH_ANNOTATION)
         && !kith_viewer_hides (self, id);
}

/* Forgets what is selected but no longer shown. */
gboolean
kith_viewer_prune_selection (KithViewer *self)
{
  GHashTableIter iter;
  gpointer id;
  gboolean pruned = FALSE;

  g_hash_table_iter_init (&iter, self->selected);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!is_shown (self, *(KithId *) id))
      {
        g_hash_table_iter_remove (&iter);
        pruned = TRUE;
      }
  return pruned;
}

void
kith_viewer_tell_change (KithViewer *self, KithEdit *edit)
{
  g_autoptr (KithEdit) different = kith_viewer_remake_shown (self, edit);

  kith_viewer_follow_filter (self, edit);
  kith_viewer_tell_shown (self, different);
}

void
kith_viewer_tell_shown (KithViewer *self, KithEdit *edit)
{
  gboolean pruned = kith_viewer_prune_selection (self);

  g_signal_emit (self, signals[CHANGED], 0, edit);
  if (pruned)
    g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
on_document_changed (KithDocument *document, KithEdit *edit, KithViewer *self)
{
  kith_viewer_tell_change (self, edit);
}

static void
kith_viewer_dispose (GObject *object)
{
  KithViewer *self = KITH_VIEWER (object);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_pointer (&self->shown, kith_map_unref);
  g_clear_pointer (&self->seen, kith_map_unref);
  g_clear_pointer (&self->timeline, kith_timeline_unref);
  g_clear_pointer (&self->selected, g_hash_table_unref);
  kith_viewer_drop_filter (self);
  kith_viewer_drop_comparison (self);
  G_OBJECT_CLASS (kith_viewer_parent_class)->dispose (object);
}

static guint
new_signal (const char *name, guint n, GType first, GType second)
{
  return g_signal_new (name, KITH_TYPE_VIEWER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                       n, first, second);
}

void
kith_viewer_tell_view (KithViewer *self, gboolean selection_too)
{
  g_signal_emit (self, signals[VIEW_CHANGED], 0);
  if (selection_too)
    g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

void
kith_viewer_tell_hidden (KithViewer *self, const KithEdit *edit)
{
  g_autofree char *words = kith_viewer_hidden_words (self, edit);

  if (words != NULL)
    g_signal_emit (self, signals[HIDDEN], 0, words);
}

void
kith_viewer_tell_past_refused (KithViewer *self)
{
  g_signal_emit (self, signals[PAST_REFUSED], 0);
}

static void
kith_viewer_class_init (KithViewerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kith_viewer_dispose;

  signals[CHANGED] = new_signal ("changed", 1, G_TYPE_POINTER, G_TYPE_NONE);
  signals[VIEW_CHANGED] = new_signal ("view-changed", 0, G_TYPE_NONE, G_TYPE_NONE);
  signals[SELECTION_CHANGED] = new_signal ("selection-changed", 0, G_TYPE_NONE, G_TYPE_NONE);
  signals[MESSAGE] = new_signal ("message", 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[ANNOUNCEMENT] = new_signal ("announcement", 1, G_TYPE_STRING, G_TYPE_NONE);
  signals[HIDDEN] = new_signal ("hidden", 1, G_TYPE_STRING, G_TYPE_NONE);
  signals[PAST_REFUSED] = new_signal ("past-refused", 0, G_TYPE_NONE, G_TYPE_NONE);
  signals[SETTLE] = g_signal_new ("settle", KITH_TYPE_VIEWER, G_SIGNAL_RUN_LAST, 0,
                                  g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 0);
}

static void
kith_viewer_init (KithViewer *self)
{
  self->selected = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->view = (KithView) KITH_VIEW_INIT;
}

/**
 * kith_viewer_new:
 * @document: the document to look at; referenced
 *
 * Returns: (transfer full): a viewer for the working team with nothing selected
 */
KithViewer *
kith_viewer_new (KithDocument *document)
{
  KithViewer *self = g_object_new (KITH_TYPE_VIEWER, NULL);

  self->document = g_object_ref (document);
  kith_viewer_remake_shown (self, NULL);
  g_signal_connect (document, "changed", G_CALLBACK (on_document_changed), self);
  return self;
}

KithDocument *
kith_viewer_get_document (KithViewer *self)
{
  return self->document;
}

KithMap *
kith_viewer_get_map (KithViewer *self)
{
  return self->shown;
}

KithMap *
kith_viewer_get_whole_map (KithViewer *self)
{
  return self->both != NULL ? self->both : kith_document_get_map (self->document);
}

const KithView *
kith_viewer_get_view (KithViewer *self)
{
  return &self->view;
}

/**
 * kith_viewer_set_audience:
 * @self: a viewer
 * @audience: for whom the whole window is from now on
 */
void
kith_viewer_set_audience (KithViewer *self, KithAudience audience)
{
  if (self->view.audience == audience)
    return;
  self->view.audience = audience;
  kith_viewer_tell_change (self, NULL);
  g_signal_emit (self, signals[VIEW_CHANGED], 0);
}

void
kith_viewer_set_palette (KithViewer *self, KithPaletteName palette)
{
  if (self->view.palette == palette)
    return;
  self->view.palette = palette;
  g_signal_emit (self, signals[VIEW_CHANGED], 0);
}

void
kith_viewer_set_legend (KithViewer *self, KithCorner corner)
{
  if (self->view.legend == corner)
    return;
  self->view.legend = corner;
  g_signal_emit (self, signals[VIEW_CHANGED], 0);
}

void
kith_viewer_set_through (KithViewer *self, KithId stakeholder)
{
  if (self->view.through == stakeholder)
    return;
  self->view.through = stakeholder;
  g_signal_emit (self, signals[VIEW_CHANGED], 0);
}

void
kith_viewer_set_question (KithViewer *self, KithId question)
{
  if (self->view.question == question)
    return;
  self->view.question = question;
  g_signal_emit (self, signals[VIEW_CHANGED], 0);
}

void
kith_viewer_set_lines (KithViewer *self, gboolean lines)
{
  if (self->view.lines == lines)
    return;
  self->view.lines = lines;
  g_signal_emit (self, signals[VIEW_CHANGED], 0);
}

/* Of KithFlag. */
void
kith_viewer_set_flags (KithViewer *self, guint flags)
{
  if (self->view.flags == flags)
    return;
  self->view.flags = flags;
  g_signal_emit (self, signals[VIEW_CHANGED], 0);
}

static gboolean
fail (KithViewer *self, GError *error)
{
  g_signal_emit (self, signals[MESSAGE], 0, error->message, TRUE);
  g_error_free (error);
  return FALSE;
}

/**
 * kith_viewer_perform:
 * @self: a viewer
 * @edit: (transfer full) (nullable): what is to be done
 * @error: (transfer full) (nullable): why the verb made no edit
 *
 * Returns: whether it was done, or there was nothing to do; if not, the window has been told why
 */
gboolean
kith_viewer_perform (KithViewer *self, KithEdit *edit, GError *error)
{
  GError *failure = NULL;
  KithMap *map;
  gboolean done;

  if (error != NULL)
    return fail (self, error);
  if (edit == NULL)
    return TRUE;
  edit = kith_viewer_fit_edit (self, edit);
  if (edit == NULL)
    return FALSE;
  if (!kith_viewer_allows (self, edit))
    {
      kith_edit_unref (edit);
      kith_viewer_tell_past_refused (self);
      return FALSE;
    }
  map = kith_document_get_map (self->document);
  if (self->view.day == 0 && !self->view.ended)
    kith_edit_name_now (edit, map, kith_date_today ().first);
  kith_edit_drop_pictures (edit, map);
  kith_edit_retitle_frames (edit, map);
  kith_edit_follow_sizes (edit, map);
  kith_measure_edit_on (edit, map);
  kith_edit_ref (edit);
  self->performing = TRUE;
  done = kith_document_perform (self->document, edit, &failure);
  self->performing = FALSE;
  if (done)
    kith_viewer_tell_hidden (self, edit);
  kith_edit_unref (edit);
  return done || fail (self, failure);
}

gboolean
kith_viewer_is_performing (KithViewer *self)
{
  return self->performing;
}

gboolean
kith_viewer_settle (KithViewer *self)
{
  gboolean stays = FALSE;

  g_signal_emit (self, signals[SETTLE], 0, &stays);
  return !stays;
}

/* A step's words name what it concerned, which only the team may see. */
static void
say_step (KithViewer *self, const char *format, const char *plain, const char *label)
{
  g_autofree char *words = NULL;

  if (self->view.audience != KITH_TEAM)
    {
      kith_viewer_say (self, plain);
      return;
    }
  words = g_strdup_printf (format, label);
  kith_viewer_say (self, words);
}

/* Takes a step of that name back, or does it again, and says which; NULL: there is none. */
static void
take_step (KithViewer *self,
           const char *label,
           gboolean (*take) (KithDocument *document, GError **error),
           const char *format,
           const char *plain)
{
  g_autofree char *kept = g_strdup (label);
  GError *error = NULL;
  gboolean done;

  if (label == NULL)
    return;
  self->performing = self->stepping = TRUE;
  done = take (self->document, &error);
  self->performing = self->stepping = FALSE;
  if (done)
    say_step (self, format, plain, kept);
  else
    fail (self, error);
}

/**
 * kith_viewer_undo:
 * @self: a viewer
 *
 * Takes the last step back and says which.
 */
void
kith_viewer_undo (KithViewer *self)
{
  take_step (self, kith_document_undo_label (self->document), kith_document_undo, _ ("Undone: %s"),
             _ ("Undone"));
}

/**
 * kith_viewer_redo:
 * @self: a viewer
 *
 * Does the next undone step again and says which.
 */
void
kith_viewer_redo (KithViewer *self)
{
  take_step (self, kith_document_redo_label (self->document), kith_document_redo,
             _ ("Done again: %s"), _ ("Done again"));
}

/* Whether the change that comes is a step undone, or done again, in this window. */
gboolean
kith_viewer_is_stepping (KithViewer *self)
{
  return self->stepping;
}

/**
 * kith_viewer_say:
 * @self: a viewer
 * @text: a sentence for the window to show for a moment and to announce; "" takes back the last
 */
void
kith_viewer_say (KithViewer *self, const char *text)
{
  g_signal_emit (self, signals[MESSAGE], 0, text, FALSE);
}

/**
 * kith_viewer_announce:
 * @self: a viewer
 * @text: words for a screen reader about what everybody else sees on the map; never from the whole
 * map
 */
void
kith_viewer_announce (KithViewer *self, const char *text)
{
  g_signal_emit (self, signals[ANNOUNCEMENT], 0, text);
}

guint
kith_viewer_n_selected (KithViewer *self)
{
  return g_hash_table_size (self->selected);
}

/**
 * kith_viewer_get_only:
 * @self: a viewer
 * @kind: (out) (optional): its kind
 *
 * Returns: what is selected where that is just one thing, else 0
 */
KithId
kith_viewer_get_only (KithViewer *self, KithKind *kind)
{
  GHashTableIter iter;
  gpointer id;

  if (kith_viewer_n_selected (self) != 1)
    return 0;
  g_hash_table_iter_init (&iter, self->selected);
  g_hash_table_iter_next (&iter, &id, NULL);
  if (kind != NULL)
    kith_map_kind_of (self->shown, *(KithId *) id, kind);
  return *(KithId *) id;
}

gboolean
kith_viewer_is_selected (KithViewer *self, KithId id)
{
  return g_hash_table_contains (self->selected, &id);
}

GHashTable *
kith_viewer_get_selection (KithViewer *self)
{
  return self->selected;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const KithId one = *(const KithId *) a;
  const KithId other = *(const KithId *) b;

  return (one > other) - (one < other);
}

/**
 * kith_viewer_dup_selection:
 * @self: a viewer
 *
 * Returns: (transfer full): the selected ids in ascending order
 */
GArray *
kith_viewer_dup_selection (KithViewer *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->selected);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (ids, id, 1);
  g_array_sort (ids, compare_ids);
  return ids;
}

static void
put_selected (KithViewer *self, KithId id)
{
  if (is_shown (self, id))
    g_hash_table_add (self->selected, g_memdup2 (&id, sizeof id));
}

static void
tell_selection (KithViewer *self)
{
  self->end = KITH_END_A;
  kith_document_seal (self->document);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

/**
 * kith_viewer_select_only:
 * @self: a viewer
 * @id: what is to be selected, alone; 0 for nothing
 */
void
kith_viewer_select_only (KithViewer *self, KithId id)
{
  if (id != 0 && kith_viewer_get_only (self, NULL) == id)
    return;
  if (id == 0 && kith_viewer_n_selected (self) == 0)
    return;
  g_hash_table_remove_all (self->selected);
  put_selected (self, id);
  tell_selection (self);
}

void
kith_viewer_toggle (KithViewer *self, KithId id)
{
  if (!g_hash_table_remove (self->selected, &id))
    put_selected (self, id);
  tell_selection (self);
}

/**
 * kith_viewer_select:
 * @self: a viewer
 * @ids: (array length=n): what is to be selected
 * @n: how many
 * @extend: whether what is selected stays so
 */
void
kith_viewer_select (KithViewer *self, const KithId *ids, guint n, gboolean extend)
{
  if (!extend)
    g_hash_table_remove_all (self->selected);
  for (guint i = 0; i < n; i++)
    put_selected (self, ids[i]);
  tell_selection (self);
}

KithEnd
kith_viewer_get_end (KithViewer *self)
{
  return self->end;
}

void
kith_viewer_set_end (KithViewer *self, KithEnd end)
{
  if (self->end == end)
    return;
  self->end = end;
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

/* As it is called before it goes. */
static char *
words_of_deletion (KithViewer *self, const GArray *ids)
{
  const KithStakeholder *stakeholder = kith_map_stakeholder (self->shown,
                                                             g_array_index (ids, KithId, 0));

  if (ids->len == 1 && stakeholder != NULL)
    return g_strdup_printf (_ ("Deleted: %s"), stakeholder->name);
  return g_strdup_printf (ngettext ("%u thing deleted", "%u things deleted", ids->len), ids->len);
}

/**
 * kith_viewer_delete_selection:
 * @self: a viewer
 *
 * Deletes what is selected with all that hangs on it: one edit.
 */
void
kith_viewer_delete_selection (KithViewer *self)
{
  g_autoptr (GArray) ids = kith_viewer_dup_selection (self);
  g_autofree char *words = NULL;

  if (ids->len == 0)
    return;
  words = words_of_deletion (self, ids);
  if (kith_viewer_perform (self,
                           kith_verb_delete (kith_viewer_get_whole_map (self),
                                             (const KithId *) (gpointer) ids->data, ids->len, NULL),
                           NULL))
    kith_viewer_announce (self, words);
}
