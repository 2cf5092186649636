/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long it takes from starting the program to the first frame that shows a map, beside an empty
 * libadwaita window in the same run. Usage: start MAP.kith; needs a display. */
#include <stdlib.h>
#include <sys/resource.h>

#include "kith-application.h"

#define ROUNDS 5

static gint64 started; /* by the parent, before it started this process */

static gboolean
on_done (gpointer application)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  g_print ("%.1f %.1f\n", (g_get_monotonic_time () - started) / 1000.0, usage.ru_maxrss / 1024.0);
  exit (0);
}

static void
on_after_paint (GdkFrameClock *clock, gpointer application)
{
  on_done (application);
}

/* The frame clock's first painted frame once the window is on the screen. */
static void
on_map (GtkWidget *window, gpointer application)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_after_paint),
                    application);
}

static void
on_window_added (GtkApplication *application, GtkWindow *window)
{
  g_signal_connect (window, "map", G_CALLBACK (on_map), application);
}

static void
on_activate_empty (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 768);
  gtk_window_present (GTK_WINDOW (window));
}

static int
run_child (const char *map)
{
  char *arguments[] = { (char *) "kith", (char *) map, NULL };
  GApplication *application;

  started = g_ascii_strtoll (g_getenv ("KITH_BENCH_STARTED"), NULL, 10);
  if (map != NULL)
    application = G_APPLICATION (kith_application_new ());
  else
    {
      application = G_APPLICATION (
          adw_application_new ("io.github.kith_maps.Empty", G_APPLICATION_DEFAULT_FLAGS));
      g_signal_connect (application, "activate", G_CALLBACK (on_activate_empty), NULL);
    }
  g_signal_connect (application, "window-added", G_CALLBACK (on_window_added), NULL);
  return g_application_run (application, map != NULL ? 2 : 1, arguments);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return *(const double *) a < *(const double *) b ? -1 : 1;
}

/* Median milliseconds of several starts, and the most memory of the last. */
static double
measure (const char *self, const char *map, double *megabytes)
{
  double times[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      const char *arguments[] = { self, "--child", map, NULL };
      g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
      g_auto (GStrv) environment = g_environ_setenv (g_get_environ (), "KITH_BENCH_STARTED", now,
                                                     TRUE);
      g_autofree char *output = NULL;
      g_autoptr (GError) error = NULL;

      if (!g_spawn_sync (NULL, (char **) arguments, environment, G_SPAWN_DEFAULT, NULL, NULL,
                         &output, NULL, NULL, &error)
          || sscanf (output, "%lf %lf", &times[i], megabytes) != 2)
        g_error ("No first frame: %s", error != NULL ? error->message : output);
    }
  qsort (times, ROUNDS, sizeof (double), compare);
  return times[ROUNDS / 2];
}

int
main (int argc, char **argv)
{
  double megabytes;
  double empty;
  double shown;

  if (argc >= 2 && g_str_equal (argv[1], "--child"))
    return run_child (argc > 2 ? argv[2] : NULL);
  if (argc != 2)
    g_error ("usage: start MAP.kith");
  empty = measure (argv[0], NULL, &megabytes);
  g_print ("%-28s %8s %8s\n", "first frame", "ms", "MB");
  g_print ("%-28s %8.0f %8.0f\n", "empty libadwaita window", empty, megabytes);
  shown = measure (argv[0], argv[1], &megabytes);
  g_print ("%-28s %8.0f %8.0f\n", "Kith with the map", shown, megabytes);
  g_print ("%-28s %8.2f\n", "ratio", shown / empty);
  return 0;
}
