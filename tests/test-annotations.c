/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts, frames and pictures on a map: what a frame carries, what is met by the pointer, what is
 * drawn, and who sees it. */
#include "kith-annotations.h"
#include "kith-audience.h"
#include "kith-clip.h"
#include "kith-figures.h"
#include "kith-painter.h"
#include "kith-palette.h"
#include "kith-search.h"
#include "kith-test-maps.h"
#include "kith-text.h"
#include "kith-verbs-align.h"

typedef struct
{
  KithMap *map;
  KithId inside; /* a stakeholder in the frame */
  KithId half;   /* one that only reaches into it */
  KithId frame;  /* 600 × 400 at the origin */
  KithId text;   /* in the frame */
  KithId locked; /* a frame under everything */
} Fixture;

static KithId
annotate (KithMap *map, KithAnnotationForm form, const char *text, KithPlace place)
{
  KithAnnotation *made = kith_annotation_draft (form, &place);
  KithId id = KITH_ID (made);
  KithEdit *edit;

  kith_text_set (&made->text, text);
  edit = kith_verb_add_annotation (map, made);
  kith_measure_edit (edit);
  test_do (map, edit);
  return id;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->map = kith_map_new ();
  f->inside = test_stakeholder (f->map, "Ward", 0, 0);
  f->half = test_stakeholder (f->map, "Care home", 290, 0);
  f->frame = annotate (f->map, KITH_ANNOTATION_FRAME, "Discharge pathway",
                       (KithPlace){ 0, 0, 600, 400 });
  f->text = annotate (f->map, KITH_ANNOTATION_TEXT, "Who is told, and when?",
                      (KithPlace){ 0, 100, 160, 0 });
  f->locked = annotate (f->map, KITH_ANNOTATION_FRAME, "Northmoor",
                        (KithPlace){ 0, 0, 2000, 2000 });
  test_do (f->map, kith_verb_set (f->map, KITH_ANNOTATION, f->locked, "locked", "1", NULL));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  test_check (f->map);
  kith_map_unref (f->map);
}

static KithPlace
place_of (KithMap *map, KithId id)
{
  KithPlace place = { 0 };

  g_assert_true (kith_record_place (kith_map_placed (map, id), &place));
  return place;
}

static void
test_carries (Fixture *f, gconstpointer data)
{
  const double to[] = { 50, -30 };
  KithEdit *edit = kith_verb_move_carrying (f->map, &f->frame, 1, to, NULL);

  g_assert_cmpuint (kith_edit_n_changes (edit), ==, 3);
  g_assert_cmpstr (edit->label, ==, "Move frame “Discharge pathway”");
  test_do (f->map, edit);
  g_assert_cmpfloat (place_of (f->map, f->inside).x, ==, 50);
  g_assert_cmpfloat (place_of (f->map, f->inside).y, ==, -30);
  g_assert_cmpfloat (place_of (f->map, f->text).x, ==, 50);
  g_assert_cmpfloat (place_of (f->map, f->half).x, ==, 290);
  g_assert_cmpfloat (place_of (f->map, f->locked).x, ==, 0);
}

/* One that is itself told where to go goes there. */
static void
test_carries_once (Fixture *f, gconstpointer data)
{
  const KithId ids[] = { f->frame, f->inside };
  const double to[] = { 50, 0, 7, 7 };

  test_do (f->map, kith_verb_move_carrying (f->map, ids, 2, to, NULL));
  g_assert_cmpfloat (place_of (f->map, f->inside).x, ==, 7);
  g_assert_cmpfloat (place_of (f->map, f->text).x, ==, 50);
}

static void
test_moves_alone (Fixture *f, gconstpointer data)
{
  const double to[] = { 50, 0 };

  test_do (f->map, kith_verb_move (f->map, &f->frame, 1, to, NULL));
  g_assert_cmpfloat (place_of (f->map, f->inside).x, ==, 0);
}

static void
test_aligns (Fixture *f, gconstpointer data)
{
  const KithId ids[] = { f->frame, f->half, f->locked };

  test_do (f->map, kith_verb_align (f->map, ids, 3, KITH_ALIGN_RIGHT));
  g_assert_cmpfloat (place_of (f->map, f->locked).x, ==, 0);
  g_assert_cmpfloat (place_of (f->map, f->frame).x, ==, 70);
  g_assert_cmpfloat (place_of (f->map, f->inside).x, ==, 70);
}

static void
test_frames_selection (Fixture *f, gconstpointer data)
{
  const KithId ids[] = { f->inside, f->half };
  KithAnnotation *made;
  KithPlace place;

  g_assert_true (kith_place_around (f->map, ids, 2, &place));
  made = kith_annotation_draft (KITH_ANNOTATION_FRAME, &place);
  g_assert_true (kith_frame_holds (made, kith_map_placed (f->map, f->inside)));
  g_assert_true (kith_frame_holds (made, kith_map_placed (f->map, f->half)));
  g_assert_false (kith_frame_holds (made, kith_map_placed (f->map, f->frame)));
  kith_record_unref (made);
  g_assert_false (kith_place_around (f->map, NULL, 0, &place));
}

