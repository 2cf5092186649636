/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-hub.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "kith-verbs.h"

#define APART 18.0 /* between a node and a box */
#define STEP 28.0  /* between places that are tried, square by square */
#define RINGS 40

typedef struct
{
  GArray *boxes; /* of KithPlace: what it must not lie on */
  double x;      /* the middle of its members */
  double y;
  guint n;
} Amid;

gboolean
kith_space_is_hub (const KithSpace *space)
{
  return space->drawn == KITH_SPACE_HUB;
}

static gboolean
is_placed (const KithSpace *space)
{
  return space->x != 0.0 || space->y != 0.0;
}

/* Who is about to move, by id, to where they are about to stand. */
static GHashTable *
moved_places (const KithId *ids, const double *xy, guint n)
{
  GHashTable *places = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < n; i++)
    g_hash_table_insert (places, (gpointer) &ids[i], (gpointer) &xy[2 * i]);
  return places;
}

static KithPlace
place_of (const KithStakeholder *record, GHashTable *moved)
{
  const double *xy = g_hash_table_lookup (moved, &record->record.id);
  KithPlace place = { record->x, record->y, record->width, record->height };

  if (xy != NULL)
    {
      place.x = xy[0];
      place.y = xy[1];
    }
  return place;
}

static void
look_at (Amid *amid, KithMap *map, const KithSpace *space, GHashTable *moved)
{
  g_autoptr (GPtrArray) members = kith_map_members_of (map, KITH_ID (space));

  *amid = (Amid){ g_array_new (FALSE, FALSE, sizeof (KithPlace)), 0.0, 0.0, members->len };
  for (guint i = 0; i < members->len; i++)
    {
      KithPlace place = place_of (members->pdata[i], moved);

      amid->x += place.x / members->len;
      amid->y += place.y / members->len;
    }
  KITH_FOR_EACH (KithStakeholder, stakeholder, map, KITH_STAKEHOLDER)
    {
      KithPlace place = place_of (stakeholder, moved);

      g_array_append_val (amid->boxes, place);
    }
  KITH_FOR_EACH (KithSpace, other, map, KITH_SPACE)
    if (other != space && kith_space_is_hub (other) && is_placed (other))
      {
        const double *xy = g_hash_table_lookup (moved, &other->record.id);
        KithPlace place = { xy != NULL ? xy[0] : other->x, xy != NULL ? xy[1] : other->y,
                            KITH_HUB_WIDTH, KITH_HUB_HEIGHT };

        g_array_append_val (amid->boxes, place);
      }
}

static gboolean
is_free (const Amid *amid, double x, double y)
{
  for (guint i = 0; i < amid->boxes->len; i++)
    {
      const KithPlace *box = &g_array_index (amid->boxes, KithPlace, i);

      if (fabs (box->x - x) < (box->width + KITH_HUB_WIDTH) / 2 + APART
          && fabs (box->y - y) < (box->height + KITH_HUB_HEIGHT) / 2 + APART)
        return FALSE;
    }
  return TRUE;
}

/* A free place near the middle, square by square about it, above and below first; the middle itself where
 * there is none. */
static void
find_free (const Amid *amid, double *x, double *y)
{
  *x = amid->x;
  *y = amid->y;
  for (int ring = 0; ring <= RINGS; ring++)
    for (int across = 0; across <= 2 * ring; across++)
      for (int down = 0; down <= 2 * ring; down++)
        {
          /* 0, 1, −1, 2, −2 … */
          int dx = across % 2 == 0 ? -across / 2 : (across + 1) / 2;
          int dy = down % 2 == 0 ? -down / 2 : (down + 1) / 2;

          if (MAX (ABS (dx), ABS (dy)) != ring
              || !is_free (amid, amid->x + dx * STEP, amid->y + dy * STEP))
            continue;
          *x = amid->x + dx * STEP;
          *y = amid->y + dy * STEP;
          return;
        }
}

/**
 * kith_hub_free_place:
 * @map: a map
 * @space: one of its shared spaces
 * @ids: (array length=n): stakeholders, and other nodes, that are about to move
 * @xy: 2n coordinates of their new centres, map units
 * @n: how many
 * @place: (out): a place amid the members that lies on no box
 *
 * Cost: linear in the stakeholders for each place that is tried.
 */
void
kith_hub_free_place (KithMap *map,
                     const KithSpace *space,
                     const KithId *ids,
                     const double *xy,
                     guint n,
                     KithPlace *place)
{
  g_autoptr (GHashTable) moved = moved_places (ids, xy, n);
  Amid amid;

  look_at (&amid, map, space, moved);
  *place = (KithPlace){ 0.0, 0.0, KITH_HUB_WIDTH, KITH_HUB_HEIGHT };
  find_free (&amid, &place->x, &place->y);
  place->x = kith_quantise (CLAMP (place->x, -999999.0, 999999.0));
  place->y = kith_quantise (CLAMP (place->y, -999999.0, 999999.0));
  if (place->x == 0.0 && place->y == 0.0) /* which means: no place */
    place->x = 1.0 / 64.0;
  g_array_unref (amid.boxes);
}

/**
 * kith_hub_place:
 * @map: a map
 * @space: one of its shared spaces, which is drawn as a node
 * @place: (out): its centre, and about how large it is
 */
void
kith_hub_place (KithMap *map, const KithSpace *space, KithPlace *place)
{
  if (is_placed (space))
    *place = (KithPlace){ space->x, space->y, KITH_HUB_WIDTH, KITH_HUB_HEIGHT };
  else
    kith_hub_free_place (map, space, NULL, NULL, 0, place);
}

/**
 * kith_map_place:
 * @map: a map
 * @id: a record
 * @place: (out): where it stands
 *
 * Returns: whether it has a place of its own
 */
gboolean
kith_map_place (KithMap *map, KithId id, KithPlace *place)
{
  const KithSpace *space = kith_map_space (map, id);

  if (space != NULL && kith_space_is_hub (space))
    {
      kith_hub_place (map, space, place);
      return TRUE;
    }
  return kith_record_place (kith_map_placed (map, id), place);
}

/**
 * kith_verb_draw_space:
 * @map: a map
 * @space: a shared space
 * @how: as what it is drawn
 * @error: KITH_MODEL_ERROR where there is no such space
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_verb_draw_space (KithMap *map, KithId space, KithSpaceDrawing how, GError **error)
{
  const KithSpace *before = kith_map_space (map, space);
  g_autofree char *label = NULL;
  KithSpace *after;
  KithEdit *edit;

  if (before == NULL)
    {
      g_set_error_literal (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_REFUSED,
                           _ ("The shared space is no longer on the map."));
      return NULL;
    }
  /* Translators: undo steps; the name of a shared space. */
  label = g_strdup_printf (how == KITH_SPACE_HUB ? _ ("Draw %s as a node")
                                                 : _ ("Draw %s as an outline"),
                           before->name);
  edit = kith_edit_new (label);
  after = kith_record_copy (before);
  after->drawn = (int) how;
  if (how == KITH_SPACE_HUB && !is_placed (before))
    {
      KithPlace place;

      kith_hub_free_place (map, before, NULL, NULL, 0, &place);
      after->x = place.x;
      after->y = place.y;
    }
  kith_edit_update (edit, before, after);
  return edit;
}
