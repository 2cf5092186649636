/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A long stream of a PDF that is packed on other threads while it is still being written: in parts, each
 * of which begins anew and ends on a whole byte. Knows neither objects nor what is in it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KITH_PACKED_AT_ONCE (256 * 1024) /* bytes of a part */

typedef struct _KithPdfPacking KithPdfPacking;

KithPdfPacking *kith_pdf_packing_new (void);
void kith_pdf_packing_free (KithPdfPacking *packing);
/* Takes all that is in `text`, which is empty then. */
void kith_pdf_packing_add (KithPdfPacking *packing, GString *text);
/* Waits for what is being packed, once the last part has been added. */
GByteArray *kith_pdf_packing_finish (KithPdfPacking *packing);

G_END_DECLS
