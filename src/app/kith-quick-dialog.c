/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-quick-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "kith-binder.h"
#include "kith-narrow-bin.h"
#include "kith-quick-entry.h"
#include "kith-quick-items.h"
#include "kith-quick-list.h"
#include "kith-quick-typing.h"
#include "kith-status.h"
#include "kith-waiting.h"

#define REST 200 /* milliseconds without a key before what was typed is looked at */

#define WAITS "quick-entry" /* what was typed and not added, for the next time */

struct _KithQuickDialog
{
  AdwWindow parent_instance;

  /* template */
  GtkWidget *add_button;
  GtkBox *halves;
  GtkTextView *text;
  GtkLabel *summary;
  GtkStack *stack;
  GtkListBox *list;

  /* state */
  KithWindow *window; /* borrowed: it is what this dialog is transient for */
  KithCanvas *canvas; /* borrowed likewise */
  KithAudience audience;
  guint timeout;    /* the text is to be read */
  gboolean is_told; /* that it is not kept */
};

G_DEFINE_FINAL_TYPE (KithQuickDialog, kith_quick_dialog, ADW_TYPE_WINDOW)

static char *
get_text (KithQuickDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* What was understood, as one edit; `import` (out): the rest of it. */
static KithEdit *
understand (KithQuickDialog *self, const char *text, KithImport **import, GError **error)
{
  KithViewer *viewer = kith_window_get_viewer (self->window);

  *import = kith_quick_read (kith_viewer_get_map (viewer), text,
                             kith_viewer_get_view (viewer)->audience, error);
  return *import != NULL ? kith_quick_to_edit (*import, kith_viewer_get_whole_map (viewer), error)
                         : NULL;
}

static void
say (KithQuickDialog *self, const char *text)
{
  gtk_widget_set_visible (GTK_WIDGET (self->summary), *text != '\0');
  if (!g_str_equal (text, gtk_label_get_text (self->summary)))
    kith_status_set_text (self->summary, text);
}

static char *
summarise (const GPtrArray *items, KithImport *import)
{
  g_autofree char *counts = kith_quick_items_to_words (items);
  guint lost = kith_import_counts (import)->lost;
  g_autofree char *left = g_strdup_printf (ngettext ("%u thing was not understood",
                                                     "%u things were not understood", lost),
                                           lost);

  if (lost == 0)
    return g_steal_pointer (&counts);
  return *counts == '\0' ? g_steal_pointer (&left) : g_strdup_printf ("%s; %s", counts, left);
}

static void
show_nothing (KithQuickDialog *self, const char *said)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  gtk_stack_set_visible_child_name (self->stack, "help");
  gtk_widget_set_sensitive (self->add_button, FALSE);
  say (self, said);
}

/* Where one types; lines count from 1. */
static guint
current_line (KithQuickDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter at;

  gtk_text_buffer_get_iter_at_mark (buffer, &at, gtk_text_buffer_get_insert (buffer));
  return (guint) gtk_text_iter_get_line (&at) + 1;
}

static void
show (KithQuickDialog *self, KithImport *import, KithEdit *edit)
{
  KithViewer *viewer = kith_window_get_viewer (self->window);
  g_autoptr (GPtrArray) items = kith_quick_items (import, edit);
  g_autofree char *summary = summarise (items, import);

  if (items->len == 0 && kith_import_n_notes (import) == 0)
    {
      show_nothing (self, "");
      return;
    }
  kith_quick_list_fill (self->list, import, items, kith_viewer_get_map (viewer),
                        kith_viewer_get_view (viewer)->palette);
  gtk_stack_set_visible_child_name (self->stack, "list");
  kith_quick_list_show_line (self->list, current_line (self));
  gtk_widget_set_sensitive (self->add_button, !kith_edit_is_empty (edit));
  kith_quick_mark_lines (gtk_text_view_get_buffer (self->text), import);
  say (self, summary);
}

static void
look (KithQuickDialog *self)
{
  g_autofree char *text = get_text (self);
  g_autoptr (KithImport) import = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KithEdit) edit = understand (self, text, &import, &error);

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (edit != NULL)
    show (self, import, edit);
  else
    show_nothing (self, error->message);
}

