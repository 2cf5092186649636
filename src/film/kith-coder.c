/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-coder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a picture is as cairo has it: 32 bits a pixel in the byte order of the machine. */
#if G_BYTE_ORDER == G_LITTLE_ENDIAN
#define FFMPEG_PIXELS "bgr0"
#define GST_PIXELS "bgrx"
#else
#define FFMPEG_PIXELS "0rgb"
#define GST_PIXELS "xrgb"
#endif

#define LONGEST 10 /* seconds that a program may take to say what it has */

struct _KithCoder
{
  KithVideo video;
  const char *encoder; /* what ffmpeg calls it; or an element of GStreamer, … */
  const char *needs;   /* … by spaces, what is needed besides; NULL: this is ffmpeg's */
  const char *words;   /* what it is told, by spaces */
};

#define X264 "-c:v libx264 -preset medium -tune animation -crf 20"
#define OPENH264 "-c:v libopenh264 -b:v 6M"
#define VP9 "-c:v libvpx-vp9 -crf 28 -b:v 0 -deadline realtime -cpu-used 6 -row-mt 1"
#define VP8 "-c:v libvpx -crf 8 -b:v 6M -deadline realtime -cpu-used 6"
#define TO_MP4 " -movflags +faststart -f mp4"
#define TO_WEBM " -f webm"

/* The better ones first. */
static const KithCoder coders[] = {
  { KITH_VIDEO_MP4, "libx264", NULL, X264 TO_MP4 },
  { KITH_VIDEO_MP4, "libopenh264", NULL, OPENH264 TO_MP4 },
  { KITH_VIDEO_MP4, "x264enc", "mp4mux",
    "x264enc speed-preset=veryfast tune=stillimage pass=quant quantizer=20 ! "
    "video/x-h264,profile=high ! mp4mux faststart=true" },
  { KITH_VIDEO_MP4, "openh264enc", "h264parse mp4mux",
    "openh264enc bitrate=6000000 ! h264parse ! mp4mux faststart=true" },
  { KITH_VIDEO_WEBM, "libvpx-vp9", NULL, VP9 TO_WEBM },
  { KITH_VIDEO_WEBM, "libvpx", NULL, VP8 TO_WEBM },
  { KITH_VIDEO_WEBM, "vp9enc", "webmmux",
    "vp9enc deadline=1 cpu-used=6 end-usage=cq cq-level=24 target-bitrate=6000000 "
    "row-mt=true threads=4 ! webmmux" },
  { KITH_VIDEO_WEBM, "vp8enc", "webmmux",
    "vp8enc deadline=1 cpu-used=6 end-usage=cq cq-level=8 target-bitrate=6000000 ! webmmux" },
};

/* --- Which there are --- */

typedef struct
{
  GBytes *printed;
  gboolean ended;
  gboolean done;
} Answer;

static void
on_answer (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->ended = g_subprocess_communicate_finish (G_SUBPROCESS (source), result, &answer->printed,
                                                   NULL, NULL);
  answer->done = TRUE;
}

static gboolean
on_too_long (gpointer data)
{
  g_cancellable_cancel (data);
  return G_SOURCE_REMOVE;
}

/* One that does not answer is ended. Returns whether it did. */
static gboolean
wait_for (GSubprocess *child, GMainContext *context, Answer *answer)
{
  g_autoptr (GCancellable) limit = g_cancellable_new ();
  g_autoptr (GSource) timeout = g_timeout_source_new_seconds (LONGEST);

  g_source_set_callback (timeout, on_too_long, limit, NULL);
  g_source_attach (timeout, context);
  g_subprocess_communicate_async (child, NULL, limit, on_answer, answer);
  while (!answer->done)
    g_main_context_iteration (context, TRUE);
  g_source_destroy (timeout);
  if (!answer->ended)
    {
      /* The signal is sent from another thread: without the wait Kith can end before it is. */
      g_subprocess_force_exit (child);
      g_subprocess_wait (child, NULL, NULL);
    }
  return answer->ended;
}

/* What a program prints; NULL where it is not there, says no or hangs. `hangs`: whether it has hung,
 * now or before: such a one is not asked again. */
static char *
ask (const char *const *command, gboolean *hangs)
{
  g_autoptr (GMainContext) context = NULL;
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GBytes) printed = NULL;
  Answer answer = { NULL };

  if (*hangs)
    return NULL;
  context = g_main_context_new ();
  g_main_context_push_thread_default (context);
  child = g_subprocess_newv (command,
                             G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                             NULL);
  *hangs = child != NULL && !wait_for (child, context, &answer);
  g_main_context_pop_thread_default (context);
  printed = answer.printed;
  if (printed == NULL || !answer.ended || !g_subprocess_get_successful (child))
    return NULL;
  return g_bytes_get_size (printed) > 0
             ? g_strndup (g_bytes_get_data (printed, NULL), g_bytes_get_size (printed))
             : g_strdup ("");
}

/* Lines such as " V....D libx264  H.264 …". */
static gboolean
ffmpeg_has (const char *list, const char *encoder)
{
  g_auto (GStrv) words = NULL;

  if (list == NULL)
    return FALSE;
  words = g_regex_split_simple ("\\s+", list, 0, 0);
  return g_strv_contains ((const char *const *) words, encoder);
}

static gboolean
gst_has (const char *element, gboolean *hangs)
{
  const char *command[] = { "gst-inspect-1.0", "--exists", element, NULL };
  g_autofree char *printed = ask (command, hangs);

  return printed != NULL;
}

