/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which links are drawn on a map that is seen from afar, where there are more than a screen can show:
 * the heaviest first, until a place is full. Found once for all scales, so that all parts of a picture
 * agree; a link that comes later is drawn at any scale. Paper has all of them. */
#include "kith-figures-private.h"

#include <math.h>
#include <string.h>

#define MOST_WHOLE 2000 /* links of a map of which none is left out */
#define PLACE 14.0      /* pixels a side */
#define FULL 5          /* links in it */
#define STEPS 8         /* each half the scale of the one before */
#define COLUMNS 1024    /* of the field of places, which repeats beyond that */

typedef struct
{
  KithLinkFigure *link;
  guint weight;
} Weighed;

/* What is said of it most: both ends, what happened, that they see it otherwise. */
static guint
weight_of (const KithLinkFigure *link)
{
  guint weight = MIN (link->n_events, 8) + (link->differ ? 2 : 0);

  for (guint end = KITH_END_A; end <= KITH_END_B; end++)
    weight += kith_opinion_is_rated (&link->ends[end])
                  ? 4 + 2 * (guint) ABS (link->ends[end].step - 3)
                  : 0;
  return link->is_out || link->is_faint ? weight / 8 : weight + 8;
}

static int
compare_weighed (gconstpointer a, gconstpointer b)
{
  const Weighed *one = a;
  const Weighed *other = b;
  KithId id = one->link->record->record.id;
  KithId other_id = other->link->record->record.id;

  if (one->weight != other->weight)
    return one->weight > other->weight ? -1 : 1;
  return (id > other_id) - (id < other_id);
}

static GArray *
weigh (const KithFigures *figures)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Weighed));
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, figures->links);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Weighed one = { value, weight_of (value) };

      one.link->thin = KITH_NEVER_THIN;
      if (one.link->is_drawable && KITH_SHOWS (figures, one.link))
        g_array_append_val (all, one);
    }
  g_array_sort (all, compare_weighed);
  return all;
}

static guint8 *
place_at (guint8 *field, double x, double y, double place)
{
  guint column = (guint) (gint64) floor (x / place) & (COLUMNS - 1);
  guint row = (guint) (gint64) floor (y / place) & (COLUMNS - 1);

  return &field[row * COLUMNS + column];
}

/* Takes its places where at least half of them are free. */
static gboolean
takes_place (guint8 *field, const KithLinkFigure *link, double place)
{
  double dx = link->to.x - link->from.x;
  double dy = link->to.y - link->from.y;
  guint n = 1 + (guint) MIN (hypot (dx, dy) / place, 512.0);
  guint full = 0;

  for (guint i = 0; i < n; i++)
    full += *place_at (field, link->from.x + dx * (i + 0.5) / n, link->from.y + dy * (i + 0.5) / n,
                       place)
            >= FULL;
  if (2 * full > n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      guint8 *at = place_at (field, link->from.x + dx * (i + 0.5) / n,
                             link->from.y + dy * (i + 0.5) / n, place);

      if (*at < G_MAXUINT8)
        (*at)++;
    }
  return TRUE;
}

/* Keeps of `all` those that are drawn at this step too. */
static void
thin_step (GArray *all, guint8 *field, guint8 step)
{
  double place = PLACE / (KITH_THIN_SCALE / (1 << step));
  guint kept = 0;

  memset (field, 0, COLUMNS * COLUMNS);
  for (guint i = 0; i < all->len; i++)
    {
      Weighed one = g_array_index (all, Weighed, i);

      if (!takes_place (field, one.link, place))
        one.link->thin = step;
      else
        g_array_index (all, Weighed, kept++) = one;
    }
  g_array_set_size (all, kept);
}

/**
 * kith_figures_thin:
 * @figures: figures
 * @scale: at which they are to be drawn
 *
 * Finds out once what is left out from afar. Not while another thread draws.
 */
void
kith_figures_thin (const KithFigures *figures, double scale)
{
  KithFigures *keeper = (KithFigures *) figures;
  g_autoptr (GArray) all = NULL;
  g_autofree guint8 *field = NULL;

  if (figures->is_thinned || scale >= KITH_THIN_SCALE)
    return;
  keeper->is_thinned = TRUE;
  if (g_hash_table_size (figures->links) <= MOST_WHOLE)
    return;
  all = weigh (figures);
  field = g_malloc (COLUMNS * COLUMNS);
  for (guint8 step = 0; step < STEPS; step++)
    thin_step (all, field, step);
}

/* The step at which what is drawn at this scale has been left out. */
static guint8
step_at (double scale)
{
  guint8 step = 0;

  while (step + 1 < STEPS && scale < KITH_THIN_SCALE / (2 << step))
    step++;
  return step;
}

/**
 * kith_figures_leave_out:
 * @links: figures of links, some of which are taken out
 * @scale: at which they are to be drawn
 */
void
kith_figures_leave_out (GPtrArray *links, double scale)
{
  guint8 step = step_at (scale);
  guint kept = 0;

  if (scale >= KITH_THIN_SCALE)
    return;
  for (guint i = 0; i < links->len; i++)
    if (((const KithLinkFigure *) links->pdata[i])->thin > step)
      links->pdata[kept++] = links->pdata[i];
  g_ptr_array_set_size (links, (int) kept);
}
