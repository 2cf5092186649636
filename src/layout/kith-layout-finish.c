/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-layout-finish.h"

#include <math.h>
#include <string.h>

#include "kith-layout-boxes.h"
#include "kith-layout-forces.h"
#include "kith-layout-judge.h"
#include "kith-layout-overlap.h"
#include "kith-layout-placement.h"
#include "kith-layout-polish.h"
#include "kith-layout-random.h"
#include "kith-layout-room.h"
#include "kith-layout-sparse.h"
#include "kith-layout-stress.h"

/* All pairs up to here, pivots above. */
#define FULL 1500
/* Several tries up to here. */
#define SMALL KITH_JUDGE_SMALL
/* Some of them follow stress up to here, and all are loose above. */
#define MEDIUM 150
/* Pairs of boxes and links that all tries of a picture are worth, and of one with few boxes. */
#define TRYING 23000
#define TRYING_FEW 26000
/* Tests that touching up one picture may take. */
#define EFFORT 1.5e6
/* In a tree, or nearly, each crossing is seen, and each could be without: it is worth more tries, and
 * more touching up of what they come to. */
#define TREE_TRIES 3
#define TREE_EFFORT 4
/* Loose pictures that are worked out of a tree and of so few, where else it is one. */
#define LOOSE 3
#define FEW 40
/* Of forces, in pictures of more than MEDIUM. */
#define ROUNDS 50
/* In a tree, or nearly, and where there are very many, they take longer and pay. */
#define LONG_ROUNDS 100
/* A picture that grew out of the earlier one is preferred if this little worse. */
#define FAITHFUL 0.8
/* The part of the page that boxes should fill, before it is made smaller. */
#define FILL 0.45
#define LOOSE_FILL 0.38
/* The earlier picture itself stays if it is no worse than this allows. */
#define GOOD_ENOUGH 0.93
/* Mended it may be worse still, as long as no more than one of so many boxes moves far: in what was arranged
 * before, people know where everybody is. */
#define FAMILIAR 0.87
#define FEW_OF 3

typedef struct
{
  double *x, *y;
  double score;      /* lower is better */
  gboolean faithful; /* grew out of the earlier picture */
  gboolean loose;    /* drawn by forces: stress would undo what it has of groups */
} Picture;

typedef struct
{
  KithPiece *piece;
  KithStress *stress; /* NULL in large pieces */
  KithWatch *watch;
  gboolean has_start;
  gboolean overlaps_ok;
  Picture finalists[1 + LOOSE]; /* the best that follows stress, then loose ones; x may be NULL */
} Studio;

static Picture
picture_new (guint n)
{
  return (Picture){ g_new0 (double, n), g_new0 (double, n), G_MAXDOUBLE };
}

static void
picture_clear (Picture *picture)
{
  g_clear_pointer (&picture->x, g_free);
  g_clear_pointer (&picture->y, g_free);
}

static void
studio_clear (Studio *studio)
{
  for (guint i = 0; i < G_N_ELEMENTS (studio->finalists); i++)
    picture_clear (&studio->finalists[i]);
  g_clear_pointer (&studio->stress, kith_stress_free);
}

/* Few take no time: more is tried. But who has seen an earlier picture wants that, and pieces beside others
 * are drawn together afterwards. */
static gboolean
is_few (const Studio *studio)
{
  return studio->piece->n <= FEW && studio->piece->lonely && !studio->has_start;
}

static gboolean
is_worth_more (const Studio *studio)
{
  return kith_piece_is_tree (studio->piece) || is_few (studio);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picture, picture_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Studio, studio_clear)

/* Anywhere, in a square that gives each box about one unit; pinned ones where
 * they are, and the square about them. */
