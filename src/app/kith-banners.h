/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Banners: messages that stay above the map until they are resolved or put away, one for each
 * matter. Knows nothing of documents. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KITH_TYPE_BANNERS (kith_banners_get_type ())
G_DECLARE_FINAL_TYPE (KithBanners, kith_banners, KITH, BANNERS, GtkWidget)

/* What can be done about it: a label and the detailed name of an action. */
typedef struct
{
  const char *label; /* translated */
  const char *action;
} KithBannerButton;

/* Shows, or brings up to date, the banner about `matter`. `can_close`: a person may put it away. */
void kith_banners_show (KithBanners *self,
                        const char *matter,
                        GtkMessageType type,
                        const char *text,
                        const KithBannerButton *buttons,
                        guint n_buttons,
                        gboolean can_close);
/* The banner about `matter` says this from now on, and its buttons stay; FALSE: there is none. */
gboolean kith_banners_reword (KithBanners *self, const char *matter, const char *text);
void kith_banners_hide (KithBanners *self, const char *matter);
void kith_banners_clear (KithBanners *self);

G_END_DECLS
