/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-annotations.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "kith-hub.h"
#include "kith-power-steps.h"
#include "kith-sectors.h"
#include "kith-verbs.h"

#define AROUND 28.0     /* between a frame and what it is put round */
#define TITLE_ROOM 26.0 /* more of it at the top, for the title */

/**
 * kith_record_place:
 * @record: (nullable): any record
 * @place: (out): where it is
 *
 * Returns: whether it has a place of its own; links and spaces lie where their ends and members are, but
 *   for a space that is drawn as a node and has been put somewhere
 */
gboolean
kith_record_place (gconstpointer record, KithPlace *place)
{
  const KithStakeholder *stakeholder = record;
  const KithAnnotation *annotation = record;
  const KithSpace *space = record;

  if (record != NULL && KITH_KIND (record) == KITH_STAKEHOLDER)
    *place = (KithPlace){ stakeholder->x, stakeholder->y, stakeholder->width, stakeholder->height };
  else if (record != NULL && KITH_KIND (record) == KITH_ANNOTATION)
    *place = (KithPlace){ annotation->x, annotation->y, annotation->width, annotation->height };
  else if (record != NULL && KITH_KIND (record) == KITH_SPACE && kith_space_is_hub (space)
           && (space->x != 0.0 || space->y != 0.0))
    *place = (KithPlace){ space->x, space->y, KITH_HUB_WIDTH, KITH_HUB_HEIGHT };
  else
    return FALSE;
  return TRUE;
}

/**
 * kith_record_move:
 * @record: a stakeholder, annotation or shared space that is being made
 * @x: its new centre, map units
 * @y: its new centre
 */
void
kith_record_move (gpointer record, double x, double y)
{
  KithKind kind = KITH_KIND (record);
  double *to_x = &((KithStakeholder *) record)->x;
  double *to_y = &((KithStakeholder *) record)->y;

  if (kind == KITH_ANNOTATION || kind == KITH_SPACE)
    {
      to_x = kind == KITH_SPACE ? &((KithSpace *) record)->x : &((KithAnnotation *) record)->x;
      to_y = kind == KITH_SPACE ? &((KithSpace *) record)->y : &((KithAnnotation *) record)->y;
    }
  *to_x = kith_quantise (CLAMP (x, -1e6, 1e6));
  *to_y = kith_quantise (CLAMP (y, -1e6, 1e6));
}

gconstpointer
kith_map_placed (KithMap *map, KithId id)
{
  gconstpointer stakeholder = kith_map_get (map, KITH_STAKEHOLDER, id);
  const KithSpace *space = kith_map_space (map, id);

  if (space != NULL && kith_space_is_hub (space))
    return space;
  return stakeholder != NULL ? stakeholder : kith_map_get (map, KITH_ANNOTATION, id);
}

const KithAnnotation *
kith_map_annotation (KithMap *map, KithId id)
{
  return kith_map_get (map, KITH_ANNOTATION, id);
}

/* Whether the pointer and the arrow keys leave it where it is. */
gboolean
kith_map_is_locked (KithMap *map, KithId id)
{
  const KithAnnotation *annotation = kith_map_annotation (map, id);

  return annotation != NULL && annotation->locked;
}

/**
 * kith_frame_holds:
 * @frame: an annotation
 * @record: another record
 *
 * Returns: whether the record's box lies wholly in the frame; a background picture never does
 */
gboolean
kith_frame_holds (const KithAnnotation *frame, gconstpointer record)
{
  KithPlace place;

  if (frame->form != KITH_ANNOTATION_FRAME || record == (gconstpointer) frame
      || !kith_record_place (record, &place))
    return FALSE;
  if (KITH_KIND (record) == KITH_ANNOTATION
      && ((const KithAnnotation *) record)->form == KITH_ANNOTATION_BACKDROP)
    return FALSE;
  return place.x - place.width / 2 >= frame->x - frame->width / 2
         && place.x + place.width / 2 <= frame->x + frame->width / 2
         && place.y - place.height / 2 >= frame->y - frame->height / 2
         && place.y + place.height / 2 <= frame->y + frame->height / 2;
}

