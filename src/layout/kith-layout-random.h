/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reproducible random numbers (splitmix64): the same seed, the same sequence,
 * everywhere. */
#pragma once

#include <glib.h>

typedef struct
{
  guint64 state;
} KithRandom;

static inline guint64
kith_random_next (KithRandom *random)
{
  guint64 z = (random->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);

  return z ^ (z >> 31);
}

/* From 0 up to, not including, n. */
static inline guint
kith_random_below (KithRandom *random, guint n)
{
  return (guint) (((kith_random_next (random) >> 32) * n) >> 32);
}

/* From 0 up to, not including, 1. */
static inline double
kith_random_unit (KithRandom *random)
{
  return (double) (kith_random_next (random) >> 11) / 9007199254740992.0;
}

static inline void
kith_random_shuffle (KithRandom *random, guint *items, guint n)
{
  for (guint i = n; i > 1; i--)
    {
      guint j = kith_random_below (random, i);
      guint kept = items[i - 1];

      items[i - 1] = items[j];
      items[j] = kept;
    }
}
