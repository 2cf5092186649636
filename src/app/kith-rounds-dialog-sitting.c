/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One voice after another: who speaks, its cards, and a neutral page before the next. */
#include <glib/gi18n.h>

#include "kith-binder.h"
#include "kith-rounds-dialog-private.h"

static gboolean
is_silent (KithRoundsDialog *self)
{
  return kith_rounds_dialog_round (self)->state == KITH_ROUND_SEALED;
}

/* The organisations that are asked anything in this window. */
static void
list_who (KithRoundsDialog *self, KithId chosen)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  g_autoptr (GPtrArray) all = kith_map_list (map, KITH_STAKEHOLDER);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint at = chosen != 0 ? GTK_INVALID_LIST_POSITION : 0;

  g_clear_pointer (&self->who_ids, g_array_unref);
  self->who_ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  for (guint i = 0; i < all->len; i++)
    {
      const KithStakeholder *one = all->pdata[i];
      g_autoptr (GArray) asks = kith_round_asks (map, one->record.id,
                                                 &kith_rounds_dialog_round (self)->date);

      if (asks->len == 0)
        continue;
      if (one->record.id == chosen)
        at = self->who_ids->len;
      g_array_append_val (self->who_ids, one->record.id);
      gtk_string_list_append (names, one->name);
    }
  adw_combo_row_set_model (self->who, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->who, at);
}

static KithId
chosen_who (KithRoundsDialog *self)
{
  guint at = adw_combo_row_get_selected (self->who);

  return self->who_ids != NULL && at < self->who_ids->len
             ? g_array_index (self->who_ids, KithId, at)
             : 0;
}

static void
list_bases (KithRoundsDialog *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  gtk_string_list_append (words, kith_enum_label (&kith_bases, KITH_BASIS_OWN_WORDS));
  gtk_string_list_append (words, kith_enum_label (&kith_bases, KITH_BASIS_IMPRESSION));
  adw_combo_row_set_model (self->basis_row, G_LIST_MODEL (words));
  gtk_widget_set_visible (GTK_WIDGET (self->basis_row), self->audience == KITH_TEAM);
}

/* Nobody else speaks in place of one who has gone. */
void
kith_rounds_dialog_update_who (KithRoundsDialog *self)
{
  KithId chosen = chosen_who (self);

  list_who (self, chosen);
  if (chosen != 0 && chosen_who (self) == 0)
    kith_rounds_dialog_say (self, _ ("Who was to speak has been deleted meanwhile: choose again."));
}

static void
show_who (KithRoundsDialog *self, KithId chosen)
{
  list_who (self, chosen);
  if (chosen_who (self) == 0)
    list_who (self, 0);
  list_bases (self);
  gtk_editable_set_text (GTK_EDITABLE (self->voice_row), "");
  if (self->who_ids->len == 0)
    {
      kith_rounds_dialog_say (self, _ ("Nobody has a link on that date: draw links first."));
      return;
    }
  kith_rounds_dialog_go (self, "who");
  gtk_widget_grab_focus (GTK_WIDGET (self->voice_row));
}

void
kith_rounds_dialog_ask_who (KithRoundsDialog *self)
{
  KithKind kind = KITH_N_KINDS;
  KithId only = kith_viewer_get_only (self->viewer, &kind);

  show_who (self, only);
}

/* The voice as it is spelled in the round already. */
static char *
chosen_voice (KithRoundsDialog *self)
{
  g_autofree char *typed = g_strstrip (
      g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->voice_row))));
  const char *known = kith_round_find_voice (kith_viewer_get_whole_map (self->viewer), self->round,
                                             chosen_who (self), typed);

  return g_strdup (known != NULL ? known : typed);
}

static void
on_begin (KithRoundsDialog *self)
{
  g_autofree char *voice = chosen_voice (self);
  KithSitting sitting = {
    .round = self->round,
    .stakeholder = chosen_who (self),
    .voice = voice,
    .basis = adw_combo_row_get_selected (self->basis_row) == 1 ? KITH_BASIS_IMPRESSION
                                                               : KITH_BASIS_OWN_WORDS,
    .all_three = gtk_switch_get_active (self->three),
  };

  if (sitting.stakeholder == 0)
    {
      kith_rounds_dialog_say (self, _ ("Say first who is speaking."));
      return;
    }
  if (*voice == '\0' && is_silent (self))
    {
      kith_rounds_dialog_say (
          self, _ ("Say which voice this is, such as “Nurse”: it is told apart by it."));
      gtk_widget_grab_focus (GTK_WIDGET (self->voice_row));
      return;
    }
  if (self->audience != KITH_TEAM)
    sitting.basis = KITH_BASIS_OWN_WORDS;
  kith_rounds_dialog_turn_to (self, "cards");
  if (kith_round_cards_begin (self->cards, self->viewer, &sitting))
    return;
  kith_rounds_dialog_go (self, "who");
  gtk_widget_grab_focus (GTK_WIDGET (self->voice_row));
  kith_rounds_dialog_say (self, _ ("This voice has answered everything. For another one, say "
                                   "another role, such as “Nurse 2”."));
}

void
kith_rounds_dialog_stop (KithRoundsDialog *self)
{
  g_autofree char *words = kith_round_cards_to_words (self->cards);
  g_autofree char *line = g_strdup_printf (_ ("Kept: %s"), words);

  kith_document_seal (kith_viewer_get_document (self->viewer));
  kith_rounds_dialog_go (self, is_silent (self) ? "pass" : "round");
  kith_rounds_dialog_say (self, line);
}

static void
on_cards_done (KithRoundsDialog *self)
{
  kith_rounds_dialog_stop (self);
}

static void
on_next_voice (KithRoundsDialog *self)
{
  show_who (self, chosen_who (self));
}

static void
on_everybody (KithRoundsDialog *self)
{
  kith_rounds_dialog_go (self, "round");
}

void
kith_rounds_dialog_bind_sitting (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, KithRoundsDialog, who);
  gtk_widget_class_bind_template_child (widget_class, KithRoundsDialog, voice_row);
  gtk_widget_class_bind_template_child (widget_class, KithRoundsDialog, basis_row);
  gtk_widget_class_bind_template_child (widget_class, KithRoundsDialog, three_row);
  gtk_widget_class_bind_template_child (widget_class, KithRoundsDialog, three);
  gtk_widget_class_bind_template_child (widget_class, KithRoundsDialog, cards);
  gtk_widget_class_bind_template_child (widget_class, KithRoundsDialog, next_button);
  gtk_widget_class_bind_template_child (widget_class, KithRoundsDialog, reveal);
  gtk_widget_class_bind_template_callback (widget_class, on_begin);
  gtk_widget_class_bind_template_callback (widget_class, on_cards_done);
  gtk_widget_class_bind_template_callback (widget_class, on_next_voice);
  gtk_widget_class_bind_template_callback (widget_class, on_everybody);
}
