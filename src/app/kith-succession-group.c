/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-succession-group.h"

#include "kith-record-list.h"
#include "kith-succession.h"
#include "kith-verbs.h"

#include <glib/gi18n.h>

struct _KithSuccessionGroup
{
  AdwPreferencesGroup parent_instance;

  /* Template */
  GtkListBox *list;

  /* State */
  KithViewer *viewer; /* owned */
  KithId stakeholder;
  GPtrArray *shown; /* owned: KithSuccession and KithName */
  char *said;       /* what the rows say */
};

G_DEFINE_FINAL_TYPE (KithSuccessionGroup, kith_succession_group, ADW_TYPE_PREFERENCES_GROUP)

/* The one at the other end of a succession. */
static KithId
other_of (const KithSuccession *succession, KithId one)
{
  return succession->before == one ? succession->after : succession->before;
}

static void
on_activated (AdwActionRow *row, KithSuccessionGroup *self)
{
  const KithSuccession *record = g_object_get_data (G_OBJECT (row), "record");
  KithId other = other_of (record, self->stakeholder);

  if (kith_viewer_not_now (self->viewer, other))
    kith_viewer_set_ended (self->viewer, TRUE);
  if (kith_viewer_hides (self->viewer, other))
    kith_viewer_keep (self->viewer, other);
  kith_viewer_select_only (self->viewer, other);
}

static void
on_delete (GtkButton *button, KithSuccessionGroup *self)
{
  const KithRecord *record = g_object_get_data (G_OBJECT (button), "record");

  kith_viewer_perform (self->viewer,
                       kith_verb_delete (kith_viewer_get_whole_map (self->viewer), &record->id, 1,
                                         NULL),
                       NULL);
}

static void
add_delete (KithSuccessionGroup *self, AdwActionRow *row, gpointer record, const char *words)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: an earlier name of a stakeholder, or who became whom, in words. */
  g_autofree char *name = g_strdup_printf (_ ("Delete: %s"), words);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Delete"));
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "record", kith_record_ref (record), kith_record_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_delete), self, 0);
  adw_action_row_add_suffix (row, button);
}

/* Who went before has ended, and is told of all the same. */
static KithMap *
map_of (KithViewer *viewer)
{
  return kith_viewer_is_past (viewer) || kith_viewer_get_comparison (viewer) != NULL
             ? kith_viewer_get_map (viewer)
             : kith_viewer_get_seen_map (viewer);
}

static char *
words_of (KithMap *map, gconstpointer record)
{
  return KITH_KIND (record) == KITH_NAME ? kith_name_to_words (map, record)
                                         : kith_succession_to_words (map, record);
}

static GtkWidget *
make_row (KithSuccessionGroup *self, KithMap *map, gpointer record)
{
  g_autofree char *words = words_of (map, record);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", words,
                                 "title-lines", 0, NULL);

  add_delete (self, ADW_ACTION_ROW (row), record, words);
  if (KITH_KIND (record) == KITH_NAME)
    return row;
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "record", kith_record_ref (record), kith_record_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_activated), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

static void
fill (KithSuccessionGroup *self)
{
  KithMap *map = map_of (self->viewer);

  kith_list_box_clear (self->list);
  for (guint i = 0; i < self->shown->len; i++)
    gtk_list_box_append (self->list, make_row (self, map, self->shown->pdata[i]));
}

static void
kith_succession_group_dispose (GObject *object)
{
  KithSuccessionGroup *self = KITH_SUCCESSION_GROUP (object);

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->said, g_free);
  g_clear_object (&self->viewer);
  gtk_widget_dispose_template (GTK_WIDGET (self), KITH_TYPE_SUCCESSION_GROUP);
  G_OBJECT_CLASS (kith_succession_group_parent_class)->dispose (object);
}

static void
kith_succession_group_class_init (KithSuccessionGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_succession_group_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/kith_maps/Kith/kith-succession-group.ui");
  gtk_widget_class_bind_template_child (widget_class, KithSuccessionGroup, list);
}

static void
kith_succession_group_init (KithSuccessionGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The others may have been renamed. */
static gboolean
words_differ (KithSuccessionGroup *self, KithMap *map)
{
  g_autoptr (GString) said = g_string_new (NULL);

  for (guint i = 0; i < self->shown->len; i++)
    {
      g_autofree char *words = words_of (map, self->shown->pdata[i]);

      g_string_append_printf (said, "%s\n", words);
    }
  if (g_strcmp0 (said->str, self->said) == 0)
    return FALSE;
  g_free (self->said);
  self->said = g_strdup (said->str);
  return TRUE;
}

/**
 * kith_succession_group_show:
 * @self: a group
 * @viewer: whose map it is
 * @stakeholder: one of its stakeholders
 */
void
kith_succession_group_show (KithSuccessionGroup *self, KithViewer *viewer, KithId stakeholder)
{
  KithMap *map = map_of (viewer);
  g_autoptr (GPtrArray) all = kith_map_predecessors_of (map, stakeholder);
  g_autoptr (GPtrArray) after = kith_map_successors_of (map, stakeholder);
  g_autoptr (GPtrArray) names = kith_map_names_of (map, stakeholder);
  gboolean differ;

  g_ptr_array_extend (all, after, NULL, NULL);
  g_ptr_array_extend (all, names, NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), all->len > 0);
  g_set_object (&self->viewer, viewer);
  self->stakeholder = stakeholder;
  differ = kith_record_list_keep (&self->shown, all);
  if (words_differ (self, map) || differ)
    fill (self);
}