static void
scatter (const KithPiece *piece, guint64 seed, Picture *picture)
{
  KithRandom random = { seed };
  double side = sqrt (piece->n), cx = 0, cy = 0;
  guint pinned = 0;

  for (guint v = 0; v < piece->n; v++)
    if (piece->pinned[v])
      {
        cx += piece->x[v] / piece->unit;
        cy += piece->y[v] / piece->unit;
        pinned++;
      }
  for (guint v = 0; v < piece->n; v++)
    {
      picture->x[v] = cx / MAX (pinned, 1) + side * (kith_random_unit (&random) - 0.5);
      picture->y[v] = cy / MAX (pinned, 1) + side * (kith_random_unit (&random) - 0.5);
      if (piece->pinned[v])
        {
          picture->x[v] = piece->x[v] / piece->unit;
          picture->y[v] = piece->y[v] / piece->unit;
        }
    }
}

/* The earlier picture, with boxes it lacked put beside those they are linked
 * to, outward from those that are known. */
static void
take_start (const KithPiece *piece, Picture *picture)
{
  g_autofree guint *queue = g_new (guint, piece->n);
  g_autofree guint8 *placed = g_memdup2 (piece->known, piece->n);
  KithRandom random = { 5 };
  guint tail = 0;

  for (guint v = 0; v < piece->n; v++)
    if (placed[v])
      queue[tail++] = v;

  for (guint head = 0; head < tail; head++)
    {
      guint v = queue[head];
      double wobble = piece->known[v] ? 1e-3 : 0.5;

      if (piece->known[v])
        {
          picture->x[v] = piece->x[v] / piece->unit;
          picture->y[v] = piece->y[v] / piece->unit;
        }
      if (!piece->pinned[v])
        {
          picture->x[v] += wobble * (kith_random_unit (&random) - 0.5);
          picture->y[v] += wobble * (kith_random_unit (&random) - 0.5);
        }
      for (guint k = piece->offset[v]; k < piece->offset[v + 1]; k++)
        if (!placed[piece->near[k]])
          {
            guint u = piece->near[k];

            placed[u] = TRUE;
            queue[tail++] = u;
            picture->x[u] = picture->x[v];
            picture->y[u] = picture->y[v];
          }
    }
}

/* Is the earlier picture so far from what the links ask for that working from
 * it would lead nowhere? */
static gboolean
is_tangled (const KithPiece *piece, const Picture *picture)
{
  double first = 0, second = 0;

  for (guint k = 0; k < piece->m; k++)
    {
      double dx = picture->x[piece->a[k]] - picture->x[piece->b[k]];
      double dy = picture->y[piece->a[k]] - picture->y[piece->b[k]];
      double square = (dx * dx + dy * dy) / (piece->length[k] * piece->length[k]);

      first += sqrt (square);
      second += square;
    }

  return second / piece->m > 9 || first * first < 0.5 * second * piece->m;
}

static gboolean
refine (Studio *studio, Picture *picture)
{
  const KithPiece *piece = studio->piece;
  gboolean slow = piece->n > FULL || kith_piece_is_tree (piece);

  picture->loose = TRUE;

  return kith_forces_refine (piece, slow ? LONG_ROUNDS : ROUNDS, picture->x, picture->y,
                             studio->watch);
}

/* Lowers stress, then turns the picture the right way. */
static gboolean
draw_points (Studio *studio, guint64 seed, gboolean loose, Picture *picture)
{
  const KithPiece *piece = studio->piece;
  gboolean gently = FALSE;
  gboolean done;

  if (seed == 0)
    {
      take_start (piece, picture);
      gently = studio->stress != NULL || !is_tangled (piece, picture);
    }
  if (!gently)
    scatter (piece, seed + 77, picture);

  if (studio->stress != NULL)
    {
      double widest = kith_stress_widest (studio->stress);

      done = kith_stress_descend (studio->stress, gently ? 2 : widest * widest, 0.03, 4, picture->x,
                                  picture->y, studio->watch);
      if (done && loose)
        done = refine (studio, picture);
    }
  else
    {
      done = kith_sparse_descend (piece, gently, picture->x, picture->y, studio->watch)
             && refine (studio, picture);
    }

  if (done && !piece->anchored && !kith_placement_turn_to_start (piece, picture->x, picture->y))
    kith_placement_turn_to_page (piece, picture->x, picture->y);

  return done;
}

