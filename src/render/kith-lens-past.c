/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lenses of a link's past: how old it is, when the two last had to do with one another, and conflict
 * and repair.
 *
 * Conflict and repair, by the latest of each in the history of the link up to the day that is shown:
 *  - in dispute: the link is one, or the latest is a dispute of the last three years, or an end's
 *    trust needs repair;
 *  - cut off: the link has ended, or the latest is a withdrawal, whenever it was;
 *  - strained: the latest is an expectation not met or an incident of the last three years;
 *  - mended: there was any of these, and a repair, a promise kept, a joint project, an agreement, a
 *    small win or a crisis worked together came after it. */
#include "kith-lens-private.h"

#include "kith-as-at.h"
#include "kith-opinion.h"

#include <glib/gi18n-lib.h>

#define YEAR 365.25

const KithLensStep kith_age_steps[KITH_N_AGES] = {
  [KITH_AGE_20] = { N_ ("Twenty years and more"), KITH_PEN_DOUBLE, KITH_INK_RAMP + 4 },
  [KITH_AGE_10] = { N_ ("Ten to twenty years"), KITH_PEN_THICK, KITH_INK_RAMP + 3 },
  [KITH_AGE_3] = { N_ ("Three to ten years"), KITH_PEN_THIN, KITH_INK_RAMP + 2 },
  [KITH_AGE_NEW] = { N_ ("Less than three years"), KITH_PEN_DASHED, KITH_INK_RAMP + 1 },
  [KITH_AGE_UNKNOWN] = { N_ ("Not known since when"), KITH_PEN_DOTTED, KITH_INK_DIM },
};

const KithLensStep kith_contact_steps[KITH_N_CONTACTS] = {
  [KITH_CONTACT_MONTHS] = { N_ ("Within three months"), KITH_PEN_DOUBLE, KITH_INK_RAMP + 4 },
  [KITH_CONTACT_YEAR] = { N_ ("Within a year"), KITH_PEN_THICK, KITH_INK_RAMP + 3 },
  [KITH_CONTACT_YEARS] = { N_ ("Within three years"), KITH_PEN_THIN, KITH_INK_RAMP + 2 },
  [KITH_CONTACT_LONG] = { N_ ("Quiet for longer"), KITH_PEN_DASHED, KITH_INK_RAMP + 1 },
  [KITH_CONTACT_NEVER] = { N_ ("Nothing noted"), KITH_PEN_DOTTED, KITH_INK_DIM },
};

const KithLensStep kith_conflict_steps[KITH_N_CONFLICTS] = {
  [KITH_CONFLICT_NOW] = { N_ ("In dispute, or in need of repair"), KITH_PEN_ZIGZAG,
                          KITH_INK_TRUST + 1 },
  [KITH_CONFLICT_STRAINED] = { N_ ("Strained in the last three years"), KITH_PEN_DASHED,
                               KITH_INK_TRUST + 2 },
  [KITH_CONFLICT_CUT] = { N_ ("Cut off"), KITH_PEN_THIN, KITH_INK_TEXT, KITH_MIDDLE_CUT },
  [KITH_CONFLICT_MENDED] = { N_ ("Mended"), KITH_PEN_THICK, KITH_INK_TRUST + 4, KITH_MIDDLE_PLUS },
  [KITH_CONFLICT_NONE] = { N_ ("Neither noted"), KITH_PEN_QUIET, KITH_INK_LINE },
};

/* The day of a rating that nobody dated is the one on which it was entered. */
static gint32
day_of (gconstpointer record)
{
  const KithAssessment *rating = record;

  if (KITH_KIND (record) == KITH_EVENT)
    return kith_date_holds_from (&((const KithEvent *) record)->date);
  if (!kith_date_is_set (&rating->date) && rating->entered > 0)
    return (gint32) (rating->entered / G_TIME_SPAN_DAY) + KITH_DAY_OF_1970;
  return kith_date_holds_from (&rating->date);
}

/* The latest day that its date allows: "2025" is not quiet since January. */
static gint32
last_day (gconstpointer record, gint32 today)
{
  const KithDate *date = KITH_KIND (record) == KITH_EVENT
                             ? &((const KithEvent *) record)->date
                             : &((const KithAssessment *) record)->date;

  return kith_date_is_set (date) ? MIN (date->last, today) : day_of (record);
}

/* The first and the last day up to `today` on which something is noted of it; FALSE for none. */
static gboolean
find_span (KithMap *map, const KithLink *link, gint32 today, gint32 *first, gint32 *last)
{
  const GPtrArray *referrers = kith_map_referrers (map, link->record.id);
  gboolean any = FALSE;

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      KithKind kind = KITH_KIND (referrers->pdata[i]);
      gint32 day;

      if (kind != KITH_EVENT && kind != KITH_ASSESSMENT)
        continue;
      day = day_of (referrers->pdata[i]);
      if (day == KITH_DAY_OPEN_FIRST || day > today)
        continue;
      *first = any ? MIN (*first, day) : day;
      *last = MAX (any ? *last : day, last_day (referrers->pdata[i], today));
      any = TRUE;
    }
  return any;
}

