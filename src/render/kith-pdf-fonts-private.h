/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the fonts of a PDF share; nobody else includes it. */
#pragma once

#include <hb.h>

#include "kith-pdf-fonts.h"

G_BEGIN_DECLS

typedef struct
{
  guint font;
  guint code;
  PangoGlyph glyph;
  int width;  /* thousandths of the size */
  char *text; /* what it stands for */
} KithPdfGlyph;

/* One as the file has it. */
typedef struct
{
  guint number;
  hb_face_t *face; /* owned reference; NULL: drawn */
  PangoFont *font; /* owned reference; of what is drawn */
  double size;
  GPtrArray *glyphs; /* of KithPdfGlyph, owned by whom they were found for */
} KithPdfFont;

/* The object of the font. */
guint kith_pdf_font_put (KithPdfFile *file, const KithPdfFont *font);
guint kith_pdf_drawn_font_put (KithPdfFile *file,
                               const KithPdfFont *font,
                               guint resources,
                               GString *images);
/* From codes to text. */
guint kith_pdf_font_put_texts (KithPdfFile *file, const KithPdfFont *font, guint digits);

G_END_DECLS
