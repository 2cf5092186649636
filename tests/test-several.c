/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done to several stakeholders at once, and finding them by what their names begin with. */
#include "kith-name-search.h"
#include "kith-verbs-several.h"
#include "kith-verbs.h"

static KithId
add (KithMap *map, const char *name, double width)
{
  KithId id = 0;
  g_autoptr (KithEdit) edit = kith_verb_add_stakeholder (map, name, 0, 10, 20, &id);
  KithStakeholder *made = kith_edit_peek_after (edit, id);

  made->width = width;
  made->height = 40;
  g_assert_true (kith_map_apply (map, edit, NULL));
  return id;
}

static guint
perform (KithMap *map, KithEdit *edit)
{
  g_autoptr (KithEdit) owned = edit;
  g_autoptr (GError) error = NULL;

  kith_map_apply (map, edit, &error);
  g_assert_no_error (error);
  kith_map_check (map, &error);
  g_assert_no_error (error);
  return kith_edit_n_changes (edit);
}

static void
all_become_as_large_as_the_largest (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId ids[] = { add (map, "A", 100), add (map, "B", 180), add (map, "C", 180), 77 };

  g_assert_cmpuint (perform (map, kith_verb_same_size (map, ids, 4)), ==, 1);
  g_assert_cmpfloat (kith_map_stakeholder (map, ids[0])->width, ==, 180);
  g_assert_cmpfloat (kith_map_stakeholder (map, ids[0])->x, ==, 10);
  g_assert_cmpuint (perform (map, kith_verb_same_size (map, ids, 4)), ==, 0);
}

static void
a_tag_is_put_on_and_taken_off (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId ids[] = { add (map, "A", 100), add (map, "B", 180) };

  g_assert_cmpuint (perform (map, kith_verb_tag (map, ids, 1, "pilot", TRUE)), ==, 1);
  g_assert_cmpuint (perform (map, kith_verb_tag (map, ids, 2, "Pilot", TRUE)), ==, 1);
  g_assert_cmpstr (kith_map_stakeholder (map, ids[0])->tags, ==, "pilot");
  g_assert_cmpuint (perform (map, kith_verb_tag (map, ids, 2, "board", TRUE)), ==, 2);
  g_assert_cmpuint (perform (map, kith_verb_tag (map, ids, 2, "PILOT", FALSE)), ==, 2);
  g_assert_cmpstr (kith_map_stakeholder (map, ids[1])->tags, ==, "board");
  g_assert_cmpuint (perform (map, kith_verb_tag (map, ids, 2, "pilot", FALSE)), ==, 0);
}

static void
they_join_a_shared_space_and_leave_it (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId ids[] = { add (map, "A", 100), add (map, "B", 180), add (map, "C", 180) };
  KithId space = 0;

  perform (map, kith_verb_add_space (map, "Big room", ids, 1, &space));
  g_assert_cmpuint (perform (map, kith_verb_join_space (map, space, ids, 3, TRUE)), ==, 2);
  g_assert_cmpuint (kith_map_n (map, KITH_MEMBERSHIP), ==, 3);
  g_assert_cmpuint (perform (map, kith_verb_join_space (map, space, ids, 2, FALSE)), ==, 2);
  g_assert_cmpuint (kith_map_n (map, KITH_MEMBERSHIP), ==, 1);
  g_assert_cmpuint (perform (map, kith_verb_join_space (map, 99, ids, 2, TRUE)), ==, 0);
}

static void
a_name_is_found_by_its_beginning (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId mind = add (map, "Northmoor Mind", 100), cafe = add (map, "Café Minden", 100);
  KithId police = add (map, "Police", 100), remind = add (map, "Reminders", 100);
  g_autoptr (GArray) ids = kith_names_beginning (map, "mIn");
  g_autoptr (GArray) accents = kith_names_beginning (map, "cafe m");
  g_autoptr (GArray) none = kith_names_beginning (map, "");

  g_assert_cmpuint (ids->len, ==, 3);
  g_assert_cmpint (g_array_index (ids, KithId, 0), ==, cafe);
  g_assert_cmpint (g_array_index (ids, KithId, 1), ==, mind);
  g_assert_cmpint (g_array_index (ids, KithId, 2), ==, remind);
  g_assert_cmpuint (accents->len, ==, 1);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpint (police, !=, 0);
}

/* Unless all of them are, who is not yet gets pinned; other things are passed over. */
static void
all_are_pinned_or_unpinned (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId ids[] = { add (map, "A", 100), 77, add (map, "B", 100), add (map, "C", 100) };
  g_autofree char *one = kith_pin_to_words (map, ids, 1);
  g_autofree char *pin = kith_pin_to_words (map, ids, 4);
  g_autofree char *unpin = NULL;

  g_assert_cmpstr (one, ==, "Pin in place");
  g_assert_cmpstr (pin, ==, "Pin 3 stakeholders in place");
  g_assert_null (kith_pin_to_words (map, &ids[1], 1));
  g_assert_cmpuint (perform (map, kith_verb_pin (map, ids, 1)), ==, 1);
  g_assert_cmpuint (perform (map, kith_verb_pin (map, ids, 4)), ==, 2);
  unpin = kith_pin_to_words (map, ids, 4);
  g_assert_cmpstr (unpin, ==, "Unpin 3 stakeholders");
  g_assert_cmpuint (perform (map, kith_verb_pin (map, ids, 4)), ==, 3);
  g_assert_false (kith_map_stakeholder (map, ids[0])->pinned);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/several/all-become-as-large-as-the-largest",
                   all_become_as_large_as_the_largest);
  g_test_add_func ("/several/a-tag-is-put-on-and-taken-off", a_tag_is_put_on_and_taken_off);
  g_test_add_func ("/several/they-join-a-shared-space-and-leave-it",
                   they_join_a_shared_space_and_leave_it);
  g_test_add_func ("/several/a-name-is-found-by-its-beginning", a_name_is_found_by_its_beginning);
  g_test_add_func ("/several/all-are-pinned-or-unpinned", all_are_pinned_or_unpinned);
  return g_test_run ();
}
