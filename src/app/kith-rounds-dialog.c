/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "kith-binder.h"
#include "kith-rounds-dialog-private.h"
#include "kith-style.h"
#include "kith-subwindow.h"

G_DEFINE_FINAL_TYPE (KithRoundsDialog, kith_rounds_dialog, ADW_TYPE_WINDOW)

const KithRound *
kith_rounds_dialog_round (KithRoundsDialog *self)
{
  return kith_map_round (kith_viewer_get_whole_map (self->viewer), self->round);
}

void
kith_rounds_dialog_say (KithRoundsDialog *self, const char *text)
{
  kith_subwindow_say (self->toasts, text);
}

gboolean
kith_rounds_dialog_is_at (KithRoundsDialog *self, const char *page)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), page) == 0;
}

/* --- The list --- */

static void
on_round (GtkListBox *list, GtkListBoxRow *row, KithRoundsDialog *self)
{
  self->round = *(KithId *) g_object_get_data (G_OBJECT (row), "round");
  kith_rounds_dialog_go (self, "round");
}

static void
add_round (KithRoundsDialog *self, const KithRound *round)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *words = kith_rounds_dialog_state_words (round);

  g_object_set (row, "use-markup", FALSE, "title-lines", 2, "subtitle-lines", 2, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), round->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "round", g_memdup2 (&round->record.id, sizeof (KithId)),
                          g_free);
  gtk_list_box_append (self->rounds, row);
}

static void
show_list (KithRoundsDialog *self)
{
  g_autoptr (GPtrArray) rounds = kith_map_rounds (kith_viewer_get_whole_map (self->viewer));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rounds))) != NULL)
    gtk_list_box_remove (self->rounds, child);
  for (guint i = 0; i < rounds->len; i++)
    add_round (self, rounds->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->rounds), rounds->len > 0);
  gtk_widget_grab_focus (self->new_button);
}

/* --- Starting one --- */

static char *
season_title (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  static const char *const seasons[] = { N_ ("Winter"), N_ ("Spring"), N_ ("Summer"),
                                         N_ ("Autumn") };

  /* Translators: a season and its year: "Autumn 2026" */
  return g_strdup_printf (_ ("%s %d"), _ (seasons[g_date_time_get_month (now) % 12 / 3]),
                          g_date_time_get_year (now));
}

/* What was typed there before stands there still. */
static void
show_start (KithRoundsDialog *self)
{
  g_autofree char *title = season_title ();
  KithDate today = kith_viewer_date (self->viewer);

  if (!self->typed)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->title_row), title);
      kith_date_row_set_date (self->date_row, &today);
      gtk_switch_set_active (self->silent, FALSE);
      self->typed = FALSE;
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));
}

static void
on_new (KithRoundsDialog *self)
{
  kith_rounds_dialog_go (self, "start");
}

static void
on_typed (KithRoundsDialog *self)
{
  self->typed = TRUE;
}

/* FALSE: it could not be, which has been said. */
static gboolean
start (KithRoundsDialog *self)
{
  KithDate date = KITH_DATE_INIT;
  GError *error = NULL;
  KithEdit *edit;
  KithId round = 0;

  if (!kith_date_row_get_date (self->date_row, &date))
    {
      kith_rounds_dialog_say (self, _ ("The date is not understood."));
      gtk_widget_grab_focus (GTK_WIDGET (self->date_row));
      return FALSE;
    }
  edit = kith_verb_start_round (kith_viewer_get_whole_map (self->viewer),
                                gtk_editable_get_text (GTK_EDITABLE (self->title_row)), &date,
                                gtk_switch_get_active (self->silent), &round, &error);
  if (!kith_viewer_perform (self->viewer, edit, error))
    return FALSE;
  self->typed = FALSE;
  self->round = round;
  kith_rounds_dialog_go (self, "round");
  return TRUE;
}

static void
on_start (KithRoundsDialog *self)
{
  start (self);
}

/* --- Going from page to page --- */

