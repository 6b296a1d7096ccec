// Copy and paste by the page's own events: they work where the clipboard itself may not be asked.

import { useReactFlow } from "@xyflow/react";
import { type ClipboardEvent, useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useSelect, useSelections } from "../../data/selection.ts";
import { useWorkbench } from "../../data/workbench.ts";
import { isTyping } from "../../frame/shortcuts.ts";
import { useCanvas } from "../canvas-store.ts";
import { addAt, copy } from "../keys/changing.ts";
import { placedIds } from "../keys/context.ts";
import { titleOf } from "../scene/title-on-canvas.ts";
import type { Drawing } from "../scene/use-drawing.ts";
import { pasted, putThings } from "./clipboard.ts";

export function useClipboard(drawing: Drawing) {
  const { t } = useTranslation();
  const flow = useReactFlow();
  const select = useSelect();
  const selections = useSelections();
  const onCopy = useCallback(
    (event: ClipboardEvent) => {
      const ids = placedIds({ selections, drawing });
      if (isTyping(event.target) || ids.length === 0 || !getSelection()?.isCollapsed) return;
      event.preventDefault();
      const names = ids.map((id) => titleOf(drawing, id));
      putThings(event.clipboardData, { model: useWorkbench.getState().model, ids }, names);
    },
    [drawing, selections],
  );
  const onPaste = useCallback(
    (event: ClipboardEvent) => {
      if (isTyping(event.target)) return;
      const given = pasted(event.clipboardData, useWorkbench.getState().model);
      const there = new Set([...drawing.graph.elements, ...drawing.graph.zones].map(({ id }) => id));
      if ("ids" in given) {
        const ids = given.ids.filter((id) => there.has(id));
        const into = selections.find(({ kind, id }) => kind === "zone" && !ids.includes(id))?.id;
        if (ids.length > 0) copy(ids, { drawing, select, t }, into);
      } else if (given.names.length > 0) {
        addAt("process", { drawing, selections, flow });
        const { adding } = useCanvas.getState();
        if (adding && adding.kind !== "flow")
          useCanvas.setState({ adding: { ...adding, text: given.names.join("; ") } });
      }
    },
    [drawing, selections, select, flow, t],
  );
  return { onCopy, onPaste };
}
