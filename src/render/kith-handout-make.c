/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of handouts. */
#include "kith-handout-private.h"

#include <glib/gi18n-lib.h>

#include "kith-audience.h"
#include "kith-opinion.h"

static char *
question_of (KithMap *map, const KithAsk *ask)
{
  const KithLink *link = kith_map_link (map, ask->link);

  /* Translators: "What does Police make of ED?" */
  return g_strdup_printf (_ ("What does %s make of %s?"),
                          kith_map_stakeholder (map, kith_link_rater (link, ask->end))->name,
                          kith_map_stakeholder (map, kith_link_rated (link, ask->end))->name);
}

static const char *
map_title (KithMap *map)
{
  const char *title = kith_map_about (map)->title;

  return *title != '\0' ? title : _ ("Untitled map");
}

/* --- A sheet --- */

static void
add_question (KithHandout *handout,
              KithMap *map,
              const KithRoundSheet *sheet,
              const KithAsk *ask,
              gboolean all_three)
{
  g_autofree char *question = question_of (map, ask);
  g_autoptr (GPtrArray) said = kith_round_sheet_said (map, sheet, ask);
  g_autoptr (GString) notes = g_string_new (NULL);
  KithHandoutTicks ticks = { .all_three = all_three };

  for (guint i = 0; i < said->len; i++)
    {
      const KithAssessment *one = said->pdata[i];

      for (guint d = 0; d < KITH_N_DIMENSIONS; d++)
        ticks.marks[d][one->scores[d]]++;
      if (*one->note != '\0')
        g_string_append_printf (notes, "%s%s", notes->len > 0 ? "\n" : "", one->note);
    }
  kith_handout_add_question (handout, question, &ticks, notes->str);
}

/* Whether the voices of a sheet said anything of respect or understanding. */
static gboolean
says_more (KithMap *map, const KithRoundSheet *sheet, const GArray *asks)
{
  for (guint i = 0; i < asks->len; i++)
    {
      g_autoptr (GPtrArray) said = kith_round_sheet_said (map, sheet,
                                                          &g_array_index (asks, KithAsk, i));

      for (guint k = 0; k < said->len; k++)
        for (guint d = KITH_RESPECT; d < KITH_N_DIMENSIONS; d++)
          if (((const KithAssessment *) said->pdata[k])->scores[d] != KITH_SCORE_UNSET)
            return TRUE;
    }
  return FALSE;
}

/**
 * kith_handout_new_sheet:
 * @map: what may be shown to who fills it in
 * @sheet: whose, of which round, and whether it is blank
 *
 * Returns: (transfer full): every question with its boxes
 */
KithHandout *
kith_handout_new_sheet (KithMap *map, const KithRoundSheet *sheet)
{
  const KithRound *round = kith_map_round (map, sheet->round);
  const char *name = kith_map_stakeholder (map, sheet->stakeholder)->name;
  g_autofree char *title = round != NULL ? g_strdup_printf ("%s · %s", round->title, name)
                                         : g_strdup (name);
  g_autofree char *date = round != NULL ? kith_date_to_words (&round->date) : g_strdup ("");
  g_autofree char *line = *date != '\0' ? g_strdup_printf ("%s · %s", map_title (map), date)
                                        : g_strdup (map_title (map));
  g_autofree char *voice = NULL;
  g_autoptr (GArray) asks = kith_round_sheet_asks (map, sheet);
  gboolean all_three = sheet->all_three || says_more (map, sheet, asks);
  KithHandout *handout = kith_handout_begin (title);

  voice = sheet->voice != NULL && *sheet->voice != '\0'
              ? g_strdup_printf (_ ("Voice: %s"), sheet->voice)
              : g_strdup (
                  _ ("Voice (a role, not a person’s name): ______________________________"));
  kith_handout_add_text (handout, KITH_TEXT_TITLE, 0.0, title);
  kith_handout_add_text (handout, KITH_TEXT_BODY, 4.0, line);
  kith_handout_add_text (handout, KITH_TEXT_BODY, 14.0, voice);
  kith_handout_add_text (
      handout, KITH_TEXT_BODY, 10.0,
      _ ("How far does your organisation trust each of these? 1 Needs repair: we expect to be let "
         "down. 2 Cautious: we check everything. 3 Working: we deliver what is agreed. 4 Strong: we "
         "say the difficult thing and stay. 5 Deep: we would take a risk together. Leave out what "
         "you like."));
  if (all_three)
    kith_handout_add_text (
        handout, KITH_TEXT_BODY, 6.0,
        _ ("Respect: they take our expertise seriously. Understanding: they know what we are up "
           "against. Both from 1 (not at all) to 5 (fully)."));
  if (asks->len == 0)
    kith_handout_add_text (handout, KITH_TEXT_BODY, 16.0,
                           _ ("There is no link to ask about on that date."));
  for (guint i = 0; i < asks->len; i++)
    add_question (handout, map, sheet, &g_array_index (asks, KithAsk, i), all_three);
  kith_handout_end (handout);
  return handout;
}

