/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The filter panel: its rows, which say how many there are, and what a choice does. */
#include <glib/gi18n.h>

#include "kith-binder.h"
#include "kith-date-row.h"
#include "kith-filter-panel-private.h"
#include "kith-status.h"

#define KEY "kith-filter-key"

static const KithFilter *
shown_filter (KithFilterPanel *self)
{
  return kith_viewer_get_view (self->viewer)->filter;
}

/* A filter to change: with what has been typed, which is asked for a moment later. */
static KithFilter *
begin (KithFilterPanel *self)
{
  KithFilter *filter = kith_viewer_dup_filter (self->viewer);

  kith_filter_set_text (filter, gtk_editable_get_text (GTK_EDITABLE (self->text)));
  return filter;
}

/* --- Choices --- */

static void
on_choice (GtkCheckButton *check, KithFilterPanel *self)
{
  const char *key = g_object_get_data (G_OBJECT (check), KEY);
  GtkWidget *box = gtk_widget_get_parent (GTK_WIDGET (check));
  KithFilter *filter;

  if (self->is_filling)
    return;
  filter = begin (self);
  for (guint i = 0; i < KITH_N_CRITERIA; i++)
    if (self->expanders[i] != NULL && gtk_expander_get_child (self->expanders[i]) == box)
      kith_filter_put (filter, (KithCriterion) i, key, gtk_check_button_get_active (check));
  kith_viewer_set_filter (self->viewer, filter);
}

static GtkWidget *
make_choice (KithFilterPanel *self, const KithFilterChoice *choice)
{
  /* Translators: something to filter by, and how many there are: "Housing (3)" */
  g_autofree char *label = g_strdup_printf (_ ("%s (%u)"), choice->label, choice->n);
  GtkWidget *check = gtk_check_button_new_with_label (label);
  GtkWidget *words = gtk_widget_get_last_child (check);

  if (GTK_IS_LABEL (words))
    {
      gtk_label_set_wrap (GTK_LABEL (words), TRUE);
      gtk_label_set_xalign (GTK_LABEL (words), 0);
    }
  g_object_set_data_full (G_OBJECT (check), KEY, g_strdup (choice->key), g_free);
  g_signal_connect (check, "toggled", G_CALLBACK (on_choice), self);
  return check;
}

static void
fill_section (KithFilterPanel *self, KithCriterion criterion)
{
  KithAudience audience = kith_viewer_get_view (self->viewer)->audience;
  g_autoptr (GPtrArray) choices = kith_filter_choices (kith_viewer_get_map (self->viewer),
                                                       criterion);
  GtkWidget *box = gtk_expander_get_child (self->expanders[criterion]);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), row);
  for (guint i = 0; i < choices->len; i++)
    gtk_box_append (GTK_BOX (box), make_choice (self, choices->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->expanders[criterion]),
                          choices->len > 0 && audience <= kith_criterion_audience (criterion));
}

static void
show_section (KithFilterPanel *self, KithCriterion criterion)
{
  const KithFilter *filter = shown_filter (self);
  guint n = filter != NULL ? kith_filter_keys (filter, criterion)->len : 0;
  const char *label = kith_criterion_label (criterion);
  /* Translators: "Sector: 2 chosen" */
  g_autofree char *words = n > 0 ? g_strdup_printf (ngettext ("%s: %u chosen", "%s: %u chosen", n),
                                                    label, n)
                                 : g_strdup (label);
  GtkWidget *row = gtk_widget_get_first_child (gtk_expander_get_child (self->expanders[criterion]));

  gtk_expander_set_label (self->expanders[criterion], words);
  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (row),
                                 kith_filter_has (filter, criterion,
                                                  g_object_get_data (G_OBJECT (row), KEY)));
}

/* --- Trust --- */

/* The first of a range is "any"; places are steps. */
static void
fill_trust_row (AdwComboRow *row, const guint counts[6])
{
  GtkStringList *list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _ ("Any"));
  for (int step = 1; step <= 5; step++)
    {
      /* Translators: a step of trust, its word and how many links have an end with it */
      g_autofree char *words = g_strdup_printf (_ ("%d %s (%u)"), step,
                                                kith_enum_label (&kith_scores, step), counts[step]);

      gtk_string_list_append (list, words);
    }
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  g_object_unref (list);
}

