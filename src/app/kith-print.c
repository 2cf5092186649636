/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-print.h"

#include <glib/gi18n.h>

#include "kith-scribe.h"

#define KEY "page-setup"
#define NEAR 0.01 /* a page that is that much off its paper is on it */

typedef struct
{
  KithPages *pages; /* NULL until the paper is known */
  KithPrintMake make;
  gpointer data;
  GtkPageOrientation offered;
  GtkPageOrientation chosen;
  GError *error;
} Job;

/* Printer, both sides and so on: for as long as the program runs. */
static GtkPrintSettings *last_settings;

/* --- Paper --- */

GtkPageSetup *
kith_print_page_setup (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.kith_maps.Kith");
  g_autoptr (GVariant) kept = g_settings_get_value (settings, KEY);
  GtkPageSetup *setup = NULL;

  if (g_variant_n_children (kept) > 0)
    setup = gtk_page_setup_new_from_gvariant (kept);
  return setup != NULL ? setup : gtk_page_setup_new ();
}

void
kith_print_remember (GtkPageSetup *setup)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.kith_maps.Kith");

  g_settings_set_value (settings, KEY, gtk_page_setup_to_gvariant (setup));
}

void
kith_print_page_size (GtkPageSetup *setup, KithPageSize *size)
{
  GtkPaperSize *paper = gtk_page_setup_get_paper_size (setup);

  size->width = gtk_paper_size_get_width (paper, GTK_UNIT_MM);
  size->height = gtk_paper_size_get_height (paper, GTK_UNIT_MM);
  size->margin = MAX (MAX (gtk_page_setup_get_top_margin (setup, GTK_UNIT_MM),
                           gtk_page_setup_get_bottom_margin (setup, GTK_UNIT_MM)),
                      MAX (gtk_page_setup_get_left_margin (setup, GTK_UNIT_MM),
                           gtk_page_setup_get_right_margin (setup, GTK_UNIT_MM)));
}

char *
kith_print_paper_words (GtkPageSetup *setup)
{
  GtkPaperSize *paper = gtk_page_setup_get_paper_size (setup);

  /* Translators: a paper ("A4"), its width and height in millimetres. */
  return g_strdup_printf (_ ("%s, %.0f × %.0f mm"), gtk_paper_size_get_display_name (paper),
                          gtk_paper_size_get_width (paper, GTK_UNIT_MM),
                          gtk_paper_size_get_height (paper, GTK_UNIT_MM));
}

/* --- The job --- */

static gboolean
lies (GtkPageOrientation orientation)
{
  return orientation == GTK_PAGE_ORIENTATION_LANDSCAPE
         || orientation == GTK_PAGE_ORIENTATION_REVERSE_LANDSCAPE;
}

static KithOrientation
turned (const Job *job)
{
  if (lies (job->chosen) == lies (job->offered))
    return KITH_ORIENTATION_AUTO;
  return lies (job->chosen) ? KITH_ORIENTATION_LANDSCAPE : KITH_ORIENTATION_PORTRAIT;
}

static void
on_begin_print (GtkPrintOperation *print, GtkPrintContext *context, Job *job)
{
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);
  KithPageSize size;

  kith_print_page_size (setup, &size);
  job->chosen = gtk_page_setup_get_orientation (setup);
  job->pages = job->make (&size, turned (job), job->data, &job->error);
  if (job->pages != NULL)
    gtk_print_operation_set_n_pages (print, (int) kith_pages_n (job->pages));
  else
    gtk_print_operation_cancel (print);
}

/* Each page the way up that it was made for. */
static void
on_request_page_setup (GtkPrintOperation *print,
                       GtkPrintContext *context,
                       int page,
                       GtkPageSetup *setup,
                       Job *job)
{
  double width, height;

  if (job->pages == NULL)
    return;
  kith_pages_size (job->pages, (guint) page, &width, &height);
  if (lies (gtk_page_setup_get_orientation (setup)) != (width > height))
    gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                          : GTK_PAGE_ORIENTATION_PORTRAIT);
}

