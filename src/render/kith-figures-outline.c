/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Outlines of shared spaces about their members. They are sums only: those of a whole map are made beside
 * one another on other threads. One that takes long after a change is made aside: its thread has all that
 * it needs, the last outline stays until kith_figures_end_aside() puts the new one in its place.
 *
 * Invariant: a space's reach holds that of what is made aside for it, so that whatever would change that
 * marks the space as late. */
#include "kith-figures-private.h"

#include "kith-hub.h"
#include "kith-outline.h"

#define NAME_WIDTH 260.0
#define MANY 4 /* outlines, from which on threads are worth it */
#define MOST_THREADS 8
#define MOST_ASIDE 2 /* at a time: others paint meanwhile */

static GArray *
member_boxes (KithFigures *figures, KithMap *map, KithId space, GHashTable *members)
{
  g_autoptr (GPtrArray) list = kith_map_members_of (map, space);
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (KithRect));

  for (guint i = 0; i < list->len; i++)
    {
      KithBoxFigure *box = g_hash_table_lookup (figures->boxes, &KITH_RECORD (list->pdata[i])->id);

      if (box != NULL && KITH_SHOWS (figures, box) && g_hash_table_add (members, box))
        g_array_append_val (boxes, box->box);
    }
  return boxes;
}

static KithRect
reach_of (const GArray *members)
{
  KithRect bounds = { 0 };

  for (guint i = 0; i < members->len; i++)
    bounds = i == 0 ? g_array_index (members, KithRect, 0)
                    : kith_rect_union (&bounds, &g_array_index (members, KithRect, i));
  return kith_rect_grow (&bounds, 80.0);
}

/* A box that is no member, to be put in the order of ids. */
typedef struct
{
  KithId id;
  KithRect rect;
} Other;

typedef struct
{
  const KithFigures *figures;
  const KithRect *reach;
  GHashTable *excluded;
  GArray *others;
  guint64 turn;
} Gathering;

static void
gather_box (gpointer item, gpointer data)
{
  KithBoxFigure *box = item;
  Gathering *all = data;

  if (box->turn == all->turn)
    return;
  box->turn = all->turn;
  if (kith_rect_touches (&box->box, all->reach) && KITH_SHOWS (all->figures, box)
      && !g_hash_table_contains (all->excluded, box))
    g_array_append_val (all->others, ((Other){ KITH_ID (box->record), box->box }));
}

static GArray *
other_boxes (KithFigures *figures, const KithRect *reach, GHashTable *excluded)
{
  Gathering all = { figures, reach, excluded, g_array_new (FALSE, FALSE, sizeof (Other)),
                    ++figures->turn };

  kith_grid_foreach (figures->box_grid, reach, gather_box, &all);
  return all.others;
}

static int
compare_others (gconstpointer a, gconstpointer b)
{
  KithId one = ((const Other *) a)->id;
  KithId other = ((const Other *) b)->id;

  return (one > other) - (one < other);
}

static GArray *
in_order (GArray *others)
{
  GArray *rects = g_array_sized_new (FALSE, FALSE, sizeof (KithRect), others->len);

  g_array_sort (others, compare_others);
  for (guint i = 0; i < others->len; i++)
    g_array_append_val (rects, g_array_index (others, Other, i).rect);
  return rects;
}

static KithRect
loops_bounds (const GPtrArray *loops)
{
  KithRect bounds = { 0 };
  gboolean first = TRUE;

  for (guint i = 0; i < loops->len; i++)
    {
      const GArray *loop = loops->pdata[i];

      for (guint j = 0; j < loop->len; j++)
        {
          KithPoint at = g_array_index (loop, KithPoint, j);
          KithRect point = { at.x, at.y, 0, 0 };

          bounds = first ? point : kith_rect_union (&bounds, &point);
          first = FALSE;
        }
    }
  return bounds;
}

/* "Big Room · every Tuesday · 2012–2019"; `between` stands after the name. */
static char *
space_words (const KithSpace *record, const char *between, const char *years)
{
  const char *more[] = { record->rhythm, years };
  GString *words = g_string_new (record->name);

  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    if (more[i] != NULL && more[i][0] != '\0')
      g_string_append_printf (words, "%s%s", i == 0 || record->rhythm[0] == '\0' ? between : " · ",
                              more[i]);
  return g_string_free (words, FALSE);
}

/* In one line where that is long enough, and the name in one and the rest in another. */
static void
lay_out_name (KithSpaceFigure *space, const char *years)
{
  g_autofree char *words = space_words (space->record, " · ", years);
  g_autofree char *lines = space_words (space->record, "\n", years);

  space->names[0] = kith_text_layout (words, KITH_TEXT_LABEL, NAME_WIDTH, 1);
  if (pango_layout_is_ellipsized (space->names[0]) || strchr (lines, '\n') != NULL)
    space->names[1] = kith_text_layout (lines, KITH_TEXT_LABEL, NAME_WIDTH, 1);
  if (pango_layout_is_ellipsized (space->names[0]))
    g_clear_object (&space->names[0]);
  space->label = g_object_ref (space->names[space->names[0] == NULL]);
}

