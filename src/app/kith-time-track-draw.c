/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The track of the time bar: how it is drawn. A calm ground: what has been is dark, what is to come
 * is faint, and the handle alone has a colour. */
#include <glib/gi18n-lib.h>

#include "kith-as-at.h"
#include "kith-time-track-private.h"

#define PAST 0.62      /* strength of what has been … */
#define TO_COME 0.26   /* … and of what is to come */
#define TICK_GAP 58    /* pixels from one year to the next, at least */
#define TITLE_ROOM 44  /* pixels below which a title is left out */
#define TITLE_MOST 190 /* pixels of a title, at most */
#define FONT_SMALL 0.82

typedef struct
{
  KithTimeTrack *track;
  cairo_t *cr;
  GdkRGBA ink;
  GdkRGBA accent;
  GdkRGBA on_accent;
  double at;   /* the handle */
  double from; /* the other end of the range, or the left side */
  graphene_rect_t pill;
} Drawing;

static PangoLayout *
lay_out (KithTimeTrack *self, const char *text, double size, gboolean bold)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (size));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

static double
width_of (PangoLayout *layout)
{
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static gboolean
is_contrast (KithTimeTrack *self)
{
  return gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_WINDOW) != NULL
         && gtk_widget_has_css_class (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                                      "kith-contrast");
}

static void
set_ink (Drawing *d, double strength)
{
  double least = is_contrast (d->track) ? 0.5 : 0.0;

  cairo_set_source_rgba (d->cr, d->ink.red, d->ink.green, d->ink.blue,
                         d->ink.alpha * MAX (strength, least));
}

static void
set_accent (Drawing *d, double strength)
{
  cairo_set_source_rgba (d->cr, d->accent.red, d->accent.green, d->accent.blue, strength);
}

