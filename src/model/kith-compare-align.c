/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two maps that know nothing of one another: which record of the one is which of the other, by
 * names, and the one with the ids of the other. */
#include "kith-compare-private.h"

#include <inttypes.h>
#include <string.h>

#include "kith-search-fold.h"
#include "kith-sectors.h"

typedef struct
{
  KithMap *before;
  KithMap *after;
  GHashTable *ids;    /* id before → id after, for what matches; both owned */
  GHashTable *taken;  /* set of ids of `after` that something matches */
  GHashTable *turned; /* set of ids before: links whose ends lie the other way round */
  guint n_unsure;
} Aligner;

/* What a record is recognised by, with references as in the map after; NULL: by nothing. */
typedef char *(*KeyOf) (const Aligner *self, gconstpointer record, gboolean is_before);

static KithId *
new_id (KithId id)
{
  return g_memdup2 (&id, sizeof id);
}

static KithId
match_of (const Aligner *self, KithId id)
{
  const KithId *match = g_hash_table_lookup (self->ids, &id);

  return match != NULL ? *match : 0;
}

static KithId
as_after (const Aligner *self, KithId id, gboolean is_before)
{
  return is_before ? match_of (self, id) : id;
}

static void
match (Aligner *self, const KithRecord *was, const KithRecord *is)
{
  g_hash_table_insert (self->ids, new_id (was->id), new_id (is->id));
  g_hash_table_add (self->taken, new_id (is->id));
}

static char *
fold (const char *text)
{
  GString *out = g_string_new (NULL);
  char *folded;

  kith_search_fold (text, out, NULL);
  folded = g_string_free (out, FALSE);
  return g_strstrip (folded);
}

/* --- Keys --- */

static char *
name_key (const Aligner *self, gconstpointer record, gboolean is_before)
{
  const KithField *field = kith_kind_field (KITH_KIND (record), "name");

  return fold (*(char **) kith_field_address (field, record));
}

/* Two of one name are told apart by what they are. */
static char *
full_key (const Aligner *self, gconstpointer record, gboolean is_before)
{
  const KithStakeholder *one = record;
  g_autofree char *name = fold (one->name);
  g_autofree char *kind = fold (one->kind);
  KithId sector = KITH_SECTOR_IS_BUILT_IN (one->sector) ? one->sector
                                                        : as_after (self, one->sector, is_before);

  return g_strdup_printf ("%s\n%s\n%" PRId64 "\n%d\n%d", name, kind, sector, one->level, one->form);
}

static char *
short_key (const Aligner *self, gconstpointer record, gboolean is_before)
{
  char *key = fold (kith_stakeholder_short_name (record));

  return key;
}

static char *
link_key (const Aligner *self, gconstpointer record, gboolean is_before)
{
  const KithLink *link = record;
  KithId a = as_after (self, link->a, is_before);
  KithId b = as_after (self, link->b, is_before);

  if (a == 0 || b == 0)
    return NULL;
  return g_strdup_printf ("%" PRId64 " %" PRId64 " %d", MIN (a, b), MAX (a, b), link->kind);
}

static char *
member_key (const Aligner *self, gconstpointer record, gboolean is_before)
{
  const KithMembership *one = record;
  KithId space = as_after (self, one->space, is_before);
  KithId stakeholder = as_after (self, one->stakeholder, is_before);

  if (space == 0 || stakeholder == 0)
    return NULL;
  return g_strdup_printf ("%" PRId64 " %" PRId64, space, stakeholder);
}

/* "" where it belongs to the whole map, NULL where its owner has no match. */
static char *
owner_key (const Aligner *self, KithId owner, gboolean is_before)
{
  KithId there = as_after (self, owner, is_before);

  if (owner != 0 && there == 0)
    return NULL;
  return owner == 0 ? g_strdup ("") : g_strdup_printf ("%" PRId64, there);
}

static char *
event_key (const Aligner *self, gconstpointer record, gboolean is_before)
{
  const KithEvent *event = record;
  g_autofree char *owner = owner_key (self, event->link | event->stakeholder | event->space,
                                      is_before);
  g_autofree char *date = kith_date_to_edtf (&event->date);
  g_autofree char *title = fold (event->title);

  return owner != NULL ? g_strdup_printf ("%s\n%s\n%s\n%d", owner, date, title, event->kind) : NULL;
}

static char *
quote_key (const Aligner *self, gconstpointer record, gboolean is_before)
{
  const KithQuote *quote = record;
  g_autofree char *owner = owner_key (self, quote->link | quote->stakeholder, is_before);
  g_autofree char *text = fold (quote->text);

  return owner != NULL ? g_strdup_printf ("%s\n%s", owner, text) : NULL;
}

/* Of what is understood: by all that it belongs to, what it says and when; NULL where something of
 * that has no match. Which position an answer takes is what may differ. */
