/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-pdf-fonts-private.h"

#include <hb-ot.h>
#include <math.h>
#include <string.h>

#define MOST_DRAWN 256 /* letters of a font that is drawn: its codes are bytes */

/* A font of Pango's at one size. */
typedef struct
{
  PangoFont *font; /* owned reference */
  double size;
  gboolean is_drawn;
  KithPdfFont *into;  /* the one that goes into the file; of what is drawn the last one */
  GHashTable *glyphs; /* PangoGlyph → KithPdfGlyph; of a whole font shared by its sizes */
} Face;

struct _KithPdfFonts
{
  KithPdfFile *file;   /* borrowed */
  GHashTable *faces;   /* PangoFont → Face */
  GHashTable *unknown; /* PangoFont → Face: of what it has no letters for */
  GHashTable *shared;  /* hb_face_t → Face that came first */
  GPtrArray *fonts;    /* of KithPdfFont */
  Face *last;
};

static void
glyph_free (gpointer data)
{
  KithPdfGlyph *glyph = data;

  g_free (glyph->text);
  g_free (glyph);
}

static void
face_free (gpointer data)
{
  Face *face = data;

  g_hash_table_unref (face->glyphs);
  g_object_unref (face->font);
  g_free (face);
}

static void
font_free (gpointer data)
{
  KithPdfFont *font = data;

  if (font->face != NULL)
    hb_face_destroy (font->face);
  g_clear_object (&font->font);
  g_ptr_array_unref (font->glyphs);
  g_free (font);
}

KithPdfFonts *
kith_pdf_fonts_new (KithPdfFile *file)
{
  KithPdfFonts *fonts = g_new0 (KithPdfFonts, 1);

  fonts->file = file;
  fonts->faces = g_hash_table_new_full (NULL, NULL, NULL, face_free);
  fonts->unknown = g_hash_table_new_full (NULL, NULL, NULL, face_free);
  fonts->shared = g_hash_table_new (NULL, NULL);
  fonts->fonts = g_ptr_array_new_with_free_func (font_free);
  return fonts;
}

void
kith_pdf_fonts_free (KithPdfFonts *fonts)
{
  g_hash_table_unref (fonts->faces);
  g_hash_table_unref (fonts->unknown);
  g_hash_table_unref (fonts->shared);
  g_ptr_array_unref (fonts->fonts);
  g_free (fonts);
}

/* --- Which fonts can go in as they are --- */

static gboolean
has_table (hb_face_t *face, hb_tag_t tag)
{
  hb_blob_t *blob = hb_face_reference_table (face, tag);
  gboolean has = hb_blob_get_length (blob) > 0;

  hb_blob_destroy (blob);
  return has;
}

static gboolean
is_varied (hb_font_t *font)
{
  unsigned int n = 0;
  const int *coords = hb_font_get_var_coords_normalized (font, &n);

  for (unsigned int i = 0; i < n; i++)
    if (coords[i] != 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_slanted (PangoFont *font)
{
  cairo_scaled_font_t *scaled = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font));
  cairo_matrix_t matrix;

  if (scaled == NULL)
    return TRUE;
  cairo_scaled_font_get_font_matrix (scaled, &matrix);
  return matrix.xy != 0.0 || matrix.yx != 0.0 || fabs (matrix.xx - matrix.yy) > 1e-6;
}

static gboolean
must_be_drawn (PangoFont *font)
{
  static const hb_tag_t colours[] = { HB_TAG ('C', 'O', 'L', 'R'), HB_TAG ('C', 'B', 'D', 'T'),
                                      HB_TAG ('s', 'b', 'i', 'x'), HB_TAG ('S', 'V', 'G', ' ') };
  hb_font_t *hb = pango_font_get_hb_font (font);
  hb_face_t *face = hb_font_get_face (hb);

  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    if (has_table (face, colours[i]))
      return TRUE;
  return is_varied (hb) || is_slanted (font)
         || !(has_table (face, HB_TAG ('g', 'l', 'y', 'f'))
              || has_table (face, HB_TAG ('C', 'F', 'F', ' ')));
}

static KithPdfFont *
add_font (KithPdfFonts *fonts, Face *face)
{
  KithPdfFont *font = g_new0 (KithPdfFont, 1);

  font->number = fonts->fonts->len + 1;
  font->size = face->size;
  font->glyphs = g_ptr_array_new ();
  if (face->is_drawn)
    font->font = g_object_ref (face->font);
  else
    font->face = hb_face_reference (hb_font_get_face (pango_font_get_hb_font (face->font)));
  g_ptr_array_add (fonts->fonts, font);
  return font;
}

