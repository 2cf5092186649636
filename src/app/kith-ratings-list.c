/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-ratings-list.h"

#include "kith-rating-row.h"
#include "kith-record-list.h"

struct _KithRatingsList
{
  GtkWidget parent_instance;

  /* Template */
  GtkListBox *list;

  /* State */
  GPtrArray *shown; /* owned */
};

G_DEFINE_FINAL_TYPE (KithRatingsList, kith_ratings_list, GTK_TYPE_WIDGET)

static void
kith_ratings_list_dispose (GObject *object)
{
  g_clear_pointer (&KITH_RATINGS_LIST (object)->shown, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), KITH_TYPE_RATINGS_LIST);
  G_OBJECT_CLASS (kith_ratings_list_parent_class)->dispose (object);
}

static void
kith_ratings_list_class_init (KithRatingsListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_ratings_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-ratings-list.ui");
  gtk_widget_class_bind_template_child (widget_class, KithRatingsList, list);
}

static void
kith_ratings_list_init (KithRatingsList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kith_ratings_list_new:
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
kith_ratings_list_new (void)
{
  return g_object_new (KITH_TYPE_RATINGS_LIST, NULL);
}

/* Has the same voice rated trust or whatever this one rates later? Oldest first. */
static gboolean
is_superseded (GPtrArray *ratings, guint i)
{
  const KithAssessment *rating = ratings->pdata[i];

  for (int d = 0; d < KITH_N_SCORES; d++)
    {
      gboolean again = rating->scores[d] == KITH_SCORE_UNSET;

      for (guint k = i + 1; k < ratings->len && !again; k++)
        {
          const KithAssessment *later = ratings->pdata[k];

          again = g_str_equal (later->voice, rating->voice) && later->scores[d] != KITH_SCORE_UNSET;
        }
      if (!again)
        return FALSE;
    }
  return TRUE;
}

/**
 * kith_ratings_list_show:
 * @self: a list
 * @viewer: whose map it is
 * @ratings: (element-type KithAssessment): the ratings of one end, oldest first
 */
void
kith_ratings_list_show (KithRatingsList *self, KithViewer *viewer, GPtrArray *ratings)
{
  if (!kith_record_list_keep (&self->shown, ratings))
    return;
  kith_list_box_clear (self->list);
  for (guint i = ratings->len; i > 0; i--)
    gtk_list_box_append (self->list, kith_rating_row_new (viewer, ratings->pdata[i - 1],
                                                          is_superseded (ratings, i - 1)));
}

/**
 * kith_ratings_list_go_to:
 * @self: a list
 * @rating: one that it shows
 */
void
kith_ratings_list_go_to (KithRatingsList *self, KithId rating)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (kith_rating_row_get_rating (KITH_RATING_ROW (row)) == rating)
      {
        kith_rating_row_go_to (KITH_RATING_ROW (row));
        return;
      }
}
