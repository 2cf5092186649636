/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-trust-sheet.h"

#include <glib/gi18n-lib.h>

#include "kith-sectors.h"

static const KithEnumValue order_values[] = {
  { "sector", N_ ("By sector") },
  { "name", N_ ("By name") },
  { "level", N_ ("By level") },
  { "median", N_ ("By median, lowest first") },
};
const KithEnum kith_trust_orders = { "trust-order", G_N_ELEMENTS (order_values), order_values };

/* Cells are kept where something joins two only: a map of thousands has few of its pairs linked. */
struct _KithTrustSheet
{
  KithMap *map; /* owned: the records belong to it */
  KithTrustLook look;
  GArray *who;        /* of KithTrustWho, by name */
  GArray *rows;       /* of guint: places in `who` */
  GArray *columns;    /* likewise */
  GHashTable *row_of; /* id of a stakeholder to its row + 1 */
  GHashTable *column_of;
  GArray *ends;        /* of KithTrustEnd: of a cell one after another */
  GArray *cells;       /* of KithTrustCell */
  GHashTable *cell_of; /* pair of ids to its place in `cells` + 1 */
  KithTrustSum whole;
};

/* Who rates and who is rated. */
typedef struct
{
  KithId rater;
  KithId rated;
} Pair;

typedef struct
{
  Pair pair;
  KithTrustEnd end;
  gboolean passes;
} Found;

static guint
pair_hash (gconstpointer key)
{
  const Pair *pair = key;

  return g_int64_hash (&pair->rater) * 31 + g_int64_hash (&pair->rated);
}

static gboolean
pair_equal (gconstpointer a, gconstpointer b)
{
  const Pair *one = a, *other = b;

  return one->rater == other->rater && one->rated == other->rated;
}

static int
compare_ids (KithId a, KithId b)
{
  return a < b ? -1 : a > b;
}

/* What passes the filter first, so that a cell's ends are those. */
static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *one = a, *other = b;
  int order = compare_ids (one->pair.rater, other->pair.rater);

  if (order == 0)
    order = compare_ids (one->pair.rated, other->pair.rated);
  if (order == 0)
    order = (int) other->passes - (int) one->passes;
  return order != 0 ? order : compare_ids (one->end.link, other->end.link);
}

/* What only the comparison still draws is no more. */
static gboolean
is_gone (const KithView *view, KithId id)
{
  return view->comparison != NULL && kith_comparison_of (view->comparison, id) == KITH_WENT;
}

static GArray *
find_ends (KithMap *map, const KithView *view, const KithPass *pass)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Found));

  KITH_FOR_EACH (KithLink, link, map, KITH_LINK)
    for (int end = KITH_END_A; end <= KITH_END_B; end++)
      {
        Found one = { { kith_link_rater (link, (KithEnd) end),
                        kith_link_rated (link, (KithEnd) end) },
                      { link->record.id, (KithEnd) end },
                      kith_pass_has (pass, link->record.id) };

        if (!is_gone (view, link->record.id))
          g_array_append_val (found, one);
      }
  g_array_sort (found, compare_found);
  return found;
}

static void
sum_up_cell (KithTrustSheet *self, KithTrustCell *cell)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < cell->n; i++)
    {
      const KithTrustEnd *end = &g_array_index (self->ends, KithTrustEnd, cell->first + i);

      g_ptr_array_add (lists, kith_map_assessments_of (self->map, end->link, end->end));
    }
  kith_opinion_of_links ((const GPtrArray *const *) lists->pdata, lists->len, self->look.dimension,
                         &cell->opinion);
}

static void
make_cells (KithTrustSheet *self, const GArray *found)
{
  for (guint i = 0; i < found->len;)
    {
      const Pair *pair = &g_array_index (found, Found, i).pair;
      KithTrustCell cell = { .first = self->ends->len };

      for (; i < found->len && pair_equal (pair, &g_array_index (found, Found, i).pair); i++)
        if (g_array_index (found, Found, i).passes)
          {
            g_array_append_val (self->ends, g_array_index (found, Found, i).end);
            cell.n++;
          }
      sum_up_cell (self, &cell);
      g_array_append_val (self->cells, cell);
      g_hash_table_insert (self->cell_of, g_memdup2 (pair, sizeof *pair),
                           GUINT_TO_POINTER (self->cells->len));
    }
}

