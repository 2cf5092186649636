/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A renderer of Pango's that keeps what it is told to draw. An outline is made once for each glyph of
 * a font and shared by all texts. A glyph that is a picture (emoji) is kept as one. */
#include "kith-letters.h"

#include "kith-scribe.h"

#include <hb-ot.h>
#include <math.h>

#define FINE 8.0    /* how much larger outlines are made, for they are kept in 1/256 */
#define PICTURE 4.0 /* device pixels a map unit of a glyph that is a picture */

typedef struct
{
  const PangoFont *font; /* lives as long as the process: the map has one context */
  PangoGlyph glyph;
} Key;

/* Never changed once it is made; kept as long as the process. */
typedef struct
{
  KithOutline outline;
  Key key;
} Outline;

typedef struct
{
  const Outline *outline;
  float x;
  float y;
} Letter;

typedef struct
{
  GArray *letters; /* of Letter */
  GArray *bars;    /* of cairo_rectangle_t: lines under or through the text */
  cairo_rectangle_t logical;
} Letters;

static GThread *shaper;
static GHashTable *outlines; /* Key → Outline; of the shaping thread */
static GMutex picture_lock;  /* cairo's images are sources on one thread at a time */

static GQuark
letters_quark (void)
{
  return g_quark_from_static_string ("kith-letters");
}

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return g_direct_hash (key->font) ^ (key->glyph * 2654435761u);
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *one = a;
  const Key *other = b;

  return one->font == other->font && one->glyph == other->glyph;
}

static void
letters_free (gpointer data)
{
  Letters *letters = data;

  g_array_unref (letters->letters);
  g_array_unref (letters->bars);
  g_free (letters);
}

/* --- Outlines --- */

static cairo_t *
scratch (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  return cr;
}

/* The same font, larger. */
static void
set_fine_font (cairo_t *cr, cairo_scaled_font_t *font)
{
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_matrix_t matrix;

  cairo_scaled_font_get_font_matrix (font, &matrix);
  cairo_scaled_font_get_font_options (font, options);
  cairo_matrix_scale (&matrix, FINE, FINE);
  cairo_set_font_face (cr, cairo_scaled_font_get_font_face (font));
  cairo_set_font_matrix (cr, &matrix);
  cairo_set_font_options (cr, options);
  cairo_font_options_destroy (options);
}

static void
make_path (Outline *outline, cairo_scaled_font_t *font)
{
  cairo_t *cr = scratch ();
  cairo_path_t *path;

  set_fine_font (cr, font);
  cairo_glyph_path (cr, &(cairo_glyph_t){ outline->key.glyph, 0, 0 }, 1);
  path = cairo_copy_path (cr);
  cairo_destroy (cr);
  if (path->status != CAIRO_STATUS_SUCCESS || path->num_data == 0)
    {
      cairo_path_destroy (path);
      return;
    }
  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    for (int j = 1; j < path->data[i].header.length; j++)
      {
        path->data[i + j].point.x /= FINE;
        path->data[i + j].point.y /= FINE;
      }
  outline->outline.path = path;
}

static void
make_picture (Outline *outline, cairo_scaled_font_t *font)
{
  cairo_text_extents_t extents;
  cairo_glyph_t glyph = { outline->key.glyph, 0, 0 };
  cairo_t *cr;

  cairo_scaled_font_glyph_extents (font, &glyph, 1, &extents);
  if (!(extents.width > 0.0 && extents.height > 0.0 && extents.width < 500.0
        && extents.height < 500.0))
    return;
  outline->outline.picture_scale = PICTURE;
  outline->outline.picture_x = floor (extents.x_bearing) - 1.0;
  outline->outline.picture_y = floor (extents.y_bearing) - 1.0;
  outline->outline.picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                                         (int) ((extents.width + 3.0) * PICTURE),
                                                         (int) ((extents.height + 3.0) * PICTURE));
  cr = cairo_create (outline->outline.picture);
  cairo_scale (cr, PICTURE, PICTURE);
  cairo_translate (cr, -outline->outline.picture_x, -outline->outline.picture_y);
  cairo_set_scaled_font (cr, font);
  cairo_show_glyphs (cr, &glyph, 1);
  cairo_destroy (cr);
}

/* A box for what no font has. */
static void
make_unknown (Outline *outline, PangoFont *font)
{
  PangoRectangle ink;
  cairo_t *cr = scratch ();
  double x, y, width, height;

  pango_font_get_glyph_extents (font, outline->key.glyph, &ink, NULL);
  x = (double) ink.x / PANGO_SCALE;
  y = (double) ink.y / PANGO_SCALE;
  width = (double) ink.width / PANGO_SCALE;
  height = (double) ink.height / PANGO_SCALE;
  cairo_rectangle (cr, x, y, width, height);
  cairo_rectangle (cr, x + 1.0, y + height - 1.0, width - 2.0, 2.0 - height);
  outline->outline.path = cairo_copy_path (cr);
  cairo_destroy (cr);
}

