/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding: what a person types leads to what they mean, in every text of the map and in nothing
 * that the map does not show. */
#include "kith-audience.h"
#include "kith-search.h"
#include "kith-test-maps.h"

static KithFound *
first (GPtrArray *found)
{
  g_assert_cmpuint (found->len, >, 0);
  return g_ptr_array_index (found, 0);
}

static guint
count (KithMap *map, const char *words)
{
  guint n = 0;
  g_autoptr (GPtrArray) found = kith_search (map, words, 0, &n);

  g_assert_cmpuint (found->len, ==, 0);
  return n;
}

static void
test_forgiving (void)
{
  static const char *const typed[] = {
    "ysbyty",    "gwen",       "GWÊN mair", "mairs", "Mair’s", "  mair's   ysbyty ",
    "nhs trust", "co located",
  };
  g_autoptr (KithMap) map = kith_map_new ();
  KithId id = test_stakeholder (map, "Ysbyty Gwên – Mair's co-located NHS Trust", 0, 0);

  test_stakeholder (map, "Northmoor Police", 200, 0);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (GPtrArray) found = kith_search (map, typed[i], 9, NULL);

      g_test_message ("%s", typed[i]);
      g_assert_cmpuint (found->len, ==, 1);
      g_assert_cmpint (first (found)->owner, ==, id);
    }
  g_assert_cmpuint (count (map, ""), ==, 0);
  g_assert_cmpuint (count (map, " \t "), ==, 0);
  g_assert_cmpuint (count (map, "ysbyty police"), ==, 0);
}

/* Text that a person wrote: not the map's identity, what sizes follow, what a scene filters, how a sign spells
 * itself, the bytes of a picture. */
static gboolean
is_written (KithKind kind, const KithField *field)
{
  return field->type == KITH_TYPE_TEXT && kind != KITH_PICTURE && !g_str_equal (field->name, "key")
         && !g_str_equal (field->name, "size_by") && !g_str_equal (field->name, "filter")
         && !g_str_equal (field->name, "sign");
}

/* A word in each text field of each kind, told apart by its field. */
static KithMap *
make_canaries (GPtrArray *canaries)
{
  KithMap *map = kith_map_new ();
  KithId a = test_stakeholder (map, "Aye", 0, 0), b = test_stakeholder (map, "Bee", 300, 0);
  KithId link = test_link (map, a, b);

  test_rate (map, link, KITH_END_A, "", KITH_BASIS_OWN_WORDS, KITH_SCORE_3, "2020");
  test_space (map, "Room", &a, 1);
  test_event (map, KITH_LINK, link, "");
  for (guint kind = 0; kind < KITH_N_KINDS; kind++)
    {
      const KithKindInfo *info = kith_kind_info ((KithKind) kind);
      gpointer record;

      if (kith_map_n (map, (KithKind) kind) == 0)
        continue;
      record = kith_record_copy (kith_map_nth (map, (KithKind) kind, 0));
      for (guint i = 0; i < info->n_fields; i++)
        if (is_written ((KithKind) kind, &info->fields[i]))
          {
            char *word = g_strdup_printf ("canary%c%c", 'a' + (char) kind, 'a' + (char) i);

            g_ptr_array_add (canaries, word);
            kith_text_set (kith_field_address (&info->fields[i], record), word);
          }
      test_put (map, record);
    }
  return map;
}

static void
test_every_field (void)
{
  g_autoptr (GPtrArray) canaries = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (KithMap) map = make_canaries (canaries);

  g_assert_cmpuint (canaries->len, >, 25);
  for (guint i = 0; i < canaries->len; i++)
    g_assert_cmpuint (count (map, g_ptr_array_index (canaries, i)), ==, 1);
  for (guint kind = 0; kind < KITH_N_KINDS; kind++)
    for (guint i = 0; i < kith_kind_info ((KithKind) kind)->n_fields; i++)
      {
        const KithField *field = &kith_kind_info ((KithKind) kind)->fields[i];

        if (is_written ((KithKind) kind, field))
          g_assert_nonnull (kith_search_field_label (field));
      }
}

