/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-lens-private.h"

#include "kith-compare.h"
#include "kith-opinion.h"
#include "kith-question.h"

#include <glib/gi18n-lib.h>

static const KithLensStep quiet_steps[] = {
  { N_ ("Link"), KITH_PEN_QUIET, KITH_INK_LINE },
};

/* By KithLinkKind; the words are those of the kind. */
static const KithLensStep kind_steps[] = {
  { NULL, KITH_PEN_THIN, KITH_INK_ACCENT + 12 },     { NULL, KITH_PEN_THICK, KITH_INK_ACCENT + 1 },
  { NULL, KITH_PEN_DOUBLE, KITH_INK_ACCENT + 8 },    { NULL, KITH_PEN_THICK, KITH_INK_ACCENT + 3 },
  { NULL, KITH_PEN_DASHED, KITH_INK_ACCENT + 2 },    { NULL, KITH_PEN_DOUBLE, KITH_INK_ACCENT + 5 },
  { NULL, KITH_PEN_DASH_DOT, KITH_INK_ACCENT + 11 }, { NULL, KITH_PEN_LONG_DASH, KITH_INK_ACCENT },
  { NULL, KITH_PEN_DOTTED, KITH_INK_DIM },           { NULL, KITH_PEN_ZIGZAG, KITH_INK_TRUST + 1 },
};

static void
put_kind (const KithView *view, KithMap *map, const KithLink *link, KithLinkLook *look)
{
  kith_lens_put_link (KITH_LENS_KIND, (guint) link->kind, look);
}

static void
put_quiet (const KithView *view, KithMap *map, const KithLink *link, KithLinkLook *look)
{
  kith_lens_put_link (KITH_LENS_PLAIN, 0, look);
}

typedef enum
{
  BOX_OF_SECTOR,
  BOX_PLAIN,
  BOX_OF_LEVEL,
  BOX_OF_STORY,
  BOX_OF_POSITION,
  BOX_OF_PURPOSE,
  BOX_OF_TEAM,
} BoxLens;

typedef struct
{
  const KithLensStep *steps; /* NULL: links are drawn as what their ends say */
  guint n_steps;
  KithLensLink link;
  BoxLens box;
  KithDimension dimension;
  gboolean needs_ratings;
} KithLensInfo;

#define STEPS(table) table, G_N_ELEMENTS (table)
#define RATED(dimension)                          \
  {                                               \
    NULL, 0, NULL, BOX_OF_SECTOR, dimension, TRUE \
  }

static const KithLensInfo lenses[KITH_N_LENSES] = {
  [KITH_LENS_TRUST] = RATED (KITH_TRUST),
  [KITH_LENS_RESPECT] = RATED (KITH_RESPECT),
  [KITH_LENS_UNDERSTANDING] = RATED (KITH_UNDERSTANDING),
  [KITH_LENS_GAP] = { kith_gap_steps, KITH_N_GAPS, kith_lens_gap, BOX_OF_SECTOR, KITH_TRUST, TRUE },
  [KITH_LENS_CHANGE] = { kith_change_steps, KITH_N_CHANGED, kith_lens_change, BOX_OF_SECTOR },
  [KITH_LENS_PLAIN] = { STEPS (quiet_steps), put_quiet, BOX_PLAIN },
  [KITH_LENS_AGE] = { kith_age_steps, KITH_N_AGES, kith_lens_age, BOX_OF_SECTOR },
  [KITH_LENS_LAST_CONTACT] = { kith_contact_steps, KITH_N_CONTACTS, kith_lens_contact,
                               BOX_OF_SECTOR },
  [KITH_LENS_CONFLICT] = { kith_conflict_steps, KITH_N_CONFLICTS, kith_lens_conflict,
                           BOX_OF_SECTOR },
  [KITH_LENS_BASIS] = { kith_basis_steps, KITH_N_BASED, kith_lens_basis, BOX_OF_SECTOR, KITH_TRUST,
                        TRUE },
  [KITH_LENS_SECTOR] = { STEPS (quiet_steps), put_quiet, BOX_OF_SECTOR },
  [KITH_LENS_LEVEL] = { STEPS (quiet_steps), put_quiet, BOX_OF_LEVEL },
  [KITH_LENS_KIND] = { STEPS (kind_steps), put_kind, BOX_OF_SECTOR },
  [KITH_LENS_STORY] = { STEPS (quiet_steps), put_quiet, BOX_OF_STORY },
  [KITH_LENS_POSITIONS] = { kith_position_steps, KITH_N_AGREES, kith_lens_positions,
                            BOX_OF_POSITION },
  [KITH_LENS_PURPOSE] = { STEPS (quiet_steps), put_quiet, BOX_OF_PURPOSE },
  [KITH_LENS_PULSE] = { STEPS (quiet_steps), put_quiet, BOX_OF_TEAM },
  [KITH_LENS_LOAD] = { STEPS (quiet_steps), put_quiet, BOX_OF_TEAM },
  [KITH_LENS_SPACES] = { STEPS (kith_meeting_steps), kith_lens_meeting, BOX_OF_TEAM },
};