/* --- A page of one's own --- */

static void
add_voice (KithHandout *handout, const KithAssessment *one)
{
  GString *words = g_string_new (NULL);
  g_autofree char *date = kith_date_to_words (&one->date);

  for (int i = 0; i < KITH_N_DIMENSIONS; i++)
    if (one->scores[i] != KITH_SCORE_UNSET)
      {
        const char *word = kith_enum_label (&kith_scores, one->scores[i]);

        g_string_append_printf (words, "%s%s: ", words->len > 0 ? " · " : "",
                                kith_enum_label (&kith_dimensions, i));
        if (KITH_SCORE_IS_STEP (one->scores[i]))
          g_string_append_printf (words, "%d ", one->scores[i]);
        g_string_append (words, word);
      }
  g_string_append_printf (words, " · %s", kith_enum_label (&kith_bases, one->basis));
  if (*one->voice != '\0')
    g_string_append_printf (words, " · %s", one->voice);
  if (*date != '\0')
    g_string_append_printf (words, " · %s", date);
  if (*one->note != '\0')
    g_string_append_printf (words, "\n%s", one->note);
  kith_handout_add_line (handout, words->str);
  g_string_free (words, TRUE);
}

static guint
add_said (KithHandout *handout, KithMap *map, const KithAsk *ask)
{
  KithRoundSheet any = { 0 };
  g_autoptr (GPtrArray) said = kith_round_sheet_said (map, &any, ask);
  g_autofree char *question = question_of (map, ask);

  if (said->len == 0)
    return 0;
  kith_handout_add_text (handout, KITH_TEXT_LABEL, 10.0, question);
  for (guint i = 0; i < said->len; i++)
    add_voice (handout, said->pdata[i]);
  return said->len;
}

static void
add_ratings (KithHandout *handout, KithMap *map, KithId stakeholder, gboolean own)
{
  KithDate none = KITH_DATE_INIT;
  g_autoptr (GArray) asks = kith_round_asks (map, stakeholder, &none);
  guint n = 0;

  kith_handout_add_text (handout, KITH_TEXT_NAME, 22.0,
                         own ? _ ("What you said of others") : _ ("What others said of you"));
  for (guint i = 0; i < asks->len; i++)
    {
      KithAsk ask = g_array_index (asks, KithAsk, i);

      if (!own)
        ask.end = ask.end == KITH_END_A ? KITH_END_B : KITH_END_A;
      n += add_said (handout, map, &ask);
    }
  if (n == 0)
    kith_handout_add_line (handout, _ ("Nothing that may be shown here."));
}

/* What is said of either end, in all. */
static guint
n_said (KithMap *map, KithId link)
{
  guint n = 0;

  for (int end = KITH_END_A; end <= KITH_END_B; end++)
    {
      g_autoptr (GPtrArray) all = kith_map_assessments_of (map, link, (KithEnd) end);

      for (guint i = 0; i < all->len; i++)
        n += ((const KithAssessment *) all->pdata[i])->scores[KITH_TRUST] != KITH_SCORE_UNSET;
    }
  return n;
}

/* Both ends' ratings above one another, of each link of which more has been said than once. */
static void
add_charts (KithHandout *handout, KithMap *map, KithId stakeholder)
{
  KithTrustChartLook look = { .palette = KITH_PALETTE_LIGHT,
                              .dimension = KITH_TRUST,
                              .today = kith_date_today ().first,
                              .width = KITH_HANDOUT_CHART_WIDTH,
                              .height = KITH_HANDOUT_CHART_HEIGHT };
  g_autoptr (GPtrArray) links = kith_map_links_of (map, stakeholder);
  guint n = 0;

  for (guint i = 0; i < links->len; i++)
    {
      const KithLink *link = links->pdata[i];
      KithId other = link->a == stakeholder ? link->b : link->a;

      if (n_said (map, KITH_ID (link)) < 2)
        continue;
      if (n++ == 0)
        kith_handout_add_text (handout, KITH_TEXT_NAME, 22.0, _ ("Trust over time"));
      kith_handout_add_chart (handout, kith_map_stakeholder (map, other)->name,
                              kith_trust_chart_new (map, KITH_ID (link), &look));
    }
}

static void
add_event (KithHandout *handout, KithMap *map, const KithEvent *event, KithId stakeholder)
{
  const KithLink *link = event->link != 0 ? kith_map_link (map, event->link) : NULL;
  g_autofree char *date = kith_date_to_words (&event->date);
  const char *title = *event->title != '\0' ? event->title
                                            : kith_enum_label (&kith_event_kinds, event->kind);
  g_autofree char *with = NULL;
  g_autofree char *line = NULL;

  if (link != NULL)
    with = g_strdup_printf (_ (" · with %s"),
                            kith_map_stakeholder (map, link->a == stakeholder ? link->b : link->a)
                                ->name);
  line = g_strdup_printf ("%s · %s%s", date, title, with != NULL ? with : "");
  kith_handout_add_text (handout, KITH_TEXT_BODY, 7.0, line);
  if (*event->narrative != '\0')
    kith_handout_add_line (handout, event->narrative);
}

