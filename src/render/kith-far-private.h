/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is named from afar at which step of the scale, and where each tag stands. Lengths and scales are in letters as
 * large as in a window of one's own; of a room's, all pixels here are so much larger: `unit`. */
#pragma once

#include "kith-far-candidates.h"
#include "kith-far-names.h"

G_BEGIN_DECLS

#define KITH_FAR_NEAREST 0.64  /* pixels a map unit: there letters in boxes are nine pixels large */
#define KITH_FAR_FARTHEST 0.12 /* of any letters: from there on boxes are dots */

#define KITH_FAR_LOCK 14.0 /* pixels, for a lock beside a name */

/* Tags are in large letters, or in smaller ones where somebody has no room for those: names of some few in letters
 * that nobody can read would look like a judgement. */
typedef enum
{
  KITH_FAR_LARGE,
  KITH_FAR_SMALL,
  KITH_FAR_SMALLEST,
  KITH_FAR_UNNAMED,
} KithFarSize;

extern const double kith_far_letters[KITH_FAR_UNNAMED];

/* Where its box, or the name of its space, is in it: 0 at the left or the top, 1 in the middle, 2 at the right or below;
 * or where on the outline of its space its middle is. */
typedef struct
{
  guint8 size; /* KithFarSize */
  guint8 beside;
  guint8 below;
  guint8 along; /* one of KITH_FAR_PLACES round the outline, from 1; 0: over its box or its name */
} KithFarTag;

typedef struct
{
  KithId id;
  double width; /* of its largest tag, pixels */
  double height;
  guint name; /* hash of what was measured */
} KithFarNamed;

struct _KithFarNames
{
  GArray *named;    /* of KithFarNamed, the best linked first */
  GHashTable *who;  /* id → its place in `named` */
  guint revision;   /* of the figures */
  double unit;      /* pixels of the screen in one of here */
  double a_step;    /* how much smaller the scale is at the next step */
  guint n_steps;    /* from the nearest to the farthest */
  KithFarTag *tags; /* of each step, those of all who are in `named` */
};

static inline KithFarTag *
kith_far_tags_at (const KithFarNames *names, guint step)
{
  return names->tags + (gsize) step * names->named->len;
}

/* Map units; `apart` is added all round, pixels. Over its box or its name it is at least as large as that, which it
 * hides. */
KithRect kith_far_tag_rect (const KithFarCandidate *candidate,
                            const KithFarNamed *named,
                            const KithFarTag *tag,
                            double scale,
                            double apart);

/* What a shared space that is private adds to its tag, pixels. */
static inline double
kith_far_lock_room (const KithSpaceFigure *space)
{
  return space != NULL && space->record->is_private ? KITH_FAR_LOCK : 0.0;
}

/* Where an outline lies in so many directions from its middle, farthest out. */
void kith_far_points_along (const KithSpaceFigure *space, KithPoint points[KITH_FAR_PLACES]);

/* Those come first. */
guint kith_far_count_people (const GArray *candidates);
/* Finds all tags: of stakeholders from the farthest step to the nearest, of shared spaces from there back. */
void kith_far_find_tags (KithFarNames *names, const KithFigures *figures, GArray *candidates);

G_END_DECLS
