/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-sector-dot.h"

#include "kith-palette.h"
#include "kith-sign.h"

#define SIZE 20 /* pixels across */
#define SIGN_SIZE 12

struct _KithSectorDot
{
  GtkWidget parent_instance;

  KithPaletteName palette;
  int colour;
  int sign;
};

G_DEFINE_FINAL_TYPE (KithSectorDot, kith_sector_dot, GTK_TYPE_WIDGET)

static void
kith_sector_dot_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KithSectorDot *self = KITH_SECTOR_DOT (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  const KithPalette *palette = kith_palette_get (self->palette);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  cairo_translate (cr, width / 2, height / 2);
  cairo_arc (cr, 0, 0, SIZE / 2.0, 0, 2 * G_PI);
  kith_colour_set (cr, &palette->sectors[self->colour].accent);
  cairo_fill (cr);
  kith_colour_set (cr, &palette->ground);
  kith_sign_draw (cr, (guint) self->sign, 0, 0, SIGN_SIZE);
  cairo_destroy (cr);
}

static void
kith_sector_dot_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = SIZE;
  *natural = SIZE;
}

static void
kith_sector_dot_class_init (KithSectorDotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = kith_sector_dot_snapshot;
  widget_class->measure = kith_sector_dot_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
kith_sector_dot_init (KithSectorDot *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * kith_sector_dot_new:
 *
 * Returns: (transfer floating): the sign of the first sector
 */
GtkWidget *
kith_sector_dot_new (void)
{
  return g_object_new (KITH_TYPE_SECTOR_DOT, NULL);
}

/**
 * kith_sector_dot_set:
 * @self: a sector's sign
 * @palette: the colours of the map
 * @colour: place in the palette, 0 to 12
 * @sign: place among the signs, 0 to 12
 */
void
kith_sector_dot_set (KithSectorDot *self, KithPaletteName palette, int colour, int sign)
{
  self->palette = palette;
  self->colour = colour;
  self->sign = sign;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
