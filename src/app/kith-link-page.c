/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-link-page.h"

#include <glib/gi18n-lib.h>

#include "kith-chart-group.h"
#include "kith-date-row.h"
#include "kith-end-card.h"
#include "kith-drivers-group.h"
#include "kith-history-group.h"
#include "kith-needs-group.h"
#include "kith-note-row.h"
#include "kith-record-group.h"
#include "kith-tags-row.h"
#include "kith-opinion-row.h"
#include "kith-opinion.h"

#define N_ENDS 2

struct _KithLinkPage
{
  KithPage parent_instance;

  /* Template */
  GtkLabel *heading;
  GtkWidget *kind;
  GtkWidget *label;
  GtkBox *ends;
  KithChartGroup *chart; /* none where the audience sees no ratings */
  GtkWidget *note_group;
  GtkWidget *note;
  KithHistoryGroup *history;
  KithRecordGroup *repairs;
  KithDriversGroup *drivers;
  KithRecordGroup *quotes;
  KithRecordGroup *barriers;
  KithNeedsGroup *needs;
  AdwExpanderRow *more;
  KithTagsRow *tags;
  GtkWidget *fields;
  GtkWidget *direction;
  GtkWidget *frequency;
  GtkWidget *from;
  GtkWidget *to;
  GtkWidget *standing;
  AdwPreferencesRow *reconnect_a;
  AdwPreferencesRow *reconnect_b;
  GtkWidget *private_note;
  GtkWidget *is_private;

  /* State */
  KithEndCard *cards[N_ENDS]; /* none where the audience sees no ratings */
  GPtrArray *opinions;        /* of KithOpinionRow: respect and understanding of each end */
  char *names;                /* of the ends, as the choices were last worded */
};

G_DEFINE_FINAL_TYPE (KithLinkPage, kith_link_page, KITH_TYPE_PAGE)

static void
add_opinions (KithLinkPage *self, KithViewer *viewer)
{
  for (int end = KITH_END_A; end <= KITH_END_B; end++)
    for (int d = KITH_RESPECT; d <= KITH_UNDERSTANDING; d++)
      {
        GtkWidget *row = kith_opinion_row_new (viewer, (KithEnd) end, (KithDimension) d);

        adw_expander_row_add_row (self->more, row);
        g_ptr_array_add (self->opinions, row);
      }
}

/* What is private stands last. */
static void
move_to_end (KithLinkPage *self, GtkWidget *within)
{
  GtkWidget *row = gtk_widget_get_ancestor (within, ADW_TYPE_PREFERENCES_ROW);
  g_autoptr (GtkWidget) kept = row != NULL ? g_object_ref (row) : NULL;

  if (kept == NULL || gtk_widget_get_parent (kept) == NULL)
    return; /* not for this audience */
  adw_expander_row_remove (self->more, kept);
  adw_expander_row_add_row (self->more, kept);
}

/* Neither the ratings nor their places exist for an audience that may not see any. */
static void
add_ends (KithLinkPage *self)
{
  KithViewer *viewer = kith_page_get_viewer (KITH_PAGE (self));

  if (kith_viewer_get_view (viewer)->audience > kith_kind_info (KITH_ASSESSMENT)->audience)
    {
      kith_widget_remove (GTK_WIDGET (self->ends));
      kith_widget_remove (GTK_WIDGET (self->chart));
      self->chart = NULL;
      return;
    }
  for (int end = KITH_END_A; end <= KITH_END_B; end++)
    {
      GtkWidget *card = kith_end_card_new (viewer, (KithEnd) end);

      gtk_box_append (self->ends, card);
      self->cards[end] = KITH_END_CARD (card);
    }
  add_opinions (self, viewer);
  move_to_end (self, self->private_note);
  move_to_end (self, self->is_private);
}

static void
on_rating_picked (KithLinkPage *self, gint64 id, int end)
{
  kith_end_card_show_rating (self->cards[end], id);
}

static void
on_tag_picked (KithLinkPage *self)
{
  kith_page_flush (KITH_PAGE (self));
}

