/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Help: the About window and the first five minutes. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void kith_help_show_about (GtkWindow *parent);
void kith_help_show_first_minutes (GtkWindow *parent);

G_END_DECLS
