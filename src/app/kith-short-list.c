/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-short-list.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "kith-binder.h"
#include "kith-chart-view.h"
#include "kith-record-list.h"

#define N_AT_FIRST 5
#define LONG_NAME 30 /* characters that always fit */

struct _KithShortList
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget *box;
  GtkLabel *nothing;
  GtkListBox *list;
  GtkToggleButton *all;

  /* State */
  KithViewer *viewer; /* owned; of a list of links, else NULL */
  GPtrArray *items;   /* of KithShortItem; owned */
  char *remove;       /* owned */
};

G_DEFINE_FINAL_TYPE (KithShortList, kith_short_list, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
item_free (gpointer data)
{
  KithShortItem *item = data;

  g_free (item->title);
  g_free (item->subtitle);
  g_free (item->tooltip);
  g_free (item);
}

static gboolean
same_items (GPtrArray *a, GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const KithShortItem *x = a->pdata[i];
      const KithShortItem *y = b->pdata[i];

      if (x->id != y->id || g_strcmp0 (x->title, y->title) != 0
          || g_strcmp0 (x->subtitle, y->subtitle) != 0 || g_strcmp0 (x->tooltip, y->tooltip) != 0)
        return FALSE;
    }
  return TRUE;
}

static KithId
id_of (GtkWidget *row)
{
  KithId *id = g_object_get_data (G_OBJECT (row), "kith-id");

  return *id;
}

static void
on_activated (AdwActionRow *row, KithShortList *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0, id_of (GTK_WIDGET (row)));
}

static void
on_removed (GtkButton *button, KithShortList *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), ADW_TYPE_ACTION_ROW);

  g_signal_emit (self, signals[REMOVED], 0, id_of (row));
}

static void
add_remove_button (KithShortList *self, GtkWidget *row, const KithShortItem *item)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *name = g_strdup_printf ("%s: %s", self->remove, item->title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  kith_widget_set_tip (button, self->remove);
  kith_widget_set_name (button, name);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_removed), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

/* The map differs, though the words of its rows may not. */
static void
refresh_spark (GtkWidget *row)
{
  KithChartView *spark = g_object_get_data (G_OBJECT (row), "kith-spark");

  if (spark != NULL)
    gtk_widget_set_visible (GTK_WIDGET (spark),
                            kith_chart_view_refresh (spark) && kith_chart_view_is_rated (spark));
}

static void
add_spark (KithShortList *self, GtkWidget *row, KithId link)
{
  GtkWidget *spark = kith_chart_view_new ();

  kith_chart_view_set_spark (KITH_CHART_VIEW (spark));
  kith_chart_view_show (KITH_CHART_VIEW (spark), self->viewer, link);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spark);
  g_object_set_data (G_OBJECT (row), "kith-spark", spark);
  refresh_spark (row);
}

static void
refresh_sparks (KithShortList *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    refresh_spark (row);
}

static GtkWidget *
make_row (KithShortList *self, const KithShortItem *item)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = item->subtitle != NULL
                              ? g_strdup_printf ("%s, %s", item->title, item->subtitle)
                              : g_strdup (item->title);

  g_object_set (row, "use-markup", FALSE, "activatable", TRUE, "title-lines", 2, "subtitle-lines",
                4, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), item->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), item->subtitle);
  if (item->tooltip != NULL || g_utf8_strlen (item->title, -1) > LONG_NAME)
    kith_widget_set_tip (row, item->tooltip != NULL ? item->tooltip : item->title);
  kith_widget_set_name (row, name);
  g_object_set_data_full (G_OBJECT (row), "kith-id", g_memdup2 (&item->id, sizeof item->id),
                          g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_activated), self, 0);
  if (self->viewer != NULL)
    add_spark (self, row, item->id);
  if (self->remove != NULL)
    add_remove_button (self, row, item);
  return row;
}

