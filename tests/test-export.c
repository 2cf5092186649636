/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures as files: sizes, text, fonts and titles as other programs read them. */
#include <cairo.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <math.h>

#include "kith-audience.h"
#include "kith-export.h"
#include "kith-names-replaced.h"
#include "kith-test-maps.h"
#include "kith-verbs.h"
#include "run-program.h"

/* A file for another program to read; removed with the fixture. */
typedef struct
{
  char *path;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  int fd = g_file_open_tmp ("kith-export-XXXXXX", &f->path, NULL);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_remove (f->path);
  g_free (f->path);
}

static GBytes *export(KithMap *map, const KithExport *options)
{
  KithView view = KITH_VIEW_INIT;
  g_autoptr (GError) error = NULL;
  GBytes *bytes = kith_export (map, &view, options, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 100);
  return bytes;
}

static void
write_export (Fixture *f, KithMap *map, const KithExport *options)
{
  g_autoptr (GBytes) bytes = export(map, options);

  g_assert_true (g_file_set_contents (f->path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
}

static cairo_status_t
read_bytes (void *closure, unsigned char *data, unsigned int length)
{
  gsize done;

  g_input_stream_read_all (closure, data, length, &done, NULL, NULL);
  return done == length ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_READ_ERROR;
}

static cairo_surface_t *
decode (GBytes *png)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (png);
  cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_bytes, stream);

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  return surface;
}

static KithExport
options_for (KithPictureFormat format)
{
  KithExport options = KITH_EXPORT_INIT;

  options.format = format;
  return options;
}

static void
test_png_sizes (void)
{
  g_autoptr (KithMap) map = test_random_map (12, 15, 1, 91);
  KithExport options = options_for (KITH_PICTURE_PNG);
  int width = 0;
  int height = 0;

  for (int scale = 1; scale <= 4; scale *= 2)
    {
      g_autoptr (GBytes) png = NULL;
      cairo_surface_t *surface;

      options.scale = scale;
      png = export(map, &options);
      surface = decode (png);
      if (scale == 1)
        {
          width = cairo_image_surface_get_width (surface);
          height = cairo_image_surface_get_height (surface);
          g_assert_cmpint (width, >, 700);
        }
      g_assert_cmpint (cairo_image_surface_get_width (surface), ==, width * scale);
      g_assert_cmpint (cairo_image_surface_get_height (surface), ==, height * scale);
      cairo_surface_destroy (surface);
    }
}

static guint32
corner (cairo_surface_t *surface, gboolean last)
{
  int x = last ? cairo_image_surface_get_width (surface) - 1 : 0;
  int y = last ? cairo_image_surface_get_height (surface) - 1 : 0;
  const guint8 *row = cairo_image_surface_get_data (surface)
                      + y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[x];
}

static void
test_transparent (void)
{
  g_autoptr (KithMap) map = test_random_map (12, 15, 1, 92);
  KithExport options = options_for (KITH_PICTURE_PNG);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GBytes) png = NULL;
      cairo_surface_t *surface;

      options.transparent = i == 1;
      png = export(map, &options);
      surface = decode (png);
      g_assert_cmphex (corner (surface, FALSE) >> 24, ==, i == 1 ? 0 : 0xff);
      g_assert_cmphex (corner (surface, TRUE) >> 24, ==, i == 1 ? 0 : 0xff);
      cairo_surface_destroy (surface);
    }
}

static guint
n_differing (cairo_surface_t *one, cairo_surface_t *other)
{
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (one); y++)
    {
      const guint8 *a = cairo_image_surface_get_data (one)
                        + (gsize) y * (gsize) cairo_image_surface_get_stride (one);
      const guint8 *b = cairo_image_surface_get_data (other)
                        + (gsize) y * (gsize) cairo_image_surface_get_stride (other);

      for (int x = 0; x < 4 * cairo_image_surface_get_width (one); x++)
        n += x % 4 < 3 && ABS (a[x] - b[x]) > 24;
    }
  return n;
}

