/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A viewer's time: the map as at the day that is shown, and from when changes are counted. */
#include "kith-as-at.h"
#include "kith-audience.h"
#include "kith-round.h"
#include "kith-viewer-private.h"

/* What the audience may see of the document's map, as at the day that is shown. */
void
kith_viewer_remake_shown (KithViewer *self)
{
  KithMap *whole = kith_document_get_map (self->document);
  g_autoptr (KithMap) seen = self->view.audience == KITH_TEAM
                                 ? kith_map_opened (whole)
                                 : kith_map_for_audience (whole, self->view.audience);

  g_clear_pointer (&self->shown, kith_map_unref);
  self->shown = self->view.day == 0 ? g_steal_pointer (&seen)
                                    : kith_map_as_at (seen, self->view.day);
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
