/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-help.h"

#include <glib/gi18n.h>

#include "kith-config.h"
#include "kith-onlookers.h"

typedef struct
{
  const char *icon;
  const char *heading;
  const char *text;
} Step;

static const Step steps[] = {
  { "kith-add-stakeholder-symbolic", N_ ("Put somebody on the map"),
    N_ ("Double-click on empty ground, or press N, and type a name. Kith guesses the sector; one "
        "click changes it. Tab makes a linked neighbour.") },
  { "kith-link-symbolic", N_ ("Link them"),
    N_ ("Drag from the edge of one box to another, or select one, press L and choose the other.") },
  { "kith-select-symbolic", N_ ("Say what each makes of the other"),
    N_ ("A link has two ends, and each has its own view. Select the link: the keys 1 to 5 rate "
        "the end that wears the ring, Tab goes to the other, 0 is “not known”.") },
  { "kith-event-symbolic", N_ ("Write down what happened"),
    N_ ("Trust has a history. Add the promise that was kept and the one that was not: a year, or "
        "“about 1995”, is date enough. Ctrl+Alt+K compares two dates: what came, went, rose "
        "and fell.") },
  { "kith-audience-partners-symbolic", N_ ("Before anybody else looks"),
    N_ ("Switch the window to Partners at the top. Private notes, impressions and who told what "
        "are then not in it, nor in the pictures you export from it.") },
  { "media-playback-start-symbolic", N_ ("Show it to a room"),
    N_ ("F4 keeps looks at the map as scenes, with a title and a sentence; F5 presents them on the "
        "whole screen, as Partners may see them. Ctrl+F5 is a workshop: the room rates one link at a "
        "time. H there shows the keys.") },
  { "kith-export-symbolic", N_ ("Take it away"),
    N_ ("Export makes a PDF for a board paper, a poster for the wall or a picture for a slide. "
        "Every change is kept at once; give the map a name, and it saves itself from then on.") },
};

static GtkWidget *
make_text (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_step (const Step *step)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name", step->icon,
                                   "pixel-size", 24, "valign", GTK_ALIGN_START, NULL);

  gtk_box_append (GTK_BOX (words), make_text (_ (step->heading), "heading"));
  gtk_box_append (GTK_BOX (words), make_text (_ (step->text), "body"));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (row), image);
  gtk_box_append (GTK_BOX (row), words);
  return row;
}

static GtkWidget *
make_steps (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 21);

  gtk_box_append (GTK_BOX (box), make_text (_ ("First five minutes"), "title-2"));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    gtk_box_append (GTK_BOX (box), make_step (&steps[i]));

  gtk_widget_set_margin_start (box, 24);
  gtk_widget_set_margin_end (box, 24);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 24);
  return box;
}

static gboolean
on_escape (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

void
kith_help_show_first_minutes (GtkWindow *parent)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), gtk_label_new (NULL));
  gtk_widget_add_css_class (bar, "flat");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), make_steps ());
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), scrolled);

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape,
                                                                                  0),
                                                          gtk_callback_action_new (on_escape, NULL,
                                                                                   NULL)));
  gtk_widget_add_controller (window, keys);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _ ("First Five Minutes"));
  gtk_window_set_default_size (GTK_WINDOW (window), 540, 720);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  kith_onlookers_let_stay (GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
}

void
kith_help_show_about (GtkWindow *parent)
{
  GtkWidget *window = g_object_new (
      ADW_TYPE_ABOUT_WINDOW, "transient-for", parent, "modal", TRUE, "application-name", _ ("Kith"),
      "application-icon", KITH_APP_ID, "version", KITH_VERSION, "developer-name",
      _ ("The Kith contributors"), "copyright", "© 2026 The Kith contributors", "license-type",
      GTK_LICENSE_GPL_3_0, "comments",
      _ ("Maps of who works with whom in a place, how far they trust each other, and the history "
         "behind it. Your maps stay on this computer."),
      /* Translators: put your names here, one a line */
      "translator-credits", _ ("translator-credits"), NULL);

  kith_onlookers_let_stay (GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
}
