/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How things end: descriptors are closed, locks given up, pipes lose whoever read from them. */
#include "kith-posix.h"

#include <signal.h>
#include <unistd.h>

void
kith_posix_expect_broken_pipes (void)
{
  sigset_t set;

  sigemptyset (&set);
  sigaddset (&set, SIGPIPE);
  pthread_sigmask (SIG_BLOCK, &set, NULL);
}

/* Gives the lock up and deletes its file. */
void
kith_posix_unlock (int lock, const char *path)
{
  if (lock < 0)
    return;
  unlink (path);
  kith_posix_close (lock);
}

void
kith_posix_close (int fd)
{
  if (fd >= 0)
    close (fd);
}
