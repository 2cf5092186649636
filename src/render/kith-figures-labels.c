/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels of links: each stands beside its link, or on it, where it collides least.
 *
 * They are placed in the order of the links' ids, and each makes way only for those before it: so
 * the same map always has them in the same places, and one that moves is followed by those after it
 * alone. A map without labels pays nothing. */
#include "kith-figures-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define WIDEST 152.0 /* about 24 characters */
#define LINES 2
#define PAD_X 4.0
#define PAD_Y 1.0
#define BESIDE 7.0    /* between a plate and the line that it stands beside */
#define OFF_MARKS 9.0 /* between a plate and a mark of another link */
#define LONG 4000.0   /* a link longer than this has its label in the middle */
#define MARK 15.0     /* how far a mark and its digit reach round their place on the line */
#define FAR 16.0      /* how much farther off a plate may stand where all near places are taken */
#define TOO_FAR 4.0   /* what standing farther off costs: more than one mark that is hidden */
#define SHAPED 600    /* bytes of a label that are looked at */

/* Where along the link, and on which side: 1 is above it (right of an upright one), 0 on it, 2
 * farther off. The first that collides with nothing is taken. */
static const struct
{
  double share;
  int side;
} places[] = {
  { 0.50, 1 }, { 0.50, -1 }, { 0.38, 1 }, { 0.62, 1 },  { 0.38, -1 }, { 0.62, -1 },
  { 0.50, 0 }, { 0.27, 1 },  { 0.73, 1 }, { 0.27, -1 }, { 0.73, -1 }, { 0.38, 0 },
  { 0.62, 0 }, { 0.27, 0 },  { 0.73, 0 }, { 0.50, 2 },  { 0.50, -2 },
};

static guint
n_places (const KithLinkFigure *link)
{
  return link->length > LONG ? 2 : G_N_ELEMENTS (places);
}

/* --- How large it is --- */

static PangoLayout *
shape (const KithLinkFigure *link, double width)
{
  gsize length = MIN (strlen (link->record->label), SHAPED);
  g_autofree char *text = g_utf8_make_valid (link->record->label, (gssize) length);
  PangoLayout *layout = kith_text_layout (g_strdelimit (text, "\r\n\t", ' '), KITH_TEXT_SMALL,
                                          width, LINES);

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  return layout;
}

PangoLayout *
kith_link_figure_label (KithLinkFigure *link)
{
  if (link->label == NULL)
    link->label = shape (link, link->label_box.width - 2 * PAD_X + 1.0);
  return link->label;
}

/* Letters that stand side by side without shaping, as far as the size of a plate goes. */
#define PLAIN_LETTERS 0x250

static double
width_of_letter (gunichar letter)
{
  static double widths[PLAIN_LETTERS];
  char text[8] = { 0 };

  if (widths[letter] == 0.0)
    {
      g_autoptr (PangoLayout) layout = NULL;

      g_unichar_to_utf8 (letter, text);
      layout = kith_text_layout (text, KITH_TEXT_SMALL, -1.0, 0);
      kith_text_size (layout, &widths[letter], NULL);
    }
  return widths[letter];
}

static double
height_of_line (void)
{
  static double height;

  if (height == 0.0)
    {
      g_autoptr (PangoLayout) layout = kith_text_layout ("Åg", KITH_TEXT_SMALL, -1.0, 0);

      kith_text_size (layout, NULL, &height);
    }
  return height;
}

/* One more word on the line or, where there is no room, on the next. */
static void
wrap (KithRect *size, double *line, double word, guint *lines)
{
  double space = *line > 0.0 ? width_of_letter (' ') : 0.0;

  if (*line > 0.0 && *line + space + word > WIDEST)
    {
      (*lines)++;
      *line = word;
    }
  else
    *line += space + word;
  if (*lines <= LINES)
    size->width = MAX (size->width, *line);
}

/* The size of a label without shaping it: thousands take no time. FALSE where the letters or a long
 * word want more care. */
