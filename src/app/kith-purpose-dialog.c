/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-purpose-dialog.h"

#include <glib/gi18n.h>

#include "kith-binder.h"
#include "kith-note-row.h"
#include "kith-people-list.h"
#include "kith-purpose.h"
#include "kith-style.h"
#include "kith-subwindow.h"
#include "kith-verbs-question.h"

#define N_VIEWS (KITH_STANCE_DIFFERS + 1)

/* In the order in which they stand. */
static const KithStanceView order[N_VIEWS] = { KITH_STANCE_SHARES, KITH_STANCE_DIFFERS,
                                               KITH_STANCE_NOT_ASKED };

#define KITH_TYPE_PURPOSE_DIALOG (kith_purpose_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KithPurposeDialog, kith_purpose_dialog, KITH, PURPOSE_DIALOG, AdwWindow)

struct _KithPurposeDialog
{
  AdwWindow parent_instance;

  /* template */
  AdwToastOverlay *toasts;
  AdwComboRow *whose;
  GtkWidget *purpose_group; /* a field, where none is stated */
  GtkWidget *map_purpose;
  GtkWidget *space_purpose;
  GtkLabel *purpose;
  AdwComboRow *basis_row;
  GtkLabel *words;
  GtkListBox *list;

  /* owned */
  KithViewer *viewer;
  KithBinder *of_map;
  KithBinder *of_space;
  GArray *spaces;  /* of KithId, as `whose` lists them; the first is 0, the map */
  GPtrArray *rows; /* of StanceRow; borrowed from the list */
  KithPeopleList *people;

  /* state */
  KithAudience audience;
  guint basis_chosen; /* how often the basis was chosen */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (KithPurposeDialog, kith_purpose_dialog, ADW_TYPE_WINDOW)

typedef struct
{
  KithId stakeholder;        /* first: it is a KithPersonRow */
  KithPurposeDialog *dialog; /* borrowed: it owns the row */
  KithId shown;              /* the view that is shown, or 0 */
  guint basis_chosen;        /* the dialog's, when it was shown */
  GtkWidget *holder;
  GtkLabel *head;
  GtkWidget *buttons[N_VIEWS];
  GtkEditable *words;
  gboolean waits; /* what was typed could not be kept yet */
  gboolean typed; /* since it was filled or kept */
} StanceRow;

static KithId
space_of (KithPurposeDialog *self)
{
  guint at = adw_combo_row_get_selected (self->whose);

  return at < self->spaces->len ? g_array_index (self->spaces, KithId, at) : 0;
}

static const KithStakeholder *
person_of (const StanceRow *row)
{
  return kith_map_stakeholder (kith_viewer_get_map (row->dialog->viewer), row->stakeholder);
}

static void
name_row (StanceRow *row)
{
  const KithStakeholder *who = person_of (row);
  const char *name = who != NULL ? who->name : _ ("No longer on the map");
  g_autofree char *words = g_strdup_printf (_ ("How %s sees it"), name);

  if (!kith_person_row_name (row->head, row->holder, who))
    return;
  kith_widget_set_name (GTK_WIDGET (row->words), who != NULL ? words : _ ("View that was typed"));
  for (guint i = 0; i < N_VIEWS; i++)
    {
      g_autofree char *view = g_strdup_printf ("%s: %s", name,
                                               kith_enum_label (&kith_stances, order[i]));

      kith_widget_set_name (row->buttons[i], view);
      gtk_widget_set_sensitive (row->buttons[i], who != NULL);
    }
  if (who == NULL)
    kith_subwindow_say (row->dialog->toasts,
                        _ ("No longer on the map; what you typed is still here."));
}

static gboolean
holds (gpointer dialog, guint at)
{
  const StanceRow *row = ((KithPurposeDialog *) dialog)->rows->pdata[at];

  return row->typed && *gtk_editable_get_text (row->words) != '\0';
}

static void
update_row (StanceRow *row)
{
  KithPurposeDialog *self = row->dialog;
  const KithStance *stance = kith_stance_of (kith_viewer_get_map (self->viewer), row->stakeholder,
                                             space_of (self));
  int view = stance != NULL ? stance->view : KITH_STANCE_NOT_ASKED;

  self->filling = TRUE;
  row->waits = row->waits || (person_of (row) == NULL && row->typed);
  name_row (row);
  row->shown = stance != NULL ? stance->record.id : 0;
  row->basis_chosen = self->basis_chosen;
  for (guint i = 0; i < N_VIEWS; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (row->buttons[i]), (int) order[i] == view);
  gtk_widget_set_visible (GTK_WIDGET (row->words), view != KITH_STANCE_NOT_ASKED || row->waits);
  if (!row->waits && !gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (row->words))))
    gtk_editable_set_text (row->words, stance != NULL ? stance->words : "");
  self->filling = FALSE;
}

