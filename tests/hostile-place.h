/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder of its own for each hostile test, with a map and its bytes to put there. */
#pragma once

#include "kith-image.h"
#include "store-samples.h"

#define ANY (-1)

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
  KithMap *map;
  GBytes *bytes;
} Place;

static inline void
set_up (Place *place, gconstpointer data)
{
  place->folder = temp_folder_new ();
  place->path = g_build_filename (place->folder, "map.kith", NULL);
  place->file = g_file_new_for_path (place->path);
  place->map = sample_map (20, 30, 1);
  place->bytes = kith_image_from_map (place->map, NULL);
}

static inline void
tear_down (Place *place, gconstpointer data)
{
  temp_folder_remove (place->folder);
  g_free (place->folder);
  g_free (place->path);
  g_object_unref (place->file);
  kith_map_unref (place->map);
  g_bytes_unref (place->bytes);
}