/* An outline that is being made: what that takes, and what comes of it. */
typedef struct
{
  const KithSpace *record; /* borrowed */
  GArray *within;          /* of KithRect: its members */
  GArray *without;         /* of Other: near them, in any order */
  KithRect reach;
  GPtrArray *loops;
  gint64 cost;      /* microseconds */
  gint called_back; /* atomic: nobody wants it any longer */
} Making;

struct _KithSpaceWork
{
  GArray *makings; /* of Making */
  GThreadPool *pool;
};

static void
making_begin (Making *making, KithFigures *figures, KithMap *map, const KithSpace *record)
{
  g_autoptr (GHashTable) members = g_hash_table_new (NULL, NULL);

  *making = (Making){ record };
  making->within = member_boxes (figures, map, record->record.id, members);
  making->reach = reach_of (making->within);
  making->without = other_boxes (figures, &making->reach, members);
}

/* On any thread. */
static void
making_run (gpointer data, gpointer unused)
{
  Making *making = data;
  g_autoptr (GArray) without = NULL;
  gint64 began = g_get_monotonic_time ();

  if (kith_space_is_hub (making->record))
    return;
  without = in_order (making->without);
  making->loops = kith_outline_new_unless ((const KithRect *) (gpointer) making->within->data,
                                           making->within->len,
                                           (const KithRect *) (gpointer) without->data,
                                           without->len, &making->called_back);
  making->cost = g_get_monotonic_time () - began;
}

static void
make_outline (const Making *making, KithSpaceFigure *space, const char *years)
{
  space->loops = making->loops;
  space->bounds = loops_bounds (space->loops);
  lay_out_name (space, years);
  space->reach = kith_rect_grow (&making->reach, kith_space_figure_name_width (space));
}

static void
making_end (Making *making, KithFigures *figures, KithMap *map)
{
  const KithSpace *record = making->record;
  const KithSpaceFigure *before = g_hash_table_lookup (figures->spaces, &record->record.id);
  KithSpaceFigure *space = g_new0 (KithSpaceFigure, 1);
  g_autofree char *years = kith_figures_years (figures, map, record);
  gint64 began = g_get_monotonic_time ();

  space->record = kith_record_ref (record);
  space->is_out = !kith_pass_has (figures->pass, record->record.id);
  space->is_over = years != NULL;
  space->is_faint = space->is_out || space->is_over;
  space->pattern = before != NULL ? before->pattern : 0;
  if (kith_space_is_hub (record))
    kith_space_figure_make_node (figures, map, space, years);
  else
    make_outline (making, space, years);
  g_hash_table_replace (figures->spaces, &space->record->record.id, space);
  kith_space_figure_place_label (figures, space);
  space->cost = making->cost + g_get_monotonic_time () - began;
  figures->has_bounds = FALSE;
}

static void
making_clear (Making *making)
{
  g_array_unref (making->within);
  g_array_unref (making->without);
}

void
kith_figures_put_space (KithFigures *figures, KithMap *map, const KithSpace *record)
{
  Making making;

  g_hash_table_remove (figures->asides, &record->record.id);
  making_begin (&making, figures, map, record);
  making_run (&making, NULL);
  making_end (&making, figures, map);
  making_clear (&making);
}

/* Of all spaces of the map, once all boxes are there. */
KithSpaceWork *
kith_figures_begin_spaces (KithFigures *figures, KithMap *map)
{
  KithSpaceWork *work = g_new0 (KithSpaceWork, 1);

  work->makings = g_array_sized_new (FALSE, FALSE, sizeof (Making), kith_map_n (map, KITH_SPACE));
  KITH_FOR_EACH (KithSpace, space, map, KITH_SPACE)
    {
      Making making;

      making_begin (&making, figures, map, space);
      g_array_append_val (work->makings, making);
    }
  if (work->makings->len >= MANY)
    work->pool = g_thread_pool_new (making_run, NULL,
                                    CLAMP ((int) g_get_num_processors (), 1, MOST_THREADS), FALSE,
                                    NULL);
  for (guint i = 0; i < work->makings->len && work->pool != NULL; i++)
    g_thread_pool_push (work->pool, &g_array_index (work->makings, Making, i), NULL);
  return work;
}

static int
compare_makings (gconstpointer a, gconstpointer b)
{
  KithId one = KITH_ID (((const Making *) a)->record);
  KithId other = KITH_ID (((const Making *) b)->record);

  return (one > other) - (one < other);
}

