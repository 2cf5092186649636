/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list below the maps of a leaf: in columns as low as it can be, and on further pages. */
#include "kith-leaf-private.h"

#include <glib/gi18n-lib.h>

#include "kith-page-words.h"
#include "kith-text.h"

#define LEAST_COLUMN 250.0
#define MOST_COLUMNS 6
#define LINE_GAP 5.0
#define HEADING_GAP 11.0
#define STEP 6.0
#define MOST_ROWS 5 /* of one item */
#define LEAST_ROOM 200.0

static void
clear_text (gpointer text)
{
  g_object_unref (((KithLeafText *) text)->layout);
}

static KithLeafText
new_text (const KithLeaf *self, gboolean is_heading, const char *text)
{
  KithLeafText made = { .is_heading = is_heading };

  made.layout = kith_text_layout (text, is_heading ? KITH_TEXT_LABEL : KITH_TEXT_SMALL,
                                  self->column, is_heading ? 1 : MOST_ROWS);
  kith_text_size (made.layout, NULL, &made.height);
  return made;
}

/* `inner`: the width there is, at 100 %. */
void
kith_leaf_take_lines (KithLeaf *self, const GPtrArray *lines, double inner)
{
  double columns = (inner + KITH_LEAF_COLUMN_GAP) / (LEAST_COLUMN + KITH_LEAF_COLUMN_GAP);

  self->n_columns = (guint) CLAMP (columns, 1.0, MOST_COLUMNS);
  self->column = (inner + KITH_LEAF_COLUMN_GAP) / self->n_columns - KITH_LEAF_COLUMN_GAP;
  self->lines = g_array_new (FALSE, FALSE, sizeof (KithLeafText));
  g_array_set_clear_func (self->lines, clear_text);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const KithLeafLine *line = lines->pdata[i];
      KithLeafText text = new_text (self, line->is_heading, line->text);

      g_array_append_val (self->lines, text);
    }
}

static KithLeafText *
nth (const KithLeaf *self, guint i)
{
  return &g_array_index (self->lines, KithLeafText, i);
}

/* A heading stays with what it is of. */
static double
wanted (const KithLeaf *self, guint i)
{
  double height = nth (self, i)->height;

  if (nth (self, i)->is_heading && i + 1 < self->lines->len)
    height += LINE_GAP + nth (self, i + 1)->height;
  return height;
}

/* Puts those from `first` on into the columns of a page that are `limit` high; the first that has no
 * room. */
static guint
flow (KithLeaf *self, guint first, guint page, double limit, double *used)
{
  guint column = 0;
  double y = 0.0;

  *used = 0.0;
  for (guint i = first; i < self->lines->len; i++)
    {
      KithLeafText *text = nth (self, i);
      double gap = y == 0.0 ? 0.0 : text->is_heading ? HEADING_GAP : LINE_GAP;

      if (y > 0.0 && y + gap + wanted (self, i) > limit)
        {
          if (++column == self->n_columns)
            return i;
          y = gap = 0.0;
        }
      text->page = page;
      text->x = column * (self->column + KITH_LEAF_COLUMN_GAP);
      text->y = y + gap;
      y += gap + text->height;
      *used = MAX (*used, y);
    }
  return self->lines->len;
}

/* The lowest columns that hold all, or as much as `most` holds. */
static guint
balance (KithLeaf *self, double most, double *used)
{
  double limit = STEP;

  while (limit < most && (flow (self, 0, 0, limit, used) < self->lines->len || *used > limit))
    limit += STEP;
  return flow (self, 0, 0, MIN (limit, most), used);
}

gboolean
kith_leaf_lines_fit (KithLeaf *self, double height)
{
  double used;

  return flow (self, 0, 0, height, &used) == self->lines->len;
}

static void
remove_from (KithLeaf *self, guint i)
{
  g_array_set_size (self->lines, i);
}

/* In place of what has no room: how much that is. */
static void
count_the_rest (KithLeaf *self, double most, guint fit, double *used)
{
  guint left = 0;

  for (guint i = fit; i < self->lines->len; i++)
    left += !nth (self, i)->is_heading;
  remove_from (self, fit);
  do
    {
      g_autofree char *words = NULL;
      KithLeafText more;

      while (self->lines->len > 0)
        {
          gboolean was_heading = nth (self, self->lines->len - 1)->is_heading;

          remove_from (self, self->lines->len - 1);
          if (!was_heading)
            break;
        }
      left++;
      while (self->lines->len > 0 && nth (self, self->lines->len - 1)->is_heading)
        remove_from (self, self->lines->len - 1);
      words = g_strdup_printf (ngettext ("and %u more", "and %u more", left), left);
      more = new_text (self, FALSE, words);
      g_array_append_val (self->lines, more);
      if (flow (self, 0, 0, most, used) == self->lines->len)
        return;
      remove_from (self, self->lines->len - 1);
    }
  while (self->lines->len > 0);
}

/* The heading under which the line at `first` stands, once more, at the top of another page. */
static void
head_again (KithLeaf *self, guint first)
{
  for (guint i = first; i > 0 && !nth (self, first)->is_heading; i--)
    if (nth (self, i - 1)->is_heading && !nth (self, i - 1)->is_again)
      {
        g_autofree char *words =
            g_strdup_printf (_ ("%s, continued"),
                             pango_layout_get_text (nth (self, i - 1)->layout));
        KithLeafText again = new_text (self, TRUE, words);

        again.is_again = TRUE;
        g_array_insert_val (self->lines, first, again);
        return;
      }
}

static void
fill_pages (KithLeaf *self, guint first)
{
  double title = self->lines_title != NULL ? kith_page_words_height (self->lines_title) + 8.0 : 0.0;
  double room = (self->height - 2 * self->margin - kith_leaf_crown (self) - kith_leaf_foot (self))
                    / self->furniture
                - title;
  double used;

  while (first < self->lines->len)
    {
      if (room > LEAST_ROOM) /* else it could stand there alone, page after page */
        head_again (self, first);
      first = flow (self, first, self->n_pages++, room, &used);
    }
}

double
kith_leaf_place_lines (KithLeaf *self, double most)
{
  double used = 0.0;
  guint fit;

  self->n_pages = 1;
  if (self->lines->len == 0)
    return 0.0;
  fit = balance (self, most > 0.0 ? most : G_MAXDOUBLE, &used);
  if (fit == self->lines->len)
    return used;
  if (self->continues)
    fill_pages (self, fit);
  else
    count_the_rest (self, most, fit, &used);
  return used;
}