/* Nobody sees where a band ends, nor what stands about the map in one. */
static void
test_bands (void)
{
  g_autoptr (KithMap) map = test_random_map (150, 250, 3, 98);
  KithExport options = options_for (KITH_PICTURE_PNG);
  KithView view = KITH_VIEW_INIT;

  options.scale = 2;
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GBytes) png = NULL;
      cairo_surface_t *bands, *whole;
      int width, height;

      options.transparent = i == 1;
      png = export(map, &options);
      bands = decode (png);
      width = cairo_image_surface_get_width (bands);
      height = cairo_image_surface_get_height (bands);
      g_assert_cmpint (height, >, 2048);
      whole = kith_export_preview (map, &view, &options, width, height);
      g_assert_cmpint (cairo_image_surface_get_height (whole), ==, height);
      g_assert_cmpuint (n_differing (bands, whole), <, (guint) (width * height) / 2000);
      cairo_surface_destroy (bands);
      cairo_surface_destroy (whole);
    }
}

static void
test_pdf_sizes (Fixture *f, gconstpointer data)
{
  static const double sides[][2] = { { 210, 297 },
                                     { 297, 420 },
                                     { 420, 594 },
                                     { 594, 841 },
                                     { 841, 1189 } };
  g_autoptr (KithMap) map = test_random_map (12, 15, 1, 93);
  KithExport options = options_for (KITH_PICTURE_PDF);

  for (guint paper = KITH_PAPER_A4; paper <= KITH_PAPER_A0; paper++)
    for (guint turn = KITH_ORIENTATION_PORTRAIT; turn <= KITH_ORIENTATION_LANDSCAPE; turn++)
      {
        g_autofree char *info = NULL;
        const char *line;
        double width = 0;
        double height = 0;

        options.paper = (KithPaper) paper;
        options.orientation = (KithOrientation) turn;
        write_export (f, map, &options);
        info = run_program_text ("pdfinfo", f->path, NULL);
        line = strstr (info, "Page size:");
        g_assert_nonnull (line);
        g_assert_cmpint (sscanf (line, "Page size: %lf x %lf", &width, &height), ==, 2);
        g_assert_cmpfloat_with_epsilon (MIN (width, height), sides[paper][0] * 72 / 25.4, 0.02);
        g_assert_cmpfloat_with_epsilon (MAX (width, height), sides[paper][1] * 72 / 25.4, 0.02);
        g_assert_cmpint (width > height, ==, turn == KITH_ORIENTATION_LANDSCAPE);
        g_assert_nonnull (strstr (info, "Pages:           1\n"));
      }
}

static void
test_auto_orientation (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (KithMap) map = kith_map_new ();
      KithExport options = options_for (KITH_PICTURE_PDF);
      g_autofree char *info = NULL;
      double width = 0;
      double height = 0;

      for (guint j = 0; j < 8; j++)
        test_stakeholder (map, "Partner", i == 0 ? 260.0 * j : 0, i == 0 ? 0 : 150.0 * j);
      write_export (f, map, &options);
      info = run_program_text ("pdfinfo", f->path, NULL);
      g_assert_cmpint (sscanf (strstr (info, "Page size:"), "Page size: %lf x %lf", &width,
                               &height),
                       ==, 2);
      g_assert_cmpint (width > height, ==, i == 0);
    }
}

