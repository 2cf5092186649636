/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-quote-row.h"

#include <glib/gi18n-lib.h>

#include "kith-binder.h"
#include "kith-quote-dialog.h"
#include "kith-verbs-quote.h"

struct _KithQuoteRow
{
  AdwActionRow parent_instance;

  /* Template */
  GtkWidget *lock;
  GtkMenuButton *status;

  /* State */
  KithViewer *viewer; /* owned */
  KithId quote;
};

G_DEFINE_FINAL_TYPE (KithQuoteRow, kith_quote_row, ADW_TYPE_ACTION_ROW)

static void
kith_quote_row_activate (AdwActionRow *row)
{
  KithQuoteRow *self = KITH_QUOTE_ROW (row);

  kith_quote_dialog_change (GTK_WIDGET (self), self->viewer, self->quote);
}

static void
on_status (GSimpleAction *action, GVariant *value, gpointer data)
{
  KithQuoteRow *self = data;
  KithDate date = kith_viewer_date (self->viewer);
  GError *error = NULL;
  int status = KITH_QUOTE_HELD;
  KithEdit *edit;

  if (!kith_enum_from_key (&kith_quote_statuses, g_variant_get_string (value, NULL), &status))
    return;
  edit = kith_verb_set_quote_status (kith_viewer_get_whole_map (self->viewer), self->quote,
                                     (KithQuoteStatus) status, &date, &error);
  kith_viewer_perform (self->viewer, edit, error);
}

static void
kith_quote_row_dispose (GObject *object)
{
  g_clear_object (&KITH_QUOTE_ROW (object)->viewer);
  gtk_widget_dispose_template (GTK_WIDGET (object), KITH_TYPE_QUOTE_ROW);
  G_OBJECT_CLASS (kith_quote_row_parent_class)->dispose (object);
}

static void
kith_quote_row_class_init (KithQuoteRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_quote_row_dispose;
  ADW_ACTION_ROW_CLASS (klass)->activate = kith_quote_row_activate;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-quote-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KithQuoteRow, lock);
  gtk_widget_class_bind_template_child (widget_class, KithQuoteRow, status);
}

static void
kith_quote_row_init (KithQuoteRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
subtitle_of (KithMap *map, const KithQuote *quote)
{
  const KithLink *link = kith_map_link (map, quote->link);
  g_autofree char *status = kith_quote_status_words (quote);

  if (link == NULL || quote->told == KITH_TOLD_UNSET)
    return g_steal_pointer (&status);
  return g_strdup_printf ("%s · %s", kith_told_words (map, link, (KithTold) quote->told), status);
}

static void
add_status_menu (KithQuoteRow *self, const KithQuote *quote)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action =
      g_simple_action_new_stateful ("status", G_VARIANT_TYPE_STRING,
                                    g_variant_new_string (
                                        kith_enum_key (&kith_quote_statuses, quote->status)));
  g_autoptr (GMenu) menu = g_menu_new ();

  g_signal_connect_object (action, "activate", G_CALLBACK (on_status), self, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "quote", G_ACTION_GROUP (group));
  for (int i = KITH_QUOTE_HELD; i <= KITH_QUOTE_LET_GO; i++)
    {
      g_autofree char *name = g_strdup_printf ("quote.status::%s",
                                               kith_enum_key (&kith_quote_statuses, i));

      g_menu_append (menu, kith_enum_label (&kith_quote_statuses, i), name);
    }
  gtk_menu_button_set_menu_model (self->status, G_MENU_MODEL (menu));
}

/**
 * kith_quote_row_new:
 * @viewer: whose map it is
 * @quote: an inherited line of the audience's map
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
kith_quote_row_new (KithViewer *viewer, const KithQuote *quote)
{
  KithQuoteRow *self = g_object_new (KITH_TYPE_QUOTE_ROW, NULL);
  g_autofree char *words = kith_quote_in_marks (quote);
  g_autofree char *subtitle = subtitle_of (kith_viewer_get_map (viewer), quote);
  g_autofree char *name = g_strdup_printf ("%s, %s", words, subtitle);
  /* Translators: what a button does to an inherited line */
  g_autofree char *change = g_strdup_printf (_ ("Held, questioned or let go: %s"), words);

  self->viewer = g_object_ref (viewer);
  self->quote = KITH_ID (quote);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), words);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  kith_widget_set_tip (GTK_WIDGET (self), words);
  gtk_widget_set_visible (self->lock, quote->is_private);
  if (quote->status == KITH_QUOTE_LET_GO)
    gtk_widget_add_css_class (GTK_WIDGET (self), "kith-let-go");
  add_status_menu (self, quote);
  kith_widget_set_name (GTK_WIDGET (self), name);
  kith_widget_set_name (GTK_WIDGET (self->status), change);
  return GTK_WIDGET (self);
}
