/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-narrow-bin.h"

/* The smallest window that Kith is made for is 360 pixels wide. */
#define FLOOR 340

struct _KithNarrowBin
{
  GtkWidget parent_instance;

  GtkWidget *child; /* owned by the widget tree */
  int limit;
  gboolean narrow;
  gboolean coming; /* what `narrow` will be when idle */
  guint idle;
};

enum
{
  PROP_CHILD = 1,
  PROP_LIMIT,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (KithNarrowBin, kith_narrow_bin, GTK_TYPE_WIDGET)

/* Children cannot come and go while sizes are being given out. */
static gboolean
on_idle (gpointer data)
{
  KithNarrowBin *self = data;

  self->idle = 0;
  if (self->narrow != self->coming)
    {
      self->narrow = self->coming;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
    }

  return G_SOURCE_REMOVE;
}

static int
child_width (KithNarrowBin *self)
{
  int width = 0;

  if (self->child != NULL)
    gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  return width;
}

static void
kith_narrow_bin_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  KithNarrowBin *self = KITH_NARROW_BIN (widget);

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  if (self->child == NULL)
    return;

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    for_size = MAX (for_size, child_width (self));

  gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, FLOOR);
}

static void
kith_narrow_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KithNarrowBin *self = KITH_NARROW_BIN (widget);

  self->coming = width < self->limit;
  if (self->coming != self->narrow && self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_idle, self, NULL);

  if (self->child != NULL)
    gtk_widget_allocate (self->child, MAX (width, child_width (self)), height, baseline, NULL);
}

static void
kith_narrow_bin_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KithNarrowBin *self = KITH_NARROW_BIN (object);

  if (id == PROP_CHILD)
    g_value_set_object (value, self->child);
  else if (id == PROP_LIMIT)
    g_value_set_int (value, self->limit);
  else if (id == PROP_NARROW)
    g_value_set_boolean (value, self->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
kith_narrow_bin_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  KithNarrowBin *self = KITH_NARROW_BIN (object);

  if (id == PROP_CHILD)
    {
      g_clear_pointer (&self->child, gtk_widget_unparent);
      self->child = g_value_get_object (value);
      if (self->child != NULL)
        gtk_widget_set_parent (self->child, GTK_WIDGET (self));
    }
  else if (id == PROP_LIMIT)
    self->limit = g_value_get_int (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
kith_narrow_bin_dispose (GObject *object)
{
  KithNarrowBin *self = KITH_NARROW_BIN (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (kith_narrow_bin_parent_class)->dispose (object);
}

static void
kith_narrow_bin_class_init (KithNarrowBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kith_narrow_bin_dispose;
  object_class->get_property = kith_narrow_bin_get_property;
  object_class->set_property = kith_narrow_bin_set_property;
  widget_class->measure = kith_narrow_bin_measure;
  widget_class->size_allocate = kith_narrow_bin_size_allocate;

  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LIMIT] = g_param_spec_int ("limit", NULL, NULL, 0, G_MAXINT, 600,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
kith_narrow_bin_init (KithNarrowBin *self)
{
  self->limit = 600;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * kith_narrow_bin_is_narrow:
 * @self: a bin
 *
 * Returns: whether the bin was narrower than its limit when it was last laid out
 */
gboolean
kith_narrow_bin_is_narrow (KithNarrowBin *self)
{
  g_return_val_if_fail (KITH_IS_NARROW_BIN (self), FALSE);

  return self->narrow;
}
