/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: its accessible children, one for each stakeholder in sight and for the selected
 * link. They follow the map a moment after it has come to rest. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "kith-canvas-child.h"
#include "kith-canvas-private.h"
#include "kith-opinion.h"
#include "kith-sectors.h"

#define MOST 300
#define SETTLE 80 /* milliseconds */

/* "Northmoor Police, police force, 6 links" */
static char *
name_of_stakeholder (KithMap *map, const KithStakeholder *stakeholder)
{
  g_autoptr (GPtrArray) links = kith_map_links_of (map, stakeholder->record.id);
  const char *kind = *stakeholder->kind != '\0' ? stakeholder->kind
                                                : kith_sector_name (map, stakeholder->sector);

  /* Translators: read out for a stakeholder: its name, its kind, how many links it has. */
  return g_strdup_printf (ngettext ("%s, %s, %u link", "%s, %s, %u links", links->len),
                          stakeholder->name, kind, links->len);
}

static char *
description_of_stakeholder (const KithStakeholder *stakeholder, gboolean is_faint)
{
  GString *text = g_string_new (NULL);

  if (stakeholder->story != KITH_STORY_AT_TABLE)
    g_string_append_printf (text, "%s. ", kith_enum_label (&kith_stories, stakeholder->story));
  if (stakeholder->pinned)
    g_string_append (text, _ ("Pinned in place. "));
  if (is_faint)
    g_string_append (text, _ ("Filtered out. "));
  g_string_append (text, stakeholder->description);
  return g_string_free (text, FALSE);
}

static void
describe (KithCanvas *self, KithCanvasChild *child)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  KithId id = kith_canvas_child_get_id (child);
  const KithStakeholder *stakeholder = kith_map_stakeholder (map, id);
  const KithLink *link = stakeholder == NULL ? kith_map_link (map, id) : NULL;
  g_autofree char *name = NULL, *description = NULL;

  if (stakeholder != NULL)
    {
      name = name_of_stakeholder (map, stakeholder);
      description = description_of_stakeholder (stakeholder,
                                                !kith_viewer_passes (self->viewer, id));
    }
  else if (link != NULL)
    {
      const KithStakeholder *rater =
          kith_map_stakeholder (map, kith_link_rater (link, kith_viewer_get_end (self->viewer)));

      name = kith_link_to_words (map, link);
      /* Translators: what number keys do on a selected link; the name of a stakeholder. */
      description = g_strdup_printf (_ ("Keys 1 to 5 rate the trust of %s."),
                                     rater != NULL ? rater->name : "");
    }
  else
    return;
  kith_canvas_child_describe (child, name, description, kith_viewer_is_selected (self->viewer, id));
}

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

static void
on_acted (KithCanvasChild *child, const char *action, KithCanvas *self)
{
  KithId id = kith_canvas_child_get_id (child);

  kith_canvas_end_typing (self, TRUE);
  kith_viewer_select_only (self->viewer, id);
  kith_canvas_show (self, id);
  if (g_str_equal (action, "open"))
    g_signal_emit_by_name (self, "activate", id);
  else if (g_str_equal (action, "rename"))
    kith_canvas_begin_rename (self);
  else if (g_str_equal (action, "link"))
    kith_canvas_begin_link (self);
  else if (g_str_equal (action, "delete"))
    kith_viewer_delete_selection (self->viewer);
}

static GtkWidget *
ensure_child (KithCanvas *self, KithId id)
{
  GtkWidget *child = g_hash_table_lookup (self->children, &id);

  if (child == NULL)
    {
      child = kith_canvas_child_new (id);
      g_signal_connect (child, "focused", G_CALLBACK (on_focused), self);
      g_signal_connect (child, "acted", G_CALLBACK (on_acted), self);
      gtk_widget_set_parent (child, GTK_WIDGET (self));
      g_hash_table_insert (self->children, g_memdup2 (&id, sizeof id), child);
    }
  describe (self, KITH_CANVAS_CHILD (child));
  allocate (self, child);
  return child;
}

static GHashTable *
wanted (KithCanvas *self)
{
  GHashTable *ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) shown = g_array_new (FALSE, FALSE, sizeof (KithId));
  KithRect visible = kith_viewport_visible (&self->viewport);
  KithId only = kith_viewer_get_only (self->viewer, NULL);

  kith_figures_in_rect (self->figures, &visible, shown);
  kith_canvas_drop_faint (self, shown);
  if (only != 0)
    g_array_prepend_val (shown, only);
  for (guint i = 0; i < shown->len && g_hash_table_size (ids) < MOST; i++)
    g_hash_table_add (ids, g_memdup2 (&g_array_index (shown, KithId, i), sizeof (KithId)));
  return ids;
}

static void
drop_unwanted (KithCanvas *self, GHashTable *ids)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  GHashTableIter iter;
  GtkWidget *child;
  KithId *id;

  g_hash_table_iter_init (&iter, self->children);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, (gpointer *) &child))
    {
      gboolean gone = (kith_map_stakeholder (map, *id) == NULL && kith_map_link (map, *id) == NULL)
                      || kith_viewer_hides (self->viewer, *id);

      if (!gone && (g_hash_table_contains (ids, id) || gtk_widget_has_focus (child)))
        continue;
      if (gtk_widget_has_focus (child))
        gtk_widget_grab_focus (GTK_WIDGET (self));
      gtk_widget_unparent (child);
      g_hash_table_iter_remove (&iter);
    }
}

static void
tell_how_many (KithCanvas *self)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  guint n = kith_map_n (map, KITH_STAKEHOLDER), links = kith_map_n (map, KITH_LINK);
  g_autofree char *first = g_strdup_printf (ngettext ("%u stakeholder", "%u stakeholders", n), n);
  g_autofree char *second = g_strdup_printf (ngettext ("%u link", "%u links", links), links);
  /* Translators: read out for the map: "12 stakeholders", "20 links". */
  g_autofree char *words = g_strdup_printf (_ ("%s, %s"), first, second);
  const KithView *view = kith_viewer_get_view (self->viewer);

  if (view->pass != NULL)
    {
      g_free (words);
      words = kith_pass_to_words (view->pass, map);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
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

static gboolean
on_settle (gpointer data)
{
  KithCanvas *self = data;
  g_autoptr (GHashTable) ids = NULL;
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (KithId));
  GHashTableIter iter;
  gpointer id;

  self->settle = 0;
  if (self->figures == NULL || self->viewport.width <= 0)
    return G_SOURCE_REMOVE;
  ids = wanted (self);
  drop_unwanted (self, ids);
  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_val (order, *(KithId *) id);
  g_array_sort_with_data (order, compare_places, self);
  for (guint i = 0; i < order->len; i++)
    ensure_child (self, g_array_index (order, KithId, i));
  tell_how_many (self);
  return G_SOURCE_REMOVE;
}

/* Map, camera or selection differ: children follow when there is time. */
void
kith_canvas_queue_children (KithCanvas *self)
{
  if (self->settle == 0)
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

/* The keyboard comes to the canvas, to what is selected there. */
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
  if (only != 0 && (kind == KITH_STAKEHOLDER || kind == KITH_LINK))
    gtk_widget_grab_focus (ensure_child (self, only));
  else if (focus != GTK_WIDGET (self))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}
