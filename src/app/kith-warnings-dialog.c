/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-warnings-dialog.h"

#include <glib/gi18n.h>

#include "kith-binder.h"
#include "kith-overview.h"
#include "kith-repair-dialog.h"
#include "kith-subwindow.h"
#include "kith-verbs.h"
#include "kith-warning.h"

#define KITH_TYPE_WARNINGS_DIALOG (kith_warnings_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KithWarningsDialog, kith_warnings_dialog, KITH, WARNINGS_DIALOG, KithOverview)

struct _KithWarningsDialog
{
  KithOverview parent_instance;

  GtkWidget *lists;    /* a box: what is remade */
  GPtrArray *warnings; /* owned: of KithWarning */
};

G_DEFINE_FINAL_TYPE (KithWarningsDialog, kith_warnings_dialog, KITH_TYPE_OVERVIEW)

static KithWarning *
warning_of (KithWarningsDialog *self, GtkWidget *button)
{
  guint i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "warning"));

  return self->warnings->pdata[i];
}

/* --- Acknowledging --- */

static void
on_answered (AdwMessageDialog *dialog, const char *response, KithWarningsDialog *self)
{
  KithViewer *viewer = kith_overview_get_viewer (KITH_OVERVIEW (self));
  KithWarning *warning = g_object_get_data (G_OBJECT (dialog), "warning");
  GtkWidget *box = adw_message_dialog_get_extra_child (dialog);
  GtkEditable *note = GTK_EDITABLE (gtk_widget_get_first_child (box));
  GtkEditable *by = GTK_EDITABLE (gtk_widget_get_last_child (box));
  KithDate today = kith_viewer_date (viewer);
  GError *error = NULL;
  KithEdit *edit;

  if (!g_str_equal (response, "acknowledge"))
    return;
  edit = kith_verb_acknowledge (kith_viewer_get_whole_map (viewer), warning, &today,
                                gtk_editable_get_text (by), gtk_editable_get_text (note), &error);
  if (kith_viewer_perform (viewer, edit, error))
    kith_overview_say (KITH_OVERVIEW (self), _ ("Acknowledged. It can be taken back."));
}

/* A note that is being typed is kept with the acknowledgement that it is for. */
static gboolean
on_settle (AdwMessageDialog *dialog, KithViewer *viewer)
{
  GtkWidget *note = gtk_widget_get_first_child (adw_message_dialog_get_extra_child (dialog));

  if (gtk_widget_get_mapped (note) && *gtk_editable_get_text (GTK_EDITABLE (note)) != '\0')
    adw_message_dialog_response (dialog, "acknowledge");
  return FALSE;
}

static GtkWidget *
new_entry (const char *hint)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), hint);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  kith_widget_set_name (entry, hint);
  return entry;
}

static void
on_acknowledge (GtkButton *button, KithWarningsDialog *self)
{
  const KithWarning *warning = warning_of (self, GTK_WIDGET (button));
  KithWarning *kept = kith_warning_new (warning->key, warning->stakeholder, warning->question);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Acknowledge the Sign"),
                                              warning->sentence);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), new_entry (_ ("What you make of it")));
  gtk_box_append (GTK_BOX (box), new_entry (_ ("Who says so (a role)")));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), box);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"),
                                    "acknowledge", _ ("_Acknowledge"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "acknowledge",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "acknowledge");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "warning", kept, (GDestroyNotify) kith_warning_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_answered), self, 0);
  g_signal_connect_object (kith_overview_get_viewer (KITH_OVERVIEW (self)), "settle",
                           G_CALLBACK (on_settle), dialog, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (gtk_widget_get_first_child (box));
}

static void
on_take_back (GtkButton *button, KithWarningsDialog *self)
{
  KithViewer *viewer = kith_overview_get_viewer (KITH_OVERVIEW (self));
  KithId seen = warning_of (self, GTK_WIDGET (button))->seen;

  kith_viewer_perform (viewer,
                       kith_verb_delete (kith_viewer_get_whole_map (viewer), &seen, 1, NULL), NULL);
}

/* --- Doing something about it --- */

static void
on_plan (GtkButton *button, KithWarningsDialog *self)
{
  kith_repair_dialog_answer (GTK_WIDGET (self), kith_overview_get_viewer (KITH_OVERVIEW (self)),
                             warning_of (self, GTK_WIDGET (button)));
}

/* --- The list --- */

static void
append_seen (GString *out, const KithAcknowledgement *seen)
{
  g_autofree char *when = NULL;

  if (seen == NULL)
    return;
  when = kith_date_to_words (&seen->date);
  g_string_append_printf (out, "%s%s: %s", out->len > 0 ? " · " : "", _ ("Acknowledged"), when);
  if (*seen->by != '\0')
    g_string_append_printf (out, ", %s", seen->by);
  if (*seen->note != '\0')
    g_string_append_printf (out, "\n%s", seen->note);
}

