// Where a need is settled: the room, what is selected there, and the spot on its page with the control that settles it.
import { type Need, slug, strideCategories } from "@parapet/core";
import { linkTo, type Selectable, type Selection } from "../../data/selection.ts";

/** A place of the workbench. */
export interface Place {
  /** The room with its view: `scoping`, `decomposition/surface`. */
  readonly room: string;
  readonly chosen?: Selection;
  /** The id of the part of the page that holds the control. */
  readonly spot?: string;
}

/** The address of a place. */
export function hrefOfPlace(model: string, { room, chosen, spot }: Place): string {
  const address = linkTo(model, room, chosen);
  return spot === undefined ? address : `${address}#${encodeURIComponent(spot)}`;
}

/** The spot of an item that is out of scope. */
export function outOfScopeSpot(what: string): string {
  return `out-${slug(what) || "item"}`;
}

/** Where a need is settled. The ids of needs are those that the exit criteria make (core/src/analysis/exit-criteria.ts). */
export function placeOfNeed({ id, stage }: Pick<Need, "id" | "stage">): Place {
  return byStage[stage](id);
}

const byStage: Readonly<Record<Need["stage"], (id: string) => Place>> = {
  scoping: (id) =>
    id.startsWith(workshopWithout)
      ? { room: `workshop/${encodeURIComponent(id.slice(workshopWithout.length))}` }
      : { room: "scoping", spot: scopingSpot(id) },
  decomposition: (id) =>
    id === "review-surface" ? { room: "decomposition/surface", spot: id } : { room: "decomposition", spot: id },
  enumeration: (id) => {
    if (id === "review-threats") return { room: "enumeration", spot: id };
    if (!id.startsWith("examine-")) return { room: "enumeration", chosen: { kind: "question", id } };
    const chosen = examined(id.slice("examine-".length));
    return { room: "enumeration", spot: "record-threat", ...(chosen && { chosen }) };
  },
  scoring: (id) => ({ room: "scoring", chosen: named("threat", id, "score-") }),
  mitigation: (id) => ({ room: "mitigation", chosen: named("threat", id, "mitigate-") }),
  handoff: (id) =>
    id.startsWith("sign-off")
      ? { room: "handoff", spot: "sign-off" }
      : { room: "handoff", chosen: named("mitigation", id, "ticket-") },
  // criterion@mitigation
  validation: (id) => {
    const criterion = id.slice("evidence-".length);
    const mitigation = criterion.slice(criterion.indexOf("@") + 1);
    return { room: "validation", chosen: { kind: "mitigation", id: mitigation }, spot: id };
  },
  maintenance: (id) => ({ room: "validation", chosen: named("threat", id, "acceptance-") }),
};

function named(kind: Selectable, id: string, prefix: string): Selection {
  return { kind, id: id.slice(prefix.length) };
}

/** Begins the needs of workshops that nobody can sign off. */
const workshopWithout = "senior-engineer-";

function scopingSpot(id: string): string {
  if (id.startsWith("out-why-")) return outOfScopeSpot(id.slice("out-why-".length));
  if (id.endsWith("@model")) return `named-${id.slice(0, -"@model".length)}`;
  return id;
}

/** `category-kind-subject`: a cell of the coverage table, which speaks of elements, flows and crossings. */
function examined(cell: string): Selection | undefined {
  const category = strideCategories.find((one) => cell.startsWith(`${one}-`));
  if (!category) return undefined;
  const rest = cell.slice(category.length + 1);
  for (const [kind, as] of examinedKinds)
    if (rest.startsWith(`${kind}-`)) return { kind: as, id: rest.slice(kind.length + 1) };
  return undefined;
}

const examinedKinds: readonly (readonly [string, Selectable])[] = [
  ["external-entity", "element"],
  ["data-store", "element"],
  ["process", "element"],
  ["flow", "flow"],
  ["crossing", "flow"],
];
