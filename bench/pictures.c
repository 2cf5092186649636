/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pictures.h"

#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "kith-test-maps.h"
#include "temp-folder.h"

/* Boxes and lines alone, where they stand on the map; free the path. */
char *
bench_write_dot (KithMap *map, const char *folder)
{
  g_autoptr (GString) dot = g_string_new ("graph {\nnode [shape=box style=\"rounded,filled\" "
                                          "fillcolor=\"#eef4ff\" fontname=\"Inter\" "
                                          "fontsize=10.5 fixedsize=true];\n");
  char *path = g_build_filename (folder, "map.dot", NULL);

  KITH_FOR_EACH (KithStakeholder, s, map, KITH_STAKEHOLDER)
    g_string_append_printf (dot,
                            "n%" G_GINT64_FORMAT
                            " [label=\"%s\" pos=\"%.2f,%.2f\" width=%.3f height=%.3f];\n",
                            s->record.id, s->name, s->x * 0.75, -s->y * 0.75, s->width / 96,
                            s->height / 96);
  KITH_FOR_EACH (KithLink, link, map, KITH_LINK)
    g_string_append_printf (dot, "n%" G_GINT64_FORMAT " -- n%" G_GINT64_FORMAT ";\n", link->a,
                            link->b);
  g_string_append (dot, "}\n");
  g_file_set_contents (path, dot->str, (gssize) dot->len, NULL);
  return path;
}

/* In milliseconds; 0 where it fails. */
double
bench_time_export (KithMap *map, KithPictureFormat format)
{
  KithView view = KITH_VIEW_INIT;
  KithExport options = KITH_EXPORT_INIT;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  options.format = format;
  options.paper = KITH_PAPER_A1;
  bytes = kith_export (map, &view, &options, &error);
  if (bytes == NULL)
    {
      printf ("%s\n", error->message);
      fflush (stdout);
    }
  return bytes != NULL ? (g_get_monotonic_time () - start) / 1000.0 : 0.0;
}

/* --- Paper: processor time and memory of whole processes --- */

typedef struct
{
  double ms; /* of the processor; less than 0 where it failed */
  double mb; /* at most */
} Cost;

static Cost
wait_for (pid_t child)
{
  struct rusage used;
  int status;

  if (child < 0 || wait4 (child, &status, 0, &used) < 0 || status != 0)
    return (Cost){ -1.0, 0.0 };
  return (Cost){ 1e3 * (used.ru_utime.tv_sec + used.ru_stime.tv_sec)
                     + (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e3,
                 used.ru_maxrss / 1024.0 };
}

/* Its map is made in it, so that memory is all of its own; the time of that is taken off. */
static Cost
cost_of_export (guint n, guint m, guint columns, KithPictureFormat format)
{
  pid_t child = fork ();
  Cost cost, map_alone;

  if (child == 0)
    {
      g_autoptr (KithMap) map = test_random_map (n, m, columns, 5);

      _exit (bench_time_export (map, format) > 0.0 ? 0 : 1);
    }
  cost = wait_for (child);
  child = fork ();
  if (child == 0)
    {
      g_autoptr (KithMap) map = test_random_map (n, m, columns, 5);

      _exit (map != NULL ? 0 : 1);
    }
  map_alone = wait_for (child);
  cost.ms = cost.mb > 0.0 ? cost.ms - map_alone.ms : 0.0;
  return cost;
}

static Cost
cost_of_neato (const char *dot, const char *folder, const char *format)
{
  g_autofree char *type = g_strdup_printf ("-T%s", format);
  g_autofree char *out = g_build_filename (folder, "out", NULL);
  pid_t child = fork ();

  if (child == 0)
    {
      if (freopen ("/dev/null", "w", stderr) != NULL)
        execlp ("neato", "neato", "-n2", type, "-o", out, dot, NULL);
      _exit (127);
    }
  return wait_for (child);
}

/* Prints a table of its own. */
void
bench_paper (void)
{
  static const struct
  {
    guint n, m, columns;
  } sizes[] = { { 1000, 3000, 33 }, { 10000, 30000, 40 } };
  static const char *const names[] = { "pdf", "svg", "png" };
  static const KithPictureFormat formats[] = { KITH_PICTURE_PDF, KITH_PICTURE_SVG,
                                               KITH_PICTURE_PNG };

  printf ("%-24s %12s %10s %12s %10s %8s\n", "paper, processor time", "Kith, ms", "MB", "neato -n2",
          "MB", "ratio");
  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autoptr (KithMap) map = test_random_map (sizes[s].n, sizes[s].m, sizes[s].columns, 5);
      g_autofree char *folder = temp_folder_new ();
      g_autofree char *dot = bench_write_dot (map, folder);

      for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
        {
          Cost ours = cost_of_export (sizes[s].n, sizes[s].m, sizes[s].columns, formats[i]);
          Cost theirs = cost_of_neato (dot, folder, names[i]);

          if (ours.mb <= 0.0 || theirs.mb <= 0.0)
            {
              printf ("%s of %u/%u: Kith %.0f ms, %.0f MB; neato %.0f ms, %.0f MB (0: not made)\n",
                      names[i], sizes[s].n, sizes[s].m, ours.ms, ours.mb, theirs.ms, theirs.mb);
              continue;
            }
          printf ("%s of %u/%-12u %12.0f %10.0f %12.0f %10.0f %8.2f\n", names[i], sizes[s].n,
                  sizes[s].m, ours.ms, ours.mb, theirs.ms, theirs.mb, ours.ms / theirs.ms);
          fflush (stdout);
        }
      temp_folder_remove (folder);
    }
}
