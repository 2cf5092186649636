/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-cli-verbs.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-cli-files.h"
#include "kith-handout.h"
#include "kith-ratings-csv.h"

static gboolean
is_called (const char *one, const char *wanted)
{
  g_autofree char *a = g_utf8_casefold (one, -1);
  g_autofree char *b = g_utf8_casefold (wanted, -1);

  return strcmp (a, b) == 0;
}

static KithId
find_who (KithMap *map, const char *name, GError **error)
{
  KITH_FOR_EACH (KithStakeholder, one, map, KITH_STAKEHOLDER)
    if (is_called (one->name, name) || is_called (one->short_name, name))
      return one->record.id;
  kith_usage_fail (error,
                   _ ("Nobody on the map is called “%s”, or this audience may not see them."),
                   name);
  return 0;
}

gboolean
kith_cli_find_round (KithMap *map, const char *title, KithId *round, GError **error)
{
  if (title == NULL)
    return TRUE;
  KITH_FOR_EACH (KithRound, one, map, KITH_ROUND)
    if (is_called (one->title, title))
      {
        *round = one->record.id;
        return TRUE;
      }
  return kith_usage_fail (error, _ ("There is no round called “%s” on the map."), title);
}

/* With a round its sheet, without one the organisation's page. */
static GBytes *
make_pdf (KithMap *map, const KithRoundSheet *sheet, KithAudience audience, GError **error)
{
  g_autoptr (KithHandout) handout = sheet->round != 0 || sheet->blank
                                        ? kith_handout_new_sheet (map, sheet)
                                        : kith_handout_new_page (map, sheet->stakeholder, audience);

  return kith_handout_to_pdf (handout, error);
}

/**
 * kith_cli_sheet:
 * @options: IN, OUT, --for, and perhaps --round, --blank and an audience (Partners)
 * @error: what is wrong
 *
 * Writes what an organisation is handed.
 */
gboolean
kith_cli_sheet (const KithCliOptions *options, GError **error)
{
  KithAudience audience = options->audience_set ? options->audience : KITH_PARTNERS;
  KithRoundSheet sheet = { .blank = options->blank, .all_three = options->all_three };
  const char *out = options->files->len == 2 ? options->files->pdata[1] : "";
  g_autoptr (KithMap) map = NULL;
  g_autoptr (KithMap) shown = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (options->files->len != 2 || options->who == NULL)
    return kith_usage_fail (error, _ ("Say whose sheet to write where: kith sheet IN OUT.pdf --for "
                                      "NAME."));
  if (!g_str_has_suffix (out, ".pdf") && !g_str_has_suffix (out, ".csv"))
    return kith_usage_fail (error, _ ("A sheet is a .pdf or a .csv."));
  map = kith_cli_read_one (options->files->pdata[0], options->from, error);
  if (map == NULL)
    return FALSE;
  shown = kith_map_to_show (map, audience);
  sheet.stakeholder = find_who (shown, options->who, error);
  if (sheet.stakeholder == 0 || !kith_cli_find_round (map, options->round, &sheet.round, error))
    return FALSE;
  bytes = g_str_has_suffix (out, ".pdf") ? make_pdf (shown, &sheet, audience, error)
                                         : kith_ratings_csv_write (shown, &sheet);
  return bytes != NULL && kith_cli_write_bytes (out, bytes, error);
}
