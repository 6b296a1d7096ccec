// One control that runs commands: what it was refused stays beside it until it is tried again.
import type { CommandCall, Problem } from "@parapet/core";
import { useCallback, useState } from "react";
import { send } from "./workbench.ts";

export interface Command {
  readonly problems: readonly Problem[];
  readonly busy: boolean;
  /** True when it was accepted. */
  readonly run: (title: string, ...calls: readonly CommandCall[]) => Promise<boolean>;
  readonly clear: () => void;
}

/** The commands of one control. */
export function useCommand(): Command {
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [busy, setBusy] = useState(false);
  const run = useCallback(async (title: string, ...calls: readonly CommandCall[]) => {
    setBusy(true);
    const done = await send(title, ...calls);
    setBusy(false);
    setProblems(done.ok ? [] : done.problems);
    return done.ok;
  }, []);
  const clear = useCallback(() => setProblems([]), []);
  return { problems, busy, run, clear };
}
