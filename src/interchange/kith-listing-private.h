/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of listings share; for no other. */
#pragma once

#include <string.h>

/* A choice that is a record: no text that somebody types begins like this. */
#define KITH_LIST_ID_PREFIX "\x1f#"
