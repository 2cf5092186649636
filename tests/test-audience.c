/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an audience may see: a canary in every text of every record, looked for in every byte that
 * leaves. Loops over the field tables, so that a field added tomorrow is tried too. */
#include <gio/gio.h>
#include <glib/gstdio.h>

#include "kith-audience.h"
#include "kith-export.h"
#include "kith-report.h"
#include "kith-opinion.h"
#include "kith-test-maps.h"
#include "run-program.h"

/* Why a canary may not leave; 0: it is allowed. */
typedef struct
{
  char *text;
  KithAudience widest; /* who may see it at the most */
} Canary;

typedef struct
{
  KithMap *map;
  GPtrArray *canaries;
} Aviary;

static void
free_canary (gpointer data)
{
  Canary *canary = data;

  g_free (canary->text);
  g_free (canary);
}

static const char *
add_canary (Aviary *aviary, KithAudience widest)
{
  Canary *canary = g_new0 (Canary, 1);

  canary->text = g_strdup_printf ("Zq%uqZ", aviary->canaries->len);
  canary->widest = widest;
  g_ptr_array_add (aviary->canaries, canary);
  return canary->text;
}

/* A canary in every text; `widest`: the whole record is for no wider audience than that. */
static void
put_canaries (Aviary *aviary, gpointer record, KithAudience widest)
{
  const KithKindInfo *info = kith_kind_info (KITH_KIND (record));

  widest = MIN (widest, info->audience);
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type == KITH_TYPE_TEXT)
      {
        g_autofree char *text = g_strdup (
            add_canary (aviary, MIN (widest, info->fields[i].audience)));

        kith_text_set (kith_field_address (&info->fields[i], record), text);
      }
  test_put (aviary->map, record);
}

static gpointer
new_record (KithKind kind, gboolean is_private)
{
  KithRecord *record = kith_record_new (kind, kith_id_new ());
  const KithField *field = kith_kind_field (kind, "private");

  if (is_private)
    *(gboolean *) kith_field_address (field, record) = TRUE;
  return record;
}

static KithId
put_stakeholder (Aviary *aviary, gboolean is_private, KithForm form)
{
  KithStakeholder *s = new_record (KITH_STAKEHOLDER, is_private);
  KithId id = s->record.id;
  guint first = aviary->canaries->len;

  s->form = (int) form;
  s->x = 300.0 * kith_map_n (aviary->map, KITH_STAKEHOLDER);
  s->width = 160;
  s->height = 44;
  put_canaries (aviary, s, is_private ? KITH_TEAM : KITH_PUBLIC);
  /* Of a person the public sees what sort of person it is, nothing else. */
  for (guint i = first; form == KITH_FORM_PERSON && i < aviary->canaries->len; i++)
    {
      Canary *canary = aviary->canaries->pdata[i];
      const KithStakeholder *now = kith_map_stakeholder (aviary->map, id);

      if (strcmp (canary->text, now->kind) != 0)
        canary->widest = MIN (canary->widest, KITH_PARTNERS);
    }
  return id;
}

static KithId
put_link (Aviary *aviary, gboolean is_private, KithAudience widest, KithId a, KithId b)
{
  KithLink *link = new_record (KITH_LINK, is_private);
  KithId id = link->record.id;

  link->a = a;
  link->b = b;
  put_canaries (aviary, link, is_private ? KITH_TEAM : widest);
  return id;
}

static void
put_rating (Aviary *aviary, KithId link, KithBasis basis, gboolean is_private, KithAudience widest)
{
  KithAssessment *a = new_record (KITH_ASSESSMENT, is_private);

  a->link = link;
  a->basis = (int) basis;
  a->scores[KITH_TRUST] = KITH_SCORE_4;
  a->date = kith_date_year (2020);
  put_canaries (aviary, a, is_private || basis == KITH_BASIS_IMPRESSION ? KITH_TEAM : widest);
}

static void
put_event (Aviary *aviary,
           KithKind owner_kind,
           KithId owner,
           gboolean is_private,
           KithAudience widest)
{
  KithDate date = kith_date_year (2019);
  KithEvent *event = kith_event_draft (aviary->map, owner_kind, owner, &date);

  event->is_private = is_private;
  put_canaries (aviary, event, is_private ? KITH_TEAM : widest);
}

