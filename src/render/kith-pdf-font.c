/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing one font into a PDF, with the letters that are used. */
#include "kith-pdf-fonts-private.h"

#include "kith-letters.h"
#include "kith-scribe.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <math.h>
#include <string.h>

#define FINE 100.0 /* units of a drawn letter in a map unit */

static int
compare_glyphs (gconstpointer a, gconstpointer b)
{
  const KithPdfGlyph *one = *(KithPdfGlyph *const *) a, *other = *(KithPdfGlyph *const *) b;

  return (one->code > other->code) - (one->code < other->code);
}

/* --- From codes to text --- */

static void
append_text_line (GString *out, const KithPdfGlyph *glyph, guint digits)
{
  g_autoptr (GString) text = g_string_new (NULL);

  kith_pdf_append_text (text, glyph->text, -1);
  g_string_append_printf (out, "<%0*X> <%s\n", (int) digits, glyph->code,
                          text->str + strlen ("<FEFF"));
}

/* A table takes a hundred lines at most. */
static void
append_text_lines (GString *out, const KithPdfFont *font, guint digits)
{
  g_autoptr (GPtrArray) telling = g_ptr_array_new ();

  for (guint i = 0; i < font->glyphs->len; i++)
    if (((KithPdfGlyph *) font->glyphs->pdata[i])->text[0] != '\0')
      g_ptr_array_add (telling, font->glyphs->pdata[i]);
  for (guint i = 0; i < telling->len; i++)
    {
      if (i % 100 == 0)
        g_string_append_printf (out, "%s%u beginbfchar\n", i > 0 ? "endbfchar\n" : "",
                                MIN (100, telling->len - i));
      append_text_line (out, telling->pdata[i], digits);
    }
  if (telling->len > 0)
    g_string_append (out, "endbfchar\n");
}

guint
kith_pdf_font_put_texts (KithPdfFile *file, const KithPdfFont *font, guint digits)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint object = kith_pdf_file_reserve (file);

  g_string_append_printf (out,
                          "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                          "/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def\n"
                          "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                          "1 begincodespacerange\n<%0*X> <%s>\nendcodespacerange\n",
                          (int) digits, 0, digits == 2 ? "FF" : "FFFF");
  append_text_lines (out, font, digits);
  g_string_append (out, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
  kith_pdf_file_put_stream (file, object, "", out->str, out->len);
  return object;
}

/* --- A font --- */

/* Its letters keep their numbers. */
static hb_face_t *
make_subset (const KithPdfFont *font)
{
  static const hb_tag_t unused[] = { HB_TAG ('G', 'S', 'U', 'B'), HB_TAG ('G', 'P', 'O', 'S'),
                                     HB_TAG ('G', 'D', 'E', 'F'), HB_TAG ('k', 'e', 'r', 'n'),
                                     HB_TAG ('n', 'a', 'm', 'e'), HB_TAG ('c', 'm', 'a', 'p') };
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  hb_face_t *subset = NULL;

  if (input == NULL)
    return NULL;
  for (guint i = 0; i < font->glyphs->len; i++)
    hb_set_add (hb_subset_input_glyph_set (input), ((KithPdfGlyph *) font->glyphs->pdata[i])->code);
  for (guint i = 0; i < G_N_ELEMENTS (unused); i++)
    hb_set_add (hb_subset_input_set (input, HB_SUBSET_SETS_DROP_TABLE_TAG), unused[i]);
  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING);
  subset = hb_subset_or_fail (font->face, input);
  hb_subset_input_destroy (input);
  return subset;
}

static char *
name_of (const KithPdfFont *font)
{
  char text[64] = "";
  unsigned int size = sizeof text;
  GString *name = g_string_new ("KITH");

  hb_ot_name_get_utf8 (font->face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, text);
  g_string_append_printf (name, "%c%c+", 'A' + (font->number / 26) % 26, 'A' + font->number % 26);
  for (const char *at = text; *at != '\0'; at++)
    if (g_ascii_isalnum (*at) || *at == '-')
      g_string_append_c (name, *at);
  if (text[0] == '\0')
    g_string_append_printf (name, "Font%u", font->number);
  return g_string_free (name, FALSE);
}