static void
fill_trust (KithFilterPanel *self)
{
  KithAudience audience = kith_viewer_get_view (self->viewer)->audience;
  gboolean shown = audience <= kith_criterion_audience (KITH_BY_TRUST);
  g_autofree char *words = NULL;
  guint counts[6] = { 0 };

  gtk_widget_set_visible (GTK_WIDGET (self->trust), shown);
  if (shown)
    kith_filter_count_trust (kith_viewer_get_map (self->viewer), counts);
  fill_trust_row (self->trust_low, counts);
  fill_trust_row (self->trust_high, counts);
  words = g_strdup_printf (_ ("Not known (%u)"), counts[0]);
  gtk_check_button_set_label (self->trust_not_known, words);
}

static void
show_trust (KithFilterPanel *self)
{
  int low, high;
  gboolean not_known;

  kith_filter_get_trust (shown_filter (self), &low, &high, &not_known);
  adw_combo_row_set_selected (self->trust_low, (guint) low);
  adw_combo_row_set_selected (self->trust_high, (guint) high);
  gtk_check_button_set_active (self->trust_not_known, not_known);
}

/* One side alone is a range to the end: "from 3" is 3 to 5. */
static void
on_trust (KithFilterPanel *self, GParamSpec *pspec, GObject *row)
{
  int low = (int) adw_combo_row_get_selected (self->trust_low);
  int high = (int) adw_combo_row_get_selected (self->trust_high);
  int was_low, was_high;
  gboolean not_known;
  KithFilter *filter;

  if (self->is_filling)
    return;
  kith_filter_get_trust (shown_filter (self), &was_low, &was_high, &not_known);
  not_known = gtk_check_button_get_active (self->trust_not_known);
  if ((low == 0 && was_low > 0) || (high == 0 && was_high > 0))
    low = high = 0;
  else if (low > 0 && high == 0)
    high = 5;
  else if (high > 0 && low == 0)
    low = 1;
  else if (low > high && row == G_OBJECT (self->trust_low))
    high = low;
  else if (low > high)
    low = high;
  filter = begin (self);
  kith_filter_set_trust (filter, low, high, not_known);
  kith_viewer_set_filter (self->viewer, filter);
}

/* --- Dates, text, and how --- */

static KithCriterion
dates_criterion (KithFilterPanel *self)
{
  return adw_combo_row_get_selected (self->dates_mean) == 1 ? KITH_BY_HAPPENED : KITH_BY_EXISTED;
}

static void
on_dates (KithFilterPanel *self)
{
  KithDate from = KITH_DATE_INIT, to = KITH_DATE_INIT;
  KithFilter *filter;

  if (self->is_filling || !kith_date_row_get_date (KITH_DATE_ROW (self->dates_from), &from)
      || !kith_date_row_get_date (KITH_DATE_ROW (self->dates_to), &to))
    return;
  filter = begin (self);
  kith_filter_clear (filter, KITH_BY_EXISTED);
  kith_filter_clear (filter, KITH_BY_HAPPENED);
  kith_filter_set_dates (filter, dates_criterion (self), &from, &to);
  kith_viewer_set_filter (self->viewer, filter);
}

/* What is being typed stays as it was typed. */
static void
show_dates (KithFilterPanel *self)
{
  const KithFilter *filter = shown_filter (self);
  gboolean asked = kith_filter_asks (filter, KITH_BY_EXISTED)
                   || kith_filter_asks (filter, KITH_BY_HAPPENED);
  KithDate from, to, typed_from = KITH_DATE_INIT, typed_to = KITH_DATE_INIT;

  if (asked)
    adw_combo_row_set_selected (self->dates_mean, kith_filter_asks (filter, KITH_BY_HAPPENED));
  kith_filter_get_dates (filter, dates_criterion (self), &from, &to);
  if (!kith_date_row_get_date (KITH_DATE_ROW (self->dates_from), &typed_from)
      || !kith_date_equal (&from, &typed_from))
    kith_date_row_set_date (KITH_DATE_ROW (self->dates_from), &from);
  if (!kith_date_row_get_date (KITH_DATE_ROW (self->dates_to), &typed_to)
      || !kith_date_equal (&to, &typed_to))
    kith_date_row_set_date (KITH_DATE_ROW (self->dates_to), &to);
}