static void
test_text_is_measured (Fixture *f, gconstpointer data)
{
  KithPlace before = place_of (f->map, f->text), narrow = before;
  KithEdit *edit;

  g_assert_cmpfloat (before.height, >, 20);
  narrow.width = 60;
  edit = kith_verb_resize (f->map, f->text, &narrow);
  kith_measure_edit (edit);
  test_do (f->map, edit);
  g_assert_cmpfloat (place_of (f->map, f->text).height, >, before.height);
  edit = kith_verb_set_words (f->map, f->text, "Who?");
  kith_measure_edit (edit);
  test_do (f->map, edit);
  g_assert_cmpfloat (place_of (f->map, f->text).height, <=, before.height);
}

static void
test_hits (Fixture *f, gconstpointer data)
{
  static const KithView view = KITH_VIEW_INIT;
  g_autoptr (KithFigures) figures = kith_figures_new (f->map, &view);
  KithHit hit = kith_figures_hit (figures, -250, 150, 4);
  g_autoptr (GArray) band = g_array_new (FALSE, FALSE, sizeof (KithId));
  KithRect bounds = kith_figures_bounds (figures);

  g_assert_cmpint (hit.part, ==, KITH_HIT_NOTHING); /* the ground of a frame is not in the way */
  g_assert_cmpint (kith_figures_hit (figures, -300, 60, 4).id, ==, f->frame);
  g_assert_cmpint (kith_figures_hit (figures, -270, -185, 4).id, ==, f->frame);
  g_assert_cmpint (kith_figures_hit (figures, 0, 100, 4).id, ==, f->text);
  g_assert_cmpint (kith_figures_hit (figures, 0, 0, 4).id, ==, f->inside);
  g_assert_cmpint (kith_figures_hit (figures, -1000, 0, 4).part, ==, KITH_HIT_NOTHING);
  g_assert_cmpint (kith_figures_locked_at (figures, 900, 900), ==, f->locked);
  kith_figures_notes_in_rect (figures, &bounds, band);
  g_assert_cmpuint (band->len, ==, 2);
  g_assert_cmpfloat (bounds.width, >=, 2000);
}

static void
test_follows (Fixture *f, gconstpointer data)
{
  static const KithView view = KITH_VIEW_INIT;
  g_autoptr (KithFigures) figures = kith_figures_new (f->map, &view);
  const double to[] = { 1000, 0 };
  KithEdit *edit = kith_verb_move_carrying (f->map, &f->frame, 1, to, NULL);
  KithRect extent;

  test_do (f->map, kith_edit_ref (edit));
  kith_figures_apply (figures, f->map, edit);
  kith_edit_unref (edit);
  g_assert_true (kith_figures_extent (figures, f->text, &extent));
  g_assert_cmpfloat (extent.x + extent.width / 2, ==, 1000);
  edit = kith_verb_delete (f->map, &f->frame, 1, NULL);
  g_assert_cmpuint (kith_edit_n_changes (edit), ==, 1); /* what lies in it stays */
  test_do (f->map, kith_edit_ref (edit));
  kith_figures_apply (figures, f->map, edit);
  kith_edit_unref (edit);
  g_assert_false (kith_figures_extent (figures, f->frame, &extent));
}

static void
test_audience (Fixture *f, gconstpointer data)
{
  g_autoptr (KithMap) room = NULL;

  test_do (f->map, kith_verb_set (f->map, KITH_ANNOTATION, f->text, "private", "1", NULL));
  room = kith_map_for_audience (f->map, KITH_PARTNERS);
  g_assert_null (kith_map_annotation (room, f->text));
  g_assert_nonnull (kith_map_annotation (room, f->frame));
}

static void
test_copies (Fixture *f, gconstpointer data)
{
  g_autoptr (GArray) ids = kith_map_with_carried (f->map, &f->frame, 1);
  g_autoptr (KithMap) clip = kith_clip_new (f->map, (const KithId *) (gpointer) ids->data,
                                            ids->len);
  g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (KithId));

  g_assert_cmpuint (kith_map_n (clip, KITH_ANNOTATION), ==, 2);
  g_assert_cmpuint (kith_map_n (clip, KITH_STAKEHOLDER), ==, 1);
  test_do (f->map, kith_clip_to_edit (clip, f->map, "Paste", made));
  g_assert_cmpuint (made->len, ==, 3);
  g_assert_cmpuint (kith_map_n (f->map, KITH_ANNOTATION), ==, 5);
}

static void
test_is_found (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) found = kith_search (f->map, "told", 10, NULL);
  g_autofree char *words = kith_annotation_to_words (f->map,
                                                     kith_map_annotation (f->map, f->frame));

  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (((KithFound *) found->pdata[0])->owner, ==, f->text);
  g_assert_cmpstr (words, ==, "Frame: Discharge pathway, contains 1 stakeholder");
}

