/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-window-private.h"

#include <glib/gi18n.h>

#include "kith-status.h"

G_DEFINE_FINAL_TYPE (KithWindow, kith_window, ADW_TYPE_APPLICATION_WINDOW)

static void
on_narrow (KithWindow *self)
{
  gboolean narrow = kith_narrow_bin_is_narrow (self->narrow_bin);
  gboolean has_map = self->document != NULL;

  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "kith-narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "kith-narrow");
  gtk_widget_set_visible (self->wide_start, has_map && !narrow);
  gtk_widget_set_visible (self->wide_end, has_map && !narrow);
  gtk_widget_set_visible (self->sidebar_button, has_map);
  gtk_action_bar_set_revealed (self->narrow_bar, has_map && narrow);
  adw_flap_set_fold_policy (self->flap,
                            narrow ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER);
  adw_flap_set_swipe_to_close (self->flap, narrow);
  kith_filter_bar_set_narrow (self->filter_bar, narrow);
  kith_scene_pane_set_narrow (self->scenes, narrow);
  kith_window_update_tables (self);
  kith_window_update_comparison (self);
  kith_window_update_audience (self);
}

/* A folded inspector covers the map: it comes when asked for, and goes by itself. */
static void
on_narrow_changed (KithWindow *self)
{
  gboolean narrow = kith_narrow_bin_is_narrow (self->narrow_bin);

  if (narrow)
    self->sidebar_when_wide = adw_flap_get_reveal_flap (self->flap);
  on_narrow (self);
  adw_flap_set_reveal_flap (self->flap, !narrow && self->sidebar_when_wide);
}

static void
on_flap_revealed (KithWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "sidebar");
  gboolean shown = adw_flap_get_reveal_flap (self->flap);

  if (action != NULL)
    g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (shown));
}

/* A stakeholder, link or space was opened on the canvas. */
static void
on_canvas_activate (KithWindow *self)
{
  adw_flap_set_reveal_flap (self->flap, TRUE);
  kith_inspector_focus_name (self->inspector);
}

static void
on_message (KithWindow *self, const char *text, gboolean is_error)
{
  if (is_error)
    kith_banners_show (self->banners, "refusal", GTK_MESSAGE_ERROR, text, NULL, 0, TRUE);
  else
    kith_window_say (self, text);
}

static void
on_announcement (KithWindow *self, const char *text)
{
  kith_status_set_text (self->status, text);
}

/* Something has been done since: what was refused before is history. */
static void
on_viewer_changed (KithWindow *self)
{
  kith_banners_hide (self->banners, "refusal");
}

static void
on_saved (GObject *object, GAsyncResult *result, gpointer data)
{
  /* what went wrong is in the document's state, which has its banner */
  kith_document_save_finish (KITH_DOCUMENT (object), result, NULL);
}

static void
on_active_changed (KithWindow *self)
{
  if (self->document == NULL)
    {
      if (gtk_window_is_active (GTK_WINDOW (self)))
        kith_window_refresh_start (self);
      return;
    }

  if (gtk_window_is_active (GTK_WINDOW (self)))
    {
      kith_document_check_file (self->document);
      return;
    }

  kith_window_flush (self);
  kith_document_save_async (self->document, NULL, on_saved, NULL);
}

static void
on_colours_changed (KithWindow *self)
{
  kith_window_update_palette (self);
}

static void
kith_window_dispose (GObject *object)
{
  KithWindow *self = KITH_WINDOW (object);

  kith_window_clear_time (self);
  kith_window_clear_scenes (self);
  g_clear_weak_pointer (&self->before_menu);
  if (self->viewer != NULL)
    {
      kith_canvas_set_viewer (self->canvas, NULL);
      kith_inspector_set_viewer (self->inspector, NULL);
      kith_filter_bar_set_viewer (self->filter_bar, NULL);
      kith_filter_panel_set_viewer (self->filter_panel, NULL);
      kith_table_pane_set_viewer (self->tables, NULL);
      kith_trust_pane_set_viewer (self->trust_sheet, NULL);
      kith_compare_pane_set_viewer (self->compare_pane, NULL);
      kith_insights_pane_set_viewer (self->insights_pane, NULL);
    }
  g_clear_handle_id (&self->toast_rest, g_source_remove);
  kith_window_clear_ended (self);
  g_clear_weak_pointer (&self->toast);
  g_clear_pointer (&self->compared, g_free);
  g_clear_object (&self->viewer);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (kith_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KithWindow, narrow_bin);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, title);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, wide_start);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, wide_end);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, audience_button);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, audience_content);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, audience_strip);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, audience_strip_icon);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, audience_strip_label);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, banners);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, lens_button);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, arrange_button);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, arrange_menu);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, lens_menu);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, filter_panel);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, start_page);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, map_place);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, split);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, scenes);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, compare_split);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, compare_pane);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, compare_side);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, insights_pane);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, look_bar);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, eyes_chip);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, eyes_label);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, ended_note);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, ended_label);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, ended_button);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, canvas);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, empty_words);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, beside);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, tables);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, trust_sheet);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, inspector);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, time_bar);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, time_card);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, status);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, drop_words);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, finder);
  gtk_widget_class_bind_template_child (widget_class, KithWindow, narrow_bar);
  gtk_widget_class_bind_template_callback (widget_class, kith_window_place_over_canvas);
}

