/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-open.h"

#include <glib/gi18n.h>

#include "kith-file.h"
#include "kith-open-failure.h"
#include "kith-recent.h"
#include "kith-start-page.h"
#include "kith-store-error.h"

/* A window with a map keeps it: the next map gets a window of its own. */
static KithWindow *
show_document (KithWindow *window, KithDocument *document)
{
  if (kith_window_get_document (window) != NULL)
    {
      KithWindow *other = window;

      window = kith_window_new (gtk_window_get_application (GTK_WINDOW (other)));
      kith_window_follow_audience (window, other);
    }

  kith_window_set_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static gboolean
same_file (GFile *a, GFile *b)
{
  g_autofree char *one = g_file_get_path (a);
  g_autofree char *other = g_file_get_path (b);
  g_autofree char *real_one = one != NULL ? realpath (one, NULL) : NULL;
  g_autofree char *real_other = other != NULL ? realpath (other, NULL) : NULL;

  if (real_one != NULL && real_other != NULL)
    return g_str_equal (real_one, real_other);

  return g_file_equal (a, b);
}

static KithWindow *
find_window (KithWindow *window, GFile *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    {
      KithDocument *document = KITH_IS_WINDOW (l->data) ? kith_window_get_document (l->data) : NULL;
      GFile *its = document != NULL ? kith_document_get_file (document) : NULL;

      if (its != NULL && same_file (its, file))
        return l->data;
    }

  return NULL;
}

static void
note_opened (KithWindow *window, KithDocument *document)
{
  GFile *file = kith_document_get_file (document);
  g_autofree char *name = kith_document_dup_name (document);

  if (file != NULL)
    kith_recent_note (file, name, kith_window_get_audience (window));
}

/* It may have been for fewer eyes than the window from which it is asked for. */
static void
present_shown (KithWindow *shown, KithWindow *window)
{
  if (kith_window_follow_audience (shown, window))
    gtk_window_present (GTK_WINDOW (shown));
  else
    kith_window_complain (window,
                          _ ("This map is open in a window that is not for whoever looks at "
                             "this one: what is typed there cannot be stored yet."));
}

void
kith_open_file (KithWindow *window, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KithDocument) document = NULL;
  KithWindow *shown = find_window (window, file);

  if (shown != NULL)
    {
      present_shown (shown, window);
      return;
    }

  document = kith_document_open (file, &error);
  if (document == NULL)
    {
      if (g_error_matches (error, KITH_STORE_ERROR, KITH_STORE_ERROR_NOT_FOUND))
        kith_recent_forget (file);
      kith_open_failure_show (window, file, error);
      return;
    }

  note_opened (show_document (window, document), document);
}

static void
on_open_response (GtkNativeDialog *native, int response, gpointer data)
{
  g_autoptr (KithWindow) window = data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));

      kith_open_file (window, file);
    }

  gtk_native_dialog_destroy (native);
  g_object_unref (native);
}

/**
 * kith_open_add_filter:
 * @chooser: that asks for a file
 * @name: what files of that kind are called
 * @suffix: of their names, without a dot; any case will do
 */
void
kith_open_add_filter (GtkFileChooser *chooser, const char *name, const char *suffix)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, suffix);
  gtk_file_chooser_add_filter (chooser, filter);
}

/**
 * kith_open_add_filters:
 * @chooser: that asks for a map
 *
 * Has it show Kith's maps, or all files on request.
 */
void
kith_open_add_filters (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  kith_open_add_filter (chooser, _ ("Kith maps"), "kith");
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

void
kith_open_ask (KithWindow *window)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (_ ("Open a Map"), GTK_WINDOW (window),
                                                              GTK_FILE_CHOOSER_ACTION_OPEN,
                                                              _ ("_Open"), _ ("_Cancel"));

  kith_open_add_filters (GTK_FILE_CHOOSER (native));
  g_signal_connect (native, "response", G_CALLBACK (on_open_response), g_object_ref (window));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

void
kith_open_draft (KithWindow *window, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KithDocument) document = kith_document_open_draft (name, &error);

  if (document == NULL)
    kith_window_complain (window, error->message);
  else
    show_document (window, document);
}

KithWindow *
kith_open_map (KithWindow *window, KithMap *map)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KithDocument) document = kith_document_new (map, &error);

  if (document != NULL)
    return show_document (window, document);

  kith_window_complain (window, error->message);
  return NULL;
}

void
kith_open_example (KithWindow *window, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (KithMap) map = kith_file_load (file, &error);
  KithWindow *shown;

  if (map == NULL)
    {
      kith_open_failure_show (window, file, error);
      return;
    }

  shown = kith_open_map (window, map);
  if (shown == NULL)
    return;

  kith_window_set_copy (shown);
  kith_window_say (shown, _ ("This is your own copy of the example: change what you like."));
}

void
kith_open_recovered (KithWindow *window)
{
  g_autoptr (GPtrArray) drafts = kith_document_list_drafts ();

  for (guint i = 0; drafts != NULL && i < drafts->len; i++)
    {
      const KithDraft *draft = g_ptr_array_index (drafts, i);

      if (draft->path != NULL)
        {
          kith_open_draft (window, draft->name);
          return;
        }
    }
}

/* Discarding a draft -------------------------------------------------------------------------- */

static void
on_discard_response (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  KithWindow *window = data;
  const char *name = g_object_get_data (G_OBJECT (dialog), "draft");
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "discard"))
    return;

  if (!kith_document_discard_draft (name, &error))
    kith_window_complain (window, error->message);
  kith_window_refresh_start (window);
}

void
kith_open_ask_discard (KithWindow *window, const char *name)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (window), _ ("Discard this draft?"),
                                              _ ("What is in it and in no file is gone for good."));

  g_object_set_data_full (G_OBJECT (dialog), "draft", g_strdup (name), g_free);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _ ("_Keep"), "discard",
                                    _ ("_Discard"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_discard_response), window, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
