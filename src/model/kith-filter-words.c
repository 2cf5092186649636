/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A filter in words: its parts for chips, a line for legends, and what there is to choose. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-filter-private.h"
#include "kith-opinion.h"
#include "kith-sectors.h"
#include "kith-tags.h"

/* --- What there is to choose --- */

static void
free_choice (gpointer data)
{
  KithFilterChoice *choice = data;

  g_free (choice->key);
  g_free (choice->label);
  g_free (choice);
}

static void
add_choice (GPtrArray *choices, const char *key, const char *label, guint n)
{
  KithFilterChoice *choice = g_new (KithFilterChoice, 1);

  *choice = (KithFilterChoice){ g_strdup (key), g_strdup (label), n };
  g_ptr_array_add (choices, choice);
}

static int
value_of (gconstpointer record, KithCriterion criterion)
{
  const KithStakeholder *stakeholder = record;

  switch (criterion)
    {
    case KITH_BY_LEVEL:
      return stakeholder->level;
    case KITH_BY_FORM:
      return stakeholder->form;
    case KITH_BY_STORY:
      return stakeholder->story;
    case KITH_BY_LINK:
      return ((const KithLink *) record)->kind;
    default:
      return 0;
    }
}

static void
list_values (GPtrArray *choices, KithMap *map, KithCriterion criterion)
{
  const KithEnum *values = kith_criterion_enum (criterion);
  KithKind kind = criterion == KITH_BY_LINK ? KITH_LINK : KITH_STAKEHOLDER;
  g_autofree guint *counts = g_new0 (guint, values->n_values);

  for (guint i = 0; i < kith_map_n (map, kind); i++)
    counts[value_of (kith_map_nth (map, kind, i), criterion)]++;
  for (guint i = 0; i < values->n_values; i++)
    if (counts[i] > 0)
      add_choice (choices, kith_filter_enum_key (values, (int) i),
                  kith_enum_label (values, (int) i), counts[i]);
}

static void
list_sectors (GPtrArray *choices, KithMap *map)
{
  g_autoptr (GArray) sectors = kith_sector_list (map);
  g_autoptr (GHashTable) counts = g_hash_table_new (g_int64_hash, g_int64_equal);
  static const KithId other = KITH_SECTOR_OTHER;

  KITH_FOR_EACH (KithStakeholder, stakeholder, map, KITH_STAKEHOLDER)
    {
      const KithId *sector = stakeholder->sector != 0 ? &stakeholder->sector : &other;
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, sector));

      g_hash_table_insert (counts, (gpointer) sector, GUINT_TO_POINTER (n + 1));
    }
  for (guint i = 0; i < sectors->len; i++)
    {
      KithId sector = g_array_index (sectors, KithId, i);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &sector));
      char key[24];

      g_snprintf (key, sizeof key, "%" G_GINT64_FORMAT, sector);
      if (n > 0)
        add_choice (choices, key, kith_sector_name (map, sector), n);
    }
}

/* Words that people choose themselves: the same in any case, as they were first spelled. */
static void
count_word (GHashTable *counts, const char *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);
  KithFilterChoice *choice;

  if (*word == '\0')
    return;
  choice = g_hash_table_lookup (counts, folded);
  if (choice == NULL)
    {
      choice = g_new0 (KithFilterChoice, 1);
      choice->key = g_strdup (word);
      choice->label = g_strdup (word);
      g_hash_table_insert (counts, g_steal_pointer (&folded), choice);
    }
  choice->n++;
}

static void
count_tags (GHashTable *counts, const char *tags)
{
  g_auto (GStrv) words = *tags != '\0' ? kith_tags_split (tags) : NULL;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    count_word (counts, words[i]);
}

static int
compare_labels (gconstpointer a, gconstpointer b)
{
  const KithFilterChoice *one = *(KithFilterChoice *const *) a;
  const KithFilterChoice *other = *(KithFilterChoice *const *) b;

  return g_utf8_collate (one->label, other->label);
}

static void
list_words (GPtrArray *choices, KithMap *map, KithCriterion criterion)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer choice;

  KITH_FOR_EACH (KithStakeholder, stakeholder, map, KITH_STAKEHOLDER)
    {
      if (criterion == KITH_BY_KIND)
        count_word (counts, stakeholder->kind);
      else
        count_tags (counts, stakeholder->tags);
    }
  if (criterion == KITH_BY_TAG)
    KITH_FOR_EACH (KithLink, link, map, KITH_LINK)
      count_tags (counts, link->tags);
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &choice))
    g_ptr_array_add (choices, choice);
  g_ptr_array_sort (choices, compare_labels);
}

