/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-sides-page.h"

#include <glib/gi18n-lib.h>

#include "kith-binder.h"
#include "kith-canvas.h"
#include "kith-chart-view.h"
#include "kith-event-dialog.h"
#include "kith-names.h"
#include "kith-narrow-bin.h"
#include "kith-note-row.h"
#include "kith-room-font.h"

#define LEAST_FONT 14 /* pixels, in a window of no height */
#define SMALLEST 40   /* the smallest text is this part of the window's height */

struct _KithSidesPage
{
  AdwBin parent_instance;

  /* Template */
  KithNarrowBin *narrow_bin;
  GtkLabel *heading;
  GtkLabel *place;
  GtkLabel *left_out;
  GtkWidget *back;
  GtkWidget *last;
  GtkWidget *next;
  GtkWidget *export;
  GtkBox *ends;
  GtkWidget *over_time;
  KithChartView *chart;
  GtkLabel *reading;
  GtkBox *events;
  GtkBox *quotes;
  GtkBox *needs;
  KithNoteRow *need_a;
  KithNoteRow *need_b;
  GtkWidget *need_group_a;
  GtkWidget *need_group_b;

  /* Owned */
  KithViewer *viewer;
  KithBinder *binder;
  KithTwoSides *sides;
  GArray *row; /* of KithId */
  KithRoomFont font;

  /* State */
  KithId link;
};

G_DEFINE_FINAL_TYPE (KithSidesPage, kith_sides_page, ADW_TYPE_BIN)

/* --- What it shows --- */

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
show_ends (KithSidesPage *self)
{
  KithEnd end = kith_viewer_get_end (self->viewer);
  GtkWidget *old = gtk_widget_get_first_child (GTK_WIDGET (self->ends));
  gboolean had_focus = old != NULL
                       && (gtk_widget_has_focus (old)
                           || gtk_widget_has_focus (gtk_widget_get_next_sibling (old)));

  clear (self->ends);
  for (int i = KITH_END_A; i <= KITH_END_B; i++)
    {
      GtkWidget *card = kith_sides_end_new (self->sides, (KithEnd) i);

      gtk_box_append (self->ends, card);
      if (had_focus && i == (int) end)
        gtk_widget_grab_focus (card);
    }
}

static void
show_events (KithSidesPage *self)
{
  const KithSide *sides = self->sides->sides;
  /* Translators: events of a history that one of two stakeholders mentions: "Only Police tell of it" */
  g_autofree char *only_a = g_strdup_printf (_ ("Only %s tell of"), sides[0].short_name);
  g_autofree char *only_b = g_strdup_printf (_ ("Only %s tell of"), sides[1].short_name);

  clear (self->events);
  if (self->sides->has_told)
    {
      gtk_box_append (self->events, kith_sides_list (only_a, sides[0].events, _ ("Nothing noted")));
      gtk_box_append (self->events,
                      kith_sides_list (_ ("Both tell of"), self->sides->both, _ ("Nothing noted")));
      gtk_box_append (self->events, kith_sides_list (only_b, sides[1].events, _ ("Nothing noted")));
    }
  if (self->sides->unsaid->len > 0)
    gtk_box_append (self->events,
                    kith_sides_list (self->sides->has_told ? _ ("Nobody noted who tells of")
                                                           : _ ("History"),
                                     self->sides->unsaid, ""));
}

static void
show_quotes (KithSidesPage *self)
{
  const KithSide *sides = self->sides->sides;
  /* Translators: sentences that have been handed down with a stakeholder */
  g_autofree char *of_a = g_strdup_printf (_ ("Lines of %s"), sides[0].short_name);
  g_autofree char *of_b = g_strdup_printf (_ ("Lines of %s"), sides[1].short_name);
  guint n = sides[0].quotes->len + sides[1].quotes->len + self->sides->between->len;

  clear (self->quotes);
  gtk_widget_set_visible (GTK_WIDGET (self->quotes), n > 0);
  if (n == 0)
    return;
  gtk_box_append (self->quotes, kith_sides_list (of_a, sides[0].quotes, _ ("None noted")));
  if (self->sides->between->len > 0)
    gtk_box_append (self->quotes,
                    kith_sides_list (_ ("Lines between them"), self->sides->between, ""));
  gtk_box_append (self->quotes, kith_sides_list (of_b, sides[1].quotes, _ ("None noted")));
}

