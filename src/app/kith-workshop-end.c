/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One end of the link that a workshop shows: what it makes of the other, in five steps. */
#include <glib/gi18n-lib.h>

#include "kith-binder.h"
#include "kith-opinion.h"
#include "kith-rating.h"
#include "kith-round-words.h"
#include "kith-spread-dots.h"
#include "kith-workshop-private.h"

#define MOST_LINES 5 /* of what is asked: both names, as long as they are */
#define LONG 66      /* characters of it, from which on it is smaller */

static KithScore
score_at (guint place)
{
  return (KithScore) (KITH_SCORE_1 + place);
}

static KithAsk
ask_of (KithWorkshopEnd *self)
{
  return (KithAsk){ kith_workshop_get_link (self->workshop), self->end };
}

/* --- What it shows --- */

static char *
words_so_far (KithWorkshopEnd *self, KithWorkshopMode mode)
{
  KithAsk ask = ask_of (self);
  KithOpinion opinion;
  g_autofree char *words = NULL;
  guint n;

  if (mode == KITH_WORKSHOP_SILENT)
    {
      n = kith_workshop_n_voices (kith_workshop_get_whole (self->workshop),
                                  kith_workshop_get_round (self->workshop), &ask);
      return n == 0 ? g_strdup (_ ("No voice has answered yet"))
                    : g_strdup_printf (ngettext ("%u voice has answered", "%u voices have answered",
                                                 n),
                                       n);
    }
  kith_opinion_of (kith_workshop_get_map (self->workshop), ask.link, ask.end, KITH_TRUST, &opinion);
  words = kith_opinion_to_words (&opinion);
  /* Translators: what has been said of trust: "So far: 4 Strong" */
  return g_strdup_printf (_ ("So far: %s"), words);
}

static void
add_words (GtkBox *box, const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (box, label);
}

static void
show_spread (KithWorkshopEnd *self, KithWorkshopMode mode)
{
  KithAsk ask = ask_of (self);
  g_autoptr (KithSpread) spread = NULL;
  g_autofree char *range = NULL;
  g_autofree char *voices = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->spread))) != NULL)
    gtk_box_remove (self->spread, child);
  if (mode == KITH_WORKSHOP_REVEALED)
    spread = kith_round_spread (kith_workshop_get_map (self->workshop),
                                kith_workshop_get_round (self->workshop), &ask, KITH_TRUST);
  gtk_widget_set_visible (GTK_WIDGET (self->spread), mode == KITH_WORKSHOP_REVEALED);
  if (spread == NULL || spread->said->len == 0)
    {
      add_words (self->spread, _ ("Nobody answered for this end."));
      return;
    }
  range = kith_spread_to_words (spread);
  voices = kith_spread_voices_to_words (spread);
  gtk_box_append (self->spread,
                  kith_spread_dots_new (spread,
                                        kith_viewer_get_view (self->workshop->viewer)->palette));
  add_words (self->spread, range);
  add_words (self->spread, voices);
}

static void
show_step (KithWorkshopEnd *self, guint place, const char *heading, gboolean agreed)
{
  KithScore score = score_at (place);
  g_autofree char *step = KITH_SCORE_IS_STEP (score)
                              ? g_strdup_printf ("%d %s", (int) score,
                                                 kith_score_word (KITH_TRUST, (int) score))
                              : g_strdup (kith_score_word (KITH_TRUST, (int) score));
  /* Translators: a button for screen readers: "What Police make of ED: 4 Strong" */
  g_autofree char *name = g_strdup_printf (agreed ? _ ("%s: %s, agreed in the room") : _ ("%s: %s"),
                                           heading, step);

  kith_widget_set_name (self->steps[place], name);
  if (agreed)
    gtk_widget_add_css_class (self->steps[place], "kith-workshop-agreed");
  else
    gtk_widget_remove_css_class (self->steps[place], "kith-workshop-agreed");
}

/* Who is asked of whom has to be read whole. */
static void
show_heading (KithWorkshopEnd *self, const char *heading)
{
  gtk_label_set_text (self->heading, heading);
  if (g_utf8_strlen (heading, -1) > LONG)
    gtk_widget_add_css_class (GTK_WIDGET (self->heading), "kith-workshop-long");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->heading), "kith-workshop-long");
}

