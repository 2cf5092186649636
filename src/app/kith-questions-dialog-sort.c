/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers as cards in columns, one a position: dragged, by the arrow keys and digits, or by a card's
 * menu. */
#include "kith-questions-dialog-private.h"

#include <glib/gi18n.h>

#include "kith-opinion.h"
#include "kith-palette.h"
#include "kith-question.h"
#include "kith-verbs-question.h"
#include "kith-verbs.h"

#define COLUMN 220 /* pixels */

static KithMap *
whole_map (KithQuestionsDialog *self)
{
  return kith_viewer_get_whole_map (self->viewer);
}

static KithId
id_of (gpointer widget, const char *key)
{
  const KithId *id = g_object_get_data (G_OBJECT (widget), key);

  return id != NULL ? *id : 0;
}

static void
put_id (gpointer widget, const char *key, KithId id)
{
  g_object_set_data_full (G_OBJECT (widget), key, g_memdup2 (&id, sizeof id), g_free);
}

/* --- Moving a card --- */

static void
tell_move (KithQuestionsDialog *self, const KithAnswer *answer, KithId position)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  const KithPosition *to = position != 0 ? kith_map_get (map, KITH_POSITION, position) : NULL;
  const KithStakeholder *who = kith_map_stakeholder (map, answer->stakeholder);
  g_autofree char *words = NULL;

  if (who == NULL)
    return;
  /* Translators: whose answer is in which position now: "Police: No beds" */
  words = g_strdup_printf (_ ("%s: %s"), who->name, to != NULL ? to->title : _ ("Not sorted yet"));
  kith_questions_dialog_tell (self, words);
}

static void
move_to (KithQuestionsDialog *self, KithId answer, KithId position)
{
  GError *error = NULL;
  KithEdit *edit = kith_verb_sort_answer (whole_map (self), answer, position, &error);
  const KithAnswer *moved;

  self->moved = answer;
  if (!kith_viewer_perform (self->viewer, edit, error))
    return;
  moved = kith_map_get (kith_viewer_get_map (self->viewer), KITH_ANSWER, answer);
  if (moved != NULL)
    tell_move (self, moved, position);
}

/* The position in that column; column 0 is of those not sorted yet. */
static gboolean
position_at (KithQuestionsDialog *self, int column, KithId *position)
{
  g_autoptr (GPtrArray) all = kith_positions_of (kith_viewer_get_map (self->viewer),
                                                 self->question);

  if (column < 0 || column > (int) all->len)
    return FALSE;
  *position = column == 0 ? 0 : KITH_ID (all->pdata[column - 1]);
  return TRUE;
}

static int
column_of (KithQuestionsDialog *self, KithId position)
{
  KithId at;

  for (int column = 0; position_at (self, column, &at); column++)
    if (at == position)
      return column;
  return 0;
}

static void
toggle_solution (KithQuestionsDialog *self, KithId id)
{
  const KithAnswer *answer = kith_map_get (whole_map (self), KITH_ANSWER, id);
  GError *error = NULL;
  KithEdit *edit;

  if (answer == NULL)
    return;
  edit = kith_verb_set_answer_kind (whole_map (self), id,
                                    answer->kind == KITH_ANSWER_SOLUTION ? KITH_ANSWER_PLAIN
                                                                         : KITH_ANSWER_SOLUTION,
                                    &error);
  self->moved = id;
  kith_viewer_perform (self->viewer, edit, error);
}

static gboolean
on_card_key (GtkEventControllerKey *keys,
             guint keyval,
             guint code,
             GdkModifierType state,
             KithQuestionsDialog *self)
{
  GtkWidget *card = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));
  KithId answer = id_of (card, "answer");
  int column = column_of (self, id_of (card, "position"));
  guint32 letter = gdk_keyval_to_unicode (gdk_keyval_to_lower (keyval));
  KithId position;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0
      || gtk_window_get_focus (GTK_WINDOW (self)) != card) /* but its menu's */
    return GDK_EVENT_PROPAGATE;
  if (letter == 's')
    toggle_solution (self, answer);
  else if (keyval == GDK_KEY_Menu)
    gtk_menu_button_popup (g_object_get_data (G_OBJECT (card), "menu"));
  else if (keyval == GDK_KEY_Left && position_at (self, column - 1, &position))
    move_to (self, answer, position);
  else if (keyval == GDK_KEY_Right && position_at (self, column + 1, &position))
    move_to (self, answer, position);
  else if (letter >= '0' && letter <= '9' && position_at (self, (int) letter - '0', &position))
    move_to (self, answer, position);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static KithId
read_id (const char *text)
{
  gint64 id = 0;

  g_ascii_string_to_signed (text, 10, 0, G_MAXINT64, &id, NULL);
  return id;
}

