/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options of the page: posters, pixels, markings. */
#include "kith-cli-options-private.h"

#include <glib/gi18n-lib.h>

#define MOST_MARKING 80 /* characters */
#define MOST_PIXELS 32000

gboolean
kith_cli_set_poster (KithCliOptions *options, const char *value, GError **error)
{
  int chosen;

  if (!kith_cli_choose (&kith_papers, "--poster", value, &chosen, error))
    return FALSE;
  if (chosen < KITH_PAPER_A2 || chosen > KITH_PAPER_A0)
    return kith_usage_fail (error,
                            _ ("A poster is a2, a1 or a0. For smaller paper there is --paper."));
  options->export.paper = (KithPaper) chosen;
  return TRUE;
}

gboolean
kith_cli_set_tile (KithCliOptions *options, const char *value, GError **error)
{
  int chosen;

  if (!kith_cli_choose (&kith_papers, "--tile", value, &chosen, error))
    return FALSE;
  options->export.tiled = TRUE;
  options->export.tile = (KithPaper) chosen;
  return TRUE;
}

/* "1920x1080" */
gboolean
kith_cli_set_size (KithCliOptions *options, const char *value, GError **error)
{
  g_auto (GStrv) parts = g_regex_split_simple ("[xX×]", value, 0, 0);
  guint64 sides[2] = { 0, 0 };

  for (guint i = 0; i < 2 && g_strv_length (parts) == 2; i++)
    g_ascii_string_to_unsigned (parts[i], 10, 100, MOST_PIXELS, &sides[i], NULL);
  if (sides[0] == 0 || sides[1] == 0)
    return kith_usage_fail (error,
                            _ ("--size cannot be “%s”. Give width and height in pixels, such as "
                               "1920x1080; each from 100 to 32000."),
                            value);
  options->export.width = (int) sides[0];
  options->export.height = (int) sides[1];
  return TRUE;
}

gboolean
kith_cli_set_marking (KithCliOptions *options, const char *value, GError **error)
{
  if (!g_utf8_validate (value, -1, NULL) || g_utf8_strlen (value, -1) > MOST_MARKING)
    return kith_usage_fail (error, _ ("A marking is a line of text of at most 80 characters."));
  g_free (options->marking);
  options->marking = g_strdup (value);
  return TRUE;
}

gboolean
kith_cli_set_names_replaced (KithCliOptions *options, const char *value, GError **error)
{
  options->export.anonymous = TRUE;
  return TRUE;
}

gboolean
kith_cli_set_report (KithCliOptions *options, const char *value, GError **error)
{
  options->export.report = TRUE;
  return TRUE;
}

gboolean
kith_cli_set_scenes (KithCliOptions *options, const char *value, GError **error)
{
  options->export.scenes = TRUE;
  return TRUE;
}
