/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What passes a filter: see the rules at its head. */
#include <string.h>

#include "kith-filter-private.h"
#include "kith-opinion.h"
#include "kith-search.h"
#include "kith-sectors.h"
#include "kith-tags.h"

/* What stakeholders and links hold themselves of what tag, text and happened ask, a bit each. */
#define HOLDS(criterion) (1u << (criterion))

typedef struct
{
  const KithFilter *filter;
  KithMap *map;
  guint asked;                         /* of HOLDS */
  gboolean links_alone;                /* a criterion is about links alone */
  GHashTable *values[KITH_N_CRITERIA]; /* of the keys, as they are compared */
  GHashTable *places;                  /* id of a stakeholder → its place + 1 */
  GHashTable *links;                   /* id of a link → its place + 1 */
  guint8 *meets;                       /* a stakeholder: criteria about stakeholders */
  guint *holds;                        /* a stakeholder: of HOLDS */
  guint *link_holds;
  guint8 *passes; /* a stakeholder */
  guint8 *link_passes;
} Evaluation;

struct _KithPass
{
  gatomicrefcount ref_count;
  GHashTable *out; /* of gint64: stakeholders, links and spaces that do not pass */
  guint n_out[KITH_N_KINDS];
};

/* --- Before: the keys as they are compared, and places --- */

static GHashTable *
folded_keys (const GPtrArray *keys)
{
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < keys->len; i++)
    g_hash_table_add (set, g_utf8_casefold (keys->pdata[i], -1));
  return set;
}

static GHashTable *
places_of (KithMap *map, KithKind kind)
{
  GHashTable *places = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < kith_map_n (map, kind); i++)
    g_hash_table_insert (places, &KITH_RECORD (kith_map_nth (map, kind, i))->id,
                         GUINT_TO_POINTER (i + 1));
  return places;
}

static void
begin (Evaluation *self, const KithFilter *filter, KithMap *map)
{
  guint n = kith_map_n (map, KITH_STAKEHOLDER), m = kith_map_n (map, KITH_LINK);
  static const KithCriterion held[] = { KITH_BY_TAG, KITH_BY_TEXT, KITH_BY_HAPPENED };

  *self = (Evaluation){ .filter = filter, .map = map };
  for (guint i = 0; i < G_N_ELEMENTS (held); i++)
    self->asked |= kith_filter_asks (filter, held[i]) ? HOLDS (held[i]) : 0;
  self->links_alone = kith_filter_asks (filter, KITH_BY_LINK)
                      || kith_filter_asks (filter, KITH_BY_TRUST);
  for (guint i = 0; i < KITH_N_CRITERIA; i++)
    self->values[i] = folded_keys (filter->keys[i]);
  self->places = places_of (map, KITH_STAKEHOLDER);
  self->links = places_of (map, KITH_LINK);
  self->meets = g_new0 (guint8, n + 1);
  self->holds = g_new0 (guint, n + 1);
  self->passes = g_new0 (guint8, n + 1);
  self->link_holds = g_new0 (guint, m + 1);
  self->link_passes = g_new0 (guint8, m + 1);
}

static void
end (Evaluation *self)
{
  for (guint i = 0; i < KITH_N_CRITERIA; i++)
    g_hash_table_unref (self->values[i]);
  g_hash_table_unref (self->places);
  g_hash_table_unref (self->links);
  g_free (self->meets);
  g_free (self->holds);
  g_free (self->passes);
  g_free (self->link_holds);
  g_free (self->link_passes);
}

static guint
place_of (GHashTable *places, KithId id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (places, &id));
}

/* --- What a record is by itself --- */

static gboolean
is_among (const Evaluation *self, KithCriterion criterion, const char *key)
{
  g_autofree char *folded = NULL;

  if (g_hash_table_size (self->values[criterion]) == 0)
    return TRUE;
  folded = g_utf8_casefold (key, -1);
  return g_hash_table_contains (self->values[criterion], folded);
}

static gboolean
value_is_among (const Evaluation *self, KithCriterion criterion, int value)
{
  return is_among (self, criterion, kith_filter_enum_key (kith_criterion_enum (criterion), value));
}

static gboolean
sector_is_among (const Evaluation *self, KithId sector)
{
  char key[24];

  g_snprintf (key, sizeof key, "%" G_GINT64_FORMAT, sector != 0 ? sector : KITH_SECTOR_OTHER);
  return is_among (self, KITH_BY_SECTOR, key);
}

static gint32
first_day (const KithDate *date)
{
  return kith_date_is_set (date) ? date->first : KITH_DAY_OPEN_FIRST;
}

