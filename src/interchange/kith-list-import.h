/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pasted list, one name a line, as new stakeholders. Knows no tables and no dialog. */
#pragma once

#include "kith-edit.h"
#include "kith-map.h"

G_BEGIN_DECLS

KithEdit *kith_list_to_edit (KithMap *map, const char *text, guint *added, guint *known);

G_END_DECLS
