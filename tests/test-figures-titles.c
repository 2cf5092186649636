/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an arrangement's areas are called: large enough for all of it, whole, and in nobody's way. */
#include "kith-annotations.h"
#include "kith-figures-private.h"
#include "kith-test-maps.h"

static const KithView view = KITH_VIEW_INIT;

static KithId
add_area (KithMap *map,
          KithArrangement as,
          KithAnnotationForm form,
          const char *text,
          const KithPlace *place)
{
  KithAnnotation *area = kith_annotation_draft (form, place);
  g_autoptr (KithEdit) edit = NULL;

  area->arrangement = (int) as;
  area->locked = TRUE;
  if (form == KITH_ANNOTATION_RING && as == KITH_ARRANGEMENT_SEGMENTS)
    area->turn = 0, area->sweep = 250;
  kith_text_set (&area->text, text);
  edit = kith_verb_add_annotation (map, area);
  g_assert_true (kith_map_apply (map, edit, NULL));
  return KITH_ID (area);
}

static const KithNoteFigure *
note_of (const KithFigures *figures, KithId id)
{
  const KithNoteFigure *note = g_hash_table_lookup (figures->notes, &id);

  g_assert_nonnull (note);
  return note;
}

/* Height of the line in which the outermost of two rings is called, as wide as that. */
static double
height_of_rings (double width)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithPlace outer = { 0, 0, width, width / 2 }, inner = { 0, 0, width / 3, width / 6 };
  KithId inside = add_area (map, KITH_ARRANGEMENT_RINGS, KITH_ANNOTATION_RING, "Place", &inner);
  KithId outside = add_area (map, KITH_ARRANGEMENT_RINGS, KITH_ANNOTATION_RING, "System", &outer);
  g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
  const KithRect *words = &note_of (figures, outside)->words;

  g_assert_cmpfloat (words->height, ==, note_of (figures, inside)->words.height);
  g_assert_cmpfloat (words->y, >=, -width / 4); /* within the ring, at its top */
  g_assert_cmpfloat_with_epsilon (words->x + words->width / 2, 0.0, 1.0);
  g_assert_true (kith_figures_title_in_rect (figures, words));
  g_assert_false (kith_figures_title_in_rect (figures, &(KithRect){ words->x, words->y + width / 2,
                                                                    words->width, words->height }));
  return words->height;
}

static void
test_size (void)
{
  double small = height_of_rings (1000), middling = height_of_rings (2000),
         large = height_of_rings (3000);

  g_assert_cmpfloat (middling, >, small * 1.4);
  g_assert_cmpfloat (large, >, middling * 1.3);
}

/* Two columns, the second one as wide as that; the style of their names. */
static KithTextStyle
style_of_columns (double width)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithPlace wide = { -2000, 0, 900, 900 }, narrow = { 2000, 0, width, 900 };
  KithId one = add_area (map, KITH_ARRANGEMENT_COLUMNS, KITH_ANNOTATION_FRAME, "Housing", &wide);
  KithId other = add_area (map, KITH_ARRANGEMENT_COLUMNS, KITH_ANNOTATION_FRAME,
                           "NHS commissioning", &narrow);
  g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
  KithTextStyle style = note_of (figures, other)->style;

  g_assert_cmpint (note_of (figures, one)->style, ==, style);
  if (style != KITH_TEXT_LABEL)
    g_assert_false (pango_layout_is_ellipsized (
        kith_note_figure_layout (g_hash_table_lookup (figures->notes, &other))));
  return style;
}

/* All columns have letters in which the longest word of any of them is whole. */
static void
test_columns (void)
{
  g_assert_cmpint (style_of_columns (500), ==, KITH_TEXT_FAR);
  g_assert_cmpint (style_of_columns (350), ==, KITH_TEXT_DATE);
  g_assert_cmpint (style_of_columns (220), ==, KITH_TEXT_TITLE);
  g_assert_cmpint (style_of_columns (120), ==, KITH_TEXT_LABEL);
}

