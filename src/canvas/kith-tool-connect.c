/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "kith-canvas-private.h"
#include "kith-opinion.h"
#include "kith-painter.h"
#include "kith-verbs.h"

#define THRESHOLD 6 /* pixels before a press on a rim becomes a link */

typedef struct
{
  KithTool parent;
  KithPointer press;
  KithId link;      /* whose end is led elsewhere; 0: a new one is drawn */
  KithEnd end;      /* of that link */
  KithId from;      /* 0: not picked yet; where the other end of the link is and stays */
  KithId start;     /* from where arrow keys go on */
  KithId target;    /* the stakeholder that the line goes to, or 0 */
  KithPoint tip;    /* where the line ends when it goes to nobody */
  KithPointer rest; /* where the pointer was when keys aimed: what rests there aims at nothing */
  gboolean by_keys;
  gboolean picking;
  gboolean moved;
} ConnectTool;

static void
aim (ConnectTool *connect, KithId target)
{
  connect->target = target;
  kith_canvas_set_hovered (connect->parent.canvas, target);
  gtk_widget_queue_draw (GTK_WIDGET (connect->parent.canvas));
}

static void
ask_for_the_other (ConnectTool *connect)
{
  kith_canvas_say (
      connect->parent.canvas,
      connect->link != 0
          ? _ ("Pick the stakeholder to which this end leads from now on.")
          : _ ("Pick the stakeholder to link to, or type its name; free ground makes a new one."));
}

/* What Enter would do, for who goes by keys. */
static void
say_aim (ConnectTool *connect)
{
  KithCanvas *canvas = connect->parent.canvas;
  const KithStakeholder *target = kith_map_stakeholder (kith_viewer_get_map (canvas->viewer),
                                                        connect->target);
  g_autofree char *text = NULL;

  if (target == NULL)
    return;
  if (connect->link != 0)
    text = g_strdup_printf (_ ("Enter: the link leads to %s."), target->name);
  else
    text = connect->from == 0 ? g_strdup_printf (_ ("Enter: link from %s."), target->name)
                              : g_strdup_printf (_ ("Enter: link to %s."), target->name);
  kith_canvas_say (canvas, text);
}

static void
link_to (KithCanvas *canvas, KithId from, KithId to)
{
  GError *error = NULL;
  KithId id = 0;
  KithEdit *edit = kith_verb_add_link (kith_viewer_get_whole_map (canvas->viewer), from, to,
                                       KITH_LINK_WORKS_WITH, &id, &error);

  if (!kith_viewer_perform (canvas->viewer, edit, error))
    return;
  kith_viewer_select_only (canvas->viewer, id);
  kith_canvas_say_links_between (canvas, from, to);
}

/* An end that is led elsewhere needs somebody to lead to. */
static gboolean
finish_reconnecting (ConnectTool *connect, KithId to)
{
  KithCanvas *canvas = connect->parent.canvas;

  if (to == 0)
    {
      kith_canvas_say (canvas,
                       _ ("An end of a link leads to a stakeholder, and there is none here. "
                          "Nothing has changed."));
      return !connect->picking;
    }
  aim (connect, 0);
  if (connect->picking)
    kith_canvas_say (canvas, ""); /* it has been done */
  kith_canvas_reconnect (canvas, connect->link, connect->end, to);
  return TRUE;
}

/* What a pick or a release at a place does. */
static gboolean
finish (ConnectTool *connect, KithId to, KithPoint at)
{
  KithCanvas *canvas = connect->parent.canvas;
  KithId from = connect->from;

  if (from == 0 && to != 0)
    {
      connect->from = connect->start = to;
      connect->tip = at;
      ask_for_the_other (connect);
      return FALSE;
    }
  if (to == from && from != 0)
    {
      kith_canvas_say (canvas, _ ("A stakeholder cannot be linked to itself."));
      return !connect->picking;
    }
  if (connect->link != 0)
    return finish_reconnecting (connect, to);
  aim (connect, 0);
  if (connect->picking)
    kith_canvas_say (canvas, ""); /* it has been done */
  if (to != 0)
    link_to (canvas, from, to);
  else if (from != 0)
    kith_canvas_type_new (canvas, at, from);
  return TRUE;
}

