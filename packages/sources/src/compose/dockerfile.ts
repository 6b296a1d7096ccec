// What a Dockerfile says about the image that a service runs: the base image, copied files, and the user.
import type { At } from "../positioned.ts";

/** The stage that is run. `base` is the image that it comes from in the end. */
export interface Stage {
  readonly base?: { readonly text: string; readonly at: At };
  /** Source paths of COPY and ADD from the build context, with their targets. */
  readonly copies: readonly { readonly source: string; readonly target: string }[];
  readonly user?: { readonly text: string; readonly at: At };
}

interface Open {
  readonly from: string;
  readonly name: string | undefined;
  readonly at: At;
  readonly copies: { source: string; target: string }[];
  user?: { text: string; at: At };
}

/** Reads the stage of that name (or number), else the last one; undefined when there is no FROM. */
export function stageOf(file: string, text: string, target: string | undefined): Stage | undefined {
  const stages: Open[] = [];
  const args = new Map<string, string>();
  for (const { words, line } of instructions(text)) {
    const [head = "", ...rest] = words;
    const instruction = head.toUpperCase();
    const plain = rest.filter((word) => !word.startsWith("--"));
    const open = stages.at(-1);
    if (instruction === "ARG" && !open) setArgument(args, plain[0] ?? "");
    else if (instruction === "FROM" && plain[0]) {
      const name = plain[1]?.toUpperCase() === "AS" ? plain[2]?.toLowerCase() : undefined;
      stages.push({ from: withArguments(plain[0], args), name, at: { file, line }, copies: [] });
    } else if (open && instruction === "USER" && plain[0]) open.user = { text: plain[0], at: { file, line } };
    else if (
      open &&
      (instruction === "COPY" || instruction === "ADD") &&
      !rest.some((word) => word.startsWith("--from"))
    ) {
      const to = plain.at(-1) ?? "";
      for (const source of plain.slice(0, -1)) open.copies.push({ source, target: to });
    }
  }
  return resolve(stages, target);
}

function resolve(stages: readonly Open[], target: string | undefined): Stage | undefined {
  const index =
    target === undefined
      ? stages.length - 1
      : stages.findIndex((each, at) => each.name === target.toLowerCase() || String(at) === target);
  let stage = stages[index < 0 ? stages.length - 1 : index];
  if (!stage) return undefined;
  const copies = [...stage.copies];
  let user = stage.user;
  for (let steps = 0; steps < stages.length; steps++) {
    const parent: Open | undefined = stages
      .slice(0, stages.indexOf(stage))
      .findLast((each) => each.name !== undefined && each.name === stage?.from.toLowerCase());
    if (!parent) break;
    copies.push(...parent.copies);
    user ??= parent.user;
    stage = parent;
  }
  return { base: { text: stage.from, at: stage.at }, copies, ...(user ? { user } : {}) };
}

function setArgument(args: Map<string, string>, text: string): void {
  const cut = text.indexOf("=");
  if (cut > 0) args.set(text.slice(0, cut), text.slice(cut + 1).replace(/^["']|["']$/g, ""));
}

function withArguments(text: string, args: ReadonlyMap<string, string>): string {
  return text.replace(/\$\{?([A-Za-z_][A-Za-z0-9_]*)\}?/g, (_all, name: string) => args.get(name) ?? "");
}

/** The instructions with continued lines joined, comments left out. */
function* instructions(text: string): Generator<{ words: string[]; line: number }> {
  let joined = "";
  let start = 0;
  for (const [index, raw] of text.slice(0, 500_000).split(/\r?\n/).entries()) {
    if (/^\s*#/.test(raw)) continue;
    if (joined === "") start = index + 1;
    joined += ` ${raw.replace(/\\\s*$/, "")}`;
    if (/\\\s*$/.test(raw)) continue;
    const words = joined.trim().split(/\s+/);
    joined = "";
    if (words[0]) yield { words, line: start };
  }
}
