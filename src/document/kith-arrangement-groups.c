/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-arrangement-groups.h"

#include <glib/gi18n-lib.h>

#include "kith-annotations.h"
#include "kith-audience-frames.h"
#include "kith-layout-community.h"
#include "kith-sectors.h"

#define MOST_STEPS 6 /* rings round one stakeholder; further ones share the last */
#define N_VALUES 5   /* of power and of interest */

void
kith_groups_clear (KithGroups *groups)
{
  g_free (groups->group);
  g_free (groups->row);
  g_clear_pointer (&groups->titles, g_ptr_array_unref);
  g_clear_pointer (&groups->colours, g_array_unref);
  g_clear_pointer (&groups->all_secret, g_array_unref);
}

static const KithStakeholder *
who (const KithPlan *plan, guint i)
{
  return plan->who->pdata[i];
}

static void
add_group (KithGroups *groups, char *title, int colour)
{
  g_ptr_array_add (groups->titles, title);
  g_array_append_val (groups->colours, colour);
  groups->shape.n_groups++;
}

static void
group_by_sector (KithGroups *groups, const KithPlan *plan, KithMap *map)
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
group_by_level (KithGroups *groups, const KithPlan *plan, gboolean inward)
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
group_by_power (KithGroups *groups, const KithPlan *plan)
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

/* Steps over links from one stakeholder; G_MAXUINT where none lead. `open_only`: over those of which
 * not only the team knows. */
static guint *
count_steps (const KithPlan *plan, KithMap *map, guint from, gboolean open_only)
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
          if (open_only && (link->is_private || who (plan, to - 1)->is_private))
            continue;
          steps[to - 1] = steps[at] + 1;
          queue[tail++] = to - 1;
        }
    }
  return steps;
}

static void
group_by_steps (KithGroups *groups, const KithPlan *plan, KithMap *map, KithId centre)
{
  guint at = kith_plan_place_of (plan, centre), most = 0;
  g_autofree guint *steps = at > 0 ? count_steps (plan, map, at - 1, FALSE) : NULL;

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

/* Everybody who sees the map may know of it, and by name. */
static gboolean
may_be_named (const KithStakeholder *one)
{
  return !one->is_private && one->form != KITH_FORM_PERSON;
}

/* The one of a group that has most links in it, of those whom everybody may know. */
static const KithStakeholder *
find_hub (const KithGroups *groups, const KithPlan *plan, guint group)
{
  g_autofree guint *joins = g_new0 (guint, plan->who->len + 1);
  KithLayoutGraph graph = kith_plan_graph (plan);
  const KithStakeholder *hub = NULL;
  guint most = 0;

  for (guint i = 0; i < graph.m; i++)
    if (groups->group[graph.from[i]] == group && groups->group[graph.to[i]] == group)
      joins[graph.from[i]]++, joins[graph.to[i]]++;
  for (guint i = 0; i < plan->who->len; i++)
    if (groups->group[i] == group && may_be_named (who (plan, i))
        && (hub == NULL || joins[i] > most))
      hub = who (plan, i), most = joins[i];
  return hub;
}

/* Who is in no community that has a second member is in one group with all others like that. */
static void
group_by_community (KithGroups *groups, const KithPlan *plan)
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
                 hub != NULL ? kith_community_title (hub->name) : g_strdup (_ ("A community")),
                 KITH_NEUTRAL_COLOUR);
    }
  add_group (groups, g_strdup (_ ("On their own")), KITH_NEUTRAL_COLOUR);
}

/* A frame round people of whom only the team knows is for the team only. */
static void
note_secrets (KithGroups *groups, const KithPlan *plan)
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

/* Whether rings round a stakeholder tell of what only the team knows: of the one in the middle, or
 * that others are near it by a way that nobody else sees. */
static gboolean
leans_on_secrets (const KithPlan *plan, KithMap *map, KithId centre)
{
  guint at = kith_plan_place_of (plan, centre);
  g_autofree guint *all = NULL;
  g_autofree guint *open = NULL;

  if (at == 0 || who (plan, at - 1)->is_private)
    return TRUE;
  all = count_steps (plan, map, at - 1, FALSE);
  open = count_steps (plan, map, at - 1, TRUE);
  for (guint i = 0; i < plan->who->len; i++)
    if (!who (plan, i)->is_private && all[i] != open[i])
      return TRUE;
  return FALSE;
}

static void
keep_secret (KithGroups *groups)
{
  for (guint g = 0; g < groups->all_secret->len; g++)
    g_array_index (groups->all_secret, gboolean, g) = TRUE;
}

KithGroups
kith_groups_new (const KithPlan *plan, KithMap *map, const KithArrangeOptions *options)
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
  KithGroups groups = { { 0 },
                        g_new0 (guint, plan->who->len + 1),
                        NULL,
                        g_ptr_array_new_with_free_func (g_free),
                        g_array_new (FALSE, FALSE, sizeof (int)),
                        g_array_new (FALSE, FALSE, sizeof (gboolean)) };

  groups.shape.form = forms[options->as];
  groups.shape.group = groups.group;
  groups.shape.reorder = TRUE;
  groups.shape.round_first = options->as == KITH_ARRANGEMENT_AROUND;
  groups.shape.title_size = kith_arrangement_title_size;
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
  if (options->as == KITH_ARRANGEMENT_AROUND && leans_on_secrets (plan, map, options->centre))
    keep_secret (&groups);
  return groups;
}

gboolean
kith_groups_are_round (const KithGroups *groups)
{
  KithLayoutForm form = groups->shape.form;

  return form == KITH_LAYOUT_RINGS || form == KITH_LAYOUT_SEGMENTS || form == KITH_LAYOUT_CIRCLE;
}
