/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-tool.h"

/**
 * kith_tool_new:
 * @class: what kind of tool
 * @canvas: the canvas it works on; outlives the tool
 *
 * Returns: (transfer full): a struct of the class's size, all zero but its head
 */
gpointer
kith_tool_new (const KithToolClass *class, KithCanvas *canvas)
{
  KithTool *tool = g_malloc0 (class->size);

  tool->class = class;
  tool->canvas = canvas;
  return tool;
}

/**
 * kith_tool_free:
 * @tool: (transfer full): a tool that is done or cancelled
 */
void
kith_tool_free (KithTool *tool)
{
  if (tool->class->clear != NULL)
    tool->class->clear (tool);
  g_free (tool);
}
