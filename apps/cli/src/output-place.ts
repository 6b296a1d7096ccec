// Where files are written: the folder of the report, and that no link takes what is written elsewhere.
import { basename, dirname, join, resolve } from "node:path";
import { linkOutOfAny } from "@parapet/adapters";
import { fail, ok, problem, type Result } from "@parapet/core";
import { displayPath } from "./display-path.ts";
import { systemFolder } from "./proposing.ts";
import { type Options, textOption } from "./verb.ts";

/** The name of the folder for the report; a walk over a system's files leaves it out. */
const reportName = "threat-model-report";

/** What the help of --out says of the place. */
export const outHelp = `where the artifacts are written (default: ${reportName}/ in the system's folder)`;

/** Where the artifacts go: --out as seen from here, else beside the model, in a folder of its own where a system has several models. */
export function reportFolder(modelFolder: string, options: Options): string {
  const out = textOption(options, "out");
  if (out !== undefined) return resolve(out);
  const several = basename(dirname(modelFolder)) === "threat-model";
  return join(systemFolder(modelFolder), reportName, several ? basename(modelFolder) : "");
}

/**
 * Refuses files that a link in one of these folders, or in the folder where people are, would take out of it: what lies there may
 * come from a stranger. A path outside of them is the person's own choice.
 */
export function staysInside(files: readonly string[], folders: readonly string[]): Result<void> {
  const link = linkOutOfAny([process.cwd(), ...folders], files);
  if (link === undefined) return ok(undefined);
  const file = displayPath(link);
  const say = `${file} is a link that leads out of the folder it is in; what is written is not taken elsewhere. Nothing was written.`;
  return fail(problem("file-unwritable", say, "Remove the link, or name the place itself with --out.", { file }));
}
