/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-audience.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-annotations.h"
#include "kith-audience-frames.h"
#include "kith-map-private.h"
#include "kith-round.h"
#include "kith-scene.h"
#include "kith-sizes.h"

/* A map for an audience is made from what is allowed: a record of a kind that the audience may
 * see, not marked private, whose references are all there, with the fields that it may see; all
 * else stays at its default. So a new field or kind is hidden until its table says otherwise. */

typedef struct
{
  KithMap *map;
  KithAudience audience;
  GHashTable *kept; /* ids that the new map has */
  KithEdit *inserts;
} Filter;

/* The public is not told who a person is. */
static gboolean
is_unnamed (const Filter *filter, const KithStakeholder *stakeholder)
{
  return filter->audience == KITH_PUBLIC && stakeholder->form == KITH_FORM_PERSON;
}

/* What a person whom the public is not told was called before. */
static gboolean
names_unnamed (const Filter *filter, gconstpointer record)
{
  const KithName *name = record;

  return KITH_KIND (record) == KITH_NAME
         && is_unnamed (filter, kith_map_stakeholder (filter->map, name->stakeholder));
}

/* What shows this picture may be seen: only then may the picture. */
static gboolean
picture_is_shown (const Filter *filter, KithId picture)
{
  KITH_FOR_EACH (KithStakeholder, stakeholder, filter->map, KITH_STAKEHOLDER)
    if (stakeholder->picture == picture && !stakeholder->is_private
        && !is_unnamed (filter, stakeholder))
      return TRUE;
  KITH_FOR_EACH (KithAnnotation, annotation, filter->map, KITH_ANNOTATION)
    if (annotation->picture == picture && !annotation->is_private)
      return TRUE;
  return FALSE;
}

/* What we make of it, of what others should say themselves: ratings, answers, views of a purpose. */
static gboolean
is_impression (gconstpointer record)
{
  const KithField *field = kith_kind_field (KITH_KIND (record), "basis");

  return field != NULL
         && *(const int *) kith_field_address (field, record) == KITH_BASIS_IMPRESSION;
}

/* Somebody's impression goes neither to the room nor to the public, nor does what was said in a
 * round that is not open yet, nor a pulse of so few that they could be told. */
static gboolean
is_meant (const Filter *filter, gconstpointer record)
{
  if (filter->audience > kith_kind_info (KITH_KIND (record))->audience)
    return FALSE;
  if (kith_record_is_private (record))
    return FALSE;
  if (is_impression (record))
    return FALSE;
  if (KITH_KIND (record) == KITH_ASSESSMENT && kith_rating_is_sealed (filter->map, record))
    return FALSE;
  return KITH_KIND (record) != KITH_PULSE
         || ((const KithPulse *) record)->answered >= KITH_PULSE_LEAST;
}

/* A sector that somebody is in, or a position that somebody takes, of whom the audience sees none:
 * its name would tell of them. They come later than it, so that it is asked of the whole map. */
static gboolean
is_of_hidden (const Filter *filter, gconstpointer record)
{
  KithKind kind = KITH_KIND (record);
  const GPtrArray *all;

  if (kind != KITH_SECTOR && kind != KITH_POSITION)
    return FALSE;
  all = kith_map_referrers (filter->map, KITH_ID (record));
  if (all == NULL || all->len == 0)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    if (is_meant (filter, all->pdata[i])
        && (kind == KITH_SECTOR
            || g_hash_table_contains (filter->kept,
                                      &((const KithAnswer *) all->pdata[i])->stakeholder)))
      return FALSE;
  return TRUE;
}

static gboolean
is_allowed (const Filter *filter, gconstpointer record)
{
  if (!is_meant (filter, record) || is_of_hidden (filter, record))
    return FALSE;
  if (names_unnamed (filter, record))
    return FALSE;
  if (KITH_KIND (record) == KITH_ANNOTATION
      && !kith_frame_is_for (filter->map, record, filter->audience))
    return FALSE;
  if (KITH_KIND (record) == KITH_PICTURE && !picture_is_shown (filter, KITH_ID (record)))
    return FALSE;
  if (KITH_KIND (record) == KITH_SCENE)
    return kith_scene_is_for (filter->map, record, filter->audience);
  return kith_references_within (filter->kept, record);
}

/* Voices must stay apart for the median, but not be known: they become "1", "2" … per end, in the
 * order in which those that may be heard first spoke. */
static char *
voice_number (const Filter *filter, const KithAssessment *assessment)
{
  g_autoptr (GPtrArray) all = kith_map_assessments_of (filter->map, assessment->link,
                                                       (KithEnd) assessment->end);
  g_autoptr (GHashTable) voices = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < all->len; i++)
    {
      const KithAssessment *one = all->pdata[i];

      if (!is_allowed (filter, one))
        continue;
      g_hash_table_add (voices, one->voice);
      if (strcmp (one->voice, assessment->voice) == 0)
        break;
    }
  /* Translators: a voice whose role is not told. */
  return g_strdup_printf (_ ("Voice %u"), g_hash_table_size (voices));
}