static gint32
last_day (const KithDate *date)
{
  return kith_date_is_set (date) ? date->last : KITH_DAY_OPEN_LAST;
}

/* Whether from … to touches the span that is asked for; dates that are not set are open. */
static gboolean
is_within (const Evaluation *self,
           KithCriterion criterion,
           const KithDate *from,
           const KithDate *to)
{
  const KithFilterSpan *span = &self->filter->spans[criterion];

  return first_day (from) <= last_day (&span->to) && last_day (to) >= first_day (&span->from);
}

static gboolean
event_is_within (const Evaluation *self, const KithEvent *event)
{
  return kith_date_is_set (&event->date)
         && is_within (self, KITH_BY_HAPPENED, &event->date,
                       kith_date_is_set (&event->until) ? &event->until : &event->date);
}

static gboolean
meets_by_itself (const Evaluation *self, const KithStakeholder *stakeholder)
{
  return sector_is_among (self, stakeholder->sector)
         && value_is_among (self, KITH_BY_LEVEL, stakeholder->level)
         && value_is_among (self, KITH_BY_FORM, stakeholder->form)
         && value_is_among (self, KITH_BY_STORY, stakeholder->story)
         && is_among (self, KITH_BY_KIND, stakeholder->kind)
         && is_within (self, KITH_BY_EXISTED, &stakeholder->from, &stakeholder->to);
}

static gboolean
end_is_trusted (const Evaluation *self, KithId link, KithEnd end)
{
  KithOpinion opinion;

  kith_opinion_of (self->map, link, end, KITH_TRUST, &opinion);
  if (opinion.voices == 0)
    return self->filter->trust_not_known;
  return self->filter->trust_low > 0 && opinion.median >= self->filter->trust_low
         && opinion.median <= self->filter->trust_high;
}

static gboolean
link_meets (const Evaluation *self, const KithLink *link)
{
  if (!value_is_among (self, KITH_BY_LINK, link->kind)
      || !is_within (self, KITH_BY_EXISTED, &link->from, &link->to))
    return FALSE;
  return !kith_filter_asks (self->filter, KITH_BY_TRUST)
         || end_is_trusted (self, link->record.id, KITH_END_A)
         || end_is_trusted (self, link->record.id, KITH_END_B);
}

/* --- Tag, text and happened --- */

static void
hold (Evaluation *self, KithId id, KithCriterion criterion)
{
  guint place = place_of (self->places, id);
  guint link = place == 0 ? place_of (self->links, id) : 0;

  if (place > 0)
    self->holds[place - 1] |= HOLDS (criterion);
  else if (link > 0)
    self->link_holds[link - 1] |= HOLDS (criterion);
}

/* What is said of a shared space is said of its members. */
static void
hold_members (Evaluation *self, KithId space, KithCriterion criterion)
{
  const GPtrArray *referrers = kith_map_referrers (self->map, space);

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    if (KITH_KIND (referrers->pdata[i]) == KITH_MEMBERSHIP)
      hold (self, ((const KithMembership *) referrers->pdata[i])->stakeholder, criterion);
}

static void
hold_event (Evaluation *self, const KithEvent *event, KithCriterion criterion)
{
  hold (self, event->link, criterion);
  hold (self, event->stakeholder, criterion);
  if (event->space != 0)
    hold_members (self, event->space, criterion);
}

/* Who and what a record hangs on. */
static void
hold_owners (Evaluation *self, gconstpointer record, KithCriterion criterion)
{
  const KithKindInfo *info = kith_kind_info (KITH_KIND (record));

  for (guint i = 0; i < info->n_fields; i++)
    {
      const KithField *field = &info->fields[i];
      KithId to = field->type == KITH_TYPE_REF ? *(KithId *) kith_field_address (field, record) : 0;

      if (to != 0 && (field->target == KITH_STAKEHOLDER || field->target == KITH_LINK))
        hold (self, to, criterion);
      else if (to != 0 && field->target == KITH_SPACE)
        hold_members (self, to, criterion);
    }
}

