/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A filter: what of a map somebody wants to look at. A value of the view; knows maps, not how what
 * is filtered out is shown.
 *
 * What passes:
 *
 *  1. The values of one criterion are alternatives ("Housing or Police"); the criteria must all be
 *     met ("Housing or Police, and at the level of place").
 *  2. A stakeholder meets the criteria that are about stakeholders by itself: sector, level, kind,
 *     form, place in the story, and having existed at a time. Who has no date is taken to have
 *     existed always.
 *  3. A link passes when both its ends meet those, it meets the criteria that are about links (kind
 *     of link, trust, having existed at a time), and for each of tag, text and happened it holds
 *     what is asked itself or both its ends do. Trust is met when what either end makes of the
 *     other (the median) lies in the range, or, where asked, when either end's is not known.
 *  4. A stakeholder passes when it meets 2 and has a link that passes; or when no criterion is
 *     about links alone and it holds itself what tag, text and happened ask. So with a range of
 *     trust those without a link in it are filtered out, and the ends of a link that passes pass.
 *  5. With a focus, only those pass that can be reached from the stakeholders in focus in so many
 *     steps over links that pass, and the links between those. Those in focus pass always.
 *  6. What is kept (made or changed while the filter stood) passes, a link with both its ends.
 *  7. A shared space passes when one of its members does, or it has none.
 *
 * A filter is changed only by whoever made it, before it is handed to a view; then it is shared by
 * counting. No filter (NULL) is one that everything passes. */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

typedef enum
{
  KITH_BY_SECTOR,
  KITH_BY_LEVEL,
  KITH_BY_KIND,
  KITH_BY_FORM,
  KITH_BY_STORY,
  KITH_BY_LINK,
  KITH_BY_TRUST,
  KITH_BY_TAG,
  KITH_BY_EXISTED,
  KITH_BY_HAPPENED,
  KITH_BY_TEXT,
  KITH_N_CRITERIA,
} KithCriterion;

#define KITH_MOST_STEPS 3

typedef struct _KithFilter KithFilter;

KithFilter *kith_filter_new (void);
KithFilter *kith_filter_copy (const KithFilter *filter); /* a new one to change; NULL: a new one */
KithFilter *kith_filter_ref (KithFilter *filter);
void kith_filter_unref (KithFilter *filter);
gboolean kith_filter_equal (const KithFilter *a, const KithFilter *b);
/* Asks for nothing, so that everything passes; a focus is something. */
gboolean kith_filter_is_empty (const KithFilter *filter);

/* What it is called on the command line ("sector"), for a person ("Sector"), and the widest
 * audience that may filter by it. */
const char *kith_criterion_key (KithCriterion criterion);
const char *kith_criterion_label (KithCriterion criterion);
KithAudience kith_criterion_audience (KithCriterion criterion);
gboolean kith_criterion_from_key (const char *key, KithCriterion *criterion);
/* Whether it is one of named values (and not a range of trust, of time, or text). */
gboolean kith_criterion_is_choice (KithCriterion criterion);

/* The named values of a criterion. Keys: of an enumeration its key ("not-said" for the empty one),
 * of a sector its id in digits, of a kind or a tag the words. */
gboolean kith_filter_has (const KithFilter *filter, KithCriterion criterion, const char *key);
void kith_filter_put (KithFilter *filter,
                      KithCriterion criterion,
                      const char *key,
                      gboolean wanted);
const GPtrArray *kith_filter_keys (const KithFilter *filter, KithCriterion criterion);
void kith_filter_clear (KithFilter *filter, KithCriterion criterion);
gboolean kith_filter_asks (const KithFilter *filter, KithCriterion criterion);

/* Steps of trust, 1 to 5; 0 and 0: no range. */
void kith_filter_set_trust (KithFilter *filter, int low, int high, gboolean not_known);
void kith_filter_get_trust (const KithFilter *filter, int *low, int *high, gboolean *not_known);
/* Of KITH_BY_EXISTED or KITH_BY_HAPPENED: from the first day of one to the last of the other;
 * either may be unset: open. */
