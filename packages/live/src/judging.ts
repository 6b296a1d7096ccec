// What commands come to on the present document, when they were made on one that the client saw: changes, nothing, or a refusal.
import {
  apply,
  type Change,
  type CommandCall,
  carryOver,
  checkDocument,
  type Document,
  difference,
  fail,
  finer,
  type Problem,
  problem,
  type Ran,
  type Result,
  rebase,
} from "@parapet/core";
import { changedMeanwhile } from "./changed-meanwhile.ts";
import { isLayout, standingAgainst } from "./conflicts.ts";
import type { Engine } from "./ports.ts";
import { shapeProblems } from "./shape.ts";
import type { Entry, Refusal } from "./wire.ts";

export interface Case {
  readonly calls: readonly CommandCall[];
  readonly by: string;
  readonly now: string;
  readonly present: Document;
  /** The document that the client saw, and the day that it was there. */
  readonly seen: Document;
  readonly day: string;
  /** What others did since. */
  readonly others: readonly Entry[];
}

/** The document that comes of it; or why not, and the entries of others that stand against it. */
export type Verdict =
  | { readonly ok: true; readonly document: Document }
  | {
      readonly ok: false;
      readonly why: Refusal;
      readonly problems: readonly Problem[];
      readonly missed: readonly Entry[];
    };

/**
 * Runs the commands on what stands now and, when others did something meanwhile, on what the client saw. What they were meant to
 * change is carried over value by value: running them again alone would take back what others put into the same list.
 */
export async function judge(engine: Engine, asked: Case): Promise<Verdict> {
  const { calls, present, seen, others, by, now, day } = asked;
  const ran = await run(engine, calls, { document: present, by, now });
  if (others.length === 0 && day === now)
    return ran.ok ? verdict(ran.value.document) : refused("refused", ran.problems, others);
  const meant = await run(engine, calls, { document: seen, by, now });
  const carried = meant.ok ? carry(meant.value.document, asked) : undefined;
  const contradicted = carried?.contradicted ?? (ran.ok ? touchedByOthers(ran.value.changes, others) : []);
  if (contradicted.length > 0) {
    const standing = standingAgainst(contradicted, others, present);
    const missed = standing.flatMap(({ entry }) => (entry ? [entry] : []));
    return refused(
      "conflict",
      standing.map((one) => one.problem),
      [...new Set(missed)],
    );
  }
  if (carried?.isDone) return ran.ok ? joined(carried.document, ran.value.document, asked) : verdict(present);
  const before = { document: seen, day, made: meant.ok ? meant.value.document : undefined };
  const after = { document: present, day: now, made: ran.ok ? ran.value.document : undefined };
  const changed = changedMeanwhile(calls, { before, after, engine, others });
  if (changed.length > 0) return refused("changed-meanwhile", ran.ok ? changed : [...changed, ...ran.problems], others);
  if (!ran.ok) return refused(meant.ok ? "conflict" : "refused", ran.problems, others);
  return carried ? joined(carried.document, ran.value.document, asked) : verdict(ran.value.document);
}

/** Runs commands; a defect of one is a problem of who sent it, not the end of the room. */
export async function run(
  engine: Engine,
  calls: readonly CommandCall[],
  on: Parameters<Engine["run"]>[1],
): Promise<Result<Ran>> {
  try {
    return await engine.run(calls, on);
  } catch (error) {
    const say = `${calls[0]?.name ?? "The command"} could not be run: ${(error as Error).message}. Nothing was changed.`;
    return fail(problem("internal", say, "Please report this with the words of this message."));
  }
}

/** What was meant, on the present document. Where things are drawn is left to the last one. */
function carry(made: Document, { seen, present }: Case) {
  const { changes, contradicted } = carryOver(made, seen, present);
  const isWeighty = (change: Change): boolean => !isLayout(change);
  const meant = difference(seen, made).flatMap(finer).filter(isWeighty);
  return {
    document: apply(present, changes.flatMap(finer).filter(isWeighty)),
    contradicted: contradicted.filter(isWeighty),
    /** It is so already, and something was meant beside the drawing. */
    isDone: meant.length > 0 && !changes.some((change) => finer(change).some(isWeighty)),
  };
}

/** When it is not known what the client saw (its own sends that came to nothing were part of it): whatever others touched stands. */
function touchedByOthers(changes: readonly Change[], others: readonly Entry[]): readonly Change[] {
  const mine = changes.flatMap(finer).filter((change) => !isLayout(change));
  return rebase(
    mine,
    others.flatMap((entry) => entry.changes.flatMap(finer)),
  ).conflicts.map((conflict) => conflict.mine);
}

/** What was carried over, with things drawn where the commands put them now. */
function joined(carried: Document, ran: Document, { present, others }: Case): Verdict {
  const layout = difference(present, ran).flatMap(finer).filter(isLayout);
  const document = apply(carried, layout);
  if (difference(ran, document).length === 0) return verdict(ran);
  const problems = [...checkDocument(document), ...shapeProblems(present, document)];
  return problems.length > 0 ? refused("conflict", problems, others) : verdict(document);
}

function verdict(document: Document): Verdict {
  return { ok: true, document };
}

function refused(why: Refusal, problems: readonly Problem[], missed: readonly Entry[]): Verdict {
  return { ok: false, why, problems, missed };
}
