/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-text.h"

#include "kith-letters.h"

#include <math.h>
#include <string.h>

/* Inter comes with Kith's package; the others are what a desktop without it has. */
#define FAMILY "Inter, Cantarell, Noto Sans, sans-serif"
/* More than the spaces of a line's two ends are wide, map units. */
#define SPACES 12.0

static const struct
{
  double size; /* map units */
  PangoWeight weight;
  gboolean tabular;
} styles[] = {
  [KITH_TEXT_NAME] = { 14, PANGO_WEIGHT_SEMIBOLD, FALSE },
  [KITH_TEXT_LABEL] = { 13, PANGO_WEIGHT_SEMIBOLD, FALSE },
  [KITH_TEXT_BODY] = { 13, PANGO_WEIGHT_NORMAL, FALSE },
  [KITH_TEXT_SMALL] = { 12, PANGO_WEIGHT_NORMAL, TRUE },
  [KITH_TEXT_DIGIT] = { 11, PANGO_WEIGHT_SEMIBOLD, TRUE },
  [KITH_TEXT_TITLE] = { 22, PANGO_WEIGHT_SEMIBOLD, FALSE },
  [KITH_TEXT_DATE] = { 34, PANGO_WEIGHT_SEMIBOLD, TRUE },
  [KITH_TEXT_LEAD] = { 18, PANGO_WEIGHT_NORMAL, FALSE },
  [KITH_TEXT_AREA] = { 17, PANGO_WEIGHT_SEMIBOLD, FALSE },
  [KITH_TEXT_FAR] = { 56, PANGO_WEIGHT_SEMIBOLD, FALSE },
};

/* One context for the process: identity scale, 96 dots an inch, nothing rounded to pixels, so that
 * a map has the same shape at every zoom, on screen and on paper. */
static PangoContext *
get_context (void)
{
  static PangoContext *context;
  cairo_font_options_t *options;

  if (context != NULL)
    return context;
  kith_letters_begin ();
  context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  options = cairo_font_options_create ();
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 96.0);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
  return context;
}

static PangoFontDescription *
get_font (KithTextStyle style)
{
  static PangoFontDescription *fonts[G_N_ELEMENTS (styles)];

  if (fonts[style] == NULL)
    {
      fonts[style] = pango_font_description_from_string (FAMILY);
      pango_font_description_set_absolute_size (fonts[style], styles[style].size * PANGO_SCALE);
      pango_font_description_set_weight (fonts[style], styles[style].weight);
    }
  return fonts[style];
}

static void
set_tabular (PangoLayout *layout)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

/**
 * kith_text_layout:
 * @text: plain text
 * @style: how it looks
 * @width: map units to wrap at; less than 0: one line
 * @lines: the most lines, the last one ending in an ellipsis; 0: as many as it needs
 *
 * Returns: (transfer full): the layout
 */
PangoLayout *
kith_text_layout (const char *text, KithTextStyle style, double width, int lines)
{
  PangoLayout *layout = pango_layout_new (get_context ());

  pango_layout_set_text (layout, text, -1);
  pango_layout_set_font_description (layout, get_font (style));
  if (styles[style].tabular)
    set_tabular (layout);
  if (width >= 0.0)
    {
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE + 0.5));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }
  if (lines > 0)
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (layout, -lines);
    }
  return layout;
}

/**
 * kith_text_extents:
 * @layout: a layout; on another thread than the one that shapes text, one that has been prepared
 * @x: (out) (optional): where its widest line begins, map units
 * @width: (out) (optional): of its widest line, map units
 * @height: (out) (optional): map units
 */
void
kith_text_extents (PangoLayout *layout, double *x, double *width, double *height)
{
  PangoRectangle logical;

  if (kith_letters_size (layout, x, width, height))
    return;
  pango_layout_get_extents (layout, NULL, &logical);
  if (x != NULL)
    *x = (double) logical.x / PANGO_SCALE;
  if (width != NULL)
    *width = (double) logical.width / PANGO_SCALE;
  if (height != NULL)
    *height = (double) logical.height / PANGO_SCALE;
}