static void
kith_window_class_init (KithWindowClass *klass)
{
  g_type_ensure (KITH_TYPE_BANNERS);
  g_type_ensure (KITH_TYPE_CANVAS);
  g_type_ensure (KITH_TYPE_COMPARE_PANE);
  g_type_ensure (KITH_TYPE_FILTER_BAR);
  g_type_ensure (KITH_TYPE_FILTER_PANEL);
  g_type_ensure (KITH_TYPE_FINDER);
  g_type_ensure (KITH_TYPE_INSIGHTS_PANE);
  g_type_ensure (KITH_TYPE_INSPECTOR);
  g_type_ensure (KITH_TYPE_NARROW_BIN);
  g_type_ensure (KITH_TYPE_SCENE_PANE);
  g_type_ensure (KITH_TYPE_START_PAGE);
  g_type_ensure (KITH_TYPE_TABLE_PANE);
  g_type_ensure (KITH_TYPE_TIME_BAR);
  g_type_ensure (KITH_TYPE_TIME_CARD);
  g_type_ensure (KITH_TYPE_TRUST_PANE);

  G_OBJECT_CLASS (klass)->dispose = kith_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = kith_window_on_close_request;
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
on_menu_opened (KithWindow *self)
{
  g_set_weak_pointer (&self->before_menu, gtk_window_get_focus (GTK_WINDOW (self)));
}

static gboolean
holds_focus (GtkWidget *widget, GtkWidget *focus)
{
  return focus == widget || gtk_widget_is_ancestor (focus, widget);
}

static gboolean
is_on_menu_button (KithWindow *self, GtkWidget *focus)
{
  return holds_focus (GTK_WIDGET (self->menu_button), focus)
         || holds_focus (GTK_WIDGET (self->arrange_button), focus)
         || holds_focus (GTK_WIDGET (self->lens_button), focus)
         || holds_focus (GTK_WIDGET (self->audience_button), focus);
}

static gboolean
on_menu_gone (gpointer data)
{
  KithWindow *self = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *before = self->before_menu;

  if (focus != NULL && gtk_widget_get_mapped (focus) && !is_on_menu_button (self, focus))
    return G_SOURCE_REMOVE;
  if (before != NULL && gtk_widget_get_mapped (before))
    gtk_widget_grab_focus (before);
  else if (gtk_widget_get_mapped (GTK_WIDGET (self->canvas)))
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  else
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->pages), GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

/* When Escape closes a submenu, GTK 4.8 leaves the keyboard with an item of that, where no key does
 * anything, and GTK 4.18 with the button of the menu, as both do when an item has been chosen. */
static void
on_menu_closed (KithWindow *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_menu_gone, g_object_ref (self), g_object_unref);
}

