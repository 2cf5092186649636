/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who usually belongs: lists to start a map from, by what they are, never by a name and never with
 * a rating. The people whom it is about come first. */
#include "kith-sectors.h"

#include <glib/gi18n-lib.h>

#include "kith-sectors-private.h"

#define ORGANISATION KITH_FORM_ORGANISATION
#define TEAM KITH_FORM_TEAM
#define ROLE KITH_FORM_ROLE
#define GROUP KITH_FORM_GROUP
#define NEIGHBOURHOOD KITH_LEVEL_NEIGHBOURHOOD
#define PLACE KITH_LEVEL_PLACE
#define SYSTEM KITH_LEVEL_SYSTEM

static const KithStarterItem crisis[] = {
  { N_ ("People who have been in crisis"), PEOPLE, N_ ("people with lived experience"), PLACE,
    GROUP },
  { N_ ("Families and carers"), PEOPLE, N_ ("carers"), PLACE, GROUP },
  { N_ ("Police"), POLICE, N_ ("police force"), PLACE, ORGANISATION },
  { N_ ("Police control room"), POLICE, N_ ("police force"), SYSTEM, TEAM },
  { N_ ("Ambulance service"), PROVIDERS, N_ ("ambulance trust"), SYSTEM, ORGANISATION },
  { N_ ("Emergency department"), PROVIDERS, N_ ("acute trust"), PLACE, TEAM },
  { N_ ("Liaison psychiatry"), PROVIDERS, N_ ("mental health trust"), PLACE, TEAM },
  { N_ ("Crisis resolution and home treatment team"), PROVIDERS, N_ ("mental health trust"), PLACE,
    TEAM },
  { N_ ("Community mental health team"), PROVIDERS, N_ ("mental health trust"), PLACE, TEAM },
  { N_ ("Inpatient mental health wards"), PROVIDERS, N_ ("mental health trust"), PLACE, TEAM },
  { N_ ("Children and young people’s mental health"), PROVIDERS, N_ ("mental health trust"), PLACE,
    TEAM },
  { N_ ("NHS 111 mental health line"), PROVIDERS, "", SYSTEM, TEAM },
  { N_ ("Approved mental health professionals"), COUNCIL, N_ ("adult social care"), PLACE, TEAM },
  { N_ ("Adult social care"), COUNCIL, N_ ("adult social care"), PLACE, ORGANISATION },
  { N_ ("GP practices"), PRIMARY, N_ ("GP practice"), NEIGHBOURHOOD, GROUP },
  { N_ ("Integrated care board"), COMMISSIONING, N_ ("integrated care board"), SYSTEM,
    ORGANISATION },
  { N_ ("Crisis café or safe haven"), VOLUNTARY, N_ ("charity"), PLACE, ORGANISATION },
  { N_ ("Drug and alcohol service"), VOLUNTARY, N_ ("charity"), PLACE, ORGANISATION },
  { N_ ("Housing associations"), HOUSING, N_ ("housing association"), PLACE, GROUP },
  { N_ ("Homelessness service"), HOUSING, N_ ("homelessness service"), PLACE, TEAM },
  { N_ ("Probation"), POLICE, N_ ("probation"), PLACE, ORGANISATION },
  { N_ ("Welfare rights and money advice"), WELFARE, N_ ("money advice"), PLACE, TEAM },
};

static const KithStarterItem discharge[] = {
  { N_ ("People going home from hospital"), PEOPLE, N_ ("people with lived experience"), PLACE,
    GROUP },
  { N_ ("Families and unpaid carers"), PEOPLE, N_ ("carers"), PLACE, GROUP },
  { N_ ("Hospital wards"), PROVIDERS, N_ ("acute trust"), PLACE, TEAM },
  { N_ ("Bed management"), PROVIDERS, N_ ("acute trust"), PLACE, TEAM },
  { N_ ("Hospital therapists"), PROVIDERS, N_ ("acute trust"), PLACE, TEAM },
  { N_ ("Hospital pharmacy"), PROVIDERS, N_ ("acute trust"), PLACE, TEAM },
  { N_ ("Patient transport"), PROVIDERS, N_ ("ambulance trust"), SYSTEM, TEAM },
  { N_ ("Transfer of care hub"), PARTNERSHIP, "", PLACE, TEAM },
  { N_ ("Hospital social work team"), COUNCIL, N_ ("adult social care"), PLACE, TEAM },
  { N_ ("Reablement"), COUNCIL, N_ ("adult social care"), PLACE, TEAM },
  { N_ ("Care brokerage"), COUNCIL, N_ ("adult social care"), PLACE, TEAM },
  { N_ ("Care homes"), CARE, N_ ("care home"), NEIGHBOURHOOD, GROUP },
  { N_ ("Care home managers"), CARE, N_ ("care home"), NEIGHBOURHOOD, ROLE },
  { N_ ("Home care agencies"), CARE, N_ ("home care agency"), NEIGHBOURHOOD, GROUP },
  { N_ ("Care association"), CARE, "", PLACE, ORGANISATION },
  { N_ ("Community nursing"), PROVIDERS, N_ ("community trust"), NEIGHBOURHOOD, TEAM },
  { N_ ("GP practices"), PRIMARY, N_ ("GP practice"), NEIGHBOURHOOD, GROUP },
  { N_ ("Community pharmacies"), PRIMARY, N_ ("pharmacy"), NEIGHBOURHOOD, GROUP },
  { N_ ("Integrated care board"), COMMISSIONING, N_ ("integrated care board"), SYSTEM,
    ORGANISATION },
  { N_ ("Home from hospital volunteers"), VOLUNTARY, N_ ("charity"), PLACE, GROUP },
};

