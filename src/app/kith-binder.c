/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-binder.h"

#include <glib/gi18n-lib.h>

#include "kith-binder-private.h"
#include "kith-verbs.h"

#define PAUSE 500 /* milliseconds without a key until what is typed is committed */

struct _KithBinder
{
  KithViewer *viewer; /* owned */
  KithKind kind;
  KithId id;
  gpointer draft;      /* owned; NULL where edits go to the document */
  GPtrArray *bindings; /* of Binding */
  guint pause;
  gboolean loading; /* the binder itself is writing into the widgets */
};

typedef struct
{
  KithBinder *binder;
  const KithField *field;
  const KithBinderHandler *handler;
  GtkWidget *widget; /* owned */
  char *shown;       /* the value as text, as it was last loaded or committed */
  gboolean dirty;    /* the person changed it since */
} Binding;

static void
binding_free (gpointer data)
{
  Binding *binding = data;

  g_signal_handlers_disconnect_by_data (binding->widget, binding);
  g_object_unref (binding->widget);
  g_free (binding->shown);
  g_free (binding);
}

static gconstpointer
shown_record (KithBinder *self)
{
  if (self->draft != NULL)
    return self->draft;
  return kith_map_get (kith_viewer_get_map (self->viewer), self->kind, self->id);
}

static void
load (Binding *binding, gconstpointer record)
{
  KithBinder *self = binding->binder;

  self->loading = TRUE;
  binding->handler->load (binding->widget, binding->field, record);
  self->loading = FALSE;
  binding->dirty = FALSE;
}

/* What the audience's map holds in another wording than the whole map cannot be edited there. */
static gboolean
is_redacted (Binding *binding, gconstpointer record)
{
  KithBinder *self = binding->binder;
  KithMap *map = kith_viewer_get_map (self->viewer);
  KithMap *whole = kith_viewer_get_whole_map (self->viewer);
  gconstpointer seen = kith_map_get (map, self->kind, KITH_ID (record));
  gconstpointer stored = kith_map_get (whole, self->kind, KITH_ID (record));

  return seen != NULL && stored != NULL && !kith_field_equal (binding->field, seen, stored);
}

static void
refresh (Binding *binding, gconstpointer record)
{
  g_autofree char *text = kith_field_to_text (binding->field, record);
  gboolean redacted = is_redacted (binding, record);

  if (redacted && binding->binder->draft != NULL)
    {
      kith_widget_remove (binding->widget); /* a draft is the whole map's: it would be shown */
      return;
    }
  gtk_widget_set_sensitive (binding->widget, !redacted);
  if (g_strcmp0 (binding->shown, text) == 0)
    return;
  g_free (binding->shown);
  binding->shown = g_steal_pointer (&text);
  if (!binding->dirty)
    load (binding, record);
}

static void
say_refused (Binding *binding)
{
  g_autofree char *text = NULL;

  if (binding->field->type == KITH_TYPE_DATE)
    text = g_strdup (_ ("That is not a date that Kith understands, so it was left as it was."));
  else
    text = g_strdup (_ ("A name is needed, so the old one stays."));
  kith_viewer_say (binding->binder->viewer, text);
}

/* What cannot be taken stays while it is being typed; on leaving, the stored value comes back. */
static gboolean
refuse (Binding *binding, gboolean leaving)
{
  gconstpointer record = shown_record (binding->binder);

  if (!leaving || binding->binder->draft != NULL || record == NULL)
    return FALSE;
  say_refused (binding);
  load (binding, record);
  return FALSE;
}

static KithEdit *
edit_for (Binding *binding, gconstpointer record, const char *text, GError **error)
{
  KithBinder *self = binding->binder;
  KithMap *whole = kith_viewer_get_whole_map (self->viewer);
  g_autofree char *join = g_strdup_printf ("field:%" G_GINT64_FORMAT ":%s", self->id,
                                           binding->field->name);
  KithEdit *edit;

  if (self->kind == KITH_STAKEHOLDER && g_str_equal (binding->field->name, "name"))
    edit = kith_verb_rename (whole, self->id, text, error);
  else
    edit = kith_verb_set (whole, self->kind, self->id, binding->field->name, text, error);
  if (edit != NULL && binding->handler->typed)
    kith_edit_set_join (edit, join);
  return edit;
}

static gboolean
perform (Binding *binding, gconstpointer after)
{
  KithBinder *self = binding->binder;
  GError *error = NULL;
  g_autofree char *text = kith_field_to_text (binding->field, after);
  KithEdit *edit;

  if (g_strcmp0 (text, binding->shown) == 0)
    {
      binding->dirty = FALSE;
      return TRUE;
    }
  edit = edit_for (binding, after, text, &error);
  /* Before the signal: what comes back then is no news. */
  g_free (binding->shown);
  binding->shown = g_steal_pointer (&text);
  binding->dirty = FALSE;
  if (kith_viewer_perform (self->viewer, edit, error))
    return TRUE;
  g_clear_pointer (&binding->shown, g_free);
  if (kith_viewer_is_past (self->viewer) && shown_record (self) != NULL)
    {
      load (binding, shown_record (self)); /* nothing typed waits for the way back to now */
      return FALSE;
    }
  binding->dirty = TRUE;
  return FALSE;
}

