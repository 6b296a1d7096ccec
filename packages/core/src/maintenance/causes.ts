// Why two analyses differ: the way from one document to the other, one group of changes at a time, analysed after each.
import type { Analysis } from "../analysis/result.ts";
import { apply } from "../model/apply.ts";
import { type Change, canonicalText, isBag, type Json } from "../model/changes.ts";
import { difference } from "../model/difference.ts";
import { type Document, type Layer, layerNames, schemaVersion } from "../model/document.ts";
import { type Cause, causes } from "./model-diff.ts";
import type { Renames, Revision } from "./side.ts";

/** Analyses a document with the knowledge that the later revision was analysed with. */
export type Analyse = (document: Document, options: { readonly now: string; readonly feature?: string }) => Analysis;

/** One step of the way. `renamed`: the ids on its two ends are those of the later revision. */
export interface Step {
  readonly cause: Cause;
  readonly from: End;
  readonly to: End;
}

/** `renamed`: the ids are those of the later revision. */
export interface End {
  readonly analysis: Analysis;
  readonly renamed: boolean;
}

/** How many analyses beside the two ends are made at most: a fifth step more is told together with the one before it. */
const maxBetween = 4;

/** What kind of change this is; undefined when it does not enter the analysis. */
export function causeOfChange({ collection, id, field }: Change): Cause | undefined {
  const dot = collection.indexOf(".");
  const layer = dot < 0 ? collection : collection.slice(0, dot);
  const key = dot < 0 ? field?.[0] : collection.slice(dot + 1);
  switch (layer) {
    case "model":
    case "observed":
      if (key === "method") return "decision";
      if (key === "knowledge" || key === "parapet" || key === "sources") return undefined;
      if (key === "facts" || key === "assumptions") return "fact";
      return dot >= 0 && id !== "" && (field?.[0] === "facts" || field?.[0] === "authentication") ? "fact" : "system";
    case "register":
      if (key === "comments" || key === "refused" || key === "parapet") return undefined;
      return key === "evidence" ? "evidence" : "decision";
    case "platform":
      return "fact";
    case "diagram":
      return undefined;
    default:
      return "decision";
  }
}

/** The way from one revision to the other in the order: knowledge, system, facts, decisions, evidence, time. */
export function stepsBetween(
  before: Revision,
  after: Revision,
  { things }: Pick<Renames, "things">,
  analyse: Analyse,
): readonly Step[] {
  const now = before.analysis.now;
  const groups = groupsOf(before.document, after.document, things);
  const featured = before.analysis.model.feature !== after.analysis.model.feature;
  const plan: { cause: Cause; changes: readonly Change[] }[] = [];
  if (!sameKnowledge(before.analysis, after.analysis)) plan.push({ cause: "knowledge", changes: [] });
  for (const cause of ["system", "fact", "decision", "evidence"] as const) {
    const changes = groups.get(cause) ?? [];
    if (changes.length > 0 || (cause === "system" && featured)) plan.push({ cause, changes });
  }
  if (now !== after.analysis.now) plan.push({ cause: "time", changes: [] });
  if (plan.length > maxBetween + 1) plan.pop();

  // What neither documents, knowledge nor day explain are commits: the history that acceptances are checked against.
  const last = plan.pop()?.cause ?? "decision";
  let document = padded(before.document, after.document);
  let feature = before.analysis.model.feature;
  let from: End = { analysis: before.analysis, renamed: false };
  const steps: Step[] = [];
  for (const { cause, changes } of plan) {
    document = apply(document, changes);
    if (cause === "system") feature = after.analysis.model.feature;
    const analysis = analyse(document, { now, ...(feature === undefined ? {} : { feature }) });
    const to = { analysis, renamed: from.renamed || cause === "system" };
    steps.push({ cause, from, to });
    from = to;
  }
  return [...steps, { cause: last, from, to: { analysis: after.analysis, renamed: true } }];
}

function sameKnowledge(a: Analysis, b: Analysis): boolean {
  return a.knowledge.version === b.knowledge.version && a.knowledge.rules === b.knowledge.rules;
}

function groupsOf(
  before: Document,
  after: Document,
  renamed: ReadonlyMap<string, string>,
): ReadonlyMap<Cause, readonly Change[]> {
  const from = padded(before, after);
  const old = new Map([...renamed].map(([id, now]) => [now, id]));
  const groups = new Map<Cause, Change[]>();
  for (const whole of difference(from, padded(after, before))) {
    for (const change of parted(whole, from, old.get(whole.id))) {
      const cause = causeOfChange(change);
      if (cause === undefined) continue;
      const group = groups.get(cause);
      if (group) group.push(change);
      else groups.set(cause, [change]);
    }
  }
  return groups;
}

