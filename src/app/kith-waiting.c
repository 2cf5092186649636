/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-waiting.h"

/* Few: the audiences times what can wait. */
static char *
key_for (const char *what, KithAudience audience)
{
  return g_strdup_printf ("kith-waiting-%s-%s", what,
                          kith_enum_key (&kith_audiences, (int) audience));
}

/**
 * kith_waiting_put:
 * @window: a window with a map
 * @what: for what it was typed, such as "import"
 * @audience: for whom the window was then
 * @text: (nullable): what was typed
 */
void
kith_waiting_put (KithWindow *window, const char *what, KithAudience audience, const char *text)
{
  g_autofree char *key = key_for (what, audience);
  char *kept = text != NULL && *text != '\0' ? g_strdup (text) : NULL;

  g_object_set_data_full (G_OBJECT (window), key, kept, g_free);
}

/**
 * kith_waiting_get:
 * @window: a window with a map
 * @what: for what it was typed
 *
 * Returns: (transfer none) (nullable): what waits for the window's audience
 */
const char *
kith_waiting_get (KithWindow *window, const char *what)
{
  g_autofree char *key = key_for (what, kith_window_get_audience (window));

  return g_object_get_data (G_OBJECT (window), key);
}
