/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was asked for on the command line: files and options, from one table. Knows nothing of
 * what is done with them. */
#pragma once

#include <gio/gio.h>

#include "kith-enum.h"
#include "kith-export.h"
#include "kith-format.h"

G_BEGIN_DECLS

/* The commands, as bits, so that an option can belong to several. */
typedef enum
{
  KITH_CLI_CONVERT = 1 << 0,
  KITH_CLI_ARRANGE = 1 << 1,
  KITH_CLI_CHECK = 1 << 2,
  KITH_CLI_SHOW = 1 << 3,
  KITH_CLI_SHEET = 1 << 4,
  KITH_CLI_COMPARE = 1 << 5,
  KITH_CLI_RATE = 1 << 6,
} KithCliVerb;

typedef struct
{
  GPtrArray *files; /* of char *, in the file name encoding */
  gboolean help;
  gboolean json;
  gboolean csv;
  gboolean insights; /* what the map tells, not what it holds */
  gboolean audience_set;
  KithAudience audience;
  const KithFormat *from; /* of "-" as input, or NULL */
  const KithFormat *to;   /* of "-" as output, or NULL */
  KithExport export;
  char *title;
  char *marking;   /* or NULL */
  char *then_file; /* of the earlier map beside this one, or NULL */
  char *sentences[KITH_BOARD_SENTENCES];
  guint n_sentences;
  char *filter;  /* as it was spelled, or NULL: it is read when the map is there */
  char *focus;   /* a stakeholder's name, or NULL */
  guint reach;   /* of the focus; 0: not said */
  guint seconds; /* of a film; 0: not said */
  guint frames;  /* pictures of a play; 0: not said */
  char *steps;   /* as it was given: it has become one of these two */
  gint32 as_at;  /* the Julian day as at which the map is taken; 0: as it is now */
  KithLens lens;
  char *through; /* a stakeholder's name, or NULL */
  gint32 since;  /* the Julian day from which changes are counted; 0: a year before */
  gboolean play;
  gboolean hides;
  gboolean lines; /* inherited lines are shown */
  guint flags;    /* of KithFlag */
  char *question; /* whose positions are shown, or NULL: the first */
  gboolean ended; /* what has ended and what is to come is shown */
  char *salvage;
  char *who;   /* whose sheet, or NULL */
  char *round; /* title of a round, or NULL */
  gboolean blank;
  KithArrangement as;
  gboolean as_set;
  gboolean tidy;      /* in place of an arrangement: only what overlaps is parted */
  char *around;       /* a stakeholder's name, or NULL */
  gboolean all_three; /* a sheet asks for respect and understanding too */
  gboolean dry_run;
  gboolean partly;            /* rows that were not understood are left out */
  const char *picture_option; /* the last one given that only makes sense for a picture, or NULL */
} KithCliOptions;

KithCliOptions *kith_cli_options_new (KithCliVerb verb, int argc, char **argv, GError **error);
/* The day of --as-at in words ("31 December 2009"), transfer full; NULL where there is none. */
char *kith_cli_options_day_words (const KithCliOptions *options);
void kith_cli_options_free (KithCliOptions *options);
gboolean kith_cli_arrangement_from_text (const char *text, KithArrangement *as, GError **error);
char *kith_cli_options_to_help (KithCliVerb verb);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithCliOptions, kith_cli_options_free)

/* How something was asked for that makes no sense: exit status 2. */
#define KITH_USAGE_ERROR (kith_usage_error_quark ())
GQuark kith_usage_error_quark (void);
gboolean kith_usage_fail (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
