/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records by their field tables: every field of every kind, as text and as bytes. */
#include <math.h>
#include <string.h>

#include "kith-record.h"

#define FOR_EACH_FIELD(kind, field)                                                               \
  for (guint kind = 0; kind < KITH_N_KINDS; kind++)                                               \
    for (const KithField *field = kith_kind_info ((KithKind) kind)->fields;                       \
         field                                                                                    \
         < kith_kind_info ((KithKind) kind)->fields + kith_kind_info ((KithKind) kind)->n_fields; \
         field++)

static KithId
some_id (guint kind)
{
  return kind == KITH_ABOUT ? KITH_ABOUT_ID : 4711;
}

/* Values that are not the default, as text; NULL after the last. */
static const char *const *
samples (const KithField *field)
{
  static const char *const refs[] = { "1", "9223372036854775807", NULL };
  static const char *const flags[] = { "1", NULL };
  static const char *const numbers[] = { "1", "5", NULL };
  static const char *const coordinates[] = { "0.015625", "-0.015625",  "-1000000",
                                             "1000000",  "123.328125", NULL };
  static const char *const sizes[] = { "0.015625", "1000000", NULL };
  static const char *const texts[] = { "x",       "Tŷ Gwyn: “line”\nand\ttab",
                                       "a:1:b\n", "👩‍⚕️ مرحبا",
                                       " ",       NULL };
  static const char *const dates[] = { "2019-03-12", "2019-03", "2019",    "1995~",
                                       "199X",       "../2012", "2014/..", NULL };

  switch (field->type)
    {
    case KITH_TYPE_REF:
    case KITH_TYPE_TIME:
      return refs;
    case KITH_TYPE_BOOL:
      return flags;
    case KITH_TYPE_INT:
      return numbers;
    case KITH_TYPE_COORD:
      return coordinates;
    case KITH_TYPE_SIZE:
      return sizes;
    case KITH_TYPE_TEXT:
      return texts;
    case KITH_TYPE_DATE:
      return dates;
    case KITH_TYPE_ENUM:
      return NULL;
    }
  g_assert_not_reached ();
}

static void
assert_survives (guint kind, const KithField *field, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KithRecord) record = kith_record_new ((KithKind) kind, some_id (kind));
  g_autoptr (KithRecord) plain = kith_record_new ((KithKind) kind, some_id (kind));
  g_autoptr (KithRecord) copy = NULL;
  g_autoptr (KithRecord) decoded = NULL;
  g_autoptr (GString) bytes = g_string_new (NULL);
  g_autofree char *back = NULL;

  g_assert_true (kith_field_from_text (field, record, text, &error));
  g_assert_no_error (error);
  back = kith_field_to_text (field, record);
  g_assert_cmpstr (back, ==, text);
  g_assert_false (kith_field_is_default (field, record));
  g_assert_false (kith_field_equal (field, record, plain));
  g_assert_false (kith_record_equal (record, plain));
  copy = kith_record_copy (record);
  g_assert_true (kith_record_equal (record, copy));
  kith_record_encode (record, bytes);
  decoded = kith_record_decode ((KithKind) kind, some_id (kind), bytes->str, bytes->len, &error);
  g_assert_no_error (error);
  g_assert_true (kith_record_equal (record, decoded));
  kith_field_reset (field, copy);
  g_assert_true (kith_record_equal (copy, plain));
}

static void
test_every_field (void)
{
  FOR_EACH_FIELD (kind, field)
  {
    const char *const *texts = samples (field);

    for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
      assert_survives (kind, field, texts[i]);
    for (guint i = 1; field->type == KITH_TYPE_ENUM && i < field->values->n_values; i++)
      assert_survives (kind, field, field->values->values[i].key);
    g_assert_true (kith_kind_field ((KithKind) kind, field->name) == field);
  }
}

