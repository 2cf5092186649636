/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small picture of what a scene shows. Knows no widget. */
#pragma once

#include <cairo.h>

#include "kith-scene.h"

G_BEGIN_DECLS

/* `whole`: everything, for comparing days; `seen`: of it what the scene's audience may see, the scene
 * among it. Sizes in pixels; `scale`: more of them for dense screens. Main thread; costs the figures
 * of the map (transfer full). */
cairo_surface_t *kith_scene_picture (KithMap *whole,
                                     KithMap *seen,
                                     const KithScene *scene,
                                     KithAudience audience,
                                     KithPaletteName palette,
                                     int width,
                                     int height,
                                     int scale);

G_END_DECLS
