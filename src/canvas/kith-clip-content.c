/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-clip-content.h"

#include "kith-clip-text.h"
#include "kith-export.h"
#include "kith-json.h"

#define PICTURE_SCALE 2.0 /* pixels a map unit: sharp on paper and on fine screens */

struct _KithClipContent
{
  GdkContentProvider parent_instance;

  /* owned */
  KithMap *clip; /* made for the view's audience */

  KithView view;
};

G_DEFINE_FINAL_TYPE (KithClipContent, kith_clip_content, GDK_TYPE_CONTENT_PROVIDER)

static GBytes *
make_picture (KithClipContent *self, GError **error)
{
  KithExport options = KITH_EXPORT_INIT;

  options.format = KITH_PICTURE_PNG;
  options.scale = PICTURE_SCALE;
  options.title_block = FALSE;
  return kith_export (self->clip, &self->view, &options, error);
}

static GBytes *
make (KithClipContent *self, const char *mime_type, GError **error)
{
  if (g_str_equal (mime_type, KITH_CLIP_MIME_TYPE))
    return kith_map_to_json (self->clip);
  if (g_str_equal (mime_type, "text/tab-separated-values"))
    return kith_map_to_tsv (self->clip);
  if (g_str_equal (mime_type, "image/png"))
    return make_picture (self, error);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "No stakeholders as %s", mime_type);
  return NULL;
}

/* The toolkit itself gives text out under all of its names. */
static GdkContentFormats *
ref_formats (GdkContentProvider *provider)
{
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();

  gdk_content_formats_builder_add_mime_type (builder, KITH_CLIP_MIME_TYPE);
  gdk_content_formats_builder_add_mime_type (builder, "text/tab-separated-values");
  gdk_content_formats_builder_add_gtype (builder, G_TYPE_STRING);
  gdk_content_formats_builder_add_mime_type (builder, "image/png");
  return gdk_content_formats_builder_free_to_formats (builder);
}

static gboolean
get_value (GdkContentProvider *provider, GValue *value, GError **error)
{
  KithClipContent *self = KITH_CLIP_CONTENT (provider);

  if (!G_VALUE_HOLDS_STRING (value))
    return GDK_CONTENT_PROVIDER_CLASS (kith_clip_content_parent_class)
        ->get_value (provider, value, error);
  g_value_take_string (value, kith_map_to_names (self->clip));
  return TRUE;
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
write_mime_type_async (GdkContentProvider *provider,
                       const char *mime_type,
                       GOutputStream *stream,
                       int priority,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer data)
{
  KithClipContent *self = KITH_CLIP_CONTENT (provider);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  GError *error = NULL;
  GBytes *bytes = make (self, mime_type, &error);

  g_task_set_priority (task, priority);
  if (bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, bytes, (GDestroyNotify) g_bytes_unref);
  g_output_stream_write_all_async (stream, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                   priority, cancellable, on_written, g_steal_pointer (&task));
}

static gboolean
write_mime_type_finish (GdkContentProvider *provider, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
kith_clip_content_finalize (GObject *object)
{
  KithClipContent *self = KITH_CLIP_CONTENT (object);

  g_clear_pointer (&self->clip, kith_map_unref);
  G_OBJECT_CLASS (kith_clip_content_parent_class)->finalize (object);
}

static void
kith_clip_content_class_init (KithClipContentClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kith_clip_content_finalize;
  provider_class->ref_formats = ref_formats;
  provider_class->get_value = get_value;
  provider_class->write_mime_type_async = write_mime_type_async;
  provider_class->write_mime_type_finish = write_mime_type_finish;
}

static void
kith_clip_content_init (KithClipContent *self)
{
}

/**
 * kith_clip_content_new:
 * @clip: what was copied, already made for the audience; referenced, must not change
 * @view: how it was looked at; pictures are in the light palette, for paper
 *
 * Returns: (transfer full): it, for a clipboard
 */
GdkContentProvider *
kith_clip_content_new (KithMap *clip, const KithView *view)
{
  KithClipContent *self = g_object_new (KITH_TYPE_CLIP_CONTENT, NULL);

  self->clip = kith_map_ref (clip);
  self->view = *view;
  self->view.palette = KITH_PALETTE_LIGHT;
  self->view.filter = NULL; /* what was copied was chosen one by one */
  self->view.pass = NULL;
  return GDK_CONTENT_PROVIDER (self);
}

KithMap *
kith_clip_content_get_map (KithClipContent *self)
{
  g_return_val_if_fail (KITH_IS_CLIP_CONTENT (self), NULL);

  return self->clip;
}
