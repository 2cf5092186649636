/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a link after the colon: "refers to, 4/2, weekly, since 1994". */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-csv-columns.h"
#include "kith-csv-values.h"
#include "kith-quick-private.h"

#define SHORT 80    /* characters of a kind, a date, a rating */
#define BEGINNING 3 /* letters at least by which a kind is known */

void
kith_quick_said_init (KithQuickSaid *said)
{
  *said = (KithQuickSaid){ .kinds = g_array_new (FALSE, FALSE, sizeof (int)),
                           .record = kith_record_new (KITH_LINK, 1),
                           .more = g_string_new (NULL),
                           .odd = g_ptr_array_new_with_free_func (g_free) };
}

void
kith_quick_said_clear (KithQuickSaid *said)
{
  g_array_unref (said->kinds);
  kith_record_unref (said->record);
  g_string_free (said->more, TRUE);
  g_ptr_array_unref (said->odd);
}

static guint64
bit (const char *field)
{
  return G_GUINT64_CONSTANT (1) << (kith_kind_field (KITH_LINK, field)
                                    - kith_kind_info (KITH_LINK)->fields);
}

static gboolean
read_field (const char *name, KithLink *record, const char *text)
{
  gboolean shortened;

  return *text != '\0'
         && kith_value_read (kith_kind_field (KITH_LINK, name), record, text, &shortened);
}

/* "refers to"; the words after it, if any, say more. */
static gboolean
read_first_words (const char *text, int *kind, gboolean *whole)
{
  g_autoptr (KithLink) record = kith_record_new (KITH_LINK, 1);
  g_autofree char *words = g_strdup (text);

  for (*whole = TRUE; *words != '\0'; *whole = FALSE)
    {
      char *last = strrchr (words, ' ');

      if (read_field ("kind", record, words))
        {
          *kind = record->kind;
          return TRUE;
        }
      if (last == NULL)
        return FALSE;
      *last = '\0';
    }
  return FALSE;
}

/* "ref", "commis": the beginning of one kind's name and of no other's. */
static gboolean
read_beginning (const char *text, int *kind)
{
  g_autofree char *plain = kith_plain_word (text);
  guint found = 0;

  if (g_utf8_strlen (plain, -1) < BEGINNING)
    return FALSE;
  for (guint i = 0; i < kith_link_kinds.n_values; i++)
    {
      g_autofree char *label = kith_plain_word (kith_enum_label (&kith_link_kinds, (int) i));
      g_autofree char *key = kith_plain_word (kith_enum_key (&kith_link_kinds, (int) i));

      if (!g_str_has_prefix (label, plain) && !g_str_has_prefix (key, plain))
        continue;
      *kind = (int) i;
      found++;
    }
  return found == 1;
}

static gboolean
read_kind (const char *text, int *kind, gboolean *whole)
{
  *whole = TRUE;
  if (strlen (text) > SHORT)
    return FALSE;
  return read_first_words (text, kind, whole) || read_beginning (text, kind);
}

/* One end's trust: "4", "?", "strong"; nothing said is read, too. */
static gboolean
read_score (const char *text, int *score)
{
  g_autoptr (KithAssessment) rating = kith_record_new (KITH_ASSESSMENT, 1);
  gboolean shortened;

  *score = KITH_SCORE_UNSET;
  if (*text == '\0' || g_str_equal (text, "-") || g_str_equal (text, "–"))
    return TRUE;
  if (!kith_value_read (kith_kind_field (KITH_ASSESSMENT, "trust"), rating, text, &shortened))
    return FALSE;
  *score = rating->scores[KITH_TRUST];
  return TRUE;
}

/* "4/2", "trust 4/2", "4", "?/2", "strong/cautious": what the first named makes of the other, then
 * the other way. */
