/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names from afar: who is named, and where the tags are: readable, apart, and over hardly anything. */
#include <math.h>

#include "kith-annotations.h"
#include "kith-far-names.h"
#include "kith-figures-private.h"
#include "kith-filter.h"
#include "kith-test-maps.h"

static const KithView view = KITH_VIEW_INIT;
static const KithRect everywhere = { -1e6, -1e6, 2e6, 2e6 };

static GArray *
named_at (const KithFarNames *names, const KithFigures *figures, double scale)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (KithFarName));

  kith_far_names_in (names, figures, scale, &everywhere, found);
  return found;
}

/* What its tag lies over. */
static const KithRect *
box_of (const KithFigures *figures, KithId id)
{
  const KithBoxFigure *box = g_hash_table_lookup (figures->boxes, &id);
  const KithSpaceFigure *space = g_hash_table_lookup (figures->spaces, &id);

  g_assert_true (box != NULL || space != NULL);
  return box != NULL ? &box->box : &space->label_box;
}

static guint
count_stakeholders (const GArray *found)
{
  guint n = 0;

  for (guint i = 0; i < found->len; i++)
    n += !g_array_index (found, KithFarName, i).is_space;
  return n;
}

static double
share_hidden (const KithRect *box, const KithRect *tag)
{
  double width = MIN (box->x + box->width, tag->x + tag->width) - MAX (box->x, tag->x);
  double height = MIN (box->y + box->height, tag->y + tag->height) - MAX (box->y, tag->y);

  return MAX (width, 0.0) * MAX (height, 0.0) / (box->width * box->height);
}

static void
assert_hides_little (const KithFigures *figures, const KithFarName *name)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, figures->boxes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const KithBoxFigure *box = value;

      if (KITH_ID (box->record) != name->id)
        g_assert_cmpfloat (share_hidden (&box->box, &name->tag), <=, 0.31);
    }
}

/* A stakeholder's lies over the box, that of a shared space on its outline. */
static void
assert_over_own (const KithFigures *figures, const KithFarName *name)
{
  const KithSpaceFigure *space = g_hash_table_lookup (figures->spaces, &name->id);

  if (space != NULL)
    g_assert_true (kith_rect_touches (&space->bounds, &name->tag));
  else
    g_assert_cmpfloat (share_hidden (box_of (figures, name->id), &name->tag), >, 0.999);
}

static gboolean
is_named (const KithFarNames *names, const KithFigures *figures, KithId id, double scale)
{
  KithRect tag;

  return kith_far_names_tag (names, figures, id, scale, &tag);
}

/* At any zoom: none over another, each over its own box, hardly anything of others hidden. */
static void
assert_apart (const KithFigures *figures, double letters)
{
  g_autoptr (KithFarNames) names = kith_far_names_new (figures, letters);
  double unit = letters / KITH_FAR_LETTERS;
  guint n_small = 0;

  for (double scale = 0.121; scale < 0.64 * letters / 11.0; scale *= 1.07)
    {
      g_autoptr (GArray) found = named_at (names, figures, scale);

      g_assert_true (found->len > 0 || scale < 0.121 * letters / KITH_FAR_LETTERS);
      for (guint i = 0; i < found->len; i++)
        {
          const KithFarName *one = &g_array_index (found, KithFarName, i);

          n_small += one->unit < 0.99 * unit;
          g_assert_cmpfloat (one->unit, >, 0.63 * unit);
          g_assert_cmpfloat (one->unit, <, 1.01 * unit);
          assert_over_own (figures, one);
          assert_hides_little (figures, one);
          for (guint j = 0; j < i; j++)
            g_assert_false (
                kith_rect_touches (&one->tag, &g_array_index (found, KithFarName, j).tag));
        }
    }
  g_assert_cmpuint (n_small, >, 0); /* who has no room for large ones */
}

static void
test_apart (void)
{
  g_autoptr (KithMap) map = test_random_map (150, 400, 6, 3);
  g_autoptr (KithFigures) figures = kith_figures_new (map, &view);

  assert_apart (figures, KITH_FAR_LETTERS);
  assert_apart (figures, 19.0);
  assert_apart (figures, 54.0);
}

