// Every branch of every rule is shown by an example: leave one out, and some example must end otherwise.
import { analyse, type Knowledge, type Rule, type Tree, threatsOf } from "@parapet/core";
import { expect, it } from "vitest";
import type { ExampleFile } from "./authoring/rule.ts";
import { examples, knowledge } from "./testing/knowledge-folder.ts";

const branches = ["all", "any", "none"] as const;

/** Every tree that lacks one branch of this one, with the branch as its name. */
function lacking(tree: Tree): readonly (readonly [name: string, tree: Tree])[] {
  if (typeof tree === "string") return [];
  return branches.flatMap((key) =>
    (tree[key] ?? []).flatMap((item, at, items) => {
      const kept = items.filter((_, other) => other !== at);
      const { [key]: _dropped, ...others } = tree;
      const rest: Tree = kept.length > 0 ? { ...others, [key]: kept } : others;
      const deeper = lacking(item).map(
        ([name, inner]) => [name, { ...tree, [key]: items.map((one, i) => (i === at ? inner : one)) }] as const,
      );
      return [...(Object.keys(rest).length > 0 ? [[`${key} ${JSON.stringify(item)}`, rest] as const] : []), ...deeper];
    }),
  );
}

/** The rule with one thing less: a branch of a tree, its exception, a kind that it is on. */
function lesser(rule: Rule): readonly (readonly [name: string, rule: Rule])[] {
  const { except, ...unexcepted } = rule;
  const trees = (["applies", "except", "unless"] as const).flatMap((name) =>
    rule[name] === undefined
      ? []
      : lacking(rule[name]).map(([branch, tree]) => [`${name}: ${branch}`, { ...rule, [name]: tree }] as const),
  );
  const kinds = rule.on.length < 2 ? [] : rule.on;
  return [
    ...trees,
    ...(except === undefined ? [] : [["except", unexcepted] as const]),
    ...kinds.map((kind) => [`on: ${kind}`, { ...rule, on: rule.on.filter((one) => one !== kind) }] as const),
  ];
}

/** How all examples of a rule end: the finding, what it asks, and whether the rule waits for an answer somewhere. */
function outcomes(rule: Rule): string {
  const alone: Knowledge = { ...knowledge, controls: [], rules: [rule] };
  const all = Object.values(examples[rule.id] ?? {}).flat() as readonly ExampleFile[];
  return JSON.stringify(
    all.map(({ model, at }) => {
      const analysis = analyse({ model }, alone, { now: "2026-11-24" });
      const threat = threatsOf(analysis).find((one) => one.id === `${rule.id}@${at}`);
      return [threat?.finding, threat?.asks, analysis.summary.latent];
    }),
  );
}

const cases = knowledge.rules.map((rule) => [rule.id, rule] as const).filter(([, rule]) => lesser(rule).length > 0);

it.each(cases)("%s shows every branch", (_id, rule) => {
  const whole = outcomes(rule);
  const unseen = lesser(rule).flatMap(([name, less]) => (outcomes(less) === whole ? [name] : []));
  expect(unseen).toEqual([]);
});
