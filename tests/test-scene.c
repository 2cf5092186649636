/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scenes: their order, what they show, and what of them an audience may see. */
#include "kith-as-at.h"
#include <string.h>

#include "kith-audience.h"
#include "kith-clip.h"
#include "kith-test-maps.h"
#include "kith-verbs-scene.h"

typedef struct
{
  KithMap *map;
  KithId police, housing, hidden, link;
} Place;

static void
set_up (Place *place, gconstpointer data)
{
  place->map = kith_map_new ();
  place->police = test_stakeholder (place->map, "Police", 0, 0);
  place->housing = test_stakeholder (place->map, "Housing", 400, 100);
  place->hidden = test_stakeholder (place->map, "The quiet one", 800, 0);
  place->link = test_link (place->map, place->police, place->housing);
  test_do (place->map,
           kith_verb_set (place->map, KITH_STAKEHOLDER, place->hidden, "private", "1", NULL));
}

static void
tear_down (Place *place, gconstpointer data)
{
  kith_map_unref (place->map);
}

static KithId
add (Place *place, const char *title)
{
  KithView view = KITH_VIEW_INIT;
  KithScene *scene = kith_scene_of_view (&view, place->map);
  KithId id = scene->record.id;

  kith_text_set (&scene->title, title);
  test_do (place->map, kith_verb_add_scene (place->map, scene, G_MAXUINT, NULL));
  return id;
}

static void
assert_order (Place *place, const char *expected)
{
  g_autoptr (GPtrArray) list = kith_map_list (place->map, KITH_SCENE);
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (titles, "%s%s", i > 0 ? " " : "",
                            ((const KithScene *) list->pdata[i])->title);
  g_assert_cmpstr (titles->str, ==, expected);
  test_check (place->map);
}

static void
test_order (Place *place, gconstpointer data)
{
  KithId one = add (place, "one"), two = add (place, "two"), three = add (place, "three"), copy;
  g_autoptr (KithEdit) move = NULL;
  g_autoptr (KithEdit) back = NULL;

  assert_order (place, "one two three");
  move = kith_verb_move_scene (place->map, three, 0, NULL);
  test_do (place->map, kith_edit_ref (move));
  assert_order (place, "three one two");
  back = kith_edit_invert (move);
  test_do (place->map, kith_edit_ref (back));
  assert_order (place, "one two three");
  test_do (place->map, kith_verb_move_scene (place->map, one, 99, NULL));
  assert_order (place, "two three one");
  test_do (place->map, kith_verb_duplicate_scene (place->map, two, &copy, NULL));
  assert_order (place, "two two (copy) three one");
  test_do (place->map, kith_verb_delete_scene (place->map, copy, NULL));
  assert_order (place, "two three one");
  g_assert_null (kith_verb_move_scene (place->map, copy, 0, NULL));
}

/* Without a title of its own a scene gets one that no other has. */
static void
test_titles (Place *place, gconstpointer data)
{
  KithId one = add (place, ""), two = add (place, "");
  g_autoptr (KithScene) words = NULL;
  g_autoptr (GError) error = NULL;

  assert_order (place, "Scene 1 Scene 2");
  test_do (place->map, kith_verb_delete_scene (place->map, one, NULL));
  add (place, "");
  assert_order (place, "Scene 2 Scene 3");
  words = kith_record_copy (kith_map_scene (place->map, two));
  kith_text_set (&words->title, "  ");
  g_assert_null (kith_verb_word_scene (place->map, words, &error));
  g_assert_error (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_REFUSED);
}

