/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison as a list in words. */
#include "kith-compare-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-sectors.h"

static const KithEnumValue compared_values[] = {
  { "came", N_ ("Came") },
  { "went", N_ ("Went") },
  { "rose", N_ ("Rose") },
  { "fell", N_ ("Fell") },
  { "other", N_ ("Otherwise changed") },
};
const KithEnum kith_compareds = { "compared", G_N_ELEMENTS (compared_values), compared_values };

static const KithEnumValue about_values[] = {
  { "stakeholder", N_ ("Stakeholders") },
  { "link", N_ ("Links") },
  { "rating", N_ ("Ratings") },
  { "event", N_ ("Events") },
  { "space", N_ ("Shared spaces") },
  { "line", N_ ("Inherited lines") },
  { "understood", N_ ("Said and agreed") },
};
const KithEnum kith_compared_abouts = { "compared-about", G_N_ELEMENTS (about_values),
                                        about_values };

static void
free_item (gpointer data)
{
  KithComparedItem *item = data;

  g_free (item->subject);
  g_free (item->who);
  g_free (item->text);
  g_free (item->was);
  g_free (item->is);
  g_free (item);
}

void
kith_compare_add_item (GPtrArray *items,
                       KithCompared group,
                       KithKind kind,
                       KithId id,
                       char *subject,
                       char *text,
                       char *was,
                       char *is)
{
  KithComparedItem *item = g_new0 (KithComparedItem, 1);

  *item = (KithComparedItem){
    .group = group,
    .kind = kind,
    .id = id,
    .subject = subject,
    .who = g_strdup (""),
    .text = text,
    .was = was,
    .is = is,
  };
  if (was == NULL)
    item->was = g_strdup ("");
  if (is == NULL)
    item->is = g_strdup ("");
  g_ptr_array_add (items, item);
}

/* --- What things are called: as they are after, where they are --- */

static const char *
short_name (const KithComparison *self, KithId id)
{
  const KithStakeholder *stakeholder = kith_map_stakeholder (self->both, id);

  return stakeholder != NULL ? kith_stakeholder_short_name (stakeholder) : "";
}

static char *
link_subject (const KithComparison *self, const KithLink *link)
{
  /* Translators: the two ends of a link. */
  return g_strdup_printf (_ ("%s and %s"), short_name (self, link->a), short_name (self, link->b));
}

char *
kith_compare_subject (const KithComparison *self, KithId id)
{
  const KithStakeholder *stakeholder = kith_map_stakeholder (self->both, id);
  const KithLink *link = kith_map_link (self->both, id);
  const KithSpace *space = kith_map_space (self->both, id);

  if (link != NULL)
    return link_subject (self, link);
  if (space != NULL)
    return g_strdup (space->name);
  return g_strdup (stakeholder != NULL ? stakeholder->name : _ ("The whole map"));
}

/* --- Came and went --- */

static char *
stakeholder_words (gboolean came, const char *name, const KithStakeholder *stakeholder)
{
  if (stakeholder->kind[0] == '\0')
    return came ? g_strdup_printf (_ ("%s came"), name) : g_strdup_printf (_ ("%s went"), name);
  /* Translators: a stakeholder and its kind: "Harbour Crisis Café (charity) came" */
  return came ? g_strdup_printf (_ ("%s (%s) came"), name, stakeholder->kind)
              : g_strdup_printf (_ ("%s (%s) went"), name, stakeholder->kind);
}

static char *
link_words (gboolean came, const char *subject, const KithLink *link)
{
  const char *kind = kith_enum_label (&kith_link_kinds, link->kind);

  /* Translators: two stakeholders, then a kind of link: "Housing and Police: a link came, Refers
   * to" */
  return came ? g_strdup_printf (_ ("%s: a link came, %s"), subject, kind)
              : g_strdup_printf (_ ("%s: a link went, %s"), subject, kind);
}

