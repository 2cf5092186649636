/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-leaf-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "kith-page-words.h"
#include "kith-text.h"

#define MOST_LINES 0.28   /* of the height of a page, for the lines below the maps … */
#define MOST_FIRST 0.14   /* … where what has no room goes on on further pages */
#define LEAST_WIDTH 900.0 /* of a page that is as large as its maps */
#define LARGEST 1.6       /* a small map is not blown up beyond this */
#define LEAST_PLACE 40.0  /* for a map, whatever the words take */
#define BETWEEN 24.0      /* two maps */
#define SENTENCE_GAP 7.0

KithLeafLine *
kith_leaf_line_new (gboolean is_heading, const char *text)
{
  KithLeafLine *line = g_new0 (KithLeafLine, 1);

  line->is_heading = is_heading;
  line->text = g_strdup (text);
  return line;
}

void
kith_leaf_line_free (KithLeafLine *line)
{
  g_free (line->text);
  g_free (line);
}

/* --- Words --- */

static PangoLayout *
text_of (const char *text, KithTextStyle style, double width, int lines)
{
  return text != NULL && *text != '\0' ? kith_text_layout (text, style, width, lines) : NULL;
}

static void
take_words (KithLeaf *self, const KithLeafFormat *format, double inner)
{
  self->marking = text_of (format->marking, KITH_TEXT_LABEL, inner, 1);
  self->title = text_of (format->title, KITH_TEXT_TITLE, inner, 2);
  self->subtitle = text_of (format->subtitle, KITH_TEXT_LEAD, inner, 2);
  self->facts = text_of (format->facts, KITH_TEXT_SMALL, inner, 4);
  self->lines_title = text_of (format->lines_title, KITH_TEXT_TITLE, inner, 1);
  self->signature = g_strdup (format->signature != NULL ? format->signature : "");
  self->sentences = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; format->sentences != NULL && i < format->sentences->len; i++)
    g_ptr_array_add (self->sentences,
                     kith_text_layout (format->sentences->pdata[i], KITH_TEXT_LEAD, inner, 5));
  kith_leaf_take_lines (self, format->lines, inner);
}

double
kith_leaf_crown (const KithLeaf *self)
{
  return self->marking != NULL ? (kith_page_words_height (self->marking) + 6.0) * self->furniture
                               : 0.0;
}

double
kith_leaf_foot (const KithLeaf *self)
{
  gboolean any = self->marking != NULL || *self->signature != '\0' || self->continues;

  return any ? (18.0 + 8.0) * self->furniture : 0.0;
}

/* Title and sentences, with the gap below them, on the page. */
static double
head_height (const KithLeaf *self)
{
  PangoLayout *layouts[] = { self->title, self->subtitle, self->facts };
  double height = 0.0;

  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    height += layouts[i] != NULL ? kith_page_words_height (layouts[i]) + 4.0 : 0.0;
  if (self->sentences->len > 0)
    height += KITH_LEAF_GAP / 2;
  for (guint i = 0; i < self->sentences->len; i++)
    height += kith_page_words_height (self->sentences->pdata[i]) + SENTENCE_GAP;
  return height > 0.0 ? (height + KITH_LEAF_GAP - 4.0) * self->furniture : 0.0;
}

static double
legend_height (const KithLeaf *self)
{
  double width, height;

  if (self->legend == NULL)
    return 0.0;
  kith_legend_size (self->legend, &width, &height);
  return (height + KITH_LEAF_GAP) * self->furniture;
}

/* --- Maps --- */

static KithSheet *
plain_sheet (const KithLeafMap *shown,
             const KithLeaf *like,
             guint i,
             const KithSheetFrame *frame,
             double width,
             double height)
{
  KithView view = *shown->view;
  KithSheetFormat format = { .width = width,
                             .height = height,
                             .furniture = 1.0,
                             .plain = TRUE,
                             .frame = frame,
                             .like = like != NULL ? like->parts[i].sheet : NULL };

  view.legend = KITH_CORNER_HIDDEN;
  return kith_sheet_new (shown->map, &view, &format);
}

