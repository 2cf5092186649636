/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A child edits at random and says so edit by edit; it is killed at a random moment; whatever it
 * had said must be there afterwards, undo included. */
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "kith-digest.h"
#include "kith-document-private.h"
#include "kith-file.h"
#include "store-samples.h"

#define ROUNDS 200

/* A line on a map: "=" what is shown now, "+" what is about to be. */
static void
say (char sign, KithMap *map)
{
  g_autofree char *digest = kith_digest_content (map);
  g_autofree char *line = g_strdup_printf ("%c%s\n", sign, digest);

  if (write (STDOUT_FILENO, line, strlen (line)) != (gssize) strlen (line))
    _exit (3);
}

static void
announce (KithDocument *document, KithEdit *edit)
{
  g_autoptr (KithMap) trial = kith_map_snapshot (document->map);

  g_assert_true (kith_map_apply (trial, edit, NULL));
  say ('+', trial);
}

static KithDocument *
open_document (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  KithDocument *document = kith_document_open (file, &error);

  if (document == NULL)
    g_error ("%s", error->message);
  return document;
}

static void
edit_somehow (KithDocument *document, GRand *rand, int what)
{
  g_autoptr (KithEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  if (what < 3)
    edit = kith_history_peek_undo (document->history);
  else if (what == 3)
    edit = kith_history_peek_redo (document->history);
  else
    edit = sample_edit (document->map, rand);
  if (edit == NULL)
    return;
  announce (document, edit);
  if (what < 3)
    kith_document_undo (document, &error);
  else if (what == 3)
    kith_document_redo (document, &error);
  else
    kith_document_perform (document, g_steal_pointer (&edit), &error);
  g_assert_no_error (error);
  say ('=', document->map);
}

/* Edits until it is killed; saves now and then, in another thread as the program does. */
static int
be_child (const char *path, guint32 seed)
{
  g_autoptr (KithDocument) document = open_document (path);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  say ('=', document->map);
  for (;;)
    {
      int what = g_rand_int_range (rand, 0, 20);

      edit_somehow (document, rand, what);
      if (what == 4)
        kith_document_save_async (document, NULL, NULL, NULL);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  return 0;
}

static char *
read_until_killed (int fd, GPid pid, guint microseconds)
{
  GString *said = g_string_new (NULL);
  char buffer[4096];
  gssize got = 0;

  /* One in ten is killed on its way to the first edit. */
  if (microseconds % 10 != 0)
    got = read (fd, buffer, sizeof buffer);
  g_string_append_len (said, buffer, MAX (got, 0));
  g_usleep (microseconds);
  kill (pid, SIGKILL);
  while ((got = read (fd, buffer, sizeof buffer)) > 0)
    g_string_append_len (said, buffer, got);
  return g_string_free (said, FALSE);
}

/* What was shown last, and what was about to be shown when the end came; whole lines only. */
static void
last_said (const char *said, char **shown, char **coming, guint *n)
{
  g_auto (GStrv) lines = g_strsplit (said, "\n", -1);

  for (guint i = 0; lines[0] != NULL && lines[i + 1] != NULL; i++)
    {
      g_free (*coming);
      *coming = g_strdup (lines[i] + 1);
      if (lines[i][0] != '=')
        continue;
      g_free (*shown);
      *shown = g_strdup (lines[i] + 1);
      (*n)++;
    }
}

/* What was coming may have been kept, whole; nothing else is allowed. */
static void
assert_nothing_missing (KithDocument *document, const char *shown, const char *coming)
{
  g_autofree char *now = kith_digest_content (document->map);

  if (shown != NULL && !g_str_equal (now, shown))
    g_assert_cmpstr (now, ==, coming);
}

static void
assert_undo_works (KithDocument *document, KithMap *start)
{
  g_autoptr (GError) error = NULL;

  while (kith_document_undo_label (document) != NULL)
    g_assert_true (kith_document_undo (document, &error));
  g_assert_true (kith_map_equal (document->map, start));
}

static void
assert_no_litter (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_cmpstr (name, ==, "map.kith");
}

static GPid
start_child (const char *self, const char *path, guint32 seed, int *out)
{
  g_autofree char *number = g_strdup_printf ("%u", seed);
  const char *argv[] = { self, "--child", path, number, NULL };
  g_auto (GStrv) environment = g_get_environ ();
  g_autoptr (GError) error = NULL;
  GPid pid;

  environment = g_environ_setenv (environment, "XDG_DATA_HOME", g_get_user_data_dir (), TRUE);
  environment = g_environ_setenv (environment, "XDG_STATE_HOME", g_get_user_state_dir (), TRUE);
  g_spawn_async_with_pipes (NULL, (char **) argv, environment, G_SPAWN_DO_NOT_REAP_CHILD, NULL,
                            NULL, &pid, NULL, out, NULL, &error);
  g_assert_no_error (error);
  return pid;
}

/* Returns how many edits had been said. */
static guint
one_round (const char *self, const char *folder, GRand *rand, guint round)
{
  g_autofree char *path = g_build_filename (folder, "map.kith", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (KithMap) start = kith_file_load (file, NULL);
  g_autoptr (KithDocument) document = NULL;
  g_autofree char *said = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *coming = NULL;
  guint n = 0;
  int out;
  GPid pid;

  g_assert_nonnull (start);
  pid = start_child (self, path, round, &out);
  said = read_until_killed (out, pid, g_rand_int_range (rand, 5000, 150000));
  waitpid (pid, NULL, 0);
  close (out);
  last_said (said, &shown, &coming, &n);
  document = open_document (path);
  assert_no_litter (folder);
  assert_nothing_missing (document, shown, coming);
  if (round % 4 == 0)
    assert_undo_works (document, start);
  g_assert_true (kith_document_close (document, NULL));
  return n;
}

static char *self_path;

static void
test_kill (void)
{
  g_autofree char *folder = temp_folder_new ();
  g_autofree char *path = g_build_filename (folder, "map.kith", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (KithMap) map = sample_map (20, 30, 1);
  g_autoptr (GRand) rand = g_rand_new_with_seed (99);
  guint edits = 0;
  guint n = g_test_slow () ? 5 * ROUNDS : ROUNDS;

  g_assert_true (kith_file_save (map, file, NULL));
  for (guint round = 0; round < n; round++)
    edits += one_round (self_path, folder, rand, round);
  g_test_message ("%u edits were said in %u rounds", edits, n);
  g_assert_cmpuint (edits, >, n);
  temp_folder_remove (folder);
}

int
main (int argc, char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], "--child"))
    return be_child (argv[2], atoi (argv[3]));
  self_path = g_file_read_link ("/proc/self/exe", NULL);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/kill-9/nothing-that-was-said-is-missing", test_kill);
  return g_test_run ();
}
