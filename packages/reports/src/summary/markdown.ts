// The summary as Markdown: the same figures for a pull request, a wiki or an auditor's folder.
import {
  escapeMarkdown,
  markdownCode,
  markdownTable,
  type Need,
  stageOf,
  strideCategories,
  strideLetter,
  tiers,
} from "@parapet/core";
import type { ReportView } from "../report.ts";
import { counted, kindTitles, risk, stageWords, standing, statusWords, tierSigns, tierTitles } from "../words.ts";
import { complianceOf } from "./compliance.ts";
import { byControl, decisionsOf, heatOf, matrixOf, nextSteps, topQuestions, topRisks } from "./figures.ts";
import { methodNotes } from "./method.ts";

const md = escapeMarkdown;

/** The lines of summary.md. */
export function markdown(view: ReportView): readonly string[] {
  const { analysis, document } = view;
  return [
    `# ${md(analysis.model.system)}: threat model summary`,
    "",
    md(document.model.scope?.purpose ?? "Nobody has written down what the system is for."),
    "",
    `${analysis.now}, ${document.model.scope?.team ? `team ${md(document.model.scope.team)}` : "no owning team"}, knowledge ${md(analysis.knowledge.version)}. **${standing(analysis.summary)}** ${analysis.summary.claimed} claimed, ${analysis.summary.addressed} addressed, ${analysis.summary.accepted} accepted or transferred.`,
    "",
    ...(view.diagram ? ["![Data flow diagram](diagram.svg)", ""] : []),
    ...riskLines(view),
    ...unknownLines(view),
    ...scopeLines(view),
    ...doingLines(view),
    ...complianceLines(view),
    ...stageLines(view),
    "## Method and limits",
    "",
    ...methodNotes(view).map((note) => `- ${md(note)}`),
  ];
}

function riskLines(view: ReportView): readonly string[] {
  const { byTier } = view.analysis.summary;
  const bands = ["below 2.5", "2.5 to 4.9", "5 to 7.4", "7.5 and up"];
  return [
    "## Risk",
    "",
    ...markdownTable(
      ["Tier", "Open", "Asked", "Settled"],
      tiers.map((tier) => [
        `${tierSigns[tier]} ${tierTitles[tier]}`,
        byTier[tier].open,
        byTier[tier].asked,
        byTier[tier].addressed,
      ]),
    ),
    "",
    "Open and asked threats by impact (rows) and likelihood (columns), with the controls that are shown to work:",
    "",
    ...markdownTable(
      ["", ...bands],
      matrixOf(view).map((row) => [
        bands[row[0]?.impact ?? 0] as string,
        ...row.map(
          ({ tier, open, asked }) => `${tierSigns[tier]}${open + asked > 0 ? `: ${open} open, ${asked} asked` : ""}`,
        ),
      ]),
    ),
    "",
    "### Top risks",
    "",
    ...orNone(topRisks(view), (some) =>
      markdownTable(
        ["Threat", "Where", "Tier", "Risk", "Once it works", "Status", "Owner", "Due"],
        some.map((threat) => [
          `${md(threat.title)} (${markdownCode(threat.id)})`,
          md(view.title(threat.subject)),
          tierSigns[threat.tier],
          risk(threat.current),
          risk(threat.target),
          statusWords[threat.status].title,
          md(threat.owner === undefined ? "nobody" : view.person(threat.owner)),
          threat.due ?? "no date",
        ]),
      ),
    ),
    "",
    "### Next steps",
    "",
    ...orNone(nextSteps(view), (some: readonly Need[]) =>
      some.map(({ say, from, command }) => `1. ${md(say)} (for ${md(view.person(from))}): ${codeSpan(command)}`),
    ),
    "",
  ];
}

function codeSpan(text: string): string {
  return text.includes("`") ? md(text) : `\`${text.replace(/\s+/g, " ")}\``;
}

function orNone<T>(list: readonly T[], lines: (list: readonly T[]) => readonly string[]): readonly string[] {
  return list.length === 0 ? ["None."] : lines(list);
}

