// What may be stated: which facts and pools a thing takes, with which values.
import { at } from "./checks.ts";
import type { CommandContext } from "./command.ts";
import { type Effective, effective, type ThingCollection } from "./effective.ts";
import { asLong, type Facts, type LongFact } from "./fact.ts";
import { nearest } from "./files/nearest.ts";
import { modelSubject } from "./ids.ts";
import type { AskLevel, Knowledge } from "./knowledge.ts";
import { type Problem, problem } from "./problem.ts";
import { elementKinds, type SubjectKind } from "./vocabulary.ts";

/** A thing's value by an id of any collection, old ids included. */
export function thingOf(laid: Effective, id: string): { readonly state?: string | undefined } | undefined {
  const now = laid.resolve(id);
  const collection = laid.collectionOf.get(now);
  return collection && mapOf(laid, collection).get(now)?.value;
}

/** The map of a collection of the effective model. */
export function mapOf(
  laid: Effective,
  collection: ThingCollection,
): ReadonlyMap<string, { readonly value: object; readonly declared?: object; readonly observed?: object }> {
  return collection === "entry-points" ? laid.entryPoints : laid[collection];
}

/** The kinds by which rules and facts speak of a thing; an element that says no kind may be any. Undefined for what is no thing. */
export function subjectKindsOf(laid: Effective, id: string): readonly SubjectKind[] | undefined {
  if (id === modelSubject) return ["model"];
  const now = laid.resolve(id);
  switch (laid.collectionOf.get(now)) {
    case "zones":
      return ["zone"];
    case "flows":
      return ["flow", "crossing"];
    case "entry-points":
      return ["entry-point"];
    case "data":
      return ["data"];
    case "dependencies":
      return ["dependency"];
    case "elements": {
      const kind = laid.elements.get(now)?.value.kind;
      return kind ? [kind] : elementKinds;
    }
    default:
      return undefined;
  }
}

/** What a fact or pool takes: the kinds it is on, where it is asked, its values. */
interface Stateable {
  readonly on: readonly SubjectKind[];
  readonly asked: AskLevel;
  readonly values: readonly string[];
}

/** Values that every fact and pool takes beside its own. */
const always = ["unknown", "not-applicable"];

/** The fact or pool of this id. */
export function stateable(knowledge: Knowledge, id: string): Stateable | undefined {
  const fact = knowledge.facts.find((one) => one.id === id);
  if (fact) return { on: fact.on, asked: fact.asked, values: ["yes", "no"] };
  const pool = knowledge.pools.find((one) => one.id === id);
  return pool && { on: pool.on, asked: pool.asked, values: Object.keys(pool.values) };
}

/** Problems of facts stated of a subject: no such subject or fact, not on its kind, no such value, not-applicable without a reason. */
export function factProblems(
  context: Pick<CommandContext, "document" | "knowledge">,
  subject: string,
  stated: Facts,
  field: string,
): readonly Problem[] {
  const kinds = subjectKindsOf(effective(context.document), subject);
  if (!kinds) {
    const say = `There is no thing ${subject} to state facts of.`;
    return [problem("dangling-reference", say, "Add it first, or name a thing that the model has.", at(field))];
  }
  return Object.entries(stated).flatMap(([id, fact]) =>
    oneFact(context.knowledge, subject, kinds, id, asLong(fact), field),
  );
}

function oneFact(
  knowledge: Knowledge,
  subject: string,
  kinds: readonly SubjectKind[],
  id: string,
  fact: LongFact,
  field: string,
): readonly Problem[] {
  const known = stateable(knowledge, id);
  if (!known) {
    const near = nearest(
      id,
      [...knowledge.facts, ...knowledge.pools].map((one) => one.id),
    );
    const fix = `${near ? `Did you mean ${near}? ` : ""}parapet questions lists what is asked.`;
    return [problem("dangling-reference", `There is no fact or pool ${id}.`, fix, at(field))];
  }
  if (!takes(known, kinds)) {
    const say = `${id} is a fact about ${known.on.join(", ")}; ${subject} is ${kinds.join(" or ")}.`;
    return [problem("not-possible", say, "State it of a thing of that kind.", at(field))];
  }
  if (!known.values.includes(fact.value) && !always.includes(fact.value)) {
    const say = `${fact.value} is no answer to ${id}@${subject}.`;
    const beside = field === "ids" ? ", or dont-know" : "";
    return [
      problem("not-in-list", say, `Answer ${[...known.values, "not-applicable"].join(", ")}${beside}.`, at("value")),
    ];
  }
  if (fact.value === "not-applicable" && !fact.why?.trim()) {
    const say = `No reason is given why ${id} does not apply to ${subject}.`;
    return [problem("needs-rationale", say, "Say why, in one sentence.", at("why"))];
  }
  return [];
}

/** A fact is stated of its own kinds; one asked per zone of zones and the model too, one asked per model of the model too. */
function takes(known: Stateable, kinds: readonly SubjectKind[]): boolean {
  if (kinds.some((kind) => known.on.includes(kind))) return true;
  if (kinds.includes("zone")) return known.asked === "zone";
  return kinds.includes("model") && known.asked !== "thing";
}
