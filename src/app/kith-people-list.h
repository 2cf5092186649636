/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list with a row for each stakeholder, in which something is typed: the first hundred, more on
 * request, and those that are searched for among all. Rows stay where they are while others come and
 * go: in one of them somebody may be typing. */
#pragma once

#include <gtk/gtk.h>

#include "kith-map.h"

G_BEGIN_DECLS

typedef struct _KithPeopleList KithPeopleList;

/* What every row begins with; the rest is its dialog's. */
typedef struct
{
  KithId stakeholder;
} KithPersonRow;

/* Names a row after who it is of; who is no longer on the map (NULL) is not named, for they may be hidden from
 * those who look. TRUE: it was called otherwise. */
gboolean kith_person_row_name (GtkLabel *head, GtkWidget *row, const KithStakeholder *who);

/* Makes a row at that place of the list and of the rows, or takes it away from both. */
typedef void (*KithInsertPerson) (gpointer dialog, const KithStakeholder *stakeholder, guint at);
typedef void (*KithRemovePerson) (gpointer dialog, guint at);
/* Other rows are wanted: FALSE where something has to be kept first. */
typedef gboolean (*KithRefitPeople) (gpointer dialog);

/* Whether what is typed in the row at that place is kept nowhere else: it stays, before all others, though
 * who it is of has gone. */
typedef gboolean (*KithHoldsWords) (gpointer dialog, guint at);

/* `list` stands in a box, in which the search and the button for more stand round it; `rows` is of
 * KithPersonRow. All of these have to outlive it, up to the dispose of `dialog`. */
KithPeopleList *kith_people_list_new (GtkListBox *list,
                                      GPtrArray *rows,
                                      KithInsertPerson insert,
                                      KithRemovePerson remove,
                                      KithRefitPeople refit,
                                      gpointer dialog);
void kith_people_list_set_holds (KithPeopleList *self, KithHoldsWords holds);
void kith_people_list_free (KithPeopleList *self);
/* Without rows. */
void kith_people_list_clear (KithPeopleList *self);
/* Shows those of `all` (borrowed KithStakeholder) that are wanted, and among the others nobody. */
void kith_people_list_fit (KithPeopleList *self, const GPtrArray *all);
/* Searches for that one where it would not be among those that are shown. */
void kith_people_list_reach (KithPeopleList *self, const GPtrArray *all, KithId stakeholder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithPeopleList, kith_people_list_free)

G_END_DECLS