static gboolean
commit (Binding *binding, gboolean leaving)
{
  KithBinder *self = binding->binder;
  KithMap *whole = kith_viewer_get_whole_map (self->viewer);
  gconstpointer before = self->draft;
  g_autoptr (KithRecord) after = NULL;

  if (before == NULL)
    before = kith_map_get (whole, self->kind, self->id);
  if (before == NULL) /* deleted meanwhile: nothing to put it into */
    {
      binding->dirty = FALSE;
      return TRUE;
    }
  if (self->draft != NULL)
    return binding->handler->store (binding->widget, binding->field, self->draft);
  after = kith_record_copy (before);
  if (!binding->handler->store (binding->widget, binding->field, after))
    return refuse (binding, leaving);
  return perform (binding, after);
}

static gboolean
commit_all (KithBinder *self, gboolean leaving)
{
  gboolean fine = TRUE;

  g_clear_handle_id (&self->pause, g_source_remove);
  for (guint i = 0; i < self->bindings->len; i++)
    {
      Binding *binding = g_ptr_array_index (self->bindings, i);

      if (binding->dirty && !commit (binding, leaving))
        fine = FALSE;
    }
  return fine;
}

static gboolean
on_pause (gpointer data)
{
  KithBinder *self = data;

  self->pause = 0;
  commit_all (self, FALSE);
  return G_SOURCE_REMOVE;
}

static void
say_if_full (Binding *binding)
{
  g_autofree char *text = NULL;
  glong most = (glong) binding->field->max;

  if (!ADW_IS_ENTRY_ROW (binding->widget)
      || g_utf8_strlen (gtk_editable_get_text (GTK_EDITABLE (binding->widget)), -1) < most)
    return;
  text = g_strdup_printf (ngettext ("Only %ld character fits here.",
                                    "Only %ld characters fit here.", (gulong) most),
                          most);
  kith_viewer_say (binding->binder->viewer, text);
}

static void
touched (Binding *binding)
{
  KithBinder *self = binding->binder;

  if (self->loading)
    return;
  binding->dirty = TRUE;
  say_if_full (binding);
  if (self->draft != NULL)
    return;
  if (!binding->handler->typed)
    {
      commit (binding, FALSE);
      return;
    }
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE, on_pause, self);
}

static void
on_changed (GtkWidget *widget, Binding *binding)
{
  touched (binding);
}

static void
on_notify (GtkWidget *widget, GParamSpec *pspec, Binding *binding)
{
  touched (binding);
}

static void
on_leave (GtkEventControllerFocus *focus, KithBinder *self)
{
  if (self->draft == NULL)
    commit_all (self, TRUE);
}

static void
on_activate (GtkWidget *widget, KithBinder *self)
{
  if (self->draft == NULL)
    commit_all (self, FALSE);
}

static void
connect_signals (Binding *binding)
{
  GtkEventController *focus;

  if (!binding->handler->typed)
    {
      g_signal_connect (binding->widget, binding->handler->signal, G_CALLBACK (on_notify), binding);
      return;
    }
  g_signal_connect (binding->widget, binding->handler->signal, G_CALLBACK (on_changed), binding);
  if (ADW_IS_ENTRY_ROW (binding->widget))
    g_signal_connect (binding->widget, "entry-activated", G_CALLBACK (on_activate),
                      binding->binder);
  focus = gtk_event_controller_focus_new ();
  g_signal_connect (focus, "leave", G_CALLBACK (on_leave), binding->binder);
  g_object_set_data (G_OBJECT (binding->widget), "kith-binder-focus", focus);
  gtk_widget_add_controller (binding->widget, focus);
}

static void
disconnect_binder (Binding *binding)
{
  gpointer focus = g_object_get_data (G_OBJECT (binding->widget), "kith-binder-focus");

  g_signal_handlers_disconnect_by_data (binding->widget, binding->binder);
  if (focus != NULL)
    g_signal_handlers_disconnect_by_data (focus, binding->binder);
}

/**
 * kith_widget_remove:
 * @widget: a row, or a widget within one
 *
 * Takes the row out of the list or box that holds it.
 */
void
kith_widget_remove (GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);
  GtkWidget *gone = row != NULL ? row : widget;
  GtkWidget *parent = gtk_widget_get_parent (gone);

  if (GTK_IS_LIST_BOX (parent))
    gtk_list_box_remove (GTK_LIST_BOX (parent), gone);
  else if (GTK_IS_BOX (parent))
    gtk_box_remove (GTK_BOX (parent), gone);
  else if (parent != NULL)
    gtk_widget_unparent (gone);
}

/**
 * kith_binder_sees:
 * @viewer: a window's look at a document
 * @kind: a kind of record
 * @field: the name of one of its fields
 *
 * Returns: whether the window's audience may see that field at all
 */