/* Words as pdftotext gives them, with nothing between letters that a line end might have put. */
static char *
squeeze (const char *text)
{
  g_autofree char *whole = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  GString *out = g_string_new (NULL);

  for (const char *p = whole; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
  return g_string_free (out, FALSE);
}

static void
assert_says (Fixture *f, const char *words)
{
  g_autofree char *text = run_program_text ("pdftotext", "-raw", f->path, "-", NULL);
  g_autofree char *said = squeeze (text);
  g_autofree char *wanted = squeeze (words);

  g_test_message ("%s", words);
  g_assert_nonnull (strstr (said, wanted));
}

static void
test_pdf_text (Fixture *f, gconstpointer data)
{
  static const char *const names[] = {
    "Tŷ Gwyn Ysbyty Llanŵst",
    "Älvsjö Naïve Café",
    "<b>&amp; 100% \\n %s",
    "O’Neill & Sons “Ltd”",
    "Wellbeing Network for Carers of West Northmoor and Vale Area",
  };
  g_autoptr (KithMap) map = kith_map_new ();
  KithExport options = options_for (KITH_PICTURE_PDF);
  KithAbout *about = kith_record_copy (kith_map_about (map));
  g_autofree char *info = NULL;
  g_autofree char *fonts = NULL;
  g_auto (GStrv) lines = NULL;

  kith_text_set (&about->title, "Northmoor & the Vale: Tŷ <Gwyn>");
  test_put (map, about);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      KithStakeholder *s = kith_record_copy (
          kith_map_stakeholder (map, test_stakeholder (map, names[i], 0, 150.0 * i)));

      s->width = 190;
      s->height = 110;
      test_put (map, s);
    }
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *name = g_strdup_printf ("Partner number %u", i);

      test_stakeholder (map, name, 250 + i % 6 * 200, i / 6 * 100);
    }
  write_export (f, map, &options);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    assert_says (f, names[i]);
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *name = g_strdup_printf ("Partner number %u", i);

      assert_says (f, name);
    }
  assert_says (f, "Northmoor & the Vale: Tŷ <Gwyn>");
  assert_says (f, "Working team");
  info = run_program_text ("pdfinfo", f->path, NULL);
  g_assert_nonnull (strstr (info, "Northmoor & the Vale: Tŷ <Gwyn>\n"));
  fonts = run_program_text ("pdffonts", f->path, NULL);
  lines = g_strsplit (fonts, "\n", -1);
  /* two lines of heading, then one a font: "emb sub uni object ID" are its last columns */
  g_assert_nonnull (lines[2]);
  g_assert_cmpuint (strlen (lines[2]), >, 0);
  for (guint i = 2; lines[i] != NULL && *lines[i] != '\0'; i++)
    g_assert_nonnull (strstr (lines[i], " yes yes yes "));
}

static void
test_own_title (Fixture *f, gconstpointer data)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithExport options = options_for (KITH_PICTURE_PDF);
  g_autofree char *info = NULL;

  test_stakeholder (map, "Police", 0, 0);
  options.title = "For the board";
  write_export (f, map, &options);
  assert_says (f, "For the board");
  info = run_program_text ("pdfinfo", f->path, NULL);
  g_assert_nonnull (strstr (info, "For the board\n"));
}

static void
test_svg (Fixture *f, gconstpointer data)
{
  g_autoptr (KithMap) map = test_random_map (20, 30, 2, 94);
  KithExport options = options_for (KITH_PICTURE_SVG);
  g_autofree char *out = NULL;

  test_stakeholder (map, "<b>&\"'\x01", 0, -200);
  write_export (f, map, &options);
  out = run_program_text ("xmllint", "--noout", "--nonet", f->path, NULL);
  g_assert_cmpstr (out, ==, "");
}

static void
cancel_soon (double fraction, gpointer data)
{
  g_assert_cmpfloat (fraction, >, 0.0);
  g_assert_cmpfloat (fraction, <=, 1.0);
  g_cancellable_cancel (data);
}

static void
test_cancel (void)
{
  g_autoptr (KithMap) map = test_random_map (100, 200, 0, 95);
  KithView view = KITH_VIEW_INIT;

  for (guint format = KITH_PICTURE_PNG; format <= KITH_PICTURE_HTML; format++)
    for (guint i = 0; i < 2; i++)
      {
        KithExport options = options_for ((KithPictureFormat) format);
        g_autoptr (GCancellable) cancellable = g_cancellable_new ();
        g_autoptr (GError) error = NULL;

        options.cancellable = cancellable;
        options.progress = cancel_soon;
        options.data = cancellable;
        if (i == 0)
          g_cancellable_cancel (cancellable);
        g_assert_null (kith_export (map, &view, &options, &error));
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      }
}

