/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records of one kind that belong to a link, a stakeholder or a shared space, as a group of an
 * inspector's page: barriers, steps of the repair plan, inherited lines, answers. Its property
 * "records" says which. Not there for an audience that may see none. */
#pragma once

#include <adwaita.h>

#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_RECORD_GROUP (kith_record_group_get_type ())
G_DECLARE_FINAL_TYPE (KithRecordGroup, kith_record_group, KITH, RECORD_GROUP, AdwPreferencesGroup)

/* Property "records" (string, when it is made): the key of one of kith_record_group_kinds.
 * Property "compact" (boolean): where there is nothing it is not shown.
 * Property "empty" (boolean): something could be added, and there is nothing. */

/* What a group is of: words untranslated. */
typedef struct
{
  const char *key;
  KithKind kind; /* whose audience may see the group */
  const char *title;
  const char *add; /* with its mnemonic */
  const char *add_tip;
  const char *nothing;
  GPtrArray *(*list) (KithMap *map, KithId owner, gint32 day);
  GtkWidget *(*new_row) (KithViewer *viewer, gconstpointer record);
  void (*on_add) (GtkWidget *parent, KithViewer *viewer, KithKind owner_kind, KithId owner);
  char *(*more) (KithMap *map, KithId owner); /* what else the rows say, or NULL */
} KithRecordGroupKind;

/* kith-record-group-kinds.c; the one of that key is there. */
const KithRecordGroupKind *kith_record_group_kind (const char *key);

void kith_record_group_show (KithRecordGroup *self,
                             KithViewer *viewer,
                             KithKind owner_kind,
                             KithId owner);
/* As its button does. */
void kith_record_group_add (KithRecordGroup *self);
const KithRecordGroupKind *kith_record_group_get_kind (KithRecordGroup *self);

G_END_DECLS
