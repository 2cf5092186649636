/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-trust-legend.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "kith-binder.h"
#include "kith-trust-grid.h"

#define LEFT 10.0
#define TOP 4.0

struct _KithTrustLegend
{
  GtkWidget parent_instance;

  KithTrustPainter *painter; /* owned */
  KithPaletteName palette;
  KithAudience audience;
};

G_DEFINE_FINAL_TYPE (KithTrustLegend, kith_trust_legend, GTK_TYPE_WIDGET)

static double
draw (KithTrustLegend *self, cairo_t *cr, double width)
{
  return kith_trust_painter_legend (self->painter, cr, kith_palette_get (self->palette),
                                    self->audience, LEFT, TOP, MAX (width - 2 * LEFT, 60.0));
}

static void
kith_trust_legend_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  draw (KITH_TRUST_LEGEND (widget), cr, width);
  cairo_destroy (cr);
}

static GtkSizeRequestMode
kith_trust_legend_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
kith_trust_legend_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  double width = for_size > 0 ? for_size : 2000.0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = 160;
  else
    *minimum = *natural = (int) ceil (TOP + draw (KITH_TRUST_LEGEND (widget), NULL, width));
}

static void
kith_trust_legend_finalize (GObject *object)
{
  kith_trust_painter_free (KITH_TRUST_LEGEND (object)->painter);
  G_OBJECT_CLASS (kith_trust_legend_parent_class)->finalize (object);
}

static void
kith_trust_legend_class_init (KithTrustLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kith_trust_legend_finalize;
  widget_class->snapshot = kith_trust_legend_snapshot;
  widget_class->get_request_mode = kith_trust_legend_get_request_mode;
  widget_class->measure = kith_trust_legend_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
name_it (KithTrustLegend *self)
{
  kith_widget_set_name (GTK_WIDGET (self),
                        self->audience == KITH_TEAM
                            ? _ ("1 needs repair to 5 deep; in brackets our impression; ? not "
                                 "known; an empty box: linked, not rated yet")
                            : _ ("1 needs repair to 5 deep; ? not known; an empty box: linked, not "
                                 "rated yet"));
}

static void
kith_trust_legend_init (KithTrustLegend *self)
{
  self->painter = kith_trust_painter_new ();
  name_it (self);
}

/**
 * kith_trust_legend_show:
 * @self: a legend
 * @view: whose colours, and for whom
 */
void
kith_trust_legend_show (KithTrustLegend *self, const KithView *view)
{
  if (self->palette == view->palette && self->audience == view->audience)
    return;
  self->palette = view->palette;
  self->audience = view->audience;
  name_it (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