function unknownLines(view: ReportView): readonly string[] {
  const marks = { open: "**open**", hatched: "?", hollow: "", solid: "", none: "·", gap: "**not examined**" };
  return [
    "## What is not known",
    "",
    ...orNone(topQuestions(view), (some) =>
      markdownTable(
        ["Question", "For", "Hides", "Settles", "Taken by"],
        some.map((question) => [
          md(question.text),
          question.for,
          risk(question.riskHeld),
          question.settles,
          md(
            question.owner
              ? `${view.person(question.owner)}, due ${question.due ?? "never"}${question.overdue ? ", overdue" : ""}`
              : "nobody",
          ),
        ]),
      ),
    ),
    "",
    "## Coverage",
    "",
    view.analysis.summary.notExamined === 0
      ? "Every cell was examined."
      : `${counted(view.analysis.summary.notExamined, "cell")} not examined.`,
    "",
    ...markdownTable(
      ["Subject", "Kind", ...strideCategories.map((category) => strideLetter[category])],
      heatOf(view).map((row) => [
        md(view.title(row.subject)),
        kindTitles[row.kind],
        ...row.cells.map(({ cell, tier }) => {
          const { certainty, title } = statusWords[cell];
          const text = marks[certainty] || title;
          return tier && (certainty === "open" || certainty === "hatched") ? `${text} ${tierSigns[tier]}` : text;
        }),
      ]),
    ),
    "",
  ];
}

function scopeLines({ document, analysis, person }: ReportView): readonly string[] {
  const { in: inside = [], out = [] } = document.model.scope ?? {};
  const assumptions = Object.entries(document.model.assumptions ?? {});
  const { score, entryPoints } = analysis.surface;
  return [
    "## Scope and assumptions",
    "",
    ...inside.map(({ what, why }) => `- In scope: ${md(what)}${why ? ` (${md(why)})` : ""}`),
    ...out.map(({ what, why }) => `- Out of scope: ${md(what)}: ${md(why ?? "no reason given")}`),
    ...assumptions.map(
      ([id, one]) =>
        `- Assumed (${markdownCode(id)}, ${one.state ?? "holds"}): ${md(one.text)}; owner ${md(one.owner === undefined ? "nobody" : person(one.owner))}, review ${one.review ?? "no date"}`,
    ),
    `- Attack surface score ${score} over ${counted(entryPoints.length, "entry point")}`,
    "",
  ];
}

function doingLines(view: ReportView): readonly string[] {
  const { acceptances } = view.analysis;
  return [
    "## Mitigations by control",
    "",
    ...orNone(byControl(view.specifications), (some) =>
      markdownTable(
        ["Control", "Level", "Where", "Threats", "Risk now", "States"],
        some.map((row) => [
          md(row.title),
          row.level,
          md(row.where.join(", ")),
          row.threats,
          risk(row.current),
          Object.entries(row.states)
            .map(([state, count]) => `${count} ${state}`)
            .join(", "),
        ]),
      ),
    ),
    "",
    "## Decisions",
    "",
    ...orNone(decisionsOf(view), (some) =>
      markdownTable(
        ["Threat", "Decision", "In effect", "By", "Reason"],
        some.map(({ title, decision, status }) => [
          md(title),
          md(decision.to ? `${decision.decision} to ${decision.to}` : decision.decision),
          statusWords[status].title,
          md(`${view.person(decision.by)}, ${decision.on}`),
          md(decision.why ?? decision.fact ?? decision.contract ?? "none given"),
        ]),
      ),
    ),
    "",
    "## Accepted risks",
    "",
    ...orNone(acceptances, (some) =>
      markdownTable(
        ["Threat", "Tier", "State", "Owner", "Approved by", "Review", "Reason"],
        some.map((one) => [
          md(view.threat(one.threat)?.title ?? one.threat),
          tierSigns[one.tier],
          one.state,
          md(view.person(one.owner)),
          md(one.approvedBy === undefined ? "nobody" : view.person(one.approvedBy)),
          one.review,
          md(one.why),
        ]),
      ),
    ),
    "",
  ];
}

function complianceLines(view: ReportView): readonly string[] {
  return [
    "## Compliance evidence",
    "",
    ...orNone(complianceOf(view), (some) =>
      some.flatMap(({ title, counts, openRisk, controls }) => [
        `### ${md(title)}`,
        "",
        `${counts.open} open with a risk of ${risk(openRisk)}, ${counts.asked} asked, ${counts.claimed} claimed, ${counts.addressed} addressed, ${counts.accepted} accepted or transferred.`,
        "",
        ...controls.map(
          (control) =>
            `- ${md(control.title)} (${control.state}): ${md(control.evidence.join("; ") || "no evidence yet")}`,
        ),
        "",
      ]),
    ),
    "",
  ];
}

function stageLines({ analysis }: ReportView): readonly string[] {
  return [
    "## Stages and gates",
    "",
    ...markdownTable(
      ["Stage", "Stands", "Missing", "First"],
      analysis.stages.map((stage) => [
        stageOf(stage.id).title,
        stageWords(stage),
        stage.missing.length + stage.more,
        md(stage.missing[0]?.say ?? ""),
      ]),
    ),
    "",
    ...analysis.gates.map(
      ({ holds, why, failing }) => `- ${holds ? "Holds" : `**Fails** (${failing.length})`}: ${md(why)}`,
    ),
    "",
  ];
}
