/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-image-header.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "kith-image.h"
#include "kith-schema.h"
#include "kith-store-error.h"

/* Offsets in the header; numbers are big-endian. */
#define MAGIC "SQLite format 3" /* with its NUL */
#define CHANGE_COUNTER 24
#define N_PAGES 28
#define SCHEMA_COOKIE 40
#define USER_VERSION 60
#define APPLICATION_ID 68
#define VERSION_VALID_FOR 92
#define SQLITE_VERSION_AT 96

#define FIXED_SQLITE_VERSION 3040001

/* Everything else in the header of a document, where it is and what it always is. */
static const struct
{
  guint at;
  guint size;
  guint32 value;
} fixed[] = {
  { 16, 2, KITH_IMAGE_PAGE }, /* page size */
  { 18, 1, 1 },               /* no write-ahead log */
  { 19, 1, 1 },
  { 20, 1, 0 },  /* no reserved bytes in pages */
  { 21, 1, 64 }, /* payload fractions */
  { 22, 1, 32 },
  { 23, 1, 32 },
  { 32, 4, 0 }, /* no free pages: the file is built afresh */
  { 36, 4, 0 },
  { 44, 4, 4 }, /* schema format */
  { 48, 4, 0 },
  { 52, 4, 0 }, /* no vacuuming */
  { 56, 4, 1 }, /* UTF-8 */
  { 64, 4, 0 },
  { 72, 4, 0 }, /* reserved for SQLite */
  { 76, 4, 0 },
  { 80, 4, 0 },
  { 84, 4, 0 },
  { 88, 4, 0 },
  { SQLITE_VERSION_AT, 4, FIXED_SQLITE_VERSION },
};

static guint32
get (const guint8 *data, guint at, guint size)
{
  guint32 value = 0;

  for (guint i = 0; i < size; i++)
    value = value << 8 | data[at + i];
  return value;
}

static void
put (guint8 *data, guint at, guint32 value)
{
  value = GUINT32_TO_BE (value);
  memcpy (data + at, &value, sizeof value);
}

void
kith_image_header_normalise (guint8 *data, gsize size)
{
  g_return_if_fail (size >= KITH_IMAGE_PAGE);
  put (data, CHANGE_COUNTER, 1);
  put (data, VERSION_VALID_FOR, 1);
  put (data, SQLITE_VERSION_AT, FIXED_SQLITE_VERSION);
}

static gboolean
refuse (KithStoreError code, const char *shown, GError **error)
{
  switch (code)
    {
    case KITH_STORE_ERROR_EMPTY:
      g_set_error (error, KITH_STORE_ERROR, code,
                   _ ("“%s” is empty: it has no bytes at all. Look for an earlier copy of it."),
                   shown);
      break;
    case KITH_STORE_ERROR_TOO_BIG:
      g_set_error (error, KITH_STORE_ERROR, code,
                   _ ("“%s” is larger than %u MB, which no map is. Choose another file."), shown,
                   (guint) (KITH_FILE_MAX >> 20));
      break;
    case KITH_STORE_ERROR_NEWER:
      g_set_error (error, KITH_STORE_ERROR, code,
                   _ ("“%s” was saved by a newer version of Kith. Update Kith to open it; nothing "
                      "in the file has been changed."),
                   shown);
      break;
    case KITH_STORE_ERROR_DAMAGED:
      g_set_error (error, KITH_STORE_ERROR, code,
                   _ ("“%s” is damaged: it is not as Kith wrote it. Open an earlier version, or "
                      "salvage what can still be read."),
                   shown);
      break;
    default:
      g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_FOREIGN,
                   _ ("“%s” is not a map of Kith. Choose a file that ends in .kith, or import the "
                      "file instead."),
                   shown);
      break;
    }
  return FALSE;
}

static gboolean
is_as_written (const guint8 *data, gsize size)
{
  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    if (get (data, fixed[i].at, fixed[i].size) != fixed[i].value)
      return FALSE;
  return size % KITH_IMAGE_PAGE == 0 && get (data, N_PAGES, 4) == size / KITH_IMAGE_PAGE
         && get (data, CHANGE_COUNTER, 4) == 1 && get (data, VERSION_VALID_FOR, 4) == 1;
}

/**
 * kith_image_header_version:
 * @data: all bytes of a file
 * @size: how many
 *
 * Returns: the version of the tables that a document says it has; 0 where it says none that is known
 */
gint64
kith_image_header_version (const guint8 *data, gsize size)
{
  guint32 version = size >= 100 ? get (data, USER_VERSION, 4) : 0;

  return version <= KITH_SCHEMA_VERSION ? version : 0;
}

/**
 * kith_image_header_check:
 * @data: all bytes of a file
 * @size: how many
 * @shown: its name as a person knows it
 *
 * Says what a file is before SQLite sees any of it. A file with Kith's mark that is cut short or
 * has a foreign header is damaged; one without the mark is not a map.
 */
gboolean
kith_image_header_check (const guint8 *data, gsize size, const char *shown, GError **error)
{
  guint32 version;

  if (size == 0)
    return refuse (KITH_STORE_ERROR_EMPTY, shown, error);
  if (size > KITH_FILE_MAX)
    return refuse (KITH_STORE_ERROR_TOO_BIG, shown, error);
  if (size < 100 || get (data, APPLICATION_ID, 4) != KITH_APPLICATION_ID)
    return refuse (KITH_STORE_ERROR_FOREIGN, shown, error);
  if (memcmp (data, MAGIC, sizeof MAGIC) != 0)
    return refuse (KITH_STORE_ERROR_DAMAGED, shown, error);
  version = get (data, USER_VERSION, 4);
  if (version > KITH_SCHEMA_VERSION && version < 0x10000)
    return refuse (KITH_STORE_ERROR_NEWER, shown, error);
  if (version < 1 || version > KITH_SCHEMA_VERSION || !is_as_written (data, size))
    return refuse (KITH_STORE_ERROR_DAMAGED, shown, error);
  return TRUE;
}
