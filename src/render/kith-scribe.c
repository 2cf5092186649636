/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-scribe.h"

#include <math.h>
#include <string.h>

#define FEWEST_TEETH 12
#define MOST_TEETH 4000 /* so far a frame of five digits leads to the right place */

static cairo_user_data_key_t key;

static KithScribe *
find (cairo_t *cr)
{
  return cairo_get_user_data (cr, &key);
}

/**
 * kith_scribe_context:
 * @scribe: who takes down what is drawn
 *
 * Returns: (transfer full): a context whose user space is that of the page
 */
cairo_t *
kith_scribe_context (KithScribe *scribe)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  cairo_set_user_data (cr, &key, scribe, NULL);
  return cr;
}

gboolean
kith_scribe_is_there (cairo_t *cr)
{
  return find (cr) != NULL;
}

gboolean
kith_scribe_by_record (cairo_t *cr)
{
  KithScribe *self = find (cr);

  return self != NULL && self->class->by_record;
}

void
kith_scribe_fill_preserve (cairo_t *cr)
{
  KithScribe *self = find (cr);

  if (self != NULL)
    self->class->fill (self, cr, TRUE);
  else
    cairo_fill_preserve (cr);
}

void
kith_scribe_fill (cairo_t *cr)
{
  KithScribe *self = find (cr);

  if (self == NULL)
    {
      cairo_fill (cr);
      return;
    }
  self->class->fill (self, cr, FALSE);
  cairo_new_path (cr);
}

void
kith_scribe_stroke_preserve (cairo_t *cr)
{
  KithScribe *self = find (cr);

  if (self != NULL)
    self->class->stroke (self, cr);
  else
    cairo_stroke_preserve (cr);
}

void
kith_scribe_stroke (cairo_t *cr)
{
  KithScribe *self = find (cr);

  if (self == NULL)
    {
      cairo_stroke (cr);
      return;
    }
  self->class->stroke (self, cr);
  cairo_new_path (cr);
}

void
kith_scribe_paint (cairo_t *cr)
{
  KithScribe *self = find (cr);

  if (self != NULL)
    self->class->paint (self, cr);
  else
    cairo_paint (cr);
}

void
kith_scribe_text (cairo_t *cr, PangoLayout *layout)
{
  KithScribe *self = find (cr);

  if (self != NULL)
    self->class->text (self, cr, layout);
  else
    pango_cairo_show_layout (cr, layout);
}

gboolean
kith_scribe_image (cairo_t *cr, const KithScribeImage *image)
{
  KithScribe *self = find (cr);

  if (self == NULL)
    return FALSE;
  self->class->image (self, cr, image);
  return TRUE;
}

/**
 * kith_scribe_wave:
 * @cr: a context whose x axis is the line, from its start on
 * @length: of the line, map units
 *
 * A short one is as short as a path.
 *
 * Returns: whether it is part of the next stroke; if not, its path has to be
 */
gboolean
kith_scribe_wave (cairo_t *cr, double length)
{
  KithScribe *self = find (cr);
  KithScribeWave wave = { .teeth = (guint) (length / KITH_WAVE) };

  if (self == NULL || length < FEWEST_TEETH * KITH_WAVE || length > MOST_TEETH * KITH_WAVE)
    return FALSE;
  wave.flat = (length - wave.teeth * KITH_WAVE) / 2;
  cairo_get_matrix (cr, &wave.frame);
  cairo_matrix_translate (&wave.frame, wave.flat, 0.0);
  if (self->waves == NULL)
    self->waves = g_array_new (FALSE, FALSE, sizeof (KithScribeWave));
  g_array_append_val (self->waves, wave);
  return TRUE;
}

gboolean
kith_scribe_knows (cairo_t *cr, guint number)
{
  KithScribe *self = find (cr);

  return self != NULL && self->class->knows (self, number);
}

void
kith_scribe_symbol (cairo_t *cr, guint number)
{
  KithScribe *self = find (cr);

  if (self == NULL)
    {
      cairo_fill (cr);
      return;
    }
  self->class->symbol (self, cr, number);
  cairo_new_path (cr);
}

void
kith_scribe_clip (cairo_t *cr)
{
  KithScribe *self = find (cr);

  if (self == NULL)
    {
      cairo_clip (cr);
      return;
    }
  self->class->clip (self, cr);
  cairo_new_path (cr);
}

void
kith_scribe_save (cairo_t *cr)
{
  KithScribe *self = find (cr);

  cairo_save (cr);
  if (self != NULL)
    self->class->save (self);
}

void
kith_scribe_restore (cairo_t *cr)
{
  KithScribe *self = find (cr);

  if (self != NULL)
    self->class->restore (self);
  cairo_restore (cr);
}

