/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-event-row.h"

#include <glib/gi18n-lib.h>

#include "kith-event-dialog.h"
#include "kith-binder.h"

struct _KithEventRow
{
  AdwActionRow parent_instance;

  /* Template */
  GtkWidget *lock;

  /* State */
  KithViewer *viewer; /* owned */
  KithId event;
};

G_DEFINE_FINAL_TYPE (KithEventRow, kith_event_row, ADW_TYPE_ACTION_ROW)

static void
kith_event_row_activate (AdwActionRow *row)
{
  KithEventRow *self = KITH_EVENT_ROW (row);

  kith_event_dialog_change (GTK_WIDGET (self), self->viewer, self->event);
}

static void
kith_event_row_dispose (GObject *object)
{
  g_clear_object (&KITH_EVENT_ROW (object)->viewer);
  gtk_widget_dispose_template (GTK_WIDGET (object), KITH_TYPE_EVENT_ROW);
  G_OBJECT_CLASS (kith_event_row_parent_class)->dispose (object);
}

static void
kith_event_row_class_init (KithEventRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_event_row_dispose;
  ADW_ACTION_ROW_CLASS (klass)->activate = kith_event_row_activate;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-event-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KithEventRow, lock);
}

static void
kith_event_row_init (KithEventRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
date_in_words (const KithEvent *event)
{
  g_autofree char *date = kith_date_to_words (&event->date);
  g_autofree char *until = kith_date_to_words (&event->until);

  if (!kith_date_is_set (&event->date))
    return g_strdup (_ ("No date"));
  if (!kith_date_is_set (&event->until))
    return g_steal_pointer (&date);
  /* Translators: two dates: "March 2019 to 2021" */
  return g_strdup_printf (_ ("%s to %s"), date, until);
}

/* "12 March 2019 · Dispute": the kind only where the title does not stand for it. */
static char *
subtitle_of (const KithEvent *event)
{
  g_autofree char *date = date_in_words (event);

  if (*event->title == '\0' || event->kind == KITH_EVENT_OTHER)
    return g_steal_pointer (&date);
  return g_strdup_printf ("%s · %s", date, kith_enum_label (&kith_event_kinds, event->kind));
}

/**
 * kith_event_row_new:
 * @viewer: whose map it is
 * @event: an event of the audience's map
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
kith_event_row_new (KithViewer *viewer, const KithEvent *event)
{
  KithEventRow *self = g_object_new (KITH_TYPE_EVENT_ROW, NULL);
  const char *title = *event->title != '\0' ? event->title
                                            : kith_enum_label (&kith_event_kinds, event->kind);
  g_autofree char *subtitle = subtitle_of (event);
  g_autofree char *name = g_strdup_printf ("%s, %s", title, subtitle);

  self->viewer = g_object_ref (viewer);
  self->event = KITH_ID (event);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  kith_widget_set_tip (GTK_WIDGET (self), *event->narrative != '\0' ? event->narrative : title);
  gtk_widget_set_visible (self->lock, event->is_private);
  kith_widget_set_name (GTK_WIDGET (self), name);
  return GTK_WIDGET (self);
}