static KithId
put_space (Aviary *aviary, gboolean is_private)
{
  KithSpace *space = new_record (KITH_SPACE, is_private);
  KithId id = space->record.id;

  put_canaries (aviary, space, is_private ? KITH_TEAM : KITH_PUBLIC);
  return id;
}

static void
put_member (Aviary *aviary, KithId space, KithId stakeholder, KithAudience widest)
{
  KithMembership *member = new_record (KITH_MEMBERSHIP, FALSE);

  member->space = space;
  member->stakeholder = stakeholder;
  put_canaries (aviary, member, widest);
}

static void
put_picture (Aviary *aviary, KithId stakeholder, KithAudience widest)
{
  KithPicture *picture = new_record (KITH_PICTURE, FALSE);
  KithStakeholder *shows = kith_record_copy (kith_map_stakeholder (aviary->map, stakeholder));

  picture->width = picture->height = 1;
  shows->picture = picture->record.id;
  put_canaries (aviary, picture, widest);
  test_put (aviary->map, shows);
}

static void
put_annotation (Aviary *aviary, gboolean is_private)
{
  KithAnnotation *annotation = new_record (KITH_ANNOTATION, is_private);

  annotation->width = annotation->height = 200;
  put_canaries (aviary, annotation, is_private ? KITH_TEAM : KITH_PUBLIC);
}

/* Shown as to the public, or to everybody else. */
static void
put_scene (Aviary *aviary, gboolean is_private, KithAudience audience, KithId focus)
{
  KithScene *scene = new_record (KITH_SCENE, is_private);

  scene->audience = (int) audience;
  scene->focus = focus;
  scene->steps = 1;
  put_canaries (aviary, scene,
                is_private                ? KITH_TEAM
                : audience == KITH_PUBLIC ? KITH_PUBLIC
                                          : KITH_PARTNERS);
}

static KithId
first_open (Aviary *aviary, KithKind kind)
{
  KITH_FOR_EACH (KithRecord, record, aviary->map, kind)
    if (!kith_record_is_private (record))
      return record->id;
  return 0;
}

/* A record of any kind on what everybody may see, but for `owner` where that is not 0. */
static KithRecord *
record_on (Aviary *aviary, KithKind kind, gboolean is_private, KithId owner)
{
  const KithKindInfo *info = kith_kind_info (kind);
  KithRecord *record = new_record (kind, is_private);
  const KithField *basis = kith_kind_field (kind, "basis");
  const KithField *stakeholder = kith_kind_field (kind, "stakeholder");

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type == KITH_TYPE_REF && info->fields[i].needed)
      *(KithId *) kith_field_address (&info->fields[i],
                                      record) = first_open (aviary, info->fields[i].target);
  if (stakeholder != NULL)
    *(KithId *) kith_field_address (stakeholder, record) =
        owner != 0 ? owner : first_open (aviary, KITH_STAKEHOLDER);
  if (basis != NULL)
    *(int *) kith_field_address (basis, record) = KITH_BASIS_OWN_WORDS;
  if (kind == KITH_PULSE)
    ((KithPulse *) record)->answered = KITH_PULSE_LEAST;
  return record;
}

/* Kinds that came with spaces, purposes and pulses: what is open, what is private, what hangs on
 * somebody hidden, what is an impression, and a pulse of so few that they could be told. */
static void
put_later_kinds (Aviary *aviary, KithId hidden)
{
  for (KithKind kind = KITH_QUESTION; kind < KITH_N_KINDS; kind++)
    {
      const KithField *basis = kith_kind_field (kind, "basis");
      KithRecord *record = NULL;

      if (kind == KITH_SCENE)
        continue;
      record = record_on (aviary, kind, FALSE, 0);
      put_canaries (aviary, record, KITH_PUBLIC);
      if (kith_kind_field (kind, "private") != NULL)
        put_canaries (aviary, record_on (aviary, kind, TRUE, 0), KITH_TEAM);
      if (kith_kind_field (kind, "stakeholder") != NULL)
        put_canaries (aviary, record_on (aviary, kind, FALSE, hidden), KITH_TEAM);
      if (basis != NULL)
        {
          record = record_on (aviary, kind, FALSE, 0);
          *(int *) kith_field_address (basis, record) = KITH_BASIS_IMPRESSION;
          put_canaries (aviary, record, KITH_TEAM);
        }
    }
  {
    KithPulse *few = (KithPulse *) record_on (aviary, KITH_PULSE, FALSE, 0);

    few->answered = KITH_PULSE_LEAST - 1;
    put_canaries (aviary, few, KITH_TEAM);
  }
}

