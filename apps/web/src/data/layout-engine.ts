// The layout engine as the page has it: a port over a worker that starts with the first automatic layout.
import type { LayoutPort, LayoutResult } from "@parapet/reports/dfd";
import type { LayoutAnswer, LayoutAsked } from "./layout-worker.ts";

let worker: Worker | undefined;
let turns = 0;

/** Lays a graph out in the worker. Rejects with the reason when the engine fails. */
export const layoutEngine: LayoutPort = (graph) => {
  worker ??= new Worker(new URL("./layout-worker.ts", import.meta.url), { type: "module" });
  const engine = worker;
  turns += 1;
  const turn = turns;
  return new Promise<LayoutResult>((resolve, reject) => {
    const hear = ({ data }: MessageEvent<LayoutAnswer>) => {
      if (data.turn !== turn) return;
      engine.removeEventListener("message", hear);
      if ("layout" in data) resolve(data.layout);
      else reject(new Error(data.failed));
    };
    engine.addEventListener("message", hear);
    engine.postMessage({ turn, graph } satisfies LayoutAsked);
  });
};
