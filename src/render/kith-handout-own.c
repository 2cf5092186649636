/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an organisation's page says of what it answered, carries, has agreed and is held by: its own
 * words, and never what is private to the team or somebody's impression of it, whoever it is for. */
#include "kith-handout-private.h"

#include <glib/gi18n-lib.h>

#include "kith-drivers.h"
#include "kith-load.h"
#include "kith-question.h"
#include "kith-repair.h"

/* A heading above the first of its lines. */
static void
add_under (KithHandout *handout, guint *n, const char *heading, const char *line)
{
  if ((*n)++ == 0)
    kith_handout_add_text (handout, KITH_TEXT_NAME, 22.0, heading);
  kith_handout_add_text (handout, KITH_TEXT_BODY, 7.0, line);
}

static void
add_more (KithHandout *handout, const char *text)
{
  if (*text != '\0')
    kith_handout_add_line (handout, text);
}

/* --- Answers --- */

/* The latest that it gave itself, or NULL. */
static const KithAnswer *
own_answer (KithMap *map, KithId question, KithId stakeholder)
{
  g_autoptr (GPtrArray) all = kith_answers_of (map, question, stakeholder);

  for (guint i = 0; i < all->len; i++)
    {
      const KithAnswer *answer = all->pdata[i];

      if (!answer->is_private && answer->basis != KITH_BASIS_IMPRESSION)
        return answer;
    }
  return NULL;
}

static void
add_answers (KithHandout *handout, KithMap *map, KithId stakeholder)
{
  g_autoptr (GPtrArray) questions = kith_map_questions (map);
  guint n = 0;

  for (guint i = 0; i < questions->len; i++)
    {
      const KithQuestion *question = questions->pdata[i];
      const KithAnswer *answer = own_answer (map, KITH_ID (question), stakeholder);
      g_autofree char *date = NULL;
      g_autofree char *line = NULL;

      if (answer == NULL || question->is_private)
        continue;
      date = kith_date_to_words (&answer->date);
      line = *date != '\0' ? g_strdup_printf ("%s · %s", question->title, date)
                           : g_strdup (question->title);
      add_under (handout, &n, _ ("What you answered"), line);
      add_more (handout, answer->text);
    }
}

/* --- Changes --- */

static void
add_loads (KithHandout *handout, KithMap *map, KithId stakeholder)
{
  g_autoptr (GPtrArray) loads = kith_loads_of (map, stakeholder);
  guint n = 0;

  for (guint i = 0; i < loads->len; i++)
    {
      const KithLoad *load = loads->pdata[i];
      g_autofree char *words = kith_load_words (load);
      g_autofree char *line = g_strdup_printf ("%s · %s", load->title, words);
      g_autofree char *turn = NULL;
      g_autofree char *help = NULL;

      if (load->is_private)
        continue;
      add_under (handout, &n, _ ("Changes that you carry"), line);
      if (*load->was != '\0' && *load->becomes != '\0')
        /* Translators: how the work is done before a change, and after it */
        turn = g_strdup_printf (_ ("From: %s. To: %s"), load->was, load->becomes);
      if (*load->help != '\0')
        help = g_strdup_printf (_ ("What would help: %s"), load->help);
      add_more (handout, turn != NULL ? turn : *load->was != '\0' ? load->was : load->becomes);
      add_more (handout, help != NULL ? help : "");
    }
}

/* --- Next steps --- */

static gboolean
concerns (KithMap *map, const KithRepair *repair, KithId stakeholder)
{
  const KithLink *link = repair->link != 0 ? kith_map_link (map, repair->link) : NULL;

  return repair->stakeholder == stakeholder
         || (link != NULL && !link->is_private
             && (link->a == stakeholder || link->b == stakeholder));
}

static void
add_steps (KithHandout *handout, KithMap *map, KithId stakeholder)
{
  gint32 today = kith_date_today ().first;
  g_autoptr (GPtrArray) all = kith_repair_list (map);
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const KithRepair *repair = all->pdata[i];
      g_autofree char *subject = NULL;
      g_autofree char *words = NULL;
      g_autofree char *line = NULL;

      if (repair->state != KITH_REPAIR_PLANNED || repair->is_private
          || !concerns (map, repair, stakeholder))
        continue;
      subject = kith_repair_subject (map, repair);
      words = kith_repair_words (repair, today);
      line = repair->link != 0 ? g_strdup_printf ("%s · %s", repair->title, subject)
                               : g_strdup (repair->title);
      add_under (handout, &n, _ ("What comes next"), line);
      add_more (handout, words);
    }
}

/* --- Drivers --- */

static void
add_drivers (KithHandout *handout, KithMap *map, KithId stakeholder)
{
  const KithDrivers *card = kith_drivers_of (map, stakeholder);
  guint n = 0;

  for (guint i = 0; card != NULL && i < KITH_N_ASPECTS; i++)
    if (*kith_aspect_text (card, i) != '\0')
      {
        g_autofree char *line = g_strdup_printf ("%s: %s", kith_aspect_label (i),
                                                 kith_aspect_text (card, i));

        add_under (handout, &n, _ ("What drives and holds you"), line);
      }
}

void
kith_handout_add_own (KithHandout *handout, KithMap *map, KithId stakeholder)
{
  add_answers (handout, map, stakeholder);
  add_drivers (handout, map, stakeholder);
  add_loads (handout, map, stakeholder);
  add_steps (handout, map, stakeholder);
}
