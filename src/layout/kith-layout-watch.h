/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stretch of work that reports progress and can be told to stop. */
#pragma once

#include "kith-layout.h"

typedef struct
{
  const KithLayoutOptions *options;
  double base; /* progress at the start of this stretch */
  double span; /* how much of the whole this stretch is */
  double told; /* the last fraction reported */
  gboolean stopped;
} KithWatch;

/* Starts the next stretch, which is @span of the whole. */
static inline void
kith_watch_stretch (KithWatch *watch, double span)
{
  watch->base += watch->span;
  watch->span = span;
}

/* Says that @part (0 to 1) of the stretch is done; FALSE: stop now. */
static inline gboolean
kith_watch_tick (KithWatch *watch, double part)
{
  const KithLayoutOptions *options = watch->options;
  double fraction = MIN (watch->base + watch->span * part, 1.0);

  if (!watch->stopped && options->cancelled != NULL)
    watch->stopped = options->cancelled (options->data);

  if (!watch->stopped && options->progress != NULL && fraction >= watch->told + 0.01)
    {
      watch->told = fraction;
      options->progress (fraction, options->data);
    }

  return !watch->stopped;
}