static double
size_of (PangoFont *font)
{
  PangoFontDescription *description = pango_font_describe_with_absolute_size (font);
  double size = (double) pango_font_description_get_size (description) / PANGO_SCALE;

  pango_font_description_free (description);
  return MAX (size, 0.1);
}

static Face *
make_face (KithPdfFonts *fonts, PangoFont *font, gboolean is_drawn)
{
  Face *face = g_new0 (Face, 1);
  hb_face_t *hb = hb_font_get_face (pango_font_get_hb_font (font));
  Face *other = is_drawn ? NULL : g_hash_table_lookup (fonts->shared, hb);

  face->font = g_object_ref (font);
  face->size = size_of (font);
  face->is_drawn = is_drawn;
  face->into = other != NULL ? other->into : add_font (fonts, face);
  face->glyphs = other != NULL ? g_hash_table_ref (other->glyphs)
                               : g_hash_table_new_full (NULL, NULL, NULL, glyph_free);
  if (!is_drawn && other == NULL)
    g_hash_table_insert (fonts->shared, hb, face);
  return face;
}

static Face *
find_face (KithPdfFonts *fonts, PangoFont *font, PangoGlyph glyph)
{
  gboolean unknown = (glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0;
  GHashTable *table = unknown ? fonts->unknown : fonts->faces;
  Face *face;

  if (!unknown && fonts->last != NULL && fonts->last->font == font)
    return fonts->last;
  face = g_hash_table_lookup (table, font);
  if (face == NULL)
    {
      face = make_face (fonts, font, unknown || must_be_drawn (font));
      g_hash_table_insert (table, font, face);
    }
  if (!unknown)
    fonts->last = face;
  return face;
}

/* --- Letters --- */

static int
width_of (const Face *face, PangoGlyph glyph)
{
  PangoRectangle logical;
  hb_font_t *font;
  int width;

  if (face->is_drawn)
    {
      pango_font_get_glyph_extents (face->font, glyph, NULL, &logical);
      return (int) lround (logical.width * 1000.0 / PANGO_SCALE / face->size);
    }
  font = hb_font_create (face->into->face);
  width = (int) lround (hb_font_get_glyph_h_advance (font, glyph) * 1000.0
                        / hb_face_get_upem (face->into->face));
  hb_font_destroy (font);
  return width;
}

static KithPdfGlyph *
add_glyph (KithPdfFonts *fonts, Face *face, PangoGlyph glyph, const char *text, gsize length)
{
  KithPdfGlyph *made = g_new0 (KithPdfGlyph, 1);

  if (face->is_drawn && face->into->glyphs->len == MOST_DRAWN)
    face->into = add_font (fonts, face);
  made->font = face->into->number;
  made->glyph = glyph;
  made->code = face->is_drawn ? face->into->glyphs->len : glyph;
  made->width = width_of (face, glyph);
  made->text = g_strndup (text, length);
  g_ptr_array_add (face->into->glyphs, made);
  g_hash_table_insert (face->glyphs, GUINT_TO_POINTER (glyph), made);
  return made;
}

void
kith_pdf_fonts_use (KithPdfFonts *fonts,
                    PangoFont *font,
                    PangoGlyph glyph,
                    const char *text,
                    gsize length,
                    KithPdfLetter *letter)
{
  Face *face = find_face (fonts, font, glyph);
  KithPdfGlyph *found = g_hash_table_lookup (face->glyphs, GUINT_TO_POINTER (glyph));

  if (found == NULL)
    found = add_glyph (fonts, face, glyph, text, length);
  letter->font = found->font;
  letter->code = found->code;
  letter->digits = face->is_drawn ? 2 : 4;
  letter->size = face->is_drawn ? 1.0 : face->size;
  letter->advance = found->width * face->size / 1000.0;
  letter->tells = strncmp (found->text, text, length) == 0 && found->text[length] == '\0';
}

void
kith_pdf_fonts_put (KithPdfFonts *fonts, guint resources, GString *names, GString *images)
{
  for (guint i = 0; i < fonts->fonts->len; i++)
    {
      const KithPdfFont *font = fonts->fonts->pdata[i];
      guint object = font->face != NULL
                         ? kith_pdf_font_put (fonts->file, font)
                         : kith_pdf_drawn_font_put (fonts->file, font, resources, images);

      g_string_append_printf (names, "/F%u %u 0 R", font->number, object);
    }
}
