// What is checked of an entry point's own fields: how callers prove who they are, and where they arrive.
import { at } from "./checks.ts";
import type { Document } from "./document.ts";
import { effective } from "./effective.ts";
import type { Knowledge } from "./knowledge.ts";
import { type Problem, problem } from "./problem.ts";

/** A problem when the value is none of the authentication pool. */
export function authenticationProblems(knowledge: Knowledge, value: unknown): readonly Problem[] {
  const pool = knowledge.pools.find(({ id }) => id === "authentication");
  if (value === undefined || value === null || !pool) return [];
  const values = [...Object.keys(pool.values), "unknown", "not-applicable"];
  if (typeof value === "string" && values.includes(value)) return [];
  const say = `${JSON.stringify(value)} is no value of authentication.`;
  return [problem("not-in-list", say, `Say one of ${values.join(", ")}.`, at("authentication"))];
}

/** A problem for each flow that touches another element than the one that offers the entry point. */
export function viaProblems(document: Document, on: string, via: readonly string[] | undefined): readonly Problem[] {
  if (via === undefined) return [];
  const laid = effective(document);
  const element = laid.resolve(on);
  return via.flatMap((id) => {
    const flow = laid.flows.get(laid.resolve(id))?.value;
    if (!flow || flow.to === element || flow.from === element) return [];
    const say = `The flow ${id} does not touch ${on}.`;
    return [problem("not-possible", say, `Name flows from or to ${on}.`, at("via"))];
  });
}
