/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is named from afar: the best linked first, each where its tag meets no other tag, no title of a frame
 * and hides hardly anything of another box. Found for steps of the scale, from the farthest to the nearest, so
 * that nobody who is named loses the name when one comes nearer. */
#include "kith-far-names.h"

#include "kith-far-candidates.h"
#include "kith-figures-private.h"

#include <math.h>

#define NEAREST 0.5   /* pixels a map unit: there letters in boxes are seven pixels large */
#define FARTHEST 0.12 /* from there on boxes are dots */
#define A_STEP 1.189207115002721 /* from a step to the next: half the scale in four */
#define STEPS 9
#define MOST_TRIED 800  /* stakeholders: more take long, and no screen has room for so many names */
#define MOST_HIDDEN 0.3 /* of another box */
#define MOST_MET 24     /* boxes about one, beyond which no tag has room */
#define MOST_OF_LINK 0.5   /* that is hidden, of what its boxes leave of it */
#define FEW_OF_LINKS 4     /* of so many that one has one may be hidden */
#define A_LINK 0.2         /* what that costs, beside what is hidden of boxes */
#define BEYOND 6.0         /* pixels that a tag may stick out of everything */
#define SMALL_WINDOW 250.0 /* pixels that no window shows less of */
#define MOST_OUTSIDE 0.1   /* of the tag, farther out */
#define APART 4.0          /* tags, pixels */

typedef struct
{
  KithId id;
  double width; /* of its tag, pixels */
  double height;
  guint step;    /* the farthest at which it is named; STEPS: at none */
  double beside; /* where its box is in it: 0 at the left, 0.5 in the middle, 1 at the right */
  double below;  /* 0 at the top, 1 at the bottom */
  guint name;    /* hash of what was measured */
} Named;

struct _KithFarNames
{
  GArray *named;   /* of Named, the best linked first */
  GHashTable *who; /* id → its place in `named` */
  guint revision;  /* of the figures */
};

gboolean
kith_far_names_has_scale (double scale)
{
  return scale < NEAREST && scale >= FARTHEST;
}

static guint
step_at (double scale)
{
  double nearest = NEAREST;
  guint step = 0;

  while (step + 1 < STEPS && scale < nearest / A_STEP)
    {
      nearest /= A_STEP;
      step++;
    }
  return step;
}

/* The least of a step, at which tags cover most of the map. */
static double
least_scale (guint step)
{
  double scale = NEAREST;

  for (guint i = 0; i <= step; i++)
    scale /= A_STEP;
  return MAX (scale, FARTHEST);
}

/* What a step is found from, and what is taken there. */
typedef struct
{
  const KithFigures *figures;
  GArray *candidates;  /* of KithFarCandidate, the best linked first */
  KithFarNames *names; /* as far as they are found */
  KithRect bounds;     /* of everything */
  double scale;
  GArray *taken;  /* of KithRect */
  GPtrArray *met; /* of KithBoxFigure: near the one that is looked at */
} Search;

/* --- Where --- */

/* The tag over a box, map units, at least as large as the box, which it hides; `apart` is added all round,
 * pixels. */
static KithRect
tag_over (const KithBoxFigure *box, const Named *named, double scale, double apart)
{
  double width = MAX (named->width / scale, box->box.width);
  double height = MAX (named->height / scale, box->box.height);
  KithRect tag = { box->box.x + (box->box.width - width) * named->beside,
                   box->box.y + (box->box.height - height) * named->below, width, height };

  return kith_rect_grow (&tag, apart / scale);
}

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