static void
kith_link_page_set_up (KithPage *page)
{
  KithLinkPage *self = KITH_LINK_PAGE (page);
  KithBinder *binder = kith_page_get_binder (page);

  kith_page_set_more (page, self->more);
  kith_binder_bind (binder, "kind", self->kind);
  kith_binder_bind (binder, "label", self->label);
  if (!kith_binder_bind (binder, "note", self->note))
    kith_widget_remove (self->note_group);
  kith_needs_group_bind (self->needs, binder);
  kith_binder_bind (binder, "tags", GTK_WIDGET (self->tags));
  kith_binder_bind (binder, "fields", self->fields);
  kith_binder_bind (binder, "direction", self->direction);
  kith_binder_bind (binder, "frequency", self->frequency);
  kith_binder_bind (binder, "from", self->from);
  kith_binder_bind (binder, "to", self->to);
  kith_binder_bind (binder, "standing", self->standing);
  kith_binder_bind (binder, "private_note", self->private_note);
  kith_binder_bind (binder, "private", self->is_private);
  add_ends (self);
}

static void
name_standings (KithLinkPage *self, const char *a, const char *b)
{
  /* Translators: the standing of two stakeholders: the first has more say than the second */
  g_autofree char *over = g_strdup_printf (_ ("%s over %s"), a, b);
  g_autofree char *under = g_strdup_printf (_ ("%s over %s"), b, a);
  const char *labels[] = { kith_enum_label (&kith_standings, KITH_STANDING_UNSET),
                           kith_enum_label (&kith_standings, KITH_STANDING_EQUAL), over, under,
                           NULL };

  kith_binder_set_labels (kith_page_get_binder (KITH_PAGE (self)), "standing", labels);
}

static void
name_directions (KithLinkPage *self, const char *a, const char *b)
{
  /* Translators: the direction of a link between two stakeholders */
  g_autofree char *there = g_strdup_printf (_ ("From %s to %s"), a, b);
  g_autofree char *back = g_strdup_printf (_ ("From %s to %s"), b, a);
  const char *labels[] = { kith_enum_label (&kith_directions, KITH_DIRECTION_NONE), there, back,
                           kith_enum_label (&kith_directions, KITH_DIRECTION_BOTH), NULL };

  kith_binder_set_labels (kith_page_get_binder (KITH_PAGE (self)), "direction", labels);
}

static void
name_reconnect (AdwPreferencesRow *row, const char *name)
{
  /* Translators: leads the end of a link that is at this stakeholder to another one */
  g_autofree char *title = g_strdup_printf (_ ("Reconnect from %s…"), name);

  adw_preferences_row_set_title (row, title);
  kith_widget_set_name (GTK_WIDGET (row), title);
}

static void
show_names (KithLinkPage *self, KithMap *map, const KithLink *link)
{
  const KithStakeholder *a = kith_map_stakeholder (map, link->a);
  const KithStakeholder *b = kith_map_stakeholder (map, link->b);
  const char *short_a = kith_stakeholder_short_name (a);
  const char *short_b = kith_stakeholder_short_name (b);
  g_autofree char *names = g_strdup_printf ("%s\n%s", short_a, short_b);
  /* Translators: the two ends of a link */
  g_autofree char *heading = g_strdup_printf (_ ("%s and %s"), a->name, b->name);

  gtk_label_set_text (self->heading, heading);
  kith_widget_set_tip (GTK_WIDGET (self->heading), heading);
  if (g_strcmp0 (names, self->names) == 0)
    return;
  name_reconnect (self->reconnect_a, short_a);
  name_reconnect (self->reconnect_b, short_b);
  name_standings (self, short_a, short_b);
  name_directions (self, short_a, short_b);
  g_free (self->names);
  self->names = g_steal_pointer (&names);
}

static void
kith_link_page_refresh (KithPage *page)
{
  KithLinkPage *self = KITH_LINK_PAGE (page);
  KithMap *map = kith_page_get_map (page);
  KithId id = kith_page_get_id (page);
  const KithLink *link = kith_map_link (map, id);

  if (link == NULL)
    return;
  show_names (self, map, link);
  for (int end = 0; end < N_ENDS; end++)
    if (self->cards[end] != NULL)
      kith_end_card_show (self->cards[end], id);
  for (guint i = 0; i < self->opinions->len; i++)
    kith_opinion_row_show (self->opinions->pdata[i], id);
  if (self->chart != NULL)
    kith_chart_group_show (self->chart, kith_page_get_viewer (page), id);
  kith_history_group_show (self->history, kith_page_get_viewer (page), KITH_LINK, id);
  kith_record_group_show (self->repairs, kith_page_get_viewer (page), KITH_LINK, id);
  kith_drivers_group_compare (self->drivers, kith_page_get_viewer (page), link->a, link->b);
  kith_record_group_show (self->quotes, kith_page_get_viewer (page), KITH_LINK, id);
  kith_record_group_show (self->barriers, kith_page_get_viewer (page), KITH_LINK, id);
  kith_needs_group_show (self->needs, map, id);
}

