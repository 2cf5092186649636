/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is named from afar: the best linked first, each where its tag meets no other tag, no title of a frame
 * and hides hardly anything of another box. Found for steps of the scale, from the farthest to the nearest, so
 * that nobody who is named loses the name when one comes nearer. */
#include "kith-far-names.h"

#include "kith-far-candidates.h"
#include "kith-figures-private.h"

#include <math.h>

/* Lengths and scales are in letters as large as on a window of one's own; of a room's, all pixels here are so
 * much larger: `unit`. */
#define NEAREST 0.64  /* pixels a map unit: there letters in boxes are nine pixels large */
#define FARTHEST 0.12 /* of any letters: from there on boxes are dots */
#define A_STEP 1.189207115002721 /* from a step to the next: half the scale in four */
#define MOST_STEPS 24
#define UNNAMED G_MAXUINT
#define SMALL_FROM \
  0.226 /* pixels of any letters a map unit: farther away small ones find no room either */
#define MOST_SMALL 250 /* stakeholders who may have small ones */
#define NOBODY G_MAXUINT
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

/* Tags are in large letters, or in smaller ones where somebody has no room for those: names of some few in letters
 * that nobody can read would look like a judgement. */
typedef enum
{
  LARGE_TAG,
  SMALL_TAG,
  SMALLEST_TAG,
  N_TAGS,
} Size;

static const double letters_of[N_TAGS] = { 1.0, 0.8, 0.64 };

typedef struct
{
  guint step;    /* the farthest at which it is there; UNNAMED: at none */
  double beside; /* where its box is in it: 0 at the left, 0.5 in the middle, 1 at the right */
  double below;  /* 0 at the top, 1 at the bottom */
} Tag;

typedef struct
{
  KithId id;
  double width; /* of its tag, pixels */
  double height;
  Tag tags[N_TAGS];
  guint name; /* hash of what was measured */
} Named;

struct _KithFarNames
{
  GArray *named;   /* of Named, the best linked first */
  GHashTable *who; /* id → its place in `named` */
  guint revision;  /* of the figures */
  double unit;     /* pixels of the screen in one of here */
  guint n_steps;
};

gboolean
kith_far_names_has_scale (double scale, double letters)
{
  return scale < NEAREST * letters / KITH_FAR_LETTERS && scale >= FARTHEST;
}

static gboolean
has_scale (const KithFarNames *names, double scale)
{
  return kith_far_names_has_scale (scale, names->unit * KITH_FAR_LETTERS);
}

static guint
step_at (double scale, guint n_steps)
{
  double nearest = NEAREST;
  guint step = 0;

  while (step + 1 < n_steps && scale < nearest / A_STEP)
    {
      nearest /= A_STEP;
      step++;
    }
  return step;
}

/* The least of a step, at which tags cover most of the map. */
static double
least_scale (const KithFarNames *names, guint step)
{
  double scale = NEAREST;

  for (guint i = 0; i <= step; i++)
    scale /= A_STEP;
  return MAX (scale, FARTHEST / names->unit);
}

/* Which tag there is at a step; N_TAGS: none. */
static Size
size_at (const Named *named, guint step)
{
  Size size = LARGE_TAG;

  while (size < N_TAGS && (named->tags[size].step == UNNAMED || named->tags[size].step < step))
    size++;
  return size;
}

typedef struct
{
  KithRect rect;
  guint whose; /* candidate, or NOBODY */
} Taken;

/* What a step is found from, and what is taken there. */
typedef struct
{
  const KithFigures *figures;
  GArray *candidates;  /* of KithFarCandidate, the best linked first */
  KithFarNames *names; /* as far as they are found */
  KithRect bounds;     /* of everything */
  guint step;
  double scale;
  GArray *taken;  /* of Taken */
  GPtrArray *met; /* of KithBoxFigure: near the one that is looked at */
} Search;

/* --- Where --- */

/* The tag over a box, map units, at least as large as the box, which it hides; `apart` is added all round,
 * pixels. */
