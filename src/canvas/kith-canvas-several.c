/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: what several selected stakeholders get together: one size, a tag, a shared space. */
#include <glib/gi18n-lib.h>

#include "kith-canvas-private.h"
#include "kith-hub.h"
#include "kith-verbs-several.h"
#include "kith-verbs.h"

static GArray *
begin (KithCanvas *self, guint least)
{
  kith_canvas_end_typing (self, TRUE);
  kith_canvas_cancel_tool (self);
  kith_canvas_stop_arranging (self);
  return kith_canvas_selected_stakeholders (self, least);
}

#define IDS(ids) ((const KithId *) (gpointer) (ids)->data)

void
kith_canvas_same_size (KithCanvas *self)
{
  g_autoptr (GArray) ids = begin (self, 2);

  if (ids != NULL)
    kith_viewer_perform (self->viewer,
                         kith_verb_same_size (kith_viewer_get_whole_map (self->viewer), IDS (ids),
                                              ids->len),
                         NULL);
}

static void
say_count (KithCanvas *self, const char *format, const char *name)
{
  g_autofree char *words = g_strdup_printf (format, name);

  kith_canvas_say (self, words);
}

/* A tag is put on, or taken off. */
void
kith_canvas_tag (KithCanvas *self, const char *tag, gboolean on)
{
  g_autoptr (GArray) ids = begin (self, 1);
  g_autofree char *clean = g_strstrip (g_strdup (tag));

  if (ids == NULL || *clean == '\0')
    return;
  if (kith_viewer_perform (self->viewer,
                           kith_verb_tag (kith_viewer_get_whole_map (self->viewer), IDS (ids),
                                          ids->len, clean, on),
                           NULL))
    say_count (self, on ? _ ("Tagged as %s.") : _ ("The tag %s is off."), clean);
}

/* They join a shared space of the shown map, or leave it. */
void
kith_canvas_join_space (KithCanvas *self, KithId space, gboolean join)
{
  g_autoptr (GArray) ids = begin (self, 1);
  const KithSpace *there = kith_map_space (kith_viewer_get_map (self->viewer), space);
  g_autofree char *name = there != NULL ? g_strdup (there->name) : NULL;

  if (ids == NULL || there == NULL)
    return;
  if (kith_viewer_perform (self->viewer,
                           kith_verb_join_space (kith_viewer_get_whole_map (self->viewer), space,
                                                 IDS (ids), ids->len, join),
                           NULL))
    say_count (self, join ? _ ("Added to %s.") : _ ("Taken out of %s."), name);
}

/* One of their own; its page opens, so that it can be named. */
void
kith_canvas_new_space (KithCanvas *self)
{
  g_autoptr (GArray) ids = begin (self, 1);
  KithId space = 0;

  if (ids == NULL)
    return;
  if (!kith_viewer_perform (self->viewer,
                            kith_verb_add_space (kith_viewer_get_whole_map (self->viewer),
                                                 _ ("New shared space"), IDS (ids), ids->len,
                                                 &space),
                            NULL))
    return;
  kith_viewer_select_only (self->viewer, space);
  g_signal_emit_by_name (self, "activate", space);
}

static void
append_target (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
  /* a name is no mnemonic */
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *plain = g_strjoinv ("__", parts);

  g_menu_item_set_label (item, plain);
  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

/* A submenu of the shared spaces that they may join or leave. */
GMenuModel *
kith_canvas_space_menu (KithCanvas *self)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  g_autoptr (GPtrArray) spaces = kith_map_list (map, KITH_SPACE);
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("New from these"), "canvas.new-space");
  for (guint leave = 0; leave < 2; leave++)
    {
      g_autoptr (GMenu) section = g_menu_new ();

      for (guint i = 0; i < spaces->len; i++)
        {
          const KithSpace *space = spaces->pdata[i];
          g_autofree char *label = g_strdup_printf (leave ? _ ("Take out of %s") : _ ("Add to %s"),
                                                    space->name);

          append_target (section, label, leave ? "canvas.leave-space" : "canvas.join-space",
                         g_variant_new_int64 (KITH_ID (space)));
        }
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    }
  return G_MENU_MODEL (menu);
}

static const KithSpace *
only_space (KithCanvas *self, KithMap *map)
{
  KithKind kind = KITH_ABOUT;
  KithId only = kith_viewer_get_only (self->viewer, &kind);

  return only != 0 && kind == KITH_SPACE ? kith_map_space (map, only) : NULL;
}

void
kith_canvas_draw_space (KithCanvas *self)
{
  KithMap *map = kith_viewer_get_whole_map (self->viewer);
  const KithSpace *space = only_space (self, map);
  GError *error = NULL;
  KithEdit *edit;

  if (space == NULL)
    {
      kith_canvas_say (self, _ ("Select a shared space first."));
      return;
    }
  edit = kith_verb_draw_space (map, KITH_ID (space),
                               kith_space_is_hub (space) ? KITH_SPACE_OUTLINE : KITH_SPACE_HUB,
                               &error);
  kith_viewer_perform (self->viewer, edit, error);
}

const char *
kith_canvas_draw_space_words (KithCanvas *self)
{
  const KithSpace *space = only_space (self, kith_viewer_get_map (self->viewer));

  return space != NULL && kith_space_is_hub (space) ? _ ("Draw as an outline")
                                                    : _ ("Draw as a node");
}
