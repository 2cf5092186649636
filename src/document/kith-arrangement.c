/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arrangements in groups, as edits: the moves, and what is drawn round the groups. */
#include <glib/gi18n-lib.h>

#include "kith-annotations.h"
#include "kith-arrangement-places.h"
#include "kith-arrangement-stays.h"
#include "kith-arrangement-truth.h"
#include "kith-verbs.h"

static KithAnnotation *
new_frame (KithArrangement as, KithAnnotationForm form, const KithLayoutArea *area)
{
  KithPlace place = { area->x, area->y, MAX (area->width, 1.0), MAX (area->height, 1.0) };
  KithAnnotation *frame = kith_annotation_draft (form, &place);

  frame->arrangement = (int) as;
  frame->locked = TRUE;
  return frame;
}

static int
to_thousandths (double value)
{
  return (int) (value * 1000.0 + 0.5);
}

static void
add_area (GPtrArray *frames,
          KithArrangement as,
          const KithGroups *groups,
          guint group,
          const KithLayoutArea *area)
{
  gboolean rectangle = groups->shape.form == KITH_LAYOUT_COLUMNS
                       || groups->shape.form == KITH_LAYOUT_ISLANDS;
  KithAnnotation *frame;

  if (area->width <= 0.0)
    return;
  frame = new_frame (as, rectangle ? KITH_ANNOTATION_FRAME : KITH_ANNOTATION_RING, area);
  frame->colour = g_array_index (groups->colours, int, group);
  frame->is_private = g_array_index (groups->all_secret, gboolean, group);
  kith_text_set (&frame->text, groups->titles->pdata[group]);
  if (area->named_below)
    frame->turn = KITH_NAMED_BELOW;
  if (groups->shape.form == KITH_LAYOUT_SEGMENTS)
    {
      frame->inner = to_thousandths (area->inner_width / area->width);
      frame->turn = to_thousandths (area->turn); /* neighbours round alike, so no gap shows */
      frame->sweep = CLAMP (to_thousandths (area->turn + area->sweep) - frame->turn, 1, 1000);
    }
  if (groups->shape.form == KITH_LAYOUT_CIRCLE)
    frame->inner = 1000;
  g_ptr_array_add (frames, frame);
}

static void
add_line (GPtrArray *frames, double x, double y, double width, double height, const char *text)
{
  KithAnnotation *line = new_frame (KITH_ARRANGEMENT_GRID, KITH_ANNOTATION_LINE,
                                    &(KithLayoutArea){ x, y, width, height });

  kith_text_set (&line->text, text);
  g_ptr_array_add (frames, line);
}

/* Thin lines between the values; an axis below and one on the left. */
static void
add_grid (GPtrArray *frames, const KithGroups *groups, const KithLayoutArea *areas)
{
  guint n = groups->shape.n_groups, last = n + groups->shape.n_rows;
  double left = areas[0].x - areas[0].width / 2;
  double right = areas[n - 1].x + areas[n - 1].width / 2;
  double top = areas[0].y - areas[0].height / 2, bottom = areas[0].y + areas[0].height / 2;

  for (guint i = 0; i < n; i++)
    add_line (frames, areas[i].x + areas[i].width / 2, (top + bottom) / 2, 1.0, bottom - top, "");
  for (guint i = n; i < last; i++)
    add_line (frames, (left + right) / 2, areas[i].y - areas[i].height / 2, right - left, 1.0, "");
  add_line (frames, (left + right) / 2, bottom, right - left, 1.0, _ ("Interest"));
  add_line (frames, left, (top + bottom) / 2, 1.0, bottom - top, _ ("Power"));
  if (areas[last].width > 0.0)
    {
      KithAnnotation *beside = new_frame (KITH_ARRANGEMENT_GRID, KITH_ANNOTATION_FRAME,
                                          &areas[last]);

      kith_text_set (&beside->text, _ ("Power or interest not said"));
      beside->is_private = g_array_index (groups->all_secret, gboolean, n);
      g_ptr_array_add (frames, beside);
    }
}

static void
add_frames (GPtrArray *frames,
            KithArrangement as,
            const KithGroups *groups,
            const KithLayoutArea *areas,
            guint withheld)
{
  if (as == KITH_ARRANGEMENT_GRID && withheld == 0)
    add_grid (frames, groups, areas);
  else if (as != KITH_ARRANGEMENT_GRID)
    for (guint i = 0; i < groups->shape.n_groups; i++)
      if (as != KITH_ARRANGEMENT_AROUND || i > 0)
        add_area (frames, as, groups, i, &areas[i]);
}

/* Those of a picture, but for those that would not say what is so. */
static void
draw_frames (GPtrArray *frames,
             const KithArrangeOptions *options,
             const KithGroups *groups,
             const KithPlan *plan,
             KithLayoutArea *areas)
{
  guint withheld = kith_groups_withhold (groups, plan, areas);

  g_ptr_array_set_size (frames, 0);
  add_frames (frames, options->as, groups, areas, withheld);
  if (options->withheld != NULL)
    *options->withheld = withheld;
}

