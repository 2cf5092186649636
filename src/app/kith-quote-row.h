/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row for one inherited line: its words, what has become of it, and a menu that changes that. */
#pragma once

#include <adwaita.h>

#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_QUOTE_ROW (kith_quote_row_get_type ())
G_DECLARE_FINAL_TYPE (KithQuoteRow, kith_quote_row, KITH, QUOTE_ROW, AdwActionRow)

GtkWidget *kith_quote_row_new (KithViewer *viewer, const KithQuote *quote);

G_END_DECLS
