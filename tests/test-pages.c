/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a printer gets, page by page, drawn as kith-print.c draws it and read back by other programs. */
#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <math.h>

#include "kith-audience.h"
#include "kith-pages.h"
#include "kith-scribe.h"
#include "kith-test-maps.h"
#include "kith-verbs-scene.h"
#include "run-program.h"

#define PER_MM (96.0 / 25.4)

static const KithPageSize a4 = { 210, 297, 6.35 };

typedef struct
{
  KithMap *map;
  KithView view;
  KithExport options;
  char *path; /* removed with the fixture */
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  int fd = g_file_open_tmp ("kith-pages-XXXXXX", &f->path, NULL);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  f->map = kith_map_new ();
  f->view = (KithView) KITH_VIEW_INIT;
  f->view.audience = KITH_PARTNERS;
  f->options = (KithExport) KITH_EXPORT_INIT;
  f->options.page = &a4;
  f->options.signs = TRUE;
  test_link (f->map, test_stakeholder (f->map, "Northmoor Police", 0, 0),
             test_stakeholder (f->map, "Harbour Hospital", 420, 0));
  test_stakeholder (f->map, "Tŷ Gwyn", 840, 60);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_pointer (&f->map, kith_map_unref);
  g_remove (f->path);
  g_free (f->path);
}

static KithPages *
pages_of (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  KithPages *pages = kith_pages_new (f->map, &f->view, &f->options, &error);

  g_assert_no_error (error);
  return pages;
}

/* On a PDF of cairo's, as the toolkit's printing does. */
static char *
print (Fixture *f, KithPages *pages)
{
  cairo_surface_t *surface = cairo_pdf_surface_create (f->path, 10, 10);

  for (guint i = 0; i < kith_pages_n (pages); i++)
    {
      double width, height;
      cairo_t *cr;

      kith_pages_size (pages, i, &width, &height);
      cairo_pdf_surface_set_size (surface, width * KITH_POINTS, height * KITH_POINTS);
      cr = cairo_create (surface);
      cairo_scale (cr, KITH_POINTS, KITH_POINTS);
      kith_pages_draw (pages, i, cr);
      cairo_show_page (cr);
      cairo_destroy (cr);
    }
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  return run_program_text ("pdftotext", "-layout", f->path, "-", NULL);
}

static void
assert_size (KithPages *pages, guint page, double width_mm, double height_mm)
{
  double width, height;

  kith_pages_size (pages, page, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, width_mm * PER_MM, 0.1);
  g_assert_cmpfloat_with_epsilon (height, height_mm * PER_MM, 0.1);
}

static void
assert_says (const char *text, const char *words)
{
  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, words));
}

static void
test_one_page (Fixture *f, gconstpointer data)
{
  g_autoptr (KithPages) pages = NULL;
  g_autofree char *text = NULL;

  f->options.marking = "OFFICIAL";
  f->options.title = "For the board";
  pages = pages_of (f);
  g_assert_cmpuint (kith_pages_n (pages), ==, 1);
  assert_size (pages, 0, 297, 210); /* it is wide */
  text = print (f, pages);
  assert_says (text, "Northmoor Police");
  assert_says (text, "Tŷ Gwyn");
  assert_says (text, "For the board");
  assert_says (text, "OFFICIAL");
  assert_says (text, "For: Partners");
  assert_says (text, "Links"); /* the legend */
}

