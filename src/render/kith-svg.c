/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-svg.h"

#include "kith-lens.h"
#include "kith-picture-words.h"
#include "kith-png.h"
#include "kith-svg-text.h"
#include "kith-svg-write.h"

#include <glib/gi18n-lib.h>

/* Bytes that one mostly takes, and a few. */
#define A_LINK 2400
#define A_BOX 1800

struct _KithSvg
{
  KithScribe scribe;
  GString *out;
  KithMap *map;         /* borrowed */
  const KithView *view; /* borrowed */
  cairo_t *cr;
  GString *pending;     /* a path that is filled, and may be stroked too */
  GString *stroked;     /* scratch: one that is compared with it */
  GString *fill;        /* … its attributes; empty: there is none */
  GArray *clips;        /* of guint: how many groups each save has opened */
  GHashTable *numbers;  /* record → its number among what has words */
  GHashTable *expected; /* those that have theirs before they are told of */
  guint n_told;
  GHashTable *images;  /* key → number */
  GHashTable *symbols; /* numbers + 1 */
  guint n_clips;
};

/* --- Paths --- */

static void
append_string (GString *out, const GString *text)
{
  g_string_append_len (out, text->str, (gssize) text->len);
}

/* What has been filled and turned out not to be stroked. */
static void
flush (KithSvg *self)
{
  if (self->fill->len == 0)
    return;
  kith_scribe_put (self->out, "<path d=\"");
  append_string (self->out, self->pending);
  g_string_append_c (self->out, '"');
  append_string (self->out, self->fill);
  kith_scribe_put (self->out, "/>\n");
  g_string_truncate (self->fill, 0);
}

static void
append_rule (GString *out, cairo_t *cr, const char *name)
{
  if (cairo_get_fill_rule (cr) == CAIRO_FILL_RULE_EVEN_ODD)
    g_string_append_printf (out, " %s=\"evenodd\"", name);
}

static void
svg_fill (KithScribe *scribe, cairo_t *cr, gboolean keeps)
{
  KithSvg *self = (KithSvg *) scribe;

  flush (self);
  g_string_truncate (self->pending, 0);
  kith_svg_append_path_of (self->pending, cr);
  if (self->pending->len == 0)
    return;
  kith_svg_append_colour (self->fill, "fill", cr);
  append_rule (self->fill, cr, "fill-rule");
  if (!keeps)
    flush (self);
}

/* What has been filled is written with its stroke where that is of the same path. */
static gboolean
is_filled_too (KithSvg *self, cairo_t *cr)
{
  if (self->fill->len == 0)
    return FALSE;
  g_string_truncate (self->stroked, 0);
  kith_svg_append_path_of (self->stroked, cr);
  if (g_string_equal (self->stroked, self->pending))
    return TRUE;
  flush (self);
  return FALSE;
}

static void
svg_stroke (KithScribe *scribe, cairo_t *cr)
{
  KithSvg *self = (KithSvg *) scribe;
  gboolean filled = is_filled_too (self, cr);
  gsize before, start;

  kith_svg_append_waves (self->out, scribe, cr);
  kith_scribe_forget_waves (scribe);
  before = self->out->len;
  kith_scribe_put (self->out, "<path d=\"");
  start = self->out->len;
  if (filled)
    append_string (self->out, self->stroked);
  else
    kith_svg_append_path_of (self->out, cr);
  if (self->out->len == start)
    {
      g_string_truncate (self->out, before);
      return;
    }
  g_string_append_c (self->out, '"');
  if (filled)
    append_string (self->out, self->fill);
  g_string_truncate (self->fill, 0);
  kith_svg_append_line (self->out, cr);
  kith_scribe_put (self->out, "/>\n");
}

static void
svg_paint (KithScribe *scribe, cairo_t *cr)
{
  KithSvg *self = (KithSvg *) scribe;

  flush (self);
  g_string_append (self->out, "<rect class=\"ground\" width=\"100%\" height=\"100%\"");
  kith_svg_append_colour (self->out, "fill", cr);
  g_string_append (self->out, "/>\n");
}

static void
svg_text (KithScribe *scribe, cairo_t *cr, PangoLayout *layout)
{
  KithSvg *self = (KithSvg *) scribe;

  flush (self);
  g_string_truncate (self->stroked, 0);
  kith_svg_append_colour (self->stroked, "fill", cr);
  kith_svg_text (self->out, cr, layout, self->stroked->str);
}

/* --- Pictures --- */

