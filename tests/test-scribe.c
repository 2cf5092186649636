/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SVG and PDF as other programs read them: the same picture as PNG, with text that is text, and words
 * for who does not see it. */
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <math.h>

#include "kith-export.h"
#include "kith-scribe.h"
#include "kith-test-maps.h"
#include "run-program.h"

static const char *const names[] = {
  "Tŷ Gwyn Ysbyty Llanŵst",
  "مستشفى الشمال للطوارئ",
  "עיריית חיפה",
  "Family hub 😀",
  "<b>&amp; 100% \\n %s",
  "Wellbeing Network for Carers of West Northmoor and Vale Area",
};

static KithMap *
map_of_names (void)
{
  KithMap *map = kith_map_new ();
  KithId ids[G_N_ELEMENTS (names)];

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      KithStakeholder *s;

      ids[i] = test_stakeholder (map, names[i], i % 3 * 300.0, i / 3 * 220.0);
      s = kith_record_copy (kith_map_stakeholder (map, ids[i]));
      s->width = 200;
      s->height = 110;
      test_put (map, s);
    }
  test_link (map, ids[0], ids[4]);
  test_space (map, "Big Room", ids, 2);
  return map;
}

static GBytes *
export_on (KithMap *map, const KithView *view, KithPictureFormat format, KithPaper paper)
{
  KithExport options = KITH_EXPORT_INIT;
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  options.format = format;
  options.paper = paper;
  bytes = kith_export (map, view, &options, &error);
  g_assert_no_error (error);
  return bytes;
}

static GBytes *export(KithMap *map, const KithView *view, KithPictureFormat format)
{
  return export_on (map, view, format, KITH_PAPER_A4);
}

static char *
write_file (GBytes *bytes, const char *ending)
{
  g_autofree char *pattern = g_strconcat ("kith-scribe-XXXXXX", ending, NULL);
  char *path = NULL;
  int fd = g_file_open_tmp (pattern, &path, NULL);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
  return path;
}

static char *
squeeze (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
  return g_string_free (out, FALSE);
}

/* --- What an SVG says --- */

typedef struct
{
  GString *shown; /* all of <text> */
  GPtrArray *titles;
  GPtrArray *descriptions;
  char *element;
  guint groups; /* of records that are read out */
  guint labelled;
} Said;

static void
on_start (GMarkupParseContext *context,
          const char *element,
          const char **keys,
          const char **values,
          gpointer data,
          GError **error)
{
  Said *said = data;

  g_free (said->element);
  said->element = g_strdup (element);
  if (!g_str_equal (element, "g"))
    return;
  for (guint i = 0; keys[i] != NULL; i++)
    {
      said->groups += g_str_equal (keys[i], "role") && g_str_equal (values[i], "img");
      said->labelled += g_str_equal (keys[i], "aria-labelledby");
    }
}

static void
on_text (GMarkupParseContext *context,
         const char *text,
         gsize length,
         gpointer data,
         GError **error)
{
  Said *said = data;

  if (said->element == NULL || length == strspn (text, " \n"))
    return;
  if (g_str_equal (said->element, "text"))
    g_string_append_len (said->shown, text, (gssize) length);
  else if (g_str_equal (said->element, "title"))
    g_ptr_array_add (said->titles, g_strndup (text, length));
  else if (g_str_equal (said->element, "desc"))
    g_ptr_array_add (said->descriptions, g_strndup (text, length));
}

static void
read_svg (GBytes *svg, Said *said)
{
  static const GMarkupParser parser = { on_start, NULL, on_text, NULL, NULL };
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, said, NULL);
  g_autoptr (GError) error = NULL;

  *said = (Said){ g_string_new (NULL), g_ptr_array_new_with_free_func (g_free),
                  g_ptr_array_new_with_free_func (g_free) };
  g_markup_parse_context_parse (context, g_bytes_get_data (svg, NULL),
                                (gssize) g_bytes_get_size (svg), &error);
  g_assert_no_error (error);
  g_markup_parse_context_free (context);
}

