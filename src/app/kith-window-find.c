/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Find: the words of the map that this window shows, and only of that one. */
#include <glib/gi18n.h>

#include "kith-annotations.h"
#include "kith-now.h"
#include "kith-search.h"
#include "kith-sector-dot.h"
#include "kith-sectors.h"
#include "kith-window-private.h"

#define MAX_SHOWN 50

static GtkWidget *
dot_of (KithWindow *self, KithMap *map, KithId id)
{
  const KithStakeholder *stakeholder = kith_map_stakeholder (map, id);
  GtkWidget *dot = kith_sector_dot_new ();

  kith_sector_dot_set (KITH_SECTOR_DOT (dot), kith_viewer_get_view (self->viewer)->palette,
                       kith_sector_colour (map, stakeholder->sector),
                       kith_sector_sign (map, stakeholder->sector));
  return dot;
}

static GtkWidget *
icon_of (KithWindow *self, KithMap *map, const KithFound *found)
{
  static const char *const icons[KITH_N_KINDS] = {
    [KITH_LINK] = "kith-link-symbolic",   [KITH_ASSESSMENT] = "kith-link-symbolic",
    [KITH_SPACE] = "kith-space-symbolic", [KITH_MEMBERSHIP] = "kith-space-symbolic",
    [KITH_EVENT] = "kith-event-symbolic", [KITH_ANNOTATION] = "kith-frame-symbolic",
  };
  const char *name = icons[found->kind];
  GtkWidget *icon;

  if (found->kind == KITH_STAKEHOLDER)
    return dot_of (self, map, found->id);
  icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       "icon-name", name != NULL ? name : "text-x-generic-symbolic",
                       "width-request", 20, NULL);
  return icon;
}

/* Of what was found by its name: what it is, or where. */
static char *
more_about (KithMap *map, const KithFound *found)
{
  if (found->kind == KITH_STAKEHOLDER)
    {
      const KithStakeholder *stakeholder = kith_map_stakeholder (map, found->id);
      const char *sector = kith_sector_name (map, stakeholder->sector);

      if (*stakeholder->kind == '\0')
        return g_strdup (sector);
      return g_strdup_printf ("%s · %s", stakeholder->kind, sector);
    }
  if (found->kind == KITH_LINK)
    return g_strdup (kith_enum_label (&kith_link_kinds, kith_map_link (map, found->id)->kind));
  if (found->kind == KITH_ANNOTATION)
    return g_strdup (
        kith_enum_label (&kith_annotation_forms, kith_map_annotation (map, found->id)->form));
  if (found->kind == KITH_EVENT)
    {
      const KithEvent *event = kith_map_event (map, found->id);

      if (kith_date_is_set (&event->date))
        return kith_date_to_words (&event->date);
    }
  return NULL;
}

/* What has ended is found too: it is shown when it is taken. */
static KithMap *
searched (KithWindow *self)
{
  const KithView *view = kith_viewer_get_view (self->viewer);

  return view->day == 0 && view->comparison == NULL ? kith_viewer_get_seen_map (self->viewer)
                                                    : kith_viewer_get_map (self->viewer);
}

static char *
side_of (KithWindow *self, const KithFound *found, const char *kind)
{
  KithMap *seen = kith_viewer_get_seen_map (self->viewer);
  gconstpointer record = NULL;
  KithKind owner;

  if (kith_viewer_not_now (self->viewer, found->owner)
      && kith_map_kind_of (seen, found->owner, &owner))
    record = kith_map_get (seen, owner, found->owner);
  if (record != NULL
      && kith_record_when (seen, record, kith_date_today ().first) == KITH_WHEN_TO_COME)
    /* Translators: beside something that was found: "Stakeholder, is to come" */
    return g_strdup_printf (_ ("%s, is to come"), kind);
  if (record != NULL)
    /* Translators: beside something that was found: "Stakeholder, has ended" */
    return g_strdup_printf (_ ("%s, has ended"), kind);
  if (found->kind == KITH_SCENE || kith_viewer_passes (self->viewer, found->owner))
    return g_strdup (kind);
  /* Translators: beside something that was found: "Stakeholder, filtered out" */
  return g_strdup_printf (_ ("%s, filtered out"), kind);
}

static void
offer (KithFinder *finder, KithWindow *self, const KithFound *found, const char *words)
{
  KithMap *map = searched (self);
  g_autofree char *more = found->snippet == NULL ? more_about (map, found) : NULL;
  const char *kind = _ (kith_kind_info (found->kind)->label);
  g_autofree char *side = side_of (self, found, kind);
  KithFinderItem item = {
    .id = found->owner,
    .title = found->title,
    .side = side,
    .where = found->where,
    .text = found->snippet != NULL ? found->snippet : more,
    .words = words,
    .icon = icon_of (self, map, found),
  };

  kith_finder_add (finder, &item);
}

static void
find_search (KithFinder *finder, const char *words, gpointer data)
{
  KithWindow *self = data;
  guint n = 0;
  g_autoptr (GPtrArray) found = kith_search (searched (self), words, MAX_SHOWN, &n);
  g_autofree char *blank = g_strstrip (g_strdup (words));
  g_autofree char *said = NULL;

  for (guint i = 0; i < found->len; i++)
    offer (finder, self, g_ptr_array_index (found, i), words);
  if (n > found->len)
    said = g_strdup_printf (ngettext ("The first %u of %u: another word narrows them down",
                                      "The first %u of %u: another word narrows them down", n),
                            found->len, n);
  else if (n > 0)
    said = g_strdup_printf (ngettext ("%u found", "%u found", n), n);
  else if (*blank != '\0')
    said = g_strdup_printf (_ ("Nothing on this map holds “%s”"), blank);
  else
    said = g_strdup (_ ("Names, kinds, sectors, notes, events and shared spaces"));
  kith_finder_say (finder, said);
}

/* What belongs to the whole map stands in the inspector while nothing is selected. */
static void
find_take (gint64 id, gpointer data)
{
  KithWindow *self = data;

  if (kith_map_scene (kith_viewer_get_seen_map (self->viewer), id) != NULL)
    {
      kith_window_show_scene (self, id);
      return;
    }
  kith_window_reveal (self, id);
  kith_viewer_select_only (self->viewer, id);
  if (id != 0)
    kith_canvas_show (self->canvas, id);
  else
    kith_window_set_sidebar (self, TRUE);
  kith_window_grab_map (self, FALSE);
}

static const KithFinderSource find = {
  .name = N_ ("Find on the map"),
  .hint = N_ ("Find on the map"),
  .search = find_search,
  .take = find_take,
  .remembers = TRUE,
};

void
kith_window_find (KithWindow *self)
{
  kith_window_flush (self);
  kith_finder_open (self->finder, &find, self);
}