guint
kith_frame_n_stakeholders (KithMap *map, const KithAnnotation *frame)
{
  guint n = 0;

  KITH_FOR_EACH (KithStakeholder, stakeholder, map, KITH_STAKEHOLDER)
    n += kith_frame_holds (frame, stakeholder);
  return n;
}

static void
carry (KithMap *map, const KithAnnotation *frame, GHashTable *known, GArray *ids)
{
  static const KithKind kinds[] = { KITH_STAKEHOLDER, KITH_ANNOTATION, KITH_SPACE };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    KITH_FOR_EACH (KithRecord, record, map, kinds[i])
      if (kith_frame_holds (frame, record)
          && g_hash_table_add (known, g_memdup2 (&record->id, sizeof record->id)))
        g_array_append_val (ids, record->id);
}

/**
 * kith_map_with_carried:
 * @map: a map
 * @ids: (array length=n): what is to be moved or copied
 * @n: how many
 *
 * What lies in a frame that lies in another lies in both, so one look at each frame is enough.
 * Cost: linear in the map for each frame among them.
 *
 * Returns: (transfer full) (element-type KithId): them, and what the frames among them carry
 */
GArray *
kith_map_with_carried (KithMap *map, const KithId *ids, guint n)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (KithId));
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < n; i++)
    if (g_hash_table_add (known, g_memdup2 (&ids[i], sizeof ids[i])))
      g_array_append_val (all, ids[i]);
  for (guint i = 0; i < n; i++)
    {
      const KithAnnotation *frame = kith_map_annotation (map, ids[i]);

      if (frame != NULL && frame->form == KITH_ANNOTATION_FRAME)
        carry (map, frame, known, all);
    }
  return all;
}

/* By how much each that is carried moves: as its frame does. */
static void
follow_frame (KithMap *map,
              KithId frame,
              const double *to,
              GHashTable *known,
              GArray *ids,
              GArray *xy)
{
  g_autoptr (GArray) carried = kith_map_with_carried (map, &frame, 1);
  KithPlace from;

  if (!kith_record_place (kith_map_annotation (map, frame), &from))
    return;
  for (guint i = 1; i < carried->len; i++)
    {
      KithId id = g_array_index (carried, KithId, i);
      KithPlace place = { 0 };
      double at[2];

      if (!g_hash_table_add (known, g_memdup2 (&id, sizeof id)))
        continue;
      kith_record_place (kith_map_placed (map, id), &place);
      at[0] = place.x + to[0] - from.x;
      at[1] = place.y + to[1] - from.y;
      g_array_append_val (ids, id);
      g_array_append_vals (xy, at, 2);
    }
}

/**
 * kith_verb_move_carrying:
 * @map: a map
 * @ids: (array length=n): stakeholders and annotations
 * @n: how many
 * @xy: 2n coordinates of their new centres, map units
 * @label: (nullable): the undo step's words
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_verb_move_carrying (KithMap *map,
                         const KithId *ids,
                         guint n,
                         const double *xy,
                         const char *label)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (KithId));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  g_array_append_vals (all, ids, n);
  g_array_append_vals (places, xy, 2 * n);
  for (guint i = 0; i < n; i++)
    g_hash_table_add (known, g_memdup2 (&ids[i], sizeof ids[i]));
  for (guint i = 0; i < n; i++)
    follow_frame (map, ids[i], &xy[2 * i], known, all, places);
  return kith_verb_move (map, (const KithId *) (gpointer) all->data, all->len,
                         (const double *) (gpointer) places->data, label);
}

/* Across, for a screen of the proportions 16 to 10: some 9 pixels where 900 show all of it. */
#define SMALL 1300.0
#define MIDDLING 2200.0
#define LARGE 3600.0

double
kith_arrangement_title_size (double width, double height)
{
  double across = MAX (width, height * 1.6);

  if (across <= SMALL)
    return 13.0;
  return across <= MIDDLING ? 22.0 : across <= LARGE ? 34.0 : 56.0;
}

