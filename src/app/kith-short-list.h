/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A short list of things that can be selected: the first few, all on request. Rows are remade
 * only when what they say differs. */
#pragma once

#include <gtk/gtk.h>

#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_SHORT_LIST (kith_short_list_get_type ())
G_DECLARE_FINAL_TYPE (KithShortList, kith_short_list, KITH, SHORT_LIST, GtkWidget)

/* Signals "activated" (gint64 id): a row was opened. "removed" (gint64 id): its remove button was
 * pressed. */

typedef struct
{
  KithId id;
  char *title;    /* owned, plain text */
  char *subtitle; /* owned; may be NULL */
  char *tooltip;  /* owned; may be NULL: a title that is long */
} KithShortItem;

GPtrArray *kith_short_items_new (void);
/* Takes the texts (transfer full). */
void kith_short_items_add (GPtrArray *items, KithId id, char *title, char *subtitle, char *tooltip);

/* Takes `items`. `nothing`: what is said where there are none, or NULL for the list to vanish.
 * `remove`: the tooltip of a remove button for each row, or NULL. */
void kith_short_list_show (KithShortList *self,
                           GPtrArray *items,
                           const char *nothing,
                           const char *remove);

/* Each row stands for a link and has its ratings over time beside its words, where there are any.
 * Before anything is shown. */
void kith_short_list_set_links (KithShortList *self, KithViewer *viewer);

G_END_DECLS
