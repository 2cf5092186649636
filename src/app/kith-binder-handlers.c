/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-binder-private.h"

#include <string.h>

#include "kith-date-row.h"
#include "kith-note-row.h"

#define LONGEST_ENTRY 65535 /* what a GtkText can hold */
#define LONGEST_TIP 300     /* characters */

/**
 * kith_widget_set_name:
 * @widget: a widget
 * @name: what a screen reader calls it, instead of what a label within it says
 */
void
kith_widget_set_name (GtkWidget *widget, const char *name)
{
  /* GTK 4.8 would read out both. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* A drop-down's button; in newer GTK the popover stands before it. */
static GtkWidget *
drop_down_button (GtkDropDown *drop_down)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (drop_down));

  while (child != NULL && !GTK_IS_TOGGLE_BUTTON (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/**
 * kith_drop_down_set_name:
 * @drop_down: a drop-down
 * @name: what a screen reader calls it
 *
 * Names also its button, which is what has the keyboard: GTK 4.8 gives that no name, and a newer
 * one lets what is chosen stand for the name of both.
 */
void
kith_drop_down_set_name (GtkDropDown *drop_down, const char *name)
{
  kith_widget_set_name (GTK_WIDGET (drop_down), name);
  kith_widget_set_name (drop_down_button (drop_down), name);
}

/**
 * kith_widget_is_typing:
 * @widget: a widget that is in a window
 *
 * Returns: whether keys in its window go to a text
 */
gboolean
kith_widget_is_typing (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus);
}

/**
 * kith_widget_name_after:
 * @widget: a widget
 * @row: the row whose title it is called by, without the mark of a mnemonic
 */
void
kith_widget_name_after (GtkWidget *widget, AdwPreferencesRow *row)
{
  g_auto (GStrv) parts = g_strsplit (adw_preferences_row_get_title (row), "_", -1);
  g_autofree char *plain = g_strjoinv ("", parts);

  kith_widget_set_name (widget, plain);
}

/**
 * kith_button_set_words:
 * @button: a button
 * @words: what it says, and is called
 */
void
kith_button_set_words (GtkButton *button, const char *words)
{
  gtk_button_set_label (button, words);
  kith_widget_set_name (GTK_WIDGET (button), words);
}

/**
 * kith_icon_button:
 * @icon: name of an icon
 * @words: what pointing at it says, and what a screen reader calls it
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
kith_icon_button (const char *icon, const char *words)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, words);
  kith_widget_set_name (button, words);
  return button;
}

/**
 * kith_widget_set_tip:
 * @widget: a widget
 * @text: what pointing at it says; a long text is cut off
 */
void
kith_widget_set_tip (GtkWidget *widget, const char *text)
{
  g_autofree char *start = NULL;
  g_autofree char *tip = NULL;

  if (g_utf8_strlen (text, -1) <= LONGEST_TIP)
    {
      gtk_widget_set_tooltip_text (widget, *text != '\0' ? text : NULL);
      return;
    }
  start = g_utf8_substring (text, 0, LONGEST_TIP);
  tip = g_strconcat (start, "…", NULL);
  gtk_widget_set_tooltip_text (widget, tip);
}

/* Texts */

static const char *
text_of (const KithField *field, gconstpointer record)
{
  return *(char **) kith_field_address (field, record);
}

static void
entry_set_up (GtkWidget *widget, const KithField *field)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (widget));

  gtk_editable_set_enable_undo (GTK_EDITABLE (widget), FALSE);
  if (GTK_IS_TEXT (text))
    gtk_text_set_max_length (GTK_TEXT (text), (int) MIN (field->max, LONGEST_ENTRY));
  kith_widget_name_after (widget, ADW_PREFERENCES_ROW (widget));
  kith_widget_name_after (GTK_WIDGET (text), ADW_PREFERENCES_ROW (widget));
}

static void
entry_load (GtkWidget *widget, const KithField *field, gconstpointer record)
{
  GtkEditable *editable = GTK_EDITABLE (widget);
  int position = gtk_editable_get_position (editable);

  if (g_str_equal (gtk_editable_get_text (editable), text_of (field, record)))
    return;
  gtk_editable_set_text (editable, text_of (field, record));
  gtk_editable_set_position (editable, position);
}

