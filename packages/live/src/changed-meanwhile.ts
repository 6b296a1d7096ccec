// A decision rests on what the person saw. When that changed meanwhile, it goes back to them.
import {
  type CommandCall,
  type Document,
  difference,
  finer,
  nameOfPerson,
  type Permission,
  type Problem,
  problem,
} from "@parapet/core";
import { basis } from "./basis.ts";
import type { Engine } from "./ports.ts";
import type { Entry } from "./wire.ts";

/** A state of the model as somebody sees it on a day, and what the decision makes of it; undefined when it is not possible there. */
export interface Side {
  readonly document: Document;
  readonly day: string;
  readonly made: Document | undefined;
}

export interface Meanwhile {
  readonly before: Side;
  readonly after: Side;
  readonly engine: Engine;
  /** What others did between the two. */
  readonly others: readonly Entry[];
}

/** True when a command with this permission decides, scores, accepts or signs. */
export function isDecision(permission: Permission | undefined): boolean {
  return permission === "decide" || permission === "approve";
}

/** Why the decisions among the calls do not stand on the present state any more; none when they do, or there is no decision among them. */
export function changedMeanwhile(calls: readonly CommandCall[], meanwhile: Meanwhile): readonly Problem[] {
  const { before, after, engine } = meanwhile;
  const decisions = calls.filter(({ name }) => isDecision(engine.permission(name)));
  const isSame = before.document === after.document && before.day === after.day;
  if (decisions.length === 0 || isSame) return [];
  const named = new Set(decisions.flatMap(({ input }) => stringsIn(input)));
  const analyses = [before, after].map(({ document, day }) => engine.analysis(document, day)) as [never, never];
  const was = basis(before.document, analyses[0], named);
  const is = basis(after.document, analyses[1], named);
  const changed = [...new Set([...was.keys(), ...is.keys()])].filter((id) => was.get(id) !== is.get(id));
  if (changed.length > 0)
    return changed.slice(0, 10).map((id) => becauseOf(id, is.has(id) ? "changed" : "is gone", meanwhile));
  return makesTheSame(meanwhile) ? [] : [becauseOf(decisions[0]?.name ?? "", "comes to another result", meanwhile)];
}

/** True when a decision makes of the present state what it made of the one that was seen: a digest or a proposed value is part of it. */
function makesTheSame({ before, after }: Meanwhile): boolean {
  // What was never possible, or is not any more, has its own problem.
  if (!before.made || !after.made) return true;
  return textOf(before.document, before.made) === textOf(after.document, after.made);
}

function textOf(document: Document, made: Document): string {
  const parts = difference(document, made).flatMap(finer);
  const weighty = parts.filter(({ field }) => field?.[0] !== "parapet");
  return JSON.stringify(weighty.map(({ collection, id, field, after }) => [collection, id, field, after]));
}

function becauseOf(id: string, what: string, { others, after }: Meanwhile): Problem {
  const called = (by: string): string => nameOfPerson(after.document, by);
  const who = [...new Set(others.map(({ by, title }) => `${called(by)} (“${title}”)`))].slice(-3).join(", ");
  const because = who === "" ? "Another day has begun." : `Meanwhile: ${who}.`;
  const say = `${id} ${what} since you looked at it, and your decision rests on it. ${because}`;
  return problem("stale-revision", say, "Look at it as it is now, and decide again.");
}

/** Every string in an input, at any depth: ids of threats, things and stages are among them. */
function stringsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}
