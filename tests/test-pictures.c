/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures: what comes in, whatever it is, what is drawn, and that one goes with the last that
 * shows it; and boxes that are sized by a field. */
#include <gdk-pixbuf/gdk-pixbuf.h>

#include "kith-audience.h"
#include "kith-export.h"
#include "kith-figures-private.h"
#include "kith-painter.h"
#include "kith-picture-read.h"
#include "kith-picture-surface.h"
#include "kith-sizes.h"
#include "kith-test-maps.h"
#include "kith-text.h"
#include "kith-verbs-picture.h"

/* One colour, or noise, which no encoder makes small. */
static GBytes *
encoded (int width, int height, guint32 colour, gboolean noise, const char *type)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  gchar *data = NULL;
  gsize size = 0;

  gdk_pixbuf_fill (pixbuf, colour << 8 | 0xff);
  for (int y = 0; noise && y < height; y++)
    for (int x = 0; x < 3 * width; x++)
      gdk_pixbuf_get_pixels (
          pixbuf)[y * gdk_pixbuf_get_rowstride (pixbuf) + x] = (guchar) g_rand_int (rand);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, type, NULL, NULL));
  return g_bytes_new_take (data, size);
}

static KithPicture *
picture_of (int width, int height, guint32 colour)
{
  g_autoptr (GBytes) bytes = encoded (width, height, colour, FALSE, "png");
  KithPicture *picture = kith_picture_read (bytes, "Area map", KITH_BACKDROP_PIXELS, NULL);

  g_assert_nonnull (picture);
  return picture;
}

static void
put32 (guint8 *at, guint32 value)
{
  for (int i = 0; i < 4; i++)
    at[i] = (guint8) (value >> (24 - 8 * i));
}

static guint32
crc_of (const guint8 *data, gsize n)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < n; i++)
    {
      crc ^= data[i];
      for (int bit = 0; bit < 8; bit++)
        crc = crc >> 1 ^ (0xedb88320 & -(crc & 1));
    }
  return ~crc;
}

/* A sound little PNG that says it is 40,000 × 40,000. */
static GBytes *
huge_png (void)
{
  g_autoptr (GBytes) small = encoded (8, 8, 0x336699, FALSE, "png");
  gsize size;
  guint8 *data = g_memdup2 (g_bytes_get_data (small, &size), g_bytes_get_size (small));

  size = g_bytes_get_size (small);
  put32 (data + 16, 40000);
  put32 (data + 20, 40000);
  put32 (data + 29, crc_of (data + 12, 17));
  return g_bytes_new_take (data, size);
}

static void
test_hostile (void)
{
  g_autoptr (GBytes) whole = encoded (64, 64, 0x336699, TRUE, "png");
  g_autoptr (GBytes) half = g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) / 2);
  g_autoptr (GBytes) jpeg = encoded (64, 64, 0x336699, TRUE, "jpeg");
  g_autoptr (GBytes) head = g_bytes_new_from_bytes (jpeg, 0, 40);
  g_autoptr (GBytes) huge = huge_png ();
  g_autoptr (GBytes) text = g_bytes_new_static ("%PDF-1.7 not a picture", 22);
  g_autoptr (GBytes) none = g_bytes_new_static ("", 0);
  const struct
  {
    GBytes *bytes;
    const char *says;
  } cases[] = {
    { half, "*damaged or not complete*" },
    { head, "*damaged or not complete*" },
    { huge, "*too many pixels*" },
    { text, "*no picture that Kith can read*" },
    { none, "*no picture*" },
  };
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (kith_picture_read (cases[i].bytes, "Area", KITH_BACKDROP_PIXELS, &error));
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
      g_assert_true (g_pattern_match_simple (cases[i].says, error->message));
    }
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
}

static gboolean
holds (GBytes *bytes, const char *word)
{
  return memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), word, strlen (word))
         != NULL;
}

