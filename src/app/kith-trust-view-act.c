/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trust sheet: what is done to the cell with the cursor, through the viewer as everywhere. */
#include "kith-trust-view-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "kith-binder.h"
#include "kith-popup.h"
#include "kith-rating-dialog.h"
#include "kith-verbs.h"
#include "kith-withdraw.h"

static const char *
name_of (KithTrustView *self, guint which)
{
  const KithStakeholder *one = kith_map_stakeholder (kith_viewer_get_map (self->viewer),
                                                     self->cursor[which]);

  return one != NULL ? kith_stakeholder_short_name (one) : "";
}

/* --- A link where there is none --- */

static void
on_link_answered (AdwMessageDialog *dialog, const char *response, KithTrustView *self)
{
  KithId *ids = g_object_get_data (G_OBJECT (dialog), "ids");
  GError *error = NULL;
  KithId id = 0;
  KithEdit *edit;

  if (self->viewer == NULL || !g_str_equal (response, "link"))
    return;
  edit = kith_verb_add_link (kith_viewer_get_whole_map (self->viewer), ids[0], ids[1],
                             KITH_LINK_WORKS_WITH, &id, &error);
  if (!kith_viewer_perform (self->viewer, edit, error))
    return;
  kith_viewer_select_only (self->viewer, id);
  kith_viewer_say (self->viewer, _ ("Linked. Keys 1 to 5 rate it."));
  kith_trust_view_grab (self);
}

static void
offer_link (KithTrustView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *title = NULL;
  GtkWidget *dialog;

  if (kith_viewer_refuses_past (self->viewer))
    return;
  /* Translators: two stakeholders */
  title = g_strdup_printf (_ ("Link %s and %s?"), name_of (self, 0), name_of (self, 1));
  dialog = adw_message_dialog_new (GTK_WINDOW (root), title,
                                   _ ("They have no link, so there is nothing to rate yet. They "
                                      "become linked as working with one another; the inspector "
                                      "changes what kind of link it is."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "link",
                                    _ ("_Link Them"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "link",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "link");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "ids", g_memdup2 (self->cursor, sizeof self->cursor),
                          g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_link_answered), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- Which cell it is --- */

/* What can be rated; else NULL, and it has been said why not. */
static const KithTrustCell *
rateable (KithTrustView *self)
{
  const KithTrustCell *cell = NULL;
  g_autofree char *words = NULL;

  if (kith_trust_view_get_sheet (self) == NULL || !kith_trust_view_has_cursor (self))
    return NULL;
  if (self->cursor[0] == self->cursor[1])
    {
      kith_viewer_say (self->viewer, _ ("Nobody rates itself here."));
      return NULL;
    }
  cell = kith_trust_view_cell (self);
  if (cell != NULL && cell->n > 0)
    return cell;
  if (cell == NULL)
    /* Translators: two stakeholders */
    words = g_strdup_printf (_ ("%s and %s have no link. Enter makes one."), name_of (self, 0),
                             name_of (self, 1));
  else
    words = g_strdup (_ ("Their link is filtered out. Clear the filter to rate it."));
  kith_viewer_say (self->viewer, words);
  return NULL;
}

/* --- Several links between two --- */

static void
close_menu (KithTrustView *self)
{
  kith_trust_view_grab (self);
}

static void
popup (KithTrustView *self, GMenu *menu, const char *name, const graphene_point_t *at)
{
  KithRect box = kith_trust_frame_rect (&self->frame, self->row, self->column);
  GdkRectangle where = { (int) box.x, (int) box.y, (int) box.width, (int) box.height };

  if (at != NULL)
    where = (GdkRectangle){ (int) at->x, (int) at->y, 1, 1 };
  if (self->menu == NULL)
    {
      self->menu = kith_popup_new (GTK_WIDGET (self), name);
      g_signal_connect_object (self->menu, "closed", G_CALLBACK (close_menu), self,
                               G_CONNECT_SWAPPED);
    }
  kith_widget_set_name (self->menu, name);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), G_MENU_MODEL (menu));
  kith_popup_at (self->menu, &where);
}

static void
ask_which (KithTrustView *self, const KithTrustCell *cell)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) links = g_menu_new ();
  KithMap *map = kith_viewer_get_map (self->viewer);

  for (guint i = 0; i < cell->n; i++)
    {
      const KithTrustEnd *end = &kith_trust_sheet_ends (self->sheet, cell)[i];
      const KithLink *link = kith_map_link (map, end->link);
      g_autofree char *action = g_strdup_printf ("trust.open-link(int64 %" G_GINT64_FORMAT ")",
                                                 end->link);
      KithOpinion opinion;
      g_autofree char *words = NULL;
      g_autofree char *label = NULL;

      if (link == NULL)
        continue;
      kith_opinion_of (map, end->link, end->end, self->look.dimension, &opinion);
      words = kith_opinion_to_words (&opinion);
      label = g_strdup_printf ("%s: %s", kith_enum_label (&kith_link_kinds, link->kind), words);
      g_menu_append (links, label, action);
    }
  g_menu_append_section (menu, _ ("Rate on which link?"), G_MENU_MODEL (links));
  popup (self, menu, _ ("Rate on which link?"), NULL);
}

