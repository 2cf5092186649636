/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-stakeholder-page.h"

#include <glib/gi18n-lib.h>

#include "kith-add-box.h"
#include "kith-date-row.h"
#include "kith-drivers-group.h"
#include "kith-history-group.h"
#include "kith-load-group.h"
#include "kith-note-row.h"
#include "kith-opinion.h"
#include "kith-picture-row.h"
#include "kith-power-row.h"
#include "kith-record-group.h"
#include "kith-succession-group.h"
#include "kith-sector-row.h"
#include "kith-sectors.h"
#include "kith-short-list.h"
#include "kith-tags-row.h"
#include "kith-verbs.h"

struct _KithStakeholderPage
{
  KithPage parent_instance;

  /* Template */
  GtkWidget *name;
  KithSectorRow *sector;
  GtkWidget *kind;
  GtkMenuButton *suggest;
  AdwExpanderRow *more;
  GtkWidget *short_name;
  GtkWidget *form;
  GtkWidget *level;
  GtkWidget *story;
  GtkWidget *from;
  GtkWidget *to;
  GtkWidget *description;
  GtkWidget *private_note;
  GtkWidget *is_private;
  GtkWidget *pinned;
  KithPictureRow *picture;
  KithTagsRow *tags;
  AdwComboRow *power;
  AdwComboRow *interest;
  GtkWidget *fields;
  GtkWidget *scale_row;
  GtkSpinButton *scale;
  KithShortList *links;
  GtkWidget *spaces_group;
  KithShortList *spaces;
  KithHistoryGroup *history;
  KithRecordGroup *repairs;
  KithDriversGroup *drivers;
  KithRecordGroup *quotes;
  KithLoadGroup *loads;
  KithRecordGroup *barriers;
  KithRecordGroup *answers;
  KithAddBox *add_box;
  KithSuccessionGroup *succession;

  /* State */
  gboolean setting; /* the page itself is writing into the widgets */
};

G_DEFINE_FINAL_TYPE (KithStakeholderPage, kith_stakeholder_page, KITH_TYPE_PAGE)

static void
on_sector_picked (KithStakeholderPage *self, gint64 sector)
{
  KithPage *page = KITH_PAGE (self);
  KithViewer *viewer = kith_page_get_viewer (page);
  KithMap *map = kith_viewer_get_whole_map (viewer);
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, sector);
  GError *error = NULL;
  KithEdit *edit;

  kith_page_flush (page);
  edit = kith_verb_set (map, KITH_STAKEHOLDER, kith_page_get_id (page), "sector", text, &error);
  kith_viewer_perform (viewer, edit, error);
  kith_page_refresh (page); /* the choices have toggled themselves */
}

static void
on_activated (KithStakeholderPage *self, gint64 id)
{
  kith_viewer_select_only (kith_page_get_viewer (KITH_PAGE (self)), id);
}

static void
on_kind_suggested (GSimpleAction *action, GVariant *target, gpointer data)
{
  KithStakeholderPage *self = data;

  gtk_editable_set_text (GTK_EDITABLE (self->kind), g_variant_get_string (target, NULL));
  kith_page_flush (KITH_PAGE (self));
}

static void
show_suggestions (KithStakeholderPage *self, KithId sector)
{
  const char *const *kinds = kith_sector_kinds (sector);
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (kinds[i], NULL);

      g_menu_item_set_action_and_target (item, "kind.suggest", "s", kinds[i]);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->suggest, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->suggest), kinds[0] != NULL);
}

static void
set_number (KithStakeholderPage *self, const char *field, int value)
{
  KithPage *page = KITH_PAGE (self);
  KithViewer *viewer = kith_page_get_viewer (page);
  g_autofree char *text = g_strdup_printf ("%d", value);
  GError *error = NULL;
  KithEdit *edit;

  if (self->setting)
    return;
  edit = kith_verb_set (kith_viewer_get_whole_map (viewer), KITH_STAKEHOLDER,
                        kith_page_get_id (page), field, text, &error);
  kith_viewer_perform (viewer, edit, error);
}

static void
on_power (KithStakeholderPage *self)
{
  set_number (self, "power", (int) adw_combo_row_get_selected (self->power));
}

