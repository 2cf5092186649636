/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is on the clipboard after copying: a clip, given out as our own JSON, names, a table or a
 * picture, each made when a program asks for it. Knows no canvas. */
#pragma once

#include <gdk/gdk.h>

#include "kith-map.h"
#include "kith-view.h"

G_BEGIN_DECLS

#define KITH_CLIP_MIME_TYPE "application/x-kith-clip+json"

#define KITH_TYPE_CLIP_CONTENT (kith_clip_content_get_type ())
G_DECLARE_FINAL_TYPE (KithClipContent, kith_clip_content, KITH, CLIP_CONTENT, GdkContentProvider)

GdkContentProvider *kith_clip_content_new (KithMap *clip, const KithView *view);
KithMap *kith_clip_content_get_map (KithClipContent *self);

G_END_DECLS