static void
on_to (GSimpleAction *action, GVariant *value, gpointer data)
{
  g_auto (GStrv) ids = g_strsplit (g_variant_get_string (value, NULL), ":", 2);

  if (g_strv_length (ids) == 2)
    move_to (data, read_id (ids[0]), read_id (ids[1]));
}

static void
on_solution (GSimpleAction *action, GVariant *value, gpointer data)
{
  toggle_solution (data, read_id (g_variant_get_string (value, NULL)));
}

static const GActionEntry actions[] = {
  { "to", on_to, "s" },
  { "solution", on_solution, "s" },
};

/* --- Dragging --- */

static GdkContentProvider *
on_prepare (GtkDragSource *source, double x, double y, GtkWidget *card)
{
  return gdk_content_provider_new_typed (G_TYPE_INT64, id_of (card, "answer"));
}

static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag, GtkWidget *card)
{
  GtkWidget *label = gtk_label_new (g_object_get_data (G_OBJECT (card), "name"));

  gtk_widget_add_css_class (label, "kith-dragged");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, KithQuestionsDialog *self)
{
  GtkWidget *column = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));

  move_to (self, g_value_get_int64 (value), id_of (column, "position"));
  return TRUE;
}

/* --- A card --- */

static GMenu *
card_menu (KithQuestionsDialog *self, const KithAnswer *answer)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) to = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();
  KithMap *map = kith_viewer_get_map (self->viewer);
  g_autofree char *solution = g_strdup_printf ("sort.solution::%" G_GINT64_FORMAT,
                                               answer->record.id);
  KithId position;

  for (int column = 0; position_at (self, column, &position); column++)
    {
      const KithPosition *one = position != 0 ? kith_map_get (map, KITH_POSITION, position) : NULL;
      g_autofree char *name = g_strdup_printf ("sort.to::%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT,
                                               answer->record.id, position);
      g_autofree char *label = g_strdup_printf ("%d %s", column,
                                                one != NULL ? one->title : _ ("Not sorted yet"));

      if (position != answer->position)
        g_menu_append (to, label, name);
    }
  g_menu_append_section (menu, _ ("Move To"), G_MENU_MODEL (to));
  g_menu_append (more,
                 answer->kind == KITH_ANSWER_SOLUTION ? _ ("It Is No _Solution")
                                                      : _ ("It Is a _Solution"),
                 solution);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  return menu;
}

static void
add_words (GtkBox *box, const char *text, int lines, const char *style)
{
  gtk_box_append (box, g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                     "wrap-mode", PANGO_WRAP_WORD_CHAR, "lines", lines, "ellipsize",
                                     PANGO_ELLIPSIZE_END, "hexpand", TRUE, "max-width-chars", 20,
                                     "css-classes", (const char *[]){ style, NULL }, NULL));
}

static void
add_card_hands (KithQuestionsDialog *self, GtkWidget *card)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkDragSource *source = gtk_drag_source_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_card_key), self);
  gtk_widget_add_controller (card, keys);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_prepare), card);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_drag_begin), card);
  gtk_widget_add_controller (card, GTK_EVENT_CONTROLLER (source));
}

static void
add_card_menu (KithQuestionsDialog *self,
               GtkWidget *card,
               GtkBox *line,
               const KithAnswer *answer,
               const char *who)
{
  g_autoptr (GMenu) menu = card_menu (self, answer);
  GtkWidget *button = gtk_menu_button_new ();
  /* Translators: what a button does to the answer of a stakeholder */
  g_autofree char *words = g_strdup_printf (_ ("Move the answer of %s"), who);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "kith-small");
  kith_widget_set_name (button, words);
  gtk_widget_set_tooltip_text (button, words);
  g_object_set_data (G_OBJECT (card), "menu", button);
  gtk_box_append (line, button);
}

static GtkWidget *
new_card (KithQuestionsDialog *self, const KithAnswer *answer, const KithStakeholder *who)
{
  GtkWidget *card = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                 2, "hexpand", TRUE, NULL);
  g_autofree char *name = g_strdup_printf ("%s: %s%s%s", who->name, answer->text,
                                           answer->kind == KITH_ANSWER_SOLUTION ? ", " : "",
                                           answer->kind == KITH_ANSWER_SOLUTION ? _ ("A solution")
                                                                                : "");

  gtk_widget_add_css_class (card, "kith-card");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (card), line);
  gtk_box_append (GTK_BOX (line), box);
  add_words (GTK_BOX (box), kith_stakeholder_short_name (who), 2, "heading");
  add_words (GTK_BOX (box), answer->text, 6, "body");
  if (answer->kind == KITH_ANSWER_SOLUTION)
    add_words (GTK_BOX (box), _ ("A solution"), 1, "caption-heading");
  add_card_menu (self, card, GTK_BOX (line), answer, who->name);
  put_id (card, "answer", answer->record.id);
  put_id (card, "position", answer->position);
  g_object_set_data_full (G_OBJECT (card), "name", g_strdup (who->name), g_free);
  kith_widget_set_name (card, name);
  kith_widget_set_tip (card, answer->text);
  add_card_hands (self, card);
  return card;
}

