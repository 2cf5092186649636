/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An overview: a window of one subject beside the map, that is filled again when the map changes
 * and closes when the audience does. Escape closes it. Knows no subject. */
#pragma once

#include <adwaita.h>

#include "kith-window.h"

G_BEGIN_DECLS

#define KITH_TYPE_OVERVIEW (kith_overview_get_type ())
G_DECLARE_DERIVABLE_TYPE (KithOverview, kith_overview, KITH, OVERVIEW, AdwWindow)

struct _KithOverviewClass
{
  AdwWindowClass parent_class;

  /* Shows what the map has now. */
  void (*fill) (KithOverview *self);
  /* Stores what is typed; FALSE: something cannot be stored, which it has said. */
  gboolean (*settle) (KithOverview *self);
};

/* Joins it to a window, fills it and shows it. */
void kith_overview_open (KithOverview *self, KithWindow *window, const char *title);
KithViewer *kith_overview_get_viewer (KithOverview *self);
KithWindow *kith_overview_get_window (KithOverview *self);
AdwHeaderBar *kith_overview_get_bar (KithOverview *self);
/* A vertical box, as wide as the window but not wider than can be read. */
GtkBox *kith_overview_get_body (KithOverview *self);
void kith_overview_say (KithOverview *self, const char *text);

/* A sentence in the body's look; dim or not. */
GtkWidget *kith_overview_sentence (const char *text, gboolean dim);

G_END_DECLS
