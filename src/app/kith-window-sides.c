/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: what each end of a link sees, in the place of the map. */
#include <glib/gi18n.h>

#include "kith-open.h"
#include "kith-safe-write.h"
#include "kith-sides-paper.h"
#include "kith-window-private.h"

static KithSidesPage *
page_of (KithWindow *self)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, "sides");

  return page != NULL ? KITH_SIDES_PAGE (page) : NULL;
}

static void
show_stack_page (KithWindow *self, GtkWidget *page)
{
  gtk_widget_set_visible (GTK_WIDGET (self->flap), page == GTK_WIDGET (self->flap));
  gtk_stack_set_visible_child (self->pages, page);
}

static void
on_left (KithWindow *self)
{
  kith_window_close_sides (self);
}

/* The link that is selected, or the only one of the selected stakeholder's row; 0 for none. */
static KithId
link_to_show (KithWindow *self, const GArray *selected)
{
  KithMap *map = kith_viewer_get_map (self->viewer);

  for (guint i = 0; i < selected->len; i++)
    if (kith_map_link (map, g_array_index (selected, KithId, i)) != NULL)
      return g_array_index (selected, KithId, i);
  return 0;
}

static void
open_page (KithWindow *self, GArray *row, KithId link)
{
  GtkWidget *page = kith_sides_page_new (self->viewer, row, link);

  gtk_stack_add_named (self->pages, page, "sides");
  g_signal_connect_object (page, "left", G_CALLBACK (on_left), self, G_CONNECT_SWAPPED);
  show_stack_page (self, page);
  kith_sides_page_grab (KITH_SIDES_PAGE (page));
}

static void
on_each_sees (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;
  g_autoptr (GArray) selected = kith_viewer_dup_selection (self->viewer);
  KithMap *map = kith_viewer_get_map (self->viewer);
  KithId link = link_to_show (self, selected);
  g_autoptr (GArray) row =
      kith_two_sides_row (map, link, (const KithId *) (gpointer) selected->data, selected->len);

  kith_window_flush (self);
  if (page_of (self) != NULL)
    kith_window_close_sides (self);
  else if (row->len == 0)
    kith_viewer_say (self->viewer, _ ("Select a link to see what each of its ends sees."));
  else
    {
      KithId first = link != 0 ? link : g_array_index (row, KithId, 0);

      open_page (self, g_steal_pointer (&row), first);
    }
}

/* The page was made for one audience. */
void
kith_window_remake_sides (KithWindow *self)
{
  KithSidesPage *page = page_of (self);
  g_autoptr (GArray) row = NULL;
  KithId link;

  if (page == NULL)
    return;
  row = g_array_ref (kith_sides_page_get_row (page));
  link = kith_sides_page_get_link (page);
  kith_window_close_sides (self);
  if (kith_map_link (kith_viewer_get_map (self->viewer), link) != NULL)
    open_page (self, g_steal_pointer (&row), link);
}

void
kith_window_close_sides (KithWindow *self)
{
  KithSidesPage *page = page_of (self);

  if (page == NULL)
    return;
  show_stack_page (self, GTK_WIDGET (self->flap));
  gtk_stack_remove (self->pages, GTK_WIDGET (page));
  kith_window_grab_map (self, FALSE);
}

void
kith_window_flush_sides (KithWindow *self)
{
  if (page_of (self) != NULL)
    kith_sides_page_flush (page_of (self));
}

static void
export_to (KithWindow *self, GFile *file)
{
  KithAudience audience = kith_viewer_get_view (self->viewer)->audience;
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (KithTwoSides) sides = kith_two_sides_new (kith_viewer_get_map (self->viewer),
                                                       kith_sides_page_get_link (page_of (self)),
                                                       audience);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (sides == NULL)
    return;
  bytes = kith_sides_paper (kith_viewer_get_map (self->viewer), sides, audience,
                            kith_viewer_get_view (self->viewer)->day,
                            !g_str_has_suffix (name, ".png"), &error);
  if (bytes == NULL || !kith_safe_write (file, bytes, &error))
    kith_window_complain (self, error->message);
  else
    kith_viewer_say (self->viewer, _ ("The page has been exported."));
}

static void
on_export_response (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autoptr (KithWindow) self = data;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL && page_of (self) != NULL)
    export_to (self, file);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
on_export (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithWindow *self = data;
  GtkFileChooserNative *native;

  if (page_of (self) == NULL)
    return;
  kith_window_flush (self);
  native = gtk_file_chooser_native_new (_ ("Export This Page"), GTK_WINDOW (self),
                                        GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), _ ("_Cancel"));
  kith_open_add_filter (GTK_FILE_CHOOSER (native), _ ("PDF page"), "pdf");
  kith_open_add_filter (GTK_FILE_CHOOSER (native), _ ("PNG picture"), "png");
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), _ ("What each sees.pdf"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect (native, "response", G_CALLBACK (on_export_response), g_object_ref (self));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

static const GActionEntry entries[] = {
  { "each-sees", on_each_sees },
  { "export-sides", on_export },
};

void
kith_window_install_sides_actions (KithWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
