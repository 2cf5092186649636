/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Frames of an arrangement after somebody in them has become private: no title names them, no frame stands
 * round them alone, in no map for others and in nothing that is written for them. */
#include "kith-arrange.h"
#include "kith-audience.h"
#include "kith-export.h"
#include "kith-test-maps.h"
#include "run-program.h"

#include <glib/gstdio.h>

#define CANARY "Zqhubqz"

typedef struct
{
  KithMap *map;
  KithId hub;
  KithId others[3];
} Round;

/* One with three others round it, and two apart. */
static void
set_up (Round *f, gconstpointer data)
{
  KithId a, b;

  f->map = kith_map_new ();
  f->hub = test_stakeholder (f->map, CANARY, 0, 0);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("Other %u", i);

      f->others[i] = test_stakeholder (f->map, name, 200.0 * (i + 1), 0);
      test_link (f->map, f->hub, f->others[i]);
    }
  a = test_stakeholder (f->map, "Housing", 0, 900);
  b = test_stakeholder (f->map, "Families", 300, 900);
  test_link (f->map, a, b);
}

static void
tear_down (Round *f, gconstpointer data)
{
  kith_map_unref (f->map);
}

static void
set (Round *f, KithId id, const char *field, const char *text)
{
  test_do (f->map, kith_verb_set (f->map, KITH_STAKEHOLDER, id, field, text, NULL));
}

static void
arrange (Round *f, KithArrangement as)
{
  KithArrangeOptions options = KITH_ARRANGE_INIT;

  options.as = as;
  options.centre = f->hub;
  test_do (f->map, kith_arrange_to_edit (f->map, &options));
}

static guint
count_titles (KithMap *map, const char *text)
{
  guint n = 0;

  KITH_FOR_EACH (KithAnnotation, one, map, KITH_ANNOTATION)
    n += strstr (one->text, text) != NULL;
  return n;
}

static guint
count_for (Round *f, KithAudience audience, const char *text)
{
  g_autoptr (KithMap) made = kith_map_for_audience (f->map, audience);

  test_check (made);
  return count_titles (made, text);
}

static gboolean
holds (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return memmem (data, length, CANARY, strlen (CANARY)) != NULL;
}

static GBytes *
text_of_pdf (GBytes *pdf)
{
  g_autofree char *path = g_strdup_printf ("%s/kith-frames-%u.pdf", g_get_tmp_dir (),
                                           g_random_int ());
  GBytes *text;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL),
                                      (gssize) g_bytes_get_size (pdf), NULL));
  text = run_program ("pdftotext", "-raw", path, "-", NULL);
  g_assert_cmpint (g_remove (path), ==, 0);
  return text;
}

/* In a picture and in a page for them, as the window paints them: all are made of their map. */
static gboolean
is_written (Round *f, KithAudience audience, KithPictureFormat format)
{
  KithView view = KITH_VIEW_INIT;
  KithExport options = KITH_EXPORT_INIT;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) text = NULL;

  view.audience = audience;
  options.format = format;
  bytes = kith_export (f->map, &view, &options, &error);
  g_assert_no_error (error);
  if (format != KITH_PICTURE_PDF)
    return holds (bytes);
  text = text_of_pdf (bytes);
  return holds (text);
}

