/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Laying blocks out on pages, for what makes the words of a handout. */
#pragma once

#include "kith-handout.h"
#include "kith-text.h"

G_BEGIN_DECLS

#define KITH_HANDOUT_MARKS (KITH_SCORE_PREFER_NOT + 1)

KithHandout *kith_handout_begin (const char *title);
void kith_handout_add_text (KithHandout *handout,
                            KithTextStyle style,
                            double gap,
                            const char *text);
/* The same a little to the right, after a question or heading. */
void kith_handout_add_line (KithHandout *handout, const char *text);
/* A question with its boxes: how many voices ticked each (by KithScore), and what was noted. */
void kith_handout_add_question (KithHandout *handout,
                                const char *question,
                                const guint ticks[KITH_HANDOUT_MARKS],
                                const char *comment);
/* Breaks it into pages. */
void kith_handout_end (KithHandout *handout);

G_END_DECLS
