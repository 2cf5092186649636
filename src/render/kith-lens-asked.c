/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lenses of what everyone was asked: which position it takes on a question, and whether it shares the
 * purpose of the map. */
#include "kith-lens-private.h"

#include "kith-purpose.h"
#include "kith-question.h"

#include <glib/gi18n-lib.h>

/* By KithAgrees. */
const KithLensStep kith_position_steps[KITH_N_AGREES] = {
  [KITH_AGREES_SAME] = { N_ ("The same position at both ends"), KITH_PEN_THICK,
                         KITH_INK_TRUST + 4 },
  [KITH_AGREES_NOT] = { N_ ("Different positions"), KITH_PEN_DASHED, KITH_INK_TRUST + 2 },
  [KITH_AGREES_ONE] = { N_ ("One end has a position"), KITH_PEN_LONG_DASH, KITH_INK_DIM },
  [KITH_AGREES_UNKNOWN] = { N_ ("Neither end has one"), KITH_PEN_DOTTED, KITH_INK_LINE },
};

static KithId
question_of (const KithView *view, KithMap *map)
{
  const KithQuestion *question = kith_question_or_first (map, view->question);

  return question != NULL ? question->record.id : 0;
}

void
kith_lens_positions (const KithView *view, KithMap *map, const KithLink *link, KithLinkLook *look)
{
  kith_lens_put_link (KITH_LENS_POSITIONS, kith_link_agrees (map, link, question_of (view, map)),
                      look);
}

void
kith_lens_position_box (const KithView *view,
                        KithMap *map,
                        const KithStakeholder *stakeholder,
                        KithBoxLook *look)
{
  const KithAnswer *answer = kith_answer_of (map, question_of (view, map), stakeholder->record.id);
  const KithPosition *position = answer != NULL
                                     ? kith_map_get (map, KITH_POSITION, answer->position)
                                     : NULL;

  *look = (KithBoxLook){ .tint = KITH_TINT_PLAIN, .step = KITH_NO_STEP };
  if (position != NULL)
    {
      look->tint = (guint8) (KITH_TINT_SECTOR + position->colour);
      kith_position_letter (map, position->record.id, look->badge);
    }
  else if (answer != NULL)
    g_strlcpy (look->badge, "…", sizeof look->badge);
}

void
kith_lens_purpose_step (guint step, KithBoxLook *look)
{
  static const char *const badges[] = { "", "=", "≠" };
  static const guint8 tints[] = { KITH_TINT_PLAIN, KITH_TINT_STORY, KITH_TINT_STORY + 1 };

  *look = (KithBoxLook){ .tint = tints[step], .step = (guint8) step };
  g_strlcpy (look->badge, badges[step], sizeof look->badge);
}

/* Only the team knows who has not been asked: others may just not be shown what was said. */
void
kith_lens_purpose_box (const KithView *view,
                       KithMap *map,
                       const KithStakeholder *stakeholder,
                       KithBoxLook *look)
{
  KithStanceView seen = kith_stance_view (map, stakeholder->record.id, 0);

  kith_lens_purpose_step (seen, look);
  if (seen == KITH_STANCE_NOT_ASKED && view->audience != KITH_TEAM)
    look->step = KITH_NO_STEP;
}

gboolean
kith_lens_asks (KithLens lens)
{
  return lens == KITH_LENS_POSITIONS || lens == KITH_LENS_PURPOSE;
}
