/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-quote-dialog.h"

#include <glib/gi18n-lib.h>

#include "kith-date-row.h"
#include "kith-note-row.h"
#include "kith-opinion.h"
#include "kith-verbs-quote.h"

#define WIDTH 420  /* pixels */
#define HEIGHT 520 /* whom it is kept from stands in sight */

struct _KithQuoteDialog
{
  KithDialog parent_instance;

  /* Template */
  GtkWidget *text;
  AdwComboRow *status;
  AdwComboRow *told;
  GtkWidget *date;
  KithDateRow *turned;
  KithDateRow *let_go;
  GtkWidget *teller;
  GtkWidget *is_private;
  GtkWidget *delete_button;

  /* State */
  gboolean changing;
};

G_DEFINE_FINAL_TYPE (KithQuoteDialog, kith_quote_dialog, KITH_TYPE_DIALOG)

static KithQuoteStatus
chosen_status (KithQuoteDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->status);

  return selected <= KITH_QUOTE_LET_GO ? (KithQuoteStatus) selected : KITH_QUOTE_HELD;
}

static gboolean
read_dates (KithQuoteDialog *self, KithQuote *quote)
{
  static const KithDate none = KITH_DATE_INIT;
  KithQuoteStatus status = chosen_status (self);

  quote->turned = quote->let_go = none;
  return (status == KITH_QUOTE_HELD || kith_date_row_get_date (self->turned, &quote->turned))
         && (status != KITH_QUOTE_LET_GO || kith_date_row_get_date (self->let_go, &quote->let_go));
}

static gboolean
kith_quote_dialog_save (KithDialog *dialog)
{
  KithQuoteDialog *self = KITH_QUOTE_DIALOG (dialog);
  KithViewer *viewer = kith_dialog_get_viewer (dialog);
  KithQuote *draft = kith_dialog_get_draft (dialog);
  GError *error = NULL;
  KithQuote *after;
  KithEdit *edit;

  if (!read_dates (self, draft))
    return FALSE;
  draft->status = (int) chosen_status (self);
  after = kith_dialog_dup_record (dialog, &error);
  edit = after != NULL ? kith_verb_put_quote (kith_viewer_get_whole_map (viewer), after, &error)
                       : NULL;
  return kith_viewer_perform (viewer, edit, error);
}

static void
on_delete (KithQuoteDialog *self)
{
  KithViewer *viewer = kith_dialog_get_viewer (KITH_DIALOG (self));
  KithId id = KITH_ID (kith_dialog_get_draft (KITH_DIALOG (self)));

  if (!kith_viewer_perform (viewer, kith_verb_delete_quote (kith_viewer_get_whole_map (viewer), id),
                            NULL))
    return;
  kith_viewer_say (viewer, _ ("Inherited line deleted. Undo brings it back."));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
show_dates (KithQuoteDialog *self)
{
  KithQuoteStatus status = chosen_status (self);

  gtk_widget_set_visible (GTK_WIDGET (self->turned), status != KITH_QUOTE_HELD);
  gtk_widget_set_visible (GTK_WIDGET (self->let_go), status == KITH_QUOTE_LET_GO);
}

/* What becomes of it now, it becomes on the day that is shown, unless another is typed. */
static void
on_status (KithQuoteDialog *self)
{
  KithQuoteStatus status = chosen_status (self);
  KithDateRow *row = status == KITH_QUOTE_LET_GO ? self->let_go : self->turned;
  KithDate date = KITH_DATE_INIT;

  show_dates (self);
  if (status == KITH_QUOTE_HELD || !kith_date_row_get_date (row, &date) || kith_date_is_set (&date))
    return;
  date = kith_viewer_date (kith_dialog_get_viewer (KITH_DIALOG (self)));
  kith_date_row_set_date (row, &date);
}

static void
kith_quote_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), KITH_TYPE_QUOTE_DIALOG);
  G_OBJECT_CLASS (kith_quote_dialog_parent_class)->dispose (object);
}

static void
kith_quote_dialog_class_init (KithQuoteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_quote_dialog_dispose;
  KITH_DIALOG_CLASS (klass)->save = kith_quote_dialog_save;
  g_type_ensure (KITH_TYPE_DATE_ROW);
  g_type_ensure (KITH_TYPE_NOTE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-quote-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KithQuoteDialog, text);
  gtk_widget_class_bind_template_child (widget_class, KithQuoteDialog, status);
  gtk_widget_class_bind_template_child (widget_class, KithQuoteDialog, told);
  gtk_widget_class_bind_template_child (widget_class, KithQuoteDialog, date);
  gtk_widget_class_bind_template_child (widget_class, KithQuoteDialog, turned);
  gtk_widget_class_bind_template_child (widget_class, KithQuoteDialog, let_go);
  gtk_widget_class_bind_template_child (widget_class, KithQuoteDialog, teller);
  gtk_widget_class_bind_template_child (widget_class, KithQuoteDialog, is_private);
  gtk_widget_class_bind_template_child (widget_class, KithQuoteDialog, delete_button);
  gtk_widget_class_bind_template_callback (widget_class, on_delete);
}

