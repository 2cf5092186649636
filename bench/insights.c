/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long it takes to find what a map tells, and for how long a main loop with a tick of 4 ms is held
 * up meanwhile on another thread. */
#include <gio/gio.h>
#include <stdlib.h>

#include "kith-insights.h"
#include "kith-test-maps.h"

static gint64 last;
static gint64 longest;
static gboolean done;

static gboolean
on_tick (gpointer data)
{
  gint64 now = g_get_monotonic_time ();

  longest = MAX (longest, now - last);
  last = now;
  return G_SOURCE_CONTINUE;
}

static void
in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, kith_insights_new (data, KITH_TEAM, NULL, NULL),
                         (GDestroyNotify) kith_insights_unref);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KithInsights) insights = g_task_propagate_pointer (G_TASK (result), NULL);

  done = TRUE;
  g_print (" %8u", kith_insights_n (insights));
}

static void
measure (guint n, guint m)
{
  g_autoptr (KithMap) map = test_random_map (n, m, 0, 5);
  gint64 start = g_get_monotonic_time ();
  KithMap *snapshot = kith_map_snapshot (map);
  gint64 copied = g_get_monotonic_time () - start;
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_done, NULL);
  guint tick = g_timeout_add (4, on_tick, NULL);

  done = FALSE;
  longest = 0;
  last = start = g_get_monotonic_time ();
  g_task_set_task_data (task, snapshot, (GDestroyNotify) kith_map_unref);
  g_task_run_in_thread (task, in_thread);
  g_print ("%12u/%u", n, m);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (tick);
  g_print (" %10.2f %12.1f %12.1f\n", (g_get_monotonic_time () - start) / 1e6, copied / 1e3,
           longest / 1e3);
}

int
main (int argc, char **argv)
{
  g_print ("stakeholders/links      told    seconds  snapshot ms  held up ms\n");
  if (argc > 2)
    measure ((guint) atoi (argv[1]), (guint) atoi (argv[2]));
  else
    {
      measure (60, 150);
      measure (200, 600);
      measure (1000, 3000);
      measure (10000, 30000);
    }
  return 0;
}
