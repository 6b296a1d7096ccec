// What an answer to a question writes: a fact with who said it and when, a field of the drawing, or the access of roles.
import type { Change } from "./changes.ts";
import { at } from "./checks.ts";
import type { CommandContext } from "./command.ts";
import type { Document } from "./document.ts";
import { put, set } from "./edits.ts";
import { type Effective, effective } from "./effective.ts";
import { authenticationProblems } from "./entry-point-checks.ts";
import { answersOf } from "./expand.ts";
import { asLong, type Facts, type LongFact } from "./fact.ts";
import { misshapen, setting } from "./field-edits.ts";
import { nearest } from "./files/nearest.ts";
import { modelSubject, splitKey } from "./ids.ts";
import { type Problem, problem } from "./problem.ts";
import { speaking } from "./spoken.ts";
import { factProblems, mapOf, stateable } from "./statements.ts";
import { structuralAnswer } from "./structural-answers.ts";
import { locate, type Target } from "./targets.ts";

/** An answer to one question. */
export interface Answer {
  readonly value: string;
  readonly when?: string | undefined;
  readonly why?: string | undefined;
  readonly partly?: readonly string[] | undefined;
  /** Who says it, when the author only writes it down. */
  readonly "said-by"?: string | undefined;
}

/** What an answer would do: the operations, and the things whose gap it fills; or why it cannot be given. */
export interface Answered {
  readonly problems: readonly Problem[];
  readonly operations: readonly Change[];
  readonly filled: readonly string[];
}

/** What people answer when they do not know yet: somebody finds out. */
export const noAnswer = "dont-know";

/** Fields of the drawing that a question asks for. */
const fields = new Set(["zone", "kind", "holds", "carries", "returns", "via", "classification", "kinds", "tenancy"]);

/** What this answer to the question `fact@about` would do. */
export function answered(question: string, answer: Answer, context: CommandContext): Answered {
  const parts = splitKey(question);
  if (!parts) {
    const say = `"${question}" is no question.`;
    return refused(problem("bad-id", say, "Name it as fact@thing, as questions lists it.", at("ids")));
  }
  const laid = effective(context.document);
  const about = laid.resolve(parts.subject);
  if (parts.left === "access" || parts.left.startsWith("access-")) return access(laid, parts.left, about, answer);
  const structural = structuralAnswer(parts.left, about, answer.value, laid, context);
  if (structural)
    return structural.ok
      ? { problems: [], operations: structural.value, filled: [about] }
      : refused(...structural.problems);
  const target = about === modelSubject ? undefined : locate(context.document, about);
  if (target && fields.has(parts.left)) return field(context.document, target, parts.left, answer.value);
  if (target && parts.left === "authentication" && target.collection === "entry-points") {
    const wrong = authenticationProblems(context.knowledge, answer.value);
    return wrong.length > 0 ? refused(...wrong) : field(context.document, target, "authentication", answer.value);
  }
  return stated(question, parts.left, about, answer, context);
}

function refused(...problems: readonly Problem[]): Answered {
  return { problems, operations: [], filled: [] };
}

/** A fact; one that the knowledge does not have is taken when the analysis asks for it. */
function stated(question: string, fact: string, about: string, answer: Answer, context: CommandContext): Answered {
  const long: LongFact = {
    value: answer.value,
    ...speaking(context, answer["said-by"]),
    on: context.now,
    ...(answer.why === undefined ? {} : { why: answer.why }),
    ...(answer.partly === undefined ? {} : { partly: [...answer.partly] }),
  };
  const problems = statedProblems(question, fact, about, long, context);
  if (problems.length > 0) return refused(...problems);
  return { problems: [], operations: [factOperation(context.document, about, fact, long)], filled: [] };
}

function statedProblems(
  question: string,
  fact: string,
  about: string,
  long: LongFact,
  context: CommandContext,
): readonly Problem[] {
  if (stateable(context.knowledge, fact)) return factProblems(context, about, { [fact]: long }, "ids");
  const asked = context.analysis().questions.find((one) => one.id === question);
  return asked ? notAmong(question, answersOf(context.analysis(), asked), long.value) : [nobodyAsks(question, context)];
}

/** The problem of a question that is not asked: the nearest one that is or could be, and where all of them are. */
export function nobodyAsks(question: string, context: CommandContext): Problem {
  const { facts, pools } = context.knowledge;
  const subject = splitKey(question)?.subject ?? "";
  const stands = subject === modelSubject || effective(context.document).collectionOf.has(subject);
  const near = nearest(question, [
    ...context.analysis().questions.map(({ id }) => id),
    ...(stands ? [...facts, ...pools].map(({ id }) => `${id}@${subject}`) : []),
  ]);
  const fix = `${near ? `Did you mean ${near}? ` : ""}parapet questions lists what is asked.`;
  return problem("dangling-reference", `Nobody asks ${question}.`, fix, at("ids"));
}

/** True when people stated this fact as known. */
export function isStated(question: string, document: Document): boolean {
  return statedBefore(question, document) !== undefined;
}

function statedBefore(question: string, document: Document): { about: string; fact: string } | undefined {
  const parts = splitKey(question);
  if (!parts) return undefined;
  const laid = effective(document);
  const about = laid.resolve(parts.subject);
  const collection = laid.collectionOf.get(about);
  const declared = collection && (mapOf(laid, collection).get(about)?.declared as { facts?: Facts } | undefined);
  const facts = about === modelSubject ? document.model.facts : declared?.facts;
  const there = facts && Object.hasOwn(facts, parts.left) ? facts[parts.left] : undefined;
  return there === undefined || asLong(there).value === "unknown" ? undefined : { about, fact: parts.left };
}

