/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A typed date taken apart: a few tokens, one letter each in a pattern ("nmn": number, month,
 * number). Knows what words mean, not what they make together. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KITH_SAID_MOST 8

/* Letters: n number, m month, a about, b before, u until, f since, g after, w onwards, s decade,
 * e early, i mid, l late, t today, y yesterday. */
typedef struct
{
  char pattern[KITH_SAID_MOST + 1];
  int value[KITH_SAID_MOST];
  int digits[KITH_SAID_MOST];
  int n;
} KithDateSaid;

gboolean kith_date_take_apart (const char *folded, KithDateSaid *said);

G_END_DECLS
