/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-map-tile.h"

#include <adwaita.h>

#include "kith-recent.h"

/* Pixels of the screen; pictures have twice as many, for dense ones. */
#define WIDTH 204
#define HEIGHT 128

static GtkWidget *
make_picture (GdkTexture *texture, const char *icon)
{
  GtkWidget *frame = gtk_frame_new (NULL);
  GtkWidget *inside;

  if (texture != NULL)
    {
      GtkWidget *picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (texture));

      inside = g_object_new (ADW_TYPE_CLAMP, "maximum-size", WIDTH, "tightening-threshold", WIDTH,
                             "child", picture, NULL);
    }
  else
    {
      inside = gtk_image_new_from_icon_name (icon);
      gtk_image_set_pixel_size (GTK_IMAGE (inside), 48);
      gtk_widget_add_css_class (inside, "dim-label");
    }

  gtk_frame_set_child (GTK_FRAME (frame), inside);
  gtk_widget_set_size_request (frame, WIDTH, HEIGHT);
  gtk_widget_add_css_class (frame, "picture");
  gtk_widget_set_overflow (frame, GTK_OVERFLOW_HIDDEN);
  return frame;
}

static GtkWidget *
make_label (const char *text, const char *style, int lines)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (label), lines > 1);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_add_css_class (label, style);
  return label;
}

GtkWidget *
kith_map_tile_new_for_texture (const char *title,
                               const char *line,
                               GdkTexture *texture,
                               const char *icon)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), make_picture (texture, icon));
  gtk_box_append (GTK_BOX (box), make_label (title, "heading", 2));
  gtk_box_append (GTK_BOX (box), make_label (line, "caption", 1));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "map-tile");
  gtk_widget_set_tooltip_text (button, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, line, -1);
  return button;
}

GtkWidget *
kith_map_tile_new (const char *title, const char *line, const char *picture, const char *icon)
{
  g_autoptr (GdkTexture) texture = picture != NULL ? gdk_texture_new_from_filename (picture, NULL)
                                                   : NULL;

  return kith_map_tile_new_for_texture (title, line, texture, icon);
}
