/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing what is lifted off the map, by a drag or because it is pointed out, over a drawing of the rest.
 *
 * A drawing has no depth. So that links of what is dragged run under boxes and words of others, as they
 * will when it is let go, who has drawn the rest shows it again where those lie that they cross. */
#include "kith-figures-flags.h"
#include "kith-figures-quotes.h"
#include "kith-painter-private.h"

#define PIECE 320.0 /* of a link that is looked along, map units */
#define CASING 12.0 /* from the middle of a link to the edge of its widest mark, map units */
#define RIM 4.0     /* the same of its line from afar, pixels */
#define MANY 60     /* links in hand, from which on they are smoothed the quick way */

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
  if (kith_rect_touches (&link->bounds, clip) && kith_link_figure_is_near (link, clip))
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
  GHashTable *met; /* boxes and labels that some link crosses, each once */
} Crossing;

static gboolean
is_lifted (const KithPainting *painting, KithId id)
{
  return g_hash_table_contains (painting->paint->lifted, &id);
}

static gboolean
lies_over (const GPtrArray *links, const KithRect *rect)
{
  for (guint i = 0; i < links->len; i++)
    {
      const KithLinkFigure *link = links->pdata[i];

      if (link->is_drawable && kith_rect_touches (&link->bounds, rect)
          && kith_curve_meets (&link->curve, rect))
        return TRUE;
    }
  return FALSE;
}

static void
add_rect (const KithPainting *painting, const KithRect *rect)
{
  cairo_rectangle (painting->cr, rect->x, rect->y, rect->width, rect->height);
}

/* Where its own two are, it ends. */
static void
cross_box (gpointer item, gpointer data)
{
  const KithBoxFigure *box = item;
  const Crossing *crossing = data;
  const KithPainting *painting = crossing->painting;
  KithRect reach = kith_rect_grow (&box->box, crossing->margin);

  if (!g_hash_table_contains (crossing->met, item)
      && KITH_ID (box->record) != crossing->link->record->a
      && KITH_ID (box->record) != crossing->link->record->b && !box->is_faint
      && KITH_SHOWS (painting->figures, box)
      && kith_rect_touches (&box->box, &painting->paint->clip)
      && kith_curve_meets (&crossing->piece, &reach)
      && !is_lifted (painting, KITH_ID (box->record)))
    {
      g_hash_table_add (crossing->met, item);
      add_rect (painting, &box->box);
    }
}

static void
cross_label (gpointer item, gpointer data)
{
  const KithLinkFigure *other = item;
  const Crossing *crossing = data;
  const KithPainting *painting = crossing->painting;

  if (!g_hash_table_contains (crossing->met, item) && !other->is_faint
      && KITH_SHOWS (painting->figures, other)
      && kith_curve_meets (&crossing->piece, &other->label_box)
      && !is_lifted (painting, KITH_ID (other->record)))
    {
      g_hash_table_add (crossing->met, item);
      add_rect (painting, &other->label_box);
    }
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
cross (const KithPainting *painting, const GPtrArray *links, const KithRect *rect)
{
  if (kith_rect_touches (rect, &painting->paint->clip) && lies_over (links, rect))
    add_rect (painting, rect);
}

/* Names of outlines have no plate that would hide a link. */
static void
cross_spaces (const KithPainting *painting, const GPtrArray *links)
{
  g_autoptr (GPtrArray) spaces = kith_figures_spaces_in (painting->figures, &painting->paint->clip);

  for (guint i = 0; i < spaces->len; i++)
    {
      const KithSpaceFigure *space = spaces->pdata[i];

      if (space->spokes != NULL && !space->is_faint)
        cross (painting, links, &space->label_box);
    }
}

static void
cross_titles (const KithPainting *painting, const GPtrArray *links)
{
  g_autoptr (GPtrArray) notes = kith_figures_notes_in (painting->figures, &painting->paint->clip);

  for (guint i = 0; i < notes->len; i++)
    if (kith_painting_names_over (painting, notes->pdata[i]))
      cross (painting, links, &((const KithNoteFigure *) notes->pdata[i])->words);
}

/* Lines that were said, and flags. */
static void
cross_cards (const KithPainting *painting, const GPtrArray *links)
{
  const GPtrArray *quotes = painting->figures->quotes;
  const GPtrArray *flags = painting->figures->flags;

  for (guint i = 0; i < quotes->len && painting->detail == KITH_DETAIL_FULL; i++)
    {
      const KithQuoteFigure *quote = quotes->pdata[i];

      if (!is_lifted (painting, kith_quote_owner (quote->record)))
        cross (painting, links, &quote->box);
    }
  for (guint i = 0; i < flags->len && painting->detail >= KITH_DETAIL_NAMES; i++)
    {
      const KithFlagFigure *flag = flags->pdata[i];

      if (!is_lifted (painting, KITH_ID (flag->record)))
        cross (painting, links, &flag->box);
    }
}

/* On whole pixels, which is quick. */
static void
show_again (const KithPainting *painting, const GPtrArray *links)
{
  const KithPaint *paint = painting->paint;
  g_autoptr (GHashTable) met = g_hash_table_new (NULL, NULL);
  Crossing crossing = { .painting = painting,
                        .margin = MAX (CASING, RIM / paint->scale),
                        .met = met };

  cairo_save (painting->cr);
  cairo_new_path (painting->cr);
  for (guint i = 0; i < links->len; i++)
    {
      crossing.link = links->pdata[i];
      if (crossing.link->is_drawable)
        look_along (&crossing);
    }
  cross_spaces (painting, links);
  cross_titles (painting, links);
  cross_cards (painting, links);
  cairo_set_antialias (painting->cr, CAIRO_ANTIALIAS_NONE);
  cairo_set_fill_rule (painting->cr, CAIRO_FILL_RULE_WINDING);
  cairo_clip (painting->cr);
  paint->again (painting->cr, paint->again_data);
  cairo_restore (painting->cr);
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

  painting.many_move = paint->again != NULL && lifted.links->len > MANY;
  kith_painting_links (&painting, lifted.links);
  if (paint->again != NULL && lifted.links->len > 0)
    show_again (&painting, lifted.links);
  for (guint i = 0; i < lifted.labels->len; i++)
    kith_painting_link_label (&painting, lifted.labels->pdata[i]);
  for (guint i = 0; i < lifted.boxes->len; i++)
    kith_painting_box (&painting, lifted.boxes->pdata[i]);
  lifted_clear (&lifted);
}
