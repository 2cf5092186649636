/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: its named actions ("canvas.add" …), for its buttons, keys, context menu and assistive
 * technology. */
#include <glib/gi18n-lib.h>

#include "kith-canvas-private.h"
#include "kith-verbs-several.h"
#include "kith-verbs.h"

#define BEND_STEP 24.0 /* map units */

static void
zoom_in (KithCanvas *self)
{
  kith_canvas_zoom_by (self, KITH_ZOOM_STEP);
}

static void
zoom_out (KithCanvas *self)
{
  kith_canvas_zoom_by (self, 1 / KITH_ZOOM_STEP);
}

static void
zoom_100 (KithCanvas *self)
{
  kith_canvas_zoom_to (self, 1);
}

static void
zoom_fit (KithCanvas *self)
{
  kith_canvas_fit (self, TRUE);
}

static void
delete_selection (KithCanvas *self)
{
  kith_viewer_delete_selection (self->viewer);
}

static void
open_selected (KithCanvas *self)
{
  KithId only = kith_viewer_get_only (self->viewer, NULL);

  if (only != 0)
    g_signal_emit_by_name (self, "activate", only);
}

/* A new stakeholder right where the menu was asked for. */
static void
add_here (KithCanvas *self)
{
  kith_canvas_type_new (self, self->menu_at, 0);
}

static void
pin (KithCanvas *self)
{
  KithMap *map = kith_viewer_get_whole_map (self->viewer);
  g_autoptr (GArray) ids = kith_viewer_dup_selection (self->viewer);
  g_autofree char *words = kith_pin_to_words (map, (const KithId *) (gpointer) ids->data, ids->len);

  if (words != NULL)
    kith_viewer_perform (self->viewer,
                         kith_verb_pin (map, (const KithId *) (gpointer) ids->data, ids->len),
                         NULL);
}

static void
focus_here (KithCanvas *self)
{
  kith_viewer_focus (self->viewer,
                     MAX (1, kith_filter_get_steps (kith_viewer_get_view (self->viewer)->filter)));
}

static void
end_focus (KithCanvas *self)
{
  kith_viewer_focus (self->viewer, 0);
}

static void
next_link (KithCanvas *self)
{
  kith_canvas_walk_links (self, 1);
}

static void
last_link (KithCanvas *self)
{
  kith_canvas_walk_links (self, -1);
}

static void
other_end (KithCanvas *self)
{
  KithEnd end = kith_viewer_get_end (self->viewer);

  kith_viewer_set_end (self->viewer, end == KITH_END_A ? KITH_END_B : KITH_END_A);
}

/* The end that wears the ring, and each of the two. */
static void
reconnect (KithCanvas *self)
{
  kith_canvas_begin_reconnect (self, kith_viewer_get_end (self->viewer));
}

static void
reconnect_a (KithCanvas *self)
{
  kith_canvas_begin_reconnect (self, KITH_END_A);
}

static void
reconnect_b (KithCanvas *self)
{
  kith_canvas_begin_reconnect (self, KITH_END_B);
}

static void
bend_left (KithCanvas *self)
{
  kith_canvas_bend_aside (self, -BEND_STEP);
}

static void
bend_right (KithCanvas *self)
{
  kith_canvas_bend_aside (self, BEND_STEP);
}

static void
align_left (KithCanvas *self)
{
  kith_canvas_align (self, KITH_ALIGN_LEFT);
}

static void
align_centre (KithCanvas *self)
{
  kith_canvas_align (self, KITH_ALIGN_CENTRE);
}

static void
align_right (KithCanvas *self)
{
  kith_canvas_align (self, KITH_ALIGN_RIGHT);
}

static void
align_top (KithCanvas *self)
{
  kith_canvas_align (self, KITH_ALIGN_TOP);
}

static void
align_middle (KithCanvas *self)
{
  kith_canvas_align (self, KITH_ALIGN_MIDDLE);
}

static void
align_bottom (KithCanvas *self)
{
  kith_canvas_align (self, KITH_ALIGN_BOTTOM);
}

static void
distribute_across (KithCanvas *self)
{
  kith_canvas_distribute (self, TRUE);
}

static void
distribute_down (KithCanvas *self)
{
  kith_canvas_distribute (self, FALSE);
}

