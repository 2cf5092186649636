/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-coverage-grid.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "kith-binder.h"
#include "kith-narrow-bin.h"
#include "kith-sectors.h"

#define N_COLUMNS (KITH_N_LEVELS + 1) /* the levels, and all of them */

struct _KithCoverageGrid
{
  GtkWidget parent_instance;

  KithNarrowBin *bin;
  GtkGrid *grid;
  GArray *shown; /* of KithCoverageRow, owned; NULL: nothing yet */
  char *names;   /* of the sectors shown, owned */
};

G_DEFINE_FINAL_TYPE (KithCoverageGrid, kith_coverage_grid, GTK_TYPE_WIDGET)

static guint place_signal;

typedef struct
{
  KithId sector;
  int level; /* -1: all */
} Place;

#define ROW_HEIGHT 32  /* pixels; that of a button */
#define ONE_LINE 540   /* pixels: from here on the sectors stand on one line each */
#define NARROW_NAME 12 /* characters, else */

/* The level of a column: from neighbourhood to nation, then those of whom none is said, then all. */
static int
level_of (int column)
{
  return column == KITH_N_LEVELS ? -1 : column == KITH_N_LEVELS - 1 ? KITH_LEVEL_UNSET : column + 1;
}

static const char *
heading_of (int level)
{
  /* Translators: a column of all levels together */
  return level < 0                   ? _ ("All")
         : level == KITH_LEVEL_UNSET ? _ ("No level")
                                     : kith_enum_label (&kith_levels, level);
}

/* The same where there is little room. */
static const char *
short_heading_of (int level)
{
  static const char *const words[KITH_N_LEVELS] = {
    /* Translators: very short: no level, neighbourhood, place, system, region, nation */
    [KITH_LEVEL_UNSET] = N_ ("None"),    [KITH_LEVEL_NEIGHBOURHOOD] = N_ ("Nbhd"),
    [KITH_LEVEL_PLACE] = N_ ("Place"),   [KITH_LEVEL_SYSTEM] = N_ ("Syst."),
    [KITH_LEVEL_REGION] = N_ ("Region"), [KITH_LEVEL_NATION] = N_ ("Nation"),
  };

  return level < 0 ? heading_of (level) : _ (words[level]);
}

static void
on_clicked (GtkButton *button, KithCoverageGrid *self)
{
  const Place *place = g_object_get_data (G_OBJECT (button), "kith-place");

  g_signal_emit (self, place_signal, 0, place->sector, place->level);
}

static guint
count (const guint *by_level, int level)
{
  guint n = 0;

  if (level >= 0)
    return by_level[level];
  for (int i = 0; i < KITH_N_LEVELS; i++)
    n += by_level[i];
  return n;
}

/* "Housing, Place: 3, 2 of them at the table" */
static char *
name_of (KithMap *map, const KithCoverageRow *row, int level, guint all, guint at_table)
{
  const char *sector = kith_sector_name (map, row->sector);

  if (all == 0)
    /* Translators: a place of a grid where there is nobody: sector, level */
    return g_strdup_printf (_ ("%s, %s: nobody"), sector, heading_of (level));
  if (at_table == all)
    /* Translators: sector, level, how many stakeholders */
    return g_strdup_printf (_ ("%s, %s: %u"), sector, heading_of (level), all);
  /* Translators: sector, level, how many stakeholders, how many of these are at the table */
  return g_strdup_printf (_ ("%s, %s: %u, %u of them at the table"), sector, heading_of (level),
                          all, at_table);
}

static GtkWidget *
make_place (KithCoverageGrid *self, KithMap *map, const KithCoverageRow *row, int level)
{
  guint all = count (row->all, level);
  guint at_table = count (row->at_table, level);
  g_autofree char *words = all == at_table ? g_strdup_printf ("%u", all)
                                           : g_strdup_printf ("%u+%u", at_table, all - at_table);
  g_autofree char *name = name_of (map, row, level, all, at_table);
  Place place = { row->sector, level };
  GtkWidget *widget;

  if (all == 0)
    {
      widget = gtk_label_new ("·");
      gtk_widget_add_css_class (widget, "dim-label");
      kith_widget_set_name (widget, name);
      return widget;
    }
  widget = gtk_button_new_with_label (words);
  gtk_widget_add_css_class (widget, level < 0 ? "kith-coverage-all" : "kith-coverage");
  gtk_widget_add_css_class (widget, "flat");
  gtk_widget_add_css_class (widget, "numeric");
  kith_widget_set_name (widget, name);
  kith_widget_set_tip (widget, name);
  g_object_set_data_full (G_OBJECT (widget), "kith-place", g_memdup2 (&place, sizeof place),
                          g_free);
  g_signal_connect_object (widget, "clicked", G_CALLBACK (on_clicked), self, 0);
  return widget;
}

