/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of text as spreadsheets write them: a tolerant reader and a strict writer of CSV. Knows
 * nothing of maps or of what the columns mean. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define KITH_CSV_MAX_BYTES (64 * 1024 * 1024)
#define KITH_CSV_MAX_COLUMNS 1024
#define KITH_CSV_MAX_CELLS 2000000

typedef enum
{
  KITH_CSV_UTF8,
  KITH_CSV_UTF16_LE,
  KITH_CSV_UTF16_BE,
  KITH_CSV_WINDOWS_1252,
} KithCsvEncoding;

/* Something that was odd in a row, and what was made of it; a whole sentence. */
typedef struct
{
  guint row; /* as a spreadsheet numbers it, from 1; 0 for the whole file */
  char *message;
} KithCsvProblem;

/* Invariant: every row has at least one cell that is not blank; blank rows are numbered, not kept. */
typedef struct
{
  char *name; /* the file's name, for messages */
  KithCsvEncoding encoding;
  gboolean encoding_unsure; /* not Unicode: read as Windows-1252, and a person should be asked */
  char separator;           /* ',' ';' '\t', or 0 where the rows have one cell */
  GPtrArray *problems;      /* of KithCsvProblem */

  GString *text;   /* all cells, NUL-terminated one after the other */
  GArray *cells;   /* of guint32: where each begins in `text` */
  GArray *rows;    /* of KithCsvRow */
  guint n_columns; /* of the widest row */
} KithCsvTable;

KithCsvTable *kith_csv_read (GBytes *bytes, const char *name, GError **error);
void kith_csv_table_free (KithCsvTable *table);
guint kith_csv_n_rows (const KithCsvTable *table);
guint kith_csv_row_number (const KithCsvTable *table, guint row);
guint kith_csv_row_width (const KithCsvTable *table, guint row);
const char *kith_csv_cell (const KithCsvTable *table, guint row, guint column);

/* The same bytes as UTF-8 text without a byte-order mark. */
char *kith_csv_decode (GBytes *bytes,
                       gsize *length,
                       KithCsvEncoding *encoding,
                       gboolean *unsure,
                       GError **error);

void kith_csv_write_text (GString *out, gboolean first, const char *text);
void kith_csv_write_number (GString *out, gboolean first, double number);
void kith_csv_write_end (GString *out);
const char *kith_csv_unguard (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithCsvTable, kith_csv_table_free)

G_END_DECLS
