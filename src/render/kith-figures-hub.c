/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared spaces that are drawn as a node: where it stands, what it says, and a spoke to each member. */
#include "kith-figures-private.h"

#include "kith-hub.h"
#include "kith-meeting.h"

#include <math.h>

#define MOST_WIDTH 190.0
#define LEAST_WIDTH 110.0
#define PAD_X 18.0
#define PAD_Y 9.0
#define GAP 3.0     /* between a spoke and a box */
#define ARC_STEPS 6 /* of a corner's arc */

/* "Working · every Tuesday · 2012–2019" */
static char *
status_words (const KithSpace *record, KithAudience audience, const char *years)
{
  GString *words = g_string_new (kith_space_status_words (record, audience));
  const char *more[] = { record->rhythm, years };

  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    if (more[i] != NULL && more[i][0] != '\0')
      {
        if (words->len > 0)
          g_string_append (words, " · ");
        g_string_append (words, more[i]);
      }
  return g_string_free (words, FALSE);
}

static void
shape_node (KithSpaceFigure *space,
            const KithPlace *place,
            KithAudience audience,
            const char *years)
{
  g_autofree char *words = status_words (space->record, audience, years);
  double width, height, more_width, more_height;

  space->label = kith_text_layout (space->record->name, KITH_TEXT_NAME, MOST_WIDTH, 2);
  space->status = kith_text_layout (words, KITH_TEXT_LABEL, MOST_WIDTH, 1);
  pango_layout_set_alignment (space->label, PANGO_ALIGN_CENTER);
  kith_text_size (space->label, &width, &height);
  kith_text_size (space->status, &more_width, &more_height);
  width = MAX (MAX (width, more_width), LEAST_WIDTH - 2 * PAD_X) + 2 * PAD_X;
  height += more_height + 2 * PAD_Y;
  space->label_box = (KithRect){ place->x - width / 2, place->y - height / 2, width, height };
}

/* Its border as an outline has it: for marks and for what is under a point. */
static GArray *
border_of (const KithRect *box)
{
  GArray *loop = g_array_new (FALSE, FALSE, sizeof (KithPoint));
  double radius = MIN (KITH_HUB_RADIUS, MIN (box->width, box->height) / 2);

  for (guint corner = 0; corner < 4; corner++)
    for (guint i = 0; i <= ARC_STEPS; i++)
      {
        double turn = (corner + (double) i / ARC_STEPS) * G_PI_2;
        double x = corner == 0 || corner == 3 ? box->x + box->width - radius : box->x + radius;
        double y = corner < 2 ? box->y + box->height - radius : box->y + radius;
        KithPoint at = { x + cos (turn) * radius, y + sin (turn) * radius };

        g_array_append_val (loop, at);
      }
  return loop;
}

/* How far along from the centre of the box towards a point the box ends, as a part of the way. */
static double
way_out (const KithRect *box, double dx, double dy)
{
  double across = dx != 0.0 ? (box->width / 2 + GAP) / fabs (dx) : G_MAXDOUBLE;
  double down = dy != 0.0 ? (box->height / 2 + GAP) / fabs (dy) : G_MAXDOUBLE;

  return MIN (across, down);
}

/* FALSE where the boxes leave no room for it. */
static gboolean
lead (const KithRect *from, const KithRect *to, KithSpoke *spoke)
{
  KithPoint a = { from->x + from->width / 2, from->y + from->height / 2 };
  KithPoint b = { to->x + to->width / 2, to->y + to->height / 2 };
  double dx = b.x - a.x, dy = b.y - a.y;
  double begin = way_out (from, dx, dy), end = 1.0 - way_out (to, dx, dy);

  if (begin >= end)
    return FALSE;
  spoke->from = (KithPoint){ a.x + dx * begin, a.y + dy * begin };
  spoke->to = (KithPoint){ a.x + dx * end, a.y + dy * end };
  return TRUE;
}

static void
add_spokes (KithFigures *figures, KithMap *map, KithSpaceFigure *space)
{
  KithId id = space->record->record.id;
  g_autoptr (GPtrArray) members = kith_map_members_of (map, id);

  for (guint i = 0; i < members->len; i++)
    {
      KithId member = KITH_ID (members->pdata[i]);
      const KithBoxFigure *box = g_hash_table_lookup (figures->boxes, &member);
      KithSpoke spoke = { .is_host = kith_space_is_hosted_by (map, id, member) };

      if (box == NULL || !KITH_SHOWS (figures, box))
        continue;
      space->bounds = kith_rect_union (&space->bounds, &box->box);
      if (lead (&space->label_box, &box->box, &spoke))
        g_array_append_val (space->spokes, spoke);
    }
}

/**
 * kith_space_figure_make_node:
 * @figures: figures whose boxes are there
 * @map: what they are of
 * @space: of a shared space that is drawn as a node
 * @years: (nullable): of one that is not there today
 */
void
kith_space_figure_make_node (KithFigures *figures,
                             KithMap *map,
                             KithSpaceFigure *space,
                             const char *years)
{
  KithPlace place;

  kith_hub_place (map, space->record, &place);
  shape_node (space, &place, figures->view.audience, years);
  space->spokes = g_array_new (FALSE, FALSE, sizeof (KithSpoke));
  space->loops = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_ptr_array_add (space->loops, border_of (&space->label_box));
  space->bounds = space->label_box;
  add_spokes (figures, map, space);
  space->reach = space->bounds;
}