static void
take_events (GPtrArray *events, KithMap *map, KithId owner)
{
  g_autoptr (GPtrArray) own = kith_map_events_of (map, owner);

  for (guint i = 0; i < own->len; i++)
    g_ptr_array_add (events, own->pdata[i]);
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const KithEvent *one = *(const KithEvent *const *) a;
  const KithEvent *other = *(const KithEvent *const *) b;
  int order = kith_date_compare (&one->date, &other->date);

  return order != 0 ? order : kith_record_compare (one, other);
}

/* "Northmoor Trust became this, 1 April 2015" */
static guint
add_past (KithHandout *handout, KithMap *map, KithId stakeholder)
{
  guint n = 0;

  KITH_FOR_EACH (KithName, name, map, KITH_NAME)
    if (name->stakeholder == stakeholder)
      {
        g_autofree char *date = kith_date_to_words (&name->to);
        g_autofree char *line = g_strdup_printf (_ ("Called %s until %s"), name->name, date);

        kith_handout_add_line (handout, line);
        n++;
      }
  KITH_FOR_EACH (KithSuccession, one, map, KITH_SUCCESSION)
    if (one->after == stakeholder || one->before == stakeholder)
      {
        g_autofree char *date = kith_date_to_words (&one->date);
        g_autofree char *line =
            g_strdup_printf ("%s · %s: %s, %s", kith_map_stakeholder (map, one->before)->name,
                             kith_enum_label (&kith_succession_kinds, one->kind),
                             kith_map_stakeholder (map, one->after)->name, date);

        kith_handout_add_line (handout, line);
        n++;
      }
  return n;
}

static void
add_history (KithHandout *handout, KithMap *map, KithId stakeholder)
{
  g_autoptr (GPtrArray) links = kith_map_links_of (map, stakeholder);
  g_autoptr (GPtrArray) events = g_ptr_array_new ();
  guint n;

  kith_handout_add_text (handout, KITH_TEXT_NAME, 22.0, _ ("Your history"));
  n = add_past (handout, map, stakeholder);
  take_events (events, map, stakeholder);
  for (guint i = 0; i < links->len; i++)
    take_events (events, map, KITH_ID (links->pdata[i]));
  g_ptr_array_sort (events, compare_events);
  for (guint i = 0; i < events->len; i++)
    add_event (handout, map, events->pdata[i], stakeholder);
  if (n + events->len == 0)
    kith_handout_add_line (handout, _ ("Nothing that may be shown here."));
}

static gboolean
concerns (KithMap *map, const KithQuote *quote, KithId stakeholder)
{
  const KithLink *link = quote->link != 0 ? kith_map_link (map, quote->link) : NULL;

  return quote->stakeholder == stakeholder
         || (link != NULL && (link->a == stakeholder || link->b == stakeholder));
}

static void
add_quotes (KithHandout *handout, KithMap *map, KithId stakeholder)
{
  guint n = 0;

  KITH_FOR_EACH (KithQuote, quote, map, KITH_QUOTE)
    if (concerns (map, quote, stakeholder))
      {
        g_autofree char *line =
            g_strdup_printf ("“%s” · %s", quote->text,
                             kith_enum_label (&kith_quote_statuses, quote->status));

        if (n++ == 0)
          kith_handout_add_text (handout, KITH_TEXT_NAME, 22.0, _ ("Lines that are handed down"));
        kith_handout_add_line (handout, line);
      }
}

/**
 * kith_handout_new_page:
 * @map: what may be shown to @audience
 * @stakeholder: whose page
 * @audience: for whom it is made
 *
 * Returns: (transfer full): what it said, what was said of it, its history, what it answered, carries
 *   and has agreed
 */
KithHandout *
kith_handout_new_page (KithMap *map, KithId stakeholder, KithAudience audience)
{
  const char *name = kith_map_stakeholder (map, stakeholder)->name;
  KithDate today = kith_date_today ();
  g_autofree char *date = kith_date_to_words (&today);
  g_autofree char *line = g_strdup_printf (_ ("%s · as of %s · for: %s"), map_title (map), date,
                                           kith_enum_label (&kith_audiences, (int) audience));
  KithHandout *handout = kith_handout_begin (name);

  kith_handout_add_text (handout, KITH_TEXT_TITLE, 0.0, name);
  kith_handout_add_text (handout, KITH_TEXT_BODY, 4.0, line);
  kith_handout_add_text (
      handout, KITH_TEXT_BODY, 10.0,
      _ ("This is what the map says of you. Correct it: write on this page, or "
         "fill in the table that comes with it. What you said can be withdrawn."));
  add_ratings (handout, map, stakeholder, TRUE);
  add_ratings (handout, map, stakeholder, FALSE);
  add_charts (handout, map, stakeholder);
  add_history (handout, map, stakeholder);
  add_quotes (handout, map, stakeholder);
  kith_handout_add_own (handout, map, stakeholder);
  kith_handout_end (handout);
  return handout;
}
