/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-sectors.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-sectors-private.h"

#define MOST_KINDS 8

typedef struct
{
  const char *key;
  const char *name;
  const char *kinds[MOST_KINDS];
  const char *synonyms; /* as kith_sector_plain() writes them, "|" between */
} Sector;

/* In the order of their ids, which never changes: files refer to it. */
static const Sector sectors[KITH_N_SECTORS] = {
  { "nhs-commissioning",
    N_ ("NHS commissioning"),
    { N_ ("integrated care board"), N_ ("NHS region") },
    "commissioning|commissioner|commissioners|icb|ccg|nhs commissioner|nhs commissioners|"
    "health commissioning" },
  { "nhs-providers",
    N_ ("NHS providers"),
    { N_ ("acute trust"), N_ ("specialist trust"), N_ ("community trust"),
      N_ ("mental health trust"), N_ ("ambulance trust") },
    "nhs|nhs provider|nhs trust|nhs trusts|health|health provider|health providers|hospital|"
    "hospitals|acute|secondary care|mental health|community health" },
  { "primary-care",
    N_ ("Primary care"),
    { N_ ("GP practice"), N_ ("primary care network"), N_ ("GP federation"), N_ ("pharmacy"),
      N_ ("dental practice"), N_ ("optometrist") },
    "primary|gp|gps|general practice|pcn|pharmacy|dental|dentistry|optometry" },
  { "local-government",
    N_ ("Local government"),
    { N_ ("adult social care"), N_ ("children’s services"), N_ ("public health"),
      N_ ("environmental services"), N_ ("elected members"), N_ ("district council"),
      N_ ("combined authority") },
    "local authority|local authorities|council|councils|la|social care|social services|"
    "social work|government|local gov|public health|adult social care" },
  { "care-providers",
    N_ ("Care providers"),
    { N_ ("care home"), N_ ("home care agency"), N_ ("hospice") },
    "care|care provider|care home|care homes|care sector|independent sector|nursing home|"
    "home care|domiciliary care|residential care|hospice|hospices" },
  { "housing",
    N_ ("Housing"),
    { N_ ("housing association"), N_ ("council housing"), N_ ("homelessness service") },
    "housing association|housing associations|housing provider|housing providers|homelessness|"
    "social housing|landlord|landlords" },
  { "police-fire-justice",
    N_ ("Police, fire and justice"),
    { N_ ("police force"), N_ ("fire and rescue service"), N_ ("probation") },
    "police|fire|justice|criminal justice|police and fire|emergency services|blue light|"
    "probation|police and justice|fire and rescue|community safety" },
  { "welfare-work",
    N_ ("Welfare and work"),
    { N_ ("jobcentre"), N_ ("money advice") },
    "welfare|work|benefits|employment|dwp|jobcentre|job centre|advice|work and welfare|"
    "welfare and benefits" },
  { "education",
    N_ ("Education"),
    { N_ ("school"), N_ ("college"), N_ ("university") },
    "school|schools|college|colleges|university|universities|further education|"
    "higher education|academia|learning|education and skills" },
  { "voluntary-community",
    N_ ("Voluntary and community"),
    { N_ ("infrastructure body"), N_ ("charity"), N_ ("faith group"), N_ ("mutual aid group"),
      N_ ("social enterprise") },
    "voluntary|voluntary sector|vcse|vcs|vcfse|vcsfe|third sector|charity|charities|"
    "civil society|community sector|not for profit|ngo|voluntary community|faith|"
    "voluntary community and social enterprise|social enterprise|community" },
  { "people-communities",
    N_ ("People and communities"),
    { N_ ("people with lived experience"), N_ ("carers"), N_ ("residents"),
      N_ ("neighbourhood group"), N_ ("Healthwatch") },
    "people|communities|public|citizens|residents|patients|carers|lived experience|service users|"
    "experts by experience|people with lived experience|patients and public" },
  { "partnership-bodies",
    N_ ("Partnership bodies"),
    { N_ ("integrated care partnership"), N_ ("health and wellbeing board"),
      N_ ("provider collaborative"), N_ ("place partnership"), N_ ("neighbourhood team") },
    "partnership|partnerships|partnership body|board|boards|partnership board|alliance|"
    "collaborative" },
  { "other", N_ ("Other"), { NULL }, "none|unknown|misc|miscellaneous|na|n a|other sector" },
};

static const KithSector *
own_record (KithMap *map, KithId sector)
{
  return map != NULL ? kith_map_get (map, KITH_SECTOR, sector) : NULL;
}

