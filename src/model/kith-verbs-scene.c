/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-verbs-scene.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "kith-opinion.h"
#include "kith-verbs.h"

#define MARGIN 120.0 /* map units round the two ends of a link */

static const KithScene *
find (KithMap *map, KithId id, GError **error)
{
  const KithScene *scene = kith_map_scene (map, id);

  return scene != NULL ? scene : kith_refuse_null (error, _ ("The scene is no longer on the map."));
}

/* Numbers them in the order of the list; what is not on the map yet is added. */
static void
number (KithEdit *edit, KithMap *map, const GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    {
      const KithScene *scene = list->pdata[i];
      const KithScene *before = kith_map_scene (map, scene->record.id);
      KithScene *after;

      if (before != NULL && before->rank == (int) i + 1)
        continue;
      after = kith_record_copy (scene);
      after->rank = (int) i + 1;
      if (before != NULL)
        kith_edit_update (edit, before, after);
      else
        kith_edit_insert (edit, after);
    }
}

static gboolean
has_title (const KithScene *scene, GError **error)
{
  if (*scene->title != '\0')
    return TRUE;
  kith_refuse_null (error, _ ("A scene needs a title."));
  return FALSE;
}

KithEdit *
kith_verb_add_scene (KithMap *map, KithScene *scene, guint place, GError **error)
{
  g_autoptr (GPtrArray) list = kith_map_list (map, KITH_SCENE);
  g_autoptr (KithScene) owned = scene;
  g_autofree char *title = *scene->title == '\0' ? kith_scene_new_title (map) : NULL;
  g_autofree char *label = NULL;
  KithEdit *edit;

  if (title != NULL)
    kith_text_set (&scene->title, title);
  if (!kith_record_validate (scene, error))
    return NULL;
  label = g_strdup_printf (_ ("Make the scene %s"), scene->title);
  edit = kith_edit_new (label);
  g_ptr_array_insert (list, (int) MIN (place, list->len), scene);
  number (edit, map, list);
  return edit;
}

KithEdit *
kith_verb_word_scene (KithMap *map, const KithScene *words, GError **error)
{
  const KithScene *before = find (map, words->record.id, error);
  g_autoptr (KithScene) after = NULL;
  g_autofree char *label = NULL;
  g_autofree char *title = NULL;

  if (before == NULL)
    return NULL;
  title = g_strstrip (g_strdup (words->title));
  after = kith_record_copy (before);
  kith_text_set (&after->title, title);
  kith_text_set (&after->sentence, words->sentence);
  kith_text_set (&after->note, words->note);
  if (words->audience > before->audience)
    kith_scene_narrow_filter (after, map, map, (KithAudience) words->audience, TRUE);
  after->audience = words->audience;
  after->is_private = words->is_private;
  if (!has_title (after, error) || !kith_record_validate (after, error))
    return NULL;
  label = g_strdup_printf (_ ("Change the words of the scene %s"), before->title);
  return kith_verb_put (map, g_steal_pointer (&after), label);
}

KithEdit *
kith_verb_update_scene (KithMap *map, KithId scene, const KithScene *shown, GError **error)
{
  const KithScene *before = find (map, scene, error);
  g_autoptr (KithScene) after = NULL;
  g_autofree char *label = NULL;

  if (before == NULL)
    return NULL;
  after = kith_record_copy (before);
  kith_scene_take_view (after, shown);
  if (shown->audience < before->audience)
    kith_scene_narrow_filter (after, map, map, (KithAudience) before->audience, TRUE);
  if (!kith_record_validate (after, error))
    return NULL;
  label = g_strdup_printf (_ ("Update the scene %s"), before->title);
  return kith_verb_put (map, g_steal_pointer (&after), label);
}

KithEdit *
kith_verb_move_scene (KithMap *map, KithId scene, guint place, GError **error)
{
  const KithScene *moved = find (map, scene, error);
  g_autoptr (GPtrArray) list = kith_map_list (map, KITH_SCENE);
  g_autofree char *label = NULL;
  KithEdit *edit;

  if (moved == NULL)
    return NULL;
  label = g_strdup_printf (_ ("Move the scene %s"), moved->title);
  edit = kith_edit_new (label);
  g_ptr_array_remove (list, (gpointer) moved);
  g_ptr_array_insert (list, (int) MIN (place, list->len), (gpointer) moved);
  number (edit, map, list);
  return edit;
}

