/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-quick-typing.h"

#define TAB_WIDTH 28 /* pixels */
#define LEAST_BLANKS 4
#define PROBLEM "problem"

static void
indent_line (GtkTextBuffer *buffer, int line, gboolean out)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line (buffer, &start, line);
  if (!out)
    {
      gtk_text_buffer_insert (buffer, &start, "\t", 1);
      return;
    }
  end = start;
  if (gtk_text_iter_get_char (&end) == '\t')
    gtk_text_iter_forward_char (&end);
  else
    for (int i = 0; i < LEAST_BLANKS && gtk_text_iter_get_char (&end) == ' '; i++)
      gtk_text_iter_forward_char (&end);
  gtk_text_buffer_delete (buffer, &start, &end);
}

/* All lines that are selected, or the one with the cursor. */
static void
indent (GtkTextBuffer *buffer, gboolean out)
{
  GtkTextIter start, end;
  int first, last;

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  first = gtk_text_iter_get_line (&start);
  last = gtk_text_iter_get_line (&end);
  if (last > first && gtk_text_iter_starts_line (&end))
    last--;
  gtk_text_buffer_begin_user_action (buffer);
  for (int line = first; line <= last; line++)
    indent_line (buffer, line, out);
  gtk_text_buffer_end_user_action (buffer);
}

/* As far in as the line before. */
static void
new_line (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end, at;
  g_autofree char *blanks = NULL;
  g_autofree char *text = NULL;

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_get_iter_at_mark (buffer, &at, gtk_text_buffer_get_insert (buffer));
  start = at;
  gtk_text_iter_set_line_offset (&start, 0);
  end = start;
  while (gtk_text_iter_compare (&end, &at) < 0
         && (gtk_text_iter_get_char (&end) == ' ' || gtk_text_iter_get_char (&end) == '\t'))
    gtk_text_iter_forward_char (&end);
  blanks = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  text = g_strconcat ("\n", blanks, NULL);
  gtk_text_buffer_insert (buffer, &at, text, -1);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_view_scroll_mark_onscreen (view, gtk_text_buffer_get_insert (buffer));
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        GtkTextView *view)
{
  GdkModifierType plain = state
                          & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  if (keyval == GDK_KEY_Tab && plain == 0)
    indent (buffer, FALSE);
  else if (keyval == GDK_KEY_ISO_Left_Tab && plain == GDK_SHIFT_MASK)
    indent (buffer, TRUE);
  else if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && plain == 0)
    new_line (view);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

void
kith_quick_typing_init (GtkTextView *view)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  PangoTabArray *tabs = pango_tab_array_new_with_positions (1, TRUE, PANGO_TAB_LEFT, TAB_WIDTH);

  gtk_text_view_set_tabs (view, tabs);
  pango_tab_array_free (tabs);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (on_key), view);
  gtk_widget_add_controller (GTK_WIDGET (view), key);
  gtk_text_buffer_create_tag (gtk_text_view_get_buffer (view), PROBLEM, "underline",
                              PANGO_UNDERLINE_ERROR, NULL);
}

static void
mark_line (GtkTextBuffer *buffer, int line)
{
  GtkTextIter start, end;

  if (!gtk_text_buffer_get_iter_at_line (buffer, &start, line))
    return;
  while (gtk_text_iter_get_char (&start) == ' ' || gtk_text_iter_get_char (&start) == '\t')
    gtk_text_iter_forward_char (&start);
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  gtk_text_buffer_apply_tag_by_name (buffer, PROBLEM, &start, &end);
}

void
kith_quick_mark_lines (GtkTextBuffer *buffer, const KithImport *import)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, PROBLEM, &start, &end);
  for (guint i = 0; i < kith_import_n_notes (import); i++)
    {
      const KithImportNote *note = kith_import_note (import, i);

      if (note->row > 0 && note->severity != KITH_NOTE_INFO)
        mark_line (buffer, (int) note->row - 1);
    }
}
