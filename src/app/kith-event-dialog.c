/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-event-dialog.h"

#include <glib/gi18n-lib.h>

#include "kith-date-row.h"
#include "kith-kind-row.h"
#include "kith-note-row.h"
#include "kith-rating.h"
#include "kith-verbs.h"
#include "kith-verbs-quote.h"

struct _KithEventDialog
{
  KithDialog parent_instance;

  /* Template */
  GtkWidget *event_title;
  KithDateRow *date;
  KithKindRow *kind;
  GtkWidget *narrative;
  GtkWidget *effects;
  GtkWidget *effect_a;
  GtkWidget *effect_b;
  GtkWidget *told_group;
  GtkWidget *told;
  AdwExpanderRow *more;
  KithDateRow *until;
  GtkWidget *teller;
  GtkWidget *is_private;
  GtkWidget *delete_button;

  /* State */
  gboolean changing;
};

G_DEFINE_FINAL_TYPE (KithEventDialog, kith_event_dialog, KITH_TYPE_DIALOG)

/* What the event belongs to; NULL: it has been deleted. */
static gconstpointer
find_owner (KithMap *map, const KithEvent *event)
{
  if (event->link != 0)
    return kith_map_link (map, event->link);
  if (event->stakeholder != 0)
    return kith_map_stakeholder (map, event->stakeholder);
  if (event->space != 0)
    return kith_map_space (map, event->space);
  return kith_map_about (map);
}

static gboolean
kith_event_dialog_save (KithDialog *dialog)
{
  KithEventDialog *self = KITH_EVENT_DIALOG (dialog);
  KithViewer *viewer = kith_dialog_get_viewer (dialog);
  KithMap *map = kith_viewer_get_whole_map (viewer);
  KithEvent *draft = kith_dialog_get_draft (dialog);
  GError *error = NULL;
  KithEvent *after;
  KithEdit *edit;

  draft->kind = (int) kith_kind_row_get_kind (self->kind);
  if (find_owner (map, draft) == NULL)
    {
      kith_viewer_say (viewer, _ ("What the event belongs to has been deleted meanwhile."));
      return TRUE;
    }
  after = kith_dialog_dup_record (dialog, &error);
  edit = after != NULL ? kith_verb_put (map, after,
                                        self->changing ? _ ("Change an event") : _ ("Add an event"))
                       : NULL;
  return kith_viewer_perform (viewer, edit, error);
}

static void
on_delete (KithEventDialog *self)
{
  KithViewer *viewer = kith_dialog_get_viewer (KITH_DIALOG (self));
  KithMap *map = kith_viewer_get_whole_map (viewer);
  KithId id = KITH_ID (kith_dialog_get_draft (KITH_DIALOG (self)));
  KithEdit *edit = kith_map_event (map, id) == NULL
                       ? NULL
                       : kith_verb_delete (map, &id, 1, _ ("Delete an event"));

  if (!kith_viewer_perform (viewer, edit, NULL))
    return;
  kith_viewer_say (viewer, _ ("Event deleted. Undo brings it back."));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
kith_event_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), KITH_TYPE_EVENT_DIALOG);
  G_OBJECT_CLASS (kith_event_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-event-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KithEventDialog, event_title);
  gtk_widget_class_bind_template_child (widget_class, KithEventDialog, date);
  gtk_widget_class_bind_template_child (widget_class, KithEventDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, KithEventDialog, narrative);
  gtk_widget_class_bind_template_child (widget_class, KithEventDialog, effects);
  gtk_widget_class_bind_template_child (widget_class, KithEventDialog, effect_a);
  gtk_widget_class_bind_template_child (widget_class, KithEventDialog, effect_b);
  gtk_widget_class_bind_template_child (widget_class, KithEventDialog, told_group);
  gtk_widget_class_bind_template_child (widget_class, KithEventDialog, told);
  gtk_widget_class_bind_template_child (widget_class, KithEventDialog, more);
  gtk_widget_class_bind_template_child (widget_class, KithEventDialog, until);
  gtk_widget_class_bind_template_child (widget_class, KithEventDialog, teller);
  gtk_widget_class_bind_template_child (widget_class, KithEventDialog, is_private);
  gtk_widget_class_bind_template_child (widget_class, KithEventDialog, delete_button);
  gtk_widget_class_bind_template_callback (widget_class, on_delete);
}

