/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-finder.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "kith-binder.h"
#include "kith-finder-row.h"
#include "kith-keyboard.h"

struct _KithFinder
{
  GtkWidget parent_instance;

  /* template */
  GtkWidget *entry;
  GtkWidget *close_button;
  GtkWidget *scroller;
  GtkListBox *list;
  GtkLabel *status;

  /* borrowed; NULL while it is closed */
  const KithFinderSource *source;
  gpointer data;
  GtkWidget *before; /* weak: what had the keyboard */

  /* state */
  gboolean is_filling;
  const KithFinderSource *remembered; /* whose words stand in the entry */
};

G_DEFINE_FINAL_TYPE (KithFinder, kith_finder, GTK_TYPE_WIDGET)

static GtkWidget *
nth_row (KithFinder *self, int i)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, i));
}

/* The next row that can be taken, in steps of `by`; NULL at an end. */
static GtkWidget *
row_from (KithFinder *self, int i, int by)
{
  GtkWidget *row = nth_row (self, i);

  while (row != NULL && !gtk_widget_get_sensitive (row))
    row = i + by < 0 ? NULL : nth_row (self, i += by);
  return row;
}

static void
clear (KithFinder *self)
{
  GtkWidget *row;

  while ((row = nth_row (self, 0)) != NULL)
    gtk_list_box_remove (self->list, row);
  gtk_label_set_label (self->status, "");
}

/* What stands there, and for those who hear it also what Enter would take. */
static void
announce (KithFinder *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  const char *said = gtk_label_get_label (self->status);
  g_autofree char *whole = row == NULL
                               ? g_strdup (said)
                               : g_strdup_printf ("%s%s%s", said, *said != '\0' ? ". " : "",
                                                  kith_finder_row_get_name (KITH_FINDER_ROW (row)));

  gtk_widget_set_visible (GTK_WIDGET (self->status), *said != '\0');
  kith_widget_set_name (GTK_WIDGET (self->status), whole);
}

static void
fill (KithFinder *self)
{
  GtkAdjustment *top = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  GtkWidget *first;

  if (self->source == NULL)
    return;
  self->is_filling = TRUE;
  if (kith_widget_has_keyboard (GTK_WIDGET (self->list)))
    gtk_widget_grab_focus (self->entry);
  clear (self);
  self->source->search (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->data);
  gtk_widget_set_visible (self->scroller, nth_row (self, 0) != NULL);
  first = row_from (self, 0, 1);
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (first));
  gtk_adjustment_set_value (top, 0);
  self->is_filling = FALSE;
  announce (self);
}

static void
on_changed (KithFinder *self)
{
  fill (self);
}

static void
take (KithFinder *self, GtkListBoxRow *row)
{
  const KithFinderSource *source = self->source;
  gint64 id;

  if (row == NULL || source == NULL || !gtk_widget_is_sensitive (GTK_WIDGET (row)))
    return;
  id = kith_finder_row_get_id (KITH_FINDER_ROW (row));
  kith_finder_close (self);
  source->take (id, self->data);
}

static void
on_activate (KithFinder *self)
{
  take (self, gtk_list_box_get_selected_row (self->list));
}

static void
on_row_activated (KithFinder *self, GtkListBoxRow *row)
{
  take (self, row);
}

/* Down from the entry goes to what is after the one that Enter would take; up from the first row
 * is back in the entry. */
static gboolean
walk (KithFinder *self, int by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  gboolean typing = !kith_widget_has_keyboard (GTK_WIDGET (self->list));
  int at = row != NULL ? gtk_list_box_row_get_index (row) : 0;
  GtkWidget *next = at + by < 0 || (typing && by < 0) ? NULL : row_from (self, at + by, by);

  if (next == NULL && typing && by > 0)
    next = GTK_WIDGET (row);
  if (next != NULL)
    {
      gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (next));
      gtk_widget_grab_focus (next);
    }
  else if (by < 0 && !typing)
    gtk_widget_grab_focus (self->entry);
  return TRUE;
}

