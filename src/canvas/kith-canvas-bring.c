/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: an edit that brings something new: where it goes, and that it is seen. */
#include "kith-arrange.h"
#include "kith-canvas-private.h"
#include "kith-free-place.h"
#include "kith-text.h"

#define GAP 24.0 /* map units between all that is there and what finds no place within */

static KithStakeholder *
new_stakeholder (KithEdit *edit, guint i)
{
  const KithChange *change = kith_edit_change (edit, i);

  if (change->before != NULL || kith_change_kind (change) != KITH_STAKEHOLDER)
    return NULL;
  return kith_edit_peek_after (edit, kith_change_id (change));
}

/* A stakeholder or annotation that the edit brings; NULL where that change is something else. */
static gpointer
new_placed (KithEdit *edit, guint i)
{
  const KithChange *change = kith_edit_change (edit, i);
  KithKind kind = kith_change_kind (change);

  if (change->before != NULL || (kind != KITH_STAKEHOLDER && kind != KITH_ANNOTATION))
    return NULL;
  return kith_edit_peek_after (edit, kith_change_id (change));
}

/* Round all boxes that the edit brings; FALSE where it brings none. */
static gboolean
extent_of_new (KithEdit *edit, KithRect *extent)
{
  gboolean found = FALSE;

  for (guint i = 0; i < kith_edit_n_changes (edit); i++)
    {
      KithPlace made;
      KithRect box;

      if (!kith_record_place (new_placed (edit, i), &made))
        continue;
      box = (KithRect){ made.x - made.width / 2, made.y - made.height / 2, made.width,
                        made.height };
      *extent = found ? kith_rect_union (extent, &box) : box;
      found = TRUE;
    }
  return found;
}

static gboolean
covers_any (KithCanvas *self, KithPoint centre, const KithRect *size)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  KithRect rect = { centre.x - size->width / 2, centre.y - size->height / 2, size->width,
                    size->height };

  kith_figures_in_rect (self->figures, &rect, ids);
  return ids->len > 0;
}

/* Moves what the edit brings, as it is, to free ground. */
void
kith_canvas_put_in_free_ground (KithCanvas *self, KithEdit *edit, KithPoint near)
{
  KithRect extent, all = kith_figures_bounds (self->figures);
  KithPoint to;
  double dx, dy;

  if (!extent_of_new (edit, &extent))
    return;
  to = kith_free_place_near (self->figures, near, extent.width, extent.height);
  if (covers_any (self, to, &extent))
    to = (KithPoint){ all.x + all.width + GAP + extent.width / 2, all.y + all.height / 2 };
  dx = to.x - (extent.x + extent.width / 2);
  dy = to.y - (extent.y + extent.height / 2);
  for (guint i = 0; i < kith_edit_n_changes (edit); i++)
    {
      gpointer made = new_placed (edit, i);
      KithPlace place;

      if (kith_record_place (made, &place))
        kith_record_move (made, place.x + dx, place.y + dy);
    }
}

/* Performs it (transfer full), selects what came and brings it into sight. */
gboolean
kith_canvas_bring_in (KithCanvas *self, KithEdit *edit, GArray *made)
{
  KithRect extent;
  gboolean has_extent = extent_of_new (edit, &extent);

  if (!kith_viewer_perform (self->viewer, edit, NULL))
    return FALSE;
  kith_viewer_select (self->viewer, (const KithId *) (gpointer) made->data, made->len, FALSE);
  if (has_extent)
    kith_canvas_reveal_clear (self, &extent);
  return TRUE;
}

/* Whether it says something of those who are there already. */
static gboolean
concerns_others (KithEdit *edit)
{
  for (guint i = 0; i < kith_edit_n_changes (edit); i++)
    {
      const KithChange *change = kith_edit_change (edit, i);
      const KithLink *link = (const KithLink *) change->after;

      if (change->before != NULL)
        return TRUE;
      if (kith_change_kind (change) == KITH_LINK
          && (kith_edit_peek_after (edit, link->a) == NULL
              || kith_edit_peek_after (edit, link->b) == NULL))
        return TRUE;
    }
  return FALSE;
}

