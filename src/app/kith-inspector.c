/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-inspector.h"

#include <glib/gi18n-lib.h>

#include "kith-annotation-page.h"
#include "kith-event-dialog.h"
#include "kith-binder.h"
#include "kith-keyboard.h"
#include "kith-link-page.h"
#include "kith-map-page.h"
#include "kith-selection-page.h"
#include "kith-space-page.h"
#include "kith-stakeholder-page.h"
#include "kith-style.h"

struct _KithInspector
{
  GtkWidget parent_instance;

  /* Template */
  GtkScrolledWindow *scroll;
  AdwBin *holder;

  /* State */
  KithViewer *viewer;    /* owned */
  KithPage *page;        /* in the holder; NULL without a viewer */
  KithAudience audience; /* that the page was made for */
  GHashTable *more;      /* set of GType: pages whose rest is shown */
};

G_DEFINE_FINAL_TYPE (KithInspector, kith_inspector, GTK_TYPE_WIDGET)

static GType
wanted_page (KithViewer *viewer, KithId *id)
{
  KithKind kind = KITH_ABOUT;

  *id = kith_viewer_get_only (viewer, &kind);
  if (kith_viewer_n_selected (viewer) > 1)
    return KITH_TYPE_SELECTION_PAGE;
  if (*id != 0 && kind == KITH_STAKEHOLDER)
    return KITH_TYPE_STAKEHOLDER_PAGE;
  if (*id != 0 && kind == KITH_LINK)
    return KITH_TYPE_LINK_PAGE;
  if (*id != 0 && kind == KITH_SPACE)
    return KITH_TYPE_SPACE_PAGE;
  if (*id != 0 && kind == KITH_ANNOTATION)
    return KITH_TYPE_ANNOTATION_PAGE;
  *id = KITH_ABOUT_ID;
  return KITH_TYPE_MAP_PAGE;
}

static void
forget_page (KithInspector *self)
{
  GType type;

  if (self->page == NULL)
    return;
  type = G_OBJECT_TYPE (self->page);
  if (kith_page_get_more_shown (self->page))
    g_hash_table_add (self->more, GSIZE_TO_POINTER (type));
  else
    g_hash_table_remove (self->more, GSIZE_TO_POINTER (type));
  self->page = NULL;
  adw_bin_set_child (self->holder, NULL);
}

static void
make_page (KithInspector *self, GType type)
{
  forget_page (self);
  self->audience = kith_viewer_get_view (self->viewer)->audience;
  self->page = kith_page_new (type, self->viewer);
  kith_page_set_more_shown (self->page,
                            g_hash_table_contains (self->more, GSIZE_TO_POINTER (type)));
}

/* What is typed goes to the old record before anything else is shown; it may itself change what
 * is to be shown. */
static void
update (KithInspector *self)
{
  gboolean fresh = FALSE, held = kith_widget_has_keyboard (GTK_WIDGET (self->holder));
  KithId id;
  GType type;

  if (self->page != NULL)
    kith_page_flush (self->page);
  type = wanted_page (self->viewer, &id);
  if (self->page == NULL || G_OBJECT_TYPE (self->page) != type
      || self->audience != kith_viewer_get_view (self->viewer)->audience)
    {
      make_page (self, type);
      fresh = TRUE;
    }
  if (!fresh && kith_page_get_id (self->page) == id)
    {
      kith_page_refresh (self->page);
      return;
    }
  kith_page_show (self->page, id);
  if (fresh)
    adw_bin_set_child (self->holder, GTK_WIDGET (self->page));
  /* with the field that had it gone, GTK turns the keyboard to the first of the new page, its words
   * selected: whoever types on would put a private note in place of a name, before everybody */
  if (fresh && held)
    kith_keyboard_rest (GTK_WIDGET (self));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroll), 0);
}