static void
hold_found (gconstpointer record, gpointer data)
{
  Evaluation *self = data;

  if (KITH_KIND (record) == KITH_EVENT)
    hold_event (self, record, KITH_BY_TEXT);
  else if (KITH_KIND (record) == KITH_ASSESSMENT)
    hold (self, ((const KithAssessment *) record)->link, KITH_BY_TEXT);
  else if (KITH_KIND (record) == KITH_MEMBERSHIP)
    hold (self, ((const KithMembership *) record)->stakeholder, KITH_BY_TEXT);
  else if (KITH_KIND (record) == KITH_NAME)
    hold (self, ((const KithName *) record)->stakeholder, KITH_BY_TEXT);
  else if (KITH_KIND (record) == KITH_SUCCESSION)
    hold (self, ((const KithSuccession *) record)->after, KITH_BY_TEXT);
  else if (KITH_KIND (record) == KITH_QUOTE)
    {
      hold (self, ((const KithQuote *) record)->link, KITH_BY_TEXT);
      hold (self, ((const KithQuote *) record)->stakeholder, KITH_BY_TEXT);
    }
  else if (KITH_KIND (record) == KITH_SPACE)
    hold_members (self, KITH_ID (record), KITH_BY_TEXT);
  else if (KITH_KIND (record) > KITH_SCENE)
    hold_owners (self, record, KITH_BY_TEXT);
  else
    hold (self, KITH_ID (record), KITH_BY_TEXT);
}

static gboolean
has_tag (const Evaluation *self, const char *tags)
{
  const GPtrArray *keys = self->filter->keys[KITH_BY_TAG];

  for (guint i = 0; i < keys->len; i++)
    if (kith_tags_have (tags, keys->pdata[i]))
      return TRUE;
  return FALSE;
}

static void
look_for_tags (Evaluation *self)
{
  KITH_FOR_EACH (KithStakeholder, stakeholder, self->map, KITH_STAKEHOLDER)
    if (*stakeholder->tags != '\0' && has_tag (self, stakeholder->tags))
      hold (self, stakeholder->record.id, KITH_BY_TAG);
  KITH_FOR_EACH (KithLink, link, self->map, KITH_LINK)
    if (*link->tags != '\0' && has_tag (self, link->tags))
      hold (self, link->record.id, KITH_BY_TAG);
}

static void
look_for_all (Evaluation *self)
{
  if (self->asked & HOLDS (KITH_BY_TEXT))
    kith_search_each (self->map, self->filter->text, hold_found, self);
  if (self->asked & HOLDS (KITH_BY_TAG))
    look_for_tags (self);
  if (self->asked & HOLDS (KITH_BY_HAPPENED))
    KITH_FOR_EACH (KithEvent, event, self->map, KITH_EVENT)
      if (event_is_within (self, event))
        hold_event (self, event, KITH_BY_HAPPENED);
}

/* --- The rules --- */

/* Those in focus pass whatever else is asked. */
static void
let_focus_pass (Evaluation *self)
{
  for (guint i = 0; i < self->filter->focus->len; i++)
    {
      guint place = place_of (self->places, g_array_index (self->filter->focus, KithId, i));

      if (place == 0)
        continue;
      self->meets[place - 1] = self->passes[place - 1] = TRUE;
      self->holds[place - 1] = self->asked;
    }
}

static void
judge_stakeholders (Evaluation *self)
{
  guint i = 0;

  KITH_FOR_EACH (KithStakeholder, stakeholder, self->map, KITH_STAKEHOLDER)
    {
      self->meets[i] |= meets_by_itself (self, stakeholder);
      self->passes[i] |= self->meets[i] && !self->links_alone
                         && (self->holds[i] & self->asked) == self->asked;
      i++;
    }
}

static void
judge_links (Evaluation *self)
{
  guint i = 0;

  KITH_FOR_EACH (KithLink, link, self->map, KITH_LINK)
    {
      guint a = place_of (self->places, link->a) - 1, b = place_of (self->places, link->b) - 1;
      guint held = self->link_holds[i] | (self->holds[a] & self->holds[b]);

      if (self->meets[a] && self->meets[b] && (held & self->asked) == self->asked
          && link_meets (self, link))
        self->link_passes[i] = self->passes[a] = self->passes[b] = TRUE;
      i++;
    }
}

/* --- Focus --- */

static gboolean
step_out (Evaluation *self, guint8 *reached, guint step)
{
  gboolean any = FALSE;
  guint i = 0;

  KITH_FOR_EACH (KithLink, link, self->map, KITH_LINK)
    {
      guint a = place_of (self->places, link->a) - 1, b = place_of (self->places, link->b) - 1;

      if (!self->link_passes[i++])
        continue;
      if (reached[a] == step && reached[b] == 0)
        reached[b] = (guint8) (step + 1);
      else if (reached[b] == step && reached[a] == 0)
        reached[a] = (guint8) (step + 1);
      else
        continue;
      any = TRUE;
    }
  return any;
}

