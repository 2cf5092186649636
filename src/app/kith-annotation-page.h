/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of a text, a frame or a background picture. */
#pragma once

#include "kith-page.h"

G_BEGIN_DECLS

#define KITH_TYPE_ANNOTATION_PAGE (kith_annotation_page_get_type ())
G_DECLARE_FINAL_TYPE (KithAnnotationPage, kith_annotation_page, KITH, ANNOTATION_PAGE, KithPage)

G_END_DECLS
