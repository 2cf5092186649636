/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What leads from one place of a PDF to another: annotations, tagged, to anchors by their names. */
#include "kith-pdf-private.h"

/* In points, y up. */
static void
to_page (const KithPdfStream *stream, cairo_t *cr, double *x, double *y)
{
  cairo_user_to_device (cr, x, y);
  *x *= KITH_POINTS;
  *y = (stream->height - *y) * KITH_POINTS;
}

void
kith_pdf_anchor (KithScribe *scribe, cairo_t *cr, const char *name, double y)
{
  KithPdf *self = (KithPdf *) scribe;
  const KithPdfStream *stream = self->streams->pdata[0];
  double x = 0.0;

  to_page (stream, cr, &x, &y);
  g_string_append_printf (self->anchors, "/%s[%u 0 R/XYZ null ", name, stream->object);
  kith_scribe_number (self->anchors, y);
  g_string_append (self->anchors, " null]");
}

void
kith_pdf_begin_link (KithScribe *scribe, cairo_t *cr, const KithScribeLink *link)
{
  KithPdf *self = (KithPdf *) scribe;
  KithPdfStream *stream = self->streams->pdata[0];
  guint element = kith_pdf_enter (self, "Link", link->words);
  guint object = kith_pdf_file_reserve (self->file);
  double corners[] = { link->x, link->y + link->height, link->x + link->width, link->y };
  g_autoptr (GString) out = g_string_new ("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[");

  to_page (stream, cr, &corners[0], &corners[1]);
  to_page (stream, cr, &corners[2], &corners[3]);
  kith_pdf_numbers (out, corners, 4);
  g_string_append_printf (out, "]/Dest/%s/StructParent %u/Contents ", link->leads_to,
                          KITH_PDF_LINK_KEYS + self->links->len);
  kith_pdf_append_text (out, link->words, -1);
  g_string_append (out, ">>");
  kith_pdf_file_put (self->file, object, out->str);
  g_string_append_printf (stream->links, "%u 0 R ", object);
  g_array_append_val (self->links, element);
  ((KithPdfElement *) self->elements->pdata[element])->link = object;
}

void
kith_pdf_end_link (KithScribe *scribe)
{
  kith_pdf_end (scribe);
}