KithEdit *
kith_verb_duplicate_scene (KithMap *map, KithId scene, KithId *copy, GError **error)
{
  const KithScene *before = find (map, scene, error);
  g_autoptr (GPtrArray) list = kith_map_list (map, KITH_SCENE);
  g_autoptr (KithScene) made = NULL;
  g_autofree char *label = NULL;
  g_autofree char *title = NULL;
  guint at = 0;
  KithEdit *edit;

  if (before == NULL)
    return NULL;
  /* Translators: the title of a copy of a scene */
  title = g_strdup_printf (_ ("%s (copy)"), before->title);
  label = g_strdup_printf (_ ("Duplicate the scene %s"), before->title);
  made = kith_record_copy (before);
  made->record.id = kith_id_new ();
  kith_text_set (&made->title, title);
  if (!kith_record_validate (made, error))
    return NULL;
  if (copy != NULL)
    *copy = made->record.id;
  g_ptr_array_find (list, before, &at);
  g_ptr_array_insert (list, (int) at + 1, made);
  edit = kith_edit_new (label);
  number (edit, map, list);
  return edit;
}

KithEdit *
kith_verb_delete_scene (KithMap *map, KithId scene, GError **error)
{
  const KithScene *before = find (map, scene, error);
  g_autofree char *label = NULL;

  if (before == NULL)
    return NULL;
  label = g_strdup_printf (_ ("Delete the scene %s"), before->title);
  return kith_verb_delete (map, &scene, 1, label);
}

/* --- What a meeting may begin with --- */

static KithScene *
new_scene (GPtrArray *list,
           KithAudience audience,
           KithLens lens,
           const char *title,
           const char *sentence)
{
  KithScene *scene = kith_record_new (KITH_SCENE, kith_id_new ());

  scene->lens = (int) lens;
  scene->audience = (int) MAX (audience, KITH_PARTNERS);
  kith_text_set (&scene->title, title);
  kith_text_set (&scene->sentence, sentence);
  g_ptr_array_add (list, scene);
  return scene;
}

/* From the left and upper edges of both boxes to their right and lower ones. */
static void
look_at_ends (KithScene *scene, const KithStakeholder *a, const KithStakeholder *b)
{
  double left = MIN (a->x - a->width / 2, b->x - b->width / 2) - MARGIN;
  double right = MAX (a->x + a->width / 2, b->x + b->width / 2) + MARGIN;
  double top = MIN (a->y - a->height / 2, b->y - b->height / 2) - MARGIN;
  double bottom = MAX (a->y + a->height / 2, b->y + b->height / 2) + MARGIN;

  scene->x = kith_quantise ((left + right) / 2);
  scene->y = kith_quantise ((top + bottom) / 2);
  scene->width = kith_quantise (right - left);
  scene->height = kith_quantise (bottom - top);
}

static void
add_link_scene (GPtrArray *list, KithMap *map, KithAudience audience, KithId id)
{
  const KithLink *link = kith_map_link (map, id);
  const KithStakeholder *a = link != NULL ? kith_map_stakeholder (map, link->a) : NULL;
  const KithStakeholder *b = link != NULL ? kith_map_stakeholder (map, link->b) : NULL;
  g_autofree char *title = NULL;
  KithScene *scene;

  if (a == NULL || b == NULL)
    return;
  /* Translators: a link, by the names of its two ends */
  title = g_strdup_printf (_ ("%s – %s"), kith_stakeholder_short_name (a),
                           kith_stakeholder_short_name (b));
  scene = new_scene (list, audience, KITH_LENS_TRUST, title,
                     _ ("What does each see, and what lies behind it?"));
  scene->link = id;
  scene->is_private = !kith_scene_link_is_open (map, id);
  look_at_ends (scene, a, b);
}

KithEdit *
kith_verb_opening_scenes (KithMap *map,
                          KithAudience audience,
                          const KithId *links,
                          guint n,
                          GError **error)
{
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (kith_record_unref);
  g_autoptr (GPtrArray) list = kith_map_list (map, KITH_SCENE);
  KithEdit *edit;

  new_scene (made, audience, KITH_LENS_PLAIN, _ ("Who is here?"),
             _ ("Find yourself on the map. Who is missing?"));
  new_scene (made, audience, KITH_LENS_AGE, _ ("What we have shared"),
             _ ("How long have we known one another, and what have we been through?"));
  for (guint i = 0; i < n; i++)
    add_link_scene (made, map, audience, links[i]);
  for (guint i = 0; i < made->len; i++)
    {
      if (!kith_record_validate (made->pdata[i], error))
        return NULL;
      g_ptr_array_add (list, made->pdata[i]);
    }
  edit = kith_edit_new (_ ("Make opening scenes"));
  number (edit, map, list);
  return edit;
}
