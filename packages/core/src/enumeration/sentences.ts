// Sentences that name the actual elements, zones and data.
import {
  dependencyData,
  elementData,
  entryPointData,
  flowData,
  type Graph,
  homeZone,
  nameInSentence,
  type Space,
} from "../decomposition/index.ts";

/** The placeholders that a rule's sentence may hold. */
export const placeholders = ["subject", "from", "to", "zone", "data", "borders", "technology", "roles", "on"] as const;
export type Placeholder = (typeof placeholders)[number];

type Part = string | { readonly name: Placeholder };

/** Splits "{data} on {subject}" into its parts; an unknown placeholder stays as text. */
function parseSentence(say: string): readonly Part[] {
  const parts = say
    .split(/\{([a-z]+)\}/)
    .map((part, i): Part => (i % 2 === 0 || !isPlaceholder(part) ? part : { name: part }));
  const [first, ...rest] = parts;
  return first === "" && rest.length > 0
    ? rest
    : [typeof first === "string" ? capital(first) : (first as Part), ...rest];
}

/** What stands for a name that is not known: words of ours, which begin with a capital at the start of a sentence. */
const standIns = {
  zone: "an unknown zone",
  borders: "a trust boundary",
  data: "data",
  technology: "its technology",
  roles: "callers",
} as const;
const ownWords: readonly string[] = [...Object.values(standIns), "the system"];
const ownPhrase = /^the (flow from|borders? of) /;

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function opening(name: string): string {
  return ownWords.includes(name) || ownPhrase.test(name) ? capital(name) : name;
}

function isPlaceholder(name: string): name is Placeholder {
  return (placeholders as readonly string[]).includes(name);
}

/** Writes sentences for one graph; names that cost a look-up are kept per thing. */
export class Sentences {
  readonly #graph: Graph;
  readonly #parsed = new Map<string, readonly Part[]>();
  readonly #data = new Map<Space, (string | undefined)[]>();

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  /** The sentence for thing `i`. It begins with a capital letter, unless it begins with a name: names are written as they are. */
  write(say: string, space: Space, i: number): string {
    let parts = this.#parsed.get(say);
    if (!parts) this.#parsed.set(say, (parts = parseSentence(say)));
    const first = parts[0] as Part;
    let text = typeof first === "string" ? first : opening(this.#name(first.name, space, i));
    for (let k = 1; k < parts.length; k++) {
      const part = parts[k] as Part;
      text += typeof part === "string" ? part : this.#name(part.name, space, i);
    }
    return text;
  }

  #name(name: Placeholder, space: Space, i: number): string {
    const graph = this.#graph;
    switch (name) {
      case "subject":
        return nameInSentence(graph, space, i);
      case "from":
        return space === "flow"
          ? (graph.elements.titles[graph.flowFrom[i] as number] as string)
          : this.#name("subject", space, i);
      case "to":
        return space === "flow"
          ? (graph.elements.titles[graph.flowTo[i] as number] as string)
          : this.#name("subject", space, i);
      case "on":
        return this.#element(space, i);
      case "zone": {
        const zone = homeZone(graph, space, i);
        return zone < 0 ? standIns.zone : (graph.zones.titles[zone] as string);
      }
      case "borders":
        return this.#borders(space, i);
      case "data":
        return this.#dataName(space, i);
      case "technology":
        return technologyOf(graph, space, i) ?? standIns.technology;
      case "roles":
        return rolesOf(graph, space, i);
    }
  }

  #element(space: Space, i: number): string {
    const at =
      space === "entry-point"
        ? this.#graph.entryPointOn[i]
        : space === "dependency"
          ? this.#graph.dependencyElement[i]
          : -1;
    return at === undefined || at < 0 ? this.#name("subject", space, i) : (this.#graph.elements.titles[at] as string);
  }

  #borders(space: Space, i: number): string {
    const borders = space === "flow" ? this.#graph.borders[i] : undefined;
    const crossed = borders ? [...borders.leaves, ...borders.enters] : [];
    if (crossed.length === 0) return standIns.borders;
    const names = crossed.map((zone) => this.#graph.zones.titles[zone] as string);
    return names.length === 1
      ? `the border of ${names[0]}`
      : `the borders of ${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;
  }

  /** The data on a thing by name, worst first, at most two; "data" while it is unknown. */
  #dataName(space: Space, i: number): string {
    let names = this.#data.get(space);
    if (!names) this.#data.set(space, (names = []));
    return (names[i] ??= this.#namesOfData(space, i));
  }

  #namesOfData(space: Space, i: number): string {
    const graph = this.#graph;
    if (space === "data") return graph.data.titles[i] as string;
    const read = { element: elementData, flow: flowData, "entry-point": entryPointData, dependency: dependencyData }[
      space as string
    ];
    const items = [...new Set((read?.(graph, i) ?? []).flatMap((list) => list.items))];
    if (items.length === 0) return standIns.data;
    const rank = (data: number) => severity[graph.data.entries[data]?.value.classification ?? "unknown"];
    items.sort((a, b) => rank(b) - rank(a) || a - b);
    const titles = items.slice(0, 2).map((data) => graph.data.titles[data] as string);
    return items.length > 2 ? `${titles.join(", ")} and other data` : titles.join(" and ");
  }
}

const severity = { restricted: 4, confidential: 3, unknown: 2, internal: 1, public: 0 } as const;

function technologyOf(graph: Graph, space: Space, i: number): string | undefined {
  const element =
    space === "element"
      ? i
      : space === "entry-point"
        ? (graph.entryPointOn[i] as number)
        : space === "flow"
          ? (graph.flowTo[i] as number)
          : -1;
  return element < 0 ? undefined : graph.elements.entries[element]?.value.technologies?.[0];
}

function rolesOf(graph: Graph, space: Space, i: number): string {
  if (space !== "entry-point") return standIns.roles;
  const access = graph.entryPoints.entries[i]?.value.access ?? {};
  const roles = Object.keys(access).filter((role) => access[role] !== "no");
  return roles.length === 0 ? standIns.roles : roles.join(", ");
}
