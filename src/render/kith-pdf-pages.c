/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a PDF, and what stands at its end. */
#include "kith-pdf-private.h"

#include "kith-picture-words.h"

void
kith_pdf_look_at (KithPdf *self, KithMap *map, const KithView *view)
{
  /* maps of two days share records */
  g_hash_table_remove_all (self->of_record);
  self->map = map;
  self->view = view;
}

void
kith_pdf_begin_page (KithPdf *self, double width, double height)
{
  KithPdfStream *stream = kith_pdf_push (self, width, height);

  /* what is drawn on this page is told on it, and may be of another map */
  g_hash_table_remove_all (self->of_record);
  /* map units, y down */
  g_string_append_printf (stream->out, "0.75 0 0 -0.75 0 ");
  kith_scribe_number (stream->out, height * KITH_POINTS);
  g_string_append (stream->out, " cm\n");
}

static void
put_content (KithPdf *self, KithPdfStream *stream, guint object)
{
  KithPdfPacking *packing = kith_pdf_end_packing (stream);

  if (packing != NULL)
    kith_pdf_file_put_packing (self->file, object, packing);
  else
    kith_pdf_file_put_stream (self->file, object, "", stream->out->str, stream->out->len);
}

void
kith_pdf_end_page (KithPdf *self)
{
  KithPdfStream *stream = kith_pdf_stream (self);
  guint content = kith_pdf_file_reserve (self->file);
  const double size[] = { stream->width * KITH_POINTS, stream->height * KITH_POINTS };
  g_autoptr (GString) page = g_string_new (NULL);

  kith_pdf_unmark (self);
  put_content (self, stream, content);
  g_string_append_printf (page, "<</Type/Page/Parent %u 0 R/MediaBox[0 0 ", self->page_tree);
  kith_pdf_numbers (page, size, 2);
  if (stream->links->len > 0)
    g_string_append_printf (page, "]/Annots[%s", stream->links->str);
  g_string_append_printf (page,
                          "]/Contents %u 0 R/Resources %u 0 R/StructParents %u/Tabs/S"
                          "/Group<</S/Transparency/CS/DeviceRGB>>>>",
                          content, self->resources, stream->parents);
  kith_pdf_file_put (self->file, stream->object, page->str);
  g_array_append_val (self->pages, stream->object);
  g_ptr_array_add (self->outline, NULL);
  g_ptr_array_remove_index (self->streams, self->streams->len - 1);
}

void
kith_pdf_begin_drawing (KithPdf *self, double width, double height)
{
  kith_pdf_push (self, width, height)->is_drawing = TRUE;
}

guint
kith_pdf_end_drawing (KithPdf *self)
{
  return kith_pdf_pop_drawing (self);
}

void
kith_pdf_show_drawing (KithPdf *self, guint drawing, double x, double y, double scale)
{
  GString *out = kith_pdf_stream (self)->out;
  cairo_matrix_t place = { scale, 0.0, 0.0, scale, x, y };

  kith_pdf_mark (self);
  kith_pdf_set_alpha (self, 1.0);
  g_string_append (out, "q ");
  kith_scribe_matrix (out, &place);
  g_string_append_printf (out, " cm /X%u Do Q\n", drawing);
}

/* Of the page that was ended last. */
void
kith_pdf_add_outline (KithPdf *self, const char *words)
{
  g_return_if_fail (self->outline->len > 0);
  g_free (self->outline->pdata[self->outline->len - 1]);
  self->outline->pdata[self->outline->len - 1] = g_strdup (words);
}

/* --- The end --- */

static void
put_resources (KithPdf *self)
{
  g_autoptr (GString) names = g_string_new (NULL), out = g_string_new (NULL);
  GHashTableIter iter;
  gpointer key;

  kith_pdf_fonts_put (self->fonts, self->resources, names, self->drawings);
  g_string_append_printf (out, "<</Font<<%s>>/XObject<<%s>>/ExtGState<<", names->str,
                          self->drawings->str);
  g_hash_table_iter_init (&iter, self->alphas);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint thousandths = GPOINTER_TO_UINT (key) - 1;

      g_string_append_printf (out, "/G%u<</ca %u.%03u/CA %u.%03u>>", thousandths,
                              thousandths / 1000, thousandths % 1000, thousandths / 1000,
                              thousandths % 1000);
    }
  g_string_append (out, ">>>>");
  kith_pdf_file_put (self->file, self->resources, out->str);
}

