// The words of questions: what is asked, of whom, and which answers it takes.
import { type Columns, type Space, spaceOf } from "../decomposition/index.ts";
import { isNature } from "../model/structural-answers.ts";
import type { Job } from "../model/vocabulary.ts";
import type { QuestionBook } from "./question-book.ts";
import { type StructuralField, structuralQuestions } from "./structural-questions.ts";

/** What each fact that is asked takes for an answer. */
export function answersOfFacts(book: QuestionBook, columns: Columns): Readonly<Record<string, readonly string[]>> {
  const answers: Record<string, readonly string[]> = {};
  for (const column of book.columns) {
    const { fact, space } = column;
    const [index] = column.asked();
    if (index === undefined) continue;
    answers[fact] ??= fact === "natures" ? naturesOf(columns) : wording(columns, { fact, space, index }).answers;
  }
  return answers;
}

function naturesOf(columns: Columns): readonly string[] {
  return [...columns.index.declared.values()]
    .filter((fact) => isNature(fact) && fact.on.some((kind) => spaceOf(kind) === "element"))
    .map((fact) => fact.id);
}

/** What a question is about. */
export interface Subject {
  readonly fact: string;
  readonly space: Space;
  readonly index: number;
}

/** What is asked, of whom, and which answers it takes. */
export interface Wording {
  readonly ask: string;
  readonly for: Job;
  readonly answers: readonly string[];
}

/** The words of a question. */
export function wording(columns: Columns, open: Subject): Wording {
  const pool = columns.index.pools.get(open.fact);
  if (pool) return { ask: pool.ask, for: pool.for, answers: Object.keys(pool.values) };
  const fact = columns.index.declared.get(open.fact);
  if (fact) return { ask: fact.ask ?? `Is it so that ${fact.say}?`, for: fact.for, answers: ["yes", "no"] };
  if (open.fact.startsWith("access-")) return accessWording(columns, open);
  const structural = structuralQuestions[open.fact as StructuralField];
  if (structural) return structural;
  return (
    scopingQuestions[open.fact as ScopingFact] ?? {
      ask: `${open.fact} of {subject}?`,
      for: "architect",
      answers: ["yes", "no"],
    }
  );
}

/** May a role use what an element offers? One answer settles all its entry points that do not say. */
function accessWording({ graph }: Columns, open: Subject): Wording {
  const role = open.fact.slice("access-".length);
  const title = graph.effective.roles.get(role)?.value.title ?? role;
  const points = open.space === "element" ? (graph.entryPointsOf[open.index] as readonly number[]) : [open.index];
  const unknown = points.filter((point) => {
    const stated = graph.entryPoints.entries[point]?.value.access?.[role];
    return stated === undefined || stated === "unknown";
  });
  const names = unknown.slice(0, 3).map((point) => graph.entryPoints.titles[point] as string);
  const more = unknown.length > 3 ? ` and ${unknown.length - 3} more` : "";
  const used = `use ${names.join(", ")}${more} of {subject}`;
  return {
    ask: role === "anonymous" ? `Is it meant that anybody may ${used}, proving nothing?` : `May ${title} ${used}?`,
    for: "engineer",
    answers: ["yes", "no", "when"],
  };
}

/** Asked of every model that names none of them: what a drawing most often leaves out. No is an answer; what there is gets drawn. */
export const scopingQuestions = {
  "operator-interface": {
    ask: "How do operators and administrators reach {subject}? The model names no interface for them.",
    for: "operations",
    answers: ["no"],
  },
  "deployment-pipeline": {
    ask: "How does new code get into {subject}? The model names no deployment pipeline.",
    for: "engineer",
    answers: ["no"],
  },
  "secret-store": {
    ask: "Where does {subject} keep its secrets? The model names no secret store.",
    for: "operations",
    answers: ["no"],
  },
  "third-party": {
    ask: "Which third parties does {subject} rely on? The model names none.",
    for: "architect",
    answers: ["no"],
  },
} as const satisfies Record<string, Wording>;
export type ScopingFact = keyof typeof scopingQuestions;