static GBytes *
dup_file (const KithScribeImage *image, const char **type)
{
  const guchar *data = NULL;
  gulong length = 0;

  *type = image->type;
  cairo_surface_get_mime_data (image->surface,
                               g_str_equal (image->type, "image/jpeg") ? CAIRO_MIME_TYPE_JPEG
                                                                       : CAIRO_MIME_TYPE_PNG,
                               &data, &length);
  if (data != NULL)
    return g_bytes_new (data, length);
  *type = "image/png";
  return kith_png_new (image->surface, NULL);
}

static guint
put_image (KithSvg *self, const KithScribeImage *image)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->images, &image->key));
  const char *type;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  if (number != 0)
    return number;
  number = g_hash_table_size (self->images) + 1;
  g_hash_table_insert (self->images, g_memdup2 (&image->key, sizeof image->key),
                       GUINT_TO_POINTER (number));
  bytes = dup_file (image, &type);
  text = bytes != NULL ? g_base64_encode (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes))
                       : g_strdup ("");
  /* 1 by 1, so that each use says how large it is there */
  g_string_append_printf (
      self->out,
      "<defs><image id=\"i%u\" width=\"1\" height=\"1\" "
      "preserveAspectRatio=\"none\" xlink:href=\"data:%s;base64,%s\"/></defs>\n",
      number, type, text);
  return number;
}

static void
svg_image (KithScribe *scribe, cairo_t *cr, const KithScribeImage *image)
{
  KithSvg *self = (KithSvg *) scribe;
  cairo_matrix_t m;
  guint number;

  flush (self);
  number = put_image (self, image);
  cairo_get_matrix (cr, &m);
  cairo_matrix_translate (&m, image->x, image->y);
  cairo_matrix_scale (&m, image->width, image->height);
  g_string_append_printf (self->out, "<use xlink:href=\"#i%u\" transform=\"matrix(", number);
  kith_scribe_matrix (self->out, &m);
  g_string_append (self->out, ")\"");
  if (image->strength < 1.0)
    kith_svg_append_number (self->out, "opacity", image->strength);
  g_string_append (self->out, "/>\n");
}

static gboolean
svg_knows (KithScribe *scribe, guint number)
{
  return g_hash_table_contains (((KithSvg *) scribe)->symbols, GUINT_TO_POINTER (number + 1));
}

static void
svg_symbol (KithScribe *scribe, cairo_t *cr, guint number)
{
  KithSvg *self = (KithSvg *) scribe;
  cairo_matrix_t matrix;

  flush (self);
  if (g_hash_table_add (self->symbols, GUINT_TO_POINTER (number + 1)))
    {
      cairo_path_t *path = cairo_copy_path (cr);

      kith_scribe_put (self->out, "<defs><path id=\"y");
      kith_scribe_count (self->out, number);
      kith_scribe_put (self->out, "\" d=\"");
      kith_svg_append_path (self->out, path);
      g_string_append (self->out, "\"/></defs>\n");
      cairo_path_destroy (path);
    }
  cairo_get_matrix (cr, &matrix);
  kith_scribe_put (self->out, "<use xlink:href=\"#y");
  kith_scribe_count (self->out, number);
  kith_scribe_put (self->out, "\" transform=\"matrix(");
  kith_scribe_matrix (self->out, &matrix);
  g_string_append (self->out, ")\"");
  kith_svg_append_colour (self->out, "fill", cr);
  g_string_append (self->out, "/>\n");
}

/* --- Groups --- */

static void
svg_save (KithScribe *scribe)
{
  guint none = 0;

  g_array_append_val (((KithSvg *) scribe)->clips, none);
}

static void
svg_restore (KithScribe *scribe)
{
  KithSvg *self = (KithSvg *) scribe;
  guint n = g_array_index (self->clips, guint, self->clips->len - 1);

  flush (self);
  g_array_set_size (self->clips, self->clips->len - 1);
  for (guint i = 0; i < n; i++)
    g_string_append (self->out, "</g>\n");
}

static void
svg_clip (KithScribe *scribe, cairo_t *cr)
{
  KithSvg *self = (KithSvg *) scribe;
  guint number = ++self->n_clips;

  flush (self);
  g_assert (self->clips->len > 0);
  g_string_append_printf (self->out, "<clipPath id=\"c%u\"><path d=\"", number);
  kith_svg_append_path_of (self->out, cr);
  g_string_append_c (self->out, '"');
  append_rule (self->out, cr, "clip-rule");
  g_string_append_printf (self->out, "/></clipPath>\n<g clip-path=\"url(#c%u)\">\n", number);
  g_array_index (self->clips, guint, self->clips->len - 1)++;
}

static void
svg_begin_faint (KithScribe *scribe, double strength)
{
  KithSvg *self = (KithSvg *) scribe;

  flush (self);
  g_string_append (self->out, "<g");
  kith_svg_append_number (self->out, "opacity", strength);
  g_string_append (self->out, ">\n");
}

