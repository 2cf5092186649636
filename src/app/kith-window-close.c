/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving under a name, and closing so that nothing is lost and nothing is asked without need. */
#include <glib/gi18n.h>

#include "kith-open.h"
#include "kith-window-private.h"

/* A map in which nothing has been put: not worth keeping. */
static gboolean
is_blank (KithDocument *document)
{
  KithMap *map = kith_document_get_map (document);
  const KithAbout *about = kith_map_about (map);
  guint n = 0;

  for (KithKind kind = KITH_SECTOR; kind < KITH_N_KINDS; kind++)
    n += kith_map_n (map, kind);

  return n == 0 && *about->title == '\0' && *about->purpose == '\0' && *about->description == '\0';
}

static gboolean
is_untouched_copy (KithWindow *self)
{
  return self->is_copy && kith_document_undo_label (self->document) == NULL
         && kith_document_redo_label (self->document) == NULL;
}

/* Lets the document go: what is not in its file stays in the working copy. */
static void
let_go (KithWindow *self)
{
  kith_window_store_size (self);
  kith_window_store_session (self);
  if (kith_document_get_file (self->document) == NULL
      && (is_blank (self->document) || is_untouched_copy (self)))
    kith_document_discard (self->document, NULL);
  else
    kith_document_close (self->document, NULL);
  self->may_close = TRUE;
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
on_let_go (gpointer data)
{
  KithWindow *self = data;

  if (self->document != NULL)
    let_go (self);
  return G_SOURCE_REMOVE;
}

/* The dialog still needs its window until it has closed itself. */
static void
on_close_response (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  KithWindow *self = data;

  if (g_str_equal (response, "save-as"))
    kith_window_save_as (self, TRUE);
  else if (g_str_equal (response, "keep")
           || (g_str_equal (response, "save-again")
               && kith_document_overwrite (self->document, NULL)))
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_let_go, g_object_ref (self), g_object_unref);
}

static void
ask_before_closing (KithWindow *self, const char *problem)
{
  gboolean gone = kith_document_is_gone (self->document);
  const char *first = gone ? "save-again" : "save-as";
  GtkWidget *widget = adw_message_dialog_new (GTK_WINDOW (self), _ ("The map could not be saved"),
                                              NULL);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);

  adw_message_dialog_format_body (
      dialog,
      gone ? _ ("%s\n\nOr keep it here: Kith opens it again when it next starts.")
           : _ ("%s\n\nEverything is safe on this computer. Save it in another place, or keep it "
                "here: Kith opens it again when it next starts."),
      problem);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "keep", _ ("_Keep Here"),
                                    "save-as", _ ("Save _As…"), NULL);
  if (gone) /* nobody's work is written over */
    adw_message_dialog_add_response (dialog, "save-again", _ ("_Save Again"));
  adw_message_dialog_set_response_appearance (dialog, first, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, first);
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_close_response), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Its dialogs keep what is typed in them: destroyed with the window they would not be asked. FALSE where
 * one of them stays, which says why. */
static gboolean
close_dialogs (KithWindow *self)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();
  gboolean gone = TRUE;

  g_list_foreach (all, (GFunc) (void (*) (void)) g_object_ref, NULL);
  for (GList *l = all; l != NULL; l = l->next)
    {
      if (gtk_window_get_transient_for (l->data) == GTK_WINDOW (self)
          && !ADW_IS_MESSAGE_DIALOG (l->data) && gtk_widget_get_mapped (l->data))
        {
          gtk_window_close (l->data);
          gone = gone && !gtk_widget_get_mapped (l->data);
        }
      g_object_unref (l->data);
    }
  return gone;
}

gboolean
kith_window_on_close_request (GtkWindow *window)
{
  KithWindow *self = KITH_WINDOW (window);
  g_autoptr (GError) error = NULL;

  if (self->may_close)
    return GDK_EVENT_PROPAGATE;

  if (self->document == NULL)
    {
      kith_window_store_size (self);
      return GDK_EVENT_PROPAGATE;
    }

  if (!kith_viewer_settle (self->viewer) || !close_dialogs (self))
    return GDK_EVENT_STOP;
  kith_window_flush (self);
  if (self->stage != NULL)
    kith_stage_settle (self->stage);
  if (kith_document_is_read_only (self->document) || kith_document_save (self->document, &error))
    let_go (self);
  else
    ask_before_closing (self, error->message);

  return GDK_EVENT_STOP;
}

/* Save --------------------------------------------------------------------------------------- */

static void
on_saved (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (KithWindow) self = data;

  if (kith_document_save_finish (KITH_DOCUMENT (object), result, NULL) && self->document != NULL)
    kith_window_say (self, _ ("Saved"));
}

/* Where there is no file, nobody's work is written over. */
static void
save_again (KithWindow *self)
{
  /* what went wrong is in the document's state, which has its banner */
  if (kith_document_overwrite (self->document, NULL))
    kith_window_say (self, _ ("Saved"));
}

