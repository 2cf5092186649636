/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A canvas child: stands over one thing on the map, draws nothing, and makes it reachable for
 * assistive technology: name, description, actions. Knows an id, not the map. */
#pragma once

#include <gtk/gtk.h>

#include "kith-record.h"

G_BEGIN_DECLS

#define KITH_TYPE_CANVAS_CHILD (kith_canvas_child_get_type ())
G_DECLARE_FINAL_TYPE (KithCanvasChild, kith_canvas_child, KITH, CANVAS_CHILD, GtkWidget)

/* Signals: "focused"; "acted" (const char *action): "select", "open", "follow-link", "rate-4" … was
 * asked for; see the table of actions. */

GtkWidget *kith_canvas_child_new (KithId id, KithKind kind);
KithId kith_canvas_child_get_id (KithCanvasChild *self);
void kith_canvas_child_describe (KithCanvasChild *self,
                                 const char *name,
                                 const char *description,
                                 gboolean selected);

G_END_DECLS