/* Fields must not lie over one another, and the table must name each only once. */
static void
test_fields_apart (void)
{
  FOR_EACH_FIELD (kind, field)
  {
    g_autoptr (KithRecord) record = kith_record_new ((KithKind) kind, some_id (kind));
    const KithKindInfo *info = kith_kind_info ((KithKind) kind);
    const char *text = field->type == KITH_TYPE_ENUM ? field->values->values[1].key
                                                     : samples (field)[0];

    g_assert_true (kith_field_from_text (field, record, text, NULL));
    for (guint i = 0; i < info->n_fields; i++)
      if (&info->fields[i] != field)
        {
          g_assert_true (kith_field_is_default (&info->fields[i], record));
          g_assert_cmpstr (info->fields[i].name, !=, field->name);
        }
    g_assert_cmpuint (field->offset, >=, sizeof (KithRecord));
    g_assert_cmpuint (field->offset, <, info->size);
  }
}

static void
test_refused_texts (void)
{
  static const struct
  {
    KithKind kind;
    const char *field;
    const char *text;
  } rows[] = {
    { KITH_STAKEHOLDER, "x", "nan" },
    { KITH_STAKEHOLDER, "x", "inf" },
    { KITH_STAKEHOLDER, "x", "1e308" },
    { KITH_STAKEHOLDER, "x", "1000000.1" },
    { KITH_STAKEHOLDER, "x", "12px" },
    { KITH_STAKEHOLDER, "x", " " },
    { KITH_STAKEHOLDER, "width", "-1" },
    { KITH_STAKEHOLDER, "level", "galaxy" },
    { KITH_STAKEHOLDER, "level", "Place" },
    { KITH_STAKEHOLDER, "pinned", "2" },
    { KITH_STAKEHOLDER, "pinned", "yes" },
    { KITH_STAKEHOLDER, "sector", "-1" },
    { KITH_STAKEHOLDER, "sector", "9223372036854775808" },
    { KITH_STAKEHOLDER, "name", "\xff\xfe" },
    { KITH_STAKEHOLDER, "from", "2019-13" },
    { KITH_STAKEHOLDER, "from", "yesterday" },
    { KITH_SECTOR, "colour", "13" },
    { KITH_SECTOR, "colour", "-1" },
    { KITH_ASSESSMENT, "trust", "9" },
    { KITH_ASSESSMENT, "trust", "0" },
    { KITH_ASSESSMENT, "entered", "-5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KithRecord) record = kith_record_new (rows[i].kind, 5);
      g_autoptr (KithRecord) plain = kith_record_new (rows[i].kind, 5);
      g_autoptr (GError) error = NULL;
      const KithField *field = kith_kind_field (rows[i].kind, rows[i].field);

      g_test_message ("row %u: %s", i, rows[i].field);
      g_assert_false (kith_field_from_text (field, record, rows[i].text, &error));
      g_assert_error (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_INVALID);
      g_assert_true (kith_record_equal (record, plain));
    }
}

static void
test_text_limits (void)
{
  FOR_EACH_FIELD (kind, field)
  if (field->type == KITH_TYPE_TEXT)
    {
      g_autoptr (KithRecord) record = kith_record_new ((KithKind) kind, some_id (kind));
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;

      for (gint64 i = 0; i < field->max; i++)
        g_string_append (text, "ŵ");
      g_assert_true (kith_field_from_text (field, record, text->str, NULL));
      g_string_append (text, "ŵ");
      g_assert_false (kith_field_from_text (field, record, text->str, &error));
      g_assert_error (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_INVALID);
      kith_text_set (kith_field_address (field, record), text->str);
      g_assert_false (kith_record_validate (record, NULL));
    }
}

static void
test_damaged (void)
{
  static const struct
  {
    const char *data;
    gssize length; /* −1: all of it */
  } rows[] = {
    { "name", -1 },
    { "name:", -1 },
    { "name:3:", -1 },
    { "name:3:ab", -1 },
    { "name:3:abc", -1 },
    { "name:2:abc\n", -1 },
    { "name:4:abc\n", -1 },
    { "name:-1:abc\n", -1 },
    { "name: 3:abc\n", -1 },
    { "name:+3:abc\n", -1 },
    { "name:99999999999999999999:abc\n", -1 },
    { "name:18446744073709551615:abc\n", -1 },
    { "nome:3:abc\n", -1 },
    { "name:3:a\0c\n", 11 },
    { "name:3:abc\nx", -1 },
    { "name:3:a\xff"
      "c\n",
      -1 },
    { "x:3:nan\n", -1 },
    { "level:6:galaxy\n", -1 },
    { ":0:\n", -1 },
    { "\n", -1 },
    { "name:3:abc\n", 10 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize length = rows[i].length < 0 ? strlen (rows[i].data) : (gsize) rows[i].length;
      g_autofree char *exact = g_malloc (length + 1);
      gpointer record;

      memcpy (exact, rows[i].data, length);
      exact[length] = '\0';
      g_test_message ("row %u", i);
      record = kith_record_decode (KITH_STAKEHOLDER, 5, exact, length, &error);
      g_assert_null (record);
      g_assert_error (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_INVALID);
    }
}

/* Any single byte of an encoding may be another: refused, or a record that says itself the same. */
static void
test_flipped_bytes (void)
{
  g_autoptr (KithStakeholder) s = kith_record_new (KITH_STAKEHOLDER, 5);
  g_autoptr (GString) bytes = g_string_new (NULL);

  kith_text_set (&s->name, "Tŷ Gwyn");
  s->x = 12.5;
  s->from = kith_date_about (1995);
  s->story = KITH_STORY_REPRESENTED;
  kith_record_encode (s, bytes);
  for (gsize i = 0; i < bytes->len; i++)
    for (guint bit = 0; bit < 8; bit++)
      {
        g_autofree char *data = g_memdup2 (bytes->str, bytes->len + 1);
        g_autoptr (KithRecord) record = NULL;

        data[i] = (char) (data[i] ^ (1 << bit));
        record = kith_record_decode (KITH_STAKEHOLDER, 5, data, bytes->len, NULL);
        if (record != NULL)
          g_assert_false (kith_record_equal (record, s));
      }
}

static void
test_quantise (void)
{
  static const struct
  {
    double in;
    double out;
  } rows[] = {
    { 0.0, 0.0 },           { -0.0, 0.0 },      { 0.001, 0.0 },        { -0.001, 0.0 },
    { 1.0 / 64, 1.0 / 64 }, { 0.01, 1.0 / 64 }, { 100.3, 100.296875 }, { -100.3, -100.296875 },
    { 1e6, 1e6 },           { -1e6, -1e6 },     { -0.0078125, 0.0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double made = kith_quantise (rows[i].in);

      g_assert_cmpfloat (made, ==, rows[i].out);
      g_assert_false (made == 0.0 && signbit (made));
      g_assert_cmpfloat (kith_quantise (made), ==, made);
    }
}

static KithStakeholder *
sound (void)
{
  KithStakeholder *s = kith_record_new (KITH_STAKEHOLDER, 5);

  kith_text_set (&s->name, "Police");
  g_assert_true (kith_record_validate (s, NULL));
  return s;
}

static void
assert_unsound (gpointer record)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (kith_record_validate (record, &error));
  g_assert_error (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_INVALID);
  kith_record_unref (record);
}

static void
test_validate (void)
{
  static const double bad[] = { NAN, INFINITY, -INFINITY, 1e308, 1e6 + 1, 0.001, -0.0 };
  KithStakeholder *s;
  KithLink *link = kith_record_new (KITH_LINK, 5);
  KithEvent *event = kith_record_new (KITH_EVENT, 6);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      s = sound ();
      s->x = bad[i];
      assert_unsound (s);
    }
  s = sound ();
  s->width = -1.0;
  assert_unsound (s);
  s = sound ();
  kith_text_set (&s->name, "");
  assert_unsound (s);
  s = sound ();
  kith_text_set (&s->description, "\xc3");
  assert_unsound (s);
  s = sound ();
  s->level = 6;
  assert_unsound (s);
  s = sound ();
  s->story = -1;
  assert_unsound (s);
  s = sound ();
  s->is_private = 2;
  assert_unsound (s);
  s = sound ();
  s->from = (KithDate){ 10, 5, KITH_DATE_DAY };
  assert_unsound (s);
  s = sound ();
  s->record.id = 0;
  assert_unsound (s);
  link->a = link->b = 9;
  assert_unsound (link);
  link = kith_record_new (KITH_LINK, 5);
  link->a = 9;
  assert_unsound (link);
  event->link = 3;
  event->space = 4;
  assert_unsound (event);
  assert_unsound (kith_record_new (KITH_ABOUT, 101));
  s = sound ();
  s->record.id = KITH_ABOUT_ID;
  assert_unsound (s);
}

static const char *
sample (const KithField *field)
{
  return field->type == KITH_TYPE_ENUM ? field->values->values[1].key : samples (field)[0];
}

/* Of every kind: a field that one changed and another that somebody else changed meanwhile. */
static void
test_changes (void)
{
  FOR_EACH_FIELD (kind, field)
  {
    const KithKindInfo *info = kith_kind_info ((KithKind) kind);
    const KithField *other = &info->fields[(guint) (field - info->fields + 1) % info->n_fields];
    g_autoptr (KithRecord) opened = kith_record_new ((KithKind) kind, some_id (kind));
    g_autoptr (KithRecord) mine = kith_record_copy (opened);
    g_autoptr (KithRecord) now = kith_record_copy (opened);
    g_autoptr (KithRecord) both = NULL;

    g_assert_true (kith_field_from_text (field, mine, sample (field), NULL));
    g_assert_true (kith_field_from_text (other, now, sample (other), NULL));
    both = kith_record_with_changes (now, opened, mine);
    for (guint i = 0; i < info->n_fields; i++)
      {
        const KithField *one = &info->fields[i];

        g_assert_true (kith_field_equal (one, both, one == field ? mine : now));
      }
    g_assert_cmpint (KITH_ID (both), ==, KITH_ID (now));
    /* what was changed back to what stood there is taken, too; what was not is left */
    kith_record_unref (g_steal_pointer (&both));
    both = kith_record_with_changes (now, mine, opened);
    g_assert_true (kith_field_is_default (field, both));
    kith_record_unref (g_steal_pointer (&both));
    both = kith_record_with_changes (now, mine, mine);
    g_assert_true (kith_record_equal (both, now));
  }
}

static void
test_ids (void)
{
  for (guint i = 0; i < 1000; i++)
    g_assert_cmpint (kith_id_new (), >, G_GINT64_CONSTANT (0xffffffff));
  g_assert_cmpint (kith_id_from_text ("police"), ==, kith_id_from_text ("police"));
  g_assert_cmpint (kith_id_from_text ("police"), !=, kith_id_from_text ("Police"));
  g_assert_cmpint (kith_id_from_text (""), >, G_GINT64_CONSTANT (0xffffffff));
}

static void
test_kind_names (void)
{
  for (guint i = 0; i < KITH_N_KINDS; i++)
    {
      KithKind kind;

      g_assert_true (kith_kind_from_name (kith_kind_info ((KithKind) i)->name, &kind));
      g_assert_cmpuint (kind, ==, i);
    }
  g_assert_false (kith_kind_from_name ("node", &(KithKind){ 0 }));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/every-field-survives-text-and-bytes", test_every_field);
  g_test_add_func ("/record/fields-do-not-lie-over-one-another", test_fields_apart);
  g_test_add_func ("/record/texts-that-mean-nothing-are-refused", test_refused_texts);
  g_test_add_func ("/record/texts-end-at-their-limit", test_text_limits);
  g_test_add_func ("/record/damaged-bytes-are-refused", test_damaged);
  g_test_add_func ("/record/no-flipped-bit-goes-unseen", test_flipped_bytes);
  g_test_add_func ("/record/coordinates-are-sixty-fourths", test_quantise);
  g_test_add_func ("/record/validation-finds-what-cannot-be", test_validate);
  g_test_add_func ("/record/what-one-changed-leaves-what-others-did-meanwhile", test_changes);
  g_test_add_func ("/record/ids-never-meet-the-fixed-ones", test_ids);
  g_test_add_func ("/record/kinds-are-known-by-name", test_kind_names);
  return g_test_run ();
}
