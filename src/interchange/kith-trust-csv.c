/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-trust-csv.h"

#include <glib/gi18n-lib.h>

static void
write_line (GString *out, const char *text)
{
  kith_csv_write_text (out, TRUE, text);
  kith_csv_write_end (out);
}

/* Never in bare brackets: spreadsheets take those for a number below zero. */
static void
write_median (GString *out, double median, gboolean guess)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *text = NULL;

  if (!guess)
    {
      kith_csv_write_number (out, FALSE, median);
      return;
    }
  g_ascii_formatd (number, sizeof number, "%g", median);
  /* Translators: a step that is our impression, not heard from them: "3 (impression)" */
  text = g_strdup_printf (_ ("%s (impression)"), number);
  kith_csv_write_text (out, FALSE, text);
}

static void
write_opinion (GString *out, const KithTrustCell *cell)
{
  if (cell == NULL || cell->n == 0)
    kith_csv_write_text (out, FALSE, "");
  else if (cell->opinion.voices > 0)
    write_median (out, cell->opinion.median, cell->opinion.impression);
  else
    kith_csv_write_text (out, FALSE, kith_enum_label (&kith_scores, cell->opinion.absence));
}

static void
write_voices (GString *out, const KithTrustCell *cell)
{
  if (cell == NULL || cell->n == 0)
    kith_csv_write_text (out, FALSE, "");
  else
    kith_csv_write_number (out, FALSE, cell->opinion.voices);
}

static void
write_sum (GString *out, const KithTrustSum *sum)
{
  if (sum->rated > 0)
    write_median (out, sum->median, sum->guess);
  else
    kith_csv_write_text (out, FALSE, "");
  kith_csv_write_number (out, FALSE, sum->voices);
  kith_csv_write_number (out, FALSE, sum->unknown);
}

static void
write_heading (GString *out, const KithTrustSheet *sheet, gboolean sums)
{
  kith_csv_write_text (out, TRUE, _ ("Who rates (down) whom (across)"));
  for (guint i = 0; i < kith_trust_sheet_n (sheet); i++)
    kith_csv_write_text (out, FALSE, kith_trust_sheet_column (sheet, i)->stakeholder->name);
  if (sums)
    {
      kith_csv_write_text (out, FALSE, _ ("Median"));
      kith_csv_write_text (out, FALSE, _ ("Voices"));
      kith_csv_write_text (out, FALSE, _ ("Not known"));
    }
  kith_csv_write_end (out);
}

static void
write_rows (GString *out,
            const KithTrustSheet *sheet,
            void (*write) (GString *out, const KithTrustCell *cell),
            gboolean sums)
{
  guint n = kith_trust_sheet_n (sheet);

  write_heading (out, sheet, sums);
  for (guint row = 0; row < n; row++)
    {
      kith_csv_write_text (out, TRUE, kith_trust_sheet_row (sheet, row)->stakeholder->name);
      for (guint column = 0; column < n; column++)
        write (out, kith_trust_sheet_cell (sheet, row, column));
      if (sums)
        write_sum (out, &kith_trust_sheet_row (sheet, row)->says);
      kith_csv_write_end (out);
    }
}

static void
write_column_sums (GString *out, const KithTrustSheet *sheet)
{
  guint n = kith_trust_sheet_n (sheet);

  kith_csv_write_text (out, TRUE, _ ("Median"));
  for (guint i = 0; i < n; i++)
    {
      const KithTrustSum *sum = &kith_trust_sheet_column (sheet, i)->is_said;

      if (sum->rated > 0)
        write_median (out, sum->median, sum->guess);
      else
        kith_csv_write_text (out, FALSE, "");
    }
  kith_csv_write_end (out);
  kith_csv_write_text (out, TRUE, _ ("Voices"));
  for (guint i = 0; i < n; i++)
    kith_csv_write_number (out, FALSE, kith_trust_sheet_column (sheet, i)->is_said.voices);
  kith_csv_write_end (out);
  kith_csv_write_text (out, TRUE, _ ("Not known"));
  for (guint i = 0; i < n; i++)
    kith_csv_write_number (out, FALSE, kith_trust_sheet_column (sheet, i)->is_said.unknown);
  kith_csv_write_end (out);
}

/**
 * kith_trust_csv_write:
 * @sheet: a sheet
 * @facts: which map it is of, of which date, for whom
 *
 * Returns: (transfer full): the table, in UTF-8 with a byte-order mark
 */
GBytes *
kith_trust_csv_write (const KithTrustSheet *sheet, const char *facts)
{
  GString *out = g_string_new ("\xef\xbb\xbf");
  gboolean sums = kith_trust_sheet_look (sheet)->medians;
  g_autofree char *title = kith_trust_sheet_title (sheet);

  write_line (out, title);
  write_line (out, facts);
  write_line (out, kith_trust_sheet_sentence ());
  write_rows (out, sheet, write_opinion, sums);
  if (sums)
    write_column_sums (out, sheet);
  kith_csv_write_end (out);
  write_line (out, _ ("How many voices stand behind each"));
  write_rows (out, sheet, write_voices, FALSE);
  return g_string_free_to_bytes (out);
}
