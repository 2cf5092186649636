/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-pulse-grid.h"

#include <glib/gi18n.h>
#include <string.h>

#include "kith-binder.h"
#include "kith-pulse-cell.h"
#include "kith-status.h"
#include "kith-verbs-pulse.h"

#define MOST_ROWS 60
#define N_CELLS KITH_PULSE_CELLS
#define NAME_CHARS 15

struct _KithPulseGrid
{
  GtkBox parent_instance;

  GtkWidget *search;
  GtkLabel *more; /* that there are others */
  GtkGrid *grid;
  GtkLabel *problem;

  /* Owned */
  KithViewer *viewer;
  KithPulseRound *round;
  GArray *ids;      /* of KithId, one a row */
  GPtrArray *cells; /* borrowed entries, N_CELLS a row */
  GPtrArray *marks; /* borrowed labels: "team only" */
};

G_DEFINE_FINAL_TYPE (KithPulseGrid, kith_pulse_grid, GTK_TYPE_BOX)

/* --- What stands in it --- */

static void
show_problem (KithPulseGrid *self, GtkWidget *cell, const char *text)
{
  if (cell != NULL && *text != '\0')
    gtk_widget_add_css_class (cell, "error");
  else if (cell != NULL)
    gtk_widget_remove_css_class (cell, "error");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), *text != '\0');
  kith_status_set_text (self->problem, text);
}

static void
show_row (KithPulseGrid *self, guint row, GtkWidget *but)
{
  KithMap *map = kith_viewer_get_whole_map (self->viewer);
  KithId who = g_array_index (self->ids, KithId, row);
  const KithPulse *said = kith_pulse_in (map, who, self->round);
  g_autoptr (KithPulse) pulse = kith_pulse_draft (map, who, self->round);

  for (guint column = 0; column < N_CELLS; column++)
    {
      GtkWidget *cell = self->cells->pdata[row * N_CELLS + column];
      g_autofree char *text = kith_pulse_cell_to_text (pulse, column);

      if (cell == but || gtk_widget_has_css_class (cell, "error"))
        continue;
      if (strcmp (gtk_editable_get_text (GTK_EDITABLE (cell)), text) != 0)
        gtk_editable_set_text (GTK_EDITABLE (cell), text);
    }
  gtk_label_set_text (self->marks->pdata[row],
                      said != NULL && kith_pulse_is_of_few (said) ? _ ("team only") : "");
}

static guint
place_of (KithPulseGrid *self, GtkWidget *cell)
{
  guint at = 0;

  return g_ptr_array_find (self->cells, cell, &at) ? at : G_MAXUINT;
}

/* FALSE: it is not understood, and stays as it was typed. */
static gboolean
commit (KithPulseGrid *self, GtkWidget *cell)
{
  guint at = place_of (self, cell);
  KithMap *map = kith_viewer_get_whole_map (self->viewer);
  g_autoptr (KithPulse) draft = NULL;
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;
  GError *refusal = NULL;
  KithEdit *edit;
  KithId who;

  if (at == G_MAXUINT || self->round == NULL)
    return TRUE;
  who = g_array_index (self->ids, KithId, at / N_CELLS);
  if (kith_map_stakeholder (map, who) == NULL)
    return TRUE;
  draft = kith_pulse_draft (map, who, self->round);
  before = kith_pulse_cell_to_text (draft, at % N_CELLS);
  if (strcmp (before, gtk_editable_get_text (GTK_EDITABLE (cell))) == 0)
    {
      if (gtk_widget_has_css_class (cell, "error"))
        show_problem (self, cell, "");
      return TRUE;
    }
  if (!kith_pulse_cell_take (draft, at % N_CELLS, gtk_editable_get_text (GTK_EDITABLE (cell)),
                             &error)
      || !kith_pulse_may_be_put (map, draft, &error))
    {
      show_problem (self, cell, error->message);
      return FALSE;
    }
  show_problem (self, cell, "");
  edit = kith_verb_put_pulse (map, g_steal_pointer (&draft), &refusal);
  kith_viewer_perform (self->viewer, edit, refusal);
  if (place_of (self, cell) != G_MAXUINT)
    show_row (self, at / N_CELLS, NULL);
  return TRUE;
}

