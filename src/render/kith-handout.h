/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an organisation is handed on A4: the sheet of a round to be filled in, or its page: what it
 * said, what was said of it, its history. Pages to be drawn, printed or written as PDF. Knows maps
 * that were made for who reads it, no files and no printers. Main thread. */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "kith-pulse.h"
#include "kith-round.h"

G_BEGIN_DECLS

typedef struct _KithHandout KithHandout;

/* A4 upright, map units (1/96 inch). */
#define KITH_HANDOUT_WIDTH 793.7
#define KITH_HANDOUT_HEIGHT 1122.5

/* `map` is what may be shown to those who get it. */
KithHandout *kith_handout_new_sheet (KithMap *map, const KithRoundSheet *sheet);
KithHandout *kith_handout_new_page (KithMap *map, KithId stakeholder, KithAudience audience);
/* What goes back to those who answered a question. */
KithHandout *kith_handout_new_question (KithMap *map, KithId question, KithAudience audience);
/* A sheet of a pulse check, to be copied and filled in by hand. */
KithHandout *kith_handout_new_pulse (KithMap *map, const KithPulseRound *round);
void kith_handout_free (KithHandout *handout);
guint kith_handout_n_pages (const KithHandout *handout);
const char *kith_handout_title (const KithHandout *handout);
/* All its words in reading order, a line each: for who does not see the page (transfer full). */
char *kith_handout_to_words (const KithHandout *handout);
void kith_handout_draw (const KithHandout *handout, guint page, cairo_t *cr);
/* Its first page, at most that many pixels (transfer full). */
cairo_surface_t *kith_handout_preview (const KithHandout *handout, int width, int height);
/* NULL with an error where it could not be drawn. */
GBytes *kith_handout_to_pdf (const KithHandout *handout, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithHandout, kith_handout_free)

G_END_DECLS
