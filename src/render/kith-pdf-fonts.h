/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fonts of a PDF: of each only the letters that are used. What cannot go in as a font (a variation,
 * letters with colours, what no font has) goes in as drawings of its letters, which are text all the
 * same. Main thread. */
#pragma once

#include <pango/pangocairo.h>

#include "kith-pdf-file.h"

G_BEGIN_DECLS

typedef struct _KithPdfFonts KithPdfFonts;

typedef struct
{
  guint font;     /* its name is F and this */
  guint code;     /* of the letter in it … */
  guint digits;   /* … in so many hexadecimal digits */
  double size;    /* at which it is set, map units */
  double advance; /* map units */
  gboolean tells; /* it says its text by itself */
} KithPdfLetter;

KithPdfFonts *kith_pdf_fonts_new (KithPdfFile *file);
void kith_pdf_fonts_free (KithPdfFonts *fonts);
/* `text`: what the glyph stands for. */
void kith_pdf_fonts_use (KithPdfFonts *fonts,
                         PangoFont *font,
                         PangoGlyph glyph,
                         const char *text,
                         gsize length,
                         KithPdfLetter *letter);
/* Puts all of them into the file; what they are called goes to `names`, pictures among their letters
 * to `images`. */
void kith_pdf_fonts_put (KithPdfFonts *fonts, guint resources, GString *names, GString *images);

/* A surface as an object of the file. `jpeg`: the file that it came from, or NULL. */
guint kith_pdf_put_image (KithPdfFile *file, cairo_surface_t *surface, GBytes *jpeg);

G_END_DECLS
