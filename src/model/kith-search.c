/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-search.h"

#include <glib/gi18n-lib.h>

#include "kith-search-fold.h"
#include "kith-search-private.h"
#include "kith-sectors.h"

/* What a word is worth where it is found; doubled or tripled at the beginning of a word or text. */
#define WORTH_NAME 12
#define WORTH_SHORT 6
#define WORTH_CHOICE 4 /* a sector, a kind of link, the name of a link's end */
#define WORTH_NOTE 2

#define MAX_STRENGTH (3 * WORTH_NAME * KITH_SEARCH_MAX_WORDS)
#define MAX_VALUES 32

typedef struct
{
  gconstpointer record;
  const KithField *field; /* of the words' most; NULL: a link that its ends name */
  guint strength;
} Hit;

typedef struct
{
  KithMap *map;
  KithWords *words;
  GHashTable *names;   /* id of a stakeholder → words in its name, where there are any */
  GHashTable *sectors; /* id of a sector → words in its name */
  GArray *hits;        /* of Hit */

  /* of the kind that is being searched */
  const KithField *fields[MAX_VALUES];
  guint n_fields;
  guint32 values[MAX_VALUES]; /* words in the labels of its field "kind" */
} Search;

/* Words for the names of the field tables. */
static const struct
{
  const char *name;
  const char *label;
} labels[] = {
  { "description", N_ ("Description") },
  { "kind", N_ ("Kind") },
  { "name", N_ ("Name") },
  { "narrative", N_ ("Narrative") },
  { "note", N_ ("Note") },
  { "owner", N_ ("Owner") },
  { "private_note", N_ ("Private note") },
  { "purpose", N_ ("Purpose") },
  { "rhythm", N_ ("Rhythm") },
  { "role", N_ ("Role") },
  { "sector", N_ ("Sector") },
  { "short_name", N_ ("Short name") },
  { "sentence", N_ ("Sentence for the room") },
  { "teller", N_ ("Told by") },
  { "principles", N_ ("Principles") },
  { "words", N_ ("In its own words") },
  { "heard", N_ ("What was heard") },
  { "differs", N_ ("Where it differs") },
  { "follows", N_ ("What follows") },
  { "round", N_ ("Round") },
  { "was", N_ ("From") },
  { "becomes", N_ ("To") },
  { "help", N_ ("What would help") },
  { "accountable", N_ ("Accountable to") },
  { "planning", N_ ("Planning cycle") },
  { "money", N_ ("Money rule") },
  { "targets", N_ ("Targets") },
  { "pressures", N_ ("Pressures") },
  { "area", N_ ("Area served") },
  { "protects", N_ ("What it wants to protect") },
  { "whom", N_ ("Whom it shuts out") },
  { "change", N_ ("What would change it") },
  { "outcome", N_ ("Outcome") },
  { "by", N_ ("Acknowledged by") },
  { "title", N_ ("Title") },
  { "voice", N_ ("Voice") },
  { "label", N_ ("Label") },
  { "tags", N_ ("Tags") },
  { "fields", N_ ("Further fields") },
  { "text", N_ ("Text") },
  { "need_a", N_ ("What one end would need") },
  { "need_b", N_ ("What the other end would need") },
};

/**
 * kith_search_field_label:
 * @field: a field of some kind of record
 *
 * Returns: (transfer none) (nullable): what a person calls it, translated
 */
const char *
kith_search_field_label (const KithField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].name, field->name))
      return _ (labels[i].label);
  return NULL;
}

/**
 * kith_search_kind_field_label:
 * @kind: the kind of record that has it
 * @field: one of its fields
 *
 * Returns: (transfer none) (nullable): the same, by what the field is of that kind
 */
const char *
kith_search_kind_field_label (KithKind kind, const KithField *field)
{
  if (kind == KITH_NAME && g_str_equal (field->name, "name"))
    return _ ("Earlier name");
  if (kind == KITH_NAME && g_str_equal (field->name, "short_name"))
    return _ ("Earlier short name");
  if (kind == KITH_QUOTE && g_str_equal (field->name, "text"))
    return _ ("Inherited line");
  if (kind == KITH_ANSWER && g_str_equal (field->name, "text"))
    return _ ("Answer");
  if (kind == KITH_BARRIER && g_str_equal (field->name, "text"))
    return _ ("Barrier");
  if (g_str_equal (field->name, "title") && kind != KITH_SCENE && kind >= KITH_QUESTION)
    return _ (kith_kind_info (kind)->label);
  if (kind == KITH_SCENE && g_str_equal (field->name, "note"))
    return _ ("Presenter’s note");
  return kith_search_field_label (field);
}

gboolean
kith_search_reads (KithKind kind, const KithField *field)
{
  /* the identity of the map is text that nobody wrote */
  if (kind == KITH_ABOUT && g_str_equal (field->name, "key"))
    return FALSE;
  if (kind == KITH_PICTURE || g_str_equal (field->name, "size_by"))
    return FALSE;
  if (kind == KITH_SCENE && g_str_equal (field->name, "filter"))
    return FALSE;
  if (g_str_equal (field->name, "sign")) /* how a warning sign spells itself */
    return FALSE;
  return field->type == KITH_TYPE_TEXT
         || (field->type == KITH_TYPE_REF && field->target == KITH_SECTOR)
         || (field->type == KITH_TYPE_ENUM && g_str_equal (field->name, "kind"));
}

