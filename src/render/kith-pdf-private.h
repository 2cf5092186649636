/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of a PDF share; nobody else includes it. */
#pragma once

#include "kith-pdf-fonts.h"
#include "kith-pdf.h"

G_BEGIN_DECLS

#define KITH_NO_ELEMENT G_MAXUINT

/* What a stream has set; less than 0: not known. */
typedef struct
{
  double fill[3], line[3];
  double alpha;
  double width;
  int cap, join;
  double dashes[8];
  int n_dashes;
  guint font;
  double font_size;
} KithPdfState;

/* What is being written: a page or a drawing of its own. */
typedef struct
{
  GString *out;
  GArray *late;            /* of KithPdfLate, which are yet to be written into it */
  gsize late_length;       /* that they will take, about */
  KithPdfPacking *packing; /* what was written before, of a long page; or NULL */
  KithPdfState state;
  guint object;  /* that it becomes */
  guint parents; /* its number in the tree of what belongs to which element */
  GArray *marks; /* of guint: the element of each marked part */
  guint open;    /* the element that is being marked; KITH_NO_ELEMENT: none is */
  gboolean is_open;
  gboolean is_drawing;
  GString *links; /* "12 0 R ": of a page */
  double width, height;
  double strength; /* of a faint one */
} KithPdfStream;

/* An element of the structure. */
typedef struct
{
  const char *type; /* "Figure" */
  char *words;      /* in place of what is seen, or NULL */
  guint page;       /* object */
  GArray *marks;    /* of KithPdfMark */
  guint parent;     /* KITH_NO_ELEMENT: the document */
  guint link;       /* object of what leads elsewhere; 0: none */
} KithPdfElement;

/* Keys of links in the tree of what belongs to which element: above those of any stream. */
#define KITH_PDF_LINK_KEYS 1000000u

typedef struct
{
  guint stream; /* object of a drawing; 0: the page itself */
  guint number;
} KithPdfMark;

struct _KithPdf
{
  KithScribe scribe;
  KithPdfFile *file;
  KithPdfFonts *fonts;
  KithMap *map;         /* borrowed */
  const KithView *view; /* borrowed */
  cairo_t *cr;
  GPtrArray *streams;    /* of KithPdfStream; the last one is being written */
  GPtrArray *elements;   /* of KithPdfElement, in reading order */
  GPtrArray *parents;    /* of GArray of guint: marks of each stream that has been written */
  GArray *pages;         /* of guint */
  GPtrArray *outline;    /* of char *: of each page, or NULL */
  GHashTable *images;    /* key → object */
  GHashTable *symbols;   /* number + 1 → object */
  GHashTable *alphas;    /* thousandths */
  GHashTable *of_record; /* record → element + 1 */
  GString *drawings;     /* "/X5 5 0 R", pictures too */
  GArray *inside;        /* of guint: elements that what is drawn belongs to, the innermost last */
  GArray *links;         /* of guint: the element of each link */
  GString *anchors;      /* "/name[5 0 R/XYZ null 700 null]" */
  guint resources, tree, page_tree;
};

KithPdfStream *kith_pdf_stream (KithPdf *pdf);
void kith_pdf_stream_forget (KithPdfStream *stream);
/* Between two things that are drawn: what has become long goes to be packed. */
void kith_pdf_pack (KithPdf *pdf);
/* (transfer full) (nullable): of a page of which anything has gone there, with the rest. */
KithPdfPacking *kith_pdf_end_packing (KithPdfStream *stream);
KithPdfStream *kith_pdf_push (KithPdf *pdf, double width, double height);
/* Writes the one that is being written as a drawing; its object. */
guint kith_pdf_pop_drawing (KithPdf *pdf);

void kith_pdf_numbers (GString *out, const double *numbers, guint n);
void kith_pdf_set_alpha (KithPdf *pdf, double alpha);
void kith_pdf_set_fill (KithPdf *pdf, cairo_t *cr);
void kith_pdf_text (KithScribe *scribe, cairo_t *cr, PangoLayout *layout);
void kith_pdf_image (KithScribe *scribe, cairo_t *cr, const KithScribeImage *image);

/* kith-pdf-tags.c */
/* Before anything is drawn: whose it is. */
void kith_pdf_mark (KithPdf *pdf);
void kith_pdf_unmark (KithPdf *pdf);
void kith_pdf_begin (KithScribe *scribe, const KithRecord *record, gboolean again);
void kith_pdf_end (KithScribe *scribe);
void kith_pdf_begin_part (KithScribe *scribe, KithPart part, const char *words);
void kith_pdf_element_free (gpointer element);
/* One more within the innermost, which it becomes. */
guint kith_pdf_enter (KithPdf *pdf, const char *type, const char *words);

/* kith-pdf-links.c */
void kith_pdf_anchor (KithScribe *scribe, cairo_t *cr, const char *name, double y);
void kith_pdf_begin_link (KithScribe *scribe, cairo_t *cr, const KithScribeLink *link);
void kith_pdf_end_link (KithScribe *scribe);

/* Puts the structure into the file. */
void kith_pdf_put_tree (KithPdf *pdf);

G_END_DECLS
