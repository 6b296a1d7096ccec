// What a key of the canvas acts on.
import type { useReactFlow } from "@xyflow/react";
import type { TFunction } from "i18next";
import type { Selection } from "../../data/selection.ts";
import { titleOf } from "../scene/title-on-canvas.ts";
import type { Drawing } from "../scene/use-drawing.ts";

export interface KeyContext {
  readonly drawing: Drawing;
  readonly selections: readonly Selection[];
  readonly select: (...chosen: readonly Selection[]) => void;
  readonly flow: ReturnType<typeof useReactFlow>;
  readonly t: TFunction;
  /** The canvas itself has the keyboard, no button on it. */
  readonly atCanvas: boolean;
}

const named = 3;

/** Things by their titles, for the line that says what was done: the first few. */
export function namesOf(ids: readonly string[], drawing: Pick<Drawing, "graph">): string {
  const names = ids.slice(0, named).map((id) => titleOf(drawing, id));
  return ids.length > named ? `${names.join(", ")} +${ids.length - named}` : names.join(", ");
}

/** The selected elements and zones: what has a place of its own. */
export function placedIds({ selections, drawing: { layout } }: Pick<KeyContext, "selections" | "drawing">) {
  return selections.map(({ id }) => id).filter((id) => layout.elements[id] ?? layout.zones[id]);
}
