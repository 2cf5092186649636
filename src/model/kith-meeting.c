/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-meeting.h"

#include <glib/gi18n-lib.h>

#define N_NAMED 3 /* names in a sentence before "and n more" */

static void
strangers_free (gpointer data)
{
  KithStrangers *strangers = data;

  g_ptr_array_unref (strangers->named);
  g_free (strangers);
}

/* Those that a stakeholder has a link to. */
static GHashTable *
neighbours_of (KithMap *map, KithId stakeholder)
{
  GHashTable *set = g_hash_table_new (g_int64_hash, g_int64_equal);
  const GPtrArray *referrers = kith_map_referrers (map, stakeholder);

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      const KithLink *link = referrers->pdata[i];

      if (KITH_KIND (link) == KITH_LINK)
        g_hash_table_add (set, (gpointer) (link->a == stakeholder ? &link->b : &link->a));
    }
  return set;
}

/* Of those whom a stakeholder knows, how many are members. */
static guint
n_known (GHashTable *linked, GHashTable *members)
{
  GHashTableIter iter;
  gpointer id;
  guint n = 0;

  g_hash_table_iter_init (&iter, linked);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    n += g_hash_table_contains (members, id);
  return n;
}

/* Members that are not among the linked, in their order: at most that many. */
static GPtrArray *
first_strangers (const GPtrArray *members, KithId member, GHashTable *linked, guint most)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < members->len && list->len < most; i++)
    {
      const KithStakeholder *other = members->pdata[i];

      if (other->record.id != member && !g_hash_table_contains (linked, &other->record.id))
        g_ptr_array_add (list, (gpointer) other);
    }
  return list;
}

/* NULL: it has a link to each of the others. */
static KithStrangers *
strangers_of (KithMap *map,
              const GPtrArray *members,
              GHashTable *ids,
              const KithStakeholder *member)
{
  g_autoptr (GHashTable) linked = neighbours_of (map, KITH_ID (member));
  guint n = members->len - 1 - n_known (linked, ids);
  KithStrangers *strangers;

  if (n == 0)
    return NULL;
  strangers = g_new0 (KithStrangers, 1);
  strangers->member = member;
  strangers->n = n;
  strangers->named = first_strangers (members, KITH_ID (member), linked, N_NAMED + 1);
  return strangers;
}

static int
compare_strangers (gconstpointer a, gconstpointer b)
{
  const KithStrangers *one = *(KithStrangers *const *) a;
  const KithStrangers *other = *(KithStrangers *const *) b;

  if (one->n != other->n)
    return one->n > other->n ? -1 : 1;
  return g_utf8_collate (one->member->name, other->member->name);
}

/**
 * kith_space_strangers:
 * @map: a map
 * @space: one of its shared spaces
 * @pairs: (out) (optional): how many pairs of members have no link
 * @all: (out) (optional): how many pairs of members there are
 *
 * Cost: the members, to be sorted, and what refers to them.
 *
 * Returns: (transfer full): KithStrangers, those with the most first, then by name
 */
GPtrArray *
kith_space_strangers (KithMap *map, KithId space, guint64 *pairs, guint64 *all)
{
  g_autoptr (GPtrArray) members = kith_map_members_of (map, space);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_int64_hash, g_int64_equal);
  GPtrArray *list = g_ptr_array_new_with_free_func (strangers_free);
  guint64 n = 0;

  for (guint i = 0; i < members->len; i++)
    g_hash_table_add (ids, &KITH_RECORD (members->pdata[i])->id);
  for (guint i = 0; i < members->len; i++)
    {
      KithStrangers *strangers = strangers_of (map, members, ids, members->pdata[i]);

      if (strangers == NULL)
        continue;
      n += strangers->n;
      g_ptr_array_add (list, strangers);
    }
  g_ptr_array_sort (list, compare_strangers);
  if (pairs != NULL)
    *pairs = n / 2;
  if (all != NULL)
    *all = members->len < 2 ? 0 : (guint64) members->len * (members->len - 1) / 2;
  return list;
}

/**
 * kith_space_strangers_to:
 * @map: a map
 * @space: one of its shared spaces
 * @member: a member of it
 *
 * Returns: (transfer container): KithStakeholder, the members that it has no link to, by name
 */
GPtrArray *
kith_space_strangers_to (KithMap *map, KithId space, KithId member)
{
  g_autoptr (GPtrArray) members = kith_map_members_of (map, space);
  g_autoptr (GHashTable) linked = neighbours_of (map, member);

  return first_strangers (members, member, linked, members->len);
}

/**
 * kith_strangers_words:
 * @strangers: a member of a space and those that it has no link to
 *
 * Returns: (transfer full): "No link to Fire Service, Housing and 2 more"
 */
char *
kith_strangers_words (const KithStrangers *strangers)
{
  guint n = strangers->n;
  guint named = n <= N_NAMED + 1 ? n : N_NAMED;
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < named; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            ((const KithStakeholder *) strangers->named->pdata[i])->name);
  if (named == n)
    /* Translators: a member of a shared space has no link to these other members: names */
    return g_strdup_printf (_ ("No link to %s"), names->str);
  /* Translators: the same with names, and how many more */
  return g_strdup_printf (ngettext ("No link to %s and %u more", "No link to %s and %u more",
                                    n - named),
                          names->str, n - named);
}

static gboolean
share_a_space (KithMap *map, KithId a, KithId b)
{
  g_autoptr (GPtrArray) of_a = kith_map_spaces_of (map, a);
  g_autoptr (GPtrArray) of_b = of_a->len > 0 ? kith_map_spaces_of (map, b) : NULL;

  for (guint i = 0; of_b != NULL && i < of_a->len; i++)
    if (g_ptr_array_find (of_b, of_a->pdata[i], NULL))
      return TRUE;
  return FALSE;
}

