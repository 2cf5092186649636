/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-scene.h"

#include <glib/gi18n-lib.h>

#include "kith-question.h"

const KithScene *
kith_map_scene (KithMap *map, KithId id)
{
  return id != 0 ? kith_map_get (map, KITH_SCENE, id) : NULL;
}

GPtrArray *
kith_map_scenes_to_present (KithMap *map)
{
  GPtrArray *list = kith_map_list (map, KITH_SCENE);

  for (guint i = list->len; i > 0; i--)
    if (((const KithScene *) list->pdata[i - 1])->is_private)
      g_ptr_array_remove_index (list, i - 1);
  return list;
}

static gboolean
is_taken (KithMap *map, const char *title)
{
  KITH_FOR_EACH (KithScene, scene, map, KITH_SCENE)
    if (g_str_equal (scene->title, title))
      return TRUE;
  return FALSE;
}

char *
kith_scene_new_title (KithMap *map)
{
  for (guint n = kith_map_n (map, KITH_SCENE) + 1;; n++)
    {
      /* Translators: what a new scene is called until somebody names it */
      g_autofree char *title = g_strdup_printf (_ ("Scene %u"), n);

      if (!is_taken (map, title))
        return g_steal_pointer (&title);
    }
}

static KithDate
date_of (gint32 day)
{
  return day != 0 ? kith_date_of_day (day) : (KithDate) KITH_DATE_INIT;
}

/* The question that is seen, also where it is the first for want of a choice: which that is may differ
 * for others. */
static KithId
question_of (const KithView *view, KithMap *map)
{
  const KithQuestion *question = kith_map_get (map, KITH_QUESTION, view->question);

  if (question == NULL && view->lens == KITH_LENS_POSITIONS)
    question = kith_question_or_first (map, 0);
  return question != NULL ? KITH_ID (question) : 0;
}

/**
 * kith_scene_of_view:
 * @view: how a map is looked at
 * @map: the map that is shown so
 *
 * Returns: (transfer full): a new scene that shows the same, called as a new one is
 */
KithScene *
kith_scene_of_view (const KithView *view, KithMap *map)
{
  KithScene *scene = kith_record_new (KITH_SCENE, kith_id_new ());
  const GArray *focus = view->filter != NULL ? kith_filter_get_focus (view->filter) : NULL;
  g_autofree char *filter = kith_filter_to_text (view->filter, map);

  scene->audience = (int) view->audience;
  scene->lens = (int) view->lens;
  scene->through = kith_map_stakeholder (map, view->through) != NULL ? view->through : 0;
  scene->since = date_of (view->since);
  scene->day = date_of (view->day);
  scene->lines = view->lines;
  scene->ended = view->ended;
  scene->question = question_of (view, map);
  scene->hides = kith_filter_hides (view->filter);
  kith_text_set (&scene->filter, filter);
  if (focus != NULL && focus->len > 0 && kith_filter_get_steps (view->filter) > 0)
    {
      scene->focus = g_array_index (focus, KithId, 0);
      scene->steps = (int) kith_filter_get_steps (view->filter);
    }
  return scene;
}

/* What a person writes or decides of it, and where it stands. */
static gboolean
is_word (const KithField *field)
{
  static const char *const words[] = { "title",   "sentence", "note", "rank",
                                       "private", "audience", NULL };

  return g_strv_contains (words, field->name);
}

/**
 * kith_scene_take_view:
 * @scene: a scene, not in a map yet
 * @other: another
 *
 * What it is about stays as well.
 */
void
kith_scene_take_view (KithScene *scene, const KithScene *other)
{
  const KithKindInfo *info = kith_kind_info (KITH_SCENE);
  KithId link = scene->link;

  for (guint i = 0; i < info->n_fields; i++)
    {
      const KithField *field = &info->fields[i];
      g_autofree char *text = NULL;

      if (is_word (field))
        continue;
      text = kith_field_to_text (field, other);
      kith_field_from_text (field, scene, text, NULL);
    }
  scene->link = link;
}

gboolean
kith_scene_link_is_open (KithMap *whole, KithId id)
{
  const KithLink *link = kith_map_link (whole, id);

  return link == NULL
         || (!link->is_private && !kith_map_stakeholder (whole, link->a)->is_private
             && !kith_map_stakeholder (whole, link->b)->is_private);
}

/* A question that was deleted is nobody's: without it the scene would show another. */
static gboolean
question_is_for (KithMap *whole, const KithScene *scene)
{
  const KithQuestion *question = kith_map_get (whole, KITH_QUESTION, scene->question);

  if (scene->question == 0)
    return TRUE;
  return question != NULL && !question->is_private;
}