/* --- A column --- */

static void
rename_to (KithQuestionsDialog *self, GtkWidget *entry)
{
  KithId id = id_of (entry, "position");
  const KithPosition *position = kith_map_get (whole_map (self), KITH_POSITION, id);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  GError *error = NULL;
  KithEdit *edit;

  /* what nobody has typed is no new name, though it has another by now: from elsewhere, or undone */
  if (self->filling || position == NULL || g_str_equal (position->title, text)
      || g_strcmp0 (g_object_get_data (G_OBJECT (entry), "title"), text) == 0)
    return;
  edit = kith_verb_rename_position (whole_map (self), id, text, &error);
  kith_viewer_perform (self->viewer, edit, error);
}

static void
on_title (GtkEntry *entry, KithQuestionsDialog *self)
{
  rename_to (self, GTK_WIDGET (entry));
}

static void
on_title_left (GtkEventControllerFocus *focus, KithQuestionsDialog *self)
{
  GtkWidget *entry = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus));

  if (self->viewer != NULL && gtk_widget_get_root (entry) != NULL && self->question != 0)
    rename_to (self, entry);
}

static void
on_delete (GtkButton *button, KithQuestionsDialog *self)
{
  KithId id = id_of (button, "position");

  kith_viewer_perform (self->viewer, kith_verb_delete (whole_map (self), &id, 1, NULL), NULL);
}

static void
draw_letter (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  const KithPalette *palette = data;
  const int *colour = g_object_get_data (G_OBJECT (area), "colour");
  KithSectorColours tint = kith_palette_tint (palette, KITH_TINT_SECTOR + *colour);

  cairo_arc (cr, width / 2.0, height / 2.0, width / 2.0 - 1, 0, 2 * G_PI);
  kith_colour_set (cr, &tint.fill);
  cairo_fill_preserve (cr);
  kith_colour_set (cr, &tint.accent);
  cairo_set_line_width (cr, 1.6);
  cairo_stroke (cr);
}

static GtkWidget *
letter_disc (KithQuestionsDialog *self, const KithPosition *position)
{
  const KithPalette *palette = kith_palette_get (kith_viewer_get_view (self->viewer)->palette);
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *area = gtk_drawing_area_new ();
  GtkWidget *label;
  char letter[4];

  kith_position_letter (kith_viewer_get_map (self->viewer), position->record.id, letter);
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), 26);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), 26);
  g_object_set_data_full (G_OBJECT (area), "colour",
                          g_memdup2 (&position->colour, sizeof position->colour), g_free);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_letter, (gpointer) palette, NULL);
  label = g_object_new (GTK_TYPE_LABEL, "label", letter, "css-classes",
                        (const char *[]){ "heading", NULL }, NULL);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), area);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), label);
  gtk_widget_set_valign (overlay, GTK_ALIGN_CENTER);
  return overlay;
}

static void
add_position_head (KithQuestionsDialog *self, GtkBox *line, const KithPosition *position)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  GtkEventController *focus = gtk_event_controller_focus_new ();
  gboolean past = kith_viewer_is_past (self->viewer);
  g_autofree char *name = g_strdup_printf (_ ("Name of the position: %s"), position->title);
  g_autofree char *words = g_strdup_printf (_ ("Delete the position “%s”; its answers stay"),
                                            position->title);

  gtk_box_append (line, letter_disc (self, position));
  gtk_editable_set_text (GTK_EDITABLE (entry), position->title);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_widget_set_sensitive (entry, !past);
  gtk_widget_set_sensitive (button, !past);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_widget_set_tooltip_text (entry, position->title);
  put_id (entry, "position", position->record.id);
  g_object_set_data_full (G_OBJECT (entry), "title", g_strdup (position->title), g_free);
  kith_widget_set_name (entry, name);
  g_signal_connect (entry, "activate", G_CALLBACK (on_title), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_title_left), self);
  gtk_widget_add_controller (entry, focus);
  gtk_box_append (line, entry);
  put_id (button, "position", position->record.id);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, words);
  kith_widget_set_name (button, words);
  g_signal_connect (button, "clicked", G_CALLBACK (on_delete), self);
  gtk_box_append (line, button);
}

