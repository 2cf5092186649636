/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map as one HTML file that needs nothing else: the picture as SVG, then all that it shows as tables.
 * Works on the map that was made for an audience; nothing in it runs or asks for anything. */
#include "kith-export-private.h"

#include "kith-date.h"
#include "kith-lens.h"
#include "kith-meeting.h"
#include "kith-opinion.h"
#include "kith-picture-words.h"
#include "kith-sectors.h"
#include "kith-spoken.h"
#include "kith-svg.h"

#include <glib/gi18n-lib.h>

static const char style[] =
    "<style>\n"
    ":root{color-scheme:light}\n"
    "body{margin:0;font:16px/1.5 Inter,Cantarell,'Noto Sans','Segoe UI',sans-serif;color:#1e1e1e;"
    "background:#fafafa}\n"
    "header,main,footer{max-width:1200px;margin:0 auto;padding:16px 24px}\n"
    "h1{font-size:28px;line-height:1.25;margin:8px 0}h2{font-size:20px;margin:32px 0 8px}"
    "h3{font-size:16px;margin:24px 0 4px}\n"
    "p{margin:4px 0;max-width:70ch}.dim{color:#5e5e5e}\n"
    ".marking{text-align:center;font-weight:600;padding:8px}\n"
    ".skip{position:absolute;left:-999px}.skip:focus{left:8px;top:8px;background:#fff;padding:8px}\n"
    "figure{margin:16px 0;background:#fff;border:1px solid #d4d4d4;border-radius:10px;"
    "overflow:auto}\n"
    "figure svg{display:block;width:100%;height:auto;min-width:640px}\n"
    ".table{overflow-x:auto}table{border-collapse:collapse;width:100%;background:#fff}\n"
    "caption{text-align:left;font-weight:600;padding:8px 0}\n"
    "th,td{text-align:left;vertical-align:top;padding:6px 10px;border:1px solid #d4d4d4}\n"
    "thead th{background:#f1f1f1}\n"
    "a:focus,div:focus,figure:focus{outline:3px solid #1c71d8;outline-offset:2px}\n"
    "@page{margin:12mm}\n"
    "@media print{body{background:#fff;font-size:12px}header,main,footer{padding:4px 0}"
    "h1{font-size:22px}h2{font-size:16px;break-after:avoid}h3{font-size:13px;break-after:avoid}"
    ".skip{display:none}th,td{padding:3px 6px}"
    "figure,.table{overflow:visible}figure svg{min-width:0}"
    "tr,figure{break-inside:avoid}thead{display:table-header-group}}\n"
    "</style>\n";

typedef struct
{
  GString *out;
  KithMap *map;
  const KithView *view;
  const KithExport *options;
  KithPass *pass; /* what passes the filter; NULL: all */
} Page;

static void
put (Page *page, const char *element, const char *attributes, const char *text)
{
  kith_html_put (page->out, element, attributes, text);
}

/* --- The head --- */

static void
put_head (Page *page)
{
  g_autofree char *language = kith_picture_language ();

  g_string_append (page->out, "<!DOCTYPE html>\n<html lang=\"");
  kith_svg_escape (page->out, language, -1);
  g_string_append (page->out,
                   "\">\n<head>\n<meta charset=\"utf-8\">\n"
                   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                   "style-src 'unsafe-inline'; img-src data:\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                   "<meta name=\"generator\" content=\"Kith\">\n");
  put (page, "title", "", kith_export_title (page->map, page->options));
  g_string_append (page->out, style);
  g_string_append (page->out, "</head>\n<body>\n");
}

static void
put_marking (Page *page)
{
  if (page->options->marking != NULL && *page->options->marking != '\0')
    put (page, "p", " class=\"marking\"", page->options->marking);
}

static void
put_heard (Page *page)
{
  KithHeard heard = { 0 };
  g_autofree char *words = NULL;

  kith_map_heard (page->map, &heard);
  if (heard.rated == 0)
    return;
  words = kith_heard_to_words (&heard);
  g_string_append (page->out, "<p class=\"dim\">");
  kith_svg_escape (page->out, words, -1);
  g_string_append (page->out, ". ");
  kith_svg_escape (page->out, _ ("It starts a conversation; it measures nobody’s worth."), -1);
  g_string_append (page->out, "</p>\n");
}

