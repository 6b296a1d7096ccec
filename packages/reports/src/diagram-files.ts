// The data flow diagram as files: drawn before, since its layout is asynchronous.
import type { Report } from "./report.ts";

export const diagramFiles: Report = {
  id: "data-flow-diagram",
  title: "Data flow diagram with trust boundaries",
  member: "threat-model-architect",
  files: ({ diagram }) =>
    diagram
      ? [
          { path: "diagram.svg", text: diagram.svg },
          { path: "diagram.drawio", text: diagram.drawio },
        ]
      : [],
};
