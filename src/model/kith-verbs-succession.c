/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-verbs-succession-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-as-at.h"
#include "kith-sectors.h"

static KithEdit *
refuse (GError **error, const char *format, const char *name)
{
  g_set_error (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_REFUSED, format, name);
  return NULL;
}

static char *
trimmed (const char *text)
{
  return g_strstrip (g_strdup (text != NULL ? text : ""));
}

/* A day from which on one is gone and the other there. */
static gboolean
date_will_do (const KithDate *date, GError **error)
{
  if (kith_date_is_set (date) && kith_date_is_valid (date) && date->precision != KITH_DATE_BEFORE
      && date->precision != KITH_DATE_AFTER)
    return TRUE;
  refuse (error, "%s", _ ("Give the date of it: a day, a month or a year."));
  return FALSE;
}

static gboolean
may_end (KithMap *map, KithId id, const KithDate *date, GError **error)
{
  const KithStakeholder *one = kith_map_stakeholder (map, id);

  if (one == NULL)
    refuse (error, "%s", _ ("A stakeholder is no longer on the map."));
  else if (kith_date_holds_from (&one->from) >= date->first)
    /* Translators: the name of a stakeholder. */
    refuse (error, _ ("%s begins on that day or later. Give a later date."), one->name);
  else if (kith_date_gone_from (&one->to) <= date->first)
    refuse (error, _ ("%s has already ended by then."), one->name);
  else
    return TRUE;
  return FALSE;
}

static gboolean
name_will_do (const char *name, GError **error)
{
  if (*name == '\0')
    refuse (error, "%s", _ ("A stakeholder needs a name."));
  else if (!g_utf8_validate (name, -1, NULL) || g_utf8_strlen (name, -1) > 500)
    refuse (error, "%s", _ ("A name has at most 500 characters."));
  else
    return TRUE;
  return FALSE;
}

static void
put_succession (KithEdit *edit,
                KithId before,
                KithId after,
                KithSuccessionKind kind,
                const KithDate *date)
{
  KithSuccession *made = kith_record_new (KITH_SUCCESSION, kith_id_new ());

  made->before = before;
  made->after = after;
  made->kind = (int) kind;
  made->date = *date;
  kith_edit_insert (edit, made);
}

/* Each that ends, once, without the one that goes on. */
static GArray *
those_that_end (const KithId *ids, guint n, KithId into)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (KithId));

  for (guint i = 0; i < n; i++)
    {
      gboolean known = ids[i] == into;

      for (guint j = 0; j < list->len && !known; j++)
        known = g_array_index (list, KithId, j) == ids[i];
      if (!known)
        g_array_append_val (list, ids[i]);
    }
  return list;
}

/* What was one thing of all of them stays that of the new one. */
static void
take_after (KithStakeholder *made, KithMap *map, const KithId *ids, guint n)
{
  const KithStakeholder *first = kith_map_stakeholder (map, ids[0]);

  kith_text_set (&made->kind, first->kind);
  made->form = first->form;
  made->level = first->level;
  made->is_private = TRUE;
  for (guint i = 0; i < n; i++)
    {
      const KithStakeholder *one = kith_map_stakeholder (map, ids[i]);

      if (strcmp (made->kind, one->kind) != 0)
        kith_text_set (&made->kind, NULL);
      if (made->form != one->form)
        made->form = KITH_FORM_ORGANISATION;
      if (made->level != one->level)
        made->level = KITH_LEVEL_UNSET;
      made->is_private &= one->is_private;
    }
}

static KithStakeholder *
new_stakeholder (KithMap *map,
                 const KithId *from,
                 guint n,
                 const char *name,
                 KithId sector,
                 const double *xy,
                 const KithDate *date)
{
  KithStakeholder *made = kith_record_new (KITH_STAKEHOLDER, kith_id_new ());

  kith_text_set (&made->name, name);
  take_after (made, map, from, n);
  made->sector = sector != 0 ? sector : kith_map_stakeholder (map, from[0])->sector;
  made->x = kith_quantise (xy[0]);
  made->y = kith_quantise (xy[1]);
  made->from = *date;
  return made;
}

