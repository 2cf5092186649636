/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that make pictures share; nobody else includes it. */
#pragma once

#include "kith-export.h"
#include "kith-poster.h"
#include "kith-scene-shown.h"
#include "kith-scribe.h"
#include "kith-sheet.h"

G_BEGIN_DECLS

/* What a picture shows and how; it has to outlive what is made of it. */
void kith_export_shown_init (KithSceneShown *shown,
                             KithMap *map,
                             const KithView *view,
                             const KithExport *options);

/* The view of a picture: paper is white, and a filter asks for no more than the audience may see. Its
 * filter is the caller's to free. */
KithView kith_export_view (KithMap *shown, const KithView *view, const KithExport *options);
/* `frame`: of a play, or NULL. */
KithSheet *kith_export_sheet (KithMap *map,
                              const KithView *view,
                              const KithExport *options,
                              const KithSheetFrame *frame);
/* Size and margin of the page that is asked for, `landscape` where it is paper (sizes are 0 where the
 * page is as large as what is on it), and how large title and legend are. */
void kith_export_page (const KithExport *options,
                       gboolean landscape,
                       double size[2],
                       double *margin,
                       double *furniture);
/* An image for a page of that size, to be drawn on at `scale`; NULL with an error where it would be too
 * large. */
cairo_surface_t *kith_export_image (double width,
                                    double height,
                                    const KithExport *options,
                                    double *scale,
                                    GError **error);
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
/* kith-export-then.c */
typedef struct
{
  KithComparison *comparison;
  KithMap *maps[2]; /* then, now */
  KithView views[2];
  KithFilter *filter;
  char *headings[2];
  char *words[2];
  char *subtitle;
  GPtrArray *lines; /* of KithLeafLine */
  gboolean rated;   /* some rating is shown */
} KithThenAndNow;

gboolean kith_then_and_now_init (KithThenAndNow *self,
                                 KithMap *map,
                                 const KithView *view,
                                 const KithExport *options,
                                 GError **error);
void kith_then_and_now_clear (KithThenAndNow *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KithThenAndNow, kith_then_and_now_clear)

/* "Heard from 31 of 82 ends" (transfer full); NULL where nobody has rated, or that is not shown. */
char *kith_export_heard (KithMap *map, const KithView *view);

/* kith-export-board.c: the sentences that a board gets (transfer full) (of char *). */
GPtrArray *kith_board_sentences (KithMap *shown,
                                 const KithView *view,
                                 KithMap *source,
                                 const KithExport *options);

/* kith-export-leaf.c: pages of their own kind, as PDF, SVG or PNG. */
gboolean kith_export_is_leaf (const KithExport *options);
GBytes *kith_export_leaf (KithMap *map,
                          const KithView *view,
                          const KithExport *options,
                          GError **error);

typedef struct _KithExportLeaf KithExportLeaf;

/* What is on it, ready to be drawn; `options` and what they refer to have to outlive it. */
KithExportLeaf *kith_export_leaf_new (KithMap *map,
                                      const KithView *view,
                                      const KithExport *options,
                                      GError **error);
void kith_export_leaf_free (KithExportLeaf *self);
guint kith_export_leaf_n_pages (const KithExportLeaf *self);
void kith_export_leaf_size (const KithExportLeaf *self, double *width, double *height);
void kith_export_leaf_draw (KithExportLeaf *self, guint page, cairo_t *cr, gboolean transparent);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithExportLeaf, kith_export_leaf_free)

/* kith-html-chapters.c: what is understood, and where they meet, within a page. */
void kith_html_put (GString *out, const char *element, const char *attributes, const char *text);
void kith_html_begin_table (GString *out,
                            const char *id,
                            const char *caption,
                            const char *const *columns,
                            guint n);
void kith_html_end_table (GString *out);
void kith_html_put_chapters (GString *out, KithMap *map, const KithView *view, KithPass *pass);
/* kith-html.c */
GBytes *kith_export_html (KithMap *map,
                          const KithView *view,
                          KithSheet *sheet,
                          const KithExport *options,
                          GError **error);
G_END_DECLS