static void
said_clear (Said *said)
{
  g_string_free (said->shown, TRUE);
  g_ptr_array_unref (said->titles);
  g_ptr_array_unref (said->descriptions);
  g_free (said->element);
}

static void
test_svg_text (void)
{
  g_autoptr (KithMap) map = map_of_names ();
  KithView view = KITH_VIEW_INIT;
  g_autoptr (GBytes) svg = export(map, &view, KITH_PICTURE_SVG);
  g_autofree char *shown = NULL;
  Said said;

  read_svg (svg, &said);
  shown = squeeze (said.shown->str);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = squeeze (names[i]);
      gboolean told = FALSE;

      g_assert_nonnull (strstr (shown, name));
      for (guint j = 0; j < said.titles->len; j++)
        told |= g_str_has_prefix (said.titles->pdata[j], names[i]);
      g_assert_true (told);
    }
  /* one of each stakeholder, link and space, and the whole */
  g_assert_cmpuint (said.groups, ==, G_N_ELEMENTS (names) + 2);
  g_assert_cmpuint (said.labelled, ==, said.groups);
  g_assert_cmpuint (said.titles->len, ==, said.groups + 1);
  g_assert_cmpuint (said.descriptions->len, >, 1);
  said_clear (&said);
}

/* All that matches, each once; asserts that none comes twice where they are to differ. */
static GHashTable *
matches (const char *text, const char *pattern, gboolean differ)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GMatchInfo) info = NULL;

  for (g_regex_match (regex, text, 0, &info); g_match_info_matches (info);
       g_match_info_next (info, NULL))
    g_assert_true (g_hash_table_add (set, g_match_info_fetch (info, 1)) || !differ);
  return set;
}

/* They are written on several threads: in which order those come is not seen. */
static void
test_svg_many (void)
{
  g_autoptr (KithMap) map = test_random_map (60, 700, 2, 12);
  KithView view = KITH_VIEW_INIT;
  g_autoptr (GBytes) svg = export(map, &view, KITH_PICTURE_SVG);
  const char *text = g_bytes_get_data (svg, NULL);
  g_autoptr (GHashTable) ids = matches (text, " id=\"(\\w+)\"", TRUE);
  g_autoptr (GHashTable) links = matches (text, "<g id=\"(g\\d+)\" class=\"link\"", TRUE);
  g_autoptr (GHashTable) marks = matches (text, "class=\"link marks\" data-of=\"(g\\d+)\"", FALSE);
  g_autoptr (GHashTable) named = matches (text, "aria-labelledby=\"(\\w+)\"", TRUE);
  GHashTableIter iter;
  gpointer id;

  g_assert_cmpuint (g_hash_table_size (links), >, 600);
  g_assert_cmpuint (g_hash_table_size (links), ==, g_hash_table_size (marks));
  g_hash_table_iter_init (&iter, marks);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_assert_true (g_hash_table_contains (links, id));
  g_hash_table_iter_init (&iter, named);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_assert_true (g_hash_table_contains (ids, id));
  /* marks lie over all lines */
  g_assert_true (g_strrstr (text, "class=\"link\"") < strstr (text, "class=\"link marks\""));
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (GBytes) again = export(map, &view, KITH_PICTURE_SVG);

      g_assert_true (g_bytes_equal (svg, again));
    }
}

/* What else there is to say of things must keep to the audience, as what is drawn does. */
static void
test_svg_audience (void)
{
  g_autoptr (KithMap) map = map_of_names ();
  const KithLink *link = kith_map_nth (map, KITH_LINK, 0);
  KithView view = KITH_VIEW_INIT;

  test_rate (map, KITH_ID (link), KITH_END_A, "", KITH_BASIS_IMPRESSION, (KithScore) 2, "2012");
  for (KithAudience audience = KITH_TEAM; audience <= KITH_PUBLIC; audience++)
    {
      g_autoptr (GBytes) svg = NULL;
      gboolean told = FALSE;
      Said said;

      view.audience = audience;
      svg = export(map, &view, KITH_PICTURE_SVG);
      read_svg (svg, &said);
      for (guint i = 0; i < said.titles->len; i++)
        told |= strstr (said.titles->pdata[i], "Cautious") != NULL;
      g_assert_cmpint (told, ==, audience == KITH_TEAM);
      said_clear (&said);
    }
}

