/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a window is found again: its size in the settings, its look at a map in the map's session,
 * and the desktop's colours. */
#include "kith-places.h"
#include "kith-recent.h"
#include "kith-session.h"
#include "kith-window-private.h"

void
kith_window_update_palette (KithWindow *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (style);

  if (self->viewer == NULL)
    return;

  if (adw_style_manager_get_high_contrast (style))
    kith_viewer_set_palette (self->viewer,
                             dark ? KITH_PALETTE_DARK_CONTRAST : KITH_PALETTE_LIGHT_CONTRAST);
  else
    kith_viewer_set_palette (self->viewer, dark ? KITH_PALETTE_DARK : KITH_PALETTE_LIGHT);
  if (self->stage != NULL)
    kith_stage_set_palette (self->stage, kith_viewer_get_view (self->viewer)->palette);
  if (self->workshop != NULL)
    kith_workshop_set_palette (self->workshop, kith_viewer_get_view (self->viewer)->palette);
}

void
kith_window_restore_size (KithWindow *self)
{
  GSettings *settings = kith_places_settings ();

  if (settings == NULL)
    return;

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  self->sidebar_when_wide = g_settings_get_boolean (settings, "sidebar-shown");
  adw_flap_set_reveal_flap (self->flap, self->sidebar_when_wide);
}

static gboolean
sidebar_wanted (KithWindow *self)
{
  if (kith_narrow_bin_is_narrow (self->narrow_bin))
    return self->sidebar_when_wide;

  return adw_flap_get_reveal_flap (self->flap);
}

void
kith_window_store_size (KithWindow *self)
{
  GSettings *settings = kith_places_settings ();
  int width, height;

  if (settings == NULL)
    return;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (settings, "maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (width >= 360 && height >= 294)
    {
      g_settings_set_int (settings, "window-width", width);
      g_settings_set_int (settings, "window-height", height);
    }
  if (self->viewer == NULL)
    return;

  g_settings_set_boolean (settings, "sidebar-shown", sidebar_wanted (self));
  g_settings_set_enum (settings, "legend-corner", kith_viewer_get_view (self->viewer)->legend);
}

static void
restore_tables (KithWindow *self, const KithSession *session)
{
  self->tables_shown = session->tables;
  self->tables_place = (KithTablesPlace) CLAMP (session->tables_place, KITH_TABLES_BELOW,
                                                KITH_TABLES_INSTEAD);
  self->sheet_shown = session->sheet && !session->tables;
  self->sheet_place = (KithTablesPlace) CLAMP (session->sheet_place, KITH_TABLES_BELOW,
                                               KITH_TABLES_INSTEAD);
  kith_trust_pane_set_look (self->trust_sheet, &session->look);
  kith_table_pane_set_listing (self->tables, (KithListing) session->table);
  for (int i = 0; i < KITH_N_LISTINGS; i++)
    kith_table_pane_set_columns (self->tables, (KithListing) i, session->columns[i]);
}

static void
store_tables (KithWindow *self, KithSession *session)
{
  session->tables = self->tables_shown;
  session->tables_place = (int) self->tables_place;
  session->sheet = self->sheet_shown;
  session->sheet_place = (int) self->sheet_place;
  session->look = *kith_trust_pane_get_look (self->trust_sheet);
  session->table = (int) kith_table_pane_get_listing (self->tables);
  for (int i = 0; i < KITH_N_LISTINGS; i++)
    session->columns[i] = kith_table_pane_dup_columns (self->tables, (KithListing) i);
}

static KithCorner
default_corner (void)
{
  GSettings *settings = kith_places_settings ();

  return settings != NULL ? (KithCorner) g_settings_get_enum (settings, "legend-corner")
                          : KITH_CORNER_TOP_LEFT;
}

static void
restore_filter (KithWindow *self, const KithSession *session)
{
  KithFilter *filter;

  if (session->filter == NULL)
    return;
  filter = kith_filter_from_text (kith_viewer_get_map (self->viewer), self->audience,
                                  session->filter, TRUE, NULL);
  kith_filter_set_focus (filter, (const KithId *) (gpointer) session->focus->data,
                         session->focus->len, session->steps);
  kith_filter_set_hides (filter, session->hides);
  kith_viewer_set_filter (self->viewer, filter);
}

static void
remember_filter (KithWindow *self, KithSession *session)
{
  const KithFilter *filter = kith_viewer_get_view (self->viewer)->filter;

  if (filter == NULL)
    return;
  session->filter = kith_filter_to_text (filter, kith_viewer_get_map (self->viewer));
  session->focus = g_array_copy ((GArray *) kith_filter_get_focus (filter));
  session->steps = kith_filter_get_steps (filter);
  session->hides = kith_filter_hides (filter);
}

void
kith_window_restore_session (KithWindow *self)
{
  const KithAbout *about = kith_map_about (kith_document_get_map (self->document));
  KithSession session = { .sidebar = self->sidebar_when_wide,
                          .legend = default_corner (),
                          .sheet_place = KITH_TABLES_INSTEAD,
                          .audience = self->audience };

  kith_session_load (about->key, &session);
  self->sidebar_when_wide = session.sidebar;
  kith_window_set_legend (self, session.legend);
  kith_window_set_audience (self, MAX (session.audience, self->audience));
  adw_flap_set_reveal_flap (self->flap,
                            session.sidebar && !kith_narrow_bin_is_narrow (self->narrow_bin));
  kith_viewer_set_ended (self->viewer, session.ended);
  restore_filter (self, &session);
  kith_window_set_lines (self, session.lines);
  kith_window_set_flags (self, session.flags);
  kith_viewer_set_lens (self->viewer, session.lens);
  kith_canvas_set_viewer (self->canvas, self->viewer);
  if (session.selection != NULL)
    kith_viewer_select (self->viewer, (const KithId *) session.selection->data,
                        session.selection->len, FALSE);
  restore_tables (self, &session);
  kith_window_set_time_bar (self, session.time_bar);
  if (session.has_camera)
    kith_canvas_set_camera (self->canvas, &session.camera, FALSE);
  else
    kith_canvas_fit (self->canvas, FALSE);
  kith_session_clear (&session);
}

/* Remembers the look, and the picture for the start page. */
void
kith_window_store_session (KithWindow *self)
{
  KithMap *map = kith_document_get_map (self->document);
  GFile *file = kith_document_get_file (self->document);
  KithSession session = { .has_camera = TRUE,
                          .selection = kith_viewer_dup_selection (self->viewer),
                          .sidebar = sidebar_wanted (self),
                          .legend = kith_viewer_get_view (self->viewer)->legend,
                          .lens = kith_viewer_get_view (self->viewer)->lens,
                          .audience = self->audience,
                          .ended = kith_viewer_get_view (self->viewer)->ended,
                          .lines = kith_viewer_get_view (self->viewer)->lines,
                          .flags = kith_viewer_get_view (self->viewer)->flags };

  remember_filter (self, &session);
  kith_canvas_get_camera (self->canvas, &session.camera);
  store_tables (self, &session);
  session.time_bar = self->time_shown;
  kith_session_save (kith_map_about (map)->key, &session);
  kith_session_clear (&session);
  if (file != NULL)
    {
      g_autofree char *name = kith_document_dup_name (self->document);

      kith_recent_note (file, name, self->audience);
      kith_recent_picture (file, map, self->audience);
    }
}