/* In letters as large as was asked for at any zoom, with nothing of the name cut off; beyond it those in boxes are
 * nearly as large. */
static void
assert_readable (double letters)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId id = test_stakeholder (map, "Harbour Crisis Café and its neighbours", 0, 0);
  g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
  g_autoptr (KithFarNames) names = kith_far_names_new (figures, letters);
  KithBoxFigure *box = g_hash_table_lookup (figures->boxes, &id);
  double width, height, nearest = 0.64 * letters / 11.0;

  kith_text_size (kith_box_figure_layout (box), &width, &height);
  for (double scale = 0.121; scale < nearest; scale *= 1.1)
    {
      KithRect tag;

      g_assert_true (kith_far_names_tag (names, figures, id, scale, &tag));
      g_assert_cmpfloat (tag.width * scale, >=, width * letters / 14.0 + 8.0);
      g_assert_cmpfloat (tag.height * scale, >=, height * letters / 14.0 + 4.0);
    }
  g_assert_false (is_named (names, figures, id, nearest));
  g_assert_cmpfloat (14.0 * nearest, >, 0.8 * letters);
  g_assert_false (is_named (names, figures, id, 0.11));
}

static void
test_readable (void)
{
  assert_readable (KITH_FAR_LETTERS);
  assert_readable (19.0);
  assert_readable (54.0);
}

/* Who is named stays named as one comes nearer. */
static void
test_stays (void)
{
  g_autoptr (KithMap) map = test_random_map (200, 500, 8, 11);
  g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
  g_autoptr (KithFarNames) names = kith_far_names_new (figures, KITH_FAR_LETTERS);
  guint before = 0;

  for (double scale = 0.121; scale < 0.6; scale *= 1.05)
    {
      g_autoptr (GArray) found = named_at (names, figures, scale);

      g_assert_cmpuint (found->len, >=, before);
      before = found->len;
      for (guint i = 0; i < found->len; i++)
        g_assert_true (
            is_named (names, figures, g_array_index (found, KithFarName, i).id, scale * 1.049));
    }
}

/* Nearer to one another than they are made, yet apart. */
static KithMap *
closer_map (guint n, guint m, guint seed, double by)
{
  KithMap *map = test_random_map (n, m, 5, seed);

  for (guint i = 0; i < kith_map_n (map, KITH_STAKEHOLDER); i++)
    {
      KithStakeholder *one = kith_record_copy (kith_map_nth (map, KITH_STAKEHOLDER, i));

      one->x = kith_quantise (one->x * by), one->y = kith_quantise (one->y * by);
      test_put (map, one);
    }
  return map;
}

/* Who has more than the smallest letters does not come to have those as one comes nearer. */
static void
assert_keep_letters (const GArray *before, const GArray *now)
{
  for (guint i = 0; i < before->len; i++)
    for (guint j = 0; j < now->len; j++)
      {
        const KithFarName *was = &g_array_index (before, KithFarName, i);
        const KithFarName *is = &g_array_index (now, KithFarName, j);

        if (was->id == is->id && was->unit > 0.7)
          g_assert_cmpfloat (is->unit, >, 0.7);
      }
}

/* Those without a tag, of whose boxes the tags of others hide more than a tenth. */
static guint
count_hidden (const KithFigures *figures,
              const KithFarNames *names,
              const GArray *found,
              double scale)
{
  GHashTableIter iter;
  gpointer value;
  guint n = 0;

  g_hash_table_iter_init (&iter, figures->boxes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const KithBoxFigure *box = value;
      double hidden = 0.0;

      if (is_named (names, figures, KITH_ID (box->record), scale))
        continue;
      for (guint i = 0; i < found->len; i++)
        hidden += share_hidden (&box->box, &g_array_index (found, KithFarName, i).tag);
      n += hidden > 0.1;
    }
  return n;
}

/* How far the middle of a tag is from where it was at another scale, both seen at this one, pixels. */
static double
jump_of (const KithFarName *was, const KithFarName *is, double scale)
{
  return hypot (was->tag.x + was->tag.width / 2 - is->tag.x - is->tag.width / 2,
                was->tag.y + was->tag.height / 2 - is->tag.y - is->tag.height / 2)
         * scale;
}

