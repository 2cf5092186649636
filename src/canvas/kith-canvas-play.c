/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas while time is played: what comes, goes, rises or falls draws the eye for a moment, and
 * the titles of events float by what they belong to. Drawn over the tiles; the map knows nothing of
 * it. Where motion is not welcome it stands still, and goes. */
#include <math.h>

#include "kith-canvas-private.h"
#include "kith-palette.h"
#include "kith-text.h"

#define APPEAR 200000 /* microseconds until a title is there */
#define GLOW 1200000  /* for which a halo is seen … */
#define READ 2800000  /* … and a title */
#define FADE 400000
#define MOST_SPARKS 80
#define MOST_TITLES 4
#define TITLE_WIDTH 260 /* pixels */
#define GAP 8

typedef struct
{
  KithNewsType type;
  KithId at;         /* 0: the whole map */
  KithRect box;      /* map units, of what it is at; as it was last */
  KithPoint line[3]; /* of a link, or of the half of one that was rated */
  gboolean is_line;
  KithColour colour;
  gint64 start; /* monotonic */
  PangoLayout *title;
  double dx; /* of a title's card, pixels from the middle of its box */
  double dy;
  double width;
  double height;
} Spark;

static void
spark_free (gpointer data)
{
  Spark *spark = data;

  g_clear_object (&spark->title);
  g_free (spark);
}

static gint64
length_of (const Spark *spark)
{
  return spark->title != NULL ? READ : GLOW;
}

/* --- What a piece of news looks like --- */

static void
line_of_link (KithCanvas *self, KithId link, Spark *spark)
{
  spark->is_line = kith_figures_link_end (self->figures, link, KITH_END_A, &spark->line[0])
                   && kith_figures_link_middle (self->figures, link, &spark->line[1])
                   && kith_figures_link_end (self->figures, link, KITH_END_B, &spark->line[2]);
}

static void
line_of_half (KithCanvas *self, KithId link, KithEnd end, Spark *spark)
{
  spark->is_line = kith_figures_link_end (self->figures, link, end, &spark->line[0])
                   && kith_figures_link_half (self->figures, link, end, &spark->line[1])
                   && kith_figures_link_middle (self->figures, link, &spark->line[2]);
}

static gboolean
is_rating (KithNewsType type)
{
  return type == KITH_NEWS_RISES || type == KITH_NEWS_FALLS || type == KITH_NEWS_RATED;
}

static KithColour
colour_of (KithCanvas *self, const KithNews *news)
{
  const KithPalette *palette = kith_palette_get (kith_viewer_get_view (self->viewer)->palette);

  if (is_rating (news->type))
    return palette->trust[(int) CLAMP (news->after, 0, 5)];
  return news->type == KITH_NEWS_ENDS ? palette->dim : palette->text;
}

/* FALSE: it is not on the map that is shown. */
static gboolean
place (KithCanvas *self, const KithNews *news, Spark *spark)
{
  if (news->at == 0)
    return news->type == KITH_NEWS_EVENT;
  if (!kith_figures_extent (self->figures, news->at, &spark->box)
      || !kith_figures_passes (self->figures, news->at))
    return FALSE;
  if (news->at_kind == KITH_LINK && is_rating (news->type))
    line_of_half (self, news->at, news->end, spark);
  else if (news->at_kind == KITH_LINK)
    line_of_link (self, news->at, spark);
  return news->at_kind != KITH_LINK || spark->is_line;
}

/* --- Titles that do not pile up --- */

/* At the top, below a legend that is there. */
static KithPoint
top_of_map (KithCanvas *self)
{
  KithPoint at = { self->viewport.width / 2, 30 };
  KithRect legend;

  kith_canvas_legend_insets (self, &legend);
  if (legend.width > 0 && legend.y < 60 && legend.x < at.x + TITLE_WIDTH / 2
      && legend.x + legend.width > at.x - TITLE_WIDTH / 2)
    at.y = legend.y + legend.height + 24;
  return at;
}

