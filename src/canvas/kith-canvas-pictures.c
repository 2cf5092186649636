/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: pictures that come in: from a file or from the clipboard, onto a stakeholder or
 * under the map. They are read in a thread of their own. */
#include <glib/gi18n-lib.h>

#include "kith-canvas-private.h"
#include "kith-picture-read.h"
#include "kith-verbs-picture.h"

#define SHARE 0.8 /* of what is in sight that a new background covers at most */

/* A picture on its way. */
typedef struct
{
  KithCanvas *canvas;
  KithViewer *viewer; /* the canvas' own when it was asked for */
  KithId owner;       /* the stakeholder or backdrop that is to show it; 0: a new backdrop */
  KithPoint at;
} Taking;

static Taking *
taking_new (KithCanvas *self, KithId owner, KithPoint at)
{
  Taking *taking = g_new0 (Taking, 1);

  taking->canvas = g_object_ref (self);
  taking->viewer = g_object_ref (self->viewer);
  taking->owner = owner;
  taking->at = at;
  return taking;
}

static void
taking_free (Taking *taking)
{
  g_object_unref (taking->canvas);
  g_object_unref (taking->viewer);
  g_free (taking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Taking, taking_free)

static int
longest_for (const Taking *taking)
{
  return kith_map_stakeholder (kith_viewer_get_whole_map (taking->viewer), taking->owner) != NULL
             ? KITH_LOGO_PIXELS
             : KITH_BACKDROP_PIXELS;
}

/* As many map units as it has pixels, but no more than can be seen. */
static KithPlace
place_for (KithCanvas *self, const KithPicture *picture, KithPoint at)
{
  KithRect visible = kith_viewport_visible (&self->viewport);
  double factor = MIN (1.0, MIN (SHARE * visible.width / picture->width,
                                 SHARE * visible.height / picture->height));

  return (KithPlace){ at.x, at.y, MAX (picture->width * factor, 24.0),
                      MAX (picture->height * factor, 24.0) };
}

static void
put_backdrop (Taking *taking, KithPicture *picture)
{
  KithPlace place = place_for (taking->canvas, picture, taking->at);
  GError *error = NULL;
  KithId id = 0;
  KithEdit *edit = kith_verb_add_backdrop (kith_viewer_get_whole_map (taking->viewer), picture,
                                           &place, &id, &error);

  if (!kith_viewer_perform (taking->viewer, edit, error))
    return;
  kith_viewer_select_only (taking->viewer, id);
  kith_canvas_say (taking->canvas,
                   _ ("The picture lies under the map, locked in place. Unlock it to "
                      "move it or to change its size."));
}

/* Takes the picture. */
static void
put_picture (Taking *taking, KithPicture *picture)
{
  GError *error = NULL;
  KithEdit *edit;

  if (taking->owner == 0)
    {
      put_backdrop (taking, picture);
      return;
    }
  edit = kith_verb_set_picture (kith_viewer_get_whole_map (taking->viewer), taking->owner, picture,
                                &error);
  if (kith_viewer_perform (taking->viewer, edit, error))
    kith_canvas_say (taking->canvas, "");
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Taking) taking = data;
  GError *error = NULL;
  KithPicture *picture = kith_picture_read_finish (result, &error);

  if (taking->canvas->viewer != taking->viewer || taking->canvas->figures == NULL)
    {
      g_clear_error (&error);
      g_clear_pointer (&picture, kith_record_unref);
    }
  else if (picture != NULL)
    put_picture (taking, picture);
  else
    {
      kith_canvas_say (taking->canvas, "");
      kith_viewer_perform (taking->viewer, NULL, error);
    }
}

/**
 * kith_canvas_take_picture:
 * @self: a canvas with a map
 * @file: a picture
 * @owner: the stakeholder or background that shows it; 0: a new background
 *
 * Reads it in the background; what is wrong with it is said by the viewer.
 */
void
kith_canvas_take_picture (KithCanvas *self, GFile *file, KithId owner)
{
  Taking *taking;

  g_return_if_fail (KITH_IS_CANVAS (self));

  if (self->figures == NULL)
    return;
  kith_canvas_end_typing (self, TRUE);
  kith_canvas_say (self, _ ("Reading the picture…"));
  taking = taking_new (self, owner, (KithPoint){ self->viewport.x, self->viewport.y });
  kith_picture_read_async (file, longest_for (taking), NULL, on_read, taking);
}

/**
 * kith_canvas_get_stakeholder_at:
 * @self: a canvas
 * @x: a place, pixels of the widget
 * @y: a place
 *
 * Returns: the stakeholder there, or 0
 */
KithId
kith_canvas_get_stakeholder_at (KithCanvas *self, double x, double y)
{
  KithPointer pointer = { .x = x, .y = y, .at = kith_viewport_to_map (&self->viewport, x, y) };

  g_return_val_if_fail (KITH_IS_CANVAS (self), 0);

  return self->figures != NULL ? kith_canvas_stakeholder_at (self, &pointer) : 0;
}

/* --- From the clipboard --- */

static const char *const types[] = { "image/png", "image/jpeg", "image/webp", "image/tiff",
                                     "image/bmp", "image/gif",  NULL };

gboolean
kith_canvas_clipboard_has_picture (KithCanvas *self)
{
  GdkContentFormats *formats = gdk_clipboard_get_formats (
      gtk_widget_get_clipboard (GTK_WIDGET (self)));

  if (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING)
      || gdk_content_formats_contain_mime_type (formats, "text/plain;charset=utf-8")
      || gdk_content_formats_contain_mime_type (formats, "text/plain"))
    return FALSE;
  for (guint i = 0; types[i] != NULL; i++)
    if (gdk_content_formats_contain_mime_type (formats, types[i]))
      return TRUE;
  return FALSE;
}

static void
on_bytes (GObject *source, GAsyncResult *result, gpointer data)
{
  Taking *taking = data;
  GError *error = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error) >= 0)
    {
      g_autoptr (GBytes) bytes = g_memory_output_stream_steal_as_bytes (
          G_MEMORY_OUTPUT_STREAM (source));

      kith_picture_read_bytes_async (bytes, _ ("Pasted picture"), longest_for (taking), NULL,
                                     on_read, taking);
      return;
    }
  kith_viewer_perform (taking->viewer, NULL, error);
  taking_free (taking);
}

static void
on_stream (GObject *source, GAsyncResult *result, gpointer data)
{
  Taking *taking = data;
  GError *error = NULL;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL,
                                                               &error);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (stream == NULL)
    {
      kith_viewer_perform (taking->viewer, NULL, error);
      taking_free (taking);
      return;
    }
  g_output_stream_splice_async (memory, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE
                                    | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, on_bytes, taking);
}

/* Onto the one selected stakeholder, else under the map. */
void
kith_canvas_paste_picture (KithCanvas *self, KithPoint near)
{
  gdk_clipboard_read_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), (const char **) types,
                            G_PRIORITY_DEFAULT, NULL, on_stream,
                            taking_new (self, kith_canvas_only_stakeholder (self), near));
}
