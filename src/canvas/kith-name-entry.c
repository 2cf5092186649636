/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-name-entry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-palette.h"
#include "kith-sector-button.h"
#include "kith-sectors.h"
#include "kith-text.h"

#define MOST_CHARACTERS 500
#define BELOW 8 /* pixels between the box and the sector button */

struct _KithNameEntry
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *text;
  GtkWidget *button;

  /* owned */
  GtkCssProvider *style;
  KithMap *map;

  /* state */
  gboolean guess; /* the sector follows the name */
  gboolean done;
  guint leaving; /* source */
  double zoom;
  double box_width; /* pixels */
  double box_height;
};

G_DEFINE_FINAL_TYPE (KithNameEntry, kith_name_entry, GTK_TYPE_WIDGET)

enum
{
  TYPED,
  DONE,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static void
finish (KithNameEntry *self, gboolean commit)
{
  if (self->done)
    return;
  self->done = TRUE;
  g_signal_emit (self, signals[DONE], 0, commit);
}

/* What Enter and Escape do, for who has no keys. */
static void
on_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  finish (KITH_NAME_ENTRY (widget), g_str_equal (name, "name.done"));
}

static gboolean
on_enter_idle (gpointer data)
{
  finish (data, TRUE);
  return G_SOURCE_REMOVE;
}

/* Enter arrives as a line's end, after the input method has had its say; a name that is pasted
 * over several lines becomes one. */
static void
on_insert (GtkTextBuffer *buffer, GtkTextIter *at, char *text, int length, KithNameEntry *self)
{
  g_autofree char *copy = g_strndup (text, length < 0 ? strlen (text) : (gsize) length);
  int room = MOST_CHARACTERS - gtk_text_buffer_get_char_count (buffer);
  glong characters = g_utf8_strlen (copy, -1);

  if (strcmp (copy, "\n") == 0 || strcmp (copy, "\r") == 0)
    {
      g_signal_stop_emission_by_name (buffer, "insert-text");
      g_idle_add_full (G_PRIORITY_DEFAULT, on_enter_idle, g_object_ref (self), g_object_unref);
      return;
    }
  if (strpbrk (copy, "\r\n\t") == NULL && characters <= room)
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  g_strdelimit (copy, "\r\n\t", ' ');
  if (characters > room)
    *g_utf8_offset_to_pointer (copy, MAX (room, 0)) = '\0';
  if (*copy != '\0')
    gtk_text_buffer_insert (buffer, at, copy, -1);
}

static void
on_changed (GtkTextBuffer *buffer, KithNameEntry *self)
{
  if (self->guess)
    {
      g_autofree char *name = kith_name_entry_dup_name (self);

      kith_sector_button_set_sector (KITH_SECTOR_BUTTON (self->button), kith_sector_guess (name));
    }
  g_signal_emit (self, signals[TYPED], 0);
}

static void
on_sector_chosen (KithSectorButton *button, KithNameEntry *self)
{
  self->guess = FALSE;
  gtk_widget_grab_focus (self->text);
  g_signal_emit (self, signals[TYPED], 0);
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        KithNameEntry *self)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  finish (self, FALSE);
  return GDK_EVENT_STOP;
}

/* Another window may have the keyboard for a while; only a focus elsewhere in this one ends it. */
static gboolean
on_left (gpointer data)
{
  KithNameEntry *self = data;
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
on_leave (GtkEventControllerFocus *controller, KithNameEntry *self)
{
  if (self->leaving == 0 && !self->done)
    self->leaving = g_idle_add (on_left, self);
}

static void
kith_name_entry_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  KithNameEntry *self = KITH_NAME_ENTRY (widget);
  int button, none;

  gtk_widget_measure (self->text, orientation, -1, &none, &none, NULL, NULL);
  gtk_widget_measure (self->button, orientation, -1, &none, &button, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MAX ((int) self->box_width, button);
  else
    *minimum = *natural = (int) self->box_height + BELOW + button;
}

/* Where the name is drawn once it is committed, pixels; a little wider, for fonts are hinted here
 * and not there, and lines must break alike. */
static GtkAllocation
text_place (KithNameEntry *self)
{
  g_autofree char *name = kith_name_entry_dup_name (self);
  g_autoptr (PangoLayout) layout = kith_text_in_box (name, self->box_width / self->zoom,
                                                     self->box_height / self->zoom);
  double left = KITH_BOX_TEXT_LEFT * self->zoom, room, height;
  int top, least;

  kith_text_size (layout, NULL, &height);
  room = (self->box_width - left - KITH_BOX_PAD_RIGHT * self->zoom) * 1.03 + 3;
  gtk_widget_measure (self->text, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  top = (int) ((self->box_height - height * self->zoom) / 2 + 0.5);
  return (GtkAllocation){ (int) (left + 0.5), top, (int) MAX (room, MAX (least, 1)),
                          MAX ((int) self->box_height - top, 1) };
}

/* Below the box, or above it where the canvas ends, and never over an edge. */
static GtkAllocation
button_place (KithNameEntry *self, const GtkRequisition *size)
{
  GtkWidget *canvas = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkAllocation place = { 0, (int) self->box_height + BELOW, size->width, size->height };
  double x, y;

  if (!gtk_widget_translate_coordinates (GTK_WIDGET (self), canvas, 0, 0, &x, &y))
    return place;
  place.x = (int) MIN (0, gtk_widget_get_width (canvas) - BELOW - size->width - x);
  place.x = (int) MAX (place.x, BELOW - x);
  if (x > 0)
    place.x = MIN (place.x, 0);
  if (y + place.y + size->height > gtk_widget_get_height (canvas))
    place.y = -BELOW - size->height;
  return place;
}

static void
kith_name_entry_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KithNameEntry *self = KITH_NAME_ENTRY (widget);
  GtkAllocation text = text_place (self);
  GtkRequisition button;
  GtkAllocation place;
  int none;

  gtk_widget_measure (self->text, GTK_ORIENTATION_VERTICAL, text.width, &none, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->text, &text, -1);
  gtk_widget_get_preferred_size (self->button, NULL, &button);
  place = button_place (self, &button);
  gtk_widget_size_allocate (self->button, &place, -1);
}

static void
kith_name_entry_dispose (GObject *object)
{
  KithNameEntry *self = KITH_NAME_ENTRY (object);

  self->done = TRUE;
  g_clear_handle_id (&self->leaving, g_source_remove);
  g_clear_pointer (&self->text, gtk_widget_unparent);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->style);
  g_clear_pointer (&self->map, kith_map_unref);
  G_OBJECT_CLASS (kith_name_entry_parent_class)->dispose (object);
}

