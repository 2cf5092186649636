/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page of the inspector: what is common to all of them: a viewer, the id of what is shown, a
 * binder for its fields and a row of what is shown on request. Knows no kind of record.
 *
 * A page is made for one audience and thrown away when the audience changes. */
#pragma once

#include <adwaita.h>

#include "kith-binder.h"
#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_PAGE (kith_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (KithPage, kith_page, KITH, PAGE, AdwBin)

struct _KithPageClass
{
  AdwBinClass parent_class;

  KithKind kind;                    /* of what it shows */
  void (*set_up) (KithPage *self);  /* once: the viewer is known; joins widgets to fields */
  void (*refresh) (KithPage *self); /* what is shown, or its map, may differ; after the binder */
};

KithPage *kith_page_new (GType type, KithViewer *viewer);
void kith_page_show (KithPage *self, KithId id);
void kith_page_refresh (KithPage *self);
void kith_page_flush (KithPage *self);
void kith_page_focus_name (KithPage *self);

/* For pages */
KithViewer *kith_page_get_viewer (KithPage *self);
KithMap *kith_page_get_map (KithPage *self); /* the audience's */
KithBinder *kith_page_get_binder (KithPage *self);
KithId kith_page_get_id (KithPage *self);
/* The row that hides the rest, and the one that has the name. */
void kith_page_set_more (KithPage *self, AdwExpanderRow *more);
void kith_page_set_name_row (KithPage *self, GtkWidget *row);

gboolean kith_page_get_more_shown (KithPage *self);
void kith_page_set_more_shown (KithPage *self, gboolean shown);

G_END_DECLS
