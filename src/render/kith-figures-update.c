/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bringing figures in step with a map that has changed: what is affected is made anew, so that the
 * figures are what kith_figures_new() would make. */
#include "kith-figures-private.h"

#include "kith-sectors.h"

typedef struct
{
  KithFigures *figures;
  KithMap *map;
  GHashTable *links; /* ids whose figures are to be made anew */
  GHashTable *spaces;
  GHashTable *labels; /* of spaces whose names alone are to be placed anew */
  GTree *link_labels; /* ids of links whose labels are */
  gboolean sectors;   /* colours and signs may be others */
  gboolean all_links;
} Update;

static void
mark (GHashTable *set, KithId id)
{
  g_hash_table_add (set, g_memdup2 (&id, sizeof id));
}

static void
tell_damage (const Update *update, const KithRect *rect)
{
  if (update->figures->damage != NULL && rect != NULL)
    update->figures->damage (rect, update->figures->damage_data);
}

static void
tell_link (const Update *update, gconstpointer id)
{
  const KithLinkFigure *link = g_hash_table_lookup (update->figures->links, id);

  if (link != NULL)
    {
      KithRect extent = kith_link_figure_extent (link);

      tell_damage (update, &extent);
    }
}

static void
tell_space (const Update *update, gconstpointer id)
{
  const KithSpaceFigure *space = g_hash_table_lookup (update->figures->spaces, id);

  if (space == NULL)
    return;
  tell_damage (update, &space->bounds);
  tell_damage (update, &space->label_box);
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

  if (kith_link_figure_is_near (link, &around->box))
    mark (around->update->links, link->record->record.id);
}

/* Links that ran round a box, or may have to now; spaces that it lies in or beside. */
static void
mark_around (Update *update, const KithRect *box)
{
  Around around = { update, kith_rect_grow (box, KITH_LINK_FREE) };
  GHashTableIter iter;
  gpointer space;

  kith_grid_foreach (update->figures->link_grid, &around.box, mark_link_around, &around);
  kith_figures_labels_near (update->figures, box, update->link_labels);
  g_hash_table_iter_init (&iter, update->figures->spaces);
  while (g_hash_table_iter_next (&iter, NULL, &space))
    if (kith_rect_touches (&((KithSpaceFigure *) space)->reach, box))
      mark (update->spaces, ((KithSpaceFigure *) space)->record->record.id);
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
      tell_damage (update, &box->box);
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
      mark (update->spaces, ((KithMembership *) referrers->pdata[i])->space);
}

