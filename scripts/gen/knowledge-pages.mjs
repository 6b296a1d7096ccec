// The pages of what Parapet knows: rules, controls, facts and technologies, from the compiled knowledge.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { knowledgeDist } from "../house/paths.mjs";
import { controlPage } from "./control-page.mjs";
import { factPage } from "./fact-page.mjs";
import { loadTypeScript } from "./load-typescript.mjs";
import { page, table } from "./markdown.mjs";
import { rulePage } from "./rule-page.mjs";

const folder = "docs/reference";
const single = ["rules.md", "controls.md", "facts.md", "technologies.md", "attackers.md"].map(
  (name) => `${folder}/${name}`,
);

/** docs/reference/{rules,controls,facts,technologies,attackers}.md, and one page per rule and control. */
export const knowledgePages = {
  name: "knowledge",
  readsKnowledge: true,
  owns: (path) => single.includes(path) || /^docs\/reference\/(rules|controls)\//.test(path),
  async run() {
    const { rules, controls, facts, pools, technologies, attackers } = read("engine.json");
    const texts = read("texts.json");
    const examples = read("examples.json");
    const titles = catalogTitles();
    const { derivedFacts } = await loadTypeScript(
      "facts",
      'export { derivedFacts } from "./packages/core/src/decomposition/facts/index.ts";',
    );
    const known = { rules, controls, facts, pools, technologies, texts, titles, derivedFacts };
    const files = new Map([
      [`${folder}/rules.md`, ruleList(rules)],
      [`${folder}/controls.md`, controlList(controls)],
      [`${folder}/facts.md`, factPage(known)],
      [`${folder}/technologies.md`, technologyList(technologies)],
      [`${folder}/attackers.md`, attackerList(attackers)],
    ]);
    for (const rule of rules) files.set(`${folder}/rules/${rule.id}.md`, rulePage(rule, examples[rule.id], known));
    for (const control of controls) files.set(`${folder}/controls/${control.id}.md`, controlPage(control, known));
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
    `${rules.length} rules raise threats. Each page says what the rule is about, what it asks, and shows the examples that are its tests. In sentences \`{subject}\`, \`{from}\` and the like stand for the names in the model.`,
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

function attackerList(attackers) {
  return page(
    "# Attackers",
    "Who attacks a system that names no attackers of its own, as far as it has a zone where they start. A model that names some has those; what it does not say of one with an id of this list, this list says.",
    ...attackers.flatMap((one) => [
      `## ${one.title}`,
      `\`${one.id}\` · starts in a zone of the kind ${one.starts}${one.tenancy ? ", where tenants share something" : ""} · ${one.capability} capability · ${one.motive}`,
      one.description,
      `After ${one.source}.`,
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