static char *
subtitle_of (KithWarningsDialog *self, const KithWarning *warning)
{
  KithMap *map = kith_viewer_get_map (kith_overview_get_viewer (KITH_OVERVIEW (self)));
  const KithRepair *answer = kith_warning_answer (map, warning);
  g_autofree char *since = kith_date_to_words (&warning->date);
  g_autoptr (GString) out = g_string_new (NULL);

  /* Translators: since when a warning sign has been there */
  if (*since != '\0')
    g_string_append_printf (out, _ ("Since: %s"), since);
  append_seen (out, kith_map_get (map, KITH_ACKNOWLEDGEMENT, warning->seen));
  if (answer != NULL)
    /* Translators: how a step of the repair plan stands, and what it is: "Planned: A desk" */
    g_string_append_printf (out, "\n%s: %s", kith_enum_label (&kith_repair_states, answer->state),
                            answer->title);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static GtkWidget *
new_button (KithWarningsDialog *self, guint i, const char *label, GCallback on_clicked)
{
  const KithWarning *warning = self->warnings->pdata[i];
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *name = g_strdup_printf ("%s: %s", label, warning->sentence);

  g_object_set_data (G_OBJECT (button), "warning", GUINT_TO_POINTER (i));
  kith_widget_set_name (button, name);
  g_signal_connect (button, "clicked", on_clicked, self);
  return button;
}

/* One under the other, so that the sentence keeps its room. */
static GtkWidget *
new_buttons (KithWarningsDialog *self, guint i)
{
  const KithWarning *warning = self->warnings->pdata[i];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  if (warning->seen == 0)
    gtk_box_append (GTK_BOX (box), new_button (self, i, _ ("Plan a Step…"), G_CALLBACK (on_plan)));
  gtk_box_append (GTK_BOX (box),
                  warning->seen != 0
                      ? new_button (self, i, _ ("Take Back"), G_CALLBACK (on_take_back))
                      : new_button (self, i, _ ("Acknowledge…"), G_CALLBACK (on_acknowledge)));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  g_object_set (box, "margin-top", 6, "margin-bottom", 6, NULL);
  return box;
}

static GtkWidget *
new_row (KithWarningsDialog *self, guint i)
{
  const KithWarning *warning = self->warnings->pdata[i];
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = subtitle_of (self, warning);
  KithViewer *viewer = kith_overview_get_viewer (KITH_OVERVIEW (self));

  g_object_set (row, "use-markup", FALSE, "title-lines", 0, "subtitle-lines", 0, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), warning->sentence);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (kith_viewer_get_view (viewer)->audience == KITH_TEAM)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_buttons (self, i));
  return row;
}

static void
add_list (KithWarningsDialog *self, const char *title, gboolean seen)
{
  GtkWidget *group = adw_preferences_group_new ();
  guint n = 0;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  for (guint i = 0; i < self->warnings->len; i++)
    if ((((const KithWarning *) self->warnings->pdata[i])->seen != 0) == seen)
      {
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_row (self, i));
        n++;
      }
  if (n > 0)
    gtk_box_append (GTK_BOX (self->lists), group);
  else
    g_object_unref (g_object_ref_sink (group));
}

static void
kith_warnings_dialog_fill (KithOverview *overview)
{
  KithWarningsDialog *self = KITH_WARNINGS_DIALOG (overview);
  KithViewer *viewer = kith_overview_get_viewer (overview);
  KithDate today = kith_viewer_date (viewer);
  GtkWidget *child;

  g_clear_pointer (&self->warnings, g_ptr_array_unref);
  self->warnings = kith_warnings (kith_viewer_get_map (viewer),
                                  kith_viewer_get_view (viewer)->audience, &today);
  while ((child = gtk_widget_get_first_child (self->lists)) != NULL)
    gtk_box_remove (GTK_BOX (self->lists), child);
  if (self->warnings->len == 0)
    gtk_box_append (GTK_BOX (self->lists),
                    kith_overview_sentence (_ ("There is no warning sign."), TRUE));
  add_list (self, _ ("To talk about"), FALSE);
  add_list (self, _ ("Acknowledged"), TRUE);
}

static void
kith_warnings_dialog_dispose (GObject *object)
{
  g_clear_pointer (&KITH_WARNINGS_DIALOG (object)->warnings, g_ptr_array_unref);
  G_OBJECT_CLASS (kith_warnings_dialog_parent_class)->dispose (object);
}

static void
kith_warnings_dialog_class_init (KithWarningsDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kith_warnings_dialog_dispose;
  KITH_OVERVIEW_CLASS (klass)->fill = kith_warnings_dialog_fill;
}

static void
kith_warnings_dialog_init (KithWarningsDialog *self)
{
  GtkBox *body = kith_overview_get_body (KITH_OVERVIEW (self));

  gtk_window_set_default_size (GTK_WINDOW (self), 640, 640);
  self->lists = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_box_append (
      body, kith_overview_sentence (
                _ ("What a team may want to talk about, each with its reason: a score "
                   "that has fallen twice running, one of 2 or less, a fall of 1.5, "
                   "silence for longer than was agreed, three changes at once, solutions before a "
                   "shared diagnosis. A sign is a question, not a verdict."),
                FALSE));
  gtk_box_append (body, self->lists);
}

/**
 * kith_warnings_dialog_open:
 * @window: a window with a map
 */
void
kith_warnings_dialog_open (KithWindow *window)
{
  kith_overview_open (g_object_new (KITH_TYPE_WARNINGS_DIALOG, NULL), window, _ ("Warning Signs"));
}
