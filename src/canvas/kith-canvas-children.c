/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: its accessible children: the stakeholders in sight, the links of the selected one,
 * the shared spaces, texts and frames in sight. They follow the map a moment after it has come to rest. */
#include <math.h>

#include "kith-canvas-child.h"
#include "kith-canvas-private.h"

#define MOST 300       /* children at a time */
#define MOST_LINKS 120 /* of them links of the selected stakeholder */
#define MOST_SPACES 40 /* of them shared spaces */
#define MOST_NOTES 60  /* of them texts, frames and pictures */
#define SETTLE 80      /* milliseconds */

static void
allocate (KithCanvas *self, GtkWidget *child)
{
  KithRect extent = { 0 };
  KithPoint middle;
  KithId id = kith_canvas_child_get_id (KITH_CANVAS_CHILD (child));

  if (kith_figures_link_middle (self->figures, id, &middle))
    extent = (KithRect){ middle.x - 8, middle.y - 8, 16, 16 };
  else if (!kith_figures_extent (self->figures, id, &extent))
    return;
  extent = kith_viewport_rect_to_widget (&self->viewport, &extent);
  gtk_widget_size_allocate (child,
                            &(GtkAllocation){ (int) extent.x, (int) extent.y,
                                              (int) ceil (MAX (extent.width, 1)),
                                              (int) ceil (MAX (extent.height, 1)) },
                            -1);
}

static void
on_focused (KithCanvasChild *child, KithCanvas *self)
{
  KithId id = kith_canvas_child_get_id (child);

  if (!kith_viewer_is_selected (self->viewer, id))
    kith_viewer_select_only (self->viewer, id);
}

static GtkWidget *
ensure_child (KithCanvas *self, KithId id)
{
  GtkWidget *child = g_hash_table_lookup (self->children, &id);
  KithKind kind = KITH_ABOUT;

  if (child == NULL)
    {
      kith_map_kind_of (kith_viewer_get_map (self->viewer), id, &kind);
      child = kith_canvas_child_new (id, kind);
      g_signal_connect (child, "focused", G_CALLBACK (on_focused), self);
      g_signal_connect (child, "acted", G_CALLBACK (kith_canvas_child_acted), self);
      gtk_widget_set_parent (child, GTK_WIDGET (self));
      g_hash_table_insert (self->children, g_memdup2 (&id, sizeof id), child);
    }
  kith_canvas_describe_child (self, KITH_CANVAS_CHILD (child));
  allocate (self, child);
  return child;
}

/* As one reads: by rows, and from left to right within them. */
static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  KithCanvas *self = data;
  KithRect one = { 0 }, other = { 0 };

  kith_figures_extent (self->figures, *(const KithId *) a, &one);
  kith_figures_extent (self->figures, *(const KithId *) b, &other);
  if (floor (one.y / 60) != floor (other.y / 60))
    return one.y < other.y ? -1 : 1;
  return one.x < other.x ? -1 : one.x > other.x;
}

typedef struct
{
  KithId id;
  double far; /* from the middle of the window, squared */
} Distance;

static int
compare_distances (gconstpointer a, gconstpointer b)
{
  double one = ((const Distance *) a)->far, other = ((const Distance *) b)->far;

  return (one > other) - (one < other);
}

/* The nearest to the middle first. */
static void
sort_by_distance (KithCanvas *self, GArray *ids)
{
  g_autoptr (GArray) distances = g_array_sized_new (FALSE, FALSE, sizeof (Distance), ids->len);

  for (guint i = 0; i < ids->len; i++)
    {
      Distance distance = { g_array_index (ids, KithId, i), 0 };
      KithRect box = { 0 };
      double x, y;

      kith_figures_extent (self->figures, distance.id, &box);
      x = box.x + box.width / 2 - self->viewport.x;
      y = box.y + box.height / 2 - self->viewport.y;
      distance.far = x * x + y * y;
      g_array_append_val (distances, distance);
    }
  g_array_sort (distances, compare_distances);
  for (guint i = 0; i < ids->len; i++)
    g_array_index (ids, KithId, i) = g_array_index (distances, Distance, i).id;
}

/* Not what is being named and is in no map yet. */
static gboolean
is_known (KithCanvas *self, KithId id)
{
  return kith_map_stakeholder (kith_viewer_get_map (self->viewer), id) != NULL;
}

