/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-step-picker.h"

#include <glib/gi18n-lib.h>

#include "kith-binder.h"
#include "kith-rating.h"

#define N_STEPS 5

struct _KithStepPicker
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget *box;
  GtkToggleButton *steps[N_STEPS];
  GtkMenuButton *absence;

  /* State */
  KithDimension dimension;
  KithScore score;
};

G_DEFINE_FINAL_TYPE (KithStepPicker, kith_step_picker, GTK_TYPE_WIDGET)

enum
{
  PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_score (KithStepPicker *self)
{
  gboolean absent = self->score > KITH_SCORE_5;
  const char *why = absent ? kith_enum_label (&kith_scores, (int) self->score) : "?";

  for (guint i = 0; i < N_STEPS; i++)
    gtk_toggle_button_set_active (self->steps[i], self->score == (KithScore) (i + 1));
  gtk_menu_button_set_label (self->absence, why);
  if (absent)
    gtk_widget_add_css_class (GTK_WIDGET (self->absence), "kith-picked");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->absence), "kith-picked");
}

static void
pick (KithStepPicker *self, KithScore score)
{
  show_score (self); /* a toggle button has toggled itself */
  g_signal_emit (self, signals[PICKED], 0, (int) score);
}

static void
on_step_clicked (KithStepPicker *self, GtkToggleButton *button)
{
  for (guint i = 0; i < N_STEPS; i++)
    if (self->steps[i] == button)
      pick (self, (KithScore) (i + 1));
}

static void
on_pick_action (GtkWidget *widget, const char *name, GVariant *target)
{
  pick (KITH_STEP_PICKER (widget), (KithScore) g_variant_get_int32 (target));
}

static void
name_steps (KithStepPicker *self)
{
  for (guint i = 0; i < N_STEPS; i++)
    {
      g_autofree char *words = kith_rating_step_words (self->dimension, (KithScore) (i + 1));

      gtk_widget_set_tooltip_text (GTK_WIDGET (self->steps[i]), words);
      kith_widget_set_name (GTK_WIDGET (self->steps[i]), words);
    }
}

static gboolean
on_key (GtkEventControllerKey *keys,
        guint keyval,
        guint code,
        GdkModifierType state,
        KithStepPicker *self)
{
  guint digit = gdk_keyval_to_unicode (keyval);

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 || digit < '0' || digit > '5')
    return GDK_EVENT_PROPAGATE;
  pick (self, digit == '0' ? KITH_SCORE_NOT_KNOWN : (KithScore) (digit - '0'));
  return GDK_EVENT_STOP;
}

static void
kith_step_picker_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), KITH_TYPE_STEP_PICKER);
  G_OBJECT_CLASS (kith_step_picker_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-step-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, KithStepPicker, box);
  for (guint i = 0; i < N_STEPS; i++)
    {
      g_autofree char *name = g_strdup_printf ("step_%u", i + 1);

      gtk_widget_class_bind_template_child_full (widget_class, name, FALSE,
                                                 G_STRUCT_OFFSET (KithStepPicker, steps)
                                                     + i * sizeof (GtkToggleButton *));
    }
  gtk_widget_class_bind_template_child (widget_class, KithStepPicker, absence);
  gtk_widget_class_bind_template_callback (widget_class, on_step_clicked);
}

static void
kith_step_picker_class_init (KithStepPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_step_picker_dispose;
  signals[PICKED] = g_signal_new ("picked", KITH_TYPE_STEP_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_install_action (widget_class, "step.pick", "i", on_pick_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  bind_template (widget_class);
}

static void
kith_step_picker_init (KithStepPicker *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  name_steps (self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * kith_step_picker_new:
 *
 * Returns: (transfer floating): a picker of trust without a score
 */
GtkWidget *
kith_step_picker_new (void)
{
  return g_object_new (KITH_TYPE_STEP_PICKER, NULL);
}

/**
 * kith_step_picker_set_dimension:
 * @self: a step picker
 * @dimension: what is rated
 */
void
kith_step_picker_set_dimension (KithStepPicker *self, KithDimension dimension)
{
  self->dimension = dimension;
  name_steps (self);
}

/**
 * kith_step_picker_set_heading:
 * @self: a step picker
 * @heading: what it as a whole is called
 */
void
kith_step_picker_set_heading (KithStepPicker *self, const char *heading)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  -1);
}

/**
 * kith_step_picker_set_score:
 * @self: a step picker
 * @score: the step that holds, or why there is none
 */
void
kith_step_picker_set_score (KithStepPicker *self, KithScore score)
{
  self->score = score;
  show_score (self);
}
