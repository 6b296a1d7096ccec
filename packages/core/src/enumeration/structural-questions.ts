// Questions about the drawing itself: what a derived fact needs and nobody has said yet.
import {
  dependencyData,
  elementData,
  entryPointData,
  flowData,
  type Graph,
  type NumberList,
  natures,
  type Space,
  sharedList,
  thirdPartyZones,
} from "../decomposition/index.ts";
import type { Job } from "../model/vocabulary.ts";

/** A field of the drawing that somebody has to fill in. */
export interface StructuralQuestion {
  readonly field: string;
  readonly ask: string;
  readonly for: Job;
  /** The answers it takes; empty for ids or free text. */
  readonly answers: readonly string[];
}

/** Every structural question, by field. `answer field@subject VALUE` writes that field (or, on the model, that fact). */
export const structuralQuestions = {
  zone: { field: "zone", ask: "In which zone does {subject} run?", for: "architect", answers: [] },
  kind: { field: "kind", ask: "What kind of thing is {subject}?", for: "architect", answers: [] },
  holds: { field: "holds", ask: "Which data does {subject} hold?", for: "engineer", answers: [] },
  carries: { field: "carries", ask: "Which data goes over {subject}?", for: "engineer", answers: [] },
  returns: { field: "returns", ask: "Which data comes back over {subject}?", for: "engineer", answers: [] },
  via: { field: "via", ask: "Which flows arrive at {subject}?", for: "architect", answers: [] },
  classification: {
    field: "classification",
    ask: "How is {subject} classified?",
    for: "data-protection",
    answers: ["public", "internal", "confidential", "restricted"],
  },
  kinds: {
    field: "kinds",
    ask: "What kinds of data are in {subject}: personal, payment-card, credential, health, none?",
    for: "data-protection",
    answers: [],
  },
  tenancy: {
    field: "tenancy",
    ask: "Does {subject} serve several tenants at once?",
    for: "architect",
    answers: ["shared", "dedicated"],
  },
  access: { field: "access", ask: "Which roles may use {subject}, and when?", for: "engineer", answers: [] },
  "entry-points": {
    field: "entry-points",
    ask: "Through which entry points is {subject} reached?",
    for: "engineer",
    answers: [],
  },
  data: {
    field: "data",
    ask: "Which data does {subject} handle, and how is each classified?",
    for: "product",
    answers: [],
  },
  natures: {
    field: "natures",
    ask: "What does {subject} do? Name each of the answers that is true of it, or none.",
    for: "engineer",
    answers: [],
  },
  "several-tenants": {
    field: "several-tenants",
    ask: "Does {subject} serve several tenants: customers whose data others must not reach?",
    for: "product",
    answers: ["yes", "no"],
  },
} as const satisfies Record<string, StructuralQuestion>;
export type StructuralField = keyof typeof structuralQuestions;

/** One question to ask: a field of a thing. */
export interface StructuralAsk {
  readonly field: StructuralField;
  readonly space: Space;
  readonly index: number;
}

const model = (field: StructuralField): StructuralAsk => ({ field, space: "model", index: 0 });

/** What to ask when derived fact `fact` of thing `i` is unknown; empty when no single answer would tell. */
export function structuralAsks(graph: Graph, fact: string, space: Space, i: number): readonly StructuralAsk[] {
  if (fact === "multi-tenant") return tenantAsks(graph, i);
  if (fact.startsWith("open-to-anonymous") || fact === "reachable-anonymously")
    return authenticationAsks(graph, space, i);
  if (fact === "open-to-internet") return space === "entry-point" ? [{ field: "via", space, index: i }] : [];
  if (fact === "open-to-privileged") return [{ field: "access", space, index: i }];
  if (/^(handles|carries|shares|takes|receives)-/.test(fact) || space === "data")
    return dataAsks(graph, fact, space, i);
  if (fact.startsWith("is-") && (space === "entry-point" || space === "dependency" || space === "zone"))
    return [{ field: "kind", space, index: i }];
  if (fact === "has-personal-data")
    return [graph.data.ids.length === 0 ? model("data") : unknownKinds(graph)].filter((ask) => ask !== undefined);
  if (space === "element") return placeAsks(graph, [i]);
  if (space === "flow") return placeAsks(graph, [graph.flowFrom[i] as number, graph.flowTo[i] as number]);
  return [];
}

/** Where do these elements run? An element without zone is asked for it; a zone without kind for its kind. */
function placeAsks(graph: Graph, elements: readonly number[]): readonly StructuralAsk[] {
  for (const element of elements) {
    const zone = graph.zoneOf[element] as number;
    if (zone < 0) return [{ field: "zone", space: "element", index: element }];
    if (graph.zones.entries[zone]?.value.kind === undefined) return [{ field: "kind", space: "zone", index: zone }];
  }
  return [];
}

function tenantAsks(graph: Graph, i: number): readonly StructuralAsk[] {
  const said = graph.effective.facts.value["several-tenants"];
  return said === undefined ? [model("several-tenants")] : [{ field: "tenancy", space: "element", index: i }];
}

