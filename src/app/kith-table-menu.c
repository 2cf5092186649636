/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table: the menu of a row, and what it does. */
#include <glib/gi18n-lib.h>

#include "kith-event-dialog.h"
#include "kith-popup.h"
#include "kith-table-view-private.h"
#include "kith-verbs.h"

/* Shows a row in the inspector; an event in its dialog. */
void
kith_table_open (KithTableView *self)
{
  guint row = 0;

  if (self->cursor == 0 || kith_table_view_record (self, self->cursor) == NULL)
    return;
  if (self->listing == KITH_LISTING_EVENTS)
    {
      kith_event_dialog_change (GTK_WIDGET (self), self->viewer, self->cursor);
      return;
    }
  if (kith_table_rows_find (self->rows, self->cursor, &row))
    kith_table_select_row (self, row);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open", NULL);
}

static void
edit (KithTableView *self)
{
  kith_table_view_begin_edit (self);
}

static void
link_to (KithTableView *self)
{
  kith_table_link_to (self, self->cursor);
}

static void
link_pair (KithTableView *self)
{
  g_autoptr (GArray) ids = kith_table_dup_rows (self);

  if (ids->len == 2)
    kith_table_link_pair (self, g_array_index (ids, KithId, 0), g_array_index (ids, KithId, 1));
}

static void
add_event (KithTableView *self)
{
  kith_event_dialog_add (GTK_WIDGET (self), self->viewer, kith_listing_kind (self->listing),
                         self->cursor);
}

/* The selected ones keep their places to one another. */
static void
place (KithTableView *self)
{
  g_autoptr (GArray) ids = kith_table_dup_rows (self);
  KithCamera camera;

  if (self->canvas == NULL)
    return;
  kith_canvas_get_camera (self->canvas, &camera);
  kith_canvas_place (self->canvas, ids, camera.x, camera.y);
}

static gboolean
all_are (KithTableView *self, GArray *ids, const KithField *field)
{
  gboolean all = ids->len > 0;

  for (guint i = 0; i < ids->len; i++)
    {
      gconstpointer record = kith_table_view_record (self, g_array_index (ids, KithId, i));

      all = all && record != NULL && *(gboolean *) kith_field_address (field, record);
    }
  return all;
}

/* A mark of all selected rows, set unless all have it. */
static void
toggle_all (KithTableView *self, const char *name)
{
  KithKind kind = kith_listing_kind (self->listing);
  const KithField *field = kith_kind_field (kind, name);
  g_autoptr (GArray) ids = kith_table_dup_rows (self);
  KithMap *whole = kith_viewer_get_whole_map (self->viewer);
  gboolean on = !all_are (self, ids, field);
  gboolean pin = g_str_equal (name, "pinned");
  KithEdit *change = kith_edit_new (pin ? (on ? _ ("Pin") : _ ("Unpin"))
                                        : (on ? _ ("Make private") : _ ("Make not private")));

  for (guint i = 0; i < ids->len; i++)
    {
      gconstpointer before = kith_map_get (whole, kind, g_array_index (ids, KithId, i));
      gpointer after = before != NULL ? kith_record_copy (before) : NULL;

      if (after == NULL)
        continue;
      *(gboolean *) kith_field_address (field, after) = on;
      if (kith_record_equal (before, after))
        kith_record_unref (after);
      else
        kith_edit_update (change, before, after);
    }
  kith_viewer_perform (self->viewer, change, NULL);
}

static void
pin (KithTableView *self)
{
  toggle_all (self, "pinned");
}

static void
make_private (KithTableView *self)
{
  toggle_all (self, "private");
}

static void
reverse (KithTableView *self)
{
  kith_viewer_perform (self->viewer,
                       kith_verb_reverse (kith_viewer_get_whole_map (self->viewer), self->cursor),
                       NULL);
}

/* The new space is selected, and its name is asked in the inspector. */
static void
group (KithTableView *self)
{
  g_autoptr (GArray) ids = kith_table_dup_rows (self);
  KithId space = 0;
  KithEdit *change = kith_verb_add_space (kith_viewer_get_whole_map (self->viewer),
                                          _ ("New shared space"),
                                          (const KithId *) (gpointer) ids->data, ids->len, &space);

  if (!kith_viewer_perform (self->viewer, change, NULL))
    return;
  kith_viewer_select_only (self->viewer, space);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open", NULL);
}

static void
show_on_canvas (KithTableView *self)
{
  if (self->canvas == NULL)
    return;
  if (self->listing != KITH_LISTING_EVENTS)
    kith_viewer_select_only (self->viewer, self->cursor);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tables-leave", NULL);
}

static void
sort_up (KithTableView *self)
{
  kith_table_view_sort (self, self->cursor_column, GTK_SORT_ASCENDING);
}

static void
sort_down (KithTableView *self)
{
  kith_table_view_sort (self, self->cursor_column, GTK_SORT_DESCENDING);
}

static void
hide_column (KithTableView *self)
{
  if (self->cursor_column != NULL)
    kith_table_view_show_column (self, self->cursor_column->key, FALSE);
}

