/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing many links for a scribe that keeps each apart: in parts, on as many threads as there are
 * processors. What is taken down is the same as by one. */
#include "kith-letters.h"
#include "kith-painter-private.h"
#include "kith-scribe.h"

#define A_PART 128 /* links that a thread takes at once */
#define MOST_THREADS 8

/* Parts of the links, drawn on copies of the scribe, which are joined in their order: as soon as all
 * before one are there, so that few are there at once. */
typedef struct
{
  const KithPainting *painting;
  const GPtrArray *links;
  void (*draw) (const KithPainting *painting, const KithLinkFigure *link);
  cairo_t **copies; /* of parts that have been drawn and not joined */
  guint n;          /* parts */
  guint n_joined;
  gint next; /* the first part that nobody has taken; atomic */
  gint stop; /* atomic */
  GMutex lock;
} Parts;

static void
draw_part (Parts *parts, guint part)
{
  KithPainting painting = *parts->painting;
  guint end = MIN ((part + 1) * A_PART, parts->links->len);

  painting.cr = kith_scribe_fork (parts->painting->cr);
  cairo_new_path (painting.cr);
  for (guint i = part * A_PART; i < end; i++)
    parts->draw (&painting, parts->links->pdata[i]);
  g_mutex_lock (&parts->lock);
  parts->copies[part] = painting.cr;
  g_mutex_unlock (&parts->lock);
}

/* On the thread that shapes text, which tells how far it is. */
static void
join_parts (Parts *parts)
{
  guint first = parts->n_joined;

  g_mutex_lock (&parts->lock);
  for (; parts->n_joined < parts->n && parts->copies[parts->n_joined] != NULL; parts->n_joined++)
    kith_scribe_join (parts->painting->cr, parts->copies[parts->n_joined]);
  g_mutex_unlock (&parts->lock);
  if (!kith_painting_may_go_on (parts->painting, (parts->n_joined - first) * A_PART / 2))
    g_atomic_int_set (&parts->stop, TRUE);
}

static void
draw_parts (gpointer data, gpointer unused)
{
  Parts *parts = data;

  while (!g_atomic_int_get (&parts->stop))
    {
      guint part = (guint) g_atomic_int_add (&parts->next, 1);

      if (part >= parts->n)
        return;
      draw_part (parts, part);
      if (kith_letters_may_shape ())
        join_parts (parts);
    }
}

/**
 * kith_painting_in_parts:
 * @painting: what is being painted, for a scribe that has copies
 * @links: figures of links, which it expects
 * @draw: (scope call): draws one; on any thread
 *
 * Returns: FALSE where the paint's tick stopped it
 */
gboolean
kith_painting_in_parts (const KithPainting *painting,
                        const GPtrArray *links,
                        void (*draw) (const KithPainting *painting, const KithLinkFigure *link))
{
  Parts parts = { painting, links, draw, NULL, (links->len + A_PART - 1) / A_PART };
  g_autofree cairo_t **copies = g_new0 (cairo_t *, parts.n);
  GThreadPool *pool = g_thread_pool_new (draw_parts, NULL,
                                         CLAMP ((int) g_get_num_processors (), 2, MOST_THREADS) - 1,
                                         FALSE, NULL);

  parts.copies = copies;
  g_mutex_init (&parts.lock);
  for (int i = g_thread_pool_get_max_threads (pool); i > 0; i--)
    g_thread_pool_push (pool, &parts, NULL);
  draw_parts (&parts, NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
  join_parts (&parts);
  g_mutex_clear (&parts.lock);
  for (guint i = parts.n_joined; i < parts.n; i++) /* of what was stopped */
    if (copies[i] != NULL)
      kith_scribe_join (painting->cr, copies[i]);
  return !parts.stop;
}

/* FALSE: the scribe has no copies, or it is not worth it. */
gboolean
kith_painting_has_parts (const KithPainting *painting, const GPtrArray *links)
{
  cairo_t *copy = links->len > A_PART ? kith_scribe_fork (painting->cr) : NULL;

  if (copy != NULL)
    kith_scribe_join (painting->cr, copy);
  return copy != NULL;
}
