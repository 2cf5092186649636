/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-sectors.h"

#include <locale.h>
#include <string.h>

static const struct
{
  const char *name;
  const char *sector;
} guesses[] = {
  { "Northmoor Integrated Care Board", "nhs-commissioning" },
  { "NHS Northmoor ICB", "nhs-commissioning" },
  { "Northmoor Clinical Commissioning Group", "nhs-commissioning" },
  { "Mental health commissioners", "nhs-commissioning" },

  { "St Mary's Hospital NHS Trust", "nhs-providers" },
  { "ST MARY’S HOSPITAL", "nhs-providers" },
  { "University Hospital", "nhs-providers" },
  { "University Hospitals of Northmoor", "nhs-providers" },
  { "Northmoor and District Partnership NHS Foundation Trust", "nhs-providers" },
  { "Emergency Department", "nhs-providers" },
  { "Northmoor ED", "nhs-providers" },
  { "A&E", "nhs-providers" },
  { "A & E, Northmoor General", "nhs-providers" },
  { "Liaison Psychiatry", "nhs-providers" },
  { "East CMHT", "nhs-providers" },
  { "CAMHS", "nhs-providers" },
  { "Community Mental Health Team", "nhs-providers" },
  { "Crisis Resolution and Home Treatment Team", "nhs-providers" },
  { "Ambulance Service", "nhs-providers" },
  { "North Western Ambulance", "nhs-providers" },
  { "District nurses", "nhs-providers" },
  { "School nursing", "nhs-providers" },
  { "Harbour Walk-in Centre", "nhs-providers" },
  { "Recovery College", "nhs-providers" },
  { "Discharge Team", "nhs-providers" },
  { "Older People's Mental Health Team", "nhs-providers" },
  { "Police Street Hospital", "nhs-providers" },

  { "Harbour Primary Care Network", "primary-care" },
  { "GP", "primary-care" },
  { "GP Federation", "primary-care" },
  { "School Lane Surgery", "primary-care" },
  { "College Road Medical Practice", "primary-care" },
  { "Hospital Road Pharmacy", "primary-care" },
  { "Harbour Pharmacy", "primary-care" },
  { "Dentists", "primary-care" },
  { "PCN clinical directors", "primary-care" },

  { "Adult Social Care", "local-government" },
  { "Children’s Services", "local-government" },
  { "Northmoor City Council", "local-government" },
  { "Public Health", "local-government" },
  { "Approved Mental Health Professionals", "local-government" },
  { "AMHP hub", "local-government" },
  { "Hospital Social Work Team", "local-government" },
  { "Ward councillors", "local-government" },
  { "Emergency Duty Team", "local-government" },
  { "Northmoor Combined Authority", "local-government" },

  { "Sunny Bank Care Home", "care-providers" },
  { "School House Nursing Home", "care-providers" },
  { "Hampton Court Care Home", "care-providers" },
  { "Home care agencies", "care-providers" },
  { "St Bride's Hospice", "care-providers" },

  { "Moorland Homes", "housing" },
  { "Northmoor Housing Association", "housing" },
  { "Council housing", "housing" },
  { "Homelessness Service", "housing" },
  { "Extra care housing", "housing" },

  { "West Yorkshire Police", "police-fire-justice" },
  { "WEST YORKSHIRE POLICE", "police-fire-justice" },
  { "Northmoor Constabulary", "police-fire-justice" },
  { "Police and Crime Commissioner", "police-fire-justice" },
  { "Fire and Rescue", "police-fire-justice" },
  { "Northmoor Fire & Rescue Service", "police-fire-justice" },
  { "Probation", "police-fire-justice" },
  { "HMP Northmoor", "police-fire-justice" },
  { "Magistrates' Court", "police-fire-justice" },

  { "Jobcentre", "welfare-work" },
  { "Jobcentre Plus", "welfare-work" },
  { "Welfare rights team", "welfare-work" },
  { "Northmoor Credit Union", "welfare-work" },

  { "Harbour Primary School", "education" },
  { "Northmoor College", "education" },
  { "University of Northmoor", "education" },
  { "Hospital School", "education" },
  { "Harbour Academy", "education" },

  { "Harbour Crisis Café", "voluntary-community" },
  { "HARBOUR CRISIS CAFE\xcc\x81", "voluntary-community" },
  { "Homeless charity", "voluntary-community" },
  { "Foodbank", "voluntary-community" },
  { "Harbour Food Bank", "voluntary-community" },
  { "Street Outreach", "voluntary-community" },
  { "Moor Edge CIC", "voluntary-community" },
  { "Friends of Northmoor Hospital", "voluntary-community" },
  { "Council for Voluntary Service", "voluntary-community" },
  { "St Peter's Church", "voluntary-community" },
  { "Carers Centre", "voluntary-community" },

  { "Healthwatch Northmoor", "people-communities" },
  { "Carers", "people-communities" },
  { "Young carers", "people-communities" },
  { "People who have been in crisis", "people-communities" },
  { "People with lived experience of police custody", "people-communities" },
  { "Hospital patients", "people-communities" },
  { "Harbour Tenants and Residents Association", "people-communities" },

  { "Health and Wellbeing Board", "partnership-bodies" },
  { "Integrated Care Partnership", "partnership-bodies" },
  { "Harbour Integrated Neighbourhood Team", "partnership-bodies" },
  { "Northmoor Crisis Care Concordat", "partnership-bodies" },
  { "Mental Health Provider Collaborative", "partnership-bodies" },
  { "Community Safety Partnership", "partnership-bodies" },

  { "Shelter", "other" },
  { "Age UK Northmoor", "other" },
  { "Policy team", "other" },
  { "Ed Smith", "other" },
  { "Schoolcraft Ltd", "other" },
  { "Wardle", "other" },
  { "Royal College of Somebody", "other" },
  { "", "other" },
  { "   ", "other" },
  { "&&&", "other" },
  { "警察", "other" },
  { "\xff\xfe\xfd", "other" },
};

