/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the canvas share; for no other room. */
#pragma once

#include "kith-annotations.h"
#include "kith-canvas-child.h"
#include "kith-canvas.h"
#include "kith-far-names.h"
#include "kith-figures.h"
#include "kith-painter.h"
#include "kith-text-entry.h"
#include "kith-tiles.h"
#include "kith-tool.h"
#include "kith-verbs-align.h"
#include "kith-viewport.h"

G_BEGIN_DECLS

/* What a link that is selected alone is dragged by. */
typedef enum
{
  KITH_GRIP_NONE,
  KITH_GRIP_A, /* leads this end elsewhere */
  KITH_GRIP_B,
  KITH_GRIP_BEND, /* leads its middle elsewhere */
} KithGrip;

typedef enum
{
  KITH_LEGEND_ANY, /* not decided yet */
  KITH_LEGEND_FOLDED,
  KITH_LEGEND_COLUMN,
  KITH_LEGEND_STRIP,
} KithLegendForm;

/* Map units by which rings, marks and names stick out of an extent. */
#define KITH_BEYOND_EXTENT 20

typedef struct _KithWay KithWay;

struct _KithCanvas
{
  GtkWidget parent_instance;

  /* owned */
  KithViewer *viewer;
  KithFigures *figures; /* of the shown map */
  KithTiles *tiles;
  KithTool *tool;       /* what a press has begun, or NULL */
  KithMap *live;        /* a snapshot that holds what is not committed yet, or NULL */
  GHashTable *live_ids; /* what differs in it */
  guint catch_up;       /* source: figures that only make way are to follow yet */
  guint zoom_follow;    /* source: the zoom bar is to follow yet */
  guint legend_follow;  /* source: the legend is to follow yet */
  gint64 legend_cost;   /* microseconds that it took the last time */
  gint32 followed_day;  /* of the map that the figures are of */
  gboolean stepped;     /* the view that comes is that of the step that has been followed */
  GHashTable *children; /* id → accessible child */

  /* children */
  GtkWidget *zoom_bar;
  GtkWidget *legend;
  GtkWidget *progress;
  GtkWidget *progress_bar;
  GtkWidget *menu;
  GtkWidget *entry;         /* for a name or for words, NULL unless they are being typed */
  GtkWidget *label_popover; /* NULL unless the label of a link is being typed */

  /* camera */
  KithViewport viewport;
  KithViewport glide_from;
  KithViewport glide_to;
  gint64 glide_start;
  guint glide_tick;
  gboolean fit_pending; /* show everything as soon as there is a size */
  double early_zoom;    /* asked for before: pixels a map unit, 0 as it fits */
  double early_factor;  /* and times that */
  KithViewport fitted;  /* how everything was shown last */
  KithRect fitted_bounds;
  gboolean fits_late;    /* and is to be, once what makes way for a change has done so */
  gboolean jumped;       /* the camera is elsewhere without a way there */
  guint zoom_rest;       /* source: zooming has come to rest */
  int tile_scale_factor; /* device pixels a pixel, of what tiles are painted */
  guint settle;          /* source: accessible children follow the map */

  /* places visited */
  GPtrArray *back;
  GPtrArray *forward;
  GArray *settled; /* of KithId: what was selected before the present event, or NULL */
  guint settling;  /* source */

  /* the small picture of the whole map */
  GtkWidget *overview;
  gboolean overview_wanted;
  gboolean overview_when_small; /* the same in a canvas where it covers much */
  gboolean overview_was_small;
  gboolean overview_stale;
  guint overview_follow; /* source */

  /* what is marked */
  GHashTable *marked; /* selected ones that tiles show: none where they are few */
  GHashTable *banded; /* the selection that a band would make, or NULL */
  KithId marked_link; /* whose half wears the ring */
  KithEnd marked_end;
  KithId hovered;
  KithId handle_of; /* the stakeholder near whose rim the pointer is */
  KithPoint handle;
  KithGrip grip;         /* the one that the pointer is over */
  gboolean grip_pressed; /* the last press was on one */