/* --- The same picture --- */

static GdkPixbuf *
load (const char *path)
{
  g_autoptr (GError) error = NULL;
  GdkPixbuf *pixbuf = gdk_pixbuf_new_from_file (path, &error);

  if (pixbuf == NULL)
    g_test_message ("%s", error->message);
  return pixbuf;
}

/* How much two pictures differ on average, 0 to 1. */
static double
difference (GdkPixbuf *a, GdkPixbuf *b)
{
  int width = gdk_pixbuf_get_width (a), height = gdk_pixbuf_get_height (a);
  double sum = 0.0;

  g_assert_cmpint (gdk_pixbuf_get_width (b), ==, width);
  g_assert_cmpint (gdk_pixbuf_get_height (b), ==, height);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const guint8 *one = gdk_pixbuf_read_pixels (a) + y * gdk_pixbuf_get_rowstride (a)
                            + x * gdk_pixbuf_get_n_channels (a);
        const guint8 *other = gdk_pixbuf_read_pixels (b) + y * gdk_pixbuf_get_rowstride (b)
                              + x * gdk_pixbuf_get_n_channels (b);

        for (guint i = 0; i < 3; i++)
          sum += abs (one[i] - other[i]) / 255.0;
      }
  return sum / (3.0 * width * height);
}

#define TOLERANCE 0.006 /* edges are smoothed otherwise, letters hinted otherwise */

static void
assert_same (KithMap *map, const KithView *view)
{
  g_autoptr (GBytes) svg = export(map, view, KITH_PICTURE_SVG);
  g_autoptr (GBytes) png = export(map, view, KITH_PICTURE_PNG);
  g_autofree char *drawing = write_file (svg, ".svg"), *picture = write_file (png, ".png");
  g_autoptr (GdkPixbuf) one = load (drawing), other = load (picture);
  double differs;

  g_remove (drawing);
  g_remove (picture);
  if (one == NULL)
    {
      g_test_skip ("no program here draws SVG");
      return;
    }
  differs = difference (one, other);
  g_test_message ("lens %d, palette %d: %.4f", (int) view->lens, (int) view->palette, differs);
  g_assert_cmpfloat (differs, <, TOLERANCE);
}

static void
test_svg_looks (void)
{
  g_autoptr (KithMap) map = test_random_map (25, 40, 2, 11);
  KithView view = KITH_VIEW_INIT;

  for (guint lens = 0; lens < kith_lenses.n_values; lens++)
    {
      view.lens = (KithLens) lens;
      view.palette = lens % 2 == 0 ? KITH_PALETTE_LIGHT : KITH_PALETTE_DARK;
      assert_same (map, &view);
    }
}

/* What does not pass a filter is seen through, as one picture. */
static void
test_svg_faint (void)
{
  g_autoptr (KithMap) map = test_random_map (25, 40, 2, 12);
  const KithStakeholder *one = kith_map_nth (map, KITH_STAKEHOLDER, 3);
  KithView view = KITH_VIEW_INIT;

  view.lens = KITH_LENS_TRUST;
  view.through = KITH_ID (one);
  assert_same (map, &view);
}

static guint
count_coloured (GdkPixbuf *pixbuf)
{
  guint n = 0;

  for (int y = 0; y < gdk_pixbuf_get_height (pixbuf); y++)
    for (int x = 0; x < gdk_pixbuf_get_width (pixbuf); x++)
      {
        const guint8 *p = gdk_pixbuf_read_pixels (pixbuf) + y * gdk_pixbuf_get_rowstride (pixbuf)
                          + x * gdk_pixbuf_get_n_channels (pixbuf);

        n += p[0] > 200 && p[2] < 120; /* the yellow of a face */
      }
  return n;
}

