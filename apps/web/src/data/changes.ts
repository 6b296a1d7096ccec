// What is in no commit yet, as the server tells it: the difference from HEAD in sentences, the branch, and a message for the commit.
import type { Problem, Result } from "@parapet/core";
import { useEffect, useState } from "react";
import { useAnswer } from "./use-answer.ts";
import { useWorkbench } from "./workbench.ts";

export interface UncommittedChanges {
  /** Null without git. */
  readonly git: {
    /** Null when no branch is checked out. */
    readonly branch: string | null;
    /** Null before the first commit. */
    readonly head: string | null;
    readonly dirty: boolean;
  } | null;
  readonly sentences: readonly string[];
  readonly message: string;
  /** Without git: what one goes without. */
  readonly lost?: string;
  readonly problems?: readonly Problem[];
}

/** While somebody edits, nothing is asked: the count may lag, and a model is not compared with every stroke. */
const settling = { open: 500, closed: 3_000 };

/** The changes since the last commit; asked again when the model, or the commit that is checked out, may be another one. */
export function useUncommitted(open: boolean): Result<UncommittedChanges> | undefined {
  const model = useWorkbench((state) => state.model);
  const head = useWorkbench((state) => state.shown?.head);
  const returns = useReturns();
  const commit = useWorkbench((state) => state.files.commit);
  const address =
    head === undefined ? undefined : `/models/${encodeURIComponent(model)}/changes#${head} ${returns} ${commit}`;
  return useAnswer<UncommittedChanges>(address, open ? settling.open : settling.closed);
}

/** How often somebody came back to the page: they may have committed meanwhile. */
function useReturns(): number {
  const [times, setTimes] = useState(0);
  useEffect(() => {
    const back = () => setTimes((before) => before + 1);
    addEventListener("focus", back);
    return () => removeEventListener("focus", back);
  }, []);
  return times;
}
