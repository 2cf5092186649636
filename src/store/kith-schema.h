/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of a map: what the field tables generate, and what each version froze. */
#pragma once

#include <sqlite3.h>

#include "kith-record.h"

G_BEGIN_DECLS

#define KITH_APPLICATION_ID 0x4B495448 /* "KITH" */
#define KITH_SCHEMA_VERSION 6

/* SQL for all tables of a map from today's field tables; free it. */
char *kith_schema_generate (void);
/* The frozen SQL of a version from 1 to KITH_SCHEMA_VERSION, or NULL. */
const char *kith_schema_frozen (gint64 version);

/* Statements of a kind: every column in the order id, fields, changed, copy; free them. */
char *kith_schema_insert (KithKind kind);
char *kith_schema_update (KithKind kind);
char *kith_schema_delete (KithKind kind);
/* From a database of any version: what it has no column for is read as nothing. NULL where it has
 * no such table. */
char *kith_schema_select (sqlite3 *db, KithKind kind, const char *rest);

/* Indexes on references, for the working copy only: a deleted stakeholder finds its links. */
char *kith_schema_indexes (void);

G_END_DECLS
