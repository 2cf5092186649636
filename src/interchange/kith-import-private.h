/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import while it is being made: who and what the tables speak of, each once. */
#pragma once

#include "kith-csv-columns.h"
#include "kith-csv-import.h"

G_BEGIN_DECLS

/* A stakeholder that the tables speak of. */
typedef struct
{
  KithStakeholder *record; /* owned; not on any map */
  guint64 set;             /* which fields a table said, by place in the field table */
  GString *more;           /* lines for the description: what has no field of its own */
  char *id;                /* as the table names it, or NULL */
  guint row;               /* where it was first met */
  KithId on_map;           /* what it became in the edit that was made last */
} KithImportWho;

/* A link that the tables speak of; its ends are places among the stakeholders. */
typedef struct
{
  KithLink *record;
  guint64 set;
  GString *more; /* lines for the note */
  guint a;
  guint b;
  char *id;                   /* as the table names it, or NULL */
  KithAssessment *ratings[2]; /* by end, or NULL */
  guint row;
  KithId on_map;
} KithImportTie;

/* Any other record, from a table that Kith wrote. */
typedef struct
{
  KithRecord *record; /* owned; what it refers to is not set */
  guint64 set;
  GArray *refs; /* kith-import-records.c */
  char *id;     /* as the table names it */
  KithId on_map;
} KithImportOther;

/* Ids from here on may be kept: below are those of sectors and of the map itself. */
#define KITH_LEAST_OWN_ID 1000

struct _KithImport
{
  GPtrArray *who;           /* of KithImportWho */
  GHashTable *who_by_key;   /* owned key of a name or short name → place + 1 */
  GHashTable *who_by_id;    /* owned id of a table → place + 1 */
  GPtrArray *ties;          /* of KithImportTie */
  GHashTable *tie_by_key;   /* owned id, or ends and kind → place + 1 */
  GHashTable *tie_by_id;    /* id of a table, borrowed → KithImportTie */
  GPtrArray *others;        /* of KithImportOther, by kind; any: the tables are Kith's own */
  GHashTable *other_by_key; /* owned kind and id → KithImportOther */
  gboolean has_ratings;     /* a table holds each of them, so what links sum up is not read */
  GHashTable *sectors;      /* owned cell → owned id */
  GArray *notes;            /* of KithImportNote */
  KithImportCounts counts;
  KithMap *map;       /* whose own sectors and stakeholders count; a snapshot */
  GHashTable *on_map; /* owned key → KithStakeholder of the map, borrowed */
  gboolean has_list;  /* a table lists the stakeholders, so one that is not there is worth a note */
  guint made;         /* stakeholders made from links */
  gboolean is_quick;  /* typed: what is not on `map` is not recognised on the map of the edit, and
                       * a link of no kind is any that is there */
  KithBasis basis;    /* of ratings that say none */
  KithDate today;
};

/* One table of an import. */
typedef struct
{
  KithImport *import;
  const KithCsvTable *table;
  KithTableKind kind;
  GArray *columns; /* of KithColumn */
  guint first_row; /* 0 where there is no row of headings */
} KithSheet;

KithImport *kith_import_begin (KithMap *map);
gboolean kith_import_read_tables (KithImport *import,
                                  KithCsvTable *const *tables,
                                  guint n,
                                  GError **error);
void kith_import_count (KithImport *import);

/* Takes the message. `column` may be NULL; so many notes at most are kept. */
void kith_import_add_note (KithImport *import,
                           const KithCsvTable *table,
                           guint row,
                           const char *column,
                           KithNoteSeverity severity,
                           char *message);
void kith_import_read_stakeholders (const KithSheet *sheet);
void kith_import_read_links (const KithSheet *sheet);
void kith_import_read_records (KithImport *import, const KithCsvTable *table, KithKind kind);
void kith_import_put_records (KithImport *import, KithMap *map, KithEdit *edit, GHashTable *used);
void kith_import_other_free (gpointer other);
/* Kith's own ids are numbers; 0 for any other. */
KithId kith_import_id (const char *text);
/* That id if nobody has it, else a new one; it is `used` then. */
KithId kith_import_free_id (KithMap *map, GHashTable *used, KithId id);

/* The cell of a row without our guard and blanks; free it. */
char *kith_sheet_cell (const KithSheet *sheet, guint row, guint column);
/* The first column of that role, or -1. */
int kith_sheet_find (const KithSheet *sheet, KithColumnRole role);
/* Reads a cell into a field of a record; what is not understood goes to `more`, with a note. */
gboolean kith_sheet_read_field (const KithSheet *sheet,
                                guint row,
                                const KithColumn *column,
                                const char *cell,
                                gpointer record,
                                guint64 *set,
                                GString *more);
/* The same for tags, "|" or commas between, and for a column of which Kith has no field: what is
 * there already stays. */
void kith_sheet_read_tags (const char *cell, gpointer record, guint64 *set);
void kith_sheet_read_further (const KithColumn *column,
                              const char *cell,
                              gpointer record,
                              guint64 *set,
                              GString *more);
/* Lays the fields that were said (a bit each, by place in the table) over what a record holds; tags
 * and further fields come to those that are there. */
void kith_import_lay_over (gpointer to, gconstpointer from, guint64 set);
void kith_sheet_keep (const KithColumn *column, const char *cell, GString *more);

/* A sentence with the cell, shortened, in the place of its "%s". */
char *kith_sheet_quote (const char *sentence, const char *cell);

/* 0 for none; each text is looked up once. */
KithId kith_import_sector (KithImport *import, const char *text);
/* Known by nobody yet; `a` and `b` are places among the stakeholders. */
KithImportTie *kith_import_add_tie (KithImport *import, guint a, guint b, guint row);

/* The place of a stakeholder by an id or a name; made if `make`. G_MAXUINT for none. */
guint kith_import_who (KithImport *import, const char *name, gboolean *made);
guint kith_import_who_with_id (KithImport *import, const char *id);
KithImportWho *kith_import_add_who (KithImport *import, const char *name);
void kith_import_name_who (KithImport *import, const char *name, guint place);

/* The lines of both, each once. */
char *kith_join_lines (const char *text, const char *more, glong max);

G_END_DECLS
