/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a binder talks to each sort of widget. Private to the binder. */
#pragma once

#include "kith-binder.h"

G_BEGIN_DECLS

typedef struct
{
  const char *signal; /* says that the person changed the widget */
  gboolean typed;     /* commits after a pause, not at once */
  void (*set_up) (GtkWidget *widget, const KithField *field);
  void (*load) (GtkWidget *widget, const KithField *field, gconstpointer record);
  /* FALSE: what stands in the widget is no value of the field. */
  gboolean (*store) (GtkWidget *widget, const KithField *field, gpointer record);
} KithBinderHandler;

const KithBinderHandler *kith_binder_handler_for (GtkWidget *widget);

G_END_DECLS
