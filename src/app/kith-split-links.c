/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-split-links.h"

#include <glib/gi18n.h>
#include <string.h>

#include "kith-binder.h"
#include "kith-record-list.h"
#include "kith-verbs-succession.h"

struct _KithSplitLinks
{
  AdwPreferencesGroup parent_instance;

  GtkListBox *list;
  guint n_parts;
  GArray *without; /* of KithNotWith */
  char *shown;     /* what the rows are made for */
};

G_DEFINE_FINAL_TYPE (KithSplitLinks, kith_split_links, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static int
place_of (KithSplitLinks *self, const KithNotWith *pair)
{
  for (guint i = 0; i < self->without->len; i++)
    {
      const KithNotWith *one = &g_array_index (self->without, KithNotWith, i);

      if (one->link == pair->link && one->part == pair->part)
        return (int) i;
    }
  return -1;
}

static void
on_toggled (GtkCheckButton *check, KithSplitLinks *self)
{
  const KithNotWith *pair = g_object_get_data (G_OBJECT (check), "pair");
  int place = place_of (self, pair);

  if (gtk_check_button_get_active (check) && place >= 0)
    g_array_remove_index (self->without, (guint) place);
  else if (!gtk_check_button_get_active (check) && place < 0)
    g_array_append_vals (self->without, pair, 1);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* By its number, which the heading explains: names are long. */
static GtkWidget *
make_check (KithSplitLinks *self, KithNotWith pair, const char *other, const char *part)
{
  g_autofree char *number = g_strdup_printf ("%u", pair.part + 1);
  GtkWidget *label = gtk_label_new (number);
  GtkWidget *check = gtk_check_button_new ();
  /* Translators: a switch: the link with a stakeholder goes to a part of another. */
  g_autofree char *name = g_strdup_printf (_ ("Link with %s goes to %s"), other, part);

  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), place_of (self, &pair) < 0);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (check, part);
  kith_widget_set_name (check, name);
  g_object_set_data_full (G_OBJECT (check), "pair", g_memdup2 (&pair, sizeof pair), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self, 0);
  return check;
}

static void
add_row (KithSplitLinks *self,
         KithMap *map,
         KithId stakeholder,
         const KithLink *link,
         const char *const *parts)
{
  const KithStakeholder *other = kith_map_stakeholder (map,
                                                       link->a == stakeholder ? link->b : link->a);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", other->name,
                                 "subtitle", kith_enum_label (&kith_link_kinds, link->kind), NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               make_check (self, (KithNotWith){ KITH_ID (link), i }, other->name,
                                           parts[i]));
  gtk_list_box_append (self->list, row);
}

/* "1 District, 2 County" */
static char *
heading_of (const char *const *parts)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    g_string_append_printf (names, "%s%u %s", i > 0 ? ", " : "", i + 1, parts[i]);
  /* Translators: numbers and names of the parts of a stakeholder: "1 District, 2 County" */
  return g_strdup_printf (_ ("To each part, unless you take it away: %s"), names->str);
}

static char *
rows_of (GPtrArray *links, const char *const *parts)
{
  GString *rows = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    g_string_append_printf (rows, "%s\n", parts[i]);
  for (guint i = 0; i < links->len; i++)
    g_string_append_printf (rows, "%" G_GINT64_FORMAT " ", KITH_ID (links->pdata[i]));
  return g_string_free (rows, FALSE);
}

void
kith_split_links_show (KithSplitLinks *self,
                       KithMap *map,
                       KithId stakeholder,
                       GPtrArray *links,
                       const char *const *parts)
{
  guint n = g_strv_length ((char **) parts);
  g_autofree char *rows = rows_of (links, parts);
  g_autofree char *heading = heading_of (parts);

  if (n < self->n_parts) /* choices go by the number of a part, so they would be another's */
    g_array_set_size (self->without, 0);
  self->n_parts = n;
  gtk_widget_set_visible (GTK_WIDGET (self), n > 1 && links->len > 0);
  if (n < 2 || g_strcmp0 (rows, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&rows);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), heading);
  kith_list_box_clear (self->list);
  for (guint i = 0; i < links->len; i++)
    add_row (self, map, stakeholder, links->pdata[i], parts);
}

GArray *
kith_split_links_get_without (KithSplitLinks *self)
{
  return g_array_copy (self->without);
}

/**
 * kith_split_links_dup_choices:
 * @self: a list of links and parts
 *
 * Returns: (transfer full): "12:0 17:1 ", the links and the parts that do not go together
 */
char *
kith_split_links_dup_choices (KithSplitLinks *self)
{
  GString *choices = g_string_new (NULL);

  for (guint i = 0; i < self->without->len; i++)
    {
      const KithNotWith *one = &g_array_index (self->without, KithNotWith, i);

      g_string_append_printf (choices, "%" G_GINT64_FORMAT ":%u ", one->link, one->part);
    }
  return g_string_free (choices, FALSE);
}

/**
 * kith_split_links_take_choices:
 * @self: a list in which nothing is shown yet
 * @choices: what kith_split_links_dup_choices() said
 */
void
kith_split_links_take_choices (KithSplitLinks *self, const char *choices)
{
  g_auto (GStrv) pairs = g_strsplit (choices, " ", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      const char *part = strchr (pairs[i], ':');
      KithNotWith pair = { g_ascii_strtoll (pairs[i], NULL, 10), 0 };

      if (part == NULL)
        continue;
      pair.part = (guint) g_ascii_strtoull (part + 1, NULL, 10);
      g_array_append_val (self->without, pair);
    }
}

static void
kith_split_links_finalize (GObject *object)
{
  KithSplitLinks *self = KITH_SPLIT_LINKS (object);

  g_array_unref (self->without);
  g_free (self->shown);
  G_OBJECT_CLASS (kith_split_links_parent_class)->finalize (object);
}

static void
kith_split_links_class_init (KithSplitLinksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kith_split_links_finalize;
  signals[CHANGED] = g_signal_new ("changed", KITH_TYPE_SPLIT_LINKS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
kith_split_links_init (KithSplitLinks *self)
{
  self->without = g_array_new (FALSE, FALSE, sizeof (KithNotWith));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  kith_widget_set_name (GTK_WIDGET (self->list), _ ("Links and to which part they go"));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Which links go where"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->list));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * kith_split_links_new:
 *
 * Returns: (transfer floating): a list that is hidden until there is something to choose
 */
GtkWidget *
kith_split_links_new (void)
{
  return g_object_new (KITH_TYPE_SPLIT_LINKS, NULL);
}
