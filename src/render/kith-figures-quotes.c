/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-figures-quotes.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MOST_OF_ONE 3 /* cards of one stakeholder or link */
#define MOST 120      /* of a map */
#define WIDEST 176.0  /* about 28 characters */
#define LINES 4
#define PAD 8.0
#define SHAPED 400 /* bytes of a line that are looked at */

/* --- Which --- */

static int
compare_shown (gconstpointer a, gconstpointer b)
{
  const KithQuote *one = *(const KithQuote *const *) a;
  const KithQuote *other = *(const KithQuote *const *) b;
  KithId owner = kith_quote_owner (one), other_owner = kith_quote_owner (other);

  if (owner != other_owner)
    return owner < other_owner ? -1 : 1;
  return kith_quote_compare (one, other);
}

GPtrArray *
kith_quotes_shown (KithMap *map, const KithPass *pass, GArray *more, guint *left_out)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  GPtrArray *shown = g_ptr_array_new ();
  KithId owner = 0;
  guint of_owner = 0;

  *left_out = 0;
  KITH_FOR_EACH (KithQuote, quote, map, KITH_QUOTE)
    if (kith_pass_has (pass, kith_quote_owner (quote)))
      g_ptr_array_add (all, (gpointer) quote);
  g_ptr_array_sort (all, compare_shown);
  for (guint i = 0; i < all->len; i++)
    {
      const guint none = 0;

      of_owner = kith_quote_owner (all->pdata[i]) == owner ? of_owner + 1 : 1;
      owner = kith_quote_owner (all->pdata[i]);
      if (of_owner <= MOST_OF_ONE && shown->len < MOST)
        {
          g_ptr_array_add (shown, all->pdata[i]);
          g_array_append_val (more, none);
          continue;
        }
      (*left_out)++;
      if (of_owner > MOST_OF_ONE && shown->len > 0
          && kith_quote_owner (shown->pdata[shown->len - 1]) == owner)
        g_array_index (more, guint, more->len - 1)++;
    }
  return shown;
}

/* --- How large --- */

static void
free_quote (gpointer data)
{
  KithQuoteFigure *quote = data;

  kith_record_unref (quote->record);
  g_clear_object (&quote->words);
  g_clear_object (&quote->more);
  g_free (quote);
}

static void
strike (PangoLayout *layout)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

static KithQuoteFigure *
new_quote (const KithQuote *record, guint n_more)
{
  KithQuoteFigure *quote = g_new0 (KithQuoteFigure, 1);
  g_autofree char *cut = g_utf8_make_valid (record->text,
                                            (gssize) MIN (strlen (record->text), SHAPED));
  /* Translators: the quotation marks of your language */
  g_autofree char *text = g_strdup_printf (_ ("“%s”"), g_strdelimit (cut, "\r\n\t", ' '));
  double width, height;

  quote->record = kith_record_ref (record);
  quote->words = kith_text_layout (text, KITH_TEXT_SMALL, WIDEST, LINES);
  if (record->status == KITH_QUOTE_LET_GO)
    strike (quote->words);
  kith_text_size (quote->words, &width, &height);
  if (n_more > 0)
    {
      g_autofree char *words = g_strdup_printf (ngettext ("and %u more", "and %u more", n_more),
                                                n_more);
      double more_width, more_height;

      quote->more = kith_text_layout (words, KITH_TEXT_DIGIT, WIDEST, 1);
      kith_text_size (quote->more, &more_width, &more_height);
      width = MAX (width, more_width);
      height += more_height + 2.0;
    }
  quote->box.width = ceil (width) + 2 * PAD + (record->status == KITH_QUOTE_QUESTIONED ? PAD : 0.0);
  quote->box.height = ceil (height) + 2 * PAD - 4.0;
  return quote;
}

/* --- Where --- */

typedef struct
{
  const KithRect *rect;
  double cost;
  guint64 turn;
} Collision;

