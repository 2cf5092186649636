/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A binder: joins widgets to the fields of one record, so that each shows its field and what is
 * typed or chosen becomes an edit. Knows rows and field tables, not the page they stand on.
 *
 * Typing commits after half a second without a key and on leaving; the commits of one field are
 * one undo step. What a window's audience may not see is taken off the page before anything is
 * put into it, and what its map redacts cannot be edited. */
#pragma once

#include <adwaita.h>

#include "kith-viewer.h"

G_BEGIN_DECLS

typedef struct _KithBinder KithBinder;

KithBinder *kith_binder_new (KithViewer *viewer, KithKind kind);
/* A binder of a dialog: nothing is committed; kith_binder_flush() writes into `draft` (transfer full,
 * a record of the whole map's or a new one). */
KithBinder *kith_binder_new_draft (KithViewer *viewer, gpointer draft);
void kith_binder_free (KithBinder *self);

/* Joins an AdwEntryRow, KithNoteRow, KithDateRow, AdwComboRow or GtkSwitch to a field. FALSE: the
 * audience may not see the field, and the widget (the row around it) has been removed. */
gboolean kith_binder_bind (KithBinder *self, const char *field, GtkWidget *widget);
/* Other words than the enumeration's own for a bound AdwComboRow; as many as it has values. */
void kith_binder_set_labels (KithBinder *self, const char *field, const char *const *labels);
/* May the window's audience see this field of this kind of record? */
gboolean kith_binder_sees (KithViewer *viewer, KithKind kind, const char *field);

/* Flushes, then shows another record. */
void kith_binder_show (KithBinder *self, KithId id);
/* Shows what has changed since; leaves what is being typed, and the cursor, alone. */
void kith_binder_refresh (KithBinder *self);
/* Commits what is typed, now. FALSE: something could not be understood or stored. */
gboolean kith_binder_flush (KithBinder *self);
/* Whether a person has changed something since it was shown. */
gboolean kith_binder_is_touched (KithBinder *self);
gpointer kith_binder_get_draft (KithBinder *self);

/* Removes a row (or the row around a widget) from the list or box that holds it. */
void kith_widget_remove (GtkWidget *widget);
/* What a screen reader calls a widget: a text, or the title of a row. */
void kith_widget_set_name (GtkWidget *widget, const char *name);
void kith_drop_down_set_name (GtkDropDown *drop_down, const char *name);
void kith_widget_name_after (GtkWidget *widget, AdwPreferencesRow *row);
void kith_button_set_words (GtkButton *button, const char *words);
/* A button of an icon alone (transfer floating): pointing at it says `words`, and so it is called. */
GtkWidget *kith_icon_button (const char *icon, const char *words);
/* Keys in its window go to a text that is being typed. */
gboolean kith_widget_is_typing (GtkWidget *widget);
/* What pointing at it says; a long text is cut off. */
void kith_widget_set_tip (GtkWidget *widget, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithBinder, kith_binder_free)

G_END_DECLS
