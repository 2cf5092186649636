/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the options share; nobody else includes this. */
#pragma once

#include "kith-cli-options.h"

G_BEGIN_DECLS

/* A number that an option takes, from least to most. */
gboolean kith_cli_set_number (const char *option,
                              const char *value,
                              guint least,
                              guint most,
                              guint *number,
                              GError **error);
/* All of them together, once each has been taken. */
gboolean kith_cli_options_check (KithCliOptions *options, GError **error);

G_END_DECLS
