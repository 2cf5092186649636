/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-film.h"

#include <glib/gi18n-lib.h>

#include "kith-coder-work.h"
#include "kith-play.h"
#include "kith-posix.h"
#include "kith-store-error.h"

#define MADE 0.95 /* of the progress, when all pictures are made */

typedef struct
{
  const KithExport *options;
  KithCoderWork *work;
  double done; /* 0 to 1 */
} Film;

static void
tell (Film *film)
{
  if (film->options->progress != NULL)
    film->options->progress (film->done, film->options->data);
}

static void
on_wait (gpointer data)
{
  tell (data);
}

static void
on_progress (double fraction, gpointer data)
{
  Film *film = data;

  film->done = MADE * fraction;
  tell (film);
}

static gboolean
on_picture (cairo_surface_t *picture, guint times, gpointer data, GError **error)
{
  return kith_coder_work_put (((Film *) data)->work, picture, times, error);
}

static gboolean
make (const KithTarget *target,
      const char *temporary,
      const KithCoder *coder,
      KithMap *map,
      const KithView *view,
      const KithExport *options,
      guint seconds,
      GError **error)
{
  g_autofree char *name = g_path_get_basename (temporary);
  g_autoptr (KithCoderWork) work = NULL;
  Film film = { .options = options };
  KithExport own = *options;

  work = kith_coder_work_new (coder, target->folder, name, options->width, options->height,
                              KITH_FILM_RATE, error);
  if (work == NULL)
    return FALSE;
  film.work = work;
  own.progress = on_progress;
  own.data = &film;
  kith_coder_work_set_wait (work, on_wait, &film, options->cancellable);
  return kith_play_film (map, view, &own, seconds, on_picture, &film, error)
         && kith_coder_work_finish (work, error);
}

static const KithCoder *
find_coder (KithVideo video, GError **error)
{
  const KithCoder *coder = kith_coder_find (video);
  g_autofree char *words = NULL;

  if (coder != NULL)
    return coder;
  words = kith_coder_missing_words (video);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, words);
  return NULL;
}

static KithTarget *
find_target (const char *path, GError **error)
{
  g_autoptr (KithTarget) target = kith_posix_target (path, error);
  g_autofree char *shown = g_filename_display_name (path);

  if (target == NULL || !target->exists || target->writable)
    return g_steal_pointer (&target);
  g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_READ_ONLY,
               _ ("“%s” may not be changed: it or its folder is read-only. Use Save As to "
                  "put a copy elsewhere."),
               shown);
  return NULL;
}

gboolean
kith_film_has_size (int width, int height)
{
  return width % 2 == 0 && height % 2 == 0 && MIN (width, height) >= KITH_FILM_LEAST_SIDE
         && MAX (width, height) <= KITH_FILM_MOST_SIDE;
}

gboolean
kith_film_write (const char *path,
                 KithVideo video,
                 KithMap *map,
                 const KithView *view,
                 const KithExport *options,
                 guint seconds,
                 GError **error)
{
  const KithCoder *coder = find_coder (video, error);
  g_autoptr (KithTarget) target = coder != NULL ? find_target (path, error) : NULL;
  g_autofree char *temporary = NULL;
  gboolean done;
  int lock;

  g_return_val_if_fail (kith_film_has_size (options->width, options->height), FALSE);
  if (target == NULL)
    return FALSE;
  temporary = kith_posix_reserve_temporary (target, &lock, error);
  if (temporary == NULL)
    return FALSE;
  done = make (target, temporary, coder, map, view, options, seconds, error)
         && kith_posix_finish_temporary (lock, target, error);
  if (done)
    done = kith_posix_put_in_place (temporary, target, error);
  else
    kith_posix_unlink (temporary, NULL);
  kith_posix_close (lock);
  return done;
}
