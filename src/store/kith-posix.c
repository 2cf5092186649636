/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-posix.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "kith-store-error.h"

/* The one name by which what a crash left behind is recognised: a hidden file, never a map. */
#define TEMPORARY_PREFIX ".kith-"
#define TEMPORARY_SUFFIX ".tmp"
#define TEMPORARY_LENGTH (strlen (TEMPORARY_PREFIX) + 8 + strlen (TEMPORARY_SUFFIX))

/* A temporary file whose lock cannot be tried (no flock there) is given this long. */
#define STALE_SECONDS 3600

static int
code_for_errno (int saved, int otherwise)
{
  switch (saved)
    {
    case ENOENT:
    case ENOTDIR:
      return KITH_STORE_ERROR_NOT_FOUND;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return KITH_STORE_ERROR_NO_SPACE;
    case EROFS:
    case EACCES:
    case EPERM:
      return otherwise == KITH_STORE_ERROR_WRITE_FAILED ? KITH_STORE_ERROR_READ_ONLY : otherwise;
    default:
      return otherwise;
    }
}

static void
set_read_error (GError **error, const char *path, int saved)
{
  g_autofree char *shown = g_filename_display_name (path);
  int code = code_for_errno (saved, KITH_STORE_ERROR_UNREADABLE);

  if (code == KITH_STORE_ERROR_NOT_FOUND)
    g_set_error (error, KITH_STORE_ERROR, code,
                 _ ("There is no file “%s”. It may have been moved, renamed or deleted."), shown);
  else
    g_set_error (error, KITH_STORE_ERROR, code,
                 _ ("“%s” cannot be read: %s. Ask whoever owns the file, or make a copy that you "
                    "may read."),
                 shown, g_strerror (saved));
}

static void
set_write_error (GError **error, const char *path, int saved)
{
  g_autofree char *shown = g_filename_display_name (path);
  int code = code_for_errno (saved, KITH_STORE_ERROR_WRITE_FAILED);

  switch (code)
    {
    case KITH_STORE_ERROR_NO_SPACE:
      g_set_error (error, KITH_STORE_ERROR, code,
                   _ ("There is no room left to write “%s”. Free some space on that disk, or save "
                      "to another place."),
                   shown);
      break;
    case KITH_STORE_ERROR_READ_ONLY:
      g_set_error (error, KITH_STORE_ERROR, code,
                   _ ("“%s” is in a place that you may not write to. Use Save As to put it "
                      "elsewhere."),
                   shown);
      break;
    case KITH_STORE_ERROR_NOT_FOUND:
      g_set_error (error, KITH_STORE_ERROR, code,
                   _ ("The folder for “%s” is not there. Choose another place to save to."), shown);
      break;
    default:
      g_set_error (error, KITH_STORE_ERROR, code,
                   _ ("Writing “%s” failed: %s. Try again, or save to another place."), shown,
                   g_strerror (saved));
      break;
    }
}

static gboolean
refuse_unless_regular (const char *path, const struct stat *info, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  if (S_ISREG (info->st_mode))
    return TRUE;
  if (S_ISDIR (info->st_mode))
    g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_NOT_A_FILE,
                 _ ("“%s” is a folder, not a file. Choose a file inside it."), shown);
  else if (S_ISFIFO (info->st_mode) || S_ISSOCK (info->st_mode))
    g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_NOT_A_FILE,
                 _ ("“%s” is a pipe between programs, not a file. Choose a file."), shown);
  else
    g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_NOT_A_FILE,
                 _ ("“%s” is a device, not a file. Choose a file."), shown);
  return FALSE;
}

/* Reads until the end or until `max` is passed; an interrupted read goes on. */
static GByteArray *
read_all (int fd, gsize max, gsize expected)
{
  g_autoptr (GByteArray) bytes = g_byte_array_sized_new (expected + 1);
  gssize got;

  do
    {
      guint filled = bytes->len;
      gsize step = MIN ((gsize) 1 << 20, max + 1 - filled);

      g_byte_array_set_size (bytes, filled + step);
      got = read (fd, bytes->data + filled, step);
      g_byte_array_set_size (bytes, filled + MAX (got, 0));
    }
  while ((got > 0 && bytes->len <= max) || (got < 0 && errno == EINTR));

  return got < 0 ? NULL : g_steal_pointer (&bytes);
}

