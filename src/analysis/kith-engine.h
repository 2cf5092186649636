/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What igraph is asked, in the words of ties. The module that has it (kith-engine-module.h) is loaded
 * with the first question; one call runs at a time, others wait their turn, on whatever thread. */
#pragma once

#include <gio/gio.h>

#include "kith-ties.h"

G_BEGIN_DECLS

/* How far a call has come, 0 to 1; on the thread that called. */
typedef void (*KithProgress) (double part, gpointer data);

typedef struct
{
  GCancellable *cancellable; /* or NULL */
  KithProgress progress;     /* or NULL */
  gpointer data;
} KithWatch;

/* Through whom the shortest ways between others lead: of all pairs of others, how many, counting
 * where several ways are as short by their parts (betweenness; Brandes 2001). Where trust counts a
 * tie is 6 − trust long (1 where it is deep, 5 where it needs repair) and those of unknown trust
 * are not there. `most` bounds (places to begin) × (stakeholders + ties): above that the ways from
 * some of them only are followed, chosen evenly, and the figure is an estimate. `between`: an array
 * of a figure for each stakeholder. Returns from how many the ways were followed; 0 with an error,
 * also when it was cancelled. */
guint kith_engine_between (const KithTies *ties,
                           gboolean by_trust,
                           guint64 most,
                           double *between,
                           const KithWatch *watch,
                           GError **error);

/* Groups that are tied more closely within than to the rest, by modularity (Leiden; Traag, Waltman
 * and van Eck 2019), with a fixed seed: the same map, the same groups. `group`: of each stakeholder
 * its group, numbered by their first names. FALSE with an error. */
gboolean kith_engine_groups (const KithTies *ties,
                             guint *group,
                             guint *n_groups,
                             double *modularity,
                             const KithWatch *watch,
                             GError **error);

G_END_DECLS
