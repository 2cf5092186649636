/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record: one thing that a map knows, as a plain struct that one field table describes.
 * Knows nothing of maps, databases or widgets.
 *
 * A record is mutable while it is being made and immutable once it is in a map or an edit; it is
 * counted atomically, so that snapshots share it between threads. */
#pragma once

#include "kith-date.h"
#include "kith-enum.h"

G_BEGIN_DECLS

typedef gint64 KithId; /* 1 to G_MAXINT64; 0 is nobody */

typedef enum
{
  KITH_ABOUT,   /* the map itself; one record, id KITH_ABOUT_ID */
  KITH_SECTOR,  /* one that was added or changed; built-in ones need no record */
  KITH_PICTURE, /* before what shows it, so that an audience's map has it first */
  KITH_STAKEHOLDER,
  KITH_LINK,
  KITH_ROUND,
  KITH_ASSESSMENT,
  KITH_SPACE,
  KITH_MEMBERSHIP,
  KITH_EVENT,
  KITH_ANNOTATION,
  KITH_NAME,
  KITH_SUCCESSION,
  KITH_QUOTE,
  KITH_QUESTION, /* before scenes, which may show one */
  KITH_SCENE,
  KITH_STANCE,
  KITH_POSITION, /* before answers, which may take it */
  KITH_ANSWER,
  KITH_PULSE,
  KITH_LOAD,
  KITH_DRIVERS,
  KITH_BARRIER,
  KITH_REPAIR,
  KITH_ACKNOWLEDGEMENT,
  KITH_N_KINDS,
} KithKind;

#define KITH_ABOUT_ID G_GINT64_CONSTANT (100)

/* Text is never NULL; the empty one may be the shared KITH_NO_TEXT. */
extern char kith_no_text[];
#define KITH_NO_TEXT kith_no_text

typedef struct
{
  KithKind kind;
  gatomicrefcount ref_count;
  KithId id;
  gint64 changed; /* microseconds since 1970, and in which copy: for merging, outside equality */
  gint64 copy;
} KithRecord;

typedef struct
{
  KithRecord record;
  char *title;
  char *purpose;
  char *description;
  char *owner;
  char *private_note;
  KithDate review;
  char *key;       /* identity of the map, a UUID; two copies of a file share it */
  char *size_by;   /* what sets the size of boxes: "", "links", "power", "interest", "field:NAME" */
  int pulse_every; /* months after which a pulse is due again; 0: nothing is agreed */
} KithAbout;

typedef struct
{
  KithRecord record;
  char *name; /* empty for a built-in sector that kept its name */
  int colour; /* 0 to 12, place in the palette */
  int sign;   /* 0 to 12, place among the signs */
} KithSector;

/* Re-encoded when it came in, so that nothing but the picture is kept. Its id follows from its
 * content (kith_picture_id): the same picture is one record, however often it is shown. */
typedef struct
{
  KithRecord record;
  char *name;
  char *type; /* "image/png" or "image/jpeg" */
  int width;  /* pixels */
  int height;
  char *data; /* base64 */
} KithPicture;

typedef struct
{
  KithRecord record;
  char *name;
  char *short_name;
  KithId sector;
  char *kind; /* "acute trust": suggested, any text */
  int form;   /* KithForm */
  int level;  /* KithLevel */
  int story;  /* KithStory */
  char *description;
  char *private_note;
  gboolean is_private;
  KithDate from;
  KithDate to;
  double x; /* centre of the box, map units; y runs down */
  double y;
  double width; /* 0 until measured */
  double height;
  gboolean pinned;
  char *tags;   /* kith-tags.h */
  char *fields; /* further ones: kith-fields.h */
  int power;    /* 0 not said, 1 to 5 */
  int interest; /* 0 not said, 1 to 5 */
  KithId picture;
  int scale; /* of the box, per cent, 50 to 300; 0 as it comes */
} KithStakeholder;

typedef struct
{
  KithRecord record;
  KithId a;
  KithId b;
  int kind;      /* KithLinkKind */
  int direction; /* KithDirection */
  int frequency; /* KithFrequency */
  int standing;  /* KithStanding */
  char *note;
  char *private_note;
  gboolean is_private;
  KithDate from; /* "since" */
  KithDate to;
  char *label;
  char *tags;   /* kith-tags.h */
  char *fields; /* further ones: kith-fields.h */
  /* Where a person bent it to. With (dx, dy) from the centre of a to that of b, in map units along
   * the normal (-dy, dx) / |(dx, dy)|; 0: as it comes. */
  double bend;
  double bend_along; /* -0.5 to 0.5 of the way, from the middle towards b */
  char *need_a;      /* what a would need of b; a line */
  char *need_b;
} KithLink;

