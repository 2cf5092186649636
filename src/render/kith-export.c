/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-export-private.h"

#include "kith-as-at.h"
#include "kith-compare-view.h"
#include "kith-names-replaced.h"
#include "kith-pdf.h"
#include "kith-report.h"
#include "kith-round.h"
#include "kith-svg.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define MARGIN 38.0     /* of a page: 10 mm */
#define MOST_MARGIN 0.2 /* of the shorter side of one */
#define SLIDE_WIDTH \
  1600.0 /* pixels of a picture on which title block and legend have their own size */
#define SLIDE_HEIGHT 900.0

static const KithEnumValue paper_values[] = {
  { "a4", N_ ("A4") }, { "a3", N_ ("A3") }, { "a2", N_ ("A2") },
  { "a1", N_ ("A1") }, { "a0", N_ ("A0") }, { "letter", N_ ("Letter") },
};
const KithEnum kith_papers = { "paper", G_N_ELEMENTS (paper_values), paper_values };

/* Millimetres, portrait (ISO 216), and how large title block and legend stand on it: read in the
 * hand on the small ones, from a step away on the large ones. */
static const struct
{
  double width;
  double height;
  double furniture;
} papers[] = {
  [KITH_PAPER_A4] = { 210, 297, 0.74 }, [KITH_PAPER_A3] = { 297, 420, 0.9 },
  [KITH_PAPER_A2] = { 420, 594, 1.2 },  [KITH_PAPER_A1] = { 594, 841, 1.6 },
  [KITH_PAPER_A0] = { 841, 1189, 2.2 }, [KITH_PAPER_LETTER] = { 215.9, 279.4, 0.74 },
};

typedef struct
{
  const KithExport *options;
  guint done;
  guint all;
} Progress;

static gboolean
on_tick (gpointer data)
{
  Progress *progress = data;
  const KithExport *options = progress->options;

  progress->done += 64;
  if (options->progress != NULL)
    options->progress (MIN (1.0, (double) progress->done / MAX (progress->all, 1)), options->data);
  return !g_cancellable_is_cancelled (options->cancellable);
}

/* --- The page that the options ask for --- */

static double
map_units (double millimetres)
{
  return millimetres * 96.0 / 25.4;
}

/* What lies in the printer is of any size: as the papers on both sides of it. */
static double
furniture_for (double width)
{
  guint i = KITH_PAPER_A4;

  if (width <= papers[i].width)
    return papers[i].furniture * MAX (width / papers[i].width, 0.7);
  while (i < KITH_PAPER_A0 && width > papers[i + 1].width)
    i++;
  if (i == KITH_PAPER_A0)
    return papers[i].furniture;
  return papers[i].furniture
         + (papers[i + 1].furniture - papers[i].furniture) * (width - papers[i].width)
               / (papers[i + 1].width - papers[i].width);
}

/* Ours, or what the printer needs; a label keeps room for something. */
static double
margin_for (const KithPageSize *page)
{
  return MIN (MAX (MARGIN, map_units (page->margin)),
              map_units (MIN (page->width, page->height)) * MOST_MARGIN);
}

void
kith_export_page (const KithExport *options,
                  gboolean landscape,
                  double size[2],
                  double *margin,
                  double *furniture)
{
  const KithPageSize *page = options->tiled ? NULL : options->page;

  if (options->format == KITH_PICTURE_PDF)
    {
      size[landscape ? 1 : 0] = map_units (page != NULL ? page->width
                                                        : papers[options->paper].width);
      size[landscape ? 0 : 1] = map_units (page != NULL ? page->height
                                                        : papers[options->paper].height);
      *margin = page != NULL ? margin_for (page) : MARGIN;
      *furniture = page != NULL ? furniture_for (page->width) : papers[options->paper].furniture;
      return;
    }
  size[0] = options->width;
  size[1] = options->height;
  *furniture = 1.0;
  if (options->width > 0)
    *furniture = CLAMP (MIN (options->width / SLIDE_WIDTH, options->height / SLIDE_HEIGHT), 0.4,
                        6.0);
  *margin = 20.0 * *furniture;
}

