// report: writes the artifacts into a folder.
import { problem } from "@parapet/core";
import { reports } from "@parapet/reports";
import type { Command } from "commander";
import { displayPath } from "../display-path.ts";
import { featureOption } from "../feature-option.ts";
import { outHelp, reportFolder } from "../output-place.ts";
import { printProblems } from "../print/problems.ts";
import { bold, columns, count } from "../print/style.ts";
import { writeReports } from "../reporting.ts";
import { collect, listOption, type Options, type Verb } from "../verb.ts";

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .option("--out <folder>", outHelp)
      .option("--only <ids>", `only these: ${reports.map(({ id }) => id).join(", ")}`, collect)
      .option("--feature <id>", "with what this feature adds")
      .addHelpText("after", "\nExample:\n  parapet report examples/shop --out report --only register,summary"),
  run: async (session, _args, options: Options) => {
    const only = listOption(options, "only");
    const unknown = only.filter((id) => !reports.some((report) => report.id === id));
    if (unknown.length > 0) {
      const fix = `There are: ${reports.map(({ id }) => id).join(", ")}.`;
      return session.fail([problem("not-in-list", `There is no artifact ${unknown.join(", ")}.`, fix)]);
    }
    const opened = await session.open();
    if (!opened.ok) return session.fail(opened.problems);
    const feature = featureOption(opened.value, options);
    if (!feature.ok) return session.fail(feature.problems);
    const analysis = opened.value.analysis(feature.value);
    const out = reportFolder(opened.value.store.folder, options);
    const written = await writeReports(opened.value, analysis, out, only.length > 0 ? only : undefined);
    if (!written.ok) return session.fail(written.problems);
    const { files, problems } = written.value;
    if (!session.json) printProblems(problems, process.stderr);
    const made = reports
      .filter(({ id }) => only.length === 0 || only.includes(id))
      .map(({ id, title }) => [`  ${id}`, title]);
    const text = `${bold(count(files.length, "file"))} in ${displayPath(out)}\n${columns(made)}`;
    return session.say({ out: displayPath(out), files, problems }, text);
  },
};
