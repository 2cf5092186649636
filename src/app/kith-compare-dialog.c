/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-compare-dialog.h"

#include <glib/gi18n.h>

#include "kith-as-at.h"
#include "kith-compare-view.h"
#include "kith-date-row.h"
#include "kith-file.h"
#include "kith-open.h"
#include "kith-status.h"
#include "kith-versions-dialog.h"
#include "kith-waiting.h"

#define HEIGHT 560 /* pixels */
#define WAITS "compare"

struct _KithCompareDialog
{
  KithDialog parent_instance;

  /* template */
  GtkCheckButton *by_date;
  GtkCheckButton *by_version;
  GtkCheckButton *by_file;
  AdwActionRow *version_choice;
  GtkWidget *dates;
  KithDateRow *from;
  KithDateRow *to;
  GtkWidget *version_group;
  AdwComboRow *versions;
  GtkWidget *file_group;
  AdwActionRow *file_row;
  GtkLabel *problem;

  /* owned */
  GPtrArray *kept; /* of KithVersion, as `versions` lists them */
  GFile *file;     /* NULL: none chosen yet */

  /* state */
  KithWindow *window; /* borrowed: it is what this dialog is transient for */
  KithAudience audience;
  gboolean typed; /* a date */
};

G_DEFINE_FINAL_TYPE (KithCompareDialog, kith_compare_dialog, KITH_TYPE_DIALOG)

static gboolean
refuse (KithCompareDialog *self, GtkWidget *where, const char *text)
{
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
  kith_status_set_text (self->problem, text);
  if (where != NULL)
    gtk_widget_grab_focus (where);
  return FALSE;
}

static void
forget_problem (KithCompareDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_label_set_text (self->problem, "");
}

/* --- Two dates --- */

static gint32
day_of (const KithDate *date)
{
  return kith_date_as_at (date, kith_date_today ().first);
}

static gboolean
compare_days (KithCompareDialog *self, gint32 from, gint32 to)
{
  gint32 today = kith_date_today ().first;
  g_autofree char *words = kith_day_to_words (from);
  g_autofree char *text = NULL;

  if (from != to)
    {
      kith_window_compare_days (self->window, MIN (from, to),
                                MAX (from, to) == today ? 0 : MAX (from, to));
      return TRUE;
    }
  if (to == today)
    return refuse (self, GTK_WIDGET (self->from),
                   _ ("That is today. Type an earlier date to compare it with now."));
  text = g_strdup_printf (_ ("Both are %s. Type two different dates."), words);
  return refuse (self, GTK_WIDGET (self->to), text);
}

static gboolean
take_dates (KithCompareDialog *self)
{
  KithDate from = KITH_DATE_INIT, to = KITH_DATE_INIT;

  if (!kith_date_row_get_date (self->from, &from))
    return refuse (self, GTK_WIDGET (self->from),
                   _ ("The first date cannot be read. Type it as people say it: “12 March 2019”, "
                      "“2019” or “about 1995”."));
  if (!kith_date_is_set (&from))
    return refuse (self, GTK_WIDGET (self->from), _ ("Type the date from which to compare."));
  if (!kith_date_row_get_date (self->to, &to))
    return refuse (self, GTK_WIDGET (self->to),
                   _ ("The second date cannot be read. Type it as people say it: “12 March 2019”, "
                      "“2019” or “about 1995”; or leave it empty for now."));
  return compare_days (self, day_of (&from),
                       kith_date_is_set (&to) ? day_of (&to) : kith_date_today ().first);
}

/* --- A version --- */

static char *
version_words (KithCompareDialog *self, const KithVersion *version)
{
  KithAudience audience = kith_viewer_get_view (kith_window_get_viewer (self->window))->audience;
  const char *name = kith_version_name_for (version, audience);
  g_autofree char *time = kith_version_time_words (version);

  return name != NULL ? g_strdup_printf ("%s · %s", name, time) : g_steal_pointer (&time);
}

static void
fill_versions (KithCompareDialog *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  g_autoptr (GError) error = NULL;

  self->kept = kith_document_list_versions (kith_window_get_document (self->window), &error);
  for (guint i = 0; self->kept != NULL && i < self->kept->len; i++)
    {
      g_autofree char *words = version_words (self, self->kept->pdata[i]);

      gtk_string_list_append (list, words);
    }
  adw_combo_row_set_model (self->versions, G_LIST_MODEL (list));
  if (self->kept != NULL && self->kept->len > 0)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->version_choice), FALSE);
  adw_action_row_set_subtitle (self->version_choice,
                               error != NULL ? error->message
                                             : _ ("None is kept yet: Ctrl+K keeps one"));
}

