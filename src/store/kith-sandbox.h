/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A database from bytes that nobody vouches for, opened so that it can only be read: no writing,
 * no views, triggers or functions, a limit on steps and on lengths. Knows no records. */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct
{
  sqlite3 *db;
  GBytes *bytes; /* what the connection reads */
  gint64 looks;  /* how often SQLite may still ask whether to go on */
} KithSandbox;

KithSandbox *kith_sandbox_open (GBytes *bytes, GError **error);
void kith_sandbox_close (KithSandbox *self);

/* Does the database have the tables of that version, letter for letter, and nothing else? */
gboolean kith_sandbox_has_schema (KithSandbox *self, gint64 version);

/* The first complaint of SQLite about its pages, rows or references, or NULL; free it. */
char *kith_sandbox_complaint (KithSandbox *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithSandbox, kith_sandbox_close)

G_END_DECLS
