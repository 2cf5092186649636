/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actions of a window, each a call to the room that knows how. */
#include <glib/gi18n.h>

#include "kith-export-dialog.h"
#include "kith-import-dialog.h"
#include "kith-quick-dialog.h"
#include "kith-verbs.h"
#include "kith-versions-dialog.h"
#include "kith-window-private.h"

/* Actions that make sense with a map only. */
static const char *const map_actions[] = {
  "save",          "save-as",
  "export",        "import",
  "print",         "copy-picture",
  "keep-version",  "versions",
  "revert",        "sidebar",
  "legend",        "add",
  "link",          "add-event",
  "rename",        "delete",
  "select-all",    "arrange",
  "zoom-fit",      "zoom-100",
  "zoom-in",       "zoom-out",
  "overwrite",     "keep-both",
  "find",          "quick-entry",
  "tables",        "table",
  "tables-place",  "tables-leave",
  "tables-search", "each-sees",
  "export-sides",  "lines",
  "signs-on-map",  "plan-on-map",
  "arrange-as",    "remove-arrangement",
  "tidy",          "live-arrange",
};

static const char *const note_actions[] = {
  "add-text",     "add-frame",      "draw-frame", "frames-alone",
  "add-backdrop", "choose-picture", "size-by",
};

static void
set_enabled (KithWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

void
kith_window_update_actions (KithWindow *self)
{
  gboolean has_map = self->document != NULL;
  guint selected = has_map ? kith_viewer_n_selected (self->viewer) : 0;
  static const char *const stakeholder_actions[] = { "add-linked", "add-sibling" };
  static const char *const link_actions[] = { "rate",         "other-end", "cross", "reconnect",
                                              "reconnect-to", "reverse",   "label", "bend-left",
                                              "bend-right",   "unbend" };
  static const char *const any_actions[] = { "delete", "cut", "copy", "duplicate" };
  static const char *const several_actions[] = { "align-left",
                                                 "align-centre",
                                                 "align-right",
                                                 "align-top",
                                                 "align-middle",
                                                 "align-bottom",
                                                 "distribute-across",
                                                 "distribute-down",
                                                 "arrange-selection",
                                                 "same-size",
                                                 "join-space",
                                                 "leave-space",
                                                 "tag",
                                                 "untag",
                                                 "new-space",
                                                 "tag-selection",
                                                 "space-selection" };
  KithKind kind = KITH_N_KINDS;
  KithId only = has_map ? kith_viewer_get_only (self->viewer, &kind) : 0;
  g_autofree char *pin = kith_window_pin_words (self);
  gboolean has_links = only != 0 && (kind == KITH_STAKEHOLDER || kind == KITH_LINK);

  for (guint i = 0; i < G_N_ELEMENTS (map_actions); i++)
    set_enabled (self, map_actions[i], has_map);
  for (guint i = 0; i < G_N_ELEMENTS (note_actions); i++)
    set_enabled (self, note_actions[i], has_map);

  set_enabled (self, "undo", has_map && kith_document_undo_label (self->document) != NULL);
  set_enabled (self, "redo", has_map && kith_document_redo_label (self->document) != NULL);
  set_enabled (self, "paste", has_map);
  for (guint i = 0; i < G_N_ELEMENTS (any_actions); i++)
    set_enabled (self, any_actions[i], selected > 0);
  for (guint i = 0; i < G_N_ELEMENTS (several_actions); i++)
    set_enabled (self, several_actions[i], selected > 1);
  set_enabled (self, "zoom-selection", selected > 0);
  set_enabled (self, "overview", has_map);
  set_enabled (self, "back", has_map && kith_canvas_can_go_back (self->canvas));
  set_enabled (self, "forward", has_map && kith_canvas_can_go_forward (self->canvas));
  set_enabled (self, "open", only != 0);
  set_enabled (self, "rename",
               only != 0
                   && (kind == KITH_STAKEHOLDER || kind == KITH_LINK || kind == KITH_ANNOTATION));
  set_enabled (self, "next-link", has_links);
  set_enabled (self, "last-link", has_links);
  set_enabled (self, "draw-space", only != 0 && kind == KITH_SPACE);
  set_enabled (self, "pin", pin != NULL);
  set_enabled (self, "lock", only != 0 && kind == KITH_ANNOTATION);
  for (guint i = 0; i < G_N_ELEMENTS (stakeholder_actions); i++)
    set_enabled (self, stakeholder_actions[i], only != 0 && kind == KITH_STAKEHOLDER);
  for (guint i = 0; i < G_N_ELEMENTS (link_actions); i++)
    set_enabled (self, link_actions[i], only != 0 && kind == KITH_LINK);
  kith_window_update_sheet_actions (self);
  kith_window_update_filter_actions (self);
  kith_window_update_lens (self);
  kith_window_update_comparison (self);
  kith_window_update_ended (self);
  kith_window_update_inclusion_actions (self);
  kith_window_update_time_actions (self);
  kith_window_update_repair_actions (self);
  kith_window_update_round_actions (self);
  kith_window_update_question_actions (self);
  kith_window_update_pulse_actions (self);
  kith_window_update_scene_actions (self);
  kith_window_update_succession_actions (self);
  set_enabled (self, "revert", has_map && kith_document_get_file (self->document) != NULL);
}

static void
on_save (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  kith_window_save (data);
}

static void
on_save_as (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  kith_window_save_as (data, FALSE);
}

static void
on_export (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;

  kith_window_flush (self);
  kith_export_dialog_open (self);
}

static void
on_import (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;

  if (kith_viewer_refuses_past (self->viewer))
    return;
  kith_window_flush (self);
  kith_import_dialog_open (self);
}

static void
on_quick_entry (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;

  if (kith_viewer_refuses_past (self->viewer))
    return;
  kith_window_flush (self);
  kith_quick_dialog_open (self, self->canvas);
}

static void
on_undo (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;

  kith_window_flush (self);
  if (kith_window_may_undo (self))
    kith_viewer_undo (self->viewer);
}

static void
on_redo (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;

  kith_window_flush (self);
  if (kith_window_may_redo (self))
    kith_viewer_redo (self->viewer);
}

static void
on_close (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_close (data);
}

static void
on_keep_version (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;

  kith_window_flush (self);
  kith_versions_ask_name (self);
}

static void
on_versions (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;

  kith_window_flush (self);
  kith_versions_dialog_open (self);
}

static void
on_revert (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;

  kith_window_flush (self);
  kith_versions_ask_revert (self, NULL, NULL);
}

static void
on_overwrite (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  kith_window_overwrite (data);
}

static void
on_keep_both (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;
  g_autoptr (GError) error = NULL;

  if (!kith_document_keep_both (self->document, &error))
    {
      kith_window_complain (self, error->message);
      return;
    }

  GFile *file = kith_document_get_file (self->document);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : g_strdup ("");
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *text = g_strdup_printf (_ ("This map goes on as “%s”"), shown);

  kith_window_say (self, text);
}

static void
on_show_file (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_show_uri (GTK_WINDOW (data), g_variant_get_string (parameter, NULL), GDK_CURRENT_TIME);
}

static void
on_size_by (GSimpleAction *action, GVariant *value, gpointer data)
{
  KithWindow *self = data;
  GError *error = NULL;
  KithEdit *edit;

  kith_window_flush (self);
  edit = kith_verb_set (kith_viewer_get_whole_map (self->viewer), KITH_ABOUT, KITH_ABOUT_ID,
                        "size_by", g_variant_get_string (value, NULL), &error);
  kith_viewer_perform (self->viewer, edit, error);
}

/* "x": the stakeholder or background that is to show it; without, a new background. */
static void
on_choose_picture (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;

  kith_window_flush (self);
  kith_window_choose_picture (self, parameter != NULL ? g_variant_get_int64 (parameter) : 0);
}

static void
on_find (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  kith_window_find (data);
}

static void
on_next_pane (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  kith_window_go_to_pane (data, 1);
}

static void
on_last_pane (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  kith_window_go_to_pane (data, -1);
}

static void
on_commands (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  kith_window_commands (data);
}

static void
on_reconnect_to (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  kith_window_reconnect (data);
}

static void
on_audience (GSimpleAction *action, GVariant *value, gpointer data)
{
  int audience;

  if (kith_enum_from_key (&kith_audiences, g_variant_get_string (value, NULL), &audience))
    kith_window_choose_audience (data, audience);
}

static void
on_sidebar (GSimpleAction *action, GVariant *value, gpointer data)
{
  kith_window_set_sidebar (data, g_variant_get_boolean (value));
}

static void
on_overview (GSimpleAction *action, GVariant *value, gpointer data)
{
  kith_canvas_set_overview (KITH_WINDOW (data)->canvas, g_variant_get_boolean (value));
}

static void
on_legend (GSimpleAction *action, GVariant *value, gpointer data)
{
  int corner;

  if (kith_enum_from_key (&kith_corners, g_variant_get_string (value, NULL), &corner))
    kith_window_set_legend (data, corner);
}

static void
on_tables (GSimpleAction *action, GVariant *value, gpointer data)
{
  kith_window_set_tables (data, g_variant_get_boolean (value));
}

static void
on_tables_place (GSimpleAction *action, GVariant *value, gpointer data)
{
  int place;

  if (kith_enum_from_key (&kith_table_places, g_variant_get_string (value, NULL), &place))
    kith_window_set_tables_place (data, (KithTablesPlace) place);
}

static void
on_table (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  int listing;

  if (kith_enum_from_key (&kith_listings, g_variant_get_string (parameter, NULL), &listing))
    kith_window_show_table (data, (KithListing) listing);
}

static void
on_tables_leave (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  kith_window_leave_tables (data);
}

static void
on_tables_search (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;

  kith_window_set_tables (self, TRUE);
  kith_table_pane_search (self->tables);
}

/* What is done to the map itself, by name. */
static void
on_map_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;
  const char *name = g_action_get_name (G_ACTION (action));

  kith_window_flush (self);
  if (kith_window_tables_act (self, name))
    return;
  if (g_str_equal (name, "add"))
    kith_canvas_begin_add (self->canvas);
  else if (g_str_equal (name, "link"))
    kith_canvas_begin_link (self->canvas);
  else if (g_str_equal (name, "rename"))
    kith_canvas_begin_rename (self->canvas);
  else if (g_str_equal (name, "delete"))
    kith_viewer_delete_selection (self->viewer);
  else if (g_str_equal (name, "select-all"))
    kith_canvas_select_all (self->canvas);
  else if (g_str_equal (name, "arrange"))
    kith_canvas_arrange (self->canvas);
  else if (g_str_equal (name, "add-event"))
    {
      kith_window_set_sidebar (self, TRUE);
      kith_inspector_add_event (self->inspector);
    }
}

