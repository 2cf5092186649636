/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-trust-view-private.h"

#include <glib/gi18n-lib.h>

#include "kith-binder.h"
#include "kith-keyboard.h"

static void scrollable_init (GtkScrollableInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KithTrustView,
                               kith_trust_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, scrollable_init))

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  LEAVE,
  CHANGED,
  READING,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

gboolean
kith_trust_view_has_focus (KithTrustView *self)
{
  return kith_widget_has_keyboard (GTK_WIDGET (self));
}

/* --- Scrolling --- */

static void
on_scrolled (KithTrustView *self)
{
  GtkAdjustment **adjustments = self->adjustments;

  self->frame.x = gtk_adjustment_get_value (adjustments[GTK_ORIENTATION_HORIZONTAL]);
  self->frame.y = gtk_adjustment_get_value (adjustments[GTK_ORIENTATION_VERTICAL]);
  kith_trust_view_place_children (self);
  kith_trust_view_queue_children (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
configure (KithTrustView *self, GtkOrientation orientation, double full, double page, double step)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double value;

  if (adjustment == NULL)
    return;
  value = CLAMP (gtk_adjustment_get_value (adjustment), 0.0, MAX (full - page, 0.0));
  gtk_adjustment_configure (adjustment, value, 0.0, MAX (full, page), step, page * 0.8, page);
}

/* The heads, and how far it can be scrolled, for the room that there is. */
static void
measure_sheet (KithTrustView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  guint n;

  if (self->sheet == NULL || width == 0 || height == 0)
    {
      configure (self, GTK_ORIENTATION_HORIZONTAL, width, width, 1);
      configure (self, GTK_ORIENTATION_VERTICAL, height, height, 1);
      return;
    }
  n = kith_trust_sheet_n (self->sheet);
  self->frame = kith_trust_frame (self->sheet, width, height);
  configure (self, GTK_ORIENTATION_HORIZONTAL, kith_trust_frame_full_width (&self->frame, n), width,
             KITH_TRUST_CELL_WIDTH);
  configure (self, GTK_ORIENTATION_VERTICAL, kith_trust_frame_full_height (&self->frame, n), height,
             KITH_TRUST_CELL_HEIGHT);
  for (int i = 0; i < 2; i++)
    if (self->adjustments[i] != NULL)
      *(i == GTK_ORIENTATION_HORIZONTAL ? &self->frame.x : &self->frame.y) =
          gtk_adjustment_get_value (self->adjustments[i]);
}

static void
set_adjustment (KithTrustView *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **held = &self->adjustments[orientation];

  if (adjustment != NULL && adjustment == *held)
    return;
  if (*held != NULL)
    g_signal_handlers_disconnect_by_func (*held, on_scrolled, self);
  g_clear_object (held);
  *held = g_object_ref_sink (adjustment != NULL ? adjustment
                                                : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_swapped (*held, "value-changed", G_CALLBACK (on_scrolled), self);
}

/* --- The sheet --- */

/**
 * kith_trust_view_remake:
 * @self: a trust view
 *
 * Brings the sheet in step with what the viewer shows.
 */
void
kith_trust_view_remake (KithTrustView *self)
{
  const KithView *view = self->viewer != NULL ? kith_viewer_get_view (self->viewer) : NULL;

  g_clear_handle_id (&self->remaking, g_source_remove);
  self->stale = FALSE;
  kith_trust_painter_forget (self->painter);
  g_clear_pointer (&self->sheet, kith_trust_sheet_free);
  self->hover_row = self->hover_column = KITH_TRUST_HEAD;
  if (view != NULL)
    {
      self->audience = view->audience;
      self->sheet = kith_trust_sheet_new (kith_viewer_get_map (self->viewer), view, &self->look);
    }
  measure_sheet (self);
  kith_trust_view_keep_cursor (self);
  kith_trust_view_refresh_children (self);
  kith_trust_view_queue_children (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CHANGED], 0);
  kith_trust_view_read (self);
}

static gboolean
on_remake (gpointer data)
{
  KithTrustView *self = data;

  self->remaking = 0;
  kith_trust_view_remake (self);
  return G_SOURCE_REMOVE;
}

/* Where there is nothing on it another page of the pane stands in its place. */
static gboolean
is_looked_at (KithTrustView *self)
{
  GtkWidget *pages = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_STACK);

  return gtk_widget_get_mapped (pages != NULL ? pages : GTK_WIDGET (self));
}