/* First by itself, to find out how large it is. */
static KithRect
take_maps (KithLeaf *self, const KithLeafFormat *format)
{
  KithRect bounds = { 0 };

  self->n_parts = format->n_maps;
  for (guint i = 0; i < format->n_maps; i++)
    {
      const KithLeafMap *shown = &format->maps[i];
      KithRect own;

      self->parts[i].map = kith_map_ref (shown->map);
      self->parts[i].sheet = plain_sheet (shown, format->like, i, NULL, 100.0, 100.0);
      self->n_figures += kith_sheet_n_figures (self->parts[i].sheet);
      own = kith_sheet_bounds (self->parts[i].sheet);
      if (i == 0 || kith_map_n (format->maps[0].map, KITH_STAKEHOLDER) == 0)
        bounds = own;
      else if (kith_map_n (shown->map, KITH_STAKEHOLDER) > 0)
        bounds = kith_rect_union (&bounds, &own);
    }
  return bounds;
}

static void
take_captions (KithLeaf *self, const KithLeafFormat *format, double width)
{
  for (guint i = 0; i < self->n_parts; i++)
    {
      KithLeafPart *part = &self->parts[i];

      g_clear_object (&part->heading);
      g_clear_object (&part->words);
      part->heading = text_of (format->maps[i].heading, KITH_TEXT_TITLE, width, 2);
      part->words = text_of (format->maps[i].words, KITH_TEXT_SMALL, width, 2);
    }
}

/* The same for both, so that the maps are equally large. */
static double
caption_height (const KithLeaf *self)
{
  double most = 0.0;

  for (guint i = 0; i < self->n_parts; i++)
    {
      const KithLeafPart *part = &self->parts[i];
      double height = kith_page_words_height (part->heading) + kith_page_words_height (part->words);

      most = MAX (most, height);
    }
  return most > 0.0 ? (most + 8.0) * self->furniture : 0.0;
}

/* Where the maps stand if they share `area`, beside one another or one above the other; the scale. */
static double
try_places (KithLeaf *self,
            const KithLeafFormat *format,
            const KithRect *area,
            const KithRect *bounds,
            gboolean beside)
{
  double n = self->n_parts;
  double between = BETWEEN * self->furniture * (n - 1);
  double width = beside ? (area->width - between) / n : area->width;
  double height = beside ? area->height : (area->height - between) / n;
  double caption;

  take_captions (self, format, width / self->furniture);
  caption = caption_height (self);
  height = MAX (height, caption + LEAST_PLACE);
  for (guint i = 0; i < self->n_parts; i++)
    {
      KithLeafPart *part = &self->parts[i];

      part->caption = caption;
      part->place = (KithRect){ area->x + (beside ? i * (width + BETWEEN * self->furniture) : 0.0),
                                area->y + (beside ? 0.0 : i * (height + BETWEEN * self->furniture)),
                                width, height };
    }
  return MIN (MIN (width / MAX (bounds->width, 1.0),
                   (height - caption) / MAX (bounds->height, 1.0)),
              LARGEST * MAX (self->furniture, 1.0));
}

static void
place_maps (KithLeaf *self, const KithLeafFormat *format, const KithRect *area, KithRect *bounds)
{
  KithSheetFrame frame = { .bounds = *bounds };
  double below = self->n_parts > 1 ? try_places (self, format, area, bounds, FALSE) : 0.0;

  if (try_places (self, format, area, bounds, TRUE) < below)
    try_places (self, format, area, bounds, FALSE);
  for (guint i = 0; i < self->n_parts; i++)
    {
      KithLeafPart *part = &self->parts[i];
      KithSheet *sheet = plain_sheet (&format->maps[i], self, i, &frame, part->place.width,
                                      part->place.height - part->caption);

      kith_sheet_free (part->sheet);
      part->sheet = sheet;
    }
}

/* --- The page --- */

/* As large as its maps at 100 %, beside one another unless that would be a ribbon. */
static void
grow (KithLeaf *self, const KithLeafFormat *format, const KithRect *bounds)
{
  double n = self->n_parts;
  gboolean beside = bounds->width < 1.6 * bounds->height;
  double width = beside ? n * bounds->width + (n - 1) * BETWEEN : bounds->width;

  self->width = ceil (MAX (width, LEAST_WIDTH) + 2 * self->margin);
}

/* The height that a page takes which may be as high as it likes. */
static double
grown_height (KithLeaf *self, const KithLeafFormat *format, const KithRect *bounds, double around)
{
  double n = self->n_parts;
  gboolean beside = bounds->width < 1.6 * bounds->height;
  double inner = self->width - 2 * self->margin;

  take_captions (self, format, beside ? (inner - (n - 1) * BETWEEN) / n : inner);
  return ceil (around
               + (beside ? bounds->height + caption_height (self)
                         : n * (bounds->height + caption_height (self)) + (n - 1) * BETWEEN));
}