static void
svg_end (KithScribe *scribe)
{
  KithSvg *self = (KithSvg *) scribe;

  flush (self);
  g_string_append (self->out, "</g>\n");
}

static void
append_element (GString *out, const char *name, char letter, guint number, const char *text)
{
  g_string_append_c (out, '<');
  g_string_append (out, name);
  kith_scribe_put (out, " id=\"");
  g_string_append_c (out, letter);
  kith_scribe_count (out, number);
  kith_scribe_put (out, "\">");
  kith_svg_escape (out, text, -1);
  kith_scribe_put (out, "</");
  g_string_append (out, name);
  g_string_append_c (out, '>');
}

static const char *
class_of (const KithRecord *record)
{
  switch (record->kind)
    {
    case KITH_STAKEHOLDER:
      return "stakeholder";
    case KITH_LINK:
      return "link";
    case KITH_SPACE:
      return "space";
    case KITH_QUOTE:
      return "line";
    default:
      return "note";
    }
}

/* `<g ` … `class="link"` */
static void
append_class (GString *out, const KithRecord *record)
{
  kith_scribe_put (out, "class=\"");
  g_string_append (out, class_of (record));
}

/* What is on top of the rest is told apart for who draws on, and not read out a second time. */
static void
begin_again (GString *out, const KithRecord *record, guint number)
{
  kith_scribe_put (out, "<g ");
  append_class (out, record);
  kith_scribe_put (out, " marks\" data-of=\"g");
  kith_scribe_count (out, number);
  kith_scribe_put (out, "\" aria-hidden=\"true\">\n");
}

static void
begin_named (GString *out,
             const KithRecord *record,
             guint number,
             const char *name,
             const char *more)
{
  kith_scribe_put (out, "<g id=\"g");
  kith_scribe_count (out, number);
  kith_scribe_put (out, "\" ");
  append_class (out, record);
  kith_scribe_put (out, "\" role=\"img\" aria-labelledby=\"t");
  kith_scribe_count (out, number);
  if (more != NULL)
    {
      kith_scribe_put (out, "\" aria-describedby=\"d");
      kith_scribe_count (out, number);
    }
  kith_scribe_put (out, "\">");
  append_element (out, "title", 't', number, name);
  if (more != NULL)
    append_element (out, "desc", 'd', number, more);
  g_string_append_c (out, '\n');
}

static void
svg_begin (KithScribe *scribe, const KithRecord *record, gboolean again)
{
  KithSvg *self = (KithSvg *) scribe;
  g_autofree char *name = NULL, *more = NULL;
  guint number;

  flush (self);
  number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, record));
  if (again && number != 0)
    {
      begin_again (self->out, record, number);
      return;
    }
  if (!kith_picture_words (self->map, self->view, record, &name, &more))
    {
      kith_scribe_put (self->out, "<g ");
      append_class (self->out, record);
      kith_scribe_put (self->out, "\" aria-hidden=\"true\">\n");
      return;
    }
  if (!g_hash_table_contains (self->expected, record))
    {
      number = ++self->n_told;
      g_hash_table_insert (self->numbers, (gpointer) record, GUINT_TO_POINTER (number));
    }
  begin_named (self->out, record, number, name, more);
}

static void
svg_begin_part (KithScribe *scribe, KithPart part, const char *words)
{
  static const char *const classes[KITH_N_PARTS] = { "heading", "subheading", "words",     "map",
                                                     "legend",  "picture",    "furniture", "table",
                                                     "row",     "head",       "cell" };
  KithSvg *self = (KithSvg *) scribe;

  flush (self);
  g_string_append_printf (self->out, "<g class=\"%s\"", classes[part]);
  if (part == KITH_PART_FURNITURE)
    g_string_append (self->out, " aria-hidden=\"true\"");
  else if (part == KITH_PART_MAP || part == KITH_PART_LEGEND)
    {
      g_string_append (self->out, " role=\"group\" aria-label=\"");
      kith_svg_escape (self->out, part == KITH_PART_MAP ? words : _ ("Legend"), -1);
      g_string_append_c (self->out, '"');
    }
  g_string_append (self->out, ">\n");
}

/* --- Copies --- */

static void
svg_expect (KithScribe *scribe, const KithRecord *record)
{
  KithSvg *self = (KithSvg *) scribe;

  if (g_hash_table_contains (self->numbers, record))
    return;
  /* what a map makes of itself when it is first asked is there before others ask */
  kith_map_referrers (self->map, record->id);
  kith_map_get (self->map, record->kind, record->id);
  g_hash_table_insert (self->numbers, (gpointer) record, GUINT_TO_POINTER (++self->n_told));
  g_hash_table_add (self->expected, (gpointer) record);
}