/* What a view shows is what the scene shows, and updating leaves the words. */
static void
test_view (Place *place, gconstpointer data)
{
  KithId id = add (place, "Where it is stuck");
  g_autoptr (KithScene) wider = NULL;
  KithView view = KITH_VIEW_INIT;
  g_autoptr (KithFilter) filter = kith_filter_new ();
  g_autoptr (KithFilter) back = NULL;
  g_autoptr (KithScene) shown = NULL;
  const KithScene *scene;

  kith_filter_set_text (filter, "crisis; \"now\"");
  kith_filter_set_focus (filter, &place->police, 1, 2);
  kith_filter_set_hides (filter, TRUE);
  view.filter = filter;
  view.lens = KITH_LENS_GAP;
  view.day = kith_date_day (2012, 4, 1).first;
  view.audience = KITH_PARTNERS;
  view.lines = TRUE;
  shown = kith_scene_of_view (&view, place->map);
  g_assert_cmpint (shown->audience, ==, KITH_PARTNERS);
  test_do (place->map, kith_verb_set (place->map, KITH_SCENE, id, "audience", "partners", NULL));
  test_do (place->map, kith_verb_update_scene (place->map, id, shown, NULL));
  scene = kith_map_scene (place->map, id);
  g_assert_cmpstr (scene->title, ==, "Where it is stuck");
  g_assert_cmpint (scene->lens, ==, KITH_LENS_GAP);
  g_assert_cmpint (scene->audience, ==, KITH_PARTNERS);
  g_assert_cmpint (kith_scene_day (scene), ==, view.day);
  g_assert_true (scene->lines);
  back = kith_scene_filter (scene, place->map, KITH_TEAM);
  g_assert_true (kith_filter_equal (back, filter));
  g_assert_cmpint (kith_scene_audience (scene, KITH_TEAM), ==, KITH_PARTNERS);
  g_assert_cmpint (kith_scene_audience (scene, KITH_PUBLIC), ==, KITH_PUBLIC);

  /* what the team sees is not what the room is to see: its audience stays, what was typed goes */
  view.audience = KITH_TEAM;
  wider = kith_scene_of_view (&view, place->map);
  test_do (place->map, kith_verb_update_scene (place->map, id, wider, NULL));
  scene = kith_map_scene (place->map, id);
  g_assert_cmpint (scene->audience, ==, KITH_PARTNERS);
  g_assert_null (strstr (scene->filter, "crisis"));
}

/* A scene of the team's that is to be shown to others loses what was typed to filter by. */
static void
test_shown_to_others (Place *place, gconstpointer data)
{
  KithId id = add (place, "Ours");
  g_autoptr (KithScene) words = NULL;

  test_do (place->map, kith_verb_set (place->map, KITH_SCENE, id, "filter",
                                      "link=works-with; text=quarrel", NULL));
  words = kith_record_copy (kith_map_scene (place->map, id));
  words->audience = KITH_PARTNERS;
  test_do (place->map, kith_verb_word_scene (place->map, words, NULL));
  g_assert_cmpstr (kith_map_scene (place->map, id)->filter, ==, "link=works-with");
}

/* The title of a scene about a link names both ends: it goes when the link or one of them does. */
static void
test_link_made_private (Place *place, gconstpointer data)
{
  KithId links[] = { place->link };
  g_autoptr (KithMap) before = NULL;
  g_autoptr (KithMap) link_gone = NULL;
  g_autoptr (KithMap) end_gone = NULL;

  test_do (place->map, kith_verb_opening_scenes (place->map, KITH_TEAM, links, 1, NULL));
  before = kith_map_for_audience (place->map, KITH_PARTNERS);
  g_assert_cmpuint (kith_map_n (before, KITH_SCENE), ==, 3);
  test_do (place->map, kith_verb_set (place->map, KITH_LINK, place->link, "private", "1", NULL));
  link_gone = kith_map_for_audience (place->map, KITH_PARTNERS);
  g_assert_cmpuint (kith_map_n (link_gone, KITH_SCENE), ==, 2);
  test_do (place->map, kith_verb_set (place->map, KITH_LINK, place->link, "private", "0", NULL));
  test_do (place->map,
           kith_verb_set (place->map, KITH_STAKEHOLDER, place->police, "private", "1", NULL));
  end_gone = kith_map_for_audience (place->map, KITH_PARTNERS);
  g_assert_cmpuint (kith_map_n (end_gone, KITH_SCENE), ==, 2);
}

/* A scene of the positions on a question is not shown to who would see another question's instead. */
static void
test_question_made_private (Place *place, gconstpointer data)
{
  KithId id = add (place, "What they think");
  KithScene *about = kith_record_copy (kith_map_scene (place->map, id));
  KithQuestion *asked = kith_record_new (KITH_QUESTION, kith_id_new ());
  KithId question = KITH_ID (asked);
  g_autoptr (KithMap) before = NULL;
  g_autoptr (KithMap) gone = NULL;

  kith_text_set (&asked->title, "What delays people?");
  test_put (place->map, asked);
  about->question = question;
  about->lens = KITH_LENS_POSITIONS;
  test_put (place->map, about);
  before = kith_map_for_audience (place->map, KITH_PARTNERS);
  g_assert_nonnull (kith_map_scene (before, id));
  test_do (place->map, kith_verb_set (place->map, KITH_QUESTION, question, "private", "1", NULL));
  gone = kith_map_for_audience (place->map, KITH_PARTNERS);
  g_assert_null (kith_map_scene (gone, id));
}

