/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row that offers the kinds of events: the five usual ones first, all on request. */
#pragma once

#include <adwaita.h>

#include "kith-enum.h"

G_BEGIN_DECLS

#define KITH_TYPE_KIND_ROW (kith_kind_row_get_type ())
G_DECLARE_FINAL_TYPE (KithKindRow, kith_kind_row, KITH, KIND_ROW, AdwPreferencesRow)

KithEventKind kith_kind_row_get_kind (KithKindRow *self);
void kith_kind_row_set_kind (KithKindRow *self, KithEventKind kind);

G_END_DECLS
