/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page for each scene of a map, as one PDF file. */
#include "kith-export-private.h"

#include <glib/gi18n-lib.h>

#include "kith-pdf.h"
#include "kith-round.h"

/* A page, and what is on it, which has to outlive it. */
KithSheet *
kith_export_scene_sheet (KithMap *whole,
                         const KithView *base,
                         const KithScene *scene,
                         const KithExport *options,
                         KithSceneShown *shown)
{
  KithExport page = *options;

  kith_scene_shown_init (shown, whole, base, scene);
  page.title = scene->title;
  page.purpose = scene->sentence;
  return kith_export_sheet (shown->map, &shown->view, &page, NULL);
}

static gboolean
put_scene (KithPdf *pdf,
           KithMap *whole,
           const KithView *base,
           const KithScene *scene,
           const KithExport *options,
           GError **error)
{
  g_auto (KithSceneShown) shown = { 0 };
  g_autoptr (KithSheet) sheet = NULL;
  double width, height;

  sheet = kith_export_scene_sheet (whole, base, scene, options, &shown);
  kith_sheet_size (sheet, &width, &height);
  kith_pdf_look_at (pdf, shown.map, &shown.view);
  kith_pdf_begin_page (pdf, width, height);
  if (!kith_export_draw_on (sheet, kith_pdf_context (pdf), options, TRUE, error))
    return FALSE;
  kith_pdf_end_page (pdf);
  kith_pdf_look_at (pdf, NULL, NULL);
  kith_pdf_add_outline (pdf, scene->title);
  return TRUE;
}

GPtrArray *
kith_export_list_scenes (KithMap *seen, GError **error)
{
  g_autoptr (GPtrArray) scenes = kith_map_scenes_to_present (seen);

  if (scenes->len > 0)
    return g_steal_pointer (&scenes);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       _ ("There are no scenes for this audience. Make one first: Ctrl+F4 keeps "
                          "what is on the screen."));
  return NULL;
}

/**
 * kith_export_scenes:
 * @whole: the whole map
 * @view: how it is looked at, but for what each scene says, and by whom
 * @options: paper, marking and so on
 * @error: G_IO_ERROR_INVALID_ARGUMENT where there is no scene; G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
kith_export_scenes (KithMap *whole, const KithView *view, const KithExport *options, GError **error)
{
  g_autoptr (KithMap) seen = kith_map_to_show (whole, view->audience);
  g_autoptr (GPtrArray) scenes = kith_export_list_scenes (seen, error);
  KithView base = kith_export_view (seen, view, options);
  g_autoptr (KithFilter) filter = base.filter;
  g_autoptr (KithPdf) pdf = kith_pdf_new ();

  if (scenes == NULL)
    return NULL;
  for (guint i = 0; i < scenes->len; i++)
    if (!put_scene (pdf, whole, &base, scenes->pdata[i], options, error))
      return NULL;
  return kith_pdf_finish (pdf, kith_export_title (seen, options), kith_map_about (seen)->owner);
}