/* One narrow column among several does not make all their names small: its own is, and whole. */
static void
test_few_narrow (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId ids[4];
  g_autoptr (KithFigures) figures = NULL;
  g_autoptr (PangoLayout) layout = NULL;

  for (guint i = 0; i < 4; i++)
    {
      KithPlace place = { 700.0 * i, 0, i == 2 ? 178 : 600, 900 };

      ids[i] = add_area (map, KITH_ARRANGEMENT_COLUMNS, KITH_ANNOTATION_FRAME, "NHS commissioning",
                         &place);
    }
  figures = kith_figures_new (map, &view);
  g_assert_cmpint (note_of (figures, ids[0])->style, ==, KITH_TEXT_DATE);
  g_assert_cmpint (note_of (figures, ids[3])->style, ==, KITH_TEXT_DATE);
  g_assert_cmpint (note_of (figures, ids[2])->style, ==, KITH_TEXT_AREA);
  layout = kith_note_figure_title_layout (note_of (figures, ids[2]));
  g_assert_false (pango_layout_is_ellipsized (layout));
}

/* A frame that somebody drew keeps its letters, however large an arrangement is. */
static void
test_own_frame (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithPlace large = { 0, 0, 5000, 2500 }, place = { 0, 0, 600, 400 };
  KithId own = add_area (map, 0, KITH_ANNOTATION_FRAME, "Ours", &place);
  g_autoptr (KithFigures) figures = NULL;

  add_area (map, KITH_ARRANGEMENT_RINGS, KITH_ANNOTATION_RING, "System", &large);
  figures = kith_figures_new (map, &view);
  g_assert_cmpint (note_of (figures, own)->style, ==, KITH_TEXT_LABEL);
}

/* A segment's name stands outside, and belongs to what there is to see. */
static void
test_segment (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithPlace place = { 0, 0, 4000, 2500 };
  KithId id = add_area (map, KITH_ARRANGEMENT_SEGMENTS, KITH_ANNOTATION_RING,
                        "Voluntary and community", &place);
  g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
  KithRect words = note_of (figures, id)->words, bounds = kith_figures_bounds (figures);

  g_assert_cmpfloat (words.width, >, 200.0);
  for (int corner = 0; corner < 4; corner++)
    {
      double x = words.x + (corner & 1 ? words.width : 0.0);
      double y = words.y + (corner & 2 ? words.height : 0.0);

      g_assert_cmpfloat (x * x / 4e6 + y * y / 1562500.0, >=, 1.0);
      g_assert_true (kith_rect_contains (&bounds, x, y));
    }
  g_assert_cmpfloat (bounds.width, <=, 4000 + 2 * words.width + 40);
}

/* An arrangement that grows names what was there before anew, and says so. */

static void
note_damage (const KithRect *rect, gpointer data)
{
  KithRect *all = data;

  *all = all->width > 0.0 ? kith_rect_union (all, rect) : *rect;
}

/* The name of a segment in the middle of that part of the turn, a thousandth. */
static guint
lines_at (int turn, double *width)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithPlace place = { 0, 0, 2400, 1600 };
  KithAnnotation *area = kith_annotation_draft (KITH_ANNOTATION_RING, &place);
  KithId id = KITH_ID (area);
  g_autoptr (KithFigures) figures = NULL;

  area->arrangement = KITH_ARRANGEMENT_SEGMENTS;
  area->turn = (turn + 950) % 1000, area->sweep = 100;
  kith_text_set (&area->text, "Police, fire and justice");
  test_do (map, kith_verb_add_annotation (map, area));
  figures = kith_figures_new (map, &view);
  *width = note_of (figures, id)->words.width;
  return (guint) pango_layout_get_line_count (note_of (figures, id)->layout);
}

/* At the sides a long name would make all of the map wide. */
static void
test_segments_beside (void)
{
  double above, beside;

  g_assert_cmpuint (lines_at (750, &above), ==, 1);
  g_assert_cmpuint (lines_at (250, &above), ==, 1);
  g_assert_cmpuint (lines_at (0, &beside), ==, 2);
  g_assert_cmpfloat (beside, <, 0.7 * above);
  g_assert_cmpuint (lines_at (500, &beside), ==, 2);
  g_assert_cmpfloat (beside, <, 0.7 * above);
}