/**
 * kith_filter_choices:
 * @map: the map that is looked at
 * @criterion: one with named values
 *
 * Returns: (transfer full) (element-type KithFilterChoice): those that anything on the map has, in
 *   the order of their table, or by name
 */
GPtrArray *
kith_filter_choices (KithMap *map, KithCriterion criterion)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func (free_choice);

  if (criterion == KITH_BY_SECTOR)
    list_sectors (choices, map);
  else if (kith_criterion_enum (criterion) != NULL)
    list_values (choices, map, criterion);
  else if (kith_criterion_is_choice (criterion))
    list_words (choices, map, criterion);
  return choices;
}

/**
 * kith_filter_count_trust:
 * @map: the map that is looked at
 * @counts: (out): links with an end of not known trust, then of trust 1 to 5
 */
void
kith_filter_count_trust (KithMap *map, guint counts[6])
{
  memset (counts, 0, 6 * sizeof counts[0]);
  KITH_FOR_EACH (KithLink, link, map, KITH_LINK)
    {
      gboolean has[6] = { FALSE };

      for (guint i = KITH_END_A; i <= KITH_END_B; i++)
        {
          KithOpinion opinion;

          kith_opinion_of (map, link->record.id, (KithEnd) i, KITH_TRUST, &opinion);
          for (int step = 1; step <= 5 && opinion.voices > 0; step++)
            has[step] |= opinion.median >= step && opinion.median <= step;
          has[0] |= opinion.voices == 0;
        }
      for (guint i = 0; i < 6; i++)
        counts[i] += has[i];
    }
}

/* --- Parts --- */

static void
free_part (gpointer data)
{
  KithFilterPart *part = data;

  g_free (part->key);
  g_free (part->label);
  g_free (part);
}

static void
add_part (GPtrArray *parts, KithCriterion criterion, const char *key, char *label)
{
  KithFilterPart *part = g_new (KithFilterPart, 1);

  *part = (KithFilterPart){ FALSE, criterion, g_strdup (key), label };
  g_ptr_array_add (parts, part);
}

static const char *
label_of_key (KithMap *map, KithCriterion criterion, const char *key)
{
  const KithEnum *values = kith_criterion_enum (criterion);
  int number = 0;

  if (criterion == KITH_BY_SECTOR)
    return kith_sector_name (map, g_ascii_strtoll (key, NULL, 10));
  if (values == NULL)
    return key;
  kith_enum_from_key (values, g_str_equal (key, KITH_NOT_SAID) ? "" : key, &number);
  return kith_enum_label (values, number);
}

/* A sector, a form or a place in the story says by itself what it is. */
static char *
words_of_key (KithMap *map, KithCriterion criterion, const char *key)
{
  const char *label = label_of_key (map, criterion, key);

  if (criterion == KITH_BY_SECTOR || criterion == KITH_BY_STORY)
    return g_strdup (label);
  /* Translators: a part of a filter: "Level: Place", "Tag: winter". */
  return g_strdup_printf (_ ("%s: %s"), kith_criterion_label (criterion), label);
}

static char *
words_of_trust (const KithFilter *filter)
{
  if (filter->trust_low == 0)
    return g_strdup (_ ("Trust not known"));
  if (filter->trust_low == filter->trust_high)
    return filter->trust_not_known
               ? g_strdup_printf (_ ("Trust %d or not known"), filter->trust_low)
               : g_strdup_printf (_ ("Trust %d"), filter->trust_low);
  return g_strdup_printf (filter->trust_not_known ? _ ("Trust %d–%d or not known")
                                                  : _ ("Trust %d–%d"),
                          filter->trust_low, filter->trust_high);
}

static char *
words_of_span (const KithFilter *filter, KithCriterion criterion)
{
  const KithFilterSpan *span = &filter->spans[criterion];
  g_autofree char *from = kith_date_to_short_words (&span->from);
  g_autofree char *to = kith_date_to_short_words (&span->to);
  gboolean existed = criterion == KITH_BY_EXISTED;

  if (!kith_date_is_set (&span->to))
    return g_strdup_printf (existed ? _ ("There since %s") : _ ("Happened since %s"), from);
  if (!kith_date_is_set (&span->from))
    return g_strdup_printf (existed ? _ ("There until %s") : _ ("Happened until %s"), to);
  if (kith_date_equal (&span->from, &span->to))
    return g_strdup_printf (existed ? _ ("There in %s") : _ ("Happened in %s"), from);
  return g_strdup_printf (existed ? _ ("There %s–%s") : _ ("Happened %s–%s"), from, to);
}

