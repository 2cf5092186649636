/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Maps for the tests of the model and of drawing: built by hand in a few lines, or random but
 * repeatable. */
#pragma once

#include <string.h>

#include "kith-map.h"
#include "kith-sectors.h"
#include "kith-verbs-link.h"
#include "kith-verbs-members.h"
#include "kith-verbs.h"

/* Applies an edit (transfer full) that must be accepted, and asserts all that holds of a map. */
static inline void
test_do (KithMap *map, KithEdit *edit)
{
  g_autoptr (KithEdit) owned = edit;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (owned);
  kith_map_apply (map, owned, &error);
  g_assert_no_error (error);
}

static inline void
test_check (KithMap *map)
{
  g_autoptr (GError) error = NULL;

  kith_map_check (map, &error);
  g_assert_no_error (error);
}

static inline void
test_put (KithMap *map, gpointer record)
{
  test_do (map, kith_verb_put (map, record, "Put"));
}

/* A box of 160 × 44 centred at (x, y). */
static inline KithId
test_stakeholder (KithMap *map, const char *name, double x, double y)
{
  KithStakeholder *s = kith_record_new (KITH_STAKEHOLDER, kith_id_new ());
  KithId id = s->record.id;

  kith_text_set (&s->name, name);
  s->sector = 1 + (KithId) (kith_map_n (map, KITH_STAKEHOLDER) % KITH_N_SECTORS);
  s->x = kith_quantise (x);
  s->y = kith_quantise (y);
  s->width = 160;
  s->height = 44;
  test_put (map, s);
  return id;
}

static inline KithId
test_link (KithMap *map, KithId a, KithId b)
{
  KithId id = 0;

  test_do (map, kith_verb_add_link (map, a, b, KITH_LINK_WORKS_WITH, &id, NULL));
  return id;
}

/* `date` as files hold it; entered in the order of the calls. */
static inline KithId
test_rate (KithMap *map,
           KithId link,
           KithEnd end,
           const char *voice,
           KithBasis basis,
           KithScore trust,
           const char *date)
{
  static gint64 clock = 1700000000000000;
  KithAssessment *a = kith_record_new (KITH_ASSESSMENT, kith_id_new ());
  KithId id = a->record.id;

  a->link = link;
  a->end = (int) end;
  a->basis = (int) basis;
  a->scores[KITH_TRUST] = (int) trust;
  a->entered = ++clock;
  kith_text_set (&a->voice, voice);
  g_assert_true (kith_date_from_edtf (date, &a->date));
  test_put (map, a);
  return id;
}

static inline KithId
test_space (KithMap *map, const char *name, const KithId *members, guint n)
{
  KithId id = 0;

  test_do (map, kith_verb_add_space (map, name, members, n, &id));
  return id;
}

static inline KithId
test_event (KithMap *map, KithKind owner_kind, KithId owner, const char *title)
{
  KithDate date = kith_date_year (2019);
  KithEvent *event = kith_event_draft (map, owner_kind, owner, &date);
  KithId id = event->record.id;

  kith_text_set (&event->title, title);
  test_put (map, event);
  return id;
}

/* "2026-03-01" */
static inline KithDate
test_date (const char *edtf)
{
  KithDate date;

  g_assert_true (kith_date_from_edtf (edtf, &date));
  return date;
}

/* Two stakeholders and a link between them. */
static inline KithMap *
test_police_and_ed (KithId *link)
{
  KithMap *map = kith_map_new ();

  *link = test_link (map, test_stakeholder (map, "Police", 0, 0),
                     test_stakeholder (map, "ED", 400, 0));
  return map;
}

/* An event of a link, and what it did to either end. */
static inline KithId
test_happen (KithMap *map, KithId link, const char *title, const char *date, int a, int b)
{
  KithId id = test_event (map, KITH_LINK, link, title);
  KithEvent *event = kith_record_copy (kith_map_event (map, id));

  event->date = test_date (date);
  event->effect_a = a;
  event->effect_b = b;
  test_put (map, event);
  return id;
}

static inline KithId
test_pick (KithMap *map, KithKind kind, GRand *rand)
{
  guint n = kith_map_n (map, kind);

  return n == 0 ? 0 : KITH_ID (kith_map_nth (map, kind, (guint) g_rand_int_range (rand, 0, n)));
}

