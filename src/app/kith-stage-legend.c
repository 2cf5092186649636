/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-stage-legend.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "kith-legend.h"

#define WIDEST 100000.0 /* pixels: all of it in one row */

struct _KithStageLegend
{
  GtkWidget parent_instance;

  /* owned */
  KithLegend *legend;

  /* state */
  double scale;
};

G_DEFINE_FINAL_TYPE (KithStageLegend, kith_stage_legend, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
kith_stage_legend_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
kith_stage_legend_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  KithStageLegend *self = KITH_STAGE_LEGEND (widget);
  double width, height;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL || self->legend == NULL)
    return;
  kith_legend_set_strip (self->legend, (for_size > 0 ? for_size : WIDEST) / self->scale);
  kith_legend_size (self->legend, &width, &height);
  *minimum = *natural = (int) ceil (height * self->scale);
}

static void
kith_stage_legend_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KithStageLegend *self = KITH_STAGE_LEGEND (widget);
  double width, height;
  cairo_t *cr;

  if (self->legend == NULL)
    return;
  kith_legend_set_strip (self->legend, gtk_widget_get_width (widget) / self->scale);
  kith_legend_size (self->legend, &width, &height);
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (-2, -2, (float) (width * self->scale) + 4,
                                                       (float) (height * self->scale) + 4));
  cairo_scale (cr, self->scale, self->scale);
  kith_legend_draw (self->legend, cr);
  cairo_destroy (cr);
}

static void
kith_stage_legend_finalize (GObject *object)
{
  g_clear_pointer (&KITH_STAGE_LEGEND (object)->legend, kith_legend_free);
  G_OBJECT_CLASS (kith_stage_legend_parent_class)->finalize (object);
}

static void
kith_stage_legend_class_init (KithStageLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kith_stage_legend_finalize;
  widget_class->get_request_mode = kith_stage_legend_get_request_mode;
  widget_class->measure = kith_stage_legend_measure;
  widget_class->snapshot = kith_stage_legend_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
kith_stage_legend_init (KithStageLegend *self)
{
  self->scale = 1;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Legend"), -1);
}

GtkWidget *
kith_stage_legend_new (void)
{
  return g_object_new (KITH_TYPE_STAGE_LEGEND, NULL);
}

void
kith_stage_legend_show (KithStageLegend *self, KithMap *map, const KithView *view)
{
  g_autofree char *words = NULL;

  g_clear_pointer (&self->legend, kith_legend_free);
  self->legend = kith_legend_new (map, view);
  words = kith_legend_to_words (self->legend);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
kith_stage_legend_set_scale (KithStageLegend *self, double scale)
{
  self->scale = scale;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
