/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared spaces: where on its outline the name of one stands: near the top, clear of boxes, of few
 * links. */
#include "kith-figures-private.h"

#include <math.h>

#define PLACES 200 /* of a loop that are tried, and a few */
#define ROOM 4.0   /* about the name */
#define A_BOX 4000.0
#define A_NAME 3000.0 /* of another space */
#define A_LINK 500.0
#define AN_EDGE 300.0   /* of a frame */
#define TWO_LINES 150.0 /* what a second line costs … */
#define ASIDE 80.0      /* … and a name that only begins or ends on the outline */

typedef struct
{
  KithRect rect;
  double distance;
  guint order;
} Place;

/* How far a label there is from the top middle of the outline, where a reader looks first. */
static double
distance_of (const KithSpaceFigure *space, const KithRect *rect)
{
  return fabs (rect->x + rect->width / 2 - space->bounds.x - space->bounds.width / 2) * 0.5
         + (rect->y - space->bounds.y);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *one = a;
  const Place *other = b;

  if (one->distance != other->distance)
    return one->distance < other->distance ? -1 : 1;
  return (one->order > other->order) - (one->order < other->order);
}

/* All places on the outline, the nearest to the best first: the name begins there (-1), has its middle there
 * (0) or ends there (1). */
static GArray *
places_on (const KithSpaceFigure *space, double width, double height, int by)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));
  double before = (1 + by) * width / 2 + 7;

  for (guint i = 0; i < space->loops->len; i++)
    {
      const GArray *loop = space->loops->pdata[i];
      guint step = MAX (2, loop->len / PLACES);

      for (guint j = 0; j < loop->len; j += step)
        {
          KithPoint at = g_array_index (loop, KithPoint, j);
          Place place = { { at.x - before, at.y - height / 2, width + 14, height },
                          0.0,
                          places->len };

          place.distance = distance_of (space, &place.rect);
          g_array_append_val (places, place);
        }
    }
  g_array_sort (places, compare_places);
  return places;
}

typedef struct
{
  const KithFigures *figures;
  KithRect rect;
  double cost;
  double enough; /* what costs as much need not be looked at any further */
  guint64 turn;
} Collision;

static void
collide_with_box (gpointer item, gpointer data)
{
  KithBoxFigure *box = item;
  Collision *collision = data;

  if (box->turn == collision->turn || !kith_rect_touches (&box->box, &collision->rect)
      || !KITH_SHOWS (collision->figures, box))
    return;
  box->turn = collision->turn;
  collision->cost += A_BOX;
}

static void
collide_with_link (gpointer item, gpointer data)
{
  KithLinkFigure *link = item;
  Collision *collision = data;
  const KithRect *rect = &collision->rect;

  if (collision->cost >= collision->enough || link->turn == collision->turn)
    return;
  link->turn = collision->turn;
  if (kith_rect_touches (&link->bounds, rect) && KITH_SHOWS (collision->figures, link)
      && kith_link_figure_may_reach (link, rect->x + rect->width / 2, rect->y + rect->height / 2,
                                     (rect->width + rect->height) / 2)
      && kith_curve_meets (&link->curve, rect))
    collision->cost += A_LINK;
}

/* Names of spaces are placed in the order of ids, each making way for those before it, and for all
 * nodes. */
static void
collide_with_names (Collision *collision, KithId id)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, collision->figures->spaces);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const KithSpaceFigure *other = value;

      if ((other->record->record.id < id || other->spokes != NULL) && other->loops->len > 0
          && KITH_SHOWS (collision->figures, other)
          && kith_rect_touches (&other->label_box, &collision->rect))
        collision->cost += A_NAME;
    }
}

/* How much is in the way of a name there: boxes most, then other names, links, the distance; `enough`
 * or more where it is that much. */