static KithPoint
middle_of (KithCanvas *self, const Spark *spark)
{
  KithPoint at = { spark->box.x + spark->box.width / 2, spark->box.y + spark->box.height / 2 };

  if (spark->at == 0)
    return top_of_map (self);
  if (spark->is_line)
    at = spark->line[1];
  return kith_viewport_to_widget (&self->viewport, at.x, at.y);
}

static KithRect
card_of (KithCanvas *self, const Spark *spark)
{
  KithPoint at = middle_of (self, spark);

  return (KithRect){ at.x + spark->dx - spark->width / 2, at.y + spark->dy - spark->height / 2,
                     spark->width, spark->height };
}

/* Whether it would hide somebody's name, who is named on a tag. */
static gboolean
is_over_tag (KithCanvas *self, const KithRect *card)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  KithPoint at = kith_viewport_to_map (&self->viewport, card->x, card->y);
  double zoom = self->viewport.zoom;
  KithRect place = { at.x, at.y, card->width / zoom, card->height / zoom };

  kith_canvas_far_in_rect (self, zoom, &place, ids);
  return ids->len > 0;
}

static gboolean
is_free (KithCanvas *self, const KithRect *card)
{
  KithRect legend;

  kith_canvas_legend_insets (self, &legend);
  if (legend.width > 0 && kith_rect_touches (&legend, card))
    return FALSE;
  if (card->x < 4 || card->y < 4 || card->x + card->width > self->viewport.width - 4
      || card->y + card->height > self->viewport.height - 4)
    return FALSE;
  for (guint i = 0; i < self->sparks->len; i++)
    {
      const Spark *other = self->sparks->pdata[i];
      KithRect there = card_of (self, other);

      there = kith_rect_grow (&there, 4);
      if (other->title != NULL && kith_rect_touches (&there, card))
        return FALSE;
    }
  return TRUE;
}

static guint
count_titles (KithCanvas *self)
{
  guint n = 0;

  for (guint i = 0; i < self->sparks->len; i++)
    n += ((const Spark *) self->sparks->pdata[i])->title != NULL;
  return n;
}

/* Above what it belongs to, else below, else beside it, where it hides no tag if that can be; where there is no
 * room, it goes without. */
static gboolean
find_room (KithCanvas *self, Spark *spark)
{
  double zoom = self->viewport.zoom;
  KithRect seen = spark->box;
  gboolean has_card = !spark->is_line && kith_canvas_card (self, spark->at, &seen);
  double half = !has_card ? 10 : seen.height * zoom / 2;
  double side = !has_card ? 10 : seen.width * zoom / 2;
  double up = half + GAP + spark->height / 2, aside = side + GAP + spark->width / 2;
  const double places[][2] = {
    { 0, -up },     { 0, up },       { aside, 0 },  { -aside, 0 }, { 0, -up - spark->height - GAP },
    { aside, -up }, { -aside, -up }, { aside, up }, { -aside, up }
  };
  /* a tag need not have its box in the middle */
  double right = (seen.x + seen.width / 2 - spark->box.x - spark->box.width / 2) * zoom;
  double down = (seen.y + seen.height / 2 - spark->box.y - spark->box.height / 2) * zoom;

  if (spark->at == 0)
    return TRUE;
  for (guint i = 0; i < 2 * G_N_ELEMENTS (places); i++)
    {
      KithRect card;

      spark->dx = places[i % G_N_ELEMENTS (places)][0] + (has_card ? right : 0.0);
      spark->dy = places[i % G_N_ELEMENTS (places)][1] + (has_card ? down : 0.0);
      card = card_of (self, spark);
      if (is_free (self, &card) && (i >= G_N_ELEMENTS (places) || !is_over_tag (self, &card)))
        return TRUE;
    }
  return FALSE;
}

/* Of the whole map one title stands at a time. */
static void
drop_title_of_map (KithCanvas *self)
{
  for (guint i = self->sparks->len; i-- > 0;)
    if (((const Spark *) self->sparks->pdata[i])->at == 0)
      g_ptr_array_remove_index (self->sparks, i);
}

