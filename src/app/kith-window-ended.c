/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: what has ended and what is to come, which the map of now does not show: whether it is
 * shown all the same, the note that says how much there is, and what goes before one's eyes. */
#include <glib/gi18n.h>

#include "kith-now.h"
#include "kith-status.h"
#include "kith-window-private.h"

#define SETTLE 150 /* milliseconds until the note follows an edit */

static void
on_ended (GSimpleAction *action, GVariant *value, gpointer data)
{
  KithWindow *self = data;
  gboolean shown = g_variant_get_boolean (value);

  if (self->viewer == NULL)
    return;
  kith_window_flush (self);
  kith_viewer_set_ended (self->viewer, shown);
  kith_viewer_announce (self->viewer, shown ? _ ("What has ended or is to come is shown.")
                                            : _ ("What has ended or is to come is not shown."));
}

static void
on_show_ended (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_action_group_change_action_state (data, "ended", g_variant_new_boolean (TRUE));
}

static void
on_hide_ended (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_action_group_change_action_state (data, "ended", g_variant_new_boolean (FALSE));
}

static const GActionEntry entries[] = {
  { "ended", NULL, NULL, "false", on_ended },
  { "show-ended", on_show_ended },
  { "hide-ended", on_hide_ended },
};

void
kith_window_install_ended_actions (KithWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/* --- The note --- */

static void
say_note (KithWindow *self, const KithNotNow *count)
{
  gboolean shown = kith_viewer_get_view (self->viewer)->ended;
  g_autofree char *words = kith_not_now_to_words (count);
  g_autofree char *kinds = kith_not_now_to_kinds (count);
  /* Translators: how many of what: "1 stakeholder, 2 links" */
  g_autofree char *tip = g_strdup_printf (shown ? _ ("Drawn fainter, with their years: %s")
                                                : _ ("Not on the map of now: %s"),
                                          kinds);

  if (g_strcmp0 (gtk_label_get_label (self->ended_label), words) != 0)
    kith_status_set_text (self->ended_label, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->ended_label), tip);
  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (self->ended_button)),
                       shown ? _ ("Hide") : _ ("Show"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->ended_button),
                                  shown ? "win.hide-ended" : "win.show-ended");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->ended_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  shown ? _ ("Hide what has ended or is to come")
                                        : _ ("Show what has ended or is to come"),
                                  -1);
}

/* While another day is shown, or two are compared, that says itself what there is. */
static gboolean
has_note (KithWindow *self, KithNotNow *count)
{
  const KithView *view;

  if (self->viewer == NULL)
    return FALSE;
  view = kith_viewer_get_view (self->viewer);
  if (view->day != 0 || view->comparison != NULL)
    return FALSE;
  *count = kith_map_count_not_now (kith_viewer_get_seen_map (self->viewer),
                                   kith_date_today ().first);
  return count->stakeholders + count->links + count->spaces > 0;
}

static void
show_bar (KithWindow *self)
{
  gtk_widget_set_visible (self->look_bar,
                          gtk_widget_get_visible (self->ended_note)
                              || gtk_widget_get_visible (GTK_WIDGET (self->eyes_chip)));
}

static gboolean
on_settled (gpointer data)
{
  KithWindow *self = data;
  KithNotNow count = { 0 };
  gboolean noted = has_note (self, &count);

  self->ended_settle = 0;
  gtk_widget_set_visible (self->ended_note, noted);
  show_bar (self);
  if (noted)
    say_note (self, &count);
  return G_SOURCE_REMOVE;
}

/* "Through the eyes of Police", and the way out of it. */
static void
show_eyes (KithWindow *self, const KithView *view)
{
  const KithStakeholder *eyes = view != NULL && view->through != 0
                                    ? kith_map_stakeholder (kith_viewer_get_map (self->viewer),
                                                            view->through)
                                    : NULL;
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->eyes_chip), eyes != NULL);
  show_bar (self);
  if (eyes == NULL)
    return;
  /* Translators: whose view of the map is shown. */
  words = g_strdup_printf (_ ("Through the eyes of %s"), kith_stakeholder_short_name (eyes));
  /* Translators: a button that ends it, for screen readers: "Through the eyes of Police" */
  name = g_strdup_printf (_ ("%s: see it through everybody’s again"), words);
  gtk_label_set_label (self->eyes_label, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->eyes_chip), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->eyes_chip), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

void
kith_window_update_ended (KithWindow *self)
{
  GActionMap *map = G_ACTION_MAP (self);
  const KithView *view = self->viewer != NULL ? kith_viewer_get_view (self->viewer) : NULL;
  GSimpleAction *ended = G_SIMPLE_ACTION (g_action_map_lookup_action (map, "ended"));
  GSimpleAction *show = G_SIMPLE_ACTION (g_action_map_lookup_action (map, "show-ended"));
  GSimpleAction *hide = G_SIMPLE_ACTION (g_action_map_lookup_action (map, "hide-ended"));

  g_simple_action_set_state (ended, g_variant_new_boolean (view != NULL && view->ended));
  g_simple_action_set_enabled (ended, view != NULL);
  g_simple_action_set_enabled (show, view != NULL && !view->ended);
  g_simple_action_set_enabled (hide, view != NULL && view->ended);
  show_eyes (self, view);
  if (self->ended_settle == 0)
    self->ended_settle = g_timeout_add (SETTLE, on_settled, self);
}

void
kith_window_clear_ended (KithWindow *self)
{
  g_clear_handle_id (&self->ended_settle, g_source_remove);
}

/* --- What an edit hides, and what is found --- */

void
kith_window_on_hidden (KithWindow *self, const char *text)
{
  const KithOffer offers[] = { { _ ("_Show"), "win.show-ended" }, { _ ("_Undo"), "win.undo" } };

  kith_window_offer_two (self, text, offers);
}

/* Of what was found but is not on the map of now: it is shown, and the way back is offered. */
void
kith_window_reveal_ended (KithWindow *self, KithId id)
{
  if (!kith_viewer_not_now (self->viewer, id))
    return;
  kith_viewer_set_ended (self->viewer, TRUE);
  kith_window_offer (self, _ ("What has ended or is to come is shown, fainter"),
                     _ ("_Hide It Again"), "win.hide-ended");
}
