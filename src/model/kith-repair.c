/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-repair.h"

#include <glib/gi18n-lib.h>

#include "kith-now.h"
#include "kith-opinion.h"
#include "kith-succession.h"
#include "kith-verbs.h"

/**
 * kith_repair_draft:
 * @owner_kind: KITH_LINK, KITH_STAKEHOLDER, KITH_SPACE, KITH_QUESTION, or KITH_ABOUT for the map
 * @owner: its id
 * @today: when it is agreed
 *
 * Returns: (transfer full): a new step of the plan without words
 */
KithRepair *
kith_repair_draft (KithKind owner_kind, KithId owner, const KithDate *today)
{
  KithRepair *draft = kith_record_new (KITH_REPAIR, kith_id_new ());

  draft->made = *today;
  switch (owner_kind)
    {
    case KITH_LINK:
      draft->link = owner;
      break;
    case KITH_STAKEHOLDER:
      draft->stakeholder = owner;
      break;
    case KITH_SPACE:
      draft->space = owner;
      break;
    case KITH_QUESTION:
      draft->question = owner;
      break;
    default:
      break;
    }
  return draft;
}

/**
 * kith_repair_owner:
 * @repair: a step of a plan
 *
 * Returns: the link, stakeholder, shared space or question that it is of; 0: the whole map
 */
KithId
kith_repair_owner (const KithRepair *repair)
{
  return repair->link != 0          ? repair->link
         : repair->stakeholder != 0 ? repair->stakeholder
         : repair->space != 0       ? repair->space
                                    : repair->question;
}

static gboolean
may_be_put (KithMap *map, KithRepair *repair, GError **error)
{
  static const KithDate none = KITH_DATE_INIT;
  g_autofree char *title = g_strstrip (g_strdup (repair->title));
  KithId owner = kith_repair_owner (repair);
  KithKind kind;

  if (*title == '\0')
    return kith_refuse (error, _ ("Say what the next small win is."));
  if (owner != 0 && !kith_map_kind_of (map, owner, &kind))
    return kith_refuse (error, _ ("What is to be repaired is no longer on the map."));
  kith_text_set (&repair->title, title);
  if (repair->state == KITH_REPAIR_PLANNED)
    repair->ended = none;
  return kith_record_validate (repair, error);
}

/**
 * kith_verb_put_repair:
 * @map: a map
 * @after: (transfer full): a step of the plan; new, or with the id of one that it replaces
 * @error: KITH_MODEL_ERROR where it has no words or its owner is gone
 *
 * Returns: (transfer full) (nullable): the edit
 */
KithEdit *
kith_verb_put_repair (KithMap *map, KithRepair *after, GError **error)
{
  g_autoptr (KithRepair) owned = after;
  const char *label = kith_map_get (map, KITH_REPAIR, KITH_ID (after)) != NULL
                          ? _ ("Change the repair plan")
                          : _ ("Plan a repair");

  if (!may_be_put (map, owned, error))
    return NULL;
  return kith_verb_put (map, g_steal_pointer (&owned), label);
}

/**
 * kith_verb_set_repair_state:
 * @map: a map
 * @repair: a step of its plan
 * @state: what becomes of it
 * @date: when; passed over for one that is planned again
 * @error: KITH_MODEL_ERROR_REFUSED where it is gone
 *
 * Returns: (transfer full) (nullable): the edit; without changes where it is so already
 */
KithEdit *
kith_verb_set_repair_state (KithMap *map,
                            KithId repair,
                            KithRepairState state,
                            const KithDate *date,
                            GError **error)
{
  static const char *const labels[] = {
    [KITH_REPAIR_PLANNED] = N_ ("Plan a repair again"),
    [KITH_REPAIR_DONE] = N_ ("A small win is done"),
    [KITH_REPAIR_GIVEN_UP] = N_ ("Give up a repair"),
  };
  static const KithDate none = KITH_DATE_INIT;
  const KithRepair *before = kith_map_get (map, KITH_REPAIR, repair);
  KithRepair *after;
  KithEdit *edit;

  if (before == NULL)
    return kith_refuse_null (error, _ ("That step of the repair plan is no longer on the map."));
  edit = kith_edit_new (_ (labels[state]));
  if (before->state == (int) state)
    return edit;
  after = kith_record_copy (before);
  after->state = (int) state;
  after->ended = state == KITH_REPAIR_PLANNED ? none : *date;
  kith_edit_update (edit, before, after);
  return edit;
}

/* Whether all of a date lies before the day. */
static gboolean
has_passed (const KithDate *date, gint32 today)
{
  return kith_date_is_set (date) && date->last != KITH_DAY_OPEN_LAST && date->last < today;
}

