/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: two dates, versions or maps compared: the banner that says which, the list beside the
 * map, and what leaves the window of it. */
#include <glib/gi18n.h>

#include "kith-compare-dialog.h"
#include "kith-compare-write.h"
#include "kith-open.h"
#include "kith-safe-write.h"
#include "kith-status.h"
#include "kith-window-private.h"

#define WIDTH 330  /* pixels, of the list beside the map */
#define HEIGHT 0.6 /* of the room that it shares with the map below it */

static void
set_enabled (KithWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* --- What is to be seen --- */

/* Beside the map, or below it where there is no room beside it. */
void
kith_window_divide_compared (KithWindow *self)
{
  gboolean narrow = kith_narrow_bin_is_narrow (self->narrow_bin);
  GtkWidget *split = GTK_WIDGET (self->compare_split);
  GtkOrientation orientation = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;
  int size = narrow ? gtk_widget_get_height (split) : gtk_widget_get_width (split);

  if (self->compare_divided
      && gtk_orientable_get_orientation (GTK_ORIENTABLE (split)) == orientation)
    return;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (split), orientation);
  self->compare_divided = size > 0;
  if (size > 0)
    gtk_paned_set_position (self->compare_split,
                            narrow ? (int) (size * (1.0 - HEIGHT)) : MAX (size - WIDTH, 0));
}

static char *
words_of_banner (KithComparison *comparison)
{
  g_autofree char *counts = kith_comparison_to_words (comparison);

  /* Translators: two dates, versions or maps, and "3 came, 1 went, 2 rose" */
  return g_strdup_printf (_ ("Comparing %s with %s: %s."), kith_comparison_before_name (comparison),
                          kith_comparison_after_name (comparison), counts);
}

static void
show_banner (KithWindow *self, KithComparison *comparison)
{
  const KithBannerButton button = { _ ("_Stop Comparing"), "win.end-comparison" };
  g_autofree char *words = words_of_banner (comparison);

  if (g_strcmp0 (words, self->compared) == 0)
    return;
  if (self->compared == NULL)
    kith_banners_show (self->banners, "comparison", GTK_MESSAGE_INFO, words, &button, 1, FALSE);
  else
    kith_banners_reword (self->banners, "comparison", words);
  g_free (self->compared);
  self->compared = g_steal_pointer (&words);
}

static void
hide_banner (KithWindow *self)
{
  kith_banners_hide (self->banners, "comparison");
  g_clear_pointer (&self->compared, g_free);
}

/* While two maps or days are compared a banner says which, and ends it; the list is there as long. */
void
kith_window_update_comparison (KithWindow *self)
{
  KithComparison *comparison = self->viewer != NULL && kith_viewer_is_comparing (self->viewer)
                                   ? kith_viewer_get_comparison (self->viewer)
                                   : NULL;
  gboolean comparing = comparison != NULL;
  gboolean had = gtk_widget_get_visible (GTK_WIDGET (self->compare_pane));

  set_enabled (self, "compare", self->viewer != NULL);
  set_enabled (self, "end-comparison", comparing);
  set_enabled (self, "copy-comparison", comparing);
  set_enabled (self, "export-comparison", comparing);
  set_enabled (self, "list-comparison", comparing);
  if (comparing)
    {
      show_banner (self, comparison);
      kith_window_divide_compared (self);
    }
  else
    hide_banner (self);
  kith_compare_pane_set_viewer (self->compare_pane, comparing ? self->viewer : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->compare_pane), comparing);
  kith_window_update_insights (self);
  if (had && !comparing && self->viewer != NULL)
    {
      kith_canvas_fit_again (self->canvas, FALSE);
      kith_window_grab_map (self, FALSE);
    }
}

/* What is compared is seen on the map, all of it, and the list has the keyboard. */
static void
begin (KithWindow *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self->canvas)))
    kith_window_leave_tables (self);
  kith_window_update_comparison (self);
  kith_canvas_fit_again (self->canvas, FALSE);
  kith_status_set_text (self->status, self->compared != NULL ? self->compared : "");
  kith_compare_pane_grab (self->compare_pane);
}

