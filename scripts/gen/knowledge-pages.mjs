// The pages of what Parapet knows: rules, controls, facts and technologies, from the compiled knowledge.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { knowledgeDist } from "../house/paths.mjs";
import { codes, page, table } from "./markdown.mjs";

const folder = "docs/reference";
const single = ["rules.md", "controls.md", "facts.md", "technologies.md"].map((name) => `${folder}/${name}`);

/** docs/reference/{rules,controls,facts,technologies}.md, and one page per rule and control. */
export const knowledgePages = {
  name: "knowledge",
  readsKnowledge: true,
  owns: (path) => single.includes(path) || /^docs\/reference\/(rules|controls)\//.test(path),
  async run() {
    const { rules, controls, facts, pools, technologies } = read("engine.json");
    const texts = read("texts.json");
    const examples = read("examples.json");
    const titles = catalogTitles();
    const files = new Map([
      [`${folder}/rules.md`, ruleList(rules)],
      [`${folder}/controls.md`, controlList(controls)],
      [`${folder}/facts.md`, factList(facts, pools, texts.facts)],
      [`${folder}/technologies.md`, technologyList(technologies)],
    ]);
    for (const rule of rules)
      files.set(`${folder}/rules/${rule.id}.md`, rulePage(rule, texts.rules[rule.id], examples[rule.id], titles));
    for (const control of controls)
      files.set(`${folder}/controls/${control.id}.md`, controlPage(control, texts.controls[control.id], rules));
    return files;
  },
};

function read(name) {
  return JSON.parse(readFileSync(join(knowledgeDist, name), "utf8"));
}

function catalogTitles() {
  const catalogs = join(knowledgeDist, "catalogs");
  const names = existsSync(catalogs) ? readdirSync(catalogs).filter((name) => name.endsWith(".json")) : [];
  return Object.fromEntries(
    names.map((name) => {
      const catalog = JSON.parse(readFileSync(join(catalogs, name), "utf8"));
      return [catalog.id, catalog.titles ?? {}];
    }),
  );
}

function ruleList(rules) {
  return page(
    "# Rules",
    `${rules.length} rules raise threats. Each page says what the rule is about, what it asks, and shows the examples that are its tests.`,
    table(
      ["rule", "what is wrong", "STRIDE", "on"],
      rules.map((rule) => [
        `[${rule.id}](rules/${rule.id}.md)`,
        rule.title,
        rule.stride.join(", "),
        rule.on.join(", "),
      ]),
    ),
  );
}

function rulePage(rule, text, examples, titles) {
  const refs = [
    ...rule.cwe.map(
      (id) => `- [CWE-${id}](https://cwe.mitre.org/data/definitions/${id}.html)${named(titles.cwe?.[id])}`,
    ),
    ...rule.capec.map(
      (id) => `- [CAPEC-${id}](https://capec.mitre.org/data/definitions/${id}.html)${named(titles.capec?.[id])}`,
    ),
    ...(rule.attack ?? []).map(
      (id) => `- ATT&CK [${id}](https://attack.mitre.org/techniques/${id.replace(".", "/")}/)`,
    ),
    ...(rule.atlas ?? []).map((id) => `- ATLAS ${id}`),
    ...(rule.owasp ?? []).map((id) => `- OWASP ${id}`),
    ...(rule.asvs ?? []).map((id) => `- ASVS 5.0 ${id}`),
  ];
  const trees = {
    applies: rule.applies,
    ...(rule.except ? { except: rule.except } : {}),
    ...(rule.unless ? { unless: rule.unless } : {}),
  };
  return page(
    `# ${rule.title}`,
    `\`${rule.id}\` · ${rule.stride.join(", ")} · on ${rule.on.join(", ")}`,
    `> ${rule.say}`,
    text?.why,
    "## When it is raised",
    text?.detection,
    `\`\`\`yaml\n${stringify(trees, { lineWidth: 100 }).trim()}\n\`\`\``,
    text?.falsePositives ? ["## When it is wrong", text.falsePositives] : [],
    rule.controls.length > 0
      ? ["## What helps", rule.controls.map((id) => `- [${id}](../controls/${id}.md)`).join("\n")]
      : [],
    refs.length > 0 ? ["## References", refs.join("\n")] : [],
    examples
      ? [
          "## Examples",
          "Each is run as a test.",
          `\`\`\`yaml\n${stringify(examples, { lineWidth: 100, aliasDuplicateObjects: false }).trim()}\n\`\`\``,
        ]
      : [],
  );
}

