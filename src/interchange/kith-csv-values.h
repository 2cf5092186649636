/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells as people fill them in, as values of fields: "Yes", "4 - Strong", "rarely", "3,5". Knows no
 * tables. */
#pragma once

#include "kith-record.h"

G_BEGIN_DECLS

gboolean kith_value_read (const KithField *field,
                          gpointer record,
                          const char *cell,
                          gboolean *shortened);

/* A name or a note as it should be kept; both are valid UTF-8 without control characters. */
char *kith_value_name (const char *cell);
char *kith_value_note (const char *cell);
/* How names are compared: without case, marks of width and odd spaces; NULL for none. */
char *kith_value_key (const char *name);
/* The first `max` characters. */
char *kith_value_shorten (const char *text, glong max, gboolean *shortened);

G_END_DECLS
