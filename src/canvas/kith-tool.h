/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tool: what a press has begun, as a small state machine that ends in one edit or in nothing.
 * Moving, banding, linking and panning are tools; a click that begins none of them selects.
 *
 * A tool lives from its press to its release (or its last pick); until then it changes only what
 * is drawn. */
#pragma once

#include "kith-canvas.h"
#include "kith-rect.h"

G_BEGIN_DECLS

typedef struct
{
  double x; /* pixels of the widget */
  double y;
  KithPoint at; /* the same in map units */
  GdkModifierType state;
  gboolean touch;
} KithPointer;

typedef struct _KithTool KithTool;

/* Each may be NULL. Where a gboolean is returned, TRUE means that the tool has done its work. */
typedef struct
{
  gsize size;
  const char *cursor;
  gboolean free_hand; /* follows the pointer without a button, too */
  void (*motion) (KithTool *tool, const KithPointer *pointer);
  gboolean (*release) (KithTool *tool, const KithPointer *pointer);
  gboolean (*key) (KithTool *tool, guint keyval, gboolean *used);
  /* a stakeholder was meant, by other means than a pointer */
  gboolean (*pick) (KithTool *tool, KithId stakeholder);
  void (*aim) (KithTool *tool, KithId stakeholder); /* whose name is being typed; 0: nobody's */
  void (*cancel) (KithTool *tool);
  void (*draw) (KithTool *tool, cairo_t *cr, double scale); /* user space in map units */
  void (*clear) (KithTool *tool);
} KithToolClass;

struct _KithTool
{
  const KithToolClass *class;
  KithCanvas *canvas; /* borrowed: owns the tool */
};

gpointer kith_tool_new (const KithToolClass *class, KithCanvas *canvas);
void kith_tool_free (KithTool *tool);

/* `ids`: what moves (transfer full); `picked`: what was pressed, and whether a release without a
 * movement selects it alone. */
KithTool *kith_tool_move_new (KithCanvas *canvas,
                              const KithPointer *press,
                              GArray *ids,
                              KithId picked,
                              gboolean narrow);
KithTool *kith_tool_band_new (KithCanvas *canvas, const KithPointer *press);
gboolean kith_tool_is_pan (const KithTool *tool); /* NULL: no */
KithTool *kith_tool_pan_new (KithCanvas *canvas, const KithPointer *press);
/* Draws the area of a new frame. */
KithTool *kith_tool_frame_new (KithCanvas *canvas);
/* Moves a corner of an annotation. */
KithTool *kith_tool_resize_new (KithCanvas *canvas,
                                const KithPointer *press,
                                KithId id,
                                int across,
                                int down);
/* `from` 0: it is picked first. `press` NULL: ends are picked one after the other by click or
 * keys, else by dragging from the press to a release. */
KithTool *kith_tool_connect_new (KithCanvas *canvas, const KithPointer *press, KithId from);
/* Leads an end of a link elsewhere: by dragging from the press, or `press` NULL: by a pick. */
KithTool *kith_tool_reconnect_new (KithCanvas *canvas,
                                   const KithPointer *press,
                                   KithId link,
                                   KithEnd end);
/* Bends a link by the point that its grip is at. */
KithTool *kith_tool_bend_new (KithCanvas *canvas, const KithPointer *press, KithId link);

G_END_DECLS