static gboolean
read_scores (const char *text, int scores[2])
{
  const char *p = text;
  g_auto (GStrv) ends = NULL;
  int read[2] = { KITH_SCORE_UNSET, KITH_SCORE_UNSET };

  if (strlen (text) > SHORT)
    return FALSE;
  if (g_ascii_strncasecmp (p, "trust", 5) == 0 && (p[5] == ' ' || p[5] == '='))
    p += 6;
  ends = g_strsplit (p, "/", 3);
  if (ends[0] == NULL || g_strv_length (ends) > 2)
    return FALSE;
  if (!read_score (g_strstrip (ends[0]), &read[0])
      || (ends[1] != NULL && !read_score (g_strstrip (ends[1]), &read[1])))
    return FALSE;
  if (read[0] == KITH_SCORE_UNSET && read[1] == KITH_SCORE_UNSET)
    return FALSE;
  memcpy (scores, read, sizeof read);
  return TRUE;
}

/* "7/2": meant for a rating, but none. */
static gboolean
looks_like_scores (const char *text)
{
  return strspn (text, "0123456789/?.- ") == strlen (text) && strpbrk (text, "0123456789") != NULL;
}

/* "since 1994", "until 2012". */
static gboolean
read_date (KithQuickSaid *said, const char *text)
{
  static const struct
  {
    const char *word;
    const char *field;
  } words[] = { { "since ", "from" }, { "from ", "from" }, { "until ", "to" }, { "to ", "to" } };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strncasecmp (text, words[i].word, strlen (words[i].word)) == 0
        && read_field (words[i].field, said->record, text + strlen (words[i].word)))
      {
        said->set |= bit (words[i].field);
        return TRUE;
      }
  return FALSE;
}

static void
keep (KithQuickSaid *said, const char *text)
{
  g_string_append (said->more, text);
  g_string_append_c (said->more, '\n');
}

static void
add_kind (KithQuickSaid *said, int kind)
{
  for (guint i = 0; i < said->kinds->len; i++)
    if (g_array_index (said->kinds, int, i) == kind)
      return;
  g_array_append_val (said->kinds, kind);
}

static void
read_part (const char *part, KithQuickSaid *said)
{
  gboolean whole;
  int kind;

  if (read_scores (part, said->scores) || read_date (said, part))
    return;
  if (read_field ("frequency", said->record, part))
    said->set |= bit ("frequency");
  else if (read_kind (part, &kind, &whole))
    {
      add_kind (said, kind);
      if (!whole)
        keep (said, part);
    }
  else
    {
      keep (said, part);
      g_ptr_array_add (said->odd, g_strdup (part));
    }
}

static char *
words_of_odd (const char *part, gboolean kept)
{
  if (!kept)
    return kith_sheet_quote (_ ("“%s” was left out: no link came of this line that it could be "
                                "noted on."),
                             part);
  return kith_sheet_quote (looks_like_scores (part)
                               ? _ ("“%s” is no step of trust: write 1 to 5 or ? for each end, as "
                                    "in 4/2. It was kept in the link's note.")
                               : _ ("“%s” is no kind of link that Kith knows; it was kept in the "
                                    "link's note."),
                           part);
}

/**
 * kith_quick_read_said:
 * @text: what stands after the colon
 * @said: what it says; nothing is lost: what has no place of its own is kept for the note
 */
void
kith_quick_read_said (const char *text, KithQuickSaid *said)
{
  g_autoptr (GPtrArray) parts = kith_quick_split (text);

  for (guint i = 0; i < parts->len; i++)
    read_part (parts->pdata[i], said);
}

void
kith_quick_note_said (KithQuick *quick, const KithQuickSaid *said, gboolean kept)
{
  for (guint i = 0; i < said->odd->len; i++)
    kith_quick_note (quick, kept ? KITH_NOTE_CHANGED : KITH_NOTE_LOST,
                     words_of_odd (said->odd->pdata[i], kept));
}

/* Whether the first part is a kind of link or a rating, so that it is said of a link. */
gboolean
kith_quick_says_link (const char *text)
{
  g_autoptr (GPtrArray) parts = kith_quick_split (text);
  int scores[2], kind;
  gboolean whole;

  return parts->len > 0
         && (read_scores (parts->pdata[0], scores) || read_kind (parts->pdata[0], &kind, &whole));
}