void
kith_text_size (PangoLayout *layout, double *width, double *height)
{
  kith_text_extents (layout, NULL, width, height);
}

/* Any other choice of as many lines leaves their widths' sum the same, but for a few spaces: half of
 * two lines is the least that the wider one can have. */
static double
least_width (PangoLayout *layout, int lines)
{
  g_autoptr (PangoLayoutIter) line = pango_layout_get_iter (layout);
  int sum = 0;

  do
    {
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (line, NULL, &logical);
      sum += logical.width;
    }
  while (pango_layout_iter_next_line (line));
  return MAX ((double) sum / PANGO_SCALE / lines - SPACES, 0.0);
}

/* The narrowest width at which the text still needs no more lines than at the widest: lines of
 * even length make a box that looks meant. */
static double
balanced_width (PangoLayout *layout, double widest)
{
  int lines = pango_layout_get_line_count (layout);
  double low, high = widest;

  if (lines == 1 || pango_layout_is_ellipsized (layout))
    return widest;
  low = least_width (layout, lines);
  /* Only a word that is wider than any box may be cut. */
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  while (high - low > 1.0)
    {
      double middle = (low + high) / 2.0;
      double width;

      pango_layout_set_width (layout, (int) (middle * PANGO_SCALE));
      kith_text_size (layout, &width, NULL);
      if (pango_layout_get_line_count (layout) > lines || width > middle
          || pango_layout_is_ellipsized (layout))
        low = middle;
      else
        high = MIN (middle, width + 0.25);
    }
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return high;
}

/* Names of great length are cut before they are shaped: four lines never show more. */
#define SHAPED_BYTES 600

static char *
cut_name (const char *name)
{
  gsize length = strlen (name);
  const char *end;

  if (length <= SHAPED_BYTES)
    return g_strdup (name);
  end = g_utf8_find_prev_char (name, name + SHAPED_BYTES);
  return g_strndup (name, (gsize) (end - name));
}

/**
 * kith_measure_stakeholder:
 * @name: its name
 * @width: (out): of the box, map units
 * @height: (out): of the box, map units
 */
void
kith_measure_stakeholder (const char *name, double *width, double *height)
{
  g_autofree char *cut = cut_name (name);
  g_autoptr (PangoLayout) layout = kith_text_layout (cut, KITH_TEXT_NAME, KITH_BOX_TEXT_WIDTH,
                                                     KITH_BOX_LINES);
  double text_width;
  double text_height;

  pango_layout_set_width (layout,
                          (int) (balanced_width (layout, KITH_BOX_TEXT_WIDTH) * PANGO_SCALE));
  kith_text_size (layout, &text_width, &text_height);
  *width = ceil (MAX (text_width, 28.0)) + KITH_BOX_TEXT_LEFT + KITH_BOX_PAD_RIGHT;
  *height = ceil (MAX (text_height + 2 * KITH_BOX_PAD, KITH_BOX_MIN_HEIGHT));
}

double
kith_box_scale (const KithStakeholder *stakeholder)
{
  return stakeholder->scale > 0 ? stakeholder->scale / 100.0 : 1.0;
}

void
kith_logo_size (const KithPicture *picture, double *width, double *height)
{
  double factor;

  *width = *height = 0.0;
  if (picture == NULL)
    return;
  factor = MIN (KITH_LOGO_WIDTH / picture->width, KITH_LOGO_HEIGHT / picture->height);
  *width = MAX (picture->width * factor, 4.0);
  *height = MAX (picture->height * factor, 4.0);
}

double
kith_logo_room (const KithPicture *picture)
{
  double width, height;

  kith_logo_size (picture, &width, &height);
  return width > 0.0 ? ceil (width) + 8.0 : 0.0;
}

/**
 * kith_measure_box:
 * @stakeholder: a stakeholder
 * @picture: (nullable): its picture
 * @width: (out): of its box, map units
 * @height: (out): of its box, map units
 */
