/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scene: a saved view of a map with words for a room. What it asks of a view and what of it an
 * audience may see; knows no window.
 *
 * Who may see one: a private one only the working team. The public only those that are shown as to
 * the public; everybody else all others, with as much of their filter as they may see asked and
 * without what they may not see of what it looks at. The note is the presenter's. Where what it looks at
 * is deleted or lost it stays without it; a map as at a day has those only that look at what there was. */
#pragma once

#include "kith-view.h"

G_BEGIN_DECLS

const KithScene *kith_map_scene (KithMap *map, KithId id);
/* Those that may be shown to a room, in their order (transfer container) (element-type KithScene). */
GPtrArray *kith_map_scenes_to_present (KithMap *map);
/* Of them those that `audience` may see, of the whole map (transfer container). */
GPtrArray *kith_map_scenes_for (KithMap *whole, KithAudience audience);
/* "Scene 3": what a new one is called. */
char *kith_scene_new_title (KithMap *map);

/* A new scene of what a view shows (transfer full); its camera is to be set. Of a focus on several
 * stakeholders the first is kept. */
KithScene *kith_scene_of_view (const KithView *view, KithMap *map);
/* Takes from another scene what it shows, but not its words and its place. */
void kith_scene_take_view (KithScene *scene, const KithScene *other);

/* Whether an audience may see it at all; not where it is about a link that they may not see. */
gboolean kith_scene_is_for (KithMap *whole, const KithScene *scene, KithAudience audience);
/* Whether neither the link nor one of its ends is private; 0 is open to all. */
gboolean kith_scene_link_is_open (KithMap *whole, KithId link);
void kith_scene_narrow_filter (KithScene *scene,
                               KithMap *from,
                               KithMap *to,
                               KithAudience audience,
                               gboolean drop_text);
/* As to whom it is shown where the window shows the map to `least`. */
KithAudience kith_scene_audience (const KithScene *scene, KithAudience least);
/* The filter and focus of a scene on a map made for an audience (transfer full), or NULL. */
KithFilter *kith_scene_filter (const KithScene *scene, KithMap *map, KithAudience audience);
/* The same as a view as to `audience` or fewer: of its lens, day and so on; what it does not set is
 * left as it is. Returns the view's filter (transfer full), or NULL. */
KithFilter *kith_scene_to_view (const KithScene *scene,
                                KithMap *map,
                                KithAudience audience,
                                KithView *view);
gint32 kith_scene_day (const KithScene *scene);   /* 0: now */
gint32 kith_scene_since (const KithScene *scene); /* 0: a year before */
/* Whether a camera is set; else it shows all of the map. */
gboolean kith_scene_has_camera (const KithScene *scene);

/* Does not refer to that record any more. */
void kith_scene_forget (KithScene *scene, KithId gone);
/* Does not refer to what is not among these ids. */
void kith_scene_forget_all_but (KithScene *scene, GHashTable *kept);

G_END_DECLS
