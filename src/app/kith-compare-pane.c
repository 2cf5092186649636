/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-compare-pane.h"

#include <glib/gi18n-lib.h>

#include "kith-binder.h"
#include "kith-compare-rows.h"
#include "kith-keyboard.h"
#include "kith-names.h"
#include "kith-search-fold.h"
#include "kith-status.h"
#include "kith-style.h"

#define MOST 500 /* rows: who has to look through more filters them, or exports them all */

struct _KithComparePane
{
  GtkWidget parent_instance;

  /* template */
  GtkWidget *content;
  GtkLabel *title;
  GtkWidget *search;
  GtkDropDown *about;
  GtkListBox *list;
  GtkLabel *placeholder;
  GtkLabel *count;

  /* owned */
  KithViewer *viewer;
};

G_DEFINE_FINAL_TYPE (KithComparePane, kith_compare_pane, GTK_TYPE_WIDGET)

enum
{
  SHOW_ON_MAP,
  LEAVE,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/* --- What is listed --- */

/* The first of the choices is all of them. */
static gboolean
is_asked_for (KithComparePane *self, const KithComparedItem *item, KithWords *words)
{
  guint chosen = gtk_drop_down_get_selected (self->about);

  if (chosen != GTK_INVALID_LIST_POSITION && chosen > 0
      && (guint) kith_compared_about (item) != chosen - 1)
    return FALSE;
  return kith_words_in (words, item->text) == words->all;
}

static GPtrArray *
find_items (KithComparePane *self, const GPtrArray *all, KithCompareCount *counts, guint *n)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autoptr (KithWords) words = kith_words_new (
      gtk_editable_get_text (GTK_EDITABLE (self->search)));

  *n = 0;
  for (guint i = 0; i < all->len; i++)
    {
      KithComparedItem *item = all->pdata[i];

      counts[item->group].all++;
      if (!is_asked_for (self, item, words))
        continue;
      counts[item->group].shown++;
      if ((*n)++ < MOST)
        g_ptr_array_add (found, item);
    }
  return found;
}

static char *
count_words (guint n, guint all)
{
  if (all == 0)
    return g_strdup (_ ("Nothing changed"));
  if (n > MOST)
    return g_strdup_printf (_ ("The first %d of %u changes; filter them, or export them all"), MOST,
                            n);
  if (n < all)
    return g_strdup_printf (ngettext ("%u of %u change", "%u of %u changes", all), n, all);
  return g_strdup_printf (ngettext ("%u change", "%u changes", all), all);
}

static void
say_count (KithComparePane *self, guint n, guint all)
{
  g_autofree char *words = count_words (n, all);

  gtk_label_set_text (self->placeholder,
                      all == 0 ? _ ("Nothing that you can see here changed between the two.")
                               : _ ("No change has these words and is of this kind."));
  /* the list only hides it from the eye */
  gtk_widget_set_visible (GTK_WIDGET (self->placeholder), n == 0);
  if (g_str_equal (gtk_label_get_text (self->count), words))
    return;
  kith_status_set_text (self->count, words);
}

static void
refresh (KithComparePane *self)
{
  KithComparison *comparison = self->viewer != NULL ? kith_viewer_get_comparison (self->viewer)
                                                    : NULL;
  KithCompareCount counts[KITH_N_COMPARED] = { { 0, 0 } };
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  const GPtrArray *all = comparison != NULL ? kith_comparison_items (comparison) : none;
  guint n;
  g_autoptr (GPtrArray) found = find_items (self, all, counts, &n);
  g_autofree char *title = comparison != NULL ? kith_comparison_to_title (comparison)
                                              : g_strdup ("");

  gboolean had_focus = kith_widget_has_keyboard (GTK_WIDGET (self->list));

  gtk_label_set_text (self->title, title);
  kith_compare_rows_show (self->list, found, counts);
  if (had_focus && !kith_widget_has_keyboard (GTK_WIDGET (self->list))) /* its row has gone */
    kith_compare_pane_grab (self);
  say_count (self, n, all->len);
  if (found->len > 0)
    kith_names_give (GTK_WIDGET (self->list), NULL);
}

/* GTK wraps what it shows of the choice in an item of a list, which has a class and no name; what
 * can be chosen, in the popover, has the name of its words. */
static void
name_item (GtkWidget *widget, const char *name)
{
  if (GTK_IS_POPOVER (widget))
    return;
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkListItemWidget"))
    kith_widget_set_name (widget, name);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_item (child, name);
}

