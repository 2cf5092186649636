/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines as people type or paste them: how far each is indented, without its bullet or number. Knows
 * not what they say. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint number; /* from 1, as an editor counts */
  guint indent; /* blanks before it; a tab goes on to the next multiple of four */
  char *text;   /* not empty, blanks at neither end */
} KithQuickLine;

/* Of KithQuickLine; lines without anything to read are left out. */
GArray *kith_quick_lines (const char *text);
/* Cells with tabs between them, not merely lines that are indented by tabs. */
gboolean kith_quick_is_table (const char *text);

G_END_DECLS
