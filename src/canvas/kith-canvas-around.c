/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: what lies over the map at its sides: legend, zoom bar, progress, the name entry. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "kith-canvas-private.h"
#include "kith-legend-card.h"
#include "kith-zoom-bar.h"

#define MARGIN 16    /* pixels from the sides */
#define BETWEEN 10.0 /* what lies near one another */
#define SMALL 0.75   /* scale of a map that had better have the legend's room */
#define WORTH 1.08   /* times larger that it has to be for that */
#define STILL 5      /* pixels that a click may move */
#define LITTLE 2000  /* microseconds that the legend may take at each change */

static KithCorner
corner_of (KithCanvas *self)
{
  return self->viewer != NULL ? kith_viewer_get_view (self->viewer)->legend : KITH_CORNER_HIDDEN;
}

static KithCorner
corner_at (gboolean right, gboolean bottom)
{
  if (bottom)
    return right ? KITH_CORNER_BOTTOM_RIGHT : KITH_CORNER_BOTTOM_LEFT;
  return right ? KITH_CORNER_TOP_RIGHT : KITH_CORNER_TOP_LEFT;
}

/* The legend says what is on the map that is shown; a window too small for it does without. */
void
kith_canvas_update_legend (KithCanvas *self)
{
  gboolean shown = self->viewer != NULL && corner_of (self) != KITH_CORNER_HIDDEN
                   && kith_map_n (kith_viewer_get_map (self->viewer), KITH_STAKEHOLDER) > 0;
  gint64 began = g_get_monotonic_time ();

  g_clear_handle_id (&self->legend_follow, g_source_remove);
  if (shown)
    kith_legend_card_show (KITH_LEGEND_CARD (self->legend), kith_viewer_get_map (self->viewer),
                           kith_viewer_get_view (self->viewer));
  gtk_widget_set_visible (self->legend, shown);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  self->legend_cost = g_get_monotonic_time () - began;
}

static gboolean
on_follow_legend (gpointer data)
{
  KithCanvas *self = data;

  self->legend_follow = 0;
  kith_canvas_update_legend (self);
  return G_SOURCE_REMOVE;
}

/* The legend looks at every link: it takes a tenth of the time at most. */
void
kith_canvas_queue_legend (KithCanvas *self)
{
  if (self->legend_cost < LITTLE)
    kith_canvas_update_legend (self);
  else if (self->legend_follow == 0)
    self->legend_follow = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE,
                                              (guint) (self->legend_cost / 100), on_follow_legend,
                                              self, NULL);
}

static GtkRequisition
size_of (GtkWidget *widget)
{
  GtkRequisition size;

  gtk_widget_get_preferred_size (widget, NULL, &size);
  return size;
}

static void
allocate_at (GtkWidget *widget, double x, double y, GtkRequisition size)
{
  GtkAllocation at = { (int) x, (int) y, size.width, size.height };

  gtk_widget_size_allocate (widget, &at, -1);
}

static KithRect
legend_place (KithCanvas *self, int width, int height)
{
  KithCorner corner = corner_of (self);
  GtkRequisition size = kith_legend_card_get_size (KITH_LEGEND_CARD (self->legend)),
                 zoom = size_of (self->zoom_bar);
  double x = kith_corner_is_right (corner) ? width - MARGIN - size.width : MARGIN;
  double y = kith_corner_is_bottom (corner) ? height - MARGIN - size.height : MARGIN;

  if (corner == KITH_CORNER_BOTTOM_RIGHT)
    y -= zoom.height + 10;
  if (self->legend_dragged)
    {
      x = CLAMP (x + self->legend_dx, 0, MAX (width - size.width, 0));
      y = CLAMP (y + self->legend_dy, 0, MAX (height - size.height, 0));
    }
  return (KithRect){ x, MAX (y, 0), size.width, size.height };
}

/* The scale at which a map stands in what is left of the window. */
static double
scale_within (const KithRect *bounds, double width, double height)
{
  return MIN (width / MAX (bounds->width, 1.0), height / MAX (bounds->height, 1.0));
}

/* A legend that would take more than a quarter of a small window hides itself, unless somebody wants
 * to see all of it. */
static gboolean
legend_has_room (KithCanvas *self, const KithRect *place, int width, int height)
{
  gboolean wanted = self->legend_chosen && !self->legend_folded;

  return place->width <= width - 2 * MARGIN && place->height < height - 2 * MARGIN
         && (wanted || place->width * place->height < 0.25 * width * height);
}

