// The keys of the canvas. A letter adds a kind of thing, C connects, M moves to another zone, arrows move; nothing listens while somebody types.
import type { ElementKind } from "@parapet/core";
import { useReactFlow } from "@xyflow/react";
import type { TFunction } from "i18next";
import { type KeyboardEvent, useCallback, useRef } from "react";
import { useTranslation } from "react-i18next";
import { type Selection, useSelect, useSelections } from "../data/selection.ts";
import { call, send, useWorkbench } from "../data/workbench.ts";
import { isTyping } from "../frame/shortcuts.ts";
import { betweenElements } from "./between-elements.ts";
import { useCanvas } from "./canvas-store.ts";
import { dropped } from "./dragging.ts";
import { titleOf } from "./title-on-canvas.ts";
import type { Drawing } from "./use-drawing.ts";

const kinds: Readonly<Record<string, ElementKind | "zone">> = {
  e: "external-entity",
  p: "process",
  d: "data-store",
  z: "zone",
};
const arrows: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
const nudge = 12;

export function useCanvasKeys(drawing: Drawing): (event: KeyboardEvent) => void {
  const { t } = useTranslation();
  const flow = useReactFlow();
  const select = useSelect();
  const selections = useSelections();
  const clip = useRef<readonly string[]>([]);
  return useCallback(
    (event: KeyboardEvent) => {
      if (isTyping(event.target) || event.altKey) return;
      const ids = selections.map(({ id }) => id);
      const command = event.ctrlKey || event.metaKey;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const done = command
        ? withCommand(key, { ids, clip, drawing, t })
        : plain(key, event.shiftKey, { ids, selections, drawing, t, flow, select });
      if (done) {
        event.preventDefault();
        event.stopPropagation();
      }
    },
    [drawing, selections, flow, select, t],
  );
}

interface Context {
  readonly ids: readonly string[];
  readonly drawing: Drawing;
  readonly t: TFunction;
}

function withCommand(
  key: string,
  { ids, clip, drawing, t }: Context & { readonly clip: { current: readonly string[] } },
): boolean {
  const things = ids.filter(
    (id) => drawing.graph.elements.some((one) => one.id === id) || drawing.graph.zones.some((one) => one.id === id),
  );
  if (key === "c" && things.length > 0) clip.current = things;
  else if (key === "v" && clip.current.length > 0) copy(clip.current, drawing, t);
  else if (key === "d" && things.length > 0) copy(things, drawing, t);
  else return false;
  return true;
}

function copy(ids: readonly string[], drawing: Drawing, t: TFunction): void {
  const names = ids
    .map((id) => titleOf(drawing, id))
    .slice(0, 3)
    .join(", ");
  void send(t("canvas.copied", { things: names }), call("duplicate-things", { ids, offset: { x: 40, y: 40 } }));
}

interface PlainContext extends Context {
  readonly selections: readonly Selection[];
  readonly flow: ReturnType<typeof useReactFlow>;
  readonly select: (...chosen: readonly Selection[]) => void;
}

function plain(key: string, shift: boolean, context: PlainContext): boolean {
  const { ids, drawing, t, flow, select } = context;
  const kind = kinds[key];
  if (kind) addAt(kind, context);
  else if (key === "c") connect(context);
  else if (key === "m" && ids.length > 0) useCanvas.setState({ outline: true });
  else if (key === "f") void flow.fitView({ padding: 0.08, duration: 120 });
  else if (key === "h") useCanvas.setState(({ heat }) => ({ heat: !heat }));
  else if (key === "o") useCanvas.setState(({ outline }) => ({ outline: !outline }));
  else if (key === "?") useCanvas.setState(({ help }) => ({ help: !help }));
  else if (key === "+" || key === "=") void flow.zoomIn();
  else if (key === "-") void flow.zoomOut();
  else if (key === "Escape") {
    useCanvas.setState({ connectFrom: undefined, help: false, adding: undefined });
    select();
  } else if ((key === "Delete" || key === "Backspace") && ids.length > 0) {
    const names = ids
      .map((id) => titleOf(drawing, id))
      .slice(0, 3)
      .join(", ");
    void send(t("canvas.removed", { things: names }), ...ids.map((id) => call("remove-thing", { id })));
    select();
  } else if (arrows[key] && ids.length > 0) move(arrows[key], shift ? 4 : 1, context);
  else return false;
  return true;
}

/** A new thing where the selected zone is, else in the middle of what is seen. */
function addAt(kind: ElementKind | "zone", { selections, drawing, flow }: PlainContext): void {
  const zone = selections.find((one) => one.kind === "zone");
  const box = zone ? drawing.layout.zones[zone.id] : undefined;
  const middle = flow.screenToFlowPosition({ x: window.innerWidth / 2, y: window.innerHeight / 2 });
  const at = box ? { x: box.x + 40, y: box.y + Math.min(70, box.height / 2) } : middle;
  useCanvas.setState({ adding: { kind, at } });
}

/** First C on an element chooses where the flow begins, the second one where it goes. */
function connect({ selections, drawing }: PlainContext): void {
  const elements = selections.filter(({ kind }) => kind === "element");
  const { connectFrom } = useCanvas.getState();
  const [first, second] = elements.length === 2 ? elements.map(({ id }) => id) : [connectFrom, elements[0]?.id];
  if (first === undefined || second === undefined || first === second) {
    useCanvas.setState({ connectFrom: elements[0]?.id });
    return;
  }
  const at = betweenElements(drawing, first, second);
  if (!at) return;
  useCanvas.setState({ connectFrom: undefined, adding: { kind: "flow", from: first, to: second, at } });
}

function move(way: { readonly x: number; readonly y: number }, times: number, { ids, drawing, t }: PlainContext): void {
  const by = { x: way.x * nudge * times, y: way.y * nudge * times };
  const things = ids.filter((id) => drawing.layout.elements[id] ?? drawing.layout.zones[id]);
  const moved = Object.fromEntries(things.map((id) => [id, by]));
  const first = drawing.layout.elements[things[0] ?? ""] ?? drawing.layout.zones[things[0] ?? ""];
  if (!first) return;
  const stored = useWorkbench.getState().document?.diagram?.positions;
  const inPlace = { ...drawing, graph: { ...drawing.graph } };
  const calls = dropped(moved, undefined, inPlace, stored);
  const names = things
    .map((id) => titleOf(drawing, id))
    .slice(0, 3)
    .join(", ");
  if (calls.length > 0) void send(t("canvas.moved", { things: names }), ...calls);
}
