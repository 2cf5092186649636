/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: choosing through whose eyes the map is seen, by name. */
#include <glib/gi18n.h>

#include "kith-candidates.h"
#include "kith-window-private.h"

#define EVERYBODY -1 /* an item of its own */

static void
offer (KithFinder *finder, KithWindow *self, const KithStakeholder *stakeholder, const char *words)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  gboolean now = kith_viewer_get_view (self->viewer)->through == KITH_ID (stakeholder);
  g_autoptr (GPtrArray) links = kith_map_links_of (map, KITH_ID (stakeholder));
  g_autofree char *count = g_strdup_printf (ngettext ("%u link", "%u links", links->len),
                                            links->len);

  kith_candidates_offer (finder, self->viewer, stakeholder, words, now ? _ ("Now") : count, FALSE);
}

static void
offer_everybody (KithFinder *finder, const char *words)
{
  KithFinderItem item = {
    .id = EVERYBODY,
    .title = _ ("Everybody’s eyes"),
    .words = words,
  };

  kith_finder_add (finder, &item);
}

static void
through_search (KithFinder *finder, const char *words, gpointer data)
{
  KithWindow *self = data;
  g_autoptr (GPtrArray) candidates = kith_candidates_find (kith_viewer_get_map (self->viewer),
                                                           words, 0);

  if (kith_viewer_get_view (self->viewer)->through != 0 && *words == '\0')
    offer_everybody (finder, words);
  for (guint i = 0; i < candidates->len; i++)
    offer (finder, self, candidates->pdata[i], words);
  kith_finder_say (finder, candidates->len == 0 ? _ ("Nobody on this map is called that")
                                                : _ ("What it makes of others, and others of it"));
}

static void
through_take (gint64 id, gpointer data)
{
  KithWindow *self = data;

  kith_viewer_set_through (self->viewer, id == EVERYBODY ? 0 : id);
}

static const KithFinderSource through = {
  .name = N_ ("Through whose eyes"),
  .hint = N_ ("Through whose eyes?"),
  .search = through_search,
  .take = through_take,
};

static void
on_choose_through (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;

  if (self->viewer == NULL)
    return;
  kith_window_flush (self);
  kith_finder_open (self->finder, &through, self);
}

static const GActionEntry entries[] = {
  { "choose-through", on_choose_through },
};

void
kith_window_install_through_actions (KithWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
