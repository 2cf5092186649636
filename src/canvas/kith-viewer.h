/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A viewer: one window's look at a document: the view, the map made for its audience, what is
 * selected, and the way by which this window's edits go to the document. Shared by canvas,
 * inspector and header bar; knows none of them. */
#pragma once

#include "kith-document.h"
#include "kith-timeline.h"
#include "kith-view.h"

G_BEGIN_DECLS

#define KITH_TYPE_VIEWER (kith_viewer_get_type ())
G_DECLARE_FINAL_TYPE (KithViewer, kith_viewer, KITH, VIEWER, GObject)

/* Signals:
 *  "changed" (KithEdit *edit or NULL): the map that is shown differs; NULL: anything may.
 *  "view-changed": audience, palette, legend or filter differ ("changed" with NULL came before it when
 *     the audience differs).
 *  "selection-changed": selection or focused end.
 *  "message" (const char *text, gboolean is_error): for the window to show and to announce.
 *  "announcement" (const char *text): to announce only: everybody else sees it on the map.
 *  "hidden" (const char *text): what this window's own edit concerned is not shown because it has
 *     ended or is to come; a sentence that says so.
 *  "settle": what is typed beside the map is to be stored now; a handler returns TRUE where it cannot be
 *     stored, which it has said.
 *  "past-refused": what was asked for changes the map as it is now, but another date is shown. */

KithViewer *kith_viewer_new (KithDocument *document);
KithDocument *kith_viewer_get_document (KithViewer *self);
/* What this window may show; borrowed, replaced at the next "changed". */
KithMap *kith_viewer_get_map (KithViewer *self);
/* Everything, while this map is compared also that of the other: only for making edits, never for
 * showing. */
KithMap *kith_viewer_get_whole_map (KithViewer *self);

/* What its audience may see, whatever day is shown and whether it has ended; borrowed, replaced at
 * the next "changed". For finding and counting what is not shown. */
KithMap *kith_viewer_get_seen_map (KithViewer *self);

const KithView *kith_viewer_get_view (KithViewer *self);
void kith_viewer_set_audience (KithViewer *self, KithAudience audience);
void kith_viewer_set_palette (KithViewer *self, KithPaletteName palette);
void kith_viewer_set_legend (KithViewer *self, KithCorner corner);

/* What of the map is made visible, through whose eyes (0: everybody's), and whether inherited lines
 * are shown. */
void kith_viewer_set_lens (KithViewer *self, KithLens lens);
void kith_viewer_set_through (KithViewer *self, KithId stakeholder);
void kith_viewer_set_lines (KithViewer *self, gboolean lines);
void kith_viewer_set_flags (KithViewer *self, guint flags);
/* Whose positions the lens for them shows; 0: those of the first question. */
void kith_viewer_set_question (KithViewer *self, KithId question);
/* Whether the map of now shows what has ended and what is to come too. */
void kith_viewer_set_ended (KithViewer *self, gboolean ended);
/* Whether this is left out of the map of now. */
gboolean kith_viewer_not_now (KithViewer *self, KithId id);
/* The day as at which the map is shown; 0: now. From one day to another "changed" comes with what is
 * different (at a cost of what that is), then "view-changed"; between now and then with NULL. */
void kith_viewer_set_day (KithViewer *self, gint32 day);
/* All that is dated on what this window may show; borrowed, until the next "changed" that is not
 * a step in time. Made when it is asked for. */
KithTimeline *kith_viewer_get_timeline (KithViewer *self);
/* The day from which changes are counted; 0: a year before. */
void kith_viewer_set_since (KithViewer *self, gint32 since);
/* The date that what is said in this window gets: the day that is shown, else today. */
KithDate kith_viewer_date (KithViewer *self);
/* The time of the map that the audience may see, whatever day is shown; borrowed, made anew when the
 * map has changed. */
KithTimeline *kith_viewer_get_timeline (KithViewer *self);
/* While another date than now is shown, ratings, events and inherited lines are taken, with that
 * date, and nothing else is. Whether that is so: */
gboolean kith_viewer_is_past (KithViewer *self);
/* The same for who is about to begin something else; the window has been told why it cannot be. */
gboolean kith_viewer_refuses_past (KithViewer *self);