/* Two boxes stand side by side. */
static void
lay_pair_flat (Picture *picture)
{
  picture->x[0] = -0.5;
  picture->x[1] = 0.5;
  picture->y[0] = picture->y[1] = 0;
}

/* From units of link length to map units. */
static void
enlarge (const KithPiece *piece, Picture *picture)
{
  for (guint v = 0; v < piece->n; v++)
    {
      picture->x[v] = piece->pinned[v] ? piece->x[v] : picture->x[v] * piece->unit;
      picture->y[v] = piece->pinned[v] ? piece->y[v] : picture->y[v] * piece->unit;
    }
}

static void
judge (const Studio *studio, Picture *picture)
{
  picture->score = kith_judge (studio->piece, studio->stress, picture->x, picture->y);
}

/* Keeps a picture if it is among the best so far of those drawn like it. */
static void
enter (Studio *studio, Picture *picture)
{
  guint first = picture->loose ? 1 : 0;
  guint last = picture->loose && is_worth_more (studio) ? LOOSE : first;

  for (guint i = first; i <= last; i++)
    {
      Picture *kept = &studio->finalists[i];
      Picture worse = *kept;

      if (kept->x != NULL && kept->score <= picture->score)
        continue;
      *kept = *picture;
      *picture = worse;
      if (worse.x == NULL)
        return;
    }
}

/* How many tries a piece is worth: as many as take a few milliseconds. */
static guint
count_tries (const Studio *studio)
{
  const KithPiece *piece = studio->piece;
  double pairs = 0.5 * piece->n * piece->n + 0.05 * (double) piece->m * piece->m;
  guint times = kith_piece_is_tree (piece) ? TREE_TRIES : 1, most = is_few (studio) ? 64 : 32;

  return piece->n <= 2 || piece->n > SMALL
             ? 1
             : times * (guint) CLAMP ((is_few (studio) ? TRYING_FEW : TRYING) / pairs, 4, most);
}

static gboolean
hold_try (Studio *studio, guint seed, gboolean loose)
{
  const KithPiece *piece = studio->piece;
  g_auto (Picture) picture = picture_new (piece->n);

  if (!draw_points (studio, seed, loose, &picture))
    return FALSE;
  if (piece->n == 2 && !studio->has_start)
    lay_pair_flat (&picture);
  enlarge (piece, &picture);
  judge (studio, &picture);
  if (seed == 0)
    picture.score *= FAITHFUL;
  picture.faithful = seed == 0;
  enter (studio, &picture);

  return TRUE;
}

/* Tries from scratch, half of them loose, and from the earlier picture if there is one. */
static gboolean
hold_tries (Studio *studio)
{
  const KithPiece *piece = studio->piece;
  gboolean mixed = piece->n > 2 && piece->n <= MEDIUM && !piece->anchored;
  gboolean loose = piece->n > MEDIUM && !piece->anchored;
  guint tries = count_tries (studio);
  guint first = studio->has_start ? 0 : 1;
  guint last = studio->stress == NULL && studio->has_start ? 0 : tries;
  double span = studio->watch->span, part = 0.5 * span / (last - first + 1);

  studio->watch->span = 0;
  for (guint seed = first; seed <= last; seed++)
    {
      gboolean both = mixed && seed == 0;

      kith_watch_stretch (studio->watch, both ? part / 2 : part);
      if (!hold_try (studio, seed, mixed ? seed % 2 == 1 : loose))
        return FALSE;
      if (!both)
        continue;
      kith_watch_stretch (studio->watch, part / 2);
      if (!hold_try (studio, seed, TRUE))
        return FALSE;
    }
  kith_watch_stretch (studio->watch, span * 0.5);

  return TRUE;
}

