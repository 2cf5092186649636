/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-sector-button.h"

#include <glib/gi18n-lib.h>

#include "kith-sectors.h"
#include "kith-sign.h"

#define SIGN 16 /* pixels */

struct _KithSectorButton
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *button;
  GtkWidget *sign;
  GtkWidget *label;
  GtkWidget *list;

  /* owned */
  KithMap *map;
  GArray *sectors; /* of KithId, in the order of the list */

  /* state */
  KithId sector;
};

G_DEFINE_FINAL_TYPE (KithSectorButton, kith_sector_button, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/* Signs are drawn in the colour of the text beside them. */
static void
draw_sign (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &colour);
  gdk_cairo_set_source_rgba (cr, &colour);
  kith_sign_draw (cr, GPOINTER_TO_UINT (data), width / 2.0, height / 2.0, SIGN);
}

static void
set_sign (GtkWidget *area, int sign)
{
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_sign, GINT_TO_POINTER (sign), NULL);
  gtk_widget_queue_draw (area);
}

static GtkWidget *
new_sign (int sign)
{
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), SIGN);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), SIGN);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  gtk_accessible_update_state (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  set_sign (area, sign);
  return area;
}

static GtkWidget *
sign_and_name (GtkWidget *sign, GtkWidget *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
on_row (GtkListBox *list, GtkListBoxRow *row, KithSectorButton *self)
{
  int index = gtk_list_box_row_get_index (row);

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  kith_sector_button_set_sector (self, g_array_index (self->sectors, KithId, index));
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
add_rows (KithSectorButton *self)
{
  for (guint i = 0; i < self->sectors->len; i++)
    {
      KithId sector = g_array_index (self->sectors, KithId, i);
      const char *name = kith_sector_name (self->map, sector);
      GtkWidget *row = gtk_list_box_row_new ();

      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row),
                                  sign_and_name (new_sign (kith_sector_sign (self->map, sector)),
                                                 gtk_label_new (name)));
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
    }
}

/* Opens on the sector that is set, so that arrows go on from there. */
static void
on_shown (GtkPopover *popover, KithSectorButton *self)
{
  for (guint i = 0; i < self->sectors->len; i++)
    if (g_array_index (self->sectors, KithId, i) == self->sector)
      {
        GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) i);

        gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
        gtk_widget_grab_focus (GTK_WIDGET (row));
      }
}

static void
make_popover (KithSectorButton *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (self->list, "kith-sectors");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Sectors"), -1);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row), self);
  gtk_popover_set_child (GTK_POPOVER (popover), self->list);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  g_signal_connect (popover, "show", G_CALLBACK (on_shown), self);
}

static void
kith_sector_button_dispose (GObject *object)
{
  KithSectorButton *self = KITH_SECTOR_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_pointer (&self->map, kith_map_unref);
  g_clear_pointer (&self->sectors, g_array_unref);
  G_OBJECT_CLASS (kith_sector_button_parent_class)->dispose (object);
}

static void
kith_sector_button_class_init (KithSectorButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kith_sector_button_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  signals[CHOSEN] = g_signal_new ("chosen", KITH_TYPE_SECTOR_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
kith_sector_button_init (KithSectorButton *self)
{
  self->button = gtk_menu_button_new ();
  self->sign = new_sign (0);
  self->label = gtk_label_new (NULL);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button),
                             sign_and_name (self->sign, self->label));
  gtk_widget_add_css_class (self->button, "kith-sector-button");
  gtk_widget_set_tooltip_text (self->button, _ ("Change the sector"));
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  make_popover (self);
}

/**
 * kith_sector_button_new:
 * @map: whose sectors are offered
 * @sector: the one that is shown at first
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
kith_sector_button_new (KithMap *map, KithId sector)
{
  KithSectorButton *self = g_object_new (KITH_TYPE_SECTOR_BUTTON, NULL);

  self->map = kith_map_ref (map);
  self->sectors = kith_sector_list (map);
  add_rows (self);
  kith_sector_button_set_sector (self, sector);
  return GTK_WIDGET (self);
}

KithId
kith_sector_button_get_sector (KithSectorButton *self)
{
  return self->sector;
}

/**
 * kith_sector_button_set_sector:
 * @self: a button
 * @sector: what it shows from now on; does not count as chosen
 */
void
kith_sector_button_set_sector (KithSectorButton *self, KithId sector)
{
  g_autofree char *words = NULL;
  const char *name;

  if (sector == self->sector)
    return;
  self->sector = sector;
  name = kith_sector_name (self->map, sector);
  set_sign (self->sign, kith_sector_sign (self->map, sector));
  gtk_label_set_text (GTK_LABEL (self->label), name);
  /* Translators: what a button for changing the sector is called; %s is the sector. */
  words = g_strdup_printf (_ ("Sector: %s"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
}
