/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-arrange-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "kith-arrangement-keep.h"
#include "kith-hub.h"
#include "kith-layout-some.h"
#include "kith-layout.h"
#include "kith-verbs.h"

/* A box that nobody has measured. */
#define USUAL_WIDTH 150.0
#define USUAL_HEIGHT 52.0
/* Clear space between any two boxes, map units: where there are a few of them, and where there are many. */
#define ROOMY 60.0
#define FEW 20
#define MANY 150
/* Members of a space are joined each with each up to here, and round its centre beyond. */
#define SMALL_SPACE 6

void
kith_plan_clear (KithPlan *plan)
{
  g_clear_pointer (&plan->who, g_ptr_array_unref);
  g_clear_pointer (&plan->at, g_hash_table_unref);
  g_clear_pointer (&plan->columns, g_array_unref);
  g_clear_pointer (&plan->pairs, g_array_unref);
  g_clear_pointer (&plan->ends, g_array_unref);
  g_clear_pointer (&plan->fixed, g_byte_array_unref);
  g_clear_pointer (&plan->is_new, g_byte_array_unref);
}

double *
kith_plan_column (const KithPlan *plan, guint which)
{
  return &g_array_index (plan->columns, double, which * plan->who->len);
}

static int
compare_stakeholders (gconstpointer a, gconstpointer b)
{
  const KithStakeholder *one = *(const KithStakeholder *const *) a;
  const KithStakeholder *other = *(const KithStakeholder *const *) b;
  int order = strcmp (one->name, other->name);

  return order != 0 ? order : kith_record_compare (one, other);
}

static gboolean
is_listed (const KithArrangeOptions *options, KithId id)
{
  if (options->ids == NULL)
    return TRUE;
  for (guint i = 0; i < options->n_ids; i++)
    if (options->ids[i] == id)
      return TRUE;
  return FALSE;
}

static void
plan_boxes (KithPlan *plan, KithMap *map, const KithArrangeOptions *options)
{
  KITH_FOR_EACH (KithStakeholder, stakeholder, map, KITH_STAKEHOLDER)
    g_ptr_array_add (plan->who, (gpointer) stakeholder);
  g_ptr_array_sort (plan->who, compare_stakeholders);
  g_array_set_size (plan->columns, 4 * plan->who->len + 1);

  for (guint i = 0; i < plan->who->len; i++)
    {
      const KithStakeholder *one = plan->who->pdata[i];
      gboolean placed = kith_stakeholder_is_placed (one);
      guint8 is_new = !placed;
      guint8 fixed = placed && (one->pinned || !is_listed (options, KITH_ID (one)));

      kith_plan_column (plan, 0)[i] = one->width > 0 ? one->width : USUAL_WIDTH;
      kith_plan_column (plan, 1)[i] = one->height > 0 ? one->height : USUAL_HEIGHT;
      kith_plan_column (plan, 2)[i] = placed ? one->x : NAN;
      kith_plan_column (plan, 3)[i] = placed ? one->y : NAN;
      g_byte_array_append (plan->fixed, &fixed, 1);
      g_byte_array_append (plan->is_new, &is_new, 1);
      g_hash_table_insert (plan->at, (gpointer) &one->record.id, GUINT_TO_POINTER (i + 1));
    }
}

/* Places from 1; 0 is nobody. */
guint
kith_plan_place_of (const KithPlan *plan, KithId id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (plan->at, &id));
}

static void
join (KithPlan *plan, guint a, guint b)
{
  guint64 pair = (guint64) (MIN (a, b) - 1) << 32 | (MAX (a, b) - 1);

  if (a != 0 && b != 0 && a != b)
    g_array_append_val (plan->pairs, pair);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  guint one = *(const guint *) a, other = *(const guint *) b;

  return one < other ? -1 : one > other;
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  guint64 one = *(const guint64 *) a, other = *(const guint64 *) b;

  return one < other ? -1 : one > other;
}

/* So that members of a space come out near one another. */
static void
join_members (KithPlan *plan, KithMap *map, KithId space)
{
  g_autoptr (GPtrArray) members = kith_map_members_of (map, space);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < members->len; i++)
    {
      guint place = kith_plan_place_of (plan, KITH_ID (members->pdata[i]));

      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    for (guint j = i + 1; j < places->len; j++)
      if (places->len <= SMALL_SPACE || i == 0 || j == i + 1)
        join (plan, g_array_index (places, guint, i), g_array_index (places, guint, j));
}

/* In the order of the boxes, so that ids, which are random, have no part in the picture. */
static void
plan_joins (KithPlan *plan, KithMap *map)
{
  KITH_FOR_EACH (KithLink, link, map, KITH_LINK)
    join (plan, kith_plan_place_of (plan, link->a), kith_plan_place_of (plan, link->b));
  KITH_FOR_EACH (KithSpace, space, map, KITH_SPACE)
    join_members (plan, map, KITH_ID (space));

  g_array_sort (plan->pairs, compare_pairs);
  g_array_set_size (plan->ends, 2 * plan->pairs->len + 1);
  for (guint i = 0; i < plan->pairs->len; i++)
    {
      guint64 pair = g_array_index (plan->pairs, guint64, i);

      g_array_index (plan->ends, guint, i) = (guint) (pair >> 32);
      g_array_index (plan->ends, guint, plan->pairs->len + i) = (guint) pair;
    }
}

