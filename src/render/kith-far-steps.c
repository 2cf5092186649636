/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tags of all who are named from afar, step by step of the scale. */
#include "kith-far-room.h"

#define SMALL_FROM \
  0.226          /* pixels of any letters a map unit: farther away small ones find no room either */
#define SCALES 4 /* of a step, at which titles are looked at */
#define MOST_SMALL 250 /* who may have small ones */
#define MOST_OTHERS_OF \
  160 /* stakeholders of a map on which others make room for one, which takes long … */
#define MOST_OTHERS \
  0.5 /* … and of these those who have none, beyond which there is no room to be made */

/* The least of a step, at which tags cover most of the map. */
static double
least_scale (const KithFarNames *names, guint step)
{
  double scale = KITH_FAR_NEAREST;

  for (guint i = 0; i <= step; i++)
    scale /= names->a_step;
  return MAX (scale, KITH_FAR_FARTHEST / names->unit);
}

/* Where what it is called stands at a scale of the screen; no width: it is not written. */
static KithRect
title_at (KithNoteFigure *note, double scale)
{
  KithRect words;
  double larger;

  if (!kith_note_figure_is_far (note, scale))
    return note->words;
  return kith_note_figure_far_title (note, scale, &words, &larger) != NULL ? words
                                                                           : (KithRect){ 0 };
}

/* And anywhere from one step to the nearest: who is named at that step is so until then. Its letters become larger and
 * smaller within a step. */
static void
reserve_title (KithRect *title, KithNoteFigure *note, const KithFarNames *names, guint step)
{
  double scale = least_scale (names, step) * names->unit;

  for (guint i = 0; i < SCALES; i++)
    {
      KithRect words = title_at (note, scale * (1.0 + (names->a_step - 1.0) * i / SCALES));

      if (words.width > 0.0)
        *title = title->width > 0.0 ? kith_rect_union (title, &words) : words;
    }
}

/* What frames and rings are called, for each step. */
static GArray *
reserve_titles (const KithFigures *figures, const KithFarNames *names)
{
  guint n = g_hash_table_size (figures->notes);
  GArray *titles = g_array_new (FALSE, TRUE, sizeof (KithRect));
  GHashTableIter iter;
  gpointer note;

  g_array_set_size (titles, n * names->n_steps);
  g_hash_table_iter_init (&iter, figures->notes);
  for (guint i = 0; g_hash_table_iter_next (&iter, NULL, &note); i++)
    for (guint step = 0; step < names->n_steps; step++)
      {
        KithRect *title = &g_array_index (titles, KithRect, step * n + i);

        if (step > 0)
          *title = g_array_index (titles, KithRect, (step - 1) * n + i);
        reserve_title (title, note, names, step);
      }
  return titles;
}

/* What is known at the nearer step stays named as one comes there, in letters that are as large. */
static gboolean
may_have (const KithFarSearch *search, guint whose, KithFarSize size)
{
  return search->nearer == NULL || search->nearer[whose].size <= size;
}

/* For whoever has none larger at this step, with that of others where they are. */
static void
name_in (KithFarSearch *search, KithFarSize size)
{
  guint end = search->end;

  if (size != KITH_FAR_LARGE)
    end = MIN (end, search->first + MOST_SMALL);
  for (guint i = search->first; i < end; i++)
    {
      KithFarTag tag;

      if (!may_have (search, i, size) || search->tags[i].size < size)
        continue;
      if (kith_far_find_place (search, i, size, &tag))
        kith_far_take (search, i, &tag);
    }
}

static guint
count_unnamed (const KithFarSearch *search)
{
  guint n = 0;

  for (guint i = search->first; i < search->end; i++)
    n += search->tags[i].size == KITH_FAR_UNNAMED;
  return n;
}

/* Those for whom others make way. */
static void
name_others (KithFarSearch *search)
{
  for (guint i = search->first; i < search->end; i++)
    for (KithFarSize size = KITH_FAR_LARGE;
         size < KITH_FAR_UNNAMED && search->tags[i].size == KITH_FAR_UNNAMED; size++)
      if (may_have (search, i, size))
        kith_far_push_in (search, i, size);
}