/**
 * kith_links_through_no_space:
 * @map: a map
 *
 * Returns: (transfer container): KithLink whose two ends meet in no shared space
 */
GPtrArray *
kith_links_through_no_space (KithMap *map)
{
  GPtrArray *list = g_ptr_array_new ();

  KITH_FOR_EACH (KithLink, link, map, KITH_LINK)
    if (!share_a_space (map, link->a, link->b))
      g_ptr_array_add (list, (gpointer) link);
  return list;
}

/**
 * kith_stakeholders_in_no_space:
 * @map: a map
 *
 * Returns: (transfer container): KithStakeholder in no shared space, by name
 */
GPtrArray *
kith_stakeholders_in_no_space (KithMap *map)
{
  g_autoptr (GPtrArray) all = kith_map_list (map, KITH_STAKEHOLDER);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      g_autoptr (GPtrArray) spaces = kith_map_spaces_of (map, KITH_ID (all->pdata[i]));

      if (spaces->len == 0)
        g_ptr_array_add (list, all->pdata[i]);
    }
  return list;
}

/**
 * kith_space_is_hosted_by:
 * @map: a map
 * @space: one of its shared spaces
 * @stakeholder: one of its stakeholders
 *
 * Returns: whether a membership says that it makes the space: room, chair, invitations
 */
gboolean
kith_space_is_hosted_by (KithMap *map, KithId space, KithId stakeholder)
{
  const GPtrArray *referrers = kith_map_referrers (map, space);

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      const KithMembership *membership = referrers->pdata[i];

      if (KITH_KIND (membership) == KITH_MEMBERSHIP && membership->stakeholder == stakeholder
          && membership->host)
        return TRUE;
    }
  return FALSE;
}

/**
 * kith_space_hosts:
 * @map: a map
 * @space: one of its shared spaces
 *
 * Returns: (transfer container): the ids of those who make the space, borrowed from the map
 */
GHashTable *
kith_space_hosts (KithMap *map, KithId space)
{
  GHashTable *hosts = g_hash_table_new (g_int64_hash, g_int64_equal);
  const GPtrArray *referrers = kith_map_referrers (map, space);

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      const KithMembership *membership = referrers->pdata[i];

      if (KITH_KIND (membership) == KITH_MEMBERSHIP && membership->host)
        g_hash_table_add (hosts, (gpointer) &membership->stakeholder);
    }
  return hosts;
}

/**
 * kith_space_principles:
 * @space: a shared space
 *
 * Returns: (transfer full): what its members agreed to go by, one each
 */
char **
kith_space_principles (const KithSpace *space)
{
  g_auto (GStrv) lines = g_strsplit (space->principles, "\n", -1);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_strv_builder_add (kept, lines[i]);
  return g_strv_builder_end (kept);
}

/* What a stakeholder is in a space, by all its memberships of the map. */
static void
find_place (KithMap *map, KithId space, KithId stakeholder, gboolean *host, const char **role)
{
  const GPtrArray *referrers = kith_map_referrers (map, space);

  *host = FALSE;
  *role = "";
  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      const KithMembership *membership = referrers->pdata[i];

      if (KITH_KIND (membership) != KITH_MEMBERSHIP || membership->stakeholder != stakeholder)
        continue;
      *host |= membership->host;
      *role = *membership->role != '\0' ? membership->role : *role;
    }
}

/**
 * kith_space_member_words:
 * @map: a map
 * @space: one of its shared spaces
 * @member: a member of it
 *
 * Returns: (transfer full): its name, and in brackets whether it is the host and what its role is
 */
char *
kith_space_member_words (KithMap *map, const KithSpace *space, const KithStakeholder *member)
{
  const char *role;
  gboolean host;

  find_place (map, KITH_ID (space), KITH_ID (member), &host, &role);
  if (host && *role != '\0')
    /* Translators: a member of a shared space that is its host, and its role there */
    return g_strdup_printf (_ ("%s (host, %s)"), member->name, role);
  if (host)
    return g_strdup_printf (_ ("%s (host)"), member->name);
  return *role != '\0' ? g_strdup_printf ("%s (%s)", member->name, role) : g_strdup (member->name);
}

static void
add_dated (GString *out, const char *format, const KithDate *date)
{
  g_autofree char *when = kith_date_to_words (date);

  if (kith_date_is_set (date))
    {
      if (out->len > 0)
        g_string_append (out, " · ");
      g_string_append_printf (out, format, when);
    }
}

/**
 * kith_space_status_words:
 * @space: a shared space of an audience's map
 * @audience: who that is
 *
 * Returns: (transfer none): how it stands; empty for those who are not told
 */
const char *
kith_space_status_words (const KithSpace *space, KithAudience audience)
{
  const KithField *field = kith_kind_field (KITH_SPACE, "status");

  return audience > field->audience ? "" : kith_enum_label (&kith_space_statuses, space->status);
}

/**
 * kith_space_words:
 * @space: a shared space of an audience's map
 * @audience: who that is
 *
 * Returns: (transfer full): how it stands where they are told, its rhythm, and when it was opened and closed
 */
char *
kith_space_words (const KithSpace *space, KithAudience audience)
{
  GString *out = g_string_new (kith_space_status_words (space, audience));

  if (*space->rhythm != '\0')
    g_string_append_printf (out, "%s%s", out->len > 0 ? " · " : "", space->rhythm);
  /* Translators: of a shared space: "opened: March 2019" */
  add_dated (out, _ ("opened: %s"), &space->from);
  add_dated (out, _ ("closed: %s"), &space->to);
  return g_string_free (out, FALSE);
}
