/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A play as a film: the pictures of a play on paper at the pace of the time bar, each as long as it is
 * to be seen. Knows nothing of videos. */
#include "kith-play-private.h"
#include "kith-time-pace.h"

#define STEP 5               /* pictures of the video between two of ours: five a second */
#define READ 15              /* of ours: what happened stays to be read for three seconds */
#define FIRST KITH_FILM_RATE /* of the video: how long the first is held, and the last */
#define LAST (3 * KITH_FILM_RATE)
#define FEW 10 /* days from one picture to the next; beyond, each stands for a month */

/* --- Which day when --- */

static guint
count_pictures (guint seconds)
{
  return (seconds * KITH_FILM_RATE - FIRST - LAST) / STEP + 1;
}

static void
find_days (KithPlay *play, gint32 first, gint32 last, guint seconds, guint n)
{
  g_autoptr (KithTimePace) pace = kith_time_pace_new (play->timeline, first, last);

  play->months = ((gint64) last - first) / (count_pictures (seconds) - 1) >= FEW;
  play->days = g_array_sized_new (FALSE, FALSE, sizeof (gint32), n);
  for (guint i = 0; i < n; i++)
    {
      gint32 day = i + 1 < n ? kith_time_pace_day (pace, (double) i / (n - 1)) : last;

      if (play->months)
        day = kith_play_end_of_month (day);
      g_array_append_val (play->days, day);
    }
}

static gboolean
begin (KithPlay *play, guint seconds, guint n, GError **error)
{
  gint32 first, last;

  if (!kith_play_span (play, &first, &last, error))
    return FALSE;
  find_days (play, first, last, seconds, n);
  play->day = first;
  play->shown = kith_timeline_map (play->timeline, first);
  return kith_play_prepare (play, error);
}

/* --- The pictures --- */

static cairo_surface_t *
draw (KithPlay *play, guint i, GError **error)
{
  g_autoptr (KithSheet) sheet = kith_play_sheet (play, i);
  KithExport quiet = play->options;
  cairo_surface_t *surface;
  double scale;

  quiet.progress = NULL;
  quiet.transparent = FALSE;
  surface = kith_export_image (quiet.width, quiet.height, &quiet, &scale, error);
  if (surface == NULL || kith_export_draw (sheet, surface, scale, &quiet, FALSE, error))
    return surface;
  cairo_surface_destroy (surface);
  return NULL;
}

static gboolean
are_the_same (const GPtrArray *lines, const GPtrArray *others)
{
  if (lines->len != others->len)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    if (!g_str_equal (lines->pdata[i], others->pdata[i]))
      return FALSE;
  return TRUE;
}

/* How many of ours from `i` on look the same. */
static guint
count_same (KithPlay *play, guint i)
{
  g_autoptr (GPtrArray) lines = kith_play_lines (play, i);
  gint32 day = g_array_index (play->days, gint32, i);
  guint n = 1;

  while (i + n < play->days->len && g_array_index (play->days, gint32, i + n) == day)
    {
      g_autoptr (GPtrArray) next = kith_play_lines (play, i + n);

      if (!are_the_same (lines, next))
        break;
      n++;
    }
  return n;
}

/* Pictures of the video for `n` of ours from `i` on. */
static guint
times (const KithPlay *play, guint i, guint n)
{
  guint all = STEP * n;

  if (i == 0)
    all += FIRST;
  if (i + n == play->days->len)
    all += LAST - STEP; /* the last of ours is there from the moment on that it stands for */
  return all;
}

static gboolean
show_all (KithPlay *play, KithFilmTake take, gpointer data, GError **error)
{
  for (guint i = 0; i < play->days->len;)
    {
      guint n = count_same (play, i);
      cairo_surface_t *picture = draw (play, i, error);
      gboolean taken = picture != NULL && take (picture, times (play, i, n), data, error);

      cairo_surface_destroy (picture);
      if (!taken)
        return FALSE;
      i += n;
      if (play->options.progress != NULL)
        play->options.progress ((double) i / play->days->len, play->options.data);
    }
  return TRUE;
}

/**
 * kith_play_film:
 * @map: the whole map
 * @view: how it is looked at, and by whom
 * @options: width, height, title, marking, progress, cancellable
 * @seconds: KITH_LEAST_SECONDS to KITH_MOST_SECONDS
 * @take: takes each picture
 * @data: for @take
 * @error: as kith_play_export()
 *
 * Cost: three times that of the pictures, at most five a second.
 *
 * Returns: whether all were made and taken
 */
gboolean
kith_play_film (KithMap *map,
                const KithView *view,
                const KithExport *options,
                guint seconds,
                KithFilmTake take,
                gpointer data,
                GError **error)
{
  g_auto (KithPlay) play = { 0 };

  g_return_val_if_fail (options->width > 0 && options->height > 0, FALSE);
  kith_play_init (&play, map, view, options);
  play.reach = READ;
  return begin (&play, seconds, count_pictures (seconds), error)
         && show_all (&play, take, data, error);
}

cairo_surface_t *
kith_play_moment (KithMap *map,
                  const KithView *view,
                  const KithExport *options,
                  guint seconds,
                  guint i,
                  guint n,
                  GError **error)
{
  g_auto (KithPlay) play = { 0 };

  g_return_val_if_fail (i < n && options->width > 0 && options->height > 0, NULL);
  kith_play_init (&play, map, view, options);
  return begin (&play, seconds, n, error) ? draw (&play, i, error) : NULL;
}