/* --- Going about --- */

static void
go (KithPulseGrid *self, GtkWidget *cell, int rows)
{
  guint at = place_of (self, cell);
  gint64 to = (gint64) at + (gint64) rows * N_CELLS;

  if (at == G_MAXUINT)
    return;
  if (to < 0 || to >= (gint64) self->cells->len)
    {
      commit (self, cell);
      return;
    }
  gtk_widget_grab_focus (self->cells->pdata[to]);
}

static gboolean
on_key (GtkEventControllerKey *keys,
        guint keyval,
        guint code,
        GdkModifierType state,
        KithPulseGrid *self)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      go (self, cell, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      go (self, cell, -1);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
on_left (GtkEventControllerFocus *focus, KithPulseGrid *self)
{
  commit (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus)));
}

/* --- Rows --- */

static GtkWidget *
new_cell (KithPulseGrid *self, const char *who, guint column)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  /* Translators: a stakeholder and what is typed for it: "Police: Understands the purpose" */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), who, kith_pulse_cell_heading (column));

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 4);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 6);
  gtk_entry_set_max_length (GTK_ENTRY (entry), 12);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
  kith_widget_set_name (entry, name);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (entry, keys);
  g_signal_connect (focus, "leave", G_CALLBACK (on_left), self);
  gtk_widget_add_controller (entry, focus);
  return entry;
}

static GtkWidget *
new_label (const char *text, int chars, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), chars);
  gtk_label_set_max_width_chars (GTK_LABEL (label), chars);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return label;
}

static void
add_heads (KithPulseGrid *self)
{
  for (guint column = 0; column < N_CELLS; column++)
    {
      GtkWidget *head = new_label (kith_pulse_cell_heading (column), 9, "caption-heading");

      gtk_widget_set_valign (head, GTK_ALIGN_END);
      gtk_grid_attach (self->grid, head, (int) column + 1, 0, 1, 1);
    }
}

static void
add_row (KithPulseGrid *self, const KithStakeholder *who)
{
  int row = (int) self->ids->len + 1;
  GtkWidget *name = new_label (who->name, NAME_CHARS, NULL);
  GtkWidget *mark = new_label ("", 9, "dim-label");

  gtk_label_set_lines (GTK_LABEL (name), 2);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  kith_widget_set_tip (name, who->name);
  gtk_grid_attach (self->grid, name, 0, row, 1, 1);
  g_array_append_val (self->ids, who->record.id);
  for (guint column = 0; column < N_CELLS; column++)
    {
      GtkWidget *cell = new_cell (self, who->name, column);

      gtk_grid_attach (self->grid, cell, (int) column + 1, row, 1, 1);
      g_ptr_array_add (self->cells, cell);
    }
  gtk_grid_attach (self->grid, mark, N_CELLS + 1, row, 1, 1);
  g_ptr_array_add (self->marks, mark);
}

static gboolean
is_meant (KithPulseGrid *self, const KithStakeholder *who)
{
  g_autofree char *typed = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)),
                                            -1);
  g_autofree char *name = g_utf8_casefold (who->name, -1);

  return strstr (name, g_strstrip (typed)) != NULL;
}

/* Not everybody has a row. */
static void
show_more (KithPulseGrid *self, const GPtrArray *list)
{
  guint n = kith_map_n (kith_viewer_get_map (self->viewer), KITH_STAKEHOLDER);
  g_autofree char *words = g_strdup_printf (_ ("%u of %u stakeholders are shown. Find the others "
                                               "by name."),
                                            list->len, n);

  gtk_label_set_text (self->more, words);
  gtk_widget_set_visible (GTK_WIDGET (self->more), list->len >= MOST_ROWS && n > list->len);
}

