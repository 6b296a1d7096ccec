// What the schema of one file cannot see: ids across collections, references across files, flows to themselves, zones in circles.
// Pure and linear in the document. The register is not checked: what it names may be gone and comes back (orphaned).
import { selfFlows, zoneCircles } from "./circles.ts";
import { type Document, layers } from "./document.ts";
import { nearest } from "./files/nearest.ts";
import { modelSubject } from "./ids.ts";
import { type Bag, type Clash, type Kind, kindNames, kinds, Names, type ThingLayer } from "./names.ts";
import { type Problem, type ProblemCode, problem } from "./problem.ts";
import { zoneKinds } from "./vocabulary.ts";

type Path = readonly (string | number)[];

/** Everything that may be in a diagram or beside it; a feature is work, not a thing. */
export const things = kindNames.filter((kind) => kind !== "features");

interface Reference {
  readonly field: string;
  readonly to: readonly Kind[];
}
const sameAs = (kind: Kind): Reference => ({ field: "same-as", to: [kind] });

/** Which field of which collection names what; single ids and lists alike. */
export const references: Readonly<Record<Kind, readonly Reference[]>> = {
  zones: [{ field: "in", to: ["zones"] }, { field: "allows", to: ["flows"] }, sameAs("zones")],
  elements: [
    { field: "zone", to: ["zones"] },
    { field: "also-on", to: ["zones"] },
    { field: "holds", to: ["data"] },
    sameAs("elements"),
  ],
  flows: [
    { field: "from", to: ["elements"] },
    { field: "to", to: ["elements"] },
    { field: "carries", to: ["data"] },
    { field: "returns", to: ["data"] },
    sameAs("flows"),
  ],
  "entry-points": [
    { field: "on", to: ["elements"] },
    { field: "via", to: ["flows"] },
    { field: "carries", to: ["data"] },
    { field: "returns", to: ["data"] },
    sameAs("entry-points"),
  ],
  data: [sameAs("data")],
  dependencies: [
    { field: "used-by", to: ["elements"] },
    { field: "element", to: ["elements"] },
    sameAs("dependencies"),
  ],
  features: [
    { field: "adds", to: things },
    { field: "changes", to: things },
  ],
};

/** Everything that contradicts itself across the document's files; `where` names the file and the path in it. */
export function checkDocument(document: Document): readonly Problem[] {
  const names = new Names(document);
  const check = new ReferenceCheck(names);
  check.ids();
  check.things();
  check.assumptions(document);
  check.attackers(document);
  return [...check.problems, ...selfFlows(names), ...zoneCircles(names)];
}

/** So many ids may be searched for the one that was meant. */
const searchable = 5000;
const searches = 50;

class ReferenceCheck {
  readonly problems: Problem[] = [];
  readonly #names: Names;
  readonly #candidates = new Map<readonly Kind[], readonly string[]>();

  constructor(names: Names) {
    this.#names = names;
  }

  ids(): void {
    this.#names.eachThing((layer, kind, id) => {
      if (id === modelSubject)
        this.#say("bad-id", layer, [kind, id], "model is the name of the system as a whole.", "Choose another id.");
    });
    for (const clash of this.#names.clashes) this.#clash(clash);
  }

  things(): void {
    this.#names.eachThing((layer, kind, id, thing) => {
      for (const { field, to } of references[kind]) this.#referField(layer, [kind, id, field], thing[field], to);
      this.#partly(layer, [kind, id, "facts"], thing.facts);
      if (kind === "entry-points") this.#accessOf(layer, id, thing);
    });
    for (const [layer, bag] of this.#names.layers) this.#partly(layer, ["facts"], bag.facts);
  }

  assumptions({ model }: Document): void {
    for (const [id, assumption] of Object.entries(model.assumptions ?? {}))
      for (const [subject, facts] of Object.entries(assumption.facts ?? {})) {
        const path = ["assumptions", id, "facts", subject];
        if (subject !== modelSubject) this.#refer("model", path, subject, things);
        this.#partly("model", path, facts);
      }
  }

  /** An attacker starts at a zone, at an element, or anywhere in a kind of zone. */
  attackers({ model }: Document): void {
    const known = new Set<string>(zoneKinds);
    for (const [id, { starts }] of Object.entries(model.attackers ?? {}))
      if (starts !== undefined && !known.has(starts))
        this.#refer("model", ["attackers", id, "starts"], starts, ["zones", "elements"]);
  }

  #say(code: ProblemCode, layer: ThingLayer, path: Path, say: string, fix: string): void {
    this.problems.push(problem(code, say, fix, { file: layers[layer].file, path }));
  }

  #clash({ layer, kind, id, other }: Clash): void {
    const word = kinds[kind].split(" ").slice(1).join("-");
    const say = `${id} is ${kinds[kind]} and ${kinds[other]}.`;
    this.#say("duplicate-id", layer, [kind, id], say, `Rename one of the two, for example to ${id}-${word}.`);
  }

  #referField(layer: ThingLayer, path: Path, value: unknown, to: readonly Kind[]): void {
    if (typeof value === "string") this.#refer(layer, path, value, to);
    else if (Array.isArray(value))
      for (let i = 0; i < value.length; i++) this.#refer(layer, [...path, i], String(value[i]), to);
  }

  #refer(layer: ThingLayer, path: Path, id: string, to: readonly Kind[]): void {
    const found = this.#names.kindsOf(id);
    if (found && to.some((kind) => found.has(kind))) return;
    const wanted = to.length < 3 ? to.map((kind) => kinds[kind]).join(" or ") : "a thing of the model";
    const from = path.slice(1).filter((step) => typeof step === "string");
    const is = found ? `is ${kinds[[...found][0] as Kind]}, not ${wanted}` : "does not exist";
    const near = this.#near(id, to);
    const fix = found ? `Name ${wanted}.` : `Add ${id} as ${wanted}, or correct the name.`;
    const say = `${from.join(".")} names ${id}, which ${is}.`;
    this.#say("dangling-reference", layer, path, say, near ? `Did you mean ${near}? ${fix}` : fix);
  }

  /** The id that was probably meant, searched while there are few problems and few ids. */
  #near(id: string, to: readonly Kind[]): string | undefined {
    if (this.problems.length > searches) return undefined;
    let candidates = this.#candidates.get(to);
    if (!candidates) this.#candidates.set(to, (candidates = this.#names.idsOf(to)));
    return candidates.length > searchable ? undefined : nearest(id, candidates);
  }

  #partly(layer: ThingLayer, at: Path, facts: unknown): void {
    for (const [fact, value] of Object.entries((facts as Bag | undefined) ?? {}))
      if (typeof value === "object" && value !== null)
        this.#referField(layer, [...at, fact, "partly"], (value as Bag).partly, things);
  }

  #accessOf(layer: ThingLayer, id: string, thing: Bag): void {
    for (const role of Object.keys((thing.access as Bag | undefined) ?? {})) {
      if (this.#names.roles.has(role)) continue;
      const near = nearest(role, this.problems.length > searches ? [] : [...this.#names.roles].slice(0, searchable));
      const fix = `Add ${role} to roles, or correct the name.`;
      const say = `${id}.access names the role ${role}, which does not exist.`;
      const path = ["entry-points", id, "access", role];
      this.#say("dangling-reference", layer, path, say, near ? `Did you mean ${near}? ${fix}` : fix);
    }
  }
}
