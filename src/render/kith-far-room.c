/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-far-room.h"

#include <math.h>

#define MOST_HIDDEN 0.3    /* of another box */
#define MUCH_HIDDEN 0.08   /* of one who has no tag */
#define WORTH_IT 0.7       /* of that, which is worth smaller letters */
#define MOST_MET 24        /* boxes about one, beyond which no tag has room */
#define MOST_OF_LINK 0.5   /* that is hidden, of what its boxes leave of it */
#define FEW_OF_LINKS 4     /* of so many that one has one may be hidden */
#define A_LINK 0.2         /* what that costs, beside what is hidden of boxes */
#define BEYOND 6.0         /* pixels that a tag may stick out of everything */
#define SMALL_WINDOW 250.0 /* pixels that no window shows less of */
#define MOST_OUTSIDE 0.1   /* of the tag, farther out */
#define APART 4.0          /* tags, pixels */
#define STAYING 0.4        /* what it is worth that a tag stays where it was … */
#define STAYING_ALONG 2.0  /* … on an outline: as long as it can */
#define NO_PLACE 1e6

static const KithFarCandidate *
candidate_of (const KithFarSearch *search, guint whose)
{
  return &g_array_index (search->candidates, KithFarCandidate, whose);
}

static const KithFarNamed *
named_of (const KithFarSearch *search, guint whose)
{
  return &g_array_index (search->names->named, KithFarNamed, whose);
}

static KithRect
rect_of (const KithFarSearch *search, guint whose, const KithFarTag *tag, double apart)
{
  return kith_far_tag_rect (candidate_of (search, whose), named_of (search, whose), tag,
                            search->scale, apart);
}

/* --- What a tag hides --- */

typedef struct
{
  const KithFarSearch *search;
  const KithBoxFigure *own;
  KithRect around;
} Near;

/* A box is in several cells. */
static void
note_box (gpointer item, gpointer data)
{
  const KithBoxFigure *box = item;
  const Near *near = data;
  GPtrArray *met = near->search->met;

  if (box != near->own && met->len <= MOST_MET && kith_rect_touches (&box->box, &near->around)
      && KITH_SHOWS (near->search->figures, box) && !g_ptr_array_find (met, box, NULL))
    g_ptr_array_add (met, item);
}

/* Those that may be in the way of any tag of its own. */
static void
find_near_tags (const KithFarSearch *search, guint whose, const KithRect *around)
{
  KithRect rect = kith_rect_grow (around, APART / 2 / search->scale);

  g_array_set_size (search->met_tags, 0);
  for (guint i = 0; i < search->candidates->len; i++)
    if (i != whose && search->taken[i].width > 0.0 && kith_rect_touches (&search->taken[i], &rect))
      g_array_append_val (search->met_tags, i);
}

/* What a tag of its own may hide within these bounds, and what may be in its way; FALSE: so much that none is worth a
 * try. */
static gboolean
find_within (const KithFarSearch *search, guint whose, const KithRect *around)
{
  Near near = { search, candidate_of (search, whose)->box, *around };

  find_near_tags (search, whose, around);
  g_ptr_array_set_size (search->met, 0);
  kith_grid_foreach (search->figures->box_grid, around, note_box, &near);
  return search->met->len <= MOST_MET;
}

/* The same of any tag over its box or its name. */
static gboolean
find_near (const KithFarSearch *search, guint whose)
{
  const KithFarNamed *named = named_of (search, whose);
  const KithRect *box = kith_far_candidate_rect (candidate_of (search, whose));
  double aside = MAX (named->width / search->scale - box->width, 0.0);
  double above = MAX (named->height / search->scale - box->height, 0.0);
  KithRect around = { box->x - aside, box->y - above, box->width + 2 * aside,
                      box->height + 2 * above };

  return find_within (search, whose, &around);
}

static double
share_of (const KithRect *one, const KithRect *tag)
{
  double width = MIN (one->x + one->width, tag->x + tag->width) - MAX (one->x, tag->x);
  double height = MIN (one->y + one->height, tag->y + tag->height) - MAX (one->y, tag->y);

  return MAX (width, 0.0) * MAX (height, 0.0) / (one->width * one->height);
}

