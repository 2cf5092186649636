/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog of a stakeholder's lifetime: merging, splitting, another name from a date on, closing.
 * Says beneath what will be done, or why it cannot be. */
#pragma once

#include "kith-canvas.h"
#include "kith-dialog.h"

G_BEGIN_DECLS

#define KITH_TYPE_SUCCESSION_DIALOG (kith_succession_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KithSuccessionDialog,
                      kith_succession_dialog,
                      KITH,
                      SUCCESSION_DIALOG,
                      KithDialog)

typedef enum
{
  KITH_TASK_MERGE, /* two or more */
  KITH_TASK_SPLIT,
  KITH_TASK_RENAME,
  KITH_TASK_CLOSE,
} KithSuccessionTask;

/* `ids` (transfer full): of KithId, stakeholders. */
void kith_succession_dialog_open (KithCanvas *canvas,
                                  KithViewer *viewer,
                                  KithSuccessionTask task,
                                  GArray *ids);

G_END_DECLS