static void
kith_quote_dialog_init (KithQuoteDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  kith_widget_set_name (self->delete_button, _ ("Delete Inherited Line"));
}

static void
bind_told (KithQuoteDialog *self, KithMap *map, const KithQuote *draft, KithBinder *binder)
{
  const KithLink *link = kith_map_link (map, draft->link);
  const char *labels[] = { NULL, NULL, NULL, NULL, NULL };

  if (link == NULL)
    {
      kith_widget_remove (GTK_WIDGET (self->told));
      return;
    }
  for (int told = KITH_TOLD_UNSET; told <= KITH_TOLD_BOTH; told++)
    labels[told] = kith_told_words (map, link, (KithTold) told);
  if (kith_binder_bind (binder, "told", GTK_WIDGET (self->told)))
    kith_binder_set_labels (binder, "told", labels);
}

static char *
name_of_owner (KithMap *map, const KithQuote *draft)
{
  const KithLink *link = kith_map_link (map, draft->link);
  const KithStakeholder *stakeholder = kith_map_stakeholder (map, draft->stakeholder);

  if (link == NULL)
    return g_strdup (stakeholder != NULL ? stakeholder->name : "");
  /* Translators: the two ends of a link */
  return g_strdup_printf (_ ("%s and %s"), kith_told_words (map, link, KITH_TOLD_A),
                          kith_told_words (map, link, KITH_TOLD_B));
}

static void
fill (KithQuoteDialog *self, const KithQuote *draft)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (int i = KITH_QUOTE_HELD; i <= KITH_QUOTE_LET_GO; i++)
    gtk_string_list_append (list, kith_enum_label (&kith_quote_statuses, i));
  adw_combo_row_set_model (self->status, G_LIST_MODEL (list));
  kith_widget_name_after (GTK_WIDGET (self->status), ADW_PREFERENCES_ROW (self->status));
  kith_date_row_set_date (self->turned, &draft->turned);
  kith_date_row_set_date (self->let_go, &draft->let_go);
  adw_combo_row_set_selected (self->status, (guint) draft->status);
  show_dates (self);
  g_signal_connect_swapped (self->status, "notify::selected", G_CALLBACK (on_status), self);
}

/* It is one sentence; Shift and Enter begin another line nevertheless. */
static gboolean
on_key (KithDialog *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
      || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  kith_dialog_save (self);
  return GDK_EVENT_STOP;
}

static void
take_enter (KithQuoteDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->text, keys);
}

static KithQuoteDialog *
make (GtkWidget *parent, KithViewer *viewer, KithQuote *draft, gboolean changing)
{
  KithQuoteDialog *self = g_object_new (KITH_TYPE_QUOTE_DIALOG, NULL);
  KithMap *map = kith_viewer_get_map (viewer);
  g_autofree char *owner = name_of_owner (map, draft);
  KithBinder *binder;

  self->changing = changing;
  kith_dialog_set_up (KITH_DIALOG (self), parent, viewer, draft);
  kith_dialog_set_heading (KITH_DIALOG (self),
                           changing ? _ ("Inherited Line") : _ ("Add an Inherited Line"), owner);
  binder = kith_dialog_get_binder (KITH_DIALOG (self));
  kith_binder_bind (binder, "text", self->text);
  kith_binder_bind (binder, "date", self->date);
  kith_binder_bind (binder, "teller", self->teller);
  kith_dialog_bind_private (KITH_DIALOG (self), self->is_private);
  bind_told (self, map, draft, binder);
  kith_binder_refresh (binder);
  fill (self, draft);
  gtk_widget_set_visible (self->delete_button, changing);
  take_enter (self);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_grab_focus (self->text);
  return self;
}

/**
 * kith_quote_dialog_add:
 * @parent: a widget of the window
 * @viewer: whose map it is
 * @owner_kind: KITH_LINK or KITH_STAKEHOLDER
 * @owner: what the line belongs to
 */
void
kith_quote_dialog_add (GtkWidget *parent, KithViewer *viewer, KithKind owner_kind, KithId owner)
{
  gtk_window_present (
      GTK_WINDOW (make (parent, viewer, kith_quote_draft (owner_kind, owner), FALSE)));
}

/**
 * kith_quote_dialog_change:
 * @parent: a widget of the window
 * @viewer: whose map it is
 * @quote: the line to change or delete
 */
void
kith_quote_dialog_change (GtkWidget *parent, KithViewer *viewer, KithId quote)
{
  const KithQuote *stored = kith_map_get (kith_viewer_get_whole_map (viewer), KITH_QUOTE, quote);

  if (stored != NULL)
    gtk_window_present (GTK_WINDOW (make (parent, viewer, kith_record_copy (stored), TRUE)));
}