static const Sector *
built_in (KithId sector)
{
  return &sectors[KITH_SECTOR_IS_BUILT_IN (sector) ? sector - 1 : KITH_SECTOR_OTHER - 1];
}

/**
 * kith_sector_name:
 * @map: (nullable): whose own sectors count too
 * @sector: a sector's id
 *
 * Returns: the name that the map gives it, else the translated one; of an id that nothing is known
 *   of, that of Other
 */
const char *
kith_sector_name (KithMap *map, KithId sector)
{
  const KithSector *own = own_record (map, sector);

  if (own != NULL && *own->name != '\0')
    return own->name;
  return _ (built_in (sector)->name);
}

const char *
kith_sector_key (KithId sector)
{
  return KITH_SECTOR_IS_BUILT_IN (sector) ? built_in (sector)->key : NULL;
}

int
kith_sector_colour (KithMap *map, KithId sector)
{
  const KithSector *own = own_record (map, sector);

  return own != NULL ? own->colour : (int) (built_in (sector) - sectors);
}

int
kith_sector_sign (KithMap *map, KithId sector)
{
  const KithSector *own = own_record (map, sector);

  return own != NULL ? own->sign : (int) (built_in (sector) - sectors);
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer map)
{
  const KithId *x = a, *y = b;
  int order = g_utf8_collate (kith_sector_name (map, *x), kith_sector_name (map, *y));

  return order != 0 ? order : (*x > *y) - (*x < *y);
}

GArray *
kith_sector_list (KithMap *map)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (KithId));

  for (KithId id = 1; id <= KITH_N_SECTORS; id++)
    g_array_append_val (ids, id);

  for (guint i = 0; map != NULL && i < kith_map_n (map, KITH_SECTOR); i++)
    {
      KithId id = KITH_ID (kith_map_nth (map, KITH_SECTOR, i));

      if (!KITH_SECTOR_IS_BUILT_IN (id))
        g_array_append_val (own, id);
    }
  g_array_sort_with_data (own, compare_names, map);
  g_array_append_vals (ids, own->data, own->len);
  return ids;
}

/**
 * kith_sector_plain:
 * @text: a name
 *
 * What matters of a name when words are compared: lower case without accents, "and" for "&", no
 * apostrophes, one space for whatever else separates words, and one at either end.
 *
 * Returns: (transfer full): the plain text; " " where nothing is left
 */
char *
kith_sector_plain (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *apart = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (apart, -1);
  GString *plain = g_string_new (" ");

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (plain, c);
      else if (c == '&')
        g_string_append (plain, plain->str[plain->len - 1] == ' ' ? "and " : " and ");
      else if (!g_unichar_ismark (c) && c != '\'' && c != 0x2019 && c != '`'
               && plain->str[plain->len - 1] != ' ')
        g_string_append_c (plain, ' ');
    }
  if (plain->str[plain->len - 1] != ' ')
    g_string_append_c (plain, ' ');
  return g_string_free (plain, FALSE);
}

static gboolean
same_name (const char *plain, const char *name)
{
  g_autofree char *other = kith_sector_plain (name);

  return strcmp (plain, other) == 0;
}

/* `plain` has a space at either end, a phrase of the list a bar or an end of the text. */
static gboolean
is_listed (const char *plain, const char *list)
{
  gsize length = strlen (plain) - 2;

  while (list != NULL)
    {
      const char *end = strchr (list, '|');

      if ((end != NULL ? (gsize) (end - list) : strlen (list)) == length
          && strncmp (list, plain + 1, length) == 0)
        return TRUE;
      list = end != NULL ? end + 1 : NULL;
    }
  return FALSE;
}

/**
 * kith_sector_from_text:
 * @map: (nullable): whose own sectors count too
 * @text: what a spreadsheet or a person calls it
 *
 * Returns: the sector of that key, name or synonym, in any case; 0 if there is none
 */
KithId
kith_sector_from_text (KithMap *map, const char *text)
{
  g_autofree char *plain = kith_sector_plain (text);
  g_autoptr (GArray) ids = kith_sector_list (map);

  if (strcmp (plain, " ") == 0)
    return 0;
  for (guint i = 0; i < ids->len; i++)
    if (same_name (plain, kith_sector_name (map, g_array_index (ids, KithId, i))))
      return g_array_index (ids, KithId, i);
  for (guint i = 0; i < KITH_N_SECTORS; i++)
    if (same_name (plain, sectors[i].key) || same_name (plain, sectors[i].name)
        || same_name (plain, _ (sectors[i].name)))
      return i + 1;
  for (guint i = 0; i < KITH_N_SECTORS; i++)
    if (is_listed (plain, sectors[i].synonyms))
      return i + 1;
  return 0;
}

