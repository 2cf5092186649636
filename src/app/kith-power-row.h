/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row in which power or interest is chosen. */
#pragma once

#include <adwaita.h>

#include "kith-viewer.h"

G_BEGIN_DECLS

void kith_power_row_fill (AdwComboRow *row,
                          KithViewer *viewer,
                          const char *field,
                          const char *first);

G_END_DECLS
