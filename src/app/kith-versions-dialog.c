/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-versions-dialog.h"

#include <glib/gi18n.h>

#include "kith-open.h"

struct _KithVersionsDialog
{
  AdwWindow parent_instance;

  /* template */
  GtkWidget *keep_button;
  GtkListBox *named;
  GtkListBox *automatic;

  /* state */
  KithWindow *window; /* borrowed: it is what this dialog is transient for */
};

G_DEFINE_FINAL_TYPE (KithVersionsDialog, kith_versions_dialog, ADW_TYPE_WINDOW)

static void refresh (KithVersionsDialog *self);

/**
 * kith_version_time_words:
 * @version: a kept version
 *
 * Returns: (transfer full): "12 March 2026, 14:05"
 */
char *
kith_version_time_words (const KithVersion *version)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_unix_local (version->time);

  return then != NULL ? g_date_time_format (then, _ ("%-d %B %Y, %H:%M")) : g_strdup ("");
}

/**
 * kith_version_name_for:
 * @version: a kept version
 * @audience: who looks
 *
 * Returns: (transfer none) (nullable): what it is called: the team's own word, told to no one else
 */
const char *
kith_version_name_for (const KithVersion *version, KithAudience audience)
{
  return audience == KITH_TEAM ? version->name : NULL;
}

static char *
count_words (const KithVersion *version)
{
  g_autofree char *stakeholders =
      g_strdup_printf (ngettext ("%u stakeholder", "%u stakeholders", version->stakeholders),
                       version->stakeholders);
  g_autofree char *links = g_strdup_printf (ngettext ("%u link", "%u links", version->links),
                                            version->links);

  return g_strdup_printf ("%s · %s", stakeholders, links);
}

/* Looking is not going back: the version opens as an untitled copy in a window of its own. */
static void
on_look (GtkButton *button, gpointer data)
{
  KithVersionsDialog *self = data;
  const char *id = g_object_get_data (G_OBJECT (button), "version");
  g_autoptr (GError) error = NULL;
  g_autoptr (KithMap) map = kith_document_load_version (kith_window_get_document (self->window), id,
                                                        &error);
  KithWindow *window = self->window;

  gtk_window_close (GTK_WINDOW (self));
  if (map == NULL)
    {
      kith_window_complain (window, error->message);
      return;
    }

  window = kith_open_map (window, map);
  if (window != NULL)
    kith_window_set_copy (window);
}

/* What has changed since, on the map. */
static void
on_compare (GtkButton *button, gpointer data)
{
  KithVersionsDialog *self = data;
  KithWindow *window = self->window;
  const char *id = g_object_get_data (G_OBJECT (button), "version");
  g_autofree char *words = g_strdup (g_object_get_data (G_OBJECT (button), "words"));
  g_autoptr (GError) error = NULL;
  KithMap *map = kith_document_load_version (kith_window_get_document (window), id, &error);

  gtk_window_close (GTK_WINDOW (self));
  if (map == NULL)
    kith_window_complain (window, error->message);
  else
    kith_window_compare_with (window, map, words);
}

static void
on_restore (GtkButton *button, gpointer data)
{
  KithVersionsDialog *self = data;
  KithWindow *window = self->window;
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), "version"));
  g_autofree char *words = g_strdup (g_object_get_data (G_OBJECT (button), "words"));

  gtk_window_close (GTK_WINDOW (self));
  kith_versions_ask_revert (window, id, words);
}

static void
on_delete (GtkButton *button, gpointer data)
{
  KithVersionsDialog *self = data;
  const char *id = g_object_get_data (G_OBJECT (button), "version");
  g_autoptr (GError) error = NULL;

  if (!kith_document_delete_version (kith_window_get_document (self->window), id, &error))
    kith_window_complain (self->window, error->message);
  refresh (self);
}

static void
add_button (KithVersionsDialog *self,
            AdwActionRow *row,
            const KithVersion *version,
            const char *words,
            const char *icon,
            const char *tooltip,
            GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *name = g_strdup_printf ("%s: %s", tooltip, words);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "version", g_strdup (version->id), g_free);
  g_object_set_data_full (G_OBJECT (button), "words", g_strdup (words), g_free);
  g_signal_connect_object (button, "clicked", callback, self, 0);
  adw_action_row_add_suffix (row, button);
}

static GtkWidget *
make_row (KithVersionsDialog *self, const KithVersion *version)
{
  KithAudience audience = kith_viewer_get_view (kith_window_get_viewer (self->window))->audience;
  const char *name = kith_version_name_for (version, audience);
  g_autofree char *time = kith_version_time_words (version);
  g_autofree char *count = count_words (version);
  g_autofree char *line = name != NULL ? g_strdup_printf ("%s · %s", time, count)
                                       : g_strdup (count);
  const char *title = name != NULL ? name : time;
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title,
                                 "subtitle", line, NULL);

  add_button (self, ADW_ACTION_ROW (row), version, title, "view-reveal-symbolic",
              _ ("Look at it in a new window"), G_CALLBACK (on_look));
  add_button (self, ADW_ACTION_ROW (row), version, title, "kith-history-symbolic",
              _ ("Compare the map with it"), G_CALLBACK (on_compare));
  add_button (self, ADW_ACTION_ROW (row), version, title, "document-revert-symbolic",
              _ ("Go back to it"), G_CALLBACK (on_restore));
  if (version->name != NULL)
    add_button (self, ADW_ACTION_ROW (row), version, title, "user-trash-symbolic", _ ("Delete"),
                G_CALLBACK (on_delete));
  return row;
}

static GtkWidget *
make_nothing (const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  gtk_widget_set_sensitive (row, FALSE);
  return row;
}

static void
fill (KithVersionsDialog *self,
      GtkListBox *list,
      const GPtrArray *versions,
      gboolean named,
      const char *nothing)
{
  GtkWidget *child;
  guint n = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);

  for (guint i = 0; versions != NULL && i < versions->len; i++)
    {
      const KithVersion *version = g_ptr_array_index (versions, i);

      if ((version->name != NULL) == named)
        {
          gtk_list_box_append (list, make_row (self, version));
          n++;
        }
    }

  if (n == 0)
    gtk_list_box_append (list, make_nothing (nothing));
}

static void
refresh (KithVersionsDialog *self)
{
  KithDocument *document = kith_window_get_document (self->window);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions = kith_document_list_versions (document, &error);

  fill (self, self->named, versions, TRUE, _ ("None yet: keep one before each meeting"));
  fill (self, self->automatic, versions, FALSE, _ ("None yet"));
}

static void
on_keep (KithVersionsDialog *self)
{
  KithWindow *window = self->window;

  gtk_window_close (GTK_WINDOW (self));
  kith_versions_ask_name (window);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static void
kith_versions_dialog_class_init (KithVersionsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-versions-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KithVersionsDialog, keep_button);
  gtk_widget_class_bind_template_child (widget_class, KithVersionsDialog, named);
  gtk_widget_class_bind_template_child (widget_class, KithVersionsDialog, automatic);
  gtk_widget_class_bind_template_callback (widget_class, on_keep);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}

static void
kith_versions_dialog_init (KithVersionsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
kith_versions_dialog_open (KithWindow *window)
{
  KithVersionsDialog *self = g_object_new (KITH_TYPE_VERSIONS_DIALOG, "transient-for", window,
                                           NULL);

  self->window = window;
  refresh (self);
  gtk_window_present (GTK_WINDOW (self));
}