/* Once a frame at most, before it is drawn; not while nobody looks. What another audience may see
 * goes at once. */
void
kith_trust_view_queue (KithTrustView *self)
{
  self->stale = TRUE;
  if (self->viewer != NULL && self->audience != kith_viewer_get_view (self->viewer)->audience)
    kith_trust_view_remake (self);
  else if (self->remaking == 0 && is_looked_at (self))
    self->remaking = g_idle_add_full (GDK_PRIORITY_EVENTS + 1, on_remake, self, NULL);
}

static void
on_map (KithTrustView *self)
{
  if (self->stale)
    kith_trust_view_queue (self);
}

static void
on_changed (KithTrustView *self)
{
  kith_trust_view_queue (self);
}

static void
on_selection_changed (KithTrustView *self)
{
  if (!self->selecting)
    kith_trust_view_follow_selection (self);
}

/* What stands under the pointer, else under the cursor, in words. */
void
kith_trust_view_read (KithTrustView *self)
{
  gboolean hovers = self->hover_row >= 0 || self->hover_column >= 0;
  int row = hovers ? self->hover_row : self->row;
  int column = hovers ? self->hover_column : self->column;
  g_autofree char *words = NULL;

  if (self->sheet != NULL && kith_trust_sheet_n (self->sheet) > 0)
    {
      if (row >= 0 && column >= 0)
        words = kith_trust_sheet_cell_words (self->sheet, (guint) row, (guint) column);
      else if (row >= 0)
        words = kith_trust_sheet_row_words (self->sheet, (guint) row);
      else if (column >= 0)
        words = kith_trust_sheet_column_words (self->sheet, (guint) column);
    }
  g_signal_emit (self, signals[READING], 0, words != NULL ? words : "");
}

/* --- Widget --- */

static void
kith_trust_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KithTrustView *self = KITH_TRUST_VIEW (widget);
  KithTrustMarks marks = { self->row, self->column, kith_trust_view_has_focus (self),
                           self->hover_row, self->hover_column };
  const KithPalette *palette;
  cairo_t *cr;

  if (self->sheet == NULL || self->viewer == NULL)
    return;
  palette = kith_palette_get (kith_viewer_get_view (self->viewer)->palette);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) self->frame.width,
                                                                 (float) self->frame.height));
  kith_colour_set (cr, &palette->ground);
  cairo_paint (cr);
  kith_trust_painter_draw (self->painter, cr, self->sheet, &self->frame, palette, &marks);
  cairo_destroy (cr);
}

static void
kith_trust_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KithTrustView *self = KITH_TRUST_VIEW (widget);

  measure_sheet (self);
  kith_trust_view_place_children (self);
  kith_trust_view_queue_children (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
kith_trust_view_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 160 : 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 480 : 300;
}

static gboolean
kith_trust_view_grab_focus (GtkWidget *widget)
{
  GtkWidget *child = kith_trust_view_cursor_child (KITH_TRUST_VIEW (widget));

  if (child != NULL)
    return gtk_widget_grab_focus (child);
  return GTK_WIDGET_CLASS (kith_trust_view_parent_class)->grab_focus (widget);
}

/* One stop of the Tab key, at the cell with the cursor. */
static gboolean
kith_trust_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (kith_trust_view_has_focus (KITH_TRUST_VIEW (widget)))
    return FALSE;
  return gtk_widget_grab_focus (widget);
}

