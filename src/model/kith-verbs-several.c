/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-verbs-several.h"

#include "kith-verbs-members.h"

#include <glib/gi18n-lib.h>

#include "kith-tags.h"

static KithEdit *
edit_labelled (const char *format, const char *name)
{
  g_autofree char *label = g_strdup_printf (format, name);

  return kith_edit_new (label);
}

/**
 * kith_verb_same_size:
 * @map: a map
 * @ids: (array length=n): stakeholders whose boxes have been measured
 * @n: how many
 *
 * Centres stay where they are. A box that is renamed later is measured anew.
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_verb_same_size (KithMap *map, const KithId *ids, guint n)
{
  KithEdit *edit = kith_edit_new (_ ("Same size"));
  double width = 0, height = 0;

  for (guint i = 0; i < n; i++)
    {
      const KithStakeholder *one = kith_map_stakeholder (map, ids[i]);

      width = MAX (width, one != NULL ? one->width : 0);
      height = MAX (height, one != NULL ? one->height : 0);
    }
  for (guint i = 0; i < n; i++)
    {
      const KithStakeholder *before = kith_map_stakeholder (map, ids[i]);
      KithStakeholder *after;

      if (before == NULL)
        continue;
      after = kith_record_copy (before);
      after->width = width;
      after->height = height;
      kith_edit_update (edit, before, after);
    }
  return edit;
}

static guint
count_pinned (KithMap *map, const KithId *ids, guint n, guint *stakeholders)
{
  guint pinned = 0;

  *stakeholders = 0;
  for (guint i = 0; i < n; i++)
    {
      const KithStakeholder *one = kith_map_stakeholder (map, ids[i]);

      if (one != NULL)
        (*stakeholders)++;
      if (one != NULL && one->pinned)
        pinned++;
    }
  return pinned;
}

/**
 * kith_pin_to_words:
 * @map: a map
 * @ids: (array length=n): what is selected
 * @n: how much
 *
 * Returns: (transfer full) (nullable): what kith_verb_pin() would do, as a command; NULL: nothing
 */
char *
kith_pin_to_words (KithMap *map, const KithId *ids, guint n)
{
  guint all, pinned = count_pinned (map, ids, n, &all);

  if (all == 0)
    return NULL;
  if (all == 1)
    return g_strdup (pinned == 1 ? _ ("Unpin") : _ ("Pin in place"));
  if (pinned == all)
    return g_strdup_printf (ngettext ("Unpin %u stakeholder", "Unpin %u stakeholders", all), all);
  return g_strdup_printf (ngettext ("Pin %u stakeholder in place", "Pin %u stakeholders in place",
                                    all),
                          all);
}

/**
 * kith_verb_pin:
 * @map: a map
 * @ids: (array length=n): stakeholders, among other things
 * @n: how many
 *
 * Arranging leaves a pinned stakeholder where it is.
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_verb_pin (KithMap *map, const KithId *ids, guint n)
{
  g_autofree char *label = kith_pin_to_words (map, ids, n);
  KithEdit *edit = kith_edit_new (label != NULL ? label : "");
  guint all;
  gboolean on = count_pinned (map, ids, n, &all) < all;

  for (guint i = 0; i < n; i++)
    {
      const KithStakeholder *before = kith_map_stakeholder (map, ids[i]);
      KithStakeholder *after;

      if (before == NULL || (before->pinned != FALSE) == on)
        continue;
      after = kith_record_copy (before);
      after->pinned = on;
      kith_edit_update (edit, before, after);
    }
  return edit;
}

static void
tag_one (KithEdit *edit, const KithStakeholder *before, const char *tag, gboolean on)
{
  KithStakeholder *after = kith_record_copy (before);
  g_autofree char *tags = on ? kith_tags_add (before->tags, tag)
                             : kith_tags_remove (before->tags, tag);

  kith_text_set (&after->tags, tags);
  kith_edit_update (edit, before, after);
}

/**
 * kith_verb_tag:
 * @map: a map
 * @ids: (array length=n): stakeholders
 * @n: how many
 * @tag: one tag, not empty
 * @on: put it on, else take it off
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_verb_tag (KithMap *map, const KithId *ids, guint n, const char *tag, gboolean on)
{
  KithEdit *edit = edit_labelled (on ? _ ("Tag as %s") : _ ("Take off the tag %s"), tag);

  for (guint i = 0; i < n; i++)
    {
      const KithStakeholder *before = kith_map_stakeholder (map, ids[i]);

      if (before != NULL && (kith_tags_have (before->tags, tag) != 0) != (on != 0))
        tag_one (edit, before, tag, on);
    }
  return edit;
}

/**
 * kith_verb_join_space:
 * @map: a map
 * @space: one of its shared spaces
 * @ids: (array length=n): stakeholders
 * @n: how many
 * @join: they meet there from now on, else no longer
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_verb_join_space (KithMap *map, KithId space, const KithId *ids, guint n, gboolean join)
{
  const KithSpace *there = kith_map_space (map, space);
  KithEdit *edit = edit_labelled (join ? _ ("Add to %s") : _ ("Take out of %s"),
                                  there != NULL ? there->name : "");

  for (guint i = 0; i < n && there != NULL; i++)
    {
      const KithMembership *now = kith_map_membership (map, space, ids[i]);

      if (kith_map_stakeholder (map, ids[i]) == NULL || (now != NULL) == (join != 0))
        continue;
      if (join)
        {
          KithMembership *made = kith_record_new (KITH_MEMBERSHIP, kith_id_new ());

          made->space = space;
          made->stakeholder = ids[i];
          kith_edit_insert (edit, made);
        }
      else
        kith_edit_delete (edit, now);
    }
  return edit;
}
