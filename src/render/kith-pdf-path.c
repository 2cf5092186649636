/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-pdf-path.h"

#include "kith-scribe.h"

gboolean
kith_pdf_path_is_empty (const cairo_path_t *path)
{
  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    if (path->data[i].header.type != CAIRO_PATH_MOVE_TO)
      return FALSE;
  return TRUE;
}

static void
append_op (GString *out, const cairo_path_data_t *data, char op)
{
  for (int i = 1; i < data->header.length; i++)
    {
      kith_scribe_number (out, data[i].point.x);
      g_string_append_c (out, ' ');
      kith_scribe_number (out, data[i].point.y);
      g_string_append_c (out, ' ');
    }
  g_string_append_c (out, op);
  g_string_append_c (out, '\n');
}

/* Moves that lead nowhere are left out. */
void
kith_pdf_path_append (GString *out, const cairo_path_t *path)
{
  static const char ops[] = { [CAIRO_PATH_MOVE_TO] = 'm',
                              [CAIRO_PATH_LINE_TO] = 'l',
                              [CAIRO_PATH_CURVE_TO] = 'c',
                              [CAIRO_PATH_CLOSE_PATH] = 'h' };
  const cairo_path_data_t *move = NULL;

  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *data = &path->data[i];

      if (data->header.type == CAIRO_PATH_MOVE_TO)
        {
          move = data;
          continue;
        }
      if (move != NULL && data->header.type != CAIRO_PATH_CLOSE_PATH)
        append_op (out, move, ops[CAIRO_PATH_MOVE_TO]);
      move = NULL;
      append_op (out, data, ops[data->header.type]);
    }
}