const char *
kith_search_text (KithMap *map, const KithField *field, gconstpointer record)
{
  gpointer address = kith_field_address (field, record);

  if (field->type == KITH_TYPE_TEXT)
    return *(char **) address;
  if (field->type == KITH_TYPE_REF)
    return *(KithId *) address != 0 ? kith_sector_name (map, *(KithId *) address) : "";
  return kith_enum_label (field->values, *(int *) address);
}

static guint32
words_of_sector (Search *self, KithId sector)
{
  gpointer found = NULL;
  gint64 *key;

  if (sector == 0)
    return 0;
  if (!g_hash_table_lookup_extended (self->sectors, &sector, NULL, &found))
    {
      found = GUINT_TO_POINTER (kith_words_in (self->words, kith_sector_name (self->map, sector)));
      key = g_new (gint64, 1);
      *key = sector;
      g_hash_table_insert (self->sectors, key, found);
    }
  return GPOINTER_TO_UINT (found);
}

static guint32
words_of_field (Search *self, const KithField *field, gconstpointer record)
{
  gpointer address = kith_field_address (field, record);

  if (field->type == KITH_TYPE_TEXT)
    return kith_words_in (self->words, *(char **) address);
  if (field->type == KITH_TYPE_REF)
    return words_of_sector (self, *(KithId *) address);
  return self->values[MIN (*(int *) address, MAX_VALUES - 1)];
}

static guint
worth_of (const KithField *field)
{
  if (field->type != KITH_TYPE_TEXT)
    return WORTH_CHOICE;
  if (field->needed || g_str_equal (field->name, "short_name"))
    return WORTH_NAME;
  return field->max > 500 ? WORTH_NOTE : WORTH_SHORT;
}

/* The best that each word of a record is worth; the folded text of a text field is at hand. */
static guint
strength_of (Search *self, const KithField *field, guint32 words, guint *best)
{
  guint sum = 0;

  for (guint i = 0; i < self->words->n_words; i++)
    if ((words & 1u << i) != 0)
      {
        guint place = field->type == KITH_TYPE_TEXT ? kith_words_place (self->words, i, NULL) : 2;
        guint worth = worth_of (field) * place;

        best[i] = MAX (best[i], worth);
        sum += worth;
      }
  return sum;
}

/* Its own words are not enough of a link: both of its ends together may name it, and either end
 * with its kind or its note. One end alone does not, or a name would find all of its links. */
static guint32
words_of_ends (Search *self, const KithLink *link)
{
  guint32 a = GPOINTER_TO_UINT (g_hash_table_lookup (self->names, &link->a));
  guint32 b = GPOINTER_TO_UINT (g_hash_table_lookup (self->names, &link->b));

  if (a == self->words->all || b == self->words->all)
    return 0;
  return a | b;
}

static void
look_at (Search *self, gconstpointer record)
{
  guint best[KITH_SEARCH_MAX_WORDS] = { 0 };
  guint most = 0;
  guint32 found = 0, names = 0;
  Hit hit = { record, NULL, 0 };

  for (guint i = 0; i < self->n_fields; i++)
    {
      guint32 words = words_of_field (self, self->fields[i], record);
      guint strength = words != 0 ? strength_of (self, self->fields[i], words, best) : 0;

      if (words != 0 && worth_of (self->fields[i]) == WORTH_NAME)
        names |= words;
      if (strength > most)
        {
          most = strength;
          hit.field = self->fields[i];
        }
      found |= words;
    }
  if (names != 0 && KITH_KIND (record) == KITH_STAKEHOLDER)
    g_hash_table_insert (self->names, &KITH_RECORD (record)->id, GUINT_TO_POINTER (names));
  if (found != self->words->all && KITH_KIND (record) == KITH_LINK)
    found |= words_of_ends (self, record);
  if (found != self->words->all)
    return;
  for (guint i = 0; i < self->words->n_words; i++)
    hit.strength += best[i] != 0 ? best[i] : WORTH_CHOICE;
  g_array_append_val (self->hits, hit);
}

static void
look_at_kind (Search *self, KithKind kind)
{
  const KithKindInfo *info = kith_kind_info (kind);

  self->n_fields = 0;
  for (guint i = 0; i < info->n_fields && self->n_fields < MAX_VALUES; i++)
    if (kith_search_reads (kind, &info->fields[i]))
      self->fields[self->n_fields++] = &info->fields[i];
  for (guint i = 0; i < self->n_fields; i++)
    if (self->fields[i]->type == KITH_TYPE_ENUM)
      for (guint value = 0; value < MIN (self->fields[i]->values->n_values, MAX_VALUES); value++)
        self->values[value] =
            kith_words_in (self->words, kith_enum_label (self->fields[i]->values, (int) value));
  for (guint i = 0; self->n_fields > 0 && i < kith_map_n (self->map, kind); i++)
    look_at (self, kith_map_nth (self->map, kind, i));
}