static void
show_words (KithPurposeDialog *self)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  g_autofree char *words = kith_purpose_to_words (map, space_of (self),
                                                  kith_viewer_get_view (self->viewer)->audience);
  const char *purpose = kith_purpose_text (map, space_of (self));

  gtk_label_set_label (self->words, words);
  gtk_label_set_label (self->purpose, purpose);
  if (*purpose == '\0')
    gtk_widget_set_visible (self->purpose_group, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->purpose),
                          !gtk_widget_get_visible (self->purpose_group));
}

/* While it is being written the field stays, though there is a purpose then. */
static void
show_field (KithPurposeDialog *self)
{
  KithId space = space_of (self);

  kith_binder_flush (self->of_map);
  kith_binder_flush (self->of_space);
  if (space != 0)
    kith_binder_show (self->of_space, space);
  gtk_widget_set_visible (self->map_purpose, space == 0);
  gtk_widget_set_visible (self->space_purpose, space != 0);
  gtk_widget_set_visible (self->purpose_group, FALSE);
}

static void
bind_purposes (KithPurposeDialog *self)
{
  self->of_map = kith_binder_new (self->viewer, KITH_ABOUT);
  self->of_space = kith_binder_new (self->viewer, KITH_SPACE);
  kith_binder_bind (self->of_map, "purpose", self->map_purpose);
  kith_binder_bind (self->of_space, "purpose", self->space_purpose);
  kith_binder_show (self->of_map, KITH_ABOUT_ID);
}

/* An impression that is put right stays one, unless its basis has been chosen since. */
static int
basis_of (const StanceRow *row)
{
  if (row->shown != 0 && row->basis_chosen == row->dialog->basis_chosen)
    return KITH_BASIS_AS_IT_WAS;
  return (int) adw_combo_row_get_selected (row->dialog->basis_row);
}

/* FALSE: it could not be kept, and the words stay as they are typed. */
static gboolean
put (StanceRow *row, KithStanceView view, const char *words)
{
  KithPurposeDialog *self = row->dialog;
  KithStating stated = { .stakeholder = row->stakeholder,
                         .space = space_of (self),
                         .corrects = row->shown,
                         .view = view,
                         .words = words,
                         .basis = basis_of (row),
                         .date = kith_viewer_date (self->viewer) };
  GError *error = NULL;
  KithEdit *edit;

  if (kith_viewer_get_view (self->viewer)->audience != self->audience)
    return TRUE;
  row->waits = FALSE;
  edit = kith_verb_set_stance (kith_viewer_get_whole_map (self->viewer), &stated, &error);
  row->typed = FALSE;
  if (kith_viewer_perform (self->viewer, edit, error))
    return TRUE;
  row->waits = row->typed = TRUE;
  update_row (row);
  return FALSE;
}

static void
on_toggled (GtkToggleButton *button, StanceRow *row)
{
  const char *words = gtk_editable_get_text (row->words);

  if (row->dialog->filling || !gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < N_VIEWS; i++)
    if (row->buttons[i] == GTK_WIDGET (button))
      put (row, order[i], order[i] == KITH_STANCE_NOT_ASKED ? "" : words);
}