static void
kith_name_entry_class_init (KithNameEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_name_entry_dispose;
  widget_class->measure = kith_name_entry_measure;
  widget_class->size_allocate = kith_name_entry_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "kith-name-entry");
  gtk_widget_class_install_action (widget_class, "name.done", NULL, on_action);
  gtk_widget_class_install_action (widget_class, "name.cancel", NULL, on_action);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[TYPED] = g_signal_new ("typed", KITH_TYPE_NAME_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  signals[DONE] = g_signal_new ("done", KITH_TYPE_NAME_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
make_text (KithNameEntry *self)
{
  GtkTextBuffer *buffer;

  self->text = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->text), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of the stakeholder"), -1);
  gtk_style_context_add_provider (gtk_widget_get_style_context (self->text),
                                  GTK_STYLE_PROVIDER (self->style),
                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  g_signal_connect (buffer, "insert-text", G_CALLBACK (on_insert), self);
  g_signal_connect (buffer, "changed", G_CALLBACK (on_changed), self);
}

static void
kith_name_entry_init (KithNameEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->zoom = 1;
  self->style = gtk_css_provider_new ();
  make_text (self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (focus, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Stakeholder being named"), -1);
}

/**
 * kith_name_entry_new:
 * @map: for its sectors
 * @name: what is there at first
 * @sector: its sector at first
 * @guess: whether the sector follows the name until it is chosen
 *
 * Returns: (transfer floating): an entry
 */
KithNameEntry *
kith_name_entry_new (KithMap *map, const char *name, KithId sector, gboolean guess)
{
  KithNameEntry *self = g_object_new (KITH_TYPE_NAME_ENTRY, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));

  self->map = kith_map_ref (map);
  self->button = kith_sector_button_new (map, sector);
  g_signal_connect (self->button, "chosen", G_CALLBACK (on_sector_chosen), self);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_text_buffer_set_text (buffer, name, -1);
  self->guess = guess;
  return self;
}

/**
 * kith_name_entry_dup_name:
 * @self: an entry
 *
 * Returns: (transfer full): the name without space around it, perhaps empty
 */
char *
kith_name_entry_dup_name (KithNameEntry *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

KithId
kith_name_entry_get_sector (KithNameEntry *self)
{
  return kith_sector_button_get_sector (KITH_SECTOR_BUTTON (self->button));
}

/**
 * kith_name_entry_set_look:
 * @self: an entry
 * @palette: of the map
 * @zoom: pixels a map unit
 *
 * The text looks as it will on the map.
 */
void
kith_name_entry_set_look (KithNameEntry *self, KithPaletteName palette, double zoom)
{
  const KithColour *text = &kith_palette_get (palette)->text;
  char size[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *css = NULL;

  g_ascii_formatd (size, sizeof size, "%.2f", 14 * zoom);
  css = g_strdup_printf ("textview, textview text { background: none; border: none;"
                         " box-shadow: none; padding: 0; color: rgb(%d,%d,%d);"
                         " caret-color: rgb(%d,%d,%d); font-family: Inter, Cantarell,"
                         " \"Noto Sans\", sans-serif; font-weight: 600; font-size: %spx; }",
                         (int) (text->red * 255), (int) (text->green * 255),
                         (int) (text->blue * 255), (int) (text->red * 255),
                         (int) (text->green * 255), (int) (text->blue * 255), size);
  gtk_css_provider_load_from_data (self->style, css, -1);
  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * kith_name_entry_set_box:
 * @self: an entry
 * @width: of the box that it is typed in, pixels
 * @height: of the box, pixels
 */
void
kith_name_entry_set_box (KithNameEntry *self, double width, double height)
{
  if (self->box_width == width && self->box_height == height)
    return;
  self->box_width = width;
  self->box_height = height;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * kith_name_entry_start:
 * @self: an entry that is shown
 *
 * Puts the keyboard into the name, all of it selected, so that typing replaces it.
 */
void
kith_name_entry_start (KithNameEntry *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_select_range (buffer, &end, &start);
  gtk_widget_grab_focus (self->text);
}
