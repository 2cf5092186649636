/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-round-cards.h"

#include <glib/gi18n-lib.h>

#include "kith-binder.h"
#include "kith-opinion.h"
#include "kith-rating.h"

#define N_BUTTONS 7 /* five steps, not known, prefer not to say */

struct _KithRoundCards
{
  AdwBin parent_instance;

  /* template */
  GtkLabel *progress_words;
  GtkProgressBar *progress_bar;
  GtkLabel *question;
  GtkLabel *dimension_words;
  GtkBox *steps;
  GtkWidget *back_button;
  GtkWidget *skip_button;
  GtkToggleButton *last_button;
  GtkLabel *last_words;

  /* owned */
  KithViewer *viewer;
  GArray *asks;      /* of KithAsk */
  GHashTable *said;  /* places that were answered in this sitting */
  GHashTable *skips; /* places that were passed over */
  char *voice;

  /* state */
  GtkWidget *buttons[N_BUTTONS]; /* borrowed from the steps' box */
  KithSitting sitting;
  guint place;
  KithDimension dimension;
};

G_DEFINE_FINAL_TYPE (KithRoundCards, kith_round_cards, ADW_TYPE_BIN)

enum
{
  DONE,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static const KithScore scores[N_BUTTONS] = {
  KITH_SCORE_1, KITH_SCORE_2,         KITH_SCORE_3,          KITH_SCORE_4,
  KITH_SCORE_5, KITH_SCORE_NOT_KNOWN, KITH_SCORE_PREFER_NOT,
};

static const KithAsk *
ask_at (KithRoundCards *self, guint place)
{
  return &g_array_index (self->asks, KithAsk, place);
}

static KithMap *
whole_map (KithRoundCards *self)
{
  return kith_viewer_get_whole_map (self->viewer);
}

/* What this voice said of a question, as it speaks now, or NULL. */
static const KithAssessment *
own_answer (KithRoundCards *self, guint place)
{
  return kith_round_said_as (whole_map (self), self->sitting.round, ask_at (self, place),
                             self->voice, self->sitting.basis == KITH_BASIS_IMPRESSION);
}

static gboolean
is_silent (KithRoundCards *self)
{
  const KithRound *round = kith_map_round (whole_map (self), self->sitting.round);

  return round != NULL && round->state == KITH_ROUND_SEALED;
}

static guint
count_answers (KithRoundCards *self)
{
  guint n = 0;

  for (guint i = 0; i < self->asks->len; i++)
    n += own_answer (self, i) != NULL;
  return n;
}

char *
kith_round_cards_to_words (KithRoundCards *self)
{
  KithRoundProgress progress = { self->asks->len, count_answers (self) };
  guint skipped = 0;

  for (guint i = 0; i < self->asks->len; i++)
    skipped += g_hash_table_contains (self->skips, GUINT_TO_POINTER (i))
               && own_answer (self, i) == NULL;
  return kith_round_progress_to_words (&progress, skipped);
}

/* --- Showing a card --- */

static void
show_progress (KithRoundCards *self)
{
  g_autofree char *words = kith_round_cards_to_words (self);
  g_autofree char *line = g_strdup_printf (_ ("Question %u · %s"), self->place + 1, words);

  gtk_label_set_label (self->progress_words, line);
  gtk_progress_bar_set_fraction (self->progress_bar,
                                 (double) count_answers (self) / MAX (1, self->asks->len));
}

static void
show_question (KithRoundCards *self)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  const KithAsk *ask = ask_at (self, self->place);
  const KithLink *link = kith_map_link (map, ask->link);
  g_autofree char *words = NULL;
  static const char *const sentences[] = {
    N_ ("Trust"),
    N_ ("Respect: do they take our expertise seriously?"),
    N_ ("Understanding: do they know what we are up against?"),
  };

  if (link == NULL)
    {
      gtk_label_set_label (self->question, _ ("This link is no longer on the map."));
      return;
    }
  /* Translators: "What does Police make of ED?" */
  words = g_strdup_printf (_ ("What does %s make of %s?"),
                           kith_map_stakeholder (map, kith_link_rater (link, ask->end))->name,
                           kith_map_stakeholder (map, kith_link_rated (link, ask->end))->name);
  gtk_label_set_label (self->question, words);
  gtk_label_set_label (self->dimension_words, _ (sentences[self->dimension]));
  gtk_widget_set_visible (GTK_WIDGET (self->dimension_words), self->sitting.all_three);
}

