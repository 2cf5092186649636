/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-rating-dialog.h"

#include <glib/gi18n-lib.h>

#include "kith-date-row.h"
#include "kith-detail-row.h"
#include "kith-note-row.h"
#include "kith-places.h"
#include "kith-rating.h"
#include "kith-step-picker.h"
#include "kith-verbs.h"

struct _KithRatingDialog
{
  KithDialog parent_instance;

  /* Template */
  KithStepPicker *trust;
  GtkLabel *trust_words;
  GtkLabel *trust_caption;
  KithStepPicker *respect;
  GtkLabel *respect_words;
  GtkLabel *respect_caption;
  KithStepPicker *understanding;
  GtkLabel *understanding_words;
  GtkLabel *understanding_caption;
  KithDateRow *date;
  GtkWidget *voice;
  GtkWidget *basis;
  AdwExpanderRow *more;
  GtkWidget *note;
  GtkWidget *is_private;
  GtkSwitch *as_one;
  GtkWidget *respect_row;
  GtkWidget *understanding_row;
  AdwExpanderRow *details;

  /* State */
  gboolean correcting;
  KithDetailRow *items[KITH_N_SCORES]; /* from KITH_N_DIMENSIONS on */
};

G_DEFINE_FINAL_TYPE (KithRatingDialog, kith_rating_dialog, KITH_TYPE_DIALOG)

static void
show_scores (KithRatingDialog *self)
{
  const KithAssessment *draft = kith_dialog_get_draft (KITH_DIALOG (self));
  KithStepPicker *pickers[] = { self->trust, self->respect, self->understanding };
  GtkLabel *words[] = { self->trust_words, self->respect_words, self->understanding_words };
  gboolean any = FALSE;

  for (guint i = 0; i < KITH_N_DIMENSIONS; i++)
    {
      KithScore score = (KithScore) draft->scores[i];
      g_autofree char *text = kith_rating_step_words ((KithDimension) i, score);

      kith_step_picker_set_score (pickers[i], score);
      gtk_label_set_text (words[i], text);
      any = any || score != KITH_SCORE_UNSET;
    }
  for (guint i = KITH_N_DIMENSIONS; i < KITH_N_SCORES; i++)
    {
      kith_detail_row_set_score (self->items[i], (KithScore) draft->scores[i]);
      any = any || draft->scores[i] != KITH_SCORE_UNSET;
    }
  kith_dialog_set_can_save (KITH_DIALOG (self), any);
}

/* Rated as one: the same for all three. */
static void
spread_trust (KithAssessment *draft)
{
  draft->scores[KITH_RESPECT] = draft->scores[KITH_TRUST];
  draft->scores[KITH_UNDERSTANDING] = draft->scores[KITH_TRUST];
}

static void
set_score (KithRatingDialog *self, KithDimension dimension, int score)
{
  KithAssessment *draft = kith_dialog_get_draft (KITH_DIALOG (self));

  draft->scores[dimension] = score;
  if (dimension == KITH_TRUST && gtk_switch_get_active (self->as_one))
    spread_trust (draft);
  show_scores (self);
}

static void
on_detail_picked (KithRatingDialog *self, int dimension, int score)
{
  set_score (self, (KithDimension) dimension, score);
}

static void
show_as_one (KithRatingDialog *self)
{
  gboolean as_one = gtk_switch_get_active (self->as_one);

  gtk_widget_set_visible (self->respect_row, !as_one);
  gtk_widget_set_visible (self->understanding_row, !as_one);
}

/* What is chosen here is what the next rating begins with. */
static void
on_as_one (KithRatingDialog *self)
{
  GSettings *settings = kith_places_settings ();
  gboolean as_one = gtk_switch_get_active (self->as_one);
  KithAssessment *draft = kith_dialog_get_draft (KITH_DIALOG (self));

  show_as_one (self);
  if (draft == NULL)
    return;
  if (settings != NULL)
    g_settings_set_boolean (settings, "rate-as-one", as_one);
  if (as_one && draft->scores[KITH_TRUST] != KITH_SCORE_UNSET)
    spread_trust (draft);
  show_scores (self);
}

static void
on_trust_picked (KithRatingDialog *self, int score)
{
  set_score (self, KITH_TRUST, score);
}

static void
on_respect_picked (KithRatingDialog *self, int score)
{
  set_score (self, KITH_RESPECT, score);
}

static void
on_understanding_picked (KithRatingDialog *self, int score)
{
  set_score (self, KITH_UNDERSTANDING, score);
}

static gboolean
kith_rating_dialog_save (KithDialog *dialog)
{
  KithRatingDialog *self = KITH_RATING_DIALOG (dialog);
  KithViewer *viewer = kith_dialog_get_viewer (dialog);
  KithMap *map = kith_viewer_get_whole_map (viewer);
  const KithAssessment *draft = kith_dialog_get_draft (dialog);
  const char *label = self->correcting ? _ ("Correct a rating") : _ ("Rate a link");

  if (kith_map_link (map, draft->link) == NULL)
    {
      kith_viewer_say (viewer, _ ("The link has been deleted meanwhile, so nothing was rated."));
      return TRUE;
    }
  return kith_viewer_perform (viewer, kith_verb_put (map, kith_record_copy (draft), label), NULL);
}

