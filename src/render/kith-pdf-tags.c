/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The structure of a PDF: what is a heading, what a paragraph, what a figure, and what each shows in
 * words. An element may have several parts in several streams. */
#include "kith-pdf-private.h"

#include <string.h>

#include "kith-picture-words.h"

void
kith_pdf_element_free (gpointer data)
{
  KithPdfElement *element = data;

  g_free (element->words);
  g_array_unref (element->marks);
  g_free (element);
}

/* The page that is being written. */
static guint
page_of (KithPdf *self)
{
  return ((const KithPdfStream *) self->streams->pdata[0])->object;
}

static guint
add_element (KithPdf *self, const char *type, const char *words)
{
  KithPdfElement *element = g_new0 (KithPdfElement, 1);

  element->type = type;
  element->words = words != NULL ? g_strdup (words) : NULL;
  element->marks = g_array_new (FALSE, FALSE, sizeof (KithPdfMark));
  element->page = page_of (self);
  element->parent = KITH_NO_ELEMENT;
  g_ptr_array_add (self->elements, element);
  return self->elements->len - 1;
}

static guint
innermost (KithPdf *self)
{
  return self->inside->len > 0 ? g_array_index (self->inside, guint, self->inside->len - 1)
                               : KITH_NO_ELEMENT;
}

void
kith_pdf_unmark (KithPdf *self)
{
  KithPdfStream *stream = kith_pdf_stream (self);

  if (!stream->is_open)
    return;
  stream->is_open = FALSE;
  g_string_append (stream->out, "EMC\n");
}

/* A drawing that several pages show belongs to nobody of its own: each page says what it is. */
static gboolean
is_shared (KithPdf *self)
{
  return ((KithPdfStream *) self->streams->pdata[0])->is_drawing;
}

void
kith_pdf_mark (KithPdf *self)
{
  KithPdfStream *stream = kith_pdf_stream (self);
  guint wanted = innermost (self);
  KithPdfElement *element;
  KithPdfMark mark;

  if (is_shared (self) || (stream->is_open && stream->open == wanted))
    return;
  kith_pdf_unmark (self);
  stream->is_open = TRUE;
  stream->open = wanted;
  if (wanted == KITH_NO_ELEMENT)
    {
      g_string_append (stream->out, "/Artifact BMC\n");
      return;
    }
  element = self->elements->pdata[wanted];
  mark = (KithPdfMark){ stream->is_drawing ? stream->object : 0, stream->marks->len };
  g_array_append_val (element->marks, mark);
  g_array_append_val (stream->marks, wanted);
  g_string_append_c (stream->out, '/');
  g_string_append (stream->out, element->type);
  kith_scribe_put (stream->out, "<</MCID ");
  kith_scribe_count (stream->out, mark.number);
  kith_scribe_put (stream->out, ">>BDC\n");
}

/* --- What is drawn --- */

static void
enter (KithPdf *self, guint element)
{
  g_array_append_val (self->inside, element);
}

guint
kith_pdf_enter (KithPdf *self, const char *type, const char *words)
{
  guint parent = innermost (self);
  guint element = add_element (self, type, words);

  ((KithPdfElement *) self->elements->pdata[element])->parent = parent;
  enter (self, element);
  return element;
}

static guint
element_of (KithPdf *self, const KithRecord *record)
{
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->of_record, record));
  g_autofree char *name = NULL, *more = NULL, *words = NULL;
  guint element;

  if (known != 0)
    return known - 1;
  if (record->kind == KITH_LINK || is_shared (self) || self->map == NULL
      || !kith_picture_words (self->map, self->view, record, &name, &more))
    return innermost (self);
  words = more != NULL ? g_strdup_printf ("%s. %s", name, more) : NULL;
  element = add_element (self, "Figure", words != NULL ? words : name);
  g_hash_table_insert (self->of_record, (gpointer) record, GUINT_TO_POINTER (element + 1));
  return element;
}

/* Lines of links are drawn many at once: the map as a whole tells of them. */
void
kith_pdf_begin (KithScribe *scribe, const KithRecord *record, gboolean again)
{
  KithPdf *self = (KithPdf *) scribe;

  enter (self, element_of (self, record));
}

void
kith_pdf_end (KithScribe *scribe)
{
  KithPdf *self = (KithPdf *) scribe;

  g_array_set_size (self->inside, self->inside->len - 1);
  kith_pdf_pack (self);
}

#define MOST_TOLD 400 /* links that the words for a map tell one by one */

static char *
tell_links (KithPdf *self, const char *words)
{
  GString *out = g_string_new (words);
  g_autoptr (KithPass) pass = NULL;

  if (self->map == NULL)
    return g_string_free (out, FALSE);
  pass = kith_view_find_pass (self->view, self->map);
  if (kith_map_n (self->map, KITH_LINK) > MOST_TOLD)
    return g_string_free (out, FALSE);
  KITH_FOR_EACH (KithLink, link, self->map, KITH_LINK)
    {
      g_autofree char *name = NULL, *more = NULL;

      if (kith_pass_has (pass, KITH_ID (link))
          && kith_picture_words (self->map, self->view, &link->record, &name, &more))
        g_string_append_printf (out, "\n%s.", name);
    }
  return g_string_free (out, FALSE);
}

static const char *const parts_of_tables[] = { "Table", "TR", "TH", "TD" };

