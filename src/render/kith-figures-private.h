/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What figures are made of, for the files of this room that read them; nobody else includes it.
 *
 * Invariants: a link's figure is made after the boxes of both its ends; every box is in its grid
 * with its rectangle, every link with its line, and with its band where it is bent or tried to be. */
#pragma once

#include "kith-curve.h"
#include "kith-figures.h"
#include "kith-grid.h"
#include "kith-lens.h"
#include "kith-line-grid.h"
#include "kith-opinion.h"
#include "kith-palette.h"
#include "kith-stroke.h"
#include "kith-text.h"

#define KITH_LINK_GAP 5.0    /* from the end of a link to the box */
#define KITH_LINK_MARKS 24.0 /* how far its marks reach from its curve: a digit beside it */
#define KITH_THIN_SCALE 0.35 /* below which links are left out where there are too many */
#define KITH_NEVER_THIN 255
#define KITH_BAND_CELL 256.0 /* of the grid of links by their bands, map units */
#define KITH_LINE_CELL 128.0 /* by their lines */
#define KITH_CACHE_LINE 64   /* bytes */
#define KITH_LINK_FREE 7.0   /* between a link and a box that is none of its ends */

typedef struct _KithRouteScratch KithRouteScratch;

typedef struct
{
  KithStakeholder *record; /* owned reference */
  KithRect box;
  int colour;
  int sign;
  PangoLayout *layout;  /* of the name; made when first drawn */
  KithPicture *picture; /* owned reference, or NULL */
  guint place;          /* its own among all boxes */
  double scale;         /* of what is in the box */
  guint64 turn;         /* of the last search that met it */
  gboolean is_out;      /* does not pass the filter */
  gboolean is_faint;    /* does not, is not what the lens looks at, or is not there today */
  char *years;          /* of what is not there today; NULL: it is */
  KithBoxLook look;
} KithBoxFigure;

typedef struct
{
  /* what every hit test asks of all links near by comes first, and fills one line of the
   * processor's memory: they are aligned to it */
  KithLink *record; /* owned reference */
  KithPoint from;   /* centres of the boxes */
  KithPoint to;
  double band;          /* how far from the line between them it was tried, with its marks: only a
                         * box in there can have it run otherwise */
  gboolean is_drawable; /* FALSE where the boxes leave no room */
  gboolean is_out;      /* does not pass the filter */
  float bulge;          /* how far beside that line its middle runs, as a parabola does … */
  float steep;     /* … and how steeply it leaves it; less than 0: it is not known to be one */
  float skew;      /* how far along from the middle that is, as a share of the line */
  float sway;      /* to one side in its first half and to the other in its second */
  KithRect bounds; /* with its marks */
  KithCurve curve; /* from a's box to b's */
  double length;
  double fan;          /* how far it lies from where it would without its parallels */
  KithPoint middle;    /* where its marks are, or the point that it was bent to */
  KithPoint marks[3];  /* what labels of others keep off: what its halves say, its middle */
  PangoLayout *label;  /* made when first drawn */
  KithRect label_box;  /* its plate; no width: there is none */
  KithRect reach;      /* where something may move the plate */
  guint64 turn;        /* of the last search that met it */
  KithOpinion ends[2]; /* in the dimension of the lens */
  gboolean differ;
  guint8 thin;      /* the step of scale from which on it is left out: kith_figures_thin() */
  gboolean is_over; /* it has ended */
  guint n_events;
  gboolean is_faint; /* does not, is not what the lens looks at, or is not there today */
  char *years;       /* of what is not there today; NULL: it is */
  KithLinkLook look;
  KithMarkPlaces places[2]; /* of each half's marks */
  KithPoint digits[2];      /* where the middles of digits would be by themselves */
  KithRect reaches[2];     /* what marks may take, wherever they are, and what counts beside that */
  gboolean marks_are_late; /* their places are to be found anew */
} KithLinkFigure;

