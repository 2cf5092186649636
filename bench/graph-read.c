/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading other people's graphs: .dot (nodes, edges and chains; attributes, but for the names, are
 * passed over) and lists of edges (.csv, .tsv, .txt: two names a line, a heading is no edge). */
#include <string.h>

#include "graph-private.h"

typedef struct
{
  BenchGraph *graph;
  GHashTable *ids; /* name → number + 1 */
} Reader;

static guint
number_of (Reader *reader, const char *name)
{
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (reader->ids, name));

  if (at == 0)
    {
      at = ++reader->graph->n;
      g_hash_table_insert (reader->ids, g_strdup (name), GUINT_TO_POINTER (at));
    }

  return at - 1;
}

static gboolean
is_word (char c)
{
  return g_ascii_isalnum (c) || c == '_' || c == '.' || (guchar) c >= 128;
}

/* The next token at @at: a name, or one character of punctuation; "-" for an edge. */
static char *
next_token (const char **at, gboolean *is_name)
{
  const char *c = *at, *start;
  char *token;

  while (*c != 0 && (g_ascii_isspace (*c) || (c[0] == '/' && (c[1] == '/' || c[1] == '*'))))
    if (g_ascii_isspace (*c))
      c++;
    else if (c[1] == '/')
      c += strcspn (c, "\n");
    else
      c = strstr (c + 2, "*/") != NULL ? strstr (c + 2, "*/") + 2 : c + strlen (c);

  start = c;
  *is_name = TRUE;
  if (*c == '"')
    {
      for (c++; *c != 0 && *c != '"'; c++)
        c += c[0] == '\\' && c[1] != 0;
      token = g_strndup (start + 1, c - start - 1);
      c += *c == '"';
    }
  else if (is_word (*c) || (*c == '-' && (g_ascii_isdigit (c[1]) || c[1] == '.')))
    {
      for (c++; is_word (*c); c++)
        ;
      token = g_strndup (start, c - start);
    }
  else
    {
      *is_name = FALSE;
      c += c[0] == '-' && (c[1] == '-' || c[1] == '>') ? 2 : *c != 0;
      token = g_strndup (start, MIN (c - start, 1));
    }
  *at = c;

  return token;
}

/* Passes over [ … ], ports and values. */
static void
read_dot (Reader *reader, const char *text)
{
  const char *at = strchr (text, '{');
  guint last = G_MAXUINT;
  gboolean joins = FALSE, listing = FALSE;

  for (at = at != NULL ? at + 1 : ""; *at != 0;)
    {
      gboolean is_name;
      g_autofree char *token = next_token (&at, &is_name);
      const char *ahead = at + strspn (at, " \t\r\n");

      if (listing || (!is_name && *token == '['))
        {
          listing = is_name || *token != ']';
        }
      else if (!is_name)
        {
          joins = *token == '-' && last != G_MAXUINT;
          if (*token == ':' || *token == '=')
            g_free (next_token (&at, &is_name));
          else if (*token != '-')
            last = G_MAXUINT;
        }
      else if (*ahead != '=' && !g_str_equal (token, "node") && !g_str_equal (token, "edge")
               && !g_str_equal (token, "graph"))
        {
          guint here;

          if (g_str_equal (token, "subgraph"))
            {
              if (*ahead != '{')
                g_free (next_token (&at, &is_name));
              continue;
            }
          here = number_of (reader, token);
          if (joins)
            bench_graph_link (reader->graph, last, here);
          joins = FALSE;
          last = here;
        }
    }
}

static gboolean
is_heading (const char *one, const char *other)
{
  static const char *const headings[][2] = {
    { "from", "to" },
    { "source", "target" },
    { "a", "b" },
    { "node1", "node2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    if (g_ascii_strcasecmp (one, headings[i][0]) == 0
        && g_ascii_strcasecmp (other, headings[i][1]) == 0)
      return TRUE;

  return FALSE;
}

static void
read_edges (Reader *reader, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *separators = strpbrk (lines[i], ",;\t") != NULL ? ",;\t" : " ";
      g_auto (GStrv) cells = g_strsplit_set (g_strstrip (lines[i]), separators, 3);

      if (lines[i][0] == '#' || cells[0] == NULL || cells[1] == NULL)
        continue;
      g_strdelimit (cells[0], "\"", ' ');
      g_strdelimit (cells[1], "\"", ' ');
      g_strstrip (cells[0]);
      g_strstrip (cells[1]);
      if (!is_heading (cells[0], cells[1]) && *cells[0] != 0 && *cells[1] != 0)
        bench_graph_link (reader->graph, number_of (reader, cells[0]),
                          number_of (reader, cells[1]));
    }
}

/**
 * bench_graph_read:
 * @path: a file of GraphViz' language if it ends in .dot or .gv, otherwise a list of edges
 * @error: why it cannot be read
 *
 * Boxes get sizes as names would give them.
 */
BenchGraph *
bench_graph_read (const char *path, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GHashTable) ids = NULL;
  Reader reader;

  if (!g_file_get_contents (path, &text, NULL, error))
    return NULL;
  ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reader = (Reader){ bench_graph_empty (g_path_get_basename (path)), ids };
  if (g_str_has_suffix (path, ".dot") || g_str_has_suffix (path, ".gv"))
    read_dot (&reader, text);
  else
    read_edges (&reader, text);
  bench_graph_size_boxes (reader.graph, 1);

  return reader.graph;
}
