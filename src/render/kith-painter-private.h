/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the painter share; nobody else includes this. */
#pragma once

#include "kith-figures-private.h"
#include "kith-painter.h"
#include "kith-stroke.h"

#define KITH_RING_OFF 8.0 /* from a box to the ring of what is selected */

typedef struct
{
  cairo_t *cr;
  const KithFigures *figures;
  const KithPaint *paint;
  const KithPalette *palette;
  KithDetail detail;
  guint *since_tick;      /* figures drawn since the paint's tick was asked */
  const GPtrArray *notes; /* in sight */
  gboolean faint;         /* what does not match a filter */
  gboolean many_move;     /* links in hand, which are drawn at each step */
} KithPainting;

KithPainting kith_painting_begin (cairo_t *cr,
                                  const KithFigures *figures,
                                  const KithPaint *paint,
                                  guint *since_tick);
gboolean kith_painting_is_selected (const KithPainting *painting, KithId id);
gboolean kith_painting_is_lifted (const KithPainting *painting, gconstpointer record);
void kith_painting_box (const KithPainting *painting, KithBoxFigure *box);
/* Of its border: who is not at the table yet, or is represented. */
void kith_painting_dash (const KithPainting *painting, int story);
/* A ring round it, and a stronger border where it is hovered. */
void kith_painting_box_marks (const KithPainting *painting, const KithBoxFigure *box);
/* The same of an annotation. */
void kith_painting_note_marks (const KithPainting *painting, const KithNoteFigure *note);
void kith_painting_outline (const KithPainting *painting, const KithSpaceFigure *space);
/* Over links: its name, or its node. */
void kith_painting_space_label (const KithPainting *painting, const KithSpaceFigure *space);
void kith_painting_ground (const KithPainting *painting, const GPtrArray *spaces);
void kith_painting_rounded (const KithPainting *painting, const KithRect *rect, double radius);
/* What rings of an arrangement are called: rings lie in one another, so that links to those within run there. */
void kith_painting_ring_titles (const KithPainting *painting);
gboolean kith_painting_names_over (const KithPainting *painting, const KithNoteFigure *note);
/* All that lies under spaces, links and boxes. */
void kith_painting_notes (const KithPainting *painting);
/* Over all of that: what frames and rings are called where their own letters are too small. */
void kith_painting_far_titles (const KithPainting *painting);
void kith_painting_flags_of (const KithPainting *painting, KithId id);
void kith_painting_flags (const KithPainting *painting, const KithRect *clip);
void kith_painting_quotes (const KithPainting *painting, const KithRect *clip);
/* Asks the paint's tick after `n` more figures; FALSE: stop. */
gboolean kith_painting_may_go_on (const KithPainting *painting, guint n);
gboolean kith_painting_links (const KithPainting *painting, const GPtrArray *links);
/* kith-painter-parts.c: link by link, where the scribe takes copies of itself. */
gboolean kith_painting_has_parts (const KithPainting *painting, const GPtrArray *links);
gboolean kith_painting_in_parts (const KithPainting *painting,
                                 const GPtrArray *links,
                                 void (*draw) (const KithPainting *painting,
                                               const KithLinkFigure *link));
void kith_painting_link (const KithPainting *painting, const KithLinkFigure *link);
void kith_painting_link_label (const KithPainting *painting, KithLinkFigure *link);