static void
on_reading (KithSidesPage *self, const char *words)
{
  gtk_label_set_text (self->reading, words != NULL
                                         ? words
                                         : _ ("Point at a mark to read it; the shade is the gap "
                                              "between both."));
}

static void
on_event_picked (KithSidesPage *self, gint64 id)
{
  kith_event_dialog_change (GTK_WIDGET (self), self->viewer, id);
}

/* Of trust, as the ends are, whatever the lens of the map behind this page is. */
static void
show_chart (KithSidesPage *self)
{
  kith_chart_view_set_dimension (self->chart, KITH_TRUST);
  kith_chart_view_show (self->chart, self->viewer, self->link);
  gtk_widget_set_visible (self->over_time, kith_chart_view_is_rated (self->chart));
}

static void
name_need (KithNoteRow *row, const KithSide *side)
{
  if (row == NULL)
    return;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), side->needs);
  kith_widget_set_name (GTK_WIDGET (row), side->needs);
}

static guint
place_in_row (KithSidesPage *self)
{
  for (guint i = 0; i < self->row->len; i++)
    if (g_array_index (self->row, KithId, i) == self->link)
      return i;
  return 0;
}

static void
show_head (KithSidesPage *self)
{
  guint place = place_in_row (self);
  /* Translators: the two ends of a link */
  g_autofree char *heading = g_strdup_printf (_ ("%s and %s"), self->sides->sides[0].short_name,
                                              self->sides->sides[1].short_name);
  /* Translators: the second of five links */
  g_autofree char *words = g_strdup_printf (_ ("%u of %u"), place + 1, self->row->len);
  const char *left_out = kith_two_sides_leaves_out (kith_viewer_get_view (self->viewer)->audience);

  gtk_label_set_text (self->heading, heading);
  gtk_label_set_text (self->place, words);
  gtk_label_set_text (self->left_out, left_out);
  gtk_widget_set_visible (GTK_WIDGET (self->left_out), *left_out != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->place), self->row->len > 1);
  gtk_widget_set_visible (self->last, self->row->len > 1);
  gtk_widget_set_visible (self->next, self->row->len > 1);
  gtk_widget_set_sensitive (self->last, place > 0);
  gtk_widget_set_sensitive (self->next, place + 1 < self->row->len);
}

static void
leave (KithSidesPage *self)
{
  kith_sides_page_flush (self);
  g_signal_emit_by_name (self, "left");
}

static void
refresh (KithSidesPage *self)
{
  KithTwoSides *sides = kith_two_sides_new (kith_viewer_get_map (self->viewer), self->link,
                                            kith_viewer_get_view (self->viewer)->audience);

  if (sides == NULL) /* the link has gone */
    {
      leave (self);
      return;
    }
  g_clear_pointer (&self->sides, kith_two_sides_free);
  self->sides = sides;
  show_head (self);
  show_ends (self);
  show_chart (self);
  show_events (self);
  show_quotes (self);
  name_need (self->need_a, &sides->sides[KITH_END_A]);
  name_need (self->need_b, &sides->sides[KITH_END_B]);
  kith_binder_refresh (self->binder);
  kith_names_give (GTK_WIDGET (self), _ ("What each sees"));
}

static void
show_link (KithSidesPage *self, KithId link)
{
  self->link = link;
  kith_viewer_select_only (self->viewer, link);
  kith_binder_show (self->binder, link);
  refresh (self);
}

/* --- What a person does --- */

static void
go (KithSidesPage *self, int by)
{
  int place = (int) place_in_row (self) + by;

  if (place < 0 || place >= (int) self->row->len)
    return;
  show_link (self, g_array_index (self->row, KithId, place));
  kith_sides_page_grab (self);
  kith_viewer_announce (self->viewer, gtk_label_get_text (self->heading));
}

