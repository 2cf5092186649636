/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: what its accessible children say, and what they do when assistive technology asks. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-canvas-child.h"
#include "kith-canvas-private.h"
#include "kith-lens.h"
#include "kith-opinion.h"
#include "kith-spoken.h"

/* Of a selected link also what the number keys do. */
static char *
more_of_link (KithCanvas *self, KithMap *map, const KithLink *link, KithAudience audience)
{
  KithId id = KITH_ID (link);
  const KithStakeholder *rater =
      kith_map_stakeholder (map, kith_link_rater (link, kith_viewer_get_end (self->viewer)));
  KithLens lens = kith_viewer_get_view (self->viewer)->lens;
  g_autofree char *more = kith_spoken_link_more (map, link, kith_lens_dimension (lens), audience);
  g_autofree char *keys = NULL;

  if (kith_viewer_get_only (self->viewer, NULL) != id || audience == KITH_PUBLIC)
    return g_steal_pointer (&more);
  /* Translators: what number keys do on a selected link; the name of a stakeholder. */
  keys = g_strdup_printf (_ ("Keys 1 to 5 rate the trust of %s."), rater->name);
  return *more != '\0' ? g_strdup_printf ("%s %s", keys, more) : g_steal_pointer (&keys);
}

/* What the lens shows of it is what is read out. */
static char *
name_of_link (KithCanvas *self, KithMap *map, const KithLink *link, KithAudience audience)
{
  const KithView *view = kith_viewer_get_view (self->viewer);
  KithId from = kith_canvas_seat (self);
  g_autofree char *said = NULL;

  if (view->lens == KITH_LENS_TRUST || audience == KITH_PUBLIC
      || (!kith_lens_is_rated (view->lens) && kith_lens_n_steps (view->lens) < 2))
    return kith_spoken_link (map, link, from, audience);
  said = kith_lens_say_link (view, map, link);
  return kith_spoken_link_as (map, link, from, said);
}

/* What its flags are about comes first: it was asked for. */
static char *
with_flags (KithCanvas *self, KithId id, char *more)
{
  g_autofree char *rest = more;
  g_autofree char *told = self->figures != NULL ? kith_figures_flag_words (self->figures, id)
                                                : NULL;

  if (told == NULL)
    return g_steal_pointer (&rest);
  return g_strjoin (" ", told, rest, NULL);
}

void
kith_canvas_describe_child (KithCanvas *self, KithCanvasChild *child)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  KithAudience audience = kith_viewer_get_view (self->viewer)->audience;
  KithId id = kith_canvas_child_get_id (child);
  const KithStakeholder *stakeholder = kith_map_stakeholder (map, id);
  const KithLink *link = kith_map_link (map, id);
  const KithSpace *space = kith_map_space (map, id);
  const KithAnnotation *note = kith_map_annotation (map, id);
  g_autofree char *name = NULL, *more = NULL;

  if (stakeholder != NULL)
    {
      name = kith_spoken_stakeholder (map, stakeholder);
      more = kith_spoken_stakeholder_more (map, stakeholder, audience);
    }
  else if (link != NULL)
    {
      name = name_of_link (self, map, link, audience);
      more = more_of_link (self, map, link, audience);
    }
  else if (space != NULL)
    {
      name = kith_spoken_space (map, space);
      more = kith_spoken_space_more (map, space);
    }
  else if (note != NULL)
    {
      name = kith_annotation_to_words (map, note);
      more = g_strdup (note->locked ? _ ("Locked in place.") : "");
    }
  more = with_flags (self, id, more);
  if (more != NULL && !kith_viewer_passes (self->viewer, id))
    {
      g_autofree char *whole = g_steal_pointer (&more);

      /* Translators: read out before what else there is to say of a thing that is faint */
      more = g_strdup_printf (_ ("Filtered out. %s"), whole);
    }
  kith_canvas_offer_flags (self, child);
  if (name != NULL)
    kith_canvas_child_describe (child, name, more, kith_viewer_is_selected (self->viewer, id));
}

