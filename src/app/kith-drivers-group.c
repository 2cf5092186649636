/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-drivers-group.h"

#include <glib/gi18n-lib.h>

#include "kith-binder.h"
#include "kith-drivers-dialog.h"
#include "kith-drivers.h"
#include "kith-opinion.h"
#include "kith-record-list.h"

struct _KithDriversGroup
{
  AdwPreferencesGroup parent_instance;

  /* Template */
  GtkWidget *edit_button;
  GtkLabel *nothing;
  GtkListBox *list;

  /* State */
  KithViewer *viewer; /* owned */
  KithId stakeholder;
  char *shown;    /* owned; all that the rows say */
  gboolean empty; /* it could be filled in, and nothing is */
};

G_DEFINE_FINAL_TYPE (KithDriversGroup, kith_drivers_group, ADW_TYPE_PREFERENCES_GROUP)

void
kith_drivers_group_edit (KithDriversGroup *self)
{
  kith_drivers_dialog_open (GTK_WIDGET (self), self->viewer, self->stakeholder);
}

static void
kith_drivers_group_get_property (GObject *object, guint prop, GValue *value, GParamSpec *spec)
{
  g_value_set_boolean (value, KITH_DRIVERS_GROUP (object)->empty);
}

static void
kith_drivers_group_dispose (GObject *object)
{
  KithDriversGroup *self = KITH_DRIVERS_GROUP (object);

  g_clear_pointer (&self->shown, g_free);
  g_clear_object (&self->viewer);
  gtk_widget_dispose_template (GTK_WIDGET (self), KITH_TYPE_DRIVERS_GROUP);
  G_OBJECT_CLASS (kith_drivers_group_parent_class)->dispose (object);
}

static void
kith_drivers_group_class_init (KithDriversGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_drivers_group_dispose;
  G_OBJECT_CLASS (klass)->get_property = kith_drivers_group_get_property;
  g_object_class_install_property (G_OBJECT_CLASS (klass), 1,
                                   g_param_spec_boolean ("empty", NULL, NULL, FALSE,
                                                         G_PARAM_READABLE
                                                             | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-drivers-group.ui");
  gtk_widget_class_bind_template_child (widget_class, KithDriversGroup, edit_button);
  gtk_widget_class_bind_template_child (widget_class, KithDriversGroup, nothing);
  gtk_widget_class_bind_template_child (widget_class, KithDriversGroup, list);
  gtk_widget_class_bind_template_callback (widget_class, kith_drivers_group_edit);
}

static void
kith_drivers_group_init (KithDriversGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_row (KithDriversGroup *self, const char *title, const char *subtitle)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "subtitle", subtitle,
                                 "use-markup", FALSE, "title-lines", 0, "subtitle-lines", 0,
                                 "activatable", FALSE, NULL);
  g_autofree char *name = g_strdup_printf ("%s: %s", title, subtitle);

  kith_widget_set_name (row, name);
  gtk_list_box_append (self->list, row);
}

/* Pairs of title and text, remade where they differ from what is shown. */
static void
show_rows (KithDriversGroup *self, GPtrArray *pairs, const char *nothing)
{
  g_autoptr (GString) all = g_string_new (nothing);

  for (guint i = 0; i < pairs->len; i++)
    g_string_append_printf (all, "\n%s", (const char *) pairs->pdata[i]);
  if (g_strcmp0 (all->str, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_strdup (all->str);
  kith_list_box_clear (self->list);
  for (guint i = 0; i + 1 < pairs->len; i += 2)
    add_row (self, pairs->pdata[i], pairs->pdata[i + 1]);
  gtk_label_set_text (self->nothing, nothing);
  gtk_widget_set_visible (GTK_WIDGET (self->list), pairs->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), pairs->len == 0);
}

static gboolean
take_viewer (KithDriversGroup *self, KithViewer *viewer)
{
  gboolean sees = kith_viewer_get_view (viewer)->audience
                  <= kith_kind_info (KITH_DRIVERS)->audience;

  gtk_widget_set_visible (GTK_WIDGET (self), sees);
  g_set_object (&self->viewer, viewer);
  return sees;
}

static void
add_card (GPtrArray *pairs, const KithDrivers *card)
{
  for (guint i = 0; i < KITH_N_ASPECTS; i++)
    if (*kith_aspect_text (card, i) != '\0')
      {
        g_ptr_array_add (pairs, g_strdup (kith_aspect_label (i)));
        g_ptr_array_add (pairs, g_strdup (kith_aspect_text (card, i)));
      }
}

/**
 * kith_drivers_group_show:
 * @self: a group on a stakeholder's page
 * @viewer: whose map it is
 * @stakeholder: whose card it is; where nothing is said the page offers to fill it in
 */
void
kith_drivers_group_show (KithDriversGroup *self, KithViewer *viewer, KithId stakeholder)
{
  const KithDrivers *card = kith_drivers_of (kith_viewer_get_map (viewer), stakeholder);
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);
  gboolean sees = FALSE;

  if (take_viewer (self, viewer))
    {
      self->stakeholder = stakeholder;
      add_card (pairs, card);
      show_rows (self, pairs, "");
      sees = TRUE;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), pairs->len > 0);
  self->empty = sees && pairs->len == 0;
  g_object_notify (G_OBJECT (self), "empty");
}

static char *
title_of (const KithAspect *aspect)
{
  switch (aspect->match)
    {
    case KITH_ASPECT_DIFFERS:
      /* Translators: one of the things that drive two organisations: "Money rule · differs" */
      return g_strdup_printf (_ ("%s · differs"), aspect->label);
    case KITH_ASPECT_SAME:
      return g_strdup_printf (_ ("%s · the same"), aspect->label);
    case KITH_ASPECT_ONE_SIDED:
    default:
      return g_strdup (aspect->label);
    }
}

static char *
text_of (const KithAspect *aspect, const char *name_a, const char *name_b)
{
  const char *nothing = _ ("not said");

  if (aspect->match == KITH_ASPECT_SAME)
    return g_strdup (aspect->a);
  return g_strdup_printf ("%s: %s\n%s: %s", name_a, *aspect->a != '\0' ? aspect->a : nothing,
                          name_b, *aspect->b != '\0' ? aspect->b : nothing);
}

/**
 * kith_drivers_group_compare:
 * @self: a group on a link's page
 * @viewer: whose map it is
 * @a: one of the link's ends
 * @b: the other
 */
void
kith_drivers_group_compare (KithDriversGroup *self, KithViewer *viewer, KithId a, KithId b)
{
  KithMap *map = kith_viewer_get_map (viewer);
  const char *name_a = kith_stakeholder_short_name (kith_map_stakeholder (map, a));
  const char *name_b = kith_stakeholder_short_name (kith_map_stakeholder (map, b));
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);
  KithAspect aspects[KITH_N_ASPECTS];
  guint n;

  if (!take_viewer (self, viewer))
    return;
  gtk_widget_set_visible (self->edit_button, FALSE);
  n = kith_drivers_compare (map, a, b, aspects);
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (pairs, title_of (&aspects[i]));
      g_ptr_array_add (pairs, text_of (&aspects[i], name_a, name_b));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  show_rows (self, pairs, "");
}
