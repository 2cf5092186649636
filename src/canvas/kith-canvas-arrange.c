/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: arranging. The layout works on a snapshot, of a large map in a thread; its result is
 * dropped when the map has changed meanwhile. Boxes glide to their places, then it is one edit. */
#include <glib/gi18n-lib.h>

#include "kith-arrange.h"
#include "kith-canvas-private.h"
#include "kith-hub.h"
#include "kith-verbs.h"

#define AT_ONCE 120  /* stakeholders up to which nobody waits for the layout */
#define GLIDE 200000 /* microseconds */
#define MOST_GLIDING 1000
#define MOST_LIVE 150 /* of more only boxes and lines are shown while they glide */

/* Owned by the task: only its thread touches ids and xy until it is done. */
typedef struct
{
  KithMap *map;
  guint64 revision;
  GArray *only; /* of KithId: what may move, or NULL for all */
  KithArrangement as;
  KithId centre;
  gboolean tidy;
  GArray *ids;       /* of KithId */
  GArray *xy;        /* of double */
  GPtrArray *frames; /* of KithAnnotation */
  guint withheld;    /* frames that were left out */
  GCancellable *cancellable;
  int percent; /* atomic */
  guint watch; /* source, main thread */
} Job;

/* Boxes on their way; xy are two for each id. */
typedef struct
{
  GArray *ids;
  GArray *from;
  GArray *to;
  gint64 start;
  KithArrangeOptions options; /* as it was asked for */
  GArray *only;
  GPtrArray *frames;
  GHashTable *at;   /* id → its place in ids, or NULL where the live map moves */
  double way;       /* 0 to 1 */
  gboolean is_told; /* something has been said about it */
} Glide;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->map, kith_map_unref);
  g_clear_pointer (&job->only, g_array_unref);
  g_clear_pointer (&job->ids, g_array_unref);
  g_clear_pointer (&job->xy, g_array_unref);
  g_clear_pointer (&job->frames, g_ptr_array_unref);
  g_clear_object (&job->cancellable);
  g_free (job);
}

static void
glide_free (Glide *glide)
{
  g_array_unref (glide->ids);
  g_array_unref (glide->from);
  g_array_unref (glide->to);
  g_ptr_array_unref (glide->frames);
  g_clear_pointer (&glide->only, g_array_unref);
  g_clear_pointer (&glide->at, g_hash_table_unref);
  g_free (glide);
}

static gboolean
is_cancelled (gpointer data)
{
  return g_cancellable_is_cancelled (((Job *) data)->cancellable);
}

static void
note_progress (double fraction, gpointer data)
{
  g_atomic_int_set (&((Job *) data)->percent, (int) (fraction * 100));
}

static KithArrangeOptions
options_of (Job *job)
{
  KithArrangeOptions options = KITH_ARRANGE_INIT;

  options.as = job->as;
  options.centre = job->centre;
  options.tidy = job->tidy;
  options.keep_start = TRUE;
  if (job->only != NULL)
    {
      options.ids = (const KithId *) (gpointer) job->only->data;
      options.n_ids = job->only->len;
    }
  options.withheld = &job->withheld;
  options.cancelled = is_cancelled;
  options.progress = note_progress;
  options.data = job;
  return options;
}

static gboolean
arrange (Job *job)
{
  KithArrangeOptions options = options_of (job);

  return kith_arrange (job->map, &options, job->ids, job->xy, job->frames);
}

static void
in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_boolean (task, arrange (data));
}

static const char *
why_nobody_moves (const Glide *glide)
{
  if (glide->options.tidy)
    return _ ("Nobody has to move.");
  if (glide->options.ids != NULL)
    return _ ("No better places were found near where these are.");
  return _ ("Nobody moves: the map is arranged.");
}

static const char *
why_nobody_may (KithMap *map)
{
  return kith_map_n (map, KITH_STAKEHOLDER) == 0 ? _ ("There is nobody to arrange yet.")
                                                 : _ ("Nobody moves: all of them are pinned.");
}

/* Whom the arrangement pins, where they lie on a picture, of those whom `map` shows. */
static guint
count_pinned (KithEdit *edit, KithMap *map)
{
  guint n = 0;

  for (guint i = 0; i < kith_edit_n_changes (edit); i++)
    {
      const KithChange *change = kith_edit_change (edit, i);

      if (kith_change_kind (change) == KITH_STAKEHOLDER && change->before != NULL
          && change->after != NULL && kith_map_stakeholder (map, kith_change_id (change)) != NULL)
        n += ((const KithStakeholder *) change->after)->pinned
             && !((const KithStakeholder *) change->before)->pinned;
    }
  return n;
}

