/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stage: a full screen that shows scenes to a room, with nothing else on it. It has a viewer of
 * its own, which is turned to its audience before there is anything to see; of the map that is the
 * team's it makes edits only. Knows documents, not the window that opened it. */
#pragma once

#include <adwaita.h>

#include "kith-scene.h"
#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_STAGE (kith_stage_get_type ())
G_DECLARE_FINAL_TYPE (KithStage, kith_stage, KITH, STAGE, AdwWindow)

/* Signals: "moved": another scene is shown, or the scenes show something else. "notes": the
 * presenter's window is asked for. "workshop": one is asked for in its place. Closed, it is over. */

/* `least`: nobody wider sees it; never the team. `only`: the one scene that is shown where there are
 * none (transfer full), or NULL. `first`: where it begins; 0: with the first. */
KithStage *kith_stage_new (KithDocument *document,
                           KithAudience least,
                           KithPaletteName palette,
                           KithScene *only,
                           KithId first);
/* Nobody wider sees it from now on. */
void kith_stage_narrow (KithStage *self, KithAudience least);
/* What has been typed on it is done. */
void kith_stage_flush (KithStage *self);
/* The same, and the name of somebody who is missing: others look, or the stage goes. */
void kith_stage_settle (KithStage *self);
/* A key, as if it had been pressed on the stage; FALSE: it means nothing there. */
gboolean kith_stage_press (KithStage *self, guint keyval, GdkModifierType state);
/* A number is being typed that Enter ends. */
gboolean kith_stage_awaits_enter (KithStage *self);
/* A large saying, for a moment. */
void kith_stage_say (KithStage *self, const char *text);
void kith_stage_step (KithStage *self, int by);
void kith_stage_go (KithStage *self, guint place); /* from 0 */
guint kith_stage_get_place (KithStage *self);
guint kith_stage_get_n (KithStage *self);
/* A scene as it is on the whole map, its note included, or NULL; for the presenter only. */
const KithScene *kith_stage_get_scene (KithStage *self, guint place);
KithAudience kith_stage_get_least (KithStage *self);
KithDocument *kith_stage_get_document (KithStage *self);
KithPaletteName kith_stage_get_palette (KithStage *self);
void kith_stage_set_palette (KithStage *self, KithPaletteName palette);

G_END_DECLS
