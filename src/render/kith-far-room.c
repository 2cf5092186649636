/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Room for the tags of who is named from afar, step by step of the scale. */
#include "kith-far-private.h"

#include <math.h>

#define SMALL_FROM \
  0.226 /* pixels of any letters a map unit: farther away small ones find no room either */
#define MOST_SMALL 250 /* stakeholders who may have small ones, or have others make room */
#define NOBODY G_MAXUINT
#define MOST_HIDDEN 0.3    /* of another box */
#define MOST_MET 24        /* boxes about one, beyond which no tag has room */
#define MOST_OF_LINK 0.5   /* that is hidden, of what its boxes leave of it */
#define FEW_OF_LINKS 4     /* of so many that one has one may be hidden */
#define A_LINK 0.2         /* what that costs, beside what is hidden of boxes */
#define BEYOND 6.0         /* pixels that a tag may stick out of everything */
#define SMALL_WINDOW 250.0 /* pixels that no window shows less of */
#define MOST_OUTSIDE 0.1   /* of the tag, farther out */
#define APART 4.0          /* tags, pixels */
#define MOST_OTHERS 0.5    /* of all, beyond which there is no room to be made */
#define MOST_ASIDE 2       /* who make way for one */

/* A step, and what is taken there. */
typedef struct
{
  const KithFigures *figures;
  GArray *candidates; /* of KithFarCandidate, the best linked first */
  guint first;        /* of those who get their tags now */
  guint end;
  KithFarNames *names;
  KithRect bounds; /* of everything */
  double scale;
  KithFarTag *tags;         /* of the step */
  KithFarTag *farther;      /* of the step before; NULL at the first */
  const KithFarTag *nearer; /* of the step that comes next, where those are known; or NULL */
  KithRect *taken;          /* by each of them, with the air about it; no width: nothing */
  GArray *titles;           /* of KithRect */
  /* near the one that is looked at */
  GPtrArray *met;   /* of KithBoxFigure */
  GArray *met_tags; /* of guint: whose they are */
} Search;

static const KithFarCandidate *
candidate_of (const Search *search, guint whose)
{
  return &g_array_index (search->candidates, KithFarCandidate, whose);
}

static const KithFarNamed *
named_of (const Search *search, guint whose)
{
  return &g_array_index (search->names->named, KithFarNamed, whose);
}

static KithRect
rect_of (const Search *search, guint whose, const KithFarTag *tag, double apart)
{
  return kith_far_tag_rect (candidate_of (search, whose), named_of (search, whose), tag,
                            search->scale, apart);
}

/* --- What a tag hides --- */

