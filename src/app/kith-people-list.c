/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-people-list.h"

#include <glib/gi18n.h>
#include <string.h>

#include "kith-binder.h"
#include "kith-record-list.h"

#define AT_FIRST 100u /* rows, and as many more each time */
#define FEW 20u       /* nobody needs to search among */

struct _KithPeopleList
{
  GtkListBox *list;  /* owned */
  GtkWidget *search; /* owned */
  GtkWidget *more;   /* owned */
  GPtrArray *rows;   /* owned; of KithPersonRow, borrowed from the list */
  KithInsertPerson insert;
  KithRemovePerson remove;
  KithRefitPeople refit;
  KithHoldsWords holds; /* or NULL */
  gpointer dialog;      /* borrowed: it owns this */
  guint most;           /* rows */
};

gboolean
kith_person_row_name (GtkLabel *head, GtkWidget *row, const KithStakeholder *who)
{
  const char *name = who != NULL ? who->name : _ ("No longer on the map");

  if (strcmp (gtk_label_get_label (head), name) == 0)
    return FALSE;
  gtk_label_set_label (head, name);
  kith_widget_set_name (row, name);
  return TRUE;
}

static void
on_search (KithPeopleList *self)
{
  self->most = AT_FIRST;
  self->refit (self->dialog);
}

/* The keyboard goes on with the first of those that have come. */
static void
on_more (KithPeopleList *self)
{
  guint n = self->rows->len;
  GtkListBoxRow *row;

  self->most += AT_FIRST;
  if (!self->refit (self->dialog))
    return;
  row = gtk_list_box_get_row_at_index (self->list, (int) n);
  if (row != NULL)
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

KithPeopleList *
kith_people_list_new (GtkListBox *list,
                      GPtrArray *rows,
                      KithInsertPerson insert,
                      KithRemovePerson remove,
                      KithRefitPeople refit,
                      gpointer dialog)
{
  KithPeopleList *self = g_new0 (KithPeopleList, 1);
  GtkWidget *place = GTK_WIDGET (list);
  GtkBox *box = GTK_BOX (gtk_widget_get_parent (place));

  self->list = g_object_ref (list);
  self->rows = g_ptr_array_ref (rows);
  self->insert = insert;
  self->remove = remove;
  self->refit = refit;
  self->dialog = dialog;
  self->most = AT_FIRST;
  self->search = g_object_ref_sink (gtk_search_entry_new ());
  g_object_set (self->search, "placeholder-text", _ ("Find a stakeholder"), "visible", FALSE, NULL);
  kith_widget_set_name (self->search, _ ("Find a stakeholder"));
  self->more = g_object_ref_sink (gtk_button_new ());
  gtk_widget_set_visible (self->more, FALSE);
  gtk_widget_set_halign (self->more, GTK_ALIGN_CENTER);
  gtk_box_insert_child_after (box, self->search, gtk_widget_get_prev_sibling (place));
  gtk_box_insert_child_after (box, self->more, place);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (on_search), self);
  g_signal_connect_swapped (self->more, "clicked", G_CALLBACK (on_more), self);
  return self;
}

void
kith_people_list_set_holds (KithPeopleList *self, KithHoldsWords holds)
{
  self->holds = holds;
}

void
kith_people_list_free (KithPeopleList *self)
{
  g_signal_handlers_disconnect_by_data (self->search, self);
  g_signal_handlers_disconnect_by_data (self->more, self);
  g_object_unref (self->search);
  g_object_unref (self->more);
  g_object_unref (self->list);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

void
kith_people_list_clear (KithPeopleList *self)
{
  g_ptr_array_set_size (self->rows, 0);
  kith_list_box_clear (self->list);
}

/* --- Who is wanted --- */

/* Of those that are searched for the first; `rest`: how many more there are. */
static GPtrArray *
find_wanted (KithPeopleList *self, const GPtrArray *all, guint *rest)
{
  g_autofree char *typed = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)),
                                            -1);
  const char *sought = g_strstrip (typed);
  GPtrArray *wanted = g_ptr_array_new ();

  *rest = 0;
  for (guint i = 0; i < all->len; i++)
    {
      const KithStakeholder *one = all->pdata[i];
      g_autofree char *name = *sought != '\0' ? g_utf8_casefold (one->name, -1) : NULL;

      if (name != NULL && strstr (name, sought) == NULL)
        continue;
      if (wanted->len < self->most)
        g_ptr_array_add (wanted, (gpointer) one);
      else
        (*rest)++;
    }
  return wanted;
}