/* Those who were asked before come first: they are asked again. */
static GPtrArray *
list_stakeholders (KithPulseGrid *self)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  GPtrArray *list = g_ptr_array_new ();
  g_autoptr (GArray) asked = kith_pulse_askers (map);
  g_autoptr (GPtrArray) all = kith_map_list (map, KITH_STAKEHOLDER);
  g_autoptr (GHashTable) first = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < asked->len; i++)
    {
      gconstpointer who = kith_map_stakeholder (map, g_array_index (asked, KithId, i));

      g_hash_table_add (first, (gpointer) who);
      if (is_meant (self, who))
        g_ptr_array_add (list, (gpointer) who);
    }
  for (guint i = 0; i < all->len && list->len < MOST_ROWS; i++)
    if (!g_hash_table_contains (first, all->pdata[i]) && is_meant (self, all->pdata[i]))
      g_ptr_array_add (list, all->pdata[i]);
  if (list->len > MOST_ROWS)
    g_ptr_array_set_size (list, MOST_ROWS);
  return list;
}

static gboolean
has_these_rows (KithPulseGrid *self, const GPtrArray *list)
{
  if (list->len != self->ids->len)
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    if (KITH_ID (list->pdata[i]) != g_array_index (self->ids, KithId, i))
      return FALSE;
  return TRUE;
}

/* The same stakeholders, under the names that stand there, in whatever order. */
static gboolean
has_all_rows (KithPulseGrid *self, const GPtrArray *list)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_int64_hash, g_int64_equal);

  if (list->len != self->ids->len)
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    {
      const KithStakeholder *who = list->pdata[i];

      g_hash_table_insert (names, (gpointer) &who->record.id, who->name);
    }
  for (guint row = 0; row < self->ids->len; row++)
    {
      GtkWidget *shown = gtk_grid_get_child_at (self->grid, 0, (int) row + 1);
      const char *name = g_hash_table_lookup (names, &g_array_index (self->ids, KithId, row));

      if (name == NULL || strcmp (gtk_label_get_text (GTK_LABEL (shown)), name) != 0)
        return FALSE;
    }
  return TRUE;
}

static void
make_rows (KithPulseGrid *self, const GPtrArray *list)
{
  GtkWidget *child;

  g_array_set_size (self->ids, 0);
  g_ptr_array_set_size (self->cells, 0);
  g_ptr_array_set_size (self->marks, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  add_heads (self);
  for (guint i = 0; i < list->len; i++)
    add_row (self, list->pdata[i]);
}

/* --- What is being typed while rows come and go --- */

typedef struct
{
  KithId who;
  guint column;
  char *text;
  gboolean is_wrong;
  gboolean has_focus;
} Typed;

static void
typed_free (gpointer data)
{
  g_free (((Typed *) data)->text);
  g_free (data);
}

static GtkWidget *
focused_cell (KithPulseGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_ENTRY) : NULL;
}

static GPtrArray *
take_typed (KithPulseGrid *self)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (typed_free);
  GtkWidget *focused = focused_cell (self);

  for (guint at = 0; at < self->cells->len; at++)
    {
      GtkWidget *cell = self->cells->pdata[at];
      gboolean is_wrong = gtk_widget_has_css_class (cell, "error");
      Typed *typed;

      if (!is_wrong && cell != focused)
        continue;
      typed = g_new0 (Typed, 1);
      typed->who = g_array_index (self->ids, KithId, at / N_CELLS);
      typed->column = at % N_CELLS;
      typed->text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (cell)));
      typed->is_wrong = is_wrong;
      typed->has_focus = cell == focused;
      g_ptr_array_add (all, typed);
    }
  return all;
}

static void
give_typed (KithPulseGrid *self, const Typed *typed)
{
  GtkWidget *cell = NULL;

  for (guint row = 0; cell == NULL && row < self->ids->len; row++)
    if (g_array_index (self->ids, KithId, row) == typed->who)
      cell = self->cells->pdata[row * N_CELLS + typed->column];
  if (cell == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (cell), typed->text);
  if (typed->is_wrong)
    gtk_widget_add_css_class (cell, "error");
  if (!typed->has_focus)
    return;
  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (cell));
  gtk_editable_set_position (GTK_EDITABLE (cell), -1);
}

static void
remake_rows (KithPulseGrid *self, const GPtrArray *list)
{
  g_autoptr (GPtrArray) typed = take_typed (self);

  make_rows (self, list);
  for (guint i = 0; i < self->ids->len; i++)
    show_row (self, i, NULL);
  for (guint i = 0; i < typed->len; i++)
    give_typed (self, typed->pdata[i]);
}

