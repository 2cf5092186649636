/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options of the page: posters, pixels, markings. */
#include "kith-cli-options-private.h"

#include <glib/gi18n-lib.h>

#include "kith-as-at.h"

#define MOST_MARKING 80 /* characters */
#define MOST_PIXELS 32000
#define MOST_SENTENCE 400 /* characters */

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

gboolean
kith_cli_set_then (KithCliOptions *options, const char *value, GError **error)
{
  KithDate date = KITH_DATE_INIT;
  g_autoptr (GError) reason = NULL;

  if (!kith_date_parse (value, &date, &reason))
    return kith_usage_fail (error, "%s", reason->message);
  if (!kith_date_is_set (&date))
    return kith_usage_fail (error, _ ("--then needs a date, such as “March 2009” or 2009."));
  options->export.then_and_now = TRUE;
  options->export.then = kith_date_as_at (&date, kith_date_today ().first);
  return TRUE;
}

gboolean
kith_cli_set_then_file (KithCliOptions *options, const char *value, GError **error)
{
  g_free (options->then_file);
  options->then_file = g_strdup (value);
  options->export.then_and_now = TRUE;
  return TRUE;
}

gboolean
kith_cli_set_board (KithCliOptions *options, const char *value, GError **error)
{
  options->export.board = TRUE;
  return TRUE;
}

/* "" leaves one out. */
gboolean
kith_cli_set_sentence (KithCliOptions *options, const char *value, GError **error)
{
  if (!g_utf8_validate (value, -1, NULL) || g_utf8_strlen (value, -1) > MOST_SENTENCE)
    return kith_usage_fail (error, _ ("A sentence is a text of at most 400 characters."));
  if (options->n_sentences == KITH_BOARD_SENTENCES)
    return kith_usage_fail (error, _ ("A page for the board has three sentences: --sentence can be "
                                      "given three times."));
  options->sentences[options->n_sentences] = g_strdup (value);
  options->export.sentences[options->n_sentences] = options->sentences[options->n_sentences];
  options->n_sentences++;
  return TRUE;
}
