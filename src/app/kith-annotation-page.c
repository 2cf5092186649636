/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-annotation-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "kith-annotations.h"
#include "kith-note-row.h"
#include "kith-picture-row.h"
#include "kith-verbs.h"

struct _KithAnnotationPage
{
  KithPage parent_instance;

  /* Template */
  AdwPreferencesGroup *what;
  GtkWidget *words;
  GtkWidget *title;
  KithPictureRow *picture;
  AdwComboRow *colour;
  AdwActionRow *opacity_row;
  GtkSpinButton *opacity;
  GtkSpinButton *width;
  GtkWidget *height_row;
  GtkSpinButton *height;
  GtkWidget *locked;
  GtkWidget *is_private;

  /* State */
  gboolean setting; /* the page itself is writing into the widgets */
};

G_DEFINE_FINAL_TYPE (KithAnnotationPage, kith_annotation_page, KITH_TYPE_PAGE)

/* By their place in the palette. */
static const char *const colours[] = {
  N_ ("Blue"),  N_ ("Sea blue"), N_ ("Teal"),  N_ ("Violet"), N_ ("Plum"),
  N_ ("Green"), N_ ("Indigo"),   N_ ("Olive"), N_ ("Ochre"),  N_ ("Jade"),
  N_ ("Red"),   N_ ("Brown"),    N_ ("Grey"),
};

static const KithAnnotation *
shown (KithAnnotationPage *self)
{
  KithPage *page = KITH_PAGE (self);

  return kith_map_annotation (kith_page_get_map (page), kith_page_get_id (page));
}

static void
set_number (KithAnnotationPage *self, const char *field, int value)
{
  KithPage *page = KITH_PAGE (self);
  KithViewer *viewer = kith_page_get_viewer (page);
  g_autofree char *text = g_strdup_printf ("%d", value);
  GError *error = NULL;
  KithEdit *edit;

  if (self->setting || shown (self) == NULL)
    return;
  edit = kith_verb_set (kith_viewer_get_whole_map (viewer), KITH_ANNOTATION,
                        kith_page_get_id (page), field, text, &error);
  kith_viewer_perform (viewer, edit, error);
}

static void
on_colour (KithAnnotationPage *self)
{
  guint chosen = adw_combo_row_get_selected (self->colour);

  if (chosen != GTK_INVALID_LIST_POSITION)
    set_number (self, "colour", (int) chosen);
}

static void
on_opacity (KithAnnotationPage *self)
{
  set_number (self, "opacity", gtk_spin_button_get_value_as_int (self->opacity));
}

/* The top left corner stays; a picture keeps its shape. */
static void
resize (KithAnnotationPage *self, double width, double height)
{
  KithPage *page = KITH_PAGE (self);
  KithViewer *viewer = kith_page_get_viewer (page);
  const KithAnnotation *before = shown (self);
  KithPlace place;

  if (self->setting || !kith_record_place (before, &place))
    return;
  if (before->form == KITH_ANNOTATION_BACKDROP && width != round (place.width))
    height = width * place.height / place.width;
  else if (before->form == KITH_ANNOTATION_BACKDROP)
    width = height * place.width / place.height;
  place.x += (width - place.width) / 2;
  place.y += (height - place.height) / 2;
  place.width = width;
  place.height = height;
  kith_viewer_perform (viewer,
                       kith_verb_resize (kith_viewer_get_whole_map (viewer),
                                         kith_page_get_id (page), &place),
                       NULL);
}

static void
on_size (KithAnnotationPage *self)
{
  resize (self, gtk_spin_button_get_value (self->width), gtk_spin_button_get_value (self->height));
}

static void
set_up_colours (KithAnnotationPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    gtk_string_list_append (names, _ (colours[i]));
  adw_combo_row_set_model (self->colour, G_LIST_MODEL (names));
  kith_widget_name_after (GTK_WIDGET (self->colour), ADW_PREFERENCES_ROW (self->colour));
}

static void
kith_annotation_page_set_up (KithPage *page)
{
  KithAnnotationPage *self = KITH_ANNOTATION_PAGE (page);
  KithBinder *binder = kith_page_get_binder (page);

  self->setting = TRUE;
  set_up_colours (self);
  self->setting = FALSE;
  kith_binder_bind (binder, "text", self->words);
  kith_binder_bind (binder, "text", self->title);
  kith_binder_bind (binder, "locked", self->locked);
  kith_binder_bind (binder, "private", self->is_private);
  kith_widget_set_name (GTK_WIDGET (self->opacity), _ ("Strength, per cent"));
  kith_widget_set_name (GTK_WIDGET (self->width), _ ("Width"));
  kith_widget_set_name (GTK_WIDGET (self->height), _ ("Height"));
}

