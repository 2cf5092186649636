/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-figures-flags.h"

#include "kith-figures-quotes.h"
#include "kith-repair.h"
#include "kith-warning.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MOST 200    /* of a map */
#define MOST_TOLD 5 /* sentences of one stakeholder */
#define PAD 7.0     /* after the words */
#define WIDEST 120.0
#define INSET 8.0  /* from a corner of a box */
#define ASIDE 27.0 /* from a link */
#define CLEAR 2.0
#define A_BADGE 10.0 /* how far what is on a box's border stands out */
#define A_BOX 1000.0
#define A_LABEL 700.0
#define A_LINE 40.0

static void
free_flag (gpointer data)
{
  KithFlagFigure *flag = data;

  kith_record_unref (flag->record);
  g_clear_object (&flag->label);
  g_free (flag->words);
  g_free (flag->more);
  g_free (flag);
}

/* --- Which --- */

static KithFlagFigure *
new_flag (gconstpointer record, KithFlag which, char *words, char *more)
{
  KithFlagFigure *flag = g_new0 (KithFlagFigure, 1);
  double width = 0.0;

  flag->record = kith_record_ref ((gpointer) record);
  flag->flag = which;
  flag->words = words;
  flag->more = more;
  if (words[0] != '\0')
    {
      flag->label = kith_text_layout (words, KITH_TEXT_LABEL, WIDEST, 1);
      kith_text_size (flag->label, &width, NULL);
      width += PAD;
    }
  flag->box = (KithRect){ 0, 0, KITH_FLAG_ROOM + width, KITH_FLAG_HEIGHT };
  return flag;
}

static KithDate
day_of (const KithFigures *figures)
{
  return kith_date_of_day (kith_view_day (&figures->view));
}

/* Their sentences by the stakeholder that they are about: only what nobody has acknowledged. */
static GHashTable *
find_signs (const KithFigures *figures, KithMap *map)
{
  KithDate today = day_of (figures);
  g_autoptr (GPtrArray) warnings = kith_warnings (map, figures->view.audience, &today);
  GHashTable *signs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                             (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < warnings->len; i++)
    {
      const KithWarning *warning = warnings->pdata[i];
      GPtrArray *told = g_hash_table_lookup (signs, &warning->stakeholder);

      if (warning->seen != 0 || warning->stakeholder == 0)
        continue;
      if (told == NULL)
        {
          told = g_ptr_array_new_with_free_func (g_free);
          g_hash_table_insert (signs,
                               g_memdup2 (&warning->stakeholder, sizeof warning->stakeholder),
                               told);
        }
      g_ptr_array_add (told, g_strdup (warning->sentence));
    }
  return signs;
}

static char *
join_told (const GPtrArray *told)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (told->len, MOST_TOLD); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) told->pdata[i]);
  if (told->len > MOST_TOLD)
    g_string_append_printf (text, "\n%s", _ ("And more."));
  return g_string_free (text, FALSE);
}

static void
add_signs (const KithFigures *figures, KithMap *map, GPtrArray *flags)
{
  g_autoptr (GHashTable) signs = find_signs (figures, map);
  GHashTableIter iter;
  gpointer id, told;

  g_hash_table_iter_init (&iter, signs);
  while (g_hash_table_iter_next (&iter, &id, &told))
    {
      const KithBoxFigure *box = g_hash_table_lookup (figures->boxes, id);

      if (box != NULL && !box->is_faint)
        g_ptr_array_add (flags, new_flag (box->record, KITH_FLAG_SIGNS,
                                          g_strdup_printf ("%u", ((GPtrArray *) told)->len),
                                          join_told (told)));
    }
}

/* Whether a step of the plan comes before another of the same owner. */
static gboolean
is_sooner (const KithRepair *one, const KithRepair *other)
{
  return other == NULL || kith_repair_compare (one, other) < 0;
}

static void
add_step (const KithFigures *figures, GPtrArray *flags, const KithRepair *step)
{
  KithId owner = kith_repair_owner (step);
  const KithBoxFigure *box = g_hash_table_lookup (figures->boxes, &owner);
  const KithLinkFigure *link = g_hash_table_lookup (figures->links, &owner);
  gint32 today = kith_view_day (&figures->view);
  g_autofree char *words = kith_repair_words (step, today);
  KithFlagFigure *flag;

  if ((box == NULL || box->is_faint) && (link == NULL || link->is_faint || !link->is_drawable))
    return;
  flag = new_flag (box != NULL ? (gconstpointer) box->record : link->record, KITH_FLAG_PLAN,
                   kith_date_is_set (&step->due) ? kith_date_to_short_words (&step->due)
                                                 : g_strdup (""),
                   /* Translators: what is to be done, and when and by whom */
                   g_strdup_printf (_ ("Next step: %s. %s"), step->title, words));
  flag->is_past = kith_repair_wait (step, today) == KITH_REPAIR_PAST;
  g_ptr_array_add (flags, flag);
}

