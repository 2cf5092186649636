/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scribe takes down what is painted on a cairo_t where a surface of cairo's would lose what it means:
 * text that stays text, a group for each record. A painter builds paths and state on its cairo_t as
 * ever; where it would fill, stroke, show words or a picture it asks here, and gets what cairo does
 * where nobody takes it down. So there is one painter for screen, PNG, PDF and SVG. Knows no figures. */
#pragma once

#include <pango/pangocairo.h>

#include "kith-record.h"

G_BEGIN_DECLS

#define KITH_POINTS 0.75 /* of paper, 1/72 inch, a map unit, 1/96 */

typedef struct _KithScribe KithScribe;

/* What belongs together on a sheet, in the order in which it is read. */
typedef enum
{
  KITH_PART_TITLE,
  KITH_PART_HEADING, /* of a part of what the title is of */
  KITH_PART_WORDS,   /* a paragraph */
  KITH_PART_MAP,
  KITH_PART_LEGEND,
  KITH_PART_PICTURE,   /* of something else than the map */
  KITH_PART_FURNITURE, /* crop marks and the like, which nobody reads out */
  KITH_PART_TABLE,
  KITH_PART_ROW,  /* of a table */
  KITH_PART_HEAD, /* of a column, in a row */
  KITH_PART_CELL, /* in a row */
  KITH_N_PARTS,
} KithPart;

typedef struct
{
  cairo_surface_t *surface; /* with the file it came from as its mime data, where there is one */
  KithId key;               /* the same for the same picture, in whichever map */
  const char *type;         /* of the file: "image/png" */
  double x, y, width, height;
  double strength; /* 0 to 1 */
} KithScribeImage;

/* A place on a page that leads to another; user space. */
typedef struct
{
  const char *leads_to; /* the name of an anchor */
  const char *words;    /* where that is, for who does not see it */
  double x, y, width, height;
} KithScribeLink;

/* Paths, colour, line and matrix are those of `cr`. */
typedef struct
{
  gboolean by_record; /* wants all of a link together */
  void (*fill) (KithScribe *self, cairo_t *cr, gboolean keeps);
  void (*stroke) (KithScribe *self, cairo_t *cr);
  void (*paint) (KithScribe *self, cairo_t *cr);
  void (*text) (KithScribe *self, cairo_t *cr, PangoLayout *layout);
  void (*image) (KithScribe *self, cairo_t *cr, const KithScribeImage *image);
  gboolean (*knows) (KithScribe *self, guint number);
  void (*symbol) (KithScribe *self, cairo_t *cr, guint number);
  void (*clip) (KithScribe *self, cairo_t *cr); /* ends with save and restore */
  void (*save) (KithScribe *self);
  void (*restore) (KithScribe *self);
  void (*begin_faint) (KithScribe *self, double strength);
  void (*end_faint) (KithScribe *self);
  void (*begin) (KithScribe *self, const KithRecord *record, gboolean again);
  void (*end) (KithScribe *self);
  void (*begin_part) (KithScribe *self, KithPart part, const char *words);
  void (*end_part) (KithScribe *self);
  /* these may be missing */
  void (*anchor) (KithScribe *self, cairo_t *cr, const char *name, double y);
  void (*begin_link) (KithScribe *self, cairo_t *cr, const KithScribeLink *link);
  void (*end_link) (KithScribe *self);
  void (*expect) (KithScribe *self, const KithRecord *record);
  void (*prepare) (KithScribe *self, PangoLayout *layout);
  KithScribe *(*fork) (KithScribe *self);
  void (*join) (KithScribe *self, KithScribe *copy);
} KithScribeClass;

/* A straight line that goes to and fro, of KITH_WAVE from one tooth to the next: flat, teeth, flat. */
#define KITH_WAVE 5.0
#define KITH_WAVE_HEIGHT 4.2
typedef struct
{
  cairo_matrix_t frame; /* to device space; teeth begin at the origin, along the x axis */
  guint teeth;
  double flat; /* at either end */
} KithScribeWave;

/* The first member of whoever takes things down. */
struct _KithScribe
{
  const KithScribeClass *class;
  GArray *waves; /* of KithScribeWave: of the next stroke, beside its path; or NULL */
};

/* A context that draws nothing and tells `scribe`, which has to outlive it. */
cairo_t *kith_scribe_context (KithScribe *scribe);
gboolean kith_scribe_is_there (cairo_t *cr);
gboolean kith_scribe_by_record (cairo_t *cr);