static void
name_about (KithComparePane *self)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (self->about);
  g_autofree char *name = NULL;

  if (chosen == NULL)
    return;
  /* Translators: a choice, and what is chosen: "Everything", "Links" */
  name = g_strdup_printf (_ ("Show changes of this kind: %s"),
                          gtk_string_object_get_string (chosen));
  kith_drop_down_set_name (self->about, name);
  name_item (GTK_WIDGET (self->about), gtk_string_object_get_string (chosen));
}

static void
on_about (KithComparePane *self)
{
  name_about (self);
  refresh (self);
}

/* --- What a person does --- */

static void
on_activated (KithComparePane *self, GtkListBoxRow *row)
{
  KithId id = kith_compare_row_id (row);

  if (id != 0)
    g_signal_emit (self, signals[SHOW_ON_MAP], 0, (gint64) id);
}

static void
leave (KithComparePane *self)
{
  g_signal_emit (self, signals[LEAVE], 0);
}

/* Escape clears the words first, then leaves. */
static void
on_stop_search (KithComparePane *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    leave (self);
}

static void
grab_list (KithComparePane *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->list, 0);
  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : self->search);
}

static gboolean
on_search_key (KithComparePane *self, guint keyval)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down && keyval != GDK_KEY_Return
      && keyval != GDK_KEY_KP_Enter)
    return FALSE;
  grab_list (self);
  return TRUE;
}

static gboolean
on_list_key (KithComparePane *self, guint keyval)
{
  if (keyval != GDK_KEY_Escape)
    return FALSE;
  leave (self);
  return TRUE;
}

/* --- The widget --- */

static void
fill_about (KithComparePane *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _ ("Everything"));
  for (guint i = 0; i < kith_compared_abouts.n_values; i++)
    gtk_string_list_append (labels, kith_enum_label (&kith_compared_abouts, (int) i));
  gtk_drop_down_set_model (self->about, G_LIST_MODEL (labels));
  name_about (self);
}

static void
drop_viewer (KithComparePane *self)
{
  if (self->viewer != NULL)
    g_signal_handlers_disconnect_by_data (self->viewer, self);
  g_clear_object (&self->viewer);
}

static void
kith_compare_pane_dispose (GObject *object)
{
  KithComparePane *self = KITH_COMPARE_PANE (object);

  drop_viewer (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), KITH_TYPE_COMPARE_PANE);
  G_OBJECT_CLASS (kith_compare_pane_parent_class)->dispose (object);
}

static void
kith_compare_pane_class_init (KithComparePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_compare_pane_dispose;
  signals[SHOW_ON_MAP] = g_signal_new ("show-on-map", KITH_TYPE_COMPARE_PANE, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[LEAVE] = g_signal_new ("leave", KITH_TYPE_COMPARE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-compare-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, KithComparePane, content);
  gtk_widget_class_bind_template_child (widget_class, KithComparePane, title);
  gtk_widget_class_bind_template_child (widget_class, KithComparePane, search);
  gtk_widget_class_bind_template_child (widget_class, KithComparePane, about);
  gtk_widget_class_bind_template_child (widget_class, KithComparePane, list);
  gtk_widget_class_bind_template_child (widget_class, KithComparePane, placeholder);
  gtk_widget_class_bind_template_child (widget_class, KithComparePane, count);
  gtk_widget_class_bind_template_callback (widget_class, refresh);
  gtk_widget_class_bind_template_callback (widget_class, on_about);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_search_key);
  gtk_widget_class_bind_template_callback (widget_class, on_list_key);
  gtk_widget_class_set_css_name (widget_class, "kith-compare");
}

static void
kith_compare_pane_init (KithComparePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  kith_style_follow (GTK_WIDGET (self));
  fill_about (self);
}

/**
 * kith_compare_pane_set_viewer:
 * @self: a pane
 * @viewer: (nullable): whose comparison is listed, as it changes
 */
void
kith_compare_pane_set_viewer (KithComparePane *self, KithViewer *viewer)
{
  if (self->viewer == viewer)
    return;
  drop_viewer (self);
  if (viewer == NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->search), "");
      gtk_drop_down_set_selected (self->about, 0);
    }
  else
    {
      self->viewer = g_object_ref (viewer);
      g_signal_connect_swapped (viewer, "changed", G_CALLBACK (refresh), self);
    }
  refresh (self);
}

void
kith_compare_pane_grab (KithComparePane *self)
{
  grab_list (self);
}
