/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-barrier.h"

#include <glib/gi18n-lib.h>

#include "kith-as-at.h"
#include "kith-verbs-quote.h"
#include "kith-verbs.h"

/**
 * kith_barrier_draft:
 * @owner_kind: KITH_LINK, KITH_STAKEHOLDER or KITH_SPACE
 * @owner: its id
 *
 * Returns: (transfer full): a new barrier without words
 */
KithBarrier *
kith_barrier_draft (KithKind owner_kind, KithId owner)
{
  KithBarrier *draft = kith_record_new (KITH_BARRIER, kith_id_new ());

  if (owner_kind == KITH_LINK)
    draft->link = owner;
  else if (owner_kind == KITH_SPACE)
    draft->space = owner;
  else
    draft->stakeholder = owner;
  return draft;
}

/**
 * kith_barrier_owner:
 * @barrier: a barrier
 *
 * Returns: the link, shared space or stakeholder where it bites
 */
KithId
kith_barrier_owner (const KithBarrier *barrier)
{
  return barrier->link != 0    ? barrier->link
         : barrier->space != 0 ? barrier->space
                               : barrier->stakeholder;
}

static gboolean
may_be_put (KithMap *map, KithBarrier *barrier, GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (barrier->text));
  KithKind kind;

  if (*text == '\0')
    return kith_refuse (error, _ ("Say which rule or practice it is."));
  if (!kith_map_kind_of (map, kith_barrier_owner (barrier), &kind))
    return kith_refuse (error, _ ("What the barrier belongs to is no longer on the map."));
  if (kith_date_is_set (&barrier->from) && kith_date_is_set (&barrier->to)
      && kith_date_gone_from (&barrier->to) <= kith_date_holds_from (&barrier->from))
    return kith_refuse (error, _ ("A barrier cannot be gone before it was there."));
  kith_text_set (&barrier->text, text);
  return kith_record_validate (barrier, error);
}

/**
 * kith_verb_put_barrier:
 * @map: a map
 * @after: (transfer full): a barrier; new, or with the id of one that it replaces
 * @error: KITH_MODEL_ERROR where it has no words, its dates are the wrong way round or its owner is
 *   gone
 *
 * Returns: (transfer full) (nullable): the edit
 */
KithEdit *
kith_verb_put_barrier (KithMap *map, KithBarrier *after, GError **error)
{
  g_autoptr (KithBarrier) owned = after;
  const char *label = kith_map_get (map, KITH_BARRIER, KITH_ID (after)) != NULL
                          ? _ ("Change a barrier")
                          : _ ("Add a barrier");

  if (!may_be_put (map, owned, error))
    return NULL;
  return kith_verb_put (map, g_steal_pointer (&owned), label);
}

/**
 * kith_verb_delete_barrier:
 * @map: a map
 * @barrier: one of its barriers
 *
 * Returns: (transfer full): the edit; without changes where it is gone already
 */
KithEdit *
kith_verb_delete_barrier (KithMap *map, KithId barrier)
{
  KithEdit *edit = kith_edit_new (_ ("Delete a barrier"));
  gconstpointer before = kith_map_get (map, KITH_BARRIER, barrier);

  if (before != NULL)
    kith_edit_delete (edit, before);
  return edit;
}

/**
 * kith_barrier_is_gone:
 * @barrier: a barrier
 * @today: a Julian day
 *
 * Returns: whether it is there no more on that day
 */
gboolean
kith_barrier_is_gone (const KithBarrier *barrier, gint32 today)
{
  return kith_date_gone_from (&barrier->to) <= today;
}

static int
compare_barriers (gconstpointer a, gconstpointer b, gpointer today)
{
  const KithBarrier *one = *(const KithBarrier *const *) a;
  const KithBarrier *other = *(const KithBarrier *const *) b;
  gboolean one_gone = kith_barrier_is_gone (one, GPOINTER_TO_INT (today));
  gboolean other_gone = kith_barrier_is_gone (other, GPOINTER_TO_INT (today));
  int order;

  if (one_gone != other_gone)
    return one_gone ? 1 : -1;
  order = kith_date_compare (&one->from, &other->from);
  return order != 0 ? order : kith_record_compare (one, other);
}

/**
 * kith_barriers_of:
 * @map: a map
 * @owner: where they bite; 0: anywhere
 * @today: a Julian day
 *
 * Returns: (transfer container): those that hold, then those that are gone on that day
 */
GPtrArray *
kith_barriers_of (KithMap *map, KithId owner, gint32 today)
{
  GPtrArray *list = g_ptr_array_new ();

  KITH_FOR_EACH (KithBarrier, barrier, map, KITH_BARRIER)
    if (owner == 0 || kith_barrier_owner (barrier) == owner)
      g_ptr_array_add (list, (gpointer) barrier);
  g_ptr_array_sort_with_data (list, compare_barriers, GINT_TO_POINTER (today));
  return list;
}

static void
add_words (GString *out, const char *format, const char *words)
{
  if (words == NULL || *words == '\0')
    return;
  if (out->len > 0)
    g_string_append (out, " · ");
  g_string_append_printf (out, format, words);
}

/**
 * kith_barrier_words:
 * @barrier: a barrier
 *
 * Returns: (transfer full): whom it shuts out, since when, until when and what would change it; ""
 *   where nothing of that is said
 */
char *
kith_barrier_words (const KithBarrier *barrier)
{
  GString *out = g_string_new (NULL);
  g_autofree char *from = kith_date_to_words (&barrier->from);
  g_autofree char *to = kith_date_to_words (&barrier->to);

  /* Translators: of a rule or practice: "Shuts out carers" */
  add_words (out, _ ("Shuts out %s"), barrier->whom);
  /* Translators: "since 2019" */
  add_words (out, _ ("since %s"), from);
  /* Translators: a barrier is no longer there: "gone 2024" */
  add_words (out, _ ("gone %s"), to);
  /* Translators: "would change it: a form that asks less" */
  add_words (out, _ ("would change it: %s"), barrier->change);
  return g_string_free (out, FALSE);
}

/**
 * kith_barrier_subject:
 * @map: a map
 * @barrier: one of its barriers
 *
 * Returns: (transfer full): the name of what it belongs to
 */
char *
kith_barrier_subject (KithMap *map, const KithBarrier *barrier)
{
  const KithLink *link = kith_map_link (map, barrier->link);
  const KithStakeholder *stakeholder = kith_map_stakeholder (map, barrier->stakeholder);
  const KithSpace *space = kith_map_space (map, barrier->space);

  if (link != NULL)
    /* Translators: the two ends of a link */
    return g_strdup_printf (_ ("%s and %s"), kith_told_words (map, link, KITH_TOLD_A),
                            kith_told_words (map, link, KITH_TOLD_B));
  return g_strdup (stakeholder != NULL ? stakeholder->name : space != NULL ? space->name : "");
}
