/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-pdf-private.h"

#include "kith-pdf-path.h"

#include <math.h>
#include <string.h>

#define LONG_PATH 64 /* cairo_path_data_t */
#define BYTES 8      /* that one of those takes, about */

static void
stream_free (gpointer data)
{
  KithPdfStream *stream = data;

  g_string_free (stream->out, TRUE);
  g_array_unref (stream->late);
  g_clear_pointer (&stream->packing, kith_pdf_packing_free);
  g_clear_pointer (&stream->marks, g_array_unref);
  g_string_free (stream->links, TRUE);
  g_free (stream);
}

KithPdfStream *
kith_pdf_stream (KithPdf *self)
{
  return self->streams->pdata[self->streams->len - 1];
}

void
kith_pdf_stream_forget (KithPdfStream *stream)
{
  stream->state = (KithPdfState){ { -1 }, { -1 }, -1, -1, -1, -1, { 0 }, -1, 0, -1 };
}

static void
pack (KithPdfStream *stream)
{
  if (stream->packing == NULL)
    stream->packing = kith_pdf_packing_new ();
  kith_pdf_packing_add (stream->packing, stream->out, stream->late);
  stream->late_length = 0;
}

void
kith_pdf_pack (KithPdf *self)
{
  KithPdfStream *stream = kith_pdf_stream (self);

  if (!stream->is_drawing && stream->out->len + stream->late_length >= KITH_PACKED_AT_ONCE)
    pack (stream);
}

KithPdfPacking *
kith_pdf_end_packing (KithPdfStream *stream)
{
  if (stream->packing == NULL && stream->late->len == 0)
    return NULL;
  pack (stream);
  return g_steal_pointer (&stream->packing);
}

KithPdfStream *
kith_pdf_push (KithPdf *self, double width, double height)
{
  KithPdfStream *stream = g_new0 (KithPdfStream, 1);

  stream->out = g_string_sized_new (16 * 1024);
  stream->late = kith_pdf_late_new ();
  stream->marks = g_array_new (FALSE, FALSE, sizeof (guint));
  stream->links = g_string_new (NULL);
  stream->object = kith_pdf_file_reserve (self->file);
  stream->parents = self->parents->len;
  stream->width = width;
  stream->height = height;
  kith_pdf_stream_forget (stream);
  g_ptr_array_add (self->parents, g_array_ref (stream->marks));
  g_ptr_array_add (self->streams, stream);
  return stream;
}

/* --- Writing --- */

void
kith_pdf_numbers (GString *out, const double *numbers, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      kith_scribe_number (out, numbers[i]);
      g_string_append_c (out, ' ');
    }
}

static gboolean
append_path (GString *out, cairo_t *cr)
{
  cairo_path_t *path = kith_scribe_path (cr);
  gboolean any = !kith_pdf_path_is_empty (path);

  kith_pdf_path_append (out, path);
  cairo_path_destroy (path);
  return any;
}

/* A long one of a page is written by the thread that packs it. */
static gboolean
add_path (KithPdfStream *stream, cairo_t *cr)
{
  KithPdfLate late = { stream->out->len, kith_scribe_path (cr) };
  gboolean any = !kith_pdf_path_is_empty (late.path);

  if (any && !stream->is_drawing && late.path->num_data >= LONG_PATH)
    {
      g_array_append_val (stream->late, late);
      stream->late_length += BYTES * (gsize) late.path->num_data;
      return TRUE;
    }
  kith_pdf_path_append (stream->out, late.path);
  cairo_path_destroy (late.path);
  return any;
}

void
kith_pdf_set_alpha (KithPdf *self, double alpha)
{
  KithPdfStream *stream = kith_pdf_stream (self);
  guint thousandths = (guint) (alpha * 1000.0 + 0.5);

  if (stream->state.alpha == alpha)
    return;
  stream->state.alpha = alpha;
  g_hash_table_add (self->alphas, GUINT_TO_POINTER (thousandths + 1));
  g_string_append_printf (stream->out, "/G%u gs\n", thousandths);
}

