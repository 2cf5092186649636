/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A coder at work: a child process that is handed pictures on another thread. Knows no maps. */
#pragma once

#include <cairo.h>

#include "kith-coder.h"

G_BEGIN_DECLS

typedef struct _KithCoderWork KithCoderWork;

/* Called again and again while it is waited for the coder; may run the main loop. */
typedef void (*KithCoderWait) (gpointer data);

/* Begins: what comes goes into the file `name` in `folder`, which is there. */
KithCoderWork *kith_coder_work_new (const KithCoder *coder,
                                    const char *folder,
                                    const char *name,
                                    int width,
                                    int height,
                                    guint rate,
                                    GError **error);
/* Stops the child where it is still at work, and waits for its end. */
void kith_coder_work_free (KithCoderWork *self);
void kith_coder_work_set_wait (KithCoderWork *self,
                               KithCoderWait wait,
                               gpointer data,
                               GCancellable *cancellable);
/* One picture of the size that was said, so many times in a row; returns as soon as it is in the
 * queue. FALSE: the child has failed, or it was cancelled. */
gboolean kith_coder_work_put (KithCoderWork *self,
                              cairo_surface_t *picture,
                              guint times,
                              GError **error);
/* There are no more; waits for the child and says how it ended. */
gboolean kith_coder_work_finish (KithCoderWork *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithCoderWork, kith_coder_work_free)

G_END_DECLS
