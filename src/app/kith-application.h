/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application: one process, its windows, and the actions that belong to no window. */
#pragma once

#include <adwaita.h>

#include "kith-window.h"

G_BEGIN_DECLS

#define KITH_TYPE_APPLICATION (kith_application_get_type ())
G_DECLARE_FINAL_TYPE (KithApplication, kith_application, KITH, APPLICATION, AdwApplication)

KithApplication *kith_application_new (void);

/* The window that is in front, made if there is none. */
KithWindow *kith_application_get_front (KithApplication *self);

G_END_DECLS