gboolean
kith_annotation_is_arrangement (const KithAnnotation *annotation)
{
  return annotation->arrangement != KITH_ARRANGEMENT_FREE
         && annotation->form != KITH_ANNOTATION_TEXT
         && annotation->form != KITH_ANNOTATION_BACKDROP;
}

gboolean
kith_annotation_is_segment (const KithAnnotation *annotation)
{
  return annotation->form == KITH_ANNOTATION_RING && annotation->sweep > 0
         && annotation->sweep < 1000;
}

gboolean
kith_annotation_sweeps (const KithAnnotation *ring, double x, double y)
{
  double turn = atan2 (y, x) / (2 * G_PI) * 1000.0 - ring->turn;

  turn -= 1000.0 * floor (turn / 1000.0);
  return !kith_annotation_is_segment (ring) || turn <= ring->sweep;
}

gboolean
kith_annotation_covers (const KithAnnotation *annotation, double x, double y)
{
  double dx = (x - annotation->x) / MAX (annotation->width / 2.0, 1.0);
  double dy = (y - annotation->y) / MAX (annotation->height / 2.0, 1.0);
  double far = sqrt (dx * dx + dy * dy);

  if (annotation->form != KITH_ANNOTATION_RING)
    return ABS (dx) <= 1.0 && ABS (dy) <= 1.0;
  return far <= 1.0 && far * 1000.0 >= annotation->inner
         && kith_annotation_sweeps (annotation, dx, dy);
}

/* The sector that a column or a segment is titled with; KITH_SECTOR_OTHER for none. */
static KithId
sector_titled (KithMap *map, const KithAnnotation *area)
{
  g_autoptr (GArray) sectors = kith_sector_list (map);

  for (guint i = 0; i < sectors->len; i++)
    if (g_strcmp0 (kith_sector_name (map, g_array_index (sectors, KithId, i)), area->text) == 0)
      return g_array_index (sectors, KithId, i);
  return KITH_SECTOR_OTHER;
}

static KithLevel
level_titled (const KithAnnotation *ring)
{
  for (guint i = 0; i < kith_levels.n_values; i++)
    if (i != KITH_LEVEL_UNSET
        && g_strcmp0 (kith_enum_label (&kith_levels, (int) i), ring->text) == 0)
      return (KithLevel) i;
  return KITH_LEVEL_UNSET;
}

/**
 * kith_map_arranged_at:
 * @map: a map
 * @x: a place, map units
 * @y: a place, map units
 * @sector: (out): the sector whose column or segment it lies in
 * @level: (out): the level whose ring it lies in: of rings in each other, the innermost
 *
 * By their titles, as nothing else is known of an area: one that was renamed says nothing.
 *
 * Cost: linear in the annotations.
 */
void
kith_map_arranged_at (KithMap *map, double x, double y, KithId *sector, KithLevel *level)
{
  double narrowest = G_MAXDOUBLE;

  *sector = KITH_SECTOR_OTHER;
  *level = KITH_LEVEL_UNSET;
  KITH_FOR_EACH (KithAnnotation, area, map, KITH_ANNOTATION)
    {
      if (!kith_annotation_covers (area, x, y))
        continue;
      if (area->arrangement == KITH_ARRANGEMENT_COLUMNS
          || area->arrangement == KITH_ARRANGEMENT_SEGMENTS)
        *sector = sector_titled (map, area);
      else if ((area->arrangement == KITH_ARRANGEMENT_RINGS
                || area->arrangement == KITH_ARRANGEMENT_RINGS_INWARD)
               && area->width < narrowest)
        {
          narrowest = area->width;
          *level = level_titled (area);
        }
    }
}

gboolean
kith_annotation_is_named_below (const KithAnnotation *annotation)
{
  return (annotation->form == KITH_ANNOTATION_FRAME
          || (annotation->form == KITH_ANNOTATION_RING && !kith_annotation_is_segment (annotation)))
         && annotation->turn == KITH_NAMED_BELOW;
}

/**
 * kith_annotation_title:
 * @annotation: an annotation
 *
 * Returns: (transfer full): its first line, or what it is
 */
