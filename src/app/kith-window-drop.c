/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is dropped on a window: a picture lies under the map or belongs to a stakeholder, maps open, tables begin an import, a map as JSON opens as a map of
 * its own, text becomes stakeholders. While something is held over it the window says what will be. */
#include <glib/gi18n.h>
#include <string.h>

#include "kith-file.h"
#include "kith-import-dialog.h"
#include "kith-json.h"
#include "kith-open.h"
#include "kith-status.h"
#include "kith-window-private.h"

typedef enum
{
  MAP,
  TABLE,
  JSON,
  PICTURE,
  OTHER,
  N_SORTS,
} Sort;

/* The files of one drop by what they are. */
typedef struct
{
  GListStore *files[N_SORTS];
} Drop;

static Sort
sort_of (GFile *file)
{
  static const struct
  {
    const char *end;
    Sort sort;
  } ends[] = { { ".kith", MAP },     { ".csv", TABLE },   { ".tsv", TABLE },    { ".txt", TABLE },
               { ".tab", TABLE },    { ".json", JSON },   { ".png", PICTURE },  { ".jpg", PICTURE },
               { ".jpeg", PICTURE }, { ".svg", PICTURE }, { ".webp", PICTURE }, { ".gif", PICTURE },
               { ".bmp", PICTURE },  { ".tif", PICTURE }, { ".tiff", PICTURE } };
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *small = g_ascii_strdown (name != NULL ? name : "", -1);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (small, ends[i].end))
      return ends[i].sort;
  return OTHER;
}

