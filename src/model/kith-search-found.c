/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was found, in words for a list; and where the words stand in a text. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-annotations.h"
#include "kith-search-private.h"

#define BEFORE 28 /* characters of a snippet before the word */
#define AFTER 90

void
kith_found_free (KithFound *found)
{
  g_free (found->title);
  g_free (found->where);
  g_free (found->snippet);
  g_free (found);
}

/* Of what hangs on another record, that one: of the first reference that is set. What became of a
 * stakeholder stands with the one that it became. */
static KithId
owner_of (gconstpointer record)
{
  const KithKindInfo *info = kith_kind_info (KITH_KIND (record));

  if (info->kind == KITH_SUCCESSION)
    return ((const KithSuccession *) record)->after;
  if (info->kind == KITH_STAKEHOLDER || info->kind == KITH_LINK || info->kind == KITH_SPACE
      || info->kind == KITH_ANNOTATION || info->kind == KITH_SCENE || info->kind == KITH_QUESTION)
    return KITH_ID (record);
  for (guint i = 0; i < info->n_fields; i++)
    {
      const KithField *field = &info->fields[i];
      KithId id = field->type == KITH_TYPE_REF && field->target != KITH_SECTOR
                      ? *(KithId *) kith_field_address (field, record)
                      : 0;

      if (id != 0)
        return id;
    }
  return 0;
}

static char *
title_of_link (KithMap *map, const KithLink *link)
{
  const KithStakeholder *a = kith_map_stakeholder (map, link->a);
  const KithStakeholder *b = kith_map_stakeholder (map, link->b);

  /* Translators: a link, by the names of its two ends */
  return g_strdup_printf (_ ("%s – %s"), a != NULL ? a->name : "", b != NULL ? b->name : "");
}

static char *
title_of (KithMap *map, gconstpointer record)
{
  KithKind kind = KITH_KIND (record);
  KithId owner = owner_of (record);
  KithKind owner_kind = KITH_ABOUT;

  if (kind == KITH_LINK)
    return title_of_link (map, record);
  if (kind == KITH_EVENT)
    {
      const KithEvent *event = record;

      return g_strdup (*event->title != '\0' ? event->title
                                             : kith_enum_label (&kith_event_kinds, event->kind));
    }
  if (kind == KITH_ANNOTATION)
    return kith_annotation_title (record);
  if (kind == KITH_ABOUT)
    {
      const KithAbout *about = record;

      return g_strdup (*about->title != '\0' ? about->title : _ ("This map"));
    }
  if (owner != KITH_ID (record) && kith_map_kind_of (map, owner, &owner_kind))
    return title_of (map, kith_map_get (map, owner_kind, owner));
  return g_strdup (kith_search_text (map, kith_kind_info (kind)->fields, record));
}

/* From the first of the words, with a little before it, on one line. */
static char *
snippet_of (KithWords *words, const char *text)
{
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (guint));
  const char *at = text, *from, *to;
  g_autofree char *cut = NULL;
  gsize first = G_MAXSIZE;

  kith_search_fold (text, words->folded, sources);
  for (guint i = 0; i < words->n_words; i++)
    {
      gsize place = 0;

      if (kith_words_place (words, i, &place) > 0)
        first = MIN (first, place);
    }
  if (first < sources->len)
    at += g_array_index (sources, guint, first);
  from = at;
  for (guint i = 0; i < BEFORE && from > text; i++)
    from = g_utf8_prev_char (from);
  /* not from the middle of a word */
  for (const char *p = from; from > text && p < at; p = g_utf8_next_char (p))
    if (g_unichar_isspace (g_utf8_get_char (p)))
      {
        from = g_utf8_next_char (p);
        break;
      }
  to = at;
  for (guint i = 0; i < AFTER && *to != '\0'; i++)
    to = g_utf8_next_char (to);
  cut = g_strndup (from, (gsize) (to - from));
  g_strdelimit (cut, "\n\r\t", ' ');
  return g_strdup_printf ("%s%s%s", from > text ? "…" : "", cut, *to != '\0' ? "…" : "");
}

