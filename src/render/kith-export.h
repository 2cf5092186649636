/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of a map: PNG, PDF and SVG as bytes. Knows the page and the painter, not files or
 * dialogs. Main thread (text is shaped here), in slices: `progress` is called often and may run
 * the main loop. */
#pragma once

#include <gio/gio.h>
#include <cairo.h>

#include "kith-map.h"
#include "kith-view.h"

G_BEGIN_DECLS

typedef enum
{
  KITH_PICTURE_PNG,
  KITH_PICTURE_PDF,
  KITH_PICTURE_SVG,
  KITH_PICTURE_HTML, /* a page: the picture as SVG, and all of it as tables */
} KithPictureFormat;

typedef enum
{
  KITH_PAPER_A4,
  KITH_PAPER_A3,
  KITH_PAPER_A2,
  KITH_PAPER_A1,
  KITH_PAPER_A0,
  KITH_PAPER_LETTER,
} KithPaper;

extern const KithEnum kith_papers;

typedef enum
{
  KITH_ORIENTATION_AUTO, /* whichever shows the map larger */
  KITH_ORIENTATION_PORTRAIT,
  KITH_ORIENTATION_LANDSCAPE,
} KithOrientation;

#define KITH_BOARD_SENTENCES 3

/* What lies in a printer, upright; millimetres. */
typedef struct
{
  double width;
  double height;
  double margin; /* the widest of those that it cannot reach */
} KithPageSize;

typedef struct
{
  KithPictureFormat format;
  KithPaper paper;             /* PDF */
  KithOrientation orientation; /* PDF */
  double scale;                /* PNG: pixels a map unit, 1, 2 or 4 */
  int most;                    /* PNG: no side has more pixels, whatever `scale` says; or 0 */
  gboolean transparent;        /* PNG, SVG: no ground */
  gboolean title_block;        /* PNG, SVG too: title, purpose, date, audience, heard-from count */
  const char *title;           /* or NULL: the map's own */
  int width;                   /* PNG, SVG: pixels; 0: as large as what is on it, times scale */
  int height;
  gboolean tiled;           /* PDF: a poster of `paper` on sheets of `tile` */
  KithPaper tile;           /* smaller than the poster */
  const KithPageSize *page; /* PDF: instead of `paper`, or `tile` of a poster; or NULL */
  const char *marking;      /* a protective marking, at top and foot, or NULL */
  gboolean signs;           /* without a title block the foot says for whom and when */
  const char *purpose;      /* or NULL: the map's own */
  gboolean scenes;          /* PDF: a page for each scene */
  gboolean report;          /* PDF: cover, map, scenes and registers on A4 */
  gboolean then_and_now;    /* the map on two days, or as the view compares it with another, side by
                             * side; not HTML */
  gint32 then;              /* the Julian day of the earlier one; 0: as the view counts changes */
  gboolean board;           /* one page in black and white, with sentences; not HTML */
  const char *sentences[KITH_BOARD_SENTENCES]; /* of that; NULL: what the map offers; "": none */
  gboolean anonymous; /* sector and number for names: kith_map_replace_names() */
  void (*progress) (double fraction, gpointer data);
  gpointer data;
  GCancellable *cancellable;
} KithExport;

#define KITH_EXPORT_INIT                                          \
  {                                                               \
    .format = KITH_PICTURE_PDF, .scale = 1.0, .title_block = TRUE \
  }

/* The whole map goes in: the caller's `map` may hold everything; what `view->audience` may not
 * see is left out here. Errors: G_IO_ERROR_CANCELLED; too many pixels (over 32,000 a side or 400
 * million) is refused with a sentence; NULL then. */
GBytes *kith_export (KithMap *map, const KithView *view, const KithExport *options, GError **error);

/* The first page as it will be, to fit in width × height pixels: for a preview. Free with
 * cairo_surface_destroy. */
cairo_surface_t *kith_export_preview (KithMap *map,
                                      const KithView *view,
                                      const KithExport *options,
                                      int width,
                                      int height);
/* The sentences that a page for the board has where none are given: at most KITH_BOARD_SENTENCES, of
 * what the audience may know (transfer full) (of char *). */
GPtrArray *kith_export_offer_sentences (KithMap *map,
                                        const KithView *view,
                                        const KithExport *options);
/* A small picture of a map for a list of recent ones, as PNG of at most width × height. */
GBytes *kith_export_thumbnail (KithMap *map, const KithView *view, int width, int height);

G_END_DECLS
