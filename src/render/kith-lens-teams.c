/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lenses of what a team said of itself and carries, and of where it meets others: the mean of its last
 * pulse check, how many changes are in their embedding window, in how many shared spaces it is. */
#include "kith-lens-private.h"

#include "kith-load.h"
#include "kith-pulse.h"

#include <glib/gi18n-lib.h>

#define SAME 25      /* hundredths: two means that lie no further apart are the same */
#define MOST_LOADS 3 /* "three or more" */
#define MOST_SPACES 4

/* --- Pulse --- */

/* The last two means up to the day of the view, as they are told: what is said to be 1.5 is drawn as
 * 1.5. 0 where there are fewer. */
static void
last_means (const KithView *view, KithMap *map, KithId stakeholder, int *before, int *last)
{
  g_autoptr (GPtrArray) pulses = kith_pulses_of (map, stakeholder);
  gint32 day = kith_view_day (view);

  *before = *last = 0;
  for (guint i = 0; i < pulses->len; i++)
    {
      const KithPulse *pulse = pulses->pdata[i];
      int mean = kith_pulse_mean (pulse);

      if (mean == 0 || pulse->date.first > day
          || (view->audience > KITH_TEAM && kith_pulse_is_of_few (pulse)))
        continue;
      *before = *last;
      *last = mean;
    }
}

static void
pulse_step (guint step, KithBoxLook *look)
{
  *look = (KithBoxLook){ .tint = KITH_TINT_PLAIN, .step = (guint8) step, .hatch = step == 0 };
  if (step == 0)
    return;
  look->tint = (guint8) (KITH_TINT_LEVEL + step);
  g_snprintf (look->badge, sizeof look->badge, "%u", step);
}

static void
pulse_box (const KithView *view,
           KithMap *map,
           const KithStakeholder *stakeholder,
           KithBoxLook *look)
{
  int before, last;

  *look = (KithBoxLook){ .tint = KITH_TINT_PLAIN, .step = KITH_NO_STEP };
  if (view->audience > kith_kind_info (KITH_PULSE)->audience)
    return;
  last_means (view, map, stakeholder->record.id, &before, &last);
  pulse_step (last > 0 ? (guint) CLAMP ((last + 50) / 100, 1, 5) : 0, look);
  if (before == 0)
    return;
  g_strlcat (look->badge,
             last > before + SAME   ? "↗"
             : last < before - SAME ? "↘"
                                    : "→",
             sizeof look->badge);
}

/* --- Load --- */

static guint
n_carried (KithMap *map, KithId stakeholder, gint32 day)
{
  g_autoptr (GPtrArray) loads = kith_loads_of (map, stakeholder);
  guint n = 0;

  for (guint i = 0; i < loads->len; i++)
    {
      KithLoadSpan span;

      n += kith_load_span (loads->pdata[i], &span) && span.from <= day && day < span.to;
    }
  return n;
}

static void
load_step (guint step, KithBoxLook *look)
{
  static const guint8 tints[] = { KITH_TINT_PLAIN, KITH_TINT_LEVEL + 1, KITH_TINT_LEVEL + 3,
                                  KITH_TINT_LEVEL + 5 };

  *look = (KithBoxLook){ .tint = tints[step],
                         .step = (guint8) step,
                         .hatch = (guint8) (step > 1 ? step - 1 : 0) };
  if (step > 0)
    g_snprintf (look->badge, sizeof look->badge, "%u", step);
}

static void
load_box (const KithView *view, KithMap *map, const KithStakeholder *stakeholder, KithBoxLook *look)
{
  guint n;

  *look = (KithBoxLook){ .tint = KITH_TINT_PLAIN, .step = KITH_NO_STEP };
  if (view->audience > kith_kind_info (KITH_LOAD)->audience)
    return;
  n = n_carried (map, stakeholder->record.id, kith_view_day (view));
  load_step (MIN (n, MOST_LOADS), look);
  if (n > MOST_LOADS)
    g_snprintf (look->badge, sizeof look->badge, "%u", MIN (n, 99));
}