gboolean
kith_arrange_in_shape (KithPlan *plan,
                       KithMap *map,
                       const KithArrangeOptions *options,
                       GPtrArray *frames)
{
  KithLayoutGraph graph = kith_plan_graph (plan);
  KithLayoutOptions how = kith_plan_options (plan, options);
  g_auto (KithGroups) groups = { 0 };
  g_autofree KithLayoutArea *areas = NULL, *drawn = NULL;
  gsize bytes = plan->who->len * sizeof (double);
  g_autofree double *was_x = g_memdup2 (kith_plan_column (plan, 2), bytes);
  g_autofree double *was_y = g_memdup2 (kith_plan_column (plan, 3), bytes);

  if (options->as == KITH_ARRANGEMENT_PLACES)
    return kith_arrange_round_places (plan, map, options);
  groups = kith_groups_new (plan, map, options);
  how.unseen = TRUE; /* the free picture by which groups are ordered */
  /* neighbours there seldom have to do with one another: the room is better kept for larger letters */
  if (kith_groups_are_round (&groups))
    how.gap = KITH_PLAN_CLOSE;
  areas = g_new0 (KithLayoutArea, kith_layout_n_areas (&groups.shape) + 1);
  if (!kith_layout_arrange_in (&graph, &how, &groups.shape, kith_plan_column (plan, 2),
                               kith_plan_column (plan, 3), areas))
    return FALSE;
  if (frames == NULL)
    return TRUE;
  drawn = g_memdup2 (areas, kith_layout_n_areas (&groups.shape) * sizeof *areas);
  draw_frames (frames, options, &groups, plan, drawn);
  if (kith_arrangement_stays (&groups, plan, map, options, drawn, was_x, was_y, frames))
    return TRUE;
  if (kith_arrangement_grows (&groups, plan, map, options, &how, areas, was_x, was_y))
    draw_frames (frames, options, &groups, plan, areas);
  else if (how.cancelled != NULL && how.cancelled (how.data))
    {
      g_ptr_array_set_size (frames, 0);
      return FALSE;
    }
  return TRUE;
}

/* The edit. */

static gboolean
is_among (const GPtrArray *frames, const KithAnnotation *one)
{
  for (guint i = 0; frames != NULL && i < frames->len; i++)
    if (KITH_ID (frames->pdata[i]) == KITH_ID (one))
      return TRUE;
  return FALSE;
}

/* But those that stay. */
static void
drop_frames (KithEdit *edit, KithMap *map, const GPtrArray *frames)
{
  KITH_FOR_EACH (KithAnnotation, one, map, KITH_ANNOTATION)
    if (kith_annotation_is_arrangement (one) && !is_among (frames, one))
      kith_edit_delete (edit, one);
}

static void
add_new_frames (KithEdit *edit, KithMap *map, GPtrArray *frames)
{
  while (frames != NULL && frames->len > 0)
    {
      g_autoptr (KithAnnotation) frame = g_ptr_array_steal_index (frames, 0);

      if (kith_map_annotation (map, KITH_ID (frame)) == NULL)
        kith_edit_insert (edit, g_steal_pointer (&frame));
    }
}

/**
 * kith_verb_arrange:
 * @map: the map of which kith_arrange() was asked
 * @options: the same
 * @ids: who goes elsewhere
 * @xy: where to
 * @frames: (nullable): what is drawn round them, of which those that the map has stay; taken over, and
 *   empty afterwards
 *
 * Frames of an arrangement before go, unless only some or new ones have been arranged freely, or it was
 * only tidied.
 *
 * Returns: (transfer full): the moves and the frames as one edit
 */
KithEdit *
kith_verb_arrange (KithMap *map,
                   const KithArrangeOptions *options,
                   GArray *ids,
                   GArray *xy,
                   GPtrArray *frames)
{
  KithEdit *edit = kith_verb_move (map, (const KithId *) (gpointer) ids->data, ids->len,
                                   (const double *) (gpointer) xy->data,
                                   options->tidy ? _ ("Tidy") : _ ("Arrange"));

  if (options->tidy)
    return edit;
  if (options->as != KITH_ARRANGEMENT_FREE || (options->ids == NULL && !options->only_new))
    drop_frames (edit, map, frames);
  if (options->as == KITH_ARRANGEMENT_PLACES)
    kith_edit_pin_places (edit, map);
  add_new_frames (edit, map, frames);
  return edit;
}

/**
 * kith_arrange_to_edit:
 * @map: a map, whose boxes have been measured
 * @options: what may move, and how
 *
 * Returns: (transfer full) (nullable): the moves as one edit, or %NULL if it was cancelled
 */
KithEdit *
kith_arrange_to_edit (KithMap *map, const KithArrangeOptions *options)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  g_autoptr (GArray) xy = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GPtrArray) frames = g_ptr_array_new_with_free_func (kith_record_unref);

  if (!kith_arrange (map, options, ids, xy, frames))
    return NULL;
  return kith_verb_arrange (map, options, ids, xy, frames);
}

