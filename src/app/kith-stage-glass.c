/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-stage-glass.h"

#include <math.h>

#define SPOT 6.0  /* the spotlight's radius is this part of the height */
#define MARK 48.0 /* and the mark's this */
#define DARK 0.78 /* what is not in the light */
#define SOFT 0.14 /* of the radius: the edge of the light */

struct _KithStageGlass
{
  GtkWidget parent_instance;

  /* state */
  KithGlass glass;
  double x;
  double y;
};

G_DEFINE_FINAL_TYPE (KithStageGlass, kith_stage_glass, GTK_TYPE_WIDGET)

static void
draw_spotlight (KithStageGlass *self, cairo_t *cr, double height)
{
  double radius = height / SPOT;
  cairo_pattern_t *light = cairo_pattern_create_radial (self->x, self->y, radius, self->x, self->y,
                                                        radius * (1 + SOFT));

  cairo_pattern_add_color_stop_rgba (light, 0, 0, 0, 0, 0);
  cairo_pattern_add_color_stop_rgba (light, 1, 0, 0, 0, DARK);
  cairo_set_source (cr, light);
  cairo_paint (cr);
  cairo_pattern_destroy (light);
}

/* White round a colour that the map does not use. */
static void
draw_pointer (KithStageGlass *self, cairo_t *cr, double height)
{
  double radius = MAX (height / MARK, 12.0);

  cairo_arc (cr, self->x, self->y, radius, 0, 2 * G_PI);
  cairo_set_source_rgba (cr, 0.88, 0.05, 0.45, 0.85);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, radius / 4);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_stroke_preserve (cr);
  cairo_set_line_width (cr, 1);
  cairo_set_source_rgba (cr, 0, 0, 0, 0.6);
  cairo_stroke (cr);
}

static void
kith_stage_glass_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KithStageGlass *self = KITH_STAGE_GLASS (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  cairo_t *cr;

  if (self->glass == KITH_GLASS_CLEAR)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (self->glass == KITH_GLASS_SPOTLIGHT)
    draw_spotlight (self, cr, height);
  else
    draw_pointer (self, cr, height);
  cairo_destroy (cr);
}

static void
kith_stage_glass_class_init (KithStageGlassClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = kith_stage_glass_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
kith_stage_glass_init (KithStageGlass *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
kith_stage_glass_new (void)
{
  return g_object_new (KITH_TYPE_STAGE_GLASS, NULL);
}

void
kith_stage_glass_set (KithStageGlass *self, KithGlass glass)
{
  self->glass = glass;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

KithGlass
kith_stage_glass_get (KithStageGlass *self)
{
  return self->glass;
}

void
kith_stage_glass_point (KithStageGlass *self, double x, double y)
{
  self->x = x;
  self->y = y;
  if (self->glass != KITH_GLASS_CLEAR)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}
