/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A filter as text: "sector=housing,police; trust=1-2; text=crisis". A value with a comma, a
 * semicolon or a quotation mark in it stands in quotation marks, "" within them being one. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-filter-private.h"
#include "kith-sectors.h"

#define NOT_KNOWN "not-known"
#define RANGE ".." /* between two dates */

typedef struct
{
  KithMap *map;
  KithAudience audience;
  KithFilter *filter;
} Reading;

static gboolean refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (KITH_FILTER_ERROR, 0, format, arguments);
  va_end (arguments);
  return FALSE;
}

/* --- Writing --- */

static void
write_value (GString *out, const char *value)
{
  if (strpbrk (value, ",;\"=") == NULL)
    {
      g_string_append (out, value);
      return;
    }
  g_string_append_c (out, '"');
  for (; *value != '\0'; value++)
    {
      if (*value == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *value);
    }
  g_string_append_c (out, '"');
}

/* A built-in sector by its key, which no language changes; one of the map's own by its name. */
static const char *
spelled (KithMap *map, KithCriterion criterion, const char *key)
{
  KithId sector;

  if (criterion != KITH_BY_SECTOR)
    return key;
  sector = g_ascii_strtoll (key, NULL, 10);
  return kith_sector_key (sector) != NULL ? kith_sector_key (sector)
                                          : kith_sector_name (map, sector);
}

static void
write_keys (GString *out, const KithFilter *filter, KithMap *map, KithCriterion criterion)
{
  for (guint i = 0; i < filter->keys[criterion]->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      write_value (out, spelled (map, criterion, filter->keys[criterion]->pdata[i]));
    }
}

static void
write_trust (GString *out, const KithFilter *filter)
{
  if (filter->trust_low > 0 && filter->trust_low == filter->trust_high)
    g_string_append_printf (out, "%d", filter->trust_low);
  else if (filter->trust_low > 0)
    g_string_append_printf (out, "%d-%d", filter->trust_low, filter->trust_high);
  if (filter->trust_low > 0 && filter->trust_not_known)
    g_string_append_c (out, ',');
  if (filter->trust_not_known)
    g_string_append (out, NOT_KNOWN);
}

static void
write_span (GString *out, const KithFilterSpan *span)
{
  g_autofree char *from = kith_date_to_edtf (&span->from);
  g_autofree char *to = kith_date_to_edtf (&span->to);

  g_string_append (out, from);
  if (strcmp (from, to) != 0)
    g_string_append_printf (out, "%s%s", RANGE, to);
}

/**
 * kith_filter_to_text:
 * @filter: (nullable): a filter
 * @map: whose sectors it names
 *
 * Returns: (transfer full): its criteria as the command line spells them; "" for none
 */
char *
kith_filter_to_text (const KithFilter *filter, KithMap *map)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; filter != NULL && i < KITH_N_CRITERIA; i++)
    {
      KithCriterion criterion = (KithCriterion) i;

      if (!kith_filter_asks (filter, criterion))
        continue;
      g_string_append_printf (out, "%s%s=", out->len > 0 ? "; " : "",
                              kith_criterion_key (criterion));
      if (kith_criterion_is_choice (criterion))
        write_keys (out, filter, map, criterion);
      else if (criterion == KITH_BY_TRUST)
        write_trust (out, filter);
      else if (criterion == KITH_BY_TEXT)
        write_value (out, filter->text);
      else
        write_span (out, &filter->spans[criterion]);
    }
  return g_string_free (out, FALSE);
}

/* --- Reading --- */

/* Cuts at `at` outside of quotation marks; the pieces keep theirs. */
static GPtrArray *
cut (const char *text, char at)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (g_free);
  gboolean quoted = FALSE;
  const char *start = text;

  for (const char *c = text;; c++)
    {
      quoted ^= *c == '"';
      if (*c != '\0' && (*c != at || quoted))
        continue;
      g_ptr_array_add (pieces, g_strstrip (g_strndup (start, (gsize) (c - start))));
      if (*c == '\0')
        return pieces;
      start = c + 1;
    }
}