static void
list_come_and_gone (KithComparison *self, GPtrArray *items, KithKind kind)
{
  KITH_FOR_EACH (KithRecord, record, self->both, kind)
    {
      KithFate fate = kith_comparison_of (self, record->id);
      gboolean came = fate == KITH_CAME;
      char *subject;
      char *text;

      if (fate != KITH_CAME && fate != KITH_WENT)
        continue;
      subject = kith_compare_subject (self, record->id);
      if (kind == KITH_STAKEHOLDER)
        text = stakeholder_words (came, subject, (const KithStakeholder *) record);
      else if (kind == KITH_LINK)
        text = link_words (came, subject, (const KithLink *) record);
      else
        /* Translators: a shared space */
        text = came ? g_strdup_printf (_ ("%s: the shared space came"), subject)
                    : g_strdup_printf (_ ("%s: the shared space went"), subject);
      kith_compare_add_item (items, came ? KITH_COMPARED_CAME : KITH_COMPARED_WENT, kind,
                             record->id, subject, text, NULL, NULL);
    }
}

static void
list_members (KithComparison *self, GPtrArray *items, gboolean joined)
{
  KithMap *map = joined ? self->after : self->before;

  KITH_FOR_EACH (KithMembership, one, map, KITH_MEMBERSHIP)
    {
      KithMap *other = joined ? self->before : self->after;
      KithFate fate = kith_comparison_of (self, one->space);
      char *subject;

      if (fate != KITH_ALTERED || kith_compare_member (map, one->space, one->stakeholder) != one
          || kith_compare_member (other, one->space, one->stakeholder) != NULL)
        continue;
      subject = kith_compare_subject (self, one->space);
      kith_compare_add_item (items, KITH_COMPARED_OTHER, KITH_MEMBERSHIP, one->space, subject,
                             joined ? g_strdup_printf (_ ("%s: %s joined"), subject,
                                                       short_name (self, one->stakeholder))
                                    : g_strdup_printf (_ ("%s: %s left"), subject,
                                                       short_name (self, one->stakeholder)),
                             NULL, NULL);
    }
}

/* --- Opinions --- */

static char *
rose_words (KithDimension dimension,
            const char *ends,
            const char *who,
            const char *is,
            const char *was)
{
  const char *const formats[] = {
    /* Translators: both ends; who says it; "4 Strong" now; "2 Cautious" before */
    [KITH_TRUST] = _ ("%s: trust rose, %s say %s (was %s)"),
    [KITH_RESPECT] = _ ("%s: respect rose, %s say %s (was %s)"),
    [KITH_UNDERSTANDING] = _ ("%s: understanding rose, %s say %s (was %s)"),
  };
  return g_strdup_printf (formats[dimension], ends, who, is, was);
}

static char *
fell_words (KithDimension dimension,
            const char *ends,
            const char *who,
            const char *is,
            const char *was)
{
  const char *const formats[] = {
    /* Translators: both ends; who says it; "2 Cautious" now; "4 Strong" before */
    [KITH_TRUST] = _ ("%s: trust fell, %s say %s (was %s)"),
    [KITH_RESPECT] = _ ("%s: respect fell, %s say %s (was %s)"),
    [KITH_UNDERSTANDING] = _ ("%s: understanding fell, %s say %s (was %s)"),
  };
  return g_strdup_printf (formats[dimension], ends, who, is, was);
}

static char *
move_words (KithMove move,
            KithDimension dimension,
            const char *ends,
            const char *who,
            const char *was,
            const char *is)
{
  const char *what = kith_enum_label (&kith_dimensions, (int) dimension);

  switch (move)
    {
    case KITH_MOVE_ROSE:
      return rose_words (dimension, ends, who, is, was);
    case KITH_MOVE_FELL:
      return fell_words (dimension, ends, who, is, was);
    case KITH_MOVE_FIRST:
      /* Translators: both ends; who says it; "4 Strong"; "Trust" */
      return g_strdup_printf (_ ("%s: %s say %s for the first time (%s)"), ends, who, is, what);
    case KITH_MOVE_LAST:
      /* Translators: both ends; who said it; "4 Strong"; "Trust" */
      return g_strdup_printf (_ ("%s: what %s said is not there any more, was %s (%s)"), ends, who,
                              was, what);
    case KITH_MOVE_NONE:
    default:
      return NULL;
    }
}