static void
say_pinned (KithCanvas *self, guint n)
{
  g_autofree char *said =
      g_strdup_printf (ngettext ("%u stakeholder who lies on the picture is pinned there.",
                                 "%u stakeholders who lie on the picture are pinned there.", n),
                       n);

  if (n > 0)
    kith_canvas_say (self, said);
}

static void
commit (KithCanvas *self, const Glide *glide)
{
  KithMap *map = kith_viewer_get_whole_map (self->viewer);
  KithEdit *edit = kith_verb_arrange (map, &glide->options, glide->ids, glide->to, glide->frames);
  guint n_pinned = count_pinned (edit, kith_viewer_get_map (self->viewer));
  KithCamera before;

  if (kith_edit_is_empty (edit) && !glide->is_told)
    kith_canvas_say (self, why_nobody_moves (glide));
  kith_canvas_get_camera (self, &before);
  if (!kith_viewer_perform (self->viewer, edit, NULL))
    return;
  say_pinned (self, n_pinned);
  if (glide->options.ids != NULL || glide->options.tidy)
    return;
  kith_canvas_fit (self, TRUE);
  kith_canvas_note_arranged (self, glide->ids, glide->from, glide->to, &before);
}

static void
stop_gliding (KithCanvas *self)
{
  if (self->boxes_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->boxes_tick);
  self->boxes_tick = 0;
  g_clear_pointer ((Glide **) &self->glide_boxes, glide_free);
}

static void
show_at (KithCanvas *self, const Glide *glide, double way)
{
  g_autofree double *xy = g_new (double, glide->to->len);

  for (guint i = 0; i < glide->to->len; i++)
    {
      double from = g_array_index (glide->from, double, i);

      xy[i] = from + (g_array_index (glide->to, double, i) - from) * way;
    }
  kith_canvas_live_apply (self,
                          kith_verb_move (self->live, (const KithId *) (gpointer) glide->ids->data,
                                          glide->ids->len, xy, ""));
}

static void
place_on_the_way (KithId id, KithPoint *at, gpointer data)
{
  Glide *glide = data;
  gpointer found;
  guint i;

  if (!g_hash_table_lookup_extended (glide->at, &id, NULL, &found))
    return;
  i = 2 * GPOINTER_TO_UINT (found);
  at->x = g_array_index (glide->from, double, i)
          + (g_array_index (glide->to, double, i) - g_array_index (glide->from, double, i))
                * glide->way;
  at->y = g_array_index (glide->from, double, i + 1)
          + (g_array_index (glide->to, double, i + 1) - g_array_index (glide->from, double, i + 1))
                * glide->way;
}

/* A large map is on its way, which is drawn in place of the tiles. */
gboolean
kith_canvas_is_gliding (KithCanvas *self)
{
  return self->glide_boxes != NULL && ((Glide *) self->glide_boxes)->at != NULL;
}

void
kith_canvas_draw_gliding (KithCanvas *self, cairo_t *cr, const KithRect *visible)
{
  Glide *glide = self->glide_boxes;
  KithPaint paint = { .scale = self->viewport.zoom, .clip = *visible };

  kith_painter_ground (cr, kith_figures_palette (self->figures));
  kith_painter_moving (cr, self->figures, &paint, place_on_the_way, glide);
}

static gboolean
go_on (KithCanvas *self, Glide *glide, double t)
{
  if (t >= 1 || (self->live == NULL && glide->at == NULL))
    return FALSE;
  glide->way = kith_ease_out (t);
  if (glide->at == NULL)
    show_at (self, glide, glide->way);
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  KithCanvas *self = KITH_CANVAS (widget);
  Glide *glide = self->glide_boxes;
  double t = (double) (gdk_frame_clock_get_frame_time (clock) - glide->start) / GLIDE;

  if (go_on (self, glide, t))
    return G_SOURCE_CONTINUE;
  self->boxes_tick = 0;
  self->glide_boxes = NULL;
  kith_canvas_live_end (self);
  commit (self, glide);
  glide_free (glide);
  return G_SOURCE_REMOVE;
}

