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
/* A value by its key, in any case. */
gboolean kith_cli_choose (const KithEnum *values,
                          const char *option,
                          const char *value,
                          int *chosen,
                          GError **error);
/* kith-cli-options-page.c: what the page is. */
gboolean kith_cli_set_poster (KithCliOptions *options, const char *value, GError **error);
gboolean kith_cli_set_tile (KithCliOptions *options, const char *value, GError **error);
gboolean kith_cli_set_lens (KithCliOptions *options, const char *value, GError **error);
gboolean kith_cli_set_question (KithCliOptions *options, const char *value, GError **error);
gboolean kith_cli_set_marks (KithCliOptions *options, const char *value, GError **error);
gboolean kith_cli_set_size (KithCliOptions *options, const char *value, GError **error);
gboolean kith_cli_set_marking (KithCliOptions *options, const char *value, GError **error);
gboolean kith_cli_set_scenes (KithCliOptions *options, const char *value, GError **error);
gboolean kith_cli_set_report (KithCliOptions *options, const char *value, GError **error);
gboolean kith_cli_set_then (KithCliOptions *options, const char *value, GError **error);
gboolean kith_cli_set_then_file (KithCliOptions *options, const char *value, GError **error);
gboolean kith_cli_set_board (KithCliOptions *options, const char *value, GError **error);
gboolean kith_cli_set_sentence (KithCliOptions *options, const char *value, GError **error);
gboolean kith_cli_set_names_replaced (KithCliOptions *options, const char *value, GError **error);
/* kith-cli-options-play.c: the years one after another. */
gboolean kith_cli_set_play (KithCliOptions *options, const char *value, GError **error);
gboolean kith_cli_set_frames (KithCliOptions *options, const char *value, GError **error);
gboolean kith_cli_set_steps (KithCliOptions *options, const char *value, GError **error);
gboolean kith_cli_set_seconds (KithCliOptions *options, const char *value, GError **error);
gboolean kith_cli_check_play (KithCliOptions *options, GError **error);
/* All of them together, once each has been taken. */
gboolean kith_cli_options_check (KithCliOptions *options, GError **error);

G_END_DECLS