/* As one comes nearer the tags of stakeholders stay where they are, but for few that make way. */
static void
test_rests (void)
{
  guint n = 0, n_jumps = 0;

  for (guint seed = 1; seed <= 8; seed++)
    {
      g_autoptr (KithMap) map = closer_map (25, 45, seed, 0.9);
      g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
      g_autoptr (KithFarNames) names = kith_far_names_new (figures, KITH_FAR_LETTERS);

      for (double scale = 0.25; scale < 0.63; scale += 0.01)
        {
          g_autoptr (GArray) before = named_at (names, figures, scale - 0.01);
          g_autoptr (GArray) now = named_at (names, figures, scale);

          for (guint i = 0; i < before->len; i++)
            for (guint j = 0; j < now->len; j++)
              {
                const KithFarName *was = &g_array_index (before, KithFarName, i);
                const KithFarName *is = &g_array_index (now, KithFarName, j);

                if (was->id != is->id || is->is_space || was->unit != is->unit)
                  continue;
                n++;
                n_jumps += jump_of (was, is, scale) > 12.0;
              }
        }
    }
  g_test_message ("%u jumps of %u", n_jumps, n);
  g_assert_cmpuint (n_jumps * 100, <, n);
}

/* Of a map as a room of people draws it nearly everybody is named as soon as some are: those with more room make way. */
static void
test_nearly_all (void)
{
  guint n_all = 0, n_named = 0, n_hidden = 0;

  for (guint seed = 1; seed <= 8; seed++)
    {
      g_autoptr (KithMap) map = closer_map (25, 45, seed, 0.9);
      g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
      g_autoptr (KithFarNames) names = kith_far_names_new (figures, KITH_FAR_LETTERS);

      for (double scale = 0.2; scale < 0.63; scale += 0.01)
        {
          g_autoptr (GArray) found = named_at (names, figures, scale);
          g_autoptr (GArray) before = named_at (names, figures, scale - 0.01);

          n_all += scale > 0.355 ? 25 : 0;
          n_named += scale > 0.355 ? count_stakeholders (found) : 0;
          n_hidden += scale > 0.355 ? count_hidden (figures, names, found, scale) : 0;
          assert_keep_letters (before, found);
        }
    }
  g_test_message ("%u of %u named, %u of the others hidden", n_named, n_all, n_hidden);
  g_assert_cmpuint (n_named * 20, >, n_all * 19);
  g_assert_cmpuint (n_hidden * 100, <, n_all);
}

/* A row of boxes that lie so near that only some can be named; links to one from all. */
static void
test_best_linked (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId row[9];

  for (guint i = 0; i < G_N_ELEMENTS (row); i++)
    {
      g_autofree char *name = g_strdup_printf ("Neighbourhood police %u", i);

      row[i] = test_stakeholder (map, name, 230.0 * i, 0);
    }
  for (guint i = 0; i < G_N_ELEMENTS (row); i++)
    if (i != 4)
      test_link (map, row[i], row[4]);

  {
    g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
    g_autoptr (KithFarNames) names = kith_far_names_new (figures, KITH_FAR_LETTERS);

    g_assert_true (is_named (names, figures, row[4], 0.3));
    g_assert_false (is_named (names, figures, row[3], 0.3)
                    && is_named (names, figures, row[5], 0.3));
  }
}

/* Who does not pass the filter is faint, and not named. */
static void
test_filtered (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId one = test_stakeholder (map, "Ward", 0, 0);
  KithId other = test_stakeholder (map, "Police", 2000, 0);
  KithId room = test_space (map, "Big Room", (KithId[]){ one, other }, 1);
  g_autoptr (KithFilter) filter = kith_filter_new ();
  KithView filtered = KITH_VIEW_INIT;

  kith_filter_set_text (filter, "police");
  filtered.filter = filter;
  {
    g_autoptr (KithFigures) figures = kith_figures_new (map, &filtered);
    g_autoptr (KithFarNames) names = kith_far_names_new (figures, KITH_FAR_LETTERS);

    g_assert_false (is_named (names, figures, one, 0.3));
    g_assert_true (is_named (names, figures, other, 0.3));
    g_assert_false (is_named (names, figures, room, 0.3));
  }
}

