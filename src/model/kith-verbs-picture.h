/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verbs that bring pictures onto a map, and that drop those which nothing shows any more. See
 * kith-verbs.h. */
#pragma once

#include "kith-annotations.h"
#include "kith-picture.h"

G_BEGIN_DECLS

/* `picture` (transfer full); it lies under everything, locked. */
KithEdit *kith_verb_add_backdrop (KithMap *map,
                                  KithPicture *picture,
                                  const KithPlace *place,
                                  KithId *id,
                                  GError **error);
/* Of a stakeholder or a backdrop; `picture` (transfer full) NULL: none. */
KithEdit *kith_verb_set_picture (KithMap *map, KithId id, KithPicture *picture, GError **error);
/* Whoever performs an edit calls this: a picture that nothing shows after it goes with it. */
void kith_edit_drop_pictures (KithEdit *edit, KithMap *map);

G_END_DECLS
