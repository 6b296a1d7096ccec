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
  thingsIn,
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

/** What stands in one place of a sentence about thing `i`. */
type Name = (i: number) => string;

/** Writes sentences for one graph; names that cost a look-up are kept per thing. */
export class Sentences {
  readonly #graph: Graph;
  readonly #written = new Map<Space, Map<string, Name>>();
  readonly #kept = new Map<string, (string | undefined)[]>();

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  /** The sentence for thing `i`. It begins with a capital letter, unless it begins with a name: names are written as they are. */
  write(say: string, space: Space, i: number): string {
    return this.of(say, space)(i);
  }

  /** What writes one sentence for the things of a space: many threats say the same of different things. */
  of(say: string, space: Space): Name {
    let written = this.#written.get(space);
    if (!written) this.#written.set(space, (written = new Map()));
    let sentence = written.get(say);
    if (!sentence) written.set(say, (sentence = this.#sentence(parseSentence(say), space)));
    return sentence;
  }

  #sentence([first, ...others]: readonly Part[], space: Space): Name {
    const rest = others.map((part) => (typeof part === "string" ? part : this.#namer(part.name, space)));
    const begins = typeof first === "string" ? undefined : this.#namer((first as Exclude<Part, string>).name, space);
    return (i) => {
      let text = begins === undefined ? (first as string) : opening(begins(i));
      for (let k = 0; k < rest.length; k++) {
        const part = rest[k] as string | Name;
        text += typeof part === "string" ? part : part(i);
      }
      return text;
    };
  }

  #namer(name: Placeholder, space: Space): Name {
    const { flowFrom, flowTo, elements, zones } = this.#graph;
    const graph = this.#graph;
    const subject: Name =
      space === "flow" ? (i) => nameInSentence(graph, space, i) : (i) => thingsIn(graph, space).titles[i] as string;
    switch (name) {
      case "subject":
        return subject;
      case "from":
        return space === "flow" ? (i) => elements.titles[flowFrom[i] as number] as string : subject;
      case "to":
        return space === "flow" ? (i) => elements.titles[flowTo[i] as number] as string : subject;
      case "on":
        return (i) => this.#element(space, i) ?? subject(i);
      case "zone":
        return (i) => {
          const zone = homeZone(graph, space, i);
          return zone < 0 ? standIns.zone : (zones.titles[zone] as string);
        };
      case "borders":
        return this.#keeping("borders", space, (i) => this.#borders(space, i));
      case "data":
        return this.#keeping("data", space, (i) => this.#namesOfData(space, i));
      case "technology":
        return (i) => technologyOf(graph, space, i) ?? standIns.technology;
      case "roles":
        return (i) => rolesOf(graph, space, i);
    }
  }

  /** Names that cost a look-up, worked out once per thing. */
  #keeping(name: Placeholder, space: Space, read: Name): Name {
    const key = `${name} ${space}`;
    const kept = this.#kept.get(key) ?? [];
    this.#kept.set(key, kept);
    return (i) => (kept[i] ??= read(i));
  }

  /** The element that an entry point or a dependency stands on. */
  #element(space: Space, i: number): string | undefined {
    const at =
      space === "entry-point"
        ? this.#graph.entryPointOn[i]
        : space === "dependency"
          ? this.#graph.dependencyElement[i]
          : -1;
    return at === undefined || at < 0 ? undefined : (this.#graph.elements.titles[at] as string);
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
