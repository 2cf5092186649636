/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text of a PDF: what Pango has laid out, letter by letter, which still says what it reads. */
#include "kith-pdf-private.h"

#include <math.h>

/* A string of letters of one font that is being written. Numbers are of the layout, map units. */
typedef struct
{
  KithPdf *pdf;
  GString *out;
  double x;       /* where the next letter would stand by itself … */
  double y;       /* … and how far off the line */
  guint digits;   /* of a letter's code; 0: no string has been begun */
  gboolean is_in; /* between < and > */
  cairo_matrix_t matrix;
} Writing;

static void
end_letters (Writing *writing)
{
  if (writing->is_in)
    g_string_append_c (writing->out, '>');
  writing->is_in = FALSE;
}

static void
end_string (Writing *writing)
{
  end_letters (writing);
  if (writing->digits > 0)
    g_string_append (writing->out, "]TJ\n");
  writing->digits = 0;
}

static void
set_font (Writing *writing, const KithPdfLetter *letter)
{
  KithPdfState *state = &kith_pdf_stream (writing->pdf)->state;

  if (state->font == letter->font && state->font_size == letter->size)
    return;
  state->font = letter->font;
  state->font_size = letter->size;
  kith_scribe_put (writing->out, "/F");
  kith_scribe_count (writing->out, letter->font);
  g_string_append_c (writing->out, ' ');
  kith_scribe_number (writing->out, letter->size);
  g_string_append (writing->out, " Tf\n");
}

/* At a place of its own: where it begins, where the font changes, where a letter leaves the line. */
static void
begin_string (Writing *writing, const KithPdfLetter *letter, double x, double y)
{
  const cairo_matrix_t *m = &writing->matrix;
  cairo_matrix_t at = { m->xx, m->yx, -m->xy, -m->yy, x, y };

  set_font (writing, letter);
  cairo_matrix_transform_point (m, &at.x0, &at.y0);
  kith_scribe_matrix (writing->out, &at);
  g_string_append (writing->out, " Tm\n[");
  writing->digits = letter->digits;
  writing->x = x;
  writing->y = y;
}

static void
append_letter (Writing *writing, const KithPdfLetter *letter, double x, double y)
{
  static const char hex[] = "0123456789ABCDEF";
  const KithPdfState *state = &kith_pdf_stream (writing->pdf)->state;
  long back;

  if (writing->digits != letter->digits || state->font != letter->font
      || state->font_size != letter->size || fabs (y - writing->y) > 0.01)
    {
      end_string (writing);
      begin_string (writing, letter, x, y);
    }
  back = lround ((writing->x - x) * 1000.0 / letter->size);
  if (back != 0)
    {
      end_letters (writing);
      kith_scribe_append_hundredths (writing->out, 100 * (gint64) back);
      writing->x -= back * letter->size / 1000.0;
    }
  if (!writing->is_in)
    g_string_append_c (writing->out, '<');
  writing->is_in = TRUE;
  for (guint i = letter->digits; i-- > 0;)
    g_string_append_c (writing->out, hex[letter->code >> 4 * i & 15]);
  writing->x += letter->advance;
}

/* --- Clusters: letters that say their text together --- */

typedef struct
{
  const PangoLayoutRun *run;
  const char *text; /* of the run */
  gsize length;
  int from; /* glyphs */
  int to;
  const char *said;
  gsize n_said;
} Cluster;

/* The next one in the order in which they are seen. An ellipsis says what it stands for, so that a name
 * that is cut can still be found. */
static gboolean
next_cluster (Cluster *cluster)
{
  const PangoGlyphString *glyphs = cluster->run->glyphs;
  gboolean back = (cluster->run->item->analysis.level & 1) != 0;
  gsize start, end;

  cluster->from = cluster->to;
  if (cluster->from >= glyphs->num_glyphs)
    return FALSE;
  start = (gsize) glyphs->log_clusters[cluster->from];
  while (cluster->to < glyphs->num_glyphs && (gsize) glyphs->log_clusters[cluster->to] == start)
    cluster->to++;
  if (back)
    end = cluster->from > 0 ? (gsize) glyphs->log_clusters[cluster->from - 1] : cluster->length;
  else
    end = cluster->to < glyphs->num_glyphs ? (gsize) glyphs->log_clusters[cluster->to]
                                           : cluster->length;
  cluster->said = cluster->text + start;
  cluster->n_said = end > start ? end - start : 0;
  return TRUE;
}

static guint
n_seen (const Cluster *cluster)
{
  guint n = 0;

  for (int i = cluster->from; i < cluster->to; i++)
    n += cluster->run->glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY;
  return n;
}

/* What its letters do not say, or not in this order, is said beside them. */
static void
write_cluster (Writing *writing, const Cluster *cluster, double *x, double y)
{
  PangoFont *font = cluster->run->item->analysis.font;
  guint seen = n_seen (cluster), met = 0;
  gboolean aside = FALSE;

  for (int i = cluster->from; i < cluster->to; i++)
    {
      const PangoGlyphInfo *info = &cluster->run->glyphs->glyphs[i];
      double at = *x + (double) info->geometry.x_offset / PANGO_SCALE;
      KithPdfLetter letter;

      *x += (double) info->geometry.width / PANGO_SCALE;
      if (info->glyph == PANGO_GLYPH_EMPTY)
        continue;
      kith_pdf_fonts_use (writing->pdf->fonts, font, info->glyph, cluster->said, cluster->n_said,
                          &letter);
      if (met++ == 0 && (seen > 1 || !letter.tells))
        {
          aside = TRUE;
          end_string (writing);
          g_string_append (writing->out, "/Span<</ActualText");
          kith_pdf_append_text (writing->out, cluster->said, (gssize) cluster->n_said);
          g_string_append (writing->out, ">>BDC\n");
        }
      append_letter (writing, &letter, at, y + (double) info->geometry.y_offset / PANGO_SCALE);
    }
  if (!aside)
    return;
  end_string (writing);
  g_string_append (writing->out, "EMC\n");
}

static void
write_line (Writing *writing, PangoLayoutLine *line, const char *text, double x, double y)
{
  for (GSList *link = line->runs; link != NULL; link = link->next)
    {
      const PangoLayoutRun *run = link->data;
      Cluster cluster = { run, text + run->item->offset, (gsize) run->item->length, 0, 0 };

      while (next_cluster (&cluster))
        write_cluster (writing, &cluster, &x, y);
    }
  end_string (writing);
}

void
kith_pdf_text (KithScribe *scribe, cairo_t *cr, PangoLayout *layout)
{
  KithPdf *self = (KithPdf *) scribe;
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  const char *text = pango_layout_get_text (layout);
  Writing writing = { self, kith_pdf_stream (self)->out };
  double left, top;

  kith_pdf_mark (self);
  kith_pdf_set_fill (self, cr);
  cairo_get_matrix (cr, &writing.matrix);
  cairo_get_current_point (cr, &left, &top);
  g_string_append (writing.out, "BT\n");
  do
    {
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      write_line (&writing, pango_layout_iter_get_line_readonly (iter), text,
                  left + (double) logical.x / PANGO_SCALE,
                  top + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE);
    }
  while (pango_layout_iter_next_line (iter));
  g_string_append (writing.out, "ET\n");
  pango_layout_iter_free (iter);
}
