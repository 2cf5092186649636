/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-coder-work.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-posix.h"

#define MOST_QUEUED 4                   /* pictures */
#define LOOK 30000                      /* microseconds between two looks at what the child does */
#define KEPT 2000                       /* bytes of what it complains of */
#define LAST_WORDS (G_USEC_PER_SEC / 2) /* how long these are waited for after its end */

typedef struct
{
  cairo_surface_t *picture; /* NULL: that was all */
  guint times;
} Item;

struct _KithCoderWork
{
  const KithCoder *coder;
  int width;
  int height;
  GSubprocess *child;
  GThread *writer;
  GThread *reader; /* of its complaints */
  KithCoderWait wait;
  gpointer data;
  GCancellable *cancellable;
  GCancellable *stop; /* of both threads, whatever the child's own children hold open */
  gboolean ended;     /* the last item is in the queue */

  /* of both threads */
  GMutex lock;
  GCond changed;
  GQueue items;       /* of Item */
  gboolean gone;      /* the child has ended */
  gboolean sound;     /* … well */
  GString *complaint; /* the last of them */
  gboolean said;      /* there will be no more of it */
};

/* --- On other threads --- */

static Item *
take_item (KithCoderWork *self)
{
  Item *item;

  g_mutex_lock (&self->lock);
  while (g_queue_is_empty (&self->items))
    g_cond_wait (&self->changed, &self->lock);
  item = g_queue_pop_head (&self->items);
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
  return item;
}

static gboolean
write_rows (const KithCoderWork *self, GOutputStream *to, cairo_surface_t *picture)
{
  const guint8 *data = cairo_image_surface_get_data (picture);
  gsize stride = (gsize) cairo_image_surface_get_stride (picture);
  gsize row = (gsize) self->width * 4;

  if (stride == row)
    return g_output_stream_write_all (to, data, row * (gsize) self->height, NULL, self->stop, NULL);
  for (int y = 0; y < self->height; y++)
    if (!g_output_stream_write_all (to, data + stride * (gsize) y, row, NULL, self->stop, NULL))
      return FALSE;
  return TRUE;
}

static void
item_free (Item *item)
{
  cairo_surface_destroy (item->picture);
  g_free (item);
}

/* Until the last one, or the child takes no more. */
static gboolean
write_items (KithCoderWork *self)
{
  GOutputStream *to = g_subprocess_get_stdin_pipe (self->child);
  gboolean takes = TRUE, more = TRUE;

  while (takes && more)
    {
      Item *item = take_item (self);

      more = item->picture != NULL;
      for (guint i = 0; i < item->times && takes; i++)
        takes = write_rows (self, to, item->picture);
      item_free (item);
    }
  return g_output_stream_close (to, NULL, NULL) && takes;
}

static gpointer
write_all (gpointer data)
{
  KithCoderWork *self = data;
  gboolean written, ended;

  kith_posix_expect_broken_pipes ();
  written = write_items (self);
  /* No cancellable: GLib calls a wait that has just ended back when one is cancelled from another
   * thread, after it is freed. A child that is to stop has been killed, so that this ends. */
  ended = g_subprocess_wait (self->child, NULL, NULL);
  g_mutex_lock (&self->lock);
  self->gone = TRUE;
  self->sound = written && ended && g_subprocess_get_successful (self->child);
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
  return NULL;
}

/* All of it is read, or the child would wait for that; the end is kept. */
static gpointer
read_complaints (gpointer data)
{
  KithCoderWork *self = data;
  GInputStream *from = g_subprocess_get_stderr_pipe (self->child);
  char chunk[4096];
  gssize n;

  while ((n = g_input_stream_read (from, chunk, sizeof chunk, self->stop, NULL)) > 0)
    {
      g_mutex_lock (&self->lock);
      g_string_append_len (self->complaint, chunk, n);
      if (self->complaint->len > KEPT)
        g_string_erase (self->complaint, 0, (gssize) (self->complaint->len - KEPT));
      g_mutex_unlock (&self->lock);
    }
  g_mutex_lock (&self->lock);
  self->said = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
  return NULL;
}

/* --- On this one --- */

KithCoderWork *
kith_coder_work_new (const KithCoder *coder,
                     const char *folder,
                     const char *name,
                     int width,
                     int height,
                     guint rate,
                     GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE
      | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_auto (GStrv) command = kith_coder_command (coder, width, height, rate, name);
  GSubprocess *child;
  KithCoderWork *self;

  g_subprocess_launcher_set_cwd (launcher, folder);
  g_subprocess_launcher_setenv (launcher, "LC_ALL", "C", TRUE);
  child = g_subprocess_launcher_spawnv (launcher, (const char *const *) command, error);
  if (child == NULL)
    return NULL;
  self = g_new0 (KithCoderWork, 1);
  self->coder = coder;
  self->width = width;
  self->height = height;
  self->child = child;
  self->stop = g_cancellable_new ();
  self->complaint = g_string_new (NULL);
  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
  g_queue_init (&self->items);
  self->writer = g_thread_new ("film", write_all, self);
  self->reader = g_thread_new ("film-complaints", read_complaints, self);
  return self;
}

