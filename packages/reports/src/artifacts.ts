// The registry of the artifacts, and the one function that makes them all.
import { acceptances } from "./acceptances/index.ts";
import { criteria } from "./criteria/index.ts";
import { diagramFiles } from "./diagram-files.ts";
import { minutes } from "./minutes/index.ts";
import { mitigation } from "./mitigation/index.ts";
import { pack } from "./pack/index.ts";
import { register } from "./register/index.ts";
import { type Report, type ReportFile, type ReportInput, viewOf } from "./report.ts";
import { stride } from "./stride/index.ts";
import { summary } from "./summary/index.ts";
import { surface } from "./surface/index.ts";
import { tickets } from "./tickets/index.ts";

/** Every artifact, in the order in which a reader meets them; tickets go with the criteria. */
export const reports: readonly Report[] = [
  diagramFiles,
  stride,
  register,
  surface,
  mitigation,
  criteria,
  tickets,
  acceptances,
  pack,
  minutes,
  summary,
];

/** The files of all artifacts, or of those that are named. The same input gives the same bytes. */
export function artifacts(input: ReportInput, only?: readonly string[]): readonly ReportFile[] {
  const view = viewOf(input);
  return reports.filter(({ id }) => !only || only.includes(id)).flatMap((report) => report.files(view));
}
