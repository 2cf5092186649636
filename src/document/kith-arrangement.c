/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arrangements in groups: which stakeholder is in which, and what is drawn round them. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-annotations.h"
#include "kith-arrange-private.h"
#include "kith-layout-community.h"
#include "kith-layout-shape.h"
#include "kith-sectors.h"
#include "kith-verbs.h"

#define MOST_STEPS 6 /* rings round one stakeholder; further ones share the last */
#define N_VALUES 5   /* of power and of interest */

/* Groups as the layout takes them, and what each is called. */
typedef struct
{
  KithLayoutShape shape;
  guint *group, *row;
  GPtrArray *titles;  /* of char * */
  GArray *colours;    /* of int */
  GArray *all_secret; /* of gboolean: nobody but the team knows of anyone in it */
} Groups;

static void
groups_clear (Groups *groups)
{
  g_free (groups->group);
  g_free (groups->row);
  g_clear_pointer (&groups->titles, g_ptr_array_unref);
  g_clear_pointer (&groups->colours, g_array_unref);
  g_clear_pointer (&groups->all_secret, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Groups, groups_clear)

static const KithStakeholder *
who (const KithPlan *plan, guint i)
{
  return plan->who->pdata[i];
}

static void
add_group (Groups *groups, char *title, int colour)
{
  g_ptr_array_add (groups->titles, title);
  g_array_append_val (groups->colours, colour);
  groups->shape.n_groups++;
}

static void
group_by_sector (Groups *groups, const KithPlan *plan, KithMap *map)
{
  g_autoptr (GArray) sectors = kith_sector_list (map);

  for (guint s = 0; s < sectors->len; s++)
    {
      KithId sector = g_array_index (sectors, KithId, s);

      for (guint i = 0; i < plan->who->len; i++)
        if (who (plan, i)->sector == sector)
          groups->group[i] = s;
      add_group (groups, g_strdup (kith_sector_name (map, sector)),
                 kith_sector_colour (map, sector));
    }
}

/* Who has no level said stands outside all of them. */
static void
group_by_level (Groups *groups, const KithPlan *plan, gboolean inward)
{
  static const int levels[] = { KITH_LEVEL_NEIGHBOURHOOD, KITH_LEVEL_PLACE, KITH_LEVEL_SYSTEM,
                                KITH_LEVEL_REGION, KITH_LEVEL_NATION };
  guint n = G_N_ELEMENTS (levels);

  for (guint i = 0; i < plan->who->len; i++)
    {
      groups->group[i] = n;
      for (guint l = 0; l < n; l++)
        if (who (plan, i)->level == levels[inward ? n - 1 - l : l])
          groups->group[i] = l;
    }
  for (guint l = 0; l < n; l++)
    add_group (groups, g_strdup (kith_enum_label (&kith_levels, levels[inward ? n - 1 - l : l])),
               KITH_NEUTRAL_COLOUR);
  add_group (groups, g_strdup (_ ("Level not said")), KITH_NEUTRAL_COLOUR);
}

static void
group_by_power (Groups *groups, const KithPlan *plan)
{
  groups->row = g_new0 (guint, plan->who->len + 1);
  for (guint i = 0; i < plan->who->len; i++)
    {
      gboolean said = who (plan, i)->power > 0 && who (plan, i)->interest > 0;

      groups->group[i] = said ? (guint) who (plan, i)->interest - 1 : N_VALUES;
      groups->row[i] = said ? (guint) who (plan, i)->power - 1 : 0;
    }
  for (guint i = 0; i < N_VALUES; i++)
    add_group (groups, g_strdup (""), KITH_NEUTRAL_COLOUR);
  groups->shape.n_rows = N_VALUES;
  groups->shape.row = groups->row;
}

/* Steps over links from one stakeholder; G_MAXUINT where none lead. */
static guint *
count_steps (const KithPlan *plan, KithMap *map, guint from)
{
  guint n = plan->who->len, head = 0, tail = 0;
  guint *steps = g_new (guint, n + 1);
  g_autofree guint *queue = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    steps[i] = G_MAXUINT;
  steps[from] = 0;
  queue[tail++] = from;
  while (head < tail)
    {
      guint at = queue[head++];
      g_autoptr (GPtrArray) links = kith_map_links_of (map, KITH_ID (who (plan, at)));

      for (guint k = 0; k < links->len; k++)
        {
          const KithLink *link = links->pdata[k];
          KithId other = link->a == KITH_ID (who (plan, at)) ? link->b : link->a;
          guint to = kith_plan_place_of (plan, other);

          if (to == 0 || steps[to - 1] != G_MAXUINT)
            continue;
          steps[to - 1] = steps[at] + 1;
          queue[tail++] = to - 1;
        }
    }
  return steps;
}

static void
group_by_steps (Groups *groups, const KithPlan *plan, KithMap *map, KithId centre)
{
  guint at = kith_plan_place_of (plan, centre), most = 0;
  g_autofree guint *steps = at > 0 ? count_steps (plan, map, at - 1) : NULL;

  for (guint i = 0; i < plan->who->len && steps != NULL; i++)
    if (steps[i] != G_MAXUINT)
      most = MAX (most, MIN (steps[i], MOST_STEPS));
  for (guint i = 0; i < plan->who->len; i++)
    groups->group[i] = steps == NULL || steps[i] == G_MAXUINT ? most + 1
                                                              : MIN (steps[i], MOST_STEPS);
  for (guint i = 0; i <= most; i++)
    add_group (groups,
               i == 0 ? g_strdup ("")
               : i == MOST_STEPS
                   ? g_strdup_printf (_ ("%u steps away, or more"), i)
                   : g_strdup_printf (ngettext ("%u step away", "%u steps away", i), i),
               KITH_NEUTRAL_COLOUR);
  add_group (groups, g_strdup (_ ("Not linked to it")), KITH_NEUTRAL_COLOUR);
}

/* The one of a group that has most links in it, of those of whom everybody may know. */
static const KithStakeholder *
find_hub (const Groups *groups, const KithPlan *plan, guint group)
{
  g_autofree guint *joins = g_new0 (guint, plan->who->len + 1);
  KithLayoutGraph graph = kith_plan_graph (plan);
  const KithStakeholder *hub = NULL;
  guint most = 0;

  for (guint i = 0; i < graph.m; i++)
    if (groups->group[graph.from[i]] == group && groups->group[graph.to[i]] == group)
      joins[graph.from[i]]++, joins[graph.to[i]]++;
  for (guint i = 0; i < plan->who->len; i++)
    if (groups->group[i] == group && !who (plan, i)->is_private && (hub == NULL || joins[i] > most))
      hub = who (plan, i), most = joins[i];
  return hub;
}

/* Who is in no community that has a second member is in one group with all others like that. */
static void
group_by_community (Groups *groups, const KithPlan *plan)
{
  KithLayoutGraph graph = kith_plan_graph (plan);
  g_autofree guint *found = g_new0 (guint, graph.n + 1);
  guint n = kith_layout_find_communities (&graph, found);
  g_autofree guint *sizes = g_new0 (guint, n + 1);
  g_autofree guint *number = g_new0 (guint, n + 1);
  guint next = 0;

  for (guint i = 0; i < graph.n; i++)
    sizes[found[i]]++;
  for (guint i = 0; i < n; i++)
    number[i] = sizes[i] > 1 ? next++ : G_MAXUINT;
  for (guint i = 0; i < graph.n; i++)
    groups->group[i] = MIN (number[found[i]], next);
  for (guint i = 0; i < next; i++)
    {
      const KithStakeholder *hub = find_hub (groups, plan, i);

      add_group (groups,
                 hub != NULL ? g_strdup_printf (_ ("Round %s"), hub->name)
                             : g_strdup (_ ("A community")),
                 KITH_NEUTRAL_COLOUR);
    }
  add_group (groups, g_strdup (_ ("On their own")), KITH_NEUTRAL_COLOUR);
}

/* A frame round people of whom only the team knows is for the team only. */
static void
note_secrets (Groups *groups, const KithPlan *plan)
{
  guint n = groups->shape.n_groups + 1;

  for (guint g = 0; g < n; g++)
    {
      gboolean secret = TRUE;

      for (guint i = 0; i < plan->who->len; i++)
        if (MIN (groups->group[i], n - 1) == g && !who (plan, i)->is_private)
          secret = FALSE;
      g_array_append_val (groups->all_secret, secret);
    }
}

static Groups
groups_new (const KithPlan *plan, KithMap *map, const KithArrangeOptions *options)
{
  static const KithLayoutForm forms[] = {
    [KITH_ARRANGEMENT_COLUMNS] = KITH_LAYOUT_COLUMNS,
    [KITH_ARRANGEMENT_SEGMENTS] = KITH_LAYOUT_SEGMENTS,
    [KITH_ARRANGEMENT_RINGS] = KITH_LAYOUT_RINGS,
    [KITH_ARRANGEMENT_RINGS_INWARD] = KITH_LAYOUT_RINGS,
    [KITH_ARRANGEMENT_GRID] = KITH_LAYOUT_GRID,
    [KITH_ARRANGEMENT_AROUND] = KITH_LAYOUT_RINGS,
    [KITH_ARRANGEMENT_CIRCLE] = KITH_LAYOUT_CIRCLE,
    [KITH_ARRANGEMENT_COMMUNITY] = KITH_LAYOUT_ISLANDS,
  };
  Groups groups = { { 0 },
                    g_new0 (guint, plan->who->len + 1),
                    NULL,
                    g_ptr_array_new_with_free_func (g_free),
                    g_array_new (FALSE, FALSE, sizeof (int)),
                    g_array_new (FALSE, FALSE, sizeof (gboolean)) };

  groups.shape.form = forms[options->as];
  groups.shape.group = groups.group;
  groups.shape.reorder = TRUE;
  if (options->as == KITH_ARRANGEMENT_COLUMNS || options->as == KITH_ARRANGEMENT_SEGMENTS)
    group_by_sector (&groups, plan, map);
  else if (groups.shape.form == KITH_LAYOUT_RINGS && options->as != KITH_ARRANGEMENT_AROUND)
    group_by_level (&groups, plan, options->as == KITH_ARRANGEMENT_RINGS_INWARD);
  else if (options->as == KITH_ARRANGEMENT_GRID)
    group_by_power (&groups, plan);
  else if (options->as == KITH_ARRANGEMENT_AROUND)
    group_by_steps (&groups, plan, map, options->centre);
  else if (options->as == KITH_ARRANGEMENT_COMMUNITY)
    group_by_community (&groups, plan);
  else
    add_group (&groups, g_strdup (""), KITH_NEUTRAL_COLOUR);
  note_secrets (&groups, plan);
  return groups;
}

/* Frames. */

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
          const Groups *groups,
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
add_grid (GPtrArray *frames, const Groups *groups, const KithLayoutArea *areas)
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

static gboolean
is_on_backdrop (KithMap *map, const KithStakeholder *stakeholder)
{
  KITH_FOR_EACH (KithAnnotation, one, map, KITH_ANNOTATION)
    if (one->form == KITH_ANNOTATION_BACKDROP && stakeholder->x >= one->x - one->width / 2
        && stakeholder->x <= one->x + one->width / 2 && stakeholder->y >= one->y - one->height / 2
        && stakeholder->y <= one->y + one->height / 2)
      return kith_stakeholder_is_placed (stakeholder);
  return FALSE;
}

/* Who lies on the picture stays there; the others come near those whom they are linked to. */
static gboolean
arrange_round_places (KithPlan *plan, KithMap *map, const KithArrangeOptions *options)
{
  KithLayoutGraph graph;
  KithLayoutOptions how;

  for (guint i = 0; i < plan->who->len; i++)
    if (is_on_backdrop (map, who (plan, i)))
      plan->fixed->data[i] = TRUE;
  graph = kith_plan_graph (plan);
  how = kith_plan_options (plan, options);
  return kith_layout_arrange (&graph, &how, kith_plan_column (plan, 2), kith_plan_column (plan, 3));
}

gboolean
kith_arrange_in_shape (KithPlan *plan,
                       KithMap *map,
                       const KithArrangeOptions *options,
                       GPtrArray *frames)
{
  KithLayoutGraph graph = kith_plan_graph (plan);
  KithLayoutOptions how = kith_plan_options (plan, options);
  g_auto (Groups) groups = { 0 };
  g_autofree KithLayoutArea *areas = NULL;

  if (options->as == KITH_ARRANGEMENT_PLACES)
    return arrange_round_places (plan, map, options);
  groups = groups_new (plan, map, options);
  areas = g_new0 (KithLayoutArea, kith_layout_n_areas (&groups.shape) + 1);
  if (!kith_layout_arrange_in (&graph, &how, &groups.shape, kith_plan_column (plan, 2),
                               kith_plan_column (plan, 3), areas))
    return FALSE;
  if (frames == NULL)
    return TRUE;
  if (options->as == KITH_ARRANGEMENT_GRID)
    add_grid (frames, &groups, areas);
  else
    for (guint i = 0; i < groups.shape.n_groups; i++)
      if (options->as != KITH_ARRANGEMENT_AROUND || i > 0)
        add_area (frames, options->as, &groups, i, &areas[i]);
  return TRUE;
}

/* The edit. */

static void
drop_frames (KithEdit *edit, KithMap *map)
{
  KITH_FOR_EACH (KithAnnotation, one, map, KITH_ANNOTATION)
    if (one->arrangement != KITH_ARRANGEMENT_FREE)
      kith_edit_delete (edit, one);
}

static void
pin_places (KithEdit *edit, KithMap *map)
{
  KITH_FOR_EACH (KithStakeholder, one, map, KITH_STAKEHOLDER)
    if (!one->pinned && is_on_backdrop (map, one))
      {
        KithStakeholder *after = kith_record_copy (one);

        after->pinned = TRUE;
        kith_edit_update (edit, one, after);
      }
}

/**
 * kith_verb_arrange:
 * @map: the map of which kith_arrange() was asked
 * @options: the same
 * @ids: who goes elsewhere
 * @xy: where to
 * @frames: (nullable): what is drawn round them; taken over, and empty afterwards
 *
 * Frames of an arrangement before go, unless only some or new ones have been arranged.
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
                                   (const double *) (gpointer) xy->data, _ ("Arrange"));

  if (options->ids == NULL && !options->only_new)
    drop_frames (edit, map);
  if (options->as == KITH_ARRANGEMENT_PLACES)
    pin_places (edit, map);
  while (frames != NULL && frames->len > 0)
    kith_edit_insert (edit, g_ptr_array_steal_index (frames, 0));
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
  const KithAnnotation *frame = NULL;

  KITH_FOR_EACH (KithAnnotation, one, map, KITH_ANNOTATION)
    if (one->arrangement != KITH_ARRANGEMENT_FREE)
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

  drop_frames (edit, map);
  return edit;
}
