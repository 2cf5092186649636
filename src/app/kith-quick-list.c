/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-quick-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "kith-binder.h"
#include "kith-quick-items.h"
#include "kith-sector-dot.h"
#include "kith-sectors.h"

/* More than a person looks through; the summary counts them all. */
#define ROWS_SHOWN 250

#define LINE "kith-line"

guint
kith_quick_list_line (GtkListBoxRow *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), LINE));
}

static GtkWidget *
make_icon (const char *name)
{
  return g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       "icon-name", name, "width-request", 20, NULL);
}

static GtkWidget *
make_row (guint line, const char *title, const char *detail, GtkWidget *prefix)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title,
                                 "subtitle", detail, "title-lines", 3, "subtitle-lines", 2,
                                 "activatable", line != 0, NULL);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), prefix);
  g_object_set_data (G_OBJECT (row), LINE, GUINT_TO_POINTER (line));
  return row;
}

static GtkWidget *
make_note (const KithImportNote *note)
{
  static const char *const icons[] = {
    [KITH_NOTE_INFO] = "dialog-information-symbolic",
    [KITH_NOTE_CHANGED] = "document-edit-symbolic",
    [KITH_NOTE_LOST] = "dialog-warning-symbolic",
  };
  g_autofree char *words = kith_quick_note_to_words (note);
  GtkWidget *icon = make_icon (icons[note->severity]);
  GtkWidget *row = make_row (note->row, words, NULL, icon);

  if (note->severity == KITH_NOTE_LOST)
    gtk_widget_add_css_class (icon, "warning");
  kith_widget_set_name (row, words);
  return row;
}

static const char *
state_of (const KithQuickItem *item)
{
  if (!item->is_known)
    return _ ("New");
  return item->is_changed ? _ ("On the map, changes") : _ ("On the map");
}

static GtkWidget *
make_prefix (const KithQuickItem *item, KithMap *map, KithPaletteName palette)
{
  GtkWidget *dot;

  if (item->kind == KITH_LINK)
    return make_icon ("kith-link-symbolic");
  dot = kith_sector_dot_new ();
  kith_sector_dot_set (KITH_SECTOR_DOT (dot), palette, kith_sector_colour (map, item->sector),
                       kith_sector_sign (map, item->sector));
  return dot;
}

static GtkWidget *
make_item (const KithQuickItem *item, KithMap *map, KithPaletteName palette)
{
  GtkWidget *row = make_row (item->line, item->title, item->detail,
                             make_prefix (item, map, palette));
  GtkWidget *state = gtk_label_new (state_of (item));
  g_autofree char *name = g_strdup_printf ("%s, %s, %s", item->title, item->detail,
                                           state_of (item));

  gtk_widget_add_css_class (state, "caption");
  if (item->is_known)
    gtk_widget_add_css_class (state, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), state);
  kith_widget_set_name (row, name);
  return row;
}

static GtkWidget *
make_rest (guint n)
{
  g_autofree char *words = g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);
  GtkWidget *row = make_row (0, words, NULL, make_icon ("view-more-horizontal-symbolic"));

  kith_widget_set_name (row, words);
  return row;
}

void
kith_quick_list_fill (GtkListBox *list,
                      KithImport *import,
                      const GPtrArray *items,
                      KithMap *map,
                      KithPaletteName palette)
{
  guint n_notes = kith_import_n_notes (import), shown = 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
  for (guint i = 0; i < n_notes && shown < ROWS_SHOWN / 2; i++, shown++)
    gtk_list_box_append (list, make_note (kith_import_note (import, i)));
  if (shown < n_notes)
    gtk_list_box_append (list, make_rest (n_notes - shown));
  for (guint i = 0; i < items->len && i < ROWS_SHOWN; i++)
    gtk_list_box_append (list, make_item (items->pdata[i], map, palette));
  if (items->len > ROWS_SHOWN)
    gtk_list_box_append (list, make_rest (items->len - ROWS_SHOWN));
}

static gboolean
on_tick (GtkWidget *list, GdkFrameClock *clock, gpointer data)
{
  GtkWidget *row = data, *viewport = gtk_widget_get_ancestor (list, GTK_TYPE_VIEWPORT);
  graphene_rect_t place;

  if (gtk_widget_get_parent (row) != list || viewport == NULL || !gtk_widget_get_mapped (list))
    return G_SOURCE_REMOVE;
  if (gtk_widget_get_height (row) <= 0 || !gtk_widget_compute_bounds (row, list, &place))
    return G_SOURCE_CONTINUE;
  gtk_adjustment_clamp_page (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)),
                             place.origin.y, place.origin.y + place.size.height);
  return G_SOURCE_REMOVE;
}

void
kith_quick_list_show_line (GtkListBox *list, guint line)
{
  GtkListBoxRow *row, *last = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (kith_quick_list_line (row) == line)
      last = row;
  if (last != NULL)
    gtk_widget_add_tick_callback (GTK_WIDGET (list), on_tick, g_object_ref (last), g_object_unref);
}
