/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-table-pane.h"

#include <glib/gi18n-lib.h>

#include "kith-binder.h"
#include "kith-narrow-bin.h"
#include "kith-status.h"
#include "kith-table-view.h"

struct _KithTablePane
{
  GtkWidget parent_instance;

  /* template */
  KithNarrowBin *bin;
  GtkBox *head;
  GtkStackSwitcher *switcher;
  GtkWidget *search;
  GtkWidget *add_button;
  GtkMenuButton *menu_button;
  GtkStack *stack;
  GtkLabel *count;

  /* owned */
  KithViewer *viewer;
  char *rows;                  /* how many there are, as it was announced last */
  GSimpleActionGroup *columns; /* a switch for each of the table in front */

  /* children of the stack */
  KithTableView *tables[KITH_N_LISTINGS];
  gboolean filled[KITH_N_LISTINGS];
  gboolean unfiltered; /* they show more than the filter lets through */
};

G_DEFINE_FINAL_TYPE (KithTablePane, kith_table_pane, GTK_TYPE_WIDGET)

enum
{
  LEAVE,
  LISTING_CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static const char *const add_words[KITH_N_LISTINGS] = {
  N_ ("Add a stakeholder"),
  N_ ("Add a link"),
  N_ ("Add an event"),
  N_ ("Add a shared space"),
};

static KithTableView *
in_front (KithTablePane *self)
{
  return self->tables[kith_table_pane_get_listing (self)];
}

/* "3 of 40 stakeholders" is said by the numbers and the tab above. */
static void
show_count (KithTablePane *self)
{
  guint shown = 0, all = 0, selected = 0;
  g_autofree char *rows = NULL;
  g_autofree char *whole = NULL;

  if (self->viewer == NULL)
    return;
  kith_table_view_count (in_front (self), &shown, &all, &selected);
  rows = shown == all
             ? g_strdup_printf (ngettext ("%u row", "%u rows", all), all)
             : g_strdup_printf (ngettext ("%u of %u row", "%u of %u rows", all), shown, all);
  whole = selected == 0
              ? g_strdup (rows)
              /* Translators: "40 rows" and how many of them are selected */
              : g_strdup_printf (ngettext ("%s · %u selected", "%s · %u selected", selected), rows,
                                 selected);
  gtk_label_set_text (self->count, whole);
  if (g_strcmp0 (rows, self->rows) == 0)
    return; /* walking from row to row is not worth a word */
  g_free (self->rows);
  self->rows = g_steal_pointer (&rows);
  kith_status_announce (GTK_WIDGET (self->count), self->rows);
}

static void
on_column_state (GSimpleAction *action, GVariant *value, KithTablePane *self)
{
  kith_table_view_show_column (in_front (self), g_action_get_name (G_ACTION (action)),
                               g_variant_get_boolean (value));
}

static void
add_column_switch (KithTablePane *self, GMenu *menu, const KithListColumn *column, gboolean first)
{
  gboolean shown = first || kith_table_view_shows_column (in_front (self), column->key);
  g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (column->key, NULL,
                                                                   g_variant_new_boolean (shown));
  g_autofree char *name = g_strconcat ("columns.", column->key, NULL);

  g_simple_action_set_enabled (action, !first);
  g_signal_connect (action, "change-state", G_CALLBACK (on_column_state), self);
  g_action_map_add_action (G_ACTION_MAP (self->columns), G_ACTION (action));
  g_menu_append (menu, column->title, name);
}

static void
append_places (GMenu *menu)
{
  g_autoptr (GMenu) places = g_menu_new ();

  g_menu_append (places, _ ("Below the canvas"), "win.tables-place::below");
  g_menu_append (places, _ ("Beside the canvas"), "win.tables-place::beside");
  g_menu_append (places, _ ("Instead of the canvas"), "win.tables-place::instead");
  g_menu_append_section (menu, _ ("Tables stand"), G_MENU_MODEL (places));
}

static void
on_filtered_state (GSimpleAction *action, GVariant *value, KithTablePane *self)
{
  g_simple_action_set_state (action, value);
  self->unfiltered = !g_variant_get_boolean (value);
  for (int i = 0; i < KITH_N_LISTINGS; i++)
    kith_table_view_set_filtered (self->tables[i], !self->unfiltered);
}

static void
append_filter (KithTablePane *self, GMenu *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GSimpleAction) action =
      g_simple_action_new_stateful ("only-filtered", NULL,
                                    g_variant_new_boolean (!self->unfiltered));