/* Letters typed on a row go on in the entry. */
static gboolean
type_on (KithFinder *self, GtkEventControllerKey *controller, guint keyval, GdkModifierType state)
{
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)));
  gunichar letter = gdk_keyval_to_unicode (keyval);

  if (!kith_widget_has_keyboard (GTK_WIDGET (self->list))
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (keyval != GDK_KEY_BackSpace && (letter == 0 || !g_unichar_isprint (letter)))
    return FALSE;
  gtk_widget_grab_focus (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  return gtk_event_controller_key_forward (controller, text);
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        KithFinder *self)
{
  switch (keyval)
    {
    case GDK_KEY_Escape:
      kith_finder_close (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return walk (self, 1);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return walk (self, -1);
    default:
      return type_on (self, controller, keyval, state);
    }
}

/* It covers the map: who goes on working there is done with it. */
static void
on_focus_moved (KithFinder *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->source == NULL || self->is_filling || focus == NULL
      || gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return;
  g_clear_weak_pointer (&self->before);
  kith_finder_close (self);
}

static void
kith_finder_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (kith_finder_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget",
                           G_CALLBACK (on_focus_moved), widget, G_CONNECT_SWAPPED);
}

static void
kith_finder_dispose (GObject *object)
{
  KithFinder *self = KITH_FINDER (object);
  GtkWidget *child;

  self->source = NULL;
  g_clear_weak_pointer (&self->before);
  gtk_widget_dispose_template (GTK_WIDGET (self), KITH_TYPE_FINDER);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child); /* the template knows only those with a name */
  G_OBJECT_CLASS (kith_finder_parent_class)->dispose (object);
}

static void
kith_finder_class_init (KithFinderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_finder_dispose;
  widget_class->root = kith_finder_root;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-finder.ui");
  gtk_widget_class_bind_template_child (widget_class, KithFinder, entry);
  gtk_widget_class_bind_template_child (widget_class, KithFinder, close_button);
  gtk_widget_class_bind_template_child (widget_class, KithFinder, scroller);
  gtk_widget_class_bind_template_child (widget_class, KithFinder, list);
  gtk_widget_class_bind_template_child (widget_class, KithFinder, status);
}

static void
kith_finder_init (KithFinder *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  g_signal_connect_swapped (self->close_button, "clicked", G_CALLBACK (kith_finder_close), self);
}

/**
 * kith_finder_open:
 * @self: a finder
 * @source: (transfer none): what it offers; static
 * @data: for the source
 *
 * Shows it with the keyboard in its entry; what was typed before is selected, so that typing
 * replaces it.
 */
void
kith_finder_open (KithFinder *self, const KithFinderSource *source, gpointer data)
{
  GtkRoot *root;

  g_return_if_fail (KITH_IS_FINDER (self) && source != NULL);

  root = gtk_widget_get_root (GTK_WIDGET (self));
  if (self->source == NULL)
    g_set_weak_pointer (&self->before, gtk_root_get_focus (root));
  self->source = NULL;
  if (self->remembered != source || !source->remembers)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  self->source = source;
  self->remembered = source;
  self->data = data;
  g_object_set (self->entry, "placeholder-text", _ (source->hint), NULL);
  kith_widget_set_name (self->entry, _ (source->name));
  kith_widget_set_name (GTK_WIDGET (self), _ (source->name));
  kith_widget_set_name (GTK_WIDGET (self->list), _ (source->name));
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  fill (self);
}

void
kith_finder_close (KithFinder *self)
{
  g_return_if_fail (KITH_IS_FINDER (self));

  if (self->source == NULL)
    return;
  self->source = NULL;
  if (self->before != NULL && gtk_widget_get_mapped (self->before))
    gtk_widget_grab_focus (self->before);
  g_clear_weak_pointer (&self->before);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  clear (self);
}

void
kith_finder_forget (KithFinder *self)
{
  g_return_if_fail (KITH_IS_FINDER (self));

  kith_finder_close (self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

void
kith_finder_refresh (KithFinder *self)
{
  g_return_if_fail (KITH_IS_FINDER (self));

  fill (self);
}

/**
 * kith_finder_add:
 * @self: a finder, while its source searches
 * @item: what it offers next; its icon goes over to the finder
 */
void
kith_finder_add (KithFinder *self, const KithFinderItem *item)
{
  g_return_if_fail (KITH_IS_FINDER (self) && item != NULL);

  gtk_list_box_append (self->list, kith_finder_row_new (item));
}

void
kith_finder_say (KithFinder *self, const char *text)
{
  g_return_if_fail (KITH_IS_FINDER (self) && text != NULL);

  gtk_label_set_label (self->status, text);
}
