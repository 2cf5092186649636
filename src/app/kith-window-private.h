/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the window share. */
#pragma once

#include "kith-banners.h"
#include "kith-canvas.h"
#include "kith-compare-pane.h"
#include "kith-filter-bar.h"
#include "kith-filter-panel.h"
#include "kith-finder.h"
#include "kith-flight.h"
#include "kith-insights-pane.h"
#include "kith-inspector.h"
#include "kith-narrow-bin.h"
#include "kith-scene-pane.h"
#include "kith-sides-page.h"
#include "kith-stage.h"
#include "kith-workshop.h"
#include "kith-start-page.h"
#include "kith-table-pane.h"
#include "kith-time-bar.h"
#include "kith-trust-pane.h"
#include "kith-window.h"

G_BEGIN_DECLS

/* Where the tables stand. */
typedef enum
{
  KITH_TABLES_BELOW,
  KITH_TABLES_BESIDE,
  KITH_TABLES_INSTEAD,
} KithTablesPlace;

extern const KithEnum kith_table_places;

struct _KithWindow
{
  AdwApplicationWindow parent_instance;

  /* template */
  KithNarrowBin *narrow_bin;
  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkWidget *wide_start;
  GtkWidget *wide_end;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *sidebar_button;
  GtkMenuButton *menu_button;
  GtkWidget *before_menu; /* weak: what had the keyboard when the menu came */
  GtkMenuButton *lens_button;
  GtkMenuButton *arrange_button;
  GMenu *arrange_menu; /* where the button has no room */
  GMenu *lens_menu;
  GtkMenuButton *audience_button;
  AdwButtonContent *audience_content;
  GtkRevealer *audience_strip;
  GtkImage *audience_strip_icon;
  GtkLabel *audience_strip_label;
  KithBanners *banners;
  KithFilterBar *filter_bar;
  KithFilterPanel *filter_panel;
  GtkStack *pages;
  KithStartPage *start_page;
  AdwFlap *flap;
  GtkPaned *compare_split; /* all of that, and what changed */
  GtkWidget *compare_side; /* what changed, or what the map tells */
  KithComparePane *compare_pane;
  KithInsightsPane *insights_pane;
  KithScenePane *scenes;
  GtkWidget *map_place; /* where the keyboard rests before it goes on in one of them */
  GtkPaned *split;      /* canvas and tables */
  GtkWidget *look_bar;  /* over the canvas: what is not on it, through whose eyes */
  GtkButton *eyes_chip;
  GtkLabel *eyes_label;
  GtkWidget *ended_note;
  GtkLabel *ended_label;
  GtkButton *ended_button;
  KithCanvas *canvas;
  GtkWidget *empty_words; /* over the canvas, where nothing is on it */
  GtkWidget *beside;      /* tables or sheet */
  KithTablePane *tables;
  KithTrustPane *trust_sheet;
  KithInspector *inspector;
  KithTimeBar *time_bar;
  KithTimeCard *time_card;
  GtkLabel *status;
  GtkLabel *drop_words;
  KithFinder *finder;
  GtkActionBar *narrow_bar;

  /* owned; both NULL on the start page */
  KithDocument *document;
  KithViewer *viewer;

  /* state */
  KithAudience audience;
  KithAudience room;  /* the most who have looked at what is shown to a room, since that began */
  guint undo_floor;   /* others take back no step up to this one: see kith_window_may_undo() */
  guint redo_ceiling; /* nor do they do one again beyond this */
  AdwToast *toast;    /* weak: what is said at the moment, until it begins to go */
  gint64 toast_since; /* monotonic, microseconds */
  guint toast_rest;
  guint ended_settle;     /* source: the note on what has ended is to follow */
  KithStage *stage;       /* while the map is presented; GTK's */
  GtkWindow *presenter;   /* weak */
  KithWorkshop *workshop; /* while a room rates links; GTK's */
  gboolean warned_of_notes;
  KithFlight *flight; /* the way to a scene; owned, NULL until one is gone to */
  gboolean sidebar_when_wide;
  gboolean tables_shown;
  gboolean tables_divided; /* the edge between canvas and tables has been put */
  KithTablesPlace tables_place;
  gboolean sheet_shown; /* the trust sheet, in the place of tables */
  KithTablesPlace sheet_place;
  gboolean compare_divided; /* the edge between the map and what changed has been put */
  char *compared;           /* what the banner says of a comparison; owned, NULL: nothing */
  gboolean insights_shown;
  gboolean time_shown;
  gboolean was_past;     /* another date than now was shown */
  gboolean past_refused; /* and has been said to be in the way */
  guint time_settle;     /* source: the banner is to name another date */
  KithId reconnected;    /* the link of which an end is led elsewhere by name */
  KithEnd reconnected_end;
  gboolean is_copy;   /* see kith_window_set_copy() */
  gboolean may_close; /* everything is safe: the next close request is let through */
};

