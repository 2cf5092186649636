/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What making a date, writing it in words and reading one share. */
#pragma once

#include <glib/gi18n-lib.h>

#include "kith-date.h"

G_BEGIN_DECLS

/* Years on either side of "about 1995". */
#define KITH_DATE_ABOUT_YEARS 2

/* Translators: %d is a year. What is written here is also what people may type. */
#define KITH_WORDS_ABOUT N_ ("about %d")
#define KITH_WORDS_DECADE N_ ("the %ds")
#define KITH_WORDS_BEFORE N_ ("before %d")
#define KITH_WORDS_AFTER N_ ("after %d")
#define KITH_WORDS_ABOUT_SHORT N_ ("c. %d")
#define KITH_WORDS_DECADE_SHORT N_ ("%ds")

void kith_date_parts (const KithDate *date, int *year, int *month, int *day);
char *kith_date_month_name (int month, const char *format);

G_END_DECLS
