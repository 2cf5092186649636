/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two maps of a comparison, to be shown beside one another. */
#include "kith-compare-private.h"

/* Where it lies and how large it is in the other map; NULL: as it is. */
static KithStakeholder *
stakeholder_at (const KithStakeholder *was, const KithStakeholder *is)
{
  KithStakeholder *copy;

  if (is == NULL || is->width <= 0.0
      || (was->x == is->x && was->y == is->y && was->width == is->width
          && was->height == is->height))
    return NULL;
  copy = kith_record_copy (was);
  copy->x = is->x;
  copy->y = is->y;
  copy->width = MAX (was->width, is->width);
  copy->height = MAX (was->height, is->height);
  return copy;
}

static KithAnnotation *
annotation_at (const KithAnnotation *was, const KithAnnotation *is)
{
  KithAnnotation *copy;

  if (is == NULL
      || (was->x == is->x && was->y == is->y && was->width == is->width
          && was->height == is->height))
    return NULL;
  copy = kith_record_copy (was);
  copy->x = is->x;
  copy->y = is->y;
  copy->width = is->width;
  copy->height = is->height;
  return copy;
}

static void
update (KithEdit *edit, gconstpointer before, gpointer after)
{
  if (after != NULL)
    kith_edit_update (edit, before, after);
}

/**
 * kith_comparison_then:
 * @self: a comparison
 *
 * Cost: linear in the map before.
 *
 * Returns: (transfer full): the map before, with all that is in both where the map after has it
 */
KithMap *
kith_comparison_then (KithComparison *self)
{
  g_autoptr (KithMap) made = kith_map_snapshot (self->before);
  g_autoptr (KithEdit) edit = kith_edit_new ("");
  g_autoptr (GError) error = NULL;

  KITH_FOR_EACH (KithStakeholder, was, self->before, KITH_STAKEHOLDER)
    update (edit, was,
            stakeholder_at (was, kith_map_get (self->after, KITH_STAKEHOLDER, KITH_ID (was))));
  KITH_FOR_EACH (KithAnnotation, was, self->before, KITH_ANNOTATION)
    update (edit, was,
            annotation_at (was, kith_map_get (self->after, KITH_ANNOTATION, KITH_ID (was))));
  if (!kith_map_apply (made, edit, &error))
    g_error ("A map cannot be laid out as another: %s", error->message);
  return g_steal_pointer (&made);
}

/**
 * kith_comparison_now:
 * @self: a comparison
 *
 * Returns: (transfer none): the map after
 */
KithMap *
kith_comparison_now (KithComparison *self)
{
  return self->after;
}