/**
 * kith_repair_wait:
 * @repair: a step of a plan
 * @today: a Julian day
 *
 * Returns: what it waits for on that day
 */
KithRepairWait
kith_repair_wait (const KithRepair *repair, gint32 today)
{
  if (repair->state == KITH_REPAIR_PLANNED)
    return has_passed (&repair->due, today) ? KITH_REPAIR_PAST : KITH_REPAIR_AHEAD;
  if (*repair->outcome == '\0' && kith_date_is_set (&repair->review)
      && repair->review.first <= today)
    return KITH_REPAIR_TO_REVIEW;
  return KITH_REPAIR_ENDED;
}

/* Those without a day come after those with one. */
static int
compare_days (const KithDate *a, const KithDate *b)
{
  if (kith_date_is_set (a) != kith_date_is_set (b))
    return kith_date_is_set (a) ? -1 : 1;
  return kith_date_compare (a, b);
}

/**
 * kith_repair_compare:
 * @a: a step of a plan
 * @b: another
 *
 * Returns: their order: planned ones by their day, then ended ones, the last first
 */
int
kith_repair_compare (const KithRepair *a, const KithRepair *b)
{
  gboolean a_planned = a->state == KITH_REPAIR_PLANNED;
  gboolean b_planned = b->state == KITH_REPAIR_PLANNED;
  int order;

  if (a_planned != b_planned)
    return a_planned ? -1 : 1;
  order = a_planned ? compare_days (&a->due, &b->due) : compare_days (&b->ended, &a->ended);
  return order != 0 ? order : kith_record_compare (a, b);
}

static int
compare_repairs (gconstpointer a, gconstpointer b)
{
  return kith_repair_compare (*(const KithRepair *const *) a, *(const KithRepair *const *) b);
}

/**
 * kith_repairs_of:
 * @map: a map
 * @owner: what they belong to; 0: the whole map
 *
 * Returns: (transfer container): its steps in the order of kith_repair_compare()
 */
GPtrArray *
kith_repairs_of (KithMap *map, KithId owner)
{
  GPtrArray *list = g_ptr_array_new ();

  KITH_FOR_EACH (KithRepair, repair, map, KITH_REPAIR)
    if (kith_repair_owner (repair) == owner)
      g_ptr_array_add (list, (gpointer) repair);
  g_ptr_array_sort (list, compare_repairs);
  return list;
}

/**
 * kith_repair_list:
 * @map: a map
 *
 * Returns: (transfer container): all steps of its plan in the order of kith_repair_compare()
 */
GPtrArray *
kith_repair_list (KithMap *map)
{
  GPtrArray *list = g_ptr_array_new ();

  KITH_FOR_EACH (KithRepair, repair, map, KITH_REPAIR)
    g_ptr_array_add (list, (gpointer) repair);
  g_ptr_array_sort (list, compare_repairs);
  return list;
}

static gboolean
has_ended (KithMap *map, const KithRepair *repair, gint32 today)
{
  KithId owner = kith_repair_owner (repair);
  KithKind kind;

  return owner != 0 && kith_map_kind_of (map, owner, &kind)
         && kith_record_when (map, kith_map_get (map, kind, owner), today) == KITH_WHEN_ENDED;
}

/* Who comes after it has its plan. */
static gboolean
went_on (KithMap *map, KithId stakeholder)
{
  g_autoptr (GPtrArray) after = kith_map_successors_of (map, stakeholder);

  return after->len > 0;
}

static gboolean
is_left (KithMap *map, const KithRepair *repair, gint32 today)
{
  const KithLink *link = repair->link != 0 ? kith_map_link (map, repair->link) : NULL;

  if (repair->state != KITH_REPAIR_PLANNED || !has_ended (map, repair, today))
    return FALSE;
  if (link != NULL)
    return !went_on (map, link->a) && !went_on (map, link->b);
  return repair->stakeholder == 0 || !went_on (map, repair->stakeholder);
}

/**
 * kith_repairs_left:
 * @map: a map that has what ended
 * @today: a Julian day
 *
 * Returns: (transfer container): planned steps of what has ended, and which nobody has taken over
 */
GPtrArray *
kith_repairs_left (KithMap *map, gint32 today)
{
  GPtrArray *list = g_ptr_array_new ();

  KITH_FOR_EACH (KithRepair, repair, map, KITH_REPAIR)
    if (is_left (map, repair, today))
      g_ptr_array_add (list, (gpointer) repair);
  g_ptr_array_sort (list, compare_repairs);
  return list;
}

static void
add_dated (GPtrArray *parts, const char *format, const KithDate *date)
{
  g_autofree char *when = kith_date_to_words (date);

  if (kith_date_is_set (date))
    g_ptr_array_add (parts, g_strdup_printf (format, when));
}

