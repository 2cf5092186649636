/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const KithFormat formats[] = {
  { KITH_FORMAT_KITH, "kith", "", N_ ("Kith map"), TRUE, TRUE, TRUE, FALSE, KITH_TEAM },
  { KITH_FORMAT_JSON, "json", "", N_ ("JSON"), TRUE, TRUE, TRUE, FALSE, KITH_TEAM },
  { KITH_FORMAT_CSV, "csv", "tsv txt", N_ ("Tables (CSV)"), TRUE, TRUE, FALSE, FALSE,
    KITH_PARTNERS },
  { KITH_FORMAT_PNG, "png", "", N_ ("PNG picture"), FALSE, TRUE, TRUE, TRUE, KITH_PARTNERS },
  { KITH_FORMAT_PDF, "pdf", "", N_ ("PDF page"), FALSE, TRUE, TRUE, TRUE, KITH_PARTNERS },
  { KITH_FORMAT_SVG, "svg", "", N_ ("SVG drawing"), FALSE, TRUE, TRUE, TRUE, KITH_PARTNERS },
  { KITH_FORMAT_HTML, "html", "htm", N_ ("HTML page"), FALSE, TRUE, TRUE, TRUE, KITH_PARTNERS },
  { KITH_FORMAT_MP4, "mp4", "", N_ ("MP4 video"), FALSE, TRUE, FALSE, TRUE, KITH_PARTNERS },
  { KITH_FORMAT_WEBM, "webm", "", N_ ("WebM video"), FALSE, TRUE, FALSE, TRUE, KITH_PARTNERS },
};

static gboolean
has_ending (const KithFormat *format, const char *ending)
{
  g_auto (GStrv) others = g_strsplit (format->others, " ", -1);

  if (g_ascii_strcasecmp (format->ending, ending) == 0)
    return TRUE;
  for (guint i = 0; others[i] != NULL; i++)
    if (g_ascii_strcasecmp (others[i], ending) == 0)
      return TRUE;
  return FALSE;
}

/**
 * kith_format_from_ending:
 * @ending: "csv", without the dot, in any case
 *
 * Returns: (transfer none) (nullable): the format
 */
const KithFormat *
kith_format_from_ending (const char *ending)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (*ending != '\0' && has_ending (&formats[i], ending))
      return &formats[i];
  return NULL;
}

/**
 * kith_format_from_file:
 * @name: a path or the name of a file
 *
 * Returns: (transfer none) (nullable): the format that the ending stands for
 */
const KithFormat *
kith_format_from_file (const char *name)
{
  g_autofree char *base = g_path_get_basename (name);
  const char *dot = strrchr (base, '.');

  return dot == NULL ? NULL : kith_format_from_ending (dot + 1);
}

guint
kith_n_formats (void)
{
  return G_N_ELEMENTS (formats);
}

const KithFormat *
kith_format_nth (guint i)
{
  return i < G_N_ELEMENTS (formats) ? &formats[i] : NULL;
}

gboolean
kith_format_is_film (const KithFormat *format)
{
  return format->id == KITH_FORMAT_MP4 || format->id == KITH_FORMAT_WEBM;
}

/**
 * kith_format_list:
 * @writing: those that can be written, else those that can be read
 *
 * Returns: (transfer full): ".kith .json .csv", for messages and help
 */
char *
kith_format_list (gboolean writing)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (writing ? formats[i].writes : formats[i].reads)
      g_string_append_printf (list, "%s.%s", list->len > 0 ? " " : "", formats[i].ending);
  return g_string_free (list, FALSE);
}
