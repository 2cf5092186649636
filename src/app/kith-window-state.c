/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the document stands, in the header bar and in banners. */
#include <glib/gi18n.h>

#include "kith-window-private.h"

static char *
state_words (KithWindow *self)
{
  const char *problem = kith_document_problem (self->document);

  switch (kith_document_get_state (self->document))
    {
    case KITH_DOCUMENT_DRAFT:
      return g_strdup (_ ("Draft – kept on this computer"));
    case KITH_DOCUMENT_SAVED:
      return g_strdup (_ ("Saved"));
    case KITH_DOCUMENT_EDITED:
    case KITH_DOCUMENT_SAVING:
      return g_strdup (_ ("Saving…"));
    case KITH_DOCUMENT_CHANGED:
      if (kith_document_is_gone (self->document))
        return g_strdup (_ ("Not saved: the file is gone"));
      return g_strdup (_ ("Not saved: the file was changed by someone else"));
    case KITH_DOCUMENT_READ_ONLY:
      return g_strdup (_ ("Read-only"));
    case KITH_DOCUMENT_FAILED:
    default:
      if (problem == NULL)
        return g_strdup (_ ("Not saved"));
      return g_strdup_printf (_ ("Not saved: %s"), problem);
    }
}

static void
update_title (KithWindow *self)
{
  if (self->document == NULL)
    {
      adw_window_title_set_title (self->title, _ ("Kith"));
      adw_window_title_set_subtitle (self->title, "");
      gtk_window_set_title (GTK_WINDOW (self), _ ("Kith"));
      return;
    }

  g_autofree char *name = kith_document_dup_name (self->document);
  g_autofree char *words = state_words (self);
  /* Translators: title of a window: the map's name and the program's */
  g_autofree char *title = g_strdup_printf (_ ("%s – Kith"), name);

  adw_window_title_set_title (self->title, name);
  adw_window_title_set_subtitle (self->title, words);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static const char *
problem_or (KithWindow *self, const char *otherwise)
{
  const char *problem = kith_document_problem (self->document);

  return problem != NULL ? problem : otherwise;
}

static void
show_failed (KithWindow *self)
{
  const KithBannerButton buttons[] = {
    { _ ("Try _Again"), "win.save" },
    { _ ("Save _As…"), "win.save-as" },
  };
  g_autofree char *text = g_strdup_printf (
      _ ("This map is not saved to its file: %s Everything is safe on this computer."),
      problem_or (self, _ ("the file cannot be written.")));

  kith_banners_show (self->banners, "save", GTK_MESSAGE_ERROR, text, buttons, 2, FALSE);
}

static void
show_gone (KithWindow *self)
{
  const KithBannerButton buttons[] = {
    { _ ("Save A_gain"), "win.overwrite" },
    { _ ("Save _As…"), "win.save-as" },
  };

  kith_banners_show (self->banners, "changed", GTK_MESSAGE_WARNING,
                     problem_or (self, _ ("The file has been deleted or moved by someone else.")),
                     buttons, 2, FALSE);
}

static void
show_changed (KithWindow *self)
{
  const KithBannerButton buttons[] = {
    { _ ("_Keep Both"), "win.keep-both" },
    { _ ("_Overwrite"), "win.overwrite" },
  };

  kith_banners_show (self->banners, "changed", GTK_MESSAGE_WARNING,
                     problem_or (self, _ ("The file was changed by someone else since you opened "
                                          "it. Nothing is merged and nothing is lost: keep both, "
                                          "or write this map over theirs.")),
                     buttons, 2, FALSE);
}

static void
show_read_only (KithWindow *self)
{
  const KithBannerButton buttons[] = { { _ ("Save _As…"), "win.save-as" } };

  kith_banners_show (self->banners, "read-only", GTK_MESSAGE_INFO,
                     problem_or (self, _ ("This map cannot be changed here. Save it under another "
                                          "name to work on it.")),
                     buttons, 1, FALSE);
}

static void
update_banners (KithWindow *self)
{
  KithDocumentState state = kith_document_get_state (self->document);

  if (state == KITH_DOCUMENT_FAILED)
    show_failed (self);
  else if (state != KITH_DOCUMENT_SAVING)
    kith_banners_hide (self->banners, "save");

  if (state == KITH_DOCUMENT_CHANGED && kith_document_is_gone (self->document))
    show_gone (self);
  else if (state == KITH_DOCUMENT_CHANGED)
    show_changed (self);
  else
    kith_banners_hide (self->banners, "changed");

  if (state == KITH_DOCUMENT_READ_ONLY)
    show_read_only (self);
  else
    kith_banners_hide (self->banners, "read-only");
}

static void
update_history (KithWindow *self)
{
  /* a step's words name what it concerned, which only the team may see */
  gboolean team = kith_viewer_get_view (self->viewer)->audience == KITH_TEAM;
  const char *undo = team ? kith_document_undo_label (self->document) : NULL;
  const char *redo = team ? kith_document_redo_label (self->document) : NULL;
  /* Translators: what would be undone or done again follows, such as "Move 3 stakeholders" */
  g_autofree char *undo_text = g_strdup_printf (_ ("Undo: %s"), undo != NULL ? undo : "");
  g_autofree char *redo_text = g_strdup_printf (_ ("Redo: %s"), redo != NULL ? redo : "");

  gtk_widget_set_tooltip_text (self->undo_button, undo != NULL ? undo_text : _ ("Undo"));
  gtk_widget_set_tooltip_text (self->redo_button, redo != NULL ? redo_text : _ ("Redo"));
}

void
kith_window_update_state (KithWindow *self)
{
  update_title (self);
  kith_window_update_actions (self);
  if (self->document == NULL)
    return;

  update_banners (self);
  update_history (self);
}
