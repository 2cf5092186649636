/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options that only make sense, or do not, beside one another. */
#include "kith-cli-options-private.h"

#include <glib/gi18n-lib.h>

gboolean
kith_cli_set_number (const char *option,
                     const char *value,
                     guint least,
                     guint most,
                     guint *number,
                     GError **error)
{
  guint64 read = 0;

  if (!g_ascii_string_to_unsigned (value, 10, least, most, &read, NULL))
    return kith_usage_fail (error, _ ("%s cannot be “%s”. Give a number from %u to %u."), option,
                            value, least, most);
  *number = (guint) read;
  return TRUE;
}

static gboolean
check_poster (const KithCliOptions *options, GError **error)
{
  const KithExport *export = &options->export;

  if (export->tiled
      && (export->paper == export->tile || export->paper == KITH_PAPER_LETTER
          || (export->tile != KITH_PAPER_LETTER && export->tile > export->paper)))
    return kith_usage_fail (error,
                            _ ("The sheets of --tile have to be smaller than the poster. Say "
                               "how large that is: --poster a1."));
  if (export->report
      && (options->play || export->tiled || export->paper != KITH_PAPER_A4
          || export->orientation != KITH_ORIENTATION_AUTO))
    return kith_usage_fail (error,
                            _ ("--report is on A4 upright; --play and --tile do not go with it."));
  if (options->play && export->tiled)
    return kith_usage_fail (error, _ ("--tile does not go with --play."));
  return TRUE;
}

/* Scenes say themselves how the map is looked at. */
static gboolean
check_scenes (const KithCliOptions *options, GError **error)
{
  const KithExport *export = &options->export;

  if (!export->scenes)
    return TRUE;
  if (options->play || export->tiled || export->report || export->anonymous)
    return kith_usage_fail (error,
                            _ ("--play, --tile, --report and --names-replaced do not go with "
                               "--scenes."));
  if (options->as_at != 0 || options->lens != KITH_LENS_TRUST || options->through != NULL
      || options->since != 0 || options->filter != NULL || options->focus != NULL || options->lines
      || options->flags != 0 || options->question != NULL || options->ended)
    return kith_usage_fail (error, _ ("--scenes shows what the scenes say: lens, filter, date and "
                                      "the like do not go with it."));
  return TRUE;
}

/* Pages of their own kind. */
static gboolean
check_leaves (const KithCliOptions *options, GError **error)
{
  const KithExport *export = &options->export;

  if (options->n_sentences > 0 && !export->board)
    return kith_usage_fail (error, _ ("--sentence goes with --board."));
  if (!export->then_and_now && !export->board)
    return TRUE;
  if (export->then_and_now && export->board)
    return kith_usage_fail (error,
                            _ ("--then and --board are two kinds of page. Give only one of the "
                               "two."));
  if (options->play || export->tiled || export->report || export->scenes)
    return kith_usage_fail (error,
                            _ ("--play, --tile, --report and --scenes do not go with --then or "
                               "--board."));
  if (export->then != 0 && options->then_file != NULL)
    return kith_usage_fail (error,
                            _ ("--then shows another day, --then-file another map. Give only one "
                               "of the two."));
  if (export->then_and_now && options->lens == KITH_LENS_CHANGE)
    return kith_usage_fail (error,
                            _ ("--then shows both days beside one another, --lens change what "
                               "changed in one map. Give only one of the two."));
  if (export->then != 0 && options->ended)
    return kith_usage_fail (error,
                            _ ("--then shows each day as it was; --ended does not go with it."));
  if (options->then_file != NULL && export->anonymous)
    return kith_usage_fail (error, _ ("--names-replaced does not go with --then-file."));
  return TRUE;
}

gboolean
kith_cli_options_check (KithCliOptions *options, GError **error)
{
  return kith_cli_check_play (options, error) && check_poster (options, error)
         && check_scenes (options, error) && check_leaves (options, error);
}
