/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-quotes-group.h"

#include "kith-opinion.h"
#include "kith-quote-dialog.h"
#include "kith-quote-row.h"
#include "kith-record-list.h"
#include "kith-verbs-quote.h"

struct _KithQuotesGroup
{
  AdwPreferencesGroup parent_instance;

  /* Template */
  GtkWidget *nothing;
  GtkListBox *list;

  /* State */
  KithViewer *viewer; /* owned */
  KithKind owner_kind;
  KithId owner;
  GPtrArray *shown; /* owned */
  char *names;      /* of the ends of the link */
};

G_DEFINE_FINAL_TYPE (KithQuotesGroup, kith_quotes_group, ADW_TYPE_PREFERENCES_GROUP)

static void
fill (KithQuotesGroup *self)
{
  kith_list_box_clear (self->list);
  for (guint i = 0; i < self->shown->len; i++)
    gtk_list_box_append (self->list, kith_quote_row_new (self->viewer, self->shown->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->shown->len > 0);
  gtk_widget_set_visible (self->nothing, self->shown->len == 0);
}

static void
on_add (KithQuotesGroup *self)
{
  kith_quote_dialog_add (GTK_WIDGET (self), self->viewer, self->owner_kind, self->owner);
}

static void
kith_quotes_group_dispose (GObject *object)
{
  KithQuotesGroup *self = KITH_QUOTES_GROUP (object);

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_free);
  g_clear_object (&self->viewer);
  gtk_widget_dispose_template (GTK_WIDGET (self), KITH_TYPE_QUOTES_GROUP);
  G_OBJECT_CLASS (kith_quotes_group_parent_class)->dispose (object);
}

static void
kith_quotes_group_class_init (KithQuotesGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_quotes_group_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-quotes-group.ui");
  gtk_widget_class_bind_template_child (widget_class, KithQuotesGroup, nothing);
  gtk_widget_class_bind_template_child (widget_class, KithQuotesGroup, list);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
}

static void
kith_quotes_group_init (KithQuotesGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The rows name the ends of a link. */
static gboolean
names_differ (KithQuotesGroup *self, KithMap *map, KithId owner)
{
  const KithLink *link = kith_map_link (map, owner);
  g_autofree char *names = link == NULL
                               ? g_strdup ("")
                               : g_strdup_printf ("%s\n%s",
                                                  kith_told_words (map, link, KITH_TOLD_A),
                                                  kith_told_words (map, link, KITH_TOLD_B));

  if (g_strcmp0 (names, self->names) == 0)
    return FALSE;
  g_free (self->names);
  self->names = g_steal_pointer (&names);
  return TRUE;
}

/**
 * kith_quotes_group_show:
 * @self: a group
 * @viewer: whose map it is
 * @owner_kind: KITH_LINK or KITH_STAKEHOLDER
 * @owner: what the lines belong to
 */
void
kith_quotes_group_show (KithQuotesGroup *self,
                        KithViewer *viewer,
                        KithKind owner_kind,
                        KithId owner)
{
  KithMap *map = kith_viewer_get_map (viewer);
  g_autoptr (GPtrArray) quotes = kith_quotes_of (map, owner);
  gboolean other = self->owner != owner;

  gtk_widget_set_visible (GTK_WIDGET (self), kith_viewer_get_view (viewer)->audience
                                                 <= kith_kind_info (KITH_QUOTE)->audience);
  g_set_object (&self->viewer, viewer);
  self->owner_kind = owner_kind;
  self->owner = owner;
  other = names_differ (self, map, owner) || other;
  if (kith_record_list_keep (&self->shown, quotes) || other)
    fill (self);
}
