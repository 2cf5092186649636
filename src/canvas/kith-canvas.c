/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: the widget itself, and how it follows its viewer. */
#include "kith-canvas.h"

#include <glib/gi18n-lib.h>

#include "kith-canvas-private.h"
#include "kith-verbs.h"

G_DEFINE_FINAL_TYPE (KithCanvas, kith_canvas, GTK_TYPE_WIDGET)

enum
{
  CAMERA_CHANGED,
  ACTIVATE,
  WAYS_CHANGED,
  RECONNECT,
  STANDS_ELSEWHERE,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/* Cards over the map are drawn like those of the interface; colours come from whatever theme is
 * in use. Targets are 34 px or more. */
static const char style[] =
    "kith-canvas:focus:focus-visible { outline: 2px solid alpha(@theme_fg_color, 0.5);"
    "  outline-offset: -3px; }"
    ".kith-card { background-color: @theme_bg_color; color: @theme_fg_color;"
    "  border: 1px solid alpha(@theme_fg_color, 0.15); border-radius: 10px; }"
    ".kith-zoom-bar { padding: 2px; }"
    ".kith-zoom-bar button { min-width: 32px; min-height: 32px; padding: 0 2px; margin: 0;"
    "  border: none; border-radius: 8px; box-shadow: none; background-image: none;"
    "  background-color: transparent; }"
    ".kith-zoom-bar button:hover { background-color: alpha(@theme_fg_color, 0.08); }"
    ".kith-zoom-bar button:active { background-color: alpha(@theme_fg_color, 0.16); }"
    ".kith-percentage { font-feature-settings: \"tnum\"; font-weight: normal; }"
    ".kith-progress { padding: 4px 6px 4px 14px; }"
    ".kith-pill { padding: 7px 14px; border-radius: 17px; }"
    ".kith-progress progressbar trough { min-width: 140px; }"
    ".kith-sector-button { background-color: @theme_bg_color; border-radius: 9px; }"
    ".kith-sector-button > button { padding: 2px 10px; min-height: 28px; }"
    ".kith-sectors { background: none; }"
    ".kith-sectors > row { padding: 5px 10px; border-radius: 6px; }"
    ".kith-ghost { border: 1.5px dashed alpha(@theme_fg_color, 0.5); background: none;"
    "  border-radius: 10px; padding: 0 10px; box-shadow: none; }"
    ".kith-ghost:hover { background: alpha(@theme_fg_color, 0.07); }"
    ".kith-ghost-note { font-size: 11px; opacity: 0.8; }"
    ".kith-ghost-name { font-size: 13px; }"
    "kith-minimap { border-radius: 10px; }"
    "kith-minimap:focus-visible { outline: 2px solid alpha(@theme_fg_color, 0.5); }"
    "kith-legend { border-radius: 12px; }"
    "kith-legend:focus-visible { outline: 2px solid alpha(@theme_fg_color, 0.5); }";

static void
add_style (GtkWidget *widget)
{
  static gboolean added;
  g_autoptr (GtkCssProvider) provider = NULL;

  if (added)
    return;
  added = TRUE;
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_data (provider, style, -1);
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (widget),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

void
kith_canvas_say (KithCanvas *self, const char *text)
{
  kith_viewer_say (self->viewer, text);
}

/* The one selected stakeholder, or 0. */
KithId
kith_canvas_only_stakeholder (KithCanvas *self)
{
  KithKind kind = KITH_ABOUT;
  KithId only = self->viewer != NULL ? kith_viewer_get_only (self->viewer, &kind) : 0;

  return kind == KITH_STAKEHOLDER ? only : 0;
}

/* From one day of the past to another: the rest of the view is as it was. */
static gboolean
is_step (KithCanvas *self)
{
  gint32 day = kith_viewer_get_view (self->viewer)->day;

  return day != self->followed_day && day != 0 && self->followed_day != 0;
}

/* Whatever is under way was about a map that is no longer so; but one can look around while it
 * plays. */
static void
on_changed (KithViewer *viewer, KithEdit *edit, KithCanvas *self)
{
  gboolean step = is_step (self);

  self->pointing = FALSE;
  if (!step || !kith_tool_is_pan (self->tool))
    kith_canvas_cancel_tool (self);
  self->followed_day = kith_viewer_get_view (viewer)->day;
  if (edit == NULL)
    kith_canvas_rebuild (self);
  else
    kith_canvas_follow (self, edit, step);
  if (step)
    kith_canvas_far_step (self);
  else
    kith_canvas_far_clear (self); /* nothing stays that this audience may not see */
  kith_canvas_follow_view (self);
  kith_canvas_typing_follow (self);
  kith_canvas_mark_selection (self);
  if (step)
    kith_canvas_queue_legend (self);
  else
    kith_canvas_update_legend (self);
  kith_canvas_update_ghosts (self);
  if (!kith_canvas_arranged_follow (self) && edit != NULL)
    kith_canvas_show_step (self, edit);
  kith_canvas_queue_children (self);
  kith_canvas_hover (self);
  kith_canvas_overview_changed (self, TRUE);
  self->stepped = step;
}

static void
on_view_changed (KithViewer *viewer, KithCanvas *self)
{
  gboolean followed = self->stepped;
  gboolean step = is_step (self);

  self->stepped = FALSE;
  self->followed_day = kith_viewer_get_view (viewer)->day;
  if (followed)
    return;
  if (step)
    {
      kith_canvas_follow_view (self);
      kith_canvas_queue_legend (self);
      return;
    }
  kith_canvas_cancel_tool (self);
  kith_canvas_follow_view (self);
  kith_canvas_typing_follow (self);
  kith_canvas_mark_selection (self);
  kith_canvas_update_legend (self);
  kith_canvas_update_ghosts (self);
  kith_canvas_place_entry (self);
  kith_canvas_queue_children (self);
  kith_canvas_hover (self);
  kith_canvas_overview_changed (self, TRUE);
}

static void
on_selection_changed (KithViewer *viewer, KithCanvas *self)
{
  kith_canvas_places_follow (self);
  kith_canvas_mark_selection (self);
  kith_canvas_queue_children (self);
  kith_canvas_focus_selected (self);
  kith_canvas_tell_selection (self);
}

static void
on_scale_factor (KithCanvas *self)
{
  kith_tiles_damage_all (self->tiles);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
kith_canvas_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 160;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 600;
}

static void
kith_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KithCanvas *self = KITH_CANVAS (widget);
  gboolean resized = (int) self->viewport.width != width || (int) self->viewport.height != height;
  /* a legend that grows while time goes by does not move the map */
  gboolean still = self->viewer != NULL
                   && (kith_viewer_is_past (self->viewer) || self->play_bounds.width > 0);
  gboolean fitted = kith_canvas_is_fitted (self) && (resized || !still);

  kith_viewport_resize (&self->viewport, width, height);
  kith_canvas_shape_legend (self, width, height, fitted || resized);
  if (fitted)
    kith_canvas_fit (self, FALSE);
  kith_canvas_allocate_around (self, width, height);
  kith_canvas_queue_children (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
  kith_canvas_overview_changed (self, FALSE);
  if (self->label_popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->label_popover));
}

static void
drop_viewer (KithCanvas *self)
{
  if (self->viewer == NULL)
    return;
  kith_canvas_end_typing (self, FALSE);
  kith_canvas_end_spelling (self);
  kith_canvas_cancel_tool (self);
  kith_canvas_stop_arranging (self);
  kith_canvas_forget_arranged (self);
  kith_canvas_stop_glide (self);
  g_ptr_array_set_size (self->sparks, 0);
  self->play_bounds = (KithRect){ 0 };
  kith_canvas_highlight_clear (self);
  g_signal_handlers_disconnect_by_data (self->viewer, self);
  kith_canvas_drop_children (self);
  g_clear_handle_id (&self->catch_up, g_source_remove);
  g_clear_handle_id (&self->carry_rest, g_source_remove);
  g_clear_handle_id (&self->legend_follow, g_source_remove);
  g_clear_pointer (&self->live, kith_map_unref);
  g_clear_pointer (&self->live_ids, g_hash_table_unref);
  kith_tiles_damage_all (self->tiles);
  g_clear_pointer (&self->figures, kith_figures_free);
  g_clear_object (&self->viewer);
  kith_canvas_forget_places (self);
  self->legend_form = KITH_LEGEND_ANY;
}

/* What goes may ask for more to be done later: nothing of it may come when all has gone. */
static void
forget_what_waits (KithCanvas *self)
{
  g_clear_handle_id (&self->zoom_follow, g_source_remove);
  g_clear_handle_id (&self->zoom_rest, g_source_remove);
  g_clear_handle_id (&self->settle, g_source_remove);
  g_clear_handle_id (&self->settling, g_source_remove);
  g_clear_handle_id (&self->overview_follow, g_source_remove);
  g_clear_handle_id (&self->catch_up, g_source_remove);
  g_clear_handle_id (&self->carry_rest, g_source_remove);
  g_clear_handle_id (&self->legend_follow, g_source_remove);
}

static void
kith_canvas_dispose (GObject *object)
{
  KithCanvas *self = KITH_CANVAS (object);

  drop_viewer (self);
  g_clear_pointer (&self->zoom_bar, gtk_widget_unparent);
  g_clear_pointer (&self->legend, gtk_widget_unparent);
  g_clear_pointer (&self->ghosts, gtk_widget_unparent);
  g_clear_pointer (&self->progress, gtk_widget_unparent);
  g_clear_pointer (&self->spelt_pill, gtk_widget_unparent);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  kith_canvas_overview_clear (self);
  kith_canvas_places_clear (self);
  kith_canvas_draw_clear (self);
  kith_canvas_play_clear (self);
  kith_canvas_highlight_clear (self);
  g_clear_pointer (&self->children, g_hash_table_unref);
  G_OBJECT_CLASS (kith_canvas_parent_class)->dispose (object);
  forget_what_waits (self);
}

static void
kith_canvas_class_init (KithCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_canvas_dispose;
  widget_class->measure = kith_canvas_measure;
  widget_class->size_allocate = kith_canvas_size_allocate;
  widget_class->snapshot = kith_canvas_snapshot;
  widget_class->focus = kith_canvas_focus;
  gtk_widget_class_set_css_name (widget_class, "kith-canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  kith_canvas_install_actions (widget_class);

  signals[CAMERA_CHANGED] = g_signal_new ("camera-changed", KITH_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[WAYS_CHANGED] = g_signal_new ("ways-changed", KITH_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATE] = g_signal_new ("activate", KITH_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[RECONNECT] = g_signal_new ("reconnect", KITH_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_INT,
                                     G_TYPE_INT64);
  signals[STANDS_ELSEWHERE] = g_signal_new ("stands-elsewhere", KITH_TYPE_CANVAS, G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_INT64,
                                            G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
kith_canvas_init (KithCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->viewport = (KithViewport) KITH_VIEWPORT_INIT;
  self->early_factor = 1;
  self->children = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_widget_set_vexpand (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Map canvas"), -1);
  add_style (widget);
  kith_canvas_draw_init (self);
  kith_canvas_play_init (self);
  kith_canvas_around_init (self);
  kith_canvas_places_init (self);
  kith_canvas_overview_init (self);
  kith_canvas_spell_init (self);
  kith_canvas_pointer_init (self);
  kith_canvas_rows_init (self);
  kith_canvas_scroll_init (self);
  kith_canvas_keys_init (self);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (kith_canvas_on_query_tooltip), NULL);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (on_scale_factor), NULL);
}

/**
 * kith_canvas_new:
 *
 * Returns: (transfer floating): a canvas that shows nothing yet
 */
GtkWidget *
kith_canvas_new (void)
{
  return g_object_new (KITH_TYPE_CANVAS, NULL);
}

/**
 * kith_canvas_set_viewer:
 * @self: a canvas
 * @viewer: (nullable): what it looks at from now on
 *
 * Shows the whole map, unless a camera is set before the canvas has a size.
 */
void
kith_canvas_set_viewer (KithCanvas *self, KithViewer *viewer)
{
  g_return_if_fail (KITH_IS_CANVAS (self));

  if (self->viewer == viewer)
    return;
  drop_viewer (self);
  if (viewer != NULL)
    {
      self->viewer = g_object_ref (viewer);
      self->followed_day = kith_viewer_get_view (viewer)->day;
      g_signal_connect (viewer, "changed", G_CALLBACK (on_changed), self);
      g_signal_connect (viewer, "view-changed", G_CALLBACK (on_view_changed), self);
      g_signal_connect (viewer, "selection-changed", G_CALLBACK (on_selection_changed), self);
      kith_canvas_rebuild (self);
      kith_canvas_mark_selection (self);
      kith_canvas_fit (self, FALSE);
    }
  kith_canvas_update_legend (self);
  kith_canvas_queue_children (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  kith_canvas_overview_changed (self, TRUE);
}

/**
 * kith_canvas_begin_link:
 * @self: a canvas
 *
 * Where two stakeholders are selected, links them; else the ends are picked, the one selected
 * being the first.
 */
void
kith_canvas_begin_link (KithCanvas *self)
{
  g_autoptr (GArray) ids = NULL;
  KithMap *map;

  g_return_if_fail (KITH_IS_CANVAS (self));

  if (self->figures == NULL || kith_viewer_refuses_past (self->viewer))
    return;
  kith_canvas_end_typing (self, TRUE);
  kith_canvas_cancel_tool (self);
  map = kith_viewer_get_whole_map (self->viewer);
  ids = kith_viewer_dup_selection (self->viewer);
  if (ids->len == 2 && kith_map_stakeholder (map, g_array_index (ids, KithId, 0)) != NULL
      && kith_map_stakeholder (map, g_array_index (ids, KithId, 1)) != NULL)
    {
      GError *error = NULL;
      KithId id = 0;
      KithEdit *edit = kith_verb_add_link (map, g_array_index (ids, KithId, 0),
                                           g_array_index (ids, KithId, 1), KITH_LINK_WORKS_WITH,
                                           &id, &error);

      if (kith_viewer_perform (self->viewer, edit, error))
        kith_viewer_select_only (self->viewer, id);
      return;
    }
  kith_canvas_start_tool (self,
                          kith_tool_connect_new (self, NULL, kith_canvas_only_stakeholder (self)));
  kith_canvas_take_keyboard (self);
}

/**
 * kith_canvas_select_all:
 * @self: a canvas
 *
 * Selects every stakeholder that is shown and passes the filter, and every text, frame and picture
 * that is not locked.
 */
void
kith_canvas_select_all (KithCanvas *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (KithId));

  g_return_if_fail (KITH_IS_CANVAS (self));

  if (self->viewer == NULL)
    return;
  KITH_FOR_EACH (KithStakeholder, stakeholder, kith_viewer_get_map (self->viewer), KITH_STAKEHOLDER)
    if (kith_viewer_passes (self->viewer, stakeholder->record.id))
      g_array_append_val (ids, stakeholder->record.id);
  KITH_FOR_EACH (KithAnnotation, annotation, kith_viewer_get_map (self->viewer), KITH_ANNOTATION)
    if (!annotation->locked)
      g_array_append_val (ids, annotation->record.id);
  kith_viewer_select (self->viewer, (const KithId *) (gpointer) ids->data, ids->len, FALSE);
}
