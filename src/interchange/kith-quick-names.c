/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names as they are quickly entered: "Integrated Care Board (ICB, commissioning, system)". */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-csv-values.h"
#include "kith-quick-private.h"
#include "kith-sectors.h"

#define NAME_CHARACTERS 500
#define SHORT_NAME_LETTERS 10

static guint64
bit (const char *field)
{
  return G_GUINT64_CONSTANT (1) << (kith_kind_field (KITH_STAKEHOLDER, field)
                                    - kith_kind_info (KITH_STAKEHOLDER)->fields);
}

/* Whether it is the name of somebody on the map or on a line before. */
gboolean
kith_quick_is_name (const char *text, gpointer data)
{
  KithQuick *quick = data;
  g_autofree char *key = kith_value_key (text);

  return key != NULL
         && (g_hash_table_contains (quick->import->on_map, key)
             || g_hash_table_contains (quick->import->who_by_key, key));
}

/* "ICB" of "Northmoor Integrated Care Board": its capitals in the order of the words. */
static gboolean
is_short_for (const char *letters, const char *name)
{
  gboolean begins = TRUE;
  const char *p = letters;

  if (strlen (letters) < 2 || strlen (letters) > SHORT_NAME_LETTERS)
    return FALSE;
  for (const char *l = letters; *l != '\0'; l++)
    if (!g_ascii_isupper (*l))
      return FALSE;
  for (const char *n = name; *n != '\0' && *p != '\0'; n = g_utf8_next_char (n))
    {
      if (begins && g_ascii_toupper (*n) == *p)
        p++;
      begins = !g_unichar_isalnum (g_utf8_get_char (n)) && *n != '\'';
    }
  return *p == '\0';
}

static gboolean
read_choice (KithImportWho *who, const char *field, const char *word)
{
  const KithField *about = kith_kind_field (KITH_STAKEHOLDER, field);
  int value;

  if (!kith_enum_guess (about->values, word, &value))
    return FALSE;
  *(int *) kith_field_address (about, who->record) = value;
  who->set |= bit (field);
  return TRUE;
}

static void
set_sector (KithImport *import, KithImportWho *who, KithId sector, const char *word)
{
  const char *const *kinds = kith_sector_kinds (sector);

  who->record->sector = sector;
  who->set |= bit ("sector");
  for (guint i = 0; kinds[i] != NULL; i++)
    if (g_ascii_strcasecmp (kinds[i], word) == 0)
      {
        kith_text_set (&who->record->kind, kinds[i]);
        who->set |= bit ("kind");
      }
}

/* A sector or one of its kinds, a level, a form, a place in the story, an abbreviation. */
static gboolean
read_word (KithQuick *quick, KithImportWho *who, const char *word)
{
  KithId sector;

  if (is_short_for (word, who->record->name))
    {
      kith_text_set (&who->record->short_name, word);
      who->set |= bit ("short_name");
      return TRUE;
    }
  sector = kith_import_sector (quick->import, word);
  if (sector != 0)
    set_sector (quick->import, who, sector, word);
  return sector != 0 || read_choice (who, "level", word) || read_choice (who, "form", word)
         || read_choice (who, "story", word);
}

/* All of the words, or none. */
static gboolean
read_words (KithQuick *quick, KithImportWho *who, const char *text)
{
  g_autoptr (GPtrArray) words = kith_quick_split (text);
  KithImportWho trial = *who;
  gboolean understood = words->len > 0;

  trial.record = kith_record_copy (who->record);
  for (guint i = 0; i < words->len && understood; i++)
    understood = read_word (quick, &trial, words->pdata[i]);
  if (!understood)
    {
      kith_record_unref (trial.record);
      return FALSE;
    }
  kith_record_unref (who->record);
  *who = trial;
  return TRUE;
}

/* The one of that name; what the map calls it counts. */
static guint
who_named (KithQuick *quick, const char *name, gboolean *made)
{
  g_autofree char *key = kith_value_key (name);
  const KithStakeholder *known = key != NULL ? g_hash_table_lookup (quick->import->on_map, key)
                                             : NULL;
  guint place;

  *made = FALSE;
  if (key == NULL)
    return G_MAXUINT;
  place = kith_import_who (quick->import, known != NULL ? known->name : name, made);
  if (*made)
    ((KithImportWho *) quick->import->who->pdata[place])->row = quick->line;
  return place;
}

static char *
tidy_name (KithQuick *quick, const char *text)
{
  g_autofree char *tidy = kith_value_name (text);
  gboolean shortened;
  char *name = kith_value_shorten (tidy, NAME_CHARACTERS, &shortened);

  if (shortened)
    kith_quick_note (quick, KITH_NOTE_CHANGED,
                     g_strdup (
                         _ ("The name is longer than 500 characters; the rest was left out.")));
  return name;
}

/* Words in brackets; a short name is one to be called by from now on. */
static gboolean
describe (KithQuick *quick, guint place, const char *words)
{
  KithImportWho *who = quick->import->who->pdata[place];

  if (!read_words (quick, who, words))
    return FALSE;
  if ((who->set & bit ("short_name")) != 0)
    kith_import_name_who (quick->import, who->record->short_name, place);
  return TRUE;
}

/* "Police (police)" is the Police where "police" is understood. */
static guint
who_with_bracket (KithQuick *quick, const char *name)
{
  g_autofree char *before = NULL;
  g_autofree char *inside = NULL;
  KithImportWho trial = { .record = kith_record_new (KITH_STAKEHOLDER, 1) };
  gboolean made, understood = FALSE;
  guint place = G_MAXUINT;

  if (!kith_quick_is_name (name, quick) && kith_quick_split_bracket (name, &before, &inside))
    {
      kith_text_set (&trial.record->name, before);
      understood = read_words (quick, &trial, inside);
    }
  kith_record_unref (trial.record);
  if (understood)
    place = who_named (quick, before, &made);
  if (place != G_MAXUINT)
    describe (quick, place, inside);
  return place;
}

/**
 * kith_quick_who:
 * @quick: what is being read
 * @text: a name, perhaps with words in brackets after it
 *
 * Returns: its place among the stakeholders; G_MAXUINT where there is no name
 */
guint
kith_quick_who (KithQuick *quick, const char *text)
{
  g_autofree char *name = tidy_name (quick, text);
  guint place = who_with_bracket (quick, name);
  gboolean made;

  return place != G_MAXUINT ? place : who_named (quick, name, &made);
}

/**
 * kith_quick_describe:
 * @quick: what is being read
 * @who: place of a stakeholder
 * @text: what stands after its name and a colon: a sector and the like, else a description
 */
void
kith_quick_describe (KithQuick *quick, guint who, const char *text)
{
  KithImportWho *about = quick->import->who->pdata[who];

  if (*text == '\0' || describe (quick, who, text))
    return;
  g_string_append (about->more, text);
  g_string_append_c (about->more, '\n');
}