/* Whether an arrow leads to the box of that end, and nothing stands in the middle that its chevron would come
 * to. */
static inline gboolean
kith_link_figure_is_off_arrow (const KithLinkFigure *link, KithEnd end)
{
  gboolean has_middle = link->is_over || link->look.middle != KITH_MIDDLE_NONE
                        || (link->look.is_rated && (link->differ || link->n_events > 0));
  int to_end = end == KITH_END_A ? KITH_DIRECTION_B_TO_A : KITH_DIRECTION_A_TO_B;

  return !has_middle
         && (link->record->direction == to_end || link->record->direction == KITH_DIRECTION_BOTH);
}

/* From a node to a member's box. */
typedef struct
{
  KithPoint from;
  KithPoint to;
  gboolean is_host;
} KithSpoke;

#define KITH_HUB_RADIUS 30.0 /* of a node's corners, at most */

typedef struct
{
  KithSpace *record; /* owned reference */
  KithRect bounds;
  KithRect reach;        /* where a box would change the outline, or a link move the name */
  GPtrArray *loops;      /* of GArray of KithPoint; of a node, its border */
  GArray *spokes;        /* of KithSpoke; NULL: it is drawn as an outline */
  PangoLayout *label;    /* "Big Room · every Tuesday", as it is drawn; of a node, "Big Room" */
  PangoLayout *names[2]; /* that in one line, and in two; NULL: not that way */
  PangoLayout *status;   /* of a node: "Working · every Tuesday"; else NULL */
  KithRect label_box;    /* centred on the outline; the node itself */
  PangoLayout *far;      /* what it is called from afar; made when first needed */
  guint pattern;         /* of its outline: kith_figures_deal_patterns() */
  gint64 cost;           /* microseconds that making it took */
  gboolean is_out;       /* does not pass the filter */
  gboolean is_over;      /* it is not there today */
  gboolean is_faint;     /* either */
} KithSpaceFigure;

#define KITH_FAR_LINES 12.0 /* lines, that a title beside a line has from afar */
#define KITH_FAR_STEPS 28   /* sizes of a title from afar */
#define KITH_FAR_SCALE 0.35 /* from there on nearer, names of stakeholders are drawn too */

/* Of the tag of somebody who is named from afar. */
#define KITH_FAR_TEXT (KITH_FAR_LETTERS / 14.0) /* of a text that has the letters of a box */
#define KITH_FAR_PAD_X 6.0                      /* pixels from the letters to the edge */
#define KITH_FAR_PAD_Y 3.0

typedef struct
{
  KithAnnotation *record;           /* owned reference */
  KithRect box;                     /* with a name that stands beside it */
  KithRect reach;                   /* that, with the same name from afar */
  gboolean has_steps;               /* a line of a grid by power and interest: an axis, or … */
  guint step;                       /* … what ends a step of one: its number, from 1 */
  double step_from;                 /* where that begins along the axis, map units */
  KithTextStyle style;              /* of a title */
  KithRect words;                   /* where a title stands; without a size where there is none */
  double line;                      /* height of one of its lines */
  PangoLayout *layout;              /* of the words; made when first needed */
  PangoLayout *far[KITH_FAR_STEPS]; /* of a title from afar, each made when first needed */
  KithPicture *picture;             /* owned reference, or NULL */
} KithNoteFigure;