static gboolean
keep_words (StanceRow *row)
{
  KithPurposeDialog *self = row->dialog;
  const KithStance *stance = row->shown != 0 && self->viewer != NULL
                                 ? kith_map_get (kith_viewer_get_map (self->viewer), KITH_STANCE,
                                                 row->shown)
                                 : NULL;
  const char *text = gtk_editable_get_text (row->words);

  if (self->viewer != NULL && person_of (row) == NULL && row->typed && *text != '\0')
    {
      kith_subwindow_say (self->toasts, _ ("Copy what is typed here, or empty it to go on."));
      gtk_widget_grab_focus (GTK_WIDGET (row->words));
      return FALSE;
    }
  return stance == NULL || strcmp (stance->words, text) == 0
         || put (row, (KithStanceView) stance->view, text);
}

static gboolean
keep_all_words (KithPurposeDialog *self)
{
  gboolean kept = TRUE;

  for (guint i = 0; i < self->rows->len; i++)
    kept = keep_words (self->rows->pdata[i]) && kept;
  return kept;
}

static gboolean
settle (KithPurposeDialog *self)
{
  gboolean kept;

  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  kept = keep_all_words (self);
  kept = kith_binder_flush (self->of_map) && kept;
  return kith_binder_flush (self->of_space) && kept;
}

static void
on_typed (GtkEditable *entry, StanceRow *row)
{
  row->typed = row->typed || !row->dialog->filling;
}

static void
on_leave (GtkEventControllerFocus *focus, StanceRow *row)
{
  if (g_ptr_array_find (row->dialog->rows, row, NULL))
    keep_words (row);
}

/* Up and down from one stakeholder to the next, on the same button. */
static gboolean
on_row_key (GtkEventControllerKey *keys,
            guint keyval,
            guint code,
            GdkModifierType state,
            StanceRow *row)
{
  GPtrArray *rows = row->dialog->rows;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (row->dialog));
  guint at = 0;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0
      || (keyval != GDK_KEY_Up && keyval != GDK_KEY_Down) || !g_ptr_array_find (rows, row, &at))
    return GDK_EVENT_PROPAGATE;
  at += keyval == GDK_KEY_Up ? -1 : 1;
  if (at >= rows->len)
    return GDK_EVENT_STOP;
  for (guint i = 0; i < N_VIEWS; i++)
    if (focus == row->buttons[i] || i + 1 == N_VIEWS)
      {
        gtk_widget_grab_focus (
            ((StanceRow *) rows->pdata[at])->buttons[focus == row->buttons[i] ? i : 0]);
        break;
      }
  return GDK_EVENT_STOP;
}

/* --- Making rows --- */

static void
add_buttons (StanceRow *row, GtkBox *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  static const char *const labels[] = { N_ ("Shares it"), N_ ("Differently"), N_ ("Not asked") };

  gtk_widget_add_css_class (box, "linked");
  for (guint i = 0; i < N_VIEWS; i++)
    {
      GtkWidget *button = gtk_toggle_button_new ();
      GtkWidget *label = gtk_label_new (_ (labels[i]));

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_button_set_child (GTK_BUTTON (button), label);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button),
                                     GTK_TOGGLE_BUTTON (row->buttons[0]));
      g_signal_connect (button, "toggled", G_CALLBACK (on_toggled), row);
      row->buttons[i] = button;
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_box_append (line, box);
}

static void
add_entry (StanceRow *row, GtkBox *box)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("In its own words"));
  g_signal_connect (entry, "changed", G_CALLBACK (on_typed), row);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (keep_words), row);
  g_signal_connect (focus, "leave", G_CALLBACK (on_leave), row);
  gtk_widget_add_controller (entry, focus);
  gtk_box_append (box, entry);
  row->words = GTK_EDITABLE (entry);
}