void kith_scribe_fill (cairo_t *cr);
void kith_scribe_fill_preserve (cairo_t *cr);
void kith_scribe_stroke (cairo_t *cr);
void kith_scribe_stroke_preserve (cairo_t *cr);
void kith_scribe_paint (cairo_t *cr);
/* At the current point. */
void kith_scribe_text (cairo_t *cr, PangoLayout *layout);
/* FALSE: nobody takes it down, so that it is to be drawn. */
gboolean kith_scribe_image (cairo_t *cr, const KithScribeImage *image);
/* A filled shape that stands in many places, of at most KITH_SYMBOL a side: the first time its path has
 * to be there, as kith_scribe_knows() says. */
#define KITH_SYMBOL 16.0
gboolean kith_scribe_knows (cairo_t *cr, guint number);
void kith_scribe_symbol (cairo_t *cr, guint number);
/* A wave from the origin along the x axis, which is part of the next stroke as the path is; FALSE: it is
 * to be part of the path. */
gboolean kith_scribe_wave (cairo_t *cr, double length);
void kith_scribe_clip (cairo_t *cr);
void kith_scribe_save (cairo_t *cr);
void kith_scribe_restore (cairo_t *cr);
/* All between the two as one picture that is seen through. */
void kith_scribe_begin_faint (cairo_t *cr, double strength);
void kith_scribe_end_faint (cairo_t *cr, double strength);
/* All between the two is of a record; `again`: it has been told of before. */
void kith_scribe_begin (cairo_t *cr, gconstpointer record, gboolean again);
void kith_scribe_end (cairo_t *cr);
/* `words`: what is there, for who does not see it. */
void kith_scribe_begin_part (cairo_t *cr, KithPart part, const char *words);
void kith_scribe_end_part (cairo_t *cr);

/* Links find what begins at `y` of this page by that name: letters, digits and dashes. */
void kith_scribe_anchor (cairo_t *cr, const char *name, double y);
/* What is drawn between the two are the words of the link, if any. */
void kith_scribe_begin_link (cairo_t *cr, const KithScribeLink *link);
void kith_scribe_end_link (cairo_t *cr);

/* A copy for a part of what is to come, which may be drawn on another thread: only of records that are
 * expected, only texts that have been prepared; no pictures, symbols or clips. NULL: there is none. What
 * has been drawn on it goes in where it is joined, which ends it. */
cairo_t *kith_scribe_fork (cairo_t *cr);
void kith_scribe_join (cairo_t *cr, cairo_t *copy);
void kith_scribe_expect (cairo_t *cr, gconstpointer record);
void kith_scribe_prepare (cairo_t *cr, PangoLayout *layout);

/* For scribes: the path in device space, where lines are `scale` times as wide. */
cairo_path_t *kith_scribe_path (cairo_t *cr);
/* Its parts in their order, but for moves that lead nowhere; on any thread. */
void kith_scribe_walk (const cairo_path_t *path,
                       void (*part) (const cairo_path_data_t *part, gpointer data),
                       gpointer data);
double kith_scribe_scale (cairo_t *cr);
/* The waves of a stroke, which are forgotten with it. */
guint kith_scribe_n_waves (const KithScribe *scribe);
const KithScribeWave *kith_scribe_nth_wave (const KithScribe *scribe, guint n);
void kith_scribe_forget_waves (KithScribe *scribe);
/* The colour of the context; alpha times what is kept in 0 to 1. */
void kith_scribe_colour (cairo_t *cr, double rgba[4]);
/* "12.5": two digits at most. */
void kith_scribe_number (GString *out, double number);
/* The same in two steps, for who counts from number to number. */
gint64 kith_scribe_hundredths (double number);
void kith_scribe_append_hundredths (GString *out, gint64 hundredths);
/* Many at once: room for them, each where the last one ended, and the end of all. */
#define KITH_NUMBER_ROOM 32
char *kith_scribe_make_room (GString *out, gsize room);
char *kith_scribe_put_hundredths (char *at, gint64 hundredths);
void kith_scribe_end_at (GString *out, char *end);
/* "0.03125": five digits at most. */
void kith_scribe_fine (GString *out, double number);
void kith_scribe_count (GString *out, guint number);
/* Text that is known when it is compiled. */
#define kith_scribe_put(out, text) g_string_append_len ((out), "" text, sizeof (text) - 1)
/* "0.8125 0 0 0.8125 12 7.5" */
void kith_scribe_matrix (GString *out, const cairo_matrix_t *matrix);

G_END_DECLS
