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

/* Either stands beside the canvas, or in its place. */
static KithTablesPlace
place_of (KithWindow *self)
{
  return self->sheet_shown ? self->sheet_place : self->tables_place;
}

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
  gboolean below = place_of (self) == KITH_TABLES_BELOW;
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
  gboolean tables = self->tables_shown && self->document != NULL;
  gboolean sheet = self->sheet_shown && self->document != NULL;
  gboolean shown = tables || sheet;
  gboolean instead = place_of (self) == KITH_TABLES_INSTEAD
                     || kith_narrow_bin_is_narrow (self->narrow_bin);

  set_state (self, "tables", g_variant_new_boolean (tables));
  set_state (self, "tables-place",
             g_variant_new_string (kith_enum_key (&kith_table_places, (int) self->tables_place)));
  set_state (self, "trust-sheet", g_variant_new_boolean (sheet));
  set_state (self, "trust-sheet-place",
             g_variant_new_string (kith_enum_key (&kith_table_places, (int) self->sheet_place)));
  if (shown && !instead)
    divide (self);
  if (tables)
    kith_table_pane_set_viewer (self->tables, self->viewer);
  kith_trust_pane_set_viewer (self->trust_sheet, sheet ? self->viewer : NULL);
  kith_trust_pane_set_low (self->trust_sheet, self->sheet_place == KITH_TABLES_BELOW);
  gtk_widget_set_visible (GTK_WIDGET (self->tables), tables);
  gtk_widget_set_visible (GTK_WIDGET (self->trust_sheet), sheet);
  gtk_widget_set_visible (self->beside, shown);
  gtk_widget_set_visible (GTK_WIDGET (self->canvas), !shown || !instead);
  if (!tables)
    kith_table_pane_set_viewer (self->tables, NULL);
}

void
kith_window_set_tables (KithWindow *self, gboolean shown)
{
  kith_window_flush (self);
  self->tables_shown = shown;
  self->sheet_shown = self->sheet_shown && !shown;
  kith_window_update_tables (self);
  kith_window_grab_map (self, shown);
}

void
kith_window_set_tables_place (KithWindow *self, KithTablesPlace place)
{
  kith_window_flush (self);
  self->tables_place = place;
  self->tables_shown = TRUE;
  self->sheet_shown = FALSE;
  kith_window_update_tables (self);
  kith_window_grab_map (self, TRUE);
}

void
kith_window_show_table (KithWindow *self, KithListing listing)
{
  kith_window_flush (self);
  kith_table_pane_set_listing (self->tables, listing);
  self->tables_shown = TRUE;
  self->sheet_shown = FALSE;
  kith_window_update_tables (self);
  kith_window_grab_map (self, TRUE);
}

/**
 * kith_window_grab_map:
 * @self: a window with a map
 * @tables: rather the tables or the sheet than the canvas, where both are in sight
 *
 * Gives the keyboard to whichever shows the map.
 */
void
kith_window_grab_map (KithWindow *self, gboolean tables)
{
  gboolean has_canvas = gtk_widget_get_visible (GTK_WIDGET (self->canvas));

  if (self->sheet_shown && (tables || !has_canvas))
    kith_trust_pane_grab (self->trust_sheet);
  else if (self->tables_shown && (tables || !has_canvas))
    kith_table_pane_grab (self->tables);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

/* From the tables or the sheet to the canvas, which comes back if they stand in its place. */
void
kith_window_leave_tables (KithWindow *self)
{
  KithId only = kith_viewer_get_only (self->viewer, NULL);

  kith_window_flush (self);
  if (!gtk_widget_get_visible (GTK_WIDGET (self->canvas)))
    {
      self->tables_shown = self->sheet_shown = FALSE;
      kith_window_update_tables (self);
    }
  if (only != 0)
    kith_canvas_show (self->canvas, only);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

/* What a sheet in its place has no room for. */
static gboolean
needs_canvas (const char *name)
{
  static const char *const names[] = { "link", "rename", "arrange", "draw-frame", "reconnect" };

  if (g_str_has_prefix (name, "add") || g_str_has_prefix (name, "zoom-"))
    return !g_str_equal (name, "add-event");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i]))
      return TRUE;
  return FALSE;
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
  if (self->sheet_shown)
    {
      if (needs_canvas (name))
        kith_window_leave_tables (self);
      return FALSE;
    }
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
