/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-note-row.h"

#include <glib/gi18n-lib.h>

#include "kith-binder.h"
#include "kith-status.h"

struct _KithNoteRow
{
  AdwPreferencesRow parent_instance;

  /* Template */
  GtkLabel *caption;
  GtkMenuButton *about_private;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkLabel *message;

  /* State */
  guint max_length; /* characters; 0: any */
  gboolean setting; /* the text comes from the program */
};

G_DEFINE_FINAL_TYPE (KithNoteRow, kith_note_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
cut_off (KithNoteRow *self)
{
  GtkTextIter from;
  GtkTextIter to;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &from, (int) self->max_length);
  gtk_text_buffer_get_end_iter (self->buffer, &to);
  self->setting = TRUE;
  gtk_text_buffer_delete (self->buffer, &from, &to);
  self->setting = FALSE;
}

static void
say_full (KithNoteRow *self)
{
  g_autofree char *text =
      g_strdup_printf (ngettext ("Only %u character fits here; what came after it was left out.",
                                 "Only %u characters fit here; what came after them was left out.",
                                 self->max_length),
                       self->max_length);

  kith_status_set_text (self->message, text);
}

static void
on_changed (KithNoteRow *self)
{
  gboolean full;

  if (self->setting)
    return;
  full = self->max_length > 0
         && gtk_text_buffer_get_char_count (self->buffer) > (int) self->max_length;
  if (full)
    cut_off (self);
  gtk_widget_set_visible (GTK_WIDGET (self->message), full);
  if (full)
    say_full (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The row is as high as its text, so what scrolls is the page around it. */
static void
on_cursor_moved (KithNoteRow *self)
{
  GtkWidget *scroll = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *vertical;
  GtkTextIter cursor;
  GdkRectangle at;
  double x;
  double y;

  if (scroll == NULL || !gtk_widget_has_focus (GTK_WIDGET (self->view)))
    return;
  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor,
                                    gtk_text_buffer_get_insert (self->buffer));
  gtk_text_view_get_iter_location (self->view, &cursor, &at);
  if (!gtk_widget_translate_coordinates (GTK_WIDGET (self->view), scroll, at.x, at.y, &x, &y))
    return;
  vertical = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroll));
  y += gtk_adjustment_get_value (vertical);
  gtk_adjustment_clamp_page (vertical, y - at.height, y + 2 * at.height);
}

static void
on_pressed (GtkGestureClick *click, int n_press, double x, double y, KithNoteRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
on_title (KithNoteRow *self)
{
  kith_widget_name_after (GTK_WIDGET (self->view), ADW_PREFERENCES_ROW (self));
  kith_widget_name_after (GTK_WIDGET (self), ADW_PREFERENCES_ROW (self));
}

static gboolean
kith_note_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (KITH_NOTE_ROW (widget)->view));
}

static void
kith_note_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), KITH_TYPE_NOTE_ROW);
  G_OBJECT_CLASS (kith_note_row_parent_class)->dispose (object);
}

static void
kith_note_row_class_init (KithNoteRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_note_row_dispose;
  widget_class->grab_focus = kith_note_row_grab_focus;
  signals[CHANGED] = g_signal_new ("changed", KITH_TYPE_NOTE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-note-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KithNoteRow, caption);
  gtk_widget_class_bind_template_child (widget_class, KithNoteRow, about_private);
  gtk_widget_class_bind_template_child (widget_class, KithNoteRow, view);
  gtk_widget_class_bind_template_child (widget_class, KithNoteRow, buffer);
  gtk_widget_class_bind_template_child (widget_class, KithNoteRow, message);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_cursor_moved);
}

static void
kith_note_row_init (KithNoteRow *self)
{
  GtkGesture *click;

  gtk_widget_init_template (GTK_WIDGET (self));
  click = gtk_gesture_click_new ();
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (self, "notify::title", G_CALLBACK (on_title), NULL);
}

/**
 * kith_note_row_new:
 *
 * Returns: (transfer floating): an empty note row
 */
GtkWidget *
kith_note_row_new (void)
{
  return g_object_new (KITH_TYPE_NOTE_ROW, NULL);
}

/**
 * kith_note_row_set_max_length:
 * @self: a note row
 * @characters: the most that fit, or 0 for any number
 */
void
kith_note_row_set_max_length (KithNoteRow *self, guint characters)
{
  self->max_length = characters;
}

/**
 * kith_note_row_set_private:
 * @self: a note row
 * @is_private: whether what stands here is for the working team only
 */
void
kith_note_row_set_private (KithNoteRow *self, gboolean is_private)
{
  gtk_widget_set_visible (GTK_WIDGET (self->about_private), is_private);
}

/**
 * kith_note_row_set_text:
 * @self: a note row
 * @text: what it shows
 */
void
kith_note_row_set_text (KithNoteRow *self, const char *text)
{
  g_autofree char *old = kith_note_row_dup_text (self);
  GtkTextIter cursor;
  int offset;

  if (g_str_equal (old, text))
    return;
  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor,
                                    gtk_text_buffer_get_insert (self->buffer));
  offset = gtk_text_iter_get_offset (&cursor);
  self->setting = TRUE;
  gtk_text_buffer_set_text (self->buffer, text, -1);
  self->setting = FALSE;
  gtk_text_buffer_get_iter_at_offset (self->buffer, &cursor, offset);
  gtk_text_buffer_place_cursor (self->buffer, &cursor);
  gtk_widget_set_visible (GTK_WIDGET (self->message), FALSE);
}

/**
 * kith_note_row_dup_text:
 * @self: a note row
 *
 * Returns: (transfer full): what stands in it
 */
char *
kith_note_row_dup_text (KithNoteRow *self)
{
  GtkTextIter from;
  GtkTextIter to;

  gtk_text_buffer_get_bounds (self->buffer, &from, &to);
  return gtk_text_buffer_get_text (self->buffer, &from, &to, FALSE);
}