static void
give_title (KithCanvas *self, Spark *spark, const char *words)
{
  double most = MIN (TITLE_WIDTH, self->viewport.width - 40);

  spark->title = kith_text_layout (words, KITH_TEXT_LABEL, -1, 1);
  kith_text_size (spark->title, &spark->width, &spark->height);
  if (spark->width > most)
    {
      g_object_unref (spark->title);
      spark->title = kith_text_layout (words, KITH_TEXT_LABEL, most, 2);
      kith_text_size (spark->title, &spark->width, &spark->height);
    }
  spark->width += 20;
  spark->height += 10;
  if (spark->at == 0)
    drop_title_of_map (self);
  if (count_titles (self) >= MOST_TITLES || !find_room (self, spark))
    g_clear_object (&spark->title);
}

/* --- Time --- */

static gboolean
on_sparks (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  KithCanvas *self = KITH_CANVAS (widget);
  gint64 now = g_get_monotonic_time ();

  for (guint i = self->sparks->len; i-- > 0;)
    {
      const Spark *spark = self->sparks->pdata[i];

      if (now - spark->start >= length_of (spark))
        g_ptr_array_remove_index (self->sparks, i);
    }
  gtk_widget_queue_draw (widget);
  if (self->sparks->len > 0)
    return G_SOURCE_CONTINUE;
  self->sparks_tick = 0;
  return G_SOURCE_REMOVE;
}

static void
add_spark (KithCanvas *self, const KithNews *news)
{
  Spark *spark = g_new0 (Spark, 1);

  spark->type = news->type;
  spark->at = news->at;
  spark->start = g_get_monotonic_time ();
  spark->colour = colour_of (self, news);
  if (!place (self, news, spark))
    {
      spark_free (spark);
      return;
    }
  if (news->type == KITH_NEWS_EVENT || news->type == KITH_NEWS_SUCCESSION)
    give_title (self, spark, news->words);
  if (spark->at == 0 && spark->title == NULL)
    spark_free (spark);
  else
    g_ptr_array_add (self->sparks, spark);
}

/**
 * kith_canvas_show_news:
 * @self: a canvas
 * @news: (nullable) (element-type KithNews): what happens; NULL: nothing draws the eye any more
 * @before: the day is still to be shown: only what goes is noted then, where it is
 *
 * To be called before and after the viewer shows another day.
 */
void
kith_canvas_show_news (KithCanvas *self, const GPtrArray *news, gboolean before)
{
  g_return_if_fail (KITH_IS_CANVAS (self));

  if (news == NULL)
    g_ptr_array_set_size (self->sparks, 0);
  for (guint i = 0; news != NULL && self->figures != NULL && i < news->len; i++)
    {
      const KithNews *one = news->pdata[i];

      if (before == (one->type == KITH_NEWS_ENDS) && self->sparks->len < MOST_SPARKS)
        add_spark (self, one);
    }
  if (self->sparks->len > 0 && self->sparks_tick == 0)
    self->sparks_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_sparks, NULL, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
kith_canvas_has_news (KithCanvas *self)
{
  return self->sparks->len > 0;
}

void
kith_canvas_play_init (KithCanvas *self)
{
  self->sparks = g_ptr_array_new_with_free_func (spark_free);
}

void
kith_canvas_play_clear (KithCanvas *self)
{
  if (self->sparks_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->sparks_tick);
  self->sparks_tick = 0;
  g_clear_pointer (&self->sparks, g_ptr_array_unref);
}

/* --- Drawing --- */

static void
draw_line (cairo_t *cr, const Spark *spark, double strength, double width)
{
  const KithPoint *p = spark->line;
  /* through its middle */
  KithPoint c = { 2 * p[1].x - (p[0].x + p[2].x) / 2, 2 * p[1].y - (p[0].y + p[2].y) / 2 };

  cairo_move_to (cr, p[0].x, p[0].y);
  cairo_curve_to (cr, p[0].x + 2 * (c.x - p[0].x) / 3, p[0].y + 2 * (c.y - p[0].y) / 3,
                  p[2].x + 2 * (c.x - p[2].x) / 3, p[2].y + 2 * (c.y - p[2].y) / 3, p[2].x, p[2].y);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, width);
  kith_colour_set_faint (cr, &spark->colour, strength);
  cairo_stroke (cr);
}