static void
put_pages (KithPdf *self)
{
  g_autoptr (GString) out = g_string_new ("<</Type/Pages/Kids[");

  for (guint i = 0; i < self->pages->len; i++)
    g_string_append_printf (out, "%u 0 R ", g_array_index (self->pages, guint, i));
  g_string_append_printf (out, "]/Count %u>>", self->pages->len);
  kith_pdf_file_put (self->file, self->page_tree, out->str);
}

static GArray *
reserve_entries (KithPdf *self)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (guint) * 2);

  for (guint i = 0; i < self->outline->len; i++)
    if (self->outline->pdata[i] != NULL)
      {
        guint entry[] = { i, kith_pdf_file_reserve (self->file) };

        g_array_append_vals (entries, entry, 1);
      }
  return entries;
}

static guint
object_at (GArray *entries, guint i)
{
  return ((const guint *) (gconstpointer) entries->data)[2 * i + 1];
}

/* 0: there is none. */
static guint
put_outline (KithPdf *self)
{
  g_autoptr (GArray) entries = reserve_entries (self);
  g_autofree char *root = NULL;
  guint object;

  if (entries->len == 0)
    return 0;
  object = kith_pdf_file_reserve (self->file);
  for (guint i = 0; i < entries->len; i++)
    {
      guint page = ((const guint *) (gconstpointer) entries->data)[2 * i];
      g_autoptr (GString) out = g_string_new ("<</Title ");

      kith_pdf_append_text (out, self->outline->pdata[page], -1);
      g_string_append_printf (out, "/Parent %u 0 R/Dest[%u 0 R/Fit]", object,
                              g_array_index (self->pages, guint, page));
      if (i > 0)
        g_string_append_printf (out, "/Prev %u 0 R", object_at (entries, i - 1));
      if (i + 1 < entries->len)
        g_string_append_printf (out, "/Next %u 0 R", object_at (entries, i + 1));
      g_string_append (out, ">>");
      kith_pdf_file_put (self->file, object_at (entries, i), out->str);
    }
  root = g_strdup_printf ("<</Type/Outlines/First %u 0 R/Last %u 0 R/Count %u>>",
                          object_at (entries, 0), object_at (entries, entries->len - 1),
                          entries->len);
  kith_pdf_file_put (self->file, object, root);
  return object;
}

static guint
put_info (KithPdf *self, const char *title, const char *author)
{
  g_autoptr (GString) out = g_string_new ("<</Title ");
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *date = g_date_time_format (now, "D:%Y%m%d%H%M%SZ");
  guint object = kith_pdf_file_reserve (self->file);

  kith_pdf_append_text (out, title, -1);
  if (*author != '\0')
    {
      g_string_append (out, "/Author ");
      kith_pdf_append_text (out, author, -1);
    }
  g_string_append_printf (out, "/Creator(Kith)/Producer(Kith)/CreationDate(%s)>>", date);
  kith_pdf_file_put (self->file, object, out->str);
  return object;
}

/**
 * kith_pdf_finish:
 * @self: a PDF whose pages have all been ended
 * @title: of the document
 * @author: of the document, or ""
 *
 * Returns: (transfer full): the file
 */
GBytes *
kith_pdf_finish (KithPdf *self, const char *title, const char *author)
{
  g_autoptr (GString) out = g_string_new ("<</Type/Catalog");
  g_autofree char *language = kith_picture_language ();
  guint catalogue = kith_pdf_file_reserve (self->file);
  guint outline;

  g_return_val_if_fail (self->streams->len == 0, NULL);
  put_resources (self);
  put_pages (self);
  kith_pdf_put_tree (self);
  outline = put_outline (self);
  g_string_append_printf (out, "/Pages %u 0 R/StructTreeRoot %u 0 R/MarkInfo<</Marked true>>/Lang ",
                          self->page_tree, self->tree);
  kith_pdf_append_text (out, language, -1);
  g_string_append (out, "/ViewerPreferences<</DisplayDocTitle true>>");
  if (self->anchors->len > 0)
    g_string_append_printf (out, "/Dests<<%s>>", self->anchors->str);
  if (outline != 0)
    g_string_append_printf (out, "/Outlines %u 0 R/PageMode/UseOutlines", outline);
  g_string_append (out, ">>");
  kith_pdf_file_put (self->file, catalogue, out->str);
  return kith_pdf_file_finish (self->file, catalogue, put_info (self, title, author));
}
