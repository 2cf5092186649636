/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the viewer share; nobody else includes it. */
#pragma once

#include "kith-viewer.h"

G_BEGIN_DECLS

struct _KithViewer
{
  GObject parent;

  /* owned */
  KithDocument *document;
  KithMap *seen;          /* what the audience may see, whatever its dates; for the team the
                           * document's own where no round is sealed */
  KithMap *shown;         /* of that, what the view shows: itself where that is all */
  GHashTable *selected;   /* of gint64 */
  KithFilter *asked;      /* the filter as it was asked for; NULL: none */
  KithPass *pass;         /* what passes view.filter, which is owned too */
  KithTimeline *timeline; /* of what the audience may see; NULL until it is asked for */

  KithComparison *comparison; /* what is shown, where that is a comparison; of view.comparison */
  KithMap *against;           /* of view.against */
  char *against_name;
  KithMap *both; /* everything of this map and of the one that it is compared with; NULL: none */

  /* state */
  KithView view;
  gint32 today;       /* the day as at which the map of now was made; 0: it was not */
  gboolean comparing; /* until the comparison is ended; `before` is what will be shown then */
  struct
  {
    KithLens lens;
    gint32 day;
    gint32 since;
  } before;
  KithEnd end;
  KithAudience asked_before; /* the audience for which the filter was asked */
  gboolean performing;       /* the change that comes is this window's own */
  gboolean stepping;         /* it is a step undone, or done again */
};

/* Sees to it that the view's filter fits the map that is shown now and lets pass what `edit`
 * (nullable) made or changed in this window. */
void kith_viewer_follow_filter (KithViewer *self, KithEdit *edit);
void kith_viewer_drop_filter (KithViewer *self);

/* kith-viewer.c: forgets what is selected but not shown any more; tells of what is. */
gboolean kith_viewer_prune_selection (KithViewer *self);
void kith_viewer_tell_view (KithViewer *self, gboolean selection_too);
/* Says what this window's own edit concerned that is not shown. */
void kith_viewer_tell_hidden (KithViewer *self, const KithEdit *edit);
void kith_viewer_tell_past_refused (KithViewer *self);
/* Makes the shown map anew and tells of it; `edit` NULL: anything may be different. */
void kith_viewer_tell_change (KithViewer *self, KithEdit *edit);
/* The shown map has been brought up to date: tells what of it is different (NULL: anything). */
void kith_viewer_tell_shown (KithViewer *self, KithEdit *edit);

/* kith-viewer-time.c: makes the shown map anew after an edit of the document's (nullable). Returns
 * (transfer full) what of it is different; NULL: anything. */
KithEdit *kith_viewer_remake_shown (KithViewer *self, KithEdit *edit);
gboolean kith_viewer_allows (KithViewer *self, const KithEdit *edit);

/* kith-viewer-now.c: the map that was shown before comes as `before`, of what was seen then. */
KithEdit *kith_viewer_remake_now (KithViewer *self, KithEdit *edit, KithMap *before, KithMap *seen);
KithEdit *kith_viewer_difference (KithMap *before, KithMap *after);
/* What this edit made end, or come only later, so that it is not shown (transfer full); NULL: none. */
char *kith_viewer_hidden_words (KithViewer *self, const KithEdit *edit);

/* kith-viewer-compare.c */
/* Makes the comparison that the view asks for and shows its map; FALSE where it asks for none. */
gboolean kith_viewer_remake_comparison (KithViewer *self);
void kith_viewer_drop_comparison (KithViewer *self);
/* What of an edit (transfer full) the document can take while another map is shown with it; NULL
 * (transfer full): nothing, and the window has been told why. */
KithEdit *kith_viewer_fit_edit (KithViewer *self, KithEdit *edit);

G_END_DECLS
