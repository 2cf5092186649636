/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clips and lines: what a copied part of a map holds, what pasting it makes, and where aligned
 * boxes stand. */
#include "kith-audience.h"
#include "kith-annotations.h"
#include "kith-clip.h"
#include "kith-picture.h"
#include "kith-test-maps.h"
#include "kith-verbs-align.h"

typedef struct
{
  KithMap *map;
  KithId police;
  KithId ed;
  KithId housing;
  KithId link;  /* police – ed */
  KithId other; /* ed – housing */
  KithId space; /* police, ed */
} Fixture;

static KithId
own_sector (KithMap *map, const char *name)
{
  KithSector *sector = kith_record_new (KITH_SECTOR, kith_id_new ());
  KithId id = sector->record.id;

  kith_text_set (&sector->name, name);
  test_put (map, sector);
  return id;
}

static void
set_sector (KithMap *map, KithId stakeholder, KithId sector)
{
  KithStakeholder *after = kith_record_copy (kith_map_stakeholder (map, stakeholder));

  after->sector = sector;
  test_put (map, after);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  KithDate today = kith_date_day (2026, 3, 12);
  KithEvent *event;

  f->map = kith_map_new ();
  f->police = test_stakeholder (f->map, "Police", 0, 0);
  f->ed = test_stakeholder (f->map, "Emergency Department", 300, 0);
  f->housing = test_stakeholder (f->map, "Housing", 0, 300);
  f->link = test_link (f->map, f->police, f->ed);
  f->other = test_link (f->map, f->ed, f->housing);
  test_rate (f->map, f->link, KITH_END_A, "", KITH_BASIS_IMPRESSION, KITH_SCORE_4, "2026-03-01");
  test_do (f->map,
           kith_verb_add_space (f->map, "Group", (KithId[]){ f->police, f->ed }, 2, &f->space));
  event = kith_event_draft (f->map, KITH_LINK, f->link, &today);
  kith_text_set (&event->title, "A fight");
  test_put (f->map, event);
  event = kith_event_draft (f->map, KITH_ABOUT, 0, &today);
  kith_text_set (&event->title, "A storm");
  test_put (f->map, event);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  test_check (f->map);
  kith_map_unref (f->map);
}

static void
test_holds (Fixture *f, gconstpointer data)
{
  g_autoptr (KithMap) clip = kith_clip_new (f->map, (KithId[]){ f->police, f->ed }, 2);
  g_autoptr (KithMap) one = kith_clip_new (f->map, (KithId[]){ f->police, f->link }, 2);

  test_check (clip);
  g_assert_cmpuint (kith_map_n (clip, KITH_STAKEHOLDER), ==, 2);
  g_assert_nonnull (kith_map_link (clip, f->link));
  g_assert_null (kith_map_link (clip, f->other));
  g_assert_cmpuint (kith_map_n (clip, KITH_ASSESSMENT), ==, 1);
  g_assert_nonnull (kith_map_space (clip, f->space));
  g_assert_cmpuint (kith_map_n (clip, KITH_MEMBERSHIP), ==, 2);
  g_assert_cmpuint (kith_map_n (clip, KITH_EVENT), ==, 1);
  test_check (one);
  g_assert_cmpuint (kith_map_n (one, KITH_STAKEHOLDER), ==, 1);
  g_assert_cmpuint (kith_map_n (one, KITH_LINK), ==, 0);
  g_assert_cmpuint (kith_map_n (one, KITH_SPACE), ==, 0);
}

