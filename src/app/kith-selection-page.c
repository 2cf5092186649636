/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-selection-page.h"

#include <glib/gi18n-lib.h>

#include "kith-inspector.h"
#include "kith-annotations.h"
#include "kith-opinion.h"
#include "kith-power-row.h"
#include "kith-sector-row.h"
#include "kith-sectors.h"
#include "kith-short-list.h"
#include "kith-together.h"
#include "kith-verbs.h"

struct _KithSelectionPage
{
  KithPage parent_instance;

  /* Template */
  GtkLabel *summary;
  GtkWidget *stakeholders;
  KithSectorRow *sector;
  GtkEditable *kind;
  AdwComboRow *level;
  AdwComboRow *story;
  GtkWidget *steps;
  AdwComboRow *power;
  AdwComboRow *interest;
  GtkSwitch *pinned;
  KithTogether *together;
  GtkWidget *new_space;
  KithShortList *members;

  /* State */
  gboolean setting; /* the page itself is writing into the widgets */
};

G_DEFINE_FINAL_TYPE (KithSelectionPage, kith_selection_page, KITH_TYPE_PAGE)

/* The selected stakeholders, as the audience sees them. */
static GPtrArray *
selected (KithSelectionPage *self)
{
  KithPage *page = KITH_PAGE (self);
  g_autoptr (GArray) ids = kith_viewer_dup_selection (kith_page_get_viewer (page));
  KithMap *map = kith_page_get_map (page);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < ids->len; i++)
    {
      gconstpointer record = kith_map_stakeholder (map, g_array_index (ids, KithId, i));

      if (record != NULL)
        g_ptr_array_add (list, (gpointer) record);
    }
  return list;
}

/* One field of all of them, to the same text, as one step. */
static void
set_all (KithSelectionPage *self, const char *name, const char *text)
{
  KithViewer *viewer = kith_page_get_viewer (KITH_PAGE (self));
  KithMap *whole = kith_viewer_get_whole_map (viewer);
  const KithField *field = kith_kind_field (KITH_STAKEHOLDER, name);
  g_autoptr (GPtrArray) list = selected (self);
  g_autofree char *label =
      g_strdup_printf (ngettext ("Change %u stakeholder", "Change %u stakeholders", list->len),
                       list->len);
  KithEdit *edit = kith_edit_new (label);

  for (guint i = 0; i < list->len; i++)
    {
      const KithStakeholder *before = kith_map_stakeholder (whole, KITH_ID (list->pdata[i]));
      g_autoptr (KithStakeholder) after = kith_record_copy (before);

      if (kith_field_from_text (field, after, text, NULL)
          && !kith_field_equal (field, before, after))
        kith_edit_update (edit, before, g_steal_pointer (&after));
    }
  kith_viewer_perform (viewer, edit, NULL);
}

static void
on_sector_picked (KithSelectionPage *self, gint64 sector)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, sector);

  set_all (self, "sector", text);
  kith_page_refresh (KITH_PAGE (self)); /* the choices have toggled themselves */
}

static void
on_kind_applied (KithSelectionPage *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->kind)));

  set_all (self, "kind", text);
}

/* The first choice of each row says that they differ and changes nothing. */
static void
choose (KithSelectionPage *self, AdwComboRow *row, const char *field, const KithEnum *values)
{
  guint chosen = adw_combo_row_get_selected (row);

  if (!self->setting && chosen != GTK_INVALID_LIST_POSITION && chosen > 0)
    set_all (self, field, kith_enum_key (values, (int) chosen - 1));
}

static void
on_level_selected (KithSelectionPage *self)
{
  choose (self, self->level, "level", &kith_levels);
}

static void
on_story_selected (KithSelectionPage *self)
{
  choose (self, self->story, "story", &kith_stories);
}

/* The first choice says that they differ, the second that it is not said. */
static void
choose_step (KithSelectionPage *self, AdwComboRow *row, const char *field)
{
  guint chosen = adw_combo_row_get_selected (row);
  g_autofree char *text = g_strdup_printf ("%d", (int) chosen - 1);

  if (!self->setting && chosen != GTK_INVALID_LIST_POSITION && chosen > 0)
    set_all (self, field, text);
}