/* Turned a quarter by its EXIF record, in which also stands where it was taken. */
static void
test_metadata (void)
{
  static const guint8 exif[] = "\xff\xe1\x00\x38"
                               "Exif\0\0MM\0*\0\0\0\x08\0\x02"
                               "\x01\x12\0\x03\0\0\0\x01\0\x06\0\0" /* orientation 6 */
                               "\x01\x0e\0\x02\0\0\0\x0c\0\0\0\x26" /* description */
                               "\0\0\0\0SECRETPLACE";
  g_autoptr (GBytes) plain = encoded (300, 100, 0xcc3300, FALSE, "jpeg");
  g_autoptr (GByteArray) made = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (KithPicture) picture = NULL;

  g_byte_array_append (made, g_bytes_get_data (plain, NULL), 2);
  g_byte_array_append (made, exif, sizeof exif);
  g_byte_array_append (made, (const guint8 *) g_bytes_get_data (plain, NULL) + 2,
                       (guint) g_bytes_get_size (plain) - 2);
  made->data[4] = 0; /* the segment's length */
  made->data[5] = (guint8) (sizeof exif - 2);
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&made));
  g_assert_true (holds (bytes, "SECRETPLACE"));
  picture = kith_picture_read (bytes, "Photograph", KITH_BACKDROP_PIXELS, NULL);
  g_assert_nonnull (picture);
  g_assert_cmpint (picture->width, ==, 100);
  g_assert_cmpint (picture->height, ==, 300);
  kept = kith_picture_dup_bytes (picture);
  g_assert_false (holds (kept, "SECRETPLACE"));
  g_assert_false (holds (kept, "Exif"));
}

/* What cannot be decoded is drawn as one grey. */
static void
assert_draws (const KithPicture *picture)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 64, 64);
  cairo_t *cr = cairo_create (surface);
  const guint32 *pixels;
  guint differ = 0;

  kith_picture_draw (cr, picture, 0, 0, 64, 64, 1.0);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = (const guint32 *) (gpointer) cairo_image_surface_get_data (surface);
  for (guint i = 1; i < 64 * 64; i++)
    differ += pixels[i] != pixels[0];
  g_assert_cmpuint (differ, >, 0);
  cairo_surface_destroy (surface);
}

static void
test_made_smaller (void)
{
  g_autoptr (GBytes) bytes = encoded (3200, 1600, 0, TRUE, "png");
  g_autoptr (KithPicture) picture = kith_picture_read (bytes, "Noise", KITH_BACKDROP_PIXELS, NULL);
  g_autoptr (KithPicture) logo = kith_picture_read (bytes, "Noise", KITH_LOGO_PIXELS, NULL);
  g_autoptr (GBytes) kept = kith_picture_dup_bytes (picture);

  g_assert_cmpint (picture->width, <=, KITH_BACKDROP_PIXELS);
  g_assert_cmpint (picture->width, >, 800);
  g_assert_cmpint (picture->width, ==, 2 * picture->height);
  g_assert_cmpstr (picture->type, ==, "image/jpeg");
  g_assert_cmpuint (g_bytes_get_size (kept), <=, KITH_PICTURE_MAX_BYTES);
  g_assert_cmpint (logo->width, ==, KITH_LOGO_PIXELS);
  assert_draws (picture);
}

/* Its id follows from its content, so the same is kept once. */
static void
test_lives_and_goes (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  const KithPlace place = { 0, 0, 400, 300 };
  KithId first = 0, second = 0;
  KithEdit *edit;

  test_do (map, kith_verb_add_backdrop (map, picture_of (40, 30, 0xcc0000), &place, &first, NULL));
  test_do (map, kith_verb_add_backdrop (map, picture_of (40, 30, 0xcc0000), &place, &second, NULL));
  g_assert_cmpuint (kith_map_n (map, KITH_PICTURE), ==, 1);
  g_assert_true (kith_map_annotation (map, first)->locked);
  edit = kith_verb_delete (map, &first, 1, NULL);
  kith_edit_drop_pictures (edit, map);
  test_do (map, edit);
  g_assert_cmpuint (kith_map_n (map, KITH_PICTURE), ==, 1);
  edit = kith_verb_delete (map, &second, 1, NULL);
  kith_edit_drop_pictures (edit, map);
  test_do (map, kith_edit_ref (edit));
  g_assert_cmpuint (kith_map_n (map, KITH_PICTURE), ==, 0);
  test_do (map, kith_edit_invert (edit));
  kith_edit_unref (edit);
  g_assert_cmpuint (kith_map_n (map, KITH_PICTURE), ==, 1);
  test_check (map);
}

