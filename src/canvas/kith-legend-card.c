/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-legend-card.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "kith-legend.h"

struct _KithLegendCard
{
  GtkWidget parent_instance;

  /* owned */
  KithLegend *legend;

  /* state */
  double strip; /* the width it may take as a strip; 0: a column */
  gboolean folded;
  double width;
  double height;
};

G_DEFINE_FINAL_TYPE (KithLegendCard, kith_legend_card, GTK_TYPE_WIDGET)

/* The canvas gives it the size that kith_legend_card_shape() told. */
static void
kith_legend_card_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
kith_legend_card_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KithLegendCard *self = KITH_LEGEND_CARD (widget);
  cairo_t *cr;

  if (self->legend == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (-2, -2, (float) ceil (self->width) + 4,
                                                       (float) ceil (self->height) + 4));
  kith_legend_draw (self->legend, cr);
  cairo_destroy (cr);
}

static void
kith_legend_card_finalize (GObject *object)
{
  KithLegendCard *self = KITH_LEGEND_CARD (object);

  g_clear_pointer (&self->legend, kith_legend_free);
  G_OBJECT_CLASS (kith_legend_card_parent_class)->finalize (object);
}

static void
kith_legend_card_class_init (KithLegendCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kith_legend_card_finalize;
  widget_class->measure = kith_legend_card_measure;
  widget_class->snapshot = kith_legend_card_snapshot;
  gtk_widget_class_set_css_name (widget_class, "kith-legend");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
kith_legend_card_init (KithLegendCard *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grab");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Legend"), -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self),
                               _ ("Click: more or less of it. Drag: another corner"));
}

/**
 * kith_legend_card_new:
 *
 * Returns: (transfer floating): an empty card
 */
GtkWidget *
kith_legend_card_new (void)
{
  return g_object_new (KITH_TYPE_LEGEND_CARD, NULL);
}

static void
shaped (KithLegendCard *self)
{
  kith_legend_size (self->legend, &self->width, &self->height);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * kith_legend_card_show:
 * @self: a card
 * @map: what the view's audience may see
 * @view: how it is looked at
 *
 * Shows what the marks on this map mean.
 */
void
kith_legend_card_show (KithLegendCard *self, KithMap *map, const KithView *view)
{
  g_autofree char *words = NULL;

  g_clear_pointer (&self->legend, kith_legend_free);
  self->legend = kith_legend_new_card (map, view);
  if (self->folded)
    kith_legend_card_fold (self, self->strip);
  else
    kith_legend_card_shape (self, self->strip);
  words = kith_legend_to_words (self->legend);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * kith_legend_card_shape:
 * @self: a card
 * @strip: the width it may take as a strip, pixels; 0: it is a column
 *
 * Returns: the size that it has then
 */
GtkRequisition
kith_legend_card_shape (KithLegendCard *self, double strip)
{
  self->strip = strip;
  self->folded = FALSE;
  if (self->legend != NULL)
    {
      kith_legend_set_strip (self->legend, strip);
      shaped (self);
    }
  return kith_legend_card_get_size (self);
}

/**
 * kith_legend_card_fold:
 * @self: a card
 * @width: the width it may take, pixels
 *
 * Leaves the steps of the lens alone; one that has none is a strip of that width.
 *
 * Returns: the size that it has then
 */
GtkRequisition
kith_legend_card_fold (KithLegendCard *self, double width)
{
  if (self->legend == NULL || !kith_legend_fold (self->legend, width))
    return kith_legend_card_shape (self, width);
  self->strip = width;
  self->folded = TRUE;
  shaped (self);
  return kith_legend_card_get_size (self);
}

gboolean
kith_legend_card_is_folded (KithLegendCard *self)
{
  return self->folded;
}

GtkRequisition
kith_legend_card_get_size (KithLegendCard *self)
{
  return (GtkRequisition){ (int) ceil (self->width), (int) ceil (self->height) };
}