/* What was refused in one round is nothing in another. */
static void
forget_problems (KithPulseGrid *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    gtk_widget_remove_css_class (self->cells->pdata[i], "error");
  show_problem (self, NULL, "");
}

static void
on_search (KithPulseGrid *self)
{
  g_autoptr (GPtrArray) list = list_stakeholders (self);

  show_more (self, list);
  if (self->round != NULL && !has_these_rows (self, list))
    remake_rows (self, list);
}

static void
kith_pulse_grid_dispose (GObject *object)
{
  KithPulseGrid *self = KITH_PULSE_GRID (object);

  g_clear_pointer (&self->round, kith_pulse_round_free);
  g_clear_pointer (&self->ids, g_array_unref);
  if (self->cells != NULL)
    g_ptr_array_set_size (self->cells, 0); /* a cell that is left while it goes is no cell */
  g_clear_object (&self->viewer);
  G_OBJECT_CLASS (kith_pulse_grid_parent_class)->dispose (object);
}

static void
kith_pulse_grid_finalize (GObject *object)
{
  KithPulseGrid *self = KITH_PULSE_GRID (object);

  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  G_OBJECT_CLASS (kith_pulse_grid_parent_class)->finalize (object);
}

static void
kith_pulse_grid_class_init (KithPulseGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kith_pulse_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = kith_pulse_grid_finalize;
}

static void
kith_pulse_grid_init (KithPulseGrid *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  self->cells = g_ptr_array_new ();
  self->marks = g_ptr_array_new ();
  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _ ("Find a stakeholder"), NULL);
  kith_widget_set_name (self->search, _ ("Find a stakeholder"));
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (on_search), self);
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 6);
  gtk_grid_set_row_spacing (self->grid, 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->grid), 12);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->grid));
  self->problem = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "accessible-role",
                                           GTK_ACCESSIBLE_ROLE_ALERT, "xalign", 0.0, "wrap", TRUE,
                                           "visible", FALSE, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "error");
  gtk_box_append (GTK_BOX (self), self->search);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->problem));
  gtk_box_append (GTK_BOX (self), scroller);
  self->more = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "visible", FALSE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->more), "dim-label");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->more));
}

/**
 * kith_pulse_grid_new:
 * @viewer: whose map it is
 *
 * Returns: (transfer floating): a grid without rows
 */
GtkWidget *
kith_pulse_grid_new (KithViewer *viewer)
{
  KithPulseGrid *self = g_object_new (KITH_TYPE_PULSE_GRID, NULL);

  self->viewer = g_object_ref (viewer);
  return GTK_WIDGET (self);
}

/**
 * kith_pulse_grid_show:
 * @self: a grid
 * @round: what is typed into; may be one that nobody has answered yet
 */
void
kith_pulse_grid_show (KithPulseGrid *self, const KithPulseRound *round)
{
  guint n = kith_map_n (kith_viewer_get_map (self->viewer), KITH_STAKEHOLDER);
  gboolean other = self->round == NULL || strcmp (self->round->title, round->title) != 0
                   || !kith_date_equal (&self->round->date, &round->date);
  g_autoptr (GPtrArray) list = NULL;

  if (other)
    {
      g_clear_pointer (&self->round, kith_pulse_round_free);
      self->round = g_new0 (KithPulseRound, 1);
      self->round->title = g_strdup (round->title);
      self->round->date = round->date;
      forget_problems (self);
      for (guint i = 0; i < self->ids->len; i++)
        show_row (self, i, NULL);
    }
  gtk_widget_set_visible (self->search, n > 20);
  list = list_stakeholders (self);
  show_more (self, list);
  /* who has just been asked for the first time keeps the place until the next time */
  if (self->ids->len == 0 || !has_all_rows (self, list))
    remake_rows (self, list);
  for (guint i = 0; i < self->ids->len; i++)
    show_row (self, i, focused_cell (self));
}

GtkWidget *
kith_pulse_grid_find_problem (KithPulseGrid *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (gtk_widget_has_css_class (self->cells->pdata[i], "error"))
      return self->cells->pdata[i];
  return NULL;
}