/* Who says or hears something; in step with `cells`. */
static GHashTable *
find_linked (KithTrustSheet *self)
{
  GHashTable *linked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer key, place;

  g_hash_table_iter_init (&iter, self->cell_of);
  while (g_hash_table_iter_next (&iter, &key, &place))
    if (g_array_index (self->cells, KithTrustCell, GPOINTER_TO_UINT (place) - 1).n > 0)
      g_hash_table_add (linked, g_memdup2 (&((Pair *) key)->rater, sizeof (KithId)));
  return linked;
}

static int
place_of_sector (const GArray *sectors, KithId sector)
{
  for (guint i = 0; i < sectors->len; i++)
    if (g_array_index (sectors, KithId, i) == sector)
      return (int) i;
  return (int) sectors->len;
}

static void
find_who (KithTrustSheet *self, const KithView *view, const KithPass *pass)
{
  g_autoptr (GHashTable) linked = find_linked (self);
  g_autoptr (GArray) sectors = kith_sector_list (self->map);
  g_autoptr (GPtrArray) all = kith_map_list (self->map, KITH_STAKEHOLDER);

  for (guint i = 0; i < all->len; i++)
    {
      const KithStakeholder *one = all->pdata[i];
      KithTrustWho who = { .stakeholder = one };

      if (!kith_pass_has (pass, one->record.id) || is_gone (view, one->record.id)
          || (!self->look.all && !g_hash_table_contains (linked, &one->record.id)))
        continue;
      who.sector = place_of_sector (sectors, one->sector);
      who.colour = kith_sector_colour (self->map, one->sector);
      g_array_append_val (self->who, who);
    }
}

/* --- Sums --- */

typedef struct
{
  KithTrustSum *sum;
  GArray *medians; /* of double */
  guint impressions;
} Counting;

static void
count_cell (Counting *counting, const KithTrustCell *cell)
{
  KithTrustSum *sum = counting->sum;
  double median;

  if (cell == NULL || cell->n == 0)
    return;
  sum->linked++;
  sum->unknown += cell->opinion.unknown;
  sum->silent += !kith_opinion_is_rated (&cell->opinion);
  if (cell->opinion.voices == 0)
    return;
  median = cell->opinion.median;
  sum->rated++;
  sum->voices += cell->opinion.voices;
  counting->impressions += cell->opinion.impressions;
  g_array_append_val (counting->medians, median);
}

static int
compare_medians (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return one < other ? -1 : one > other;
}

static void
end_count (Counting *counting)
{
  GArray *medians = counting->medians;
  guint n = medians->len;

  if (n > 0)
    {
      g_array_sort (medians, compare_medians);
      counting->sum->median = (g_array_index (medians, double, (n - 1) / 2)
                               + g_array_index (medians, double, n / 2))
                              / 2.0;
      counting->sum->guess = counting->impressions == counting->sum->voices;
    }
  g_array_unref (medians);
}

static const KithTrustCell *
cell_between (const KithTrustSheet *self, KithId rater, KithId rated)
{
  Pair pair = { rater, rated };
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->cell_of, &pair));

  return place > 0 ? &g_array_index (self->cells, KithTrustCell, place - 1) : NULL;
}

static Counting
begin_count (KithTrustSum *sum)
{
  return (Counting){ sum, g_array_new (FALSE, FALSE, sizeof (double)), 0 };
}

