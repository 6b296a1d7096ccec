// The page of a control: what it removes, how it is built per stack, how it is shown to work, and the rules that name it.
import { codes, page } from "./markdown.mjs";

/** One page of docs/reference/controls. */
export function controlPage(control, { rules, texts }) {
  const text = texts.controls[control.id];
  const named = rules.filter((rule) => rule.controls.includes(control.id));
  const criteria = Object.entries(text?.criteria ?? {}).flatMap(([id, one]) => [
    `### \`${id}\`${required(control, id)}`,
    [`- **Given** ${one.given}`, `- **when** ${one.when}`, `- **then** ${one.then}`].join("\n"),
    `Verified by ${one.verify}.`,
  ]);
  const caps = Object.entries(control.caps).map(([factor, cap]) => `${factor} at most ${cap}`);
  return page(
    `# ${control.title}`,
    `\`${control.id}\` · ${control.level} · effort ${control.effort} · on ${control.on.join(", ")}`,
    text?.what,
    text?.removes && `**Removes:** ${text.removes}`,
    control.establishes.length > 0 && `**Establishes:** ${codes(control.establishes)}`,
    control.after !== undefined && `**Comes after the rule's other controls where:** ${condition(control.after)}`,
    caps.length > 0 && `**Lowers the risk that is left to:** ${caps.join(", ")}`,
    specification(text),
    (text?.platform ?? []).length > 0
      ? ["## From a platform", text.platform.map((one) => `- \`${one.id}\`: ${one.say}`).join("\n")]
      : [],
    criteria.length > 0 ? ["## Acceptance criteria", ...criteria] : [],
    named.length > 0
      ? ["## Rules that name it", named.map((rule) => `- [${rule.title}](../rules/${rule.id}.md)`).join("\n")]
      : [],
    standards(text),
  );
}

/** A tree over facts in one line. */
function condition(tree) {
  if (typeof tree === "string") return `\`${tree}\``;
  const lists = Object.entries(tree).map(([how, items]) => `${how} of ${items.map(condition).join(", ")}`);
  return lists.join("; and ");
}

function specification(text) {
  const stacks = Object.entries(text?.stacks ?? {}).flatMap(([stack, spec]) => [
    `### ${stack === "default" ? "Any stack" : stack}`,
    [
      spec.library && `- Library: ${spec.library}`,
      `- Configuration: ${spec.configuration}`,
      spec.logic && `- Logic: ${spec.logic}`,
    ]
      .filter(Boolean)
      .join("\n"),
  ]);
  return stacks.length > 0 ? ["## Specification", ...stacks] : [];
}

function standards(text) {
  const lines = [
    (text?.asvs ?? []).length > 0 && `- ASVS 5.0: ${text.asvs.join(", ")}`,
    (text?.nist ?? []).length > 0 && `- NIST SP 800-53: ${text.nist.join(", ")}`,
  ].filter(Boolean);
  return lines.length > 0 ? ["## References", lines.join("\n")] : [];
}

function required(control, id) {
  return control.criteria.find((one) => one.id === id)?.required === false ? " (optional)" : "";
}
