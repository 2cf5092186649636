/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-rating-row.h"

#include <glib/gi18n-lib.h>

#include "kith-binder.h"
#include "kith-rating-dialog.h"
#include "kith-rating.h"
#include "kith-withdraw.h"

struct _KithRatingRow
{
  AdwPreferencesRow parent_instance;

  /* Template */
  GtkLabel *scores;
  GtkLabel *circumstances;
  GtkLabel *note;
  GtkWidget *lock;
  GtkWidget *correct;
  GtkWidget *withdraw;

  /* State */
  KithViewer *viewer; /* owned */
  KithId rating;
};

G_DEFINE_FINAL_TYPE (KithRatingRow, kith_rating_row, ADW_TYPE_PREFERENCES_ROW)

static void
on_correct (KithRatingRow *self)
{
  kith_rating_dialog_correct (GTK_WIDGET (self), self->viewer, self->rating);
}

static void
on_withdraw (KithRatingRow *self)
{
  kith_withdraw_ask (GTK_WIDGET (self), self->viewer, self->rating);
}

static void
kith_rating_row_dispose (GObject *object)
{
  g_clear_object (&KITH_RATING_ROW (object)->viewer);
  gtk_widget_dispose_template (GTK_WIDGET (object), KITH_TYPE_RATING_ROW);
  G_OBJECT_CLASS (kith_rating_row_parent_class)->dispose (object);
}

static void
kith_rating_row_class_init (KithRatingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_rating_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-rating-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KithRatingRow, scores);
  gtk_widget_class_bind_template_child (widget_class, KithRatingRow, circumstances);
  gtk_widget_class_bind_template_child (widget_class, KithRatingRow, note);
  gtk_widget_class_bind_template_child (widget_class, KithRatingRow, lock);
  gtk_widget_class_bind_template_child (widget_class, KithRatingRow, correct);
  gtk_widget_class_bind_template_child (widget_class, KithRatingRow, withdraw);
  gtk_widget_class_bind_template_callback (widget_class, on_correct);
  gtk_widget_class_bind_template_callback (widget_class, on_withdraw);
}

static void
kith_rating_row_init (KithRatingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* With the round in which it was given. */
static char *
circumstances_in_words (KithMap *map, const KithAssessment *rating)
{
  const KithRound *round = rating->round != 0 ? kith_map_get (map, KITH_ROUND, rating->round)
                                              : NULL;
  g_autofree char *plain = kith_rating_circumstances (rating);

  if (round == NULL || *round->title == '\0')
    return g_steal_pointer (&plain);
  return g_strdup_printf ("%s · %s", plain, round->title);
}

static void
name_buttons (KithRatingRow *self, const char *scores, const char *circumstances)
{
  /* Translators: a rating and who said it when */
  g_autofree char *correct = g_strdup_printf (_ ("Correct: %s, %s"), scores, circumstances);
  g_autofree char *withdraw = g_strdup_printf (_ ("Withdraw: %s, %s"), scores, circumstances);
  g_autofree char *whole = g_strdup_printf ("%s, %s", scores, circumstances);

  kith_widget_set_name (self->correct, correct);
  kith_widget_set_name (self->withdraw, withdraw);
  kith_widget_set_name (GTK_WIDGET (self), whole);
}

/**
 * kith_rating_row_new:
 * @viewer: whose map it is
 * @rating: a rating of the audience's map
 * @superseded: whether its voice has said something later
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
kith_rating_row_new (KithViewer *viewer, const KithAssessment *rating, gboolean superseded)
{
  KithRatingRow *self = g_object_new (KITH_TYPE_RATING_ROW, NULL);
  g_autofree char *scores = kith_rating_scores_words (rating);
  g_autofree char *plain = circumstances_in_words (kith_viewer_get_map (viewer), rating);
  g_autofree char *circumstances = superseded
                                       ? g_strdup_printf (_ ("%s · rated again since"), plain)
                                       : g_strdup (plain);

  self->viewer = g_object_ref (viewer);
  self->rating = KITH_ID (rating);
  gtk_label_set_text (self->scores, scores);
  gtk_label_set_text (self->circumstances, circumstances);
  gtk_label_set_text (self->note, rating->note);
  kith_widget_set_tip (GTK_WIDGET (self->note), rating->note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), *rating->note != '\0');
  gtk_widget_set_visible (self->lock, rating->is_private);
  if (superseded)
    gtk_widget_add_css_class (GTK_WIDGET (self->scores), "dim-label");
  name_buttons (self, scores, circumstances);
  return GTK_WIDGET (self);
}

KithId
kith_rating_row_get_rating (KithRatingRow *self)
{
  return self->rating;
}

void
kith_rating_row_go_to (KithRatingRow *self)
{
  gtk_widget_grab_focus (self->correct);
}
