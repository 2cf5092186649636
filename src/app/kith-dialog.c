/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-dialog.h"

#include <glib/gi18n-lib.h>

#include "kith-status.h"
#include "kith-style.h"

#define HEIGHT 640           /* of what scrolls, at most */
#define HEIGHT_OVER_FOOT 560 /* so that the foot is on a small screen, too */

typedef struct
{
  /* Template */
  AdwWindowTitle *title;
  GtkWidget *cancel_button;
  GtkWidget *save_button;
  GtkLabel *problem;
  GtkScrolledWindow *scroller;
  AdwBin *holder;
  GtkWidget *foot;
  GtkListBox *foot_list;

  /* State */
  KithViewer *viewer; /* owned */
  KithBinder *binder; /* owned; NULL where there is no record */
  KithRecord *opened; /* owned; the draft as it was */
  gboolean existed;   /* on the map, when it was opened */
} KithDialogPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (KithDialog, kith_dialog, ADW_TYPE_WINDOW)

#define PRIVATE(self) ((KithDialogPrivate *) kith_dialog_get_instance_private (self))

enum
{
  PROP_BODY = 1,
  PROP_FOOT,
};

static void
kith_dialog_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  KithDialogPrivate *priv = PRIVATE (KITH_DIALOG (object));

  if (id == PROP_BODY)
    {
      adw_bin_set_child (priv->holder, g_value_get_object (value));
      return;
    }
  gtk_list_box_append (priv->foot_list, g_value_get_object (value));
  gtk_widget_set_visible (priv->foot, TRUE);
  gtk_scrolled_window_set_max_content_height (priv->scroller, HEIGHT_OVER_FOOT);
}

/* Why it could not be saved is said in it, for it covers its window. */
static void
on_message (KithViewer *viewer, const char *text, gboolean is_error, KithDialog *self)
{
  KithDialogPrivate *priv = PRIVATE (self);

  gtk_widget_set_visible (GTK_WIDGET (priv->problem), is_error && *text != '\0');
  kith_status_set_text (priv->problem, is_error ? text : "");
}

static gboolean
save (KithDialog *self)
{
  KithDialogPrivate *priv = PRIVATE (self);

  if (!gtk_widget_get_sensitive (priv->save_button)
      || (priv->binder != NULL && !kith_binder_flush (priv->binder)))
    return FALSE;
  if (!KITH_DIALOG_GET_CLASS (self)->save (self))
    return FALSE;
  gtk_window_destroy (GTK_WINDOW (self));
  return TRUE;
}

static gboolean
is_touched (KithDialog *self)
{
  KithBinder *binder = PRIVATE (self)->binder;

  return binder != NULL && kith_binder_is_touched (binder);
}

/* What is typed in it is saved rather than lost: undo takes it back. TRUE: it cannot be saved yet. */
static gboolean
on_settle (KithViewer *viewer, KithDialog *self)
{
  return gtk_widget_get_mapped (GTK_WIDGET (self))
         && KITH_DIALOG_GET_CLASS (self)->is_touched (self) && !save (self);
}

static void
kith_dialog_dispose (GObject *object)
{
  KithDialogPrivate *priv = PRIVATE (KITH_DIALOG (object));

  if (priv->viewer != NULL)
    g_signal_handlers_disconnect_by_data (priv->viewer, object);
  g_clear_pointer (&priv->binder, kith_binder_free);
  g_clear_pointer (&priv->opened, kith_record_unref);
  g_clear_object (&priv->viewer);
  G_OBJECT_CLASS (kith_dialog_parent_class)->dispose (object);
}

/* Before a text of several lines takes it for another one. */
static gboolean
on_key (KithDialog *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
      || (state & gtk_accelerator_get_default_mod_mask ()) != GDK_CONTROL_MASK)
    return GDK_EVENT_PROPAGATE;
  save (self);
  return GDK_EVENT_STOP;
}