/* The shares of boxes that a tag hides, together; G_MAXDOUBLE: too much of one. */
static double
hidden_of_boxes (const KithFarSearch *search, const KithRect *tag)
{
  double hidden = 0.0;

  for (guint i = 0; i < search->met->len; i++)
    {
      double share = share_of (&((const KithBoxFigure *) search->met->pdata[i])->box, tag);

      if (share > MOST_HIDDEN)
        return G_MAXDOUBLE;
      hidden += share;
    }
  return hidden;
}

/* The length of a link that a tag hides, roughly. */
static double
hidden_of (const KithLinkFigure *link, const KithRect *tag)
{
  return kith_segment_within (link->curve.points[0], link->curve.points[link->curve.n - 1], tag);
}

/* The same under the tag at its other end. */
static double
hidden_at_end (const KithFarSearch *search, const KithFarTie *tie)
{
  KithRect tag;

  if (tie->other == 0 || search->tags[tie->other - 1].size == KITH_FAR_UNNAMED)
    return 0.0;
  tag = rect_of (search, tie->other - 1, &search->tags[tie->other - 1], 0.0);
  return hidden_of (tie->link, &tag);
}

/* Of its links, how many are hardly seen beside the tag and the tags at their other ends. */
static guint
count_hidden_links (const KithFarSearch *search,
                    const KithFarCandidate *candidate,
                    const KithRect *tag)
{
  guint n = 0;

  for (guint i = 0; i < candidate->ties->len; i++)
    {
      const KithFarTie *tie = &g_array_index (candidate->ties, KithFarTie, i);
      double hidden;

      if (!tie->link->is_drawable)
        continue;
      hidden = hidden_of (tie->link, tag);
      if (hidden > 0.0)
        n += hidden + hidden_at_end (search, tie) > MOST_OF_LINK * tie->link->length;
    }
  return n;
}

/* How far a tag may stick out of everything that is so long: where it may fill a window, hardly. */
static double
beyond (double length, double scale)
{
  return (length * scale < SMALL_WINDOW ? SMALL_WINDOW : BEYOND) / scale;
}

/* The share of a tag that lies farther outside. */
static double
outside (const KithFarSearch *search, const KithRect *tag)
{
  const KithRect *all = &search->bounds;
  double aside = beyond (all->width, search->scale), above = beyond (all->height, search->scale);
  double width = MIN (tag->x + tag->width, all->x + all->width + aside)
                 - MAX (tag->x, all->x - aside);
  double height = MIN (tag->y + tag->height, all->y + all->height + above)
                  - MAX (tag->y, all->y - above);

  return 1.0 - MAX (width, 0.0) * MAX (height, 0.0) / (tag->width * tag->height);
}

/* How far a tag sticks out, and what it hides of boxes, which have been found; no less than `best` where it may not be
 * there. */
static double
cost_beside (const KithFarSearch *search, const KithRect *tag, double best)
{
  double cost = outside (search, tag);

  return cost > MOST_OUTSIDE ? best : MIN (best, cost + hidden_of_boxes (search, tag));
}

/* And of its links. */
static double
cost_of_links (const KithFarSearch *search, guint whose, const KithRect *tag)
{
  const KithFarCandidate *candidate = candidate_of (search, whose);
  guint n = count_hidden_links (search, candidate, tag);

  return n > MAX (1, candidate->n_links / FEW_OF_LINKS) ? G_MAXDOUBLE : A_LINK * n;
}

/* --- Where there is room --- */

void
kith_far_take (KithFarSearch *search, guint whose, const KithFarTag *tag)
{
  search->tags[whose] = *tag;
  search->taken[whose] = (KithRect){ 0 };
  if (tag->size != KITH_FAR_UNNAMED)
    search->taken[whose] = rect_of (search, whose, tag, APART / 2);
}

/* Of other tags, which have been found, how many are in the way of one, and the first of these; more than any may be: a
 * title is. */