static void
on_last (KithSidesPage *self)
{
  go (self, -1);
}

static void
on_next (KithSidesPage *self)
{
  go (self, 1);
}

gboolean
kith_sides_page_get_end (KithSidesPage *self, KithEnd *end)
{
  GtkWidget *cards[] = { gtk_widget_get_first_child (GTK_WIDGET (self->ends)),
                         gtk_widget_get_last_child (GTK_WIDGET (self->ends)) };

  for (int i = KITH_END_A; i <= KITH_END_B; i++)
    if (cards[i] != NULL && gtk_widget_has_focus (cards[i]))
      {
        *end = (KithEnd) i;
        return TRUE;
      }
  return FALSE;
}

/* The end whose card has the focus is the one that keys rate. */
static void
rate (KithSidesPage *self, KithScore score)
{
  KithEnd end = KITH_END_A;

  kith_sides_page_get_end (self, &end);
  kith_viewer_select_only (self->viewer, self->link);
  kith_viewer_set_end (self->viewer, end);
  kith_viewer_rate (self->viewer, score);
}

static gboolean
on_key (KithSidesPage *self, guint keyval, guint keycode, GdkModifierType state)
{
  int digit = kith_digit_of (keyval);

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return FALSE;
  if (keyval == GDK_KEY_Escape)
    leave (self);
  else if (keyval == GDK_KEY_Page_Up || keyval == GDK_KEY_KP_Page_Up)
    go (self, -1);
  else if (keyval == GDK_KEY_Page_Down || keyval == GDK_KEY_KP_Page_Down)
    go (self, 1);
  else if (digit >= 0 && digit <= 5 && !kith_widget_is_typing (GTK_WIDGET (self))
           && !gtk_widget_has_focus (GTK_WIDGET (self->chart)))
    rate (self, digit == 0 ? KITH_SCORE_NOT_KNOWN : (KithScore) digit);
  else
    return FALSE;
  return TRUE;
}

/* --- Its size --- */

static void
on_narrow (KithSidesPage *self)
{
  gboolean narrow = kith_narrow_bin_is_narrow (self->narrow_bin);
  GtkBox *rows[] = { self->ends, self->events, self->quotes, self->needs };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gtk_orientable_set_orientation (GTK_ORIENTABLE (rows[i]), narrow
                                                                    ? GTK_ORIENTATION_VERTICAL
                                                                    : GTK_ORIENTATION_HORIZONTAL);
      gtk_box_set_homogeneous (rows[i], !narrow);
    }
}

/* To be read from the back of a room. */
static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  KithSidesPage *self = KITH_SIDES_PAGE (widget);

  if (kith_room_font_follow (&self->font, widget, SMALLEST, LEAST_FONT))
    kith_chart_view_set_room (self->chart, self->font.pixels);
  return G_SOURCE_CONTINUE;
}

