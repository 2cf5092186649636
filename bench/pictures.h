/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of maps beside those that Graphviz makes of the same boxes and lines. */
#pragma once

#include "kith-export.h"
#include "kith-map.h"

char *bench_write_dot (KithMap *map, const char *folder);
double bench_time_export (KithMap *map, KithPictureFormat format);
void bench_paper (void);
