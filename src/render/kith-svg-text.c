/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-svg-text.h"

#include "kith-letters.h"
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

/* --- Lines, as they are written: told by Pango once --- */

typedef struct
{
  double x; /* where it begins, from the left of the layout, map units */
  double y; /* its baseline, from the top */
  double width;
  gboolean is_fitted; /* to its width, whatever the font */
  gboolean is_back;   /* written from the right to the left */
  char *words;
} Line;

typedef struct
{
  GArray *lines; /* of Line */
  double size;   /* of its font, map units */
  char *style;   /* attributes */
} Words;

static GQuark
words_quark (void)
{
  return g_quark_from_static_string ("kith-svg-words");
}

static void
line_clear (gpointer data)
{
  g_free (((Line *) data)->words);
}

static void
words_free (gpointer data)
{
  Words *words = data;

  g_array_unref (words->lines);
  g_free (words->style);
  g_free (words);
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

static char *
style_of (PangoLayout *layout)
{
  int weight = pango_font_description_get_weight (pango_layout_get_font_description (layout));
  GString *style = g_string_new (NULL);

  if (weight != PANGO_WEIGHT_NORMAL)
    g_string_append_printf (style, " font-weight=\"%d\"", weight);
  if (pango_layout_get_attributes (layout) != NULL)
    kith_scribe_put (style, " style=\"font-variant-numeric:tabular-nums\"");
  return g_string_free (style, FALSE);
}

static void
add_line (GArray *lines, PangoLayoutIter *iter, const char *text)
{
  PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  g_autoptr (GString) words = g_string_new (NULL);
  PangoRectangle logical;
  Line made;

  if (line->runs == NULL)
    return;
  pango_layout_iter_get_line_extents (iter, NULL, &logical);
  append_words (words, line, text);
  made.x = (double) logical.x / PANGO_SCALE;
  made.y = (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;
  made.width = line_width (line, text);
  made.is_fitted = line->length > 2 && made.width > 0.0;
  made.is_back = line->resolved_dir == PANGO_DIRECTION_RTL;
  made.words = g_strdup (words->str);
  g_array_append_val (lines, made);
}

static Words *
make_words (PangoLayout *layout)
{
  g_autoptr (PangoLayoutIter) iter = pango_layout_get_iter (layout);
  const char *text = pango_layout_get_text (layout);
  Words *words = g_new0 (Words, 1);

  words->size = (double) pango_font_description_get_size (
                    pango_layout_get_font_description (layout))
                / PANGO_SCALE;
  words->style = style_of (layout);
  words->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (words->lines, line_clear);
  do
    add_line (words->lines, iter, text);
  while (pango_layout_iter_next_line (iter));
  return words;
}

/**
 * kith_svg_text_prepare:
 * @layout: a layout that is not changed any more
 *
 * On the thread that shapes text, for kith_svg_text() on others.
 */
void
kith_svg_text_prepare (PangoLayout *layout)
{
  if (g_object_get_qdata (G_OBJECT (layout), words_quark ()) == NULL)
    g_object_set_qdata_full (G_OBJECT (layout), words_quark (), make_words (layout), words_free);
}

/* In another font the words still take no more room than their box has. */
static void
append_line (GString *out, const Line *line, double x, double y, double scale)
{
  kith_scribe_put (out, "<text x=\"");
  kith_scribe_number (out, x);
  kith_scribe_put (out, "\" y=\"");
  kith_scribe_number (out, y);
  g_string_append_c (out, '"');
  if (line->is_back)
    kith_scribe_put (out, " direction=\"rtl\" text-anchor=\"end\"");
  if (!line->is_fitted)
    return;
  kith_scribe_put (out, " textLength=\"");
  kith_scribe_number (out, line->width * scale);
  kith_scribe_put (out, "\" lengthAdjust=\"spacingAndGlyphs\"");
}

static void
append_all (GString *out, cairo_t *cr, const Words *words, const char *colour)
{
  double scale = kith_scribe_scale (cr);
  double left, top;

  cairo_get_current_point (cr, &left, &top);
  for (guint i = 0; i < words->lines->len; i++)
    {
      const Line *line = &g_array_index (words->lines, Line, i);
      double x = left + line->x, y = top + line->y;

      cairo_user_to_device (cr, &x, &y);
      append_line (out, line, x, y, scale);
      kith_scribe_put (out, " font-size=\"");
      kith_scribe_fine (out, words->size * scale);
      g_string_append_c (out, '"');
      g_string_append (out, words->style);
      g_string_append (out, colour);
      g_string_append_c (out, '>');
      g_string_append (out, line->words);
      kith_scribe_put (out, "</text>\n");
    }
}

/**
 * kith_svg_text:
 * @out: what it is appended to
 * @cr: where the layout stands at the current point
 * @layout: a layout; on another thread than the one that shapes text, one that has been prepared
 * @colour: an attribute
 */
void
kith_svg_text (GString *out, cairo_t *cr, PangoLayout *layout, const char *colour)
{
  const Words *known = g_object_get_qdata (G_OBJECT (layout), words_quark ());
  Words *made;

  if (known != NULL)
    {
      append_all (out, cr, known, colour);
      return;
    }
  g_return_if_fail (kith_letters_may_shape ());
  made = make_words (layout);
  append_all (out, cr, made, colour);
  words_free (made);
}