/* A shared space is named where its name is, larger than that, and whoever has a private one sees that it is. */
static void
test_spaces (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId members[] = { test_stakeholder (map, "Ward", 0, 0), test_stakeholder (map, "GP", 600, 0),
                       test_stakeholder (map, "Police", 0, 900),
                       test_stakeholder (map, "Fire", 900, 900) };
  KithId room = test_space (map, "Big Room", members, 2), other;
  g_autoptr (KithFigures) figures = NULL;
  g_autoptr (KithFarNames) names = NULL;
  KithRect tag, more;
  KithSpace *secret;
  gboolean is_space;

  test_do (map, kith_verb_set (map, KITH_SPACE, room, "rhythm", "every Tuesday", NULL));
  other = test_space (map, "Big Room", members + 2, 2);
  secret = kith_record_copy (kith_map_get (map, KITH_SPACE, other));
  secret->is_private = TRUE;
  test_put (map, secret);
  figures = kith_figures_new (map, &view);
  names = kith_far_names_new (figures, KITH_FAR_LETTERS);
  for (double scale = 0.25; scale < 0.64; scale += 0.03)
    {
      g_assert_true (kith_far_names_tag (names, figures, room, scale, &tag));
      g_assert_cmpfloat (share_hidden (box_of (figures, room), &tag), >, 0.999);
      g_assert_cmpfloat (tag.height * scale, >, KITH_FAR_LETTERS * 1.2);
      g_assert_cmpint (kith_far_names_at (names, figures, scale, tag.x + tag.width / 2,
                                          tag.y + tag.height / 2, &is_space),
                       ==, room);
      g_assert_true (is_space);
    }
  g_assert_false (kith_far_names_tag (names, figures, room, 0.65, &tag));
  g_assert_true (kith_far_names_tag (names, figures, room, 0.3, &tag));
  g_assert_true (kith_far_names_tag (names, figures, other, 0.3, &more));
  g_assert_cmpfloat (more.width * 0.3, >, tag.width * 0.3 + 10.0);
}

/* Carried, a tag goes with its box; after an edit it is known that all may be otherwise. */
static void
test_follows (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId id = test_stakeholder (map, "Ward", 0, 0);
  KithId far = test_stakeholder (map, "Police", 2000, 900);
  g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
  g_autoptr (KithFarNames) names = kith_far_names_new (figures, KITH_FAR_LETTERS);
  double to[] = { 700, 500 };
  KithRect before, after;
  gboolean is_space;

  g_assert_true (kith_far_names_tag (names, figures, id, 0.3, &before));
  kith_figures_carry (figures, map, &id, 1, to, 10000);
  g_assert_false (kith_far_names_are_stale (names, figures));
  g_assert_true (kith_far_names_tag (names, figures, id, 0.3, &after));
  g_assert_cmpfloat_with_epsilon (after.x - before.x, 700, 0.01);
  g_assert_cmpfloat_with_epsilon (after.y - before.y, 500, 0.01);
  g_assert_cmpint (kith_far_names_at (names, figures, 0.3, 700, 500, &is_space), ==, id);
  g_assert_cmpint (kith_far_names_at (names, figures, 0.3, 0, 0, &is_space), ==, 0);
  kith_figures_update (figures, map, &far, 1);
  g_assert_true (kith_far_names_are_stale (names, figures));
}

/* Of the links of one who is named, no more than one in four, or one, is hidden by the tag. */
static void
test_links_seen (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId hub = test_stakeholder (map, "Neighbourhood mental health", 0, 0);
  double at[][2] = { { 0, -95 }, { 0, 95 }, { 230, 0 }, { -230, 0 } };
  guint most = 0;

  for (guint i = 0; i < G_N_ELEMENTS (at); i++)
    test_link (map, hub, test_stakeholder (map, "GP", at[i][0], at[i][1]));
  {
    g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
    g_autoptr (KithFarNames) names = kith_far_names_new (figures, KITH_FAR_LETTERS);

    for (double scale = 0.121; scale < 0.64; scale *= 1.05)
      {
        guint n = 0;
        KithRect tag;
        GHashTableIter iter;
        gpointer value;

        if (!kith_far_names_tag (names, figures, hub, scale, &tag))
          continue;
        g_hash_table_iter_init (&iter, figures->links);
        while (g_hash_table_iter_next (&iter, NULL, &value))
          n += kith_curve_within (&((const KithLinkFigure *) value)->curve, &tag)
               > ((const KithLinkFigure *) value)->length * 0.55;
        most = MAX (most, n);
      }
  }
  g_assert_cmpuint (most, <=, 1);
}

