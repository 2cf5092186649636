/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lenses of what the ends have said of one another: the gap between them, on what it rests, what
 * has changed. */
#include "kith-lens-private.h"

#include "kith-compare.h"

#include <glib/gi18n-lib.h>
#include <math.h>

const KithLensStep kith_gap_steps[KITH_N_GAPS] = {
  [KITH_GAP_NONE] = { N_ ("Less than a step apart"), KITH_PEN_THIN, KITH_INK_TRUST + 3 },
  [KITH_GAP_1] = { N_ ("One step apart"), KITH_PEN_DASHED, KITH_INK_RAMP + 2 },
  [KITH_GAP_2] = { N_ ("Two steps apart"), KITH_PEN_THICK, KITH_INK_RAMP + 3 },
  [KITH_GAP_3] = { N_ ("Three steps or more apart"), KITH_PEN_DOUBLE, KITH_INK_RAMP + 4 },
  [KITH_GAP_ONE_SIDED] = { N_ ("One end has not said"), KITH_PEN_LONG_DASH, KITH_INK_DIM },
  [KITH_GAP_UNKNOWN] = { N_ ("Neither end has said"), KITH_PEN_DOTTED, KITH_INK_LINE },
};

const KithLensStep kith_basis_steps[KITH_N_BASED] = {
  [KITH_BASED_AGREED] = { N_ ("Agreed in the room"), KITH_PEN_DOUBLE, KITH_INK_TRUST + 5 },
  [KITH_BASED_OWN_WORDS] = { N_ ("In their own words"), KITH_PEN_THICK, KITH_INK_TRUST + 4 },
  [KITH_BASED_IMPRESSION] = { N_ ("Our impression only"), KITH_PEN_DASHED, KITH_INK_TRUST + 2 },
  [KITH_BASED_NOT_SAID] = { N_ ("Not known, or not said"), KITH_PEN_DOTTED, KITH_INK_TRUST },
  [KITH_BASED_NOT_YET] = { N_ ("Not rated yet"), KITH_PEN_QUIET, KITH_INK_LINE },
};

const KithLensStep kith_change_steps[KITH_N_CHANGED] = {
  [KITH_CHANGED_CAME] = { N_ ("Came"), KITH_PEN_DOUBLE, KITH_INK_RAMP + 3, KITH_MIDDLE_PLUS },
  [KITH_CHANGED_WENT] = { N_ ("Went"), KITH_PEN_LONG_DASH, KITH_INK_DIM, KITH_MIDDLE_MINUS },
  [KITH_CHANGED_ROSE] = { N_ ("Rose: was › is"), KITH_PEN_THICK, KITH_INK_TRUST + 4 },
  [KITH_CHANGED_FELL] = { N_ ("Fell: was › is"), KITH_PEN_DASHED, KITH_INK_TRUST + 2 },
  [KITH_CHANGED_FIRST] = { N_ ("Said for the first time"), KITH_PEN_THIN, KITH_INK_RAMP + 3 },
  [KITH_CHANGED_LAST] = { N_ ("Not said any more"), KITH_PEN_DOTTED, KITH_INK_DIM },
  [KITH_CHANGED_OTHERWISE] = { N_ ("Changed otherwise"), KITH_PEN_DASH_DOT, KITH_INK_TEXT },
  [KITH_CHANGED_NOT] = { N_ ("As it was"), KITH_PEN_QUIET, KITH_INK_LINE },
};

static void
put_digit (KithHalfLook *half, const KithOpinion *opinion)
{
  g_autofree char *digit = kith_opinion_to_digit (opinion);

  g_snprintf (half->text, sizeof half->text, opinion->impression ? "(%s)" : "%s", digit);
}

static guint
gap_step (const KithOpinion ends[2])
{
  if (ends[0].voices == 0 && ends[1].voices == 0)
    return KITH_GAP_UNKNOWN;
  if (ends[0].voices == 0 || ends[1].voices == 0)
    return KITH_GAP_ONE_SIDED;
  return KITH_GAP_NONE + MIN ((guint) floor (fabs (ends[0].median - ends[1].median)), 3);
}

void
kith_lens_gap (const KithView *view, KithMap *map, const KithLink *link, KithLinkLook *look)
{
  KithOpinion ends[2];

  for (guint end = KITH_END_A; end <= KITH_END_B; end++)
    kith_opinion_of (map, link->record.id, (KithEnd) end, KITH_TRUST, &ends[end]);
  kith_lens_put_link (KITH_LENS_GAP, gap_step (ends), look);
  for (guint end = KITH_END_A; end <= KITH_END_B; end++)
    {
      look->halves[end].chevron = kith_opinion_is_rated (&ends[end]);
      put_digit (&look->halves[end], &ends[end]);
    }
}

