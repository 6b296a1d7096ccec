// explain: everything that is known of one threat (why it is raised, what would settle it, its score, what can be done) or of one question.
import { type Analysis, type Catalog, modelSubject, nearest, type Problem, problem, threatAt } from "@parapet/core";
import type { Command } from "commander";
import { featureOption } from "../feature-option.ts";
import { explanation } from "../print/explanation.ts";
import { questionExplained } from "../print/question.ts";
import { readShipped } from "../shipped.ts";
import type { Options, Verb } from "../verb.ts";

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .argument("<id>", "the threat or the question, as parapet threats and parapet questions list them")
      .option("--feature <id>", "with what this feature adds")
      .addHelpText(
        "after",
        "\nExample:\n  parapet explain clear-text-flow@save-order\nOf a question: why it is asked, and what each answer means.",
      ),
  run: async (session, [id = ""], options: Options) => {
    const opened = await session.open();
    if (!opened.ok) return session.fail(opened.problems);
    const feature = featureOption(opened.value, options);
    if (!feature.ok) return session.fail(feature.problems);
    const analysis = opened.value.analysis(feature.value);
    const { threats } = analysis;
    const threat = threatAt(
      analysis,
      threats.findIndex((one) => one.id === id),
    );
    const place = analysis.questions.findIndex((one) => one.id === id);
    const question = analysis.questions[place];
    if (question) {
      const settles = threats.filter((one) => one.asks?.includes(place)).map((one) => one.id);
      const asked = { question, settles, analysis, knowledge: opened.value.knowledge, texts: opened.value.texts() };
      return session.say({ question, settles }, session.json ? "" : questionExplained(asked));
    }
    if (!threat) {
      return session.fail([notListed(id, analysis)]);
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

/** The problem of an id that is neither a threat nor an open question: the nearest that is, else those of the same rule or thing. */
function notListed(id: string, { threats, questions }: Analysis): Problem {
  const typo = nearest(
    id,
    [...threats, ...questions].map((one) => one.id),
  );
  const [rule, subject] = id.split("@");
  const kin = threats.filter((one) => one.rule === rule || (one.subject === subject && subject !== modelSubject));
  const near = typo ? [typo] : kin.slice(0, 3).map((one) => one.id);
  const lists = "parapet threats and parapet questions list them; what is answered is no question any more.";
  const fix = near.length > 0 ? `Did you mean ${near.join(" or ")}? ${lists}` : lists;
  return problem("dangling-reference", `There is no threat or question ${id}.`, fix);
}