static void
update_box (Update *update, KithId id)
{
  const KithStakeholder *now = kith_map_stakeholder (update->map, id);
  KithBoxFigure *old = g_hash_table_lookup (update->figures->boxes, &id);

  if (old != NULL)
    {
      tell_damage (update, &old->box);
      mark_around (update, &old->box);
    }
  if (now == NULL)
    {
      kith_figures_remove_box (update->figures, id);
      return;
    }
  kith_figures_put_box (update->figures, update->map, now);
  old = g_hash_table_lookup (update->figures->boxes, &id);
  tell_damage (update, &old->box);
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
update_id (Update *update, KithId id)
{
  KithLinkFigure *link = g_hash_table_lookup (update->figures->links, &id);
  const KithLink *now = kith_map_link (update->map, id);
  KithKind kind = KITH_ABOUT;
  gboolean known = kith_map_kind_of (update->map, id, &kind);

  if (link != NULL)
    mark_parallels (update, link->record);
  if (now != NULL)
    mark_parallels (update, now);
  if (kind == KITH_STAKEHOLDER || g_hash_table_contains (update->figures->boxes, &id))
    update_box (update, id);
  else if (kind == KITH_LINK || link != NULL)
    mark (update->links, id);
  else if (kind == KITH_SPACE || g_hash_table_contains (update->figures->spaces, &id))
    mark (update->spaces, id);
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

/* A space's name makes room for links: one that runs near it may move the name. */
static void
mark_label_near (Update *update, gconstpointer link_id)
{
  const KithLinkFigure *link = g_hash_table_lookup (update->figures->links, link_id);
  GHashTableIter iter;
  gpointer space;

  g_hash_table_iter_init (&iter, update->figures->spaces);
  while (link != NULL && g_hash_table_iter_next (&iter, NULL, &space))
    if (kith_rect_touches (&((KithSpaceFigure *) space)->reach, &link->bounds))
      mark (update->labels, ((KithSpaceFigure *) space)->record->record.id);
}

/* Labels keep off its middle and its own label. */
static void
mark_link_labels (Update *update, gconstpointer id)
{
  const KithLinkFigure *link = g_hash_table_lookup (update->figures->links, id);

  if (link == NULL)
    return;
  kith_figures_labels_near (update->figures,
                            &(KithRect){ link->middle.x, link->middle.y, 0.0, 0.0 },
                            update->link_labels);
  if (link->label_box.width > 0.0)
    kith_figures_labels_near (update->figures, &link->label_box, update->link_labels);
  if (link->record->label[0] != '\0')
    kith_label_ids_add (update->link_labels, link->record->record.id);
}

static void
remake_marked (Update *update)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, update->links);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      const KithLink *link = kith_map_link (update->map, *(KithId *) id);

      tell_link (update, id);
      mark_label_near (update, id);
      mark_link_labels (update, id);
      if (link == NULL)
        kith_figures_remove_link (update->figures, *(KithId *) id);
      else
        kith_figures_put_link (update->figures, update->map, link);
      tell_link (update, id);
      mark_label_near (update, id);
      mark_link_labels (update, id);
    }
}

static void
remake_spaces (Update *update)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, update->spaces);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      const KithSpace *space = kith_map_space (update->map, *(KithId *) id);

      tell_space (update, id);
      if (space == NULL)
        g_hash_table_remove (update->figures->spaces, id);
      else
        kith_figures_put_space (update->figures, update->map, space);
      tell_space (update, id);
    }
}

static void
replace_labels (Update *update)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, update->labels);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      KithSpaceFigure *space = g_hash_table_lookup (update->figures->spaces, id);
      KithRect old;

      if (space == NULL || g_hash_table_contains (update->spaces, id))
        continue;
      old = space->label_box;
      kith_space_figure_place_label (update->figures, space);
      if (old.x == space->label_box.x && old.y == space->label_box.y)
        continue;
      tell_damage (update, &old);
      tell_damage (update, &space->label_box);
    }
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
  g_autoptr (GHashTable) links = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) spaces = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) labels = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GTree) link_labels = kith_label_ids_new ();
  Update update = { figures, map, links, spaces, labels, link_labels, FALSE, FALSE };

  for (guint i = 0; i < n; i++)
    update_id (&update, ids[i]);
  if (update.sectors)
    update_sectors (&update);
  if (update.all_links)
    {
      KITH_FOR_EACH (KithLink, link, map, KITH_LINK)
        mark (links, link->record.id);
      KITH_FOR_EACH (KithSpace, space, map, KITH_SPACE)
        mark (spaces, space->record.id);
    }
  remake_marked (&update);
  remake_spaces (&update);
  replace_labels (&update);
  kith_figures_replace_labels (figures, link_labels);
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

  if (record == NULL)
    return;
  if (record->kind <= KITH_LINK || record->kind == KITH_SPACE)
    g_array_append_val (ids, record->id);
  info = kith_kind_info (record->kind);
  for (guint i = 0; i < info->n_fields && record->kind > KITH_LINK; i++)
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
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (KithId));

  for (guint i = 0; i < kith_edit_n_changes (edit); i++)
    {
      append_concerned (ids, map, kith_edit_change (edit, i)->before);
      append_concerned (ids, map, kith_edit_change (edit, i)->after);
    }
  kith_figures_update (figures, map, (const KithId *) (gpointer) ids->data, ids->len);
}