function named(title) {
  return title ? ` ${title}` : "";
}

function controlList(controls) {
  const order = ["structural", "preventive", "detective", "corrective"];
  return page(
    "# Controls",
    "Security patterns, structural ones first: removing a threat comes before preventing it, and that before noticing it.",
    table(
      ["control", "title", "level", "effort"],
      [...controls]
        .sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level) || (a.id < b.id ? -1 : 1))
        .map((control) => [`[${control.id}](controls/${control.id}.md)`, control.title, control.level, control.effort]),
    ),
  );
}

function controlPage(control, text, rules) {
  const named = rules.filter((rule) => rule.controls.includes(control.id));
  const stacks = Object.entries(text?.stacks ?? {}).flatMap(([stack, spec]) => [
    `### ${stack}`,
    [
      spec.library && `- Library: ${spec.library}`,
      `- Configuration: ${spec.configuration}`,
      spec.logic && `- Logic: ${spec.logic}`,
    ]
      .filter(Boolean)
      .join("\n"),
  ]);
  const criteria = Object.entries(text?.criteria ?? {}).map(
    ([id, one]) =>
      `- \`${id}\`${required(control, id)} **Given** ${one.given} **when** ${one.when} **then** ${one.then} _Verify:_ ${one.verify}`,
  );
  return page(
    `# ${control.title}`,
    `\`${control.id}\` · ${control.level} · effort ${control.effort} · on ${control.on.join(", ")}`,
    text?.what,
    text?.removes && `**Removes:** ${text.removes}`,
    `**Establishes:** ${codes(control.establishes)}`,
    stacks.length > 0 ? ["## Specification", ...stacks] : [],
    (text?.platform ?? []).length > 0
      ? ["## From a platform", text.platform.map((one) => `- \`${one.id}\`: ${one.say}`).join("\n")]
      : [],
    criteria.length > 0 ? ["## Acceptance criteria", criteria.join("\n")] : [],
    named.length > 0
      ? ["## Rules that name it", named.map((rule) => `- [${rule.title}](../rules/${rule.id}.md)`).join("\n")]
      : [],
    [
      (text?.asvs ?? []).length > 0 ? `ASVS 5.0: ${text.asvs.join(", ")}` : "",
      (text?.nist ?? []).length > 0 ? `NIST SP 800-53: ${text.nist.join(", ")}` : "",
    ]
      .filter(Boolean)
      .join(" · "),
  );
}

function required(control, id) {
  return control.criteria.find((one) => one.id === id)?.required === false ? " (optional)" : "";
}

function factList(facts, pools, texts) {
  return page(
    "# Facts",
    "A fact is yes, no, unknown or not applicable, and says where it comes from. What is unknown and matters is asked.",
    "## Declared facts",
    table(
      ["fact", "what a yes says", "sense", "on", "asked of", "why it matters"],
      facts.map((fact) => [
        `\`${fact.id}\``,
        fact.say,
        fact.sense,
        fact.on.join(", "),
        fact.pool ? `pool \`${fact.pool}\`` : `${fact.for}, per ${fact.asked}`,
        texts?.[fact.id]?.why,
      ]),
    ),
    "## Pools",
    "One question settles several facts.",
    ...pools.flatMap((pool) => [
      `### ${pool.id}`,
      `${pool.ask} (on ${pool.on.join(", ")}; asked of ${pool.for}, per ${pool.asked})`,
      table(
        ["answer", "what it says", "facts"],
        Object.entries(pool.values).map(([value, one]) => [
          `\`${value}\``,
          one.say,
          Object.entries(one.facts)
            .map(([fact, answer]) => `\`${fact}\` ${answer}`)
            .join(", "),
        ]),
      ),
    ]),
  );
}

function technologyList(technologies) {
  const names = (values) => (values ?? []).join(", ");
  return page(
    "# Technologies",
    "How a technology is recognised, and the facts that it brings by default.",
    table(
      ["technology", "title", "kind", "images", "packages", "facts"],
      technologies.map((one) => [
        `\`${one.id}\``,
        one.title,
        one.kind,
        names(one.images),
        names(one.packages),
        Object.entries(one.facts)
          .map(([fact, value]) => `\`${fact}\` ${value}`)
          .join(", "),
      ]),
    ),
  );
}