static guint
put_program (KithPdfFile *file, const KithPdfFont *font, gboolean cff)
{
  hb_face_t *subset = make_subset (font);
  hb_face_t *face = subset != NULL ? subset : font->face;
  hb_blob_t *blob = cff ? hb_face_reference_table (face, HB_TAG ('C', 'F', 'F', ' '))
                        : hb_face_reference_blob (face);
  unsigned int length;
  const char *data = hb_blob_get_data (blob, &length);
  guint object = kith_pdf_file_reserve (file);
  char entries[48];

  g_snprintf (entries, sizeof entries, cff ? "/Subtype/CIDFontType0C" : "/Length1 %u", length);
  kith_pdf_file_put_stream (file, object, entries, data, length);
  hb_blob_destroy (blob);
  if (subset != NULL)
    hb_face_destroy (subset);
  return object;
}

static guint
put_descriptor (KithPdfFile *file, const KithPdfFont *font, const char *name, gboolean cff)
{
  hb_font_t *hb = hb_font_create (font->face);
  double scale = 1000.0 / hb_face_get_upem (font->face);
  guint program = put_program (file, font, cff);
  guint object = kith_pdf_file_reserve (file);
  hb_font_extents_t extents = { 0 };
  g_autofree char *text = NULL;
  int ascent, descent;

  hb_font_get_h_extents (hb, &extents);
  hb_font_destroy (hb);
  ascent = (int) lround (extents.ascender * scale);
  descent = (int) lround (extents.descender * scale);
  text = g_strdup_printf ("<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[-1000 %d 3000 %d]"
                          "/ItalicAngle 0/Ascent %d/Descent %d/CapHeight %d/StemV 80/%s %u 0 R>>",
                          name, MIN (descent, -200), MAX (ascent, 800), ascent, descent,
                          ascent * 3 / 4, cff ? "FontFile3" : "FontFile2", program);
  kith_pdf_file_put (file, object, text);
  return object;
}

static guint
put_descendant (KithPdfFile *file, const KithPdfFont *font, const char *name, gboolean cff)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint descriptor = put_descriptor (file, font, name, cff);
  guint object = kith_pdf_file_reserve (file);

  g_string_append_printf (
      out,
      "<</Type/Font/Subtype/CIDFontType%d/BaseFont/%s/CIDSystemInfo<</Registry"
      "(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %u 0 R/DW 0%s/W[",
      cff ? 0 : 2, name, descriptor, cff ? "" : "/CIDToGIDMap/Identity");
  for (guint i = 0; i < font->glyphs->len; i++)
    {
      const KithPdfGlyph *glyph = font->glyphs->pdata[i];

      g_string_append_printf (out, "%u[%d]", glyph->code, glyph->width);
    }
  g_string_append (out, "]>>");
  kith_pdf_file_put (file, object, out->str);
  return object;
}

guint
kith_pdf_font_put (KithPdfFile *file, const KithPdfFont *font)
{
  g_autofree char *name = name_of (font);
  hb_blob_t *outlines = hb_face_reference_table (font->face, HB_TAG ('C', 'F', 'F', ' '));
  gboolean cff = hb_blob_get_length (outlines) > 0;
  guint object, texts, descendant;
  g_autofree char *text = NULL;

  hb_blob_destroy (outlines);
  g_ptr_array_sort (font->glyphs, compare_glyphs);
  texts = kith_pdf_font_put_texts (file, font, 4);
  descendant = put_descendant (file, font, name, cff);
  object = kith_pdf_file_reserve (file);
  text = g_strdup_printf ("<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H"
                          "/DescendantFonts[%u 0 R]/ToUnicode %u 0 R>>",
                          name, descendant, texts);
  kith_pdf_file_put (file, object, text);
  return object;
}

/* --- Drawn letters --- */