static void
put_relations (Aviary *aviary, KithId open, KithId other, KithId hidden)
{
  KithId link = put_link (aviary, FALSE, KITH_PUBLIC, open, other);
  KithId hidden_link = put_link (aviary, TRUE, KITH_TEAM, open, other);
  KithId to_hidden = put_link (aviary, FALSE, KITH_TEAM, open, hidden);
  KithId space = put_space (aviary, FALSE);
  KithId hidden_space = put_space (aviary, TRUE);

  put_rating (aviary, link, KITH_BASIS_OWN_WORDS, FALSE, KITH_PARTNERS);
  put_rating (aviary, link, KITH_BASIS_IMPRESSION, FALSE, KITH_TEAM);
  put_rating (aviary, link, KITH_BASIS_AGREED, TRUE, KITH_TEAM);
  put_rating (aviary, hidden_link, KITH_BASIS_AGREED, FALSE, KITH_TEAM);
  put_rating (aviary, to_hidden, KITH_BASIS_AGREED, FALSE, KITH_TEAM);
  put_event (aviary, KITH_ABOUT, KITH_ABOUT_ID, FALSE, KITH_PUBLIC);
  put_event (aviary, KITH_LINK, link, FALSE, KITH_PUBLIC);
  put_event (aviary, KITH_LINK, link, TRUE, KITH_TEAM);
  put_event (aviary, KITH_LINK, to_hidden, FALSE, KITH_TEAM);
  put_event (aviary, KITH_STAKEHOLDER, hidden, FALSE, KITH_TEAM);
  put_event (aviary, KITH_SPACE, hidden_space, FALSE, KITH_TEAM);
  put_member (aviary, space, open, KITH_PUBLIC);
  put_member (aviary, space, hidden, KITH_TEAM);
  put_member (aviary, hidden_space, open, KITH_TEAM);
}

static void
set_up (Aviary *aviary, gconstpointer data)
{
  KithId open;
  KithId person;
  KithId hidden;
  KithStakeholder *in_sector;
  KithSector *sector = kith_record_new (KITH_SECTOR, kith_id_new ());

  aviary->map = kith_map_new ();
  aviary->canaries = g_ptr_array_new_with_free_func (free_canary);
  put_canaries (aviary, kith_record_copy (kith_map_about (aviary->map)), KITH_PUBLIC);
  put_canaries (aviary, kith_record_ref (sector), KITH_PUBLIC);
  open = put_stakeholder (aviary, FALSE, KITH_FORM_ORGANISATION);
  person = put_stakeholder (aviary, FALSE, KITH_FORM_PERSON);
  hidden = put_stakeholder (aviary, TRUE, KITH_FORM_TEAM);
  in_sector = kith_record_copy (kith_map_stakeholder (aviary->map, open));
  in_sector->sector = sector->record.id;
  test_put (aviary->map, in_sector);
  put_relations (aviary, open, person, hidden);
  put_picture (aviary, open, KITH_PUBLIC);
  put_picture (aviary, person, KITH_PARTNERS);
  put_picture (aviary, hidden, KITH_TEAM);
  put_annotation (aviary, FALSE);
  put_annotation (aviary, TRUE);
  put_scene (aviary, FALSE, KITH_TEAM, open);
  put_scene (aviary, FALSE, KITH_PARTNERS, hidden);
  put_scene (aviary, FALSE, KITH_PUBLIC, person);
  put_scene (aviary, TRUE, KITH_PUBLIC, open);
  put_later_kinds (aviary, hidden);
  kith_record_unref (sector);
  test_check (aviary->map);
}

