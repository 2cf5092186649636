/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-time-card.h"

#include <glib/gi18n-lib.h>

#include "kith-opinion.h"
#include "kith-status.h"
#include "kith-time-scale.h"

#define MOST_ROWS 200

struct _KithTimeCard
{
  GtkWidget parent_instance;

  /* template */
  GtkWidget *box;
  GtkLabel *when;
  GtkLabel *title;
  GtkWidget *step_buttons;
  GtkWidget *previous;
  GtkWidget *next;
  GtkButton *owner;
  GtkLabel *narrative;
  GtkLabel *effects;
  GtkListBox *list;

  /* owned */
  KithViewer *viewer;
  KithTimeline *timeline;

  /* state */
  KithId event;    /* that is told, 0: a range */
  KithId owner_id; /* what it belongs to */
  gint32 since;    /* of the range */
  gint32 day;
};

G_DEFINE_FINAL_TYPE (KithTimeCard, kith_time_card, GTK_TYPE_WIDGET)

enum
{
  EVENT,
  SHOW,
  CLOSED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/* --- Events in the order of time --- */

static gboolean
is_event (const KithFact *fact)
{
  return fact->type == KITH_FACT_COMES && KITH_KIND (fact->record) == KITH_EVENT;
}

static const KithFact *
all_facts (KithTimeline *timeline, guint *n)
{
  gint32 first, last;

  *n = 0;
  if (!kith_timeline_span (timeline, &first, &last))
    return NULL;
  return kith_timeline_facts (timeline, first - 1, last, n);
}

static const KithFact *
find_event (KithTimeline *timeline, KithId event)
{
  guint n;
  const KithFact *facts = all_facts (timeline, &n);

  for (guint i = 0; i < n; i++)
    if (is_event (&facts[i]) && KITH_ID (facts[i].record) == event)
      return &facts[i];
  return NULL;
}

/* The event before or after the one that is told; 0: none. */
static KithId
neighbour (KithTimeCard *self, int by)
{
  guint n;
  const KithFact *facts = all_facts (self->timeline, &n);
  const KithFact *here = find_event (self->timeline, self->event);

  for (const KithFact *fact = here != NULL ? here + by : NULL;
       fact != NULL && fact >= facts && fact < facts + n; fact += by)
    if (is_event (fact))
      return KITH_ID (fact->record);
  return 0;
}

/* --- An event's story --- */

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static char *
when_of (const KithEvent *event)
{
  g_autofree char *date = kith_date_to_words (&event->date);
  g_autofree char *until = kith_date_to_words (&event->until);

  if (!kith_date_is_set (&event->until))
    return g_strdup_printf ("%s · %s", date, kith_enum_label (&kith_event_kinds, event->kind));
  /* Translators: two dates and the kind of an event: "March 2019 to 2021 · Dispute". */
  return g_strdup_printf (_ ("%s to %s · %s"), date, until,
                          kith_enum_label (&kith_event_kinds, event->kind));
}

static const char *
short_name (KithMap *map, KithId id)
{
  const KithStakeholder *one = kith_map_stakeholder (map, id);

  return one != NULL ? kith_stakeholder_short_name (one) : "…";
}

static char *
name_of_owner (KithMap *map, const KithEvent *event)
{
  const KithLink *link = event->link != 0 ? kith_map_link (map, event->link) : NULL;
  const KithSpace *space = event->space != 0 ? kith_map_space (map, event->space) : NULL;

  if (link != NULL)
    /* Translators: the two ends of a link */
    return g_strdup_printf (_ ("%s and %s"), short_name (map, link->a), short_name (map, link->b));
  if (event->stakeholder != 0)
    return g_strdup (short_name (map, event->stakeholder));
  return space != NULL ? g_strdup (space->name) : NULL;
}

static void
add_effect (GString *text, KithMap *map, KithId rater, KithId rated, int effect)
{
  g_autofree char *line = NULL;
  int value = kith_effect_value ((KithEffect) effect);

  if (effect == KITH_EFFECT_UNSET)
    return;
  if (value == 0)
    /* Translators: an event left what the first makes of the second as it was. */
    line = g_strdup_printf (_ ("%s: no change in trust of %s"), short_name (map, rater),
                            short_name (map, rated));
  else
    /* Translators: the effect of an event, such as "+1", on what the first makes of the second. */
    line = g_strdup_printf (_ ("%s: trust of %s %+d"), short_name (map, rater),
                            short_name (map, rated), value);
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

static char *
effects_of (KithMap *map, const KithEvent *event)
{
  const KithLink *link = event->link != 0 ? kith_map_link (map, event->link) : NULL;
  GString *text = g_string_new ("");

  if (link != NULL)
    {
      add_effect (text, map, link->a, link->b, event->effect_a);
      add_effect (text, map, link->b, link->a, event->effect_b);
    }
  return g_string_free (text, FALSE);
}

static void
tell_event (KithTimeCard *self, const KithEvent *event)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  g_autofree char *when = when_of (event);
  g_autofree char *owner = name_of_owner (map, event);
  g_autofree char *effects = effects_of (map, event);

  kith_status_set_text (self->when, when);
  set_text (self->title, *event->title != '\0' ? event->title
                                               : kith_enum_label (&kith_event_kinds, event->kind));
  self->owner_id = event->link != 0          ? event->link
                   : event->stakeholder != 0 ? event->stakeholder
                                             : event->space;
  gtk_widget_set_visible (GTK_WIDGET (self->owner), owner != NULL);
  if (owner != NULL)
    gtk_button_set_label (self->owner, owner);
  set_text (self->narrative, event->narrative);
  set_text (self->effects, effects);
  gtk_widget_set_visible (self->step_buttons, TRUE);
  gtk_widget_set_sensitive (self->previous, neighbour (self, -1) != 0);
  gtk_widget_set_sensitive (self->next, neighbour (self, 1) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/* --- A range --- */

static void
clear_list (KithTimeCard *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

static void
add_row (KithTimeCard *self, const KithNews *news)
{
  KithDate date = kith_date_of_day (news->day);
  g_autofree char *day = kith_date_to_short_words (&date);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *words = g_object_new (GTK_TYPE_LABEL, "label", news->words, "wrap", TRUE, "xalign",
                                   0.0f, "max-width-chars", 40, NULL);
  GtkWidget *dated = g_object_new (GTK_TYPE_LABEL, "label", day, "xalign", 0.0f, NULL);
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *name = g_strdup_printf ("%s, %s", news->words, day);

  gtk_widget_add_css_class (dated, "dim-label");
  gtk_widget_add_css_class (dated, "caption");
  gtk_box_append (GTK_BOX (box), dated);
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), news->at != 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), "at", g_memdup2 (&news->at, sizeof news->at), g_free);
  gtk_list_box_append (self->list, row);
}

/* What follows from something else is not said besides it. */
static guint
count_said (const GPtrArray *news)
{
  guint n = 0;

  for (guint i = 0; i < news->len; i++)
    n += !((const KithNews *) news->pdata[i])->follows;
  return n;
}

static char *
words_of_range (KithTimeCard *self)
{
  KithDate since = kith_date_of_day (self->since), until = kith_date_of_day (self->day);
  g_autofree char *from = kith_date_to_words (&since);
  g_autofree char *to = kith_date_to_words (&until);

  /* Translators: two dates. */
  return g_strdup_printf (_ ("%s to %s"), from, to);
}

static void
tell_range (KithTimeCard *self)
{
  g_autoptr (GPtrArray) news = kith_timeline_news (self->timeline, self->since, self->day, 0);
  guint said = count_said (news), rows = 0;
  g_autofree char *when = words_of_range (self);
  g_autofree char *count = g_strdup_printf (ngettext ("%u change", "%u changes", said), said);

  kith_status_set_text (self->when, when);
  set_text (self->title, said > 0 ? count : _ ("Nothing changed"));
  gtk_widget_set_visible (GTK_WIDGET (self->owner), FALSE);
  set_text (self->narrative, "");
  gtk_widget_set_visible (self->step_buttons, FALSE);
  clear_list (self);
  for (guint i = 0; i < news->len && rows < MOST_ROWS; i++)
    if (!((const KithNews *) news->pdata[i])->follows)
      {
        add_row (self, news->pdata[i]);
        rows++;
      }
  if (said > rows)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", said - rows),
                                               said - rows);

