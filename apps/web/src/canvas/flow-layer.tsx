// The flows: one layer between the bodies of zones and the elements. While an end is dragged its flows alone are drawn anew.
import { drawFlow, type ScenePath } from "@parapet/reports/dfd";
import { ViewportPortal } from "@xyflow/react";
import { type KeyboardEvent, memo, useMemo } from "react";
import { useCanvas } from "./canvas-store.ts";
import { Drawn } from "./drawn.tsx";

export interface FlowLayerProps {
  readonly paths: readonly ScenePath[];
  readonly selected: ReadonlySet<string>;
  readonly choose: (flow: string, more: boolean) => void;
}

export const FlowLayer = memo(function FlowLayer({ paths, selected, choose }: FlowLayerProps) {
  return (
    <ViewportPortal>
      <svg
        width="1"
        height="1"
        className="pointer-events-none absolute top-0 left-0 z-100 overflow-visible"
        aria-hidden="true"
      >
        {paths.map((path) => (
          <Flow key={path.key} path={path} selected={selected.has(path.id)} choose={choose} />
        ))}
      </svg>
    </ViewportPortal>
  );
});

interface FlowProps {
  readonly path: ScenePath;
  readonly selected: boolean;
  readonly choose: FlowLayerProps["choose"];
}

const Flow = memo(function Flow({ path, selected, choose }: FlowProps) {
  const moved = useCanvas((state) => state.provisional.get(path.id));
  const shown = moved?.path ?? path;
  const forms = useMemo(() => drawFlow(shown), [shown]);
  const line = shown.points.map(({ x, y }, i) => `${i === 0 ? "M" : "L"}${x} ${y}`).join("");
  return (
    <g data-flow={path.id}>
      {selected && <path d={line} fill="none" className="stroke-accent" strokeWidth={6} strokeOpacity={0.35} />}
      <Drawn forms={forms} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the line is a second place to click for the label, which is a button */}
      <path
        d={line}
        className="flow-hit"
        onClick={(event) => choose(path.id, event.shiftKey || event.ctrlKey || event.metaKey)}
      />
    </g>
  );
});

/** True for the keys that press a button. */
export function presses({ key }: KeyboardEvent): boolean {
  return key === "Enter" || key === " ";
}
