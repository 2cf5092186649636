/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Maps, edits and files for the tests of the store: random but repeatable. */
#pragma once

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "kith-map.h"
#include "kith-picture.h"
#include "kith-sectors.h"
#include "kith-verbs.h"
#include "temp-folder.h"

static inline KithStakeholder *
sample_stakeholder (GRand *rand, const char *name)
{
  KithStakeholder *s = kith_record_new (KITH_STAKEHOLDER, kith_id_new ());

  kith_text_set (&s->name, name);
  kith_text_set (&s->description, g_rand_boolean (rand) ? "Cares for people at home" : "");
  s->sector = g_rand_int_range (rand, 1, KITH_N_SECTORS + 1);
  s->level = g_rand_int_range (rand, 0, 6);
  s->x = kith_quantise (g_rand_double_range (rand, -5000, 5000));
  s->y = kith_quantise (g_rand_double_range (rand, -5000, 5000));
  s->width = 160;
  s->height = 48;
  s->from = kith_date_year (g_rand_int_range (rand, 1990, 2020));
  s->record.changed = 1700000000000000;
  s->record.copy = 7;
  return s;
}

static inline KithId
sample_pick (KithMap *map, KithKind kind, GRand *rand)
{
  guint n = kith_map_n (map, kind);

  return n == 0 ? 0 : KITH_ID (kith_map_nth (map, kind, g_rand_int_range (rand, 0, n)));
}

static inline KithLink *
sample_link (GRand *rand, KithId a, KithId b)
{
  KithLink *link = kith_record_new (KITH_LINK, kith_id_new ());

  link->a = a;
  link->b = b;
  link->kind = g_rand_int_range (rand, 0, 10);
  kith_text_set (&link->note, "It has never been our role to carry that risk");
  link->from = kith_date_about (1995);
  return link;
}

static inline KithAssessment *
sample_assessment (GRand *rand, KithId link)
{
  KithAssessment *a = kith_record_new (KITH_ASSESSMENT, kith_id_new ());

  a->link = link;
  a->end = g_rand_int_range (rand, 0, 2);
  a->date = kith_date_day (2024, 3, g_rand_int_range (rand, 1, 29));
  a->scores[KITH_TRUST] = g_rand_int_range (rand, 1, 9);
  kith_text_set (&a->voice, "Director");
  a->entered = 1700000000000000;
  return a;
}

static inline KithEvent *
sample_event (GRand *rand, KithId link)
{
  KithEvent *e = kith_record_new (KITH_EVENT, kith_id_new ());

  e->link = link;
  e->date = kith_date_decade (1990);
  e->kind = g_rand_int_range (rand, 0, 10);
  kith_text_set (&e->title, "The winter when nobody rang");
  return e;
}

/* A picture under the map and a frame on it. */
static inline void
sample_annotate (KithEdit *edit)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\x89PNG and so on", 14);
  KithPicture *picture = kith_picture_new (bytes, "image/png", 640, 480, "area.png");
  KithAnnotation *backdrop = kith_record_new (KITH_ANNOTATION, kith_id_new ());
  KithAnnotation *frame = kith_record_new (KITH_ANNOTATION, kith_id_new ());

  backdrop->form = KITH_ANNOTATION_BACKDROP;
  backdrop->picture = picture->record.id;
  backdrop->opacity = 40;
  frame->form = KITH_ANNOTATION_FRAME;
  frame->width = 640;
  kith_text_set (&frame->text, "Discharge");
  kith_edit_insert (edit, picture);
  kith_edit_insert (edit, backdrop);
  kith_edit_insert (edit, frame);
}

/* What is to be shown to a room. */
static inline KithScene *
sample_scene (KithId focus)
{
  KithScene *scene = kith_record_new (KITH_SCENE, kith_id_new ());

  kith_text_set (&scene->title, "Who is here?");
  kith_text_set (&scene->filter, "text=crisis");
  scene->focus = focus;
  scene->steps = 2;
  scene->day = kith_date_day (2024, 3, 12);
  scene->width = 1280.5;
  scene->height = 720;
  return scene;
}