void
kith_window_compare_with (KithWindow *self, KithMap *before, const char *title)
{
  g_return_if_fail (KITH_IS_WINDOW (self) && self->viewer != NULL);

  kith_window_flush (self);
  kith_window_close_sides (self);
  kith_viewer_compare_with (self->viewer, before, title);
  begin (self);
}

void
kith_window_compare_days (KithWindow *self, gint32 since, gint32 day)
{
  g_return_if_fail (KITH_IS_WINDOW (self) && self->viewer != NULL);

  kith_window_flush (self);
  kith_window_close_sides (self);
  kith_viewer_compare_days (self->viewer, since, day);
  begin (self);
}

/* --- The list --- */

static void
on_show_on_map (KithComparePane *pane, gint64 id, KithWindow *self)
{
  kith_window_reveal (self, id);
  kith_viewer_select_only (self->viewer, id);
  if (gtk_widget_get_visible (GTK_WIDGET (self->canvas)))
    kith_canvas_centre (self->canvas, id);
}

static void
on_leave (KithWindow *self)
{
  kith_window_grab_map (self, FALSE);
}

void
kith_window_init_compare (KithWindow *self)
{
  g_signal_connect_object (self->compare_pane, "show-on-map", G_CALLBACK (on_show_on_map), self, 0);
  g_signal_connect_object (self->compare_pane, "leave", G_CALLBACK (on_leave), self,
                           G_CONNECT_SWAPPED);
}

/* --- What leaves the window --- */

static void
write_list (KithWindow *self, GFile *file)
{
  KithComparison *comparison = kith_viewer_get_comparison (self->viewer);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *text = g_strdup_printf (_ ("Exported “%s”"), shown);
  g_autoptr (GBytes) bytes = comparison != NULL ? kith_comparison_to_csv (comparison) : NULL;
  g_autoptr (GError) error = NULL;

  if (bytes == NULL) /* it has been ended meanwhile */
    return;
  if (kith_safe_write (file, bytes, &error))
    kith_window_say_written (self, text, file);
  else
    kith_window_complain (self, error->message);
}

static void
on_export_response (GtkNativeDialog *native, int response, gpointer data)
{
  g_autoptr (KithWindow) self = data;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL && self->viewer != NULL)
    write_list (self, file);
  gtk_native_dialog_destroy (native);
  g_object_unref (native);
}

static void
on_export (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;
  GtkFileChooserNative *native =
      gtk_file_chooser_native_new (_ ("Export What Changed"), GTK_WINDOW (self),
                                   GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), _ ("_Cancel"));

  kith_window_flush (self);
  kith_open_add_filter (GTK_FILE_CHOOSER (native), _ ("CSV tables"), "csv");
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), _ ("What changed.csv"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect (native, "response", G_CALLBACK (on_export_response), g_object_ref (self));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

static void
on_copy (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;
  KithComparison *comparison = kith_viewer_get_comparison (self->viewer);
  g_autofree char *text = NULL;

  if (comparison == NULL)
    return;
  text = kith_comparison_to_text (comparison);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  kith_window_say (self, _ ("The list has been copied"));
}

/* --- Actions --- */

static void
on_compare (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;

  kith_window_flush (self);
  kith_time_bar_pause (self->time_bar);
  kith_compare_dialog_open (self);
}

static void
on_end (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;

  kith_window_flush (self);
  kith_viewer_end_comparison (self->viewer);
  kith_window_say (self, _ ("The comparison has ended"));
}

static void
on_list (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  kith_compare_pane_grab (KITH_WINDOW (data)->compare_pane);
}

static const GActionEntry entries[] = {
  { "compare", on_compare },          { "end-comparison", on_end },
  { "list-comparison", on_list },     { "copy-comparison", on_copy },
  { "export-comparison", on_export },
};

void
kith_window_install_compare_actions (KithWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