  /* names from afar */
  gboolean bare;           /* it is for a room: kith_canvas_set_bare() */
  KithFarNames *far_names; /* NULL until some are seen */
  GHashTable *far_tags;    /* id → what its tag looks like */
  gint64 far_found;        /* when, microseconds */
  gint64 far_stepped;      /* when time last took a step */
  guint far_rest;          /* source: time has come to rest */

  /* pointer */
  GtkGesture *drag;
  GtkGesture *pinch;
  KithPointer last;
  gboolean pointer_inside;
  gboolean pointing; /* it has been moved since the map last moved under it */
  gboolean space_held;
  gint64 last_press_time; /* microseconds; 0: the next press is a first one */
  double last_press_x;
  double last_press_y;
  double pinch_zoom;
  double pinch_x;
  double pinch_y;
  guint edge_tick;

  /* typing */
  KithId typing_id; /* the stakeholder or annotation in `live` whose name it is */
  KithId typing_from;
  KithPoint typing_at;
  gboolean typing_new;
  KithId typing_sector;          /* of a new one, unless it is guessed from the name: other */
  KithLevel typing_level;        /* of a new one */
  KithId label_of;               /* the link whose label is being typed */
  KithAnnotationForm words_form; /* of a new annotation */
  KithPlace words_place;

  gboolean frames_alone; /* they leave behind what lies in them */

  /* a name that is spelt to find somebody; NULL unless one is */
  GString *spelt;
  GArray *spelt_ids;    /* of KithId, best first */
  GArray *spelt_before; /* of KithId: what was selected */
  guint spelt_at;
  guint spelt_rest; /* source: nothing has been typed for a while */
  gboolean spelt_slowly;
  GtkWidget *spelt_pill;
  GtkWidget *spelt_text;
  GtkWidget *spelt_count;

  /* carrying: what a drag has taken off the map and holds over it */
  GArray *carried;    /* of KithId: stakeholders, or NULL */
  GHashTable *lifted; /* them and their links; of many, them alone, and they stay in the tiles */
  gboolean carries_many;
  GHashTable *landing; /* what was lifted, until the tiles have it again; or NULL */
  double carried_dx;   /* map units; of many, who are drawn moved */
  double carried_dy;
  guint carry_rest; /* source: the hand has not moved for a while */
  gboolean carry_rests;
  cairo_matrix_t plain; /* of what is drawn over the tiles: as the tiles are drawn */

  /* giving way to a drag */
  gboolean live_arrange;
  KithWay *way; /* NULL unless a drag makes others give way */

  GHashTable *lit; /* what is pointed out, kith-canvas-highlight.c; NULL: nothing */

  /* playing */
  GPtrArray *sparks; /* what draws the eye, kith-canvas-play.c */
  guint sparks_tick;
  KithRect now_bounds;  /* of everything, as it is now */
  KithRect play_bounds; /* of everybody who is seen in the play; empty: none has been begun */

  /* keyboard */
  KithId walk_from; /* the stakeholder whose links are gone through */
  KithId followed;  /* the link along which one went last */

  /* legend: what somebody chose, else as the window has room; and while it is dragged, pixels */
  gboolean legend_chosen;
  gboolean legend_folded;
  KithLegendForm legend_form;
  gboolean legend_dragged;
  double legend_dx;
  double legend_dy;

  /* gaps: places where nobody is, while they are shown */
  GtkWidget *ghosts;
  KithRect ghosts_place; /* map units */

  /* arranging */
  GCancellable *arranging;
  gpointer glide_boxes; /* what is on its way to its new place */
  GPtrArray *arranged;  /* what has been arranged, and what one saw before; or NULL */
  guint boxes_tick;

  KithPoint menu_at; /* where the menu was asked for, map units */
};

/* kith-canvas.c */
void kith_canvas_say (KithCanvas *self, const char *text);
KithId kith_canvas_only_stakeholder (KithCanvas *self);

/* kith-canvas-draw.c */
void kith_canvas_draw_init (KithCanvas *self);
void kith_canvas_draw_clear (KithCanvas *self);
void kith_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);
void kith_canvas_paint_over (KithCanvas *self, const KithRect *visible, KithPaint *paint);
void kith_canvas_damage_id (KithCanvas *self, KithId id);
void kith_canvas_mark_selection (KithCanvas *self);
void kith_canvas_set_hovered (KithCanvas *self, KithId id);
void kith_canvas_set_banded (KithCanvas *self, GArray *ids);