/* `n` stakeholders on a loose grid, so that no two boxes touch, `m` links, every other end rated,
 * an event on each third link, and shared spaces of up to six neighbours. */
static inline KithMap *
test_random_map (guint n, guint m, guint spaces, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  KithEdit *edit = kith_edit_new ("Make");
  KithMap *map = kith_map_new ();
  guint columns = 1;

  while (columns * columns < n)
    columns++;
  for (guint i = 0; i < n; i++)
    {
      KithStakeholder *s = kith_record_new (KITH_STAKEHOLDER, kith_id_new ());
      g_autofree char *name = g_strdup_printf ("Northmoor Partner %u", i);

      kith_text_set (&s->name, name);
      s->sector = 1 + i % KITH_N_SECTORS;
      s->story = i % 9 == 0 ? 1 : i % 11 == 0 ? 2 : 0;
      s->x = kith_quantise (i % columns * 260.0 + g_rand_double_range (rand, -30, 30));
      s->y = kith_quantise (i / columns * 150.0 + g_rand_double_range (rand, -30, 30));
      s->width = 160;
      s->height = 44;
      g_array_append_val (ids, s->record.id);
      kith_edit_insert (edit, s);
    }
  for (guint i = 0; i < m; i++)
    {
      KithLink *link = kith_record_new (KITH_LINK, kith_id_new ());
      guint a = (guint) g_rand_int_range (rand, 0, n);
      guint step = 1 + (guint) g_rand_int_range (rand, 0, MIN (n - 1, 2 * columns));
      guint b = (a + MIN (step, n - 1)) % n;

      link->a = g_array_index (ids, KithId, a);
      link->b = g_array_index (ids, KithId, b);
      link->kind = g_rand_int_range (rand, 0, 10);
      link->direction = g_rand_int_range (rand, 0, 4);
      kith_edit_insert (edit, link);
      for (int end = 0; end < 2; end++)
        if (g_rand_boolean (rand))
          {
            KithAssessment *rating = kith_record_new (KITH_ASSESSMENT, kith_id_new ());

            rating->link = link->record.id;
            rating->end = end;
            rating->basis = g_rand_int_range (rand, 0, 3);
            rating->scores[KITH_TRUST] = g_rand_int_range (rand, 1, 9);
            rating->date = kith_date_year (g_rand_int_range (rand, 1990, 2026));
            kith_edit_insert (edit, rating);
          }
      if (i % 3 == 0)
        {
          KithEvent *event = kith_record_new (KITH_EVENT, kith_id_new ());

          event->link = link->record.id;
          event->date = kith_date_year (2001);
          kith_text_set (&event->title, "The winter when nobody rang");
          kith_edit_insert (edit, event);
        }
    }
  for (guint i = 0; i < spaces; i++)
    {
      KithSpace *space = kith_record_new (KITH_SPACE, kith_id_new ());
      guint first = (guint) g_rand_int_range (rand, 0, n);
      g_autofree char *name = g_strdup_printf ("Big Room %u", i);

      kith_text_set (&space->name, name);
      kith_edit_insert (edit, space);
      for (guint j = 0; j < 6 && j < n; j++)
        {
          KithMembership *member = kith_record_new (KITH_MEMBERSHIP, kith_id_new ());

          member->space = space->record.id;
          member->stakeholder = g_array_index (ids, KithId, (first + j / 2 * columns + j % 2) % n);
          kith_edit_insert (edit, member);
        }
    }
  test_do (map, edit);
  return map;
}

