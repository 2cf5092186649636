/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options of what a picture makes visible: the lens with its question, and flags. */
#include "kith-cli-options-private.h"

#include <glib/gi18n-lib.h>

gboolean
kith_cli_set_lens (KithCliOptions *options, const char *value, GError **error)
{
  g_autoptr (GString) known = NULL;
  int lens;

  if (kith_enum_from_key (&kith_lenses, value, &lens))
    {
      options->lens = (KithLens) lens;
      return TRUE;
    }
  known = g_string_new (NULL);
  for (guint i = 0; i < kith_lenses.n_values; i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", kith_lenses.values[i].key);
  return kith_usage_fail (error, _ ("There is no lens “%s”. There is: %s."), value, known->str);
}

gboolean
kith_cli_set_question (KithCliOptions *options, const char *value, GError **error)
{
  g_free (options->question);
  options->question = g_strdup (value);
  return TRUE;
}

gboolean
kith_cli_set_marks (KithCliOptions *options, const char *value, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (value, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *part = g_strstrip (parts[i]);

      if (g_ascii_strcasecmp (part, "signs") == 0)
        options->flags |= KITH_FLAG_SIGNS;
      else if (g_ascii_strcasecmp (part, "plan") == 0)
        options->flags |= KITH_FLAG_PLAN;
      else
        return kith_usage_fail (error, _ ("There are no marks “%s”. There is: signs, plan."), part);
    }
  return TRUE;
}
