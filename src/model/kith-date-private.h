/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What writing a date in words and reading one share: the words themselves. */
#pragma once

#include <glib.h>
#include <glib/gi18n-lib.h>

G_BEGIN_DECLS

/* Translators: %d is a year. What is written here is also what people may type. */
#define KITH_WORDS_ABOUT N_ ("about %d")
#define KITH_WORDS_DECADE N_ ("the %ds")
#define KITH_WORDS_BEFORE N_ ("before %d")
#define KITH_WORDS_AFTER N_ ("after %d")
#define KITH_WORDS_ABOUT_SHORT N_ ("c. %d")
#define KITH_WORDS_DECADE_SHORT N_ ("%ds")

char *kith_date_month_name (int month, const char *format);

G_END_DECLS