static char *
unquoted (const char *value)
{
  GString *out = g_string_new (NULL);
  gsize length = strlen (value);

  if (length < 2 || value[0] != '"' || value[length - 1] != '"')
    return g_string_free (g_string_append (out, value), FALSE);
  for (gsize i = 1; i < length - 1; i++)
    {
      g_string_append_c (out, value[i]);
      i += value[i] == '"' && value[i + 1] == '"' && i + 1 < length - 1;
    }
  return g_string_free (out, FALSE);
}

/* What could have been said, for whoever said something else. */
static char *
list_choices (KithMap *map, KithCriterion criterion)
{
  g_autoptr (GPtrArray) choices = kith_filter_choices (map, criterion);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < choices->len; i++)
    {
      const KithFilterChoice *choice = choices->pdata[i];

      g_string_append_printf (out, "%s%s", i > 0 ? ", " : "",
                              kith_criterion_enum (criterion) != NULL
                                  ? choice->key
                                  : spelled (map, criterion, choice->key));
    }
  if (out->len == 0)
    g_string_append (out, _ ("nothing to choose from"));
  return g_string_free (out, FALSE);
}

static gboolean
refuse_choice (const Reading *self, KithCriterion criterion, const char *value, GError **error)
{
  g_autofree char *choices = list_choices (self->map, criterion);

  return refuse (error, _ ("Nothing on this map has “%s” as its %s. There is: %s."), value,
                 kith_criterion_key (criterion), choices);
}

/* The key of what a person wrote: its key, its name, in any case. */
static char *
key_of (const Reading *self, KithCriterion criterion, const char *value)
{
  const KithEnum *values = kith_criterion_enum (criterion);
  g_autoptr (GPtrArray) choices = NULL;
  g_autofree char *wanted = NULL;
  int number;

  if (values != NULL)
    {
      if (g_ascii_strcasecmp (value, KITH_NOT_SAID) != 0
          && !kith_enum_guess (values, value, &number))
        return NULL;
      if (g_ascii_strcasecmp (value, KITH_NOT_SAID) == 0
          && !kith_enum_from_key (values, "", &number))
        return NULL;
      return g_strdup (kith_filter_enum_key (values, number));
    }
  if (criterion == KITH_BY_SECTOR)
    {
      KithId sector = kith_sector_from_text (self->map, value);

      return sector != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, sector) : NULL;
    }
  choices = kith_filter_choices (self->map, criterion);
  wanted = g_utf8_casefold (value, -1);
  for (guint i = 0; i < choices->len; i++)
    {
      const KithFilterChoice *choice = choices->pdata[i];
      g_autofree char *one = g_utf8_casefold (choice->key, -1);

      if (strcmp (one, wanted) == 0)
        return g_strdup (choice->key);
    }
  return NULL;
}

static gboolean
read_choices (Reading *self, KithCriterion criterion, const char *text, GError **error)
{
  g_autoptr (GPtrArray) values = cut (text, ',');
  gboolean sound = TRUE;

  for (guint i = 0; i < values->len; i++)
    {
      g_autofree char *value = unquoted (values->pdata[i]);
      g_autofree char *key = key_of (self, criterion, value);

      if (key != NULL)
        kith_filter_put (self->filter, criterion, key, TRUE);
      else if (sound)
        sound = refuse_choice (self, criterion, value, error);
    }
  return sound;
}

static gboolean
read_range (const char *text, int *low, int *high)
{
  gboolean one = strlen (text) == 1;

  if (!one && (strlen (text) != 3 || text[1] != '-'))
    return FALSE;
  *low = text[0] - '0';
  *high = text[one ? 0 : 2] - '0';
  return *low >= 1 && *low <= 5 && *high >= 1 && *high <= 5;
}

static gboolean
read_trust (Reading *self, const char *text, GError **error)
{
  g_autoptr (GPtrArray) values = cut (text, ',');
  int low = 0, high = 0;
  gboolean not_known = FALSE;

  for (guint i = 0; i < values->len; i++)
    if (g_ascii_strcasecmp (values->pdata[i], NOT_KNOWN) == 0)
      not_known = TRUE;
    else if (low > 0 || !read_range (values->pdata[i], &low, &high))
      return refuse (error,
                     _ ("Trust cannot be “%s”. Give a step from 1 to 5, a range such as 1-2, "
                        "not-known, or a range and not-known with a comma between."),
                     text);
  kith_filter_set_trust (self->filter, low, high, not_known);
  return TRUE;
}