/** What is answered of a renamed thing is no part of its renaming: it comes with the facts that it had, then they change. */
function parted(change: Change, from: Document, was: string | undefined): readonly Change[] {
  const { collection, id, field, after } = change;
  const [layer, key] = collection.split(".") as [Layer, string?];
  if (was === undefined || key === undefined || field !== undefined || !isBag(after)) return [change];
  const things = (from[layer] as Readonly<Record<string, unknown>> | undefined)?.[key];
  const old = isBag(things) ? things[was] : undefined;
  if (!isBag(old)) return [change];
  const answered = ["facts", "authentication"].filter((name) => old[name] !== undefined || after[name] !== undefined);
  const put: Record<string, Json> = { ...after };
  for (const name of answered) {
    if (old[name] === undefined) delete put[name];
    else put[name] = old[name];
  }
  const answers = answered.filter((name) => canonicalText(old[name]) !== canonicalText(after[name]));
  return [
    { collection, id, after: put },
    ...answers.map((name) => ({
      collection,
      id,
      field: [name],
      ...(after[name] === undefined ? {} : { after: after[name] }),
    })),
  ];
}

/** The document with an empty layer for each that only the other has, so that a layer's parts are compared, not the layer as a whole. */
function padded(document: Document, other: Document): Document {
  const out: Record<string, unknown> = { ...document };
  for (const layer of layerNames) {
    if (document[layer] === undefined && other[layer] !== undefined) out[layer] = { parapet: schemaVersion };
  }
  return out as unknown as Document;
}

/** One thing that differs between the two ends of the way, with its cause. */
export interface Difference<T> {
  readonly key: string;
  readonly before?: T;
  readonly after?: T;
  readonly cause: Cause;
}

/** What is compared: things by key, and what makes two of them the same. */
export interface Compared<T> {
  readonly list: (analysis: Analysis) => readonly T[];
  readonly key: (item: T, rename: Rename) => string;
  /** What matters most first: the cause is that of the first part that differs. */
  readonly same: (item: T, rename: Rename, analysis: Analysis) => readonly string[];
}

type Rename = (key: string) => string;
const stay: Rename = (key) => key;

/** Every difference once, in the order of the later list, then what is gone in the order of the earlier one. */
export function differencesOf<T>(
  steps: readonly Step[],
  rename: Rename,
  compared: Compared<T>,
): readonly Difference<T>[] {
  const first = (steps[0] as Step).from;
  const last = (steps.at(-1) as Step).to;
  const before = new Side(first, rename, compared);
  const after = new Side(last, rename, compared);
  const differing = new Map<string, number>();
  for (const key of after.items.keys()) {
    const part = differingPart(before.parts(key), after.parts(key));
    if (part >= 0) differing.set(key, part);
  }
  for (const key of before.items.keys()) if (!after.items.has(key)) differing.set(key, 0);
  if (differing.size === 0) return [];
  const between = steps.slice(1).map(({ from }) => new Side(from, rename, compared));
  const sides = [before, ...between, after];
  return [...differing].map(([key, part]) => {
    const x = before.items.get(key);
    const y = after.items.get(key);
    const states = sides.map((side) => side.parts(key)?.[part]);
    const moved = steps.flatMap(({ cause }, i) => (states[i] === states[i + 1] ? [] : [cause]));
    const cause = causes.find((one) => moved.includes(one)) as Cause;
    return { key, ...(x === undefined ? {} : { before: x }), ...(y === undefined ? {} : { after: y }), cause };
  });
}

/** The first part in which two differ; -1 when they are the same. */
function differingPart(a: readonly string[] | undefined, b: readonly string[] | undefined): number {
  if (!a || !b) return 0;
  return a.findIndex((part, i) => part !== b[i]);
}

/** What is compared on one end of a step, by the key that it has on the later side. */
class Side<T> {
  readonly items = new Map<string, T>();
  readonly #end: End;
  readonly #rename: Rename;
  readonly #compared: Compared<T>;

  constructor(end: End, rename: Rename, compared: Compared<T>) {
    this.#end = end;
    this.#rename = end.renamed ? stay : rename;
    this.#compared = compared;
    const left: T[] = [];
    for (const item of compared.list(end.analysis)) {
      const key = compared.key(item, this.#rename);
      if (end.renamed || key !== compared.key(item, stay)) this.items.set(key, item);
      else left.push(item);
    }
    // An entry that an earlier id left behind may have the name that a renamed one takes; it keeps apart.
    for (const item of left) {
      const key = compared.key(item, stay);
      this.items.set(this.items.has(key) ? `${key} (left behind)` : key, item);
    }
  }

  parts(key: string): readonly string[] | undefined {
    const item = this.items.get(key);
    return item === undefined ? undefined : this.#compared.same(item, this.#rename, this.#end.analysis);
  }
}