/* Only cells that are on the sheet: both have a row. */
static void
sum_up_all (KithTrustSheet *self)
{
  Counting *says = g_new (Counting, self->who->len);
  Counting *is_said = g_new (Counting, self->who->len);
  Counting whole = begin_count (&self->whole);
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);
  GHashTableIter iter;
  gpointer key, place;

  for (guint i = 0; i < self->who->len; i++)
    {
      KithTrustWho *who = &g_array_index (self->who, KithTrustWho, i);

      says[i] = begin_count (&who->says);
      is_said[i] = begin_count (&who->is_said);
      g_hash_table_insert (places, (gpointer) &who->stakeholder->record.id,
                           GUINT_TO_POINTER (i + 1));
    }
  g_hash_table_iter_init (&iter, self->cell_of);
  while (g_hash_table_iter_next (&iter, &key, &place))
    {
      const KithTrustCell *cell = &g_array_index (self->cells, KithTrustCell,
                                                  GPOINTER_TO_UINT (place) - 1);
      guint row = GPOINTER_TO_UINT (g_hash_table_lookup (places, &((Pair *) key)->rater));
      guint column = GPOINTER_TO_UINT (g_hash_table_lookup (places, &((Pair *) key)->rated));

      if (row == 0 || column == 0)
        continue;
      count_cell (&says[row - 1], cell);
      count_cell (&is_said[column - 1], cell);
      count_cell (&whole, cell);
    }
  for (guint i = 0; i < self->who->len; i++)
    {
      end_count (&says[i]);
      end_count (&is_said[i]);
    }
  end_count (&whole);
  g_free (says);
  g_free (is_said);
}

/* --- Order --- */

typedef struct
{
  KithTrustSheet *self;
  gboolean columns;
} Sorting;

/* Those about whom nothing is known come last. */
static double
rank (const Sorting *sorting, const KithTrustWho *who)
{
  double median = sorting->columns ? who->is_said.median : who->says.median;
  int level = who->stakeholder->level;

  switch (sorting->self->look.order)
    {
    case KITH_TRUST_BY_SECTOR:
      return who->sector;
    case KITH_TRUST_BY_LEVEL:
      return level == KITH_LEVEL_UNSET ? G_MAXINT : level;
    case KITH_TRUST_BY_MEDIAN:
      return median == 0.0 ? G_MAXINT : median;
    case KITH_TRUST_BY_NAME:
    default:
      return 0.0;
    }
}

/* `who` is by name already, so that places settle what ranks leave open. */
static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  const Sorting *sorting = data;
  guint one = *(const guint *) a, other = *(const guint *) b;
  double first = rank (sorting, &g_array_index (sorting->self->who, KithTrustWho, one));
  double second = rank (sorting, &g_array_index (sorting->self->who, KithTrustWho, other));

  if (first != second)
    return first < second ? -1 : 1;
  return one < other ? -1 : one > other;
}

static void
put_in_order (KithTrustSheet *self, gboolean columns)
{
  GArray *places = columns ? self->columns : self->rows;
  GHashTable *of = columns ? self->column_of : self->row_of;
  Sorting sorting = { self, columns };

  for (guint i = 0; i < self->who->len; i++)
    g_array_append_val (places, i);
  g_array_sort_with_data (places, compare_places, &sorting);
  for (guint i = 0; i < places->len; i++)
    {
      const KithTrustWho *who = &g_array_index (self->who, KithTrustWho,
                                                g_array_index (places, guint, i));

      g_hash_table_insert (of, (gpointer) &who->stakeholder->record.id, GUINT_TO_POINTER (i + 1));
    }
}

/**
 * kith_trust_sheet_new:
 * @map: what may be shown of a map: kith_map_to_show()
 * @view: how it is looked at: audience, filter, comparison
 * @look: what of it is asked for
 *
 * Returns: (transfer full) (nullable): the sheet; NULL for the public
 */
KithTrustSheet *
kith_trust_sheet_new (KithMap *map, const KithView *view, const KithTrustLook *look)
{
  g_autoptr (KithPass) pass = NULL;
  g_autoptr (GArray) found = NULL;
  KithTrustSheet *self;

  g_return_val_if_fail (look->dimension < KITH_N_DIMENSIONS, NULL);
  if (view->audience == KITH_PUBLIC)
    return NULL;
  self = g_new0 (KithTrustSheet, 1);
  self->map = kith_map_ref (map);
  self->look = *look;
  self->who = g_array_new (FALSE, FALSE, sizeof (KithTrustWho));
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  self->row_of = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->column_of = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->ends = g_array_new (FALSE, FALSE, sizeof (KithTrustEnd));
  self->cells = g_array_new (FALSE, FALSE, sizeof (KithTrustCell));
  self->cell_of = g_hash_table_new_full (pair_hash, pair_equal, g_free, NULL);
  pass = kith_view_find_pass (view, map);
  found = find_ends (map, view, pass);
  make_cells (self, found);
  find_who (self, view, pass);
  sum_up_all (self);
  put_in_order (self, FALSE);
  put_in_order (self, TRUE);
  return self;
}

