/* SPDX-License-Identifier: GPL-3.0-or-later */
/* By what there is to filter, as one table. */
#include "kith-filter-private.h"

#include <glib/gi18n-lib.h>

/* Whoever may not see a field may not filter by it either. */
static const struct
{
  const char *key;
  const char *label;
  const KithEnum *values;
  gboolean is_choice;
  KithAudience audience;
} criteria[KITH_N_CRITERIA] = {
  [KITH_BY_SECTOR] = { "sector", N_ ("Sector"), NULL, TRUE, KITH_PUBLIC },
  [KITH_BY_LEVEL] = { "level", N_ ("Level"), &kith_levels, TRUE, KITH_PUBLIC },
  [KITH_BY_KIND] = { "kind", N_ ("Kind"), NULL, TRUE, KITH_PUBLIC },
  [KITH_BY_FORM] = { "form", N_ ("Form"), &kith_forms, TRUE, KITH_PUBLIC },
  [KITH_BY_STORY] = { "story", N_ ("Place in the story"), &kith_stories, TRUE, KITH_PUBLIC },
  [KITH_BY_LINK] = { "link", N_ ("Kind of link"), &kith_link_kinds, TRUE, KITH_PUBLIC },
  [KITH_BY_TRUST] = { "trust", N_ ("Trust"), NULL, FALSE, KITH_PARTNERS },
  [KITH_BY_TAG] = { "tag", N_ ("Tag"), NULL, TRUE, KITH_PARTNERS },
  [KITH_BY_EXISTED] = { "existed", N_ ("Existed"), NULL, FALSE, KITH_PUBLIC },
  [KITH_BY_HAPPENED] = { "happened", N_ ("Something happened"), NULL, FALSE, KITH_PUBLIC },
  [KITH_BY_TEXT] = { "text", N_ ("Text"), NULL, FALSE, KITH_PUBLIC },
};

G_DEFINE_QUARK (kith - filter - error - quark, kith_filter_error)

const char *
kith_criterion_key (KithCriterion criterion)
{
  return criteria[criterion].key;
}

const char *
kith_criterion_label (KithCriterion criterion)
{
  return _ (criteria[criterion].label);
}

KithAudience
kith_criterion_audience (KithCriterion criterion)
{
  return criteria[criterion].audience;
}

gboolean
kith_criterion_is_choice (KithCriterion criterion)
{
  return criteria[criterion].is_choice;
}

const KithEnum *
kith_criterion_enum (KithCriterion criterion)
{
  return criteria[criterion].values;
}

/**
 * kith_criterion_from_key:
 * @key: "sector", in any case
 * @criterion: (out): which it is
 *
 * Returns: whether there is such a one
 */
gboolean
kith_criterion_from_key (const char *key, KithCriterion *criterion)
{
  for (guint i = 0; i < KITH_N_CRITERIA; i++)
    if (g_ascii_strcasecmp (criteria[i].key, key) == 0)
      {
        *criterion = (KithCriterion) i;
        return TRUE;
      }
  return FALSE;
}

const char *
kith_filter_enum_key (const KithEnum *values, int value)
{
  const char *key = kith_enum_key (values, value);

  return *key != '\0' ? key : KITH_NOT_SAID;
}
