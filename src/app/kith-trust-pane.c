/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-trust-pane.h"

#include <glib/gi18n-lib.h>

#include "kith-binder.h"
#include "kith-narrow-bin.h"
#include "kith-status.h"
#include "kith-trust-csv.h"
#include "kith-trust-paper.h"
#include "kith-trust-legend.h"
#include "kith-trust-view.h"

struct _KithTrustPane
{
  GtkWidget parent_instance;

  /* template */
  KithNarrowBin *bin;
  GtkBox *head;
  GtkMenuButton *dimension_button;
  GtkMenuButton *order_button;
  GtkToggleButton *medians_button;
  GtkMenuButton *menu_button;
  GtkWidget *export_button;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkBox *foot;
  GtkLabel *sentence;
  GtkLabel *reading;
  KithTrustLegend *legend;
  GtkLabel *count;

  /* owned */
  KithViewer *viewer;
  GSimpleActionGroup *actions;
  char *said; /* the count that was announced last */

  /* state */
  KithTrustView *view; /* in the scroller */
  KithTrustLook look;
  gboolean low; /* there is little height: the legend makes way */
};

G_DEFINE_FINAL_TYPE (KithTrustPane, kith_trust_pane, GTK_TYPE_WIDGET)

enum
{
  LEAVE,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/* --- What is chosen --- */

static void
set_state (KithTrustPane *self, const char *name, GVariant *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
}

static void
show_choice (GtkMenuButton *button, const char *what, const char *chosen)
{
  /* Translators: what is chosen, then what was: "In which order: By sector" */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), what, chosen);

  gtk_menu_button_set_label (button, chosen);
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), name);
  kith_widget_set_name (GTK_WIDGET (button), name);
}

static void
show_look (KithTrustPane *self)
{
  const KithTrustLook *look = &self->look;

  set_state (self, "dimension",
             g_variant_new_string (kith_enum_key (&kith_dimensions, (int) look->dimension)));
  set_state (self, "order",
             g_variant_new_string (kith_enum_key (&kith_trust_orders, (int) look->order)));
  set_state (self, "medians", g_variant_new_boolean (look->medians));
  set_state (self, "all", g_variant_new_boolean (look->all));
  show_choice (self->dimension_button, _ ("What is rated"),
               kith_enum_label (&kith_dimensions, (int) look->dimension));
  show_choice (self->order_button, _ ("In which order"),
               kith_enum_label (&kith_trust_orders, (int) look->order));
}

static void
on_dimension (GSimpleAction *action, GVariant *value, gpointer data)
{
  KithTrustPane *self = data;
  KithTrustLook look = self->look;
  int dimension;

  if (!kith_enum_from_key (&kith_dimensions, g_variant_get_string (value, NULL), &dimension))
    return;
  look.dimension = (KithDimension) dimension;
  kith_trust_pane_set_look (self, &look);
}

/* Whoever sorts by medians sees them. */
static void
on_order (GSimpleAction *action, GVariant *value, gpointer data)
{
  KithTrustPane *self = data;
  KithTrustLook look = self->look;
  int order;

  if (!kith_enum_from_key (&kith_trust_orders, g_variant_get_string (value, NULL), &order))
    return;
  look.order = (KithTrustOrder) order;
  look.medians = look.medians || look.order == KITH_TRUST_BY_MEDIAN;
  kith_trust_pane_set_look (self, &look);
}

static void
on_medians (GSimpleAction *action, GVariant *value, gpointer data)
{
  KithTrustPane *self = data;
  KithTrustLook look = self->look;

  look.medians = g_variant_get_boolean (value);
  if (!look.medians && look.order == KITH_TRUST_BY_MEDIAN)
    look.order = KITH_TRUST_BY_SECTOR;
  kith_trust_pane_set_look (self, &look);
}

static void
on_all (GSimpleAction *action, GVariant *value, gpointer data)
{
  KithTrustPane *self = data;
  KithTrustLook look = self->look;

  look.all = g_variant_get_boolean (value);
  kith_trust_pane_set_look (self, &look);
}

static const GActionEntry entries[] = {
  { "dimension", NULL, "s", "'trust'", on_dimension },
  { "order", NULL, "s", "'sector'", on_order },
  { "medians", NULL, NULL, "false", on_medians },
  { "all", NULL, NULL, "false", on_all },
};