static void
rounded (cairo_t *cr, const KithRect *r, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, r->x + r->width - radius, r->y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, r->x + r->width - radius, r->y + r->height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, r->x + radius, r->y + r->height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, r->x + radius, r->y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/* What comes is ringed, what goes is left behind as a dashed outline. */
static void
draw_halo (cairo_t *cr, const Spark *spark, double way, gboolean gently)
{
  double left = gently ? 1 - kith_ease_out (way) : 0.8;
  double grow = gently ? 4 + 12 * kith_ease_out (way) : 6;
  gboolean gone = spark->type == KITH_NEWS_ENDS;
  KithRect around = kith_rect_grow (&spark->box, gone ? 0 : grow);

  if (spark->at == 0)
    return;
  if (spark->is_line)
    {
      draw_line (cr, spark, (gone ? 0.35 : 0.45) * left, gone ? 3 : gently ? 20 - 8 * left : 12);
      return;
    }
  if (gone)
    cairo_set_dash (cr, (double[]){ 5, 4 }, 2, 0);
  cairo_set_line_width (cr, 3);
  kith_colour_set_faint (cr, &spark->colour, 0.7 * left);
  rounded (cr, &around, MIN (KITH_BOX_RADIUS + grow, MIN (around.width, around.height) / 2));
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static double
strength_of_title (const Spark *spark, gint64 age, gboolean gently)
{
  double in = (double) age / APPEAR, out = (double) (READ - age) / FADE;

  return gently ? CLAMP (MIN (in, out), 0, 1) : 1;
}

static void
draw_title (KithCanvas *self, cairo_t *cr, const Spark *spark, gint64 age, gboolean gently)
{
  const KithPalette *palette = kith_palette_get (kith_viewer_get_view (self->viewer)->palette);
  double strength = strength_of_title (spark, age, gently);
  KithRect card = card_of (self, spark);

  if (gently)
    card.y += 6 * (1 - kith_ease_out (MIN ((double) age / APPEAR, 1)));
  rounded (cr, &card, MIN (13, card.height / 2));
  kith_colour_set_faint (cr, &palette->card, strength);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, 1);
  kith_colour_set_faint (cr, &palette->text, 0.5 * strength);
  cairo_stroke (cr);
  kith_colour_set_faint (cr, &palette->text, strength);
  cairo_move_to (cr, card.x + 10, card.y + 5);
  pango_cairo_show_layout (cr, spark->title);
}

/* Halos, in map units. */
void
kith_canvas_draw_news (KithCanvas *self, cairo_t *cr)
{
  gboolean gently = kith_widget_moves_gently (GTK_WIDGET (self));
  gint64 now = g_get_monotonic_time ();

  for (guint i = 0; i < self->sparks->len; i++)
    {
      const Spark *spark = self->sparks->pdata[i];
      double way = (double) (now - spark->start) / GLOW;

      if (way < 1)
        draw_halo (cr, spark, MAX (way, 0), gently);
    }
}

/* In pixels, over all that is told of the map. */
void
kith_canvas_draw_titles_of_news (KithCanvas *self, cairo_t *cr, const KithRect *visible)
{
  gboolean gently = kith_widget_moves_gently (GTK_WIDGET (self));
  gint64 now = g_get_monotonic_time ();
  double zoom = self->viewport.zoom;

  cairo_save (cr);
  cairo_translate (cr, visible->x, visible->y);
  cairo_scale (cr, 1 / zoom, 1 / zoom);
  for (guint i = 0; i < self->sparks->len; i++)
    {
      const Spark *spark = self->sparks->pdata[i];

      if (spark->title != NULL)
        draw_title (self, cr, spark, MAX (now - spark->start, 0), gently);
    }
  cairo_restore (cr);
}