static void
connect_motion (KithTool *tool, const KithPointer *pointer)
{
  ConnectTool *connect = (ConnectTool *) tool;
  KithId under = kith_canvas_stakeholder_at (tool->canvas, pointer);

  if (!connect->picking && !connect->moved
      && hypot (pointer->x - connect->press.x, pointer->y - connect->press.y) < THRESHOLD)
    return;
  if (connect->by_keys
      && hypot (pointer->x - connect->rest.x, pointer->y - connect->rest.y) < THRESHOLD)
    return;
  connect->by_keys = FALSE;
  connect->moved = TRUE;
  connect->tip = pointer->at;
  aim (connect, under == connect->from ? 0 : under);
}

static void
click_instead (ConnectTool *connect, const KithPointer *pointer)
{
  KithHit hit = kith_canvas_hit (connect->parent.canvas, pointer);

  if (connect->link != 0)
    {
      kith_viewer_set_end (connect->parent.canvas->viewer, connect->end);
      return;
    }
  kith_viewer_select_only (connect->parent.canvas->viewer,
                           hit.part == KITH_HIT_NOTHING ? connect->from : hit.id);
}

static gboolean
connect_release (KithTool *tool, const KithPointer *pointer)
{
  ConnectTool *connect = (ConnectTool *) tool;
  KithId under = kith_canvas_stakeholder_at (tool->canvas, pointer);

  if (!connect->picking && !connect->moved)
    {
      click_instead (connect, pointer);
      return TRUE;
    }
  return finish (connect, under, pointer->at);
}

/* The stakeholder beside the one that is aimed at. */
static KithId
beside (ConnectTool *connect, guint keyval)
{
  static const struct
  {
    guint keyval;
    double dx;
    double dy;
  } ways[] = {
    { GDK_KEY_Left, -1, 0 },  { GDK_KEY_Right, 1, 0 },    { GDK_KEY_Up, 0, -1 },
    { GDK_KEY_Down, 0, 1 },   { GDK_KEY_KP_Left, -1, 0 }, { GDK_KEY_KP_Right, 1, 0 },
    { GDK_KEY_KP_Up, 0, -1 }, { GDK_KEY_KP_Down, 0, 1 },
  };
  KithId at = connect->target != 0 ? connect->target : connect->start;

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (ways[i].keyval == keyval)
      return at == 0 ? kith_canvas_middlemost (connect->parent.canvas)
                     : kith_figures_neighbour (connect->parent.canvas->figures, at, ways[i].dx,
                                               ways[i].dy);
  return 0;
}

/* Keys have aimed: what the pointer rests on does not count. */
static void
aim_by_keys (ConnectTool *connect, KithId target)
{
  connect->by_keys = TRUE;
  connect->rest = connect->parent.canvas->last;
  aim (connect, target);
  say_aim (connect);
}

static void
connect_aim (KithTool *tool, KithId stakeholder)
{
  aim_by_keys ((ConnectTool *) tool, stakeholder);
}

static gboolean
connect_key (KithTool *tool, guint keyval, gboolean *used)
{
  ConnectTool *connect = (ConnectTool *) tool;
  KithId next = beside (connect, keyval);
  KithRect extent;

  *used = TRUE;
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    return connect->target != 0 && finish (connect, connect->target, connect->tip);
  if (next == 0)
    {
      say_aim (connect); /* nobody is on that side: what is aimed at stays so, and is said */
      return FALSE;
    }
  aim_by_keys (connect, next);
  if (kith_figures_extent (tool->canvas->figures, next, &extent))
    kith_canvas_reveal (tool->canvas, &extent);
  return FALSE;
}

