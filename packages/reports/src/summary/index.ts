// The summary for leadership and compliance evidence: one self-contained page, and the same figures as Markdown.
import { markdownFile } from "@parapet/core";
import type { Report } from "../report.ts";
import { markdown } from "./markdown.ts";
import { page } from "./page.ts";

export const summary: Report = {
  id: "summary",
  title: "Summary report",
  member: "threat-model-architect",
  files: (view) => [
    { path: "index.html", text: page(view) },
    { path: "summary.md", text: markdownFile(markdown(view)) },
  ],
};