static void
add_plan (const KithFigures *figures, KithMap *map, GPtrArray *flags)
{
  g_autoptr (GHashTable) next = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer step;

  KITH_FOR_EACH (KithRepair, repair, map, KITH_REPAIR)
    {
      KithId owner = kith_repair_owner (repair);

      if (repair->state == KITH_REPAIR_PLANNED
          && is_sooner (repair, g_hash_table_lookup (next, &owner)))
        g_hash_table_replace (next, g_memdup2 (&owner, sizeof owner), (gpointer) repair);
    }
  g_hash_table_iter_init (&iter, next);
  while (g_hash_table_iter_next (&iter, NULL, &step))
    add_step (figures, flags, step);
}

/* --- Where --- */

static double
cost_of (const KithFigures *figures, const KithFlagFigure *flag, const KithRect *at)
{
  KithRect rect = kith_rect_grow (at, CLEAR);
  KithRect wide = kith_rect_grow (at, A_BADGE);
  g_autoptr (GPtrArray) boxes = kith_figures_boxes_in (figures, &wide);
  g_autoptr (GPtrArray) links = kith_figures_links_in (figures, &rect);
  g_autoptr (GPtrArray) labels = kith_figures_labels_in (figures, &rect);
  g_autoptr (GPtrArray) spaces = kith_figures_spaces_in (figures, &rect);
  double cost = labels->len * A_LABEL;

  for (guint i = 0; i < boxes->len; i++)
    if (((const KithBoxFigure *) boxes->pdata[i])->record != flag->record)
      cost += A_BOX;
  for (guint i = 0; i < links->len; i++)
    {
      const KithLinkFigure *link = links->pdata[i];

      cost += kith_curve_meets (&link->curve, &rect) ? A_LINE : 0.0;
      for (guint j = 0; j < G_N_ELEMENTS (link->marks); j++)
        cost += kith_rect_contains (&rect, link->marks[j].x, link->marks[j].y) ? A_LINE : 0.0;
    }
  for (guint i = 0; i < spaces->len; i++)
    cost += kith_rect_touches (&((const KithSpaceFigure *) spaces->pdata[i])->label_box, &rect)
                ? A_LABEL
                : 0.0;
  for (guint i = 0; i < figures->quotes->len; i++)
    cost += kith_rect_touches (&((const KithQuoteFigure *) figures->quotes->pdata[i])->box, &rect)
                ? A_LABEL
                : 0.0;
  for (guint i = 0; i < figures->flags->len; i++)
    cost += kith_rect_touches (&((const KithFlagFigure *) figures->flags->pdata[i])->box, &rect)
                ? A_BOX
                : 0.0;
  return cost;
}

typedef struct
{
  const KithFigures *figures;
  KithFlagFigure *flag;
  KithRect best;
  double least;
  double order; /* places are tried from the best on */
} Search;

static void
try (Search *search, double x, double y, KithPoint from)
{
  KithRect rect = search->flag->box;
  double cost = search->order++;

  rect.x = x - rect.width / 2;
  rect.y = y - rect.height / 2;
  if (cost < search->least)
    cost += cost_of (search->figures, search->flag, &rect);
  if (cost >= search->least)
    return;
  search->least = cost;
  search->best = rect;
  search->flag->from = from;
}

/* On a border of the box, below first: signs at the right, the plan at the left. */
static void
try_box (Search *search, const KithRect *box)
{
  double half = search->flag->box.width / 2 + INSET;
  double left = box->x + half, right = box->x + box->width - half;
  double first = search->flag->flag == KITH_FLAG_SIGNS ? right : left;
  double second = first == left ? right : left;
  double bottom = box->y + box->height;
  KithPoint centre = { box->x + box->width / 2, box->y + box->height / 2 };

  try (search, first, bottom, centre);
  try (search, second, bottom, centre);
  try (search, right, box->y, centre);
  try (search, left + 2 * INSET, box->y, centre); /* a badge of the lens is in the corner */
  try (search, first, bottom + KITH_FLAG_HEIGHT, centre);
  try (search, second, bottom + KITH_FLAG_HEIGHT, centre);
  try (search, first, box->y - KITH_FLAG_HEIGHT, centre);
}

static void
try_link (Search *search, const KithLinkFigure *link)
{
  static const double shares[] = { 0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78 };

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    for (int side = 1; side >= -1; side -= 2)
      {
        KithPoint along;
        KithPoint at = kith_curve_at (&link->curve, link->length * shares[i], &along);
        /* as far as the plate reaches that way */
        double far = ASIDE - 9.0 + fabs (along.y) * search->flag->box.width / 2
                     + fabs (along.x) * KITH_FLAG_HEIGHT / 2;

        try (search, at.x - along.y * far * side, at.y + along.x * far * side, at);
      }
}

