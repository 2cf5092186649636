/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-pdf-packing.h"

#include <zlib.h>

#define LEVEL 1 /* of zlib: quick */
#define MOST_THREADS 8

typedef struct
{
  char *text;
  gsize length;
  guint8 *packed;
  gsize n;
  uLong sum; /* Adler-32 of the text */
} Part;

struct _KithPdfPacking
{
  GPtrArray *parts; /* of Part */
  GThreadPool *pool;
};

static void
part_free (gpointer data)
{
  Part *part = data;

  g_free (part->text);
  g_free (part->packed);
  g_free (part);
}

/* On any thread. Without the memory for it the process ends, as it does with GLib. */
static void
pack (gpointer data, gpointer unused)
{
  Part *part = data;
  z_stream stream = { 0 };
  gsize room;

  part->sum = adler32_z (adler32_z (0, NULL, 0), (const Bytef *) part->text, part->length);
  if (deflateInit2 (&stream, LEVEL, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY) != Z_OK)
    g_error ("There is not enough memory to pack a page.");
  room = deflateBound (&stream, (uLong) part->length) + 16;
  part->packed = g_malloc (room);
  stream.next_in = (Bytef *) part->text;
  stream.avail_in = (uInt) part->length;
  stream.next_out = part->packed;
  stream.avail_out = (uInt) room;
  deflate (&stream, Z_SYNC_FLUSH); /* all of it: there is room */
  part->n = room - stream.avail_out;
  deflateEnd (&stream);
  g_clear_pointer (&part->text, g_free);
}

KithPdfPacking *
kith_pdf_packing_new (void)
{
  KithPdfPacking *packing = g_new0 (KithPdfPacking, 1);

  packing->parts = g_ptr_array_new_with_free_func (part_free);
  packing->pool = g_thread_pool_new (pack, NULL,
                                     CLAMP ((int) g_get_num_processors (), 1, MOST_THREADS), FALSE,
                                     NULL);
  return packing;
}

void
kith_pdf_packing_free (KithPdfPacking *packing)
{
  if (packing->pool != NULL)
    g_thread_pool_free (packing->pool, TRUE, TRUE);
  g_ptr_array_unref (packing->parts);
  g_free (packing);
}

void
kith_pdf_packing_add (KithPdfPacking *packing, GString *text)
{
  Part *part = g_new0 (Part, 1);

  part->text = g_memdup2 (text->str, text->len);
  part->length = text->len;
  g_string_truncate (text, 0);
  if (part->length == 0)
    {
      part_free (part);
      return;
    }
  g_ptr_array_add (packing->parts, part);
  g_thread_pool_push (packing->pool, part, NULL);
}

GByteArray *
kith_pdf_packing_finish (KithPdfPacking *packing)
{
  static const guint8 head[] = { 0x78, 0x01 };
  static const guint8 end[] = { 0x03, 0x00 }; /* an empty block, the last one */
  g_autoptr (GByteArray) out = g_byte_array_new ();
  uLong sum = adler32_z (0, NULL, 0);
  guint32 tail;

  g_thread_pool_free (packing->pool, FALSE, TRUE);
  packing->pool = NULL;
  g_byte_array_append (out, head, sizeof head);
  for (guint i = 0; i < packing->parts->len; i++)
    {
      const Part *part = packing->parts->pdata[i];

      g_byte_array_append (out, part->packed, (guint) part->n);
      sum = adler32_combine (sum, part->sum, (z_off_t) part->length);
    }
  tail = GUINT32_TO_BE ((guint32) sum);
  g_byte_array_append (out, end, sizeof end);
  g_byte_array_append (out, (const guint8 *) &tail, sizeof tail);
  return g_steal_pointer (&out);
}
