/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks of links: a chevron slides along its half, and a digit to either side of it and along, to where
 * fewest lines of others and no boxes are in the way.
 *
 * A place is a matter of boxes and lines alone, not of the marks of others: so it is the same in
 * whichever order they are found, and where something moves only those near it are found anew. */
#include "kith-figures-private.h"

#include <math.h>

#define MOST 500  /* links: of more, marks stand where they stand by themselves */
#define WIDE 20.0 /* of a digit, with the brackets of an impression, map units */
#define HIGH 12.0
#define AIR 3.0     /* round a digit */
#define CHEVRON 6.0 /* how far it reaches round its place, with air */
#define A_LINE 2.0  /* what one costs that runs there */
#define A_BOX 8.0
#define ELSEWHERE 0.25 /* what each place costs more than the one before it */

#define MOST_PLACES MAX (KITH_CHEVRON_PLACES, KITH_WORDS_PLACES)

/* A piece of the line of another link. */
typedef struct
{
  KithPoint from, to;
  const KithLinkFigure *link;
} Piece;

/* What may be in the way of the marks of a half. */
typedef struct
{
  KithFigures *figures;
  const KithLinkFigure *link;
  KithRect reach;
  double radius;  /* of a circle round that */
  GArray *pieces; /* of Piece, those of a link one after another */
  gboolean any_box;
} Surroundings;

/* What a mark takes in each place that there is for it. */
typedef struct
{
  guint n;
  KithRect rooms[MOST_PLACES];
} Rooms;

static KithRect
around (KithPoint at, double half_width, double half_height)
{
  return (KithRect){ at.x - half_width, at.y - half_height, 2 * half_width, 2 * half_height };
}

static Rooms
rooms_of_words (const KithCurve *half, double length)
{
  Rooms rooms = { .n = kith_stroke_n_words_places (length) };
  KithPoint along;

  for (guint i = 0; i < rooms.n; i++)
    rooms.rooms[i] = around (kith_stroke_words_middle (half, length, i, &along), WIDE / 2 + AIR,
                             HIGH / 2 + AIR);
  return rooms;
}

static Rooms
rooms_of_chevron (const KithCurve *half, double length)
{
  Rooms rooms = { .n = KITH_CHEVRON_PLACES };
  KithPoint along;

  for (guint i = 0; i < rooms.n; i++)
    rooms.rooms[i] = around (kith_stroke_chevron_place (half, length, i, &along), CHEVRON, CHEVRON);
  return rooms;
}

static KithRect
bounds_of (const Rooms *words, const Rooms *chevrons)
{
  KithRect bounds = words->rooms[0];

  for (guint i = 1; i < words->n; i++)
    bounds = kith_rect_union (&bounds, &words->rooms[i]);
  for (guint i = 0; i < chevrons->n; i++)
    bounds = kith_rect_union (&bounds, &chevrons->rooms[i]);
  return bounds;
}

/* Their bounds do: most pieces are nowhere near. */
static gboolean
may_meet (KithPoint from, KithPoint to, const KithRect *rect)
{
  return MAX (from.x, to.x) >= rect->x && MIN (from.x, to.x) <= rect->x + rect->width
         && MAX (from.y, to.y) >= rect->y && MIN (from.y, to.y) <= rect->y + rect->height;
}

static void
meet_line (gpointer item, gpointer data)
{
  KithLinkFigure *other = item;
  Surroundings *here = data;
  const KithRect *reach = &here->reach;
  const KithPoint *points = other->curve.points;

  if (other->turn == here->figures->turn)
    return;
  other->turn = here->figures->turn;
  if (other == here->link || !other->is_drawable
      || !kith_link_figure_may_reach (other, reach->x + reach->width / 2,
                                      reach->y + reach->height / 2, here->radius))
    return;
  for (guint i = 1; i < other->curve.n; i++)
    if (may_meet (points[i - 1], points[i], reach))
      {
        Piece piece = { points[i - 1], points[i], other };

        g_array_append_val (here->pieces, piece);
      }
}

static void
meet_box (gpointer item, gpointer data)
{
  ((Surroundings *) data)->any_box = TRUE;
}

typedef struct
{
  const KithRect *room;
  gboolean is_taken;
} Room;

static void
take_room (gpointer item, gpointer data)
{
  Room *room = data;

  room->is_taken |= kith_rect_touches (&((KithBoxFigure *) item)->box, room->room);
}

static double
cost_of (const Surroundings *here, const KithRect *rect)
{
  const KithLinkFigure *last = NULL;
  Room room = { rect, FALSE };
  double cost = 0.0;

  for (guint i = 0; i < here->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (here->pieces, Piece, i);

      if (piece->link == last || !may_meet (piece->from, piece->to, rect)
          || !kith_segment_meets_rect (piece->from, piece->to, rect))
        continue;
      last = piece->link;
      cost += A_LINE;
    }
  if (here->any_box)
    kith_grid_foreach (here->figures->box_grid, rect, take_room, &room);
  return cost + (room.is_taken ? A_BOX : 0.0);
}

/* The first of the best among the first @n. */
static guint8
best_of (const Surroundings *here, const Rooms *rooms, guint n)
{
  double least = G_MAXDOUBLE;
  guint best = 0;

  for (guint i = 0; i < MIN (n, rooms->n) && least > i * ELSEWHERE; i++)
    {
      double cost = cost_of (here, &rooms->rooms[i]) + i * ELSEWHERE;

      if (cost < least)
        least = cost, best = i;
    }
  return (guint8) best;
}

