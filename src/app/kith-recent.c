/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-recent.h"

#include <glib/gstdio.h>

#include "kith-export.h"
#include "kith-places.h"

#define MOST 12

static void
recent_free (gpointer data)
{
  KithRecent *recent = data;

  g_free (recent->path);
  g_free (recent->title);
  g_free (recent);
}

static GKeyFile *
load_list (void)
{
  g_autofree char *path = kith_places_state (NULL, "recent.ini");
  GKeyFile *list = g_key_file_new ();

  g_key_file_load_from_file (list, path, G_KEY_FILE_NONE, NULL);
  return list;
}

static void
save_list (GKeyFile *list)
{
  g_autofree char *path = kith_places_state (NULL, "recent.ini");

  g_key_file_save_to_file (list, path, NULL);
}

/* A path may hold anything, a group name may not. */
static char *
group_of (const char *path)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);
}

static KithRecent *
read_recent (GKeyFile *list, const char *group)
{
  g_autofree char *uri = g_key_file_get_string (list, group, "uri", NULL);
  g_autofree char *path = uri != NULL ? g_filename_from_uri (uri, NULL, NULL) : NULL;
  g_autofree char *audience = g_key_file_get_string (list, group, "audience", NULL);
  int value = KITH_TEAM;
  KithRecent *recent;

  if (path == NULL || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return NULL;

  if (audience != NULL)
    kith_enum_from_key (&kith_audiences, audience, &value);

  recent = g_new0 (KithRecent, 1);
  recent->path = g_steal_pointer (&path);
  recent->title = g_key_file_get_string (list, group, "title", NULL);
  recent->opened = g_key_file_get_int64 (list, group, "opened", NULL);
  recent->audience = value;
  return recent;
}

static int
compare_recent (gconstpointer a, gconstpointer b)
{
  const KithRecent *one = *(const KithRecent *const *) a;
  const KithRecent *other = *(const KithRecent *const *) b;

  return (one->opened < other->opened) - (one->opened > other->opened);
}

GPtrArray *
kith_recent_list (void)
{
  g_autoptr (GKeyFile) list = load_list ();
  g_auto (GStrv) groups = g_key_file_get_groups (list, NULL);
  GPtrArray *recents = g_ptr_array_new_with_free_func (recent_free);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      KithRecent *recent = read_recent (list, groups[i]);

      if (recent != NULL)
        g_ptr_array_add (recents, recent);
    }

  g_ptr_array_sort (recents, compare_recent);
  if (recents->len > MOST)
    g_ptr_array_set_size (recents, MOST);
  return recents;
}

static char *
picture_path (const char *path, KithAudience audience)
{
  g_autofree char *digest = group_of (path);
  g_autofree char *name = g_strdup_printf ("%s-%s.png", digest,
                                           kith_enum_key (&kith_audiences, audience));

  return kith_places_cache ("thumbnails", name);
}

static void
remove_pictures (const char *path)
{
  for (KithAudience audience = KITH_TEAM; audience <= KITH_PUBLIC; audience++)
    {
      g_autofree char *picture = picture_path (path, audience);

      g_unlink (picture);
    }
}

void
kith_recent_note (GFile *file, const char *title, KithAudience audience)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GKeyFile) list = load_list ();
  g_autofree char *group = path != NULL ? group_of (path) : NULL;

  if (group == NULL)
    return;

  g_key_file_set_string (list, group, "uri", uri);
  g_key_file_set_string (list, group, "title", title);
  g_key_file_set_int64 (list, group, "opened", g_get_real_time () / G_USEC_PER_SEC);
  g_key_file_set_string (list, group, "audience", kith_enum_key (&kith_audiences, audience));
  save_list (list);
}

void
kith_recent_forget (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GKeyFile) list = load_list ();
  g_autofree char *group = path != NULL ? group_of (path) : NULL;

  if (group == NULL)
    return;

  remove_pictures (path);
  if (g_key_file_remove_group (list, group, NULL))
    save_list (list);
}

void
kith_recent_picture (GFile *file, KithMap *map, KithAudience audience)
{
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    return;

  remove_pictures (path);
  for (KithAudience who = audience; who <= KITH_PUBLIC; who++)
    {
      KithView view = KITH_VIEW_INIT;
      g_autofree char *picture = picture_path (path, who);
      g_autoptr (GBytes) png = NULL;

      view.audience = who;
      view.legend = KITH_CORNER_HIDDEN;
      png = kith_export_thumbnail (map, &view, KITH_RECENT_WIDTH * 2, KITH_RECENT_HEIGHT * 2);
      if (png != NULL)
        g_file_set_contents_full (picture, g_bytes_get_data (png, NULL), g_bytes_get_size (png),
                                  G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL);
    }
}

char *
kith_recent_find_picture (const char *path, KithAudience audience)
{
  for (KithAudience who = audience; who <= KITH_PUBLIC; who++)
    {
      g_autofree char *picture = picture_path (path, who);

      if (g_file_test (picture, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&picture);
    }

  return NULL;
}