/* kith-canvas-live.c */
void kith_canvas_rebuild (KithCanvas *self);
void kith_canvas_follow (KithCanvas *self, KithEdit *edit, gboolean step);
void kith_canvas_follow_view (KithCanvas *self);
void kith_canvas_show_step (KithCanvas *self, KithEdit *edit);
void kith_canvas_live_begin (KithCanvas *self);
gboolean kith_canvas_live_apply (KithCanvas *self, KithEdit *edit);
void kith_canvas_live_end (KithCanvas *self);
void kith_canvas_fit_late (KithCanvas *self);

/* kith-canvas-span.c */
gboolean kith_canvas_plays_under (KithCanvas *self,
                                  const KithViewport *viewport,
                                  const KithRect *cover);
void kith_canvas_fold_for_play (KithCanvas *self, KithRect *cover);
void kith_canvas_queue_catch_up (KithCanvas *self);

/* kith-canvas-carry.c */
void kith_canvas_carry (KithCanvas *self,
                        const GArray *ids,
                        const GArray *xy,
                        double dx,
                        double dy);
void kith_canvas_put_down (KithCanvas *self);
gboolean kith_canvas_carry_on (KithCanvas *self);
void kith_canvas_draw_tiles_again (KithCanvas *self, cairo_t *cr, const KithRect *visible);
/* kith-canvas-far.c: tags of those who are named from afar. */
void kith_canvas_far_clear (KithCanvas *self);
void kith_canvas_far_dispose (KithCanvas *self);
void kith_canvas_far_step (KithCanvas *self);
gboolean kith_canvas_far_tag (KithCanvas *self, KithId id, KithRect *tag);
gboolean kith_canvas_card (KithCanvas *self, KithId id, KithRect *card);
KithHit kith_canvas_far_at (KithCanvas *self, const KithPointer *pointer);
void kith_canvas_far_in_rect (KithCanvas *self, double zoom, const KithRect *rect, GArray *ids);
void kith_canvas_draw_far_names (KithCanvas *self,
                                 GtkSnapshot *snapshot,
                                 const KithRect *visible,
                                 GHashTable *selected,
                                 gboolean by_cairo);
void kith_canvas_draw_landing (KithCanvas *self, cairo_t *cr, const KithRect *visible);
void kith_canvas_draw_carried (KithCanvas *self, cairo_t *cr, const KithRect *visible);

/* kith-canvas-play.c */
void kith_canvas_play_init (KithCanvas *self);
void kith_canvas_play_clear (KithCanvas *self);
gboolean kith_canvas_has_news (KithCanvas *self);
void kith_canvas_draw_news (KithCanvas *self, cairo_t *cr);
void kith_canvas_draw_titles_of_news (KithCanvas *self, cairo_t *cr, const KithRect *visible);

/* kith-canvas-highlight.c */
void kith_canvas_draw_highlight (KithCanvas *self, cairo_t *cr, const KithRect *visible);
void kith_canvas_highlight_clear (KithCanvas *self);

/* kith-canvas-places.c */
void kith_canvas_places_init (KithCanvas *self);
void kith_canvas_places_clear (KithCanvas *self);
void kith_canvas_places_follow (KithCanvas *self);
void kith_canvas_forget_places (KithCanvas *self);
void kith_canvas_fly (KithCanvas *self, const KithViewport *to);

/* kith-canvas-overview.c */
void kith_canvas_overview_init (KithCanvas *self);
void kith_canvas_overview_clear (KithCanvas *self);
void kith_canvas_overview_changed (KithCanvas *self, gboolean stale);
void kith_canvas_allocate_overview (KithCanvas *self,
                                    int width,
                                    int height,
                                    int margin,
                                    GtkRequisition zoom);