/* In a silent round an answer shows in the sitting in which it was given, never later. */
static KithScore
chosen_score (KithRoundCards *self)
{
  const KithAssessment *answer = own_answer (self, self->place);

  if (answer == NULL
      || (is_silent (self) && !g_hash_table_contains (self->said, GUINT_TO_POINTER (self->place))))
    return KITH_SCORE_UNSET;
  return (KithScore) answer->scores[self->dimension];
}

static void
show_buttons (KithRoundCards *self)
{
  KithScore chosen = chosen_score (self);

  for (guint i = 0; i < N_BUTTONS; i++)
    {
      g_autofree char *words = kith_rating_step_words (self->dimension, scores[i]);
      g_autofree char *line = KITH_SCORE_IS_STEP (scores[i])
                                  ? g_strdup (words)
                                  : g_strdup (kith_enum_label (&kith_scores, (int) scores[i]));
      GtkWidget *label = gtk_button_get_child (GTK_BUTTON (self->buttons[i]));

      gtk_label_set_label (GTK_LABEL (label), line);
      kith_widget_set_name (self->buttons[i], line);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), chosen == scores[i]);
    }
}

/* What was said before this round, as far as the window may show it; NULL for nothing. */
static char *
words_of_last_time (KithRoundCards *self)
{
  const KithAsk *ask = ask_at (self, self->place);
  g_autoptr (GPtrArray) all = kith_map_assessments_of (kith_viewer_get_map (self->viewer),
                                                       ask->link, ask->end);

  if (is_silent (self))
    return NULL;
  for (guint i = all->len; i > 0; i--)
    {
      const KithAssessment *one = all->pdata[i - 1];
      g_autofree char *step = kith_rating_step_words (self->dimension,
                                                      (KithScore) one->scores[self->dimension]);
      g_autofree char *about = kith_rating_circumstances (one);

      if (one->round != self->sitting.round && one->scores[self->dimension] != KITH_SCORE_UNSET)
        return g_strdup_printf ("%s\n%s", step, about);
    }
  return NULL;
}

static void
show_last_time (KithRoundCards *self)
{
  g_autofree char *words = words_of_last_time (self);

  gtk_widget_set_visible (GTK_WIDGET (self->last_button), words != NULL);
  gtk_label_set_label (self->last_words, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->last_words),
                          words != NULL && gtk_toggle_button_get_active (self->last_button));
}

static void
show_card (KithRoundCards *self)
{
  show_progress (self);
  show_question (self);
  show_buttons (self);
  show_last_time (self);
  gtk_widget_set_sensitive (self->back_button, self->place > 0 || self->dimension > 0);
  gtk_widget_grab_focus (self->buttons[0]);
}

/* --- Going on --- */

static void
go_on (KithRoundCards *self)
{
  self->dimension = KITH_TRUST;
  self->place++;
  if (self->place < self->asks->len)
    show_card (self);
  else
    {
      self->place = self->asks->len - 1;
      g_signal_emit (self, signals[DONE], 0);
    }
}

static void
answer (KithRoundCards *self, KithScore score)
{
  GError *error = NULL;
  KithEdit *edit = kith_verb_answer (whole_map (self), self->sitting.round,
                                     ask_at (self, self->place), self->voice, self->sitting.basis,
                                     self->dimension, score, &error);

  if (!kith_viewer_perform (self->viewer, edit, error))
    {
      show_buttons (self);
      return;
    }
  g_hash_table_add (self->said, GUINT_TO_POINTER (self->place));
  if (self->sitting.all_three && self->dimension < KITH_UNDERSTANDING)
    {
      self->dimension++;
      show_card (self);
    }
  else
    go_on (self);
}

static void
on_skip (KithRoundCards *self)
{
  g_hash_table_add (self->skips, GUINT_TO_POINTER (self->place));
  go_on (self);
}

static void
on_back (KithRoundCards *self)
{
  if (self->dimension > KITH_TRUST)
    self->dimension--;
  else if (self->place > 0)
    self->place--;
  else
    return;
  show_card (self);
}