/* Of an opinion; `text` (transfer full) may be NULL: nothing to say. */
static void
add_move (GPtrArray *items,
          KithCompared group,
          const KithLink *link,
          const char *ends,
          const char *who,
          char *text,
          const char *was,
          const char *is)
{
  KithComparedItem *item;

  if (text == NULL)
    return;
  kith_compare_add_item (items, group, KITH_ASSESSMENT, link->record.id, g_strdup (ends), text,
                         g_strdup (was), g_strdup (is));
  item = items->pdata[items->len - 1];
  g_free (item->who);
  item->who = g_strdup (who);
}

/* The step is the same, but now it has been said by those at that end; or it is not any more. */
static char *
heard_words (const char *ends, const char *who, const KithOpinion *was, const KithOpinion *is)
{
  if (was->voices == 0 || is->voices == 0 || was->impression == is->impression)
    return NULL;
  if (was->impression)
    /* Translators: both ends; one of them, whose view was only guessed before */
    return g_strdup_printf (_ ("%s: %s have been heard themselves"), ends, who);
  return g_strdup_printf (_ ("%s: what %s say is our impression now"), ends, who);
}

static void
list_end (KithComparison *self,
          GPtrArray *items,
          const KithLink *link,
          KithEnd end,
          KithDimension dimension)
{
  static const KithCompared groups[] = {
    [KITH_MOVE_NONE] = KITH_COMPARED_OTHER, [KITH_MOVE_ROSE] = KITH_COMPARED_ROSE,
    [KITH_MOVE_FELL] = KITH_COMPARED_FELL,  [KITH_MOVE_FIRST] = KITH_COMPARED_OTHER,
    [KITH_MOVE_LAST] = KITH_COMPARED_OTHER,
  };
  KithId id = link->record.id;
  const char *who = short_name (self, kith_link_rater (link, end));
  g_autofree char *ends = link_subject (self, link);
  KithOpinion was;
  KithOpinion is;
  KithMove move = kith_comparison_of_score (self, id, end, dimension, &was, &is);
  g_autofree char *before = kith_opinion_to_words (&was);
  g_autofree char *after = kith_opinion_to_words (&is);

  add_move (items, groups[move], link, ends, who,
            move_words (move, dimension, ends, who, before, after), before, after);
  if (dimension == KITH_TRUST)
    add_move (items, KITH_COMPARED_OTHER, link, ends, who, heard_words (ends, who, &was, &is),
              before, after);
}

static void
list_opinions (KithComparison *self, GPtrArray *items)
{
  KITH_FOR_EACH (KithLink, link, self->after, KITH_LINK)
    {
      KithFate fate = kith_comparison_of (self, link->record.id);

      if (fate == KITH_CAME || !g_hash_table_contains (self->moved, &link->record.id))
        continue;
      for (guint dimension = 0; dimension < KITH_N_DIMENSIONS; dimension++)
        for (guint end = 0; end < 2; end++)
          list_end (self, items, link, (KithEnd) end, (KithDimension) dimension);
    }
}

/* --- Altered --- */

typedef struct
{
  const char *field;
  const char *label; /* untranslated */
  gboolean tells;    /* what it was and is is short enough to be told */
} Told;

static const Told told_fields[] = {
  { "name", N_ ("Name"), TRUE },
  { "short_name", N_ ("Short name"), TRUE },
  { "sector", N_ ("Sector"), TRUE },
  { "kind", N_ ("Kind"), TRUE },
  { "form", N_ ("Form"), TRUE },
  { "level", N_ ("Level"), TRUE },
  { "story", N_ ("Place in the story"), TRUE },
  { "direction", N_ ("Direction"), TRUE },
  { "frequency", N_ ("Frequency"), TRUE },
  { "standing", N_ ("Standing"), TRUE },
  { "status", N_ ("Status"), TRUE },
  { "rhythm", N_ ("Rhythm"), TRUE },
  { "label", N_ ("Label"), TRUE },
  { "from", N_ ("From"), TRUE },
  { "to", N_ ("Until"), TRUE },
  { "power", N_ ("Power"), TRUE },
  { "interest", N_ ("Interest"), TRUE },
  { "tags", N_ ("Tags"), FALSE },
  { "need_a", N_ ("Needs"), FALSE },
  { "need_b", N_ ("Needs"), FALSE },
  { "purpose", N_ ("Purpose"), FALSE },
  { "description", N_ ("Description"), FALSE },
  { "note", N_ ("Note"), FALSE },
  { "private_note", N_ ("Private note"), FALSE },
  { "private", N_ ("Private"), FALSE },
  { "fields", N_ ("Further fields"), FALSE },
};