/* A crash takes none of it. */
static void
keep (KithQuickDialog *self)
{
  g_autofree char *text = get_text (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;

  if (kith_waiting_keep (self->window, WAITS, self->audience, text, &error) || self->is_told)
    return;
  self->is_told = TRUE;
  said = g_strdup_printf (_ ("The list is not safe from a crash until it is added: %s"),
                          error->message);
  kith_window_say (self->window, said);
}

static gboolean
on_rest (gpointer data)
{
  KithQuickDialog *self = data;

  self->timeout = 0;
  look (self);
  keep (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed (KithQuickDialog *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (REST, on_rest, self);
}

/* More than Kith reads would only slow the typing down. */
static void
on_insert (GtkTextBuffer *buffer,
           GtkTextIter *at,
           const char *text,
           int length,
           KithQuickDialog *self)
{
  gsize bytes = length >= 0 ? (gsize) length : strlen (text);

  if (bytes + (gsize) gtk_text_buffer_get_char_count (buffer) <= KITH_QUICK_MAX_BYTES)
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  say (self, _ ("That is too much text for quick entry. Save it as a CSV file and import that."));
}

static void
on_add (KithQuickDialog *self)
{
  g_autofree char *text = get_text (self);
  g_autoptr (KithImport) import = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KithEdit) edit = understand (self, text, &import, &error);
  g_autofree char *words = edit != NULL ? kith_quick_edit_to_words (edit) : NULL;
  g_autofree char *said = NULL;

  if (edit == NULL || kith_edit_is_empty (edit))
    {
      look (self);
      return;
    }
  /* Translators: "12 stakeholders and 9 links". */
  said = words != NULL ? g_strdup_printf (_ ("Added %s."), words) : g_strdup (_ ("Changed."));
  if (!kith_canvas_add (self->canvas, g_steal_pointer (&edit)))
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), "", -1);
  kith_window_say (self->window, said);
  gtk_window_close (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
on_cancel (KithQuickDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* To the line that a row is about. */
static void
on_row (KithQuickDialog *self, GtkListBoxRow *row)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  guint line = kith_quick_list_line (row);
  GtkTextIter start, end;

  if (line == 0)
    return;
  gtk_text_buffer_get_iter_at_line (buffer, &start, (int) line - 1);
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  gtk_text_buffer_select_range (buffer, &end, &start);
  gtk_text_view_scroll_to_iter (self->text, &start, 0.1, FALSE, 0, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/* Beside each other where there is room, else one above the other. */
static void
on_narrow (KithQuickDialog *self, GParamSpec *pspec, KithNarrowBin *bin)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->halves), kith_narrow_bin_is_narrow (bin)
                                                                     ? GTK_ORIENTATION_VERTICAL
                                                                     : GTK_ORIENTATION_HORIZONTAL);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

/* Before the text takes it for a new line. */
static gboolean
on_key (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        KithQuickDialog *self)
{
  gboolean is_enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  if (!is_enter || (state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  on_add (self);
  return GDK_EVENT_STOP;
}

static gboolean
kith_quick_dialog_close_request (GtkWindow *window)
{
  keep (KITH_QUICK_DIALOG (window));
  return GTK_WINDOW_CLASS (kith_quick_dialog_parent_class)->close_request (window);
}

static void
kith_quick_dialog_dispose (GObject *object)
{
  KithQuickDialog *self = KITH_QUICK_DIALOG (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  G_OBJECT_CLASS (kith_quick_dialog_parent_class)->dispose (object);
}

static void
kith_quick_dialog_class_init (KithQuickDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_quick_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = kith_quick_dialog_close_request;
  g_type_ensure (KITH_TYPE_NARROW_BIN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-quick-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KithQuickDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, KithQuickDialog, halves);
  gtk_widget_class_bind_template_child (widget_class, KithQuickDialog, text);
  gtk_widget_class_bind_template_child (widget_class, KithQuickDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, KithQuickDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, KithQuickDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow);
  gtk_widget_class_bind_template_callback (widget_class, on_row);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}

static void
kith_quick_dialog_init (KithQuickDialog *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkTextBuffer *buffer;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  buffer = gtk_text_view_get_buffer (self->text);
  kith_quick_typing_init (self->text);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (on_insert), self, 0);
}

/**
 * kith_quick_dialog_open:
 * @window: a window with a map
 * @canvas: its canvas
 */
void
kith_quick_dialog_open (KithWindow *window, KithCanvas *canvas)
{
  KithQuickDialog *self = g_object_new (KITH_TYPE_QUICK_DIALOG, "transient-for", window, NULL);
  const char *text = kith_waiting_kept (window, WAITS);

  self->window = window;
  self->canvas = canvas;
  self->audience = kith_window_get_audience (window);
  if (text != NULL)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text, -1);
  look (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  gtk_window_present (GTK_WINDOW (self));
}