static void
add_once (GHashTable *known, GArray *list, KithId id)
{
  if (id != 0 && g_hash_table_add (known, g_memdup2 (&id, sizeof id)))
    g_array_append_val (list, id);
}

static const KithLink *
selected_link (KithCanvas *self)
{
  KithId only = kith_viewer_get_only (self->viewer, NULL);

  return only != 0 ? kith_map_link (kith_viewer_get_map (self->viewer), only) : NULL;
}

/* The stakeholder whose links are reachable: the selected one, or that end of the selected link
 * from which the walk came; 0 where neither is selected. */
KithId
kith_canvas_seat (KithCanvas *self)
{
  const KithLink *link = selected_link (self);

  if (link != NULL)
    return self->walk_from == link->b ? link->b : link->a;
  return kith_canvas_only_stakeholder (self);
}

static GArray *
links_round (KithCanvas *self, KithId stakeholder, const KithLink *selected, GHashTable *known)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (KithId));
  g_autoptr (GPtrArray) links = NULL;

  if (selected != NULL)
    add_once (known, list, KITH_ID (selected));
  if (stakeholder == 0)
    return list;
  links = kith_canvas_links_round (self, stakeholder);
  for (guint i = 0; i < links->len && list->len < MOST_LINKS; i++)
    add_once (known, list, KITH_ID (links->pdata[i]));
  return list;
}

static GArray *
spaces_in_sight (KithCanvas *self, const KithRect *visible, GHashTable *known)
{
  KithKind kind = KITH_ABOUT;
  KithId only = kith_viewer_get_only (self->viewer, &kind);
  GArray *list = g_array_new (FALSE, FALSE, sizeof (KithId));

  if (only != 0 && kind == KITH_SPACE)
    add_once (known, list, only);
  KITH_FOR_EACH (KithSpace, space, kith_viewer_get_map (self->viewer), KITH_SPACE)
    {
      KithRect extent;

      if (list->len < MOST_SPACES && kith_figures_extent (self->figures, KITH_ID (space), &extent)
          && kith_viewer_passes (self->viewer, KITH_ID (space))
          && kith_rect_touches (&extent, visible))
        add_once (known, list, KITH_ID (space));
    }
  g_array_sort_with_data (list, compare_places, self);
  return list;
}

static GArray *
notes_in_sight (KithCanvas *self, const KithRect *visible, GHashTable *known)
{
  g_autoptr (GArray) shown = g_array_new (FALSE, FALSE, sizeof (KithId));
  GArray *list = g_array_new (FALSE, FALSE, sizeof (KithId));

  if (kith_canvas_only_note (self) != NULL)
    add_once (known, list, KITH_ID (kith_canvas_only_note (self)));
  kith_figures_notes_in_sight (self->figures, visible, shown);
  for (guint i = 0; i < shown->len && list->len < MOST_NOTES; i++)
    if (kith_map_annotation (kith_viewer_get_map (self->viewer), g_array_index (shown, KithId, i))
        != NULL)
      add_once (known, list, g_array_index (shown, KithId, i));
  g_array_sort_with_data (list, compare_places, self);
  return list;
}

/* Where there are too many, those nearest to the middle. */
static GArray *
stakeholders_in_sight (KithCanvas *self,
                       const KithRect *visible,
                       const KithId first[],
                       guint n_first,
                       GHashTable *known)
{
  g_autoptr (GArray) shown = g_array_new (FALSE, FALSE, sizeof (KithId));
  GArray *list = g_array_new (FALSE, FALSE, sizeof (KithId));

  kith_figures_in_rect (self->figures, visible, shown);
  kith_canvas_drop_faint (self, shown);
  if (shown->len + g_hash_table_size (known) + n_first > MOST)
    sort_by_distance (self, shown);
  for (guint i = 0; i < n_first; i++)
    add_once (known, list, first[i]);
  for (guint i = 0; i < shown->len && g_hash_table_size (known) < MOST; i++)
    if (is_known (self, g_array_index (shown, KithId, i)))
      add_once (known, list, g_array_index (shown, KithId, i));
  g_array_sort_with_data (list, compare_places, self);
  return list;
}

/* In the order in which a screen reader goes through them: stakeholders, after the selected one
 * its links, then spaces, then texts and frames. */