static gboolean
is_worth_folding (double open, double folded)
{
  return open < SMALL && folded > open * WORTH;
}

static GtkRequisition
give_form (KithCanvas *self, KithLegendForm form, double room)
{
  KithLegendCard *card = KITH_LEGEND_CARD (self->legend);

  if (form == KITH_LEGEND_FOLDED)
    return kith_legend_card_fold (card, room);
  return kith_legend_card_shape (card, form == KITH_LEGEND_STRIP ? room : 0);
}

/* A column beside the map or a strip above or below it, whichever shows the map larger. */
static KithLegendForm
open_form (KithCanvas *self,
           const KithRect *bounds,
           double room,
           int width,
           int height,
           double *open)
{
  GtkRequisition column = give_form (self, KITH_LEGEND_COLUMN, room);
  GtkRequisition strip = give_form (self, KITH_LEGEND_STRIP, room);
  double beside = scale_within (bounds, width - column.width, height);
  double above = scale_within (bounds, width, height - strip.height);

  *open = strip.width <= room ? MAX (above, beside) : beside;
  return strip.width <= room && above > beside ? KITH_LEGEND_STRIP : KITH_LEGEND_COLUMN;
}

/* On a small window its main marks alone, unless somebody wants it otherwise. */
static KithLegendForm
best_form (KithCanvas *self, double room, int width, int height)
{
  KithRect bounds = kith_figures_bounds (self->figures), place;
  GtkRequisition folded = give_form (self, KITH_LEGEND_FOLDED, room);
  double open;
  KithLegendForm form = open_form (self, &bounds, room, width, height, &open);
  gboolean fold = self->legend_chosen
                      ? self->legend_folded
                      : is_worth_folding (open,
                                          scale_within (&bounds, width, height - folded.height));

  give_form (self, form, room);
  place = legend_place (self, width, height);
  return fold || !legend_has_room (self, &place, width, height) ? KITH_LEGEND_FOLDED : form;
}

/* Whether it lies over somebody where the camera will be. */
static gboolean
covers_somebody (KithCanvas *self)
{
  KithRect cover;

  kith_canvas_legend_insets (self, &cover);
  return cover.width > 0 && kith_canvas_is_covered (self, &cover);
}

/* Time goes by and the camera stays: it has all in sight, and the legend grows with what comes. */
static gboolean
grows_over_somebody (KithCanvas *self)
{
  return kith_viewer_is_past (self->viewer) && !self->legend_chosen
         && kith_viewport_equal (&self->viewport, &self->fitted) && covers_somebody (self);
}

/* `fitted`: so will the map be, to whatever form it takes. Where the camera stays as it is while somebody moves
 * stakeholders, it takes none in which it would lie over them; nor while time goes by. */
void
kith_canvas_shape_legend (KithCanvas *self, int width, int height, gboolean fitted)
{
  int zoom_bar = kith_corner_is_bottom (corner_of (self)) ? size_of (self->zoom_bar).width + MARGIN
                                                          : 0;
  double room = MAX (width - 2 * MARGIN - zoom_bar, 1);
  KithLegendForm last = self->legend_form;

  if (self->figures == NULL || !gtk_widget_get_visible (self->legend))
    return;
  self->legend_form = best_form (self, room, width, height);
  give_form (self, self->legend_form, room);
  if (fitted || last == KITH_LEGEND_ANY)
    return;
  if (last == self->legend_form ? grows_over_somebody (self) : covers_somebody (self))
    {
      self->legend_form = last == self->legend_form ? KITH_LEGEND_FOLDED : last;
      give_form (self, self->legend_form, room);
    }
}

/* As it will be once the window has caught up with the map: what is fitted now is fitted to that. */
void
kith_canvas_settle_legend (KithCanvas *self)
{
  if (self->legend_follow != 0)
    kith_canvas_update_legend (self);
  kith_canvas_shape_legend (self, (int) self->viewport.width, (int) self->viewport.height, TRUE);
}

