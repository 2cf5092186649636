/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-members-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-date-row.h"
#include "kith-verbs-members.h"

#define HEIGHT 540 /* pixels: the dates of one who left are in sight */

struct _KithMembersDialog
{
  KithDialog parent_instance;

  /* Template */
  GtkEditable *search;
  GtkListBox *list;

  /* State */
  KithId space;
  GPtrArray *rows; /* of Member */
};

/* One of the stakeholders that may meet there; its widgets are owned by the list. */
typedef struct
{
  KithMember before; /* as it is; `never`: it is no member */
  AdwExpanderRow *row;
  GtkCheckButton *check;
  KithDateRow *from; /* these are made when they are needed */
  KithDateRow *to;
  GtkSwitch *host;
  GtkWidget *never_row;
  GtkSwitch *never;
} Member;

G_DEFINE_FINAL_TYPE (KithMembersDialog, kith_members_dialog, KITH_TYPE_DIALOG)

/* --- Since when, and until when --- */

static KithDateRow *
add_date (Member *member, const char *title, const KithDate *date)
{
  KithDateRow *row = KITH_DATE_ROW (kith_date_row_new ());

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  kith_date_row_set_date (row, date);
  adw_expander_row_add_row (member->row, GTK_WIDGET (row));
  return row;
}

/* A row with a switch; `title` has the mark of a mnemonic, `name` has not. */
static GtkWidget *
add_switch (Member *member, const char *title, const char *name, GtkSwitch **button)
{
  GtkWidget *row = adw_action_row_new ();

  *button = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (*button), GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (*button));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (*button));
  kith_widget_set_name (GTK_WIDGET (*button), name);
  adw_expander_row_add_row (member->row, row);
  return row;
}

/* A switch for who makes the space. */
static void
add_host (Member *member)
{
  GtkWidget *row = add_switch (member, _ ("_Hosts the space"), _ ("Hosts the space"),
                               &member->host);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Room, chair, invitations"));
  gtk_switch_set_active (member->host, member->before.host);
}

/* A switch for who was put there by mistake. */
static void
add_never (Member *member)
{
  member->never_row = add_switch (member, _ ("_Was never a member"), _ ("Was never a member"),
                                  &member->never);
  g_object_bind_property (member->never, "active", member->to, "sensitive",
                          G_BINDING_INVERT_BOOLEAN);
}

static void
on_expanded (Member *member)
{
  if (member->from != NULL || !adw_expander_row_get_expanded (member->row))
    return;
  member->from = add_date (member, _ ("Member _from"), &member->before.from);
  member->to = add_date (member, _ ("_Left on"), &member->before.to);
  add_host (member);
  add_never (member);
  gtk_widget_set_visible (member->never_row, FALSE);
}

/* Who is taken off the list left today, unless another date is given or it was never there. */
static void
on_toggled (Member *member)
{
  gboolean active = gtk_check_button_get_active (member->check);
  gboolean leaves = !active && !member->before.never;
  KithDate to = leaves ? kith_date_today () : member->before.to;

  adw_expander_row_set_enable_expansion (member->row, active || leaves);
  adw_expander_row_set_expanded (member->row, leaves);
  if (member->from == NULL)
    return;
  kith_date_row_set_date (member->to, &to);
  gtk_switch_set_active (member->never, FALSE);
  gtk_widget_set_visible (member->never_row, leaves);
}

/* --- Saving --- */

/* What a row asks for; FALSE: a date is none. */
static gboolean
read_row (Member *member, GArray *members)
{
  gboolean active = gtk_check_button_get_active (member->check);
  KithMember now = member->before;

  if (!active && member->before.never)
    return TRUE;
  now.never = !active && member->never != NULL && gtk_switch_get_active (member->never);
  if (member->from != NULL && !now.never
      && (!kith_date_row_get_date (member->from, &now.from)
          || !kith_date_row_get_date (member->to, &now.to)))
    {
      adw_expander_row_set_expanded (member->row, TRUE);
      return FALSE;
    }
  if (member->host != NULL)
    now.host = gtk_switch_get_active (member->host);
  if (!active && !now.never && !kith_date_is_set (&now.to))
    now.to = kith_date_today (); /* it is off the list, whatever date was left out */
  g_array_append_val (members, now);
  return TRUE;
}

