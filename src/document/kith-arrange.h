/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the stakeholders of a map should be, as moves: the layout asked on behalf of a map, with
 * its pinned stakeholders, its shared spaces and what is already in place. Knows no widget. */
#pragma once

#include "kith-edit.h"
#include "kith-map.h"

G_BEGIN_DECLS

typedef struct
{
  KithArrangement as; /* all but the free one take the whole map */
  KithId centre;      /* round which it is arranged, where it is round one */
  const KithId *ids;  /* only these may move; NULL: all */
  guint n_ids;
  gboolean only_new;   /* place those that have no position yet; the others stay */
  gboolean keep_start; /* stay near the present picture */
  gboolean tidy;       /* only part boxes that overlap, with as little movement as it takes */
  guint
      *withheld; /* set to how many frames were left out, as somebody pinned belies them; or NULL */
  gboolean (*cancelled) (gpointer data);
  void (*progress) (double fraction, gpointer data);
  gpointer data;
} KithArrangeOptions;

#define KITH_ARRANGE_INIT                                                          \
  {                                                                                \
    KITH_ARRANGEMENT_FREE, 0, NULL, 0, FALSE, FALSE, FALSE, NULL, NULL, NULL, NULL \
  }

/* A new stakeholder without a position has x and y of exactly 0. */
gboolean kith_stakeholder_is_placed (const KithStakeholder *stakeholder);

gboolean kith_arrange (KithMap *map,
                       const KithArrangeOptions *options,
                       GArray *ids,
                       GArray *xy,
                       GPtrArray *frames);
KithEdit *kith_arrange_to_edit (KithMap *map, const KithArrangeOptions *options);
KithEdit *kith_verb_arrange (KithMap *map,
                             const KithArrangeOptions *options,
                             GArray *ids,
                             GArray *xy,
                             GPtrArray *frames);

/* Why frames were left out: translated, or NULL. */
char *kith_arrange_withheld (KithMap *map, KithMap *seen, guint withheld, gboolean any_drawn);

/* How the map is arranged now, as its frames tell, and round whom. */
KithArrangement kith_map_arrangement (KithMap *map, KithId *centre);
KithEdit *kith_verb_remove_arrangement (KithMap *map);
/* What is missing for an arrangement to make sense: translated, or NULL. */
const char *kith_arrangement_lacks (KithMap *map, KithArrangement as);
gboolean kith_arrange_complete (KithMap *map,
                                KithEdit *edit,
                                const KithArrangeOptions *options,
                                GError **error);

G_END_DECLS
