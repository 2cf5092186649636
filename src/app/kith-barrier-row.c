/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-barrier-row.h"

#include <glib/gi18n-lib.h>

#include "kith-barrier-dialog.h"
#include "kith-barrier.h"
#include "kith-binder.h"

static void
on_activated (GtkWidget *row, KithViewer *viewer)
{
  const KithId *barrier = g_object_get_data (G_OBJECT (row), "kith-barrier");

  kith_barrier_dialog_change (row, viewer, *barrier);
}

static void
add_lock (GtkWidget *row)
{
  GtkWidget *lock = gtk_image_new_from_icon_name ("changes-prevent-symbolic");

  kith_widget_set_tip (lock, _ ("Only the working team sees this barrier"));
  kith_widget_set_name (lock, _ ("Private"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), lock);
}

static char *
subtitle_of (KithMap *map, const KithBarrier *barrier, gboolean says_where)
{
  g_autofree char *words = kith_barrier_words (barrier);
  g_autofree char *subject = says_where ? kith_barrier_subject (map, barrier) : g_strdup ("");

  return g_strconcat (subject, *subject != '\0' && *words != '\0' ? " · " : "", words, NULL);
}

/**
 * kith_barrier_row_new:
 * @viewer: whose map it is
 * @barrier: a barrier of the audience's map
 * @says_where: whether it says where it bites
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
kith_barrier_row_new (KithViewer *viewer, const KithBarrier *barrier, gboolean says_where)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = subtitle_of (kith_viewer_get_map (viewer), barrier, says_where);
  g_autofree char *name = *subtitle == '\0' ? g_strdup (barrier->text)
                                            : g_strdup_printf ("%s, %s", barrier->text, subtitle);

  g_object_set (row, "use-markup", FALSE, "activatable", TRUE, "title-lines", 3, "subtitle-lines",
                3, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), barrier->text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  kith_widget_set_tip (row, barrier->text);
  kith_widget_set_name (row, name);
  if (kith_barrier_is_gone (barrier, kith_view_day (kith_viewer_get_view (viewer))))
    gtk_widget_add_css_class (row, "kith-let-go");
  if (barrier->is_private)
    add_lock (row);
  g_object_set_data_full (G_OBJECT (row), "kith-barrier",
                          g_memdup2 (&barrier->record.id, sizeof (KithId)), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_activated), viewer, 0);
  return row;
}
