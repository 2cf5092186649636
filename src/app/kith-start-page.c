/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-start-page.h"

#include <glib/gi18n.h>

#include "kith-document.h"
#include "kith-export.h"
#include "kith-file.h"
#include "kith-map-tile.h"
#include "kith-narrow-bin.h"
#include "kith-places.h"
#include "kith-recent.h"

struct _KithStartPage
{
  GtkWidget parent_instance;

  /* template */
  KithNarrowBin *narrow_bin;
  GtkBox *buttons;
  GtkWidget *drafts_section;
  GtkListBox *drafts;
  GtkWidget *recent_section;
  GtkFlowBox *recent;
  GtkWidget *examples_section;
  GtkFlowBox *examples;
  GtkWidget *new_button;

  /* state */
  KithAudience audience;
  int drawn_for; /* the audience of the examples' pictures; -1: none yet */
  guint idle;    /* pictures of the examples are still to be made */
  gboolean old;  /* what it lists: it is not seen, and is filled when it is */
};

G_DEFINE_FINAL_TYPE (KithStartPage, kith_start_page, GTK_TYPE_WIDGET)

static void
remove_children (GtkWidget *container)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (container)) != NULL)
    {
      if (GTK_IS_LIST_BOX (container))
        gtk_list_box_remove (GTK_LIST_BOX (container), child);
      else
        gtk_flow_box_remove (GTK_FLOW_BOX (container), child);
    }
}

static void
add_tile (GtkFlowBox *box, GtkWidget *tile, const char *action, const char *target)
{
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_actionable_set_action_name (GTK_ACTIONABLE (tile), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (tile), "s", target);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), tile);
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_append (box, child);
}

/* "today", "yesterday", "12 November 2026" */
static char *
day_words (gint64 time)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_unix_local (time);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) day_before = g_date_time_add_days (now, -1);

  if (then == NULL)
    return g_strdup ("");
  if (g_date_time_get_year (then) == g_date_time_get_year (now)
      && g_date_time_get_day_of_year (then) == g_date_time_get_day_of_year (now))
    return g_date_time_format (then, _ ("today at %H:%M"));
  if (g_date_time_get_year (then) == g_date_time_get_year (day_before)
      && g_date_time_get_day_of_year (then) == g_date_time_get_day_of_year (day_before))
    return g_date_time_format (then, _ ("yesterday at %H:%M"));

  return g_date_time_format (then, _ ("%-d %B %Y"));
}

/* Drafts -------------------------------------------------------------------------------------- */

static char *
draft_line (const KithDraft *draft)
{
  g_autofree char *day = day_words (draft->changed);
  g_autofree char *count =
      g_strdup_printf (ngettext ("%u stakeholder", "%u stakeholders", draft->stakeholders),
                       draft->stakeholders);
  g_autofree char *file = draft->path != NULL ? g_filename_display_basename (draft->path) : NULL;

  if (file != NULL)
    /* Translators: file name, number of stakeholders, day */
    return g_strdup_printf (_ ("Edits that are not in “%s” yet · %s · %s"), file, count, day);

  return g_strdup_printf (_ ("Draft · %s · %s"), count, day);
}

static GtkWidget *
make_discard_button (const KithDraft *draft, const char *title)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Discard “%s”"), title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Discard"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.discard-draft");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", draft->name);
  return button;
}

static GtkWidget *
make_draft_row (const KithDraft *draft)
{
  const char *title = *draft->title != '\0' ? draft->title : _ ("Untitled map");
  g_autofree char *line = draft_line (draft);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title,
                                 "subtitle", line, "activatable", TRUE, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_discard_button (draft, title));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.open-draft");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", draft->name);
  return row;
}

static void
fill_drafts (KithStartPage *self)
{
  g_autoptr (GPtrArray) drafts = kith_document_list_drafts ();

  remove_children (GTK_WIDGET (self->drafts));
  for (guint i = 0; drafts != NULL && i < drafts->len; i++)
    gtk_list_box_append (self->drafts, make_draft_row (g_ptr_array_index (drafts, i)));
  gtk_widget_set_visible (self->drafts_section, drafts != NULL && drafts->len > 0);
}

/* Recent maps --------------------------------------------------------------------------------- */

static void
fill_recent (KithStartPage *self)
{
  g_autoptr (GPtrArray) recents = kith_recent_list ();

  remove_children (GTK_WIDGET (self->recent));
  for (guint i = 0; i < recents->len; i++)
    {
      const KithRecent *recent = g_ptr_array_index (recents, i);
      g_autofree char *picture = kith_recent_find_picture (recent->path,
                                                           MAX (recent->audience, self->audience));
      g_autofree char *uri = g_filename_to_uri (recent->path, NULL, NULL);
      g_autofree char *base = g_filename_display_basename (recent->path);
      g_autofree char *line = day_words (recent->opened);
      const char *title = recent->title != NULL && *recent->title != '\0' ? recent->title : base;

      add_tile (self->recent, kith_map_tile_new (title, line, picture, "text-x-generic-symbolic"),
                "app.open-uri", uri);
    }
  gtk_widget_set_visible (self->recent_section, recents->len > 0);
}