/* A page that is not shown is hidden, else a screen reader would find it. */
void
kith_rounds_dialog_turn_to (KithRoundsDialog *self, const char *page)
{
  GtkWidget *shown = gtk_stack_get_child_by_name (self->pages, page);
  GtkWidget *child;

  gtk_widget_set_visible (shown, TRUE);
  gtk_stack_set_visible_child (self->pages, shown);
  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_visible (child, child == shown);
}

void
kith_rounds_dialog_go (KithRoundsDialog *self, const char *page)
{
  kith_rounds_dialog_turn_to (self, page);
  gtk_widget_set_visible (self->back, !g_str_equal (page, "list"));
  if (g_str_equal (page, "list"))
    show_list (self);
  else if (g_str_equal (page, "start"))
    show_start (self);
  else if (g_str_equal (page, "round"))
    kith_rounds_dialog_show_round (self);
  else if (g_str_equal (page, "pass"))
    gtk_widget_grab_focus (self->next_button);
  else if (g_str_equal (page, "reveal"))
    kith_round_reveal_show (self->reveal, self->viewer, self->round);
}

static gboolean
has_words (AdwEntryRow *row)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));

  return gtk_widget_get_mapped (GTK_WIDGET (row)) && strspn (text, " ") < strlen (text);
}

/* A round whose title or date is being typed is started, rather than lost: undo takes it back. A voice is
 * known by what it rates only, so that its name stays in its entry. FALSE: something stays. */
static gboolean
settle (KithRoundsDialog *self)
{
  if (self->typed && has_words (self->title_row))
    return start (self);
  if (!has_words (self->voice_row))
    return TRUE;
  gtk_widget_grab_focus (GTK_WIDGET (self->voice_row));
  kith_rounds_dialog_say (self, _ ("Enter begins with what is typed here. Empty it to go on."));
  return FALSE;
}

static gboolean
on_settle (KithViewer *viewer, KithRoundsDialog *self)
{
  return gtk_widget_get_mapped (GTK_WIDGET (self)) && !settle (self);
}

/* It stays for what cannot be stored, but never for another audience. */
static gboolean
kith_rounds_dialog_close_request (GtkWindow *window)
{
  KithRoundsDialog *self = KITH_ROUNDS_DIALOG (window);
  KithDocument *document = kith_viewer_get_document (self->viewer);
  guint before = kith_document_get_cursor (document);

  if (kith_viewer_get_view (self->viewer)->audience == self->audience)
    {
      if (!settle (self))
        return GDK_EVENT_STOP;
      if (kith_document_get_cursor (document) != before)
        kith_viewer_say (self->viewer, _ ("What was being typed is stored. Undo takes it back."));
    }
  return GTK_WINDOW_CLASS (kith_rounds_dialog_parent_class)->close_request (window);
}

static void
on_back (KithRoundsDialog *self)
{
  if (kith_rounds_dialog_is_at (self, "cards"))
    kith_rounds_dialog_stop (self);
  else if (kith_rounds_dialog_is_at (self, "list"))
    gtk_window_close (GTK_WINDOW (self));
  else if (kith_rounds_dialog_is_at (self, "start") || kith_rounds_dialog_is_at (self, "round"))
    kith_rounds_dialog_go (self, "list");
  else
    kith_rounds_dialog_go (self, "round");
}

static void
leave (gpointer self)
{
  on_back (self);
}

static void
on_message (KithViewer *viewer, const char *text, gboolean is_error, KithRoundsDialog *self)
{
  if (*text != '\0')
    kith_rounds_dialog_say (self, text);
}

static void
leave_lost_round (KithRoundsDialog *self)
{
  gboolean own = kith_rounds_dialog_is_at (self, "round");

  kith_rounds_dialog_go (self, "list");
  if (!own)
    kith_rounds_dialog_say (self, _ ("This round has been deleted meanwhile."));
}

