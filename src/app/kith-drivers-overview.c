/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-drivers-overview.h"

#include <glib/gi18n.h>

#include "kith-binder.h"
#include "kith-drivers-dialog.h"
#include "kith-drivers-group.h"
#include "kith-drivers.h"
#include "kith-opinion.h"

#define KITH_TYPE_DRIVERS_OVERVIEW (kith_drivers_overview_get_type ())
G_DECLARE_FINAL_TYPE (KithDriversOverview,
                      kith_drivers_overview,
                      KITH,
                      DRIVERS_OVERVIEW,
                      KithOverview)

struct _KithDriversOverview
{
  KithOverview parent_instance;

  GtkWidget *who;
  GtkWidget *nothing;
  GtkWidget *group;
  GtkWidget *buttons[2];

  KithId ids[2];
};

G_DEFINE_FINAL_TYPE (KithDriversOverview, kith_drivers_overview, KITH_TYPE_OVERVIEW)

static void
on_fill_in (GtkButton *button, KithDriversOverview *self)
{
  guint i = GTK_WIDGET (button) == self->buttons[1];

  kith_drivers_dialog_open (GTK_WIDGET (self), kith_overview_get_viewer (KITH_OVERVIEW (self)),
                            self->ids[i]);
}

static void
show_button (GtkWidget *button, const KithStakeholder *who)
{
  /* Translators: fill in the card of what a stakeholder is driven and held by */
  g_autofree char *label = g_strdup_printf (_ ("Fill In %s…"), kith_stakeholder_short_name (who));

  gtk_button_set_label (GTK_BUTTON (button), label);
  kith_widget_set_name (button, label);
}

static void
kith_drivers_overview_fill (KithOverview *overview)
{
  KithDriversOverview *self = KITH_DRIVERS_OVERVIEW (overview);
  KithViewer *viewer = kith_overview_get_viewer (overview);
  KithMap *map = kith_viewer_get_map (viewer);
  const KithStakeholder *a = kith_map_stakeholder (map, self->ids[0]);
  const KithStakeholder *b = kith_map_stakeholder (map, self->ids[1]);
  KithAspect aspects[KITH_N_ASPECTS];
  g_autofree char *who = NULL;

  if (a == NULL || b == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  who = g_strdup_printf (_ ("%s and %s"), a->name, b->name);
  gtk_label_set_text (GTK_LABEL (self->who), who);
  show_button (self->buttons[0], a);
  show_button (self->buttons[1], b);
  kith_drivers_group_compare (KITH_DRIVERS_GROUP (self->group), viewer, KITH_ID (a), KITH_ID (b));
  gtk_widget_set_visible (self->nothing,
                          kith_drivers_compare (map, KITH_ID (a), KITH_ID (b), aspects) == 0);
}

static void
kith_drivers_overview_class_init (KithDriversOverviewClass *klass)
{
  KITH_OVERVIEW_CLASS (klass)->fill = kith_drivers_overview_fill;
}

static void
kith_drivers_overview_init (KithDriversOverview *self)
{
  GtkBox *body = kith_overview_get_body (KITH_OVERVIEW (self));

  gtk_window_set_default_size (GTK_WINDOW (self), 640, 680);
  self->who = kith_overview_sentence ("", FALSE);
  gtk_widget_add_css_class (self->who, "heading");
  self->nothing = kith_overview_sentence (
      _ ("Nothing is said yet of what either of them is driven and held by."), TRUE);
  self->group = g_object_new (KITH_TYPE_DRIVERS_GROUP, NULL);
  gtk_box_append (body, self->who);
  gtk_box_append (body, self->nothing);
  gtk_box_append (body, self->group);
  for (guint i = 0; i < 2; i++)
    {
      self->buttons[i] = gtk_button_new ();
      gtk_widget_set_halign (self->buttons[i], GTK_ALIGN_START);
      g_signal_connect (self->buttons[i], "clicked", G_CALLBACK (on_fill_in), self);
      gtk_box_append (body, self->buttons[i]);
    }
}

/**
 * kith_drivers_overview_open:
 * @window: a window with a map
 * @a: one of its stakeholders
 * @b: another
 */
void
kith_drivers_overview_open (KithWindow *window, KithId a, KithId b)
{
  KithDriversOverview *self = g_object_new (KITH_TYPE_DRIVERS_OVERVIEW, NULL);

  self->ids[0] = a;
  self->ids[1] = b;
  kith_overview_open (KITH_OVERVIEW (self), window, _ ("What Drives the Two"));
}