/* Somebody answers the last question, which is made where there is none; or a position is deleted. */
static inline KithEdit *
test_random_answer (KithMap *map, KithId stakeholder, gboolean adds)
{
  KithId position = kith_map_n (map, KITH_POSITION) > 0
                        ? KITH_ID (kith_map_nth (map, KITH_POSITION, 0))
                        : 0;
  KithEdit *edit = kith_edit_new ("Answer");
  KithAnswer *answer;
  KithQuestion *question;
  KithPosition *made;

  if (!adds && position != 0)
    {
      kith_edit_unref (edit);
      return kith_verb_delete (map, &position, 1, NULL);
    }
  question = kith_record_new (KITH_QUESTION, kith_id_new ());
  made = kith_record_new (KITH_POSITION, kith_id_new ());
  answer = kith_record_new (KITH_ANSWER, kith_id_new ());
  kith_text_set (&question->title, "Why do they wait?");
  kith_text_set (&made->title, "There are no beds");
  kith_text_set (&answer->text, "Nowhere to go");
  made->question = answer->question = question->record.id;
  answer->stakeholder = stakeholder;
  answer->position = made->record.id;
  answer->date = kith_date_year (2020);
  kith_edit_insert (edit, question);
  kith_edit_insert (edit, made);
  kith_edit_insert (edit, answer);
  return edit;
}

/* One edit as a person might make it next; may be without changes. */
static inline KithEdit *
test_random_edit (KithMap *map, GRand *rand)
{
  KithDate today = kith_date_day (2026, 3, 12);
  KithId one = test_pick (map, KITH_STAKEHOLDER, rand);
  KithId other = test_pick (map, KITH_STAKEHOLDER, rand);
  KithId link = test_pick (map, KITH_LINK, rand);
  KithId space = test_pick (map, KITH_SPACE, rand);
  double xy[] = { g_rand_double_range (rand, -200, 1600), g_rand_double_range (rand, -200, 1000) };
  int what = g_rand_int_range (rand, 0, 16);
  KithEdit *edit = NULL;

  if (one == 0 || what <= 1)
    edit = kith_verb_add_stakeholder (map, "Northmoor Newcomer", 0, xy[0], xy[1], NULL);
  else if (what == 2)
    edit = kith_verb_add_linked (map, one, "A friend of theirs", 3, xy[0], xy[1], NULL, NULL, NULL);
  else if (what <= 5 && one != other)
    edit = kith_verb_add_link (map, one, other, (KithLinkKind) g_rand_int_range (rand, 0, 10), NULL,
                               NULL);
  else if (what <= 8)
    edit = kith_verb_move (map, &one, 1, xy, NULL);
  else if (what == 9)
    edit = kith_verb_rename (map, one, g_rand_boolean (rand) ? "Renamed" : "Northmoor Police",
                             NULL);
  else if (what == 10 && link != 0)
    edit = kith_verb_rate (map, link, (KithEnd) g_rand_int_range (rand, 0, 2), KITH_TRUST,
                           (KithScore) g_rand_int_range (rand, 1, 9), &today);
  else if (what == 11 && link != 0)
    edit = kith_verb_put (map, kith_event_draft (map, KITH_LINK, link, &today), "Add event");
  else if (what == 12)
    edit = space == 0 || g_rand_boolean (rand)
               ? kith_verb_add_space (map, "A room", (KithId[]){ one, other }, one == other ? 1 : 2,
                                      NULL)
               : kith_verb_put_members (map, space,
                                        (KithMember[]){ { .stakeholder = one },
                                                        { .stakeholder = other,
                                                          .never = g_rand_boolean (rand) } },
                                        one == other ? 1 : 2, NULL);
  else if (what == 15 && g_rand_boolean (rand))
    {
      KithScene *scene = kith_record_new (KITH_SCENE, kith_id_new ());

      kith_text_set (&scene->title, "Where it is stuck");
      scene->focus = one;
      scene->steps = 1;
      scene->link = link;
      edit = kith_verb_put (map, scene, "Make a scene");
    }
  else if (what == 15)
    edit = test_random_answer (map, one, g_rand_boolean (rand));
  else if (what == 13 && link != 0)
    edit = kith_verb_reverse (map, link);
  else if (what == 14)
    {
      KithKind kinds[] = { KITH_STAKEHOLDER, KITH_LINK,       KITH_LINK, KITH_ASSESSMENT,
                           KITH_SPACE,       KITH_MEMBERSHIP, KITH_EVENT };
      KithId id = test_pick (map, kinds[g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds))], rand);

      edit = kith_verb_delete (map, &id, 1, NULL);
    }
  else if (link != 0)
    edit = kith_verb_set (map, KITH_LINK, link, "direction",
                          g_rand_boolean (rand) ? "both" : "none", NULL);
  return edit != NULL ? edit : kith_edit_new ("Nothing");
}