/* Where they are now; FALSE where one of them is not shown to this audience. */
static gboolean
note_starts (KithCanvas *self, Glide *glide)
{
  KithMap *map = kith_viewer_get_map (self->viewer);

  for (guint i = 0; i < glide->ids->len; i++)
    {
      KithPlace place;

      if (!kith_map_place (map, g_array_index (glide->ids, KithId, i), &place))
        return FALSE;
      g_array_append_val (glide->from, place.x);
      g_array_append_val (glide->from, place.y);
    }
  return TRUE;
}

static void
index_ids (Glide *glide)
{
  glide->at = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < glide->ids->len; i++)
    g_hash_table_insert (glide->at, &g_array_index (glide->ids, KithId, i), GUINT_TO_POINTER (i));
}

static void
glide_to (KithCanvas *self, Job *job)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));
  Glide *glide = g_new0 (Glide, 1);
  gboolean all_shown;

  glide->only = job->only != NULL ? g_array_ref (job->only) : NULL; /* owns the ids of options */
  glide->options = options_of (job);
  glide->options.withheld = NULL;
  glide->is_told = job->withheld > 0;
  glide->options.cancelled = NULL;
  glide->options.progress = NULL;
  glide->options.data = NULL;
  glide->ids = g_array_ref (job->ids);
  glide->to = g_array_ref (job->xy);
  glide->frames = g_ptr_array_ref (job->frames);
  glide->from = g_array_new (FALSE, FALSE, sizeof (double));
  all_shown = note_starts (self, glide);
  if (clock == NULL || job->ids->len > MOST_GLIDING || !kith_widget_moves_gently (GTK_WIDGET (self))
      || !all_shown)
    {
      commit (self, glide);
      glide_free (glide);
      return;
    }
  glide->start = gdk_frame_clock_get_frame_time (clock);
  self->glide_boxes = glide;
  if (glide->ids->len <= MOST_LIVE)
    kith_canvas_live_begin (self);
  else
    index_ids (glide);
  self->boxes_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

static void
use_result (KithCanvas *self, Job *job)
{
  g_autofree char *withheld = NULL;

  if (job->ids->len == 0 && job->frames->len == 0 && job->withheld == 0)
    {
      kith_canvas_say (self, why_nobody_may (kith_viewer_get_map (self->viewer)));
      return;
    }
  if (kith_map_revision (kith_viewer_get_whole_map (self->viewer)) != job->revision)
    {
      kith_canvas_say (self, _ ("The map has changed meanwhile, so it was not arranged."));
      return;
    }
  withheld = kith_arrange_withheld (kith_viewer_get_whole_map (self->viewer),
                                    kith_viewer_get_map (self->viewer), job->withheld,
                                    job->frames->len > 0);
  if (withheld != NULL)
    kith_canvas_say (self, withheld);
  glide_to (self, job);
}

static gboolean
on_watch (gpointer data)
{
  GTask *task = data;
  KithCanvas *self = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (task);

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress_bar),
                                 g_atomic_int_get (&job->percent) / 100.0);
  gtk_widget_set_visible (self->progress, TRUE);
  return G_SOURCE_CONTINUE;
}

