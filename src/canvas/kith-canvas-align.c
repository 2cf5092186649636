/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: putting the selected stakeholders in line. */
#include <glib/gi18n-lib.h>

#include "kith-canvas-private.h"
#include "kith-verbs-align.h"

/* The selected stakeholders, or NULL and a word where they are too few. */
GArray *
kith_canvas_selected_stakeholders (KithCanvas *self, guint least)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  g_autoptr (GArray) selected = kith_viewer_dup_selection (self->viewer);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (KithId));

  for (guint i = 0; i < selected->len; i++)
    if (kith_map_placed (map, g_array_index (selected, KithId, i)) != NULL
        && !kith_map_is_locked (map, g_array_index (selected, KithId, i)))
      g_array_append_vals (ids, &g_array_index (selected, KithId, i), 1);
  if (ids->len >= least)
    return g_steal_pointer (&ids);
  kith_canvas_say (self, least > 2    ? _ ("Select at least three stakeholders first.")
                         : least == 2 ? _ ("Select at least two stakeholders first.")
                                      : _ ("Select a stakeholder first."));
  return NULL;
}

/* Anything still being typed, dragged or arranged is finished first. */
static void
settle_down (KithCanvas *self)
{
  kith_canvas_end_typing (self, TRUE);
  kith_canvas_cancel_tool (self);
  kith_canvas_stop_arranging (self);
}

void
kith_canvas_align (KithCanvas *self, KithAlign how)
{
  g_autoptr (GArray) ids = NULL;

  settle_down (self);
  ids = kith_canvas_selected_stakeholders (self, 2);
  if (ids != NULL)
    kith_viewer_perform (self->viewer,
                         kith_verb_align (kith_viewer_get_whole_map (self->viewer),
                                          (const KithId *) (gpointer) ids->data, ids->len, how),
                         NULL);
}

void
kith_canvas_distribute (KithCanvas *self, gboolean across)
{
  g_autoptr (GArray) ids = NULL;

  settle_down (self);
  ids = kith_canvas_selected_stakeholders (self, 3);
  if (ids != NULL)
    kith_viewer_perform (self->viewer,
                         kith_verb_distribute (kith_viewer_get_whole_map (self->viewer),
                                               (const KithId *) (gpointer) ids->data, ids->len,
                                               across),
                         NULL);
}

/* Better places for these only; the others stay. All of them are the map, in its arrangement. */
void
kith_canvas_arrange_selection (KithCanvas *self)
{
  g_autoptr (GArray) ids = kith_canvas_selected_stakeholders (self, 2);

  if (ids == NULL)
    return;
  if (ids->len == kith_map_n (kith_viewer_get_whole_map (self->viewer), KITH_STAKEHOLDER))
    kith_canvas_arrange (self);
  else
    kith_canvas_arrange_only (self, ids);
}