/* In as many rounds over the links as there are steps: there are never more than a few. */
static void
hold_to_focus (Evaluation *self)
{
  guint n = kith_map_n (self->map, KITH_STAKEHOLDER), i = 0;
  g_autofree guint8 *reached = g_new0 (guint8, n + 1);

  for (guint j = 0; j < self->filter->focus->len; j++)
    {
      guint place = place_of (self->places, g_array_index (self->filter->focus, KithId, j));

      if (place > 0)
        reached[place - 1] = 1;
    }
  for (guint step = 1; step <= self->filter->steps && step_out (self, reached, step); step++)
    ;
  for (guint j = 0; j < n; j++)
    self->passes[j] &= reached[j] > 0;
  KITH_FOR_EACH (KithLink, link, self->map, KITH_LINK)
    {
      self->link_passes[i] &= reached[place_of (self->places, link->a) - 1] > 0
                              && reached[place_of (self->places, link->b) - 1] > 0;
      i++;
    }
}

/* A link is never seen without its ends. */
static void
let_kept_pass (Evaluation *self)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->filter->kept);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      guint place = place_of (self->places, *(KithId *) id);
      guint at = place == 0 ? place_of (self->links, *(KithId *) id) : 0;

      if (place > 0)
        self->passes[place - 1] = TRUE;
      if (at > 0)
        {
          const KithLink *link = kith_map_link (self->map, *(KithId *) id);

          self->link_passes[at - 1] = TRUE;
          self->passes[place_of (self->places, link->a) - 1] = TRUE;
          self->passes[place_of (self->places, link->b) - 1] = TRUE;
        }
    }
}

/* --- The outcome --- */

static gboolean
space_passes (const Evaluation *self, KithId space)
{
  const GPtrArray *referrers = kith_map_referrers (self->map, space);
  gboolean any = FALSE;

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      const KithMembership *membership = referrers->pdata[i];

      if (KITH_KIND (membership) != KITH_MEMBERSHIP)
        continue;
      any = TRUE;
      if (self->passes[place_of (self->places, membership->stakeholder) - 1])
        return TRUE;
    }
  return !any || g_hash_table_contains (self->filter->kept, &space);
}

static void
leave_out (KithPass *pass, KithKind kind, KithId id)
{
  g_hash_table_add (pass->out, g_memdup2 (&id, sizeof id));
  pass->n_out[kind]++;
}

static KithPass *
outcome (const Evaluation *self)
{
  KithPass *pass = g_new0 (KithPass, 1);

  g_atomic_ref_count_init (&pass->ref_count);
  pass->out = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < kith_map_n (self->map, KITH_STAKEHOLDER); i++)
    if (!self->passes[i])
      leave_out (pass, KITH_STAKEHOLDER, KITH_ID (kith_map_nth (self->map, KITH_STAKEHOLDER, i)));
  for (guint i = 0; i < kith_map_n (self->map, KITH_LINK); i++)
    if (!self->link_passes[i])
      leave_out (pass, KITH_LINK, KITH_ID (kith_map_nth (self->map, KITH_LINK, i)));
  KITH_FOR_EACH (KithSpace, space, self->map, KITH_SPACE)
    if (!space_passes (self, space->record.id))
      leave_out (pass, KITH_SPACE, space->record.id);
  return pass;
}

/**
 * kith_filter_evaluate:
 * @filter: (nullable): what is asked for
 * @map: a map made for the audience that looks at it
 *
 * Cost: linear in the map.
 *
 * Returns: (transfer full) (nullable): what passes; NULL where nothing is asked for
 */
KithPass *
kith_filter_evaluate (const KithFilter *filter, KithMap *map)
{
  Evaluation self;
  KithPass *pass;

  if (kith_filter_is_empty (filter))
    return NULL;
  begin (&self, filter, map);
  look_for_all (&self);
  let_focus_pass (&self);
  judge_stakeholders (&self);
  judge_links (&self);
  if (filter->steps > 0)
    hold_to_focus (&self);
  let_kept_pass (&self);
  pass = outcome (&self);
  end (&self);
  return pass;
}

KithPass *
kith_pass_ref (KithPass *pass)
{
  if (pass != NULL)
    g_atomic_ref_count_inc (&pass->ref_count);
  return pass;
}

void
kith_pass_unref (KithPass *pass)
{
  if (pass == NULL || !g_atomic_ref_count_dec (&pass->ref_count))
    return;
  g_hash_table_unref (pass->out);
  g_free (pass);
}

gboolean
kith_pass_has (const KithPass *pass, KithId id)
{
  return pass == NULL || !g_hash_table_contains (pass->out, &id);
}

guint
kith_pass_n (const KithPass *pass, KithMap *map, KithKind kind)
{
  return kith_map_n (map, kind) - (pass != NULL ? pass->n_out[kind] : 0);
}