static gboolean
gst_can (const KithCoder *coder, gboolean *hangs)
{
  g_auto (GStrv) needs = g_strsplit (coder->needs, " ", -1);
  g_autofree char *program = g_find_program_in_path ("gst-launch-1.0");
  gboolean can = program != NULL && gst_has ("rawvideoparse", hangs)
                 && gst_has ("videoconvert", hangs) && gst_has (coder->encoder, hangs);

  for (guint i = 0; needs[i] != NULL && can; i++)
    can = gst_has (needs[i], hangs);
  return can;
}

static void
look (const KithCoder **found)
{
  const char *command[] = { "ffmpeg", "-hide_banner", "-encoders", NULL };
  gboolean ffmpeg_hangs = FALSE, gst_hangs = FALSE;
  g_autofree char *list = ask (command, &ffmpeg_hangs);

  for (guint i = 0; i < G_N_ELEMENTS (coders); i++)
    {
      const KithCoder *coder = &coders[i];

      if (found[coder->video] == NULL
          && (coder->needs != NULL ? gst_can (coder, &gst_hangs)
                                   : ffmpeg_has (list, coder->encoder)))
        found[coder->video] = coder;
    }
}

const KithCoder *
kith_coder_find (KithVideo video)
{
  static const KithCoder *found[KITH_N_VIDEOS];
  static gsize looked;

  if (g_once_init_enter (&looked))
    {
      look (found);
      g_once_init_leave (&looked, 1);
    }
  return found[video];
}

/* --- In words --- */

const char *
kith_video_ending (KithVideo video)
{
  static const char *const endings[] = { [KITH_VIDEO_MP4] = "mp4", [KITH_VIDEO_WEBM] = "webm" };

  return endings[video];
}

const char *
kith_coder_program (const KithCoder *coder)
{
  return coder->needs != NULL ? "gst-launch-1.0" : "ffmpeg";
}

char *
kith_coder_missing_words (KithVideo video)
{
  KithVideo other = video == KITH_VIDEO_MP4 ? KITH_VIDEO_WEBM : KITH_VIDEO_MP4;
  const char *needed = video == KITH_VIDEO_MP4 ? "H.264" : "VP9";

  if (kith_coder_find (other) != NULL)
    /* Translators: an ending, an encoder ("H.264"), another ending. */
    return g_strdup_printf (
        _ ("Nothing on this computer makes .%s videos: ffmpeg or GStreamer with "
           "an encoder for %s is missing. It can make .%s."),
        kith_video_ending (video), needed, kith_video_ending (other));
  return g_strdup (
      _ ("Nothing on this computer makes videos. Install ffmpeg (the package is called "
         "“ffmpeg”), or GStreamer’s tools with its good plugins "
         "(“gstreamer1.0-tools” and “gstreamer1.0-plugins-good”). Without them the film "
         "can be numbered pictures, one for each moment, which any video program puts "
         "together."));
}

/* --- What they are told --- */

static void
add_words (GPtrArray *command, const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (command, g_strdup (parts[i]));
}

/* Nothing of this machine, its programs or its time goes into the file. */
#define FFMPEG_QUIET "-map_metadata -1 -fflags +bitexact -flags:v +bitexact"
/* The colours of a screen, said and meant. */
#define FFMPEG_COLOUR                                                                \
  "-vf scale=out_color_matrix=bt709:out_range=tv -pix_fmt yuv420p -colorspace bt709" \
  " -color_primaries bt709 -color_trc bt709 -color_range tv"

static void
add_ffmpeg (GPtrArray *command, int width, int height, guint rate, const char *words)
{
  add_words (command, "ffmpeg -hide_banner -loglevel error -xerror -nostdin -f rawvideo "
                      "-pixel_format " FFMPEG_PIXELS);
  g_ptr_array_add (command, g_strdup ("-video_size"));
  g_ptr_array_add (command, g_strdup_printf ("%dx%d", width, height));
  g_ptr_array_add (command, g_strdup ("-framerate"));
  g_ptr_array_add (command, g_strdup_printf ("%u", rate));
  add_words (command, "-i pipe:0 -an " FFMPEG_QUIET " " FFMPEG_COLOUR);
  add_words (command, words);
  g_ptr_array_add (command, g_strdup ("-y"));
}

static void
add_gst (GPtrArray *command, int width, int height, guint rate, const char *words)
{
  add_words (command,
             "gst-launch-1.0 -q fdsrc fd=0 ! rawvideoparse use-sink-caps=false format=" GST_PIXELS);
  g_ptr_array_add (command, g_strdup_printf ("width=%d", width));
  g_ptr_array_add (command, g_strdup_printf ("height=%d", height));
  g_ptr_array_add (command, g_strdup_printf ("framerate=%u/1", rate));
  add_words (command, "! videoconvert n-threads=2 ! video/x-raw,format=I420,colorimetry=bt709 !");
  add_words (command, words);
  add_words (command, "! filesink");
}

GStrv
kith_coder_command (const KithCoder *coder, int width, int height, guint rate, const char *name)
{
  GPtrArray *command = g_ptr_array_new ();

  if (coder->needs != NULL)
    {
      add_gst (command, width, height, rate, coder->words);
      g_ptr_array_add (command, g_strconcat ("location=", name, NULL));
    }
  else
    {
      add_ffmpeg (command, width, height, rate, coder->words);
      g_ptr_array_add (command, g_strconcat ("file:", name, NULL));
    }
  g_ptr_array_add (command, NULL);
  return (GStrv) g_ptr_array_free (command, FALSE);
}