static void
place_on_half (KithFigures *figures, KithLinkFigure *link, KithEnd end, GArray *pieces)
{
  Surroundings here = { figures, link, .pieces = pieces };
  Rooms words, chevrons;
  KithCurve half;

  kith_link_figure_half (link, end, &half);
  words = rooms_of_words (&half, link->length / 2);
  chevrons = rooms_of_chevron (&half, link->length / 2);
  here.reach = link->reaches[end] = bounds_of (&words, &chevrons);
  here.radius = hypot (here.reach.width, here.reach.height) / 2;
  g_array_set_size (pieces, 0);
  figures->turn++;
  kith_grid_foreach (figures->link_grid, &here.reach, meet_line, &here);
  kith_grid_foreach (figures->box_grid, &here.reach, meet_box, &here);
  link->places[end].chevron = best_of (&here, &chevrons, chevrons.n);
  link->places[end].words =
      best_of (&here, &words, link->record->label[0] == '\0' ? words.n : KITH_WORDS_BESIDE_LABEL);
}

static GArray *
new_pieces (void)
{
  return g_array_new (FALSE, FALSE, sizeof (Piece));
}

static void
place_marks (KithFigures *figures, KithLinkFigure *link, GArray *pieces)
{
  link->marks_are_late = FALSE;
  for (guint end = KITH_END_A; end <= KITH_END_B; end++)
    if (link->is_drawable && g_hash_table_size (figures->links) <= MOST)
      place_on_half (figures, link, (KithEnd) end, pieces);
    else
      link->places[end] = (KithMarkPlaces){ 0, 0 };
}

/* Of a link that has been made anew, as things are; with regard to what is made after it, in its turn. */
void
kith_figures_put_marks (KithFigures *figures, KithLinkFigure *link)
{
  g_autoptr (GArray) pieces = new_pieces ();

  place_marks (figures, link, pieces);
  link->marks_are_late = figures->has_late_marks = TRUE;
}

/* Of all. */
void
kith_figures_place_marks (KithFigures *figures)
{
  g_autoptr (GArray) pieces = new_pieces ();
  GHashTableIter iter;
  gpointer link;

  figures->has_late_marks = FALSE;
  figures->has_placed_marks = g_hash_table_size (figures->links) <= MOST;
  if (!figures->has_placed_marks)
    return;
  g_hash_table_iter_init (&iter, figures->links);
  while (g_hash_table_iter_next (&iter, NULL, &link))
    place_marks (figures, link, pieces);
}

static gboolean
is_near_line (const KithLinkFigure *link, const KithLinkFigure *moved)
{
  for (guint end = KITH_END_A; end <= KITH_END_B; end++)
    {
      KithRect grown = kith_rect_grow (&link->reaches[end], moved->band);

      if (kith_segment_meets_rect (moved->from, moved->to, &grown)
          || kith_rect_contains (&grown, moved->from.x, moved->from.y))
        return TRUE;
    }
  return FALSE;
}

/* Notes the links whose marks may have to make way for one that comes or goes. Linear in links. */
void
kith_figures_marks_near_link (KithFigures *figures, const KithLinkFigure *moved)
{
  GHashTableIter iter;
  gpointer value;

  if (!figures->has_placed_marks)
    return;
  g_hash_table_iter_init (&iter, figures->links);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      KithLinkFigure *link = value;

      if (!link->marks_are_late && link != moved && is_near_line (link, moved))
        link->marks_are_late = figures->has_late_marks = TRUE;
    }
}

/* The same for a box. */
void
kith_figures_marks_near_box (KithFigures *figures, const KithRect *box)
{
  GHashTableIter iter;
  gpointer value;

  if (!figures->has_placed_marks)
    return;
  g_hash_table_iter_init (&iter, figures->links);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      KithLinkFigure *link = value;

      if (kith_rect_touches (&link->reaches[KITH_END_A], box)
          || kith_rect_touches (&link->reaches[KITH_END_B], box))
        link->marks_are_late = figures->has_late_marks = TRUE;
    }
}

static gboolean
is_same (const KithMarkPlaces *one, const KithMarkPlaces *other)
{
  return one->chevron == other->chevron && one->words == other->words;
}

/* Its line stays, and so what its marks may take. */
static void
replace_marks (KithFigures *figures, KithLinkFigure *link, GArray *pieces)
{
  KithMarkPlaces was[2] = { link->places[0], link->places[1] };

  place_marks (figures, link, pieces);
  for (guint end = KITH_END_A; end <= KITH_END_B; end++)
    if (!is_same (&was[end], &link->places[end]))
      kith_figures_tell_damage (figures, &link->reaches[end]);
}

/* All that are late; where there are few enough for it since, or no longer, all. */
void
kith_figures_replace_marks (KithFigures *figures)
{
  g_autoptr (GArray) pieces = new_pieces ();
  gboolean places = g_hash_table_size (figures->links) <= MOST;
  gboolean all = places != figures->has_placed_marks;
  GHashTableIter iter;
  gpointer value;

  if (!figures->has_late_marks && !all)
    return;
  figures->has_late_marks = FALSE;
  figures->has_placed_marks = places;
  g_hash_table_iter_init (&iter, figures->links);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (all || ((KithLinkFigure *) value)->marks_are_late)
      replace_marks (figures, value, pieces);
}
