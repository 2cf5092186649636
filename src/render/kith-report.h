/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map as a report on A4: what it is and for whom, the map, a page for each scene, and registers of
 * stakeholders, links with both ends' ratings and history, and shared spaces, then chapters of what is
 * understood (kith-chapters.h). Main thread. */
#pragma once

#include "kith-handout.h"
#include "kith-view.h"

G_BEGIN_DECLS

typedef struct
{
  const char *title;   /* or NULL: the map's own */
  const char *marking; /* a protective one for each page, or NULL */
} KithReportWords;

KithHandout *kith_report_new (KithMap *map, const KithView *view, const KithReportWords *words);

GBytes *kith_report_to_pdf (KithMap *map, const KithView *view, const KithReportWords *words);

G_END_DECLS
