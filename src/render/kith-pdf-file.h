/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The objects of a PDF and where each begins. Knows neither pages nor fonts. */
#pragma once

#include "kith-pdf-packing.h"

G_BEGIN_DECLS

typedef struct _KithPdfFile KithPdfFile;

KithPdfFile *kith_pdf_file_new (void);
void kith_pdf_file_free (KithPdfFile *file);
/* The number of an object that is put in later, once. */
guint kith_pdf_file_reserve (KithPdfFile *file);
void kith_pdf_file_put (KithPdfFile *file, guint number, const char *object);
/* `entries` of its dictionary besides those for length and packing, which is done here. */
void kith_pdf_file_put_stream (KithPdfFile *file,
                               guint number,
                               const char *entries,
                               gconstpointer bytes,
                               gsize n);
/* The same of bytes that are packed already, as `entries` say. */
void kith_pdf_file_put_packed (KithPdfFile *file,
                               guint number,
                               const char *entries,
                               gconstpointer bytes,
                               gsize n);
/* Of one that is still being packed (transfer full): it goes in at the end. */
void kith_pdf_file_put_packing (KithPdfFile *file, guint number, KithPdfPacking *packing);
GBytes *kith_pdf_file_finish (KithPdfFile *file, guint catalogue, guint info);

/* A text as PDF spells it. */
void kith_pdf_append_text (GString *out, const char *text, gssize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithPdfFile, kith_pdf_file_free)

G_END_DECLS
