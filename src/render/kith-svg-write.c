/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-svg-write.h"

#include "kith-picture-words.h"
#include "kith-scribe.h"
#include "kith-svg-text.h"
#include "kith-svg.h"

#include <string.h>

/* A path that is being written, and where it has come to, in hundredths. */
typedef struct
{
  GString *out;
  gint64 at[2];
} Way;

/* How far one number is from the one before it, apart from what stands before. */
static char *
put_step (char *at, gint64 *from, double to, gboolean is_first)
{
  gint64 now = kith_scribe_hundredths (to);

  if (!is_first && now >= *from)
    *at++ = ' ';
  at = kith_scribe_put_hundredths (at, now - *from);
  *from = now;
  return at;
}

/* From where the last one ended, which is shorter. All points of a curve count from there. */
static void
append_steps (Way *way, const cairo_path_data_t *points, int n)
{
  char *at = kith_scribe_make_room (way->out, 6 * KITH_NUMBER_ROOM);
  gint64 x = way->at[0], y = way->at[1];

  for (int i = 0; i < n; i++)
    {
      way->at[0] = x;
      way->at[1] = y;
      at = put_step (at, &way->at[0], points[i].point.x, i == 0);
      at = put_step (at, &way->at[1], points[i].point.y, FALSE);
    }
  kith_scribe_end_at (way->out, at);
}

static void
append_move (Way *way, const cairo_path_data_t *move)
{
  way->at[0] = kith_scribe_hundredths (move[1].point.x);
  way->at[1] = kith_scribe_hundredths (move[1].point.y);
  g_string_append_c (way->out, 'M');
  kith_scribe_append_hundredths (way->out, way->at[0]);
  g_string_append_c (way->out, ' ');
  kith_scribe_append_hundredths (way->out, way->at[1]);
}

static void
append_part (const cairo_path_data_t *part, gpointer data)
{
  Way *way = data;

  if (part->header.type == CAIRO_PATH_CLOSE_PATH)
    g_string_append_c (way->out, 'Z');
  else if (part->header.type == CAIRO_PATH_MOVE_TO)
    append_move (way, part);
  else
    {
      g_string_append_c (way->out, part->header.type == CAIRO_PATH_LINE_TO ? 'l' : 'c');
      append_steps (way, part + 1, part->header.length - 1);
    }
}

/* Each figure begins at a place of its own; what follows counts in hundredths from there, so that nothing
 * adds up. */
void
kith_svg_append_path (GString *out, const cairo_path_t *path)
{
  Way way = { out, { 0, 0 } };

  kith_scribe_walk (path, append_part, &way);
}

void
kith_svg_append_path_of (GString *out, cairo_t *cr)
{
  cairo_path_t *path = kith_scribe_path (cr);

  kith_svg_append_path (out, path);
  cairo_path_destroy (path);
}

void
kith_svg_append_number (GString *out, const char *name, double number)
{
  g_string_append_c (out, ' ');
  g_string_append (out, name);
  kith_scribe_put (out, "=\"");
  kith_scribe_number (out, number);
  g_string_append_c (out, '"');
}

/* "fill" or "stroke" */
void
kith_svg_append_colour (GString *out, const char *what, cairo_t *cr)
{
  static const char hex[] = "0123456789abcdef";
  double c[4];

  kith_scribe_colour (cr, c);
  g_string_append_c (out, ' ');
  g_string_append (out, what);
  kith_scribe_put (out, "=\"#");
  for (guint i = 0; i < 3; i++)
    {
      guint part = (guint) (c[i] * 255 + 0.5) & 255;
      const char digits[] = { hex[part >> 4], hex[part & 15] };

      g_string_append_len (out, digits, sizeof digits);
    }
  g_string_append_c (out, '"');
  if (c[3] >= 0.999)
    return;
  g_string_append_c (out, ' ');
  g_string_append (out, what);
  kith_scribe_put (out, "-opacity=\"");
  kith_scribe_number (out, c[3]);
  g_string_append_c (out, '"');
}

static void
append_dashes (GString *out, cairo_t *cr, double scale)
{
  double dashes[16];
  double offset;
  int n = cairo_get_dash_count (cr);

  if (n == 0 || n > (int) G_N_ELEMENTS (dashes))
    return;
  cairo_get_dash (cr, dashes, &offset);
  kith_scribe_put (out, " stroke-dasharray=\"");
  for (int i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (out, ' ');
      kith_scribe_number (out, MAX (dashes[i] * scale, 0.01));
    }
  g_string_append_c (out, '"');
}

