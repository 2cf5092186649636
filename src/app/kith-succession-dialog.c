/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-succession-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "kith-date-row.h"
#include "kith-note-row.h"
#include "kith-opinion.h"
#include "kith-split-links.h"
#include "kith-status.h"
#include "kith-verbs-succession.h"
#include "kith-waiting.h"

#define ROOM_WIDTH 200.0 /* map units for each of those that come */
#define ROOM_HEIGHT 80.0

#define HEIGHT 440 /* pixels */
#define HEIGHT_OF_SPLIT 540

struct _KithSuccessionDialog
{
  KithDialog parent_instance;

  /* Template */
  AdwPreferencesGroup *fields;
  AdwEntryRow *name;
  KithNoteRow *names;
  KithDateRow *date;
  GtkWidget *ratings_row;
  GtkSwitch *ratings;
  KithSplitLinks *links;
  GtkLabel *words;

  /* State */
  KithCanvas *canvas; /* borrowed: it is in the window that this dialog is transient for */
  KithSuccessionTask task;
  GArray *ids; /* of KithId; owned */
  KithAudience audience;
  gboolean touched; /* a person has typed: what is missing is a mistake now */
};

G_DEFINE_FINAL_TYPE (KithSuccessionDialog, kith_succession_dialog, KITH_TYPE_DIALOG)

/* What was typed when somebody came to look. */
static const char *const waits[] = {
  [KITH_TASK_MERGE] = "merge",
  [KITH_TASK_SPLIT] = "split",
  [KITH_TASK_RENAME] = "rename",
  [KITH_TASK_CLOSE] = "close",
};

static const KithId *
get_ids (KithSuccessionDialog *self)
{
  return (const KithId *) (gpointer) self->ids->data;
}

/* The middle of those whom it concerns. */
static void
middle_of (KithSuccessionDialog *self, KithMap *map, double *x, double *y)
{
  guint n = 0;

  *x = *y = 0.0;
  for (guint i = 0; i < self->ids->len; i++)
    {
      const KithStakeholder *one = kith_map_stakeholder (map, get_ids (self)[i]);

      if (one == NULL)
        continue;
      *x += one->x;
      *y += one->y;
      n++;
    }
  *x /= MAX (n, 1);
  *y /= MAX (n, 1);
}

/* Who comes stands in a column of `n`, near those from whom they come; `xy` of 2n. */
static void
find_places (KithSuccessionDialog *self, KithMap *map, guint n, double *xy)
{
  double x, y;

  middle_of (self, map, &x, &y);
  kith_canvas_free_place_near (self->canvas, ROOM_WIDTH, ROOM_HEIGHT * n, &x, &y);
  for (guint i = 0; i < n; i++)
    {
      xy[2 * i] = x;
      xy[2 * i + 1] = y + ROOM_HEIGHT * (i - (n - 1) / 2.0);
    }
}

/* One of those that merge goes on where it is named. */
static KithId
who_is_called (KithSuccessionDialog *self, KithMap *map, const char *name)
{
  g_autofree char *typed = g_strstrip (g_strdup (name));

  for (guint i = 0; i < self->ids->len; i++)
    {
      const KithStakeholder *one = kith_map_stakeholder (map, get_ids (self)[i]);

      if (one != NULL && strcmp (one->name, typed) == 0)
        return KITH_ID (one);
    }
  return 0;
}

static GStrv
dup_names (KithSuccessionDialog *self)
{
  g_autofree char *text = kith_note_row_dup_text (self->names);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_strv_builder_add (names, lines[i]);
  return g_strv_builder_end (names);
}

static KithEdit *
merge (KithSuccessionDialog *self, KithMap *map, const KithDate *date, GArray *made, GError **error)
{
  KithMerger merger = { .name = gtk_editable_get_text (GTK_EDITABLE (self->name)),
                        .date = *date,
                        .ratings = gtk_switch_get_active (self->ratings) };
  double xy[2];
  KithId id = 0;
  KithEdit *edit;

  find_places (self, map, 1, xy);
  merger.x = xy[0];
  merger.y = xy[1];
  merger.into = who_is_called (self, map, merger.name);
  edit = kith_verb_merge (map, get_ids (self), self->ids->len, &merger, &id, error);
  if (edit != NULL)
    g_array_append_val (made, id);
  return edit;
}

