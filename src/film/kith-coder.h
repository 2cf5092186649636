/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What makes videos on this computer: ffmpeg or GStreamer, with an encoder that it has. Knows which
 * programs there are and how to call them, not maps. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  KITH_VIDEO_MP4,  /* H.264: what slides, phones and browsers play */
  KITH_VIDEO_WEBM, /* VP9 or VP8 */
} KithVideo;

#define KITH_N_VIDEOS 2

/* One way to make a video. */
typedef struct _KithCoder KithCoder;

/* The best that this computer has for such a video, or NULL. The first call asks the programs, which
 * takes up to a few seconds, and ten for one that hangs; what is found is kept. Any thread. */
const KithCoder *kith_coder_find (KithVideo video);
/* What is missing and what to install, in whole sentences; with the numbered pictures that there are
 * without (transfer full). */
char *kith_coder_missing_words (KithVideo video);
/* "mp4", "webm" */
const char *kith_video_ending (KithVideo video);
/* The program and what it is told, to read pictures from its standard input and write the video over
 * the file of that name in its working folder (transfer full). */
GStrv kith_coder_command (const KithCoder *coder,
                          int width,
                          int height,
                          guint rate,
                          const char *name);
/* "ffmpeg" */
const char *kith_coder_program (const KithCoder *coder);

G_END_DECLS