gboolean
kith_scene_is_for (KithMap *whole, const KithScene *scene, KithAudience audience)
{
  if (audience == KITH_TEAM)
    return TRUE;
  return !scene->is_private && (audience != KITH_PUBLIC || scene->audience == KITH_PUBLIC)
         && kith_scene_link_is_open (whole, scene->link) /* its title names both ends */
         && question_is_for (whole, scene);
}

GPtrArray *
kith_map_scenes_for (KithMap *whole, KithAudience audience)
{
  GPtrArray *list = kith_map_scenes_to_present (whole);

  for (guint i = list->len; i > 0; i--)
    if (!kith_scene_is_for (whole, list->pdata[i - 1], audience))
      g_ptr_array_remove_index (list, i - 1);
  return list;
}

KithAudience
kith_scene_audience (const KithScene *scene, KithAudience least)
{
  return MAX ((KithAudience) scene->audience, least);
}

/**
 * kith_scene_narrow_filter:
 * @scene: a scene, not in a map yet
 * @from: the map that its filter was asked of, by the team
 * @to: the map that @audience sees
 * @audience: who is to see it
 * @drop_text: whether what was typed was typed before other eyes
 *
 * Leaves of its filter what they may see asked.
 */
void
kith_scene_narrow_filter (KithScene *scene,
                          KithMap *from,
                          KithMap *to,
                          KithAudience audience,
                          gboolean drop_text)
{
  g_autoptr (KithFilter) asked = NULL;
  g_autoptr (KithFilter) seen = NULL;
  g_autofree char *text = NULL;

  if (*scene->filter == '\0')
    return;
  asked = kith_filter_from_text (from, KITH_TEAM, scene->filter, TRUE, NULL);
  seen = kith_filter_for_audience (asked, to, audience, drop_text);
  text = kith_filter_to_text (seen, to);
  kith_text_set (&scene->filter, text);
}

/**
 * kith_scene_filter:
 * @scene: a scene
 * @map: the map that is looked at, made for @audience
 * @audience: who looks
 *
 * What of it the map does not know is left out.
 *
 * Returns: (transfer full) (nullable): what it asks
 */
KithFilter *
kith_scene_filter (const KithScene *scene, KithMap *map, KithAudience audience)
{
  KithFilter *filter = kith_filter_from_text (map, audience, scene->filter, TRUE, NULL);

  kith_filter_set_hides (filter, scene->hides);
  if (scene->steps > 0 && kith_map_stakeholder (map, scene->focus) != NULL)
    kith_filter_set_focus (filter, &scene->focus, 1, (guint) scene->steps);
  if (kith_filter_is_empty (filter))
    g_clear_pointer (&filter, kith_filter_unref);
  return filter;
}

/**
 * kith_scene_to_view:
 * @scene: a scene
 * @map: the map that is looked at, made for @audience
 * @audience: who looks
 * @view: is set
 *
 * Returns: (transfer full) (nullable): the filter that the view borrows
 */
KithFilter *
kith_scene_to_view (const KithScene *scene, KithMap *map, KithAudience audience, KithView *view)
{
  KithFilter *filter = kith_scene_filter (scene, map, audience);

  view->audience = audience;
  view->lens = (KithLens) scene->lens;
  view->through = scene->through;
  view->day = kith_scene_day (scene);
  view->since = kith_scene_since (scene);
  view->lines = scene->lines;
  view->ended = scene->ended;
  view->question = scene->question;
  view->filter = filter;
  view->pass = NULL;
  return filter;
}

gint32
kith_scene_day (const KithScene *scene)
{
  return kith_date_is_set (&scene->day) ? scene->day.first : 0;
}

gint32
kith_scene_since (const KithScene *scene)
{
  return kith_date_is_set (&scene->since) ? scene->since.first : 0;
}

gboolean
kith_scene_has_camera (const KithScene *scene)
{
  return scene->width > 0 && scene->height > 0;
}

void
kith_scene_forget (KithScene *scene, KithId gone)
{
  if (scene->through == gone)
    scene->through = 0;
  if (scene->link == gone)
    scene->link = 0;
  if (scene->focus == gone)
    scene->focus = scene->steps = 0;
  if (scene->question == gone)
    scene->question = 0;
}

void
kith_scene_forget_all_but (KithScene *scene, GHashTable *kept)
{
  const KithId refers[] = { scene->through, scene->focus, scene->link, scene->question };

  for (guint i = 0; i < G_N_ELEMENTS (refers); i++)
    if (refers[i] != 0 && !g_hash_table_contains (kept, &refers[i]))
      kith_scene_forget (scene, refers[i]);
}
