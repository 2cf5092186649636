/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Maps read from and written to files of any format that Kith knows, for the command line. */
#pragma once

#include "kith-cli-options.h"
#include "kith-filter.h"
#include "kith-map.h"

G_BEGIN_DECLS

KithMap *kith_cli_read (char *const *names, guint n, const KithFormat *from, GError **error);
KithMap *kith_cli_read_one (const char *name, const KithFormat *from, GError **error);
gboolean kith_cli_write (KithMap *map,
                         const char *name,
                         const KithCliOptions *options,
                         GError **error);
const KithFormat *kith_cli_output_format (const char *name,
                                          const KithCliOptions *options,
                                          GError **error);

/* All bytes of a file or of standard input, at most as many as a document may have. */
GBytes *kith_cli_read_bytes (const char *name, GError **error);
gboolean kith_cli_write_bytes (const char *name, GBytes *bytes, GError **error);
const KithFormat *kith_cli_input_format (const char *name,
                                         const KithFormat *from,
                                         GBytes *bytes,
                                         GError **error);
gboolean kith_cli_put_title (KithMap *map, const char *title, GError **error);
/* The stakeholders that an audience may know by this name, exactly or in another case: refused with
 * those there are where there is none (transfer full) (of KithId). */
GArray *kith_cli_find_name (KithMap *map, const char *name, GError **error);
/* The round of that title, in whatever case; leaves `round` alone where title is NULL. */
gboolean kith_cli_find_round (KithMap *map, const char *title, KithId *round, GError **error);
/* kith-cli-write.c: what pictures and plays share */
gboolean kith_cli_read_lens (KithMap *map,
                             const KithCliOptions *options,
                             KithView *view,
                             GError **error);
void kith_cli_say_obvious (KithMap *map, KithAudience audience);
gboolean kith_cli_check_page (const KithExport *export, GError **error);
/* kith-cli-play.c: as numbered pictures, as pages or as a film. */
gboolean kith_cli_write_play (KithMap *map,
                              const char *name,
                              const KithFormat *format,
                              KithAudience audience,
                              const KithCliOptions *options,
                              GError **error);
gboolean kith_cli_read_filter (KithMap *map,
                               KithAudience audience,
                               const KithCliOptions *options,
                               KithFilter **filter,
                               GError **error);

/* Of what an audience may see, that as at the day that was asked for; without one as it is now, and
 * says on standard error how much is left out of that (transfer full). */
KithMap *kith_cli_map_of_day (KithMap *seen, const KithCliOptions *options);
void kith_cli_say_not_now (KithMap *seen);

G_END_DECLS
