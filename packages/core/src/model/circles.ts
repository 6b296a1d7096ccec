// What leads back to itself: flows between an element and itself, zones that lie in each other.
import { byCodeUnit } from "./changes.ts";
import { layers } from "./document.ts";
import type { Names } from "./names.ts";
import { type Problem, problem } from "./problem.ts";

/** Flows whose ends are one element once both layers are laid over each other. */
export function selfFlows(names: Names): readonly Problem[] {
  const problems: Problem[] = [];
  for (const id of idsOf(names, "flows")) {
    const from = names.field("flows", id, "from");
    const to = names.field("flows", id, "to");
    if (!from || !to || from.value !== to.value) continue;
    const where = { file: layers[to.layer].file, path: ["flows", id, "to"] };
    const fix = "Name two different elements, or delete the flow.";
    problems.push(problem("self-flow", `${id} goes from ${from.value} to itself.`, fix, where));
  }
  return problems;
}

/** Zones in circles; each circle once, from its first zone by code unit. */
export function zoneCircles(names: Names): readonly Problem[] {
  const problems: Problem[] = [];
  const done = new Set<string>();
  for (const start of idsOf(names, "zones")) {
    const way: string[] = [];
    const onWay = new Set<string>();
    let at: string | undefined = start;
    while (at !== undefined && !done.has(at)) {
      done.add(at);
      way.push(at);
      onWay.add(at);
      at = names.field("zones", at, "in")?.value;
      if (at !== undefined && onWay.has(at)) problems.push(circle(names, way.slice(way.indexOf(at))));
    }
  }
  return problems;
}

function circle(names: Names, ids: readonly string[]): Problem {
  const first = [...ids].sort(byCodeUnit)[0] as string;
  const from = ids.indexOf(first);
  const turned = [...ids.slice(from), ...ids.slice(0, from), first];
  const shown = turned.length > 8 ? [...turned.slice(0, 6), "…", first] : turned;
  const layer = names.field("zones", first, "in")?.layer ?? "model";
  const where = { file: layers[layer].file, path: ["zones", first, "in"] };
  const say = `The zones lie in a circle: ${shown.join(" in ")}.`;
  return problem("zone-cycle", say, "Take one of them out of the other.", where);
}

function idsOf(names: Names, kind: "zones" | "flows"): ReadonlySet<string> {
  return new Set(names.layers.flatMap(([, bag]) => Object.keys(bag[kind] ?? {})));
}