static void
kith_dialog_class_init (KithDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_dialog_dispose;
  klass->is_touched = is_touched;
  G_OBJECT_CLASS (klass)->set_property = kith_dialog_set_property;
  g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_BODY,
                                   g_param_spec_object ("body", NULL, NULL, GTK_TYPE_WIDGET,
                                                        G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_FOOT,
                                   g_param_spec_object ("foot", NULL, NULL, GTK_TYPE_WIDGET,
                                                        G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-dialog.ui");
  gtk_widget_class_bind_template_child_private (widget_class, KithDialog, title);
  gtk_widget_class_bind_template_child_private (widget_class, KithDialog, cancel_button);
  gtk_widget_class_bind_template_child_private (widget_class, KithDialog, save_button);
  gtk_widget_class_bind_template_child_private (widget_class, KithDialog, problem);
  gtk_widget_class_bind_template_child_private (widget_class, KithDialog, scroller);
  gtk_widget_class_bind_template_child_private (widget_class, KithDialog, holder);
  gtk_widget_class_bind_template_child_private (widget_class, KithDialog, foot);
  gtk_widget_class_bind_template_child_private (widget_class, KithDialog, foot_list);
  gtk_widget_class_bind_template_callback (widget_class, kith_dialog_save);
}

static void
kith_dialog_init (KithDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  kith_style_follow (GTK_WIDGET (self));
  kith_widget_set_name (PRIVATE (self)->cancel_button, _ ("Cancel"));
  kith_widget_set_name (PRIVATE (self)->save_button, _ ("Save"));
}

/**
 * kith_dialog_set_up:
 * @self: a dialog that is being made
 * @parent: a widget of the window that it belongs to
 * @viewer: whose map is changed
 * @draft: (transfer full) (nullable): the record that is made or changed
 */
void
kith_dialog_set_up (KithDialog *self, GtkWidget *parent, KithViewer *viewer, gpointer draft)
{
  KithDialogPrivate *priv = PRIVATE (self);
  GtkRoot *root = gtk_widget_get_root (parent);

  priv->viewer = g_object_ref (viewer);
  g_signal_connect (viewer, "settle", G_CALLBACK (on_settle), self);
  g_signal_connect (viewer, "message", G_CALLBACK (on_message), self);
  if (draft != NULL)
    {
      priv->opened = kith_record_copy (draft);
      priv->existed = kith_map_get (kith_viewer_get_whole_map (viewer), KITH_KIND (draft),
                                    KITH_ID (draft))
                      != NULL;
      priv->binder = kith_binder_new_draft (viewer, draft);
    }
  if (GTK_IS_WINDOW (root))
    {
      gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
      gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
    }
}

/**
 * kith_dialog_get_viewer:
 * @self: a dialog
 *
 * Returns: (transfer none): whose map is changed
 */
KithViewer *
kith_dialog_get_viewer (KithDialog *self)
{
  return PRIVATE (self)->viewer;
}

/**
 * kith_dialog_get_binder:
 * @self: a dialog
 *
 * Returns: (transfer none) (nullable): the binder over the draft
 */
KithBinder *
kith_dialog_get_binder (KithDialog *self)
{
  return PRIVATE (self)->binder;
}

/**
 * kith_dialog_get_draft:
 * @self: a dialog with a binder
 *
 * Returns: (transfer none): the record as of the last flush
 */
gpointer
kith_dialog_get_draft (KithDialog *self)
{
  return kith_binder_get_draft (PRIVATE (self)->binder);
}

/**
 * kith_dialog_bind_private:
 * @self: a dialog with a binder and a foot
 * @is_private: the switch in its foot
 *
 * Whether it is private is always in sight, however long the dialog is: it is what must not be
 * overlooked. An audience that knows of nothing private has no foot.
 */
void
kith_dialog_bind_private (KithDialog *self, GtkWidget *is_private)
{
  KithDialogPrivate *priv = PRIVATE (self);

  if (kith_binder_bind (priv->binder, "private", is_private))
    return;
  gtk_widget_set_visible (priv->foot, FALSE);
  gtk_scrolled_window_set_max_content_height (priv->scroller, HEIGHT);
}

/**
 * kith_dialog_dup_changed:
 * @self: a dialog with a binder
 * @now: (nullable): the record as it stands
 * @error: says that it has gone, and that the words are still here
 *
 * Returns: (transfer full) (nullable): the record to store
 */
gpointer
kith_dialog_dup_changed (KithDialog *self, gconstpointer now, GError **error)
{
  KithDialogPrivate *priv = PRIVATE (self);
  gpointer draft = kith_binder_get_draft (priv->binder);

  if (now != NULL)
    return kith_record_with_changes (now, priv->opened, draft);
  if (!priv->existed)
    return kith_record_copy (draft);
  priv->existed = FALSE;
  return kith_refuse_null (error,
                           _ ("This has been deleted meanwhile. What you typed is still here: "
                              "save again to add it anew."));
}

gpointer
kith_dialog_dup_record (KithDialog *self, GError **error)
{
  gconstpointer draft = kith_dialog_get_draft (self);
  KithMap *map = kith_viewer_get_whole_map (PRIVATE (self)->viewer);

  return kith_dialog_dup_changed (self, kith_map_get (map, KITH_KIND (draft), KITH_ID (draft)),
                                  error);
}

/**
 * kith_dialog_set_heading:
 * @self: a dialog
 * @title: what it does
 * @subtitle: to what; may be empty
 */
void
kith_dialog_set_heading (KithDialog *self, const char *title, const char *subtitle)
{
  adw_window_title_set_title (PRIVATE (self)->title, title);
  adw_window_title_set_subtitle (PRIVATE (self)->title, subtitle);
  gtk_widget_set_tooltip_text (GTK_WIDGET (PRIVATE (self)->title),
                               *subtitle != '\0' ? subtitle : NULL);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/**
 * kith_dialog_set_verb:
 * @self: a dialog
 * @label: what its button says
 * @name: the same for a screen reader
 */
void
kith_dialog_set_verb (KithDialog *self, const char *label, const char *name)
{
  gtk_button_set_label (GTK_BUTTON (PRIVATE (self)->save_button), label);
  kith_widget_set_name (PRIVATE (self)->save_button, name);
}

/**
 * kith_dialog_set_can_save:
 * @self: a dialog
 * @can_save: whether there is something to save
 */
void
kith_dialog_set_can_save (KithDialog *self, gboolean can_save)
{
  gtk_widget_set_sensitive (PRIVATE (self)->save_button, can_save);
}

/**
 * kith_dialog_save:
 * @self: a dialog
 *
 * As the Save button does: closes the dialog if all is well.
 */
void
kith_dialog_save (KithDialog *self)
{
  save (self);
}