static void
on_interest (KithStakeholderPage *self)
{
  set_number (self, "interest", (int) adw_combo_row_get_selected (self->interest));
}

static void
on_scale (KithStakeholderPage *self)
{
  int scale = gtk_spin_button_get_value_as_int (self->scale);

  set_number (self, "scale", scale == 100 ? 0 : scale);
}

static void
on_tag_picked (KithStakeholderPage *self)
{
  kith_page_flush (KITH_PAGE (self));
}

static void
show_numbers (KithStakeholderPage *self, KithMap *map, const KithStakeholder *stakeholder)
{
  self->setting = TRUE;
  adw_combo_row_set_selected (self->power, (guint) stakeholder->power);
  adw_combo_row_set_selected (self->interest, (guint) stakeholder->interest);
  gtk_spin_button_set_value (self->scale, stakeholder->scale > 0 ? stakeholder->scale : 100);
  gtk_widget_set_visible (self->scale_row, *kith_map_about (map)->size_by == '\0');
  self->setting = FALSE;
}

static void
install_actions (KithStakeholderPage *self)
{
  static const GActionEntry entries[] = { { "suggest", on_kind_suggested, "s", NULL, NULL } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "kind", G_ACTION_GROUP (group));
}

/* What is not there yet takes a button, not a group. */
static void
set_up_add_box (KithStakeholderPage *self)
{
  KithAddBox *box = self->add_box;
  GtkWidget *button;

  kith_add_box_watch (box, self->quotes);
  kith_add_box_watch (box, self->answers);
  kith_add_box_watch (box, self->barriers);
  kith_add_box_watch (box, self->repairs);
  button = kith_add_box_offer (box, G_OBJECT (self->loads), "empty", _ ("Add chan_ge"),
                               _ ("Add a change that it carries"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (kith_load_group_add), self->loads,
                           G_CONNECT_SWAPPED);
  button = kith_add_box_offer (box, G_OBJECT (self->loads), "may-enter", _ ("Add p_ulse check"),
                               _ ("Enter a round of pulse checks"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.enter-pulses");
  button = kith_add_box_offer (box, G_OBJECT (self->drivers), "empty", _ ("Fill in d_rivers"),
                               _ ("To whom it answers, its money and its pressures"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (kith_drivers_group_edit), self->drivers,
                           G_CONNECT_SWAPPED);
}

static void
kith_stakeholder_page_set_up (KithPage *page)
{
  KithStakeholderPage *self = KITH_STAKEHOLDER_PAGE (page);
  KithBinder *binder = kith_page_get_binder (page);

  kith_page_set_more (page, self->more);
  kith_page_set_name_row (page, self->name);
  kith_short_list_set_links (self->links, kith_page_get_viewer (page));
  set_up_add_box (self);
  kith_binder_bind (binder, "name", self->name);
  kith_binder_bind (binder, "kind", self->kind);
  kith_binder_bind (binder, "short_name", self->short_name);
  kith_binder_bind (binder, "form", self->form);
  kith_binder_bind (binder, "level", self->level);
  kith_binder_bind (binder, "story", self->story);
  kith_binder_bind (binder, "from", self->from);
  kith_binder_bind (binder, "to", self->to);
  kith_binder_bind (binder, "description", self->description);
  kith_binder_bind (binder, "private_note", self->private_note);
  kith_binder_bind (binder, "private", self->is_private);
  kith_binder_bind (binder, "pinned", self->pinned);
  kith_binder_bind (binder, "tags", GTK_WIDGET (self->tags));
  kith_binder_bind (binder, "fields", self->fields);
  self->setting = TRUE;
  kith_power_row_fill (self->power, kith_page_get_viewer (page), "power", NULL);
  kith_power_row_fill (self->interest, kith_page_get_viewer (page), "interest", NULL);
  self->setting = FALSE;
  kith_widget_set_name (GTK_WIDGET (self->scale), _ ("Size, per cent"));
}

/* "Works with · Police 4 · ED 2": each digit is what that one says of the other. */
static char *
describe_link (KithMap *map, const KithLink *link)
{
  GString *text = g_string_new (kith_enum_label (&kith_link_kinds, link->kind));

  for (int end = KITH_END_A; end <= KITH_END_B; end++)
    {
      const KithStakeholder *rater = kith_map_stakeholder (map,
                                                           kith_link_rater (link, (KithEnd) end));
      g_autofree char *digit = NULL;
      KithOpinion opinion;

      kith_opinion_of (map, KITH_ID (link), (KithEnd) end, KITH_TRUST, &opinion);
      digit = kith_opinion_to_digit (&opinion);
      if (*digit != '\0')
        g_string_append_printf (text, " · %s %s", kith_stakeholder_short_name (rater), digit);
    }
  return g_string_free (text, FALSE);
}

static void
show_links (KithStakeholderPage *self, KithMap *map, KithId id)
{
  g_autoptr (GPtrArray) links = kith_map_links_of (map, id);
  GPtrArray *items = kith_short_items_new ();

  for (guint i = 0; i < links->len; i++)
    {
      const KithLink *link = links->pdata[i];
      const KithStakeholder *other = kith_map_stakeholder (map, link->a == id ? link->b : link->a);

      kith_short_items_add (items, KITH_ID (link), g_strdup (other->name),
                            describe_link (map, link), kith_link_to_words (map, link));
    }
  kith_short_list_show (self->links, items,
                        _ ("None yet. Drag from its rim on the map to link it."), NULL);
}

static void
show_spaces (KithStakeholderPage *self, KithMap *map, KithId id)
{
  g_autoptr (GPtrArray) spaces = kith_map_spaces_of (map, id);
  GPtrArray *items = kith_short_items_new ();

  for (guint i = 0; i < spaces->len; i++)
    {
      const KithSpace *space = spaces->pdata[i];

      kith_short_items_add (items, KITH_ID (space), g_strdup (space->name),
                            *space->rhythm != '\0' ? g_strdup (space->rhythm) : NULL, NULL);
    }
  gtk_widget_set_visible (self->spaces_group, spaces->len > 0);
  kith_short_list_show (self->spaces, items, NULL, NULL);
}

static void
kith_stakeholder_page_refresh (KithPage *page)
{
  KithStakeholderPage *self = KITH_STAKEHOLDER_PAGE (page);
  KithViewer *viewer = kith_page_get_viewer (page);
  KithMap *map = kith_page_get_map (page);
  KithId id = kith_page_get_id (page);
  const KithStakeholder *stakeholder = kith_map_stakeholder (map, id);

  if (stakeholder == NULL)
    return;
  kith_sector_row_show (self->sector, viewer,
                        stakeholder->sector != 0 ? stakeholder->sector : KITH_SECTOR_OTHER);
  show_suggestions (self, stakeholder->sector);
  kith_picture_row_show (self->picture, viewer, id);
  if (kith_binder_sees (viewer, KITH_STAKEHOLDER, "tags"))
    kith_tags_row_offer (self->tags, map);
  show_numbers (self, map, stakeholder);
  show_links (self, map, id);
  show_spaces (self, map, id);
  kith_history_group_show (self->history, viewer, KITH_STAKEHOLDER, id);
  kith_record_group_show (self->repairs, viewer, KITH_STAKEHOLDER, id);
  kith_drivers_group_show (self->drivers, viewer, id);
  kith_record_group_show (self->quotes, viewer, KITH_STAKEHOLDER, id);
  kith_record_group_show (self->answers, viewer, KITH_STAKEHOLDER, id);
  kith_load_group_show (self->loads, viewer, id);
  kith_record_group_show (self->barriers, viewer, KITH_STAKEHOLDER, id);
  kith_succession_group_show (self->succession, viewer, id);
}

static void
kith_stakeholder_page_dispose (GObject *object)
{
  G_OBJECT_CLASS (kith_stakeholder_page_parent_class)->dispose (object);
  gtk_widget_dispose_template (GTK_WIDGET (object), KITH_TYPE_STAKEHOLDER_PAGE);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/kith_maps/Kith/kith-stakeholder-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KithStakeholderPage, name);
  gtk_widget_class_bind_template_child (widget_class, KithStakeholderPage, sector);
  gtk_widget_class_bind_template_child (widget_class, KithStakeholderPage, kind);
  gtk_widget_class_bind_template_child (widget_class, KithStakeholderPage, suggest);
  gtk_widget_class_bind_template_child (widget_class, KithStakeholderPage, more);
  gtk_widget_class_bind_template_child (widget_class, KithStakeholderPage, short_name);
  gtk_widget_class_bind_template_child (widget_class, KithStakeholderPage, form);
  gtk_widget_class_bind_template_child (widget_class, KithStakeholderPage, level);
  gtk_widget_class_bind_template_child (widget_class, KithStakeholderPage, story);
  gtk_widget_class_bind_template_child (widget_class, KithStakeholderPage, from);
  gtk_widget_class_bind_template_child (widget_class, KithStakeholderPage, to);
  gtk_widget_class_bind_template_child (widget_class, KithStakeholderPage, description);
  gtk_widget_class_bind_template_child (widget_class, KithStakeholderPage, private_note);
  gtk_widget_class_bind_template_child (widget_class, KithStakeholderPage, is_private);
  gtk_widget_class_bind_template_child (widget_class, KithStakeholderPage, pinned);
  gtk_widget_class_bind_template_child (widget_class, KithStakeholderPage, scale);
  gtk_widget_class_bind_template_child (widget_class, KithStakeholderPage, scale_row);
  gtk_widget_class_bind_template_child (widget_class, KithStakeholderPage, fields);
  gtk_widget_class_bind_template_child (widget_class, KithStakeholderPage, interest);
  gtk_widget_class_bind_template_child (widget_class, KithStakeholderPage, power);
  gtk_widget_class_bind_template_child (widget_class, KithStakeholderPage, tags);
  gtk_widget_class_bind_template_child (widget_class, KithStakeholderPage, picture);
  gtk_widget_class_bind_template_child (widget_class, KithStakeholderPage, links);
  gtk_widget_class_bind_template_child (widget_class, KithStakeholderPage, spaces_group);
  gtk_widget_class_bind_template_child (widget_class, KithStakeholderPage, spaces);
  gtk_widget_class_bind_template_child (widget_class, KithStakeholderPage, history);
  gtk_widget_class_bind_template_child (widget_class, KithStakeholderPage, repairs);
  gtk_widget_class_bind_template_child (widget_class, KithStakeholderPage, drivers);
  gtk_widget_class_bind_template_child (widget_class, KithStakeholderPage, quotes);
  gtk_widget_class_bind_template_child (widget_class, KithStakeholderPage, loads);
  gtk_widget_class_bind_template_child (widget_class, KithStakeholderPage, barriers);
  gtk_widget_class_bind_template_child (widget_class, KithStakeholderPage, answers);
  gtk_widget_class_bind_template_child (widget_class, KithStakeholderPage, add_box);
  gtk_widget_class_bind_template_child (widget_class, KithStakeholderPage, succession);
  gtk_widget_class_bind_template_callback (widget_class, on_sector_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_power);
  gtk_widget_class_bind_template_callback (widget_class, on_interest);
  gtk_widget_class_bind_template_callback (widget_class, on_scale);
  gtk_widget_class_bind_template_callback (widget_class, on_tag_picked);
}

static void
kith_stakeholder_page_class_init (KithStakeholderPageClass *klass)
{
  KithPageClass *page_class = KITH_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_stakeholder_page_dispose;
  page_class->kind = KITH_STAKEHOLDER;
  page_class->set_up = kith_stakeholder_page_set_up;
  page_class->refresh = kith_stakeholder_page_refresh;
  g_type_ensure (KITH_TYPE_NOTE_ROW);
  g_type_ensure (KITH_TYPE_RECORD_GROUP);
  g_type_ensure (KITH_TYPE_ADD_BOX);
  g_type_ensure (KITH_TYPE_DATE_ROW);
  g_type_ensure (KITH_TYPE_SECTOR_ROW);
  g_type_ensure (KITH_TYPE_PICTURE_ROW);
  g_type_ensure (KITH_TYPE_TAGS_ROW);
  g_type_ensure (KITH_TYPE_SHORT_LIST);
  g_type_ensure (KITH_TYPE_HISTORY_GROUP);
  g_type_ensure (KITH_TYPE_DRIVERS_GROUP);
  g_type_ensure (KITH_TYPE_LOAD_GROUP);
  g_type_ensure (KITH_TYPE_SUCCESSION_GROUP);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
kith_stakeholder_page_init (KithStakeholderPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  install_actions (self);
}