typedef struct
{
  const Search *search;
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
find_near_tags (const Search *search, guint whose, const KithRect *around)
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
find_within (const Search *search, guint whose, const KithRect *around)
{
  Near near = { search, candidate_of (search, whose)->box, *around };

  find_near_tags (search, whose, around);
  g_ptr_array_set_size (search->met, 0);
  kith_grid_foreach (search->figures->box_grid, around, note_box, &near);
  return search->met->len <= MOST_MET;
}

/* The same of any tag over its box or its name. */
static gboolean
find_near (const Search *search, guint whose)
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
hidden_of_boxes (const Search *search, const KithRect *tag)
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
hidden_at_end (const Search *search, const KithFarTie *tie)
{
  KithRect tag;

  if (tie->other == 0 || search->tags[tie->other - 1].size == KITH_FAR_UNNAMED)
    return 0.0;
  tag = rect_of (search, tie->other - 1, &search->tags[tie->other - 1], 0.0);
  return hidden_of (tie->link, &tag);
}

/* Of its links, how many are hardly seen beside the tag and the tags at their other ends. */
static guint
count_hidden_links (const Search *search, const KithFarCandidate *candidate, const KithRect *tag)
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
outside (const Search *search, const KithRect *tag)
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
cost_beside (const Search *search, const KithRect *tag, double best)
{
  double cost = outside (search, tag);

  return cost > MOST_OUTSIDE ? best : MIN (best, cost + hidden_of_boxes (search, tag));
}

/* And of its links. */
static double
cost_of_links (const Search *search, guint whose, const KithRect *tag)
{
  const KithFarCandidate *candidate = candidate_of (search, whose);
  guint n = count_hidden_links (search, candidate, tag);

  return n > MAX (1, candidate->n_links / FEW_OF_LINKS) ? G_MAXDOUBLE : A_LINK * n;
}

/* --- Where there is room --- */

static void
take (Search *search, guint whose, const KithFarTag *tag)
{
  search->tags[whose] = *tag;
  search->taken[whose] = (KithRect){ 0 };
  if (tag->size != KITH_FAR_UNNAMED)
    search->taken[whose] = rect_of (search, whose, tag, APART / 2);
}

/* Of other tags, which have been found, how many are in the way of one, and the first of these; more than any may be: a
 * title is. */
static guint
find_in_way (const Search *search, guint whose, const KithFarTag *tag, guint others[MOST_ASIDE])
{
  KithRect around = rect_of (search, whose, tag, APART / 2);
  guint n = 0;

  for (guint i = 0; i < search->titles->len; i++)
    if (kith_rect_touches (&g_array_index (search->titles, KithRect, i), &around))
      return MOST_ASIDE + 1;
  for (guint i = 0; i < search->met_tags->len && n <= MOST_ASIDE; i++)
    {
      guint other = g_array_index (search->met_tags, guint, i);

      if (!kith_rect_touches (&search->taken[other], &around))
        continue;
      if (n < MOST_ASIDE)
        others[n] = other;
      n++;
    }
  return n;
}

static const guint8 places[] = { 1, 0, 2 };

/* Finds the place that costs least, the box in its middle first; FALSE where there is none. The boxes near it have been
 * found. */
static gboolean
find_room (const Search *search, guint whose, KithFarSize size, KithFarTag *found)
{
  double best = G_MAXDOUBLE;
  guint others[MOST_ASIDE];

  for (guint i = 0; i < G_N_ELEMENTS (places) && best > 0.0; i++)
    for (guint j = 0; j < G_N_ELEMENTS (places) && best > 0.0; j++)
      {
        KithFarTag tag = { size, places[j], places[i] };
        KithRect rect = rect_of (search, whose, &tag, 0.0);
        double cost = cost_beside (search, &rect, best);

        if (cost >= best || find_in_way (search, whose, &tag, others) > 0)
          continue;
        cost += cost_of_links (search, whose, &rect);
        if (cost < best)
          best = cost, *found = tag;
      }
  return best < G_MAXDOUBLE;
}

/* Whoever is named stays named as one comes nearer, in letters that are as large. */
static gboolean
may_have (const Search *search, guint whose, KithFarSize size)
{
  return search->nearer == NULL || search->nearer[whose].size <= size;
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

/* Of a shared space: elsewhere on its outline. */
static gboolean
find_room_along (const Search *search, guint whose, KithFarSize size, KithFarTag *found)
{
  const KithSpaceFigure *space = candidate_of (search, whose)->space;
  double best = G_MAXDOUBLE;
  guint others[MOST_ASIDE];

  for (guint8 along = 1; along <= KITH_FAR_PLACES && space != NULL && space->spokes == NULL;
       along++)
    {
      KithFarTag tag = { size, 1, 1, along };
      KithRect rect = rect_of (search, whose, &tag, 0.0);
      double cost = cost_along (space, &rect);

      if (cost >= best || !find_within (search, whose, &rect))
        continue;
      cost += cost_beside (search, &rect, G_MAXDOUBLE);
      if (cost < best && find_in_way (search, whose, &tag, others) == 0)
        best = cost, *found = tag;
    }
  return best < G_MAXDOUBLE;
}

/* For whoever has none larger at this step, with that of others where they are. */
static void
name_in (Search *search, KithFarSize size)
{
  guint end = search->end;

  if (size != KITH_FAR_LARGE)
    end = MIN (end, search->first + MOST_SMALL);
  for (guint i = search->first; i < end; i++)
    {
      KithFarTag tag;

      if (!may_have (search, i, size) || search->tags[i].size < size)
        continue;
      if ((find_near (search, i) && find_room (search, i, size, &tag))
          || find_room_along (search, i, size, &tag))
        take (search, i, &tag);
    }
}

/* Elsewhere, or in smaller letters than it had at this step; a little smaller than one sees from farther away, but
 * never in the smallest if those were large. */
static gboolean
make_way (Search *search, guint whose)
{
  KithFarSize smallest = KITH_FAR_SMALLEST;
  KithFarTag tag;

  if (search->farther != NULL)
    smallest = CLAMP (search->farther[whose].size, KITH_FAR_SMALL, KITH_FAR_SMALLEST);
  if (!find_near (search, whose))
    return FALSE;
  for (KithFarSize size = search->tags[whose].size; size <= smallest; size++)
    if (find_room (search, whose, size, &tag))
      {
        take (search, whose, &tag);
        return TRUE;
      }
  return FALSE;
}

/* For one who may be there if only the others make way; else all stay as they were. */
static gboolean
push_aside (Search *search, guint whose, const KithFarTag *tag, const guint *others, guint n)
{
  KithFarTag none = search->tags[whose], were[MOST_ASIDE];
  KithRect rect = rect_of (search, whose, tag, 0.0);
  gboolean make = TRUE;

  for (guint i = 0; i < n; i++)
    were[i] = search->tags[others[i]];
  take (search, whose, tag);
  for (guint i = 0; i < n && make; i++)
    make = make_way (search, others[i]);
  if (make && cost_of_links (search, whose, &rect) < G_MAXDOUBLE)
    return TRUE;
  take (search, whose, &none);
  for (guint i = 0; i < n; i++)
    take (search, others[i], &were[i]);
  return FALSE;
}

/* For one who has none, if others make way. */
static gboolean
have_way_made (Search *search, guint whose, KithFarSize size)
{
  guint others[MOST_ASIDE], n;

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
      if (n > MOST_ASIDE)
        continue;
      if (push_aside (search, whose, &tag, others, n))
        return TRUE;
      find_near (search, whose);
    }
  return FALSE;
}

static guint
count_unnamed (const Search *search)
{
  guint n = 0;

  for (guint i = search->first; i < search->end; i++)
    n += search->tags[i].size == KITH_FAR_UNNAMED;
  return n;
}

/* Where most are named; of shared spaces there are few. */
static void
name_others (Search *search)
{
  guint n = search->candidates->len;

  if (n > MOST_SMALL || (search->nearer == NULL && count_unnamed (search) > MOST_OTHERS * n))
    return;
  for (guint i = search->first; i < search->end; i++)
    for (KithFarSize size = KITH_FAR_LARGE;
         size < KITH_FAR_UNNAMED && search->tags[i].size == KITH_FAR_UNNAMED; size++)
      if (may_have (search, i, size))
        have_way_made (search, i, size);
}

/* What frames and rings are called at this scale. */
static void
take_titles (Search *search)
{
  double scale = search->scale * search->names->unit;
  GHashTableIter iter;
  gpointer value;

  g_array_set_size (search->titles, 0);
  g_hash_table_iter_init (&iter, search->figures->notes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      KithNoteFigure *note = value;
      KithRect title = note->words, words;
      double larger;

      if (kith_note_figure_is_far (note, scale)
          && kith_note_figure_far_title (note, scale, &words, &larger) != NULL)
        title = words;
      if (title.width > 0)
        g_array_append_val (search->titles, title);
    }
}

/* The least of a step, at which tags cover most of the map. */
static double
least_scale (const KithFarNames *names, guint step)
{
  double scale = KITH_FAR_NEAREST;

  for (guint i = 0; i <= step; i++)
    scale /= names->a_step;
  return MAX (scale, KITH_FAR_FARTHEST / names->unit);
}

static void
begin_step (Search *search, guint step)
{
  const KithFarNames *names = search->names;

  search->farther = step + 1 < names->n_steps ? kith_far_tags_at (names, step + 1) : NULL;
  search->tags = kith_far_tags_at (names, step);
  search->scale = least_scale (names, step);
  take_titles (search);
}

static void
name_step (Search *search)
{
  name_in (search, KITH_FAR_LARGE);
  if (search->scale * search->names->unit < SMALL_FROM)
    return;
  name_in (search, KITH_FAR_SMALL);
  name_in (search, KITH_FAR_SMALLEST);
  name_others (search);
}

static const KithFarTag none = { KITH_FAR_UNNAMED, 1, 1, 0 };

/* Those who are named at a farther step come first, and have room. */
static void
name_people (Search *search, guint step)
{
  begin_step (search, step);
  for (guint i = 0; i < search->candidates->len; i++)
    take (search, i, search->farther != NULL ? &search->farther[i] : &none);
  name_step (search);
}

/* Where people leave room, or make it: nobody goes without a name for the sake of a shared space. From the nearest step
 * to the farthest, as there is the less room the farther away one is, and most is taken already. */
static void
name_spaces (Search *search, guint step)
{
  begin_step (search, step);
  search->nearer = step > 0 ? kith_far_tags_at (search->names, step - 1) : NULL;
  for (guint i = 0; i < search->candidates->len; i++)
    take (search, i, &search->tags[i]);
  name_step (search);
}

static guint
count_people (const GArray *candidates)
{
  guint n = 0;

  while (n < candidates->len && g_array_index (candidates, KithFarCandidate, n).box != NULL)
    n++;
  return n;
}

void
kith_far_find_room (KithFarNames *names, const KithFigures *figures, GArray *candidates)
{
  g_autofree KithRect *taken = g_new0 (KithRect, candidates->len + 1);
  g_autoptr (GArray) titles = g_array_new (FALSE, FALSE, sizeof (KithRect));
  g_autoptr (GPtrArray) met = g_ptr_array_new ();
  g_autoptr (GArray) met_tags = g_array_new (FALSE, FALSE, sizeof (guint));
  Search search = { .figures = figures,
                    .candidates = candidates,
                    .names = names,
                    .bounds = kith_figures_bounds (figures),
                    .end = count_people (candidates),
                    .taken = taken,
                    .titles = titles,
                    .met = met,
                    .met_tags = met_tags };

  for (guint step = names->n_steps; step-- > 0;)
    name_people (&search, step);
  search.first = search.end, search.end = candidates->len;
  for (guint step = 0; step < names->n_steps && search.first < search.end; step++)
    name_spaces (&search, step);
}
