/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-svg-text.h"

#include "kith-scribe.h"
#include "kith-svg.h"

#include <string.h>

static const char *
escape_of (gunichar c)
{
  switch (c)
    {
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '&':
      return "&amp;";
    case '"':
      return "&quot;";
    case '\t':
    case '\n':
      return NULL;
    default:
      return c < 0x20 || c == 0x7f || c == 0xfffe || c == 0xffff ? "" : NULL;
    }
}

/* What needs no care goes in one piece. */
void
kith_svg_escape (GString *out, const char *text, gssize length)
{
  const char *end = text + (length < 0 ? (gssize) strlen (text) : length);
  const char *plain = text;

  for (const char *next; text < end; text = next)
    {
      const char *escape = escape_of (g_utf8_get_char (text));

      next = g_utf8_next_char (text);
      if (escape == NULL)
        continue;
      g_string_append_len (out, plain, text - plain);
      g_string_append (out, escape);
      plain = next;
    }
  g_string_append_len (out, plain, end - plain);
}

static int
compare_runs (gconstpointer a, gconstpointer b)
{
  const PangoLayoutRun *one = *(PangoLayoutRun *const *) a, *other = *(PangoLayoutRun *const *) b;

  return (one->item->offset > other->item->offset) - (one->item->offset < other->item->offset);
}

/* What is seen of a line, in the order in which it is read. */
static void
append_words (GString *out, PangoLayoutLine *line, const char *text)
{
  g_autoptr (GPtrArray) runs = g_ptr_array_new ();
  g_autoptr (GString) words = g_string_new (NULL);

  for (GSList *link = line->runs; link != NULL; link = link->next)
    g_ptr_array_add (runs, link->data);
  if (line->resolved_dir == PANGO_DIRECTION_RTL || runs->len > 1)
    g_ptr_array_sort (runs, compare_runs);
  for (guint i = 0; i < runs->len; i++)
    {
      const PangoLayoutRun *run = runs->pdata[i];

      if ((run->item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS) != 0)
        g_string_append (words, "…");
      else
        g_string_append_len (words, text + run->item->offset, run->item->length);
    }
  while (words->len > 0 && words->str[words->len - 1] == ' ')
    g_string_truncate (words, words->len - 1);
  kith_svg_escape (out, words->str, (gssize) words->len);
}

/* In another font the words still take no more room than their box has. */
static void
append_place (GString *out, PangoLayoutLine *line, double x, double y, double width, double scale)
{
  g_string_append (out, "<text x=\"");
  kith_scribe_number (out, x);
  g_string_append (out, "\" y=\"");
  kith_scribe_number (out, y);
  g_string_append_c (out, '"');
  if (line->resolved_dir == PANGO_DIRECTION_RTL)
    g_string_append (out, " direction=\"rtl\" text-anchor=\"end\"");
  if (line->length > 2 && width > 0.0)
    {
      g_string_append (out, " textLength=\"");
      kith_scribe_number (out, width * scale);
      g_string_append (out, "\" lengthAdjust=\"spacingAndGlyphs\"");
    }
}

static void
append_font (GString *out, PangoLayout *layout, double scale)
{
  const PangoFontDescription *font = pango_layout_get_font_description (layout);
  int weight = pango_font_description_get_weight (font);

  g_string_append (out, " font-size=\"");
  kith_scribe_fine (out, pango_font_description_get_size (font) * scale / PANGO_SCALE);
  g_string_append_c (out, '"');
  if (weight != PANGO_WEIGHT_NORMAL)
    g_string_append_printf (out, " font-weight=\"%d\"", weight);
  if (pango_layout_get_attributes (layout) != NULL)
    g_string_append (out, " style=\"font-variant-numeric:tabular-nums\"");
}

/* A space at the end of a wrapped line is no part of what is seen. */
static double
line_width (PangoLayoutLine *line, const char *text)
{
  PangoRectangle logical;
  int end = line->start_index + line->length;
  int edge;

  pango_layout_line_get_extents (line, NULL, &logical);
  if (line->length == 0 || text[end - 1] != ' ' || line->resolved_dir == PANGO_DIRECTION_RTL)
    return (double) logical.width / PANGO_SCALE;
  while (end > line->start_index && text[end - 1] == ' ')
    end--;
  pango_layout_line_index_to_x (line, end, FALSE, &edge);
  return (double) edge / PANGO_SCALE;
}

void
kith_svg_text (GString *out, cairo_t *cr, PangoLayout *layout, const char *colour)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  const char *text = pango_layout_get_text (layout);
  double scale = kith_scribe_scale (cr);
  double left, top;

  cairo_get_current_point (cr, &left, &top);
  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      PangoRectangle logical;
      double x, y;

      if (line->runs == NULL)
        continue;
      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      x = left + (double) logical.x / PANGO_SCALE;
      y = top + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;
      cairo_user_to_device (cr, &x, &y);
      append_place (out, line, x, y, line_width (line, text), scale);
      append_font (out, layout, scale);
      g_string_append (out, colour);
      g_string_append_c (out, '>');
      append_words (out, line, text);
      g_string_append (out, "</text>\n");
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}