/* kith-canvas-camera.c */
void kith_canvas_camera_changed (KithCanvas *self, gboolean zoomed);
void kith_canvas_glide (KithCanvas *self, const KithViewport *to);
KithViewport kith_canvas_destination (KithCanvas *self);
void kith_canvas_stop_glide (KithCanvas *self);
gboolean kith_canvas_is_covered (KithCanvas *self, const KithRect *cover);
void kith_canvas_zoom_to (KithCanvas *self, double zoom);
void kith_canvas_make_room (KithCanvas *self, KithPoint at, double width, double height);
void kith_canvas_reveal (KithCanvas *self, const KithRect *rect);
void kith_canvas_reveal_clear (KithCanvas *self, const KithRect *rect);
void kith_canvas_fly_to (KithCanvas *self, const KithRect *rect);

/* kith-canvas-pointer.c */
void kith_canvas_pointer_init (KithCanvas *self);
void kith_canvas_start_tool (KithCanvas *self, KithTool *tool);
void kith_canvas_cancel_tool (KithCanvas *self);
void kith_canvas_end_tool (KithCanvas *self);
void kith_canvas_point_again (KithCanvas *self);
void kith_canvas_update_cursor (KithCanvas *self);
KithId kith_canvas_stakeholder_at (KithCanvas *self, const KithPointer *pointer);
KithHit kith_canvas_hit (KithCanvas *self, const KithPointer *pointer);

/* kith-canvas-hover.c */
void kith_canvas_hover (KithCanvas *self);
gboolean kith_canvas_handle_at (KithCanvas *self, const KithPointer *pointer, KithId *of);
gboolean kith_canvas_fixed_handle (KithCanvas *self, KithPoint *at);
gboolean kith_canvas_on_query_tooltip (KithCanvas *self,
                                       int x,
                                       int y,
                                       gboolean keyboard,
                                       GtkTooltip *tooltip);

/* kith-canvas-rows.c */
void kith_canvas_rows_init (KithCanvas *self);
/* kith-canvas-grips.c */
gboolean kith_canvas_grip_place (KithCanvas *self, KithGrip grip, KithPoint *at);
KithGrip kith_canvas_grip_at (KithCanvas *self, const KithPointer *pointer);
gboolean kith_canvas_press_grip (KithCanvas *self, const KithPointer *press, gboolean second);
gboolean kith_canvas_has_grips (KithCanvas *self);
void kith_canvas_draw_grips (KithCanvas *self, cairo_t *cr);

/* kith-canvas-link.c */
const KithLink *kith_canvas_only_link (KithCanvas *self);
gboolean kith_canvas_say_links_between (KithCanvas *self, KithId a, KithId b);
void kith_canvas_begin_reconnect (KithCanvas *self, KithEnd end);
void kith_canvas_reverse (KithCanvas *self);
void kith_canvas_bend_by (KithCanvas *self, double dx, double dy);
void kith_canvas_bend_aside (KithCanvas *self, double by);
void kith_canvas_unbend (KithCanvas *self);
void kith_canvas_append_link_menu (KithCanvas *self, GMenu *menu);

/* kith-canvas-label.c */
void kith_canvas_begin_label (KithCanvas *self);
void kith_canvas_end_label (KithCanvas *self, gboolean commit);
void kith_canvas_label_follow (KithCanvas *self);

/* kith-canvas-scroll.c */
void kith_canvas_scroll_init (KithCanvas *self);

/* kith-canvas-keys.c */
void kith_canvas_keys_init (KithCanvas *self);
gboolean kith_canvas_focus (GtkWidget *widget, GtkDirectionType direction);

/* kith-canvas-walk.c */
void kith_canvas_drop_faint (KithCanvas *self, GArray *ids);
gboolean kith_canvas_walk (KithCanvas *self, int dx, int dy, gboolean extend);
gboolean kith_canvas_walk_links (KithCanvas *self, int by);
gboolean kith_canvas_enter (KithCanvas *self);
KithId kith_canvas_middlemost (KithCanvas *self);
void kith_canvas_cross (KithCanvas *self);
void kith_canvas_follow_link (KithCanvas *self, KithId id);
GPtrArray *kith_canvas_links_round (KithCanvas *self, KithId stakeholder);
KithId kith_canvas_nearest_kin (KithCanvas *self, KithId id);
void kith_canvas_nudge (KithCanvas *self, double dx, double dy);

