/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-answers-csv.h"

#include "kith-question.h"
#include "kith-sectors.h"

static const char heading[] = "stakeholder,sector,position,answer,kind,basis,date\r\n";

GBytes *
kith_answers_csv_write (KithMap *map, KithId question)
{
  GString *out = g_string_new ("\xef\xbb\xbf");
  g_autoptr (GPtrArray) all = kith_map_list (map, KITH_STAKEHOLDER);

  g_string_append (out, heading);
  for (guint i = 0; i < all->len; i++)
    {
      const KithStakeholder *who = all->pdata[i];
      const KithAnswer *answer = kith_answer_of (map, question, who->record.id);
      const KithPosition *position = answer != NULL
                                         ? kith_map_get (map, KITH_POSITION, answer->position)
                                         : NULL;
      g_autofree char *date = answer != NULL ? kith_date_to_edtf (&answer->date) : g_strdup ("");

      kith_csv_write_text (out, TRUE, who->name);
      kith_csv_write_text (out, FALSE, kith_sector_name (map, who->sector));
      kith_csv_write_text (out, FALSE, position != NULL ? position->title : "");
      kith_csv_write_text (out, FALSE, answer != NULL ? answer->text : "");
      kith_csv_write_text (out, FALSE,
                           answer != NULL ? kith_enum_key (&kith_answer_kinds, answer->kind) : "");
      kith_csv_write_text (out, FALSE,
                           answer != NULL ? kith_enum_key (&kith_bases, answer->basis) : "");
      kith_csv_write_text (out, FALSE, date);
      kith_csv_write_end (out);
    }
  return g_string_free_to_bytes (out);
}