void
kith_canvas_tell_how_many (KithCanvas *self)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  guint n = kith_map_n (map, KITH_STAKEHOLDER), links = kith_map_n (map, KITH_LINK);
  g_autofree char *first = g_strdup_printf (ngettext ("%u stakeholder", "%u stakeholders", n), n);
  g_autofree char *second = g_strdup_printf (ngettext ("%u link", "%u links", links), links);
  /* Translators: read out for the map: "12 stakeholders", "20 links". */
  const KithPass *pass = kith_viewer_get_view (self->viewer)->pass;
  g_autofree char *words = pass != NULL ? kith_pass_to_words (pass, map)
                                        : g_strdup_printf (_ ("%s, %s"), first, second);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
}

/* One that is selected is read out itself, for the keyboard goes there; several are not. */
void
kith_canvas_tell_selection (KithCanvas *self)
{
  guint n = kith_viewer_n_selected (self->viewer);
  g_autofree char *words = NULL;

  if (n < 2)
    return;
  words = g_strdup_printf (ngettext ("%u selected", "%u selected", n), n);
  kith_viewer_announce (self->viewer, words);
}

/* A link that is taken up from one of its ends is seen, rated and left from there. */
static void
take_up (KithCanvas *self, KithId id)
{
  const KithLink *link = kith_map_link (kith_viewer_get_map (self->viewer), id);
  KithId from = kith_canvas_seat (self);

  if (kith_viewer_get_only (self->viewer, NULL) == id)
    return;
  kith_viewer_select_only (self->viewer, id);
  if (link == NULL || (from != link->a && from != link->b))
    return;
  self->walk_from = from;
  kith_viewer_set_end (self->viewer, from == link->a ? KITH_END_A : KITH_END_B);
}

/* What is called the same on the canvas. */
static gboolean
act_alike (KithCanvas *self, const char *action)
{
  static const char *const alike[] = { "other-end", "reconnect",  "reverse",
                                       "label",     "bend-left",  "bend-right",
                                       "unbend",    "draw-space", NULL };
  g_autofree char *name = g_strconcat ("canvas.", action, NULL);

  return g_strv_contains (alike, action)
         && gtk_widget_activate_action (GTK_WIDGET (self), name, NULL);
}

static void
act (KithCanvas *self, KithId id, const char *action)
{
  if (act_alike (self, action) || kith_canvas_act_flag (self, action))
    return;
  if (g_str_equal (action, "open"))
    g_signal_emit_by_name (self, "activate", id);
  else if (g_str_equal (action, "follow-link"))
    kith_canvas_follow_link (self, id);
  else if (g_str_equal (action, "link-to"))
    kith_canvas_begin_link (self);
  else if (g_str_equal (action, "add-linked"))
    kith_canvas_add_linked (self);
  else if (g_str_equal (action, "rename"))
    kith_canvas_begin_rename (self);
  else if (g_str_equal (action, "lock"))
    kith_canvas_toggle_locked (self);
  else if (g_str_has_prefix (action, "rate-"))
    gtk_widget_activate_action (GTK_WIDGET (self), "canvas.rate", "i",
                                action[strlen ("rate-")] - '0');
  else if (g_str_equal (action, "delete"))
    kith_viewer_delete_selection (self->viewer);
}

/* Whether a tool has taken it as what was meant. */
static gboolean
pick (KithCanvas *self, KithId id)
{
  KithTool *tool = self->tool;

  if (tool == NULL || tool->class->pick == NULL
      || kith_map_stakeholder (kith_viewer_get_map (self->viewer), id) == NULL)
    return FALSE;
  if (tool->class->pick (tool, id) && self->tool == tool)
    kith_canvas_end_tool (self);
  return TRUE;
}

/* While the ends of a link are picked, to select a stakeholder is to pick it. */
void
kith_canvas_child_acted (KithCanvasChild *child, const char *action, KithCanvas *self)
{
  KithId id = kith_canvas_child_get_id (child);

  kith_canvas_end_typing (self, TRUE);
  if (g_str_equal (action, "select") && pick (self, id))
    return;
  take_up (self, id);
  kith_canvas_show (self, id);
  kith_canvas_take_keyboard (self);
  act (self, id, action);
}