static gboolean
guess_size (const char *label, KithRect *size)
{
  double line = 0.0;
  double word = 0.0;
  guint lines = 1;

  size->width = 0.0;
  for (const char *at = label;; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (letter != '\0' && (letter < ' ' || letter >= PLAIN_LETTERS))
        return FALSE;
      if (letter != '\0' && letter != ' ')
        word += width_of_letter (letter);
      if (word > WIDEST || at - label > SHAPED)
        return FALSE;
      if (letter == '\0' || letter == ' ')
        {
          wrap (size, &line, word, &lines);
          word = 0.0;
        }
      if (letter == '\0')
        break;
    }
  if (lines > LINES)
    size->width = WIDEST;
  size->height = height_of_line () * MIN (lines, LINES);
  return TRUE;
}

static const KithRect *
size_of (KithFigures *figures, KithLinkFigure *link)
{
  KithRect *size = g_hash_table_lookup (figures->label_sizes, link->record->label);

  if (size != NULL)
    return size;
  size = g_new0 (KithRect, 1);
  if (!guess_size (link->record->label, size))
    {
      g_autoptr (PangoLayout) layout = shape (link, WIDEST);

      kith_text_size (layout, &size->width, &size->height);
    }
  size->width = ceil (size->width) + 2 * PAD_X;
  size->height = ceil (size->height) + 2 * PAD_Y;
  g_hash_table_insert (figures->label_sizes, g_strdup (link->record->label), size);
  return size;
}

/* --- Where it could stand --- */

static KithRect
place (const KithLinkFigure *link, const KithRect *size, guint i)
{
  KithPoint direction;
  KithPoint at = kith_curve_at (&link->curve, link->length * places[i].share, &direction);
  KithPoint normal = { -direction.y, direction.x };
  int side = CLAMP (places[i].side, -1, 1);
  double away = BESIDE + (places[i].side == side ? 0.0 : FAR);

  if (normal.y > 1e-9 || (fabs (normal.y) <= 1e-9 && normal.x < 0.0))
    normal = (KithPoint){ -normal.x, -normal.y };
  away = side * (away + fabs (normal.x) * size->width / 2 + fabs (normal.y) * size->height / 2);
  return (KithRect){ at.x + normal.x * away - size->width / 2,
                     at.y + normal.y * away - size->height / 2, size->width, size->height };
}

void
kith_figures_measure_label (KithFigures *figures, KithLinkFigure *link)
{
  const KithRect *size;

  for (guint i = 0; i < G_N_ELEMENTS (link->marks); i++)
    {
      link->marks[i] = kith_curve_at (&link->curve, link->length * (i + 1) / 4.0, NULL);
      kith_grid_add (figures->mark_grid, link,
                     &(KithRect){ link->marks[i].x, link->marks[i].y, 0.0, 0.0 });
    }
  if (link->record->label[0] == '\0' || !link->is_drawable)
    return;
  size = size_of (figures, link);
  for (guint i = 0; i < n_places (link); i++)
    {
      KithRect rect = place (link, size, i);

      link->reach = i == 0 ? rect : kith_rect_union (&link->reach, &rect);
    }
  link->reach = kith_rect_grow (&link->reach, OFF_MARKS);
  kith_grid_add (figures->reach_grid, link, &link->reach);
}

void
kith_figures_drop_label (KithFigures *figures, KithLinkFigure *link)
{
  for (guint i = 0; i < G_N_ELEMENTS (link->marks); i++)
    kith_grid_remove (figures->mark_grid, link,
                      &(KithRect){ link->marks[i].x, link->marks[i].y, 0.0, 0.0 });
  if (link->label_box.width > 0.0)
    kith_grid_remove (figures->label_grid, link, &link->label_box);
  if (link->reach.width > 0.0)
    kith_grid_remove (figures->reach_grid, link, &link->reach);
}

KithRect
kith_link_figure_extent (const KithLinkFigure *link)
{
  return link->label_box.width > 0.0 ? kith_rect_union (&link->bounds, &link->label_box)
                                     : link->bounds;
}

/* --- What it would collide with --- */

