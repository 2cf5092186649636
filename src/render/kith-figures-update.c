/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bringing figures in step with a map that has changed: what is affected is made anew, so that the
 * figures are what kith_figures_new() would make. */
#include "kith-figures-private.h"

#include "kith-hub.h"
#include "kith-lens.h"
#include "kith-sectors.h"

typedef struct
{
  KithFigures *figures;
  KithMap *map;
  GHashTable *links; /* ids whose figures are to be made anew, whatever it takes */
  GHashTable *spaces;
  gboolean sectors; /* colours and signs may be others */
  gboolean all_links;
  gboolean notes;     /* annotations have changed */
  gboolean all_boxes; /* their looks */
} Update;

static void
mark (GHashTable *set, KithId id)
{
  g_hash_table_add (set, g_memdup2 (&id, sizeof id));
}

typedef struct
{
  Update *update;
  KithRect box;
} Around;

static void
mark_link_around (gpointer item, gpointer data)
{
  const KithLinkFigure *link = item;
  Around *around = data;
  GHashTable *late = around->update->figures->late_links;

  if (!g_hash_table_contains (late, &link->record->record.id)
      && kith_link_figure_is_near (link, &around->box))
    mark (late, link->record->record.id);
}

/* Links that ran round a box, or may have to now; spaces that it lies in or beside. */
static void
mark_around (Update *update, const KithRect *box)
{
  Around around = { update, kith_rect_grow (box, KITH_LINK_FREE) };
  KithRect line = kith_rect_grow (&around.box,
                                  KITH_LINK_MARKS + KITH_LINK_FREE); /* straight ones */
  GHashTableIter iter;
  gpointer space;

  kith_grid_foreach (update->figures->band_grid, &around.box, mark_link_around, &around);
  kith_line_grid_foreach (update->figures->line_grid, &line, mark_link_around, &around);
  kith_figures_labels_near (update->figures, box);
  kith_figures_marks_near_box (update->figures, box);
  g_hash_table_iter_init (&iter, update->figures->spaces);
  while (g_hash_table_iter_next (&iter, NULL, &space))
    if (kith_rect_touches (&((KithSpaceFigure *) space)->reach, box))
      mark (update->figures->late_spaces, ((KithSpaceFigure *) space)->record->record.id);
}

/* Colours and signs of all, after a sector has changed, come or gone. */
static void
update_sectors (Update *update)
{
  KithMap *map = update->map;

  KITH_FOR_EACH (KithStakeholder, stakeholder, map, KITH_STAKEHOLDER)
    {
      KithBoxFigure *box = g_hash_table_lookup (update->figures->boxes, &stakeholder->record.id);

      if (box == NULL
          || (box->colour == kith_sector_colour (map, stakeholder->sector)
              && box->sign == kith_sector_sign (map, stakeholder->sector)))
        continue;
      box->colour = kith_sector_colour (map, stakeholder->sector);
      box->sign = kith_sector_sign (map, stakeholder->sector);
      kith_figures_tell_damage (update->figures, &box->box);
    }
}

static void
mark_referrers (Update *update, KithId stakeholder)
{
  const GPtrArray *referrers = kith_map_referrers (update->map, stakeholder);

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    if (KITH_KIND (referrers->pdata[i]) == KITH_LINK)
      mark (update->links, KITH_ID (referrers->pdata[i]));
    else if (KITH_KIND (referrers->pdata[i]) == KITH_MEMBERSHIP)
      mark (update->figures->late_spaces, ((KithMembership *) referrers->pdata[i])->space);
}

static void
update_box (Update *update, KithId id, const KithStakeholder *now)
{
  KithBoxFigure *old = g_hash_table_lookup (update->figures->boxes, &id);

  if (old != NULL)
    {
      kith_figures_tell_damage (update->figures, &old->box);
      mark_around (update, &old->box);
    }
  if (now == NULL)
    {
      kith_figures_remove_box (update->figures, id);
      return;
    }
  kith_figures_put_box (update->figures, update->map, now);
  old = g_hash_table_lookup (update->figures->boxes, &id);
  kith_figures_tell_damage (update->figures, &old->box);
  mark_around (update, &old->box);
  mark_referrers (update, id);
}

/* A link that comes or goes moves its parallels too. */
static void
mark_parallels (Update *update, const KithLink *link)
{
  const GPtrArray *referrers = kith_map_referrers (update->map, link->a);

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      const KithLink *other = referrers->pdata[i];

      if (KITH_KIND (other) == KITH_LINK && (other->a == link->b || other->b == link->b))
        mark (update->links, other->record.id);
    }
}

static void
tell_note (KithFigures *figures, KithId id)
{
  const KithNoteFigure *note = g_hash_table_lookup (figures->notes, &id);

  if (note == NULL)
    return;
  kith_figures_tell_damage (figures, &note->reach);
  kith_figures_doubt_names (figures, &note->reach);
}