KithPlan
kith_plan_new (KithMap *map, const KithArrangeOptions *options)
{
  KithPlan plan = {
    g_ptr_array_new (),
    g_hash_table_new (g_int64_hash, g_int64_equal),
    g_array_new (FALSE, TRUE, sizeof (double)),
    g_array_new (FALSE, FALSE, sizeof (guint64)),
    g_array_new (FALSE, FALSE, sizeof (guint)),
    g_byte_array_new (),
    g_byte_array_new (),
  };

  plan_boxes (&plan, map, options);
  plan_joins (&plan, map);
  return plan;
}

static gboolean
any (const GByteArray *flags, guint8 value)
{
  return flags->len > 0 && memchr (flags->data, value, flags->len) != NULL;
}

gboolean
kith_plan_has (const KithPlan *plan, gboolean is_new)
{
  return any (plan->is_new, (guint8) is_new);
}

KithLayoutGraph
kith_plan_graph (const KithPlan *plan)
{
  const guint *ends = &g_array_index (plan->ends, guint, 0);

  return (KithLayoutGraph){
    plan->who->len,         kith_plan_column (plan, 0), kith_plan_column (plan, 1),
    plan->fixed->data,      plan->pairs->len,           ends,
    ends + plan->pairs->len
  };
}

/* Both halves of a link have to be read between its boxes, which is worth more than a small page as long
 * as there are few; many boxes would be too small to read on a screen. */
static double
room_between (guint n)
{
  return CLAMP (ROOMY - (ROOMY - KITH_PLAN_CLOSE) * ((double) n - FEW) / (MANY - FEW),
                KITH_PLAN_CLOSE, ROOMY);
}

KithLayoutOptions
kith_plan_options (const KithPlan *plan, const KithArrangeOptions *options)
{
  KithLayoutOptions how;

  kith_layout_options_init (&how);
  how.gap = room_between (plan->who->len);
  how.have_start = options->keep_start || any (plan->fixed, 1);
  how.cancelled = options->cancelled;
  how.progress = options->progress;
  how.data = options->data;
  return how;
}

/* Who would leave the column or the ring that it is in may not move: how many. */
static guint
fix_leavers (KithPlan *plan, const GPtrArray *parts, const double *was)
{
  guint n = plan->who->len, n_leavers = 0;

  for (guint i = 0; i < n; i++)
    {
      KithPlace before = { was[i], was[n + i], kith_plan_column (plan, 0)[i],
                           kith_plan_column (plan, 1)[i] };
      KithPlace after = { kith_plan_column (plan, 2)[i], kith_plan_column (plan, 3)[i],
                          before.width, before.height };

      if (plan->fixed->data[i] || plan->is_new->data[i]
          || kith_parts_have_as_before (parts, &before, &after))
        continue;
      plan->fixed->data[i] = TRUE;
      n_leavers++;
    }
  return n_leavers;
}

/* Who has no place yet gets one first. In an arrangement it is tried again without those who would leave
 * where its frames have them. */
static gboolean
lay_out_some (KithPlan *plan,
              KithMap *map,
              const KithLayoutGraph *graph,
              const KithLayoutOptions *how)
{
  double *x = kith_plan_column (plan, 2), *y = kith_plan_column (plan, 3);
  g_autoptr (GPtrArray) parts = kith_map_arrangement_parts (map);
  g_autofree double *was = NULL;

  if (kith_plan_has (plan, TRUE))
    kith_layout_place_new (graph, plan->is_new->data, how->gap, x, y);
  was = g_memdup2 (x, sizeof (double) * 2 * graph->n);
  do
    {
      memcpy (x, was, sizeof (double) * 2 * graph->n);
      if (!kith_layout_arrange_some (graph, how, KITH_PLAN_CLEAR, x, y))
        return FALSE;
    }
  while (fix_leavers (plan, parts, was) > 0);
  return TRUE;
}

static gboolean
lay_out (KithPlan *plan, KithMap *map, const KithArrangeOptions *options, GPtrArray *frames)
{
  KithLayoutGraph graph = kith_plan_graph (plan);
  KithLayoutOptions how = kith_plan_options (plan, options);

  if (options->tidy)
    {
      kith_layout_tidy (&graph, KITH_PLAN_CLEAR, kith_plan_column (plan, 2),
                        kith_plan_column (plan, 3));
      return TRUE;
    }
  if (options->as != KITH_ARRANGEMENT_FREE)
    return kith_arrange_in_shape (plan, map, options, frames);
  if (options->ids != NULL && !options->only_new && any (plan->fixed, 1))
    return lay_out_some (plan, map, &graph, &how);
  how.unseen = kith_map_arrangement (map, NULL) != KITH_ARRANGEMENT_FREE;
  if (!options->only_new || !kith_plan_has (plan, FALSE))
    return kith_layout_arrange (&graph, &how, kith_plan_column (plan, 2),
                                kith_plan_column (plan, 3));
  kith_layout_place_new (&graph, plan->is_new->data, how.gap, kith_plan_column (plan, 2),
                         kith_plan_column (plan, 3));
  return TRUE;
}