static KithEdit *
split (KithSuccessionDialog *self, KithMap *map, const KithDate *date, GArray *made, GError **error)
{
  g_auto (GStrv) names = dup_names (self);
  guint n = g_strv_length (names);
  g_autofree double *xy = g_new0 (double, 2 * (gsize) n + 2);
  g_autoptr (GArray) without = kith_split_links_get_without (self->links);

  find_places (self, map, n, xy);
  return kith_verb_split_choosing (map, get_ids (self)[0], (const char *const *) names, n, xy, date,
                                   gtk_switch_get_active (self->ratings), without, made, error);
}

/* What is asked for, as an edit of this map; `made`: of KithId, who is to be selected then. */
static KithEdit *
make_edit (KithSuccessionDialog *self, KithMap *map, GArray *made, GError **error)
{
  KithDate date = { 0 };

  if (!kith_date_row_get_date (self->date, &date))
    date = (KithDate){ 0 };
  switch (self->task)
    {
    case KITH_TASK_MERGE:
      return merge (self, map, &date, made, error);
    case KITH_TASK_SPLIT:
      return split (self, map, &date, made, error);
    case KITH_TASK_RENAME:
      return kith_verb_rename_on (map, get_ids (self)[0],
                                  gtk_editable_get_text (GTK_EDITABLE (self->name)), NULL, &date,
                                  error);
    case KITH_TASK_CLOSE:
    default:
      return kith_verb_close (map, get_ids (self), self->ids->len, &date, error);
    }
}

/* As many as may be named here are gone once another window has deleted them. */
static gboolean
are_there (KithSuccessionDialog *self, KithMap *map)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (kith_map_stakeholder (map, get_ids (self)[i]) == NULL)
      return FALSE;
  return self->ids->len > 0;
}

static void
say (KithSuccessionDialog *self, const char *words, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->words), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->words), "error");
  kith_status_set_text (self->words, words);
}

/* Those that go on after the date, once there are names to choose among. */
static void
show_links (KithSuccessionDialog *self, KithMap *map)
{
  g_auto (GStrv) names = NULL;
  g_autoptr (GPtrArray) links = NULL;
  KithDate date = { 0 };

  if (self->task != KITH_TASK_SPLIT || !kith_date_row_get_date (self->date, &date))
    return;
  names = dup_names (self);
  links = kith_links_to_split (map, get_ids (self)[0], &date);
  kith_split_links_show (self->links, map, get_ids (self)[0], links, (const char *const *) names);
}

/* Counted on the audience's map: what it may not see is not counted either. */
static void
show_words (KithSuccessionDialog *self)
{
  KithMap *map = kith_viewer_get_map (kith_dialog_get_viewer (KITH_DIALOG (self)));
  g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (KithId));
  g_autoptr (GError) error = NULL;
  g_autoptr (KithEdit) edit = NULL;
  g_autofree char *words = NULL;

  if (!are_there (self, map))
    {
      say (self, _ ("A stakeholder is no longer on the map."), TRUE);
      kith_dialog_set_can_save (KITH_DIALOG (self), FALSE);
      return;
    }
  show_links (self, map);
  edit = make_edit (self, map, made, &error);
  kith_dialog_set_can_save (KITH_DIALOG (self), edit != NULL && kith_edit_n_changes (edit) > 0);
  if (edit == NULL)
    {
      say (self, error->message, self->touched);
      return;
    }
  words = kith_succession_edit_to_words (edit);
  say (self, words, FALSE);
}

static void
on_changed (KithSuccessionDialog *self)
{
  self->touched = TRUE;
  show_words (self);
}

static gboolean
kith_succession_dialog_save (KithDialog *dialog)
{
  KithSuccessionDialog *self = KITH_SUCCESSION_DIALOG (dialog);
  KithViewer *viewer = kith_dialog_get_viewer (dialog);
  KithMap *map = kith_viewer_get_whole_map (viewer);
  g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (KithId));
  g_autoptr (GError) error = NULL;
  KithEdit *edit = are_there (self, map) ? make_edit (self, map, made, &error) : NULL;

  if (edit == NULL)
    {
      say (self, error != NULL ? error->message : _ ("A stakeholder is no longer on the map."),
           TRUE);
      return FALSE;
    }
  if (!kith_viewer_perform (viewer, edit, NULL))
    return FALSE;
  if (made->len > 0)
    {
      kith_viewer_select (viewer, (const KithId *) (gpointer) made->data, made->len, FALSE);
      kith_canvas_peek (self->canvas, g_array_index (made, KithId, 0));
    }
  return TRUE;
}

