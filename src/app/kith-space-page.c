/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-record-group.h"
#include "kith-space-page.h"

#include <glib/gi18n-lib.h>

#include "kith-as-at.h"
#include "kith-date-row.h"
#include "kith-history-group.h"
#include "kith-hub.h"
#include "kith-meeting.h"
#include "kith-members-dialog.h"
#include "kith-note-row.h"
#include "kith-short-list.h"
#include "kith-space-principles.h"
#include "kith-verbs-members.h"

#define MOST_STRANGERS 100u /* rows */

struct _KithSpacePage
{
  KithPage parent_instance;

  /* Template */
  GtkWidget *name;
  GtkWidget *purpose;
  GtkWidget *rhythm;
  GtkWidget *status;
  AdwComboRow *drawn;
  GtkWidget *principles;
  GtkWidget *suggest;
  KithShortList *members;
  AdwPreferencesGroup *strangers_group;
  KithShortList *strangers;
  AdwExpanderRow *more;
  GtkWidget *from;
  GtkWidget *to;
  GtkWidget *description;
  GtkWidget *private_note;
  GtkWidget *is_private;
  KithHistoryGroup *history;
  KithRecordGroup *barriers;
  KithRecordGroup *repairs;

  gboolean setting; /* the row shows what holds: nobody has chosen */
};

G_DEFINE_FINAL_TYPE (KithSpacePage, kith_space_page, KITH_TYPE_PAGE)

static void
on_activated (KithSpacePage *self, gint64 id)
{
  kith_viewer_select_only (kith_page_get_viewer (KITH_PAGE (self)), id);
}

/* It left today; who came today was never there. */
static void
on_removed (KithSpacePage *self, gint64 id)
{
  KithPage *page = KITH_PAGE (self);
  KithViewer *viewer = kith_page_get_viewer (page);
  KithMap *whole = kith_viewer_get_whole_map (viewer);
  const KithMembership *now = kith_map_membership (whole, kith_page_get_id (page), id);
  KithMember member = { .stakeholder = id, .to = kith_date_today () };
  GError *error = NULL;
  KithEdit *edit;

  if (now == NULL)
    return;
  member.from = now->from;
  member.host = now->host;
  member.never = kith_date_is_set (&now->from)
                 && kith_date_holds_from (&now->from) >= member.to.first;
  edit = kith_verb_put_members (whole, kith_page_get_id (page), &member, 1, &error);
  kith_viewer_perform (viewer, edit, error);
}

static void
on_choose (KithSpacePage *self)
{
  KithPage *page = KITH_PAGE (self);

  kith_members_dialog_choose (GTK_WIDGET (self), kith_page_get_viewer (page),
                              kith_page_get_id (page));
}

/* Shows a member together with those that it has no link to. */
static void
on_stranger (KithSpacePage *self, gint64 id)
{
  KithPage *page = KITH_PAGE (self);
  g_autoptr (GPtrArray) others = kith_space_strangers_to (kith_page_get_map (page),
                                                          kith_page_get_id (page), id);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (KithId));

  g_array_append_val (ids, id);
  for (guint i = 0; i < others->len; i++)
    g_array_append_val (ids, KITH_RECORD (others->pdata[i])->id);
  kith_viewer_select (kith_page_get_viewer (page), (const KithId *) (gpointer) ids->data, ids->len,
                      FALSE);
}

static char *
strangers_words (guint64 pairs, guint64 all, guint n)
{
  GString *words;

  if (pairs == 0)
    return g_strdup (_ ("All who meet here have a link to each other, too."));
  words = g_string_new (NULL);
  g_string_append_printf (words,
                          ngettext ("%u of %u pair meets here and has no link otherwise.",
                                    "%u of %u pairs meet here and have no link otherwise.",
                                    (gulong) all),
                          (guint) pairs, (guint) all);
  if (n > MOST_STRANGERS)
    /* Translators: of a long list only the first lines are there */
    g_string_append_printf (words,
                            ngettext (" These are the first %u, and there is %u more.",
                                      " These are the first %u, and there are %u more.",
                                      n - MOST_STRANGERS),
                            MOST_STRANGERS, n - MOST_STRANGERS);
  return g_string_free (words, FALSE);
}

static void
show_strangers (KithSpacePage *self, KithMap *map, KithId id)
{
  guint64 pairs, all;
  g_autoptr (GPtrArray) list = kith_space_strangers (map, id, &pairs, &all);
  GPtrArray *items = kith_short_items_new ();
  g_autofree char *words = NULL;

  for (guint i = 0; i < MIN (list->len, MOST_STRANGERS); i++)
    {
      const KithStrangers *strangers = list->pdata[i];

      kith_short_items_add (items, KITH_ID (strangers->member), g_strdup (strangers->member->name),
                            kith_strangers_words (strangers), NULL);
    }
  words = strangers_words (pairs, all, list->len);
  adw_preferences_group_set_description (self->strangers_group, words);
  gtk_widget_set_visible (GTK_WIDGET (self->strangers_group), all > 0);
  kith_short_list_show (self->strangers, items, NULL, NULL);
}

static void
on_drawn (KithSpacePage *self)
{
  KithPage *page = KITH_PAGE (self);
  KithViewer *viewer = kith_page_get_viewer (page);
  GError *error = NULL;
  KithEdit *edit;

  if (self->setting)
    return;
  edit = kith_verb_draw_space (kith_viewer_get_whole_map (viewer), kith_page_get_id (page),
                               (KithSpaceDrawing) adw_combo_row_get_selected (self->drawn), &error);
  kith_viewer_perform (viewer, edit, error);
  kith_page_refresh (page);
}

