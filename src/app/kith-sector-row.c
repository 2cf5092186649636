/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-sector-row.h"

#include <glib/gi18n-lib.h>

#include "kith-binder.h"
#include "kith-sector-dot.h"
#include "kith-sectors.h"

struct _KithSectorRow
{
  AdwPreferencesRow parent_instance;

  /* Template */
  GtkLabel *name;
  GtkFlowBox *choices;

  /* State */
  GPtrArray *buttons; /* of GtkToggleButton, owned by the choices */
  GArray *sectors;    /* of KithId: what the buttons stand for */
  char *signature;    /* what the buttons were made from */
};

G_DEFINE_FINAL_TYPE (KithSectorRow, kith_sector_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_clicked (KithSectorRow *self, GtkToggleButton *button)
{
  guint i = 0;

  if (g_ptr_array_find (self->buttons, button, &i))
    g_signal_emit (self, signals[PICKED], 0, g_array_index (self->sectors, KithId, i));
}

static void
kith_sector_row_dispose (GObject *object)
{
  KithSectorRow *self = KITH_SECTOR_ROW (object);

  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  g_clear_pointer (&self->sectors, g_array_unref);
  g_clear_pointer (&self->signature, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), KITH_TYPE_SECTOR_ROW);
  G_OBJECT_CLASS (kith_sector_row_parent_class)->dispose (object);
}

static void
kith_sector_row_class_init (KithSectorRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_sector_row_dispose;
  signals[PICKED] = g_signal_new ("picked", KITH_TYPE_SECTOR_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-sector-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KithSectorRow, name);
  gtk_widget_class_bind_template_child (widget_class, KithSectorRow, choices);
}

static void
kith_sector_row_init (KithSectorRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->buttons = g_ptr_array_new ();
  kith_widget_name_after (GTK_WIDGET (self), ADW_PREFERENCES_ROW (self));
}

static void
add_choice (KithSectorRow *self, KithMap *map, KithPaletteName palette, KithId sector)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *dot = kith_sector_dot_new ();
  const char *name = kith_sector_name (map, sector);

  kith_sector_dot_set (KITH_SECTOR_DOT (dot), palette, kith_sector_colour (map, sector),
                       kith_sector_sign (map, sector));
  gtk_button_set_child (GTK_BUTTON (button), dot);
  gtk_widget_set_tooltip_text (button, name);
  kith_widget_set_name (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "kith-sector");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
  gtk_flow_box_insert (self->choices, button, -1);
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
  kith_widget_set_name (gtk_widget_get_parent (button), name);
  g_ptr_array_add (self->buttons, button);
}

/* Everything that the choices show, as text: unchanged, they stay, and so does the keyboard. */
static char *
sign_off (KithMap *map, KithPaletteName palette, GArray *sectors)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%d", (int) palette);
  for (guint i = 0; i < sectors->len; i++)
    {
      KithId id = g_array_index (sectors, KithId, i);

      g_string_append_printf (text, "|%" G_GINT64_FORMAT "%s %d %d", id, kith_sector_name (map, id),
                              kith_sector_colour (map, id), kith_sector_sign (map, id));
    }
  return g_string_free (text, FALSE);
}

static void
make_choices (KithSectorRow *self, KithMap *map, KithPaletteName palette)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->choices))) != NULL)
    gtk_flow_box_remove (self->choices, child);
  g_ptr_array_set_size (self->buttons, 0);
  for (guint i = 0; i < self->sectors->len; i++)
    add_choice (self, map, palette, g_array_index (self->sectors, KithId, i));
}

/**
 * kith_sector_row_show:
 * @self: a sector row
 * @viewer: whose sectors are offered
 * @sector: the sector that holds, or 0
 */
void
kith_sector_row_show (KithSectorRow *self, KithViewer *viewer, KithId sector)
{
  KithMap *map = kith_viewer_get_map (viewer);
  KithPaletteName palette = kith_viewer_get_view (viewer)->palette;
  GArray *sectors = kith_sector_list (map);
  g_autofree char *signature = sign_off (map, palette, sectors);

  g_clear_pointer (&self->sectors, g_array_unref);
  self->sectors = sectors;
  if (g_strcmp0 (self->signature, signature) != 0)
    make_choices (self, map, palette);
  g_free (self->signature);
  self->signature = g_steal_pointer (&signature);
  for (guint i = 0; i < sectors->len; i++)
    gtk_toggle_button_set_active (self->buttons->pdata[i],
                                  g_array_index (sectors, KithId, i) == sector);
  gtk_label_set_text (self->name,
                      sector != 0 ? kith_sector_name (map, sector) : _ ("Several sectors"));
}
