/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-verbs-align.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "kith-annotations.h"
#include "kith-verbs.h"

/* What has a place of its own among the ids, and is not locked. */
static GPtrArray *
find_all (KithMap *map, const KithId *ids, guint n)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      gconstpointer record = kith_map_placed (map, ids[i]);

      if (record != NULL && !kith_map_is_locked (map, ids[i]))
        g_ptr_array_add (found, (gpointer) record);
    }
  return found;
}

static double
centre_of (gconstpointer record, gboolean across)
{
  KithPlace place = { 0 };

  kith_record_place (record, &place);
  return across ? place.x : place.y;
}

static double
half_of (gconstpointer record, gboolean across)
{
  KithPlace place = { 0 };

  kith_record_place (record, &place);
  return (across ? place.width : place.height) / 2;
}

static KithEdit *
move_all (KithMap *map, GPtrArray *all, const double *to, gboolean across, const char *label)
{
  g_autofree KithId *ids = g_new (KithId, all->len + 1);
  g_autofree double *xy = g_new (double, 2 * all->len + 1);

  for (guint i = 0; i < all->len; i++)
    {
      KithPlace place = { 0 };

      kith_record_place (all->pdata[i], &place);
      ids[i] = KITH_ID (all->pdata[i]);
      xy[2 * i] = across ? to[i] : place.x;
      xy[2 * i + 1] = across ? place.y : to[i];
    }
  return kith_verb_move_carrying (map, ids, all->len, xy, label);
}

/**
 * kith_verb_align:
 * @map: a map
 * @ids: (array length=n): stakeholders and annotations; others, and locked ones, are passed over
 * @n: how many
 * @how: which edges, or centres, are to be in line
 *
 * Edges go to the outermost one, centres to the middle between the outermost edges.
 *
 * Returns: (transfer full): the edit; without changes for fewer than two
 */
KithEdit *
kith_verb_align (KithMap *map, const KithId *ids, guint n, KithAlign how)
{
  g_autoptr (GPtrArray) all = find_all (map, ids, n);
  g_autofree double *to = g_new (double, all->len + 1);
  gboolean across = how <= KITH_ALIGN_RIGHT;
  double first = INFINITY, last = -INFINITY;

  if (all->len < 2)
    return kith_edit_new (_ ("Align"));
  for (guint i = 0; i < all->len; i++)
    {
      double centre = centre_of (all->pdata[i], across), half = half_of (all->pdata[i], across);

      first = MIN (first, centre - half);
      last = MAX (last, centre + half);
    }
  for (guint i = 0; i < all->len; i++)
    {
      double half = half_of (all->pdata[i], across);

      if (how == KITH_ALIGN_LEFT || how == KITH_ALIGN_TOP)
        to[i] = first + half;
      else if (how == KITH_ALIGN_RIGHT || how == KITH_ALIGN_BOTTOM)
        to[i] = last - half;
      else
        to[i] = (first + last) / 2;
    }
  return move_all (map, all, to, across, _ ("Align"));
}

static int
compare_centres (gconstpointer a, gconstpointer b, gpointer data)
{
  gconstpointer one = *(gconstpointer const *) a;
  gconstpointer other = *(gconstpointer const *) b;
  gboolean across = GPOINTER_TO_INT (data);
  double by = centre_of (one, across) - centre_of (other, across);

  if (by != 0)
    return by < 0 ? -1 : 1;
  return kith_record_compare (one, other);
}

/**
 * kith_verb_distribute:
 * @map: a map
 * @ids: (array length=n): stakeholders and annotations; others, and locked ones, are passed over
 * @n: how many
 * @across: from left to right, else from top to bottom
 *
 * Where the boxes have no room between the outermost two, they overlap by the same.
 *
 * Returns: (transfer full): the edit; without changes for fewer than three
 */
KithEdit *
kith_verb_distribute (KithMap *map, const KithId *ids, guint n, gboolean across)
{
  g_autoptr (GPtrArray) all = find_all (map, ids, n);
  g_autofree double *to = g_new (double, all->len + 1);
  double inner = 0, gap, at;

  if (all->len < 3)
    return kith_edit_new (_ ("Distribute"));
  g_ptr_array_sort_with_data (all, compare_centres, GINT_TO_POINTER (across));
  at = centre_of (all->pdata[0], across) + half_of (all->pdata[0], across);
  gap = centre_of (all->pdata[all->len - 1], across) - half_of (all->pdata[all->len - 1], across)
        - at;
  for (guint i = 1; i + 1 < all->len; i++)
    inner += 2 * half_of (all->pdata[i], across);
  gap = (gap - inner) / (all->len - 1);
  for (guint i = 0; i < all->len; i++)
    to[i] = centre_of (all->pdata[i], across);
  for (guint i = 1; i + 1 < all->len; i++)
    {
      to[i] = at + gap + half_of (all->pdata[i], across);
      at += gap + 2 * half_of (all->pdata[i], across);
    }
  return move_all (map, all, to, across, _ ("Distribute"));
}
