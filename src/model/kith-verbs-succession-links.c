/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What follows a stakeholder to those that go on: links, shared spaces, what was last said. */
#include "kith-verbs-succession-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-as-at.h"
#include "kith-opinion.h"
#include "kith-round.h"

#define NOTE_MAX_CHARS 2000

typedef struct
{
  KithEdit *edit;
  KithMap *map;
  KithMap *before; /* as at the day before, of what may be shown to the team; NULL: no ratings */
  const KithId *ids;
  guint n;
  KithId heir;
  KithDate date;
  gboolean heir_is_private;
  GHashTable *without; /* ids of old links that do not go to it; NULL: none */
} Inheritance;

/* Old links that become one: those to one other, of one kind and privacy. */
typedef struct
{
  KithId other;
  int kind;
  gboolean is_private;
  GPtrArray *links; /* borrowed KithLink */
} Bundle;

static gboolean
is_among (const KithId *ids, guint n, KithId id)
{
  for (guint i = 0; i < n; i++)
    if (ids[i] == id)
      return TRUE;
  return FALSE;
}

static gboolean
goes_on_after (const KithDate *to, const KithDate *date)
{
  return kith_date_gone_from (to) > date->first;
}

/* --- Ending --- */

static void
end_link (KithEdit *edit, const KithLink *link, const KithDate *date)
{
  KithLink *after;

  if (!goes_on_after (&link->to, date) || kith_date_holds_from (&link->from) >= date->first)
    return;
  after = kith_record_copy (link);
  after->to = *date;
  kith_edit_update (edit, link, after);
}

static void
end_membership (KithEdit *edit, const KithMembership *membership, const KithDate *date)
{
  KithMembership *after;

  if (!goes_on_after (&membership->to, date)
      || kith_date_holds_from (&membership->from) >= date->first)
    return;
  after = kith_record_copy (membership);
  after->to = *date;
  kith_edit_update (edit, membership, after);
}

void
kith_succession_end (KithEdit *edit, KithMap *map, KithId stakeholder, const KithDate *date)
{
  const KithStakeholder *before = kith_map_stakeholder (map, stakeholder);
  const GPtrArray *referrers = kith_map_referrers (map, stakeholder);
  KithStakeholder *after = kith_record_copy (before);

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    if (KITH_KIND (referrers->pdata[i]) == KITH_LINK)
      end_link (edit, referrers->pdata[i], date);
    else if (KITH_KIND (referrers->pdata[i]) == KITH_MEMBERSHIP)
      end_membership (edit, referrers->pdata[i], date);
  after->to = *date;
  kith_edit_update (edit, before, after);
}

/* --- Links --- */

static KithId
other_of (const Inheritance *self, const KithLink *link)
{
  return is_among (self->ids, self->n, link->a) ? link->b : link->a;
}

static gboolean
heir_is_at_b (const Inheritance *self, const KithLink *like)
{
  return !is_among (self->ids, self->n, like->a);
}

static void
free_bundle (gpointer data)
{
  Bundle *bundle = data;

  g_ptr_array_unref (bundle->links);
  g_free (bundle);
}

static void
put_in_bundle (GPtrArray *bundles, const KithLink *link, KithId other, gboolean is_private)
{
  Bundle *bundle = NULL;

  for (guint i = 0; i < bundles->len && bundle == NULL; i++)
    {
      Bundle *one = bundles->pdata[i];

      if (one->other == other && one->kind == link->kind && one->is_private == is_private)
        bundle = one;
    }
  if (bundle == NULL)
    {
      bundle = g_new0 (Bundle, 1);
      *bundle = (Bundle){ other, link->kind, is_private, g_ptr_array_new () };
      g_ptr_array_add (bundles, bundle);
    }
  g_ptr_array_add (bundle->links, (gpointer) link);
}

/* A private stakeholder's links are as private as it is. */
static gboolean
is_private_link (const Inheritance *self, const KithLink *link, KithId from)
{
  return link->is_private
         || (kith_map_stakeholder (self->map, from)->is_private && !self->heir_is_private);
}

