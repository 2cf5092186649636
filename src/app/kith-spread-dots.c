/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-spread-dots.h"

#include "kith-palette.h"

#define RADIUS 9.0
#define PITCH 21.0 /* between dots on one step */
#define FOOT 30.0  /* for the digits */
#define HEAD 16.0
#define MOST_HIGH 6 /* dots above one another; further ones stand closer */

struct _KithSpreadDots
{
  GtkWidget parent_instance;

  guint at[KITH_SCORE_5 + 1]; /* voices by step */
  guint highest;
  double median; /* 0: none */
  int agreed;
  KithPaletteName palette;
};

G_DEFINE_FINAL_TYPE (KithSpreadDots, kith_spread_dots, GTK_TYPE_WIDGET)

static double
step_x (double width, double step)
{
  return width * (step - 0.5) / 5.0;
}

/* As large as the digits need, whatever the font. */
static double
foot_of (KithSpreadDots *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "5");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return MAX (FOOT, height + 11.0);
}

static void
draw_digit (KithSpreadDots *self, cairo_t *cr, int step, double x, double y)
{
  g_autofree char *digit = g_strdup_printf ("%d", step);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), digit);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  cairo_move_to (cr, x - width / 2.0, y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_step (KithSpreadDots *self, cairo_t *cr, int step, double x, double floor)
{
  const KithPalette *palette = kith_palette_get (self->palette);
  double pitch = self->at[step] > MOST_HIGH ? PITCH * MOST_HIGH / self->at[step] : PITCH;

  kith_colour_set (cr, &palette->trust[step]);
  for (guint i = 0; i < self->at[step]; i++)
    {
      cairo_new_path (cr);
      cairo_arc (cr, x, floor - RADIUS - 7 - i * pitch, RADIUS, 0, 2 * G_PI);
      cairo_fill (cr);
    }
  kith_colour_set (cr, &palette->text);
  draw_digit (self, cr, step, x, floor + 8);
  if (self->agreed != step)
    return;
  /* a ring round the digit: what the room agreed on */
  cairo_set_line_width (cr, 2);
  cairo_new_path (cr);
  cairo_arc (cr, x, floor + 2 + foot_of (self) / 2, foot_of (self) / 2 - 4, 0, 2 * G_PI);
  cairo_stroke (cr);
}

static void
draw_median (KithSpreadDots *self, cairo_t *cr, double width, double floor)
{
  double x = step_x (width, self->median);

  if (self->median <= 0.0)
    return;
  kith_colour_set (cr, &kith_palette_get (self->palette)->text);
  cairo_move_to (cr, x, floor - 5);
  cairo_line_to (cr, x, floor + 5);
  cairo_set_line_width (cr, 4);
  cairo_stroke (cr);
}

static void
kith_spread_dots_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KithSpreadDots *self = KITH_SPREAD_DOTS (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  double floor = height - foot_of (self);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width,
                                                                          (float) height));

  kith_colour_set (cr, &kith_palette_get (self->palette)->dim);
  cairo_set_line_width (cr, 1.5);
  cairo_move_to (cr, step_x (width, 1), floor);
  cairo_line_to (cr, step_x (width, 5), floor);
  cairo_stroke (cr);
  for (int step = 1; step <= 5; step++)
    draw_step (self, cr, step, step_x (width, step), floor);
  draw_median (self, cr, width, floor);
  cairo_destroy (cr);
}

static void
kith_spread_dots_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  KithSpreadDots *self = KITH_SPREAD_DOTS (widget);
  int high = (int) (HEAD + foot_of (self) + MAX (1, MIN (self->highest, MOST_HIGH)) * PITCH);

  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? high : 160;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? high : 400;
}

static void
kith_spread_dots_class_init (KithSpreadDotsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = kith_spread_dots_snapshot;
  widget_class->measure = kith_spread_dots_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
kith_spread_dots_init (KithSpreadDots *self)
{
}

/**
 * kith_spread_dots_new:
 * @spread: what the voices said
 * @palette: the colours of the map
 *
 * Returns: (transfer floating): its drawing
 */
GtkWidget *
kith_spread_dots_new (const KithSpread *spread, KithPaletteName palette)
{
  KithSpreadDots *self = g_object_new (KITH_TYPE_SPREAD_DOTS, NULL);

  for (guint i = 0; i < spread->voices; i++)
    {
      int step = (int) g_array_index (spread->said, KithSaid, i).score;

      self->at[step]++;
      self->highest = MAX (self->highest, self->at[step]);
    }
  self->median = spread->median;
  self->agreed = (int) spread->agreed;
  self->palette = palette;
  return GTK_WIDGET (self);
}