static void
on_power (KithSelectionPage *self)
{
  choose_step (self, self->power, "power");
}

static void
on_interest (KithSelectionPage *self)
{
  choose_step (self, self->interest, "interest");
}

static void
on_pinned (KithSelectionPage *self)
{
  if (!self->setting)
    set_all (self, "pinned", gtk_switch_get_active (self->pinned) ? "1" : "0");
}

static void
on_new_space (KithSelectionPage *self)
{
  g_autoptr (KithViewer) viewer = g_object_ref (kith_page_get_viewer (KITH_PAGE (self)));
  g_autoptr (GPtrArray) list = selected (self);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  KithId space = 0;
  KithEdit *edit;

  for (guint i = 0; i < list->len; i++)
    g_array_append_val (ids, KITH_ID (list->pdata[i]));
  edit = kith_verb_add_space (kith_viewer_get_whole_map (viewer), _ ("New shared space"),
                              (const KithId *) (gpointer) ids->data, ids->len, &space);
  if (kith_viewer_perform (viewer, edit, NULL))
    {
      GtkWidget *inspector = gtk_widget_get_ancestor (GTK_WIDGET (self), KITH_TYPE_INSPECTOR);
      g_autoptr (GtkWidget) kept = inspector != NULL ? g_object_ref (inspector) : NULL;

      kith_viewer_select_only (viewer, space);
      if (kept != NULL)
        kith_inspector_focus_name (KITH_INSPECTOR (kept));
    }
}

static void
on_delete (KithSelectionPage *self)
{
  kith_viewer_delete_selection (kith_page_get_viewer (KITH_PAGE (self)));
}

static void
on_activated (KithSelectionPage *self, gint64 id)
{
  kith_viewer_select_only (kith_page_get_viewer (KITH_PAGE (self)), id);
}

static void
fill_combo (AdwComboRow *row, const KithEnum *values)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _ ("They differ"));
  for (guint i = 0; i < values->n_values; i++)
    gtk_string_list_append (list, kith_enum_label (values, (int) i));
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  kith_widget_name_after (GTK_WIDGET (row), ADW_PREFERENCES_ROW (row));
}

static void
kith_selection_page_set_up (KithPage *page)
{
  KithSelectionPage *self = KITH_SELECTION_PAGE (page);
  const KithField *kind = kith_kind_field (KITH_STAKEHOLDER, "kind");
  GtkEditable *text = gtk_editable_get_delegate (self->kind);

  self->setting = TRUE;
  fill_combo (self->level, &kith_levels);
  fill_combo (self->story, &kith_stories);
  kith_power_row_fill (self->power, kith_page_get_viewer (page), "power", _ ("They differ"));
  kith_power_row_fill (self->interest, kith_page_get_viewer (page), "interest", _ ("They differ"));
  self->setting = FALSE;
  gtk_editable_set_enable_undo (self->kind, FALSE);
  gtk_text_set_max_length (GTK_TEXT (text), (int) kind->max);
  kith_widget_name_after (GTK_WIDGET (self->kind), ADW_PREFERENCES_ROW (self->kind));
  kith_widget_name_after (GTK_WIDGET (text), ADW_PREFERENCES_ROW (self->kind));
}

/* The value that all of them share, plus one; 0: they differ. */
static guint
shared_choice (GPtrArray *list, const char *name)
{
  const KithField *field = kith_kind_field (KITH_STAKEHOLDER, name);

  for (guint i = 1; i < list->len; i++)
    if (!kith_field_equal (field, list->pdata[0], list->pdata[i]))
      return 0;
  return list->len == 0 ? 0 : (guint) * (int *) kith_field_address (field, list->pdata[0]) + 1;
}

