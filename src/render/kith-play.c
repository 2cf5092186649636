/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-play.h"

#include "kith-names-replaced.h"
#include "kith-play-private.h"
#include "kith-round.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#define MONTH 31 /* days; frames that are farther apart stand for the ends of months */

/* --- The dates --- */

gint32
kith_play_end_of_month (gint32 day)
{
  GDate date;
  KithDate month;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  month = kith_date_month (g_date_get_year (&date), g_date_get_month (&date));
  return month.last;
}

static gboolean
are_months_apart (gint32 first, gint32 last, guint frames)
{
  return (gint64) last - first >= (gint64) 2 * MONTH * (frames - 1);
}

/**
 * kith_play_days:
 * @first: the first day on which anything changes
 * @last: the last one
 * @frames: how many dates at most; at least 2
 *
 * Returns: (transfer full): gint32, ascending, the last of them not before @last
 */
GArray *
kith_play_days (gint32 first, gint32 last, guint frames)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (gint32));
  gboolean months = are_months_apart (first, last, frames);

  for (guint i = 0; i < frames; i++)
    {
      gint32 day = first + (gint32) (((gint64) last - first) * i / (frames - 1));

      if (months)
        day = kith_play_end_of_month (day);
      if (days->len == 0 || g_array_index (days, gint32, days->len - 1) < day)
        g_array_append_val (days, day);
    }
  return days;
}

static char *
date_words (gint32 day, gboolean month)
{
  KithDate date = kith_date_of_day (day);
  GDate parts;

  if (month && kith_play_end_of_month (day) == day)
    {
      g_date_clear (&parts, 1);
      g_date_set_julian (&parts, (guint32) day);
      date = kith_date_month (g_date_get_year (&parts), g_date_get_month (&parts));
    }
  return kith_date_to_words (&date);
}

char *
kith_play_date_words (GArray *days, guint i)
{
  gint32 first = g_array_index (days, gint32, 0);
  gint32 last = g_array_index (days, gint32, days->len - 1);

  return date_words (g_array_index (days, gint32, i), are_months_apart (first, last, days->len));
}

/* --- What happened --- */

/* Events and mergers above all, then what began or ended, then what was said of whom. */
static int
rank (const KithNews *item)
{
  switch (item->type)
    {
    case KITH_NEWS_EVENT:
    case KITH_NEWS_SUCCESSION:
      return 0;
    case KITH_NEWS_BEGINS:
    case KITH_NEWS_ENDS:
    case KITH_NEWS_RENAMED:
      return 1;
    case KITH_NEWS_RISES:
    case KITH_NEWS_FALLS:
      return 2;
    case KITH_NEWS_RATED:
    case KITH_NEWS_LINE:
    default:
      return 3;
    }
}

static char *
line_of (KithPlay *play, const KithNews *item)
{
  const KithEvent *event = item->type == KITH_NEWS_EVENT
                               ? kith_map_event (kith_timeline_get_map (play->timeline), item->id)
                               : NULL;
  KithDate day = event != NULL ? event->date : kith_date_of_day (item->day);
  g_autofree char *when = kith_date_to_short_words (&day);

  if (event == NULL)
    return g_strdup (item->words);
  /* Translators: a date and the title of an event. */
  return g_strdup_printf (_ ("%s: %s"), when, item->words);
}

static void
add_of_rank (KithPlay *play, const GPtrArray *news, int wanted, GPtrArray *lines, guint *left)
{
  for (guint i = 0; i < news->len; i++)
    {
      const KithNews *item = news->pdata[i];

      if (item->follows || rank (item) != wanted)
        continue;
      if (lines->len < KITH_SHEET_NEWS)
        g_ptr_array_add (lines, line_of (play, item));
      else
        ++*left;
    }
}

/* In a film what came before has been seen: the latest are told. */
static void
add_latest_of_rank (KithPlay *play, const GPtrArray *news, int wanted, GPtrArray *lines)
{
  guint begin = lines->len;

  for (guint i = news->len; i > 0 && lines->len < KITH_SHEET_NEWS; i--)
    {
      const KithNews *item = news->pdata[i - 1];

      if (!item->follows && rank (item) == wanted)
        g_ptr_array_insert (lines, (int) begin, line_of (play, item));
    }
}

