/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-filter-bar.h"

#include <glib/gi18n.h>

#include "kith-binder.h"
#include "kith-status.h"

#define LONGEST 34 /* characters of a chip */

struct _KithFilterBar
{
  GtkWidget parent_instance;

  /* template */
  GtkBox *lines;
  GtkBox *chips;
  GtkBox *steps;
  GtkLabel *count;

  /* owned */
  KithViewer *viewer;
  GPtrArray *parts; /* of KithFilterPart, one a chip */

  /* state */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (KithFilterBar, kith_filter_bar, GTK_TYPE_WIDGET)

enum
{
  LEAVE,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static GtkWidget *
nth_child (GtkBox *box, guint n)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (box));

  while (child != NULL && n-- > 0)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* The chip that has the keyboard, or -1. */
static int
focused_chip (KithFilterBar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; i < self->parts->len; i++)
    if (focus != NULL && focus == nth_child (self->chips, i))
      return (int) i;
  return -1;
}

static void
on_chip (KithFilterBar *self, GtkWidget *chip)
{
  KithFilter *filter;

  for (guint i = 0; i < self->parts->len; i++)
    if (nth_child (self->chips, i) == chip)
      {
        filter = kith_viewer_dup_filter (self->viewer);
        kith_filter_remove (filter, self->parts->pdata[i]);
        kith_viewer_set_filter (self->viewer, filter);
        return;
      }
}

static GtkWidget *
make_chip (KithFilterBar *self, const KithFilterPart *part)
{
  GtkWidget *chip = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (part->label);
  /* Translators: a button that takes away a part of the filter, for screen readers */
  g_autofree char *name = g_strdup_printf (_ ("Remove from the filter: %s"), part->label);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LONGEST);
  gtk_label_set_width_chars (GTK_LABEL (label), /* it scrolls rather than be cut short */
                             (int) MIN (g_utf8_strlen (part->label, -1), LONGEST));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box),
                  g_object_new (GTK_TYPE_IMAGE, "icon-name", "window-close-symbolic", "pixel-size",
                                12, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "kith-chip");
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (chip, name);
  kith_widget_set_name (chip, name);
  g_signal_connect_swapped (chip, "clicked", G_CALLBACK (on_chip), self);
  return chip;
}

static gboolean
are_same (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!g_str_equal (((KithFilterPart *) a->pdata[i])->label,
                      ((KithFilterPart *) b->pdata[i])->label))
      return FALSE;
  return TRUE;
}

/* The keyboard goes on to the chip that took the place, or else away. */
static void
show_chips (KithFilterBar *self, GPtrArray *parts)
{
  int at = focused_chip (self);
  GtkWidget *chip;

  if (are_same (parts, self->parts))
    {
      g_ptr_array_unref (parts);
      return;
    }
  while ((chip = nth_child (self->chips, 0)) != NULL)
    gtk_box_remove (self->chips, chip);
  g_ptr_array_unref (self->parts);
  self->parts = parts;
  for (guint i = 0; i < parts->len; i++)
    gtk_box_append (self->chips, make_chip (self, parts->pdata[i]));
  if (at < 0)
    return;
  chip = parts->len > 0 ? nth_child (self->chips, MIN ((guint) at, parts->len - 1)) : NULL;
  if (chip != NULL)
    gtk_widget_grab_focus (chip);
  else
    g_signal_emit (self, signals[LEAVE], 0);
}

static void
show_steps (KithFilterBar *self, guint steps)
{
  gtk_widget_set_visible (GTK_WIDGET (self->steps), steps > 0);
  self->is_filling = TRUE;
  for (guint i = 0; i < KITH_MOST_STEPS; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (nth_child (self->steps, i)), i + 1 == steps);
  self->is_filling = FALSE;
}

