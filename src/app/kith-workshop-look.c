/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a workshop's window is made of. */
#include <glib/gi18n-lib.h>

#include "kith-binder.h"
#include "kith-workshop-private.h"

GtkWidget *
kith_workshop_button (const char *words, GCallback on_clicked, gpointer data)
{
  GtkWidget *button = gtk_button_new_with_label (words);

  g_signal_connect_swapped (button, "clicked", on_clicked, data);
  return button;
}

static void
on_back (KithWorkshop *self)
{
  kith_workshop_step (self, -1);
}

static void
on_next (KithWorkshop *self)
{
  kith_workshop_step (self, 1);
}

/* From the first link of which an end has not been rated. */
static void
on_rest (KithWorkshop *self)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      KithId link = g_array_index (self->links, KithId, i);

      if (kith_workshop_is_done (self->before, kith_workshop_get_map (self), link))
        continue;
      kith_workshop_go (self, i);
      return;
    }
}

static GtkWidget *
make_top (KithWorkshop *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  GtkWidget *progress = gtk_label_new ("");
  GtkWidget *heard = gtk_label_new ("");

  self->progress = GTK_LABEL (progress);
  self->heard = GTK_LABEL (heard);
  gtk_widget_set_hexpand (progress, TRUE);
  gtk_label_set_xalign (self->progress, 0);
  gtk_label_set_ellipsize (self->heard, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (progress, "kith-workshop-heading");
  gtk_box_append (GTK_BOX (box), progress);
  gtk_box_append (GTK_BOX (box), heard);
  gtk_widget_add_css_class (box, "kith-workshop-top");
  return box;
}

static GtkWidget *
make_ends (KithWorkshop *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_autoptr (GtkSizeGroup) headings = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  for (int end = KITH_END_A; end <= KITH_END_B; end++)
    {
      gtk_box_append (GTK_BOX (box),
                      kith_workshop_end_init (&self->ends[end], self, (KithEnd) end));
      gtk_size_group_add_widget (headings, GTK_WIDGET (self->ends[end].heading));
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
make_bar (KithWorkshop *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *skip = kith_workshop_button (_ ("Skip"), G_CALLBACK (kith_workshop_skip), self);

  self->back = kith_workshop_button (_ ("Back"), G_CALLBACK (on_back), self);
  self->next = kith_workshop_button (_ ("Next"), G_CALLBACK (on_next), self);
  self->silently = kith_workshop_button (_ ("Silently First"),
                                         G_CALLBACK (kith_workshop_toggle_silent), self);
  self->reveal = kith_workshop_button (_ ("Reveal"), G_CALLBACK (kith_workshop_reveal), self);
  gtk_widget_add_css_class (self->reveal, "suggested-action");
  gtk_box_append (GTK_BOX (bar), self->back);
  gtk_box_append (GTK_BOX (bar), skip);
  gtk_box_append (GTK_BOX (bar), g_object_new (GTK_TYPE_BOX, "hexpand", TRUE, NULL));
  gtk_box_append (GTK_BOX (bar), self->silently);
  gtk_box_append (GTK_BOX (bar), self->reveal);
  gtk_box_append (GTK_BOX (bar), g_object_new (GTK_TYPE_BOX, "hexpand", TRUE, NULL));
  gtk_box_append (GTK_BOX (bar),
                  kith_workshop_button (_ ("End"), G_CALLBACK (kith_workshop_end), self));
  gtk_box_append (GTK_BOX (bar), self->next);
  gtk_widget_add_css_class (bar, "kith-workshop-bar");
  return bar;
}

static GtkWidget *
make_link_page (KithWorkshop *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->picture = KITH_WORKSHOP_PICTURE (kith_workshop_picture_new ());
  gtk_box_append (GTK_BOX (box), make_top (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->picture));
  gtk_box_append (GTK_BOX (box), make_ends (self));
  gtk_box_append (GTK_BOX (box), make_bar (self));
  return box;
}

static GtkWidget *
make_done_page (KithWorkshop *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *title = gtk_label_new (_ ("That was the last link"));
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *end = kith_workshop_button (_ ("End the Workshop"), G_CALLBACK (kith_workshop_end),
                                         self);

  self->summary = GTK_LABEL (gtk_label_new (""));
  self->rest = kith_workshop_button (_ ("Go Through What Is Not Rated"), G_CALLBACK (on_rest),
                                     self);
  gtk_label_set_wrap (self->summary, TRUE);
  gtk_label_set_justify (self->summary, GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (self->summary, 48);
  gtk_widget_add_css_class (title, "kith-stage-title");
  gtk_widget_add_css_class (end, "suggested-action");
  gtk_box_append (GTK_BOX (buttons), self->rest);
  gtk_box_append (GTK_BOX (buttons), end);
  gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "kith-workshop-bar");
  return box;
}

static void
make_over (KithWorkshop *self)
{
  self->black = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->toast = GTK_LABEL (gtk_label_new (""));
  self->status = GTK_LABEL (
      g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "opacity", 0.0,
                    "can-target", FALSE, "halign", GTK_ALIGN_START, "valign", GTK_ALIGN_END, NULL));
  gtk_label_set_ellipsize (self->status, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->black, "kith-stage-black");
  gtk_widget_add_css_class (GTK_WIDGET (self->toast), "kith-stage-toast");
  gtk_label_set_wrap (self->toast, TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self->toast), FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self->toast), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self->toast), GTK_ALIGN_START);
  gtk_widget_set_visible (GTK_WIDGET (self->toast), FALSE);
  gtk_widget_set_visible (self->black, FALSE);
  kith_widget_set_name (self->black, _ ("The screen is black"));
  gtk_overlay_add_overlay (self->overlay, GTK_WIDGET (self->toast));
  gtk_overlay_add_overlay (self->overlay, GTK_WIDGET (self->status));
  gtk_overlay_add_overlay (self->overlay, self->black);
}

void
kith_workshop_make (KithWorkshop *self)
{
  self->overlay = GTK_OVERLAY (gtk_overlay_new ());
  self->pages = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->pages, make_link_page (self), "link");
  gtk_stack_add_named (self->pages, make_done_page (self), "done");
  gtk_widget_add_css_class (GTK_WIDGET (self->pages), "kith-workshop");
  gtk_overlay_set_child (self->overlay, GTK_WIDGET (self->pages));
  make_over (self);
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (self->overlay));
}