static void
tear_down (Aviary *aviary, gconstpointer data)
{
  kith_map_unref (aviary->map);
  g_ptr_array_unref (aviary->canaries);
}

static GBytes *
encoded (KithMap *map)
{
  GString *out = g_string_new (NULL);

  for (guint kind = 0; kind < KITH_N_KINDS; kind++)
    KITH_FOR_EACH (KithRecord, record, map, (KithKind) kind)
      kith_record_encode (record, out);
  return g_string_free_to_bytes (out);
}

static gboolean
holds (GBytes *bytes, const char *text)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return memmem (data, length, text, strlen (text)) != NULL;
}

/* No canary beyond the audience; how many of the others there are. */
static guint
count_singing (const Aviary *aviary, GBytes *bytes, KithAudience audience, const char *where)
{
  guint n = 0;

  for (guint i = 0; i < aviary->canaries->len; i++)
    {
      const Canary *canary = aviary->canaries->pdata[i];
      gboolean found = holds (bytes, canary->text);

      if (found && audience > canary->widest)
        g_error ("%s for %s holds %s", where, kith_enum_key (&kith_audiences, (int) audience),
                 canary->text);
      n += found;
    }
  return n;
}

static void
test_records (Aviary *aviary, gconstpointer data)
{
  g_autoptr (GBytes) whole = encoded (aviary->map);

  g_assert_cmpuint (count_singing (aviary, whole, KITH_TEAM, "map"), ==, aviary->canaries->len);
  for (guint audience = KITH_PARTNERS; audience <= KITH_PUBLIC; audience++)
    {
      g_autoptr (KithMap) made = kith_map_for_audience (aviary->map, (KithAudience) audience);
      g_autoptr (GBytes) bytes = encoded (made);
      guint allowed = 0;

      test_check (made);
      for (guint i = 0; i < aviary->canaries->len; i++)
        allowed += ((Canary *) aviary->canaries->pdata[i])->widest >= (KithAudience) audience;
      /* All that is allowed, and nothing that is not. */
      g_assert_cmpuint (count_singing (aviary, bytes, (KithAudience) audience, "map"), ==, allowed);
      for (guint kind = 0; kind < KITH_N_KINDS; kind++)
        KITH_FOR_EACH (KithRecord, record, made, (KithKind) kind)
          {
            g_assert_cmpint (record->changed, ==, 0);
            g_assert_false (kith_record_is_private (record));
          }
    }
}

static GBytes *
exported (KithMap *map, KithAudience audience, KithPictureFormat format)
{
  KithView view = KITH_VIEW_INIT;
  KithExport options = KITH_EXPORT_INIT;
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  view.audience = audience;
  options.format = format;
  bytes = kith_export (map, &view, &options, &error);
  g_assert_no_error (error);
  return bytes;
}

/* What a PDF says when everything in it is unpacked, and what can be selected and copied. */
static void
try_pdf (const Aviary *aviary, GBytes *pdf, KithAudience audience)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "kith-canaries.pdf", NULL);
  g_autofree char *unique = g_strdup_printf ("%s.%u", path, g_random_int ());
  g_autoptr (GBytes) unpacked = NULL;
  g_autoptr (GBytes) text = NULL;
  guint seen;

  g_assert_true (g_file_set_contents (unique, g_bytes_get_data (pdf, NULL),
                                      (gssize) g_bytes_get_size (pdf), NULL));
  unpacked = run_program ("qpdf", "--qdf", "--object-streams=disable", unique, "-", NULL);
  text = run_program ("pdftotext", "-raw", unique, "-", NULL);
  g_assert_cmpint (g_remove (unique), ==, 0);
  count_singing (aviary, unpacked, audience, "unpacked PDF");
  seen = count_singing (aviary, text, audience, "text of PDF");
  /* title, purpose, owner and at least one name are there to be read */
  g_assert_cmpuint (seen, >=, 4);
}