static void
append_choices (GtkMenuButton *button, const KithEnum *choices, guint n, const char *action)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *target = g_strdup_printf ("%s::%s", action,
                                                 kith_enum_key (choices, (int) i));

      g_menu_append (menu, kith_enum_label (choices, (int) i), target);
    }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
make_menus (KithTrustPane *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) rows = g_menu_new ();
  g_autoptr (GMenu) places = g_menu_new ();

  append_choices (self->dimension_button, &kith_dimensions, KITH_N_DIMENSIONS, "sheet.dimension");
  append_choices (self->order_button, &kith_trust_orders, kith_trust_orders.n_values,
                  "sheet.order");
  g_menu_append (rows, _ ("Also Those Without Links"), "sheet.all");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rows));
  g_menu_append (places, _ ("Below the canvas"), "win.trust-sheet-place::below");
  g_menu_append (places, _ ("Beside the canvas"), "win.trust-sheet-place::beside");
  g_menu_append (places, _ ("Instead of the canvas"), "win.trust-sheet-place::instead");
  g_menu_append_section (menu, _ ("The sheet stands"), G_MENU_MODEL (places));
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (menu));
}

/* --- What is shown --- */

static const char *
page_of (const KithTrustSheet *sheet)
{
  if (sheet == NULL)
    return "public";
  return kith_trust_sheet_n (sheet) == 0 ? "empty" : "sheet";
}

static void
show_legend (KithTrustPane *self)
{
  gboolean shown = self->view != NULL
                   && g_str_equal (page_of (kith_trust_view_get_sheet (self->view)), "sheet");

  gtk_widget_set_visible (GTK_WIDGET (self->legend),
                          shown && !self->low && !kith_narrow_bin_is_narrow (self->bin));
}

static void
on_changed (KithTrustPane *self)
{
  const KithTrustSheet *sheet = kith_trust_view_get_sheet (self->view);
  const char *page = page_of (sheet);
  gboolean shown = g_str_equal (page, "sheet");
  g_autofree char *words = shown ? kith_trust_sheet_whole_words (sheet) : g_strdup ("");

  if (self->viewer == NULL)
    return;
  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_widget_set_sensitive (GTK_WIDGET (self->dimension_button), shown);
  gtk_widget_set_sensitive (GTK_WIDGET (self->order_button), shown);
  gtk_widget_set_sensitive (GTK_WIDGET (self->medians_button), shown);
  gtk_widget_set_sensitive (self->export_button, shown);
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), sheet != NULL);
  show_legend (self);
  gtk_widget_set_visible (GTK_WIDGET (self->reading), shown);
  gtk_widget_set_visible (GTK_WIDGET (self->count), shown);
  kith_trust_legend_show (self->legend, kith_viewer_get_view (self->viewer));
  gtk_label_set_text (self->count, words);
  if (g_strcmp0 (words, self->said) == 0)
    return;
  g_free (self->said);
  self->said = g_steal_pointer (&words);
  kith_status_announce (GTK_WIDGET (self->count), self->said);
}

static void
on_reading (KithTrustPane *self, const char *words)
{
  gtk_label_set_text (self->reading, words);
}

static void
on_leave (KithTrustPane *self)
{
  g_signal_emit (self, signals[LEAVE], 0);
}

static void
on_narrow (KithTrustPane *self)
{
  gboolean narrow = kith_narrow_bin_is_narrow (self->bin);
  GtkOrientation orientation = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->head), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->foot), orientation);
  gtk_label_set_xalign (self->count, narrow ? 0.0F : 1.0F);
  show_legend (self);
}

/* Esc also where there is no sheet to have the keyboard. */
static gboolean
on_key (GtkEventControllerKey *keys, guint keyval, guint code, GdkModifierType state, gpointer data)
{
  if (keyval != GDK_KEY_Escape)
    return FALSE;
  on_leave (data);
  return TRUE;
}

/* --- Widget --- */

