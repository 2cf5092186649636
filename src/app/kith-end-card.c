/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-end-card.h"

#include <glib/gi18n-lib.h>

#include "kith-binder.h"
#include "kith-proposal-box.h"
#include "kith-rating-dialog.h"
#include "kith-rating.h"
#include "kith-ratings-list.h"
#include "kith-step-picker.h"

struct _KithEndCard
{
  AdwBin parent_instance;

  /* Template */
  GtkLabel *heading;
  KithStepPicker *picker;
  GtkLabel *words;
  GtkLabel *circumstances;
  KithProposalBox *proposal;
  GtkWidget *buttons;
  GtkWidget *correct;
  GtkWidget *again;
  GtkToggleButton *all;
  KithRatingsList *ratings;

  /* State */
  KithViewer *viewer; /* owned */
  KithEnd end;
  KithId link;
  KithId latest;  /* the rating that *Correct* changes */
  char *question; /* owned: whose opinion of whom, in full */
};

G_DEFINE_FINAL_TYPE (KithEndCard, kith_end_card, ADW_TYPE_BIN)

static void
focus_end (KithEndCard *self)
{
  if (self->link != 0 && kith_viewer_is_selected (self->viewer, self->link))
    kith_viewer_set_end (self->viewer, self->end);
}

static void
on_picked (KithEndCard *self, int score)
{
  focus_end (self);
  kith_rating_dialog_pick (GTK_WIDGET (self), self->viewer, self->link, self->end, KITH_TRUST,
                           (KithScore) score);
}

static void
on_correct (KithEndCard *self)
{
  kith_rating_dialog_correct (GTK_WIDGET (self), self->viewer, self->latest);
}

static void
on_again (KithEndCard *self)
{
  kith_rating_dialog_rate_again (GTK_WIDGET (self), self->viewer, self->link, self->end);
}

static void
on_all_toggled (KithEndCard *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->ratings), gtk_toggle_button_get_active (self->all));
}

static void
on_pressed (GtkGestureClick *click, int n_press, double x, double y, KithEndCard *self)
{
  focus_end (self);
}

static void
kith_end_card_dispose (GObject *object)
{
  g_clear_object (&KITH_END_CARD (object)->viewer);
  g_clear_pointer (&KITH_END_CARD (object)->question, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), KITH_TYPE_END_CARD);
  G_OBJECT_CLASS (kith_end_card_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-end-card.ui");
  gtk_widget_class_bind_template_child (widget_class, KithEndCard, heading);
  gtk_widget_class_bind_template_child (widget_class, KithEndCard, picker);
  gtk_widget_class_bind_template_child (widget_class, KithEndCard, words);
  gtk_widget_class_bind_template_child (widget_class, KithEndCard, circumstances);
  gtk_widget_class_bind_template_child (widget_class, KithEndCard, proposal);
  gtk_widget_class_bind_template_child (widget_class, KithEndCard, buttons);
  gtk_widget_class_bind_template_child (widget_class, KithEndCard, correct);
  gtk_widget_class_bind_template_child (widget_class, KithEndCard, again);
  gtk_widget_class_bind_template_child (widget_class, KithEndCard, all);
  gtk_widget_class_bind_template_child (widget_class, KithEndCard, ratings);
  gtk_widget_class_bind_template_callback (widget_class, on_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_correct);
  gtk_widget_class_bind_template_callback (widget_class, on_again);
  gtk_widget_class_bind_template_callback (widget_class, on_all_toggled);
}

