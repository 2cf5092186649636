/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-insights-list.h"

#include <glib/gi18n-lib.h>

#include "kith-binder.h"
#include "kith-keyboard.h"

#define SECTION "kith-section" /* of a row: the section that it is in */
#define COMING "kith-coming"   /* of a list: the tick callback that shows its rows */
#define A_FRAME 2              /* rows that are laid out in one frame */

const KithInsight *
kith_insights_list_told (GtkListBoxRow *row)
{
  return KITH_IS_INSIGHT_ROW (row) ? kith_insight_row_get_insight (KITH_INSIGHT_ROW (row)) : NULL;
}

/* --- Headings --- */

static GtkWidget *
label_new (const char *text, const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, "max-width-chars", 30, NULL);

  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_heading (const KithToldSection *section)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box),
                  label_new (kith_enum_label (&kith_tells, (int) section->section), "heading"));
  if (section->told->len > 0 && *section->note != '\0')
    {
      GtkWidget *note = label_new (section->note, "caption");

      gtk_widget_add_css_class (note, "dim-label");
      gtk_box_append (GTK_BOX (box), note);
    }
  gtk_widget_add_css_class (box, "kith-insights-heading");
  return box;
}

static const KithToldSection *
section_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), SECTION);
}

static void
head_row (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const KithToldSection *section = section_of (row);

  if (before != NULL && section_of (before) == section)
    gtk_list_box_row_set_header (row, NULL);
  else if (gtk_list_box_row_get_header (row) == NULL)
    gtk_list_box_row_set_header (row, make_heading (section));
}

/* --- Rows --- */

static void
add_row (GtkListBox *list, GtkWidget *row, const KithToldSection *section)
{
  g_object_set_data (G_OBJECT (row), SECTION, (gpointer) section);
  gtk_list_box_append (list, row);
}

static void
add_note (GtkListBox *list, const char *text, const KithToldSection *section)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label_new (text, "dim-label"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_add_css_class (row, "kith-insight-row");
  kith_widget_set_name (row, text);
  add_row (list, row, section);
}

static void
add_section (GtkListBox *list, KithInsights *insights, const KithToldSection *section)
{
  g_autofree char *more = NULL;

  if (section->told->len == 0 && *section->note != '\0')
    add_note (list, section->note, section);
  for (guint i = 0; i < section->told->len; i++)
    add_row (list, kith_insight_row_new (insights, section->told->pdata[i]), section);
  if (section->n_left_out == 0)
    return;
  more = g_strdup_printf (ngettext ("%u more is not listed.", "%u more are not listed.",
                                    section->n_left_out),
                          section->n_left_out);
  add_note (list, more, section);
}

/* --- What stays --- */

typedef struct
{
  GHashTable *open; /* set of keys */
  char *focused;    /* the key of the row with the keyboard, or NULL */
} Stays;

static void
empty (GtkListBox *list, Stays *stays)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    {
      const KithInsight *told = kith_insights_list_told (row);

      if (told != NULL && kith_insight_row_is_open (KITH_INSIGHT_ROW (row)))
        g_hash_table_add (stays->open, g_strdup (told->key));
      if (stays->focused == NULL && kith_widget_has_keyboard (GTK_WIDGET (row)))
        stays->focused = g_strdup (told != NULL ? told->key : "");
      gtk_list_box_remove (list, GTK_WIDGET (row));
    }
}

/* Who had the keyboard in a row that went has it in the first one. */
static void
restore (GtkListBox *list, const Stays *stays)
{
  GtkListBoxRow *row;
  GtkListBoxRow *focused = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    {
      const KithInsight *told = kith_insights_list_told (row);

      if (told == NULL)
        continue;
      if (g_hash_table_contains (stays->open, told->key))
        kith_insight_row_set_open (KITH_INSIGHT_ROW (row), TRUE);
      if (g_strcmp0 (told->key, stays->focused) == 0)
        focused = row;
    }
  if (stays->focused == NULL)
    return;
  if (focused == NULL)
    focused = gtk_list_box_get_row_at_index (list, 0);
  if (focused != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (focused));
}

/* --- A few at a time --- */

static void
stop_coming (GtkListBox *list)
{
  guint coming = GPOINTER_TO_UINT (g_object_steal_data (G_OBJECT (list), COMING));

  if (coming != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (list), coming);
}

static gboolean
on_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer unused)
{
  GtkListBox *list = GTK_LIST_BOX (widget);
  GtkListBoxRow *row;
  guint n = 0;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (!gtk_widget_get_visible (GTK_WIDGET (row)))
      {
        if (n++ == A_FRAME)
          return G_SOURCE_CONTINUE;
        gtk_widget_set_visible (GTK_WIDGET (row), TRUE);
      }
  g_object_steal_data (G_OBJECT (list), COMING);
  return G_SOURCE_REMOVE;
}

/* Wrapped sentences take long to lay out: the window goes on answering meanwhile. */
static void
let_come (GtkListBox *list)
{
  GtkListBoxRow *row;
  guint coming;

  for (int i = A_FRAME; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    gtk_widget_set_visible (GTK_WIDGET (row), FALSE);
  coming = gtk_widget_add_tick_callback (GTK_WIDGET (list), on_frame, NULL, NULL);
  g_object_set_data (G_OBJECT (list), COMING, GUINT_TO_POINTER (coming));
}

void
kith_insights_list_show (GtkListBox *list, KithInsights *insights)
{
  g_autoptr (GHashTable) open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Stays stays = { open, NULL };

  stop_coming (list);
  empty (list, &stays);
  gtk_list_box_set_header_func (list, head_row, NULL, NULL);
  for (guint i = 0; insights != NULL && i < KITH_N_TELLS; i++)
    add_section (list, insights, &insights->sections[i]);
  if (stays.focused == NULL) /* else the row that takes the keyboard again has to be there */
    let_come (list);
  restore (list, &stays);
  g_free (stays.focused);
}
