/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages of their own kind: then and now, one page for the board; as PDF, SVG and PNG. */
#include "kith-export-private.h"

#include <glib/gi18n-lib.h>

#include "kith-compare-view.h"
#include "kith-leaf.h"
#include "kith-opinion.h"
#include "kith-pdf.h"
#include "kith-png.h"
#include "kith-svg.h"

/* Of a page for the board beside that of other pages: as large as costs the map no size. */
#define LEAST_BOARD_FURNITURE 1.2
static const double more_furniture[] = { 1.12, 1.25, 1.38 };
#define NO_SMALLER 0.985

typedef KithExportLeaf Page;

/* A leaf and all that is on it. */
struct _KithExportLeaf
{
  KithThenAndNow then;
  KithSceneShown shown;
  GPtrArray *sentences;
  KithLeafFormat format;
  char *facts;
  char *signature;
  KithLeaf *leaf;
  const KithExport *options;
  KithPdf *pdf; /* who is told which map is drawn, or NULL */
  KithSvg *svg; /* the same */
  guint done;
};

void
kith_export_leaf_free (Page *page)
{
  g_clear_pointer (&page->leaf, kith_leaf_free);
  g_clear_pointer (&page->sentences, g_ptr_array_unref);
  g_free (page->facts);
  g_free (page->signature);
  kith_then_and_now_clear (&page->then);
  kith_scene_shown_clear (&page->shown);
  g_free (page);
}

gboolean
kith_export_is_leaf (const KithExport *options)
{
  return (options->then_and_now || options->board) && options->format != KITH_PICTURE_HTML;
}

/* --- What is on it --- */

static KithMap *
map_of (const Page *page)
{
  return page->format.maps[page->format.n_maps - 1].map;
}

static void
take_facts (Page *page, const char *heard, gboolean rated)
{
  const KithView *view = page->format.maps[page->format.n_maps - 1].view;
  g_autoptr (GString) facts = g_string_new (NULL);
  g_autofree char *day = view->day != 0 && page->format.n_maps == 1 ? kith_day_to_words (view->day)
                                                                    : NULL;

  page->signature = kith_sheet_signature (map_of (page), view);
  if (day != NULL)
    {
      g_string_append_printf (facts, _ ("As at %s"), day);
      g_string_append (facts, " · ");
    }
  g_string_append (facts, page->signature);
  if (heard != NULL)
    g_string_append_printf (facts, "\n%s", heard);
  if (rated)
    g_string_append_printf (facts, "%s%s", heard != NULL ? ". " : "\n",
                            _ ("It starts a conversation; it measures nobody’s worth."));
  page->facts = g_string_free (g_steal_pointer (&facts), FALSE);
}

static gboolean
take_then (Page *page, KithMap *map, const KithView *view, GError **error)
{
  KithThenAndNow *then = &page->then;

  if (!kith_then_and_now_init (then, map, view, page->options, error))
    return FALSE;
  page->format.n_maps = 2;
  for (guint i = 0; i < 2; i++)
    page->format.maps[i] = (KithLeafMap){ then->maps[i], &then->views[i], then->headings[i],
                                          then->words[i] };
  take_facts (page, NULL, then->rated);
  page->format.subtitle = then->subtitle;
  page->format.lines = then->lines;
  page->format.lines_title = _ ("What changed");
  page->format.continues = page->options->format == KITH_PICTURE_PDF;
  return TRUE;
}

static void
take_board (Page *page, KithMap *map, const KithView *view)
{
  g_autofree char *heard = NULL;

  kith_export_shown_init (&page->shown, map, view, page->options);
  page->shown.view.palette = KITH_PALETTE_BLACK_ON_WHITE;
  page->sentences = kith_board_sentences (page->shown.map, &page->shown.view, map, page->options);
  page->format.n_maps = 1;
  page->format.maps[0] = (KithLeafMap){ page->shown.map, &page->shown.view, NULL, NULL };
  heard = kith_export_heard (page->shown.map, &page->shown.view);
  take_facts (page, heard, heard != NULL);
  page->format.sentences = page->sentences;
}

static KithLeaf *
leaf_of (const Page *page,
         const double size[2],
         double margin,
         double furniture,
         const KithLeaf *like)
{
  KithLeafFormat format = page->format;

  format.width = size[0];
  format.height = size[1];
  format.margin = margin;
  format.furniture = furniture;
  format.like = like;
  return kith_leaf_new (&format);
}

/* In place of the one there is. */
static void
take_leaf (Page *page, KithLeaf *leaf)
{
  g_clear_pointer (&page->leaf, kith_leaf_free);
  page->leaf = leaf;
}

static gboolean
is_no_smaller (const KithLeaf *leaf, const KithLeaf *than, double factor)
{
  return kith_leaf_scale (leaf) >= factor * kith_leaf_scale (than);
}

/* Of the two ways to hold the paper the one that shows the map larger; then words as large as may be. */
static void
make_leaf (Page *page)
{
  const KithExport *options = page->options;
  gboolean is_paper = options->format == KITH_PICTURE_PDF;
  double size[2], margin, furniture;

  kith_export_page (options, options->orientation == KITH_ORIENTATION_LANDSCAPE, size, &margin,
                    &furniture);
  if (options->board && is_paper)
    furniture *= LEAST_BOARD_FURNITURE;
  page->leaf = leaf_of (page, size, margin, furniture, NULL);
  if (is_paper && options->orientation == KITH_ORIENTATION_AUTO)
    {
      const double turned[] = { size[1], size[0] };
      KithLeaf *wide = leaf_of (page, turned, margin, furniture, page->leaf);

      if (is_no_smaller (wide, page->leaf, 1.0))
        take_leaf (page, wide);
      else
        kith_leaf_free (wide);
    }
  kith_leaf_size (page->leaf, &size[0], &size[1]);
  for (guint i = 0; i < G_N_ELEMENTS (more_furniture) && options->board && is_paper; i++)
    {
      KithLeaf *large = leaf_of (page, size, margin, furniture * more_furniture[i], page->leaf);

      if (is_no_smaller (large, page->leaf, NO_SMALLER))
        take_leaf (page, large);
      else
        kith_leaf_free (large);
    }
}