/** Takes an answer back that turned out to be none: the fact is unknown again, and asked. */
export function takenBack(
  question: string,
  { why, "said-by": speaker }: Pick<Answer, "why" | "said-by">,
  context: CommandContext,
): readonly Change[] {
  const there = statedBefore(question, context.document);
  if (!there) return [];
  const who = speaking(context, speaker);
  const long: LongFact = { value: "unknown", ...who, on: context.now, ...(why === undefined ? {} : { why }) };
  return [factOperation(context.document, there.about, there.fact, long)];
}

/** The operation that states a fact of a thing or of the model. */
export function factOperation(document: Document, about: string, fact: string, long: LongFact): Change {
  if (about === modelSubject) return set("model.facts", modelSubject, [fact], long);
  const collection = effective(document).collectionOf.get(about);
  return set(`model.${collection}`, about, ["facts", fact], long);
}

function notAmong(question: string, answers: readonly string[], value: string): readonly Problem[] {
  if (answers.includes(value)) return [];
  const fix =
    answers.length === 1
      ? `Draw what there is (add-element, add-entry-point, add-dependency), or answer ${answers[0]} when there is none, or ${noAnswer}.`
      : answers.length > 0
        ? `Answer ${answers.join(", ")}, or ${noAnswer}.`
        : "Add what there is to the model (add-entry-point, add-data).";
  return [problem("not-in-list", `${value} is no answer to ${question}.`, fix, at("value"))];
}

/** A field of the drawing; `none` is the empty list. */
function field(document: Document, target: Target, name: string, value: string): Answered {
  const operation = setting(target, [name], value);
  const laid = effective(document);
  const before =
    target.collection in laid || target.collection === "entry-points" ? valueOf(laid, target)?.[name] : undefined;
  const gap = before === undefined || before === "unknown";
  return {
    problems: misshapen(document, target, operation),
    operations: [operation],
    filled: gap ? [target.id] : [],
  };
}

function valueOf(laid: Effective, target: Target): Readonly<Record<string, unknown>> | undefined {
  const collection = laid.collectionOf.get(target.id);
  return collection && (mapOf(laid, collection).get(target.id)?.value as Record<string, unknown> | undefined);
}

/**
 * Who may use an entry point, or all entry points of an element: `yes`, `no` or `when` for the role of the question
 * (`access-role@thing`) or every role that nothing is said of (`access@thing`), or each role by itself: `customer=yes,support=no`.
 */
function access(laid: Effective, left: string, about: string, answer: Answer): Answered {
  const points = laid.entryPoints.has(about)
    ? [about]
    : [...laid.entryPoints].flatMap(([id, { value }]) => (value.on === about ? [id] : []));
  if (points.length === 0) {
    const say = `${about} is no entry point and offers none.`;
    return refused(problem("dangling-reference", say, "Name an entry point, or an element that has one.", at("ids")));
  }
  const given = accessGiven(laid, left, answer);
  if (!("roles" in given)) return refused(given);
  const operations: Change[] = [];
  const filled: string[] = [];
  for (const point of points) {
    const there = laid.entryPoints.get(point)?.value.access ?? {};
    const cells = Object.entries(given.roles).filter(([role]) => given.named || isGap(there[role]));
    for (const [role, value] of cells) operations.push(set("model.entry-points", point, ["access", role], value));
    if (cells.length > 0 && cells.every(([role]) => isGap(there[role]))) filled.push(point);
  }
  if (operations.length > 0) return { problems: [], operations, filled };
  const say = `Every role's access to ${points.join(", ")} is known.`;
  return refused(problem("not-possible", say, "Change one with set-field ENTRY-POINT access.ROLE.", at("ids")));
}

function isGap(cell: unknown): boolean {
  return cell === undefined || cell === "unknown";
}

type Cell = "yes" | "no" | "unknown" | { readonly when: string };

/** Role → access. `named`: the roles were named one by one, so that what is known is overwritten. */
function accessGiven(
  laid: Effective,
  left: string,
  answer: Answer,
): { readonly roles: Readonly<Record<string, Cell>>; readonly named: boolean } | Problem {
  const pairs = answer.value.includes("=") ? answer.value.split(",").map((pair) => pair.split("=")) : undefined;
  const asked = left === "access" ? [...laid.roles.keys()] : [left.slice("access-".length)];
  const said = pairs ?? asked.map((role) => [role, answer.value]);
  const roles: Record<string, Cell> = {};
  for (const [role = "", word = ""] of said.map((pair) => pair.map((part) => part.trim()))) {
    if (!laid.roles.has(role)) {
      return problem("dangling-reference", `There is no role ${role}.`, "Add it first (add-role).", at("ids"));
    }
    const cell = cellOf(word, answer.when);
    if (cell === undefined) {
      const say = `${word || "Nothing"} is no answer to who may come in.`;
      return problem("not-in-list", say, "Answer yes, no, or when with a condition.", at("value"));
    }
    roles[role] = cell;
  }
  return { roles, named: pairs !== undefined };
}

function cellOf(word: string, when: string | undefined): Cell | undefined {
  if (word === "yes" || word === "no" || word === "unknown") return word;
  return word === "when" && when?.trim() ? { when } : undefined;
}

/** Takes away what somebody promised to find out. */
export function promiseKept(document: Document, question: string): readonly Change[] {
  return document.register?.questions?.[question] ? [{ collection: "register.questions", id: question }] : [];
}

/** Writes down who finds the answer out, and until when. */
export function promised(
  question: string,
  given: {
    readonly owner: string;
    readonly due: string;
    readonly why?: string | undefined;
    readonly "said-by"?: string | undefined;
  },
  context: CommandContext,
): Change {
  const { owner, due, why, "said-by": speaker } = given;
  return put("register.questions", question, { owner, due, ...speaking(context, speaker), on: context.now, note: why });
}