void
kith_lens_put_half (KithLens lens, guint step, KithHalfLook *half)
{
  const KithLensStep *one = &lenses[lens].steps[step];

  *half = (KithHalfLook){ .pen = one->pen, .ink = one->ink, .step = (guint8) step };
}

void
kith_lens_put_link (KithLens lens, guint step, KithLinkLook *look)
{
  *look = (KithLinkLook){ .middle = lenses[lens].steps[step].middle };
  kith_lens_put_half (lens, step, &look->halves[KITH_END_A]);
  kith_lens_put_half (lens, step, &look->halves[KITH_END_B]);
}

KithDimension
kith_lens_dimension (KithLens lens)
{
  return lenses[lens].dimension;
}

gboolean
kith_lens_is_rated (KithLens lens)
{
  return lenses[lens].steps == NULL;
}

gboolean
kith_lens_needs_ratings (KithLens lens)
{
  return lenses[lens].needs_ratings;
}

gboolean
kith_lens_shows_sectors (KithLens lens)
{
  return lenses[lens].box == BOX_OF_SECTOR;
}

/* One who is not there, for the audience or yet, sees nothing. */
static gboolean
has_eyes (const KithView *view, KithMap *map)
{
  return view->through != 0 && kith_map_stakeholder (map, view->through) != NULL;
}

/**
 * kith_lens_link:
 * @view: how the map is looked at
 * @map: a map made for its audience, as at its day
 * @link: one of its links
 * @look: (out): how it is drawn
 *
 * Cost: the records of the link.
 */
void
kith_lens_link (const KithView *view, KithMap *map, const KithLink *link, KithLinkLook *look)
{
  const KithLensInfo *info = &lenses[view->lens];

  *look = (KithLinkLook){ .is_rated = info->steps == NULL };
  if (info->link != NULL && view->audience == KITH_PUBLIC
      && (info->needs_ratings || kith_lens_asks (view->lens)))
    put_quiet (view, map, link, look);
  else if (info->link != NULL)
    info->link (view, map, link, look);
  look->hushed = link->a != view->through && link->b != view->through && has_eyes (view, map);
}

static gboolean
is_linked (KithMap *map, KithId one, KithId other)
{
  const GPtrArray *referrers = kith_map_referrers (map, one);

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      const KithLink *link = referrers->pdata[i];

      if (KITH_KIND (link) == KITH_LINK && (link->a == other || link->b == other))
        return TRUE;
    }
  return FALSE;
}

static void
put_change (const KithView *view, KithId id, KithBoxLook *look)
{
  KithFate fate = view->comparison != NULL ? kith_comparison_of (view->comparison, id) : KITH_SAME;
  static const char *const badges[] = { "", "+", "−", "~" };

  g_strlcpy (look->badge, badges[fate], sizeof look->badge);
  look->hushed = fate == KITH_WENT;
}

/**
 * kith_lens_box:
 * @view: how the map is looked at
 * @map: a map made for its audience, as at its day
 * @stakeholder: one of its stakeholders
 * @colour: of its sector
 * @look: (out): how it is drawn
 */
void
kith_lens_box (const KithView *view,
               KithMap *map,
               const KithStakeholder *stakeholder,
               int colour,
               KithBoxLook *look)
{
  KithId id = stakeholder->record.id;

  *look = (KithBoxLook){ .tint = (guint8) (KITH_TINT_SECTOR + colour), .step = KITH_NO_STEP };
  switch (lenses[view->lens].box)
    {
    case BOX_PLAIN:
      look->tint = KITH_TINT_PLAIN;
      break;
    case BOX_OF_LEVEL:
      kith_lens_box_step_look (view->lens, (guint) stakeholder->level, look);
      break;
    case BOX_OF_STORY:
      kith_lens_box_step_look (view->lens, (guint) stakeholder->story, look);
      break;
    case BOX_OF_POSITION:
      kith_lens_position_box (view, map, stakeholder, look);
      break;
    case BOX_OF_PURPOSE:
      kith_lens_purpose_box (view, map, stakeholder, look);
      break;
    case BOX_OF_TEAM:
      kith_lens_team_box (view, map, stakeholder, look);
      break;
    default:
      break;
    }
  if (view->lens == KITH_LENS_CHANGE)
    put_change (view, id, look);
  if (id != view->through && has_eyes (view, map) && !is_linked (map, id, view->through))
    look->hushed = TRUE;
}

guint
kith_lens_n_steps (KithLens lens)
{
  return lenses[lens].n_steps;
}

const char *
kith_lens_step_words (KithLens lens, guint step)
{
  const char *label = lenses[lens].steps[step].label;

  return label != NULL ? _ (label) : kith_enum_label (&kith_link_kinds, (int) step);
}

void
kith_lens_step_look (KithLens lens, guint step, KithLinkLook *look)
{
  kith_lens_put_link (lens, step, look);
}