static gboolean
read_date (const char *text, KithDate *date)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));

  *date = (KithDate) KITH_DATE_INIT;
  return *trimmed == '\0' || kith_date_from_edtf (trimmed, date)
         || kith_date_parse (trimmed, date, NULL);
}

static gboolean
read_span (Reading *self, KithCriterion criterion, const char *text, GError **error)
{
  const char *range = strstr (text, RANGE);
  g_autofree char *first = range != NULL ? g_strndup (text, (gsize) (range - text))
                                         : g_strdup (text);
  const char *second = range != NULL ? range + strlen (RANGE) : text;
  KithDate from, to;

  if (!read_date (first, &from) || !read_date (second, &to)
      || (!kith_date_is_set (&from) && !kith_date_is_set (&to)))
    return refuse (error,
                   _ ("“%s” is not a time. Give a date such as 2019 or 2019-03, or two with .. "
                      "between, such as 2010..2015; either side may stay open."),
                   text);
  if (kith_date_is_set (&from) && kith_date_is_set (&to) && from.first > to.last)
    return refuse (error, _ ("“%s” ends before it begins."), text);
  kith_filter_set_dates (self->filter, criterion, &from, &to);
  return TRUE;
}

static char *
list_criteria (KithAudience audience)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < KITH_N_CRITERIA; i++)
    if (audience <= kith_criterion_audience ((KithCriterion) i))
      g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "",
                              kith_criterion_key ((KithCriterion) i));
  return g_string_free (out, FALSE);
}

static gboolean
read_criterion (Reading *self, KithCriterion criterion, const char *value, GError **error)
{
  g_autofree char *plain = NULL;

  if (self->audience > kith_criterion_audience (criterion))
    return refuse (error, _ ("%s is not shown to this audience, so it cannot be filtered by."),
                   kith_criterion_label (criterion));
  if (kith_criterion_is_choice (criterion))
    return read_choices (self, criterion, value, error);
  if (criterion == KITH_BY_TRUST)
    return read_trust (self, value, error);
  plain = unquoted (value);
  if (criterion != KITH_BY_TEXT)
    return read_span (self, criterion, plain, error);
  kith_filter_set_text (self->filter, plain);
  return TRUE;
}

static gboolean
read_part (Reading *self, const char *part, GError **error)
{
  const char *equals = strchr (part, '=');
  g_autofree char *name = equals != NULL ? g_strstrip (g_strndup (part, (gsize) (equals - part)))
                                         : g_strdup (part);
  g_autofree char *value = equals != NULL ? g_strstrip (g_strdup (equals + 1)) : g_strdup ("");
  g_autofree char *known = list_criteria (self->audience);
  KithCriterion criterion;

  if (!kith_criterion_from_key (name, &criterion))
    return refuse (error, _ ("There is no filter by “%s”. Choose one of: %s."), name, known);
  if (*value == '\0')
    return refuse (error, _ ("Say what “%s” is to be, such as %s."), name,
                   criterion == KITH_BY_TRUST ? "trust=1-2" : "sector=housing,police");
  return read_criterion (self, criterion, value, error);
}

/**
 * kith_filter_from_text:
 * @map: the map that is looked at
 * @audience: who looks
 * @text: "sector=housing,police; trust=1-2; text=crisis"
 * @forgiving: leave out what is not understood
 * @error: KITH_FILTER_ERROR
 *
 * Returns: (transfer full) (nullable): the filter
 */
KithFilter *
kith_filter_from_text (KithMap *map,
                       KithAudience audience,
                       const char *text,
                       gboolean forgiving,
                       GError **error)
{
  g_autoptr (KithFilter) filter = kith_filter_new ();
  g_autoptr (GPtrArray) parts = NULL;
  Reading reading = { map, audience, filter };

  if (!g_utf8_validate (text, -1, NULL))
    {
      refuse (forgiving ? NULL : error, _ ("The filter is not valid text."));
      return forgiving ? g_steal_pointer (&filter) : NULL;
    }
  parts = cut (text, ';');
  for (guint i = 0; i < parts->len; i++)
    if (*(char *) parts->pdata[i] != '\0'
        && !read_part (&reading, parts->pdata[i], forgiving ? NULL : error) && !forgiving)
      return NULL;
  return g_steal_pointer (&filter);
}