static void
follow_menu (KithWindow *self, GtkMenuButton *button)
{
  GtkPopover *menu = gtk_menu_button_get_popover (button);

  g_signal_connect_object (menu, "map", G_CALLBACK (on_menu_opened), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (menu, "closed", G_CALLBACK (on_menu_closed), self, G_CONNECT_SWAPPED);
}

static void
kith_window_init (KithWindow *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_size_request (GTK_WIDGET (self), 360, 294);
  self->sidebar_when_wide = TRUE;
  kith_window_install_actions (self);
  kith_window_restore_size (self);

  g_signal_connect_object (self->narrow_bin, "notify::narrow", G_CALLBACK (on_narrow_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (on_flap_revealed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "activate", G_CALLBACK (on_canvas_activate), self,
                           G_CONNECT_SWAPPED);
  kith_table_pane_set_canvas (self->tables, self->canvas);
  g_signal_connect_object (self->tables, "leave", G_CALLBACK (kith_window_leave_tables), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->trust_sheet, "leave", G_CALLBACK (kith_window_leave_tables), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "reconnect", G_CALLBACK (kith_window_ask_reconnect), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "stands-elsewhere", G_CALLBACK (kith_window_say_place),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (on_colours_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (on_colours_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (on_active_changed), NULL);
  follow_menu (self, self->menu_button);
  follow_menu (self, self->arrange_button);
  follow_menu (self, self->lens_button);
  follow_menu (self, self->audience_button);
  g_signal_connect_object (self->filter_bar, "leave", G_CALLBACK (kith_window_on_filter_bar_left),
                           self, G_CONNECT_SWAPPED);

  kith_window_init_panes (self);
  kith_window_init_ways (self);
  kith_window_init_drop (self);
  kith_window_init_time (self);
  kith_window_init_compare (self);
  kith_window_init_insights (self);
  kith_window_init_scenes (self);
  on_narrow (self);
  kith_window_update_state (self);
  kith_start_page_refresh (self->start_page, self->audience);
}

/**
 * kith_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a new window that shows the start page; GTK owns it
 */
KithWindow *
kith_window_new (GtkApplication *application)
{
  return g_object_new (KITH_TYPE_WINDOW, "application", application, NULL);
}

KithDocument *
kith_window_get_document (KithWindow *self)
{
  g_return_val_if_fail (KITH_IS_WINDOW (self), NULL);

  return self->document;
}

KithViewer *
kith_window_get_viewer (KithWindow *self)
{
  g_return_val_if_fail (KITH_IS_WINDOW (self), NULL);

  return self->viewer;
}

/* The other page is hidden as well, so that a screen reader does not find it. */
static void
show_page (KithWindow *self, GtkWidget *page)
{
  gtk_widget_set_visible (page, TRUE);
  gtk_stack_set_visible_child (self->pages, page);
  gtk_widget_set_visible (GTK_WIDGET (self->start_page), page == GTK_WIDGET (self->start_page));
  gtk_widget_set_visible (GTK_WIDGET (self->flap), page == GTK_WIDGET (self->flap));
}

static void
connect_document (KithWindow *self)
{
  g_signal_connect_object (self->document, "state-changed", G_CALLBACK (kith_window_update_state),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "changed", G_CALLBACK (kith_window_update_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "changed", G_CALLBACK (kith_window_follow_steps), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->viewer, "view-changed", G_CALLBACK (kith_window_update_state),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->viewer, "message", G_CALLBACK (on_message), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->viewer, "announcement", G_CALLBACK (on_announcement), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->viewer, "past-refused", G_CALLBACK (kith_window_on_past_refused),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->viewer, "changed", G_CALLBACK (on_viewer_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->viewer, "changed", G_CALLBACK (kith_window_update_empty), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->viewer, "view-changed", G_CALLBACK (kith_window_update_empty),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->viewer, "hidden", G_CALLBACK (kith_window_on_hidden), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->viewer, "selection-changed",
                           G_CALLBACK (kith_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->viewer, "changed", G_CALLBACK (kith_finder_refresh), self->finder,
                           G_CONNECT_SWAPPED);
}

/**
 * kith_window_set_document:
 * @self: a window that shows the start page
 * @document: what it shows from now on
 *
 * The audience, the camera and the selection are those with which the map was last looked at,
 * and the audience is never wider than what the start page showed.
 */
void
kith_window_set_document (KithWindow *self, KithDocument *document)
{
  g_return_if_fail (KITH_IS_WINDOW (self));
  g_return_if_fail (KITH_IS_DOCUMENT (document) && self->document == NULL);

  self->document = g_object_ref (document);
  self->viewer = kith_viewer_new (document);
  self->undo_floor = self->redo_ceiling = kith_document_get_cursor (document);
  connect_document (self);
  kith_window_update_palette (self);
  kith_window_restore_session (self);
  kith_inspector_set_viewer (self->inspector, self->viewer);
  kith_filter_bar_set_viewer (self->filter_bar, self->viewer);
  kith_filter_panel_set_viewer (self->filter_panel, self->viewer);
  kith_time_bar_set_viewer (self->time_bar, self->viewer);
  kith_scene_pane_set_viewer (self->scenes, self->viewer);
  show_page (self, GTK_WIDGET (self->flap));
  on_narrow (self);
  kith_window_update_state (self);
  kith_window_update_empty (self);
  if (kith_document_was_recovered (document))
    kith_banners_show (self->banners, "recovered", GTK_MESSAGE_INFO,
                       _ ("Kith ended before this map was saved. Everything that was on screen is "
                          "back."),
                       NULL, 0, TRUE);
  kith_window_grab_map (self, FALSE);
}

void
kith_window_set_copy (KithWindow *self)
{
  g_return_if_fail (KITH_IS_WINDOW (self) && self->document != NULL);

  self->is_copy = TRUE;
}

KithAudience
kith_window_get_audience (KithWindow *self)
{
  g_return_val_if_fail (KITH_IS_WINDOW (self), KITH_PUBLIC);

  return self->audience;
}

void
kith_window_complain (KithWindow *self, const char *text)
{
  g_return_if_fail (KITH_IS_WINDOW (self) && text != NULL);

  kith_banners_show (self->banners, "complaint", GTK_MESSAGE_ERROR, text, NULL, 0, TRUE);
}

void
kith_window_refresh_start (KithWindow *self)
{
  g_return_if_fail (KITH_IS_WINDOW (self));

  if (self->document == NULL)
    kith_start_page_refresh (self->start_page, self->audience);
}

void
kith_window_flush (KithWindow *self)
{
  g_return_if_fail (KITH_IS_WINDOW (self));

  if (self->viewer == NULL)
    return;
  kith_inspector_flush (self->inspector);
  kith_table_pane_flush (self->tables);
  kith_window_flush_sides (self);
  if (self->stage != NULL)
    kith_stage_flush (self->stage);
}
