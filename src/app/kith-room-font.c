/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-room-font.h"

void
kith_room_font_init (KithRoomFont *self, GtkWidget *widget)
{
  self->pixels = 0;
  self->provider = gtk_css_provider_new ();
  gtk_style_context_add_provider (gtk_widget_get_style_context (widget),
                                  GTK_STYLE_PROVIDER (self->provider),
                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

void
kith_room_font_clear (KithRoomFont *self)
{
  g_clear_object (&self->provider);
}

gboolean
kith_room_font_follow (KithRoomFont *self, GtkWidget *widget, guint part, guint least)
{
  guint height = (guint) gtk_widget_get_height (GTK_WIDGET (gtk_widget_get_root (widget)));
  guint pixels = MAX ((height + part - 1) / part, least);
  g_autofree char *css = NULL;

  if (pixels == self->pixels)
    return FALSE;
  self->pixels = pixels;
  css = g_strdup_printf ("* { font-size: %upx; }", pixels);
  gtk_css_provider_load_from_data (self->provider, css, -1);
  return TRUE;
}
