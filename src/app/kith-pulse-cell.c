/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-pulse-cell.h"

#include <glib/gi18n.h>

#define ASKED KITH_PULSE_CELL_ASKED

const char *
kith_pulse_cell_heading (guint column)
{
  if (column < ASKED)
    return kith_enum_label (&kith_pulse_measures, (int) column);
  return column == ASKED ? _ ("How many were asked") : _ ("How many answered");
}

char *
kith_pulse_cell_to_text (const KithPulse *pulse, guint column)
{
  int n = column == ASKED ? pulse->asked : pulse->answered;

  if (column < ASKED)
    return kith_pulse_score_to_text (pulse->scores[column]);
  return n > 0 ? g_strdup_printf ("%d", n) : g_strdup ("");
}

gboolean
kith_pulse_cell_take (KithPulse *pulse, guint column, const char *text, GError **error)
{
  g_autofree char *plain = g_strstrip (g_strdup (text));
  gint64 n = 0;

  if (column < ASKED)
    return kith_pulse_score_parse (plain, &pulse->scores[column], error);
  if (*plain != '\0' && !g_ascii_string_to_signed (plain, 10, 0, 1000000, &n, NULL))
    {
      g_set_error_literal (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_INVALID,
                           _ ("How many people were asked or answered is a whole number."));
      return FALSE;
    }
  *(column == ASKED ? &pulse->asked : &pulse->answered) = (int) n;
  return TRUE;
}