static char *
value_text (KithMap *map, const KithField *field, gconstpointer record)
{
  gpointer at = kith_field_address (field, record);

  if (field->type == KITH_TYPE_REF && field->target == KITH_SECTOR)
    return g_strdup (kith_sector_name (map, *(KithId *) at));
  if (field->type == KITH_TYPE_ENUM)
    return g_strdup (kith_enum_label (field->values, *(int *) at));
  if (field->type == KITH_TYPE_DATE)
    return kith_date_to_words (at);
  if (kith_field_is_default (field, record))
    return g_strdup ("");
  return kith_field_to_text (field, record);
}

static const Told *
told_of (const KithField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (told_fields); i++)
    if (strcmp (told_fields[i].field, field->name) == 0)
      return &told_fields[i];
  return NULL;
}

static void
list_field (KithComparison *self,
            GPtrArray *items,
            gconstpointer was,
            gconstpointer is,
            const KithField *field)
{
  const Told *told = told_of (field);
  const char *label = told != NULL ? _ (told->label) : _ ("Details");
  char *subject = kith_compare_subject (self, KITH_ID (is));
  char *before = NULL;
  char *after = NULL;
  char *text;

  if (told != NULL && told->tells)
    {
      before = value_text (self->before, field, was);
      after = value_text (self->after, field, is);
    }
  if (before == NULL)
    /* Translators: a thing, and what of it is otherwise now: "Housing: Description changed" */
    text = g_strdup_printf (_ ("%s: %s changed"), subject, label);
  else if (*before == '\0')
    /* Translators: a thing, a field, what it holds: "Housing: Level is Place now" */
    text = g_strdup_printf (_ ("%s: %s is %s now"), subject, label, after);
  else if (*after == '\0')
    /* Translators: a thing, a field, what it held: "Housing: Label was “old”" */
    text = g_strdup_printf (_ ("%s: %s was %s, now it says nothing"), subject, label, before);
  else
    /* Translators: a thing, a field, what it holds and held: "Housing: Level is Place (was System)"
     */
    text = g_strdup_printf (_ ("%s: %s is %s (was %s)"), subject, label, after, before);
  kith_compare_add_item (items, KITH_COMPARED_OTHER, KITH_KIND (is), KITH_ID (is), subject, text,
                         before, after);
}

static void
list_altered (KithComparison *self, GPtrArray *items, KithKind kind)
{
  const KithKindInfo *info = kith_kind_info (kind);

  KITH_FOR_EACH (KithRecord, is, self->after, kind)
    {
      gconstpointer was = kith_map_get (self->before, kind, is->id);

      if (was == NULL || was == is || kith_comparison_of (self, is->id) != KITH_ALTERED)
        continue;
      for (guint i = 0; i < info->n_fields; i++)
        if (!kith_compare_passes_over (&info->fields[i])
            && !kith_field_equal (&info->fields[i], was, is))
          list_field (self, items, was, is, &info->fields[i]);
    }
}

/* --- What happened, and inherited lines --- */

static KithId
owner_of (gconstpointer record)
{
  const KithEvent *event = record;
  const KithQuote *quote = record;

  if (KITH_KIND (record) == KITH_EVENT)
    return event->link | event->stakeholder | event->space;
  return quote->link | quote->stakeholder;
}

