// surface: entry points, who reaches what, dependencies, privileged interfaces, segments, what could be removed; with --feature what it adds.
import { type Addition, additionOf } from "@parapet/team";
import type { Command } from "commander";
import { featureOption } from "../feature-option.ts";
import { bold, count, risk } from "../print/style.ts";
import { threatLine } from "../print/summary.ts";
import { surfaceText } from "../print/surface.ts";
import type { Options, Verb } from "../verb.ts";

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .option("--feature <id>", "what this feature adds to the surface and to the threats")
      .option("--all", "every row of every table")
      .addHelpText("after", "\nExample:\n  parapet surface --feature saved-cards"),
  run: async (session, _args, options: Options) => {
    const opened = await session.open();
    if (!opened.ok) return session.fail(opened.problems);
    const analysis = opened.value.analysis();
    const planned = featureOption(opened.value, options);
    if (!planned.ok) return session.fail(planned.problems);
    const { feature } = planned.value;
    if (feature === undefined)
      return session.say(
        { surface: analysis.surface },
        session.json ? "" : surfaceText(analysis, options.all === true),
      );
    const delta = additionOf(analysis, opened.value.analysis({ feature }));
    return session.say(
      { feature, ...delta },
      session.json ? "" : deltaText(opened.value.document.model.features?.[feature]?.title ?? feature, delta),
    );
  },
};

function deltaText(title: string, delta: Addition): string {
  const rows: readonly (readonly [string, string, readonly { readonly id: string }[]])[] = [
    ["element", "elements", delta.elements],
    ["flow", "flows", delta.flows],
    ["flow across a boundary", "flows across a boundary", delta.crossings],
    ["entry point", "entry points", delta.entryPoints],
    ["dependency", "dependencies", delta.dependencies],
  ];
  const lines = rows.flatMap(([one, many, things]) =>
    things.length === 0 ? [] : [`  ${count(things.length, one, many)}: ${things.map(({ id }) => id).join(", ")}`],
  );
  const open = delta.threats.filter(({ finding }) => finding === "open").length;
  const asked = delta.threats.filter(({ finding }) => finding === "asked").length;
  return [
    `${bold(title)} adds`,
    ...(lines.length > 0 ? lines : ["  nothing to the drawing"]),
    `  ${count(delta.threats.length, "threat")}: ${open} open, ${asked} asked, behind ${count(delta.questions.length, "further question")}`,
    "",
    `Surface score ${risk(delta.score.before)} → ${risk(delta.score.after)}, open risk ${risk(delta.openRisk.before)} → ${risk(delta.openRisk.after)}, hidden risk ${risk(delta.hiddenRisk.before)} → ${risk(delta.hiddenRisk.after)}`,
    ...(delta.threats.length > 0 ? ["", ...delta.threats.slice(0, 10).map(threatLine)] : []),
    ...(delta.threats.length > 10
      ? [`and ${count(delta.threats.length - 10, "more threat")}; parapet threats --feature lists them`]
      : []),
  ].join("\n");
}
