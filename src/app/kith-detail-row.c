/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-detail-row.h"

#include "kith-binder.h"
#include "kith-rating.h"
#include "kith-step-picker.h"

struct _KithDetailRow
{
  AdwPreferencesRow parent_instance;

  /* Template */
  GtkLabel *caption;
  KithStepPicker *picker;
  GtkLabel *words;

  /* State */
  KithDimension dimension;
};

G_DEFINE_FINAL_TYPE (KithDetailRow, kith_detail_row, ADW_TYPE_PREFERENCES_ROW)

static guint picked_signal;

static void
on_picked (KithDetailRow *self, int score)
{
  g_signal_emit (self, picked_signal, 0, (int) self->dimension, score);
}

static void
kith_detail_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), KITH_TYPE_DETAIL_ROW);
  G_OBJECT_CLASS (kith_detail_row_parent_class)->dispose (object);
}

static void
kith_detail_row_class_init (KithDetailRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_detail_row_dispose;
  picked_signal = g_signal_new ("picked", KITH_TYPE_DETAIL_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  g_type_ensure (KITH_TYPE_STEP_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-detail-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KithDetailRow, caption);
  gtk_widget_class_bind_template_child (widget_class, KithDetailRow, picker);
  gtk_widget_class_bind_template_child (widget_class, KithDetailRow, words);
  gtk_widget_class_bind_template_callback (widget_class, on_picked);
}

static void
kith_detail_row_init (KithDetailRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kith_detail_row_new:
 * @dimension: one of KITH_ITEM_*
 *
 * Returns: (transfer floating): a row without a score
 */
GtkWidget *
kith_detail_row_new (KithDimension dimension)
{
  KithDetailRow *self = g_object_new (KITH_TYPE_DETAIL_ROW, NULL);
  const char *label = kith_enum_label (&kith_dimensions, (int) dimension);

  self->dimension = dimension;
  gtk_label_set_text (self->caption, label);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), label);
  kith_widget_set_name (GTK_WIDGET (self), label);
  kith_step_picker_set_dimension (self->picker, dimension);
  kith_step_picker_set_heading (self->picker, label);
  return GTK_WIDGET (self);
}

/**
 * kith_detail_row_set_score:
 * @self: a detail row
 * @score: the step that holds, or why there is none
 */
void
kith_detail_row_set_score (KithDetailRow *self, KithScore score)
{
  g_autofree char *words = kith_rating_step_words (self->dimension, score);

  kith_step_picker_set_score (self->picker, score);
  gtk_label_set_text (self->words, words);
}