static void
test_audience (void)
{
  for (guint audience = KITH_PARTNERS; audience <= KITH_PUBLIC; audience++)
    {
      g_autoptr (GPtrArray) canaries = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (KithMap) map = make_canaries (canaries);
      g_autoptr (KithMap) theirs = kith_map_for_audience (map, (KithAudience) audience);
      guint at = 0;

      for (guint kind = 0; kind < KITH_N_KINDS; kind++)
        for (guint i = 0; i < kith_kind_info ((KithKind) kind)->n_fields; i++)
          {
            const KithKindInfo *info = kith_kind_info ((KithKind) kind);
            const KithField *field = &info->fields[i];
            KithAudience widest = MIN (field->audience, info->audience);

            if (!is_written ((KithKind) kind, field) || kith_map_n (map, (KithKind) kind) == 0)
              continue;
            g_assert_cmpuint (count (theirs, g_ptr_array_index (canaries, at++)), ==,
                              widest >= audience ? 1 : 0);
          }
    }
}

static void
test_order (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId inside = test_stakeholder (map, "Metropolice", 0, 0);
  KithId later = test_stakeholder (map, "Northmoor Police", 0, 100);
  KithId start = test_stakeholder (map, "Police and Crime Panel", 0, 200);
  KithId noted = test_stakeholder (map, "Aardvark House", 0, 300);
  KithId order[] = { start, later, inside, noted };
  g_autoptr (GPtrArray) found = NULL;

  test_do (map,
           kith_verb_set (map, KITH_STAKEHOLDER, noted, "description", "Wary of police", NULL));
  found = kith_search (map, "police", 9, NULL);
  g_assert_cmpuint (found->len, ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < found->len; i++)
    g_assert_cmpint (((KithFound *) g_ptr_array_index (found, i))->id, ==, order[i]);
  g_ptr_array_unref (found);
  found = kith_search (map, "police", 2, NULL);
  g_assert_cmpuint (found->len, ==, 2);
}

static void
test_links (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId police = test_stakeholder (map, "Northmoor Police", 0, 0);
  KithId cafe = test_stakeholder (map, "Harbour Café", 300, 0);
  KithId link = test_link (map, police, cafe);
  g_autoptr (GPtrArray) found = kith_search (map, "cafe police", 9, NULL);

  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (first (found)->owner, ==, link);
  g_assert_cmpstr (first (found)->title, ==, "Northmoor Police – Harbour Café");
  g_assert_cmpuint (count (map, "police"), ==, 1);
  g_assert_cmpuint (count (map, "works with"), ==, 1);
  g_assert_cmpuint (count (map, "works police"), ==, 1);
}

