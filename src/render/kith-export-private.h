/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that make pictures share; nobody else includes it. */
#pragma once

#include "kith-export.h"
#include "kith-poster.h"
#include "kith-scene-shown.h"
#include "kith-scribe.h"
#include "kith-sheet.h"

G_BEGIN_DECLS

/* The view of a picture: paper is white, and a filter asks for no more than the audience may see. Its
 * filter is the caller's to free. */
KithView kith_export_view (KithMap *shown, const KithView *view, const KithExport *options);
/* `frame`: of a play, or NULL. */
KithSheet *kith_export_sheet (KithMap *map,
                              const KithView *view,
                              const KithExport *options,
                              const KithSheetFrame *frame);
GBytes *kith_export_png (KithSheet *sheet, const KithExport *options, GError **error);
/* A PDF surface of the sheet's size, whose bytes go to `bytes`. */
cairo_surface_t *kith_export_pdf_surface (KithMap *map,
                                          KithSheet *sheet,
                                          const KithExport *options,
                                          GByteArray *bytes);
gboolean kith_export_draw (KithSheet *sheet,
                           cairo_surface_t *surface,
                           double scale,
                           const KithExport *options,
                           gboolean transparent,
                           GError **error);
/* The same on a context in map units, whoever takes it down. */
gboolean kith_export_draw_on (KithSheet *sheet,
                              cairo_t *cr,
                              const KithExport *options,
                              gboolean transparent,
                              GError **error);
/* To the GByteArray `closure`. */
cairo_status_t kith_export_append (void *closure, const unsigned char *data, unsigned int length);
gboolean kith_export_finish (cairo_surface_t *surface, GError **error);
/* A sheet of what is looked at, and what is on it, which has to outlive it. */
KithSheet *kith_export_shown_sheet (KithMap *map,
                                    const KithView *view,
                                    const KithExport *options,
                                    KithSceneShown *shown);
KithPoster *kith_export_poster (KithSheet *sheet, const KithExport *options);
KithMap *kith_export_report_map (KithMap *map,
                                 const KithView *view,
                                 const KithExport *options,
                                 KithView *made);
gboolean kith_export_may_have_scenes (const KithExport *options, GError **error);
/* Of the document. */
const char *kith_export_title (KithMap *map, const KithExport *options);
/* kith-export-scenes.c */
/* The scenes that there are for the audience; NULL with a word where there is none. */
GPtrArray *kith_export_list_scenes (KithMap *seen, GError **error);
KithSheet *kith_export_scene_sheet (KithMap *whole,
                                    const KithView *base,
                                    const KithScene *scene,
                                    const KithExport *options,
                                    KithSceneShown *shown);
GBytes *kith_export_scenes (KithMap *whole,
                            const KithView *view,
                            const KithExport *options,
                            GError **error);
/* kith-html.c */
GBytes *kith_export_html (KithMap *map,
                          const KithView *view,
                          KithSheet *sheet,
                          const KithExport *options,
                          GError **error);
G_END_DECLS
