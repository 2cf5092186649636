/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison as a list, counted, and as text. */
#include "kith-compare-private.h"

#include <glib/gi18n-lib.h>

#include "kith-understood.h"

/**
 * kith_comparison_items:
 * @self: a comparison
 *
 * Returns: (transfer none) (element-type KithComparedItem): all that differs, in words
 */
const GPtrArray *
kith_comparison_items (KithComparison *self)
{
  if (self->items == NULL)
    self->items = kith_compare_list (self);
  return self->items;
}

guint
kith_comparison_count (KithComparison *self, KithCompared group)
{
  const GPtrArray *items = kith_comparison_items (self);
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    n += ((const KithComparedItem *) items->pdata[i])->group == group;
  return n;
}

/**
 * kith_compared_about:
 * @item: a line of a comparison's list
 *
 * Returns: what it is about, for people: who joined a space concerns that space
 */
KithComparedAbout
kith_compared_about (const KithComparedItem *item)
{
  switch (item->kind)
    {
    case KITH_STAKEHOLDER:
      return KITH_ABOUT_STAKEHOLDERS;
    case KITH_ASSESSMENT:
      return KITH_ABOUT_RATINGS;
    case KITH_EVENT:
      return KITH_ABOUT_EVENTS;
    case KITH_SPACE:
    case KITH_MEMBERSHIP:
      return KITH_ABOUT_SPACES;
    case KITH_QUOTE:
      return KITH_ABOUT_LINES;
    default:
      if (kith_is_understood (item->kind) || item->kind == KITH_QUESTION)
        return KITH_ABOUT_UNDERSTOOD;
      return KITH_ABOUT_LINKS;
    }
}

static void
add_count (GPtrArray *parts, const char *one, const char *many, guint n)
{
  if (n > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext (one, many, n), n));
}

/**
 * kith_comparison_to_words:
 * @self: a comparison
 *
 * Returns: (transfer full): how much differs: "3 came, 1 went"
 */
char *
kith_comparison_to_words (KithComparison *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  add_count (parts, N_ ("%u came"), N_ ("%u came"),
             kith_comparison_count (self, KITH_COMPARED_CAME));
  add_count (parts, N_ ("%u went"), N_ ("%u went"),
             kith_comparison_count (self, KITH_COMPARED_WENT));
  add_count (parts, N_ ("%u rose"), N_ ("%u rose"),
             kith_comparison_count (self, KITH_COMPARED_ROSE));
  add_count (parts, N_ ("%u fell"), N_ ("%u fell"),
             kith_comparison_count (self, KITH_COMPARED_FELL));
  add_count (parts, N_ ("%u other change"), N_ ("%u other changes"),
             kith_comparison_count (self, KITH_COMPARED_OTHER));
  if (parts->len == 0)
    return g_strdup (_ ("Nothing changed"));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

static guint
count_of_kind (KithComparison *self, KithCompared group, KithKind kind)
{
  const GPtrArray *items = kith_comparison_items (self);
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const KithComparedItem *item = items->pdata[i];

      n += item->group == group && (kind == KITH_N_KINDS || item->kind == kind);
    }
  return n;
}

/**
 * kith_comparison_to_plain_words:
 * @self: a comparison
 *
 * Returns: (transfer full): how much of what differs: "1 stakeholder came, 14 ratings rose"
 */
char *
kith_comparison_to_plain_words (KithComparison *self)
{
  static const struct
  {
    KithCompared group;
    KithKind kind; /* KITH_N_KINDS: any */
    const char *one;
    const char *many;
  } parts_of[] = {
    { KITH_COMPARED_CAME, KITH_STAKEHOLDER, N_ ("%u stakeholder came"),
      N_ ("%u stakeholders came") },
    { KITH_COMPARED_CAME, KITH_LINK, N_ ("%u link came"), N_ ("%u links came") },
    { KITH_COMPARED_CAME, KITH_SPACE, N_ ("%u shared space came"), N_ ("%u shared spaces came") },
    { KITH_COMPARED_WENT, KITH_STAKEHOLDER, N_ ("%u stakeholder went"),
      N_ ("%u stakeholders went") },
    { KITH_COMPARED_WENT, KITH_LINK, N_ ("%u link went"), N_ ("%u links went") },
    { KITH_COMPARED_WENT, KITH_SPACE, N_ ("%u shared space went"), N_ ("%u shared spaces went") },
    { KITH_COMPARED_ROSE, KITH_N_KINDS, N_ ("%u rating rose"), N_ ("%u ratings rose") },
    { KITH_COMPARED_FELL, KITH_N_KINDS, N_ ("%u rating fell"), N_ ("%u ratings fell") },
    { KITH_COMPARED_OTHER, KITH_N_KINDS, N_ ("%u other change"), N_ ("%u other changes") },
  };
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (parts_of); i++)
    add_count (parts, parts_of[i].one, parts_of[i].many,
               count_of_kind (self, parts_of[i].group, parts_of[i].kind));
  if (parts->len == 0)
    return g_strdup (_ ("Nothing changed"));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

/**
 * kith_comparison_to_title:
 * @self: a comparison
 *
 * Returns: (transfer full): from what to what; "" where neither has a name
 */
char *
kith_comparison_to_title (const KithComparison *self)
{
  if (*self->before_name == '\0')
    return g_strdup ("");
  /* Translators: what is compared: "From 1 April 2019 to today" */
  return g_strdup_printf (_ ("From %s to %s"), self->before_name, self->after_name);
}

/**
 * kith_comparison_to_text:
 * @self: a comparison
 *
 * Returns: (transfer full): the list as plain text, to be pasted into a paper
 */
char *
kith_comparison_to_text (KithComparison *self)
{
  const GPtrArray *items = kith_comparison_items (self);
  g_autofree char *counts = kith_comparison_to_words (self);
  g_autofree char *title = kith_comparison_to_title (self);
  GString *out = g_string_new (title);
  int group = -1;

  if (out->len > 0)
    g_string_append_c (out, '\n');
  g_string_append_printf (out, "%s\n", counts);
  for (guint i = 0; i < items->len; i++)
    {
      const KithComparedItem *item = items->pdata[i];

      if ((int) item->group != group)
        g_string_append_printf (out, "\n%s\n",
                                kith_enum_label (&kith_compareds, (int) item->group));
      group = (int) item->group;
      g_string_append_printf (out, "- %s\n", item->text);
    }
  return g_string_free (out, FALSE);
}