static void
push (KithCoderWork *self, cairo_surface_t *picture, guint times)
{
  Item *item = g_new0 (Item, 1);

  item->picture = picture != NULL ? cairo_surface_reference (picture) : NULL;
  item->times = picture != NULL ? times : 0;
  g_queue_push_tail (&self->items, item);
  g_cond_broadcast (&self->changed);
}

void
kith_coder_work_free (KithCoderWork *self)
{
  g_mutex_lock (&self->lock);
  if (!self->gone)
    g_subprocess_force_exit (self->child);
  if (!self->ended)
    push (self, NULL, 0);
  g_mutex_unlock (&self->lock);
  g_cancellable_cancel (self->stop);
  g_thread_join (self->writer);
  g_thread_join (self->reader);
  g_queue_clear_full (&self->items, (GDestroyNotify) item_free);
  g_object_unref (self->child);
  g_string_free (self->complaint, TRUE);
  g_clear_object (&self->cancellable);
  g_object_unref (self->stop);
  g_cond_clear (&self->changed);
  g_mutex_clear (&self->lock);
  g_free (self);
}

void
kith_coder_work_set_wait (KithCoderWork *self,
                          KithCoderWait wait,
                          gpointer data,
                          GCancellable *cancellable)
{
  self->wait = wait;
  self->data = data;
  g_set_object (&self->cancellable, cancellable);
}

/* What it complained of (transfer full), once it has ended. */
static char *
dup_complaint (KithCoderWork *self)
{
  gint64 until = g_get_monotonic_time () + LAST_WORDS;
  char *text;

  g_mutex_lock (&self->lock);
  while (!self->said && g_cond_wait_until (&self->changed, &self->lock, until))
    ;
  text = g_utf8_make_valid (self->complaint->str, (gssize) self->complaint->len);
  g_mutex_unlock (&self->lock);
  return text;
}

/* The last line that says something (transfer full), or NULL. */
static char *
last_line (const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);
  const char *found = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      found = lines[i];
  return found != NULL ? g_utf8_substring (found, 0, MIN (200, g_utf8_strlen (found, -1))) : NULL;
}

static void
set_failed (KithCoderWork *self, GError **error)
{
  const char *program = kith_coder_program (self->coder);
  g_autofree char *text = dup_complaint (self);
  g_autofree char *line = last_line (text);

  if (strstr (text, "No space left on device") != NULL || strstr (text, "File too large") != NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                         _ ("There is no room left to write the video. Free some space on that "
                            "disk, or save to another place."));
  else if (line != NULL)
    /* Translators: a program, what it says. */
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                 _ ("The video could not be made: %s stopped with “%s”."), program, line);
  else
    /* Translators: a program. */
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                 _ ("The video could not be made: %s stopped before it was done."), program);
}

typedef gboolean (*Condition) (KithCoderWork *self);

static gboolean
has_room (KithCoderWork *self)
{
  return self->gone || self->items.length < MOST_QUEUED;
}

static gboolean
is_gone (KithCoderWork *self)
{
  return self->gone;
}

/* FALSE: it was cancelled. */
static gboolean
wait_for (KithCoderWork *self, Condition condition, GError **error)
{
  g_mutex_lock (&self->lock);
  while (!condition (self) && !g_cancellable_is_cancelled (self->cancellable))
    {
      g_cond_wait_until (&self->changed, &self->lock, g_get_monotonic_time () + LOOK);
      g_mutex_unlock (&self->lock);
      if (self->wait != NULL)
        self->wait (self->data);
      g_mutex_lock (&self->lock);
    }
  g_mutex_unlock (&self->lock);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

gboolean
kith_coder_work_put (KithCoderWork *self, cairo_surface_t *picture, guint times, GError **error)
{
  gboolean gone;

  g_return_val_if_fail (cairo_image_surface_get_width (picture) == self->width
                            && cairo_image_surface_get_height (picture) == self->height,
                        FALSE);
  cairo_surface_flush (picture);
  if (!wait_for (self, has_room, error))
    return FALSE;
  g_mutex_lock (&self->lock);
  gone = self->gone;
  if (!gone)
    push (self, picture, times);
  g_mutex_unlock (&self->lock);
  if (gone)
    set_failed (self, error);
  return !gone;
}

gboolean
kith_coder_work_finish (KithCoderWork *self, GError **error)
{
  g_mutex_lock (&self->lock);
  self->ended = TRUE;
  push (self, NULL, 0);
  g_mutex_unlock (&self->lock);
  if (!wait_for (self, is_gone, error))
    return FALSE;
  if (!self->sound)
    set_failed (self, error);
  return self->sound;
}