KithFound *
kith_found_new (KithMap *map,
                KithWords *words,
                gconstpointer record,
                const KithField *field,
                guint strength)
{
  KithFound *found = g_new0 (KithFound, 1);

  found->kind = KITH_KIND (record);
  found->id = KITH_ID (record);
  found->owner = owner_of (record);
  found->title = title_of (map, record);
  found->strength = strength;
  if (field != NULL)
    {
      const char *text = kith_search_text (map, field, record);
      const char *label = kith_search_kind_field_label (found->kind, field);

      if (!g_str_equal (text, found->title))
        {
          found->where = g_strdup (label != NULL ? label : field->name);
          found->snippet = snippet_of (words, text);
        }
    }
  return found;
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const KithMark *x = a, *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return x->end > y->end ? -1 : x->end < y->end;
}

static void
join_marks (GArray *marks)
{
  guint n = 0;

  g_array_sort (marks, compare_marks);
  for (guint i = 0; i < marks->len; i++)
    {
      KithMark mark = g_array_index (marks, KithMark, i);
      KithMark *last = n > 0 ? &g_array_index (marks, KithMark, n - 1) : NULL;

      if (last != NULL && mark.start <= last->end)
        last->end = MAX (last->end, mark.end);
      else
        g_array_index (marks, KithMark, n++) = mark;
    }
  g_array_set_size (marks, n);
}

/**
 * kith_search_marks:
 * @text: a title or a snippet
 * @words: what was searched
 *
 * Returns: (transfer full) (element-type KithMark): where each of the words stands, in bytes
 */
GArray *
kith_search_marks (const char *text, const char *words)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (KithMark));
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (KithWords) parsed = kith_words_new (words);
  const char *folded;

  kith_search_fold (text, parsed->folded, sources);
  folded = parsed->folded->str;
  for (guint i = 0; i < parsed->n_words; i++)
    {
      gsize length = strlen (parsed->words[i]);

      for (const char *p = strstr (folded, parsed->words[i]); p != NULL;
           p = strstr (p + length, parsed->words[i]))
        {
          guint last = g_array_index (sources, guint, p - folded + (gssize) length - 1);
          KithMark mark = { g_array_index (sources, guint, p - folded),
                            (guint) (g_utf8_next_char (text + last) - text) };

          g_array_append_val (marks, mark);
        }
    }
  join_marks (marks);
  return marks;
}

/* Each letter in turn, and the first of them at the beginning of a word. */
static gboolean
has_letters (const char *text, const char *letters)
{
  for (const char *start = text; *start != '\0'; start = g_utf8_next_char (start))
    {
      const char *p = start, *letter = letters;

      if (start != text && start[-1] != ' ')
        continue;
      if (g_utf8_get_char (p) != g_utf8_get_char (letter))
        continue;
      for (; *p != '\0' && *letter != '\0'; p = g_utf8_next_char (p))
        if (g_utf8_get_char (p) == g_utf8_get_char (letter))
          letter = g_utf8_next_char (letter);
      if (*letter == '\0')
        return TRUE;
    }
  return FALSE;
}

/**
 * kith_search_fuzzy:
 * @text: the name of a command
 * @words: what was typed
 *
 * Returns: how well they fit, 1 for no words at all; 0 where a word is not in it
 */
guint
kith_search_fuzzy (const char *text, const char *words)
{
  g_autoptr (KithWords) parsed = kith_words_new (words);
  guint sum = 1;

  kith_search_fold (text, parsed->folded, NULL);
  for (guint i = 0; i < parsed->n_words; i++)
    {
      guint place = kith_words_place (parsed, i, NULL);

      if (place == 0 && !has_letters (parsed->folded->str, parsed->words[i]))
        return 0;
      sum += place * 4 + 1;
    }
  return sum;
}