static const KithStarterItem neighbourhood[] = {
  { N_ ("Residents"), PEOPLE, N_ ("residents"), NEIGHBOURHOOD, GROUP },
  { N_ ("Unpaid carers"), PEOPLE, N_ ("carers"), NEIGHBOURHOOD, GROUP },
  { N_ ("Tenants and residents association"), PEOPLE, N_ ("neighbourhood group"), NEIGHBOURHOOD,
    GROUP },
  { N_ ("Healthwatch"), PEOPLE, N_ ("Healthwatch"), PLACE, ORGANISATION },
  { N_ ("Primary care network"), PRIMARY, N_ ("primary care network"), NEIGHBOURHOOD,
    ORGANISATION },
  { N_ ("GP practices"), PRIMARY, N_ ("GP practice"), NEIGHBOURHOOD, GROUP },
  { N_ ("Social prescribing link workers"), PRIMARY, "", NEIGHBOURHOOD, ROLE },
  { N_ ("Community pharmacies"), PRIMARY, N_ ("pharmacy"), NEIGHBOURHOOD, GROUP },
  { N_ ("Community nursing"), PROVIDERS, N_ ("community trust"), NEIGHBOURHOOD, TEAM },
  { N_ ("Community mental health team"), PROVIDERS, N_ ("mental health trust"), NEIGHBOURHOOD,
    TEAM },
  { N_ ("Adult social care locality team"), COUNCIL, N_ ("adult social care"), NEIGHBOURHOOD,
    TEAM },
  { N_ ("Public health"), COUNCIL, N_ ("public health"), PLACE, TEAM },
  { N_ ("Ward councillors"), COUNCIL, N_ ("elected members"), NEIGHBOURHOOD, ROLE },
  { N_ ("Housing associations"), HOUSING, N_ ("housing association"), NEIGHBOURHOOD, GROUP },
  { N_ ("Neighbourhood policing team"), POLICE, N_ ("police force"), NEIGHBOURHOOD, TEAM },
  { N_ ("Schools"), EDUCATION, N_ ("school"), NEIGHBOURHOOD, GROUP },
  { N_ ("Jobcentre"), WELFARE, N_ ("jobcentre"), NEIGHBOURHOOD, ORGANISATION },
  { N_ ("Community centre"), VOLUNTARY, N_ ("charity"), NEIGHBOURHOOD, ORGANISATION },
  { N_ ("Faith groups"), VOLUNTARY, N_ ("faith group"), NEIGHBOURHOOD, GROUP },
  { N_ ("Council for voluntary service"), VOLUNTARY, N_ ("infrastructure body"), PLACE,
    ORGANISATION },
  { N_ ("Place partnership"), PARTNERSHIP, N_ ("place partnership"), PLACE, ORGANISATION },
};

const KithStarter kith_starters[] = {
  { "crisis", N_ ("Mental health crisis"),
    N_ ("From the call for help to a safe place: who meets a person in crisis, and who should."),
    G_N_ELEMENTS (crisis), crisis },
  { "discharge", N_ ("Hospital discharge to care homes"),
    N_ ("From the ward to the front door: who decides, who waits and who takes over."),
    G_N_ELEMENTS (discharge), discharge },
  { "neighbourhood", N_ ("Neighbourhood"),
    N_ ("Who lives and works in one neighbourhood and could look after it together."),
    G_N_ELEMENTS (neighbourhood), neighbourhood },
};

const guint kith_n_starters = G_N_ELEMENTS (kith_starters);