static gboolean
entry_store (GtkWidget *widget, const KithField *field, gpointer record)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (widget));
  g_autofree char *plain = g_strstrip (g_strdup (text));

  kith_text_set (kith_field_address (field, record), plain);
  return !field->needed || *plain != '\0';
}

static void
note_set_up (GtkWidget *widget, const KithField *field)
{
  kith_note_row_set_max_length (KITH_NOTE_ROW (widget), (guint) field->max);
  kith_note_row_set_private (KITH_NOTE_ROW (widget), g_str_equal (field->name, "private_note"));
}

static void
note_load (GtkWidget *widget, const KithField *field, gconstpointer record)
{
  kith_note_row_set_text (KITH_NOTE_ROW (widget), text_of (field, record));
}

static gboolean
note_store (GtkWidget *widget, const KithField *field, gpointer record)
{
  g_autofree char *text = kith_note_row_dup_text (KITH_NOTE_ROW (widget));

  kith_text_set (kith_field_address (field, record), text);
  return TRUE;
}

/* Dates */

static void
date_load (GtkWidget *widget, const KithField *field, gconstpointer record)
{
  kith_date_row_set_date (KITH_DATE_ROW (widget), kith_field_address (field, record));
}

static gboolean
date_store (GtkWidget *widget, const KithField *field, gpointer record)
{
  return kith_date_row_get_date (KITH_DATE_ROW (widget), kith_field_address (field, record));
}

/* Choices */

static void
combo_set_up (GtkWidget *widget, const KithField *field)
{
  g_autoptr (GtkStringList) list = NULL;

  kith_widget_name_after (widget, ADW_PREFERENCES_ROW (widget));
  if (adw_combo_row_get_model (ADW_COMBO_ROW (widget)) != NULL)
    return;
  list = gtk_string_list_new (NULL);
  for (guint i = 0; i < field->values->n_values; i++)
    gtk_string_list_append (list, kith_enum_label (field->values, (int) i));
  adw_combo_row_set_model (ADW_COMBO_ROW (widget), G_LIST_MODEL (list));
}

static void
combo_load (GtkWidget *widget, const KithField *field, gconstpointer record)
{
  int value = *(int *) kith_field_address (field, record);

  adw_combo_row_set_selected (ADW_COMBO_ROW (widget), (guint) value);
}

static gboolean
combo_store (GtkWidget *widget, const KithField *field, gpointer record)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (widget));

  if (selected == GTK_INVALID_LIST_POSITION)
    return FALSE;
  *(int *) kith_field_address (field, record) = (int) selected;
  return TRUE;
}

static void
switch_set_up (GtkWidget *widget, const KithField *field)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_ROW);

  if (row != NULL)
    kith_widget_name_after (widget, ADW_PREFERENCES_ROW (row));
}

static void
switch_load (GtkWidget *widget, const KithField *field, gconstpointer record)
{
  gtk_switch_set_active (GTK_SWITCH (widget), *(gboolean *) kith_field_address (field, record));
}

static gboolean
switch_store (GtkWidget *widget, const KithField *field, gpointer record)
{
  *(gboolean *) kith_field_address (field, record) = gtk_switch_get_active (GTK_SWITCH (widget));
  return TRUE;
}

static const KithBinderHandler entry_handler = { "changed", TRUE, entry_set_up, entry_load,
                                                 entry_store };
static const KithBinderHandler note_handler = { "changed", TRUE, note_set_up, note_load,
                                                note_store };
static const KithBinderHandler date_handler = { "changed", TRUE, NULL, date_load, date_store };
static const KithBinderHandler combo_handler = { "notify::selected", FALSE, combo_set_up,
                                                 combo_load, combo_store };
static const KithBinderHandler switch_handler = { "notify::active", FALSE, switch_set_up,
                                                  switch_load, switch_store };

/**
 * kith_binder_handler_for:
 * @widget: a widget that a binder can join to a field
 *
 * Returns: (transfer none): how to talk to it
 */
const KithBinderHandler *
kith_binder_handler_for (GtkWidget *widget)
{
  if (KITH_IS_NOTE_ROW (widget))
    return &note_handler;
  if (KITH_IS_DATE_ROW (widget))
    return &date_handler;
  if (ADW_IS_COMBO_ROW (widget))
    return &combo_handler;
  if (ADW_IS_ENTRY_ROW (widget))
    return &entry_handler;
  g_assert (GTK_IS_SWITCH (widget));
  return &switch_handler;
}
