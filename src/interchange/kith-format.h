/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The formats that Kith reads and writes, by the ending of a file's name. Knows nothing of how
 * each is read: documents belong to the store, pictures to render, the others to this room. */
#pragma once

#include "kith-enum.h"

G_BEGIN_DECLS

typedef enum
{
  KITH_FORMAT_KITH,
  KITH_FORMAT_JSON,
  KITH_FORMAT_CSV, /* a file for each kind of record */
  KITH_FORMAT_PNG,
  KITH_FORMAT_PDF,
  KITH_FORMAT_SVG,
  KITH_FORMAT_HTML,
  KITH_FORMAT_MP4, /* films: pictures that follow one another */
  KITH_FORMAT_WEBM,
} KithFormatId;

typedef struct
{
  KithFormatId id;
  const char *ending; /* "csv" */
  const char *others; /* further endings, by spaces: "tsv txt" */
  const char *label;  /* untranslated */
  gboolean reads;
  gboolean writes;
  gboolean streams; /* "-" may stand for it: one stream of bytes */
  gboolean is_picture;
  KithAudience audience; /* for whom it is written unless said otherwise */
} KithFormat;

const KithFormat *kith_format_from_file (const char *name);
const KithFormat *kith_format_from_ending (const char *ending);
guint kith_n_formats (void);
const KithFormat *kith_format_nth (guint i);
/* Pictures that follow one another. */
gboolean kith_format_is_film (const KithFormat *format);
char *kith_format_list (gboolean writing);

G_END_DECLS
