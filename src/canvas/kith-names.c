/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-names.h"

#include <glib/gi18n-lib.h>

#define ROW_ACTION "row.activate"

static gboolean
is_named (GtkWidget *widget)
{
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
         || gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                              GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static void
give (GtkWidget *widget, const char *name)
{
  if (name != NULL && *name != '\0' && !is_named (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
}

/* The text of a property, where the widget has one by that name: rows and groups of libadwaita, of
 * which this room knows nothing, and items of menus, which GTK keeps to itself. */
static char *
text_of (GtkWidget *widget, const char *property)
{
  GParamSpec *spec = g_object_class_find_property (G_OBJECT_GET_CLASS (widget), property);
  char *text = NULL;

  if (spec != NULL && spec->value_type == G_TYPE_STRING && (spec->flags & G_PARAM_READABLE) != 0)
    g_object_get (widget, property, &text, NULL);
  return text;
}

static const char *
icon_of (GtkWidget *button)
{
  GtkWidget *child = gtk_button_get_child (GTK_BUTTON (button));

  if (GTK_IS_IMAGE (child))
    return gtk_image_get_icon_name (GTK_IMAGE (child));
  return gtk_button_get_icon_name (GTK_BUTTON (button));
}

static void
name_button (GtkWidget *button)
{
  const char *icon = icon_of (button);

  if (icon == NULL)
    return;
  if (gtk_widget_get_tooltip_text (button) != NULL)
    give (button, gtk_widget_get_tooltip_text (button));
  else if (g_str_equal (icon, "window-close-symbolic"))
    give (button, _ ("Close"));
  else if (g_str_equal (icon, "go-previous-symbolic"))
    give (button, _ ("Back"));
}

static gboolean
is_a (GtkWidget *widget, const char *type)
{
  GType found = g_type_from_name (type);

  return found != 0 && g_type_is_a (G_OBJECT_TYPE (widget), found);
}

/* Rows of libadwaita are in lists that are named by the title of their group, which may be empty. */
static void
name_list (GtkWidget *list, const char *title)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (list);

  if (title == NULL || *title == '\0'
      || gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL))
    return;
  gtk_accessible_reset_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

/* GTK 4.18 labels items of menus by a label that is there for the eye only, which leaves them without a
 * name. */
static void
name_menu_item (GtkWidget *item)
{
  g_autofree char *text = text_of (item, "text");

  if (text == NULL || *text == '\0')
    return;
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  give (item, text);
}

/* Rows of libadwaita are mostly labelled by their title. */
static void
offer_row (GtkWidget *row, const char *title)
{
  gtk_widget_action_set_enabled (row, ROW_ACTION,
                                 gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));
  if (is_a (row, "AdwPreferencesRow"))
    give (row, title);
}

static void
on_activate_row (GtkWidget *row, const char *name, GVariant *parameter)
{
  gtk_widget_activate (row);
}

/* Its rows come to the screen reader without any action. */
static void
give_rows_an_action (void)
{
  gpointer rows = g_type_class_ref (GTK_TYPE_LIST_BOX_ROW);

  gtk_widget_class_install_action (rows, ROW_ACTION, NULL, on_activate_row);
  g_type_class_unref (rows);
}

static void
name_one (GtkWidget *widget, const char *title)
{
  if (GTK_IS_LIST_BOX (widget) || GTK_IS_LIST_VIEW (widget) || GTK_IS_FLOW_BOX (widget))
    name_list (widget, title);
  else if (GTK_IS_LIST_BOX_ROW (widget))
    offer_row (widget, title);
  else if (is_a (widget, "GtkModelButton"))
    name_menu_item (widget);
  else if (GTK_IS_EXPANDER (widget))
    {
      GtkWidget *label = gtk_expander_get_label_widget (GTK_EXPANDER (widget));

      give (widget, GTK_IS_LABEL (label) ? gtk_label_get_text (GTK_LABEL (label)) : title);
    }
  else if (GTK_IS_BUTTON (widget))
    name_button (widget);
  else if (GTK_IS_SEARCH_ENTRY (widget))
    give (widget, _ ("Search"));
}

/**
 * kith_names_give:
 * @root: a window, a page or another widget
 * @title: (nullable): what lists are called that are in no group
 *
 * Names whatever in it has no name yet. Cost: linear in the widgets.
 */
void
kith_names_give (GtkWidget *root, const char *title)
{
  g_autofree char *own = NULL;

  if (is_a (root, "AdwPreferencesGroup") || is_a (root, "AdwPreferencesRow"))
    own = text_of (root, "title");
  if (own != NULL && *own != '\0')
    title = own;
  name_one (root, title);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    kith_names_give (child, title);
}

static void
on_window_mapped (GtkWidget *window)
{
  kith_names_give (window, gtk_window_get_title (GTK_WINDOW (window)));
}

static void
on_windows_changed (GListModel *windows, guint at, guint removed, guint added)
{
  for (guint i = at; i < at + added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      g_signal_connect (window, "map", G_CALLBACK (on_window_mapped), NULL);
    }
}

/* What is in a popover may come and go with each opening, menus that GTK makes by itself included. */
static gboolean
on_any_mapped (GSignalInvocationHint *hint, guint n, const GValue *values, gpointer data)
{
  GObject *widget = g_value_get_object (&values[0]);

  if (GTK_IS_POPOVER (widget))
    kith_names_give (GTK_WIDGET (widget), NULL);
  return TRUE;
}

void
kith_names_watch_windows (void)
{
  give_rows_an_action ();
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, on_any_mapped, NULL,
                              NULL);
  g_signal_connect (gtk_window_get_toplevels (), "items-changed", G_CALLBACK (on_windows_changed),
                    NULL);
}