/* kith-canvas-actions.c */
void kith_canvas_install_actions (GtkWidgetClass *widget_class);

/* kith-canvas-menu.c */
void kith_canvas_popup_menu (KithCanvas *self, double x, double y);

/* kith-canvas-spell.c */
void kith_canvas_spell_init (KithCanvas *self);
gboolean kith_canvas_spell (KithCanvas *self, guint keyval);
gboolean kith_canvas_is_spelling (KithCanvas *self);
void kith_canvas_end_spelling (KithCanvas *self);

/* kith-canvas-typing.c */
void kith_canvas_type_new (KithCanvas *self, KithPoint at, KithId from);
void kith_canvas_type_in (KithCanvas *self, KithPoint at, KithId sector, KithLevel level);
void kith_canvas_add_sibling (KithCanvas *self);
void kith_canvas_end_typing (KithCanvas *self, gboolean commit);
void kith_canvas_typing_follow (KithCanvas *self);
void kith_canvas_place_entry (KithCanvas *self);

void kith_canvas_come_near (KithCanvas *self, KithPoint at);

/* kith-canvas-words.c */
void kith_canvas_type_words (KithCanvas *self, KithAnnotationForm form, const KithPlace *place);
void kith_canvas_retype_words (KithCanvas *self, KithId id);
void kith_canvas_place_words (KithCanvas *self);
double kith_canvas_words_top (KithCanvas *self, const KithRect *box);
void kith_canvas_words_follow (KithCanvas *self);
void kith_canvas_commit_words (KithCanvas *self, KithTextEntry *entry);
void kith_canvas_add_text (KithCanvas *self);
void kith_canvas_add_text_here (KithCanvas *self);
void kith_canvas_add_frame (KithCanvas *self);
void kith_canvas_add_frame_here (KithCanvas *self);

/* kith-canvas-notes.c */
const KithAnnotation *kith_canvas_only_note (KithCanvas *self);
GArray *kith_canvas_moving (KithCanvas *self, gboolean alone);
gboolean kith_canvas_corner_at (KithCanvas *self,
                                const KithPointer *pointer,
                                KithId *id,
                                int *across,
                                int *down);
gboolean kith_canvas_has_corners (KithCanvas *self);
void kith_canvas_draw_corners (KithCanvas *self, cairo_t *cr);
void kith_canvas_toggle_alone (KithCanvas *self);
void kith_canvas_toggle_locked (KithCanvas *self);
void kith_canvas_select_locked (KithCanvas *self);

/* kith-canvas-pictures.c */
gboolean kith_canvas_clipboard_has_picture (KithCanvas *self);
void kith_canvas_paste_picture (KithCanvas *self, KithPoint near);

/* kith-tool-frame.c */
void kith_canvas_draw_frame (KithCanvas *self);

/* kith-canvas-around.c */
void kith_canvas_around_init (KithCanvas *self);
void kith_canvas_show_zoom (KithCanvas *self);
void kith_canvas_update_legend (KithCanvas *self);
/* The same, but on a large map not at each step of a play. */
void kith_canvas_queue_legend (KithCanvas *self);
/* kith-canvas-ghosts.c */
void kith_canvas_ghosts_init (KithCanvas *self);
void kith_canvas_update_ghosts (KithCanvas *self);
void kith_canvas_allocate_ghosts (KithCanvas *self);
void kith_canvas_allocate_around (KithCanvas *self, int width, int height);
void kith_canvas_shape_legend (KithCanvas *self, int width, int height, gboolean fitted);
void kith_canvas_settle_legend (KithCanvas *self);
void kith_canvas_legend_insets (KithCanvas *self, KithRect *covered);
void kith_canvas_zoom_bar_place (KithCanvas *self, KithRect *place);

/* kith-canvas-children.c */
void kith_canvas_queue_children (KithCanvas *self);
void kith_canvas_drop_children (KithCanvas *self);
void kith_canvas_focus_selected (KithCanvas *self);
KithId kith_canvas_seat (KithCanvas *self);

