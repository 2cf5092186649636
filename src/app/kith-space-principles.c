/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-space-principles.h"

#include <glib/gi18n-lib.h>

#include "kith-meeting.h"
#include "kith-verbs.h"

/* What people who built such spaces say made them work. */
static const char *const suggestions[] = {
  N_ ("Everybody counts"),
  N_ ("Conflict can be healthy"),
  N_ ("Nobody performs for anybody"),
  N_ ("We say what we do not know"),
  N_ ("The person we serve is in the room"),
};

static void
on_principle (GSimpleAction *action, GVariant *value, gpointer data)
{
  KithPage *page = data;
  KithViewer *viewer = kith_page_get_viewer (page);
  KithMap *whole = kith_viewer_get_whole_map (viewer);
  const KithSpace *before = kith_map_space (whole, kith_page_get_id (page));
  const char *text = g_variant_get_string (value, NULL);
  g_auto (GStrv) had = before != NULL ? kith_space_principles (before) : NULL;
  g_autofree char *joined = NULL;
  g_autofree char *lines = NULL;
  KithSpace *after;

  if (before == NULL || g_strv_contains ((const char *const *) had, text))
    return;
  joined = g_strjoinv ("\n", had);
  lines = g_strconcat (joined, *joined != '\0' ? "\n" : "", text, NULL);
  after = kith_record_copy (before);
  kith_text_set (&after->principles, lines);
  kith_viewer_perform (viewer, kith_verb_put (whole, after, _ ("Add a principle")), NULL);
}

/**
 * kith_space_principles_offer:
 * @button: a menu button
 * @page: the page of a shared space that it stands on
 */
void
kith_space_principles_offer (GtkWidget *button, KithPage *page)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("add", G_VARIANT_TYPE_STRING);
  g_autoptr (GMenu) menu = g_menu_new ();

  g_signal_connect_object (action, "activate", G_CALLBACK (on_principle), page, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (button, "principle", G_ACTION_GROUP (group));
  for (guint i = 0; i < G_N_ELEMENTS (suggestions); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (suggestions[i]), NULL);

      g_menu_item_set_action_and_target (item, "principle.add", "s", _ (suggestions[i]));
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
}