/* Where what it looks at goes, the scene stays; undo gives both back. */
static void
test_what_it_names_goes (Place *place, gconstpointer data)
{
  KithId id = add (place, "About them");
  KithScene *about = kith_record_copy (kith_map_scene (place->map, id));
  KithId both[] = { place->police, id };
  g_autoptr (KithEdit) gone = NULL;
  g_autoptr (KithEdit) back = NULL;
  g_autoptr (KithMap) before = NULL;

  about->focus = about->through = place->police;
  about->steps = 1;
  about->link = place->link;
  test_put (place->map, about);
  before = kith_map_snapshot (place->map);
  gone = kith_verb_delete (place->map, &place->police, 1, NULL);
  test_do (place->map, kith_edit_ref (gone));
  test_check (place->map);
  g_assert_nonnull (kith_map_scene (place->map, id));
  g_assert_cmpint (kith_map_scene (place->map, id)->focus, ==, 0);
  g_assert_cmpint (kith_map_scene (place->map, id)->steps, ==, 0);
  g_assert_cmpint (kith_map_scene (place->map, id)->through, ==, 0);
  g_assert_cmpint (kith_map_scene (place->map, id)->link, ==, 0);
  back = kith_edit_invert (gone);
  test_do (place->map, kith_edit_ref (back));
  g_assert_true (kith_map_equal (place->map, before));
  test_do (place->map, kith_verb_delete (place->map, both, 2, NULL));
  test_check (place->map);
  g_assert_cmpuint (kith_map_n (place->map, KITH_SCENE), ==, 0);
}

static const KithScene *
seen_scene (KithMap *seen, KithId id)
{
  test_check (seen);
  return kith_map_scene (seen, id);
}

static void
test_audiences (Place *place, gconstpointer data)
{
  static const char *const fields[] = { "sentence", "note", "filter", NULL };
  static const char *const texts[] = { "Look here", "Be kind", "tag=secret; text=quarrel", NULL };
  KithId id = add (place, "For the room"), own = add (place, "Own"), open = add (place, "Open");
  g_autoptr (KithMap) partners = NULL;
  g_autoptr (KithMap) public = NULL;
  g_autoptr (GPtrArray) to_present = NULL;
  g_autoptr (GPtrArray) for_public = NULL;
  KithScene *about;

  for (guint i = 0; fields[i] != NULL; i++)
    test_do (place->map, kith_verb_set (place->map, KITH_SCENE, id, fields[i], texts[i], NULL));
  about = kith_record_copy (kith_map_scene (place->map, id));
  about->focus = about->through = place->hidden;
  about->steps = 3;
  test_put (place->map, about);
  test_do (place->map, kith_verb_set (place->map, KITH_SCENE, own, "private", "1", NULL));
  test_do (place->map, kith_verb_set (place->map, KITH_SCENE, open, "audience", "public", NULL));
  partners = kith_map_for_audience (place->map, KITH_PARTNERS);
  g_assert_cmpstr (seen_scene (partners, id)->sentence, ==, "Look here");
  g_assert_cmpstr (seen_scene (partners, id)->note, ==, "");
  g_assert_cmpstr (seen_scene (partners, id)->filter, ==, "");
  g_assert_cmpint (seen_scene (partners, id)->focus, ==, 0);
  g_assert_cmpint (seen_scene (partners, id)->steps, ==, 0);
  g_assert_cmpint (seen_scene (partners, id)->through, ==, 0);
  g_assert_null (seen_scene (partners, own));
  public = kith_map_for_audience (place->map, KITH_PUBLIC);
  g_assert_null (seen_scene (public, id));
  g_assert_null (seen_scene (public, own));
  g_assert_nonnull (seen_scene (public, open));
  to_present = kith_map_scenes_to_present (place->map);
  g_assert_cmpuint (to_present->len, ==, 2);
  for_public = kith_map_scenes_for (place->map, KITH_PUBLIC);
  g_assert_cmpuint (for_public->len, ==, 1);
  g_assert_cmpint (KITH_ID (for_public->pdata[0]), ==, open);
}