/**
 * kith_posix_read:
 * @path: a file
 * @max: the most bytes that are taken
 *
 * Reads a whole regular file. A pipe, device or folder is refused without waiting for it.
 *
 * Returns: (transfer full) (nullable): its bytes
 */
GBytes *
kith_posix_read (const char *path, gsize max, GError **error)
{
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  g_autoptr (GByteArray) bytes = NULL;
  g_autofree char *shown = g_filename_display_name (path);
  struct stat info;

  if (fd < 0 || fstat (fd, &info) != 0)
    {
      set_read_error (error, path, errno);
      kith_posix_close (fd);
      return NULL;
    }
  if (!refuse_unless_regular (path, &info, error))
    {
      kith_posix_close (fd);
      return NULL;
    }
  if ((guint64) info.st_size <= max)
    bytes = read_all (fd, max, info.st_size);
  if ((guint64) info.st_size <= max && bytes == NULL)
    set_read_error (error, path, errno);
  else if (bytes == NULL || bytes->len > max)
    g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_TOO_BIG,
                 _ ("“%s” is larger than %u MB, which no map is. Choose another file."), shown,
                 (guint) (max >> 20));
  kith_posix_close (fd);
  if (bytes == NULL || bytes->len > max)
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

void
kith_target_free (KithTarget *target)
{
  if (target == NULL)
    return;
  g_free (target->path);
  g_free (target->folder);
  g_free (target->name);
  g_free (target);
}

/* A name that is not there yet: its folder is resolved, its last part stays. */
static char *
resolve_new (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *resolved = NULL;
  struct stat info;
  char *real;

  if (lstat (path, &info) == 0)
    {
      g_autofree char *shown = g_filename_display_name (path);
      g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_NOT_A_FILE,
                   _ ("“%s” is a link to something that is not there. Delete the link, or choose "
                      "another name."),
                   shown);
      return NULL;
    }
  real = realpath (folder, NULL);
  if (real == NULL)
    {
      set_write_error (error, path, errno);
      return NULL;
    }
  resolved = g_build_filename (real, name, NULL);
  free (real);
  return g_steal_pointer (&resolved);
}

static char *
resolve (const char *path, GError **error)
{
  char *real = realpath (path, NULL);
  char *copy;

  if (real == NULL && errno == ENOENT)
    return resolve_new (path, error);
  if (real == NULL)
    {
      set_read_error (error, path, errno);
      return NULL;
    }
  copy = g_strdup (real);
  free (real);
  return copy;
}

/**
 * kith_posix_target:
 * @path: where something is or shall be
 *
 * Resolves symbolic links, so that writing replaces the file and not the link to it. A file with
 * several names (hard links) is replaced under this name only: the others keep what they had.
 *
 * Returns: (transfer full) (nullable): where it is; a folder, pipe, device or dangling link is
 *   refused
 */
KithTarget *
kith_posix_target (const char *path, GError **error)
{
  g_autoptr (KithTarget) target = g_new0 (KithTarget, 1);
  struct stat info;

  target->path = resolve (path, error);
  if (target->path == NULL)
    return NULL;
  target->folder = g_path_get_dirname (target->path);
  target->name = g_path_get_basename (target->path);
  if (stat (target->folder, &info) != 0)
    {
      set_write_error (error, path, errno);
      return NULL;
    }
  target->folder_device = info.st_dev;
  target->folder_inode = info.st_ino;
  target->writable = access (target->folder, W_OK | X_OK) == 0;
  if (stat (target->path, &info) != 0)
    return g_steal_pointer (&target);

  if (!refuse_unless_regular (path, &info, error))
    return NULL;
  target->exists = TRUE;
  target->writable = target->writable && access (target->path, W_OK) == 0;
  target->mode = info.st_mode & 07777;
  target->modified = info.st_mtime;
  return g_steal_pointer (&target);
}

static gboolean
write_all (int fd, const guint8 *data, gsize size)
{
  while (size > 0)
    {
      gssize put = write (fd, data, size);

      if (put < 0 && errno == EINTR)
        continue;
      if (put <= 0)
        return FALSE;
      data += put;
      size -= put;
    }
  return TRUE;
}