static void
put_header (Page *page)
{
  const KithAbout *about = kith_map_about (page->map);
  g_autofree char *for_whom = kith_sheet_signature (page->map, page->view);

  put (page, "a", " class=\"skip\" href=\"#stakeholders\"", _ ("To the tables"));
  g_string_append (page->out, "<header>\n");
  put_marking (page);
  put (page, "h1", "", kith_export_title (page->map, page->options));
  if (*about->purpose != '\0')
    put (page, "p", "", about->purpose);
  put (page, "p", " class=\"dim\"", for_whom);
  if (page->view->day != 0)
    {
      KithDate day = kith_date_of_day (page->view->day);
      g_autofree char *then = kith_date_to_words (&day);
      g_autofree char *words = g_strdup_printf (_ ("As at %s"), then);

      put (page, "p", "", words);
    }
  put_heard (page);
  if (page->options->anonymous)
    put (page, "p", "", _ ("Names are replaced by sector and number."));
  g_string_append (page->out, "</header>\n<main>\n");
}

/* --- Tables --- */

static void
begin_table (Page *page, const char *id, const char *caption, const char *const *columns, guint n)
{
  const char *headings[10];

  g_assert (n <= G_N_ELEMENTS (headings));
  for (guint i = 0; i < n; i++)
    headings[i] = _ (columns[i]);
  kith_html_begin_table (page->out, id, caption, headings, n);
}

static void
end_table (Page *page)
{
  kith_html_end_table (page->out);
}

static gboolean
is_in (Page *page, gconstpointer record)
{
  return page->pass == NULL || kith_pass_has (page->pass, KITH_ID (record));
}

static void
put_stakeholder (Page *page, const KithStakeholder *stakeholder)
{
  g_autoptr (GPtrArray) links = kith_map_links_of (page->map, KITH_ID (stakeholder));
  g_autofree char *n = g_strdup_printf ("%u", links->len);
  g_autofree char *more = kith_spoken_stakeholder_more (page->map, stakeholder,
                                                        page->view->audience);

  g_string_append (page->out, "<tr>");
  put (page, "th", " scope=\"row\"", stakeholder->name);
  put (page, "td", "", kith_sector_name (page->map, stakeholder->sector));
  put (page, "td", "", n);
  put (page, "td", "", more);
  g_string_append (page->out, "</tr>\n");
}

static void
put_stakeholders (Page *page)
{
  static const char *const columns[] = { N_ ("Name"), N_ ("Sector"), N_ ("Links"), N_ ("More") };
  g_autoptr (GPtrArray) list = kith_map_list (page->map, KITH_STAKEHOLDER);

  put (page, "h2", "", _ ("Stakeholders"));
  begin_table (page, "stakeholders",
               page->pass == NULL ? _ ("All stakeholders of the map, by name")
                                  : _ ("The stakeholders that pass the filter, by name"),
               columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < list->len; i++)
    if (is_in (page, list->pdata[i]))
      put_stakeholder (page, list->pdata[i]);
  end_table (page);
}

/* What its ends say, one beside the other; of a lens that knows no ends what it shows. */
static gboolean
has_ends (const Page *page)
{
  return page->view->audience != KITH_PUBLIC && kith_lens_is_rated (page->view->lens);
}

static void
put_end (Page *page, const KithLink *link, KithEnd end)
{
  g_autofree char *words = NULL;
  KithOpinion opinion;

  kith_opinion_of (page->map, KITH_ID (link), end, kith_lens_dimension (page->view->lens),
                   &opinion);
  words = kith_opinion_to_words (&opinion);
  if (opinion.impression)
    {
      g_autofree char *ours =
          g_strdup_printf ("%s (%s)", words, kith_enum_label (&kith_bases, KITH_BASIS_IMPRESSION));

      put (page, "td", "", ours);
    }
  else
    put (page, "td", "", words);
}

static void
put_link (Page *page, const KithLink *link)
{
  g_autofree char *more = kith_spoken_link_more (page->map, link,
                                                 kith_lens_dimension (page->view->lens),
                                                 page->view->audience);
  g_autofree char *said = NULL;

  g_string_append (page->out, "<tr>");
  put (page, "th", " scope=\"row\"", kith_map_stakeholder (page->map, link->a)->name);
  put (page, "td", "", kith_map_stakeholder (page->map, link->b)->name);
  put (page, "td", "", kith_enum_label (&kith_link_kinds, link->kind));
  for (KithEnd end = KITH_END_A; end <= KITH_END_B && has_ends (page); end++)
    put_end (page, link, end);
  if (!has_ends (page) && page->view->audience != KITH_PUBLIC)
    {
      said = kith_lens_say_link (page->view, page->map, link);
      put (page, "td", "", said);
    }
  put (page, "td", "", more);
  g_string_append (page->out, "</tr>\n");
}