static void
test_new_ids (Fixture *f, gconstpointer data)
{
  g_autoptr (KithMap) clip = kith_clip_new (f->map, (KithId[]){ f->police, f->ed }, 2);
  g_autoptr (KithMap) empty = kith_map_new ();
  g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (KithId));
  g_autoptr (GPtrArray) links = NULL;
  KithId first;

  test_do (f->map, kith_clip_to_edit (clip, f->map, "Paste", made));
  test_do (f->map, kith_clip_to_edit (clip, f->map, "Paste", NULL));
  g_assert_cmpuint (kith_map_n (f->map, KITH_STAKEHOLDER), ==, 7);
  g_assert_cmpuint (kith_map_n (f->map, KITH_LINK), ==, 4);
  g_assert_cmpuint (kith_map_n (f->map, KITH_ASSESSMENT), ==, 3);
  g_assert_cmpuint (kith_map_n (f->map, KITH_SPACE), ==, 3);
  g_assert_cmpuint (kith_map_n (f->map, KITH_EVENT), ==, 4);
  g_assert_cmpuint (made->len, ==, 2);
  first = g_array_index (made, KithId, 0);
  links = kith_map_links_of (f->map, first);
  g_assert_cmpuint (links->len, ==, 1);
  g_assert_cmpint (KITH_ID (links->pdata[0]), !=, f->link);
  /* new ones even where the old ones are free, so that a cut can be undone after a paste */
  test_do (empty, kith_clip_to_edit (clip, empty, "Paste", NULL));
  test_check (empty);
  g_assert_null (kith_map_stakeholder (empty, f->police));
  g_assert_cmpuint (kith_map_n (empty, KITH_STAKEHOLDER), ==, 2);
}

/* A copy of a frame of an arrangement is one's own: arranging again does not take it away. */
static void
test_frames (Fixture *f, gconstpointer data)
{
  KithPlace place = { 0, 0, 400, 300 };
  KithAnnotation *frame = kith_annotation_draft (KITH_ANNOTATION_FRAME, &place);
  KithId id = KITH_ID (frame);
  g_autoptr (KithMap) clip = NULL;
  guint own = 0;

  frame->arrangement = KITH_ARRANGEMENT_COLUMNS;
  test_do (f->map, kith_verb_add_annotation (f->map, frame));
  clip = kith_clip_new (f->map, &id, 1);
  test_do (f->map, kith_clip_to_edit (clip, f->map, "Paste", NULL));
  g_assert_cmpuint (kith_map_n (f->map, KITH_ANNOTATION), ==, 2);
  KITH_FOR_EACH (KithAnnotation, one, f->map, KITH_ANNOTATION)
    own += one->arrangement == KITH_ARRANGEMENT_FREE;
  g_assert_cmpuint (own, ==, 1);
}

static void
test_sectors (Fixture *f, gconstpointer data)
{
  KithId own = own_sector (f->map, "Night economy");
  g_autoptr (KithMap) other = kith_map_new ();
  g_autoptr (KithMap) alike = kith_map_new ();
  g_autoptr (KithMap) clip = NULL;
  KithId like = own_sector (alike, "night economy");

  set_sector (f->map, f->police, own);
  clip = kith_clip_new (f->map, (KithId[]){ f->police, f->ed }, 2);
  g_assert_cmpuint (kith_map_n (clip, KITH_SECTOR), ==, 1);
  test_do (f->map, kith_clip_to_edit (clip, f->map, "Paste", NULL));
  g_assert_cmpuint (kith_map_n (f->map, KITH_SECTOR), ==, 1);
  test_do (other, kith_clip_to_edit (clip, other, "Paste", NULL));
  g_assert_cmpuint (kith_map_n (other, KITH_SECTOR), ==, 1);
  test_check (other);
  test_do (alike, kith_clip_to_edit (clip, alike, "Paste", NULL));
  g_assert_cmpuint (kith_map_n (alike, KITH_SECTOR), ==, 1);
  KITH_FOR_EACH (KithStakeholder, stakeholder, alike, KITH_STAKEHOLDER)
    if (g_str_equal (stakeholder->name, "Police"))
      g_assert_cmpint (stakeholder->sector, ==, like);
  test_check (alike);
}

static void
test_spaces_only (Fixture *f, gconstpointer data)
{
  g_autoptr (KithMap) clip = kith_clip_new (f->map, &f->space, 1);
  g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (KithId));

  g_assert_cmpuint (kith_map_n (clip, KITH_SPACE), ==, 1);
  g_assert_cmpuint (kith_map_n (clip, KITH_MEMBERSHIP), ==, 0);
  test_do (f->map, kith_clip_to_edit (clip, f->map, "Paste", made));
  g_assert_cmpuint (made->len, ==, 1);
  g_assert_nonnull (kith_map_space (f->map, g_array_index (made, KithId, 0)));
}