static void
rounded (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/* Where the pill stands: over the handle, or over the middle of the range, within the widget. */
void
kith_time_track_pill (KithTimeTrack *self, graphene_rect_t *rect)
{
  g_autofree char *words = kith_time_track_dup_words (self);
  g_autoptr (PangoLayout) layout = lay_out (self, words, 0.9, TRUE);
  double width = width_of (layout) + 20, room = gtk_widget_get_width (GTK_WIDGET (self));
  double at = kith_time_scale_x (&self->scale, kith_time_track_day (self));

  if (self->since != 0)
    at = (at + kith_time_scale_x (&self->scale, self->since)) / 2;
  graphene_rect_init (rect, (float) CLAMP (at - width / 2, 0, MAX (room - width, 0)), 0,
                      (float) width, KITH_TRACK_PILL);
}

static gboolean
is_within (const Drawing *d, double x)
{
  return x <= d->at + 0.5 && x >= d->from - 0.5;
}

static void
draw_bars (Drawing *d)
{
  KithTimeTrack *self = d->track;
  double step = self->scale.width / MAX (self->n_buckets, 1);
  double width = MIN (step - 2, 16);
  guint most = 1;

  for (guint i = 0; i < self->n_buckets; i++)
    most = MAX (most, self->buckets[i]);
  for (guint i = 0; i < self->n_buckets; i++)
    {
      double middle = self->scale.left + (i + 0.5) * step;
      double height =
          3 + (KITH_TRACK_BASE - KITH_TRACK_BARS - 3) * (double) self->buckets[i] / MAX (most, 4);

      if (self->buckets[i] == 0)
        continue;
      set_ink (d, is_within (d, middle) ? PAST : TO_COME);
      rounded (d->cr, middle - width / 2, KITH_TRACK_BASE - height, width, height,
               MIN (1.5, height / 2));
      cairo_fill (d->cr);
    }
}

static void
draw_base (Drawing *d)
{
  KithTimeTrack *self = d->track;

  set_ink (d, 0.2);
  cairo_rectangle (d->cr, self->scale.left, KITH_TRACK_BASE, self->scale.width, 1);
  cairo_fill (d->cr);
  if (self->since == 0)
    return;
  set_accent (d, 0.16);
  cairo_rectangle (d->cr, d->from, KITH_TRACK_PILL, d->at - d->from,
                   KITH_TRACK_BASE - KITH_TRACK_PILL);
  cairo_fill (d->cr);
}

/* Below the base; returns whether there was room. */
static gboolean
draw_label (Drawing *d, const char *text, double at, gboolean bold, double *taken)
{
  g_autoptr (PangoLayout) layout = lay_out (d->track, text, FONT_SMALL, bold);
  double width = width_of (layout), room = gtk_widget_get_width (GTK_WIDGET (d->track));
  double x = CLAMP (at - width / 2, 0, MAX (room - width, 0));

  if (taken != NULL && x + width + 8 > *taken)
    return FALSE;
  set_ink (d, bold ? 1.0 : 0.75);
  cairo_move_to (d->cr, x, KITH_TRACK_BASE + 4);
  pango_cairo_show_layout (d->cr, layout);
  return TRUE;
}

static void
draw_tick (Drawing *d, double at, double length)
{
  set_ink (d, 0.35);
  cairo_rectangle (d->cr, at - 0.5, KITH_TRACK_BASE + 1, 1, length);
  cairo_fill (d->cr);
}

/* Now goes first: years make way for it. */
static void
draw_ticks (Drawing *d)
{
  KithTimeTrack *self = d->track;
  g_autoptr (GArray) ticks = kith_time_scale_ticks (&self->scale, TICK_GAP);
  double now = kith_time_scale_x (&self->scale, self->today);
  g_autoptr (PangoLayout) layout = lay_out (self, _ ("Now"), FONT_SMALL, self->day == 0);
  double half = width_of (layout) / 2, room = gtk_widget_get_width (GTK_WIDGET (self));
  double left = CLAMP (now - half, 0, MAX (room - 2 * half, 0));

  draw_tick (d, now, 4);
  draw_label (d, _ ("Now"), now, self->day == 0, NULL);
  for (guint i = 0; i < ticks->len; i++)
    {
      const KithTimeTick *tick = &g_array_index (ticks, KithTimeTick, i);
      double x = kith_time_scale_x (&self->scale, tick->day);

      draw_tick (d, x, 3);
      if (x > left + 2 * half + 24 || x < left)
        draw_label (d, tick->label, x, FALSE, x > left ? NULL : &left);
    }
}

static void
draw_lozenge (Drawing *d, double x, double size)
{
  cairo_move_to (d->cr, x, KITH_TRACK_MARK - size);
  cairo_line_to (d->cr, x + size, KITH_TRACK_MARK);
  cairo_line_to (d->cr, x, KITH_TRACK_MARK + size);
  cairo_line_to (d->cr, x - size, KITH_TRACK_MARK);
  cairo_close_path (d->cr);
}

/* Over its mark, as far as it does not meet the next one or the handle's date. */
static void
draw_title (Drawing *d, const KithEvent *event, double x, double *next)
{
  const char *text = *event->title != '\0' ? event->title
                                           : kith_enum_label (&kith_event_kinds, event->kind);
  g_autoptr (PangoLayout) layout = lay_out (d->track, text, FONT_SMALL, FALSE);
  double left = x - 5, right = MIN (*next - 10, left + TITLE_MOST);
  double pill_right = d->pill.origin.x + d->pill.size.width;

  if (pill_right > left && d->pill.origin.x < right)
    right = d->pill.origin.x - 8;
  if (right - left < MIN (TITLE_ROOM, width_of (layout)))
    return;
  pango_layout_set_width (layout, (int) ((right - left) * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  set_ink (d, 0.75);
  cairo_move_to (d->cr, left, 3);
  pango_cairo_show_layout (d->cr, layout);
  *next = left;
}

/* From the last to the first, so that each title knows where the next one begins. */
static void
draw_marks (Drawing *d)
{
  KithTimeTrack *self = d->track;
  const GPtrArray *marks = kith_timeline_marks (self->timeline);
  double next = gtk_widget_get_width (GTK_WIDGET (self)) + 10;

  for (guint i = marks->len; i-- > 0;)
    {
      const KithEvent *event = marks->pdata[i];
      gint32 day = kith_date_holds_from (&event->date);
      double x = kith_time_scale_x (&self->scale, day);

      if (day == KITH_DAY_OPEN_FIRST)
        continue;
      set_ink (d, is_within (d, x) ? 0.85 : 0.5);
      draw_lozenge (d, x, 4.5);
      cairo_fill (d->cr);
      draw_title (d, event, x, &next);
    }
}

static void
draw_line (Drawing *d, double x)
{
  double whole = (int) x;

  cairo_rectangle (d->cr, whole - 1, KITH_TRACK_PILL - 1, 2, KITH_TRACK_BASE - KITH_TRACK_PILL + 3);
  cairo_fill (d->cr);
}

/* In the accent colour while another date than now is shown. */
static void
draw_handle (Drawing *d)
{
  KithTimeTrack *self = d->track;
  g_autofree char *words = kith_time_track_dup_words (self);
  g_autoptr (PangoLayout) layout = lay_out (self, words, 0.9, TRUE);
  gboolean special = self->day != 0 || self->since != 0;
  const graphene_rect_t *pill = &d->pill;
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  if (special)
    set_accent (d, 1);
  else
    set_ink (d, 0.75);
  draw_line (d, d->at);
  if (self->since != 0)
    draw_line (d, d->from);
  if (!special)
    set_ink (d, 0.12);
  rounded (d->cr, pill->origin.x, pill->origin.y, pill->size.width, pill->size.height,
           KITH_TRACK_PILL / 2.0);
  cairo_fill (d->cr);
  if (special)
    gdk_cairo_set_source_rgba (d->cr, &d->on_accent);
  else
    set_ink (d, 1);
  cairo_move_to (d->cr, pill->origin.x + 10, (KITH_TRACK_PILL - height) / 2);
  pango_cairo_show_layout (d->cr, layout);
}

static void
draw_focus (Drawing *d)
{
  const graphene_rect_t *pill = &d->pill;

  if ((gtk_widget_get_state_flags (GTK_WIDGET (d->track)) & GTK_STATE_FLAG_FOCUS_VISIBLE) == 0
      || !gtk_widget_has_focus (GTK_WIDGET (d->track)))
    return;
  set_ink (d, 0.9);
  cairo_set_line_width (d->cr, 2);
  rounded (d->cr, pill->origin.x + 1, pill->origin.y + 1, pill->size.width - 2,
           pill->size.height - 2, KITH_TRACK_PILL / 2.0 - 1);
  cairo_stroke (d->cr);
}

/* Nothing is dated: what to do. */
static void
draw_empty (Drawing *d)
{
  g_autoptr (PangoLayout) layout =
      lay_out (d->track,
               _ ("Nothing on this map has a date yet. Give events, ratings, links or stakeholders "
                  "dates, and their history plays here. Ctrl+Shift+E adds an event."),
               0.95, FALSE);
  int height;

  pango_layout_set_width (layout, gtk_widget_get_width (GTK_WIDGET (d->track)) * PANGO_SCALE);
  pango_layout_set_height (layout, KITH_TRACK_HEIGHT * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_pixel_size (layout, NULL, &height);
  set_ink (d, 0.85);
  cairo_move_to (d->cr, 0, MAX ((KITH_TRACK_HEIGHT - height) / 2, 0));
  pango_cairo_show_layout (d->cr, layout);
}

static void
look_up (Drawing *d)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (d->track));

  gtk_style_context_get_color (style, &d->ink);
  if (!gtk_style_context_lookup_color (style, "accent_bg_color", &d->accent))
    gdk_rgba_parse (&d->accent, "#3584e4");
  if (!gtk_style_context_lookup_color (style, "accent_fg_color", &d->on_accent))
    gdk_rgba_parse (&d->on_accent, "#ffffff");
}

static void
draw_all (Drawing *d)
{
  KithTimeTrack *self = d->track;

  d->at = kith_time_scale_x (&self->scale, kith_time_track_day (self));
  d->from = self->since != 0 ? kith_time_scale_x (&self->scale, self->since) : 0;
  kith_time_track_pill (self, &d->pill);
  draw_base (d);
  draw_bars (d);
  draw_marks (d);
  draw_ticks (d);
  draw_handle (d);
  draw_focus (d);
}

void
kith_time_track_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  Drawing d = { .track = KITH_TIME_TRACK (widget) };

  d.cr = gtk_snapshot_append_cairo (snapshot,
                                    &GRAPHENE_RECT_INIT (0, 0,
                                                         (float) gtk_widget_get_width (widget),
                                                         (float) gtk_widget_get_height (widget)));
  look_up (&d);
  if (d.track->first == 0)
    draw_empty (&d);
  else
    draw_all (&d);
  cairo_destroy (d.cr);
}