/* The same voice has spoken again since. */
static gboolean
is_superseded (const GPtrArray *all, guint i)
{
  const KithAssessment *one = all->pdata[i];

  for (guint j = i + 1; j < all->len; j++)
    {
      const KithAssessment *later = all->pdata[j];

      if (later->scores[KITH_TRUST] != KITH_SCORE_UNSET && g_str_equal (later->voice, one->voice))
        return TRUE;
    }
  return FALSE;
}

/* The best of what counts: one voice's own words are heard, whatever others only guess. */
static guint
basis_step (KithMap *map, KithId link, KithEnd end)
{
  g_autoptr (GPtrArray) all = kith_map_assessments_of (map, link, end);
  guint step = KITH_BASED_IMPRESSION;
  KithOpinion opinion;

  kith_opinion_of (map, link, end, KITH_TRUST, &opinion);
  if (opinion.voices == 0)
    return kith_opinion_is_rated (&opinion) ? KITH_BASED_NOT_SAID : KITH_BASED_NOT_YET;
  for (guint i = 0; i < all->len && !opinion.impression; i++)
    {
      const KithAssessment *one = all->pdata[i];

      if (one->scores[KITH_TRUST] == KITH_SCORE_UNSET || is_superseded (all, i))
        continue;
      if (one->basis == KITH_BASIS_AGREED)
        step = KITH_BASED_AGREED;
      else if (one->basis == KITH_BASIS_OWN_WORDS && step != KITH_BASED_AGREED)
        step = KITH_BASED_OWN_WORDS;
    }
  return step;
}

void
kith_lens_basis (const KithView *view, KithMap *map, const KithLink *link, KithLinkLook *look)
{
  for (guint end = KITH_END_A; end <= KITH_END_B; end++)
    {
      guint step = basis_step (map, link->record.id, (KithEnd) end);

      kith_lens_put_half (KITH_LENS_BASIS, step, &look->halves[end]);
      look->halves[end].chevron = step != KITH_BASED_NOT_YET;
    }
}

static guint
change_step (KithMove move)
{
  switch (move)
    {
    case KITH_MOVE_ROSE:
      return KITH_CHANGED_ROSE;
    case KITH_MOVE_FELL:
      return KITH_CHANGED_FELL;
    case KITH_MOVE_FIRST:
      return KITH_CHANGED_FIRST;
    case KITH_MOVE_LAST:
      return KITH_CHANGED_LAST;
    default:
      return KITH_CHANGED_NOT;
    }
}

static void
change_half (const KithView *view, KithId link, KithEnd end, KithHalfLook *half)
{
  KithOpinion was, is;
  KithMove move = kith_comparison_of_end (view->comparison, link, end, &was, &is);
  g_autofree char *before = kith_opinion_to_digit (&was);
  g_autofree char *after = kith_opinion_to_digit (&is);

  if (move == KITH_MOVE_NONE)
    return;
  kith_lens_put_half (KITH_LENS_CHANGE, change_step (move), half);
  half->chevron = TRUE;
  if (move == KITH_MOVE_FIRST)
    g_strlcpy (half->text, after, sizeof half->text);
  else
    g_snprintf (half->text, sizeof half->text, "%s›%s", before, after);
}

void
kith_lens_change (const KithView *view, KithMap *map, const KithLink *link, KithLinkLook *look)
{
  KithFate fate;

  kith_lens_put_link (KITH_LENS_CHANGE, KITH_CHANGED_NOT, look);
  if (view->comparison == NULL)
    return;
  fate = kith_comparison_of (view->comparison, link->record.id);
  if (fate == KITH_CAME || fate == KITH_WENT)
    {
      kith_lens_put_link (KITH_LENS_CHANGE,
                          fate == KITH_CAME ? KITH_CHANGED_CAME : KITH_CHANGED_WENT, look);
      return;
    }
  if (fate == KITH_ALTERED)
    kith_lens_put_link (KITH_LENS_CHANGE, KITH_CHANGED_OTHERWISE, look);
  for (guint end = KITH_END_A; end <= KITH_END_B; end++)
    change_half (view, link->record.id, (KithEnd) end, &look->halves[end]);
}
