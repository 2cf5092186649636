/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a stakeholder answers to a question, as a row of its page; pressing it leads to the question. */
#pragma once

#include <adwaita.h>

#include "kith-viewer.h"

G_BEGIN_DECLS

GtkWidget *kith_answer_row_new (KithViewer *viewer, const KithAnswer *answer);
/* Leads to where the first question that it has not answered is answered; where nothing is asked, to
 * where that is done. */
void kith_answer_row_ask (GtkWidget *parent, KithViewer *viewer, KithId stakeholder);

G_END_DECLS