gboolean
kith_binder_sees (KithViewer *viewer, KithKind kind, const char *field)
{
  const KithField *entry = kith_kind_field (kind, field);

  g_assert (entry != NULL);
  return kith_viewer_get_view (viewer)->audience <= entry->audience;
}

/**
 * kith_binder_new:
 * @viewer: whose map is shown and edited
 * @kind: the kind of the records
 *
 * Returns: (transfer full): a binder that commits by itself
 */
KithBinder *
kith_binder_new (KithViewer *viewer, KithKind kind)
{
  KithBinder *self = g_new0 (KithBinder, 1);

  self->viewer = g_object_ref (viewer);
  self->kind = kind;
  self->bindings = g_ptr_array_new_with_free_func (binding_free);
  return self;
}

/**
 * kith_binder_new_draft:
 * @viewer: decides what may be seen
 * @draft: (transfer full): a record that is being made or changed
 *
 * Returns: (transfer full): a binder that writes into the draft when it is flushed
 */
KithBinder *
kith_binder_new_draft (KithViewer *viewer, gpointer draft)
{
  KithBinder *self = kith_binder_new (viewer, KITH_KIND (draft));

  self->draft = draft;
  self->id = KITH_ID (draft);
  return self;
}

/**
 * kith_binder_free:
 * @self: a binder
 *
 * What is typed and not committed is lost: flush it before.
 */
void
kith_binder_free (KithBinder *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  for (guint i = 0; i < self->bindings->len; i++)
    disconnect_binder (g_ptr_array_index (self->bindings, i));
  g_ptr_array_unref (self->bindings);
  g_clear_pointer (&self->draft, kith_record_unref);
  g_object_unref (self->viewer);
  g_free (self);
}

/**
 * kith_binder_bind:
 * @self: a binder
 * @field: the name of a field of its kind
 * @widget: what shows it
 *
 * Returns: whether the audience sees it; if not, its row has been removed
 */
gboolean
kith_binder_bind (KithBinder *self, const char *field, GtkWidget *widget)
{
  Binding *binding;

  if (!kith_binder_sees (self->viewer, self->kind, field))
    {
      kith_widget_remove (widget);
      return FALSE;
    }
  binding = g_new0 (Binding, 1);
  binding->binder = self;
  binding->field = kith_kind_field (self->kind, field);
  binding->handler = kith_binder_handler_for (widget);
  binding->widget = g_object_ref (widget);
  self->loading = TRUE;
  if (binding->handler->set_up != NULL)
    binding->handler->set_up (widget, binding->field);
  self->loading = FALSE;
  connect_signals (binding);
  g_ptr_array_add (self->bindings, binding);
  return TRUE;
}

/**
 * kith_binder_set_labels:
 * @self: a binder
 * @field: the name of a field that is joined to an AdwComboRow
 * @labels: (array zero-terminated=1): a label for each value
 */
void
kith_binder_set_labels (KithBinder *self, const char *field, const char *const *labels)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (labels);

  for (guint i = 0; i < self->bindings->len; i++)
    {
      Binding *binding = g_ptr_array_index (self->bindings, i);
      gconstpointer record = shown_record (self);

      if (!g_str_equal (binding->field->name, field))
        continue;
      self->loading = TRUE;
      adw_combo_row_set_model (ADW_COMBO_ROW (binding->widget), G_LIST_MODEL (list));
      self->loading = FALSE;
      if (record != NULL)
        load (binding, record);
    }
}

/**
 * kith_binder_show:
 * @self: a binder
 * @id: the record to show
 */
void
kith_binder_show (KithBinder *self, KithId id)
{
  commit_all (self, TRUE);
  if (self->id != id)
    for (guint i = 0; i < self->bindings->len; i++)
      {
        Binding *binding = g_ptr_array_index (self->bindings, i);

        g_clear_pointer (&binding->shown, g_free);
        binding->dirty = FALSE;
      }
  self->id = id;
  kith_binder_refresh (self);
}

/**
 * kith_binder_refresh:
 * @self: a binder
 */
void
kith_binder_refresh (KithBinder *self)
{
  gconstpointer record = shown_record (self);

  if (record == NULL)
    return;
  for (guint i = 0; i < self->bindings->len; i++)
    refresh (g_ptr_array_index (self->bindings, i), record);
}

/**
 * kith_binder_flush:
 * @self: a binder
 *
 * Returns: whether all that was typed could be taken
 */
gboolean
kith_binder_flush (KithBinder *self)
{
  return commit_all (self, TRUE);
}

gboolean
kith_binder_is_touched (KithBinder *self)
{
  for (guint i = 0; i < self->bindings->len; i++)
    if (((const Binding *) self->bindings->pdata[i])->dirty)
      return TRUE;
  return FALSE;
}

/**
 * kith_binder_get_draft:
 * @self: a binder made with kith_binder_new_draft()
 *
 * Returns: (transfer none): the record as of the last flush
 */
gpointer
kith_binder_get_draft (KithBinder *self)
{
  return self->draft;
}
