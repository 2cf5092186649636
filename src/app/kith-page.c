/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-page.h"

#include <glib/gi18n-lib.h>

#include "kith-names.h"

typedef struct
{
  KithViewer *viewer; /* owned */
  KithBinder *binder; /* owned */
  KithId id;
  AdwExpanderRow *more; /* of the template */
  GtkWidget *name_row;  /* of the template */
} KithPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (KithPage, kith_page, ADW_TYPE_BIN)

#define PRIVATE(self) ((KithPagePrivate *) kith_page_get_instance_private (self))

static void
kith_page_dispose (GObject *object)
{
  KithPagePrivate *priv = PRIVATE (KITH_PAGE (object));

  g_clear_pointer (&priv->binder, kith_binder_free);
  g_clear_object (&priv->viewer);
  G_OBJECT_CLASS (kith_page_parent_class)->dispose (object);
}

static void
kith_page_class_init (KithPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kith_page_dispose;
}

static void
kith_page_init (KithPage *self)
{
}

static void
on_mapped (KithPage *self)
{
  kith_names_give (GTK_WIDGET (self), _ (kith_kind_info (KITH_PAGE_GET_CLASS (self)->kind)->label));
}

/**
 * kith_page_new:
 * @type: a class of page
 * @viewer: whose map it shows
 *
 * Returns: (transfer floating): a page that shows nothing yet
 */
KithPage *
kith_page_new (GType type, KithViewer *viewer)
{
  KithPage *self = g_object_new (type, NULL);
  KithPagePrivate *priv = PRIVATE (self);

  priv->viewer = g_object_ref (viewer);
  priv->binder = kith_binder_new (viewer, KITH_PAGE_GET_CLASS (self)->kind);
  if (KITH_PAGE_GET_CLASS (self)->set_up != NULL)
    KITH_PAGE_GET_CLASS (self)->set_up (self);
  g_signal_connect (self, "map", G_CALLBACK (on_mapped), NULL);
  return self;
}

/**
 * kith_page_show:
 * @self: a page
 * @id: the record to show; what was typed for the last one is committed first
 */
void
kith_page_show (KithPage *self, KithId id)
{
  PRIVATE (self)->id = id;
  kith_binder_show (PRIVATE (self)->binder, id);
  KITH_PAGE_GET_CLASS (self)->refresh (self);
}

/**
 * kith_page_refresh:
 * @self: a page whose map has changed
 */
void
kith_page_refresh (KithPage *self)
{
  kith_binder_refresh (PRIVATE (self)->binder);
  KITH_PAGE_GET_CLASS (self)->refresh (self);
}

/**
 * kith_page_flush:
 * @self: a page
 */
void
kith_page_flush (KithPage *self)
{
  kith_binder_flush (PRIVATE (self)->binder);
}

/**
 * kith_page_focus_name:
 * @self: a page
 */
void
kith_page_focus_name (KithPage *self)
{
  if (PRIVATE (self)->name_row != NULL)
    gtk_widget_grab_focus (PRIVATE (self)->name_row);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/**
 * kith_page_get_viewer:
 * @self: a page
 *
 * Returns: (transfer none): whose map it shows
 */
KithViewer *
kith_page_get_viewer (KithPage *self)
{
  return PRIVATE (self)->viewer;
}

/**
 * kith_page_get_map:
 * @self: a page
 *
 * Returns: (transfer none): what it may show
 */
KithMap *
kith_page_get_map (KithPage *self)
{
  return kith_viewer_get_map (PRIVATE (self)->viewer);
}

/**
 * kith_page_get_binder:
 * @self: a page
 *
 * Returns: (transfer none): the binder of the record's own fields
 */
KithBinder *
kith_page_get_binder (KithPage *self)
{
  return PRIVATE (self)->binder;
}

/**
 * kith_page_get_id:
 * @self: a page
 *
 * Returns: the record that it shows
 */
KithId
kith_page_get_id (KithPage *self)
{
  return PRIVATE (self)->id;
}

/**
 * kith_page_set_more:
 * @self: a page
 * @more: (transfer none): the row of its template that hides the rest
 */
void
kith_page_set_more (KithPage *self, AdwExpanderRow *more)
{
  PRIVATE (self)->more = more;
}

/**
 * kith_page_set_name_row:
 * @self: a page
 * @row: (transfer none): the row of its template that has the name
 */
void
kith_page_set_name_row (KithPage *self, GtkWidget *row)
{
  PRIVATE (self)->name_row = row;
}

/**
 * kith_page_get_more_shown:
 * @self: a page
 *
 * Returns: whether the rest is shown
 */
gboolean
kith_page_get_more_shown (KithPage *self)
{
  return PRIVATE (self)->more != NULL && adw_expander_row_get_expanded (PRIVATE (self)->more);
}

/**
 * kith_page_set_more_shown:
 * @self: a page
 * @shown: whether the rest is shown
 */
void
kith_page_set_more_shown (KithPage *self, gboolean shown)
{
  if (PRIVATE (self)->more != NULL)
    adw_expander_row_set_expanded (PRIVATE (self)->more, shown);
}
