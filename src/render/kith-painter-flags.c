/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing flags: a plate with a sign of its own shape, and a digit or a date. */
#include "kith-figures-flags.h"
#include "kith-painter-private.h"

#include "kith-letters.h"
#include "kith-scribe.h"

/* A triangle with a stroke and a dot. */
static void
draw_warning (cairo_t *cr, const KithPalette *palette, double x, double y)
{
  kith_colour_set (cr, &palette->text);
  cairo_set_line_width (cr, 1.4);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (cr, x, y - 5.5);
  cairo_line_to (cr, x + 5.8, y + 4.8);
  cairo_line_to (cr, x - 5.8, y + 4.8);
  cairo_close_path (cr);
  kith_scribe_stroke (cr);
  cairo_move_to (cr, x, y - 2.0);
  cairo_line_to (cr, x, y + 1.3);
  kith_scribe_stroke (cr);
  cairo_arc (cr, x, y + 3.2, 0.8, 0, 2 * G_PI);
  kith_scribe_fill (cr);
}

/* A pennant on a pole: filled where its day has passed. */
static void
draw_pennant (cairo_t *cr, const KithPalette *palette, double x, double y, gboolean is_past)
{
  kith_colour_set (cr, &palette->text);
  cairo_set_line_width (cr, 1.4);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (cr, x - 4.0, y + 6.0);
  cairo_line_to (cr, x - 4.0, y - 5.5);
  kith_scribe_stroke (cr);
  cairo_move_to (cr, x - 4.0, y - 5.0);
  cairo_line_to (cr, x + 5.0, y - 1.8);
  cairo_line_to (cr, x - 4.0, y + 1.4);
  cairo_close_path (cr);
  if (is_past)
    kith_scribe_fill_preserve (cr);
  kith_scribe_stroke (cr);
}

static void
plate_path (cairo_t *cr, const KithRect *box)
{
  double r = box->height / 2;

  cairo_new_sub_path (cr);
  cairo_arc (cr, box->x + box->width - r, box->y + r, r, -G_PI_2, G_PI_2);
  cairo_arc (cr, box->x + r, box->y + r, r, G_PI_2, 3 * G_PI_2);
  cairo_close_path (cr);
}

void
kith_flag_plate (cairo_t *cr,
                 const KithPalette *palette,
                 const KithRect *box,
                 KithFlag flag,
                 gboolean is_past)
{
  double x = box->x + 10.5, y = box->y + box->height / 2;

  cairo_save (cr);
  plate_path (cr, box);
  kith_colour_set (cr, &palette->card);
  kith_scribe_fill_preserve (cr);
  kith_colour_set (cr, &palette->text);
  cairo_set_line_width (cr, 1.0);
  kith_scribe_stroke (cr);
  if (flag == KITH_FLAG_SIGNS)
    draw_warning (cr, palette, x, y);
  else
    draw_pennant (cr, palette, x, y, is_past);
  cairo_restore (cr);
}

static void
draw_leader (const KithPainting *painting, const KithFlagFigure *flag)
{
  const KithRect *box = &flag->box;

  cairo_save (painting->cr);
  kith_colour_set (painting->cr, &painting->palette->dim);
  cairo_set_line_width (painting->cr, 1.0);
  cairo_move_to (painting->cr, flag->from.x, flag->from.y);
  cairo_line_to (painting->cr, CLAMP (flag->from.x, box->x + 9.0, box->x + box->width - 9.0),
                 CLAMP (flag->from.y, box->y, box->y + box->height));
  kith_scribe_stroke (painting->cr);
  cairo_restore (painting->cr);
}

static void
draw_flag (const KithPainting *painting, const KithFlagFigure *flag)
{
  const KithRect *box = &flag->box;
  double height;

  kith_scribe_begin (painting->cr, flag->record, TRUE);
  if (KITH_KIND (flag->record) == KITH_LINK)
    draw_leader (painting, flag);
  kith_flag_plate (painting->cr, painting->palette, box, flag->flag, flag->is_past);
  if (flag->label != NULL)
    {
      kith_text_size (flag->label, NULL, &height);
      kith_colour_set (painting->cr, &painting->palette->text);
      cairo_move_to (painting->cr, box->x + KITH_FLAG_ROOM, box->y + (box->height - height) / 2);
      kith_letters_show (painting->cr, flag->label);
    }
  kith_scribe_end (painting->cr);
}

/* Of one record: over a mark that was drawn on it. */
void
kith_painting_flags_of (const KithPainting *painting, KithId id)
{
  const GPtrArray *flags = painting->figures->flags;

  for (guint i = 0; i < flags->len && painting->detail >= KITH_DETAIL_NAMES; i++)
    if (KITH_ID (((const KithFlagFigure *) flags->pdata[i])->record) == id)
      draw_flag (painting, flags->pdata[i]);
}

/**
 * kith_painting_flags:
 * @painting: what is being painted
 * @clip: the part of the plane, map units
 *
 * Only where names can be read.
 */
void
kith_painting_flags (const KithPainting *painting, const KithRect *clip)
{
  const GPtrArray *flags = painting->figures->flags;

  if (painting->detail < KITH_DETAIL_NAMES)
    return;
  for (guint i = 0; i < flags->len; i++)
    {
      const KithFlagFigure *flag = flags->pdata[i];
      KithRect from = { flag->from.x, flag->from.y, 0, 0 };
      KithRect all = kith_rect_union (&flag->box, &from);

      if (kith_rect_touches (&all, clip) && !kith_painting_is_lifted (painting, flag->record))
        draw_flag (painting, flag);
    }
}