static double
cost_of (KithFigures *figures, const Place *place, KithId id, double enough)
{
  Collision collision = { figures, kith_rect_grow (&place->rect, ROOM), place->distance, enough,
                          ++figures->turn };

  kith_grid_foreach (figures->box_grid, &collision.rect, collide_with_box, &collision);
  if (collision.cost < enough)
    collide_with_names (&collision, id);
  if (collision.cost < enough && kith_figures_title_in_rect (figures, &collision.rect))
    collision.cost += A_NAME;
  if (collision.cost < enough && kith_figures_frame_ends_in_rect (figures, &collision.rect))
    collision.cost += AN_EDGE;
  if (collision.cost < enough)
    kith_line_grid_foreach (figures->line_grid, &collision.rect, collide_with_link, &collision);
  return collision.cost;
}

/* Which part of the name is on the outline, see places_on(); the first is the best. */
static const int parts[] = { 0, 1, -1 };

/* A way to write the name. */
typedef struct
{
  PangoLayout *form;
  int by;          /* one of those */
  double handicap; /* what it costs */
} Way;

/* The best place for the name written that way; what costs more than @best is not taken. */
static void
try_way (KithFigures *figures, KithSpaceFigure *space, const Way *way, double *best)
{
  g_autoptr (GArray) places = NULL;
  double width;
  double height;

  kith_text_size (way->form, &width, &height);
  places = places_on (space, width, height, way->by);
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);
      double cost;

      if (place->distance + way->handicap >= *best)
        break;
      cost = way->handicap
             + cost_of (figures, place, space->record->record.id, *best - way->handicap);
      if (cost >= *best)
        continue;
      *best = cost;
      space->label_box = place->rect;
      g_set_object (&space->label, way->form);
      figures->has_bounds = FALSE;
    }
}

/* In one line across the outline where there is a good place for that, else as is least in the way; where links
 * are many, that is seldom better anywhere. */
void
kith_space_figure_place_label (KithFigures *figures, KithSpaceFigure *space)
{
  gboolean has_short = space->names[0] != NULL;
  gboolean dense = kith_figures_are_dense (figures);
  double best = G_MAXDOUBLE;

  if (space->spokes != NULL) /* a node is where it is, and holds its name */
    return;
  for (guint i = 0; i < (dense ? 1 : G_N_ELEMENTS (parts)); i++)
    for (guint lines = 0; lines < (dense && has_short ? 1 : 2) && best >= A_LINK; lines++)
      {
        Way way = { space->names[lines], parts[i], i > 0 ? ASIDE : 0.0 };

        if (has_short && lines > 0)
          way.handicap += TWO_LINES;
        if (way.form != NULL)
          try_way (figures, space, &way, &best);
      }
}

double
kith_space_figure_name_width (const KithSpaceFigure *space)
{
  double most = 0.0;

  for (guint i = 0; i < G_N_ELEMENTS (space->names); i++)
    {
      double width = 0.0;

      if (space->names[i] != NULL)
        kith_text_size (space->names[i], &width, NULL);
      most = MAX (most, width);
    }
  return most;
}

static int
compare_figures (gconstpointer a, gconstpointer b)
{
  KithId one = KITH_ID ((*(const KithSpaceFigure *const *) a)->record);
  KithId other = KITH_ID ((*(const KithSpaceFigure *const *) b)->record);

  return (one > other) - (one < other);
}

GPtrArray *
kith_figures_list_spaces (const KithFigures *figures)
{
  GPtrArray *all = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer space;

  g_hash_table_iter_init (&iter, figures->spaces);
  while (g_hash_table_iter_next (&iter, NULL, &space))
    g_ptr_array_add (all, space);
  g_ptr_array_sort (all, compare_figures);
  return all;
}

/* Of all, anew. */
void
kith_figures_place_names (KithFigures *figures)
{
  g_autoptr (GPtrArray) all = kith_figures_list_spaces (figures);

  for (guint i = 0; i < all->len; i++)
    kith_space_figure_place_label (figures, all->pdata[i]);
}