static void
place (KithFigures *figures, KithFlagFigure *flag)
{
  KithId id = KITH_ID (flag->record);
  const KithBoxFigure *box = g_hash_table_lookup (figures->boxes, &id);
  const KithLinkFigure *link = g_hash_table_lookup (figures->links, &id);
  Search search = { figures, flag, flag->box, G_MAXDOUBLE, 0.0 };

  if (box != NULL)
    try_box (&search, &box->box);
  else
    try_link (&search, link);
  flag->box = search.best;
}

static int
compare_flags (gconstpointer a, gconstpointer b)
{
  const KithFlagFigure *one = *(const KithFlagFigure *const *) a;
  const KithFlagFigure *other = *(const KithFlagFigure *const *) b;
  KithId x = KITH_ID (one->record), y = KITH_ID (other->record);

  if (x != y)
    return x < y ? -1 : 1;
  return (int) one->flag - (int) other->flag;
}

static void
tell (const KithFigures *figures, const KithFlagFigure *flag)
{
  KithRect from = { flag->from.x, flag->from.y, 0, 0 };
  KithRect rect = kith_rect_union (&flag->box, &from);

  rect = kith_rect_grow (&rect, 4.0);
  kith_figures_tell_damage (figures, &rect);
}

static gboolean
is_same (const KithFlagFigure *a, const KithFlagFigure *b)
{
  return a->record == b->record && a->flag == b->flag && a->is_past == b->is_past
         && memcmp (&a->box, &b->box, sizeof a->box) == 0 && a->from.x == b->from.x
         && a->from.y == b->from.y && strcmp (a->words, b->words) == 0
         && strcmp (a->more, b->more) == 0;
}

static void
tell_differences (const KithFigures *figures, const GPtrArray *old)
{
  const GPtrArray *now = figures->flags;

  for (guint i = 0; i < MAX (old->len, now->len); i++)
    {
      if (i < old->len && i < now->len && is_same (old->pdata[i], now->pdata[i]))
        continue;
      if (i < old->len)
        tell (figures, old->pdata[i]);
      if (i < now->len)
        tell (figures, now->pdata[i]);
    }
}

/* After all else, which they make way for, in the order of their owners. Cost: nothing where none are
 * asked for; else linear in the map. */
void
kith_figures_place_flags (KithFigures *figures, KithMap *map)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&figures->flags);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  figures->flags = g_ptr_array_new_with_free_func (free_flag);
  if (figures->view.flags == 0 && (old == NULL || old->len == 0))
    return;
  if ((figures->view.flags & KITH_FLAG_SIGNS) != 0)
    add_signs (figures, map, found);
  if ((figures->view.flags & KITH_FLAG_PLAN) != 0)
    add_plan (figures, map, found);
  g_ptr_array_sort (found, compare_flags);
  for (guint i = 0; i < found->len; i++)
    if (figures->flags->len < MOST)
      {
        place (figures, found->pdata[i]);
        g_ptr_array_add (figures->flags, found->pdata[i]);
      }
    else
      free_flag (found->pdata[i]);
  figures->has_bounds = FALSE;
  if (old != NULL)
    tell_differences (figures, old);
}

void
kith_figures_join_flags (const KithFigures *figures, KithRect *bounds)
{
  for (guint i = 0; i < figures->flags->len; i++)
    *bounds = kith_rect_union (bounds, &((KithFlagFigure *) figures->flags->pdata[i])->box);
}

/**
 * kith_figures_flag_at:
 * @figures: figures
 * @x: a point, map units
 * @y: a point, map units
 * @owner: (out) (optional): the stakeholder or link that the flag is of
 * @words: (out) (optional) (transfer none): what it is about
 *
 * Returns: which flag is there; 0 for none
 */
KithFlag
kith_figures_flag_at (const KithFigures *figures,
                      double x,
                      double y,
                      KithId *owner,
                      const char **words)
{
  for (guint i = figures->flags->len; i > 0; i--)
    {
      const KithFlagFigure *flag = figures->flags->pdata[i - 1];

      if (!kith_rect_contains (&flag->box, x, y))
        continue;
      if (owner != NULL)
        *owner = KITH_ID (flag->record);
      if (words != NULL)
        *words = flag->more;
      return flag->flag;
    }
  return 0;
}

guint
kith_figures_flags_of (const KithFigures *figures, KithId owner)
{
  guint flags = 0;

  for (guint i = 0; i < figures->flags->len; i++)
    {
      const KithFlagFigure *flag = figures->flags->pdata[i];

      if (KITH_ID (flag->record) == owner)
        flags |= flag->flag;
    }
  return flags;
}

/* What its flags are about (transfer full); NULL: it has none. */
char *
kith_figures_flag_words (const KithFigures *figures, KithId owner)
{
  GString *text = NULL;

  for (guint i = 0; i < figures->flags->len; i++)
    {
      const KithFlagFigure *flag = figures->flags->pdata[i];

      if (KITH_ID (flag->record) != owner)
        continue;
      if (text == NULL)
        text = g_string_new (flag->more);
      else
        g_string_append_printf (text, "\n%s", flag->more);
    }
  return text != NULL ? g_string_free (text, FALSE) : NULL;
}
