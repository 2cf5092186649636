/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sector from a name. British names say what they are at the end ("University Hospital",
 * "Homeless Charity", "School Lane Surgery"), so of the phrases found the one that ends last counts,
 * of two that end together the longer. A few phrases decide wherever they stand; a few vague words
 * count only where nothing else is found. Only generic words: no organisation by its name. */
#include "kith-sectors.h"

#include <string.h>

#include "kith-sectors-private.h"

enum
{
  VAGUE,
  USUAL,
  DECIDES,
};

/* Phrases as kith_sector_plain() writes them, "|" between; whole words. */
static const struct
{
  KithId sector;
  int weight;
  const char *phrases;
} table[] = {
  { COMMISSIONING, DECIDES, "integrated care board|integrated care boards|icb|icbs" },
  { COMMISSIONING, USUAL,
    "nhs england|nhs region|nhs regional team|clinical commissioning group|ccg|commissioning|"
    "commissioners|commissioning support unit|joint commissioning unit|strategic health authority|"
    "primary care trust" },
  { COMMISSIONING, VAGUE, "commissioner" },

  { PROVIDERS, DECIDES, "nhs trust|nhs foundation trust|nhs ft|foundation trust" },
  { PROVIDERS, USUAL,
    "hospital|hospitals|infirmary|acute trust|specialist trust|mental health trust|"
    "community health trust|hospital trust|ambulance|ambulances|ambulance trust|ambulance service|"
    "paramedic|paramedics|emergency department|emergency departments|emergency medicine|"
    "accident and emergency|a and e|casualty|liaison psychiatry|psychiatry|psychiatric|"
    "psychiatrist|psychiatrists|psychology|psychologists|cmht|cmhts|camhs|iapt|crht|"
    "community mental health|mental health team|mental health teams|mental health service|"
    "mental health services|mental health ward|mental health wards|inpatient mental health|"
    "crisis team|crisis resolution|home treatment|home treatment team|early intervention team|"
    "talking therapies|recovery college|assertive outreach team|learning disability team|"
    "community nursing|community nurses|district nursing|district nurse|district nurses|"
    "school nursing|school nurse|school nurses|health visitors|health visiting|health visitor|"
    "midwives|midwifery|maternity|physiotherapy|physiotherapists|occupational therapy|"
    "occupational therapists|speech and language therapy|dietetics|podiatry|paediatrics|"
    "geriatrics|geriatricians|cardiology|oncology|radiology|general surgery|hospital pharmacy|"
    "urgent treatment centre|minor injuries unit|walk in centre|nhs 111|111|intermediate care|"
    "virtual ward|virtual wards|frailty team|frailty unit|discharge team|discharge lounge|"
    "hospital discharge|bed managers|bed management|ward staff|stroke unit|liaison and diversion|"
    "place of safety|136 suite|community matrons" },
  { PROVIDERS, VAGUE,
    "nhs|mental health|health service|health services|health trust|clinic|clinics|nurses|nursing|"
    "consultants|therapists|ward|wards|outpatients|discharge|community trust|community health" },

  { PRIMARY, USUAL,
    "gp|gps|general practice|general practices|general practitioner|general practitioners|"
    "gp practice|gp practices|gp federation|gp surgery|family doctor|family doctors|primary care|"
    "primary care network|primary care networks|pcn|pcns|surgery|surgeries|medical practice|"
    "medical centre|medical group|health centre|practice nurse|practice nurses|practice manager|"
    "practice managers|pharmacy|pharmacies|pharmacist|pharmacists|chemist|chemists|dental|dentist|"
    "dentists|dentistry|dental practice|optician|opticians|optometrist|optometrists|optometry|"
    "local medical committee|lmc|lmcs|out of hours doctors|gp out of hours|social prescribers|"
    "social prescribing link workers" },
  { PRIMARY, VAGUE, "practice|practices|federation|out of hours|doctors" },

  { COUNCIL, DECIDES, "director of public health" },
  { COUNCIL, USUAL,
    "council|councils|city council|county council|borough council|district council|parish council|"
    "town council|borough|local authority|local authorities|unitary authority|combined authority|"
    "adult social care|adult social services|adult services|adult care|adults services|asc|"
    "childrens services|childrens social care|social care|social services|social work|"
    "social worker|social workers|social work team|hospital social work team|public health|"
    "environmental services|environmental health|trading standards|elected members|"
    "elected member|councillor|councillors|cabinet member|cabinet members|portfolio holder|mayor|"
    "approved mental health professional|approved mental health professionals|amhp|amhps|amhp hub|"
    "amhp team|amhp service|emergency duty team|safeguarding team|adult safeguarding|"
    "safeguarding adults team|early help|family hub|family hubs|childrens centre|"
    "childrens centres|library|libraries|leisure services|planning department|licensing|"
    "reablement|reablement team|care brokerage|brokerage team|highways|town hall" },
  { COUNCIL, VAGUE, "authority|municipal" },

  { CARE, DECIDES, "care home|care homes|nursing home|nursing homes" },
  { CARE, USUAL,
    "residential home|residential homes|residential care|care provider|care providers|home care|"
    "homecare|domiciliary care|care agency|care agencies|care at home|live in care|care village|"
    "supported living|shared lives|hospice|hospices|day centre|day centres|care association|"
    "care workers|care group|personal assistants|rest home" },

  { HOUSING, USUAL,
    "housing|housing association|housing associations|council housing|housing team|"
    "housing options|housing trust|extra care housing|sheltered housing|homelessness|homeless|"
    "homelessness service|homelessness team|rough sleepers|rough sleeping|hostel|hostels|"
    "almshouses|almshouse|landlord|landlords|private landlords|tenancy|tenancy support|lettings|"
    "temporary accommodation|supported accommodation" },
  { HOUSING, VAGUE, "homes|estates" },

  { POLICE, DECIDES,
    "police and crime commissioner|police and crime panel|police federation|"
    "college of policing|fire and rescue" },
  { POLICE, USUAL,
    "police|constabulary|policing|fire service|fire brigade|fire station|firefighters|probation|"
    "probation service|prison|prisons|hmp|young offender institution|magistrates|"
    "magistrates court|crown court|county court|family court|coroner|coroners|youth justice|"
    "youth offending|youth offending team|custody|custody suite|custody sergeants|coastguard|"
    "street triage|court service|courts" },
  { POLICE, VAGUE, "justice|fire|rescue" },

  { WELFARE, USUAL,
    "jobcentre|job centre|jobcentres|dwp|department for work and pensions|universal credit|"
    "citizens advice|money advice|debt advice|welfare rights|welfare|benefits office|"
    "benefits team|benefits advice|advice centre|advice service|law centre|employment support|"
    "employment service|employment services|work coaches|credit union|credit unions|"
    "chamber of commerce|social security|employability" },
  { WELFARE, VAGUE, "employment|benefits|employers|jobs" },

  { EDUCATION, USUAL,
    "school|schools|primary school|secondary school|high school|infant school|junior school|"
    "special school|academy|academies|academy trust|college|colleges|university|universities|"
    "sixth form|further education|higher education|adult education|adult learning|"
    "pupil referral unit|nursery|nurseries|preschool|pre school|playgroup|students union|"
    "medical school|teachers|headteachers|early years" },
  { EDUCATION, VAGUE, "education|learning|training|students|pupils" },

  { VOLUNTARY, DECIDES,
    "friends of|charity|charities|charitable|registered charity|cic|community interest company|"
    "council for voluntary service|voluntary service council|voluntary sector|voluntary action|"
    "vcse|vcfse|vcse alliance|vcs|churches together|council of churches|council of mosques" },
  { VOLUNTARY, USUAL,
    "voluntary|volunteer|volunteers|volunteering|cvs|community action|food bank|food banks|foodbank|"
    "foodbanks|food pantry|church|churches|parish church|chapel|mosque|mosques|synagogue|"
    "gurdwara|mandir|cathedral|faith|faith group|faith groups|faith leaders|interfaith|"
    "mutual aid|social enterprise|social enterprises|third sector|crisis cafe|crisis house|"
    "safe haven|sanctuary|community centre|community centres|community association|"
    "community hub|community transport|community group|community groups|carers centre|"
    "carers support|carers trust|carers service|befriending|good neighbours|outreach|"
    "street outreach|refuge|womens aid|helpline|night shelter|peer support|peer support group|"
    "mens shed|mens sheds|soup kitchen|warm space|warm spaces|street pastors|youth club|"
    "youth centre|scouts|repair cafe|lunch club|community garden|community kitchen|"
    "support group|self help group|hospital radio|drop in|recovery cafe" },
  { VOLUNTARY, VAGUE, "foundation|cafe|fellowship|ministry|society|aid|club|drop in centre" },

  { PEOPLE, DECIDES,
    "healthwatch|lived experience|experts by experience|people who|people with|people in|"
    "people living|people at|people using|people we|youth council|young peoples council|"
    "patient participation group|tenants and residents association|residents association|"
    "tenants association|parent carer forum|parents and carers" },
  { PEOPLE, USUAL,
    "carers|carer|carers group|carers forum|unpaid carers|young carers|family carers|families|"
    "family members|relatives|residents|patients|service users|expert by experience|citizens|"
    "parents|neighbours|patient group|patient panel|peoples panel|citizens panel|"
    "citizens assembly|neighbourhood group|neighbourhood watch|neighbourhood forum|survivors|"
    "tenants|local people|community members|residents group|older peoples forum" },
  { PEOPLE, VAGUE, "people|communities|public|neighbourhood|community|youth|women|men" },

  { PARTNERSHIP, DECIDES,
    "integrated care partnership|health and wellbeing board|health and well being board|"
    "provider collaborative|place partnership|place based partnership|integrated care system|"
    "community safety partnership|safeguarding children partnership|safeguarding partnership|"
    "safeguarding adults board|safeguarding board|local resilience forum|crisis care concordat|"
    "integrated neighbourhood team|integrated neighbourhood teams|big room|transfer of care hub|"
    "integrated discharge team|youth justice board|local safeguarding children board" },
  { PARTNERSHIP, USUAL,
    "concordat|alliance|partnership board|delivery board|place board|place committee|"
    "system board|programme board|joint committee|collaborative|neighbourhood team|"
    "neighbourhood teams|multi agency team|mdt|mash|multi agency safeguarding hub|hwb|icp|"
    "leaders forum|providers forum|joint board|strategic partnership|local strategic partnership" },
  { PARTNERSHIP, VAGUE, "partnership|partnerships|board|forum|network|consortium" },

  { OTHER, DECIDES, "royal college|building society|insurance|newspaper|radio station" },
};

