/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: copying, cutting and duplicating what is selected. What goes to the clipboard is
 * made from what this window's audience may see. */
#include <glib/gi18n-lib.h>

#include "kith-canvas-private.h"
#include "kith-clip-content.h"
#include "kith-clip.h"
#include "kith-verbs.h"

/* What is selected, frames with what lies in them. */
static GArray *
with_carried (KithCanvas *self)
{
  g_autoptr (GArray) selected = kith_viewer_dup_selection (self->viewer);

  return kith_map_with_carried (kith_viewer_get_map (self->viewer),
                                (const KithId *) (gpointer) selected->data, selected->len);
}

/* What is selected as a map of its own; NULL, and a word why, where that would be nothing. */
static KithMap *
clip_selection (KithCanvas *self)
{
  g_autoptr (GArray) ids = with_carried (self);
  g_autoptr (KithMap) clip = kith_clip_new (kith_viewer_get_map (self->viewer),
                                            (const KithId *) (gpointer) ids->data, ids->len);

  if (kith_map_n (clip, KITH_STAKEHOLDER) + kith_map_n (clip, KITH_SPACE)
          + kith_map_n (clip, KITH_ANNOTATION)
      > 0)
    return g_steal_pointer (&clip);
  kith_canvas_say (self, ids->len == 0
                             ? _ ("Select stakeholders first.")
                             : _ ("A link goes with both of its stakeholders: select them too."));
  return NULL;
}

static gboolean
give_out (KithCanvas *self, KithMap *clip)
{
  g_autoptr (GdkContentProvider) content =
      kith_clip_content_new (clip, kith_viewer_get_view (self->viewer));

  if (gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content))
    return TRUE;
  kith_canvas_say (self, _ ("The clipboard did not take it."));
  return FALSE;
}

/* Puts what is selected on the clipboard. */
void
kith_canvas_copy (KithCanvas *self)
{
  g_autoptr (KithMap) clip = clip_selection (self);
  g_autofree char *words = NULL;
  guint n;

  if (clip == NULL || !give_out (self, clip))
    return;
  n = kith_map_n (clip, KITH_STAKEHOLDER);
  words =
      n > 0 ? g_strdup_printf (ngettext ("Copied %u stakeholder.", "Copied %u stakeholders.", n), n)
            : g_strdup (_ ("Copied."));
  kith_canvas_say (self, words);
}

/* What was copied as its own ids: a link whose stakeholders stay is neither copied nor cut. */
static GArray *
ids_in (KithCanvas *self, KithMap *clip)
{
  g_autoptr (GArray) selected = with_carried (self);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  KithKind kind;

  for (guint i = 0; i < selected->len; i++)
    if (kith_map_kind_of (clip, g_array_index (selected, KithId, i), &kind))
      g_array_append_vals (ids, &g_array_index (selected, KithId, i), 1);
  return ids;
}

/* Copies what is selected and deletes it, where the copy holds all of it. */
void
kith_canvas_cut (KithCanvas *self)
{
  g_autoptr (KithMap) clip = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autofree char *label = NULL;

  if (kith_viewer_get_view (self->viewer)->audience != KITH_TEAM)
    {
      kith_canvas_say (self, _ ("Cutting would lose what is not shown here. Copy it, or show the "
                                "map for the working team."));
      return;
    }
  clip = clip_selection (self);
  if (clip == NULL || !give_out (self, clip))
    return;
  ids = ids_in (self, clip);
  label = g_strdup_printf (ngettext ("Cut %u thing", "Cut %u things", ids->len), ids->len);
  kith_viewer_perform (self->viewer,
                       kith_verb_delete (kith_viewer_get_whole_map (self->viewer),
                                         (const KithId *) (gpointer) ids->data, ids->len, label),
                       NULL);
}

/* Where what is selected stands. */
static KithPoint
middle_of (KithMap *clip)
{
  static const KithKind kinds[] = { KITH_STAKEHOLDER, KITH_ANNOTATION };
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    KITH_FOR_EACH (KithRecord, record, clip, kinds[i])
      {
        KithPlace place = { 0 };

        kith_record_place (record, &place);
        left = MIN (left, place.x - place.width / 2);
        right = MAX (right, place.x + place.width / 2);
        top = MIN (top, place.y - place.height / 2);
        bottom = MAX (bottom, place.y + place.height / 2);
      }
  return left > right ? (KithPoint){ 0, 0 } : (KithPoint){ (left + right) / 2, (top + bottom) / 2 };
}

/* The same again beside what is selected; the clipboard stays as it is. */
void
kith_canvas_duplicate (KithCanvas *self)
{
  g_autoptr (KithMap) clip = clip_selection (self);

  if (clip != NULL)
    kith_canvas_put_clip (self, clip, _ ("Duplicate"), middle_of (clip));
}
