/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures: the geometry of everything that a (map, view) shows. What is drawn and what is under a
 * point are answered from the same figures. Knows no widget and no pixels of a screen.
 *
 * The map given must already be made for the view's audience. Main thread only (text). */
#pragma once

#include "kith-map.h"
#include "kith-rect.h"
#include "kith-view.h"

G_BEGIN_DECLS

typedef struct _KithFigures KithFigures;

typedef enum
{
  KITH_HIT_NOTHING,
  KITH_HIT_STAKEHOLDER,
  KITH_HIT_LINK,  /* `end` is the half: the end whose opinion it shows */
  KITH_HIT_SPACE, /* its outline or its name, not its ground */
  KITH_HIT_NOTE,  /* a text, a frame's title or border, a backdrop; nothing that is locked */
} KithHitPart;

typedef struct
{
  KithHitPart part;
  KithId id;
  KithEnd end;
} KithHit;

KithFigures *kith_figures_new (KithMap *map, const KithView *view);
/* `named`: for who draws every name in full, as on paper. */
KithFigures *kith_figures_new_named (KithMap *map, const KithView *view, gboolean named);
KithFigures *kith_figures_ref (KithFigures *figures);
void kith_figures_free (KithFigures *figures); /* gives up a reference */
/* Looks otherwise at the same map, made for the same audience: another palette, another filter.
 * Nothing is shaped anew but spaces, where their members come or go. O(n), not told as damage:
 * returns whether anything looks different. */
gboolean kith_figures_set_view (KithFigures *figures, KithMap *map, const KithView *view);
KithPaletteName kith_figures_palette (const KithFigures *figures);
/* Whether it passes the view's filter; what does not is faint, or not there at all. */
gboolean kith_figures_passes (const KithFigures *figures, KithId id);

/* Brings the figures in step with `map` after the records with these ids have changed, come or
 * gone; what else is affected (links of a moved stakeholder, outlines of its spaces) follows. For
 * drags too, with a snapshot to which the drag's edit was applied. O(affected). */
void kith_figures_update (KithFigures *figures, KithMap *map, const KithId *ids, guint n);

/* The same after an edit was applied to `map`: also finds what a deleted rating or event hung on. */
void kith_figures_apply (KithFigures *figures, KithMap *map, const KithEdit *edit);

void kith_figures_apply_within (KithFigures *figures,
                                KithMap *map,
                                const KithEdit *edit,
                                gint64 budget);

/* The same without waiting for what only makes way: links that run by, outlines of shared spaces and
 * their names. What does not fit into `budget` (microseconds) stays as it was until
 * kith_figures_catch_up(), which does at least one of them and returns TRUE when nothing waits. */
void kith_figures_update_within (KithFigures *figures,
                                 KithMap *map,
                                 const KithId *ids,
                                 guint n,
                                 gint64 budget);
gboolean kith_figures_catch_up (KithFigures *figures, KithMap *map, gint64 budget);
/* From now on outlines that take long are made on other threads, where there is a budget: the last one
 * stays until kith_figures_catch_up() puts the new one in its place, of which `ready` tells the main
 * loop that it would. Without a budget all is waited for. */
void kith_figures_set_ready (KithFigures *figures, void (*ready) (gpointer data), gpointer data);
/* Whether there is nothing to catch up with until `ready` tells so. */
gboolean kith_figures_awaits (const KithFigures *figures);

/* For a drag: shows these stakeholders and annotations with their centres there (2n map units), their links follow,
 * routed round others as they will be when it is let go, and of the rest what fits into `budget`. `map` stays as
 * it is; kith_figures_update() with the same ids puts everything where the map has it. Nobody is
 * told of damage but by what makes way and by annotations. Where there are too many links to route in a step,
 * some keep their bends until the next steps, or kith_figures_carry_on(): FALSE then. */
gboolean kith_figures_carry (KithFigures *figures,
                             KithMap *map,
                             const KithId *ids,
                             guint n,
                             const double *xy,
                             gint64 budget);
gboolean kith_figures_carry_on (KithFigures *figures, KithMap *map);

/* Told during an update of each part of the plane (map units, marks included) that looks different
 * after it: for who keeps what has been drawn. `func` NULL: nobody is told. */
typedef void (*KithFiguresDamage) (const KithRect *rect, gpointer data);
void kith_figures_set_damage (KithFigures *figures, KithFiguresDamage func, gpointer data);
/* Tells where this record's figure is drawn; of a long link, piece by piece. */
void kith_figures_touch (const KithFigures *figures, KithId id);

