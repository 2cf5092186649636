/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-picture-words.h"

#include <glib/gi18n-lib.h>

#include "kith-annotations.h"
#include "kith-lens.h"
#include "kith-spoken.h"

char *
kith_picture_summary (KithMap *map, const KithView *view)
{
  guint n = kith_map_n (map, KITH_STAKEHOLDER), links = kith_map_n (map, KITH_LINK);
  g_autofree char *first = g_strdup_printf (ngettext ("%u stakeholder", "%u stakeholders", n), n);
  g_autofree char *second = g_strdup_printf (ngettext ("%u link", "%u links", links), links);
  g_autofree char *lens = kith_view_lens_words (view, map);
  g_autoptr (KithPass) pass = kith_view_find_pass (view, map);
  g_autofree char *part = pass != NULL ? kith_pass_to_words (pass, map) : NULL;

  if (part != NULL)
    /* Translators: of a picture: "Showing 14 of 25 stakeholders, …", a lens. */
    return g_strdup_printf (_ ("%s. Lens: %s."), part, lens);
  /* Translators: of a picture: "12 stakeholders", "20 links", a lens. */
  return g_strdup_printf (_ ("A map of %s and %s. Lens: %s."), first, second, lens);
}

char *
kith_picture_language (void)
{
  const char *const *names = g_get_language_names ();
  g_auto (GStrv) parts = g_strsplit_set (names[0], ".@", 2);

  if (g_str_equal (parts[0], "C") || g_str_equal (parts[0], "POSIX") || parts[0][0] == '\0')
    return g_strdup ("en-GB");
  return g_strdelimit (g_strdup (parts[0]), "_", '-');
}

/* What the lens shows of it is what is read out. */
static char *
name_of_link (KithMap *map, const KithView *view, const KithLink *link)
{
  g_autofree char *said = NULL;

  if (view->lens == KITH_LENS_TRUST || view->audience == KITH_PUBLIC
      || (!kith_lens_is_rated (view->lens) && kith_lens_n_steps (view->lens) < 2))
    return kith_spoken_link (map, link, 0, view->audience);
  said = kith_lens_say_link (view, map, link);
  return kith_spoken_link_as (map, link, 0, said);
}

static void
say (KithMap *map, const KithView *view, const KithRecord *record, char **name, char **more)
{
  switch (record->kind)
    {
    case KITH_STAKEHOLDER:
      *name = kith_spoken_stakeholder (map, (const KithStakeholder *) record);
      *more = kith_spoken_stakeholder_more (map, (const KithStakeholder *) record, view->audience);
      break;
    case KITH_LINK:
      *name = name_of_link (map, view, (const KithLink *) record);
      *more = kith_spoken_link_more (map, (const KithLink *) record,
                                     kith_lens_dimension (view->lens), view->audience);
      break;
    case KITH_SPACE:
      *name = kith_spoken_space (map, (const KithSpace *) record);
      *more = kith_spoken_space_more (map, (const KithSpace *) record);
      break;
    case KITH_ANNOTATION:
      *name = kith_annotation_to_words (map, (const KithAnnotation *) record);
      break;
    case KITH_QUOTE:
      *name = g_strdup (((const KithQuote *) record)->text);
      break;
    default:
      break;
    }
}

/**
 * kith_picture_words:
 * @map: a map made for the view's audience
 * @view: how it is looked at
 * @record: what is drawn
 * @name: (out) (transfer full): what it is called
 * @more: (out) (transfer full) (nullable): what else there is to say
 *
 * Returns: whether there is a name
 */
gboolean
kith_picture_words (KithMap *map,
                    const KithView *view,
                    const KithRecord *record,
                    char **name,
                    char **more)
{
  *name = *more = NULL;
  say (map, view, record, name, more);
  if (*more != NULL && **more == '\0')
    g_clear_pointer (more, g_free);
  if (*name != NULL && **name == '\0')
    g_clear_pointer (name, g_free);
  return *name != NULL;
}
