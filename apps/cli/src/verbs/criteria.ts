// criteria: acceptance criteria by feature or component, each with what the evidence says.
import { type CriteriaGroup, criteriaOf, specificationsOf } from "@parapet/core";
import type { Command } from "commander";
import { bold, count, dim, hanging } from "../print/style.ts";
import { collect, listOption, type Options, type Verb } from "../verb.ts";

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .option("--for <ids>", "those of these features or components", collect)
      .option("--proposed", "also those of mitigations that nobody chose yet")
      .addHelpText("after", "\nExample:\n  parapet criteria --for checkout-api"),
  run: async (session, _args, options: Options) => {
    const opened = await session.open();
    if (!opened.ok) return session.fail(opened.problems);
    const { document, knowledge } = opened.value;
    const only = listOption(options, "for");
    const groups = criteriaOf(
      specificationsOf({ document, analysis: opened.value.analysis(), knowledge, texts: opened.value.texts() }),
    )
      .filter(({ id }) => only.length === 0 || only.includes(id))
      .map((group) => ({
        ...group,
        scenarios: group.scenarios.filter((scenario) => options.proposed === true || !scenario.proposed),
      }))
      .filter(({ scenarios }) => scenarios.length > 0);
    const none = "No mitigation with criteria is chosen. --proposed shows those of the mitigations that are proposed.";
    return session.say({ groups }, groups.length === 0 ? none : groups.map(groupText).join("\n\n"));
  },
};

const marks = { passed: "✓", failed: "✗", stale: "~", missing: "·" } as const;

function groupText({ title, kind, id, scenarios }: CriteriaGroup): string {
  const passed = scenarios.filter(({ verdict }) => verdict === "passed").length;
  const lines = scenarios.flatMap((scenario) => {
    const given = [
      scenario.given && `Given ${scenario.given}`,
      scenario.when && `When ${scenario.when}`,
      scenario.given ? `Then ${scenario.then}` : scenario.then,
    ];
    const key = scenario.proposed
      ? `${scenario.control ?? scenario.specification} (proposed)`
      : `${scenario.id}@${scenario.specification}`;
    return [
      hanging(`  ${marks[scenario.verdict]} `, 4, given.filter(Boolean).join(", ")),
      dim(`    ${key} · ${scenario.verdict}${scenario.required ? "" : " · optional"}`),
    ];
  });
  const named = title === id ? kind : `${kind} ${id}`;
  const met = `${passed} of ${count(scenarios.length, "criterion", "criteria")} met`;
  return [hanging("", 0, `${bold(title)} ${dim(`(${named}; ${met})`)}`), ...lines].join("\n");
}
