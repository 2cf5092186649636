/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-session.h"

#include <math.h>

#include "kith-places.h"

#define GROUP "Session"

/* The key comes from a document that anybody may have written: never a path. */
static char *
session_path (const char *key)
{
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, key, -1);
  g_autofree char *name = g_strconcat (digest, ".ini", NULL);

  return kith_places_state ("maps", name);
}

static void
load_enum (GKeyFile *file, const char *name, const KithEnum *values, int *value)
{
  g_autofree char *text = g_key_file_get_string (file, GROUP, name, NULL);

  if (text != NULL)
    kith_enum_from_key (values, text, value);
}

static void
load_camera (GKeyFile *file, KithSession *session)
{
  gsize n = 0;
  g_autofree double *numbers = g_key_file_get_double_list (file, GROUP, "camera", &n, NULL);

  if (n != 3 || !isfinite (numbers[0]) || !isfinite (numbers[1]) || !isfinite (numbers[2]))
    return;

  session->has_camera = numbers[2] > 0;
  session->camera = (KithCamera){ numbers[0], numbers[1], numbers[2] };
}

static GArray *
load_ids (GKeyFile *file, const char *name)
{
  g_auto (GStrv) ids = g_key_file_get_string_list (file, GROUP, name, NULL, NULL);
  GArray *list = g_array_new (FALSE, FALSE, sizeof (KithId));

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      KithId id = g_ascii_strtoll (ids[i], NULL, 10);

      if (id > 0)
        g_array_append_val (list, id);
    }
  return list;
}

static void
load_filter (GKeyFile *file, KithSession *session)
{
  int steps = g_key_file_get_integer (file, GROUP, "steps", NULL);

  session->filter = g_key_file_get_string (file, GROUP, "filter", NULL);
  session->focus = load_ids (file, "focus");
  session->steps = (guint) CLAMP (steps, 0, KITH_MOST_STEPS);
  session->hides = g_key_file_get_boolean (file, GROUP, "hides", NULL);
  session->lines = g_key_file_get_boolean (file, GROUP, "lines", NULL);
  session->flags = (guint) g_key_file_get_integer (file, GROUP, "flags", NULL)
                   & (KITH_FLAG_SIGNS | KITH_FLAG_PLAN);
  session->ended = g_key_file_get_boolean (file, GROUP, "ended", NULL);
}

static void
load_tables (GKeyFile *file, KithSession *session)
{
  session->time_bar = g_key_file_get_boolean (file, GROUP, "time-bar", NULL);
  session->tables = g_key_file_get_boolean (file, GROUP, "tables", NULL);
  session->tables_place = g_key_file_get_integer (file, GROUP, "tables-place", NULL);
  load_enum (file, "table", &kith_listings, &session->table);
  for (int i = 0; i < KITH_N_LISTINGS; i++)
    session->columns[i] = g_key_file_get_string (file, GROUP, kith_enum_key (&kith_listings, i),
                                                 NULL);
}

static void
load_sheet (GKeyFile *file, KithSession *session)
{
  int dimension = KITH_TRUST, order = KITH_TRUST_BY_SECTOR;

  load_enum (file, "trust-dimension", &kith_dimensions, &dimension);
  load_enum (file, "trust-order", &kith_trust_orders, &order);
  session->sheet = g_key_file_get_boolean (file, GROUP, "trust-sheet", NULL);
  if (g_key_file_has_key (file, GROUP, "trust-sheet-place", NULL))
    session->sheet_place = g_key_file_get_integer (file, GROUP, "trust-sheet-place", NULL);
  session->look = (KithTrustLook){
    .dimension = dimension < KITH_N_DIMENSIONS ? (KithDimension) dimension : KITH_TRUST,
    .order = (KithTrustOrder) order,
    .medians = g_key_file_get_boolean (file, GROUP, "trust-medians", NULL),
    .all = g_key_file_get_boolean (file, GROUP, "trust-all", NULL),
  };
}

