/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A viewer's filter and focus. */
#include "kith-viewer-private.h"

#include <glib/gi18n-lib.h>

void
kith_viewer_drop_filter (KithViewer *self)
{
  g_clear_pointer (&self->asked, kith_filter_unref);
  g_clear_pointer (&self->view.filter, kith_filter_unref);
  g_clear_pointer (&self->pass, kith_pass_unref);
  self->view.pass = NULL;
}

/* What the audience may see of what was asked for, and what passes that. */
static void
fit (KithViewer *self)
{
  g_clear_pointer (&self->view.filter, kith_filter_unref);
  g_clear_pointer (&self->pass, kith_pass_unref);
  if (self->asked != NULL)
    self->view.filter = kith_filter_for_audience (self->asked, self->shown, self->view.audience,
                                                  self->view.audience > self->asked_before);
  self->pass = kith_filter_evaluate (self->view.filter, self->shown);
  self->view.pass = self->pass;
}

static void
keep_changed (KithViewer *self, KithFilter *filter, const KithChange *change)
{
  const KithRecord *record = change->after != NULL ? change->after : change->before;
  const KithKindInfo *info = kith_kind_info (record->kind);
  gboolean is_new = change->before == NULL;

  if (record->kind == KITH_STAKEHOLDER || record->kind == KITH_LINK || record->kind == KITH_SPACE)
    {
      if (is_new || kith_viewer_passes (self, record->id))
        kith_filter_keep (filter, record->id);
      return;
    }
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type == KITH_TYPE_REF && info->fields[i].target != KITH_SECTOR)
      {
        KithId owner = *(KithId *) kith_field_address (&info->fields[i], record);

        if (owner != 0 && kith_viewer_passes (self, owner))
          kith_filter_keep (filter, owner);
      }
}

/* Nobody's new box vanishes under their hands, nor one that they have just changed. */
static void
keep_edit (KithViewer *self, KithEdit *edit)
{
  KithFilter *filter = kith_filter_copy (self->asked);

  for (guint i = 0; i < kith_edit_n_changes (edit); i++)
    keep_changed (self, filter, kith_edit_change (edit, i));
  kith_filter_unref (self->asked);
  self->asked = filter;
}

void
kith_viewer_follow_filter (KithViewer *self, KithEdit *edit)
{
  if (self->asked == NULL)
    return;
  if (edit != NULL && self->performing && self->pass != NULL)
    keep_edit (self, edit);
  fit (self);
}

/**
 * kith_viewer_set_filter:
 * @self: a viewer
 * @filter: (transfer full) (nullable): what of the map is wanted from now on
 */
void
kith_viewer_set_filter (KithViewer *self, KithFilter *filter)
{
  if (filter != NULL)
    kith_filter_drop_kept (filter);
  if (kith_filter_equal (filter, self->view.filter)
      || (self->view.filter == NULL && kith_filter_is_empty (filter)
          && !kith_filter_hides (filter)))
    {
      kith_filter_unref (filter);
      return;
    }
  kith_filter_unref (self->asked);
  self->asked = filter;
  self->asked_before = self->view.audience;
  fit (self);
  kith_viewer_tell_view (self, kith_viewer_prune_selection (self));
}

KithFilter *
kith_viewer_dup_filter (KithViewer *self)
{
  return kith_filter_copy (self->view.filter);
}

gboolean
kith_viewer_passes (KithViewer *self, KithId id)
{
  return kith_pass_has (self->pass, id);
}

gboolean
kith_viewer_hides (KithViewer *self, KithId id)
{
  return kith_filter_hides (self->view.filter) && !kith_viewer_passes (self, id);
}

void
kith_viewer_keep (KithViewer *self, KithId id)
{
  KithFilter *filter;

  if (self->asked == NULL || kith_viewer_passes (self, id))
    return;
  filter = kith_filter_copy (self->asked);
  kith_filter_keep (filter, id);
  kith_filter_unref (self->asked);
  self->asked = filter;
  fit (self);
  kith_viewer_tell_view (self, FALSE);
}

/* --- Focus --- */

static void
add_members (GArray *ids, KithMap *map, KithId space)
{
  g_autoptr (GPtrArray) members = kith_map_members_of (map, space);

  for (guint i = 0; i < members->len; i++)
    g_array_append_val (ids, KITH_RECORD (members->pdata[i])->id);
}

/* The stakeholders that are selected, at an end of a selected link or in a selected space. */
static GArray *
stakeholders_selected (KithViewer *self)
{
  g_autoptr (GArray) selected = kith_viewer_dup_selection (self);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (KithId));

  for (guint i = 0; i < selected->len; i++)
    {
      KithId id = g_array_index (selected, KithId, i);
      const KithLink *link = kith_map_link (self->shown, id);

      if (link != NULL)
        {
          g_array_append_val (ids, link->a);
          g_array_append_val (ids, link->b);
        }
      else if (kith_map_space (self->shown, id) != NULL)
        add_members (ids, self->shown, id);
      else
        g_array_append_val (ids, id);
    }
  return ids;
}

/**
 * kith_viewer_focus:
 * @self: a viewer
 * @steps: how far from what is selected; 0 ends the focus
 *
 * The focus stays on these while the selection moves on.
 */
void
kith_viewer_focus (KithViewer *self, guint steps)
{
  g_autoptr (GArray) ids = stakeholders_selected (self);
  KithFilter *filter;

  if (steps > 0 && ids->len == 0)
    {
      kith_viewer_say (self, _ ("Select a stakeholder first, then focus on it."));
      return;
    }
  filter = kith_viewer_dup_filter (self);
  kith_filter_set_focus (filter, (const KithId *) (gpointer) ids->data, steps > 0 ? ids->len : 0,
                         steps);
  kith_viewer_set_filter (self, filter);
}

/**
 * kith_viewer_set_steps:
 * @self: a viewer
 * @steps: how far the focus reaches; 0 ends it
 */
void
kith_viewer_set_steps (KithViewer *self, guint steps)
{
  KithFilter *filter;
  g_autoptr (GArray) ids = NULL;

  if (kith_filter_get_steps (self->view.filter) == 0 || steps == 0)
    {
      kith_viewer_focus (self, steps);
      return;
    }
  filter = kith_viewer_dup_filter (self);
  ids = g_array_copy ((GArray *) kith_filter_get_focus (filter));
  kith_filter_set_focus (filter, (const KithId *) (gpointer) ids->data, ids->len, steps);
  kith_viewer_set_filter (self, filter);
}