/* Examples ------------------------------------------------------------------------------------ */

static GdkTexture *
draw_example (const char *path, KithAudience audience, char **title)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (KithMap) map = kith_file_load (file, NULL);
  KithView view = KITH_VIEW_INIT;
  g_autoptr (GBytes) png = NULL;

  *title = NULL;
  if (map == NULL)
    return NULL;

  view.audience = audience;
  view.legend = KITH_CORNER_HIDDEN;
  *title = g_strdup (kith_map_about (map)->title);
  png = kith_export_thumbnail (map, &view, KITH_RECENT_WIDTH * 2, KITH_RECENT_HEIGHT * 2);
  return png != NULL ? gdk_texture_new_from_bytes (png, NULL) : NULL;
}

static void
add_example (KithStartPage *self, const char *path)
{
  g_autofree char *title = NULL;
  g_autoptr (GdkTexture) texture = draw_example (path, self->audience, &title);

  if (title == NULL)
    return;

  add_tile (self->examples,
            kith_map_tile_new_for_texture (title, _ ("Opens as a copy of your own"), texture,
                                           "text-x-generic-symbolic"),
            "app.open-example", path);
}

/* The page shows before the examples have been read and drawn. */
static gboolean
on_idle (gpointer data)
{
  KithStartPage *self = data;
  g_autoptr (GPtrArray) examples = kith_places_examples ();

  self->idle = 0;
  self->drawn_for = self->audience;
  remove_children (GTK_WIDGET (self->examples));
  for (guint i = 0; i < examples->len; i++)
    add_example (self, g_ptr_array_index (examples, i));
  gtk_widget_set_visible (self->examples_section,
                          gtk_widget_get_first_child (GTK_WIDGET (self->examples)) != NULL);

  return G_SOURCE_REMOVE;
}

static void
on_narrow (KithStartPage *self)
{
  gboolean narrow = kith_narrow_bin_is_narrow (self->narrow_bin);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->buttons),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

static void
fill (KithStartPage *self)
{
  self->old = FALSE;
  fill_drafts (self);
  fill_recent (self);
  if (self->drawn_for != (int) self->audience)
    gtk_widget_set_visible (self->examples_section, FALSE);
  if (self->drawn_for != (int) self->audience && self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, on_idle, self, NULL);
}

static void
kith_start_page_map (GtkWidget *widget)
{
  KithStartPage *self = KITH_START_PAGE (widget);

  if (self->old)
    fill (self);
  GTK_WIDGET_CLASS (kith_start_page_parent_class)->map (widget);
  gtk_widget_grab_focus (self->new_button);
}

static void
kith_start_page_dispose (GObject *object)
{
  KithStartPage *self = KITH_START_PAGE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->idle, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (kith_start_page_parent_class)->dispose (object);
}

static void
kith_start_page_class_init (KithStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (KITH_TYPE_NARROW_BIN);
  G_OBJECT_CLASS (klass)->dispose = kith_start_page_dispose;
  widget_class->map = kith_start_page_map;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KithStartPage, narrow_bin);
  gtk_widget_class_bind_template_child (widget_class, KithStartPage, buttons);
  gtk_widget_class_bind_template_child (widget_class, KithStartPage, drafts_section);
  gtk_widget_class_bind_template_child (widget_class, KithStartPage, drafts);
  gtk_widget_class_bind_template_child (widget_class, KithStartPage, recent_section);
  gtk_widget_class_bind_template_child (widget_class, KithStartPage, recent);
  gtk_widget_class_bind_template_child (widget_class, KithStartPage, examples_section);
  gtk_widget_class_bind_template_child (widget_class, KithStartPage, examples);
  gtk_widget_class_bind_template_child (widget_class, KithStartPage, new_button);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
kith_start_page_init (KithStartPage *self)
{
  self->drawn_for = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kith_start_page_refresh:
 * @self: the page
 * @audience: who is looking
 *
 * Lists drafts, recent maps and, when idle, the examples, as soon as the page is seen. Reads every
 * example, some 20 ms each.
 */
void
kith_start_page_refresh (KithStartPage *self, KithAudience audience)
{
  g_return_if_fail (KITH_IS_START_PAGE (self));

  self->audience = audience;
  self->old = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}
