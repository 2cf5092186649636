/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-map-page.h"

#include <glib/gi18n-lib.h>

#include "kith-annotations.h"
#include "kith-date-row.h"
#include "kith-history-group.h"
#include "kith-note-row.h"
#include "kith-opinion.h"
#include "kith-short-list.h"
#include "kith-sizes.h"

struct _KithMapPage
{
  KithPage parent_instance;

  /* Template */
  GtkWidget *title;
  GtkWidget *purpose;
  AdwExpanderRow *more;
  GtkWidget *description;
  GtkWidget *owner;
  GtkWidget *review;
  AdwComboRow *legend;
  AdwComboRow *size_by;
  GtkWidget *private_note;
  GtkWidget *heard_group;
  GtkLabel *heard;
  KithShortList *spaces;
  KithShortList *notes;
  KithHistoryGroup *history;

  /* State */
  gboolean setting; /* the page itself is writing into the widgets */
  GStrv sizes;      /* owned: what the rows of size_by stand for */
};

G_DEFINE_FINAL_TYPE (KithMapPage, kith_map_page, KITH_TYPE_PAGE)

static void
on_activated (KithMapPage *self, gint64 id)
{
  kith_viewer_select_only (kith_page_get_viewer (KITH_PAGE (self)), id);
}

/* What an arrangement drew is one row for all of it. */
static void
on_note_activated (KithMapPage *self, gint64 id)
{
  KithMap *map = kith_page_get_map (KITH_PAGE (self));
  const KithAnnotation *note = kith_map_annotation (map, id);
  g_autoptr (GArray) ids = NULL;

  if (note == NULL || !kith_annotation_is_arrangement (note))
    {
      on_activated (self, id);
      return;
    }
  ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  KITH_FOR_EACH (KithAnnotation, one, map, KITH_ANNOTATION)
    if (kith_annotation_is_arrangement (one))
      g_array_append_val (ids, one->record.id);
  kith_viewer_select (kith_page_get_viewer (KITH_PAGE (self)),
                      (const KithId *) (gpointer) ids->data, ids->len, FALSE);
}

static void
on_legend_selected (KithMapPage *self)
{
  if (!self->setting)
    kith_viewer_set_legend (kith_page_get_viewer (KITH_PAGE (self)),
                            (KithCorner) adw_combo_row_get_selected (self->legend));
}

static void
on_size_selected (KithMapPage *self)
{
  guint chosen = adw_combo_row_get_selected (self->size_by);

  if (!self->setting && self->sizes != NULL && chosen != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.size-by", "s", self->sizes[chosen]);
}

static void
show_sizes (KithMapPage *self, KithMap *map)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  const char *by = kith_map_about (map)->size_by;
  g_auto (GStrv) sizes = kith_map_list_sizes (map);
  guint at = 0;

  for (guint i = 0; sizes[i] != NULL; i++)
    {
      g_autofree char *name = kith_size_by_words (sizes[i]);

      gtk_string_list_append (words, *name != '\0' ? name : _ ("All the same"));
      if (g_str_equal (sizes[i], by))
        at = i;
    }
  self->setting = TRUE;
  if (self->sizes == NULL
      || !g_strv_equal ((const char *const *) self->sizes, (const char *const *) sizes))
    {
      adw_combo_row_set_model (self->size_by, G_LIST_MODEL (words));
      g_strfreev (self->sizes);
      self->sizes = g_steal_pointer (&sizes);
    }
  adw_combo_row_set_selected (self->size_by, at);
  self->setting = FALSE;
}

static void
show_legend (KithMapPage *self)
{
  const KithView *view = kith_viewer_get_view (kith_page_get_viewer (KITH_PAGE (self)));

  self->setting = TRUE;
  adw_combo_row_set_selected (self->legend, (guint) view->legend);
  self->setting = FALSE;
}