static void
append_point (GString *out, const cairo_path_data_t *point)
{
  kith_scribe_number (out, point->point.x * FINE);
  g_string_append_c (out, ' ');
  kith_scribe_number (out, point->point.y * FINE);
  g_string_append_c (out, ' ');
}

static void
append_outline (GString *out, const cairo_path_t *path)
{
  static const char ops[] = { 'm', 'l', 'c', 'h' };

  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *data = &path->data[i];

      for (int j = 1; j < data->header.length; j++)
        append_point (out, &data[j]);
      g_string_append_c (out, ops[data->header.type]);
      g_string_append_c (out, '\n');
    }
  g_string_append (out, "f\n");
}

static void
append_picture (KithPdfFile *file, GString *out, const KithOutline *outline, GString *images)
{
  guint object = kith_pdf_put_image (file, outline->picture, NULL);
  double width = cairo_image_surface_get_width (outline->picture) / outline->picture_scale;
  double height = cairo_image_surface_get_height (outline->picture) / outline->picture_scale;
  const double matrix[] = { width * FINE,
                            0.0,
                            0.0,
                            -height * FINE,
                            outline->picture_x * FINE,
                            (outline->picture_y + height) * FINE };

  g_string_append_printf (images, "/I%u %u 0 R", object, object);
  g_string_append (out, "q ");
  for (guint i = 0; i < 6; i++)
    {
      kith_scribe_number (out, matrix[i]);
      g_string_append_c (out, ' ');
    }
  g_string_append_printf (out, "cm /I%u Do Q\n", object);
}

static guint
put_letter (KithPdfFile *file, const KithPdfFont *font, const KithPdfGlyph *glyph, GString *images)
{
  const KithOutline *outline = kith_letters_outline (font->font, glyph->glyph);
  guint object = kith_pdf_file_reserve (file);
  double width = glyph->width * font->size * FINE / 1000.0;
  double most = font->size * FINE * 3.0;
  g_autoptr (GString) out = g_string_new (NULL);

  kith_scribe_number (out, width);
  if (outline->picture != NULL)
    {
      g_string_append (out, " 0 d0\n");
      append_picture (file, out, outline, images);
    }
  else
    {
      g_string_append_printf (out, " 0 %.0f %.0f %.0f %.0f d1\n", -most, -most, most, most);
      if (outline->path != NULL)
        append_outline (out, outline->path);
    }
  kith_pdf_file_put_stream (file, object, "", out->str, out->len);
  return object;
}

guint
kith_pdf_drawn_font_put (KithPdfFile *file,
                         const KithPdfFont *font,
                         guint resources,
                         GString *images)
{
  g_autoptr (GString) procs = g_string_new (NULL), names = g_string_new (NULL),
                      widths = g_string_new (NULL);
  guint texts = kith_pdf_font_put_texts (file, font, 2);
  guint object = kith_pdf_file_reserve (file);
  g_autofree char *text = NULL;

  for (guint i = 0; i < font->glyphs->len; i++)
    {
      const KithPdfGlyph *glyph = font->glyphs->pdata[i];

      g_string_append_printf (procs, "/g%u %u 0 R", i, put_letter (file, font, glyph, images));
      g_string_append_printf (names, "/g%u", i);
      kith_scribe_number (widths, glyph->width * font->size * FINE / 1000.0);
      g_string_append_c (widths, ' ');
    }
  text = g_strdup_printf ("<</Type/Font/Subtype/Type3/Name/KITHDR+Drawn%u/FontBBox[0 0 0 0]"
                          "/FontMatrix[0.01 0 0 -0.01 0 0]/CharProcs<<%s>>/Encoding<</Type/Encoding"
                          "/Differences[0%s]>>/FirstChar 0/LastChar %u/Widths[%s]/ToUnicode %u 0 R"
                          "/Resources %u 0 R>>",
                          font->number, procs->str, names->str, MAX (font->glyphs->len, 1) - 1,
                          widths->str, texts, resources);
  kith_pdf_file_put (file, object, text);
  return object;
}