/* Once all links are there. */
void
kith_figures_end_spaces (KithFigures *figures, KithMap *map, KithSpaceWork *work)
{
  if (work->pool != NULL)
    g_thread_pool_free (work->pool, FALSE, TRUE);
  g_array_sort (work->makings, compare_makings);
  for (guint i = 0; i < work->makings->len; i++)
    {
      Making *making = &g_array_index (work->makings, Making, i);

      if (work->pool == NULL)
        making_run (making, NULL);
      making_end (making, figures, map);
      making_clear (making);
    }
  g_array_unref (work->makings);
  g_free (work);
}

/* --- Aside --- */

/* One of each belongs to the figures, one to its thread and then to the main loop that is told. */
struct _KithSpaceAside
{
  gint ref_count;
  KithFigures
      *figures; /* NULL: nobody waits for it; main thread only, as are references to records */
  Making making;
  gboolean is_done; /* with the lock */
};

static GMutex aside_lock;
static GCond aside_done;

static void
aside_unref (gpointer data)
{
  KithSpaceAside *aside = data;

  if (!g_atomic_int_dec_and_test (&aside->ref_count))
    return;
  making_clear (&aside->making);
  g_clear_pointer (&aside->making.loops, g_ptr_array_unref);
  kith_record_unref ((gpointer) aside->making.record);
  g_free (aside);
}

/* The figures no longer wait for it. */
void
kith_space_aside_drop (gpointer data)
{
  KithSpaceAside *aside = data;

  aside->figures = NULL;
  g_atomic_int_set (&aside->making.called_back, TRUE);
  aside_unref (aside);
}

static gboolean
on_aside_ready (gpointer data)
{
  KithFigures *figures = ((KithSpaceAside *) data)->figures;

  if (figures != NULL && figures->ready != NULL)
    figures->ready (figures->ready_data);
  return G_SOURCE_REMOVE;
}

static void
tell_main_loop (KithSpaceAside *aside)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_aside_ready, aside, aside_unref);
  g_source_attach (source, NULL);
}

/* On another thread. */
static void
on_aside (gpointer data, gpointer unused)
{
  KithSpaceAside *aside = data;

  making_run (&aside->making, NULL);
  g_mutex_lock (&aside_lock);
  aside->is_done = TRUE;
  g_cond_broadcast (&aside_done);
  g_mutex_unlock (&aside_lock);
  tell_main_loop (aside);
}

static GThreadPool *
aside_pool (void)
{
  static GThreadPool *pool;

  if (pool == NULL)
    pool = g_thread_pool_new (on_aside, NULL, MOST_ASIDE, FALSE, NULL);
  return pool;
}

/* Has the outline made anew of the boxes as they are now. */
void
kith_figures_begin_aside (KithFigures *figures, KithMap *map, const KithSpace *record)
{
  KithSpaceFigure *space = g_hash_table_lookup (figures->spaces, &record->record.id);
  KithSpaceAside *aside = g_new0 (KithSpaceAside, 1);
  KithRect reach;

  aside->ref_count = 2;
  aside->figures = figures;
  making_begin (&aside->making, figures, map, kith_record_ref (record));
  reach = kith_rect_grow (&aside->making.reach, kith_space_figure_name_width (space));
  space->reach = kith_rect_union (&space->reach, &reach);
  g_hash_table_replace (figures->asides, (gpointer) &aside->making.record->record.id, aside);
  g_thread_pool_push (aside_pool (), aside, NULL);
}

gboolean
kith_figures_is_aside (const KithFigures *figures, KithId id)
{
  return g_hash_table_contains (figures->asides, &id);
}

/* Of one that is done, 0 for none; where `wait`, one that will be. */
KithId
kith_figures_done_aside (const KithFigures *figures, gboolean wait)
{
  GHashTableIter iter;
  gpointer value;
  KithId id = 0;

  if (g_hash_table_size (figures->asides) == 0)
    return 0;
  g_mutex_lock (&aside_lock);
  g_hash_table_iter_init (&iter, figures->asides);
  while (id == 0 && g_hash_table_iter_next (&iter, NULL, &value))
    {
      KithSpaceAside *aside = value;

      while (wait && !aside->is_done)
        g_cond_wait (&aside_done, &aside_lock);
      if (aside->is_done)
        id = KITH_ID (aside->making.record);
    }
  g_mutex_unlock (&aside_lock);
  return id;
}

/* Puts it in its place. */
void
kith_figures_end_aside (KithFigures *figures, KithMap *map, KithId id)
{
  KithSpaceAside *aside = g_hash_table_lookup (figures->asides, &id);

  making_end (&aside->making, figures, map);
  aside->making.loops = NULL; /* the figure has them */
  g_hash_table_remove (figures->asides, &id);
}
