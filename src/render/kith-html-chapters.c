/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chapters of what is understood on an HTML page: plots as SVG, and all their figures as tables. */
#include "kith-export-private.h"

#include "kith-chapters.h"
#include "kith-compare-view.h"
#include "kith-svg.h"

#define PLOT_WIDTH 1100.0

void
kith_html_put (GString *out, const char *element, const char *attributes, const char *text)
{
  g_string_append_printf (out, "<%s%s>", element, attributes);
  kith_svg_escape (out, text, -1);
  g_string_append_printf (out, "</%s>\n", element);
}

void
kith_html_begin_table (GString *out,
                       const char *id,
                       const char *caption,
                       const char *const *columns,
                       guint n)
{
  g_string_append_printf (
      out,
      "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-labelledby=\"%s-"
      "caption\" id=\"%s\">\n<table>\n<caption id=\"%s-caption\">",
      id, id, id);
  kith_svg_escape (out, caption, -1);
  g_string_append (out, "</caption>\n<thead><tr>");
  for (guint i = 0; i < n; i++)
    kith_html_put (out, "th", " scope=\"col\"", columns[i]);
  g_string_append (out, "</tr></thead>\n<tbody>\n");
}

void
kith_html_end_table (GString *out)
{
  g_string_append (out, "</tbody>\n</table>\n</div>\n");
}

static void
put_table (GString *out, const KithPassage *table, const char *id)
{
  kith_html_begin_table (out, id, table->text, (const char *const *) table->columns->pdata,
                         table->columns->len);
  for (guint i = 0; i < table->rows->len; i++)
    {
      char *const *row = table->rows->pdata[i];

      g_string_append (out, "<tr>");
      kith_html_put (out, "th", " scope=\"row\"", row[0]);
      for (guint k = 1; k < table->columns->len; k++)
        kith_html_put (out, "td", "", row[k]);
      g_string_append (out, "</tr>\n");
    }
  kith_html_end_table (out);
}

/* What is drawn has no records of its own: the table behind it says what it shows. */
static void
put_plot (GString *out, KithMap *map, const KithView *view, const char *title, const KithPlot *plot)
{
  g_autoptr (KithSvg) svg = kith_svg_new (map, view);
  g_autofree char *text = NULL;
  gsize length;

  kith_plot_draw (kith_svg_context (svg), plot, KITH_NO_PLOT_POINT);
  text = kith_svg_finish (svg, plot->width, plot->height, plot->words, NULL, TRUE, &length);
  g_string_append (out, "<figure tabindex=\"0\" aria-label=\"");
  kith_svg_escape (out, title, -1);
  g_string_append (out, "\">\n");
  g_string_append_len (out, text, (gssize) length);
  g_string_append (out, "</figure>\n");
}

void
kith_html_put_chapters (GString *out, KithMap *map, const KithView *view, KithPass *pass)
{
  g_autoptr (KithMap) there = view->comparison != NULL
                                  ? kith_comparison_there (view->comparison, map)
                                  : kith_map_ref (map);
  const KithChapterSource source = { there, view, pass, PLOT_WIDTH, 0 };
  g_autoptr (GPtrArray) chapters = kith_chapters_new (&source);

  for (guint i = 0; i < chapters->len; i++)
    {
      const KithChapter *chapter = chapters->pdata[i];

      g_string_append_printf (out, "<section id=\"%s\">\n", chapter->key);
      kith_html_put (out, "h2", "", chapter->title);
      for (guint k = 0; k < chapter->passages->len; k++)
        {
          const KithPassage *passage = chapter->passages->pdata[k];
          g_autofree char *id = g_strdup_printf ("%s-%u", chapter->key, k);

          if (passage->form == KITH_PASSAGE_HEADING)
            kith_html_put (out, "h3", "", passage->text);
          else if (passage->form == KITH_PASSAGE_WORDS)
            kith_html_put (out, "p", "", passage->text);
          else if (passage->form == KITH_PASSAGE_TABLE)
            put_table (out, passage, id);
          else
            put_plot (out, map, view, chapter->title, passage->plot);
        }
      g_string_append (out, "</section>\n");
    }
}
