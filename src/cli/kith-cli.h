/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line: `kith convert`, `arrange`, `check` and `show`. Needs no display and knows no
 * widget. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int kith_cli_main (int argc, char **argv, gboolean *handled);

G_END_DECLS