static void
on_stop (KithRoundCards *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

static void
on_last_toggled (KithRoundCards *self)
{
  show_last_time (self);
}

static void
on_step (GtkButton *button, KithRoundCards *self)
{
  for (guint i = 0; i < N_BUTTONS; i++)
    if (self->buttons[i] == GTK_WIDGET (button))
      {
        answer (self, scores[i]);
        return;
      }
}

static gboolean
on_key (GtkEventControllerKey *keys,
        guint keyval,
        guint code,
        GdkModifierType state,
        KithRoundCards *self)
{
  guint digit = gdk_keyval_to_unicode (keyval);

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 || self->asks == NULL)
    return GDK_EVENT_PROPAGATE;
  if (digit >= '1' && digit <= '5')
    answer (self, (KithScore) (digit - '0'));
  else if (digit == '0')
    answer (self, KITH_SCORE_NOT_KNOWN);
  else if (keyval == GDK_KEY_s || keyval == GDK_KEY_S)
    on_skip (self);
  else if (keyval == GDK_KEY_BackSpace || keyval == GDK_KEY_Left)
    on_back (self);
  else if (keyval == GDK_KEY_Tab && self->sitting.all_three)
    {
      self->dimension = (self->dimension + 1) % KITH_N_DIMENSIONS;
      show_card (self);
    }
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* --- Making it --- */

static void
forget (KithRoundCards *self)
{
  g_clear_object (&self->viewer);
  g_clear_pointer (&self->asks, g_array_unref);
  g_clear_pointer (&self->said, g_hash_table_unref);
  g_clear_pointer (&self->skips, g_hash_table_unref);
  g_clear_pointer (&self->voice, g_free);
}

static void
kith_round_cards_dispose (GObject *object)
{
  forget (KITH_ROUND_CARDS (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), KITH_TYPE_ROUND_CARDS);
  G_OBJECT_CLASS (kith_round_cards_parent_class)->dispose (object);
}

static void
kith_round_cards_class_init (KithRoundCardsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_round_cards_dispose;
  signals[DONE] = g_signal_new ("done", KITH_TYPE_ROUND_CARDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-round-cards.ui");
  gtk_widget_class_bind_template_child (widget_class, KithRoundCards, progress_words);
  gtk_widget_class_bind_template_child (widget_class, KithRoundCards, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, KithRoundCards, question);
  gtk_widget_class_bind_template_child (widget_class, KithRoundCards, dimension_words);
  gtk_widget_class_bind_template_child (widget_class, KithRoundCards, steps);
  gtk_widget_class_bind_template_child (widget_class, KithRoundCards, back_button);
  gtk_widget_class_bind_template_child (widget_class, KithRoundCards, skip_button);
  gtk_widget_class_bind_template_child (widget_class, KithRoundCards, last_button);
  gtk_widget_class_bind_template_child (widget_class, KithRoundCards, last_words);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_skip);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
  gtk_widget_class_bind_template_callback (widget_class, on_last_toggled);
}

static void
add_button (KithRoundCards *self, guint i)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0);
  self->buttons[i] = gtk_toggle_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->buttons[i]), label);
  g_signal_connect_object (self->buttons[i], "clicked", G_CALLBACK (on_step), self, 0);
  gtk_box_append (self->steps, self->buttons[i]);
}

static void
kith_round_cards_init (KithRoundCards *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_BUTTONS; i++)
    add_button (self, i);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

gboolean
kith_round_cards_begin (KithRoundCards *self, KithViewer *viewer, const KithSitting *sitting)
{
  const KithRound *round = kith_map_round (kith_viewer_get_whole_map (viewer), sitting->round);
  char *voice = g_strdup (sitting->voice);

  forget (self);
  self->viewer = g_object_ref (viewer);
  self->sitting = *sitting;
  self->sitting.voice = self->voice = voice;
  self->asks = kith_round_asks (kith_viewer_get_map (viewer), sitting->stakeholder, &round->date);
  self->said = g_hash_table_new (NULL, NULL);
  self->skips = g_hash_table_new (NULL, NULL);
  self->place = 0;
  self->dimension = KITH_TRUST;
  kith_document_seal (kith_viewer_get_document (viewer));
  while (self->place < self->asks->len && own_answer (self, self->place) != NULL)
    self->place++;
  if (self->place >= self->asks->len)
    return FALSE;
  gtk_toggle_button_set_active (self->last_button, FALSE);
  show_card (self);
  return TRUE;
}

void
kith_round_cards_update (KithRoundCards *self)
{
  show_progress (self);
  show_question (self);
  show_buttons (self);
  show_last_time (self);
}
