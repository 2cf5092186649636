/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sector and number for names, so that a picture can be shown without saying who is who. Works on the
 * map that was made for an audience; knows no pictures. */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

/* "Housing 2" for each stakeholder, in every text of the map where a name stands; no pictures of
 * theirs, no owner, no earlier names (transfer full). */
KithMap *kith_map_replace_names (KithMap *map, KithMap *whole);
/* What stays obvious all the same, in whole sentences, one a line (transfer full). */
char *kith_names_stay_obvious (KithMap *map);

G_END_DECLS
