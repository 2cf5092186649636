/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing inherited lines: a card with a line to what it is said of. */
#include "kith-figures-quotes.h"
#include "kith-painter-private.h"

#include "kith-letters.h"
#include "kith-scribe.h"

#define RADIUS 6.0
#define PAD 8.0

static void
rounded (cairo_t *cr, const KithRect *box)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, box->x + box->width - RADIUS, box->y + RADIUS, RADIUS, -G_PI_2, 0);
  cairo_arc (cr, box->x + box->width - RADIUS, box->y + box->height - RADIUS, RADIUS, 0, G_PI_2);
  cairo_arc (cr, box->x + RADIUS, box->y + box->height - RADIUS, RADIUS, G_PI_2, G_PI);
  cairo_arc (cr, box->x + RADIUS, box->y + RADIUS, RADIUS, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
draw_question (cairo_t *cr, const KithPalette *palette, const KithRect *box)
{
  PangoLayout *mark = kith_stroke_words ("?");
  double width;

  if (mark == NULL)
    return;
  kith_text_size (mark, &width, NULL);
  kith_colour_set (cr, &palette->text);
  cairo_move_to (cr, box->x + box->width - width - 5.0, box->y + 2.0);
  kith_letters_show (cr, mark);
}

void
kith_quote_card (cairo_t *cr, const KithPalette *palette, const KithRect *box, int status)
{
  static const double dots[] = { 1.5, 2.5 };

  cairo_save (cr);
  rounded (cr, box);
  kith_colour_set (cr, &palette->card);
  kith_scribe_fill_preserve (cr);
  kith_colour_set (cr, status == KITH_QUOTE_LET_GO ? &palette->rule : &palette->dim);
  cairo_set_line_width (cr, palette->border);
  if (status == KITH_QUOTE_QUESTIONED)
    cairo_set_dash (cr, dots, 2, 0.0);
  kith_scribe_stroke (cr);
  cairo_restore (cr);
  if (status == KITH_QUOTE_QUESTIONED)
    draw_question (cr, palette, box);
}

static gboolean
is_lifted (const KithPainting *painting, const KithQuoteFigure *quote)
{
  KithId owner = kith_quote_owner (quote->record);

  return painting->paint->lifted != NULL && g_hash_table_contains (painting->paint->lifted, &owner);
}

/* From the card's nearest point; what lies under a box is drawn before it. */
static void
draw_leader (const KithPainting *painting, const KithQuoteFigure *quote)
{
  const KithRect *box = &quote->box;
  double x = CLAMP (quote->from.x, box->x + RADIUS, box->x + box->width - RADIUS);
  double y = CLAMP (quote->from.y, box->y, box->y + box->height);
  const KithBoxFigure *owner = g_hash_table_lookup (painting->figures->boxes,
                                                    &quote->record->stakeholder);
  KithPoint to = quote->from;

  if (owner != NULL)
    {
      to.x = CLAMP (x, owner->box.x, owner->box.x + owner->box.width);
      to.y = CLAMP (y, owner->box.y, owner->box.y + owner->box.height);
    }
  kith_colour_set (painting->cr, &painting->palette->dim);
  cairo_set_line_width (painting->cr, 1.0);
  cairo_move_to (painting->cr, x, y);
  cairo_line_to (painting->cr, to.x, to.y);
  kith_scribe_stroke (painting->cr);
  cairo_arc (painting->cr, to.x, to.y, 2.0, 0, 2 * G_PI);
  kith_scribe_fill (painting->cr);
}

static void
draw_card (const KithPainting *painting, const KithQuoteFigure *quote)
{
  double height;

  kith_scribe_begin (painting->cr, quote->record, FALSE);
  kith_quote_card (painting->cr, painting->palette, &quote->box, quote->record->status);
  kith_colour_set (painting->cr, quote->record->status == KITH_QUOTE_LET_GO
                                     ? &painting->palette->dim
                                     : &painting->palette->text);
  cairo_move_to (painting->cr, quote->box.x + PAD, quote->box.y + PAD - 2.0);
  kith_letters_show (painting->cr, quote->words);
  if (quote->more != NULL)
    {
      kith_text_size (quote->words, NULL, &height);
      kith_colour_set (painting->cr, &painting->palette->dim);
      cairo_move_to (painting->cr, quote->box.x + PAD, quote->box.y + PAD + height);
      kith_letters_show (painting->cr, quote->more);
    }
  kith_scribe_end (painting->cr);
}

/**
 * kith_painting_quotes:
 * @painting: what is being painted
 * @clip: the part of the plane, map units
 *
 * Only where words can be read.
 */
void
kith_painting_quotes (const KithPainting *painting, const KithRect *clip)
{
  const GPtrArray *quotes = painting->figures->quotes;

  if (painting->detail < KITH_DETAIL_FULL)
    return;
  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < quotes->len; i++)
      {
        const KithQuoteFigure *quote = quotes->pdata[i];
        KithRect from = { quote->from.x, quote->from.y, 0.0, 0.0 };
        KithRect all = kith_rect_union (&quote->box, &from);

        if (!kith_rect_touches (&all, clip) || is_lifted (painting, quote))
          continue;
        if (round == 0)
          draw_leader (painting, quote);
        else
          draw_card (painting, quote);
      }
}
