/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-round-reveal.h"

#include <glib/gi18n-lib.h>

#include "kith-binder.h"
#include "kith-opinion.h"
#include "kith-rating.h"
#include "kith-round-words.h"
#include "kith-spread-dots.h"

struct _KithRoundReveal
{
  AdwBin parent_instance;

  /* template */
  AdwComboRow *dimension;
  GtkLabel *summary;
  GtkListBox *list;

  /* owned */
  KithViewer *viewer;

  /* state */
  KithId round;
};

G_DEFINE_FINAL_TYPE (KithRoundReveal, kith_round_reveal, ADW_TYPE_BIN)

static KithDimension
dimension_of (KithRoundReveal *self)
{
  return (KithDimension) adw_combo_row_get_selected (self->dimension);
}

static GtkWidget *
new_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0);
  gtk_widget_add_css_class (label, style);
  return label;
}

static char *
agreed_to_words (const KithSpread *spread)
{
  g_autofree char *step = NULL;

  if (spread->agreed == KITH_SCORE_UNSET)
    return NULL;
  step = KITH_SCORE_IS_STEP (spread->agreed)
             ? kith_rating_step_words (KITH_RESPECT, spread->agreed)
             : g_strdup (kith_enum_label (&kith_scores, (int) spread->agreed));
  return g_strdup_printf (_ ("Agreed in the room: %s"), step);
}

static void
add_row (KithRoundReveal *self, const KithSpread *spread)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *heading = kith_rating_heading (map, kith_map_link (map, spread->ask.link),
                                                  spread->ask.end);
  g_autofree char *range = kith_spread_to_words (spread);
  g_autofree char *voices = kith_spread_voices_to_words (spread);
  g_autofree char *agreed = agreed_to_words (spread);
  g_autofree char *name = g_strdup_printf ("%s: %s. %s. %s", heading, range, voices,
                                           agreed != NULL ? agreed : "");

  gtk_box_append (GTK_BOX (box), new_label (heading, "title-2"));
  gtk_box_append (GTK_BOX (box),
                  kith_spread_dots_new (spread, kith_viewer_get_view (self->viewer)->palette));
  gtk_box_append (GTK_BOX (box), new_label (range, "title-4"));
  if (*voices != '\0')
    gtk_box_append (GTK_BOX (box), new_label (voices, "body"));
  if (agreed != NULL)
    gtk_box_append (GTK_BOX (box), new_label (agreed, "heading"));
  g_object_set (box, "margin-start", 18, "margin-end", 18, "margin-top", 15, "margin-bottom", 15,
                NULL);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  kith_widget_set_name (row, name);
  g_object_set_data_full (G_OBJECT (row), "ask", g_memdup2 (&spread->ask, sizeof spread->ask),
                          g_free);
  gtk_list_box_append (self->list, row);
}

static void
say_summary (KithRoundReveal *self, GPtrArray *spreads)
{
  guint apart = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; i < spreads->len; i++)
    {
      const KithSpread *spread = spreads->pdata[i];

      apart += spread->high - spread->low >= 2;
    }
  if (spreads->len == 0)
    words = g_strdup (_ ("Nothing has been said in this round that may be shown here."));
  else
    words = g_strdup_printf (ngettext ("In %u question voices are two steps or more apart.",
                                       "In %u questions voices are two steps or more apart.",
                                       apart),
                             apart);
  gtk_label_set_label (self->summary, words);
}

static void
fill (KithRoundReveal *self)
{
  g_autoptr (GPtrArray) spreads = kith_round_spreads (kith_viewer_get_map (self->viewer),
                                                      self->round, dimension_of (self));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < spreads->len; i++)
    add_row (self, spreads->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->list), spreads->len > 0);
  say_summary (self, spreads);
}

static void
on_dimension (KithRoundReveal *self)
{
  if (self->viewer != NULL)
    fill (self);
}

static void
select_row (KithRoundReveal *self, int place)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, place);

  if (row == NULL)
    return;
  gtk_list_box_select_row (self->list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* What the room agrees on is kept beside what each voice said. */
static void
agree (KithRoundReveal *self, KithScore score)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int place = row != NULL ? gtk_list_box_row_get_index (row) : 0;
  GError *error = NULL;
  KithEdit *edit;

  if (row == NULL)
    return;
  edit = kith_verb_agree (kith_viewer_get_whole_map (self->viewer), self->round,
                          g_object_get_data (G_OBJECT (row), "ask"), dimension_of (self), score,
                          &error);
  if (!kith_viewer_perform (self->viewer, edit, error))
    return;
  fill (self);
  select_row (self, place);
}

static gboolean
on_key (GtkEventControllerKey *keys,
        guint keyval,
        guint code,
        GdkModifierType state,
        KithRoundReveal *self)
{
  guint digit = gdk_keyval_to_unicode (keyval);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int place = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (digit >= '0' && digit <= '5')
    agree (self, digit == '0' ? KITH_SCORE_NOT_KNOWN : (KithScore) (digit - '0'));
  else if (keyval == GDK_KEY_Page_Down)
    select_row (self, place + 1);
  else if (keyval == GDK_KEY_Page_Up)
    select_row (self, MAX (0, place - 1));
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
kith_round_reveal_dispose (GObject *object)
{
  g_clear_object (&KITH_ROUND_REVEAL (object)->viewer);
  gtk_widget_dispose_template (GTK_WIDGET (object), KITH_TYPE_ROUND_REVEAL);
  G_OBJECT_CLASS (kith_round_reveal_parent_class)->dispose (object);
}

static void
kith_round_reveal_class_init (KithRoundRevealClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_round_reveal_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-round-reveal.ui");
  gtk_widget_class_bind_template_child (widget_class, KithRoundReveal, dimension);
  gtk_widget_class_bind_template_child (widget_class, KithRoundReveal, summary);
  gtk_widget_class_bind_template_child (widget_class, KithRoundReveal, list);
  gtk_widget_class_bind_template_callback (widget_class, on_dimension);
}

static void
kith_round_reveal_init (KithRoundReveal *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkStringList *words = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < KITH_N_DIMENSIONS; i++)
    gtk_string_list_append (words, kith_enum_label (&kith_dimensions, i));
  adw_combo_row_set_model (self->dimension, G_LIST_MODEL (words));
  g_object_unref (words);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

void
kith_round_reveal_show (KithRoundReveal *self, KithViewer *viewer, KithId round)
{
  g_set_object (&self->viewer, viewer);
  self->round = round;
  fill (self);
  select_row (self, 0);
}

void
kith_round_reveal_update (KithRoundReveal *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int place = row != NULL ? gtk_list_box_row_get_index (row) : 0;
  gboolean has_keys = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;

  fill (self);
  if (has_keys)
    select_row (self, place);
  else
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, place));
}
