/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inspector: the sidebar that shows what is selected and lets it be changed. Knows the
 * viewer, not the window around it. */
#pragma once

#include <adwaita.h>

#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_INSPECTOR (kith_inspector_get_type ())
G_DECLARE_FINAL_TYPE (KithInspector, kith_inspector, KITH, INSPECTOR, GtkWidget)

GtkWidget *kith_inspector_new (void);
void kith_inspector_set_viewer (KithInspector *self, KithViewer *viewer);
/* Commits what is being typed, now: before closing, saving, undo. */
void kith_inspector_flush (KithInspector *self);
/* Puts the keyboard into the name of what is selected. */
void kith_inspector_focus_name (KithInspector *self);
/* To where several selected stakeholders get a tag, or else a shared space. */
void kith_inspector_focus_together (KithInspector *self, gboolean tag);
/* Opens the form for a new event of what is selected. */
void kith_inspector_add_event (KithInspector *self);

G_END_DECLS
