/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plays from the command line: numbered pictures, pages, a film. */
#include "kith-cli-files.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-film.h"
#include "kith-play.h"

#define USUAL_WIDTH 1280 /* pixels of a film */
#define USUAL_HEIGHT 720

/* "out.png", 3 → "out-003.png" */
static char *
frame_name (const char *name, guint i)
{
  const char *dot = strrchr (name, '.');

  return g_strdup_printf ("%.*s-%03u%s", (int) (dot - name), name, i + 1, dot);
}

typedef struct
{
  const char *name;
  gboolean numbered;
  gboolean talks; /* standard error is a terminal */
} Playing;

static gboolean
write_frame (guint i, GBytes *bytes, gpointer data, GError **error)
{
  const Playing *playing = data;
  g_autofree char *numbered = playing->numbered ? frame_name (playing->name, i) : NULL;

  return kith_cli_write_bytes (playing->numbered ? numbered : playing->name, bytes, error);
}

static void
tell_progress (double fraction, gpointer data)
{
  const Playing *playing = data;

  if (playing->talks)
    g_printerr ("\r%3.0f %%", fraction * 100.0);
}

static gboolean
check_play (const char *name, const KithFormat *format, GError **error)
{
  if (format->id == KITH_FORMAT_PDF || kith_format_is_film (format))
    return TRUE;
  if (format->id != KITH_FORMAT_PNG)
    return kith_usage_fail (
        error, _ ("--play writes numbered .png pictures, one .pdf or a film (.mp4, .webm)."));
  if (g_str_equal (name, "-"))
    return kith_usage_fail (error, _ ("A play as PNG is several files and cannot go to “-”. Give a "
                                      "name, or write a PDF."));
  return TRUE;
}

/* What a page of paper or a single picture has and a film has not. */
static gboolean
check_film (const KithExport *export, GError **error)
{
  if (export->scale != 1.0)
    return kith_usage_fail (error, _ ("A film has no --scale: say its --size."));
  if (export->transparent)
    return kith_usage_fail (error, _ ("A film cannot be --transparent."));
  if (export->width > 0 && !kith_film_has_size (export->width, export->height))
    return kith_usage_fail (
        error,
        _ ("A film cannot be %d × %d. Its sides are even numbers from %d to %d, "
           "such as 1280x720 or 1920x1080."),
        export->width, export->height, KITH_FILM_LEAST_SIDE, KITH_FILM_MOST_SIDE);
  return TRUE;
}

static gboolean
write_film (KithMap *map,
            const char *name,
            const KithFormat *format,
            const KithView *view,
            KithExport *export,
            guint seconds,
            GError **error)
{
  KithVideo video = format->id == KITH_FORMAT_MP4 ? KITH_VIDEO_MP4 : KITH_VIDEO_WEBM;
  g_autofree char *words = NULL;

  if (!check_film (export, error))
    return FALSE;
  if (kith_coder_find (video) == NULL)
    {
      words = kith_coder_missing_words (video);
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s\n%s", words,
                   _ ("Numbered pictures: give the file an ending of .png, and --play."));
      return FALSE;
    }
  if (export->width == 0)
    {
      export->width = USUAL_WIDTH;
      export->height = USUAL_HEIGHT;
    }
  return kith_film_write (name, video, map, view, export,
                          seconds > 0 ? seconds : KITH_USUAL_SECONDS, error);
}

gboolean
kith_cli_write_play (KithMap *map,
                     const char *name,
                     const KithFormat *format,
                     KithAudience audience,
                     const KithCliOptions *options,
                     GError **error)
{
  Playing playing = { name, format->id == KITH_FORMAT_PNG, g_log_writer_supports_color (2) };
  KithView view = KITH_VIEW_INIT;
  KithExport export = options->export;
  g_autoptr (KithFilter) filter = NULL;
  gboolean done;

  view.audience = audience;
  if (!check_play (name, format, error)
      || !kith_cli_read_filter (map, audience, options, &filter, error)
      || !kith_cli_read_lens (map, options, &view, error))
    return FALSE;
  view.filter = filter;
  view.lines = options->lines;
  view.flags = options->flags;
  export.format = format->id == KITH_FORMAT_PDF ? KITH_PICTURE_PDF : KITH_PICTURE_PNG;
  export.title = options->title;
  export.marking = options->marking;
  if (!kith_cli_check_page (&export, error))
    return FALSE;
  export.progress = tell_progress;
  export.data = &playing;
  if (export.anonymous)
    kith_cli_say_obvious (map, audience);
  done = kith_format_is_film (format)
             ? write_film (map, name, format, &view, &export, options->seconds, error)
             : kith_play_export (map, &view, &export,
                                 options->frames > 0 ? options->frames : KITH_USUAL_FRAMES,
                                 write_frame, &playing, error);
  if (playing.talks)
    g_printerr ("\r      \r");
  return done;
}