void
kith_trust_sheet_free (KithTrustSheet *self)
{
  g_hash_table_unref (self->cell_of);
  g_hash_table_unref (self->row_of);
  g_hash_table_unref (self->column_of);
  g_array_unref (self->cells);
  g_array_unref (self->ends);
  g_array_unref (self->rows);
  g_array_unref (self->columns);
  g_array_unref (self->who);
  kith_map_unref (self->map);
  g_free (self);
}

const KithTrustLook *
kith_trust_sheet_look (const KithTrustSheet *self)
{
  return &self->look;
}

guint
kith_trust_sheet_n (const KithTrustSheet *self)
{
  return self->who->len;
}

static const KithTrustWho *
nth (const KithTrustSheet *self, const GArray *places, guint i)
{
  g_return_val_if_fail (i < places->len, NULL);

  return &g_array_index (self->who, KithTrustWho, g_array_index (places, guint, i));
}

const KithTrustWho *
kith_trust_sheet_row (const KithTrustSheet *self, guint row)
{
  return nth (self, self->rows, row);
}

const KithTrustWho *
kith_trust_sheet_column (const KithTrustSheet *self, guint column)
{
  return nth (self, self->columns, column);
}

static gboolean
find (GHashTable *of, KithId stakeholder, guint *place)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (of, &stakeholder));

  if (found > 0)
    *place = found - 1;
  return found > 0;
}

gboolean
kith_trust_sheet_find_row (const KithTrustSheet *self, KithId stakeholder, guint *row)
{
  return find (self->row_of, stakeholder, row);
}

gboolean
kith_trust_sheet_find_column (const KithTrustSheet *self, KithId stakeholder, guint *column)
{
  return find (self->column_of, stakeholder, column);
}

const KithTrustCell *
kith_trust_sheet_cell (const KithTrustSheet *self, guint row, guint column)
{
  return cell_between (self, kith_trust_sheet_row (self, row)->stakeholder->record.id,
                       kith_trust_sheet_column (self, column)->stakeholder->record.id);
}

const KithTrustEnd *
kith_trust_sheet_ends (const KithTrustSheet *self, const KithTrustCell *cell)
{
  return cell->n > 0 ? &g_array_index (self->ends, KithTrustEnd, cell->first) : NULL;
}

gboolean
kith_trust_sheet_is_self (const KithTrustSheet *self, guint row, guint column)
{
  return g_array_index (self->rows, guint, row) == g_array_index (self->columns, guint, column);
}

const KithTrustSum *
kith_trust_sheet_whole (const KithTrustSheet *self)
{
  return &self->whole;
}

static const KithAssessment *
later (const KithAssessment *a, const KithAssessment *b)
{
  int order;

  if (a == NULL || b == NULL)
    return a != NULL ? a : b;
  order = kith_date_compare (&a->date, &b->date);
  if (order == 0)
    order = a->entered < b->entered ? -1 : 1;
  return order < 0 ? b : a;
}

/**
 * kith_trust_sheet_latest:
 * @self: a sheet
 * @cell: one of its cells
 *
 * Returns: (transfer none) (nullable): the rating of it that was given last
 */
const KithAssessment *
kith_trust_sheet_latest (const KithTrustSheet *self, const KithTrustCell *cell)
{
  const KithAssessment *latest = NULL;

  for (guint i = 0; i < cell->n; i++)
    {
      const KithTrustEnd *end = &kith_trust_sheet_ends (self, cell)[i];
      g_autoptr (GPtrArray) all = kith_map_assessments_of (self->map, end->link, end->end);

      for (guint j = 0; j < all->len; j++)
        if (((KithAssessment *) all->pdata[j])->scores[self->look.dimension] != KITH_SCORE_UNSET)
          latest = later (all->pdata[j], latest);
    }
  return latest;
}