static void
test_files (Aviary *aviary, gconstpointer data)
{
  for (guint audience = KITH_PARTNERS; audience <= KITH_PUBLIC; audience++)
    {
      g_autoptr (GBytes) png = exported (aviary->map, (KithAudience) audience, KITH_PICTURE_PNG);
      g_autoptr (GBytes) pdf = exported (aviary->map, (KithAudience) audience, KITH_PICTURE_PDF);
      g_autoptr (GBytes) svg = exported (aviary->map, (KithAudience) audience, KITH_PICTURE_SVG);

      count_singing (aviary, png, (KithAudience) audience, "PNG");
      count_singing (aviary, svg, (KithAudience) audience, "SVG");
      g_assert_false (holds (png, "tEXt") || holds (png, "iTXt") || holds (png, "zTXt"));
      try_pdf (aviary, pdf, (KithAudience) audience);
    }
}

static void
test_report (Aviary *aviary, gconstpointer data)
{
  const KithReportWords none = { NULL, NULL };

  for (guint audience = KITH_PARTNERS; audience <= KITH_PUBLIC; audience++)
    {
      KithView view = KITH_VIEW_INIT;
      g_autoptr (KithHandout) report = NULL;
      g_autoptr (GBytes) pdf = NULL;
      g_autoptr (GBytes) told = NULL;
      char *words;

      view.audience = (KithAudience) audience;
      report = kith_report_new (aviary->map, &view, &none);
      words = kith_handout_to_words (report);
      told = g_bytes_new_take (words, strlen (words));
      pdf = kith_report_to_pdf (aviary->map, &view, &none);
      g_assert_cmpuint (count_singing (aviary, told, (KithAudience) audience, "report"), >=, 8);
      try_pdf (aviary, pdf, (KithAudience) audience);
    }
}

/* Then and now, and a page for the board, with all that they say by themselves. */
static void
test_leaves (Aviary *aviary, gconstpointer data)
{
  for (guint audience = KITH_PARTNERS; audience <= KITH_PUBLIC; audience++)
    for (guint board = 0; board < 2; board++)
      for (guint format = KITH_PICTURE_PNG; format <= KITH_PICTURE_SVG; format++)
        {
          KithView view = KITH_VIEW_INIT;
          KithExport options = KITH_EXPORT_INIT;
          g_autoptr (GError) error = NULL;
          g_autoptr (GBytes) bytes = NULL;

          view.audience = (KithAudience) audience;
          view.lines = TRUE;
          options.format = (KithPictureFormat) format;
          options.board = (gboolean) board;
          options.then_and_now = !options.board;
          options.then = 2451545; /* in 2000 */
          bytes = kith_export (aviary->map, &view, &options, &error);
          g_assert_no_error (error);
          count_singing (aviary, bytes, (KithAudience) audience, board ? "board" : "then and now");
          if (format == KITH_PICTURE_PDF)
            try_pdf (aviary, bytes, (KithAudience) audience);
        }
}

/* A picture for Partners is the picture of a map that never held more. */
static void
test_same_picture (Aviary *aviary, gconstpointer data)
{
  for (guint audience = KITH_PARTNERS; audience <= KITH_PUBLIC; audience++)
    {
      g_autoptr (KithMap) made = kith_map_for_audience (aviary->map, (KithAudience) audience);
      g_autoptr (GBytes) one = exported (aviary->map, (KithAudience) audience, KITH_PICTURE_PNG);
      g_autoptr (GBytes) other = exported (made, (KithAudience) audience, KITH_PICTURE_PNG);
      g_autoptr (GBytes) team = exported (aviary->map, KITH_TEAM, KITH_PICTURE_PNG);

      g_assert_true (g_bytes_equal (one, other));
      g_assert_false (g_bytes_equal (one, team));
    }
}

