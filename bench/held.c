/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long a window cannot answer: loaded into a program that runs already built,
 *
 *   LD_PRELOAD=build/bench/libheld.so build/src/kith-window MAP.kith
 *
 * it looks at the clock each millisecond from the main loop, before all else that waits there, and prints
 * each time that it had to wait for longer than any time before it in the same second: seconds since the
 * start, milliseconds. A frame cannot have taken longer than that. */
#include <glib.h>
#include <stdio.h>

#define TOLD_FROM 10000 /* microseconds */

static gint64 began, before, second, longest;

static gboolean
look (gpointer unused)
{
  gint64 now = g_get_monotonic_time ();
  gint64 held = now - before - 1000;

  if ((now - began) / G_USEC_PER_SEC != second)
    {
      second = (now - began) / G_USEC_PER_SEC;
      longest = TOLD_FROM;
    }
  if (held > longest)
    {
      longest = held;
      fprintf (stderr, "held %.2f s: %.1f ms\n", (double) (now - began) / G_USEC_PER_SEC,
               (double) held / 1000.0);
    }
  before = now;
  return G_SOURCE_CONTINUE;
}

__attribute__ ((constructor)) static void
begin (void)
{
  began = before = g_get_monotonic_time ();
  longest = TOLD_FROM;
  g_timeout_add_full (G_PRIORITY_HIGH, 1, look, NULL, NULL);
}
