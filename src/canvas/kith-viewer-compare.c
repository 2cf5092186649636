/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A viewer's comparison: two days of its map, or its map and another, as one map to look at. */
#include <glib/gi18n-lib.h>

#include "kith-compare-view.h"
#include "kith-sectors.h"
#include "kith-viewer-private.h"

/* What verbs get while another map is compared: all that is shown has a record in it, and all that
 * is kept, sealed ratings too, so that what is done to this map can still be done. */
static void
remake_both (KithViewer *self)
{
  KithMap *whole = kith_document_get_map (self->document);
  g_autoptr (KithComparison) all = NULL;

  g_clear_pointer (&self->both, kith_map_unref);
  if (self->against == NULL)
    return;
  all = kith_compare_maps (self->against, whole);
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

static gboolean
is_there (KithMap *map, GHashTable *made, const KithRecord *record)
{
  return kith_map_get (map, record->kind, record->id) != NULL
         || g_hash_table_contains (made, &record->id);
}

/* Whether all that it hangs on is on this map. `made`: set of the ids that the edit itself makes. */
static gboolean
hangs_on (KithMap *map, GHashTable *made, const KithRecord *record)
{
  const KithKindInfo *info = kith_kind_info (record->kind);
  KithKind kind;

  for (guint i = 0; i < info->n_fields; i++)
    {
      const KithField *field = &info->fields[i];
      const KithId *to = field->type == KITH_TYPE_REF ? kith_field_address (field, record) : NULL;

      if (to != NULL && *to != 0 && !g_hash_table_contains (made, to)
          && !kith_map_kind_of (map, *to, &kind)
          && !(field->target == KITH_SECTOR && KITH_SECTOR_IS_BUILT_IN (*to)))
        return FALSE;
    }
  return TRUE;
}

/* FALSE: it concerns what is only in the other map. */
static gboolean
take_change (KithMap *map, GHashTable *made, KithEdit *fit, const KithChange *change)
{
  if (change->before != NULL && !is_there (map, made, change->before))
    return change->after == NULL; /* what went has gone already */
  if (change->after == NULL)
    {
      kith_edit_delete (fit, change->before);
      return TRUE;
    }
  g_hash_table_add (made, &change->after->id);
  if (change->before == NULL)
    kith_edit_insert (fit, kith_record_ref (change->after));
  else
    kith_edit_update (fit, change->before, kith_record_ref (change->after));
  return hangs_on (map, made, change->after);
}

/**
 * kith_viewer_fit_edit:
 * @self: a viewer
 * @edit: (transfer full): what is to be done, made of all that is shown
 *
 * What went is only in the map before, where nothing is changed any more.
 *
 * Returns: (transfer full) (nullable): what of it this map can take; NULL: nothing, and the window
 *   has been told why
 */
KithEdit *
kith_viewer_fit_edit (KithViewer *self, KithEdit *edit)
{
  g_autoptr (KithEdit) asked = edit;
  g_autoptr (KithEdit) fit = NULL;
  g_autoptr (GHashTable) made = NULL;
  gboolean fits = TRUE;

  if (self->against == NULL || kith_edit_is_empty (edit))
    return g_steal_pointer (&asked);
  fit = kith_edit_new (asked->label);
  kith_edit_set_join (fit, asked->join);
  made = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; fits && i < kith_edit_n_changes (asked); i++)
    fits = take_change (kith_document_get_map (self->document), made, fit,
                        kith_edit_change (asked, i));
  if (fits && !kith_edit_is_empty (fit))
    return g_steal_pointer (&fit);
  kith_viewer_say (self, _ ("What went is shown for comparison only: it cannot be changed."));
  return NULL;
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
 * @title: what it is called; only the team is told
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

/**
 * kith_viewer_compare_days:
 * @self: a viewer
 * @since: the Julian day from which changes are counted
 * @day: the Julian day up to which, later than @since; 0: now
 */
void
kith_viewer_compare_days (KithViewer *self, gint32 since, gint32 day)
{
  remember (self);
  kith_viewer_drop_comparison (self);
  self->view.since = since;
  self->view.day = day;
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
