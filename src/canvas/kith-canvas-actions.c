/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: its named actions ("canvas.add" …), for its buttons, its context menu and assistive
 * technology. */
#include <glib/gi18n-lib.h>

#include "kith-canvas-private.h"
#include "kith-verbs.h"

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

/* Arranging leaves a pinned stakeholder where it is. */
static void
pin (KithCanvas *self)
{
  KithMap *map = kith_viewer_get_whole_map (self->viewer);
  KithId only = kith_canvas_only_stakeholder (self);
  const KithStakeholder *stakeholder = only != 0 ? kith_map_stakeholder (map, only) : NULL;
  KithStakeholder *after;

  if (stakeholder == NULL)
    return;
  after = kith_record_copy (stakeholder);
  after->pinned = !stakeholder->pinned;
  kith_viewer_perform (self->viewer,
                       kith_verb_put (map, after, after->pinned ? _ ("Pin") : _ ("Unpin")), NULL);
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

static const struct
{
  const char *name;
  void (*act) (KithCanvas *self);
} actions[] = {
  { "canvas.add", kith_canvas_begin_add },
  { "canvas.add-here", add_here },
  { "canvas.add-linked", kith_canvas_add_linked },
  { "canvas.arrange", kith_canvas_arrange },
  { "canvas.delete", delete_selection },
  { "canvas.last-link", last_link },
  { "canvas.link", kith_canvas_begin_link },
  { "canvas.next-link", next_link },
  { "canvas.open", open_selected },
  { "canvas.other-end", other_end },
  { "canvas.pin", pin },
  { "canvas.rename", kith_canvas_begin_rename },
  { "canvas.select-all", kith_canvas_select_all },
  { "canvas.zoom-100", zoom_100 },
  { "canvas.zoom-fit", zoom_fit },
  { "canvas.zoom-in", zoom_in },
  { "canvas.zoom-out", zoom_out },
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

void
kith_canvas_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, on_action);
  gtk_widget_class_install_action (widget_class, "canvas.rate", "i", on_rate);
}

static GMenu *
menu_for_stakeholder (KithCanvas *self, KithId id)
{
  const KithStakeholder *stakeholder = kith_map_stakeholder (kith_viewer_get_map (self->viewer),
                                                             id);
  gboolean pinned = stakeholder != NULL && stakeholder->pinned;
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();

  g_menu_append (menu, _ ("Link to…"), "canvas.link");
  g_menu_append (menu, _ ("Add a linked stakeholder"), "canvas.add-linked");
  g_menu_append (menu, _ ("Rename"), "canvas.rename");
  g_menu_append (menu, pinned ? _ ("Unpin") : _ ("Pin in place"), "canvas.pin");
  g_menu_append (last, _ ("Delete"), "canvas.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
  return menu;
}

static GMenu *
menu_for_ground (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();

  g_menu_append (menu, _ ("Add a stakeholder here"), "canvas.add-here");
  g_menu_append (menu, _ ("Select all"), "canvas.select-all");
  g_menu_append (last, _ ("Arrange"), "canvas.arrange");
  g_menu_append (last, _ ("Show the whole map"), "canvas.zoom-fit");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
  return menu;
}

static GMenu *
menu_for_selection (KithCanvas *self)
{
  KithId only = kith_viewer_get_only (self->viewer, NULL);
  GMenu *menu;

  if (kith_viewer_n_selected (self->viewer) == 0)
    return menu_for_ground ();
  if (kith_canvas_only_stakeholder (self) != 0)
    return menu_for_stakeholder (self, only);
  menu = g_menu_new ();
  if (only != 0)
    g_menu_append (menu, _ ("Show in the sidebar"), "canvas.open");
  g_menu_append (menu, _ ("Delete"), "canvas.delete");
  return menu;
}

/* What can be done with what is selected, at a place in pixels. */
void
kith_canvas_popup_menu (KithCanvas *self, double x, double y)
{
  g_autoptr (GMenu) menu = menu_for_selection (self);

  self->menu_at = kith_viewport_to_map (&self->viewport, x, y);
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Map menu"), -1);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), G_MENU_MODEL (menu));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}
