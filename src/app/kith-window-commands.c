/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands: every action of the key table by its name. */
#include <glib/gi18n.h>

#include "kith-keys.h"
#include "kith-search.h"
#include "kith-verbs-several.h"
#include "kith-window-private.h"

typedef struct
{
  guint key; /* place in kith_keys */
  guint fit;
  gboolean enabled;
} Command;

/* What pinning does to what is selected; NULL: nothing. */
char *
kith_window_pin_words (KithWindow *self)
{
  g_autoptr (GArray) ids = NULL;

  if (self->document == NULL)
    return NULL;
  ids = kith_viewer_dup_selection (self->viewer);
  return kith_pin_to_words (kith_viewer_get_map (self->viewer),
                            (const KithId *) (gpointer) ids->data, ids->len);
}

/* As it would be done now. */
static char *
title_of (KithWindow *self, const KithKey *key)
{
  char *words = g_strcmp0 (key->action, "win.pin") == 0 ? kith_window_pin_words (self) : NULL;

  return words != NULL ? words : g_strdup (_ (key->title));
}

static gboolean
is_enabled (KithWindow *self, const char *action)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  const char *bare;

  if (!g_action_parse_detailed_name (action, &name, &target, NULL))
    return FALSE;
  bare = name + 4; /* "app." or "win." */
  if (g_str_has_prefix (name, "app."))
    return g_action_group_get_action_enabled (G_ACTION_GROUP (application), bare);
  return g_action_group_get_action_enabled (G_ACTION_GROUP (self), bare);
}

/* What can be done now first, then what fits best, then as the table has it. */
static int
compare (gconstpointer a, gconstpointer b)
{
  const Command *x = a, *y = b;

  if (x->enabled != y->enabled)
    return x->enabled ? -1 : 1;
  if (x->fit != y->fit)
    return x->fit > y->fit ? -1 : 1;
  return x->key < y->key ? -1 : x->key > y->key;
}

static GArray *
list_commands (KithWindow *self, const char *words)
{
  GArray *commands = g_array_new (FALSE, FALSE, sizeof (Command));
  const char *group = "";

  for (guint i = 0; i < kith_n_keys; i++)
    {
      Command command = { i, kith_search_fuzzy (_ (kith_keys[i].title), words) * 2, FALSE };

      if (kith_keys[i].group != NULL)
        group = _ (kith_keys[i].group);
      if (kith_keys[i].action == NULL)
        continue;
      if (command.fit == 0)
        command.fit = kith_search_fuzzy (group, words) > 0 ? 1 : 0;
      command.enabled = is_enabled (self, kith_keys[i].action);
      if (command.fit > 0)
        g_array_append_val (commands, command);
    }
  g_array_sort (commands, compare);
  return commands;
}

/* The first of its shortcuts, as a person reads it; NULL where there is none. */
static char *
shortcut_of (const KithKey *key)
{
  g_auto (GStrv) keys = g_strsplit (key->keys, " ", -1);
  GdkModifierType state;
  guint keyval;

  if (keys[0] == NULL || !gtk_accelerator_parse (keys[0], &keyval, &state))
    return NULL;
  return gtk_accelerator_get_label (keyval, state);
}

static char *
say_how_many (const GArray *commands)
{
  if (commands->len == 0)
    return g_strdup (_ ("There is no such command"));
  if (!g_array_index (commands, Command, 0).enabled)
    return g_strdup (_ ("None of these can be done just now"));
  return g_strdup_printf (ngettext ("%u command", "%u commands", commands->len), commands->len);
}

static void
commands_search (KithFinder *finder, const char *words, gpointer data)
{
  KithWindow *self = data;
  g_autoptr (GArray) commands = list_commands (self, words);
  g_autofree char *said = say_how_many (commands);

  for (guint i = 0; i < commands->len; i++)
    {
      const Command *command = &g_array_index (commands, Command, i);
      g_autofree char *title = title_of (self, &kith_keys[command->key]);
      g_autofree char *shortcut = shortcut_of (&kith_keys[command->key]);
      KithFinderItem item = {
        .id = command->key,
        .title = title,
        .side = shortcut,
        .words = words,
        .is_disabled = !command->enabled,
      };

      kith_finder_add (finder, &item);
    }
  kith_finder_say (finder, said);
}

static void
commands_take (gint64 id, gpointer data)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (g_action_parse_detailed_name (kith_keys[id].action, &name, &target, NULL))
    gtk_widget_activate_action_variant (data, name, target);
}

static const KithFinderSource commands = {
  .name = N_ ("Commands"),
  .hint = N_ ("Type what you want to do"),
  .search = commands_search,
  .take = commands_take,
};

void
kith_window_commands (KithWindow *self)
{
  kith_window_flush (self);
  kith_finder_open (self->finder, &commands, self);
}
