/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Listings: records of one kind as rows of a table, and what each column says, takes and sorts by.
 * Knows maps and audiences, no widgets.
 *
 * What is listed comes from the audience's map; an edit is made from the whole one, and only of
 * what that audience sees as it is stored. */
#pragma once

#include "kith-map.h"
#include "kith-view.h"

G_BEGIN_DECLS

typedef enum
{
  KITH_LISTING_STAKEHOLDERS,
  KITH_LISTING_LINKS,
  KITH_LISTING_EVENTS,
  KITH_LISTING_SPACES,
  KITH_N_LISTINGS,
} KithListing;

/* How a cell is filled in. */
typedef enum
{
  KITH_CELL_FIXED,  /* follows from other records */
  KITH_CELL_TEXT,   /* one line */
  KITH_CELL_NOTE,   /* several lines */
  KITH_CELL_CHOICE, /* one of kith_list_choices() */
  KITH_CELL_DATE,
  KITH_CELL_SWITCH, /* yes or no */
  KITH_CELL_SCORE,  /* a rating: 0 to 5 */
  KITH_CELL_NUMBER, /* 1 to 5, or nothing */
} KithCellKind;

/* Where what a cell says comes from. */
typedef enum
{
  KITH_FROM_FIELD,
  KITH_FROM_SECTOR,
  KITH_FROM_END,     /* a stakeholder at an end of a link */
  KITH_FROM_OPINION, /* what an end of a link makes of the other */
  KITH_FROM_OWNER,   /* what an event belongs to */
  KITH_FROM_LINKS,   /* how many links a stakeholder has */
  KITH_FROM_SPACES,  /* the shared spaces of a stakeholder */
  KITH_FROM_EVENTS,  /* how many events a link has */
  KITH_FROM_FURTHER, /* one of the further fields that people have made */
  /* what follows from what is said and agreed: kith-listing-understood.c */
  KITH_FROM_SIGNS,     /* how many warning signs of a stakeholder nobody has acknowledged */
  KITH_FROM_PULSE,     /* the mean of its latest pulse check */
  KITH_FROM_CHANGES,   /* how many changes it carries on the column's day */
  KITH_FROM_VIEW,      /* how it sees the purpose of the map */
  KITH_FROM_STEP,      /* the next step of a repair */
  KITH_FROM_MEETING,   /* the shared spaces that both ends of a link are in */
  KITH_FROM_AGREEMENT, /* on how many questions both ends take the same position */
  KITH_FROM_MEMBERS,   /* of a shared space */
  KITH_FROM_HOSTS,
} KithCellSource;

typedef struct
{
  KithListing listing;
  char *key;   /* stable: how a session remembers it */
  char *title; /* in the user's language */
  KithCellKind cell;
  KithCellSource source;
  const KithField *field; /* NULL where it is not one field */
  char *name;             /* of a further field */
  KithEnd end;
  KithDimension dimension;
  gboolean at_first; /* shown unless somebody hides it */
  int width;         /* pixels at first */
  KithAudience audience;
  gint32 day; /* on which what is carried and agreed is counted: a Julian day */
} KithListColumn;

/* What a window looks at: two maps of one document. */
typedef struct
{
  KithMap *shown; /* made for the audience */
  KithMap *whole; /* for making edits only */
  KithAudience audience;
} KithListLook;

KithKind kith_listing_kind (KithListing listing);
extern const KithEnum kith_listings;

/* Those that the audience may see, with the further fields that its map holds; elements
 * KithListColumn *, free with g_ptr_array_unref. */
GPtrArray *kith_list_columns (KithListing listing, KithMap *map, KithAudience audience);

/* They count on that day from now on; until then on today. 0: today. */
void kith_list_columns_set_day (GPtrArray *columns, gint32 day);

/* What a row is called: "Police", "Police – Emergency Department", "Winter plan". */
char *kith_list_row_title (KithMap *map, gconstpointer record);
/* What a cell shows: one line. */
char *kith_list_cell_text (const KithListColumn *column, KithMap *map, gconstpointer record);
/* The same as it is edited, copied and filled down: kith_list_set() understands it. */
char *kith_list_cell_raw (const KithListColumn *column, KithMap *map, gconstpointer record);
/* What a screen reader says: "Police, Level: Place". */
char *kith_list_cell_name (const KithListColumn *column, KithMap *map, gconstpointer record);
/* "Northmoor Police – Crisis Café" */
char *kith_list_link_title (KithMap *map, const KithLink *link);

/* Ids in the order of a column: dates by their span, choices by their order, names as people sort
 * them ("Ward 2" before "Ward 10"); what is empty comes last either way. NULL: by name or date. */
void kith_list_sort (const KithListColumn *column, KithMap *map, GArray *ids, gboolean descending);
/* Do the cells hold every word? */
gboolean kith_list_matches (GPtrArray *columns,
                            KithMap *map,
                            gconstpointer record,
                            gpointer words); /* KithWords */

/* What a cell may be: `raw` is what kith_list_set() takes. */
typedef struct
{
  char *raw;
  char *label;
} KithListChoice;

void kith_list_choice_free (KithListChoice *choice);
/* Those that hold all the words, at most `max`; elements KithListChoice *. */
GPtrArray *kith_list_choices (const KithListColumn *column,
                              KithMap *map,
                              const char *words,
                              guint max);
GPtrArray *kith_list_stakeholder_choices (KithMap *map, const char *words, guint max);
KithId kith_list_choice_id (const char *raw); /* the record that it stands for, or 0 */

/* Whether this audience may change the cell: what it sees must be what is stored. */
gboolean kith_list_can_set (const KithListColumn *column, const KithListLook *look, KithId id);

/* One value for one cell. */
typedef struct
{
  const KithListColumn *column;
  KithId id;
  const char *text; /* as somebody typed it, or kith_list_cell_raw() */
  guint row;        /* for messages, from 1; 0: the message names no row */
} KithListCell;

/* All of them as one edit, or none: `error` says which row and what to do. */
KithEdit *kith_list_set (const KithListLook *look,
                         const KithListCell *cells,
                         guint n,
                         const KithDate *today,
                         const char *label,
                         GError **error);

/* Rows of a clipboard: elements GStrv; blanks are kept. */
GPtrArray *kith_tsv_read (const char *text);
/* Headings and rows, as spreadsheets take them. */
char *kith_tsv_write (GPtrArray *columns, KithMap *map, const KithId *ids, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithListChoice, kith_list_choice_free)

G_END_DECLS