/* In the middle of the paper: as large as it is, or, where that is another paper, as large as fits. */
static void
on_draw_page (GtkPrintOperation *print, GtkPrintContext *context, int page, Job *job)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double paper_width = gtk_print_context_get_width (context);
  double paper_height = gtk_print_context_get_height (context);
  double width, height, fit;

  kith_pages_size (job->pages, (guint) page, &width, &height);
  fit = MIN (paper_width / (width * KITH_POINTS), paper_height / (height * KITH_POINTS));
  if (fit > 1.0 - NEAR && fit < 1.0 + NEAR)
    fit = 1.0;
  cairo_translate (cr, (paper_width - width * KITH_POINTS * fit) / 2,
                   (paper_height - height * KITH_POINTS * fit) / 2);
  cairo_scale (cr, KITH_POINTS * fit, KITH_POINTS * fit);
  kith_pages_draw (job->pages, (guint) page, cr);
}

static void
give_settings (GtkPrintOperation *print, const char *title)
{
  g_autofree char *name = g_strdup (title);
  g_autoptr (GtkPrintSettings) settings = last_settings != NULL
                                              ? gtk_print_settings_copy (last_settings)
                                              : gtk_print_settings_new ();

  g_strdelimit (name, "/\n", '-');
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
  gtk_print_operation_set_print_settings (print, settings);
}

/* What is meant for one job only is not kept. */
static void
keep_settings (GtkPrintOperation *print)
{
  GtkPrintSettings *used = gtk_print_operation_get_print_settings (print);

  g_clear_object (&last_settings);
  last_settings = gtk_print_settings_copy (used);
  gtk_print_settings_unset (last_settings, GTK_PRINT_SETTINGS_N_COPIES);
  gtk_print_settings_unset (last_settings, GTK_PRINT_SETTINGS_PRINT_PAGES);
  gtk_print_settings_unset (last_settings, GTK_PRINT_SETTINGS_PAGE_RANGES);
  gtk_print_settings_unset (last_settings, GTK_PRINT_SETTINGS_OUTPUT_URI);
  gtk_print_settings_unset (last_settings, GTK_PRINT_SETTINGS_ORIENTATION);
  gtk_print_settings_unset (last_settings, GTK_PRINT_SETTINGS_PAPER_FORMAT);
  gtk_print_settings_unset (last_settings, GTK_PRINT_SETTINGS_PAPER_WIDTH);
  gtk_print_settings_unset (last_settings, GTK_PRINT_SETTINGS_PAPER_HEIGHT);
}

/**
 * kith_print:
 * @parent: over which the dialog stands
 * @title: of the job
 * @setup: the paper, and the way up, that are offered
 * @make: makes the pages once the paper is known
 * @data: for @make
 * @error: why it could not be printed
 *
 * Returns: whether it was printed
 */
gboolean
kith_print (GtkWindow *parent,
            const char *title,
            GtkPageSetup *setup,
            KithPrintMake make,
            gpointer data,
            GError **error)
{
  g_autoptr (GtkPrintOperation) print = gtk_print_operation_new ();
  GtkPrintOperationResult result;
  Job job = { .make = make, .data = data, .offered = gtk_page_setup_get_orientation (setup) };

  gtk_print_operation_set_default_page_setup (print, setup);
  gtk_print_operation_set_use_full_page (print, TRUE);
  gtk_print_operation_set_unit (print, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (print, TRUE);
  gtk_print_operation_set_show_progress (print, TRUE);
  gtk_print_operation_set_job_name (print, title);
  give_settings (print, title);
  g_signal_connect (print, "begin-print", G_CALLBACK (on_begin_print), &job);
  g_signal_connect (print, "request-page-setup", G_CALLBACK (on_request_page_setup), &job);
  g_signal_connect (print, "draw-page", G_CALLBACK (on_draw_page), &job);
  result = gtk_print_operation_run (print, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, error);
  g_clear_pointer (&job.pages, kith_pages_free);
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    keep_settings (print);
  if (job.error != NULL)
    g_propagate_error (error, job.error);
  return result == GTK_PRINT_OPERATION_RESULT_APPLY && job.error == NULL;
}
