/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-free-place.h"

#include <math.h>

#define GAP 24.0   /* map units kept free round a new box */
#define REACH 80.0 /* of a link that stays visible between two boxes */
#define STEP 8.0   /* by which a place is looked for that a hand has all but chosen */
#define CLOSE 8.0  /* map units kept free round it */
#define DIRECTIONS 24
#define RINGS 6

static KithRect
box_at (KithPoint centre, double width, double height)
{
  return (KithRect){ centre.x - width / 2, centre.y - height / 2, width, height };
}

static gboolean
is_free (const KithFigures *figures, const KithRect *box)
{
  KithRect around = kith_rect_grow (box, GAP);

  return !kith_figures_is_taken (figures, &around);
}

/* How many of the box's middle and corners lie on a link. */
static guint
links_under (const KithFigures *figures, const KithRect *box)
{
  static const double at[][2] = { { 0.5, 0.5 }, { 0, 0 }, { 1, 0 }, { 0, 1 }, { 1, 1 } };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (at); i++)
    n += kith_figures_hit (figures, box->x + at[i][0] * box->width, box->y + at[i][1] * box->height,
                           box->height / 3)
             .part
         == KITH_HIT_LINK;
  return n;
}

/**
 * kith_free_place_near:
 * @figures: what is there
 * @near: where it would best be, map units
 * @width: of the new box, map units
 * @height: of the new box
 *
 * Looks on rings of growing size. Cost: one look at the boxes around for each place tried.
 *
 * Returns: the centre of a place where the box covers none, or @near if everything is full
 */
KithPoint
kith_free_place_near (const KithFigures *figures, KithPoint near, double width, double height)
{
  KithRect box = box_at (near, width, height);

  if (is_free (figures, &box))
    return near;
  for (guint ring = 1; ring <= 60; ring++)
    for (guint i = 0; i < DIRECTIONS; i++)
      {
        double angle = 2 * G_PI * i / DIRECTIONS;
        KithPoint at = { near.x + 40.0 * ring * cos (angle), near.y + 30.0 * ring * sin (angle) };

        box = box_at (at, width, height);
        if (is_free (figures, &box))
          return at;
      }
  return near;
}

/**
 * kith_free_place_by_hand:
 * @figures: what is there
 * @at: where somebody points, map units
 * @width: of the new box, map units
 * @height: of the new box
 * @may: whether a place means the same as that one
 * @data: for it
 *
 * Returns: @at where the box covers none there, else the nearest place that means the same and where it covers
 *   none, and no title of a frame, if that is not farther than a box; else @at
 */
KithPoint
kith_free_place_by_hand (const KithFigures *figures,
                         KithPoint at,
                         double width,
                         double height,
                         gboolean (*may) (const KithPoint *place, gpointer data),
                         gpointer data)
{
  KithRect box = box_at (at, width, height);

  if (!kith_figures_is_taken (figures, &box))
    return at;
  for (double far = STEP; far <= width; far += STEP)
    for (guint i = 0; i < DIRECTIONS; i++)
      {
        double angle = 2 * G_PI * i / DIRECTIONS;
        KithPoint place = { at.x + far * cos (angle), at.y + far * sin (angle) };

        box = box_at (place, width + 2 * CLOSE, height + 2 * CLOSE);
        if (!kith_figures_is_taken (figures, &box) && !kith_figures_title_in_rect (figures, &box)
            && may (&place, data))
          return place;
      }
  return at;
}

/* How far apart the centres of two boxes must be in a direction for a link to be read. */
static double
distance_for (const KithRect *from, double width, double height, double cosine, double sine)
{
  double across = fabs (cosine) > 1e-6 ? ((from->width + width) / 2 + REACH) / fabs (cosine)
                                       : INFINITY;
  double down = fabs (sine) > 1e-6 ? ((from->height + height) / 2 + REACH) / fabs (sine) : INFINITY;

  return MIN (across, down);
}

/* Lower is better: near, in sight, on no link, not behind another box, rather to the right. */
static double
cost_of (const KithFigures *figures,
         KithPoint centre,
         const KithRect *box,
         double distance,
         double cosine,
         const KithRect *visible)
{
  double cost = distance + 30 * (1 - cosine) + 90 * links_under (figures, box);
  KithRect inner = kith_rect_grow (visible, -20);

  for (double t = 0.35; t < 0.9; t += 0.1)
    {
      double x = centre.x + (box->x + box->width / 2 - centre.x) * t;
      double y = centre.y + (box->y + box->height / 2 - centre.y) * t;

      cost += kith_figures_hit (figures, x, y, 6).part == KITH_HIT_NOTHING ? 0 : 40;
    }
  if (!kith_rect_contains (&inner, box->x, box->y)
      || !kith_rect_contains (&inner, box->x + box->width, box->y + box->height))
    cost += 600;
  return cost;
}

/**
 * kith_free_place_beside:
 * @figures: what is there
 * @from: the stakeholder that the new one will be linked to
 * @width: of the new box, map units
 * @height: of the new box
 * @visible: the part of the map that is in sight, map units
 *
 * Returns: the centre of a free place at the far end of a link that can be read
 */
KithPoint
kith_free_place_beside (const KithFigures *figures,
                        KithId from,
                        double width,
                        double height,
                        const KithRect *visible)
{
  KithPoint centre, best;
  KithRect box, start;
  double lowest = INFINITY;

  if (!kith_figures_extent (figures, from, &start))
    return kith_free_place_near (figures,
                                 (KithPoint){ visible->x + visible->width / 2,
                                              visible->y + visible->height / 2 },
                                 width, height);
  centre = (KithPoint){ start.x + start.width / 2, start.y + start.height / 2 };
  best = (KithPoint){ centre.x + distance_for (&start, width, height, 1, 0), centre.y };
  for (guint i = 0; i < DIRECTIONS * RINGS; i++)
    {
      double cosine = cos (2 * G_PI * (i % DIRECTIONS) / DIRECTIONS);
      double sine = sin (2 * G_PI * (i % DIRECTIONS) / DIRECTIONS);
      double distance = distance_for (&start, width, height, cosine, sine)
                        + 50.0 * (i / DIRECTIONS);
      KithPoint at = { centre.x + distance * cosine, centre.y + distance * sine };
      double cost;

      box = box_at (at, width, height);
      if (!is_free (figures, &box))
        continue;
      cost = cost_of (figures, centre, &box, distance, cosine, visible);
      if (cost < lowest)
        {
          lowest = cost;
          best = at;
        }
    }
  return lowest < INFINITY ? best : kith_free_place_near (figures, best, width, height);
}
