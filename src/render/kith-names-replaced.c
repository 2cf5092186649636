/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-names-replaced.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-name-finder.h"
#include "kith-sectors.h"
#include "kith-text.h"

/* A sector of one's own may be called after somebody. */
static KithId
told_sector (const KithStakeholder *stakeholder)
{
  return KITH_SECTOR_IS_BUILT_IN (stakeholder->sector) ? stakeholder->sector : KITH_SECTOR_OTHER;
}

/* By the order of ids, which says nothing. */
static GHashTable *
number_all (KithMap *map)
{
  GHashTable *names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GHashTable) counts = g_hash_table_new (g_direct_hash, g_direct_equal);

  KITH_FOR_EACH (KithStakeholder, stakeholder, map, KITH_STAKEHOLDER)
    {
      gpointer sector = GSIZE_TO_POINTER ((gsize) told_sector (stakeholder));
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, sector)) + 1;

      g_hash_table_insert (counts, sector, GUINT_TO_POINTER (n));
      g_hash_table_insert (names, g_memdup2 (&KITH_ID (stakeholder), sizeof (KithId)),
                           /* Translators: in place of a name: a sector, a number. */
                           g_strdup_printf (_ ("%s %u"),
                                            kith_sector_name (NULL, told_sector (stakeholder)), n));
    }
  return names;
}

/* Of a map that may know more than the one that is shown: who is not on that is somebody. */
static void
list_names (KithNameFinder *finder, KithMap *map, GHashTable *names)
{
  KITH_FOR_EACH (KithStakeholder, stakeholder, map, KITH_STAKEHOLDER)
    {
      const char *to = g_hash_table_lookup (names, &KITH_ID (stakeholder));

      kith_name_finder_add (finder, stakeholder->name, to != NULL ? to : _ ("somebody"));
      kith_name_finder_add (finder, stakeholder->short_name, to != NULL ? to : _ ("somebody"));
    }
  KITH_FOR_EACH (KithName, name, map, KITH_NAME)
    {
      const char *to = g_hash_table_lookup (names, &name->stakeholder);

      kith_name_finder_add (finder, name->name, to != NULL ? to : _ ("somebody"));
      kith_name_finder_add (finder, name->short_name, to != NULL ? to : _ ("somebody"));
    }
}

static KithNameFinder *
make_finder (KithMap *map, KithMap *whole, GHashTable *names)
{
  KithNameFinder *finder = kith_name_finder_new ();

  list_names (finder, map, names); /* as at a day they may have been called otherwise */
  if (whole != map)
    list_names (finder, whole, names);
  return finder;
}

/* What the program spells for itself, "pulse-low/support/2026-04": words in it are nobody's name. */
static gboolean
is_spelled (const KithField *field)
{
  return g_str_equal (field->name, "sign") || g_str_equal (field->name, "key");
}

static void
replace_texts (KithRecord *record, KithNameFinder *finder)
{
  const KithKindInfo *info = kith_kind_info (record->kind);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const KithField *field = &info->fields[i];
      char **text = kith_field_address (field, record);
      g_autofree char *replaced = NULL;

      if (field->type != KITH_TYPE_TEXT || is_spelled (field) || *text == NULL || **text == '\0')
        continue;
      replaced = kith_name_finder_replace (finder, *text);
      if (g_utf8_strlen (replaced, -1) <= field->max)
        kith_text_set (text, replaced);
      else
        kith_text_set (text, field->needed ? "…" : NULL);
    }
}

/* Where somebody stands stays; the box is as large as the new name needs. */
static void
rename_stakeholder (KithStakeholder *stakeholder, const char *name)
{
  kith_text_set (&stakeholder->name, name);
  kith_text_set (&stakeholder->short_name, NULL);
  kith_text_set (&stakeholder->kind, NULL);
  kith_text_set (&stakeholder->description, NULL);
  kith_text_set (&stakeholder->tags, NULL); /* these two have forms that a name could break */
  kith_text_set (&stakeholder->fields, NULL);
  stakeholder->sector = told_sector (stakeholder);
  stakeholder->picture = 0;
  kith_measure_box (stakeholder, NULL, &stakeholder->width, &stakeholder->height);
}

/* Nobody can tell what is written on a picture of a place, or after whom a sector is called: those of
 * the program have its own names again. */
static gboolean
may_tell (const KithRecord *record)
{
  return (record->kind == KITH_ANNOTATION && ((const KithAnnotation *) record)->picture != 0)
         || record->kind == KITH_SECTOR;
}

