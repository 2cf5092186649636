/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a picture of a map shows, in words for who does not see it. Works on the map that was made for
 * an audience, so it says no more than the picture; knows no formats. */
#pragma once

#include "kith-map.h"
#include "kith-view.h"

G_BEGIN_DECLS

/* "12 stakeholders, 20 links. Lens: Trust." */
char *kith_picture_summary (KithMap *map, const KithView *view);
/* "en-GB": the language of what is said (transfer full). */
char *kith_picture_language (void);
/* A name, and what else there is to say, of a record that is drawn; FALSE: nobody reads it out. */
gboolean kith_picture_words (KithMap *map,
                             const KithView *view,
                             const KithRecord *record,
                             char **name,
                             char **more);

G_END_DECLS
