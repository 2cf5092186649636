/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: its context menu, which names the keys that do the same. */
#include <glib/gi18n-lib.h>

#include "kith-canvas-private.h"
#include "kith-names.h"
#include "kith-popup.h"
#include "kith-verbs-several.h"

typedef struct
{
  const char *label; /* untranslated */
  const char *action;
  const char *keys; /* or NULL */
} Item;

static const Item of_stakeholder[] = {
  { N_ ("Link to…"), "canvas.link", "l" },
  { N_ ("Add a linked stakeholder"), "canvas.add-linked", "Tab" },
  { N_ ("Add a sibling"), "canvas.add-sibling", "<Shift>Return" },
  { N_ ("Rename"), "canvas.rename", "F2" },
};

static const Item of_clip[] = {
  { N_ ("Cut"), "canvas.cut", "<Control>x" },
  { N_ ("Copy"), "canvas.copy", "<Control>c" },
  { N_ ("Copy as a picture"), "canvas.copy-picture", "<Control><Shift>c" },
  { N_ ("Paste"), "canvas.paste-here", "<Control>v" },
  { N_ ("Duplicate"), "canvas.duplicate", "<Control>d" },
};

static const Item of_ground[] = {
  { N_ ("Add a stakeholder here"), "canvas.add-here", "n" },
  { N_ ("Quick entry…"), "win.quick-entry", "<Control><Shift>n" },
  { N_ ("Paste"), "canvas.paste-here", "<Control>v" },
  { N_ ("Select all"), "canvas.select-all", "<Control>a" },
  { N_ ("Copy the map as a picture"), "canvas.copy-picture", "<Control><Shift>c" },
};

static const Item of_map[] = {
  { N_ ("Arrange"), "canvas.arrange", "<Control>r" },
  { N_ ("Show the whole map"), "canvas.zoom-fit", "Home" },
};

static const Item of_one[] = {
  { N_ ("Show in the sidebar"), "canvas.open", "Return" },
};

static const Item of_edges[] = {
  { N_ ("Left edges"), "canvas.align-left", "<Alt><Shift>Left" },
  { N_ ("Centres, one above the other"), "canvas.align-centre", "<Alt><Shift>c" },
  { N_ ("Right edges"), "canvas.align-right", "<Alt><Shift>Right" },
  { N_ ("Top edges"), "canvas.align-top", "<Alt><Shift>Up" },
  { N_ ("Middles, side by side"), "canvas.align-middle", "<Alt><Shift>m" },
  { N_ ("Bottom edges"), "canvas.align-bottom", "<Alt><Shift>Down" },
};

static const Item of_gaps[] = {
  { N_ ("Equal gaps across"), "canvas.distribute-across", "<Alt><Shift>h" },
  { N_ ("Equal gaps down"), "canvas.distribute-down", "<Alt><Shift>v" },
  { N_ ("Same size"), "canvas.same-size", "<Alt><Shift>s" },
};

static const Item of_tags[] = {
  { N_ ("Tag…"), "win.tag-selection", "<Control><Shift>g" },
};

static const Item of_several[] = {
  { N_ ("Zoom to these"), "canvas.zoom-selection", "<Control>2" },
  { N_ ("Arrange these only"), "canvas.arrange-selection", "<Control><Shift>r" },
};

static const Item of_note[] = {
  { N_ ("Change the words"), "canvas.rename", "F2" },
  { N_ ("Show in the sidebar"), "canvas.open", "Return" },
};

static const Item of_frame[] = {
  { N_ ("Put a frame round it"), "canvas.add-frame", "<Control>g" },
};

static const Item of_page[] = {
  { N_ ("Your page…"), "win.your-page", "<Control><Alt>y" },
};

static const Item of_time[] = {
  { N_ ("Split…"), "win.split", NULL },
  { N_ ("Rename from a date…"), "win.rename-from", NULL },
  { N_ ("Close on a date…"), "win.close-stakeholder", NULL },
};

static const Item of_time_several[] = {
  { N_ ("Merge on a date…"), "win.merge", NULL },
};

static const Item of_two[] = {
  { N_ ("Compare what drives them…"), "win.compare-drivers", NULL },
};

static const Item of_frames[] = {
  { N_ ("Put a frame round these"), "canvas.add-frame", "<Control>g" },
};

static const Item of_words[] = {
  { N_ ("Add text here"), "canvas.add-text-here", "<Control>t" },
  { N_ ("Add a frame here"), "canvas.add-frame-here", "<Control>g" },
  { N_ ("Draw a frame…"), "canvas.draw-frame", NULL },
};

static const Item of_locked[] = {
  { N_ ("Select what is locked here"), "canvas.select-locked", NULL },
};

static const Item of_focus[] = {
  { N_ ("Focus on this one"), "canvas.focus-here", "<Control>F8" },
};

static const Item of_focus_several[] = {
  { N_ ("Focus on these"), "canvas.focus-here", "<Control>F8" },
};

static const Item of_focus_end[] = {
  { N_ ("End the focus"), "canvas.end-focus", "<Shift>F8" },
};

static const Item of_end[] = {
  { N_ ("Delete"), "canvas.delete", "Delete" },
};

static void
append (GMenu *menu, const Item *items, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (items[i].label), items[i].action);

      if (items[i].keys != NULL)
        g_menu_item_set_attribute (item, "accel", "s", items[i].keys);
      g_menu_append_item (menu, item);
    }
}

