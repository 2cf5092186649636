/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-text-entry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-annotations.h"
#include "kith-palette.h"

#define MOST_CHARACTERS 65536
#define MOST_IN_TITLE 500

struct _KithTextEntry
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *text;

  /* owned */
  GtkCssProvider *style;

  /* state */
  gboolean many_lines;
  gboolean done;
  guint leaving; /* source */
  double width;  /* pixels */
  double height;
  double left;
  double top;
};

G_DEFINE_FINAL_TYPE (KithTextEntry, kith_text_entry, GTK_TYPE_WIDGET)

enum
{
  TYPED,
  DONE,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static void
finish (KithTextEntry *self, gboolean commit)
{
  if (self->done)
    return;
  self->done = TRUE;
  g_signal_emit (self, signals[DONE], 0, commit);
}

static gboolean
on_finish_idle (gpointer data)
{
  finish (data, TRUE);
  return G_SOURCE_REMOVE;
}

static void
finish_soon (KithTextEntry *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, on_finish_idle, g_object_ref (self), g_object_unref);
}

/* A title has one line: Enter ends it, and what is pasted over several lines becomes one. */
static void
on_insert (GtkTextBuffer *buffer, GtkTextIter *at, char *text, int length, KithTextEntry *self)
{
  g_autofree char *copy = g_strndup (text, length < 0 ? strlen (text) : (gsize) length);
  int room = (self->many_lines ? MOST_CHARACTERS : MOST_IN_TITLE)
             - gtk_text_buffer_get_char_count (buffer);
  glong characters = g_utf8_strlen (copy, -1);

  if (!self->many_lines && (strcmp (copy, "\n") == 0 || strcmp (copy, "\r") == 0))
    {
      g_signal_stop_emission_by_name (buffer, "insert-text");
      finish_soon (self);
      return;
    }
  if ((self->many_lines || strpbrk (copy, "\r\n\t") == NULL) && characters <= room)
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  if (!self->many_lines)
    g_strdelimit (copy, "\r\n\t", ' ');
  if (characters > room)
    *g_utf8_offset_to_pointer (copy, MAX (room, 0)) = '\0';
  if (*copy != '\0')
    gtk_text_buffer_insert (buffer, at, copy, -1);
}

static void
on_changed (GtkTextBuffer *buffer, KithTextEntry *self)
{
  g_signal_emit (self, signals[TYPED], 0);
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        KithTextEntry *self)
{
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  if (keyval == GDK_KEY_Escape)
    finish (self, FALSE);
  else if (enter && (state & GDK_CONTROL_MASK) != 0)
    finish_soon (self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* Another window may have the keyboard for a while; only a focus elsewhere in this one ends it. */
static gboolean
on_left (gpointer data)
{
  KithTextEntry *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  self->leaving = 0;
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return G_SOURCE_REMOVE;
  g_object_ref (self);
  finish (self, TRUE);
  g_object_unref (self);
  return G_SOURCE_REMOVE;
}

static void
on_leave (GtkEventControllerFocus *controller, KithTextEntry *self)
{
  if (self->leaving == 0 && !self->done)
    self->leaving = g_idle_add (on_left, self);
}

static void
kith_text_entry_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  KithTextEntry *self = KITH_TEXT_ENTRY (widget);
  int none;

  gtk_widget_measure (self->text, orientation, -1, &none, &none, NULL, NULL);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? (int) self->width
                                                                  : (int) self->height;
}

/* A little wider than on the map, for fonts are hinted here and not there. */
static void
kith_text_entry_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KithTextEntry *self = KITH_TEXT_ENTRY (widget);
  double room = (self->width - 2 * self->left) * 1.02 + 3;
  int least, none;

  gtk_widget_measure (self->text, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  room = MAX (room, MAX (least, 24));
  gtk_widget_measure (self->text, GTK_ORIENTATION_VERTICAL, (int) room, &none, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->text,
                            &(GtkAllocation){ (int) (self->left + 0.5), (int) (self->top + 0.5),
                                              (int) room,
                                              MAX ((int) (self->height - self->top), none) },
                            -1);
}

static void
kith_text_entry_dispose (GObject *object)
{
  KithTextEntry *self = KITH_TEXT_ENTRY (object);

  self->done = TRUE;
  g_clear_handle_id (&self->leaving, g_source_remove);
  g_clear_pointer (&self->text, gtk_widget_unparent);
  g_clear_object (&self->style);
  G_OBJECT_CLASS (kith_text_entry_parent_class)->dispose (object);
}

static void
kith_text_entry_class_init (KithTextEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_text_entry_dispose;
  widget_class->measure = kith_text_entry_measure;
  widget_class->size_allocate = kith_text_entry_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "kith-text-entry");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[TYPED] = g_signal_new ("typed", KITH_TYPE_TEXT_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  signals[DONE] = g_signal_new ("done", KITH_TYPE_TEXT_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
kith_text_entry_init (KithTextEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkTextBuffer *buffer;

  self->style = gtk_css_provider_new ();
  self->text = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->text), FALSE);
  gtk_style_context_add_provider (gtk_widget_get_style_context (self->text),
                                  GTK_STYLE_PROVIDER (self->style),
                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  g_signal_connect (buffer, "insert-text", G_CALLBACK (on_insert), self);
  g_signal_connect (buffer, "changed", G_CALLBACK (on_changed), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (focus, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * kith_text_entry_new:
 * @text: what is there at first
 * @many_lines: whether Enter begins a new line; else it ends the typing
 *
 * Returns: (transfer floating): an entry
 */
GtkWidget *
kith_text_entry_new (const char *text, gboolean many_lines)
{
  KithTextEntry *self = g_object_new (KITH_TYPE_TEXT_ENTRY, NULL);
  const char *name = many_lines ? _ ("Text on the map") : _ ("Title of the frame");

  self->many_lines = many_lines;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  return GTK_WIDGET (self);
}

/**
 * kith_text_entry_dup_text:
 * @self: an entry
 *
 * Returns: (transfer full): the words without space around them, perhaps none
 */
char *
kith_text_entry_dup_text (KithTextEntry *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

void
kith_text_entry_set_look (KithTextEntry *self, KithPaletteName palette, int colour, double zoom)
{
  const KithPalette *colours = kith_palette_get (palette);
  const KithColour *text = self->many_lines && colour == KITH_NEUTRAL_COLOUR
                               ? &colours->text
                               : &colours->sectors[colour].accent;
  int red = (int) (text->red * 255), green = (int) (text->green * 255);
  int blue = (int) (text->blue * 255);
  char size[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *css = NULL;

  g_ascii_formatd (size, sizeof size, "%.2f", 13 * zoom);
  css = g_strdup_printf ("textview, textview text { background: none; border: none;"
                         " box-shadow: none; padding: 0; color: rgb(%d,%d,%d);"
                         " caret-color: rgb(%d,%d,%d); font-family: Inter, Cantarell,"
                         " \"Noto Sans\", sans-serif; font-weight: %d; font-size: %spx; }",
                         red, green, blue, red, green, blue, self->many_lines ? 400 : 600, size);
  gtk_css_provider_load_from_data (self->style, css, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
kith_text_entry_set_box (KithTextEntry *self, double width, double height, double left, double top)
{
  if (self->width == width && self->height == height && self->left == left && self->top == top)
    return;
  self->width = width;
  self->height = height;
  self->left = left;
  self->top = top;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Puts the keyboard into the words, all of them selected, so that typing replaces them. */
void
kith_text_entry_start (KithTextEntry *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_select_range (buffer, &end, &start);
  gtk_widget_grab_focus (self->text);
}