/**
 * kith_sector_kinds:
 * @sector: a sector's id
 *
 * Returns: (transfer none): what is usual within it, translated, with a NULL at the end; none for a
 *   sector of the map's own
 */
const char *const *
kith_sector_kinds (KithId sector)
{
  static const char *kinds[KITH_N_SECTORS][MOST_KINDS];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      for (int s = 0; s < KITH_N_SECTORS; s++)
        for (int k = 0; k < MOST_KINDS && sectors[s].kinds[k] != NULL; k++)
          kinds[s][k] = _ (sectors[s].kinds[k]);
      g_once_init_leave (&ready, 1);
    }
  return kinds[built_in (sector) - sectors];
}

/* How a name says what kind it is, where it does so in other words than the kind's own. */
static const struct
{
  const char *phrase;
  const char *kind;
} kind_words[] = {
  { "icb", N_ ("integrated care board") },
  { "ambulance", N_ ("ambulance trust") },
  { "surgery", N_ ("GP practice") },
  { "medical practice", N_ ("GP practice") },
  { "medical centre", N_ ("GP practice") },
  { "pcn", N_ ("primary care network") },
  { "chemist", N_ ("pharmacy") },
  { "dentist", N_ ("dental practice") },
  { "dental surgery", N_ ("dental practice") },
  { "optician", N_ ("optometrist") },
  { "opticians", N_ ("optometrist") },
  { "councillors", N_ ("elected members") },
  { "borough council", N_ ("district council") },
  { "nursing home", N_ ("care home") },
  { "residential home", N_ ("care home") },
  { "homecare", N_ ("home care agency") },
  { "home care", N_ ("home care agency") },
  { "domiciliary care", N_ ("home care agency") },
  { "homeless", N_ ("homelessness service") },
  { "homelessness", N_ ("homelessness service") },
  { "police", N_ ("police force") },
  { "constabulary", N_ ("police force") },
  { "fire and rescue", N_ ("fire and rescue service") },
  { "fire service", N_ ("fire and rescue service") },
  { "job centre", N_ ("jobcentre") },
  { "citizens advice", N_ ("money advice") },
  { "debt advice", N_ ("money advice") },
  { "academy", N_ ("school") },
  { "church", N_ ("faith group") },
  { "mosque", N_ ("faith group") },
  { "cic", N_ ("social enterprise") },
  { "community interest company", N_ ("social enterprise") },
  { "lived experience", N_ ("people with lived experience") },
  { "integrated neighbourhood team", N_ ("neighbourhood team") },
};

static const char *
kind_of_sector (KithId sector, const char *kind)
{
  const Sector *known = built_in (sector);

  for (int k = 0; k < MOST_KINDS && known->kinds[k] != NULL; k++)
    if (strcmp (known->kinds[k], kind) == 0)
      return kith_sector_kinds (sector)[k];
  return NULL;
}

/**
 * kith_kind_guess:
 * @sector: its sector's id
 * @stakeholder_name: its name
 *
 * Returns: (transfer none) (nullable): the kind, translated, where the name says it; the longest
 *   phrase counts
 */
const char *
kith_kind_guess (KithId sector, const char *stakeholder_name)
{
  g_autofree char *name = kith_sector_plain (stakeholder_name);
  const Sector *known = built_in (sector);
  const char *kind = NULL;
  gsize longest = 0;

  for (int k = 0; k < MOST_KINDS && known->kinds[k] != NULL; k++)
    {
      g_autofree char *phrase = kith_sector_plain (known->kinds[k]);

      if (strlen (phrase) - 2 > longest && strstr (name, phrase) != NULL)
        {
          longest = strlen (phrase) - 2;
          kind = kith_sector_kinds (sector)[k];
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (kind_words); i++)
    {
      g_autofree char *phrase = g_strdup_printf (" %s ", kind_words[i].phrase);

      if (strlen (phrase) - 2 > longest && strstr (name, phrase) != NULL
          && kind_of_sector (sector, kind_words[i].kind) != NULL)
        {
          longest = strlen (phrase) - 2;
          kind = kind_of_sector (sector, kind_words[i].kind);
        }
    }
  return kind;
}