static void
begin_step (KithFarSearch *search, guint step)
{
  const KithFarNames *names = search->names;

  search->farther = step + 1 < names->n_steps ? kith_far_tags_at (names, step + 1) : NULL;
  search->tags = kith_far_tags_at (names, step);
  search->scale = least_scale (names, step);
  search->titles = &g_array_index (search->all_titles, KithRect, step * search->n_titles);
}

/* Where there is room; FALSE where it is not worth while to make more. */
static gboolean
name_step (KithFarSearch *search)
{
  name_in (search, KITH_FAR_LARGE);
  if (search->scale * search->names->unit < SMALL_FROM)
    return FALSE;
  name_in (search, KITH_FAR_SMALL);
  name_in (search, KITH_FAR_SMALLEST);
  return search->n_people <= MOST_OTHERS_OF;
}

/* Those who are named at a farther step come first, and have room. */
static void
name_people (KithFarSearch *search, guint step)
{
  static const KithFarTag none = { KITH_FAR_UNNAMED, 1, 1, 0 };

  begin_step (search, step);
  for (guint i = 0; i < search->candidates->len; i++)
    kith_far_take (search, i, search->farther != NULL ? &search->farther[i] : &none);
  if (!name_step (search))
    return;
  if (count_unnamed (search) <= MOST_OTHERS * search->end)
    name_others (search);
  for (guint i = 0; i < search->end; i++)
    kith_far_uncover (search, i);
}

/* Where people leave room, or make it: nobody goes without a name for the sake of a shared space. From the nearest step
 * to the farthest, as there is the less room the farther away one is, and most is taken already. */
static void
name_spaces (KithFarSearch *search, guint step)
{
  begin_step (search, step);
  search->nearer = step > 0 ? kith_far_tags_at (search->names, step - 1) : NULL;
  for (guint i = 0; i < search->candidates->len; i++)
    kith_far_take (search, i, &search->tags[i]);
  if (name_step (search))
    name_others (search);
}

guint
kith_far_count_people (const GArray *candidates)
{
  guint n = 0;

  while (n < candidates->len && g_array_index (candidates, KithFarCandidate, n).box != NULL)
    n++;
  return n;
}

void
kith_far_find_tags (KithFarNames *names, const KithFigures *figures, GArray *candidates)
{
  guint n_people = kith_far_count_people (candidates), n_spaces = candidates->len - n_people;
  g_autofree KithRect *taken = g_new0 (KithRect, candidates->len + 1);
  g_autofree KithPoint *along = g_new (KithPoint, n_spaces * KITH_FAR_PLACES + 1);
  g_autoptr (GArray) titles = reserve_titles (figures, names);
  g_autoptr (GPtrArray) met = g_ptr_array_new ();
  g_autoptr (GArray) met_tags = g_array_new (FALSE, FALSE, sizeof (guint));
  KithFarSearch search = { .figures = figures,
                           .candidates = candidates,
                           .names = names,
                           .bounds = kith_figures_bounds (figures),
                           .end = n_people,
                           .n_people = n_people,
                           .taken = taken,
                           .all_titles = titles,
                           .n_titles = g_hash_table_size (figures->notes),
                           .met = met,
                           .met_tags = met_tags };

  for (guint i = 0; i < n_spaces; i++)
    {
      KithFarCandidate *one = &g_array_index (candidates, KithFarCandidate, search.end + i);

      kith_far_points_along (one->space, along + i * KITH_FAR_PLACES);
      one->along = along + i * KITH_FAR_PLACES;
    }
  for (guint step = names->n_steps; step-- > 0;)
    name_people (&search, step);
  search.first = search.end, search.end = candidates->len;
  for (guint step = 0; step < names->n_steps && search.first < search.end; step++)
    name_spaces (&search, step);
}
