/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trust sheet: its cursor. It stays with the two whose cell it is, wherever these go, and the
 * viewer's selection goes with it: the link, or, where there is none, the two. */
#include "kith-trust-view-private.h"

static int
n_of (KithTrustView *self)
{
  return self->sheet != NULL ? (int) kith_trust_sheet_n (self->sheet) : 0;
}

gboolean
kith_trust_view_has_cursor (KithTrustView *self)
{
  return self->row >= 0 && self->column >= 0 && self->row < n_of (self)
         && self->column < n_of (self);
}

const KithTrustCell *
kith_trust_view_cell (KithTrustView *self)
{
  if (!kith_trust_view_has_cursor (self))
    return NULL;
  return kith_trust_sheet_cell (self->sheet, (guint) self->row, (guint) self->column);
}

static void
scroll_to (GtkAdjustment *adjustment, double start, double size, double from, double room)
{
  double value = gtk_adjustment_get_value (adjustment);

  if (start < from)
    gtk_adjustment_set_value (adjustment, value - (from - start));
  else if (start + size > from + room)
    gtk_adjustment_set_value (adjustment, value + start + size - from - room);
}

/* Into sight. */
void
kith_trust_view_show_cursor (KithTrustView *self)
{
  double left = kith_trust_frame_left (&self->frame);
  double top = kith_trust_frame_top (&self->frame);
  KithRect box;

  if (!kith_trust_view_has_cursor (self) || self->frame.width <= 0.0
      || self->adjustments[GTK_ORIENTATION_HORIZONTAL] == NULL
      || self->adjustments[GTK_ORIENTATION_VERTICAL] == NULL)
    return;
  box = kith_trust_frame_rect (&self->frame, self->row, self->column);
  scroll_to (self->adjustments[GTK_ORIENTATION_HORIZONTAL], box.x, box.width, left,
             self->frame.width - left);
  scroll_to (self->adjustments[GTK_ORIENTATION_VERTICAL], box.y, box.height, top,
             self->frame.height - top);
}

static void
place (KithTrustView *self, int row, int column)
{
  self->row = row;
  self->column = column;
  self->cursor[0] = kith_trust_sheet_row (self->sheet, (guint) row)->stakeholder->record.id;
  self->cursor[1] = kith_trust_sheet_column (self->sheet, (guint) column)->stakeholder->record.id;
}

/* Asking for a filtered link's page would show what was left out. */
static void
select_cell (KithTrustView *self)
{
  const KithTrustCell *cell = kith_trust_view_cell (self);

  self->selecting = TRUE;
  if (cell != NULL && cell->n > 0)
    {
      const KithTrustEnd *end = kith_trust_sheet_ends (self->sheet, cell);

      kith_viewer_select_only (self->viewer, end->link);
      kith_viewer_set_end (self->viewer, end->end);
    }
  else
    kith_viewer_select (self->viewer, self->cursor, self->cursor[0] == self->cursor[1] ? 1 : 2,
                        FALSE);
  self->selecting = FALSE;
}

/**
 * kith_trust_view_go:
 * @self: a trust view
 * @row: where the cursor goes; beyond an edge: to the edge
 * @column: likewise
 */
void
kith_trust_view_go (KithTrustView *self, int row, int column)
{
  gboolean focused = kith_trust_view_has_focus (self);

  if (n_of (self) == 0)
    return;
  self->hover_row = self->hover_column = KITH_TRUST_HEAD; /* until the pointer moves again */
  place (self, CLAMP (row, 0, n_of (self) - 1), CLAMP (column, 0, n_of (self) - 1));
  kith_trust_view_show_cursor (self);
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  select_cell (self);
  kith_trust_view_read (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* After the sheet was made anew: where the two are now, else where it stood. */
void
kith_trust_view_keep_cursor (KithTrustView *self)
{
  gboolean focused = kith_trust_view_has_focus (self);
  guint row = (guint) MAX (self->row, 0), column = (guint) MAX (self->column, 0);
  guint n = (guint) n_of (self);

  if (n == 0)
    {
      self->row = self->column = KITH_TRUST_HEAD;
      if (focused)
        gtk_widget_grab_focus (GTK_WIDGET (self));
      kith_trust_view_drop_children (self);
      return;
    }
  if (!kith_trust_sheet_find_row (self->sheet, self->cursor[0], &row))
    row = MIN (row, n - 1);
  if (!kith_trust_sheet_find_column (self->sheet, self->cursor[1], &column))
    column = MIN (column, n - 1);
  place (self, (int) row, (int) column);
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* One link selected elsewhere: to the cell of the end with the ring. */
void
kith_trust_view_follow_selection (KithTrustView *self)
{
  KithKind kind = KITH_N_KINDS;
  KithId only = self->viewer != NULL ? kith_viewer_get_only (self->viewer, &kind) : 0;
  const KithLink *link;
  guint row, column;

  if (only == 0 || kind != KITH_LINK || kith_trust_view_get_sheet (self) == NULL)
    return;
  link = kith_map_link (kith_viewer_get_map (self->viewer), only);
  if (link == NULL)
    return;
  if (!kith_trust_sheet_find_row (self->sheet,
                                  kith_link_rater (link, kith_viewer_get_end (self->viewer)), &row)
      || !kith_trust_sheet_find_column (self->sheet,
                                        kith_link_rated (link, kith_viewer_get_end (self->viewer)),
                                        &column)
      || ((int) row == self->row && (int) column == self->column))
    return;
  place (self, (int) row, (int) column);
  kith_trust_view_show_cursor (self);
  if (kith_trust_view_has_focus (self))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  kith_trust_view_read (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
