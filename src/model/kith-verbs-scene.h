/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verbs of scenes: each makes one edit (transfer full), or NULL with `error` set. Places are counted
 * from 0. */
#pragma once

#include "kith-scene.h"

G_BEGIN_DECLS

/* `scene` (transfer full) comes to that place; beyond the last: at the end. Untitled, it gets the
 * title of a new one. */
KithEdit *kith_verb_add_scene (KithMap *map, KithScene *scene, guint place, GError **error);
/* What a person wrote of `words`: title, sentence, note, audience, private. */
KithEdit *kith_verb_word_scene (KithMap *map, const KithScene *words, GError **error);
/* It shows from now on what `shown` does. */
KithEdit *kith_verb_update_scene (KithMap *map,
                                  KithId scene,
                                  const KithScene *shown,
                                  GError **error);
KithEdit *kith_verb_move_scene (KithMap *map, KithId scene, guint place, GError **error);
/* A copy right after it. */
KithEdit *kith_verb_duplicate_scene (KithMap *map, KithId scene, KithId *copy, GError **error);
KithEdit *kith_verb_delete_scene (KithMap *map, KithId scene, GError **error);
/* What a meeting may begin with, after what there is: who is here (no ratings), how long they have
 * known one another, then each of these links. Shown as to `audience`, which is partners at the widest. */
KithEdit *kith_verb_opening_scenes (KithMap *map,
                                    KithAudience audience,
                                    const KithId *links,
                                    guint n,
                                    GError **error);

G_END_DECLS