static gboolean
take_version (KithCompareDialog *self)
{
  guint chosen = adw_combo_row_get_selected (self->versions);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  const KithVersion *version;
  KithMap *map;

  if (self->kept == NULL || chosen >= self->kept->len)
    return refuse (self, GTK_WIDGET (self->versions), _ ("Choose a version."));
  version = self->kept->pdata[chosen];
  map = kith_document_load_version (kith_window_get_document (self->window), version->id, &error);
  if (map == NULL)
    return refuse (self, GTK_WIDGET (self->versions), error->message);
  words = version_words (self, version);
  kith_window_compare_with (self->window, map, version->name != NULL ? version->name : words);
  return TRUE;
}

/* --- Another map --- */

static char *
dup_file_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_filename_display_name (name);
}

/* For those who look: what they may not see is no common ground for them. */
static gboolean
has_common_ground (KithCompareDialog *self, KithMap *other)
{
  KithMap *whole = kith_document_get_map (kith_window_get_document (self->window));
  KithView view = *kith_viewer_get_view (kith_window_get_viewer (self->window));
  g_autoptr (KithComparison) comparison = NULL;

  if (kith_maps_are_copies (other, whole))
    return TRUE;
  view.against = other;
  view.day = 0;
  comparison = kith_view_compare (&view, whole);
  return kith_comparison_n_common (comparison) > 0;
}

static gboolean
take_file (KithCompareDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KithMap) map = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (self->file == NULL)
    return refuse (self, GTK_WIDGET (self->file_row), _ ("Choose the map to compare with."));
  map = kith_file_load (self->file, &error);
  if (map == NULL)
    return refuse (self, GTK_WIDGET (self->file_row), error->message);
  name = dup_file_name (self->file);
  if (has_common_ground (self, map))
    {
      kith_window_compare_with (self->window, g_steal_pointer (&map), name);
      return TRUE;
    }
  text =
      g_strdup_printf (_ ("“%s” and this map have nothing in common: no stakeholder has the same "
                          "name in both. Choose a map of the same place or partnership."),
                       name);
  return refuse (self, GTK_WIDGET (self->file_row), text);
}

static void
take_chosen (KithCompareDialog *self, GFile *file)
{
  g_autofree char *name = dup_file_name (file);

  g_set_object (&self->file, file);
  adw_action_row_set_subtitle (self->file_row, name);
  forget_problem (self);
}

static void
on_chosen (GtkNativeDialog *native, int response, gpointer data)
{
  g_autoptr (KithCompareDialog) self = data;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL && self->file_row != NULL)
    take_chosen (self, file);
  gtk_native_dialog_destroy (native);
  g_object_unref (native);
}