/* Makes the picture fit for boxes. */
static gboolean
make_room (Studio *studio, double fill, Picture *picture)
{
  const KithPiece *piece = studio->piece;
  KithBoxes boxes = {
    piece->n, piece->width, piece->height, piece->pinned, picture->x, picture->y
  };

  if (!kith_room_make (piece, picture->loose ? NULL : studio->stress, fill, picture->x, picture->y,
                       studio->watch)
      || !kith_overlap_remove (&boxes, piece->gap, studio->watch))
    return FALSE;
  if (!piece->anchored)
    kith_placement_move_to_start (piece, picture->x, picture->y);
  judge (studio, picture);

  return TRUE;
}

/* Makes room in a finalist. */
static gboolean
work_out (Studio *studio, Picture *finalist)
{
  if (!make_room (studio, finalist->loose ? LOOSE_FILL : FILL, finalist))
    return FALSE;
  if (finalist->faithful)
    finalist->score *= FAITHFUL;

  return TRUE;
}

static gboolean
touch_up (Studio *studio, Picture *picture)
{
  const KithPiece *piece = studio->piece;

  if (piece->n > FULL)
    return TRUE;
  if (!kith_polish (piece, studio->stress, picture->x, picture->y,
                    kith_piece_is_tree (piece) ? TREE_EFFORT * EFFORT : EFFORT, studio->watch))
    return FALSE;
  judge (studio, picture);
  if (picture->faithful)
    picture->score *= FAITHFUL;

  return TRUE;
}

/* Is the earlier picture without overlaps? Then it may stay. */
static gboolean
start_is_sound (const KithPiece *piece)
{
  KithBoxes boxes = { piece->n, piece->width, piece->height, piece->pinned, piece->x, piece->y };

  return kith_boxes_are_apart (&boxes, piece->gap);
}

/* How good the new picture will be when it has been drawn together as the earlier one was, which had
 * others beside it. */
static double
foresee (const Studio *studio, const Picture *best, const Picture *start)
{
  const KithPiece *piece = studio->piece;
  gsize size = sizeof (double) * piece->n;
  g_auto (Picture) drawn = { g_memdup2 (best->x, size), g_memdup2 (best->y, size) };
  double scale, wished;

  kith_stress_measure (studio->stress, best->x, best->y, &scale);
  kith_stress_measure (studio->stress, start->x, start->y, &wished);
  if (wished >= scale || !kith_room_shrink (piece, wished / scale, drawn.x, drawn.y, studio->watch))
    return best->score;
  judge (studio, &drawn);

  return MAX (best->score, drawn.score * (best->faithful ? FAITHFUL : 1));
}

/* Nearly as good as the new one is what people know, or little else than that. */
static gboolean
is_good_enough (const Studio *studio, const Picture *earlier, const Picture *best)
{
  const KithPiece *piece = studio->piece;
  double score = best->score;

  if (!piece->lonely && !piece->anchored && studio->stress != NULL)
    score = foresee (studio, best, earlier);

  return earlier->score * FAITHFUL * (best->faithful ? GOOD_ENOUGH : 1) <= score;
}

/* Such an earlier picture stays as it is. */
static gboolean
keep_start (const Studio *studio, const Picture *best)
{
  const KithPiece *piece = studio->piece;
  Picture start = { piece->x, piece->y };

  if (!start_is_sound (piece))
    return FALSE;
  judge (studio, &start);

  return is_good_enough (studio, &start, best);
}

/* How many of the boxes are not about where they were. */
static guint
count_moved (const KithPiece *piece, const Picture *picture)
{
  guint n = 0;

  for (guint v = 0; v < piece->n; v++)
    n += fabs (picture->x[v] - piece->x[v]) + fabs (picture->y[v] - piece->y[v]) > piece->unit / 4;
  return n;
}

