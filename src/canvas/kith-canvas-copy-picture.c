/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: what it shows, or what of that is selected, to the clipboard as a picture: PNG and SVG,
 * signed for whom it was made. */
#include <glib/gi18n-lib.h>

#include "kith-canvas-private.h"
#include "kith-clip.h"
#include "kith-export.h"

#define SCALE 2.0 /* pixels a map unit: sharp on paper and on fine screens … */
#define MOST 4096 /* … and pixels a side: what slides and mail can take */

/* What is selected, frames with what lies in them, links with both of their ends. */
static GArray *
pictured_ids (KithCanvas *self)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  g_autoptr (GArray) selected = kith_viewer_dup_selection (self->viewer);
  guint n = selected->len;

  for (guint i = 0; i < n; i++)
    {
      const KithLink *link = kith_map_link (map, g_array_index (selected, KithId, i));

      if (link != NULL)
        {
          g_array_append_val (selected, link->a);
          g_array_append_val (selected, link->b);
        }
    }
  return kith_map_with_carried (map, (const KithId *) (gpointer) selected->data, selected->len);
}

/* What is to be in the picture, for this window's audience (transfer full), and how it is looked at. */
static KithMap *
pictured_map (KithCanvas *self, KithView *view)
{
  *view = *kith_viewer_get_view (self->viewer);
  view->palette = KITH_PALETTE_LIGHT;
  view->pass = NULL;
  if (kith_viewer_n_selected (self->viewer) == 0)
    return kith_map_snapshot (kith_viewer_get_whole_map (self->viewer));

  g_autoptr (GArray) ids = pictured_ids (self);

  view->filter = NULL; /* it was chosen one by one */
  view->against = NULL;
  view->comparison = NULL;
  return kith_clip_new (kith_viewer_get_map (self->viewer), (const KithId *) (gpointer) ids->data,
                        ids->len);
}

static GBytes *
make (KithMap *map, const KithView *view, KithPictureFormat format, GError **error)
{
  KithExport options = KITH_EXPORT_INIT;

  options.format = format;
  options.scale = SCALE;
  options.most = MOST;
  options.title_block = FALSE;
  options.signs = TRUE;
  return kith_export (map, view, &options, error);
}

static GdkContentProvider *
provide (GBytes *png, GBytes *svg)
{
  GdkContentProvider *forms[] = {
    gdk_content_provider_new_for_bytes ("image/png", png),
    gdk_content_provider_new_for_bytes ("image/svg+xml", svg),
  };

  return gdk_content_provider_new_union (forms, G_N_ELEMENTS (forms));
}

/* The head of a PNG says how large it is. */
static guint32
png_side (GBytes *png, guint at)
{
  const guint8 *data = g_bytes_get_data (png, NULL);

  return (guint32) data[at] << 24 | (guint32) data[at + 1] << 16 | (guint32) data[at + 2] << 8
         | data[at + 3];
}

static void
say_copied (KithCanvas *self, GBytes *png, KithAudience audience)
{
  /* Translators: width and height; an audience ("Partners"). */
  g_autofree char *words = g_strdup_printf (_ ("Copied as a picture, %u × %u pixels, for: %s"),
                                            png_side (png, 16), png_side (png, 20),
                                            kith_enum_label (&kith_audiences, (int) audience));

  kith_canvas_say (self, words);
}

/* Nobody is asked for whom: it shows what this window shows, and says so in the picture. */
void
kith_canvas_copy_picture (KithCanvas *self)
{
  KithView view;
  g_autoptr (KithMap) map = pictured_map (self, &view);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = make (map, &view, KITH_PICTURE_PNG, &error);
  g_autoptr (GBytes) svg = png != NULL ? make (map, &view, KITH_PICTURE_SVG, &error) : NULL;
  g_autoptr (GdkContentProvider) content = NULL;

  if (svg == NULL)
    {
      kith_canvas_say (self, error->message);
      return;
    }
  content = provide (png, svg);
  if (gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content))
    say_copied (self, png, view.audience);
  else
    kith_canvas_say (self, _ ("The clipboard did not take it."));
}