gboolean
kith_succession_goes_on (KithMap *map, const KithLink *link, KithId other, const KithDate *date)
{
  return goes_on_after (&link->to, date)
         && goes_on_after (&kith_map_stakeholder (map, other)->to, date);
}

static GPtrArray *
bundles_of (const Inheritance *self)
{
  GPtrArray *bundles = g_ptr_array_new_with_free_func (free_bundle);

  for (guint i = 0; i < self->n; i++)
    {
      g_autoptr (GPtrArray) links = kith_map_links_of (self->map, self->ids[i]);

      for (guint j = 0; j < links->len; j++)
        {
          const KithLink *link = links->pdata[j];
          KithId other = other_of (self, link);

          if (other != self->heir && !is_among (self->ids, self->n, other)
              && kith_succession_goes_on (self->map, link, other, &self->date)
              && (self->without == NULL
                  || !g_hash_table_contains (self->without, &link->record.id)))
            put_in_bundle (bundles, link, other, is_private_link (self, link, self->ids[i]));
        }
    }
  return bundles;
}

/* One that goes on may have such a link already. */
static const KithLink *
link_that_heir_has (const Inheritance *self, const Bundle *bundle)
{
  g_autoptr (GPtrArray) links = kith_map_stakeholder (self->map, self->heir) != NULL
                                    ? kith_map_links_of (self->map, self->heir)
                                    : g_ptr_array_new ();

  for (guint i = 0; i < links->len; i++)
    {
      const KithLink *link = links->pdata[i];

      if ((link->a == bundle->other || link->b == bundle->other) && link->kind == bundle->kind
          && link->is_private == bundle->is_private && goes_on_after (&link->to, &self->date))
        return link;
    }
  return NULL;
}

static int
turned (int direction, gboolean turn)
{
  if (turn && direction == KITH_DIRECTION_A_TO_B)
    return KITH_DIRECTION_B_TO_A;
  if (turn && direction == KITH_DIRECTION_B_TO_A)
    return KITH_DIRECTION_A_TO_B;
  return direction;
}

/* What one of the old links adds to the new one. */
static void
take_after (const Inheritance *self, KithLink *made, const KithLink *old)
{
  gboolean turn = heir_is_at_b (self, old) != (made->b == self->heir);
  int direction = turned (old->direction, turn);

  if (made->direction == KITH_DIRECTION_NONE)
    made->direction = direction;
  else if (direction != KITH_DIRECTION_NONE && direction != made->direction)
    made->direction = KITH_DIRECTION_BOTH;
  made->frequency = MAX (made->frequency, old->frequency);
  if (strcmp (made->label, old->label) != 0)
    kith_text_set (&made->label, NULL);
  if (strcmp (made->tags, old->tags) != 0)
    kith_text_set (&made->tags, NULL);
  if (strcmp (made->fields, old->fields) != 0)
    kith_text_set (&made->fields, NULL);
  if (kith_date_compare (&old->from, &made->from) < 0)
    made->from = old->from;
}

/* It begins on the date, or when the first of the old ones would have begun, where that is later. */
static KithLink *
link_of (const Inheritance *self, const Bundle *bundle)
{
  const KithLink *first = bundle->links->pdata[0];
  KithLink *made = kith_record_new (KITH_LINK, kith_id_new ());

  made->a = heir_is_at_b (self, first) ? bundle->other : self->heir;
  made->b = heir_is_at_b (self, first) ? self->heir : bundle->other;
  made->kind = bundle->kind;
  made->is_private = bundle->is_private;
  made->from = first->from;
  kith_text_set (&made->label, first->label);
  kith_text_set (&made->tags, first->tags);
  kith_text_set (&made->fields, first->fields);
  for (guint i = 0; i < bundle->links->len; i++)
    take_after (self, made, bundle->links->pdata[i]);
  if (kith_date_holds_from (&made->from) <= self->date.first)
    made->from = self->date;
  return made;
}