void
kith_pdf_begin_part (KithScribe *scribe, KithPart part, const char *words)
{
  KithPdf *self = (KithPdf *) scribe;
  g_autofree char *told = NULL;

  if (is_shared (self))
    {
      enter (self, KITH_NO_ELEMENT);
      return;
    }
  switch (part)
    {
    case KITH_PART_TITLE:
      enter (self, add_element (self, "H1", NULL));
      break;
    case KITH_PART_HEADING:
      enter (self, add_element (self, "H2", NULL));
      break;
    case KITH_PART_WORDS:
      enter (self, add_element (self, "P", NULL));
      break;
    case KITH_PART_MAP:
      told = tell_links (self, words);
      enter (self, add_element (self, "Figure", told));
      break;
    case KITH_PART_LEGEND:
    case KITH_PART_PICTURE:
      enter (self, add_element (self, "Figure", words));
      break;
    case KITH_PART_TABLE:
    case KITH_PART_ROW:
    case KITH_PART_HEAD:
    case KITH_PART_CELL:
      kith_pdf_enter (self, parts_of_tables[part - KITH_PART_TABLE], NULL);
      break;
    default:
      enter (self, KITH_NO_ELEMENT);
      break;
    }
}

/* --- The file --- */

static void
append_reference (GString *out, guint object)
{
  kith_scribe_count (out, object);
  kith_scribe_put (out, " 0 R ");
}

/* Those within another one come after it, each followed by those within that. */
static void
append_children (KithPdf *self, GString *out, guint parent, guint first)
{
  for (guint i = parent + 1; i < self->elements->len; i++)
    {
      guint within = ((const KithPdfElement *) self->elements->pdata[i])->parent;

      if (within == KITH_NO_ELEMENT || within < parent)
        return;
      if (within == parent)
        append_reference (out, first + i);
    }
}

static void
put_element (KithPdf *self, guint number, guint first)
{
  const KithPdfElement *element = self->elements->pdata[number];
  guint document = first - 1;
  g_autoptr (GString) out = g_string_new (NULL);

  kith_scribe_put (out, "<</Type/StructElem/S/");
  g_string_append (out, element->type);
  kith_scribe_put (out, "/P ");
  kith_scribe_count (out, element->parent == KITH_NO_ELEMENT ? document : first + element->parent);
  kith_scribe_put (out, " 0 R/Pg ");
  kith_scribe_count (out, element->page);
  kith_scribe_put (out, " 0 R");
  if (element->words != NULL)
    {
      g_string_append (out, "/Alt ");
      kith_pdf_append_text (out, element->words, -1);
    }
  if (strcmp (element->type, "TH") == 0)
    g_string_append (out, "/A<</O/Table/Scope/Column>>");
  g_string_append (out, "/K[");
  for (guint i = 0; i < element->marks->len; i++)
    {
      const KithPdfMark *mark = &g_array_index (element->marks, KithPdfMark, i);

      if (mark->stream == 0)
        {
          kith_scribe_count (out, mark->number);
          g_string_append_c (out, ' ');
        }
      else
        g_string_append_printf (out, "<</Type/MCR/Pg %u 0 R/Stm %u 0 R/MCID %u>>", element->page,
                                mark->stream, mark->number);
    }
  if (element->link != 0)
    g_string_append_printf (out, "<</Type/OBJR/Obj %u 0 R/Pg %u 0 R>>", element->link,
                            element->page);
  append_children (self, out, number, first);
  g_string_append (out, "]>>");
  kith_pdf_file_put (self->file, first + number, out->str);
}

/* Which element each marked part of each stream belongs to. */
static guint
put_parents (KithPdf *self, guint first)
{
  g_autoptr (GString) out = g_string_new ("<</Nums[");
  guint object = kith_pdf_file_reserve (self->file);

  for (guint i = 0; i < self->parents->len; i++)
    {
      const GArray *marks = self->parents->pdata[i];

      g_string_append_printf (out, "%u[", i);
      for (guint j = 0; j < marks->len; j++)
        append_reference (out, first + g_array_index (marks, guint, j));
      g_string_append (out, "]");
    }
  for (guint i = 0; i < self->links->len; i++)
    g_string_append_printf (out, "%u %u 0 R ", KITH_PDF_LINK_KEYS + i,
                            first + g_array_index (self->links, guint, i));
  g_string_append (out, "]>>");
  kith_pdf_file_put (self->file, object, out->str);
  return object;
}

void
kith_pdf_put_tree (KithPdf *self)
{
  guint document = kith_pdf_file_reserve (self->file);
  guint first = document + 1;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *root = NULL;

  for (guint i = 0; i < self->elements->len; i++)
    kith_pdf_file_reserve (self->file);
  g_string_append_printf (out, "<</Type/StructElem/S/Document/P %u 0 R/K[", self->tree);
  for (guint i = 0; i < self->elements->len; i++)
    {
      put_element (self, i, first);
      if (((const KithPdfElement *) self->elements->pdata[i])->parent == KITH_NO_ELEMENT)
        append_reference (out, first + i);
    }
  g_string_append (out, "]>>");
  kith_pdf_file_put (self->file, document, out->str);
  root = g_strdup_printf ("<</Type/StructTreeRoot/K[%u 0 R]/ParentTree %u 0 R"
                          "/ParentTreeNextKey %u>>",
                          document, put_parents (self, first),
                          KITH_PDF_LINK_KEYS + self->links->len);
  kith_pdf_file_put (self->file, self->tree, root);
}