/* What they may ask they are shown asked; a text that was typed before them as well. */
static void
test_filter_for_them (Place *place, gconstpointer data)
{
  KithId id = add (place, "Theirs");
  g_autoptr (KithMap) seen = NULL;

  test_do (place->map, kith_verb_set (place->map, KITH_SCENE, id, "filter",
                                      "link=works-with; trust=1-2; text=crisis", NULL));
  test_do (place->map, kith_verb_set (place->map, KITH_SCENE, id, "audience", "partners", NULL));
  seen = kith_map_for_audience (place->map, KITH_PARTNERS);
  g_assert_cmpstr (seen_scene (seen, id)->filter, ==, "link=works-with; trust=1-2; text=crisis");
  test_do (place->map, kith_verb_set (place->map, KITH_SCENE, id, "audience", "team", NULL));
  kith_map_unref (seen);
  seen = kith_map_for_audience (place->map, KITH_PARTNERS);
  g_assert_cmpstr (seen_scene (seen, id)->filter, ==, "link=works-with; trust=1-2");
}

static void
test_copies (Place *place, gconstpointer data)
{
  KithId ids[] = { place->police, place->housing };
  KithId id = add (place, "About them");
  g_autoptr (KithMap) clip = NULL;
  KithScene *about = kith_record_copy (kith_map_scene (place->map, id));

  about->focus = place->police;
  test_put (place->map, about);
  clip = kith_clip_new (place->map, ids, 2);
  g_assert_cmpuint (kith_map_n (clip, KITH_SCENE), ==, 0);
}

/* Who had not come yet is not in focus, and the map of that day is sound. */
static void
test_past (Place *place, gconstpointer data)
{
  KithId id = add (place, "About them");
  KithScene *about = kith_record_copy (kith_map_scene (place->map, id));
  g_autoptr (KithMap) then = NULL;
  g_autoptr (KithFilter) filter = NULL;

  about->focus = place->police;
  about->steps = 1;
  test_put (place->map, about);
  test_do (place->map,
           kith_verb_set (place->map, KITH_STAKEHOLDER, place->police, "from", "2020", NULL));
  then = kith_map_as_at (place->map, kith_date_day (2010, 1, 1).first);
  test_check (then);
  g_assert_null (kith_map_scene (then, id)); /* nobody was there to look at */
  filter = kith_scene_filter (kith_map_scene (place->map, id), then, KITH_TEAM);
  g_assert_null (filter);
}

static void
test_opening (Place *place, gconstpointer data)
{
  KithId hidden = test_link (place->map, place->police, place->hidden);
  KithId links[] = { place->link, hidden };
  g_autoptr (GPtrArray) list = NULL;
  const KithScene *pair;

  add (place, "mine");
  test_do (place->map, kith_verb_opening_scenes (place->map, KITH_TEAM, links, 2, NULL));
  list = kith_map_list (place->map, KITH_SCENE);
  g_assert_cmpuint (list->len, ==, 5);
  g_assert_cmpint (((const KithScene *) list->pdata[1])->lens, ==, KITH_LENS_PLAIN);
  g_assert_false (kith_scene_has_camera (list->pdata[1]));
  pair = list->pdata[3];
  g_assert_cmpstr (pair->title, ==, "Police – Housing");
  g_assert_cmpint (pair->link, ==, place->link);
  g_assert_cmpfloat (pair->x - pair->width / 2, <, -80);
  g_assert_cmpfloat (pair->x + pair->width / 2, >, 480);
  g_assert_false (pair->is_private);
  g_assert_true (((const KithScene *) list->pdata[4])->is_private);
}

int
main (int argc, char **argv)
{
#define TEST(path, func) g_test_add (path, Place, NULL, set_up, func, tear_down)
  g_test_init (&argc, &argv, NULL);
  TEST ("/scene/stands-where-it-is-put", test_order);
  TEST ("/scene/has-a-title", test_titles);
  TEST ("/scene/shows-what-the-view-did", test_view);
  TEST ("/scene/loses-what-was-typed-when-others-see-it", test_shown_to_others);
  TEST ("/scene/of-a-link-goes-where-the-link-may-not", test_link_made_private);
  TEST ("/scene/of-a-question-goes-where-the-question-may-not", test_question_made_private);
  TEST ("/scene/outlives-what-it-looks-at", test_what_it_names_goes);
  TEST ("/scene/tells-an-audience-what-it-may-see", test_audiences);
  TEST ("/scene/filters-by-what-they-may-ask", test_filter_for_them);
  TEST ("/scene/is-not-copied-with-those-it-looks-at", test_copies);
  TEST ("/scene/of-a-past-day-is-sound", test_past);
  TEST ("/scene/openings-are-offered", test_opening);
  return g_test_run ();
}
