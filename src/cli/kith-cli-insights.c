/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the map tells, in words and as JSON for programs. */
#include "kith-cli-verbs.h"

#include <json-glib/json-glib.h>

#include "kith-cli-files.h"
#include "kith-insights.h"
#include "kith-json.h"
#include "kith-sectors.h"

static void
add_text (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_count (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_id (JsonBuilder *builder, KithId id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  json_builder_add_string_value (builder, text);
}

static void
add_sector (JsonBuilder *builder, KithMap *map, const char *name, KithId sector)
{
  const char *key = kith_sector_key (sector);

  add_text (builder, name, key != NULL ? key : kith_sector_name (map, sector));
}

static void
add_numbers (JsonBuilder *builder, const KithInsight *insight)
{
  json_builder_set_member_name (builder, "numbers");
  json_builder_begin_object (builder);
  for (guint i = 0; i < insight->numbers->len; i++)
    {
      const KithNumber *number = &g_array_index (insight->numbers, KithNumber, i);

      json_builder_set_member_name (builder, number->key);
      if (number->form == KITH_NUMBER_COUNT)
        json_builder_add_int_value (builder, (gint64) number->value);
      else
        json_builder_add_double_value (builder, number->value);
    }
  json_builder_end_object (builder);
}

static void
add_insight (JsonBuilder *builder, const KithInsight *insight)
{
  json_builder_begin_object (builder);
  add_text (builder, "key", insight->key);
  add_text (builder, "sentence", insight->sentence);
  add_numbers (builder, insight);
  add_text (builder, "does_not_mean", insight->not_meant);
  json_builder_set_member_name (builder, "about");
  json_builder_begin_array (builder);
  for (guint i = 0; i < insight->ids->len; i++)
    add_id (builder, g_array_index (insight->ids, KithId, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_section (JsonBuilder *builder, const KithToldSection *section)
{
  int which = (int) section->section;

  json_builder_begin_object (builder);
  add_text (builder, "key", kith_enum_key (&kith_tells, which));
  add_text (builder, "title", kith_enum_label (&kith_tells, which));
  add_text (builder, "note", section->note);
  add_count (builder, "not_listed", section->n_left_out);
  json_builder_set_member_name (builder, "insights");
  json_builder_begin_array (builder);
  for (guint i = 0; i < section->told->len; i++)
    add_insight (builder, section->told->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* A mean only where somebody gave a step. */
static void
add_matrix (JsonBuilder *builder, KithMap *map, const KithInsights *insights)
{
  json_builder_set_member_name (builder, "matrix");
  json_builder_begin_array (builder);
  for (guint i = 0; i < insights->matrix->len; i++)
    {
      const KithSectorCell *cell = &g_array_index (insights->matrix, KithSectorCell, i);

      json_builder_begin_object (builder);
      add_sector (builder, map, "from", cell->from);
      add_sector (builder, map, "to", cell->to);
      add_count (builder, "ties", cell->ties);
      add_count (builder, "ends", cell->ends);
      json_builder_set_member_name (builder, "trust");
      if (cell->ends > 0)
        json_builder_add_double_value (builder, cell->trust);
      else
        json_builder_add_null_value (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static GBytes *
insights_to_json (const KithInsights *insights, KithMap *map, const KithCliOptions *options)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_text (builder, "audience", kith_enum_key (&kith_audiences, (int) options->audience));
  add_text (builder, "sentence", insights->sentence);
  add_count (builder, "stakeholders", insights->n_stakeholders);
  add_count (builder, "ties", insights->n_ties);
  add_count (builder, "links", insights->n_links);
  add_count (builder, "ties_rated", insights->n_rated);
  json_builder_set_member_name (builder, "sections");
  json_builder_begin_array (builder);
  for (guint i = 0; i < KITH_N_TELLS; i++)
    add_section (builder, &insights->sections[i]);
  json_builder_end_array (builder);
  add_matrix (builder, map, insights);
  json_builder_end_object (builder);
  return kith_json_end (builder);
}

/**
 * kith_cli_show_insights:
 * @map: a map, already made for its audience and date
 * @options: what was asked for
 * @error: why it could not be
 *
 * Prints what the map tells.
 */
gboolean
kith_cli_show_insights (KithMap *map, const KithCliOptions *options, GError **error)
{
  g_autoptr (KithInsights) insights = kith_insights_new (map, options->audience, NULL, error);
  g_autoptr (GBytes) json = NULL;
  g_autofree char *text = NULL;

  if (insights == NULL)
    return FALSE;
  if (options->json)
    {
      json = insights_to_json (insights, map, options);
      return kith_cli_write_bytes ("-", json, error);
    }
  text = kith_insights_to_text (insights);
  g_print ("%s", text);
  return TRUE;
}