static guint
add_cards (KithQuestionsDialog *self, GtkListBox *list, KithId position)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  g_autoptr (GPtrArray) all = kith_map_list (map, KITH_STAKEHOLDER);
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const KithAnswer *answer = kith_answer_of (map, self->question, KITH_ID (all->pdata[i]));
      KithId at = answer != NULL && kith_map_get (map, KITH_POSITION, answer->position) != NULL
                      ? answer->position
                      : 0;

      if (answer == NULL || at != position)
        continue;
      gtk_list_box_append (list, new_card (self, answer, all->pdata[i]));
      n++;
    }
  return n;
}

static void
add_column (KithQuestionsDialog *self, const KithPosition *position)
{
  GtkWidget *column = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                                    "spacing", 6, "width-request", COLUMN, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *list = gtk_list_box_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);
  KithId id = position != NULL ? position->record.id : 0;
  const char *title = position != NULL ? position->title : _ ("Not sorted yet");
  g_autofree char *count = NULL;
  guint n;

  gtk_widget_add_css_class (column, "kith-column");
  gtk_box_append (GTK_BOX (column), line);
  if (position != NULL)
    add_position_head (self, GTK_BOX (line), position);
  else
    add_words (GTK_BOX (line), title, 1, "heading");
  n = add_cards (self, GTK_LIST_BOX (list), id);
  count = g_strdup_printf (ngettext ("%u answer", "%u answers", n), n);
  add_words (GTK_BOX (column), count, 1, "dim-label");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  kith_widget_set_name (list, title);
  gtk_widget_set_vexpand (list, TRUE);
  gtk_widget_add_css_class (list, "kith-cards");
  gtk_box_append (GTK_BOX (column), list);
  put_id (column, "position", id);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (column, GTK_EVENT_CONTROLLER (target));
  gtk_box_append (self->columns, column);
}

static GtkWidget *
find_card (GtkWidget *root, KithId answer)
{
  GtkWidget *child;

  if (GTK_IS_LIST_BOX_ROW (root))
    return answer == 0 || id_of (root, "answer") == answer ? root : NULL;
  for (child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_card (child, answer);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Dragging a card leaves the keyboard where it was: in a title, perhaps, that goes. */
static void
keep_title (KithQuestionsDialog *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *entry = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_ENTRY) : NULL;

  if (entry != NULL && gtk_widget_is_ancestor (entry, GTK_WIDGET (self->columns)))
    rename_to (self, entry);
}

static void
fill_columns (KithQuestionsDialog *self)
{
  g_autoptr (GPtrArray) all = NULL;
  GtkWidget *child;
  GtkWidget *card;

  keep_title (self);
  all = kith_positions_of (kith_viewer_get_map (self->viewer), self->question);
  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->columns))) != NULL)
    gtk_box_remove (self->columns, child);
  self->filling = FALSE;
  add_column (self, NULL);
  for (guint i = 0; i < all->len; i++)
    add_column (self, all->pdata[i]);
  card = self->moved != 0 ? find_card (GTK_WIDGET (self->columns), self->moved) : NULL;
  if (card != NULL)
    gtk_widget_grab_focus (card);
  self->moved = 0;
}

static void
focus_cards (KithQuestionsDialog *self)
{
  g_autoptr (GPtrArray) all = kith_positions_of (kith_viewer_get_map (self->viewer),
                                                 self->question);
  GtkWidget *card = find_card (GTK_WIDGET (self->columns), 0);

  if (all->len == 0 || card == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->new_position));
  else
    gtk_widget_grab_focus (card);
}

static gboolean
on_fill (gpointer data)
{
  KithQuestionsDialog *self = data;

  self->fill_source = 0;
  if (kith_questions_dialog_question (self) == NULL)
    return G_SOURCE_REMOVE;
  fill_columns (self);
  if (self->focus_cards)
    focus_cards (self);
  self->focus_cards = FALSE;
  return G_SOURCE_REMOVE;
}

/* Later: what asks for it may be a card, and that would go. */
void
kith_questions_dialog_fill_columns (KithQuestionsDialog *self, gboolean focus)
{
  self->focus_cards |= focus;
  if (self->fill_source == 0)
    self->fill_source = g_idle_add (on_fill, self);
}

static void
on_new_position (KithQuestionsDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->new_position));
  GError *error = NULL;
  KithId made = 0;
  KithEdit *edit = kith_verb_add_position (whole_map (self), self->question, text, &made, &error);

  if (kith_viewer_perform (self->viewer, edit, error))
    gtk_editable_set_text (GTK_EDITABLE (self->new_position), "");
}

void
kith_questions_dialog_bind_sort (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, KithQuestionsDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, KithQuestionsDialog, position_line);
  gtk_widget_class_bind_template_child (widget_class, KithQuestionsDialog, new_position);
  gtk_widget_class_bind_template_callback (widget_class, on_new_position);
}

void
kith_questions_dialog_init_sort (KithQuestionsDialog *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "sort", G_ACTION_GROUP (group));
}