/**
 * kith_stakeholder_is_placed:
 * @stakeholder: a stakeholder
 *
 * Returns: whether it has a position; one that is new has not
 */
gboolean
kith_stakeholder_is_placed (const KithStakeholder *stakeholder)
{
  return stakeholder->x != 0.0 || stakeholder->y != 0.0;
}

/* Exactly 0,0 means "no position", so a box that belongs there is put beside it. */
void
kith_plan_quantise (double *xy)
{
  xy[0] = kith_quantise (CLAMP (xy[0], -999999.0, 999999.0));
  xy[1] = kith_quantise (CLAMP (xy[1], -999999.0, 999999.0));
  if (xy[0] == 0.0 && xy[1] == 0.0)
    xy[0] = 1.0 / 64.0;
}

/* Nodes of shared spaces go where their members go, and lie on nobody. */
static void
bring_nodes (KithMap *map, GArray *ids, GArray *xy)
{
  KITH_FOR_EACH (KithSpace, space, map, KITH_SPACE)
    {
      KithPlace place;
      double centre[2];

      if (!kith_space_is_hub (space))
        continue;
      kith_hub_free_place (map, space, (const KithId *) (gpointer) ids->data,
                           (const double *) (gpointer) xy->data, ids->len, &place);
      centre[0] = place.x;
      centre[1] = place.y;
      g_array_append_val (ids, space->record.id);
      g_array_append_vals (xy, centre, 2);
    }
}

/**
 * kith_arrange:
 * @map: a map, whose boxes have been measured; left alone
 * @options: what may move, and how
 * @ids: (element-type gint64): receives the stakeholders that may move, in no order that matters, and
 *   after them shared spaces that are drawn as nodes, where the whole map is arranged
 * @xy: (element-type double): receives two for each, the centre of its box in map units
 * @frames: (element-type KithAnnotation) (nullable): receives what is drawn round them
 *
 * Finds positions by structure: links, and being members of one space, draw boxes near. Pinned
 * stakeholders that have a position keep it. Safe on any thread that owns @map (a snapshot). Cost:
 * that of kith_layout_arrange().
 *
 * Returns: %FALSE if it was cancelled, with nothing added
 */
gboolean
kith_arrange (KithMap *map,
              const KithArrangeOptions *options,
              GArray *ids,
              GArray *xy,
              GPtrArray *frames)
{
  g_auto (KithPlan) plan = kith_plan_new (map, options);

  if (plan.who->len == 0 || (options->only_new && !kith_plan_has (&plan, TRUE)))
    return TRUE;
  if (!lay_out (&plan, map, options, frames))
    return FALSE;
  for (guint i = 0; i < plan.who->len; i++)
    {
      double centre[2] = { kith_plan_column (&plan, 2)[i], kith_plan_column (&plan, 3)[i] };

      if (plan.fixed->data[i] || (options->only_new && !plan.is_new->data[i])
          || !isfinite (centre[0]) || !isfinite (centre[1]))
        continue;
      kith_plan_quantise (centre);
      g_array_append_val (ids, KITH_ID (plan.who->pdata[i]));
      g_array_append_vals (xy, centre, 2);
    }
  if (options->ids == NULL && !options->only_new)
    bring_nodes (map, ids, xy);
  return TRUE;
}

/**
 * kith_arrange_complete:
 * @map: the map that the edit is for; left alone
 * @edit: an edit that brings new stakeholders, whose boxes have been measured
 * @options: callbacks only; what may move is what has no position
 * @error: KITH_MODEL_ERROR if the edit does not fit the map; G_IO_ERROR_CANCELLED
 *
 * Gives the stakeholders without a position one, within the same edit, so that an import stays one
 * step of undo.
 */
gboolean
kith_arrange_complete (KithMap *map,
                       KithEdit *edit,
                       const KithArrangeOptions *options,
                       GError **error)
{
  g_autoptr (KithMap) after = kith_map_snapshot (map);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  g_autoptr (GArray) xy = g_array_new (FALSE, FALSE, sizeof (double));
  KithArrangeOptions how = *options;

  how.only_new = TRUE;
  how.ids = NULL;
  if (!kith_map_apply (after, edit, error))
    return FALSE;
  if (!kith_arrange (after, &how, ids, xy, NULL))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Arranging was cancelled."));
      return FALSE;
    }
  for (guint i = 0; i < ids->len; i++)
    {
      const KithStakeholder *before = kith_map_stakeholder (after, g_array_index (ids, KithId, i));
      KithStakeholder *placed = kith_record_copy (before);

      placed->x = g_array_index (xy, double, 2 * i);
      placed->y = g_array_index (xy, double, 2 * i + 1);
      kith_edit_update (edit, before, placed);
    }
  return TRUE;
}
