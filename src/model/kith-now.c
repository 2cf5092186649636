/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-now.h"

#include "kith-as-at.h"

/* What an edit, or the date of today, makes different of the map that is shown. */
typedef struct
{
  gconstpointer before; /* as it was shown; NULL: it was not */
  gpointer after;       /* as it will be; owned */
} Turn;

typedef struct
{
  KithMap *map;
  KithMap *shown; /* `map` itself where nothing of it was hidden */
  gint32 today;
  GHashTable *changes; /* of the edit: id → KithChange */
  GHashTable *turns;   /* id → Turn */
  GArray *ids[KITH_N_KINDS];
} Follow;

static gboolean
has_lifetime (KithKind kind)
{
  return kind == KITH_STAKEHOLDER || kind == KITH_LINK || kind == KITH_SPACE
         || kind == KITH_MEMBERSHIP;
}

static KithWhen
when_by_itself (gconstpointer record, gint32 today)
{
  gint32 from, gone;

  if (!has_lifetime (KITH_KIND (record)))
    return KITH_WHEN_NOW;
  kith_record_lifetime (record, &from, &gone);
  if (gone <= today)
    return KITH_WHEN_ENDED;
  return from > today ? KITH_WHEN_TO_COME : KITH_WHEN_NOW;
}

/**
 * kith_record_when:
 * @map: the map that it is of
 * @record: a record
 * @today: the Julian day of today
 *
 * Returns: whether it is there today
 */
KithWhen
kith_record_when (KithMap *map, gconstpointer record, gint32 today)
{
  KithWhen when = when_by_itself (record, today);
  const KithLink *link = record;
  const KithId ends[] = { KITH_KIND (record) == KITH_LINK ? link->a : 0,
                          KITH_KIND (record) == KITH_LINK ? link->b : 0 };

  for (guint i = 0; i < 2 && when == KITH_WHEN_NOW; i++)
    {
      const KithStakeholder *end = kith_map_stakeholder (map, ends[i]);

      if (end != NULL)
        when = when_by_itself (end, today);
    }
  return when;
}

/* --- Following --- */

static gconstpointer
shown_before (Follow *self, KithKind kind, KithId id)
{
  const KithChange *change = self->shown == self->map ? g_hash_table_lookup (self->changes, &id)
                                                      : NULL;

  return change != NULL ? change->before : kith_map_get (self->shown, kind, id);
}

static gboolean
will_be_there (Follow *self, KithId id)
{
  const Turn *turn = g_hash_table_lookup (self->turns, &id);
  KithKind kind;

  if (turn != NULL)
    return turn->after != NULL;
  return kith_map_kind_of (self->shown, id, &kind);
}

/* A sector or a picture may miss, as in kith_map_as_at(). */
static gboolean
has_its_references (Follow *self, gconstpointer record)
{
  const KithKindInfo *info = kith_kind_info (KITH_KIND (record));

  for (guint i = 0; i < info->n_fields; i++)
    {
      const KithField *field = &info->fields[i];
      KithId to;

      if (field->type != KITH_TYPE_REF || field->target == KITH_SECTOR
          || field->target == KITH_PICTURE)
        continue;
      to = *(const KithId *) kith_field_address (field, record);
      if (to != 0 && !will_be_there (self, to))
        return FALSE;
    }
  return TRUE;
}

/* As it is now (transfer full), or NULL where it is not there. */
static gpointer
form_now (Follow *self, KithKind kind, KithId id)
{
  gconstpointer record = kith_map_get (self->map, kind, id);

  if (record == NULL || !has_its_references (self, record))
    return NULL;
  return has_lifetime (kind) ? kith_record_as_at (self->map, record, self->today)
                             : kith_record_ref (record);
}

static void
concern (Follow *self, KithKind kind, KithId id)
{
  Turn *turn;

  if (g_hash_table_contains (self->turns, &id))
    return;
  turn = g_new0 (Turn, 1);
  turn->before = shown_before (self, kind, id);
  g_hash_table_insert (self->turns, g_memdup2 (&id, sizeof id), turn);
  g_array_append_val (self->ids[kind], id);
}

static void
concern_record (Follow *self, const KithRecord *record)
{
  if (record == NULL)
    return;
  concern (self, record->kind, record->id);
  if (record->kind == KITH_NAME)
    concern (self, KITH_STAKEHOLDER, ((const KithName *) record)->stakeholder);
}

