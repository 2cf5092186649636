/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-inclusion-dialog.h"

#include <glib/gi18n-lib.h>

#include "kith-barrier-row.h"
#include "kith-barrier.h"
#include "kith-coverage-grid.h"
#include "kith-meeting.h"
#include "kith-record-list.h"
#include "kith-sectors.h"
#include "kith-short-list.h"
#include "kith-style.h"

struct _KithInclusionDialog
{
  AdwWindow parent_instance;

  /* Template */
  KithCoverageGrid *grid;
  KithShortList *outside;
  KithShortList *spoken_for;
  GtkWidget *voices_group;
  KithShortList *voices;
  KithShortList *beside;
  GtkWidget *barriers_group;
  GtkWidget *no_barriers;
  GtkListBox *barriers;

  /* State */
  KithViewer *viewer; /* owned */
  KithAudience audience;
  GPtrArray *shown; /* owned: the barriers */
  char *said;       /* owned: where they bite; names differ, where the barriers do not */
  gint32 day;       /* as of which some are gone */
};

G_DEFINE_FINAL_TYPE (KithInclusionDialog, kith_inclusion_dialog, ADW_TYPE_WINDOW)

/* What the rows about shared spaces stand for. */
enum
{
  BESIDE_NONE = 1, /* stakeholders in no space */
  BESIDE_LINKS,    /* links through no space */
};

/* --- Showing on the map --- */

static void
select_all (KithInclusionDialog *self, GPtrArray *records)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (KithId));

  for (guint i = 0; i < records->len; i++)
    g_array_append_val (ids, KITH_RECORD (records->pdata[i])->id);
  kith_viewer_select (self->viewer, (const KithId *) (gpointer) ids->data, ids->len, FALSE);
}

static void
on_place (KithInclusionDialog *self, gint64 sector, int level)
{
  g_autoptr (GPtrArray) there = kith_coverage_at (kith_viewer_get_map (self->viewer), sector,
                                                  level);

  select_all (self, there);
}

static void
on_activated (KithInclusionDialog *self, gint64 id)
{
  kith_viewer_select_only (self->viewer, id);
}

static void
on_voices (KithInclusionDialog *self, gint64 sector)
{
  on_place (self, sector, -1);
}

static void
on_beside (KithInclusionDialog *self, gint64 what)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  g_autoptr (GPtrArray) records = what == BESIDE_LINKS ? kith_links_through_no_space (map)
                                                       : kith_stakeholders_in_no_space (map);

  select_all (self, records);
}

/* --- Words --- */

static char *
names_of (const GPtrArray *stakeholders, guint from)
{
  GString *names = g_string_new (NULL);

  for (guint i = from; i < stakeholders->len; i++)
    g_string_append_printf (names, "%s%s", i > from ? ", " : "",
                            ((const KithStakeholder *) stakeholders->pdata[i])->name);
  return g_string_free (names, FALSE);
}

static char *
introduced_by (KithMap *map, KithId stakeholder)
{
  g_autoptr (GPtrArray) by = kith_coverage_knows (map, stakeholder);
  g_autoptr (GPtrArray) way = by->len == 0 ? kith_coverage_way (map, stakeholder) : NULL;
  g_autofree char *names = names_of (by, 0);
  g_autofree char *through = NULL;

  if (way == NULL)
    /* Translators: those who could introduce a stakeholder who is not yet involved: names */
    return g_strdup_printf (_ ("Could be introduced by %s"), names);
  if (way->len < 2)
    return g_strdup (_ ("Nobody at the table has a link to it"));
  through = names_of (way, 1);
  /* Translators: one at the table, and those between: "by Council, through Carers, Families" */
  return g_strdup_printf (_ ("Could be introduced by %s, through %s"),
                          ((const KithStakeholder *) way->pdata[0])->name, through);
}

