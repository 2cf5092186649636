/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-pages.h"

#include "kith-export-private.h"
#include "kith-report.h"
#include "kith-round.h"

struct _KithPages
{
  /* owned */
  KithMap *map;     /* the whole one; of a report: what it is made of */
  KithMap *against; /* or NULL */
  char *against_name;
  KithFilter *asked;    /* the view's own, or NULL … */
  KithFilter *filter;   /* … and what of it all pages have, or NULL */
  KithMap *seen;        /* what has the scenes, or NULL */
  GPtrArray *scenes;    /* or NULL */
  KithHandout *report;  /* or NULL */
  KithPoster *poster;   /* or NULL */
  KithExportLeaf *leaf; /* or NULL */
  char *title;
  char *marking;
  char *sentences[KITH_BOARD_SENTENCES];
  KithSheet *sheet; /* the one that was made last … */
  KithSceneShown shown;
  guint made; /* … for this page */

  /* borrowed */
  const KithHandout *handout; /* or NULL */

  KithView view; /* what all pages have of it */
  KithExport options;
  KithPageSize page_size;
};

static void
forget_sheet (KithPages *pages)
{
  g_clear_pointer (&pages->sheet, kith_sheet_free);
  kith_scene_shown_clear (&pages->shown);
}

/* One at a time is enough: a printer takes them in turn. Posters and maps have but one. */
static KithSheet *
sheet_of (KithPages *pages, guint page)
{
  if (pages->scenes == NULL)
    page = 0;
  if (pages->sheet != NULL && pages->made == page)
    return pages->sheet;
  forget_sheet (pages);
  pages->made = page;
  if (pages->scenes != NULL)
    pages->sheet = kith_export_scene_sheet (pages->map, &pages->view, pages->scenes->pdata[page],
                                            &pages->options, &pages->shown);
  else
    pages->sheet = kith_export_shown_sheet (pages->map, &pages->view, &pages->options,
                                            &pages->shown);
  return pages->sheet;
}

static void
make_report (KithPages *pages)
{
  KithReportWords words = { pages->title, pages->marking };
  KithView made;
  KithMap *source = kith_export_report_map (pages->map, &pages->view, &pages->options, &made);

  kith_map_unref (pages->map);
  pages->map = source;
  pages->filter = made.filter;
  pages->view = made;
  pages->handout = pages->report = kith_report_new (source, &made, &words);
}

static gboolean
make_scenes (KithPages *pages, GError **error)
{
  if (!kith_export_may_have_scenes (&pages->options, error))
    return FALSE;
  pages->seen = kith_map_to_show (pages->map, pages->view.audience);
  pages->scenes = kith_export_list_scenes (pages->seen, error);
  pages->view = kith_export_view (pages->seen, &pages->view, &pages->options);
  pages->filter = pages->view.filter;
  return pages->scenes != NULL;
}

static void
take_view (KithPages *pages, const KithView *view)
{
  pages->view = *view;
  pages->view.pass = NULL;
  pages->view.comparison = NULL;
  pages->view.filter = pages->asked = view->filter != NULL ? kith_filter_ref (view->filter) : NULL;
  pages->view.against = pages->against = view->against != NULL ? kith_map_ref (view->against)
                                                               : NULL;
  pages->view.against_name = pages->against_name = g_strdup (view->against_name);
}

static void
take_options (KithPages *pages, const KithExport *options)
{
  pages->title = g_strdup (options->title);
  pages->marking = g_strdup (options->marking);
  pages->options = *options;
  pages->options.format = KITH_PICTURE_PDF;
  pages->options.title = pages->title;
  pages->options.marking = pages->marking;
  for (guint i = 0; i < KITH_BOARD_SENTENCES; i++)
    pages->options.sentences[i] = pages->sentences[i] = g_strdup (options->sentences[i]);
  pages->options.purpose = NULL;
  if (options->page == NULL)
    return;
  pages->page_size = *options->page;
  pages->options.page = &pages->page_size;
}

/**
 * kith_pages_new:
 * @map: the whole map, which must not change while the pages are there
 * @view: how it is looked at, and by whom
 * @options: those of a PDF
 * @error: G_IO_ERROR_INVALID_ARGUMENT where there are no scenes
 *
 * Cost: figures are made for one page at a time, when it is asked for; a report is made at once.
 *
 * Returns: (transfer full) (nullable): the pages, at least one
 */