static KithSheet *
paper_sheet (KithMap *map,
             const KithView *view,
             const KithExport *options,
             const KithSheetFrame *frame,
             const KithSheet *like,
             gboolean landscape)
{
  KithSheetFormat format = { .title_block = options->title_block,
                             .title = options->title,
                             .frame = frame,
                             .like = like,
                             .marking = options->marking,
                             .purpose = options->purpose,
                             .signs = options->signs };
  double size[2];

  kith_export_page (options, landscape, size, &format.margin, &format.furniture);
  format.width = size[0];
  format.height = size[1];
  return kith_sheet_new (map, view, &format);
}

KithPoster *
kith_export_poster (KithSheet *sheet, const KithExport *options)
{
  const KithPageSize *page = options->page;
  double width, height;

  kith_sheet_size (sheet, &width, &height);
  return kith_poster_new (width, height,
                          map_units (page != NULL ? page->width : papers[options->tile].width),
                          map_units (page != NULL ? page->height : papers[options->tile].height),
                          page != NULL ? map_units (page->margin) : 0.0);
}

static KithSheet *
sheet_for_paper (KithMap *map,
                 const KithView *view,
                 const KithExport *options,
                 const KithSheetFrame *frame)
{
  g_autoptr (KithSheet) upright = NULL;
  g_autoptr (KithSheet) wide = NULL;

  if (options->orientation != KITH_ORIENTATION_AUTO)
    return paper_sheet (map, view, options, frame, NULL,
                        options->orientation == KITH_ORIENTATION_LANDSCAPE);
  upright = paper_sheet (map, view, options, frame, NULL, FALSE);
  wide = paper_sheet (map, view, options, frame, upright, TRUE);
  return kith_sheet_scale (upright) > kith_sheet_scale (wide) ? g_steal_pointer (&upright)
                                                              : g_steal_pointer (&wide);
}

KithSheet *
kith_export_sheet (KithMap *map,
                   const KithView *view,
                   const KithExport *options,
                   const KithSheetFrame *frame)
{
  KithSheetFormat format = { .width = options->width,
                             .height = options->height,
                             .title_block = options->title_block,
                             .title = options->title,
                             .frame = frame,
                             .marking = options->marking,
                             .purpose = options->purpose,
                             .signs = options->signs };
  double size[2];

  if (options->format == KITH_PICTURE_PDF)
    return sheet_for_paper (map, view, options, frame);
  if (options->format == KITH_PICTURE_HTML) /* the page itself says these */
    {
      format.title_block = format.signs = FALSE;
      format.marking = NULL;
    }
  kith_export_page (options, FALSE, size, &format.margin, &format.furniture);
  return kith_sheet_new (map, view, &format);
}

/* What the audience may see, as at the day that the view shows, or what it compares (transfer
 * full). */
static KithMap *
shown_map (KithMap *map,
           const KithView *view,
           const KithExport *options,
           KithComparison **comparison)
{
  g_autoptr (KithMap) seen = kith_map_to_show (map, view->audience);
  g_autoptr (KithMap) shown = kith_view_shown (view, map, seen, comparison);

  return options->anonymous ? kith_map_replace_names (shown, map) : g_steal_pointer (&shown);
}

/* A dark window's map is printed in the light palette; what a filter lets pass is found out on the
 * audience's map. */
KithView
kith_export_view (KithMap *shown, const KithView *view, const KithExport *options)
{
  KithView made = *view;

  made.pass = NULL;
  made.comparison = NULL;
  /* what was typed to filter by may be a name */
  made.filter = kith_filter_for_audience (view->filter, shown, view->audience, options->anonymous);
  if (options->format == KITH_PICTURE_PDF)
    made.palette = view->palette == KITH_PALETTE_LIGHT_CONTRAST
                           || view->palette == KITH_PALETTE_DARK_CONTRAST
                       ? KITH_PALETTE_LIGHT_CONTRAST
                       : KITH_PALETTE_LIGHT;
  return made;
}