static gboolean
text_is_shown (KithFilterPanel *self)
{
  g_autofree char *typed = g_strstrip (
      g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text))));

  return g_str_equal (typed, kith_filter_get_text (shown_filter (self)));
}

/* It comes a moment after the text has changed, also where that was not a person's doing. */
static void
on_text (KithFilterPanel *self)
{
  if (self->viewer == NULL || !gtk_widget_get_visible (GTK_WIDGET (self)) || text_is_shown (self))
    return;
  kith_viewer_set_filter (self->viewer, begin (self));
}

static void
show_text (KithFilterPanel *self)
{
  if (!text_is_shown (self))
    gtk_editable_set_text (GTK_EDITABLE (self->text), kith_filter_get_text (shown_filter (self)));
}

static void
on_hides (KithFilterPanel *self)
{
  KithFilter *filter;

  if (self->is_filling)
    return;
  filter = begin (self);
  kith_filter_set_hides (filter, gtk_check_button_get_active (self->hides));
  kith_viewer_set_filter (self->viewer, filter);
}

static void
show_count (KithFilterPanel *self)
{
  const KithView *view = kith_viewer_get_view (self->viewer);
  g_autofree char *words = view->pass != NULL
                               ? kith_pass_to_words (view->pass, kith_viewer_get_map (self->viewer))
                               : g_strdup (_ ("Showing the whole map"));

  gtk_label_set_label (self->count, words);
}

void
kith_filter_panel_show (KithFilterPanel *self)
{
  gboolean was_filling = self->is_filling;

  if (self->viewer == NULL || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  self->is_filling = TRUE;
  for (guint i = 0; i < KITH_N_CRITERIA; i++)
    if (self->expanders[i] != NULL)
      show_section (self, (KithCriterion) i);
  show_trust (self);
  show_dates (self);
  show_text (self);
  gtk_check_button_set_active (self->hides, kith_filter_hides (shown_filter (self)));
  show_count (self);
  self->is_filling = was_filling;
}

void
kith_filter_panel_fill (KithFilterPanel *self)
{
  if (self->viewer == NULL || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  self->is_filling = TRUE;
  for (guint i = 0; i < KITH_N_CRITERIA; i++)
    if (self->expanders[i] != NULL)
      fill_section (self, (KithCriterion) i);
  fill_trust (self);
  self->is_filling = FALSE;
  kith_filter_panel_show (self);
}

void
kith_filter_panel_make_rows (KithFilterPanel *self)
{
  for (guint i = 0; i < KITH_N_CRITERIA; i++)
    if (kith_criterion_is_choice ((KithCriterion) i))
      {
        GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
        GtkWidget *expander = gtk_expander_new (kith_criterion_label ((KithCriterion) i));

        gtk_widget_set_margin_start (box, 18);
        gtk_expander_set_child (GTK_EXPANDER (expander), box);
        gtk_box_append (self->sections, expander);
        self->expanders[i] = GTK_EXPANDER (expander);
      }
  g_signal_connect_swapped (self->trust_low, "notify::selected", G_CALLBACK (on_trust), self);
  g_signal_connect_swapped (self->trust_high, "notify::selected", G_CALLBACK (on_trust), self);
  g_signal_connect_swapped (self->trust_not_known, "notify::active", G_CALLBACK (on_trust), self);
  g_signal_connect_swapped (self->dates_mean, "notify::selected", G_CALLBACK (on_dates), self);
  g_signal_connect_swapped (self->dates_from, "changed", G_CALLBACK (on_dates), self);
  g_signal_connect_swapped (self->dates_to, "changed", G_CALLBACK (on_dates), self);
  g_signal_connect_swapped (self->text, "search-changed", G_CALLBACK (on_text), self);
  g_signal_connect_swapped (self->hides, "toggled", G_CALLBACK (on_hides), self);
}