static void
kith_rating_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), KITH_TYPE_RATING_DIALOG);
  G_OBJECT_CLASS (kith_rating_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-rating-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KithRatingDialog, trust);
  gtk_widget_class_bind_template_child (widget_class, KithRatingDialog, trust_words);
  gtk_widget_class_bind_template_child (widget_class, KithRatingDialog, trust_caption);
  gtk_widget_class_bind_template_child (widget_class, KithRatingDialog, respect);
  gtk_widget_class_bind_template_child (widget_class, KithRatingDialog, respect_words);
  gtk_widget_class_bind_template_child (widget_class, KithRatingDialog, respect_caption);
  gtk_widget_class_bind_template_child (widget_class, KithRatingDialog, understanding);
  gtk_widget_class_bind_template_child (widget_class, KithRatingDialog, understanding_words);
  gtk_widget_class_bind_template_child (widget_class, KithRatingDialog, understanding_caption);
  gtk_widget_class_bind_template_child (widget_class, KithRatingDialog, date);
  gtk_widget_class_bind_template_child (widget_class, KithRatingDialog, voice);
  gtk_widget_class_bind_template_child (widget_class, KithRatingDialog, basis);
  gtk_widget_class_bind_template_child (widget_class, KithRatingDialog, more);
  gtk_widget_class_bind_template_child (widget_class, KithRatingDialog, note);
  gtk_widget_class_bind_template_child (widget_class, KithRatingDialog, is_private);
  gtk_widget_class_bind_template_child (widget_class, KithRatingDialog, as_one);
  gtk_widget_class_bind_template_child (widget_class, KithRatingDialog, respect_row);
  gtk_widget_class_bind_template_child (widget_class, KithRatingDialog, understanding_row);
  gtk_widget_class_bind_template_child (widget_class, KithRatingDialog, details);
  gtk_widget_class_bind_template_callback (widget_class, on_as_one);
  gtk_widget_class_bind_template_callback (widget_class, on_trust_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_respect_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_understanding_picked);
}

