/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signs of a trust sheet: a filled square with a digit for what somebody said, one in outline with
 * its digit in brackets for an impression; never a colour without its digit. */
#include "kith-trust-grid-private.h"

#include <glib/gi18n-lib.h>

#define ROUND 5.0
#define INSET 2.0
#define DOT 1.6 /* radius, of a voice */
#define MOST_DOTS 5
#define TINT 0.13

KithTrustPainter *
kith_trust_painter_new (void)
{
  KithTrustPainter *self = g_new0 (KithTrustPainter, 1);

  self->layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  return self;
}

void
kith_trust_painter_free (KithTrustPainter *self)
{
  g_hash_table_unref (self->layouts);
  g_free (self);
}

void
kith_trust_painter_forget (KithTrustPainter *self)
{
  g_hash_table_remove_all (self->layouts);
}

/* --- Words --- */

PangoLayout *
kith_trust_words (KithTrustPainter *self, const char *text, KithTextStyle style, double width)
{
  g_autofree char *key = g_strdup_printf ("%d %d %s", (int) style, (int) width, text);
  PangoLayout *layout = g_hash_table_lookup (self->layouts, key);

  if (layout == NULL)
    {
      layout = kith_text_layout (text, style, width, 1);
      g_hash_table_insert (self->layouts, g_steal_pointer (&key), layout);
    }
  return layout;
}

/* In the middle of a box, or at its left edge. */
void
kith_trust_put (const KithTrustDrawing *drawing,
                const char *text,
                KithTextStyle style,
                const KithRect *box,
                gboolean left)
{
  PangoLayout *layout = kith_trust_words (drawing->painter, text, style, left ? box->width : -1.0);
  double width, height;

  if (*text == '\0')
    return;
  kith_text_size (layout, &width, &height);
  cairo_move_to (drawing->cr, left ? box->x : box->x + (box->width - width) / 2,
                 box->y + (box->height - height) / 2);
  pango_cairo_show_layout (drawing->cr, layout);
}

/* --- Cells --- */

static void
rounded (cairo_t *cr, const KithRect *box)
{
  double x = box->x + INSET, y = box->y + INSET;
  double width = box->width - 2 * INSET, height = box->height - 2 * INSET;

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - ROUND, y + ROUND, ROUND, -G_PI / 2, 0);
  cairo_arc (cr, x + width - ROUND, y + height - ROUND, ROUND, 0, G_PI / 2);
  cairo_arc (cr, x + ROUND, y + height - ROUND, ROUND, G_PI / 2, G_PI);
  cairo_arc (cr, x + ROUND, y + ROUND, ROUND, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

/* A dot for each of several voices, along the lower edge. */
static void
draw_voices (cairo_t *cr, const KithRect *box, guint voices)
{
  guint n = MIN (voices, MOST_DOTS);
  double step = 3.2 * DOT;
  double x = box->x + box->width / 2 - (n - 1) * step / 2;

  if (voices < 2)
    return;
  for (guint i = 0; i < n; i++)
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, x + i * step, box->y + box->height - INSET - 4.0, DOT, 0, 2 * G_PI);
    }
  cairo_fill (cr);
}

static void
draw_step (const KithTrustDrawing *drawing, const KithOpinion *opinion, const KithRect *box)
{
  const KithColour *colour = &drawing->palette->digits[opinion->step];
  g_autofree char *digit = kith_opinion_to_digit (opinion);
  g_autofree char *bracketed = g_strdup_printf ("(%s)", digit);
  KithRect text = *box;
  cairo_t *cr = drawing->cr;

  text.height -= opinion->voices > 1 ? 5.0 : 0.0;
  rounded (cr, box);
  if (opinion->impression)
    {
      kith_colour_set_faint (cr, colour, TINT);
      cairo_fill_preserve (cr);
      kith_colour_set_faint (cr, colour, drawing->palette->impression);
      cairo_set_line_width (cr, 1.0);
      cairo_stroke (cr);
      kith_colour_set (cr, colour);
      kith_trust_put (drawing, bracketed, KITH_TEXT_BODY, &text, FALSE);
    }
  else
    {
      kith_colour_set (cr, colour);
      cairo_fill (cr);
      kith_colour_set (cr, &drawing->palette->ground);
      kith_trust_put (drawing, digit, KITH_TEXT_LABEL, &text, FALSE);
    }
  draw_voices (cr, box, opinion->voices);
}