static void
fill (KithShortList *self)
{
  guint n = self->items->len;
  guint most = gtk_toggle_button_get_active (self->all) ? n : MIN (n, N_AT_FIRST);
  g_autofree char *label = g_strdup_printf (ngettext ("Show %u", "Show all %u", n), n);

  kith_list_box_clear (self->list);
  for (guint i = 0; i < most; i++)
    gtk_list_box_append (self->list, make_row (self, self->items->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->all), n > N_AT_FIRST);
  kith_button_set_words (GTK_BUTTON (self->all), label);
}

static void
on_all_toggled (KithShortList *self)
{
  if (self->items != NULL)
    fill (self);
}

static void
kith_short_list_dispose (GObject *object)
{
  KithShortList *self = KITH_SHORT_LIST (object);

  if (self->viewer != NULL)
    g_signal_handlers_disconnect_by_data (self->viewer, self);
  g_clear_object (&self->viewer);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->remove, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), KITH_TYPE_SHORT_LIST);
  G_OBJECT_CLASS (kith_short_list_parent_class)->dispose (object);
}

static guint
new_signal (const char *name)
{
  return g_signal_new (name, KITH_TYPE_SHORT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
kith_short_list_class_init (KithShortListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_short_list_dispose;
  signals[ACTIVATED] = new_signal ("activated");
  signals[REMOVED] = new_signal ("removed");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-short-list.ui");
  gtk_widget_class_bind_template_child (widget_class, KithShortList, box);
  gtk_widget_class_bind_template_child (widget_class, KithShortList, nothing);
  gtk_widget_class_bind_template_child (widget_class, KithShortList, list);
  gtk_widget_class_bind_template_child (widget_class, KithShortList, all);
  gtk_widget_class_bind_template_callback (widget_class, on_all_toggled);
}

static void
kith_short_list_init (KithShortList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kith_short_items_new:
 *
 * Returns: (transfer full) (element-type KithShortItem): no items yet
 */
GPtrArray *
kith_short_items_new (void)
{
  return g_ptr_array_new_with_free_func (item_free);
}

/**
 * kith_short_items_add:
 * @items: items for a list
 * @id: what the row stands for
 * @title: (transfer full): its first line
 * @subtitle: (transfer full) (nullable): its second
 * @tooltip: (transfer full) (nullable): what pointing at it says, if not the title
 */
void
kith_short_items_add (GPtrArray *items, KithId id, char *title, char *subtitle, char *tooltip)
{
  KithShortItem *item = g_new0 (KithShortItem, 1);

  item->id = id;
  item->title = title;
  item->subtitle = subtitle;
  item->tooltip = tooltip;
  g_ptr_array_add (items, item);
}

/**
 * kith_short_list_show:
 * @self: a short list
 * @items: (transfer full) (element-type KithShortItem): its rows, in order
 * @nothing: (nullable): what is said where there are none; NULL: the list vanishes
 * @remove: (nullable): what the remove button of each row is called; NULL: there is none
 */
void
kith_short_list_show (KithShortList *self,
                      GPtrArray *items,
                      const char *nothing,
                      const char *remove)
{
  gtk_label_set_text (self->nothing, nothing != NULL ? nothing : "");
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), items->len == 0 && nothing != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), items->len > 0 || nothing != NULL);
  if (same_items (self->items, items))
    {
      g_ptr_array_unref (items);
      refresh_sparks (self);
      return;
    }
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = items;
  g_free (self->remove);
  self->remove = g_strdup (remove);
  fill (self);
}

/**
 * kith_short_list_set_links:
 * @self: a short list
 * @viewer: whose links its rows stand for
 */
void
kith_short_list_set_links (KithShortList *self, KithViewer *viewer)
{
  if (viewer == self->viewer)
    return;
  if (self->viewer != NULL)
    g_signal_handlers_disconnect_by_data (self->viewer, self);
  g_set_object (&self->viewer, viewer);
  /* a lens chooses what the lines are of */
  g_signal_connect_swapped (viewer, "view-changed", G_CALLBACK (refresh_sparks), self);
}