static const struct
{
  const char *name;
  void (*act) (KithTableView *self);
} actions[] = {
  { "table.add-event", add_event },
  { "table.copy", kith_table_copy },
  { "table.delete", kith_table_view_delete },
  { "table.edit", edit },
  { "table.fill-down", kith_table_fill_down },
  { "table.group", group },
  { "table.hide-column", hide_column },
  { "table.link-pair", link_pair },
  { "table.link-to", link_to },
  { "table.open", kith_table_open },
  { "table.paste", kith_table_paste },
  { "table.pin", pin },
  { "table.place", place },
  { "table.private", make_private },
  { "table.reverse", reverse },
  { "table.show", show_on_canvas },
  { "table.sort-down", sort_down },
  { "table.sort-up", sort_up },
};

static void
on_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithTableView *self = KITH_TABLE_VIEW (widget);

  for (guint i = 0; i < G_N_ELEMENTS (actions) && self->viewer != NULL; i++)
    if (g_str_equal (actions[i].name, name))
      actions[i].act (self);
}

void
kith_table_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, on_action);
}

static void
append (GMenu *menu, const char *label, const char *action, const char *keys)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  if (keys != NULL)
    g_menu_item_set_attribute (item, "accel", "s", keys);
  g_menu_append_item (menu, item);
}

static void
append_of_stakeholders (KithTableView *self, GMenu *menu, GArray *ids)
{
  if (ids->len == 1)
    append (menu, _ ("Link to…"), "table.link-to", NULL);
  if (ids->len == 2)
    {
      append (menu, _ ("Link these two"), "table.link-pair", NULL);
      append (menu, _ ("Compare what drives them…"), "win.compare-drivers", NULL);
    }
  append (menu, _ ("Place in the middle of the canvas"), "table.place", NULL);
  append (menu,
          all_are (self, ids, kith_kind_field (KITH_STAKEHOLDER, "pinned")) ? _ ("Unpin")
                                                                            : _ ("Pin in place"),
          "table.pin", NULL);
  if (ids->len > 1)
    append (menu, _ ("Group into a shared space"), "table.group", NULL);
}

static void
append_of_rows (KithTableView *self, GMenu *menu, GArray *ids)
{
  const KithField *private = kith_kind_field (kith_listing_kind (self->listing), "private");

  append (menu, _ ("Edit the cell"), "table.edit", "F2");
  append (menu,
          self->listing == KITH_LISTING_EVENTS ? _ ("Open the event") : _ ("Show in the sidebar"),
          "table.open", "<Alt>Return");
  append (menu, _ ("Show on the canvas"), "table.show", NULL);
  if (self->listing == KITH_LISTING_STAKEHOLDERS)
    append_of_stakeholders (self, menu, ids);
  if (self->listing == KITH_LISTING_LINKS && ids->len == 1)
    append (menu, _ ("Swap the ends"), "table.reverse", NULL);
  if (self->listing != KITH_LISTING_EVENTS && ids->len == 1)
    append (menu, _ ("Add an event…"), "table.add-event", NULL);
  if (self->audience == KITH_TEAM)
    append (menu, all_are (self, ids, private) ? _ ("Not private") : _ ("Private"), "table.private",
            NULL);
}

static GMenu *
make_menu (KithTableView *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) several = g_menu_new ();
  g_autoptr (GMenu) column = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();
  g_autoptr (GArray) ids = kith_table_dup_rows (self);

  append_of_rows (self, menu, ids);
  append (several, _ ("Copy the rows"), "table.copy", "<Control>c");
  append (several, _ ("Paste from this cell down"), "table.paste", "<Control>v");
  append (several, _ ("Fill down"), "table.fill-down", "<Control>d");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (several));
  append (column, _ ("Sort upwards"), "table.sort-up", NULL);
  append (column, _ ("Sort downwards"), "table.sort-down", NULL);
  append (column, _ ("Hide"), "table.hide-column", NULL);
  g_menu_append_submenu (several, _ ("This column"), G_MENU_MODEL (column));
  append (last, _ ("Delete"), "table.delete", "<Control>Delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
  return menu;
}

static void
select_cursor (KithTableView *self)
{
  guint row = 0;

  if (kith_table_rows_find (self->rows, self->cursor, &row)
      && !gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->rows), row))
    kith_table_select_row (self, row);
}

/**
 * kith_table_popup_menu:
 * @self: a table with a cell that has the keyboard
 * @at: (nullable): where it was asked for; NULL: at the cell
 */
void
kith_table_popup_menu (KithTableView *self, const graphene_point_t *at)
{
  g_autoptr (GMenu) menu = NULL;

  if (self->cursor == 0)
    return;
  select_cursor (self);
  menu = make_menu (self);
  if (self->menu == NULL)
    {
      self->menu = kith_popup_new (GTK_WIDGET (self), _ ("Row menu"));
      g_signal_connect_object (self->menu, "closed", G_CALLBACK (kith_table_regain), self,
                               G_CONNECT_SWAPPED);
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), G_MENU_MODEL (menu));
  if (at != NULL)
    gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                                 &(GdkRectangle){ (int) at->x, (int) at->y, 1, 1 });
  else
    kith_table_place_over (self, self->menu);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}
