/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verbs that put several stakeholders and annotations in line. Knows the sizes of boxes, not how they are drawn. */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

typedef enum
{
  KITH_ALIGN_LEFT,
  KITH_ALIGN_CENTRE, /* one above the other */
  KITH_ALIGN_RIGHT,
  KITH_ALIGN_TOP,
  KITH_ALIGN_MIDDLE, /* side by side */
  KITH_ALIGN_BOTTOM,
} KithAlign;

KithEdit *kith_verb_align (KithMap *map, const KithId *ids, guint n, KithAlign how);
/* The same gap between each and the next; the outermost stay. */
KithEdit *kith_verb_distribute (KithMap *map, const KithId *ids, guint n, gboolean across);

G_END_DECLS