typedef struct
{
  const KithLinkFigure *link;
  const KithRect *rect;
  double cost;
  guint64 turn;
} Collision;

/* The share of the label that the other covers; in steps, so that a sum of them does not hang on
 * their order. */
static double
overlap (const KithRect *label, const KithRect *other)
{
  double width = MIN (label->x + label->width, other->x + other->width) - MAX (label->x, other->x);
  double height = MIN (label->y + label->height, other->y + other->height)
                  - MAX (label->y, other->y);

  if (width <= 0.0 || height <= 0.0)
    return 0.0;
  return ceil (64.0 * width * height / (label->width * label->height)) / 64.0;
}

static void
collide_with_box (gpointer item, gpointer data)
{
  KithBoxFigure *box = item;
  Collision *collision = data;
  double share;

  if (box->turn == collision->turn)
    return;
  box->turn = collision->turn;
  share = overlap (collision->rect, &box->box);
  if (share > 0.0)
    collision->cost += 20.0 + 100.0 * share;
}

/* An item may be met in several cells of the grid: what it costs more is the same everywhere. */
static void
collide_with_label (gpointer item, gpointer data)
{
  const KithLinkFigure *other = item;
  Collision *collision = data;
  double share;

  if (other->record->record.id >= collision->link->record->record.id)
    return;
  share = overlap (collision->rect, &other->label_box);
  if (share > 0.0)
    collision->cost += 15.0 + 80.0 * share;
}

/* Its halves' marks where there are any. */
static gboolean
has_mark (const KithLinkFigure *link, guint i)
{
  return i == 1 || kith_opinion_is_rated (&link->ends[i / 2]);
}

static void
collide_with_marks (gpointer item, gpointer data)
{
  const KithLinkFigure *other = item;
  Collision *collision = data;
  KithRect rect = kith_rect_grow (collision->rect, OFF_MARKS);

  for (guint i = 0; i < G_N_ELEMENTS (other->marks) && other != collision->link; i++)
    if (has_mark (other, i) && kith_rect_contains (&rect, other->marks[i].x, other->marks[i].y))
      collision->cost += 6.0;
}

static gboolean
meets_mark (const KithLinkFigure *link, const KithRect *rect, double share)
{
  KithPoint at = kith_curve_at (&link->curve, link->length * share, NULL);
  KithRect grown = kith_rect_grow (rect, MARK);

  return kith_rect_contains (&grown, at.x, at.y)
         && hypot (MAX (MAX (rect->x - at.x, at.x - rect->x - rect->width), 0.0),
                   MAX (MAX (rect->y - at.y, at.y - rect->y - rect->height), 0.0))
                < MARK;
}

/* It hides its own link as little as it can: its line, its marks in the middle, what its halves
 * say. */
static double
cost_to_own (const KithLinkFigure *link, const KithRect *rect)
{
  gboolean has_middle = link->n_events > 0 || link->differ || link->is_over;
  double hidden = kith_curve_within (&link->curve, rect);
  double cost = hidden > 0.0 ? 2.0 + kith_quantise (4.0 * hidden / link->length) : 0.0;

  if (has_middle && meets_mark (link, rect, 0.5))
    cost += 3.0;
  for (int end = KITH_END_A; end <= KITH_END_B; end++)
    if (kith_opinion_is_rated (&link->ends[end])
        && meets_mark (link, rect, end == KITH_END_A ? 0.25 : 0.75))
      cost += 3.0;
  return cost;
}

static double
cost_of (KithFigures *figures, const KithLinkFigure *link, const KithRect *rect)
{
  Collision collision = { link, rect, cost_to_own (link, rect), ++figures->turn };
  KithRect grown;

  kith_grid_foreach (figures->box_grid, rect, collide_with_box, &collision);
  kith_grid_foreach (figures->label_grid, rect, collide_with_label, &collision);
  grown = kith_rect_grow (rect, OFF_MARKS);
  kith_grid_foreach (figures->mark_grid, &grown, collide_with_marks, &collision);
  return collision.cost;
}