static void
put_links (Page *page)
{
  const char *columns[6] = { N_ ("One end"), N_ ("Other end"), N_ ("Kind") };
  guint n = 3;

  if (has_ends (page))
    {
      columns[n++] = N_ ("What the one says");
      columns[n++] = N_ ("What the other says");
    }
  else if (page->view->audience != KITH_PUBLIC)
    columns[n++] = N_ ("What the lens shows");
  columns[n++] = N_ ("More");
  put (page, "h2", "", _ ("Links"));
  begin_table (page, "links",
               page->pass == NULL ? _ ("All links of the map")
                                  : _ ("The links that pass the filter"),
               columns, n);
  KITH_FOR_EACH (KithLink, link, page->map, KITH_LINK)
    if (is_in (page, link))
      put_link (page, link);
  end_table (page);
}

static void
put_cell (Page *page, char *text)
{
  put (page, "td", "", text);
  g_free (text);
}

static char *
members_of (Page *page, const KithSpace *space)
{
  g_autoptr (GPtrArray) members = kith_map_members_of (page->map, KITH_ID (space));
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < members->len; i++)
    g_ptr_array_add (words, kith_space_member_words (page->map, space, members->pdata[i]));
  g_ptr_array_add (words, NULL);
  return g_strjoinv (", ", (char **) words->pdata);
}

static void
put_space (Page *page, const KithSpace *space)
{
  g_auto (GStrv) principles = kith_space_principles (space);

  g_string_append (page->out, "<tr>");
  put (page, "th", " scope=\"row\"", space->name);
  put_cell (page, kith_space_words (space, page->view->audience));
  put_cell (page, members_of (page, space));
  put (page, "td", "", space->purpose);
  put_cell (page, g_strjoinv (" · ", principles));
  put (page, "td", "", space->description);
  g_string_append (page->out, "</tr>\n");
}

static void
put_spaces (Page *page)
{
  static const char *const columns[] = { N_ ("Shared space"), N_ ("How it stands"), N_ ("Members"),
                                         N_ ("Purpose"),      N_ ("Principles"),    N_ ("More") };
  g_autoptr (GPtrArray) list = kith_map_list (page->map, KITH_SPACE);

  if (list->len == 0)
    return;
  put (page, "h2", "", _ ("Shared spaces"));
  begin_table (page, "spaces", _ ("Where they meet"), columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < list->len; i++)
    if (is_in (page, list->pdata[i]))
      put_space (page, list->pdata[i]);
  end_table (page);
}

/* --- The picture --- */

static gboolean
put_picture (Page *page, KithSheet *sheet, GError **error)
{
  g_autoptr (KithSvg) svg = kith_svg_new (page->map, page->view);
  g_autofree char *text = NULL;
  double width, height;
  gsize length;

  if (!kith_export_draw_on (sheet, kith_svg_context (svg), page->options, TRUE, error))
    return FALSE;
  kith_sheet_size (sheet, &width, &height);
  text = kith_svg_finish (svg, width, height, kith_export_title (page->map, page->options),
                          kith_sheet_summary (sheet), TRUE, &length);
  put (page, "h2", "", _ ("The map"));
  put (page, "p", "", kith_sheet_summary (sheet));
  g_string_append (page->out, "<figure tabindex=\"0\" aria-label=\"");
  kith_svg_escape (page->out, _ ("The map"), -1);
  g_string_append (page->out, "\">\n");
  g_string_append_len (page->out, text, (gssize) length);
  g_string_append (page->out, "</figure>\n");
  return TRUE;
}

GBytes *
kith_export_html (KithMap *map,
                  const KithView *view,
                  KithSheet *sheet,
                  const KithExport *options,
                  GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (KithPass) pass = kith_view_find_pass (view, map);
  Page page = { out, map, view, options, pass };

  put_head (&page);
  put_header (&page);
  if (!put_picture (&page, sheet, error))
    return NULL;
  put_stakeholders (&page);
  put_links (&page);
  put_spaces (&page);
  kith_html_put_chapters (out, map, view, pass);
  g_string_append (out, "</main>\n<footer>\n");
  put_marking (&page);
  g_string_append (out, "</footer>\n</body>\n</html>\n");
  return g_string_free_to_bytes (g_steal_pointer (&out));
}
