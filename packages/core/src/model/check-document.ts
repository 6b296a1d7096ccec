// What the schema of one file cannot see: ids across collections, references across files, flows to themselves, zones in circles.
// Pure and linear in the document. The register is not checked: what it names may be gone and comes back (orphaned).
import { byCodeUnit } from "./changes.ts";
import { type Document, layers } from "./document.ts";
import { modelSubject } from "./ids.ts";
import { type Problem, type ProblemCode, problem } from "./problem.ts";
import { zoneKinds } from "./vocabulary.ts";

type Bag = Readonly<Record<string, unknown>>;
type Things = Readonly<Record<string, Bag>>;
type LayerBag = Readonly<Record<string, Things | undefined>>;
type Path = readonly (string | number)[];

/** The collections whose things share one space of ids, with the word for one of each. */
const kinds = {
  zones: "a zone",
  elements: "an element",
  flows: "a flow",
  "entry-points": "an entry point",
  data: "a data asset",
  dependencies: "a dependency",
  features: "a feature",
} as const;
type Kind = keyof typeof kinds;
const kindNames = Object.keys(kinds) as readonly Kind[];
const any = kindNames.filter((kind) => kind !== "features");

/** Which field of which collection names what; lists and single ids alike. */
const references: readonly { readonly in: Kind; readonly field: string; readonly to: readonly Kind[] }[] = [
  { in: "zones", field: "in", to: ["zones"] },
  { in: "zones", field: "allows", to: ["flows"] },
  { in: "elements", field: "zone", to: ["zones"] },
  { in: "elements", field: "also-on", to: ["zones"] },
  { in: "elements", field: "holds", to: ["data"] },
  { in: "flows", field: "from", to: ["elements"] },
  { in: "flows", field: "to", to: ["elements"] },
  { in: "flows", field: "carries", to: ["data"] },
  { in: "flows", field: "returns", to: ["data"] },
  { in: "entry-points", field: "on", to: ["elements"] },
  { in: "entry-points", field: "via", to: ["flows"] },
  { in: "entry-points", field: "carries", to: ["data"] },
  { in: "entry-points", field: "returns", to: ["data"] },
  { in: "dependencies", field: "used-by", to: ["elements"] },
  { in: "dependencies", field: "element", to: ["elements"] },
  { in: "features", field: "adds", to: any },
  { in: "features", field: "changes", to: any },
  ...any.map((kind) => ({ in: kind, field: "same-as", to: [kind] })),
];

/** Everything that contradicts itself across the document's files; `where` names the file and the path in it. */
export function checkDocument(document: Document): readonly Problem[] {
  return new Check(document).run();
}

class Check {
  readonly #document: Document;
  readonly #layers: readonly (readonly ["model" | "observed", LayerBag])[];
  readonly #problems: Problem[] = [];
  /** Ids and earlier ids → their collections; an id has more than one only when that is an error. */
  readonly #kinds = new Map<string, Set<Kind>>();
  readonly #roles = new Set<string>();
  /** Earlier and other ids of one collection → the id that stands for them. */
  readonly #now = new Map<string, string>();

