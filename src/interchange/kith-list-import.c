/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-list-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-csv-values.h"
#include "kith-sectors.h"

#define NAME_CHARACTERS 500

/* What people and word processors put before each line of a list. */
static const char *
skip_bullet (const char *line)
{
  static const char *const bullets[] = { "•", "·", "–", "—", "‣", "▪", "*", "-" };
  const char *p = line;

  while (g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (p, bullets[i]))
      return p + strlen (bullets[i]);
  line = p;
  while (g_ascii_isdigit (*p))
    p++;
  return p > line && p - line <= 3 && (*p == '.' || *p == ')') && g_ascii_isspace (p[1]) ? p + 1
                                                                                         : line;
}

static KithStakeholder *
make_stakeholder (const char *name)
{
  KithStakeholder *stakeholder = kith_record_new (KITH_STAKEHOLDER, kith_id_new ());

  kith_text_set (&stakeholder->name, name);
  stakeholder->sector = kith_sector_guess (name);
  kith_text_set (&stakeholder->kind, kith_kind_guess (stakeholder->sector, name));
  return stakeholder;
}

static GHashTable *
keys_of_map (KithMap *map)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  KITH_FOR_EACH (KithStakeholder, stakeholder, map, KITH_STAKEHOLDER)
    {
      char *key = kith_value_key (stakeholder->name);

      if (key != NULL)
        g_hash_table_add (keys, key);
    }
  return keys;
}

/**
 * kith_list_to_edit:
 * @map: the map that they go into; left alone
 * @text: UTF-8, one name a line; bullets and numbers before a name, and what follows a tab, are
 *   left out
 * @added: (out) (optional): how many are new
 * @known: (out) (optional): how many were left out because their name is on the map or came before
 *
 * Returns: (transfer full): one edit; new boxes have neither size nor position. Empty if there is
 *   nobody new.
 */
KithEdit *
kith_list_to_edit (KithMap *map, const char *text, guint *added, guint *known)
{
  KithEdit *edit = kith_edit_new (_ ("Add stakeholders from a list"));
  g_autoptr (GHashTable) keys = keys_of_map (map);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_auto (GStrv) lines = g_strsplit_set (valid, "\r\n", -1);
  guint again = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *start = skip_bullet (lines[i]);
      g_autofree char *first = g_strndup (start, strcspn (start, "\t"));
      g_autofree char *tidy = kith_value_name (first);
      gboolean shortened;
      g_autofree char *name = kith_value_shorten (tidy, NAME_CHARACTERS, &shortened);
      char *key = kith_value_key (name);

      if (key != NULL && g_hash_table_add (keys, key))
        kith_edit_insert (edit, make_stakeholder (name));
      else if (key != NULL)
        again++;
    }
  if (added != NULL)
    *added = kith_edit_n_changes (edit);
  if (known != NULL)
    *known = again;
  return edit;
}
