// The attack surface: entry points, who reaches what, dependencies, privileged interfaces, segments, and what could go.
import type { AccessCell, Reduction, Surface, SurfaceEntry } from "../analysis/result.ts";
import type { EntryPoint } from "../model/entry-point.ts";
import { asLong } from "../model/fact.ts";
import type { DefaultAttacker } from "../model/knowledge.ts";
import type { Exposure } from "../model/vocabulary.ts";
import { attackersOf } from "./attackers.ts";
import { exposureName } from "./exposure.ts";
import { D_YES, statementOf, TITLE, valueOf, YES } from "./facts/code.ts";
import type { Columns } from "./facts/columns.ts";
import type { Space } from "./facts/space.ts";
import type { Graph } from "./graph.ts";

/**
 * What an entry point weighs in the surface score, by how far an attacker has to come. An interface that everybody reaches counts
 * ten times one that only the inside reaches; unknown authentication counts as none until somebody says.
 */
const exposureWeight: Readonly<Record<Exposure, number>> = {
  "internet-anonymous": 10,
  "internet-authenticated": 5,
  internal: 1,
};
/** A privileged interface counts double: what it can do is worth more. */
const privilegedFactor = 2;

/** The surface of a graph. Linear, but for reductions: entry points × roles. */
export function surfaceOf(
  columns: Columns,
  exposure: (space: Space, i: number) => number,
  attackers: readonly DefaultAttacker[],
): Surface {
  const { graph } = columns;
  const privileged = columns.column("open-to-privileged", "entry-point");
  const entryPoints = graph.entryPoints.ids.map((id, i): SurfaceEntry => {
    const value = graph.entryPoints.entries[i]?.value as EntryPoint;
    const reached = exposureName(exposure("entry-point", i));
    const isPrivileged = privileged[i] === D_YES;
    const on = graph.entryPointOn[i] as number;
    return {
      id,
      title: graph.entryPoints.titles[i] as string,
      on: on < 0 ? "" : (graph.elements.ids[on] as string),
      kind: value.kind ?? "unknown",
      ...(value.at ? { at: value.at } : {}),
      exposure: reached,
      authentication: value.authentication ?? "unknown",
      privileged: isPrivileged,
      weight: exposureWeight[reached] * (isPrivileged ? privilegedFactor : 1),
      declared: graph.entryPoints.entries[i]?.declared !== undefined,
    };
  });
  return {
    attackers: attackersOf(graph, attackers),
    entryPoints,
    access: accessOf(graph),
    dependencies: dependenciesOf(graph),
    privileged: entryPoints.filter((point) => point.privileged).map((point) => point.id),
    segments: segmentsOf(graph),
    reductions: reductionsOf(columns, entryPoints),
    score: entryPoints.reduce((sum, point) => sum + point.weight, 0),
  };
}

/** Role × entry point; unknown cells are questions: equal ones of a role on one element make one question. */
function accessOf(graph: Graph): readonly AccessCell[] {
  const roles = [...graph.effective.roles.keys()];
  return graph.entryPoints.ids.flatMap((entryPoint, i) => {
    const access = graph.entryPoints.entries[i]?.value.access ?? {};
    return roles.map((role): AccessCell => {
      const stated = access[role];
      if (stated === undefined || stated === "unknown")
        return { role, entryPoint, access: "unknown", question: `access-${role}@${askedOf(graph, i)}` };
      if (typeof stated === "object") return { role, entryPoint, access: "when", condition: stated.when };
      return { role, entryPoint, access: stated };
    });
  });
}

/** Who may use an entry point is asked of the element that offers it, for all its entry points at once. */
function askedOf(graph: Graph, point: number): string {
  const on = graph.entryPointOn[point] as number;
  return (on < 0 ? graph.entryPoints.ids[point] : graph.elements.ids[on]) as string;
}

/** The questions that unknown cells make: one per role and element (or entry point on no element). */
export function accessQuestions(
  graph: Graph,
): readonly { readonly role: string; readonly space: Space; readonly index: number }[] {
  const asked = new Map<string, { role: string; space: Space; index: number }>();
  graph.entryPoints.entries.forEach(({ value }, point) => {
    const on = graph.entryPointOn[point] as number;
    for (const role of graph.effective.roles.keys()) {
      const stated = value.access?.[role];
      if (stated !== undefined && stated !== "unknown") continue;
      const place = on < 0 ? { space: "entry-point" as const, index: point } : { space: "element" as const, index: on };
      asked.set(`${role}@${askedOf(graph, point)}`, { role, ...place });
    }
  });
  return [...asked.values()];
}

function dependenciesOf(graph: Graph): Surface["dependencies"] {
  return graph.dependencies.ids.map((id, i) => {
    const value = graph.dependencies.entries[i]?.value;
    const element = graph.dependencyElement[i] as number;
    const flows = element < 0 ? [] : (graph.flowsIn[element] as readonly number[]);
    const carried = new Set(flows.flatMap((flow) => graph.carries[flow]?.items ?? []));
    return {
      id,
      title: graph.dependencies.titles[i] as string,
      kind: value?.kind ?? "unknown",
      usedBy: value?.["used-by"] ?? [],
      carries: [...carried].map((data) => graph.data.ids[data] as string),
    };
  });
}

