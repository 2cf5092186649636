/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs another program for a test, which fails unless that one succeeds. */
#pragma once

#include <gio/gio.h>
#include <stdarg.h>

/* Its arguments end with NULL; returns (transfer full) what it wrote to its standard output. */
static inline GBytes *
run_program (const char *first, ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *out = NULL;
  va_list list;

  va_start (list, first);
  for (const char *arg = first; arg != NULL; arg = va_arg (list, const char *))
    g_ptr_array_add (argv, (gpointer) arg);
  va_end (list);
  g_ptr_array_add (argv, NULL);
  process = g_subprocess_newv ((const char *const *) argv->pdata, G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                               &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, NULL, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return out;
}

/* The same as text. */
#define run_program_text(...) run_program_to_text (run_program (__VA_ARGS__))

static inline char *
run_program_to_text (GBytes *out)
{
  gsize size = g_bytes_get_size (out);
  char *text = size > 0 ? g_strndup (g_bytes_get_data (out, NULL), size) : g_strdup ("");

  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_bytes_unref (out);
  return text;
}
