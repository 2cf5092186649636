/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing shared spaces: outlines with the ground in them, or nodes with spokes. */
#include "kith-painter-private.h"

#include "kith-letters.h"
#include "kith-scribe.h"

#define SPACE_OVER 0.07 /* strength of a shared space over a frame or a picture */
#define FROM_AFAR 0.5   /* strength of a dotted line whose dots are too small to be seen */
#define HOST_DOT 4.0

/* Through all its points, smoothly (Catmull and Rom). */
static void
loop_path (cairo_t *cr, const GArray *loop)
{
  const KithPoint *points = (const KithPoint *) (gpointer) loop->data;
  guint n = loop->len;

  if (n > 0)
    cairo_move_to (cr, points[0].x, points[0].y);
  for (guint i = 0; i < n; i++)
    {
      KithPoint before = points[(i + n - 1) % n], from = points[i];
      KithPoint to = points[(i + 1) % n], after = points[(i + 2) % n];

      cairo_curve_to (cr, from.x + (to.x - before.x) / 6, from.y + (to.y - before.y) / 6,
                      to.x - (after.x - from.x) / 6, to.y - (after.y - from.y) / 6, to.x, to.y);
    }
  cairo_close_path (cr);
}

static void
space_path (cairo_t *cr, const KithSpaceFigure *space)
{
  for (guint i = 0; i < space->loops->len; i++)
    loop_path (cr, space->loops->pdata[i]);
}

/* One path for all of them, so that ground under several is tinted once. */
void
kith_painting_ground (const KithPainting *painting, const GPtrArray *spaces)
{
  cairo_new_path (painting->cr);
  for (guint i = 0; i < spaces->len; i++)
    if (((const KithSpaceFigure *) spaces->pdata[i])->spokes == NULL)
      space_path (painting->cr, spaces->pdata[i]);
  if (g_hash_table_size (painting->figures->notes) > 0) /* what lies under it shows through */
    kith_colour_set_faint (painting->cr, &painting->palette->space, SPACE_OVER);
  else
    kith_colour_set (painting->cr, &painting->palette->space_fill);
  cairo_set_fill_rule (painting->cr, CAIRO_FILL_RULE_WINDING);
  kith_scribe_fill (painting->cr);
}

/* Everything but the place of a label. */
static void
clip_label_gap (const KithPainting *painting, const KithRect *around, const KithSpaceFigure *space)
{
  cairo_t *cr = painting->cr;

  cairo_rectangle (cr, around->x, around->y, around->width, around->height);
  kith_painting_rounded (painting, &space->label_box,
                         space->spokes != NULL ? KITH_HUB_RADIUS : 4.0);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  kith_scribe_clip (cr);
}

/* A name stands in a gap of its outline, and no other outline runs through it. */
static void
clip_labels (const KithPainting *painting, const KithSpaceFigure *space)
{
  KithRect around = kith_rect_grow (&space->bounds, 300.0);
  g_autoptr (GPtrArray) near = kith_figures_spaces_in (painting->figures, &space->bounds);

  clip_label_gap (painting, &around, space);
  for (guint i = 0; i < near->len; i++)
    {
      const KithSpaceFigure *other = near->pdata[i];

      if (other != space && kith_rect_touches (&other->label_box, &space->bounds))
        clip_label_gap (painting, &around, other);
    }
}

static gboolean
is_strong (const KithPainting *painting, const KithSpaceFigure *space)
{
  return kith_painting_is_selected (painting, space->record->record.id)
         || painting->paint->hovered == space->record->record.id;
}

static void
set_line (const KithPainting *painting, const KithSpaceFigure *space)
{
  int n;
  const double *dash = kith_space_figure_dash (space, &n);
  gboolean strong = is_strong (painting, space);
  cairo_t *cr = painting->cr;

  kith_colour_set_faint (cr, &painting->palette->space,
                         painting->detail >= KITH_DETAIL_NAMES || strong ? 1.0 : FROM_AFAR);
  cairo_set_line_width (cr, strong ? 2.6 : 1.4);
  if (painting->detail >= KITH_DETAIL_NAMES)
    cairo_set_dash (cr, dash, n, 0.0);
}

/* --- Nodes --- */

/* Of who makes the space: a line without a dash, and a dot where it ends. */
static void
draw_host (const KithPainting *painting, const KithSpoke *spoke, double width)
{
  cairo_t *cr = painting->cr;

  cairo_set_dash (cr, NULL, 0, 0.0);
  cairo_set_line_width (cr, width);
  cairo_move_to (cr, spoke->from.x, spoke->from.y);
  cairo_line_to (cr, spoke->to.x, spoke->to.y);
  kith_scribe_stroke (cr);
  if (painting->detail < KITH_DETAIL_NAMES)
    return;
  cairo_arc (cr, spoke->to.x, spoke->to.y, HOST_DOT, 0, 2 * G_PI);
  kith_scribe_fill (cr);
}

