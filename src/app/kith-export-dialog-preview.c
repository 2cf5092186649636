/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the export dialog shows of the pages before they leave the house. */
#include <glib/gi18n.h>

#include "kith-export-dialog-private.h"
#include "kith-status.h"

/* In pixels: enough to judge a page by, little enough to follow a switch at once. */
#define PREVIEW_WIDTH 760
#define PREVIEW_HEIGHT 760

/* As a black and white printer shows it. */
static void
take_colour_away (cairo_surface_t *surface)
{
  guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    {
      guint32 *row = (guint32 *) (gpointer) (data + (gsize) y * stride);

      for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
        {
          guint32 p = row[x];
          guint32 grey = (54 * (p >> 16 & 255) + 183 * (p >> 8 & 255) + 19 * (p & 255)) >> 8;

          row[x] = (p & 0xff000000u) | grey << 16 | grey << 8 | grey;
        }
    }
  cairo_surface_mark_dirty (surface);
}

static GdkTexture *
texture_of (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  gsize stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = g_bytes_new (cairo_image_surface_get_data (surface), stride * height);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
show (KithExportDialog *self, cairo_surface_t *surface)
{
  g_autoptr (GdkTexture) texture = NULL;

  cairo_surface_flush (surface);
  if (gtk_switch_get_active (self->grey))
    take_colour_away (surface);
  texture = texture_of (surface);
  gtk_picture_set_paintable (self->preview, GDK_PAINTABLE (texture));
  cairo_surface_destroy (surface);
}

static void
show_page (KithExportDialog *self)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  guint n = kith_pages_n (self->pages);
  /* Translators: under a page: which it is, and of how many. */
  g_autofree char *text = g_strdup_printf (_ ("Page %u of %u"), self->page + 1, n);

  kith_status_set_text (self->page_label, text);
  gtk_widget_set_sensitive (self->page_back, self->page > 0);
  gtk_widget_set_sensitive (self->page_on, self->page + 1 < n);
  show (self, kith_pages_preview (self->pages, self->page, PREVIEW_WIDTH * factor,
                                  PREVIEW_HEIGHT * factor));
}

static void
show_pages (KithExportDialog *self, KithMap *map, const KithView *view, const KithExport *options)
{
  g_autoptr (GError) error = NULL;

  self->pages = kith_pages_new (map, view, options, &error);
  gtk_widget_set_visible (self->page_box, self->pages != NULL && kith_pages_n (self->pages) > 1);
  if (self->pages == NULL)
    {
      gtk_picture_set_paintable (self->preview, NULL);
      kith_export_dialog_say_problem (self, error->message);
      return;
    }
  self->page = MIN (self->page, kith_pages_n (self->pages) - 1);
  show_page (self);
}

static void
show_moment (KithExportDialog *self, KithMap *map)
{
  cairo_surface_t *surface = kith_export_dialog_film_preview (self, map);

  if (surface != NULL)
    show (self, surface);
  else
    gtk_picture_set_paintable (self->preview, NULL);
}

static gboolean
on_draw_preview (gpointer data)
{
  KithExportDialog *self = data;
  KithMap *map = kith_document_get_map (kith_window_get_document (self->window));
  g_autoptr (KithMap) snapshot = kith_map_snapshot (map);
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  KithExport options;
  KithView view;

  self->timeout = 0;
  kith_export_dialog_read (self, &options, &view);
  g_clear_pointer (&self->pages, kith_pages_free);
  if (options.format == KITH_PICTURE_PDF)
    show_pages (self, snapshot, &view, &options);
  else if (kith_export_dialog_is_film (self))
    show_moment (self, snapshot);
  else
    show (self, kith_export_preview (snapshot, &view, &options, PREVIEW_WIDTH * factor,
                                     PREVIEW_HEIGHT * factor));
  if (options.format != KITH_PICTURE_PDF && !kith_export_dialog_is_film (self))
    gtk_widget_set_visible (self->page_box, FALSE);
  return G_SOURCE_REMOVE;
}

/* Soon: several switches make one picture. */
void
kith_export_dialog_preview (KithExportDialog *self)
{
  if (self->timeout == 0)
    self->timeout = g_timeout_add (80, on_draw_preview, self);
}

static void
turn (KithExportDialog *self, int by)
{
  guint n = kith_export_dialog_n_moments (self);

  if (n > 0 && (by > 0 ? self->page + 1 < n : self->page > 0))
    {
      self->page += by;
      kith_export_dialog_preview (self);
    }
  if (self->pages == NULL || (by < 0 && self->page == 0)
      || self->page + by >= kith_pages_n (self->pages))
    return;
  self->page += by;
  show_page (self);
}

static void
on_page_back (KithExportDialog *self)
{
  turn (self, -1);
}

static void
on_page_on (KithExportDialog *self)
{
  turn (self, 1);
}

void
kith_export_dialog_bind_preview (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, preview_clamp);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, page_box);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, page_back);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, page_on);
  gtk_widget_class_bind_template_child (widget_class, KithExportDialog, page_label);
  gtk_widget_class_bind_template_callback (widget_class, on_page_back);
  gtk_widget_class_bind_template_callback (widget_class, on_page_on);
}