void
kith_scribe_begin_faint (cairo_t *cr, double strength)
{
  KithScribe *self = find (cr);

  if (self != NULL)
    self->class->begin_faint (self, strength);
  else
    cairo_push_group (cr);
}

void
kith_scribe_end_faint (cairo_t *cr, double strength)
{
  KithScribe *self = find (cr);

  if (self != NULL)
    {
      self->class->end_faint (self);
      return;
    }
  cairo_pop_group_to_source (cr);
  cairo_paint_with_alpha (cr, strength);
}

void
kith_scribe_begin (cairo_t *cr, gconstpointer record, gboolean again)
{
  KithScribe *self = find (cr);

  if (self != NULL)
    self->class->begin (self, record, again);
}

void
kith_scribe_end (cairo_t *cr)
{
  KithScribe *self = find (cr);

  if (self != NULL)
    self->class->end (self);
}

void
kith_scribe_begin_part (cairo_t *cr, KithPart part, const char *words)
{
  KithScribe *self = find (cr);

  if (self != NULL)
    self->class->begin_part (self, part, words);
}

void
kith_scribe_end_part (cairo_t *cr)
{
  KithScribe *self = find (cr);

  if (self != NULL)
    self->class->end_part (self);
}

void
kith_scribe_anchor (cairo_t *cr, const char *name, double y)
{
  KithScribe *self = find (cr);

  if (self != NULL && self->class->anchor != NULL)
    self->class->anchor (self, cr, name, y);
}

void
kith_scribe_begin_link (cairo_t *cr, const KithScribeLink *link)
{
  KithScribe *self = find (cr);

  if (self != NULL && self->class->begin_link != NULL)
    self->class->begin_link (self, cr, link);
}

void
kith_scribe_end_link (cairo_t *cr)
{
  KithScribe *self = find (cr);

  if (self != NULL && self->class->end_link != NULL)
    self->class->end_link (self);
}

/* --- Copies --- */

/**
 * kith_scribe_fork:
 * @cr: where somebody takes down what is drawn
 *
 * Returns: (transfer full) (nullable): a context like it, for kith_scribe_join()
 */
cairo_t *
kith_scribe_fork (cairo_t *cr)
{
  KithScribe *self = find (cr);
  KithScribe *copy = self != NULL && self->class->fork != NULL ? self->class->fork (self) : NULL;
  cairo_matrix_t matrix;
  cairo_t *made;

  if (copy == NULL)
    return NULL;
  made = kith_scribe_context (copy);
  cairo_get_matrix (cr, &matrix);
  cairo_set_matrix (made, &matrix);
  return made;
}

void
kith_scribe_join (cairo_t *cr, cairo_t *copy)
{
  KithScribe *self = find (cr);

  self->class->join (self, find (copy));
  cairo_destroy (copy);
}

void
kith_scribe_expect (cairo_t *cr, gconstpointer record)
{
  KithScribe *self = find (cr);

  if (self != NULL && self->class->expect != NULL)
    self->class->expect (self, record);
}

void
kith_scribe_prepare (cairo_t *cr, PangoLayout *layout)
{
  KithScribe *self = find (cr);

  if (self != NULL && self->class->prepare != NULL)
    self->class->prepare (self, layout);
}

/* --- For scribes --- */

guint
kith_scribe_n_waves (const KithScribe *scribe)
{
  return scribe->waves != NULL ? scribe->waves->len : 0;
}

const KithScribeWave *
kith_scribe_nth_wave (const KithScribe *scribe, guint n)
{
  return &g_array_index (scribe->waves, KithScribeWave, n);
}

void
kith_scribe_forget_waves (KithScribe *scribe)
{
  g_clear_pointer (&scribe->waves, g_array_unref);
}

cairo_path_t *
kith_scribe_path (cairo_t *cr)
{
  cairo_matrix_t matrix;
  cairo_path_t *path;

  cairo_get_matrix (cr, &matrix);
  cairo_identity_matrix (cr);
  path = cairo_copy_path (cr);
  cairo_set_matrix (cr, &matrix);
  return path;
}

void
kith_scribe_walk (const cairo_path_t *path,
                  void (*part) (const cairo_path_data_t *part, gpointer data),
                  gpointer data)
{
  const cairo_path_data_t *move = NULL;

  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *one = &path->data[i];

      if (one->header.type == CAIRO_PATH_MOVE_TO)
        {
          move = one;
          continue;
        }
      if (move != NULL && one->header.type != CAIRO_PATH_CLOSE_PATH)
        part (move, data);
      move = NULL;
      part (one, data);
    }
}

double
kith_scribe_scale (cairo_t *cr)
{
  cairo_matrix_t matrix;

  cairo_get_matrix (cr, &matrix);
  return sqrt (fabs (matrix.xx * matrix.yy - matrix.xy * matrix.yx));
}

