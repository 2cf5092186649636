/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: gaps, on request. A dashed place below the map for each sector that nobody is of and each
 * level that most sectors have; to press one begins a stakeholder there. Nothing of it is in the map, in
 * what is undone, or in an export. */
#include <glib/gi18n-lib.h>

#include "kith-canvas-private.h"
#include "kith-coverage.h"
#include "kith-sectors.h"

#define WIDTH 190.0 /* map units, of one */
#define HEIGHT 62.0
#define BETWEEN 20.0
#define BELOW 60.0 /* the map */
#define MOST 24    /* that are shown */
#define COLUMNS 6  /* at most */

static const KithCoverageGap *
gap_of (GtkWidget *ghost)
{
  return g_object_get_data (G_OBJECT (ghost), "kith-gap");
}

static KithRect
place_of (KithCanvas *self, GtkWidget *ghost)
{
  double x, y;

  gtk_fixed_get_child_position (GTK_FIXED (self->ghosts), ghost, &x, &y);
  return (KithRect){ self->ghosts_place.x + x, self->ghosts_place.y + y, WIDTH, HEIGHT };
}

static void
on_ghost (GtkWidget *ghost, KithCanvas *self)
{
  KithRect place = place_of (self, ghost);
  KithCoverageGap gap = *gap_of (ghost);

  kith_canvas_cancel_tool (self);
  kith_canvas_type_in (self, (KithPoint){ place.x + place.width / 2, place.y + place.height / 2 },
                       gap.sector, gap.level);
}

/* "Housing" or "Housing · neighbourhood" */
static char *
gap_words (KithMap *map, const KithCoverageGap *gap)
{
  if (gap->level == KITH_LEVEL_UNSET)
    return g_strdup (kith_sector_name (map, gap->sector));
  return g_strdup_printf ("%s · %s", kith_sector_name (map, gap->sector),
                          kith_enum_label (&kith_levels, (int) gap->level));
}

static GtkWidget *
line_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 1); /* as wide as the place is */
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
ghost_new (KithCanvas *self, const KithCoverageGap *gap)
{
  GtkWidget *ghost = gtk_button_new (), *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *words = gap_words (kith_viewer_get_map (self->viewer), gap);
  /* Translators: a gap on the map: nobody of a sector, or of a sector at a level, is there yet */
  g_autofree char *name = g_strdup_printf (_ ("Nobody yet: %s"), words);

  gtk_box_append (GTK_BOX (lines), line_new (_ ("Nobody yet"), "kith-ghost-note"));
  gtk_box_append (GTK_BOX (lines), line_new (words, "kith-ghost-name"));
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (ghost), lines);
  gtk_widget_add_css_class (ghost, "kith-ghost");
  gtk_widget_set_size_request (ghost, (int) WIDTH, (int) HEIGHT);
  gtk_widget_set_tooltip_text (ghost, _ ("Add somebody here"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (ghost), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _ ("Add somebody here"), -1);
  g_object_set_data_full (G_OBJECT (ghost), "kith-gap", g_memdup2 (gap, sizeof *gap), g_free);
  g_signal_connect (ghost, "clicked", G_CALLBACK (on_ghost), self);
  return ghost;
}

static void
remove_all (KithCanvas *self)
{
  GtkWidget *ghost;

  while ((ghost = gtk_widget_get_first_child (self->ghosts)) != NULL)
    gtk_fixed_remove (GTK_FIXED (self->ghosts), ghost);
}

/* In rows below the map, about its middle. */
static void
lay_out (KithCanvas *self, const GArray *gaps)
{
  KithRect bounds = kith_figures_bounds (self->figures);
  guint n = MIN (gaps->len, MOST);
  guint columns = (guint) CLAMP ((bounds.width + BETWEEN) / (WIDTH + BETWEEN), 1, COLUMNS);
  double width;

  columns = MIN (columns, n);
  width = columns * (WIDTH + BETWEEN) - BETWEEN;
  self->ghosts_place = (KithRect){ bounds.x + (bounds.width - width) / 2,
                                   bounds.y + bounds.height + BELOW, width,
                                   (n + columns - 1) / columns * (HEIGHT + BETWEEN) - BETWEEN };
  for (guint i = 0; i < n; i++)
    gtk_fixed_put (GTK_FIXED (self->ghosts),
                   ghost_new (self, &g_array_index (gaps, KithCoverageGap, i)),
                   i % columns * (WIDTH + BETWEEN), i / columns * (HEIGHT + BETWEEN));
}

