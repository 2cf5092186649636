/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-workshop-dialog.h"

#include <glib/gi18n.h>

#include "kith-binder.h"
#include "kith-round.h"
#include "kith-workshop-map.h"

typedef enum
{
  SELECTED,
  IN_SIGHT,
  UNHEARD,
  OF_ROUND,
  N_CHOICES,
} Choice;

/* What is asked for; goes with its dialog. */
typedef struct
{
  KithWindow *window; /* borrowed: it is what the dialog is transient for */
  KithWorkshopChosen chosen;
  KithMap *map; /* as partners see it now */
  GArray *links[N_CHOICES];
  GPtrArray *rounds; /* of KithRound, as `round` lists them */
  GtkCheckButton *checks[N_CHOICES];
  GtkDropDown *round;
  GtkCheckButton *silent;
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  for (guint i = 0; i < N_CHOICES; i++)
    g_clear_pointer (&asking->links[i], g_array_unref);
  g_ptr_array_unref (asking->rounds);
  kith_map_unref (asking->map);
  g_free (asking);
}

/* What is silent yet is in nobody's map. */
static void
list_rounds (Asking *asking)
{
  g_autoptr (GPtrArray) all = kith_map_rounds (asking->map);

  asking->rounds = g_ptr_array_new ();
  for (guint i = 0; i < all->len; i++)
    {
      g_autoptr (GArray) links = kith_workshop_of_round (asking->map, KITH_ID (all->pdata[i]));

      if (links->len > 0)
        g_ptr_array_add (asking->rounds, all->pdata[i]);
    }
}

static void
list_links (Asking *asking)
{
  KithViewer *viewer = kith_window_get_viewer (asking->window);
  g_autoptr (GArray) selected = kith_viewer_dup_selection (viewer);

  asking->links[SELECTED] = kith_workshop_selected (asking->map,
                                                    (const KithId *) (gpointer) selected->data,
                                                    selected->len);
  asking->links[IN_SIGHT] = kith_workshop_in_sight (asking->map, kith_viewer_get_map (viewer));
  asking->links[UNHEARD] = kith_workshop_unheard (asking->map);
}

static void
list_of_round (Asking *asking)
{
  guint at = gtk_drop_down_get_selected (asking->round);

  g_clear_pointer (&asking->links[OF_ROUND], g_array_unref);
  asking->links[OF_ROUND] = at < asking->rounds->len
                                ? kith_workshop_of_round (asking->map,
                                                          KITH_ID (asking->rounds->pdata[at]))
                                : g_array_new (FALSE, FALSE, sizeof (KithId));
}

/* --- What it looks like --- */

static void
name_check (Asking *asking, Choice choice)
{
  static const char *const words[] = {
    [SELECTED] = N_ ("Links selected on the map (%u)"),
    [IN_SIGHT] = N_ ("All links in sight (%u)"),
    [UNHEARD] = N_ ("Links nobody has rated yet (%u)"),
    [OF_ROUND] = N_ ("Links of a round, open or closed (%u)"),
  };
  guint n = asking->links[choice]->len;
  g_autofree char *label = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral" /* all of the table above */
  label = g_strdup_printf (_ (words[choice]), n);
#pragma GCC diagnostic pop
  gtk_check_button_set_label (asking->checks[choice], label);
  gtk_widget_set_sensitive (GTK_WIDGET (asking->checks[choice]), n > 0);
}

static void
on_round (Asking *asking)
{
  list_of_round (asking);
  name_check (asking, OF_ROUND);
}

static void
on_choice (Asking *asking)
{
  gtk_widget_set_visible (GTK_WIDGET (asking->round),
                          gtk_check_button_get_active (asking->checks[OF_ROUND]));
}

static void
make_rounds (Asking *asking, GtkBox *box)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; i < asking->rounds->len; i++)
    g_ptr_array_add (titles, ((const KithRound *) asking->rounds->pdata[i])->title);
  g_ptr_array_add (titles, NULL);
  asking->round = GTK_DROP_DOWN (
      gtk_drop_down_new_from_strings ((const char *const *) titles->pdata));
  kith_drop_down_set_name (asking->round, _ ("Which round"));
  list_of_round (asking);
  g_signal_connect_swapped (asking->round, "notify::selected", G_CALLBACK (on_round), asking);
  gtk_box_append (box, GTK_WIDGET (asking->round));
}

