// run: an engagement. The team goes through the stages as far as they go without people, writes the artifacts, and says what people do next.
import { type Analysis, type Document, fail, ok, type Problem, type Result, threatsOf } from "@parapet/core";
import { reports } from "@parapet/reports";
import { type Engagement, engage } from "@parapet/team";
import type { Command } from "commander";
import { displayPath } from "../display-path.ts";
import { outHelp, reportFolder } from "../output-place.ts";
import { placeOption } from "../place.ts";
import { printNext, printStages } from "../print/engagement.ts";
import { printNotes, printProblems } from "../print/problems.ts";
import { bold, dim, hanging } from "../print/style.ts";
import { printSummary } from "../print/summary.ts";
import { writeReports } from "../reporting.ts";
import type { Opened, Session } from "../session.ts";
import { type Options, textOption, type Verb } from "../verb.ts";
import { type Initialised, initModel, initText } from "./init.ts";

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .argument("[folder]", "the folder of the system or of its threat model; a model is begun when there is none")
      .option("--out <folder>", outHelp)
      .option("--no-report", "write no artifacts")
      .addHelpText("after", "\nExample:\n  parapet run examples/shop --out report"),
  run: async (session, _args, options: Options) => {
    const begun = await beginIfNone(session);
    if (!begun.ok) return session.fail(begun.problems);
    const opened = await session.open();
    if (!opened.ok) return session.fail(opened.problems);
    const out = reportFolder(opened.value.store.folder, options);
    return engagement(session, {
      opened: opened.value,
      begun: begun.value,
      out,
      report: options.report !== false,
    });
  },
};

interface Work {
  readonly opened: Opened;
  readonly begun: Initialised | undefined;
  readonly out: string;
  readonly report: boolean;
}

async function engagement(session: Session, { opened, begun, out, report }: Work): Promise<0 | 2> {
  const analysis = opened.analysis();
  const { document, knowledge } = opened;
  const engagement = engage({ document, analysis, knowledge, texts: opened.texts() });
  const written = report ? await writeReports(opened, analysis, out) : ok({ files: [], problems: [] });
  if (!written.ok) {
    session.fail(written.problems);
    return 2;
  }
  const { files, problems } = written.value;
  const told: readonly Problem[] = [...(begun?.discovery?.problems ?? []), ...(begun?.discovery?.notes ?? [])];
  if (!session.json) {
    printNotes(told, process.stderr);
    printProblems(problems, process.stderr);
  }
  const value = {
    system: analysis.model.system,
    now: analysis.now,
    ...(begun ? { begun: begun.files.map(displayPath), notes: told } : {}),
    stages: engagement.stages,
    summary: analysis.summary,
    top: topRisks(analysis),
    questions: analysis.questions.slice(0, 3),
    artifacts: report ? reports.map(({ id, title, member }) => ({ id, title, member })) : [],
    out: displayPath(out),
    files,
    problems,
    next: engagement.next,
  };
  session.say(value, session.json ? "" : text({ session, analysis, document, engagement, begun, out, files }));
  return 0;
}

/** Begins a model where there is none; a folder with several models, or a name that none has, is left to the person. */
async function beginIfNone(session: Session): Promise<Result<Initialised | undefined>> {
  const found = session.find();
  if (found.ok) return ok(undefined);
  const none =
    found.problems.every(({ code }) => code === "file-missing") && textOption(session.options, "model") === undefined;
  return none ? initModel(session, session.folder) : fail(...found.problems);
}

function topRisks(analysis: Analysis): readonly {
  readonly id: string;
  readonly title: string;
  readonly tier: string;
  readonly finding: string;
  readonly risk: number;
}[] {
  const live = threatsOf(analysis).filter(
    ({ finding, current }) => (finding === "open" || finding === "asked") && current > 0,
  );
  const open = live.filter(({ finding }) => finding === "open");
  return [...open, ...live.filter(({ finding }) => finding === "asked")]
    .slice(0, 5)
    .map(({ id, title, tier, finding, current }) => ({ id, title, tier, finding, risk: current }));
}

interface Told {
  readonly session: Session;
  readonly analysis: Analysis;
  readonly document: Document;
  readonly engagement: Engagement;
  readonly begun: Initialised | undefined;
  readonly out: string;
  readonly files: readonly string[];
}

function text({ session, analysis, document, engagement, begun, out, files }: Told): string {
  return [
    ...(begun ? [initText(begun, displayPath(session.folder)).split("\n").slice(0, -1).join("\n")] : []),
    printStages(engagement, document),
    printSummary(analysis).trimEnd(),
    ...(files.length > 0 ? [filesText(out, files)] : []),
    printNext(engagement.next, placeOption(session), { analysis, document }),
  ].join("\n\n");
}

/** Where the artifacts are: the folder, and what is in it. */
function filesText(out: string, files: readonly string[]): string {
  const folders = new Map<string, number>();
  for (const path of files) {
    const slash = path.indexOf("/");
    const name = slash < 0 ? path : `${path.slice(0, slash + 1)} `;
    folders.set(name, (folders.get(name) ?? 0) + 1);
  }
  const names = [...folders].map(([name, n]) => (name.endsWith("/ ") ? `${name.trim()} (${n})` : name));
  return `${bold("Artifacts")} ${dim(`in ${displayPath(out)}`)}\n${hanging("  ", 2, names.join("  "))}`;
}
