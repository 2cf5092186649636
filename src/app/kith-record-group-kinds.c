/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What groups of records there are on the pages of the inspector. */
#include <glib/gi18n-lib.h>

#include "kith-answer-row.h"
#include "kith-barrier-dialog.h"
#include "kith-barrier-row.h"
#include "kith-barrier.h"
#include "kith-question.h"
#include "kith-quote-dialog.h"
#include "kith-quote-row.h"
#include "kith-record-group.h"
#include "kith-repair-dialog.h"
#include "kith-repair-row.h"
#include "kith-repair.h"
#include "kith-verbs-quote.h"

static GtkWidget *
new_barrier_row (KithViewer *viewer, gconstpointer record)
{
  return kith_barrier_row_new (viewer, record, FALSE);
}

static GPtrArray *
list_repairs (KithMap *map, KithId owner, gint32 day)
{
  return kith_repairs_of (map, owner);
}

static GtkWidget *
new_repair_row (KithViewer *viewer, gconstpointer record)
{
  return kith_repair_row_new (viewer, record, FALSE);
}

static GPtrArray *
list_quotes (KithMap *map, KithId owner, gint32 day)
{
  return kith_quotes_of (map, owner);
}

static GtkWidget *
new_quote_row (KithViewer *viewer, gconstpointer record)
{
  return kith_quote_row_new (viewer, record);
}

/* The rows name the ends of a link. */
static char *
names_of_ends (KithMap *map, KithId owner)
{
  const KithLink *link = kith_map_link (map, owner);

  if (link == NULL)
    return NULL;
  return g_strdup_printf ("%s\n%s", kith_told_words (map, link, KITH_TOLD_A),
                          kith_told_words (map, link, KITH_TOLD_B));
}

/* What counts of it, question by question. */
static GPtrArray *
list_answers (KithMap *map, KithId owner, gint32 day)
{
  g_autoptr (GPtrArray) questions = kith_map_questions (map);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < questions->len; i++)
    {
      const KithAnswer *answer = kith_answer_of (map, KITH_ID (questions->pdata[i]), owner);

      if (answer != NULL)
        g_ptr_array_add (list, (gpointer) answer);
    }
  return list;
}

static GtkWidget *
new_answer_row (KithViewer *viewer, gconstpointer record)
{
  return kith_answer_row_new (viewer, record);
}

static void
add_answer (GtkWidget *parent, KithViewer *viewer, KithKind owner_kind, KithId owner)
{
  kith_answer_row_ask (parent, viewer, owner);
}

/* The rows have the words of questions and positions. */
static char *
words_of_questions (KithMap *map, KithId owner)
{
  GString *all = g_string_new (NULL);

  KITH_FOR_EACH (KithQuestion, question, map, KITH_QUESTION)
    g_string_append_printf (all, "%s\n", question->title);
  KITH_FOR_EACH (KithPosition, position, map, KITH_POSITION)
    g_string_append_printf (all, "%s\n", position->title);
  return g_string_free (all, FALSE);
}

static const KithRecordGroupKind kinds[] = {
  { "barriers", KITH_BARRIER, N_ ("Barriers"), N_ ("Add _barrier"),
    N_ ("Add a rule or practice that shuts people out"),
    N_ ("No rule or practice that shuts people out is noted yet."), kith_barriers_of,
    new_barrier_row, kith_barrier_dialog_add, NULL },
  { "repairs", KITH_REPAIR, N_ ("Repair plan"), N_ ("Add ste_p"),
    N_ ("Agree on the next small win"), N_ ("Nothing is planned."), list_repairs, new_repair_row,
    kith_repair_dialog_add, NULL },
  { "quotes", KITH_QUOTE, N_ ("Inherited lines"), N_ ("Add li_ne"),
    N_ ("Add a sentence that has been handed down"), N_ ("None are noted yet."), list_quotes,
    new_quote_row, kith_quote_dialog_add, names_of_ends },
  { "answers", KITH_ANSWER, N_ ("Answers"), N_ ("Add ans_wer"),
    N_ ("Note what it answers to a question, in its own words"), N_ ("None are noted yet."),
    list_answers, new_answer_row, add_answer, words_of_questions },
};

/**
 * kith_record_group_kind:
 * @key: "barriers" and so on
 *
 * Returns: (transfer none): what the group is of
 */
const KithRecordGroupKind *
kith_record_group_kind (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].key, key) == 0)
      return &kinds[i];
  g_assert_not_reached ();
}