/* A sector of which they are not told gives no frame its title, either. */
static gboolean
is_called_after_hidden (const Filter *filter, const char *title)
{
  KITH_FOR_EACH (KithSector, sector, filter->map, KITH_SECTOR)
    if (g_str_equal (sector->name, title)
        && !g_hash_table_contains (filter->kept, &sector->record.id))
      return TRUE;
  return FALSE;
}

static void
replace_title (const Filter *filter, KithAnnotation *copy)
{
  g_autofree char *title = kith_frame_title_for (filter->map, copy, filter->audience);

  if (kith_annotation_is_arrangement (copy))
    kith_text_set (&copy->text, is_called_after_hidden (filter, title) ? NULL : title);
}

static void
replace_names (const Filter *filter, gpointer copy, gconstpointer record)
{
  if (KITH_KIND (record) == KITH_ASSESSMENT)
    {
      g_autofree char *voice = voice_number (filter, record);

      kith_text_set (&((KithAssessment *) copy)->voice, voice);
    }
  if (KITH_KIND (record) == KITH_ANNOTATION)
    replace_title (filter, copy);
  if (KITH_KIND (record) == KITH_STAKEHOLDER && is_unnamed (filter, record))
    {
      KithStakeholder *person = copy;

      kith_text_set (&person->name, person->kind[0] != '\0' ? person->kind : _ ("A person"));
      kith_text_set (&person->short_name, NULL);
      kith_text_set (&person->description, NULL);
      person->picture = 0;
      person->width = person->height = 0.0; /* measured anew: as long as the name was */
    }
}

static void
keep (Filter *filter, gconstpointer record)
{
  const KithKindInfo *info = kith_kind_info (KITH_KIND (record));
  KithRecord *copy = kith_record_copy (record);

  copy->changed = 0;
  copy->copy = 0;
  for (guint i = 0; i < info->n_fields; i++)
    if (filter->audience > info->fields[i].audience)
      kith_field_reset (&info->fields[i], copy);
  replace_names (filter, copy, record);
  if (copy->kind == KITH_ABOUT
      && !kith_size_by_is_seen (((KithAbout *) copy)->size_by, filter->audience))
    kith_text_set (&((KithAbout *) copy)->size_by, NULL);
  if (copy->kind == KITH_SCENE)
    kith_scene_forget_all_but ((KithScene *) copy, filter->kept);
  g_hash_table_add (filter->kept, g_memdup2 (&copy->id, sizeof copy->id));
  kith_edit_insert (filter->inserts, copy);
}

/* A scene filters by what of its filter they may see asked. What was typed for other eyes stays out. */
static void
spell_filter (Filter *filter, KithEdit *edit, KithMap *made, const KithScene *scene)
{
  const KithScene *whole = kith_map_scene (filter->map, scene->record.id);
  KithScene *after;

  if (*whole->filter == '\0')
    return;
  after = kith_record_copy (scene);
  kith_text_set (&after->filter, whole->filter);
  kith_scene_narrow_filter (after, filter->map, made, filter->audience,
                            whole->audience < (int) filter->audience);
  kith_edit_update (edit, scene, after);
}

static void
spell_filters (Filter *filter, KithMap *made)
{
  g_autoptr (KithEdit) edit = kith_edit_new ("");
  g_autoptr (GError) error = NULL;

  KITH_FOR_EACH (KithScene, scene, made, KITH_SCENE)
    spell_filter (filter, edit, made, scene);
  if (!kith_map_apply (made, edit, &error))
    g_error ("Scenes made for an audience are not sound: %s", error->message);
}

/**
 * kith_map_for_audience:
 * @map: a map that holds everything
 * @audience: who is to see it
 *
 * Cost: linear in the map.
 *
 * Returns: (transfer full): a new map of what the audience may see; for the team a snapshot
 */
KithMap *
kith_map_for_audience (KithMap *map, KithAudience audience)
{
  KithMap *made;
  Filter filter = { map, audience, NULL, NULL };
  g_autoptr (GError) error = NULL;

  if (audience == KITH_TEAM)
    return kith_map_snapshot (map);
  made = kith_map_new_empty ();
  filter.kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  filter.inserts = kith_edit_new ("");
  for (guint kind = 0; kind < KITH_N_KINDS; kind++)
    KITH_FOR_EACH (KithRecord, record, map, (KithKind) kind)
      if (is_allowed (&filter, record))
        keep (&filter, record);
  if (!kith_map_apply (made, filter.inserts, &error))
    g_error ("A map made for an audience is not sound: %s", error->message);
  spell_filters (&filter, made);
  if (*kith_map_about (map)->size_by != '\0')
    kith_map_follow_sizes (made);
  g_hash_table_unref (filter.kept);
  kith_edit_unref (filter.inserts);
  return made;
}