/* A question with a position and answers in it, a pulse, a change, a card, a barrier, a repair. */
static inline void
sample_diagnose (KithEdit *edit, KithId one, KithId link)
{
  KithQuestion *question = kith_record_new (KITH_QUESTION, kith_id_new ());
  KithPosition *position = kith_record_new (KITH_POSITION, kith_id_new ());
  KithAnswer *answer = kith_record_new (KITH_ANSWER, kith_id_new ());
  KithPulse *pulse = kith_record_new (KITH_PULSE, kith_id_new ());
  KithLoad *load = kith_record_new (KITH_LOAD, kith_id_new ());
  KithDrivers *drivers = kith_record_new (KITH_DRIVERS, kith_id_new ());
  KithBarrier *barrier = kith_record_new (KITH_BARRIER, kith_id_new ());
  KithRepair *repair = kith_record_new (KITH_REPAIR, kith_id_new ());
  KithStance *stance = kith_record_new (KITH_STANCE, kith_id_new ());

  kith_text_set (&question->title, "What causes the delays at discharge?");
  position->question = answer->question = question->record.id;
  kith_text_set (&position->title, "There are no beds");
  answer->stakeholder = pulse->stakeholder = load->stakeholder = one;
  drivers->stakeholder = stance->stakeholder = one;
  answer->position = position->record.id;
  kith_text_set (&answer->text, "Nowhere to go");
  answer->date = kith_date_day (2026, 3, 12);
  pulse->date = kith_date_day (2026, 3, 12);
  pulse->scores[KITH_PULSE_BELIEF] = 325;
  pulse->answered = 9;
  kith_text_set (&load->title, "A new front door");
  load->level = KITH_CHANGE_LARGE;
  kith_text_set (&drivers->money, "May not overspend");
  barrier->link = repair->link = link;
  kith_text_set (&barrier->text, "Only by referral");
  kith_text_set (&repair->title, "Answer the phone");
  stance->view = KITH_STANCE_DIFFERS;
  kith_edit_insert (edit, question);
  kith_edit_insert (edit, position);
  kith_edit_insert (edit, answer);
  kith_edit_insert (edit, pulse);
  kith_edit_insert (edit, load);
  kith_edit_insert (edit, drivers);
  if (link != 0)
    {
      kith_edit_insert (edit, barrier);
      kith_edit_insert (edit, repair);
    }
  else
    {
      kith_record_unref (barrier);
      kith_record_unref (repair);
    }
  kith_edit_insert (edit, stance);
}

/* `n` stakeholders, `m` links, each link rated from one side, a third with an event. */
static inline KithMap *
sample_map (guint n, guint m, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (KithEdit) edit = kith_edit_new ("Make");
  g_autoptr (GError) error = NULL;
  g_autofree KithId *ids = g_new (KithId, n);
  KithMap *map = kith_map_new ();
  KithSpace *space = kith_record_new (KITH_SPACE, kith_id_new ());
  KithId first = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Northmoor Trust %u — Tŷ Gwyn", i);
      KithStakeholder *s = sample_stakeholder (rand, name);

      ids[i] = s->record.id;
      kith_edit_insert (edit, s);
    }
  for (guint i = 0; i < m; i++)
    {
      guint a = g_rand_int_range (rand, 0, n);
      KithLink *link = sample_link (rand, ids[a], ids[(a + 1 + i % (n - 1)) % n]);
      KithId id = link->record.id;

      first = first != 0 ? first : id;
      kith_edit_insert (edit, link);
      kith_edit_insert (edit, sample_assessment (rand, id));
      if (i % 3 == 0)
        kith_edit_insert (edit, sample_event (rand, id));
    }
  kith_text_set (&space->name, "Big room");
  kith_edit_insert (edit, space);
  for (guint i = 0; i < MIN (n, 5); i++)
    {
      KithMembership *member = kith_record_new (KITH_MEMBERSHIP, kith_id_new ());

      member->space = space->record.id;
      member->stakeholder = ids[i];
      kith_edit_insert (edit, member);
    }
  sample_annotate (edit);
  kith_edit_insert (edit, sample_scene (ids[0]));
  sample_diagnose (edit, ids[0], first);
  kith_map_apply (map, edit, &error);
  g_assert_no_error (error);
  return map;
}

static inline KithEdit *
sample_update (KithMap *map, GRand *rand)
{
  KithEdit *edit = kith_edit_new ("Move");
  KithId id = sample_pick (map, KITH_STAKEHOLDER, rand);
  const KithStakeholder *before = kith_map_stakeholder (map, id);
  KithStakeholder *after = kith_record_copy (before);

  after->x = kith_quantise (g_rand_double_range (rand, -900, 900));
  kith_text_set (&after->private_note, g_rand_boolean (rand) ? "frank" : "");
  kith_edit_update (edit, before, after);
  if (g_rand_boolean (rand))
    kith_edit_set_join (edit, "move");
  return edit;
}

/* Any edit that fits the map: adds, links, rates, alters, deletes with all that hangs on it. */
static inline KithEdit *
sample_edit (KithMap *map, GRand *rand)
{
  guint n = kith_map_n (map, KITH_STAKEHOLDER);
  int what = g_rand_int_range (rand, 0, 10);
  KithEdit *edit;

  if (n < 4 || what < 2)
    {
      edit = kith_edit_new ("Add");
      kith_edit_insert (edit, sample_stakeholder (rand, "Northmoor Befrienders"));
      return edit;
    }
  if (what < 5)
    {
      KithId a = sample_pick (map, KITH_STAKEHOLDER, rand);
      KithId b = sample_pick (map, KITH_STAKEHOLDER, rand);

      edit = kith_edit_new ("Link");
      if (a != b)
        {
          KithLink *link = sample_link (rand, a, b);
          KithId id = link->record.id;

          kith_edit_insert (edit, link);
          kith_edit_insert (edit, sample_assessment (rand, id));
          kith_edit_insert (edit, sample_event (rand, id));
          return edit;
        }
      kith_edit_unref (edit);
    }
  if (what == 5)
    {
      KithId id = sample_pick (map, g_rand_boolean (rand) ? KITH_STAKEHOLDER : KITH_LINK, rand);

      if (id != 0)
        return kith_verb_delete (map, &id, 1, "Delete");
    }
  return sample_update (map, rand);
}

static inline char *
sample_digest (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length;

  if (!g_file_get_contents (path, &bytes, &length, NULL))
    return NULL;
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) bytes, length);
}
