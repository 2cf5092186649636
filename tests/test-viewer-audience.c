/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window for partners draws follows who is private: it is told of all that this alters. */
#include "kith-arrange.h"
#include "kith-document.h"
#include "kith-figures.h"
#include "kith-test-maps.h"
#include "kith-viewer.h"

#define CANARY "Zqhubqz"

typedef struct
{
  KithDocument *document;
  KithViewer *team, *partners;
  KithId hub, frame;
  guint told; /* edits that concern the frame */
} Fixture;

static void
on_changed (KithViewer *viewer, KithEdit *edit, Fixture *f)
{
  gboolean concerns = edit == NULL;

  for (guint i = 0; edit != NULL && i < kith_edit_n_changes (edit); i++)
    {
      const KithChange *change = kith_edit_change (edit, i);

      concerns |= KITH_ID (change->after != NULL ? change->after : change->before) == f->frame;
    }
  f->told += concerns;
}

static void
set_up (Fixture *f, gconstpointer ended)
{
  KithMap *map = kith_map_new ();
  KithArrangeOptions options = KITH_ARRANGE_INIT;

  *f = (Fixture){ .hub = test_stakeholder (map, CANARY, 0, 0) };
  for (guint i = 0; i < 3; i++)
    test_link (map, f->hub, test_stakeholder (map, "Other", 200.0 * (i + 1), 0));
  options.as = KITH_ARRANGEMENT_COMMUNITY;
  test_do (map, kith_arrange_to_edit (map, &options));
  f->frame = KITH_ID (kith_map_nth (map, KITH_ANNOTATION, 0));
  f->document = kith_document_new (map, NULL);
  f->team = kith_viewer_new (f->document);
  f->partners = kith_viewer_new (f->document);
  kith_viewer_set_audience (f->partners, KITH_PARTNERS);
  kith_viewer_set_ended (f->partners, GPOINTER_TO_INT (ended));
  g_signal_connect (f->partners, "changed", G_CALLBACK (on_changed), f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  kith_document_discard (f->document, NULL);
  g_object_unref (f->team);
  g_object_unref (f->partners);
  g_object_unref (f->document);
}

static void
set (Fixture *f, const char *field, const char *text)
{
  KithMap *map = kith_viewer_get_whole_map (f->team);

  g_assert_true (
      kith_viewer_perform (f->team,
                           kith_verb_set (map, KITH_STAKEHOLDER, f->hub, field, text, NULL), NULL));
}

static const char *
title_for (KithViewer *viewer, const Fixture *f)
{
  const KithAnnotation *frame = kith_map_get (kith_viewer_get_map (viewer), KITH_ANNOTATION,
                                              f->frame);

  return frame->text;
}

static void
test_title (Fixture *f, gconstpointer data)
{
  g_assert_cmpstr (title_for (f->partners, f), ==, "Round " CANARY);
  set (f, "private", "1");
  g_assert_cmpstr (title_for (f->partners, f), ==, "A community");
  g_assert_cmpstr (title_for (f->team, f), ==, "Round " CANARY);
  g_assert_cmpuint (f->told, ==, 1);
  kith_viewer_undo (f->team);
  g_assert_cmpstr (title_for (f->partners, f), ==, "Round " CANARY);
  g_assert_cmpuint (f->told, ==, 2);
}

static void
test_rename (Fixture *f, gconstpointer data)
{
  set (f, "name", "Harbour Trust");
  g_assert_cmpstr (title_for (f->team, f), ==, "Round Harbour Trust");
  g_assert_cmpstr (title_for (f->partners, f), ==, "Round Harbour Trust");
  kith_viewer_undo (f->team);
  g_assert_cmpstr (title_for (f->team, f), ==, "Round " CANARY);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/viewer/audience/a-frames-title-follows", Fixture, GINT_TO_POINTER (FALSE), set_up,
              test_title, tear_down);
  g_test_add ("/viewer/audience/a-frames-title-follows-where-the-ended-show", Fixture,
              GINT_TO_POINTER (TRUE), set_up, test_title, tear_down);
  g_test_add ("/viewer/audience/a-frames-title-follows-its-name", Fixture, GINT_TO_POINTER (FALSE),
              set_up, test_rename, tear_down);
  return g_test_run ();
}