static void
kith_sides_page_dispose (GObject *object)
{
  KithSidesPage *self = KITH_SIDES_PAGE (object);

  if (self->viewer != NULL)
    g_signal_handlers_disconnect_by_data (self->viewer, self);
  g_clear_pointer (&self->binder, kith_binder_free);
  g_clear_pointer (&self->sides, kith_two_sides_free);
  g_clear_pointer (&self->row, g_array_unref);
  kith_room_font_clear (&self->font);
  g_clear_object (&self->viewer);
  G_OBJECT_CLASS (kith_sides_page_parent_class)->dispose (object);
  gtk_widget_dispose_template (GTK_WIDGET (self), KITH_TYPE_SIDES_PAGE);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-sides-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KithSidesPage, narrow_bin);
  gtk_widget_class_bind_template_child (widget_class, KithSidesPage, heading);
  gtk_widget_class_bind_template_child (widget_class, KithSidesPage, place);
  gtk_widget_class_bind_template_child (widget_class, KithSidesPage, left_out);
  gtk_widget_class_bind_template_child (widget_class, KithSidesPage, back);
  gtk_widget_class_bind_template_child (widget_class, KithSidesPage, last);
  gtk_widget_class_bind_template_child (widget_class, KithSidesPage, next);
  gtk_widget_class_bind_template_child (widget_class, KithSidesPage, export);
  gtk_widget_class_bind_template_child (widget_class, KithSidesPage, ends);
  gtk_widget_class_bind_template_child (widget_class, KithSidesPage, over_time);
  gtk_widget_class_bind_template_child (widget_class, KithSidesPage, chart);
  gtk_widget_class_bind_template_child (widget_class, KithSidesPage, reading);
  gtk_widget_class_bind_template_child (widget_class, KithSidesPage, events);
  gtk_widget_class_bind_template_child (widget_class, KithSidesPage, quotes);
  gtk_widget_class_bind_template_child (widget_class, KithSidesPage, needs);
  gtk_widget_class_bind_template_child (widget_class, KithSidesPage, need_a);
  gtk_widget_class_bind_template_child (widget_class, KithSidesPage, need_b);
  gtk_widget_class_bind_template_child (widget_class, KithSidesPage, need_group_a);
  gtk_widget_class_bind_template_child (widget_class, KithSidesPage, need_group_b);
  gtk_widget_class_bind_template_callback (widget_class, on_reading);
  gtk_widget_class_bind_template_callback (widget_class, on_event_picked);
  gtk_widget_class_bind_template_callback (widget_class, leave);
  gtk_widget_class_bind_template_callback (widget_class, on_last);
  gtk_widget_class_bind_template_callback (widget_class, on_next);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
}

static void
kith_sides_page_class_init (KithSidesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kith_sides_page_dispose;
  g_signal_new ("left", KITH_TYPE_SIDES_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                0);
  g_type_ensure (KITH_TYPE_CHART_VIEW);
  g_type_ensure (KITH_TYPE_NARROW_BIN);
  g_type_ensure (KITH_TYPE_NOTE_ROW);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
kith_sides_page_init (KithSidesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  kith_chart_view_set_room (self->chart, LEAST_FONT);
  on_reading (self, NULL);
  kith_room_font_init (&self->font, GTK_WIDGET (self));
  gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

static void
bind_needs (KithSidesPage *self)
{
  self->binder = kith_binder_new (self->viewer, KITH_LINK);
  if (kith_binder_sees (self->viewer, KITH_LINK, "need_a"))
    {
      kith_binder_bind (self->binder, "need_a", GTK_WIDGET (self->need_a));
      kith_binder_bind (self->binder, "need_b", GTK_WIDGET (self->need_b));
      return;
    }
  gtk_box_remove (self->needs, self->need_group_a);
  gtk_box_remove (self->needs, self->need_group_b);
  self->need_a = self->need_b = NULL;
}

/**
 * kith_sides_page_new:
 * @viewer: whose map it is
 * @row: (transfer full): the links that follow one another
 * @link: the one that is shown
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
kith_sides_page_new (KithViewer *viewer, GArray *row, KithId link)
{
  KithSidesPage *self = g_object_new (KITH_TYPE_SIDES_PAGE, NULL);

  self->viewer = g_object_ref (viewer);
  self->row = row;
  bind_needs (self);
  show_link (self, link);
  on_narrow (self);
  g_signal_connect_swapped (viewer, "changed", G_CALLBACK (refresh), self);
  return GTK_WIDGET (self);
}

KithId
kith_sides_page_get_link (KithSidesPage *self)
{
  return self->link;
}

GArray *
kith_sides_page_get_row (KithSidesPage *self)
{
  return self->row;
}

void
kith_sides_page_set_in_room (KithSidesPage *self)
{
  gtk_widget_set_visible (self->export, FALSE);
}

/**
 * kith_sides_page_flush:
 * @self: a page
 *
 * Commits what is typed.
 */
void
kith_sides_page_flush (KithSidesPage *self)
{
  kith_binder_flush (self->binder);
}

/**
 * kith_sides_page_grab:
 * @self: a page
 *
 * The keyboard goes to its first end.
 */
void
kith_sides_page_grab (KithSidesPage *self)
{
  gtk_widget_grab_focus (gtk_widget_get_first_child (GTK_WIDGET (self->ends)));
}
