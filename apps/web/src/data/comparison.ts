// Two revisions of the open model as the server compares them, and the commits that there are.
import type { ModelDiff, Result } from "@parapet/core";
import type { Arrangement, DrawnRevision } from "@parapet/reports/dfd";
import { useAnswer } from "./use-answer.ts";
import { useWorkbench } from "./workbench.ts";

/** A commit that touched the model. */
export interface Commit {
  readonly id: string;
  readonly author: string;
  readonly on: string;
  readonly subject: string;
}

type Drawn = DrawnRevision & { readonly diagram?: Arrangement };

export interface Comparison {
  readonly diff: ModelDiff;
  readonly empty: boolean;
  readonly drawn: { readonly before: Drawn; readonly after: Drawn };
}

/** The model as it is. */
export const present = "now";
/** The last commit. */
export const lastCommit = "HEAD";

/** The commits of the model, newest first; none without git. Asked again when another one is checked out. */
export function useCommits(): readonly Commit[] | undefined {
  const model = useWorkbench((state) => state.model);
  const commit = useWorkbench((state) => state.files.commit);
  const answer = useAnswer<{ readonly revisions: readonly Commit[] }>(`${pathOf(model)}/revisions#${commit}`);
  return answer && (answer.ok ? answer.value.revisions : []);
}

/** The difference of two revisions; again a moment after the model changed, when one of them is the model as it is, and when another commit is checked out. */
export function useComparison(from: string | undefined, to: string): Result<Comparison> | undefined {
  const model = useWorkbench((state) => state.model);
  const commit = useWorkbench((state) => state.files.commit);
  const head = useWorkbench((state) => state.shown?.head ?? 0);
  const query = from && new URLSearchParams({ from, to }).toString();
  const address = query && `${pathOf(model)}/diff?${query}#${commit} ${to === present ? head : ""}`;
  return useAnswer<Comparison>(address || undefined, settling);
}

/** So long nothing is asked while somebody edits. */
const settling = 400;

function pathOf(model: string): string {
  return `/models/${encodeURIComponent(model)}`;
}
