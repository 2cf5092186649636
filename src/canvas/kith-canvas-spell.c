/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: typing a name goes to whoever bears it.
 *
 * Letters that are no commands (all but N and L) begin it, and "/" begins it for any name. From then
 * on all letters, digits and blanks belong to the name, until nothing has been typed for a while;
 * where "/" has begun it there is no hurry, and it lasts until Escape, a click or another command.
 * While somebody to link to is picked there are no commands: the link goes to who bears the name, once
 * Enter is pressed. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-canvas-private.h"
#include "kith-name-search.h"

#define REST 1800  /* milliseconds after a key */
#define LONGEST 60 /* letters */

static void
show (KithCanvas *self, KithId found)
{
  const KithStakeholder *one = kith_map_stakeholder (kith_viewer_get_map (self->viewer), found);
  guint n = self->spelt_ids->len;
  g_autofree char *count = NULL;
  g_autofree char *said = NULL;

  if (self->spelt->len == 0)
    count = g_strdup (_ ("type a name"));
  else if (n == 0)
    count = g_strdup (_ ("nobody of that name"));
  else
    /* Translators: which of how many: "2 of 5". */
    count = g_strdup_printf (_ ("%u of %u"), self->spelt_at + 1, n);
  gtk_label_set_text (GTK_LABEL (self->spelt_text), self->spelt->str);
  gtk_label_set_text (GTK_LABEL (self->spelt_count), count);
  gtk_widget_set_visible (self->spelt_text, self->spelt->len > 0);
  gtk_widget_set_visible (self->spelt_pill, TRUE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  /* Translators: a name, and which of how many: "Northmoor Police, 2 of 5". */
  said = one != NULL ? g_strdup_printf (_ ("%s, %s"), one->name, count) : g_strdup (count);
  kith_viewer_announce (self->viewer, said);
}

static gboolean
aims (KithCanvas *self)
{
  return self->tool != NULL && self->tool->class->aim != NULL;
}

/* Those that a filter does not hide. */
static GArray *
find_all (KithCanvas *self)
{
  GArray *ids = kith_names_beginning (kith_viewer_get_map (self->viewer), self->spelt->str);
  guint kept = 0;

  for (guint i = 0; i < ids->len; i++)
    {
      KithId id = g_array_index (ids, KithId, i);

      if (kith_figures_passes (self->figures, id))
        g_array_index (ids, KithId, kept++) = id;
    }
  return g_array_set_size (ids, kept);
}

static void
go (KithCanvas *self)
{
  KithId id = 0;

  if (self->spelt_ids->len > 0)
    id = g_array_index (self->spelt_ids, KithId, self->spelt_at);
  if (aims (self))
    self->tool->class->aim (self->tool, id);
  else if (id != 0)
    kith_viewer_select_only (self->viewer, id);
  if (id != 0)
    kith_canvas_show (self, id);
  show (self, id);
}

static void
look (KithCanvas *self)
{
  g_clear_pointer (&self->spelt_ids, g_array_unref);
  self->spelt_ids = find_all (self);
  self->spelt_at = 0;
  go (self);
}

static void
step (KithCanvas *self, int by)
{
  int n = (int) self->spelt_ids->len;

  if (n > 0)
    self->spelt_at = (guint) (((int) self->spelt_at + by + n) % n);
  go (self);
}

/* Ends it; whoever was found stays selected. */
void
kith_canvas_end_spelling (KithCanvas *self)
{
  if (self->spelt == NULL)
    return;
  g_clear_handle_id (&self->spelt_rest, g_source_remove);
  g_string_free (self->spelt, TRUE);
  self->spelt = NULL;
  g_clear_pointer (&self->spelt_ids, g_array_unref);
  g_clear_pointer (&self->spelt_before, g_array_unref);
  gtk_widget_set_visible (self->spelt_pill, FALSE);
}

static void
cancel (KithCanvas *self)
{
  g_autoptr (GArray) before = g_array_ref (self->spelt_before);

  kith_canvas_end_spelling (self);
  kith_viewer_select (self->viewer, (const KithId *) (gpointer) before->data, before->len, FALSE);
}

static gboolean
on_rest (gpointer data)
{
  KithCanvas *self = data;

  self->spelt_rest = 0;
  kith_canvas_end_spelling (self);
  return G_SOURCE_REMOVE;
}

static void
wait (KithCanvas *self)
{
  g_clear_handle_id (&self->spelt_rest, g_source_remove);
  if (!self->spelt_slowly)
    self->spelt_rest = g_timeout_add (REST, on_rest, self);
}

static gboolean
begin (KithCanvas *self, gunichar letter)
{
  gboolean slash = letter == '/' || letter == '\'';

  if ((self->tool != NULL && !aims (self)) || (!slash && !g_unichar_isalpha (letter))
      || (!aims (self) && letter < 128 && strchr ("nlNL", (int) letter) != NULL))
    return FALSE;
  self->spelt = g_string_new (NULL);
  self->spelt_before = kith_viewer_dup_selection (self->viewer);
  self->spelt_slowly = slash;
  if (!slash)
    g_string_append_unichar (self->spelt, letter);
  look (self);
  return TRUE;
}

static gboolean
go_on (KithCanvas *self, guint keyval, gunichar letter)
{
  const char *text = self->spelt->str;

  if (keyval == GDK_KEY_BackSpace && self->spelt->len > 0)
    g_string_truncate (self->spelt, (gsize) (g_utf8_prev_char (text + self->spelt->len) - text));
  else if (letter != 0 && g_unichar_isprint (letter) && self->spelt->len < LONGEST
           && (letter != ' ' || self->spelt->len > 0))
    g_string_append_unichar (self->spelt, letter);
  else
    return FALSE;
  look (self);
  return TRUE;
}

/* What a key that is no combination means for a name; FALSE: nothing, and it is free for others. */
gboolean
kith_canvas_spell (KithCanvas *self, guint keyval)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  gboolean used = TRUE;

  if (self->spelt == NULL)
    used = begin (self, letter);
  else if (keyval == GDK_KEY_Escape)
    cancel (self);
  else if (aims (self) && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter))
    used = FALSE; /* the link's */
  else if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_Down)
    step (self, 1);
  else if (keyval == GDK_KEY_Up)
    step (self, -1);
  else
    used = go_on (self, keyval, letter);
  if (used && self->spelt != NULL)
    wait (self);
  else if (!used)
    kith_canvas_end_spelling (self);
  return used;
}

/* Letters that are typed with Shift are letters, too. */
gboolean
kith_canvas_is_spelling (KithCanvas *self)
{
  return self->spelt != NULL;
}

void
kith_canvas_spell_init (KithCanvas *self)
{
  self->spelt_pill = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  self->spelt_text = gtk_label_new ("");
  self->spelt_count = gtk_label_new ("");
  gtk_widget_add_css_class (self->spelt_pill, "kith-card");
  gtk_widget_add_css_class (self->spelt_pill, "kith-pill");
  gtk_widget_add_css_class (self->spelt_text, "heading");
  gtk_widget_add_css_class (self->spelt_count, "dim-label");
  gtk_label_set_ellipsize (GTK_LABEL (self->spelt_text), PANGO_ELLIPSIZE_START);
  gtk_box_append (GTK_BOX (self->spelt_pill), self->spelt_text);
  gtk_box_append (GTK_BOX (self->spelt_pill), self->spelt_count);
  gtk_widget_set_can_target (self->spelt_pill, FALSE);
  gtk_widget_set_visible (self->spelt_pill, FALSE);
  gtk_widget_set_parent (self->spelt_pill, GTK_WIDGET (self));
}