static char *
understood_key (const Aligner *self, gconstpointer record, gboolean is_before)
{
  static const char *const said[] = { "title", "text", "round", "date", "made" };
  const KithKindInfo *info = kith_kind_info (KITH_KIND (record));
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const KithField *field = &info->fields[i];
      g_autofree char *part = NULL;

      if (field->type == KITH_TYPE_REF && strcmp (field->name, "position") != 0)
        part = owner_key (self, *(KithId *) kith_field_address (field, record), is_before);
      for (guint k = 0; k < G_N_ELEMENTS (said) && field->type != KITH_TYPE_REF; k++)
        if (strcmp (field->name, said[k]) == 0)
          part = kith_field_to_text (field, record);
      if (part == NULL && field->type == KITH_TYPE_REF && strcmp (field->name, "position") != 0)
        return NULL;
      g_string_append_printf (key, "%s\n", part != NULL ? part : "");
    }
  return g_string_free (g_steal_pointer (&key), FALSE);
}

/* --- Matching --- */

static gboolean
is_matched (const Aligner *self, const KithRecord *record, gboolean is_before)
{
  return g_hash_table_contains (is_before ? self->ids : self->taken, &record->id);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return kith_record_compare (*(gconstpointer *) a, *(gconstpointer *) b);
}

static void
free_list (gpointer list)
{
  g_ptr_array_unref (list);
}

/* Key → those of the kind that match nothing yet, in the order of their ids. */
static GHashTable *
group (const Aligner *self, KithKind kind, KeyOf key_of, gboolean is_before)
{
  GHashTable *groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_list);
  KithMap *map = is_before ? self->before : self->after;
  GHashTableIter iter;
  gpointer list;

  KITH_FOR_EACH (KithRecord, record, map, kind)
    {
      g_autofree char *key = is_matched (self, record, is_before)
                                 ? NULL
                                 : key_of (self, record, is_before);

      if (key == NULL || *key == '\0')
        continue;
      list = g_hash_table_lookup (groups, key);
      if (list == NULL)
        {
          list = g_ptr_array_new ();
          g_hash_table_insert (groups, g_steal_pointer (&key), list);
        }
      g_ptr_array_add (list, (gpointer) record);
    }
  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    g_ptr_array_sort (list, compare_ids);
  return groups;
}

/* Matches those whose key stands once in each map; with `all`, also the others, as they come.
 * Returns how many keys were such. */
static guint
pair (Aligner *self, KithKind kind, KeyOf key_of, gboolean all)
{
  g_autoptr (GHashTable) before = group (self, kind, key_of, TRUE);
  g_autoptr (GHashTable) after = group (self, kind, key_of, FALSE);
  GHashTableIter iter;
  gpointer key;
  gpointer list;
  guint n_unsure = 0;

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &key, &list))
    {
      const GPtrArray *was = list;
      const GPtrArray *is = g_hash_table_lookup (after, key);
      gboolean is_sure = is != NULL && was->len == 1 && is->len == 1;

      if (is == NULL || (!is_sure && !all))
        continue;
      n_unsure += !is_sure;
      for (guint i = 0; i < MIN (was->len, is->len); i++)
        match (self, was->pdata[i], is->pdata[i]);
    }
  return n_unsure;
}

/* A copy that was given an identity of its own still has the ids of what it was copied from. */
static void
pair_ids (Aligner *self, KithKind kind)
{
  KITH_FOR_EACH (KithRecord, was, self->before, kind)
    {
      const KithRecord *is = kith_map_get (self->after, kind, was->id);
      g_autofree char *one = is != NULL ? name_key (self, was, TRUE) : NULL;
      g_autofree char *other = is != NULL ? name_key (self, is, FALSE) : NULL;

      if (is != NULL && strcmp (one, other) == 0)
        match (self, was, is);
    }
}

static void
pair_stakeholders (Aligner *self)
{
  pair_ids (self, KITH_STAKEHOLDER);
  pair (self, KITH_STAKEHOLDER, full_key, FALSE);
  pair (self, KITH_STAKEHOLDER, name_key, FALSE);
  self->n_unsure += pair (self, KITH_STAKEHOLDER, full_key, TRUE);
  self->n_unsure += pair (self, KITH_STAKEHOLDER, name_key, TRUE);
  pair (self, KITH_STAKEHOLDER, short_key, FALSE);
}

static void
note_turned (Aligner *self)
{
  KITH_FOR_EACH (KithLink, was, self->before, KITH_LINK)
    {
      const KithLink *is = kith_map_link (self->after, match_of (self, was->record.id));

      if (is != NULL && match_of (self, was->a) == is->b)
        g_hash_table_add (self->turned, new_id (was->record.id));
    }
}

