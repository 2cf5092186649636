/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-insights-work.h"

struct _KithInsightsWork
{
  gatomicrefcount ref_count;
  KithMap *map; /* the thread's alone once that runs */
  KithAudience audience;
  GCancellable *cancellable;
  int part; /* per mille; atomic */

  /* of the main thread */
  KithInsightsDone done; /* NULL: nobody hears of it */
  gpointer data;
};

static void
work_unref (gpointer data)
{
  KithInsightsWork *work = data;

  if (!g_atomic_ref_count_dec (&work->ref_count))
    return;
  g_clear_pointer (&work->map, kith_map_unref);
  g_object_unref (work->cancellable);
  g_free (work);
}

static void
on_progress (double part, gpointer data)
{
  KithInsightsWork *work = data;

  g_atomic_int_set (&work->part, (int) (part * 1000));
}

static void
in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  KithInsightsWork *work = data;
  KithInsightsAsk ask = { work->cancellable, on_progress, work, 0 };
  GError *error = NULL;
  KithInsights *insights = kith_insights_new (work->map, work->audience, &ask, &error);

  if (insights != NULL)
    g_task_return_pointer (task, insights, (GDestroyNotify) kith_insights_unref);
  else
    g_task_return_error (task, error);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  KithInsightsWork *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (KithInsights) insights = g_task_propagate_pointer (G_TASK (result), &error);

  if (work->done != NULL)
    work->done (insights, error, work->data);
}

KithInsightsWork *
kith_insights_work_new (KithMap *map, KithAudience audience, KithInsightsDone done, gpointer data)
{
  KithInsightsWork *work = g_new0 (KithInsightsWork, 1);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_done, NULL);

  g_atomic_ref_count_init (&work->ref_count);
  work->map = map;
  work->audience = audience;
  work->cancellable = g_cancellable_new ();
  work->done = done;
  work->data = data;
  g_atomic_ref_count_inc (&work->ref_count);
  g_task_set_task_data (task, work, work_unref);
  g_task_set_priority (task, G_PRIORITY_DEFAULT_IDLE);
  g_task_run_in_thread (task, in_thread);
  return work;
}

double
kith_insights_work_get_part (KithInsightsWork *work)
{
  return g_atomic_int_get (&work->part) / 1000.0;
}

void
kith_insights_work_cancel (KithInsightsWork *work)
{
  g_cancellable_cancel (work->cancellable);
}

void
kith_insights_work_drop (KithInsightsWork *work)
{
  work->done = NULL;
  g_cancellable_cancel (work->cancellable);
  work_unref (work);
}
