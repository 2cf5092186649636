/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: choosing through whose eyes the map is seen, by name. */
#include <glib/gi18n.h>

#include "kith-candidates.h"
#include "kith-window-private.h"

#define EVERYBODY -1 /* an item of its own */

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
  KithId now = kith_viewer_get_view (self->viewer)->through;

  if (now != 0 && *words == '\0')
    offer_everybody (finder, words);
  kith_candidates_offer_linked (finder, self->viewer, words, now,
                                _ ("What it makes of others, and others of it"));
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