static KithId
whose (KithPeopleList *self, guint at)
{
  return at < self->rows->len ? ((const KithPersonRow *) self->rows->pdata[at])->stakeholder : 0;
}

static guint
place_of (KithPeopleList *self, KithId id)
{
  guint at = 0;

  while (at < self->rows->len && whose (self, at) != id)
    at++;
  return at;
}

static int
by_place (GtkListBoxRow *a, GtkListBoxRow *b, gpointer data)
{
  guint one = GPOINTER_TO_UINT (g_hash_table_lookup (data, a));
  guint other = GPOINTER_TO_UINT (g_hash_table_lookup (data, b));

  return (one > other) - (one < other);
}

/* Rows that stay move as they are: in one of them somebody may be typing. `first`: places of rows of nobody
 * who is wanted. */
static void
order_rows (KithPeopleList *self, const GArray *first, const GPtrArray *wanted)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) ordered = g_ptr_array_new ();
  gboolean differs = FALSE;

  for (guint i = 0; i < first->len + wanted->len; i++)
    {
      guint at = i < first->len ? place_of (self, g_array_index (first, KithId, i))
                                : place_of (self, KITH_ID (wanted->pdata[i - first->len]));

      if (at >= self->rows->len)
        continue;
      differs = differs || at != ordered->len;
      g_hash_table_insert (places, gtk_list_box_get_row_at_index (self->list, (int) at),
                           GUINT_TO_POINTER (ordered->len));
      g_ptr_array_add (ordered, self->rows->pdata[at]);
    }
  if (!differs)
    return;
  for (guint i = 0; i < ordered->len; i++)
    self->rows->pdata[i] = ordered->pdata[i];
  gtk_list_box_set_sort_func (self->list, by_place, places, NULL);
  gtk_list_box_set_sort_func (self->list, NULL, NULL, NULL);
}

static void
fit_rows (KithPeopleList *self, const GPtrArray *wanted)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (KithId));

  for (guint i = 0; i < wanted->len; i++)
    g_hash_table_add (ids, &KITH_RECORD (wanted->pdata[i])->id);
  for (guint i = self->rows->len; i > 0; i--)
    {
      KithId id = whose (self, i - 1);

      if (g_hash_table_contains (ids, &id))
        continue;
      if (self->holds != NULL && self->holds (self->dialog, i - 1))
        g_array_append_val (first, id);
      else
        self->remove (self->dialog, i - 1);
    }
  order_rows (self, first, wanted);
  for (guint i = 0; i < wanted->len; i++)
    if (whose (self, first->len + i) != KITH_ID (wanted->pdata[i]))
      self->insert (self->dialog, wanted->pdata[i], first->len + i);
}

void
kith_people_list_fit (KithPeopleList *self, const GPtrArray *all)
{
  guint rest;
  g_autoptr (GPtrArray) wanted = find_wanted (self, all, &rest);
  guint next = MIN (rest, AT_FIRST);
  g_autofree char *label = g_strdup_printf (ngettext ("Show %u more", "Show %u more", next), next);

  fit_rows (self, wanted);
  gtk_widget_set_visible (self->search, all->len > FEW);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->rows->len > 0);
  gtk_widget_set_visible (self->more, rest > 0);
  gtk_button_set_label (GTK_BUTTON (self->more), label);
}

void
kith_people_list_reach (KithPeopleList *self, const GPtrArray *all, KithId stakeholder)
{
  g_autoptr (GPtrArray) wanted = NULL;
  guint rest;

  wanted = find_wanted (self, all, &rest);
  for (guint i = 0; i < wanted->len; i++)
    if (KITH_ID (wanted->pdata[i]) == stakeholder)
      return;
  for (guint i = 0; i < all->len; i++)
    if (KITH_ID (all->pdata[i]) == stakeholder)
      gtk_editable_set_text (GTK_EDITABLE (self->search),
                             ((const KithStakeholder *) all->pdata[i])->name);
}