/* As much or as little as is not shown now. */
static void
turn_legend (KithCanvas *self)
{
  self->legend_folded = !kith_legend_card_is_folded (KITH_LEGEND_CARD (self->legend));
  self->legend_chosen = TRUE;
  self->legend_form = KITH_LEGEND_ANY;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Where it lies in the window, pixels. */
void
kith_canvas_zoom_bar_place (KithCanvas *self, KithRect *place)
{
  GtkRequisition size = size_of (self->zoom_bar);

  *place = (KithRect){ self->viewport.width - MARGIN - size.width,
                       self->viewport.height - MARGIN - size.height, size.width, size.height };
}

/* Who was found by what is typed, pixels. */
static KithRect
found_place (KithCanvas *self)
{
  KithRect box = { 0 };

  if (self->spelt_ids != NULL && self->spelt_ids->len > 0
      && kith_figures_extent (self->figures,
                              g_array_index (self->spelt_ids, KithId, self->spelt_at), &box))
    box = kith_viewport_rect_to_widget (&self->viewport, &box);
  return box;
}

static gboolean
is_clear (KithCanvas *self, const KithRect *place, gboolean of_found)
{
  KithRect found = found_place (self), legend, bar, map = { 0 };
  graphene_rect_t bounds;

  kith_canvas_legend_insets (self, &legend);
  kith_canvas_zoom_bar_place (self, &bar);
  if (gtk_widget_get_visible (self->overview) && gtk_widget_get_child_visible (self->overview)
      && gtk_widget_compute_bounds (self->overview, GTK_WIDGET (self), &bounds))
    map = (KithRect){ bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height };
  return place->y >= 0 && place->y + place->height <= self->viewport.height
         && (legend.width <= 0 || !kith_rect_touches (place, &legend))
         && (map.width <= 0 || !kith_rect_touches (place, &map)) && !kith_rect_touches (place, &bar)
         && (!of_found || found.width <= 0 || !kith_rect_touches (place, &found));
}

/* What comes and goes stands in the middle: at the top, or where nothing of the window lies, and if that
 * can be not over who was found. */
static void
allocate_passing (KithCanvas *self, GtkWidget *passing, int width, int height)
{
  GtkRequisition size = size_of (passing);
  KithRect legend, bar, place;
  gboolean clear = FALSE;

  kith_canvas_legend_insets (self, &legend);
  kith_canvas_zoom_bar_place (self, &bar);
  size.width = MIN (size.width, width - 2 * MARGIN);
  place = (KithRect){ (width - size.width) / 2.0, MARGIN, size.width, size.height };
  for (guint i = 0; i < 10 && !clear; i++)
    {
      double tops[] = { MARGIN, legend.y + legend.height + BETWEEN, height - MARGIN - size.height,
                        bar.y - BETWEEN - size.height, legend.y - BETWEEN - size.height };

      place.y = tops[i % 5];
      clear = is_clear (self, &place, i < 5);
    }
  allocate_at (passing, place.x, clear ? place.y : MARGIN, size);
}

void
kith_canvas_allocate_around (KithCanvas *self, int width, int height)
{
  GtkRequisition zoom = size_of (self->zoom_bar);
  KithRect legend = legend_place (self, width, height), box, bar;

  kith_canvas_allocate_ghosts (self);
  kith_canvas_zoom_bar_place (self, &bar);
  allocate_at (self->zoom_bar, bar.x, bar.y, zoom);
  if (gtk_widget_get_visible (self->legend))
    {
      gtk_widget_set_child_visible (self->legend, legend_has_room (self, &legend, width, height));
      allocate_at (self->legend, legend.x, legend.y,
                   kith_legend_card_get_size (KITH_LEGEND_CARD (self->legend)));
    }
  kith_canvas_allocate_overview (self, width, height, MARGIN, zoom);
  if (gtk_widget_get_visible (self->progress))
    allocate_passing (self, self->progress, width, height);
  if (gtk_widget_get_visible (self->spelt_pill))
    allocate_passing (self, self->spelt_pill, width, height);
  if (self->entry != NULL && kith_figures_extent (self->figures, self->typing_id, &box))
    {
      KithPoint at = kith_viewport_to_widget (&self->viewport, box.x,
                                              kith_canvas_words_top (self, &box));

      allocate_at (GTK_WIDGET (self->entry), at.x + 0.5, at.y + 0.5,
                   size_of (GTK_WIDGET (self->entry)));
    }
}

/* The part of the window that the legend covers, pixels; of no width where it does not. */
void
kith_canvas_legend_insets (KithCanvas *self, KithRect *covered)
{
  int width = (int) self->viewport.width, height = (int) self->viewport.height;

  *covered = (KithRect){ 0 };
  if (!gtk_widget_get_visible (self->legend))
    return;
  *covered = legend_place (self, width, height);
  if (!legend_has_room (self, covered, width, height))
    covered->width = 0;
}

static void
on_legend_begin (GtkGestureDrag *gesture, double x, double y, KithCanvas *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->legend_dragged = TRUE;
  gtk_widget_grab_focus (self->legend);
  self->legend_dx = self->legend_dy = 0;
}

/* Offsets come in the card's own coordinates, which move along with it. */
static void
on_legend_update (GtkGestureDrag *gesture, double dx, double dy, KithCanvas *self)
{
  self->legend_dx += dx;
  self->legend_dy += dy;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
on_legend_end (GtkGestureDrag *gesture, double dx, double dy, KithCanvas *self)
{
  KithRect place = legend_place (self, (int) self->viewport.width, (int) self->viewport.height);

  self->legend_dragged = FALSE;
  if (fabs (self->legend_dx) < STILL && fabs (self->legend_dy) < STILL)
    {
      turn_legend (self);
      return;
    }
  kith_viewer_set_legend (self->viewer,
                          corner_at (place.x + place.width / 2 > self->viewport.width / 2,
                                     place.y + place.height / 2 > self->viewport.height / 2));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
on_legend_cancel (GtkGesture *gesture, GdkEventSequence *sequence, KithCanvas *self)
{
  self->legend_dragged = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
on_legend_key (GtkEventControllerKey *controller,
               guint keyval,
               guint keycode,
               GdkModifierType state,
               KithCanvas *self)
{
  KithCorner corner = corner_of (self);

  if (keyval == GDK_KEY_Left || keyval == GDK_KEY_Right)
    corner = corner_at (keyval == GDK_KEY_Right, kith_corner_is_bottom (corner));
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down)
    corner = corner_at (kith_corner_is_right (corner), keyval == GDK_KEY_Down);
  else if (keyval == GDK_KEY_Delete)
    corner = KITH_CORNER_HIDDEN;
  else if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_space)
    {
      turn_legend (self);
      return GDK_EVENT_STOP;
    }
  else
    return GDK_EVENT_PROPAGATE;
  kith_viewer_set_legend (self->viewer, corner);
  return GDK_EVENT_STOP;
}

static void
make_legend (KithCanvas *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->legend = kith_legend_card_new ();
  gtk_widget_set_visible (self->legend, FALSE);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_legend_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_legend_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_legend_end), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (on_legend_cancel), self);
  gtk_widget_add_controller (self->legend, GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_legend_key), self);
  gtk_widget_add_controller (self->legend, keys);
  gtk_widget_set_parent (self->legend, GTK_WIDGET (self));
}