static void
insert_row (gpointer dialog, const KithStakeholder *stakeholder, guint at)
{
  KithPurposeDialog *self = dialog;
  StanceRow *row = g_new0 (StanceRow, 1);
  GtkWidget *holder = gtk_list_box_row_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                 6, "margin-start", 12, "margin-end", 12, "margin-top", 8,
                                 "margin-bottom", 8, NULL);

  row->dialog = self;
  row->stakeholder = stakeholder->record.id;
  g_object_set_data_full (G_OBJECT (holder), "stance", row, g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (holder), FALSE);
  gtk_widget_set_focusable (holder, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (holder), box);
  row->holder = holder;
  row->head = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                            "css-classes", (const char *[]){ "heading", NULL }, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row->head));
  add_buttons (row, GTK_BOX (box));
  add_entry (row, GTK_BOX (box));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_row_key), row);
  gtk_widget_add_controller (holder, keys);
  gtk_list_box_insert (self->list, holder, (int) at);
  g_ptr_array_insert (self->rows, (int) at, row);
  update_row (row);
}

static void
fit (KithPurposeDialog *self)
{
  g_autoptr (GPtrArray) asked = kith_purpose_asked (kith_viewer_get_map (self->viewer),
                                                    space_of (self));

  kith_people_list_fit (self->people, asked);
}

static void
fill (KithPurposeDialog *self)
{
  kith_people_list_clear (self->people);
  fit (self);
  show_words (self);
}

static void
remove_row (gpointer dialog, guint at)
{
  KithPurposeDialog *self = dialog;
  const StanceRow *row = self->rows->pdata[at];
  GtkWidget *holder = gtk_widget_get_ancestor (GTK_WIDGET (row->words), GTK_TYPE_LIST_BOX_ROW);

  g_ptr_array_remove_index (self->rows, at);
  gtk_list_box_remove (self->list, holder);
}

static gboolean
refit (gpointer dialog)
{
  if (!keep_all_words (dialog))
    return FALSE;
  fit (dialog);
  return TRUE;
}

static void
on_changed (KithViewer *viewer, KithEdit *edit, KithPurposeDialog *self)
{
  kith_binder_refresh (self->of_map);
  kith_binder_refresh (self->of_space);
  fit (self);
  for (guint i = 0; i < self->rows->len; i++)
    update_row (self->rows->pdata[i]);
  show_words (self);
}

static void
on_basis (KithPurposeDialog *self)
{
  self->basis_chosen++;
}

static void
on_whose (KithPurposeDialog *self)
{
  if (self->viewer == NULL || self->filling)
    return;
  show_field (self);
  fill (self);
}

static void
on_message (KithViewer *viewer, const char *text, gboolean is_error, KithPurposeDialog *self)
{
  if (*text != '\0')
    kith_subwindow_say (self->toasts, text);
}

static void
on_map (KithPurposeDialog *self)
{
  kith_viewer_set_lens (self->viewer, KITH_LENS_PURPOSE);
  gtk_window_close (GTK_WINDOW (self));
}

/* It stays for what could not be kept, but never for another audience. */
static gboolean
on_close_request (KithPurposeDialog *self)
{
  return settle (self) || kith_viewer_get_view (self->viewer)->audience != self->audience
             ? GDK_EVENT_PROPAGATE
             : GDK_EVENT_STOP;
}

/* TRUE: something stays that could not be kept. */
static gboolean
on_settle (KithViewer *viewer, KithPurposeDialog *self)
{
  return gtk_widget_get_mapped (GTK_WIDGET (self)) && !settle (self);
}

static void
kith_purpose_dialog_dispose (GObject *object)
{
  KithPurposeDialog *self = KITH_PURPOSE_DIALOG (object);

  if (self->viewer != NULL)
    g_signal_handlers_disconnect_by_data (self->viewer, self);
  if (self->rows != NULL)
    g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->people, kith_people_list_free);
  g_clear_pointer (&self->of_map, kith_binder_free);
  g_clear_pointer (&self->of_space, kith_binder_free);
  g_clear_object (&self->viewer);
  G_OBJECT_CLASS (kith_purpose_dialog_parent_class)->dispose (object);
}

static void
kith_purpose_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (KITH_PURPOSE_DIALOG (object)->rows);
  g_array_unref (KITH_PURPOSE_DIALOG (object)->spaces);
  G_OBJECT_CLASS (kith_purpose_dialog_parent_class)->finalize (object);
}