static void
test_guesses (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (guesses); i++)
    {
      const char *key = kith_sector_key (kith_sector_guess (guesses[i].name));

      if (strcmp (key, guesses[i].sector) != 0)
        g_test_message ("%s", guesses[i].name);
      g_assert_cmpstr (key, ==, guesses[i].sector);
    }
}

static void
test_starters_fit_the_guesses (void)
{
  for (guint s = 0; s < kith_n_starters; s++)
    {
      guint agreed = 0;

      g_assert_cmpuint (kith_starters[s].n_items, >=, 20);
      for (guint i = 0; i < kith_starters[s].n_items; i++)
        {
          const KithStarterItem *item = &kith_starters[s].items[i];

          g_assert_true (KITH_SECTOR_IS_BUILT_IN (item->sector));
          g_assert_cmpuint (strlen (item->name), >, 0);
          agreed += kith_sector_guess (item->name) == item->sector;
          for (guint j = 0; j < i; j++)
            g_assert_cmpstr (item->name, !=, kith_starters[s].items[j].name);
        }
      g_assert_cmpuint (agreed * 10, >=, kith_starters[s].n_items * 8);
    }
}

static void
test_starter_kinds_are_suggested_ones (void)
{
  for (guint s = 0; s < kith_n_starters; s++)
    for (guint i = 0; i < kith_starters[s].n_items; i++)
      {
        const KithStarterItem *item = &kith_starters[s].items[i];

        if (*item->kind != '\0' && !g_strv_contains (kith_sector_kinds (item->sector), item->kind))
          g_error ("%s is no kind of %s", item->kind, kith_sector_key (item->sector));
      }
}

static const struct
{
  const char *text;
  const char *sector; /* NULL: none */
} texts[] = {
  { "nhs-commissioning", "nhs-commissioning" },
  { "NHS Commissioning", "nhs-commissioning" },
  { "police-fire-justice", "police-fire-justice" },
  { "Police, fire and justice", "police-fire-justice" },
  { "POLICE", "police-fire-justice" },
  { "Police, Fire & Justice", "police-fire-justice" },
  { "voluntary", "voluntary-community" },
  { "VCSE", "voluntary-community" },
  { "Third Sector", "voluntary-community" },
  { "Voluntary & Community", "voluntary-community" },
  { "social care", "local-government" },
  { "Local Authority", "local-government" },
  { " council ", "local-government" },
  { "NHS", "nhs-providers" },
  { "nhs provider", "nhs-providers" },
  { "Primary Care", "primary-care" },
  { "Prímary Care", "primary-care" },
  { "care homes", "care-providers" },
  { "housing", "housing" },
  { "lived experience", "people-communities" },
  { "other", "other" },
  { "n/a", "other" },
  { "", NULL },
  { " - ", NULL },
  { "pol", NULL },
  { "police|fire", NULL },
  { "Astronomy", NULL },
};

static void
test_reads_sectors (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      KithId sector = kith_sector_from_text (NULL, texts[i].text);

      g_test_message ("%s", texts[i].text);
      g_assert_cmpstr (kith_sector_key (sector), ==, texts[i].sector);
    }
}

