/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-proposal-box.h"

#include <glib/gi18n-lib.h>

#include "kith-binder.h"
#include "kith-page.h"
#include "kith-proposal.h"
#include "kith-rating-dialog.h"
#include "kith-rating.h"

#define PUT_ASIDE "kith-proposals-put-aside"

struct _KithProposalBox
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget *box;
  GtkLabel *words;
  GtkButton *take;
  GtkButton *not_so;

  /* State */
  KithViewer *viewer; /* owned */
  KithId link;
  KithEnd end;
};

G_DEFINE_FINAL_TYPE (KithProposalBox, kith_proposal_box, GTK_TYPE_WIDGET)

/**
 * kith_proposals_put_aside:
 * @viewer: a viewer
 *
 * Returns: (transfer none): a set of keys, for as long as the window is open
 */
GHashTable *
kith_proposals_put_aside (KithViewer *viewer)
{
  GHashTable *keys = g_object_get_data (G_OBJECT (viewer), PUT_ASIDE);

  if (keys == NULL)
    {
      keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_object_set_data_full (G_OBJECT (viewer), PUT_ASIDE, keys,
                              (GDestroyNotify) g_hash_table_unref);
    }
  return keys;
}

static gboolean
is_for_team (KithProposalBox *self)
{
  return kith_viewer_get_view (self->viewer)->audience == KITH_TEAM;
}

/* Partners would not see an impression: there it is a start for what the room agrees on. */
static void
on_take (KithProposalBox *self)
{
  g_autoptr (KithProposal) proposal = kith_proposal_new (kith_viewer_get_map (self->viewer),
                                                         self->link, self->end);
  KithMap *map = kith_viewer_get_whole_map (self->viewer);

  if (proposal == NULL)
    return;
  if (!is_for_team (self))
    kith_rating_dialog_rate_with (GTK_WIDGET (self), self->viewer,
                                  kith_proposal_draft (kith_viewer_get_map (self->viewer),
                                                       proposal));
  else if (kith_viewer_perform (self->viewer, kith_verb_take_proposal (map, proposal), NULL))
    kith_viewer_say (self->viewer, _ ("Taken as our impression. Undo takes it back."));
}

static void
on_not_so (KithProposalBox *self)
{
  g_autoptr (KithProposal) proposal = kith_proposal_new (kith_viewer_get_map (self->viewer),
                                                         self->link, self->end);
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), KITH_TYPE_PAGE);

  if (proposal == NULL)
    return;
  g_hash_table_add (kith_proposals_put_aside (self->viewer), kith_proposal_key (proposal));
  kith_viewer_say (self->viewer,
                   _ ("Put aside. It is proposed again when something else happens."));
  if (page != NULL)
    kith_page_refresh (KITH_PAGE (page));
}

static void
kith_proposal_box_dispose (GObject *object)
{
  g_clear_object (&KITH_PROPOSAL_BOX (object)->viewer);
  gtk_widget_dispose_template (GTK_WIDGET (object), KITH_TYPE_PROPOSAL_BOX);
  G_OBJECT_CLASS (kith_proposal_box_parent_class)->dispose (object);
}

static void
kith_proposal_box_class_init (KithProposalBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_proposal_box_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-proposal-box.ui");
  gtk_widget_class_bind_template_child (widget_class, KithProposalBox, box);
  gtk_widget_class_bind_template_child (widget_class, KithProposalBox, words);
  gtk_widget_class_bind_template_child (widget_class, KithProposalBox, take);
  gtk_widget_class_bind_template_child (widget_class, KithProposalBox, not_so);
  gtk_widget_class_bind_template_callback (widget_class, on_take);
  gtk_widget_class_bind_template_callback (widget_class, on_not_so);
}

static void
kith_proposal_box_init (KithProposalBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_proposal (KithProposalBox *self, KithMap *map, const KithProposal *proposal)
{
  g_autofree char *question = kith_rating_heading (map, kith_map_link (map, self->link), self->end);
  g_autofree char *what = kith_proposal_to_words (map, proposal);
  /* Translators: a step that nobody has given yet, and what it follows from:
   * "Proposed: 3 Working: 4 Strong (2015), −1 The winter when nobody rang" */
  g_autofree char *words = g_strdup_printf (_ ("Proposed: %s"), what);
  const char *label = is_for_team (self) ? _ ("Take it as our impression")
                                         : _ ("Rate as proposed…");
  g_autofree char *take = g_strdup_printf ("%s: %s", label, question);
  g_autofree char *not_so = g_strdup_printf (_ ("Not so: %s"), question);

  gtk_label_set_text (self->words, words);
  gtk_button_set_label (self->take, label);
  kith_widget_set_name (GTK_WIDGET (self->take), take);
  kith_widget_set_name (GTK_WIDGET (self->not_so), not_so);
  kith_widget_set_name (GTK_WIDGET (self), words);
}

/**
 * kith_proposal_box_show:
 * @self: a proposal box
 * @viewer: whose map it is
 * @link: a link
 * @end: whose opinion would be proposed
 */
void
kith_proposal_box_show (KithProposalBox *self, KithViewer *viewer, KithId link, KithEnd end)
{
  KithMap *map = kith_viewer_get_map (viewer);
  g_autoptr (KithProposal) proposal = kith_proposal_new (map, link, end);
  g_autofree char *key = proposal != NULL ? kith_proposal_key (proposal) : NULL;
  gboolean wanted = key != NULL && !g_hash_table_contains (kith_proposals_put_aside (viewer), key);

  g_set_object (&self->viewer, viewer);
  self->link = link;
  self->end = end;
  gtk_widget_set_visible (GTK_WIDGET (self), wanted);
  if (wanted)
    show_proposal (self, map, proposal);
}