static void
show_told_of (KithInclusionDialog *self, KithShortList *list, KithStory story, const char *nothing)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  g_autoptr (GPtrArray) all = kith_coverage_told_of (map, story);
  GPtrArray *items = kith_short_items_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const KithStakeholder *stakeholder = all->pdata[i];

      kith_short_items_add (items, KITH_ID (stakeholder), g_strdup (stakeholder->name),
                            introduced_by (map, KITH_ID (stakeholder)), NULL);
    }
  kith_short_list_show (list, items, nothing, NULL);
}

/* "Heard from 5 of 12 ends · 2 of 3 answered a question" */
static char *
voice_words (KithInclusionDialog *self, const KithCoverageRow *row)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  GString *words = g_string_new (NULL);

  if (self->audience <= kith_kind_info (KITH_ASSESSMENT)->audience)
    g_string_append_printf (words,
                            ngettext ("Own word from %u of %u end", "Own word from %u of %u ends",
                                      row->ends),
                            row->heard, row->ends);
  if (self->audience <= kith_kind_info (KITH_ANSWER)->audience
      && kith_map_n (map, KITH_QUESTION) > 0)
    g_string_append_printf (words,
                            ngettext (" · %u of %u answered a question",
                                      " · %u of %u answered a question", row->n),
                            row->answered, row->n);
  return g_string_free (words, FALSE);
}

static void
show_voices (KithInclusionDialog *self, GArray *rows)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  GPtrArray *items = kith_short_items_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      const KithCoverageRow *row = &g_array_index (rows, KithCoverageRow, i);

      if (row->n > 0)
        kith_short_items_add (items, row->sector, g_strdup (kith_sector_name (map, row->sector)),
                              voice_words (self, row), NULL);
    }
  kith_short_list_show (self->voices, items, _ ("Nobody is on the map yet."), NULL);
}

static void
show_beside (KithInclusionDialog *self)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  g_autoptr (GPtrArray) alone = kith_stakeholders_in_no_space (map);
  g_autoptr (GPtrArray) links = kith_links_through_no_space (map);
  GPtrArray *items = kith_short_items_new ();

  if (alone->len > 0)
    kith_short_items_add (items, BESIDE_NONE, g_strdup (_ ("In no shared space")),
                          g_strdup_printf (ngettext ("%u of %u stakeholder",
                                                     "%u of %u stakeholders",
                                                     kith_map_n (map, KITH_STAKEHOLDER)),
                                           alone->len, kith_map_n (map, KITH_STAKEHOLDER)),
                          NULL);
  if (links->len > 0)
    kith_short_items_add (items, BESIDE_LINKS,
                          g_strdup (_ ("Links whose ends meet in no shared space")),
                          g_strdup_printf (ngettext ("%u of %u link", "%u of %u links",
                                                     kith_map_n (map, KITH_LINK)),
                                           links->len, kith_map_n (map, KITH_LINK)),
                          NULL);
  kith_short_list_show (self->beside, items,
                        _ ("Everybody is in a shared space, and every link goes through one."),
                        NULL);
}

static char *
subjects_of (KithInclusionDialog *self, const GPtrArray *barriers)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < barriers->len; i++)
    {
      g_autofree char *subject = kith_barrier_subject (kith_viewer_get_map (self->viewer),
                                                       barriers->pdata[i]);

      g_string_append_printf (all, "%s\n", subject);
    }
  return g_string_free (all, FALSE);
}

static void
show_barriers (KithInclusionDialog *self)
{
  gint32 day = kith_view_day (kith_viewer_get_view (self->viewer));
  g_autoptr (GPtrArray) all = kith_barriers_of (kith_viewer_get_map (self->viewer), 0, day);
  g_autofree char *said = subjects_of (self, all);
  gboolean other = day != self->day || g_strcmp0 (said, self->said) != 0;

  self->day = day;
  g_free (self->said);
  self->said = g_steal_pointer (&said);
  if (!kith_record_list_keep (&self->shown, all) && !other)
    return;
  kith_list_box_clear (self->barriers);
  for (guint i = 0; i < all->len; i++)
    gtk_list_box_append (self->barriers, kith_barrier_row_new (self->viewer, all->pdata[i], TRUE));
  gtk_widget_set_visible (GTK_WIDGET (self->barriers), all->len > 0);
  gtk_widget_set_visible (self->no_barriers, all->len == 0);
}