/* --- What was last said --- */

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return one < other ? -1 : one > other;
}

/* The median, in halves; the more cautious step of two. */
static int
step_of (GArray *steps)
{
  g_array_sort (steps, compare_steps);
  if (steps->len % 2 == 1)
    return (int) g_array_index (steps, double, steps->len / 2);
  return (int) ((g_array_index (steps, double, steps->len / 2 - 1)
                 + g_array_index (steps, double, steps->len / 2))
                / 2.0);
}

/* What the heir's end (or the other's) said over the old links; UNSET where there was nothing. */
static int
last_said (const Inheritance *self, const Bundle *bundle, gboolean heir, KithDimension dimension)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < bundle->links->len; i++)
    {
      const KithLink *old = bundle->links->pdata[i];
      KithEnd end = heir == heir_is_at_b (self, old) ? KITH_END_B : KITH_END_A;
      KithOpinion opinion;

      if (kith_map_link (self->before, KITH_ID (old)) == NULL)
        continue;
      kith_opinion_of (self->before, KITH_ID (old), end, dimension, &opinion);
      if (opinion.voices > 0)
        g_array_append_val (steps, opinion.median);
    }
  return steps->len > 0 ? step_of (steps) : KITH_SCORE_UNSET;
}

static char *
note_of (const Inheritance *self, const Bundle *bundle)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < bundle->links->len; i++)
    {
      const KithLink *old = bundle->links->pdata[i];
      KithId from = heir_is_at_b (self, old) ? old->b : old->a;

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                              kith_map_stakeholder (self->map, from)->name);
      if (names->len > NOTE_MAX_CHARS)
        break;
    }
  /* Translators: where a rating of a successor comes from; names of stakeholders. */
  return g_strdup_printf (_ ("What was last said over the links of: %s"), names->str);
}

static void
begin_with (const Inheritance *self, const Bundle *bundle, const KithLink *made, KithEnd end)
{
  KithAssessment *rating = kith_record_new (KITH_ASSESSMENT, kith_id_new ());
  gboolean heir = (made->b == self->heir) == (end == KITH_END_B);
  gboolean any = FALSE;

  for (guint i = 0; i < KITH_N_DIMENSIONS; i++)
    {
      rating->scores[i] = last_said (self, bundle, heir, (KithDimension) i);
      any |= rating->scores[i] != KITH_SCORE_UNSET;
    }
  if (any)
    {
      g_autofree char *note = note_of (self, bundle);

      rating->link = KITH_ID (made);
      rating->end = (int) end;
      rating->date = made->from;
      rating->basis = KITH_BASIS_IMPRESSION;
      rating->entered = g_get_real_time ();
      kith_text_set (&rating->note, note);
      kith_edit_insert (self->edit, rating);
    }
  else
    kith_record_unref (rating);
}

/* A new link for the old ones, with what was last said. */
static KithId
begin_link (const Inheritance *self, const Bundle *bundle)
{
  KithLink *made = link_of (self, bundle);

  kith_edit_insert (self->edit, made);
  for (guint end = 0; self->before != NULL && end < 2; end++)
    begin_with (self, bundle, made, (KithEnd) end);
  return KITH_ID (made);
}

static void
inherit_links (const Inheritance *self)
{
  g_autoptr (GPtrArray) bundles = bundles_of (self);

  for (guint i = 0; i < bundles->len; i++)
    {
      const Bundle *bundle = bundles->pdata[i];
      const KithLink *has = link_that_heir_has (self, bundle);
      KithId id = has != NULL ? KITH_ID (has) : begin_link (self, bundle);

      for (guint k = 0; k < bundle->links->len; k++)
        kith_succession_plan_on (self->edit, self->map, KITH_ID (bundle->links->pdata[k]),
                                 KITH_LINK, id, &self->date, FALSE);
    }
}

