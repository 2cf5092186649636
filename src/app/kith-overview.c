/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-overview.h"

#include "kith-style.h"
#include "kith-subwindow.h"

typedef struct
{
  KithWindow *window; /* borrowed: it is what this is transient for */
  KithViewer *viewer; /* owned */
  KithAudience audience;
  AdwHeaderBar *bar;
  AdwToastOverlay *toasts;
  GtkBox *body;
} KithOverviewPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (KithOverview, kith_overview, ADW_TYPE_WINDOW)

#define PRIVATE(self) ((KithOverviewPrivate *) kith_overview_get_instance_private (self))

#define WIDEST 1040

static void
on_message (KithViewer *viewer, const char *text, gboolean is_error, KithOverview *self)
{
  if (*text != '\0')
    kith_overview_say (self, text);
}

/* For another audience it goes (kith-onlookers.h). */
static void
on_view_changed (KithViewer *viewer, KithOverview *self)
{
  if (kith_viewer_get_view (viewer)->audience == PRIVATE (self)->audience)
    KITH_OVERVIEW_GET_CLASS (self)->fill (self);
}

static void
on_changed (KithViewer *viewer, KithEdit *edit, KithOverview *self)
{
  KITH_OVERVIEW_GET_CLASS (self)->fill (self);
}

/* TRUE: something stays that could not be stored. */
static gboolean
on_settle (KithViewer *viewer, KithOverview *self)
{
  return gtk_widget_get_mapped (GTK_WIDGET (self))
         && !KITH_OVERVIEW_GET_CLASS (self)->settle (self);
}

/* What is typed is kept; it stays for what cannot be, but never for another audience. */
static gboolean
kith_overview_close_request (GtkWindow *window)
{
  KithOverviewPrivate *private = PRIVATE (KITH_OVERVIEW (window));
  gboolean settled = KITH_OVERVIEW_GET_CLASS (window)->settle (KITH_OVERVIEW (window));

  if (!settled && kith_viewer_get_view (private->viewer)->audience == private->audience)
    return GDK_EVENT_STOP;
  return GTK_WINDOW_CLASS (kith_overview_parent_class)->close_request (window);
}

static void
kith_overview_dispose (GObject *object)
{
  KithOverviewPrivate *private = PRIVATE (KITH_OVERVIEW (object));

  if (private->viewer != NULL)
    g_signal_handlers_disconnect_by_data (private->viewer, object);
  g_clear_object (&private->viewer);
  G_OBJECT_CLASS (kith_overview_parent_class)->dispose (object);
}

static void
fill_nothing (KithOverview *self)
{
}

/* Leaving an entry stores what is typed in it. */
static gboolean
leave_entry (KithOverview *self)
{
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  return TRUE;
}

static void
kith_overview_class_init (KithOverviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kith_overview_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = kith_overview_close_request;
  klass->fill = fill_nothing;
  klass->settle = leave_entry;
}

static void
kith_overview_init (KithOverview *self)
{
  KithOverviewPrivate *private = PRIVATE (self);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  private->bar = ADW_HEADER_BAR (adw_header_bar_new ());
  private->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  private->body = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  gtk_widget_set_vexpand (GTK_WIDGET (private->toasts), TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDEST);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), WIDEST);
  g_object_set (private->body, "margin-start", 12, "margin-end", 12, "margin-top", 18,
                "margin-bottom", 24, NULL);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (private->body));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_toast_overlay_set_child (private->toasts, scroller);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (private->bar));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (private->toasts));
  adw_window_set_content (ADW_WINDOW (self), content);
  kith_subwindow_take_escape (GTK_WINDOW (self), NULL);
  gtk_window_set_default_size (GTK_WINDOW (self), 900, 720);
  gtk_widget_set_size_request (GTK_WIDGET (self), 340, -1);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  kith_style_follow (GTK_WIDGET (self));
}

/**
 * kith_overview_open:
 * @self: a new one
 * @window: a window with a map
 * @title: what it is of
 */
void
kith_overview_open (KithOverview *self, KithWindow *window, const char *title)
{
  KithOverviewPrivate *private = PRIVATE (self);
  KithViewer *viewer = kith_window_get_viewer (window);

  private->window = window;
  private->viewer = g_object_ref (viewer);
  private->audience = kith_viewer_get_view (viewer)->audience;
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (window));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  g_signal_connect (viewer, "message", G_CALLBACK (on_message), self);
  g_signal_connect (viewer, "view-changed", G_CALLBACK (on_view_changed), self);
  g_signal_connect (viewer, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect (viewer, "settle", G_CALLBACK (on_settle), self);
  kith_subwindow_follow_past (private->toasts, viewer);
  KITH_OVERVIEW_GET_CLASS (self)->fill (self);
  gtk_window_present (GTK_WINDOW (self));
}

KithViewer *
kith_overview_get_viewer (KithOverview *self)
{
  return PRIVATE (self)->viewer;
}

KithWindow *
kith_overview_get_window (KithOverview *self)
{
  return PRIVATE (self)->window;
}

AdwHeaderBar *
kith_overview_get_bar (KithOverview *self)
{
  return PRIVATE (self)->bar;
}

GtkBox *
kith_overview_get_body (KithOverview *self)
{
  return PRIVATE (self)->body;
}

void
kith_overview_say (KithOverview *self, const char *text)
{
  kith_subwindow_say (PRIVATE (self)->toasts, text);
}

/**
 * kith_overview_sentence:
 * @text: a sentence
 * @dim: whether it stands back
 *
 * Returns: (transfer floating): a label that wraps
 */
GtkWidget *
kith_overview_sentence (const char *text, gboolean dim)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (dim)
    gtk_widget_add_css_class (label, "dim-label");
  return label;
}
