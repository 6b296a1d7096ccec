// The page of a rule: what it is about, what it asks, where its score starts, what helps, and the examples that are its tests.
import { stringify } from "yaml";
import { page, table } from "./markdown.mjs";

/** One page of docs/reference/rules. */
export function rulePage(rule, examples, known) {
  const text = known.texts.rules[rule.id];
  const trees = {
    applies: rule.applies,
    ...(rule.except ? { except: rule.except } : {}),
    ...(rule.unless ? { unless: rule.unless } : {}),
  };
  const controls = rule.controls.map((id) => known.controls.find((one) => one.id === id));
  return page(
    `# ${rule.title}`,
    `\`${rule.id}\` · ${rule.stride.join(", ")} · on ${rule.on.join(", ")}`,
    `> ${rule.say}`,
    text?.why,
    "## When it is raised",
    text?.detection,
    yaml(trees),
    text?.falsePositives ? ["## When it is wrong", text.falsePositives] : [],
    asked(rule, known),
    "## Where its score starts",
    scoreStart(rule),
    controls.length > 0
      ? [
          "## What helps",
          controls.map(({ id, title, level }) => `- [${title}](../controls/${id}.md), ${level}`).join("\n"),
        ]
      : [],
    references(rule, known.titles),
    examples
      ? ["## Examples", "Each is run as a test. Nothing but what stands here is known.", ...shown(examples)]
      : [],
  );
}

function yaml(value) {
  return `\`\`\`yaml\n${stringify(value, { lineWidth: 100, aliasDuplicateObjects: false }).trim()}\n\`\`\``;
}

/** The ids of the facts of a tree, without the relations that they are read over. */
function factsOf(tree) {
  if (tree === undefined) return [];
  return typeof tree === "string" ? [tree.slice(tree.indexOf(".") + 1)] : Object.values(tree).flat().flatMap(factsOf);
}

/** The questions that people are asked when a fact of the rule is unknown. */
function asked(rule, { facts, pools }) {
  const ids = [...new Set([rule.applies, rule.except, rule.unless].flatMap(factsOf))];
  const lines = ids.flatMap((id) => {
    const fact = facts.find((one) => one.id === id);
    const source = pools.find((one) => one.id === fact?.pool) ?? fact;
    return source?.ask ? [`- ${source.ask} ([${id}](../facts.md#${id}), asked of ${source.for})`] : [];
  });
  return lines.length > 0 ? ["## What it asks", [...new Set(lines)].join("\n")] : [];
}

const basis = {
  data: (cap) => `the worst data on the subject, at most ${cap}`,
  fixed: (_, value) => `${value}, whatever the data`,
};
const affected = { one: "one account", tenant: "one tenant or role", all: "every user" };

function scoreStart(rule) {
  const { from, cap, value } = rule.damage;
  return [
    table(
      ["reached from", "reproducibility", "exploitability"],
      Object.entries(rule.start).map(([exposure, one]) => [exposure, one.reproducibility, one.exploitability]),
    ),
    `Damage: ${basis[from](cap, value ?? cap)}. Affected: ${affected[rule.affected]}.`,
  ].join("\n\n");
}

function references(rule, titles) {
  const asvs = (id) => titles["asvs-5.0"]?.[id.split(".").slice(0, 2).join(".")];
  const lines = [
    ...rule.cwe.map((id) => link(`CWE-${id}`, `https://cwe.mitre.org/data/definitions/${id}.html`, titles.cwe?.[id])),
    ...rule.capec.map((id) =>
      link(`CAPEC-${id}`, `https://capec.mitre.org/data/definitions/${id}.html`, titles.capec?.[id]),
    ),
    ...(rule.attack ?? []).map((id) =>
      link(`ATT&CK ${id}`, `https://attack.mitre.org/techniques/${id.replace(".", "/")}/`),
    ),
    ...(rule.atlas ?? []).map((id) => link(`ATLAS ${id}`, `https://atlas.mitre.org/techniques/${id}`)),
    ...(rule.owasp ?? []).map((id) => `- OWASP ${id}`),
    ...(rule.asvs ?? []).map((id) => `- ASVS 5.0 ${id}${asvs(id) ? ` (${asvs(id)})` : ""}`),
    ...((rule.regulations ?? []).length > 0 ? [`- Matters under: ${rule.regulations.join(", ")}`] : []),
  ];
  return lines.length > 0 ? ["## References", lines.join("\n")] : [];
}

function link(name, address, title) {
  return `- [${name}](${address})${title ? ` ${title}` : ""}`;
}

const outcomes = {
  flags: "Raised as open",
  asks: "Asked",
  addresses: "Addressed",
  passes: "Not raised",
};

/** The examples by outcome; version and system are the same in all and left out. */
function shown(examples) {
  return Object.entries(outcomes).flatMap(([outcome, title]) =>
    (examples[outcome] ?? []).flatMap(({ at, about, model: { parapet: _, system: __, ...model } }) => [
      `### ${title} on \`${at}\`${about ? `, about \`${about}\`` : ""}`,
      yaml(model),
    ]),
  );
}
