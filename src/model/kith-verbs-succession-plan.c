/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What those that go on carry and have agreed: changes that are not embedded yet, and small wins that
 * are still planned. */
#include "kith-verbs-succession-private.h"

#include "kith-as-at.h"
#include "kith-load.h"

/* Whole ones. */
static int
months_between (gint32 from, gint32 to)
{
  GDate one, other;
  int months;

  g_date_clear (&one, 1);
  g_date_clear (&other, 1);
  g_date_set_julian (&one, (guint32) from);
  g_date_set_julian (&other, (guint32) to);
  months = 12 * ((int) g_date_get_year (&other) - (int) g_date_get_year (&one))
           + (int) g_date_get_month (&other) - (int) g_date_get_month (&one);
  return g_date_get_day (&other) < g_date_get_day (&one) ? months - 1 : months;
}

/* From the date on it carries what is left of it. */
static void
begin_on (KithLoad *load, const KithLoadSpan *span, const KithDate *date)
{
  int from = load->embeds_from > 0 ? load->embeds_from : KITH_EMBEDS_FROM;
  int to = MAX (load->embeds_to > 0 ? load->embeds_to : KITH_EMBEDS_TO, from);
  int gone;

  if (span->from >= date->first)
    return;
  gone = months_between (span->from, date->first);
  load->start = *date;
  load->embeds_from = MAX (from - gone, 1);
  load->embeds_to = MAX (to - gone, load->embeds_from);
}

static void
carry_on (KithEdit *edit, const KithLoad *old, KithId heir, const KithDate *date, gboolean hides)
{
  KithLoadSpan span;
  KithLoad *made;

  if (!kith_load_span (old, &span) || span.to <= date->first)
    return;
  made = kith_record_copy (old);
  made->record.id = kith_id_new ();
  made->stakeholder = heir;
  made->is_private |= hides;
  begin_on (made, &span, date);
  kith_edit_insert (edit, made);
}

static void
plan_on (KithEdit *edit,
         const KithRepair *old,
         KithKind kind,
         KithId heir,
         const KithDate *date,
         gboolean hides)
{
  KithRepair *made;

  if (old->state != KITH_REPAIR_PLANNED)
    return;
  made = kith_record_copy (old);
  made->record.id = kith_id_new ();
  made->link = kind == KITH_LINK ? heir : 0;
  made->stakeholder = kind == KITH_STAKEHOLDER ? heir : 0;
  made->is_private |= hides;
  if (kith_date_holds_from (&made->made) < date->first)
    made->made = *date;
  kith_edit_insert (edit, made);
}

void
kith_succession_plan_on (KithEdit *edit,
                         KithMap *map,
                         KithId from,
                         KithKind kind,
                         KithId heir,
                         const KithDate *date,
                         gboolean hides)
{
  const GPtrArray *referrers = kith_map_referrers (map, from);

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    if (KITH_KIND (referrers->pdata[i]) == KITH_REPAIR)
      plan_on (edit, referrers->pdata[i], kind, heir, date, hides);
    else if (KITH_KIND (referrers->pdata[i]) == KITH_LOAD)
      carry_on (edit, referrers->pdata[i], heir, date, hides);
}
