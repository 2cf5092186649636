/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window of keys: a list that fits any screen, searched by what a key does. */
#include "kith-keys-window.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "kith-keys.h"
#include "kith-onlookers.h"

#define WIDTH 720 /* pixels */
#define HEIGHT 640

/* Without those of the keypad, which are called as the others are. */
static char *
main_keys (const KithKey *key)
{
  g_auto (GStrv) keys = g_strsplit (key->keys, " ", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) kept = NULL;

  for (guint i = 0; keys[i] != NULL; i++)
    if (strstr (keys[i], "KP_") == NULL)
      g_strv_builder_add (builder, keys[i]);
  kept = g_strv_builder_end (builder);
  return g_strjoinv (" ", kept);
}

/* "Save now, Ctrl+S" */
static char *
say (const KithKey *key, const char *accelerators)
{
  g_auto (GStrv) keys = g_strsplit (accelerators, " ", -1);
  g_autoptr (GString) said = g_string_new (_ (key->title));

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *label = NULL;
      GdkModifierType state;
      guint value;

      if (!gtk_accelerator_parse (keys[i], &value, &state))
        continue;
      label = gtk_accelerator_get_label (value, state);
      g_string_append_printf (said, ", %s", label);
    }
  return g_string_free (g_steal_pointer (&said), FALSE);
}

static GtkWidget *
new_row (const KithKey *key)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *accelerators = main_keys (key);
  g_autofree char *said = say (key, accelerators);
  GtkWidget *keys = gtk_shortcut_label_new (accelerators);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (key->title));
  gtk_widget_set_valign (keys, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), keys);
  /* newer rows are named by the label of their title, which would go before */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  return row;
}

/* Of a heading and what stands below it. */
typedef struct
{
  GtkWidget *group;
  GPtrArray *rows; /* of GtkWidget */
} Section;

static void
section_free (gpointer data)
{
  Section *section = data;

  g_ptr_array_unref (section->rows);
  g_free (section);
}

static Section *
add_section (GPtrArray *sections, GtkWidget *page, const char *title)
{
  Section *section = g_new0 (Section, 1);

  section->group = adw_preferences_group_new ();
  section->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (section->group), title);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (section->group));
  g_ptr_array_add (sections, section);
  return section;
}

static GtkWidget *
new_page (GPtrArray *sections)
{
  GtkWidget *page = adw_preferences_page_new ();
  Section *section = NULL;

  for (guint i = 0; i < kith_n_keys; i++)
    {
      const KithKey *key = &kith_keys[i];
      GtkWidget *row;

      if (key->place == KITH_KEY_COMMAND)
        continue;
      if (key->group != NULL)
        section = add_section (sections, page, _ (key->group));
      row = new_row (key);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (section->group), row);
      g_ptr_array_add (section->rows, row);
    }
  return page;
}

static gboolean
is_about (GtkWidget *row, const char *words)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));

  return *words == '\0' || g_str_match_string (words, title, TRUE);
}

static void
on_search (GtkSearchEntry *entry, GPtrArray *sections)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (entry));

  for (guint i = 0; i < sections->len; i++)
    {
      const Section *section = sections->pdata[i];
      gboolean any = FALSE;

      for (guint j = 0; j < section->rows->len; j++)
        {
          gboolean shown = is_about (section->rows->pdata[j], words);

          gtk_widget_set_visible (section->rows->pdata[j], shown);
          any |= shown;
        }
      gtk_widget_set_visible (section->group, any);
    }
}

/* Escape ends the search, then the window. */
static void
on_stop (GtkEditable *entry, GtkWindow *window)
{
  if (*gtk_editable_get_text (entry) != '\0')
    gtk_editable_set_text (entry, "");
  else
    gtk_window_close (window);
}

static GtkWidget *
new_entry (GtkWindow *window, GPtrArray *sections)
{
  GtkWidget *entry = gtk_search_entry_new ();

  g_object_set (entry, "placeholder-text", _ ("What a key does"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What a key does"), -1);
  gtk_widget_set_size_request (entry, 260, -1);
  g_signal_connect (entry, "search-changed", G_CALLBACK (on_search), sections);
  g_signal_connect (entry, "stop-search", G_CALLBACK (on_stop), window);
  return entry;
}

static void
close_on_escape (GtkWidget *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape,
                                                                                  0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, controller);
}

/**
 * kith_keys_window_new:
 * @parent: the window that it belongs to
 *
 * Returns: (transfer none): a window that lists every key, ready to be presented
 */
GtkWindow *
kith_keys_window_new (GtkWindow *parent)
{
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW, "accessible-role", GTK_ACCESSIBLE_ROLE_DIALOG,
                                    NULL);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();
  GPtrArray *sections = g_ptr_array_new_with_free_func (section_free);
  GtkWidget *page = new_page (sections);
  GtkWidget *entry = new_entry (GTK_WINDOW (window), sections);

  g_object_set_data_full (G_OBJECT (window), "kith-sections", sections,
                          (GDestroyNotify) g_ptr_array_unref);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), entry);
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (content), bar);
  gtk_box_append (GTK_BOX (content), page);
  adw_window_set_content (ADW_WINDOW (window), content);
  close_on_escape (window);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  kith_onlookers_let_stay (GTK_WINDOW (window));
  gtk_window_set_title (GTK_WINDOW (window), _ ("Keyboard Shortcuts"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (window), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Keyboard Shortcuts"), -1);
  return GTK_WINDOW (window);
}