static void
test_audience (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  g_autoptr (KithMap) room = NULL;
  KithId police = test_stakeholder (map, "Police", 0, 0);
  KithId ward = test_stakeholder (map, "Ward", 300, 0);

  test_do (map, kith_verb_set_picture (map, police, picture_of (20, 20, 0x0000cc), NULL));
  test_do (map, kith_verb_set_picture (map, ward, picture_of (20, 20, 0x00cc00), NULL));
  test_do (map, kith_verb_set (map, KITH_STAKEHOLDER, ward, "private", "1", NULL));
  room = kith_map_for_audience (map, KITH_PARTNERS);
  g_assert_cmpuint (kith_map_n (room, KITH_PICTURE), ==, 1);
}

static guint32
pixel (cairo_surface_t *surface, int x, int y)
{
  const guint8 *row = cairo_image_surface_get_data (surface)
                      + y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[x] & 0xffffff;
}

/* `kept` (out, optional): what was drawn from. */
static cairo_surface_t *
draw (KithMap *map, KithFigures **kept)
{
  static const KithView view = KITH_VIEW_INIT;
  g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 400, 300);
  KithPaint paint = { .scale = 1.0, .clip = { -200, -150, 400, 300 } };
  cairo_t *cr = cairo_create (surface);

  kith_painter_ground (cr, KITH_PALETTE_LIGHT);
  cairo_translate (cr, 200, 150);
  g_assert_true (kith_painter_draw (cr, figures, &paint));
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  if (kept != NULL)
    *kept = g_steal_pointer (&figures);
  return surface;
}

/* Under everything, at 40 per cent, and a logo in its box beside the name. */
static void
test_draws (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  const KithPlace place = { 0, 0, 300, 200 };
  KithId police = test_stakeholder (map, "Police", 0, 0);
  KithEdit *edit = kith_verb_set_picture (map, police, picture_of (30, 30, 0x0000ff), NULL);
  const KithStakeholder *now;
  cairo_surface_t *surface;
  double width, height;

  kith_measure_edit_on (edit, map);
  test_do (map, edit);
  test_do (map, kith_verb_add_backdrop (map, picture_of (40, 30, 0xff0000), &place, NULL, NULL));
  now = kith_map_stakeholder (map, police);
  kith_measure_stakeholder ("Police", &width, &height);
  g_assert_cmpfloat (now->width, >=, width + 30);
  surface = draw (map, NULL);
  g_assert_cmphex (pixel (surface, 60, 60), ==, 0xfc9696);
  g_assert_cmphex (pixel (surface, (int) (200 + now->width / 2 - 24), 150), ==, 0x0000ff);
  g_assert_cmphex (pixel (surface, 10, 10), ==, 0xfafafa);
  cairo_surface_destroy (surface);
}

/* As it is, so that a page stays small. */
static void
test_exports (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  g_autoptr (GBytes) photo = encoded (900, 600, 0, TRUE, "jpeg");
  g_autoptr (GBytes) pdf = NULL;
  const KithPlace place = { 0, 0, 400, 300 };
  KithView view = KITH_VIEW_INIT;
  KithExport options = KITH_EXPORT_INIT;
  KithPicture *picture = kith_picture_read (photo, "Photograph", KITH_BACKDROP_PIXELS, NULL);

  g_assert_cmpstr (picture->type, ==, "image/jpeg");
  test_do (map, kith_verb_add_backdrop (map, picture, &place, NULL, NULL));
  pdf = kith_export (map, &view, &options, NULL);
  g_assert_nonnull (pdf);
  g_assert_true (holds (pdf, "DCTDecode"));
}

static KithEdit *
sized (KithMap *map, KithEdit *edit)
{
  kith_edit_follow_sizes (edit, map);
  kith_measure_edit_on (edit, map);
  return edit;
}

static int
scale (KithMap *map, KithId id)
{
  return kith_map_stakeholder (map, id)->scale;
}