/* A time when ratings are gathered: "Autumn 2026". */
typedef struct
{
  KithRecord record;
  char *title;
  KithDate date; /* that its ratings get */
  int state;     /* KithRoundState */
  char *note;
} KithRound;

typedef struct
{
  KithRecord record;
  KithId link;
  int end; /* KithEnd: whose opinion of the other it is */
  KithDate date;
  char *voice;               /* a role, not a person's name */
  int basis;                 /* KithBasis */
  int scores[KITH_N_SCORES]; /* KithScore, by KithDimension */
  char *note;
  gboolean is_private;
  gint64 entered; /* microseconds since 1970; breaks ties on one day */
  KithId round;   /* in which it was given, or 0 */
} KithAssessment;

typedef struct
{
  KithRecord record;
  char *name;
  char *purpose;
  char *rhythm;
  int status; /* KithSpaceStatus */
  char *description;
  char *private_note;
  gboolean is_private;
  KithDate from;
  KithDate to;
  char *principles; /* "everybody counts"; one a line */
  int drawn;        /* KithSpaceDrawing */
  double x;         /* of the node that it is drawn as, map units; both 0: amid its members */
  double y;
} KithSpace;

typedef struct
{
  KithRecord record;
  KithId space;
  KithId stakeholder;
  char *role;
  KithDate from;
  KithDate to;
  gboolean host; /* it makes the space: room, chair, invitations */
} KithMembership;

/* At most one of link, stakeholder and space is set; none: it belongs to the whole map. */
typedef struct
{
  KithRecord record;
  KithId link;
  KithId stakeholder;
  KithId space;
  KithDate date;
  KithDate until;
  int kind; /* KithEventKind */
  char *title;
  char *narrative;
  char *teller;
  int effect_a; /* KithEffect */
  int effect_b;
  gboolean is_private;
  int told; /* KithTold: which end of the link mentions it */
} KithEvent;

/* What lies on the map without being part of what is known: a text, a titled area that carries
 * what lies in it, a picture under everything, a ring or a line of an arrangement. */
typedef struct
{
  KithRecord record;
  int form;   /* KithAnnotationForm */
  char *text; /* the title of a frame */
  double x;   /* centre, map units */
  double y;
  double width; /* 0 until measured */
  double height;
  int colour;     /* 0 to 12, place in the palette */
  int opacity;    /* per cent, 1 to 100; 0 as it comes */
  KithId picture; /* of a backdrop */
  gboolean locked;
  gboolean is_private;
  int arrangement; /* KithArrangement whose frame it is part of; free: of none */
  /* Of a ring: how much of its width is a hole, in per mille; where it begins, in thousandths of a
   * turn from the right clockwise; how far it goes, 0 and 1000 being all round. Of a frame: half a
   * turn puts its title at its lower edge. */
  int inner;
  int turn;
  int sweep;
} KithAnnotation;

/* What a stakeholder was called before: its record has the name of today. */
typedef struct
{
  KithRecord record;
  KithId stakeholder;
  char *name;
  char *short_name;
  KithDate to; /* from its first day on the next name holds; set */
} KithName;

/* One stakeholder went on as another. */
typedef struct
{
  KithRecord record;
  KithId before;
  KithId after; /* differs from before */
  int kind;     /* KithSuccessionKind */
  KithDate date;
  char *note;
} KithSuccession;

/* An inherited line: a sentence that has been handed down, on a link or a stakeholder (just one). */
typedef struct
{
  KithRecord record;
  KithId link;
  KithId stakeholder;
  int told; /* KithTold: on a link, which end says it */
  char *text;
  int status;      /* KithQuoteStatus, of today */
  KithDate date;   /* since when it is said */
  KithDate turned; /* since when it has been questioned */
  KithDate let_go;
  char *teller;
  gboolean is_private;
} KithQuote;

/* A saved view with words for a room. What it refers to may go: the scene stays, without it. */
typedef struct
{
  KithRecord record;
  char *title;
  char *sentence; /* that the room reads */
  char *note;     /* that only the presenter reads */
  int rank;       /* its place among the scenes; of equals the lower id comes first */
  int audience;   /* KithAudience: it is shown as to them, or to fewer */
  int lens;       /* KithLens */
  KithId through; /* the stakeholder through whose eyes it is seen, or 0 */
  KithDate since; /* the day from which a change is counted, or unset */
  char *filter;   /* as kith_filter_to_text() spells it */
  gboolean hides; /* what is filtered out is hidden, not faded */
  KithId focus;   /* the stakeholder in focus, or 0 */
  int steps;      /* how far the focus reaches */
  KithId link;    /* the link that it is about, or 0 */
  KithDate day;   /* the day that is shown; unset: now */
  gboolean lines; /* inherited lines are shown */
  gboolean ended; /* what has ended and what is to come is shown too */
  double x;       /* the middle of what is in sight, map units */
  double y;
  double width; /* of what is in sight; 0: all of the map */
  double height;
  gboolean is_private; /* never for a room */
  KithId question;     /* whose positions it shows, or 0 */
} KithScene;