static char *
summary_of (const KithLeaf *self, const KithLeafFormat *format)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->n_parts; i++)
    {
      if (i > 0)
        g_string_append_c (out, '\n');
      if (format->maps[i].heading != NULL)
        g_string_append_printf (out, "%s: ", format->maps[i].heading);
      g_string_append (out, kith_sheet_summary (self->parts[i].sheet));
    }
  return g_string_free (out, FALSE);
}

static KithLegend *
legend_of (const KithLeafFormat *format, double inner)
{
  const KithLeafMap *last = &format->maps[format->n_maps - 1];
  KithView view = *last->view;

  view.legend = KITH_CORNER_BOTTOM_LEFT;
  if (!format->legend)
    return NULL;
  return kith_legend_new_strip_with (last->map, &view,
                                     format->n_maps > 1 ? format->maps[0].map : NULL,
                                     format->maps[0].view, inner);
}

/* At 100 %; 0: all that they need. Few lines stay on the first page; of many it has the beginning. */
static double
room_for_lines (KithLeaf *self)
{
  double most = self->height * MOST_LINES / self->furniture;
  double first = self->height * MOST_FIRST / self->furniture;

  if (!self->continues || kith_leaf_lines_fit (self, first * 1.3))
    return most;
  return first;
}

/**
 * kith_leaf_new:
 * @format: the page and what is on it; its texts may go after this
 *
 * Two maps stand beside one another or one above the other, whichever shows them larger.
 *
 * Returns: (transfer full): the leaf, ready to be drawn
 */
KithLeaf *
kith_leaf_new (const KithLeafFormat *format)
{
  KithLeaf *self = g_new0 (KithLeaf, 1);
  KithRect bounds, area;
  double inner, lines, around;

  self->margin = format->margin;
  self->furniture = format->furniture;
  self->palette = format->maps[0].view->palette;
  self->continues = format->continues && format->height > 0.0;
  bounds = take_maps (self, format);
  self->width = format->width;
  self->height = format->height;
  if (format->width <= 0.0)
    grow (self, format, &bounds);
  inner = (self->width - 2 * self->margin) / self->furniture;
  take_words (self, format, inner);
  self->legend = legend_of (format, inner);
  lines = kith_leaf_place_lines (self, room_for_lines (self));
  lines = lines > 0.0 ? (lines + KITH_LEAF_GAP) * self->furniture : 0.0;
  around = 2 * self->margin + kith_leaf_crown (self) + head_height (self) + lines
           + legend_height (self) + kith_leaf_foot (self);
  if (format->height <= 0.0)
    self->height = grown_height (self, format, &bounds, around);
  area = (KithRect){ self->margin, self->margin + kith_leaf_crown (self) + head_height (self),
                     self->width - 2 * self->margin, MAX (self->height - around, LEAST_PLACE) };
  place_maps (self, format, &area, &bounds);
  self->lines_y = area.y + area.height + KITH_LEAF_GAP * self->furniture;
  self->legend_y = area.y + area.height + lines + KITH_LEAF_GAP * self->furniture;
  self->summary = summary_of (self, format);
  return self;
}

void
kith_leaf_free (KithLeaf *self)
{
  PangoLayout **texts[] = { &self->marking, &self->title, &self->subtitle, &self->facts,
                            &self->lines_title };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_object (texts[i]);
  for (guint i = 0; i < self->n_parts; i++)
    {
      kith_sheet_free (self->parts[i].sheet);
      kith_map_unref (self->parts[i].map);
      g_clear_object (&self->parts[i].heading);
      g_clear_object (&self->parts[i].words);
    }
  g_ptr_array_unref (self->sentences);
  g_array_unref (self->lines);
  g_clear_pointer (&self->legend, kith_legend_free);
  g_free (self->signature);
  g_free (self->summary);
  g_free (self);
}

guint
kith_leaf_n_pages (const KithLeaf *self)
{
  return self->n_pages;
}

void
kith_leaf_size (const KithLeaf *self, double *width, double *height)
{
  *width = self->width;
  *height = self->height;
}

double
kith_leaf_scale (const KithLeaf *self)
{
  return kith_sheet_scale (self->parts[0].sheet);
}

guint
kith_leaf_n_figures (const KithLeaf *self)
{
  return self->n_figures;
}

const char *
kith_leaf_summary (const KithLeaf *self)
{
  return self->summary;
}
