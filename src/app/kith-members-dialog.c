/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-members-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-members.h"

struct _KithMembersDialog
{
  KithDialog parent_instance;

  /* Template */
  GtkEditable *search;
  GtkListBox *list;

  /* State */
  KithId space;
  GPtrArray *checks; /* of GtkCheckButton, owned by the list */
  GArray *ids;       /* of KithId: what each check stands for */
};

G_DEFINE_FINAL_TYPE (KithMembersDialog, kith_members_dialog, KITH_TYPE_DIALOG)

static gboolean
kith_members_dialog_save (KithDialog *dialog)
{
  KithMembersDialog *self = KITH_MEMBERS_DIALOG (dialog);
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (KithId));

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_array_append_val (chosen, g_array_index (self->ids, KithId, i));
  if (kith_map_space (kith_viewer_get_map (kith_dialog_get_viewer (dialog)), self->space) != NULL)
    kith_members_set (kith_dialog_get_viewer (dialog), self->space, chosen);
  return TRUE;
}

static gboolean
matches (GtkListBoxRow *row, gpointer data)
{
  KithMembersDialog *self = data;
  g_autofree char *wanted = g_utf8_casefold (gtk_editable_get_text (self->search), -1);
  g_autofree char *name =
      g_utf8_casefold (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), -1);

  return *wanted == '\0' || strstr (name, wanted) != NULL;
}

static void
on_search (KithMembersDialog *self)
{
  gtk_list_box_invalidate_filter (self->list);
}

static void
kith_members_dialog_dispose (GObject *object)
{
  KithMembersDialog *self = KITH_MEMBERS_DIALOG (object);

  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), KITH_TYPE_MEMBERS_DIALOG);
  G_OBJECT_CLASS (kith_members_dialog_parent_class)->dispose (object);
}

static void
kith_members_dialog_class_init (KithMembersDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_members_dialog_dispose;
  KITH_DIALOG_CLASS (klass)->save = kith_members_dialog_save;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-members-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KithMembersDialog, search);
  gtk_widget_class_bind_template_child (widget_class, KithMembersDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, on_search);
  gtk_widget_class_bind_template_callback (widget_class, gtk_window_close);
}

static void
kith_members_dialog_init (KithMembersDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->checks = g_ptr_array_new ();
  self->ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  gtk_list_box_set_filter_func (self->list, matches, self, NULL);
}

static void
add_row (KithMembersDialog *self, const KithStakeholder *stakeholder, gboolean member)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  g_object_set (row, "use-markup", FALSE, "title-lines", 2, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), stakeholder->name);
  kith_widget_set_tip (row, stakeholder->name);
  kith_widget_set_name (row, stakeholder->name);
  kith_widget_set_name (check, stakeholder->name);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), member);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->checks, check);
  g_array_append_val (self->ids, KITH_ID (stakeholder));
}

static gboolean
contains (GArray *ids, KithId id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, KithId, i) == id)
      return TRUE;
  return FALSE;
}

/**
 * kith_members_dialog_choose:
 * @parent: a widget of the window
 * @viewer: whose map it is
 * @space: a shared space that is shown
 */
void
kith_members_dialog_choose (GtkWidget *parent, KithViewer *viewer, KithId space)
{
  KithMembersDialog *self = g_object_new (KITH_TYPE_MEMBERS_DIALOG, NULL);
  KithMap *map = kith_viewer_get_map (viewer);
  g_autoptr (GPtrArray) all = kith_map_list (map, KITH_STAKEHOLDER);
  g_autoptr (GArray) members = kith_members_shown (map, space);

  self->space = space;
  kith_dialog_set_up (KITH_DIALOG (self), parent, viewer, NULL);
  kith_dialog_set_heading (KITH_DIALOG (self), _ ("Who Meets Here"),
                           kith_map_space (map, space)->name);
  for (guint i = 0; i < all->len; i++)
    add_row (self, all->pdata[i], contains (members, KITH_ID (all->pdata[i])));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_window_present (GTK_WINDOW (self));
}