void
kith_measure_box (const KithStakeholder *stakeholder,
                  const KithPicture *picture,
                  double *width,
                  double *height)
{
  double scale = kith_box_scale (stakeholder);

  kith_measure_stakeholder (stakeholder->name, width, height);
  *width = kith_quantise (ceil ((*width + kith_logo_room (picture)) * scale));
  *height = kith_quantise (ceil (*height * scale));
}

/* Of letters that every font has it is always the same, and need not be found out by shaping. */
static double
line_height (const char *text, PangoLayout *layout)
{
  static double plain; /* 0: not known yet */
  gboolean is_plain = g_str_is_ascii (text) && strcspn (text, "\n\r\f\v") == strlen (text);
  double height;

  if (is_plain && plain > 0.0)
    return plain;
  kith_text_size (layout, NULL, &height);
  if (is_plain && *text != '\0')
    plain = height;
  return height;
}

/**
 * kith_text_in_box:
 * @name: a stakeholder's name
 * @width: of its box, map units, as its record keeps it
 * @height: of its box
 *
 * Fonts differ between machines, but the box does not: what does not fit ends in an ellipsis.
 *
 * Returns: (transfer full): the name's layout, to be drawn at KITH_BOX_TEXT_LEFT, centred upright
 */
PangoLayout *
kith_text_in_box (const char *name, double width, double height)
{
  g_autofree char *cut = cut_name (name);
  double room = MAX (width - KITH_BOX_TEXT_LEFT - KITH_BOX_PAD_RIGHT, 10.0) + 2.0;
  PangoLayout *layout = kith_text_layout (cut, KITH_TEXT_NAME, room, 1);
  double line;
  int lines;

  line = line_height (cut, layout);
  lines = CLAMP ((int) ((height - KITH_BOX_PAD) / MAX (line, 1.0)), 1, KITH_BOX_LINES);
  pango_layout_set_height (layout, -lines);
  return layout;
}

/**
 * kith_measure_note:
 * @text: the words of a text on the map
 * @width: of its box, map units
 *
 * Returns: the height of the box, map units
 */
double
kith_measure_note (const char *text, double width)
{
  g_autoptr (PangoLayout) layout = kith_text_layout (text, KITH_TEXT_BODY,
                                                     MAX (width - 2 * KITH_NOTE_PAD, 10.0), 0);
  double height;

  kith_text_size (layout, NULL, &height);
  return kith_quantise (ceil (height + 2 * KITH_NOTE_PAD));
}

static void
measure_note (KithRecord *record)
{
  KithAnnotation *after = (KithAnnotation *) record;

  if (record != NULL && record->kind == KITH_ANNOTATION && after->form == KITH_ANNOTATION_TEXT
      && after->height == 0.0)
    after->height = kith_measure_note (after->text, after->width);
}

static gboolean
needs_size (const KithChange *change)
{
  const KithStakeholder *after = (const KithStakeholder *) change->after;

  measure_note (change->after);
  return after != NULL && KITH_KIND (after) == KITH_STAKEHOLDER
         && (after->width == 0.0 || after->height == 0.0);
}

static const KithPicture *
picture_for (KithEdit *edit, KithMap *map, KithId id)
{
  const KithPicture *made = id != 0 ? kith_edit_peek_after (edit, id) : NULL;

  if (made != NULL || id == 0 || map == NULL)
    return made;
  return kith_map_get (map, KITH_PICTURE, id);
}

/**
 * kith_measure_edit_on:
 * @edit: an edit that has not been performed
 * @map: (nullable): the map that it is for
 *
 * Gives every stakeholder that has no box size yet (a new or renamed one) its size, and every text
 * its height.
 */
void
kith_measure_edit_on (KithEdit *edit, KithMap *map)
{
  for (guint i = 0; i < kith_edit_n_changes (edit); i++)
    if (needs_size (kith_edit_change (edit, i)))
      {
        KithStakeholder *after = (KithStakeholder *) kith_edit_change (edit, i)->after;

        kith_measure_box (after, picture_for (edit, map, after->picture), &after->width,
                          &after->height);
      }
}

void
kith_measure_edit (KithEdit *edit)
{
  kith_measure_edit_on (edit, NULL);
}
