/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A viewer's time: the map as at the day that is shown, and from when changes are counted. */
#include "kith-as-at.h"
#include "kith-audience.h"
#include "kith-viewer-private.h"

/* The map as at the day that is shown, out of what the audience may see. */
static void
remake_from_seen (KithViewer *self)
{
  g_clear_pointer (&self->shown, kith_map_unref);
  self->shown = self->view.day == 0 ? kith_map_ref (self->seen)
                                    : kith_map_as_at (self->seen, self->view.day);
}

/* What the audience may see of the document's map, as at the day that is shown. */
void
kith_viewer_remake_shown (KithViewer *self)
{
  KithMap *whole = kith_document_get_map (self->document);

  g_clear_pointer (&self->seen, kith_map_unref);
  self->seen = self->view.audience == KITH_TEAM
                   ? kith_map_ref (whole)
                   : kith_map_for_audience (whole, self->view.audience);
  remake_from_seen (self);
}

/**
 * kith_viewer_get_timeline:
 * @self: a viewer
 *
 * Returns: the time of the map that the audience may see; borrowed until the map changes
 */
KithTimeline *
kith_viewer_get_timeline (KithViewer *self)
{
  if (self->timeline != NULL && kith_timeline_is_of (self->timeline, self->seen))
    return self->timeline;
  g_clear_pointer (&self->timeline, kith_timeline_unref);
  self->timeline = kith_timeline_new (self->seen);
  return self->timeline;
}

/**
 * kith_viewer_set_day:
 * @self: a viewer
 * @day: the Julian day as at which the map is shown from now on; 0: as it is now
 */
void
kith_viewer_set_day (KithViewer *self, gint32 day)
{
  if (self->view.day == day)
    return;
  self->view.day = day;
  kith_viewer_tell_change (self, NULL);
  kith_viewer_tell_view (self, FALSE);
}

void
kith_viewer_set_since (KithViewer *self, gint32 since)
{
  if (self->view.since == since)
    return;
  self->view.since = since;
  kith_viewer_tell_view (self, FALSE);
}

KithDate
kith_viewer_date (KithViewer *self)
{
  GDate day;

  if (self->view.day == 0)
    return kith_date_today ();
  g_date_clear (&day, 1);
  g_date_set_julian (&day, (guint32) self->view.day);
  return kith_date_day (g_date_get_year (&day), g_date_get_month (&day), g_date_get_day (&day));
}

gboolean
kith_viewer_is_past (KithViewer *self)
{
  return self->view.day != 0;
}

/**
 * kith_viewer_refuses_past:
 * @self: a viewer
 *
 * Returns: whether another date than now is shown, so that only its history can be added to; the
 *   window has been told then
 */
gboolean
kith_viewer_refuses_past (KithViewer *self)
{
  if (self->view.day == 0)
    return FALSE;
  kith_viewer_tell_past_refused (self);
  return TRUE;
}

/* What is said of a day that is shown: ratings, events, inherited lines. */
static gboolean
is_history (KithKind kind)
{
  return kind == KITH_ASSESSMENT || kind == KITH_EVENT || kind == KITH_QUOTE;
}

/* Whether the edit may be made while this day is shown: all of it, or nothing. */
gboolean
kith_viewer_allows (KithViewer *self, const KithEdit *edit)
{
  if (self->view.day == 0)
    return TRUE;
  for (guint i = 0; i < kith_edit_n_changes (edit); i++)
    if (!is_history (kith_change_kind (kith_edit_change (edit, i))))
      return FALSE;
  return TRUE;
}
