/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the room says in a workshop: together, or silently until it is revealed; each is one step. */
#include <glib/gi18n-lib.h>

#include "kith-verbs.h"
#include "kith-workshop-private.h"

/* A step of its own, whatever came before. */
static gboolean
perform (KithWorkshop *self, KithEdit *edit, GError *error)
{
  gboolean done;

  kith_document_seal (self->document);
  done = kith_viewer_perform (self->viewer, edit, error);
  kith_document_seal (self->document);
  return done;
}

/* --- Together --- */

static KithEdit *
agree_edit (KithWorkshop *self, const KithAsk *ask, KithScore score, GError **error)
{
  KithMap *whole = kith_workshop_get_whole (self);
  const KithRound *round = kith_map_round (whole, kith_workshop_get_round (self));
  KithDate today = kith_viewer_date (self->viewer);

  if (round != NULL && round->state == KITH_ROUND_OPEN)
    return kith_verb_agree (whole, round->record.id, ask, KITH_TRUST, score, error);
  return kith_verb_rate_as (whole, ask->link, ask->end, KITH_TRUST, score, KITH_BASIS_AGREED,
                            &today);
}

/* The other end is next, where nothing has been agreed on there. */
static void
pass_turn (KithWorkshop *self, KithEnd end)
{
  KithAsk other = { kith_workshop_get_link (self), end == KITH_END_A ? KITH_END_B : KITH_END_A };

  self->turn = end;
  if (kith_workshop_agreed (self->before, kith_workshop_get_map (self), &other) == KITH_SCORE_UNSET)
    self->turn = other.end;
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  kith_workshop_refresh (self);
}

static void
agree (KithWorkshop *self, KithEnd end, KithScore score)
{
  KithAsk ask = { kith_workshop_get_link (self), end };
  g_autofree char *text = NULL;
  GError *error = NULL;
  KithEdit *edit = agree_edit (self, &ask, score, &error);

  if (!perform (self, edit, error))
    return;
  /* Translators: a step of trust: "Strong" */
  text = g_strdup_printf (_ ("Agreed in the room: %s"), kith_score_word (KITH_TRUST, (int) score));
  kith_workshop_say (self, text);
  pass_turn (self, end);
}

/* --- Silently --- */

static void
answer (KithWorkshop *self, KithEnd end, KithScore score)
{
  KithWorkshopEnd *side = &self->ends[end];
  g_autofree char *voice = g_strstrip (g_strdup (gtk_editable_get_text (side->voice)));
  KithAsk ask = { kith_workshop_get_link (self), end };
  KithDate today = kith_viewer_date (self->viewer);
  /* Translators: what a silent round of a workshop is called: the number of the link */
  g_autofree char *title = g_strdup_printf (_ ("Workshop: link %u"), self->place + 1);
  KithId round = kith_workshop_get_round (self);
  GError *error = NULL;
  KithEdit *edit;

  gtk_widget_grab_focus (GTK_WIDGET (side->voice));
  if (*voice == '\0')
    {
      kith_workshop_say (self, _ ("Type first which role speaks, such as “Nurse”."));
      return;
    }
  edit = kith_workshop_answer (kith_workshop_get_whole (self), title, &today, &ask, voice, score,
                               &round, &error);
  if (edit != NULL)
    g_hash_table_insert (self->rounds, g_memdup2 (&ask.link, sizeof ask.link),
                         g_memdup2 (&round, sizeof round));
  if (!perform (self, edit, error))
    return;
  gtk_editable_set_text (side->voice, "");
  kith_workshop_say (self, _ ("Kept. Nobody sees it before it is revealed."));
  kith_workshop_refresh (self);
}

void
kith_workshop_rate (KithWorkshop *self, KithEnd end, KithScore score)
{
  if (kith_workshop_get_link (self) == 0)
    return;
  if (kith_workshop_get_mode (self) == KITH_WORKSHOP_SILENT)
    answer (self, end, score);
  else
    agree (self, end, score);
}

/* A silent round that somebody has answered is revealed first; one that was revealed stays, and
 * another begins. */
void
kith_workshop_toggle_silent (KithWorkshop *self)
{
  KithId link = kith_workshop_get_link (self);
  const KithRound *round = kith_map_round (kith_workshop_get_whole (self),
                                           kith_workshop_get_round (self));

  if (link == 0)
    return;
  if (round != NULL && round->state == KITH_ROUND_SEALED)
    {
      kith_workshop_say (self, _ ("Voices have answered: reveal first what they said."));
      return;
    }
  self->silent = kith_workshop_get_mode (self) != KITH_WORKSHOP_SILENT;
  g_hash_table_remove (self->rounds, &link);
  kith_workshop_go (self, self->place);
}

void
kith_workshop_reveal (KithWorkshop *self)
{
  KithMap *whole = kith_workshop_get_whole (self);
  const KithRound *round = kith_map_round (whole, kith_workshop_get_round (self));
  GError *error = NULL;
  KithEdit *edit;

  if (round == NULL || round->state != KITH_ROUND_SEALED)
    {
      kith_workshop_say (self, _ ("There is nothing to reveal: no voice has answered silently."));
      return;
    }
  edit = kith_verb_set_round_state (whole, round->record.id, KITH_ROUND_OPEN, &error);
  if (!perform (self, edit, error))
    return;
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  kith_workshop_say (self, _ ("This is what the voices said. What does the room agree on?"));
  kith_workshop_refresh (self);
}

/* Only what has been done in this room. */
void
kith_workshop_undo (KithWorkshop *self)
{
  if (kith_document_get_cursor (self->document) <= self->floor)
    {
      kith_workshop_say (self, _ ("Nothing has been changed in this room."));
      return;
    }
  kith_viewer_undo (self->viewer);
}
