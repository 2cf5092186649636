/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-table-cell.h"

#include <glib/gi18n-lib.h>

#define PADDING 8
#define HEIGHT 30 /* a target that can be met by a finger's breadth at most zooms */

struct _KithTableCell
{
  GtkWidget parent_instance;

  /* owned */
  char *text;
  PangoLayout *layout; /* NULL until it is drawn */

  /* borrowed */
  const KithListColumn *column;
  GtkWidget *entry; /* NULL unless somebody types */

  /* state */
  KithId id;
  gboolean leaving;
};

G_DEFINE_FINAL_TYPE (KithTableCell, kith_table_cell, GTK_TYPE_WIDGET)

enum
{
  TYPED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static void
kith_table_cell_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  KithTableCell *self = KITH_TABLE_CELL (widget);
  int least = 0, most = 0;

  if (self->entry != NULL)
    gtk_widget_measure (self->entry, orientation, for_size, &least, &most, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = MAX (HEIGHT, least);
  else
    *minimum = *natural = 2 * PADDING;
}

static void
kith_table_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KithTableCell *self = KITH_TABLE_CELL (widget);

  if (self->entry != NULL)
    gtk_widget_size_allocate (self->entry,
                              &(GtkAllocation){ PADDING, 0, MAX (width - 2 * PADDING, 1), height },
                              -1);
}

static void
kith_table_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KithTableCell *self = KITH_TABLE_CELL (widget);
  int width = gtk_widget_get_width (widget) - 2 * PADDING;
  int height = gtk_widget_get_height (widget);
  int text_height;

  if (self->entry != NULL)
    {
      gtk_widget_snapshot_child (widget, self->entry, snapshot);
      return;
    }
  if (*self->text == '\0' || width <= 0)
    return;
  if (self->layout == NULL)
    {
      self->layout = gtk_widget_create_pango_layout (widget, self->text);
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_single_paragraph_mode (self->layout, TRUE);
    }
  pango_layout_set_width (self->layout, width * PANGO_SCALE);
  pango_layout_get_pixel_size (self->layout, NULL, &text_height);
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget), PADDING,
                              (height - text_height) / 2, self->layout);
}

static gboolean
on_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  KithTableCell *self = KITH_TABLE_CELL (widget);

  if (self->entry != NULL || self->layout == NULL || !pango_layout_is_ellipsized (self->layout))
    return FALSE;
  gtk_tooltip_set_text (tooltip, self->text);
  return TRUE;
}

static void
kith_table_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (kith_table_cell_parent_class)->css_changed (widget, change);
  g_clear_object (&KITH_TABLE_CELL (widget)->layout);
}

static void
kith_table_cell_dispose (GObject *object)
{
  KithTableCell *self = KITH_TABLE_CELL (object);

  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_object (&self->layout);
  G_OBJECT_CLASS (kith_table_cell_parent_class)->dispose (object);
}

static void
kith_table_cell_finalize (GObject *object)
{
  g_free (KITH_TABLE_CELL (object)->text);
  G_OBJECT_CLASS (kith_table_cell_parent_class)->finalize (object);
}

static void
kith_table_cell_class_init (KithTableCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_table_cell_dispose;
  G_OBJECT_CLASS (klass)->finalize = kith_table_cell_finalize;
  widget_class->measure = kith_table_cell_measure;
  widget_class->size_allocate = kith_table_cell_size_allocate;
  widget_class->snapshot = kith_table_cell_snapshot;
  widget_class->css_changed = kith_table_cell_css_changed;
  widget_class->query_tooltip = on_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "kith-cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  signals[TYPED] = g_signal_new ("typed", KITH_TYPE_TABLE_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 2, G_TYPE_BOOLEAN, G_TYPE_INT);
}

static void
kith_table_cell_init (KithTableCell *self)
{
  self->text = g_strdup ("");
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * kith_table_cell_new:
 * @column: what it is a cell of; must outlive it
 *
 * Returns: (transfer floating): a cell that shows nothing
 */
GtkWidget *
kith_table_cell_new (const KithListColumn *column)
{
  KithTableCell *self = g_object_new (KITH_TYPE_TABLE_CELL, NULL);

  self->column = column;
  return GTK_WIDGET (self);
}

const KithListColumn *
kith_table_cell_get_column (KithTableCell *self)
{
  return self->column;
}

KithId
kith_table_cell_get_id (KithTableCell *self)
{
  return self->id;
}

void
kith_table_cell_set_id (KithTableCell *self, KithId id)
{
  if (self->id != id)
    kith_table_cell_end_typing (self);
  self->id = id;
}

/**
 * kith_table_cell_show:
 * @self: a cell
 * @text: what it shows
 * @name: what a screen reader says
 */
void
kith_table_cell_show (KithTableCell *self, const char *text, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (g_str_equal (self->text, text))
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  g_clear_object (&self->layout);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Typing ends once, however it ends. */
static void
leave (KithTableCell *self, gboolean done, int way)
{
  if (self->entry == NULL || self->leaving)
    return;
  self->leaving = TRUE;
  g_object_ref (self);
  g_signal_emit (self, signals[TYPED], 0, done, way);
  self->leaving = FALSE;
  g_object_unref (self);
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        KithTableCell *self)
{
  switch (keyval)
    {
    case GDK_KEY_Escape:
      leave (self, FALSE, 0);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      leave (self, TRUE, 0);
      return TRUE;
    case GDK_KEY_Tab:
      leave (self, TRUE, 1);
      return TRUE;
    case GDK_KEY_ISO_Left_Tab:
      leave (self, TRUE, -1);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
on_focus_leave (KithTableCell *self)
{
  leave (self, TRUE, 2);
}

/**
 * kith_table_cell_begin_typing:
 * @self: a cell
 * @text: what the entry begins with
 * @typed: it is the first letter that somebody typed already; else all of it is selected
 */
void
kith_table_cell_begin_typing (KithTableCell *self, const char *text, gboolean typed)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  kith_table_cell_end_typing (self);
  self->entry = gtk_text_new ();
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->column->title, -1);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_leave), self);
  gtk_widget_add_controller (self->entry, keys);
  gtk_widget_add_controller (self->entry, focus);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "typing");
  gtk_widget_grab_focus (self->entry);
  if (typed)
    gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

gboolean
kith_table_cell_is_typing (KithTableCell *self)
{
  return self->entry != NULL;
}

const char *
kith_table_cell_get_typed (KithTableCell *self)
{
  return self->entry != NULL ? gtk_editable_get_text (GTK_EDITABLE (self->entry)) : "";
}

/* Takes the entry away, whatever is in it. */
void
kith_table_cell_end_typing (KithTableCell *self)
{
  GtkWidget *entry = g_steal_pointer (&self->entry);
  gboolean had_focus;

  if (entry == NULL)
    return;
  had_focus = gtk_widget_has_focus (entry);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_unparent (entry);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "typing");
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
