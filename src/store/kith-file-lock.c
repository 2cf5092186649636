/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-file-lock.h"

struct _KithFileLock
{
  int fd;
  char *path;
};

static char *
path_for (const KithTarget *target, const char *folder)
{
  g_autofree char *identity = g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT ":%s",
                                               target->folder_device, target->folder_inode,
                                               target->name);
  g_autofree char *name = g_compute_checksum_for_string (G_CHECKSUM_SHA256, identity, -1);

  return g_build_filename (folder, name, NULL);
}

/**
 * kith_file_lock_take:
 * @target: a document
 *
 * Returns: (transfer full) (nullable): the lock, which ends with the process at the latest
 */
KithFileLock *
kith_file_lock_take (const KithTarget *target, GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "kith", "locks", NULL);
  g_autofree char *path = path_for (target, folder);
  KithFileLock *lock;
  int fd;

  if (!kith_posix_make_private_folder (folder, error))
    return NULL;
  fd = kith_posix_lock (path, error);
  if (fd < 0)
    return NULL;
  lock = g_new0 (KithFileLock, 1);
  lock->fd = fd;
  lock->path = g_steal_pointer (&path);
  return lock;
}

void
kith_file_lock_release (KithFileLock *lock)
{
  if (lock == NULL)
    return;
  kith_posix_unlock (lock->fd, lock->path);
  g_free (lock->path);
  g_free (lock);
}
