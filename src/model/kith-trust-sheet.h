/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trust sheet: who rates whom, a row for each who rates, a column for each who is rated. Knows
 * the map of an audience and a view, not how a sheet is drawn or edited. It starts a conversation
 * and measures nobody's worth.
 *
 *  1. A cell is what the end of the link says: the median of the voices in force. Where several
 *     links join the same two, a voice counts once on each of them.
 *  2. Who did not pass the view's filter has neither row nor column; a link that did not is told
 *     apart from none, and counts nowhere.
 *  3. The median of a row or a column is that of its cells' medians: each relationship counts once,
 *     however many voices spoke of it. Voices without a step (not known, not asked, prefer not to
 *     say) are counted apart and in no median.
 *  4. The public is shown no ratings: there is no sheet for it. */
#pragma once

#include "kith-opinion.h"
#include "kith-view.h"

G_BEGIN_DECLS

typedef enum
{
  KITH_TRUST_BY_SECTOR,
  KITH_TRUST_BY_NAME,
  KITH_TRUST_BY_LEVEL,
  KITH_TRUST_BY_MEDIAN, /* lowest first: rows by what they say, columns by what is said of them */
} KithTrustOrder;

extern const KithEnum kith_trust_orders;

/* What of the map is asked for. */
typedef struct
{
  KithDimension dimension; /* trust, respect or understanding */
  KithTrustOrder order;
  gboolean all;     /* also those without links */
  gboolean medians; /* of rows and columns are wanted: nothing here depends on it */
} KithTrustLook;

/* One end of one link. */
typedef struct
{
  KithId link;
  KithEnd end;
} KithTrustEnd;

typedef struct
{
  guint first; /* of the sheet's ends */
  guint n;     /* ends: more than one where several links join the two; 0: the filter leaves out
                * whatever joins them */
  KithOpinion opinion;
} KithTrustCell;

/* What the cells of a row or a column come to. */
typedef struct
{
  guint linked;   /* cells with a link */
  guint rated;    /* of them with a step */
  guint voices;   /* behind these */
  guint unknown;  /* voices that gave no step */
  guint silent;   /* cells of which nobody said anything */
  double median;  /* of the cells' medians, in quarters; 0 where there is none */
  gboolean guess; /* all voices are impressions */
} KithTrustSum;

/* Who has a row and a column. */
typedef struct
{
  const KithStakeholder *stakeholder;
  int sector;           /* place among the sectors, for those who sort and part */
  int colour;           /* of it, 0 to 12 */
  KithTrustSum says;    /* of others: its row */
  KithTrustSum is_said; /* of it by others: its column */
} KithTrustWho;

typedef struct _KithTrustSheet KithTrustSheet;

/* `map` goes with `view`: it was made for its audience and day, without sealed rounds. NULL for the
 * public. Cost: linear in links and ratings, and in those who have a row for sorting. */
KithTrustSheet *kith_trust_sheet_new (KithMap *map,
                                      const KithView *view,
                                      const KithTrustLook *look);
void kith_trust_sheet_free (KithTrustSheet *sheet);
const KithTrustLook *kith_trust_sheet_look (const KithTrustSheet *sheet);

/* How many rows, and as many columns. */
guint kith_trust_sheet_n (const KithTrustSheet *sheet);
const KithTrustWho *kith_trust_sheet_row (const KithTrustSheet *sheet, guint row);
const KithTrustWho *kith_trust_sheet_column (const KithTrustSheet *sheet, guint column);
gboolean kith_trust_sheet_find_row (const KithTrustSheet *sheet, KithId stakeholder, guint *row);
gboolean kith_trust_sheet_find_column (const KithTrustSheet *sheet,
                                       KithId stakeholder,
                                       guint *column);
/* NULL: nothing joins the two. */
const KithTrustCell *kith_trust_sheet_cell (const KithTrustSheet *sheet, guint row, guint column);
const KithTrustEnd *kith_trust_sheet_ends (const KithTrustSheet *sheet, const KithTrustCell *cell);
gboolean kith_trust_sheet_is_self (const KithTrustSheet *sheet, guint row, guint column);
/* The rating that was given last of those that count in a cell, or NULL. */
const KithAssessment *kith_trust_sheet_latest (const KithTrustSheet *sheet,
                                               const KithTrustCell *cell);
/* Of all cells: what stands under the sheet. */
const KithTrustSum *kith_trust_sheet_whole (const KithTrustSheet *sheet);

/* "4", "2½", "3¼" */
char *kith_trust_median_to_digit (double median);
/* "What Police make of Housing: 4 Strong · heard from 3 voices · 12 March 2019" */
char *kith_trust_sheet_cell_words (const KithTrustSheet *sheet, guint row, guint column);
/* "Police of others: median 3½ of 4 rated, 9 voices; 2 not known, 1 not rated yet" */
char *kith_trust_sheet_row_words (const KithTrustSheet *sheet, guint row);
char *kith_trust_sheet_column_words (const KithTrustSheet *sheet, guint column);
/* "12 stakeholders · heard from 31 of 60 ends · 4 voices not known" */
char *kith_trust_sheet_whole_words (const KithTrustSheet *sheet);
/* That it starts a conversation. */
const char *kith_trust_sheet_sentence (void);
/* What is rated, as a title: "Trust: who makes what of whom" */
char *kith_trust_sheet_title (const KithTrustSheet *sheet);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithTrustSheet, kith_trust_sheet_free)

G_END_DECLS