static void
save_sheet (GKeyFile *file, const KithSession *session)
{
  const KithTrustLook *look = &session->look;

  g_key_file_set_boolean (file, GROUP, "trust-sheet", session->sheet);
  g_key_file_set_integer (file, GROUP, "trust-sheet-place", session->sheet_place);
  g_key_file_set_string (file, GROUP, "trust-dimension",
                         kith_enum_key (&kith_dimensions, (int) look->dimension));
  g_key_file_set_string (file, GROUP, "trust-order",
                         kith_enum_key (&kith_trust_orders, (int) look->order));
  g_key_file_set_boolean (file, GROUP, "trust-medians", look->medians);
  g_key_file_set_boolean (file, GROUP, "trust-all", look->all);
}

static void
save_tables (GKeyFile *file, const KithSession *session)
{
  g_key_file_set_boolean (file, GROUP, "time-bar", session->time_bar);
  g_key_file_set_boolean (file, GROUP, "tables", session->tables);
  g_key_file_set_integer (file, GROUP, "tables-place", session->tables_place);
  g_key_file_set_string (file, GROUP, "table", kith_enum_key (&kith_listings, session->table));
  for (int i = 0; i < KITH_N_LISTINGS; i++)
    if (session->columns[i] != NULL)
      g_key_file_set_string (file, GROUP, kith_enum_key (&kith_listings, i), session->columns[i]);
}

gboolean
kith_session_load (const char *key, KithSession *session)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = session_path (key);
  int legend = session->legend;
  int audience = session->audience;
  int lens = session->lens;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return FALSE;

  load_camera (file, session);
  session->selection = load_ids (file, "selection");
  load_filter (file, session);
  load_tables (file, session);
  load_sheet (file, session);
  load_enum (file, "legend", &kith_corners, &legend);
  load_enum (file, "audience", &kith_audiences, &audience);
  load_enum (file, "lens", &kith_lenses, &lens);
  session->legend = legend;
  session->lens = lens;
  session->audience = audience;
  if (g_key_file_has_key (file, GROUP, "sidebar", NULL))
    session->sidebar = g_key_file_get_boolean (file, GROUP, "sidebar", NULL);

  return TRUE;
}

static void
save_ids (GKeyFile *file, const char *name, const GArray *list)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; list != NULL && i < list->len; i++)
    g_ptr_array_add (ids, g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (list, KithId, i)));

  g_key_file_set_string_list (file, GROUP, name, (const char *const *) ids->pdata, ids->len);
}

static void
save_filter (GKeyFile *file, const KithSession *session)
{
  if (session->filter != NULL)
    g_key_file_set_string (file, GROUP, "filter", session->filter);
  save_ids (file, "focus", session->focus);
  g_key_file_set_integer (file, GROUP, "steps", (int) session->steps);
  g_key_file_set_boolean (file, GROUP, "hides", session->hides);
  g_key_file_set_boolean (file, GROUP, "lines", session->lines);
  g_key_file_set_integer (file, GROUP, "flags", (int) session->flags);
  g_key_file_set_boolean (file, GROUP, "ended", session->ended);
}

void
kith_session_save (const char *key, const KithSession *session)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = session_path (key);
  double camera[] = { session->camera.x, session->camera.y, session->camera.zoom };

  if (session->has_camera)
    g_key_file_set_double_list (file, GROUP, "camera", camera, G_N_ELEMENTS (camera));
  save_ids (file, "selection", session->selection);
  save_filter (file, session);
  save_tables (file, session);
  save_sheet (file, session);
  g_key_file_set_boolean (file, GROUP, "sidebar", session->sidebar);
  g_key_file_set_string (file, GROUP, "lens", kith_enum_key (&kith_lenses, session->lens));
  g_key_file_set_string (file, GROUP, "legend", kith_enum_key (&kith_corners, session->legend));
  g_key_file_set_string (file, GROUP, "audience",
                         kith_enum_key (&kith_audiences, session->audience));
  g_key_file_save_to_file (file, path, NULL);
}

void
kith_session_clear (KithSession *session)
{
  g_clear_pointer (&session->selection, g_array_unref);
  g_clear_pointer (&session->focus, g_array_unref);
  g_clear_pointer (&session->filter, g_free);
  for (int i = 0; i < KITH_N_LISTINGS; i++)
    g_clear_pointer (&session->columns[i], g_free);
}
