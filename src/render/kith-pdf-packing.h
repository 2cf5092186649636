/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The long contents of a page of a PDF, packed on other threads while they are still being written: in
 * parts, each of which is a stream of its own. Long paths are written there too. Knows nothing of objects. */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

#define KITH_PACKED_AT_ONCE (256 * 1024) /* bytes of a part */

typedef struct _KithPdfPacking KithPdfPacking;

/* A path that is yet to be written. */
typedef struct
{
  gsize at; /* after so many bytes of the text */
  cairo_path_t *path;
} KithPdfLate;

/* Of KithPdfLate, which it owns. */
GArray *kith_pdf_late_new (void);

KithPdfPacking *kith_pdf_packing_new (void);
void kith_pdf_packing_free (KithPdfPacking *packing);
/* Takes all that is in `text` and in `late`, which are empty then. */
void kith_pdf_packing_add (KithPdfPacking *packing, GString *text, GArray *late);
/* Waits for what is being packed, once the last part has been added; how many parts there are. */
guint kith_pdf_packing_finish (KithPdfPacking *packing);
/* Once they are all there; borrowed. */
GBytes *kith_pdf_packing_part (KithPdfPacking *packing, guint i);

/* What is short, at once. */
GBytes *kith_pdf_pack_bytes (gconstpointer bytes, gsize n);

G_END_DECLS
