/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: what is done with the one selected link: leading an end or its
 * middle elsewhere, turning it round. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "kith-canvas-private.h"
#include "kith-opinion.h"

/* The one selected link as it is shown, or NULL. */
const KithLink *
kith_canvas_only_link (KithCanvas *self)
{
  KithKind kind = KITH_ABOUT;
  KithId only = self->viewer != NULL ? kith_viewer_get_only (self->viewer, &kind) : 0;

  return only != 0 && kind == KITH_LINK ? kith_map_link (kith_viewer_get_map (self->viewer), only)
                                        : NULL;
}

static const char *
name_of (KithCanvas *self, KithId stakeholder)
{
  const KithStakeholder *record = kith_map_stakeholder (kith_viewer_get_map (self->viewer),
                                                        stakeholder);

  return record != NULL ? kith_stakeholder_short_name (record) : "";
}

/* Says how many there are where a new one lies beside others. */
gboolean
kith_canvas_say_links_between (KithCanvas *self, KithId a, KithId b)
{
  guint n = kith_links_between (kith_viewer_get_map (self->viewer), a, b);
  g_autofree char *text = NULL;

  if (n < 2)
    return FALSE;
  text = g_strdup_printf (ngettext ("There is now %u link between these two.",
                                    "There are now %u links between these two.", n),
                          n);
  kith_canvas_say (self, text);
  return TRUE;
}

/* From the one selected link, by a pick. */
void
kith_canvas_begin_reconnect (KithCanvas *self, KithEnd end)
{
  const KithLink *link = kith_canvas_only_link (self);
  KithId id = link != NULL ? KITH_ID (link) : 0;

  if (id == 0)
    {
      kith_canvas_say (self, _ ("Select a link first."));
      return;
    }
  if (kith_viewer_refuses_past (self->viewer))
    return;
  kith_canvas_end_typing (self, TRUE);
  kith_viewer_set_end (self->viewer, end);
  kith_canvas_start_tool (self, kith_tool_reconnect_new (self, NULL, id, end));
  kith_canvas_take_keyboard (self);
}

/* Who sees less than all must not learn from a question that there is more: so others than the team
 * are always asked. */
static gboolean
needs_answer (KithCanvas *self, KithId link)
{
  return kith_viewer_get_view (self->viewer)->audience != KITH_TEAM
         || kith_link_has_story (kith_viewer_get_whole_map (self->viewer), link);
}

/**
 * kith_canvas_reconnect:
 * @self: a canvas
 * @link: a link of the shown map
 * @end: which of its ends
 * @to: the stakeholder to which it is to lead
 *
 * Does it where nothing was said of the two, else asks by "reconnect". Where the end leads there
 * already, nothing happens.
 */
void
kith_canvas_reconnect (KithCanvas *self, KithId link, KithEnd end, KithId to)
{
  const KithLink *record;

  g_return_if_fail (KITH_IS_CANVAS (self));

  record = kith_map_link (kith_viewer_get_map (self->viewer), link);
  if (record == NULL || kith_link_rater (record, end) == to)
    return;
  if (kith_link_rated (record, end) != to && needs_answer (self, link))
    g_signal_emit_by_name (self, "reconnect", link, (int) end, to);
  else
    kith_canvas_reconnect_as (self, link, end, to, KITH_RECONNECT_ALL);
}

/**
 * kith_canvas_reconnect_as:
 * @self: a canvas
 * @link: a link of the shown map
 * @end: which of its ends
 * @to: the stakeholder to which it is to lead
 * @how: what becomes of what was said
 *
 * The link that then leads to @to is selected.
 */
void
kith_canvas_reconnect_as (KithCanvas *self, KithId link, KithEnd end, KithId to, KithReconnect how)
{
  KithDate today = kith_viewer_date (self->viewer);
  GError *error = NULL;
  KithId id = 0;
  KithEdit *edit;
  const KithLink *made;
  g_autofree char *text = NULL;

  g_return_if_fail (KITH_IS_CANVAS (self));

  edit = kith_verb_reconnect (kith_viewer_get_whole_map (self->viewer), link, end, to, how, &today,
                              &id, &error);
  if (!kith_viewer_perform (self->viewer, edit, error))
    return;
  kith_viewer_select_only (self->viewer, id);
  kith_viewer_set_end (self->viewer, end);
  made = kith_map_link (kith_viewer_get_map (self->viewer), id);
  if (made == NULL || kith_canvas_say_links_between (self, made->a, made->b))
    return;
  text = g_strdup_printf (_ ("The link is now between %s and %s."), name_of (self, made->a),
                          name_of (self, made->b));
  kith_canvas_say (self, text);
}

/* The ring stays with whose end it is. */
static void
turn_round (KithCanvas *self, KithId link)
{
  KithEnd end = kith_viewer_get_end (self->viewer);

  if (!kith_viewer_perform (self->viewer,
                            kith_verb_reverse (kith_viewer_get_whole_map (self->viewer), link),
                            NULL))
    return;
  kith_viewer_set_end (self->viewer, end == KITH_END_A ? KITH_END_B : KITH_END_A);
}

