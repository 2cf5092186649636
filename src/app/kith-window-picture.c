/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures that a person chooses for the map or for a stakeholder. */
#include <glib/gi18n.h>

#include "kith-window-private.h"

typedef struct
{
  KithWindow *window;
  KithId owner;
} Choice;

static void
on_response (GtkNativeDialog *dialog, int response, Choice *choice)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    kith_window_take_picture (choice->window, file, choice->owner);
  g_object_unref (choice->window);
  g_free (choice);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

/* Asks for a picture for a stakeholder or a background; 0: for a new background. */
void
kith_window_choose_picture (KithWindow *self, KithId owner)
{
  GtkFileChooserNative *native =
      gtk_file_chooser_native_new (_ ("Choose a Picture"), GTK_WINDOW (self),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Choose"), _ ("_Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  Choice *choice = g_new0 (Choice, 1);

  choice->window = g_object_ref (self);
  choice->owner = owner;
  gtk_file_filter_set_name (filter, _ ("Pictures"));
  gtk_file_filter_add_pixbuf_formats (filter);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (native), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect (native, "response", G_CALLBACK (on_response), choice);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

/**
 * kith_window_take_picture:
 * @self: a window with a map
 * @file: a picture
 * @stakeholder: who shows it; 0: it lies under the map
 *
 * Reads it in the background; it is one edit, or a message why not.
 */
void
kith_window_take_picture (KithWindow *self, GFile *file, KithId stakeholder)
{
  g_return_if_fail (KITH_IS_WINDOW (self));

  if (self->viewer == NULL)
    return;
  kith_window_flush (self);
  kith_canvas_take_picture (self->canvas, file, stakeholder);
}