void
kith_workshop_end_show (KithWorkshopEnd *self)
{
  KithMap *map = kith_workshop_get_map (self->workshop);
  KithWorkshopMode mode = kith_workshop_get_mode (self->workshop);
  KithAsk ask = ask_of (self);
  g_autofree char *heading = kith_rating_heading (map, kith_map_link (map, ask.link), self->end);
  g_autofree char *so_far = words_so_far (self, mode);
  g_autofree char *voice = NULL;
  KithScore agreed = mode == KITH_WORKSHOP_SILENT
                         ? KITH_SCORE_UNSET
                         : kith_workshop_agreed (self->workshop->before, map, &ask);

  show_heading (self, heading);
  gtk_label_set_text (self->so_far, so_far);
  gtk_widget_set_visible (GTK_WIDGET (self->so_far), mode != KITH_WORKSHOP_REVEALED);
  gtk_widget_set_visible (GTK_WIDGET (self->voice), mode == KITH_WORKSHOP_SILENT);
  /* Translators: an entry for screen readers: "What Police make of ED: which role speaks" */
  voice = g_strdup_printf (_ ("%s: which role speaks"), heading);
  kith_widget_set_name (GTK_WIDGET (self->voice), voice);
  show_spread (self, mode);
  for (guint i = 0; i < KITH_WORKSHOP_STEPS; i++)
    show_step (self, i, heading, agreed == score_at (i));
  if (self->workshop->turn == self->end)
    gtk_widget_add_css_class (self->box, "kith-workshop-turn");
  else
    gtk_widget_remove_css_class (self->box, "kith-workshop-turn");
}

/* --- Hands --- */

static void
on_step (GtkButton *button, KithWorkshopEnd *self)
{
  for (guint i = 0; i < KITH_WORKSHOP_STEPS; i++)
    if (self->steps[i] == GTK_WIDGET (button))
      kith_workshop_rate (self->workshop, self->end, score_at (i));
}

/* The keys rate where the keyboard is. */
static void
on_enter (KithWorkshopEnd *self)
{
  if (self->workshop->turn == self->end || kith_workshop_get_link (self->workshop) == 0)
    return;
  self->workshop->turn = self->end;
  kith_workshop_refresh (self->workshop);
}

/* --- Making it --- */

static GtkWidget *
make_step (KithWorkshopEnd *self, guint place)
{
  KithScore score = score_at (place);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *digit = g_strdup_printf ("%d", KITH_SCORE_IS_STEP (score) ? (int) score : 0);
  GtkWidget *number = gtk_label_new (digit);
  GtkWidget *word = gtk_label_new (kith_score_word (KITH_TRUST, (int) score));
  GtkWidget *sentence = gtk_label_new (KITH_SCORE_IS_STEP (score) ? kith_score_sentence (score)
                                                                  : "");

  gtk_widget_add_css_class (number, "kith-workshop-number");
  gtk_widget_add_css_class (word, "kith-workshop-word");
  gtk_label_set_xalign (GTK_LABEL (word), 0);
  gtk_label_set_width_chars (GTK_LABEL (word), 11);
  gtk_label_set_xalign (GTK_LABEL (sentence), 0);
  gtk_label_set_wrap (GTK_LABEL (sentence), TRUE);
  gtk_widget_set_hexpand (sentence, TRUE);
  gtk_widget_set_vexpand (button, TRUE);
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), word);
  gtk_box_append (GTK_BOX (box), sentence);
  gtk_button_set_child (GTK_BUTTON (button), box);
  g_signal_connect (button, "clicked", G_CALLBACK (on_step), self);
  return button;
}

static GtkLabel *
make_label (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), MOST_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

GtkWidget *
kith_workshop_end_init (KithWorkshopEnd *self, KithWorkshop *workshop, KithEnd end)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *entry = gtk_entry_new ();

  self->workshop = workshop;
  self->end = end;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->box, "kith-workshop-end");
  self->heading = make_label (self->box, "kith-workshop-heading");
  self->so_far = make_label (self->box, "kith-workshop-so-far");
  self->voice = GTK_EDITABLE (entry);
  gtk_editable_set_enable_undo (self->voice, FALSE);
  gtk_entry_set_max_length (GTK_ENTRY (entry), 200);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Which role speaks? Such as “Nurse”"));
  gtk_box_append (GTK_BOX (self->box), entry);
  self->spread = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->spread));
  for (guint i = 0; i < KITH_WORKSHOP_STEPS; i++)
    {
      self->steps[i] = make_step (self, i);
      gtk_box_append (GTK_BOX (self->box), self->steps[i]);
    }
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_enter), self);
  gtk_widget_add_controller (self->box, focus);
  return self->box;
}