struct _KithFigures
{
  guint ref_count;
  KithView view;          /* with a reference to its filter and its pass */
  KithPass *pass;         /* what passes the filter; NULL: all */
  gboolean hides;         /* what does not pass is not there, for whoever asks; else it is faint */
  GHashTable *boxes;      /* id → KithBoxFigure */
  GHashTable *links;      /* id → KithLinkFigure */
  GHashTable *spaces;     /* id → KithSpaceFigure */
  GHashTable *notes;      /* id → KithNoteFigure: texts, frames and backdrops */
  GHashTable *late_links; /* ids of what is to make way yet: see kith_figures_catch_up() */
  GHashTable *late_spaces;
  GHashTable *late_labels;
  GHashTable *asides; /* id → KithSpaceAside: outlines that are made on other threads */
  KithRect bounds;    /* of everything, where they are known */
  gboolean has_bounds;
  gboolean is_thinned; /* it is known what is left out from afar */
  KithGrid *box_grid;
  KithLineGrid *line_grid; /* of links, by where their lines run */
  KithGrid *band_grid;     /* the same, by what a box may lie in that bends them */
  KithGrid *mark_grid;     /* of links, by their marks */
  KithGrid *label_grid;    /* of labelled links, by their plates */
  KithGrid *reach_grid;    /* the same, by their reach */
  guint n_places;          /* that boxes have had */
  KithRouteScratch *scratch;
  GHashTable *label_sizes; /* text → KithRect */
  GPtrArray *quotes;       /* of KithQuoteFigure: inherited lines, where they are shown */
  GPtrArray *flags;        /* of KithFlagFigure, where they are shown */
  GTree *late_link_labels; /* ids of links whose labels are to be placed anew */
  gboolean has_late_marks; /* of links, that are to be placed anew */
  gboolean is_dense;       /* links were many when marks and names of spaces were last placed */
  guint64 turn;            /* counts searches among boxes */
  GArray *pulled;          /* of KithId: links of what is carried that are to be routed yet */
  guint carry_from;        /* which of them was the first */
  gint32 today;
  guint revision;           /* another one when others may be named from afar */
  KithFiguresDamage damage; /* told what an update makes look different, or NULL */
  gpointer damage_data;
  void (*ready) (gpointer data); /* told when something made aside is done; NULL: nothing is */
  gpointer ready_data;
};

/* kith-figures-view.c: the view, and what passes its filter. */
void kith_figures_take_view (KithFigures *figures, KithMap *map, const KithView *view);
void kith_figures_drop_view (KithFigures *figures);
/* kith-figures-quotes.c: places all anew and tells what differs. */
void kith_figures_place_quotes (KithFigures *figures, KithMap *map);
/* kith-figures-flags.c: the same of flags, after quotes. */
void kith_figures_place_flags (KithFigures *figures, KithMap *map);
void kith_figures_join_flags (const KithFigures *figures, KithRect *bounds);
void kith_figures_join_quotes (const KithFigures *figures, KithRect *bounds);
/* What the view's lens and filter make of a figure; its shape stays. */
void kith_figures_look_at_box (KithFigures *figures, KithMap *map, KithBoxFigure *box);
void kith_figures_look_at_link (KithFigures *figures, KithMap *map, KithLinkFigure *link);

/* Its years, where it is not there today and is shown all the same (transfer full); else NULL. */
char *kith_figures_years (const KithFigures *figures, KithMap *map, gconstpointer record);

/* Make the figure of a record anew; a link's after those of its ends. */
void kith_figures_put_box (KithFigures *figures, KithMap *map, const KithStakeholder *record);
void kith_figures_put_link (KithFigures *figures, KithMap *map, const KithLink *record);
/* In a drag: its marks stay where they are along it, and, if it is not routed, its bend. */
void kith_figures_pull_link (KithFigures *figures,
                             KithMap *map,
                             const KithLink *record,
                             gboolean routed);
