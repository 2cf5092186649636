/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Leading an end of a link to another stakeholder by its name: the way without dragging. */
#include <glib/gi18n.h>

#include "kith-opinion.h"
#include "kith-search.h"
#include "kith-sector-dot.h"
#include "kith-sectors.h"
#include "kith-window-private.h"

#define MAX_SHOWN 50

typedef struct
{
  const KithStakeholder *stakeholder;
  guint fit;
  guint place; /* by name */
} Candidate;

static int
compare (gconstpointer a, gconstpointer b)
{
  const Candidate *x = a, *y = b;

  if (x->fit != y->fit)
    return x->fit > y->fit ? -1 : 1;
  return x->place < y->place ? -1 : x->place > y->place;
}

/* All but the one to which the end leads already. */
static GArray *
list_candidates (KithMap *map, KithId now, const char *words)
{
  g_autoptr (GPtrArray) all = kith_map_list (map, KITH_STAKEHOLDER);
  g_autofree char *blank = g_strstrip (g_strdup (words));
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < all->len; i++)
    {
      const KithStakeholder *stakeholder = all->pdata[i];
      Candidate candidate = { stakeholder, 1, i };

      if (*blank != '\0')
        candidate.fit = MAX (kith_search_fuzzy (stakeholder->name, words),
                             kith_search_fuzzy (stakeholder->short_name, words));
      if (candidate.fit > 0 && KITH_ID (stakeholder) != now)
        g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare);
  return candidates;
}

static void
offer (KithFinder *finder, KithWindow *self, const Candidate *candidate, const char *words)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  const KithStakeholder *stakeholder = candidate->stakeholder;
  const KithLink *link = kith_map_link (map, self->reconnected);
  gboolean itself = kith_link_rated (link, self->reconnected_end) == KITH_ID (stakeholder);
  GtkWidget *dot = kith_sector_dot_new ();
  KithFinderItem item = {
    .id = KITH_ID (stakeholder),
    .title = stakeholder->name,
    .side = itself ? _ ("The other end of this link") : NULL,
    .words = words,
    .icon = dot,
    .is_disabled = itself,
  };

  kith_sector_dot_set (KITH_SECTOR_DOT (dot), kith_viewer_get_view (self->viewer)->palette,
                       kith_sector_colour (map, stakeholder->sector),
                       kith_sector_sign (map, stakeholder->sector));
  kith_finder_add (finder, &item);
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
  g_autoptr (GArray) candidates = NULL;
  g_autofree char *said = NULL;

  if (link == NULL)
    {
      kith_finder_say (finder, _ ("The link is no longer on the map."));
      return;
    }
  candidates = list_candidates (map, kith_link_rater (link, self->reconnected_end), words);
  for (guint i = 0; i < MIN (candidates->len, MAX_SHOWN); i++)
    offer (finder, self, &g_array_index (candidates, Candidate, i), words);
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
