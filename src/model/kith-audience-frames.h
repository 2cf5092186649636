/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What others than the team may see of the frames that an arrangement drew: who is in them, and of whom
 * their titles speak, may have become private since. Knows the map as it stands, not as it was arranged. */
#pragma once

#include "kith-edit.h"
#include "kith-map.h"

G_BEGIN_DECLS

/* What a community is called after one of those in it (transfer full). */
char *kith_community_title (const char *name);
/* Not where nobody but the team knows of anyone in it, nor of the one in its middle. */
gboolean kith_frame_is_for (KithMap *map, const KithAnnotation *frame, KithAudience audience);
/* Its title (transfer full), unless that may name somebody of whom they are not told. */
char *kith_frame_title_for (KithMap *map, const KithAnnotation *frame, KithAudience audience);
/* Adds to an edit that gives stakeholders other names what the frames called after them are called then. */
void kith_edit_retitle_frames (KithEdit *edit, KithMap *map);

G_END_DECLS
