/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options that only make sense, or do not, beside one another. */
#include "kith-cli-options-private.h"

#include <glib/gi18n-lib.h>

#include "kith-play.h"

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
check_steps (KithCliOptions *options, GError **error)
{
  if (options->steps == NULL)
    return TRUE;
  if (options->play && options->focus != NULL)
    return kith_usage_fail (error,
                            _ ("With both --play and --focus, --steps could mean either. Say "
                               "--frames for the pictures of the play and --reach for how "
                               "far the focus reaches."));
  if (!options->play && options->focus == NULL)
    return kith_usage_fail (error, _ ("--steps goes with --play or with --focus NAME."));
  if (options->play ? options->frames != 0 : options->reach != 0)
    return kith_usage_fail (error, _ ("--steps and %s say the same. Give only one of the two."),
                            options->play ? "--frames" : "--reach");
  return options->play ? kith_cli_set_number ("--steps", options->steps, 2, KITH_MOST_FRAMES,
                                              &options->frames, error)
                       : kith_cli_set_number ("--steps", options->steps, 1, KITH_MOST_STEPS,
                                              &options->reach, error);
}

static gboolean
check_play (const KithCliOptions *options, GError **error)
{
  if (options->play && options->as_at != 0)
    return kith_usage_fail (error, _ ("--play shows all the dates, --as-at one of them. Give only "
                                      "one of the two."));
  if (options->play && options->ended)
    return kith_usage_fail (error, _ ("--play shows every date as it was; --ended does not go with "
                                      "it."));
  if (options->around != NULL && options->as != KITH_ARRANGEMENT_AROUND)
    return kith_usage_fail (error, _ ("--around NAME goes with --as around only."));
  if (options->frames != 0 && !options->play)
    return kith_usage_fail (error, _ ("--frames goes with --play."));
  if (options->reach != 0 && options->focus == NULL)
    return kith_usage_fail (error, _ ("--reach goes with --focus NAME."));
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
  if (options->play && (export->tiled || export->anonymous))
    return kith_usage_fail (error, _ ("--tile and --names-replaced do not go with --play."));
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
  return check_steps (options, error) && check_play (options, error)
         && check_poster (options, error) && check_scenes (options, error)
         && check_leaves (options, error);
}
