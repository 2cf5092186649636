/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tables cost in a window of 1,200 × 700 pixels: milliseconds until the first frame that shows
 * them, until another order, fewer rows and a changed cell are shown. Needs a display. */
#include <adwaita.h>

#include "kith-document.h"
#include "kith-table-view.h"
#include "kith-test-maps.h"
#include "temp-folder.h"

#define TIMES 5

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer painted)
{
  (*(guint *) painted)++;
  return G_SOURCE_CONTINUE;
}

/* Milliseconds since `since` when two more frames have been shown. */
static double
settle (GtkWidget *window, gint64 since)
{
  guint frames = 0;
  guint tick = gtk_widget_add_tick_callback (window, on_tick, &frames, NULL);

  gtk_widget_queue_draw (window);
  while (frames < 3)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (window, tick);
  return (double) (g_get_monotonic_time () - since) / 1000.0;
}

static KithEdit *
change_one (KithMap *map, KithListing listing, guint i)
{
  KithDate today = kith_date_today ();

  if (listing == KITH_LISTING_LINKS)
    return kith_verb_rate (map, KITH_ID (kith_map_nth (map, KITH_LINK, i)), KITH_END_A, KITH_TRUST,
                           KITH_SCORE_4, &today);
  return kith_verb_set (map, KITH_STAKEHOLDER, KITH_ID (kith_map_nth (map, KITH_STAKEHOLDER, i)),
                        "level", i % 2 == 0 ? "place" : "system", NULL);
}

static void
measure (GtkWidget *window, KithViewer *viewer, KithListing listing)
{
  GtkWidget *table = kith_table_view_new (listing);
  gint64 since = g_get_monotonic_time ();
  double opened, sorted, found, changed = 0;

  kith_table_view_set_viewer (KITH_TABLE_VIEW (table), viewer);
  gtk_window_set_child (GTK_WINDOW (window), table);
  opened = settle (window, since);
  since = g_get_monotonic_time ();
  kith_table_view_sort_by (KITH_TABLE_VIEW (table),
                           listing == KITH_LISTING_LINKS ? "trust" : "sector", TRUE);
  sorted = settle (window, since);
  since = g_get_monotonic_time ();
  kith_table_view_set_words (KITH_TABLE_VIEW (table), "partner 77");
  found = settle (window, since);
  kith_table_view_set_words (KITH_TABLE_VIEW (table), "");
  settle (window, since);
  for (guint i = 0; i < TIMES; i++)
    {
      since = g_get_monotonic_time ();
      kith_viewer_perform (viewer, change_one (kith_viewer_get_whole_map (viewer), listing, i),
                           NULL);
      changed += settle (window, since) / TIMES;
    }
  printf ("  %-14s %8.0f %8.0f %8.0f %8.0f\n", kith_enum_key (&kith_listings, (int) listing),
          opened, sorted, found, changed);
  gtk_window_set_child (GTK_WINDOW (window), NULL);
}

static void
measure_map (GtkWidget *window, guint n, guint m)
{
  KithDocument *document = kith_document_new (test_random_map (n, m, 0, 7), NULL);
  g_autoptr (KithViewer) viewer = kith_viewer_new (document);

  printf ("%u/%u\n", n, m);
  measure (window, viewer, KITH_LISTING_STAKEHOLDERS);
  measure (window, viewer, KITH_LISTING_LINKS);
  kith_document_discard (document, NULL);
  g_object_unref (document);
}

int
main (void)
{
  g_autofree char *folder = temp_folder_new ();
  GtkWidget *window;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  adw_init ();
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 700);
  gtk_window_present (GTK_WINDOW (window));
  settle (window, 0);
  printf ("%-16s %8s %8s %8s %8s\n", "milliseconds", "open", "sort", "search", "edit");
  measure_map (window, 60, 150);
  measure_map (window, 1000, 3000);
  measure_map (window, 10000, 30000);
  temp_folder_remove (folder);
  return 0;
}
