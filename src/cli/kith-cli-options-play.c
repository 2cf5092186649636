/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options of plays: the years one after another, as pictures, pages or a film. */
#include "kith-cli-options-private.h"

#include <glib/gi18n-lib.h>

#include "kith-play.h"

gboolean
kith_cli_set_play (KithCliOptions *options, const char *value, GError **error)
{
  options->play = TRUE;
  return TRUE;
}

gboolean
kith_cli_set_frames (KithCliOptions *options, const char *value, GError **error)
{
  return kith_cli_set_number ("--frames", value, 2, KITH_MOST_FRAMES, &options->frames, error);
}

/* Short for --frames of a play and for --reach of a focus; where both are asked for it would be a
 * guess. */
gboolean
kith_cli_set_steps (KithCliOptions *options, const char *value, GError **error)
{
  g_free (options->steps);
  options->steps = g_strdup (value);
  return TRUE;
}

gboolean
kith_cli_set_seconds (KithCliOptions *options, const char *value, GError **error)
{
  return kith_cli_set_number ("--seconds", value, KITH_LEAST_SECONDS, KITH_MOST_SECONDS,
                              &options->seconds, error);
}

static gboolean
is_film (const KithCliOptions *options)
{
  const char *last = options->files->len > 0 ? options->files->pdata[options->files->len - 1] : "";
  const KithFormat *format = kith_format_from_file (last);

  return format != NULL && kith_format_is_film (format);
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
check_days (const KithCliOptions *options, GError **error)
{
  if (options->play && options->as_at != 0)
    return kith_usage_fail (error, _ ("--play shows all the dates, --as-at one of them. Give only "
                                      "one of the two."));
  if (options->play && options->ended)
    return kith_usage_fail (error, _ ("--play shows every date as it was; --ended does not go with "
                                      "it."));
  if (options->around != NULL && options->as != KITH_ARRANGEMENT_AROUND)
    return kith_usage_fail (error, _ ("--around NAME goes with --as around only."));
  if (options->seconds != 0 && !is_film (options))
    return kith_usage_fail (error, _ ("--seconds is for films: .mp4 and .webm."));
  if (options->frames != 0 && is_film (options))
    return kith_usage_fail (error,
                            _ ("How many pictures a film has follows from how long it is: say "
                               "--seconds in place of --frames."));
  if (options->frames != 0 && !options->play)
    return kith_usage_fail (error, _ ("--frames goes with --play."));
  if (options->reach != 0 && options->focus == NULL)
    return kith_usage_fail (error, _ ("--reach goes with --focus NAME."));
  return TRUE;
}

gboolean
kith_cli_check_play (KithCliOptions *options, GError **error)
{
  options->play = options->play || is_film (options);
  return check_steps (options, error) && check_days (options, error);
}
