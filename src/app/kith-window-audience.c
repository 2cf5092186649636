/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is looking: one switch for the whole window, its start page included. */
#include <glib/gi18n.h>

#include "kith-keyboard.h"
#include "kith-onlookers.h"
#include "kith-status.h"
#include "kith-window-private.h"

typedef struct
{
  const char *label;
  const char *icon;
  const char *style;
  const char *strip;
} Look;

static const Look looks[] = {
  [KITH_TEAM] = { N_ ("Working team"), "kith-audience-team-symbolic", "audience-team", NULL },
  [KITH_PARTNERS] = { N_ ("Partners"), "kith-audience-partners-symbolic", "audience-partners",
                      N_ ("Partners: private notes, impressions and tellers are not in this "
                          "window") },
  [KITH_PUBLIC] = { N_ ("Public"), "kith-audience-public-symbolic", "audience-public",
                    N_ ("Public: private notes, impressions, tellers, ratings and people’s names "
                        "are not in this window") },
};

void
kith_window_update_audience (KithWindow *self)
{
  const Look *look = &looks[self->audience];
  gboolean narrow = kith_narrow_bin_is_narrow (self->narrow_bin);
  /* Translators: the button that says who is looking at the window, for screen readers */
  g_autofree char *name = g_strdup_printf (_ ("Shown for: %s"), _ (look->label));

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), looks[i].style);
  gtk_widget_add_css_class (GTK_WIDGET (self), look->style);

  adw_button_content_set_icon_name (self->audience_content, look->icon);
  adw_button_content_set_label (self->audience_content, narrow ? "" : _ (look->label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->audience_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  if (look->strip != NULL)
    {
      gtk_label_set_label (self->audience_strip_label, _ (look->strip));
      gtk_image_set_from_icon_name (self->audience_strip_icon, look->icon);
    }
  gtk_revealer_set_reveal_child (self->audience_strip, look->strip != NULL);
}

/* --- Whose steps can be taken back --- */

/* What the team did before others came may be what made something private, or reworded it: to take it back
 * before their eyes would show it. What is typed as they come can be. */
static void
bound_steps (KithWindow *self, KithAudience audience, guint before)
{
  if (self->document == NULL)
    return;
  if (audience > self->audience)
    {
      kith_document_seal (self->document);
      self->undo_floor = before;
      self->redo_ceiling = kith_document_get_cursor (self->document);
    }
  else if (audience == KITH_TEAM)
    self->undo_floor = 0;
}

void
kith_window_follow_steps (KithWindow *self)
{
  self->redo_ceiling = MAX (self->redo_ceiling, kith_document_get_cursor (self->document));
}

static gboolean
may_step (KithWindow *self, gboolean own)
{
  if (own || self->audience == KITH_TEAM)
    return TRUE;
  kith_window_say (self, _ ("That was done before they looked on: only the working team takes it "
                            "back, or does it again."));
  return FALSE;
}

gboolean
kith_window_may_undo (KithWindow *self)
{
  guint cursor = kith_document_get_cursor (self->document);

  return may_step (self, cursor > self->undo_floor);
}

gboolean
kith_window_may_redo (KithWindow *self)
{
  guint cursor = kith_document_get_cursor (self->document);

  return may_step (self, cursor < self->redo_ceiling);
}

/* --- What is being typed --- */

/* What is being typed is committed. FALSE: something beside the map cannot be; `stored`: some of that
 * has been. */
static gboolean
settle (KithWindow *self, gboolean *stored)
{
  gboolean settled;
  guint before;

  if (self->viewer == NULL)
    return TRUE;
  kith_window_flush (self);
  before = kith_document_get_cursor (self->document);
  if (self->stage != NULL)
    kith_stage_settle (self->stage);
  settled = kith_viewer_settle (self->viewer);
  *stored = kith_document_get_cursor (self->document) != before;
  return settled;
}

/* Where somebody may be typing who does not look up. */
typedef struct
{
  gboolean typing;
  GtkWidget *focus; /* to be compared only */
} Keyboard;

static Keyboard
find_keyboard (KithWindow *self)
{
  Keyboard keyboard = { FALSE, gtk_window_get_focus (GTK_WINDOW (self)) };

  /* in a cell of a table the table sees to it */
  if (self->document != NULL && !kith_table_pane_is_typing (self->tables))
    keyboard.typing = kith_widget_has_keyboard (GTK_WIDGET (self->finder))
                      || kith_onlookers_are_typing_over (GTK_WINDOW (self));
  return keyboard;
}

/* Where they typed is gone: what they type on must not be told to the map, whose keys begin things that
 * everybody sees. The inspector sees to its own. */
static void
rest_keyboard (KithWindow *self, const Keyboard *keyboard)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean goes_on = focus != NULL && focus == keyboard->focus
                     && (GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus));

  if (keyboard->typing && !goes_on && gtk_widget_get_mapped (self->map_place)
      && !kith_widget_has_keyboard (GTK_WIDGET (self->inspector)))
    kith_keyboard_rest (self->map_place);
}