static guint
find_in_way (const KithFarSearch *search,
             guint whose,
             const KithFarTag *tag,
             guint others[KITH_FAR_ASIDE])
{
  KithRect around = rect_of (search, whose, tag, APART / 2);
  guint n = 0;

  for (guint i = 0; i < search->n_titles; i++)
    if (search->titles[i].width > 0.0 && kith_rect_touches (&search->titles[i], &around))
      return KITH_FAR_ASIDE + 1;
  for (guint i = 0; i < search->met_tags->len && n <= KITH_FAR_ASIDE; i++)
    {
      guint other = g_array_index (search->met_tags, guint, i);

      if (!kith_rect_touches (&search->taken[other], &around))
        continue;
      if (n < KITH_FAR_ASIDE)
        others[n] = other;
      n++;
    }
  return n;
}

static const guint8 places[] = { 1, 0, 2 };

/* What it has at the step that is known already; NULL where it has none. */
static const KithFarTag *
known_tag (const KithFarSearch *search, guint whose)
{
  const KithFarTag *known = search->nearer != NULL ? search->nearer : search->farther;

  return known != NULL && known[whose].size != KITH_FAR_UNNAMED ? &known[whose] : NULL;
}

/* Takes the place where it costs less than `best`, which is less by what it is worth that a tag stays where it was. */
static void
try_place (const KithFarSearch *search,
           guint whose,
           const KithFarTag *tag,
           double worth,
           double *best,
           KithFarTag *found)
{
  KithRect rect = rect_of (search, whose, tag, 0.0);
  double cost = cost_beside (search, &rect, *best + worth);
  guint others[KITH_FAR_ASIDE];

  if (cost >= *best + worth || find_in_way (search, whose, tag, others) > 0)
    return;
  cost += cost_of_links (search, whose, &rect) - worth;
  if (cost < *best)
    *best = cost, *found = *tag;
}

/* Finds the place that costs least, the known one first, then with the box in its middle; FALSE where there is none. The
 * boxes near it have been found. */
static gboolean
find_room (const KithFarSearch *search, guint whose, KithFarSize size, KithFarTag *found)
{
  const KithFarTag *known = known_tag (search, whose);
  double best = NO_PLACE;

  if (known != NULL && known->along == 0)
    try_place (search, whose, &(KithFarTag){ size, known->beside, known->below, 0 }, STAYING, &best,
               found);
  for (guint i = 0; i < G_N_ELEMENTS (places) && best > 0.0; i++)
    for (guint j = 0; j < G_N_ELEMENTS (places) && best > 0.0; j++)
      try_place (search, whose, &(KithFarTag){ size, places[j], places[i], 0 }, 0.0, &best, found);
  return best < NO_PLACE;
}

/* How far from its name that is, beside all of the outline: there one looks for it. */
static double
cost_along (const KithSpaceFigure *space, const KithRect *tag)
{
  const KithRect *name = &space->label_box;

  return hypot (tag->x + tag->width / 2 - name->x - name->width / 2,
                tag->y + tag->height / 2 - name->y - name->height / 2)
         / MAX (hypot (space->bounds.width, space->bounds.height), 1.0);
}

/* Of a shared space: elsewhere on its outline, where it was known to be if it can. */
static gboolean
find_room_along (const KithFarSearch *search, guint whose, KithFarSize size, KithFarTag *found)
{
  const KithSpaceFigure *space = candidate_of (search, whose)->space;
  const KithFarTag *known = known_tag (search, whose);
  double best = NO_PLACE;

  for (guint8 along = 1; along <= KITH_FAR_PLACES && space != NULL && space->spokes == NULL;
       along++)
    {
      KithFarTag tag = { size, 1, 1, along };
      KithRect rect = rect_of (search, whose, &tag, 0.0);
      double worth = known != NULL && known->along == along ? STAYING_ALONG : 0.0;
      double off = cost_along (space, &rect);

      if (off - worth < best && find_within (search, whose, &rect))
        try_place (search, whose, &tag, worth - off, &best, found);
    }
  return best < NO_PLACE;
}