static void
draw_spokes (const KithPainting *painting, const KithSpaceFigure *space)
{
  cairo_t *cr = painting->cr;

  set_line (painting, space);
  for (guint i = 0; i < space->spokes->len; i++)
    {
      const KithSpoke *spoke = &g_array_index (space->spokes, KithSpoke, i);

      if (spoke->is_host)
        continue;
      cairo_move_to (cr, spoke->from.x, spoke->from.y);
      cairo_line_to (cr, spoke->to.x, spoke->to.y);
    }
  kith_scribe_stroke (cr);
  for (guint i = 0; i < space->spokes->len; i++)
    if (g_array_index (space->spokes, KithSpoke, i).is_host)
      draw_host (painting, &g_array_index (space->spokes, KithSpoke, i),
                 is_strong (painting, space) ? 3.2 : 2.2);
}

static void
show_centred (const KithPainting *painting, PangoLayout *layout, const KithRect *box, double y)
{
  double x, width;

  kith_text_extents (layout, &x, &width, NULL);
  cairo_move_to (painting->cr, box->x + (box->width - width) / 2 - x, y);
  kith_letters_show (painting->cr, layout);
}

/* Two lines round it, and no corner: nobody takes it for a stakeholder. */
static void
draw_plate (const KithPainting *painting, const KithSpaceFigure *space)
{
  KithRect inner = kith_rect_grow (&space->label_box, -3.5);
  cairo_t *cr = painting->cr;

  kith_painting_rounded (painting, &space->label_box, KITH_HUB_RADIUS);
  kith_colour_set (cr, &painting->palette->ground);
  kith_scribe_fill_preserve (cr);
  kith_colour_set (cr, &painting->palette->space_fill);
  kith_scribe_fill_preserve (cr);
  kith_colour_set (cr, &painting->palette->space);
  cairo_set_line_width (cr, is_strong (painting, space) ? 2.6 : 1.6);
  kith_scribe_stroke (cr);
  if (painting->detail < KITH_DETAIL_NAMES)
    return;
  kith_painting_rounded (painting, &inner, KITH_HUB_RADIUS - 3.5);
  cairo_set_line_width (cr, 0.8);
  kith_scribe_stroke (cr);
}

static void
draw_node (const KithPainting *painting, const KithSpaceFigure *space)
{
  const KithRect *box = &space->label_box;
  double height, more;

  cairo_save (painting->cr);
  draw_plate (painting, space);
  if (painting->detail >= KITH_DETAIL_NAMES)
    {
      kith_text_size (space->label, NULL, &height);
      kith_text_size (space->status, NULL, &more);
      kith_colour_set (painting->cr, &painting->palette->text);
      show_centred (painting, space->label, box, box->y + (box->height - height - more) / 2);
      kith_colour_set (painting->cr, &painting->palette->space);
      show_centred (painting, space->status, box,
                    box->y + (box->height - height - more) / 2 + height);
    }
  cairo_restore (painting->cr);
}

/* --- What lies under links, and what over them --- */

void
kith_painting_outline (const KithPainting *painting, const KithSpaceFigure *space)
{
  cairo_t *cr = painting->cr;

  kith_scribe_begin (cr, space->record, FALSE);
  kith_scribe_save (cr);
  if (space->spokes != NULL)
    draw_spokes (painting, space);
  else
    {
      if (painting->detail >= KITH_DETAIL_NAMES)
        clip_labels (painting, space);
      space_path (cr, space);
      set_line (painting, space);
      kith_scribe_stroke (cr);
    }
  kith_scribe_restore (cr);
  kith_scribe_end (cr);
}

void
kith_painting_space_label (const KithPainting *painting, const KithSpaceFigure *space)
{
  gboolean is_node = space->spokes != NULL;

  if (painting->detail < KITH_DETAIL_NAMES && !is_node)
    return;
  kith_scribe_begin (painting->cr, space->record, TRUE);
  if (is_node)
    draw_node (painting, space);
  else
    {
      kith_colour_set (painting->cr, &painting->palette->space);
      cairo_move_to (painting->cr, space->label_box.x + 7.0, space->label_box.y);
      kith_letters_show (painting->cr, space->label);
    }
  if (space->record->is_private && painting->detail >= KITH_DETAIL_NAMES)
    kith_stroke_lock (painting->cr, &painting->palette->space,
                      space->label_box.x + space->label_box.width - (is_node ? 14.0 : -2.0),
                      space->label_box.y + space->label_box.height / 2);
  kith_scribe_end (painting->cr);
}