/** Zones whose border states which flows it allows, the flows that cross it, and those that it does not allow. */
function segmentsOf(graph: Graph): Surface["segments"] {
  const crossedBy = new Map<number, string[]>();
  graph.zones.entries.forEach(({ value }, zone) => {
    if (value.allows !== undefined) crossedBy.set(zone, []);
  });
  if (crossedBy.size === 0) return [];
  graph.borders.forEach((borders, flow) => {
    for (const zones of borders ? [borders.leaves, borders.enters] : [])
      for (const zone of zones) crossedBy.get(zone)?.push(graph.flows.ids[flow] as string);
  });
  return [...crossedBy].map(([i, crossing]) => {
    const allows = graph.zones.entries[i]?.value.allows ?? [];
    const listed = new Set(allows);
    return {
      zone: graph.zones.ids[i] as string,
      allows,
      crossedBy: crossing,
      notAllowed: crossing.filter((flow) => !listed.has(flow)),
    };
  });
}

/** What could be removed or moved, what that would take off the score, and who would lose something. */
function reductionsOf(columns: Columns, entryPoints: readonly SurfaceEntry[]): readonly Reduction[] {
  const { graph } = columns;
  const stores = columns.graph.elementKind;
  const reductions: Reduction[] = [];
  entryPoints.forEach((point, i) => {
    const loses = rolesWithAccess(graph.entryPoints.entries[i]?.value as EntryPoint);
    const on = graph.entryPointOn[i] as number;
    const add = (kind: string, say: string, removes: number): void => {
      if (removes > 0) reductions.push({ id: `${kind}@${point.id}`, say, removes, entryPoints: [point.id], loses });
    };
    const internet = point.exposure !== "internal";
    if (internet && on >= 0 && stores[on] === 2) {
      add("hide-store", `Take ${point.title} off the internet: a data store needs no caller there`, point.weight);
    } else if (internet && point.privileged) {
      add(
        "move-inside",
        `Reach ${point.title} only from inside (VPN or identity-aware proxy)`,
        point.weight - exposureWeight.internal * privilegedFactor,
      );
    } else if (point.exposure === "internet-anonymous" && loses.length > 0 && !loses.includes("anonymous")) {
      add(
        "sign-in-first",
        `Let nobody reach ${point.title} without signing in`,
        point.weight - exposureWeight["internet-authenticated"],
      );
    }
    if (loses.length === 0 && everyRoleKnown(graph, i))
      add("remove", `Remove ${point.title}: no role may use it`, point.weight);
  });
  return reductions.sort((a, b) => b.removes - a.removes || (a.id < b.id ? -1 : 1));
}

function rolesWithAccess(point: EntryPoint): readonly string[] {
  return Object.entries(point.access ?? {}).flatMap(([role, access]) =>
    access === "no" || access === "unknown" ? [] : [role],
  );
}

function everyRoleKnown(graph: Graph, point: number): boolean {
  const roles = [...graph.effective.roles.keys()];
  const access = graph.entryPoints.entries[point]?.value.access ?? {};
  return roles.length > 0 && roles.every((role) => access[role] !== undefined && access[role] !== "unknown");
}

/** What a model does not name and most systems have: interface for operators, pipeline, secret store, third party. */
export function unnamed(columns: Columns): readonly string[] {
  const { graph } = columns;
  const said = (fact: string): boolean => {
    const stated = graph.effective.facts.value[fact];
    return stated !== undefined && asLong(stated).value === "no";
  };
  const kinds = new Set(graph.entryPoints.entries.map(({ value }) => value.kind));
  const has = (fact: string): boolean =>
    columns.index.declared.has(fact) && columns.column(fact, "element").some((byte) => valueOf(byte) === YES);
  const missing: string[] = [];
  if (!kinds.has("admin") && !kinds.has("cli") && !has("is-admin-tool") && !said("operator-interface"))
    missing.push("operator-interface");
  if (!kinds.has("pipeline") && !has("is-build-pipeline") && !said("deployment-pipeline"))
    missing.push("deployment-pipeline");
  if (!has("is-secret-store") && !said("secret-store")) missing.push("secret-store");
  if (!columns.column("names-third-party", "model").includes(D_YES) && !said("third-party"))
    missing.push("third-party");
  return missing;
}

/** What tells that an interface for operators, a pipeline and a secret store are there. */
const telling = ["is-admin-tool", "is-build-pipeline", "is-secret-store"] as const;

/** Elements that stand for one of these by their name alone: the criterion holds as far as is known, and the name is asked about. */
export function namedByTitle(columns: Columns): readonly { readonly fact: string; readonly index: number }[] {
  return telling.flatMap((fact) => {
    if (!columns.index.declared.has(fact)) return [];
    const said = [...columns.column(fact, "element")].flatMap((byte, index) =>
      valueOf(byte) === YES ? [{ fact, index, byName: statementOf(byte) === TITLE }] : [],
    );
    return said.every(({ byName }) => byName) ? said.map(({ index }) => ({ fact, index })) : [];
  });
}