KithPages *
kith_pages_new (KithMap *map, const KithView *view, const KithExport *options, GError **error)
{
  g_autoptr (KithPages) pages = g_new0 (KithPages, 1);

  pages->map = kith_map_ref (map);
  take_view (pages, view);
  take_options (pages, options);
  if (options->report)
    make_report (pages);
  else if (kith_export_is_leaf (&pages->options))
    {
      pages->leaf = kith_export_leaf_new (pages->map, &pages->view, &pages->options, error);
      if (pages->leaf == NULL)
        return NULL;
    }
  else if (options->scenes && !make_scenes (pages, error))
    return NULL;
  else if (!options->scenes && options->tiled)
    pages->poster = kith_export_poster (sheet_of (pages, 0), &pages->options);
  return g_steal_pointer (&pages);
}

KithPages *
kith_pages_new_for_handout (const KithHandout *handout)
{
  KithPages *pages = g_new0 (KithPages, 1);

  pages->handout = handout;
  return pages;
}

void
kith_pages_free (KithPages *pages)
{
  forget_sheet (pages);
  g_clear_pointer (&pages->leaf, kith_export_leaf_free);
  g_clear_pointer (&pages->poster, kith_poster_free);
  g_clear_pointer (&pages->report, kith_handout_free);
  g_clear_pointer (&pages->scenes, g_ptr_array_unref);
  g_clear_pointer (&pages->seen, kith_map_unref);
  g_clear_pointer (&pages->filter, kith_filter_unref);
  g_clear_pointer (&pages->asked, kith_filter_unref);
  g_clear_pointer (&pages->against, kith_map_unref);
  g_clear_pointer (&pages->map, kith_map_unref);
  g_free (pages->against_name);
  g_free (pages->title);
  g_free (pages->marking);
  for (guint i = 0; i < KITH_BOARD_SENTENCES; i++)
    g_free (pages->sentences[i]);
  g_free (pages);
}

guint
kith_pages_n (const KithPages *pages)
{
  if (pages->handout != NULL)
    return kith_handout_n_pages (pages->handout);
  if (pages->leaf != NULL)
    return kith_export_leaf_n_pages (pages->leaf);
  if (pages->poster != NULL)
    return kith_poster_n_pages (pages->poster);
  return pages->scenes != NULL ? pages->scenes->len : 1;
}

void
kith_pages_size (KithPages *pages, guint page, double *width, double *height)
{
  g_return_if_fail (page < kith_pages_n (pages));

  if (pages->handout != NULL)
    {
      *width = KITH_HANDOUT_WIDTH;
      *height = KITH_HANDOUT_HEIGHT;
    }
  else if (pages->leaf != NULL)
    kith_export_leaf_size (pages->leaf, width, height);
  else if (pages->poster != NULL)
    kith_poster_page_size (pages->poster, width, height);
  else
    kith_sheet_size (sheet_of (pages, page), width, height);
}

static void
show_sheet (cairo_t *cr, double x, double y, double scale, gpointer data)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, scale, scale);
  kith_sheet_draw (data, cr, TRUE, NULL, NULL);
  cairo_restore (cr);
}

void
kith_pages_draw (KithPages *pages, guint page, cairo_t *cr)
{
  g_return_if_fail (page < kith_pages_n (pages));

  if (pages->handout != NULL)
    kith_handout_draw (pages->handout, page, cr);
  else if (pages->leaf != NULL)
    kith_export_leaf_draw (pages->leaf, page, cr, TRUE);
  else if (pages->poster != NULL)
    kith_poster_draw (pages->poster, page, cr, show_sheet, sheet_of (pages, 0));
  else
    kith_sheet_draw (sheet_of (pages, page), cr, TRUE, NULL, NULL);
}

cairo_surface_t *
kith_pages_preview (KithPages *pages, guint page, int width, int height)
{
  double page_width, page_height, scale;
  cairo_surface_t *surface;
  cairo_t *cr;

  kith_pages_size (pages, page, &page_width, &page_height);
  scale = MIN (width / page_width, height / page_height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX (1, (int) (page_width * scale)),
                                        MAX (1, (int) (page_height * scale)));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  kith_pages_draw (pages, page, cr);
  cairo_destroy (cr);
  return surface;
}
