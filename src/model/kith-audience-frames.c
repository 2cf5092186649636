/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-audience-frames.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-annotations.h"

/* --- Who is in it --- */

static gboolean
holds_secrets_only (KithMap *map, const KithAnnotation *frame)
{
  gboolean secret = FALSE;

  KITH_FOR_EACH (KithStakeholder, one, map, KITH_STAKEHOLDER)
    if (kith_annotation_covers (frame, one->x, one->y))
      {
        if (!one->is_private)
          return FALSE;
        secret = TRUE;
      }
  return secret;
}

static gboolean
is_round_secret (KithMap *map, const KithAnnotation *frame)
{
  KITH_FOR_EACH (KithStakeholder, one, map, KITH_STAKEHOLDER)
    if (one->is_private && ABS (one->x - frame->x) <= one->width / 2
        && ABS (one->y - frame->y) <= one->height / 2)
      return TRUE;
  return FALSE;
}

gboolean
kith_frame_is_for (KithMap *map, const KithAnnotation *frame, KithAudience audience)
{
  if (audience == KITH_TEAM || !kith_annotation_is_arrangement (frame))
    return TRUE;
  /* where somebody stands between its axes tells power and interest, which the public is not told */
  if (frame->arrangement == KITH_ARRANGEMENT_GRID)
    return audience != KITH_PUBLIC;
  if (frame->arrangement == KITH_ARRANGEMENT_AROUND && is_round_secret (map, frame))
    return FALSE;
  return !holds_secrets_only (map, frame);
}

/* --- What it is called --- */

char *
kith_community_title (const char *name)
{
  return g_strdup_printf (_ ("Round %s"), name);
}

/* Whether a text is what kith_community_title() makes of some name. */
static gboolean
is_community_title (const char *text)
{
  static const char mark[] = "\x01";
  g_autofree char *pattern = kith_community_title (mark);
  char *at = strstr (pattern, mark);

  *at = '\0';
  return g_str_has_prefix (text, pattern) && g_str_has_suffix (text, at + 1);
}

static gboolean
may_be_named (const KithStakeholder *one, KithAudience audience)
{
  return !one->is_private && (audience != KITH_PUBLIC || one->form != KITH_FORM_PERSON);
}

static gboolean
is_named_after (const char *title, const char *name)
{
  g_autofree char *made = kith_community_title (name);

  return g_str_equal (title, made);
}

/* Of those who are on the map: of one who has been deleted nobody knows any more whether it was private. */
static gboolean
names_one_whom_they_know (KithMap *map, const char *title, KithAudience audience)
{
  KITH_FOR_EACH (KithStakeholder, one, map, KITH_STAKEHOLDER)
    if (may_be_named (one, audience) && is_named_after (title, one->name))
      return TRUE;
  KITH_FOR_EACH (KithName, name, map, KITH_NAME)
    if (may_be_named (kith_map_stakeholder (map, name->stakeholder), audience)
        && is_named_after (title, name->name))
      return TRUE;
  return FALSE;
}

char *
kith_frame_title_for (KithMap *map, const KithAnnotation *frame, KithAudience audience)
{
  if (audience != KITH_TEAM && kith_annotation_is_arrangement (frame)
      && is_community_title (frame->text) && !names_one_whom_they_know (map, frame->text, audience))
    return g_strdup (_ ("A community"));
  return g_strdup (frame->text);
}

/* --- Other names --- */

static void
retitle (KithEdit *edit, KithMap *map, const char *before, const char *after)
{
  g_autofree char *title = kith_community_title (after);

  KITH_FOR_EACH (KithAnnotation, frame, map, KITH_ANNOTATION)
    if (kith_annotation_is_arrangement (frame) && is_named_after (frame->text, before))
      {
        KithAnnotation *copy = kith_record_copy (frame);

        kith_text_set (&copy->text, title);
        kith_edit_update (edit, frame, copy);
      }
}

static gboolean
touches_annotations (KithEdit *edit)
{
  for (guint i = 0; i < kith_edit_n_changes (edit); i++)
    if (kith_change_kind (kith_edit_change (edit, i)) == KITH_ANNOTATION)
      return TRUE;
  return FALSE;
}

void
kith_edit_retitle_frames (KithEdit *edit, KithMap *map)
{
  guint n = kith_edit_n_changes (edit);

  if (kith_map_n (map, KITH_ANNOTATION) == 0 || touches_annotations (edit))
    return;
  for (guint i = 0; i < n; i++)
    {
      const KithChange *change = kith_edit_change (edit, i);
      const KithStakeholder *before = (const KithStakeholder *) change->before;
      const KithStakeholder *after = (const KithStakeholder *) change->after;

      if (kith_change_kind (change) == KITH_STAKEHOLDER && before != NULL && after != NULL
          && !g_str_equal (before->name, after->name))
        retitle (edit, map, before->name, after->name);
    }
}
