/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-pdf-path.h"

#include <string.h>

gboolean
kith_pdf_path_is_empty (const cairo_path_t *path)
{
  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    if (path->data[i].header.type != CAIRO_PATH_MOVE_TO)
      return FALSE;
  return TRUE;
}

static void
append_part (const cairo_path_data_t *part, gpointer data)
{
  static const char ops[] = { [CAIRO_PATH_MOVE_TO] = 'm',
                              [CAIRO_PATH_LINE_TO] = 'l',
                              [CAIRO_PATH_CURVE_TO] = 'c',
                              [CAIRO_PATH_CLOSE_PATH] = 'h' };
  GString *out = data;
  char *at = kith_scribe_make_room (out, 6 * KITH_NUMBER_ROOM);

  for (int i = 1; i < part->header.length; i++)
    {
      at = kith_scribe_put_hundredths (at, kith_scribe_hundredths (part[i].point.x));
      *at++ = ' ';
      at = kith_scribe_put_hundredths (at, kith_scribe_hundredths (part[i].point.y));
      *at++ = ' ';
    }
  *at++ = ops[part->header.type];
  *at++ = '\n';
  kith_scribe_end_at (out, at);
}

void
kith_pdf_path_append (GString *out, const cairo_path_t *path)
{
  kith_scribe_walk (path, append_part, out);
}

void
kith_pdf_wave_append (GString *out, const KithScribeWave *wave, double width)
{
  static const char *const ends[] = { " -4.2 l\n", " 4.2 l\n" };
  double end = wave->teeth * KITH_WAVE;
  char *at;

  G_STATIC_ASSERT (KITH_WAVE_HEIGHT == 4.2 && KITH_WAVE == 5.0);
  kith_scribe_put (out, "q\n");
  kith_scribe_matrix (out, &wave->frame);
  kith_scribe_put (out, " cm\n");
  kith_scribe_number (out, width);
  kith_scribe_put (out, " w\n");
  kith_scribe_number (out, -wave->flat);
  kith_scribe_put (out, " 0 m\n0 0 l\n");
  at = kith_scribe_make_room (out, wave->teeth * (gsize) KITH_NUMBER_ROOM);
  for (guint i = 1; i < wave->teeth; i++)
    {
      at = kith_scribe_put_hundredths (at, (gint64) i * (gint64) (KITH_WAVE * 100));
      memcpy (at, ends[i % 2], strlen (ends[i % 2]));
      at += strlen (ends[i % 2]);
    }
  kith_scribe_end_at (out, at);
  kith_scribe_number (out, end);
  kith_scribe_put (out, " 0 l\n");
  kith_scribe_number (out, end + wave->flat);
  kith_scribe_put (out, " 0 l\nS\nQ\n");
}
