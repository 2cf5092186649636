/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-needs-group.h"

#include <glib/gi18n-lib.h>

#include "kith-opinion.h"

struct _KithNeedsGroup
{
  AdwPreferencesGroup parent_instance;

  /* Template */
  GtkWidget *need_a;
  GtkWidget *need_b;
};

G_DEFINE_FINAL_TYPE (KithNeedsGroup, kith_needs_group, ADW_TYPE_PREFERENCES_GROUP)

static void
kith_needs_group_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), KITH_TYPE_NEEDS_GROUP);
  G_OBJECT_CLASS (kith_needs_group_parent_class)->dispose (object);
}

static void
kith_needs_group_class_init (KithNeedsGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_needs_group_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-needs-group.ui");
  gtk_widget_class_bind_template_child (widget_class, KithNeedsGroup, need_a);
  gtk_widget_class_bind_template_child (widget_class, KithNeedsGroup, need_b);
}

static void
kith_needs_group_init (KithNeedsGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kith_needs_group_bind:
 * @self: a group
 * @binder: of the link's page
 */
void
kith_needs_group_bind (KithNeedsGroup *self, KithBinder *binder)
{
  if (!kith_binder_bind (binder, "need_a", self->need_a))
    self->need_a = NULL;
  if (!kith_binder_bind (binder, "need_b", self->need_b))
    self->need_b = NULL;
  if (self->need_a == NULL && self->need_b == NULL) /* neither is for this audience */
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), "");
}

static void
name_row (GtkWidget *row, const KithStakeholder *of, const KithStakeholder *other)
{
  const char *short_name = kith_stakeholder_short_name (of);
  const char *short_other = kith_stakeholder_short_name (other);
  /* Translators: what a line to fill in is: "What Police would need of ED" */
  g_autofree char *title = g_strdup_printf (_ ("What %s would need of %s"), short_name,
                                            short_other);

  if (row == NULL)
    return;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), short_name);
  kith_widget_set_tip (row, title);
  kith_widget_set_name (row, title);
  /* within it, where the keyboard is */
  kith_widget_set_name (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (row))), title);
}

/**
 * kith_needs_group_show:
 * @self: a group
 * @map: what may be shown
 * @link: one of its links
 */
void
kith_needs_group_show (KithNeedsGroup *self, KithMap *map, KithId link)
{
  const KithLink *record = kith_map_link (map, link);
  const KithStakeholder *a, *b;

  if (record == NULL)
    return;
  a = kith_map_stakeholder (map, record->a);
  b = kith_map_stakeholder (map, record->b);
  name_row (self->need_a, a, b);
  name_row (self->need_b, b, a);
}