/* What is only in the map before keeps its id, unless that is another's in the map after. */
static void
keep_own_id (Aligner *self, const KithRecord *was)
{
  guint64 id = (guint64) was->id;
  KithKind kind;

  if (was->kind == KITH_ABOUT || is_matched (self, was, TRUE))
    return;
  while (id == 0 || kith_map_kind_of (self->after, (KithId) id, &kind)
         || g_hash_table_contains (self->taken, &id))
    id = (id * G_GUINT64_CONSTANT (6364136223846793005) + 1442695040888963407U) & G_MAXINT64;
  g_hash_table_insert (self->ids, new_id (was->id), new_id ((KithId) id));
  g_hash_table_add (self->taken, new_id ((KithId) id));
}

static void
find_matches (Aligner *self)
{
  pair_ids (self, KITH_SECTOR);
  pair (self, KITH_SECTOR, name_key, FALSE);
  pair_stakeholders (self);
  pair_ids (self, KITH_SPACE);
  pair (self, KITH_SPACE, name_key, FALSE);
  self->n_unsure += pair (self, KITH_SPACE, name_key, TRUE);
  pair (self, KITH_LINK, link_key, TRUE);
  note_turned (self);
  pair (self, KITH_MEMBERSHIP, member_key, TRUE);
  pair (self, KITH_EVENT, event_key, TRUE);
  pair (self, KITH_QUOTE, quote_key, TRUE);
  for (guint kind = KITH_QUESTION; kind <= KITH_REPAIR; kind++)
    if (kind != KITH_SCENE)
      pair (self, (KithKind) kind, understood_key, TRUE);
  for (guint kind = 0; kind < KITH_N_KINDS; kind++)
    KITH_FOR_EACH (KithRecord, was, self->before, (KithKind) kind)
      keep_own_id (self, was);
}

/* --- The map before, told in the ids of the map after --- */

static int
other_of (int value, int one, int other)
{
  return value == one ? other : value == other ? one : value;
}

static void
swap_texts (char **one, char **other)
{
  char *kept = *one;

  *one = *other;
  *other = kept;
}

static void
turn_link (KithLink *link)
{
  KithId a = link->a;

  link->a = link->b;
  link->b = a;
  link->standing = other_of (link->standing, KITH_STANDING_A_OVER_B, KITH_STANDING_B_OVER_A);
  link->direction = other_of (link->direction, KITH_DIRECTION_A_TO_B, KITH_DIRECTION_B_TO_A);
  swap_texts (&link->need_a, &link->need_b);
}

/* What hangs on a link whose ends lie the other way round. */
static void
turn_told (gpointer record)
{
  KithAssessment *rating = record;
  KithEvent *event = record;
  KithQuote *quote = record;
  int effect = 0;

  switch (KITH_KIND (record))
    {
    case KITH_ASSESSMENT:
      rating->end = other_of (rating->end, KITH_END_A, KITH_END_B);
      break;
    case KITH_EVENT:
      effect = event->effect_a;
      event->effect_a = event->effect_b;
      event->effect_b = effect;
      event->told = other_of (event->told, KITH_TOLD_A, KITH_TOLD_B);
      break;
    case KITH_QUOTE:
      quote->told = other_of (quote->told, KITH_TOLD_A, KITH_TOLD_B);
      break;
    default:
      break;
    }
}

static gpointer
retold (const Aligner *self, const KithRecord *was)
{
  const KithKindInfo *info = kith_kind_info (was->kind);
  KithRecord *copy = kith_record_copy (was);
  gboolean hangs = FALSE;

  for (guint i = 0; i < info->n_fields; i++)
    {
      KithId *to = kith_field_address (&info->fields[i], copy);

      if (info->fields[i].type != KITH_TYPE_REF || *to == 0)
        continue;
      hangs = hangs || g_hash_table_contains (self->turned, to);
      if (match_of (self, *to) != 0)
        *to = match_of (self, *to);
    }
  if (was->kind == KITH_LINK && g_hash_table_contains (self->turned, &was->id))
    turn_link ((KithLink *) copy);
  else if (hangs)
    turn_told (copy);
  if (match_of (self, was->id) != 0)
    copy->id = match_of (self, was->id);
  return copy;
}

KithMap *
kith_compare_align (KithMap *before, KithMap *after, guint *n_unsure)
{
  Aligner self = {
    .before = before,
    .after = after,
    .ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free),
    .taken = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL),
    .turned = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL),
  };
  KithMap *made = kith_map_new_empty ();
  g_autoptr (KithEdit) inserts = kith_edit_new ("");
  g_autoptr (GError) error = NULL;

  find_matches (&self);
  for (guint kind = 0; kind < KITH_N_KINDS; kind++)
    KITH_FOR_EACH (KithRecord, was, before, (KithKind) kind)
      kith_edit_insert (inserts, retold (&self, was));
  if (!kith_map_apply (made, inserts, &error))
    g_error ("A map told in other ids is not sound: %s", error->message);
  *n_unsure = self.n_unsure;
  g_hash_table_unref (self.ids);
  g_hash_table_unref (self.taken);
  g_hash_table_unref (self.turned);
  return made;
}