static void
set_up_legend (KithMapPage *self)
{
  g_autoptr (GtkStringList) corners = gtk_string_list_new (NULL);
  KithViewer *viewer = kith_page_get_viewer (KITH_PAGE (self));

  for (guint i = 0; i < kith_corners.n_values; i++)
    gtk_string_list_append (corners, kith_enum_label (&kith_corners, (int) i));
  adw_combo_row_set_model (self->legend, G_LIST_MODEL (corners));
  show_legend (self);
  kith_widget_name_after (GTK_WIDGET (self->legend), ADW_PREFERENCES_ROW (self->legend));
  g_signal_connect_object (self->legend, "notify::selected", G_CALLBACK (on_legend_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (viewer, "view-changed", G_CALLBACK (show_legend), self,
                           G_CONNECT_SWAPPED);
}

static void
kith_map_page_set_up (KithPage *page)
{
  KithMapPage *self = KITH_MAP_PAGE (page);
  KithBinder *binder = kith_page_get_binder (page);
  KithViewer *viewer = kith_page_get_viewer (page);

  kith_page_set_more (page, self->more);
  kith_page_set_name_row (page, self->title);
  kith_binder_bind (binder, "title", self->title);
  kith_binder_bind (binder, "purpose", self->purpose);
  kith_binder_bind (binder, "description", self->description);
  kith_binder_bind (binder, "owner", self->owner);
  kith_binder_bind (binder, "review", self->review);
  kith_binder_bind (binder, "private_note", self->private_note);
  set_up_legend (self);
  kith_widget_name_after (GTK_WIDGET (self->size_by), ADW_PREFERENCES_ROW (self->size_by));
  if (kith_viewer_get_view (viewer)->audience > kith_kind_info (KITH_ASSESSMENT)->audience)
    {
      kith_widget_remove (self->heard_group);
      self->heard = NULL;
    }
}

static void
show_spaces (KithMapPage *self, KithMap *map)
{
  g_autoptr (GPtrArray) spaces = kith_map_list (map, KITH_SPACE);
  GPtrArray *items = kith_short_items_new ();

  for (guint i = 0; i < spaces->len; i++)
    {
      const KithSpace *space = spaces->pdata[i];
      g_autoptr (GPtrArray) members = kith_map_members_of (map, KITH_ID (space));

      kith_short_items_add (items, KITH_ID (space), g_strdup (space->name),
                            g_strdup_printf (ngettext ("%u member", "%u members", members->len),
                                             members->len),
                            NULL);
    }
  kith_short_list_show (self->spaces, items,
                        _ ("None yet. Select several stakeholders to make one from them."), NULL);
}

static void
add_arrangement (GPtrArray *items, GPtrArray *notes)
{
  const KithAnnotation *first = NULL;
  guint n = 0;

  for (guint i = 0; i < notes->len; i++)
    if (kith_annotation_is_arrangement (notes->pdata[i]))
      first = first != NULL ? first : notes->pdata[i], n++;
  if (first != NULL)
    kith_short_items_add (items, KITH_ID (first),
                          g_strdup (kith_enum_label (&kith_arrangements, first->arrangement)),
                          g_strdup_printf (ngettext ("Arrangement, %u part",
                                                     "Arrangement, %u parts", n),
                                           n),
                          NULL);
}

/* What is locked is reached here, for the pointer passes through it. */
static void
show_notes (KithMapPage *self, KithMap *map)
{
  g_autoptr (GPtrArray) notes = kith_map_annotations (map);
  GPtrArray *items = kith_short_items_new ();

  add_arrangement (items, notes);
  for (guint i = 0; i < notes->len; i++)
    {
      const KithAnnotation *note = notes->pdata[i];
      const char *form = kith_enum_label (&kith_annotation_forms, note->form);

      if (kith_annotation_is_arrangement (note))
        continue;
      kith_short_items_add (items, KITH_ID (note), kith_annotation_title (note),
                            /* Translators: what it is: "Frame, locked". */
                            note->locked ? g_strdup_printf (_ ("%s, locked"), form)
                                         : g_strdup (form),
                            NULL);
    }
  kith_short_list_show (self->notes, items, _ ("None yet. The menu of the map’s ground adds them."),
                        NULL);
}

static void
kith_map_page_refresh (KithPage *page)
{
  KithMapPage *self = KITH_MAP_PAGE (page);
  KithMap *map = kith_page_get_map (page);
  g_autofree char *words = NULL;
  KithHeard heard;

  if (self->heard != NULL)
    {
      kith_map_heard (map, &heard);
      words = kith_heard_to_words (&heard);
      gtk_label_set_text (self->heard, words);
    }
  show_spaces (self, map);
  show_notes (self, map);
  show_sizes (self, map);
  kith_history_group_show (self->history, kith_page_get_viewer (page), KITH_ABOUT, KITH_ABOUT_ID);
}

static void
kith_map_page_dispose (GObject *object)
{
  g_clear_pointer (&KITH_MAP_PAGE (object)->sizes, g_strfreev);
  G_OBJECT_CLASS (kith_map_page_parent_class)->dispose (object);
  gtk_widget_dispose_template (GTK_WIDGET (object), KITH_TYPE_MAP_PAGE);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-map-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KithMapPage, title);
  gtk_widget_class_bind_template_child (widget_class, KithMapPage, purpose);
  gtk_widget_class_bind_template_child (widget_class, KithMapPage, more);
  gtk_widget_class_bind_template_child (widget_class, KithMapPage, description);
  gtk_widget_class_bind_template_child (widget_class, KithMapPage, owner);
  gtk_widget_class_bind_template_child (widget_class, KithMapPage, review);
  gtk_widget_class_bind_template_child (widget_class, KithMapPage, legend);
  gtk_widget_class_bind_template_child (widget_class, KithMapPage, size_by);
  gtk_widget_class_bind_template_callback (widget_class, on_size_selected);
  gtk_widget_class_bind_template_child (widget_class, KithMapPage, private_note);
  gtk_widget_class_bind_template_child (widget_class, KithMapPage, heard_group);
  gtk_widget_class_bind_template_child (widget_class, KithMapPage, heard);
  gtk_widget_class_bind_template_child (widget_class, KithMapPage, spaces);
  gtk_widget_class_bind_template_child (widget_class, KithMapPage, notes);
  gtk_widget_class_bind_template_child (widget_class, KithMapPage, history);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_note_activated);
}

static void
kith_map_page_class_init (KithMapPageClass *klass)
{
  KithPageClass *page_class = KITH_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_map_page_dispose;
  page_class->kind = KITH_ABOUT;
  page_class->set_up = kith_map_page_set_up;
  page_class->refresh = kith_map_page_refresh;
  g_type_ensure (KITH_TYPE_NOTE_ROW);
  g_type_ensure (KITH_TYPE_DATE_ROW);
  g_type_ensure (KITH_TYPE_SHORT_LIST);
  g_type_ensure (KITH_TYPE_HISTORY_GROUP);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
kith_map_page_init (KithMapPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