static void
kith_event_dialog_class_init (KithEventDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kith_event_dialog_dispose;
  KITH_DIALOG_CLASS (klass)->save = kith_event_dialog_save;
  g_type_ensure (KITH_TYPE_DATE_ROW);
  g_type_ensure (KITH_TYPE_KIND_ROW);
  g_type_ensure (KITH_TYPE_NOTE_ROW);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
kith_event_dialog_init (KithEventDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  kith_widget_set_name (self->delete_button, _ ("Delete Event"));
  g_signal_connect_object (self->date, "activated", G_CALLBACK (kith_dialog_save), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->until, "activated", G_CALLBACK (kith_dialog_save), self,
                           G_CONNECT_SWAPPED);
}

/* Only the events of a link do something to its two ends. */
static void
set_up_effects (KithEventDialog *self, KithMap *map, const KithEvent *event, KithBinder *binder)
{
  const KithLink *link = event->link != 0 ? kith_map_link (map, event->link) : NULL;
  GtkWidget *rows[] = { self->effect_a, self->effect_b };
  const char *fields[] = { "effect_a", "effect_b" };
  gboolean any = FALSE;

  for (int end = KITH_END_A; link != NULL && end <= KITH_END_B; end++)
    {
      g_autofree char *heading = kith_rating_heading (map, link, (KithEnd) end);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (rows[end]), heading);
      kith_widget_set_tip (rows[end], heading);
      any = kith_binder_bind (binder, fields[end], rows[end]) || any;
      kith_widget_set_name (rows[end], heading);
    }
  if (!any)
    kith_widget_remove (self->effects);
}

/* Which end mentions it: only a link has ends. */
static void
set_up_told (KithEventDialog *self, KithMap *map, const KithEvent *event, KithBinder *binder)
{
  const KithLink *link = kith_map_link (map, event->link);
  const char *labels[] = { NULL, NULL, NULL, NULL, NULL };

  if (link == NULL || !kith_binder_bind (binder, "told", self->told))
    {
      kith_widget_remove (self->told_group);
      return;
    }
  for (int told = KITH_TOLD_UNSET; told <= KITH_TOLD_BOTH; told++)
    labels[told] = kith_told_words (map, link, (KithTold) told);
  kith_binder_set_labels (binder, "told", labels);
}

static char *
name_of_owner (KithMap *map, const KithEvent *event)
{
  const KithLink *link = event->link != 0 ? kith_map_link (map, event->link) : NULL;

  if (link != NULL)
    /* Translators: the two ends of a link */
    return g_strdup_printf (_ ("%s and %s"),
                            kith_stakeholder_short_name (kith_map_stakeholder (map, link->a)),
                            kith_stakeholder_short_name (kith_map_stakeholder (map, link->b)));
  if (event->stakeholder != 0 && kith_map_stakeholder (map, event->stakeholder) != NULL)
    return g_strdup (kith_map_stakeholder (map, event->stakeholder)->name);
  if (event->space != 0 && kith_map_space (map, event->space) != NULL)
    return g_strdup (kith_map_space (map, event->space)->name);
  return g_strdup (_ ("The whole map"));
}

static void
bind_fields (KithEventDialog *self, KithBinder *binder)
{
  kith_binder_bind (binder, "title", self->event_title);
  kith_binder_bind (binder, "date", GTK_WIDGET (self->date));
  kith_binder_bind (binder, "narrative", self->narrative);
  kith_binder_bind (binder, "until", GTK_WIDGET (self->until));
  kith_binder_bind (binder, "teller", self->teller);
  kith_dialog_bind_private (KITH_DIALOG (self), self->is_private);
}

static KithEventDialog *
make (GtkWidget *parent, KithViewer *viewer, KithEvent *draft, gboolean changing)
{
  KithEventDialog *self = g_object_new (KITH_TYPE_EVENT_DIALOG, NULL);
  KithMap *map = kith_viewer_get_map (viewer);
  g_autofree char *owner = name_of_owner (map, draft);
  KithBinder *binder;

  self->changing = changing;
  kith_dialog_set_up (KITH_DIALOG (self), parent, viewer, draft);
  kith_dialog_set_heading (KITH_DIALOG (self), changing ? _ ("Event") : _ ("Add an Event"), owner);
  binder = kith_dialog_get_binder (KITH_DIALOG (self));
  bind_fields (self, binder);
  set_up_effects (self, map, draft, binder);
  set_up_told (self, map, draft, binder);
  kith_binder_refresh (binder);
  kith_kind_row_set_kind (self->kind, (KithEventKind) draft->kind);
  gtk_widget_set_visible (self->delete_button, changing);
  adw_expander_row_set_expanded (self->more, kith_date_is_set (&draft->until));
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_grab_focus (self->event_title);
  return self;
}

/**
 * kith_event_dialog_add:
 * @parent: a widget of the window
 * @viewer: whose map it is
 * @owner_kind: the kind of what the event belongs to; KITH_ABOUT: the whole map
 * @owner: what it belongs to
 */
void
kith_event_dialog_add (GtkWidget *parent, KithViewer *viewer, KithKind owner_kind, KithId owner)
{
  KithDate today = kith_viewer_date (viewer);
  KithEvent *draft = kith_event_draft (kith_viewer_get_whole_map (viewer), owner_kind, owner,
                                       &today);

  gtk_window_present (GTK_WINDOW (make (parent, viewer, draft, FALSE)));
}

/**
 * kith_event_dialog_change:
 * @parent: a widget of the window
 * @viewer: whose map it is
 * @event: the event to change or delete
 */
void
kith_event_dialog_change (GtkWidget *parent, KithViewer *viewer, KithId event)
{
  const KithEvent *stored = kith_map_event (kith_viewer_get_whole_map (viewer), event);

  if (stored != NULL)
    gtk_window_present (GTK_WINDOW (make (parent, viewer, kith_record_copy (stored), TRUE)));
}