static gboolean
is_coloured (PangoFont *font)
{
  hb_face_t *face = hb_font_get_face (pango_font_get_hb_font (font));

  return hb_ot_color_has_png (face) || hb_ot_color_has_layers (face) || hb_ot_color_has_svg (face);
}

static const Outline *
outline_of (PangoFont *font, PangoGlyph glyph)
{
  Key key = { font, glyph };
  Outline *outline;

  if (outlines == NULL)
    outlines = g_hash_table_new (key_hash, key_equal);
  outline = g_hash_table_lookup (outlines, &key);
  if (outline != NULL)
    return outline;
  outline = g_new0 (Outline, 1);
  outline->key = (Key){ g_object_ref (font), glyph };
  if ((glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
    make_unknown (outline, font);
  else
    {
      cairo_scaled_font_t *scaled = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font));

      /* of a letter in colours cairo gives the silhouette as its outline */
      if (!is_coloured (font))
        make_path (outline, scaled);
      if (outline->outline.path == NULL)
        make_picture (outline, scaled);
    }
  g_hash_table_insert (outlines, &outline->key, outline);
  return outline;
}

const KithOutline *
kith_letters_outline (PangoFont *font, PangoGlyph glyph)
{
  return &outline_of (font, glyph)->outline;
}

/* --- The renderer --- */

typedef PangoRendererClass KithLettererClass;

typedef struct
{
  PangoRenderer parent_instance;
  Letters *into; /* borrowed while it draws */
} KithLetterer;

GType kith_letterer_get_type (void);
G_DEFINE_TYPE (KithLetterer, kith_letterer, PANGO_TYPE_RENDERER)

static void
draw_glyphs (PangoRenderer *renderer, PangoFont *font, PangoGlyphString *glyphs, int x, int y)
{
  Letters *into = ((KithLetterer *) renderer)->into;

  for (int i = 0; i < glyphs->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &glyphs->glyphs[i];
      Letter letter;

      if (info->glyph != PANGO_GLYPH_EMPTY)
        {
          letter.outline = outline_of (font, info->glyph);
          letter.x = (float) (x + info->geometry.x_offset) / PANGO_SCALE;
          letter.y = (float) (y + info->geometry.y_offset) / PANGO_SCALE;
          if (letter.outline->outline.path != NULL || letter.outline->outline.picture != NULL)
            g_array_append_val (into->letters, letter);
        }
      x += info->geometry.width;
    }
}

static void
draw_rectangle (PangoRenderer *renderer, PangoRenderPart part, int x, int y, int width, int height)
{
  cairo_rectangle_t bar = { (double) x / PANGO_SCALE, (double) y / PANGO_SCALE,
                            (double) width / PANGO_SCALE, (double) height / PANGO_SCALE };

  g_array_append_val (((KithLetterer *) renderer)->into->bars, bar);
}

static void
kith_letterer_class_init (KithLettererClass *klass)
{
  PANGO_RENDERER_CLASS (klass)->draw_glyphs = draw_glyphs;
  PANGO_RENDERER_CLASS (klass)->draw_rectangle = draw_rectangle;
}

static void
kith_letterer_init (KithLetterer *self)
{
}

static Letters *
make_letters (PangoLayout *layout)
{
  static KithLetterer *letterer;
  Letters *letters = g_new0 (Letters, 1);
  PangoRectangle logical;

  if (letterer == NULL)
    letterer = g_object_new (kith_letterer_get_type (), NULL);
  letters->letters = g_array_new (FALSE, FALSE, sizeof (Letter));
  letters->bars = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
  pango_layout_get_extents (layout, NULL, &logical);
  letters->logical = (cairo_rectangle_t){ (double) logical.x / PANGO_SCALE,
                                          (double) logical.y / PANGO_SCALE,
                                          (double) logical.width / PANGO_SCALE,
                                          (double) logical.height / PANGO_SCALE };
  letterer->into = letters;
  pango_renderer_draw_layout (PANGO_RENDERER (letterer), layout, 0, 0);
  letterer->into = NULL;
  return letters;
}

/**
 * kith_letters_begin:
 *
 * Makes this the thread that shapes text, for as long as the process lives. Where another thread has
 * begun before, nothing changes. Whatever makes texts or figures calls it first: a thread that only
 * paints never does, even where it paints before any text has been seen.
 */
