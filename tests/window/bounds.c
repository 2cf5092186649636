/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says where a widget is, to a test with a pointer, as GTK 4.8 did: by its content in its window.
 *
 * From GTK 4.10 on a widget's place is summed up over its ancestors, each measured from the border
 * of the next but given from its content: their borders and paddings are lost, up to 20 pixels by
 * the time one comes to a button in a header bar. The program itself is left as it is; a test
 * loads this beside it (GIO_EXTRA_MODULES, see kithtest.py). */
#include <gio/gio.h>
#include <gtk/gtk.h>

G_GNUC_BEGIN_IGNORE_DEPRECATIONS /* newer than the version that the program keeps to */

    /* Where its content begins in its window, in pixels; FALSE where it is in none. */
    static gboolean
    place_of (GtkWidget *widget, int *x, int *y)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  graphene_point_t point;

  if (root == NULL
      || !gtk_widget_compute_point (widget, GTK_WIDGET (root), &GRAPHENE_POINT_INIT (0, 0), &point))
    return FALSE;

  *x = (int) floorf (point.x);
  *y = (int) floorf (point.y);
  return TRUE;
}

/* From its accessible parent, so that the sum over the ancestors is the place in the window. */
static gboolean
get_bounds (GtkAccessible *self, int *x, int *y, int *width, int *height)
{
  g_autoptr (GtkAccessible) parent = gtk_accessible_get_accessible_parent (self);
  GtkWidget *from = NULL;
  int from_x = 0, from_y = 0;
  gboolean is_on_page;

  if (!place_of (GTK_WIDGET (self), x, y))
    return FALSE;

  /* the page of a stack or notebook is no widget; it asks what is on it for the place, which then
   * counts twice */
  is_on_page = parent != NULL && !GTK_IS_WIDGET (parent);
  if (parent != NULL)
    from = is_on_page ? gtk_widget_get_parent (GTK_WIDGET (self)) : GTK_WIDGET (parent);
  if (from != NULL)
    place_of (from, &from_x, &from_y);

  *x = (*x - from_x) / (is_on_page ? 2 : 1);
  *y = (*y - from_y) / (is_on_page ? 2 : 1);
  *width = gtk_widget_get_width (GTK_WIDGET (self));
  *height = gtk_widget_get_height (GTK_WIDGET (self));
  return TRUE;
}

/* A class that names the interface again has a table of its own. */
static void
replace (GType type, gpointer original)
{
  gpointer class = g_type_class_peek (type);
  GtkAccessibleInterface *table;
  g_autofree GType *derived = NULL;

  if (class == NULL)
    return;

  table = g_type_interface_peek (class, GTK_TYPE_ACCESSIBLE);
  if (table->get_bounds == original)
    table->get_bounds = get_bounds;

  derived = g_type_children (type, NULL);
  for (guint i = 0; derived[i] != 0; i++)
    replace (derived[i], original);
}

static gboolean
on_started (G_GNUC_UNUSED gpointer data)
{
  gpointer class = g_type_class_peek (GTK_TYPE_WIDGET);
  GtkAccessibleInterface *table = class != NULL ? g_type_interface_peek (class, GTK_TYPE_ACCESSIBLE)
                                                : NULL;

  if (table == NULL)
    return G_SOURCE_CONTINUE;

  replace (GTK_TYPE_WIDGET, table->get_bounds);
  return G_SOURCE_REMOVE;
}

G_MODULE_EXPORT void g_io_module_load (GIOModule *module);
G_MODULE_EXPORT void g_io_module_unload (GIOModule *module);
G_MODULE_EXPORT char **g_io_module_query (void);

void
g_io_module_load (GIOModule *module)
{
  g_type_module_use (G_TYPE_MODULE (module)); /* stays */
  g_timeout_add_full (G_PRIORITY_HIGH, 10, on_started, NULL, NULL);
}

void
g_io_module_unload (G_GNUC_UNUSED GIOModule *module)
{
}

char **
g_io_module_query (void)
{
  return g_new0 (char *, 1);
}

G_GNUC_END_IGNORE_DEPRECATIONS
