// The ids that things name: renamed when a reading's ids change, left out when they name nothing.
import { type Problem, problem } from "@parapet/core";
import type { Collection, Maps } from "./combine.ts";

type Bag = Record<string, unknown>;

/** Fields that hold one id or a list of ids, with the collection that they name. */
const fields: Readonly<Record<Collection, Readonly<Record<string, Collection>>>> = {
  zones: { in: "zones", allows: "flows" },
  elements: { zone: "zones", "also-on": "zones", holds: "data" },
  data: {},
  roles: {},
  flows: { from: "elements", to: "elements", carries: "data", returns: "data" },
  dependencies: { "used-by": "elements", element: "elements" },
  "entry-points": { on: "elements", via: "flows", carries: "data", returns: "data" },
};

/** A copy of the thing with the ids that it names renamed. */
export function rewritten(collection: Collection, thing: Bag, renamed: ReadonlyMap<string, string>): Bag {
  return mapped(collection, thing, (_target, id) => renamed.get(id) ?? id);
}

/** Takes out of every thing the ids that name nothing; a flow without an end goes as a whole. */
export function pruned(maps: Maps, notes: Problem[]): void {
  for (const collection of Object.keys(fields) as Collection[]) {
    for (const [id, thing] of Object.entries(maps[collection])) {
      let missing = false;
      const kept = mapped(collection, thing, (target, named) => {
        if (Object.hasOwn(maps[target], named)) return named;
        missing = true;
        return undefined;
      });
      if (!missing) continue;
      notes.push(
        problem(
          "source-note",
          `${id} named something that no source shows; that reference is left out`,
          "Draw what is missing.",
        ),
      );
      if (collection === "flows" && (kept.from === undefined || kept.to === undefined)) delete maps.flows[id];
      else maps[collection][id] = kept;
    }
  }
  for (const entry of Object.values(maps["entry-points"])) {
    if (Array.isArray(entry.via)) entry.via = entry.via.filter((flow) => Object.hasOwn(maps.flows, flow as string));
  }
}

function mapped(
  collection: Collection,
  thing: Bag,
  change: (target: Collection, id: string) => string | undefined,
): Bag {
  const out: Bag = { ...thing };
  for (const [field, target] of Object.entries(fields[collection])) {
    const value = out[field];
    if (typeof value === "string") {
      const id = change(target, value);
      if (id === undefined) delete out[field];
      else out[field] = id;
    } else if (Array.isArray(value))
      out[field] = [...new Set(value.flatMap((each) => change(target, each as string) ?? []))];
  }
  if (collection === "entry-points" && typeof out.access === "object" && out.access !== null) {
    const access = Object.entries(out.access).flatMap(([role, value]) => {
      const id = change("roles", role);
      return id === undefined ? [] : [[id, value] as const];
    });
    out.access = Object.fromEntries(access);
  }
  return out;
}