static void
offer_drawings (KithSpacePage *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < kith_space_drawings.n_values; i++)
    gtk_string_list_append (list, kith_enum_label (&kith_space_drawings, (int) i));
  self->setting = TRUE;
  adw_combo_row_set_model (self->drawn, G_LIST_MODEL (list));
  self->setting = FALSE;
  g_signal_connect_object (self->drawn, "notify::selected", G_CALLBACK (on_drawn), self,
                           G_CONNECT_SWAPPED);
}

static void
kith_space_page_set_up (KithPage *page)
{
  KithSpacePage *self = KITH_SPACE_PAGE (page);
  KithBinder *binder = kith_page_get_binder (page);

  kith_page_set_more (page, self->more);
  kith_page_set_name_row (page, self->name);
  kith_binder_bind (binder, "name", self->name);
  kith_binder_bind (binder, "purpose", self->purpose);
  kith_binder_bind (binder, "rhythm", self->rhythm);
  kith_binder_bind (binder, "status", self->status);
  offer_drawings (self);
  if (kith_binder_bind (binder, "principles", self->principles))
    kith_space_principles_offer (self->suggest, page);
  else
    kith_widget_remove (self->suggest);
  kith_binder_bind (binder, "from", self->from);
  kith_binder_bind (binder, "to", self->to);
  kith_binder_bind (binder, "description", self->description);
  kith_binder_bind (binder, "private_note", self->private_note);
  kith_binder_bind (binder, "private", self->is_private);
}

static void
kith_space_page_refresh (KithPage *page)
{
  KithSpacePage *self = KITH_SPACE_PAGE (page);
  KithMap *map = kith_page_get_map (page);
  KithId id = kith_page_get_id (page);
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GHashTable) hosts = NULL;
  GPtrArray *items;

  if (kith_map_space (map, id) == NULL)
    return;
  self->setting = TRUE;
  adw_combo_row_set_selected (self->drawn, (guint) kith_map_space (map, id)->drawn);
  self->setting = FALSE;
  members = kith_map_members_of (map, id);
  hosts = kith_space_hosts (map, id);
  items = kith_short_items_new ();
  for (guint i = 0; i < members->len; i++)
    {
      const KithStakeholder *member = members->pdata[i];

      kith_short_items_add (items, KITH_ID (member), g_strdup (member->name),
                            g_hash_table_contains (hosts, &member->record.id)
                                ? g_strdup (_ ("Host"))
                                : NULL,
                            NULL);
    }
  kith_short_list_show (self->members, items, _ ("Nobody yet."), _ ("Leave the space"));
  show_strangers (self, map, id);
  kith_history_group_show (self->history, kith_page_get_viewer (page), KITH_SPACE, id);
  kith_record_group_show (self->barriers, kith_page_get_viewer (page), KITH_SPACE, id);
  kith_record_group_show (self->repairs, kith_page_get_viewer (page), KITH_SPACE, id);
}

static void
kith_space_page_dispose (GObject *object)
{
  G_OBJECT_CLASS (kith_space_page_parent_class)->dispose (object);
  gtk_widget_dispose_template (GTK_WIDGET (object), KITH_TYPE_SPACE_PAGE);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-space-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KithSpacePage, name);
  gtk_widget_class_bind_template_child (widget_class, KithSpacePage, purpose);
  gtk_widget_class_bind_template_child (widget_class, KithSpacePage, rhythm);
  gtk_widget_class_bind_template_child (widget_class, KithSpacePage, status);
  gtk_widget_class_bind_template_child (widget_class, KithSpacePage, drawn);
  gtk_widget_class_bind_template_child (widget_class, KithSpacePage, principles);
  gtk_widget_class_bind_template_child (widget_class, KithSpacePage, suggest);
  gtk_widget_class_bind_template_child (widget_class, KithSpacePage, members);
  gtk_widget_class_bind_template_child (widget_class, KithSpacePage, strangers_group);
  gtk_widget_class_bind_template_child (widget_class, KithSpacePage, strangers);
  gtk_widget_class_bind_template_child (widget_class, KithSpacePage, more);
  gtk_widget_class_bind_template_child (widget_class, KithSpacePage, from);
  gtk_widget_class_bind_template_child (widget_class, KithSpacePage, to);
  gtk_widget_class_bind_template_child (widget_class, KithSpacePage, description);
  gtk_widget_class_bind_template_child (widget_class, KithSpacePage, private_note);
  gtk_widget_class_bind_template_child (widget_class, KithSpacePage, is_private);
  gtk_widget_class_bind_template_child (widget_class, KithSpacePage, history);
  gtk_widget_class_bind_template_child (widget_class, KithSpacePage, barriers);
  gtk_widget_class_bind_template_child (widget_class, KithSpacePage, repairs);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_removed);
  gtk_widget_class_bind_template_callback (widget_class, on_choose);
  gtk_widget_class_bind_template_callback (widget_class, on_stranger);
}

static void
kith_space_page_class_init (KithSpacePageClass *klass)
{
  KithPageClass *page_class = KITH_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_space_page_dispose;
  page_class->kind = KITH_SPACE;
  page_class->set_up = kith_space_page_set_up;
  page_class->refresh = kith_space_page_refresh;
  g_type_ensure (KITH_TYPE_NOTE_ROW);
  g_type_ensure (KITH_TYPE_RECORD_GROUP);
  g_type_ensure (KITH_TYPE_DATE_ROW);
  g_type_ensure (KITH_TYPE_SHORT_LIST);
  g_type_ensure (KITH_TYPE_HISTORY_GROUP);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
kith_space_page_init (KithSpacePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