/* --- What waits --- */

static KithWindow *
get_window (KithSuccessionDialog *self)
{
  return KITH_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self)));
}

/* "12 17": whom it concerns. */
static char *
dup_who (KithSuccessionDialog *self)
{
  GString *who = g_string_new (NULL);

  for (guint i = 0; i < self->ids->len; i++)
    g_string_append_printf (who, "%" G_GINT64_FORMAT " ", get_ids (self)[i]);
  return g_string_free (who, FALSE);
}

/* A line each for whom it concerns, the date, whether ratings are inherited, and which links do not go where;
 * the rest are names. */
static void
keep (KithSuccessionDialog *self)
{
  g_autofree char *who = dup_who (self);
  g_autofree char *names = kith_note_row_dup_text (self->names);
  g_autofree char *when = kith_date_row_dup_text (self->date);
  g_autofree char *choices = kith_split_links_dup_choices (self->links);
  g_autofree char *text = g_strdup_printf ("%s\n%s\n%s\n%s\n%s", who, when,
                                           gtk_switch_get_active (self->ratings) ? "ratings" : "",
                                           choices,
                                           self->task == KITH_TASK_SPLIT
                                               ? names
                                               : gtk_editable_get_text (GTK_EDITABLE (self->name)));

  kith_waiting_put (get_window (self), waits[self->task], self->audience, text);
}

/* Somebody came to look: neither half of it is done nor what was typed lost. */
static gboolean
kith_succession_dialog_close_request (GtkWindow *window)
{
  KithSuccessionDialog *self = KITH_SUCCESSION_DIALOG (window);

  if (self->touched && kith_window_get_audience (get_window (self)) != self->audience)
    keep (self);
  return GTK_WINDOW_CLASS (kith_succession_dialog_parent_class)->close_request (window);
}

/* What was typed before for the same stakeholders. */
static void
take_waiting (KithSuccessionDialog *self)
{
  const char *text = kith_waiting_get (get_window (self), waits[self->task]);
  g_auto (GStrv) parts = text != NULL ? g_strsplit (text, "\n", 5) : NULL;
  g_autofree char *who = dup_who (self);

  if (parts == NULL || g_strv_length (parts) < 5 || !g_str_equal (parts[0], who))
    return;
  kith_date_row_set_text (self->date, parts[1]);
  gtk_switch_set_active (self->ratings, *parts[2] != '\0');
  kith_split_links_take_choices (self->links, parts[3]);
  gtk_editable_set_text (GTK_EDITABLE (self->name), parts[4]);
  kith_note_row_set_text (self->names, parts[4]);
  self->touched = TRUE;
  kith_waiting_put (get_window (self), waits[self->task], self->audience, NULL);
}

static void
kith_succession_dialog_dispose (GObject *object)
{
  KithSuccessionDialog *self = KITH_SUCCESSION_DIALOG (object);

  g_clear_pointer (&self->ids, g_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), KITH_TYPE_SUCCESSION_DIALOG);
  G_OBJECT_CLASS (kith_succession_dialog_parent_class)->dispose (object);
}

static void
kith_succession_dialog_class_init (KithSuccessionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_succession_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = kith_succession_dialog_close_request;
  KITH_DIALOG_CLASS (klass)->save = kith_succession_dialog_save;
  g_type_ensure (KITH_TYPE_DATE_ROW);
  g_type_ensure (KITH_TYPE_NOTE_ROW);
  g_type_ensure (KITH_TYPE_SPLIT_LINKS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/kith_maps/Kith/kith-succession-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KithSuccessionDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, KithSuccessionDialog, name);
  gtk_widget_class_bind_template_child (widget_class, KithSuccessionDialog, names);
  gtk_widget_class_bind_template_child (widget_class, KithSuccessionDialog, date);
  gtk_widget_class_bind_template_child (widget_class, KithSuccessionDialog, ratings_row);
  gtk_widget_class_bind_template_child (widget_class, KithSuccessionDialog, ratings);
  gtk_widget_class_bind_template_child (widget_class, KithSuccessionDialog, links);
  gtk_widget_class_bind_template_child (widget_class, KithSuccessionDialog, words);
}