/** Which entry points an element has; of those that it has, who may use the first. */
export function entryPointAsks(graph: Graph, element: number): readonly StructuralAsk[] {
  const points = graph.entryPointsOf[element] as readonly number[];
  if (points.length > 0) return [{ field: "access", space: "entry-point", index: points[0] as number }];
  return graph.entryPoints.ids.length === 0
    ? [model("entry-points")]
    : [{ field: "entry-points", space: "element", index: element }];
}

/** Who may come in is asked of the entry point; without one, which there are. The pool of authentication has its own question. */
function authenticationAsks(graph: Graph, space: Space, i: number): readonly StructuralAsk[] {
  return space === "element" ? entryPointAsks(graph, i) : [{ field: "access", space, index: i }];
}

function dataAsks(graph: Graph, fact: string, space: Space, i: number): readonly StructuralAsk[] {
  if (graph.data.ids.length === 0) return [model("data")];
  if (fact === "is-stored") return storedAsks(graph);
  if (fact === "goes-to-third-party") return sentAsks(graph);
  if (space === "data") return [natureAsk(fact, i)];
  if (fact.startsWith("shares-")) return sharedAsks(graph, fact, i);
  const list = firstUnknownList(graph, space, i);
  if (list) return [list];
  return itemAsks(graph, fact, listsOf(graph, space, i));
}

/** Whether data is stored is unknown while a store does not say what it holds. */
function storedAsks(graph: Graph): readonly StructuralAsk[] {
  const index = graph.holds.findIndex((list, element) => graph.elementKind[element] === 2 && !list.known);
  return index < 0 ? [] : [{ field: "holds", space: "element", index }];
}

/** Whether data is sent to a third party is unknown while some flow's ends, or what it gives one, are. */
function sentAsks(graph: Graph): readonly StructuralAsk[] {
  for (let flow = 0; flow < graph.flowFrom.length; flow++) {
    const asks = listAsks(graph, flow);
    if (asks.length > 0) return asks;
  }
  return [];
}

/** Only what goes to the third party counts: where the ends are comes first, then the one list that goes there. */
function sharedAsks(graph: Graph, fact: string, flow: number): readonly StructuralAsk[] {
  const asks = listAsks(graph, flow);
  const field = sharedList(graph, thirdPartyZones(graph), flow);
  if (asks.length > 0 || field === undefined || field === "none") return asks;
  return itemAsks(graph, fact, [graph[field][flow] as NumberList]);
}

/** Where the ends of a flow are, then what it gives a third party; empty when that is known, or nothing goes there. */
function listAsks(graph: Graph, flow: number): readonly StructuralAsk[] {
  const field = sharedList(graph, thirdPartyZones(graph), flow);
  if (field === undefined) return placeAsks(graph, [graph.flowFrom[flow] as number, graph.flowTo[flow] as number]);
  if (field === "none" || (graph[field][flow] as NumberList).known) return [];
  return [{ field, space: "flow", index: flow }];
}

/** The first item of which nobody has said what tells. */
function itemAsks(graph: Graph, fact: string, lists: readonly NumberList[]): readonly StructuralAsk[] {
  const item = lists.flatMap((known) => known.items).find((data) => unknownNature(graph, fact, data));
  return item === undefined ? [] : [natureAsk(fact, item)];
}

function listsOf(graph: Graph, space: Space, i: number): readonly NumberList[] {
  const read = { element: elementData, flow: flowData, "entry-point": entryPointData, dependency: dependencyData }[
    space as string
  ];
  return read ? read(graph, i) : [];
}

function natureAsk(fact: string, data: number): StructuralAsk {
  return {
    field: /confidential|restricted|classified/.test(fact) ? "classification" : "kinds",
    space: "data",
    index: data,
  };
}

function unknownNature(graph: Graph, fact: string, data: number): boolean {
  const name = fact.replace(/^[a-z]+-/, "");
  const nature = natures[name as keyof typeof natures] as ((value: object) => boolean | undefined) | undefined;
  const value = graph.data.entries[data]?.value;
  return nature !== undefined && value !== undefined && nature(value) === undefined;
}

function unknownKinds(graph: Graph): StructuralAsk | undefined {
  const index = graph.data.entries.findIndex(({ value }) => value.kinds === undefined);
  return index < 0 ? undefined : { field: "kinds", space: "data", index };
}

/** The first list that nobody has filled in, as a question to the thing that has it. */
function firstUnknownList(graph: Graph, space: Space, i: number): StructuralAsk | undefined {
  if (space === "flow") return unknownOfFlow(graph, i);
  if (space === "entry-point")
    return (graph.entryPointData[i] as NumberList).known ? undefined : { field: "carries", space, index: i };
  if (space !== "element") return undefined;
  if (graph.elementKind[i] === 2)
    return (graph.holds[i] as NumberList).known ? undefined : { field: "holds", space, index: i };
  for (const flow of [...(graph.flowsIn[i] as readonly number[]), ...(graph.flowsOut[i] as readonly number[])]) {
    const ask = unknownOfFlow(graph, flow);
    if (ask) return ask;
  }
  return undefined;
}

function unknownOfFlow(graph: Graph, flow: number): StructuralAsk | undefined {
  if (!(graph.carries[flow] as NumberList).known) return { field: "carries", space: "flow", index: flow };
  if (!(graph.returns[flow] as NumberList).known) return { field: "returns", space: "flow", index: flow };
  return undefined;
}
