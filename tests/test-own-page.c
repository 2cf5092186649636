/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an organisation's own page says of what it answered, carries and has agreed, and what the legend
 * of the purpose tells those who may not know who was asked. */
#include <string.h>

#include "kith-audience.h"
#include "kith-handout.h"
#include "kith-legend-items.h"
#include "kith-load.h"
#include "kith-repair.h"
#include "kith-round.h"
#include "kith-test-maps.h"
#include "kith-verbs-pulse.h"

typedef struct
{
  KithMap *map;
  KithId hospital, homes, question;
} Town;

static void
put_answer (Town *town, KithId who, const char *text, KithBasis basis)
{
  KithAnswer *answer = kith_record_new (KITH_ANSWER, kith_id_new ());

  answer->question = town->question;
  answer->stakeholder = who;
  answer->basis = (int) basis;
  answer->date = kith_date_day (2026, 3, 1);
  kith_text_set (&answer->text, text);
  test_put (town->map, answer);
}

static void
put_load (Town *town, const char *title, gboolean is_private)
{
  KithDate start = kith_date_day (2026, 1, 1);
  KithLoad *load = kith_load_draft (town->homes, &start);

  kith_text_set (&load->title, title);
  kith_text_set (&load->private_note, "CANARY");
  load->level = KITH_CHANGE_LARGE;
  load->is_private = is_private;
  test_put (town->map, load);
}

static void
put_step (Town *town, KithId link, const char *title, KithRepairState state)
{
  KithDate made = kith_date_day (2026, 1, 5);
  KithRepair *repair = kith_repair_draft (KITH_LINK, link, &made);

  kith_text_set (&repair->title, title);
  kith_text_set (&repair->private_note, "CANARY");
  repair->state = (int) state;
  test_put (town->map, repair);
}

static void
set_up (Town *town, gconstpointer data)
{
  KithQuestion *question = kith_record_new (KITH_QUESTION, kith_id_new ());
  KithDrivers *card = kith_record_new (KITH_DRIVERS, kith_id_new ());
  KithId link;

  town->map = kith_map_new ();
  town->hospital = test_stakeholder (town->map, "Hospital", 0, 0);
  town->homes = test_stakeholder (town->map, "Care Homes", 400, 0);
  link = test_link (town->map, town->hospital, town->homes);
  town->question = question->record.id;
  kith_text_set (&question->title, "What causes the delays?");
  test_put (town->map, question);
  put_answer (town, town->hospital, "No beds anywhere", KITH_BASIS_OWN_WORDS);
  put_answer (town, town->homes, "No beds that we may fill", KITH_BASIS_OWN_WORDS);
  put_load (town, "New form", FALSE);
  put_load (town, "Hidden form", TRUE);
  put_step (town, link, "One phone number", KITH_REPAIR_PLANNED);
  put_step (town, link, "Meet for tea", KITH_REPAIR_DONE);
  card->stakeholder = town->hospital;
  kith_text_set (&card->money, "May not overspend");
  kith_text_set (&card->private_note, "CANARY");
  test_put (town->map, card);
}

static void
tear_down (Town *town, gconstpointer data)
{
  test_check (town->map);
  kith_map_unref (town->map);
}

static char *
page_of (Town *town, KithId who, KithAudience audience)
{
  g_autoptr (KithMap) shown = kith_map_to_show (town->map, audience);
  g_autoptr (KithHandout) page = kith_handout_new_page (shown, who, audience);

  return kith_handout_to_words (page);
}

static void
test_own (Town *town, gconstpointer data)
{
  g_autofree char *homes = page_of (town, town->homes, KITH_PARTNERS);
  g_autofree char *hospital = page_of (town, town->hospital, KITH_PARTNERS);

  g_assert_nonnull (strstr (homes, "What causes the delays?"));
  g_assert_nonnull (strstr (homes, "No beds that we may fill"));
  g_assert_null (strstr (homes, "No beds anywhere")); /* somebody else's */
  g_assert_nonnull (strstr (homes, "New form"));
  g_assert_nonnull (strstr (homes, "One phone number · Hospital and Care Homes"));
  g_assert_null (strstr (homes, "Meet for tea")); /* done */
  g_assert_null (strstr (homes, "May not overspend"));
  g_assert_nonnull (strstr (hospital, "Money rule: May not overspend"));
  g_assert_null (strstr (hospital, "New form"));
}

/* Even where it is made for the team: it is a page to be handed on. */
static void
test_not_told (Town *town, gconstpointer data)
{
  g_autofree char *homes = NULL;
  g_autofree char *hospital = NULL;
  g_autofree char *public = page_of (town, town->homes, KITH_PUBLIC);

  put_answer (town, town->homes, "They never ask", KITH_BASIS_IMPRESSION);
  homes = page_of (town, town->homes, KITH_TEAM);
  hospital = page_of (town, town->hospital, KITH_TEAM);
  g_assert_null (strstr (homes, "Hidden form"));
  g_assert_null (strstr (homes, "They never ask"));
  g_assert_null (strstr (homes, "CANARY"));
  g_assert_null (strstr (hospital, "CANARY"));
  g_assert_null (strstr (public, "No beds"));
  g_assert_null (strstr (public, "New form"));
  g_assert_null (strstr (public, "One phone number"));
}

static gboolean
legend_says (KithMap *map, const KithView *view, KithStanceView stance)
{
  g_autoptr (GPtrArray) items = kith_legend_items (map, view, FALSE);

  for (guint i = 0; i < items->len; i++)
    if (g_strcmp0 (((const KithLegendItem *) items->pdata[i])->text,
                   kith_enum_label (&kith_stances, (int) stance))
        == 0)
      return TRUE;
  return FALSE;
}

/* Who has not been asked is known to the team; who reads the partners' map may just not be shown what
 * was said. */
static void
test_purpose_legend (Town *town, gconstpointer data)
{
  KithStance *stance = kith_record_new (KITH_STANCE, kith_id_new ());
  KithView view = KITH_VIEW_INIT;
  g_autoptr (KithMap) partners = NULL;

  stance->stakeholder = town->homes;
  stance->view = KITH_STANCE_SHARES;
  stance->basis = KITH_BASIS_OWN_WORDS;
  test_put (town->map, stance);
  view.lens = KITH_LENS_PURPOSE;
  g_assert_true (legend_says (town->map, &view, KITH_STANCE_NOT_ASKED));
  view.audience = KITH_PARTNERS;
  partners = kith_map_for_audience (town->map, KITH_PARTNERS);
  g_assert_false (legend_says (partners, &view, KITH_STANCE_NOT_ASKED));
  g_assert_true (legend_says (partners, &view, KITH_STANCE_SHARES));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/own-page/tells-what-it-answered-carries-and-agreed", Town, NULL, set_up, test_own,
              tear_down);
  g_test_add ("/own-page/keeps-what-it-is-not-to-know", Town, NULL, set_up, test_not_told,
              tear_down);
  g_test_add ("/legend/says-of-a-purpose-what-its-reader-may-know", Town, NULL, set_up,
              test_purpose_legend, tear_down);
  return g_test_run ();
}