static void
set_colour (KithPdf *self, cairo_t *cr, double *known, const char *op)
{
  KithPdfStream *stream = kith_pdf_stream (self);
  double c[4];

  kith_scribe_colour (cr, c);
  kith_pdf_set_alpha (self, c[3]);
  if (memcmp (known, c, 3 * sizeof (double)) == 0)
    return;
  memcpy (known, c, 3 * sizeof (double));
  for (guint i = 0; i < 3; i++)
    {
      kith_scribe_fine (stream->out, c[i]);
      g_string_append_c (stream->out, ' ');
    }
  g_string_append (stream->out, op);
}

void
kith_pdf_set_fill (KithPdf *self, cairo_t *cr)
{
  set_colour (self, cr, kith_pdf_stream (self)->state.fill, "rg\n");
}

static void
set_dashes (KithPdfStream *stream, cairo_t *cr, double scale)
{
  KithPdfState *state = &stream->state;
  double dashes[8] = { 0 };
  double offset;
  int n = cairo_get_dash_count (cr);

  if (n > (int) G_N_ELEMENTS (dashes))
    n = 0;
  if (n > 0)
    cairo_get_dash (cr, dashes, &offset);
  for (int i = 0; i < n; i++)
    dashes[i] = MAX (dashes[i] * scale, 0.01);
  if (n == state->n_dashes && memcmp (dashes, state->dashes, sizeof dashes) == 0)
    return;
  state->n_dashes = n;
  memcpy (state->dashes, dashes, sizeof dashes);
  g_string_append_c (stream->out, '[');
  kith_pdf_numbers (stream->out, dashes, (guint) n);
  g_string_append (stream->out, "]0 d\n");
}

static void
set_line (KithPdfStream *stream, cairo_t *cr)
{
  KithPdfState *state = &stream->state;
  double scale = kith_scribe_scale (cr);
  double width = cairo_get_line_width (cr) * scale;
  int cap = cairo_get_line_cap (cr), join = cairo_get_line_join (cr);

  if (width != state->width)
    {
      kith_scribe_number (stream->out, width);
      g_string_append (stream->out, " w\n");
    }
  if (cap != state->cap)
    g_string_append_printf (stream->out, "%d J\n", cap);
  if (join != state->join)
    g_string_append_printf (stream->out, "%d j\n", join);
  state->width = width;
  state->cap = cap;
  state->join = join;
  set_dashes (stream, cr, scale);
}

/* --- What is drawn --- */

static void
pdf_fill (KithScribe *scribe, cairo_t *cr, gboolean keeps)
{
  KithPdf *self = (KithPdf *) scribe;
  GString *out = kith_pdf_stream (self)->out;

  kith_pdf_mark (self);
  kith_pdf_set_fill (self, cr);
  if (append_path (out, cr))
    g_string_append (out, cairo_get_fill_rule (cr) == CAIRO_FILL_RULE_EVEN_ODD ? "f*\n" : "f\n");
}

static void
pdf_stroke (KithScribe *scribe, cairo_t *cr)
{
  KithPdf *self = (KithPdf *) scribe;
  KithPdfStream *stream = kith_pdf_stream (self);

  kith_pdf_mark (self);
  set_colour (self, cr, stream->state.line, "RG\n");
  set_line (stream, cr);
  if (add_path (stream, cr))
    g_string_append (stream->out, "S\n");
  for (guint i = 0; i < kith_scribe_n_waves (scribe); i++)
    kith_pdf_wave_append (stream->out, kith_scribe_nth_wave (scribe, i), cairo_get_line_width (cr));
  kith_scribe_forget_waves (scribe);
  kith_pdf_pack (self);
}