void
kith_canvas_reverse (KithCanvas *self)
{
  const KithLink *link = kith_canvas_only_link (self);
  g_autofree char *text = NULL;
  gboolean there;

  if (link == NULL)
    kith_canvas_say (self, _ ("Select a link first."));
  else if (link->direction == KITH_DIRECTION_NONE)
    kith_canvas_say (self, _ ("This link has no direction to reverse. Give it one in the sidebar, "
                              "under More."));
  else if (link->direction == KITH_DIRECTION_BOTH)
    kith_canvas_say (self, _ ("This link goes both ways, so there is nothing to reverse."));
  else
    {
      there = link->direction == KITH_DIRECTION_A_TO_B;
      /* Translators: the direction of a link after it was reversed */
      text = g_strdup_printf (_ ("Now from %s to %s."), name_of (self, there ? link->b : link->a),
                              name_of (self, there ? link->a : link->b));
      turn_round (self, KITH_ID (link));
      kith_canvas_say (self, text);
    }
}

/* Leads the middle of the one selected link elsewhere; quick repeats are one undo step. */
static void
bend_to (KithCanvas *self, KithId link, KithPoint at)
{
  g_autofree char *join = g_strdup_printf ("bend %" G_GINT64_FORMAT, link);
  double bend;
  double along;
  KithEdit *edit;

  if (!kith_figures_link_bend (self->figures, link, at, 0.0, &bend, &along))
    return;
  edit = kith_verb_bend (kith_viewer_get_whole_map (self->viewer), link, bend, along);
  kith_edit_set_join (edit, join);
  kith_viewer_perform (self->viewer, edit, NULL);
}

void
kith_canvas_bend_by (KithCanvas *self, double dx, double dy)
{
  const KithLink *link = kith_canvas_only_link (self);
  KithPoint at;

  if (link == NULL || !kith_figures_link_bent_to (self->figures, KITH_ID (link), &at))
    return;
  at.x += dx;
  at.y += dy;
  bend_to (self, KITH_ID (link), at);
}

/* To the left of the way from the one end to the other, or to the right. */
void
kith_canvas_bend_aside (KithCanvas *self, double by)
{
  const KithLink *link = kith_canvas_only_link (self);
  KithPoint a, b;
  double length;

  if (link == NULL || !kith_figures_link_end (self->figures, KITH_ID (link), KITH_END_A, &a)
      || !kith_figures_link_end (self->figures, KITH_ID (link), KITH_END_B, &b))
    {
      kith_canvas_say (self, _ ("Select a link first."));
      return;
    }
  length = MAX (hypot (b.x - a.x, b.y - a.y), 1.0);
  kith_canvas_bend_by (self, -(b.y - a.y) / length * by, (b.x - a.x) / length * by);
}

void
kith_canvas_unbend (KithCanvas *self)
{
  const KithLink *link = kith_canvas_only_link (self);

  if (link == NULL)
    kith_canvas_say (self, _ ("Select a link first."));
  else if (link->bend == 0.0)
    kith_canvas_say (self, _ ("Nobody has bent this link."));
  else
    kith_viewer_perform (self->viewer,
                         kith_verb_bend (kith_viewer_get_whole_map (self->viewer), KITH_ID (link),
                                         0.0, 0.0),
                         NULL);
}

/* Underlines in names are not mnemonics. */
static void
append_named (GMenu *menu, const char *format, const char *name, const char *action)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);
  g_autofree char *plain = g_strjoinv ("__", parts);
  g_autofree char *label = g_strdup_printf (format, plain);

  g_menu_append (menu, label, action);
}

static void
append_keyed (GMenu *menu, const char *label, const char *action, const char *keys)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "accel", "s", keys);
  g_menu_append_item (menu, item);
}

/* What can be done with the one selected link. */
void
kith_canvas_append_link_menu (KithCanvas *self, GMenu *menu)
{
  const KithLink *link = kith_canvas_only_link (self);
  g_autoptr (GMenu) section = g_menu_new ();

  append_keyed (menu, _ ("Go to the other end"), "canvas.cross", "<Alt>Return");
  append_keyed (menu, _ ("Label"), "canvas.label", "F2");
  if (link == NULL)
    return;
  /* Translators: leads the end of a link that is at this stakeholder to another one */
  append_named (section, _ ("Reconnect from %s…"), name_of (self, link->a), "canvas.reconnect-a");
  append_named (section, _ ("Reconnect from %s…"), name_of (self, link->b), "canvas.reconnect-b");
  append_keyed (section, _ ("Reverse direction"), "canvas.reverse", "<Alt><Shift>r");
  if (link->bend != 0.0)
    g_menu_append (section, _ ("Let it run as it comes"), "canvas.unbend");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}
