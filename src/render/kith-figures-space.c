/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared spaces: an outline about their members, and where on it the name stands: near the top, clear of
 * boxes, of few links. Of a whole map the outlines are made on other threads, as they are sums only. */
#include "kith-figures-private.h"

#include "kith-hub.h"
#include "kith-outline.h"

#include <math.h>

#define PLACES 200 /* of a loop that are tried, and a few */
#define ROOM 4.0   /* about the name */
#define NAME_WIDTH 260.0
#define A_BOX 4000.0
#define A_NAME 3000.0 /* of another space */
#define A_LINK 300.0
#define MANY 4 /* outlines, from which on threads are worth it */
#define MOST_THREADS 8

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

/* All places on the outline, the nearest to the best first. */
static GArray *
places_on (const KithSpaceFigure *space, double width, double height)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < space->loops->len; i++)
    {
      const GArray *loop = space->loops->pdata[i];
      guint step = MAX (2, loop->len / PLACES);

      for (guint j = 0; j < loop->len; j += step)
        {
          KithPoint at = g_array_index (loop, KithPoint, j);
          Place place = { { at.x - width / 2 - 7, at.y - height / 2, width + 14, height },
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

/* What frames, rings and their like are called. */
static void
collide_with_titles (Collision *collision)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, collision->figures->notes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const KithRect *words = &((KithNoteFigure *) value)->words;

      if (words->width > 0.0 && kith_rect_touches (words, &collision->rect))
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
  collide_with_names (&collision, id);
  collide_with_titles (&collision);
  if (collision.cost < enough)
    kith_grid_foreach (figures->link_grid, &collision.rect, collide_with_link, &collision);
  return collision.cost;
}

void
kith_space_figure_place_label (KithFigures *figures, KithSpaceFigure *space)
{
  g_autoptr (GArray) places = NULL;
  double width;
  double height;
  double best = G_MAXDOUBLE;

  if (space->spokes != NULL) /* a node is where it is, and holds its name */
    return;
  kith_text_size (space->label, &width, &height);
  places = places_on (space, width, height);
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);
      double cost;

      if (place->distance >= best)
        break;
      cost = cost_of (figures, place, space->record->record.id, best);
      if (cost >= best)
        continue;
      best = cost;
      space->label_box = place->rect;
      figures->has_bounds = FALSE;
    }
}

/* --- Outlines --- */

static GArray *
member_boxes (KithFigures *figures, KithMap *map, KithId space, GHashTable *members)
{
  g_autoptr (GPtrArray) list = kith_map_members_of (map, space);
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (KithRect));

  for (guint i = 0; i < list->len; i++)
    {
      KithBoxFigure *box = g_hash_table_lookup (figures->boxes, &KITH_RECORD (list->pdata[i])->id);

      if (box != NULL && KITH_SHOWS (figures, box) && g_hash_table_add (members, box))
        g_array_append_val (boxes, box->box);
    }
  return boxes;
}

static KithRect
reach_of (const GArray *members)
{
  KithRect bounds = { 0 };

  for (guint i = 0; i < members->len; i++)
    bounds = i == 0 ? g_array_index (members, KithRect, 0)
                    : kith_rect_union (&bounds, &g_array_index (members, KithRect, i));
  return kith_rect_grow (&bounds, 80.0);
}

static GArray *
other_boxes (KithFigures *figures, const KithRect *reach, GHashTable *excluded)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (KithRect));
  g_autoptr (GPtrArray) near = kith_figures_boxes_in (figures, reach);

  for (guint i = 0; i < near->len; i++)
    if (!g_hash_table_contains (excluded, near->pdata[i]))
      g_array_append_val (boxes, ((KithBoxFigure *) near->pdata[i])->box);
  return boxes;
}

static KithRect
loops_bounds (const GPtrArray *loops)
{
  KithRect bounds = { 0 };
  gboolean first = TRUE;

  for (guint i = 0; i < loops->len; i++)
    {
      const GArray *loop = loops->pdata[i];

      for (guint j = 0; j < loop->len; j++)
        {
          KithPoint at = g_array_index (loop, KithPoint, j);
          KithRect point = { at.x, at.y, 0, 0 };

          bounds = first ? point : kith_rect_union (&bounds, &point);
          first = FALSE;
        }
    }
  return bounds;
}

/* "Big Room · every Tuesday · 2012–2019"; `between` stands after the name. */
static char *
space_words (const KithSpace *record, const char *between, const char *years)
{
  const char *more[] = { record->rhythm, years };
  GString *words = g_string_new (record->name);

  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    if (more[i] != NULL && more[i][0] != '\0')
      g_string_append_printf (words, "%s%s", i == 0 || record->rhythm[0] == '\0' ? between : " · ",
                              more[i]);
  return g_string_free (words, FALSE);
}

/* In one line, or the name in one and the rest in another. */
static PangoLayout *
name_layout (const KithSpace *record, const char *years)
{
  g_autofree char *words = space_words (record, " · ", years);
  g_autofree char *lines = space_words (record, "\n", years);
  PangoLayout *layout = kith_text_layout (words, KITH_TEXT_LABEL, NAME_WIDTH, 1);

  if (!pango_layout_is_ellipsized (layout))
    return layout;
  g_object_unref (layout);
  return kith_text_layout (lines, KITH_TEXT_LABEL, NAME_WIDTH, 1);
}