/* Whether a table said where somebody is. */
static gboolean
says_places (KithEdit *edit)
{
  for (guint i = 0; i < kith_edit_n_changes (edit); i++)
    {
      const KithStakeholder *made = new_stakeholder (edit, i);

      if (made != NULL && kith_stakeholder_is_placed (made))
        return TRUE;
    }
  return FALSE;
}

/* As a map of their own would be; FALSE where that cannot be. */
static gboolean
arrange_strangers (KithEdit *edit)
{
  KithArrangeOptions options = KITH_ARRANGE_INIT;
  g_autoptr (KithMap) apart = kith_map_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  g_autoptr (GArray) xy = g_array_new (FALSE, FALSE, sizeof (double));

  if (says_places (edit))
    return kith_arrange_complete (apart, edit, &options, NULL);
  if (!kith_map_apply (apart, edit, NULL) || !kith_arrange (apart, &options, ids, xy, NULL))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      KithId id = g_array_index (ids, KithId, i);
      const KithStakeholder *before = kith_map_stakeholder (apart, id);
      KithStakeholder *placed = kith_record_copy (before);

      placed->x = g_array_index (xy, double, 2 * i);
      placed->y = g_array_index (xy, double, 2 * i + 1);
      kith_edit_update (edit, before, placed);
    }
  return TRUE;
}

/* Strangers are arranged among themselves, others round those whom they know. */
static gboolean
place (KithCanvas *self, KithEdit *edit, KithPoint near, GError **error)
{
  KithArrangeOptions options = KITH_ARRANGE_INIT;

  kith_measure_edit (edit);
  if (!concerns_others (edit) && arrange_strangers (edit))
    {
      kith_canvas_put_in_free_ground (self, edit, near);
      return TRUE;
    }
  return kith_arrange_complete (kith_viewer_get_whole_map (self->viewer), edit, &options, error);
}

/* What is to be selected: new stakeholders, or where there are none what else is new. */
static GArray *
list_new (KithEdit *edit)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (KithId));

  for (guint i = 0; i < kith_edit_n_changes (edit); i++)
    if (new_stakeholder (edit, i) != NULL)
      g_array_append_vals (ids, &(KithId){ kith_change_id (kith_edit_change (edit, i)) }, 1);
  for (guint i = 0; i < kith_edit_n_changes (edit) && ids->len == 0; i++)
    {
      const KithChange *change = kith_edit_change (edit, i);

      if (change->before == NULL && kith_change_kind (change) == KITH_LINK)
        g_array_append_vals (ids, &(KithId){ kith_change_id (change) }, 1);
    }
  return ids;
}

/* Gives a place to what the edit (transfer full) brings, does it, and shows and selects what is
 * new. FALSE: it was not done, and a person has been told why. */
gboolean
kith_canvas_add_edit (KithCanvas *self, KithEdit *edit, KithPoint near)
{
  g_autoptr (KithEdit) owned = edit;
  g_autoptr (GArray) made = NULL;
  GError *error = NULL;

  kith_canvas_end_typing (self, TRUE);
  kith_canvas_cancel_tool (self);
  kith_canvas_stop_arranging (self);
  if (!place (self, edit, near, &error))
    return kith_viewer_perform (self->viewer, NULL, error);
  made = list_new (edit);
  return kith_canvas_bring_in (self, g_steal_pointer (&owned), made);
}

/**
 * kith_canvas_add:
 * @self: a canvas with a viewer
 * @edit: (transfer full): an edit that brings stakeholders, perhaps without size and position
 *
 * Places, performs, selects and shows them.
 *
 * Returns: whether it was done; if not, the window has been told why
 */
gboolean
kith_canvas_add (KithCanvas *self, KithEdit *edit)
{
  g_return_val_if_fail (KITH_IS_CANVAS (self), FALSE);

  return kith_canvas_add_edit (self, edit, (KithPoint){ self->viewport.x, self->viewport.y });
}
