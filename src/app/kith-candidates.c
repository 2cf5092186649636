/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-candidates.h"

#include <glib/gi18n-lib.h>

#include "kith-search.h"
#include "kith-sector-dot.h"
#include "kith-sectors.h"

#define MOST 50 /* further ones are found by typing more */

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

/**
 * kith_candidates_find:
 * @map: a map made for who chooses
 * @words: part of a name or of a short one; blank for everybody
 * @but: who is left out, or 0
 *
 * Returns: (transfer container) (element-type KithStakeholder): at most fifty, best first, then by
 *   name; borrowed of @map
 */
GPtrArray *
kith_candidates_find (KithMap *map, const char *words, KithId but)
{
  g_autoptr (GPtrArray) all = kith_map_list (map, KITH_STAKEHOLDER);
  g_autofree char *blank = g_strstrip (g_strdup (words));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Candidate));
  GPtrArray *best = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const KithStakeholder *stakeholder = all->pdata[i];
      Candidate candidate = { stakeholder, 1, i };

      if (*blank != '\0')
        candidate.fit = MAX (kith_search_fuzzy (stakeholder->name, words),
                             kith_search_fuzzy (stakeholder->short_name, words));
      if (candidate.fit > 0 && KITH_ID (stakeholder) != but)
        g_array_append_val (found, candidate);
    }
  g_array_sort (found, compare);
  for (guint i = 0; i < MIN (found->len, MOST); i++)
    g_ptr_array_add (best, (gpointer) g_array_index (found, Candidate, i).stakeholder);
  return best;
}

/**
 * kith_candidates_offer:
 * @finder: that lists them
 * @viewer: whose map they are on
 * @stakeholder: one of them
 * @words: what has been typed
 * @side: (nullable): what stands at the end of its row
 * @is_disabled: it is listed, but cannot be chosen
 */
void
kith_candidates_offer (KithFinder *finder,
                       KithViewer *viewer,
                       const KithStakeholder *stakeholder,
                       const char *words,
                       const char *side,
                       gboolean is_disabled)
{
  KithMap *map = kith_viewer_get_map (viewer);
  GtkWidget *dot = kith_sector_dot_new ();
  KithFinderItem item = {
    .id = KITH_ID (stakeholder),
    .title = stakeholder->name,
    .side = side,
    .words = words,
    .icon = dot,
    .is_disabled = is_disabled,
  };

  kith_sector_dot_set (KITH_SECTOR_DOT (dot), kith_viewer_get_view (viewer)->palette,
                       kith_sector_colour (map, stakeholder->sector),
                       kith_sector_sign (map, stakeholder->sector));
  kith_finder_add (finder, &item);
}

/**
 * kith_candidates_offer_linked:
 * @finder: that lists them
 * @viewer: whose map they are on
 * @words: what has been typed
 * @now: who is chosen already, or 0
 * @hint: stands under the list, where there is anybody
 *
 * Offers everybody whom @words fit, with how many links each has.
 */
void
kith_candidates_offer_linked (KithFinder *finder,
                              KithViewer *viewer,
                              const char *words,
                              KithId now,
                              const char *hint)
{
  KithMap *map = kith_viewer_get_map (viewer);
  g_autoptr (GPtrArray) candidates = kith_candidates_find (map, words, 0);

  for (guint i = 0; i < candidates->len; i++)
    {
      const KithStakeholder *stakeholder = candidates->pdata[i];
      g_autoptr (GPtrArray) links = kith_map_links_of (map, KITH_ID (stakeholder));
      g_autofree char *count = g_strdup_printf (ngettext ("%u link", "%u links", links->len),
                                                links->len);

      kith_candidates_offer (finder, viewer, stakeholder, words,
                             KITH_ID (stakeholder) == now ? _ ("Now") : count, FALSE);
    }
  kith_finder_say (finder, candidates->len > 0 ? hint : _ ("Nobody on this map is called that"));
}