/* Where there is a font with colours for it. */
static void
test_emoji (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId id = test_stakeholder (map, "Hub 😀😀😀", 0, 0);
  KithStakeholder *s = kith_record_copy (kith_map_stakeholder (map, id));
  KithView view = KITH_VIEW_INIT;
  g_autofree char *font = run_program_text ("fc-list", ":color=true", "family", NULL);
  g_autoptr (GBytes) png = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;

  s->sector = KITH_SECTOR_OTHER;
  test_put (map, s);
  if (*font == '\0')
    {
      g_test_skip ("no font with colours");
      return;
    }
  png = export(map, &view, KITH_PICTURE_PNG);
  path = write_file (png, ".png");
  pixbuf = load (path);
  g_remove (path);
  g_assert_cmpuint (count_coloured (pixbuf), >, 100);
}

/* --- PDF --- */

static void
test_pdf_structure (void)
{
  g_autoptr (KithMap) map = map_of_names ();
  KithView view = KITH_VIEW_INIT;
  g_autoptr (GBytes) pdf = export(map, &view, KITH_PICTURE_PDF);
  g_autofree char *path = write_file (pdf, ".pdf");
  g_autofree char *text = run_program_text ("pdfinfo", "-enc", "UTF-8", "-struct-text", path, NULL);
  g_autofree char *tree = run_program_text ("pdfinfo", "-enc", "UTF-8", "-struct", path, NULL);
  g_autofree char *info = run_program_text ("pdfinfo", path, NULL);
  g_autofree char *check = run_program_text ("qpdf", "--check", path, NULL);
  g_autofree char *all = run_program_text ("qpdf", "--json=1", "--json-key=objects", path, NULL);
  g_autofree char *said = squeeze (text);

  g_remove (path);
  g_assert_nonnull (strstr (info, "Tagged:          yes"));
  g_assert_nonnull (strstr (check, "No syntax or stream encoding errors"));
  g_assert_nonnull (strstr (all, "\"/Lang\": \"en-GB\""));
  g_assert_nonnull (strstr (all, "\"/DisplayDocTitle\": true"));
  g_assert_nonnull (strstr (tree, "Document"));
  g_assert_nonnull (strstr (tree, "H1"));
  g_assert_nonnull (strstr (all, "Tŷ Gwyn Ysbyty Llanŵst, "));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = squeeze (names[i]);

      if (i != 1 && i != 2) /* order of letters right to left is the reader's */
        g_assert_nonnull (strstr (said, name));
    }
}

/* A page as poppler draws it and its preview, which differ by less than `most`. */
static void
assert_page_looks (KithMap *map, KithPaper paper, const char *dots, double most)
{
  KithView view = KITH_VIEW_INIT;
  KithExport options = KITH_EXPORT_INIT;
  g_autoptr (GBytes) pdf = export_on (map, &view, KITH_PICTURE_PDF, paper);
  g_autofree char *path = write_file (pdf, ".pdf"), *stem = g_strconcat (path, "-page", NULL);
  g_autofree char *page = g_strconcat (stem, ".png", NULL),
                  *other = g_strconcat (stem, "-preview.png", NULL);
  g_autofree char *nothing = run_program_text ("pdftoppm", "-singlefile", "-r", dots, "-png", path,
                                               stem, NULL);
  g_autoptr (GdkPixbuf) drawn = load (page), small = NULL, cut = NULL;
  cairo_surface_t *surface;
  double differs;

  options.paper = paper;
  surface = kith_export_preview (map, &view, &options, gdk_pixbuf_get_width (drawn),
                                 gdk_pixbuf_get_height (drawn));
  cairo_surface_write_to_png (surface, other);
  small = load (other);
  cut = gdk_pixbuf_new_subpixbuf (drawn, 0, 0, gdk_pixbuf_get_width (small),
                                  gdk_pixbuf_get_height (small));
  differs = difference (cut, small);
  g_test_message ("%.4f", differs);
  g_assert_cmpfloat (differs, <, most);
  /* which an empty page is not */
  gdk_pixbuf_fill (cut, 0xffffffff);
  g_assert_cmpfloat (difference (cut, small), >, 2 * differs);
  cairo_surface_destroy (surface);
  g_remove (path);
  g_remove (page);
  g_remove (other);
}

