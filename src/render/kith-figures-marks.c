/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks of links: a chevron slides along its half, and a digit to either side of it and along, to where
 * fewest lines of others and no boxes are in the way.
 *
 * A place is a matter of boxes, of lines and of where digits of others would stand by themselves, not of
 * where they have gone: so it is the same in whichever order they are found, and where something moves
 * only those near it are found anew. */
#include "kith-figures-private.h"

#include <math.h>
#include <string.h>

#define WIDE 20.0 /* of a digit, with the brackets of an impression, map units */
#define HIGH 12.0
#define AIR 3.0     /* round a digit */
#define CHEVRON 6.0 /* how far it reaches round its place, with air */
#define NEIGHBOUR 5.0
#define A_LINE 2.0      /* what one costs that runs there … */
#define A_NEIGHBOUR 0.6 /* … or so far beside it */
#define DIGIT 4.0       /* how far one of others reaches round its middle, at least */
#define A_DIGIT 1.2
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
  GArray *digits; /* of KithPoint, the middles of those of others */
} Surroundings;

static Surroundings
surroundings_new (KithFigures *figures)
{
  return (Surroundings){ .figures = figures,
                         .pieces = g_array_new (FALSE, FALSE, sizeof (Piece)),
                         .digits = g_array_new (FALSE, FALSE, sizeof (KithPoint)) };
}

static void
surroundings_clear (Surroundings *here)
{
  g_array_unref (here->pieces);
  g_array_unref (here->digits);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Surroundings, surroundings_clear)

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
rooms_of_chevron (const KithLinkFigure *link, KithEnd end, const KithCurve *half, double length)
{
  Rooms rooms = { .n = KITH_CHEVRON_PLACES };
  KithPoint along;

  for (guint i = 0; i < rooms.n; i++)
    {
      KithMarkPlaces places = { (guint8) i, 0, kith_link_figure_is_off_arrow (link, end) };

      rooms.rooms[i] = around (kith_stroke_chevron_place (half, length, &places, &along), CHEVRON,
                               CHEVRON);
    }
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
  for (guint end = KITH_END_A; end <= KITH_END_B; end++)
    if (kith_rect_contains (reach, other->digits[end].x, other->digits[end].y))
      g_array_append_val (here->digits, other->digits[end]);
}

/* Of lines through a room, and of those beside it, to which what stands there might seem to belong. */
static double
cost_of_lines (const Surroundings *here, const KithRect *room)
{
  KithRect beside = kith_rect_grow (room, NEIGHBOUR);
  const KithLinkFigure *last = NULL;
  double of_last = 0.0, cost = 0.0;

  for (guint i = 0; i < here->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (here->pieces, Piece, i);
      double of_this;

      of_last = piece->link == last ? of_last : 0.0;
      last = piece->link;
      if (of_last >= A_LINE || !may_meet (piece->from, piece->to, &beside)
          || !kith_segment_meets_rect (piece->from, piece->to, &beside))
        continue;
      of_this = kith_segment_meets_rect (piece->from, piece->to, room) ? A_LINE : A_NEIGHBOUR;
      cost += MAX (of_this - of_last, 0.0);
      of_last = MAX (of_this, of_last);
    }
  return cost;
}

static double
cost_of_digits (const Surroundings *here, const KithRect *room)
{
  KithRect beside = kith_rect_grow (room, DIGIT);
  double cost = 0.0;

  for (guint i = 0; i < here->digits->len; i++)
    {
      const KithPoint *at = &g_array_index (here->digits, KithPoint, i);

      cost += kith_rect_contains (&beside, at->x, at->y) ? A_DIGIT : 0.0;
    }
  return cost;
}