static int
usual_opacity (const KithAnnotation *annotation)
{
  switch (annotation->form)
    {
    case KITH_ANNOTATION_FRAME:
    case KITH_ANNOTATION_RING:
      return 60;
    case KITH_ANNOTATION_BACKDROP:
      return 40;
    default:
      return 0;
    }
}

static void
show_form (KithAnnotationPage *self, const KithAnnotation *annotation)
{
  gboolean text = annotation->form == KITH_ANNOTATION_TEXT;
  gboolean frame = annotation->form == KITH_ANNOTATION_FRAME;
  gboolean backdrop = annotation->form == KITH_ANNOTATION_BACKDROP;
  g_autofree char *said = NULL;
  guint n = frame ? kith_frame_n_stakeholders (kith_page_get_map (KITH_PAGE (self)), annotation)
                  : 0;

  if (frame)
    said = g_strdup_printf (ngettext ("%u stakeholder lies in it and moves with it.",
                                      "%u stakeholders lie in it and move with it.", n),
                            n);
  adw_preferences_group_set_title (self->what,
                                   kith_enum_label (&kith_annotation_forms, annotation->form));
  adw_preferences_group_set_description (self->what, said);
  gtk_widget_set_visible (self->words, text);
  gtk_widget_set_visible (self->title, !text);
  gtk_widget_set_visible (self->height_row, !text);
  gtk_widget_set_visible (GTK_WIDGET (self->picture), backdrop);
  kith_picture_row_show (self->picture, kith_page_get_viewer (KITH_PAGE (self)),
                         KITH_ID (annotation));
  gtk_widget_set_visible (GTK_WIDGET (self->colour), !backdrop);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->title),
                                 backdrop ? _ ("_Name") : _ ("_Title"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->opacity_row),
                                 text       ? _ ("_Ground behind it, %")
                                 : backdrop ? _ ("_Strength, %")
                                            : _ ("Strength of its _ground, %"));
  kith_page_set_name_row (KITH_PAGE (self), text ? self->words : self->title);
}

static void
set_spin (GtkSpinButton *spin, double value)
{
  if (round (gtk_spin_button_get_value (spin)) != round (value))
    gtk_spin_button_set_value (spin, round (value));
}

static void
kith_annotation_page_refresh (KithPage *page)
{
  KithAnnotationPage *self = KITH_ANNOTATION_PAGE (page);
  const KithAnnotation *annotation = shown (self);

  if (annotation == NULL)
    return;
  self->setting = TRUE;
  show_form (self, annotation);
  adw_combo_row_set_selected (self->colour, (guint) annotation->colour);
  set_spin (self->opacity,
            annotation->opacity > 0 ? annotation->opacity : usual_opacity (annotation));
  set_spin (self->width, annotation->width);
  set_spin (self->height, annotation->height);
  self->setting = FALSE;
}

static void
kith_annotation_page_dispose (GObject *object)
{
  G_OBJECT_CLASS (kith_annotation_page_parent_class)->dispose (object);
  gtk_widget_dispose_template (GTK_WIDGET (object), KITH_TYPE_ANNOTATION_PAGE);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-annotation-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KithAnnotationPage, what);
  gtk_widget_class_bind_template_child (widget_class, KithAnnotationPage, words);
  gtk_widget_class_bind_template_child (widget_class, KithAnnotationPage, title);
  gtk_widget_class_bind_template_child (widget_class, KithAnnotationPage, colour);
  gtk_widget_class_bind_template_child (widget_class, KithAnnotationPage, picture);
  gtk_widget_class_bind_template_child (widget_class, KithAnnotationPage, opacity_row);
  gtk_widget_class_bind_template_child (widget_class, KithAnnotationPage, opacity);
  gtk_widget_class_bind_template_child (widget_class, KithAnnotationPage, width);
  gtk_widget_class_bind_template_child (widget_class, KithAnnotationPage, height_row);
  gtk_widget_class_bind_template_child (widget_class, KithAnnotationPage, height);
  gtk_widget_class_bind_template_child (widget_class, KithAnnotationPage, locked);
  gtk_widget_class_bind_template_child (widget_class, KithAnnotationPage, is_private);
  gtk_widget_class_bind_template_callback (widget_class, on_colour);
  gtk_widget_class_bind_template_callback (widget_class, on_opacity);
  gtk_widget_class_bind_template_callback (widget_class, on_size);
}

static void
kith_annotation_page_class_init (KithAnnotationPageClass *klass)
{
  KithPageClass *page_class = KITH_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_annotation_page_dispose;
  page_class->kind = KITH_ANNOTATION;
  page_class->set_up = kith_annotation_page_set_up;
  page_class->refresh = kith_annotation_page_refresh;
  g_type_ensure (KITH_TYPE_NOTE_ROW);
  g_type_ensure (KITH_TYPE_PICTURE_ROW);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
kith_annotation_page_init (KithAnnotationPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