/* Now, and under a name where it has none. */
void
kith_window_save (KithWindow *self)
{
  kith_window_flush (self);
  if (kith_document_get_file (self->document) == NULL
      || kith_document_is_read_only (self->document))
    {
      kith_window_save_as (self, FALSE);
      return;
    }
  kith_document_check_file (self->document);
  if (kith_document_is_gone (self->document))
    save_again (self);
  else
    kith_document_save_async (self->document, NULL, on_saved, g_object_ref (self));
}

/* In place of what somebody else has put there, or where nothing is any more. */
void
kith_window_overwrite (KithWindow *self)
{
  g_autoptr (GError) error = NULL;

  kith_document_check_file (self->document);
  if (kith_document_is_gone (self->document))
    save_again (self);
  else if (kith_document_overwrite (self->document, &error))
    kith_window_say (self, _ ("Saved over the other version, which is kept among the earlier "
                              "versions"));
  else
    kith_window_complain (self, error->message);
}

/* Save As ------------------------------------------------------------------------------------- */

typedef struct
{
  KithWindow *window; /* owned */
  gboolean then_close;
} SaveAs;

static void
save_as_free (SaveAs *save)
{
  g_object_unref (save->window);
  g_free (save);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaveAs, save_as_free)

static void
on_saved_as (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (SaveAs) save = data;
  g_autoptr (GError) error = NULL;

  if (!kith_document_save_as_finish (KITH_DOCUMENT (object), result, &error))
    {
      if (save->window->document != NULL
          && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        kith_window_complain (save->window, error->message);
      return;
    }

  if (save->window->document == NULL)
    return;

  kith_banners_hide (save->window->banners, "complaint");
  if (save->then_close)
    let_go (save->window);
  else
    kith_window_say (save->window, _ ("Saved. From now on this map saves itself."));
}

/* The ending belongs to the name, whatever a person types. */
static GFile *
with_ending (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *full = NULL;
  g_autoptr (GFile) folder = g_file_get_parent (file);

  if (g_str_has_suffix (name, ".kith") || folder == NULL)
    return g_object_ref (file);

  full = g_strconcat (name, ".kith", NULL);
  return g_file_get_child (folder, full);
}

static void
start_saving (SaveAs *save, GFile *file)
{
  kith_document_save_as_async (save->window->document, file, NULL, on_saved_as, save);
}

static void
on_replace_response (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  g_autoptr (SaveAs) save = data;

  if (g_str_equal (response, "replace") && save->window->document != NULL)
    start_saving (g_steal_pointer (&save), g_object_get_data (G_OBJECT (dialog), "file"));
}

/* The chooser has asked about the name that was typed, not about the one with its ending. */
static void
ask_replace (SaveAs *save, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (save->window), NULL,
                                              _ ("What is in it now will be gone."));

  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (dialog), _ ("Replace “%s”?"), shown);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "replace",
                                    _ ("_Replace"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "file", g_object_ref (file), g_object_unref);
  g_signal_connect (dialog, "response", G_CALLBACK (on_replace_response), save);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_save_as_response (GtkNativeDialog *native, int response, gpointer data)
{
  g_autoptr (SaveAs) save = data;
  g_autoptr (GFile) chosen = NULL;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT && save->window->document != NULL)
    {
      chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
      file = with_ending (chosen);
      if (!g_file_equal (file, chosen) && g_file_query_exists (file, NULL))
        ask_replace (g_steal_pointer (&save), file);
      else
        start_saving (g_steal_pointer (&save), file);
    }

  gtk_native_dialog_destroy (native);
  g_object_unref (native);
}

static void
suggest_name (KithWindow *self, GtkFileChooser *chooser)
{
  GFile *file = kith_document_get_file (self->document);
  g_autofree char *name = kith_document_dup_name (self->document);
  g_autofree char *suggested = g_strconcat (name, ".kith", NULL);

  if (file != NULL)
    {
      g_autoptr (GFile) folder = g_file_get_parent (file);

      gtk_file_chooser_set_current_folder (chooser, folder, NULL);
    }
  g_strdelimit (suggested, "/", '-');
  gtk_file_chooser_set_current_name (chooser, suggested);
}

void
kith_window_save_as (KithWindow *self, gboolean then_close)
{
  GtkFileChooserNative *native;
  SaveAs *save = g_new0 (SaveAs, 1);

  kith_window_flush (self);
  save->window = g_object_ref (self);
  save->then_close = then_close;

  native = gtk_file_chooser_native_new (_ ("Save the Map As"), GTK_WINDOW (self),
                                        GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  kith_open_add_filter (GTK_FILE_CHOOSER (native), _ ("Kith maps"), "kith");
  suggest_name (self, GTK_FILE_CHOOSER (native));
  g_signal_connect (native, "response", G_CALLBACK (on_save_as_response), save);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}
