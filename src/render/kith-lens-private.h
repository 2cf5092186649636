/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the lenses share; nobody else includes it. */
#pragma once

#include "kith-lens.h"

G_BEGIN_DECLS

/* A step of a lens of links: how it looks and what it means. */
typedef struct
{
  const char *label; /* untranslated */
  guint8 pen;
  guint8 ink;
  guint8 middle;
} KithLensStep;

typedef void (*KithLensLink) (const KithView *view,
                              KithMap *map,
                              const KithLink *link,
                              KithLinkLook *look);

/* Both halves like a step. */
void kith_lens_put_link (KithLens lens, guint step, KithLinkLook *look);
void kith_lens_put_half (KithLens lens, guint step, KithHalfLook *half);

/* kith-lens-said.c */
enum
{
  KITH_GAP_NONE,
  KITH_GAP_1,
  KITH_GAP_2,
  KITH_GAP_3,
  KITH_GAP_ONE_SIDED,
  KITH_GAP_UNKNOWN,
  KITH_N_GAPS,
};
extern const KithLensStep kith_gap_steps[KITH_N_GAPS];
void kith_lens_gap (const KithView *, KithMap *, const KithLink *, KithLinkLook *);
enum
{
  KITH_BASED_AGREED,
  KITH_BASED_OWN_WORDS,
  KITH_BASED_IMPRESSION,
  KITH_BASED_NOT_SAID,
  KITH_BASED_NOT_YET,
  KITH_N_BASED,
};
extern const KithLensStep kith_basis_steps[KITH_N_BASED];
void kith_lens_basis (const KithView *, KithMap *, const KithLink *, KithLinkLook *);
enum
{
  KITH_CHANGED_CAME,
  KITH_CHANGED_WENT,
  KITH_CHANGED_ROSE,
  KITH_CHANGED_FELL,
  KITH_CHANGED_FIRST,
  KITH_CHANGED_LAST,
  KITH_CHANGED_OTHERWISE,
  KITH_CHANGED_NOT,
  KITH_N_CHANGED,
};
extern const KithLensStep kith_change_steps[KITH_N_CHANGED];
void kith_lens_change (const KithView *, KithMap *, const KithLink *, KithLinkLook *);

/* kith-lens-past.c */
enum
{
  KITH_AGE_20,
  KITH_AGE_10,
  KITH_AGE_3,
  KITH_AGE_NEW,
  KITH_AGE_UNKNOWN,
  KITH_N_AGES,
};
extern const KithLensStep kith_age_steps[KITH_N_AGES];
void kith_lens_age (const KithView *, KithMap *, const KithLink *, KithLinkLook *);
enum
{
  KITH_CONTACT_MONTHS,
  KITH_CONTACT_YEAR,
  KITH_CONTACT_YEARS,
  KITH_CONTACT_LONG,
  KITH_CONTACT_NEVER,
  KITH_N_CONTACTS,
};
extern const KithLensStep kith_contact_steps[KITH_N_CONTACTS];
void kith_lens_contact (const KithView *, KithMap *, const KithLink *, KithLinkLook *);
enum
{
  KITH_CONFLICT_NOW,
  KITH_CONFLICT_STRAINED,
  KITH_CONFLICT_CUT,
  KITH_CONFLICT_MENDED,
  KITH_CONFLICT_NONE,
  KITH_N_CONFLICTS,
};
extern const KithLensStep kith_conflict_steps[KITH_N_CONFLICTS];
void kith_lens_conflict (const KithView *, KithMap *, const KithLink *, KithLinkLook *);

/* kith-lens-asked.c; steps by KithAgrees */
extern const KithLensStep kith_position_steps[];
void kith_lens_positions (const KithView *, KithMap *, const KithLink *, KithLinkLook *);
void kith_lens_position_box (const KithView *, KithMap *, const KithStakeholder *, KithBoxLook *);
/* kith-lens-teams.c: pulse, load and spaces */
extern const KithLensStep kith_meeting_steps[2];
void kith_lens_meeting (const KithView *, KithMap *, const KithLink *, KithLinkLook *);
guint kith_lens_n_team_steps (KithLens lens);
const char *kith_lens_team_words (KithLens lens, guint step);
void kith_lens_team_step (KithLens lens, guint step, KithBoxLook *look);
void kith_lens_team_box (const KithView *, KithMap *, const KithStakeholder *, KithBoxLook *);
void kith_lens_purpose_step (guint step, KithBoxLook *look);
void kith_lens_purpose_box (const KithView *, KithMap *, const KithStakeholder *, KithBoxLook *);

G_END_DECLS