void kith_figures_put_space (KithFigures *figures, KithMap *map, const KithSpace *record);
/* All at once: they are shaped beside what happens between the two. */
typedef struct _KithLinkWork KithLinkWork;
KithLinkWork *kith_figures_begin_links (KithFigures *figures, KithMap *map);
void kith_figures_end_links (KithFigures *figures, KithMap *map, KithLinkWork *work);
typedef struct _KithSpaceWork KithSpaceWork;
KithSpaceWork *kith_figures_begin_spaces (KithFigures *figures, KithMap *map);
void kith_figures_end_spaces (KithFigures *figures, KithMap *map, KithSpaceWork *work);
/* kith-figures-outline.c: an outline of which the last one stays while it is made. */
typedef struct _KithSpaceAside KithSpaceAside;
void kith_figures_begin_aside (KithFigures *figures, KithMap *map, const KithSpace *record);
gboolean kith_figures_is_aside (const KithFigures *figures, KithId id);
KithId kith_figures_done_aside (const KithFigures *figures, gboolean wait);
void kith_figures_end_aside (KithFigures *figures, KithMap *map, KithId id);
void kith_space_aside_drop (gpointer aside);
void kith_figures_put_note (KithFigures *figures, KithMap *map, const KithAnnotation *record);
void kith_figures_remove_box (KithFigures *figures, KithId id);
void kith_figures_remove_link (KithFigures *figures, KithId id);
/* kith-figures.c: a revision that no figures have had. */
guint kith_figures_next_revision (void);
/* kith-figures-thin.c */
void kith_figures_thin (const KithFigures *figures, double scale);
void kith_figures_leave_out (GPtrArray *links, double scale);
/* kith-figures-route.c */
void kith_figures_route (const KithFigures *figures,
                         KithLinkFigure *link,
                         const KithRect ends[2],
                         double fan,
                         KithRouteScratch *scratch);
void kith_link_figure_bend_as (KithLinkFigure *link, const KithLinkFigure *other);
KithRouteScratch *kith_route_scratch_new (void);
void kith_route_scratch_free (KithRouteScratch *scratch);
guint kith_route_scratch_take_work (KithRouteScratch *scratch);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithRouteScratch, kith_route_scratch_free)
/* The point that a link of this record was bent to. */
KithPoint kith_link_figure_bent_to (const KithLinkFigure *link);
/* kith-figures-marks.c: what stands on and beside the halves of links. */
void kith_figures_place_marks (KithFigures *figures);
void kith_figures_put_marks (KithFigures *figures, KithLinkFigure *link);
void kith_link_figure_be_like (KithLinkFigure *link, const KithLinkFigure *old);
void kith_figures_keep_marks (KithFigures *figures, KithLinkFigure *link);
void kith_figures_marks_near_link (KithFigures *figures, const KithLinkFigure *moved);
void kith_figures_marks_near_box (KithFigures *figures, const KithRect *box);
/* Those that are late; and all, as late as that. */
void kith_figures_replace_marks (KithFigures *figures);
void kith_figures_doubt_marks (KithFigures *figures);
/* Whether links are so many that marks and names of spaces stand where they do by themselves: hardly another
 * place would be better, and to look for one takes long. */
gboolean kith_figures_are_dense (const KithFigures *figures);
/* From that end's box to the middle. */
void kith_link_figure_half (const KithLinkFigure *link, KithEnd end, KithCurve *half);
/* Labels of links: a link's is measured when the link is made, and placed when all links are. */
void kith_figures_measure_label (KithFigures *figures, KithLinkFigure *link);
void kith_figures_drop_label (KithFigures *figures, KithLinkFigure *link);
void kith_figures_place_labels (KithFigures *figures);
/* Notes the links whose labels may have to make way for what comes or goes there, and a link's own
 * label with them; they are placed by kith_figures_replace_labels(), as long as there is time. */
void kith_figures_labels_near (KithFigures *figures, const KithRect *rect);
void kith_figures_labels_of (KithFigures *figures, const KithLinkFigure *link);
void kith_figures_replace_labels (KithFigures *figures, gint64 until);
/* Where the label stands as things are, until it is placed in its turn. */
void kith_figures_put_label (KithFigures *figures, KithLinkFigure *link);
GTree *kith_label_ids_new (void);
/* With its marks and its label. */
KithRect kith_link_figure_extent (const KithLinkFigure *link);
PangoLayout *kith_link_figure_label (KithLinkFigure *link);
gboolean kith_link_figure_is_near (const KithLinkFigure *link, const KithRect *rect);
gboolean kith_link_figure_may_reach (const KithLinkFigure *link,
                                     double x,
                                     double y,
                                     double distance);
