/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each end of a link sees, as one page that is large enough for a room; made for one audience
 * and thrown away when the audience changes. Knows viewers, not the window. */
#pragma once

#include <adwaita.h>

#include "kith-two-sides.h"
#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_SIDES_PAGE (kith_sides_page_get_type ())
G_DECLARE_FINAL_TYPE (KithSidesPage, kith_sides_page, KITH, SIDES_PAGE, AdwBin)

/* Signal "left": back to the map. */

/* `row`: of KithId, the links that follow one another, `link` among them; taken. */
GtkWidget *kith_sides_page_new (KithViewer *viewer, GArray *row, KithId link);
KithId kith_sides_page_get_link (KithSidesPage *self);
/* The end whose words have the keyboard; FALSE: neither. */
gboolean kith_sides_page_get_end (KithSidesPage *self, KithEnd *end);
GArray *kith_sides_page_get_row (KithSidesPage *self);
/* Before a room nothing is exported. */
void kith_sides_page_set_in_room (KithSidesPage *self);
void kith_sides_page_flush (KithSidesPage *self);
void kith_sides_page_grab (KithSidesPage *self);

/* kith-sides-content.c: what stands on it, in rows of columns that a narrow window puts below one
 * another. */
GtkWidget *kith_sides_words (const char *text, const char *style);
GtkWidget *kith_sides_list (const char *heading, GPtrArray *records, const char *nothing);
/* What an end makes of the other; keys rate the one with the focus. */
GtkWidget *kith_sides_end_new (const KithTwoSides *sides, KithEnd end);

G_END_DECLS
