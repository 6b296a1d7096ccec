// The STRIDE threat list: every element, flow and crossing against the six categories, and every threat under the thing it is on.
import {
  cellsOf,
  escapeMarkdown,
  markdownCode,
  markdownFile,
  markdownTable,
  type StrideCategory,
  type SubjectKind,
  strideCategories,
  strideLetter,
  type Threat,
} from "@parapet/core";
import { type Cell, csv } from "../csv.ts";
import type { Report, ReportView } from "../report.ts";
import { categoryTitles, kindTitles, risk, standing, statusWords, tierSigns } from "../words.ts";

export const stride: Report = {
  id: "stride",
  title: "STRIDE threat list",
  member: "threat-model-architect",
  files: (view) => [
    { path: "stride.md", text: markdownFile(markdown(view)) },
    { path: "stride.csv", text: csv(head, rows(view)) },
  ],
};

function markdown(view: ReportView): readonly string[] {
  const { analysis } = view;
  return [
    `# ${escapeMarkdown(analysis.model.system)}: STRIDE threat list`,
    "",
    `${analysis.now}. ${standing(analysis.summary)}`,
    "",
    "## Coverage",
    "",
    "Each cell shows the least settled status of what was raised there.",
    "",
    ...coverageTable(view),
    "",
    ...notExamined(view),
    "",
    ...bySubject(view).flatMap(([key, threats]) => subjectLines(view, key, threats)),
  ];
}

function coverageTable({ analysis, title }: ReportView): readonly string[] {
  const marks = { open: "**open**", hatched: "?", hollow: "", solid: "", none: "·", gap: "**not examined**" };
  return markdownTable(
    ["Subject", "Kind", ...strideCategories.map((category) => strideLetter[category])],
    analysis.coverage.map((row) => [
      escapeMarkdown(title(row.subject)),
      kindTitles[row.kind],
      ...cellsOf(row).map(([, cell]) => {
        const words = statusWords[cell];
        return marks[words.certainty] || words.title;
      }),
    ]),
  );
}

/** Cells that no rule speaks to, by name; never silent. */
function notExamined({ analysis, title }: ReportView): readonly string[] {
  const gaps = analysis.coverage.flatMap((row) =>
    cellsOf(row).flatMap(([category, cell]) =>
      cell === "not-examined"
        ? [
            `- ${categoryTitles[category]}: ${escapeMarkdown(title(row.subject))} (${kindTitles[row.kind].toLowerCase()})`,
          ]
        : [],
    ),
  );
  if (gaps.length === 0) return ["“·” does not apply, “?” waits for an answer. No cell is left unexamined."];
  return ["“·” does not apply, “?” waits for an answer. Not examined, because no rule speaks to it:", "", ...gaps];
}

type SubjectKey = readonly [SubjectKind, string];

/** Threats per kind and subject, kinds in their order, subjects in the order of their worst threat. */
function bySubject({ threats }: ReportView): readonly (readonly [SubjectKey, readonly Threat[]])[] {
  const groups = new Map<string, [SubjectKey, Threat[]]>();
  for (const threat of threats) {
    const key = `${threat.kind} ${threat.subject}`;
    const group = groups.get(key);
    if (group) group[1].push(threat);
    else groups.set(key, [[threat.kind, threat.subject], [threat]]);
  }
  const kinds = Object.keys(kindTitles);
  return [...groups.values()].sort((a, b) => kinds.indexOf(a[0][0]) - kinds.indexOf(b[0][0]));
}

function subjectLines(view: ReportView, [kind, subject]: SubjectKey, threats: readonly Threat[]): readonly string[] {
  const order = (threat: Threat) => strideCategories.indexOf(threat.categories[0] as StrideCategory);
  const sorted = threats
    .map((threat, i) => ({ threat, i }))
    .sort((a, b) => order(a.threat) - order(b.threat) || a.i - b.i);
  return [
    `## ${kindTitles[kind]}: ${escapeMarkdown(view.title(subject))}`,
    "",
    ...markdownTable(
      ["Category", "Threat", "Tier", "Status", "Risk", "Id"],
      sorted.map(({ threat }) => [
        threat.categories.map((category) => categoryTitles[category]).join(", ") || "none given",
        escapeMarkdown(threat.title),
        tierSigns[threat.tier],
        statusWords[threat.status].title,
        risk(threat.current),
        markdownCode(threat.id),
      ]),
    ),
    "",
  ];
}

const head = ["category", "subject", "subject_title", "kind", "threat", "title", "finding", "status", "tier", "risk"];

/** One row per threat and category, then one per cell of the coverage table that no threat stands in. */
function rows({ analysis, threats, title }: ReportView): readonly (readonly Cell[])[] {
  const named = threats.flatMap((threat) =>
    (threat.categories.length > 0 ? threat.categories : [undefined]).map((category): readonly Cell[] => [
      category,
      threat.subject,
      title(threat.subject),
      threat.kind,
      threat.id,
      threat.title,
      threat.finding,
      threat.status,
      threat.tier,
      threat.current,
    ]),
  );
  const empty = analysis.coverage.flatMap((row) =>
    cellsOf(row)
      .filter(([, cell]) => cell === "not-examined" || cell === "not-applicable")
      .map(([category, cell]): readonly Cell[] => [
        category,
        row.subject,
        title(row.subject),
        row.kind,
        "",
        "",
        "",
        cell,
        "",
        "",
      ]),
  );
  return [...named, ...empty];
}