/* A new name in the folder, open for writing. An existing target's mode is kept; a new file gets
 * what the umask leaves of rw for all, as any other program would give it. */
static int
open_temporary (const KithTarget *target, char **path)
{
  for (int attempt = 0; attempt < 100; attempt++)
    {
      g_autofree char *name = g_strdup_printf (TEMPORARY_PREFIX "%08x" TEMPORARY_SUFFIX,
                                               g_random_int ());
      g_autofree char *candidate = g_build_filename (target->folder, name, NULL);
      int fd = open (candidate, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                     target->exists ? 0600 : 0666);

      if (fd < 0 && errno == EEXIST)
        continue;
      if (fd >= 0)
        *path = g_steal_pointer (&candidate);
      return fd;
    }
  return -1;
}

/* The path (transfer full, of a name in ASCII) of an empty file beside the target; `lock` as that of
 * kith_posix_write_temporary(). */
char *
kith_posix_reserve_temporary (const KithTarget *target, int *lock, GError **error)
{
  char *path = NULL;

  kith_posix_clean_temporaries (target->folder);
  *lock = open_temporary (target, &path);
  if (*lock < 0)
    {
      set_write_error (error, target->path, errno);
      return NULL;
    }
  if (flock (*lock, LOCK_EX | LOCK_NB) != 0)
    g_debug ("no lock on %s: %s", path, g_strerror (errno));
  return path;
}

static gboolean
write_and_sync (int fd, const KithTarget *target, GBytes *bytes)
{
  gsize size = g_bytes_get_size (bytes);

  if (target->exists && fchmod (fd, target->mode) != 0)
    return FALSE;
  return write_all (fd, g_bytes_get_data (bytes, NULL), size) && fsync (fd) == 0;
}

/* What was written has to come back from the file as it went in. */
static gboolean
reads_back (int fd, GBytes *bytes)
{
  g_autoptr (GByteArray) seen = NULL;
  gsize size = g_bytes_get_size (bytes);

  if (lseek (fd, 0, SEEK_SET) != 0)
    return FALSE;
  seen = read_all (fd, size, size);
  errno = EIO;
  return seen != NULL && seen->len == size
         && (size == 0 || memcmp (seen->data, g_bytes_get_data (bytes, NULL), size) == 0);
}

/**
 * kith_posix_write_temporary:
 * @target: where the bytes shall be in the end
 * @bytes: what to write
 * @lock: (out): keeps others from cleaning the file up; give it to kith_posix_close() when it is
 *   in its place or deleted
 *
 * Writes a temporary file beside the target, synchronises it and reads it back. After a failure
 * nothing is left behind.
 *
 * Returns: (transfer full) (nullable): its path
 */
char *
kith_posix_write_temporary (const KithTarget *target, GBytes *bytes, int *lock, GError **error)
{
  g_autofree char *path = kith_posix_reserve_temporary (target, lock, error);
  int fd = *lock;

  *lock = -1;
  if (path == NULL)
    return NULL;
  errno = EIO;
  if (write_and_sync (fd, target, bytes) && reads_back (fd, bytes))
    {
      *lock = fd;
      return g_steal_pointer (&path);
    }
  set_write_error (error, target->path, errno);
  unlink (path);
  kith_posix_close (fd);
  return NULL;
}

/**
 * kith_posix_finish_temporary:
 * @lock: of a reserved file into which another program has written by its path
 * @target: where it shall be
 *
 * Returns: whether it is durable, and may be put in its place
 */
gboolean
kith_posix_finish_temporary (int lock, const KithTarget *target, GError **error)
{
  struct stat info;

  errno = EIO;
  if ((!target->exists || fchmod (lock, target->mode) == 0) && fsync (lock) == 0
      && fstat (lock, &info) == 0 && info.st_nlink > 0 && info.st_size > 0)
    return TRUE;
  set_write_error (error, target->path, errno != 0 ? errno : EIO);
  return FALSE;
}

/* Some file systems cannot synchronise a folder and say so; then the rename is all there is. */
static gboolean
sync_folder (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean ok;

  if (fd < 0)
    return errno == EACCES;
  ok = fsync (fd) == 0 || errno == EINVAL || errno == ENOTSUP || errno == EBADF;
  kith_posix_close (fd);
  return ok;
}

