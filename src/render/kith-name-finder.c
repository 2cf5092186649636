/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text is folded sign by sign (a letter with its marks), each keeping where it came from; names are
 * folded in the same way and sorted, so that walking along a text halves how many are left. */
#include "kith-name-finder.h"

#include <string.h>

#define SHORT 2 /* letters: such a name may be a word as well ("IT") */

typedef struct
{
  char *folded;
  char *exact; /* composed alike but in its own case; of a short one, else NULL */
  char *to;
  gsize length; /* of `folded` */
  guint order;
} Name;

struct _KithNameFinder
{
  GPtrArray *names; /* of Name */
  gboolean sorted;
};

typedef struct
{
  GString *folded;
  GArray *starts;  /* of gsize: where each sign begins in `folded`, and the end … */
  GArray *sources; /* … and in the text */
} Signs;

static void
name_free (gpointer data)
{
  Name *name = data;

  g_free (name->folded);
  g_free (name->exact);
  g_free (name->to);
  g_free (name);
}

/* --- Folding --- */

/* What is drawn on or with the sign before. */
static gboolean
belongs_to_sign_before (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_SPACING_MARK
         || type == G_UNICODE_ENCLOSING_MARK || type == G_UNICODE_FORMAT;
}

static const char *
end_of_sign (const char *at)
{
  at = g_utf8_next_char (at);
  while ((guchar) *at >= 0x80 && belongs_to_sign_before (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

/* Without what nobody sees: soft hyphens, joiners, marks of direction. */
static void
append_seen (GString *out, const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_type (g_utf8_get_char (at)) != G_UNICODE_FORMAT)
      g_string_append_len (out, at, g_utf8_next_char (at) - at);
}

static void
append_sign (GString *out, const char *at, const char *end, gboolean in_its_case)
{
  g_autofree char *parts = g_utf8_normalize (at, end - at, G_NORMALIZE_ALL);
  g_autofree char *lower = parts != NULL && !in_its_case ? g_utf8_casefold (parts, -1) : NULL;
  g_autofree char *again = lower != NULL ? g_utf8_normalize (lower, -1, G_NORMALIZE_ALL) : NULL;

  append_seen (out, again != NULL ? again : parts != NULL ? parts : "");
}

static gboolean
is_space (const char *at)
{
  return g_unichar_isspace (g_utf8_get_char (at));
}

/* One sign from `at` on, spaces in a row as one of them; gives where the next begins. */
static const char *
fold_sign (GString *out, const char *at, gboolean in_its_case)
{
  const char *end = at + 1;

  if (is_space (at))
    {
      g_string_append_c (out, ' ');
      while (*at != '\0' && is_space (at))
        at = g_utf8_next_char (at);
      return at;
    }
  if ((guchar) *at < 0x80 && (guchar) *end < 0x80) /* most of them */
    {
      g_string_append_c (out, in_its_case ? *at : g_ascii_tolower (*at));
      return end;
    }
  end = end_of_sign (at);
  append_sign (out, at, end, in_its_case);
  return end;
}

static char *
fold_all (const char *text, gboolean in_its_case)
{
  GString *out = g_string_new (NULL);

  for (const char *at = text; *at != '\0';)
    at = fold_sign (out, at, in_its_case);
  return g_strstrip (g_string_free (out, FALSE));
}

static void
signs_init (Signs *signs, const char *text)
{
  gsize length = strlen (text), source, start;

  signs->folded = g_string_sized_new (length + 1);
  signs->starts = g_array_sized_new (FALSE, FALSE, sizeof (gsize), (guint) length + 1);
  signs->sources = g_array_sized_new (FALSE, FALSE, sizeof (gsize), (guint) length + 1);
  for (const char *at = text; *at != '\0';)
    {
      source = (gsize) (at - text);
      start = signs->folded->len;
      at = fold_sign (signs->folded, at, FALSE);
      g_array_append_val (signs->sources, source);
      g_array_append_val (signs->starts, start);
    }
  start = signs->folded->len;
  g_array_append_val (signs->sources, length);
  g_array_append_val (signs->starts, start);
}

static void
signs_clear (Signs *signs)
{
  g_string_free (signs->folded, TRUE);
  g_array_unref (signs->starts);
  g_array_unref (signs->sources);
}

/* --- The names --- */

KithNameFinder *
kith_name_finder_new (void)
{
  KithNameFinder *self = g_new0 (KithNameFinder, 1);

  self->names = g_ptr_array_new_with_free_func (name_free);
  return self;
}

void
kith_name_finder_free (KithNameFinder *self)
{
  g_ptr_array_unref (self->names);
  g_free (self);
}

void
kith_name_finder_add (KithNameFinder *self, const char *name, const char *to)
{
  Name *one;

  if (name == NULL || *name == '\0')
    return;
  one = g_new0 (Name, 1);
  one->folded = fold_all (name, FALSE);
  one->length = strlen (one->folded);
  if (g_utf8_strlen (one->folded, -1) <= SHORT)
    one->exact = fold_all (name, TRUE);
  one->to = g_strdup (to);
  one->order = self->names->len;
  if (one->length > 0)
    g_ptr_array_add (self->names, one);
  else
    name_free (one);
  self->sorted = FALSE;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const Name *one = *(Name *const *) a, *other = *(Name *const *) b;
  int order = strcmp (one->folded, other->folded);

  return order != 0 ? order : (one->order > other->order) - (one->order < other->order);
}

static const Name *
nth (const KithNameFinder *self, guint i)
{
  return self->names->pdata[i];
}

/* The first of [low, high) whose byte at `k` is not less; all of them share those before it. */
static guint
find_byte (const KithNameFinder *self, guint low, guint high, gsize k, guint byte)
{
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if ((guchar) nth (self, middle)->folded[k] < byte)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* --- Finding --- */

static gboolean
is_letter (const char *at)
{
  return g_unichar_isalnum (g_utf8_get_char (at));
}

static gunichar
first_letter (const char *at)
{
  return is_letter (at) ? g_utf8_get_char (at) : 0;
}

/* What stands before `end`, whatever marks it has; 0: no letter. */
static gunichar
last_letter (const char *start, const char *end)
{
  const char *at = g_utf8_find_prev_char (start, end);

  while (at != NULL && belongs_to_sign_before (g_utf8_get_char (at)))
    at = g_utf8_find_prev_char (start, at);
  return at != NULL ? first_letter (at) : 0;
}

/* Scripts that put no spaces between words; and the signs that some of them share. */
static gboolean
runs_on (gunichar c)
{
  static const GUnicodeScript scripts[] = {
    G_UNICODE_SCRIPT_HAN,      G_UNICODE_SCRIPT_HIRAGANA, G_UNICODE_SCRIPT_KATAKANA,
    G_UNICODE_SCRIPT_BOPOMOFO, G_UNICODE_SCRIPT_YI,       G_UNICODE_SCRIPT_THAI,
    G_UNICODE_SCRIPT_LAO,      G_UNICODE_SCRIPT_KHMER,    G_UNICODE_SCRIPT_MYANMAR,
    G_UNICODE_SCRIPT_TIBETAN,  G_UNICODE_SCRIPT_TAI_LE,   G_UNICODE_SCRIPT_NEW_TAI_LUE,
    G_UNICODE_SCRIPT_TAI_THAM, G_UNICODE_SCRIPT_TAI_VIET, G_UNICODE_SCRIPT_JAVANESE,
    G_UNICODE_SCRIPT_BALINESE,
  };
  GUnicodeScript script = g_unichar_get_script (c);

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (script == scripts[i])
      return TRUE;
  return script == G_UNICODE_SCRIPT_COMMON && c >= 0x3000 && c < 0x3100;
}

/* The first part of a syllable of Korean, which puts endings to a name without a space. */
static gboolean
begins_syllable (gunichar c)
{
  return c >= 0x1100 && c < 0x1160;
}

/* Whether two that stand side by side are within one word. */
static gboolean
are_one_word (gunichar one, gunichar other)
{
  return one != 0 && other != 0 && !runs_on (one) && !runs_on (other);
}

/* A name that begins or ends with a letter does so where a word does, as far as that can be told. */
static gboolean
stands_alone (const Name *name, const char *folded, gsize start, gsize end)
{
  gunichar after = first_letter (folded + end);

  if (are_one_word (last_letter (folded, folded + start), first_letter (name->folded)))
    return FALSE;
  return begins_syllable (after)
         || !are_one_word (last_letter (name->folded, name->folded + name->length), after);
}

/* Which sign begins at `start`; FALSE where none does, in the middle of one. */
static gboolean
find_sign (const Signs *signs, guint from, gsize start, guint *sign)
{
  for (guint i = from; i < signs->starts->len; i++)
    {
      gsize here = g_array_index (signs->starts, gsize, i);

      if (here == start
          && (i + 1 == signs->starts->len || g_array_index (signs->starts, gsize, i + 1) > start))
        {
          *sign = i;
          return TRUE;
        }
      if (here > start)
        return FALSE;
    }
  return FALSE;
}

static gsize
source_of (const Signs *signs, guint sign)
{
  return g_array_index (signs->sources, gsize, sign);
}

static gboolean
is_it (const Name *name, const Signs *signs, const char *text, guint from, guint *after)
{
  gsize start = g_array_index (signs->starts, gsize, from);
  gsize end = start + name->length;
  g_autofree char *slice = NULL, *exact = NULL;

  if (!stands_alone (name, signs->folded->str, start, end) || !find_sign (signs, from, end, after))
    return FALSE;
  if (name->exact == NULL)
    return TRUE;
  slice = g_strndup (text + source_of (signs, from),
                     source_of (signs, *after) - source_of (signs, from));
  exact = fold_all (slice, TRUE);
  return g_str_equal (exact, name->exact);
}

/* The longest name that begins with the sign `from`, and the sign after it; NULL: none. */
static const Name *
find_at (const KithNameFinder *self, const Signs *signs, const char *text, guint from, guint *after)
{
  const char *at = signs->folded->str + g_array_index (signs->starts, gsize, from);
  guint low = 0, high = self->names->len;
  const Name *found = NULL;

  for (gsize k = 0; low < high; k++)
    {
      guint next = 0;

      /* those that end here are the first of the rest */
      for (; low < high && nth (self, low)->length == k; low++)
        if ((found == NULL || found->length < k)
            && is_it (nth (self, low), signs, text, from, &next))
          {
            found = nth (self, low);
            *after = next;
          }
      if (at[k] == '\0')
        break;
      low = find_byte (self, low, high, k, (guchar) at[k]);
      high = find_byte (self, low, high, k, (guint) (guchar) at[k] + 1);
    }
  return found;
}

char *
kith_name_finder_replace (KithNameFinder *self, const char *text)
{
  GString *out = g_string_new (NULL);
  Signs signs;

  if (!self->sorted)
    g_ptr_array_sort (self->names, compare);
  self->sorted = TRUE;
  signs_init (&signs, text);
  for (guint i = 0; i + 1 < signs.sources->len;)
    {
      guint after = i + 1;
      const Name *name = find_at (self, &signs, text, i, &after);

      if (name != NULL)
        g_string_append (out, name->to);
      else
        g_string_append_len (out, text + source_of (&signs, i),
                             (gssize) (source_of (&signs, after) - source_of (&signs, i)));
      i = after;
    }
  signs_clear (&signs);
  return g_string_free (out, FALSE);
}