static double
shared (const KithRect *rect, const KithRect *other)
{
  double width = MIN (rect->x + rect->width, other->x + other->width) - MAX (rect->x, other->x);
  double height = MIN (rect->y + rect->height, other->y + other->height) - MAX (rect->y, other->y);

  return width <= 0.0 || height <= 0.0 ? 0.0 : width * height / (rect->width * rect->height);
}

static void
collide_with_box (gpointer item, gpointer data)
{
  KithBoxFigure *box = item;
  Collision *collision = data;
  KithRect around = kith_rect_grow (&box->box, 6.0);

  if (box->turn == collision->turn)
    return;
  box->turn = collision->turn;
  if (shared (collision->rect, &around) > 0.0)
    collision->cost += 60.0 + 200.0 * shared (collision->rect, &around);
}

static void
collide_with_link (gpointer item, gpointer data)
{
  KithLinkFigure *link = item;
  Collision *collision = data;
  double hidden;

  if (link->turn == collision->turn)
    return;
  link->turn = collision->turn;
  hidden = link->is_drawable ? kith_curve_within (&link->curve, collision->rect) : 0.0;
  if (hidden > 0.0)
    collision->cost += 10.0 + 0.2 * hidden;
}

static void
collide_with_label (gpointer item, gpointer data)
{
  const KithLinkFigure *link = item;
  Collision *collision = data;

  if (shared (collision->rect, &link->label_box) > 0.0)
    collision->cost += 30.0 + 80.0 * shared (collision->rect, &link->label_box);
}

static double
cost_of (KithFigures *figures, const KithRect *rect)
{
  Collision collision = { rect, 0.0, ++figures->turn };

  kith_grid_foreach (figures->box_grid, rect, collide_with_box, &collision);
  kith_line_grid_foreach (figures->line_grid, rect, collide_with_link, &collision);
  kith_grid_foreach (figures->label_grid, rect, collide_with_label, &collision);
  for (guint i = 0; i < figures->quotes->len; i++)
    {
      const KithQuoteFigure *other = figures->quotes->pdata[i];
      KithRect around = kith_rect_grow (&other->box, 5.0);

      if (shared (rect, &around) > 0.0)
        collision.cost += 60.0 + 200.0 * shared (rect, &around);
    }
  return collision.cost;
}

/* Round what it is said of, near first, above first. */
static void
put (KithFigures *figures, KithQuoteFigure *quote, double half_width, double half_height)
{
  static const double ways[][2] = { { 0, -1 },   { 0, 1 },     { 1, -1 },  { -1, -1 },
                                    { 1, 1 },    { -1, 1 },    { 1, 0 },   { -1, 0 },
                                    { 0.5, -1 }, { -0.5, -1 }, { 0.5, 1 }, { -0.5, 1 } };
  static const double distances[] = { 20.0, 46.0, 80.0, 130.0 };
  KithRect best = quote->box;
  double least = G_MAXDOUBLE;

  for (guint d = 0; d < G_N_ELEMENTS (distances); d++)
    for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
      {
        KithRect rect = quote->box;
        double cost = 0.12 * distances[d] + i;

        rect.x = quote->from.x - rect.width / 2
                 + ways[i][0] * (half_width + distances[d] + rect.width / 2);
        rect.y = quote->from.y - rect.height / 2
                 + ways[i][1] * (half_height + distances[d] + rect.height / 2);
        if (cost < least)
          cost += cost_of (figures, &rect);
        if (cost < least)
          {
            least = cost;
            best = rect;
          }
      }
  quote->box = best;
}

/* FALSE where what it is said of is not drawn. */
static gboolean
place (KithFigures *figures, KithQuoteFigure *quote)
{
  static const double shares[] = { [KITH_TOLD_UNSET] = 0.5,
                                   [KITH_TOLD_A] = 0.25,
                                   [KITH_TOLD_B] = 0.75,
                                   [KITH_TOLD_BOTH] = 0.5 };
  const KithBoxFigure *box = g_hash_table_lookup (figures->boxes, &quote->record->stakeholder);
  const KithLinkFigure *link = g_hash_table_lookup (figures->links, &quote->record->link);

  if (link != NULL && link->is_drawable)
    {
      quote->from = kith_curve_at (&link->curve, link->length * shares[quote->record->told], NULL);
      put (figures, quote, 0.0, 0.0);
    }
  else if (box != NULL)
    {
      quote->from = (KithPoint){ box->box.x + box->box.width / 2,
                                 box->box.y + box->box.height / 2 };
      put (figures, quote, box->box.width / 2, box->box.height / 2);
    }
  return (link != NULL && link->is_drawable) || box != NULL;
}