static void
show_fields (KithSelectionPage *self, GPtrArray *list)
{
  KithViewer *viewer = kith_page_get_viewer (KITH_PAGE (self));
  const KithStakeholder *first = list->pdata[0];
  gboolean same_sector = TRUE;
  gboolean same_kind = TRUE;
  gboolean all_pinned = TRUE;

  for (guint i = 0; i < list->len; i++)
    {
      const KithStakeholder *one = list->pdata[i];

      same_sector = same_sector && one->sector == first->sector;
      same_kind = same_kind && g_str_equal (one->kind, first->kind);
      all_pinned = all_pinned && one->pinned;
    }
  self->setting = TRUE;
  kith_sector_row_show (self->sector, viewer,
                        !same_sector         ? 0
                        : first->sector != 0 ? first->sector
                                             : KITH_SECTOR_OTHER);
  gtk_editable_set_text (self->kind, same_kind ? first->kind : "");
  adw_combo_row_set_selected (self->level, shared_choice (list, "level"));
  adw_combo_row_set_selected (self->story, shared_choice (list, "story"));
  adw_combo_row_set_selected (self->power, shared_choice (list, "power"));
  adw_combo_row_set_selected (self->interest, shared_choice (list, "interest"));
  gtk_switch_set_active (self->pinned, all_pinned);
  self->setting = FALSE;
}

static char *
name_of (KithMap *map, KithId id)
{
  const KithLink *link = kith_map_link (map, id);

  if (kith_map_stakeholder (map, id) != NULL)
    return g_strdup (kith_map_stakeholder (map, id)->name);
  if (kith_map_space (map, id) != NULL)
    return g_strdup (kith_map_space (map, id)->name);
  if (kith_map_annotation (map, id) != NULL)
    return kith_annotation_to_words (map, kith_map_annotation (map, id));
  if (link == NULL)
    return NULL;
  return g_strdup_printf (_ ("%s and %s"),
                          kith_stakeholder_short_name (kith_map_stakeholder (map, link->a)),
                          kith_stakeholder_short_name (kith_map_stakeholder (map, link->b)));
}

static const char *
kind_of (KithMap *map, KithId id)
{
  if (kith_map_link (map, id) != NULL)
    return _ ("Link");
  return kith_map_space (map, id) != NULL ? _ ("Shared space") : NULL;
}

typedef struct
{
  KithId id;
  int rank;
  const KithAnnotation *note; /* or NULL */
  char *name;                 /* owned, until the list has it */
  char *key;                  /* of its place among names; owned */
} Member;

static void
member_clear (gpointer data)
{
  Member *member = data;

  g_free (member->name);
  g_free (member->key);
}

/* Stakeholders, spaces, links, each by name as everywhere in the sidebar; annotations as they are read. */
static int
compare_members (gconstpointer a, gconstpointer b)
{
  const Member *one = a, *other = b;
  int order = one->rank - other->rank;

  if (order == 0 && one->note != NULL)
    return kith_annotation_compare (one->note, other->note);
  if (order == 0)
    order = strcmp (one->key, other->key);
  return order != 0 ? order : (one->id > other->id) - (one->id < other->id);
}

static int
rank_of (KithMap *map, KithId id)
{
  KithKind kind = KITH_ABOUT;

  kith_map_kind_of (map, id, &kind);
  return kind == KITH_STAKEHOLDER ? 0 : kind == KITH_SPACE ? 1 : kind == KITH_LINK ? 2 : 3;
}

static GArray *
members_in_order (KithMap *map, GArray *ids)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (Member));

  g_array_set_clear_func (members, member_clear);
  for (guint i = 0; i < ids->len; i++)
    {
      KithId id = g_array_index (ids, KithId, i);
      Member member = { id, rank_of (map, id), kith_map_annotation (map, id), name_of (map, id),
                        NULL };

      if (member.name == NULL)
        continue;
      member.key = g_utf8_collate_key (member.name, -1);
      g_array_append_val (members, member);
    }
  g_array_sort (members, compare_members);
  return members;
}

static void
show_members (KithSelectionPage *self, KithMap *map, GArray *ids)
{
  g_autoptr (GArray) members = members_in_order (map, ids);
  GPtrArray *items = kith_short_items_new ();

  for (guint i = 0; i < members->len; i++)
    {
      Member *member = &g_array_index (members, Member, i);

      kith_short_items_add (items, member->id, g_steal_pointer (&member->name),
                            g_strdup (kind_of (map, member->id)), NULL);
    }
  kith_short_list_show (self->members, items, NULL, NULL);
}

