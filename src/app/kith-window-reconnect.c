/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Leading an end of a link to another stakeholder by its name: the way without dragging. */
#include <glib/gi18n.h>

#include "kith-candidates.h"
#include "kith-opinion.h"
#include "kith-window-private.h"

static void
offer (KithFinder *finder, KithWindow *self, const KithStakeholder *stakeholder, const char *words)
{
  const KithLink *link = kith_map_link (kith_viewer_get_map (self->viewer), self->reconnected);
  gboolean itself = kith_link_rated (link, self->reconnected_end) == KITH_ID (stakeholder);

  kith_candidates_offer (finder, self->viewer, stakeholder, words,
                         itself ? _ ("The other end of this link") : NULL, itself);
}

static char *
ask_for (KithMap *map, const KithLink *link, KithEnd end)
{
  const KithStakeholder *leaves = kith_map_stakeholder (map, kith_link_rater (link, end));
  const KithStakeholder *stays = kith_map_stakeholder (map, kith_link_rated (link, end));

  /* Translators: the stakeholder at one end of a link, and the one at its other end, which stays */
  return g_strdup_printf (_ ("Who takes the place of %s in the link with %s?"),
                          kith_stakeholder_short_name (leaves),
                          kith_stakeholder_short_name (stays));
}

static void
reconnect_search (KithFinder *finder, const char *words, gpointer data)
{
  KithWindow *self = data;
  KithMap *map = kith_viewer_get_map (self->viewer);
  const KithLink *link = kith_map_link (map, self->reconnected);
  g_autoptr (GPtrArray) candidates = NULL;
  g_autofree char *said = NULL;

  if (link == NULL)
    {
      kith_finder_say (finder, _ ("The link is no longer on the map."));
      return;
    }
  candidates = kith_candidates_find (map, words, kith_link_rater (link, self->reconnected_end));
  for (guint i = 0; i < candidates->len; i++)
    offer (finder, self, candidates->pdata[i], words);
  said = candidates->len == 0 ? g_strdup (_ ("Nobody on this map is called that"))
                              : ask_for (map, link, self->reconnected_end);
  kith_finder_say (finder, said);
}

static void
reconnect_take (gint64 id, gpointer data)
{
  KithWindow *self = data;

  kith_canvas_reconnect (self->canvas, self->reconnected, self->reconnected_end, id);
}

static const KithFinderSource reconnect = {
  .name = N_ ("To whom this end of the link leads"),
  .hint = N_ ("To whom does this end lead?"),
  .search = reconnect_search,
  .take = reconnect_take,
};

void
kith_window_reconnect (KithWindow *self)
{
  KithKind kind = KITH_ABOUT;
  KithId only = kith_viewer_get_only (self->viewer, &kind);

  if (only == 0 || kind != KITH_LINK)
    return;
  kith_window_flush (self);
  self->reconnected = only;
  self->reconnected_end = kith_viewer_get_end (self->viewer);
  kith_finder_open (self->finder, &reconnect, self);
}
