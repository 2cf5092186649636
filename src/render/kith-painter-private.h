/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the painter share; nobody else includes this. */
#pragma once

#include "kith-figures-private.h"
#include "kith-painter.h"
#include "kith-stroke.h"

typedef struct
{
  cairo_t *cr;
  const KithFigures *figures;
  const KithPaint *paint;
  const KithPalette *palette;
  KithDetail detail;
} KithPainting;

gboolean kith_painting_is_selected (const KithPainting *painting, KithId id);
void kith_painting_link (const KithPainting *painting, const KithLinkFigure *link);
void kith_painting_link_label (const KithPainting *painting, KithLinkFigure *link);