void kith_window_install_actions (KithWindow *self);
void kith_window_update_actions (KithWindow *self);

/* Title, state, banners and what is possible, after the document's state has changed. */
void kith_window_update_state (KithWindow *self);

/* Takes back what was said last. */
void kith_window_unsay (KithWindow *self);

void kith_window_set_audience (KithWindow *self, KithAudience audience);
/* The same by a person, who may have typed what cannot be stored; other windows show no more then. */
void kith_window_choose_audience (KithWindow *self, KithAudience audience);
void kith_window_turn_others (KithWindow *self);
void kith_window_update_audience (KithWindow *self);
/* FALSE: the step is the team's, which has been said. */
gboolean kith_window_may_undo (KithWindow *self);
gboolean kith_window_may_redo (KithWindow *self);
/* A step has been made, or taken back. */
void kith_window_follow_steps (KithWindow *self);

void kith_window_set_sidebar (KithWindow *self, gboolean shown);
void kith_window_set_legend (KithWindow *self, KithCorner corner);
void kith_window_update_palette (KithWindow *self);

void kith_window_choose_picture (KithWindow *self, KithId owner);
/* kith-window-tables.c */
void kith_window_update_tables (KithWindow *self);
void kith_window_set_tables (KithWindow *self, gboolean shown);
void kith_window_set_tables_place (KithWindow *self, KithTablesPlace place);
void kith_window_show_table (KithWindow *self, KithListing listing);
void kith_window_leave_tables (KithWindow *self);
void kith_window_grab_map (KithWindow *self, gboolean tables);
gboolean kith_window_tables_act (KithWindow *self, const char *name);

/* kith-window-trust-sheet.c */
void kith_window_install_sheet_actions (KithWindow *self);
void kith_window_update_sheet_actions (KithWindow *self);

void kith_window_find (KithWindow *self);
void kith_window_init_ways (KithWindow *self);
/* Where nothing is on the map: how to begin. */
void kith_window_update_empty (KithWindow *self);
gboolean kith_window_place_over_canvas (GtkOverlay *overlay,
                                        GtkWidget *child,
                                        GdkRectangle *at,
                                        KithWindow *self);

void kith_window_init_drop (KithWindow *self);
/* What was dropped: GSList of GFile. */
void kith_window_drop_files (KithWindow *self, GSList *files, double x, double y);

/* kith-window-rounds.c */
void kith_window_install_inclusion_actions (KithWindow *self);
void kith_window_update_inclusion_actions (KithWindow *self);
void kith_window_install_repair_actions (KithWindow *self);
void kith_window_update_repair_actions (KithWindow *self);
void kith_window_install_round_actions (KithWindow *self);
void kith_window_update_round_actions (KithWindow *self);

/* kith-window-questions.c */
void kith_window_install_question_actions (KithWindow *self);
void kith_window_update_question_actions (KithWindow *self);

/* kith-window-pulses.c */
void kith_window_install_pulse_actions (KithWindow *self);
void kith_window_update_pulse_actions (KithWindow *self);

/* kith-window-arrange.c */
void kith_window_install_arrange_actions (KithWindow *self);

/* kith-window-lens.c */
void kith_window_install_lens_actions (KithWindow *self);
void kith_window_update_lens (KithWindow *self);

/* kith-window-succession.c */
void kith_window_install_succession_actions (KithWindow *self);
void kith_window_update_succession_actions (KithWindow *self);

/* kith-window-filter.c */
void kith_window_install_filter_actions (KithWindow *self);
void kith_window_update_filter_actions (KithWindow *self);
void kith_window_on_filter_bar_left (KithWindow *self);
void kith_window_reveal (KithWindow *self, KithId id);
/* Says it, with a button that does the named action. */
void kith_window_offer (KithWindow *self, const char *text, const char *label, const char *action);
/* The same of an action that has a target; takes @target where it is floating. */
void kith_window_offer_of (KithWindow *self,
                           const char *text,
                           const char *label,
                           const char *action,
                           GVariant *target);