/* It is painted on other threads, which hear of it too. */
static void
test_cancel_large (void)
{
  g_autoptr (KithMap) map = test_random_map (300, 900, 3, 96);
  KithView view = KITH_VIEW_INIT;
  KithExport options = options_for (KITH_PICTURE_PNG);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  options.cancellable = cancellable;
  options.progress = cancel_soon;
  options.data = cancellable;
  options.scale = 3;
  g_assert_null (kith_export (map, &view, &options, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_too_large (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithView view = KITH_VIEW_INIT;
  KithExport options = options_for (KITH_PICTURE_PNG);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;

  test_stakeholder (map, "Here", -1e6, -1e6);
  test_stakeholder (map, "There", 1e6, 1e6);
  g_assert_null (kith_export (map, &view, &options, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_assert_nonnull (strstr (error->message, "too large"));
  options.format = KITH_PICTURE_PDF;
  pdf = export(map, &options);
}

static void
test_empty (Fixture *f, gconstpointer data)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithView view = KITH_VIEW_INIT;
  g_autoptr (GBytes) small = kith_export_thumbnail (map, &view, 200, 120);
  cairo_surface_t *surface = decode (small);

  g_assert_cmpint (cairo_image_surface_get_width (surface), <=, 200);
  g_assert_cmpint (cairo_image_surface_get_height (surface), <=, 120);
  cairo_surface_destroy (surface);
  for (guint format = KITH_PICTURE_PNG; format <= KITH_PICTURE_HTML; format++)
    for (guint block = 0; block < 2; block++)
      {
        KithExport options = options_for ((KithPictureFormat) format);

        options.title_block = (gboolean) block;
        write_export (f, map, &options);
        surface = kith_export_preview (map, &view, &options, 300, 300);
        g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
        g_assert_cmpint (cairo_image_surface_get_width (surface), <=, 300);
        g_assert_cmpint (cairo_image_surface_get_height (surface), <=, 300);
        cairo_surface_destroy (surface);
      }
}

static char *
repeated (const char *start, const char *unit, guint n)
{
  GString *out = g_string_new (start);

  for (guint i = 0; i < n; i++)
    g_string_append (out, unit);
  return g_string_free (out, FALSE);
}

/* No text that a person or an attacker puts in makes a picture fail or take long. */
static void
test_odd_text (Fixture *f, gconstpointer data)
{
  g_autofree char *marks = repeated ("a", "\xcc\x81", 499);
  g_autofree char *long_word = repeated ("", "W", 500);
  g_autofree char *long_words = repeated ("", "Northmoor ", 50);
  g_autofree char *emoji = repeated ("", "👩‍❤️‍💋‍👩", 60);
  g_autofree char *many_marks = repeated ("a", "\xcc\x81", 65000);
  g_autofree char *too_many_marks = repeated ("a", "\xcc\x81", 100000);
  const char *names[] = { marks,
                          long_word,
                          long_words,
                          emoji,
                          "مستشفى الشمال للطوارئ",
                          "👩‍⚕️ 🚑 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
                          "\xe2\x80\xae"
                          "reversed"
                          "\xe2\x80\xac",
                          "\xe2\x81\xa6\xe2\x81\xa7\xe2\x80\x8f",
                          "\xe2\x80\x8b\xe2\x80\x8b",
                          "line\nbreak\ttab",
                          "\x01\x02\x7f",
                          "北荒原警察",
                          "<b>&lt;/b>" };
  g_autoptr (KithMap) map = kith_map_new ();
  KithAbout *about = kith_record_copy (kith_map_about (map));

  kith_text_set (&about->title, marks);
  kith_text_set (&about->purpose, many_marks);
  kith_text_set (&about->owner, long_words);
  test_put (map, about);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      KithId id = test_stakeholder (map, names[i], 0, 120.0 * i);
      KithSpace *space = kith_record_copy (
          kith_map_space (map, test_space (map, names[i], &id, 1)));

      kith_text_set (&space->rhythm, names[i]);
      test_put (map, space);
    }
  for (guint format = KITH_PICTURE_PNG; format <= KITH_PICTURE_HTML; format++)
    {
      KithExport options = options_for ((KithPictureFormat) format);
      gint64 start = g_get_monotonic_time ();

      options.title = format == KITH_PICTURE_SVG ? too_many_marks : NULL;
      write_export (f, map, &options);
      g_test_message ("format %u: %g s", format,
                      (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
    }
}

/* Whoever reads it right to left finds it in the file, too. */
static void
test_other_scripts (Fixture *f, gconstpointer data)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithExport options = options_for (KITH_PICTURE_PDF);

  test_stakeholder (map, "Ωμέγα Αθήνα", 0, 0);
  test_stakeholder (map, "Северная полиция", 0, 100);
  write_export (f, map, &options);
  assert_says (f, "Ωμέγα");
  assert_says (f, "Северная");
}

/* A tag or a title may say a name, and a name may stand in another. */
static void
test_names_replaced (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId police = test_stakeholder (map, "Police", 0, 0);
  KithId control = test_stakeholder (map, "Police Control Room", 300, 0);
  KithStakeholder *tagged = kith_record_copy (kith_map_stakeholder (map, control));
  KithAbout *about = kith_record_copy (kith_map_about (map));
  g_autoptr (KithMap) replaced = NULL;

  kith_text_set (&tagged->tags, "police");
  kith_text_set (&tagged->fields, "Police: 4");
  test_put (map, tagged);
  kith_text_set (&about->title, "The POLICE control room, policed by Police");
  kith_text_set (&about->owner, "Police");
  test_put (map, about);
  test_link (map, police, control);
  test_space (map, "Police Control Room", &police, 1);
  replaced = kith_map_replace_names (map, map);
  test_check (replaced);
  KITH_FOR_EACH (KithStakeholder, s, replaced, KITH_STAKEHOLDER)
    g_assert_null (strstr (s->name, "Police Control"));
  g_assert_cmpstr (kith_map_about (replaced)->owner, ==, "");
  g_assert_null (strstr (kith_map_about (replaced)->title, "control room"));
  g_assert_nonnull (strstr (kith_map_about (replaced)->title, "policed by"));
  g_assert_cmpstr (((const KithSpace *) kith_map_nth (replaced, KITH_SPACE, 0))->name, ==,
                   kith_map_stakeholder (replaced, control)->name);
}

/* A text may name whoever has gone, or is nobody's business. */
static void
test_absent_names_replaced (void)
{
  g_autoptr (KithMap) whole = kith_map_new ();
  KithId police = test_stakeholder (whole, "Police", 0, 0);
  KithId hidden = test_stakeholder (whole, "Informant", 300, 0);
  KithAbout *about = kith_record_copy (kith_map_about (whole));
  g_autoptr (KithMap) partners = NULL;
  g_autoptr (KithMap) replaced = NULL;

  kith_text_set (&about->title, "Police, Informant and the rest");
  test_put (whole, about);
  test_do (whole, kith_verb_set (whole, KITH_STAKEHOLDER, hidden, "private", "1", NULL));
  partners = kith_map_for_audience (whole, KITH_PARTNERS);
  replaced = kith_map_replace_names (partners, whole);
  g_assert_null (strstr (kith_map_about (replaced)->title, "Informant"));
  g_assert_null (strstr (kith_map_about (replaced)->title, "Police,"));
  g_assert_nonnull (strstr (kith_map_about (replaced)->title, "and the rest"));
  g_assert_nonnull (kith_map_stakeholder (replaced, police));
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/a-png-has-its-size-times-the-scale", test_png_sizes);
  g_test_add_func ("/export/a-transparent-png-has-no-ground", test_transparent);
  g_test_add_func ("/export/a-large-png-has-no-seams", test_bands);
  ADD ("/export/a-pdf-has-the-size-of-its-paper", test_pdf_sizes);
  ADD ("/export/a-wide-map-gets-a-wide-page", test_auto_orientation);
  ADD ("/export/every-name-can-be-found-in-a-pdf", test_pdf_text);
  ADD ("/export/a-title-of-its-own-is-shown-and-told", test_own_title);
  g_test_add_func ("/export/no-name-is-left-where-names-are-replaced", test_names_replaced);
  g_test_add_func ("/export/nor-one-of-who-is-not-shown", test_absent_names_replaced);
  ADD ("/export/an-svg-is-xml-whatever-the-names", test_svg);
  g_test_add_func ("/export/stops-when-cancelled", test_cancel);
  g_test_add_func ("/export/a-large-picture-can-be-stopped", test_cancel_large);
  g_test_add_func ("/export/a-picture-too-large-is-refused-in-words", test_too_large);
  ADD ("/export/an-empty-map-is-a-picture-too", test_empty);
  ADD ("/export/odd-text-neither-fails-nor-hangs", test_odd_text);
  ADD ("/export/other-scripts-are-text", test_other_scripts);
  return g_test_run ();
}