static guint32
pixel_at (cairo_surface_t *surface, int x, int y)
{
  const guint8 *row = cairo_image_surface_get_data (surface)
                      + y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[x] & 0xffffff;
}

/* The ground, the tinted ground of a frame, and a frame that is stronger. */
static void
test_draws (Fixture *f, gconstpointer data)
{
  static const KithView view = KITH_VIEW_INIT;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 100, 100);
  guint32 colours[3];

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (KithFigures) figures = NULL;
      KithPaint paint = { .scale = 1.0, .clip = { -260, 60, 100, 100 } };
      cairo_t *cr = cairo_create (surface);

      if (i == 0)
        test_do (f->map, kith_verb_delete (f->map, &f->locked, 1, NULL));
      if (i == 1)
        test_do (f->map, kith_verb_set (f->map, KITH_ANNOTATION, f->frame, "opacity", "100", NULL));
      if (i == 2)
        test_do (f->map, kith_verb_delete (f->map, &f->frame, 1, NULL));
      figures = kith_figures_new (f->map, &view);
      kith_painter_ground (cr, KITH_PALETTE_LIGHT);
      cairo_translate (cr, 260, -60);
      g_assert_true (kith_painter_draw (cr, figures, &paint));
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      colours[i] = pixel_at (surface, 50, 50);
    }
  g_assert_cmphex (colours[2], ==, 0xfafafa);
  g_assert_cmphex (colours[1], ==, 0xf1f1f1);
  g_assert_cmphex (colours[0], <, 0xfafafa);
  g_assert_cmphex (colours[0], >, 0xf1f1f1);
  cairo_surface_destroy (surface);
}

/* Columns from the left, the second row of them after the first; rings from the middle, segments clockwise
 * from the top: whatever their ids. */
static void
test_reading_order (void)
{
  static const struct
  {
    int form;
    const char *text;
    KithPlace place;
    int turn, sweep;
  } notes[] = {
    { KITH_ANNOTATION_RING, "System", { 0, 0, 900, 900 }, 0, 1000 },
    { KITH_ANNOTATION_FRAME, "Police", { 500, 0, 100, 400 }, 0, 0 },
    { KITH_ANNOTATION_RING, "Housing", { 0, 0, 1400, 1200 }, 250, 500 },
    { KITH_ANNOTATION_FRAME, "Schools", { 0, 600, 100, 300 }, 0, 0 },
    { KITH_ANNOTATION_RING, "Council", { 0, 0, 1400, 1200 }, 750, 300 },
    { KITH_ANNOTATION_RING, "Place", { 0, 0, 500, 400 }, 500, 1000 },
    { KITH_ANNOTATION_FRAME, "Hospitals", { 0, 50, 100, 500 }, 0, 0 },
    { KITH_ANNOTATION_RING, "Primary care", { 0, 0, 1400, 1200 }, 50, 200 },
  };
  static const char *const order[] = { "Hospitals", "Police",  "Schools",      "Place",
                                       "System",    "Council", "Primary care", "Housing" };
  g_autoptr (KithMap) map = kith_map_new ();
  g_autoptr (GPtrArray) found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      KithAnnotation *made = kith_annotation_draft (notes[i].form, &notes[i].place);

      kith_text_set (&made->text, notes[i].text);
      made->turn = notes[i].turn;
      made->sweep = notes[i].sweep;
      test_do (map, kith_verb_add_annotation (map, made));
    }
  found = kith_map_annotations (map);
  g_assert_cmpuint (found->len, ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < found->len; i++)
    g_assert_cmpstr (((KithAnnotation *) found->pdata[i])->text, ==, order[i]);
}

#define TEST(path, func) g_test_add ("/annotations/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("a-frame-carries-what-lies-wholly-in-it", test_carries);
  TEST ("what-is-told-where-to-go-is-not-carried-besides", test_carries_once);
  TEST ("a-frame-can-move-alone", test_moves_alone);
  TEST ("aligning-takes-along-what-lies-in-a-frame-and-leaves-what-is-locked", test_aligns);
  TEST ("a-frame-round-a-selection-holds-all-of-it", test_frames_selection);
  TEST ("a-text-is-as-high-as-its-words-need", test_text_is_measured);
  TEST ("the-ground-of-a-frame-and-what-is-locked-are-not-in-the-way", test_hits);
  TEST ("figures-follow-an-edit", test_follows);
  TEST ("a-private-text-is-not-for-partners", test_audience);
  TEST ("a-frame-is-copied-with-what-lies-in-it", test_copies);
  TEST ("words-are-found-and-a-frame-says-what-it-holds", test_is_found);
  TEST ("a-frame-tints-the-ground-as-strongly-as-it-is-told", test_draws);
  g_test_add_func ("/annotations/are-listed-as-one-reads-them", test_reading_order);
  return g_test_run ();
}