static void
kith_selection_page_refresh (KithPage *page)
{
  KithSelectionPage *self = KITH_SELECTION_PAGE (page);
  g_autoptr (GArray) ids = kith_viewer_dup_selection (kith_page_get_viewer (page));
  g_autoptr (GPtrArray) list = selected (self);
  g_autofree char *summary = NULL;

  if (list->len == ids->len)
    summary = g_strdup_printf (ngettext ("%u stakeholder", "%u stakeholders", list->len),
                               list->len);
  else
    summary = g_strdup_printf (ngettext ("%u thing selected", "%u things selected", ids->len),
                               ids->len);
  gtk_label_set_text (self->summary, summary);
  gtk_widget_set_visible (self->stakeholders, list->len > 0);
  gtk_widget_set_visible (self->new_space, list->len > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->together), list->len > 0);
  gtk_widget_set_visible (self->steps,
                          list->len > 0
                              && (gtk_widget_get_visible (GTK_WIDGET (self->power))
                                  || gtk_widget_get_visible (GTK_WIDGET (self->interest))));
  kith_together_show (self->together, kith_page_get_map (page), list);
  if (list->len > 0)
    show_fields (self, list);
  show_members (self, kith_page_get_map (page), ids);
}

static void
kith_selection_page_dispose (GObject *object)
{
  G_OBJECT_CLASS (kith_selection_page_parent_class)->dispose (object);
  gtk_widget_dispose_template (GTK_WIDGET (object), KITH_TYPE_SELECTION_PAGE);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-selection-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KithSelectionPage, summary);
  gtk_widget_class_bind_template_child (widget_class, KithSelectionPage, stakeholders);
  gtk_widget_class_bind_template_child (widget_class, KithSelectionPage, sector);
  gtk_widget_class_bind_template_child (widget_class, KithSelectionPage, kind);
  gtk_widget_class_bind_template_child (widget_class, KithSelectionPage, level);
  gtk_widget_class_bind_template_child (widget_class, KithSelectionPage, story);
  gtk_widget_class_bind_template_child (widget_class, KithSelectionPage, power);
  gtk_widget_class_bind_template_child (widget_class, KithSelectionPage, steps);
  gtk_widget_class_bind_template_child (widget_class, KithSelectionPage, interest);
  gtk_widget_class_bind_template_child (widget_class, KithSelectionPage, pinned);
  gtk_widget_class_bind_template_child (widget_class, KithSelectionPage, together);
  gtk_widget_class_bind_template_child (widget_class, KithSelectionPage, new_space);
  gtk_widget_class_bind_template_child (widget_class, KithSelectionPage, members);
  gtk_widget_class_bind_template_callback (widget_class, on_sector_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_applied);
  gtk_widget_class_bind_template_callback (widget_class, on_level_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_story_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_power);
  gtk_widget_class_bind_template_callback (widget_class, on_interest);
  gtk_widget_class_bind_template_callback (widget_class, on_pinned);
  gtk_widget_class_bind_template_callback (widget_class, on_new_space);
  gtk_widget_class_bind_template_callback (widget_class, on_delete);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
kith_selection_page_class_init (KithSelectionPageClass *klass)
{
  KithPageClass *page_class = KITH_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_selection_page_dispose;
  page_class->kind = KITH_STAKEHOLDER;
  page_class->set_up = kith_selection_page_set_up;
  page_class->refresh = kith_selection_page_refresh;
  g_type_ensure (KITH_TYPE_SECTOR_ROW);
  g_type_ensure (KITH_TYPE_SHORT_LIST);
  g_type_ensure (KITH_TYPE_TOGETHER);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
kith_selection_page_init (KithSelectionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
kith_selection_page_focus_together (KithSelectionPage *self, gboolean tag)
{
  if (tag)
    kith_together_focus_tag (self->together);
  else
    kith_together_choose_space (self->together);
}