/* Everything, in map units; empty (all zero) for an empty map. */
KithRect kith_figures_bounds (const KithFigures *figures);
/* The box of a stakeholder or annotation, the curve of a link, the outline of a space; FALSE if
 * not shown. */
gboolean kith_figures_extent (const KithFigures *figures, KithId id, KithRect *extent);

/* What is under a point (map units); `tolerance` in map units, for links and outlines. */
KithHit kith_figures_hit (const KithFigures *figures, double x, double y, double tolerance);
/* Stakeholders whose boxes touch the rectangle: appends KithId to `ids`. */
void kith_figures_in_rect (const KithFigures *figures, const KithRect *rect, GArray *ids);
/* Texts that touch the rectangle and frames that lie wholly in it, but none that is locked. */
void kith_figures_notes_in_rect (const KithFigures *figures, const KithRect *rect, GArray *ids);
/* Whether what a frame or an area of an arrangement is called lies in it. */
gboolean kith_figures_title_in_rect (const KithFigures *figures, const KithRect *rect);
gboolean kith_figures_frame_ends_in_rect (const KithFigures *figures, const KithRect *rect);
/* All that touch the rectangle, locked or not. */
void kith_figures_notes_in_sight (const KithFigures *figures, const KithRect *rect, GArray *ids);
/* What is locked and lies under a point, the uppermost; 0 for nothing. */
KithId kith_figures_locked_at (const KithFigures *figures, double x, double y);
/* Whether any box touches it, one that is filtered out included: nothing is put on that. */
gboolean kith_figures_is_taken (const KithFigures *figures, const KithRect *rect);
/* The middle of a link's curve, where its marks are. */
gboolean kith_figures_link_middle (const KithFigures *figures, KithId link, KithPoint *middle);
/* A point on the half of the link that shows this end's opinion. */
gboolean kith_figures_link_half (const KithFigures *figures,
                                 KithId link,
                                 KithEnd end,
                                 KithPoint *point);
/* Where the link meets the box of this end; FALSE where it is not drawn. */
gboolean kith_figures_link_end (const KithFigures *figures,
                                KithId link,
                                KithEnd end,
                                KithPoint *point);
/* The point that a person bends it by: where it was bent to, else its middle. */
gboolean kith_figures_link_bent_to (const KithFigures *figures, KithId link, KithPoint *at);
/* The bend that leads the link through a point; nearer than `snap` to the straight line: straight. */
gboolean kith_figures_link_bend (const KithFigures *figures,
                                 KithId link,
                                 KithPoint at,
                                 double snap,
                                 double *bend,
                                 double *along);
/* The plate of its label; FALSE where it has none. */
gboolean kith_figures_label (const KithFigures *figures, KithId link, KithRect *plate);
/* The link whose label is there, or 0. Labels are drawn at full detail only. */
KithId kith_figures_label_at (const KithFigures *figures, double x, double y);
/* The stakeholder or the half of a link of which an inherited line is said whose card is there; cards are
 * drawn at full detail only. */
gboolean kith_figures_quote_at (const KithFigures *figures, double x, double y, KithHit *hit);
/* The flag that is there, 0 for none: whose it is, and what it is about (borrowed). Flags are drawn
 * where names are. */
KithFlag kith_figures_flag_at (const KithFigures *figures,
                               double x,
                               double y,
                               KithId *owner,
                               const char **words);
/* Which flags it has, of KithFlag. */
guint kith_figures_flags_of (const KithFigures *figures, KithId owner);
/* What the flags of a stakeholder or link are about (transfer full); NULL: it has none. */
char *kith_figures_flag_words (const KithFigures *figures, KithId owner);
/* The card of an inherited line; FALSE where it is not shown. */
gboolean kith_figures_quote_box (const KithFigures *figures, KithId quote, KithRect *box);
/* Where a straight line from the middle of a box or a tag towards (x, y) leaves it. */
KithPoint kith_rect_rim (const KithRect *rect, double x, double y);
/* Shown stakeholders, nearest first to the point in that direction (unit vector), for arrow keys;
 * 0 where there is none. */
KithId kith_figures_neighbour (const KithFigures *figures, KithId from, double dx, double dy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithFigures, kith_figures_free)

G_END_DECLS
