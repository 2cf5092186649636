/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What earlier versions of Kith wrote: a document each, and a working copy that a crash left
 * behind, made by those versions themselves. */
#include <glib/gstdio.h>

#include "kith-digest.h"
#include "kith-document.h"
#include "kith-document-private.h"
#include "kith-image.h"
#include "kith-working-copy.h"

typedef struct
{
  const char *version;
  const char *copy;
  guint stakeholders, links, ratings, events, memberships, pictures;
  const char *tags; /* of the stakeholder that has some */
  guint names, successions, quotes, rounds, annotations, scenes;
} Sample;

static const Sample samples[] = {
  { "1", "66fd24257c58dd72", 6, 9, 44, 39, 6, 0, "" },
  { "2", "7785f6a39476a1f9", 5, 7, 37, 45, 5, 1, "pilot, front door" },
  { "3", "0dcb835501798986", 9, 12, 40, 12, 1, 0, "", 3, 3, 4, 1, 0 },
  { "4", "3f74346310962557", 28, 44, 302, 94, 14, 0, "", 4, 6, 11, 0, 11 },
  { "5", "04101627a49eb08c", 25, 45, 119, 103, 7, 0, "", 0, 0, 0, 0, 0, 2 },
};

static GBytes *
read_sample (const Sample *sample, const char *end)
{
  g_autofree char *name = g_strdup_printf ("version-%s%s", sample->version, end);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autoptr (GError) error = NULL;
  char *data = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (path, &data, &size, &error));
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

/* Those of the version's own kinds; what came later is at its default, and there is none of it. */
static void
assert_is_whole (const Sample *sample, KithMap *map)
{
  g_autoptr (GError) error = NULL;
  const char *tags = "";

  g_assert_true (kith_map_check (map, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (kith_map_n (map, KITH_STAKEHOLDER), ==, sample->stakeholders);
  g_assert_cmpuint (kith_map_n (map, KITH_LINK), ==, sample->links);
  g_assert_cmpuint (kith_map_n (map, KITH_ASSESSMENT), ==, sample->ratings);
  g_assert_cmpuint (kith_map_n (map, KITH_EVENT), ==, sample->events);
  g_assert_cmpuint (kith_map_n (map, KITH_MEMBERSHIP), ==, sample->memberships);
  g_assert_cmpuint (kith_map_n (map, KITH_PICTURE), ==, sample->pictures);
  g_assert_cmpuint (kith_map_n (map, KITH_NAME), ==, sample->names);
  g_assert_cmpuint (kith_map_n (map, KITH_SUCCESSION), ==, sample->successions);
  g_assert_cmpuint (kith_map_n (map, KITH_QUOTE), ==, sample->quotes);
  g_assert_cmpuint (kith_map_n (map, KITH_ROUND), ==, sample->rounds);
  g_assert_true (sample->annotations == 0
                 || kith_map_n (map, KITH_ANNOTATION) == sample->annotations);
  g_assert_cmpuint (kith_map_n (map, KITH_SCENE), ==, sample->scenes);
  for (KithKind kind = KITH_STANCE; kind < KITH_N_KINDS; kind++)
    g_assert_cmpuint (kith_map_n (map, kind), ==, 0);
  KITH_FOR_EACH (KithStakeholder, one, map, KITH_STAKEHOLDER)
    if (*one->tags != '\0')
      tags = one->tags;
  g_assert_cmpstr (tags, ==, sample->tags);
  KITH_FOR_EACH (KithAssessment, one, map, KITH_ASSESSMENT)
    {
      g_assert_true (one->round == 0 || sample->rounds > 0);
      if (*sample->version < '4')
        g_assert_cmpint (one->scores[KITH_ITEM_PROMISES], ==, KITH_SCORE_UNSET);
    }
}

static void
test_document (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr (GBytes) bytes = read_sample (sample, ".kith");
  g_autoptr (GError) error = NULL;
  g_autoptr (KithMap) map = kith_image_to_map (bytes, "old.kith", &error);
  g_autoptr (GBytes) again = NULL;
  g_autoptr (KithMap) back = NULL;

  g_assert_no_error (error);
  assert_is_whole (sample, map);
  again = kith_image_from_map (map, &error);
  g_assert_no_error (error);
  back = kith_image_to_map (again, "again.kith", &error);
  g_assert_no_error (error);
  g_assert_true (kith_map_equal (map, back));
}

/* An old document is distrusted like a new one. */
static void
test_flipped (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr (GBytes) bytes = read_sample (sample, ".kith");
  g_autoptr (KithMap) map = kith_image_to_map (bytes, "old.kith", NULL);
  gsize size = g_bytes_get_size (bytes);

  for (gsize at = 40; at < size; at += 1009)
    {
      g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (KithMap) read = NULL;

      copy[at] ^= 4;
      damaged = g_bytes_new_take (g_steal_pointer (&copy), size);
      read = kith_image_to_map (damaged, "old.kith", NULL);
      g_assert_true (read == NULL || kith_map_equal (read, map));
    }
}

static void
test_salvaged (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr (GBytes) bytes = read_sample (sample, ".kith");
  g_autofree char *report = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KithMap) map = NULL;
  g_autoptr (GBytes) damaged = NULL;
  gsize size = g_bytes_get_size (bytes);
  guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), size);

  memset (copy, 0, 4096); /* header and the beginning of the schema */
  damaged = g_bytes_new_take (copy, size);
  g_assert_null (kith_image_to_map (damaged, "old.kith", NULL));
  map = kith_image_salvage (damaged, "old.kith", &report, &error);
  g_assert_no_error (error);
  assert_is_whole (sample, map);
}

/* Puts the sample where a crashed run would have left it. */
static void
leave_working_copy (const Sample *sample)
{
  g_autofree char *all = kith_working_copies_folder ();
  g_autofree char *folder = g_build_filename (all, sample->copy, NULL);
  g_autofree char *path = g_build_filename (folder, "map.db", NULL);
  g_autoptr (GBytes) bytes = read_sample (sample, "-working-copy.db");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), &error));
  g_assert_no_error (error);
}

static void
test_working_copy (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KithDocument) document = NULL;
  g_autoptr (KithMap) before = NULL;
  g_autoptr (KithMap) rows = NULL;

  leave_working_copy (sample);
  document = kith_document_open_draft (sample->copy, &error);
  g_assert_no_error (error);
  assert_is_whole (sample, document->map);
  before = kith_map_snapshot (document->map);
  g_assert_cmpuint (kith_history_n_groups (document->history), ==, 1);
  g_assert_true (kith_document_undo (document, &error));
  g_assert_no_error (error);
  g_assert_false (kith_map_equal (before, document->map));
  g_assert_true (kith_document_redo (document, &error));
  g_assert_true (kith_map_equal (before, document->map));
  rows = kith_working_copy_load_map (document->copy, &error);
  g_assert_true (kith_map_equal (rows, document->map));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *format;
    void (*test) (gconstpointer data);
  } tests[] = {
    { "/migrate/a-document-of-version-%s-opens", test_document },
    { "/migrate/a-changed-document-of-version-%s-is-refused", test_flipped },
    { "/migrate/a-damaged-document-of-version-%s-is-salvaged", test_salvaged },
    { "/migrate/edits-left-by-version-%s-come-back-with-their-undo", test_working_copy },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    for (guint j = 0; j < G_N_ELEMENTS (tests); j++)
      {
        g_autofree char *path = g_strdup_printf (tests[j].format, samples[i].version);

        g_test_add_data_func (path, &samples[i], tests[j].test);
      }
  return g_test_run ();
}
