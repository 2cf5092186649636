/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: words of texts and frames that are typed in place. While they are typed, the live map
 * holds the annotation without them, in the size that they need; the entry lies over it. One edit
 * comes of it, or none. */
#include <glib/gi18n-lib.h>

#include "kith-canvas-private.h"
#include "kith-free-place.h"
#include "kith-text-entry.h"
#include "kith-text.h"
#include "kith-verbs.h"

#define TEXT_WIDTH 220.0 /* map units of a new text */
#define FRAME_WIDTH 360.0
#define FRAME_HEIGHT 240.0

/* Where what is being typed begins in its box, map units. */
double
kith_canvas_words_top (KithCanvas *self, const KithRect *box)
{
  const KithAnnotation *draft = kith_map_annotation (self->live, self->typing_id);

  return draft != NULL && kith_annotation_is_named_below (draft)
             ? box->y + MAX (box->height - KITH_FRAME_BAND, 0.0)
             : box->y;
}

/* Lays the entry over its text, or over the title of its frame. */
void
kith_canvas_place_words (KithCanvas *self)
{
  KithTextEntry *entry = KITH_TEXT_ENTRY (self->entry);
  const KithAnnotation *draft = kith_map_annotation (self->live, self->typing_id);
  gboolean frame = draft != NULL && draft->form != KITH_ANNOTATION_TEXT;
  double zoom = self->viewport.zoom;
  KithRect box;

  if (draft == NULL || !kith_figures_extent (self->figures, self->typing_id, &box))
    return;
  kith_text_entry_set_look (entry, kith_viewer_get_view (self->viewer)->palette, draft->colour,
                            zoom);
  kith_text_entry_set_box (entry, box.width * zoom,
                           (frame ? MIN (KITH_FRAME_BAND, box.height) : box.height) * zoom,
                           (frame ? KITH_FRAME_PAD : KITH_NOTE_PAD) * zoom, KITH_NOTE_PAD * zoom);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* The text's box becomes as high as its words. */
static void
on_typed (KithTextEntry *entry, KithCanvas *self)
{
  const KithAnnotation *before = kith_map_annotation (self->live, self->typing_id);
  g_autofree char *text = kith_text_entry_dup_text (entry);
  KithAnnotation *after;
  KithRect box;

  if (before == NULL)
    return;
  after = kith_record_copy (before);
  kith_text_set (&after->text, "");
  if (after->form == KITH_ANNOTATION_TEXT)
    {
      double top = after->y - after->height / 2;

      after->height = kith_measure_note (text, after->width);
      kith_record_move (after, after->x, top + after->height / 2);
    }
  kith_canvas_live_apply (self, kith_verb_put (self->live, after, ""));
  kith_canvas_place_words (self);
  if (after->form == KITH_ANNOTATION_TEXT
      && kith_figures_extent (self->figures, self->typing_id, &box))
    kith_canvas_reveal (self, &box);
}

static void
on_done (KithTextEntry *entry, gboolean commit, KithCanvas *self)
{
  kith_canvas_end_typing (self, commit);
}

static void
show_entry (KithCanvas *self, const char *text, gboolean many_lines)
{
  self->entry = kith_text_entry_new (text, many_lines);
  g_signal_connect (self->entry, "typed", G_CALLBACK (on_typed), self);
  g_signal_connect (self->entry, "done", G_CALLBACK (on_done), self);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  on_typed (KITH_TEXT_ENTRY (self->entry), self);
  kith_text_entry_start (KITH_TEXT_ENTRY (self->entry));
}

static gboolean
put_draft (KithCanvas *self)
{
  KithAnnotation *draft = kith_annotation_draft (self->words_form, &self->words_place);

  draft->record.id = self->typing_id;
  return kith_canvas_live_apply (self, kith_verb_add_annotation (self->live, draft));
}

/* A new text or frame; its words are typed next. */
void
kith_canvas_type_words (KithCanvas *self, KithAnnotationForm form, const KithPlace *place)
{
  KithRect box;

  if (kith_viewer_refuses_past (self->viewer))
    return;
  kith_canvas_end_typing (self, TRUE);
  kith_canvas_cancel_tool (self);
  self->typing_new = TRUE;
  self->typing_from = 0;
  self->typing_id = kith_id_new ();
  self->words_form = form;
  self->words_place = *place;
  kith_canvas_live_begin (self);
  if (!put_draft (self))
    {
      kith_canvas_live_end (self);
      return;
    }
  kith_canvas_come_near (self, (KithPoint){ place->x, place->y });
  show_entry (self, "", form == KITH_ANNOTATION_TEXT);
  if (kith_figures_extent (self->figures, self->typing_id, &box))
    kith_canvas_reveal (self, &box);
}

/* The words of an old one are typed anew. */
void
kith_canvas_retype_words (KithCanvas *self, KithId id)
{
  const KithAnnotation *before = kith_map_annotation (kith_viewer_get_map (self->viewer), id);
  g_autofree char *text = NULL;
  KithRect box;

  if (before == NULL || kith_viewer_refuses_past (self->viewer))
    return;
  kith_canvas_end_typing (self, TRUE);
  kith_canvas_cancel_tool (self);
  if (before->form == KITH_ANNOTATION_BACKDROP)
    {
      g_signal_emit_by_name (self, "activate", id);
      return;
    }
  text = g_strdup (before->text);
  self->typing_new = FALSE;
  self->typing_from = 0;
  self->typing_id = id;
  kith_canvas_live_begin (self);
  kith_canvas_come_near (self, (KithPoint){ before->x, before->y });
  show_entry (self, text, before->form == KITH_ANNOTATION_TEXT);
  if (kith_figures_extent (self->figures, id, &box))
    kith_canvas_reveal (self, &box);
}

/* The map has changed underneath. */
void
kith_canvas_words_follow (KithCanvas *self)
{
  kith_canvas_live_end (self);
  kith_canvas_live_begin (self);
  if (self->typing_new ? put_draft (self)
                       : kith_map_annotation (self->live, self->typing_id) != NULL)
    on_typed (KITH_TEXT_ENTRY (self->entry), self);
  else
    kith_canvas_end_typing (self, FALSE);
}

/* A text without words is nothing; a frame may go without a title. */
void
kith_canvas_commit_words (KithCanvas *self, KithTextEntry *entry)
{
  KithMap *map = kith_viewer_get_whole_map (self->viewer);
  g_autofree char *text = kith_text_entry_dup_text (entry);
  const KithAnnotation *before = kith_map_annotation (map, self->typing_id);
  KithAnnotation *made;

  if (!self->typing_new)
    {
      if (before != NULL && (*text != '\0' || before->form == KITH_ANNOTATION_FRAME)
          && !g_str_equal (before->text, text))
        kith_viewer_perform (self->viewer, kith_verb_set_words (map, self->typing_id, text), NULL);
      return;
    }
  if (*text == '\0' && self->words_form == KITH_ANNOTATION_TEXT)
    return;
  made = kith_annotation_draft (self->words_form, &self->words_place);
  made->record.id = self->typing_id;
  kith_text_set (&made->text, text);
  if (made->form == KITH_ANNOTATION_TEXT)
    {
      double top = made->y - made->height / 2;

      made->height = kith_measure_note (text, made->width);
      kith_record_move (made, made->x, top + made->height / 2);
    }
  if (kith_viewer_perform (self->viewer, kith_verb_add_annotation (map, made), NULL))
    kith_viewer_select_only (self->viewer, self->typing_id);
}

static KithPlace
free_place (KithCanvas *self, double width, double height)
{
  KithRect visible = kith_viewport_visible (&self->viewport);
  KithPoint near = { visible.x + visible.width / 2, visible.y + visible.height / 2 };

  if (self->pointer_inside)
    near = kith_viewport_to_map (&self->viewport, self->last.x, self->last.y);
  near = kith_free_place_near (self->figures, near, width, height);
  return (KithPlace){ near.x, near.y, width, height };
}

/* A text in free ground. */
void
kith_canvas_add_text (KithCanvas *self)
{
  KithPlace place = free_place (self, TEXT_WIDTH, kith_measure_note ("", TEXT_WIDTH));

  kith_canvas_type_words (self, KITH_ANNOTATION_TEXT, &place);
}

/* A text whose words begin right where the menu was asked for. */
void
kith_canvas_add_text_here (KithCanvas *self)
{
  double height = kith_measure_note ("", TEXT_WIDTH);
  KithPlace place = { self->menu_at.x + TEXT_WIDTH / 2 - KITH_NOTE_PAD, self->menu_at.y, TEXT_WIDTH,
                      height };

  kith_canvas_type_words (self, KITH_ANNOTATION_TEXT, &place);
}

/* A frame round what is selected, or else in free ground. */
void
kith_canvas_add_frame (KithCanvas *self)
{
  g_autoptr (GArray) ids = kith_viewer_dup_selection (self->viewer);
  KithPlace place;

  if (!kith_place_around (kith_viewer_get_map (self->viewer), (const KithId *) (gpointer) ids->data,
                          ids->len, &place))
    place = free_place (self, FRAME_WIDTH, FRAME_HEIGHT);
  kith_canvas_type_words (self, KITH_ANNOTATION_FRAME, &place);
}

void
kith_canvas_add_frame_here (KithCanvas *self)
{
  KithPlace place = { self->menu_at.x + FRAME_WIDTH / 2, self->menu_at.y + FRAME_HEIGHT / 2,
                      FRAME_WIDTH, FRAME_HEIGHT };

  kith_canvas_type_words (self, KITH_ANNOTATION_FRAME, &place);
}