/* All sizes that there are in the world, and any way up. */
static void
test_any_paper (Fixture *f, gconstpointer data)
{
  static const KithPageSize papers[] = { { 148, 210, 5 },
                                         { 215.9, 355.6, 6 },
                                         { 100, 150, 3 },
                                         { 420, 594, 5 },
                                         { 1000, 1414, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    for (guint turn = KITH_ORIENTATION_PORTRAIT; turn <= KITH_ORIENTATION_LANDSCAPE; turn++)
      {
        g_autoptr (KithPages) pages = NULL;
        g_autofree char *text = NULL;
        gboolean wide = turn == KITH_ORIENTATION_LANDSCAPE;

        f->options.page = &papers[i];
        f->options.orientation = (KithOrientation) turn;
        pages = pages_of (f);
        assert_size (pages, 0, wide ? papers[i].height : papers[i].width,
                     wide ? papers[i].width : papers[i].height);
        text = print (f, pages);
        assert_says (text, "For: Partners");
      }
}

/* Labels and till rolls are papers, too. */
static void
test_odd_paper (Fixture *f, gconstpointer data)
{
  static const KithPageSize papers[] = { { 15, 40, 2 },
                                         { 29, 90, 3 },
                                         { 80, 2000, 4 },
                                         { 60, 60, 40 } };

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    for (guint tiled = 0; tiled < 2; tiled++)
      {
        g_autoptr (KithPages) pages = NULL;
        cairo_surface_t *surface;

        f->options.page = &papers[i];
        f->options.tiled = (gboolean) tiled;
        f->options.paper = KITH_PAPER_A2;
        pages = pages_of (f);
        surface = kith_pages_preview (pages, kith_pages_n (pages) - 1, 200, 200);
        g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
        cairo_surface_destroy (surface);
      }
}

/* The first dark pixel from the left of a page, in millimetres. */
static double
left_edge (KithPages *pages)
{
  cairo_surface_t *surface = kith_pages_preview (pages, 0, 1188, 1188);
  const guint8 *data = cairo_image_surface_get_data (surface);
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  int found = width;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < found; x++)
      if (data[y * stride + x * 4] < 200)
        found = x;
  cairo_surface_destroy (surface);
  return found * 297.0 / 1188;
}

static void
test_margins (Fixture *f, gconstpointer data)
{
  static const KithPageSize wide = { 210, 297, 25 };
  g_autoptr (KithPages) usual = pages_of (f);
  g_autoptr (KithPages) narrowed = NULL;

  f->options.page = &wide;
  narrowed = pages_of (f);
  g_assert_cmpfloat (left_edge (usual), >=, 9.5);
  g_assert_cmpfloat (left_edge (usual), <, 20.0);
  g_assert_cmpfloat (left_edge (narrowed), >=, 24.5);
}

/* A poster of A2 is as large when its sheets lie together, and each says where. */
static void
test_poster (Fixture *f, gconstpointer data)
{
  g_autoptr (KithPages) pages = NULL;
  g_autofree char *text = NULL;
  guint n;

  f->options.tiled = TRUE;
  f->options.paper = KITH_PAPER_A2;
  pages = pages_of (f);
  n = kith_pages_n (pages);
  g_assert_cmpuint (n, >=, 5);
  g_assert_cmpuint (n, <=, 13);
  text = print (f, pages);
  assert_says (text, "How to put the poster together");
  assert_says (text, "1A of ");
  assert_says (text, "Northmoor Police");
}

static KithId
add_scene (Fixture *f, const char *title, KithAudience audience)
{
  KithScene *scene = kith_record_new (KITH_SCENE, kith_id_new ());
  KithId id = scene->record.id;

  kith_text_set (&scene->title, title);
  scene->audience = (int) audience;
  test_do (f->map, kith_verb_add_scene (f->map, scene, G_MAXUINT, NULL));
  return id;
}

static void
test_scenes (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KithPages) pages = NULL;
  g_autofree char *text = NULL;

  f->options.scenes = TRUE;
  g_assert_null (kith_pages_new (f->map, &f->view, &f->options, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  add_scene (f, "Who is here?", KITH_PARTNERS);
  add_scene (f, "What we have shared", KITH_PARTNERS);
  pages = pages_of (f);
  g_assert_cmpuint (kith_pages_n (pages), ==, 2);
  text = print (f, pages);
  assert_says (text, "Who is here?");
  assert_says (strchr (text, '\f'), "What we have shared");
  /* and back again: a printer may take them in any order */
  {
    cairo_surface_t *first = kith_pages_preview (pages, 0, 300, 300);

    g_assert_cmpint (cairo_surface_status (first), ==, CAIRO_STATUS_SUCCESS);
    cairo_surface_destroy (first);
  }
}

static void
test_report (Fixture *f, gconstpointer data)
{
  g_autoptr (KithPages) pages = NULL;
  g_autofree char *text = NULL;

  f->options.report = TRUE;
  f->options.marking = "OFFICIAL";
  pages = pages_of (f);
  g_assert_cmpuint (kith_pages_n (pages), >=, 4);
  assert_size (pages, 0, 210, 297);
  text = print (f, pages);
  assert_says (text, "Harbour Hospital");
  assert_says (text, "OFFICIAL");
}

/* What the audience may not see is not on any page of any kind. */
static void
test_private (Fixture *f, gconstpointer data)
{
  KithStakeholder *s = kith_record_copy (
      kith_map_stakeholder (f->map, test_stakeholder (f->map, "Canary Body", 200, 300)));

  s->is_private = TRUE;
  kith_text_set (&s->private_note, "CANARY");
  test_put (f->map, s);
  add_scene (f, "Who is here?", KITH_PARTNERS);
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (KithPages) pages = NULL;
      g_autofree char *text = NULL;

      f->options.tiled = i == 1;
      f->options.paper = KITH_PAPER_A2;
      f->options.scenes = i == 2;
      f->options.report = i == 3;
      pages = pages_of (f);
      text = print (f, pages);
      g_assert_null (strcasestr (text, "canary"));
    }
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
sort_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n\f", -1);
  GString *out = g_string_new (NULL);

  qsort (words, g_strv_length (words), sizeof *words, compare_words);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (out, "%s\n", words[i]);
  return g_string_free (out, FALSE);
}

/* The same page, the same words. */
static void
test_as_exported (Fixture *f, gconstpointer data)
{
  g_autoptr (KithPages) pages = pages_of (f);
  g_autofree char *printed = print (f, pages);
  g_autoptr (GBytes) pdf = kith_export (f->map, &f->view, &f->options, NULL);
  g_autofree char *exported = NULL, *one = NULL, *other = NULL;

  g_assert_true (g_file_set_contents (f->path, g_bytes_get_data (pdf, NULL),
                                      (gssize) g_bytes_get_size (pdf), NULL));
  exported = run_program_text ("pdftotext", "-layout", f->path, "-", NULL);
  one = sort_words (printed);
  other = sort_words (exported);
  g_assert_cmpstr (one, ==, other);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/pages/the-map-is-on-one-page-with-title-legend-and-for-whom", test_one_page);
  ADD ("/pages/are-of-the-paper-that-lies-in-the-printer", test_any_paper);
  ADD ("/pages/fit-on-labels-and-rolls", test_odd_paper);
  ADD ("/pages/leave-free-what-a-printer-cannot-reach", test_margins);
  ADD ("/pages/of-a-poster-say-how-to-put-it-together", test_poster);
  ADD ("/pages/of-scenes-are-one-each", test_scenes);
  ADD ("/pages/of-a-report-have-its-marking", test_report);
  ADD ("/pages/hold-nothing-private", test_private);
  ADD ("/pages/say-what-the-exported-file-says", test_as_exported);
  return g_test_run ();
}
