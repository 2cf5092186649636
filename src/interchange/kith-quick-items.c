/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-quick-items.h"

#include <glib/gi18n-lib.h>

#include "kith-import-private.h"
#include "kith-sectors.h"

static void
item_free (gpointer data)
{
  KithQuickItem *item = data;

  g_free (item->title);
  g_free (item->detail);
  g_free (item);
}

/* As the map has it for who is looking, else as the edit makes it. */
static gconstpointer
record_of (KithImport *import, KithEdit *edit, KithKind kind, KithId id)
{
  gconstpointer known = kith_map_get (import->map, kind, id);

  return known != NULL ? known : kith_edit_peek_after (edit, id);
}

static KithQuickItem *
new_item (KithImport *import, KithEdit *edit, KithKind kind, KithId id, guint line)
{
  KithQuickItem *item = g_new0 (KithQuickItem, 1);

  item->line = line;
  item->kind = kind;
  item->is_known = kith_map_get (import->map, kind, id) != NULL;
  item->is_changed = item->is_known && kith_edit_peek_after (edit, id) != NULL;
  return item;
}

static void
append (GString *out, const char *text)
{
  if (*text == '\0')
    return;
  if (out->len > 0)
    g_string_append (out, " · ");
  g_string_append (out, text);
}

static char *
describe_stakeholder (KithImport *import, const KithStakeholder *stakeholder)
{
  GString *out = g_string_new (NULL);

  append (out, kith_sector_name (import->map, stakeholder->sector));
  append (out, stakeholder->kind);
  if (stakeholder->level != KITH_LEVEL_UNSET)
    append (out, kith_enum_label (&kith_levels, stakeholder->level));
  if (stakeholder->story != KITH_STORY_AT_TABLE)
    append (out, kith_enum_label (&kith_stories, stakeholder->story));
  append (out, stakeholder->short_name);
  return g_string_free (out, FALSE);
}

static KithQuickItem *
stakeholder_item (KithImport *import, KithEdit *edit, const KithImportWho *who)
{
  KithQuickItem *item = new_item (import, edit, KITH_STAKEHOLDER, who->on_map, who->row);
  const KithStakeholder *record = record_of (import, edit, KITH_STAKEHOLDER, who->on_map);

  if (record == NULL)
    record = who->record;
  item->sector = record->sector;
  item->title = g_strdup (record->name);
  item->detail = describe_stakeholder (import, record);
  return item;
}

static const char *
score_sign (const KithAssessment *rating)
{
  int score = rating != NULL ? rating->scores[KITH_TRUST] : KITH_SCORE_UNSET;

  if (KITH_SCORE_IS_STEP (score))
    return kith_enum_key (&kith_scores, score);
  return score == KITH_SCORE_UNSET ? "–" : "?";
}

static char *
describe_tie (const KithImportTie *tie, const KithLink *link)
{
  GString *out = g_string_new (NULL);

  append (out, kith_enum_label (&kith_link_kinds, link->kind));
  if (link->frequency != KITH_FREQUENCY_UNSET)
    append (out, kith_enum_label (&kith_frequencies, link->frequency));
  if (tie->ratings[KITH_END_A] != NULL || tie->ratings[KITH_END_B] != NULL)
    {
      g_autofree char *trust = g_strdup_printf (_ ("trust %s / %s"),
                                                score_sign (tie->ratings[KITH_END_A]),
                                                score_sign (tie->ratings[KITH_END_B]));

      append (out, trust);
    }
  return g_string_free (out, FALSE);
}

static const char *
name_of (KithImport *import, KithEdit *edit, guint place)
{
  const KithImportWho *who = import->who->pdata[place];
  const KithStakeholder *record = record_of (import, edit, KITH_STAKEHOLDER, who->on_map);

  return (record != NULL ? record : who->record)->name;
}

static KithQuickItem *
link_item (KithImport *import, KithEdit *edit, const KithImportTie *tie)
{
  static const char *const signs[] = { "–", "→", "←", "↔" };
  KithQuickItem *item = new_item (import, edit, KITH_LINK, tie->on_map, tie->row);

  for (guint end = 0; end < 2; end++)
    item->is_changed |= item->is_known && tie->ratings[end] != NULL;
  item->title = g_strdup_printf ("%s %s %s", name_of (import, edit, tie->a),
                                 signs[tie->record->direction], name_of (import, edit, tie->b));
  item->detail = describe_tie (tie, item->is_known && (tie->set == 0)
                                        ? kith_map_link (import->map, tie->on_map)
                                        : tie->record);
  return item;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const KithQuickItem *one = *(KithQuickItem *const *) a;
  const KithQuickItem *other = *(KithQuickItem *const *) b;

  if (one->line != other->line)
    return one->line < other->line ? -1 : 1;
  return one->kind < other->kind ? -1 : one->kind > other->kind;
}

/**
 * kith_quick_items:
 * @import: from kith_quick_read()
 * @edit: from kith_quick_to_edit()
 *
 * Returns: (transfer full) (element-type KithQuickItem): who and what was named, by line; of a line
 *   stakeholders first
 */
GPtrArray *
kith_quick_items (KithImport *import, KithEdit *edit)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (item_free);

  for (guint i = 0; i < import->who->len; i++)
    g_ptr_array_add (items, stakeholder_item (import, edit, import->who->pdata[i]));
  for (guint i = 0; i < import->ties->len; i++)
    g_ptr_array_add (items, link_item (import, edit, import->ties->pdata[i]));
  g_ptr_array_sort (items, compare_lines);
  return items;
}

static guint
count (const GPtrArray *items, KithKind kind, gboolean is_known)
{
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const KithQuickItem *item = items->pdata[i];

      n += item->kind == kind && item->is_known == is_known;
    }
  return n;
}

static void
append_count (GString *out, const char *words, guint n)
{
  if (n == 0)
    return;
  g_string_append (out, out->len > 0 ? ", " : "");
  g_string_append_printf (out, words, n);
}

/**
 * kith_quick_items_to_words:
 * @items: from kith_quick_items()
 *
 * Returns: (transfer full): how many of what; empty for none
 */
char *
kith_quick_items_to_words (const GPtrArray *items)
{
  GString *out = g_string_new (NULL);
  guint fresh = count (items, KITH_STAKEHOLDER, FALSE), links = count (items, KITH_LINK, FALSE);
  guint known = count (items, KITH_STAKEHOLDER, TRUE), kept = count (items, KITH_LINK, TRUE);

  append_count (out, ngettext ("%u new stakeholder", "%u new stakeholders", fresh), fresh);
  append_count (out, ngettext ("%u new link", "%u new links", links), links);
  append_count (out,
                ngettext ("%u stakeholder on the map already", "%u stakeholders on the map already",
                          known),
                known);
  append_count (out, ngettext ("%u link there already", "%u links there already", kept), kept);
  return g_string_free (out, FALSE);
}
