/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: what of the map is made visible, and through whose eyes. */
#include <glib/gi18n.h>

#include "kith-lens.h"
#include "kith-window-private.h"

#define OFFERED_FIRST 4 /* lenses; the rest stand under More lenses */

static void
on_lens (GSimpleAction *action, GVariant *value, gpointer data)
{
  KithWindow *self = data;
  int lens;

  if (self->viewer == NULL
      || !kith_enum_from_key (&kith_lenses, g_variant_get_string (value, NULL), &lens))
    return;
  kith_window_flush (self);
  kith_viewer_set_lens (self->viewer, (KithLens) lens);
}

static void
on_through (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;
  KithKind kind;
  KithId only = kith_viewer_get_only (self->viewer, &kind);

  if (only != 0 && kind == KITH_STAKEHOLDER)
    kith_viewer_set_through (self->viewer, only);
}

static void
on_end_through (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;

  kith_viewer_set_through (self->viewer, 0);
}

static const GActionEntry entries[] = {
  { "lens", NULL, "s", "'trust'", on_lens },
  { "through", on_through },
  { "end-through", on_end_through },
};

static void
append_lens (GMenu *menu, guint lens)
{
  g_autofree char *action = g_strdup_printf ("win.lens::%s",
                                             kith_enum_key (&kith_lenses, (int) lens));

  g_menu_append (menu, kith_enum_label (&kith_lenses, (int) lens), action);
}

static GMenu *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();
  g_autoptr (GMenu) eyes = g_menu_new ();

  for (guint lens = 0; lens < KITH_N_LENSES; lens++)
    append_lens (lens < OFFERED_FIRST ? first : more, lens);
  g_menu_append_submenu (first, _ ("_More Lenses"), G_MENU_MODEL (more));
  g_menu_append (eyes, _ ("Through the _Eyes of the Selected"), "win.through");
  g_menu_append (eyes, _ ("Through _Whose Eyes…"), "win.choose-through");
  g_menu_append (eyes, _ ("Through _Everybody’s Eyes"), "win.end-through");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (eyes));
  return menu;
}

void
kith_window_install_lens_actions (KithWindow *self)
{
  g_autoptr (GMenu) menu = make_menu ();

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  gtk_menu_button_set_menu_model (self->lens_button, G_MENU_MODEL (menu));
  /* where the button has no room */
  g_menu_append_submenu (self->lens_menu, _ ("_Lens"), G_MENU_MODEL (menu));
}

static void
set_enabled (KithWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* Says on the button what is looked at. */
void
kith_window_update_lens (KithWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "lens");
  const KithView *view = self->viewer != NULL ? kith_viewer_get_view (self->viewer) : NULL;
  KithKind kind = KITH_N_KINDS;
  KithId only = view != NULL ? kith_viewer_get_only (self->viewer, &kind) : 0;
  KithLens lens = view != NULL ? view->lens : KITH_LENS_TRUST;
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;

  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_string (kith_enum_key (&kith_lenses, (int) lens)));
  set_enabled (self, "lens", view != NULL);
  set_enabled (self, "through", only != 0 && kind == KITH_STAKEHOLDER && view->through != only);
  set_enabled (self, "choose-through", view != NULL);
  set_enabled (self, "end-through", view != NULL && view->through != 0);
  if (gtk_widget_get_visible (GTK_WIDGET (self->lens_button)) != (view != NULL))
    gtk_widget_set_visible (GTK_WIDGET (self->lens_button), view != NULL);
  if (view == NULL)
    return;
  words = kith_view_lens_words (view, kith_viewer_get_map (self->viewer));
  /* Translators: the button that says what of the map is made visible, for screen readers */
  name = g_strdup_printf (_ ("Lens: %s"), words);
  if (g_strcmp0 (gtk_widget_get_tooltip_text (GTK_WIDGET (self->lens_button)), name) == 0)
    return; /* telling it again would lay the header bar out anew */
  gtk_menu_button_set_label (self->lens_button, kith_enum_label (&kith_lenses, (int) lens));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->lens_button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lens_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}