static void
kith_trust_pane_dispose (GObject *object)
{
  KithTrustPane *self = KITH_TRUST_PANE (object);

  if (self->view != NULL)
    kith_trust_pane_set_viewer (self, NULL);
  self->view = NULL;
  g_clear_object (&self->actions);
  g_clear_pointer (&self->said, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), KITH_TYPE_TRUST_PANE);
  G_OBJECT_CLASS (kith_trust_pane_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-trust-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, KithTrustPane, bin);
  gtk_widget_class_bind_template_child (widget_class, KithTrustPane, head);
  gtk_widget_class_bind_template_child (widget_class, KithTrustPane, dimension_button);
  gtk_widget_class_bind_template_child (widget_class, KithTrustPane, order_button);
  gtk_widget_class_bind_template_child (widget_class, KithTrustPane, medians_button);
  gtk_widget_class_bind_template_child (widget_class, KithTrustPane, menu_button);
  gtk_widget_class_bind_template_child (widget_class, KithTrustPane, export_button);
  gtk_widget_class_bind_template_child (widget_class, KithTrustPane, stack);
  gtk_widget_class_bind_template_child (widget_class, KithTrustPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, KithTrustPane, foot);
  gtk_widget_class_bind_template_child (widget_class, KithTrustPane, sentence);
  gtk_widget_class_bind_template_child (widget_class, KithTrustPane, reading);
  gtk_widget_class_bind_template_child (widget_class, KithTrustPane, count);
  gtk_widget_class_bind_template_child (widget_class, KithTrustPane, legend);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow);
}

static void
kith_trust_pane_class_init (KithTrustPaneClass *klass)
{
  g_type_ensure (KITH_TYPE_NARROW_BIN);
  g_type_ensure (KITH_TYPE_TRUST_LEGEND);
  G_OBJECT_CLASS (klass)->dispose = kith_trust_pane_dispose;
  signals[LEAVE] = g_signal_new ("leave", KITH_TYPE_TRUST_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  bind_template (GTK_WIDGET_CLASS (klass));
}

/* What has changed while nobody looked may have emptied the sheet, or filled an empty one. */
static void
on_pages_map (KithTrustPane *self)
{
  kith_trust_view_get_sheet (self->view);
}

static void
kith_trust_pane_init (KithTrustPane *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "sheet", G_ACTION_GROUP (self->actions));
  self->view = KITH_TRUST_VIEW (kith_trust_view_new ());
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->view));
  gtk_label_set_text (self->sentence, kith_trust_sheet_sentence ());
  g_signal_connect_object (self->view, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "reading", G_CALLBACK (on_reading), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "leave", G_CALLBACK (on_leave), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->stack, "map", G_CALLBACK (on_pages_map), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  make_menus (self);
  show_look (self);
}

/**
 * kith_trust_pane_set_viewer:
 * @self: a trust pane
 * @viewer: (nullable): whose map it shows
 */
void
kith_trust_pane_set_viewer (KithTrustPane *self, KithViewer *viewer)
{
  if (self->viewer == viewer)
    return;
  g_set_object (&self->viewer, viewer);
  kith_trust_view_set_viewer (self->view, viewer);
}

/**
 * kith_trust_pane_set_low:
 * @self: a trust pane
 * @low: it has little height, so that cells get what there is
 */
void
kith_trust_pane_set_low (KithTrustPane *self, gboolean low)
{
  self->low = low;
  show_legend (self);
}

const KithTrustLook *
kith_trust_pane_get_look (KithTrustPane *self)
{
  return &self->look;
}

void
kith_trust_pane_set_look (KithTrustPane *self, const KithTrustLook *look)
{
  self->look = *look;
  show_look (self);
  kith_trust_view_set_look (self->view, look);
}

void
kith_trust_pane_grab (KithTrustPane *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "sheet") == 0)
    kith_trust_view_grab (self->view);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

/**
 * kith_trust_pane_export:
 * @self: a trust pane
 * @pdf: pages, else a table
 * @error: what was in the way
 *
 * Returns: (transfer full) (nullable): the content of a file
 */
GBytes *
kith_trust_pane_export (KithTrustPane *self, gboolean pdf, GError **error)
{
  const KithTrustSheet *sheet = kith_trust_view_get_sheet (self->view);
  g_autofree char *facts = NULL;

  if (sheet == NULL || self->viewer == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                   _ ("The public sees no ratings, so there is no sheet for it."));
      return NULL;
    }
  if (pdf)
    return kith_trust_paper (sheet, kith_viewer_get_map (self->viewer),
                             kith_viewer_get_view (self->viewer), error);
  facts = kith_trust_paper_facts (kith_viewer_get_map (self->viewer),
                                  kith_viewer_get_view (self->viewer));
  return kith_trust_csv_write (sheet, facts);
}
