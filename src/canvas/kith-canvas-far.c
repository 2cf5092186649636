/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: names from afar. Their tags lie over the tiles, each drawn once and shown as often as it stays the
 * same, in letters as large at any zoom. Who is named is found anew after an edit, but not while something is
 * held: tags follow their boxes then; and now and then while time goes on: nobody could read names that change
 * with each step. */
#include <math.h>

#include "kith-canvas-private.h"

#define STEPPING 700000   /* microseconds after a step in time, within which the next may come */
#define PATIENCE 3000000  /* so long names stay as time goes on */
#define ROOM_LETTERS 40.0 /* lines of a room's smallest text in the height of its screen */

typedef struct
{
  cairo_surface_t *surface;
  GdkTexture *texture; /* of it, where cairo does not draw the window; or NULL */
  int width;           /* device pixels */
  int height;
} Drawn;

static void
drawn_free (gpointer data)
{
  Drawn *drawn = data;

  cairo_surface_destroy (drawn->surface);
  g_clear_object (&drawn->texture);
  g_free (drawn);
}

void
kith_canvas_far_clear (KithCanvas *self)
{
  g_clear_pointer (&self->far_names, kith_far_names_free);
  g_clear_pointer (&self->far_tags, g_hash_table_unref);
}

void
kith_canvas_far_dispose (KithCanvas *self)
{
  g_clear_handle_id (&self->far_rest, g_source_remove);
  kith_canvas_far_clear (self);
}

static gboolean
on_rest (gpointer data)
{
  KithCanvas *self = data;

  self->far_rest = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* The map is that of another day. */
void
kith_canvas_far_step (KithCanvas *self)
{
  if (self->far_names == NULL)
    return;
  self->far_stepped = g_get_monotonic_time ();
  g_clear_handle_id (&self->far_rest, g_source_remove);
  self->far_rest = g_timeout_add (STEPPING / 1000 + 1, on_rest, self);
}

static gboolean
may_find_anew (KithCanvas *self)
{
  gint64 now = g_get_monotonic_time ();

  if (self->carried != NULL || self->live != NULL)
    return FALSE;
  return now - self->far_stepped > STEPPING || now - self->far_found > PATIENCE;
}

/* Pixels: for a room, as large as its smallest text. */
static double
letters (KithCanvas *self)
{
  GtkRoot *root = self->bare ? gtk_widget_get_root (GTK_WIDGET (self)) : NULL;

  return root == NULL ? KITH_FAR_LETTERS
                      : MAX (KITH_FAR_LETTERS,
                             floor (gtk_widget_get_height (GTK_WIDGET (root)) / ROOM_LETTERS));
}

/* NULL where there are none at this zoom. */
static const KithFarNames *
names_at (KithCanvas *self, double zoom)
{
  double size = letters (self);

  if (self->figures == NULL || !kith_far_names_has_scale (zoom, size))
    return NULL;
  if (self->far_names != NULL
      && (kith_far_names_letters (self->far_names) != size
          || (kith_far_names_are_stale (self->far_names, self->figures) && may_find_anew (self))))
    kith_canvas_far_clear (self);
  if (self->far_names == NULL)
    {
      self->far_names = kith_far_names_new (self->figures, size);
      self->far_tags = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, drawn_free);
      self->far_found = g_get_monotonic_time ();
    }
  return self->far_names;
}

static const KithFarNames *
names_of (KithCanvas *self)
{
  return names_at (self, self->viewport.zoom);
}

/* The tag of a stakeholder or a shared space, map units; FALSE where it has none at this zoom. */
gboolean
kith_canvas_far_tag (KithCanvas *self, KithId id, KithRect *tag)
{
  const KithFarNames *names = names_of (self);

  return names != NULL && kith_far_names_tag (names, self->figures, id, self->viewport.zoom, tag);
}

/* What is seen of somebody, map units: a tag hides the box. FALSE where nothing is. */
gboolean
kith_canvas_card (KithCanvas *self, KithId id, KithRect *card)
{
  return kith_canvas_far_tag (self, id, card) || kith_figures_extent (self->figures, id, card);
}

