/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A menu of principles that a shared space may go by, for its page: the one that is chosen becomes a
 * line of them. */
#pragma once

#include "kith-page.h"

G_BEGIN_DECLS

/* `button`: a GtkMenuButton on the page of a shared space. */
void kith_space_principles_offer (GtkWidget *button, KithPage *page);

G_END_DECLS
