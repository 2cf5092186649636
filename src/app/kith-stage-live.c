/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done to the map live in the room: a stakeholder that somebody names, a rating that the room
 * agrees on beside the story of a link. */
#include "kith-stage-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-binder.h"
#include "kith-two-sides.h"
#include "kith-verbs.h"

/* --- A name --- */

static const KithStakeholder *
find_name (KithMap *map, const char *name)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  KITH_FOR_EACH (KithStakeholder, one, map, KITH_STAKEHOLDER)
    {
      g_autofree char *long_name = g_utf8_casefold (one->name, -1);
      g_autofree char *short_name = g_utf8_casefold (one->short_name, -1);

      if (strcmp (wanted, long_name) == 0 || strcmp (wanted, short_name) == 0)
        return one;
    }
  return NULL;
}

static void
show_one (KithStage *self, KithId id, const char *format, const char *name)
{
  g_autofree char *text = g_strdup_printf (format, name);

  kith_stage_by_hand (self);
  kith_viewer_select_only (self->viewer, id);
  kith_canvas_show (self->canvas, id);
  kith_stage_say (self, text);
}

/* One that has ended or is to come is shown with all such from now on. */
static gboolean
is_there (KithStage *self, KithId id)
{
  if (kith_viewer_not_now (self->viewer, id))
    kith_viewer_set_ended (self->viewer, TRUE);
  if (kith_viewer_hides (self->viewer, id))
    kith_viewer_keep (self->viewer, id);
  return kith_map_stakeholder (kith_viewer_get_map (self->viewer), id) != NULL;
}

/* FALSE: it could not be, which has been said. */
static gboolean
add_name (KithStage *self, const char *name)
{
  const KithStakeholder *there = find_name (kith_viewer_get_seen_map (self->viewer), name);
  KithId id = there != NULL ? there->record.id : 0;
  double x = 0, y = 0;

  if (there != NULL && is_there (self, id))
    {
      show_one (self, id, _ ("%s is on the map already."), name);
      return TRUE;
    }
  if (kith_viewer_refuses_past (self->viewer))
    return FALSE;
  kith_canvas_free_place (self->canvas, &x, &y);
  kith_stage_begin_step (self);
  if (!kith_canvas_add (self->canvas,
                        kith_verb_add_stakeholder (kith_viewer_get_whole_map (self->viewer), name,
                                                   0, x, y, &id)))
    return FALSE;
  show_one (self, id, _ ("%s is on the map."), name);
  return TRUE;
}

/* FALSE: there is none. */
static gboolean
take_name (KithStage *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));

  if (*name == '\0')
    return FALSE;
  if (add_name (self, name))
    gtk_editable_set_text (self->name, "");
  return TRUE;
}

static void
on_name (KithStage *self)
{
  if (!take_name (self))
    kith_stage_end_asking (self);
}

/**
 * kith_stage_settle:
 * @self: a stage
 *
 * A name that is being typed is added, as Enter would, rather than lost.
 */
void
kith_stage_settle (KithStage *self)
{
  kith_stage_flush (self);
  if (gtk_widget_get_visible (self->card))
    take_name (self);
}

