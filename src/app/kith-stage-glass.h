/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lies over a stage: a spotlight that darkens all but what is round the pointer, or a large
 * mark where it points. Only drawn; takes nothing. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KITH_TYPE_STAGE_GLASS (kith_stage_glass_get_type ())
G_DECLARE_FINAL_TYPE (KithStageGlass, kith_stage_glass, KITH, STAGE_GLASS, GtkWidget)

typedef enum
{
  KITH_GLASS_CLEAR,
  KITH_GLASS_SPOTLIGHT,
  KITH_GLASS_POINTER,
} KithGlass;

GtkWidget *kith_stage_glass_new (void);
void kith_stage_glass_set (KithStageGlass *self, KithGlass glass);
KithGlass kith_stage_glass_get (KithStageGlass *self);
void kith_stage_glass_point (KithStageGlass *self, double x, double y); /* pixels */

G_END_DECLS