static void
add_how_it_stands (GPtrArray *parts, const KithRepair *repair, gint32 today)
{
  /* Translators: of a small win that was agreed */
  const char *format = repair->state == KITH_REPAIR_DONE ? _ ("Done: %s") : _ ("Given up: %s");

  if (repair->state == KITH_REPAIR_PLANNED)
    {
      /* Translators: until when a small win is to be there: "By: 30 September 2026" */
      add_dated (parts, _ ("By: %s"), &repair->due);
      return;
    }
  if (kith_date_is_set (&repair->ended))
    add_dated (parts, format, &repair->ended);
  else
    g_ptr_array_add (parts, g_strdup (kith_enum_label (&kith_repair_states, repair->state)));
}

/**
 * kith_repair_words:
 * @repair: a step of a plan
 * @today: a Julian day
 *
 * Returns: (transfer full): when, who, and what it waits for
 */
char *
kith_repair_words (const KithRepair *repair, gint32 today)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  KithRepairWait wait = kith_repair_wait (repair, today);

  add_how_it_stands (parts, repair, today);
  if (*repair->owner != '\0')
    g_ptr_array_add (parts, g_strdup (repair->owner));
  if (wait == KITH_REPAIR_PAST)
    g_ptr_array_add (parts, g_strdup (_ ("its day has passed")));
  if (wait == KITH_REPAIR_TO_REVIEW)
    g_ptr_array_add (parts, g_strdup (_ ("how did it go?")));
  else if (wait != KITH_REPAIR_ENDED)
    add_dated (parts, _ ("look at it again: %s"), &repair->review);
  if (*repair->outcome != '\0')
    g_ptr_array_add (parts, g_strdup (repair->outcome));
  if (parts->len == 0)
    g_ptr_array_add (parts, g_strdup (kith_enum_label (&kith_repair_states, repair->state)));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

/**
 * kith_repair_subject:
 * @map: the map that it is of
 * @repair: a step of its plan
 *
 * Returns: (transfer full): what it belongs to
 */
char *
kith_repair_subject (KithMap *map, const KithRepair *repair)
{
  const KithLink *link = kith_map_link (map, repair->link);
  const KithStakeholder *stakeholder = kith_map_stakeholder (map, repair->stakeholder);
  const KithSpace *space = kith_map_space (map, repair->space);
  const KithQuestion *question = repair->question != 0
                                     ? kith_map_get (map, KITH_QUESTION, repair->question)
                                     : NULL;

  if (link != NULL)
    /* Translators: the two ends of a link */
    return g_strdup_printf (_ ("%s and %s"),
                            kith_stakeholder_short_name (kith_map_stakeholder (map, link->a)),
                            kith_stakeholder_short_name (kith_map_stakeholder (map, link->b)));
  if (stakeholder != NULL)
    return g_strdup (stakeholder->name);
  if (space != NULL)
    return g_strdup (space->name);
  if (question != NULL)
    return g_strdup (question->title);
  return g_strdup (_ ("The whole map"));
}

/**
 * kith_repair_subject_on:
 * @map: the map that it is of
 * @repair: a step of its plan
 * @today: a Julian day
 *
 * Returns: (transfer full): what it belongs to, and whether that has ended
 */
char *
kith_repair_subject_on (KithMap *map, const KithRepair *repair, gint32 today)
{
  g_autofree char *subject = kith_repair_subject (map, repair);

  if (!has_ended (map, repair, today))
    return g_steal_pointer (&subject);
  /* Translators: what a small win is of, which is no longer there: "Youth Team, which ended" */
  return g_strdup_printf (_ ("%s, which ended"), subject);
}

/**
 * kith_repair_summary:
 * @map: a map, made for who reads it
 * @today: a Julian day
 *
 * Returns: (transfer full): how many steps are planned and how many have ended; "" for none
 */
char *
kith_repair_summary (KithMap *map, gint32 today)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint planned = 0, past = 0, done = 0;

  KITH_FOR_EACH (KithRepair, repair, map, KITH_REPAIR)
    {
      planned += repair->state == KITH_REPAIR_PLANNED;
      past += kith_repair_wait (repair, today) == KITH_REPAIR_PAST;
      done += repair->state == KITH_REPAIR_DONE;
    }
  if (planned > 0)
    g_string_append_printf (out, ngettext ("%u planned", "%u planned", planned), planned);
  if (past > 0)
    g_string_append_printf (out,
                            ngettext (", %u of them past its day", ", %u of them past their day",
                                      past),
                            past);
  if (done > 0)
    g_string_append_printf (out, ngettext ("%s%u done", "%s%u done", done),
                            out->len > 0 ? "; " : "", done);
  return g_string_free (g_steal_pointer (&out), FALSE);
}