static gint32
last_day_of (const KithDate *date)
{
  return date->first == KITH_DAY_OPEN_FIRST ? date->last : date->first;
}

void
kith_lens_age (const KithView *view, KithMap *map, const KithLink *link, KithLinkLook *look)
{
  gint32 today = kith_view_day (view);
  gint32 first = 0, last = 0;
  gboolean known = find_span (map, link, today, &first, &last);
  int years;
  guint step;

  if (kith_date_is_set (&link->from) && (!known || last_day_of (&link->from) < first))
    first = last_day_of (&link->from);
  if (!known && !kith_date_is_set (&link->from))
    {
      kith_lens_put_link (KITH_LENS_AGE, KITH_AGE_UNKNOWN, look);
      return;
    }
  years = (int) (MAX (today - first, 0) / YEAR);
  step = years >= 20   ? KITH_AGE_20
         : years >= 10 ? KITH_AGE_10
         : years >= 3  ? KITH_AGE_3
                       : KITH_AGE_NEW;
  kith_lens_put_link (KITH_LENS_AGE, step, look);
  /* Translators: the age of a relationship in years, as short as can be: "27 y" */
  g_snprintf (look->halves[0].text, sizeof look->halves[0].text, _ ("%d y"), years);
}

void
kith_lens_contact (const KithView *view, KithMap *map, const KithLink *link, KithLinkLook *look)
{
  gint32 today = kith_view_day (view);
  gint32 first, last;
  gint32 days;
  guint step;
  GDate date;

  if (!find_span (map, link, today, &first, &last))
    {
      kith_lens_put_link (KITH_LENS_LAST_CONTACT, KITH_CONTACT_NEVER, look);
      return;
    }
  days = today - last;
  step = days <= 92         ? KITH_CONTACT_MONTHS
         : days <= YEAR     ? KITH_CONTACT_YEAR
         : days <= 3 * YEAR ? KITH_CONTACT_YEARS
                            : KITH_CONTACT_LONG;
  kith_lens_put_link (KITH_LENS_LAST_CONTACT, step, look);
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) last);
  g_snprintf (look->halves[0].text, sizeof look->halves[0].text, "%d", g_date_get_year (&date));
}

static gboolean
is_strain (int kind)
{
  return kind == KITH_EVENT_DISPUTE || kind == KITH_EVENT_NOT_MET || kind == KITH_EVENT_INCIDENT
         || kind == KITH_EVENT_WITHDRAWAL;
}

static gboolean
is_repair (int kind)
{
  return kind == KITH_EVENT_REPAIR || kind == KITH_EVENT_PROMISE_KEPT
         || kind == KITH_EVENT_JOINT_PROJECT || kind == KITH_EVENT_AGREEMENT
         || kind == KITH_EVENT_SMALL_WIN || kind == KITH_EVENT_CRISIS;
}

static gboolean
needs_repair (KithMap *map, KithId link)
{
  KithOpinion a, b;

  kith_opinion_of (map, link, KITH_END_A, KITH_TRUST, &a);
  kith_opinion_of (map, link, KITH_END_B, KITH_TRUST, &b);
  return a.step == KITH_SCORE_1 || b.step == KITH_SCORE_1;
}

static guint
conflict_step (KithMap *map, const KithLink *link, gint32 today)
{
  g_autoptr (GPtrArray) events = kith_map_events_of (map, link->record.id);
  const KithEvent *strain = NULL;
  gboolean mended = FALSE;

  for (guint i = 0; i < events->len; i++) /* the earliest first */
    {
      const KithEvent *event = events->pdata[i];

      if (day_of (event) > today)
        continue;
      if (is_strain (event->kind))
        {
          strain = event;
          mended = FALSE;
        }
      else if (strain != NULL && is_repair (event->kind))
        mended = TRUE;
    }
  if (link->kind == KITH_LINK_DISPUTE || needs_repair (map, link->record.id))
    return KITH_CONFLICT_NOW;
  if (mended)
    return KITH_CONFLICT_MENDED;
  if ((strain != NULL && strain->kind == KITH_EVENT_WITHDRAWAL)
      || kith_date_gone_from (&link->to) <= today)
    return KITH_CONFLICT_CUT;
  if (strain == NULL || today - day_of (strain) > 3 * YEAR)
    return KITH_CONFLICT_NONE;
  return strain->kind == KITH_EVENT_DISPUTE ? KITH_CONFLICT_NOW : KITH_CONFLICT_STRAINED;
}

void
kith_lens_conflict (const KithView *view, KithMap *map, const KithLink *link, KithLinkLook *look)
{
  kith_lens_put_link (KITH_LENS_CONFLICT, conflict_step (map, link, kith_view_day (view)), look);
}
