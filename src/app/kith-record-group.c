/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-record-group.h"

#include <glib/gi18n-lib.h>

#include "kith-binder.h"
#include "kith-record-list.h"

struct _KithRecordGroup
{
  AdwPreferencesGroup parent_instance;

  /* Template */
  GtkWidget *add_button;
  AdwButtonContent *add_content;
  GtkLabel *nothing;
  GtkListBox *list;

  /* State */
  const KithRecordGroupKind *kind;
  KithViewer *viewer; /* owned */
  KithKind owner_kind;
  KithId owner;
  GPtrArray *shown; /* owned */
  char *more;       /* owned: what else the rows say */
  gint32 day;       /* as of which they say it */
  gboolean compact;
  gboolean empty;
};

G_DEFINE_FINAL_TYPE (KithRecordGroup, kith_record_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  PROP_0,
  PROP_RECORDS,
  PROP_COMPACT,
  PROP_EMPTY,
  N_PROPS,
};
static GParamSpec *props[N_PROPS];

static void
fill (KithRecordGroup *self)
{
  kith_list_box_clear (self->list);
  for (guint i = 0; i < self->shown->len; i++)
    gtk_list_box_append (self->list, self->kind->new_row (self->viewer, self->shown->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->shown->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), self->shown->len == 0);
}

static void
put_words (KithRecordGroup *self)
{
  const char *title = _ (self->kind->title);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), title);
  adw_button_content_set_label (self->add_content, _ (self->kind->add));
  gtk_widget_set_tooltip_text (self->add_button, _ (self->kind->add_tip));
  gtk_label_set_label (self->nothing, _ (self->kind->nothing));
  kith_widget_set_name (GTK_WIDGET (self->list), title);
}

static void
kith_record_group_set_property (GObject *object, guint prop, const GValue *value, GParamSpec *spec)
{
  KithRecordGroup *self = KITH_RECORD_GROUP (object);

  if (prop == PROP_COMPACT)
    self->compact = g_value_get_boolean (value);
  else if (prop == PROP_RECORDS)
    self->kind = kith_record_group_kind (g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, spec);
}

static void
kith_record_group_get_property (GObject *object, guint prop, GValue *value, GParamSpec *spec)
{
  KithRecordGroup *self = KITH_RECORD_GROUP (object);

  if (prop == PROP_RECORDS)
    g_value_set_string (value, self->kind->key);
  else if (prop == PROP_COMPACT)
    g_value_set_boolean (value, self->compact);
  else if (prop == PROP_EMPTY)
    g_value_set_boolean (value, self->empty);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, spec);
}

static void
kith_record_group_constructed (GObject *object)
{
  G_OBJECT_CLASS (kith_record_group_parent_class)->constructed (object);
  put_words (KITH_RECORD_GROUP (object));
}

static void
kith_record_group_dispose (GObject *object)
{
  KithRecordGroup *self = KITH_RECORD_GROUP (object);

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->more, g_free);
  g_clear_object (&self->viewer);
  gtk_widget_dispose_template (GTK_WIDGET (self), KITH_TYPE_RECORD_GROUP);
  G_OBJECT_CLASS (kith_record_group_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  props[PROP_RECORDS] = g_param_spec_string ("records", NULL, NULL, "barriers",
                                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                                 | G_PARAM_STATIC_STRINGS);
  props[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_EMPTY] = g_param_spec_boolean ("empty", NULL, NULL, FALSE,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
kith_record_group_class_init (KithRecordGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = kith_record_group_set_property;
  object_class->get_property = kith_record_group_get_property;
  object_class->constructed = kith_record_group_constructed;
  object_class->dispose = kith_record_group_dispose;
  install_properties (object_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-record-group.ui");
  gtk_widget_class_bind_template_child (widget_class, KithRecordGroup, add_button);
  gtk_widget_class_bind_template_child (widget_class, KithRecordGroup, add_content);
  gtk_widget_class_bind_template_child (widget_class, KithRecordGroup, nothing);
  gtk_widget_class_bind_template_child (widget_class, KithRecordGroup, list);
  gtk_widget_class_bind_template_callback (widget_class, kith_record_group_add);
}

static void
kith_record_group_init (KithRecordGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kith_record_group_add:
 * @self: a group that shows something of a map
 */
void
kith_record_group_add (KithRecordGroup *self)
{
  self->kind->on_add (GTK_WIDGET (self), self->viewer, self->owner_kind, self->owner);
}

const KithRecordGroupKind *
kith_record_group_get_kind (KithRecordGroup *self)
{
  return self->kind;
}

static void
show_whether_there (KithRecordGroup *self, gboolean sees)
{
  gboolean empty = sees && self->shown->len == 0;

  gtk_widget_set_visible (GTK_WIDGET (self), sees && !(self->compact && empty));
  if (empty == self->empty)
    return;
  self->empty = empty;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EMPTY]);
}

/* Whether the rows have to be made anew although the records are the same. */
static gboolean
take_owner (KithRecordGroup *self, KithViewer *viewer, KithKind owner_kind, KithId owner)
{
  gint32 day = kith_view_day (kith_viewer_get_view (viewer));
  g_autofree char *more = self->kind->more != NULL
                              ? self->kind->more (kith_viewer_get_map (viewer), owner)
                              : NULL;
  gboolean other = self->owner != owner || self->day != day || g_strcmp0 (more, self->more) != 0;

  g_set_object (&self->viewer, viewer);
  self->owner_kind = owner_kind;
  self->owner = owner;
  self->day = day;
  g_free (self->more);
  self->more = g_steal_pointer (&more);
  return other;
}

/**
 * kith_record_group_show:
 * @self: a group
 * @viewer: whose map it is
 * @owner_kind: KITH_LINK, KITH_STAKEHOLDER or KITH_SPACE
 * @owner: what the records belong to
 */
void
kith_record_group_show (KithRecordGroup *self,
                        KithViewer *viewer,
                        KithKind owner_kind,
                        KithId owner)
{
  const KithView *view = kith_viewer_get_view (viewer);
  g_autoptr (GPtrArray) records = self->kind->list (kith_viewer_get_map (viewer), owner,
                                                    kith_view_day (view));
  gboolean other = take_owner (self, viewer, owner_kind, owner);

  if (kith_record_list_keep (&self->shown, records) || other)
    fill (self);
  show_whether_there (self, view->audience <= kith_kind_info (self->kind->kind)->audience);
}
