/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-name-list.h"

#include <glib/gi18n.h>
#include <string.h>

#include "kith-arrange.h"
#include "kith-text.h"

#define NAME_MAX_CHARACTERS 500

/* "• Police", "- Police", "* Police", "3. Police", "3) Police" → "Police" */
static const char *
skip_bullet (const char *line)
{
  static const char *const bullets[] = { "•", "‣", "▪", "◦", "–", "-", "*", "·" };
  const char *digits = line;

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (line, bullets[i]) && g_ascii_isspace (line[strlen (bullets[i])]))
      return line + strlen (bullets[i]);

  while (g_ascii_isdigit (*digits))
    digits++;
  if (digits > line && (*digits == '.' || *digits == ')') && g_ascii_isspace (digits[1]))
    return digits + 1;

  return line;
}

/* Of cells that come with the line from a spreadsheet, the first. */
static char *
clean_line (const char *line)
{
  g_autofree char *cell = g_strndup (line, strcspn (line, "\t"));
  g_autofree char *valid = g_utf8_make_valid (g_strstrip (cell), -1);
  char *name = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), NAME_MAX_CHARACTERS));
  g_autofree char *whole = name;

  return g_strstrip (g_strdup (skip_bullet (whole)));
}

GPtrArray *
kith_name_list_parse (const char *text)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (text != NULL, names);

  lines = g_strsplit_set (text, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL && names->len < KITH_NAME_LIST_MAX; i++)
    {
      g_autofree char *name = clean_line (lines[i]);

      if (*name != '\0' && g_hash_table_add (seen, g_utf8_casefold (name, -1)))
        g_ptr_array_add (names, g_steal_pointer (&name));
    }

  return names;
}

char *
kith_name_list_to_words (const GPtrArray *names)
{
  g_autoptr (KithMap) map = kith_map_new_empty ();
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint counts[KITH_N_SECTORS + 1] = { 0 };
  g_autofree char *total = NULL;
  g_autofree char *list = NULL;

  if (names->len == 0)
    return g_strdup ("");

  for (guint i = 0; i < names->len; i++)
    counts[kith_sector_guess (g_ptr_array_index (names, i))]++;
  for (guint sector = 1; sector <= KITH_N_SECTORS; sector++)
    if (counts[sector] > 0)
      /* Translators: a count and a sector: "3 Local government" */
      g_ptr_array_add (parts, g_strdup_printf (_ ("%u %s"), counts[sector],
                                               kith_sector_name (map, sector)));
  g_ptr_array_add (parts, NULL);

  total = g_strdup_printf (ngettext ("%u stakeholder", "%u stakeholders", names->len), names->len);
  list = g_strjoinv (" · ", (char **) parts->pdata);
  return g_strdup_printf ("%s: %s", total, list);
}

static KithStakeholder *
make_stakeholder (const char *name, KithId sector)
{
  KithStakeholder *made = kith_record_new (KITH_STAKEHOLDER, kith_id_new ());

  kith_text_set (&made->name, name);
  made->sector = sector;
  kith_measure_stakeholder (name, &made->width, &made->height);
  return made;
}

static KithMap *
finish (KithMap *map, KithEdit *edit, GError **error)
{
  KithArrangeOptions options = KITH_ARRANGE_INIT;
  g_autoptr (KithEdit) moves = NULL;

  if (!kith_map_apply (map, edit, error))
    return NULL;

  moves = kith_arrange_to_edit (map, &options);
  if (moves != NULL && !kith_map_apply (map, moves, error))
    return NULL;

  return kith_map_ref (map);
}

KithMap *
kith_map_from_names (const GPtrArray *names, GError **error)
{
  g_autoptr (KithMap) map = kith_map_new ();
  g_autoptr (KithEdit) edit = kith_edit_new (_ ("Paste a list"));

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      KithStakeholder *made = make_stakeholder (name, kith_sector_guess (name));
      const char *kind = kith_kind_guess (made->sector, name);

      kith_text_set (&made->kind, kind != NULL ? kind : "");
      kith_edit_insert (edit, made);
    }

  return finish (map, edit, error);
}

KithMap *
kith_map_from_starter (const GPtrArray *items, GError **error)
{
  g_autoptr (KithMap) map = kith_map_new ();
  g_autoptr (KithEdit) edit = kith_edit_new (_ ("Starter list"));

  for (guint i = 0; i < items->len; i++)
    {
      const KithStarterItem *item = g_ptr_array_index (items, i);
      KithStakeholder *made = make_stakeholder (_ (item->name), item->sector);

      kith_text_set (&made->kind, item->kind != NULL ? _ (item->kind) : "");
      made->level = item->level;
      made->form = item->form;
      kith_edit_insert (edit, made);
    }

  return finish (map, edit, error);
}
