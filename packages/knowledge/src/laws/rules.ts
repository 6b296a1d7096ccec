// Laws of rules: references that exist, sentences that can be filled, examples that show each outcome, no two that are one.
import { modelSubject, type Problem, placeholders } from "@parapet/core";
import type { Authored } from "../authoring/folder.ts";
import { problemAt } from "../authoring/read.ts";
import type { ExampleFile, RuleFile } from "../authoring/rule.ts";
import { leavesOf } from "../authoring/tree.ts";
import type { Names } from "./names.ts";
import { treeKey } from "./trees.ts";

type OneRule = Authored<RuleFile>;

/** The placeholders that a sentence may hold: those that the engine fills. */
export const rulePlaceholders: ReadonlySet<string> = new Set(placeholders);

/** Those that only a flow or crossing can fill. */
const flowPlaceholders: ReadonlySet<string> = new Set(["from", "to", "borders"]);

/** Checks all that one rule names and shows. */
export function checkRule(rule: OneRule, names: Names): readonly Problem[] {
  return [
    ...checkSentence(rule),
    ...checkReferences(rule, names),
    ...checkControls(rule, names),
    ...checkExamples(rule),
  ];
}

/** The names in braces of a sentence. */
export function placeholdersOf(say: string): readonly string[] {
  return [...say.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] as string);
}

function checkSentence({ file, value }: OneRule): readonly Problem[] {
  const onFlows = value.on.every((kind) => kind === "flow" || kind === "crossing");
  return placeholdersOf(value.say).flatMap((name) => {
    if (!rulePlaceholders.has(name)) {
      return [
        problemAt(
          file,
          ["say"],
          `There is no placeholder {${name}}.`,
          `Use one of ${[...rulePlaceholders].map((one) => `{${one}}`).join(" ")}.`,
        ),
      ];
    }
    if (flowPlaceholders.has(name) && !onFlows) {
      return [
        problemAt(
          file,
          ["say"],
          `Only a flow or a crossing can fill {${name}}.`,
          "Name the {subject}, or make the rule one on flows.",
        ),
      ];
    }
    return [];
  });
}

function checkReferences({ file, value }: OneRule, names: Names): readonly Problem[] {
  const missing = (key: "cwe" | "capec" | "asvs", known: ReadonlySet<string>) =>
    (value[key] ?? []).flatMap((id, index) =>
      known.has(String(id))
        ? []
        : [
            problemAt(
              file,
              [key, index],
              `${key} ${id} is not in the catalog, or deprecated.`,
              "Name one that exists, or none.",
            ),
          ],
    );
  return [...missing("cwe", names.cwe), ...missing("capec", names.capec), ...missing("asvs", names.asvs)];
}

function checkControls({ file, value }: OneRule, names: Names): readonly Problem[] {
  const problems = value.controls.flatMap((id, index) =>
    names.controls.has(id)
      ? []
      : [
          problemAt(
            file,
            ["controls", index],
            `There is no control "${id}".`,
            "Write its card under controls/, or name one that exists.",
          ),
        ],
  );
  const wanted = leavesOf(value.unless)
    .map((leaf) => leaf.fact)
    .filter((fact) => names.facts.get(fact)?.derived === false);
  const established = new Set(value.controls.flatMap((id) => names.controls.get(id)?.establishes ?? []));
  if (problems.length === 0 && wanted.length > 0 && !wanted.some((fact) => established.has(fact))) {
    const say = `None of its controls establishes a fact that "unless" reads (${wanted.join(", ")}): no mitigation could address it.`;
    problems.push(problemAt(file, ["controls"], say, "Name a control that establishes one of them."));
  }
  return problems;
}

function checkExamples({ file, value }: OneRule): readonly Problem[] {
  const { flags, asks, addresses, passes } = value.examples;
  const problems: Problem[] = [];
  const lacks = (say: string) => problems.push(problemAt(file, ["examples"], say, "Add the example."));
  if (flags === undefined && asks === undefined) lacks("No example shows the threat: `flags` or `asks` is missing.");
  if (passes === undefined) lacks("No example shows where the rule does not apply: `passes` is missing.");
  if (value.unless !== undefined && addresses === undefined)
    lacks("No example shows the threat addressed: `addresses` is missing.");
  if (value.unless === undefined && addresses !== undefined) lacks("`addresses` needs an `unless` that can be met.");
  for (const [outcome, list] of Object.entries(value.examples)) {
    for (const [index, example] of (list ?? []).entries()) {
      if (!exists(example)) {
        problems.push(
          problemAt(
            file,
            ["examples", outcome, index, "at"],
            `The example has no "${example.at}".`,
            "Name a thing of its model.",
          ),
        );
      }
    }
  }
  return problems;
}

function exists({ at, model }: ExampleFile): boolean {
  if (at === modelSubject) return true;
  const maps = [model.elements, model.flows, model.zones, model.data, model["entry-points"], model.dependencies];
  return maps.some((map) => map !== undefined && Object.hasOwn(map, at));
}

/** Rules that share applies, unless and controls are one rule. */
export function checkTwins(rules: readonly OneRule[]): readonly Problem[] {
  const first = new Map<string, string>();
  return rules.flatMap(({ file, value }) => {
    const key = [
      treeKey(value.applies),
      treeKey(value.unless),
      [...value.controls].sort().join(" "),
      [...value.on].sort().join(" "),
    ].join(" | ");
    const twin = first.get(key);
    if (twin === undefined) {
      first.set(key, value.id);
      return [];
    }
    return [
      problemAt(
        file,
        ["applies"],
        `It has the applies, unless, controls and kinds of "${twin}": the two are one rule.`,
        "Join them, or say what differs.",
      ),
    ];
  });
}
