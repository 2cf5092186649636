/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A viewer's map of now: what has ended and what is to come is not shown unless it is asked for. */
#include <glib/gi18n-lib.h>

#include "kith-arrange.h"
#include "kith-now.h"
#include "kith-viewer-private.h"

static gboolean
is_otherwise (gconstpointer before, gconstpointer after)
{
  return before != after && !kith_record_equal (before, after);
}

/* What makes of one map another. Cost: a look-up a record. */
KithEdit *
kith_viewer_difference (KithMap *before, KithMap *after)
{
  KithEdit *edit = kith_edit_new ("");

  for (guint kind = KITH_N_KINDS; kind > 0; kind--)
    KITH_FOR_EACH (KithRecord, record, before, (KithKind) (kind - 1))
      if (kith_map_get (after, record->kind, record->id) == NULL)
        kith_edit_delete (edit, record);
  for (guint kind = 0; kind < KITH_N_KINDS; kind++)
    KITH_FOR_EACH (KithRecord, record, after, (KithKind) kind)
      {
        gconstpointer old = kith_map_get (before, record->kind, record->id);

        if (old == NULL)
          kith_edit_insert (edit, kith_record_ref (record));
        else if (is_otherwise (old, record))
          kith_edit_update (edit, old, kith_record_ref (record));
      }
  return edit;
}

/* Whether `before` is what kith_map_now() made of what is seen as it was before the edit. */
static gboolean
can_follow (KithViewer *self, KithMap *before, KithMap *seen, gint32 today)
{
  return before != NULL && seen == self->seen && self->today == today;
}

/* What an audience may see of an arrangement's frames depends on who is private, which no edit says. */
static gboolean
tells_all (KithViewer *self)
{
  return self->view.audience == KITH_TEAM
         || kith_map_arrangement (kith_document_get_map (self->document), NULL)
                == KITH_ARRANGEMENT_FREE;
}

/* The rest of an audience's map is told as it was edited, so long as nothing of it is hidden. */
static KithEdit *
tell_anew (KithViewer *self, KithEdit *edit, KithMap *before, KithMap *seen)
{
  if (edit == NULL || before == NULL)
    return NULL;
  if (self->shown == self->seen && before == seen && tells_all (self))
    return kith_edit_ref (edit);
  return kith_viewer_difference (before, self->shown);
}

/* The map of the document that is seen itself has been edited where it is: what is shown of it
 * follows at a cost of the edit. */
KithEdit *
kith_viewer_remake_now (KithViewer *self, KithEdit *edit, KithMap *before, KithMap *seen)
{
  gint32 today = kith_date_today ().first;
  gboolean follows = edit != NULL && can_follow (self, before, seen, today);

  if (self->view.ended)
    {
      self->today = 0;
      self->shown = kith_map_ref (self->seen);
      return tell_anew (self, edit, before, seen);
    }
  self->today = today;
  if (follows)
    {
      self->shown = kith_map_ref (before);
      return kith_map_now_follow (&self->shown, self->seen, edit, today);
    }
  self->shown = kith_map_now (self->seen, today);
  return tell_anew (self, edit, before, seen);
}

/**
 * kith_viewer_get_seen_map:
 * @self: a viewer
 *
 * Returns: (transfer none): what its audience may see, whatever day is shown and whether it has
 *   ended; until the next "changed"
 */
KithMap *
kith_viewer_get_seen_map (KithViewer *self)
{
  return self->seen;
}

/**
 * kith_viewer_set_ended:
 * @self: a viewer
 * @ended: whether the map of now shows what has ended and what is to come too
 */
void
kith_viewer_set_ended (KithViewer *self, gboolean ended)
{
  if (self->view.ended == ended)
    return;
  self->view.ended = ended;
  if (self->view.day == 0)
    kith_viewer_tell_change (self, NULL);
  kith_viewer_tell_view (self, FALSE);
}