  g_signal_connect (action, "change-state", G_CALLBACK (on_filtered_state), self);
  g_action_map_add_action (G_ACTION_MAP (self->columns), G_ACTION (action));
  g_menu_append (section, _ ("Only What the Filter Lets Through"), "columns.only-filtered");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

/* Which columns there are depends on the table and on the audience. */
static void
make_menu (KithTablePane *self)
{
  GPtrArray *columns = kith_table_view_get_columns (in_front (self));
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  g_clear_object (&self->columns);
  self->columns = g_simple_action_group_new ();
  for (guint i = 0; columns != NULL && i < columns->len; i++)
    add_column_switch (self, section, columns->pdata[i], i == 0);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns", G_ACTION_GROUP (self->columns));
  append_places (menu);
  append_filter (self, menu);
  g_menu_append_submenu (menu, _ ("Columns"), G_MENU_MODEL (section));
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (menu));
}

static void
on_columns_changed (KithTablePane *self, KithTableView *table)
{
  if (table == in_front (self) && self->viewer != NULL)
    make_menu (self);
}

static void
on_rows_changed (KithTablePane *self, KithTableView *table)
{
  if (table == in_front (self))
    show_count (self);
}

static void
on_leave (KithTablePane *self)
{
  g_signal_emit (self, signals[LEAVE], 0);
}

static void
search_words (KithTablePane *self)
{
  g_autofree char *words = g_strstrip (
      g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));

  kith_table_view_set_words (in_front (self), words);
}

static void
fill (KithTablePane *self)
{
  KithListing listing = kith_table_pane_get_listing (self);

  if (self->viewer == NULL || self->filled[listing])
    return;
  self->filled[listing] = TRUE;
  kith_table_view_set_viewer (self->tables[listing], self->viewer);
}

static void
on_listing (KithTablePane *self)
{
  KithListing listing = kith_table_pane_get_listing (self);
  const char *words = _ (add_words[listing]);

  gtk_widget_set_tooltip_text (self->add_button, words);
  kith_widget_set_name (self->add_button, words);
  fill (self);
  if (self->viewer == NULL)
    return;
  search_words (self);
  make_menu (self);
  show_count (self);
  g_signal_emit (self, signals[LISTING_CHANGED], 0);
}

static void
on_add (KithTablePane *self)
{
  kith_table_pane_add (self);
}

static void
on_stop_search (KithTablePane *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  kith_table_pane_grab (self);
}

static void
on_narrow (KithTablePane *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->head), kith_narrow_bin_is_narrow (self->bin)
                                                                   ? GTK_ORIENTATION_VERTICAL
                                                                   : GTK_ORIENTATION_HORIZONTAL);
}

static void
kith_table_pane_dispose (GObject *object)
{
  KithTablePane *self = KITH_TABLE_PANE (object);

  kith_table_pane_set_viewer (self, NULL);
  g_clear_object (&self->columns);
  g_clear_pointer (&self->rows, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), KITH_TYPE_TABLE_PANE);
  G_OBJECT_CLASS (kith_table_pane_parent_class)->dispose (object);
}