static void
test_every_sector_reads_back (void)
{
  for (KithId id = 1; id <= KITH_N_SECTORS; id++)
    {
      g_assert_cmpint (kith_sector_from_text (NULL, kith_sector_key (id)), ==, id);
      g_assert_cmpint (kith_sector_from_text (NULL, kith_sector_name (NULL, id)), ==, id);
      g_assert_cmpint (kith_sector_colour (NULL, id), ==, id - 1);
      g_assert_cmpint (kith_sector_sign (NULL, id), ==, id - 1);
    }
  g_assert_null (kith_sector_key (4711));
  g_assert_cmpstr (kith_sector_name (NULL, 4711), ==, "Other");
}

static const struct
{
  const char *sector;
  const char *name;
  const char *kind; /* NULL: none */
} kinds[] = {
  { "primary-care", "St Mary's GP practice", "GP practice" },
  { "primary-care", "School Lane Surgery", "GP practice" },
  { "primary-care", "Harbour PCN", "primary care network" },
  { "police-fire-justice", "West Yorkshire Police", "police force" },
  { "police-fire-justice", "Northmoor Fire & Rescue", "fire and rescue service" },
  { "nhs-providers", "Ambulance Service", "ambulance trust" },
  { "nhs-providers", "Liaison Psychiatry", NULL },
  { "care-providers", "Sunny Bank Care Home", "care home" },
  { "partnership-bodies", "Health and Wellbeing Board", "health and wellbeing board" },
  { "people-communities", "Healthwatch Northmoor", "Healthwatch" },
  { "housing", "West Yorkshire Police", NULL },
  { "other", "Shelter", NULL },
};

static void
test_guesses_kinds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      KithId sector = kith_sector_from_text (NULL, kinds[i].sector);

      g_test_message ("%s", kinds[i].name);
      g_assert_cmpstr (kith_kind_guess (sector, kinds[i].name), ==, kinds[i].kind);
    }
}

static KithSector *
own_sector (KithId id, const char *name)
{
  KithSector *sector = kith_record_new (KITH_SECTOR, id);

  kith_text_set (&sector->name, name);
  sector->colour = 4;
  sector->sign = 7;
  return sector;
}

static void
test_own_sectors (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  g_autoptr (KithEdit) edit = kith_edit_new ("Change sectors");
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;

  kith_edit_insert (edit, own_sector (1001, "Sport"));
  kith_edit_insert (edit, own_sector (1002, "Arts"));
  kith_edit_insert (edit, own_sector (7, "Blue light services"));
  kith_edit_insert (edit, own_sector (6, ""));
  g_assert_true (kith_map_apply (map, edit, &error));
  g_assert_no_error (error);

  ids = kith_sector_list (map);
  g_assert_cmpuint (ids->len, ==, KITH_N_SECTORS + 2);
  g_assert_cmpint (g_array_index (ids, KithId, 0), ==, 1);
  g_assert_cmpint (g_array_index (ids, KithId, KITH_N_SECTORS), ==, 1002);
  g_assert_cmpstr (kith_sector_name (map, 1001), ==, "Sport");
  g_assert_cmpstr (kith_sector_name (map, 7), ==, "Blue light services");
  g_assert_cmpstr (kith_sector_name (map, 6), ==, "Housing");
  g_assert_cmpint (kith_sector_colour (map, 6), ==, 4);
  g_assert_cmpint (kith_sector_sign (map, 1001), ==, 7);
  g_assert_cmpint (kith_sector_from_text (map, "SPORT"), ==, 1001);
  g_assert_cmpint (kith_sector_from_text (map, "blue light services"), ==, 7);
  g_assert_cmpint (kith_sector_from_text (map, "Police, fire and justice"), ==, 7);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sectors/guesses-the-sector-from-a-name", test_guesses);
  g_test_add_func ("/sectors/understands-what-spreadsheets-call-them", test_reads_sectors);
  g_test_add_func ("/sectors/reads-back-every-key-and-name", test_every_sector_reads_back);
  g_test_add_func ("/sectors/guesses-the-kind-where-the-name-says-it", test_guesses_kinds);
  g_test_add_func ("/sectors/a-map-renames-recolours-and-adds-its-own", test_own_sectors);
  g_test_add_func ("/starters/agree-with-the-guesses", test_starters_fit_the_guesses);
  g_test_add_func ("/starters/use-suggested-kinds", test_starter_kinds_are_suggested_ones);
  return g_test_run ();
}
