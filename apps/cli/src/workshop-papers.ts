// The papers of a workshop on the command line: the pack to print before it, the minutes after it; to standard output or into a file.
import { resolve } from "node:path";
import { writeFiles } from "@parapet/adapters";
import { fail, nearest, ok, problem, type Result } from "@parapet/core";
import { artifacts } from "@parapet/reports";
import { displayPath } from "./display-path.ts";
import { staysInside } from "./output-place.ts";
import { systemFolder } from "./proposing.ts";
import { drawDiagram } from "./reporting.ts";
import type { Opened, Session } from "./session.ts";
import { type ExitCode, type Options, textOption } from "./verb.ts";

/** What may be printed. */
export const paperKinds = ["pack", "minutes"] as const;
export type PaperKind = (typeof paperKinds)[number];

/** Prints the pack or the minutes of a workshop; the pack of the next one when none is named. */
export async function workshopPaper(
  session: Session,
  opened: Opened,
  kind: PaperKind,
  workshop: string | undefined,
  options: Options,
): Promise<ExitCode> {
  const text = await textOf(opened, kind, workshop);
  if (!text.ok) return session.fail(text.problems);
  const out = textOption(options, "out");
  if (out === undefined) {
    if (session.json) return session.say({ [kind]: text.value }, "");
    process.stdout.write(text.value);
    return 0;
  }
  const inside = staysInside([resolve(out)], [systemFolder(opened.store.folder)]);
  if (!inside.ok) return session.fail(inside.problems);
  const written = writeFiles([{ path: resolve(out), text: text.value }]);
  if (!written.ok) return session.fail(written.problems);
  return session.say({ file: displayPath(resolve(out)) }, `Wrote ${displayPath(resolve(out))}.`);
}

async function textOf(opened: Opened, kind: PaperKind, workshop: string | undefined): Promise<Result<string>> {
  const { document, knowledge } = opened;
  const workshops = document.register?.workshops ?? {};
  if (workshop !== undefined && !Object.hasOwn(workshops, workshop)) {
    const near = nearest(workshop, Object.keys(workshops));
    const fix = near ? `Did you mean ${near}?` : "parapet workshop lists them.";
    return fail(problem("dangling-reference", `There is no workshop ${workshop}.`, fix));
  }
  const analysis = opened.analysis();
  const diagram = await drawDiagram(opened, analysis);
  const files = artifacts({ document, analysis, knowledge, texts: opened.texts(), diagram }, [kind]);
  const [first] = files;
  const found = workshop === undefined ? first : files.find(({ path }) => path === `workshops/${workshop}-${kind}.md`);
  if (found) return ok(found.text);
  const why = kind === "pack" ? "is over: it has minutes" : "has not begun: it has a pack";
  const fix = `Print the other with parapet workshop ${kind === "pack" ? "minutes" : "pack"} ${workshop}.`;
  return fail(problem("not-possible", `The workshop ${workshop} ${why}.`, fix));
}