static void
pdf_paint (KithScribe *scribe, cairo_t *cr)
{
  KithPdf *self = (KithPdf *) scribe;
  KithPdfStream *stream = kith_pdf_stream (self);
  const double rect[] = { 0, 0, stream->width, stream->height };

  kith_pdf_mark (self);
  kith_pdf_set_fill (self, cr);
  kith_pdf_numbers (stream->out, rect, 4);
  g_string_append (stream->out, "re f\n");
}

static void
pdf_save (KithScribe *scribe)
{
  KithPdf *self = (KithPdf *) scribe;
  KithPdfStream *stream = kith_pdf_stream (self);

  kith_pdf_unmark (self);
  g_string_append (stream->out, "q\n");
}

static void
pdf_restore (KithScribe *scribe)
{
  KithPdf *self = (KithPdf *) scribe;
  KithPdfStream *stream = kith_pdf_stream (self);

  kith_pdf_unmark (self);
  g_string_append (stream->out, "Q\n");
  kith_pdf_stream_forget (stream);
}

static void
pdf_clip (KithScribe *scribe, cairo_t *cr)
{
  GString *out = kith_pdf_stream ((KithPdf *) scribe)->out;

  kith_pdf_unmark ((KithPdf *) scribe);
  append_path (out, cr);
  g_string_append (out, cairo_get_fill_rule (cr) == CAIRO_FILL_RULE_EVEN_ODD ? "W* n\n" : "W n\n");
}

/* --- Symbols --- */

static gboolean
pdf_knows (KithScribe *scribe, guint number)
{
  return g_hash_table_contains (((KithPdf *) scribe)->symbols, GUINT_TO_POINTER (number + 1));
}

/* It takes its colour from where it stands. */
static guint
put_symbol (KithPdf *self, cairo_t *cr)
{
  guint object = kith_pdf_file_reserve (self->file);
  g_autoptr (GString) out = g_string_new (NULL);
  cairo_path_t *path = cairo_copy_path (cr);

  kith_pdf_path_append (out, path);
  cairo_path_destroy (path);
  g_string_append (out, "f\n");
  kith_pdf_file_put_stream (self->file, object, "/Type/XObject/Subtype/Form/BBox[0 0 16 16]",
                            out->str, out->len);
  g_string_append_printf (self->drawings, "/X%u %u 0 R", object, object);
  return object;
}

static void
pdf_symbol (KithScribe *scribe, cairo_t *cr, guint number)
{
  KithPdf *self = (KithPdf *) scribe;
  GString *out = kith_pdf_stream (self)->out;
  gpointer key = GUINT_TO_POINTER (number + 1);
  guint object = GPOINTER_TO_UINT (g_hash_table_lookup (self->symbols, key));
  cairo_matrix_t matrix;

  if (object == 0)
    {
      object = put_symbol (self, cr);
      g_hash_table_insert (self->symbols, key, GUINT_TO_POINTER (object));
    }
  kith_pdf_mark (self);
  kith_pdf_set_fill (self, cr);
  cairo_get_matrix (cr, &matrix);
  g_string_append (out, "q ");
  kith_scribe_matrix (out, &matrix);
  g_string_append_printf (out, " cm /X%u Do Q\n", object);
}

/* --- Drawings within a page --- */

guint
kith_pdf_pop_drawing (KithPdf *self)
{
  KithPdfStream *stream = kith_pdf_stream (self);
  guint object = stream->object;
  g_autofree char *entries = NULL;

  kith_pdf_unmark (self);
  entries = g_strdup_printf ("/Type/XObject/Subtype/Form/BBox[0 0 %.0f %.0f]/Resources %u 0 R"
                             "/Group<</S/Transparency/CS/DeviceRGB>>/StructParents %u",
                             ceil (stream->width), ceil (stream->height), self->resources,
                             stream->parents);
  kith_pdf_file_put_stream (self->file, object, entries, stream->out->str, stream->out->len);
  g_string_append_printf (self->drawings, "/X%u %u 0 R", object, object);
  g_ptr_array_remove_index (self->streams, self->streams->len - 1);
  return object;
}

