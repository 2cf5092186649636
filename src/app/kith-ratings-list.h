/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All ratings of one end of a link, newest first. Knows the viewer, not the page. */
#pragma once

#include <adwaita.h>

#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_RATINGS_LIST (kith_ratings_list_get_type ())
G_DECLARE_FINAL_TYPE (KithRatingsList, kith_ratings_list, KITH, RATINGS_LIST, GtkWidget)

GtkWidget *kith_ratings_list_new (void);
/* `ratings`: of the audience's map, oldest first, as kith_map_assessments_of() gives them. */
void kith_ratings_list_show (KithRatingsList *self, KithViewer *viewer, GPtrArray *ratings);
/* Brings one into sight and the keyboard to it. */
void kith_ratings_list_go_to (KithRatingsList *self, KithId rating);

G_END_DECLS
