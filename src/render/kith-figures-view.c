/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures and the view: what its lens makes of them, and what does not pass its filter. */
#include "kith-figures-private.h"
#include "kith-now.h"

void
kith_figures_drop_view (KithFigures *figures)
{
  g_clear_pointer (&figures->view.filter, kith_filter_unref);
  g_clear_pointer (&figures->pass, kith_pass_unref);
}

void
kith_figures_take_view (KithFigures *figures, KithMap *map, const KithView *view)
{
  KithPass *pass = kith_view_find_pass (view, map);
  KithFilter *filter = kith_filter_ref (view->filter);

  kith_figures_drop_view (figures);
  figures->view = *view;
  figures->view.filter = filter;
  figures->view.pass = figures->pass = pass;
  figures->hides = kith_filter_hides (filter);
}

char *
kith_figures_years (const KithFigures *figures, KithMap *map, gconstpointer record)
{
  const KithView *view = &figures->view;

  if (!view->ended || view->day != 0 || view->comparison != NULL
      || kith_record_when (map, record, figures->today) == KITH_WHEN_NOW)
    return NULL;
  return kith_record_years (map, record, figures->today);
}

void
kith_figures_look_at_box (KithFigures *figures, KithMap *map, KithBoxFigure *box)
{
  box->is_out = !kith_pass_has (figures->pass, box->record->record.id);
  kith_lens_box (&figures->view, map, box->record, box->colour, &box->look);
  g_free (box->years);
  box->years = kith_figures_years (figures, map, box->record);
  box->is_faint = box->is_out || box->look.hushed || box->years != NULL;
}

void
kith_figures_look_at_link (KithFigures *figures, KithMap *map, KithLinkFigure *link)
{
  KithId id = link->record->record.id;

  for (guint end = KITH_END_A; end <= KITH_END_B; end++)
    kith_opinion_of (map, id, (KithEnd) end, kith_lens_dimension (figures->view.lens),
                     &link->ends[end]);
  link->differ = kith_opinions_differ (&link->ends[KITH_END_A], &link->ends[KITH_END_B]);
  link->is_out = !kith_pass_has (figures->pass, id);
  kith_lens_link (&figures->view, map, link->record, &link->look);
  g_free (link->years);
  link->years = kith_figures_years (figures, map, link->record);
  link->is_faint = link->is_out || link->look.hushed || link->years != NULL;
}

/* Shapes stay: another lens changes what is drawn, not where. */
static void
look_at_all (KithFigures *figures, KithMap *map)
{
  GHashTableIter iter;
  gpointer figure;

  g_hash_table_iter_init (&iter, figures->boxes);
  while (g_hash_table_iter_next (&iter, NULL, &figure))
    kith_figures_look_at_box (figures, map, figure);
  g_hash_table_iter_init (&iter, figures->links);
  while (g_hash_table_iter_next (&iter, NULL, &figure))
    kith_figures_look_at_link (figures, map, figure);
}

/* Another day is another look where the lens counts from it. */
static gboolean
sees_otherwise (const KithView *one, const KithView *other)
{
  return one->lens != other->lens || one->question != other->question
         || one->through != other->through || one->comparison != other->comparison
         || (one->day != other->day
             && (other->lens == KITH_LENS_PULSE || other->lens == KITH_LENS_LOAD
                 || other->lens == KITH_LENS_AGE || other->lens == KITH_LENS_LAST_CONTACT
                 || other->lens == KITH_LENS_CONFLICT));
}

typedef struct
{
  gboolean hid;     /* what did not pass was not there */
  gboolean differs; /* something looks different */
  gboolean moves;   /* something comes or goes */
} Turn;

static void
turn (const KithFigures *figures, KithId id, gboolean *is_out, Turn *all)
{
  gboolean was_out = *is_out;

  *is_out = !kith_pass_has (figures->pass, id);
  all->differs |= *is_out != was_out || (*is_out && all->hid != figures->hides);
  all->moves |= (all->hid && was_out) != (figures->hides && *is_out);
}

static void
turn_all (KithFigures *figures, Turn *all)
{
  GHashTableIter iter;
  gpointer figure;

  g_hash_table_iter_init (&iter, figures->boxes);
  while (g_hash_table_iter_next (&iter, NULL, &figure))
    {
      KithBoxFigure *box = figure;

      turn (figures, box->record->record.id, &box->is_out, all);
    }
  g_hash_table_iter_init (&iter, figures->links);
  while (g_hash_table_iter_next (&iter, NULL, &figure))
    {
      KithLinkFigure *link = figure;

      turn (figures, link->record->record.id, &link->is_out, all);
    }
  g_hash_table_iter_init (&iter, figures->spaces);
  while (g_hash_table_iter_next (&iter, NULL, &figure))
    {
      KithSpaceFigure *space = figure;

      turn (figures, space->record->record.id, &space->is_out, all);
      space->is_faint = space->is_out || space->is_over;
    }
}

/**
 * kith_figures_set_view:
 * @figures: figures
 * @map: the map that they are of
 * @view: how it is looked at from now on, by the same audience
 *
 * Returns: whether anything is drawn otherwise than before
 */
gboolean
kith_figures_set_view (KithFigures *figures, KithMap *map, const KithView *view)
{
  Turn all = { .hid = figures->hides,
               .differs = figures->view.palette != view->palette
                          || figures->view.lines != view->lines
                          || figures->view.flags != view->flags };
  gboolean otherwise = sees_otherwise (&figures->view, view);

  kith_figures_take_view (figures, map, view);
  turn_all (figures, &all);
  if (otherwise || all.differs)
    look_at_all (figures, map);
  all.differs |= otherwise;
  figures->has_bounds = FALSE;
  figures->is_thinned = FALSE;
  figures->revision = kith_figures_next_revision ();
  if (all.moves)
    KITH_FOR_EACH (KithSpace, space, map, KITH_SPACE)
      kith_figures_put_space (figures, map, space);
  if (all.moves)
    kith_figures_place_names (figures);
  kith_figures_place_quotes (figures, map);
  kith_figures_place_flags (figures, map);
  return all.differs;
}

gboolean
kith_figures_passes (const KithFigures *figures, KithId id)
{
  return kith_pass_has (figures->pass, id);
}

KithPaletteName
kith_figures_palette (const KithFigures *figures)
{
  return figures->view.palette;
}
