/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who has a document open: a lock on a private file that stands for it, so that it works where the
 * document's own file system has no locks. Knows targets, not documents.
 *
 * The lock is on the folder's identity and the name: a file's own identity changes at each save. */
#pragma once

#include "kith-posix.h"

G_BEGIN_DECLS

typedef struct _KithFileLock KithFileLock;

/* NULL with KITH_STORE_ERROR_IN_USE when another document or process has it; NULL with another
 * error when there can be no locks here. */
KithFileLock *kith_file_lock_take (const KithTarget *target, GError **error);
void kith_file_lock_release (KithFileLock *lock);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithFileLock, kith_file_lock_release)

G_END_DECLS