static double
cost_of (const Surroundings *here, const KithRect *rect)
{
  return cost_of_lines (here, rect) + cost_of_digits (here, rect)
         + (kith_figures_is_taken (here->figures, rect) ? A_BOX : 0.0);
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
look_round (Surroundings *here, const KithRect *reach)
{
  KithRect around = kith_rect_grow (reach, KITH_LINK_MARKS);

  here->reach = *reach;
  here->radius = hypot (reach->width, reach->height) / 2;
  here->figures->turn++;
  g_array_set_size (here->pieces, 0);
  g_array_set_size (here->digits, 0);
  kith_line_grid_foreach (here->figures->line_grid, &around, meet_line, here);
}

static void
place_on_half (Surroundings *here, KithLinkFigure *link, KithEnd end)
{
  Rooms words, chevrons;
  KithRect bounds;
  KithCurve half;

  kith_link_figure_half (link, end, &half);
  words = rooms_of_words (&half, link->length / 2);
  chevrons = rooms_of_chevron (link, end, &half, link->length / 2);
  bounds = bounds_of (&words, &chevrons);
  link->reaches[end] = kith_rect_grow (&bounds, MAX (NEIGHBOUR, DIGIT));
  here->link = link;
  look_round (here, &link->reaches[end]);
  link->places[end].chevron = best_of (here, &chevrons, chevrons.n);
  link->places[end].words =
      best_of (here, &words, link->record->label[0] == '\0' ? words.n : KITH_WORDS_BESIDE_LABEL);
}

static void
place_marks (Surroundings *here, KithLinkFigure *link)
{
  link->marks_are_late = FALSE;
  for (guint end = KITH_END_A; end <= KITH_END_B; end++)
    if (link->is_drawable && !kith_figures_are_dense (here->figures))
      place_on_half (here, link, (KithEnd) end);
    else
      link->places[end] = (KithMarkPlaces){ 0, 0, 0 };
}

/* Where its digits would be if nothing were in the way, which others keep off. */
static void
note_digits (KithLinkFigure *link)
{
  for (guint end = KITH_END_A; end <= KITH_END_B; end++)
    {
      KithPoint along;
      KithCurve half;

      kith_link_figure_half (link, (KithEnd) end, &half);
      link->digits[end] = kith_stroke_words_middle (&half, link->length / 2, 0, &along);
    }
}

static void
note_all_digits (KithFigures *figures)
{
  GHashTableIter iter;
  gpointer link;

  g_hash_table_iter_init (&iter, figures->links);
  while (g_hash_table_iter_next (&iter, NULL, &link))
    note_digits (link);
}

/* Of a link that has been made anew, as things are; with regard to what is made after it, in its turn. */
void
kith_figures_put_marks (KithFigures *figures, KithLinkFigure *link)
{
  g_auto (Surroundings) here = surroundings_new (figures);

  if (!kith_figures_are_dense (figures))
    note_digits (link);
  place_marks (&here, link);
  link->marks_are_late = figures->has_late_marks = TRUE;
}

/* Where the marks were along it, and from which scale on it is left out. */
void
kith_link_figure_be_like (KithLinkFigure *link, const KithLinkFigure *old)
{
  link->thin = old->thin;
  memcpy (link->places, old->places, sizeof link->places);
  memcpy (link->reaches, old->reaches, sizeof link->reaches);
}

/* Of a link that goes on moving: they are placed when there is time. */
void
kith_figures_keep_marks (KithFigures *figures, KithLinkFigure *link)
{
  if (!kith_figures_are_dense (figures))
    note_digits (link);
  link->marks_are_late = figures->has_late_marks = TRUE;
}

/* Of all. */
void
kith_figures_place_marks (KithFigures *figures)
{
  g_auto (Surroundings) here = surroundings_new (figures);
  GHashTableIter iter;
  gpointer link;

  figures->has_late_marks = FALSE;
  if (figures->is_dense)
    return;
  note_all_digits (figures);
  g_hash_table_iter_init (&iter, figures->links);
  while (g_hash_table_iter_next (&iter, NULL, &link))
    place_marks (&here, link);
}

static gboolean
is_near_line (const KithLinkFigure *link, gconstpointer data)
{
  const KithLinkFigure *moved = data;

  for (guint end = KITH_END_A; end <= KITH_END_B; end++)
    {
      KithRect grown = kith_rect_grow (&link->reaches[end], moved->band);

      if (kith_segment_meets_rect (moved->from, moved->to, &grown)
          || kith_rect_contains (&grown, moved->from.x, moved->from.y))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_near_box (const KithLinkFigure *link, gconstpointer box)
{
  return kith_rect_touches (&link->reaches[KITH_END_A], box)
         || kith_rect_touches (&link->reaches[KITH_END_B], box);
}

/* Linear in links, which are few. */
static void
note_late (KithFigures *figures,
           gboolean (*is_near) (const KithLinkFigure *link, gconstpointer moved),
           gconstpointer moved)
{
  GHashTableIter iter;
  gpointer value;

  if (figures->is_dense)
    return;
  g_hash_table_iter_init (&iter, figures->links);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      KithLinkFigure *link = value;

      if (!link->marks_are_late && is_near (link, moved))
        link->marks_are_late = figures->has_late_marks = TRUE;
    }
}

/* Notes the links whose marks may have to make way for one that comes or goes. */
void
kith_figures_marks_near_link (KithFigures *figures, const KithLinkFigure *moved)
{
  note_late (figures, is_near_line, moved);
}

/* The same for a box. */
void
kith_figures_marks_near_box (KithFigures *figures, const KithRect *box)
{
  note_late (figures, is_near_box, box);
}

static gboolean
is_same (const KithMarkPlaces *one, const KithMarkPlaces *other)
{
  return one->chevron == other->chevron && one->words == other->words;
}

/* Its line stays, and so what its marks may take. */
static void
replace_marks (Surroundings *here, KithLinkFigure *link)
{
  KithMarkPlaces was[2] = { link->places[0], link->places[1] };

  place_marks (here, link);
  for (guint end = KITH_END_A; end <= KITH_END_B; end++)
    if (!is_same (&was[end], &link->places[end]))
      kith_figures_tell_damage (here->figures, &link->reaches[end]);
}

void
kith_figures_replace_marks (KithFigures *figures)
{
  g_auto (Surroundings) here = surroundings_new (figures);
  GHashTableIter iter;
  gpointer link;

  if (!figures->has_late_marks)
    return;
  figures->has_late_marks = FALSE;
  g_hash_table_iter_init (&iter, figures->links);
  while (g_hash_table_iter_next (&iter, NULL, &link))
    if (((KithLinkFigure *) link)->marks_are_late)
      replace_marks (&here, link);
}

/* Of all, where links have become few, or many. */
void
kith_figures_doubt_marks (KithFigures *figures)
{
  GHashTableIter iter;
  gpointer link;

  if (!figures->is_dense)
    note_all_digits (figures);
  figures->has_late_marks = TRUE;
  g_hash_table_iter_init (&iter, figures->links);
  while (g_hash_table_iter_next (&iter, NULL, &link))
    ((KithLinkFigure *) link)->marks_are_late = TRUE;
}
