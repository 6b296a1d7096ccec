// Guidance below a line in which a threat is typed: brought with the first letter, and gone with the last.
import { lazy, type RefObject, Suspense } from "react";
import { inspectorParts } from "./later.ts";

/** A threat as it is being typed. */
export interface TypedStatement {
  readonly say: string;
  readonly setSay: (say: string) => void;
  /** What the threat is on; the model when nothing is chosen. */
  readonly subject: string;
  readonly field: RefObject<HTMLInputElement | null>;
}

const StatementHints = lazy(async () => ({ default: await inspectorParts.statementHints() }));

export function TypedStatementHints(typed: TypedStatement) {
  if (typed.say.trim() === "") return null;
  return (
    <Suspense>
      <StatementHints {...typed} />
    </Suspense>
  );
}