/**
 * kith_viewer_not_now:
 * @self: a viewer
 * @id: what the audience may see of the map
 *
 * Returns: whether it is left out because it has ended or is to come
 */
gboolean
kith_viewer_not_now (KithViewer *self, KithId id)
{
  KithKind kind;

  return self->view.day == 0 && self->comparison == NULL && self->shown != self->seen
         && kith_map_kind_of (self->seen, id, &kind)
         && kith_map_get (self->shown, kind, id) == NULL;
}

/* --- What an edit hides --- */

typedef struct
{
  const KithRecord *first; /* stakeholders before spaces before links */
  KithWhen when;           /* of the first */
  guint n;
  guint ended; /* stakeholders of these that have ended */
} Hidden;

static gboolean
comes_before (const KithRecord *one, const KithRecord *other)
{
  static const guint8 rank[KITH_N_KINDS] = { [KITH_STAKEHOLDER] = 2, [KITH_SPACE] = 1 };

  return other == NULL || rank[one->kind] > rank[other->kind];
}

/* What it merely moved or named among what is hidden was not to be seen before. */
static gboolean
was_there (KithViewer *self, const KithChange *change, gint32 today)
{
  return change->before == NULL
         || kith_record_when (self->seen, change->before, today) == KITH_WHEN_NOW;
}

static void
note_hidden (KithViewer *self, const KithChange *change, gint32 today, Hidden *hidden)
{
  const KithRecord *record = change->after;

  if (record == NULL
      || (record->kind != KITH_STAKEHOLDER && record->kind != KITH_LINK
          && record->kind != KITH_SPACE)
      || !kith_viewer_not_now (self, record->id) || !was_there (self, change, today))
    return;
  hidden->n++;
  hidden->ended += record->kind == KITH_STAKEHOLDER
                   && kith_record_when (self->seen, record, today) == KITH_WHEN_ENDED;
  if (!comes_before (record, hidden->first))
    return;
  hidden->first = kith_map_get (self->seen, record->kind, record->id);
  hidden->when = kith_record_when (self->seen, hidden->first, today);
}

static char *
name_of (KithViewer *self, const KithRecord *record)
{
  const KithLink *link = (const KithLink *) record;
  const KithStakeholder *a, *b;

  if (record->kind == KITH_STAKEHOLDER)
    return g_strdup (((const KithStakeholder *) record)->name);
  if (record->kind == KITH_SPACE)
    return g_strdup (((const KithSpace *) record)->name);
  a = kith_map_stakeholder (self->seen, link->a);
  b = kith_map_stakeholder (self->seen, link->b);
  /* Translators: a link between two stakeholders */
  return g_strdup_printf (_ ("%s – %s"), a != NULL ? a->name : "", b != NULL ? b->name : "");
}

static char *
words_of_one (KithViewer *self, const Hidden *hidden)
{
  g_autofree char *name = name_of (self, hidden->first);
  const KithDate *from = kith_field_address (kith_kind_field (hidden->first->kind, "from"),
                                             hidden->first);
  g_autofree char *date = kith_date_to_words (from);

  if (hidden->ended > 1)
    return g_strdup_printf (ngettext ("%u stakeholder has ended", "%u stakeholders have ended",
                                      hidden->ended),
                            hidden->ended);
  if (hidden->when == KITH_WHEN_ENDED)
    return g_strdup_printf (_ ("%s has ended"), name);
  /* Translators: "North Trust begins on a date to come: 1 April 2027" */
  return g_strdup_printf (_ ("%s begins on a date to come: %s"), name, date);
}

char *
kith_viewer_hidden_words (KithViewer *self, const KithEdit *edit)
{
  gint32 today = kith_date_today ().first;
  Hidden hidden = { 0 };

  for (guint i = 0; i < kith_edit_n_changes (edit); i++)
    note_hidden (self, kith_edit_change (edit, i), today, &hidden);
  return hidden.n > 0 ? words_of_one (self, &hidden) : NULL;
}