static void
on_choose (KithCompareDialog *self)
{
  GtkFileChooserNative *native =
      gtk_file_chooser_native_new (_ ("Compare with a Map"), GTK_WINDOW (self),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Choose"), _ ("_Cancel"));

  kith_open_add_filters (GTK_FILE_CHOOSER (native));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect (native, "response", G_CALLBACK (on_chosen), g_object_ref (self));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

/* --- The dialog --- */

static gboolean
kith_compare_dialog_save (KithDialog *dialog)
{
  KithCompareDialog *self = KITH_COMPARE_DIALOG (dialog);

  forget_problem (self);
  if (gtk_check_button_get_active (self->by_version))
    return take_version (self);
  if (gtk_check_button_get_active (self->by_file))
    return take_file (self);
  return take_dates (self);
}

static void
on_choice (KithCompareDialog *self)
{
  gtk_widget_set_visible (self->dates, gtk_check_button_get_active (self->by_date));
  gtk_widget_set_visible (self->version_group, gtk_check_button_get_active (self->by_version));
  gtk_widget_set_visible (self->file_group, gtk_check_button_get_active (self->by_file));
  forget_problem (self);
}

static void
on_activated (KithCompareDialog *self)
{
  kith_dialog_save (KITH_DIALOG (self));
}

/* What is compared already, or else what is shown. */
static void
fill_dates (KithCompareDialog *self, KithViewer *viewer)
{
  const KithView *view = kith_viewer_get_view (viewer);
  KithDate day = kith_date_of_day (view->day), since = kith_date_of_day (view->since);

  if (view->day != 0)
    kith_date_row_set_date (self->to, &day);
  if (view->since != 0)
    kith_date_row_set_date (self->from, &since);
}

/* --- What waits --- */

static void
on_typed (KithCompareDialog *self)
{
  self->typed = TRUE;
  forget_problem (self);
}

static void
keep (KithCompareDialog *self)
{
  g_autofree char *from = kith_date_row_dup_text (self->from);
  g_autofree char *to = kith_date_row_dup_text (self->to);
  g_autofree char *text = g_strdup_printf ("%s\n%s", from, to);

  kith_waiting_put (self->window, WAITS, self->audience, text);
}

/* Somebody came to look: nothing is compared then, nor are dates lost that were typed. */
static gboolean
kith_compare_dialog_close_request (GtkWindow *window)
{
  KithCompareDialog *self = KITH_COMPARE_DIALOG (window);

  if (self->typed && kith_window_get_audience (self->window) != self->audience)
    keep (self);
  return GTK_WINDOW_CLASS (kith_compare_dialog_parent_class)->close_request (window);
}

static void
take_waiting (KithCompareDialog *self)
{
  const char *text = kith_waiting_get (self->window, WAITS);
  g_auto (GStrv) dates = text != NULL ? g_strsplit (text, "\n", 2) : NULL;

  if (dates == NULL || g_strv_length (dates) < 2)
    return;
  kith_date_row_set_text (self->from, dates[0]);
  kith_date_row_set_text (self->to, dates[1]);
  self->typed = TRUE;
  kith_waiting_put (self->window, WAITS, self->audience, NULL);
}

/* --- Its life --- */

static void
kith_compare_dialog_dispose (GObject *object)
{
  KithCompareDialog *self = KITH_COMPARE_DIALOG (object);

  g_clear_pointer (&self->kept, g_ptr_array_unref);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (kith_compare_dialog_parent_class)->dispose (object);
}

static void
kith_compare_dialog_class_init (KithCompareDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (KITH_TYPE_DATE_ROW);
  G_OBJECT_CLASS (klass)->dispose = kith_compare_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = kith_compare_dialog_close_request;
  KITH_DIALOG_CLASS (klass)->save = kith_compare_dialog_save;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-compare-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KithCompareDialog, by_date);
  gtk_widget_class_bind_template_child (widget_class, KithCompareDialog, by_version);
  gtk_widget_class_bind_template_child (widget_class, KithCompareDialog, by_file);
  gtk_widget_class_bind_template_child (widget_class, KithCompareDialog, version_choice);
  gtk_widget_class_bind_template_child (widget_class, KithCompareDialog, dates);
  gtk_widget_class_bind_template_child (widget_class, KithCompareDialog, from);
  gtk_widget_class_bind_template_child (widget_class, KithCompareDialog, to);
  gtk_widget_class_bind_template_child (widget_class, KithCompareDialog, version_group);
  gtk_widget_class_bind_template_child (widget_class, KithCompareDialog, versions);
  gtk_widget_class_bind_template_child (widget_class, KithCompareDialog, file_group);
  gtk_widget_class_bind_template_child (widget_class, KithCompareDialog, file_row);
  gtk_widget_class_bind_template_child (widget_class, KithCompareDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_choice);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_choose);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
  gtk_widget_class_bind_template_callback (widget_class, forget_problem);
}

static void
kith_compare_dialog_init (KithCompareDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kith_compare_dialog_open:
 * @window: a window with a map
 */
void
kith_compare_dialog_open (KithWindow *window)
{
  KithCompareDialog *self = g_object_new (KITH_TYPE_COMPARE_DIALOG, NULL);
  KithViewer *viewer = kith_window_get_viewer (window);

  self->window = window;
  kith_dialog_set_up (KITH_DIALOG (self), GTK_WIDGET (window), viewer, NULL);
  kith_dialog_set_heading (KITH_DIALOG (self), _ ("Compare"), "");
  kith_dialog_set_verb (KITH_DIALOG (self), _ ("_Compare"), _ ("Compare"));
  gtk_window_set_default_size (GTK_WINDOW (self), 420, HEIGHT);
  self->audience = kith_window_get_audience (window);
  fill_dates (self, viewer);
  take_waiting (self);
  fill_versions (self);
  on_choice (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->from));
}