static void
test_owner_and_snippet (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId a = test_stakeholder (map, "Aye", 0, 0), b = test_stakeholder (map, "Bee", 300, 0);
  KithId link = test_link (map, a, b);
  KithId event = test_event (map, KITH_LINK, link, "The long winter");
  g_autoptr (GPtrArray) found = NULL;

  test_do (map, kith_verb_set (map, KITH_EVENT, event, "narrative",
                               "For three months, with all the wards full and the roads shut,\n"
                               "nobody rang the Café about discharge, and nobody was asked. "
                               "What came of it was a rota that both sides still keep today.",
                               NULL));
  found = kith_search (map, "cafe winter", 9, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (first (found)->kind, ==, KITH_EVENT);
  g_assert_cmpint (first (found)->id, ==, event);
  g_assert_cmpint (first (found)->owner, ==, link);
  g_assert_cmpstr (first (found)->title, ==, "The long winter");
  g_ptr_array_unref (found);
  found = kith_search (map, "cafe", 9, NULL);
  g_assert_cmpstr (first (found)->where, ==, "Narrative");
  g_assert_true (g_str_has_prefix (first (found)->snippet, "…"));
  g_assert_true (g_str_has_suffix (first (found)->snippet, "…"));
  g_assert_nonnull (strstr (first (found)->snippet, "nobody rang the Café about"));
  g_assert_null (strchr (first (found)->snippet, '\n'));
}

static void
test_sector (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId id = test_stakeholder (map, "Aye", 0, 0);
  g_autoptr (GPtrArray) found = NULL;

  test_do (map, kith_verb_set (map, KITH_STAKEHOLDER, id, "sector", "7", NULL));
  test_do (map, kith_verb_set (map, KITH_STAKEHOLDER, id, "kind", "probation", NULL));
  found = kith_search (map, "justice", 9, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (first (found)->where, ==, "Sector");
  g_assert_cmpuint (count (map, "probation fire aye"), ==, 1);
}

static void
test_marks (void)
{
  const char *text = "Ysbyty Gwe\xcc\x82n, Gwên";
  g_autoptr (GArray) marks = kith_search_marks (text, "gwen wên");
  KithMark *a = &g_array_index (marks, KithMark, 0), *b = &g_array_index (marks, KithMark, 1);

  g_assert_cmpuint (marks->len, ==, 2);
  g_assert_cmpint (strncmp (text + a->start, "Gwe\xcc\x82n,", a->end - a->start + 1), ==, 0);
  g_assert_cmpint (strcmp (text + b->start, "Gwên"), ==, 0);
  g_assert_cmpuint (b->end, ==, strlen (text));
}

static void
test_fuzzy (void)
{
  const char *command = "Export as PDF, PNG or SVG";

  g_assert_cmpuint (kith_search_fuzzy (command, "export"), >, kith_search_fuzzy (command, "xpor"));
  g_assert_cmpuint (kith_search_fuzzy (command, "xpor"), >, kith_search_fuzzy (command, "epdf"));
  g_assert_cmpuint (kith_search_fuzzy (command, "epdf"), >, 0);
  g_assert_cmpuint (kith_search_fuzzy (command, "png exp"), >, 0);
  g_assert_cmpuint (kith_search_fuzzy (command, "undo"), ==, 0);
  g_assert_cmpuint (kith_search_fuzzy (command, ""), >, 0);
}

/* Whatever stands in names, and whatever is typed. */
static void
test_odd_text (void)
{
  static const char *const odd[] = {
    "'",    "-", "\xcc\x82", "\xe2\x80\x8b",     "<b>&",
    "%s%n", "ß", "İstanbul", "\xf0\x9f\x91\xa9", "…–—",
  };
  g_autoptr (KithMap) map = kith_map_new ();

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    test_stakeholder (map, odd[i], i * 200.0, 0);
  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autoptr (GPtrArray) found = kith_search (map, odd[i], 99, NULL);

      for (guint j = 0; j < found->len; j++)
        g_array_unref (
            kith_search_marks (((KithFound *) g_ptr_array_index (found, j))->title, odd[i]));
    }
  g_assert_cmpuint (count (map, "istanbul"), ==, 1);
  g_assert_cmpuint (count (map, "<B>"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/case-accents-and-order-make-no-difference", test_forgiving);
  g_test_add_func ("/search/every-text-field-is-searched-and-has-words", test_every_field);
  g_test_add_func ("/search/an-audience-finds-only-what-it-may-see", test_audience);
  g_test_add_func ("/search/names-come-before-notes", test_order);
  g_test_add_func ("/search/both-ends-name-a-link", test_links);
  g_test_add_func ("/search/an-event-leads-to-its-owner", test_owner_and_snippet);
  g_test_add_func ("/search/sectors-and-kinds-are-words-too", test_sector);
  g_test_add_func ("/search/marks-stand-round-the-letters", test_marks);
  g_test_add_func ("/search/a-few-letters-name-a-command", test_fuzzy);
  g_test_add_func ("/search/odd-text-is-harmless", test_odd_text);
  return g_test_run ();
}