static void
on_arranged (GObject *source, GAsyncResult *result, gpointer data)
{
  KithCanvas *self = KITH_CANVAS (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  gboolean arranged = g_task_propagate_boolean (G_TASK (result), NULL);

  g_clear_handle_id (&job->watch, g_source_remove);
  if (self->arranging != job->cancellable)
    return;
  g_clear_object (&self->arranging);
  gtk_widget_set_visible (self->progress, FALSE);
  if (arranged)
    use_result (self, job);
}

static Job *
new_job (KithCanvas *self, const KithArrangeOptions *how, GArray *only)
{
  KithMap *map = kith_viewer_get_whole_map (self->viewer);
  Job *job = g_new0 (Job, 1);

  job->map = kith_map_snapshot (map);
  job->revision = kith_map_revision (map);
  job->only = only != NULL ? g_array_ref (only) : NULL;
  job->ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  job->xy = g_array_new (FALSE, FALSE, sizeof (double));
  job->frames = g_ptr_array_new_with_free_func (kith_record_unref);
  job->as = how->as;
  job->centre = how->centre;
  job->tidy = how->tidy;
  job->cancellable = g_cancellable_new ();
  return job;
}

/* Forgets an arrangement that is being worked out, and finishes one that is being shown. */
void
kith_canvas_stop_arranging (KithCanvas *self)
{
  if (self->arranging != NULL)
    g_cancellable_cancel (self->arranging);
  g_clear_object (&self->arranging);
  gtk_widget_set_visible (self->progress, FALSE);
  if (self->glide_boxes != NULL)
    {
      stop_gliding (self);
      kith_canvas_live_end (self);
    }
}

static void
start (KithCanvas *self, const KithArrangeOptions *how, GArray *only)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (self->viewer == NULL || self->arranging != NULL || kith_viewer_refuses_past (self->viewer))
    return;
  kith_canvas_end_typing (self, TRUE);
  kith_canvas_cancel_tool (self);
  kith_canvas_stop_arranging (self);
  job = new_job (self, how, only);
  if (kith_map_n (job->map, KITH_STAKEHOLDER) <= AT_ONCE)
    {
      if (arrange (job))
        use_result (self, job);
      job_free (job);
      return;
    }
  self->arranging = g_object_ref (job->cancellable);
  task = g_task_new (self, NULL, on_arranged, NULL);
  g_task_set_task_data (task, job, job_free);
  job->watch = g_timeout_add (100, on_watch, task);
  g_task_run_in_thread (task, in_thread);
}

/* Better places for the stakeholders of `only`, or for all where that is NULL. */
void
kith_canvas_arrange_only (KithCanvas *self, GArray *only)
{
  const KithArrangeOptions freely = KITH_ARRANGE_INIT;

  start (self, &freely, only);
}

/**
 * kith_canvas_tidy:
 * @self: a canvas
 *
 * Parts boxes that overlap with as little movement as it takes, as one edit; all others stay.
 */
void
kith_canvas_tidy (KithCanvas *self)
{
  KithArrangeOptions how = KITH_ARRANGE_INIT;

  g_return_if_fail (KITH_IS_CANVAS (self));

  how.tidy = TRUE;
  start (self, &how, NULL);
}

/**
 * kith_canvas_arrange:
 * @self: a canvas
 *
 * Finds better places for all stakeholders but the pinned ones and moves them there, as one edit: in
 * the arrangement that the map is in, or freely. A large map is worked on in a thread while a bar
 * shows how far it is.
 */
void
kith_canvas_arrange (KithCanvas *self)
{
  KithArrangeOptions how = KITH_ARRANGE_INIT;

  g_return_if_fail (KITH_IS_CANVAS (self));

  if (self->viewer == NULL)
    return;
  how.as = kith_map_arrangement (kith_viewer_get_whole_map (self->viewer), &how.centre);
  if (how.as == KITH_ARRANGEMENT_AROUND && how.centre == 0)
    how.as = KITH_ARRANGEMENT_FREE;
  start (self, &how, NULL);
}

/**
 * kith_canvas_arrange_as:
 * @self: a canvas
 * @as: an arrangement
 * @centre: the stakeholder round which the map is arranged; 0 where @as is round nobody
 *
 * As kith_canvas_arrange(), in that arrangement.
 */
void
kith_canvas_arrange_as (KithCanvas *self, KithArrangement as, KithId centre)
{
  KithArrangeOptions how = KITH_ARRANGE_INIT;
  const char *lacks;

  g_return_if_fail (KITH_IS_CANVAS (self));
  g_return_if_fail ((as == KITH_ARRANGEMENT_AROUND) == (centre != 0));

  if (self->viewer == NULL)
    return;
  lacks = kith_arrangement_lacks (kith_viewer_get_whole_map (self->viewer), as);
  how.as = as;
  how.centre = centre;
  if (lacks != NULL)
    kith_canvas_say (self, lacks);
  else
    start (self, &how, NULL);
}

/* The rings, columns or axes go; everybody stays. */
void
kith_canvas_remove_arrangement (KithCanvas *self)
{
  KithEdit *edit;

  if (self->viewer == NULL || kith_viewer_refuses_past (self->viewer))
    return;
  edit = kith_verb_remove_arrangement (kith_viewer_get_whole_map (self->viewer));
  if (kith_edit_is_empty (edit))
    kith_canvas_say (self, _ ("This map has no frame of an arrangement."));
  kith_viewer_perform (self->viewer, edit, NULL);
}