/* --- Surfaces --- */

cairo_status_t
kith_export_append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
is_cancelled (const KithExport *options, GError **error)
{
  return g_cancellable_set_error_if_cancelled (options->cancellable, error);
}

static gboolean
surface_is_sound (cairo_surface_t *surface, GError **error)
{
  cairo_status_t status = cairo_surface_status (surface);

  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The picture could not be drawn: %s."),
               cairo_status_to_string (status));
  return FALSE;
}

gboolean
kith_export_draw_on (KithSheet *sheet,
                     cairo_t *cr,
                     const KithExport *options,
                     gboolean transparent,
                     GError **error)
{
  Progress progress = { options, 0, kith_sheet_n_figures (sheet) };

  kith_sheet_draw (sheet, cr, transparent, on_tick, &progress);
  return !is_cancelled (options, error);
}

gboolean
kith_export_draw (KithSheet *sheet,
                  cairo_surface_t *surface,
                  double scale,
                  const KithExport *options,
                  gboolean transparent,
                  GError **error)
{
  cairo_t *cr = cairo_create (surface);
  gboolean drawn;

  cairo_scale (cr, scale, scale);
  drawn = kith_export_draw_on (sheet, cr, options, transparent, error);
  cairo_destroy (cr);
  return drawn && surface_is_sound (surface, error);
}

const char *
kith_export_title (KithMap *map, const KithExport *options)
{
  const char *title = options->title != NULL ? options->title : kith_map_about (map)->title;

  return title[0] != '\0' ? title : _ ("Untitled map");
}

static void
set_metadata (cairo_surface_t *surface, KithMap *map, const KithExport *options)
{
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  kith_export_title (map, options));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Kith");
}