/* Or its boxes are parted, and single ones moved where that helps: somebody has come, or a link has. */
static gboolean
mend_start (Studio *studio, const Picture *best)
{
  KithPiece *piece = studio->piece;
  gsize size = sizeof (double) * piece->n;
  g_auto (Picture) mended = { g_memdup2 (piece->x, size), g_memdup2 (piece->y, size) };
  KithBoxes boxes = { piece->n, piece->width, piece->height, piece->pinned, mended.x, mended.y };

  if (!kith_overlap_remove (&boxes, piece->gap, studio->watch) || !touch_up (studio, &mended))
    return FALSE;
  if (count_moved (piece, &mended) * FEW_OF <= piece->n)
    mended.score *= FAMILIAR;
  if (!is_good_enough (studio, &mended, best))
    return FALSE;
  piece->kept = memcmp (piece->x, mended.x, size) == 0 && memcmp (piece->y, mended.y, size) == 0;
  memcpy (piece->x, mended.x, size);
  memcpy (piece->y, mended.y, size);

  return TRUE;
}

static gboolean
has_whole_start (const Studio *studio)
{
  const KithPiece *piece = studio->piece;

  return studio->has_start && piece->n <= FULL && memchr (piece->known, 0, piece->n) == NULL;
}

/* Gives the piece the best of the finalists, worked out and touched up. */
static gboolean
finish (Studio *studio)
{
  KithPiece *piece = studio->piece;
  gsize size = sizeof (double) * piece->n;
  double span = studio->watch->span;
  Picture *best = NULL;

  studio->watch->span = 0;
  for (guint i = 0; i < G_N_ELEMENTS (studio->finalists); i++)
    {
      Picture *finalist = &studio->finalists[i];

      if (finalist->x == NULL)
        continue;
      kith_watch_stretch (studio->watch, 0.6 * span / G_N_ELEMENTS (studio->finalists));
      if (!work_out (studio, finalist) || (is_worth_more (studio) && !touch_up (studio, finalist)))
        return FALSE;
      if (best == NULL || finalist->score < best->score)
        best = finalist;
    }

  kith_watch_stretch (studio->watch, 0.4 * span);
  if (!is_worth_more (studio) && !touch_up (studio, best))
    return FALSE;
  piece->kept = has_whole_start (studio) && keep_start (studio, best);
  piece->mended = !piece->kept && has_whole_start (studio) && !studio->watch->options->unseen
                  && mend_start (studio, best);
  if (studio->watch->stopped)
    return FALSE;
  if (!piece->kept && !piece->mended)
    {
      memcpy (piece->x, best->x, size);
      memcpy (piece->y, best->y, size);
    }
  if (studio->stress != NULL)
    kith_stress_measure (studio->stress, piece->x, piece->y, &piece->scale);

  return TRUE;
}

/**
 * kith_finish_piece:
 * @piece: a piece; its positions are replaced, pinned ones stay
 * @watch: progress and cancellation
 *
 * Cost: O(n²) a try up to 1,500 boxes, O(64 n + m) above.
 *
 * Returns: %FALSE when cancelled
 */
gboolean
kith_finish_piece (KithPiece *piece, KithWatch *watch)
{
  g_auto (Studio) studio = { piece, NULL, watch };

  studio.has_start = memchr (piece->known, 1, piece->n) != NULL;
  studio.overlaps_ok = watch->options->overlaps_ok;
  if (piece->n == 1)
    return TRUE;

  if (piece->n <= FULL)
    {
      studio.stress = kith_stress_new (piece, watch);
      if (studio.stress == NULL)
        return FALSE;
    }
  if (!hold_tries (&studio))
    return FALSE;

  if (studio.overlaps_ok)
    {
      const Picture *best = &studio.finalists[studio.finalists[FALSE].x == NULL];

      memcpy (piece->x, best->x, sizeof (double) * piece->n);
      memcpy (piece->y, best->y, sizeof (double) * piece->n);
      return TRUE;
    }

  return finish (&studio);
}
