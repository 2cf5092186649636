/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-play.h"

#include "kith-export-private.h"
#include "kith-round.h"
#include "kith-timeline.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#define MONTH 31 /* days; frames that are farther apart stand for the ends of months */

typedef struct
{
  KithTimeline *timeline; /* of what the audience may see */
  KithMap *shown;         /* as at … */
  gint32 day;             /* … this day */
  GArray *days;           /* of gint32 */
  const KithView *view;
  KithExport options;
  KithSheetFrame frame; /* what is the same on all */
} Play;

/* --- The dates --- */

static gint32
end_of_month (gint32 day)
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
        day = end_of_month (day);
      if (days->len == 0 || g_array_index (days, gint32, days->len - 1) < day)
        g_array_append_val (days, day);
    }
  return days;
}

char *
kith_play_date_words (GArray *days, guint i)
{
  gint32 day = g_array_index (days, gint32, i);
  gint32 first = g_array_index (days, gint32, 0);
  gint32 last = g_array_index (days, gint32, days->len - 1);
  KithDate date = kith_date_of_day (day);
  GDate parts;

  if (end_of_month (day) == day && are_months_apart (first, last, days->len))
    {
      g_date_clear (&parts, 1);
      g_date_set_julian (&parts, (guint32) day);
      date = kith_date_month (g_date_get_year (&parts), g_date_get_month (&parts));
    }
  return kith_date_to_words (&date);
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
line_of (Play *play, const KithNews *item)
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
add_of_rank (Play *play, const GPtrArray *news, int wanted, GPtrArray *lines, guint *left)
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

/* What happened since the frame before (transfer full, of char *). */
static GPtrArray *
lines_of (Play *play, guint i)
{
  gint32 day = g_array_index (play->days, gint32, i);
  gint32 before = i > 0 ? g_array_index (play->days, gint32, i - 1) : KITH_DAY_OPEN_FIRST;
  g_autoptr (GPtrArray) news = kith_timeline_news (play->timeline, before, day, 0);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  guint left = 0;

  for (int wanted = 0; wanted <= 2; wanted++)
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
step_to (Play *play, gint32 day)
{
  g_autoptr (KithEdit) edit = kith_timeline_move (play->timeline, play->shown, play->day, day);
  g_autoptr (GError) error = NULL;

  if (!kith_map_apply (play->shown, edit, &error))
    g_error ("A step in time does not fit: %s", error->message);
  play->day = day;
}

static KithSheet *
sheet_of (Play *play, guint i)
{
  g_autoptr (GPtrArray) lines = lines_of (play, i);
  g_autofree char *date = kith_play_date_words (play->days, i);
  KithSheetFrame frame = play->frame;
  g_autoptr (KithFilter) filter = NULL;
  KithView view;

  step_to (play, g_array_index (play->days, gint32, i));
  view = kith_export_view (play->shown, play->view, &play->options);
  view.day = play->day;
  filter = view.filter;
  frame.date = date;
  frame.news = lines;
  return kith_export_sheet (play->shown, &view, &play->options, &frame);
}

/* The camera that holds all of it, whenever it was there. */
static void
find_bounds (Play *play)
{
  KithRect bounds = { 0 };

  for (guint i = 0; i < play->days->len; i++)
    {
      g_autoptr (KithSheet) sheet = sheet_of (play, i);
      KithRect own = kith_sheet_bounds (sheet);

      if (kith_map_n (play->shown, KITH_STAKEHOLDER) > 0)
        bounds = bounds.width > 0.0 ? kith_rect_union (&bounds, &own) : own;
    }
  play->frame.bounds = bounds;
  if (play->options.orientation == KITH_ORIENTATION_AUTO)
    play->options.orientation = bounds.width >= bounds.height ? KITH_ORIENTATION_LANDSCAPE
                                                              : KITH_ORIENTATION_PORTRAIT;
}

static void
find_rooms (Play *play)
{
  double head = 0.0;
  double legend = 0.0;

  for (guint i = 0; i < play->days->len; i++)
    {
      g_autoptr (KithSheet) sheet = sheet_of (play, i);

      head = MAX (head, kith_sheet_head (sheet));
      legend = MAX (legend, kith_sheet_legend (sheet));
    }
  play->frame.head = head;
  play->frame.legend = legend;
}

static void
tell (Play *play, guint i)
{
  if (play->options.progress != NULL)
    play->options.progress ((double) i / play->days->len, play->options.data);
}

static gboolean
make_png (Play *play, KithPlayTake take, gpointer data, GError **error)
{
  KithExport quiet = play->options;

  quiet.progress = NULL;
  for (guint i = 0; i < play->days->len; i++)
    {
      g_autoptr (KithSheet) sheet = sheet_of (play, i);
      g_autoptr (GBytes) bytes = kith_export_png (sheet, &quiet, error);

      if (bytes == NULL || !take (i, bytes, data, error))
        return FALSE;
      tell (play, i + 1);
    }
  return TRUE;
}

static void
add_outline (Play *play, cairo_surface_t *surface, guint i)
{
  g_autofree char *date = kith_play_date_words (play->days, i);
  g_autofree char *place = g_strdup_printf ("page=%u", i + 1);

  cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, date, place, 0);
}

static gboolean
make_page (Play *play, cairo_surface_t **surface, GByteArray *bytes, guint i, GError **error)
{
  g_autoptr (KithSheet) sheet = sheet_of (play, i);
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
make_pdf (Play *play, KithPlayTake take, gpointer data, GError **error)
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

static gboolean
find_days (Play *play, guint frames, GError **error)
{
  gint32 first, last;

  if (!kith_timeline_span (play->timeline, &first, &last))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("Nothing on this map has a date, so there is nothing to play."));
      return FALSE;
    }
  play->days = kith_play_days (first, last, frames);
  play->day = first;
  play->shown = kith_timeline_map (play->timeline, first);
  return TRUE;
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
  g_autoptr (KithMap) seen = kith_map_to_show (map, view->audience);
  Play play = { .view = view, .options = *options };
  gboolean made;

  play.timeline = kith_timeline_new (seen);
  made = find_days (&play, frames, error);
  if (made)
    {
      find_bounds (&play);
      find_rooms (&play);
      made = options->format == KITH_PICTURE_PDF ? make_pdf (&play, take, data, error)
                                                 : make_png (&play, take, data, error);
    }
  g_clear_pointer (&play.shown, kith_map_unref);
  g_clear_pointer (&play.days, g_array_unref);
  kith_timeline_unref (play.timeline);
  return made;
}
