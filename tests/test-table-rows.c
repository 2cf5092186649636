/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a table without a window: what they follow, what they keep, and that their selection
 * is the viewer's. */
#include "kith-document.h"
#include "kith-table-rows.h"
#include "kith-test-maps.h"
#include "temp-folder.h"

typedef struct
{
  KithViewer *viewer;
  KithTableRows *rows;
  KithId ids[3]; /* Ann, Bob, Cath */
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  static const char *const names[] = { "Ann", "Bob", "Cath" };
  KithMap *map = kith_map_new ();
  g_autoptr (KithDocument) document = NULL;

  for (guint i = 0; i < 3; i++)
    f->ids[i] = test_stakeholder (map, names[i], 300.0 * i, 0);
  document = kith_document_new (map, NULL);
  f->viewer = kith_viewer_new (document);
  f->rows = kith_table_rows_new (KITH_LISTING_STAKEHOLDERS);
  kith_table_rows_set_filtered (f->rows, TRUE);
  kith_table_rows_set_viewer (f->rows, f->viewer);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_object_unref (f->rows);
  kith_document_discard (kith_viewer_get_document (f->viewer), NULL);
  g_object_unref (f->viewer);
}

static char *
names_of (Fixture *f)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < kith_table_rows_n (f->rows); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                            kith_map_stakeholder (kith_viewer_get_map (f->viewer),
                                                  kith_table_rows_nth (f->rows, i))
                                ->name);
  return g_string_free (names, FALSE);
}

#define HAS(f, expected)                \
  G_STMT_START                          \
  {                                     \
    g_autofree char *is = names_of (f); \
    g_assert_cmpstr (is, ==, expected); \
  }                                     \
  G_STMT_END

/* What a table does when its viewer says "changed". */
static void
perform (Fixture *f, KithEdit *edit, gboolean keep_places)
{
  g_autoptr (KithEdit) kept = kith_edit_ref (edit);

  g_assert_true (kith_viewer_perform (f->viewer, edit, NULL));
  kith_table_rows_follow (f->rows, kept, keep_places);
}

static void
a_new_row_comes_where_it_belongs (Fixture *f, gconstpointer data)
{
  KithMap *map = kith_viewer_get_whole_map (f->viewer);

  perform (f, kith_verb_add_stakeholder (map, "Abe", 0, 0, 300, NULL), TRUE);
  HAS (f, "Abe Ann Bob Cath");
  perform (f, kith_verb_delete (map, &f->ids[1], 1, NULL), TRUE);
  HAS (f, "Abe Ann Cath");
}

/* A row does not run away from who is at work in it. */
static void
a_renamed_row_stays_while_somebody_is_at_work (Fixture *f, gconstpointer data)
{
  KithMap *map = kith_viewer_get_whole_map (f->viewer);

  perform (f, kith_verb_rename (map, f->ids[0], "Zoe", NULL), TRUE);
  HAS (f, "Zoe Bob Cath");
  perform (f, kith_verb_rename (map, f->ids[1], "Zack", NULL), FALSE);
  HAS (f, "Zoe Cath Zack");
}

static void
the_selection_is_the_viewers (Fixture *f, gconstpointer data)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (f->rows);
  g_autoptr (GArray) ids = NULL;

  kith_viewer_select_only (f->viewer, f->ids[2]);
  g_assert_true (gtk_selection_model_is_selected (model, 2));
  gtk_selection_model_select_item (model, 0, FALSE);
  g_assert_true (kith_viewer_is_selected (f->viewer, f->ids[0]));
  g_assert_true (kith_viewer_is_selected (f->viewer, f->ids[2]));
  gtk_selection_model_select_item (model, 1, TRUE);
  g_assert_cmpint (kith_viewer_get_only (f->viewer, NULL), ==, f->ids[1]);
  gtk_selection_model_select_all (model);
  ids = kith_table_rows_dup_selected (f->rows);
  g_assert_cmpuint (ids->len, ==, 3);
}

static void
words_and_filters_narrow_rows_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) columns = kith_list_columns (KITH_LISTING_STAKEHOLDERS,
                                                     kith_viewer_get_map (f->viewer), KITH_TEAM);
  KithFilter *filter = kith_filter_new ();

  kith_table_rows_set_columns (f->rows, columns);
  kith_table_rows_set_words (f->rows, "cath");
  HAS (f, "Cath");
  kith_table_rows_set_words (f->rows, "");
  kith_filter_set_text (filter, "bob");
  kith_viewer_set_filter (f->viewer, filter);
  kith_table_rows_follow_view (f->rows);
  HAS (f, "Bob");
  g_assert_cmpuint (kith_table_rows_n_all (f->rows), ==, 3);
  kith_table_rows_set_filtered (f->rows, FALSE);
  HAS (f, "Ann Bob Cath");
}

static void
partners_get_no_private_row (Fixture *f, gconstpointer data)
{
  KithMap *map = kith_viewer_get_whole_map (f->viewer);

  perform (f, kith_verb_set (map, KITH_STAKEHOLDER, f->ids[1], "private", "1", NULL), TRUE);
  HAS (f, "Ann Bob Cath");
  kith_viewer_set_audience (f->viewer, KITH_PARTNERS);
  kith_table_rows_follow (f->rows, NULL, TRUE);
  HAS (f, "Ann Cath");
}

#define ADD(name, test) g_test_add ("/table-rows/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_autofree char *folder = temp_folder_new ();
  int failed;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  ADD ("a-new-row-comes-where-it-belongs", a_new_row_comes_where_it_belongs);
  ADD ("a-renamed-row-stays-while-somebody-is-at-work",
       a_renamed_row_stays_while_somebody_is_at_work);
  ADD ("the-selection-is-the-viewers", the_selection_is_the_viewers);
  ADD ("words-and-filters-narrow-rows-down", words_and_filters_narrow_rows_down);
  ADD ("partners-get-no-private-row", partners_get_no_private_row);
  failed = g_test_run ();
  temp_folder_remove (folder);
  return failed;
}