/* --- What keys, pointer and menu do --- */

void
kith_trust_view_rate (KithTrustView *self, KithScore score)
{
  const KithTrustCell *cell = rateable (self);
  const KithTrustEnd *end;

  if (cell == NULL)
    return;
  if (cell->n > 1)
    {
      kith_viewer_say (self->viewer, _ ("Several links join the two. Enter asks which to rate."));
      return;
    }
  end = kith_trust_sheet_ends (self->sheet, cell);
  kith_viewer_rate_end (self->viewer, end->link, end->end, self->look.dimension, score);
  kith_trust_view_get_sheet (self);
  kith_trust_view_show_cursor (self);
}

void
kith_trust_view_open (KithTrustView *self)
{
  const KithTrustCell *cell;

  if (kith_trust_view_get_sheet (self) == NULL || !kith_trust_view_has_cursor (self))
    return;
  if (kith_trust_view_cell (self) == NULL && self->cursor[0] != self->cursor[1])
    {
      offer_link (self);
      return;
    }
  cell = rateable (self);
  if (cell == NULL)
    return;
  if (cell->n > 1)
    ask_which (self, cell);
  else
    kith_rating_dialog_rate_again (GTK_WIDGET (self), self->viewer,
                                   kith_trust_sheet_ends (self->sheet, cell)->link,
                                   kith_trust_sheet_ends (self->sheet, cell)->end);
}

void
kith_trust_view_withdraw (KithTrustView *self)
{
  const KithTrustCell *cell = rateable (self);
  const KithAssessment *latest = cell != NULL ? kith_trust_sheet_latest (self->sheet, cell) : NULL;

  if (latest != NULL)
    kith_withdraw_ask (GTK_WIDGET (self), self->viewer, latest->record.id);
  else if (cell != NULL)
    kith_viewer_say (self->viewer, _ ("There is no rating to withdraw."));
}

static void
on_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KithTrustView *self = KITH_TRUST_VIEW (widget);
  const KithTrustCell *cell;

  if (self->viewer == NULL)
    return;
  if (g_str_equal (name, "trust.open"))
    kith_trust_view_open (self);
  else if (g_str_equal (name, "trust.withdraw"))
    kith_trust_view_withdraw (self);
  else if (g_str_equal (name, "trust.not-known"))
    kith_trust_view_rate (self, KITH_SCORE_NOT_KNOWN);
  else if (g_str_equal (name, "trust.open-link") && (cell = rateable (self)) != NULL)
    for (guint i = 0; i < cell->n; i++)
      {
        const KithTrustEnd *end = &kith_trust_sheet_ends (self->sheet, cell)[i];

        if (end->link == g_variant_get_int64 (parameter))
          kith_rating_dialog_rate_again (widget, self->viewer, end->link, end->end);
      }
}

void
kith_trust_view_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "trust.open", NULL, on_action);
  gtk_widget_class_install_action (widget_class, "trust.withdraw", NULL, on_action);
  gtk_widget_class_install_action (widget_class, "trust.not-known", NULL, on_action);
  gtk_widget_class_install_action (widget_class, "trust.open-link", "x", on_action);
}

static void
append (GMenu *menu, const char *label, const char *action, const char *keys)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  if (keys != NULL)
    g_menu_item_set_attribute (item, "accel", "s", keys);
  g_menu_append_item (menu, item);
}

/**
 * kith_trust_view_popup_menu:
 * @self: a trust view with a cursor
 * @at: (nullable): where it was asked for; NULL: at the cell
 */
void
kith_trust_view_popup_menu (KithTrustView *self, const graphene_point_t *at)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) look = g_menu_new ();
  const KithTrustCell *cell = kith_trust_view_cell (self);

  if (cell == NULL && self->cursor[0] != self->cursor[1])
    append (menu, _ ("Link the two…"), "trust.open", "Return");
  else if (cell != NULL && cell->n > 0)
    {
      append (menu, _ ("Rate again…"), "trust.open", "Return");
      append (menu, _ ("Not known"), "trust.not-known", "0");
      append (menu, _ ("Withdraw the last rating…"), "trust.withdraw", "Delete");
      append (look, _ ("What each end sees"), "win.each-sees", NULL);
    }
  append (look, _ ("Show in the inspector"), "win.open", NULL);
  append (look, _ ("Show on the canvas"), "win.tables-leave", NULL);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (look));
  popup (self, menu, _ ("Menu of the cell"), at);
}
