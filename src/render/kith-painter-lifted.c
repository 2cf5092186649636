/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing what is lifted off the map, by a drag or because it is pointed out, over a drawing of the rest.
 *
 * A drawing has no depth. So that links of what is dragged run under boxes and words of others, as they
 * will when it is let go, those that they cross are drawn once more over them. */
#include "kith-painter-private.h"

#define PIECE 320.0 /* of a link that is looked along, map units */
#define CASING 12.0 /* from the middle of a link to the edge of its widest mark, map units */
#define RIM 4.0     /* the same of its line from afar, pixels */

typedef struct
{
  GPtrArray *links;  /* those in sight, in the order of their ids */
  GPtrArray *labels; /* links whose labels are drawn, likewise */
  GPtrArray *boxes;
} Lifted;

static int
compare_figures (gconstpointer a, gconstpointer b)
{
  return kith_record_compare (**(const KithRecord ***) a, **(const KithRecord ***) b);
}

static void
lifted_clear (Lifted *lifted)
{
  g_ptr_array_unref (lifted->links);
  g_ptr_array_unref (lifted->labels);
  g_ptr_array_unref (lifted->boxes);
}

static void
take_one (const KithPainting *painting, KithId id, Lifted *lifted)
{
  const KithFigures *figures = painting->figures;
  const KithRect *clip = &painting->paint->clip;
  KithBoxFigure *box = g_hash_table_lookup (figures->boxes, &id);
  KithLinkFigure *link = g_hash_table_lookup (figures->links, &id);

  if (box != NULL && KITH_SHOWS (figures, box) && kith_rect_touches (&box->box, clip))
    g_ptr_array_add (lifted->boxes, box);
  if (link == NULL || !KITH_SHOWS (figures, link))
    return;
  if (kith_rect_touches (&link->bounds, clip))
    g_ptr_array_add (lifted->links, link);
  if (link->label_box.width > 0.0 && kith_rect_touches (&link->label_box, clip))
    g_ptr_array_add (lifted->labels, link);
}

static Lifted
take_lifted (const KithPainting *painting)
{
  Lifted lifted = { g_ptr_array_new (), g_ptr_array_new (), g_ptr_array_new () };
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, painting->paint->lifted);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    take_one (painting, *(KithId *) id, &lifted);
  g_ptr_array_sort (lifted.links, compare_figures);
  g_ptr_array_sort (lifted.labels, compare_figures);
  g_ptr_array_sort (lifted.boxes, compare_figures);
  return lifted;
}

/* --- What lies over its links --- */

typedef struct
{
  const KithPainting *painting;
  const KithLinkFigure *link;
  KithCurve piece;
  double margin;
  GPtrArray *boxes;  /* of KithBoxFigure that it crosses, some of them several times */
  GPtrArray *labels; /* of KithLinkFigure, likewise */
} Crossing;

/* Where its own two are, it ends. */
static void
cross_box (gpointer item, gpointer data)
{
  const KithBoxFigure *box = item;
  Crossing *crossing = data;
  const KithPainting *painting = crossing->painting;
  KithRect reach = kith_rect_grow (&box->box, crossing->margin);

  if (KITH_ID (box->record) != crossing->link->record->a
      && KITH_ID (box->record) != crossing->link->record->b && !box->is_faint
      && KITH_SHOWS (painting->figures, box)
      && kith_rect_touches (&box->box, &painting->paint->clip)
      && kith_curve_meets (&crossing->piece, &reach)
      && !kith_painting_is_lifted (painting, box->record))
    g_ptr_array_add (crossing->boxes, item);
}

static void
cross_label (gpointer item, gpointer data)
{
  const KithLinkFigure *other = item;
  Crossing *crossing = data;
  const KithPainting *painting = crossing->painting;

  if (!other->is_faint && KITH_SHOWS (painting->figures, other)
      && kith_curve_meets (&crossing->piece, &other->label_box)
      && !kith_painting_is_lifted (painting, other->record))
    g_ptr_array_add (crossing->labels, item);
}