static void
test_pdf_looks (void)
{
  g_autoptr (KithMap) map = test_random_map (25, 40, 2, 13);

  assert_page_looks (map, KITH_PAPER_A4, "96", 0.02);
}

/* One of which other threads write and pack most. */
static void
test_pdf_long (void)
{
  g_autoptr (KithMap) map = test_random_map (250, 750, 16, 13);
  KithView view = KITH_VIEW_INIT;
  g_autoptr (GBytes) pdf = export_on (map, &view, KITH_PICTURE_PDF, KITH_PAPER_A1);
  g_autofree char *path = write_file (pdf, ".pdf");
  g_autofree char *check = run_program_text ("qpdf", "--check", path, NULL);
  g_autofree char *page = run_program_text ("qpdf", "--show-pages", path, NULL);
  const char *content = strstr (page, "content:");

  g_remove (path);
  g_assert_nonnull (strstr (check, "No syntax or stream encoding errors"));
  g_assert_nonnull (content);
  g_assert_nonnull (strstr (strstr (content, "0 R") + 1, "0 R")); /* several streams, one a line */
  assert_page_looks (map, KITH_PAPER_A1, "96", 0.035);
}

/* A long straight one has a frame of its own. */
static void
test_waves (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId from = test_stakeholder (map, "Northmoor Police", 0, 0);
  KithId to = test_stakeholder (map, "Harbour Housing", 700, 260);
  KithId link = test_link (map, from, to);
  KithView view = KITH_VIEW_INIT;

  view.lens = KITH_LENS_TRUST;
  view.audience = KITH_TEAM;
  test_rate (map, link, KITH_END_A, "", KITH_BASIS_AGREED, KITH_SCORE_1, "2026");
  test_rate (map, link, KITH_END_B, "", KITH_BASIS_AGREED, KITH_SCORE_1, "2026");
  assert_same (map, &view);
  assert_page_looks (map, KITH_PAPER_A4, "96", 0.004);
}

static void
test_numbers (void)
{
  static const struct
  {
    double number;
    const char *text;
  } rows[] = { { 0, "0" },          { 1, "1" },         { -1.5, "-1.5" },
               { 0.004, "0" },      { -0.004, "0" },    { 0.005, "0.01" },
               { 12.345, "12.35" }, { 100.1, "100.1" }, { 3000000.25, "3000000.25" },
               { NAN, "0" },        { -7.1, "-7.1" },   { 0.1 + 0.2, "0.3" },
               { 10.05, "10.05" },  { 9.999, "10" },    { 99.99, "99.99" },
               { 100, "100" },      { -0.05, "-0.05" }, { 123456, "123456" },
               { 1009.5, "1009.5" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      kith_scribe_number (out, rows[i].number);
      g_assert_cmpstr (out->str, ==, rows[i].text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scribe/numbers-have-two-digits-at-most", test_numbers);
  g_test_add_func ("/scribe/every-name-in-an-svg-is-text-and-told", test_svg_text);
  g_test_add_func ("/scribe/an-svg-of-many-links-is-in-order", test_svg_many);
  g_test_add_func ("/scribe/an-svg-tells-each-audience-what-it-may-know", test_svg_audience);
  g_test_add_func ("/scribe/an-svg-looks-like-the-png-in-every-lens", test_svg_looks);
  g_test_add_func ("/scribe/what-is-faint-in-a-png-is-faint-in-an-svg", test_svg_faint);
  g_test_add_func ("/scribe/a-letter-in-colours-keeps-them", test_emoji);
  g_test_add_func ("/scribe/a-pdf-is-tagged-and-speaks", test_pdf_structure);
  g_test_add_func ("/scribe/a-pdf-looks-like-its-preview", test_pdf_looks);
  g_test_add_func ("/scribe/long-straight-waves-are-where-the-png-has-them", test_waves);
  g_test_add_func ("/scribe/a-long-page-that-threads-write-looks-like-its-preview", test_pdf_long);
  return g_test_run ();
}