static void
test_grows (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithPlace inner = { 0, 0, 800, 500 }, outer = { 0, 0, 5000, 3000 };
  KithId id = add_area (map, KITH_ARRANGEMENT_RINGS, KITH_ANNOTATION_RING, "Place", &inner);
  g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
  double before = note_of (figures, id)->words.height;
  KithRect damage = { 0 };
  KithId added;

  added = add_area (map, KITH_ARRANGEMENT_RINGS, KITH_ANNOTATION_RING, "System", &outer);
  kith_figures_set_damage (figures, note_damage, &damage);
  kith_figures_update (figures, map, &added, 1);
  g_assert_cmpfloat (note_of (figures, id)->words.height, >, before * 2);
  g_assert_true (
      kith_rect_contains (&damage, note_of (figures, id)->words.x, note_of (figures, id)->words.y));
}

/* The name of a shared space is not written over what a frame is called. */
static void
test_name_of_space (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId members[2] = { test_stakeholder (map, "A", -120, 100),
                        test_stakeholder (map, "B", 120, 100) };
  KithId space = test_space (map, "Big Room", members, 2);
  g_autoptr (KithFigures) before = kith_figures_new (map, &view);
  KithRect name = ((KithSpaceFigure *) g_hash_table_lookup (before->spaces, &space))->label_box;
  KithPlace place = { 0, name.y + 200, 2 * KITH_FRAME_PAD - 2 * name.x, 400 };
  g_autoptr (KithFigures) after = NULL;
  g_autoptr (KithEdit) edit = NULL;
  const KithSpaceFigure *figure;
  const KithRect *words;
  KithId frame;

  frame = add_area (map, KITH_ARRANGEMENT_COLUMNS, KITH_ANNOTATION_FRAME, "Local government",
                    &place);
  after = kith_figures_new (map, &view);
  words = &note_of (after, frame)->words;
  g_assert_true (kith_rect_touches (&name, words));
  figure = g_hash_table_lookup (after->spaces, &space);
  g_assert_false (kith_rect_touches (&figure->label_box, words));
  edit = kith_verb_delete (map, &frame, 1, "");
  g_assert_true (kith_map_apply (map, edit, NULL));
  kith_figures_apply (after, map, edit);
  while (!kith_figures_catch_up (after, map, G_MAXINT64))
    ;
  figure = g_hash_table_lookup (after->spaces, &space);
  g_assert_cmpmem (&figure->label_box, sizeof name, &name, sizeof name);
}

/* Nor does it lie over the edge of a frame, as long as there is room within. */
static void
test_name_of_space_off_edges (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId members[2] = { test_stakeholder (map, "A", 0, 0), test_stakeholder (map, "B", 400, 0) };
  KithId space = test_space (map, "Kitchen Table of the Whole Town", members, 2);
  KithPlace left = { 0, 0, 300, 600 }, right = { 400, 0, 460, 600 };
  g_autoptr (KithFigures) figures = NULL;
  const KithRect *name;

  add_area (map, KITH_ARRANGEMENT_COLUMNS, KITH_ANNOTATION_FRAME, "Housing", &left);
  add_area (map, KITH_ARRANGEMENT_COLUMNS, KITH_ANNOTATION_FRAME, "Education", &right);
  figures = kith_figures_new (map, &view);
  name = &((KithSpaceFigure *) g_hash_table_lookup (figures->spaces, &space))->label_box;
  g_assert_false (kith_figures_frame_ends_in_rect (figures, name));
}

/* No link runs over the name of a space, nor does it lie on a box, where there is room beside the outline. */
static void
test_name_of_space_off_links (void)
{
  static const double spokes[][2] = { { 1, 0 },       { 0.87, 0.5 },  { 0.5, 0.87 },
                                      { 0, 1 },       { -0.5, 0.87 }, { 0.87, -0.5 },
                                      { 0.5, -0.87 }, { 0, -1 },      { -0.5, -0.87 } };
  g_autoptr (KithMap) map = kith_map_new ();
  KithId hub = test_stakeholder (map, "Hub", 0, 0);
  KithId space = test_space (map, "Kitchen Table of the Whole Town", &hub, 1);
  g_autoptr (KithFigures) figures = NULL;
  const KithRect *name;

  for (guint i = 0; i < G_N_ELEMENTS (spokes); i++)
    test_link (map, hub, test_stakeholder (map, "A", 500 * spokes[i][0], 500 * spokes[i][1]));
  figures = kith_figures_new (map, &view);
  name = &((KithSpaceFigure *) g_hash_table_lookup (figures->spaces, &space))->label_box;
  KITH_FOR_EACH (KithLink, one, map, KITH_LINK)
    {
      const KithLinkFigure *link = g_hash_table_lookup (figures->links, &one->record.id);

      g_assert_false (kith_curve_meets (&link->curve, name));
    }
  KITH_FOR_EACH (KithStakeholder, one, map, KITH_STAKEHOLDER)
    {
      const KithBoxFigure *box = g_hash_table_lookup (figures->boxes, &one->record.id);

      g_assert_false (kith_rect_touches (&box->box, name));
    }
}

