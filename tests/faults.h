/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disk that fails when it is told to: the calls of libc that change files, put before libc's own
 * in the program that includes this (once). Works on SQLite and GLib too. */
#pragma once

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

#include <glib.h>

static struct
{
  gint armed;
  gint calls;      /* since armed */
  int at;          /* the call that fails, from 1 */
  gboolean onward; /* and all after it */
  int code;        /* errno */
} faults;

static inline void
faults_arm (int at, gboolean onward, int code)
{
  faults.at = at;
  faults.onward = onward;
  faults.code = code;
  g_atomic_int_set (&faults.calls, 0);
  g_atomic_int_set (&faults.armed, TRUE);
}

/* Returns whether any call failed. */
static inline gboolean
faults_disarm (void)
{
  g_atomic_int_set (&faults.armed, FALSE);
  return g_atomic_int_get (&faults.calls) >= faults.at;
}

static inline gboolean
faults_now (void)
{
  int n;

  if (!g_atomic_int_get (&faults.armed))
    return FALSE;
  n = g_atomic_int_add (&faults.calls, 1) + 1;
  if (n != faults.at && !(faults.onward && n > faults.at))
    return FALSE;
  errno = faults.code;
  return TRUE;
}

#define FAULTY(type, name, parameters, arguments)            \
  type name parameters;                                      \
  type name parameters                                       \
  {                                                          \
    static type (*real) parameters;                          \
                                                             \
    if (real == NULL)                                        \
      real = (type (*) parameters) dlsym (RTLD_NEXT, #name); \
    return faults_now () ? (type) -1 : real arguments;       \
  }

FAULTY (ssize_t, write, (int fd, const void *data, size_t n), (fd, data, n))
FAULTY (ssize_t, pwrite64, (int fd, const void *data, size_t n, off64_t at), (fd, data, n, at))
FAULTY (int, fsync, (int fd), (fd))
FAULTY (int, fdatasync, (int fd), (fd))
FAULTY (int, ftruncate64, (int fd, off64_t length), (fd, length))
FAULTY (int, rename, (const char *from, const char *to), (from, to))
FAULTY (int, fchmod, (int fd, mode_t mode), (fd, mode))