KithExportLeaf *
kith_export_leaf_new (KithMap *map, const KithView *view, const KithExport *options, GError **error)
{
  g_autoptr (KithExportLeaf) page = g_new0 (KithExportLeaf, 1);

  page->options = options;
  if (options->board)
    take_board (page, map, view);
  else if (!take_then (page, map, view, error))
    return NULL;
  page->format.marking = options->marking;
  page->format.legend = view->legend != KITH_CORNER_HIDDEN;
  page->format.signature = page->signature;
  page->format.title = kith_export_title (map_of (page), options);
  page->format.facts = page->facts;
  if (!options->title_block)
    {
      page->format.title = page->format.subtitle = page->format.facts = NULL;
      page->format.signature = options->signs ? page->signature : NULL;
    }
  make_leaf (page);
  return g_steal_pointer (&page);
}

guint
kith_export_leaf_n_pages (const KithExportLeaf *page)
{
  return kith_leaf_n_pages (page->leaf);
}

void
kith_export_leaf_size (const KithExportLeaf *page, double *width, double *height)
{
  kith_leaf_size (page->leaf, width, height);
}

void
kith_export_leaf_draw (KithExportLeaf *page, guint number, cairo_t *cr, gboolean transparent)
{
  const KithLeafDrawing drawing = { .transparent = transparent };

  kith_leaf_draw (page->leaf, number, cr, &drawing);
}

/* --- The files --- */

static gboolean
on_tick (gpointer data)
{
  Page *page = data;
  const KithExport *options = page->options;

  page->done += 64;
  if (options->progress != NULL)
    options->progress (MIN (1.0, (double) page->done / MAX (kith_leaf_n_figures (page->leaf), 1)),
                       options->data);
  return !g_cancellable_is_cancelled (options->cancellable);
}

static void
on_look (guint map, gpointer data)
{
  Page *page = data;

  if (page->pdf != NULL)
    kith_pdf_look_at (page->pdf, page->format.maps[map].map, page->format.maps[map].view);
  if (page->svg != NULL)
    kith_svg_look_at (page->svg, page->format.maps[map].map, page->format.maps[map].view);
}

static gboolean
draw (Page *page, guint number, cairo_t *cr, gboolean transparent, GError **error)
{
  const KithLeafDrawing drawing = { transparent, on_look, on_tick, page };

  kith_leaf_draw (page->leaf, number, cr, &drawing);
  return !g_cancellable_set_error_if_cancelled (page->options->cancellable, error);
}

static GBytes *
to_pdf (Page *page, GError **error)
{
  g_autoptr (KithPdf) pdf = kith_pdf_new ();
  KithMap *map = map_of (page);
  double width, height;

  page->pdf = pdf;
  kith_leaf_size (page->leaf, &width, &height);
  for (guint i = 0; i < kith_leaf_n_pages (page->leaf); i++)
    {
      kith_pdf_begin_page (pdf, width, height);
      if (!draw (page, i, kith_pdf_context (pdf), TRUE, error))
        return NULL;
      kith_pdf_end_page (pdf);
      if (kith_leaf_n_pages (page->leaf) > 1 && i < 2)
        kith_pdf_add_outline (pdf, i == 0 ? kith_export_title (map, page->options)
                                          : page->format.lines_title);
    }
  return kith_pdf_finish (pdf, kith_export_title (map, page->options), kith_map_about (map)->owner);
}

static GBytes *
to_svg (Page *page, GError **error)
{
  g_autoptr (KithSvg) svg = kith_svg_new (map_of (page), page->format.maps[0].view);
  double width, height;
  gsize length;
  char *text;

  page->svg = svg;
  if (!draw (page, 0, kith_svg_context (svg), page->options->transparent, error))
    return NULL;
  kith_leaf_size (page->leaf, &width, &height);
  text = kith_svg_finish (svg, width, height, kith_export_title (map_of (page), page->options),
                          kith_leaf_summary (page->leaf), FALSE, &length);
  return g_bytes_new_take (text, length);
}

static GBytes *
to_png (Page *page, GError **error)
{
  GBytes *bytes = NULL;
  cairo_surface_t *surface;
  double width, height, scale;
  cairo_t *cr;

  kith_leaf_size (page->leaf, &width, &height);
  surface = kith_export_image (width, height, page->options, &scale, error);
  if (surface == NULL)
    return NULL;
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  if (draw (page, 0, cr, page->options->transparent, error))
    bytes = kith_png_new (surface, error);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return bytes;
}

GBytes *
kith_export_leaf (KithMap *map, const KithView *view, const KithExport *options, GError **error)
{
  g_autoptr (KithExportLeaf) page = NULL;

  if (g_cancellable_set_error_if_cancelled (options->cancellable, error))
    return NULL;
  page = kith_export_leaf_new (map, view, options, error);
  if (page == NULL)
    return NULL;
  if (options->format == KITH_PICTURE_PDF)
    return to_pdf (page, error);
  return options->format == KITH_PICTURE_SVG ? to_svg (page, error) : to_png (page, error);
}