static gboolean
is_among (const GArray *gaps, const KithCoverageGap *gap)
{
  for (guint i = 0; i < MIN (gaps->len, MOST); i++)
    {
      const KithCoverageGap *other = &g_array_index (gaps, KithCoverageGap, i);

      if (other->sector == gap->sector && other->level == gap->level)
        return TRUE;
    }
  return FALSE;
}

/* Takes away what is filled. Returns whether the rest can stay where it is: all are there, in
 * nobody's way. */
static gboolean
keep_the_rest (KithCanvas *self, const GArray *gaps)
{
  GtkWidget *next;
  guint n = 0;

  for (GtkWidget *ghost = gtk_widget_get_first_child (self->ghosts); ghost != NULL; ghost = next)
    {
      KithRect place = place_of (self, ghost);

      next = gtk_widget_get_next_sibling (ghost);
      if (!is_among (gaps, gap_of (ghost)))
        gtk_fixed_remove (GTK_FIXED (self->ghosts), ghost);
      else if (kith_figures_is_taken (self->figures, &place))
        return FALSE;
      else
        n++;
    }
  return n == MIN (gaps->len, MOST);
}

/* Returns how many gaps there are, shown or not. */
static guint
count_and_show (KithCanvas *self)
{
  g_autoptr (GArray) gaps = kith_coverage_gaps (kith_viewer_get_map (self->viewer));

  if (gaps->len > 0 && keep_the_rest (self, gaps))
    return gaps->len;
  remove_all (self);
  self->ghosts_place = (KithRect){ 0 };
  if (gaps->len > 0 && kith_map_n (kith_viewer_get_map (self->viewer), KITH_STAKEHOLDER) > 0)
    lay_out (self, gaps);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  return gaps->len;
}

static gboolean
are_shown (KithCanvas *self)
{
  return gtk_widget_get_visible (self->ghosts) && self->figures != NULL && self->viewer != NULL;
}

/* The map has changed, or who sees it. */
void
kith_canvas_update_ghosts (KithCanvas *self)
{
  if (are_shown (self))
    count_and_show (self);
}

void
kith_canvas_allocate_ghosts (KithCanvas *self)
{
  KithPoint at = kith_viewport_to_widget (&self->viewport, self->ghosts_place.x,
                                          self->ghosts_place.y);
  float zoom = (float) self->viewport.zoom;
  GskTransform *transform;
  GtkRequisition size;

  if (!gtk_widget_get_visible (self->ghosts))
    return;
  gtk_widget_get_preferred_size (self->ghosts, NULL, &size);
  transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) at.x, (float) at.y));
  transform = gsk_transform_scale (transform, zoom, zoom);
  gtk_widget_allocate (self->ghosts, size.width, size.height, -1, transform);
}

/**
 * kith_canvas_show_gaps:
 * @self: a canvas
 * @shown: whether places where nobody is are shown below the map
 *
 * Of what the audience sees; the camera moves so that they are in sight.
 */
void
kith_canvas_show_gaps (KithCanvas *self, gboolean shown)
{
  guint n;

  g_return_if_fail (KITH_IS_CANVAS (self));

  remove_all (self);
  self->ghosts_place = (KithRect){ 0 };
  gtk_widget_set_visible (self->ghosts, shown);
  if (!are_shown (self))
    return;
  n = count_and_show (self);
  if (n == 0)
    kith_canvas_say (self, _ ("Every sector is there, at each level that most sectors have."));
  else if (n > MOST)
    {
      g_autofree char *words = g_strdup_printf (_ ("%u of %u gaps are shown below the map."), MOST,
                                                n);

      kith_canvas_say (self, words);
    }
  if (self->ghosts_place.width > 0)
    kith_canvas_fit (self, TRUE);
}

void
kith_canvas_ghosts_init (KithCanvas *self)
{
  self->ghosts = gtk_fixed_new ();
  gtk_widget_set_visible (self->ghosts, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->ghosts), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Gaps"), -1);
  gtk_widget_set_parent (self->ghosts, GTK_WIDGET (self));
}