static void
test_size_by_links (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  g_autoptr (KithMap) room = NULL;
  KithId police = test_stakeholder (map, "Police", 0, 0);
  KithId ward = test_stakeholder (map, "Ward", 300, 0);
  KithId carers = test_stakeholder (map, "Carers", 0, 300);
  KithId link = 0;
  double usual = kith_map_stakeholder (map, police)->height;

  test_link (map, police, ward);
  test_do (map,
           sized (map, kith_verb_set (map, KITH_ABOUT, KITH_ABOUT_ID, "size_by", "links", NULL)));
  g_assert_cmpint (scale (map, police), ==, 180);
  g_assert_cmpint (scale (map, carers), ==, 80);
  g_assert_cmpfloat (kith_map_stakeholder (map, police)->height, >, usual * 1.5);
  /* in step with a link that comes */
  test_do (map, sized (map, kith_verb_add_link (map, police, carers, KITH_LINK_WORKS_WITH, &link,
                                                NULL)));
  g_assert_cmpint (scale (map, police), ==, 180);
  g_assert_cmpint (scale (map, ward), ==, 130);
  g_assert_cmpint (scale (map, carers), ==, 130);
  /* a room is not told of a link that it may not see by the size of its ends */
  test_do (map, kith_verb_set (map, KITH_LINK, link, "private", "1", NULL));
  room = kith_map_for_audience (map, KITH_PARTNERS);
  g_assert_cmpint (scale (room, ward), ==, 180);
  g_assert_cmpint (scale (room, carers), ==, 80);
  test_do (map, sized (map, kith_verb_set (map, KITH_ABOUT, KITH_ABOUT_ID, "size_by", "", NULL)));
  g_assert_cmpint (scale (map, police), ==, 0);
}

/* Its name has the same lines as in a box of the usual size. */
static void
test_name_in_larger_box (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  g_autoptr (KithFigures) figures = NULL;
  KithId id = test_stakeholder (map, "Approved Mental Health Professionals", 0, 0);
  KithEdit *edit = kith_verb_set (map, KITH_STAKEHOLDER, id, "scale", "180", NULL);
  PangoLayout *layout;

  kith_measure_edit_on (edit, map);
  test_do (map, edit);
  cairo_surface_destroy (draw (map, &figures));
  layout = kith_box_figure_layout (g_hash_table_lookup (figures->boxes, &id));
  g_assert_false (pango_layout_is_ellipsized (layout));
  g_assert_cmpint (pango_layout_get_line_count (layout), >, 1);
}

static void
test_size_by_power (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  g_autoptr (KithMap) public = NULL;
  g_auto (GStrv) sizes = NULL;
  KithId police = test_stakeholder (map, "Police", 0, 0);
  KithId ward = test_stakeholder (map, "Ward", 300, 0);

  test_do (map, kith_verb_set (map, KITH_STAKEHOLDER, police, "power", "5", NULL));
  test_do (map, kith_verb_set (map, KITH_STAKEHOLDER, ward, "fields", "Beds: 40", NULL));
  test_do (map,
           sized (map, kith_verb_set (map, KITH_ABOUT, KITH_ABOUT_ID, "size_by", "power", NULL)));
  g_assert_cmpint (scale (map, police), ==, 180);
  g_assert_cmpint (scale (map, ward), ==, 80);
  public = kith_map_for_audience (map, KITH_PUBLIC);
  g_assert_cmpint (scale (public, police), ==, 0);
  g_assert_cmpstr (kith_map_about (public)->size_by, ==, "");
  sizes = kith_map_list_sizes (map);
  g_assert_cmpuint (g_strv_length (sizes), ==, 5);
  g_assert_cmpstr (sizes[4], ==, "field:Beds");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pictures/what-is-none-or-too-large-is-refused-with-a-reason", test_hostile);
  g_test_add_func ("/pictures/are-turned-upright-and-keep-nothing-but-their-pixels", test_metadata);
  g_test_add_func ("/pictures/are-made-small-enough-for-a-document", test_made_smaller);
  g_test_add_func ("/pictures/are-kept-once-and-go-with-the-last-that-shows-them",
                   test_lives_and_goes);
  g_test_add_func ("/pictures/of-what-is-private-are-not-for-partners", test_audience);
  g_test_add_func ("/pictures/are-drawn-under-the-map-and-in-a-box", test_draws);
  g_test_add_func ("/pictures/go-into-a-page-as-they-are", test_exports);
  g_test_add_func ("/sizes/follow-the-number-of-links-that-who-looks-may-see", test_size_by_links);
  g_test_add_func ("/sizes/leave-the-lines-of-a-name-as-they-are", test_name_in_larger_box);
  g_test_add_func ("/sizes/by-what-an-audience-may-not-see-are-all-alike", test_size_by_power);
  return g_test_run ();
}
