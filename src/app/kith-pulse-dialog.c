/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "kith-binder.h"
#include "kith-plot-view.h"
#include "kith-pulse-dialog-private.h"
#include "kith-verbs-pulse.h"

G_DEFINE_FINAL_TYPE (KithPulseDialog, kith_pulse_dialog, KITH_TYPE_OVERVIEW)

static KithViewer *
viewer_of (KithPulseDialog *self)
{
  return kith_overview_get_viewer (KITH_OVERVIEW (self));
}

/* --- Over time --- */

static void
add_stakeholder (KithPulseDialog *self, const KithStakeholder *who)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *plot = kith_plot_view_new (viewer_of (self), kith_plot_view_pulse, KITH_ID (who));
  GtkWidget *frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *title = g_markup_escape_text (who->name, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_widget_add_css_class (frame, "card");
  g_object_set (plot, "margin-start", 12, "margin-end", 12, "margin-top", 10, "margin-bottom", 4,
                NULL);
  gtk_box_append (GTK_BOX (frame), plot);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), frame);
  gtk_box_append (GTK_BOX (self->time_page), group);
}

static void
on_begin (KithPulseDialog *self)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->enter_button), TRUE);
}

static void
say_nothing (KithPulseDialog *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Enter the First Scores"));

  gtk_box_append (GTK_BOX (self->time_page),
                  kith_overview_sentence (_ ("No pulse check has been entered yet."), TRUE));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_visible (button, kith_viewer_get_view (viewer_of (self))->audience == KITH_TEAM);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_begin), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->time_page), button);
}

static void
show_time (KithPulseDialog *self)
{
  KithMap *map = kith_viewer_get_map (viewer_of (self));
  g_autoptr (GArray) askers = kith_pulse_askers (map);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->time_page)) != NULL)
    gtk_box_remove (GTK_BOX (self->time_page), child);
  gtk_box_append (GTK_BOX (self->time_page),
                  kith_overview_sentence (
                      _ ("How people feel about the partnership, from 1 to 5. All charts have the "
                         "same dates and the same scale; a triangle is a warning sign."),
                      FALSE));
  if (askers->len == 0)
    say_nothing (self);
  for (guint i = 0; i < askers->len; i++)
    add_stakeholder (self, kith_map_stakeholder (map, g_array_index (askers, KithId, i)));
}

/* --- Entering a round --- */

gboolean
kith_pulse_dialog_round (KithPulseDialog *self, KithPulseRound *round)
{
  round->title = (char *) gtk_editable_get_text (GTK_EDITABLE (self->title));
  return kith_date_row_get_date (self->date, &round->date) && kith_date_is_set (&round->date);
}

static char *
season_title (KithViewer *viewer)
{
  KithDate today = kith_viewer_date (viewer);
  GDate date;
  static const char *const seasons[] = { N_ ("Winter"), N_ ("Spring"), N_ ("Summer"),
                                         N_ ("Autumn") };

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) today.first);
  /* Translators: a season and its year: "Autumn 2026" */
  return g_strdup_printf (_ ("%s %d"), _ (seasons[g_date_get_month (&date) % 12 / 3]),
                          /* December begins the winter of the year that follows */
                          g_date_get_year (&date) + (g_date_get_month (&date) == G_DATE_DECEMBER));
}

/* The place of a round among those known, from 1 on; 0: it is new. One without a title is known by its
 * date. */
static guint
place_of (const GPtrArray *rounds, const char *title, const KithDate *date)
{
  for (guint i = 0; rounds != NULL && i < rounds->len; i++)
    {
      const KithPulseRound *round = rounds->pdata[i];

      if (strcmp (round->title, title) == 0
          && (*title != '\0' || kith_date_equal (&round->date, date)))
        return i + 1;
    }
  return 0;
}

/* The season's, or where that has been begun, its second: "Autumn 2026, 2". */
static char *
new_title (KithPulseDialog *self)
{
  KithDate none = { 0 };
  char *title = season_title (viewer_of (self));

  for (guint n = 2; place_of (self->known, title, &none) > 0; n++)
    {
      g_autofree char *season = season_title (viewer_of (self));

      g_free (title);
      title = g_strdup_printf ("%s, %u", season, n);
    }
  return title;
}

static void
show_grid (KithPulseDialog *self)
{
  KithPulseRound round;

  if (!self->filling && kith_pulse_dialog_round (self, &round))
    kith_pulse_grid_show (self->grid, &round);
}

/* The checks of a round are found by its title and date: these stay as they are once it is begun. */
static void
show_whether_known (KithPulseDialog *self)
{
  gboolean known = adw_combo_row_get_selected (self->rounds) > 0;
  const char *title = gtk_editable_get_text (GTK_EDITABLE (self->title));
  const KithDate none = { 0 };
  const char *why = known ? _ ("A round that is begun keeps its title and its date")
                    : *title != '\0' && place_of (self->known, title, &none) > 0
                        ? _ ("There is a round of this title: its scores are shown, and changed")
                        : "";

  gtk_widget_set_sensitive (GTK_WIDGET (self->title), !known);
  gtk_widget_set_sensitive (GTK_WIDGET (self->date), !known);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->rounds), why);
}