void
kith_stage_ask_name (KithStage *self)
{
  kith_stage_end_story (self);
  gtk_editable_set_text (self->name, "");
  gtk_widget_set_visible (self->card, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

void
kith_stage_end_asking (KithStage *self)
{
  if (!gtk_widget_get_visible (self->card))
    return;
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_visible (self->card, FALSE);
  kith_viewer_select_only (self->viewer, 0);
}

static GtkWidget *
make_button (const char *words, GCallback on_clicked, KithStage *self)
{
  GtkWidget *button = gtk_button_new_with_label (words);

  kith_widget_set_name (button, words);
  g_signal_connect_swapped (button, "clicked", on_clicked, self);
  return button;
}

static GtkWidget *
make_card (KithStage *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_label_new (_ ("Who is missing?"));
  GtkWidget *entry = gtk_entry_new ();

  self->name = GTK_EDITABLE (entry);
  gtk_editable_set_width_chars (self->name, 20);
  gtk_entry_set_max_length (GTK_ENTRY (entry), 500);
  gtk_editable_set_enable_undo (self->name, FALSE);
  kith_widget_set_name (entry, _ ("Name of a stakeholder"));
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_name), self);
  gtk_box_append (GTK_BOX (card), words);
  gtk_box_append (GTK_BOX (card), entry);
  gtk_box_append (GTK_BOX (card), make_button (_ ("Add"), G_CALLBACK (on_name), self));
  gtk_box_append (GTK_BOX (card),
                  make_button (_ ("Close"), G_CALLBACK (kith_stage_end_asking), self));
  gtk_widget_add_css_class (card, "kith-stage-card");
  gtk_widget_set_halign (card, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (card, GTK_ALIGN_END);
  gtk_widget_set_visible (card, FALSE);
  return card;
}

/* --- What the room agrees on --- */

gboolean
kith_stage_is_telling (KithStage *self)
{
  return self->story != NULL;
}

void
kith_stage_agree (KithStage *self, KithEnd end, KithScore score)
{
  KithDate today = kith_viewer_date (self->viewer);
  g_autofree char *text = NULL;
  KithEdit *edit;

  if (self->story == NULL || !gtk_widget_get_visible (GTK_WIDGET (self->agreed)))
    return;
  edit = kith_verb_rate_as (kith_viewer_get_whole_map (self->viewer),
                            kith_sides_page_get_link (self->story), end, KITH_TRUST, score,
                            KITH_BASIS_AGREED, &today);
  if (!kith_stage_perform (self, edit))
    return;
  /* Translators: a step of trust: "Strong" */
  text = g_strdup_printf (_ ("Agreed in the room: %s"), kith_score_word (KITH_TRUST, (int) score));
  kith_stage_say (self, text);
}

/* The one whose steps or whose words have the keyboard; FALSE: neither has. */
gboolean
kith_stage_get_end (KithStage *self, KithEnd *end)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->agreed));
  GtkWidget *first = last != NULL ? gtk_widget_get_prev_sibling (last) : NULL;

  if (focus == NULL || first == NULL)
    return FALSE;
  *end = gtk_widget_is_ancestor (focus, last) ? KITH_END_B : KITH_END_A;
  return gtk_widget_is_ancestor (focus, last) || gtk_widget_is_ancestor (focus, first)
         || kith_sides_page_get_end (self->story, end);
}

static void
on_step (GtkButton *button, KithStage *self)
{
  kith_stage_agree (self, (KithEnd) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "end")),
                    (KithScore) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "score")));
}

static GtkWidget *
make_step (KithStage *self, const KithSide *side, KithEnd end, KithScore score)
{
  const char *word = kith_score_word (KITH_TRUST, (int) score);
  g_autofree char *label = KITH_SCORE_IS_STEP (score) ? g_strdup_printf ("%d %s", (int) score, word)
                                                      : g_strdup (word);
  /* Translators: a button for screen readers: "What Police make of ED: 4 Strong" */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), side->heading, label);
  GtkWidget *button = gtk_button_new_with_label (label);
  GtkWidget *inside = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_wrap (GTK_LABEL (inside), TRUE);
  gtk_label_set_justify (GTK_LABEL (inside), GTK_JUSTIFY_CENTER);
  kith_widget_set_name (button, name);
  g_object_set_data (G_OBJECT (button), "end", GINT_TO_POINTER ((int) end));
  g_object_set_data (G_OBJECT (button), "score", GINT_TO_POINTER ((int) score));
  g_signal_connect (button, "clicked", G_CALLBACK (on_step), self);
  return button;
}

static GtkWidget *
make_steps (KithStage *self, const KithSide *side, KithEnd end)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *steps = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *heading = gtk_label_new (side->heading);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_ellipsize (GTK_LABEL (heading), PANGO_ELLIPSIZE_END);
  gtk_box_set_homogeneous (GTK_BOX (steps), TRUE);
  for (int score = KITH_SCORE_1; score <= KITH_SCORE_NOT_KNOWN; score++)
    gtk_box_append (GTK_BOX (steps), make_step (self, side, end, (KithScore) score));
  gtk_box_append (GTK_BOX (row), heading);
  gtk_box_append (GTK_BOX (row), steps);
  return row;
}