static void
update_note (KithFigures *figures, KithMap *map, KithId id, const KithAnnotation *now)
{
  tell_note (figures, id);
  if (now == NULL)
    g_hash_table_remove (figures->notes, &id);
  else
    kith_figures_put_note (figures, map, now);
  figures->has_bounds = FALSE;
  tell_note (figures, id);
}

/* An answer, a position or a question that comes or goes, in a lens that shows them. */
static gboolean
is_asked (const Update *update, gboolean known, KithKind kind)
{
  return kith_lens_asks (update->figures->view.lens)
         && (!known || kind == KITH_ANSWER || kind == KITH_POSITION || kind == KITH_QUESTION
             || kind == KITH_STANCE);
}

static void
look_at_boxes (Update *update)
{
  GHashTableIter iter;
  gpointer figure;

  g_hash_table_iter_init (&iter, update->figures->boxes);
  while (g_hash_table_iter_next (&iter, NULL, &figure))
    {
      kith_figures_look_at_box (update->figures, update->map, figure);
      kith_figures_tell_damage (update->figures, &((KithBoxFigure *) figure)->box);
    }
}

static void
update_id (Update *update, KithId id)
{
  KithLinkFigure *link = g_hash_table_lookup (update->figures->links, &id);
  const KithLink *now = kith_map_link (update->map, id);
  KithKind kind = KITH_ABOUT;
  gboolean known = kith_map_kind_of (update->map, id, &kind);

  if (is_asked (update, known, kind))
    update->all_boxes = update->all_links = TRUE;
  if (link != NULL)
    mark_parallels (update, link->record);
  if (now != NULL)
    mark_parallels (update, now);
  if (kind == KITH_STAKEHOLDER || g_hash_table_contains (update->figures->boxes, &id))
    update_box (update, id, kith_map_stakeholder (update->map, id));
  else if (kind == KITH_LINK || link != NULL)
    mark (update->links, id);
  else if (kind == KITH_SPACE || g_hash_table_contains (update->figures->spaces, &id))
    mark (update->spaces, id);
  else if (kind == KITH_ANNOTATION || g_hash_table_contains (update->figures->notes, &id))
    {
      update_note (update->figures, update->map, id,
                   kith_map_get (update->map, KITH_ANNOTATION, id));
      update->notes = TRUE;
    }
  else if (kind == KITH_ASSESSMENT)
    mark (update->links, kith_map_assessment (update->map, id)->link);
  else if (kind == KITH_EVENT)
    mark (update->links, kith_map_event (update->map, id)->link);
  else if (kind == KITH_MEMBERSHIP)
    mark (update->spaces, ((const KithMembership *) kith_map_get (update->map, kind, id))->space);
  else if (kind == KITH_SECTOR || (!known && KITH_SECTOR_IS_BUILT_IN (id)))
    update->sectors = TRUE;
  else if (!known)
    update->sectors = update->all_links = TRUE;
}

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
update_all (Update *update, const KithId *ids, guint n)
{
  KithMap *map = update->map;

  update->figures->revision = kith_figures_next_revision ();
  for (guint i = 0; i < n; i++)
    update_id (update, ids[i]);
  if (update->notes)
    kith_figures_size_titles (update->figures);
  if (update->sectors)
    update_sectors (update);
  if (update->all_boxes)
    look_at_boxes (update);
  if (update->all_links)
    {
      KITH_FOR_EACH (KithLink, link, map, KITH_LINK)
        mark (update->links, link->record.id);
      KITH_FOR_EACH (KithSpace, space, map, KITH_SPACE)
        mark (update->spaces, space->record.id);
    }
  kith_figures_remake (update->figures, map, update->links, update->spaces);
}

/**
 * kith_figures_update_within:
 * @figures: figures
 * @map: the map as it is now
 * @ids: (array length=n): records that have changed, come or gone
 * @n: how many
 * @budget: microseconds for what makes way
 */
void
kith_figures_update_within (KithFigures *figures,
                            KithMap *map,
                            const KithId *ids,
                            guint n,
                            gint64 budget)
{
  g_autoptr (GHashTable) links = new_set ();
  g_autoptr (GHashTable) spaces = new_set ();
  Update update = { figures, map, links, spaces, .all_boxes = FALSE };
  gint64 began = g_get_monotonic_time ();

  update_all (&update, ids, n);
  kith_figures_catch_up (figures, map, budget - (g_get_monotonic_time () - began));
}

/**
 * kith_figures_update:
 * @figures: figures
 * @map: the map as it is now
 * @ids: (array length=n): records that have changed, come or gone
 * @n: how many
 */
void
kith_figures_update (KithFigures *figures, KithMap *map, const KithId *ids, guint n)
{
  kith_figures_update_within (figures, map, ids, n, G_MAXINT64);
}

static void
carry_one (Update *update, KithId id, double x, double y)
{
  const KithStakeholder *record = kith_map_stakeholder (update->map, id);
  KithStakeholder *there;

  if (record == NULL)
    return;
  there = kith_record_copy (record);
  there->x = x;
  there->y = y;
  update_box (update, id, there);
  kith_record_unref (there);
}