static void
kith_succession_dialog_init (KithSuccessionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->date, "activated", G_CALLBACK (kith_dialog_save), self,
                           G_CONNECT_SWAPPED);
}

static const char *
title_of (KithSuccessionTask task)
{
  switch (task)
    {
    case KITH_TASK_MERGE:
      return _ ("Merge");
    case KITH_TASK_SPLIT:
      return _ ("Split");
    case KITH_TASK_RENAME:
      return _ ("Rename From a Date");
    case KITH_TASK_CLOSE:
    default:
      return _ ("Close");
    }
}

static char *
dup_whom (KithSuccessionDialog *self, KithMap *map)
{
  g_autoptr (GString) whom = g_string_new (NULL);

  for (guint i = 0; i < self->ids->len; i++)
    {
      const KithStakeholder *one = kith_map_stakeholder (map, get_ids (self)[i]);

      if (one != NULL)
        g_string_append_printf (whom, "%s%s", whom->len > 0 ? ", " : "",
                                self->ids->len > 1 ? kith_stakeholder_short_name (one) : one->name);
    }
  return g_strdup (whom->str);
}

/* Only what the task asks for is there. */
static void
choose_fields (KithSuccessionDialog *self, KithMap *map)
{
  const KithStakeholder *first = kith_map_stakeholder (map, get_ids (self)[0]);
  gboolean merges = self->task == KITH_TASK_MERGE;
  gboolean splits = self->task == KITH_TASK_SPLIT;
  gboolean renames = self->task == KITH_TASK_RENAME;

  gtk_widget_set_visible (GTK_WIDGET (self->name), merges || renames);
  gtk_widget_set_visible (GTK_WIDGET (self->names), splits);
  gtk_widget_set_visible (self->ratings_row, merges || splits);
  if (renames && first != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->name), first->name);
  if (merges)
    adw_preferences_group_set_description (
        self->fields, _ ("With the name of one of them, that one goes on. With another name, a "
                         "new stakeholder begins."));
}

static void
follow_fields (KithSuccessionDialog *self)
{
  g_signal_connect_object (self->name, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->names, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->date, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->links, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->ratings, "notify::active", G_CALLBACK (show_words), self,
                           G_CONNECT_SWAPPED);
}

/* What will happen grows while names are typed and must stay in sight; a window does not grow. */
static void
make_room (KithSuccessionDialog *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width,
                               self->task == KITH_TASK_SPLIT ? HEIGHT_OF_SPLIT : HEIGHT);
}

/**
 * kith_succession_dialog_open:
 * @canvas: where who comes finds a place
 * @viewer: whose map it is
 * @task: what is to be done
 * @ids: (transfer full): of KithId, the stakeholders whom it concerns, at least one
 */
void
kith_succession_dialog_open (KithCanvas *canvas,
                             KithViewer *viewer,
                             KithSuccessionTask task,
                             GArray *ids)
{
  KithSuccessionDialog *self = g_object_new (KITH_TYPE_SUCCESSION_DIALOG, NULL);
  KithMap *map = kith_viewer_get_map (viewer);
  KithDate today = kith_viewer_date (viewer);
  g_autofree char *whom = NULL;
  GtkWidget *first;

  self->canvas = canvas;
  self->task = task;
  self->ids = ids;
  whom = dup_whom (self, map);
  kith_dialog_set_up (KITH_DIALOG (self), GTK_WIDGET (canvas), viewer, NULL);
  kith_dialog_set_heading (KITH_DIALOG (self), title_of (task), whom);
  choose_fields (self, map);
  kith_date_row_set_date (self->date, &today);
  self->audience = kith_viewer_get_view (viewer)->audience;
  take_waiting (self);
  follow_fields (self);
  show_words (self);
  make_room (self);
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  first = task == KITH_TASK_SPLIT   ? GTK_WIDGET (self->names)
          : task == KITH_TASK_CLOSE ? GTK_WIDGET (self->date)
                                    : GTK_WIDGET (self->name);
  if (!gtk_widget_grab_focus (first))
    gtk_widget_child_focus (first, GTK_DIR_TAB_FORWARD);
  gtk_window_present (GTK_WINDOW (self));
}
