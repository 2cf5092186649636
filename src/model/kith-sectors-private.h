/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The built-in sectors by name, and how names are made alike before their words are compared. */
#pragma once

#include "kith-sectors.h"

G_BEGIN_DECLS

/* Ids of the built-in sectors, short because they stand in long tables. */
enum
{
  COMMISSIONING = 1,
  PROVIDERS,
  PRIMARY,
  COUNCIL,
  CARE,
  HOUSING,
  POLICE,
  WELFARE,
  EDUCATION,
  VOLUNTARY,
  PEOPLE,
  PARTNERSHIP,
  OTHER,
};

char *kith_sector_plain (const char *text);

G_END_DECLS