/* kith-canvas-spoken.c */
void kith_canvas_describe_child (KithCanvas *self, KithCanvasChild *child);
void kith_canvas_child_acted (KithCanvasChild *child, const char *action, KithCanvas *self);
void kith_canvas_tell_how_many (KithCanvas *self);
void kith_canvas_tell_selection (KithCanvas *self);

/* kith-canvas-give-way.c */
gboolean kith_canvas_give_way_begin (KithCanvas *self, const GArray *ids);
void kith_canvas_give_way_to (KithCanvas *self, double dx, double dy);
gboolean kith_canvas_is_giving_way (KithCanvas *self);
KithEdit *kith_canvas_give_way_edit (KithCanvas *self);
void kith_canvas_give_way_end (KithCanvas *self);

/* kith-canvas-arrange.c */
gboolean kith_canvas_is_gliding (KithCanvas *self);
void kith_canvas_draw_gliding (KithCanvas *self, cairo_t *cr, const KithRect *visible);
void kith_canvas_arrange_only (KithCanvas *self, GArray *only);
/* kith-canvas-arranged.c */
void kith_canvas_note_arranged (KithCanvas *self,
                                GArray *ids,
                                GArray *from,
                                GArray *to,
                                const KithCamera *before);
void kith_canvas_arranged_fitted (KithCanvas *self, const KithCamera *was);
gboolean kith_canvas_arranged_follow (KithCanvas *self);
void kith_canvas_forget_arranged (KithCanvas *self);
void kith_canvas_stop_arranging (KithCanvas *self);

/* kith-canvas-several.c */
void kith_canvas_same_size (KithCanvas *self);
void kith_canvas_tag (KithCanvas *self, const char *tag, gboolean on);
void kith_canvas_join_space (KithCanvas *self, KithId space, gboolean join);
void kith_canvas_new_space (KithCanvas *self);
GMenuModel *kith_canvas_space_menu (KithCanvas *self);
/* kith-canvas-flags.c: the flag under the pointer, 0 for none; a press on one. */
KithFlag kith_canvas_flag_at (KithCanvas *self,
                              const KithPointer *pointer,
                              KithId *owner,
                              const char **words);
gboolean kith_canvas_press_flag (KithCanvas *self, const KithPointer *press);
/* By keys and assistive technology: what a press on a flag of it opens, as items of its menu and as actions
 * of its child. */
void kith_canvas_append_flag_menu (KithCanvas *self, KithId owner, GMenu *menu);
void kith_canvas_offer_flags (KithCanvas *self, KithCanvasChild *child);
gboolean kith_canvas_act_flag (KithCanvas *self, const char *action);
/* The one selected space as a node, or as an outline again. */
void kith_canvas_draw_space (KithCanvas *self);
const char *kith_canvas_draw_space_words (KithCanvas *self);

/* kith-canvas-align.c */
GArray *kith_canvas_selected_stakeholders (KithCanvas *self, guint least);
void kith_canvas_align (KithCanvas *self, KithAlign how);
void kith_canvas_distribute (KithCanvas *self, gboolean across);
void kith_canvas_arrange_selection (KithCanvas *self);

/* kith-canvas-clip.c */
void kith_canvas_copy (KithCanvas *self);
void kith_canvas_copy_picture (KithCanvas *self); /* kith-canvas-copy-picture.c */
void kith_canvas_cut (KithCanvas *self);
void kith_canvas_duplicate (KithCanvas *self);

/* kith-canvas-bring.c */
void kith_canvas_put_in_free_ground (KithCanvas *self, KithEdit *edit, KithPoint near);
gboolean kith_canvas_bring_in (KithCanvas *self, KithEdit *edit, GArray *made);
gboolean kith_canvas_add_edit (KithCanvas *self, KithEdit *edit, KithPoint near);

/* kith-canvas-paste.c */
void kith_canvas_put_clip (KithCanvas *self, KithMap *clip, const char *label, KithPoint near);
void kith_canvas_paste (KithCanvas *self);
void kith_canvas_paste_here (KithCanvas *self);

G_END_DECLS