static void
svg_prepare (KithScribe *scribe, PangoLayout *layout)
{
  kith_svg_text_prepare (layout);
}

static KithScribe *svg_fork (KithScribe *scribe);
static void svg_join (KithScribe *scribe, KithScribe *copy);

static const KithScribeClass svg_class = {
  .by_record = TRUE,
  .fill = svg_fill,
  .stroke = svg_stroke,
  .paint = svg_paint,
  .text = svg_text,
  .image = svg_image,
  .knows = svg_knows,
  .symbol = svg_symbol,
  .clip = svg_clip,
  .save = svg_save,
  .restore = svg_restore,
  .begin_faint = svg_begin_faint,
  .end_faint = svg_end,
  .begin = svg_begin,
  .end = svg_end,
  .begin_part = svg_begin_part,
  .end_part = svg_end,
  .expect = svg_expect,
  .prepare = svg_prepare,
  .fork = svg_fork,
  .join = svg_join,
};

/* Memory that is not written to takes no room: so a large one is not copied again and again. */
static KithSvg *
new_svg (KithMap *map, const KithView *view, gsize room)
{
  KithSvg *self = g_new0 (KithSvg, 1);

  self->scribe.class = &svg_class;
  self->map = map;
  self->view = view;
  self->out = g_string_sized_new (room);
  self->pending = g_string_new (NULL);
  self->stroked = g_string_new (NULL);
  self->fill = g_string_new (NULL);
  self->clips = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

/* What it says of records comes from the map, which must be as quick to ask from any thread: what a lens
 * finds out is not. */
static KithScribe *
svg_fork (KithScribe *scribe)
{
  KithSvg *self = (KithSvg *) scribe;
  KithSvg *copy;

  if (!kith_lens_is_rated (self->view->lens))
    return NULL;
  copy = new_svg (self->map, self->view, 64 * 1024);
  copy->numbers = g_hash_table_ref (self->numbers);
  copy->expected = g_hash_table_ref (self->expected);
  return &copy->scribe;
}

static void
svg_join (KithScribe *scribe, KithScribe *part)
{
  KithSvg *self = (KithSvg *) scribe, *copy = (KithSvg *) part;

  flush (self);
  flush (copy);
  append_string (self->out, copy->out);
  kith_svg_free (copy);
}

KithSvg *
kith_svg_new (KithMap *map, const KithView *view)
{
  KithSvg *self = new_svg (map, view,
                           64 * 1024 + A_LINK * (gsize) kith_map_n (map, KITH_LINK)
                               + A_BOX * (gsize) kith_map_n (map, KITH_STAKEHOLDER));

  self->numbers = g_hash_table_new (NULL, NULL);
  self->expected = g_hash_table_new (NULL, NULL);
  self->images = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->symbols = g_hash_table_new (NULL, NULL);
  self->cr = kith_scribe_context (&self->scribe);
  return self;
}

void
kith_svg_free (KithSvg *self)
{
  g_clear_pointer (&self->cr, cairo_destroy);
  kith_scribe_forget_waves (&self->scribe);
  g_string_free (self->out, TRUE);
  g_string_free (self->pending, TRUE);
  g_string_free (self->stroked, TRUE);
  g_string_free (self->fill, TRUE);
  g_array_unref (self->clips);
  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->expected);
  g_clear_pointer (&self->images, g_hash_table_unref);
  g_clear_pointer (&self->symbols, g_hash_table_unref);
  g_free (self);
}

/* Maps of two days share records, which are told of in each. */
void
kith_svg_look_at (KithSvg *self, KithMap *map, const KithView *view)
{
  g_hash_table_remove_all (self->numbers);
  g_hash_table_remove_all (self->expected);
  self->map = map;
  self->view = view;
}

cairo_t *
kith_svg_context (KithSvg *self)
{
  return self->cr;
}

char *
kith_svg_finish (KithSvg *self,
                 double width,
                 double height,
                 const char *title,
                 const char *description,
                 gboolean within,
                 gsize *length)
{
  g_autoptr (GString) head = g_string_new (NULL);
  GString *out = self->out;

  flush (self);
  kith_svg_append_head (head, width, height, within, description == NULL ? title : NULL);
  if (description != NULL)
    {
      append_element (head, "title", 't', 0, title);
      append_element (head, "desc", 'd', 0, description);
    }
  g_string_append_c (head, '\n');
  kith_scribe_put (out, "</svg>\n");
  g_string_prepend_len (out, head->str, (gssize) head->len); /* quicker than to copy all of it */
  *length = out->len;
  self->out = g_string_new (NULL);
  return g_string_free (out, FALSE);
}