/* FALSE: there is nothing to be said. */
static gboolean
tell (KithWindow *self, gboolean stored, gboolean asked)
{
  const char *strip = looks[self->audience].strip;

  if (strip != NULL)
    kith_status_set_text (self->status, _ (strip));
  if (stored)
    kith_window_say (self, _ ("What was being typed is stored. Undo takes it back."));
  else if (asked)
    kith_window_say (self, _ ("What was being asked is closed, and nothing of it was done."));
  return stored || asked;
}

/* What was just said may be private: it leaves the screen before anybody else looks. FALSE: nothing is said. */
static gboolean
turn_to (KithWindow *self,
         KithAudience audience,
         guint before,
         const Keyboard *keyboard,
         gboolean stored)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "audience");
  gboolean differs = audience != self->audience, asked = FALSE;

  bound_steps (self, audience, before);
  kith_window_unsay (self);
  kith_finder_forget (self->finder);
  kith_table_pane_forget (self->tables);
  kith_onlookers_close_popovers (GTK_WIDGET (self));
  self->audience = audience;
  self->room = MAX (self->room, audience);
  if (self->stage != NULL)
    kith_stage_narrow (self->stage, audience);
  if (audience == KITH_PUBLIC) /* sees no ratings */
    kith_window_end_workshop (self);
  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_string (kith_enum_key (&kith_audiences, audience)));
  if (self->viewer != NULL)
    {
      kith_viewer_set_audience (self->viewer, audience);
      kith_window_remake_sides (self);
    }
  if (self->document == NULL)
    kith_start_page_refresh (self->start_page, audience);
  kith_window_update_audience (self);
  if (differs)
    asked = kith_onlookers_dismiss (GTK_WINDOW (self));
  rest_keyboard (self, keyboard);
  return tell (self, stored, asked);
}

static guint
n_steps (KithWindow *self)
{
  return self->document != NULL ? kith_document_get_cursor (self->document) : 0;
}

void
kith_window_set_audience (KithWindow *self, KithAudience audience)
{
  Keyboard keyboard = find_keyboard (self);
  guint before = n_steps (self);
  gboolean stored = FALSE;

  settle (self, &stored);
  turn_to (self, audience, before, &keyboard, stored);
}

/* Nobody loses what cannot be stored as it is typed: the window stays as it is, and that is said. */
static gboolean
try_to_turn (KithWindow *self, KithAudience audience, gboolean *said)
{
  Keyboard keyboard = find_keyboard (self);
  guint before = n_steps (self);
  gboolean stored = FALSE;

  if (audience == self->audience)
    return TRUE;
  if (!settle (self, &stored))
    return FALSE;
  *said = turn_to (self, audience, before, &keyboard, stored);
  return TRUE;
}

/* `turned`: how many windows. Returns: how many stay for fewer eyes than this one. */
static guint
turn_others (KithWindow *self, guint *turned)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (GList) all = g_list_copy (gtk_application_get_windows (application));
  gboolean said;
  guint stay = 0;

  for (GList *l = all; l != NULL; l = l->next)
    {
      KithWindow *other = KITH_IS_WINDOW (l->data) ? l->data : self;

      if (other->audience >= self->audience)
        continue;
      if (try_to_turn (other, self->audience, &said))
        (*turned)++;
      else
        stay++;
    }
  return stay;
}

/* It stays in sight until it has been put away or all are turned. */
static void
warn_of_others (KithWindow *self, guint stay)
{
  g_autofree char *words = g_strdup_printf (
      ngettext ("%u other window still shows more than this one: what is typed there cannot be "
                "stored yet.",
                "%u other windows still show more than this one: what is typed there cannot be "
                "stored yet.",
                stay),
      stay);

  if (stay > 0)
    kith_banners_show (self->banners, "others", GTK_MESSAGE_WARNING, words, NULL, 0, TRUE);
  else
    kith_banners_hide (self->banners, "others");
}

static void
turn_all (KithWindow *self, gboolean said)
{
  guint turned = 0;
  g_autofree char *words = NULL;

  warn_of_others (self, turn_others (self, &turned));
  words = g_strdup_printf (ngettext ("%u other window has turned with this one.",
                                     "%u other windows have turned with this one.", turned),
                           turned);
  if (turned > 0 && !said)
    kith_window_say (self, words);
}

/* Whoever comes to look sees the screen, not one window of it. */
void
kith_window_turn_others (KithWindow *self)
{
  turn_all (self, FALSE);
}

void
kith_window_choose_audience (KithWindow *self, KithAudience audience)
{
  gboolean said = FALSE;

  if (try_to_turn (self, audience, &said))
    turn_all (self, said);
}

/**
 * kith_window_follow_audience:
 * @self: a window that comes up
 * @other: the one beside which it does
 *
 * Returns: FALSE: it shows more than that one, for what is typed in it cannot be stored
 */
gboolean
kith_window_follow_audience (KithWindow *self, KithWindow *other)
{
  gboolean said;

  g_return_val_if_fail (KITH_IS_WINDOW (self) && KITH_IS_WINDOW (other), FALSE);

  return other->audience <= self->audience || try_to_turn (self, other->audience, &said);
}
