// Lining up and grouping what is selected.
import { send, useWorkbench } from "../../data/workbench.ts";
import { useCanvas } from "../canvas-store.ts";
import type { Alignment } from "../tools/alignment.ts";
import { alignCalls } from "../tools/arranging.ts";
import { type KeyContext, namesOf, placedIds } from "./context.ts";

/** With Alt, by the place of the key: what it says differs between keyboards and with Alt on them. */
const byKey: Readonly<Record<string, Alignment>> = {
  KeyA: "left",
  KeyH: "centre",
  KeyD: "right",
  KeyW: "top",
  KeyV: "middle",
  KeyS: "bottom",
};
const withShift: Readonly<Record<string, Alignment>> = { KeyH: "spread-across", KeyV: "spread-down" };

/** The key that lines up, pressed with Alt. */
export function alignByKey(code: string, shift: boolean, context: KeyContext): boolean {
  const how = (shift ? withShift : byKey)[code];
  return how !== undefined && align(how, context);
}

export function align(how: Alignment, context: Pick<KeyContext, "drawing" | "selections" | "t">): boolean {
  const { drawing, t } = context;
  const ids = placedIds(context);
  const calls = alignCalls(drawing, ids, how, useWorkbench.getState().document?.diagram?.positions);
  if (calls.length > 0) void send(t("canvas.arrange.done", { things: namesOf(ids, drawing) }), ...calls);
  return ids.length > 1;
}

/** Asks what the zone is called that is made of what is selected. */
export function group(context: Pick<KeyContext, "drawing" | "selections">): boolean {
  const { layout } = context.drawing;
  const around = placedIds(context);
  const boxes = around.flatMap((id) => layout.elements[id] ?? layout.zones[id] ?? []);
  if (boxes.length === 0) return false;
  const at = { x: Math.min(...boxes.map(({ x }) => x)), y: Math.min(...boxes.map(({ y }) => y)) - 40 };
  useCanvas.setState({ adding: { kind: "zone", at, around } });
  return true;
}
