/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: names that are typed in place. While one is typed, the live map holds its
 * stakeholder with an empty name, a box of the right size and the colour of its sector; the entry
 * lies over it. One edit comes of it, or none. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "kith-annotations.h"
#include "kith-canvas-private.h"
#include "kith-free-place.h"
#include "kith-name-entry.h"
#include "kith-sectors.h"
#include "kith-text.h"
#include "kith-verbs.h"

#define NO_NAME "\302\240" /* drawn as nothing; a name must not be empty */
#define LEGIBLE 0.75       /* zoom below which nobody would want to type */
#define ENTRY_WIDTH 260.0  /* pixels that a name takes while it is typed */
#define ENTRY_HEIGHT 130.0
#define USUAL_WIDTH 150.0 /* map units of a box whose name is not known yet */
#define USUAL_HEIGHT 56.0

static const KithPicture *
picture_of (KithCanvas *self, const KithStakeholder *stakeholder)
{
  return kith_map_get (self->live, KITH_PICTURE, stakeholder->picture);
}

/* Lays the entry over its box. */
void
kith_canvas_place_entry (KithCanvas *self)
{
  const KithStakeholder *stakeholder;
  double zoom, scale;
  KithRect box;

  if (KITH_IS_TEXT_ENTRY (self->entry))
    kith_canvas_place_words (self);
  if (!KITH_IS_NAME_ENTRY (self->entry)
      || !kith_figures_extent (self->figures, self->typing_id, &box))
    return;
  stakeholder = kith_map_stakeholder (self->live, self->typing_id);
  if (stakeholder == NULL)
    return;
  zoom = self->viewport.zoom;
  scale = zoom * kith_box_scale (stakeholder);
  kith_name_entry_set_look (KITH_NAME_ENTRY (self->entry),
                            kith_viewer_get_view (self->viewer)->palette, scale);
  kith_name_entry_set_box (KITH_NAME_ENTRY (self->entry),
                           box.width * zoom
                               - kith_logo_room (picture_of (self, stakeholder)) * scale,
                           box.height * zoom);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* As large as it will be under that name. */
static void
measure_as (KithCanvas *self, KithStakeholder *draft, const char *name)
{
  g_autoptr (KithStakeholder) named = kith_record_copy (draft);

  kith_text_set (&named->name, name);
  kith_measure_box (named, picture_of (self, draft), &draft->width, &draft->height);
}

/* The box takes the size that the name needs, and the colour of the sector. */
static void
on_typed (KithNameEntry *entry, KithCanvas *self)
{
  const KithStakeholder *before = kith_map_stakeholder (self->live, self->typing_id);
  g_autofree char *name = kith_name_entry_dup_name (entry);
  KithStakeholder *after;
  KithRect box;

  if (before == NULL)
    return;
  after = kith_record_copy (before);
  kith_text_set (&after->name, NO_NAME);
  after->sector = kith_name_entry_get_sector (entry);
  measure_as (self, after, name);
  kith_canvas_live_apply (self, kith_verb_put (self->live, after, ""));
  kith_canvas_place_entry (self);
  if (kith_figures_extent (self->figures, self->typing_id, &box))
    kith_canvas_reveal (self, &box);
}

static void
on_done (KithNameEntry *entry, gboolean commit, KithCanvas *self)
{
  kith_canvas_end_typing (self, commit);
}

static void
show_entry (KithCanvas *self, const char *name, KithId sector, gboolean guess)
{
  KithMap *map = kith_viewer_get_map (self->viewer);

  self->entry = GTK_WIDGET (kith_name_entry_new (map, name, sector, guess));
  g_signal_connect (self->entry, "typed", G_CALLBACK (on_typed), self);
  g_signal_connect (self->entry, "done", G_CALLBACK (on_done), self);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  on_typed (KITH_NAME_ENTRY (self->entry), self);
  kith_name_entry_start (KITH_NAME_ENTRY (self->entry));
}

/* Where text would be too small to be typed, the camera comes near. */
void
kith_canvas_come_near (KithCanvas *self, KithPoint at)
{
  KithViewport to = self->viewport;
  KithPoint shown = kith_viewport_to_widget (&to, at.x, at.y);

  if (to.zoom >= LEGIBLE)
    return;
  kith_viewport_zoom_about (&to, LEGIBLE, shown.x, shown.y);
  kith_canvas_glide (self, &to);
}

/* Puts the stakeholder that is to be named into the live map. */
static gboolean
put_draft (KithCanvas *self)
{
  KithStakeholder *draft;
  KithEdit *edit;

  if (self->typing_from != 0)
    edit = kith_verb_add_linked (self->live, self->typing_from, NO_NAME, KITH_SECTOR_OTHER,
                                 self->typing_at.x, self->typing_at.y, &self->typing_id, NULL,
                                 NULL);
  else
    edit = kith_verb_add_stakeholder (self->live, NO_NAME, KITH_SECTOR_OTHER, self->typing_at.x,
                                      self->typing_at.y, &self->typing_id);
  if (edit == NULL)
    return FALSE;
  draft = kith_edit_peek_after (edit, self->typing_id);
  kith_measure_stakeholder ("", &draft->width, &draft->height);
  return kith_canvas_live_apply (self, edit);
}

static void
type_new (KithCanvas *self, KithPoint at, KithId from, KithId sector, KithLevel level)
{
  if (kith_viewer_refuses_past (self->viewer))
    return;
  kith_canvas_end_typing (self, TRUE);
  self->typing_new = TRUE;
  self->typing_sector = sector;
  self->typing_level = level;
  self->typing_from = from;
  self->typing_at = at;
  kith_canvas_live_begin (self);
  if (!put_draft (self))
    {
      kith_canvas_live_end (self);
      return;
    }
  kith_canvas_come_near (self, at);
  kith_canvas_make_room (self, at, ENTRY_WIDTH, ENTRY_HEIGHT);
  show_entry (self, "", sector, sector == KITH_SECTOR_OTHER);
}

/* What an arrangement says of whoever stands somewhere. */
typedef struct
{
  KithMap *map;
  KithId sector;
  KithLevel level;
} Said;

static gboolean
says_the_same (const KithPoint *place, gpointer data)
{
  const Said *said = data;
  KithId sector;
  KithLevel level;

  kith_map_arranged_at (said->map, place->x, place->y, &sector, &level);
  return sector == said->sector && level == said->level;
}

/* A new stakeholder at a place (its centre), or beside it where it would lie on others; linked from `from` unless
 * that is 0. Its name is typed next. In a column it is of the column's sector, in a ring of the ring's level. */
void
kith_canvas_type_new (KithCanvas *self, KithPoint at, KithId from)
{
  Said said = { .map = kith_viewer_get_map (self->viewer) };

  kith_map_arranged_at (said.map, at.x, at.y, &said.sector, &said.level);
  at = kith_free_place_by_hand (self->figures, at, USUAL_WIDTH, USUAL_HEIGHT, says_the_same, &said);
  type_new (self, at, from, said.sector, said.level);
}

/* The same of a sector and a level. */
void
kith_canvas_type_in (KithCanvas *self, KithPoint at, KithId sector, KithLevel level)
{
  type_new (self, at, 0, sector, level);
}

/* The map has changed underneath: puts the draft into the new one. */
void
kith_canvas_typing_follow (KithCanvas *self)
{
  kith_canvas_label_follow (self);
  if (KITH_IS_TEXT_ENTRY (self->entry))
    kith_canvas_words_follow (self);
  if (!KITH_IS_NAME_ENTRY (self->entry))
    return;
  kith_canvas_live_end (self);
  kith_canvas_live_begin (self);
  if (self->typing_new ? put_draft (self)
                       : kith_map_stakeholder (self->live, self->typing_id) != NULL)
    on_typed (KITH_NAME_ENTRY (self->entry), self);
  else
    kith_canvas_end_typing (self, FALSE);
}

static void
commit_new (KithCanvas *self, const char *name, KithId sector)
{
  KithMap *map = kith_viewer_get_whole_map (self->viewer);
  GError *error = NULL;
  KithId id = 0;
  KithEdit *edit;

  if (self->typing_from != 0)
    edit = kith_verb_add_linked (map, self->typing_from, name, sector, self->typing_at.x,
                                 self->typing_at.y, &id, NULL, &error);
  else
    edit = kith_verb_add_stakeholder (map, name, sector, self->typing_at.x, self->typing_at.y, &id);
  if (edit != NULL && self->typing_level != KITH_LEVEL_UNSET)
    ((KithStakeholder *) kith_edit_peek_after (edit, id))->level = self->typing_level;
  if (kith_viewer_perform (self->viewer, edit, error))
    kith_viewer_select_only (self->viewer, id);
}

static void
commit_rename (KithCanvas *self, const char *name, KithId sector)
{
  KithMap *map = kith_viewer_get_whole_map (self->viewer);
  const KithStakeholder *before = kith_map_stakeholder (map, self->typing_id);
  g_autofree char *label = NULL;
  KithStakeholder *after;

  if (before == NULL || (g_str_equal (before->name, name) && before->sector == sector))
    return;
  /* Translators: undo step; the old name of a stakeholder. */
  label = g_strdup_printf (_ ("Rename %s"), before->name);
  after = kith_record_copy (before);
  if (!g_str_equal (before->name, name))
    after->width = after->height = 0;
  kith_text_set (&after->name, name);
  after->sector = sector;
  kith_viewer_perform (self->viewer, kith_verb_put (map, after, label), NULL);
}

static void
commit_name (KithCanvas *self, KithNameEntry *entry)
{
  g_autofree char *name = kith_name_entry_dup_name (entry);

  if (*name == '\0')
    return;
  if (self->typing_new)
    commit_new (self, name, kith_name_entry_get_sector (entry));
  else
    commit_rename (self, name, kith_name_entry_get_sector (entry));
}

/* Enter, Escape, or the focus elsewhere. An empty name takes a new stakeholder back and leaves an
 * old one as it was. */
void
kith_canvas_end_typing (KithCanvas *self, gboolean commit)
{
  GtkWidget *entry = g_steal_pointer (&self->entry);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  kith_canvas_end_label (self, commit);
  if (entry == NULL)
    return;
  g_signal_handlers_disconnect_by_data (entry, self);
  if (focus != NULL && gtk_widget_is_ancestor (focus, entry))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  g_object_ref (entry);
  gtk_widget_unparent (entry);
  kith_canvas_live_end (self);
  if (commit && KITH_IS_TEXT_ENTRY (entry))
    kith_canvas_commit_words (self, KITH_TEXT_ENTRY (entry));
  else if (commit)
    commit_name (self, KITH_NAME_ENTRY (entry));
  g_object_unref (entry);
  kith_canvas_focus_selected (self);
  kith_canvas_hover (self);
}

/**
 * kith_canvas_begin_add:
 * @self: a canvas
 *
 * A stakeholder appears under the pointer, or else in the middle, where nothing else is; its name
 * is typed next.
 */
void
kith_canvas_begin_add (KithCanvas *self)
{
  KithRect visible;
  KithPoint near;

  g_return_if_fail (KITH_IS_CANVAS (self));

  if (self->figures == NULL || kith_viewer_refuses_past (self->viewer))
    return;
  kith_canvas_end_typing (self, TRUE);
  kith_canvas_cancel_tool (self);
  visible = kith_viewport_visible (&self->viewport);
  near = (KithPoint){ visible.x + visible.width / 2, visible.y + visible.height / 2 };
  if (self->pointer_inside)
    near = kith_viewport_to_map (&self->viewport, self->last.x, self->last.y);
  kith_canvas_type_new (self, kith_free_place_near (self->figures, near, USUAL_WIDTH, USUAL_HEIGHT),
                        0);
}

/* A neighbour of a stakeholder appears beside it; its name is typed next. */
static void
add_beside (KithCanvas *self, KithId from)
{
  KithRect visible = kith_viewport_visible (&self->viewport), box;
  KithPoint at;

  kith_canvas_cancel_tool (self);
  at = kith_free_place_beside (self->figures, from, USUAL_WIDTH, USUAL_HEIGHT, &visible);
  type_new (self, at, from, KITH_SECTOR_OTHER, KITH_LEVEL_UNSET); /* nobody chose the place */
  if (self->entry != NULL && kith_figures_extent (self->figures, self->typing_id, &box))
    kith_canvas_reveal (self, &box);
}

/**
 * kith_canvas_add_linked:
 * @self: a canvas
 *
 * A linked neighbour of the one selected stakeholder appears beside it; its name is typed next.
 */
void
kith_canvas_add_linked (KithCanvas *self)
{
  KithId from;

  g_return_if_fail (KITH_IS_CANVAS (self));

  from = kith_canvas_only_stakeholder (self);
  if (from == 0)
    kith_canvas_say (self, _ ("Select one stakeholder first."));
  else
    add_beside (self, from);
}

/* A stakeholder that is linked to a neighbour of the one selected. */
void
kith_canvas_add_sibling (KithCanvas *self)
{
  KithId only = kith_canvas_only_stakeholder (self);
  KithId from = only != 0 ? kith_canvas_nearest_kin (self, only) : 0;

  if (only == 0)
    kith_canvas_say (self, _ ("Select one stakeholder first."));
  else if (from == 0)
    kith_canvas_say (self, _ ("It has no link yet, so it can have no sibling. Tab adds a linked "
                              "stakeholder."));
  else
    add_beside (self, from);
}

/**
 * kith_canvas_begin_rename:
 * @self: a canvas
 *
 * The name of the one selected stakeholder is typed anew, in its box; so are the words of a text,
 * the title of a frame and the label of a link.
 */
void
kith_canvas_begin_rename (KithCanvas *self)
{
  const KithStakeholder *stakeholder;
  g_autofree char *name = NULL;
  KithRect box;
  KithId id;

  g_return_if_fail (KITH_IS_CANVAS (self));

  if (kith_canvas_only_link (self) != NULL)
    {
      kith_canvas_begin_label (self);
      return;
    }
  if (kith_canvas_only_note (self) != NULL)
    {
      kith_canvas_retype_words (self, kith_canvas_only_note (self)->record.id);
      return;
    }
  if (kith_viewer_refuses_past (self->viewer))
    return;
  id = kith_canvas_only_stakeholder (self);
  stakeholder = id != 0 ? kith_map_stakeholder (kith_viewer_get_map (self->viewer), id) : NULL;
  if (stakeholder == NULL)
    {
      kith_canvas_say (self, _ ("Select one stakeholder first."));
      return;
    }
  kith_canvas_end_typing (self, TRUE);
  kith_canvas_cancel_tool (self);
  self->typing_new = FALSE;
  self->typing_from = 0;
  self->typing_id = id;
  self->typing_at = (KithPoint){ stakeholder->x, stakeholder->y };
  name = g_strdup (stakeholder->name);
  kith_canvas_live_begin (self);
  kith_canvas_come_near (self, self->typing_at);
  show_entry (self, name, stakeholder->sector, FALSE);
  if (kith_figures_extent (self->figures, id, &box))
    kith_canvas_reveal (self, &box);
}

/**
 * kith_canvas_is_typing:
 * @self: a canvas
 *
 * Returns: whether a name is being typed, so that plain keys are text
 */
gboolean
kith_canvas_is_typing (KithCanvas *self)
{
  g_return_val_if_fail (KITH_IS_CANVAS (self), FALSE);

  return self->entry != NULL;
}