/* --- Shared spaces --- */

const KithLensStep kith_meeting_steps[2] = {
  { N_ ("Both meet in a shared space"), KITH_PEN_THICK, KITH_INK_RAMP + 3 },
  { N_ ("Through no shared space"), KITH_PEN_DASHED, KITH_INK_DIM },
};

static GHashTable *
spaces_of (KithMap *map, KithId stakeholder)
{
  const GPtrArray *referrers = kith_map_referrers (map, stakeholder);
  GHashTable *spaces = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      const KithMembership *one = referrers->pdata[i];

      if (KITH_KIND (one) == KITH_MEMBERSHIP && kith_map_space (map, one->space) != NULL)
        g_hash_table_add (spaces, (gpointer) &one->space);
    }
  return spaces;
}

void
kith_lens_meeting (const KithView *view, KithMap *map, const KithLink *link, KithLinkLook *look)
{
  g_autoptr (GHashTable) one = spaces_of (map, link->a);
  g_autoptr (GHashTable) other = spaces_of (map, link->b);
  GHashTableIter iter;
  gpointer space;
  guint step = 1;

  g_hash_table_iter_init (&iter, one);
  while (g_hash_table_iter_next (&iter, &space, NULL))
    if (g_hash_table_contains (other, space))
      step = 0;
  kith_lens_put_link (KITH_LENS_SPACES, step, look);
}

static void
meeting_step (guint step, KithBoxLook *look)
{
  *look = (KithBoxLook){ .tint = step == 0 ? KITH_TINT_PLAIN : (guint8) (KITH_TINT_LEVEL + step),
                         .step = (guint8) step };
  g_snprintf (look->badge, sizeof look->badge, "%u", step);
}

static void
meeting_box (KithMap *map, const KithStakeholder *stakeholder, KithBoxLook *look)
{
  g_autoptr (GHashTable) spaces = spaces_of (map, stakeholder->record.id);
  guint n = g_hash_table_size (spaces);

  meeting_step (MIN (n, MOST_SPACES), look);
  g_snprintf (look->badge, sizeof look->badge, "%u", MIN (n, 99));
}

/* --- Words --- */

guint
kith_lens_n_team_steps (KithLens lens)
{
  if (lens == KITH_LENS_PULSE)
    return 6;
  return lens == KITH_LENS_LOAD ? MOST_LOADS + 1 : MOST_SPACES + 1;
}

const char *
kith_lens_team_words (KithLens lens, guint step)
{
  static const char *const pulse[] = {
    N_ ("No answer"),  N_ ("Mean below 1.5"), N_ ("1.5 to 2.4"),
    N_ ("2.5 to 3.4"), N_ ("3.5 to 4.4"),     N_ ("4.5 or more")
  };
  static const char *const load[] = { N_ ("Carries no change now"), N_ ("One change"),
                                      N_ ("Two at once"), N_ ("Three or more at once") };
  static const char *const meeting[] = { N_ ("In no shared space"), N_ ("In one"), N_ ("In two"),
                                         N_ ("In three"), N_ ("In four or more") };

  if (lens == KITH_LENS_PULSE)
    return _ (pulse[step]);
  return lens == KITH_LENS_LOAD ? _ (load[step]) : _ (meeting[step]);
}

void
kith_lens_team_step (KithLens lens, guint step, KithBoxLook *look)
{
  if (lens == KITH_LENS_PULSE)
    pulse_step (step, look);
  else if (lens == KITH_LENS_LOAD)
    load_step (step, look);
  else
    meeting_step (step, look);
}

void
kith_lens_team_box (const KithView *view,
                    KithMap *map,
                    const KithStakeholder *stakeholder,
                    KithBoxLook *look)
{
  if (view->lens == KITH_LENS_PULSE)
    pulse_box (view, map, stakeholder, look);
  else if (view->lens == KITH_LENS_LOAD)
    load_box (view, map, stakeholder, look);
  else
    meeting_box (map, stakeholder, look);
}
