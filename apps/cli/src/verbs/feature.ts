// feature: plans a feature with what it adds and changes; rates it by the intake; says when it is built; without a name lists them.
import { featureRanking, intake, intakeQuestions, isId } from "@parapet/core";
import type { Command } from "commander";
import { pairsOf } from "../pairs.ts";
import { columns, dim, hanging } from "../print/style.ts";
import type { Opened, Session } from "../session.ts";
import { collect, type ExitCode, given, listOption, type Options, type Verb } from "../verb.ts";

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .argument("[feature]", "its title, or the id of a feature")
      .option("--adds <ids>", "planned things that come with it", collect)
      .option("--changes <ids>", "things that it changes", collect)
      .option("--ticket <ticket>", "the ticket that asks for it")
      .option("--why <text>", "why it is wanted")
      .option("--description <text>", "what it does")
      .option("--id <id>", "its short id (default: made from the title)")
      .option("--rate <question=answer>", "answer the intake: yes, no or unknown", collect)
      .option("--rank", "without a name: the features by how risky they look, and the questions of the intake")
      .option("--built", "it is built now: what it adds is part of the system")
      .addHelpText(
        "after",
        "\nExamples:\n  parapet feature 'Save a card' --adds card-vault --changes checkout-api --ticket SHOP-412\n  parapet feature save-a-card --rate sensitive-data=yes,open-to-anyone=no\n  parapet feature --rank",
      ),
  run: async (session, [what], options: Options) => {
    const opened = await session.open();
    if (!opened.ok) return session.fail(opened.problems);
    if (what === undefined) return options.rank === true ? rank(session, opened.value) : list(session, opened.value);
    if (options.rate !== undefined) return rate(session, opened.value, what, options);
    const features = opened.value.document.model.features ?? {};
    const said = given(options, ["ticket", "why", "description"]);
    const adds = listOption(options, "adds");
    const changes = listOption(options, "changes");
    const sets = { ...(adds.length > 0 ? { adds } : {}), ...(changes.length > 0 ? { changes } : {}) };
    const known = features[what];
    if (!known) {
      const named = isId(what) && options.built === true ? { id: what } : { title: what };
      return session.changeOpened(opened.value, `Planned the feature ${what}`, [
        { name: "plan-feature", input: { ...named, ...given(options, ["id"]), ...said, ...sets } },
      ]);
    }
    const merged = {
      ...(adds.length > 0 ? { adds: [...new Set([...(known.adds ?? []), ...adds])] } : {}),
      ...(changes.length > 0 ? { changes: [...new Set([...(known.changes ?? []), ...changes])] } : {}),
    };
    const fields: Readonly<Record<string, unknown>> = {
      ...said,
      ...merged,
      ...(options.built === true ? { state: "built" } : {}),
    };
    const built =
      options.built === true
        ? (known.adds ?? []).map((id) => ({ name: "set-field", input: { id, field: "state", value: "built" } }))
        : [];
    const calls = Object.entries(fields).map(([field, value]) => ({
      name: "set-field",
      input: { id: what, of: "features", field, value },
    }));
    return session.changeOpened(
      opened.value,
      options.built === true ? `Built the feature ${what}` : `Changed the feature ${what}`,
      [...calls, ...built],
    );
  },
};

function list(session: Session, { document }: Opened): ExitCode {
  const features = document.model.features ?? {};
  const rows = Object.entries(features).map(([id, feature]) => [
    id,
    feature.state ?? "built",
    feature.ticket ?? "",
    feature.title ?? id,
  ]);
  return session.say({ features }, rows.length === 0 ? dim("No feature is planned.") : columns(rows));
}

/** The riskiest first, each with what is a yes and what nobody knows; then what is asked. */
function rank(session: Session, { document }: Opened): ExitCode {
  const ranked = featureRanking(document);
  const rows = ranked.map(({ id, title, score, least, most, unknown }) => [
    String(score),
    least === most ? "" : dim(`${least}–${most}`),
    id,
    title,
    unknown.length === 0 ? "" : dim(`${unknown.length} of ${intakeQuestions.length} unknown`),
  ]);
  const asked = intakeQuestions.map((id) => hanging("  ", 4, `${id} (${intake[id].weight}): ${intake[id].ask}`));
  const head = rows.length === 0 ? dim("No feature is planned.") : columns(rows);
  return session.say(
    { features: ranked, questions: intake },
    [head, "", "What is asked of each:", ...asked].join("\n"),
  );
}

async function rate(session: Session, opened: Opened, feature: string, options: Options): Promise<ExitCode> {
  const answers = pairsOf(listOption(options, "rate"), (answer) => answer || undefined, "sensitive-data=yes");
  if (!answers.ok) return session.fail(answers.problems);
  return session.changeOpened(opened, `Rated the feature ${feature}`, [
    { name: "rate-feature", input: { feature, answers: answers.value } },
  ]);
}