/* The round may have gone or been opened in another window, or somebody in it have another name. */
static void
on_changed (KithViewer *viewer, KithEdit *edit, KithRoundsDialog *self)
{
  if (kith_rounds_dialog_is_at (self, "list"))
    show_list (self);
  else if (kith_rounds_dialog_is_at (self, "start"))
    return;
  else if (self->round != 0 && kith_rounds_dialog_round (self) == NULL)
    leave_lost_round (self);
  else if (kith_rounds_dialog_is_at (self, "round"))
    kith_rounds_dialog_show_round (self);
  else if (kith_rounds_dialog_is_at (self, "who"))
    kith_rounds_dialog_update_who (self);
  else if (kith_rounds_dialog_is_at (self, "cards"))
    kith_round_cards_update (self->cards);
  else if (kith_rounds_dialog_is_at (self, "reveal"))
    {
      if (kith_rounds_dialog_round (self)->state == KITH_ROUND_SEALED)
        kith_rounds_dialog_go (self, "round");
      else
        kith_round_reveal_update (self->reveal);
    }
}

static void
kith_rounds_dialog_dispose (GObject *object)
{
  KithRoundsDialog *self = KITH_ROUNDS_DIALOG (object);

  if (self->viewer != NULL)
    g_signal_handlers_disconnect_by_data (self->viewer, self);
  g_clear_object (&self->viewer);
  g_clear_pointer (&self->who_ids, g_array_unref);
  G_OBJECT_CLASS (kith_rounds_dialog_parent_class)->dispose (object);
}

static void
kith_rounds_dialog_class_init (KithRoundsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (KITH_TYPE_DATE_ROW);
  g_type_ensure (KITH_TYPE_ROUND_CARDS);
  g_type_ensure (KITH_TYPE_ROUND_REVEAL);
  G_OBJECT_CLASS (klass)->dispose = kith_rounds_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = kith_rounds_dialog_close_request;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-rounds-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KithRoundsDialog, back);
  gtk_widget_class_bind_template_child (widget_class, KithRoundsDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, KithRoundsDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, KithRoundsDialog, rounds);
  gtk_widget_class_bind_template_child (widget_class, KithRoundsDialog, new_button);
  gtk_widget_class_bind_template_child (widget_class, KithRoundsDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, KithRoundsDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, KithRoundsDialog, silent_row);
  gtk_widget_class_bind_template_child (widget_class, KithRoundsDialog, silent);
  gtk_widget_class_bind_template_callback (widget_class, on_new);
  gtk_widget_class_bind_template_callback (widget_class, on_start);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  kith_rounds_dialog_bind_round (widget_class);
  kith_rounds_dialog_bind_sitting (widget_class);
}

static void
kith_rounds_dialog_init (KithRoundsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  kith_subwindow_take_escape (GTK_WINDOW (self), leave);
  kith_style_follow (GTK_WIDGET (self));
  g_signal_connect (self->rounds, "row-activated", G_CALLBACK (on_round), self);
  kith_widget_name_after (GTK_WIDGET (self->silent), ADW_PREFERENCES_ROW (self->silent_row));
  kith_widget_name_after (GTK_WIDGET (self->three), ADW_PREFERENCES_ROW (self->three_row));
}

/**
 * kith_rounds_dialog_open:
 * @window: a window with a map
 */
void
kith_rounds_dialog_open (KithWindow *window)
{
  KithViewer *viewer = kith_window_get_viewer (window);
  KithRoundsDialog *self;

  if (kith_viewer_get_view (viewer)->audience == KITH_PUBLIC)
    {
      kith_window_say (window, _ ("The public sees no ratings. Choose another audience to rate."));
      return;
    }
  self = g_object_new (KITH_TYPE_ROUNDS_DIALOG, "transient-for", window, "destroy-with-parent",
                       TRUE, NULL);
  self->window = window;
  self->viewer = g_object_ref (viewer);
  self->audience = kith_viewer_get_view (viewer)->audience;
  g_signal_connect (viewer, "message", G_CALLBACK (on_message), self);
  g_signal_connect (viewer, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect (viewer, "settle", G_CALLBACK (on_settle), self);
  kith_subwindow_follow_past (self->toasts, viewer);
  kith_rounds_dialog_go (self, "list");
  gtk_window_present (GTK_WINDOW (self));
}
