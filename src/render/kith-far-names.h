/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names from afar: where the letters in the boxes are too small to be read, the best linked stakeholders are
 * named on tags over their boxes, and shared spaces over their names or elsewhere on their outlines, in letters of the
 * screen, as many as there is room for. For a screen only: paper has all names. Main thread only (text). */
#pragma once

#include <cairo.h>

#include "kith-figures.h"

G_BEGIN_DECLS

typedef struct _KithFarNames KithFarNames;

typedef struct
{
  KithId id;
  KithRect tag; /* map units */
  double unit;  /* how much larger it is than KITH_FAR_LETTERS would have it */
  gboolean is_space;
} KithFarName;

typedef enum
{
  KITH_FAR_PLAIN = 0,
  KITH_FAR_HOVERED = 1 << 0,
  KITH_FAR_SELECTED = 1 << 1,
} KithFarMark;

#define KITH_FAR_LETTERS 11.0 /* pixels, of a letter on a tag in a window of one's own */

/* Whether there are any in letters so large (pixels) at this scale (pixels a map unit). */
gboolean kith_far_names_has_scale (double scale, double letters);
KithFarNames *kith_far_names_new (const KithFigures *figures, double letters);
void kith_far_names_free (KithFarNames *names);
/* Whether the figures are others by now than those that had been named. */
gboolean kith_far_names_are_stale (const KithFarNames *names, const KithFigures *figures);
double kith_far_names_letters (const KithFarNames *names); /* as large as was asked for */
/* Appends the KithFarName of each that is named at this scale and touches the rectangle, where its box is now. */
void kith_far_names_in (const KithFarNames *names,
                        const KithFigures *figures,
                        double scale,
                        const KithRect *rect,
                        GArray *found);
/* The tag of a stakeholder or a shared space; FALSE where it has none at this scale. */
gboolean kith_far_names_tag (const KithFarNames *names,
                             const KithFigures *figures,
                             KithId id,
                             double scale,
                             KithRect *tag);
/* Whose tag lies there, map units, and whether it is a shared space; 0 for nobody's. */
KithId kith_far_names_at (const KithFarNames *names,
                          const KithFigures *figures,
                          double scale,
                          double x,
                          double y,
                          gboolean *is_space);

/* How far the marks of a tag reach beyond it, pixels, times its unit. */
#define KITH_FAR_MARGIN 7.0
/* Draws a tag of this size with its middle at the origin; the user space of `cr` is in pixels. */
void kith_painter_far_name (cairo_t *cr,
                            const KithFigures *figures,
                            const KithFarName *name,
                            double scale,
                            KithFarMark marks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithFarNames, kith_far_names_free)

G_END_DECLS