/* How a stakeholder sees a purpose: that of the map, or of a shared space. The latest counts. */
typedef struct
{
  KithRecord record;
  KithId stakeholder;
  KithId space; /* whose purpose; 0: the map's */
  int view;     /* KithStanceView */
  int basis;    /* KithBasis */
  char *words;  /* how it sees it */
  KithDate date;
  char *teller;
  gint64 entered; /* microseconds since 1970; breaks ties on one day */
  gboolean is_private;
} KithStance;

/* What is asked of everyone: "What causes the delays at discharge?" */
typedef struct
{
  KithRecord record;
  char *title; /* the question */
  int kind;    /* KithQuestionKind */
  KithDate asked;
  int rank;      /* its place among the questions; of equals the lower id comes first */
  char *heard;   /* what goes back to those who answered: what was heard */
  char *differs; /* where it differs */
  char *follows; /* and what follows from it */
  char *private_note;
  gboolean is_private;
} KithQuestion;

/* One of the ways in which a question is answered: answers are sorted into positions. */
typedef struct
{
  KithRecord record;
  KithId question;
  char *title;
  char *description;
  int colour; /* 0 to 12, place in the palette */
  int rank;   /* its place among the positions of its question */
} KithPosition;

/* What a stakeholder says to a question, in its own words. The latest of a stakeholder counts. */
typedef struct
{
  KithRecord record;
  KithId question;
  KithId stakeholder;
  KithId position; /* of the same question; 0: not sorted yet. If it goes, the answer stays */
  char *text;
  int kind;  /* KithAnswerKind */
  int basis; /* KithBasis */
  KithDate date;
  char *teller;
  gint64 entered; /* microseconds since 1970; breaks ties on one day */
  gboolean is_private;
} KithAnswer;

/* How a stakeholder's people feel about the partnership on a day: the mean of those who answered. */
typedef struct
{
  KithRecord record;
  KithId stakeholder;
  KithDate date;
  char *round;                       /* "Spring 2026": the same for all who were asked together */
  int scores[KITH_N_PULSE_MEASURES]; /* hundredths, 100 to 500; 0: no answer */
  int asked;                         /* people; 0: not said */
  int answered;                      /* people; fewer than KITH_PULSE_LEAST: for the team only */
  char *note;
  gboolean is_private;
} KithPulse;

#define KITH_PULSE_LEAST 5 /* answers, below which people could be told from their mean */

/* How far a change alters the work of a stakeholder's people, and how long it takes to embed. */
typedef struct
{
  KithRecord record;
  KithId stakeholder;
  char *title;   /* the change */
  char *was;     /* from: how the work is done */
  char *becomes; /* to */
  int level;     /* KithChangeLevel */
  KithDate start;
  int embeds_from; /* months after the start; 0: KITH_EMBEDS_FROM */
  int embeds_to;   /* months after the start; 0: KITH_EMBEDS_TO */
  char *help;      /* what would help */
  char *private_note;
  gboolean is_private;
} KithLoad;

#define KITH_EMBEDS_FROM 6 /* months, unless said otherwise */
#define KITH_EMBEDS_TO 12

/* What a stakeholder is driven and held by: one card each. */
typedef struct
{
  KithRecord record;
  KithId stakeholder;
  char *accountable; /* to whom */
  char *planning;    /* its planning cycle */
  char *money;       /* its rule of money: "may not overspend" */
  char *targets;
  char *pressures;
  char *area;     /* that it serves */
  char *protects; /* what it wants to protect */
  char *private_note;
} KithDrivers;

/* A rule or practice that shuts people out, where it bites: on just one of the three. */
typedef struct
{
  KithRecord record;
  KithId link;
  KithId stakeholder;
  KithId space;
  char *text;   /* the rule */
  char *whom;   /* it shuts out */
  char *change; /* what would change it */
  KithDate from;
  KithDate to; /* since when it is gone */
  char *teller;
  gboolean is_private;
} KithBarrier;

/* A step of a repair plan: the next small win. At most one of the four is set; none: of the map. */
typedef struct
{
  KithRecord record;
  KithId link;
  KithId stakeholder;
  KithId space;
  KithId question;
  char *sign;  /* the warning that it answers, as a sign spells itself; "" for none */
  char *title; /* the small win */
  char *owner; /* a role */
  KithDate made;
  KithDate due;
  KithDate review;
  int state;      /* KithRepairState */
  KithDate ended; /* done or given up since */
  char *outcome;
  char *private_note;
  gboolean is_private;
} KithRepair;