void
kith_scribe_colour (cairo_t *cr, double rgba[4])
{
  if (cairo_pattern_get_rgba (cairo_get_source (cr), &rgba[0], &rgba[1], &rgba[2], &rgba[3])
      != CAIRO_STATUS_SUCCESS)
    rgba[0] = rgba[1] = rgba[2] = 0.0, rgba[3] = 1.0;
}

/* Most of a picture's text is numbers: they are written where they are to stand. */
char *
kith_scribe_make_room (GString *out, gsize room)
{
  gsize length = out->len;

  if (length + room >= out->allocated_len)
    {
      g_string_set_size (out, length + room);
      out->len = length;
    }
  return out->str + length;
}

void
kith_scribe_end_at (GString *out, char *end)
{
  *end = '\0';
  out->len = (gsize) (end - out->str);
}

/* Two digits of each number below a hundred, one after the other. */
static const char pairs[] = "00010203040506070809101112131415161718192021222324"
                            "25262728293031323334353637383940414243444546474849"
                            "50515253545556575859606162636465666768697071727374"
                            "75767778798081828384858687888990919293949596979899";

/* Below a hundred, without a zero before it. */
static char *
put_first (char *at, guint number)
{
  if (number < 10)
    {
      *at++ = (char) ('0' + number);
      return at;
    }
  memcpy (at, pairs + 2 * number, 2);
  return at + 2;
}

static char *
put_whole (char *at, guint64 number)
{
  if (number < 100)
    return put_first (at, (guint) number);
  at = number < 10000 ? put_first (at, (guint) number / 100) : put_whole (at, number / 100);
  memcpy (at, pairs + 2 * (number % 100), 2);
  return at + 2;
}

/* Its digits with a point before the last @places of them, without what says nothing. */
static void
append_digits (GString *out, gint64 number, guint places)
{
  static const guint64 powers[] = { 1, 10, 100, 1000, 10000, 100000 };
  char *at = kith_scribe_make_room (out, KITH_NUMBER_ROOM);
  guint64 left = (guint64) ABS (number), part = left % powers[places];

  if (number < 0)
    *at++ = '-';
  at = put_whole (at, left / powers[places]);
  if (part != 0)
    *at++ = '.';
  while (part != 0)
    {
      guint64 power = powers[--places];

      *at++ = (char) ('0' + part / power);
      part %= power;
    }
  kith_scribe_end_at (out, at);
}

/**
 * kith_scribe_put_hundredths:
 * @at: where there is room of %KITH_NUMBER_ROOM
 * @hundredths: a number, of two places, as most of a picture have
 *
 * Returns: where it ends, without a zero byte
 */
char *
kith_scribe_put_hundredths (char *at, gint64 hundredths)
{
  guint64 left = (guint64) ABS (hundredths);
  const char *part = pairs + 2 * (left % 100);

  if (hundredths < 0)
    *at++ = '-';
  at = put_whole (at, left / 100);
  if (part[0] == '0' && part[1] == '0')
    return at;
  *at++ = '.';
  *at++ = part[0];
  if (part[1] != '0')
    *at++ = part[1];
  return at;
}

static gint64
rounded (double number, double steps)
{
  return !(fabs (number) < 1e12) ? 0 : (gint64) (number * steps + (number < 0.0 ? -0.5 : 0.5));
}

/**
 * kith_scribe_fine:
 * @out: what it is appended to
 * @number: a number
 *
 * To five places, as a scale needs it.
 */
void
kith_scribe_fine (GString *out, double number)
{
  append_digits (out, rounded (number, 1e5), 5);
}

void
kith_scribe_count (GString *out, guint number)
{
  append_digits (out, number, 0);
}

gint64
kith_scribe_hundredths (double number)
{
  return rounded (number, 100.0);
}

void
kith_scribe_append_hundredths (GString *out, gint64 hundredths)
{
  char *at = kith_scribe_make_room (out, KITH_NUMBER_ROOM);

  kith_scribe_end_at (out, kith_scribe_put_hundredths (at, hundredths));
}

void
kith_scribe_matrix (GString *out, const cairo_matrix_t *m)
{
  const double numbers[] = { m->xx, m->yx, m->xy, m->yy };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      kith_scribe_fine (out, numbers[i]);
      g_string_append_c (out, ' ');
    }
  kith_scribe_number (out, m->x0);
  g_string_append_c (out, ' ');
  kith_scribe_number (out, m->y0);
}

/**
 * kith_scribe_number:
 * @out: what it is appended to
 * @number: a number
 *
 * To a hundredth, in every locale the same, without what says nothing.
 */
void
kith_scribe_number (GString *out, double number)
{
  kith_scribe_append_hundredths (out, kith_scribe_hundredths (number));
}
