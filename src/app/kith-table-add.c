/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table: new rows. A stakeholder or a shared space begins with its name, a link with its two ends, an event with
 * its dialog. */
#include <glib/gi18n-lib.h>

#include "kith-event-dialog.h"
#include "kith-table-view-private.h"
#include "kith-verbs.h"

/* Where a thing of its name would go on the canvas; a space has no members yet. */
static void
add_named (KithTableView *self, const char *name)
{
  KithMap *whole = kith_viewer_get_whole_map (self->viewer);
  double x = 0.0, y = 0.0;
  KithId id = 0;
  KithEdit *edit;

  if (self->canvas != NULL)
    kith_canvas_free_place (self->canvas, &x, &y);
  edit = self->listing == KITH_LISTING_SPACES
             ? kith_verb_add_space (whole, name, NULL, 0, &id)
             : kith_verb_add_stakeholder (whole, name, 0, x, y, &id);
  if (!kith_viewer_perform (self->viewer, edit, NULL))
    return;
  kith_viewer_select_only (self->viewer, id);
  kith_table_view_grab (self, id);
}

static void
on_name_activate (GtkEditable *entry, KithTableView *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (*name == '\0')
    return;
  gtk_editable_set_text (entry, "");
  add_named (self, name);
  gtk_widget_grab_focus (GTK_WIDGET (entry)); /* for the next one */
}

/* A name that is being typed begins a row rather than waiting for others to read it. */
void
kith_table_commit_name (KithTableView *self)
{
  GtkWidget *entry = self->name != NULL ? gtk_popover_get_child (GTK_POPOVER (self->name)) : NULL;
  g_autofree char *name = NULL;

  if (entry == NULL || !gtk_widget_get_mapped (entry))
    return;
  name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  if (*name != '\0')
    add_named (self, name);
}

static void
on_name_closed (KithTableView *self)
{
  kith_table_view_grab (self, kith_viewer_get_only (self->viewer, NULL));
}

static void
ask_name (KithTableView *self)
{
  gboolean spaces = self->listing == KITH_LISTING_SPACES;

  if (self->name == NULL)
    {
      GtkWidget *entry = gtk_entry_new ();

      gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Name, then Enter"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      spaces ? _ ("Name of the new shared space")
                                             : _ ("Name of the new stakeholder"),
                                      -1);
      gtk_editable_set_width_chars (GTK_EDITABLE (entry), 26);
      g_signal_connect (entry, "activate", G_CALLBACK (on_name_activate), self);
      self->name = gtk_popover_new ();
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->name), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      spaces ? _ ("Add a shared space") : _ ("Add a stakeholder"),
                                      -1);
      gtk_popover_set_child (GTK_POPOVER (self->name), entry);
      gtk_widget_set_parent (self->name, GTK_WIDGET (self));
      g_signal_connect_object (self->name, "closed", G_CALLBACK (on_name_closed), self,
                               G_CONNECT_SWAPPED);
    }
  gtk_editable_set_text (GTK_EDITABLE (gtk_popover_get_child (GTK_POPOVER (self->name))), "");
  kith_table_place_over (self, self->name);
  gtk_popover_popup (GTK_POPOVER (self->name));
  gtk_widget_grab_focus (gtk_popover_get_child (GTK_POPOVER (self->name)));
}

void
kith_table_link_pair (KithTableView *self, KithId a, KithId b)
{
  KithId id = 0;
  GError *error = NULL;
  KithEdit *edit = kith_verb_add_link (kith_viewer_get_whole_map (self->viewer), a, b,
                                       KITH_LINK_WORKS_WITH, &id, &error);

  if (!kith_viewer_perform (self->viewer, edit, error))
    return;
  if (self->listing == KITH_LISTING_LINKS)
    {
      kith_viewer_select_only (self->viewer, id);
      kith_table_view_grab (self, id);
    }
  else
    kith_viewer_say (self->viewer, _ ("Linked. The links’ table rates it."));
}

static void
on_other_picked (KithTableView *self, const char *raw)
{
  kith_table_link_pair (self, self->link_from, kith_list_choice_id (raw));
}

/* Asks for the other end. */
void
kith_table_link_to (KithTableView *self, KithId from)
{
  const KithStakeholder *one = kith_map_stakeholder (kith_viewer_get_map (self->viewer), from);
  g_autofree char *title = NULL;

  if (one == NULL)
    return;
  /* Translators: the name of a stakeholder; who it is to be linked to is asked */
  title = g_strdup_printf (_ ("Link %s to"), one->name);
  self->link_from = from;
  kith_table_pick (self, title, NULL, NULL, on_other_picked);
}

static void
on_one_picked (KithTableView *self, const char *raw)
{
  kith_table_link_to (self, kith_list_choice_id (raw));
}

/**
 * kith_table_view_begin_link:
 * @self: a table
 *
 * Links the one selected stakeholder to another, or asks for both.
 */
void
kith_table_view_begin_link (KithTableView *self)
{
  KithKind kind = KITH_N_KINDS;
  KithId only = kith_viewer_get_only (self->viewer, &kind);

  if (only != 0 && kind == KITH_STAKEHOLDER)
    kith_table_link_to (self, only);
  else
    kith_table_pick (self, _ ("Link from"), NULL, NULL, on_one_picked);
}

/**
 * kith_table_view_begin_add:
 * @self: a table
 *
 * An event belongs to what is selected, else to the whole map; the table changes that.
 */
void
kith_table_view_begin_add (KithTableView *self)
{
  KithKind kind = KITH_ABOUT;
  KithId only = kith_viewer_get_only (self->viewer, &kind);

  if (self->listing == KITH_LISTING_STAKEHOLDERS || self->listing == KITH_LISTING_SPACES)
    ask_name (self);
  else if (self->listing == KITH_LISTING_LINKS)
    kith_table_view_begin_link (self);
  else
    kith_event_dialog_add (GTK_WIDGET (self), self->viewer, only != 0 ? kind : KITH_ABOUT, only);
}
