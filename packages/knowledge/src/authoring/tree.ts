// Trees over facts, and the walk that every law over them shares.
import { type Relation, relations, type Tree } from "@parapet/core";
import * as z from "zod";

const leaf = z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)?$/, "a fact, or one relation, a dot and a fact");

/** A fact, or all / any / none over trees; the keys side by side are joined by *and*. */
export const tree: z.ZodType<Tree> = z.lazy(() =>
  z.union([
    leaf,
    z
      .strictObject({
        all: z.array(tree).min(1).optional(),
        any: z.array(tree).min(1).optional(),
        none: z.array(tree).min(1).optional(),
      })
      .refine((node) => node.all !== undefined || node.any !== undefined || node.none !== undefined, "an empty tree"),
  ]),
) as z.ZodType<Tree>;

/** One fact of a tree as it is read: through which relation, and the keys that lead to it. */
export interface Leaf {
  readonly fact: string;
  readonly relation?: Relation;
  /** A relation that is none of the listed ones. */
  readonly unknownRelation?: string;
  readonly path: readonly (string | number)[];
}

const known: ReadonlySet<string> = new Set(relations);

/** Every fact that a tree reads, in the author's order. */
export function leavesOf(root: Tree | undefined, path: readonly (string | number)[] = []): readonly Leaf[] {
  if (root === undefined) return [];
  if (typeof root === "string") return [leafOf(root, path)];
  const leaves: Leaf[] = [];
  for (const key of ["all", "any", "none"] as const) {
    for (const [index, branch] of (root[key] ?? []).entries()) leaves.push(...leavesOf(branch, [...path, key, index]));
  }
  return leaves;
}

function leafOf(text: string, path: readonly (string | number)[]): Leaf {
  const dot = text.indexOf(".");
  if (dot < 0) return { fact: text, path };
  const relation = text.slice(0, dot);
  const fact = text.slice(dot + 1);
  return known.has(relation)
    ? { fact, relation: relation as Relation, path }
    : { fact, unknownRelation: relation, path };
}
