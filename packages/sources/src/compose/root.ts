// The map of services that a compose file holds, and how readers of compose files note what they dropped or guessed.
import { type Problem, problem } from "@parapet/core";
import { child, type MapNode, type PositionedNode, readPositioned } from "../positioned.ts";

/** A note about one place. */
export function note(file: string, line: number, say: string, fix: string): Problem {
  return problem("source-note", say, fix, { file, line });
}

/** The map that a compose file holds. */
export function readRoot(
  path: string,
  text: string,
): { root?: MapNode; problems: readonly Problem[]; notes: readonly Problem[] } {
  const { root, problems, notes } = readPositioned(path, text);
  if (problems.length > 0) return { problems, notes };
  if (root?.kind === "map") return { root: legacy(root), problems: [], notes };
  return {
    notes,
    problems: [
      problem("source-unsupported", `${path} holds no map of services`, "Give a compose file.", {
        file: path,
        line: 1,
      }),
    ],
  };
}

/** The first form of compose files had services at the top. */
function legacy(root: MapNode): MapNode {
  if (root.entries.has("services") || root.entries.has("include")) return root;
  const tops = [...root.entries.values()];
  const isService = (node: PositionedNode) => child(node, "image") !== undefined || child(node, "build") !== undefined;
  if (tops.length === 0 || !tops.every(isService)) return root;
  return { kind: "map", at: root.at, entries: new Map([["services", root]]), keys: new Map([["services", root.at]]) };
}