/* What only the canvas knows how to do, by the same name. */
static void
on_canvas_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;
  g_autofree char *name = g_strconcat ("canvas.", g_action_get_name (G_ACTION (action)), NULL);

  kith_window_flush (self);
  kith_window_tables_act (self, g_action_get_name (G_ACTION (action)));
  gtk_widget_activate_action_variant (GTK_WIDGET (self->canvas), name, parameter);
}

/* To where several selected ones get a tag or a shared space. */
static void
on_together (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;

  kith_window_flush (self);
  kith_window_set_sidebar (self, TRUE);
  kith_inspector_focus_together (self->inspector,
                                 g_str_equal (g_action_get_name (G_ACTION (action)),
                                              "tag-selection"));
}

static const GActionEntry entries[] = {
  { "save", on_save },
  { "save-as", on_save_as },
  { "export", on_export },
  { "import", on_import },
  { "quick-entry", on_quick_entry },
  { "undo", on_undo },
  { "redo", on_redo },
  { "close", on_close },
  { "keep-version", on_keep_version },
  { "versions", on_versions },
  { "revert", on_revert },
  { "overwrite", on_overwrite },
  { "keep-both", on_keep_both },
  { "show-file", on_show_file, "s" },
  { "size-by", on_size_by, "s" },
  { "add-backdrop", on_choose_picture },
  { "choose-picture", on_choose_picture, "x" },
  { "find", on_find },
  { "commands", on_commands },
  { "next-pane", on_next_pane },
  { "last-pane", on_last_pane },
  { "audience", NULL, "s", "'team'", on_audience },
  { "sidebar", NULL, NULL, "true", on_sidebar },
  { "legend", NULL, "s", "'top-left'", on_legend },
  { "tables", NULL, NULL, "false", on_tables },
  { "tables-place", NULL, "s", "'below'", on_tables_place },
  { "table", on_table, "s" },
  { "tables-leave", on_tables_leave },
  { "tables-search", on_tables_search },
  { "add", on_map_action },
  { "link", on_map_action },
  { "add-event", on_map_action },
  { "rename", on_map_action },
  { "delete", on_map_action },
  { "select-all", on_map_action },
  { "arrange", on_map_action },
  { "add-linked", on_canvas_action },
  { "open", on_canvas_action },
  { "pin", on_canvas_action },
  { "add-text", on_canvas_action },
  { "add-frame", on_canvas_action },
  { "draw-frame", on_canvas_action },
  { "frames-alone", on_canvas_action },
  { "lock", on_canvas_action },
  { "next-link", on_canvas_action },
  { "last-link", on_canvas_action },
  { "other-end", on_canvas_action },
  { "cross", on_canvas_action },
  { "reconnect", on_canvas_action },
  { "reconnect-to", on_reconnect_to },
  { "reverse", on_canvas_action },
  { "label", on_canvas_action },
  { "bend-left", on_canvas_action },
  { "bend-right", on_canvas_action },
  { "unbend", on_canvas_action },
  { "add-sibling", on_canvas_action },
  { "cut", on_canvas_action },
  { "copy", on_canvas_action },
  { "copy-picture", on_canvas_action },
  { "paste", on_canvas_action },
  { "duplicate", on_canvas_action },
  { "align-left", on_canvas_action },
  { "align-centre", on_canvas_action },
  { "align-right", on_canvas_action },
  { "align-top", on_canvas_action },
  { "align-middle", on_canvas_action },
  { "align-bottom", on_canvas_action },
  { "distribute-across", on_canvas_action },
  { "distribute-down", on_canvas_action },
  { "arrange-selection", on_canvas_action },
  { "zoom-fit", on_canvas_action },
  { "zoom-100", on_canvas_action },
  { "zoom-in", on_canvas_action },
  { "zoom-out", on_canvas_action },
  { "zoom-selection", on_canvas_action },
  { "back", on_canvas_action },
  { "forward", on_canvas_action },
  { "overview", NULL, NULL, "true", on_overview },
  { "same-size", on_canvas_action },
  { "new-space", on_canvas_action },
  { "draw-space", on_canvas_action },
  { "join-space", on_canvas_action, "x" },
  { "leave-space", on_canvas_action, "x" },
  { "tag", on_canvas_action, "s" },
  { "untag", on_canvas_action, "s" },
  { "tag-selection", on_together },
  { "space-selection", on_together },
  { "rate", on_canvas_action, "i" },
};