static void
test_person (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId named = test_stakeholder (map, "Dr Mair Llewellyn", 0, 0);
  KithStakeholder *s = kith_record_copy (kith_map_stakeholder (map, named));
  const KithStakeholder *shown;

  s->form = KITH_FORM_PERSON;
  kith_text_set (&s->short_name, "Mair");
  test_put (map, s);
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (KithMap) partners = kith_map_for_audience (map, KITH_PARTNERS);
      g_autoptr (KithMap) public = kith_map_for_audience (map, KITH_PUBLIC);

      g_assert_cmpstr (kith_map_stakeholder (partners, named)->name, ==, "Dr Mair Llewellyn");
      shown = kith_map_stakeholder (public, named);
      g_assert_cmpstr (shown->name, ==, round == 0 ? "A person" : "GP partner");
      g_assert_cmpstr (shown->short_name, ==, "");
      g_assert_cmpfloat (shown->width, ==, 0.0);
      s = kith_record_copy (kith_map_stakeholder (map, named));
      kith_text_set (&s->kind, "GP partner");
      test_put (map, s);
    }
}

static void
test_median (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId a = test_stakeholder (map, "Police", 0, 0);
  KithId b = test_stakeholder (map, "ED", 300, 0);
  KithId link = test_link (map, a, b);
  g_autoptr (KithMap) partners = NULL;
  g_autoptr (KithMap) public = NULL;
  KithOpinion team;
  KithOpinion room;

  test_rate (map, link, KITH_END_A, "Director", KITH_BASIS_OWN_WORDS, KITH_SCORE_4, "2018");
  test_rate (map, link, KITH_END_A, "Nurse", KITH_BASIS_OWN_WORDS, KITH_SCORE_1, "2019");
  test_rate (map, link, KITH_END_A, "Porter", KITH_BASIS_AGREED, KITH_SCORE_2, "2020");
  test_rate (map, link, KITH_END_A, "Nurse", KITH_BASIS_OWN_WORDS, KITH_SCORE_5, "2021");
  test_rate (map, link, KITH_END_B, "", KITH_BASIS_IMPRESSION, KITH_SCORE_1, "2021");
  partners = kith_map_for_audience (map, KITH_PARTNERS);
  public = kith_map_for_audience (map, KITH_PUBLIC);
  kith_opinion_of (map, link, KITH_END_A, KITH_TRUST, &team);
  kith_opinion_of (partners, link, KITH_END_A, KITH_TRUST, &room);
  g_assert_cmpfloat (team.median, ==, 4.0);
  g_assert_cmpfloat (room.median, ==, 4.0);
  g_assert_cmpuint (room.voices, ==, 3);
  g_assert_cmpint (room.low, ==, 2);
  g_assert_cmpint (room.high, ==, 5);
  kith_opinion_of (partners, link, KITH_END_B, KITH_TRUST, &room);
  g_assert_false (kith_opinion_is_rated (&room));
  g_assert_cmpuint (kith_map_n (public, KITH_ASSESSMENT), ==, 0);
}

static void
test_leaves_out (Aviary *aviary, gconstpointer data)
{
  g_autofree char *team = kith_audience_leaves_out (aviary->map, KITH_TEAM);
  g_autofree char *partners = kith_audience_leaves_out (aviary->map, KITH_PARTNERS);
  g_autofree char *public = kith_audience_leaves_out (aviary->map, KITH_PUBLIC);

  g_assert_cmpstr (team, ==, "");
  g_assert_nonnull (strstr (partners, "1 private stakeholder stays out."));
  g_assert_nonnull (strstr (partners, "4 ratings stay out"));
  g_assert_nonnull (strstr (public, "5 ratings stay out"));
  for (guint i = 0; i < aviary->canaries->len; i++)
    g_assert_null (strstr (public, ((Canary *) aviary->canaries->pdata[i])->text));
}

#define ADD(name, func) g_test_add (name, Aviary, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/audience/records-hold-what-is-allowed-and-nothing-else", test_records);
  ADD ("/audience/no-file-holds-a-canary", test_files);
  ADD ("/audience/a-report-holds-nothing-beyond-either", test_report);
  ADD ("/audience/pages-of-their-own-kind-hold-nothing-beyond-either", test_leaves);
  ADD ("/audience/a-picture-is-of-the-smaller-map", test_same_picture);
  ADD ("/audience/says-what-it-leaves-out-without-saying-it", test_leaves_out);
  g_test_add_func ("/audience/a-persons-name-is-never-public", test_person);
  g_test_add_func ("/audience/the-median-stands-without-the-voices", test_median);
  return g_test_run ();
}