typedef struct
{
  const char *label;
  const char *action;
} KithOffer;

/* The same with two buttons. */
void kith_window_offer_two (KithWindow *self, const char *text, const KithOffer offers[2]);
void kith_window_commands (KithWindow *self);
char *kith_window_pin_words (KithWindow *self);
/* Asks for the stakeholder to which the end with the ring is to lead. */
void kith_window_reconnect (KithWindow *self);
/* Asks what becomes of what was said of the link. */
void kith_window_ask_reconnect (KithWindow *self, gint64 link, int end, gint64 to);

void kith_window_restore_session (KithWindow *self);
void kith_window_store_session (KithWindow *self);
void kith_window_restore_size (KithWindow *self);
void kith_window_store_size (KithWindow *self);

/* kith-window-flags.c: what else stands on the map, of KithFlag. */
void kith_window_install_flag_actions (KithWindow *self);
void kith_window_set_flags (KithWindow *self, guint flags);

/* kith-window-lines.c: inherited lines on the map. */
void kith_window_install_lines_actions (KithWindow *self);
void kith_window_set_lines (KithWindow *self, gboolean lines);
/* kith-window-ended.c: what is not on the map of now. */
void kith_window_install_ended_actions (KithWindow *self);
void kith_window_update_ended (KithWindow *self);
void kith_window_clear_ended (KithWindow *self);
void kith_window_on_hidden (KithWindow *self, const char *text);
void kith_window_reveal_ended (KithWindow *self, KithId id);
/* kith-window-place.c */
void kith_window_say_place (KithWindow *self, gint64 id, double x, double y);
void kith_window_install_place_actions (KithWindow *self);

/* kith-window-through.c */
void kith_window_install_through_actions (KithWindow *self);
/* kith-window-sides.c: what each end of a link sees. */
void kith_window_install_print_actions (KithWindow *self);
void kith_window_install_sides_actions (KithWindow *self);
void kith_window_close_sides (KithWindow *self);
void kith_window_remake_sides (KithWindow *self);
void kith_window_flush_sides (KithWindow *self);
/* kith-window-time.c */
void kith_window_install_time_actions (KithWindow *self);
void kith_window_update_time_actions (KithWindow *self);
void kith_window_init_time (KithWindow *self);
void kith_window_clear_time (KithWindow *self);
void kith_window_set_time_bar (KithWindow *self, gboolean shown);
void kith_window_on_past_refused (KithWindow *self);

/* kith-window-compare.c */
void kith_window_install_compare_actions (KithWindow *self);
void kith_window_init_compare (KithWindow *self);
void kith_window_update_comparison (KithWindow *self);
/* Puts the edge between the map and what stands beside it. */
void kith_window_divide_compared (KithWindow *self);

/* kith-window-insights.c */
void kith_window_install_insights_actions (KithWindow *self);
void kith_window_init_insights (KithWindow *self);
void kith_window_update_insights (KithWindow *self);

/* kith-window-scenes.c */
void kith_window_install_scene_actions (KithWindow *self);
void kith_window_update_scene_actions (KithWindow *self);
void kith_window_init_scenes (KithWindow *self);
void kith_window_clear_scenes (KithWindow *self);
void kith_window_show_scene (KithWindow *self, KithId scene);
/* A new scene of what is on screen (transfer full). */
KithScene *kith_window_scene_of_screen (KithWindow *self);

/* kith-window-present.c */
void kith_window_install_present_actions (KithWindow *self);
void kith_window_update_present_actions (KithWindow *self);
void kith_window_end_presentation (KithWindow *self);
void kith_window_prepare_for_room (KithWindow *self);
void kith_window_show_to_room (KithWindow *self, GtkWindow *stage);
void kith_window_leave_room (KithWindow *self);
/* kith-window-workshop.c */
void kith_window_install_workshop_actions (KithWindow *self);
void kith_window_update_workshop (KithWindow *self);
void kith_window_end_workshop (KithWindow *self);

/* kith-window-panes.c */
void kith_window_go_to_pane (KithWindow *self, int by);
void kith_window_init_panes (KithWindow *self);

gboolean kith_window_on_close_request (GtkWindow *window);
void kith_window_save (KithWindow *self);
void kith_window_overwrite (KithWindow *self);
/* Asks where, then saves there; `then_close` closes the window when that has worked. */
void kith_window_save_as (KithWindow *self, gboolean then_close);

G_END_DECLS
