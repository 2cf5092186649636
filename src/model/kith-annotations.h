/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Annotations: texts, frames and backdrops, and what stands on the map beside them: where it is,
 * and what a frame carries. Knows boxes, not how they are drawn. */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

#define KITH_NEUTRAL_COLOUR 12 /* grey, of no sector that means anything */

/* Centre and size of what has a place of its own: a stakeholder or an annotation. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} KithPlace;

gboolean kith_record_place (gconstpointer record, KithPlace *place);
void kith_record_move (gpointer record, double x, double y);
/* The stakeholder, the annotation or the space drawn as a node of that id, or NULL. */
gconstpointer kith_map_placed (KithMap *map, KithId id);
const KithAnnotation *kith_map_annotation (KithMap *map, KithId id);
gboolean kith_map_is_locked (KithMap *map, KithId id);

gboolean kith_frame_holds (const KithAnnotation *frame, gconstpointer record);
guint kith_frame_n_stakeholders (KithMap *map, const KithAnnotation *frame);
/* `ids` and what lies in the frames among them. */
GArray *kith_map_with_carried (KithMap *map, const KithId *ids, guint n);

/* Whether an arrangement drew it: a file may say so of a text or a picture, too, but these stay a
 * person's own. */
gboolean kith_annotation_is_arrangement (const KithAnnotation *annotation);
gboolean kith_annotation_is_segment (const KithAnnotation *annotation); /* of a ring */
/* Whether a ring goes that way from its middle, in parts of its half axes; but for segments all do. */
gboolean kith_annotation_sweeps (const KithAnnotation *ring, double x, double y);
/* Whether a place lies in what there is of a ring, or of anything else within its width and height. */
gboolean kith_annotation_covers (const KithAnnotation *annotation, double x, double y);
/* What an arrangement says of whoever stands there: KITH_SECTOR_OTHER, KITH_LEVEL_UNSET where it says
 * nothing. */
void kith_map_arranged_at (KithMap *map, double x, double y, KithId *sector, KithLevel *level);
#define KITH_NAMED_BELOW \
  500 /* the turn of a frame or a whole ring whose title stands at its lower edge */
gboolean kith_annotation_is_named_below (const KithAnnotation *annotation);
/* "Discharge pathway", or what it is where it has no words. */
char *kith_annotation_title (const KithAnnotation *annotation);
/* How large the letters are in which an arrangement names its areas, map units: 13, 22, 34 or 56, so that they
 * can be read where all of it, so wide and so high, is in sight. */
double kith_arrangement_title_size (double width, double height);
char *kith_annotation_to_words (KithMap *map, const KithAnnotation *annotation);
/* In the order in which one reads them, before or after each other. */
int kith_annotation_compare (const KithAnnotation *one, const KithAnnotation *other);
GPtrArray *kith_map_annotations (
    KithMap *map); /* all of them, in that order (transfer container) */

/* Verbs; see kith-verbs.h. */
/* As kith_verb_move(), and frames take along what lies in them, unless it is among the ids. */
KithEdit *kith_verb_move_carrying (KithMap *map,
                                   const KithId *ids,
                                   guint n,
                                   const double *xy,
                                   const char *label);
KithAnnotation *kith_annotation_draft (KithAnnotationForm form, const KithPlace *place);
KithEdit *kith_verb_add_annotation (KithMap *map, KithAnnotation *annotation);
/* A place with room for a title round all of these; FALSE where none of them has a place. */
gboolean kith_place_around (KithMap *map, const KithId *ids, guint n, KithPlace *place);
KithEdit *kith_verb_resize (KithMap *map, KithId annotation, const KithPlace *place);
KithEdit *kith_verb_set_words (KithMap *map, KithId annotation, const char *text);

G_END_DECLS