cairo_surface_t *
kith_export_pdf_surface (KithMap *map,
                         KithSheet *sheet,
                         const KithExport *options,
                         GByteArray *bytes)
{
  cairo_surface_t *surface;
  double width;
  double height;

  kith_sheet_size (sheet, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (kith_export_append, bytes, width * KITH_POINTS,
                                                 height * KITH_POINTS);
  set_metadata (surface, map, options);
  return surface;
}

gboolean
kith_export_finish (cairo_surface_t *surface, GError **error)
{
  cairo_surface_finish (surface);
  return surface_is_sound (surface, error);
}

static GBytes *
export_pdf (KithMap *map,
            const KithView *view,
            KithSheet *sheet,
            const KithExport *options,
            GError **error)
{
  g_autoptr (KithPdf) pdf = kith_pdf_new ();
  double width, height;

  kith_pdf_look_at (pdf, map, view);
  kith_sheet_size (sheet, &width, &height);
  if (options->tiled)
    kith_pdf_begin_drawing (pdf, width, height);
  else
    kith_pdf_begin_page (pdf, width, height);
  if (!kith_export_draw_on (sheet, kith_pdf_context (pdf), options, TRUE, error))
    return NULL;
  if (options->tiled)
    {
      g_autoptr (KithPoster) poster = kith_export_poster (sheet, options);

      kith_poster_put (poster, pdf, kith_pdf_end_drawing (pdf));
    }
  else
    kith_pdf_end_page (pdf);
  return kith_pdf_finish (pdf, kith_export_title (map, options), kith_map_about (map)->owner);
}

static GBytes *
export_svg (KithMap *map,
            const KithView *view,
            KithSheet *sheet,
            const KithExport *options,
            GError **error)
{
  g_autoptr (KithSvg) svg = kith_svg_new (map, view);
  double width, height;
  gsize length;
  char *text;

  if (!kith_export_draw_on (sheet, kith_svg_context (svg), options, options->transparent, error))
    return NULL;
  kith_sheet_size (sheet, &width, &height);
  text = kith_svg_finish (svg, width, height, kith_export_title (map, options),
                          kith_sheet_summary (sheet), FALSE, &length);
  return g_bytes_new_take (text, length);
}

void
kith_export_shown_init (KithSceneShown *shown,
                        KithMap *map,
                        const KithView *view,
                        const KithExport *options)
{
  shown->map = shown_map (map, view, options, &shown->comparison);
  shown->view = kith_export_view (shown->map, view, options);
  shown->filter = shown->view.filter;
  shown->view.comparison = shown->comparison;
}

/* The sheet of a picture, and what is on it, which has to outlive it. */
KithSheet *
kith_export_shown_sheet (KithMap *map,
                         const KithView *view,
                         const KithExport *options,
                         KithSceneShown *shown)
{
  kith_export_shown_init (shown, map, view, options);
  return kith_export_sheet (shown->map, &shown->view, options, NULL);
}

static GBytes *
export_picture (KithMap *map, const KithView *view, const KithExport *options, GError **error)
{
  g_auto (KithSceneShown) shown = { 0 };
  g_autoptr (KithSheet) sheet = NULL;

  if (is_cancelled (options, error))
    return NULL;
  sheet = kith_export_shown_sheet (map, view, options, &shown);
  if (options->format == KITH_PICTURE_PNG)
    return kith_export_png (sheet, options, error);
  if (options->format == KITH_PICTURE_HTML)
    return kith_export_html (shown.map, &shown.view, sheet, options, error);
  if (options->format == KITH_PICTURE_SVG)
    return export_svg (shown.map, &shown.view, sheet, options, error);
  return export_pdf (shown.map, &shown.view, sheet, options, error);
}

/* What a report is made of (transfer full), and how that is looked at; the view's filter is the
 * caller's to free. */
KithMap *
kith_export_report_map (KithMap *map,
                        const KithView *view,
                        const KithExport *options,
                        KithView *made)
{
  g_autoptr (KithMap) seen = kith_map_to_show (map, view->audience);
  KithMap *source = options->anonymous ? kith_map_replace_names (seen, map) : kith_map_ref (map);

  *made = kith_export_view (options->anonymous ? source : seen, view, options);
  if (options->anonymous)
    made->against = NULL; /* which has names */
  return source;
}

static GBytes *
export_report (KithMap *map, const KithView *view, const KithExport *options, GError **error)
{
  KithView made;
  g_autoptr (KithMap) source = NULL;
  g_autoptr (KithFilter) filter = NULL;
  KithReportWords words = { options->title, options->marking };

  if (is_cancelled (options, error))
    return NULL;
  source = kith_export_report_map (map, view, options, &made);
  filter = made.filter;
  return kith_report_to_pdf (source, &made, &words);
}

/* The words of scenes may name anybody. */
gboolean
kith_export_may_have_scenes (const KithExport *options, GError **error)
{
  if (!options->anonymous)
    return TRUE;
  g_set_error_literal (
      error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
      _ ("Scenes have words that may name somebody: they do not go where names are "
         "replaced."));
  return FALSE;
}

static GBytes *
export_scenes (KithMap *map, const KithView *view, const KithExport *options, GError **error)
{
  if (is_cancelled (options, error) || !kith_export_may_have_scenes (options, error))
    return NULL;
  return kith_export_scenes (map, view, options, error);
}

/**
 * kith_export:
 * @map: the whole map
 * @view: how it is looked at, and by whom
 * @options: what is asked for
 * @error: G_IO_ERROR_CANCELLED, G_IO_ERROR_INVALID_ARGUMENT (too large), G_IO_ERROR_FAILED
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
kith_export (KithMap *map, const KithView *view, const KithExport *options, GError **error)
{
  if (options->format == KITH_PICTURE_PDF && options->report)
    return export_report (map, view, options, error);
  if (options->format == KITH_PICTURE_PDF && options->scenes)
    return export_scenes (map, view, options, error);
  if (kith_export_is_leaf (options))
    return kith_export_leaf (map, view, options, error);
  return export_picture (map, view, options, error);
}
