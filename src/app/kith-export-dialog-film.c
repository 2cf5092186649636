/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The export dialog for films: how long and how large, as which kind of file, a few moments of it as
 * the preview, and the writing. */
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "kith-export-dialog-private.h"
#include "kith-film.h"
#include "kith-play.h"
#include "kith-safe-write.h"
#include "kith-status.h"

#define MOMENTS 8 /* that the preview has */
#define MOST_NAMES 1000

static const guint lengths[] = { 20, 40, 90 };
static const struct
{
  int width;
  int height;
} sizes[] = { { 1280, 720 }, { 1920, 1080 } };

gboolean
kith_export_dialog_is_film (KithExportDialog *self)
{
  return adw_combo_row_get_selected (self->format_row) == KITH_EXPORT_FILM;
}

static guint
seconds (KithExportDialog *self)
{
  return lengths[MIN (adw_combo_row_get_selected (self->length_row), G_N_ELEMENTS (lengths) - 1)];
}

void
kith_export_dialog_read_film (KithExportDialog *self, KithExport *options)
{
  guint size = MIN (adw_combo_row_get_selected (self->film_size_row), G_N_ELEMENTS (sizes) - 1);

  options->format = KITH_PICTURE_PNG;
  options->scale = 1.0;
  options->width = sizes[size].width;
  options->height = sizes[size].height;
  options->tiled = FALSE;
  options->transparent = FALSE;
}

/* --- What this computer can make --- */

/* The video at that place in the row; KITH_N_VIDEOS: numbered pictures, which there always are. */
static guint
chosen_kind (KithExportDialog *self)
{
  guint wanted = adw_combo_row_get_selected (self->film_kind_row);

  for (guint i = 0; i < KITH_N_VIDEOS && self->coders_known; i++)
    if (kith_coder_find (i) != NULL && wanted-- == 0)
      return i;
  return KITH_N_VIDEOS;
}

const char *
kith_export_dialog_film_ending (KithExportDialog *self)
{
  guint kind = chosen_kind (self);

  return kind < KITH_N_VIDEOS ? (kind == KITH_VIDEO_MP4 ? ".mp4" : ".webm") : NULL;
}

static void
fill_film_kinds (KithExportDialog *self)
{
  static const char *const labels[] = { N_ ("MP4 video"), N_ ("WebM video") };
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  g_autofree char *missing = NULL;
  gboolean none = TRUE;

  for (guint i = 0; i < KITH_N_VIDEOS; i++)
    if (kith_coder_find (i) != NULL)
      {
        gtk_string_list_append (list, _ (labels[i]));
        none = FALSE;
      }
  gtk_string_list_append (list, _ ("Numbered pictures"));
  missing = none ? kith_coder_missing_words (KITH_VIDEO_MP4) : g_strdup ("");
  self->filling = TRUE;
  adw_combo_row_set_model (self->film_kind_row, G_LIST_MODEL (list));
  self->filling = FALSE;
  gtk_label_set_label (self->film_words, missing);
  gtk_widget_set_visible (GTK_WIDGET (self->film_words), none);
}

static void
look (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  kith_coder_find (KITH_VIDEO_MP4);
  g_task_return_boolean (task, TRUE);
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer data)
{
  KithExportDialog *self = KITH_EXPORT_DIALOG (source);

  if (self->window == NULL)
    return;
  self->coders_known = TRUE;
  fill_film_kinds (self);
  kith_export_dialog_changed (self);
}

static void
look_for_coders (KithExportDialog *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_looked, NULL);

  self->looking = TRUE;
  g_task_run_in_thread (task, look);
}

void
kith_export_dialog_update_film (KithExportDialog *self)
{
  gboolean film = kith_export_dialog_is_film (self);

  if (film && !self->looking)
    look_for_coders (self);
  gtk_widget_set_visible (self->film_group, film);
  gtk_widget_set_visible (GTK_WIDGET (self->length_row),
                          film && chosen_kind (self) < KITH_N_VIDEOS);
  if (!film)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->pages_row), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->scale_row), FALSE);
  gtk_widget_set_visible (self->transparent_row, FALSE);
  gtk_widget_set_visible (gtk_widget_get_ancestor (GTK_WIDGET (self->title_block),
                                                   ADW_TYPE_ACTION_ROW),
                          FALSE); /* the date stands in it */
  gtk_widget_set_sensitive (self->export_button, self->coders_known);
}

/* --- The preview --- */

