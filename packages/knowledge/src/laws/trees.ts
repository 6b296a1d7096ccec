// Laws of trees: what a rule reads exists, is defined where it is read, and its countermeasures can be met.
import type { Problem, Tree } from "@parapet/core";
import type { Authored } from "../authoring/folder.ts";
import { problemAt } from "../authoring/read.ts";
import type { RuleFile } from "../authoring/rule.ts";
import { type Leaf, leavesOf } from "../authoring/tree.ts";
import type { Names } from "./names.ts";
import { reach } from "./reach.ts";

const trees = ["applies", "except", "unless"] as const;

/** The facts that a rule reads, by tree. */
export function leavesOfRule(rule: RuleFile): readonly Leaf[] {
  return trees.flatMap((name) => leavesOf(rule[name], [name]));
}

/** Checks the trees of one rule. */
export function checkTrees({ file, value: rule }: Authored<RuleFile>, names: Names): readonly Problem[] {
  return [...checkLeaves(file, leavesOfRule(rule), rule.on, "rule", names), ...unmeetable(file, rule, names)];
}

/** Every fact that a tree reads exists, and is defined on a kind of thing where the tree is read. */
export function checkLeaves(
  file: Authored<RuleFile>["file"],
  leaves: readonly Leaf[],
  on: RuleFile["on"],
  what: "rule" | "control",
  names: Names,
): readonly Problem[] {
  return leaves.flatMap((leaf) => {
    const at = (say: string, fix: string) => [problemAt(file, leaf.path, say, fix)];
    if (leaf.unknownRelation !== undefined)
      return at(`There is no relation "${leaf.unknownRelation}".`, "Use one of the listed relations.");
    const fact = names.facts.get(leaf.fact);
    if (fact === undefined)
      return at(`There is no fact "${leaf.fact}".`, "Declare it under facts/, or name one that exists.");
    if (on.some((kind) => definedFor(leaf, kind, names))) return [];
    const where = leaf.relation === undefined ? on.join(", ") : `${on.join(", ")} through ${leaf.relation}`;
    return at(
      `"${leaf.fact}" is defined on ${fact.on.join(", ")}, but this ${what} reads it on ${where}: it is always no.`,
      "Read it through a relation, or on a kind that has it.",
    );
  });
}

/** An `unless` that reads nothing which is defined for one of the rule's kinds could never be met there. */
function unmeetable(file: Authored<RuleFile>["file"], rule: RuleFile, names: Names): readonly Problem[] {
  const leaves = leavesOf(rule.unless);
  if (leaves.length === 0) return [];
  return rule.on
    .filter((kind) => !leaves.some((leaf) => definedFor(leaf, kind, names)))
    .map((kind) =>
      problemAt(
        file,
        ["unless"],
        `No countermeasure of "unless" is defined for a ${kind}.`,
        `Add one that is, or take ${kind} from "on".`,
      ),
    );
}

function definedFor(leaf: Leaf, kind: RuleFile["on"][number], names: Names): boolean {
  const on = names.facts.get(leaf.fact)?.on ?? [];
  return reach(kind, leaf.relation).some((reached) => on.includes(reached));
}

/** One text per meaning: the order inside all, any and none does not matter. */
export function treeKey(tree: Tree | undefined): string {
  if (tree === undefined) return "";
  if (typeof tree === "string") return tree;
  const part = (name: "all" | "any" | "none") =>
    tree[name] === undefined ? "" : `${name}(${tree[name].map(treeKey).sort().join(" ")})`;
  return `[${part("all")}${part("any")}${part("none")}]`;
}