guint
kith_lens_n_box_steps (KithLens lens)
{
  switch (lenses[lens].box)
    {
    case BOX_OF_LEVEL:
      return kith_levels.n_values;
    case BOX_OF_STORY:
      return kith_stories.n_values;
    case BOX_OF_PURPOSE:
      return kith_stances.n_values;
    case BOX_OF_TEAM:
      return kith_lens_n_team_steps (lens);
    default:
      return 0;
    }
}

const char *
kith_lens_box_step_words (KithLens lens, guint step)
{
  if (lenses[lens].box == BOX_OF_LEVEL)
    return step == KITH_LEVEL_UNSET ? _ ("Level not said")
                                    : kith_enum_label (&kith_levels, (int) step);
  if (lenses[lens].box == BOX_OF_PURPOSE)
    return kith_enum_label (&kith_stances, (int) step);
  if (lenses[lens].box == BOX_OF_TEAM)
    return kith_lens_team_words (lens, step);
  return kith_enum_label (&kith_stories, (int) step);
}

void
kith_lens_box_step_look (KithLens lens, guint step, KithBoxLook *look)
{
  gboolean level = lenses[lens].box == BOX_OF_LEVEL;

  if (lenses[lens].box == BOX_OF_PURPOSE)
    {
      kith_lens_purpose_step (step, look);
      return;
    }
  if (lenses[lens].box == BOX_OF_TEAM)
    {
      kith_lens_team_step (lens, step, look);
      return;
    }
  *look = (KithBoxLook){ .tint = (guint8) ((level ? KITH_TINT_LEVEL : KITH_TINT_STORY) + step),
                         .step = (guint8) step };
  if (level && step != KITH_LEVEL_UNSET)
    g_snprintf (look->badge, sizeof look->badge, "%u", step);
}

/* "Police 4 Strong" */
static char *
say_end (KithMap *map, const KithLink *link, KithEnd end, KithDimension dimension)
{
  const KithStakeholder *rater = kith_map_stakeholder (map, kith_link_rater (link, end));
  g_autofree char *words = NULL;
  KithOpinion opinion;

  kith_opinion_of (map, link->record.id, end, dimension, &opinion);
  words = kith_opinion_to_words (&opinion);
  /* Translators: who says it, and what: "Police: 4 Strong" */
  return g_strdup_printf (_ ("%s: %s"), kith_stakeholder_short_name (rater), words);
}

static char *
say_dimension (KithMap *map, const KithLink *link, KithDimension dimension)
{
  g_autofree char *a = say_end (map, link, KITH_END_A, dimension);
  g_autofree char *b = say_end (map, link, KITH_END_B, dimension);

  /* Translators: "Respect. Police: 4 Strong; ED: Not known" */
  return g_strdup_printf (_ ("%s. %s; %s"), kith_enum_label (&kith_dimensions, (int) dimension), a,
                          b);
}

/**
 * kith_lens_say_link:
 * @view: how the map is looked at
 * @map: a map made for its audience, as at its day
 * @link: one of its links
 *
 * Returns: (transfer full): what the lens shows of it, in words
 */
char *
kith_lens_say_link (const KithView *view, KithMap *map, const KithLink *link)
{
  g_autofree char *trust = kith_link_to_words (map, link);
  const char *a;
  const char *b;
  KithLinkLook look;

  if (kith_lens_is_rated (view->lens))
    return kith_lens_dimension (view->lens) == KITH_TRUST
               ? g_steal_pointer (&trust)
               : say_dimension (map, link, kith_lens_dimension (view->lens));
  if (kith_lens_n_steps (view->lens) < 2
      || ((kith_lens_needs_ratings (view->lens) || kith_lens_asks (view->lens))
          && view->audience == KITH_PUBLIC))
    return g_steal_pointer (&trust);
  kith_lens_link (view, map, link, &look);
  a = kith_lens_step_words (view->lens, look.halves[KITH_END_A].step);
  b = kith_lens_step_words (view->lens, look.halves[KITH_END_B].step);
  if (look.halves[KITH_END_A].step == look.halves[KITH_END_B].step)
    /* Translators: a lens, what it shows of a link, and what its ends say. */
    return g_strdup_printf (_ ("%s: %s. %s"), kith_enum_label (&kith_lenses, (int) view->lens), a,
                            trust);
  /* Translators: a lens, what it shows of either half of a link, and what its ends say. */
  return g_strdup_printf (_ ("%s: %s; %s. %s"), kith_enum_label (&kith_lenses, (int) view->lens), a,
                          b, trust);
}

/**
 * kith_view_lens_words:
 * @view: a view
 * @map: the map that goes with it
 *
 * Returns: (transfer full): what of the map is made visible, and through whose eyes
 */
char *
kith_view_lens_words (const KithView *view, KithMap *map)
{
  const KithStakeholder *eyes = view->through != 0 ? kith_map_stakeholder (map, view->through)
                                                   : NULL;
  const char *lens = kith_enum_label (&kith_lenses, (int) view->lens);

  if (eyes == NULL)
    return g_strdup (lens);
  /* Translators: a lens ("Trust"), and the stakeholder whose view it is. */
  return g_strdup_printf (_ ("%s, through the eyes of %s"), lens,
                          kith_stakeholder_short_name (eyes));
}
