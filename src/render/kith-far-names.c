/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is named from afar: the best linked first, each where its tag meets no other tag, no title of a frame
 * and hides hardly anything of another box; then shared spaces. Found for steps of the scale, so that nobody who is
 * named loses the name when one comes nearer. */
#include "kith-far-private.h"

#include <math.h>

#define A_STEP 1.189207115002721       /* from a step to the next: half the scale in four … */
#define A_FINE_STEP 1.0905077326652577 /* … or in eight, which finds more room … */
#define MOST_FINE 250                  /* … for so many stakeholders: more take long */
#define MOST_STEPS 48
#define MOST_TRIED 800 /* stakeholders: more take long, and no screen has room for so many names */

const double kith_far_letters[KITH_FAR_UNNAMED] = { 1.0, 0.8, 0.64 };

void
kith_far_points_along (const KithSpaceFigure *space, KithPoint points[KITH_FAR_PLACES])
{
  const KithRect *bounds = &space->bounds, *name = &space->label_box;
  KithPoint middle = { bounds->x + bounds->width / 2, bounds->y + bounds->height / 2 };
  double out[KITH_FAR_PLACES] = { 0 };

  for (guint i = 0; i < space->loops->len; i++)
    {
      const GArray *loop = space->loops->pdata[i];

      for (guint k = 0; k < loop->len; k++)
        {
          KithPoint at = g_array_index (loop, KithPoint, k);
          double far = hypot (at.x - middle.x, at.y - middle.y);
          double turn = atan2 (at.y - middle.y, at.x - middle.x) / (2.0 * G_PI) + 0.5;
          guint place = MIN ((guint) (turn * KITH_FAR_PLACES), KITH_FAR_PLACES - 1);

          if (far > out[place])
            out[place] = far, points[place] = at;
        }
    }
  for (guint i = 0; i < KITH_FAR_PLACES; i++)
    if (out[i] == 0.0)
      points[i] = i > 0 ? points[i - 1]
                        : (KithPoint){ name->x + name->width / 2, name->y + name->height / 2 };
}

static KithPoint
point_along (const KithFarCandidate *candidate, guint along)
{
  KithPoint points[KITH_FAR_PLACES];

  if (candidate->along != NULL)
    return candidate->along[along - 1];
  kith_far_points_along (candidate->space, points);
  return points[along - 1];
}

KithRect
kith_far_tag_rect (const KithFarCandidate *candidate,
                   const KithFarNamed *named,
                   const KithFarTag *tag,
                   double scale,
                   double apart)
{
  const KithRect *over = kith_far_candidate_rect (candidate);
  double width = named->width * kith_far_letters[tag->size] / scale;
  double height = named->height * kith_far_letters[tag->size] / scale;
  KithRect rect;

  if (tag->along > 0)
    {
      KithPoint at = point_along (candidate, tag->along);

      rect = (KithRect){ at.x - width / 2, at.y - height / 2, width, height };
      return kith_rect_grow (&rect, apart / scale);
    }
  width = MAX (width, over->width), height = MAX (height, over->height);
  rect = (KithRect){ over->x + (over->width - width) * tag->beside / 2.0,
                     over->y + (over->height - height) * tag->below / 2.0, width, height };
  return kith_rect_grow (&rect, apart / scale);
}

gboolean
kith_far_names_has_scale (double scale, double letters)
{
  return scale < KITH_FAR_NEAREST * letters / KITH_FAR_LETTERS && scale >= KITH_FAR_FARTHEST;
}

static gboolean
has_scale (const KithFarNames *names, double scale)
{
  return kith_far_names_has_scale (scale, names->unit * KITH_FAR_LETTERS);
}

static guint
step_at (const KithFarNames *names, double scale, guint n_steps)
{
  double nearest = KITH_FAR_NEAREST;
  guint step = 0;

  while (step + 1 < n_steps && scale < nearest / names->a_step)
    {
      nearest /= names->a_step;
      step++;
    }
  return step;
}

