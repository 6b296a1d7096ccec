// A flow: its route from the scene, or a plain one while an end of it is dragged.
import { drawFlow, type ScenePath } from "@parapet/reports/dfd";
import type { Edge, EdgeProps } from "@xyflow/react";
import { memo } from "react";
import { useCanvas } from "./canvas-store.ts";
import { Drawn } from "./drawn.tsx";

export type FlowEdge = Edge<{ readonly path: ScenePath }, "flow">;

export const Flow = memo(function Flow({ id, data, selected }: EdgeProps<FlowEdge>) {
  const moved = useCanvas((state) => state.provisional.get(id));
  const path = moved?.path ?? data?.path;
  if (!path) return null;
  const line = path.points.map(({ x, y }, i) => `${i === 0 ? "M" : "L"}${x} ${y}`).join("");
  return (
    <g aria-label={path.description}>
      {selected && <path d={line} fill="none" className="stroke-accent" strokeWidth={5} strokeOpacity={0.3} />}
      <path d={line} className="flow-hit react-flow__edge-interaction" />
      <g className="pointer-events-none">
        <Drawn forms={drawFlow(path)} />
      </g>
    </g>
  );
});

export const edgeTypes = { flow: Flow };