static KithRect
best_place (KithFigures *figures, KithLinkFigure *link)
{
  const KithRect *size = size_of (figures, link);
  double least = G_MAXDOUBLE;
  KithRect best = { 0 };

  for (guint i = 0; i < n_places (link) && least > 0.0; i++)
    {
      KithRect rect = place (link, size, i);
      double cost = cost_of (figures, link, &rect) + (abs (places[i].side) > 1 ? TOO_FAR : 0.0);

      if (cost < least)
        {
          least = cost;
          best = rect;
        }
    }
  return best;
}

/* --- All of them, and those that have to follow --- */

static int
compare_ids (gconstpointer a, gconstpointer b, gpointer data)
{
  KithId one = *(const KithId *) a;
  KithId other = *(const KithId *) b;

  return (one > other) - (one < other);
}

GTree *
kith_label_ids_new (void)
{
  return g_tree_new_full (compare_ids, NULL, g_free, NULL);
}

static void
add_id (GTree *ids, KithId id)
{
  if (!g_tree_lookup_extended (ids, &id, NULL, NULL))
    g_tree_insert (ids, g_memdup2 (&id, sizeof id), NULL);
}

typedef struct
{
  const KithRect *rect;
  KithId after; /* only those of later ids */
  GTree *ids;
} Near;

static void
add_near (gpointer item, gpointer data)
{
  const KithLinkFigure *link = item;
  Near *near = data;

  if (link->record->record.id > near->after && kith_rect_touches (&link->reach, near->rect))
    add_id (near->ids, link->record->record.id);
}

static void
follow (KithFigures *figures, const KithRect *rect, KithId after)
{
  Near near = { rect, after, figures->late_link_labels };

  kith_grid_foreach (figures->reach_grid, rect, add_near, &near);
}

void
kith_figures_labels_near (KithFigures *figures, const KithRect *rect)
{
  follow (figures, rect, 0);
}

/* Labels keep off its marks and its own label. */
void
kith_figures_labels_of (KithFigures *figures, const KithLinkFigure *link)
{
  for (guint i = 0; i < G_N_ELEMENTS (link->marks); i++)
    follow (figures, &(KithRect){ link->marks[i].x, link->marks[i].y, 0.0, 0.0 }, 0);
  if (link->label_box.width > 0.0)
    follow (figures, &link->label_box, 0);
  if (link->reach.width > 0.0)
    add_id (figures->late_link_labels, link->record->record.id);
}

void
kith_figures_put_label (KithFigures *figures, KithLinkFigure *link)
{
  KithRect old = link->label_box;
  KithId id = link->record->record.id;
  KithRect now;

  if (link->reach.width <= 0.0)
    return;
  now = best_place (figures, link);
  if (memcmp (&old, &now, sizeof old) == 0)
    return;
  if (old.width > 0.0)
    {
      kith_grid_remove (figures->label_grid, link, &old);
      kith_figures_tell_damage (figures, &old);
      follow (figures, &old, id);
    }
  link->label_box = now;
  figures->has_bounds = FALSE;
  kith_grid_add (figures->label_grid, link, &now);
  kith_figures_tell_damage (figures, &now);
  follow (figures, &now, id);
}

/* In the order of ids: what one makes way for has its place already. */
void
kith_figures_replace_labels (KithFigures *figures, gint64 until)
{
  GTreeNode *first;

  while ((first = g_tree_node_first (figures->late_link_labels)) != NULL)
    {
      KithId id = *(KithId *) g_tree_node_key (first);
      KithLinkFigure *link = g_hash_table_lookup (figures->links, &id);

      g_tree_remove (figures->late_link_labels, &id);
      if (link != NULL)
        kith_figures_put_label (figures, link);
      if (until < G_MAXINT64 && g_get_monotonic_time () >= until)
        return;
    }
}

void
kith_figures_place_labels (KithFigures *figures)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, figures->links);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((KithLinkFigure *) value)->reach.width > 0.0)
      add_id (figures->late_link_labels, ((KithLinkFigure *) value)->record->record.id);
  kith_figures_replace_labels (figures, G_MAXINT64);
}