static void
add_named (KithFarNames *names, const KithFarCandidate *candidate)
{
  KithFarNamed one = { .id = kith_far_candidate_id (candidate),
                       .name = g_str_hash (kith_far_candidate_name (candidate)) };
  guint at = names->named->len;

  kith_text_size (kith_far_candidate_layout (candidate), &one.width, &one.height);
  one.width = ceil (one.width * KITH_FAR_TEXT + 2 * KITH_FAR_PAD_X
                    + kith_far_lock_room (candidate->space));
  one.height = ceil (one.height * KITH_FAR_TEXT + 2 * KITH_FAR_PAD_Y);
  g_array_append_val (names->named, one);
  g_hash_table_insert (names->who, g_memdup2 (&one.id, sizeof one.id), GUINT_TO_POINTER (at));
}

/**
 * kith_far_names_new:
 * @figures: figures
 * @letters: pixels, of a letter of a tag
 *
 * Cost: O(n + m), and for those who may be named, at most 800 and 60 shared spaces, some 1 ms for 25 of them, 10 ms for
 * 150 and 40 ms for 800, more where letters are larger.
 *
 * Returns: (transfer full): who is named at which scale
 */
KithFarNames *
kith_far_names_new (const KithFigures *figures, double letters)
{
  KithFarNames *names = g_new0 (KithFarNames, 1);
  g_autoptr (GArray) candidates = kith_far_candidates_find (figures, MOST_TRIED);

  names->revision = figures->revision;
  names->unit = letters / KITH_FAR_LETTERS;
  names->a_step = kith_far_count_people (candidates) > MOST_FINE ? A_STEP : A_FINE_STEP;
  names->n_steps = step_at (names, KITH_FAR_FARTHEST / names->unit, MOST_STEPS) + 1;
  names->named = g_array_new (FALSE, TRUE, sizeof (KithFarNamed));
  names->who = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < candidates->len; i++)
    add_named (names, &g_array_index (candidates, KithFarCandidate, i));
  names->tags = g_new (KithFarTag, (gsize) names->n_steps * names->named->len + 1);
  kith_far_find_tags (names, figures, candidates);
  return names;
}

void
kith_far_names_free (KithFarNames *names)
{
  g_array_unref (names->named);
  g_hash_table_unref (names->who);
  g_free (names->tags);
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

/* The tag of one of those who may have one; FALSE where it has none. */
static gboolean
tag_of (const KithFarNames *names,
        const KithFigures *figures,
        guint whose,
        double scale,
        KithFarName *found)
{
  const KithFarNamed *named = &g_array_index (names->named, KithFarNamed, whose);
  KithFarCandidate candidate;
  double own = scale / names->unit;
  const KithFarTag *tag = &kith_far_tags_at (names, step_at (names, own, names->n_steps))[whose];

  if (tag->size == KITH_FAR_UNNAMED || !kith_far_candidate_of (figures, named->id, &candidate)
      || g_str_hash (kith_far_candidate_name (&candidate)) != named->name)
    return FALSE;
  *found = (KithFarName){
    named->id,
    kith_far_tag_rect (&candidate, named, tag, own, 0.0),
    names->unit * kith_far_letters[tag->size],
    candidate.space != NULL,
  };
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

      if (tag_of (names, figures, i, scale, &one) && kith_rect_touches (&one.tag, rect))
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
      || !tag_of (names, figures, GPOINTER_TO_UINT (at), scale, &found))
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
                   double y,
                   gboolean *is_space)
{
  KithRect point = { x, y, 0, 0 };
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (KithFarName));

  kith_far_names_in (names, figures, scale, &point, found);
  *is_space = found->len > 0 && g_array_index (found, KithFarName, found->len - 1).is_space;
  return found->len > 0 ? g_array_index (found, KithFarName, found->len - 1).id : 0;
}
