/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of annotations: texts, frames and backdrops, what is under a point of them and which of
 * them lie in a rectangle. There are few of them, so all are looked at. */
#include <math.h>

#include "kith-annotations.h"
#include "kith-figures-private.h"

#define NEAR_EDGE 8.0 /* of a locked line or segment, map units */

void
kith_note_figure_free (gpointer data)
{
  KithNoteFigure *note = data;

  kith_record_unref (note->record);
  g_clear_object (&note->layout);
  for (guint i = 0; i < KITH_FAR_STEPS; i++)
    g_clear_object (&note->far[i]);
  g_clear_pointer (&note->picture, kith_record_unref);
  g_free (note);
}

static gboolean
has_words_beside (const KithNoteFigure *note)
{
  return *kith_note_figure_name (note) != '\0'
         && (kith_annotation_is_segment (note->record)
             || note->record->form == KITH_ANNOTATION_LINE);
}

static gboolean
has_title (const KithAnnotation *record)
{
  return record->form == KITH_ANNOTATION_RING || record->form == KITH_ANNOTATION_LINE
         || record->form == KITH_ANNOTATION_FRAME;
}

/* Where the name is, and the box with it where it stands beside. */
void
kith_note_figure_take_room (KithNoteFigure *note)
{
  const KithAnnotation *record = note->record;

  if (!has_title (record))
    return;
  note->box = (KithRect){ record->x - record->width / 2, record->y - record->height / 2,
                          record->width, record->height };
  kith_note_figure_place_title (note);
  if (has_words_beside (note))
    note->box = kith_rect_union (&note->box, &note->words);
  note->reach = note->box;
  if (note->has_steps)
    {
      KithRect far = kith_rect_grow (&note->words, KITH_FAR_LINES * note->line);

      note->reach = kith_rect_union (&note->reach, &far);
    }
}

void
kith_figures_put_note (KithFigures *figures, KithMap *map, const KithAnnotation *record)
{
  KithNoteFigure *note = g_new0 (KithNoteFigure, 1);
  const KithPicture *picture = kith_map_get (map, KITH_PICTURE, record->picture);
  double height = record->height;

  if (height == 0.0 && record->form == KITH_ANNOTATION_TEXT)
    height = kith_measure_note (record->text, record->width);
  note->record = kith_record_ref (record);
  note->picture = picture != NULL ? kith_record_ref (picture) : NULL;
  note->box = (KithRect){ record->x - record->width / 2, record->y - height / 2, record->width,
                          height };
  note->reach = note->box;
  note->style = KITH_TEXT_LABEL;
  kith_note_figure_take_room (note);
  g_hash_table_replace (figures->notes, &note->record->record.id, note);
  figures->has_bounds = FALSE;
}

/* Words of a text, title of a frame; fonts differ between machines, boxes do not. */
PangoLayout *
kith_note_figure_layout (KithNoteFigure *note)
{
  if (note->layout != NULL)
    return note->layout;
  if (has_title (note->record))
    {
      note->layout = kith_note_figure_title_layout (note);
      return note->layout;
    }
  note->layout = kith_text_layout (note->record->text, KITH_TEXT_BODY,
                                   MAX (note->box.width - 2 * KITH_NOTE_PAD, 10.0) + 1.0, 0);
  pango_layout_set_ellipsize (note->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (note->layout,
                           (int) (MAX (note->box.height - KITH_NOTE_PAD, 10.0) * PANGO_SCALE));
  return note->layout;
}

/* Where a frame's title stands, with the room that a finger needs; a frame without one has none. */
KithRect
kith_note_figure_title (KithNoteFigure *note)
{
  const KithRect *words = &note->words;
  double height = words->width > 0.0 ? MAX (KITH_FRAME_BAND, words->height + 8.0) : 0.0;
  gboolean below = kith_annotation_is_named_below (note->record);

  return (KithRect){ note->box.x, note->box.y + (below ? note->box.height - height : 0.0),
                     MIN (words->width + 2 * KITH_FRAME_PAD, note->box.width), height };
}

static int
compare_notes (gconstpointer a, gconstpointer b)
{
  static const int places[] = {
    [KITH_ANNOTATION_BACKDROP] = 0, [KITH_ANNOTATION_RING] = 1, [KITH_ANNOTATION_FRAME] = 2,
    [KITH_ANNOTATION_LINE] = 3,     [KITH_ANNOTATION_TEXT] = 4,
  };
  const KithNoteFigure *one = *(KithNoteFigure *const *) a;
  const KithNoteFigure *other = *(KithNoteFigure *const *) b;
  double area = one->box.width * one->box.height;
  double other_area = other->box.width * other->box.height;

  if (one->record->form != other->record->form)
    return places[one->record->form] - places[other->record->form];
  if (one->record->form != KITH_ANNOTATION_TEXT && area != other_area)
    return area > other_area ? -1 : 1;
  return kith_record_compare (one->record, other->record);
}

GPtrArray *
kith_figures_notes_in (const KithFigures *figures, const KithRect *rect)
{
  GPtrArray *list = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer note;

  g_hash_table_iter_init (&iter, figures->notes);
  while (g_hash_table_iter_next (&iter, NULL, &note))
    if (kith_rect_touches (&((KithNoteFigure *) note)->reach, rect))
      g_ptr_array_add (list, note);
  g_ptr_array_sort (list, compare_notes);
  return list;
}

void
kith_figures_join_notes (const KithFigures *figures, KithRect *bounds, gboolean *any)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, figures->notes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const KithNoteFigure *note = value;

      *bounds = *any ? kith_rect_union (bounds, &note->box) : note->box;
      *any = TRUE;
    }
}

