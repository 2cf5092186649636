/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-date-row.h"

#include <glib/gi18n-lib.h>

#include "kith-binder.h"
#include "kith-status.h"

#define PATIENCE 700 /* milliseconds without a key until a half-typed date is called wrong */

struct _KithDateRow
{
  AdwPreferencesRow parent_instance;

  /* Template */
  GtkEntry *text; /* a bare GtkText is nothing to a screen reader */
  GtkLabel *message;

  /* State */
  guint wait;
  gboolean setting; /* the text comes from the program */
};

G_DEFINE_FINAL_TYPE (KithDateRow, kith_date_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  CHANGED,
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
dup_typed (KithDateRow *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text))));
}

static void
say (KithDateRow *self, const char *words, gboolean wrong)
{
  gtk_widget_set_visible (GTK_WIDGET (self->message), *words != '\0');
  kith_status_set_text (self->message, words);
  if (wrong)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->message), "dim-label");
      gtk_widget_add_css_class (GTK_WIDGET (self->message), "error");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->message), "error");
      gtk_widget_add_css_class (GTK_WIDGET (self->message), "dim-label");
    }
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

/* What was understood is worth saying only where it differs from what stands above it. */
static void
say_understood (KithDateRow *self, const char *typed, const KithDate *date)
{
  g_autofree char *words = kith_date_to_words (date);
  g_autofree char *said = NULL;

  if (g_ascii_strcasecmp (words, typed) == 0)
    {
      say (self, "", FALSE);
      return;
    }
  /* Translators: beneath a typed date, how it was understood: "Understood as about 1995" */
  said = g_strdup_printf (_ ("Understood as %s"), words);
  say (self, said, FALSE);
}

static void
judge (KithDateRow *self, gboolean patient)
{
  g_autofree char *typed = dup_typed (self);
  g_autoptr (GError) error = NULL;
  KithDate date;

  if (*typed == '\0')
    say (self, "", FALSE);
  else if (kith_date_parse (typed, &date, &error))
    say_understood (self, typed, &date);
  else if (patient)
    say (self, "", FALSE);
  else
    say (self, error->message, TRUE);
}

static gboolean
on_waited (gpointer data)
{
  KithDateRow *self = data;

  self->wait = 0;
  judge (self, FALSE);
  return G_SOURCE_REMOVE;
}

static void
on_changed (KithDateRow *self)
{
  if (self->setting)
    return;
  judge (self, TRUE);
  g_clear_handle_id (&self->wait, g_source_remove);
  self->wait = g_timeout_add (PATIENCE, on_waited, self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_activate (KithDateRow *self)
{
  judge (self, FALSE);
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
on_pressed (GtkGestureClick *click, int n_press, double x, double y, KithDateRow *self)
{
  gtk_entry_grab_focus_without_selecting (self->text);
}

static void
on_title (KithDateRow *self)
{
  kith_widget_name_after (GTK_WIDGET (self->text), ADW_PREFERENCES_ROW (self));
  kith_widget_name_after (GTK_WIDGET (self), ADW_PREFERENCES_ROW (self));
}

static gboolean
kith_date_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (KITH_DATE_ROW (widget)->text));
}

static void
kith_date_row_dispose (GObject *object)
{
  KithDateRow *self = KITH_DATE_ROW (object);

  g_clear_handle_id (&self->wait, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), KITH_TYPE_DATE_ROW);
  G_OBJECT_CLASS (kith_date_row_parent_class)->dispose (object);
}

/* Not as a person who types. */
static void
set_text (KithDateRow *self, const char *text)
{
  g_clear_handle_id (&self->wait, g_source_remove);
  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->text), text);
  self->setting = FALSE;
}

static void
kith_date_row_class_init (KithDateRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_date_row_dispose;
  widget_class->grab_focus = kith_date_row_grab_focus;
  signals[CHANGED] = g_signal_new ("changed", KITH_TYPE_DATE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", KITH_TYPE_DATE_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-date-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KithDateRow, text);
  gtk_widget_class_bind_template_child (widget_class, KithDateRow, message);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
kith_date_row_init (KithDateRow *self)
{
  GtkGesture *click;

  gtk_widget_init_template (GTK_WIDGET (self));
  click = gtk_gesture_click_new ();
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (self, "notify::title", G_CALLBACK (on_title), NULL);
}

/**
 * kith_date_row_new:
 *
 * Returns: (transfer floating): an empty date row
 */
GtkWidget *
kith_date_row_new (void)
{
  return g_object_new (KITH_TYPE_DATE_ROW, NULL);
}

/**
 * kith_date_row_set_date:
 * @self: a date row
 * @date: what it shows; an unset date is an empty row
 */
void
kith_date_row_set_date (KithDateRow *self, const KithDate *date)
{
  g_autofree char *words = kith_date_is_set (date) ? kith_date_to_words (date) : g_strdup ("");

  set_text (self, words);
  say (self, "", FALSE);
}

/**
 * kith_date_row_set_text:
 * @self: a date row
 * @text: what was typed there before, a date or not
 */
void
kith_date_row_set_text (KithDateRow *self, const char *text)
{
  set_text (self, text);
  judge (self, FALSE);
}

/**
 * kith_date_row_dup_text:
 * @self: a date row
 *
 * Returns: (transfer full): what stands there, a date or not
 */
char *
kith_date_row_dup_text (KithDateRow *self)
{
  return dup_typed (self);
}

/**
 * kith_date_row_get_date:
 * @self: a date row
 * @date: (out): what was understood
 *
 * Returns: whether what stands there is a date or nothing
 */
gboolean
kith_date_row_get_date (KithDateRow *self, KithDate *date)
{
  g_autofree char *typed = dup_typed (self);

  if (*typed == '\0')
    {
      *date = (KithDate) KITH_DATE_INIT;
      return TRUE;
    }
  return kith_date_parse (typed, date, NULL);
}
