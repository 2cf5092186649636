/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-compare-private.h"

#include <string.h>

#include "kith-map-private.h"
#include "kith-sectors.h"

/* --- Fates --- */

gboolean
kith_compare_passes_over (const KithField *field)
{
  static const char *const drawn[] = { "x",       "y",     "width", "height",     "pinned",
                                       "picture", "scale", "bend",  "bend_along", "drawn" };

  for (guint i = 0; i < G_N_ELEMENTS (drawn); i++)
    if (strcmp (field->name, drawn[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
tells_the_same (gconstpointer one, gconstpointer other)
{
  const KithKindInfo *info = kith_kind_info (KITH_KIND (one));

  if (one == other)
    return TRUE;
  for (guint i = 0; i < info->n_fields; i++)
    if (!kith_compare_passes_over (&info->fields[i])
        && !kith_field_equal (&info->fields[i], one, other))
      return FALSE;
  return TRUE;
}

/* Worse news wins over "altered". */
static void
set_fate (KithComparison *self, const KithId *id, KithFate fate)
{
  if (fate == KITH_ALTERED && g_hash_table_contains (self->fates, id))
    return;
  g_hash_table_insert (self->fates, g_memdup2 (id, sizeof *id), GINT_TO_POINTER (fate));
}

static void
find_fates (KithComparison *self, KithKind kind)
{
  KITH_FOR_EACH (KithRecord, is, self->after, kind)
    {
      gconstpointer was = kith_map_get (self->before, kind, is->id);

      if (was == NULL)
        set_fate (self, &is->id, KITH_CAME);
      else if (!tells_the_same (was, is))
        set_fate (self, &is->id, KITH_ALTERED);
    }
  KITH_FOR_EACH (KithRecord, was, self->before, kind)
    if (kith_map_get (self->after, kind, was->id) == NULL)
      set_fate (self, &was->id, KITH_WENT);
}

const KithMembership *
kith_compare_member (KithMap *map, KithId space, KithId stakeholder)
{
  const GPtrArray *referrers = kith_map_referrers (map, space);

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      const KithMembership *one = referrers->pdata[i];

      if (KITH_KIND (one) == KITH_MEMBERSHIP && one->stakeholder == stakeholder)
        return one;
    }
  return NULL;
}

/* A space whose members are others than in the other map. */
static void
compare_members (KithComparison *self, KithMap *map, KithMap *other)
{
  KITH_FOR_EACH (KithMembership, one, map, KITH_MEMBERSHIP)
    if (kith_compare_member (other, one->space, one->stakeholder) == NULL)
      set_fate (self, &one->space, KITH_ALTERED);
}

static gboolean
has_assessment (KithMap *map, const KithAssessment *assessment)
{
  const KithAssessment *other = kith_map_assessment (map, assessment->record.id);

  return other == assessment || (other != NULL && kith_record_equal (other, assessment));
}

/* So that the opinions of all others need not be made up. */
static void
find_moved (KithComparison *self, KithMap *map, KithMap *other)
{
  KITH_FOR_EACH (KithAssessment, one, map, KITH_ASSESSMENT)
    if (!has_assessment (other, one))
      g_hash_table_add (self->moved, g_memdup2 (&one->link, sizeof one->link));
}

/* --- The map of both --- */

static gboolean
went (const KithComparison *self, KithId id)
{
  return id != 0 && kith_comparison_of (self, id) == KITH_WENT;
}

/* Whether what is only in the map before belongs into the map of both: all that went, and what
 * hangs on it. A membership that ended, and a rating or event that was taken back, do not. */
static gboolean
goes_along (const KithComparison *self, gconstpointer record)
{
  const KithKindInfo *info = kith_kind_info (KITH_KIND (record));

  switch (KITH_KIND (record))
    {
    case KITH_SECTOR:
    case KITH_PICTURE:
      return TRUE;
    case KITH_STAKEHOLDER:
    case KITH_LINK:
    case KITH_SPACE:
      return went (self, KITH_ID (record));
    case KITH_ASSESSMENT:
    case KITH_MEMBERSHIP:
    case KITH_EVENT:
    case KITH_QUOTE:
    case KITH_NAME:
      for (guint i = 0; i < info->n_fields; i++)
        if (info->fields[i].type == KITH_TYPE_REF
            && went (self, *(KithId *) kith_field_address (&info->fields[i], record)))
          return TRUE;
      return FALSE;
    default:
      return FALSE;
    }
}

static gboolean
leads_astray (const KithField *field, gconstpointer record, GHashTable *kept)
{
  const KithId *to = kith_field_address (field, record);

  return field->type == KITH_TYPE_REF && *to != 0 && !g_hash_table_contains (kept, to)
         && !(field->target == KITH_SECTOR && KITH_SECTOR_IS_BUILT_IN (*to));
}

/* The record without what it may do without: a round, a sector or a picture that is not there. */
static gpointer
standing_alone (gconstpointer record, GHashTable *kept)
{
  const KithKindInfo *info = kith_kind_info (KITH_KIND (record));
  gpointer copy = kith_record_ref (record);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const KithField *field = &info->fields[i];

      if (!leads_astray (field, record, kept)
          || (field->target != KITH_ROUND && field->target != KITH_SECTOR
              && field->target != KITH_PICTURE))
        continue;
      if (copy == record)
        {
          kith_record_unref (copy);
          copy = kith_record_copy (record);
        }
      kith_field_reset (field, copy);
      if (field->target == KITH_SECTOR)
        *(KithId *) kith_field_address (field, copy) = KITH_SECTOR_OTHER;
    }
  return copy;
}

/* Its id, or one that it refers to, is that of something else in the map after. */
static gboolean
is_taken_for_another (const KithComparison *self, const KithRecord *record)
{
  const KithKindInfo *info = kith_kind_info (record->kind);
  KithKind kind;

  if (kith_map_kind_of (self->after, record->id, &kind))
    return TRUE;
  for (guint i = 0; i < info->n_fields; i++)
    {
      const KithField *field = &info->fields[i];

      if (field->type == KITH_TYPE_REF
          && kith_map_kind_of (self->after, *(KithId *) kith_field_address (field, record), &kind)
          && kind != field->target)
        return TRUE;
    }
  return FALSE;
}

static void
collect (KithComparison *self, KithEdit *inserts, GHashTable *kept, KithKind kind)
{
  KITH_FOR_EACH (KithRecord, is, self->after, kind)
    {
      g_hash_table_add (kept, (gpointer) &is->id);
      kith_edit_insert (inserts, kith_record_ref (is));
    }
  KITH_FOR_EACH (KithRecord, was, self->before, kind)
    {
      g_autoptr (KithRecord) copy = NULL;

      if (!goes_along (self, was) || is_taken_for_another (self, was))
        continue;
      copy = standing_alone (was, kept);
      if (!kith_references_within (kept, copy))
        continue;
      g_hash_table_add (kept, &copy->id);
      kith_edit_insert (inserts, g_steal_pointer (&copy));
    }
}

static KithMap *
map_of_both (KithComparison *self)
{
  KithMap *both = kith_map_new_empty ();
  g_autoptr (KithEdit) inserts = kith_edit_new ("");
  g_autoptr (GHashTable) kept = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GError) error = NULL;

  for (guint kind = 0; kind < KITH_N_KINDS; kind++)
    collect (self, inserts, kept, (KithKind) kind);
  if (!kith_map_apply (both, inserts, &error))
    g_error ("A map of two is not sound: %s", error->message);
  return both;
}

/* --- Making one --- */

/**
 * kith_maps_are_copies:
 * @one: a whole map
 * @other: another
 *
 * Returns: whether they began as one map, so that their ids mean the same
 */
gboolean
kith_maps_are_copies (KithMap *one, KithMap *other)
{
  return strcmp (kith_map_about (one)->key, kith_map_about (other)->key) == 0;
}

/**
 * kith_compare_maps_by:
 * @before: a map
 * @after: what it became, or another map
 * @by_names: whether their records match by names, not ids
 *
 * Returns: (transfer full): what differs
 */
KithComparison *
kith_compare_maps_by (KithMap *before, KithMap *after, gboolean by_names)
{
  KithComparison *self = g_new0 (KithComparison, 1);

  self->after = kith_map_ref (after);
  self->before = by_names ? kith_compare_align (before, after, &self->n_unsure)
                          : kith_map_ref (before);
  self->fates = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->moved = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->before_name = g_strdup ("");
  self->after_name = g_strdup ("");
  find_fates (self, KITH_STAKEHOLDER);
  find_fates (self, KITH_LINK);
  find_fates (self, KITH_SPACE);
  compare_members (self, self->after, self->before);
  compare_members (self, self->before, self->after);
  find_moved (self, self->after, self->before);
  find_moved (self, self->before, self->after);
  self->both = map_of_both (self);
  return self;
}

/**
 * kith_compare_maps:
 * @before: a whole map
 * @after: what it became, or another whole map
 *
 * Returns: (transfer full): what differs
 */
KithComparison *
kith_compare_maps (KithMap *before, KithMap *after)
{
  return kith_compare_maps_by (before, after, !kith_maps_are_copies (before, after));
}

void
kith_comparison_free (KithComparison *self)
{
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_hash_table_unref (self->fates);
  g_hash_table_unref (self->moved);
  kith_map_unref (self->before);
  kith_map_unref (self->after);
  kith_map_unref (self->both);
  g_free (self->before_name);
  g_free (self->after_name);
  g_free (self);
}

/* --- What it says --- */

KithMap *
kith_comparison_map (KithComparison *self)
{
  return self->both;
}

guint
kith_comparison_n_unsure (const KithComparison *self)
{
  return self->n_unsure;
}

/**
 * kith_comparison_n_common:
 * @self: a comparison
 *
 * Returns: how many stakeholders neither came nor went
 */
guint
kith_comparison_n_common (const KithComparison *self)
{
  guint n = 0;

  KITH_FOR_EACH (KithRecord, record, self->after, KITH_STAKEHOLDER)
    n += kith_comparison_of (self, record->id) != KITH_CAME;
  return n;
}

/**
 * kith_comparison_name:
 * @self: a comparison that nobody else has yet
 * @before: what the one map is called
 * @after: what the other is called
 */
void
kith_comparison_name (KithComparison *self, const char *before, const char *after)
{
  g_free (self->before_name);
  g_free (self->after_name);
  self->before_name = g_strdup (before);
  self->after_name = g_strdup (after);
}

const char *
kith_comparison_before_name (const KithComparison *self)
{
  return self->before_name;
}

const char *
kith_comparison_after_name (const KithComparison *self)
{
  return self->after_name;
}

/**
 * kith_comparison_of:
 * @self: a comparison
 * @id: a stakeholder, link or space of its map
 *
 * Returns: what became of it
 */
KithFate
kith_comparison_of (const KithComparison *self, KithId id)
{
  return (KithFate) GPOINTER_TO_INT (g_hash_table_lookup (self->fates, &id));
}

static KithMove
move_between (const KithOpinion *was, const KithOpinion *is)
{
  if (was->voices > 0 && is->voices > 0)
    return is->median > was->median   ? KITH_MOVE_ROSE
           : is->median < was->median ? KITH_MOVE_FELL
                                      : KITH_MOVE_NONE;
  return was->voices > 0 ? KITH_MOVE_LAST : is->voices > 0 ? KITH_MOVE_FIRST : KITH_MOVE_NONE;
}

static void
opinion_in (KithMap *map, KithId link, KithEnd end, KithDimension dimension, KithOpinion *opinion)
{
  *opinion = (KithOpinion){ 0 };
  if (kith_map_link (map, link) != NULL)
    kith_opinion_of (map, link, end, dimension, opinion);
}

/**
 * kith_comparison_of_score:
 * @self: a comparison
 * @link: a link of its map
 * @end: whose opinion of the other it is
 * @dimension: trust, respect or understanding
 * @was: (out) (optional): what it was
 * @is: (out) (optional): what it is
 *
 * Returns: what became of it
 */
KithMove
kith_comparison_of_score (KithComparison *self,
                          KithId link,
                          KithEnd end,
                          KithDimension dimension,
                          KithOpinion *was,
                          KithOpinion *is)
{
  KithFate fate = kith_comparison_of (self, link);
  gboolean may_move = fate != KITH_CAME && fate != KITH_WENT
                      && g_hash_table_contains (self->moved, &link);
  KithOpinion before;
  KithOpinion after;

  if (!may_move && was == NULL && is == NULL)
    return KITH_MOVE_NONE;
  opinion_in (self->before, link, end, dimension, &before);
  opinion_in (self->after, link, end, dimension, &after);
  if (was != NULL)
    *was = before;
  if (is != NULL)
    *is = after;
  return may_move ? move_between (&before, &after) : KITH_MOVE_NONE;
}

KithMove
kith_comparison_of_end (KithComparison *self,
                        KithId link,
                        KithEnd end,
                        KithOpinion *was,
                        KithOpinion *is)
{
  return kith_comparison_of_score (self, link, end, KITH_TRUST, was, is);
}