/* Where links come to a column from above: there it is seen, pointed at and taken. */
static void
test_named_below (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithPlace place = { 0, 0, 600, 400 };
  KithId id = add_area (map, KITH_ARRANGEMENT_COLUMNS, KITH_ANNOTATION_FRAME, "Housing", &place);
  KithAnnotation *after = kith_record_copy (kith_map_annotation (map, id));
  g_autoptr (KithEdit) edit = NULL;
  g_autoptr (KithFigures) figures = NULL;
  const KithRect *words;
  KithHit hit;

  after->turn = KITH_NAMED_BELOW;
  after->locked = FALSE;
  edit = kith_verb_put (map, after, "");
  g_assert_true (kith_map_apply (map, edit, NULL));
  figures = kith_figures_new (map, &view);
  words = &note_of (figures, id)->words;
  g_assert_cmpfloat (words->y, >, 200 - KITH_FRAME_BAND);
  g_assert_cmpfloat (words->y + words->height, <, 200);
  g_assert_true (kith_figures_hit_note (figures, words->x + 2, words->y + 2, 1.0, FALSE, &hit));
  g_assert_cmpint (hit.id, ==, id);
  g_assert_false (kith_figures_hit_note (figures, words->x + 2, -180, 1.0, FALSE, &hit));
}

/* Where no large letters do: small ones, on as many lines as there is room for. */
static void
test_narrow_frame (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithPlace narrow = { 0, 0, 170, 260 }, wide = { 1200, 0, 900, 900 };
  KithId id = add_area (map, KITH_ARRANGEMENT_COMMUNITY, KITH_ANNOTATION_FRAME,
                        "Round Health and Wellbeing Board", &narrow);
  g_autoptr (KithFigures) figures = NULL;
  g_autoptr (PangoLayout) layout = NULL;

  add_area (map, KITH_ARRANGEMENT_COMMUNITY, KITH_ANNOTATION_FRAME, "Round Adult Social Care",
            &wide);
  figures = kith_figures_new (map, &view);
  layout = kith_note_figure_title_layout (note_of (figures, id));
  g_assert_false (pango_layout_is_ellipsized (layout));
  g_assert_cmpint (pango_layout_get_line_count (layout), ==, 2);
}

/* A small arrangement's column, and one's own frame: whole on two lines, above where boxes begin. */
static void
assert_whole (int arrangement)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithPlace place = { 0, 0, 182, 340 }, beside = { 260, 0, 220, 340 };
  KithId id = add_area (map, (KithArrangement) arrangement, KITH_ANNOTATION_FRAME,
                        "Voluntary and community", &place);
  KithId other = add_area (map, (KithArrangement) arrangement, KITH_ANNOTATION_FRAME, "Housing",
                           &beside);
  g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
  const KithNoteFigure *note = note_of (figures, id);
  g_autoptr (PangoLayout) layout = kith_note_figure_title_layout (note);

  g_assert_cmpint (note->style, ==, KITH_TEXT_LABEL);
  g_assert_false (pango_layout_is_ellipsized (layout));
  g_assert_cmpint (pango_layout_get_line_count (layout), ==, 2);
  g_assert_cmpfloat (note->words.y + note->words.height, <=, -170 + 42); /* see LEAST_TITLE */
  g_assert_cmpfloat (note_of (figures, other)->words.height, <, note->words.height);
}

static void
test_small_arrangement (void)
{
  assert_whole (KITH_ARRANGEMENT_COLUMNS);
  assert_whole (KITH_ARRANGEMENT_FREE);
}

