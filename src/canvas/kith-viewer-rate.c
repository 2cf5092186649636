/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A viewer: what the keys 0 to 5 say of the selected link. */
#include <glib/gi18n-lib.h>

#include "kith-lens.h"
#include "kith-opinion.h"
#include "kith-verbs.h"
#include "kith-viewer-private.h"

static void
announce_rating (KithViewer *self, KithId id, KithEnd end, KithDimension dimension)
{
  const KithLink *link = kith_map_link (self->shown, id);
  g_autofree char *words = link != NULL ? kith_link_end_to_words (self->shown, link, end) : NULL;
  g_autofree char *step = NULL;
  KithOpinion opinion;

  if (words == NULL)
    return;
  if (dimension == KITH_TRUST)
    {
      kith_viewer_announce (self, words);
      return;
    }
  g_free (words);
  kith_opinion_of (self->shown, id, end, dimension, &opinion);
  step = kith_opinion_to_words (&opinion);
  /* Translators: what is rated and how: "Respect: 4 Strong" */
  words = g_strdup_printf (_ ("%s: %s"), kith_enum_label (&kith_dimensions, (int) dimension), step);
  kith_viewer_announce (self, words);
}

/**
 * kith_viewer_rate_end:
 * @self: a viewer
 * @link: a link that it shows
 * @end: whose opinion it is
 * @dimension: what is rated
 * @score: what the end makes of the other
 *
 * For the team a key notes our impression. A window for Partners stands before a room, so there it
 * is what the room agrees on; the public is shown no ratings, so there it is refused.
 */
void
kith_viewer_rate_end (KithViewer *self,
                      KithId link,
                      KithEnd end,
                      KithDimension dimension,
                      KithScore score)
{
  KithDate today = kith_viewer_date (self);
  gboolean room = self->view.audience == KITH_PARTNERS;

  if (self->view.audience == KITH_PUBLIC)
    {
      kith_viewer_say (self, _ ("The public sees no ratings. Choose another audience to rate."));
      return;
    }
  if (kith_viewer_perform (self,
                           kith_verb_rate_as (kith_viewer_get_whole_map (self), link, end,
                                              dimension, score,
                                              room ? KITH_BASIS_AGREED : KITH_BASIS_IMPRESSION,
                                              &today),
                           NULL)
      && room)
    kith_viewer_say (self, _ ("Rated as agreed in the room."));
  else
    announce_rating (self, link, end, dimension);
}

/**
 * kith_viewer_rate:
 * @self: a viewer
 * @score: what the focused end of the one selected link makes of the other
 *
 * Rates what the lens shows: trust, respect or mutual understanding. Does nothing unless just one
 * link is selected.
 */
void
kith_viewer_rate (KithViewer *self, KithScore score)
{
  KithKind kind;
  KithId link = kith_viewer_get_only (self, &kind);

  if (link != 0 && kind == KITH_LINK)
    kith_viewer_rate_end (self, link, self->end, kith_lens_dimension (self->view.lens), score);
}
