/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: flags of warning signs and of the repair plan: what they tell, and where a press leads. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-canvas-private.h"
#include "kith-stroke.h"

/* Where a flag leads: the window's action, what its owner's menu calls it, and the action of its child. */
static const struct
{
  KithFlag flag;
  const char *action;
  const char *label; /* untranslated */
  const char *child_action;
} leads[] = {
  { KITH_FLAG_SIGNS, "win.warning-signs", N_ ("Warning signs…"), "item.warning-signs" },
  { KITH_FLAG_PLAN, "win.repair-plan", N_ ("Repair plan…"), "item.repair-plan" },
};

static void
open_flag (KithCanvas *self, KithFlag flag)
{
  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    if (leads[i].flag == flag)
      gtk_widget_activate_action (GTK_WIDGET (self), leads[i].action, NULL);
}

void
kith_canvas_append_flag_menu (KithCanvas *self, KithId owner, GMenu *menu)
{
  guint flags = kith_figures_flags_of (self->figures, owner);
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    if ((flags & leads[i].flag) != 0)
      g_menu_append (section, _ (leads[i].label), leads[i].action);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

void
kith_canvas_offer_flags (KithCanvas *self, KithCanvasChild *child)
{
  guint flags = self->figures != NULL
                    ? kith_figures_flags_of (self->figures, kith_canvas_child_get_id (child))
                    : 0;

  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (child), leads[i].child_action,
                                   (flags & leads[i].flag) != 0);
}

/* Whether that is what the action of a child asks for. */
gboolean
kith_canvas_act_flag (KithCanvas *self, const char *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    if (g_str_equal (leads[i].child_action + strlen ("item."), action))
      {
        open_flag (self, leads[i].flag);
        return TRUE;
      }
  return FALSE;
}

KithFlag
kith_canvas_flag_at (KithCanvas *self,
                     const KithPointer *pointer,
                     KithId *owner,
                     const char **words)
{
  if (kith_detail_at (self->viewport.zoom, FALSE) < KITH_DETAIL_NAMES)
    return 0;
  return kith_figures_flag_at (self->figures, pointer->at.x, pointer->at.y, owner, words);
}

typedef struct
{
  KithTool parent;
  KithId owner;
  KithFlag flag;
} FlagTool;

/* On release, so that who thinks better of it can move away. */
static gboolean
flag_release (KithTool *tool, const KithPointer *pointer)
{
  FlagTool *pressed = (FlagTool *) tool;
  KithCanvas *canvas = tool->canvas;
  KithFlag flag = pressed->flag;
  KithId owner = 0;

  if (kith_canvas_flag_at (canvas, pointer, &owner, NULL) != flag || owner != pressed->owner)
    return TRUE;
  kith_viewer_select_only (canvas->viewer, owner);
  open_flag (canvas, flag);
  return TRUE;
}

static const KithToolClass flag_class = {
  .size = sizeof (FlagTool),
  .release = flag_release,
};

/* Selects whose it is and opens where it is told: the list of signs, or the plan. */
gboolean
kith_canvas_press_flag (KithCanvas *self, const KithPointer *press)
{
  KithId owner = 0;
  KithFlag flag = kith_canvas_flag_at (self, press, &owner, NULL);
  FlagTool *tool;

  if (flag == 0 || (press->state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;
  tool = kith_tool_new (&flag_class, self);
  tool->owner = owner;
  tool->flag = flag;
  kith_canvas_start_tool (self, &tool->parent);
  return TRUE;
}
