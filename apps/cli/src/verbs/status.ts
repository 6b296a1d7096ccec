// status: the eight stages, what is done in each, and what is missing to leave it.
import { resolve } from "node:path";
import { type Analysis, type StageView, stageOf, workflow } from "@parapet/core";
import { memberOf } from "@parapet/team";
import type { Command } from "commander";
import { placeOption } from "../place.ts";
import { needText, ring, spread, valueLines } from "../print/engagement.ts";
import { bold, dim, hanging, paint } from "../print/style.ts";
import type { Verb } from "../verb.ts";

/** How many needs of a stage are shown without --all. */
const few = 3;

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .argument("[folder]", "the folder of the system or of its threat model")
      .option("--all", "list everything that is missing")
      .addHelpText("after", "\nExample: parapet status examples/shop"),
  run: async (session, args, options) => {
    const opened = await session.open(args[0] === undefined ? session.folder : resolve(args[0]));
    if (!opened.ok) return session.fail(opened.problems);
    const analysis = opened.value.analysis();
    const place = placeOption(session, args[0]);
    const texts = analysis.stages.map((stage, i) => stageText(stage, i + 1, analysis, place, options.all === true));
    return session.say(
      { system: analysis.model.system, now: analysis.now, stages: analysis.stages.map(stageValue) },
      `${header(analysis)}\n\n${texts.join("\n\n")}`,
    );
  },
};

function header({ model, now, stages }: Analysis): string {
  const left = stages.filter(({ missing }) => missing.length === 0).length;
  return spread(`${bold(model.system)} ${dim(`(${now})`)}`, `${left} of ${stages.length} stages have all they need`);
}

function stageText(
  { id, done, missing, more }: StageView,
  place: number,
  analysis: Analysis,
  where: string,
  all: boolean,
): string {
  const { title, owners, exit } = stageOf(id);
  const names = owners.map((owner) => memberOf(owner).name).join(", ");
  const holds = exit
    .filter((criterion) => done.includes(criterion.id))
    .map(({ say }) => hanging(`  ${paint("green", "✓")} `, 4, say));
  const lacks = exit
    .filter((criterion) => !done.includes(criterion.id))
    .map(({ say }) => hanging(`  ${paint("yellow", "○")} `, 4, say));
  const shown = all ? missing : missing.slice(0, few);
  const rest = missing.length - shown.length + more;
  return [
    spread(`${bold(`${place} ${title}`)}  ${dim(names)}`, ring(done.length, exit.length)),
    ...holds,
    ...lacks,
    ...shown.flatMap((need) => [needText(need, "    → ", where), ...valueLines(need, analysis, "      ")]),
    ...(rest > 0 ? [dim(`    and ${rest} more${all ? "" : " (--all lists them)"}`)] : []),
  ].join("\n");
}

function stageValue(
  stage: StageView,
): StageView & { readonly title: string; readonly total: number; readonly current: boolean } {
  const { title, exit } = workflow.find(({ id }) => id === stage.id) as (typeof workflow)[number];
  return { ...stage, title, total: exit.length, current: stage.missing.length === 0 };
}