/* Who is called otherwise since has no tag until all are found anew: it would show what is not so any more. */
static void
test_renamed (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId ids[] = { test_stakeholder (map, "Ward", 0, 0),
                   test_stakeholder (map, "Police", 2000, 0) };
  KithId room = test_space (map, "Big Room", ids, 2);

  for (guint i = 0; i < 2; i++)
    {
      KithId id = i == 0 ? ids[0] : room;
      g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
      g_autoptr (KithFarNames) names = kith_far_names_new (figures, KITH_FAR_LETTERS);
      g_autoptr (KithEdit) edit = kith_verb_set (map, i == 0 ? KITH_STAKEHOLDER : KITH_SPACE, id,
                                                 "name", "Hospital at home", NULL);

      g_assert_true (is_named (names, figures, id, 0.3));
      g_assert_true (kith_map_apply (map, edit, NULL));
      kith_figures_apply (figures, map, edit);
      g_assert_false (is_named (names, figures, id, 0.3));
    }
}

/* What a frame is called from afar is not covered, at whichever scale it is written larger or comes. */
static void
assert_title_free (double width)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithPlace place = { 0, 0, width, 700 };
  KithAnnotation *frame = kith_annotation_draft (KITH_ANNOTATION_FRAME, &place);
  KithId id = test_stakeholder (map, "Harbour Crisis Café", 0, -250);
  g_autoptr (KithEdit) edit = NULL;
  g_autoptr (KithFigures) figures = NULL;
  g_autoptr (KithFarNames) names = NULL;
  KithNoteFigure *note;

  kith_text_set (&frame->text, "Crisis pathway");
  edit = kith_verb_add_annotation (map, frame);
  g_assert_true (kith_map_apply (map, edit, NULL));
  figures = kith_figures_new (map, &view);
  names = kith_far_names_new (figures, KITH_FAR_LETTERS);
  note = g_hash_table_lookup (figures->notes, &KITH_ID (frame));
  for (double scale = 0.15; scale < 0.63; scale *= 1.01)
    {
      gboolean far = kith_note_figure_is_far (note, scale);
      KithRect words = note->words, tag;
      double larger;

      if (kith_far_names_tag (names, figures, id, scale, &tag)
          && (!far || kith_note_figure_far_title (note, scale, &words, &larger) != NULL))
        g_assert_false (kith_rect_touches (&tag, &words));
    }
}

static void
test_titles (void)
{
  for (double width = 180.0; width < 900.0; width *= 1.1)
    assert_title_free (width);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/far-names/lie-apart-and-hide-little", test_apart);
  g_test_add_func ("/far-names/can-be-read-at-any-zoom", test_readable);
  g_test_add_func ("/far-names/stay-as-one-comes-nearer", test_stays);
  g_test_add_func ("/far-names/rest-as-one-comes-nearer", test_rests);
  g_test_add_func ("/far-names/nearly-all-have-one", test_nearly_all);
  g_test_add_func ("/far-names/of-the-best-linked", test_best_linked);
  g_test_add_func ("/far-names/of-who-passes-the-filter", test_filtered);
  g_test_add_func ("/far-names/shared-spaces-have-one", test_spaces);
  g_test_add_func ("/far-names/follow-their-boxes", test_follows);
  g_test_add_func ("/far-names/leave-links-in-sight", test_links_seen);
  g_test_add_func ("/far-names/are-those-of-now", test_renamed);
  g_test_add_func ("/far-names/leave-titles-free", test_titles);
  return g_test_run ();
}