typedef struct
{
  KithId sector;
  int weight;
  const char *end;
  gsize length;
} Found;

static gboolean
is_better (const Found *a, const Found *b)
{
  if (a->weight != b->weight)
    return a->weight > b->weight;
  if (a->end != b->end)
    return a->end > b->end;
  return a->length > b->length;
}

/* The last place in `name`, which has a space at either end of each word, where the phrase ends; or
 * NULL. */
static const char *
last_end (const char *name, const char *phrase, gsize length)
{
  const char *end = NULL;

  for (const char *at = strchr (name, ' '); at != NULL; at = strchr (at + 1, ' '))
    if (at[1] == *phrase && strncmp (at + 1, phrase, length) == 0 && at[1 + length] == ' ')
      end = at + 1 + length;
  return end;
}

static void
look_for (const char *name, guint row, Found *best)
{
  const char *phrase = table[row].phrases;

  while (*phrase != '\0')
    {
      gsize length = strcspn (phrase, "|");
      Found found = { table[row].sector, table[row].weight, last_end (name, phrase, length),
                      length };

      if (found.end != NULL && is_better (&found, best))
        *best = found;
      phrase += length + (phrase[length] == '|');
    }
}

/* "ED" is an emergency department, "Ed" a man. */
static gboolean
has_capitals (const char *name, const char *word)
{
  const char *at = name;

  while ((at = strstr (at, word)) != NULL)
    {
      const char *end = at + strlen (word);

      if ((at == name || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at))))
          && !g_unichar_isalnum (g_utf8_get_char (end)))
        return TRUE;
      at = end;
    }
  return FALSE;
}

/**
 * kith_sector_guess:
 * @stakeholder_name: its name
 *
 * Costs some 60 µs: a few hundred phrases are looked for.
 *
 * Returns: the sector that its words point to; KITH_SECTOR_OTHER where they do not
 */
KithId
kith_sector_guess (const char *stakeholder_name)
{
  g_autofree char *valid = g_utf8_make_valid (stakeholder_name, -1);
  g_autofree char *name = kith_sector_plain (valid);
  Found best = { KITH_SECTOR_OTHER, -1, NULL, 0 };

  for (guint row = 0; row < G_N_ELEMENTS (table); row++)
    look_for (name, row, &best);

  if (best.weight < USUAL && has_capitals (valid, "ED"))
    return PROVIDERS;
  return best.sector;
}
