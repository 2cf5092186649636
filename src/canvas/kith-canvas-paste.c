/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: pasting. What Kith copied comes in as it was, text as new stakeholders; both in free
 * ground, selected, and as one edit. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-canvas-private.h"
#include "kith-clip-content.h"
#include "kith-clip-text.h"
#include "kith-clip.h"
#include "kith-json.h"
#include "kith-quick-entry.h"
#include "kith-quick-lines.h"
#include "kith-text.h"

/* What is on its way from the clipboard. */
typedef struct
{
  KithCanvas *canvas;
  KithViewer *viewer; /* the canvas' own when it was asked for */
  KithPoint near;
} Paste;

static Paste *
paste_new (KithCanvas *self, KithPoint near)
{
  Paste *paste = g_new0 (Paste, 1);

  paste->canvas = g_object_ref (self);
  paste->viewer = g_object_ref (self->viewer);
  paste->near = near;
  return paste;
}

static void
paste_free (Paste *paste)
{
  g_object_unref (paste->canvas);
  g_object_unref (paste->viewer);
  g_free (paste);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, paste_free)

/* Puts a clip into the map near a place, in map units; the step is called by its label. */
void
kith_canvas_put_clip (KithCanvas *self, KithMap *clip, const char *label, KithPoint near)
{
  g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (KithId));
  KithEdit *edit;

  if (self->figures == NULL)
    return;
  kith_canvas_end_typing (self, TRUE);
  kith_canvas_cancel_tool (self);
  kith_canvas_stop_arranging (self);
  edit = kith_clip_to_edit (clip, kith_viewer_get_whole_map (self->viewer), label, made);
  kith_measure_edit (edit);
  kith_canvas_put_in_free_ground (self, edit, near);
  kith_canvas_bring_in (self, edit, made);
}

static void
say_read (KithCanvas *self, guint n)
{
  g_autofree char *words =
      g_strdup_printf (ngettext ("Pasted %u stakeholder.", "Pasted %u stakeholders.", n), n);

  kith_canvas_say (self, words);
}

static guint
count_new (const KithEdit *edit)
{
  guint n = 0;

  for (guint i = 0; i < kith_edit_n_changes (edit); i++)
    {
      const KithChange *change = kith_edit_change (edit, i);

      n += change->before == NULL && kith_change_kind (change) == KITH_STAKEHOLDER;
    }
  return n;
}

/* Whom this window does not show is not to be given away by what is pasted: only those on the map
 * that it shows are recognised. */
static KithEdit *
text_to_edit (KithViewer *viewer, const char *text, GError **error)
{
  KithMap *seen = kith_viewer_get_map (viewer);
  KithAudience audience = kith_viewer_get_view (viewer)->audience;
  g_autoptr (KithImport) import = NULL;

  if (audience == KITH_TEAM || !kith_quick_is_table (text))
    return kith_pasted_text_to_edit (seen, text, error);
  import = kith_quick_read (seen, text, audience, error);
  return import != NULL ? kith_quick_to_edit (import, kith_viewer_get_whole_map (viewer), error)
                        : NULL;
}

static void
put_text (KithCanvas *self, const char *text, KithPoint near)
{
  GError *error = NULL;
  g_autoptr (KithEdit) edit = text_to_edit (self->viewer, text, &error);
  guint n;

  if (edit == NULL)
    {
      kith_viewer_perform (self->viewer, NULL, error);
      return;
    }
  if (kith_edit_is_empty (edit))
    {
      kith_canvas_say (self, _ ("Nobody new: all the names that were copied are on the map."));
      return;
    }
  n = count_new (edit);
  if (kith_canvas_add_edit (self, g_steal_pointer (&edit), near))
    say_read (self, n);
}

static gboolean
is_wanted (const Paste *paste)
{
  return paste->canvas->viewer == paste->viewer && paste->canvas->figures != NULL;
}

static void
put_pasted_clip (KithCanvas *self, KithMap *clip, KithPoint near)
{
  guint n = kith_map_n (clip, KITH_STAKEHOLDER);
  g_autofree char *label =
      n > 0 ? g_strdup_printf (ngettext ("Paste %u stakeholder", "Paste %u stakeholders", n), n)
            : g_strdup (_ ("Paste"));

  kith_canvas_put_clip (self, clip, label, near);
}

