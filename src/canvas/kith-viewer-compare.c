/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A viewer's comparison: two days of its map, or its map and another, as one map to look at. */
#include <glib/gi18n-lib.h>

#include "kith-compare-view.h"
#include "kith-viewer-private.h"

/* What verbs get while another map is compared: all that is shown has a record in it. */
static void
remake_both (KithViewer *self)
{
  g_autoptr (KithComparison) all = NULL;
  KithView team = self->view;

  g_clear_pointer (&self->both, kith_map_unref);
  if (self->against == NULL)
    return;
  team.audience = KITH_TEAM;
  team.day = 0;
  team.ended = TRUE;
  all = kith_view_compare (&team, kith_document_get_map (self->document));
  self->both = kith_map_ref (kith_comparison_map (all));
}

gboolean
kith_viewer_remake_comparison (KithViewer *self)
{
  g_clear_pointer (&self->comparison, kith_comparison_free);
  remake_both (self);
  self->view.against = self->against;
  self->view.against_name = self->against_name;
  self->comparison = kith_view_compare (&self->view, kith_document_get_map (self->document));
  self->view.comparison = self->comparison;
  if (self->comparison == NULL)
    return FALSE;
  g_clear_pointer (&self->shown, kith_map_unref);
  self->shown = kith_map_ref (kith_comparison_map (self->comparison));
  return TRUE;
}

void
kith_viewer_drop_comparison (KithViewer *self)
{
  g_clear_pointer (&self->comparison, kith_comparison_free);
  g_clear_pointer (&self->against, kith_map_unref);
  g_clear_pointer (&self->against_name, g_free);
  g_clear_pointer (&self->both, kith_map_unref);
  self->view.comparison = NULL;
  self->view.against = NULL;
  self->view.against_name = NULL;
  self->comparing = FALSE;
}

gboolean
kith_viewer_may_edit (KithViewer *self)
{
  if (!self->comparing)
    return TRUE;
  kith_viewer_say (self, _ ("Nothing is changed while you compare. End the comparison first."));
  return FALSE;
}

static void
remember (KithViewer *self)
{
  if (self->comparing)
    return;
  self->before.lens = self->view.lens;
  self->before.day = self->view.day;
  self->before.since = self->view.since;
}

static void
show (KithViewer *self)
{
  self->comparing = TRUE;
  self->view.lens = KITH_LENS_CHANGE;
  kith_viewer_tell_change (self, NULL);
  kith_viewer_tell_view (self, FALSE);
}

/**
 * kith_viewer_compare_with:
 * @self: a viewer
 * @before: (transfer full): a whole map: an earlier version of this one, or another
 * @title: what it is called
 */
void
kith_viewer_compare_with (KithViewer *self, KithMap *before, const char *title)
{
  remember (self);
  kith_viewer_drop_comparison (self);
  self->against = before;
  self->against_name = g_strdup (title);
  self->view.day = 0;
  show (self);
}

static void
end_with (KithViewer *self, KithLens lens)
{
  kith_viewer_drop_comparison (self);
  self->view.lens = lens;
  self->view.day = self->before.day;
  self->view.since = self->before.since;
  kith_viewer_tell_change (self, NULL);
  kith_viewer_tell_view (self, FALSE);
}

void
kith_viewer_end_comparison (KithViewer *self)
{
  if (self->comparing)
    end_with (self, self->before.lens);
}

gboolean
kith_viewer_is_comparing (KithViewer *self)
{
  return self->comparing;
}

KithComparison *
kith_viewer_get_comparison (KithViewer *self)
{
  return self->comparison;
}

/**
 * kith_viewer_set_lens:
 * @self: a viewer
 * @lens: what is made visible from now on
 */
void
kith_viewer_set_lens (KithViewer *self, KithLens lens)
{
  gboolean changes = (self->view.lens == KITH_LENS_CHANGE) != (lens == KITH_LENS_CHANGE);

  if (self->view.lens == lens)
    return;
  if (self->comparing)
    {
      end_with (self, lens);
      return;
    }
  self->view.lens = lens;
  if (changes)
    kith_viewer_tell_change (self, NULL);
  kith_viewer_tell_view (self, FALSE);
}