/* Of these ids, whatever it takes; and of what is late, what surely fits into `budget`. */
void kith_figures_remake (KithFigures *figures,
                          KithMap *map,
                          GHashTable *links,
                          GHashTable *spaces);
void kith_figures_try_late (KithFigures *figures, KithMap *map, gint64 budget);
/* Tells of a link that will be made anew, or has been: where it is, and what may have to make way. */
void kith_figures_doubt_names (KithFigures *figures, const KithRect *rect);
void kith_figures_leave_link (KithFigures *figures, const KithId *id);
/* kith-figures-carry.c: as many as it has to think about in a step are routed, the others are pulled. */
void kith_figures_carry_links (KithFigures *figures, KithMap *map, GHashTable *links);
void kith_figures_tell_damage (const KithFigures *figures, const KithRect *rect);
/* kith-figures-hub.c: its place, words and spokes. */
void kith_space_figure_make_node (KithFigures *figures,
                                  KithMap *map,
                                  KithSpaceFigure *space,
                                  const char *years);
/* Of borrowed KithSpaceFigure, in the order of their ids. */
GPtrArray *kith_figures_list_spaces (const KithFigures *figures);
void kith_figures_place_names (KithFigures *figures);
void kith_space_figure_place_label (KithFigures *figures, KithSpaceFigure *space);
/* However it is drawn. */
double kith_space_figure_name_width (const KithSpaceFigure *space);
/* The dash of its outline, for cairo_set_dash(); the dashes of all where spaces have come or gone. */
const double *kith_space_figure_dash (const KithSpaceFigure *space, int *n);
void kith_figures_deal_patterns (KithFigures *figures);
PangoLayout *kith_box_figure_layout (KithBoxFigure *box);

/* Whether there is something to be seen of a figure that does, or does not, pass the filter. */
#define KITH_SHOWS(figures, figure) (!((figures)->hides && (figure)->is_out))

/* Figures whose bounds touch the rectangle, in the order of their ids; new arrays of borrowed
 * figures. */
GPtrArray *kith_figures_boxes_in (const KithFigures *figures, const KithRect *rect);
GPtrArray *kith_figures_links_in (const KithFigures *figures, const KithRect *rect);
GPtrArray *kith_figures_labels_in (const KithFigures *figures, const KithRect *rect);
GPtrArray *kith_figures_spaces_in (const KithFigures *figures, const KithRect *rect);

/* kith-figures-titles.c */
void kith_note_figure_place_title (KithNoteFigure *note);
const char *kith_note_figure_name (const KithNoteFigure *note);
void kith_note_figure_place_on_line (const KithNoteFigure *note, double off, KithRect *words);
PangoLayout *kith_note_figure_title_layout (const KithNoteFigure *note);
void kith_figures_size_titles (KithFigures *figures);

/* kith-figures-far.c */
gboolean kith_note_figure_is_far (const KithNoteFigure *note, double scale);
PangoLayout *kith_note_figure_far_title (KithNoteFigure *note,
                                         double scale,
                                         KithRect *words,
                                         double *larger);

/* kith-figures-notes.c */
void kith_note_figure_free (gpointer data);
PangoLayout *kith_note_figure_layout (KithNoteFigure *note);
KithRect kith_note_figure_title (KithNoteFigure *note);
void kith_note_figure_take_room (KithNoteFigure *note);
/* As they are drawn: backdrops, then frames from the largest to the smallest, then texts. */
GPtrArray *kith_figures_notes_in (const KithFigures *figures, const KithRect *rect);
void kith_figures_join_notes (const KithFigures *figures, KithRect *bounds, gboolean *any);
/* Texts are met before shared spaces, frames and backdrops after them. */
gboolean kith_figures_hit_note (const KithFigures *figures,
                                double x,
                                double y,
                                double tolerance,
                                gboolean texts,
                                KithHit *hit);