void
kith_window_install_actions (KithWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  kith_window_install_sheet_actions (self);
  kith_window_install_filter_actions (self);
  kith_window_install_sides_actions (self);
  kith_window_install_print_actions (self);
  kith_window_install_lines_actions (self);
  kith_window_install_flag_actions (self);
  kith_window_install_lens_actions (self);
  kith_window_install_arrange_actions (self);
  kith_window_install_compare_actions (self);
  kith_window_install_insights_actions (self);
  kith_window_install_ended_actions (self);
  kith_window_install_inclusion_actions (self);
  kith_window_install_place_actions (self);
  kith_window_install_through_actions (self);
  kith_window_install_time_actions (self);
  kith_window_install_repair_actions (self);
  kith_window_install_round_actions (self);
  kith_window_install_question_actions (self);
  kith_window_install_pulse_actions (self);
  kith_window_install_scene_actions (self);
  kith_window_install_succession_actions (self);
}

void
kith_window_set_sidebar (KithWindow *self, gboolean shown)
{
  if (!shown)
    kith_window_flush (self);
  adw_flap_set_reveal_flap (self->flap, shown);
}

void
kith_window_set_legend (KithWindow *self, KithCorner corner)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "legend");

  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_string (kith_enum_key (&kith_corners, corner)));
  if (self->viewer != NULL)
    kith_viewer_set_legend (self->viewer, corner);
}
