/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: how the map is arranged. */
#include <glib/gi18n.h>

#include "kith-arrange.h"
#include "kith-candidates.h"
#include "kith-places.h"
#include "kith-window-private.h"

static void
see_canvas (KithWindow *self)
{
  kith_window_flush (self);
  kith_window_tables_act (self, "arrange");
}

/* --- Round whom --- */

static void
round_search (KithFinder *finder, const char *words, gpointer data)
{
  KithWindow *self = data;
  KithId centre = 0;

  kith_map_arrangement (kith_viewer_get_seen_map (self->viewer), &centre);
  kith_candidates_offer_linked (finder, self->viewer, words, centre,
                                _ ("Everybody else stands in rings, by steps from there"));
}

static void
round_take (gint64 id, gpointer data)
{
  KithWindow *self = data;

  kith_canvas_arrange_as (self->canvas, KITH_ARRANGEMENT_AROUND, id);
}

static const KithFinderSource round_whom = {
  .name = N_ ("Round whom the map is arranged"),
  .hint = N_ ("Round whom?"),
  .search = round_search,
  .take = round_take,
};

/* Round the one that is selected, else round the one that is chosen by name. */
static void
arrange_round_one (KithWindow *self)
{
  KithKind kind = KITH_ABOUT;
  KithId only = kith_viewer_get_only (self->viewer, &kind);

  if (only != 0 && kind == KITH_STAKEHOLDER)
    kith_canvas_arrange_as (self->canvas, KITH_ARRANGEMENT_AROUND, only);
  else if (!kith_viewer_refuses_past (self->viewer))
    kith_finder_open (self->finder, &round_whom, self);
}

/* --- The actions --- */

static void
on_arrange_as (GSimpleAction *action, GVariant *value, gpointer data)
{
  KithWindow *self = data;
  int as;

  if (self->viewer == NULL
      || !kith_enum_from_key (&kith_arrangements, g_variant_get_string (value, NULL), &as))
    return;
  see_canvas (self);
  if (as == KITH_ARRANGEMENT_AROUND)
    arrange_round_one (self);
  else
    kith_canvas_arrange_as (self->canvas, (KithArrangement) as, 0);
}

static void
on_remove_arrangement (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;

  see_canvas (self);
  kith_canvas_remove_arrangement (self->canvas);
}

static void
on_tidy (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;

  see_canvas (self);
  kith_canvas_tidy (self->canvas);
}

static void
on_live_arrange (GSimpleAction *action, GVariant *value, gpointer data)
{
  KithWindow *self = data;
  GSettings *settings = kith_places_settings ();
  gboolean live = g_variant_get_boolean (value);

  g_simple_action_set_state (action, value);
  kith_canvas_set_live_arrange (self->canvas, live);
  if (settings != NULL && g_settings_get_boolean (settings, "live-arrange") != live)
    g_settings_set_boolean (settings, "live-arrange", live);
  kith_window_say (self, live ? _ ("The others give way while one is dragged.")
                              : _ ("The others stay while one is dragged."));
}

static const GActionEntry entries[] = {
  { "arrange-as", on_arrange_as, "s" },
  { "remove-arrangement", on_remove_arrangement },
  { "tidy", on_tidy },
  { "live-arrange", NULL, NULL, "false", on_live_arrange },
};

static GMenu *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) ways = g_menu_new ();
  g_autoptr (GMenu) rest = g_menu_new ();
  g_autoptr (GMenu) live = g_menu_new ();

  for (int as = KITH_ARRANGEMENT_FREE; as <= KITH_ARRANGEMENT_PLACES; as++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (kith_enum_label (&kith_arrangements, as), NULL);

      g_menu_item_set_action_and_target (item, "win.arrange-as", "s",
                                         kith_enum_key (&kith_arrangements, as));
      g_menu_append_item (ways, item);
    }
  g_menu_append (rest, _ ("_Selected Ones Only"), "win.arrange-selection");
  g_menu_append (rest, _ ("_Tidy What Overlaps"), "win.tidy");
  g_menu_append (rest, _ ("_Remove the Frame"), "win.remove-arrangement");
  g_menu_append (live, _ ("_Live: Others Give Way"), "win.live-arrange");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (ways));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (live));
  return menu;
}

void
kith_window_install_arrange_actions (KithWindow *self)
{
  g_autoptr (GMenu) menu = make_menu ();
  GSettings *settings = kith_places_settings ();

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  if (settings != NULL && g_settings_get_boolean (settings, "live-arrange"))
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "live-arrange");

      g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (TRUE));
      kith_canvas_set_live_arrange (self->canvas, TRUE);
    }
  gtk_menu_button_set_menu_model (self->arrange_button, G_MENU_MODEL (menu));
  g_menu_append_submenu (self->arrange_menu, _ ("Arrange _As"), G_MENU_MODEL (menu));
}
