/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-together.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "kith-binder.h"
#include "kith-tags.h"

#define LONGEST_TAG 100 /* characters */

struct _KithTogether
{
  GtkBox parent_instance;

  /* children */
  AdwPreferencesGroup *tags;
  AdwPreferencesGroup *spaces;
  GtkEditable *tag;
  GtkWidget *join; /* menu of the shared spaces that not all of them are in */

  GPtrArray *rows; /* of those that come and go, borrowed; their groups at the same places */
  GPtrArray *groups;
};

G_DEFINE_FINAL_TYPE (KithTogether, kith_together, GTK_TYPE_BOX)

/* One of the things that some or all of them have. */
typedef struct
{
  const char *name;
  const char *on;  /* action that gives it to all, and its words */
  const char *off; /* action that takes it away */
  const char *on_words;
  const char *off_words;
  GVariant *target;
  guint n; /* how many have it */
} Thing;

static GtkWidget *
make_button (const char *icon, const char *words, const char *action, GVariant *target)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, words);
  kith_widget_set_name (button, words);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static void
add_row (KithTogether *self, AdwPreferencesGroup *group, const Thing *thing, guint all)
{
  /* Translators: of how many of the selected stakeholders something holds. */
  g_autofree char *count = thing->n < all ? g_strdup_printf (_ ("%u of %u"), thing->n, all)
                                          : g_strdup (_ ("All of them"));
  g_autofree char *on = g_strdup_printf (thing->on_words, thing->name);
  g_autofree char *off = g_strdup_printf (thing->off_words, thing->name);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", thing->name,
                                 "subtitle", count, "activatable", FALSE, NULL);

  if (thing->n < all)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               make_button ("list-add-symbolic", on, thing->on, thing->target));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             make_button ("list-remove-symbolic", off, thing->off, thing->target));
  kith_widget_set_name (row, thing->name);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->groups, group);
}

static void
clear (KithTogether *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->groups->pdata[i], self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->groups, 0);
}

static void
show_tags (KithTogether *self, KithMap *map, const GPtrArray *list)
{
  g_auto (GStrv) all = kith_map_list_tags (map);

  for (guint i = 0; all[i] != NULL; i++)
    {
      g_autoptr (GVariant) target = g_variant_ref_sink (g_variant_new_string (all[i]));
      Thing thing = {
        all[i], "win.tag", "win.untag", _ ("Tag all of them as %s"), _ ("Take off the tag %s"),
        target, 0
      };

      for (guint j = 0; j < list->len; j++)
        thing.n += kith_tags_have (((const KithStakeholder *) list->pdata[j])->tags, all[i]) != 0;
      if (thing.n > 0)
        add_row (self, self->tags, &thing, list->len);
    }
}

static guint
count_members (KithMap *map, KithId space, const GPtrArray *list)
{
  guint n = 0;

  for (guint i = 0; i < list->len; i++)
    {
      const GPtrArray *referrers = kith_map_referrers (map, KITH_ID (list->pdata[i]));

      for (guint j = 0; referrers != NULL && j < referrers->len; j++)
        if (KITH_KIND (referrers->pdata[j]) == KITH_MEMBERSHIP
            && ((const KithMembership *) referrers->pdata[j])->space == space)
          {
            n++;
            break;
          }
    }
  return n;
}

static void
show_spaces (KithTogether *self, KithMap *map, const GPtrArray *list)
{
  g_autoptr (GPtrArray) all = kith_map_list (map, KITH_SPACE);
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const KithSpace *space = all->pdata[i];
      g_autoptr (GVariant) target = g_variant_ref_sink (g_variant_new_int64 (KITH_ID (space)));
      g_autoptr (GMenuItem) item = g_menu_item_new (space->name, NULL);
      Thing thing = { space->name,
                      "win.join-space",
                      "win.leave-space",
                      _ ("Add all of them to %s"),
                      _ ("Take them out of %s"),
                      target,
                      count_members (map, KITH_ID (space), list) };

      if (thing.n > 0)
        add_row (self, self->spaces, &thing, list->len);
      if (thing.n >= list->len)
        continue;
      g_menu_item_set_action_and_target_value (item, "win.join-space", target);
      g_menu_append_item (menu, item);
    }
  gtk_widget_set_visible (self->join, g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->join), G_MENU_MODEL (menu));
}

/**
 * kith_together_show:
 * @self: the rows
 * @map: the map that is shown
 * @stakeholders: (element-type KithStakeholder): the selected ones
 */
void
kith_together_show (KithTogether *self, KithMap *map, const GPtrArray *stakeholders)
{
  clear (self);
  show_tags (self, map, stakeholders);
  show_spaces (self, map, stakeholders);
}

void
kith_together_focus_tag (KithTogether *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->tag));
}

void
kith_together_choose_space (KithTogether *self)
{
  if (gtk_widget_get_visible (self->join))
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->join));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.new-space", NULL);
}

static void
on_tag (KithTogether *self)
{
  g_autofree char *tag = g_strstrip (g_strdup (gtk_editable_get_text (self->tag)));

  if (*tag == '\0')
    return;
  /* emptied, there is nothing to apply */
  gtk_editable_set_text (self->tag, "");
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->tag), FALSE);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->tag), TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tag", "s", tag);
}

static void
kith_together_finalize (GObject *object)
{
  KithTogether *self = KITH_TOGETHER (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->groups);
  G_OBJECT_CLASS (kith_together_parent_class)->finalize (object);
}

static void
kith_together_class_init (KithTogetherClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kith_together_finalize;
}

static void
make_tag_entry (KithTogether *self)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ENTRY_ROW, "title", _ ("Add a _tag to all of them"),
                                 "use-underline", TRUE, "show-apply-button", TRUE, NULL);
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (row));

  self->tag = GTK_EDITABLE (row);
  gtk_editable_set_enable_undo (self->tag, FALSE);
  gtk_text_set_max_length (GTK_TEXT (text), LONGEST_TAG);
  kith_widget_name_after (row, ADW_PREFERENCES_ROW (row));
  kith_widget_name_after (GTK_WIDGET (text), ADW_PREFERENCES_ROW (row));
  g_signal_connect_object (row, "apply", G_CALLBACK (on_tag), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->tags, row);
}

static GtkWidget *
make_join_button (void)
{
  GtkWidget *content = g_object_new (ADW_TYPE_BUTTON_CONTENT, "icon-name", "kith-space-symbolic",
                                     "label", _ ("Add to a shared s_pace"), "use-underline", TRUE,
                                     "halign", GTK_ALIGN_CENTER, NULL);
  GtkWidget *button = g_object_new (GTK_TYPE_MENU_BUTTON, "child", content, NULL);

  kith_widget_set_name (button, _ ("Add to a shared space"));
  return button;
}

static void
kith_together_init (KithTogether *self)
{
  self->rows = g_ptr_array_new ();
  self->groups = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->tags = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->spaces = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->join = make_join_button ();
  make_tag_entry (self);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->tags));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->spaces));
  gtk_box_append (GTK_BOX (self), self->join);
}