/* Annotations lie under everything, so they are not lifted: who keeps what has been drawn hears of
 * them. */
static void
carry_note (KithFigures *figures, KithMap *map, KithId id, double x, double y)
{
  const KithAnnotation *record = kith_map_get (map, KITH_ANNOTATION, id);
  KithAnnotation *there;

  if (record == NULL)
    return;
  there = kith_record_copy (record);
  there->x = x;
  there->y = y;
  update_note (figures, map, id, there);
  kith_record_unref (there);
}

/* A node with its spokes lies in part under everything, too. Of its members some may be carried with it, and have
 * it made anew where the map has it: it is where the hand is. */
static void
carry_node (KithFigures *figures, KithMap *map, KithId id, double x, double y)
{
  const KithSpace *record = kith_map_space (map, id);
  KithSpace *there;

  if (record == NULL || !kith_space_is_hub (record))
    return;
  there = kith_record_copy (record);
  there->x = x;
  there->y = y;
  kith_figures_touch (figures, id);
  kith_figures_put_space (figures, map, there);
  kith_figures_touch (figures, id);
  g_hash_table_remove (figures->late_spaces, &id);
  kith_record_unref (there);
}

/**
 * kith_figures_carry:
 * @figures: figures
 * @map: the map as it is before the drag
 * @ids: (array length=n): stakeholders
 * @n: how many
 * @xy: 2n coordinates of their centres, map units
 * @budget: microseconds for what makes way
 *
 * Returns: whether all links of what is carried are routed
 */
gboolean
kith_figures_carry (KithFigures *figures,
                    KithMap *map,
                    const KithId *ids,
                    guint n,
                    const double *xy,
                    gint64 budget)
{
  g_autoptr (GHashTable) links = new_set ();
  g_autoptr (GHashTable) spaces = new_set ();
  Update update = { figures, map, links, spaces, .all_boxes = FALSE };
  KithFiguresDamage damage = figures->damage;
  gint64 began = g_get_monotonic_time ();

  for (guint i = 0; i < n; i++)
    carry_note (figures, map, ids[i], xy[2 * i], xy[2 * i + 1]);
  figures->damage = NULL;
  for (guint i = 0; i < n; i++)
    carry_one (&update, ids[i], xy[2 * i], xy[2 * i + 1]);
  kith_figures_carry_links (figures, map, links);
  figures->damage = damage;
  for (guint i = 0; i < n; i++)
    carry_node (figures, map, ids[i], xy[2 * i], xy[2 * i + 1]);
  kith_figures_try_late (figures, map, budget - (g_get_monotonic_time () - began));
  return figures->pulled->len == 0;
}

/**
 * kith_figures_set_damage:
 * @figures: figures
 * @func: (nullable): told of each rectangle
 * @data: for @func
 */
void
kith_figures_set_damage (KithFigures *figures, KithFiguresDamage func, gpointer data)
{
  figures->damage = func;
  figures->damage_data = data;
}

static void
append_concerned (GArray *ids, KithMap *map, const KithRecord *record)
{
  const KithKindInfo *info;
  KithKind kind;

  if (record == NULL || record->kind == KITH_PICTURE) /* what shows it changes with it */
    return;
  if (record->kind <= KITH_LINK || record->kind == KITH_SPACE || record->kind == KITH_ANNOTATION)
    g_array_append_val (ids, record->id);
  info = kith_kind_info (record->kind);
  for (guint i = 0;
       i < info->n_fields && record->kind > KITH_LINK && record->kind != KITH_ANNOTATION; i++)
    {
      const KithId *to = kith_field_address (&info->fields[i], record);

      if (info->fields[i].type == KITH_TYPE_REF && *to != 0 && kith_map_kind_of (map, *to, &kind)
          && (kind == KITH_LINK || kind == KITH_SPACE))
        g_array_append_val (ids, *to);
    }
}

/**
 * kith_figures_apply:
 * @figures: figures
 * @map: the map after the edit
 * @edit: the edit
 */
void
kith_figures_apply (KithFigures *figures, KithMap *map, const KithEdit *edit)
{
  kith_figures_apply_within (figures, map, edit, G_MAXINT64);
}

/**
 * kith_figures_apply_within:
 * @figures: figures
 * @map: the map after the edit
 * @edit: the edit
 * @budget: microseconds for what makes way
 */
void
kith_figures_apply_within (KithFigures *figures, KithMap *map, const KithEdit *edit, gint64 budget)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (KithId));

  for (guint i = 0; i < kith_edit_n_changes (edit); i++)
    {
      append_concerned (ids, map, kith_edit_change (edit, i)->before);
      append_concerned (ids, map, kith_edit_change (edit, i)->after);
    }
  kith_figures_update_within (figures, map, (const KithId *) (gpointer) ids->data, ids->len,
                              budget);
}
