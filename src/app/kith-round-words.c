/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-round-words.h"

#include <glib/gi18n-lib.h>

#include "kith-opinion.h"
#include "kith-rating.h"

char *
kith_spread_to_words (const KithSpread *spread)
{
  g_autofree char *low = kith_rating_step_words (KITH_RESPECT, (KithScore) spread->low);
  g_autofree char *high = kith_rating_step_words (KITH_RESPECT, (KithScore) spread->high);
  KithOpinion middle = { .voices = spread->voices,
                         .median = spread->median,
                         .step = (int) spread->median };
  g_autofree char *median = kith_opinion_to_digit (&middle);

  if (spread->voices == 0)
    return g_strdup (_ ("Nobody gave a step"));
  if (spread->low == spread->high)
    return g_strdup_printf (ngettext ("%s (%u voice)", "%s (all %u voices)", spread->voices), low,
                            spread->voices);
  /* Translators: lowest and highest step, middle one: "2 Cautious to 5 Deep, in the middle 3½" */
  return g_strdup_printf (_ ("%s to %s, in the middle %s"), low, high, median);
}

char *
kith_spread_voices_to_words (const KithSpread *spread)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < spread->said->len; i++)
    {
      const KithSaid *said = &g_array_index (spread->said, KithSaid, i);
      const char *voice = *said->voice != '\0' ? said->voice : _ ("No role said");

      if (i > 0)
        g_string_append (words, " · ");
      if (KITH_SCORE_IS_STEP (said->score))
        g_string_append_printf (words, "%s: %d", voice, (int) said->score);
      else
        /* Translators: a voice, and why it gave no step: "Nurse: Not known" */
        g_string_append_printf (words, _ ("%s: %s"), voice,
                                kith_enum_label (&kith_scores, (int) said->score));
    }
  return g_string_free (words, FALSE);
}
