/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Free places: where a new box of some size can stand without covering another. Knows figures,
 * not how the box comes to be. */
#pragma once

#include "kith-figures.h"

G_BEGIN_DECLS

KithPoint kith_free_place_by_hand (const KithFigures *figures,
                                   KithPoint at,
                                   double width,
                                   double height,
                                   gboolean (*may) (const KithPoint *place, gpointer data),
                                   gpointer data);
KithPoint kith_free_place_near (const KithFigures *figures,
                                KithPoint near,
                                double width,
                                double height);
KithPoint kith_free_place_beside (const KithFigures *figures,
                                  KithId from,
                                  double width,
                                  double height,
                                  const KithRect *visible);

G_END_DECLS