static void
concern_referrers (Follow *self, KithMap *map, KithId id)
{
  const GPtrArray *referrers = kith_map_referrers (map, id);

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    concern (self, KITH_KIND (referrers->pdata[i]), KITH_ID (referrers->pdata[i]));
}

/* What hangs on it comes and goes with it; all of that is of later kinds. */
static void
settle (Follow *self)
{
  for (guint kind = 0; kind < KITH_N_KINDS; kind++)
    for (guint i = 0; i < self->ids[kind]->len; i++)
      {
        KithId id = g_array_index (self->ids[kind], KithId, i);
        Turn *turn = g_hash_table_lookup (self->turns, &id);

        turn->after = form_now (self, (KithKind) kind, id);
        if ((turn->before == NULL) == (turn->after == NULL))
          continue;
        if (kind == KITH_SECTOR || kind == KITH_PICTURE)
          continue;
        concern_referrers (self, self->map, id);
        if (self->shown != self->map)
          concern_referrers (self, self->shown, id);
      }
}

static void
add_turn (KithEdit *edit, gconstpointer before, gpointer after, gboolean deletes)
{
  if (before == after || (after == NULL) != deletes)
    return;
  if (after == NULL)
    kith_edit_delete (edit, before);
  else if (before == NULL)
    kith_edit_insert (edit, kith_record_ref (after));
  else
    kith_edit_update (edit, before, kith_record_ref (after));
}

/* What is different; `from_map`: from the map itself instead of what was shown. */
static KithEdit *
make_edit (Follow *self, gboolean from_map)
{
  KithEdit *edit = kith_edit_new ("");

  for (guint pass = 0; pass < 2 * KITH_N_KINDS; pass++)
    {
      gboolean deletes = pass < KITH_N_KINDS; /* children first, then parents first */
      guint kind = deletes ? KITH_N_KINDS - 1 - pass : pass - KITH_N_KINDS;

      for (guint i = 0; i < self->ids[kind]->len; i++)
        {
          KithId id = g_array_index (self->ids[kind], KithId, i);
          const Turn *turn = g_hash_table_lookup (self->turns, &id);

          add_turn (edit, from_map ? kith_map_get (self->map, (KithKind) kind, id) : turn->before,
                    turn->after, deletes);
        }
    }
  return edit;
}

static void
free_turn (gpointer data)
{
  Turn *turn = data;

  if (turn->after != NULL)
    kith_record_unref (turn->after);
  g_free (turn);
}

static void
follow_init (Follow *self, KithMap *map, KithMap *shown, gint32 today)
{
  *self = (Follow){ .map = map, .shown = shown, .today = today };
  self->changes = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->turns = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_turn);
  for (guint kind = 0; kind < KITH_N_KINDS; kind++)
    self->ids[kind] = g_array_new (FALSE, FALSE, sizeof (KithId));
}

static void
follow_clear (Follow *self)
{
  for (guint kind = 0; kind < KITH_N_KINDS; kind++)
    g_array_unref (self->ids[kind]);
  g_hash_table_unref (self->turns);
  g_hash_table_unref (self->changes);
}

static const KithRecord *
record_of (const KithChange *change)
{
  return change->after != NULL ? change->after : change->before;
}

static void
concern_edit (Follow *self, const KithEdit *edit)
{
  for (guint i = 0; i < kith_edit_n_changes (edit); i++)
    g_hash_table_insert (self->changes, (gpointer) &record_of (kith_edit_change (edit, i))->id,
                         (gpointer) kith_edit_change (edit, i));
  for (guint i = 0; i < kith_edit_n_changes (edit); i++)
    {
      concern_record (self, kith_edit_change (edit, i)->before);
      concern_record (self, kith_edit_change (edit, i)->after);
    }
}

/* A snapshot without what has been settled. */
static KithMap *
without (Follow *self)
{
  g_autoptr (KithEdit) edit = make_edit (self, TRUE);
  g_autoptr (GError) error = NULL;
  KithMap *made;

  if (kith_edit_is_empty (edit))
    return kith_map_ref (self->map);
  made = kith_map_snapshot (self->map);
  if (!kith_map_apply (made, edit, &error))
    g_error ("A map as it is now is not sound: %s", error->message);
  return made;
}

