/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A viewer's time: the map as at the day that is shown, and from when changes are counted. */
#include "kith-audience.h"
#include "kith-compare-view.h"
#include "kith-round.h"
#include "kith-viewer-private.h"

/* What the audience may see of the document's map (transfer full). */
static KithMap *
seen (KithViewer *self)
{
  KithMap *whole = kith_document_get_map (self->document);

  return self->view.audience == KITH_TEAM ? kith_map_opened (whole)
                                          : kith_map_for_audience (whole, self->view.audience);
}

/* An edit may bring, end or rename on the day that is shown what it does not itself concern, and
 * concern what is not there then. */
KithEdit *
kith_viewer_remake_shown (KithViewer *self, KithEdit *edit)
{
  g_autoptr (KithMap) before = NULL;
  g_autoptr (KithMap) seen_before = g_steal_pointer (&self->seen);

  self->seen = seen (self);
  g_clear_pointer (&self->timeline, kith_timeline_unref);
  if (kith_viewer_remake_comparison (self)) /* what an edit does to it is not told by its records */
    {
      self->today = 0;
      return NULL;
    }
  before = g_steal_pointer (&self->shown);
  if (self->view.day == 0)
    return kith_viewer_remake_now (self, edit, before, seen_before);
  self->today = 0;
  self->timeline = kith_timeline_new (self->seen);
  self->shown = kith_timeline_map (self->timeline, self->view.day);
  return edit != NULL && before != NULL ? kith_viewer_difference (before, self->shown) : NULL;
}

/**
 * kith_viewer_get_timeline:
 * @self: a viewer
 *
 * Returns: (transfer none): the time of what its audience may see
 */
KithTimeline *
kith_viewer_get_timeline (KithViewer *self)
{
  if (self->timeline == NULL)
    self->timeline = kith_timeline_new (self->seen);
  return self->timeline;
}

/* From one day to another: only what is different is touched. */
static void
step (KithViewer *self, gint32 from, gint32 to)
{
  g_autoptr (KithEdit) edit = kith_timeline_move (kith_viewer_get_timeline (self), self->shown,
                                                  from, to);
  g_autoptr (GError) error = NULL;

  if (kith_edit_is_empty (edit))
    return;
  if (!kith_map_apply (self->shown, edit, &error))
    {
      g_warning ("A step in time does not fit: %s", error->message);
      kith_viewer_tell_change (self, NULL);
      return;
    }
  kith_viewer_follow_filter (self, NULL);
  kith_viewer_tell_shown (self, edit);
}

/**
 * kith_viewer_set_day:
 * @self: a viewer
 * @day: the Julian day as at which the map is shown from now on; 0: as it is now
 */
void
kith_viewer_set_day (KithViewer *self, gint32 day)
{
  gint32 before = self->view.day;

  if (before == day)
    return;
  self->view.day = day;
  if (before == 0 || day == 0 || self->comparison != NULL)
    kith_viewer_tell_change (self, NULL);
  else
    step (self, before, day);
  kith_viewer_tell_view (self, FALSE);
}

void
kith_viewer_set_since (KithViewer *self, gint32 since)
{
  if (self->view.since == since)
    return;
  self->view.since = since;
  if (self->comparison != NULL)
    kith_viewer_tell_change (self, NULL);
  kith_viewer_tell_view (self, FALSE);
}

KithDate
kith_viewer_date (KithViewer *self)
{
  return self->view.day == 0 ? kith_date_today () : kith_date_of_day (self->view.day);
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

/* What is said of a day that is shown: ratings, events, inherited lines, answers, pulses; and scenes,
 * which show it. */
static gboolean
is_history (KithKind kind)
{
  switch (kind)
    {
    case KITH_ASSESSMENT:
    case KITH_EVENT:
    case KITH_QUOTE:
    case KITH_SCENE:
    case KITH_STANCE:
    case KITH_ANSWER:
    case KITH_PULSE:
    case KITH_LOAD:
    case KITH_BARRIER:
    case KITH_REPAIR:
    case KITH_ACKNOWLEDGEMENT:
      return TRUE;
    default:
      return FALSE;
    }
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