static void
list_events (KithComparison *self, GPtrArray *items, gboolean happened)
{
  KithMap *map = happened ? self->after : self->before;
  KithMap *other = happened ? self->before : self->after;

  KITH_FOR_EACH (KithEvent, event, map, KITH_EVENT)
    {
      g_autofree char *date = NULL;
      const char *title = event->title[0] != '\0'
                              ? event->title
                              : kith_enum_label (&kith_event_kinds, event->kind);
      KithId owner = owner_of (event);
      KithKind kind;
      char *subject;

      if (kith_map_event (other, event->record.id) != NULL
          || (owner != 0 && !kith_map_kind_of (self->both, owner, &kind))
          || (!happened && kith_comparison_of (self, owner) == KITH_WENT))
        continue;
      date = kith_date_is_set (&event->date) ? kith_date_to_words (&event->date)
                                             : g_strdup (_ ("no date"));
      subject = kith_compare_subject (self, owner);
      kith_compare_add_item (items, KITH_COMPARED_OTHER, KITH_EVENT, owner, subject,
                             /* Translators: a thing; what happened to it; when */
                             happened ? g_strdup_printf (_ ("%s: %s, %s"), subject, title, date)
                                      /* Translators: an event that was taken from the map */
                                      : g_strdup_printf (_ ("%s: %s, %s, is not told any more"),
                                                         subject, title, date),
                             NULL, NULL);
    }
}

static char *
quote_words (const char *subject, const KithQuote *was, const KithQuote *is)
{
  if (was == NULL && is->status == KITH_QUOTE_HELD)
    /* Translators: a thing, and a sentence that is handed down there */
    return g_strdup_printf (_ ("%s: it is said, “%s”"), subject, is->text);
  if (was != NULL && was->status == is->status)
    return NULL;
  switch (is->status)
    {
    case KITH_QUOTE_QUESTIONED:
      return g_strdup_printf (_ ("%s: “%s” is being questioned"), subject, is->text);
    case KITH_QUOTE_LET_GO:
      return g_strdup_printf (_ ("%s: “%s” was let go"), subject, is->text);
    case KITH_QUOTE_HELD:
    default:
      return g_strdup_printf (_ ("%s: “%s” is held again"), subject, is->text);
    }
}

static void
list_quotes (KithComparison *self, GPtrArray *items)
{
  KITH_FOR_EACH (KithQuote, is, self->after, KITH_QUOTE)
    {
      const KithQuote *was = kith_map_get (self->before, KITH_QUOTE, is->record.id);
      KithId owner = owner_of (is);
      g_autofree char *subject = kith_compare_subject (self, owner);
      char *text = was != is ? quote_words (subject, was, is) : NULL;

      if (text != NULL)
        kith_compare_add_item (items, KITH_COMPARED_OTHER, KITH_QUOTE, owner,
                               g_steal_pointer (&subject), text,
                               g_strdup (was != NULL
                                             ? kith_enum_label (&kith_quote_statuses, was->status)
                                             : ""),
                               g_strdup (kith_enum_label (&kith_quote_statuses, is->status)));
    }
}

/* --- The list --- */

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const KithComparedItem *one = *(KithComparedItem *const *) a;
  const KithComparedItem *other = *(KithComparedItem *const *) b;
  int order;

  if (one->group != other->group)
    return one->group < other->group ? -1 : 1;
  order = g_utf8_collate (one->subject, other->subject);
  if (order == 0)
    order = g_utf8_collate (one->text, other->text);
  return order != 0 ? order : (one->id > other->id) - (one->id < other->id);
}

GPtrArray *
kith_compare_list (KithComparison *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (free_item);
  static const KithKind kinds[] = { KITH_STAKEHOLDER, KITH_LINK, KITH_SPACE };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      list_come_and_gone (self, items, kinds[i]);
      list_altered (self, items, kinds[i]);
    }
  list_opinions (self, items);
  list_members (self, items, TRUE);
  list_members (self, items, FALSE);
  list_events (self, items, TRUE);
  list_events (self, items, FALSE);
  list_quotes (self, items);
  kith_compare_list_understood (self, items);
  g_ptr_array_sort (items, compare_items);
  return items;
}