/* The round that is chosen, or a new one. */
static void
take_round (KithPulseDialog *self)
{
  guint chosen = adw_combo_row_get_selected (self->rounds);
  g_autofree char *made = new_title (self);
  KithDate date = kith_viewer_date (viewer_of (self));
  const char *title = made;

  if (self->filling)
    return;
  if (chosen > 0 && chosen <= self->known->len)
    {
      const KithPulseRound *round = self->known->pdata[chosen - 1];

      title = round->title;
      date = round->date;
    }
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->title), title);
  kith_date_row_set_date (self->date, &date);
  self->filling = FALSE;
  show_whether_known (self);
  show_grid (self);
}

static gboolean
same_rounds (const GPtrArray *a, const GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const KithPulseRound *one = a->pdata[i], *other = b->pdata[i];

      if (strcmp (one->title, other->title) != 0 || !kith_date_equal (&one->date, &other->date))
        return FALSE;
    }
  return TRUE;
}

static void
list_rounds (KithPulseDialog *self)
{
  GPtrArray *rounds = kith_pulse_rounds (kith_viewer_get_whole_map (viewer_of (self)));
  gboolean first = self->known == NULL;
  g_autofree char *season = season_title (viewer_of (self));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  KithDate entered = { 0 };

  if (same_rounds (self->known, rounds))
    {
      g_ptr_array_unref (rounds);
      return;
    }
  gtk_string_list_append (names, _ ("A new round"));
  for (guint i = 0; i < rounds->len; i++)
    {
      const KithPulseRound *round = rounds->pdata[i];
      g_autofree char *date = kith_date_to_words (&round->date);

      gtk_string_list_append (names, *round->title != '\0' ? round->title : date);
    }
  g_clear_pointer (&self->known, g_ptr_array_unref);
  self->known = rounds;
  self->filling = TRUE;
  adw_combo_row_set_model (self->rounds, G_LIST_MODEL (names));
  kith_date_row_get_date (self->date, &entered);
  adw_combo_row_set_selected (self->rounds,
                              place_of (rounds,
                                        first ? season
                                              : gtk_editable_get_text (GTK_EDITABLE (self->title)),
                                        &entered));
  self->filling = FALSE;
  show_whether_known (self);
  if (first)
    take_round (self);
}

static void
show_every (KithPulseDialog *self)
{
  self->filling = TRUE;
  gtk_spin_button_set_value (self->every,
                             kith_map_about (kith_viewer_get_map (viewer_of (self)))->pulse_every);
  self->filling = FALSE;
}

static void
on_every (KithPulseDialog *self)
{
  KithMap *map = kith_viewer_get_whole_map (viewer_of (self));
  GError *error = NULL;
  int months = gtk_spin_button_get_value_as_int (self->every);

  if (self->filling || months == kith_map_about (map)->pulse_every)
    return;
  if (!kith_viewer_perform (viewer_of (self), kith_verb_set_pulse_every (map, months, &error),
                            error))
    show_every (self);
}

static void
show_enter (KithPulseDialog *self)
{
  list_rounds (self);
  show_every (self);
  show_grid (self);
}

/* --- The window --- */

static void
show_page (KithPulseDialog *self)
{
  gboolean enters = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->enter_button));

  gtk_widget_set_visible (self->enter_page, enters);
  gtk_widget_set_visible (self->time_page, !enters);
  if (enters)
    show_enter (self);
  else
    show_time (self);
}

static void
kith_pulse_dialog_fill (KithOverview *overview)
{
  KithPulseDialog *self = KITH_PULSE_DIALOG (overview);
  gboolean team = kith_viewer_get_view (viewer_of (self))->audience == KITH_TEAM;

  if (self->grid == NULL)
    {
      self->grid = KITH_PULSE_GRID (kith_pulse_grid_new (viewer_of (self)));
      gtk_box_append (GTK_BOX (self->enter_page), GTK_WIDGET (self->grid));
      gtk_box_append (GTK_BOX (self->enter_page), kith_pulse_dialog_new_files (self));
    }
  gtk_widget_set_visible (gtk_widget_get_parent (self->enter_button), team);
  show_page (self);
}

/* What is not understood is kept nowhere: the dialog stays with it. */
static gboolean
kith_pulse_dialog_settle (KithOverview *overview)
{
  KithPulseDialog *self = KITH_PULSE_DIALOG (overview);
  GtkWidget *problem;

  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  problem = self->grid != NULL ? kith_pulse_grid_find_problem (self->grid) : NULL;
  if (problem == NULL)
    return TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->enter_button), TRUE);
  gtk_widget_grab_focus (problem);
  kith_overview_say (overview, _ ("A score is not understood yet. Put it right or empty it to go "
                                  "on."));
  return FALSE;
}