static KithRect
tag_over (const KithBoxFigure *box, const Named *named, Size size, double scale, double apart)
{
  double width = MAX (named->width * letters_of[size] / scale, box->box.width);
  double height = MAX (named->height * letters_of[size] / scale, box->box.height);
  const Tag *at = &named->tags[size];
  KithRect tag = { box->box.x + (box->box.width - width) * at->beside,
                   box->box.y + (box->box.height - height) * at->below, width, height };

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
meets_any (const GArray *taken, const KithRect *tag, guint whose)
{
  for (guint i = 0; i < taken->len; i++)
    {
      const Taken *other = &g_array_index (taken, Taken, i);

      if (other->whose != whose && kith_rect_touches (&other->rect, tag))
        return TRUE;
    }
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
  Size size;

  if (tie->other == 0)
    return 0.0;
  named = &g_array_index (search->names->named, Named, tie->other - 1);
  size = size_at (named, search->step);
  if (size == N_TAGS)
    return 0.0;
  tag = tag_over (g_array_index (search->candidates, KithFarCandidate, tie->other - 1).box, named,
                  size, search->scale, 0.0);
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
cost_of (const Search *search, guint whose, const Named *named, Size size, double best)
{
  const KithFarCandidate *candidate = &g_array_index (search->candidates, KithFarCandidate, whose);
  KithRect around = tag_over (candidate->box, named, size, search->scale, APART / 2);
  KithRect tag = tag_over (candidate->box, named, size, search->scale, 0.0);
  double cost = outside (search, &tag);
  guint n_hidden;

  if (cost > MOST_OUTSIDE)
    return best;
  cost += hidden_of_boxes (search, &tag);
  if (cost >= best || meets_any (search->taken, &around, whose))
    return best;
  n_hidden = count_hidden_links (search, candidate, &tag);
  if (n_hidden > MAX (1, candidate->n_links / FEW_OF_LINKS))
    return best;
  return MIN (best, cost + A_LINK * n_hidden);
}

/* Finds the place that costs least, the box in its middle first; FALSE where there is none. */
static gboolean
find_room (const Search *search, guint whose, Named *named, Size size)
{
  static const double places[] = { 0.5, 0.0, 1.0 };
  Named trial = *named;
  Tag found = { UNNAMED, 0.5, 0.5 };
  double best = G_MAXDOUBLE;

  if (!find_near (search, &g_array_index (search->candidates, KithFarCandidate, whose), named))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (places) && best > 0.0; i++)
    for (guint j = 0; j < G_N_ELEMENTS (places) && best > 0.0; j++)
      {
        double cost;

        trial.tags[size] = (Tag){ search->step, places[j], places[i] };
        cost = cost_of (search, whose, &trial, size, best);
        if (cost < best)
          best = cost, found = trial.tags[size];
      }
  named->tags[size] = found;
  return best < G_MAXDOUBLE;
}

/* What frames and rings are called at this scale. */
static void
take_titles (Search *search)
{
  double scale = search->scale * search->names->unit;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, search->figures->notes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      KithNoteFigure *note = value;
      Taken title = { note->words, NOBODY };
      KithRect words;
      double larger;

      if (kith_note_figure_is_far (note, scale)
          && kith_note_figure_far_title (note, scale, &words, &larger) != NULL)
        title.rect = words;
      if (title.rect.width > 0)
        g_array_append_val (search->taken, title);
    }
}

static void
take_tag (Search *search, guint whose, Size size)
{
  const KithBoxFigure *box = g_array_index (search->candidates, KithFarCandidate, whose).box;
  const Named *named = &g_array_index (search->names->named, Named, whose);
  Taken tag = { tag_over (box, named, size, search->scale, APART / 2), whose };

  g_array_append_val (search->taken, tag);
}

/* For whoever has none so large at this step yet. */
static void
name_in (Search *search, Size size)
{
  guint n = size == LARGE_TAG ? search->candidates->len : MIN (search->candidates->len, MOST_SMALL);

  for (guint i = 0; i < n; i++)
    {
      Named *one = &g_array_index (search->names->named, Named, i);

      if (size_at (one, search->step) > size && find_room (search, i, one, size))
        take_tag (search, i, size);
    }
}

