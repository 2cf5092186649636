/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-cli-verbs.h"
#include "kith-config.h"

enum
{
  DONE = 0,
  FAILED = 1,
  USAGE = 2,
};

typedef struct
{
  KithCliVerb verb;
  const char *name;
  const char *usage;    /* untranslated: words for files */
  const char *sentence; /* untranslated */
  gboolean (*run) (const KithCliOptions *options, GError **error);
} Command;

static const Command commands[] = {
  { KITH_CLI_CONVERT, "convert", N_ ("IN… OUT"),
    N_ ("Any format that can be read into any that can be written, pictures included."),
    kith_cli_convert },
  { KITH_CLI_ARRANGE, "arrange", N_ ("IN OUT --as ARRANGEMENT"),
    N_ ("Finds new positions for all stakeholders but the pinned ones."), kith_cli_arrange },
  { KITH_CLI_CHECK, "check", N_ ("IN"), N_ ("Says what is wrong with a file, or that it is sound."),
    kith_cli_check },
  { KITH_CLI_SHOW, "show", N_ ("IN"), N_ ("What the map holds, in words or as JSON."),
    kith_cli_show },
  { KITH_CLI_COMPARE, "compare", N_ ("BEFORE AFTER, or IN --since DATE"),
    N_ ("What came, went, rose and fell from one map to another, or from one day to another."),
    kith_cli_compare },
  { KITH_CLI_SHEET, "sheet", N_ ("IN OUT.pdf|.csv --for NAME"),
    N_ ("What an organisation is handed: the sheet of a round, or its page; for Partners unless "
        "--audience says otherwise."),
    kith_cli_sheet },
  { KITH_CLI_RATE, "rate", N_ ("IN FILLED.csv… OUT"),
    N_ ("Reads filled sheets of ratings back: says row by row what was not understood, and writes all "
        "or nothing."),
    kith_cli_rate },
};

static void
print_command (const Command *command)
{
  g_autofree char *options = kith_cli_options_to_help (command->verb);

  g_print ("kith %s %s\n  %s\n%s\n", command->name, _ (command->usage), _ (command->sentence),
           options);
}

static void
print_help (void)
{
  g_autofree char *reads = kith_format_list (FALSE);
  g_autofree char *writes = kith_format_list (TRUE);

  g_print (_ ("Kith: who works with whom, and how they get on.\n\n"));
  g_print (_ ("kith [MAP…]\n  Opens the maps, or the start page.\n\n"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    print_command (&commands[i]);
  g_print (_ ("kith --version\n  Says which version this is.\n\n"));
  g_print (_ ("Reads %s; writes %s.\n"), reads, writes);
  g_print (_ ("Pictures and CSV are written for Partners unless --audience says otherwise, .kith "
              "and .json for the team.\nA map as CSV is two files (out-stakeholders.csv, "
              "out-links.csv). “-” is standard input or output.\nExit status: 0 done, 1 refused or "
              "failed, 2 not understood.\n"));
}

static int
report (const GError *error)
{
  g_printerr ("kith: %s\n", error->message);
  return error->domain == KITH_USAGE_ERROR ? USAGE : FAILED;
}

static int
run (const Command *command, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KithCliOptions) options = kith_cli_options_new (command->verb, argc, argv, &error);

  if (options == NULL)
    return report (error);
  if (options->help)
    {
      print_command (command);
      return DONE;
    }
  if (command->run (options, &error))
    return DONE;
  return report (error);
}

/**
 * kith_cli_main:
 * @argc: as main() got it
 * @argv: as main() got it
 * @handled: (out): whether this was for the command line; if not, nothing has been done
 *
 * Returns: the exit status: 0 done, 1 refused or failed, 2 not understood
 */
int
kith_cli_main (int argc, char **argv, gboolean *handled)
{
  const char *word = argc > 1 ? argv[1] : "";

  *handled = TRUE;
  if (g_str_equal (word, "--help") || g_str_equal (word, "-h") || g_str_equal (word, "help"))
    {
      print_help ();
      return DONE;
    }
  if (g_str_equal (word, "--version"))
    {
      g_print ("Kith %s\n", KITH_VERSION);
      return DONE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (word, commands[i].name))
      return run (&commands[i], argc - 2, argv + 2);
  *handled = FALSE;
  return DONE;
}