static const KithStakeholder *
find_pinned (KithMap *map, guint *n)
{
  const KithStakeholder *pinned = NULL;

  *n = 0;
  KITH_FOR_EACH (KithStakeholder, one, map, KITH_STAKEHOLDER)
    if (one->pinned)
      pinned = one, (*n)++;
  return pinned;
}

/**
 * kith_arrange_withheld:
 * @map: the map that was arranged
 * @seen: the same as those see it who are told: nobody else is named, nor counted
 * @withheld: how many frames kith_arrange() left out
 * @any_drawn: whether it made any
 *
 * Returns: (transfer full) (nullable): why, and what can be done
 */
char *
kith_arrange_withheld (KithMap *map, KithMap *seen, guint withheld, gboolean any_drawn)
{
  guint n_all, n_seen;
  const KithStakeholder *pinned = find_pinned (seen, &n_seen);

  find_pinned (map, &n_all);
  if (withheld == 0)
    return NULL;
  if (n_all != n_seen)
    return g_strdup (any_drawn ? _ ("Some frames were left out: stakeholders stand elsewhere.")
                               : _ ("No frame was drawn: stakeholders stand elsewhere."));
  if (n_seen != 1)
    return g_strdup (any_drawn
                         ? _ ("Some frames were left out: pinned stakeholders stand elsewhere. "
                              "Unpin them and arrange again.")
                         : _ ("No frame was drawn: pinned stakeholders stand elsewhere. "
                              "Unpin them and arrange again."));
  return g_strdup_printf (any_drawn
                              ? _ ("Some frames were left out: %s is pinned elsewhere. Unpin this "
                                   "stakeholder and arrange again.")
                              : _ ("No frame was drawn: %s is pinned elsewhere. Unpin this "
                                   "stakeholder and arrange again."),
                          pinned->name);
}

static KithId
find_at (KithMap *map, double x, double y)
{
  KITH_FOR_EACH (KithStakeholder, one, map, KITH_STAKEHOLDER)
    if (ABS (one->x - x) <= one->width / 2 && ABS (one->y - y) <= one->height / 2)
      return KITH_ID (one);
  return 0;
}

/**
 * kith_map_arrangement:
 * @map: a map
 * @centre: (out) (nullable): round whom it is arranged, or 0
 *
 * Returns: how it is arranged now, as the frames on it tell; freely where there are none
 */
KithArrangement
kith_map_arrangement (KithMap *map, KithId *centre)
{
  const KithAnnotation *frame = NULL; /* the smallest, which is round who is in the middle */

  KITH_FOR_EACH (KithAnnotation, one, map, KITH_ANNOTATION)
    if (kith_annotation_is_arrangement (one) && (frame == NULL || one->width < frame->width))
      frame = one;
  if (centre != NULL)
    *centre = frame != NULL && frame->arrangement == KITH_ARRANGEMENT_AROUND
                  ? find_at (map, frame->x, frame->y)
                  : 0;
  return frame != NULL ? (KithArrangement) frame->arrangement : KITH_ARRANGEMENT_FREE;
}

/**
 * kith_verb_remove_arrangement:
 * @map: a map
 *
 * Returns: (transfer full): the frames of its arrangement gone, everybody where they are
 */
KithEdit *
kith_verb_remove_arrangement (KithMap *map)
{
  KithEdit *edit = kith_edit_new (_ ("Remove the frame of the arrangement"));

  drop_frames (edit, map, NULL);
  return edit;
}

static gboolean
has_backdrop (KithMap *map)
{
  KITH_FOR_EACH (KithAnnotation, one, map, KITH_ANNOTATION)
    if (one->form == KITH_ANNOTATION_BACKDROP)
      return TRUE;
  return FALSE;
}

static gboolean
has_power (KithMap *map)
{
  KITH_FOR_EACH (KithStakeholder, one, map, KITH_STAKEHOLDER)
    if (one->power > 0 && one->interest > 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_level (KithMap *map)
{
  KITH_FOR_EACH (KithStakeholder, one, map, KITH_STAKEHOLDER)
    if (one->level != KITH_LEVEL_UNSET)
      return TRUE;
  return FALSE;
}

/**
 * kith_arrangement_lacks:
 * @map: a map
 * @as: how somebody wants it arranged
 *
 * Returns: (transfer none) (nullable): what has to be there first, in a sentence
 */
const char *
kith_arrangement_lacks (KithMap *map, KithArrangement as)
{
  if (as == KITH_ARRANGEMENT_PLACES && !has_backdrop (map))
    return _ (
        "There is no background picture. Add one and put stakeholders on their places first.");
  if (as == KITH_ARRANGEMENT_GRID && !has_power (map))
    return _ (
        "Nobody’s power and interest have been said yet. Set them from 1 to 5 in the sidebar under "
        "More, or in the tables, where the menu ⋮ has their columns.");
  if ((as == KITH_ARRANGEMENT_RINGS || as == KITH_ARRANGEMENT_RINGS_INWARD) && !has_level (map))
    return _ (
        "Nobody’s level has been said yet. Set it in the sidebar under More, of several at once "
        "too, or in the tables, where the menu ⋮ has its column.");
  return NULL;
}
