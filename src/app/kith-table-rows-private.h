/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the rows of a table share; for no other. */
#pragma once

#include "kith-search-fold.h"
#include "kith-table-rows.h"

G_BEGIN_DECLS

struct _KithTableRows
{
  GObject parent_instance;

  /* owned */
  KithViewer *viewer;
  GArray *ids;          /* of KithId: the rows, in their order */
  GHashTable *known;    /* of gint64: all of the kind on the map */
  GHashTable *selected; /* of gint64: events only */
  KithWords *words;     /* NULL: all rows */

  /* borrowed */
  GPtrArray *columns;
  const KithListColumn *column; /* that they are sorted by, or NULL */

  /* state */
  KithListing listing;
  gboolean descending;
  gboolean filtered;
  KithPass *pass;     /* owned: by which they were filtered */
  gboolean selecting; /* the viewer's selection is being made from ours */
};

void kith_table_rows_rebuild (KithTableRows *self);
KithId kith_table_rows_owner_of (const KithEvent *event); /* 0: the whole map */

G_END_DECLS
