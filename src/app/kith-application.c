/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-application.h"

#include <glib/gi18n.h>

#include "kith-config.h"
#include "kith-help.h"
#include "kith-keys.h"
#include "kith-keys-window.h"
#include "kith-names.h"
#include "kith-new-map.h"
#include "kith-onlookers.h"
#include "kith-open.h"
#include "kith-renderer.h"
#include "kith-resources.h"
#include "kith-waiting.h"

struct _KithApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (KithApplication, kith_application, ADW_TYPE_APPLICATION)

static void
on_new (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  kith_new_map_open (kith_application_get_front (data));
}

static void
on_open (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  kith_open_ask (kith_application_get_front (data));
}

static void
on_start (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithApplication *self = data;
  KithWindow *front = kith_application_get_front (self), *start = NULL;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (start == NULL && KITH_IS_WINDOW (l->data) && kith_window_get_document (l->data) == NULL)
      start = l->data;
  if (start == NULL)
    start = kith_window_new (GTK_APPLICATION (self));
  kith_window_follow_audience (start, front);
  gtk_window_present (GTK_WINDOW (start));
}

static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (data));

  for (GList *l = windows; l != NULL; l = l->next)
    if (KITH_IS_WINDOW (l->data))
      gtk_window_close (l->data);
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  kith_help_show_about (GTK_WINDOW (kith_application_get_front (data)));
}

static void
on_help (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  kith_help_show_first_minutes (GTK_WINDOW (kith_application_get_front (data)));
}

static void
on_shortcuts (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (kith_keys_window_new (GTK_WINDOW (kith_application_get_front (data))));
}

static void
on_open_uri (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  kith_open_file (kith_application_get_front (data), file);
}

static void
on_open_draft (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  kith_open_draft (kith_application_get_front (data), g_variant_get_string (parameter, NULL));
}

static void
on_open_example (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  kith_open_example (kith_application_get_front (data), g_variant_get_string (parameter, NULL));
}

static void
on_discard_draft (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  kith_open_ask_discard (kith_application_get_front (data), g_variant_get_string (parameter, NULL));
}

static const GActionEntry entries[] = {
  { "new", on_new },
  { "open", on_open },
  { "start", on_start },
  { "quit", on_quit },
  { "about", on_about },
  { "help", on_help },
  { "shortcuts", on_shortcuts },
  { "open-uri", on_open_uri, "s" },
  { "open-draft", on_open_draft, "s" },
  { "open-example", on_open_example, "s" },
  { "discard-draft", on_discard_draft, "s" },
};

static void
load_style (const char *name)
{
  g_autofree char *path = g_strconcat ("/io/github/kith_maps/Kith/", name, NULL);
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  if (!g_resources_get_info (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL))
    return;

  gtk_css_provider_load_from_resource (provider, path);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
kith_application_startup (GApplication *application)
{
  g_resources_register (kith_get_resource ());
  G_APPLICATION_CLASS (kith_application_parent_class)->startup (application);
  kith_renderer_settle ();
  kith_waiting_drop_old ();

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  kith_keys_install (GTK_APPLICATION (application));
  load_style ("kith.css");
  load_style ("inspector.css");
  gtk_window_set_default_icon_name (KITH_APP_ID);
  kith_names_watch_windows ();
  kith_onlookers_watch ();
}

/* What a crash left of a map that has a file comes back by itself; drafts wait on the start page. */
static void
kith_application_activate (GApplication *application)
{
  KithApplication *self = KITH_APPLICATION (application);
  gboolean first = gtk_application_get_windows (GTK_APPLICATION (self)) == NULL;
  KithWindow *window = kith_application_get_front (self);

  gtk_window_present (GTK_WINDOW (window));
  if (first)
    kith_open_recovered (window);
}

static void
kith_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    kith_open_file (kith_application_get_front (KITH_APPLICATION (application)), files[i]);
}

static void
kith_application_class_init (KithApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = kith_application_startup;
  application_class->activate = kith_application_activate;
  application_class->open = kith_application_open;
}

static void
kith_application_init (KithApplication *self)
{
}

KithApplication *
kith_application_new (void)
{
  kith_renderer_choose ();
  g_set_application_name (_ ("Kith"));
  return g_object_new (KITH_TYPE_APPLICATION, "application-id", KITH_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, NULL);
}

KithWindow *
kith_application_get_front (KithApplication *self)
{
  GtkWindow *active;

  g_return_val_if_fail (KITH_IS_APPLICATION (self), NULL);

  active = gtk_application_get_active_window (GTK_APPLICATION (self));
  while (active != NULL && !KITH_IS_WINDOW (active))
    active = gtk_window_get_transient_for (active);
  if (active != NULL)
    return KITH_WINDOW (active);

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (KITH_IS_WINDOW (l->data))
      return l->data;

  return kith_window_new (GTK_APPLICATION (self));
}