static gboolean
is_on_border (const KithRect *box, double x, double y, double tolerance)
{
  KithRect outer = kith_rect_grow (box, tolerance);
  KithRect inner = kith_rect_grow (box, -tolerance);

  if (!kith_rect_contains (&outer, x, y))
    return FALSE;
  return inner.width <= 0.0 || inner.height <= 0.0 || !kith_rect_contains (&inner, x, y);
}

/* Near the outer edge, which is what there is to take hold of. */
static gboolean
is_on_ring (const KithAnnotation *ring, double x, double y, double tolerance)
{
  double a = MAX (ring->width / 2, 1.0), b = MAX (ring->height / 2, 1.0);
  double dx = x - ring->x, dy = y - ring->y;
  double outer = hypot (dx / (a + tolerance), dy / (b + tolerance));
  double inner = hypot (dx / MAX (a - tolerance, 1.0), dy / MAX (b - tolerance, 1.0));

  return outer <= 1.0 && inner >= 1.0 && kith_annotation_sweeps (ring, dx / a, dy / b);
}

static gboolean
is_on_line (const KithAnnotation *line, double x, double y, double tolerance)
{
  return fabs (x - line->x) <= line->width / 2 + tolerance
         && fabs (y - line->y) <= line->height / 2 + tolerance;
}

static gboolean
is_hit (KithNoteFigure *note, double x, double y, double tolerance)
{
  KithRect title;

  if (note->record->form == KITH_ANNOTATION_RING)
    return is_on_ring (note->record, x, y, tolerance);
  if (note->record->form == KITH_ANNOTATION_LINE)
    return is_on_line (note->record, x, y, tolerance);
  if (note->record->form != KITH_ANNOTATION_FRAME)
    return kith_rect_contains (&note->box, x, y);
  title = kith_note_figure_title (note);
  return kith_rect_contains (&title, x, y) || is_on_border (&note->box, x, y, tolerance);
}

gboolean
kith_figures_hit_note (const KithFigures *figures,
                       double x,
                       double y,
                       double tolerance,
                       gboolean texts,
                       KithHit *hit)
{
  KithRect place = { x - tolerance, y - tolerance, 2 * tolerance, 2 * tolerance };
  g_autoptr (GPtrArray) notes = NULL;

  if (g_hash_table_size (figures->notes) == 0)
    return FALSE;
  notes = kith_figures_notes_in (figures, &place);
  for (guint i = notes->len; i > 0; i--)
    {
      KithNoteFigure *note = notes->pdata[i - 1];

      if (note->record->locked || (note->record->form == KITH_ANNOTATION_TEXT) != texts
          || !is_hit (note, x, y, tolerance))
        continue;
      *hit = (KithHit){ KITH_HIT_NOTE, note->record->record.id, KITH_END_A };
      return TRUE;
    }
  return FALSE;
}

KithId
kith_figures_locked_at (const KithFigures *figures, double x, double y)
{
  KithRect place = { x, y, 0, 0 };
  g_autoptr (GPtrArray) notes = kith_figures_notes_in (figures, &place);

  for (guint i = notes->len; i > 0; i--)
    {
      KithNoteFigure *note = notes->pdata[i - 1];
      gboolean thin = note->record->form == KITH_ANNOTATION_LINE
                      || kith_annotation_is_segment (note->record);

      if (note->record->locked && (!thin || is_hit (note, x, y, NEAR_EDGE)))
        return note->record->record.id;
    }
  return 0;
}

void
kith_figures_notes_in_sight (const KithFigures *figures, const KithRect *rect, GArray *ids)
{
  g_autoptr (GPtrArray) notes = kith_figures_notes_in (figures, rect);

  for (guint i = 0; i < notes->len; i++)
    g_array_append_val (ids, ((KithNoteFigure *) notes->pdata[i])->record->record.id);
}

void
kith_figures_notes_in_rect (const KithFigures *figures, const KithRect *rect, GArray *ids)
{
  g_autoptr (GPtrArray) notes = kith_figures_notes_in (figures, rect);

  for (guint i = 0; i < notes->len; i++)
    {
      const KithNoteFigure *note = notes->pdata[i];
      const KithRect *box = &note->box;

      if (note->record->locked)
        continue;
      if (note->record->form == KITH_ANNOTATION_TEXT
          || (kith_rect_contains (rect, box->x, box->y)
              && kith_rect_contains (rect, box->x + box->width, box->y + box->height)))
        g_array_append_val (ids, note->record->record.id);
    }
}
