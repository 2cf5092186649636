/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-status.h"

/**
 * kith_status_announce:
 * @widget: the widget that says it
 * @text: a sentence, or nothing
 *
 * Has a screen reader say something; an alert interrupts what it is saying. GTK 4.8 tells it the
 * new name of the label instead, which GTK 4.18 no longer gives to a status.
 */
void
kith_status_announce (GtkWidget *widget, const char *text)
{
#if GTK_CHECK_VERSION(4, 14, 0)
  gboolean urgent = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget))
                    == GTK_ACCESSIBLE_ROLE_ALERT;

  if (*text == '\0' || !gtk_widget_get_mapped (widget))
    return;
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS /* it is newer than the GTK we ask for */
      gtk_accessible_announce (GTK_ACCESSIBLE (widget), text,
                               urgent ? GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH
                                      : GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  G_GNUC_END_IGNORE_DEPRECATIONS
#endif
}

/**
 * kith_status_set_text:
 * @label: a label with the accessible role "status" or "alert"
 * @text: what it says, without markup
 *
 * Shows and announces it. Whoever hides the label while it has nothing to say shows it first, or
 * nothing is announced.
 */
void
kith_status_set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text);
  kith_status_announce (GTK_WIDGET (label), text);
}