/* --- What is planned and carried --- */

/* A link among those that merge ends: what was planned for it is the heir's own. */
static void
inherit_plan_between (const Inheritance *self, KithId from, gboolean hides)
{
  g_autoptr (GPtrArray) links = kith_map_links_of (self->map, from);

  for (guint i = 0; i < links->len; i++)
    {
      const KithLink *link = links->pdata[i];
      KithId other = link->a == from ? link->b : link->a;

      if (goes_on_after (&link->to, &self->date)
          && (other == self->heir || (link->a == from && is_among (self->ids, self->n, other))))
        kith_succession_plan_on (self->edit, self->map, KITH_ID (link), KITH_STAKEHOLDER,
                                 self->heir, &self->date, hides || link->is_private);
    }
}

static void
inherit_plan (const Inheritance *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      gboolean hides = kith_map_stakeholder (self->map, self->ids[i])->is_private
                       && !self->heir_is_private;

      kith_succession_plan_on (self->edit, self->map, self->ids[i], KITH_STAKEHOLDER, self->heir,
                               &self->date, hides);
      inherit_plan_between (self, self->ids[i], hides);
    }
}

/* --- Shared spaces --- */

static const KithMembership *
membership_of (const Inheritance *self, KithId stakeholder, KithId space)
{
  const GPtrArray *referrers = kith_map_referrers (self->map, stakeholder);

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      const KithMembership *one = referrers->pdata[i];

      if (KITH_KIND (one) == KITH_MEMBERSHIP && one->space == space
          && goes_on_after (&one->to, &self->date))
        return one;
    }
  return NULL;
}

/* Whether somebody whose place there may be known meets there; the role where all have the same, and
 * whether one of them is the host. */
static gboolean
met_there (const Inheritance *self, KithId space, const char **role, gboolean *host)
{
  gboolean any = FALSE;

  *role = KITH_NO_TEXT;
  *host = FALSE;
  for (guint i = 0; i < self->n; i++)
    {
      const KithMembership *one = membership_of (self, self->ids[i], space);

      if (one == NULL
          || (kith_map_stakeholder (self->map, self->ids[i])->is_private && !self->heir_is_private))
        continue;
      *role = !any || strcmp (*role, one->role) == 0 ? one->role : KITH_NO_TEXT;
      *host |= one->host;
      any = TRUE;
    }
  return any;
}

static void
inherit_spaces (const Inheritance *self)
{
  KITH_FOR_EACH (KithSpace, space, self->map, KITH_SPACE)
    {
      const char *role;
      gboolean host;
      KithMembership *made;

      if (!goes_on_after (&space->to, &self->date)
          || !met_there (self, KITH_ID (space), &role, &host)
          || membership_of (self, self->heir, KITH_ID (space)) != NULL)
        continue;
      made = kith_record_new (KITH_MEMBERSHIP, kith_id_new ());
      made->space = KITH_ID (space);
      made->stakeholder = self->heir;
      made->from = self->date;
      made->host = host;
      kith_text_set (&made->role, role);
      kith_edit_insert (self->edit, made);
    }
}

void
kith_succession_inherit (KithEdit *edit,
                         KithMap *map,
                         const KithId *ids,
                         guint n,
                         KithId heir,
                         const KithDate *date,
                         gboolean ratings,
                         GHashTable *without)
{
  const KithStakeholder *after = kith_edit_peek_after (edit, heir);
  const KithStakeholder *now = after != NULL ? after : kith_map_stakeholder (map, heir);
  Inheritance self = { edit, map, NULL, ids, n, heir, *date, now->is_private, without };

  if (ratings)
    {
      g_autoptr (KithMap) seen = kith_map_to_show (map, KITH_TEAM);

      self.before = kith_map_as_at (seen, date->first - 1);
    }
  inherit_links (&self);
  inherit_spaces (&self);
  inherit_plan (&self);
  g_clear_pointer (&self.before, kith_map_unref);
}
