// Every string of the workbench, by the part that shows it: for types and tests. The workbench adds them part by part (i18n.ts).

import { begin } from "./en/begin.ts";
import { canvas } from "./en/canvas.ts";
import { changes } from "./en/changes.ts";
import { decomposition } from "./en/decomposition.ts";
import { enumeration } from "./en/enumeration.ts";
import { frame } from "./en/frame.ts";
import { handoff } from "./en/handoff.ts";
import { inspector } from "./en/inspector.ts";
import { maintenance } from "./en/maintenance.ts";
import { mitigation } from "./en/mitigation.ts";
import { overview } from "./en/overview.ts";
import { reports } from "./en/reports.ts";
import { scoping } from "./en/scoping.ts";
import { scoring } from "./en/scoring.ts";
import { surface } from "./en/surface.ts";
import { validation } from "./en/validation.ts";
import { words } from "./en/words.ts";
import { workshop } from "./en/workshop.ts";

export const en = {
  begin,
  words,
  frame,
  changes,
  overview,
  inspector,
  canvas,
  scoping,
  decomposition,
  surface,
  enumeration,
  scoring,
  mitigation,
  handoff,
  validation,
  maintenance,
  workshop,
  reports,
} as const;
