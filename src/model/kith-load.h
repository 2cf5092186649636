/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Change load: from when to when a change is carried, and how many at once. Knows maps, not who
 * looks.
 *
 * A change is carried from the day on which it starts until its embedding window ends. One whose
 * level is "None", or that has no start, is carried by nobody. */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

#define KITH_LOAD_TOO_MANY 3 /* at once: a warning sign */

typedef struct
{
  gint32 from;   /* Julian day */
  gint32 embeds; /* from here on it may be embedded */
  gint32 to;     /* from here on it no longer counts */
} KithLoadSpan;

/* While just these are carried. */
typedef struct
{
  gint32 from;
  gint32 to; /* the day after the last */
  guint n;   /* how many at once */
} KithLoadStretch;

/* FALSE: nobody carries it. */
gboolean kith_load_span (const KithLoad *load, KithLoadSpan *span);
/* A new array of borrowed records, by start. */
GPtrArray *kith_loads_of (KithMap *map, KithId stakeholder);
/* KithLoadStretch, by time; at least one is carried in each, and neighbours differ. */
GArray *kith_load_stretches (const GPtrArray *loads);
/* The first in which so many are carried, that is not over on `day`; FALSE: there is none. Those
 * that follow on it without falling below are one with it. */
gboolean kith_load_first_of (const GPtrArray *loads, guint n, gint32 day, KithLoadStretch *stretch);
/* Ids of those who carry a change, by name. */
GArray *kith_load_bearers (KithMap *map);
/* "large · from March 2026 · embeds after 6 to 12 months" */
char *kith_load_words (const KithLoad *load);

G_END_DECLS