      set_text (self->effects, more);
    }
  else
    set_text (self->effects, "");
  gtk_widget_set_visible (GTK_WIDGET (self->list), rows > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/* --- Callbacks --- */

static void
ask_for (KithTimeCard *self, KithId event)
{
  if (event != 0)
    g_signal_emit (self, signals[EVENT], 0, event);
}

static void
on_previous (GtkWidget *button, KithTimeCard *self)
{
  ask_for (self, neighbour (self, -1));
}

static void
on_next (GtkWidget *button, KithTimeCard *self)
{
  ask_for (self, neighbour (self, 1));
}

static void
on_close (GtkWidget *button, KithTimeCard *self)
{
  kith_time_card_hide (self);
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
on_owner (GtkWidget *button, KithTimeCard *self)
{
  g_signal_emit (self, signals[SHOW], 0, self->owner_id);
}

static void
on_row (GtkListBox *list, GtkListBoxRow *row, KithTimeCard *self)
{
  g_signal_emit (self, signals[SHOW], 0, *(KithId *) g_object_get_data (G_OBJECT (row), "at"));
}

static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  on_close (widget, KITH_TIME_CARD (widget));
  return TRUE;
}

/* --- The widget --- */

static void
kith_time_card_dispose (GObject *object)
{
  KithTimeCard *self = KITH_TIME_CARD (object);

  g_clear_object (&self->viewer);
  g_clear_pointer (&self->timeline, kith_timeline_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), KITH_TYPE_TIME_CARD);
  G_OBJECT_CLASS (kith_time_card_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-time-card.ui");
  gtk_widget_class_bind_template_child (widget_class, KithTimeCard, box);
  gtk_widget_class_bind_template_child (widget_class, KithTimeCard, when);
  gtk_widget_class_bind_template_child (widget_class, KithTimeCard, title);
  gtk_widget_class_bind_template_child (widget_class, KithTimeCard, step_buttons);
  gtk_widget_class_bind_template_child (widget_class, KithTimeCard, previous);
  gtk_widget_class_bind_template_child (widget_class, KithTimeCard, next);
  gtk_widget_class_bind_template_child (widget_class, KithTimeCard, owner);
  gtk_widget_class_bind_template_child (widget_class, KithTimeCard, narrative);
  gtk_widget_class_bind_template_child (widget_class, KithTimeCard, effects);
  gtk_widget_class_bind_template_child (widget_class, KithTimeCard, list);
  gtk_widget_class_bind_template_callback (widget_class, on_previous);
  gtk_widget_class_bind_template_callback (widget_class, on_next);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
  gtk_widget_class_bind_template_callback (widget_class, on_owner);
  gtk_widget_class_bind_template_callback (widget_class, on_row);
}

static void
kith_time_card_class_init (KithTimeCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_time_card_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  bind_template (widget_class);
  signals[EVENT] = g_signal_new ("event", KITH_TYPE_TIME_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SHOW] = g_signal_new ("show-on-map", KITH_TYPE_TIME_CARD, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[CLOSED] = g_signal_new ("closed", KITH_TYPE_TIME_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
kith_time_card_init (KithTimeCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
take (KithTimeCard *self, KithViewer *viewer, KithTimeline *timeline)
{
  g_set_object (&self->viewer, viewer);
  kith_timeline_ref (timeline);
  g_clear_pointer (&self->timeline, kith_timeline_unref);
  self->timeline = timeline;
}

void
kith_time_card_show_event (KithTimeCard *self,
                           KithViewer *viewer,
                           KithTimeline *timeline,
                           KithId event)
{
  const KithEvent *shown = kith_map_event (kith_viewer_get_map (viewer), event);
  const KithFact *fact = shown == NULL ? find_event (timeline, event) : NULL;

  if (fact != NULL)
    shown = (const KithEvent *) fact->record;
  if (shown == NULL)
    {
      kith_time_card_hide (self);
      return;
    }
  take (self, viewer, timeline);
  self->event = event;
  self->since = 0;
  tell_event (self, shown);
}

void
kith_time_card_show_day (KithTimeCard *self, KithViewer *viewer, KithTimeline *timeline, gint32 day)
{
  guint n;
  const KithFact *facts = all_facts (timeline, &n);
  const KithFact *found = NULL;

  for (guint i = 0; i < n && facts[i].day <= day; i++)
    if (is_event (&facts[i]) && (found == NULL || found->day < facts[i].day))
      found = &facts[i];
  if (found != NULL)
    kith_time_card_show_event (self, viewer, timeline, KITH_ID (found->record));
  else
    kith_time_card_hide (self);
}

void
kith_time_card_show_range (KithTimeCard *self,
                           KithViewer *viewer,
                           KithTimeline *timeline,
                           gint32 since,
                           gint32 day)
{
  take (self, viewer, timeline);
  self->event = 0;
  self->since = since;
  self->day = day;
  tell_range (self);
}

void
kith_time_card_hide (KithTimeCard *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

gboolean
kith_time_card_is_shown (KithTimeCard *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self));
}

void
kith_time_card_follow (KithTimeCard *self)
{
  if (!kith_time_card_is_shown (self) || self->viewer == NULL)
    return;
  if (self->event != 0)
    kith_time_card_show_event (self, self->viewer, kith_viewer_get_timeline (self->viewer),
                               self->event);
  else
    kith_time_card_show_range (self, self->viewer, kith_viewer_get_timeline (self->viewer),
                               self->since, self->day);
}