/* Round is what most lines are, so all of the file says it once. */
void
kith_svg_append_line (GString *out, cairo_t *cr)
{
  static const char *const caps[] = { " stroke-linecap=\"butt\"", "",
                                      " stroke-linecap=\"square\"" };
  static const char *const joins[] = { " stroke-linejoin=\"miter\"", "",
                                       " stroke-linejoin=\"bevel\"" };
  double scale = kith_scribe_scale (cr);

  kith_svg_append_colour (out, "stroke", cr);
  kith_svg_append_number (out, "stroke-width", cairo_get_line_width (cr) * scale);
  g_string_append (out, caps[cairo_get_line_cap (cr)]);
  g_string_append (out, joins[cairo_get_line_join (cr)]);
  append_dashes (out, cr, scale);
}

/* In its own frame. */
static void
append_wave (GString *out, const KithScribeWave *wave)
{
  static const char teeth[][7] = { "l5-8.4", "l5 8.4" };
  const gsize size = strlen (teeth[0]);
  char *at;

  G_STATIC_ASSERT (KITH_WAVE_HEIGHT == 4.2 && KITH_WAVE == 5.0);
  g_string_append_c (out, 'M');
  kith_scribe_number (out, -wave->flat);
  kith_scribe_put (out, " 0L0 0l5 4.2");
  at = kith_scribe_make_room (out, wave->teeth * size);
  for (guint i = 2; i < wave->teeth; i++, at += size)
    memcpy (at, teeth[i % 2], size);
  kith_scribe_end_at (out, at);
  kith_scribe_put (out, "L");
  kith_scribe_number (out, wave->teeth * KITH_WAVE);
  kith_scribe_put (out, " 0l");
  kith_scribe_number (out, wave->flat);
  kith_scribe_put (out, " 0");
}

/**
 * kith_svg_append_waves:
 * @out: what it is appended to
 * @scribe: whose waves are to be stroked
 * @cr: says how
 *
 * Each is a path of its own.
 */
void
kith_svg_append_waves (GString *out, const KithScribe *scribe, cairo_t *cr)
{
  cairo_matrix_t matrix;

  cairo_get_matrix (cr, &matrix);
  cairo_identity_matrix (cr);
  for (guint i = 0; i < kith_scribe_n_waves (scribe); i++)
    {
      const KithScribeWave *wave = kith_scribe_nth_wave (scribe, i);

      kith_scribe_put (out, "<path transform=\"matrix(");
      kith_scribe_matrix (out, &wave->frame);
      kith_scribe_put (out, ")\" d=\"");
      append_wave (out, wave);
      g_string_append_c (out, '"');
      kith_svg_append_line (out, cr);
      kith_scribe_put (out, "/>\n");
    }
  cairo_set_matrix (cr, &matrix);
}

/**
 * kith_svg_append_head:
 * @out: what it is appended to
 * @width: of the picture
 * @height: of the picture
 * @within: it is a part of a page
 * @label: (nullable): what it is called; NULL: elements say it
 */
void
kith_svg_append_head (GString *out, double width, double height, gboolean within, const char *label)
{
  g_autofree char *language = kith_picture_language ();

  if (!within)
    g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  g_string_append (out, "<svg xmlns=\"http://www.w3.org/2000/svg\" "
                        "xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
  kith_svg_append_number (out, "width", width);
  kith_svg_append_number (out, "height", height);
  g_string_append (out, " viewBox=\"0 0 ");
  kith_scribe_number (out, width);
  g_string_append_c (out, ' ');
  kith_scribe_number (out, height);
  if (label != NULL)
    {
      g_string_append (out, "\" role=\"img\" aria-label=\"");
      kith_svg_escape (out, label, -1);
    }
  else
    g_string_append (out, "\" role=\"graphics-document document\" aria-labelledby=\"t0\" "
                          "aria-describedby=\"d0");
  g_string_append (out, "\" xml:lang=\"");
  kith_svg_escape (out, language, -1);
  g_string_append (out, "\" font-family=\"" KITH_SVG_FAMILY
                        "\" fill=\"none\" stroke-miterlimit=\"10\" stroke-linecap=\"round\" "
                        "stroke-linejoin=\"round\" xml:space=\"preserve\">\n");
}