static void
drop_clear (Drop *drop)
{
  for (guint i = 0; i < N_SORTS; i++)
    g_clear_object (&drop->files[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Drop, drop_clear)

static void
drop_init (Drop *drop, GSList *files)
{
  for (guint i = 0; i < N_SORTS; i++)
    drop->files[i] = g_list_store_new (G_TYPE_FILE);
  for (GSList *l = files; l != NULL; l = l->next)
    g_list_store_append (drop->files[sort_of (l->data)], l->data);
}

static guint
count (const Drop *drop, Sort sort)
{
  return g_list_model_get_n_items (G_LIST_MODEL (drop->files[sort]));
}

static char *
name_of (const Drop *drop, Sort sort)
{
  g_autoptr (GFile) file = g_list_model_get_item (G_LIST_MODEL (drop->files[sort]), 0);
  g_autofree char *name = g_file_get_basename (file);

  return g_filename_display_name (name != NULL ? name : "");
}

static char *
refusal (const Drop *drop)
{
  g_autofree char *name = name_of (drop, OTHER);

  return g_strdup_printf (_ ("“%s” cannot be put here. Drop maps (.kith), tables (.csv, .tsv, "
                             ".txt), a map as JSON (.json), pictures (.png, .jpg), or text."),
                          name);
}

static const char *
too_many (void)
{
  return _ ("These are more tables than belong to one map.");
}

/* What letting go will do, in words. */
static char *
words_of_files (GSList *files)
{
  g_auto (Drop) drop = { { NULL } };
  g_autofree char *name = NULL;
  guint maps, tables;

  drop_init (&drop, files);
  maps = count (&drop, MAP) + count (&drop, JSON);
  tables = count (&drop, TABLE);
  if (count (&drop, OTHER) > 0)
    return refusal (&drop);
  if (count (&drop, PICTURE) > 0 && maps + tables == 0)
    return g_strdup (_ ("Put it on a stakeholder, or under the map"));
  if (tables > KITH_IMPORT_MOST_TABLES)
    return g_strdup (too_many ());
  if (maps > 0 && tables > 0)
    return g_strdup (_ ("Open the maps, import the tables"));
  if (tables > 1)
    return g_strdup_printf (ngettext ("Import %u table", "Import %u tables", tables), tables);
  if (maps > 1)
    return g_strdup_printf (ngettext ("Open %u map", "Open %u maps", maps), maps);
  name = name_of (&drop, tables > 0 ? TABLE : count (&drop, MAP) > 0 ? MAP : JSON);
  return g_strdup_printf (tables > 0 ? _ ("Import “%s”") : _ ("Open “%s”"), name);
}

static void
open_json (KithWindow *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = path != NULL ? kith_file_read (path, &error)
                                          : g_file_load_bytes (file, NULL, NULL, &error);
  g_autoptr (KithMap) map = bytes != NULL ? kith_map_from_json (bytes, &error) : NULL;

  if (map == NULL)
    kith_window_complain (self, error->message);
  else
    kith_open_map (self, map);
}

/* The window that takes what goes into a map: this one, with a new map if it has none. */
static KithWindow *
with_map (KithWindow *self)
{
  g_autoptr (KithMap) map = NULL;

  if (self->document != NULL)
    return self;
  map = kith_map_new ();
  return kith_open_map (self, map);
}

/* On a stakeholder the first picture is its own; all others lie under the map. */
static void
take_pictures (KithWindow *self, const Drop *drop, double x, double y)
{
  KithWindow *window = count (drop, PICTURE) > 0 ? with_map (self) : NULL;
  KithId owner = 0;

  if (window == NULL)
    return;
  if (window == self)
    {
      gtk_widget_translate_coordinates (GTK_WIDGET (self->pages), GTK_WIDGET (self->canvas), x, y,
                                        &x, &y);
      owner = kith_canvas_get_stakeholder_at (self->canvas, x, y);
    }
  for (guint i = 0; i < count (drop, PICTURE); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (G_LIST_MODEL (drop->files[PICTURE]), i);

      kith_window_take_picture (window, file, i == 0 ? owner : 0);
    }
}

void
kith_window_drop_files (KithWindow *self, GSList *files, double x, double y)
{
  g_auto (Drop) drop = { { NULL } };
  KithWindow *window = self;

  drop_init (&drop, files);
  kith_window_flush (self);
  if (count (&drop, TABLE) > KITH_IMPORT_MOST_TABLES)
    kith_window_complain (self, too_many ());
  else if (count (&drop, TABLE) > 0 && (window = with_map (self)) != NULL)
    kith_import_dialog_open_files (window, G_LIST_MODEL (drop.files[TABLE]));
  take_pictures (self, &drop, x, y);
  for (guint i = 0; i < count (&drop, MAP); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (G_LIST_MODEL (drop.files[MAP]), i);

      kith_open_file (self, file);
    }
  for (guint i = 0; i < count (&drop, JSON); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (G_LIST_MODEL (drop.files[JSON]), i);

      open_json (self, file);
    }
  if (count (&drop, OTHER) > 0)
    {
      g_autofree char *words = refusal (&drop);

      kith_window_complain (self, words);
    }
}

static void
drop_text (KithWindow *self, const char *text, double x, double y)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  KithWindow *window;

  if (*stripped == '\0')
    {
      kith_window_say (self, _ ("There was no text in what was dropped."));
      return;
    }
  kith_window_flush (self);
  window = with_map (self);
  if (window == NULL)
    return;
  if (window == self)
    gtk_widget_translate_coordinates (GTK_WIDGET (self->pages), GTK_WIDGET (self->canvas), x, y, &x,
                                      &y);
  kith_canvas_drop_text (window->canvas, text, x, y);
}

static void
show_words (KithWindow *self, const char *words)
{
  if (words != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->pages), "drop");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->pages), "drop");
  gtk_widget_set_visible (GTK_WIDGET (self->drop_words), words != NULL);
  if (words != NULL)
    kith_status_set_text (self->drop_words, words);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, KithWindow *self)
{
  show_words (self, NULL);
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    kith_window_drop_files (self, g_value_get_boxed (value), x, y);
  else if (G_VALUE_HOLDS (value, G_TYPE_STRING))
    drop_text (self, g_value_get_string (value), x, y);
  else
    return FALSE;
  return TRUE;
}

/* What is held becomes known a moment after it has come over the window. */
static void
on_value (GtkDropTarget *target, GParamSpec *property, KithWindow *self)
{
  const GValue *value = gtk_drop_target_get_value (target);
  g_autofree char *words = NULL;

  if (value == NULL)
    return;
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    words = words_of_files (g_value_get_boxed (value));
  else
    words = g_strdup (_ ("Add the names as stakeholders"));
  show_words (self, words);
}

static GdkDragAction
on_enter (GtkDropTarget *target, double x, double y, KithWindow *self)
{
  show_words (self, _ ("Drop here"));
  return GDK_ACTION_COPY;
}

static void
on_leave (GtkDropTarget *target, KithWindow *self)
{
  show_words (self, NULL);
}

void
kith_window_init_drop (KithWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, (GType[]){ GDK_TYPE_FILE_LIST, G_TYPE_STRING }, 2);
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect (target, "enter", G_CALLBACK (on_enter), self);
  g_signal_connect (target, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect (target, "notify::value", G_CALLBACK (on_value), self);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self->pages), GTK_EVENT_CONTROLLER (target));
}