/* Those who are named at a farther step come first, and have room. */
static void
name_step (Search *search, guint step)
{
  search->step = step;
  search->scale = least_scale (search->names, step);
  g_array_set_size (search->taken, 0);
  take_titles (search);
  for (guint i = 0; i < search->candidates->len; i++)
    {
      Size size = size_at (&g_array_index (search->names->named, Named, i), step);

      if (size < N_TAGS)
        take_tag (search, i, size);
    }
  name_in (search, LARGE_TAG);
  for (Size size = SMALL_TAG; size < N_TAGS && search->scale * search->names->unit >= SMALL_FROM;
       size++)
    name_in (search, size);
}

static void
add_named (KithFarNames *names, KithBoxFigure *box)
{
  Named one = { .id = KITH_ID (box->record), .name = g_str_hash (box->record->name) };
  guint at = names->named->len;

  for (guint size = 0; size < N_TAGS; size++)
    one.tags[size] = (Tag){ UNNAMED, 0.5, 0.5 };
  kith_text_size (kith_box_figure_layout (box), &one.width, &one.height);
  one.width = ceil (one.width * KITH_FAR_TEXT + 2 * KITH_FAR_PAD_X);
  one.height = ceil (one.height * KITH_FAR_TEXT + 2 * KITH_FAR_PAD_Y);
  g_array_append_val (names->named, one);
  g_hash_table_insert (names->who, g_memdup2 (&one.id, sizeof one.id), GUINT_TO_POINTER (at));
}

/**
 * kith_far_names_new:
 * @figures: figures
 * @letters: pixels, of a letter of a tag
 *
 * Cost: O(n + m), and some microseconds for each of the few hundred best linked.
 *
 * Returns: (transfer full): who is named at which scale
 */
KithFarNames *
kith_far_names_new (const KithFigures *figures, double letters)
{
  KithFarNames *names = g_new0 (KithFarNames, 1);
  g_autoptr (GArray) candidates = kith_far_candidates_find (figures, MOST_TRIED);
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (Taken));
  g_autoptr (GPtrArray) met = g_ptr_array_new ();
  Search search = { figures, candidates, names, kith_figures_bounds (figures), 0, 0.0, taken, met };

  names->revision = figures->revision;
  names->unit = letters / KITH_FAR_LETTERS;
  names->n_steps = step_at (FARTHEST / names->unit, MOST_STEPS) + 1;
  names->named = g_array_new (FALSE, TRUE, sizeof (Named));
  names->who = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < candidates->len; i++)
    add_named (names, g_array_index (candidates, KithFarCandidate, i).box);
  for (guint step = names->n_steps; step-- > 0;)
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

double
kith_far_names_letters (const KithFarNames *names)
{
  return names->unit * KITH_FAR_LETTERS;
}

/* --- Asked --- */

/* Its tag at a step; FALSE where it has none. */
static gboolean
tag_of (const KithFarNames *names,
        const KithFigures *figures,
        const Named *named,
        double scale,
        KithFarName *found)
{
  const KithBoxFigure *box = g_hash_table_lookup (figures->boxes, &named->id);
  double own = scale / names->unit;
  Size size = size_at (named, step_at (own, names->n_steps));

  if (size == N_TAGS || box == NULL || box->is_out || box->is_faint
      || g_str_hash (box->record->name) != named->name)
    return FALSE;
  *found = (KithFarName){ named->id, tag_over (box, named, size, own, 0.0),
                          names->unit * letters_of[size] };
  return TRUE;
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
  for (guint i = 0; i < names->named->len && has_scale (names, scale); i++)
    {
      KithFarName one;

      if (tag_of (names, figures, &g_array_index (names->named, Named, i), scale, &one)
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
  KithFarName found;
  gpointer at;

  if (!has_scale (names, scale) || !g_hash_table_lookup_extended (names->who, &id, NULL, &at)
      || !tag_of (names, figures, &g_array_index (names->named, Named, GPOINTER_TO_UINT (at)),
                  scale, &found))
    return FALSE;
  *tag = found.tag;
  return TRUE;
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