/**
 * kith_posix_put_in_place:
 *
 * Renames the temporary file over the target and makes that durable. If the rename fails, the
 * temporary file is deleted; if only the folder cannot be synchronised, the new file is in place
 * and the error says so, so that it is tried again.
 */
gboolean
kith_posix_put_in_place (const char *temporary, const KithTarget *target, GError **error)
{
  if (rename (temporary, target->path) != 0)
    {
      set_write_error (error, target->path, errno);
      unlink (temporary);
      return FALSE;
    }
  if (!sync_folder (target->folder))
    {
      set_write_error (error, target->path, errno);
      return FALSE;
    }
  return TRUE;
}

static gboolean
is_stale (const char *path)
{
  int fd = open (path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  struct stat info;
  gboolean stale;

  if (fd < 0)
    return FALSE;
  if (fstat (fd, &info) != 0 || !S_ISREG (info.st_mode))
    stale = FALSE;
  else if (flock (fd, LOCK_EX | LOCK_NB) == 0)
    stale = TRUE;
  else
    stale = errno != EWOULDBLOCK
            && info.st_mtime + STALE_SECONDS < g_get_real_time () / G_USEC_PER_SEC;
  kith_posix_close (fd);
  return stale;
}

/**
 * kith_posix_clean_temporaries:
 * @folder: where maps are saved
 *
 * Deletes the temporary files that a crash left there; those of a running save are locked and
 * stay.
 */
void
kith_posix_clean_temporaries (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = NULL;

      if (strlen (name) != TEMPORARY_LENGTH || !g_str_has_prefix (name, TEMPORARY_PREFIX)
          || !g_str_has_suffix (name, TEMPORARY_SUFFIX))
        continue;
      path = g_build_filename (folder, name, NULL);
      if (is_stale (path))
        unlink (path);
    }
}

gboolean
kith_posix_make_private_folder (const char *path, GError **error)
{
  if (g_mkdir_with_parents (path, 0700) == 0)
    return TRUE;
  set_write_error (error, path, errno);
  return FALSE;
}

/* Deletes a folder with the files in it; a folder inside stays and makes it fail. */
gboolean
kith_posix_remove_folder (const char *path, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      unlink (inside);
    }
  if (rmdir (path) == 0 || errno == ENOENT)
    return TRUE;
  set_write_error (error, path, errno);
  return FALSE;
}

gboolean
kith_posix_rename (const char *from, const char *to, GError **error)
{
  if (rename (from, to) == 0)
    return TRUE;
  set_write_error (error, to, errno);
  return FALSE;
}

gboolean
kith_posix_unlink (const char *path, GError **error)
{
  if (unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  set_write_error (error, path, errno);
  return FALSE;
}

/* Is the locked file still the one that the path names? Its last holder may have deleted it. */
static gboolean
is_current (int fd, const char *path)
{
  struct stat held;
  struct stat named;

  return fstat (fd, &held) == 0 && stat (path, &named) == 0 && held.st_dev == named.st_dev
         && held.st_ino == named.st_ino;
}

/**
 * kith_posix_lock:
 * @path: a private file, made if need be
 *
 * Returns: a lock for kith_posix_unlock(), or -1 with %KITH_STORE_ERROR_IN_USE when a process
 *   holds it
 */
int
kith_posix_lock (const char *path, GError **error)
{
  for (;;)
    {
      int fd = open (path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);

      if (fd < 0)
        {
          set_write_error (error, path, errno);
          return -1;
        }
      if (flock (fd, LOCK_EX | LOCK_NB) != 0)
        {
          int saved = errno;

          kith_posix_close (fd);
          if (saved == EINTR)
            continue;
          if (saved != EWOULDBLOCK)
            {
              set_write_error (error, path, saved);
              return -1;
            }
          g_set_error_literal (error, KITH_STORE_ERROR, KITH_STORE_ERROR_IN_USE,
                               _ ("Another window of Kith has it open."));
          return -1;
        }
      if (is_current (fd, path))
        return fd;
      kith_posix_close (fd);
    }
}