/* What another program put there is not ours to explain. */
static void
say_nothing_there (KithCanvas *self)
{
  kith_canvas_say (self,
                   _ ("There is nothing on the clipboard that can be put on a map. Copy "
                      "stakeholders, a list of names, a range of a spreadsheet or a picture."));
}

static void
on_text (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Paste) paste = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autofree char *stripped = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  if (!is_wanted (paste))
    return;
  if (stripped == NULL || *stripped == '\0')
    say_nothing_there (paste->canvas);
  else
    put_text (paste->canvas, text, paste->near);
}

static void
read_text (GdkClipboard *clipboard, Paste *paste)
{
  gdk_clipboard_read_text_async (clipboard, NULL, on_text, paste);
}

static void
on_clip_read (GObject *source, GAsyncResult *result, gpointer data)
{
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (source);
  g_autoptr (Paste) paste = data;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (KithMap) clip = NULL;
  GError *error = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (memory), result, &error) >= 0)
    {
      bytes = g_memory_output_stream_steal_as_bytes (memory);
      clip = kith_map_from_json (bytes, &error);
    }
  if (!is_wanted (paste))
    g_clear_error (&error);
  else if (clip != NULL)
    put_pasted_clip (paste->canvas, clip, paste->near);
  else
    kith_viewer_perform (paste->viewer, NULL, error);
}

static void
on_clip (GObject *source, GAsyncResult *result, gpointer data)
{
  GdkClipboard *clipboard = GDK_CLIPBOARD (source);
  Paste *paste = data;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (clipboard, result, NULL, NULL);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (stream == NULL)
    {
      read_text (clipboard, paste);
      return;
    }
  g_output_stream_splice_async (memory, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE
                                    | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, on_clip_read, paste);
}

/* Takes what is on the clipboard, of this program as it is, else our own form, else text, else a
 * picture. */
static void
paste_near (KithCanvas *self, KithPoint near)
{
  static const char *mime_types[] = { KITH_CLIP_MIME_TYPE, NULL };
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  GdkContentProvider *content = gdk_clipboard_get_content (clipboard);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  if (content != NULL && KITH_IS_CLIP_CONTENT (content))
    put_pasted_clip (self, kith_clip_content_get_map (KITH_CLIP_CONTENT (content)), near);
  else if (gdk_content_formats_contain_mime_type (formats, KITH_CLIP_MIME_TYPE))
    gdk_clipboard_read_async (clipboard, mime_types, G_PRIORITY_DEFAULT, NULL, on_clip,
                              paste_new (self, near));
  else if (kith_canvas_clipboard_has_picture (self))
    kith_canvas_paste_picture (self, near);
  else
    read_text (clipboard, paste_new (self, near));
}

/* At the pointer, or else in the middle of what is seen. */
void
kith_canvas_paste (KithCanvas *self)
{
  KithPoint near = { self->viewport.x, self->viewport.y };

  if (self->figures == NULL)
    return;
  if (self->pointer_inside)
    near = kith_viewport_to_map (&self->viewport, self->last.x, self->last.y);
  paste_near (self, near);
}

/* Where the menu was asked for. */
void
kith_canvas_paste_here (KithCanvas *self)
{
  if (self->figures != NULL)
    paste_near (self, self->menu_at);
}

/**
 * kith_canvas_drop_text:
 * @self: a canvas
 * @text: names, a list or a range of a spreadsheet
 * @x: pixels, where it was dropped
 * @y: pixels
 *
 * Becomes stakeholders, as it would if it were pasted.
 */
void
kith_canvas_drop_text (KithCanvas *self, const char *text, double x, double y)
{
  g_return_if_fail (KITH_IS_CANVAS (self) && text != NULL);

  if (self->figures == NULL)
    return;
  kith_canvas_end_typing (self, TRUE);
  put_text (self, text, kith_viewport_to_map (&self->viewport, x, y));
}
