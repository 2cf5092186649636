/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: choosing through whose eyes the map is seen, by name. */
#include <glib/gi18n.h>

#include "kith-search.h"
#include "kith-sector-dot.h"
#include "kith-sectors.h"
#include "kith-window-private.h"

#define MAX_SHOWN 50
#define EVERYBODY -1 /* an item of its own */

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

static GArray *
list_candidates (KithMap *map, const char *words)
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
      if (candidate.fit > 0)
        g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare);
  return candidates;
}

static void
offer (KithFinder *finder, KithWindow *self, const KithStakeholder *stakeholder, const char *words)
{
  const KithView *view = kith_viewer_get_view (self->viewer);
  KithMap *map = kith_viewer_get_map (self->viewer);
  g_autoptr (GPtrArray) links = kith_map_links_of (map, KITH_ID (stakeholder));
  g_autofree char *count = g_strdup_printf (ngettext ("%u link", "%u links", links->len),
                                            links->len);
  GtkWidget *dot = kith_sector_dot_new ();
  KithFinderItem item = {
    .id = KITH_ID (stakeholder),
    .title = stakeholder->name,
    .side = view->through == KITH_ID (stakeholder) ? _ ("Now") : count,
    .words = words,
    .icon = dot,
  };

  kith_sector_dot_set (KITH_SECTOR_DOT (dot), view->palette,
                       kith_sector_colour (map, stakeholder->sector),
                       kith_sector_sign (map, stakeholder->sector));
  kith_finder_add (finder, &item);
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
  g_autoptr (GArray) candidates = list_candidates (kith_viewer_get_map (self->viewer), words);

  if (kith_viewer_get_view (self->viewer)->through != 0 && *words == '\0')
    offer_everybody (finder, words);
  for (guint i = 0; i < MIN (candidates->len, MAX_SHOWN); i++)
    offer (finder, self, g_array_index (candidates, Candidate, i).stakeholder, words);
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