static void
append_section (GMenu *menu, const Item *items, guint n)
{
  g_autoptr (GMenu) section = g_menu_new ();

  append (section, items, n);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

#define APPEND(menu, items) append ((menu), (items), G_N_ELEMENTS (items))
#define APPEND_SECTION(menu, items) append_section ((menu), (items), G_N_ELEMENTS (items))

/* What is near it, and nothing else. */
static void
append_focus (KithCanvas *self, GMenu *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();
  guint n = kith_viewer_n_selected (self->viewer);

  if (n == 1)
    APPEND (section, of_focus);
  else if (n > 1)
    APPEND (section, of_focus_several);
  if (kith_filter_get_steps (kith_viewer_get_view (self->viewer)->filter) > 0)
    APPEND (section, of_focus_end);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
append_time (GMenu *menu)
{
  g_autoptr (GMenu) submenu = g_menu_new ();

  APPEND (submenu, of_time);
  g_menu_append_submenu (menu, _ ("Over time"), G_MENU_MODEL (submenu));
}

static void
append_pin (KithCanvas *self, GMenu *menu)
{
  g_autoptr (GArray) ids = kith_viewer_dup_selection (self->viewer);
  g_autofree char *words = kith_pin_to_words (kith_viewer_get_map (self->viewer),
                                              (const KithId *) (gpointer) ids->data, ids->len);

  if (words != NULL)
    g_menu_append (menu, words, "canvas.pin");
}

static GMenu *
menu_for_stakeholder (KithCanvas *self, KithId id)
{
  GMenu *menu = g_menu_new ();

  APPEND (menu, of_stakeholder);
  append_pin (self, menu);
  g_menu_append (menu, _ ("See Through Its Eyes"), "win.through");
  APPEND (menu, of_frame);
  APPEND (menu, of_page);
  append_time (menu);
  kith_canvas_append_flag_menu (self, id, menu);
  append_focus (self, menu);
  APPEND_SECTION (menu, of_clip);
  APPEND_SECTION (menu, of_end);
  return menu;
}

static GMenu *
menu_for_ground (KithCanvas *self)
{
  GMenu *menu = g_menu_new ();

  APPEND (menu, of_ground);
  APPEND_SECTION (menu, of_words);
  if (kith_figures_locked_at (self->figures, self->menu_at.x, self->menu_at.y) != 0)
    APPEND_SECTION (menu, of_locked);
  APPEND_SECTION (menu, of_map);
  append_focus (self, menu);
  return menu;
}

static GMenu *
menu_for_note (KithCanvas *self)
{
  const KithAnnotation *note = kith_canvas_only_note (self);
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  APPEND (menu, of_note);
  g_menu_append (section, note->locked ? _ ("Unlock") : _ ("Lock in place"), "canvas.lock");
  if (note->form == KITH_ANNOTATION_FRAME)
    g_menu_append (section,
                   self->frames_alone ? _ ("Move frames with what lies in them")
                                      : _ ("Move frames alone"),
                   "canvas.frames-alone");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  APPEND_SECTION (menu, of_clip);
  APPEND_SECTION (menu, of_end);
  return menu;
}

static GMenu *
menu_for_several (KithCanvas *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenu) lines = g_menu_new ();
  g_autoptr (GMenuModel) spaces = kith_canvas_space_menu (self);

  APPEND (menu, of_clip);
  APPEND_SECTION (lines, of_edges);
  APPEND_SECTION (lines, of_gaps);
  g_menu_append_submenu (section, _ ("Align"), G_MENU_MODEL (lines));
  APPEND (section, of_several);
  append_pin (self, section);
  APPEND (section, of_frames);
  g_menu_append_submenu (section, _ ("Shared space"), spaces);
  APPEND (section, of_tags);
  APPEND (section, of_time_several);
  if (kith_viewer_n_selected (self->viewer) == 2)
    APPEND (section, of_two);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  append_focus (self, menu);
  APPEND_SECTION (menu, of_end);
  return menu;
}

static GMenu *
menu_for_other (KithCanvas *self, KithKind kind)
{
  GMenu *menu = g_menu_new ();

  APPEND (menu, of_one);
  if (kind == KITH_LINK)
    {
      kith_canvas_append_link_menu (self, menu);
      kith_canvas_append_flag_menu (self, kith_viewer_get_only (self->viewer, NULL), menu);
    }
  if (kind == KITH_SPACE)
    {
      g_menu_append (menu, kith_canvas_draw_space_words (self), "canvas.draw-space");
      APPEND_SECTION (menu, of_clip);
    }
  append_focus (self, menu);
  APPEND_SECTION (menu, of_end);
  return menu;
}

static GMenu *
menu_for_selection (KithCanvas *self)
{
  KithKind kind = KITH_ABOUT;
  KithId only = kith_viewer_get_only (self->viewer, &kind);

  if (kith_viewer_n_selected (self->viewer) == 0)
    return menu_for_ground (self);
  if (only == 0)
    return menu_for_several (self);
  if (kind == KITH_ANNOTATION)
    return menu_for_note (self);
  return kind == KITH_STAKEHOLDER ? menu_for_stakeholder (self, only) : menu_for_other (self, kind);
}

/* What can be done with what is selected, at a place in pixels. */
void
kith_canvas_popup_menu (KithCanvas *self, double x, double y)
{
  g_autoptr (GMenu) menu = NULL;

  self->menu_at = kith_viewport_to_map (&self->viewport, x, y);
  menu = menu_for_selection (self);
  if (self->menu == NULL)
    self->menu = kith_popup_new (GTK_WIDGET (self), _ ("Map menu"));
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), G_MENU_MODEL (menu));
  kith_names_give (self->menu, NULL);
  kith_popup_at (self->menu, &(GdkRectangle){ (int) x, (int) y, 1, 1 });
}
