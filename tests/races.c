/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the thread sanitizer: GLib's own locks, queues and pools are not built with it, so that all that
 * they put in order would look like a race. This library stands before them and says so. How to use it:
 * ARCHITECTURE.md, "Races". */
#include <dlfcn.h>
#include <glib.h>

void __tsan_acquire (void *address);
void __tsan_release (void *address);

#define REAL(name) ((__typeof__ (name) *) dlsym (RTLD_NEXT, #name))

#define LOCK(name, Type)   \
  void name (Type *lock)   \
  {                        \
    REAL (name) (lock);    \
    __tsan_acquire (lock); \
  }

#define UNLOCK(name, Type) \
  void name (Type *lock)   \
  {                        \
    __tsan_release (lock); \
    REAL (name) (lock);    \
  }

LOCK (g_mutex_lock, GMutex)
UNLOCK (g_mutex_unlock, GMutex)
LOCK (g_rec_mutex_lock, GRecMutex)
UNLOCK (g_rec_mutex_unlock, GRecMutex)
LOCK (g_rw_lock_reader_lock, GRWLock)
UNLOCK (g_rw_lock_reader_unlock, GRWLock)
LOCK (g_rw_lock_writer_lock, GRWLock)
UNLOCK (g_rw_lock_writer_unlock, GRWLock)

gboolean
g_mutex_trylock (GMutex *lock)
{
  gboolean locked = REAL (g_mutex_trylock) (lock);

  if (locked)
    __tsan_acquire (lock);
  return locked;
}

void
g_cond_wait (GCond *condition, GMutex *lock)
{
  __tsan_release (lock);
  REAL (g_cond_wait) (condition, lock);
  __tsan_acquire (lock);
}

gboolean
g_cond_wait_until (GCond *condition, GMutex *lock, gint64 until)
{
  gboolean told;

  __tsan_release (lock);
  told = REAL (g_cond_wait_until) (condition, lock, until);
  __tsan_acquire (lock);
  return told;
}

/* A pool's work: never freed, as somebody may still be at it. */
typedef struct
{
  GFunc func;
  gpointer data;
} Work;

static GHashTable *works; /* pool → Work */
static GMutex works_lock;

static void
work (gpointer item, gpointer data)
{
  Work *self = data;

  __tsan_acquire (self);
  self->func (item, self->data);
  __tsan_release (self);
}

static Work *
work_of (GThreadPool *pool, Work *add)
{
  Work *found;

  g_mutex_lock (&works_lock);
  if (works == NULL)
    works = g_hash_table_new (NULL, NULL);
  if (add != NULL)
    g_hash_table_insert (works, pool, add);
  found = g_hash_table_lookup (works, pool);
  g_mutex_unlock (&works_lock);
  return found;
}

GThreadPool *
g_thread_pool_new (GFunc func, gpointer data, gint most, gboolean exclusive, GError **error)
{
  Work *self = g_new (Work, 1);
  GThreadPool *pool;

  *self = (Work){ func, data };
  pool = REAL (g_thread_pool_new) (work, self, most, exclusive, error);
  work_of (pool, self);
  return pool;
}

gboolean
g_thread_pool_push (GThreadPool *pool, gpointer item, GError **error)
{
  Work *self = work_of (pool, NULL);

  if (self != NULL)
    __tsan_release (self);
  return REAL (g_thread_pool_push) (pool, item, error);
}

void
g_thread_pool_free (GThreadPool *pool, gboolean at_once, gboolean wait)
{
  Work *self = work_of (pool, NULL);

  REAL (g_thread_pool_free) (pool, at_once, wait);
  if (self != NULL && wait)
    __tsan_acquire (self);
}

/* As many threads as a large machine would have: what two do not meet by chance, six do. */
guint
g_get_num_processors (void)
{
  return 6;
}