static void
tell (const KithFigures *figures, const KithQuoteFigure *quote)
{
  KithRect from = { quote->from.x, quote->from.y, 0.0, 0.0 };
  KithRect rect = kith_rect_union (&quote->box, &from);

  rect = kith_rect_grow (&rect, 4.0);
  kith_figures_tell_damage (figures, &rect);
}

static gboolean
is_same (const KithQuoteFigure *a, const KithQuoteFigure *b)
{
  return a->record == b->record && memcmp (&a->box, &b->box, sizeof a->box) == 0
         && memcmp (&a->from, &b->from, sizeof a->from) == 0
         && (a->more == NULL) == (b->more == NULL);
}

static void
tell_differences (const KithFigures *figures, const GPtrArray *old)
{
  const GPtrArray *now = figures->quotes;

  for (guint i = 0; i < MAX (old->len, now->len); i++)
    {
      if (i < old->len && i < now->len && is_same (old->pdata[i], now->pdata[i]))
        continue;
      if (i < old->len)
        tell (figures, old->pdata[i]);
      if (i < now->len)
        tell (figures, now->pdata[i]);
    }
}

void
kith_figures_place_quotes (KithFigures *figures, KithMap *map)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&figures->quotes);
  g_autoptr (GPtrArray) shown = NULL;
  g_autoptr (GArray) more = g_array_new (FALSE, FALSE, sizeof (guint));
  guint left_out;

  figures->quotes = g_ptr_array_new_with_free_func (free_quote);
  if (!figures->view.lines && (old == NULL || old->len == 0))
    return;
  if (figures->view.lines)
    {
      shown = kith_quotes_shown (map, figures->pass, more, &left_out);
      for (guint i = 0; i < shown->len; i++)
        {
          KithQuoteFigure *quote = new_quote (shown->pdata[i], g_array_index (more, guint, i));

          if (place (figures, quote))
            g_ptr_array_add (figures->quotes, quote);
          else
            free_quote (quote);
        }
    }
  figures->has_bounds = FALSE;
  if (old != NULL)
    tell_differences (figures, old);
}

void
kith_figures_join_quotes (const KithFigures *figures, KithRect *bounds)
{
  for (guint i = 0; i < figures->quotes->len; i++)
    *bounds = kith_rect_union (bounds, &((KithQuoteFigure *) figures->quotes->pdata[i])->box);
}

gboolean
kith_figures_quote_at (const KithFigures *figures, double x, double y, KithHit *hit)
{
  for (guint i = figures->quotes->len; i > 0; i--)
    {
      const KithQuoteFigure *quote = figures->quotes->pdata[i - 1];

      if (!kith_rect_contains (&quote->box, x, y))
        continue;
      if (quote->record->link != 0)
        *hit = (KithHit){ KITH_HIT_LINK, quote->record->link,
                          quote->record->told == KITH_TOLD_B ? KITH_END_B : KITH_END_A };
      else
        *hit = (KithHit){ KITH_HIT_STAKEHOLDER, quote->record->stakeholder, KITH_END_A };
      return TRUE;
    }
  return FALSE;
}

gboolean
kith_figures_quote_box (const KithFigures *figures, KithId id, KithRect *box)
{
  for (guint i = 0; i < figures->quotes->len; i++)
    if (KITH_ID (((KithQuoteFigure *) figures->quotes->pdata[i])->record) == id)
      {
        *box = ((KithQuoteFigure *) figures->quotes->pdata[i])->box;
        return TRUE;
      }
  return FALSE;
}