char *
kith_annotation_title (const KithAnnotation *annotation)
{
  g_autofree char *words = g_strstrip (g_strdup (annotation->text));

  words[strcspn (words, "\r\n")] = '\0';
  return *words != '\0' ? g_steal_pointer (&words)
                        : g_strdup (kith_enum_label (&kith_annotation_forms, annotation->form));
}

static char *
line_to_words (KithMap *map, const KithAnnotation *line, const char *title)
{
  KithPowerStep step = kith_map_power_step (map, line);

  if (step.number > 0)
    /* Translators: of a grid by power and interest: "Line: end of Power 3" */
    return g_strdup_printf (_ ("Line: end of %s %u"), step.axis->text, step.number);
  return g_strdup_printf (_ ("Line: %s"), title);
}

/**
 * kith_annotation_to_words:
 * @map: the map that it is on, made for who hears it
 * @annotation: an annotation
 *
 * Returns: (transfer full): "Frame: Discharge pathway, contains 6 stakeholders"
 */
char *
kith_annotation_to_words (KithMap *map, const KithAnnotation *annotation)
{
  g_autofree char *title = kith_annotation_title (annotation);
  guint n;

  switch (annotation->form)
    {
    case KITH_ANNOTATION_FRAME:
      n = kith_frame_n_stakeholders (map, annotation);
      return g_strdup_printf (ngettext ("Frame: %s, contains %u stakeholder",
                                        "Frame: %s, contains %u stakeholders", n),
                              title, n);
    case KITH_ANNOTATION_BACKDROP:
      return g_strdup_printf (_ ("Background picture: %s"), title);
    case KITH_ANNOTATION_RING:
      return g_strdup_printf (_ ("Ring: %s"), title);
    case KITH_ANNOTATION_LINE:
      return line_to_words (map, annotation, title);
    case KITH_ANNOTATION_TEXT:
    default:
      return g_strdup_printf (_ ("Text: %s"), annotation->text);
    }
}

static int
compare_numbers (double one, double other)
{
  return (one > other) - (one < other);
}

/* Rings from the middle outwards, segments clockwise from the top. */
static int
compare_rings (const KithAnnotation *one, const KithAnnotation *other)
{
  int order = compare_numbers (one->height, other->height);

  return order != 0 ? order
                    : compare_numbers ((one->turn + 250) % 1000, (other->turn + 250) % 1000);
}

/**
 * kith_annotation_compare:
 * @one: an annotation
 * @other: another
 *
 * All but rings are read from the top down, side by side from the left, by their upper left corners.
 *
 * Returns: less than 0 where @one comes first, more where @other does
 */
int
kith_annotation_compare (const KithAnnotation *one, const KithAnnotation *other)
{
  gboolean ring = one->form == KITH_ANNOTATION_RING;
  int order = ring - (other->form == KITH_ANNOTATION_RING);

  if (order == 0 && ring)
    order = compare_rings (one, other);
  if (order == 0)
    order = compare_numbers (one->y - one->height / 2, other->y - other->height / 2);
  if (order == 0)
    order = compare_numbers (one->x - one->width / 2, other->x - other->width / 2);
  return order != 0 ? order : kith_record_compare (one, other);
}

static int
compare_notes (gconstpointer a, gconstpointer b)
{
  return kith_annotation_compare (*(const KithAnnotation *const *) a,
                                  *(const KithAnnotation *const *) b);
}

GPtrArray *
kith_map_annotations (KithMap *map)
{
  GPtrArray *notes = kith_map_list (map, KITH_ANNOTATION);

  g_ptr_array_sort (notes, compare_notes);
  return notes;
}

/**
 * kith_annotation_draft:
 * @form: what it is to be
 * @place: where; a size of 0 is measured by whoever performs the edit
 *
 * Returns: (transfer full): a new annotation without words
 */