static void
kith_purpose_dialog_class_init (KithPurposeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_purpose_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = kith_purpose_dialog_finalize;
  g_type_ensure (KITH_TYPE_NOTE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-purpose-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KithPurposeDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, KithPurposeDialog, whose);
  gtk_widget_class_bind_template_child (widget_class, KithPurposeDialog, purpose);
  gtk_widget_class_bind_template_child (widget_class, KithPurposeDialog, purpose_group);
  gtk_widget_class_bind_template_child (widget_class, KithPurposeDialog, map_purpose);
  gtk_widget_class_bind_template_child (widget_class, KithPurposeDialog, space_purpose);
  gtk_widget_class_bind_template_child (widget_class, KithPurposeDialog, basis_row);
  gtk_widget_class_bind_template_child (widget_class, KithPurposeDialog, words);
  gtk_widget_class_bind_template_child (widget_class, KithPurposeDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, on_whose);
  gtk_widget_class_bind_template_callback (widget_class, on_map);
  gtk_widget_class_bind_template_callback (widget_class, on_close_request);
}

static void
kith_purpose_dialog_init (KithPurposeDialog *self)
{
  g_autoptr (GtkStringList) bases = gtk_string_list_new (NULL);

  self->rows = g_ptr_array_new ();
  self->spaces = g_array_new (FALSE, FALSE, sizeof (KithId));
  gtk_widget_init_template (GTK_WIDGET (self));
  self->people = kith_people_list_new (self->list, self->rows, insert_row, remove_row, refit, self);
  kith_people_list_set_holds (self->people, holds);
  kith_subwindow_take_escape (GTK_WINDOW (self), NULL);
  kith_style_follow (GTK_WIDGET (self));
  for (guint i = 0; i < kith_bases.n_values; i++)
    gtk_string_list_append (bases, kith_enum_label (&kith_bases, (int) i));
  adw_combo_row_set_model (self->basis_row, G_LIST_MODEL (bases));
  adw_combo_row_set_selected (self->basis_row, KITH_BASIS_OWN_WORDS);
  g_signal_connect_swapped (self->basis_row, "notify::selected", G_CALLBACK (on_basis), self);
}

static void
list_spaces (KithPurposeDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) spaces = kith_map_list (kith_viewer_get_map (self->viewer), KITH_SPACE);
  const KithId none = 0;

  g_array_append_val (self->spaces, none);
  gtk_string_list_append (names, _ ("The whole map"));
  for (guint i = 0; i < spaces->len; i++)
    {
      const KithSpace *space = spaces->pdata[i];

      g_array_append_val (self->spaces, space->record.id);
      gtk_string_list_append (names, space->name);
    }
  self->filling = TRUE;
  adw_combo_row_set_model (self->whose, G_LIST_MODEL (names));
  self->filling = FALSE;
}

void
kith_purpose_dialog_open (KithWindow *window)
{
  KithViewer *viewer = kith_window_get_viewer (window);
  KithPurposeDialog *self;

  if (kith_viewer_get_view (viewer)->audience == KITH_PUBLIC)
    {
      kith_window_say (window, _ ("The public does not see who shares a purpose. Choose another "
                                  "audience to ask."));
      return;
    }
  self = g_object_new (KITH_TYPE_PURPOSE_DIALOG, "transient-for", window, "destroy-with-parent",
                       TRUE, NULL);
  self->viewer = g_object_ref (viewer);
  self->audience = kith_viewer_get_view (viewer)->audience;
  list_spaces (self);
  bind_purposes (self);
  show_field (self);
  g_signal_connect (viewer, "message", G_CALLBACK (on_message), self);
  g_signal_connect (viewer, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect (viewer, "settle", G_CALLBACK (on_settle), self);
  kith_subwindow_follow_past (self->toasts, viewer);
  fill (self);
  if (gtk_widget_get_visible (self->purpose_group))
    gtk_widget_grab_focus (self->map_purpose);
  else if (self->rows->len > 0)
    gtk_widget_grab_focus (((StanceRow *) self->rows->pdata[0])->buttons[0]);
  gtk_window_present (GTK_WINDOW (self));
}
