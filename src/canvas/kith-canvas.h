/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: shows a viewer's map and lets it be changed by pointer, keys and assistive
 * technology. Knows the viewer, not the window around it. */
#pragma once

#include <gtk/gtk.h>

#include "kith-rect.h"
#include "kith-verbs-link.h"
#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_CANVAS (kith_canvas_get_type ())
G_DECLARE_FINAL_TYPE (KithCanvas, kith_canvas, KITH, CANVAS, GtkWidget)

/* Signals: "ways-changed": one may go back or forward or may not any more, or the small picture of
 * the whole map is wanted or not. "camera-changed": zoom or place differ. "activate" (gint64 id): a stakeholder, link or
 * space was opened (double click, Enter): the window shows the inspector. "reconnect" (gint64 link,
 * int end, gint64 to): an end is to lead elsewhere, and somebody has to be asked what becomes of
 * what was said; the answer goes to kith_canvas_reconnect_as().
 * "stands-elsewhere" (gint64 id, double x, double y): one stakeholder alone has been dragged from there. */

GtkWidget *kith_canvas_new (void);
void kith_canvas_set_viewer (KithCanvas *self, KithViewer *viewer);

/* What the camera looks at: map units of the window's centre, and pixels a map unit. */
typedef struct
{
  double x;
  double y;
  double zoom; /* 0.05 to 4 */
} KithCamera;

void kith_canvas_get_camera (KithCanvas *self, KithCamera *camera);
void kith_canvas_set_camera (KithCanvas *self, const KithCamera *camera, gboolean animate);
/* All of the map is in sight, as kith_canvas_fit() left it. */
gboolean kith_canvas_is_fitted (KithCanvas *self);
/* What all that is shown covers, map units; empty where nothing is. */
KithRect kith_canvas_get_bounds (KithCanvas *self);
void kith_canvas_pan (KithCanvas *self, double dx, double dy);                /* pixels */
void kith_canvas_zoom_at (KithCanvas *self, double zoom, double x, double y); /* pixels */
/* Notches of a wheel, or as many as two fingers mean by `dy`. */
double kith_canvas_clicks_of (GtkEventControllerScroll *scroll, double dy);
/* Motion is welcome, and somebody would see it. */
gboolean kith_widget_moves_gently (GtkWidget *widget);
/* The number on a key, of either block of keys, or -1. */
int kith_digit_of (guint keyval);
void kith_canvas_fit (KithCanvas *self, gboolean animate); /* at most 100 % */
/* All of what there is to show now, where all was in sight before. */
gboolean kith_canvas_fit_again (KithCanvas *self, gboolean animate);
void kith_canvas_zoom_by (KithCanvas *self, double factor); /* about the centre */
void kith_canvas_show (KithCanvas *self, KithId id);        /* brings it into sight */
void kith_canvas_centre (KithCanvas *self, KithId id);      /* brings it to the middle */

void kith_canvas_zoom_to_selection (KithCanvas *self); /* at most 100 % */

/* Places visited: where one was before one flew elsewhere. */
void kith_canvas_go_back (KithCanvas *self);
void kith_canvas_go_forward (KithCanvas *self);
gboolean kith_canvas_can_go_back (KithCanvas *self);
gboolean kith_canvas_can_go_forward (KithCanvas *self);

/* A small picture of the whole map while some of it is out of sight. */
void kith_canvas_set_overview (KithCanvas *self, gboolean wanted);
gboolean kith_canvas_has_overview (KithCanvas *self);
gboolean kith_canvas_wants_overview (KithCanvas *self);

void kith_canvas_begin_add (KithCanvas *self); /* N: a stakeholder in free ground, name typed */
/* The keyboard comes to the canvas, to what is selected there. */
void kith_canvas_take_keyboard (KithCanvas *self);
void kith_canvas_begin_link (KithCanvas *self);   /* L: from the selected one, pick the other */
void kith_canvas_begin_rename (KithCanvas *self); /* F2 */
void kith_canvas_add_linked (KithCanvas *self);   /* Tab: a linked neighbour */
/* Leads an end of a link to another stakeholder; emits "reconnect" where that needs an answer. */
void kith_canvas_reconnect (KithCanvas *self, KithId link, KithEnd end, KithId to);
void kith_canvas_reconnect_as (KithCanvas *self,
                               KithId link,
                               KithEnd end,
                               KithId to,
                               KithReconnect how);
/* A picture file for a stakeholder or a background; 0: a new background. Read meanwhile. */
void kith_canvas_take_picture (KithCanvas *self, GFile *file, KithId owner);
KithId kith_canvas_get_stakeholder_at (KithCanvas *self, double x, double y); /* pixels */
/* For a room: the map alone; whoever holds the canvas handles pointer and keys. */
void kith_canvas_set_bare (KithCanvas *self);
KithId kith_canvas_get_link_at (KithCanvas *self, double x, double y); /* pixels; or 0 */
void kith_canvas_select_all (KithCanvas *self);
/* Performs an edit (transfer full) that brings stakeholders: placed, selected and in sight. */
gboolean kith_canvas_add (KithCanvas *self, KithEdit *edit);
void kith_canvas_arrange (KithCanvas *self); /* animated, one edit; pinned ones stay */
void kith_canvas_arrange_as (KithCanvas *self, KithArrangement as, KithId centre);
void kith_canvas_remove_arrangement (KithCanvas *self);
void kith_canvas_show_gaps (KithCanvas *self, gboolean shown); /* where nobody is */
void kith_canvas_tidy (KithCanvas *self); /* what overlaps is parted; one edit */
/* Others give way to what is dragged, and follow it a little. */
void kith_canvas_set_live_arrange (KithCanvas *self, gboolean live);
void kith_canvas_drop_text (KithCanvas *self, const char *text, double x, double y); /* pixels */
/* What happens between the day that is shown and another one draws the eye (of KithNews; NULL: nothing
 * does any more); before and after the viewer shows that one. */
/* A play through these days begins: kith-canvas-span.c. */
void kith_canvas_begin_play (KithCanvas *self, KithTimeline *timeline, gint32 first, gint32 last);
/* Where now is shown and nothing plays. */
void kith_canvas_end_play (KithCanvas *self);
void kith_canvas_show_news (KithCanvas *self, const GPtrArray *news, gboolean before);
/* Stakeholders and links that stand out while somebody points at what is said of them; n 0: none. */
void kith_canvas_highlight (KithCanvas *self, const KithId *ids, guint n);
gboolean kith_canvas_sees (KithCanvas *self, const KithId *ids, guint n); /* all in sight */
gboolean kith_canvas_is_typing (KithCanvas *self); /* a name is being typed */

/* Rows of a table that are dragged: a GArray of KithId. */
#define KITH_TYPE_ROW_IDS (kith_row_ids_get_type ())
GType kith_row_ids_get_type (void);
void kith_canvas_peek (KithCanvas *self, KithId id); /* into sight, without coming nearer */
void kith_canvas_place (KithCanvas *self, GArray *ids, double x, double y);
void kith_canvas_free_place (KithCanvas *self, double *x, double *y); /* for a new one */
/* For what is so large, as near as can be; `x`, `y`: the centre, in and out. */
void kith_canvas_free_place_near (KithCanvas *self,
                                  double width,
                                  double height,
                                  double *x,
                                  double *y);

G_END_DECLS