static GtkWidget *
make_words (const char *text, gboolean is_heading)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), is_heading ? 0.5f : 0.0f);
  if (is_heading)
    gtk_widget_add_css_class (label, "caption");
  else
    gtk_widget_set_size_request (label, -1, ROW_HEIGHT);
  return label;
}

static void
on_narrow (KithCoverageGrid *self)
{
  gboolean narrow = kith_narrow_bin_is_narrow (self->bin);

  gtk_grid_set_column_spacing (self->grid, narrow ? 2 : 6);
  for (int column = 0; column < N_COLUMNS; column++)
    {
      GtkWidget *heading = gtk_grid_get_child_at (self->grid, column + 1, 0);
      int level = level_of (column);

      if (heading == NULL)
        return;
      gtk_label_set_label (GTK_LABEL (heading),
                           narrow ? short_heading_of (level) : heading_of (level));
    }
  for (int row = 1; row <= (int) self->shown->len; row++)
    {
      GtkLabel *name = GTK_LABEL (gtk_grid_get_child_at (self->grid, 0, row));

      gtk_label_set_wrap (name, narrow);
      gtk_label_set_max_width_chars (name, narrow ? NARROW_NAME : -1);
    }
}

/* The page scrolls under the wheel: a row of columns that scrolls sideways takes it otherwise. */
static gboolean
on_scroll (GtkEventControllerScroll *scroll, double dx, double dy, KithCoverageGrid *self)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GdkModifierType state = gtk_event_controller_get_current_event_state (
      GTK_EVENT_CONTROLLER (scroll));
  GtkAdjustment *vertical;
  double step = 1;

  if (page == NULL || fabs (dx) >= fabs (dy) || (state & GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  vertical = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (page));
  if (gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL)
    step = pow (gtk_adjustment_get_page_size (vertical), 2.0 / 3.0); /* as GTK has it */
  gtk_adjustment_set_value (vertical, gtk_adjustment_get_value (vertical) + dy * step);
  return GDK_EVENT_STOP;
}

static void
clear (KithCoverageGrid *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
}

static void
fill (KithCoverageGrid *self, KithMap *map)
{
  clear (self);
  for (int column = 0; column < N_COLUMNS; column++)
    gtk_grid_attach (self->grid, make_words (heading_of (level_of (column)), TRUE), column + 1, 0,
                     1, 1);
  for (guint i = 0; i < self->shown->len; i++)
    {
      const KithCoverageRow *row = &g_array_index (self->shown, KithCoverageRow, i);

      gtk_grid_attach (self->grid, make_words (kith_sector_name (map, row->sector), FALSE), 0,
                       (int) i + 1, 1, 1);
      for (int column = 0; column < N_COLUMNS; column++)
        gtk_grid_attach (self->grid, make_place (self, map, row, level_of (column)), column + 1,
                         (int) i + 1, 1, 1);
    }
  on_narrow (self);
}

static void
kith_coverage_grid_dispose (GObject *object)
{
  KithCoverageGrid *self = KITH_COVERAGE_GRID (object);

  if (self->bin != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->bin));
  self->bin = NULL;
  g_clear_pointer (&self->shown, g_array_unref);
  g_clear_pointer (&self->names, g_free);
  G_OBJECT_CLASS (kith_coverage_grid_parent_class)->dispose (object);
}

static void
kith_coverage_grid_class_init (KithCoverageGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kith_coverage_grid_dispose;
  place_signal = g_signal_new ("place", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
kith_coverage_grid_init (KithCoverageGrid *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_row_spacing (self->grid, 3);
  kith_widget_set_name (GTK_WIDGET (self->grid), _ ("Sectors by level"));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->grid));
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  self->bin = g_object_new (KITH_TYPE_NARROW_BIN, "limit", ONE_LINE, "child", scroller, NULL);
  g_signal_connect_swapped (self->bin, "notify::narrow", G_CALLBACK (on_narrow), self);
  gtk_widget_set_parent (GTK_WIDGET (self->bin), GTK_WIDGET (self));
}

static gboolean
says_the_same (KithCoverageGrid *self, const GArray *rows, const char *names)
{
  return self->shown != NULL && self->shown->len == rows->len && g_str_equal (self->names, names)
         && memcmp (self->shown->data, rows->data, rows->len * sizeof (KithCoverageRow)) == 0;
}

/**
 * kith_coverage_grid_show:
 * @self: a grid
 * @map: whose sectors it names
 * @rows: of kith_coverage_new(); kept
 */
void
kith_coverage_grid_show (KithCoverageGrid *self, KithMap *map, GArray *rows)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (names, "%s\n",
                            kith_sector_name (map,
                                              g_array_index (rows, KithCoverageRow, i).sector));
  if (says_the_same (self, rows, names->str))
    return;
  g_clear_pointer (&self->shown, g_array_unref);
  self->shown = g_array_ref (rows);
  g_free (self->names);
  self->names = g_strdup (names->str);
  fill (self, map);
}
