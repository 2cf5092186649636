/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the workshop share. */
#pragma once

#include "kith-room-font.h"
#include "kith-workshop-map.h"
#include "kith-workshop-picture.h"
#include "kith-workshop.h"

G_BEGIN_DECLS

#define KITH_WORKSHOP_STEPS 6 /* five, and not known */

/* How the link is rated that is shown. */
typedef enum
{
  KITH_WORKSHOP_TOGETHER,
  KITH_WORKSHOP_SILENT,   /* voices answer, nothing shows */
  KITH_WORKSHOP_REVEALED, /* what they said shows; the room agrees beside it */
} KithWorkshopMode;

/* One end of the link: what it makes of the other. */
typedef struct
{
  KithWorkshop *workshop; /* borrowed */
  KithEnd end;
  GtkWidget *box;
  GtkLabel *heading;
  GtkLabel *so_far;
  GtkEditable *voice;
  GtkBox *spread;
  GtkWidget *steps[KITH_WORKSHOP_STEPS];
} KithWorkshopEnd;

struct _KithWorkshop
{
  AdwWindow parent_instance;

  /* widgets */
  GtkOverlay *overlay;
  GtkStack *pages;
  GtkLabel *progress;
  GtkLabel *heard;
  KithWorkshopPicture *picture;
  KithWorkshopEnd ends[2];
  GtkWidget *back;
  GtkWidget *silently;
  GtkWidget *reveal;
  GtkWidget *next;
  GtkLabel *summary;
  GtkWidget *rest; /* goes through what has not been rated */
  GtkWidget *help; /* NULL until it is asked for */
  GtkWidget *black;
  GtkLabel *toast;
  GtkLabel *status; /* for screen readers */

  /* owned */
  KithDocument *document;
  KithViewer *viewer;
  KithMap *before;     /* what was shown when it began */
  GArray *links;       /* of KithId, in their order */
  GHashTable *rounds;  /* id of a link → id of its round */
  GHashTable *skipped; /* ids of links */
  KithRoomFont font;

  /* state */
  guint floor; /* of the document's history: what was done before or elsewhere is not taken back */
  guint place;
  gboolean silent;
  KithEnd turn; /* the end that keys rate */
  guint quiet;  /* source: what is said goes */
  gboolean over;
};

/* kith-workshop.c */
KithId kith_workshop_get_link (KithWorkshop *self); /* 0: there is none any more */
KithMap *kith_workshop_get_map (KithWorkshop *self);
KithMap *kith_workshop_get_whole (KithWorkshop *self);
KithId kith_workshop_get_round (KithWorkshop *self);
KithWorkshopMode kith_workshop_get_mode (KithWorkshop *self);
gboolean kith_workshop_is_done_page (KithWorkshop *self);
void kith_workshop_refresh (KithWorkshop *self);
void kith_workshop_say (KithWorkshop *self, const char *text);
void kith_workshop_step (KithWorkshop *self, int by);
void kith_workshop_go (KithWorkshop *self, guint place);
void kith_workshop_skip (KithWorkshop *self);
void kith_workshop_end (KithWorkshop *self);

/* kith-workshop-rate.c: what the room says. */
void kith_workshop_rate (KithWorkshop *self, KithEnd end, KithScore score);
void kith_workshop_toggle_silent (KithWorkshop *self);
void kith_workshop_reveal (KithWorkshop *self);
void kith_workshop_undo (KithWorkshop *self);

/* kith-workshop-end.c */
GtkWidget *kith_workshop_end_init (KithWorkshopEnd *self, KithWorkshop *workshop, KithEnd end);
void kith_workshop_end_show (KithWorkshopEnd *self);

/* kith-workshop-look.c: what it is made of. */
void kith_workshop_make (KithWorkshop *self);
GtkWidget *kith_workshop_button (const char *words, GCallback on_clicked, gpointer data);

/* kith-workshop-keys.c */
void kith_workshop_keys_init (KithWorkshop *self);

G_END_DECLS
