/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All owners share a few threads. A thread that is told of an owner does that owner's most urgent job;
 * so calling jobs back is emptying the owner's queue and waiting for those that have been begun.
 *
 * Invariant: between kith_tile_work_hold() and the next kith_tile_work_add() `n_running` is 0 and the
 * queue is empty. */
#include "kith-tile-work.h"

#define MOST_THREADS 4

struct _KithTileWork
{
  gint ref_count;
  KithTileWorkFunc func;
  void (*ready) (gpointer data);
  gpointer data;

  gint called_back; /* atomic: what is being painted is of no use */
  GMutex lock;      /* of all that follows */
  GCond done_some;
  GQueue waiting; /* of KithTileJob, the most urgent first */
  GQueue done;    /* of KithTileJob */
  guint n_running;
  GSource *telling; /* the main loop is to be told; borrowed */
  gboolean is_freed;
};

static void
work_unref (KithTileWork *work)
{
  if (!g_atomic_int_dec_and_test (&work->ref_count))
    return;
  g_mutex_clear (&work->lock);
  g_cond_clear (&work->done_some);
  g_free (work);
}

void
kith_tile_job_free (KithTileJob *job)
{
  g_clear_pointer (&job->surface, cairo_surface_destroy);
  g_free (job);
}

static gboolean
on_tell (gpointer data)
{
  KithTileWork *work = data;
  gboolean is_freed;

  g_mutex_lock (&work->lock);
  work->telling = NULL;
  is_freed = work->is_freed;
  g_mutex_unlock (&work->lock);
  if (!is_freed)
    work->ready (work->data);
  return G_SOURCE_REMOVE;
}

/* With the lock. */
static void
tell_main_loop (KithTileWork *work)
{
  if (work->telling != NULL || work->is_freed)
    return;
  g_atomic_int_inc (&work->ref_count);
  work->telling = g_idle_source_new ();
  g_source_set_priority (work->telling, G_PRIORITY_DEFAULT);
  g_source_set_callback (work->telling, on_tell, work, (GDestroyNotify) work_unref);
  g_source_attach (work->telling, NULL);
  g_source_unref (work->telling);
}

static KithTileJob *
begin_one (KithTileWork *work)
{
  KithTileJob *job;

  g_mutex_lock (&work->lock);
  job = g_queue_pop_head (&work->waiting);
  if (job != NULL)
    work->n_running++;
  g_mutex_unlock (&work->lock);
  return job;
}

static void
end_one (KithTileWork *work, KithTileJob *job)
{
  g_mutex_lock (&work->lock);
  job->is_whole = !g_atomic_int_get (&work->called_back);
  g_queue_push_tail (&work->done, job);
  work->n_running--;
  g_cond_broadcast (&work->done_some);
  tell_main_loop (work);
  g_mutex_unlock (&work->lock);
}

static void
on_thread (gpointer token, gpointer unused)
{
  KithTileWork *work = token;
  KithTileJob *job = begin_one (work);

  if (job != NULL)
    {
      gint64 began = g_get_monotonic_time ();

      work->func (job, work->data);
      job->took = g_get_monotonic_time () - began;
      end_one (work, job);
    }
  work_unref (work);
}

guint
kith_tile_work_n_threads (void)
{
  return CLAMP (g_get_num_processors (), 1, MOST_THREADS);
}

static GThreadPool *
get_pool (void)
{
  static GThreadPool *pool;

  if (pool == NULL)
    pool = g_thread_pool_new (on_thread, NULL, (int) kith_tile_work_n_threads (), FALSE, NULL);
  return pool;
}

KithTileWork *
kith_tile_work_new (KithTileWorkFunc func, void (*ready) (gpointer data), gpointer data)
{
  KithTileWork *work = g_new0 (KithTileWork, 1);

  work->ref_count = 1;
  work->func = func;
  work->ready = ready;
  work->data = data;
  g_mutex_init (&work->lock);
  g_cond_init (&work->done_some);
  return work;
}

void
kith_tile_work_free (KithTileWork *work)
{
  KithTileJob *job;

  kith_tile_work_hold (work);
  while ((job = kith_tile_work_take (work)) != NULL)
    kith_tile_job_free (job);
  g_mutex_lock (&work->lock);
  work->is_freed = TRUE;
  g_mutex_unlock (&work->lock);
  work_unref (work);
}

gboolean
kith_tile_job_go_on (gpointer job)
{
  return !g_atomic_int_get (&((KithTileJob *) job)->work->called_back);
}

void
kith_tile_work_add (KithTileWork *work, KithTileJob *job)
{
  job->work = work;
  g_atomic_int_inc (&work->ref_count);
  g_mutex_lock (&work->lock);
  g_atomic_int_set (&work->called_back, FALSE);
  g_queue_push_tail (&work->waiting, job);
  g_mutex_unlock (&work->lock);
  g_thread_pool_push (get_pool (), work, NULL);
}

KithTileJob *
kith_tile_work_take (KithTileWork *work)
{
  KithTileJob *job;

  g_mutex_lock (&work->lock);
  job = g_queue_pop_head (&work->done);
  g_mutex_unlock (&work->lock);
  return job;
}

/* What nobody has begun is done, though not in full. */
static void
drop_waiting (KithTileWork *work)
{
  KithTileJob *job;

  while ((job = g_queue_pop_head (&work->waiting)) != NULL)
    {
      job->is_whole = FALSE;
      g_queue_push_tail (&work->done, job);
    }
}

void
kith_tile_work_drop (KithTileWork *work)
{
  g_mutex_lock (&work->lock);
  drop_waiting (work);
  g_mutex_unlock (&work->lock);
}

void
kith_tile_work_hold (KithTileWork *work)
{
  g_mutex_lock (&work->lock);
  drop_waiting (work);
  if (work->n_running > 0)
    g_atomic_int_set (&work->called_back, TRUE);
  while (work->n_running > 0)
    g_cond_wait (&work->done_some, &work->lock);
  g_atomic_int_set (&work->called_back, FALSE);
  g_mutex_unlock (&work->lock);
}

void
kith_tile_work_wait (KithTileWork *work)
{
  g_mutex_lock (&work->lock);
  while (g_queue_is_empty (&work->done)
         && (work->n_running > 0 || !g_queue_is_empty (&work->waiting)))
    g_cond_wait (&work->done_some, &work->lock);
  g_mutex_unlock (&work->lock);
}
