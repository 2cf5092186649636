/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-tags-row.h"

#include <glib/gi18n-lib.h>

#include "kith-binder.h"
#include "kith-tags.h"

struct _KithTagsRow
{
  AdwEntryRow parent_instance;

  /* Children */
  GtkMenuButton *button;

  /* State */
  GStrv offered; /* owned */
};

G_DEFINE_FINAL_TYPE (KithTagsRow, kith_tags_row, ADW_TYPE_ENTRY_ROW)

enum
{
  PICKED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static void
on_picked (GSimpleAction *action, GVariant *target, gpointer data)
{
  KithTagsRow *self = data;
  g_autofree char *tags = kith_tags_add (gtk_editable_get_text (GTK_EDITABLE (self)),
                                         g_variant_get_string (target, NULL));

  gtk_editable_set_text (GTK_EDITABLE (self), tags);
  g_signal_emit (self, signals[PICKED], 0);
}

/* Those that are not typed yet. */
static void
update_menu (KithTagsRow *self)
{
  const char *own = gtk_editable_get_text (GTK_EDITABLE (self));
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; self->offered != NULL && self->offered[i] != NULL; i++)
    if (!kith_tags_have (own, self->offered[i]))
      {
        g_autoptr (GMenuItem) item = g_menu_item_new (self->offered[i], NULL);

        g_menu_item_set_action_and_target (item, "tags.pick", "s", self->offered[i]);
        g_menu_append_item (menu, item);
      }
  gtk_menu_button_set_menu_model (self->button, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->button),
                          g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
}

static void
kith_tags_row_finalize (GObject *object)
{
  g_strfreev (KITH_TAGS_ROW (object)->offered);
  G_OBJECT_CLASS (kith_tags_row_parent_class)->finalize (object);
}

static void
kith_tags_row_class_init (KithTagsRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kith_tags_row_finalize;
  signals[PICKED] = g_signal_new ("picked", KITH_TYPE_TAGS_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
kith_tags_row_init (KithTagsRow *self)
{
  static const GActionEntry entries[] = { { "pick", on_picked, "s", NULL, NULL } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->button, "pan-down-symbolic");
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _ ("Tags used on this map"));
  kith_widget_set_name (GTK_WIDGET (self->button), _ ("Tags used on this map"));
  gtk_widget_set_visible (GTK_WIDGET (self->button), FALSE);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), GTK_WIDGET (self->button));
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "tags", G_ACTION_GROUP (group));
  g_signal_connect (self, "changed", G_CALLBACK (update_menu), NULL);
}

void
kith_tags_row_offer (KithTagsRow *self, KithMap *map)
{
  g_strfreev (self->offered);
  self->offered = kith_map_list_tags (map);
  update_menu (self);
}
