/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables in the window: below the canvas, beside it or instead of it; in a narrow window
 * always instead of it. */
#include <glib/gi18n.h>

#include "kith-window-private.h"

static const KithEnumValue place_values[] = {
  { "below", N_ ("Below the canvas") },
  { "beside", N_ ("Beside the canvas") },
  { "instead", N_ ("Instead of the canvas") },
};
const KithEnum kith_table_places = { "table-place", G_N_ELEMENTS (place_values), place_values };

static void
set_state (KithWindow *self, const char *name, GVariant *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
}

/* The canvas gets the larger part at first; where somebody has put the edge, it stays. */
static void
divide (KithWindow *self)
{
  gboolean below = self->tables_place == KITH_TABLES_BELOW;
  GtkOrientation orientation = below ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;
  int size = below ? gtk_widget_get_height (GTK_WIDGET (self->split))
                   : gtk_widget_get_width (GTK_WIDGET (self->split));

  if (gtk_orientable_get_orientation (GTK_ORIENTABLE (self->split)) == orientation
      && self->tables_divided)
    return;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->split), orientation);
  self->tables_divided = size > 0;
  if (size > 0)
    gtk_paned_set_position (self->split, size * 55 / 100);
}

/* What the window's width and the state of the actions ask for. */
void
kith_window_update_tables (KithWindow *self)
{
  gboolean shown = self->tables_shown && self->document != NULL;
  gboolean instead = self->tables_place == KITH_TABLES_INSTEAD
                     || kith_narrow_bin_is_narrow (self->narrow_bin);

  set_state (self, "tables", g_variant_new_boolean (shown));
  set_state (self, "tables-place",
             g_variant_new_string (kith_enum_key (&kith_table_places, (int) self->tables_place)));
  if (shown && !instead)
    divide (self);
  if (shown)
    kith_table_pane_set_viewer (self->tables, self->viewer);
  gtk_widget_set_visible (GTK_WIDGET (self->tables), shown);
  gtk_widget_set_visible (GTK_WIDGET (self->canvas), !shown || !instead);
  if (!shown)
    kith_table_pane_set_viewer (self->tables, NULL);
}

void
kith_window_set_tables (KithWindow *self, gboolean shown)
{
  kith_window_flush (self);
  self->tables_shown = shown;
  kith_window_update_tables (self);
  kith_window_grab_map (self, shown);
}

void
kith_window_set_tables_place (KithWindow *self, KithTablesPlace place)
{
  kith_window_flush (self);
  self->tables_place = place;
  self->tables_shown = TRUE;
  kith_window_update_tables (self);
  kith_window_grab_map (self, TRUE);
}

void
kith_window_show_table (KithWindow *self, KithListing listing)
{
  kith_window_flush (self);
  kith_table_pane_set_listing (self->tables, listing);
  self->tables_shown = TRUE;
  kith_window_update_tables (self);
  kith_window_grab_map (self, TRUE);
}

/**
 * kith_window_grab_map:
 * @self: a window with a map
 * @tables: rather the tables than the canvas, where both are in sight
 *
 * Gives the keyboard to whichever shows the map.
 */
void
kith_window_grab_map (KithWindow *self, gboolean tables)
{
  gboolean has_canvas = gtk_widget_get_visible (GTK_WIDGET (self->canvas));

  if (self->tables_shown && (tables || !has_canvas))
    kith_table_pane_grab (self->tables);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

/* From the tables to the canvas, which comes back if they stand in its place. */
void
kith_window_leave_tables (KithWindow *self)
{
  KithId only = kith_viewer_get_only (self->viewer, NULL);

  kith_window_flush (self);
  if (!gtk_widget_get_visible (GTK_WIDGET (self->canvas)))
    {
      self->tables_shown = FALSE;
      kith_window_update_tables (self);
    }
  if (only != 0)
    kith_canvas_show (self->canvas, only);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

/**
 * kith_window_tables_act:
 * @self: a window with a map
 * @name: an action of the map
 *
 * Where the tables stand in place of the canvas they do what it would do; for what needs the canvas
 * it comes back.
 *
 * Returns: whether that was all
 */
gboolean
kith_window_tables_act (KithWindow *self, const char *name)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->canvas)))
    return FALSE;
  if (g_str_equal (name, "add"))
    {
      kith_table_pane_set_listing (self->tables, KITH_LISTING_STAKEHOLDERS);
      kith_table_pane_add (self->tables);
      return TRUE;
    }
  if (g_str_equal (name, "link"))
    {
      kith_table_pane_link (self->tables);
      return TRUE;
    }
  if (g_str_equal (name, "rename"))
    {
      kith_table_pane_edit (self->tables);
      return TRUE;
    }
  if (g_str_has_prefix (name, "add-") && !g_str_equal (name, "add-event"))
    kith_window_leave_tables (self);
  return FALSE;
}