static void
on_step (KithFilterBar *self, GtkToggleButton *button)
{
  if (self->is_filling)
    return;
  for (guint i = 0; i < KITH_MOST_STEPS; i++)
    if (nth_child (self->steps, i) == GTK_WIDGET (button))
      kith_viewer_set_steps (self->viewer, i + 1);
  show_steps (self, kith_filter_get_steps (kith_viewer_get_view (self->viewer)->filter));
}

static void
show (KithFilterBar *self)
{
  const KithView *view = kith_viewer_get_view (self->viewer);
  KithMap *map = kith_viewer_get_map (self->viewer);
  g_autofree char *count = view->pass != NULL ? kith_pass_to_words (view->pass, map)
                                              : g_strdup ("");

  gtk_widget_set_visible (GTK_WIDGET (self), view->pass != NULL);
  show_chips (self, kith_filter_parts (view->filter, map));
  show_steps (self, kith_filter_get_steps (view->filter));
  if (!g_str_equal (gtk_label_get_label (self->count), count))
    kith_status_set_text (self->count, count);
}

static gboolean
on_key (KithFilterBar *self, guint keyval)
{
  int at = focused_chip (self);

  if (at < 0
      || (keyval != GDK_KEY_Delete && keyval != GDK_KEY_KP_Delete && keyval != GDK_KEY_BackSpace))
    return GDK_EVENT_PROPAGATE;
  on_chip (self, nth_child (self->chips, (guint) at));
  return GDK_EVENT_STOP;
}

static void
add_steps (KithFilterBar *self)
{
  for (guint i = 1; i <= KITH_MOST_STEPS; i++)
    {
      g_autofree char *label = g_strdup_printf ("%u", i);
      g_autofree char *name =
          g_strdup_printf (ngettext ("Focus reaches %u step", "Focus reaches %u steps", i), i);
      GtkWidget *button = gtk_toggle_button_new_with_label (label);

      gtk_widget_set_tooltip_text (button, name);
      kith_widget_set_name (button, name);
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_step), self);
      gtk_box_append (self->steps, button);
    }
}

static void
drop_viewer (KithFilterBar *self)
{
  if (self->viewer != NULL)
    g_signal_handlers_disconnect_by_data (self->viewer, self);
  g_clear_object (&self->viewer);
}

static void
kith_filter_bar_dispose (GObject *object)
{
  KithFilterBar *self = KITH_FILTER_BAR (object);

  drop_viewer (self);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  while (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (GTK_WIDGET (self)));
  G_OBJECT_CLASS (kith_filter_bar_parent_class)->dispose (object);
}

static void
kith_filter_bar_class_init (KithFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_filter_bar_dispose;
  signals[LEAVE] = g_signal_new ("leave", KITH_TYPE_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-filter-bar.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, KithFilterBar, lines);
  gtk_widget_class_bind_template_child (widget_class, KithFilterBar, chips);
  gtk_widget_class_bind_template_child (widget_class, KithFilterBar, steps);
  gtk_widget_class_bind_template_child (widget_class, KithFilterBar, count);
}

static void
kith_filter_bar_init (KithFilterBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->parts = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  add_steps (self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * kith_filter_bar_set_viewer:
 * @self: a filter bar
 * @viewer: (nullable): whose filter it shows from now on
 */
void
kith_filter_bar_set_viewer (KithFilterBar *self, KithViewer *viewer)
{
  g_return_if_fail (KITH_IS_FILTER_BAR (self));

  drop_viewer (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (viewer == NULL)
    return;
  self->viewer = g_object_ref (viewer);
  g_signal_connect_swapped (viewer, "view-changed", G_CALLBACK (show), self);
  g_signal_connect_swapped (viewer, "changed", G_CALLBACK (show), self);
  show (self);
}

void
kith_filter_bar_set_narrow (KithFilterBar *self, gboolean narrow)
{
  g_return_if_fail (KITH_IS_FILTER_BAR (self));

  gtk_label_set_wrap (self->count, narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->lines),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}