/* Somebody said that it is not known: dotted, as such a line is. */
static void
draw_unknown (const KithTrustDrawing *drawing, const KithRect *box)
{
  static const double dots[] = { 1.5, 2.5 };
  cairo_t *cr = drawing->cr;

  rounded (cr, box);
  kith_colour_set (cr, &drawing->palette->digits[0]);
  cairo_set_line_width (cr, 1.0);
  cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  kith_trust_put (drawing, "?", KITH_TEXT_BODY, box, FALSE);
}

/* There is a link of which nobody said anything yet. */
static void
draw_silent (const KithTrustDrawing *drawing, const KithRect *box)
{
  cairo_t *cr = drawing->cr;

  rounded (cr, box);
  kith_colour_set_faint (cr, &drawing->palette->line, 0.6);
  cairo_set_line_width (cr, 1.0);
  cairo_stroke (cr);
}

void
kith_trust_draw_filtered (const KithTrustDrawing *drawing, const KithRect *box)
{
  kith_colour_set (drawing->cr, &drawing->palette->dim);
  kith_trust_put (drawing, "…", KITH_TEXT_BODY, box, FALSE);
}

void
kith_trust_draw_self (const KithTrustDrawing *drawing, const KithRect *box)
{
  rounded (drawing->cr, box);
  kith_colour_set_faint (drawing->cr, &drawing->palette->text, 0.1);
  cairo_fill (drawing->cr);
}

/* A step, "not known", or nothing yet. */
void
kith_trust_draw_sign (const KithTrustDrawing *drawing,
                      const KithOpinion *opinion,
                      const KithRect *box)
{
  if (opinion->voices > 0)
    draw_step (drawing, opinion, box);
  else if (opinion->unknown > 0)
    draw_unknown (drawing, box);
  else
    draw_silent (drawing, box);
}

/* --- What the signs mean --- */

typedef struct
{
  KithOpinion opinion;
  const char *label; /* untranslated; NULL: the step's own word */
} Sample;

static const Sample samples[] = {
  { { .voices = 1, .median = 1, .step = 1 }, NULL },
  { { .voices = 1, .median = 2, .step = 2 }, NULL },
  { { .voices = 1, .median = 3, .step = 3 }, NULL },
  { { .voices = 1, .median = 4, .step = 4 }, NULL },
  { { .voices = 1, .median = 5, .step = 5 }, NULL },
  { { .voices = 1, .median = 3, .step = 3, .impression = TRUE }, N_ ("Our impression") },
  { { .unknown = 1, .absence = KITH_SCORE_NOT_KNOWN }, N_ ("Not known") },
  { { 0 }, N_ ("Linked, not rated yet") },
};

/**
 * kith_trust_painter_legend:
 * @self: a painter
 * @cr: (nullable): what is drawn on; %NULL: it is only measured
 * @palette: colours
 * @audience: impressions are the team's only
 * @x: left edge
 * @y: upper edge
 * @width: of the room
 *
 * Returns: the height that it takes
 */
double
kith_trust_painter_legend (KithTrustPainter *self,
                           cairo_t *cr,
                           const KithPalette *palette,
                           KithAudience audience,
                           double x,
                           double y,
                           double width)
{
  KithTrustDrawing drawing = { .painter = self, .cr = cr, .palette = palette };
  KithRect box = { x, y, 26.0, 24.0 };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      const Sample *sample = &samples[i];
      const char *label = sample->label != NULL
                              ? _ (sample->label)
                              : kith_enum_label (&kith_scores, sample->opinion.step);
      PangoLayout *layout = kith_trust_words (self, label, KITH_TEXT_SMALL, -1.0);
      double text;

      if (sample->opinion.impression && audience != KITH_TEAM)
        continue;
      kith_text_size (layout, &text, NULL);
      if (box.x > x && box.x + 32.0 + text > x + width)
        box = (KithRect){ x, box.y + 28.0, box.width, box.height };
      if (cr != NULL)
        {
          KithRect at = { box.x + 31.0, box.y, text, box.height };

          kith_trust_draw_sign (&drawing, &sample->opinion, &box);
          kith_colour_set (cr, &palette->dim);
          kith_trust_put (&drawing, label, KITH_TEXT_SMALL, &at, FALSE);
        }
      box.x += 46.0 + text;
    }
  return box.y + 28.0 - y;
}