static void
make_agreed (KithStage *self, KithId link)
{
  KithAudience audience = kith_viewer_get_view (self->viewer)->audience;
  g_autoptr (KithTwoSides) sides = kith_two_sides_new (kith_viewer_get_map (self->viewer), link,
                                                       audience);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->agreed))) != NULL)
    gtk_box_remove (self->agreed, child);
  gtk_widget_set_visible (GTK_WIDGET (self->agreed), sides != NULL && audience != KITH_PUBLIC);
  if (sides == NULL || audience == KITH_PUBLIC)
    return;
  gtk_box_append (self->agreed, gtk_label_new (_ ("What does the room agree on?")));
  gtk_label_set_xalign (GTK_LABEL (gtk_widget_get_first_child (GTK_WIDGET (self->agreed))), 0);
  for (int end = KITH_END_A; end <= KITH_END_B; end++)
    gtk_box_append (self->agreed, make_steps (self, &sides->sides[end], (KithEnd) end));
}

/* --- The story of a link --- */

static GtkWidget *
make_story (KithStage *self, KithId link)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GArray) row = g_array_new (FALSE, FALSE, sizeof (KithId));
  GtkWidget *page;

  g_array_append_val (row, link);
  page = kith_sides_page_new (self->viewer, g_steal_pointer (&row), link);
  kith_sides_page_set_in_room (KITH_SIDES_PAGE (page));
  g_signal_connect_swapped (page, "left", G_CALLBACK (kith_stage_end_story), self);
  self->story = KITH_SIDES_PAGE (page);
  gtk_widget_set_vexpand (page, TRUE);
  self->agreed = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
  gtk_widget_add_css_class (GTK_WIDGET (self->agreed), "kith-stage-agreed");
  gtk_box_append (GTK_BOX (box), page);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->agreed));
  make_agreed (self, link);
  return box;
}

void
kith_stage_tell_story (KithStage *self, KithId link)
{
  const KithScene *scene = kith_stage_seen (self);
  GtkWidget *map = gtk_stack_get_child_by_name (self->pages, "map");
  GtkWidget *story;

  if (link == 0 && scene != NULL)
    link = scene->link;
  if (kith_map_link (kith_viewer_get_map (self->viewer), link) == NULL)
    {
      kith_stage_say (self, _ ("Click on a link to see its story."));
      return;
    }
  kith_stage_end_story (self);
  story = make_story (self, link);
  gtk_stack_add_named (self->pages, story, "story");
  gtk_stack_set_visible_child (self->pages, story);
  gtk_widget_set_visible (map, FALSE); /* else a screen reader would find it */
  /* never on a step: a clicker's key would rate */
  gtk_widget_child_focus (story, GTK_DIR_TAB_FORWARD);
}

/**
 * kith_stage_flush:
 * @self: a stage
 *
 * What has been typed beside a story is done.
 */
void
kith_stage_flush (KithStage *self)
{
  g_return_if_fail (KITH_IS_STAGE (self));

  if (self->story == NULL)
    return;
  kith_stage_begin_step (self);
  kith_sides_page_flush (self->story);
}

void
kith_stage_end_story (KithStage *self)
{
  GtkWidget *story = gtk_stack_get_child_by_name (self->pages, "story");
  GtkWidget *map = gtk_stack_get_child_by_name (self->pages, "map");

  if (story == NULL)
    return;
  kith_stage_flush (self);
  self->story = NULL;
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_visible (map, TRUE);
  gtk_stack_set_visible_child (self->pages, map);
  gtk_stack_remove (self->pages, story);
  self->agreed = NULL;
}

void
kith_stage_live_init (KithStage *self)
{
  self->card = make_card (self);
  gtk_overlay_add_overlay (self->overlay, self->card);
}