guint
kith_export_dialog_n_moments (KithExportDialog *self)
{
  return kith_export_dialog_is_film (self) ? MOMENTS : 0;
}

/* A moment of it, or NULL with a word where nothing is dated. */
cairo_surface_t *
kith_export_dialog_film_preview (KithExportDialog *self, KithMap *map)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  KithExport options;
  KithView view;
  cairo_surface_t *surface;

  self->page = MIN (self->page, MOMENTS - 1);
  kith_export_dialog_read (self, &options, &view);
  view.day = 0;
  surface = kith_play_moment (map, &view, &options, seconds (self), self->page, MOMENTS, &error);
  gtk_widget_set_visible (self->page_box, surface != NULL);
  if (surface == NULL)
    {
      gtk_widget_set_sensitive (self->export_button, FALSE);
      kith_export_dialog_say_problem (self, error->message);
      return NULL;
    }
  /* Translators: under a picture of a film: which moment, and of how many. */
  text = g_strdup_printf (_ ("Moment %u of %u"), self->page + 1, MOMENTS);
  kith_status_set_text (self->page_label, text);
  gtk_widget_set_sensitive (self->page_back, self->page > 0);
  gtk_widget_set_sensitive (self->page_on, self->page + 1 < MOMENTS);
  return surface;
}

/* --- Writing --- */

typedef struct
{
  char *folder;
  char *name;
  guint n; /* pictures that are there */
} Numbered;

static char *
numbered_path (const Numbered *numbered, guint i)
{
  g_autofree char *name = g_strdup_printf ("%s-%03u.png", numbered->name, i + 1);

  return g_build_filename (numbered->folder, name, NULL);
}

static gboolean
take_picture (guint i, GBytes *bytes, gpointer data, GError **error)
{
  Numbered *numbered = data;
  g_autofree char *path = numbered_path (numbered, i);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  if (!kith_safe_write (file, bytes, error))
    return FALSE;
  numbered->n = i + 1;
  return TRUE;
}

/* A new folder in the one that was chosen, so that nothing there is touched. */
static gboolean
make_folder (Numbered *numbered, const char *parent, GError **error)
{
  g_autofree char *shown = g_filename_display_name (parent);

  for (guint i = 1; i < MOST_NAMES; i++)
    {
      /* Translators: the name of a folder: a map's name, a number. */
      g_autofree char *name = i == 1 ? g_strdup_printf (_ ("%s, film"), numbered->name)
                                     : g_strdup_printf (_ ("%s, film %u"), numbered->name, i);
      g_autofree char *path = g_build_filename (parent, name, NULL);

      if (g_mkdir (path, 0777) == 0)
        {
          numbered->folder = g_steal_pointer (&path);
          return TRUE;
        }
      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        break;
    }
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
               _ ("“%s” takes no new folder. Choose another place."), shown);
  return FALSE;
}

static void
remove_all (const Numbered *numbered)
{
  for (guint i = 0; i < numbered->n; i++)
    {
      g_autofree char *path = numbered_path (numbered, i);

      g_unlink (path);
    }
  g_rmdir (numbered->folder);
}

static gboolean
write_numbered (KithExportDialog *self,
                const char *parent,
                KithMap *map,
                const KithView *view,
                const KithExport *options,
                GError **error)
{
  /* the map's name may be one of those that are replaced */
  g_autofree char *name = options->anonymous
                              ? g_strdup (_ ("Film"))
                              : kith_document_dup_name (kith_window_get_document (self->window));
  g_autofree char *folder = NULL;
  Numbered numbered = { .name = g_strdelimit (name, "/", '-') };
  gboolean done;

  if (!make_folder (&numbered, parent, error))
    return FALSE;
  folder = numbered.folder;
  done = kith_play_export (map, view, options, KITH_USUAL_FRAMES, take_picture, &numbered, error);
  if (!done)
    remove_all (&numbered);
  return done;
}

gboolean
kith_export_dialog_film_to (KithExportDialog *self,
                            GFile *file,
                            KithMap *map,
                            const KithView *view,
                            const KithExport *options,
                            GError **error)
{
  guint kind = chosen_kind (self);
  g_autofree char *path = kith_file_dup_path (file, error);

  if (path == NULL)
    return FALSE;
  if (kind == KITH_N_VIDEOS)
    return write_numbered (self, path, map, view, options, error);
  return kith_film_write (path, kind, map, view, options, seconds (self), error);
}

void
kith_export_dialog_bind_film (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, film_group);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, film_kind_row);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, length_row);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, film_size_row);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, film_words);
}
