/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quick entry while it is being read. */
#pragma once

#include "kith-import-private.h"
#include "kith-quick-lines.h"
#include "kith-quick-words.h"

G_BEGIN_DECLS

/* Longer lines are not looked through: nobody types them. */
#define KITH_QUICK_LONGEST_LINE 8000

typedef struct
{
  KithImport *import;
  guint line;
  GHashTable *pairs; /* both places as one number → GPtrArray of KithImportTie, borrowed */
} KithQuick;

/* What is said of a link. */
typedef struct
{
  GArray *kinds; /* of int; none: nothing was said of it */
  KithLink *record;
  guint64 set; /* which fields besides the kind were said */
  int scores[2];
  GString *more;  /* lines for the note */
  GPtrArray *odd; /* of char *: those of them that nothing was made of */
} KithQuickSaid;

void kith_quick_note (KithQuick *quick, KithNoteSeverity severity, char *message);

/* kith-quick-said.c */
void kith_quick_said_init (KithQuickSaid *said);
void kith_quick_said_clear (KithQuickSaid *said);
gboolean kith_quick_says_link (const char *text);
void kith_quick_read_said (const char *text, KithQuickSaid *said);
/* What was odd in it, once it is known whether a link came of it that could keep it. */
void kith_quick_note_said (KithQuick *quick, const KithQuickSaid *said, gboolean kept);

/* kith-quick-names.c: the place of a stakeholder by what stands for it, made if it is new;
 * G_MAXUINT for no name. */
guint kith_quick_who (KithQuick *quick, const char *text);
void kith_quick_describe (KithQuick *quick, guint who, const char *text);
gboolean kith_quick_is_name (const char *text, gpointer quick);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KithQuickSaid, kith_quick_said_clear)

G_END_DECLS
