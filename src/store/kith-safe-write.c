/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-safe-write.h"

#include <glib/gi18n-lib.h>

#include "kith-posix.h"
#include "kith-store-error.h"

char *
kith_bytes_digest (GBytes *bytes)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

char *
kith_file_dup_path (GFile *file, GError **error)
{
  char *path = g_file_get_path (file);
  g_autofree char *uri = NULL;

  if (path != NULL)
    return path;
  uri = g_file_get_uri (file);
  g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_NOT_LOCAL,
               _ ("“%s” is not on this computer. Copy the file into a folder here and open that."),
               uri);
  return NULL;
}

static void
set_changed (const KithTarget *target, gboolean deleted, GError **error)
{
  g_autofree char *shown = g_filename_display_name (target->path);

  if (deleted)
    g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_CHANGED,
                 _ ("“%s” has been deleted or moved since it was opened. Save it again, or save "
                    "to another place."),
                 shown);
  else
    g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_CHANGED,
                 _ ("“%s” has been changed by someone else since it was opened. Keep both, or "
                    "replace theirs with yours; theirs is kept among the versions."),
                 shown);
}

/* Compares by content: a sync client that touches a file without changing it harms nobody. */
static gboolean
is_still_known (const KithTarget *target, const char *const *known, GError **error)
{
  g_autoptr (GBytes) there = NULL;
  g_autofree char *digest = NULL;

  if (known == NULL)
    return TRUE;
  if (!target->exists)
    {
      set_changed (target, TRUE, error);
      return FALSE;
    }
  there = kith_posix_read (target->path, G_MAXINT32, error);
  if (there == NULL)
    return FALSE;
  digest = kith_bytes_digest (there);
  if (g_strv_contains (known, digest))
    return TRUE;
  set_changed (target, FALSE, error);
  return FALSE;
}

static gboolean
write_target (const KithTarget *target, GBytes *bytes, const char *const *known, GError **error)
{
  g_autofree char *temporary = NULL;
  gboolean ok;
  int lock;

  temporary = kith_posix_write_temporary (target, bytes, &lock, error);
  if (temporary == NULL)
    return FALSE;
  ok = is_still_known (target, known, error);
  if (ok)
    ok = kith_posix_put_in_place (temporary, target, error);
  else
    kith_posix_unlink (temporary, NULL);
  kith_posix_close (lock);
  return ok;
}

/**
 * kith_safe_write_checked:
 * @path: where to write
 * @bytes: what
 * @known: (nullable): digests of which the file there must have one
 *
 * Writes beside the target, synchronises, reads back, checks that the target is what the caller
 * knows, and only then renames. Whatever fails, the old file or the new one is there, whole.
 *
 * Returns: %FALSE with %KITH_STORE_ERROR_CHANGED when the target is not one of @known
 */
gboolean
kith_safe_write_checked (const char *path, GBytes *bytes, const char *const *known, GError **error)
{
  g_autoptr (KithTarget) target = kith_posix_target (path, error);

  if (target == NULL)
    return FALSE;
  if (target->exists && !target->writable)
    {
      g_autofree char *shown = g_filename_display_name (path);
      g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_READ_ONLY,
                   _ ("“%s” may not be changed: it or its folder is read-only. Use Save As to "
                      "put a copy elsewhere."),
                   shown);
      return FALSE;
    }
  if (!is_still_known (target, known, error))
    return FALSE;
  return write_target (target, bytes, known, error);
}

/**
 * kith_safe_write:
 * @file: where to write; a file there is replaced
 * @bytes: what
 *
 * For exports. Blocking: one write, one fsync and one read of the bytes.
 */
gboolean
kith_safe_write (GFile *file, GBytes *bytes, GError **error)
{
  g_autofree char *path = kith_file_dup_path (file, error);

  return path != NULL && kith_safe_write_checked (path, bytes, NULL, error);
}
