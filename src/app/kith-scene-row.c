/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-scene-row.h"

#include <glib/gi18n-lib.h>

#define NARROW_WIDTH 96
#define NARROW_HEIGHT 54

struct _KithSceneRow
{
  GtkListBoxRow parent_instance;

  /* children */
  GtkPicture *picture;

  /* owned */
  KithScene *scene;

  /* state */
  gboolean drawn;
};

G_DEFINE_FINAL_TYPE (KithSceneRow, kith_scene_row, GTK_TYPE_LIST_BOX_ROW)

static void
kith_scene_row_finalize (GObject *object)
{
  KithSceneRow *self = KITH_SCENE_ROW (object);

  g_clear_pointer (&self->scene, kith_record_unref);
  G_OBJECT_CLASS (kith_scene_row_parent_class)->finalize (object);
}

static void
kith_scene_row_class_init (KithSceneRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kith_scene_row_finalize;
}

static void
kith_scene_row_init (KithSceneRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "kith-scene-row");
}

static GtkWidget *
make_picture (KithSceneRow *self)
{
  GtkWidget *frame = gtk_frame_new (NULL);

  self->picture = GTK_PICTURE (g_object_new (GTK_TYPE_PICTURE, "accessible-role",
                                             GTK_ACCESSIBLE_ROLE_PRESENTATION, "can-shrink", TRUE,
                                             NULL));
  gtk_frame_set_child (GTK_FRAME (frame), GTK_WIDGET (self->picture));
  gtk_widget_set_overflow (frame, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_halign (frame, GTK_ALIGN_START);
  gtk_widget_add_css_class (frame, "kith-scene-picture");
  return frame;
}

static GtkWidget *
make_line (KithSceneRow *self, guint place)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *digits = g_strdup_printf ("%u", place + 1);
  GtkWidget *number = gtk_label_new (digits);
  GtkWidget *title = gtk_label_new (self->scene->title);

  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (number, "dim-label");
  gtk_widget_set_valign (number, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (title), 2);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (title), 8);
  gtk_label_set_max_width_chars (GTK_LABEL (title), 16);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (line), number);
  gtk_box_append (GTK_BOX (line), title);
  if (self->scene->is_private)
    gtk_box_append (GTK_BOX (line),
                    g_object_new (GTK_TYPE_IMAGE, "icon-name", "kith-audience-team-symbolic",
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign",
                                  GTK_ALIGN_START, NULL));
  return line;
}

static void
give_name (KithSceneRow *self, guint place, guint n)
{
  /* Translators: a scene in the strip, for screen readers: its place, how many there are, its title */
  g_autofree char *name = g_strdup_printf (_ ("Scene %u of %u: %s"), place + 1, n,
                                           self->scene->title);
  const char *words = self->scene->is_private ? _ ("Left out when presenting")
                                              : self->scene->sentence;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

GtkWidget *
kith_scene_row_new (const KithScene *scene, guint place, guint n)
{
  KithSceneRow *self = g_object_new (KITH_TYPE_SCENE_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  self->scene = kith_record_ref (scene);
  gtk_box_append (GTK_BOX (box), make_picture (self));
  gtk_box_append (GTK_BOX (box), make_line (self, place));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  kith_scene_row_set_narrow (self, FALSE);
  give_name (self, place, n);
  return GTK_WIDGET (self);
}

const KithScene *
kith_scene_row_get_scene (KithSceneRow *self)
{
  return self->scene;
}

void
kith_scene_row_set_narrow (KithSceneRow *self, gboolean narrow)
{
  gtk_widget_set_size_request (GTK_WIDGET (self->picture),
                               narrow ? NARROW_WIDTH : KITH_SCENE_ROW_WIDTH,
                               narrow ? NARROW_HEIGHT : KITH_SCENE_ROW_HEIGHT);
}

gboolean
kith_scene_row_is_drawn (KithSceneRow *self)
{
  return self->drawn;
}

void
kith_scene_row_outdate (KithSceneRow *self)
{
  self->drawn = FALSE;
}

void
kith_scene_row_set_picture (KithSceneRow *self, cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), stride * (gsize) height);
  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  self->drawn = TRUE;
}

void
kith_scene_row_take_picture (KithSceneRow *self, KithSceneRow *other)
{
  gtk_picture_set_paintable (self->picture, gtk_picture_get_paintable (other->picture));
  self->drawn = other->drawn && kith_record_equal (self->scene, other->scene);
}
