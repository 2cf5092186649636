/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-pdf-packing.h"

#include "kith-pdf-path.h"

#include <libdeflate.h>

#define LEVEL 1 /* quick */
#define MOST_THREADS 8

typedef struct
{
  GString *text;
  GArray *late;   /* of KithPdfLate */
  GBytes *packed; /* once it is */
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

  if (part->text != NULL)
    g_string_free (part->text, TRUE);
  g_clear_pointer (&part->late, g_array_unref);
  g_clear_pointer (&part->packed, g_bytes_unref);
  g_free (part);
}

/**
 * kith_pdf_pack_bytes:
 * @bytes: what is to be packed
 * @n: its length
 *
 * On any thread. Without the memory for it the process ends, as it does with GLib.
 *
 * Returns: (transfer full): as the filter FlateDecode reads it
 */
GBytes *
kith_pdf_pack_bytes (gconstpointer bytes, gsize n)
{
  struct libdeflate_compressor *compressor = libdeflate_alloc_compressor (LEVEL);
  guint8 *packed;
  gsize room;

  if (compressor == NULL)
    g_error ("There is not enough memory to pack a page.");
  room = libdeflate_zlib_compress_bound (compressor, n);
  packed = g_malloc (room);
  room = libdeflate_zlib_compress (compressor, bytes, n, packed, room);
  libdeflate_free_compressor (compressor);
  g_assert (room > 0); /* there is room for whatever comes of it */
  return g_bytes_new_take (g_realloc (packed, room), room);
}

static void
late_clear (gpointer data)
{
  cairo_path_destroy (((KithPdfLate *) data)->path);
}

GArray *
kith_pdf_late_new (void)
{
  GArray *late = g_array_new (FALSE, FALSE, sizeof (KithPdfLate));

  g_array_set_clear_func (late, late_clear);
  return late;
}

static GString *
with_late (const GString *text, const GArray *late)
{
  GString *all = g_string_sized_new (2 * KITH_PACKED_AT_ONCE);
  gsize from = 0;

  for (guint i = 0; i < late->len; i++)
    {
      const KithPdfLate *one = &g_array_index (late, KithPdfLate, i);

      g_string_append_len (all, text->str + from, (gssize) (one->at - from));
      kith_pdf_path_append (all, one->path);
      from = one->at;
    }
  g_string_append_len (all, text->str + from, (gssize) (text->len - from));
  return all;
}

static void
pack (gpointer data, gpointer unused)
{
  Part *part = data;
  g_autoptr (GString) all = with_late (part->text, part->late);

  part->packed = kith_pdf_pack_bytes (all->str, all->len);
  g_string_free (g_steal_pointer (&part->text), TRUE);
  g_clear_pointer (&part->late, g_array_unref);
}

KithPdfPacking *
kith_pdf_packing_new (void)
{
  KithPdfPacking *packing = g_new0 (KithPdfPacking, 1);

  packing->parts = g_ptr_array_new_with_free_func (part_free);
  packing->pool = g_thread_pool_new (pack, NULL,
                                     CLAMP ((int) g_get_num_processors () - 1, 1, MOST_THREADS),
                                     FALSE, NULL);
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
kith_pdf_packing_add (KithPdfPacking *packing, GString *text, GArray *late)
{
  Part *part;

  if (text->len == 0 && late->len == 0)
    return;
  part = g_new0 (Part, 1);
  part->text = g_string_new_len (text->str, (gssize) text->len);
  part->late = kith_pdf_late_new ();
  g_array_append_vals (part->late, late->data, late->len);
  g_string_truncate (text, 0);
  /* they are the part's now */
  g_array_set_clear_func (late, NULL);
  g_array_set_size (late, 0);
  g_array_set_clear_func (late, late_clear);
  g_ptr_array_add (packing->parts, part);
  g_thread_pool_push (packing->pool, part, NULL);
}

guint
kith_pdf_packing_finish (KithPdfPacking *packing)
{
  g_thread_pool_set_max_threads (packing->pool, MOST_THREADS, NULL); /* all wait for them now */
  g_thread_pool_free (packing->pool, FALSE, TRUE);
  packing->pool = NULL;
  return packing->parts->len;
}

GBytes *
kith_pdf_packing_part (KithPdfPacking *packing, guint i)
{
  return ((const Part *) packing->parts->pdata[i])->packed;
}
