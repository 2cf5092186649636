/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can go wrong between a map and the disk, as one list of codes. Knows only words. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  KITH_STORE_ERROR_NOT_FOUND,    /* there is no such file */
  KITH_STORE_ERROR_NOT_A_FILE,   /* a folder, a pipe, a device, a link to nothing */
  KITH_STORE_ERROR_NOT_LOCAL,    /* no path on this computer */
  KITH_STORE_ERROR_UNREADABLE,   /* no permission, or the medium fails */
  KITH_STORE_ERROR_EMPTY,        /* no bytes at all */
  KITH_STORE_ERROR_TOO_BIG,      /* over KITH_FILE_MAX bytes */
  KITH_STORE_ERROR_FOREIGN,      /* not a map of Kith */
  KITH_STORE_ERROR_NEWER,        /* made by a newer Kith */
  KITH_STORE_ERROR_DAMAGED,      /* a map of Kith, but not as it was written */
  KITH_STORE_ERROR_NO_SPACE,     /* the disk or the quota is full */
  KITH_STORE_ERROR_READ_ONLY,    /* the place cannot be written */
  KITH_STORE_ERROR_WRITE_FAILED, /* the medium fails */
  KITH_STORE_ERROR_CHANGED,      /* the file is not what was loaded any more */
  KITH_STORE_ERROR_IN_USE,       /* another Kith has it open */
  KITH_STORE_ERROR_DATABASE,     /* SQLite refuses something in the working copy */
} KithStoreError;

#define KITH_STORE_ERROR (kith_store_error_quark ())
GQuark kith_store_error_quark (void);

/* Can something be read out of it with kith_file_salvage() after this error? */
gboolean kith_store_error_is_salvageable (const GError *error);

G_END_DECLS