/* What is asked for, as an edit (transfer full). FALSE: a date is none. */
static gboolean
make_edit (KithMembersDialog *self, KithEdit **edit, GError **error)
{
  KithViewer *viewer = kith_dialog_get_viewer (KITH_DIALOG (self));
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (KithMember));

  for (guint i = 0; i < self->rows->len; i++)
    if (!read_row (self->rows->pdata[i], members))
      return FALSE;
  *edit = kith_verb_put_members (kith_viewer_get_whole_map (viewer), self->space,
                                 (const KithMember *) (gpointer) members->data, members->len,
                                 error);
  return TRUE;
}

static gboolean
is_there (KithMembersDialog *self)
{
  KithViewer *viewer = kith_dialog_get_viewer (KITH_DIALOG (self));

  return kith_map_space (kith_viewer_get_map (viewer), self->space) != NULL;
}

static gboolean
kith_members_dialog_save (KithDialog *dialog)
{
  KithMembersDialog *self = KITH_MEMBERS_DIALOG (dialog);
  KithEdit *edit = NULL;
  GError *error = NULL;

  if (!is_there (self))
    return TRUE;
  return make_edit (self, &edit, &error)
         && kith_viewer_perform (kith_dialog_get_viewer (dialog), edit, error);
}

static gboolean
kith_members_dialog_is_touched (KithDialog *dialog)
{
  KithMembersDialog *self = KITH_MEMBERS_DIALOG (dialog);
  KithEdit *edit = NULL;
  gboolean touched;

  if (!is_there (self))
    return FALSE;
  touched = !make_edit (self, &edit, NULL) || (edit != NULL && kith_edit_n_changes (edit) > 0);
  g_clear_pointer (&edit, kith_edit_unref);
  return touched;
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

  gtk_widget_dispose_template (GTK_WIDGET (self), KITH_TYPE_MEMBERS_DIALOG);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (kith_members_dialog_parent_class)->dispose (object);
}

static void
kith_members_dialog_class_init (KithMembersDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_members_dialog_dispose;
  KITH_DIALOG_CLASS (klass)->save = kith_members_dialog_save;
  KITH_DIALOG_CLASS (klass)->is_touched = kith_members_dialog_is_touched;
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
  self->rows = g_ptr_array_new_with_free_func (g_free);
  gtk_list_box_set_filter_func (self->list, matches, self, NULL);
}

/* "Until 2019": it met there once. */
static void
say_former (KithMembersDialog *self, KithMap *seen, Member *member)
{
  const KithMembership *former = kith_map_former_membership (seen, self->space,
                                                             member->before.stakeholder);
  g_autofree char *date = former != NULL ? kith_date_to_words (&former->to) : NULL;
  g_autofree char *words = NULL;

  if (date == NULL || !member->before.never)
    return;
  /* Translators: somebody met in a shared space until that date: "Until 2019" */
  words = g_strdup_printf (_ ("Until %s"), date);
  adw_expander_row_set_subtitle (member->row, words);
}

static void
add_row (KithMembersDialog *self, KithMap *seen, const KithStakeholder *stakeholder)
{
  const KithMembership *now = kith_map_membership (seen, self->space, KITH_ID (stakeholder));
  Member *member = g_new0 (Member, 1);
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  member->before.stakeholder = KITH_ID (stakeholder);
  member->before.never = now == NULL;
  if (now != NULL)
    member->before.from = now->from;
  if (now != NULL)
    member->before.to = now->to;
  member->before.host = now != NULL && now->host;
  if (member->before.host)
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), _ ("Host"));
  member->row = ADW_EXPANDER_ROW (row);
  member->check = GTK_CHECK_BUTTON (check);
  g_object_set (row, "use-markup", FALSE, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), stakeholder->name);
  kith_widget_set_tip (row, stakeholder->name);
  kith_widget_set_name (row, stakeholder->name);
  kith_widget_set_name (check, stakeholder->name);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), now != NULL);
  adw_expander_row_add_prefix (member->row, check);
  adw_expander_row_set_enable_expansion (member->row, now != NULL);
  g_signal_connect_swapped (row, "notify::expanded", G_CALLBACK (on_expanded), member);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (on_toggled), member);
  gtk_list_box_append (self->list, row);
  say_former (self, seen, member);
  g_ptr_array_add (self->rows, member);
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
  int width, height; /* GTK 4.8 wants both */

  self->space = space;
  kith_dialog_set_up (KITH_DIALOG (self), parent, viewer, NULL);
  kith_dialog_set_heading (KITH_DIALOG (self), _ ("Who Meets Here"),
                           kith_map_space (map, space)->name);
  for (guint i = 0; i < all->len; i++)
    add_row (self, kith_viewer_get_seen_map (viewer), all->pdata[i]);
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, HEIGHT);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_window_present (GTK_WINDOW (self));
}