static char *
words_of_focus (const KithFilter *filter, KithMap *map)
{
  const KithStakeholder *first = NULL;
  guint n = 0;

  for (guint i = 0; i < filter->focus->len; i++)
    {
      const KithStakeholder *one = kith_map_stakeholder (map,
                                                         g_array_index (filter->focus, KithId, i));

      n += one != NULL;
      first = first == NULL ? one : first;
    }
  if (n == 1)
    return g_strdup_printf (ngettext ("Focus: %s, %u step", "Focus: %s, %u steps", filter->steps),
                            kith_stakeholder_short_name (first), filter->steps);
  return g_strdup_printf (ngettext ("Focus: %u stakeholders, %u step",
                                    "Focus: %u stakeholders, %u steps", filter->steps),
                          n, filter->steps);
}

/**
 * kith_filter_parts:
 * @filter: (nullable): a filter
 * @map: whose sectors and stakeholders it names
 *
 * Returns: (transfer full) (element-type KithFilterPart): what it asks for, each value by itself;
 *   the focus first
 */
GPtrArray *
kith_filter_parts (const KithFilter *filter, KithMap *map)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (free_part);

  if (kith_filter_get_steps (filter) > 0)
    {
      add_part (parts, KITH_N_CRITERIA, NULL, words_of_focus (filter, map));
      ((KithFilterPart *) parts->pdata[0])->is_focus = TRUE;
    }
  for (guint i = 0; filter != NULL && i < KITH_N_CRITERIA; i++)
    {
      KithCriterion criterion = (KithCriterion) i;

      for (guint j = 0; j < filter->keys[i]->len; j++)
        add_part (parts, criterion, filter->keys[i]->pdata[j],
                  words_of_key (map, criterion, filter->keys[i]->pdata[j]));
      if (kith_criterion_is_choice (criterion) || !kith_filter_asks (filter, criterion))
        continue;
      if (criterion == KITH_BY_TRUST)
        add_part (parts, criterion, NULL, words_of_trust (filter));
      else if (criterion == KITH_BY_TEXT)
        add_part (parts, criterion, NULL, g_strdup_printf (_ ("Text: %s"), filter->text));
      else
        add_part (parts, criterion, NULL, words_of_span (filter, criterion));
    }
  return parts;
}

/**
 * kith_filter_remove:
 * @filter: a filter that is being made
 * @part: what it shall not ask for any more
 */
void
kith_filter_remove (KithFilter *filter, const KithFilterPart *part)
{
  if (part->is_focus)
    kith_filter_set_focus (filter, NULL, 0, 0);
  else if (part->key != NULL)
    kith_filter_put (filter, part->criterion, part->key, FALSE);
  else
    kith_filter_clear (filter, part->criterion);
}

/* --- Lines --- */

const char *
kith_filter_joint (const KithFilterPart *part, const KithFilterPart *before)
{
  /* Translators: between two values either of which will do: "Housing or Police" */
  return before->criterion == part->criterion ? _ (" or ") : " · ";
}

/**
 * kith_filter_to_words:
 * @filter: (nullable): a filter
 * @map: whose sectors and stakeholders it names
 *
 * Returns: (transfer full): "Housing or Police · Trust 1–2"; "" for nothing
 */
char *
kith_filter_to_words (const KithFilter *filter, KithMap *map)
{
  g_autoptr (GPtrArray) parts = kith_filter_parts (filter, map);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const KithFilterPart *part = parts->pdata[i];

      if (i > 0)
        g_string_append (out, kith_filter_joint (part, parts->pdata[i - 1]));
      g_string_append (out, part->label);
    }
  return g_string_free (out, FALSE);
}

/**
 * kith_pass_to_words:
 * @pass: (nullable): what passes
 * @map: of this map
 *
 * Returns: (transfer full): "Showing 14 of 25 stakeholders, 20 of 45 links"
 */
char *
kith_pass_to_words (const KithPass *pass, KithMap *map)
{
  guint n = kith_map_n (map, KITH_STAKEHOLDER), m = kith_map_n (map, KITH_LINK);
  g_autofree char *stakeholders = g_strdup_printf (ngettext ("Showing %u of %u stakeholder",
                                                             "Showing %u of %u stakeholders", n),
                                                   kith_pass_n (pass, map, KITH_STAKEHOLDER), n);
  g_autofree char *links = g_strdup_printf (ngettext ("%u of %u link", "%u of %u links", m),
                                            kith_pass_n (pass, map, KITH_LINK), m);

  /* Translators: "Showing 14 of 25 stakeholders", "20 of 45 links" */
  return g_strdup_printf (_ ("%s, %s"), stakeholders, links);
}
