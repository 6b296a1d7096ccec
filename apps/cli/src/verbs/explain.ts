// explain: everything that is known of one threat: why it is raised, what would settle it, its score, and what can be done.
import { type Catalog, problem, threatsOf } from "@parapet/core";
import type { Command } from "commander";
import { featureOption } from "../feature-option.ts";
import { explanation } from "../print/explanation.ts";
import { readShipped } from "../shipped.ts";
import type { Options, Verb } from "../verb.ts";

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .argument("<threat>", "the threat, as parapet threats lists it")
      .option("--feature <id>", "with what this feature adds")
      .addHelpText("after", "\nExample: parapet explain clear-text-flow@save-order"),
  run: async (session, [id = ""], options: Options) => {
    const opened = await session.open();
    if (!opened.ok) return session.fail(opened.problems);
    const feature = featureOption(opened.value, options);
    if (!feature.ok) return session.fail(feature.problems);
    const analysis = opened.value.analysis(feature.value);
    const threats = threatsOf(analysis);
    const threat = threats.find((one) => one.id === id);
    if (!threat) {
      const [rule = "", subject = ""] = id.split("@");
      const near = threats.filter((one) => one.rule === rule || one.subject === subject).slice(0, 3);
      const fix = near.length > 0 ? `Did you mean ${near.map((one) => one.id).join(" or ")}?` : "See parapet threats.";
      return session.fail([problem("dangling-reference", `There is no threat ${id}.`, fix)]);
    }
    const { document, knowledge } = opened.value;
    const texts = opened.value.texts();
    const titles = (catalog: Catalog["id"]): Catalog["titles"] =>
      readShipped<Catalog>(`knowledge/catalogs/${catalog}.json`).titles;
    const input = { threat, analysis, document, knowledge, texts, cwe: titles("cwe"), capec: titles("capec") };
    const asks = (threat.asks ?? []).flatMap((ask) => analysis.questions.find((question) => question.id === ask) ?? []);
    const rule = texts.rules[threat.rule];
    return session.say({ threat, ...(rule ? { rule } : {}), questions: asks }, session.json ? "" : explanation(input));
  },
};
