/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDF: a scribe that writes pages. Text stays text, and what is drawn is tagged: headings, paragraphs,
 * figures with what they show in words. Knows no painter: whoever has its context draws. Main thread. */
#pragma once

#include "kith-scribe.h"

#include "kith-map.h"
#include "kith-view.h"

G_BEGIN_DECLS

typedef struct _KithPdf KithPdf;

KithPdf *kith_pdf_new (void);
void kith_pdf_free (KithPdf *pdf);
/* From now on the words for what is drawn are of this map, made for the view's
 * audience, until another is looked at; NULL, as at first: records have none. */
void kith_pdf_look_at (KithPdf *pdf, KithMap *map, const KithView *view);
cairo_t *kith_pdf_context (KithPdf *pdf);
/* Map units, 1/96 inch, the corner at the origin. */
void kith_pdf_begin_page (KithPdf *pdf, double width, double height);
void kith_pdf_end_page (KithPdf *pdf);
/* A drawing that pages show, each the part of it that it wants: its number. */
void kith_pdf_begin_drawing (KithPdf *pdf, double width, double height);
guint kith_pdf_end_drawing (KithPdf *pdf);
void kith_pdf_show_drawing (KithPdf *pdf, guint drawing, double x, double y, double scale);
/* Of the page that was ended last. */
void kith_pdf_add_outline (KithPdf *pdf, const char *words);
/* The file. `author` may be "". */
GBytes *kith_pdf_finish (KithPdf *pdf, const char *title, const char *author);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithPdf, kith_pdf_free)

G_END_DECLS