/* Voices stay apart for the median: "Voice 1", "Voice 2" … of an end. */
static void
number_voice (KithMap *map, KithAssessment *copy)
{
  g_autoptr (GPtrArray) all = kith_map_assessments_of (map, copy->link, (KithEnd) copy->end);
  g_autoptr (GHashTable) voices = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *told = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      const KithAssessment *one = all->pdata[i];

      g_hash_table_add (voices, one->voice);
      if (KITH_ID (one) == KITH_ID (copy))
        break;
    }
  told = g_strdup_printf (_ ("Voice %u"), g_hash_table_size (voices));
  kith_text_set (&copy->voice, told);
}

/* Whoever is named as a person, in whatever kind of record. */
static void
forget_people (KithMap *map, KithRecord *copy)
{
  static const char *const people[] = { "owner", "teller", "by" };

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      const KithField *field = kith_kind_field (copy->kind, people[i]);

      if (field != NULL && field->type == KITH_TYPE_TEXT)
        kith_text_set (kith_field_address (field, copy), NULL);
    }
  if (copy->kind == KITH_MEMBERSHIP)
    kith_text_set (&((KithMembership *) copy)->role, NULL);
  if (copy->kind == KITH_ASSESSMENT && *((KithAssessment *) copy)->voice != '\0')
    number_voice (map, (KithAssessment *) copy);
}

static KithRecord *
replaced_copy (KithMap *map, const KithRecord *record, GHashTable *names, KithNameFinder *finder)
{
  KithRecord *copy = kith_record_copy (record);

  forget_people (map, copy);
  replace_texts (copy, finder);
  if (copy->kind == KITH_STAKEHOLDER)
    rename_stakeholder ((KithStakeholder *) copy, g_hash_table_lookup (names, &copy->id));
  else if (copy->kind == KITH_LINK)
    {
      kith_text_set (&((KithLink *) copy)->tags, NULL);
      kith_text_set (&((KithLink *) copy)->fields, NULL);
    }
  else if (copy->kind == KITH_ABOUT)
    {
      kith_text_set (&((KithAbout *) copy)->size_by, NULL); /* boxes know their sizes */
    }
  return copy;
}

/**
 * kith_map_replace_names:
 * @map: a map made for an audience, or what is shown of one
 * @whole: the map that it was made from: its names are looked for in all texts, those of whom the
 *   audience does not see and of whom there is no more among them
 *
 * Words that are no name of a stakeholder stay as they are, even where they tell: who writes for
 * others reads them first. Cost: that of kith_name_finder_replace() for all texts.
 *
 * Returns: (transfer full): another map
 */
KithMap *
kith_map_replace_names (KithMap *map, KithMap *whole)
{
  g_autoptr (GHashTable) names = number_all (map);
  g_autoptr (KithNameFinder) finder = make_finder (map, whole, names);
  g_autoptr (KithEdit) edit = kith_edit_new ("");
  g_autoptr (GError) error = NULL;
  KithMap *made = kith_map_new_empty ();

  for (guint kind = 0; kind < KITH_N_KINDS; kind++)
    {
      /* what was said before, and to whom; logos and places that nothing refers to any more */
      if (kind == KITH_NAME || kind == KITH_SCENE || kind == KITH_PICTURE)
        continue;
      KITH_FOR_EACH (KithRecord, record, map, (KithKind) kind)
        if (!may_tell (record))
          kith_edit_insert (edit, replaced_copy (map, record, names, finder));
    }
  if (!kith_map_apply (made, edit, &error))
    g_error ("A map without names is not sound: %s", error->message);
  return made;
}

char *
kith_names_stay_obvious (KithMap *map)
{
  GString *out = g_string_new (NULL);
  g_autoptr (GString) single = g_string_new (NULL);
  g_autoptr (GArray) sectors = kith_sector_list (map);

  for (guint i = 0; i < sectors->len; i++)
    {
      KithId sector = g_array_index (sectors, KithId, i);
      guint n = 0;

      KITH_FOR_EACH (KithStakeholder, stakeholder, map, KITH_STAKEHOLDER)
        n += told_sector (stakeholder) == sector;
      if (n == 1)
        g_string_append_printf (single, "%s%s", single->len > 0 ? ", " : "",
                                kith_sector_name (NULL, sector));
    }
  if (single->len > 0)
    /* Translators: sectors, by commas. */
    g_string_append_printf (out,
                            _ ("Who knows the place knows who is alone in a sector: %s. A single "
                               "police force stays obvious.\n"),
                            single->str);
  g_string_append (out, _ ("Other words stay as they are; titles, labels and texts may still tell "
                           "who is meant. Read the page before you pass it on.\n"));
  return g_string_free (out, FALSE);
}
