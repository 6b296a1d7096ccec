// A rule as text: when it holds, what prevents it, why it matters, what can be done.
import type { Knowledge, Rule, Texts, Tree } from "@parapet/core";
import { bold, dim, hanging } from "./style.ts";

/** A rule with its texts for people. */
export function ruleText(rule: Rule, knowledge: Knowledge, texts: Texts): string {
  const words = texts.rules[rule.id];
  const controls = rule.controls.flatMap((id) => {
    const control = knowledge.controls.find((one) => one.id === id);
    return control
      ? [hanging("  → ", 4, `${control.title} ${dim(`(${id}; ${control.level}, ${control.effort} effort)`)}`)]
      : [];
  });
  const ids = [
    ...rule.cwe.map((id) => `CWE-${id}`),
    ...rule.capec.map((id) => `CAPEC-${id}`),
    ...(rule.attack ?? []),
    ...(rule.owasp ?? []),
    ...(rule.asvs ?? []),
  ];
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ["It is about", treeLines(rule.applies, "  ")],
    ["It is left out where", rule.except === undefined ? [] : treeLines(rule.except, "  ")],
    [
      "It is prevented by",
      rule.unless === undefined ? ["  nothing: it stands until somebody decides"] : treeLines(rule.unless, "  "),
    ],
    ["Why it matters", words ? [hanging("  ", 2, words.why)] : []],
    ["When it raises", words ? [hanging("  ", 2, words.detection)] : []],
    ["When it is a false alarm", words ? [hanging("  ", 2, words.falsePositives)] : []],
    ["What can be done", controls],
    ["References", ids.length > 0 ? [hanging("  ", 2, ids.join(", "))] : []],
  ];
  const head = [
    bold(rule.title),
    dim(`${rule.id} · on ${rule.on.join(", ")} · ${rule.stride.join(", ")}`),
    hanging("", 0, `“${rule.say}”`),
  ].join("\n");
  return [
    head,
    ...parts.flatMap(([title, lines]) => (lines.length === 0 ? [] : [[bold(title), ...lines].join("\n")])),
  ].join("\n\n");
}

const joined = { all: "all of", any: "any of", none: "none of" } as const;

function treeLines(tree: Tree, indent: string): readonly string[] {
  if (typeof tree === "string") return [`${indent}${tree}`];
  return (["all", "any", "none"] as const).flatMap((key) => {
    const items = tree[key];
    return items ? [`${indent}${joined[key]}:`, ...items.flatMap((item) => treeLines(item, `${indent}  `))] : [];
  });
}