/* Strongest first; of equals stakeholders, spaces, links, events and the rest, by name. */
static int
compare_hits (gconstpointer a, gconstpointer b)
{
  static const guint8 places[KITH_N_KINDS] = {
    [KITH_STAKEHOLDER] = 0, [KITH_SPACE] = 1,           [KITH_LINK] = 2,
    [KITH_EVENT] = 3,       [KITH_ASSESSMENT] = 4,      [KITH_MEMBERSHIP] = 5,
    [KITH_ANNOTATION] = 6,  [KITH_ABOUT] = 7,           [KITH_NAME] = 1,
    [KITH_QUOTE] = 3,       [KITH_SUCCESSION] = 5,      [KITH_ROUND] = 7,
    [KITH_SCENE] = 5,       [KITH_QUESTION] = 1,        [KITH_POSITION] = 3,
    [KITH_ANSWER] = 3,      [KITH_STANCE] = 4,          [KITH_PULSE] = 4,
    [KITH_LOAD] = 3,        [KITH_DRIVERS] = 4,         [KITH_BARRIER] = 3,
    [KITH_REPAIR] = 3,      [KITH_ACKNOWLEDGEMENT] = 7,
  };
  const Hit *x = a, *y = b;
  KithKind kind = KITH_KIND (x->record);
  const KithField *field;
  int order = 0;

  if (x->strength != y->strength)
    return x->strength > y->strength ? -1 : 1;
  if (kind != KITH_KIND (y->record))
    return places[kind] < places[KITH_KIND (y->record)] ? -1 : 1;
  field = kith_kind_info (kind)->fields;
  if (field->type == KITH_TYPE_TEXT)
    order = g_ascii_strcasecmp (*(char **) kith_field_address (field, x->record),
                                *(char **) kith_field_address (field, y->record));
  return order != 0 ? order : kith_record_compare (x->record, y->record);
}

/* Drops those that are too weak to be among the first `max`, so that few are left to sort. */
static void
drop_weakest (GArray *hits, guint max)
{
  guint counts[MAX_STRENGTH + 1] = { 0 };
  guint n = 0, least = MAX_STRENGTH, kept = 0;

  for (guint i = 0; i < hits->len; i++)
    counts[g_array_index (hits, Hit, i).strength]++;
  for (n = counts[least]; n < max && least > 0; n += counts[least])
    least--;
  for (guint i = 0; i < hits->len; i++)
    if (g_array_index (hits, Hit, i).strength >= least)
      g_array_index (hits, Hit, kept++) = g_array_index (hits, Hit, i);
  g_array_set_size (hits, kept);
}

static GArray *
find_all (KithMap *map, KithWords *words)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) sectors = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                          NULL);
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  Search search = { .map = map, .words = words, .names = names, .sectors = sectors, .hits = hits };

  /* a sector is found by its stakeholders; stakeholders come before links */
  for (guint kind = 0; kind < KITH_N_KINDS && words->n_words > 0; kind++)
    if (kind != KITH_SECTOR)
      look_at_kind (&search, (KithKind) kind);
  return hits;
}

/**
 * kith_search:
 * @map: what may be searched
 * @words: what somebody typed; blanks part words
 * @max: the most results
 * @n_all: (out) (optional): how many records hold all the words
 *
 * A record is found when it holds every word somewhere in its text, its sector or its kind; case,
 * accents, apostrophes and hyphens make no difference. Linear in the text of the map.
 *
 * Returns: (transfer full) (element-type KithFound): the best, best first
 */
GPtrArray *
kith_search (KithMap *map, const char *words, guint max, guint *n_all)
{
  GPtrArray *results = g_ptr_array_new_with_free_func ((GDestroyNotify) kith_found_free);
  g_autoptr (KithWords) parsed = kith_words_new (words);
  g_autoptr (GArray) hits = find_all (map, parsed);

  if (n_all != NULL)
    *n_all = hits->len;
  drop_weakest (hits, max);
  g_array_sort (hits, compare_hits);
  for (guint i = 0; i < MIN (hits->len, max); i++)
    {
      const Hit *hit = &g_array_index (hits, Hit, i);

      g_ptr_array_add (results,
                       kith_found_new (map, parsed, hit->record, hit->field, hit->strength));
    }
  return results;
}

/**
 * kith_search_each:
 * @map: what may be searched
 * @words: what somebody typed
 * @func: told of each record that kith_search() would find
 * @data: for @func
 *
 * Cost: linear in the text of the map.
 */
void
kith_search_each (KithMap *map,
                  const char *words,
                  void (*func) (gconstpointer record, gpointer data),
                  gpointer data)
{
  g_autoptr (KithWords) parsed = kith_words_new (words);
  g_autoptr (GArray) hits = find_all (map, parsed);

  for (guint i = 0; i < hits->len; i++)
    func (g_array_index (hits, Hit, i).record, data);
}
