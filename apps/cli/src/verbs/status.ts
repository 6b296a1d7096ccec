// status: the eight stages, what is done in each, and what is missing to leave it.
import { type Analysis, type StageState, type StageView, spokenOf, stageOf, stageState } from "@parapet/core";
import { memberOf } from "@parapet/team";
import type { Command } from "commander";
import { placeOption } from "../place.ts";
import { needText, ring, type Shown, spread, valueLines } from "../print/engagement.ts";
import { bold, dim, hanging, paint } from "../print/style.ts";
import type { Verb } from "../verb.ts";

/** How many needs of a stage are shown without --all. */
const few = 3;

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .option("--all", "list everything that is missing")
      .addHelpText("after", "\nExample:\n  parapet status examples/shop"),
  run: async (session, _args, options) => {
    const opened = await session.open();
    if (!opened.ok) return session.fail(opened.problems);
    const { document } = opened.value;
    const analysis = opened.value.analysis();
    const place = placeOption(session);
    const texts = analysis.stages.map((stage, i) =>
      stageText(stage, i + 1, { analysis, document }, place, options.all === true),
    );
    return session.say(
      { system: analysis.model.system, now: analysis.now, stages: analysis.stages.map(stageValue) },
      `${header(analysis)}\n\n${texts.join("\n\n")}`,
    );
  },
};

function header({ model, now, stages }: Analysis): string {
  const left = stages.filter((stage) => stageState(stage) === "left").length;
  const toLeave = stages.filter(({ id }) => !stageOf(id).lasting).length;
  return spread(`${bold(model.system)} ${dim(`(${now})`)}`, `${left} of ${toLeave} stages have all they need`);
}

function stageText(
  stage: StageView,
  place: number,
  { analysis, document }: Shown,
  where: string,
  all: boolean,
): string {
  const { id, done, notReached, missing, more } = stage;
  const { title, owners, exit } = stageOf(id);
  const names = owners.map((owner) => memberOf(owner).name).join(", ");
  const holds = exit
    .filter((criterion) => done.includes(criterion.id))
    .map(({ say }) => hanging(`  ${paint("green", "✓")} `, 4, say));
  const lacks = exit
    .filter((criterion) => !done.includes(criterion.id))
    .map(({ id: criterion, say, of }) => {
      const yet = of && notReached.includes(criterion) ? ` ${dim(`(${spokenOf[of]})`)}` : "";
      return hanging(`  ${paint("yellow", "○")} `, 4, `${say}${yet}`);
    });
  const shown = all ? missing : missing.slice(0, few);
  const rest = missing.length - shown.length + more;
  return [
    spread(
      `${bold(`${place} ${title}`)}  ${dim(names)}`,
      ring({ id, standing: stageState(stage), done: done.length, total: exit.length }),
    ),
    ...holds,
    ...lacks,
    ...shown.flatMap((need) => [needText(need, "    → ", where, document), ...valueLines(need, analysis, "      ")]),
    ...(rest > 0 ? [dim(`    and ${rest} more${all ? "" : " (--all lists them)"}`)] : []),
  ].join("\n");
}

function stageValue(
  stage: StageView,
): StageView & { readonly title: string; readonly total: number; readonly state: StageState } {
  const { title, exit } = stageOf(stage.id);
  return { ...stage, title, total: exit.length, state: stageState(stage) };
}