static gboolean
connect_pick (KithTool *tool, KithId stakeholder)
{
  ConnectTool *connect = (ConnectTool *) tool;
  gboolean done;

  aim (connect, stakeholder == connect->from ? 0 : stakeholder);
  done = finish (connect, stakeholder, connect->tip);
  if (!done && connect->from == stakeholder)
    kith_viewer_select_only (tool->canvas->viewer, stakeholder);
  return done;
}

static void
connect_cancel (KithTool *tool)
{
  if (((ConnectTool *) tool)->picking)
    kith_canvas_say (tool->canvas, "");
  kith_canvas_set_hovered (tool->canvas, 0);
}

static void
connect_draw (KithTool *tool, cairo_t *cr, double scale)
{
  ConnectTool *connect = (ConnectTool *) tool;
  KithPaletteName palette = kith_viewer_get_view (tool->canvas->viewer)->palette;
  KithPoint from, to = connect->tip;
  KithRect own, other;
  gboolean has_other;

  if (connect->from == 0 || (!connect->moved && connect->target == 0))
    return;
  has_other = connect->target != 0 && kith_canvas_card (tool->canvas, connect->target, &other);
  if (has_other)
    to = (KithPoint){ other.x + other.width / 2, other.y + other.height / 2 };
  if (!kith_canvas_card (tool->canvas, connect->from, &own)
      || kith_rect_contains (&own, to.x, to.y))
    return; /* it has not left: a line would cross the name */
  from = kith_rect_rim (&own, to.x, to.y);
  if (has_other)
    to = kith_rect_rim (&other, from.x, from.y);
  kith_painter_new_link (cr, palette, from, to, scale);
}

static const KithToolClass drag_class = {
  .size = sizeof (ConnectTool),
  .cursor = "crosshair",
  .motion = connect_motion,
  .release = connect_release,
  .cancel = connect_cancel,
  .draw = connect_draw,
};

static const KithToolClass pick_class = {
  .size = sizeof (ConnectTool),
  .cursor = "crosshair",
  .free_hand = TRUE,
  .motion = connect_motion,
  .release = connect_release,
  .key = connect_key,
  .pick = connect_pick,
  .aim = connect_aim,
  .cancel = connect_cancel,
  .draw = connect_draw,
};

/**
 * kith_tool_connect_new:
 * @canvas: a canvas
 * @press: (nullable): the press on a rim that began it; %NULL: ends are picked
 * @from: where the link begins; 0: that is picked first
 *
 * Returns: (transfer full): a tool that draws a link
 */
KithTool *
kith_tool_connect_new (KithCanvas *canvas, const KithPointer *press, KithId from)
{
  ConnectTool *connect = kith_tool_new (press != NULL ? &drag_class : &pick_class, canvas);

  connect->from = connect->start = from;
  connect->picking = press == NULL;
  if (press != NULL)
    connect->press = *press;
  else if (from != 0)
    ask_for_the_other (connect);
  else
    kith_canvas_say (canvas, _ ("Pick the stakeholder that the link starts from."));
  return &connect->parent;
}

/**
 * kith_tool_reconnect_new:
 * @canvas: a canvas
 * @press: (nullable): the press on the grip of the end; %NULL: the stakeholder is picked
 * @link: a link of the shown map
 * @end: which of its ends is led elsewhere
 *
 * Returns: (transfer full): a tool that leads an end of a link to another stakeholder
 */
KithTool *
kith_tool_reconnect_new (KithCanvas *canvas, const KithPointer *press, KithId link, KithEnd end)
{
  ConnectTool *connect = kith_tool_new (press != NULL ? &drag_class : &pick_class, canvas);
  const KithLink *record = kith_map_link (kith_viewer_get_map (canvas->viewer), link);

  connect->link = link;
  connect->end = end;
  connect->from = kith_link_rated (record, end);
  connect->start = kith_link_rater (record, end);
  connect->picking = press == NULL;
  if (press != NULL)
    connect->press = *press;
  else
    ask_for_the_other (connect);
  return &connect->parent;
}
