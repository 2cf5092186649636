/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-compare-write.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "kith-csv.h"
#include "kith-json.h"

/* --- CSV --- */

static void
write_heading (GString *out)
{
  kith_csv_write_text (out, TRUE, _ ("Change"));
  kith_csv_write_text (out, FALSE, _ ("Kind"));
  kith_csv_write_text (out, FALSE, _ ("What"));
  kith_csv_write_text (out, FALSE, _ ("Who says"));
  kith_csv_write_text (out, FALSE, _ ("Before"));
  kith_csv_write_text (out, FALSE, _ ("After"));
  kith_csv_write_text (out, FALSE, _ ("In words"));
  kith_csv_write_end (out);
}

/**
 * kith_comparison_to_csv:
 * @comparison: a comparison of what may be shown
 *
 * Returns: (transfer full): a row a change, in the order of the list
 */
GBytes *
kith_comparison_to_csv (KithComparison *comparison)
{
  GString *out = g_string_new ("\xef\xbb\xbf");
  const GPtrArray *items = kith_comparison_items (comparison);

  write_heading (out);
  for (guint i = 0; i < items->len; i++)
    {
      const KithComparedItem *item = items->pdata[i];

      kith_csv_write_text (out, TRUE, kith_enum_label (&kith_compareds, (int) item->group));
      kith_csv_write_text (out, FALSE,
                           kith_enum_label (&kith_compared_abouts,
                                            (int) kith_compared_about (item)));
      kith_csv_write_text (out, FALSE, item->subject);
      kith_csv_write_text (out, FALSE, item->who);
      kith_csv_write_text (out, FALSE, item->was);
      kith_csv_write_text (out, FALSE, item->is);
      kith_csv_write_text (out, FALSE, item->text);
      kith_csv_write_end (out);
    }
  return g_string_free_to_bytes (out);
}

/* --- JSON --- */

static void
add_text (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_item (JsonBuilder *builder, const KithComparedItem *item)
{
  g_autofree char *id = item->id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, item->id)
                                      : g_strdup ("");

  json_builder_begin_object (builder);
  add_text (builder, "change", kith_enum_key (&kith_compareds, (int) item->group));
  add_text (builder, "kind",
            kith_enum_key (&kith_compared_abouts, (int) kith_compared_about (item)));
  add_text (builder, "id", id);
  add_text (builder, "what", item->subject);
  add_text (builder, "who", item->who);
  add_text (builder, "before", item->was);
  add_text (builder, "after", item->is);
  add_text (builder, "words", item->text);
  json_builder_end_object (builder);
}

/**
 * kith_comparison_to_json:
 * @comparison: a comparison of what may be shown
 *
 * Ids are strings, those of the map after, and of what went its own; "" is the whole map.
 *
 * Returns: (transfer full): UTF-8 text
 */
GBytes *
kith_comparison_to_json (KithComparison *comparison)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *words = kith_comparison_to_words (comparison);
  const GPtrArray *items = kith_comparison_items (comparison);

  json_builder_begin_object (builder);
  add_text (builder, "from", kith_comparison_before_name (comparison));
  add_text (builder, "to", kith_comparison_after_name (comparison));
  add_text (builder, "words", words);
  json_builder_set_member_name (builder, "counts");
  json_builder_begin_object (builder);
  for (guint group = 0; group < KITH_N_COMPARED; group++)
    {
      json_builder_set_member_name (builder, kith_enum_key (&kith_compareds, (int) group));
      json_builder_add_int_value (builder,
                                  kith_comparison_count (comparison, (KithCompared) group));
    }
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "changes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < items->len; i++)
    add_item (builder, items->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return kith_json_end (builder);
}
