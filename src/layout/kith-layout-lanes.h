/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Work in lanes: eight numbers at a time, which a compiler turns into vector instructions. Which of
 * these a processor has changes nothing in the result: every lane does the same sums in the same
 * order, with + − × ÷ and square root only, and nothing is contracted. */
#pragma once

#include <glib.h>
#include <math.h>
#include <string.h>

#define KITH_LANES 8
#define KITH_LANES_UP(n) (((gsize) (n) + KITH_LANES - 1) / KITH_LANES * KITH_LANES)

/* A function that exists once for each set of instructions; which one runs is decided at start-up. */
#if defined(__x86_64__) && defined(__gnu_linux__) && defined(__GNUC__) && !defined(__clang__) \
    && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)                        \
    && !defined(KITH_LAYOUT_ONE_SET)
#define KITH_LANES_CLONES __attribute__ ((target_clones ("avx2", "default")))
#else
#define KITH_LANES_CLONES
#endif

#define KITH_LANES_INLINE static inline __attribute__ ((always_inline))

typedef float KithLanes __attribute__ ((vector_size (32)));
typedef gint32 KithMask __attribute__ ((vector_size (32))); /* −1 or 0 in each */
typedef guint16 KithShorts __attribute__ ((vector_size (16)));

/* Into a variable, as a function that returns one would not be the same in each set. */
#define KITH_LANES_LOAD(lanes, from) memcpy (&(lanes), (from), sizeof (lanes))
#define KITH_LANES_STORE(to, lanes) memcpy ((to), &(lanes), sizeof (lanes))

KITH_LANES_INLINE void
kith_lanes_root (KithLanes *lanes)
{
  KithLanes root;

  for (guint l = 0; l < KITH_LANES; l++)
    root[l] = sqrtf ((*lanes)[l]);
  *lanes = root;
}

/* @one where the mask says so, @other elsewhere. */
KITH_LANES_INLINE void
kith_lanes_choose (KithLanes *result,
                   const KithMask *mask,
                   const KithLanes *one,
                   const KithLanes *other)
{
  *result = (KithLanes) ((*mask & (KithMask) *one) | (~*mask & (KithMask) *other));
}

KITH_LANES_INLINE void
kith_lanes_magnitude (KithLanes *result, const KithLanes *lanes)
{
  *result = (KithLanes) ((KithMask) *lanes & 0x7fffffff);
}

/* Always in this order. */
KITH_LANES_INLINE double
kith_lanes_sum (const KithLanes *lanes)
{
  return (((double) (*lanes)[0] + (*lanes)[4]) + ((double) (*lanes)[2] + (*lanes)[6]))
         + (((double) (*lanes)[1] + (*lanes)[5]) + ((double) (*lanes)[3] + (*lanes)[7]));
}

KITH_LANES_INLINE guint
kith_lanes_count (const KithMask *mask)
{
  gint32 sum = 0;

  for (guint l = 0; l < KITH_LANES; l++)
    sum -= (*mask)[l];

  return (guint) sum;
}