/* Piece by piece, so that a long link meets what lies along it and not all of its bounds. */
static void
look_along (Crossing *crossing)
{
  const KithPainting *painting = crossing->painting;
  const KithLinkFigure *link = crossing->link;
  guint n = 1 + (guint) (link->length / PIECE);

  for (guint i = 0; i < n; i++)
    {
      KithRect bounds;

      kith_curve_part (&link->curve, link->length * i / n, link->length * (i + 1) / n,
                       &crossing->piece);
      bounds = kith_curve_bounds (&crossing->piece);
      bounds = kith_rect_grow (&bounds, crossing->margin);
      if (!kith_rect_touches (&bounds, &painting->paint->clip))
        continue;
      kith_grid_foreach (painting->figures->box_grid, &bounds, cross_box, crossing);
      if (painting->detail == KITH_DETAIL_FULL)
        kith_grid_foreach (painting->figures->label_grid, &bounds, cross_label, crossing);
    }
}

static void
draw_names (const KithPainting *painting)
{
  g_autoptr (GPtrArray) notes = kith_figures_notes_in (painting->figures, &painting->paint->clip);
  g_autoptr (GPtrArray) spaces = kith_figures_spaces_in (painting->figures, &painting->paint->clip);
  KithPainting titles = *painting;

  titles.notes = notes;
  kith_painting_ring_titles (&titles);
  for (guint i = 0; i < spaces->len; i++)
    {
      const KithSpaceFigure *space = spaces->pdata[i];

      if (!space->is_faint && kith_painting_lies_over (painting, &space->label_box))
        kith_painting_space_label (painting, space);
    }
}

/* In the order of their ids, each once. */
static void
put_in_order (GPtrArray *figures)
{
  guint n = 0;

  g_ptr_array_sort (figures, compare_figures);
  for (guint i = 0; i < figures->len; i++)
    if (n == 0 || figures->pdata[i] != figures->pdata[n - 1])
      figures->pdata[n++] = figures->pdata[i];
  g_ptr_array_set_size (figures, (int) n);
}

/* In the order in which a drawing has them. */
static void
draw_over_links (const KithPainting *painting, const Lifted *lifted)
{
  g_autoptr (GPtrArray) boxes = g_ptr_array_new ();
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  KithPainting over = *painting;
  Crossing crossing = { .painting = painting,
                        .margin = MAX (CASING, RIM / painting->paint->scale),
                        .boxes = boxes,
                        .labels = labels };

  for (guint i = 0; i < lifted->links->len; i++)
    {
      crossing.link = lifted->links->pdata[i];
      if (crossing.link->is_drawable)
        look_along (&crossing);
    }
  g_ptr_array_extend (labels, lifted->labels, NULL, NULL);
  put_in_order (labels);
  put_in_order (boxes);
  over.over = lifted->links;
  draw_names (&over);
  for (guint i = 0; i < labels->len; i++)
    kith_painting_link_label (painting, labels->pdata[i]);
  for (guint i = 0; i < boxes->len; i++)
    kith_painting_box (painting, boxes->pdata[i]);
  kith_painting_quotes (&over, &painting->paint->clip);
  kith_painting_flags (&over, &painting->paint->clip);
}

/* Whether it lies over the links that the painting is of, where it is of links alone. */
gboolean
kith_painting_lies_over (const KithPainting *painting, const KithRect *rect)
{
  for (guint i = 0; painting->over != NULL && i < painting->over->len; i++)
    {
      const KithLinkFigure *link = painting->over->pdata[i];

      if (link->is_drawable && kith_rect_touches (&link->bounds, rect)
          && kith_curve_meets (&link->curve, rect))
        return TRUE;
    }
  return painting->over == NULL;
}

/**
 * kith_painter_lifted:
 * @cr: a context whose user space is in map units
 * @figures: what there is
 * @paint: what of it is lifted
 *
 * Cost: linear in what is lifted and in what its links cross.
 */
void
kith_painter_lifted (cairo_t *cr, const KithFigures *figures, const KithPaint *paint)
{
  guint since_tick = 0;
  KithPainting painting = kith_painting_begin (cr, figures, paint, &since_tick);
  Lifted lifted = take_lifted (&painting);

  kith_painting_links (&painting, lifted.links);
  if (paint->amid && lifted.links->len > 0)
    draw_over_links (&painting, &lifted);
  else
    for (guint i = 0; i < lifted.labels->len; i++)
      kith_painting_link_label (&painting, lifted.labels->pdata[i]);
  for (guint i = 0; i < lifted.boxes->len; i++)
    kith_painting_box (&painting, lifted.boxes->pdata[i]);
  lifted_clear (&lifted);
}