static void
kith_rating_dialog_class_init (KithRatingDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kith_rating_dialog_dispose;
  KITH_DIALOG_CLASS (klass)->save = kith_rating_dialog_save;
  g_type_ensure (KITH_TYPE_STEP_PICKER);
  g_type_ensure (KITH_TYPE_DATE_ROW);
  g_type_ensure (KITH_TYPE_NOTE_ROW);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
kith_rating_dialog_init (KithRatingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  kith_step_picker_set_dimension (self->respect, KITH_RESPECT);
  kith_step_picker_set_dimension (self->understanding, KITH_UNDERSTANDING);
  for (guint i = KITH_N_DIMENSIONS; i < KITH_N_SCORES; i++)
    {
      GtkWidget *row = kith_detail_row_new ((KithDimension) i);

      adw_expander_row_add_row (self->details, row);
      self->items[i] = KITH_DETAIL_ROW (row);
      g_signal_connect_object (row, "picked", G_CALLBACK (on_detail_picked), self,
                               G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (self->date, "activated", G_CALLBACK (kith_dialog_save), self,
                           G_CONNECT_SWAPPED);
}

static void
name_pickers (KithRatingDialog *self, const char *heading)
{
  kith_step_picker_set_heading (self->trust, heading);
  gtk_label_set_text (self->trust_caption, heading);
  kith_step_picker_set_heading (self->respect, gtk_label_get_text (self->respect_caption));
  kith_step_picker_set_heading (self->understanding,
                                gtk_label_get_text (self->understanding_caption));
}

static gboolean
has_details (const KithAssessment *draft)
{
  for (guint i = KITH_N_DIMENSIONS; i < KITH_N_SCORES; i++)
    if (draft->scores[i] != KITH_SCORE_UNSET)
      return TRUE;
  return FALSE;
}

/* A rating that has been given is as it was; a new one begins as the last one was given. */
static void
set_as_one (KithRatingDialog *self, KithAssessment *draft)
{
  GSettings *settings = kith_places_settings ();
  gboolean wanted = settings != NULL && g_settings_get_boolean (settings, "rate-as-one");
  gboolean as_one = self->correcting ? kith_rating_is_as_one (draft) : wanted;

  if (draft->scores[KITH_RESPECT] != KITH_SCORE_UNSET
      || draft->scores[KITH_UNDERSTANDING] != KITH_SCORE_UNSET)
    as_one = kith_rating_is_as_one (draft);
  if (as_one && draft->scores[KITH_TRUST] != KITH_SCORE_UNSET)
    spread_trust (draft);
  g_signal_handlers_block_by_func (self->as_one, on_as_one, self);
  gtk_switch_set_active (self->as_one, as_one);
  g_signal_handlers_unblock_by_func (self->as_one, on_as_one, self);
  show_as_one (self);
}

/* What stands under More is in sight when the rating has something there. */
static gboolean
has_more (const KithAssessment *draft)
{
  return !kith_rating_is_as_one (draft)
         && (draft->scores[KITH_RESPECT] != KITH_SCORE_UNSET
             || draft->scores[KITH_UNDERSTANDING] != KITH_SCORE_UNSET);
}

/* Fields that are bound by name. */
static void
bind_fields (KithRatingDialog *self)
{
  KithBinder *binder = kith_dialog_get_binder (KITH_DIALOG (self));

  kith_binder_bind (binder, "date", GTK_WIDGET (self->date));
  kith_binder_bind (binder, "voice", self->voice);
  kith_binder_bind (binder, "basis", self->basis);
  kith_binder_bind (binder, "note", self->note);
  kith_dialog_bind_private (KITH_DIALOG (self), self->is_private);
  kith_binder_refresh (binder);
}

static KithRatingDialog *
make (GtkWidget *parent, KithViewer *viewer, KithAssessment *draft, gboolean correcting)
{
  KithRatingDialog *self = g_object_new (KITH_TYPE_RATING_DIALOG, NULL);
  KithMap *map = kith_viewer_get_map (viewer);
  g_autofree char *heading = kith_rating_heading (map, kith_map_link (map, draft->link),
                                                  (KithEnd) draft->end);
  g_autoptr (GPtrArray) earlier = kith_map_assessments_of (map, draft->link, (KithEnd) draft->end);
  gboolean again = earlier->len > 0;

  self->correcting = correcting;
  kith_dialog_set_up (KITH_DIALOG (self), parent, viewer, draft);
  kith_dialog_set_heading (KITH_DIALOG (self),
                           correcting ? _ ("Correct a Rating")
                           : again    ? _ ("Rate Again")
                                      : _ ("Rate"),
                           heading);
  name_pickers (self, heading);
  bind_fields (self);
  set_as_one (self, draft);
  show_scores (self);
  adw_expander_row_set_expanded (self->more, has_more (draft));
  adw_expander_row_set_expanded (self->details, has_details (draft));
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_child_focus (GTK_WIDGET (self->trust), GTK_DIR_TAB_FORWARD);
  return self;
}

/**
 * kith_rating_dialog_correct:
 * @parent: a widget of the window
 * @viewer: whose map it is
 * @rating: the rating to change
 */
void
kith_rating_dialog_correct (GtkWidget *parent, KithViewer *viewer, KithId rating)
{
  const KithAssessment *stored = kith_map_assessment (kith_viewer_get_whole_map (viewer), rating);

  if (stored != NULL)
    gtk_window_present (GTK_WINDOW (make (parent, viewer, kith_record_copy (stored), TRUE)));
}

/* Partners do not see impressions: what is said with everybody in the room is agreed there,
 * unless it is changed. */
static KithAssessment *
draft_for (KithViewer *viewer, KithId link, KithEnd end)
{
  KithDate today = kith_viewer_date (viewer);
  KithAssessment *draft = kith_assessment_draft (kith_viewer_get_whole_map (viewer), link, end,
                                                 &today);

  if (kith_viewer_get_view (viewer)->audience != KITH_TEAM)
    draft->basis = KITH_BASIS_AGREED;
  return draft;
}

/**
 * kith_rating_dialog_rate_again:
 * @parent: a widget of the window
 * @viewer: whose map it is
 * @link: a link
 * @end: whose opinion it is
 */
void
kith_rating_dialog_rate_again (GtkWidget *parent, KithViewer *viewer, KithId link, KithEnd end)
{
  KithAssessment *draft = draft_for (viewer, link, end);

  gtk_window_present (GTK_WINDOW (make (parent, viewer, draft, FALSE)));
}

/**
 * kith_rating_dialog_rate_with:
 * @parent: a widget of the window
 * @viewer: whose map it is
 * @draft: (transfer full): a new rating, filled in as far as it is known
 */
void
kith_rating_dialog_rate_with (GtkWidget *parent, KithViewer *viewer, KithAssessment *draft)
{
  if (kith_viewer_get_view (viewer)->audience != KITH_TEAM)
    draft->basis = KITH_BASIS_AGREED;
  gtk_window_present (GTK_WINDOW (make (parent, viewer, draft, FALSE)));
}

/**
 * kith_rating_dialog_pick:
 * @parent: a widget of the window
 * @viewer: whose map it is
 * @link: a link
 * @end: whose opinion it is
 * @dimension: what is rated
 * @score: what was picked
 */
void
kith_rating_dialog_pick (GtkWidget *parent,
                         KithViewer *viewer,
                         KithId link,
                         KithEnd end,
                         KithDimension dimension,
                         KithScore score)
{
  KithAssessment *draft;

  if (kith_viewer_get_view (viewer)->audience == KITH_TEAM)
    {
      kith_rating_pick (viewer, link, end, dimension, score);
      return;
    }
  draft = draft_for (viewer, link, end);
  draft->scores[dimension] = (int) score;
  gtk_window_present (GTK_WINDOW (make (parent, viewer, draft, FALSE)));
}