/* The name of before is kept until the date. */
static void
call_otherwise (KithEdit *edit,
                const KithStakeholder *before,
                const char *name,
                const char *short_name,
                const KithDate *date)
{
  KithName *old = kith_record_new (KITH_NAME, kith_id_new ());
  KithStakeholder *after = kith_record_copy (before);

  old->stakeholder = before->record.id;
  old->to = *date;
  kith_text_set (&old->name, before->name);
  kith_text_set (&old->short_name, before->short_name);
  kith_text_set (&after->name, name);
  kith_text_set (&after->short_name, short_name);
  after->width = after->height = 0.0;
  kith_edit_update (edit, before, after);
  kith_edit_insert (edit, old);
}

/* The names follow one another: one that ends later than a new one begins would hide it. */
static gboolean
is_after_names (KithMap *map, KithId stakeholder, const KithDate *date, GError **error)
{
  const GPtrArray *referrers = kith_map_referrers (map, stakeholder);

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      const KithName *name = referrers->pdata[i];

      if (KITH_KIND (name) != KITH_NAME || kith_date_gone_from (&name->to) < date->first)
        continue;
      refuse (error, _ ("It was called “%s” until then or later. Give a later date."), name->name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
may_merge (KithMap *map, GArray *ending, const KithMerger *merger, const char *name, GError **error)
{
  if (!date_will_do (&merger->date, error) || !name_will_do (name, error))
    return FALSE;
  if (ending->len < (merger->into != 0 ? 1 : 2))
    {
      refuse (error, "%s", _ ("Choose at least two stakeholders to merge."));
      return FALSE;
    }
  if (merger->into != 0
      && (!may_end (map, merger->into, &merger->date, error)
          || (strcmp (kith_map_stakeholder (map, merger->into)->name, name) != 0
              && !is_after_names (map, merger->into, &merger->date, error))))
    return FALSE;
  for (guint i = 0; i < ending->len; i++)
    if (!may_end (map, g_array_index (ending, KithId, i), &merger->date, error))
      return FALSE;
  return TRUE;
}

static KithEdit *
merge_edit (const char *name, guint n)
{
  g_autofree char *label = g_strdup_printf (
      /* Translators: undo step; how many stakeholders, and the name of the one they become. */
      ngettext ("Merge %u stakeholder into %s", "Merge %u stakeholders into %s", n), n, name);

  return kith_edit_new (label);
}

/**
 * kith_verb_merge:
 * @map: a map
 * @ids: (array length=n): who merges; twice is once
 * @n: how many
 * @merger: into what, and when
 * @id: (out) (optional): the one that goes on
 * @error: KITH_MODEL_ERROR_REFUSED
 *
 * Returns: (transfer full) (nullable): the edit, see the rules at the head of the header
 */
KithEdit *
kith_verb_merge (KithMap *map,
                 const KithId *ids,
                 guint n,
                 const KithMerger *merger,
                 KithId *id,
                 GError **error)
{
  g_autoptr (GArray) ending = those_that_end (ids, n, merger->into);
  const KithId *old = (const KithId *) (gpointer) ending->data;
  g_autofree char *name = trimmed (merger->name);
  KithId heir = merger->into;
  KithEdit *edit;

  if (!may_merge (map, ending, merger, name, error))
    return NULL;
  edit = merge_edit (name, ending->len);
  if (heir == 0)
    {
      KithStakeholder *made = new_stakeholder (map, old, ending->len, name, merger->sector,
                                               (double[]){ merger->x, merger->y }, &merger->date);

      heir = made->record.id;
      kith_edit_insert (edit, made);
    }
  else if (strcmp (kith_map_stakeholder (map, heir)->name, name) != 0)
    call_otherwise (edit, kith_map_stakeholder (map, heir), name, "", &merger->date);
  for (guint i = 0; i < ending->len; i++)
    kith_succession_end (edit, map, old[i], &merger->date);
  kith_succession_inherit (edit, map, old, ending->len, heir, &merger->date, merger->ratings, NULL);
  for (guint i = 0; i < ending->len; i++)
    put_succession (edit, old[i], heir, KITH_SUCCESSION_MERGED, &merger->date);
  if (id != NULL)
    *id = heir;
  return edit;
}

static gboolean
names_will_do (const char *const *names, guint n, GError **error)
{
  if (n < 2)
    {
      refuse (error, "%s", _ ("Give at least two names to split into."));
      return FALSE;
    }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = trimmed (names[i]);

      if (!name_will_do (name, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * kith_verb_split:
 * @map: a map
 * @stakeholder: who ends
 * @names: (array length=n): what its parts are called
 * @n: how many, two or more
 * @xy: 2n coordinates of centres, map units
 * @date: when
 * @ratings: each part's links begin with what was last said
 * @made: (nullable): of KithId, appended to
 * @error: KITH_MODEL_ERROR_REFUSED
 *
 * Each part has links to all the others that the one had.
 *
 * Returns: (transfer full) (nullable): the edit
 */
KithEdit *
kith_verb_split (KithMap *map,
                 KithId stakeholder,
                 const char *const *names,
                 guint n,
                 const double *xy,
                 const KithDate *date,
                 gboolean ratings,
                 GArray *made,
                 GError **error)
{
  return kith_verb_split_choosing (map, stakeholder, names, n, xy, date, ratings, NULL, made,
                                   error);
}

/* Ids of the links that do not go to a part. */
static GHashTable *
not_with (GArray *without, guint part)
{
  GHashTable *links = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; without != NULL && i < without->len; i++)
    {
      KithNotWith *one = &g_array_index (without, KithNotWith, i);

      if (one->part == part)
        g_hash_table_add (links, &one->link);
    }
  return links;
}

KithEdit *
kith_verb_split_choosing (KithMap *map,
                          KithId stakeholder,
                          const char *const *names,
                          guint n,
                          const double *xy,
                          const KithDate *date,
                          gboolean ratings,
                          GArray *without,
                          GArray *made,
                          GError **error)
{
  g_autofree char *label = NULL;
  KithEdit *edit;

  if (!date_will_do (date, error) || !may_end (map, stakeholder, date, error)
      || !names_will_do (names, n, error))
    return NULL;
  /* Translators: undo step; the name of a stakeholder. */
  label = g_strdup_printf (_ ("Split %s"), kith_map_stakeholder (map, stakeholder)->name);
  edit = kith_edit_new (label);
  kith_succession_end (edit, map, stakeholder, date);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = trimmed (names[i]);
      g_autoptr (GHashTable) left = not_with (without, i);
      KithStakeholder *part = new_stakeholder (map, &stakeholder, 1, name, 0, &xy[2 * i], date);
      KithId id = part->record.id;

      kith_edit_insert (edit, part);
      kith_succession_inherit (edit, map, &stakeholder, 1, id, date, ratings, left);
      put_succession (edit, stakeholder, id, KITH_SUCCESSION_SPLIT, date);
      if (made != NULL)
        g_array_append_val (made, id);
    }
  return edit;
}

/**
 * kith_links_to_split:
 * @map: a map
 * @stakeholder: who is to be split
 * @date: when
 *
 * Returns: (transfer container): those of its links (of KithLink) that go on
 */
GPtrArray *
kith_links_to_split (KithMap *map, KithId stakeholder, const KithDate *date)
{
  g_autoptr (GPtrArray) all = kith_map_links_of (map, stakeholder);
  GPtrArray *links = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const KithLink *link = all->pdata[i];
      KithId other = link->a == stakeholder ? link->b : link->a;

      if (kith_date_is_set (date) && kith_succession_goes_on (map, link, other, date))
        g_ptr_array_add (links, (gpointer) link);
    }
  return links;
}

/**
 * kith_verb_rename_on:
 * @map: a map
 * @stakeholder: one of its stakeholders
 * @name: what it is called from the date on
 * @short_name: (nullable): the short form of that
 * @date: from when
 * @error: KITH_MODEL_ERROR_REFUSED
 *
 * The name of before holds as at earlier days, which are all until the date where that is to come.
 *
 * Returns: (transfer full) (nullable): the edit; without changes where it is called that already
 */
KithEdit *
kith_verb_rename_on (KithMap *map,
                     KithId stakeholder,
                     const char *name,
                     const char *short_name,
                     const KithDate *date,
                     GError **error)
{
  const KithStakeholder *before = kith_map_stakeholder (map, stakeholder);
  g_autofree char *new_name = trimmed (name);
  g_autofree char *new_short = trimmed (short_name);
  g_autofree char *label = NULL;
  KithEdit *edit;

  if (!date_will_do (date, error) || !may_end (map, stakeholder, date, error)
      || !name_will_do (new_name, error) || !is_after_names (map, stakeholder, date, error))
    return NULL;
  if (*new_short != '\0' && !name_will_do (new_short, error))
    return NULL;
  /* Translators: undo step; the old name of a stakeholder. */
  label = g_strdup_printf (_ ("Rename %s from a date"), before->name);
  edit = kith_edit_new (label);
  if (strcmp (before->name, new_name) != 0 || strcmp (before->short_name, new_short) != 0)
    call_otherwise (edit, before, new_name, new_short, date);
  return edit;
}

/**
 * kith_verb_close:
 * @map: a map
 * @ids: (array length=n): who ends, with nobody after them
 * @n: how many
 * @date: when
 * @error: KITH_MODEL_ERROR_REFUSED
 *
 * Returns: (transfer full) (nullable): the edit
 */
KithEdit *
kith_verb_close (KithMap *map, const KithId *ids, guint n, const KithDate *date, GError **error)
{
  g_autoptr (GArray) ending = those_that_end (ids, n, 0);
  g_autofree char *label = NULL;
  KithEdit *edit;

  if (!date_will_do (date, error))
    return NULL;
  for (guint i = 0; i < ending->len; i++)
    if (!may_end (map, g_array_index (ending, KithId, i), date, error))
      return NULL;
  if (ending->len == 1)
    /* Translators: undo step; the name of a stakeholder that ends. */
    label = g_strdup_printf (_ ("Close %s"), kith_map_stakeholder (map, ids[0])->name);
  else
    label =
        g_strdup_printf (ngettext ("Close %u stakeholder", "Close %u stakeholders", ending->len),
                         ending->len);
  edit = kith_edit_new (label);
  for (guint i = 0; i < ending->len; i++)
    kith_succession_end (edit, map, g_array_index (ending, KithId, i), date);
  return edit;
}

/* --- What it will do, in words --- */

static const KithDate *
end_of (gconstpointer record)
{
  return KITH_KIND (record) == KITH_STAKEHOLDER ? &((const KithStakeholder *) record)->to
                                                : &((const KithLink *) record)->to;
}

static void
count (const KithEdit *edit, KithKind kind, guint *ends, guint *begins)
{
  for (guint i = 0; i < kith_edit_n_changes (edit); i++)
    {
      const KithChange *change = kith_edit_change (edit, i);

      if (kith_change_kind (change) != kind || change->after == NULL)
        continue;
      if (change->before == NULL)
        (*begins)++;
      else if (kind == KITH_STAKEHOLDER || kind == KITH_LINK)
        *ends += !kith_date_equal (end_of (change->before), end_of (change->after));
    }
}

static void
say (GString *out, const char *one, const char *many, guint n)
{
  if (n == 0)
    return;
  if (out->len > 0)
    g_string_append_c (out, ' ');
  g_string_append_printf (out, ngettext (one, many, n), n);
}

/**
 * kith_succession_edit_to_words:
 * @edit: an edit of the verbs of this file
 *
 * Returns: (transfer full): what it will do, in sentences
 */
char *
kith_succession_edit_to_words (const KithEdit *edit)
{
  GString *out = g_string_new (NULL);
  guint ends = 0, begins = 0, links_end = 0, links_begin = 0, ratings = 0, spaces = 0, names = 0;
  guint wins = 0, changes = 0;

  count (edit, KITH_STAKEHOLDER, &ends, &begins);
  count (edit, KITH_LINK, &links_end, &links_begin);
  count (edit, KITH_ASSESSMENT, &ends, &ratings);
  count (edit, KITH_MEMBERSHIP, &ends, &spaces);
  count (edit, KITH_NAME, &ends, &names);
  count (edit, KITH_REPAIR, &ends, &wins);
  count (edit, KITH_LOAD, &ends, &changes);
  say (out, N_ ("%u stakeholder ends."), N_ ("%u stakeholders end."), ends);
  say (out, N_ ("%u begins."), N_ ("%u begin."), begins);
  say (out, N_ ("%u link ends."), N_ ("%u links end."), links_end);
  say (out, N_ ("%u link begins."), N_ ("%u links begin."), links_begin);
  say (out, N_ ("%u rating is carried over, as our impression."),
       N_ ("%u ratings are carried over, as our impression."), ratings);
  say (out, N_ ("%u place in a shared space is taken over."),
       N_ ("%u places in shared spaces are taken over."), spaces);
  say (out, N_ ("%u planned small win goes on."), N_ ("%u planned small wins go on."), wins);
  say (out, N_ ("%u change that is carried goes on."), N_ ("%u changes that are carried go on."),
       changes);
  say (out, N_ ("%u name is kept as an earlier one."), N_ ("%u names are kept as earlier ones."),
       names);
  return g_string_free (out, FALSE);
}