/* Compares this map with an earlier one, whole (transfer full): what this window's audience may not
 * see of it is left out here. The map that is shown is then that of both and the lens the one for
 * change, until the comparison is ended, which also choosing another lens does. Edits, undo, another
 * audience and another date bring it up to date; an edit of what is only in the other map is refused
 * with a sentence. The lens for change alone compares two days of this map without any of this:
 * kith_viewer_get_comparison(). */
void kith_viewer_compare_with (KithViewer *self, KithMap *before, const char *title);
/* The same with two days of this map; `day` 0: now. */
void kith_viewer_compare_days (KithViewer *self, gint32 since, gint32 day);
/* Shows the map as it was shown before. Does nothing where nothing is compared. */
void kith_viewer_end_comparison (KithViewer *self);
gboolean kith_viewer_is_comparing (KithViewer *self);
/* What is shown (transfer none), or NULL: also where only the lens compares. */
KithComparison *kith_viewer_get_comparison (KithViewer *self);

/* What of the map is wanted (transfer full; NULL: all of it). What this window makes or changes
 * from then on passes until another is set. An audience for which it was not asked gets only what
 * it may see of it; the view holds that one. */
void kith_viewer_set_filter (KithViewer *self, KithFilter *filter);
/* A filter like the view's, to be changed and set (transfer full). */
KithFilter *kith_viewer_dup_filter (KithViewer *self);
/* Whether a stakeholder, link or space passes; what does not is faint, or hidden. */
gboolean kith_viewer_passes (KithViewer *self, KithId id);
gboolean kith_viewer_hides (KithViewer *self, KithId id);
/* Brings a hidden one back among the others, until another filter is set. */
void kith_viewer_keep (KithViewer *self, KithId id);
/* Looks only at what is within so many steps (1 to KITH_MOST_STEPS) of what is selected; says what
 * to do where that is nothing. 0 ends it. */
void kith_viewer_focus (KithViewer *self, guint steps);
/* The focus that there is reaches otherwise; without one, as kith_viewer_focus(). */
void kith_viewer_set_steps (KithViewer *self, guint steps);

/* Measures new boxes, performs (transfer full), and on failure says so through "message". NULL or
 * an empty edit is no failure and does nothing: returns TRUE. `error`, where the verb refused
 * (transfer full; edit is NULL then), is said likewise. */
gboolean kith_viewer_perform (KithViewer *self, KithEdit *edit, GError *error);
/* The change that comes is this window's own. */
gboolean kith_viewer_is_performing (KithViewer *self);
gboolean kith_viewer_is_stepping (KithViewer *self);
/* Before another audience is shown, or its window goes: what is typed in windows beside the map becomes
 * an edit. FALSE: something cannot be stored as it is, and stays where it is typed. */
gboolean kith_viewer_settle (KithViewer *self);
void kith_viewer_undo (KithViewer *self);
void kith_viewer_redo (KithViewer *self);
void kith_viewer_say (KithViewer *self, const char *text);
void kith_viewer_announce (KithViewer *self, const char *text);

/* The selection: ids of stakeholders, links, spaces and annotations, without those that are not shown. */
guint kith_viewer_n_selected (KithViewer *self);
/* The one that is selected when just one is, else 0; `kind` may be NULL. */
KithId kith_viewer_get_only (KithViewer *self, KithKind *kind);
gboolean kith_viewer_is_selected (KithViewer *self, KithId id);
GHashTable *kith_viewer_get_selection (KithViewer *self);   /* set of gint64 keys; borrowed */
GArray *kith_viewer_dup_selection (KithViewer *self);       /* of KithId */
void kith_viewer_select_only (KithViewer *self, KithId id); /* 0: nothing */
void kith_viewer_toggle (KithViewer *self, KithId id);
void kith_viewer_select (KithViewer *self, const KithId *ids, guint n, gboolean extend);

/* The end of the one selected link that keys 1 to 5 rate; END_A when a link becomes selected. */
KithEnd kith_viewer_get_end (KithViewer *self);
void kith_viewer_set_end (KithViewer *self, KithEnd end);
/* Rates the focused end of the one selected link, dated today (keys 0 to 5). */
void kith_viewer_rate (KithViewer *self, KithScore score);
/* The same of any end, in any dimension. */
void kith_viewer_rate_end (KithViewer *self,
                           KithId link,
                           KithEnd end,
                           KithDimension dimension,
                           KithScore score);
void kith_viewer_delete_selection (KithViewer *self);

G_END_DECLS