static void
make_progress (KithCanvas *self)
{
  GtkWidget *cancel = gtk_button_new_from_icon_name ("process-stop-symbolic");

  self->progress = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  gtk_widget_add_css_class (self->progress, "kith-card");
  gtk_widget_add_css_class (self->progress, "kith-progress");
  gtk_box_append (GTK_BOX (self->progress), gtk_label_new (_ ("Arranging")));
  self->progress_bar = gtk_progress_bar_new ();
  gtk_widget_set_valign (self->progress_bar, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress_bar),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Arranging"), -1);
  gtk_box_append (GTK_BOX (self->progress), self->progress_bar);
  gtk_widget_set_tooltip_text (cancel, _ ("Stop arranging"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (cancel), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Stop arranging"), -1);
  gtk_widget_add_css_class (cancel, "flat");
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (kith_canvas_stop_arranging), self);
  gtk_box_append (GTK_BOX (self->progress), cancel);
  gtk_widget_set_visible (self->progress, FALSE);
  gtk_widget_set_parent (self->progress, GTK_WIDGET (self));
}

static gboolean
on_zoom_follow (gpointer data)
{
  KithCanvas *self = data;

  self->zoom_follow = 0;
  kith_zoom_bar_set_zoom (self->zoom_bar, self->viewport.zoom);
  return G_SOURCE_REMOVE;
}

/* The map is fitted while sizes are being given out: words that change then would leave all that
 * is around them without a place, and the window empty. */
void
kith_canvas_show_zoom (KithCanvas *self)
{
  if (self->zoom_follow == 0)
    self->zoom_follow = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_zoom_follow, self, NULL);
}

void
kith_canvas_around_init (KithCanvas *self)
{
  kith_canvas_ghosts_init (self);
  make_legend (self);
  self->zoom_bar = kith_zoom_bar_new ();
  gtk_widget_set_parent (self->zoom_bar, GTK_WIDGET (self));
  kith_zoom_bar_set_zoom (self->zoom_bar, self->viewport.zoom);
  make_progress (self);
}
