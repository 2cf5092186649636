/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-opinion-row.h"

#include <glib/gi18n-lib.h>

#include "kith-rating-dialog.h"
#include "kith-rating.h"
#include "kith-step-picker.h"

struct _KithOpinionRow
{
  AdwPreferencesRow parent_instance;

  /* Template */
  GtkLabel *heading;
  KithStepPicker *picker;
  GtkLabel *words;

  /* State */
  KithViewer *viewer; /* owned */
  KithEnd end;
  KithDimension dimension;
  KithId link;
};

G_DEFINE_FINAL_TYPE (KithOpinionRow, kith_opinion_row, ADW_TYPE_PREFERENCES_ROW)

static void
on_picked (KithOpinionRow *self, int score)
{
  kith_viewer_set_end (self->viewer, self->end);
  kith_rating_dialog_pick (GTK_WIDGET (self), self->viewer, self->link, self->end, self->dimension,
                           (KithScore) score);
}

/* The measure as a sentence that the one who is asked could say. */
static char *
question (KithOpinionRow *self, KithMap *map, const KithLink *link)
{
  const KithStakeholder *rater = kith_map_stakeholder (map, kith_link_rater (link, self->end));
  const KithStakeholder *rated = kith_map_stakeholder (map, kith_link_rated (link, self->end));
  const char *who = kith_stakeholder_short_name (rater);
  const char *whom = kith_stakeholder_short_name (rated);

  if (self->dimension == KITH_RESPECT)
    /* Translators: two stakeholders, the one who is asked first */
    return g_strdup_printf (_ ("Respect: %s of %s, “they take our expertise seriously”"), who,
                            whom);
  if (self->dimension == KITH_UNDERSTANDING)
    /* Translators: two stakeholders, the one who is asked first */
    return g_strdup_printf (
        _ ("Mutual understanding: %s of %s, “they know what we are up against”"), who, whom);
  return kith_rating_heading (map, link, self->end);
}

static void
kith_opinion_row_dispose (GObject *object)
{
  g_clear_object (&KITH_OPINION_ROW (object)->viewer);
  gtk_widget_dispose_template (GTK_WIDGET (object), KITH_TYPE_OPINION_ROW);
  G_OBJECT_CLASS (kith_opinion_row_parent_class)->dispose (object);
}

static void
kith_opinion_row_class_init (KithOpinionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_opinion_row_dispose;
  g_type_ensure (KITH_TYPE_STEP_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-opinion-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KithOpinionRow, heading);
  gtk_widget_class_bind_template_child (widget_class, KithOpinionRow, picker);
  gtk_widget_class_bind_template_child (widget_class, KithOpinionRow, words);
  gtk_widget_class_bind_template_callback (widget_class, on_picked);
}

static void
kith_opinion_row_init (KithOpinionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kith_opinion_row_new:
 * @viewer: whose map is shown and rated
 * @end: whose opinion it is
 * @dimension: what is rated
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
kith_opinion_row_new (KithViewer *viewer, KithEnd end, KithDimension dimension)
{
  KithOpinionRow *self = g_object_new (KITH_TYPE_OPINION_ROW, NULL);

  self->viewer = g_object_ref (viewer);
  self->end = end;
  self->dimension = dimension;
  kith_step_picker_set_dimension (self->picker, dimension);
  return GTK_WIDGET (self);
}

/**
 * kith_opinion_row_show:
 * @self: an opinion row
 * @link: a link of the viewer's map
 */
void
kith_opinion_row_show (KithOpinionRow *self, KithId link)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  const KithLink *record = kith_map_link (map, link);
  g_autofree char *heading = question (self, map, record);
  g_autofree char *words = NULL;
  KithOpinion opinion;

  self->link = link;
  kith_opinion_of (map, link, self->end, self->dimension, &opinion);
  words = kith_opinion_to_words (&opinion);
  gtk_label_set_text (self->heading, heading);
  gtk_label_set_text (self->words, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  -1);
  kith_step_picker_set_heading (self->picker, heading);
  kith_step_picker_set_score (self->picker,
                              (KithScore) (opinion.step != 0 ? opinion.step : opinion.absence));
}