KithAnnotation *
kith_annotation_draft (KithAnnotationForm form, const KithPlace *place)
{
  KithAnnotation *draft = kith_record_new (KITH_ANNOTATION, kith_id_new ());

  draft->form = (int) form;
  draft->colour = KITH_NEUTRAL_COLOUR;
  draft->width = kith_quantise (place->width);
  draft->height = kith_quantise (place->height);
  kith_record_move (draft, place->x, place->y);
  return draft;
}

static const char *
label_for (const KithAnnotation *annotation, const char *text, const char *frame, const char *other)
{
  if (annotation->form == KITH_ANNOTATION_TEXT)
    return text;
  return annotation->form == KITH_ANNOTATION_BACKDROP ? other : frame;
}

/**
 * kith_verb_add_annotation:
 * @map: a map
 * @annotation: (transfer full): a new one
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_verb_add_annotation (KithMap *map, KithAnnotation *annotation)
{
  return kith_verb_put (map, annotation,
                        label_for (annotation, _ ("Add text"), _ ("Add frame"),
                                   _ ("Add background picture")));
}

/**
 * kith_place_around:
 * @map: a map
 * @ids: (array length=n): stakeholders and annotations; others are passed over
 * @n: how many
 * @place: (out): of a frame that holds all of them
 *
 * Returns: whether there is anything to hold
 */
gboolean
kith_place_around (KithMap *map, const KithId *ids, guint n, KithPlace *place)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < n; i++)
    {
      KithPlace one;

      if (!kith_record_place (kith_map_placed (map, ids[i]), &one))
        continue;
      left = MIN (left, one.x - one.width / 2 - AROUND);
      right = MAX (right, one.x + one.width / 2 + AROUND);
      top = MIN (top, one.y - one.height / 2 - AROUND - TITLE_ROOM);
      bottom = MAX (bottom, one.y + one.height / 2 + AROUND);
    }
  if (left > right)
    return FALSE;
  *place = (KithPlace){ (left + right) / 2, (top + bottom) / 2, right - left, bottom - top };
  return TRUE;
}

/**
 * kith_verb_resize:
 * @map: a map
 * @annotation: one of its annotations
 * @place: its new place
 *
 * A text is as high as its words need at that width, so its height is measured again.
 *
 * Returns: (transfer full) (nullable): the edit; NULL where it is no longer on the map
 */
KithEdit *
kith_verb_resize (KithMap *map, KithId annotation, const KithPlace *place)
{
  const KithAnnotation *before = kith_map_annotation (map, annotation);
  KithAnnotation *after;
  g_autofree char *join = NULL;
  KithEdit *edit;

  if (before == NULL)
    return NULL;
  after = kith_record_copy (before);
  after->width = kith_quantise (CLAMP (place->width, 1.0, 1e5));
  after->height = kith_quantise (CLAMP (place->height, 1.0, 1e5));
  kith_record_move (after, place->x, place->y);
  if (after->form == KITH_ANNOTATION_TEXT && after->width != before->width)
    after->height = 0.0;
  edit = kith_verb_put (map, after,
                        label_for (before, _ ("Change the size of a text"),
                                   _ ("Change the size of a frame"),
                                   _ ("Change the size of the background picture")));
  join = g_strdup_printf ("resize:%" G_GINT64_FORMAT, annotation);
  kith_edit_set_join (edit, join);
  return edit;
}

/**
 * kith_verb_set_words:
 * @map: a map
 * @annotation: one of its annotations
 * @text: its new words
 *
 * Returns: (transfer full) (nullable): the edit; NULL where it is no longer on the map
 */
KithEdit *
kith_verb_set_words (KithMap *map, KithId annotation, const char *text)
{
  const KithAnnotation *before = kith_map_annotation (map, annotation);
  KithAnnotation *after;

  if (before == NULL)
    return NULL;
  after = kith_record_copy (before);
  kith_text_set (&after->text, text);
  if (after->form == KITH_ANNOTATION_TEXT && strcmp (before->text, text) != 0)
    after->height = 0.0;
  return kith_verb_put (map, after,
                        label_for (before, _ ("Change a text"), _ ("Rename a frame"),
                                   _ ("Rename the background picture")));
}