static void
on_changed (KithViewer *viewer, KithEdit *edit, KithInspector *self)
{
  KithId id;

  if (edit == NULL || self->page == NULL)
    update (self);
  else if (G_OBJECT_TYPE (self->page) == wanted_page (viewer, &id)
           && kith_page_get_id (self->page) == id)
    kith_page_refresh (self->page);
}

static void
on_view_changed (KithViewer *viewer, KithInspector *self)
{
  update (self);
}

static void
disconnect (KithInspector *self)
{
  if (self->viewer == NULL)
    return;
  kith_inspector_flush (self);
  forget_page (self);
  g_signal_handlers_disconnect_by_data (self->viewer, self);
  g_clear_object (&self->viewer);
}

static void
kith_inspector_dispose (GObject *object)
{
  KithInspector *self = KITH_INSPECTOR (object);

  if (self->holder != NULL)
    disconnect (self);
  g_clear_pointer (&self->more, g_hash_table_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), KITH_TYPE_INSPECTOR);
  G_OBJECT_CLASS (kith_inspector_parent_class)->dispose (object);
}

static void
kith_inspector_class_init (KithInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_inspector_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "inspector");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, KithInspector, scroll);
  gtk_widget_class_bind_template_child (widget_class, KithInspector, holder);
}

static void
kith_inspector_init (KithInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->more = g_hash_table_new (NULL, NULL);
  kith_style_follow (GTK_WIDGET (self));
  kith_widget_set_name (GTK_WIDGET (self), _ ("Inspector"));
}

/**
 * kith_inspector_new:
 *
 * Returns: (transfer floating): an inspector that shows nothing until it has a viewer
 */
GtkWidget *
kith_inspector_new (void)
{
  return g_object_new (KITH_TYPE_INSPECTOR, NULL);
}

/**
 * kith_inspector_set_viewer:
 * @self: an inspector
 * @viewer: (nullable): whose map and selection it shows
 */
void
kith_inspector_set_viewer (KithInspector *self, KithViewer *viewer)
{
  if (self->viewer == viewer)
    return;
  disconnect (self);
  if (viewer == NULL)
    return;
  self->viewer = g_object_ref (viewer);
  g_signal_connect (viewer, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect (viewer, "view-changed", G_CALLBACK (on_view_changed), self);
  g_signal_connect_swapped (viewer, "selection-changed", G_CALLBACK (update), self);
  update (self);
}

/**
 * kith_inspector_flush:
 * @self: an inspector
 */
void
kith_inspector_flush (KithInspector *self)
{
  if (self->page != NULL)
    kith_page_flush (self->page);
}

/**
 * kith_inspector_focus_name:
 * @self: an inspector
 */
void
kith_inspector_focus_name (KithInspector *self)
{
  if (self->page != NULL)
    kith_page_focus_name (self->page);
}

/**
 * kith_inspector_focus_together:
 * @self: an inspector
 * @tag: to where a tag is typed, else to the list of shared spaces
 *
 * Does nothing unless several stakeholders are selected.
 */
void
kith_inspector_focus_together (KithInspector *self, gboolean tag)
{
  if (KITH_IS_SELECTION_PAGE (self->page))
    kith_selection_page_focus_together (KITH_SELECTION_PAGE (self->page), tag);
}

/**
 * kith_inspector_add_event:
 * @self: an inspector
 *
 * Of several selected things none is meant, so the event is the whole map's, as with none.
 */
void
kith_inspector_add_event (KithInspector *self)
{
  KithKind kind = KITH_ABOUT;
  gboolean has_events;
  KithId id;

  if (self->viewer == NULL)
    return;
  kith_inspector_flush (self);
  id = kith_viewer_get_only (self->viewer, &kind);
  has_events = id != 0 && kind != KITH_ANNOTATION;
  kith_event_dialog_add (GTK_WIDGET (self), self->viewer, has_events ? kind : KITH_ABOUT,
                         has_events ? id : 0);
}
