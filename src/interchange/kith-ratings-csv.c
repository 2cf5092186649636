/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-ratings-csv.h"

#include "kith-opinion.h"

static const char heading[] =
    "link,round,end,rating,voice,rater,rated,trust,respect,understanding,note,withdraw\r\n";

/* With a sign before it: a spreadsheet keeps no more than 15 digits of a number. */
static void
write_id (GString *out, gboolean first, KithId id)
{
  g_autofree char *text = id != 0 ? g_strdup_printf ("#%" G_GINT64_FORMAT, id) : g_strdup ("");

  kith_csv_write_text (out, first, text);
}

static void
write_row (GString *out,
           KithMap *map,
           const KithRoundSheet *sheet,
           const KithAsk *ask,
           const KithAssessment *said)
{
  const KithLink *link = kith_map_link (map, ask->link);
  KithId round = said != NULL ? said->round : sheet->round;
  const char *voice = said != NULL ? said->voice : sheet->voice;

  write_id (out, TRUE, ask->link);
  write_id (out, FALSE, round);
  kith_csv_write_text (out, FALSE, kith_enum_key (&kith_ends, (int) ask->end));
  write_id (out, FALSE, said != NULL ? said->record.id : 0);
  kith_csv_write_text (out, FALSE, voice != NULL ? voice : "");
  kith_csv_write_text (out, FALSE,
                       kith_map_stakeholder (map, kith_link_rater (link, ask->end))->name);
  kith_csv_write_text (out, FALSE,
                       kith_map_stakeholder (map, kith_link_rated (link, ask->end))->name);
  for (int i = 0; i < KITH_N_DIMENSIONS; i++)
    kith_csv_write_text (out, FALSE,
                         said != NULL ? kith_enum_key (&kith_scores, said->scores[i]) : "");
  kith_csv_write_text (out, FALSE, said != NULL ? said->note : "");
  kith_csv_write_text (out, FALSE, "");
  kith_csv_write_end (out);
}

/**
 * kith_ratings_csv_write:
 * @map: what may be shown
 * @sheet: whose ratings, of which round
 *
 * Returns: (transfer full): the table
 */
GBytes *
kith_ratings_csv_write (KithMap *map, const KithRoundSheet *sheet)
{
  GString *out = g_string_new ("\xef\xbb\xbf");
  g_autoptr (GArray) asks = kith_round_sheet_asks (map, sheet);

  g_string_append (out, heading);
  for (guint i = 0; i < asks->len; i++)
    {
      const KithAsk *ask = &g_array_index (asks, KithAsk, i);
      g_autoptr (GPtrArray) said = kith_round_sheet_said (map, sheet, ask);

      if (said->len == 0)
        write_row (out, map, sheet, ask, NULL);
      for (guint j = 0; j < said->len; j++)
        write_row (out, map, sheet, ask, said->pdata[j]);
    }
  return g_string_free_to_bytes (out);
}