static GArray *
wanted (KithCanvas *self, GHashTable *known)
{
  KithRect visible = kith_viewport_visible (&self->viewport);
  const KithLink *link = selected_link (self);
  KithId middle = kith_canvas_seat (self);
  KithId ends[] = { middle, link != NULL ? link->a : 0, link != NULL ? link->b : 0 };
  g_autoptr (GArray) links = links_round (self, middle, link, known);
  g_autoptr (GArray) spaces = spaces_in_sight (self, &visible, known);
  g_autoptr (GArray) notes = notes_in_sight (self, &visible, known);
  g_autoptr (GArray) boxes = stakeholders_in_sight (self, &visible, ends, G_N_ELEMENTS (ends),
                                                    known);
  GArray *order = g_array_new (FALSE, FALSE, sizeof (KithId));

  for (guint i = 0; i < boxes->len; i++)
    {
      KithId id = g_array_index (boxes, KithId, i);

      g_array_append_val (order, id);
      if (id == middle)
        g_array_append_vals (order, links->data, links->len);
    }
  g_array_append_vals (order, spaces->data, spaces->len);
  g_array_append_vals (order, notes->data, notes->len);
  return order;
}

static void
drop_unwanted (KithCanvas *self, GHashTable *ids)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  GHashTableIter iter;
  GtkWidget *child;
  KithKind kind;
  KithId *id;

  g_hash_table_iter_init (&iter, self->children);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, (gpointer *) &child))
    {
      gboolean gone = !kith_map_kind_of (map, *id, &kind) || kith_viewer_hides (self->viewer, *id);

      if (!gone && (g_hash_table_contains (ids, id) || gtk_widget_has_focus (child)))
        continue;
      if (gtk_widget_has_focus (child))
        gtk_widget_grab_focus (GTK_WIDGET (self));
      gtk_widget_unparent (child);
      g_hash_table_iter_remove (&iter);
    }
}

static void
put_after (KithCanvas *self, GtkWidget *child, GtkWidget *before)
{
  if (before != NULL && gtk_widget_get_prev_sibling (child) != before)
    gtk_widget_insert_after (child, GTK_WIDGET (self), before);
}

static gboolean
on_settle (gpointer data)
{
  KithCanvas *self = data;
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) order = NULL;
  GtkWidget *before = NULL;

  self->settle = 0;
  if (self->figures == NULL || self->viewport.width <= 0)
    return G_SOURCE_REMOVE;
  order = wanted (self, known);
  drop_unwanted (self, known);
  for (guint i = 0; i < order->len; i++)
    {
      GtkWidget *child = ensure_child (self, g_array_index (order, KithId, i));

      put_after (self, child, before);
      before = child;
    }
  kith_canvas_tell_how_many (self);
  return G_SOURCE_REMOVE;
}

/* Map, camera or selection differ: children follow when there is time. */
void
kith_canvas_queue_children (KithCanvas *self)
{
  if (self->settle == 0 && self->viewer != NULL)
    self->settle = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, SETTLE, on_settle, self, NULL);
}

void
kith_canvas_drop_children (KithCanvas *self)
{
  GHashTableIter iter;
  gpointer child;

  g_clear_handle_id (&self->settle, g_source_remove);
  g_hash_table_iter_init (&iter, self->children);
  while (g_hash_table_iter_next (&iter, NULL, &child))
    gtk_widget_unparent (child);
  g_hash_table_remove_all (self->children);
}

/**
 * kith_canvas_take_keyboard:
 * @self: a canvas
 */
void
kith_canvas_take_keyboard (KithCanvas *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  kith_canvas_focus_selected (self);
}

/* Where the keyboard is on the canvas, it goes with the selection, so that a screen reader says
 * what is selected. */
void
kith_canvas_focus_selected (KithCanvas *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  KithKind kind = KITH_ABOUT;
  KithId only = kith_viewer_get_only (self->viewer, &kind);
  gboolean here = focus == GTK_WIDGET (self) || (focus != NULL && KITH_IS_CANVAS_CHILD (focus));

  if (!here || self->figures == NULL)
    return;
  if (only != 0)
    gtk_widget_grab_focus (ensure_child (self, only));
  else if (focus != GTK_WIDGET (self))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}
