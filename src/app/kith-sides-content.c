/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands on the page of what each end sees: words, lists, and what an end makes of the other. */
#include <glib/gi18n-lib.h>

#include "kith-binder.h"
#include "kith-sides-page.h"
#include "kith-verbs-quote.h"

/**
 * kith_sides_words:
 * @text: plain text
 * @style: (nullable): a class
 *
 * Returns: (transfer floating): the text, wrapped
 */
GtkWidget *
kith_sides_words (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
record_words (gconstpointer record)
{
  g_autofree char *words = NULL;
  g_autofree char *status = NULL;
  GtkWidget *box, *label;

  if (KITH_KIND (record) == KITH_EVENT)
    {
      words = kith_event_to_line (record);
      return kith_sides_words (words, NULL);
    }
  words = kith_quote_in_marks (record);
  status = kith_quote_status_words (record);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  label = kith_sides_words (words, "kith-sides-quote");
  if (((const KithQuote *) record)->status == KITH_QUOTE_LET_GO)
    gtk_widget_add_css_class (label, "kith-let-go");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), kith_sides_words (status, "kith-sides-dim"));
  return box;
}

/**
 * kith_sides_list:
 * @heading: what they are
 * @records: (element-type KithRecord): events or inherited lines
 * @nothing: what stands there for none
 *
 * Returns: (transfer floating): a column
 */
GtkWidget *
kith_sides_list (const char *heading, GPtrArray *records, const char *nothing)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_box_append (GTK_BOX (box), kith_sides_words (heading, "heading"));
  for (guint i = 0; i < records->len; i++)
    gtk_box_append (GTK_BOX (box), record_words (records->pdata[i]));
  if (records->len == 0)
    gtk_box_append (GTK_BOX (box), kith_sides_words (nothing, "kith-sides-dim"));
  return box;
}

static void
append_said (GString *said, const char *words)
{
  if (*words != '\0')
    g_string_append_printf (said, "%s%s", said->len > 0 ? " · " : "", words);
}

/* Of respect and understanding one line each, where anything has been said. */
static void
append_view (GtkBox *box, const KithSideView *view)
{
  g_autoptr (GString) said = g_string_new (NULL);

  append_said (said, view->words);
  append_said (said, view->voices);
  append_said (said, view->basis);
  if (kith_opinion_is_rated (&view->opinion))
    {
      /* Translators: "Respect: 4 Strong · their own words" */
      g_autofree char *line = g_strdup_printf (_ ("%s: %s"), view->title, said->str);

      gtk_box_append (box, kith_sides_words (line, NULL));
    }
}

static void
append_trust (GtkBox *box, const KithSideView *view)
{
  g_autoptr (GString) said = g_string_new (NULL);
  GtkWidget *words = kith_sides_words (view->words, "kith-sides-step");

  gtk_box_append (box, words);
  if (view->opinion.voices > 0)
    {
      g_autofree char *class = g_strdup_printf ("step-%d", view->opinion.step);

      gtk_widget_add_css_class (words, class);
    }
  if (*view->sentence != '\0')
    gtk_box_append (box, kith_sides_words (view->sentence, "kith-sides-sentence"));
  append_said (said, view->voices);
  append_said (said, view->basis);
  if (said->len > 0)
    gtk_box_append (box, kith_sides_words (said->str, "kith-sides-dim"));
}

static char *
spoken (const KithSide *side, gboolean has_ratings)
{
  if (!has_ratings)
    return g_strdup (side->heading);
  /* Translators: read aloud: what an end makes of the other, its rating, what that means */
  return g_strdup_printf (_ ("%s: %s. %s"), side->heading, side->views[KITH_TRUST].words,
                          side->views[KITH_TRUST].sentence);
}

/**
 * kith_sides_end_new:
 * @sides: what each end sees
 * @end: an end
 *
 * Returns: (transfer floating): what it makes of the other
 */
GtkWidget *
kith_sides_end_new (const KithTwoSides *sides, KithEnd end)
{
  const KithSide *side = &sides->sides[end];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *card = gtk_button_new ();
  g_autofree char *name = spoken (side, sides->has_ratings);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "kith-sides-end");
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), kith_sides_words (side->heading, "heading"));
  if (sides->has_ratings)
    {
      append_trust (GTK_BOX (box), &side->views[KITH_TRUST]);
      append_view (GTK_BOX (box), &side->views[KITH_RESPECT]);
      append_view (GTK_BOX (box), &side->views[KITH_UNDERSTANDING]);
    }
  else
    gtk_box_append (GTK_BOX (box),
                    kith_sides_words (_ ("The public sees no ratings."), "kith-sides-dim"));
  gtk_button_set_child (GTK_BUTTON (card), box);
  kith_widget_set_name (card, name);
  return card;
}
