/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A finder: an entry with a list under it, laid over the window, in which a person types a few
 * letters and takes one of what is offered. Knows nothing of what it offers: that is a source's. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KITH_TYPE_FINDER (kith_finder_get_type ())
G_DECLARE_FINAL_TYPE (KithFinder, kith_finder, KITH, FINDER, GtkWidget)

typedef struct
{
  const char *name; /* untranslated: what the entry is for, for screen readers */
  const char *hint; /* untranslated: stands in the empty entry */
  /* Offers what fits, by kith_finder_add() and kith_finder_say(). */
  void (*search) (KithFinder *finder, const char *words, gpointer data);
  /* One was taken; the finder is closed already. */
  void (*take) (gint64 id, gpointer data);
  gboolean remembers; /* the words are there again the next time */
} KithFinderSource;

typedef struct
{
  gint64 id;
  const char *title;
  const char *side;     /* nullable: stands at the end of the line, small */
  const char *where;    /* nullable: with `text`, the second line: "Note: … */
  const char *text;     /* nullable */
  const char *words;    /* nullable: set in bold where they stand */
  GtkWidget *icon;      /* nullable, transfer full */
  gboolean is_disabled; /* offered, but cannot be taken */
} KithFinderItem;

/* `data` outlives the finder. */
void kith_finder_open (KithFinder *self, const KithFinderSource *source, gpointer data);
/* Gives the keyboard back to where it was. */
void kith_finder_close (KithFinder *self);
/* Closes, and forgets what was typed: other people are looking. */
void kith_finder_forget (KithFinder *self);
/* Asks the source again, while it is open. */
void kith_finder_refresh (KithFinder *self);

void kith_finder_add (KithFinder *self, const KithFinderItem *item);
/* What stands under the list. */
void kith_finder_say (KithFinder *self, const char *text);

G_END_DECLS
