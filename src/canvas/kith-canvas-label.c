/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: the label of a link that is typed where it stands. While it is typed, the live map
 * holds it; one edit comes of it, or none. */
#include <glib/gi18n-lib.h>

#include "kith-canvas-private.h"
#include "kith-verbs.h"

static char *
typed (KithCanvas *self)
{
  GtkWidget *entry = gtk_popover_get_child (GTK_POPOVER (self->label_popover));

  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

static KithEdit *
edit_for (KithMap *map, KithId link, const char *label)
{
  return kith_verb_set (map, KITH_LINK, link, "label", label, NULL);
}

/* Where the label is, or will be, pixels. */
static GdkRectangle
place_of (KithCanvas *self, KithId link)
{
  KithRect plate = { 0 };
  KithPoint middle = { 0, 0 };

  if (!kith_figures_label (self->figures, link, &plate)
      && kith_figures_link_middle (self->figures, link, &middle))
    plate = (KithRect){ middle.x, middle.y, 1, 1 };
  plate = kith_viewport_rect_to_widget (&self->viewport, &plate);
  return (GdkRectangle){ (int) plate.x, (int) plate.y, MAX ((int) plate.width, 1),
                         MAX ((int) plate.height, 1) };
}

static void
on_typed (GtkEditable *entry, KithCanvas *self)
{
  g_autofree char *text = NULL;

  if (self->label_popover == NULL || self->live == NULL)
    return;
  text = typed (self);
  kith_canvas_live_apply (self, edit_for (self->live, self->label_of, text));
}

static void
on_activate (GtkEntry *entry, KithCanvas *self)
{
  kith_canvas_end_label (self, TRUE);
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        KithCanvas *self)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  kith_canvas_end_label (self, FALSE);
  return GDK_EVENT_STOP;
}

/* A click elsewhere keeps what was typed, as it does with a name. */
static void
on_closed (GtkPopover *popover, KithCanvas *self)
{
  kith_canvas_end_label (self, TRUE);
}

static gboolean
on_unparent (gpointer data)
{
  gtk_widget_unparent (data);
  return G_SOURCE_REMOVE;
}

/* Not at once, for it may be its own signal that ends it. */
static void
drop (KithCanvas *self, GtkWidget *popover)
{
  g_signal_handlers_disconnect_by_data (popover, self);
  g_signal_handlers_disconnect_by_data (gtk_popover_get_child (GTK_POPOVER (popover)), self);
  gtk_popover_popdown (GTK_POPOVER (popover));
  g_idle_add_full (G_PRIORITY_DEFAULT, on_unparent, g_object_ref (popover), g_object_unref);
}

/* Enter, Escape, or the focus elsewhere. */
void
kith_canvas_end_label (KithCanvas *self, gboolean commit)
{
  g_autofree char *text = self->label_popover != NULL ? typed (self) : NULL;
  GtkWidget *popover = g_steal_pointer (&self->label_popover);
  const KithLink *link;

  if (popover == NULL)
    return;
  drop (self, popover);
  kith_canvas_live_end (self);
  link = kith_map_link (kith_viewer_get_map (self->viewer), self->label_of);
  if (commit && link != NULL && !g_str_equal (link->label, text))
    kith_viewer_perform (self->viewer,
                         edit_for (kith_viewer_get_whole_map (self->viewer), self->label_of, text),
                         NULL);
  kith_canvas_take_keyboard (self);
}

/* The map has changed underneath. */
void
kith_canvas_label_follow (KithCanvas *self)
{
  if (self->label_popover == NULL)
    return;
  kith_canvas_live_end (self);
  if (kith_map_link (kith_viewer_get_map (self->viewer), self->label_of) == NULL)
    {
      kith_canvas_end_label (self, FALSE);
      return;
    }
  kith_canvas_live_begin (self);
  on_typed (NULL, self);
}

static GtkWidget *
new_entry (KithCanvas *self, const char *label)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), label);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 22);
  gtk_entry_set_max_length (GTK_ENTRY (entry), (int) kith_kind_field (KITH_LINK, "label")->max);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Label of the link"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Label of the link"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (entry, keys);
  g_signal_connect (entry, "changed", G_CALLBACK (on_typed), self);
  g_signal_connect (entry, "activate", G_CALLBACK (on_activate), self);
  return entry;
}

/* The label of the one selected link is typed right there. */
void
kith_canvas_begin_label (KithCanvas *self)
{
  const KithLink *link = kith_canvas_only_link (self);
  GtkWidget *entry;
  GdkRectangle place;
  KithRect extent;

  if (link == NULL)
    {
      kith_canvas_say (self, _ ("Select a link first."));
      return;
    }
  if (kith_viewer_refuses_past (self->viewer))
    return;
  kith_canvas_end_typing (self, TRUE);
  kith_canvas_cancel_tool (self);
  self->label_of = KITH_ID (link);
  if (kith_figures_extent (self->figures, self->label_of, &extent))
    kith_canvas_reveal (self, &extent);
  place = place_of (self, self->label_of);
  entry = new_entry (self, link->label);
  self->label_popover = gtk_popover_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->label_popover),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Label of the link"), -1);
  gtk_popover_set_child (GTK_POPOVER (self->label_popover), entry);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->label_popover), &place);
  gtk_popover_set_position (GTK_POPOVER (self->label_popover), GTK_POS_BOTTOM);
  gtk_widget_set_parent (self->label_popover, GTK_WIDGET (self));
  g_signal_connect (self->label_popover, "closed", G_CALLBACK (on_closed), self);
  kith_canvas_live_begin (self);
  gtk_popover_popup (GTK_POPOVER (self->label_popover));
  gtk_widget_grab_focus (entry);
}