/* A little smaller than one sees from farther away, but never in the smallest if those were large. */
static KithFarSize
smallest_for (const KithFarSearch *search, guint whose)
{
  return search->farther == NULL
             ? KITH_FAR_SMALLEST
             : CLAMP (search->farther[whose].size, KITH_FAR_SMALL, KITH_FAR_SMALLEST);
}

/* The shares of boxes that it hides, which have been found. */
static double
hides (const KithFarSearch *search, guint whose, const KithFarTag *tag)
{
  KithRect rect = rect_of (search, whose, tag, 0.0);

  return hidden_of_boxes (search, &rect);
}

/* Elsewhere, or in smaller letters than it had at this step. */
static gboolean
make_way (KithFarSearch *search, guint whose)
{
  KithFarSize smallest = smallest_for (search, whose);
  KithFarTag tag;

  if (!find_near (search, whose))
    return FALSE;
  for (KithFarSize size = search->tags[whose].size; size <= smallest; size++)
    if (find_room (search, whose, size, &tag))
      {
        kith_far_take (search, whose, &tag);
        return TRUE;
      }
  return FALSE;
}

/* For one who may be there if only the others make way; else all stay as they were. */
static gboolean
push_aside (KithFarSearch *search, guint whose, const KithFarTag *tag, const guint *others, guint n)
{
  KithFarTag was = search->tags[whose], were[KITH_FAR_ASIDE];
  KithRect rect = rect_of (search, whose, tag, 0.0);
  gboolean make = TRUE;

  for (guint i = 0; i < n; i++)
    were[i] = search->tags[others[i]];
  kith_far_take (search, whose, tag);
  for (guint i = 0; i < n && make; i++)
    make = make_way (search, others[i]);
  if (make && cost_of_links (search, whose, &rect) < G_MAXDOUBLE)
    return TRUE;
  kith_far_take (search, whose, &was);
  for (guint i = 0; i < n; i++)
    kith_far_take (search, others[i], &were[i]);
  return FALSE;
}

/* For one who has none, if others make way. */
gboolean
kith_far_push_in (KithFarSearch *search, guint whose, KithFarSize size)
{
  guint others[KITH_FAR_ASIDE], n;

  if (!find_near (search, whose))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (places) * G_N_ELEMENTS (places); i++)
    {
      KithFarTag tag = { size, places[i % G_N_ELEMENTS (places)],
                         places[i / G_N_ELEMENTS (places)] };

      KithRect rect = rect_of (search, whose, &tag, 0.0);

      if (cost_beside (search, &rect, G_MAXDOUBLE) == G_MAXDOUBLE)
        continue;
      n = find_in_way (search, whose, &tag, others);
      if (n > KITH_FAR_ASIDE)
        continue;
      if (push_aside (search, whose, &tag, others, n))
        return TRUE;
      find_near (search, whose);
    }
  return FALSE;
}

gboolean
kith_far_find_place (const KithFarSearch *search, guint whose, KithFarSize size, KithFarTag *found)
{
  const KithFarTag *known = known_tag (search, whose);
  gboolean was_along = known != NULL && known->along > 0;

  if (was_along && find_room_along (search, whose, size, found))
    return TRUE;
  return (find_near (search, whose) && find_room (search, whose, size, found))
         || (!was_along && find_room_along (search, whose, size, found));
}

void
kith_far_uncover (KithFarSearch *search, guint whose)
{
  KithFarSize smallest = smallest_for (search, whose);
  KithFarTag tag, best = search->tags[whose];
  double least;

  if (best.size >= smallest || !find_near (search, whose))
    return;
  least = hides (search, whose, &best);
  for (KithFarSize size = best.size + 1; size <= smallest && least > MUCH_HIDDEN; size++)
    if (find_room (search, whose, size, &tag) && hides (search, whose, &tag) < WORTH_IT * least)
      least = hides (search, whose, &tag), best = tag;
  kith_far_take (search, whose, &best);
}
