// Where things are on the canvas: stored, else by the layout engine once; what it placed stays while this page is open, whatever is added.
import type { Document } from "@parapet/core";
import {
  type Arrangement,
  arrangedLayout,
  arrangementOf,
  type DiagramGraph,
  isArranged,
  layoutDiagram,
} from "@parapet/reports/dfd";
import { useEffect, useMemo, useRef, useState } from "react";
import { layoutEngine } from "../../data/layout-engine.ts";

/** The layout engine takes minutes for more; what nobody placed then stands in columns by the way of the data. */
const mostForEngine = 800;

/** `counted`: the counts of threats, which make things larger, are there. Undefined while the engine works. */
export function useArrangement(
  document: Document | undefined,
  graph: DiagramGraph | undefined,
  counted: boolean,
): Arrangement | undefined {
  const stored = document?.diagram;
  const [made, setMade] = useState<Arrangement>();
  const asking = useRef(false);
  const arranged = graph !== undefined && isArranged(graph, stored?.positions ?? {});
  const empty = graph !== undefined && graph.elements.length + graph.zones.length === 0;
  useEffect(() => {
    if (!graph || arranged || empty || made || asking.current) return;
    if (graph.elements.length > mostForEngine) {
      setMade({ positions: arrangementOf(graph, arrangedLayout({ ...graph, flows: [] }, {})).positions });
      return;
    }
    if (!counted) return;
    asking.current = true;
    void layoutDiagram(graph, { port: layoutEngine }).then(({ layout }) => {
      asking.current = false;
      // Zones reach round their members; the room that the engine kept for its own routes is not kept.
      setMade({ positions: arrangementOf(graph, layout).positions });
    });
  }, [graph, counted, arranged, empty, made]);
  return useMemo(() => {
    if (!graph) return undefined;
    if (!arranged) return made ?? (empty ? {} : undefined);
    return { positions: stored?.positions, sizes: stored?.sizes };
  }, [graph, arranged, empty, made, stored?.positions, stored?.sizes]);
}
