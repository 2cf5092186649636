/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How something was asked for that makes no sense. */
#include "kith-cli-options.h"

G_DEFINE_QUARK (kith - usage - error - quark, kith_usage_error)

gboolean
kith_usage_fail (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (KITH_USAGE_ERROR, 0, format, arguments);
  va_end (arguments);
  return FALSE;
}
