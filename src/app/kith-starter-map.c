/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-starter-map.h"

#include <glib/gi18n.h>

#include "kith-arrange.h"
#include "kith-text.h"

static KithStakeholder *
make_stakeholder (const char *name, KithId sector)
{
  KithStakeholder *made = kith_record_new (KITH_STAKEHOLDER, kith_id_new ());

  kith_text_set (&made->name, name);
  made->sector = sector;
  kith_measure_stakeholder (name, &made->width, &made->height);
  return made;
}

static KithMap *
finish (KithMap *map, KithEdit *edit, GError **error)
{
  KithArrangeOptions options = KITH_ARRANGE_INIT;
  g_autoptr (KithEdit) moves = NULL;

  if (!kith_map_apply (map, edit, error))
    return NULL;

  moves = kith_arrange_to_edit (map, &options);
  if (moves != NULL && !kith_map_apply (map, moves, error))
    return NULL;

  return kith_map_ref (map);
}

KithMap *
kith_map_from_starter (const GPtrArray *items, GError **error)
{
  g_autoptr (KithMap) map = kith_map_new ();
  g_autoptr (KithEdit) edit = kith_edit_new (_ ("Starter list"));

  for (guint i = 0; i < items->len; i++)
    {
      const KithStarterItem *item = g_ptr_array_index (items, i);
      KithStakeholder *made = make_stakeholder (_ (item->name), item->sector);

      kith_text_set (&made->kind, item->kind != NULL ? _ (item->kind) : "");
      made->level = item->level;
      made->form = item->form;
      kith_edit_insert (edit, made);
    }

  return finish (map, edit, error);
}
