/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is looking: one switch for the whole window, its start page included. */
#include <glib/gi18n.h>

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
  settled = kith_viewer_settle (self->viewer);
  *stored = kith_document_get_cursor (self->document) != before;
  return settled;
}

/* What was just said may be private: it leaves the screen before anybody else looks. */
static void
turn_to (KithWindow *self, KithAudience audience, gboolean stored)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "audience");

  kith_window_unsay (self);
  kith_finder_forget (self->finder);
  kith_table_pane_forget (self->tables);
  self->audience = audience;
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
  if (looks[audience].strip != NULL)
    kith_status_set_text (self->status, _ (looks[audience].strip));
  if (stored)
    kith_window_say (self, _ ("What was being typed is stored. Undo takes it back."));
}

void
kith_window_set_audience (KithWindow *self, KithAudience audience)
{
  gboolean stored = FALSE;

  settle (self, &stored);
  turn_to (self, audience, stored);
}

/* Nobody loses what cannot be stored as it is typed: the window stays as it is, and that is said. */
void
kith_window_choose_audience (KithWindow *self, KithAudience audience)
{
  gboolean stored = FALSE;

  if (audience == self->audience || settle (self, &stored))
    turn_to (self, audience, stored);
}

void
kith_window_follow_audience (KithWindow *self, KithWindow *other)
{
  g_return_if_fail (KITH_IS_WINDOW (self) && KITH_IS_WINDOW (other));

  if (other->audience > self->audience)
    kith_window_set_audience (self, other->audience);
}
