/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text out of a clip and into a map: names, tables with tabs, and what people paste. */
#include <string.h>

#include "kith-clip-text.h"
#include "kith-sectors.h"
#include "kith-verbs.h"

static KithId
add (KithMap *map, const char *name)
{
  KithId id = 0;
  g_autoptr (KithEdit) edit = kith_verb_add_stakeholder (map, name, 0, 10, 20, &id);

  g_assert_true (kith_map_apply (map, edit, NULL));
  return id;
}

static KithEdit *
paste (KithMap *map, const char *text)
{
  g_autoptr (GError) error = NULL;
  KithEdit *edit = kith_pasted_text_to_edit (map, text, &error);

  g_assert_no_error (error);
  g_assert_true (kith_map_apply (map, edit, &error));
  g_assert_no_error (error);
  return edit;
}

static const KithStakeholder *
find (KithMap *map, const char *name)
{
  KITH_FOR_EACH (KithStakeholder, stakeholder, map, KITH_STAKEHOLDER)
    if (g_str_equal (stakeholder->name, name))
      return stakeholder;
  return NULL;
}

static void
names_are_one_a_line (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  g_autofree char *text = NULL;

  add (map, "Shelter");
  add (map, "Police\nand Fire");
  text = kith_map_to_names (map);
  g_assert_cmpstr (text, ==, "Police and Fire\nShelter");
}

static void
a_table_goes_out_and_comes_in (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  g_autoptr (KithMap) other = kith_map_new ();
  g_autoptr (KithEdit) edit = NULL;
  g_autoptr (GBytes) tsv = NULL;
  g_autofree char *text = NULL;
  const KithStakeholder *police;

  add (map, "West Northmoor Police");
  add (map, "Shelter, \"the\" charity");
  tsv = kith_map_to_tsv (map);
  text = g_strndup (g_bytes_get_data (tsv, NULL), g_bytes_get_size (tsv));
  g_assert_true (g_str_has_prefix (text, "Label\tKind\tSector\t"));
  edit = paste (other, text);
  g_assert_cmpuint (kith_map_n (other, KITH_STAKEHOLDER), ==, 2);
  g_assert_nonnull (find (other, "Shelter, \"the\" charity"));
  police = find (other, "West Northmoor Police");
  g_assert_cmpstr (kith_sector_key (police->sector), ==, "police-fire-justice");
}

static void
a_formula_is_guarded (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  g_autoptr (GBytes) tsv = NULL;
  g_autofree char *text = NULL;

  add (map, "=HYPERLINK(1)");
  tsv = kith_map_to_tsv (map);
  text = g_strndup (g_bytes_get_data (tsv, NULL), g_bytes_get_size (tsv));
  g_assert_nonnull (strstr (text, "\n'=HYPERLINK(1)\t"));
}

static void
a_range_without_headings_is_names (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  g_autoptr (KithEdit) edit = paste (map, "Shelter\tLeeds\nMind\tYork\n");

  g_assert_nonnull (find (map, "Shelter"));
  g_assert_nonnull (find (map, "Mind"));
}

static void
a_list_is_stakeholders_each_once (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  g_autoptr (KithEdit) edit = NULL;
  g_autoptr (KithEdit) again = NULL;

  add (map, "Shelter");
  edit = paste (map, "• Police\r\n• shelter\r\n\r\n• Mind\r\n• Mind\r\n");
  g_assert_cmpuint (kith_map_n (map, KITH_STAKEHOLDER), ==, 3);
  again = paste (map, "Mind\nPolice");
  g_assert_true (kith_edit_is_empty (again));
}

static void
too_much_is_refused (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i <= KITH_PASTE_MAX_LINES; i++)
    g_string_append_printf (text, "Name %u\n", i);
  g_assert_null (kith_pasted_text_to_edit (map, text->str, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clip-text/names-are-one-a-line", names_are_one_a_line);
  g_test_add_func ("/clip-text/a-table-goes-out-and-comes-in", a_table_goes_out_and_comes_in);
  g_test_add_func ("/clip-text/a-formula-is-guarded", a_formula_is_guarded);
  g_test_add_func ("/clip-text/a-range-without-headings-is-names",
                   a_range_without_headings_is_names);
  g_test_add_func ("/clip-text/a-list-is-stakeholders-each-once", a_list_is_stakeholders_each_once);
  g_test_add_func ("/clip-text/too-much-is-refused", too_much_is_refused);
  return g_test_run ();
}