/* An outline that is being made: what that takes, and what comes of it. */
typedef struct
{
  const KithSpace *record; /* borrowed */
  GArray *within;          /* of KithRect: its members */
  GArray *without;         /* of KithRect: others near them */
  KithRect reach;
  GPtrArray *loops;
  gint64 cost; /* microseconds */
} Making;

struct _KithSpaceWork
{
  GArray *makings; /* of Making */
  GThreadPool *pool;
};

static void
making_begin (Making *making, KithFigures *figures, KithMap *map, const KithSpace *record)
{
  g_autoptr (GHashTable) members = g_hash_table_new (NULL, NULL);

  *making = (Making){ record };
  making->within = member_boxes (figures, map, record->record.id, members);
  making->reach = reach_of (making->within);
  making->without = other_boxes (figures, &making->reach, members);
}

/* On any thread. */
static void
making_run (gpointer data, gpointer unused)
{
  Making *making = data;
  gint64 began = g_get_monotonic_time ();

  if (kith_space_is_hub (making->record))
    return;
  making->loops =
      kith_outline_new ((const KithRect *) (gpointer) making->within->data, making->within->len,
                        (const KithRect *) (gpointer) making->without->data, making->without->len);
  making->cost = g_get_monotonic_time () - began;
}

static void
make_outline (Making *making, KithFigures *figures, KithSpaceFigure *space, const char *years)
{
  double label_width;

  space->loops = making->loops;
  space->bounds = loops_bounds (space->loops);
  space->label = name_layout (making->record, years);
  kith_text_size (space->label, &label_width, NULL);
  space->reach = kith_rect_grow (&making->reach, label_width / 2);
}

static void
making_end (Making *making, KithFigures *figures, KithMap *map)
{
  const KithSpace *record = making->record;
  const KithSpaceFigure *before = g_hash_table_lookup (figures->spaces, &record->record.id);
  KithSpaceFigure *space = g_new0 (KithSpaceFigure, 1);
  g_autofree char *years = kith_figures_years (figures, map, record);
  gint64 began = g_get_monotonic_time ();

  space->record = kith_record_ref (record);
  space->is_out = !kith_pass_has (figures->pass, record->record.id);
  space->is_over = years != NULL;
  space->is_faint = space->is_out || space->is_over;
  space->pattern = before != NULL ? before->pattern : 0;
  if (kith_space_is_hub (record))
    kith_space_figure_make_node (figures, map, space, years);
  else
    make_outline (making, figures, space, years);
  g_hash_table_replace (figures->spaces, &space->record->record.id, space);
  kith_space_figure_place_label (figures, space);
  space->cost = making->cost + g_get_monotonic_time () - began;
  figures->has_bounds = FALSE;
  g_array_unref (making->within);
  g_array_unref (making->without);
}

void
kith_figures_put_space (KithFigures *figures, KithMap *map, const KithSpace *record)
{
  Making making;

  making_begin (&making, figures, map, record);
  making_run (&making, NULL);
  making_end (&making, figures, map);
}

/* Of all spaces of the map, once all boxes are there. */
KithSpaceWork *
kith_figures_begin_spaces (KithFigures *figures, KithMap *map)
{
  KithSpaceWork *work = g_new0 (KithSpaceWork, 1);

  work->makings = g_array_sized_new (FALSE, FALSE, sizeof (Making), kith_map_n (map, KITH_SPACE));
  KITH_FOR_EACH (KithSpace, space, map, KITH_SPACE)
    {
      Making making;

      making_begin (&making, figures, map, space);
      g_array_append_val (work->makings, making);
    }
  if (work->makings->len >= MANY)
    work->pool = g_thread_pool_new (making_run, NULL,
                                    CLAMP ((int) g_get_num_processors (), 1, MOST_THREADS), FALSE,
                                    NULL);
  for (guint i = 0; i < work->makings->len && work->pool != NULL; i++)
    g_thread_pool_push (work->pool, &g_array_index (work->makings, Making, i), NULL);
  return work;
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

static int
compare_makings (gconstpointer a, gconstpointer b)
{
  KithId one = KITH_ID (((const Making *) a)->record);
  KithId other = KITH_ID (((const Making *) b)->record);

  return (one > other) - (one < other);
}

/* Once all links are there. */
void
kith_figures_end_spaces (KithFigures *figures, KithMap *map, KithSpaceWork *work)
{
  if (work->pool != NULL)
    g_thread_pool_free (work->pool, FALSE, TRUE);
  g_array_sort (work->makings, compare_makings);
  for (guint i = 0; i < work->makings->len; i++)
    {
      Making *making = &g_array_index (work->makings, Making, i);

      if (work->pool == NULL)
        making_run (making, NULL);
      making_end (making, figures, map);
    }
  g_array_unref (work->makings);
  g_free (work);
}