GPtrArray *
kith_play_lines (KithPlay *play, guint i)
{
  gint32 day = g_array_index (play->days, gint32, i);
  gint32 before = i >= play->reach ? g_array_index (play->days, gint32, i - play->reach)
                                   : KITH_DAY_OPEN_FIRST;
  g_autoptr (GPtrArray) news = kith_timeline_news (play->timeline, before, day, 0);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  guint left = 0;

  for (int wanted = 0; wanted <= 2; wanted++)
    if (play->reach > 1)
      add_latest_of_rank (play, news, wanted, lines);
    else
      add_of_rank (play, news, wanted, lines, &left);
  if (left == 0)
    return lines;
  left++;
  g_ptr_array_remove_index (lines, KITH_SHEET_NEWS - 1);
  /* Translators: below a list of what happened. */
  g_ptr_array_add (lines, g_strdup_printf (ngettext ("and %u more", "and %u more", left), left));
  return lines;
}

/* --- The frames --- */

static void
step_to (KithPlay *play, gint32 day)
{
  g_autoptr (KithEdit) edit = kith_timeline_move (play->timeline, play->shown, play->day, day);
  g_autoptr (GError) error = NULL;

  if (!kith_map_apply (play->shown, edit, &error))
    g_error ("A step in time does not fit: %s", error->message);
  play->day = day;
}

KithSheet *
kith_play_sheet (KithPlay *play, guint i)
{
  gint32 day = g_array_index (play->days, gint32, i);
  g_autoptr (GPtrArray) lines = kith_play_lines (play, i);
  g_autofree char *date = date_words (day, play->months);
  KithSheetFrame frame = play->frame;
  g_autoptr (KithFilter) filter = NULL;
  KithView view;

  step_to (play, day);
  view = kith_export_view (play->shown, play->view, &play->options);
  view.day = play->day;
  filter = view.filter;
  frame.date = date;
  frame.news = lines;
  return kith_export_sheet (play->shown, &view, &play->options, &frame);
}

/* Told in between, so that a window stays alive; whether it is wanted no more. */
static gboolean
is_stopped (KithPlay *play)
{
  if (play->options.progress != NULL)
    play->options.progress (0.0, play->options.data);
  return g_cancellable_is_cancelled (play->options.cancellable);
}

/* The same day with the same words again needs no other look. */
static gboolean
is_again (KithPlay *play, guint i)
{
  return i > 0
         && g_array_index (play->days, gint32, i) == g_array_index (play->days, gint32, i - 1);
}

/* The camera that holds all of it, whenever it was there. */
static void
find_bounds (KithPlay *play)
{
  KithRect bounds = { 0 };

  for (guint i = 0; i < play->days->len && !is_stopped (play); i++)
    {
      g_autoptr (KithSheet) sheet = is_again (play, i) ? NULL : kith_play_sheet (play, i);
      KithRect own = { 0 };

      if (sheet == NULL || kith_map_n (play->shown, KITH_STAKEHOLDER) == 0)
        continue;
      own = kith_sheet_bounds (sheet);
      bounds = bounds.width > 0.0 ? kith_rect_union (&bounds, &own) : own;
    }
  play->frame.bounds = bounds;
  if (play->options.orientation == KITH_ORIENTATION_AUTO)
    play->options.orientation = bounds.width >= bounds.height ? KITH_ORIENTATION_LANDSCAPE
                                                              : KITH_ORIENTATION_PORTRAIT;
}

static void
find_rooms (KithPlay *play)
{
  KithSheetFrame rooms = play->frame;

  for (guint i = 0; i < play->days->len && !is_stopped (play); i++)
    {
      g_autoptr (KithSheet) sheet = is_again (play, i) ? NULL : kith_play_sheet (play, i);

      double width, height;

      if (sheet == NULL)
        continue;
      kith_sheet_column (sheet, &width, &height);
      rooms.head = MAX (rooms.head, kith_sheet_head (sheet));
      rooms.legend = MAX (rooms.legend, kith_sheet_legend (sheet));
      rooms.column_width = MAX (rooms.column_width, width);
      rooms.column_height = MAX (rooms.column_height, height);
    }
  play->frame = rooms;
}

gboolean
kith_play_prepare (KithPlay *play, GError **error)
{
  find_bounds (play);
  find_rooms (play);
  return !g_cancellable_set_error_if_cancelled (play->options.cancellable, error);
}

static void
tell (KithPlay *play, guint i)
{
  if (play->options.progress != NULL)
    play->options.progress ((double) i / play->days->len, play->options.data);
}