static void
test_audience (Fixture *f, gconstpointer data)
{
  KithStakeholder *police = kith_record_copy (kith_map_stakeholder (f->map, f->police));
  g_autoptr (KithMap) shown = NULL;
  g_autoptr (KithMap) clip = NULL;

  kith_text_set (&police->private_note, "Say nothing");
  test_put (f->map, police);
  shown = kith_map_for_audience (f->map, KITH_PARTNERS);
  clip = kith_clip_new (shown, (KithId[]){ f->police, f->ed }, 2);
  g_assert_cmpstr (kith_map_stakeholder (clip, f->police)->private_note, ==, "");
  g_assert_cmpuint (kith_map_n (clip, KITH_ASSESSMENT), ==, 0);
}

/* Three boxes of different widths and heights. */
static void
put_boxes (Fixture *f, KithId ids[3])
{
  static const double boxes[3][4] = { { 0, 0, 100, 40 },
                                      { 30, 100, 200, 80 },
                                      { 400, 260, 60, 40 } };

  for (guint i = 0; i < 3; i++)
    {
      KithStakeholder *s = kith_record_new (KITH_STAKEHOLDER, kith_id_new ());

      ids[i] = s->record.id;
      kith_text_set (&s->name, "Box");
      s->sector = 1;
      s->x = boxes[i][0];
      s->y = boxes[i][1];
      s->width = boxes[i][2];
      s->height = boxes[i][3];
      test_put (f->map, s);
    }
}

static void
assert_at (Fixture *f, const KithId ids[3], gboolean across, const double at[3])
{
  for (guint i = 0; i < 3; i++)
    {
      const KithStakeholder *s = kith_map_stakeholder (f->map, ids[i]);

      g_assert_cmpfloat (across ? s->x : s->y, ==, at[i]);
    }
}

static void
test_align (Fixture *f, gconstpointer data)
{
  /* boxes reach from x -70 to 430 and from y -20 to 280 */
  static const double at[6][3] = { { -20, 30, -40 }, { 180, 180, 180 }, { 380, 330, 400 },
                                   { 0, 20, 0 },     { 130, 130, 130 }, { 260, 240, 260 } };

  for (guint how = KITH_ALIGN_LEFT; how <= KITH_ALIGN_BOTTOM; how++)
    {
      KithId ids[3];
      gboolean across = how <= KITH_ALIGN_RIGHT;

      put_boxes (f, ids);
      test_do (f->map, kith_verb_align (f->map, ids, 3, (KithAlign) how));
      assert_at (f, ids, across, at[how]);
      assert_at (f, ids, !across,
                 across ? (const double[]){ 0, 100, 260 } : (const double[]){ 0, 30, 400 });
    }
}

static void
test_distribute (Fixture *f, gconstpointer data)
{
  KithId ids[3];
  g_autoptr (KithEdit) nothing = NULL;

  put_boxes (f, ids);
  /* from 50 to 370 there are 320, less 200 of the box: gaps of 60 */
  test_do (f->map, kith_verb_distribute (f->map, ids, 3, TRUE));
  assert_at (f, ids, TRUE, (const double[]){ 0, 210, 400 });
  /* from 20 to 240 there are 220, less 80: gaps of 70 */
  test_do (f->map, kith_verb_distribute (f->map, ids, 3, FALSE));
  assert_at (f, ids, FALSE, (const double[]){ 0, 130, 260 });
  nothing = kith_verb_distribute (f->map, ids, 2, TRUE);
  g_assert_true (kith_edit_is_empty (nothing));
}

