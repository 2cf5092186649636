/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-canvas-child.h"

#include <string.h>

struct _KithCanvasChild
{
  GtkWidget parent_instance;

  KithId id;
  char *name;
  char *description;
  int selected; /* -1: not told yet */
};

G_DEFINE_FINAL_TYPE (KithCanvasChild, kith_canvas_child, GTK_TYPE_WIDGET)

enum
{
  FOCUSED,
  ACTED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/* Assistive technology is offered those of its kind; the names are what it reads out. */
static const struct
{
  const char *name;
  KithKind kinds[4]; /* KITH_ABOUT: no more */
} actions[] = {
  { "item.select", { KITH_STAKEHOLDER, KITH_LINK, KITH_SPACE, KITH_ANNOTATION } },
  { "item.open", { KITH_STAKEHOLDER, KITH_LINK, KITH_SPACE, KITH_ANNOTATION } },
  { "item.follow-link", { KITH_STAKEHOLDER, KITH_LINK } },
  { "item.link-to", { KITH_STAKEHOLDER } },
  { "item.add-linked", { KITH_STAKEHOLDER } },
  { "item.rename", { KITH_STAKEHOLDER, KITH_ANNOTATION } },
  { "item.lock", { KITH_ANNOTATION } },
  { "item.other-end", { KITH_LINK } },
  { "item.reconnect", { KITH_LINK } },
  { "item.reverse", { KITH_LINK } },
  { "item.label", { KITH_LINK } },
  { "item.bend-left", { KITH_LINK } },
  { "item.bend-right", { KITH_LINK } },
  { "item.unbend", { KITH_LINK } },
  { "item.rate-1", { KITH_LINK } },
  { "item.rate-2", { KITH_LINK } },
  { "item.rate-3", { KITH_LINK } },
  { "item.rate-4", { KITH_LINK } },
  { "item.rate-5", { KITH_LINK } },
  { "item.rate-0", { KITH_LINK } },
  { "item.draw-space", { KITH_SPACE } },
  { "item.warning-signs", { KITH_ABOUT } }, /* only where there are such flags */
  { "item.repair-plan", { KITH_ABOUT } },
  { "item.delete", { KITH_STAKEHOLDER, KITH_LINK, KITH_SPACE, KITH_ANNOTATION } },
};

static void
on_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[ACTED], 0, strchr (name, '.') + 1);
}

static void
offer_actions (GtkWidget *widget, KithKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gboolean offered = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (actions[i].kinds); j++)
        offered = offered || actions[i].kinds[j] == kind;
      gtk_widget_action_set_enabled (widget, actions[i].name, offered);
    }
}

static void
on_enter (GtkEventControllerFocus *controller, KithCanvasChild *self)
{
  g_signal_emit (self, signals[FOCUSED], 0);
}

static void
kith_canvas_child_finalize (GObject *object)
{
  KithCanvasChild *self = KITH_CANVAS_CHILD (object);

  g_free (self->name);
  g_free (self->description);
  G_OBJECT_CLASS (kith_canvas_child_parent_class)->finalize (object);
}

static void
kith_canvas_child_class_init (KithCanvasChildClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kith_canvas_child_finalize;
  gtk_widget_class_set_css_name (widget_class, "kith-item");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, on_action);

  signals[FOCUSED] = g_signal_new ("focused", KITH_TYPE_CANVAS_CHILD, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTED] = g_signal_new ("acted", KITH_TYPE_CANVAS_CHILD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
kith_canvas_child_init (KithCanvasChild *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->selected = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  g_signal_connect (focus, "enter", G_CALLBACK (on_enter), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * kith_canvas_child_new:
 * @id: what it stands for; never changes
 * @kind: a stakeholder, a link or a shared space
 *
 * Returns: (transfer floating): a child without a name
 */
GtkWidget *
kith_canvas_child_new (KithId id, KithKind kind)
{
  KithCanvasChild *self = g_object_new (KITH_TYPE_CANVAS_CHILD, NULL);

  self->id = id;
  offer_actions (GTK_WIDGET (self), kind);
  return GTK_WIDGET (self);
}

KithId
kith_canvas_child_get_id (KithCanvasChild *self)
{
  return self->id;
}

static gboolean
replace (char **text, const char *value)
{
  if (g_strcmp0 (*text, value) == 0)
    return FALSE;
  g_free (*text);
  *text = g_strdup (value);
  return TRUE;
}

/**
 * kith_canvas_child_describe:
 * @self: a child
 * @name: what it is called by a screen reader
 * @description: what else there is to say
 * @selected: whether it is selected
 *
 * Tells assistive technology only what differs.
 */
void
kith_canvas_child_describe (KithCanvasChild *self,
                            const char *name,
                            const char *description,
                            gboolean selected)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (self);

  if (replace (&self->name, name))
    gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (replace (&self->description, description))
    gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                    -1);
  if (self->selected != selected)
    gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
  self->selected = selected;
}