static guint
new_signal (const char *name)
{
  return g_signal_new (name, KITH_TYPE_TABLE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
kith_table_pane_class_init (KithTablePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (KITH_TYPE_NARROW_BIN);
  G_OBJECT_CLASS (klass)->dispose = kith_table_pane_dispose;
  signals[LEAVE] = new_signal ("leave");
  signals[LISTING_CHANGED] = new_signal ("listing-changed");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-table-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, KithTablePane, bin);
  gtk_widget_class_bind_template_child (widget_class, KithTablePane, head);
  gtk_widget_class_bind_template_child (widget_class, KithTablePane, switcher);
  gtk_widget_class_bind_template_child (widget_class, KithTablePane, search);
  gtk_widget_class_bind_template_child (widget_class, KithTablePane, add_button);
  gtk_widget_class_bind_template_child (widget_class, KithTablePane, menu_button);
  gtk_widget_class_bind_template_child (widget_class, KithTablePane, stack);
  gtk_widget_class_bind_template_child (widget_class, KithTablePane, count);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_listing);
  gtk_widget_class_bind_template_callback (widget_class, search_words);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow);
}

static void
add_table (KithTablePane *self, KithListing listing)
{
  GtkWidget *table = kith_table_view_new (listing);

  self->tables[listing] = KITH_TABLE_VIEW (table);
  kith_table_view_set_filtered (self->tables[listing], TRUE);
  gtk_stack_add_titled (self->stack, table, kith_enum_key (&kith_listings, (int) listing),
                        kith_enum_label (&kith_listings, (int) listing));
  g_signal_connect_object (table, "rows-changed", G_CALLBACK (on_rows_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "columns-changed", G_CALLBACK (on_columns_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "leave", G_CALLBACK (on_leave), self, G_CONNECT_SWAPPED);
}

static void
kith_table_pane_init (KithTablePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int listing = 0; listing < KITH_N_LISTINGS; listing++)
    add_table (self, (KithListing) listing);
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (on_listing), self,
                           G_CONNECT_SWAPPED);
  on_listing (self);
}

void
kith_table_pane_set_viewer (KithTablePane *self, KithViewer *viewer)
{
  if (self->viewer == viewer)
    return;
  for (int i = 0; i < KITH_N_LISTINGS; i++)
    if (self->filled[i])
      {
        kith_table_view_set_viewer (self->tables[i], NULL);
        self->filled[i] = FALSE;
      }
  g_set_object (&self->viewer, viewer);
  if (viewer != NULL)
    on_listing (self);
}

void
kith_table_pane_set_canvas (KithTablePane *self, KithCanvas *canvas)
{
  for (int i = 0; i < KITH_N_LISTINGS; i++)
    kith_table_view_set_canvas (self->tables[i], canvas);
}

KithListing
kith_table_pane_get_listing (KithTablePane *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);
  int listing = 0;

  if (name != NULL)
    kith_enum_from_key (&kith_listings, name, &listing);
  return (KithListing) listing;
}

void
kith_table_pane_set_listing (KithTablePane *self, KithListing listing)
{
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->tables[listing]));
}

char *
kith_table_pane_dup_columns (KithTablePane *self, KithListing listing)
{
  return kith_table_view_dup_shown (self->tables[listing]);
}

void
kith_table_pane_set_columns (KithTablePane *self, KithListing listing, const char *keys)
{
  kith_table_view_set_shown (self->tables[listing], keys);
}

void
kith_table_pane_flush (KithTablePane *self)
{
  if (self->viewer != NULL)
    kith_table_view_flush (in_front (self));
}

void
kith_table_pane_forget (KithTablePane *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  if (self->viewer != NULL)
    search_words (self);
}

void
kith_table_pane_grab (KithTablePane *self)
{
  if (self->viewer != NULL)
    kith_table_view_grab (in_front (self), kith_viewer_get_only (self->viewer, NULL));
}

void
kith_table_pane_search (KithTablePane *self)
{
  gtk_widget_grab_focus (self->search);
}

void
kith_table_pane_add (KithTablePane *self)
{
  kith_table_view_begin_add (in_front (self));
}

void
kith_table_pane_link (KithTablePane *self)
{
  kith_table_view_begin_link (in_front (self));
}

void
kith_table_pane_edit (KithTablePane *self)
{
  kith_table_view_begin_edit (in_front (self));
}

gboolean
kith_table_pane_is_typing (KithTablePane *self)
{
  return kith_table_view_is_typing (in_front (self));
}