/* Whose tag is under the pointer, if any is. */
KithHit
kith_canvas_far_at (KithCanvas *self, const KithPointer *pointer)
{
  const KithFarNames *names = names_of (self);
  KithHit hit = { KITH_HIT_NOTHING, 0, KITH_END_A };
  gboolean is_space;

  if (names == NULL)
    return hit;
  hit.id = kith_far_names_at (names, self->figures, self->viewport.zoom, pointer->at.x,
                              pointer->at.y, &is_space);
  if (hit.id != 0)
    hit.part = is_space ? KITH_HIT_SPACE : KITH_HIT_STAKEHOLDER;
  return hit;
}

/* Appends the KithId of each whose tag touches the rectangle (map units) at this zoom. */
void
kith_canvas_far_in_rect (KithCanvas *self, double zoom, const KithRect *rect, GArray *ids)
{
  const KithFarNames *names = names_at (self, zoom);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (KithFarName));

  if (names != NULL)
    kith_far_names_in (names, self->figures, zoom, rect, found);
  for (guint i = 0; i < found->len; i++)
    g_array_append_val (ids, g_array_index (found, KithFarName, i).id);
}

/* --- Drawing --- */

typedef struct
{
  KithCanvas *self;
  GtkSnapshot *snapshot;
  cairo_t *cr; /* where cairo draws the window; one unit a pixel of the widget */
  const KithRect *visible;
  GHashTable *selected;
  int factor; /* device pixels a pixel of the widget */
} Showing;

static Drawn *
draw_tag (const Showing *showing, const KithFarName *name, int width, int height)
{
  Drawn *drawn = g_new0 (Drawn, 1);
  cairo_t *cr;

  drawn->width = width, drawn->height = height;
  drawn->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cr = cairo_create (drawn->surface);
  cairo_scale (cr, showing->factor, showing->factor);
  cairo_translate (cr, width / 2.0 / showing->factor, height / 2.0 / showing->factor);
  kith_painter_far_name (cr, showing->self->figures, name, showing->self->viewport.zoom,
                         KITH_FAR_PLAIN);
  cairo_destroy (cr);
  cairo_surface_flush (drawn->surface);
  return drawn;
}

static Drawn *
ensure_drawn (const Showing *showing, const KithFarName *name)
{
  double scale = showing->self->viewport.zoom * showing->factor;
  double margin = 2.0 * KITH_FAR_MARGIN * name->unit * showing->factor;
  int width = (int) ceil (name->tag.width * scale + margin);
  int height = (int) ceil (name->tag.height * scale + margin);
  Drawn *drawn = g_hash_table_lookup (showing->self->far_tags, &name->id);

  if (drawn != NULL && drawn->width == width && drawn->height == height)
    return drawn;
  drawn = draw_tag (showing, name, width, height);
  g_hash_table_insert (showing->self->far_tags, g_memdup2 (&name->id, sizeof name->id), drawn);
  return drawn;
}

static GdkTexture *
texture_of (Drawn *drawn)
{
  gsize stride = (gsize) cairo_image_surface_get_stride (drawn->surface);
  g_autoptr (GBytes) bytes = NULL;

  if (drawn->texture != NULL)
    return drawn->texture;
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (drawn->surface),
                                      stride * (gsize) drawn->height,
                                      (GDestroyNotify) cairo_surface_destroy,
                                      cairo_surface_reference (drawn->surface));
  drawn->texture = gdk_memory_texture_new (drawn->width, drawn->height, GDK_MEMORY_DEFAULT, bytes,
                                           stride);
  return drawn->texture;
}

/* The middle of a tag, device pixels from the corner of the widget, on the pixels of the tiles. */
static KithPoint
middle_of (const Showing *showing, const KithFarName *name)
{
  double scale = showing->self->viewport.zoom * showing->factor;

  return (KithPoint){
    (name->tag.x + name->tag.width / 2) * scale - round (showing->visible->x * scale),
    (name->tag.y + name->tag.height / 2) * scale - round (showing->visible->y * scale)
  };
}