  constructor(document: Document) {
    this.#document = document;
    const observed = document.observed as unknown as LayerBag | undefined;
    this.#layers = [
      ["model", document.model as unknown as LayerBag],
      ...(observed ? [["observed", observed] as const] : []),
    ];
  }

  run(): readonly Problem[] {
    this.#collectIds();
    this.#collectEarlierIds();
    this.#eachThing((layer, kind, id, thing) => {
      this.#checkFields(layer, kind, id, thing);
      this.#checkPartly(layer, [kind, id, "facts"], thing.facts);
      if (kind === "entry-points") this.#checkRoles(layer, id, thing);
    });
    this.#checkAssumptions();
    this.#checkAttackers();
    this.#checkSelfFlows();
    this.#checkZoneCycles();
    return this.#problems;
  }

  #say(code: ProblemCode, layer: "model" | "observed", path: Path, say: string, fix: string): void {
    this.#problems.push(problem(code, say, fix, { file: layers[layer].file, path }));
  }

  #eachThing(visit: (layer: "model" | "observed", kind: Kind, id: string, thing: Bag) => void): void {
    for (const [layer, bag] of this.#layers)
      for (const kind of kindNames)
        for (const [id, thing] of Object.entries(bag[kind] ?? {})) visit(layer, kind, id, thing);
  }

  #collectIds(): void {
    this.#eachThing((layer, kind, id) => {
      if (id === modelSubject)
        this.#say("bad-id", layer, [kind, id], "model is the name of the system as a whole.", "Choose another id.");
      const found = this.#kinds.get(id);
      if (!found) this.#kinds.set(id, new Set([kind]));
      else if (!found.has(kind)) {
        const other = kinds[[...found][0] as Kind];
        found.add(kind);
        this.#say(
          "duplicate-id",
          layer,
          [kind, id],
          `${id} is ${kinds[kind]} and ${other}.`,
          `Rename one of the two, for example ${id}-${kind === "data" ? "data" : kind.slice(0, -1)}.`,
        );
      }
    });
    for (const [, bag] of this.#layers) for (const role of Object.keys(bag.roles ?? {})) this.#roles.add(role);
  }

  /** An earlier id counts where no thing has it now. */
  #collectEarlierIds(): void {
    const live = new Set(this.#kinds.keys());
    this.#eachThing((_layer, kind, id, thing) => {
      for (const old of (thing.was as readonly string[] | undefined) ?? []) {
        if (live.has(old)) continue;
        this.#now.set(old, id);
        this.#kinds.set(old, (this.#kinds.get(old) ?? new Set()).add(kind));
      }
      const other = thing["same-as"];
      if (typeof other === "string" && other !== id) this.#now.set(other, id);
    });
  }

  #checkFields(layer: "model" | "observed", kind: Kind, id: string, thing: Bag): void {
    for (const reference of referencesOf[kind]) {
      const value = thing[reference.field];
      if (typeof value === "string") this.#refer(layer, [kind, id, reference.field], value, reference.to);
      else if (Array.isArray(value))
        value.forEach((one, index) => {
          this.#refer(layer, [kind, id, reference.field, index], String(one), reference.to);
        });
    }
  }

  #refer(layer: "model" | "observed", path: Path, id: string, to: readonly Kind[]): void {
    const found = this.#kinds.get(id);
    if (found && to.some((kind) => found.has(kind))) return;
    const wanted = to.length === 1 ? kinds[to[0] as Kind] : "a thing of the model";
    const where = path
      .slice(1)
      .filter((step) => typeof step === "string")
      .join(".");
    if (found)
      this.#say(
        "dangling-reference",
        layer,
        path,
        `${where} names ${id}, which is ${kinds[[...found][0] as Kind]}, not ${wanted}.`,
        `Name ${wanted}.`,
      );
    else
      this.#say(
        "dangling-reference",
        layer,
        path,
        `${where} names ${id}, which does not exist.`,
        `Add ${id} as ${wanted}, or correct the name.`,
      );
  }

  #checkPartly(layer: "model" | "observed", at: Path, facts: unknown): void {
    for (const [fact, value] of Object.entries((facts as Bag | undefined) ?? {})) {
      if (typeof value !== "object" || value === null) continue;
      const partly = (value as { partly?: readonly string[] }).partly ?? [];
      partly.forEach((id, index) => {
        this.#refer(layer, [...at, fact, "partly", index], id, any);
      });
    }
  }

  #checkRoles(layer: "model" | "observed", id: string, thing: Bag): void {
    for (const role of Object.keys((thing.access as Bag | undefined) ?? {}))
      if (!this.#roles.has(role))
        this.#say(
          "dangling-reference",
          layer,
          ["entry-points", id, "access", role],
          `${id}.access names the role ${role}, which does not exist.`,
          `Add ${role} to roles, or correct the name.`,
        );
  }

  #checkAssumptions(): void {
    for (const [id, assumption] of Object.entries(this.#document.model.assumptions ?? {}))
      for (const [subject, facts] of Object.entries(assumption.facts ?? {})) {
        const path = ["assumptions", id, "facts", subject];
        if (subject !== modelSubject) this.#refer("model", path, subject, any);
        this.#checkPartly("model", path, facts);
      }
    for (const [layer, bag] of this.#layers) this.#checkPartly(layer, ["facts"], bag.facts);
  }

  #checkAttackers(): void {
    const known = new Set<string>(zoneKinds);
    for (const [id, attacker] of Object.entries(this.#document.model.attackers ?? {}))
      if (attacker.starts !== undefined && !known.has(attacker.starts))
        this.#refer("model", ["attackers", id, "starts"], attacker.starts, ["zones", "elements"]);
  }

  /** The id that an id means now. */
  #resolve(id: string): string {
    let at = id;
    for (const seen = new Set<string>(); this.#now.has(at) && !seen.has(at); ) {
      seen.add(at);
      at = this.#now.get(at) as string;
    }
    return at;
  }

  /** A field of a thing as the effective model has it, and the layer that says so. */
  #field(kind: Kind, id: string, field: string): { value: string; layer: "model" | "observed" } | undefined {
    for (const [layer, bag] of this.#layers) {
      const things = bag[kind];
      const thing = things && Object.hasOwn(things, id) ? things[id] : undefined;
      const value = thing?.[field];
      if (typeof value === "string") return { value: this.#resolve(value), layer };
    }
    return undefined;
  }

  #idsOf(kind: Kind): ReadonlySet<string> {
    return new Set(this.#layers.flatMap(([, bag]) => Object.keys(bag[kind] ?? {})));
  }

  #checkSelfFlows(): void {
    for (const id of this.#idsOf("flows")) {
      const from = this.#field("flows", id, "from");
      const to = this.#field("flows", id, "to");
      if (from && to && from.value === to.value)
        this.#say(
          "self-flow",
          to.layer,
          ["flows", id, "to"],
          `${id} goes from ${from.value} to itself.`,
          "Name two different elements, or delete the flow.",
        );
    }
  }

  /** Each circle is told once, at its first zone by code unit. */
  #checkZoneCycles(): void {
    const done = new Set<string>();
    for (const start of this.#idsOf("zones")) {
      const way: string[] = [];
      const onWay = new Set<string>();
      let at: string | undefined = start;
      while (at !== undefined && !done.has(at)) {
        done.add(at);
        way.push(at);
        onWay.add(at);
        at = this.#field("zones", at, "in")?.value;
        if (at !== undefined && onWay.has(at)) this.#sayCycle(way.slice(way.indexOf(at)));
      }
    }
  }

  #sayCycle(circle: readonly string[]): void {
    const first = [...circle].sort(byCodeUnit)[0] as string;
    const turned = [...circle.slice(circle.indexOf(first)), ...circle.slice(0, circle.indexOf(first)), first];
    const layer = this.#field("zones", first, "in")?.layer ?? "model";
    this.#say(
      "zone-cycle",
      layer,
      ["zones", first, "in"],
      `The zones lie in a circle: ${shown(turned)}.`,
      "Take one of them out of the other.",
    );
  }
}

function shown(ids: readonly string[]): string {
  return (ids.length > 8 ? [...ids.slice(0, 6), "…", ids[ids.length - 1]] : ids).join(" in ");
}

const referencesOf = Object.fromEntries(
  kindNames.map((kind) => [kind, references.filter((one) => one.in === kind)]),
) as unknown as Readonly<Record<Kind, typeof references>>;
