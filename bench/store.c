/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times of opening, saving and editing, and sizes of files, as a table. */
#include <sys/resource.h>

#include "kith-document.h"
#include "kith-file.h"
#include "kith-image.h"
#include "store-samples.h"

#define ROUNDS 5
#define EDITS 50

static int
compare (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

/* Milliseconds: the middle one of several. */
static double
median (double *times, guint n)
{
  qsort (times, n, sizeof *times, compare);
  return times[n / 2];
}

#define MEASURE(times, n, code)                                      \
  for (guint round_ = 0; round_ < (n); round_++)                     \
    {                                                                \
      gint64 began_ = g_get_monotonic_time ();                       \
                                                                     \
      code;                                                          \
      (times)[round_] = (g_get_monotonic_time () - began_) / 1000.0; \
    }

static void
edit_once (KithDocument *document, GRand *rand)
{
  kith_document_seal (document);
  if (!kith_document_perform (document, sample_update (kith_document_get_map (document), rand),
                              NULL))
    g_error ("an edit failed");
}

static void
undo_once (KithDocument *document)
{
  if (!kith_document_undo (document, NULL))
    g_error ("an undo failed");
}

static void
print_row (guint stakeholders, guint links, const char *folder)
{
  g_autoptr (KithMap) map = sample_map (stakeholders, links, 1);
  g_autofree char *path = g_build_filename (folder, "bench.kith", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (KithDocument) document = NULL;
  double build[ROUNDS], save[ROUNDS], load[ROUNDS], snap[ROUNDS], edit[EDITS], undo[EDITS], open;
  GStatBuf info;
  gint64 began;

  MEASURE (build, ROUNDS, g_bytes_unref (kith_image_from_map (map, NULL)));
  MEASURE (save, ROUNDS, kith_file_save (map, file, NULL));
  MEASURE (load, ROUNDS, kith_map_unref (kith_file_load (file, NULL)));
  MEASURE (snap, ROUNDS, kith_map_unref (kith_map_snapshot (map)));
  began = g_get_monotonic_time ();
  document = kith_document_open (file, NULL);
  open = (g_get_monotonic_time () - began) / 1000.0;
  MEASURE (edit, EDITS, edit_once (document, rand));
  MEASURE (undo, EDITS, undo_once (document));
  kith_document_discard (document, NULL);
  g_stat (path, &info);
  g_print ("%6u / %-6u %8.1f %8.1f %8.1f %8.1f %8.1f %8.2f %8.2f %9.1f\n", stakeholders, links,
           median (load, ROUNDS), open, median (build, ROUNDS), median (save, ROUNDS),
           median (snap, ROUNDS), median (edit, EDITS), median (undo, EDITS),
           info.st_size / 1024.0);
}

int
main (void)
{
  g_autofree char *folder = temp_folder_new ();
  struct rusage usage;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_setenv ("XDG_STATE_HOME", folder, TRUE);
  g_print (
      "Milliseconds, median; a map also has a rating for each link, an event for every third.\n"
      "%15s %8s %8s %8s %8s %8s %8s %8s %9s\n",
      "size", "load", "open", "build", "save", "snapshot", "edit", "undo", "KiB");
  print_row (60, 150, folder);
  print_row (200, 600, folder);
  print_row (1000, 3000, folder);
  print_row (10000, 30000, folder);
  getrusage (RUSAGE_SELF, &usage);
  g_print ("Peak memory: %ld MiB\n", usage.ru_maxrss / 1024);
  temp_folder_remove (folder);
  return 0;
}