static void
pdf_begin_faint (KithScribe *scribe, double strength)
{
  KithPdf *self = (KithPdf *) scribe;
  KithPdfStream *around = kith_pdf_stream (self);
  KithPdfStream *stream;

  kith_pdf_unmark (self);
  stream = kith_pdf_push (self, around->width, around->height);
  stream->is_drawing = TRUE;
  stream->strength = strength;
}

static void
pdf_end_faint (KithScribe *scribe)
{
  KithPdf *self = (KithPdf *) scribe;
  double strength = kith_pdf_stream (self)->strength;
  guint object = kith_pdf_pop_drawing (self);

  kith_pdf_set_alpha (self, strength);
  g_string_append_printf (kith_pdf_stream (self)->out, "/X%u Do\n", object);
}

static const KithScribeClass pdf_class = {
  .fill = pdf_fill,
  .stroke = pdf_stroke,
  .paint = pdf_paint,
  .text = kith_pdf_text,
  .image = kith_pdf_image,
  .knows = pdf_knows,
  .symbol = pdf_symbol,
  .clip = pdf_clip,
  .save = pdf_save,
  .restore = pdf_restore,
  .begin_faint = pdf_begin_faint,
  .end_faint = pdf_end_faint,
  .begin = kith_pdf_begin,
  .end = kith_pdf_end,
  .begin_part = kith_pdf_begin_part,
  .end_part = kith_pdf_end,
  .anchor = kith_pdf_anchor,
  .begin_link = kith_pdf_begin_link,
  .end_link = kith_pdf_end_link,
};

KithPdf *
kith_pdf_new (void)
{
  KithPdf *self = g_new0 (KithPdf, 1);

  self->scribe.class = &pdf_class;
  self->file = kith_pdf_file_new ();
  self->fonts = kith_pdf_fonts_new (self->file);
  self->streams = g_ptr_array_new_with_free_func (stream_free);
  self->elements = g_ptr_array_new_with_free_func (kith_pdf_element_free);
  self->parents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  self->outline = g_ptr_array_new_with_free_func (g_free);
  self->images = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->symbols = g_hash_table_new (NULL, NULL);
  self->alphas = g_hash_table_new (NULL, NULL);
  self->of_record = g_hash_table_new (NULL, NULL);
  self->drawings = g_string_new (NULL);
  self->links = g_array_new (FALSE, FALSE, sizeof (guint));
  self->anchors = g_string_new (NULL);
  self->inside = g_array_new (FALSE, FALSE, sizeof (guint));
  self->resources = kith_pdf_file_reserve (self->file);
  self->tree = kith_pdf_file_reserve (self->file);
  self->page_tree = kith_pdf_file_reserve (self->file);
  self->cr = kith_scribe_context (&self->scribe);
  return self;
}

void
kith_pdf_free (KithPdf *self)
{
  cairo_destroy (self->cr);
  kith_scribe_forget_waves (&self->scribe);
  kith_pdf_fonts_free (self->fonts);
  g_ptr_array_unref (self->streams);
  g_ptr_array_unref (self->elements);
  g_ptr_array_unref (self->parents);
  g_array_unref (self->pages);
  g_ptr_array_unref (self->outline);
  g_hash_table_unref (self->images);
  g_hash_table_unref (self->symbols);
  g_hash_table_unref (self->alphas);
  g_hash_table_unref (self->of_record);
  g_string_free (self->drawings, TRUE);
  g_array_unref (self->links);
  g_string_free (self->anchors, TRUE);
  g_array_unref (self->inside);
  kith_pdf_file_free (self->file);
  g_free (self);
}

cairo_t *
kith_pdf_context (KithPdf *self)
{
  return self->cr;
}