static void
kith_trust_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  KithTrustView *self = KITH_TRUST_VIEW (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
kith_trust_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  KithTrustView *self = KITH_TRUST_VIEW (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
kith_trust_view_dispose (GObject *object)
{
  KithTrustView *self = KITH_TRUST_VIEW (object);

  kith_trust_view_set_viewer (self, NULL);
  kith_trust_view_drop_children (self);
  g_clear_handle_id (&self->remaking, g_source_remove);
  g_clear_handle_id (&self->settling, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  for (int i = 0; i < 2; i++)
    {
      if (self->adjustments[i] != NULL)
        g_signal_handlers_disconnect_by_data (self->adjustments[i], self);
      g_clear_object (&self->adjustments[i]);
    }
  G_OBJECT_CLASS (kith_trust_view_parent_class)->dispose (object);
}

static void
kith_trust_view_finalize (GObject *object)
{
  KithTrustView *self = KITH_TRUST_VIEW (object);

  g_clear_pointer (&self->sheet, kith_trust_sheet_free);
  kith_trust_painter_free (self->painter);
  g_hash_table_unref (self->children);
  G_OBJECT_CLASS (kith_trust_view_parent_class)->finalize (object);
}

static void
scrollable_init (GtkScrollableInterface *interface)
{
}

static void
add_signals (void)
{
  signals[LEAVE] = g_signal_new ("leave", KITH_TYPE_TRUST_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", KITH_TYPE_TRUST_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[READING] = g_signal_new ("reading", KITH_TYPE_TRUST_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
kith_trust_view_class_init (KithTrustViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = kith_trust_view_dispose;
  object_class->finalize = kith_trust_view_finalize;
  object_class->set_property = kith_trust_view_set_property;
  object_class->get_property = kith_trust_view_get_property;
  widget_class->snapshot = kith_trust_view_snapshot;
  widget_class->size_allocate = kith_trust_view_size_allocate;
  widget_class->measure = kith_trust_view_measure;
  widget_class->grab_focus = kith_trust_view_grab_focus;
  widget_class->focus = kith_trust_view_focus;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  gtk_widget_class_set_css_name (widget_class, "kith-trust-sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  kith_trust_view_install_actions (widget_class);
  add_signals ();
}

static void
kith_trust_view_init (KithTrustView *self)
{
  self->painter = kith_trust_painter_new ();
  self->children = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->row = self->column = self->hover_row = self->hover_column = KITH_TRUST_HEAD;
  self->stale = TRUE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  kith_widget_set_name (GTK_WIDGET (self), _ ("Trust sheet"));
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
  kith_trust_view_init_keys (self);
  kith_trust_view_init_pointer (self);
}

/**
 * kith_trust_view_new:
 *
 * Returns: (transfer floating): a sheet of nothing yet
 */
GtkWidget *
kith_trust_view_new (void)
{
  return g_object_new (KITH_TYPE_TRUST_VIEW, NULL);
}

/**
 * kith_trust_view_set_viewer:
 * @self: a trust view
 * @viewer: (nullable): whose map it shows
 */
void
kith_trust_view_set_viewer (KithTrustView *self, KithViewer *viewer)
{
  if (self->viewer == viewer)
    return;
  if (self->viewer != NULL)
    g_signal_handlers_disconnect_by_data (self->viewer, self);
  g_set_object (&self->viewer, viewer);
  kith_trust_view_remake (self);
  if (viewer == NULL)
    return;
  g_signal_connect_swapped (viewer, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (viewer, "view-changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (viewer, "selection-changed", G_CALLBACK (on_selection_changed), self);
  kith_trust_view_follow_selection (self);
}

void
kith_trust_view_set_look (KithTrustView *self, const KithTrustLook *look)
{
  self->look = *look;
  kith_trust_view_remake (self);
  kith_trust_view_show_cursor (self);
}

const KithTrustSheet *
kith_trust_view_get_sheet (KithTrustView *self)
{
  if (self->stale)
    kith_trust_view_remake (self);
  return self->sheet;
}

void
kith_trust_view_grab (KithTrustView *self)
{
  kith_trust_view_get_sheet (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}