/* A picture is one record however often it is pasted, and goes where it is shown. */
static void
test_pictures (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\x89PNG", 4);
  KithPicture *logo = kith_picture_new (bytes, "image/png", 1, 1, "logo.png");
  KithAnnotation *frame = kith_record_new (KITH_ANNOTATION, kith_id_new ());
  KithStakeholder *shows = kith_record_copy (kith_map_stakeholder (f->map, f->police));
  KithId ids[] = { f->police, frame->record.id };
  g_autoptr (KithMap) elsewhere = kith_map_new ();
  g_autoptr (KithMap) clip = NULL;
  g_autoptr (KithMap) without = NULL;

  shows->picture = logo->record.id;
  test_put (f->map, logo);
  test_put (f->map, shows);
  test_put (f->map, frame);
  without = kith_clip_new (f->map, &f->ed, 1);
  g_assert_cmpuint (kith_map_n (without, KITH_PICTURE), ==, 0);
  clip = kith_clip_new (f->map, ids, 2);
  g_assert_cmpuint (kith_map_n (clip, KITH_PICTURE), ==, 1);
  g_assert_cmpuint (kith_map_n (clip, KITH_ANNOTATION), ==, 1);
  for (guint i = 0; i < 2; i++)
    {
      test_do (elsewhere, kith_clip_to_edit (clip, elsewhere, "Paste", NULL));
      test_do (elsewhere, kith_verb_merge_in (elsewhere, clip, "Import"));
    }
  test_check (elsewhere);
  g_assert_cmpuint (kith_map_n (elsewhere, KITH_PICTURE), ==, 1);
  g_assert_cmpuint (kith_map_n (elsewhere, KITH_STAKEHOLDER), ==, 4);
}

/* Seen in a picture of what is selected, but not said a second time in the map, or in another. */
static void
test_questions (Fixture *f, gconstpointer data)
{
  KithQuestion *question = kith_record_new (KITH_QUESTION, kith_id_new ());
  KithPosition *position = kith_record_new (KITH_POSITION, kith_id_new ());
  KithAnswer *answer = kith_record_new (KITH_ANSWER, kith_id_new ());
  KithStance *stance = kith_record_new (KITH_STANCE, kith_id_new ());
  KithRepair *step = kith_record_new (KITH_REPAIR, kith_id_new ());
  g_autoptr (KithMap) clip = NULL;
  g_autoptr (KithMap) without = NULL;
  g_autoptr (KithMap) elsewhere = kith_map_new ();

  kith_text_set (&question->title, "What delays people?");
  kith_text_set (&position->title, "Too few beds");
  position->question = answer->question = question->record.id;
  answer->position = position->record.id;
  answer->stakeholder = stance->stakeholder = f->police;
  kith_text_set (&answer->text, "Beds");
  test_put (f->map, question);
  test_put (f->map, position);
  test_put (f->map, answer);
  test_put (f->map, stance);
  step->question = question->record.id;
  kith_text_set (&step->title, "Ask again");
  test_put (f->map, step);
  without = kith_clip_new (f->map, &f->ed, 1);
  g_assert_cmpuint (kith_map_n (without, KITH_QUESTION), ==, 0);
  clip = kith_clip_new (f->map, &f->police, 1);
  g_assert_cmpuint (kith_map_n (clip, KITH_ANSWER), ==, 1);
  g_assert_cmpuint (kith_map_n (clip, KITH_POSITION), ==, 1);
  test_do (elsewhere, kith_clip_to_edit (clip, elsewhere, "Paste", NULL));
  test_check (elsewhere);
  g_assert_cmpuint (kith_map_n (elsewhere, KITH_STAKEHOLDER), ==, 1);
  g_assert_cmpuint (kith_map_n (elsewhere, KITH_QUESTION) + kith_map_n (elsewhere, KITH_ANSWER)
                        + kith_map_n (elsewhere, KITH_POSITION)
                        + kith_map_n (elsewhere, KITH_STANCE),
                    ==, 0);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/clip/holds-links-ratings-events-and-spaces-among-what-is-selected", test_holds);
  ADD ("/clip/pasting-always-makes-new-ids", test_new_ids);
  ADD ("/clip/sectors-come-along-once", test_sectors);
  ADD ("/clip/a-copied-frame-is-ones-own", test_frames);
  ADD ("/clip/a-space-alone-comes-without-its-members", test_spaces_only);
  ADD ("/clip/of-a-window-for-partners-holds-nothing-private", test_audience);
  ADD ("/clip/a-picture-goes-where-it-is-shown-and-is-kept-once", test_pictures);
  ADD ("/clip/answers-are-in-a-picture-and-not-pasted", test_questions);
  ADD ("/align/edges-and-centres-come-in-line", test_align);
  ADD ("/distribute/gaps-become-equal-and-the-outermost-stay", test_distribute);
  return g_test_run ();
}