static gboolean
make_png (KithPlay *play, KithPlayTake take, gpointer data, GError **error)
{
  KithExport quiet = play->options;

  quiet.progress = NULL;
  for (guint i = 0; i < play->days->len; i++)
    {
      g_autoptr (KithSheet) sheet = kith_play_sheet (play, i);
      g_autoptr (GBytes) bytes = kith_export_png (sheet, &quiet, error);

      if (bytes == NULL || !take (i, bytes, data, error))
        return FALSE;
      tell (play, i + 1);
    }
  return TRUE;
}

static void
add_outline (KithPlay *play, cairo_surface_t *surface, guint i)
{
  g_autofree char *date = date_words (g_array_index (play->days, gint32, i), play->months);
  g_autofree char *place = g_strdup_printf ("page=%u", i + 1);

  cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, date, place, 0);
}

static gboolean
make_page (KithPlay *play, cairo_surface_t **surface, GByteArray *bytes, guint i, GError **error)
{
  g_autoptr (KithSheet) sheet = kith_play_sheet (play, i);
  KithExport quiet = play->options;

  quiet.progress = NULL;
  if (*surface == NULL)
    *surface = kith_export_pdf_surface (play->shown, sheet, &play->options, bytes);
  if (!kith_export_draw (sheet, *surface, KITH_POINTS, &quiet, TRUE, error))
    return FALSE;
  cairo_surface_show_page (*surface);
  add_outline (play, *surface, i);
  tell (play, i + 1);
  return TRUE;
}

static gboolean
make_pdf (KithPlay *play, KithPlayTake take, gpointer data, GError **error)
{
  g_autoptr (GByteArray) array = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  cairo_surface_t *surface = NULL;
  gboolean made = TRUE;

  for (guint i = 0; i < play->days->len && made; i++)
    made = make_page (play, &surface, array, i, error);
  made = kith_export_finish (surface, made ? error : NULL) && made;
  cairo_surface_destroy (surface);
  if (!made)
    return FALSE;
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&array));
  return take (0, bytes, data, error);
}

gboolean
kith_play_span (KithPlay *play, gint32 *first, gint32 *last, GError **error)
{
  if (kith_timeline_span (play->timeline, first, last))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               _ ("Nothing on this map has a date, so there is nothing to play."));
  return FALSE;
}

static gboolean
find_days (KithPlay *play, guint frames, GError **error)
{
  gint32 first, last;

  if (!kith_play_span (play, &first, &last, error))
    return FALSE;
  play->days = kith_play_days (first, last, frames);
  play->months = are_months_apart (g_array_index (play->days, gint32, 0),
                                   g_array_index (play->days, gint32, play->days->len - 1),
                                   play->days->len);
  play->day = first;
  play->shown = kith_timeline_map (play->timeline, first);
  return TRUE;
}

void
kith_play_init (KithPlay *play, KithMap *map, const KithView *view, const KithExport *options)
{
  g_autoptr (KithMap) seen = kith_map_to_show (map, view->audience);
  g_autoptr (KithMap) told = options->anonymous ? kith_map_replace_names (seen, map)
                                                : kith_map_ref (seen);

  *play = (KithPlay){ .view = view, .options = *options, .reach = 1 };
  play->timeline = kith_timeline_new (told);
}

void
kith_play_clear (KithPlay *play)
{
  g_clear_pointer (&play->shown, kith_map_unref);
  g_clear_pointer (&play->days, g_array_unref);
  g_clear_pointer (&play->timeline, kith_timeline_unref);
}

/**
 * kith_play_export:
 * @map: the whole map
 * @view: how it is looked at, and by whom
 * @options: format, page, progress
 * @frames: how many, 2 to KITH_MOST_FRAMES
 * @take: takes each file
 * @data: for @take
 * @error: as kith_export(), and what @take says
 *
 * Cost: three times that of all the frames.
 *
 * Returns: whether all were made and taken
 */
gboolean
kith_play_export (KithMap *map,
                  const KithView *view,
                  const KithExport *options,
                  guint frames,
                  KithPlayTake take,
                  gpointer data,
                  GError **error)
{
  g_auto (KithPlay) play = { 0 };

  kith_play_init (&play, map, view, options);
  if (!find_days (&play, frames, error) || !kith_play_prepare (&play, error))
    return FALSE;
  return options->format == KITH_PICTURE_PDF ? make_pdf (&play, take, data, error)
                                             : make_png (&play, take, data, error);
}
