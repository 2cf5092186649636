/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table: what opens over a cell: a list to choose from that typing narrows down, and a field for
 * a note of several lines. */
#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "kith-binder.h"
#include "kith-table-view-private.h"

#define MOST_CHOICES 60

/* Over the cell with the keyboard, or the middle of the table. */
void
kith_table_place_over (KithTableView *self, GtkWidget *popover)
{
  KithTableCell *cell = kith_table_focused_cell (self);
  GdkRectangle rect = { gtk_widget_get_width (GTK_WIDGET (self)) / 2, 40, 1, 1 };
  graphene_rect_t bounds;

  if (cell != NULL && gtk_widget_compute_bounds (GTK_WIDGET (cell), GTK_WIDGET (self), &bounds))
    rect = (GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                           (int) bounds.size.height };
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &rect);
}

/* The keyboard goes back to the cell, unless something else has opened meanwhile. */
void
kith_table_regain (KithTableView *self)
{
  GtkWidget *popovers[] = { self->picker, self->note, self->name };

  for (guint i = 0; i < G_N_ELEMENTS (popovers); i++)
    if (popovers[i] != NULL && gtk_widget_get_visible (popovers[i]))
      return;
  if (self->cursor != 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    kith_table_view_grab (self, self->cursor);
}

static void
on_closed (KithTableView *self)
{
  if (self->finder != NULL)
    kith_finder_close (KITH_FINDER (self->finder));
  kith_table_regain (self);
}

static GtkWidget *
new_popover (KithTableView *self, GtkWidget *child, const char *css)
{
  GtkWidget *popover = gtk_popover_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), child);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_BOTTOM);
  gtk_widget_add_css_class (popover, css);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  return popover;
}

static GPtrArray *
find_choices (KithTableView *self, const char *words)
{
  KithMap *map = kith_viewer_get_map (self->viewer);

  if (self->pick_column == NULL)
    return kith_list_stakeholder_choices (map, words, MOST_CHOICES);
  return kith_list_choices (self->pick_column, map, words, MOST_CHOICES);
}

/* What the cell says now stands first, so that Enter alone changes nothing. */
static void
put_current_first (KithTableView *self)
{
  gconstpointer record = kith_table_view_record (self, self->pick_id);
  g_autofree char *text = NULL;

  if (self->pick_column == NULL || record == NULL)
    return;
  text = kith_list_cell_text (self->pick_column, kith_viewer_get_map (self->viewer), record);
  for (guint i = 1; i < self->choices->len; i++)
    {
      KithListChoice *choice = self->choices->pdata[i];
      gboolean is_step = self->pick_column->cell == KITH_CELL_SCORE
                         && g_ascii_isdigit (*choice->raw) && *text == *choice->raw;

      if (!is_step && !g_str_equal (choice->label, text))
        continue;
      g_ptr_array_insert (self->choices, 0, g_ptr_array_steal_index (self->choices, i));
      return;
    }
}

static void
search (KithFinder *finder, const char *words, gpointer data)
{
  KithTableView *self = data;
  g_autofree char *said = NULL;

  g_clear_pointer (&self->choices, g_ptr_array_unref);
  self->choices = find_choices (self, words);
  if (*words == '\0')
    put_current_first (self);
  for (guint i = 0; i < self->choices->len; i++)
    {
      const KithListChoice *choice = self->choices->pdata[i];
      KithFinderItem item = { .id = i, .title = choice->label, .words = words };

      kith_finder_add (finder, &item);
    }
  if (self->choices->len == 0)
    said = g_strdup (_ ("Nothing like that to choose"));
  else if (self->choices->len == MOST_CHOICES)
    said = g_strdup (_ ("More letters narrow them down"));
  kith_finder_say (finder, said != NULL ? said : "");
}

static void
take (gint64 i, gpointer data)
{
  KithTableView *self = data;
  const KithListChoice *choice = self->choices->pdata[i];
  g_autofree char *raw = g_strdup (choice->raw);

  gtk_popover_popdown (GTK_POPOVER (self->picker));
  self->picked (self, raw);
}

static void
on_finder_hidden (KithTableView *self)
{
  if (!gtk_widget_get_visible (self->finder))
    gtk_popover_popdown (GTK_POPOVER (self->picker));
}

static void
make_picker (KithTableView *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->finder = g_object_new (KITH_TYPE_FINDER, NULL);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 320);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), 320);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->finder);
  self->picker = new_popover (self, clamp, "kith-picker");
  g_signal_connect_object (self->picker, "closed", G_CALLBACK (on_closed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->finder, "notify::visible", G_CALLBACK (on_finder_hidden), self,
                           G_CONNECT_SWAPPED);
}

