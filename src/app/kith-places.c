/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-places.h"

#include <glib/gstdio.h>

#include "kith-config.h"

/* The build's data directory, when the program has not been installed; NULL otherwise. */
static char *
build_data_directory (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *data = folder != NULL ? g_build_filename (folder, "..", "data", NULL) : NULL;
  g_autofree char *mark = data != NULL ? g_build_filename (data, "gschemas.compiled", NULL) : NULL;

  if (mark == NULL || !g_file_test (mark, G_FILE_TEST_EXISTS))
    return NULL;

  return g_steal_pointer (&data);
}

static GSettings *
load_settings (void)
{
  g_autofree char *data = build_data_directory ();
  GSettingsSchemaSource *standard = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource) source = NULL;
  g_autoptr (GSettingsSchema) schema = NULL;

  if (data != NULL)
    source = g_settings_schema_source_new_from_directory (data, standard, TRUE, NULL);
  if (source == NULL && standard != NULL)
    source = g_settings_schema_source_ref (standard);
  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, KITH_APP_ID, TRUE);
  if (schema == NULL)
    return NULL;

  return g_settings_new_full (schema, NULL, NULL);
}

GSettings *
kith_places_settings (void)
{
  static gsize loaded = 0;
  static GSettings *settings = NULL;

  if (g_once_init_enter (&loaded))
    {
      settings = load_settings ();
      g_once_init_leave (&loaded, 1);
    }

  return settings;
}

static char *
examples_directory (void)
{
  const char *asked = g_getenv ("KITH_EXAMPLES");
  g_autofree char *data = NULL;

  if (asked != NULL && *asked != '\0')
    return g_strdup (asked);

  data = build_data_directory ();
  return g_build_filename (data != NULL ? data : KITH_DATA_DIR, "examples", NULL);
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
kith_places_examples (void)
{
  g_autofree char *folder = examples_directory ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".kith"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));

  g_ptr_array_sort (paths, compare_paths);
  return paths;
}

static char *
place_in (const char *base, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (base, "kith", folder, NULL);

  g_mkdir_with_parents (path, 0700);
  return g_build_filename (path, name, NULL);
}

char *
kith_places_state (const char *folder, const char *name)
{
  return place_in (g_get_user_state_dir (), folder, name);
}

char *
kith_places_cache (const char *folder, const char *name)
{
  return place_in (g_get_user_cache_dir (), folder, name);
}