/* What any tag of its own may hide; FALSE: so much that none is worth a try. */
static gboolean
find_near (const Search *search, const KithFarCandidate *candidate, const Named *named)
{
  const KithRect *box = &candidate->box->box;
  double aside = MAX (named->width / search->scale - box->width, 0.0);
  double above = MAX (named->height / search->scale - box->height, 0.0);
  Near near = { search,
                candidate->box,
                { box->x - aside, box->y - above, box->width + 2 * aside,
                  box->height + 2 * above } };

  g_ptr_array_set_size (search->met, 0);
  kith_grid_foreach (search->figures->box_grid, &near.around, note_box, &near);
  return search->met->len <= MOST_MET;
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

static gboolean
meets_any (const GArray *taken, const KithRect *tag)
{
  for (guint i = 0; i < taken->len; i++)
    if (kith_rect_touches (&g_array_index (taken, KithRect, i), tag))
      return TRUE;
  return FALSE;
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
  const Named *named;
  KithRect tag;

  if (tie->other == 0)
    return 0.0;
  named = &g_array_index (search->names->named, Named, tie->other - 1);
  if (named->step == STEPS)
    return 0.0;
  tag = tag_over (g_array_index (search->candidates, KithFarCandidate, tie->other - 1).box, named,
                  search->scale, 0.0);
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

/* What a tag there hides, and how far it sticks out; no less than `best` where it may not be there. */
static double
cost_of (const Search *search, const KithFarCandidate *candidate, const Named *named, double best)
{
  KithRect around = tag_over (candidate->box, named, search->scale, APART / 2);
  KithRect tag = tag_over (candidate->box, named, search->scale, 0.0);
  double cost = outside (search, &tag);
  guint n_hidden;

  if (cost > MOST_OUTSIDE)
    return best;
  cost += hidden_of_boxes (search, &tag);
  if (cost >= best || meets_any (search->taken, &around))
    return best;
  n_hidden = count_hidden_links (search, candidate, &tag);
  if (n_hidden > MAX (1, candidate->n_links / FEW_OF_LINKS))
    return best;
  return MIN (best, cost + A_LINK * n_hidden);
}

/* Finds the place that costs least, the box in its middle first; FALSE where there is none. */
static gboolean
find_room (const Search *search, const KithFarCandidate *candidate, Named *named)
{
  static const double places[] = { 0.5, 0.0, 1.0 };
  Named found = *named, trial = *named;
  double best = G_MAXDOUBLE;

  if (!find_near (search, candidate, named))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (places) && best > 0.0; i++)
    for (guint j = 0; j < G_N_ELEMENTS (places) && best > 0.0; j++)
      {
        double cost;

        trial.below = places[i], trial.beside = places[j];
        cost = cost_of (search, candidate, &trial, best);
        if (cost < best)
          best = cost, found = trial;
      }
  *named = found;
  return best < G_MAXDOUBLE;
}

/* What frames and rings are called at this scale. */
static void
take_titles (Search *search)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, search->figures->notes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      KithNoteFigure *note = value;
      KithRect words;
      double larger;

      if (kith_note_figure_is_far (note, search->scale)
          && kith_note_figure_far_title (note, search->scale, &words, &larger) != NULL)
        g_array_append_val (search->taken, words);
      else if (note->words.width > 0)
        g_array_append_val (search->taken, note->words);
    }
}

static void
take_tag (Search *search, const KithFarCandidate *candidate, const Named *named)
{
  KithRect tag = tag_over (candidate->box, named, search->scale, APART / 2);

  g_array_append_val (search->taken, tag);
}

/* Those who are named at a farther step come first, and have room. */
static void
name_step (Search *search, guint step)
{
  const GArray *candidates = search->candidates;
  GArray *named = search->names->named;

  search->scale = least_scale (step);
  g_array_set_size (search->taken, 0);
  take_titles (search);
  for (guint i = 0; i < candidates->len; i++)
    if (g_array_index (named, Named, i).step < STEPS)
      take_tag (search, &g_array_index (candidates, KithFarCandidate, i),
                &g_array_index (named, Named, i));
  for (guint i = 0; i < candidates->len; i++)
    {
      const KithFarCandidate *candidate = &g_array_index (candidates, KithFarCandidate, i);
      Named *one = &g_array_index (named, Named, i);

      if (one->step < STEPS || !find_room (search, candidate, one))
        continue;
      one->step = step;
      take_tag (search, candidate, one);
    }
}

