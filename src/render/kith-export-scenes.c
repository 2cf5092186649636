/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page for each scene of a map, as one PDF file. */
#include "kith-export-private.h"

#include <glib/gi18n-lib.h>

#include "kith-audience.h"
#include "kith-pdf.h"
#include "kith-scene.h"

/* What a scene shows of what the view's audience may see: never more than its own may. */
static gboolean
draw_scene (KithPdf *pdf,
            KithMap *seen,
            const KithView *view,
            const KithScene *scene,
            const KithExport *options,
            GError **error)
{
  KithView made = *view;
  KithExport page = *options;
  g_autoptr (KithFilter) filter = NULL;
  g_autoptr (KithMap) theirs = NULL;
  g_autoptr (KithMap) shown = NULL;
  g_autoptr (KithSheet) sheet = NULL;
  double width, height;

  made.audience = kith_scene_audience (scene, view->audience);
  theirs = kith_map_for_audience (seen, made.audience);
  filter = kith_scene_to_view (scene, theirs, made.audience, &made);
  shown = kith_view_map (&made, theirs);
  page.title = scene->title;
  page.purpose = scene->sentence;
  sheet = kith_export_sheet (shown, &made, &page, NULL);
  kith_sheet_size (sheet, &width, &height);
  kith_pdf_look_at (pdf, shown, &made);
  kith_pdf_begin_page (pdf, width, height);
  if (!kith_export_draw_on (sheet, kith_pdf_context (pdf), &page, TRUE, error))
    return FALSE;
  kith_pdf_end_page (pdf);
  kith_pdf_look_at (pdf, NULL, view);
  kith_pdf_add_outline (pdf, scene->title);
  return TRUE;
}

/**
 * kith_export_scenes:
 * @seen: all that the view's audience may see
 * @view: how the map is looked at, but for what each scene says
 * @options: paper, marking and so on
 * @error: G_IO_ERROR_INVALID_ARGUMENT where there is no scene; G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
kith_export_scenes (KithMap *seen, const KithView *view, const KithExport *options, GError **error)
{
  g_autoptr (GPtrArray) scenes = kith_map_scenes_to_present (seen);
  KithView plain = *view;
  g_autoptr (KithPdf) pdf = NULL;

  plain.palette = KITH_PALETTE_LIGHT;
  plain.filter = NULL;
  plain.pass = NULL;
  plain.against = NULL;
  plain.comparison = NULL;
  if (scenes->len == 0)
    {
      g_set_error_literal (
          error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
          _ ("There are no scenes for this audience. Make one first: Ctrl+F4 keeps "
             "what is on the screen."));
      return NULL;
    }
  pdf = kith_pdf_new (seen, &plain);
  for (guint i = 0; i < scenes->len; i++)
    if (!draw_scene (pdf, seen, &plain, scenes->pdata[i], options, error))
      return NULL;
  return kith_pdf_finish (pdf, kith_export_title (seen, options), kith_map_about (seen)->owner);
}