/**
 * kith_table_pick:
 * @self: a table
 * @title: what is chosen
 * @column: (nullable): whose choices; NULL: the stakeholders
 * @first: (nullable): the letter that began it
 * @picked: is told
 */
void
kith_table_pick (KithTableView *self,
                 const char *title,
                 const KithListColumn *column,
                 const char *first,
                 KithTablePicked picked)
{
  static const char hint[] = N_ ("Type to find");
  GtkWidget *entry;

  if (self->picker == NULL)
    make_picker (self);
  self->pick_column = column;
  self->picked = picked;
  self->source = (KithFinderSource){ .name = title, .hint = hint, .search = search, .take = take };
  kith_table_place_over (self, self->picker);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picker), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  gtk_popover_popup (GTK_POPOVER (self->picker));
  kith_finder_open (KITH_FINDER (self->finder), &self->source, self);
  entry = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  if (first != NULL && *first != ' ' && GTK_IS_EDITABLE (entry))
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), first);
      gtk_editable_set_position (GTK_EDITABLE (entry), -1);
    }
}

/* Notes */

static char *
note_text (KithTableView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->note_text));
  GtkTextIter from, to;

  gtk_text_buffer_get_bounds (buffer, &from, &to);
  return gtk_text_buffer_get_text (buffer, &from, &to, FALSE);
}

/* Keeps what stands in the field, if there is one. */
void
kith_table_commit_note (KithTableView *self)
{
  g_autofree char *text = NULL;
  g_autofree char *raw = NULL;
  gconstpointer record;

  if (!self->noting || self->pick_column == NULL)
    return;
  record = kith_table_view_record (self, self->pick_id);
  if (record == NULL)
    return;
  text = note_text (self);
  raw = kith_list_cell_raw (self->pick_column, kith_viewer_get_map (self->viewer), record);
  if (!g_str_equal (raw, text))
    kith_table_set (self, self->pick_column, self->pick_id, text);
}

static void
on_note_closed (KithTableView *self)
{
  kith_table_commit_note (self);
  self->noting = FALSE;
  self->pick_column = NULL;
  on_closed (self);
}

/* Escape takes it back, Ctrl+Enter is done with it. */
static gboolean
on_note_key (GtkEventControllerKey *controller,
             guint keyval,
             guint keycode,
             GdkModifierType state,
             KithTableView *self)
{
  if (keyval == GDK_KEY_Escape)
    self->pick_column = NULL;
  else if (!((state & GDK_CONTROL_MASK) != 0
             && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)))
    return FALSE;
  gtk_popover_popdown (GTK_POPOVER (self->note));
  return TRUE;
}

static void
make_note (KithTableView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->note_text = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->note_text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->note_text), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->note_text), 8);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->note_text), 8);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->note_text), 6);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->note_text);
  gtk_widget_set_size_request (scroller, 280, 140);
  self->note = new_popover (self, scroller, "kith-note");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_note_key), self);
  gtk_widget_add_controller (self->note_text, keys);
  g_signal_connect_object (self->note, "closed", G_CALLBACK (on_note_closed), self,
                           G_CONNECT_SWAPPED);
}

void
kith_table_edit_note (KithTableView *self, KithTableCell *cell)
{
  const KithListColumn *column = kith_table_cell_get_column (cell);
  gconstpointer record = kith_table_view_record (self, kith_table_cell_get_id (cell));
  g_autofree char *raw = kith_list_cell_raw (column, kith_viewer_get_map (self->viewer), record);
  g_autofree char *name = kith_list_cell_name (column, kith_viewer_get_map (self->viewer), record);

  if (self->note == NULL)
    make_note (self);
  kith_table_place_over (self, self->note);
  self->pick_column = column;
  self->pick_id = kith_table_cell_get_id (cell);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->note_text)), raw, -1);
  kith_widget_set_name (self->note_text, column->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->note), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  self->noting = TRUE;
  gtk_popover_popup (GTK_POPOVER (self->note));
  gtk_widget_grab_focus (self->note_text);
}

/* Without keeping anything: who wants to keep it flushes before. */
void
kith_table_close_popovers (KithTableView *self)
{
  GtkWidget *popovers[] = { self->picker, self->note, self->menu, self->name };

  self->pick_column = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (popovers); i++)
    if (popovers[i] != NULL && gtk_widget_get_visible (popovers[i]))
      gtk_popover_popdown (GTK_POPOVER (popovers[i]));
}