static const struct
{
  const char *name;
  void (*act) (KithCanvas *self);
} actions[] = {
  { "canvas.add", kith_canvas_begin_add },
  { "canvas.add-frame", kith_canvas_add_frame },
  { "canvas.add-frame-here", kith_canvas_add_frame_here },
  { "canvas.add-here", add_here },
  { "canvas.add-linked", kith_canvas_add_linked },
  { "canvas.add-sibling", kith_canvas_add_sibling },
  { "canvas.add-text", kith_canvas_add_text },
  { "canvas.add-text-here", kith_canvas_add_text_here },
  { "canvas.align-bottom", align_bottom },
  { "canvas.align-centre", align_centre },
  { "canvas.align-left", align_left },
  { "canvas.align-middle", align_middle },
  { "canvas.align-right", align_right },
  { "canvas.align-top", align_top },
  { "canvas.arrange", kith_canvas_arrange },
  { "canvas.arrange-selection", kith_canvas_arrange_selection },
  { "canvas.back", kith_canvas_go_back },
  { "canvas.bend-left", bend_left },
  { "canvas.bend-right", bend_right },
  { "canvas.copy", kith_canvas_copy },
  { "canvas.copy-picture", kith_canvas_copy_picture },
  { "canvas.cross", kith_canvas_cross },
  { "canvas.cut", kith_canvas_cut },
  { "canvas.delete", delete_selection },
  { "canvas.distribute-across", distribute_across },
  { "canvas.distribute-down", distribute_down },
  { "canvas.draw-frame", kith_canvas_draw_frame },
  { "canvas.draw-space", kith_canvas_draw_space },
  { "canvas.duplicate", kith_canvas_duplicate },
  { "canvas.end-focus", end_focus },
  { "canvas.focus-here", focus_here },
  { "canvas.forward", kith_canvas_go_forward },
  { "canvas.label", kith_canvas_begin_label },
  { "canvas.last-link", last_link },
  { "canvas.link", kith_canvas_begin_link },
  { "canvas.frames-alone", kith_canvas_toggle_alone },
  { "canvas.lock", kith_canvas_toggle_locked },
  { "canvas.new-space", kith_canvas_new_space },
  { "canvas.next-link", next_link },
  { "canvas.open", open_selected },
  { "canvas.other-end", other_end },
  { "canvas.paste", kith_canvas_paste },
  { "canvas.paste-here", kith_canvas_paste_here },
  { "canvas.pin", pin },
  { "canvas.reconnect", reconnect },
  { "canvas.reconnect-a", reconnect_a },
  { "canvas.reconnect-b", reconnect_b },
  { "canvas.rename", kith_canvas_begin_rename },
  { "canvas.reverse", kith_canvas_reverse },
  { "canvas.same-size", kith_canvas_same_size },
  { "canvas.select-all", kith_canvas_select_all },
  { "canvas.unbend", kith_canvas_unbend },
  { "canvas.select-locked", kith_canvas_select_locked },
  { "canvas.zoom-100", zoom_100 },
  { "canvas.zoom-fit", zoom_fit },
  { "canvas.zoom-in", zoom_in },
  { "canvas.zoom-out", zoom_out },
  { "canvas.zoom-selection", kith_canvas_zoom_to_selection },
};

static void
on_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithCanvas *self = KITH_CANVAS (widget);

  if (self->viewer == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, name))
      actions[i].act (self);
}

/* A step, or 0 for "not known", of the end that wears the ring. */
static void
on_rate (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithCanvas *self = KITH_CANVAS (widget);
  int step = g_variant_get_int32 (parameter);

  if (self->viewer != NULL && step >= 0 && step <= KITH_SCORE_5)
    kith_viewer_rate (self->viewer, step == 0 ? KITH_SCORE_NOT_KNOWN : (KithScore) step);
}

static void
on_space (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithCanvas *self = KITH_CANVAS (widget);

  if (self->viewer != NULL)
    kith_canvas_join_space (self, g_variant_get_int64 (parameter),
                            g_str_equal (name, "canvas.join-space"));
}

static void
on_tag (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithCanvas *self = KITH_CANVAS (widget);

  if (self->viewer != NULL)
    kith_canvas_tag (self, g_variant_get_string (parameter, NULL),
                     g_str_equal (name, "canvas.tag"));
}

void
kith_canvas_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, on_action);
  gtk_widget_class_install_action (widget_class, "canvas.rate", "i", on_rate);
  gtk_widget_class_install_action (widget_class, "canvas.join-space", "x", on_space);
  gtk_widget_class_install_action (widget_class, "canvas.leave-space", "x", on_space);
  gtk_widget_class_install_action (widget_class, "canvas.tag", "s", on_tag);
  gtk_widget_class_install_action (widget_class, "canvas.untag", "s", on_tag);
}
