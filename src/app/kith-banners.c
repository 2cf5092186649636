/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-banners.h"

#include <glib/gi18n.h>

#include "kith-status.h"

struct _KithBanners
{
  GtkWidget parent_instance;

  GHashTable *bars; /* matter → GtkInfoBar, borrowed from the widget tree */
};

G_DEFINE_FINAL_TYPE (KithBanners, kith_banners, GTK_TYPE_WIDGET)

static void
on_response (GtkInfoBar *bar, int response, gpointer data)
{
  KithBanners *self = data;
  const char *matter = g_object_get_data (G_OBJECT (bar), "matter");

  if (response == GTK_RESPONSE_CLOSE)
    kith_banners_hide (self, matter);
}

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT,
                                   "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0f,
                                   "hexpand", TRUE, NULL);

  kith_status_set_text (GTK_LABEL (label), text);
  return label;
}

/* The button that GtkInfoBar closes itself with has an icon only; GTK 4.8 has no way to it. */
static void
name_close_button (GtkWidget *widget)
{
  GtkWidget *child;

  if (GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, "close"))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ ("Close"), -1);
  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_close_button (child);
}

static GtkWidget *
make_bar (KithBanners *self,
          const char *matter,
          GtkMessageType type,
          const char *text,
          const KithBannerButton *buttons,
          guint n_buttons)
{
  GtkWidget *bar = gtk_info_bar_new (), *label;

  gtk_info_bar_set_message_type (GTK_INFO_BAR (bar), type);
  label = make_label (text);
  gtk_info_bar_add_child (GTK_INFO_BAR (bar), label);
  g_object_set_data (G_OBJECT (bar), "label", label);
  for (guint i = 0; i < n_buttons; i++)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (buttons[i].label);

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), buttons[i].action);
      gtk_info_bar_add_action_widget (GTK_INFO_BAR (bar), button, (int) i + 1);
    }

  name_close_button (bar);
  g_object_set_data_full (G_OBJECT (bar), "matter", g_strdup (matter), g_free);
  g_signal_connect (bar, "response", G_CALLBACK (on_response), self);
  return bar;
}

static void
kith_banners_dispose (GObject *object)
{
  KithBanners *self = KITH_BANNERS (object);

  kith_banners_clear (self);
  g_clear_pointer (&self->bars, g_hash_table_unref);

  G_OBJECT_CLASS (kith_banners_parent_class)->dispose (object);
}

static void
kith_banners_class_init (KithBannersClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kith_banners_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
kith_banners_init (KithBanners *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->bars = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}

/**
 * kith_banners_show:
 * @self: the banners
 * @matter: what it is about; a second banner about the same replaces the first
 * @type: how serious it is
 * @text: whole sentences, translated
 * @buttons: (array length=n_buttons): what can be done
 * @n_buttons: how many
 * @can_close: whether a person may put it away unresolved
 *
 * Says something above the map. A banner that would say the same again is left alone, so that
 * a screen reader is not made to repeat it.
 */
void
kith_banners_show (KithBanners *self,
                   const char *matter,
                   GtkMessageType type,
                   const char *text,
                   const KithBannerButton *buttons,
                   guint n_buttons,
                   gboolean can_close)
{
  GtkWidget *bar;

  g_return_if_fail (KITH_IS_BANNERS (self));
  g_return_if_fail (matter != NULL && text != NULL);

  bar = g_hash_table_lookup (self->bars, matter);
  if (bar != NULL && g_strcmp0 (g_object_get_data (G_OBJECT (bar), "text"), text) == 0)
    return;

  kith_banners_hide (self, matter);
  bar = make_bar (self, matter, type, text, buttons, n_buttons);
  g_object_set_data_full (G_OBJECT (bar), "text", g_strdup (text), g_free);
  gtk_info_bar_set_show_close_button (GTK_INFO_BAR (bar), can_close);
  gtk_widget_set_parent (bar, GTK_WIDGET (self));
  g_hash_table_insert (self->bars, g_strdup (matter), bar);
  kith_status_announce (GTK_WIDGET (self), text);
}

/**
 * kith_banners_reword:
 * @self: the banners
 * @matter: what it is about
 * @text: whole sentences, translated
 *
 * Returns: whether there is such a banner, which says this from now on
 */
gboolean
kith_banners_reword (KithBanners *self, const char *matter, const char *text)
{
  GtkWidget *bar;

  g_return_val_if_fail (KITH_IS_BANNERS (self), FALSE);

  bar = g_hash_table_lookup (self->bars, matter);
  if (bar == NULL)
    return FALSE;
  if (g_strcmp0 (g_object_get_data (G_OBJECT (bar), "text"), text) == 0)
    return TRUE;
  kith_status_set_text (g_object_get_data (G_OBJECT (bar), "label"), text);
  g_object_set_data_full (G_OBJECT (bar), "text", g_strdup (text), g_free);
  return TRUE;
}

/**
 * kith_banners_hide:
 * @self: the banners
 * @matter: what it was about
 *
 * Takes a banner away; nothing happens where there is none.
 */
void
kith_banners_hide (KithBanners *self, const char *matter)
{
  GtkWidget *bar;

  g_return_if_fail (KITH_IS_BANNERS (self));

  bar = g_hash_table_lookup (self->bars, matter);
  if (bar == NULL)
    return;

  g_hash_table_remove (self->bars, matter);
  gtk_widget_unparent (bar);
}

void
kith_banners_clear (KithBanners *self)
{
  GtkWidget *bar;

  g_return_if_fail (KITH_IS_BANNERS (self));

  if (self->bars != NULL)
    g_hash_table_remove_all (self->bars);
  while ((bar = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (bar);
}
