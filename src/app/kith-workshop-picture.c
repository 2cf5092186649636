/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-workshop-picture.h"

#include <glib/gi18n-lib.h>

#include "kith-binder.h"
#include "kith-opinion.h"
#include "kith-painter.h"
#include "kith-workshop-map.h"

#define MOST_ZOOM 2.6
#define MARGIN 10.0 /* map units, above and below */
#define LEAST 260.0 /* map units from one middle to the other */
#define MOST 620.0
#define PART 7 /* of the window's height, what it wants of it */

struct _KithWorkshopPicture
{
  GtkWidget parent_instance;

  /* owned */
  KithMap *map;
  KithFigures *figures; /* NULL: to be made */

  /* state */
  KithId link;
  gboolean told;
  KithPaletteName palette;
  int width; /* for which the figures were made, pixels */
  int height;
  double zoom;
};

G_DEFINE_FINAL_TYPE (KithWorkshopPicture, kith_workshop_picture, GTK_TYPE_WIDGET)

static KithFigures *
figures_of (KithWorkshopPicture *self, double apart)
{
  KithView view = KITH_VIEW_INIT;
  g_autoptr (KithMap) alone = kith_workshop_alone (self->map, self->link, apart);

  view.audience = KITH_PARTNERS;
  view.palette = self->palette;
  view.lens = self->told ? KITH_LENS_TRUST : KITH_LENS_PLAIN;
  return kith_figures_new (alone, &view);
}

/* As large as the height allows, and so far apart as the width does. */
static void
make_figures (KithWorkshopPicture *self, int width, int height)
{
  KithRect all;
  double apart;

  g_clear_pointer (&self->figures, kith_figures_free);
  self->width = width;
  self->height = height;
  self->figures = figures_of (self, LEAST);
  all = kith_figures_bounds (self->figures);
  self->zoom = MIN (height / (all.height + 2 * MARGIN), width / (all.width + 2 * MARGIN));
  self->zoom = CLAMP (self->zoom, 0.2, MOST_ZOOM);
  apart = CLAMP (LEAST + width / self->zoom - all.width - 4 * MARGIN, LEAST, MOST);
  kith_figures_free (self->figures);
  self->figures = figures_of (self, apart);
}

static void
kith_workshop_picture_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KithWorkshopPicture *self = KITH_WORKSHOP_PICTURE (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  KithPaint paint = { 0 };
  KithRect all;
  cairo_t *cr;

  if (self->map == NULL || width <= 0 || height <= 0)
    return;
  if (self->figures == NULL || width != self->width || height != self->height)
    make_figures (self, width, height);
  all = kith_figures_bounds (self->figures);
  paint.scale = self->zoom;
  paint.full = TRUE;
  paint.clip = (KithRect){ all.x + all.width / 2 - width / self->zoom / 2,
                           all.y + all.height / 2 - height / self->zoom / 2, width / self->zoom,
                           height / self->zoom };
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cairo_scale (cr, self->zoom, self->zoom);
  cairo_translate (cr, -paint.clip.x, -paint.clip.y);
  kith_painter_draw (cr, self->figures, &paint);
  cairo_destroy (cr);
}

static void
kith_workshop_picture_measure (GtkWidget *widget,
                               GtkOrientation orientation,
                               int for_size,
                               int *minimum,
                               int *natural,
                               int *minimum_baseline,
                               int *natural_baseline)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  int high = root != NULL ? gtk_widget_get_height (GTK_WIDGET (root)) / PART : 0;

  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? MAX (60, MIN (high, 240)) : 240;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? MAX (60, high) : 600;
}

static void
kith_workshop_picture_dispose (GObject *object)
{
  KithWorkshopPicture *self = KITH_WORKSHOP_PICTURE (object);

  g_clear_pointer (&self->figures, kith_figures_free);
  g_clear_pointer (&self->map, kith_map_unref);
  G_OBJECT_CLASS (kith_workshop_picture_parent_class)->dispose (object);
}

static void
kith_workshop_picture_class_init (KithWorkshopPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_workshop_picture_dispose;
  widget_class->snapshot = kith_workshop_picture_snapshot;
  widget_class->measure = kith_workshop_picture_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
kith_workshop_picture_init (KithWorkshopPicture *self)
{
}

GtkWidget *
kith_workshop_picture_new (void)
{
  return g_object_new (KITH_TYPE_WORKSHOP_PICTURE, NULL);
}

static char *
words_of (KithMap *map, const KithLink *link, gboolean told)
{
  if (told)
    return kith_link_to_words (map, link);
  /* Translators: the two ends of a link */
  return g_strdup_printf (_ ("%s and %s"), kith_map_stakeholder (map, link->a)->name,
                          kith_map_stakeholder (map, link->b)->name);
}

void
kith_workshop_picture_show (KithWorkshopPicture *self,
                            KithMap *map,
                            KithId link,
                            gboolean told,
                            KithPaletteName palette)
{
  g_autofree char *words = words_of (map, kith_map_link (map, link), told);

  g_clear_pointer (&self->map, kith_map_unref);
  g_clear_pointer (&self->figures, kith_figures_free);
  self->map = kith_map_ref (map);
  self->link = link;
  self->told = told;
  self->palette = palette;
  kith_widget_set_name (GTK_WIDGET (self), words);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
