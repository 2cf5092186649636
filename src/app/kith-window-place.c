/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the place says in which somebody has come to stand: in an arrangement's columns, segments and rings. */
#include <glib/gi18n.h>

#include "kith-annotations.h"
#include "kith-sectors.h"
#include "kith-verbs.h"
#include "kith-window-private.h"

/* What a place says of whoever stands there, where that is not so of somebody. */
typedef struct
{
  KithId sector;   /* KITH_SECTOR_OTHER: nothing, or what is so */
  KithLevel level; /* KITH_LEVEL_UNSET: the same */
} Saying;

static Saying
said_of (KithMap *map, const KithStakeholder *one)
{
  Saying saying;

  kith_map_arranged_at (map, one->x, one->y, &saying.sector, &saying.level);
  if (saying.sector == one->sector)
    saying.sector = KITH_SECTOR_OTHER;
  if ((int) saying.level == one->level)
    saying.level = KITH_LEVEL_UNSET;
  return saying;
}

static char *
words_of (KithMap *map, const KithStakeholder *one, Saying saying)
{
  if (saying.sector != KITH_SECTOR_OTHER)
    /* Translators: a stakeholder, the sector in whose column it stands, its own sector. */
    return g_strdup_printf (_ ("%s now stands under “%s”, but its sector is %s."), one->name,
                            kith_sector_name (map, saying.sector),
                            kith_sector_name (map, one->sector));
  if (one->level == KITH_LEVEL_UNSET)
    /* Translators: a stakeholder, the level in whose ring it stands. */
    return g_strdup_printf (_ ("%s now stands in the ring “%s”, but its level has not been said."),
                            one->name, kith_enum_label (&kith_levels, (int) saying.level));
  /* Translators: a stakeholder, the level in whose ring it stands, its own level. */
  return g_strdup_printf (_ ("%s now stands in the ring “%s”, but its level is %s."), one->name,
                          kith_enum_label (&kith_levels, (int) saying.level),
                          kith_enum_label (&kith_levels, one->level));
}

/**
 * kith_window_say_place:
 * @self: a window
 * @id: the stakeholder that has been dragged to where it now stands
 * @x: where it stood before, in map units
 * @y: the same
 *
 * Says what the column, the segment or the ring says of it that is not so, with a button that makes
 * it so; nothing where it stood there already.
 */
void
kith_window_say_place (KithWindow *self, gint64 id, double x, double y)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  const KithStakeholder *one = kith_map_stakeholder (map, id);
  g_autofree char *words = NULL;
  Saying now, before;

  if (one == NULL)
    return;
  kith_map_arranged_at (map, x, y, &before.sector, &before.level);
  now = said_of (map, one);
  if (now.sector == before.sector)
    now.sector = KITH_SECTOR_OTHER;
  if (now.level == before.level)
    now.level = KITH_LEVEL_UNSET;
  if (now.sector == KITH_SECTOR_OTHER && now.level == KITH_LEVEL_UNSET)
    return;
  words = words_of (map, one, now);
  if (now.sector != KITH_SECTOR_OTHER)
    kith_window_offer_of (self, words, _ ("Change the _Sector"), "win.take-place",
                          g_variant_new ("(xxi)", id, now.sector, KITH_LEVEL_UNSET));
  else
    kith_window_offer_of (self, words, _ ("Set the _Level"), "win.take-place",
                          g_variant_new ("(xxi)", id, KITH_SECTOR_OTHER, now.level));
}

static gboolean
has_sector (KithMap *map, KithId sector)
{
  return KITH_SECTOR_IS_BUILT_IN (sector) || kith_map_get (map, KITH_SECTOR, sector) != NULL;
}

/* What was offered, and nothing else: whoever it is may have moved since, and other frames may be there. */
static void
on_take_place (GSimpleAction *action, GVariant *target, gpointer data)
{
  KithWindow *self = data;
  KithMap *map = self->viewer != NULL ? kith_viewer_get_whole_map (self->viewer) : NULL;
  const KithStakeholder *one;
  g_autofree char *label = NULL;
  KithStakeholder *after;
  KithId id, sector;
  int level;

  g_variant_get (target, "(xxi)", &id, &sector, &level);
  one = map != NULL ? kith_map_stakeholder (map, id) : NULL;
  if (one == NULL || !has_sector (map, sector) || kith_viewer_refuses_past (self->viewer))
    return;
  after = kith_record_copy (one);
  if (sector != KITH_SECTOR_OTHER)
    after->sector = sector;
  else
    after->level = level;
  /* Translators: undo step; a stakeholder, of which is then said what the place says in which it stood. */
  label = g_strdup_printf (sector != KITH_SECTOR_OTHER ? _ ("Change the sector of %s")
                                                       : _ ("Set the level of %s"),
                           one->name);
  kith_viewer_perform (self->viewer, kith_verb_put (map, after, label), NULL);
}

static const GActionEntry entries[] = {
  { "take-place", on_take_place, "(xxi)" },
};

void
kith_window_install_place_actions (KithWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
