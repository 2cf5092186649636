/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What only POSIX has: whole files read and written with fsync, rename, flock, folders made
 * durable. The one file to rewrite for another system. Knows bytes and paths, not maps.
 *
 * Paths are in the file name encoding (any bytes but NUL). Errors are KITH_STORE_ERROR. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where a path leads, and whether something can be put there. */
typedef struct
{
  char *path;   /* with every symbolic link resolved */
  char *folder; /* of `path` */
  char *name;   /* last part of `path` */
  gboolean exists;
  gboolean writable; /* the folder takes new files and the file itself may be written */
  guint64 folder_device;
  guint64 folder_inode;
  guint mode;      /* permission bits of an existing file */
  gint64 modified; /* seconds since 1970, of an existing file */
} KithTarget;

KithTarget *kith_posix_target (const char *path, GError **error);
void kith_target_free (KithTarget *target);

GBytes *kith_posix_read (const char *path, gsize max, GError **error);
gboolean kith_posix_make_private_folder (const char *path, GError **error);
gboolean kith_posix_remove_folder (const char *path, GError **error);
gboolean kith_posix_rename (const char *from, const char *to, GError **error);
gboolean kith_posix_unlink (const char *path, GError **error);

/* A temporary file in the target's folder, written and synchronised, not yet in its place. */
char *kith_posix_write_temporary (const KithTarget *target,
                                  GBytes *bytes,
                                  int *lock,
                                  GError **error);
/* The same for another program to write into: empty at first, then synchronised when that is done. */
char *kith_posix_reserve_temporary (const KithTarget *target, int *lock, GError **error);
gboolean kith_posix_finish_temporary (int lock, const KithTarget *target, GError **error);
gboolean kith_posix_put_in_place (const char *temporary, const KithTarget *target, GError **error);
void kith_posix_clean_temporaries (const char *folder);

/* In this thread, writing to a program that has ended is an error like any other. */
void kith_posix_expect_broken_pipes (void);

/* An advisory lock that ends with the process; -1 with IN_USE when somebody else holds it. */
int kith_posix_lock (const char *path, GError **error);
void kith_posix_unlock (int lock, const char *path);
void kith_posix_close (int fd);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithTarget, kith_target_free)

G_END_DECLS
