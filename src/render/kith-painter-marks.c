/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing what changes while a hand moves, over a drawing of the rest: marks. */
#include "kith-painter-private.h"

#define CASING 12.0 /* from the middle of a link to the edge of its widest mark */

static void
clip_box (const KithPainting *painting, const KithRect *around, const KithRect *box)
{
  cairo_rectangle (painting->cr, around->x, around->y, around->width, around->height);
  cairo_rectangle (painting->cr, box->x - 1, box->y - 1, box->width + 2, box->height + 2);
  cairo_set_fill_rule (painting->cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_clip (painting->cr);
}

/* Boxes under which a spoke runs. */
static void
clip_spokes (const KithPainting *painting, const KithSpaceFigure *space)
{
  KithRect around = kith_rect_grow (&space->bounds, 40.0);
  g_autoptr (GPtrArray) boxes = kith_figures_boxes_in (painting->figures, &space->bounds);

  for (guint i = 0; i < boxes->len; i++)
    {
      const KithRect *box = &((const KithBoxFigure *) boxes->pdata[i])->box;

      for (guint j = 0; j < space->spokes->len; j++)
        {
          const KithSpoke *spoke = &g_array_index (space->spokes, KithSpoke, j);

          if (!kith_segment_meets_rect (spoke->from, spoke->to, box))
            continue;
          clip_box (painting, &around, box);
          break;
        }
    }
}

static void
mark_space (const KithPainting *painting, const KithSpaceFigure *space)
{
  if (space->spokes == NULL)
    {
      kith_painting_outline (painting, space);
      return;
    }
  cairo_save (painting->cr);
  clip_spokes (painting, space);
  kith_painting_outline (painting, space);
  cairo_restore (painting->cr);
  kith_painting_space_label (painting, space);
}

/* From afar rims are wider, in map units. */
static double
casing_of (const KithPainting *painting)
{
  return CASING / CLAMP (painting->paint->scale, 0.05, 1.0);
}

/* Boxes and words of others under which a link runs, and the boxes at its ends: they are drawn already, and
 * stay above it. */
static void
clip_crossed (const KithPainting *painting, const KithLinkFigure *link)
{
  double casing = casing_of (painting);
  KithRect around = kith_rect_grow (&link->bounds, 40.0 + casing);
  KithRect reach = kith_rect_grow (&link->bounds, casing);
  g_autoptr (GPtrArray) boxes = kith_figures_boxes_in (painting->figures, &reach);
  g_autoptr (GPtrArray) labels = kith_figures_labels_in (painting->figures, &reach);

  for (guint i = 0; i < boxes->len; i++)
    {
      const KithBoxFigure *box = boxes->pdata[i];
      KithRect near = kith_rect_grow (&box->box, casing);

      if (kith_link_figure_is_near (link, &near)
          && !kith_painting_is_lifted (painting, box->record))
        clip_box (painting, &around, &box->box);
    }
  for (guint i = 0; i < labels->len && painting->detail == KITH_DETAIL_FULL; i++)
    {
      const KithLinkFigure *other = labels->pdata[i];

      if (other != link && kith_link_figure_is_near (link, &other->label_box))
        clip_box (painting, &around, &other->label_box);
    }
}

static void
mark_link (const KithPainting *painting, KithLinkFigure *link)
{
  cairo_save (painting->cr);
  clip_crossed (painting, link);
  kith_painting_link (painting, link);
  cairo_restore (painting->cr);
  kith_painting_link_label (painting, link);
}

static void
mark_one (const KithPainting *painting, KithId id)
{
  const KithFigures *figures = painting->figures;
  const KithBoxFigure *box = g_hash_table_lookup (figures->boxes, &id);
  KithLinkFigure *link = g_hash_table_lookup (figures->links, &id);
  const KithSpaceFigure *space = g_hash_table_lookup (figures->spaces, &id);
  const KithNoteFigure *note = g_hash_table_lookup (figures->notes, &id);

  if (painting->paint->lifted != NULL && g_hash_table_contains (painting->paint->lifted, &id))
    return;
  if (box != NULL && KITH_SHOWS (figures, box)
      && kith_rect_touches (&box->box, &painting->paint->clip))
    kith_painting_box_marks (painting, box);
  else if (link != NULL && KITH_SHOWS (figures, link)
           && kith_rect_touches (&link->bounds, &painting->paint->clip))
    mark_link (painting, link);
  else if (space != NULL && KITH_SHOWS (figures, space) && space->loops->len > 0)
    mark_space (painting, space);
  else if (note != NULL && kith_rect_touches (&note->box, &painting->paint->clip))
    kith_painting_note_marks (painting, note);
  kith_painting_flags_of (painting, id);
}

/**
 * kith_painter_marks:
 * @cr: a context whose user space is in map units
 * @figures: what there is
 * @paint: what of it is marked
 */
void
kith_painter_marks (cairo_t *cr, const KithFigures *figures, const KithPaint *paint)
{
  guint since_tick = 0;
  KithPainting painting = kith_painting_begin (cr, figures, paint, &since_tick);
  GHashTableIter iter;
  gpointer id;

  if (paint->selected != NULL)
    {
      g_hash_table_iter_init (&iter, paint->selected);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        mark_one (&painting, *(KithId *) id);
    }
  if (paint->hovered != 0 && !kith_painting_is_selected (&painting, paint->hovered))
    mark_one (&painting, paint->hovered);
}

/* At least so many pixels a side. */
#define LEAST_DOT 1.6

/**
 * kith_painter_dots:
 * @cr: a context whose user space is in map units
 * @figures: what there is
 * @scale: device pixels a map unit
 *
 * Cost: linear in the boxes; links are left out.
 */
void
kith_painter_dots (cairo_t *cr, const KithFigures *figures, double scale)
{
  const KithPalette *palette = kith_palette_get (figures->view.palette);
  double least = LEAST_DOT / scale;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, figures->boxes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const KithBoxFigure *box = value;
      double width = MAX (box->box.width, least), height = MAX (box->box.height, least);
      KithSectorColours colours;

      if (!KITH_SHOWS (figures, box))
        continue;
      colours = kith_palette_tint (palette, box->look.tint);
      kith_colour_set_faint (cr, &colours.accent, box->is_faint ? 0.25 : 1.0);
      cairo_rectangle (cr, box->box.x + (box->box.width - width) / 2,
                       box->box.y + (box->box.height - height) / 2, width, height);
      cairo_fill (cr);
    }
}
