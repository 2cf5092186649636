/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-new-map.h"

#include <glib/gi18n.h>

#include "kith-onlookers.h"
#include "kith-open.h"
#include "kith-sectors.h"
#include "kith-starter-map.h"

struct _KithNewMap
{
  AdwWindow parent_instance;

  /* template */
  AdwWindowTitle *title;
  GtkButton *back_button;
  GtkWidget *create_button;
  GtkWidget *empty_row;
  GtkStack *pages;
  AdwPreferencesGroup *starters;
  GtkLabel *starter_sentence;
  GtkListBox *starter_list;

  /* state */
  KithWindow *window; /* borrowed: it is what this dialog is transient for */
  GHashTable *ticked; /* set of const KithStarterItem * */
  const KithStarter *starter;
};

G_DEFINE_FINAL_TYPE (KithNewMap, kith_new_map, ADW_TYPE_WINDOW)

static void
go_to (KithNewMap *self, const char *page, const char *title)
{
  gboolean first = g_str_equal (page, "choose");

  gtk_stack_set_visible_child_name (self->pages, page);
  adw_window_title_set_title (self->title, title);
  gtk_button_set_label (self->back_button, first ? _ ("Cancel") : _ ("Back"));
  gtk_widget_set_visible (self->create_button, !first);
}

static void
finish (KithNewMap *self, KithMap *map, const char *problem)
{
  KithWindow *window = self->window;

  gtk_window_destroy (GTK_WINDOW (self));
  if (problem != NULL)
    kith_window_complain (window, problem);
  else
    kith_open_map (window, map);
}

static void
on_empty (KithNewMap *self)
{
  finish (self, NULL, NULL);
}

/* A starter list ------------------------------------------------------------------------------ */

static void
update_starter (KithNewMap *self)
{
  guint n = g_hash_table_size (self->ticked);
  g_autofree char *text = g_strdup_printf (ngettext ("%u stakeholder", "%u stakeholders", n), n);

  adw_window_title_set_subtitle (self->title, text);
  gtk_widget_set_sensitive (self->create_button, n > 0);
}

static void
on_ticked (GtkCheckButton *check, GParamSpec *pspec, gpointer data)
{
  KithNewMap *self = data;
  gpointer item = g_object_get_data (G_OBJECT (check), "item");

  if (gtk_check_button_get_active (check))
    g_hash_table_add (self->ticked, item);
  else
    g_hash_table_remove (self->ticked, item);
  update_starter (self);
}

static GtkWidget *
make_item_row (KithNewMap *self, const KithStarterItem *item)
{
  g_autoptr (KithMap) map = kith_map_new_empty ();
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  g_object_set (row, "use-markup", FALSE, "title", _ (item->name), "subtitle",
                kith_sector_name (map, item->sector), NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (item->name), -1);
  g_object_set_data (G_OBJECT (check), "item", (gpointer) item);
  g_signal_connect_object (check, "notify::active", G_CALLBACK (on_ticked), self, 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  return row;
}

static void
on_starter (GtkWidget *row, gpointer data)
{
  KithNewMap *self = data;
  GtkWidget *child;

  self->starter = g_object_get_data (G_OBJECT (row), "starter");
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->starter_list))) != NULL)
    gtk_list_box_remove (self->starter_list, child);
  g_hash_table_remove_all (self->ticked);
  for (guint i = 0; i < self->starter->n_items; i++)
    {
      g_hash_table_add (self->ticked, (gpointer) &self->starter->items[i]);
      gtk_list_box_append (self->starter_list, make_item_row (self, &self->starter->items[i]));
    }

  gtk_label_set_label (self->starter_sentence, _ (self->starter->sentence));
  go_to (self, "starter", _ (self->starter->title));
  update_starter (self);
}

static void
create_from_starter (KithNewMap *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KithMap) map = NULL;

  for (guint i = 0; i < self->starter->n_items; i++)
    if (g_hash_table_contains (self->ticked, &self->starter->items[i]))
      g_ptr_array_add (items, (gpointer) &self->starter->items[i]);

  map = kith_map_from_starter (items, &error);
  finish (self, map, error != NULL ? error->message : NULL);
}

/* A list that is typed in the new map itself. */
static void
on_paste (KithNewMap *self)
{
  KithWindow *window = self->window;

  gtk_window_destroy (GTK_WINDOW (self));
  window = kith_open_map (window, NULL);
  if (window != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (window), "quick-entry", NULL);
}

static void
on_back (KithNewMap *self)
{
  if (g_str_equal (gtk_stack_get_visible_child_name (self->pages), "choose"))
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  go_to (self, "choose", _ ("New Map"));
  adw_window_title_set_subtitle (self->title, "");
}

static gboolean
on_escape (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  on_back (KITH_NEW_MAP (widget));
  return TRUE;
}

static void
add_starters (KithNewMap *self)
{
  for (guint i = 0; i < kith_n_starters; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE, "accessible-role",
                                       GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name",
                                       "go-next-symbolic", NULL);

      g_object_set (row, "title", _ (kith_starters[i].title), "subtitle",
                    _ (kith_starters[i].sentence), "activatable", TRUE, NULL);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
      g_object_set_data (G_OBJECT (row), "starter", (gpointer) &kith_starters[i]);
      g_signal_connect_object (row, "activated", G_CALLBACK (on_starter), self, 0);
      adw_preferences_group_add (self->starters, row);
    }
}

static void
kith_new_map_finalize (GObject *object)
{
  g_hash_table_unref (KITH_NEW_MAP (object)->ticked);

  G_OBJECT_CLASS (kith_new_map_parent_class)->finalize (object);
}

static void
kith_new_map_class_init (KithNewMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kith_new_map_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-new-map.ui");
  gtk_widget_class_bind_template_child (widget_class, KithNewMap, title);
  gtk_widget_class_bind_template_child (widget_class, KithNewMap, back_button);
  gtk_widget_class_bind_template_child (widget_class, KithNewMap, create_button);
  gtk_widget_class_bind_template_child (widget_class, KithNewMap, empty_row);
  gtk_widget_class_bind_template_child (widget_class, KithNewMap, pages);
  gtk_widget_class_bind_template_child (widget_class, KithNewMap, starters);
  gtk_widget_class_bind_template_child (widget_class, KithNewMap, starter_sentence);
  gtk_widget_class_bind_template_child (widget_class, KithNewMap, starter_list);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, create_from_starter);
  gtk_widget_class_bind_template_callback (widget_class, on_empty);
  gtk_widget_class_bind_template_callback (widget_class, on_paste);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}

static void
kith_new_map_init (KithNewMap *self)
{
  self->ticked = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_starters (self);
  gtk_widget_grab_focus (self->empty_row);
}

/**
 * kith_new_map_open:
 * @window: the window in front; the new map is shown there if it has none
 */
void
kith_new_map_open (KithWindow *window)
{
  KithNewMap *self = g_object_new (KITH_TYPE_NEW_MAP, "transient-for", window, NULL);

  self->window = window;
  kith_onlookers_let_stay (GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (self));
}
