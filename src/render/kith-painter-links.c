/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing links: two halves, their marks, what lies in the middle, and which half is focused. */
#include "kith-painter-private.h"

#include "kith-letters.h"
#include "kith-scribe.h"

#include <math.h>
#include <string.h>

#define LEAST_WITH_ARROWS 20.0 /* of the length of a link: two of them are as long */
#define PLATE 0.85             /* how much of what runs under a label its plate takes away */
#define QUICK 1.5 /* pixels a map unit from which on lines are smoothed the quick way */

static void
under_stroke (const KithPainting *painting,
              const KithCurve *curve,
              double width,
              const KithColour *colour,
              double strength)
{
  cairo_save (painting->cr);
  kith_curve_path (painting->cr, curve);
  cairo_set_line_cap (painting->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (painting->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (painting->cr, width);
  kith_colour_set_faint (painting->cr, colour, strength);
  kith_scribe_stroke (painting->cr);
  cairo_restore (painting->cr);
}

/* Its rim is as wide on the screen from afar. */
static void
outline (const KithPainting *painting, const KithCurve *curve, double width, double strength)
{
  double rim = 1.2 / CLAMP (painting->paint->scale, 0.01, 1.0);

  under_stroke (painting, curve, width - 2.4 + 2 * rim, &painting->palette->dim, strength);
  under_stroke (painting, curve, width - 2.4, &painting->palette->ground, 1.0);
}

/* A selected link lies within a thin outline, one that is pointed at within a fainter one, both on
 * plain ground, where its colours keep their contrast; the half that keys rate wears a ring. */
static void
draw_state (const KithPainting *painting, const KithLinkFigure *link)
{
  const KithPalette *palette = painting->palette;
  KithId id = link->record->record.id;
  KithCurve half;

  if (kith_painting_is_selected (painting, id))
    outline (painting, &link->curve, 15.0, 1.0);
  else if (painting->paint->hovered == id)
    outline (painting, &link->curve, 13.6, 0.7);
  if (painting->paint->focused_link != id)
    return;
  kith_link_figure_half (link, painting->paint->focused_end, &half);
  under_stroke (painting, &half, 21.0, &palette->text, 1.0);
  under_stroke (painting, &half, 17.0, &palette->ground, 1.0);
}

static void
draw_sign (cairo_t *cr, const KithPalette *palette, KithMiddle middle)
{
  switch (middle)
    {
    case KITH_MIDDLE_LOZENGE:
      kith_stroke_lozenge (cr, palette);
      break;
    case KITH_MIDDLE_CUT:
      kith_stroke_cut (cr, palette);
      break;
    case KITH_MIDDLE_PLUS:
    case KITH_MIDDLE_MINUS:
      kith_stroke_sign (cr, palette, middle == KITH_MIDDLE_PLUS);
      break;
    default:
      break;
    }
}

static void
draw_middle (const KithPainting *painting, const KithLinkFigure *link)
{
  KithPoint direction;
  KithPoint middle = kith_curve_at (&link->curve, link->length / 2, &direction);
  cairo_t *cr = painting->cr;

  if (painting->detail < KITH_DETAIL_NAMES || link->length < 24.0)
    return;
  kith_stroke_begin_along (cr, middle, direction);
  if (!link->look.is_rated)
    {
      if (link->is_over && link->look.middle == KITH_MIDDLE_NONE)
        kith_stroke_cut (cr, painting->palette);
      draw_sign (cr, painting->palette, (KithMiddle) link->look.middle);
      cairo_restore (cr);
      return;
    }
  if (link->is_over)
    kith_stroke_cut (cr, painting->palette);
  if (link->n_events > 0 && link->length >= 50.0)
    kith_stroke_ticks (cr, painting->palette, link->n_events, link->differ || link->is_over);
  if (link->differ && !link->is_over)
    kith_stroke_lozenge (cr, painting->palette);
  cairo_restore (cr);
}

/* How many; at most two. */
static guint
find_arrows (const KithLinkFigure *link, KithArrow *arrows)
{
  KithDirection direction = (KithDirection) link->record->direction;
  KithPoint along;
  guint n = 0;

  if (link->length < LEAST_WITH_ARROWS)
    return 0;

  if (direction == KITH_DIRECTION_A_TO_B || direction == KITH_DIRECTION_BOTH)
    {
      arrows[n].tip = kith_curve_at (&link->curve, link->length, &arrows[n].along);
      n++;
    }
  if (direction == KITH_DIRECTION_B_TO_A || direction == KITH_DIRECTION_BOTH)
    {
      arrows[n].tip = kith_curve_at (&link->curve, 0.0, &along);
      arrows[n].along = (KithPoint){ -along.x, -along.y };
      n++;
    }
  return n;
}

static void
draw_private (const KithPainting *painting, const KithLinkFigure *link)
{
  KithPoint direction;
  KithPoint at;

  if (!link->record->is_private || painting->detail < KITH_DETAIL_NAMES)
    return;
  at = kith_curve_at (&link->curve, link->length / 2, &direction);
  kith_stroke_lock (painting->cr, &painting->palette->dim, at.x - direction.y * 14.0,
                    at.y + direction.x * 14.0);
}

/* At the other side than the lock. */
static void
draw_years (const KithPainting *painting, const KithLinkFigure *link)
{
  KithPoint direction;
  KithPoint at;

  if (link->years == NULL || painting->detail < KITH_DETAIL_FULL || link->length < 60.0)
    return;
  at = kith_curve_at (&link->curve, link->length / 2, &direction);
  kith_stroke_years (painting->cr, painting->palette, at.x + direction.y * 16.0,
                     at.y - direction.x * 16.0, link->years);
}

/* --- Many at once: all that is drawn alike is one stroke --- */

#define AT_ONCE \
  48 /* lines of one stroke on paper; pixels are quicker the fewer edges meet in a row */

#define BOTH_ENDS 2

typedef struct
{
  KithStroke stroke;
  guint8 end; /* KithEnd, or both */
  guint order;
  const KithLinkFigure *link;
} Half;

static int
compare_halves (gconstpointer a, gconstpointer b)
{
  const Half *one = a;
  const Half *other = b;
  int order = memcmp (&one->stroke, &other->stroke, sizeof one->stroke);

  return order != 0 ? order : (one->order > other->order) - (one->order < other->order);
}

static KithStroke
stroke_of (const KithPainting *painting, const KithLinkFigure *link, guint end)
{
  return link->look.is_rated ? kith_stroke_of_opinion (painting->palette, &link->ends[end])
                             : kith_stroke_of_look (&link->look.halves[end]);
}

static GArray *
sort_halves (const KithPainting *painting, const GPtrArray *links)
{
  GArray *halves = g_array_sized_new (FALSE, FALSE, sizeof (Half), 2 * links->len);

  for (guint i = 0; i < links->len; i++)
    {
      Half a = { stroke_of (painting, links->pdata[i], KITH_END_A), KITH_END_A, i,
                 links->pdata[i] };
      Half b = { stroke_of (painting, links->pdata[i], KITH_END_B), KITH_END_B, i,
                 links->pdata[i] };

      if (painting->detail < KITH_DETAIL_NAMES
          && memcmp (&a.stroke, &b.stroke, sizeof a.stroke) == 0)
        a.end = BOTH_ENDS;
      g_array_append_val (halves, a);
      if (a.end != BOTH_ENDS)
        g_array_append_val (halves, b);
    }
  g_array_sort (halves, compare_halves);
  return halves;
}

/* From afar a bend is not seen. */
static void
get_line (const KithPainting *painting, const Half *half, KithCurve *curve)
{
  if (half->end == BOTH_ENDS)
    *curve = half->link->curve;
  else
    kith_link_figure_half (half->link, (KithEnd) half->end, curve);
  if (painting->detail == KITH_DETAIL_DOTS)
    {
      curve->points[1] = curve->points[curve->n - 1];
      curve->n = 2;
    }
}

static guint
at_once_on (cairo_t *cr)
{
  return kith_letters_are_text (cr) ? AT_ONCE : 2;
}

/* The lines of one link together, for a scribe that keeps its links apart. */
static void
draw_lines_of (const KithPainting *painting, const KithLinkFigure *link)
{
  KithStroke strokes[] = { stroke_of (painting, link, KITH_END_A),
                           stroke_of (painting, link, KITH_END_B) };
  gboolean alike = memcmp (&strokes[0], &strokes[1], sizeof strokes[0]) == 0;

  kith_scribe_begin (painting->cr, link->record, FALSE);
  for (guint end = KITH_END_A; end <= KITH_END_B; end++)
    {
      KithCurve half;

      kith_link_figure_half (link, (KithEnd) end, &half);
      kith_stroke_add (painting->cr, &half, strokes[end], painting->detail);
      if (alike && end == KITH_END_A)
        continue;
      kith_stroke_set (painting->cr, painting->palette, strokes[end], painting->detail);
      kith_scribe_stroke (painting->cr);
    }
  kith_scribe_end (painting->cr);
}

/* Whether anything of it is to be drawn, where it is one of those in the clip. */
static gboolean
is_in_band (const KithPainting *painting, const KithLinkFigure *link)
{
  const KithRect *band = &painting->paint->band;

  return band->width <= 0.0
         || (kith_rect_touches (&link->bounds, band) && kith_link_figure_is_near (link, band));
}

/* Where lines are two pixels wide and more, or many move, the sixteen shades of an edge are enough, and quick. */
static void
set_smoothing (const KithPainting *painting)
{
  double x = 1.0, y = 0.0;

  cairo_user_to_device_distance (painting->cr, &x, &y);
  if (painting->many_move || hypot (x, y) >= QUICK)
    cairo_set_antialias (painting->cr, CAIRO_ANTIALIAS_FAST);
}

static gboolean
draw_lines (const KithPainting *painting, const GPtrArray *links)
{
  g_autoptr (GArray) halves = sort_halves (painting, links);
  guint at_once = at_once_on (painting->cr);
  gboolean whole = TRUE, any = FALSE;
  guint n = 0;

  cairo_save (painting->cr);
  set_smoothing (painting);
  cairo_new_path (painting->cr);
  for (guint i = 0; i < halves->len && whole; i++)
    {
      const Half *half = &g_array_index (halves, Half, i);
      gboolean is_last = i + 1 == halves->len
                         || memcmp (&half->stroke, &half[1].stroke, sizeof half->stroke) != 0;
      KithCurve curve;

      get_line (painting, half, &curve);
      kith_stroke_add (painting->cr, &curve, half->stroke, painting->detail);
      any |= is_in_band (painting, half->link);
      n++;
      if (!is_last && n < at_once)
        continue;
      if (any)
        {
          kith_stroke_set (painting->cr, painting->palette, half->stroke, painting->detail);
          kith_scribe_stroke (painting->cr);
          whole = kith_painting_may_go_on (painting, (n + 1) / 2);
        }
      cairo_new_path (painting->cr);
      any = FALSE;
      n = 0;
    }
  cairo_restore (painting->cr);
  return whole;
}

static void
find_marks (const KithPainting *painting, const KithLinkFigure *link, KithMarks *marks)
{
  for (guint end = KITH_END_A; end <= KITH_END_B; end++)
    {
      const KithHalfLook *look = &link->look.halves[end];
      KithMarkPlaces places = link->places[end];
      KithCurve half;

      places.off_arrow = kith_link_figure_is_off_arrow (link, (KithEnd) end);
      marks[end] = (KithMarks){ 0 };
      if (link->look.is_rated ? !kith_opinion_is_rated (&link->ends[end])
                              : !look->chevron && look->text[0] == '\0')
        continue;
      kith_link_figure_half (link, (KithEnd) end, &half);
      if (link->look.is_rated)
        kith_stroke_marks_of_opinion (&half, &link->ends[end], painting->detail, &places,
                                      &marks[end]);
      else
        kith_stroke_marks_of_look (&half, look, painting->detail, &places, &marks[end]);
    }
}

static void
draw_marks (const KithPainting *painting, const GPtrArray *links)
{
  guint most = 2 * at_once_on (painting->cr);
  KithMarks marks[2 * AT_ONCE];
  gboolean any = FALSE;
  guint n = 0;

  for (guint i = 0; i < links->len; i++)
    {
      find_marks (painting, links->pdata[i], &marks[n]);
      any |= is_in_band (painting, links->pdata[i]);
      n += 2;
      if (n < most && i + 1 < links->len)
        continue;
      if (any)
        kith_stroke_marks (painting->cr, painting->palette, marks, n);
      for (guint j = 0; j < n; j++)
        kith_marks_clear (&marks[j]);
      any = FALSE;
      n = 0;
    }
}

/* The same go together whatever the band: where their edges meet, one stroke is not quite two. */
static void
draw_arrows (const KithPainting *painting, const GPtrArray *links)
{
  guint most = 2 * at_once_on (painting->cr);
  KithArrow arrows[2 * AT_ONCE + 1];
  gboolean any = FALSE;
  guint n = 0;

  for (guint i = 0; i < links->len; i++)
    {
      guint before = n;

      n += find_arrows (links->pdata[i], &arrows[n]);
      any |= n > before && is_in_band (painting, links->pdata[i]);
      if (n < most && i + 1 < links->len)
        continue;
      if (any)
        kith_stroke_arrows (painting->cr, painting->palette, arrows, n);
      any = FALSE;
      n = 0;
    }
}

/* All that stands on and beside one link. */
static void
draw_marks_of (const KithPainting *painting, const KithLinkFigure *link)
{
  KithMarks marks[2];
  KithArrow arrows[2];
  guint n;

  kith_scribe_begin (painting->cr, link->record, TRUE);
  draw_middle (painting, link);
  find_marks (painting, link, marks);
  kith_stroke_marks (painting->cr, painting->palette, marks, 2);
  kith_marks_clear (&marks[0]);
  kith_marks_clear (&marks[1]);
  n = find_arrows (link, arrows);
  if (n > 0)
    kith_stroke_arrows (painting->cr, painting->palette, arrows, n);
  draw_private (painting, link);
  draw_years (painting, link);
  kith_scribe_end (painting->cr);
}

/* --- Link by link, for a scribe that keeps its links apart --- */

static void
prepare_words (const KithPainting *painting, PangoLayout *layout)
{
  if (layout != NULL)
    kith_scribe_prepare (painting->cr, layout);
}

static void
prepare_link (const KithPainting *painting, const KithLinkFigure *link)
{
  kith_scribe_expect (painting->cr, link->record);
  if (link->years != NULL)
    prepare_words (painting, kith_stroke_words (link->years));
  for (guint end = KITH_END_A; end <= KITH_END_B; end++)
    if (link->look.is_rated)
      prepare_words (painting, kith_stroke_words_of_opinion (&link->ends[end]));
    else if (link->look.halves[end].text[0] != '\0')
      prepare_words (painting, kith_stroke_words (link->look.halves[end].text));
}

static gboolean
draw_in_parts (const KithPainting *painting, const GPtrArray *links)
{
  for (guint i = 0; i < links->len; i++)
    prepare_link (painting, links->pdata[i]);
  return kith_painting_in_parts (painting, links, draw_lines_of)
         && (painting->detail < KITH_DETAIL_NAMES
             || kith_painting_in_parts (painting, links, draw_marks_of));
}

static gboolean
draw_by_link (const KithPainting *painting, const GPtrArray *links)
{
  gboolean whole = TRUE;

  if (kith_painting_has_parts (painting, links))
    return draw_in_parts (painting, links);
  cairo_save (painting->cr);
  cairo_new_path (painting->cr);
  for (guint i = 0; i < links->len && whole; i++)
    {
      draw_lines_of (painting, links->pdata[i]);
      whole = kith_painting_may_go_on (painting, 1);
    }
  cairo_restore (painting->cr);
  for (guint i = 0; i < links->len && whole && painting->detail >= KITH_DETAIL_NAMES; i++)
    draw_marks_of (painting, links->pdata[i]);
  return whole;
}

/**
 * kith_painting_links:
 * @painting: what is being painted
 * @links: figures of links
 *
 * Lines first, then what stands on them, so that no line runs over the marks of another link.
 *
 * Returns: FALSE where the paint's tick stopped it
 */
gboolean
kith_painting_links (const KithPainting *painting, const GPtrArray *links)
{
  g_autoptr (GPtrArray) drawn = g_ptr_array_new ();

  for (guint i = 0; i < links->len; i++)
    if (((const KithLinkFigure *) links->pdata[i])->is_drawable)
      g_ptr_array_add (drawn, links->pdata[i]);
  for (guint i = 0; i < drawn->len; i++)
    draw_state (painting, drawn->pdata[i]);
  if (kith_scribe_by_record (painting->cr))
    return draw_by_link (painting, drawn);
  if (!draw_lines (painting, drawn))
    return FALSE;
  if (painting->detail < KITH_DETAIL_NAMES)
    return TRUE;
  for (guint i = 0; i < drawn->len; i++)
    if (is_in_band (painting, drawn->pdata[i]))
      draw_middle (painting, drawn->pdata[i]);
  draw_marks (painting, drawn);
  draw_arrows (painting, drawn);
  for (guint i = 0; i < drawn->len; i++)
    {
      if (!is_in_band (painting, drawn->pdata[i]))
        continue;
      draw_private (painting, drawn->pdata[i]);
      draw_years (painting, drawn->pdata[i]);
    }
  return TRUE;
}

void
kith_painting_link (const KithPainting *painting, const KithLinkFigure *link)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  g_ptr_array_add (one, (gpointer) link);
  kith_painting_links (painting, one);
}

/* A plate of the ground's colour, so that the label is read over whatever runs beneath. */
void
kith_painting_link_label (const KithPainting *painting, KithLinkFigure *link)
{
  const KithRect *plate = &link->label_box;
  PangoLayout *layout;
  double x, width, height;
  cairo_t *cr = painting->cr;

  if (painting->detail < KITH_DETAIL_FULL || plate->width <= 0.0)
    return;
  layout = kith_link_figure_label (link);
  kith_scribe_begin (cr, link->record, TRUE);
  kith_text_extents (layout, &x, &width, &height);
  cairo_rectangle (cr, plate->x, plate->y, plate->width, plate->height);
  kith_colour_set_faint (cr, &painting->palette->ground, PLATE);
  kith_scribe_fill (cr);
  cairo_move_to (cr, plate->x + (plate->width - width) / 2 - x,
                 plate->y + (plate->height - height) / 2);
  kith_colour_set (cr, link->is_over ? &painting->palette->dim : &painting->palette->text);
  kith_letters_show (cr, layout);
  kith_scribe_end (cr);
}