/* Enter starts, though a choice has the keyboard. */
static gboolean
on_key (GtkEventControllerKey *keys, guint keyval, guint code, GdkModifierType state, gpointer data)
{
  GtkWidget *box = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (box));

  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) || !GTK_IS_CHECK_BUTTON (focus))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_default (box);
  return GDK_EVENT_STOP;
}

static void
take_enter (GtkWidget *box)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), NULL);
  gtk_widget_add_controller (box, keys);
}

static GtkWidget *
make_choices (Asking *asking)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  Choice first = N_CHOICES;

  make_rounds (asking, box);
  for (int i = N_CHOICES - 1; i >= 0; i--)
    {
      asking->checks[i] = GTK_CHECK_BUTTON (gtk_check_button_new ());
      name_check (asking, (Choice) i);
      gtk_check_button_set_group (asking->checks[i],
                                  i < N_CHOICES - 1 ? asking->checks[N_CHOICES - 1] : NULL);
      g_signal_connect_swapped (asking->checks[i], "toggled", G_CALLBACK (on_choice), asking);
      gtk_box_prepend (box, GTK_WIDGET (asking->checks[i]));
      if (asking->links[i]->len > 0 && (i != IN_SIGHT || first == N_CHOICES || first == OF_ROUND))
        first = (Choice) i;
    }
  gtk_check_button_set_active (asking->checks[MIN (first, OF_ROUND)], TRUE);
  asking->silent = GTK_CHECK_BUTTON (
      gtk_check_button_new_with_label (_ ("Voices answer silently first")));
  gtk_widget_set_margin_top (GTK_WIDGET (asking->silent), 12);
  gtk_box_append (box, GTK_WIDGET (asking->silent));
  on_choice (asking);
  take_enter (GTK_WIDGET (box));
  return GTK_WIDGET (box);
}

/* --- Its answer --- */

static void
on_answered (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  Asking *asking = data;
  KithWorkshopPlan plan = { NULL, 0, gtk_check_button_get_active (asking->silent) };
  guint at = gtk_drop_down_get_selected (asking->round);

  if (!g_str_equal (response, "start"))
    return;
  for (guint i = 0; i < N_CHOICES; i++)
    if (gtk_check_button_get_active (asking->checks[i]))
      plan.links = g_array_ref (asking->links[i]);
  if (gtk_check_button_get_active (asking->checks[OF_ROUND]) && at < asking->rounds->len)
    plan.round = KITH_ID (asking->rounds->pdata[at]);
  if (plan.links != NULL && plan.links->len > 0)
    asking->chosen (asking->window, &plan);
  else
    g_clear_pointer (&plan.links, g_array_unref);
}

static void
say_none (KithWindow *window)
{
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (window), _ ("There Are No Links to Rate"),
      _ ("Draw a link between two stakeholders first: mark one of them and press L. Links that are "
         "private, or whose ends are, are not shown to a room."));

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
ask (Asking *asking)
{
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (asking->window), _ ("Workshop"),
      _ ("The room rates one link at a time. Which links? What is private is not among them."));

  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), make_choices (asking));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "start",
                                    _ ("_Start"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "start",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "start");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (on_answered), asking);
  g_object_set_data_full (G_OBJECT (dialog), "asking", asking, asking_free);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * kith_workshop_dialog_open:
 * @window: a window with a map
 * @chosen: what is done with the answer
 *
 * Offers what partners may see of the map as it is now, whoever looks at the window.
 */
void
kith_workshop_dialog_open (KithWindow *window, KithWorkshopChosen chosen)
{
  g_autoptr (KithViewer) viewer = kith_viewer_new (kith_window_get_document (window));
  Asking *asking = g_new0 (Asking, 1);

  kith_viewer_set_audience (viewer, KITH_PARTNERS);
  asking->window = window;
  asking->chosen = chosen;
  asking->map = kith_map_ref (kith_viewer_get_map (viewer));
  list_rounds (asking);
  list_links (asking);
  if (kith_map_n (asking->map, KITH_LINK) > 0)
    {
      ask (asking);
      return;
    }
  asking_free (asking);
  say_none (window);
}