/* How many records of a kind are left out, counting only what an audience could ask about. */
static guint
n_left_out (KithMap *map, KithMap *made, KithKind kind)
{
  return kith_map_n (map, kind) - kith_map_n (made, kind);
}

static gboolean
has_private_text (KithMap *map, KithAudience audience)
{
  for (guint kind = 0; kind < KITH_N_KINDS; kind++)
    {
      const KithKindInfo *info = kith_kind_info ((KithKind) kind);

      KITH_FOR_EACH (KithRecord, record, map, (KithKind) kind)
        for (guint i = 0; i < info->n_fields; i++)
          if (info->fields[i].type == KITH_TYPE_TEXT && audience > info->fields[i].audience
              && kind != KITH_ABOUT && !kith_field_is_default (&info->fields[i], record))
            return TRUE;
    }
  return FALSE;
}

static void
say_count (GString *out, const char *one, const char *many, guint n)
{
  if (n == 0)
    return;
  g_string_append_printf (out, ngettext (one, many, n), n);
  g_string_append_c (out, '\n');
}

/**
 * kith_audience_leaves_out:
 * @whole: a map that holds everything
 * @audience: who is to see it
 *
 * Returns: (transfer full): what the audience's map leaves out, a sentence a line; "" for nothing
 */
char *
kith_audience_leaves_out (KithMap *whole, KithAudience audience)
{
  g_autoptr (KithMap) map = kith_map_opened (whole); /* how often was rated silently is not told */
  g_autoptr (KithMap) made = kith_map_for_audience (map, audience);
  GString *out = g_string_new (NULL);

  if (map != whole)
    g_string_append (out, _ ("What was said in a round that is not open yet stays out.\n"));
  if (audience == KITH_TEAM)
    return g_string_free (out, FALSE);
  say_count (out, N_ ("%u private stakeholder stays out."),
             N_ ("%u private stakeholders stay out."), n_left_out (map, made, KITH_STAKEHOLDER));
  say_count (out, N_ ("%u private link stays out."), N_ ("%u private links stay out."),
             n_left_out (map, made, KITH_LINK));
  say_count (out, N_ ("%u private shared space stays out."),
             N_ ("%u private shared spaces stay out."), n_left_out (map, made, KITH_SPACE));
  if (audience == KITH_PUBLIC)
    say_count (out, N_ ("%u rating stays out: the public sees none."),
               N_ ("%u ratings stay out: the public sees none."),
               n_left_out (map, made, KITH_ASSESSMENT));
  else
    say_count (out, N_ ("%u rating stays out: our impression, or private."),
               N_ ("%u ratings stay out: our impression, or private."),
               n_left_out (map, made, KITH_ASSESSMENT));
  say_count (out, N_ ("%u event stays out."), N_ ("%u events stay out."),
             n_left_out (map, made, KITH_EVENT));
  say_count (out, N_ ("%u question stays out."), N_ ("%u questions stay out."),
             n_left_out (map, made, KITH_QUESTION));
  say_count (out, N_ ("%u answer stays out."), N_ ("%u answers stay out."),
             n_left_out (map, made, KITH_ANSWER));
  say_count (out, N_ ("%u pulse check stays out."), N_ ("%u pulse checks stay out."),
             n_left_out (map, made, KITH_PULSE));
  say_count (out, N_ ("%u scene stays out."), N_ ("%u scenes stay out."),
             n_left_out (map, made, KITH_SCENE));
  if (has_private_text (map, audience))
    g_string_append (out,
                     audience == KITH_PUBLIC
                         ? _ ("Notes, narratives, event effects, voices and tellers stay out.\n")
                         : _ ("Private notes, voices and tellers stay out.\n"));
  return g_string_free (out, FALSE);
}

/**
 * kith_audience_sentence:
 * @audience: an audience
 *
 * Returns: (transfer none): who they are and what they see
 */
const char *
kith_audience_sentence (KithAudience audience)
{
  switch (audience)
    {
    case KITH_PARTNERS:
      return _ ("For a room with everyone in it who is rated: no private notes or records, no "
                "impressions, no names of those who told.");
    case KITH_PUBLIC:
      return _ ("For papers that are published: who is there and how they are linked, without "
                "ratings, notes or people’s names.");
    case KITH_TEAM:
    default:
      return _ ("Everything, private notes and impressions included.");
    }
}