/* However far away: in letters that can be read, within the frame; and no word is broken. */
static void
test_from_afar (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithPlace wide = { 0, 0, 1400, 3000 }, narrow = { 1000, 0, 400, 3000 };
  KithId id = add_area (map, KITH_ARRANGEMENT_COLUMNS, KITH_ANNOTATION_FRAME,
                        "Voluntary and community", &wide);
  KithId other = add_area (map, KITH_ARRANGEMENT_COLUMNS, KITH_ANNOTATION_FRAME,
                           "Voluntary and community", &narrow);
  g_autoptr (KithFigures) figures = kith_figures_new (map, &view);

  for (double scale = 0.05; scale < 0.15; scale *= 1.13)
    {
      KithNoteFigure *note = (KithNoteFigure *) note_of (figures, id);
      KithNoteFigure *beside = (KithNoteFigure *) note_of (figures, other);
      PangoLayout *layout;
      KithRect words;
      double larger;

      g_assert_true (kith_note_figure_is_far (note, scale));
      layout = kith_note_figure_far_title (note, scale, &words, &larger);
      g_assert_nonnull (layout);
      g_assert_cmpfloat (13.0 * larger * scale, >=, 11.0);
      g_assert_cmpfloat (13.0 * larger * scale, <, 14.0);
      g_assert_true (words.x > -700 && words.x + words.width < 700);
      g_assert_cmpfloat (words.y, >, -1500);
      layout = kith_note_figure_far_title (beside, scale, &words, &larger);
      g_assert_cmpint (layout != NULL, ==, 400 * scale - 8 >= 30);
      if (layout == NULL)
        continue;
      g_assert_cmpint (pango_layout_get_line_count (layout), ==, 1);
      g_assert_true (pango_layout_is_ellipsized (layout));
      g_assert_cmpfloat (words.x + words.width, <, 1200);
    }
  g_assert_false (kith_note_figure_is_far (note_of (figures, id), 0.5));
}

/* A grid by power and interest as an arrangement draws it: where steps end, from the left and upwards. */

static const double to_right[] = { 0, 600, 1200, 1290, 1400, 2000 };
static const double upwards[] = { 0, 200, 290, 700, 1100, 1300 };

static void
add_grid (KithMap *map, KithId across[5], KithId up[5], KithId axes[2])
{
  for (guint i = 0; i < 5; i++)
    {
      KithPlace end = { to_right[i + 1], -650, 1, 1300 }, top = { 1000, -upwards[i + 1], 2000, 1 };

      across[i] = add_area (map, KITH_ARRANGEMENT_GRID, KITH_ANNOTATION_LINE, "", &end);
      up[i] = add_area (map, KITH_ARRANGEMENT_GRID, KITH_ANNOTATION_LINE, "", &top);
    }
  axes[0] = add_area (map, KITH_ARRANGEMENT_GRID, KITH_ANNOTATION_LINE, "Interest",
                      &(KithPlace){ 1000, 0, 2000, 1 });
  axes[1] = add_area (map, KITH_ARRANGEMENT_GRID, KITH_ANNOTATION_LINE, "Power",
                      &(KithPlace){ 0, -650, 1, 1300 });
}

static const char *
written (const KithFigures *figures, KithId id)
{
  return pango_layout_get_text (kith_note_figure_layout ((KithNoteFigure *) note_of (figures, id)));
}

static void
assert_apart (const KithRect *words, guint n)
{
  for (guint i = 0; i < n; i++)
    for (guint k = i + 1; k < n; k++)
      g_assert_false (kith_rect_touches (&words[i], &words[k]));
}

/* Each number outside the grid in the middle of its step, and what belongs to the axes in nobody's way. */
static void
test_steps (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId across[5], up[5], axes[2];
  g_autoptr (KithFigures) figures = NULL;
  KithRect words[12];

  add_grid (map, across, up, axes);
  figures = kith_figures_new (map, &view);
  for (guint i = 0; i < 5; i++)
    {
      char number[] = { (char) ('1' + i), '\0' };
      const KithRect *below = &note_of (figures, across[i])->words;
      const KithRect *left = &note_of (figures, up[i])->words;

      g_assert_cmpstr (written (figures, across[i]), ==, number);
      g_assert_cmpstr (written (figures, up[i]), ==, number);
      g_assert_cmpfloat_with_epsilon (below->x + below->width / 2,
                                      (to_right[i] + to_right[i + 1]) / 2, 1.0);
      g_assert_cmpfloat (below->y, >, 0);
      g_assert_cmpfloat_with_epsilon (left->y + left->height / 2,
                                      -(upwards[i] + upwards[i + 1]) / 2, 1.0);
      g_assert_cmpfloat (left->x + left->width, <, 0);
      words[i] = *below, words[5 + i] = *left;
    }
  words[10] = note_of (figures, axes[0])->words, words[11] = note_of (figures, axes[1])->words;
  assert_apart (words, 12);
}