void kith_filter_set_dates (KithFilter *filter,
                            KithCriterion criterion,
                            const KithDate *from,
                            const KithDate *to);
void kith_filter_get_dates (const KithFilter *filter,
                            KithCriterion criterion,
                            KithDate *from,
                            KithDate *to);
void kith_filter_set_text (KithFilter *filter, const char *text);
const char *kith_filter_get_text (const KithFilter *filter);

/* The neighbourhood of these stakeholders; none: no focus. Steps are held to 1 … KITH_MOST_STEPS. */
void kith_filter_set_focus (KithFilter *filter, const KithId *ids, guint n, guint steps);
const GArray *kith_filter_get_focus (const KithFilter *filter); /* of KithId */
guint kith_filter_get_steps (const KithFilter *filter);         /* 0: no focus */
/* Whether what does not pass is hidden, or faded. */
void kith_filter_set_hides (KithFilter *filter, gboolean hides);
gboolean kith_filter_hides (const KithFilter *filter);
/* Lets a stakeholder, link or space pass until the filter is asked for anew. */
void kith_filter_keep (KithFilter *filter, KithId id);
void kith_filter_drop_kept (KithFilter *filter);

/* The filter without what an audience may not filter by and what its map does not hold: its words
 * are shown. `drop_text`: what was typed was typed for other eyes. NULL where nothing is left. */
KithFilter *kith_filter_for_audience (KithFilter *filter,
                                      KithMap *map,
                                      KithAudience audience,
                                      gboolean drop_text);

/* --- What passes --- */

typedef struct _KithPass KithPass;

/* `map`: the one that is looked at, made for its audience. NULL for a filter that asks for
 * nothing. Linear in the map. */
KithPass *kith_filter_evaluate (const KithFilter *filter, KithMap *map);
KithPass *kith_pass_ref (KithPass *pass);
void kith_pass_unref (KithPass *pass);
/* Of a stakeholder, link or space; NULL lets everything pass. */
gboolean kith_pass_has (const KithPass *pass, KithId id);
/* How many stakeholders or links pass. */
guint kith_pass_n (const KithPass *pass, KithMap *map, KithKind kind);

/* --- In words --- */

/* "sector=Housing,Police; trust=1-2; text=crisis": the criteria only. */
char *kith_filter_to_text (const KithFilter *filter, KithMap *map);
/* The same read; what is not understood, not on the map or not for the audience is refused with
 * what would be (KITH_FILTER_ERROR). Where `forgiving`, it is left out instead: never NULL. */
KithFilter *kith_filter_from_text (KithMap *map,
                                   KithAudience audience,
                                   const char *text,
                                   gboolean forgiving,
                                   GError **error);

/* One part of a filter that can be taken away by itself. */
typedef struct
{
  gboolean is_focus;
  KithCriterion criterion;
  char *key; /* of a choice; NULL: all of the criterion */
  char *label;
} KithFilterPart;

/* What stands between it and the one before, in a line of them: " or " or " · ". */
const char *kith_filter_joint (const KithFilterPart *part, const KithFilterPart *before);
GPtrArray *kith_filter_parts (const KithFilter *filter, KithMap *map);
void kith_filter_remove (KithFilter *filter, const KithFilterPart *part);

/* What can be chosen of a criterion, with how many stakeholders or links of the map have it. */
typedef struct
{
  char *key;
  char *label;
  guint n;
} KithFilterChoice;

GPtrArray *kith_filter_choices (KithMap *map, KithCriterion criterion);
/* How many links have an end with that step of trust: 1 to 5; 0: not known. */
void kith_filter_count_trust (KithMap *map, guint counts[6]);

/* "Housing or Police · Trust 1 to 2": what is asked, in one line. */
char *kith_filter_to_words (const KithFilter *filter, KithMap *map);
/* "Showing 14 of 25 stakeholders, 20 of 45 links" */
char *kith_pass_to_words (const KithPass *pass, KithMap *map);

#define KITH_FILTER_ERROR (kith_filter_error_quark ())
GQuark kith_filter_error_quark (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithFilter, kith_filter_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithPass, kith_pass_unref)

G_END_DECLS