void
kith_letters_begin (void)
{
  g_atomic_pointer_compare_and_exchange (&shaper, NULL, g_thread_self ());
}

gboolean
kith_letters_may_shape (void)
{
  return g_atomic_pointer_get (&shaper) == g_thread_self ();
}

static const Letters *
find (PangoLayout *layout)
{
  return g_object_get_qdata (G_OBJECT (layout), letters_quark ());
}

/**
 * kith_letters_prepare:
 * @layout: a layout
 *
 * What Pango made of it is dropped; where it is asked for again it is made again.
 */
void
kith_letters_prepare (PangoLayout *layout)
{
  if (find (layout) != NULL)
    return;
  g_return_if_fail (kith_letters_may_shape ());
  g_object_set_qdata_full (G_OBJECT (layout), letters_quark (), make_letters (layout),
                           letters_free);
  pango_layout_context_changed (layout);
}

gboolean
kith_letters_size (PangoLayout *layout, double *x, double *width, double *height)
{
  const Letters *letters = find (layout);

  if (letters == NULL)
    return FALSE;
  if (x != NULL)
    *x = letters->logical.x;
  if (width != NULL)
    *width = letters->logical.width;
  if (height != NULL)
    *height = letters->logical.height;
  return TRUE;
}

/* --- Drawing --- */

static void
add_path (cairo_t *cr, const cairo_path_t *path, double x, double y)
{
  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *data = &path->data[i];

      switch (data->header.type)
        {
        case CAIRO_PATH_MOVE_TO:
          cairo_move_to (cr, x + data[1].point.x, y + data[1].point.y);
          break;
        case CAIRO_PATH_LINE_TO:
          cairo_line_to (cr, x + data[1].point.x, y + data[1].point.y);
          break;
        case CAIRO_PATH_CURVE_TO:
          cairo_curve_to (cr, x + data[1].point.x, y + data[1].point.y, x + data[2].point.x,
                          y + data[2].point.y, x + data[3].point.x, y + data[3].point.y);
          break;
        case CAIRO_PATH_CLOSE_PATH:
          cairo_close_path (cr);
          break;
        default:
          break;
        }
    }
}

static void
draw_picture (cairo_t *cr, const Outline *outline, double x, double y)
{
  g_mutex_lock (&picture_lock);
  cairo_save (cr);
  cairo_translate (cr, x + outline->outline.picture_x, y + outline->outline.picture_y);
  cairo_scale (cr, 1.0 / PICTURE, 1.0 / PICTURE);
  cairo_set_source_surface (cr, outline->outline.picture, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  g_mutex_unlock (&picture_lock);
}

static void
draw_letters (cairo_t *cr, const Letters *letters)
{
  double x;
  double y;

  cairo_get_current_point (cr, &x, &y);
  cairo_new_path (cr);
  for (guint i = 0; i < letters->letters->len; i++)
    {
      const Letter *letter = &g_array_index (letters->letters, Letter, i);

      if (letter->outline->outline.path != NULL)
        add_path (cr, letter->outline->outline.path, x + letter->x, y + letter->y);
    }
  for (guint i = 0; i < letters->bars->len; i++)
    {
      const cairo_rectangle_t *bar = &g_array_index (letters->bars, cairo_rectangle_t, i);

      cairo_rectangle (cr, x + bar->x, y + bar->y, bar->width, bar->height);
    }
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);
  cairo_fill (cr);
  for (guint i = 0; i < letters->letters->len; i++)
    {
      const Letter *letter = &g_array_index (letters->letters, Letter, i);

      if (letter->outline->outline.picture != NULL)
        draw_picture (cr, letter->outline, x + letter->x, y + letter->y);
    }
}

gboolean
kith_letters_are_text (cairo_t *cr)
{
  cairo_surface_type_t type = cairo_surface_get_type (cairo_get_target (cr));

  return kith_scribe_is_there (cr) || type == CAIRO_SURFACE_TYPE_PDF
         || type == CAIRO_SURFACE_TYPE_SVG || type == CAIRO_SURFACE_TYPE_PS;
}

/**
 * kith_letters_show:
 * @cr: a context with a current point and a colour
 * @layout: a layout
 *
 * Leaves no current point.
 */
void
kith_letters_show (cairo_t *cr, PangoLayout *layout)
{
  const Letters *letters;

  if (kith_letters_are_text (cr) && (kith_letters_may_shape () || kith_scribe_is_there (cr)))
    {
      kith_scribe_text (cr, layout);
      cairo_new_path (cr);
      return;
    }
  if (find (layout) == NULL)
    kith_letters_prepare (layout);
  letters = find (layout);
  if (letters != NULL)
    draw_letters (cr, letters);
}