static gboolean
name_is_to_end (const KithName *name, gint32 today)
{
  return kith_date_gone_from (&name->to) > today;
}

/**
 * kith_map_now:
 * @map: a map
 * @today: the Julian day of today
 *
 * Cost: linear in stakeholders, links, spaces, memberships and earlier names.
 *
 * Returns: (transfer full): the map without what has ended and what is to come
 */
KithMap *
kith_map_now (KithMap *map, gint32 today)
{
  static const KithKind kinds[] = { KITH_STAKEHOLDER, KITH_LINK, KITH_SPACE, KITH_MEMBERSHIP };
  KithMap *made;
  Follow self;

  follow_init (&self, map, map, today);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    KITH_FOR_EACH (KithRecord, record, map, kinds[i])
      if (when_by_itself (record, today) != KITH_WHEN_NOW)
        concern (&self, record->kind, record->id);
  KITH_FOR_EACH (KithName, name, map, KITH_NAME)
    if (name_is_to_end (name, today))
      concern (&self, KITH_STAKEHOLDER, name->stakeholder);
  settle (&self);
  made = without (&self);
  follow_clear (&self);
  return made;
}

/* Nothing of the map was hidden. */
static KithEdit *
begin_hiding (Follow *self, KithMap **shown, KithEdit *edit)
{
  KithMap *made = without (self);
  gboolean hides = made != self->map;

  kith_map_unref (*shown);
  *shown = made;
  return hides ? make_edit (self, FALSE) : kith_edit_ref (edit);
}

static KithEdit *
go_on_hiding (Follow *self, KithMap **shown)
{
  g_autoptr (KithEdit) edit = make_edit (self, FALSE);
  g_autoptr (GError) error = NULL;

  if (kith_map_apply (*shown, edit, &error))
    return g_steal_pointer (&edit);
  g_warning ("The map as it is now did not follow an edit: %s", error->message);
  kith_map_unref (*shown);
  *shown = kith_map_now (self->map, self->today);
  return NULL;
}

KithEdit *
kith_map_now_follow (KithMap **shown, KithMap *map, KithEdit *edit, gint32 today)
{
  KithEdit *different;
  Follow self;

  follow_init (&self, map, *shown, today);
  concern_edit (&self, edit);
  settle (&self);
  different = *shown == map ? begin_hiding (&self, shown, edit) : go_on_hiding (&self, shown);
  follow_clear (&self);
  return different;
}

/* --- Names --- */

/* What was typed over a name that is still to come is meant for the one of today. */
static void
keep_for_later (char **now, char **after, const char *was)
{
  if (g_str_equal (*after, was))
    return;
  kith_text_set (now, *after);
  kith_text_set (after, was);
}

static void
name_it_now (KithEdit *edit, const KithChange *change, const KithName *name)
{
  const KithStakeholder *before = (const KithStakeholder *) change->before;
  KithStakeholder *after = kith_record_copy (change->after);
  KithName *copy = kith_record_copy (name);

  keep_for_later (&copy->name, &after->name, before->name);
  keep_for_later (&copy->short_name, &after->short_name, before->short_name);
  kith_edit_update (edit, before, after);
  kith_edit_update (edit, name, copy);
}

static gboolean
renames (const KithChange *change)
{
  const KithStakeholder *before = (const KithStakeholder *) change->before;
  const KithStakeholder *after = (const KithStakeholder *) change->after;

  return before != NULL && after != NULL
         && !(g_str_equal (before->name, after->name)
              && g_str_equal (before->short_name, after->short_name));
}

void
kith_edit_name_now (KithEdit *edit, KithMap *map, gint32 today)
{
  guint n = kith_edit_n_changes (edit);

  for (guint i = 0; i < n; i++)
    if (kith_change_kind (kith_edit_change (edit, i)) == KITH_NAME)
      return; /* it knows of names */
  for (guint i = 0; i < n; i++)
    {
      const KithChange *change = kith_edit_change (edit, i);
      const KithName *name;

      if (kith_change_kind (change) != KITH_STAKEHOLDER || !renames (change))
        continue;
      name = kith_map_name_on (map, kith_change_id (change), today);
      if (name != NULL)
        name_it_now (edit, change, name);
    }
}