/* From afar they are as large as on any screen; what has no room is left out. */
static void
test_steps_from_afar (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId across[5], up[5], axes[2];
  g_autoptr (KithFigures) figures = NULL;

  add_grid (map, across, up, axes);
  figures = kith_figures_new (map, &view);
  for (double scale = 0.12; scale < 0.3; scale *= 1.17)
    {
      KithRect words[12];
      guint n = 0, left_out = 0;

      for (guint i = 0; i < 12; i++)
        {
          KithId id = i < 5 ? across[i] : i < 10 ? up[i - 5] : axes[i - 10];
          KithNoteFigure *note = (KithNoteFigure *) note_of (figures, id);
          double larger;

          g_assert_true (kith_note_figure_is_far (note, scale));
          if (kith_note_figure_far_title (note, scale, &words[n], &larger) == NULL)
            {
              left_out++;
              continue;
            }
          g_assert_cmpfloat (13.0 * larger * scale, >=, 11.0);
          n++;
        }
      assert_apart (words, n);
      g_assert_cmpuint (left_out, <=, 3);
    }
}

/* A grid of which a line was taken away, or moved, has no numbers: they would be wrong. */
static void
test_no_steps (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId across[5], up[5], axes[2];
  g_autoptr (KithFigures) figures = NULL;
  g_autoptr (KithEdit) edit = NULL;
  g_autofree char *words = NULL;

  add_grid (map, across, up, axes);
  figures = kith_figures_new (map, &view);
  words = kith_annotation_to_words (map, kith_map_annotation (map, up[2]));
  g_assert_cmpstr (words, ==, "Line: end of Power 3");
  edit = kith_verb_delete (map, &across[1], 1, "");
  g_assert_true (kith_map_apply (map, edit, NULL));
  kith_figures_apply (figures, map, edit);
  g_assert_cmpstr (written (figures, across[2]), ==, "");
  g_assert_cmpstr (written (figures, up[0]), ==, "");
  g_assert_cmpfloat (note_of (figures, up[0])->words.width, ==, 0.0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures-titles/are-as-large-as-all-of-it-asks-for", test_size);
  g_test_add_func ("/figures-titles/of-columns-are-whole", test_columns);
  g_test_add_func ("/figures-titles/of-a-frame-of-ones-own-stay", test_own_frame);
  g_test_add_func ("/figures-titles/of-segments-stand-outside", test_segment);
  g_test_add_func ("/figures-titles/of-segments-at-the-sides-have-two-lines", test_segments_beside);
  g_test_add_func ("/figures-titles/grow-with-the-arrangement", test_grows);
  g_test_add_func ("/figures-titles/names-of-spaces-make-way", test_name_of_space);
  g_test_add_func ("/figures-titles/the-name-of-a-space-keeps-off-edges",
                   test_name_of_space_off_edges);
  g_test_add_func ("/figures-titles/the-name-of-a-space-keeps-off-links",
                   test_name_of_space_off_links);
  g_test_add_func ("/figures-titles/of-a-column-below-others-stand-below", test_named_below);
  g_test_add_func ("/figures-titles/of-a-narrow-frame-are-whole", test_narrow_frame);
  g_test_add_func ("/figures-titles/of-a-few-narrow-frames-alone-are-small", test_few_narrow);
  g_test_add_func ("/figures-titles/of-small-arrangements-are-whole", test_small_arrangement);
  g_test_add_func ("/figures-titles/from-afar-can-be-read", test_from_afar);
  g_test_add_func ("/figures-titles/of-steps-stand-beside-them", test_steps);
  g_test_add_func ("/figures-titles/of-steps-can-be-read-from-afar", test_steps_from_afar);
  g_test_add_func ("/figures-titles/of-steps-that-are-no-longer-whole-go", test_no_steps);
  return g_test_run ();
}