static void
kith_pulse_dialog_dispose (GObject *object)
{
  g_clear_pointer (&KITH_PULSE_DIALOG (object)->known, g_ptr_array_unref);
  G_OBJECT_CLASS (kith_pulse_dialog_parent_class)->dispose (object);
}

static void
kith_pulse_dialog_class_init (KithPulseDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kith_pulse_dialog_dispose;
  KITH_OVERVIEW_CLASS (klass)->fill = kith_pulse_dialog_fill;
  KITH_OVERVIEW_CLASS (klass)->settle = kith_pulse_dialog_settle;
}

static GtkWidget *
new_switcher (KithPulseDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->time_button = gtk_toggle_button_new_with_mnemonic (_ ("Over _Time"));
  self->enter_button = gtk_toggle_button_new_with_mnemonic (_ ("_Enter Scores"));
  kith_widget_set_name (self->time_button, _ ("Over Time"));
  kith_widget_set_name (self->enter_button, _ ("Enter Scores"));
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->enter_button),
                               GTK_TOGGLE_BUTTON (self->time_button));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->time_button), TRUE);
  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->time_button);
  gtk_box_append (GTK_BOX (box), self->enter_button);
  g_signal_connect_swapped (self->enter_button, "toggled", G_CALLBACK (show_page), self);
  return box;
}

static GtkWidget *
new_round_group (KithPulseDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *every_row = adw_action_row_new ();

  self->rounds = ADW_COMBO_ROW (adw_combo_row_new ());
  self->title = ADW_ENTRY_ROW (adw_entry_row_new ());
  self->date = KITH_DATE_ROW (kith_date_row_new ());
  self->every = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (0, 120, 1));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rounds), _ ("Round"));
  kith_widget_name_after (GTK_WIDGET (self->rounds), ADW_PREFERENCES_ROW (self->rounds));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->title), _ ("Title of the round"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->date), _ ("Date"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (every_row),
                                 _ ("Agreed: again after months (0: nothing is agreed)"));
  g_object_set (every_row, "title-lines", 0, NULL);
  gtk_widget_set_valign (GTK_WIDGET (self->every), GTK_ALIGN_CENTER);
  kith_widget_name_after (GTK_WIDGET (self->every), ADW_PREFERENCES_ROW (every_row));
  adw_action_row_add_suffix (ADW_ACTION_ROW (every_row), GTK_WIDGET (self->every));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->rounds));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->title));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->date));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), every_row);
  g_signal_connect_swapped (self->rounds, "notify::selected", G_CALLBACK (take_round), self);
  g_signal_connect_swapped (self->title, "changed", G_CALLBACK (show_grid), self);
  g_signal_connect_swapped (self->title, "changed", G_CALLBACK (show_whether_known), self);
  g_signal_connect_swapped (self->date, "changed", G_CALLBACK (show_grid), self);
  g_signal_connect_swapped (self->every, "value-changed", G_CALLBACK (on_every), self);
  return group;
}

static void
kith_pulse_dialog_init (KithPulseDialog *self)
{
  GtkBox *body = kith_overview_get_body (KITH_OVERVIEW (self));

  gtk_window_set_default_size (GTK_WINDOW (self), 1060, 740);
  gtk_box_append (body, new_switcher (self));
  self->time_page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  self->enter_page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_box_append (body, self->time_page);
  gtk_box_append (body, self->enter_page);
  gtk_box_append (GTK_BOX (self->enter_page), new_round_group (self));
  gtk_box_append (GTK_BOX (self->enter_page),
                  kith_overview_sentence (
                      _ ("1 to 5, with decimals for the mean of a team; empty for no answer. Enter "
                         "goes to the row below. Where fewer than five answered, or it is not "
                         "said how many, only the working team sees it."),
                      TRUE));
}

/**
 * kith_pulse_dialog_open:
 * @window: a window with a map
 * @enter: whether a round is to be entered
 */
void
kith_pulse_dialog_open (KithWindow *window, gboolean enter)
{
  KithPulseDialog *self = g_object_new (KITH_TYPE_PULSE_DIALOG, NULL);

  if (enter && kith_window_get_audience (window) == KITH_TEAM)
    {
      gtk_widget_set_visible (self->time_page, FALSE);
      g_signal_handlers_block_by_func (self->enter_button, show_page, self);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->enter_button), TRUE);
      g_signal_handlers_unblock_by_func (self->enter_button, show_page, self);
    }
  kith_overview_open (KITH_OVERVIEW (self), window, _ ("Pulse Checks"));
}
