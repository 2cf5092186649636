/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-sizes.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "kith-fields.h"

#define FIELD "field:"
#define STEP 5 /* per cent: a size changes only when the difference can be seen */

/* FALSE where it is not said. */
static gboolean
value_of (KithMap *map, const char *size_by, const KithStakeholder *stakeholder, double *value)
{
  const GPtrArray *referrers;

  if (g_str_equal (size_by, "power"))
    *value = stakeholder->power;
  else if (g_str_equal (size_by, "interest"))
    *value = stakeholder->interest;
  else if (g_str_has_prefix (size_by, FIELD))
    return kith_fields_get_number (stakeholder->fields, size_by + strlen (FIELD), value)
           && isfinite (*value);
  else
    {
      referrers = kith_map_referrers (map, KITH_ID (stakeholder));
      *value = 0;
      for (guint i = 0; referrers != NULL && i < referrers->len; i++)
        *value += KITH_KIND (referrers->pdata[i]) == KITH_LINK;
      return TRUE;
    }
  return *value > 0;
}

typedef struct
{
  const char *by;
  double least;
  double most;
} Range;

static Range
range_of (KithMap *map, const char *size_by)
{
  Range range = { size_by, G_MAXDOUBLE, -G_MAXDOUBLE };

  /* what has five steps is as large on each map; a count or a sum begins at nothing */
  if (g_str_equal (size_by, "power") || g_str_equal (size_by, "interest"))
    return (Range){ size_by, 1, 5 };
  KITH_FOR_EACH (KithStakeholder, stakeholder, map, KITH_STAKEHOLDER)
    {
      double value;

      if (!value_of (map, size_by, stakeholder, &value))
        continue;
      range.least = MIN (range.least, value);
      range.most = MAX (range.most, value);
    }
  range.least = MIN (range.least, 0);
  return range;
}

static int
scale_for (KithMap *map, const Range *range, const KithStakeholder *stakeholder)
{
  double value, share;

  if (!value_of (map, range->by, stakeholder, &value) || range->most <= range->least)
    return KITH_SIZE_LEAST;
  share = CLAMP ((value - range->least) / (range->most - range->least), 0.0, 1.0);
  return KITH_SIZE_LEAST + (int) (share * (KITH_SIZE_MOST - KITH_SIZE_LEAST) / STEP + 0.5) * STEP;
}

/* The scale changes to what the map, as it is after the edit, asks for. */
static void
put_scale (KithEdit *edit, KithMap *map, KithId id, int scale)
{
  KithStakeholder *made = kith_edit_peek_after (edit, id);
  const KithStakeholder *before = kith_map_stakeholder (map, id);
  KithStakeholder *after = made == NULL && before != NULL ? kith_record_copy (before) : made;

  if (after == NULL)
    return;
  after->scale = scale;
  after->width = after->height = 0.0;
  if (made == NULL)
    kith_edit_update (edit, before, after);
}

static gboolean
bears_on_sizes (const KithChange *change, gboolean sized)
{
  const KithAbout *before = (const KithAbout *) change->before;
  const KithAbout *after = (const KithAbout *) change->after;
  KithKind kind = kith_change_kind (change);

  if (kind == KITH_ABOUT)
    return before == NULL || after == NULL || !g_str_equal (before->size_by, after->size_by);
  return sized && (kind == KITH_STAKEHOLDER || kind == KITH_LINK);
}

/**
 * kith_edit_follow_sizes:
 * @edit: an edit that has not been performed
 * @map: the map that it is for
 *
 * Cost: linear in the map where sizes follow something and the edit may change it.
 */
void
kith_edit_follow_sizes (KithEdit *edit, KithMap *map)
{
  const char *now = kith_map_about (map)->size_by;
  gboolean sized = *now != '\0', bears = FALSE;
  g_autoptr (KithMap) after = NULL;
  Range range;

  for (guint i = 0; i < kith_edit_n_changes (edit) && !bears; i++)
    bears = bears_on_sizes (kith_edit_change (edit, i), sized);
  if (!bears)
    return;
  after = kith_map_snapshot (map);
  if (!kith_map_apply (after, edit, NULL)) /* whoever performs it will say why */
    return;
  now = kith_map_about (after)->size_by;
  range = range_of (after, now);
  KITH_FOR_EACH (KithStakeholder, stakeholder, after, KITH_STAKEHOLDER)
    {
      int scale = *now != '\0' ? scale_for (after, &range, stakeholder) : 0;

      if (stakeholder->scale != scale)
        put_scale (edit, map, KITH_ID (stakeholder), scale);
    }
}

/**
 * kith_map_follow_sizes:
 * @map: a map that is being made of another one, whose sizes follow something
 *
 * What is left there decides; where it is not told what they follow, all are alike.
 */
void
kith_map_follow_sizes (KithMap *map)
{
  const char *by = kith_map_about (map)->size_by;
  g_autoptr (KithEdit) edit = kith_edit_new ("");
  Range range = range_of (map, by);

  KITH_FOR_EACH (KithStakeholder, stakeholder, map, KITH_STAKEHOLDER)
    {
      int scale = *by != '\0' ? scale_for (map, &range, stakeholder) : 0;

      if (stakeholder->scale != scale)
        put_scale (edit, map, KITH_ID (stakeholder), scale);
    }
  if (!kith_map_apply (map, edit, NULL))
    g_assert_not_reached ();
}

/**
 * kith_size_by_is_seen:
 * @size_by: what boxes are sized by
 * @audience: who looks
 *
 * Returns: whether the field behind it is one that they may see; links are
 */
gboolean
kith_size_by_is_seen (const char *size_by, KithAudience audience)
{
  const char *name = g_str_has_prefix (size_by, FIELD) ? "fields" : size_by;
  const KithField *field = kith_kind_field (KITH_STAKEHOLDER, name);

  return field == NULL || audience <= field->audience;
}

/**
 * kith_size_by_words:
 * @size_by: what boxes are sized by
 *
 * Returns: (transfer full): for a legend or a list
 */
char *
kith_size_by_words (const char *size_by)
{
  if (g_str_equal (size_by, "links"))
    return g_strdup (_ ("number of links"));
  if (g_str_equal (size_by, "power"))
    return g_strdup (_ ("power"));
  if (g_str_equal (size_by, "interest"))
    return g_strdup (_ ("interest"));
  return g_strdup (g_str_has_prefix (size_by, FIELD) ? size_by + strlen (FIELD) : "");
}

static gboolean
has_number (KithMap *map, const char *name)
{
  double number;

  KITH_FOR_EACH (KithStakeholder, stakeholder, map, KITH_STAKEHOLDER)
    if (kith_fields_get_number (stakeholder->fields, name, &number))
      return TRUE;
  return FALSE;
}

/**
 * kith_map_list_sizes:
 * @map: a map made for who chooses
 *
 * Returns: (transfer full): keys for about.size_by
 */
char **
kith_map_list_sizes (KithMap *map)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_auto (GStrv) names = kith_map_list_fields (map, KITH_STAKEHOLDER);

  g_strv_builder_add_many (keys, "", "links", "power", "interest", NULL);
  for (guint i = 0; names[i] != NULL; i++)
    if (has_number (map, names[i]))
      {
        g_autofree char *key = g_strconcat (FIELD, names[i], NULL);

        g_strv_builder_add (keys, key);
      }
  return g_strv_builder_end (keys);
}
