/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-picture-row.h"

#include <glib/gi18n-lib.h>

#include "kith-binder.h"
#include "kith-picture-surface.h"
#include "kith-verbs-picture.h"

#define SIZE 40 /* pixels */

struct _KithPictureRow
{
  AdwActionRow parent_instance;

  /* Children */
  GtkPicture *image;
  GtkWidget *choose;
  GtkWidget *remove;

  /* State */
  KithViewer *viewer; /* weak */
  KithId owner;
  KithId shown;
};

G_DEFINE_FINAL_TYPE (KithPictureRow, kith_picture_row, ADW_TYPE_ACTION_ROW)

static void
on_choose (KithPictureRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.choose-picture", "x", self->owner);
}

static void
on_remove (KithPictureRow *self)
{
  GError *error = NULL;
  KithEdit *edit;

  if (self->viewer == NULL)
    return;
  edit = kith_verb_set_picture (kith_viewer_get_whole_map (self->viewer), self->owner, NULL,
                                &error);
  kith_viewer_perform (self->viewer, edit, error);
}

/* Of a small one, for it is shown small. */
static GdkTexture *
texture_of (const KithPicture *picture)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 2 * SIZE, 2 * SIZE);
  double factor = MIN (2.0 * SIZE / picture->width, 2.0 * SIZE / picture->height);
  double width = picture->width * factor, height = picture->height * factor;
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  GdkTexture *texture;
  int stride = cairo_image_surface_get_stride (surface);

  kith_picture_draw (cr, picture, (2 * SIZE - width) / 2, (2 * SIZE - height) / 2, width, height,
                     1.0);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) stride * 2 * SIZE);
  texture = gdk_memory_texture_new (2 * SIZE, 2 * SIZE, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
  cairo_surface_destroy (surface);
  return texture;
}

static void
kith_picture_row_dispose (GObject *object)
{
  KithPictureRow *self = KITH_PICTURE_ROW (object);

  g_clear_weak_pointer (&self->viewer);
  G_OBJECT_CLASS (kith_picture_row_parent_class)->dispose (object);
}

static void
kith_picture_row_class_init (KithPictureRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kith_picture_row_dispose;
}

static GtkWidget *
add_button (KithPictureRow *self, const char *icon, const char *words, GCallback pressed)
{
  GtkWidget *button = kith_icon_button (icon, words);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", pressed, self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
  return button;
}

static void
kith_picture_row_init (KithPictureRow *self)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Picture"));
  self->image = GTK_PICTURE (gtk_picture_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->image), SIZE, SIZE);
  gtk_widget_set_valign (GTK_WIDGET (self->image), GTK_ALIGN_CENTER);
  gtk_picture_set_can_shrink (self->image, TRUE);
  gtk_picture_set_alternative_text (self->image, _ ("Picture"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->image));
  self->choose = add_button (self, "document-open-symbolic", _ ("Choose a picture"),
                             G_CALLBACK (on_choose));
  self->remove = add_button (self, "user-trash-symbolic", _ ("Remove the picture"),
                             G_CALLBACK (on_remove));
}

static KithId
picture_of (KithMap *map, KithId owner, gboolean *needed)
{
  const KithStakeholder *stakeholder = kith_map_stakeholder (map, owner);
  const KithAnnotation *annotation = kith_map_annotation (map, owner);

  *needed = annotation != NULL;
  if (stakeholder != NULL)
    return stakeholder->picture;
  return annotation != NULL ? annotation->picture : 0;
}

void
kith_picture_row_show (KithPictureRow *self, KithViewer *viewer, KithId owner)
{
  KithMap *map = kith_viewer_get_map (viewer);
  gboolean needed;
  KithId id = picture_of (map, owner, &needed);
  const KithPicture *picture = id != 0 ? kith_map_get (map, KITH_PICTURE, id) : NULL;

  g_set_weak_pointer (&self->viewer, viewer);
  self->owner = owner;
  gtk_widget_set_visible (GTK_WIDGET (self->image), picture != NULL);
  gtk_widget_set_visible (self->remove, picture != NULL && !needed);
  if (self->shown == id)
    return;
  self->shown = id;
  if (picture == NULL)
    gtk_picture_set_paintable (self->image, NULL);
  else
    {
      g_autoptr (GdkTexture) texture = texture_of (picture);

      gtk_picture_set_paintable (self->image, GDK_PAINTABLE (texture));
    }
}