static void
add_named (KithFarNames *names, KithBoxFigure *box)
{
  Named one = { .id = KITH_ID (box->record),
                .step = STEPS,
                .beside = 0.5,
                .below = 0.5,
                .name = g_str_hash (box->record->name) };
  guint at = names->named->len;

  kith_text_size (kith_box_figure_layout (box), &one.width, &one.height);
  one.width = ceil (one.width * KITH_FAR_LETTERS + 2 * KITH_FAR_PAD_X);
  one.height = ceil (one.height * KITH_FAR_LETTERS + 2 * KITH_FAR_PAD_Y);
  g_array_append_val (names->named, one);
  g_hash_table_insert (names->who, g_memdup2 (&one.id, sizeof one.id), GUINT_TO_POINTER (at));
}

/**
 * kith_far_names_new:
 * @figures: figures
 *
 * Cost: O(n + m), and some microseconds for each of the few hundred best linked.
 *
 * Returns: (transfer full): who is named at which scale
 */
KithFarNames *
kith_far_names_new (const KithFigures *figures)
{
  KithFarNames *names = g_new0 (KithFarNames, 1);
  g_autoptr (GArray) candidates = kith_far_candidates_find (figures, MOST_TRIED);
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (KithRect));
  g_autoptr (GPtrArray) met = g_ptr_array_new ();
  Search search = { figures, candidates, names, kith_figures_bounds (figures), 0.0, taken, met };

  names->revision = figures->revision;
  names->named = g_array_new (FALSE, TRUE, sizeof (Named));
  names->who = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < candidates->len; i++)
    add_named (names, g_array_index (candidates, KithFarCandidate, i).box);
  for (guint step = STEPS; step-- > 0;)
    name_step (&search, step);
  return names;
}

void
kith_far_names_free (KithFarNames *names)
{
  g_array_unref (names->named);
  g_hash_table_unref (names->who);
  g_free (names);
}

gboolean
kith_far_names_are_stale (const KithFarNames *names, const KithFigures *figures)
{
  return names->revision != figures->revision;
}

/* --- Asked --- */

static gboolean
tag_of (const KithFigures *figures, const Named *named, double scale, KithRect *tag)
{
  const KithBoxFigure *box = g_hash_table_lookup (figures->boxes, &named->id);

  if (box == NULL || box->is_out || box->is_faint || g_str_hash (box->record->name) != named->name)
    return FALSE;
  *tag = tag_over (box, named, scale, 0.0);
  return TRUE;
}

static gboolean
is_named_at (const Named *named, guint step)
{
  return named->step >= step && named->step < STEPS;
}

/**
 * kith_far_names_in:
 * @names: names
 * @figures: the figures, where boxes may have been carried elsewhere since
 * @scale: pixels a map unit
 * @rect: what is in sight, map units
 * @found: (element-type KithFarName): what is found is appended
 */
void
kith_far_names_in (const KithFarNames *names,
                   const KithFigures *figures,
                   double scale,
                   const KithRect *rect,
                   GArray *found)
{
  guint step = step_at (scale);

  for (guint i = 0; i < names->named->len && kith_far_names_has_scale (scale); i++)
    {
      const Named *named = &g_array_index (names->named, Named, i);
      KithFarName one = { .id = named->id };

      if (is_named_at (named, step) && tag_of (figures, named, scale, &one.tag)
          && kith_rect_touches (&one.tag, rect))
        g_array_append_val (found, one);
    }
}

gboolean
kith_far_names_tag (const KithFarNames *names,
                    const KithFigures *figures,
                    KithId id,
                    double scale,
                    KithRect *tag)
{
  const Named *named;
  gpointer at;

  if (!kith_far_names_has_scale (scale)
      || !g_hash_table_lookup_extended (names->who, &id, NULL, &at))
    return FALSE;
  named = &g_array_index (names->named, Named, GPOINTER_TO_UINT (at));
  return is_named_at (named, step_at (scale)) && tag_of (figures, named, scale, tag);
}

/* Tags do not lie on each other, but while one is dragged: the one that is drawn last is meant. */
KithId
kith_far_names_at (const KithFarNames *names,
                   const KithFigures *figures,
                   double scale,
                   double x,
                   double y)
{
  KithRect point = { x, y, 0, 0 };
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (KithFarName));

  kith_far_names_in (names, figures, scale, &point, found);
  return found->len > 0 ? g_array_index (found, KithFarName, found->len - 1).id : 0;
}