static void
refresh (KithInclusionDialog *self)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  g_autoptr (GArray) rows = kith_coverage_new (map);

  kith_coverage_grid_show (self->grid, map, rows);
  show_told_of (self, self->outside, KITH_STORY_NOT_INVOLVED,
                _ ("Nobody on the map is marked as not yet involved. Who is missing?"));
  show_told_of (self, self->spoken_for, KITH_STORY_REPRESENTED,
                _ ("Nobody on the map is marked as represented by others."));
  show_voices (self, rows);
  show_beside (self);
  show_barriers (self);
}

/* Another day shows something else; for another audience it goes (kith-onlookers.h). */
static void
on_view_changed (KithInclusionDialog *self)
{
  if (kith_viewer_get_view (self->viewer)->audience == self->audience)
    refresh (self);
}

static void
kith_inclusion_dialog_dispose (GObject *object)
{
  KithInclusionDialog *self = KITH_INCLUSION_DIALOG (object);

  if (self->viewer != NULL)
    g_signal_handlers_disconnect_by_data (self->viewer, self);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->said, g_free);
  g_clear_object (&self->viewer);
  gtk_widget_dispose_template (GTK_WIDGET (self), KITH_TYPE_INCLUSION_DIALOG);
  G_OBJECT_CLASS (kith_inclusion_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/kith_maps/Kith/kith-inclusion-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KithInclusionDialog, grid);
  gtk_widget_class_bind_template_child (widget_class, KithInclusionDialog, outside);
  gtk_widget_class_bind_template_child (widget_class, KithInclusionDialog, spoken_for);
  gtk_widget_class_bind_template_child (widget_class, KithInclusionDialog, voices_group);
  gtk_widget_class_bind_template_child (widget_class, KithInclusionDialog, voices);
  gtk_widget_class_bind_template_child (widget_class, KithInclusionDialog, beside);
  gtk_widget_class_bind_template_child (widget_class, KithInclusionDialog, barriers_group);
  gtk_widget_class_bind_template_child (widget_class, KithInclusionDialog, no_barriers);
  gtk_widget_class_bind_template_child (widget_class, KithInclusionDialog, barriers);
  gtk_widget_class_bind_template_callback (widget_class, on_place);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_voices);
  gtk_widget_class_bind_template_callback (widget_class, on_beside);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kith_inclusion_dialog_class_init (KithInclusionDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kith_inclusion_dialog_dispose;
  g_type_ensure (KITH_TYPE_COVERAGE_GRID);
  g_type_ensure (KITH_TYPE_SHORT_LIST);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
kith_inclusion_dialog_init (KithInclusionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  kith_style_follow (GTK_WIDGET (self));
}

/**
 * kith_inclusion_dialog_open:
 * @parent: the window
 * @viewer: whose map it is
 */
void
kith_inclusion_dialog_open (GtkWindow *parent, KithViewer *viewer)
{
  KithInclusionDialog *self = g_object_new (KITH_TYPE_INCLUSION_DIALOG, "transient-for", parent,
                                            "destroy-with-parent", TRUE, NULL);

  self->viewer = g_object_ref (viewer);
  self->audience = kith_viewer_get_view (viewer)->audience;
  gtk_widget_insert_action_group (GTK_WIDGET (self), "map", G_ACTION_GROUP (parent));
  gtk_widget_set_visible (self->voices_group,
                          self->audience <= kith_kind_info (KITH_ASSESSMENT)->audience);
  gtk_widget_set_visible (self->barriers_group,
                          self->audience <= kith_kind_info (KITH_BARRIER)->audience);
  g_signal_connect_swapped (viewer, "changed", G_CALLBACK (refresh), self);
  g_signal_connect_swapped (viewer, "view-changed", G_CALLBACK (on_view_changed), self);
  refresh (self);
  gtk_window_present (GTK_WINDOW (self));
}
