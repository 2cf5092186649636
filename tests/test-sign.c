/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sectors' signs: each is seen at 12 pixels, stays in its square, and looks like no other. */
#include <cairo.h>
#include <glib.h>
#include <string.h>

#include "kith-sectors.h"
#include "kith-sign.h"

#define SIZE 12
#define MARGIN 4
#define SIDE (SIZE + 2 * MARGIN)

G_STATIC_ASSERT (KITH_N_SIGNS == KITH_N_SECTORS);

/* How far each pixel is covered by a sign in the middle of a small picture, 0 to 255. */
typedef struct
{
  guint8 cover[SIDE][SIDE];
} Picture;

static void
draw_picture (guint sign, Picture *picture)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);

  kith_sign_draw (cr, sign, SIDE / 2.0, SIDE / 2.0, SIZE);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (guint y = 0; y < SIDE; y++)
    memcpy (picture->cover[y],
            cairo_image_surface_get_data (surface)
                + y * (guint) cairo_image_surface_get_stride (surface),
            SIDE);
  cairo_surface_destroy (surface);
}

/* The cover of all pixels outside the square that the sign was given. */
static guint
spill (const Picture *picture)
{
  guint sum = 0;

  for (guint y = 0; y < SIDE; y++)
    for (guint x = 0; x < SIDE; x++)
      if (MIN (x, y) < MARGIN || MAX (x, y) >= MARGIN + SIZE)
        sum += picture->cover[y][x];
  return sum;
}

/* How many pixels' worth two pictures differ by; of one and nothing, how much it covers. */
static double
difference (const Picture *a, const Picture *b)
{
  double sum = 0;

  for (guint y = 0; y < SIDE; y++)
    for (guint x = 0; x < SIDE; x++)
      sum += ABS ((int) a->cover[y][x] - (int) b->cover[y][x]) / 255.0;
  return sum;
}

static void
each_is_seen_within_its_square (void)
{
  static const Picture nothing;

  for (guint sign = 0; sign < KITH_N_SIGNS; sign++)
    {
      Picture picture;

      draw_picture (sign, &picture);
      g_assert_cmpfloat (difference (&picture, &nothing), >, SIZE * SIZE / 5.0);
      g_assert_cmpuint (spill (&picture), ==, 0);
    }
}

static void
no_two_look_alike (void)
{
  Picture pictures[KITH_N_SIGNS];

  for (guint sign = 0; sign < KITH_N_SIGNS; sign++)
    draw_picture (sign, &pictures[sign]);
  for (guint a = 0; a < KITH_N_SIGNS; a++)
    for (guint b = 0; b < a; b++)
      g_assert_cmpfloat (difference (&pictures[a], &pictures[b]), >, 25);
}

static void
unknown_is_other (void)
{
  g_assert_cmpstr (kith_sign_path (KITH_N_SIGNS), ==, kith_sign_path (KITH_N_SIGNS - 1));
  g_assert_cmpstr (kith_sign_path (G_MAXUINT), ==, kith_sign_path (KITH_N_SIGNS - 1));
}

static void
drawing_state_stays (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);
  cairo_matrix_t before, after;

  cairo_scale (cr, 2, 2);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_get_matrix (cr, &before);
  kith_sign_draw (cr, 0, 5, 5, 8);
  cairo_get_matrix (cr, &after);
  g_assert_cmpmem (&before, sizeof before, &after, sizeof after);
  g_assert_cmpint (cairo_get_fill_rule (cr), ==, CAIRO_FILL_RULE_EVEN_ODD);
  g_assert_false (cairo_has_current_point (cr));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sign/each-is-seen-within-its-square", each_is_seen_within_its_square);
  g_test_add_func ("/sign/no-two-look-alike", no_two_look_alike);
  g_test_add_func ("/sign/unknown-is-other", unknown_is_other);
  g_test_add_func ("/sign/drawing-state-stays", drawing_state_stays);
  return g_test_run ();
}