static void
assert_silent (Round *f, KithAudience audience)
{
  static const KithPictureFormat formats[] = { KITH_PICTURE_SVG, KITH_PICTURE_PDF,
                                               KITH_PICTURE_HTML };

  g_assert_cmpuint (count_for (f, audience, CANARY), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    g_assert_false (is_written (f, audience, formats[i]));
}

static void
test_hub (Round *f, gconstpointer data)
{
  arrange (f, KITH_ARRANGEMENT_COMMUNITY);
  g_assert_cmpuint (count_for (f, KITH_PUBLIC, "Round " CANARY), ==, 1);
  g_assert_true (is_written (f, KITH_PUBLIC, KITH_PICTURE_SVG));
  set (f, f->hub, "private", "1");
  assert_silent (f, KITH_PARTNERS);
  assert_silent (f, KITH_PUBLIC);
  g_assert_cmpuint (count_for (f, KITH_PARTNERS, "A community"), ==, 1);
  g_assert_cmpuint (count_for (f, KITH_PARTNERS, "Round Families")
                        + count_for (f, KITH_PARTNERS, "Round Housing"),
                    ==, 1);
  g_assert_cmpuint (count_for (f, KITH_TEAM, "Round " CANARY), ==, 1);
}

/* Deleted after it was private: its name does not come back. */
static void
test_deleted (Round *f, gconstpointer data)
{
  arrange (f, KITH_ARRANGEMENT_COMMUNITY);
  set (f, f->hub, "private", "1");
  test_do (f->map, kith_verb_delete (f->map, &f->hub, 1, NULL));
  g_assert_cmpuint (count_titles (f->map, CANARY), ==, 1);
  assert_silent (f, KITH_PARTNERS);
  assert_silent (f, KITH_PUBLIC);
}

static void
test_person (Round *f, gconstpointer data)
{
  arrange (f, KITH_ARRANGEMENT_COMMUNITY);
  set (f, f->hub, "form", "person");
  assert_silent (f, KITH_PUBLIC);
  g_assert_cmpuint (count_for (f, KITH_PARTNERS, "Round " CANARY), ==, 1);
}

/* Words that a person wrote over a frame are their own. */
static void
test_own_words (Round *f, gconstpointer data)
{
  arrange (f, KITH_ARRANGEMENT_COMMUNITY);
  KITH_FOR_EACH (KithAnnotation, one, f->map, KITH_ANNOTATION)
    if (strstr (one->text, CANARY) != NULL)
      {
        test_do (f->map, kith_verb_set (f->map, KITH_ANNOTATION, KITH_ID (one), "text",
                                        "The Friday meeting", NULL));
        break;
      }
  set (f, f->hub, "private", "1");
  g_assert_cmpuint (count_for (f, KITH_PUBLIC, "The Friday meeting"), ==, 1);
}

static guint
count_frames (Round *f, KithAudience audience)
{
  g_autoptr (KithMap) made = kith_map_for_audience (f->map, audience);

  return kith_map_n (made, KITH_ANNOTATION);
}

/* Nobody but the team knows of anyone in its column, or ring, any more. */
static void
test_alone (Round *f, gconstpointer data)
{
  static const KithArrangement shapes[] = { KITH_ARRANGEMENT_COLUMNS, KITH_ARRANGEMENT_SEGMENTS };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      guint all;

      arrange (f, shapes[i]);
      all = count_frames (f, KITH_PUBLIC);
      set (f, f->others[0], "private", "1");
      g_assert_cmpuint (count_frames (f, KITH_PARTNERS), ==, all - 1);
      g_assert_cmpuint (count_frames (f, KITH_TEAM), ==, all);
      set (f, f->others[0], "private", "0");
    }
}

static void
test_middle (Round *f, gconstpointer data)
{
  arrange (f, KITH_ARRANGEMENT_AROUND);
  g_assert_cmpuint (count_frames (f, KITH_PUBLIC), >, 0);
  set (f, f->hub, "private", "1");
  g_assert_cmpuint (count_frames (f, KITH_PARTNERS), ==, 0);
  g_assert_cmpuint (count_frames (f, KITH_PUBLIC), ==, 0);
}

/* A sector of their own that nobody sees anyone of. */
static void
test_sector (Round *f, gconstpointer data)
{
  KithSector *sector = kith_record_new (KITH_SECTOR, kith_id_new ());
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, sector->record.id);

  kith_text_set (&sector->name, CANARY " sector");
  test_put (f->map, sector);
  set (f, f->hub, "name", "Somebody");
  set (f, f->others[0], "sector", id);
  arrange (f, KITH_ARRANGEMENT_COLUMNS);
  g_assert_cmpuint (count_for (f, KITH_PUBLIC, CANARY), ==, 1);
  set (f, f->others[0], "private", "1");
  set (f, f->others[0], "x", "90000"); /* dragged out of its column, which is empty */
  assert_silent (f, KITH_PARTNERS);
  assert_silent (f, KITH_PUBLIC);
}

#define ADD(name, func) g_test_add (name, Round, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/audience/frames/no-title-names-who-has-become-private", test_hub);
  ADD ("/audience/frames/no-title-names-who-was-private-when-deleted", test_deleted);
  ADD ("/audience/frames/no-title-tells-the-public-who-a-person-is", test_person);
  ADD ("/audience/frames/own-words-stay", test_own_words);
  ADD ("/audience/frames/none-stands-round-the-private-alone", test_alone);
  ADD ("/audience/frames/no-rings-round-who-has-become-private", test_middle);
  ADD ("/audience/frames/no-title-is-of-a-hidden-sector", test_sector);
  return g_test_run ();
}