static void
show_plain (const Showing *showing, const KithFarName *name)
{
  Drawn *drawn = ensure_drawn (showing, name);
  KithPoint middle = middle_of (showing, name);
  double x = round (middle.x - drawn->width / 2.0) / showing->factor;
  double y = round (middle.y - drawn->height / 2.0) / showing->factor;

  if (showing->cr == NULL)
    {
      gtk_snapshot_append_texture (showing->snapshot, texture_of (drawn),
                                   &GRAPHENE_RECT_INIT ((float) x, (float) y,
                                                        (float) drawn->width
                                                            / (float) showing->factor,
                                                        (float) drawn->height
                                                            / (float) showing->factor));
      return;
    }
  cairo_save (showing->cr);
  cairo_translate (showing->cr, x, y);
  cairo_scale (showing->cr, 1.0 / showing->factor, 1.0 / showing->factor);
  cairo_set_source_surface (showing->cr, drawn->surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (showing->cr), CAIRO_FILTER_NEAREST);
  cairo_paint (showing->cr);
  cairo_restore (showing->cr);
}

static void
show_marked (const Showing *showing, const KithFarName *name, KithFarMark marks)
{
  double zoom = showing->self->viewport.zoom;
  double width = name->tag.width * zoom + 2 * KITH_FAR_MARGIN * name->unit;
  double height = name->tag.height * zoom + 2 * KITH_FAR_MARGIN * name->unit;
  KithPoint middle = middle_of (showing, name);
  graphene_rect_t around;
  cairo_t *cr;

  middle.x /= showing->factor, middle.y /= showing->factor;
  graphene_rect_init (&around, (float) (middle.x - width / 2), (float) (middle.y - height / 2),
                      (float) width, (float) height);
  cr = gtk_snapshot_append_cairo (showing->snapshot, &around);
  cairo_translate (cr, middle.x, middle.y);
  kith_painter_far_name (cr, showing->self->figures, name, zoom, marks);
  cairo_destroy (cr);
}

static KithFarMark
marks_of (const Showing *showing, KithId id)
{
  return (showing->self->hovered == id ? KITH_FAR_HOVERED : KITH_FAR_PLAIN)
         | (g_hash_table_contains (showing->selected, &id) ? KITH_FAR_SELECTED : KITH_FAR_PLAIN);
}

static gboolean
is_unlit (KithCanvas *self, KithId id)
{
  return self->lit != NULL && !g_hash_table_contains (self->lit, &id);
}

static void
show_all (Showing *showing, const GArray *found)
{
  for (guint i = 0; i < found->len; i++)
    {
      const KithFarName *name = &g_array_index (found, KithFarName, i);

      if (!is_unlit (showing->self, name->id) && marks_of (showing, name->id) == KITH_FAR_PLAIN)
        show_plain (showing, name);
    }
  g_clear_pointer (&showing->cr, cairo_destroy);
  for (guint i = 0; i < found->len; i++)
    {
      const KithFarName *name = &g_array_index (found, KithFarName, i);
      KithFarMark marks = marks_of (showing, name->id);

      if (!is_unlit (showing->self, name->id) && marks != KITH_FAR_PLAIN)
        show_marked (showing, name, marks);
    }
}

/**
 * kith_canvas_draw_far_names:
 * @self: a canvas
 * @snapshot: where to
 * @visible: what is in sight, map units; its corner is at the origin
 * @selected: who is shown as selected
 * @by_cairo: cairo draws the window, which would copy a texture at each draw
 *
 * Cost: that of showing a picture for each that is in sight.
 */
void
kith_canvas_draw_far_names (KithCanvas *self,
                            GtkSnapshot *snapshot,
                            const KithRect *visible,
                            GHashTable *selected,
                            gboolean by_cairo)
{
  const KithFarNames *names = names_of (self);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (KithFarName));
  Showing showing = { self,    snapshot, NULL,
                      visible, selected, gtk_widget_get_scale_factor (GTK_WIDGET (self)) };

  if (names == NULL)
    return;
  kith_far_names_in (names, self->figures, self->viewport.zoom, visible, found);
  if (found->len == 0)
    return;
  if (by_cairo)
    showing.cr = gtk_snapshot_append_cairo (snapshot,
                                            &GRAPHENE_RECT_INIT (0, 0, (float) self->viewport.width,
                                                                 (float) self->viewport.height));
  show_all (&showing, found);
}
