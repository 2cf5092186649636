/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stakeholders and links out of tables that other people and programs made: what was understood,
 * row by row what was not, and one edit. Knows no files and no dialog. */
#pragma once

#include "kith-csv.h"
#include "kith-edit.h"
#include "kith-map.h"

G_BEGIN_DECLS

typedef enum
{
  KITH_NOTE_INFO,    /* read as it should be, and something is worth knowing */
  KITH_NOTE_CHANGED, /* read, but not quite as it stands there */
  KITH_NOTE_LOST,    /* left out */
} KithNoteSeverity;

/* One remark; `message` is a whole sentence. */
typedef struct
{
  char *table;  /* name of the file */
  guint row;    /* as a spreadsheet numbers it; 0 for the whole table */
  char *column; /* heading, or NULL for the whole row */
  char *message;
  KithNoteSeverity severity;
} KithImportNote;

typedef struct _KithImport KithImport;

KithImport *kith_import_new (KithMap *map, KithCsvTable *const *tables, guint n, GError **error);
void kith_import_free (KithImport *import);

typedef struct
{
  guint stakeholders;     /* on the tables, each name once */
  guint new_stakeholders; /* of these, not on the map yet */
  guint links;
  guint new_links;
  guint ratings; /* ends of links with a rating */
  guint others;  /* records from tables that Kith wrote of one kind each, without ratings */
  guint guessed; /* sectors guessed from names */
  guint remarks; /* of which only the first some thousand are kept */
  guint lost;    /* remarks that something was left out */
  gboolean has_positions;
  gboolean ask_encoding; /* a table was not Unicode; ask whether its letters look right */
} KithImportCounts;

const KithImportCounts *kith_import_counts (const KithImport *import);
guint kith_import_n_notes (const KithImport *import);
const KithImportNote *kith_import_note (const KithImport *import, guint i);
char *kith_import_note_to_words (const KithImportNote *note);
char *kith_import_summary (const KithImport *import);
KithEdit *kith_import_to_edit (KithImport *import, KithMap *map, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithImport, kith_import_free)

G_END_DECLS