static void
kith_link_page_dispose (GObject *object)
{
  KithLinkPage *self = KITH_LINK_PAGE (object);

  G_OBJECT_CLASS (kith_link_page_parent_class)->dispose (object);
  g_clear_pointer (&self->opinions, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), KITH_TYPE_LINK_PAGE);
}

static void
reconnect (KithLinkPage *self, KithEnd end)
{
  kith_viewer_set_end (kith_page_get_viewer (KITH_PAGE (self)), end);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.reconnect-to", NULL);
}

static void
on_reconnect_a (KithLinkPage *self)
{
  reconnect (self, KITH_END_A);
}

static void
on_reconnect_b (KithLinkPage *self)
{
  reconnect (self, KITH_END_B);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-link-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KithLinkPage, heading);
  gtk_widget_class_bind_template_child (widget_class, KithLinkPage, kind);
  gtk_widget_class_bind_template_child (widget_class, KithLinkPage, label);
  gtk_widget_class_bind_template_child (widget_class, KithLinkPage, ends);
  gtk_widget_class_bind_template_child (widget_class, KithLinkPage, chart);
  gtk_widget_class_bind_template_callback (widget_class, on_rating_picked);
  gtk_widget_class_bind_template_child (widget_class, KithLinkPage, note_group);
  gtk_widget_class_bind_template_child (widget_class, KithLinkPage, note);
  gtk_widget_class_bind_template_child (widget_class, KithLinkPage, history);
  gtk_widget_class_bind_template_child (widget_class, KithLinkPage, repairs);
  gtk_widget_class_bind_template_child (widget_class, KithLinkPage, drivers);
  gtk_widget_class_bind_template_child (widget_class, KithLinkPage, quotes);
  gtk_widget_class_bind_template_child (widget_class, KithLinkPage, barriers);
  gtk_widget_class_bind_template_child (widget_class, KithLinkPage, needs);
  gtk_widget_class_bind_template_child (widget_class, KithLinkPage, more);
  gtk_widget_class_bind_template_child (widget_class, KithLinkPage, direction);
  gtk_widget_class_bind_template_child (widget_class, KithLinkPage, tags);
  gtk_widget_class_bind_template_child (widget_class, KithLinkPage, fields);
  gtk_widget_class_bind_template_callback (widget_class, on_tag_picked);
  gtk_widget_class_bind_template_child (widget_class, KithLinkPage, frequency);
  gtk_widget_class_bind_template_child (widget_class, KithLinkPage, from);
  gtk_widget_class_bind_template_child (widget_class, KithLinkPage, to);
  gtk_widget_class_bind_template_child (widget_class, KithLinkPage, standing);
  gtk_widget_class_bind_template_child (widget_class, KithLinkPage, reconnect_a);
  gtk_widget_class_bind_template_child (widget_class, KithLinkPage, reconnect_b);
  gtk_widget_class_bind_template_child (widget_class, KithLinkPage, private_note);
  gtk_widget_class_bind_template_child (widget_class, KithLinkPage, is_private);
  gtk_widget_class_bind_template_callback (widget_class, on_reconnect_a);
  gtk_widget_class_bind_template_callback (widget_class, on_reconnect_b);
}

static void
kith_link_page_class_init (KithLinkPageClass *klass)
{
  KithPageClass *page_class = KITH_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_link_page_dispose;
  page_class->kind = KITH_LINK;
  page_class->set_up = kith_link_page_set_up;
  page_class->refresh = kith_link_page_refresh;
  g_type_ensure (KITH_TYPE_CHART_GROUP);
  g_type_ensure (KITH_TYPE_NOTE_ROW);
  g_type_ensure (KITH_TYPE_RECORD_GROUP);
  g_type_ensure (KITH_TYPE_TAGS_ROW);
  g_type_ensure (KITH_TYPE_DATE_ROW);
  g_type_ensure (KITH_TYPE_HISTORY_GROUP);
  g_type_ensure (KITH_TYPE_DRIVERS_GROUP);
  g_type_ensure (KITH_TYPE_NEEDS_GROUP);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
kith_link_page_init (KithLinkPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->opinions = g_ptr_array_new ();
}