/* A warning sign that the team has seen. */
typedef struct
{
  KithRecord record;
  KithId stakeholder; /* that it is about, or 0 */
  KithId question;    /* that it is about, or 0 */
  char *sign;         /* which, as the sign spells itself */
  KithDate date;
  char *by; /* a role */
  char *note;
} KithAcknowledgement;

typedef enum
{
  KITH_TYPE_REF,
  KITH_TYPE_ENUM,
  KITH_TYPE_INT,
  KITH_TYPE_BOOL,
  KITH_TYPE_TIME,
  KITH_TYPE_TEXT,
  KITH_TYPE_COORD, /* signed, quantised to 1/64 */
  KITH_TYPE_SIZE,  /* the same, never negative */
  KITH_TYPE_DATE,
} KithFieldType;

typedef struct
{
  const char *name; /* column, JSON member; never changes */
  KithFieldType type;
  gsize offset;
  KithAudience audience; /* the widest audience that may see it */
  const KithEnum *values;
  KithKind target; /* of a reference */
  gboolean needed; /* of a reference: must be set; of a text: must not be empty */
  gint64 min;      /* of a number */
  gint64 max;      /* of a number; of a text, the most characters */
} KithField;

typedef struct
{
  KithKind kind;
  const char *name;  /* "stakeholder": table in the file, member of the JSON */
  const char *label; /* untranslated */
  gsize size;
  KithAudience audience; /* the widest audience that may see such a record at all */
  const KithField *fields;
  guint n_fields;
} KithKindInfo;

const KithKindInfo *kith_kind_info (KithKind kind);
gboolean kith_kind_from_name (const char *name, KithKind *kind);
const KithField *kith_kind_field (KithKind kind, const char *name);

KithId kith_id_new (void);
KithId kith_id_from_text (const char *text);

gpointer kith_record_new (KithKind kind, KithId id);
gpointer kith_record_copy (gconstpointer record);
gpointer kith_record_ref (gconstpointer record);
void kith_record_unref (gpointer record);
gpointer kith_record_with_changes (gconstpointer now, gconstpointer opened, gconstpointer changed);
gboolean kith_record_equal (gconstpointer a, gconstpointer b);
int kith_record_compare (gconstpointer a, gconstpointer b);
gboolean kith_record_validate (gconstpointer record, GError **error);
gboolean kith_record_is_private (gconstpointer record);

#define KITH_RECORD(r) ((KithRecord *) (r))
#define KITH_ID(r) (((const KithRecord *) (r))->id)
#define KITH_KIND(r) (((const KithRecord *) (r))->kind)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithAbout, kith_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithSector, kith_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithPicture, kith_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithStakeholder, kith_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithLink, kith_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithAssessment, kith_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithSpace, kith_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithMembership, kith_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithEvent, kith_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithAnnotation, kith_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithRound, kith_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithName, kith_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithSuccession, kith_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithQuote, kith_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithScene, kith_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithStance, kith_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithQuestion, kith_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithPosition, kith_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithAnswer, kith_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithPulse, kith_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithLoad, kith_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithDrivers, kith_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithBarrier, kith_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithRepair, kith_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithAcknowledgement, kith_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithRecord, kith_record_unref)

/* Fields by table: addresses, and values as the text that files hold. */
gpointer kith_field_address (const KithField *field, gconstpointer record);
gboolean kith_field_equal (const KithField *field, gconstpointer a, gconstpointer b);
gboolean kith_field_is_default (const KithField *field, gconstpointer record);
void kith_field_reset (const KithField *field, gpointer record);
void kith_field_copy (const KithField *field, gconstpointer from, gpointer to);
char *kith_field_to_text (const KithField *field, gconstpointer record);
gboolean kith_field_from_text (const KithField *field,
                               gpointer record,
                               const char *text,
                               GError **error);
void kith_text_set (char **text, const char *value);

/* A record as bytes: the same for equal records; for undo rows and the digest. */
void kith_record_encode (gconstpointer record, GString *out);
gpointer kith_record_decode (KithKind kind,
                             KithId id,
                             const char *data,
                             gsize length,
                             GError **error);

typedef enum
{
  KITH_MODEL_ERROR_INVALID,  /* a value is out of range or a reference leads nowhere */
  KITH_MODEL_ERROR_CONFLICT, /* an edit was made against something that has changed since */
  KITH_MODEL_ERROR_REFUSED,  /* what was asked makes no sense: a link to itself */
} KithModelError;

#define KITH_MODEL_ERROR (kith_model_error_quark ())
GQuark kith_model_error_quark (void);
/* What was asked makes no sense, for this reason: KITH_MODEL_ERROR_REFUSED. Returns FALSE, or NULL. */
gboolean kith_refuse (GError **error, const char *reason);
gpointer kith_refuse_null (GError **error, const char *reason);

double kith_quantise (double value);

G_END_DECLS