static void
kith_end_card_class_init (KithEndCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kith_end_card_dispose;
  g_type_ensure (KITH_TYPE_PROPOSAL_BOX);
  g_type_ensure (KITH_TYPE_STEP_PICKER);
  g_type_ensure (KITH_TYPE_RATINGS_LIST);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
kith_end_card_init (KithEndCard *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_end), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * kith_end_card_new:
 * @viewer: whose map is shown and rated
 * @end: whose opinion it shows
 *
 * Returns: (transfer floating): a card that shows nothing yet
 */
GtkWidget *
kith_end_card_new (KithViewer *viewer, KithEnd end)
{
  KithEndCard *self = g_object_new (KITH_TYPE_END_CARD, NULL);

  self->viewer = g_object_ref (viewer);
  self->end = end;
  return GTK_WIDGET (self);
}

static void
show_heading (KithEndCard *self, KithMap *map)
{
  const KithLink *link = kith_map_link (map, self->link);
  g_autofree char *heading = kith_rating_short_heading (map, link, self->end);
  g_autofree char *correct = NULL;

  g_free (self->question);
  self->question = kith_rating_heading (map, link, self->end);
  correct = g_strdup_printf (_ ("Correct: %s"), self->question);
  gtk_label_set_text (self->heading, heading);
  kith_widget_set_tip (GTK_WIDGET (self->heading), self->question);
  kith_step_picker_set_heading (self->picker, self->question);
  kith_widget_set_name (GTK_WIDGET (self), self->question);
  kith_widget_set_name (self->correct, correct);
}

/* Why there is none, or the step with its meaning where one voice spoke, else median and range. */
static char *
opinion_in_words (const KithOpinion *opinion)
{
  if (opinion->voices == 1)
    return kith_rating_step_words (KITH_TRUST, (KithScore) opinion->step);
  return kith_opinion_to_words (opinion);
}

static void
show_opinion (KithEndCard *self, KithMap *map, GPtrArray *ratings)
{
  g_autofree char *words = NULL;
  g_autofree char *circumstances = NULL;
  KithOpinion opinion;

  kith_opinion_of (map, self->link, self->end, KITH_TRUST, &opinion);
  words = opinion_in_words (&opinion);
  kith_step_picker_set_score (self->picker,
                              (KithScore) (opinion.step != 0 ? opinion.step : opinion.absence));
  gtk_label_set_text (self->words, words);
  if (ratings->len > 0)
    circumstances = kith_rating_circumstances (ratings->pdata[ratings->len - 1]);
  gtk_label_set_text (self->circumstances, circumstances != NULL ? circumstances : "");
  gtk_widget_set_visible (GTK_WIDGET (self->circumstances), circumstances != NULL);
}

static void
show_ratings (KithEndCard *self, GPtrArray *ratings)
{
  g_autofree char *all = g_strdup_printf (ngettext ("Show %u", "Show all %u", ratings->len),
                                          ratings->len);
  const char *heading = self->question;
  gboolean any = ratings->len > 0;
  g_autofree char *name = g_strdup_printf (_ ("Show all ratings: %s"), heading);
  g_autofree char *again =
      g_strdup_printf (any ? _ ("Rate again: %s") : _ ("Rate with details: %s"), heading);

  self->latest = ratings->len > 0 ? KITH_ID (ratings->pdata[ratings->len - 1]) : 0;
  gtk_button_set_label (GTK_BUTTON (self->again),
                        any ? _ ("Rate again…") : _ ("Rate with details…"));
  kith_widget_set_name (self->again, again);
  gtk_widget_set_visible (self->correct, any);
  gtk_widget_set_visible (GTK_WIDGET (self->all), any);
  gtk_button_set_label (GTK_BUTTON (self->all), all);
  kith_widget_set_name (GTK_WIDGET (self->all), name);
  kith_ratings_list_show (self->ratings, self->viewer, ratings);
  if (!any)
    gtk_toggle_button_set_active (self->all, FALSE);
}

/**
 * kith_end_card_show:
 * @self: an end card
 * @link: a link of the viewer's map
 */
void
kith_end_card_show (KithEndCard *self, KithId link)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  g_autoptr (GPtrArray) ratings = kith_map_assessments_of (map, link, self->end);

  if (self->link != link)
    gtk_toggle_button_set_active (self->all, FALSE);
  self->link = link;
  show_heading (self, map);
  show_opinion (self, map, ratings);
  show_ratings (self, ratings);
  kith_proposal_box_show (self->proposal, self->viewer, link, self->end);
  if (kith_viewer_get_end (self->viewer) == self->end)
    gtk_widget_add_css_class (GTK_WIDGET (self), "kith-focused");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "kith-focused");
}

/**
 * kith_end_card_show_rating:
 * @self: an end card
 * @rating: one of the ratings of its end
 */
void
kith_end_card_show_rating (KithEndCard *self, KithId rating)
{
  focus_end (self);
  gtk_toggle_button_set_active (self->all, TRUE);
  kith_ratings_list_go_to (self->ratings, rating);
}
